//! The cover sheet of what is laid before the signing official: each paper with its pages.

use super::frame;
use super::lists;
use super::model::{Block, CellAlign, Orientation, Part, Row, RowKind, TableCell};
use super::style::StyleSheet;
use crate::plan::Plan;

/// A paper of the set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// "Dự thảo Quyết định ban hành …".
    pub title: String,
    /// How many pages it has.
    pub pages: usize,
    /// "kèm theo Quyết định"; empty for a paper that stands alone.
    pub note: String,
}

/// Names of the unit, "HỒ SƠ TRÌNH KÝ", the list with its sum of pages.
pub(super) fn cover(plan: &Plan, papers: &[Listed], sheet: &StyleSheet) -> Part {
    let mut blocks = vec![frame::letterhead(plan, [&plan.unit.superior, &plan.unit.name], None, sheet)];
    blocks.extend(frame::title("HỒ SƠ TRÌNH KÝ", &plan.named(), sheet));
    // the paper's kind stays whole on a line of its own
    let note = |paper: &Listed| paper.note.replacen(" theo ", " theo\n", 1);
    let row =
        |(no, paper): (u32, &Listed)| lists::row([no.to_string(), paper.title.clone(), paper.pages.to_string(), note(paper)]);
    let mut rows: Vec<Row> = (1..).zip(papers).map(row).collect();
    let pages: usize = papers.iter().map(|paper| paper.pages).sum();
    let cells = [("TỔNG CỘNG".to_owned(), 2), (pages.to_string(), 1), (String::new(), 1)];
    let cells = cells.into_iter().map(|(text, span)| TableCell { text, span }).collect();
    rows.push(Row { kind: RowKind::Total, task: None, cells });
    use CellAlign::{Centre, Left};
    let titles = ["STT", "Tên văn bản", "Số trang", "Ghi chú"];
    let table = lists::table(&titles, &[Centre, Left, Centre], rows, sheet.text_width(), sheet);
    blocks.push(Block::Table(table));
    Part { orientation: Orientation::Portrait, blocks }
}
