//! A document → positioned lines on pages, in millimetres and points; knows fonts' metrics, no PDF.
//!
//! Three steps, as the files name them: text is broken into lines (`breaking`), blocks become boxes of fixed height
//! (`paragraph`, `table`, `frame`), boxes are dealt out to pages (`pages`). Nothing is dropped on the way: a character
//! that the font lacks stops the work with an error that names it.

mod boxes;
mod breaking;
mod fonts;
mod frame;
mod pages;
mod paragraph;
mod table;

pub use fonts::{Face, FontFiles, Fonts, LayoutError};

use crate::document::{Block, Document, Orientation, Pt, StyleSheet};
use crate::plan::{SectionId, TaskId};

/// Pages with everything in its place. All coordinates are in points from a page's top left corner, y downwards.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// Pages in order.
    pub pages: Vec<Page>,
    /// Index of each part's first page.
    pub parts: Vec<usize>,
    /// Headings in order, for navigation.
    pub outline: Vec<OutlineEntry>,
    /// Where things of the plan stand, from the first page on, one mark for each page a thing touches.
    pub marks: Vec<Mark>,
    /// Place for the official's signature, between post and name (rule E2).
    pub signature: Option<SignatureField>,
    /// Place for the agency's signature, top right of the first page (rules E2, E3), if it signs.
    pub agency: Option<SignatureField>,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// Width of the sheet.
    pub width: Pt,
    /// Height of the sheet.
    pub height: Pt,
    /// Index of its part.
    pub part: usize,
    /// Number within its part, from 1 (rules P3, P4); printed from 2 on.
    pub number: u32,
    /// Text.
    pub lines: Vec<TextLine>,
    /// Drawn rules and table lines.
    pub strokes: Vec<Stroke>,
}

/// A line of text: spans on one baseline, left to right.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TextLine {
    /// Distance of the baseline from the page's top.
    pub baseline: Pt,
    /// Its text.
    pub spans: Vec<Span>,
    /// What it is a line of; none for what a page repeats: its number, a table's header row.
    pub owner: Option<Owner>,
    /// A space parts it from the line after it: it was broken between words, not inside one.
    pub goes_on: bool,
}

/// A piece of the document that a line belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Owner {
    /// Index of the block in its part.
    pub block: usize,
    /// Row of a table: 0 is the header, 1 the first below it.
    pub row: usize,
    /// Cell of that row.
    pub cell: usize,
}

/// Text of one look.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// Left edge.
    pub x: Pt,
    /// Length, stretched spaces counted.
    pub width: Pt,
    /// Type size.
    pub size: Pt,
    /// Face.
    pub face: Face,
    /// NFC, spaces as they stand.
    pub text: String,
    /// Room added to each space, so that the line reaches both edges.
    pub stretch: Pt,
    /// The part it leads to.
    pub link: Option<usize>,
}

/// A straight line, horizontal or vertical.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Where it begins.
    pub from: (Pt, Pt),
    /// Where it ends.
    pub to: (Pt, Pt),
    /// Thickness.
    pub weight: Pt,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Area {
    /// Left edge.
    pub x: Pt,
    /// Upper edge.
    pub y: Pt,
    /// Width.
    pub width: Pt,
    /// Height.
    pub height: Pt,
}

/// A heading.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlineEntry {
    /// Its text in one line.
    pub title: String,
    /// Level from 1.
    pub level: u8,
    /// Index of its page.
    pub page: usize,
    /// Its upper edge.
    pub y: Pt,
}

/// Something of the plan that one finds on a page, and whose page one looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A section: its heading and its own text.
    Section(SectionId),
    /// A task's row.
    Task(TaskId),
    /// Căn cứ that stand in no section.
    LegalBases,
    /// Names, number, place and date at the top.
    Letterhead,
    /// Who signs, and who receives it.
    Signature,
}

/// Where something of the plan stands on one page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// What.
    pub place: Place,
    /// Index of the page.
    pub page: usize,
    /// Its upper edge on that page.
    pub top: Pt,
    /// Its lower edge on that page.
    pub bottom: Pt,
}

/// Where someone signs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SignatureField {
    /// Index of the page.
    pub page: usize,
    /// The empty place.
    pub area: Area,
}

/// Lays a document out on pages.
pub fn distribute(document: &Document, sheet: &StyleSheet, fonts: &Fonts) -> Result<Layout, LayoutError> {
    let mut pages = Vec::new();
    let layout = stream(document, sheet, fonts, &mut |page| pages.push(page))?;
    Ok(Layout { pages, ..layout })
}

/// Lays a document out and hands each page on as soon as it is full, so that a table of ten thousand rows never stands in
/// memory whole. What it gives back is the same as [`distribute`] gives, without pages.
pub fn stream(document: &Document, sheet: &StyleSheet, fonts: &Fonts, take: &mut dyn FnMut(Page)) -> Result<Layout, LayoutError> {
    let mut layout = Layout::default();
    let mut count = 0;
    let width = sheet.sheet(document.parts.first().map_or(Orientation::Portrait, |part| part.orientation)).0;
    let (area, mut above) = frame::agency(&document.agency, sheet, fonts, width)?;
    layout.agency = area.map(|area| SignatureField { page: 0, area });
    for part in &document.parts {
        layout.parts.push(count);
        let orientation = part.orientation;
        let room = sheet.text_width_of(orientation);
        let flow = boxes::Flow::default();
        let above = std::mem::take(&mut above);
        let mut pages =
            pages::Dealing { flow, above, orientation, sheet, fonts, layout: &mut layout, count: &mut count, number: 0, take };
        for (at, block) in part.blocks.iter().enumerate() {
            pages.flow.block = at;
            match block {
                Block::Letterhead(head) => frame::letterhead(head, sheet, fonts, room, &mut pages.flow)?,
                Block::Paragraph(paragraph) => paragraph::paragraph(paragraph, sheet, fonts, room, &mut pages.flow)?,
                Block::Table(table) => table::table(table, sheet, fonts, &mut pages)?,
                Block::Signature(signature) => frame::signature(signature, sheet, fonts, room, &mut pages.flow)?,
            }
        }
        pages.deal()?;
    }
    Ok(layout)
}

#[cfg(test)]
pub(crate) mod tests;
