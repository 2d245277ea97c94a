//! Rows of a tab-separated table put together again where a line feed inside a cell broke them.
//!
//! Word and Excel write the paragraphs of a cell as lines; Excel sets such a cell in quotation marks, Word does not.

use std::borrow::Cow;

use crate::text::from_roman;

/// Stands for a line feed inside a cell.
pub(super) const BREAK: char = '\u{2028}';

/// Lines that one cell may go on for.
const LONGEST_CELL: usize = 40;

/// The lines with their numbers from 1, rows of tables whole.
pub(super) fn rejoined<'a>(lines: &[&'a str]) -> Vec<(usize, Cow<'a, str>)> {
    let mut out: Vec<(usize, Cow<'a, str>)> = Vec::with_capacity(lines.len());
    // columns of the table that is open
    let mut width = 0;
    let mut at = 0;
    while at < lines.len() {
        let number = at + 1;
        let line = lines[at];
        if line.trim().is_empty() {
            width = 0;
        }
        if let Some((row, taken)) = quoted(&lines[at..]) {
            width = width.max(cells(&row));
            out.push((number, Cow::Owned(row)));
            at += taken;
            continue;
        }
        at += 1;
        let tabs = cells(line);
        if width == 0 && tabs >= 3 {
            width = tabs;
        }
        if width == 0 {
            out.push((number, Cow::Borrowed(line)));
            continue;
        }
        let mut row = Cow::Borrowed(line);
        while cells(&row) > 1 {
            let more = goes_on(cells(&row), width, &lines[at..]);
            if more == 0 {
                break;
            }
            for next in &lines[at..at + more] {
                row = Cow::Owned(format!("{}{BREAK}{}", row.trim_end_matches(['\r', ' ']), next.trim_start()));
            }
            at += more;
        }
        // a group's title in one merged cell keeps its place among the rows
        let inside = tabs == 1 && !line.trim().starts_with('|') && lines.get(at).is_some_and(|next| cells(next) > 1);
        if inside {
            row = Cow::Owned(format!("{line}\t"));
        }
        out.push((number, row));
    }
    out
}

fn cells(line: &str) -> usize {
    line.matches('\t').count() + 1
}

/// How many of the lines below still belong to a row of `have` cells out of `width`.
fn goes_on(have: usize, width: usize, below: &[&str]) -> usize {
    let Some(next) = below.first().filter(|next| !next.trim().is_empty() && !next.starts_with('\t')) else { return 0 };
    if is_number(first_cell(next)) || next.contains('\u{c}') {
        return 0;
    }
    if cells(next) == 1 && is_continued(next) {
        return 1;
    }
    // the paragraphs of a cell, then the rest of the row: together they fill it
    let alone = below.iter().take(LONGEST_CELL).take_while(|line| cells(line) == 1 && !line.trim().is_empty()).count();
    match below.get(alone) {
        Some(rest) if cells(rest) > 1 && !rest.starts_with('\t') && !is_number(first_cell(rest)) => {
            let filled = have + cells(rest) - 1;
            if filled == width || filled < width && is_continued(rest) { alone + 1 } else { 0 }
        }
        _ => 0,
    }
}

fn first_cell(line: &str) -> &str {
    line.split('\t').next().unwrap_or(line).trim().trim_matches('*')
}

/// Begins as no row and no paragraph of its own does.
fn is_continued(line: &str) -> bool {
    let begin = line.trim_start();
    begin.starts_with(|c: char| c.is_lowercase()) || begin.starts_with("- ") || begin.starts_with("+ ") || begin.starts_with("• ")
}

/// What numbers a row or a group: "12", "1.2", "IV.", "B".
fn is_number(cell: &str) -> bool {
    let bare = cell.trim_start_matches("<b>").trim_end_matches("</b>").trim_end_matches(['.', ')']);
    let digits = !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit() || c == '.');
    digits || from_roman(bare).is_some() || bare.len() == 1 && bare.starts_with(|c: char| c.is_ascii_uppercase())
}

/// A row with cells in quotation marks, as Excel sets those that hold line feeds, and how many lines it takes.
fn quoted(lines: &[&str]) -> Option<(String, usize)> {
    let first = lines.first().filter(|line| line.starts_with('"') || line.contains("\t\""))?;
    let feed = if first.ends_with('\r') { "\r\n" } else { "\n" };
    let mut letters = lines.iter().take(LONGEST_CELL).flat_map(|line| line.chars().chain(feed.chars())).peekable();
    let (mut out, mut taken, mut begins) = (String::new(), 1, true);
    while let Some(letter) = letters.next() {
        match letter {
            '"' if begins => loop {
                match letters.next()? {
                    '"' if letters.peek() == Some(&'"') => {
                        out.push('"');
                        letters.next();
                    }
                    // behind a cell stands a tab or the end; else it is a title in quotation marks
                    '"' => match letters.peek() {
                        None | Some('\t' | '\n' | '\r') => break,
                        Some(_) => return None,
                    },
                    '\n' => {
                        out.push(BREAK);
                        taken += 1;
                    }
                    '\t' => out.push(' '),
                    other => out.push(other),
                }
            },
            '\n' => break,
            other => out.push(other),
        }
        begins = letter == '\t';
    }
    out.contains('\t').then_some((out, taken))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let lines: Vec<&str> = text.split('\n').collect();
        rejoined(&lines).into_iter().map(|(_, row)| row.replace(BREAK, "|")).collect()
    }

    #[test]
    fn rows_broken_inside_a_cell_are_whole_again() {
        let table = "STT\tTên\tChủ trì\tThời gian\n1\tXây nền tảng:\n- Cấp Bộ;\n- Cấp đơn vị\tCục A\nVụ B\tNăm 2026\n2\tViệc\tCục A\tNăm\n2026 và 2027\n";
        assert_eq!(
            rows(table),
            [
                "STT\tTên\tChủ trì\tThời gian",
                "1\tXây nền tảng:|- Cấp Bộ;|- Cấp đơn vị\tCục A|Vụ B\tNăm 2026",
                "2\tViệc\tCục A\tNăm",
                "2026 và 2027",
                ""
            ],
            "a line that begins with a number may be a row: it is left alone"
        );
    }

    #[test]
    fn quotation_marks_of_excel_are_taken_off() {
        let table = "STT\tTên\tGhi chú\n1\t\"Một\nhai \"\"ba\"\"\"\tx\n2\t\"Đề án 06\" của Bộ\ty";
        assert_eq!(rows(table), ["STT\tTên\tGhi chú", "1\tMột|hai \"ba\"\tx", "2\t\"Đề án 06\" của Bộ\ty"]);
    }

    #[test]
    fn groups_and_short_rows_stay_rows_and_text_behind_a_table_stays_text() {
        let table = "STT\tTên\tChủ trì\nI. Hạ tầng\n1\tViệc\tCục A\nII\tNhân lực\n1\tViệc\tCục B\n\nVăn bản sau bảng\nđi tiếp";
        let want = [
            "STT\tTên\tChủ trì",
            "I. Hạ tầng\t",
            "1\tViệc\tCục A",
            "II\tNhân lực",
            "1\tViệc\tCục B",
            "",
            "Văn bản sau bảng",
            "đi tiếp",
        ];
        assert_eq!(rows(table), want);
    }
}
