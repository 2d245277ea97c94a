//! What stands side by side without rules: letterheads and signature blocks (two columns), and plain tables of three
//! columns or more.

use super::frame::Frame;
use super::page::Page;
use super::rows::{Row, paragraphs};
use crate::reading::source::{Cell, Place, Table};

/// What a page's rows fall into.
#[derive(Debug, PartialEq)]
pub(super) enum Stretch {
    /// A row of its own, with its line on the page, from 0.
    Row(usize),
    /// Rows `from..to` stand in columns; each column's edges.
    Columns { from: usize, to: usize, gutters: Vec<(f32, f32)> },
}

/// Finds the stretches of rows that stand in columns.
pub(super) fn stretches(rows: &[Row], frame: &Frame) -> Vec<Stretch> {
    let parts: Vec<Vec<Row>> = rows.iter().map(Row::parts).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        match columns_from(at, rows, &parts, frame) {
            Some((to, gutters)) => {
                out.push(Stretch::Columns { from: at, to, gutters });
                at = to;
            }
            None => {
                out.push(Stretch::Row(at));
                at += 1;
            }
        }
    }
    out
}

/// Rows further apart than this many type sizes do not belong to one block: an empty place for a signature does.
const FARTHEST: f32 = 12.0;

/// The block of columns that begins at row `from`: rows none of whose words lies across a gutter. A row centred on the
/// page, as a title under a letterhead is, ends it.
fn columns_from(from: usize, rows: &[Row], parts: &[Vec<Row>], frame: &Frame) -> Option<(usize, Vec<(f32, f32)>)> {
    let seed = seed(from, rows, parts)?;
    let mut gutters: Vec<(f32, f32)> = parts[seed].windows(2).map(|p| (p[0].right, p[1].left)).collect();
    for row in &parts[from..seed] {
        gutters = narrowed(&gutters, row)?;
    }
    let mut to = seed + 1;
    while to < rows.len() && rows[to].base - rows[to - 1].base < FARTHEST * rows[to].size {
        if parts[to].len() == 1 && frame.centres(&rows[to]) {
            break;
        }
        let Some(narrower) = narrowed(&gutters, &parts[to]) else { break };
        gutters = narrower;
        to += 1;
    }
    Some((to, gutters))
}

/// The row that shows the columns: row `from` itself, or, where the right column begins higher, a row below it.
fn seed(from: usize, rows: &[Row], parts: &[Vec<Row>]) -> Option<usize> {
    if parts[from].len() >= 2 {
        return Some(from);
    }
    let right_only = |i: &usize| parts[*i].len() == 1;
    let seed = (from..rows.len().min(from + 4)).find(|i| !right_only(i))?;
    let gutter = parts[seed].first()?.right;
    let close = rows[from..=seed].windows(2).all(|r| r[1].base - r[0].base < 3.0 * r[1].size);
    (close && rows[from..seed].iter().all(|r| r.left > gutter + r.size)).then_some(seed)
}

/// The gutters once a row is put into the columns; `None` if one of its words lies across a gutter.
fn narrowed(gutters: &[(f32, f32)], parts: &[Row]) -> Option<Vec<(f32, f32)>> {
    let mut out = Vec::new();
    for (left, right) in gutters {
        let middle = f32::midpoint(*left, *right);
        let (mut left, mut right) = (*left, *right);
        for part in parts {
            if part.left >= middle.min(left + 1.0) && part.left > left {
                right = right.min(part.left);
            } else {
                left = left.max(part.right);
            }
        }
        if right - left < 5.0 {
            return None;
        }
        out.push((left, right));
    }
    Some(out)
}

/// The block as a table: two columns as one row of two cells, more as rows that begin where the first column does.
pub(super) fn table(page: &Page, rows: &[Row], first_line: usize, gutters: &[(f32, f32)], frame: &Frame) -> Table {
    let edges = columns(rows, gutters);
    let groups: Vec<&[Row]> = if gutters.len() == 1 { vec![rows] } else { begun_rows(rows, edges[0].1) };
    let mut line = first_line;
    let mut table_rows = Vec::new();
    for group in groups {
        let place = Place { page: Some(page.number), line: u32::try_from(line + 1).ok(), ..Place::default() };
        table_rows.push(edges.iter().map(|edge| cell(group, *edge, frame, &place)).collect());
        line += group.len();
    }
    let place = Place { page: Some(page.number), line: u32::try_from(first_line + 1).ok(), ..Place::default() };
    Table { rows: table_rows, bare: true, place }
}

/// Left and right edge of what stands in each column.
fn columns(rows: &[Row], gutters: &[(f32, f32)]) -> Vec<(f32, f32)> {
    let left = rows.iter().map(|r| r.left).fold(f32::INFINITY, f32::min);
    let right = rows.iter().map(|r| r.right).fold(f32::NEG_INFINITY, f32::max);
    let lefts = std::iter::once(left).chain(gutters.iter().map(|g| g.1));
    let rights = gutters.iter().map(|g| g.0).chain(std::iter::once(right));
    lefts.zip(rights).collect()
}

fn begun_rows(rows: &[Row], first_right: f32) -> Vec<&[Row]> {
    let mut starts: Vec<usize> = (0..rows.len()).filter(|i| *i == 0 || rows[*i].left < first_right).collect();
    starts.push(rows.len());
    starts.windows(2).map(|pair| &rows[pair[0]..pair[1]]).collect()
}

fn cell(rows: &[Row], edge: (f32, f32), frame: &Frame, place: &Place) -> Cell {
    let inside = |row: &Row| {
        let words: Vec<_> = row.words.iter().filter(|w| w.right > edge.0 - 1.0 && w.left < edge.1 + 1.0).cloned().collect();
        (!words.is_empty()).then(|| Row::of(words))
    };
    let held: Vec<Row> = rows.iter().filter_map(inside).collect();
    let bold = !held.is_empty() && held.iter().all(Row::is_bold);
    Cell { text: joined(&held, room(&held, edge, frame)), bold, span: 1, covered: false, place: place.clone() }
}

/// What a column could hold: a centred one reaches as far on one side as it does towards its margin on the other.
fn room(rows: &[Row], edge: (f32, f32), frame: &Frame) -> (f32, f32) {
    let middle = f32::midpoint(edge.0, edge.1);
    let centred = rows.iter().all(|r| (f32::midpoint(r.left, r.right) - middle).abs() < 4.0);
    let half = (middle - frame.left).min(frame.right - middle);
    if centred && half > edge.1 - middle { (middle - half, middle + half) } else { edge }
}

/// Rows of one look that follow each other closely may be a wrapped line; others never.
fn joined(rows: &[Row], edge: (f32, f32)) -> String {
    let alike = |a: &Row, b: &Row| {
        a.is_bold() == b.is_bold()
            && a.is_italic() == b.is_italic()
            && (a.size - b.size).abs() < 0.3
            && b.base - a.base < 1.6 * b.size
    };
    let mut out: Vec<String> = Vec::new();
    let mut from = 0;
    for to in 1..=rows.len() {
        if to == rows.len() || !alike(&rows[to - 1], &rows[to]) {
            out.extend(paragraphs(&rows[from..to], edge));
            from = to;
        }
    }
    out.join("\n")
}
