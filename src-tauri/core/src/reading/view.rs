//! A paper as it is shown beside what was understood of it: the pages' rows of a PDF, the blocks of any other file.
//!
//! Nothing is understood here. Every piece carries its place in the words that readings and findings use, so that
//! whoever shows it finds the piece by its place.

use serde::{Deserialize, Serialize};

use super::source::{Block, Cell, Line, Look, Parsed, Sheet, Table};

/// A paper to look at.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct PaperView {
    /// Pages of a PDF; its file is drawn, these say where the rows stand.
    pub pages: Vec<ViewPage>,
    /// Pieces of any other file, in reading order.
    pub blocks: Vec<ViewBlock>,
    /// Names of a workbook's sheets, one for each stretch of blocks between page breaks.
    pub tabs: Vec<String>,
}

/// A page of a PDF.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ViewPage {
    /// Counted from 1.
    pub page: u32,
    /// Degrees by which it is turned to the right to be read.
    pub turn: u32,
    /// Width in points, turned.
    pub width: f32,
    /// Height in points, turned.
    pub height: f32,
    /// Printed lines; “dòng 3” is the third.
    pub lines: Vec<ViewLine>,
    /// Rows of drawn tables: left, top, right, bottom in points from the top left.
    pub rows: Vec<[f32; 4]>,
}

/// A printed line of a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ViewLine {
    /// Its words.
    pub text: String,
    /// Left, top, right, bottom in points from the top left.
    pub area: [f32; 4],
}

/// A piece of a file without pages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum ViewBlock {
    /// A line or paragraph.
    Line {
        /// Its place: "đoạn 14".
        at: String,
        /// NFC.
        text: String,
        /// How it looks.
        look: ViewLook,
        /// An empty line stands above it.
        gap: bool,
    },
    /// A table.
    Table {
        /// It has no visible rules.
        bare: bool,
        /// How wide each column is, in points; empty where the file does not say.
        widths: Vec<f32>,
        /// Rows; a merged cell stands once, at its top left.
        rows: Vec<Vec<ViewCell>>,
    },
    /// A page ends here.
    PageBreak,
}

/// How a line looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ViewLook {
    /// All of it is bold.
    pub bold: bool,
    /// All of it is italic.
    pub italic: bool,
    /// Which edges it is set to.
    pub set: ViewSet,
    /// How far its first line stands in, in millimetres.
    pub indent: f32,
}

/// Which edges a line is set to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ViewSet {
    /// The left one.
    #[default]
    Left,
    /// None: it is centred.
    Centred,
    /// The right one.
    Right,
    /// Both.
    Justified,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ViewCell {
    /// Its place: "ô B12".
    pub at: String,
    /// Paragraphs joined by line feeds.
    pub text: String,
    /// The looks of its lines: one for all if they are alike, else one a line.
    pub looks: Vec<ViewLook>,
    /// Columns it spans, at least 1.
    pub columns: u32,
    /// Rows it spans, at least 1.
    pub rows: u32,
}

impl PaperView {
    pub(super) fn of(parsed: &Parsed) -> Self {
        if !parsed.sheets.is_empty() {
            return Self { pages: parsed.sheets.iter().map(page).collect(), ..Self::default() };
        }
        Self { pages: Vec::new(), blocks: parsed.blocks.iter().map(block).collect(), tabs: parsed.tabs.clone() }
    }
}

fn page(sheet: &Sheet) -> ViewPage {
    let line = |(text, area): &(String, [f32; 4])| ViewLine { text: text.clone(), area: *area };
    ViewPage {
        page: sheet.page,
        turn: sheet.turn,
        width: sheet.width,
        height: sheet.height,
        lines: sheet.lines.iter().map(line).collect(),
        rows: sheet.rows.clone(),
    }
}

fn block(block: &Block) -> ViewBlock {
    match block {
        Block::Line(Line { text, place, look, gap_above, .. }) => {
            ViewBlock::Line { at: place.to_string(), text: text.clone(), look: shown_look(look), gap: *gap_above }
        }
        Block::Table(table) => ViewBlock::Table { bare: table.bare, widths: table.widths.clone(), rows: rows(table) },
        Block::PageBreak => ViewBlock::PageBreak,
    }
}

/// Of plain text, which says only how far a line stands in from the paper's edge, that.
fn shown_look(look: &Look) -> ViewLook {
    let set = match look {
        Look { centred: Some(true), .. } => ViewSet::Centred,
        Look { flush_right: true, .. } => ViewSet::Right,
        Look { justified: true, .. } => ViewSet::Justified,
        _ => ViewSet::Left,
    };
    let indent = look.indent.or(look.left).unwrap_or(0.0);
    ViewLook { bold: look.bold == Some(true), italic: look.italic == Some(true), set, indent }
}

/// Rows without the cells that merged ones cover; a cell merged downwards counts the rows it covers.
fn rows(table: &Table) -> Vec<Vec<ViewCell>> {
    let mut out: Vec<Vec<ViewCell>> = Vec::with_capacity(table.rows.len());
    // for each column of the row above: which cell of `out` holds it
    let mut above: Vec<Option<(usize, usize)>> = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        let mut cells: Vec<ViewCell> = Vec::new();
        let mut holds: Vec<Option<(usize, usize)>> = vec![None; row.len()];
        let mut grown: Option<(usize, usize)> = None;
        let mut covered_to = 0;
        for (column, cell) in row.iter().enumerate() {
            if column < covered_to {
                holds[column] = holds[column - 1];
                continue;
            }
            // a covered cell that has words of its own is shown: nothing of a paper is lost
            let merged = cell.covered && cell.text.trim().is_empty();
            match above.get(column).copied().flatten().filter(|_| merged) {
                Some((owner_row, owner)) => {
                    if grown != Some((owner_row, owner)) {
                        out[owner_row][owner].rows += 1;
                        grown = Some((owner_row, owner));
                    }
                    holds[column] = Some((owner_row, owner));
                }
                None => {
                    holds[column] = Some((at, cells.len()));
                    covered_to = column + span(cell, row.len() - column);
                    cells.push(shown(cell, covered_to - column));
                }
            }
        }
        above = holds;
        out.push(cells);
    }
    out
}

/// Columns that a cell takes of those that are left.
fn span(cell: &Cell, left: usize) -> usize {
    usize::try_from(cell.span).unwrap_or(1).clamp(1, left)
}

/// The looks of a cell's lines; of a format that tells no more than that all is bold, that.
fn looks(cell: &Cell) -> Vec<ViewLook> {
    let mut looks: Vec<ViewLook> = cell.looks.iter().map(shown_look).collect();
    if looks.is_empty() && cell.bold {
        looks.push(ViewLook { bold: true, ..ViewLook::default() });
    }
    if looks.windows(2).all(|pair| pair[0] == pair[1]) {
        looks.truncate(1);
    }
    looks
}

fn shown(cell: &Cell, columns: usize) -> ViewCell {
    ViewCell {
        at: cell.place.to_string(),
        text: cell.text.clone(),
        looks: looks(cell),
        columns: u32::try_from(columns).unwrap_or(1),
        rows: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str, span: u32, covered: bool) -> Cell {
        Cell { text: text.to_owned(), span, covered, ..Cell::default() }
    }

    #[test]
    fn merged_cells_stand_once_and_nothing_covered_is_lost() {
        let table = Table {
            rows: vec![
                vec![cell("a", 2, false), cell("", 1, true), cell("b", 1, false)],
                vec![cell("c", 1, false), cell("d", 1, false), cell("", 1, true)],
                vec![cell("e", 1, false), cell("f", 1, true), cell("", 1, true)],
            ],
            ..Table::default()
        };
        let shown: Vec<Vec<(String, u32, u32)>> =
            rows(&table).into_iter().map(|row| row.into_iter().map(|c| (c.text, c.columns, c.rows)).collect()).collect();
        let want = |cells: &[(&str, u32, u32)]| cells.iter().map(|(t, c, r)| ((*t).to_owned(), *c, *r)).collect::<Vec<_>>();
        assert_eq!(
            shown,
            [want(&[("a", 2, 1), ("b", 1, 3)]), want(&[("c", 1, 1), ("d", 1, 1)]), want(&[("e", 1, 1), ("f", 1, 1)]),]
        );
    }
}
