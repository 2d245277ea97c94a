//! Margins and indents of the pages, seen from their text.

use super::Sheet;
use super::page::{Page, runs};
use super::rows::Row;

/// Where the text of pages of one size begins and ends, in points.
pub(super) struct Frame {
    pub left: f32,
    pub right: f32,
    /// Where first lines of paragraphs commonly begin.
    pub indents: Vec<f32>,
}

impl Frame {
    /// From the rows of all pages as wide as this one: rows of prose begin and end at the margins.
    pub fn of(sheets: &[Sheet], page: &Page) -> Self {
        let alike = sheets.iter().filter(|s| (s.page.width - page.width).abs() < 2.0);
        let rows: Vec<&Row> = alike.flat_map(|s| &s.loose).collect();
        let left = shared(rows.iter().map(|r| r.left)).into_iter().reduce(f32::min);
        let right = shared(rows.iter().map(|r| r.right)).into_iter().reduce(f32::max);
        // too few rows of prose to know: as if the page had no margins
        let known = |left: &f32, right: &f32| *left < 0.3 * page.width && *right > 0.7 * page.width;
        let (left, right) = left.zip(right).filter(|(l, r)| known(l, r)).unwrap_or((0.0, page.width));
        let near = |at: f32| rows.iter().filter(|r| (r.left - at).abs() < 1.5).count() >= 4;
        let mut indents: Vec<f32> = rows.iter().map(|r| r.left).filter(|at| near(*at)).collect();
        indents.sort_by(f32::total_cmp);
        indents.dedup_by(|a, b| (*a - *b).abs() < 1.0);
        Self { left, right, indents }
    }

    pub fn centres(&self, row: &Row) -> bool {
        let (before, after) = (row.left - self.left, self.right - row.right);
        let indented = self.indents.iter().any(|at| (at - row.left).abs() < 1.5);
        before > 1.5 && (before - after).abs() < 4.0 && !indented
    }
}

/// The values that at least three share, to 2 points.
fn shared(values: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    let runs = runs(values, |first, next| next - first <= 2.0);
    runs.into_iter().filter(|run| run.len() >= 3).filter_map(|run| run.get(run.len() / 2).copied()).collect()
}
