//! Columns of the annex that tasks leave empty.
//!
//! The ministry's plan leaves whole columns open, so each column is told once, with the tasks that lack it.

use super::places;
use crate::plan::{Finding, Plan, Role, Task};

/// As many tasks as a finding names.
const NAMED: usize = 8;

pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    let tasks = places::tasks(plan);
    plan.columns.iter().filter_map(|column| gaps(&column.field, &column.title, &tasks)).collect()
}

/// What every task needs, and what the letter asks of those that the unit leads.
fn gaps(field: &str, title: &str, tasks: &[(String, &Task)]) -> Option<Finding> {
    let (only_led, empty): (bool, fn(&Task) -> bool) = match field {
        "name" => (false, |task| task.name.trim().is_empty()),
        "lead" => (false, |task| task.lead.trim().is_empty()),
        "time" => (false, |task| task.time.trim().is_empty()),
        "product" => (false, |task| task.product.trim().is_empty()),
        "kind" => (true, |task| task.kind.is_none()),
        "goal" => (true, |task| task.goal.trim().is_empty()),
        "budget" => (true, |task| task.budget.is_none()),
        "funding" => (true, |task| task.funding.trim().is_empty()),
        _ => return None,
    };
    let asked: Vec<_> = tasks.iter().filter(|(_, task)| !only_led || task.role.list() == Role::Lead).collect();
    let missing: Vec<&str> = asked.iter().filter(|(_, task)| empty(task)).map(|(number, _)| number.as_str()).collect();
    if missing.is_empty() {
        return None;
    }
    let more = if missing.len() > NAMED { ", …" } else { "" };
    let place = format!("nhiệm vụ {}{more}", missing.iter().copied().take(NAMED).collect::<Vec<_>>().join(", "));
    let which = if only_led { "nhiệm vụ chủ trì" } else { "nhiệm vụ" };
    let message = format!("{}/{} {which} chưa có “{title}”", missing.len(), asked.len());
    Some(Finding::warning(place, message, "Điền cột này trong danh mục nhiệm vụ."))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::plan::{AnnexColumn, Money};

    #[test]
    fn tasks_without_their_product_are_told_by_their_printed_numbers() {
        let mut plan = sample::plan();
        plan.tasks[1].product = " ".into();
        let found = check(&plan);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].place.as_str(), found[0].message.as_str()), ("nhiệm vụ B.I.1", "1/2 nhiệm vụ chưa có “product”"));
        plan.tasks = (1..=20).map(|id| Task { product: String::new(), ..sample::task(id, Role::Lead) }).collect();
        let found = check(&plan);
        assert_eq!(found.len(), 1);
        assert!(found[0].place.ends_with("A.I.8, …") && found[0].message.starts_with("20/20"), "{:?}", found[0]);
    }

    #[test]
    fn money_is_asked_only_of_tasks_that_the_unit_leads() {
        let mut plan = sample::plan();
        plan.columns.push(AnnexColumn { field: "budget".into(), title: "Kinh phí".into() });
        plan.tasks.push(sample::task(3, Role::Own));
        let found = check(&plan);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.starts_with("2/2 nhiệm vụ chủ trì"), "{}", found[0].message);
        plan.tasks.iter_mut().for_each(|task| task.budget = Some(Money(0)));
        assert_eq!(check(&plan), []);
    }
}
