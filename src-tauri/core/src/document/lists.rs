//! Tables besides that of the tasks: results of last year, projects with a budget, a section's indicators.

use super::measure::Pt;
use super::model::{CellAlign, Column, Row, RowKind, Table, TableCell};
use super::style::StyleSheet;
use super::widths;
use crate::plan::{Indicator, Money, Plan};

/// Results of last year, one a row.
pub(super) fn results(plan: &Plan, width: Pt, sheet: &StyleSheet) -> Table {
    let year = plan.year - 1;
    let titles = ["STT", "Mục tiêu, nhiệm vụ", &format!("Yêu cầu năm {year}"), "Kết quả thực hiện", "Ghi chú"];
    let rows = (1..).zip(&plan.results).map(|(no, row): (u32, _)| {
        body(vec![no.to_string(), row.name.clone(), row.target.clone(), row.outcome.clone(), row.note.clone()])
    });
    table(&titles, &[CellAlign::Centre], rows.collect(), width, sheet)
}

/// What a framework letter asks of each project: name, goal, total, source of funds, time, effect; and the sum.
pub(super) fn budget(plan: &Plan, width: Pt, sheet: &StyleSheet) -> Table {
    let titles =
        ["STT", "Tên dự án, nhiệm vụ", "Mục tiêu", "Tổng mức đầu tư (đồng)", "Nguồn vốn", "Thời gian thực hiện", "Hiệu quả"];
    let mut rows: Vec<Row> = (1..)
        .zip(plan.budgeted())
        .map(|(no, (task, amount)): (u32, _)| {
            let cells = [&task.name, &task.goal, &amount.to_string(), &task.funding, &task.time, &task.effect];
            body(std::iter::once(no.to_string()).chain(cells.into_iter().cloned()).collect())
        })
        .collect();
    let total: Money = plan.budgeted().map(|(_, amount)| amount).sum();
    let cells = [("TỔNG CỘNG".to_owned(), 3), (total.to_string(), 1), (String::new(), 3)];
    let cells = cells.into_iter().map(|(text, span)| TableCell { text, span }).collect();
    rows.push(Row { kind: RowKind::Total, task: None, cells });
    use CellAlign::{Centre, Left, Right};
    table(&titles, &[Centre, Left, Left, Right, Left, Centre], rows, width, sheet)
}

/// A section's indicators: reached last year, to be reached this year.
pub(super) fn indicators(year: i32, rows: &[Indicator], width: Pt, sheet: &StyleSheet) -> Table {
    let (before, now) = (format!("Năm {}", year.saturating_sub(1)), format!("Năm {year}"));
    let titles = ["Chỉ tiêu", "Đơn vị tính", before.as_str(), now.as_str()];
    let rows = rows.iter().cloned().map(|Indicator { name, unit, baseline, target }| row([name, unit, baseline, target]));
    table(&titles, &[CellAlign::Left, CellAlign::Centre, CellAlign::Right, CellAlign::Right], rows.collect(), width, sheet)
}

fn body(cells: Vec<String>) -> Row {
    Row { kind: RowKind::Body, task: None, cells: cells.into_iter().map(|text| TableCell { text, span: 1 }).collect() }
}

/// A table with these titles; columns beyond `aligns` stand to the left.
pub(super) fn table(titles: &[&str], aligns: &[CellAlign], rows: Vec<Row>, width: Pt, sheet: &StyleSheet) -> Table {
    let (size, shares) = widths::fit(titles, &rows, width, sheet.sizes.table);
    let aligns = aligns.iter().copied().chain(std::iter::repeat(CellAlign::Left));
    let columns = titles.iter().zip(shares).zip(aligns);
    let columns = columns.map(|((title, width), align)| Column { title: (*title).to_owned(), width, align }).collect();
    Table { columns, rows, size }
}

/// A row of plain cells, for tables made elsewhere.
pub(super) fn row(cells: [String; 4]) -> Row {
    body(cells.into())
}
