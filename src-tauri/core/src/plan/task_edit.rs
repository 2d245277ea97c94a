//! Changes to tasks and their groups.

use super::deadline::house_form;
use super::edit::clean_cell;
use super::{CoveredBy, EditError, Plan, Role, Task, TaskGroup, TaskId};
use crate::text::squeeze;

impl Plan {
    pub(super) fn set_task(&mut self, task: Task) -> Result<(), EditError> {
        self.group_at(task.group)?;
        let mut task = clean_task(task);
        let at = self.tasks.iter().position(|old| old.id == task.id);
        // What the ministry wrote stays as it wrote it until the planner changes it.
        if at.is_none_or(|at| self.tasks[at].time != task.time) {
            task.time = house_form(&task.time, self.year);
        }
        match at {
            // One that changes its list or group goes behind those that are there.
            Some(at) if (self.tasks[at].role.list(), self.tasks[at].group) != (task.role.list(), task.group) => {
                self.tasks.remove(at);
                self.tasks.push(task);
            }
            Some(at) => {
                self.tasks[at] = task;
                return Ok(());
            }
            None => self.tasks.push(task),
        }
        self.order_tasks();
        Ok(())
    }

    pub(super) fn remove_task(&mut self, id: TaskId) -> Result<(), EditError> {
        let at = self.task_at(id)?;
        self.tasks.remove(at);
        for priority in &mut self.coverage {
            priority.covered_by.retain(|covered| *covered != CoveredBy::Task(id));
            priority.refused.retain(|covered| *covered != CoveredBy::Task(id));
        }
        Ok(())
    }

    pub(super) fn move_tasks(&mut self, ids: &[TaskId], group: u32, list: Role, before: Option<TaskId>) -> Result<(), EditError> {
        self.group_at(group)?;
        for id in ids.iter().chain(&before) {
            self.task_at(*id)?;
        }
        let list = list.list();
        // Before one that moves itself: before the next that does not.
        let stays = |id: &TaskId| !ids.contains(id);
        let place = |task: &&Task| task.group == group && task.role.list() == list;
        let from = before.and_then(|id| self.tasks.iter().position(|task| task.id == id)).unwrap_or(self.tasks.len());
        let before = self.tasks[from..].iter().filter(place).map(|task| task.id).find(stays);
        let mut moved = Vec::with_capacity(ids.len());
        for id in ids {
            // one named twice is there no more the second time, and moved already
            let Ok(at) = self.task_at(*id) else { continue };
            let old = self.tasks.remove(at);
            let role = if old.role.list() == list { old.role } else { list };
            moved.push(Task { group, role, ..old });
        }
        let at = before.and_then(|id| self.task_at(id).ok()).unwrap_or(self.tasks.len());
        self.tasks.splice(at..at, moved);
        self.order_tasks();
        Ok(())
    }

    pub(super) fn set_group(&mut self, group: &TaskGroup) -> Result<(), EditError> {
        let group = TaskGroup { id: group.id, title: squeeze(&group.title) };
        if group.title.is_empty() {
            return Err(EditError::NamelessGroup);
        }
        match self.groups.iter_mut().find(|old| old.id == group.id) {
            Some(old) => *old = group,
            None => self.groups.push(group),
        }
        Ok(())
    }

    pub(super) fn move_group(&mut self, id: u32, before: Option<u32>) -> Result<(), EditError> {
        let at = self.group_at(id)?;
        before.map_or(Ok(0), |next| self.group_at(next))?;
        let group = self.groups.remove(at);
        let next = before.and_then(|next| self.groups.iter().position(|group| group.id == next));
        // before itself: where it was
        let to = next.unwrap_or(if before == Some(id) { at } else { self.groups.len() });
        self.groups.insert(to, group);
        self.order_tasks();
        Ok(())
    }

    pub(super) fn remove_group(&mut self, id: u32) -> Result<(), EditError> {
        let at = self.group_at(id)?;
        if self.tasks.iter().any(|task| task.group == id) {
            return Err(EditError::GroupInUse(self.groups[at].title.clone()));
        }
        self.groups.remove(at);
        Ok(())
    }

    pub(super) fn set_coverage(&mut self, no: u32, covered_by: &[CoveredBy], refused: &[CoveredBy]) -> Result<(), EditError> {
        for link in covered_by.iter().chain(refused) {
            match link {
                CoveredBy::Section(id) => self.section(*id).map(|_| ()).ok_or(EditError::NoSection(id.0))?,
                CoveredBy::Task(id) => self.task_at(*id).map(|_| ())?,
            }
        }
        let priority = self.coverage.iter_mut().find(|priority| priority.no == no).ok_or(EditError::NoPriority(no))?;
        let mut seen = Vec::new();
        let mut new = |link: &&CoveredBy| {
            let new = !seen.contains(*link);
            seen.push(**link);
            new
        };
        priority.covered_by = covered_by.iter().filter(&mut new).copied().collect();
        priority.refused = refused.iter().filter(&mut new).copied().collect();
        Ok(())
    }

    /// Puts the tasks in the order of the annex: by list, then group; within a group as they stood.
    pub fn order_tasks(&mut self) {
        let place = |group: u32| self.groups.iter().position(|g| g.id == group);
        self.tasks.sort_by_key(|task| (task.role.list(), place(task.group)));
    }

    fn task_at(&self, id: TaskId) -> Result<usize, EditError> {
        self.tasks.iter().position(|task| task.id == id).ok_or(EditError::NoTask(id.0))
    }

    fn group_at(&self, id: u32) -> Result<usize, EditError> {
        self.groups.iter().position(|group| group.id == id).ok_or(EditError::NoGroup(id))
    }
}

fn clean_task(task: Task) -> Task {
    Task {
        name: clean_cell(&task.name),
        lead: clean_cell(&task.lead),
        coordinating: clean_cell(&task.coordinating),
        time: clean_cell(&task.time),
        product: clean_cell(&task.product),
        basis: clean_cell(&task.basis),
        goal: clean_cell(&task.goal),
        funding: clean_cell(&task.funding),
        assigned_member: clean_cell(&task.assigned_member),
        note: clean_cell(&task.note),
        effect: clean_cell(&task.effect),
        ..task
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::plan::sample::plan;
    use crate::plan::{Edit, Provenance, SectionId};

    fn ids(plan: &Plan) -> Vec<u32> {
        plan.tasks.iter().map(|task| task.id.0).collect()
    }

    #[test]
    fn tasks_move_between_lists_and_leave_the_coverage_when_removed() {
        let mut p = plan();
        let mut task = p.tasks[0].clone();
        task.role = Role::Coordinating;
        p.apply(Edit::Task { task: Box::new(task.clone()) }).unwrap();
        let ids: Vec<u32> = p.tasks.iter().map(|t| t.id.0).collect();
        assert_eq!(ids, [2, 1, 3], "list B, in its group before group 2");
        task.id = TaskId(9);
        task.role = Role::Own;
        task.source = Some(Provenance::new("ministry", "I/1"));
        p.apply(Edit::Task { task: Box::new(task) }).unwrap();
        assert_eq!(p.tasks[0].id, TaskId(9), "group 1 of list A stands first");
        p.apply(Edit::RemoveTask { id: TaskId(1) }).unwrap();
        assert!(p.coverage[0].covered_by.iter().all(|c| *c != CoveredBy::Task(TaskId(1))));
    }

    #[test]
    fn a_typed_time_is_written_in_the_house_form_and_the_ministrys_is_left() {
        let mut p = plan();
        p.tasks[0].time = "quý 4".into();
        let mut task = p.tasks[0].clone();
        task.product = "Báo cáo".into();
        p.apply(Edit::Task { task: Box::new(task.clone()) }).unwrap();
        assert_eq!(p.tasks[0].time, "quý 4");
        task.time = "q3".into();
        p.apply(Edit::Task { task: Box::new(task.clone()) }).unwrap();
        assert_eq!(p.tasks[0].time, "Quý III/2026");
        task.time = "khi có vốn".into();
        p.apply(Edit::Task { task: Box::new(task) }).unwrap();
        assert_eq!(p.tasks[0].time, "khi có vốn");
    }

    #[test]
    fn tasks_move_within_and_between_groups_and_lists_and_keep_their_order() {
        let mut p = plan();
        for id in 4..=6 {
            p.tasks.push(Task { id: TaskId(id), role: Role::Own, ..p.tasks[0].clone() });
        }
        p.order_tasks();
        assert_eq!(ids(&p), [1, 4, 5, 6, 2, 3]);
        let to = |ids: &[u32], group, list, before: Option<u32>| Edit::MoveTasks {
            ids: ids.iter().copied().map(TaskId).collect(),
            group,
            list,
            before: before.map(TaskId),
        };
        p.apply(to(&[6, 5, 6], 1, Role::Lead, Some(1))).unwrap();
        assert_eq!(ids(&p), [6, 5, 1, 4, 2, 3]);
        p.apply(to(&[5, 6], 1, Role::Lead, Some(6))).unwrap();
        assert_eq!(ids(&p), [5, 6, 1, 4, 2, 3], "before one that moves itself");
        p.apply(to(&[6, 5], 1, Role::Lead, Some(1))).unwrap();
        p.apply(to(&[1, 4], 2, Role::Lead, None)).unwrap();
        assert_eq!(ids(&p), [6, 5, 2, 1, 4, 3]);
        assert_eq!((p.tasks[3].role, p.tasks[4].role), (Role::Lead, Role::Own), "one list, each stays what it is");
        p.apply(to(&[4], 2, Role::Coordinating, Some(3))).unwrap();
        assert_eq!(ids(&p), [6, 5, 2, 1, 4, 3]);
        assert_eq!(p.tasks[4].role, Role::Coordinating);
        let before = p.clone();
        for (edit, error) in [
            (to(&[6, 99], 1, Role::Lead, None), EditError::NoTask(99)),
            (to(&[6], 9, Role::Lead, None), EditError::NoGroup(9)),
            (to(&[6], 1, Role::Lead, Some(98)), EditError::NoTask(98)),
        ] {
            assert_eq!(p.apply(edit), Err(error));
            assert_eq!(p, before);
        }
    }

    #[test]
    fn groups_are_added_renamed_moved_and_taken_out_when_empty() {
        let mut p = plan();
        let titles = |p: &Plan| p.groups.iter().map(|group| group.title.clone()).collect::<Vec<_>>();
        let named = |id, title: &str| Edit::TaskGroup { group: TaskGroup { id, title: title.into() } };
        p.apply(named(5, " Hạ  tầng ")).unwrap();
        p.apply(named(1, "Thể chế")).unwrap();
        assert_eq!(titles(&p), ["Thể chế", "Dữ liệu số", "Hạ tầng"]);
        assert_eq!(p.apply(named(1, " ")), Err(EditError::NamelessGroup));
        p.apply(Edit::MoveTaskGroup { id: 2, before: Some(1) }).unwrap();
        assert_eq!(titles(&p), ["Dữ liệu số", "Thể chế", "Hạ tầng"]);
        assert_eq!(ids(&p), [2, 1, 3], "tasks go with their group");
        p.apply(Edit::MoveTaskGroup { id: 2, before: Some(2) }).unwrap();
        p.apply(Edit::MoveTaskGroup { id: 5, before: None }).unwrap();
        assert_eq!(titles(&p), ["Dữ liệu số", "Thể chế", "Hạ tầng"]);
        assert_eq!(p.apply(Edit::MoveTaskGroup { id: 1, before: Some(7) }), Err(EditError::NoGroup(7)));
        assert_eq!(p.apply(Edit::RemoveTaskGroup { id: 1 }), Err(EditError::GroupInUse("Thể chế".into())));
        p.apply(Edit::RemoveTaskGroup { id: 5 }).unwrap();
        assert_eq!(titles(&p), ["Dữ liệu số", "Thể chế"]);
    }

    #[test]
    fn what_covers_a_priority_task_is_linked_and_refused_by_hand() {
        let mut p = plan();
        let (section, task, other) = (CoveredBy::Section(SectionId(2)), CoveredBy::Task(TaskId(1)), CoveredBy::Task(TaskId(2)));
        let edit = |no, covered_by: &[CoveredBy], refused: &[CoveredBy]| Edit::Coverage {
            task: no,
            covered_by: covered_by.to_vec(),
            refused: refused.to_vec(),
        };
        p.apply(edit(1, &[section, task, section], &[other, task])).unwrap();
        assert_eq!((p.coverage[0].covered_by.as_slice(), p.coverage[0].refused.as_slice()), (&[section, task][..], &[other][..]));
        p.apply(Edit::RemoveTask { id: TaskId(2) }).unwrap();
        assert_eq!(p.coverage[0].refused, []);
        let before = p.clone();
        for (wrong, error) in [
            (edit(7, &[], &[]), EditError::NoPriority(7)),
            (edit(1, &[CoveredBy::Section(SectionId(44))], &[]), EditError::NoSection(44)),
            (edit(1, &[], &[other]), EditError::NoTask(2)),
        ] {
            assert_eq!(p.apply(wrong), Err(error));
            assert_eq!(p, before);
        }
    }

    #[test]
    fn several_changes_are_made_all_or_none() {
        let mut p = plan();
        let before = p.clone();
        let group = TaskGroup { id: 8, title: "Nhân lực số".into() };
        let task = Task { id: TaskId(9), group: 8, ..p.tasks[0].clone() };
        let both = vec![Edit::TaskGroup { group }, Edit::Task { task: Box::new(task) }];
        let wrong = [both.clone(), vec![Edit::RemoveTask { id: TaskId(77) }]].concat();
        assert_eq!(p.apply(Edit::Several { edits: wrong }), Err(EditError::NoTask(77)));
        assert_eq!(p, before);
        p.apply(Edit::Several { edits: both }).unwrap();
        assert_eq!(ids(&p), [1, 2, 9, 3]);
    }
}
