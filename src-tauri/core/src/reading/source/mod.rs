//! Bytes of one format → blocks in reading order: lines of text and tables of cells, each knowing its place.
//!
//! The one shape all formats meet in. What a block means is decided above, in `reading`; here nothing is
//! understood beyond what the format itself says (bold, centred, list numbers, table grids, page breaks).

mod docx;
mod pdf;
mod txt;
mod xlsx;

use super::ReadError;

/// A piece of a paper, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A printed line (PDF, wrapped text) or a whole paragraph (DOCX, unwrapped text).
    Line(Line),
    /// A table with a grid.
    Table(Table),
    /// A page break that the format shows; tables and paragraphs may go on behind it.
    PageBreak,
}

/// A line or paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// NFC, single-spaced. A number that Word's list makes by itself is written out in front ("a) …").
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// What the format says of its look; all `None` in plain text.
    pub look: Look,
    /// The line is a whole paragraph: never joined with the next.
    pub whole: bool,
    /// An empty line or more stands above it.
    pub gap_above: bool,
}

/// What a format says of a line's look.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Look {
    /// The whole text is bold (a label and its heading count, a run inside a sentence does not).
    pub bold: Option<bool>,
    /// The whole text is italic.
    pub italic: Option<bool>,
    /// Centred over the page or its column.
    pub centred: Option<bool>,
    /// Left edge of the text in millimetres from the page's left edge (first-line indent included).
    pub left: Option<f32>,
    /// Right edge of the text in millimetres from the page's left edge.
    pub right: Option<f32>,
    /// Type size in points.
    pub size: Option<f32>,
}

/// Where a block stands in its file; what a format does not have is `None`. Counted from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Page (PDF).
    pub page: Option<u32>,
    /// Line of the page (PDF) or of the file (text).
    pub line: Option<u32>,
    /// Paragraph of the body (DOCX).
    pub paragraph: Option<u32>,
    /// Cell of a sheet ("B12") or row and column of a table ("hàng 3, cột 2").
    pub cell: Option<String>,
}

/// A table: rows of cells, one text a cell; merged cells hold their text once, at their top left.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Rows of the same length each.
    pub rows: Vec<Vec<Cell>>,
    /// The table has no visible rules (letterheads, signature blocks are often such).
    pub bare: bool,
    /// Where it begins.
    pub place: Place,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Paragraphs joined by line feeds; NFC.
    pub text: String,
    /// All of it is bold.
    pub bold: bool,
    /// Columns it spans, at least 1; the cells it covers follow, empty, with `covered`.
    pub span: u32,
    /// It is covered by a merged cell to its left or above.
    pub covered: bool,
    /// Where it stands.
    pub place: Place,
}

/// Takes a file apart into blocks.
///
/// # Errors
/// [`ReadError`] as [`super::read`].
pub fn blocks(bytes: &[u8], file_name: &str) -> Result<Vec<Block>, ReadError> {
    let _ = (bytes, file_name);
    unimplemented!("reading owner writes this")
}
