//! What is worth remembering of the corrections to a paper, for the next one from the same sender.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Correction;
use crate::reading::meaning::{DocumentKind, OutlineNode, Reading};
use crate::text::{fold, squeeze};

/// What a sender's papers always need set right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "habit", rename_all = "snake_case")]
pub enum Habit {
    /// It calls a unit so.
    Unit {
        /// As printed.
        name: String,
        /// The unit's full name.
        unit: String,
    },
    /// A heading that it prints so is to read otherwise.
    Rename {
        /// As printed.
        printed: String,
        /// As it is to read.
        heading: String,
    },
    /// A section that must be there, or need not.
    Mandatory {
        /// Its heading, as printed.
        printed: String,
        /// Must.
        mandatory: bool,
    },
}

impl Habit {
    /// What it speaks of: of two habits about the same, the later counts.
    fn about(&self) -> (u8, String) {
        match self {
            Self::Unit { name, .. } => (0, fold(name)),
            Self::Rename { printed, .. } => (1, fold(printed)),
            Self::Mandatory { printed, .. } => (2, fold(printed)),
        }
    }
}

impl Reading {
    /// Whose papers these are: the issuer as its letterhead names it, and the family; folded. A paper without a
    /// letterhead has only its family.
    pub fn sender(&self) -> String {
        let kind = match self.kind {
            DocumentKind::OfficialLetter => "công văn",
            DocumentKind::Decision => "quyết định",
            DocumentKind::Plan => "kế hoạch",
        };
        format!("{}: {kind}", fold(&self.issuer.join(" ")))
    }
}

/// The habits after a paper was set right: what the corrections in force teach comes in the place of what was known;
/// what was known, speaks of something in this paper and is no longer in force was refused and is forgotten.
pub fn habits(known: &[Habit], reading: &Reading, corrections: &[Correction]) -> Vec<Habit> {
    let headings = headings(reading);
    let printed = |node: u32| headings.get(usize::try_from(node).ok()?).cloned().flatten();
    let taught: Vec<Habit> = corrections
        .iter()
        .filter_map(|correction| match correction {
            Correction::Unit { name, unit } => Some(Habit::Unit { name: squeeze(name), unit: squeeze(unit) }),
            Correction::RenameHeading { node, heading } => {
                Some(Habit::Rename { printed: printed(*node)?, heading: squeeze(heading) })
            }
            Correction::Mandatory { node, mandatory } => {
                Some(Habit::Mandatory { printed: printed(*node)?, mandatory: *mandatory })
            }
            _ => None,
        })
        .collect();
    let offered: BTreeSet<_> =
        known.iter().filter(|habit| !suggested(reading, &headings, habit).is_empty()).map(Habit::about).collect();
    let kept = known.iter().filter(|habit| !offered.contains(&habit.about()));
    let mut all: Vec<Habit> = Vec::new();
    for habit in kept.chain(&taught) {
        all.retain(|other| other.about() != habit.about());
        all.push(habit.clone());
    }
    all
}

/// What the habits propose for a paper.
pub fn suggestions(reading: &Reading, known: &[Habit]) -> Vec<Correction> {
    let headings = headings(reading);
    known.iter().flat_map(|habit| suggested(reading, &headings, habit)).collect()
}

fn suggested(reading: &Reading, headings: &[Option<String>], habit: &Habit) -> Vec<Correction> {
    let nodes = |printed: &str| -> Vec<u32> {
        let wanted = fold(printed);
        let same = |heading: &Option<String>| heading.as_ref().is_some_and(|heading| fold(heading) == wanted);
        (0..).zip(headings).filter(|(_, heading)| same(heading)).map(|(node, _)| node).collect()
    };
    match habit {
        Habit::Unit { name, unit } => {
            let tasks = reading.task_tables.iter().flat_map(|table| &table.tasks);
            let mut duties = tasks.flat_map(|task| [task.cell("lead"), task.cell("coordinating")]);
            let named = duties.any(|cell| super::renamed(cell, name, unit).is_some());
            named.then(|| Correction::Unit { name: name.clone(), unit: unit.clone() }).into_iter().collect()
        }
        Habit::Rename { printed, heading } => {
            nodes(printed).into_iter().map(|node| Correction::RenameHeading { node, heading: heading.clone() }).collect()
        }
        Habit::Mandatory { printed, mandatory } => {
            nodes(printed).into_iter().map(|node| Correction::Mandatory { node, mandatory: *mandatory }).collect()
        }
    }
}

/// Headings of the outline by number; `None` for items without one.
fn headings(reading: &Reading) -> Vec<Option<String>> {
    fn walk(nodes: &[OutlineNode], out: &mut Vec<Option<String>>) {
        for node in nodes {
            out.push(node.heading.as_deref().map(squeeze).filter(|heading| !heading.is_empty()));
            walk(&node.children, out);
        }
    }
    let mut out = Vec::new();
    walk(&reading.outline, &mut out);
    out
}
