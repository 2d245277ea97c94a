//! Tables → boxes, one a row; the header is repeated, a row taller than a page goes line by line (rule A4).

use super::boxes::{Box, Column, Drawn, SetLine};
use super::fonts::{Fonts, LayoutError};
use super::pages::Dealing;
use super::{Owner, Place, Stroke, TextLine};
use crate::document::{Align, CellAlign, Pt, Row, RowKind, Style, StyleName, StyleSheet, Table, TableCell};

struct Ruled<'a> {
    table: &'a Table,
    sheet: &'a StyleSheet,
    fonts: &'a Fonts,
    /// Left edges of the columns and the right edge of the last.
    edges: Vec<Pt>,
}

/// A row with its cells' text broken into lines.
struct SetRow {
    kind: RowKind,
    cells: Vec<SetCell>,
    /// Left edges of its cells and the right edge of the last.
    edges: Vec<Pt>,
    line: Pt,
}

struct SetCell {
    lines: Vec<SetLine>,
}

/// Adds a table to the pages. Nothing that comes later changes where the rows before the last stand, so pages are filled
/// as rows come.
pub(super) fn table(table: &Table, sheet: &StyleSheet, fonts: &Fonts, pages: &mut Dealing) -> Result<(), LayoutError> {
    let room = sheet.text_width_of(pages.orientation);
    let mut edges = vec![Pt(0.0)];
    for column in &table.columns {
        edges.push(edges[edges.len() - 1] + room * column.width);
    }
    let ruled = Ruled { table, sheet, fonts, edges };
    let header = ruled.header()?;
    let page: Pt = sheet.sheet(pages.orientation).1 - (sheet.page.top + sheet.page.bottom).into();
    let tallest = page - header.height;
    let index = pages.flow.headers.len();
    pages.flow.headers.push(header.clone());
    pages.flow.push(header);
    pages.flow.keep = true;
    for (at, row) in table.rows.iter().enumerate() {
        let place = row.task.map(Place::Task);
        let mut row = ruled.set(row)?;
        let boxes = if row.height(sheet) > tallest { row.slices(sheet) } else { vec![row.whole(sheet)] };
        for mut part in boxes {
            for line in &mut part.drawn.lines {
                line.owner.get_or_insert_default().row = at + 1;
            }
            pages.flow.push(Box { header: Some(index), place, ..part });
        }
        pages.flow.keep = row.kind == RowKind::Group;
        pages.deal_full()?;
    }
    pages.flow.keep = false;
    // a row has one of the two rules between which it stands; the last one's lower rule is no other row's upper one
    if let Some(last) = pages.flow.boxes.last_mut() {
        last.height += sheet.border;
    }
    Ok(())
}

impl Ruled<'_> {
    fn header(&self) -> Result<Box, LayoutError> {
        let cells = self.table.columns.iter().map(|c| TableCell { text: c.title.clone(), span: 1 }).collect();
        let row = Row { kind: RowKind::Body, task: None, cells };
        let mut set = self.set_with(&row, |_| (StyleName::TableHead, Align::Centre))?;
        let mut out = set.in_the_middle(self.sheet);
        let (left, right) = set.outer_edges();
        out.drawn.strokes.push(Stroke::level(left, Pt(0.0), right - left, self.sheet.border));
        Ok(out)
    }

    fn set(&self, row: &Row) -> Result<SetRow, LayoutError> {
        self.set_with(row, |at| {
            let align = match self.table.align_of(row, at) {
                CellAlign::Left => Align::Left,
                CellAlign::Centre => Align::Centre,
                CellAlign::Right => Align::Right,
            };
            (if row.kind == RowKind::Body { StyleName::TableText } else { StyleName::TableHead }, align)
        })
    }

    /// Breaks every cell's text; `look` gives a cell's style and how it stands.
    fn set_with(&self, row: &Row, look: impl Fn(usize) -> (StyleName, Align)) -> Result<SetRow, LayoutError> {
        let mut edges = vec![Pt(0.0)];
        let mut cells = Vec::new();
        let (mut column, mut line) = (0, Pt(0.0));
        for (at, cell) in row.cells.iter().enumerate() {
            let end = (column + cell.span).min(self.table.columns.len());
            let (left, right) = (self.edges[column.min(end)], self.edges[end]);
            let (name, align) = look(at);
            let style = Style { size: self.table.size, ..self.sheet.style(name) };
            let side = self.sheet.cell_side;
            let set = Column { fonts: self.fonts, style, align, x: left + side, room: right - left - side * 2.0 };
            let lines = set.set_plain(cell.text.trim_end())?;
            line = lines.iter().map(|l| l.height).fold(line, Pt::max);
            cells.push(SetCell { lines });
            edges.push(right);
            column = end;
        }
        Ok(SetRow { kind: row.kind, cells, edges, line })
    }
}

impl SetRow {
    fn lines(&self) -> usize {
        self.cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0)
    }

    /// Lines, room above and below, and one of the two rules between which it stands.
    fn height(&self, sheet: &StyleSheet) -> Pt {
        self.line * self.lines() as f64 + sheet.cell_top * 2.0 + sheet.border
    }

    fn outer_edges(&self) -> (Pt, Pt) {
        (Pt(0.0), self.edges.last().copied().unwrap_or_default())
    }

    /// Lines from `first` to `end` of every cell, below `top`, each cell pushed down by `offset` lines. Takes their text.
    fn draw(&mut self, first: usize, end: usize, top: Pt, offset: impl Fn(&SetCell) -> f64) -> Drawn {
        let mut drawn = Drawn::default();
        for (at, cell) in self.cells.iter_mut().enumerate() {
            let mut y = top + self.line * offset(cell);
            let owner = Some(Owner { cell: at, ..Owner::default() });
            for line in cell.lines.iter_mut().take(end).skip(first) {
                drawn.lines.extend(line.text.take().map(|text| TextLine { owner, ..text.lowered(y) }));
                y += self.line;
            }
        }
        drawn
    }

    /// A box around a drawing, with its upright lines.
    fn sided(&self, mut drawn: Drawn, height: Pt, sheet: &StyleSheet) -> Box {
        drawn.strokes.extend(self.sides(Pt(0.0), height, sheet));
        Box { height, drawn, ..Box::default() }
    }

    fn sides(&self, top: Pt, height: Pt, sheet: &StyleSheet) -> Vec<Stroke> {
        self.edges.iter().map(|edge| Stroke::upright(*edge, top, height, sheet.border)).collect()
    }

    fn lower_edge(&self, y: Pt, sheet: &StyleSheet) -> Stroke {
        let (left, right) = self.outer_edges();
        Stroke::level(left, y, right - left, sheet.border)
    }

    /// A whole row around a drawing.
    fn ruled(&self, drawn: Drawn, sheet: &StyleSheet) -> Box {
        let height = self.height(sheet);
        let mut out = self.sided(drawn, height, sheet);
        out.drawn.strokes.push(self.lower_edge(height, sheet));
        out
    }

    fn whole(&mut self, sheet: &StyleSheet) -> Box {
        let drawn = self.draw(0, self.lines(), sheet.border + sheet.cell_top, |_| 0.0);
        self.ruled(drawn, sheet)
    }

    /// The whole row, each cell's text half-way up.
    fn in_the_middle(&mut self, sheet: &StyleSheet) -> Box {
        let all = self.lines();
        let drawn = self.draw(0, all, sheet.border + sheet.cell_top, |cell| (all - cell.lines.len()) as f64 / 2.0);
        self.ruled(drawn, sheet)
    }

    /// One box a line; two lines at least stay together at either end. Where a page cuts the row, each part has its room
    /// above and below as a whole row has.
    fn slices(&mut self, sheet: &StyleSheet) -> Vec<Box> {
        let count = self.lines();
        let margin = sheet.cell_top;
        let slice = |at: usize| {
            let (first, last) = (at == 0, at + 1 == count);
            let top = if first { sheet.border + margin } else { Pt(0.0) };
            let height = self.line + top + if last { margin } else { Pt(0.0) };
            let drawn = self.draw(at, at + 1, top, |_| 0.0);
            let mut out = self.sided(drawn, height, sheet);
            out.stays = at == 1 || (last && count > 1);
            out.margin = margin;
            if last {
                out.drawn.strokes.push(self.lower_edge(height, sheet));
            } else {
                out.closing = self.sides(height, margin, sheet);
                out.closing.push(self.lower_edge(height + margin, sheet));
            }
            if !first {
                out.opening = self.sides(-margin, margin, sheet);
            }
            out
        };
        (0..count).map(slice).collect()
    }
}
