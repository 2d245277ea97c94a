//! Tables of a document → rows of cells: merged cells both ways, deleted rows and cells left out.

use super::super::{Block, Cell, Look, Place, Table};
use super::body::Walk;
use super::styles::has_rules;
use super::xml::Element;
use crate::reading::source::limits::{DEEPEST_TABLE, MOST_COLUMNS, counted, exceeded, too_wide};
use crate::text::normalise;

impl Walk<'_> {
    /// A table; one of a single column is but a frame around what it holds.
    pub(super) fn table(&mut self, element: &Element) {
        if usize::try_from(self.depth()).is_ok_and(|depth| depth > DEEPEST_TABLE) {
            let most = format!("{} bảng lồng nhau", counted(DEEPEST_TABLE));
            return self.held(Err(exceeded("bảng lồng trong bảng", &self.here(), &most)));
        }
        let rows = rows_of(element);
        let frame = rows.iter().all(|row| cells_of(row).len() == 1 && spans(cells_of(row)[0]) == 1);
        if frame && !rows.is_empty() {
            for cell in rows.iter().flat_map(|row| cells_of(row)) {
                self.children(cell);
                self.end_open();
            }
            return;
        }
        let ruled = self.is_ruled(element, &rows);
        let numbered = ruled && !self.in_cell();
        if numbered {
            self.tables += 1;
        }
        let place = self.place_of_table(numbered);
        let named = if numbered { format!("bảng {}, ", self.tables) } else { String::new() };
        let mut out: Vec<Vec<Cell>> = Vec::new();
        for row in rows {
            if self.beyond.is_some() {
                return;
            }
            let mut cells = Vec::new();
            let skipped = row.child("w:trPr").and_then(|p| p.number("w:gridBefore")).unwrap_or(0);
            let skipped = self.columns(skipped, 0);
            cells.extend((0..skipped).map(|_| Cell { span: 1, ..Cell::default() }));
            for cell in cells_of(row) {
                let at = format!("{named}hàng {}, cột {}", out.len() + 1, cells.len() + 1);
                self.cell(cell, at, numbered, &mut cells);
            }
            out.push(cells);
        }
        let columns = out.iter().map(Vec::len).max().unwrap_or(0);
        let within = self.tally.cells(columns * out.len(), &self.here());
        self.held(within);
        if self.beyond.is_some() {
            return;
        }
        for row in &mut out {
            row.resize_with(columns, || Cell { span: 1, ..Cell::default() });
        }
        let widths = widths(element, columns);
        self.blocks.push(Block::Table(Table { rows: out, bare: !ruled, place, widths }));
        self.gap = false;
    }

    /// `more` columns behind those of a row, none if that is more than any table has.
    fn columns(&mut self, more: u32, before: usize) -> u32 {
        let whole = usize::try_from(more).unwrap_or(usize::MAX).saturating_add(before);
        if whole <= MOST_COLUMNS {
            return more;
        }
        self.held(Err(too_wide(&self.here())));
        0
    }

    fn is_ruled(&self, element: &Element, rows: &[&Element]) -> bool {
        let properties = element.child("w:tblPr");
        let style = properties.and_then(|p| p.child("w:tblStyle")).and_then(Element::val);
        let borders = properties.and_then(|p| p.child("w:tblBorders"));
        let own = borders.map_or_else(|| style.is_some_and(|s| self.styles.is_ruled(s)), has_rules);
        let drawn = |cell: &Element| cell.child("w:tcPr").and_then(|p| p.child("w:tcBorders")).is_some_and(has_rules);
        own || rows.iter().flat_map(|row| cells_of(row)).any(drawn)
    }

    fn cell(&mut self, element: &Element, at: String, numbered: bool, cells: &mut Vec<Cell>) {
        let properties = element.child("w:tcPr");
        let span = self.columns(spans(element), cells.len());
        let goes_on = |name: &str| properties.and_then(|p| p.child(name)).is_some_and(|m| m.val() != Some("restart"));
        let covered = goes_on("w:vMerge") || goes_on("w:hMerge");
        let inside = self.inside_cell(element);
        let paragraph = (!numbered).then_some(self.paragraphs);
        let place = Place { paragraph, cell: Some(at), ..Place::default() };
        let (text, bold, looks) = if covered { Default::default() } else { cell_text(&inside) };
        cells.push(Cell { text, bold, span, covered, place: place.clone(), looks });
        cells.extend((1..span).map(|_| Cell { span: 1, covered: true, place: place.clone(), ..Cell::default() }));
    }
}

fn spans(cell: &Element) -> u32 {
    cell.child("w:tcPr").and_then(|p| p.number("w:gridSpan")).unwrap_or(1).max(1)
}

/// The widths that `w:tblGrid` gives the columns, in points; none if it does not know all of them.
fn widths(table: &Element, columns: usize) -> Vec<f32> {
    let grid = table.child("w:tblGrid").into_iter().flat_map(Element::elements).filter(|e| e.name == "w:gridCol");
    let width = |column: &Element| column.attribute("w:w").and_then(|w| w.parse::<u16>().ok()).map(|w| f32::from(w) / 20.0);
    let widths: Option<Vec<f32>> = grid.map(width).collect();
    widths.filter(|widths| widths.len() == columns && widths.iter().all(|width| *width > 0.0)).unwrap_or_default()
}

/// The paragraphs of a cell joined by line feeds, tables nested in it row by row; whether all is bold, and how each
/// line looks.
fn cell_text(blocks: &[Block]) -> (String, bool, Vec<Look>) {
    let (mut lines, mut looks) = (Vec::new(), Vec::new());
    let mut bold = true;
    for block in blocks {
        match block {
            Block::Line(line) => {
                bold &= line.look.bold == Some(true);
                lines.push(line.text.clone());
                looks.push(line.look);
            }
            Block::Table(table) => {
                bold = false;
                for text in table.rows.iter().flatten().map(|c| &c.text).filter(|t| !t.is_empty()) {
                    lines.push(text.clone());
                    looks.extend(text.split('\n').map(|_| Look::default()));
                }
            }
            Block::PageBreak => {}
        }
    }
    let text = normalise(&lines.join("\n"));
    let bold = bold && !text.is_empty();
    if looks.len() != text.split('\n').count() {
        looks.clear();
    }
    (text, bold, looks)
}

fn rows_of(table: &Element) -> Vec<&Element> {
    let mut rows = Vec::new();
    for element in table.elements() {
        let deleted = element.child("w:trPr").is_some_and(|p| p.child("w:del").is_some());
        match element.name.as_str() {
            "w:tr" if !deleted => rows.push(element),
            "w:sdt" | "w:sdtContent" | "w:customXml" | "w:ins" | "w:moveTo" => rows.extend(rows_of(element)),
            _ => {}
        }
    }
    rows
}

fn cells_of(row: &Element) -> Vec<&Element> {
    let mut cells = Vec::new();
    for element in row.elements() {
        let deleted = element.child("w:tcPr").is_some_and(|p| p.child("w:cellDel").is_some());
        match element.name.as_str() {
            "w:tc" if !deleted => cells.push(element),
            "w:sdt" | "w:sdtContent" | "w:customXml" => cells.extend(cells_of(element)),
            _ => {}
        }
    }
    cells
}
