//! The header of a table of tasks: what each column means, whatever words a ministry prints in it.

use std::collections::BTreeSet;

use crate::reading::source::Cell;
use crate::text::{fold, from_roman, squeeze};

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
}

impl Header {
    /// The header that begins at the first of `rows`; `None` if that row is no header of a table of tasks.
    pub fn at(rows: &[Vec<Cell>]) -> Option<Self> {
        let row = rows.first()?;
        if row.iter().any(|cell| cell.text.chars().count() > LONGEST) || row.iter().any(is_number) {
            return None;
        }
        let mut height = 1;
        let spread = spread(row);
        let row = spread.as_slice();
        let mut names: Vec<(String, String)> = row.iter().map(|c| (String::new(), squeeze(&c.text))).collect();
        let mut above = row.to_vec();
        while let Some(below) = rows.get(height).filter(|below| height < TALLEST && is_second(&above, below)) {
            names = under_spans(&above, below, names);
            above = lowered(&above, below);
            height += 1;
        }
        let fields = fields(&mut names);
        let known: BTreeSet<&str> = fields.iter().flatten().copied().collect();
        // a table of tasks names the task and says at least two things more of it, or one beside its number
        let tasks = known.contains("name") && known.len() >= 3;
        if !tasks {
            return None;
        }
        if rows.get(height).is_some_and(|row| counts_columns(row)) {
            height += 1;
        }
        let columns: Vec<String> = names.into_iter().map(printed).collect();
        let fields = fields.iter().zip(&columns).map(|(f, c)| f.map_or_else(|| c.clone(), str::to_owned)).collect();
        Some(Self { columns, fields: unique(fields), height })
    }

    pub fn column(&self, field: &str) -> Option<usize> {
        self.fields.iter().position(|f| f == field)
    }
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

/// "(1) (2) (3)", "1 2 3", "A B 1 2": a row that numbers the columns.
pub(super) fn counts_columns(row: &[Cell]) -> bool {
    let marks: Vec<String> = row
        .iter()
        .map(|cell| cell.text.trim().trim_matches(['(', ')', '[', ']']).to_owned())
        .filter(|mark| !mark.is_empty())
        .collect();
    let number = |mark: &String| mark.split(['=', '+']).next().and_then(|m| m.trim().parse::<usize>().ok());
    let letters = marks.iter().take_while(|m| m.len() == 1 && m.chars().all(|c| c.is_ascii_uppercase())).count();
    let rest = &marks[letters..];
    marks.len() >= 3 && !rest.is_empty() && rest.iter().enumerate().all(|(i, mark)| number(mark) == Some(i + 1))
}

/// What the columns mean; the first column of a meaning has it, a later one keeps its printed name.
fn fields(names: &mut [(String, String)]) -> Vec<Option<&'static str>> {
    let mut taken = BTreeSet::new();
    let mut out = Vec::new();
    for (above, name) in names {
        // columns of quarters or months are ticked: each keeps its own name, none of them says when
        if is_period(&fold(name)) && field_of(&fold(above)) == Some("time") {
            above.clear();
            out.push(None);
            continue;
        }
        let field = field_of(&fold(name)).or_else(|| field_of(&fold(above)));
        out.push(field.filter(|f| taken.insert(*f)));
    }
    out
}

/// "quy i", "q1", "thang 3", "6 thang dau nam", "nam 2026": a stretch of a year that a column stands for.
fn is_period(name: &str) -> bool {
    let number =
        |text: &str| !text.is_empty() && (text.bytes().all(|b| b.is_ascii_digit()) || from_roman(&text.to_uppercase()).is_some());
    let head = name.split(['/', ' ']).take(2).collect::<Vec<_>>();
    match head[..] {
        ["quy" | "thang" | "nam", of, ..] => number(of),
        ["6", "thang"] => true,
        [one, ..] => one.strip_prefix('q').or_else(|| one.strip_prefix('t')).is_some_and(number),
        [] => false,
    }
}

/// What a folded column name means.
fn field_of(name: &str) -> Option<&'static str> {
    const NUMBERS: [&str; 9] = ["stt", "tt", "so tt", "so thu tu", "s.t.t", "so", "no", "no.", "#"];
    let name = name.trim_matches([' ', '.', ':', '*']);
    if NUMBERS.contains(&name) {
        return Some("no");
    }
    if name == "hoan thanh" {
        return Some("time");
    }
    if name.starts_with("ten ") {
        return Some("name");
    }
    // in this order: "nguồn kinh phí" is no budget, "đơn vị chủ trì nhiệm vụ" no name
    const MEANINGS: [(&str, &[&str]); 14] = [
        ("note", &["ghi chu"]),
        ("assigned_member", &["phan cong", "thanh vien", "lanh dao phu trach", "nguoi phu trach", "nguoi chi dao"]),
        ("lead", &["chu tri", "chiu trach nhiem", "dau moi"]),
        ("coordinating", &["phoi hop", "phoi ket hop", "don vi tham gia", "co quan tham gia"]),
        ("kind", &["chuyen tiep", "loai nhiem vu", "loai du an", "loai hinh", "tinh chat"]),
        ("funding", &["nguon von", "nguon kinh phi", "nguon ngan sach", "nguon luc"]),
        ("budget", &["kinh phi", "tong muc dau tu", "muc dau tu", "du toan", "tong muc", "von dau tu", "so tien", "ngan sach"]),
        ("goal", &["muc tieu", "muc dich"]),
        (
            "time",
            &[
                "thoi gian",
                "thoi han",
                "thoi diem",
                "tien do",
                "han hoan thanh",
                "ngay hoan thanh",
                "moc hoan thanh",
                "nam hoan thanh",
                "lo trinh",
                "nam thuc hien",
            ],
        ),
        ("product", &["san pham", "du kien ket qua", "ket qua du kien"]),
        ("basis", &["can cu", "co so phap ly"]),
        ("result", &["ket qua"]),
        (
            "lead",
            &[
                "don vi thuc hien",
                "co quan thuc hien",
                "don vi trien khai",
                "to chuc thuc hien",
                "so thuc hien",
                "phong thuc hien",
                "ban thuc hien",
                "bo phan thuc hien",
                "dia phuong thuc hien",
                "nguoi thuc hien",
                "chu dau tu",
                "phu trach",
            ],
        ),
        ("funding", &["nguon"]),
    ];
    const NAMES: [&str; 11] = [
        "nhiem vu",
        "cong viec",
        "noi dung",
        "du an",
        "de an",
        "hoat dong",
        "hang muc",
        "dau viec",
        "danh muc",
        "giai phap",
        "chuong trinh",
    ];
    let meant = MEANINGS.iter().find(|(_, words)| words.iter().any(|word| name.contains(word)));
    let named = || {
        let begun = name.trim_start_matches("cac ").trim_start_matches("nhom ");
        // "Nền tảng, công việc", "Hệ thống/nhiệm vụ": one of the names is enough
        let parts = || begun.split([',', '/']).map(str::trim);
        NAMES.iter().any(|word| parts().any(|part| part.starts_with(word))).then_some("name")
    };
    meant.map(|(field, _)| *field).or_else(named)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn row(texts: &[&str]) -> Vec<Cell> {
        texts.iter().map(|t| Cell { text: (*t).to_owned(), span: 1, ..Cell::default() }).collect()
    }

    #[test]
    fn columns_are_known_by_their_meaning() {
        for (name, want) in [
            ("STT", "no"),
            ("TT", "no"),
            ("Tên nhiệm vụ/ dự án/ đề án", "name"),
            ("Nội dung công việc", "name"),
            ("Cơ quan chủ trì thực hiện nhiệm vụ", "lead"),
            ("Đơn vị thực hiện", "lead"),
            ("Đơn vị phối hợp", "coordinating"),
            ("Thời gian\nthực hiện", "time"),
            ("Sản phẩm/Kết quả", "product"),
            ("Nội dung/kết quả", "result"),
            ("Căn cứ thực hiện nhiệm vụ", "basis"),
            ("Ghi chú", "note"),
            ("Phân công thành viên", "assigned_member"),
            ("Nhiệm vụ mới/chuyển tiếp", "kind"),
            ("Mục tiêu nhiệm vụ", "goal"),
            ("Dự kiến tổng mức đầu tư", "budget"),
            ("Kinh phí (triệu đồng)", "budget"),
            ("Nguồn kinh phí", "funding"),
            ("Lãnh đạo phụ trách", "assigned_member"),
            ("Chủ đầu tư", "lead"),
            ("Cơ quan tham gia", "coordinating"),
            ("Mốc hoàn thành", "time"),
            ("Giải pháp", "name"),
            ("Nền tảng, công việc", "name"),
            ("Dự kiến kết quả", "product"),
            ("Kết quả đầu ra", "result"),
        ] {
            assert_eq!(field_of(&fold(name)), Some(want), "{name}");
        }
        assert_eq!(field_of(&fold("Địa điểm")), None);
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
