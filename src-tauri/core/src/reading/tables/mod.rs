//! Tables of tasks: which tables are such, what their columns mean, and their rows put together again where pages cut
//! them.
//!
//! Knows how ministries set such tables, no ministry's own. Never drops the text of a row silently: what it cannot
//! place becomes a task of its own, with a finding.

mod header;
mod rows;
#[cfg(test)]
mod tests;

use self::header::Header;
use self::rows::Open;
use super::meaning::TaskTable;
use super::source::{Block, Line, Table};
use crate::plan::Finding;
use crate::text::fold;

/// Finds the tables of tasks of a paper, in order, with what was doubtful in them.
pub(super) fn task_tables(blocks: &[Block]) -> (Vec<TaskTable>, Vec<Finding>) {
    let mut found = Found::default();
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Table(table) => found.table(table, || title(&blocks[..index])),
            Block::Line(line) if !line.text.trim().is_empty() => found.close(),
            Block::Line(_) | Block::PageBreak => {}
        }
    }
    found.close();
    (found.tables, found.findings)
}

#[derive(Default)]
struct Found {
    tables: Vec<TaskTable>,
    findings: Vec<Finding>,
    open: Option<Open>,
}

impl Found {
    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            let (table, findings) = open.finish();
            if !table.tasks.is_empty() || !table.groups.is_empty() {
                self.tables.push(table);
            }
            self.findings.extend(findings);
        }
    }

    /// A table goes on with the one before it, or begins where a header stands; rows before a header are none of ours.
    fn table(&mut self, table: &Table, title: impl FnOnce() -> Option<String>) {
        let goes_on = self.open.as_ref().is_some_and(|open| open.takes(table));
        if goes_on {
            if let Some(open) = &mut self.open {
                open.page_turned();
            }
        } else {
            self.close();
        }
        let mut title = Some(title);
        let mut at = 0;
        while at < table.rows.len() {
            let rest = &table.rows[at..];
            if let Some(header) = Header::at(rest) {
                at += header.height;
                if let Some(open) = self.open.as_mut().filter(|open| open.header.fields == header.fields) {
                    open.page_turned();
                } else {
                    self.close();
                    self.open = Some(Open::new(header, title.take().and_then(|title| title())));
                    if table.bare {
                        self.findings.push(unruled(table));
                    }
                }
                continue;
            }
            if let Some(open) = &mut self.open {
                open.row(&rest[0], rest.get(1).map(Vec::as_slice));
            }
            at += 1;
        }
    }
}

fn unruled(table: &Table) -> Finding {
    Finding::warning(
        table.place.to_string(),
        "Bảng nhiệm vụ không có đường kẻ giữa các cột, các cột được chia theo khoảng trống.",
        "Đối chiếu từng nhiệm vụ với bản gốc, hoặc dùng bản .docx, .xlsx của bảng này.",
    )
}

/// How many lines above a table may hold its title.
const TITLE_LINES: usize = 8;

/// The title above a table: the lines right above it that are centred, in capitals, or begin as titles do. A bracketed
/// "(Kèm theo …)", a unit of measure and the lone label of an annex are passed over.
fn title(above: &[Block]) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for block in above.iter().rev().take(TITLE_LINES) {
        let Block::Line(line) = block else { break };
        let text = line.text.trim();
        if text.is_empty() || is_aside(text) {
            continue;
        }
        if !is_title(line, text) {
            break;
        }
        parts.push(text);
    }
    parts.reverse();
    let labels = parts.iter().take_while(|part| is_annex_label(part)).count();
    let named = if labels < parts.len() { &parts[labels..] } else { &parts[..] };
    (!named.is_empty()).then(|| named.join(" "))
}

fn is_aside(text: &str) -> bool {
    let folded = fold(text);
    (text.starts_with('(') && (text.ends_with(')') || folded.starts_with("(kem theo") || folded.starts_with("(ban hanh")))
        || (text.ends_with(')') && !text.contains('('))
        || folded.starts_with("don vi tinh")
        || folded.starts_with("dvt")
}

fn is_title(line: &Line, text: &str) -> bool {
    const BEGINNINGS: [&str; 8] = ["danh muc", "bang ", "bieu ", "phu luc", "ke hoach", "nhiem vu", "tong hop", "phan cong"];
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let short = text.chars().count() <= 200 && !text.ends_with([';', ':']);
    let folded = fold(text);
    line.look.centred == Some(true)
        || (letters > 0 && capitals * 10 >= letters * 7)
        || (short && BEGINNINGS.iter().any(|b| folded.starts_with(b)) && !text.ends_with('.'))
}

/// "Phụ lục 02", "PHỤ LỤC II", "Phụ lục".
fn is_annex_label(text: &str) -> bool {
    fold(text) == "phu luc" || crate::plan::Label::parse(text).is_some_and(|label| label.kind == crate::plan::LabelKind::Annex)
}
