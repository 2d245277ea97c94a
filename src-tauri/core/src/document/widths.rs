//! How wide the columns of a table are: as wide as makes the table shortest, never narrower than the longest word and,
//! where there is room, wide enough for two syllables in a line ("Trung tâm / Công nghệ / thông tin").

use super::measure::Pt;
use super::model::{Row, RowKind};
use super::style::StyleSheet;
use super::times;

/// Smaller sizes that a crowded table may have (rule A4).
const SMALLER: [Pt; 2] = [Pt(11.0), Pt(10.0)];
/// How much of the width the longest words may take before a smaller type serves better.
const CROWDED: f64 = 0.93;
/// How much of the room beyond the longest words goes to pairs of words; columns with much text need the rest.
const PAIRED: f64 = 0.35;
/// Room is dealt out in parts as large as these shares of the width; a larger part can save a line where a smaller can't.
const PARTS: [f64; 6] = [0.002, 0.005, 0.01, 0.02, 0.03, 0.04];

/// About as many tasks stand on a page; the header is repeated on each, so its lines count as often.
const ROWS_A_PAGE: f64 = 5.0;

/// The table's type size, `wanted` unless that is crowded, and its columns' shares of `width`, which sum to 1.
pub(super) fn fit(titles: &[&str], rows: &[Row], width: Pt, wanted: Pt) -> (Pt, Vec<f64>) {
    let needs = |size: Pt| longest(titles, rows, size, 1);
    let roomy = |size: &Pt| needs(*size).into_iter().sum::<Pt>() <= width * CROWDED;
    let mut sizes = std::iter::once(wanted).chain(SMALLER.into_iter().filter(|size| *size < wanted));
    let size = sizes.find(roomy).unwrap_or(Pt(wanted.0.min(10.0)));
    let mut widths = toward_pairs(&needs(size), &longest(titles, rows, size, 2), width);
    deal(&mut widths, &cells(titles, rows, size), width);
    let total: Pt = widths.iter().copied().sum();
    (size, widths.into_iter().map(|w| w.0 / total.0).collect())
}

/// From the longest words towards the longest pairs of words, as far as the width allows.
fn toward_pairs(words: &[Pt], pairs: &[Pt], width: Pt) -> Vec<Pt> {
    let (least, wish): (Pt, Pt) = (words.iter().copied().sum(), pairs.iter().copied().sum());
    let room = ((width - least) * PAIRED).max(Pt(0.0));
    let share = if wish > least { (room.0 / (wish - least).0).min(1.0) } else { 0.0 };
    words.iter().zip(pairs).map(|(word, pair)| *word + (*pair - *word) * share).collect()
}

/// Each column's longest row of `count` words, with the room beside a cell's text.
fn longest(titles: &[&str], rows: &[Row], size: Pt, count: usize) -> Vec<Pt> {
    let mut out: Vec<Pt> = titles.iter().map(|title| longest_of(title, size, true, count)).collect();
    for row in rows {
        let mut at = 0;
        for cell in &row.cells {
            if cell.span == 1
                && let Some(width) = out.get_mut(at)
            {
                *width = width.max(longest_of(&cell.text, size, row.kind != RowKind::Body, count));
            }
            at += cell.span;
        }
    }
    out.into_iter().map(|width| width + sides()).collect()
}

fn longest_of(text: &str, size: Pt, bold: bool, count: usize) -> Pt {
    let mut out = Pt(0.0);
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().filter(|word| !is_address(word)).collect();
        for some in words.windows(count.min(words.len()).max(1)) {
            out = out.max(times::width(&some.join(" "), size, bold));
        }
    }
    out
}

/// A web or mail address: unlike a document's number it may be cut, and must not rule a column's width.
fn is_address(word: &str) -> bool {
    let dots = word.trim_end_matches('.').matches('.').count();
    word.contains("://") || word.contains('@') || (dots >= 2 && word.chars().any(char::is_alphabetic) && !word.contains('/'))
}

/// Room beside a cell's text, and a little for what measuring leaves open.
pub(super) fn sides() -> Pt {
    let sheet = StyleSheet::default();
    sheet.cell_side * 2.0 + sheet.border * 2.0 + Pt(1.0)
}

/// A cell's words, as widths, paragraph by paragraph.
struct Cell {
    paragraphs: Vec<Vec<f64>>,
    space: f64,
}

impl Cell {
    fn new(text: &str, size: Pt, bold: bool) -> Self {
        let words = |line: &str| line.split_whitespace().map(|word| times::width(word, size, bold).0).collect();
        Self { paragraphs: text.lines().map(words).collect(), space: times::width(" ", size, bold).0 }
    }

    /// Lines it takes in a column.
    fn lines(&self, column: Pt) -> f64 {
        let room = (column - sides()).0;
        let mut lines = 0.0;
        for words in &self.paragraphs {
            lines += 1.0;
            let mut used = 0.0;
            for word in words {
                if used > 0.0 && used + self.space + word > room {
                    lines += 1.0;
                    used = *word;
                } else {
                    used += if used > 0.0 { self.space + word } else { *word };
                }
            }
        }
        lines
    }
}

/// Header and tasks, cell by cell; rows with spans say nothing about single columns and are left out.
fn cells(titles: &[&str], rows: &[Row], size: Pt) -> Vec<Vec<Cell>> {
    let header = titles.iter().map(|title| Cell::new(title, size, true)).collect();
    let body = rows.iter().filter(|row| row.kind == RowKind::Body);
    let row = |row: &Row| row.cells.iter().map(|cell| Cell::new(&cell.text, size, false)).collect();
    std::iter::once(header).chain(body.map(row)).collect()
}

/// Deals the room that is left out part by part, each time to the column where it shortens the table most for what it
/// takes; when nothing shortens it any more, the rest is shared by all.
fn deal(widths: &mut [Pt], cells: &[Vec<Cell>], width: Pt) {
    let mut left = width - widths.iter().copied().sum();
    let mut lines: Vec<Vec<f64>> =
        cells.iter().map(|row| row.iter().zip(&*widths).map(|(cell, width)| cell.lines(*width)).collect()).collect();
    while left > Pt(0.0) {
        let mut best: Option<(usize, Pt, f64)> = None;
        for (column, now) in widths.iter().enumerate() {
            for part in PARTS.iter().map(|part| width * *part).filter(|part| *part <= left) {
                let gain = gain(&lines, cells, column, *now + part) / part.0;
                if gain > best.map_or(0.0, |(_, _, most)| most) {
                    best = Some((column, part, gain));
                }
            }
        }
        let Some((column, part, _)) = best else { break };
        widths[column] += part;
        left -= part;
        for (row, cells) in lines.iter_mut().zip(cells) {
            if let (Some(lines), Some(cell)) = (row.get_mut(column), cells.get(column)) {
                *lines = cell.lines(widths[column]);
            }
        }
    }
}

/// How many lines shorter all rows become with one column as wide as `width`. A row is as high as its highest cell;
/// the sixth power says nearly that, but also tells when one of two high cells shrinks.
fn gain(lines: &[Vec<f64>], cells: &[Vec<Cell>], column: usize, width: Pt) -> f64 {
    let row = |(lines, cells): (&Vec<f64>, &Vec<Cell>)| {
        let (Some(old), Some(cell)) = (lines.get(column), cells.get(column)) else { return 0.0 };
        let before: f64 = lines.iter().map(|l| l.powi(6)).sum();
        let after = before - old.powi(6) + cell.lines(width).powi(6);
        before.powf(1.0 / 6.0) - after.max(0.0).powf(1.0 / 6.0)
    };
    let header = lines.iter().zip(cells).take(1).map(row).sum::<f64>();
    let tasks = lines.iter().zip(cells).skip(1).map(row).sum::<f64>();
    tasks + header * (1.0 + lines.len() as f64 / ROWS_A_PAGE)
}

#[cfg(test)]
mod tests {
    use super::super::model::TableCell;
    use super::*;

    fn row(cells: &[&str]) -> Row {
        let cells = cells.iter().map(|text| TableCell { text: (*text).to_owned(), span: 1 }).collect();
        Row { kind: RowKind::Body, task: None, cells }
    }

    #[test]
    fn much_text_gets_much_room_and_no_word_is_squeezed() {
        let long = "Xây dựng nền tảng dữ liệu dùng chung ".repeat(12);
        let rows = [row(&["1", &long, "TTCNTT"]), row(&["2", &long, "Văn phòng"])];
        let (size, shares) = fit(&["STT", "Tên nhiệm vụ", "Đơn vị chủ trì"], &rows, Pt(700.0), Pt(12.0));
        assert_eq!(size, Pt(12.0));
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(shares[1] > 0.6, "{shares:?}");
        let word = times::width("TTCNTT", size, false).0;
        assert!(shares[2] * 700.0 > word, "{shares:?}");
    }

    #[test]
    fn an_address_does_not_rule_a_column() {
        for address in ["tendonvi.most.gov.vn", "https://mst.gov.vn/van-ban", "vanthu@mst.gov.vn"] {
            assert!(is_address(address), "{address}");
        }
        for word in ["82/2024/NĐ-CP", "1.234.567.000", "1.1.", "cao,..."] {
            assert!(!is_address(word), "{word}");
        }
    }

    #[test]
    fn many_columns_take_a_smaller_type() {
        let word = "KH-TTCNTTTTCNTT";
        let titles = vec![word; 6];
        let (size, _) = fit(&titles, &[row(&titles)], Pt(714.0), Pt(12.0));
        assert!(size < Pt(12.0) && size >= Pt(10.0));
    }
}
