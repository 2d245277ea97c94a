//! The table of tasks (rule A4).

use super::measure::Pt;
use super::model::{CellAlign, Column, Row, RowKind, Table, TableCell};
use super::style::StyleSheet;
use super::{phrases, widths};
use crate::plan::{AnnexColumn, Money, Plan, Role, Task, TaskKind};

/// What the annex lists; its title and its mention in the body begin so.
pub(super) const LIST_NAME: &str = "Danh mục nhiệm vụ, dự án";

/// What stands above a list.
fn list_title(list: Role) -> &'static str {
    match list {
        Role::Lead | Role::Own => "Nhiệm vụ do đơn vị chủ trì",
        Role::Coordinating => "Nhiệm vụ do đơn vị phối hợp",
        Role::AllUnits => "Nhiệm vụ chung của các đơn vị thuộc Bộ",
    }
}

/// The annex's lists that have tasks, each with its letter and what stands above it: ("A", "Nhiệm vụ do đơn vị chủ trì").
pub fn lists(plan: &Plan) -> Vec<(String, &'static str, Role)> {
    plan.annex_lists().into_iter().map(|(letter, list)| (letter, list_title(list), list)).collect()
}

/// The table of all lists, its columns shared out over `width`; without tasks it has its header only.
pub fn table(plan: &Plan, width: Pt) -> Table {
    let fallback = [("no", "STT"), ("name", "Tên nhiệm vụ")]
        .map(|(field, title)| AnnexColumn { field: field.to_owned(), title: title.to_owned() });
    let columns: &[AnnexColumn] = if plan.columns.is_empty() { &fallback } else { &plan.columns };
    let rows = rows(plan, columns);
    let titles: Vec<&str> = columns.iter().map(|c| c.title.as_str()).collect();
    let (size, shares) = widths::fit(&titles, &rows, width, StyleSheet::of_plan(plan).sizes.table);
    let columns = columns
        .iter()
        .zip(shares)
        .map(|(column, width)| Column { title: column.title.clone(), width, align: align(&column.field) })
        .collect();
    Table { columns, rows, size }
}

/// Header cells broken between phrases: "Đơn vị / chủ trì", not "Đơn vị chủ / trì".
pub fn break_titles(table: &mut Table, width: Pt) {
    for column in &mut table.columns {
        let room = width * column.width - widths::sides();
        column.title = phrases::balanced(&column.title, room, table.size, true).join("\n");
    }
}

fn rows(plan: &Plan, columns: &[AnnexColumn]) -> Vec<Row> {
    let mut out = Vec::new();
    for (letter, title, list) in lists(plan) {
        out.push(title_row(columns, &letter, &title.to_uppercase()));
        for group in plan.annex_list(list) {
            out.push(title_row(columns, &group.label, &group.group.title));
            for (no, task) in group.tasks {
                let cells = columns.iter().map(|column| TableCell { text: cell(task, no, &column.field), span: 1 }).collect();
                out.push(Row { kind: RowKind::Body, task: Some(task.id), cells });
            }
        }
    }
    out.extend(total_row(plan, columns));
    out
}

/// A row with a list's or a group's title: its label under STT, its title over the rest.
fn title_row(columns: &[AnnexColumn], label: &str, title: &str) -> Row {
    let numbered = columns.len() > 1 && columns.first().is_some_and(|c| c.field == "no");
    let cells = if numbered {
        vec![TableCell { text: label.to_owned(), span: 1 }, TableCell { text: title.to_owned(), span: columns.len() - 1 }]
    } else {
        vec![TableCell { text: format!("{label}. {title}"), span: columns.len() }]
    };
    Row { kind: RowKind::Group, task: None, cells }
}

/// The sum of the budgets, if any is given and has a column.
fn total_row(plan: &Plan, columns: &[AnnexColumn]) -> Option<Row> {
    let at = columns.iter().position(|c| c.field == "budget")?;
    let listed = lists(plan).into_iter().flat_map(|(_, _, list)| plan.annex_list(list));
    let budgets: Vec<Money> = listed.flat_map(|group| group.tasks).filter_map(|(_, task)| task.budget).collect();
    if budgets.is_empty() {
        return None;
    }
    let total: Money = budgets.into_iter().sum();
    let cells = [("TỔNG CỘNG".to_owned(), at), (total.to_string(), 1), (String::new(), columns.len() - at - 1)];
    let cells = cells.into_iter().filter(|(_, span)| *span > 0).map(|(text, span)| TableCell { text, span }).collect();
    Some(Row { kind: RowKind::Total, task: None, cells })
}

fn cell(task: &Task, no: u32, field: &str) -> String {
    match field {
        "no" => no.to_string(),
        "name" => task.name.clone(),
        "lead" => task.lead.clone(),
        "coordinating" => task.coordinating.clone(),
        "time" => task.time.clone(),
        "product" => task.product.clone(),
        "basis" => task.basis.clone(),
        "kind" => kind(task.kind).to_owned(),
        "goal" => task.goal.clone(),
        "budget" => task.budget.map(|b| b.to_string()).unwrap_or_default(),
        "funding" => task.funding.clone(),
        "assigned_member" => task.assigned_member.clone(),
        "note" => task.note.clone(),
        "effect" => task.effect.clone(),
        _ => String::new(),
    }
}

fn kind(kind: Option<TaskKind>) -> &'static str {
    match kind {
        Some(TaskKind::New) => "Mới",
        Some(TaskKind::Continued) => "Chuyển tiếp",
        None => "",
    }
}

fn align(field: &str) -> CellAlign {
    match field {
        "no" | "time" | "kind" => CellAlign::Centre,
        "budget" => CellAlign::Right,
        _ => CellAlign::Left,
    }
}
