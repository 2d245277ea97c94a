//! What stands side by side in two columns without rules: letterheads and signature blocks.

use super::frame::Frame;
use super::page::{Page, Word};
use super::plain::Gutter;
use super::rows::{Row, paragraphs};
use crate::reading::marks::is_caps;
use crate::reading::offices;
use crate::reading::source::{Cell, Place, Table};

/// What a page's rows fall into.
#[derive(Debug, PartialEq)]
pub(super) enum Stretch {
    /// A row of its own: its index.
    Row(usize),
    /// Rows `from..to` stand in two columns; the blank between these.
    Columns { from: usize, to: usize, gutter: Gutter },
}

/// Finds the stretches of rows that stand in columns.
pub(super) fn stretches(rows: &[Row], frame: &Frame) -> Vec<Stretch> {
    let parts: Vec<Vec<Row>> = rows.iter().map(Row::parts).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        match columns_from(at, rows, &parts, frame) {
            Some((to, gutter)) => {
                out.push(Stretch::Columns { from: at, to, gutter });
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

/// The block of columns that begins at row `from`: rows none of which lies across the gutter. A row centred on the page,
/// as a title under a letterhead is, ends it.
fn columns_from(from: usize, rows: &[Row], parts: &[Vec<Row>], frame: &Frame) -> Option<(usize, Gutter)> {
    let (mut to, mut gutters) = seed(from, rows, parts)?;
    while to < rows.len() && rows[to].base - rows[to - 1].base < FARTHEST * rows[to].size {
        let titled = parts[to].len() == 1 && frame.centres(&rows[to]);
        let left: Vec<Gutter> = gutters.iter().filter_map(|g| narrowed(*g, &rows[to], &parts[to])).collect();
        if titled || left.is_empty() || (left.len() < gutters.len() && parts[to].len() == 1) {
            break;
        }
        gutters = left;
        to += 1;
    }
    match gutters[..] {
        [gutter] => Some((to, gutter)),
        _ => None,
    }
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

/// The block as a table of one row of two cells.
pub(super) fn table(page: &Page, rows: &[Row], first_line: usize, gutter: Gutter, frame: &Frame) -> Table {
    let place = Place { page: Some(page.number), line: u32::try_from(first_line + 1).ok(), ..Place::default() };
    let cells = edges(rows, &[gutter]).into_iter().map(|edge| cell(rows, edge, frame, &place)).collect();
    Table { rows: vec![cells], bare: true, place, ..Table::default() }
}

/// Left and right edge of what stands in each column.
pub(super) fn edges(rows: &[Row], gutters: &[Gutter]) -> Vec<(f32, f32)> {
    let left = rows.iter().map(|r| r.left).fold(f32::INFINITY, f32::min);
    let right = rows.iter().map(|r| r.right).fold(f32::NEG_INFINITY, f32::max);
    let lefts = std::iter::once(left).chain(gutters.iter().map(|g| g.1));
    let rights = gutters.iter().map(|g| g.0).chain(std::iter::once(right));
    lefts.zip(rights).collect()
}

fn cell(rows: &[Row], edge: (f32, f32), frame: &Frame, place: &Place) -> Cell {
    let inside = |word: &Word| word.right > edge.0 - 1.0 && word.left < edge.1 + 1.0;
    cell_of(&words_where(rows, inside), edge, frame, place)
}

/// What is left of rows of which only some words count.
pub(super) fn words_where(rows: &[Row], inside: impl Fn(&Word) -> bool) -> Vec<Row> {
    let left = |row: &Row| row.words.iter().filter(|word| inside(word)).cloned().collect::<Vec<Word>>();
    rows.iter().map(left).filter(|words| !words.is_empty()).map(Row::of).collect()
}

/// The cell that holds these rows, which reach from one edge to the other.
pub(super) fn cell_of(held: &[Row], edge: (f32, f32), frame: &Frame, place: &Place) -> Cell {
    let bold = !held.is_empty() && held.iter().all(Row::is_bold);
    Cell { text: joined(held, room(held, edge, frame)), bold, span: 1, covered: false, place: place.clone(), looks: Vec::new() }
}

/// What a column could hold: a centred one reaches as far on one side as it does towards its margin on the other.
fn room(rows: &[Row], edge: (f32, f32), frame: &Frame) -> (f32, f32) {
    let middle = f32::midpoint(edge.0, edge.1);
    let centred = rows.iter().all(|r| (f32::midpoint(r.left, r.right) - middle).abs() < 4.0);
    let half = (middle - frame.left).min(frame.right - middle);
    if centred && half > edge.1 - middle { (middle - half, middle + half) } else { edge }
}

/// A letterhead of one look: "BỘ TÀI CHÍNH" and below it "CỤC THUẾ" are two names.
fn is_office_below(above: &str, below: &str) -> bool {
    is_caps(above) && is_caps(below) && offices::parts(above, below)
}

/// Rows of one look that follow each other closely may be a wrapped line; others never.
fn joined(rows: &[Row], edge: (f32, f32)) -> String {
    let alike = |a: &Row, b: &Row| {
        a.is_bold() == b.is_bold()
            && a.is_italic() == b.is_italic()
            && (a.size - b.size).abs() < 0.3
            && b.base - a.base < 1.6 * b.size
            && !is_office_below(&a.text(), &b.text())
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
