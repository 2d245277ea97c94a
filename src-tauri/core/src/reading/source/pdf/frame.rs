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
    /// From the rows of all pages as wide as this one: most rows of prose fill their line.
    pub fn of(sheets: &[Sheet], page: &Page) -> Self {
        let alike = sheets.iter().filter(|s| (s.page.width - page.width).abs() < 2.0);
        let rows: Vec<&Row> = alike.flat_map(|s| &s.loose).collect();
        let left = commonest(rows.iter().map(|r| r.left)).unwrap_or(0.0);
        let right = commonest(rows.iter().map(|r| r.right)).unwrap_or(page.width);
        // too few rows of prose to know: the margins are as wide on both sides
        let known = rows.iter().filter(|r| (r.right - right).abs() < 2.0).count() >= 3;
        let (left, right) = if known { (left, right) } else { (0.0, page.width) };
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

/// The value around which most of the values lie, to 2 points.
fn commonest(values: impl Iterator<Item = f32>) -> Option<f32> {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    runs(values, |first, next| next - first <= 2.0).into_iter().max_by_key(Vec::len).and_then(|run| run.first().copied())
}
