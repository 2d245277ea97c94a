//! What the window is told of the open plan: all of it once, then only what changed.

use serde::{Deserialize, Serialize};
use skh_core::plan::{Finding, History, Plan, ShownPlan, ShownTask, Spot, differing};
use specta::Type;

use crate::error::CommandError;

/// What the window shows of the open plan.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Opened {
    /// The plan with its paths and numbers worked out.
    pub plan: ShownPlan,
    /// What the checks find, and what the drafting was unsure of. Changes are told by `PlanChecked`.
    pub findings: Vec<Finding>,
    /// Which of the plans that the window has opened.
    pub opening: u32,
    /// The telling by `PlanChecked` that `findings` are up to.
    pub checks: u32,
    /// The file the planner has chosen; `None` while it lies in the app's own folder.
    pub path: Option<String>,
    /// Name proposed for its file.
    pub file_name: String,
    /// When it was last written to its file.
    pub saved_at: chrono::NaiveDateTime,
    /// Why the last change could not be written.
    pub save_failure: Option<CommandError>,
    /// Whether the file can only be read.
    pub read_only: bool,
    /// Counts changes; `PlanSaved` says up to which they are written.
    pub revision: u32,
    /// What undoing takes back: "sửa mục III.4".
    pub undoes: Option<String>,
    /// What was undone and can be done again.
    pub redoes: Option<String>,
}

/// What a change changed: the lists that can be long only where they differ, all else whole. What the checks find then is
/// told later, by `PlanChecked`.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Changed {
    /// The plan without its tasks, and without its sections if those are as they were.
    pub plan: ShownPlan,
    /// Whether `plan` has the sections.
    pub sections: bool,
    /// Stretch of the tasks that differs.
    pub tasks: Option<Stretch<ShownTask>>,
    /// As in [`Opened`].
    pub revision: u32,
    /// As in [`Opened`].
    pub undoes: Option<String>,
    /// As in [`Opened`].
    pub redoes: Option<String>,
}

/// A stretch of a list: from `at`, `removed` members give way to `put`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Stretch<T> {
    /// Where it begins.
    pub at: usize,
    /// How many stood there.
    pub removed: usize,
    /// What stands there now.
    pub put: Vec<T>,
}

impl<T: Clone + PartialEq> Stretch<T> {
    /// What makes `before` into `now`; none if nothing does.
    pub fn of(before: &[T], now: &[T]) -> Option<Self> {
        let (at, before_end, now_end) = differing(before, now)?;
        Some(Self { at, removed: before_end - at, put: now[at..now_end].to_vec() })
    }
}

/// What an undo changed, and where.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Moved {
    /// What changed.
    pub changed: Changed,
    /// Where the window goes.
    pub place: Spot,
}

/// The plan as it is shown at one time.
pub struct Shown {
    /// The plan with its paths and numbers worked out.
    pub plan: ShownPlan,
}

impl Shown {
    /// Works it out.
    pub fn of(plan: &Plan) -> Self {
        Self { plan: ShownPlan::of(plan) }
    }

    /// What differs from `before`.
    pub fn since(&mut self, before: &Self, revision: u32, history: &History) -> Changed {
        let sections = self.plan.sections != before.plan.sections;
        // The long lists step aside, so that they are not cloned to be dropped.
        let tasks = std::mem::take(&mut self.plan.tasks);
        let same = if sections { Vec::new() } else { std::mem::take(&mut self.plan.sections) };
        let plan = self.plan.clone();
        self.plan.tasks = tasks;
        if !sections {
            self.plan.sections = same;
        }
        Changed {
            plan,
            sections,
            tasks: Stretch::of(&before.plan.tasks, &self.plan.tasks),
            revision,
            undoes: history.undoes().map(str::to_owned),
            redoes: history.redoes().map(str::to_owned),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use skh_core::plan::{Edit, Task, TaskId};

    use super::*;
    use crate::commands::plan::sample;

    #[test]
    fn a_change_of_one_task_tells_that_task_and_no_section() {
        let mut plan = sample().unwrap();
        let before = Shown::of(&plan);
        let task = Task { product: "Báo cáo".into(), ..plan.tasks[1].clone() };
        plan.apply(Edit::Task { task: Box::new(task) }).unwrap();
        let changed = Shown::of(&plan).since(&before, 1, &History::default());
        let stretch = changed.tasks.unwrap();
        assert_eq!((stretch.at, stretch.removed, stretch.put.len(), changed.sections), (1, 1, 1, false));
        assert!(changed.plan.tasks.is_empty() && changed.plan.sections.is_empty());
        let first = plan.tasks[0].id;
        plan.apply(Edit::RemoveTask { id: first }).unwrap();
        assert_ne!(first, TaskId(0));
        let stretch = Shown::of(&plan).since(&before, 2, &History::default()).tasks.unwrap();
        assert_eq!(stretch.at, 0);
    }

    #[test]
    fn a_change_among_five_thousand_tasks_is_answered_with_little() {
        let mut plan = sample().unwrap();
        let first = plan.tasks[0].clone();
        plan.tasks = (1..=5000).map(|id| Task { id: TaskId(id), ..first.clone() }).collect();
        let before = Shown::of(&plan);
        let whole = serde_json::to_vec(&before.plan).unwrap().len();
        plan.apply(Edit::Task { task: Box::new(Task { id: TaskId(2500), product: "Báo cáo".into(), ..first }) }).unwrap();
        let changed = Shown::of(&plan).since(&before, 1, &History::default());
        let sent = serde_json::to_vec(&changed).unwrap().len();
        assert!(sent * 20 < whole, "{sent} of {whole} bytes");
    }
}
