//! Margins and indents of the pages, seen from their text.

use super::Sheet;
use super::page::{Page, runs};
use super::rows::Row;

/// Where the text of pages of one size begins and ends, in points.
pub(super) struct Frame {
    /// Of the pages.
    width: f32,
    pub left: f32,
    pub right: f32,
    /// Where first lines of paragraphs commonly begin.
    pub indents: Vec<f32>,
}

/// The frames of a paper, one for each width of page.
pub(super) struct Frames(Vec<Frame>);

impl Frames {
    pub fn of(sheets: &[Sheet]) -> Self {
        let mut frames: Vec<Frame> = Vec::new();
        for page in sheets.iter().map(|sheet| sheet.page) {
            if !frames.iter().any(|frame| frame.fits(page)) {
                frames.push(Frame::of(sheets, page));
            }
        }
        Self(frames)
    }

    /// The frame of pages like this one.
    pub fn like(&self, page: &Page) -> &Frame {
        self.0.iter().find(|frame| frame.fits(page)).unwrap_or(&ANY)
    }
}

/// Of a page without margins or width.
static ANY: Frame = Frame { width: 0.0, left: 0.0, right: 0.0, indents: Vec::new() };

impl Frame {
    fn fits(&self, page: &Page) -> bool {
        (self.width - page.width).abs() < 2.0
    }

    /// A frame without indents.
    #[cfg(test)]
    pub fn between(left: f32, right: f32) -> Self {
        Self { width: left + right, left, right, indents: Vec::new() }
    }

    /// From the rows of all pages as wide as this one: rows of prose begin and end at the margins.
    fn of(sheets: &[Sheet], page: &Page) -> Self {
        let alike = sheets.iter().filter(|s| (s.page.width - page.width).abs() < 2.0);
        let rows: Vec<&Row> = alike.flat_map(|s| &s.loose).collect();
        let left = shared(rows.iter().map(|r| r.left)).into_iter().reduce(f32::min);
        let right = shared(rows.iter().map(|r| r.right)).into_iter().reduce(f32::max);
        // too few rows of prose to know: as if the page had no margins
        let known = |left: &f32, right: &f32| *left < 0.3 * page.width && *right > 0.7 * page.width;
        let (left, right) = left.zip(right).filter(|(l, r)| known(l, r)).unwrap_or((0.0, page.width));
        let mut lefts: Vec<f32> = rows.iter().map(|r| r.left).collect();
        lefts.sort_by(f32::total_cmp);
        let before = |at: f32| lefts.partition_point(|left| *left < at);
        let near = |at: &f32| before(at + 1.5) - before(at - 1.5) >= 4;
        let mut indents: Vec<f32> = lefts.iter().copied().filter(near).collect();
        indents.dedup_by(|a, b| (*a - *b).abs() < 1.0);
        Self { width: page.width, left, right, indents }
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
