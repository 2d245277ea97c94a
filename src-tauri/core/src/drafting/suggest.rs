//! What of a plan might answer a priority task that the drafting did not dare to link: shown with its reason, for the
//! planner to accept or refuse.
//!
//! Words of two syllables that a priority task and a section or task share are weighed by how rare they are in the plan:
//! what stands everywhere tells nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::words::{pairs, printed_pairs};
use crate::plan::{CoveredBy, Holds, Plan, PriorityTask};

/// Proposed if so much of the weight of the shorter of the two is shared …
const SHARED_WEIGHT: f64 = 0.3;
/// … in at least so many words.
const SHARED_WORDS: usize = 2;
/// As many for one priority task; the best come first.
const MOST: usize = 5;
/// As many words as the reason names.
const NAMED: usize = 4;

/// A link worth a look.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Suggestion {
    /// Number of the priority task in the letter.
    pub task: u32,
    /// What might cover it.
    pub covered_by: CoveredBy,
    /// Words both have, the rarest first.
    pub words: Vec<String>,
}

type Pair = (String, String);

/// Links that neither stand nor were refused, by priority task, the best first.
pub fn suggestions(plan: &Plan) -> Vec<Suggestion> {
    let candidates = candidates(plan);
    let mut said: BTreeMap<&Pair, usize> = BTreeMap::new();
    for pair in candidates.iter().flat_map(|(_, pairs)| pairs) {
        *said.entry(pair).or_default() += 1;
    }
    let weight = |pair: &Pair| {
        let count = said.get(pair).copied().unwrap_or(0);
        (1.0 + candidates.len() as f64 / (1.0 + count as f64)).ln()
    };
    plan.coverage.iter().flat_map(|priority| for_priority(priority, &candidates, &weight)).collect()
}

fn for_priority(
    priority: &PriorityTask,
    candidates: &[(CoveredBy, BTreeSet<Pair>)],
    weight: &impl Fn(&Pair) -> f64,
) -> Vec<Suggestion> {
    let printed = printed_pairs(&priority.text);
    let whole: f64 = printed.keys().map(weight).sum();
    let mut found: Vec<(f64, Suggestion)> = Vec::new();
    for (id, pairs) in candidates {
        if priority.covered_by.contains(id) || priority.refused.contains(id) {
            continue;
        }
        let mut common: Vec<(f64, &String)> =
            pairs.iter().filter_map(|pair| printed.get(pair).map(|word| (weight(pair), word))).collect();
        let shared: f64 = common.iter().map(|(weight, _)| weight).sum();
        let own: f64 = pairs.iter().map(weight).sum();
        let share = shared / whole.min(own).max(f64::EPSILON);
        if common.len() < SHARED_WORDS || share < SHARED_WEIGHT {
            continue;
        }
        common.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        let words = common.iter().take(NAMED).map(|(_, word)| (*word).clone()).collect();
        found.push((shared, Suggestion { task: priority.no, covered_by: *id, words }));
    }
    // Sorting is stable: among equals, in the order of the plan.
    found.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    found.into_iter().take(MOST).map(|(_, suggestion)| suggestion).collect()
}

/// Sections one writes in and all tasks, with the words of two syllables that tell them.
fn candidates(plan: &Plan) -> Vec<(CoveredBy, BTreeSet<Pair>)> {
    let mut out = Vec::new();
    for (_, section) in plan.walk() {
        if section.holds == Holds::Text {
            let text = [&section.heading, &section.guidance].into_iter().chain(&section.text);
            out.push((CoveredBy::Section(section.id), text.flat_map(|text| pairs(text)).collect()));
        }
    }
    for task in &plan.tasks {
        let text = [&task.name, &task.product, &task.goal];
        out.push((CoveredBy::Task(task.id), text.into_iter().flat_map(|text| pairs(text)).collect()));
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::super::{Directory, DraftInput, Form, Paper, draft, sample};
    use super::*;
    use crate::plan::Edit;

    fn plan() -> Plan {
        let sample = sample();
        let read = |name: &str, bytes: &[u8]| Paper::new(crate::reading::read(bytes, name).unwrap(), name, bytes);
        let directory = Directory::builtin();
        draft(DraftInput {
            form: &Form::builtin("khung-cds").unwrap(),
            directory: &directory,
            unit: directory.find(sample.unit).unwrap(),
            year: sample.year,
            framework: Some(&read(sample.letter_name, sample.letter)),
            ministry: &[read(sample.plan_name, sample.plan)],
            previous: None,
            profile: None,
        })
    }

    #[test]
    fn what_shares_rare_words_is_proposed_and_what_is_linked_or_refused_is_not() {
        let mut plan = plan();
        let priority = plan.coverage[0].clone();
        let mut task = plan.tasks[0].clone();
        task.name = priority.text.clone();
        (task.product, task.goal) = (String::new(), String::new());
        plan.apply(Edit::Task { task: Box::new(task.clone()) }).unwrap();
        let link = CoveredBy::Task(task.id);
        let set = |plan: &mut Plan, covered_by: Vec<CoveredBy>, refused: Vec<CoveredBy>| {
            plan.apply(Edit::Coverage { task: priority.no, covered_by, refused }).unwrap();
        };
        let proposed = |plan: &Plan| suggestions(plan).into_iter().find(|s| s.task == priority.no && s.covered_by == link);
        set(&mut plan, vec![], vec![]);
        let suggestion = proposed(&plan).expect("a task in the letter's own words");
        assert!(suggestion.words.len() >= SHARED_WORDS, "{suggestion:?}");
        let text = priority.text.to_lowercase();
        assert!(suggestion.words.iter().any(|word| text.contains(word.as_str())), "{suggestion:?}");
        set(&mut plan, vec![link], vec![]);
        assert_eq!(proposed(&plan), None);
        set(&mut plan, vec![], vec![link]);
        assert_eq!(proposed(&plan), None);
        for one in suggestions(&plan) {
            let priority = plan.coverage.iter().find(|p| p.no == one.task).unwrap();
            assert!(!priority.covered_by.contains(&one.covered_by));
        }
    }

    #[test]
    fn words_that_stand_everywhere_are_no_reason() {
        let mut plan = plan();
        for task in &mut plan.tasks {
            task.name = "Xây dựng kế hoạch chuyển đổi số".to_owned();
            (task.product, task.goal) = (String::new(), String::new());
        }
        let tasks = suggestions(&plan).into_iter().filter(|s| matches!(s.covered_by, CoveredBy::Task(_)));
        assert_eq!(tasks.count(), 0);
    }
}
