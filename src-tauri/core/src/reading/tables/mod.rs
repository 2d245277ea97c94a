//! Tables of tasks: which tables are such, what their columns mean, and their rows put together again where pages cut
//! them.
//!
//! Knows how ministries set such tables, no ministry's own. Never drops the text of a row silently: what it cannot
//! place becomes a task of its own, with a finding.

mod columns;
mod evidence;
mod header;
mod rows;
#[cfg(test)]
mod tests;

use self::header::Header;
use self::rows::Open;
use super::marks::{Kind, mark};
use super::meaning::TaskTable;
use super::source::{Block, Cell, Line, Table};
use crate::plan::Finding;
use crate::text::{fold, squeeze};

/// Finds the tables of tasks of a paper, in order, with what was doubtful in them.
pub(super) fn task_tables(blocks: &[Block]) -> (Vec<TaskTable>, Vec<Finding>) {
    let mut found = Found::default();
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Table(table) => found.table(table, || title(&blocks[..index])),
            // the number of a page that is cut out of a list
            Block::Line(line)
                if is_page_number(&line.text) && matches!(blocks.get(index.wrapping_sub(1)), Some(Block::PageBreak)) => {}
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
            if let Some((height, own)) = self.titled(rest) {
                self.close();
                title = None;
                at += height;
                self.begin(table, at, Some(own));
                at += self.open.as_ref().map_or(1, |open| open.header.height);
                continue;
            }
            let again = self.open.as_ref().map_or(0, |open| open.header.again(rest));
            if let Some(open) = self.open.as_mut().filter(|_| again > 0) {
                open.page_turned();
                at += again;
                continue;
            }
            if let Some(header) = Header::at(rest) {
                at += header.height;
                if let Some(open) = self.open.as_mut().filter(|open| open.header.is_same(&header)) {
                    open.page_turned();
                } else {
                    self.close();
                    self.begin(table, at - header.height, title.take().and_then(|title| title()));
                }
                continue;
            }
            if let Some(open) = &mut self.open {
                open.row(&rest[0], rest.get(1).map(Vec::as_slice));
            }
            at += 1;
        }
    }

    /// Opens the list whose header stands at this row.
    fn begin(&mut self, table: &Table, row: usize, title: Option<String>) {
        let Some(header) = Header::at(&table.rows[row..]) else { return };
        let place = table.rows[row].first().map(|cell| cell.place.to_string()).unwrap_or_default();
        self.findings.extend(header.guessed.iter().map(|(column, field)| guessed(column, field, &place)));
        self.open = Some(Open::new(header, title));
        if table.bare {
            self.findings.push(unruled(table));
        }
    }

    /// Rows of one text each above a header are the title of a list of its own ("Biểu số 2: …"): how many rows, and the title.
    /// Above the same header as before only what begins as titles do, else it is a group.
    fn titled(&self, rows: &[Vec<Cell>]) -> Option<(usize, String)> {
        let lone = |row: &Vec<Cell>| {
            let mut filled = row.iter().map(|cell| squeeze(&cell.text)).filter(|text| !text.is_empty());
            filled.next().filter(|_| filled.next().is_none())
        };
        let texts: Vec<String> = rows.iter().take(TITLE_LINES).map_while(lone).collect();
        let header = Header::at(rows.get(texts.len()..)?).filter(|_| !texts.is_empty())?;
        let begun = texts.iter().position(|text| begins_as_title(text) || is_annex_label(text));
        let same = self.open.as_ref().is_some_and(|open| open.header.is_same(&header));
        let begun = if same { begun? } else { begun.unwrap_or(0) };
        let parts: Vec<&str> = texts[begun..].iter().map(String::as_str).filter(|text| !is_aside(text)).collect();
        (begun == 0).then(|| Some((texts.len(), named(&parts)?))).flatten()
    }
}

fn guessed(column: &str, field: &str, place: &str) -> Finding {
    let meaning = match field {
        "time" => "thời gian hoàn thành",
        "lead" => "đơn vị chủ trì",
        _ => "nội dung nhiệm vụ",
    };
    Finding::warning(
        place,
        format!("Tên cột “{column}” không cho biết nghĩa; theo nội dung các ô, cột này được hiểu là {meaning}."),
        "Đối chiếu cột này với bảng gốc trước khi dùng.",
    )
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
    named(&parts)
}

/// A title of these lines, without the label of the annex where more is said.
fn named(parts: &[&str]) -> Option<String> {
    let labels = parts.iter().take_while(|part| is_annex_label(part)).count();
    let named = if labels < parts.len() { &parts[labels..] } else { parts };
    (!named.is_empty()).then(|| named.join(" "))
}

fn is_page_number(text: &str) -> bool {
    let bare = text.trim().trim_matches(['-', '–', ' ']);
    (1..=4).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit())
}

fn is_aside(text: &str) -> bool {
    let folded = fold(text);
    (text.starts_with('(') && (text.ends_with(')') || folded.starts_with("(kem theo") || folded.starts_with("(ban hanh")))
        || (text.ends_with(')') && !text.contains('('))
        || folded.starts_with("don vi tinh")
        || folded.starts_with("dvt")
}

/// Words that titles of lists begin with.
const BEGINNINGS: [&str; 8] = ["danh muc", "bang ", "bieu ", "phu luc", "ke hoach", "nhiem vu", "tong hop", "phan cong"];

fn begins_as_title(text: &str) -> bool {
    let folded = fold(text);
    text.chars().count() <= 200 && !text.ends_with([';', '.']) && BEGINNINGS.iter().any(|begin| folded.starts_with(begin))
}

fn is_title(line: &Line, text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let short = text.chars().count() <= 200 && !text.ends_with([';', ':']);
    let folded = fold(text);
    line.look.centred == Some(true)
        || (letters > 0 && capitals * 10 >= letters * 7)
        || (short && BEGINNINGS.iter().any(|b| folded.starts_with(b)) && !text.ends_with('.'))
}

/// "Phụ lục 02", "PHỤ LỤC II", "Phụ lục", "Biểu số 1".
fn is_annex_label(text: &str) -> bool {
    mark(text).is_some_and(|(mark, rest)| mark.kind == Kind::Annex && rest.is_empty())
}
