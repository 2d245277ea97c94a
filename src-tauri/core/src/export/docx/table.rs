//! The task table (rule A4): fixed columns, a header that repeats, rows that do not break, group rows over all columns.

use std::io;

use super::body::{Flow, Section, paragraph, write_text};
use super::styles::{TABLE_ID, cell_id, id, size, whole};
use super::xml::Xml;
use crate::document::times::{self, Look};
use crate::document::{CellAlign, Column, Pt, Row, RowKind, StyleName, StyleSheet, Table, TableCell};

/// Writes a table as wide as the text.
pub(super) fn table(xml: &mut Xml, table: &Table, section: Section, sheet: &StyleSheet) -> io::Result<()> {
    let grid = grid(&table.columns, section.text_width());
    let head = Row {
        kind: RowKind::Body,
        task: None,
        cells: table.columns.iter().map(|column| TableCell { text: column.title.clone(), span: 1 }).collect(),
    };
    let head_height = height(&head, &grid, table, sheet, true);
    let tallest = section.text_height() - head_height;
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.val("w:tblStyle", TABLE_ID)?;
            let whole_width: f64 = grid.iter().sum();
            xml.empty("w:tblW", &[("w:w", &whole(whole_width)), ("w:type", "dxa")])?;
            xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
            xml.empty("w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1"), ("w:noHBand", "1"), ("w:noVBand", "1")])
        })?;
        xml.element("w:tblGrid", &[], |xml| {
            grid.iter().try_for_each(|width| xml.empty("w:gridCol", &[("w:w", &whole(*width))]))
        })?;
        row(xml, &head, &grid, table, sheet, RowFlow { head: true, splits: false })?;
        for content in &table.rows {
            let splits = height(content, &grid, table, sheet, false).0 > tallest.0;
            row(xml, content, &grid, table, sheet, RowFlow { head: false, splits })?;
        }
        Ok(())
    })
}

/// Widths of the columns in twips; their sum is the text width, to the twip.
fn grid(columns: &[Column], width: Pt) -> Vec<f64> {
    let all: f64 = columns.iter().map(|column| column.width).sum();
    let all = if all > 0.0 { all } else { 1.0 };
    let mut edge = 0.0;
    let mut shares = 0.0;
    columns
        .iter()
        .map(|column| {
            shares += column.width;
            let before = edge;
            edge = (width.0 * 20.0 * shares / all).round();
            edge - before
        })
        .collect()
}

/// How a row stands to pages.
#[derive(Clone, Copy)]
struct RowFlow {
    /// Repeated on every page.
    head: bool,
    /// May break, because no page holds it whole.
    splits: bool,
}

fn row(xml: &mut Xml, content: &Row, grid: &[f64], table: &Table, sheet: &StyleSheet, flow: RowFlow) -> io::Result<()> {
    xml.element("w:tr", &[], |xml| {
        if flow.head || !flow.splits {
            xml.element("w:trPr", &[], |xml| {
                if !flow.splits {
                    xml.empty("w:cantSplit", &[])?;
                }
                if flow.head { xml.empty("w:tblHeader", &[]) } else { Ok(()) }
            })?;
        }
        let mut at = 0;
        for (number, cell) in content.cells.iter().enumerate() {
            let span = cell.span.max(1);
            let width: f64 = grid.iter().skip(at).take(span).sum();
            let look = cell_look(content.kind, table.align_of(content, number), flow.head);
            write_cell(xml, cell, width, look, direct_size(table, sheet, flow.head), content.kind == RowKind::Group)?;
            at += span;
        }
        Ok(())
    })
}

/// Style of a cell's paragraphs, and whether it stands in the middle of its row's height.
fn cell_look(kind: RowKind, align: CellAlign, head: bool) -> (&'static str, bool) {
    if head { (id(StyleName::TableHead), true) } else { (cell_id(align, kind != RowKind::Body), false) }
}

/// A table's own size, where it is not its style's.
fn direct_size(table: &Table, sheet: &StyleSheet, head: bool) -> Option<Pt> {
    let style = sheet.style(if head { StyleName::TableHead } else { StyleName::TableText });
    (style.size != table.size).then_some(table.size)
}

fn write_cell(
    xml: &mut Xml,
    cell: &TableCell,
    width: f64,
    (style, middle): (&str, bool),
    own_size: Option<Pt>,
    keep_next: bool,
) -> io::Result<()> {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &whole(width)), ("w:type", "dxa")])?;
            if cell.span > 1 {
                xml.val("w:gridSpan", &cell.span.to_string())?;
            }
            if middle { xml.val("w:vAlign", "center") } else { Ok(()) }
        })?;
        let flow = Flow { keep_next, ..Flow::default() };
        let mut pieces: Vec<&str> = cell.text.split('\n').filter(|piece| !piece.trim().is_empty()).collect();
        if pieces.is_empty() {
            // a cell holds at least one paragraph
            pieces.push("");
        }
        pieces.into_iter().try_for_each(|piece| {
            paragraph(xml, style, flow, |xml| {
                if piece.is_empty() {
                    return Ok(());
                }
                xml.element("w:r", &[], |xml| {
                    if let Some(points) = own_size {
                        xml.element("w:rPr", &[], |xml| size(xml, points))?;
                    }
                    write_text(xml, piece)
                })
            })
        })
    })
}

/// About how high a row is.
fn height(row: &Row, grid: &[f64], table: &Table, sheet: &StyleSheet, head: bool) -> Pt {
    let look = Look { bold: head || row.kind != RowKind::Body, italic: false };
    let mut at = 0;
    let mut most = 0;
    for cell in &row.cells {
        let span = cell.span.max(1);
        let width: f64 = grid.iter().skip(at).take(span).sum();
        let room = Pt(width / 20.0) - sheet.cell_side * 2.0;
        most = most.max(times::lines(&cell.text, table.size, look, Pt(0.0), room).len());
        at += span;
    }
    let lines: f64 = (0..most).map(|_| 1.0).sum();
    table.size * (times::LINE * lines) + sheet.cell_top * 2.0
}
