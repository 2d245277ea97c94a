//! How wide the columns of a table are: as wide as makes the table shortest, never narrower than the longest word.

use super::measure::Pt;
use super::model::{Row, RowKind};
use super::style::{StyleSheet, TABLE_SIZE};
use super::times;

/// Sizes a table may have (rule A4), the first that leaves room for its longest words.
const SIZES: [Pt; 3] = [TABLE_SIZE, Pt(11.0), Pt(10.0)];
/// Room is dealt out in so many steps.
const STEPS: u32 = 200;
/// How much of the width the longest words may take before a smaller type serves better.
const CROWDED: f64 = 0.72;
/// Wrapped lines end before the edge: a cell needs about this much more than its text's length.
const RAGGED: f64 = 1.12;

/// The table's type size and its columns' shares of `width`, which sum to 1.
pub(super) fn fit(titles: &[&str], rows: &[Row], width: Pt) -> (Pt, Vec<f64>) {
    let needs = |size: Pt| longest_words(titles, rows, size);
    let roomy = |size: &Pt| needs(*size).into_iter().sum::<Pt>() <= width * CROWDED;
    let size = SIZES.into_iter().find(roomy).unwrap_or(SIZES[SIZES.len() - 1]);
    let mut widths = needs(size);
    let taken: Pt = widths.iter().copied().sum();
    if taken < width {
        deal(&mut widths, &lengths(titles, rows, size), width - taken);
    }
    let total: Pt = widths.iter().copied().sum();
    (size, widths.into_iter().map(|w| w.0 / total.0).collect())
}

/// Each column's longest word, with the room beside a cell's text.
fn longest_words(titles: &[&str], rows: &[Row], size: Pt) -> Vec<Pt> {
    let sheet = StyleSheet::default();
    let sides = sheet.cell_side * 2.0 + sheet.border * 2.0 + Pt(1.0);
    let mut out: Vec<Pt> = titles.iter().map(|title| longest_word(title, size, true) + sides).collect();
    for row in rows {
        let bold = row.kind != RowKind::Body;
        let mut at = 0;
        for cell in &row.cells {
            if cell.span == 1
                && let Some(width) = out.get_mut(at)
            {
                *width = width.max(longest_word(&cell.text, size, bold) + sides);
            }
            at += cell.span;
        }
    }
    out
}

fn longest_word(text: &str, size: Pt, bold: bool) -> Pt {
    text.split_whitespace().map(|word| times::width(word, size, bold)).fold(Pt(0.0), Pt::max)
}

/// Length of every cell's text in one line; rows with spans say nothing about single columns and are left out.
fn lengths(titles: &[&str], rows: &[Row], size: Pt) -> Vec<Vec<f64>> {
    let header = titles.iter().map(|title| times::width(title, size, true).0).collect();
    let body = rows.iter().filter(|row| row.kind == RowKind::Body);
    let cell = |text: &str| text.lines().map(|line| times::width(line, size, false).0).sum::<f64>() * RAGGED;
    std::iter::once(header).chain(body.map(|row| row.cells.iter().map(|c| cell(&c.text)).collect())).collect()
}

/// Deals `room` out step by step, each time to the column that shortens the table most.
fn deal(widths: &mut [Pt], lengths: &[Vec<f64>], room: Pt) {
    let step = room * (1.0 / f64::from(STEPS));
    for _ in 0..STEPS {
        let mut best: Option<(usize, f64)> = None;
        for column in 0..widths.len() {
            let gain = gain(widths, lengths, column, step);
            if best.is_none_or(|(_, most)| gain > most) {
                best = Some((column, gain));
            }
        }
        if let Some((column, _)) = best {
            widths[column] += step;
        }
    }
}

/// How much shorter all rows become by widening one column. A row is about as high as its highest cell; the
/// sixth power makes that smooth, so that small steps are told apart.
fn gain(widths: &[Pt], lengths: &[Vec<f64>], column: usize, step: Pt) -> f64 {
    lengths
        .iter()
        .map(|row| {
            let lines = |at: usize, width: Pt| row.get(at).map_or(0.0, |length| (length / width.0).powi(6));
            let before: f64 = widths.iter().enumerate().map(|(at, w)| lines(at, *w)).sum();
            let after = before - lines(column, widths[column]) + lines(column, widths[column] + step);
            before.powf(1.0 / 6.0) - after.max(0.0).powf(1.0 / 6.0)
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::super::model::TableCell;
    use super::*;

    fn row(cells: &[&str]) -> Row {
        let cells = cells.iter().map(|text| TableCell { text: (*text).to_owned(), span: 1 }).collect();
        Row { kind: RowKind::Body, cells }
    }

    #[test]
    fn much_text_gets_much_room_and_no_word_is_squeezed() {
        let long = "Xây dựng nền tảng dữ liệu dùng chung ".repeat(12);
        let rows = [row(&["1", &long, "TTCNTT"]), row(&["2", &long, "Văn phòng"])];
        let (size, shares) = fit(&["STT", "Tên nhiệm vụ", "Đơn vị chủ trì"], &rows, Pt(700.0));
        assert_eq!(size, Pt(12.0));
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(shares[1] > 0.6, "{shares:?}");
        let word = times::width("TTCNTT", size, false).0;
        assert!(shares[2] * 700.0 > word, "{shares:?}");
    }

    #[test]
    fn many_columns_take_a_smaller_type() {
        let word = "KH-TTCNTTTTCNTT";
        let titles = vec![word; 6];
        let (size, _) = fit(&titles, &[row(&titles)], Pt(714.0));
        assert!(size < Pt(12.0) && size >= Pt(10.0));
    }
}
