//! References to tasks inside a section's text: they always say the task's present number.

use std::collections::BTreeMap;

use super::{AnnexGroup, AnnexKind, Plan, Section, Span, TaskId};

/// What stands where a reference stood whose task is gone; the checks tell of it.
pub const REMOVED_TASK: &str = "(nhiệm vụ đã xóa)";

impl Plan {
    /// How each task is referred to: "nhiệm vụ V.4 Phụ lục II", with the letter of its list where the annex has several
    /// ("nhiệm vụ B.V.4 Phụ lục").
    pub fn task_references(&self) -> BTreeMap<TaskId, String> {
        let Some((annex, _)) = self.annexes().into_iter().find(|(_, kind)| *kind == AnnexKind::Tasks) else {
            return BTreeMap::new();
        };
        let lists = self.annex_lists();
        let alone = lists.len() < 2;
        let mut out = BTreeMap::new();
        for (letter, list) in lists {
            let letter = if alone { String::new() } else { format!("{letter}.") };
            for AnnexGroup { label, tasks, .. } in self.annex_list(list) {
                out.extend(tasks.iter().map(|(no, task)| (task.id, format!("nhiệm vụ {letter}{label}.{no} {annex}"))));
            }
        }
        out
    }

    /// Writes every reference anew after a change of the plan; one to a task that is gone says so and is none any more.
    pub(super) fn renew_references(&mut self) {
        if self.walk().iter().all(|(_, section)| section.spans.iter().all(|span| span.task.is_none())) {
            return;
        }
        let words = self.task_references();
        each(&mut self.sections, &mut |section| renew(section, &words));
    }
}

fn each(sections: &mut [Section], work: &mut impl FnMut(&mut Section)) {
    for section in sections {
        work(section);
        each(&mut section.children, work);
    }
}

fn renew(section: &mut Section, words: &BTreeMap<TaskId, String>) {
    // from behind, so that what is still to be written has not moved
    for at in (0..section.spans.len()).rev() {
        let Some((span, id)) = section.spans.get(at).and_then(|span| Some((*span, span.task?))) else { continue };
        let Some(text) = section.text.get_mut(span.paragraph as usize) else { continue };
        let signs: Vec<char> = text.chars().collect();
        let (from, to) = (span.from as usize, (span.to as usize).min(signs.len()));
        if from >= to {
            continue;
        }
        let new = words.get(&id);
        let shown = new.map_or(REMOVED_TASK, String::as_str);
        let old: String = signs[from..to].iter().collect();
        if old != shown {
            *text = signs[..from].iter().copied().chain(shown.chars()).chain(signs[to..].iter().copied()).collect();
            let length = u32::try_from(shown.chars().count()).unwrap_or(u32::MAX);
            for other in section.spans.iter_mut().filter(|other| other.paragraph == span.paragraph) {
                other.from = moved(other.from, &span, length);
                other.to = moved(other.to, &span, length);
            }
        }
        if new.is_none() {
            section.spans.remove(at);
        }
    }
}

/// Where a place of a paragraph is once `span` is `length` characters long.
fn moved(at: u32, span: &Span, length: u32) -> u32 {
    if at >= span.to {
        at - (span.to - span.from) + length
    } else if at > span.from {
        at.min(span.from + length)
    } else {
        at
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::plan::sample::plan;
    use crate::plan::{Edit, Look, Role, SectionId, TextRun};

    fn with_reference(to: u32) -> Plan {
        let mut plan = plan();
        let bold = TextRun { bold: true, ..TextRun::plain(" và sau đó") };
        let reference = TextRun { task: Some(TaskId(to)), ..TextRun::plain("?") };
        let runs = vec![TextRun::plain("Theo "), reference, bold, TextRun::plain(".")];
        plan.apply(Edit::SectionText { id: SectionId(3), paragraphs: vec![runs] }).unwrap();
        plan
    }

    fn said(plan: &Plan) -> (&str, Vec<(u32, u32, Look)>) {
        let section = plan.section(SectionId(3)).unwrap();
        (&section.text[0], section.spans.iter().map(|s| (s.from, s.to, s.look)).collect())
    }

    #[test]
    fn a_reference_follows_its_task_when_tasks_are_renumbered() {
        let mut plan = with_reference(2);
        assert_eq!(said(&plan).0, "Theo nhiệm vụ A.II.1 Phụ lục và sau đó.");
        let task = crate::plan::Task { id: TaskId(9), group: 2, ..plan.tasks[1].clone() };
        plan.tasks.insert(1, task);
        plan.apply(Edit::Subject { subject: "x".into() }).unwrap();
        let (text, spans) = said(&plan);
        assert_eq!(text, "Theo nhiệm vụ A.II.2 Phụ lục và sau đó.");
        assert_eq!(spans, [(5, 28, Look::Task), (28, 38, Look::Bold)]);
        // only one list is left: its letter goes
        plan.tasks.retain(|task| task.role == Role::Lead);
        plan.apply(Edit::Subject { subject: "y".into() }).unwrap();
        let (text, spans) = said(&plan);
        assert_eq!(text, "Theo nhiệm vụ II.2 Phụ lục và sau đó.");
        assert_eq!(spans, [(5, 26, Look::Task), (26, 36, Look::Bold)]);
    }

    #[test]
    fn a_reference_to_a_task_that_is_removed_says_so() {
        let mut plan = with_reference(2);
        plan.apply(Edit::RemoveTask { id: TaskId(2) }).unwrap();
        let (text, spans) = said(&plan);
        assert_eq!(text, format!("Theo {REMOVED_TASK} và sau đó."));
        assert_eq!(spans, [(22, 32, Look::Bold)]);
    }
}
