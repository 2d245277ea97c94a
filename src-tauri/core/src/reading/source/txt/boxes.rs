//! Tables that a text draws with the signs of boxes (│ ─ ┼, or | - +): their rows as rows of tabs, as other tables of text
//! come.
//!
//! A drawn table begins at a rule and goes on as long as its lines are rules or lie between bars. Rules part its rows; where
//! only its header is ruled off, a line whose first cell is filled begins a row.

use std::borrow::Cow;

use super::table::BREAK;
use crate::reading::wrap::{is_item, join};

/// Columns of a table at least.
const LEAST: usize = 3;

/// The lines, those of drawn tables as one line a row, each with its number from 0.
pub(super) fn rows<'a>(lines: &[&'a str]) -> Vec<(usize, Cow<'a, str>)> {
    let mut out: Vec<(usize, Cow<'a, str>)> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let (rows, taken) = if begins(&lines[at..]) { table(&lines[at..]) } else { (Vec::new(), 0) };
        if rows.len() < 2 || rows.iter().all(|row| row.cells.len() < LEAST) {
            out.push((at, Cow::Borrowed(lines[at])));
            at += 1;
            continue;
        }
        out.extend(rows.iter().map(|row| (at + row.at, Cow::Owned(row.cells.join("\t")))));
        // what stands right below is no row
        out.push((at + taken - 1, Cow::Borrowed("")));
        at += taken;
    }
    out
}

struct Row {
    at: usize,
    cells: Vec<String>,
}

/// What one line of a drawn table is.
enum Drawn<'a> {
    Rule,
    Cells(Vec<&'a str>),
}

fn is_bar(letter: char) -> bool {
    matches!(
        letter,
        '│' | '║'
            | '┃'
            | '|'
            | '├'
            | '┤'
            | '┼'
            | '╟'
            | '╢'
            | '╠'
            | '╣'
            | '╬'
            | '╫'
            | '╪'
            | '┝'
            | '┥'
            | '┠'
            | '┨'
    )
}

fn is_line(letter: char) -> bool {
    matches!(letter, '\u{2500}'..='\u{257f}' | '-' | '=' | '+') && !matches!(letter, '│' | '║' | '┃')
}

/// A rule that no Markdown draws: of box signs, or of dashes between pluses.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let boxed = line.contains(|c: char| matches!(c, '\u{2500}'..='\u{257f}'));
    let plus = line.starts_with('+') && line.ends_with('+') && line.len() > 4 && line.contains("--") | line.contains("==");
    let bare = || line.chars().all(|c| is_line(c) || is_bar(c) || c == ' ');
    (boxed || plus) && line.chars().filter(|c| is_line(*c)).count() >= 5 && bare()
}

/// A rule with a row below it, or a row of box bars with a rule below: a table without its top.
fn begins(lines: &[&str]) -> bool {
    let [first, second, ..] = lines else { return false };
    let row = |line: &str| matches!(drawn(line), Some(Drawn::Cells(cells)) if cells.len() >= LEAST);
    is_rule(first) && row(second) || row(first) && !first.contains('|') && is_rule(second)
}

fn drawn(line: &str) -> Option<Drawn<'_>> {
    if is_rule(line) {
        return Some(Drawn::Rule);
    }
    let text = line.trim();
    if !text.contains(is_bar) {
        return None;
    }
    let open = text.strip_prefix(is_bar).unwrap_or(text);
    let cells: Vec<&str> = open.strip_suffix(is_bar).unwrap_or(open).split(is_bar).map(str::trim).collect();
    let closed = text.starts_with(is_bar) && text.ends_with(is_bar);
    (closed || cells.len() >= LEAST).then_some(Drawn::Cells(cells))
}

/// The rows of a table that begins here, and how many lines it takes.
fn table(lines: &[&str]) -> (Vec<Row>, usize) {
    let mut parts: Vec<Vec<(usize, Vec<&str>)>> = vec![Vec::new()];
    let mut taken = 0;
    for (at, line) in lines.iter().enumerate() {
        match drawn(line) {
            Some(Drawn::Rule) => parts.push(Vec::new()),
            Some(Drawn::Cells(cells)) => {
                // "│ 1 ├──────┤": ruled below some cells only, the others go on
                let ruled = cells.iter().any(|cell| !cell.is_empty() && cell.chars().all(is_line) && cell.chars().count() > 2);
                let bare = cells.into_iter().map(|cell| if cell.chars().all(is_line) { "" } else { cell }).collect::<Vec<_>>();
                if let Some(part) = parts.last_mut().filter(|_| !ruled || bare.iter().any(|cell| !cell.is_empty())) {
                    part.push((at, bare));
                }
                if ruled {
                    parts.push(Vec::new());
                }
            }
            None => break,
        }
        taken = at + 1;
    }
    parts.retain(|part| !part.is_empty());
    // header and body alone are ruled: the first cells tell the rows
    let by_rules = parts.len() > 2;
    let mut rows: Vec<Row> = Vec::new();
    for (number, part) in parts.into_iter().enumerate() {
        for (line, (at, cells)) in part.into_iter().enumerate() {
            let begun = cells.first().is_some_and(|cell| if by_rules { is_number(cell) } else { number > 0 && !cell.is_empty() });
            match rows.last_mut().filter(|_| line > 0 && !begun) {
                Some(row) => {
                    row.cells.resize(row.cells.len().max(cells.len()), String::new());
                    row.cells.iter_mut().zip(cells).for_each(|(above, cell)| add(above, cell));
                }
                None => rows.push(Row { at, cells: cells.into_iter().map(str::to_owned).collect() }),
            }
        }
    }
    (rows, taken)
}

/// "1", "12.", "1.2": numbers a row.
fn is_number(cell: &str) -> bool {
    let bare = cell.trim_end_matches(['.', ')']);
    !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit() || b == b'.')
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

    fn read(text: &str) -> Vec<String> {
        let lines: Vec<&str> = text.split('\n').collect();
        rows(&lines).into_iter().map(|(at, row)| format!("{at} {}", row.replace('\t', "|").replace(BREAK, "/"))).collect()
    }

    #[test]
    fn drawn_tables_are_rows() {
        let drawn = "\
Bảng 1
┌────┬──────────┬─────────┐
│ TT │ Nhiệm vụ │ Đơn vị  │
├────┼──────────┼─────────┤
│ I. Hạ tầng              │
├────┼──────────┼─────────┤
│ 1  │ Mua máy  │ - Vụ A  │
│    │ chủ mới  │ - Vụ B  │
├────┼──────────┼─────────┤
│ 2  │ Thuê kênh│ Cục C   │
└────┴──────────┴─────────┘
Nơi nhận:";
        let want = [
            "0 Bảng 1",
            "2 TT|Nhiệm vụ|Đơn vị",
            "4 I. Hạ tầng",
            "6 1|Mua máy chủ mới|- Vụ A/- Vụ B",
            "9 2|Thuê kênh|Cục C",
            "10 ",
            "11 Nơi nhận:",
        ];
        assert_eq!(read(drawn), want);
    }

    #[test]
    fn a_table_of_pluses_and_dashes_may_rule_off_its_header_alone() {
        let drawn = "\
+----+-----------+--------+
| TT | Nhiệm vụ  | Hạn    |
+====+===========+========+
| 1  | Mua máy   | Quý I  |
|    | chủ       |        |
| 2  | Thuê kênh | Quý II |
+----+-----------+--------+";
        assert_eq!(read(drawn), ["1 TT|Nhiệm vụ|Hạn", "3 1|Mua máy chủ|Quý I", "5 2|Thuê kênh|Quý II", "6 "]);
    }

    #[test]
    fn markdown_and_rules_under_headings_stay() {
        for text in ["| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |", "ĐỘC LẬP\n─────────\nTên | khác", "-----\nsố 1 | 2 | 3"]
        {
            let lines: Vec<&str> = text.split('\n').collect();
            assert_eq!(rows(&lines).into_iter().map(|(_, row)| row).collect::<Vec<_>>(), lines);
        }
    }
}
