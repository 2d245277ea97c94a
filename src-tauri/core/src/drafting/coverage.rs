//! Which sections and tasks of the plan answer each priority task of the letter.
//!
//! Conservative: a link that is missing is drawn in a moment, a wrong one hides a gap.

use std::collections::BTreeSet;

use super::form::SectionRole;
use super::outline::Outline;
use super::words::pairs;
use crate::plan::{CoveredBy, PriorityTask, Section, Task};
use crate::reading::PriorityTaskRead;

/// A task answers if at least this share of its name's pairs of syllables stands in the priority task …
const SHARE_OF_NAME: f64 = 0.5;
/// … and at least this many.
const PAIRS_OF_NAME: usize = 3;
/// A section answers if its guidance says at least this share of the priority task …
const SHARE_OF_PRIORITY: f64 = 0.5;
/// … and at least this many of its pairs.
const PAIRS_OF_GUIDANCE: usize = 5;

type Pairs = BTreeSet<(String, String)>;

/// Links for every priority task, sections first.
pub(super) fn cover(priorities: &[PriorityTaskRead], outline: &Outline, tasks: &[Task]) -> Vec<PriorityTask> {
    let mut sections = Vec::new();
    candidates(outline, &outline.sections, &mut sections);
    let tasks: Vec<(CoveredBy, Pairs)> = tasks.iter().map(|task| (CoveredBy::Task(task.id), pairs(&task.name))).collect();
    let link = |priority: &PriorityTaskRead| {
        let wanted = pairs(&priority.text);
        let by_sections = sections.iter().filter(|(_, heading, guidance)| section_answers(&wanted, heading, guidance));
        let by_tasks = tasks.iter().filter(|(_, name)| task_answers(&wanted, name)).map(|(id, _)| *id);
        let covered_by = by_sections.map(|(id, ..)| *id).chain(by_tasks).collect();
        PriorityTask { no: priority.no, text: priority.text.clone(), covered_by }
    };
    priorities.iter().map(link).collect()
}

/// Sections that say what will be done, with the pairs of heading and guidance.
fn candidates(outline: &Outline, sections: &[Section], out: &mut Vec<(CoveredBy, Pairs, Pairs)>) {
    for section in sections {
        if matches!(outline.role(section.id), SectionRole::Tasks | SectionRole::Solutions) {
            out.push((CoveredBy::Section(section.id), pairs(&section.heading), pairs(&section.guidance)));
        }
        candidates(outline, &section.children, out);
    }
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn task_answers(wanted: &Pairs, name: &Pairs) -> bool {
    let common = wanted.intersection(name).count();
    common >= PAIRS_OF_NAME && share(common, name.len()) >= SHARE_OF_NAME
}

fn section_answers(wanted: &Pairs, heading: &Pairs, guidance: &Pairs) -> bool {
    let headed = heading.len() >= 2 && heading.is_subset(wanted);
    let common = wanted.intersection(guidance).count();
    headed || (common >= PAIRS_OF_GUIDANCE && share(common, wanted.len()) >= SHARE_OF_PRIORITY)
}
