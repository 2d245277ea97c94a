//! The rows of a table without columns' rules → cells.

use super::super::columns::{cell_of, edges, words_where};
use super::super::frame::Frame;
use super::super::page::{Rule, Word};
use super::super::rows::Row;
use super::Plain;
use super::begins::{Rows, header};
use super::blanks::Gutter;
use crate::reading::source::{Cell, Place, Table};

impl Plain {
    /// The table of these rows of a page; `place` says where a row stands.
    pub fn table(&self, rows: &[Row], rules: &[Rule], frame: &Frame, place: &dyn Fn(&Row) -> Place) -> Table {
        let gutters = &self.columns.gutters;
        let own: Vec<Row> = rows.iter().zip(&self.titles).filter(|(_, title)| !**title).map(|(row, _)| row.clone()).collect();
        let edges = edges(&own, gutters);
        let title = |at: usize| self.titles.get(at).copied().unwrap_or(false);
        let header = header(rows, &title, gutters, rules);
        let mut begins = Rows { table: self, rows, rules, header }.begins();
        begins.push(rows.len());
        let mut out = Vec::new();
        for pair in begins.windows(2) {
            let group = &rows[pair[0]..pair[1]];
            let place = place(&group[0]);
            if title(pair[0]) {
                out.push(titled(group, gutters, &place));
            } else if pair[0] < header {
                out.extend(named(group, gutters, &edges, frame, &place));
            } else {
                out.push(cells(group, gutters, &edges, frame, &place));
            }
        }
        Table { rows: out, bare: true, place: rows.first().map(place).unwrap_or_default(), ..Table::default() }
    }
}

/// One cell a column; a word belongs where its middle lies, so that none is lost.
fn cells(rows: &[Row], gutters: &[Gutter], edges: &[(f32, f32)], frame: &Frame, place: &Place) -> Vec<Cell> {
    let column = |word: &Word| {
        let middle = f32::midpoint(word.left, word.right);
        gutters.iter().take_while(|gutter| f32::midpoint(gutter.0, gutter.1) <= middle).count()
    };
    let one = |(at, edge): (usize, &(f32, f32))| cell_of(&words_where(rows, |word| column(word) == at), *edge, frame, place);
    edges.iter().enumerate().map(one).collect()
}

/// A group's title: over all columns, or its label in the first and the rest over the others.
fn titled(rows: &[Row], gutters: &[Gutter], place: &Place) -> Vec<Cell> {
    let bold = rows.iter().all(Row::is_bold);
    let mut cells = vec![Cell { span: 1, covered: true, place: place.clone(), ..Cell::default() }; gutters.len() + 1];
    let labelled = super::begins_with_number(&rows[0], gutters);
    let text = |words: &mut dyn Iterator<Item = &Word>| words.map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
    let first = usize::from(labelled);
    if labelled {
        let label = rows[0].words[0].text.clone();
        cells[0] = Cell { text: label, bold, span: 1, covered: false, place: place.clone(), looks: Vec::new() };
    }
    let words = text(&mut rows.iter().flat_map(|row| &row.words).skip(first));
    let span = u32::try_from(cells.len() - first).unwrap_or(1);
    cells[first] = Cell { text: words, bold, span, covered: false, place: place.clone(), looks: Vec::new() };
    cells
}

/// The header: a name over several columns stands above what is below it.
fn named(rows: &[Row], gutters: &[Gutter], edges: &[(f32, f32)], frame: &Frame, place: &Place) -> Vec<Vec<Cell>> {
    let mut below: Vec<Row> = Vec::new();
    let mut over: Vec<(usize, usize, String)> = Vec::new();
    for row in rows {
        let mut kept = Vec::new();
        for run in runs(&row.words, gutters) {
            let (left, right) = (run[0].left, run[run.len() - 1].right);
            let first = gutters.iter().filter(|gutter| gutter.1 <= left + 1.0).count();
            let last = gutters.iter().filter(|gutter| gutter.0 < right - 1.0).count();
            if last <= first {
                kept.extend_from_slice(run);
                continue;
            }
            let text = run.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
            match over.iter_mut().find(|(from, to, _)| *from <= last && first <= *to) {
                Some((from, to, name)) => {
                    (*from, *to) = (first.min(*from), last.max(*to));
                    *name = format!("{name} {text}");
                }
                None => over.push((first, last, text)),
            }
        }
        if !kept.is_empty() {
            below.push(Row::of(kept));
        }
    }
    let cells = cells(&below, gutters, edges, frame, place);
    if over.is_empty() {
        return vec![cells];
    }
    let bold = rows.iter().all(Row::is_bold);
    let empty = |covered| Cell { span: 1, covered, place: place.clone(), ..Cell::default() };
    let (mut above, mut under) = (cells, vec![empty(false); edges.len()]);
    for (first, last, text) in over {
        let span = u32::try_from(last - first + 1).unwrap_or(1);
        for column in first..=last {
            under[column] = std::mem::replace(&mut above[column], empty(true));
        }
        above[first] = Cell { text, bold, span, covered: false, place: place.clone(), looks: Vec::new() };
    }
    vec![above, under]
}

/// Words that stand as close as words do, no blank between columns between them.
fn runs<'a>(words: &'a [Word], gutters: &[Gutter]) -> impl Iterator<Item = &'a [Word]> {
    let parted = |a: &Word, b: &Word| gutters.iter().any(|gutter| a.right <= gutter.0 + 0.5 && b.left >= gutter.1 - 0.5);
    words.chunk_by(move |a, b| b.left - a.right < 0.6 * b.size && !parted(a, b))
}
