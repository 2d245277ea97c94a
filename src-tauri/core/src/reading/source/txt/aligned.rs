//! Tables that a text sets in columns of fixed width: their rows as rows of tabs, as other tables of text come.
//!
//! A table begins at a header, three names or more with gaps between them, the first of which numbers rows; it goes on as
//! long as every line keeps to the places where the names begin.

use std::borrow::Cow;

use super::table::BREAK;
use crate::reading::wrap::{is_item, join};
use crate::text::fold;

/// Columns of a table at least.
const LEAST: usize = 3;
/// Lines of a header below its first.
const TALLEST: usize = 4;
/// What names the first column.
const NUMBERS: [&str; 6] = ["stt", "tt", "so tt", "s.t.t", "so thu tu", "no."];

/// The lines, those of aligned tables as one line a row, each with its number from 0.
pub(super) fn rows<'a>(lines: &[&'a str]) -> Vec<(usize, Cow<'a, str>)> {
    let mut out = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        match columns(lines[at]).map(|columns| table(&lines[at..], &columns)) {
            Some((rows, taken)) if rows.len() > 1 => {
                out.extend(rows.into_iter().map(|(number, row)| (at + number, Cow::Owned(row))));
                at += taken;
            }
            _ => {
                out.push((at, Cow::Borrowed(lines[at])));
                at += 1;
            }
        }
    }
    out
}

/// Where the columns of a header begin, in letters.
fn columns(line: &str) -> Option<Vec<usize>> {
    let first = line.trim_start().split("  ").next()?;
    if line.contains('\t') || !NUMBERS.contains(&fold(first).as_str()) {
        return None;
    }
    let mut begins = Vec::new();
    let mut blanks = 2;
    for (at, letter) in line.chars().enumerate() {
        if letter == ' ' {
            blanks += 1;
            continue;
        }
        if blanks >= 2 {
            begins.push(at);
        }
        blanks = 0;
    }
    (begins.len() >= LEAST).then_some(begins)
}

/// The rows of a table that begins here, and how many lines it takes.
fn table(lines: &[&str], columns: &[usize]) -> (Vec<(usize, String)>, usize) {
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    let (mut taken, mut gap) = (0, false);
    for (number, line) in lines.iter().enumerate() {
        if line.trim().is_empty() {
            gap = true;
            continue;
        }
        let Some(cells) = cut(line, columns) else { break };
        let alone = cells.iter().filter(|cell| !cell.is_empty()).count() == 1;
        // behind a gap a line goes on with the row above only if it leaves the number open
        let titled = gap && alone && cells[0].is_empty() && !cells[1].is_empty();
        let header = rows.len() == 1 && number <= TALLEST && !gap && cells[0].is_empty();
        let below = rows.len() != 1 && cells[0].is_empty() && !titled;
        match rows.last_mut() {
            Some((_, above)) if header || below && !above.is_empty() => {
                above.iter_mut().zip(cells).for_each(|(above, cell)| add(above, cell));
            }
            Some(_) if gap && alone && !cells[0].is_empty() && cells[0].chars().count() > 6 => break,
            _ => rows.push((number, cells.into_iter().map(str::to_owned).collect())),
        }
        taken = number + 1;
        gap = false;
    }
    let row = |(number, cells): (usize, Vec<String>)| (number, cells.join("\t"));
    (rows.into_iter().map(row).collect(), taken)
}

/// The cells of a line; `None` if a letter stands where a gap between two columns must be.
fn cut<'a>(line: &'a str, columns: &[usize]) -> Option<Vec<&'a str>> {
    let places: Vec<usize> = line.char_indices().map(|(at, _)| at).chain([line.len()]).collect();
    let place = |letter: usize| places.get(letter).copied().unwrap_or(line.len());
    // a cell stands two spaces from the one before it; where it is empty, that one may reach up to its edge
    let open = |letter: usize| {
        let (above, own) = line.split_at(place(letter));
        let least = if own.starts_with(' ') { " " } else { "  " };
        letter == 0 || own.is_empty() || above.ends_with(least)
    };
    if line.contains('\t') || columns.iter().any(|begin| !open(*begin)) || !line[..place(columns[0])].trim().is_empty() {
        return None;
    }
    let ends = columns[1..].iter().copied().chain([usize::MAX]);
    Some(columns.iter().zip(ends).map(|(begin, end)| line[place(*begin)..place(end)].trim()).collect())
}

/// Adds the next line of a cell: an item of a list stands on its own line, anything else goes on.
fn add(above: &mut String, cell: &str) {
    if !above.is_empty() && is_item(cell) {
        above.push(BREAK);
        above.push_str(cell);
    } else if !cell.is_empty() {
        join(above, cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "\
PHỤ LỤC
TT  Nhiệm vụ          Đơn vị      Kết quả
    năm 2026          chủ trì

I   HẠ TẦNG
1   Nâng cấp đường    Vụ A        - Biên bản;
    truyền            Vụ B        - Báo cáo.

2   Việc khác         Văn phòng   3026/QĐ-
                                  BKHCN
Nơi nhận:";

    #[test]
    fn columns_of_fixed_width_are_rows() {
        let lines: Vec<&str> = TABLE.split('\n').collect();
        let rows = rows(&lines);
        let texts: Vec<(usize, String)> =
            rows.iter().map(|(at, row)| (*at, row.replace('\t', "|").replace(BREAK, "/"))).collect();
        let want = [
            (0, "PHỤ LỤC"),
            (1, "TT|Nhiệm vụ năm 2026|Đơn vị chủ trì|Kết quả"),
            (4, "I|HẠ TẦNG||"),
            (5, "1|Nâng cấp đường truyền|Vụ A Vụ B|- Biên bản;/- Báo cáo."),
            (8, "2|Việc khác|Văn phòng|3026/QĐ-BKHCN"),
            (10, "Nơi nhận:"),
        ];
        assert_eq!(texts, want.map(|(at, row)| (at, row.to_owned())));
    }

    #[test]
    fn lines_without_such_a_header_stay() {
        let lines = ["Kính gửi:   Bộ A", "1   Một việc   của đơn vị", "", "STT\tViệc\tHạn"];
        assert_eq!(rows(&lines).into_iter().map(|(_, row)| row).collect::<Vec<_>>(), lines);
    }
}
