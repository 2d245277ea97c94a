//! How wide the columns of a table are: as wide as makes the table shortest, never narrower than the longest word and,
//! where there is room, wide enough for two syllables in a line ("Trung tâm / Công nghệ / thông tin").

use std::sync::LazyLock;

use super::measure::Pt;
use super::model::{Row, RowKind};
use super::style::StyleSheet;
use super::{phrases, times};

/// Smaller sizes that a crowded table may have (rule A4).
const SMALLER: [Pt; 2] = [Pt(11.0), Pt(10.0)];
/// How much of the width the longest words may take before a smaller type serves better.
const CROWDED: f64 = 0.93;
/// How much of it phrases may take, so that running text keeps a column of its own; in the smallest type, next to which
/// there is only tearing them, nearly all.
const PHRASED: f64 = 0.82;
const PHRASED_SMALLEST: f64 = 0.97;
/// How much of the room beyond the longest words goes to pairs of words; columns with much text need the rest.
const PAIRED: f64 = 0.35;
/// Room is dealt out in parts as large as these shares of the width; a larger part can save a line where a smaller can't.
const PARTS: [f64; 6] = [0.002, 0.005, 0.01, 0.02, 0.03, 0.04];

/// Rows on which widths are judged; of a longer table as many, evenly spread: more would not change them.
const JUDGED: usize = 320;

/// About as many tasks stand on a page; the header is repeated on each, so its lines count as often.
const ROWS_A_PAGE: f64 = 5.0;

/// The table's type size, `wanted` unless that is crowded, and its columns' shares of `width`, which sum to 1.
pub(super) fn fit(titles: &[&str], rows: &[Row], width: Pt, wanted: Pt) -> (Pt, Vec<f64>) {
    let sum = |widths: &[Pt]| widths.iter().copied().sum::<Pt>();
    let (longest, longest_phrases) = (longest(titles, rows), longest_phrases(titles, rows));
    let scaled = |units: &[u32], size: Pt| -> Vec<Pt> { units.iter().map(|u| times::of_units(*u, size) + sides()).collect() };
    let words = |size: Pt| scaled(&longest.words, size);
    // a smaller type that keeps phrases whole serves better than a larger one that tears them
    let phrases = |size: Pt| -> Vec<Pt> {
        words(size).into_iter().zip(scaled(&longest_phrases, size)).map(|(word, phrase)| word.max(phrase)).collect()
    };
    let sizes: Vec<Pt> = std::iter::once(wanted).chain(SMALLER.into_iter().filter(|size| *size < wanted)).collect();
    let of = |needs: &dyn Fn(Pt) -> Vec<Pt>, most: &dyn Fn(Pt) -> f64| {
        let fits = |(size, widths): &(Pt, Vec<Pt>)| sum(widths) <= width * most(*size);
        sizes.iter().map(|size| (*size, needs(*size))).find(fits)
    };
    let smallest = Pt(wanted.0.min(10.0));
    let phrased = |size: Pt| if size > smallest { PHRASED } else { PHRASED_SMALLEST };
    let (size, least) =
        of(&phrases, &phrased).or_else(|| of(&words, &|_| CROWDED)).unwrap_or_else(|| (smallest, words(smallest)));
    let mut widths = toward_pairs(&least, &scaled(&longest.pairs, size), width);
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

/// Each column's longest word and longest two words in a row, in units of the em: measured once for all sizes.
struct Longest {
    words: Vec<u32>,
    pairs: Vec<u32>,
}

fn longest(titles: &[&str], rows: &[Row]) -> Longest {
    let mut out = Longest { words: vec![0; titles.len()], pairs: vec![0; titles.len()] };
    for (at, title) in titles.iter().enumerate() {
        out.take(at, title, true);
    }
    for row in rows {
        let mut at = 0;
        for cell in &row.cells {
            if cell.span == 1 {
                out.take(at, &cell.text, row.kind != RowKind::Body);
            }
            at += cell.span;
        }
    }
    out
}

impl Longest {
    fn take(&mut self, column: usize, text: &str, bold: bool) {
        let (Some(longest), Some(pair)) = (self.words.get_mut(column), self.pairs.get_mut(column)) else { return };
        let look = times::Look::from(bold);
        let space = times::units(" ", look);
        for line in text.lines() {
            let mut before = None;
            for word in line.split_whitespace().filter(|word| !is_address(word)) {
                let units = times::units(word, look);
                *longest = (*longest).max(units);
                // a word that stands alone counts as a pair
                *pair = (*pair).max(before.map_or(units, |before: u32| before + space + units));
                before = Some(units);
            }
        }
    }
}

/// Each column's longest two words that belong together, in units of the em.
fn longest_phrases(titles: &[&str], rows: &[Row]) -> Vec<u32> {
    let of = |text: &str, bold: bool| -> u32 {
        let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<&str>>());
        let pairs = lines.flat_map(|words| phrases::pairs(&words));
        pairs.map(|pair| times::units(&pair, bold.into())).max().unwrap_or(0)
    };
    let mut out: Vec<u32> = titles.iter().map(|title| of(title, true)).collect();
    for row in judged(rows) {
        for (width, cell) in out.iter_mut().zip(&row.cells) {
            *width = (*width).max(of(&cell.text, false));
        }
    }
    out
}

/// The rows of tasks on which widths are judged.
fn judged(rows: &[Row]) -> impl Iterator<Item = &Row> {
    let body = || rows.iter().filter(|row| row.kind == RowKind::Body);
    let step = body().count().div_ceil(JUDGED).max(1);
    body().step_by(step)
}

/// A web or mail address: unlike a document's number it may be cut, and must not rule a column's width.
pub(super) fn is_address(word: &str) -> bool {
    // nearly every word of a paper has none of these
    if !word.bytes().any(|byte| matches!(byte, b'.' | b'@' | b':')) {
        return false;
    }
    let dots = word.trim_end_matches('.').matches('.').count();
    word.contains("://") || word.contains('@') || (dots >= 2 && word.chars().any(char::is_alphabetic) && !word.contains('/'))
}

/// Room beside a cell's text, and a little for what measuring leaves open.
pub(super) fn sides() -> Pt {
    // asked for with every cell
    static SIDES: LazyLock<Pt> = LazyLock::new(|| {
        let sheet = StyleSheet::default();
        sheet.cell_side * 2.0 + sheet.border * 2.0 + Pt(1.0)
    });
    *SIDES
}

/// A cell's words, as widths, paragraph by paragraph.
struct Cell {
    paragraphs: Vec<Words>,
    space: f64,
}

/// A paragraph.
struct Words {
    widths: Vec<f64>,
    /// The room from which on it stands in one line.
    whole: f64,
}

impl Words {
    fn new(widths: Vec<f64>, space: f64) -> Self {
        let (mut used, mut whole) = (0.0, 0.0);
        for word in &widths {
            if used > 0.0 {
                whole = used + space + word;
                used += space + word;
            } else {
                used = *word;
            }
        }
        Self { widths, whole }
    }
}

impl Cell {
    fn new(text: &str, size: Pt, bold: bool) -> Self {
        let space = times::width(" ", size, bold).0;
        let words = |line: &str| line.split_whitespace().map(|word| times::width(word, size, bold).0).collect();
        Self { paragraphs: text.lines().map(|line| Words::new(words(line), space)).collect(), space }
    }

    /// Width of all its words.
    fn length(&self) -> f64 {
        self.paragraphs.iter().flat_map(|words| &words.widths).sum()
    }

    /// Lines it takes in `room`.
    fn lines(&self, room: f64) -> f64 {
        let mut lines = 0.0;
        for words in &self.paragraphs {
            lines += 1.0;
            if words.whole <= room {
                continue;
            }
            let mut used = 0.0;
            for word in &words.widths {
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
    let row = |row: &Row| row.cells.iter().map(|cell| Cell::new(&cell.text, size, false)).collect();
    std::iter::once(header).chain(judged(rows).map(row)).collect()
}

/// Deals the room that is left out part by part, each time to the column where it shortens the table most for what it
/// takes; when nothing shortens it any more, the rest goes to the columns by how much text they hold.
fn deal(widths: &mut [Pt], cells: &[Vec<Cell>], width: Pt) {
    let mut left = width - widths.iter().copied().sum();
    let sides = sides();
    let lines_of = |column: usize, width: Pt| -> Vec<f64> {
        cells.iter().map(|row| row.get(column).map_or(0.0, |cell| cell.lines((width - sides).0))).collect()
    };
    // Lines of every cell with the widths as they are, and what changes with each part more; of a column anew only when
    // it has grown.
    let mut lines: Vec<Vec<f64>> = widths.iter().enumerate().map(|(column, now)| lines_of(column, *now)).collect();
    let grown = |column: usize, now: &[f64], was: Pt| PARTS.map(|part| changes(now, &lines_of(column, was + width * part)));
    let mut ahead: Vec<[Vec<Change>; PARTS.len()]> =
        lines.iter().zip(&*widths).enumerate().map(|(column, (now, was))| grown(column, now, *was)).collect();
    let sum = |lines: &[Vec<f64>], row: usize| lines.iter().map(|column| column[row].powi(6)).sum::<f64>();
    let mut heights: Vec<f64> = (0..cells.len()).map(|row| sum(&lines, row)).collect();
    while left > Pt(0.0) {
        let mut best: Option<(usize, usize, f64)> = None;
        for (column, ahead) in ahead.iter().enumerate() {
            for (at, part) in PARTS.iter().map(|part| width * *part).enumerate().filter(|(_, part)| *part <= left) {
                let gain = gain(&heights, &ahead[at]) / part.0;
                if gain > best.map_or(0.0, |(_, _, most)| most) {
                    best = Some((column, at, gain));
                }
            }
        }
        let Some((column, at, _)) = best else { break };
        widths[column] += width * PARTS[at];
        left -= width * PARTS[at];
        let now = lines_of(column, widths[column]);
        let rows: Vec<usize> = changes(&lines[column], &now).iter().map(|change| change.row).collect();
        lines[column] = now;
        for row in rows {
            heights[row] = sum(&lines, row);
        }
        ahead[column] = grown(column, &lines[column], widths[column]);
    }
    let text = |column: usize| cells.iter().filter_map(|row| row.get(column)).map(Cell::length).sum::<f64>();
    let texts: Vec<f64> = (0..widths.len()).map(text).collect();
    let all: f64 = texts.iter().sum();
    if left > Pt(0.0) && all > 0.0 {
        for (width, text) in widths.iter_mut().zip(texts) {
            *width += left * (text / all);
        }
    }
}

/// A cell that takes other lines in a wider column; lines as sixth powers.
struct Change {
    row: usize,
    now: f64,
    then: f64,
}

fn changes(now: &[f64], then: &[f64]) -> Vec<Change> {
    let rows = now.iter().zip(then).enumerate().filter(|(_, (now, then))| now != then);
    rows.map(|(row, (now, then))| Change { row, now: now.powi(6), then: then.powi(6) }).collect()
}

/// How many lines shorter all rows become by changes of a column; `heights` are the rows' sums of sixth powers. A row is as
/// high as its highest cell; the sixth power says nearly that, but also tells when one of two high cells shrinks.
fn gain(heights: &[f64], changes: &[Change]) -> f64 {
    let root = |sum: f64| sum.max(0.0).sqrt().cbrt();
    let (mut header, mut rows) = (0.0, 0.0);
    for Change { row, now, then } in changes {
        let before = heights[*row];
        let shorter = root(before) - root(before - now + then);
        // the header comes first
        if *row == 0 {
            header = shorter;
        } else {
            rows += shorter;
        }
    }
    rows + header * (1.0 + heights.len() as f64 / ROWS_A_PAGE)
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
    fn two_words_that_belong_together_stay_on_a_line() {
        let long = "Xây dựng nền tảng dữ liệu dùng chung cho các hệ thống ".repeat(4);
        let cells = [&*long, "Trung tâm Công nghệ thông tin", "Quyết định phê duyệt", "Ngân sách nhà nước", "Căn cứ pháp lý"];
        let titles = ["Tên nhiệm vụ", "Đơn vị chủ trì", "Sản phẩm", "Nguồn vốn", "Căn cứ"];
        let (size, shares) = fit(&titles, &vec![row(&cells); 9], Pt(480.0), Pt(12.0));
        for (text, share) in ["", "Trung tâm", "Sản phẩm", "Nguồn vốn", "Căn cứ"].iter().zip(&shares) {
            assert!(share * 480.0 >= (times::width(text, size, true) + sides()).0 - 4.0, "{text}: {shares:?}");
        }
    }

    #[test]
    fn room_that_shortens_nothing_goes_to_the_text() {
        let rows = [row(&["1", "Quyết định ban hành Kế hoạch", "3"]), row(&["2", "Kế hoạch", "12"])];
        let (_, shares) = fit(&["STT", "Tên văn bản", "Số trang"], &rows, Pt(467.0), Pt(12.0));
        assert!(shares[1] > 0.6, "{shares:?}");
    }

    #[test]
    fn a_long_table_is_judged_by_rows_from_all_over_it() {
        let rows: Vec<Row> = (0..3 * JUDGED).map(|at| row(&[&at.to_string()])).collect();
        let judged: Vec<&str> = judged(&rows).map(|row| row.cells[0].text.as_str()).collect();
        assert_eq!((judged.len(), judged[0], judged[JUDGED - 1]), (JUDGED, "0", (3 * (JUDGED - 1)).to_string().as_str()));
    }

    #[test]
    fn many_columns_take_a_smaller_type() {
        let word = "KH-TTCNTTTTCNTT";
        let titles = vec![word; 6];
        let (size, _) = fit(&titles, &[row(&titles)], Pt(714.0), Pt(12.0));
        assert!(size < Pt(12.0) && size >= Pt(10.0));
    }
}
