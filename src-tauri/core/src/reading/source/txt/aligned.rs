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
    for (number, raw) in lines.iter().enumerate() {
        // a new page may set its columns elsewhere; its header then begins the table anew
        let turned = raw.starts_with('\u{c}');
        let line = raw.trim_start_matches('\u{c}');
        gap |= turned;
        if line.trim().is_empty() {
            gap = true;
            continue;
        }
        if gap && is_page_number(line) && (turned || turns(&lines[number + 1..])) {
            taken = number + 1;
            continue;
        }
        if gap && !rows.is_empty() && self::columns(line).is_some() {
            break;
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
            Some(_) if titled && !heads(&lines[number + 1..], columns) => break,
            Some(_) if gap && alone && !cells[0].is_empty() && cells[0].chars().count() > 6 => break,
            _ => rows.push((number, cells.into_iter().map(str::to_owned).collect())),
        }
        taken = number + 1;
        gap = false;
    }
    let row = |(number, cells): (usize, Vec<String>)| (number, cells.join("\t"));
    (rows.into_iter().map(row).collect(), taken)
}

/// "2", "- 2 -" alone on its line.
fn is_page_number(line: &str) -> bool {
    let bare = line.trim().trim_matches(['-', '–', ' ']);
    (1..=4).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit()) && line.starts_with("    ")
}

/// The next line that is not empty begins a page.
fn turns(below: &[&str]) -> bool {
    below.iter().find(|line| !line.trim().is_empty()).is_some_and(|line| line.starts_with('\u{c}'))
}

/// A title behind a gap stands in the table only if rows with numbers follow; its own second line may stand between.
fn heads(below: &[&str], columns: &[usize]) -> bool {
    let first = |line: &&str| cut(line, columns).is_some_and(|cells| !cells[0].is_empty());
    let goes_on =
        |line: &&&str| cut(line, columns).is_some_and(|cells| cells[0].is_empty() && cells[2..].iter().all(|c| c.is_empty()));
    let more = below.iter().take(TALLEST).take_while(|line| !line.trim().is_empty()).take_while(goes_on).count();
    below[more..].iter().find(|line| !line.trim().is_empty()).is_some_and(first)
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
    fn a_heading_behind_the_table_and_the_number_of_a_page_are_no_cells() {
        let text = "\
TT   Nhiệm vụ       Đơn vị
1    Việc một       Vụ A

\u{c}                    2

TT   Nhiệm vụ       Đơn vị
2    Việc hai       Vụ B

     Nhóm việc
3    Việc ba        Vụ C

     III. BÁO CÁO
     1. Báo cáo tuần gửi qua phần mềm.";
        let lines: Vec<&str> = text.split('\n').collect();
        let rows: Vec<String> = rows(&lines).into_iter().map(|(_, row)| row.replace('\t', "|")).collect();
        let want = [
            "TT|Nhiệm vụ|Đơn vị",
            "1|Việc một|Vụ A",
            "",
            "TT|Nhiệm vụ|Đơn vị",
            "2|Việc hai|Vụ B",
            "|Nhóm việc|",
            "3|Việc ba|Vụ C",
            "",
            "     III. BÁO CÁO",
            "     1. Báo cáo tuần gửi qua phần mềm.",
        ];
        assert_eq!(rows, want);
    }

    #[test]
    fn lines_without_such_a_header_stay() {
        let lines = ["Kính gửi:   Bộ A", "1   Một việc   của đơn vị", "", "STT\tViệc\tHạn"];
        assert_eq!(rows(&lines).into_iter().map(|(_, row)| row).collect::<Vec<_>>(), lines);
    }
}
