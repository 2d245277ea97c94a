//! Which sections and tasks of the plan answer each priority task of the letter.
//!
//! Conservative: a link that is missing is drawn in a moment, a wrong one hides a gap.

use std::collections::BTreeSet;

use super::form::SectionRole;
use super::outline::Outline;
use super::words::{pairs, position, toned_syllables};
use crate::plan::{CoveredBy, PriorityTask, Section, Task};
use crate::reading::PriorityTaskRead;

/// A task answers if at least this share of its name's pairs of syllables stands in the priority task …
const SHARE_OF_NAME: f64 = 0.4;
/// … and at least this many.
const PAIRS_OF_NAME: usize = 4;
/// A section answers if the priority task says its heading of at least so many syllables word by word …
const SYLLABLES_OF_HEADING: usize = 4;
/// … or if its guidance says at least this share of the priority task …
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
        let (words, wanted) = (toned_syllables(&priority.text), pairs(&priority.text));
        let by_sections = sections.iter().filter(|section| section.answers(&words, &wanted)).map(|section| section.id);
        let by_tasks = tasks.iter().filter(|(_, name)| task_answers(&wanted, name)).map(|(id, _)| *id);
        let covered_by = by_sections.chain(by_tasks).collect();
        PriorityTask { no: priority.no, text: priority.text.clone(), covered_by, refused: Vec::new() }
    };
    priorities.iter().map(link).collect()
}

/// A section that says what will be done.
struct Candidate {
    id: CoveredBy,
    heading: Vec<String>,
    guidance: Pairs,
}

fn candidates(outline: &Outline, sections: &[Section], out: &mut Vec<Candidate>) {
    for section in sections {
        if matches!(outline.role(section.id), SectionRole::Tasks | SectionRole::Solutions) {
            out.push(Candidate {
                id: CoveredBy::Section(section.id),
                heading: toned_syllables(&section.heading),
                guidance: pairs(&section.guidance),
            });
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

impl Candidate {
    fn answers(&self, words: &[String], wanted: &Pairs) -> bool {
        let headed = self.heading.len() >= SYLLABLES_OF_HEADING && position(words, &self.heading).is_some();
        let common = wanted.intersection(&self.guidance).count();
        headed || (common >= PAIRS_OF_GUIDANCE && share(common, wanted.len()) >= SHARE_OF_PRIORITY)
    }
}
