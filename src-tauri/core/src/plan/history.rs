//! What was done to a plan since it was opened, to undo and do again. Keeps changed parts only, and not without end.

use std::collections::VecDeque;

use chrono::{NaiveDateTime, TimeDelta};

use super::Plan;
use super::delta::{Delta, Spot};

/// Memory that steps may take together, in bytes; the last step is kept however large it is.
const MOST: usize = 64 * 1024 * 1024;
/// Typing that goes on after a pause no longer than this joins the step before …
const PAUSE: TimeDelta = TimeDelta::seconds(2);
/// … until the step has grown for so long.
const BURST: TimeDelta = TimeDelta::seconds(30);

/// One thing that was done.
#[derive(Debug)]
struct Step {
    delta: Delta,
    name: String,
    place: Spot,
    begun: NaiveDateTime,
    ended: NaiveDateTime,
    size: usize,
}

/// Steps done and undone.
#[derive(Debug)]
pub struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
    size: usize,
    most: usize,
}

impl Default for History {
    fn default() -> Self {
        Self::of_size(MOST)
    }
}

impl History {
    /// A history that takes about this much memory, in bytes.
    pub fn of_size(most: usize) -> Self {
        Self { done: VecDeque::new(), undone: Vec::new(), size: 0, most }
    }

    /// Keeps that the plan went from `before` to `after`; typing at one place without a pause is one step. What was
    /// undone can then no longer be done again. `name` names it where the change itself does not: “khôi phục phiên bản”.
    pub fn record(&mut self, before: &Plan, after: &Plan, at: NaiveDateTime, name: Option<&str>) {
        let Some(delta) = Delta::of(before, after) else { return };
        let (told, place) = delta.told(before, after);
        self.size -= self.undone.drain(..).map(|step| step.size).sum::<usize>();
        let joins = name.is_none() && delta.is_typing();
        let burst = self.done.pop_back_if(|last| {
            let pause = at - last.ended;
            let short = TimeDelta::zero() <= pause && pause <= PAUSE && at - last.begun <= BURST;
            joins && short && (last.place, &last.name) == (place, &told) && last.delta.is_typing()
        });
        let (delta, begun) = match burst {
            Some(last) => {
                self.size -= last.size;
                let mut first = before.clone();
                last.delta.put(&mut first, true);
                match Delta::of(&first, after) {
                    Some(whole) => (whole, last.begun),
                    // Typed and deleted again: nothing was done.
                    None => return,
                }
            }
            None => (delta, at),
        };
        let size = delta.size();
        self.size += size;
        self.done.push_back(Step { delta, name: name.map_or(told, str::to_owned), place, begun, ended: at, size });
        while self.size > self.most && self.done.len() > 1 {
            self.size -= self.done.pop_front().map_or(0, |step| step.size);
        }
    }

    /// Takes the last step back; where that was, or `None` if there is none.
    pub fn undo(&mut self, plan: &mut Plan) -> Option<Spot> {
        let step = self.done.pop_back()?;
        step.delta.put(plan, true);
        let place = step.place;
        self.undone.push(step);
        Some(place)
    }

    /// Does the last step undone again; where that was, or `None` if there is none.
    pub fn redo(&mut self, plan: &mut Plan) -> Option<Spot> {
        let mut step = self.undone.pop()?;
        step.delta.put(plan, false);
        let place = step.place;
        // What is typed next is a step of its own.
        step.ended = NaiveDateTime::MIN;
        self.done.push_back(step);
        Some(place)
    }

    /// What `undo` would take back: "sửa mục III.4".
    pub fn undoes(&self) -> Option<&str> {
        self.done.back().map(|step| step.name.as_str())
    }

    /// What `redo` would do again.
    pub fn redoes(&self) -> Option<&str> {
        self.undone.last().map(|step| step.name.as_str())
    }

    /// About how many bytes its steps take.
    pub fn size(&self) -> usize {
        self.size
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::*;
    use crate::plan::sample::plan;
    use crate::plan::{Edit, LegalBasis, Role, SectionId, Status, TaskId, TextRun};

    fn second(at: i64) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2025, 12, 1).unwrap().and_hms_opt(8, 0, 0).unwrap() + TimeDelta::seconds(at)
    }

    fn make(plan: &mut Plan, history: &mut History, edit: Edit, at: i64) {
        let before = plan.clone();
        if plan.apply(edit).is_ok() {
            history.record(&before, plan, second(at), None);
        }
    }

    fn write(id: u32, text: &str) -> Edit {
        Edit::SectionText { id: SectionId(id), paragraphs: vec![vec![TextRun::plain(text)]] }
    }

    #[test]
    fn typing_in_one_section_is_one_step_until_a_pause() {
        let (mut p, mut history) = (plan(), History::default());
        let first = p.clone();
        for (at, text) in [(0, "Mở"), (1, "Mở lớp"), (3, "Mở lớp học")] {
            make(&mut p, &mut history, write(3, text), at);
        }
        let typed = p.clone();
        make(&mut p, &mut history, write(3, "Mở lớp học số"), 9);
        assert_eq!(history.undoes(), Some("sửa mục II"));
        assert_eq!(history.undo(&mut p), Some(Spot::Section { id: SectionId(3) }));
        assert_eq!(p, typed);
        history.undo(&mut p);
        assert_eq!(p, first);
        assert_eq!((history.undo(&mut p), history.undoes(), history.redoes()), (None, None, Some("sửa mục II")));
    }

    #[test]
    fn a_step_says_what_was_done_and_where() {
        let (mut p, mut history) = (plan(), History::default());
        make(&mut p, &mut history, Edit::SectionStatus { id: SectionId(3), status: Status::Done }, 0);
        assert_eq!(history.undoes(), Some("đánh dấu mục II"));
        make(&mut p, &mut history, Edit::RemoveTask { id: TaskId(1) }, 0);
        assert_eq!(history.undoes(), Some("xóa nhiệm vụ I.1"));
        assert_eq!(history.undo(&mut p), Some(Spot::Task { id: TaskId(1) }));
        let mut task = p.tasks[1].clone();
        task.product = "Báo cáo".into();
        make(&mut p, &mut history, Edit::Task { task: Box::new(task) }, 0);
        assert_eq!(history.undoes(), Some("sửa nhiệm vụ II.1"));
        make(&mut p, &mut history, Edit::Subject { subject: "Khác".into() }, 0);
        assert_eq!((history.undoes(), history.redoes()), (Some("sửa trích yếu"), None));
        assert_eq!(history.undo(&mut p), Some(Spot::Issuing));
    }

    #[test]
    fn memory_is_bounded_and_the_last_step_stays() {
        let (mut p, mut history) = (plan(), History::of_size(4000));
        for at in 0..200 {
            make(&mut p, &mut history, write(3, &"chữ ".repeat(usize::try_from(at).unwrap())), at * 10);
            assert!(history.size() <= 4000 || history.done.len() == 1);
        }
        assert_eq!(history.undoes(), Some("sửa mục II"));
        assert_eq!(history.undo(&mut p), Some(Spot::Section { id: SectionId(3) }));
    }

    fn edits() -> impl Strategy<Value = Edit> {
        let text = prop::collection::vec("[a-zđâ ]{0,12}", 0..3);
        prop_oneof![
            (1..6u32, text).prop_map(|(id, text)| Edit::SectionText {
                id: SectionId(id),
                paragraphs: text.into_iter().map(|text: String| vec![TextRun::plain(&text)]).collect()
            }),
            (1..6u32, "[a-z]{0,8}").prop_map(|(id, heading)| Edit::SectionHeading { id: SectionId(id), heading }),
            (1..6u32, any::<bool>()).prop_map(|(id, done)| Edit::SectionStatus {
                id: SectionId(id),
                status: if done { Status::Done } else { Status::Edited }
            }),
            (1..9u32, 0..4usize, 1..3u32, "[a-z]{0,8}").prop_map(|(id, role, group, name)| {
                let role = [Role::Lead, Role::Coordinating, Role::AllUnits, Role::Own][role];
                let mut task = plan().tasks[0].clone();
                (task.id, task.role, task.group, task.name) = (TaskId(id), role, group, name);
                Edit::Task { task: Box::new(task) }
            }),
            (1..9u32).prop_map(|id| Edit::RemoveTask { id: TaskId(id) }),
            (0..4usize, "[a-z]{0,8}").prop_map(|(index, number)| {
                let mut basis: LegalBasis = plan().legal_bases[0].clone();
                basis.citation.number = Some(number);
                Edit::LegalBasis { index, basis }
            }),
            (0..4usize).prop_map(|index| Edit::RemoveLegalBasis { index }),
            "[a-z]{0,8}".prop_map(|subject| Edit::Subject { subject }),
        ]
    }

    proptest! {
        #[test]
        fn undone_to_the_end_is_the_first_plan_and_redone_the_last(steps in prop::collection::vec((edits(), 0..4i64), 0..40)) {
            let (mut p, mut history) = (plan(), History::default());
            let first = p.clone();
            let mut at = 0;
            for (edit, pause) in steps {
                at += pause;
                make(&mut p, &mut history, edit, at);
            }
            let last = p.clone();
            while history.undo(&mut p).is_some() {}
            prop_assert_eq!(&p, &first);
            while history.redo(&mut p).is_some() {}
            prop_assert_eq!(&p, &last);
            while history.undo(&mut p).is_some() {}
            prop_assert_eq!(&p, &first);
        }
    }
}
