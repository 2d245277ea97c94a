//! Footnotes: below a short rule at the foot of a page, in smaller type, each with its mark. They interrupt the text
//! that goes on overleaf, so they are taken out of it, and their marks too.

use super::page::{Page, Word};
use super::rows::Row;

/// Footnotes are set at least this much smaller than the text.
const SMALLER: f32 = 0.93;
/// A raised mark is at least this much smaller than its line.
const MARK: f32 = 0.8;

/// The row from which on a page's rows are footnotes; `None` if it has none. `rows` from top to bottom.
pub(super) fn begin(page: &Page, rows: &[Row]) -> Option<usize> {
    let mut sizes: Vec<f32> = rows.iter().map(|row| row.size).collect();
    sizes.sort_by(f32::total_cmp);
    let usual = *sizes.get(sizes.len() / 2)?;
    let short = |r: &&super::page::Rule| (0.08..0.5).contains(&((r.to - r.from) / page.width)) && r.from < 0.35 * page.width;
    let below_half = page.across.iter().filter(short).filter(|rule| rule.at > 0.4 * page.height);
    let found = below_half.filter_map(|rule| {
        let first = rows.iter().position(|row| row.top > rule.at - 2.0)?;
        let foot = &rows[first..];
        let near = foot[0].top - rule.at < 3.0 * foot[0].size;
        // a page number below may be of any size
        let small = foot.iter().filter(|row| row.text().chars().count() > 4).all(|row| row.size < SMALLER * usual + 0.01);
        (near && small && number(&foot[0].words).is_some()).then_some(first)
    });
    found.min()
}

/// The mark a footnote begins with.
fn number(words: &[Word]) -> Option<String> {
    let mark = words.first()?.text.trim_matches(['[', ']', '(', ')', '.']);
    let known =
        !mark.is_empty() && mark.len() <= 3 && (mark.chars().all(|c| c.is_ascii_digit()) || mark.chars().all(|c| c == '*'));
    known.then(|| mark.to_owned())
}

/// The footnotes' texts.
pub(super) fn texts(rows: &[Row]) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for row in rows {
        match notes.last_mut() {
            Some(note) if number(&row.words).is_none() => *note = crate::reading::wrap::joined(note, &row.text()),
            _ => notes.push(row.text()),
        }
    }
    notes
}

/// The rows without the raised marks of these footnotes.
pub(super) fn without_marks(rows: Vec<Row>, notes: &[Row]) -> Vec<Row> {
    let marks: Vec<String> = notes.iter().filter_map(|row| number(&row.words)).collect();
    let is_mark = |row: &Row, word: &Word| {
        let raised = word.size < MARK * row.size && word.base < row.base - 0.1 * row.size;
        raised && marks.iter().any(|mark| *mark == word.text.trim_matches(['[', ']', '(', ')']))
    };
    let cleared = |row: Row| {
        if !row.words.iter().any(|word| is_mark(&row, word)) {
            return row;
        }
        let words: Vec<Word> = row.words.iter().filter(|word| !is_mark(&row, word)).cloned().collect();
        Row::of(words)
    };
    rows.into_iter().map(cleared).filter(|row| !row.words.is_empty()).collect()
}
