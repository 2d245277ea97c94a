//! What a printer puts on every page and nobody reads: page numbers and running headers.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::Row;

/// Height of the strips at the top and bottom of a page where such rows stand, as a share of the page.
const STRIP: f32 = 0.12;

/// For each page, which of its rows are page numbers or running headers. `pages` holds height and rows of each.
pub(super) fn furniture(pages: &[(f32, &[Row])]) -> Vec<Vec<bool>> {
    let mut marks: Vec<Vec<bool>> = pages.iter().map(|(_, rows)| vec![false; rows.len()]).collect();
    mark_numbers(pages, &mut marks);
    mark_running(pages, &mut marks);
    mark_above_text(pages, &mut marks);
    marks
}

/// "2", "- 2 -", "2/33", "Trang 2/33": counts up with the pages.
fn mark_numbers(pages: &[(f32, &[Row])], marks: &mut [Vec<bool>]) {
    let mut found: Vec<(usize, usize, i64)> = Vec::new();
    for (page, (height, rows)) in pages.iter().enumerate() {
        for (index, row) in rows.iter().enumerate() {
            let Some(number) = in_strip(row, *height).then(|| page_number(&row.text())).flatten() else { continue };
            let offset = number - i64::try_from(page).unwrap_or(0);
            found.push((page, index, offset));
        }
    }
    let mut pages_with: BTreeMap<i64, BTreeSet<usize>> = BTreeMap::new();
    for (page, _, offset) in &found {
        pages_with.entry(*offset).or_default().insert(*page);
    }
    for (page, index, offset) in &found {
        // a wrapped line can be a lone number too: it stands at the left, and no other page counts on from it
        if *offset == 1 || pages_with.get(offset).is_some_and(|pages| pages.len() > 1) {
            marks[*page][*index] = true;
        }
    }
}

fn page_number(text: &str) -> Option<i64> {
    let lower = text.to_lowercase();
    let inner = lower.trim_start_matches("trang").trim_matches(|c: char| c == '-' || c == '–' || c.is_whitespace());
    let number = inner.split(['/']).next().unwrap_or(inner).trim();
    (inner.chars().all(|c| c.is_ascii_digit() || c == '/' || c == ' ') && number.len() <= 3)
        .then(|| number.parse().ok())
        .flatten()
}

fn in_strip(row: &Row, height: f32) -> bool {
    row.bottom < STRIP * height || row.top > (1.0 - STRIP) * height
}

/// The same words at the same height on three pages in a row. The header of a table that goes on over pages does so too: a
/// row of three texts or more and the lines of its names that stand close to it stay.
fn mark_running(pages: &[(f32, &[Row])], marks: &mut [Vec<bool>]) {
    let same = |a: &Row, b: &Row| (a.base - b.base).abs() < 2.0 && without_digits(a) == without_digits(b);
    for first in 0..pages.len().saturating_sub(2) {
        let rows = pages[first].1;
        for (index, row) in rows.iter().enumerate() {
            if !in_strip(row, pages[first].0) || of_header(rows, index) {
                continue;
            }
            let twin = |page: usize| pages[page].1.iter().position(|other| same(row, other));
            if let (Some(second), Some(third)) = (twin(first + 1), twin(first + 2)) {
                marks[first][index] = true;
                marks[first + 1][second] = true;
                marks[first + 2][third] = true;
            }
        }
    }
}

/// The same words at the same height at the top of two pages in a row, higher than where the first page's text begins: what
/// papers of two or three pages bear from their second page on.
fn mark_above_text(pages: &[(f32, &[Row])], marks: &mut [Vec<bool>]) {
    let first = |page: usize| {
        let left = pages[page].1.iter().zip(&marks[page]).enumerate().filter(|(_, (_, marked))| !**marked);
        left.map(|(index, (row, _))| (index, row)).min_by(|(_, a), (_, b)| a.top.total_cmp(&b.top))
    };
    let Some(height) = pages.first().map(|(height, _)| *height) else { return };
    let Some(top) = first(0).map(|(_, row)| row.top) else { return };
    let running = |page: usize| {
        let alike = (pages[page].0 - height).abs() < 2.0;
        first(page).filter(|(index, row)| alike && row.bottom < top && in_strip(row, height) && !of_header(pages[page].1, *index))
    };
    let mut found = Vec::new();
    for page in 1..pages.len().saturating_sub(1) {
        if let (Some((one, row)), Some((other, next))) = (running(page), running(page + 1))
            && (row.base - next.base).abs() < 2.0
            && row.text() == next.text()
        {
            found.extend([(page, one), (page + 1, other)]);
        }
    }
    for (page, index) in found {
        marks[page][index] = true;
    }
}

/// A row of three texts or more, or one of the lines that stand as close to it as lines of a cell do.
fn of_header(rows: &[Row], index: usize) -> bool {
    /// Lines of a header.
    const MOST: usize = 6;
    let close = |pair: &[Row]| pair[1].base - pair[0].base < 1.4 * pair[1].size;
    let below = rows[index..].windows(2).take(MOST).take_while(|pair| close(pair)).count();
    let above = rows[..=index].windows(2).rev().take(MOST).take_while(|pair| close(pair)).count();
    rows[index - above..=index + below].iter().any(|row| row.parts().len() > 2)
}

fn without_digits(row: &Row) -> String {
    row.text().chars().filter(|c| !c.is_ascii_digit()).collect()
}
