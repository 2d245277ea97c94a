//! The header of a table of tasks: what each column means, whatever words a ministry prints in it.

use std::collections::BTreeSet;

use super::{columns, evidence};
use crate::reading::source::Cell;
use crate::text::squeeze;

/// Longest text of a header cell, in characters; what is longer is a task.
const LONGEST: usize = 90;

/// Rows that a header takes at most, besides one that numbers the columns.
const TALLEST: usize = 3;

/// A header: printed names and fields of its columns, and how many rows it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    pub columns: Vec<String>,
    pub fields: Vec<String>,
    pub height: usize,
    /// Columns whose cells, not their names, say what they mean: name and field.
    pub guessed: Vec<(String, &'static str)>,
}

impl Header {
    /// The header that begins at the first of `rows`; `None` if that row is no header of a table of tasks.
    pub fn at(rows: &[Vec<Cell>]) -> Option<Self> {
        let (mut names, mut height) = names(rows)?;
        if rows.get(height).is_some_and(|row| counts_columns(row)) {
            height += 1;
        }
        let mut fields = columns::fields(&mut names);
        let columns: Vec<String> = names.into_iter().map(printed).collect();
        let guessed = evidence::complete(&columns, &mut fields, rows.get(height..).unwrap_or_default());
        let known: BTreeSet<&str> = fields.iter().flatten().copied().collect();
        // a table of tasks names the task and says at least two things more of it, or one beside its number
        if !known.contains("name") || known.len() < 3 || tells_a_time(&columns, &known) {
            return None;
        }
        let fields = fields.iter().zip(&columns).map(|(f, c)| f.map_or_else(|| c.clone(), str::to_owned)).collect();
        let guessed = guessed.into_iter().map(|(at, field)| (columns[at].clone(), field)).collect();
        Some(Self { columns, fields: unique(fields), height, guessed })
    }

    /// The header of the same list on another page.
    pub fn is_same(&self, other: &Self) -> bool {
        self.fields == other.fields || self.columns == other.columns
    }

    /// How many rows this header takes where it stands again at the first of `rows`; 0 if it does not.
    pub fn again(&self, rows: &[Vec<Cell>]) -> usize {
        let Some((names, height)) = names(rows) else { return 0 };
        if !names.into_iter().map(printed).eq(self.columns.iter().cloned()) {
            return 0;
        }
        height + usize::from(rows.get(height).is_some_and(|row| counts_columns(row)))
    }

    pub fn column(&self, field: &str) -> Option<usize> {
        self.fields.iter().position(|f| f == field)
    }
}

/// What stands in the first of `rows` and those below that belong to it, by column: above, own name; and how many rows it
/// is. `None` for a row that is too long for a header, or has a number.
fn names(rows: &[Vec<Cell>]) -> Option<(Vec<(String, String)>, usize)> {
    let row = rows.first()?;
    if row.iter().any(|cell| cell.text.chars().count() > LONGEST) || row.iter().any(is_number) {
        return None;
    }
    let mut height = 1;
    let mut above = spread(row);
    let mut names: Vec<(String, String)> = above.iter().map(|c| (String::new(), squeeze(&c.text))).collect();
    while let Some(below) = rows.get(height).filter(|below| height < TALLEST && is_second(&above, below)) {
        names = under_spans(&above, below, names);
        above = lowered(&above, below);
        height += 1;
    }
    Some((names, height))
}

/// A row without a number, one cell of which is a day or a quarter, is a task that speaks as headers do.
fn tells_a_time(columns: &[String], known: &BTreeSet<&str>) -> bool {
    let times = columns.iter().filter(|name| evidence::is_time(name)).count();
    !known.contains("no") && times == 1
}

/// What numbers a task: tasks speak of tasks, units and times as headers do.
fn is_number(cell: &Cell) -> bool {
    let text = cell.text.trim().trim_end_matches(['.', ')']);
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '.')
}

fn printed((above, name): (String, String)) -> String {
    match (above.is_empty(), name.is_empty()) {
        (false, false) => format!("{above}: {name}"),
        (false, true) => above,
        _ => name,
    }
}

/// Columns of one name are told apart, so that no cell hides another.
fn unique(fields: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for (index, field) in fields.into_iter().enumerate() {
        let stem = if field.is_empty() { format!("cột {}", index + 1) } else { field };
        let mut name = stem.clone();
        let mut count = 2;
        while !seen.insert(name.clone()) {
            name = format!("{stem} ({count})");
            count += 1;
        }
        out.push(name);
    }
    out
}

/// A name with empty cells behind it spans them: plain text and sheets lose the merging of cells.
fn spread(row: &[Cell]) -> Vec<Cell> {
    let mut out = row.to_vec();
    let empty = |cell: &Cell| cell.text.trim().is_empty() && cell.span <= 1;
    for column in 1..out.len() {
        let behind = out[column..].iter().take_while(|c| empty(c)).count();
        let alone = out[column - 1].span <= 1 && !out[column - 1].text.trim().is_empty();
        if alone && behind > 0 {
            out[column - 1].span = u32::try_from(behind + 1).unwrap_or(1);
        }
    }
    out
}

/// The row below belongs to the header: it fills only columns under a spanning cell, or some columns of the first row
/// reach down over it.
fn is_second(row: &[Cell], below: &[Cell]) -> bool {
    let under = |column: usize| span_begin(row, column).is_some();
    let filled: Vec<usize> = (0..below.len()).filter(|c| !below[*c].text.trim().is_empty()).collect();
    !filled.is_empty()
        && filled.iter().all(|c| under(*c) || row.get(*c).is_none_or(|cell| cell.text.trim().is_empty()))
        && filled.iter().any(|c| under(*c))
        && !filled.contains(&0)
        && below.iter().all(|cell| cell.text.chars().count() <= LONGEST)
}

/// Where the cell of more than one column begins that stands over a column.
fn span_begin(row: &[Cell], column: usize) -> Option<usize> {
    let start = (0..=column.min(row.len().checked_sub(1)?)).rev().find(|c| !row[*c].text.trim().is_empty())?;
    let span = usize::try_from(row[start].span).unwrap_or(1);
    (span > 1 && start + span > column).then_some(start)
}

/// The header as it stands one row further down: names that reach down stay, those that span give way to what is below.
fn lowered(row: &[Cell], below: &[Cell]) -> Vec<Cell> {
    let cell = |column: usize| match (span_begin(row, column), below.get(column)) {
        (Some(_), Some(below)) => below.clone(),
        _ => row[column].clone(),
    };
    spread(&(0..row.len()).map(cell).collect::<Vec<_>>())
}

/// The names with what is below: under a spanning cell, all that stands above and the name's own.
fn under_spans(row: &[Cell], below: &[Cell], names: Vec<(String, String)>) -> Vec<(String, String)> {
    let own = |column: usize| below.get(column).map(|c| squeeze(&c.text)).unwrap_or_default();
    let over: Vec<String> = names.iter().cloned().map(printed).collect();
    let name = |(column, name): (usize, (String, String))| match span_begin(row, column) {
        Some(begin) => (over[begin].clone(), own(column)),
        None if name.1.is_empty() => (String::new(), own(column)),
        None => name,
    };
    names.into_iter().enumerate().map(name).collect()
}

/// "(1) (2) (3)", "1 2 3", "A B 1 2", "(A) (B) (C)": a row that numbers the columns.
pub(super) fn counts_columns(row: &[Cell]) -> bool {
    let marks: Vec<String> = row
        .iter()
        .map(|cell| cell.text.trim().trim_matches(['(', ')', '[', ']']).to_owned())
        .filter(|mark| !mark.is_empty())
        .collect();
    let number = |mark: &String| mark.split(['=', '+']).next().and_then(|m| m.trim().parse::<usize>().ok());
    let letter = |(at, mark): &(usize, &String)| {
        let nth = u8::try_from(*at).ok().map(|at| char::from(b'a'.saturating_add(at)).to_string());
        nth.is_some_and(|nth| mark.eq_ignore_ascii_case(&nth))
    };
    let letters = marks.iter().enumerate().take_while(letter).count();
    let rest = &marks[letters..];
    marks.len() >= 3 && rest.iter().enumerate().all(|(i, mark)| number(mark) == Some(i + 1))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn row(texts: &[&str]) -> Vec<Cell> {
        texts.iter().map(|t| Cell { text: (*t).to_owned(), span: 1, ..Cell::default() }).collect()
    }

    #[test]
    fn a_header_of_two_rows_and_a_row_of_numbers_is_one_header() {
        let mut first = row(&["TT", "Nhiệm vụ", "Đơn vị", "", "Kinh phí", "", "Địa điểm"]);
        first[2].span = 2;
        first[4].span = 2;
        let second = row(&["", "", "Chủ trì", "Phối hợp", "Tổng số", "Năm nay", ""]);
        let rows = [first, second, row(&["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"]), row(&["1", "Việc"])];
        let header = Header::at(&rows).unwrap();
        assert_eq!(header.height, 3);
        assert_eq!(
            header.fields,
            ["no", "name", "lead", "coordinating", "budget", "Kinh phí: Năm nay", "Địa điểm"].map(String::from)
        );
        assert_eq!(header.columns[2], "Đơn vị: Chủ trì");
    }

    #[test]
    fn a_header_of_three_rows_ends_in_quarters_that_keep_their_names() {
        let mut rows = [
            row(&["STT", "Nội dung công việc", "Tiến độ thực hiện", "", "", "", "Ghi chú"]),
            row(&["", "", "6 tháng đầu năm", "", "6 tháng cuối năm", "", ""]),
            row(&["", "", "Quý I", "Quý II", "Quý III", "Quý IV", ""]),
        ];
        (rows[0][2].span, rows[1][2].span, rows[1][4].span) = (4, 2, 2);
        let header = Header::at(&rows).unwrap();
        assert_eq!(header.height, 3);
        assert_eq!(header.fields, ["no", "name", "Quý I", "Quý II", "Quý III", "Quý IV", "note"].map(String::from));
    }

    #[test]
    fn a_task_and_a_table_of_something_else_are_no_headers() {
        assert_eq!(Header::at(&[row(&["1", "Xây dựng kế hoạch", "Văn phòng", "Năm 2026"])]), None);
        let task = ["7", "Nội dung số", "Phòng A", "Đơn vị chủ trì nhiệm vụ", "Chuyển tiếp", "Kho sản phẩm", "Căn cứ"];
        assert_eq!(Header::at(&[row(&task)]), None);
        assert_eq!(Header::at(&[row(&["", "Nâng cấp các dự án", "Các đơn vị chủ trì", "Thời gian năm 2026"])]), None);
        assert_eq!(Header::at(&[row(&["STT", "Chỉ tiêu", "Đơn vị tính", "Số lượng"])]), None);
        assert_eq!(Header::at(&[]), None);
    }
}
