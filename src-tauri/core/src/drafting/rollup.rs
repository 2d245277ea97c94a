//! Many units' plans → one table of what they lead, unit by unit: the ministry's view of a year.

use crate::plan::{AnnexColumn, Issuing, Plan, Profile, Role, Task, TaskGroup, TaskId, Unit};

/// The plans as one plan whose groups are the units, in the order given, with the tasks that each leads or adds.
/// Its columns are all that any of them prints. `None` if there is no plan, or they are not of one year.
pub fn rollup(plans: &[Plan]) -> Option<Plan> {
    let first = plans.first()?;
    if plans.iter().any(|plan| plan.year != first.year) {
        return None;
    }
    let superior = &first.unit.superior;
    let groups = (1..).zip(plans).map(|(id, plan)| TaskGroup { id, title: plan.unit.name.clone() }).collect();
    Some(Plan {
        form: first.form.clone(),
        year: first.year,
        subject: first.subject.replace(&first.unit.name, superior),
        unit: Unit { name: superior.clone(), ..Unit::default() },
        profile: Profile::default(),
        issuing: Issuing::default(),
        results: Vec::new(),
        sources: Vec::new(),
        sections: Vec::new(),
        legal_bases: Vec::new(),
        groups,
        tasks: tasks(plans),
        columns: columns(plans),
        coverage: Vec::new(),
        findings: Vec::new(),
    })
}

fn tasks(plans: &[Plan]) -> Vec<Task> {
    let led = (1..).zip(plans).flat_map(|(group, plan)| {
        let own = plan.annex_list(Role::Lead).into_iter().flat_map(|list| list.tasks);
        own.map(move |(_, task)| Task { group, ..task.clone() }).collect::<Vec<_>>()
    });
    (1..).zip(led).map(|(id, task)| Task { id: TaskId(id), ..task }).collect()
}

fn columns(plans: &[Plan]) -> Vec<AnnexColumn> {
    let mut columns: Vec<AnnexColumn> = Vec::new();
    for column in plans.iter().flat_map(|plan| &plan.columns) {
        if !columns.iter().any(|known| known.field == column.field) {
            columns.push(column.clone());
        }
    }
    columns
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::document::fixture;

    #[test]
    fn tasks_that_units_lead_stand_under_their_unit() {
        let one = fixture::small();
        let mut other = one.clone();
        other.unit.name = "Văn phòng".into();
        other.tasks[1].role = Role::Own;
        let all = rollup(&[one.clone(), other]).unwrap();
        let list = all.annex_list(Role::Lead);
        let counted: Vec<(&str, usize)> = list.iter().map(|g| (g.group.title.as_str(), g.tasks.len())).collect();
        assert_eq!(counted, [(one.unit.name.as_str(), 1), ("Văn phòng", 2)]);
        assert!(!all.subject.contains(&one.unit.name) && all.unit.name == one.unit.superior);
        assert_eq!(rollup(&[]), None);
        assert_eq!(rollup(&[one.clone(), Plan { year: one.year + 1, ..one }]), None);
    }
}
