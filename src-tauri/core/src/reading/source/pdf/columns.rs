//! What stands side by side without rules: letterheads and signature blocks (two columns), and plain tables of three
//! columns or more.

use super::frame::Frame;
use super::page::Page;
use super::rows::{Row, paragraphs};
use crate::reading::source::{Cell, Place, Table};

/// A blank between two columns: where it begins and ends.
type Gutter = (f32, f32);

/// What a page's rows fall into.
#[derive(Debug, PartialEq)]
pub(super) enum Stretch {
    /// A row of its own: its index.
    Row(usize),
    /// Rows `from..to` stand in columns; the blanks between these.
    Columns { from: usize, to: usize, gutters: Vec<Gutter> },
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

/// Rows of two columns further apart than this many type sizes belong to no one block; the empty place of a signature
/// does not part them.
const FARTHEST: f32 = 12.0;
/// The same for tables of three columns or more, which have no such places.
const FARTHEST_IN_TABLE: f32 = 3.0;
/// Lines of one paragraph stand closer than this many type sizes.
const LOOSE: f32 = 1.4;
/// Fewer rows side by side in three columns are no table.
const FEWEST: usize = 3;

/// The block of columns that begins at row `from`: rows none of which lies across a gutter. A row centred on the page,
/// as a title under a letterhead is, ends it.
fn columns_from(from: usize, rows: &[Row], parts: &[Vec<Row>], frame: &Frame) -> Option<(usize, Vec<Gutter>)> {
    let (mut to, mut gutters) = seed(from, rows, parts)?;
    let farthest = if gutters.len() > 1 { FARTHEST_IN_TABLE } else { FARTHEST };
    while to < rows.len() && rows[to].base - rows[to - 1].base < farthest * rows[to].size {
        let titled = parts[to].len() == 1 && frame.centres(&rows[to]);
        // in a table, a text alone that keeps its distance is a paragraph below
        let alone = gutters.len() > 1 && parts[to].len() == 1 && rows[to].base - rows[to - 1].base > LOOSE * rows[to].size;
        let left: Vec<Gutter> = gutters.iter().filter_map(|g| narrowed(*g, &rows[to], &parts[to])).collect();
        // one text across a gutter is no row of a table; a filled cell under a blank in its header is
        let across = left.len() < gutters.len() && (parts[to].len() == 1 || left.is_empty());
        // but a group's title is: it begins where the rows do, and the rows go on below
        if across && gutters.len() > 1 && heads(to, from, rows, parts, &gutters) {
            to += 1;
            continue;
        }
        if titled || across || alone {
            break;
        }
        gutters = left;
        to += 1;
    }
    if gutters.len() < 2 {
        return Some((to, gutters));
    }
    let own: Vec<Row> = rows[from..to].iter().filter(|row| !spans(row, &gutters)).cloned().collect();
    (to - from >= FEWEST).then(|| (to, blanks(&own)))
}

/// One text over several columns.
fn spans(row: &Row, gutters: &[Gutter]) -> bool {
    let parts = row.parts();
    parts.len() == 1 && gutters.iter().any(|gutter| narrowed(*gutter, row, &parts).is_none())
}

/// A text over several columns that heads the rows below: its left edge is theirs, and the next row keeps every gutter.
fn heads(at: usize, from: usize, rows: &[Row], parts: &[Vec<Row>], gutters: &[Gutter]) -> bool {
    let left = rows[from..at].iter().map(|row| row.left).fold(f32::INFINITY, f32::min);
    let begins = (rows[at].left - left).abs() < 0.5 * rows[at].size;
    let goes_on = rows.get(at + 1).zip(parts.get(at + 1)).is_some_and(|(row, parts)| {
        parts.len() >= FEWEST && gutters.iter().all(|gutter| narrowed(*gutter, row, parts).is_some())
    });
    parts[at].len() == 1 && begins && goes_on
}

/// The rows that show that columns begin here, and the blanks between those: a row of several parts; two texts at
/// different heights that reach beside each other; or a text that stands right of a block beginning just below.
fn seed(from: usize, rows: &[Row], parts: &[Vec<Row>]) -> Option<(usize, Vec<Gutter>)> {
    let between = |a: &Row, b: &Row| if a.right < b.left { (a.right, b.left) } else { (b.right, a.left) };
    let wide = |gutter: &Gutter, size: f32| gutter.1 - gutter.0 >= narrowest(size);
    if parts[from].len() >= 2 {
        return Some((from + 1, parts[from].windows(2).map(|p| (p[0].right, p[1].left)).collect()));
    }
    let (first, second) = (&rows[from], rows.get(from + 1)?);
    let gutter = between(first, second);
    let beside = second.base - first.base < 0.9 * first.size.min(second.size);
    if beside && parts[from + 1].len() == 1 && wide(&gutter, first.size) {
        return Some((from + 2, vec![gutter]));
    }
    let below = (from + 1..rows.len().min(from + 4)).find(|i| parts[*i].len() >= 2)?;
    let left_edge = parts[below].first()?.right;
    let close = rows[from..=below].windows(2).all(|r| r[1].base - r[0].base < 3.0 * r[1].size);
    let right = rows[from..below].iter().map(|r| r.left).fold(parts[below][1].left, f32::min);
    let gutter = (left_edge, right);
    (close && parts[below].len() == 2 && wide(&gutter, first.size)).then_some((below + 1, vec![gutter]))
}

fn narrowest(size: f32) -> f32 {
    (0.5 * size).max(5.0)
}

/// What a row leaves of a gutter; `None` if it lies across it.
fn narrowed(gutter: Gutter, row: &Row, parts: &[Row]) -> Option<Gutter> {
    let texts: Vec<(f32, f32)> = match parts {
        [one] => vec![(one.left, one.right)],
        _ => row.words.iter().map(|w| (w.left, w.right)).collect(),
    };
    // the widest blank that the row leaves inside the gutter
    let mut left = gutter.0;
    let mut widest = (left, left);
    for (from, to) in texts.into_iter().chain([(gutter.1, gutter.1)]) {
        let end = from.clamp(gutter.0, gutter.1);
        if end - left > widest.1 - widest.0 {
            widest = (left, end);
        }
        left = left.max(to);
    }
    (widest.1 - widest.0 >= narrowest(row.size)).then_some(widest)
}

/// The blanks that run down through all the rows.
fn blanks(rows: &[Row]) -> Vec<Gutter> {
    let mut words: Vec<(f32, f32)> = rows.iter().flat_map(|r| &r.words).map(|w| (w.left, w.right)).collect();
    words.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut out = Vec::new();
    let mut reached = f32::INFINITY;
    for (left, right) in words {
        if left - reached >= 4.0 {
            out.push((reached, left));
        }
        reached = if reached.is_finite() { reached.max(right) } else { right };
    }
    out
}

/// The block as a table: two columns as one row of two cells, more as rows that begin where the first column does.
pub(super) fn table(page: &Page, rows: &[Row], first_line: usize, gutters: &[Gutter], frame: &Frame) -> Table {
    let edges = columns(rows, gutters);
    let groups: Vec<&[Row]> = if gutters.len() == 1 { vec![rows] } else { begun_rows(rows, edges[0].1) };
    let mut line = first_line;
    let mut table_rows = Vec::new();
    for group in groups {
        let place = Place { page: Some(page.number), line: u32::try_from(line + 1).ok(), ..Place::default() };
        table_rows.push(match group {
            [row] if gutters.len() > 1 && spans(row, gutters) => spanning(row, edges.len(), &place),
            _ => edges.iter().map(|edge| cell(group, *edge, frame, &place)).collect(),
        });
        line += group.len();
    }
    let place = Place { page: Some(page.number), line: u32::try_from(first_line + 1).ok(), ..Place::default() };
    Table { rows: table_rows, bare: true, place, ..Table::default() }
}

/// A row of one cell over all columns.
fn spanning(row: &Row, columns: usize, place: &Place) -> Vec<Cell> {
    let covered = Cell { span: 1, covered: true, place: place.clone(), ..Cell::default() };
    let mut cells = vec![covered; columns];
    let span = u32::try_from(columns).unwrap_or(1);
    cells[0] = Cell { text: row.text(), bold: row.is_bold(), span, covered: false, place: place.clone(), looks: Vec::new() };
    cells
}

/// Left and right edge of what stands in each column.
fn columns(rows: &[Row], gutters: &[Gutter]) -> Vec<(f32, f32)> {
    let left = rows.iter().map(|r| r.left).fold(f32::INFINITY, f32::min);
    let right = rows.iter().map(|r| r.right).fold(f32::NEG_INFINITY, f32::max);
    let lefts = std::iter::once(left).chain(gutters.iter().map(|g| g.1));
    let rights = gutters.iter().map(|g| g.0).chain(std::iter::once(right));
    lefts.zip(rights).collect()
}

/// A row of the table begins where a blank stands above it, or where its first column is filled; a text set in the
/// middle of its cell's height stands half a line off the others of its row.
fn begun_rows(rows: &[Row], first_right: f32) -> Vec<&[Row]> {
    let begins = |i: usize| {
        let step = rows[i].base - rows[i - 1].base;
        step > LOOSE * rows[i].size || (rows[i].left < first_right && step > 0.9 * rows[i].size)
    };
    let mut starts: Vec<usize> = (0..rows.len()).filter(|i| *i == 0 || begins(*i)).collect();
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
    Cell { text: joined(&held, room(&held, edge, frame)), bold, span: 1, covered: false, place: place.clone(), looks: Vec::new() }
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
