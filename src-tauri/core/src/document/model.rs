//! What pages hold.

use super::measure::Pt;
use super::style::StyleName;

/// A set of papers: what one DOCX or PDF file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Title, author and the like.
    pub properties: Properties,
    /// Parts in order; each begins on a new page and numbers its own pages from 1 (rule P4).
    pub parts: Vec<Part>,
    /// Whether and how the agency signs it.
    pub agency: AgencySigns,
}

/// The agency's digital signature on a file, top right of its first page (rules E2, E3).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum AgencySigns {
    /// It does not: the papers before the signing official are the unit's own.
    #[default]
    No,
    /// As on every paper that goes out: with its seal.
    Paper,
    /// As on a file that goes with a paper, in one line without image: number and symbol of the paper
    /// ("Số: 05/KH-TTCNTT;"), then the time of signing, which whoever signs adds.
    Enclosure(String),
}

/// Document properties.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Properties {
    /// "Kế hoạch Chuyển đổi số năm 2026 của …".
    pub title: String,
    /// The unit.
    pub author: String,
    /// Trích yếu.
    pub subject: String,
}

/// Portrait or landscape A4 (rule P1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Orientation {
    /// 210 × 297 mm.
    #[default]
    Portrait,
    /// 297 × 210 mm.
    Landscape,
}

/// The plan itself, or an annex.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// How its pages lie.
    pub orientation: Orientation,
    /// Content from top to bottom.
    pub blocks: Vec<Block>,
}

/// A piece of a part.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Two columns at the top of the first page (rules H1 to H6).
    Letterhead(Letterhead),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// Recipients on the left, signature on the right (rules S1 to N2).
    Signature(SignatureBlock),
}

/// The letterhead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    /// Cơ quan chủ quản, upper case, broken into lines between phrases; empty if there is none (H3).
    pub superior: Vec<String>,
    /// Cơ quan ban hành, upper case, broken into lines (H4); the last has the rule below.
    pub issuer: Vec<String>,
    /// "Số: 05/KH-TTCNTT", or with room for the number (H5); empty for a plan issued with a decision (T4).
    pub number: String,
    /// "Hà Nội, ngày … tháng … năm 2026" (H6); empty together with the number.
    pub place_date: String,
}

/// How long a drawn rule is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RuleLength {
    /// As the text above it (H2).
    WholeText,
    /// A share of the last line's length, 1/3 to 1/2 (H4, T2).
    Share(f64),
}

/// A line drawn below a paragraph, centred.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Its length.
    pub length: RuleLength,
}

impl Rule {
    /// Its length below a last line this wide.
    pub fn of(self, line: Pt) -> Pt {
        match self.length {
            RuleLength::WholeText => line,
            RuleLength::Share(share) => line * share,
        }
    }
}

/// An annex cited in the text: a link to its first page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnnexRef(pub usize);

/// Text of one look.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// NFC; `\n` is a line break; joins are marked (see `joins`).
    pub text: String,
    /// Bold or not, where it differs from the style.
    pub bold: Option<bool>,
    /// Italic or not, where it differs from the style.
    pub italic: Option<bool>,
    /// The part it links to.
    pub link: Option<AnnexRef>,
}

/// A paragraph: a style and runs. A label ("1.", "a)", "-") is part of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// Its style; all looks come from there.
    pub style: StyleName,
    /// Its text.
    pub runs: Vec<Run>,
    /// A line drawn below.
    pub rule: Option<Rule>,
    /// Stands apart: a heading with nothing below it. A page may end after it though its style keeps headings with
    /// what follows; else an outline that is still empty would be one long chain.
    pub apart: bool,
    /// Stays with the next paragraph though its style would not: it ends with ":" and what it announces follows.
    pub keep: bool,
    /// Room below beyond the style's: what follows is a table.
    pub below: Pt,
    /// The section of the plan it belongs to, so that a click on the page finds it.
    pub section: Option<crate::plan::SectionId>,
}

/// How a column's cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CellAlign {
    /// To the left.
    #[default]
    Left,
    /// In the middle (STT, A4).
    Centre,
    /// To the right (amounts).
    Right,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Header text.
    pub title: String,
    /// Share of the table's width; all shares sum to 1.
    pub width: f64,
    /// How its body cells stand.
    pub align: CellAlign,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowKind {
    /// A task.
    #[default]
    Body,
    /// A group or list title: bold, never last on a page.
    Group,
    /// Totals: bold.
    Total,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCell {
    /// Its text; `\n` parts paragraphs.
    pub text: String,
    /// Columns it spans, at least 1.
    pub span: usize,
}

/// A row; spans sum to the number of columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// The task of the plan that it shows, so that a click on the page finds it.
    pub task: Option<crate::plan::TaskId>,
    /// Its cells.
    pub cells: Vec<TableCell>,
}

/// A table with visible rules, one type size throughout, its header repeated on every page (rule A4).
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Columns, left to right.
    pub columns: Vec<Column>,
    /// Rows without the header.
    pub rows: Vec<Row>,
    /// Type size of all its text.
    pub size: Pt,
}

impl Table {
    /// How a row's cell stands: as its column, but titles over several columns to the left, the word for a total in
    /// the middle.
    pub fn align_of(&self, row: &Row, cell: usize) -> CellAlign {
        let column: usize = row.cells.iter().take(cell).map(|c| c.span).sum();
        match row.cells.get(cell) {
            Some(cell) if cell.span > 1 && row.kind == RowKind::Total => CellAlign::Centre,
            Some(cell) if cell.span > 1 => CellAlign::Left,
            _ => self.columns.get(column).map_or(CellAlign::Left, |c| c.align),
        }
    }
}

/// Recipients and signature, side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureBlock {
    /// Without dashes and closing signs; "Lưu: …" last (N2).
    pub recipients: Vec<String>,
    /// Authority and post, one a line, upper case (S1).
    pub authority: Vec<String>,
    /// Post in the home organisation, upper case, above the name; empty for most (S4).
    pub home_post: String,
    /// Full name; empty leaves its line blank (S3).
    pub name: String,
}

/// How a paragraph's lines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// To the left.
    Left,
    /// In the middle.
    Centre,
    /// To the right.
    Right,
    /// Both edges straight.
    #[default]
    Justify,
}
