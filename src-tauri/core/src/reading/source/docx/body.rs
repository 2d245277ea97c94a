//! The body of a document → blocks.

use super::super::{Block, Cell, Line, Look, Place, Table};
use super::numbering::Numbering;
use super::styles::{Says, Styles, has_rules};
use super::xml::{Element, Node};
use crate::text::{normalise, squeeze};

/// More columns than any page holds: a cell that claims to span more is damaged.
const WIDEST: u32 = 64;

/// Walks through a body in reading order.
pub(super) struct Walk<'a> {
    styles: Styles,
    numbering: Numbering,
    footnotes: Option<&'a Element>,
    blocks: Vec<Block>,
    paragraphs: u32,
    gap: bool,
    /// Text of a paragraph whose mark was deleted: it goes on in the next.
    open: Option<Open>,
}

/// A paragraph while its runs are gathered.
#[derive(Default)]
struct Open {
    text: String,
    runs: Vec<Says>,
    /// Text boxes and footnotes, to stand behind it.
    behind: Vec<Block>,
    breaks: bool,
}

impl<'a> Walk<'a> {
    /// A walk through a document with these lists and styles.
    pub(super) fn new(styles: Styles, numbering: Numbering, footnotes: Option<&'a Element>) -> Self {
        Self { styles, numbering, footnotes, blocks: Vec::new(), paragraphs: 0, gap: false, open: None }
    }

    /// The blocks of `w:body`.
    pub(super) fn blocks(mut self, body: &Element) -> Vec<Block> {
        self.children(body);
        self.blocks
    }

    fn children(&mut self, parent: &Element) {
        for element in parent.elements() {
            match element.name.as_str() {
                "w:p" => self.paragraph(element),
                "w:tbl" => {
                    let table = self.table(element);
                    self.blocks.push(Block::Table(table));
                    self.gap = false;
                }
                "w:del" | "w:moveFrom" | "mc:Fallback" | "w:sectPr" => {}
                // content controls, tracked blocks, custom XML: what they hold counts
                _ => self.children(element),
            }
        }
    }

    fn paragraph(&mut self, element: &Element) {
        self.paragraphs += 1;
        let properties = element.child("w:pPr");
        let style = properties.and_then(|p| p.child("w:pStyle")).and_then(Element::val);
        let inherited = self.styles.paragraph(style);
        let says = properties.map(Says::of_paragraph).unwrap_or_default().or(&inherited);
        let mut open = self.open.take().unwrap_or_default();
        if properties.is_some_and(|p| p.switch("w:pageBreakBefore") == Some(true)) {
            self.page_break();
        }
        self.runs(element, &says, &mut open);
        if properties.and_then(|p| p.child("w:rPr")).is_some_and(|r| r.child("w:del").is_some()) {
            self.open = Some(open);
            return;
        }
        let (breaks, behind) = (open.breaks, std::mem::take(&mut open.behind));
        self.push_lines(&open, &says);
        self.blocks.extend(behind);
        if breaks || properties.and_then(|p| p.child("w:sectPr")).is_some_and(starts_a_page) {
            self.page_break();
        }
    }

    fn page_break(&mut self) {
        if !matches!(self.blocks.last(), None | Some(Block::PageBreak)) {
            self.blocks.push(Block::PageBreak);
        }
        self.gap = false;
    }

    /// One line, or one for each manual break: only a paragraph without breaks is surely whole.
    fn push_lines(&mut self, open: &Open, says: &Says) {
        let parts: Vec<String> = open.text.split('\n').map(squeeze).filter(|t| !t.is_empty()).collect();
        if parts.is_empty() {
            self.gap = true;
            return;
        }
        let number = says.list.filter(|(id, _)| *id != 0).and_then(|(id, level)| self.numbering.next(id, level));
        let all = |of: fn(&Says) -> Option<bool>| open.runs.iter().all(|r| of(r) == Some(true));
        let look = Look {
            bold: Some(all(|r| r.bold)),
            italic: Some(all(|r| r.italic)),
            centred: Some(says.centred == Some(true)),
            size: open.runs.first().and_then(|r| r.size).and_then(|s| u16::try_from(s).ok()).map(|s| f32::from(s) / 2.0),
            ..Look::default()
        };
        let count = parts.len();
        for (index, text) in parts.into_iter().enumerate() {
            let text = match &number {
                Some(number) if index == 0 => format!("{number} {text}"),
                _ => text,
            };
            let place = Place { paragraph: Some(self.paragraphs), ..Place::default() };
            self.blocks.push(Block::Line(Line { text, place, look, whole: count == 1, gap_above: self.gap }));
            self.gap = false;
        }
    }

    /// Gathers the runs of a paragraph, of its links, fields, insertions and content controls.
    fn runs(&mut self, parent: &Element, says: &Says, open: &mut Open) {
        for element in parent.elements() {
            match element.name.as_str() {
                "w:r" => self.run(element, says, open),
                "w:pPr" | "w:del" | "w:moveFrom" | "mc:Fallback" => {}
                _ => self.runs(element, says, open),
            }
        }
    }

    fn run(&mut self, run: &Element, says: &Says, open: &mut Open) {
        let properties = run.child("w:rPr");
        if properties.is_some_and(|p| p.switch("w:vanish") == Some(true)) {
            return;
        }
        let style = properties.and_then(|p| p.child("w:rStyle")).and_then(Element::val);
        let own = properties.map(Says::of_run).unwrap_or_default();
        let run_says = own.or(&self.styles.run(style)).or(says);
        let before = open.text.len();
        self.run_content(run, open);
        if !open.text[before..].trim().is_empty() {
            open.runs.push(run_says);
        }
    }

    fn run_content(&mut self, parent: &Element, open: &mut Open) {
        for element in parent.elements() {
            match element.name.as_str() {
                "w:t" => open.text.extend(element.children.iter().filter_map(|node| match node {
                    Node::Text(text) => Some(text.as_str()),
                    Node::Element(_) => None,
                })),
                "w:tab" | "w:ptab" => open.text.push(' '),
                "w:noBreakHyphen" => open.text.push('-'),
                "w:cr" => open.text.push('\n'),
                "w:br" if element.attribute("w:type") == Some("page") => open.breaks = true,
                "w:br" => open.text.push('\n'),
                "w:footnoteReference" => self.footnote(element, open),
                "w:txbxContent" => self.text_box(element, open),
                "w:rPr" | "mc:Fallback" | "w:delText" | "w:instrText" => {}
                _ => self.run_content(element, open),
            }
        }
    }

    /// What stands in a text box, as blocks of their own.
    fn text_box(&mut self, content: &Element, open: &mut Open) {
        let (before, gap) = (std::mem::take(&mut self.blocks), self.gap);
        self.children(content);
        let inside = std::mem::replace(&mut self.blocks, before);
        self.gap = gap;
        open.behind.extend(inside);
    }

    fn footnote(&mut self, reference: &Element, open: &mut Open) {
        let Some(notes) = self.footnotes else { return };
        let id = reference.attribute("w:id");
        let Some(note) = notes.elements().find(|n| n.name == "w:footnote" && n.attribute("w:id") == id) else { return };
        let text = squeeze(&plain_text(note));
        if !text.is_empty() {
            let place = Place { paragraph: Some(self.paragraphs), ..Place::default() };
            let text = format!("Chú thích: {text}");
            open.behind.push(Block::Line(Line { text, place, whole: true, ..Line::default() }));
        }
    }

    fn table(&mut self, element: &Element) -> Table {
        let properties = element.child("w:tblPr");
        let style = properties.and_then(|p| p.child("w:tblStyle")).and_then(Element::val);
        let borders = properties.and_then(|p| p.child("w:tblBorders"));
        let mut ruled = borders.map_or_else(|| style.is_some_and(|s| self.styles.is_ruled(s)), has_rules);
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for row in rows_of(element) {
            let mut cells = Vec::new();
            let skipped = row.child("w:trPr").and_then(|p| p.number("w:gridBefore")).unwrap_or(0).min(WIDEST);
            cells.extend((0..skipped).map(|_| Cell { span: 1, ..Cell::default() }));
            for cell in cells_of(row) {
                ruled |= cell.child("w:tcPr").and_then(|p| p.child("w:tcBorders")).is_some_and(has_rules);
                self.cell(cell, rows.len(), &mut cells);
            }
            rows.push(cells);
        }
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        for row in &mut rows {
            row.resize_with(columns, || Cell { span: 1, ..Cell::default() });
        }
        let place = Place { paragraph: Some(self.paragraphs.saturating_add(1)), ..Place::default() };
        Table { rows, bare: !ruled, place }
    }

    fn cell(&mut self, element: &Element, row: usize, cells: &mut Vec<Cell>) {
        let properties = element.child("w:tcPr");
        let span = properties.and_then(|p| p.number("w:gridSpan")).unwrap_or(1).clamp(1, WIDEST);
        let merge = properties.and_then(|p| p.child("w:vMerge"));
        let covered = merge.is_some_and(|m| m.val() != Some("restart"));
        let before = std::mem::take(&mut self.blocks);
        self.children(element);
        let inside = std::mem::replace(&mut self.blocks, before);
        let place = Place {
            paragraph: Some(self.paragraphs),
            cell: Some(format!("hàng {}, cột {}", row + 1, cells.len() + 1)),
            ..Place::default()
        };
        let (text, bold) = if covered { (String::new(), false) } else { cell_text(&inside) };
        cells.push(Cell { text, bold, span, covered, place: place.clone() });
        cells.extend((1..span).map(|_| Cell { span: 1, covered: true, place: place.clone(), ..Cell::default() }));
    }
}

/// The paragraphs of a cell joined by line feeds; tables nested in it row by row.
fn cell_text(blocks: &[Block]) -> (String, bool) {
    let mut lines = Vec::new();
    let mut bold = true;
    for block in blocks {
        match block {
            Block::Line(line) => {
                bold &= line.look.bold == Some(true);
                lines.push(line.text.clone());
            }
            Block::Table(table) => {
                bold = false;
                lines.extend(table.rows.iter().flatten().map(|c| c.text.clone()).filter(|t| !t.is_empty()));
            }
            Block::PageBreak => {}
        }
    }
    let text = normalise(&lines.join("\n"));
    let bold = bold && !text.is_empty();
    (text, bold)
}

fn rows_of(table: &Element) -> Vec<&Element> {
    let mut rows = Vec::new();
    for element in table.elements() {
        let deleted = element.child("w:trPr").is_some_and(|p| p.child("w:del").is_some());
        match element.name.as_str() {
            "w:tr" if !deleted => rows.push(element),
            "w:sdt" | "w:sdtContent" | "w:customXml" | "w:ins" => rows.extend(rows_of(element)),
            _ => {}
        }
    }
    rows
}

fn cells_of(row: &Element) -> Vec<&Element> {
    let mut cells = Vec::new();
    for element in row.elements() {
        match element.name.as_str() {
            "w:tc" => cells.push(element),
            "w:sdt" | "w:sdtContent" | "w:customXml" => cells.extend(cells_of(element)),
            _ => {}
        }
    }
    cells
}

/// A section ends here and the next begins on a new page.
fn starts_a_page(section: &Element) -> bool {
    section.child("w:type").and_then(Element::val) != Some("continuous")
}

fn plain_text(element: &Element) -> String {
    let mut out = String::new();
    for node in &element.children {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Element(child) if matches!(child.name.as_str(), "w:rPr" | "w:pPr" | "w:instrText") => {}
            Node::Element(child) => out.push_str(&plain_text(child)),
        }
    }
    out
}
