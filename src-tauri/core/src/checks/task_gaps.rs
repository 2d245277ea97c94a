//! Tasks whose row of the annex is not complete.

use super::places;
use crate::plan::{Finding, Plan, Role, Task};

pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    let tasks = places::tasks(plan);
    let mut found: Vec<Finding> = tasks.iter().filter_map(|(place, task)| bare(place, task)).collect();
    found.extend(plan.columns.iter().filter_map(|column| wanted(&column.field, &column.title, &tasks)));
    found
}

/// What every task needs, told task by task.
fn bare(place: &str, task: &Task) -> Option<Finding> {
    let parts = [
        (&task.name, "tên"),
        (&task.lead, "đơn vị chủ trì"),
        (&task.time, "thời gian thực hiện"),
        (&task.product, "sản phẩm dự kiến"),
    ];
    let missing: Vec<&str> = parts.iter().filter(|(cell, _)| cell.trim().is_empty()).map(|(_, part)| *part).collect();
    if missing.is_empty() {
        return None;
    }
    let message = format!("nhiệm vụ chưa có {}", missing.join(", "));
    Some(Finding::warning(place, message, "Bổ sung vào danh mục nhiệm vụ."))
}

/// What the letter's columns ask of the tasks that the unit leads. The ministry's plan has none of it, so each column is
/// told once, with how many tasks and the first of them.
fn wanted(field: &str, title: &str, tasks: &[(String, &Task)]) -> Option<Finding> {
    let empty: fn(&Task) -> bool = match field {
        "kind" => |task| task.kind.is_none(),
        "goal" => |task| task.goal.trim().is_empty(),
        "budget" => |task| task.budget.is_none(),
        "funding" => |task| task.funding.trim().is_empty(),
        _ => return None,
    };
    let led = || tasks.iter().filter(|(_, task)| task.role.list() == Role::Lead);
    let missing: Vec<&str> = led().filter(|(_, task)| empty(task)).map(|(place, _)| place.as_str()).collect();
    let first = missing.first()?;
    let message = format!("{}/{} nhiệm vụ chủ trì chưa có “{title}” (từ {first})", missing.len(), led().count());
    Some(Finding::warning("danh mục nhiệm vụ", message, "Điền cột này cho các nhiệm vụ đơn vị chủ trì."))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::plan::{AnnexColumn, Money};

    #[test]
    fn a_task_without_its_product_is_told_by_its_printed_number() {
        let mut plan = sample::plan();
        plan.tasks[1].product = " ".into();
        let found = check(&plan);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place, "nhiệm vụ B.I.1");
        assert!(found[0].message.contains("sản phẩm"));
    }

    #[test]
    fn a_wanted_column_is_told_once_for_the_tasks_that_the_unit_leads() {
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
