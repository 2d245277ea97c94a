//! What the cells of a column say of its meaning, where its name leaves it open: days and quarters are times, names of
//! units lead, the longest texts are the tasks.
//!
//! Only asked where the other columns make a table of tasks likely; what is decided so is told as a doubt.

use crate::reading::source::Cell;
use crate::text::{fold, from_roman, squeeze};

/// Rows that are looked at.
const MOST_ROWS: usize = 60;
/// Letters that tasks have on average at least.
const SHORTEST_TASK: usize = 12;

/// Adds to `fields` what the cells say of columns without a meaning, of a list without a name, a lead or a time. Gives which
/// columns it were.
pub(super) fn complete(
    columns: &[String],
    fields: &mut [Option<&'static str>],
    rows: &[Vec<Cell>],
) -> Vec<(usize, &'static str)> {
    let known = fields.iter().flatten().count();
    let has = |fields: &[Option<&str>], field: &str| fields.contains(&Some(field));
    let likely = has(fields, "name") && known >= 2 || has(fields, "lead") && known >= 3;
    let wanted = ["time", "lead", "name"];
    if !likely || wanted.iter().all(|field| has(fields, field)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut cells: Vec<Option<Vec<String>>> = vec![None; columns.len()];
    for field in wanted {
        if has(fields, field) {
            continue;
        }
        let open = |at: &usize| fields[*at].is_none() && !columns[*at].is_empty() && !says_otherwise(&columns[*at]);
        let open: Vec<usize> = (0..columns.len()).filter(open).collect();
        let mut best: Option<(usize, usize)> = None;
        for at in open {
            let texts = cells[at].get_or_insert_with(|| texts(rows, at));
            let weight = match field {
                "time" => usize::from(most(texts, is_time)),
                "lead" => usize::from(most(texts, is_unit)),
                _ => task_length(texts),
            };
            if weight > best.map_or(0, |(_, weight)| weight) {
                best = Some((at, weight));
            }
        }
        if let Some((at, _)) = best {
            fields[at] = Some(field);
            found.push((at, field));
        }
    }
    found
}

/// Names of columns that hold units, days or texts of another kind.
fn says_otherwise(name: &str) -> bool {
    const OTHERS: [&str; 24] = [
        "dia diem",
        "dia ban",
        "dia chi",
        "noi ",
        "doi tuong",
        "thanh phan",
        "theo doi",
        "giam sat",
        "kiem tra",
        "don doc",
        "ban hanh",
        "phe duyet",
        "tham dinh",
        "trinh",
        "tiep nhan",
        "bat dau",
        "khoi cong",
        "bao cao",
        "ho va ten",
        "ho ten",
        "chuc vu",
        "linh vuc",
        "don vi tinh",
        "ky",
    ];
    let folded = fold(name);
    OTHERS.iter().any(|other| folded.contains(other))
}

/// The texts of a column; rows that are one merged cell, or hold nothing else, are groups.
fn texts(rows: &[Vec<Cell>], column: usize) -> Vec<String> {
    let filled = |row: &&Vec<Cell>| row.iter().filter(|cell| !cell.text.trim().is_empty()).count() >= 3;
    let texts = rows.iter().take(MOST_ROWS).filter(filled).filter_map(|row| row.get(column)).map(|cell| squeeze(&cell.text));
    texts.filter(|text| !text.is_empty()).collect()
}

fn most(texts: &[String], is: fn(&str) -> bool) -> bool {
    !texts.is_empty() && texts.iter().filter(|text| is(text)).count() * 10 >= texts.len() * 7
}

/// Mean length of texts that may be tasks; 0 of others.
fn task_length(texts: &[String]) -> usize {
    let mean = texts.iter().map(|text| text.chars().count()).sum::<usize>().checked_div(texts.len()).unwrap_or(0);
    if mean < SHORTEST_TASK || most(texts, is_unit) || most(texts, is_time) { 0 } else { mean }
}

/// "Quý I/2027", "30/6/2027", "Trước ngày 30 tháng 9", "6 tháng cuối năm", "Thường xuyên", "2026 - 2027".
pub(super) fn is_time(text: &str) -> bool {
    const ALWAYS: [&str; 9] =
        ["thuong xuyen", "hang nam", "hang thang", "hang quy", "hang tuan", "hang ngay", "dinh ky", "ca nam", "trong nam"];
    const OPENS: [&str; 15] =
        ["quy", "thang", "nam", "ngay", "truoc", "trong", "het", "den", "cuoi", "dau", "giua", "tuan", "tu", "giai", "cham"];
    let folded = fold(text);
    if folded.chars().count() > 60 {
        return false;
    }
    let folded = folded.trim_start_matches("hoan thanh ");
    if ALWAYS.iter().any(|words| folded.starts_with(words)) {
        return true;
    }
    let mut words = folded.split([' ', '/', '-', '.', ',']).filter(|word| !word.is_empty());
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let number = |word: &str| !word.is_empty() && word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
    let numbered = folded.contains(|c: char| c.is_ascii_digit()) || from_roman(&second.to_uppercase()).is_some();
    let dated = folded.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | ' ' | '–'));
    let year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    OPENS.contains(&first) && numbered
        || first.strip_prefix(['t', 'q']).is_some_and(|rest| number(rest) || from_roman(&rest.to_uppercase()).is_some())
        || number(first) && second == "thang"
        || dated && number(first) && (year(first) || number(second) && folded.contains(['/', '-', '.']))
}

/// "Cục Viễn thông", "UBND cấp xã", "Các đơn vị thuộc Bộ", "VPB".
fn is_unit(text: &str) -> bool {
    const UNITS: [&str; 40] = [
        "Cục",
        "Vụ",
        "Sở",
        "Phòng",
        "Ban",
        "Trung tâm",
        "UBND",
        "Ủy ban",
        "Uỷ ban",
        "Văn phòng",
        "Thanh tra",
        "Viện",
        "Học viện",
        "Trường",
        "Tổng cục",
        "Tổng công ty",
        "Bộ",
        "Chi cục",
        "Chi nhánh",
        "Tổ",
        "Công an",
        "Công ty",
        "Tập đoàn",
        "Các",
        "Khoa",
        "Hội",
        "Liên đoàn",
        "Báo",
        "Đài",
        "Tạp chí",
        "Nhà xuất bản",
        "Đảng ủy",
        "Kho bạc",
        "Bảo hiểm",
        "Tòa án",
        "Công đoàn",
        "Đoàn",
        "Bệnh viện",
        "Bộ phận",
        "Tất cả",
    ];
    let text = text.trim_start_matches(['-', '–', '+', ' ']);
    let named = |unit: &str| text.strip_prefix(unit).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',', ';']));
    let letters = text.chars().count();
    let short = (2..=10).contains(&letters)
        && text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '-'));
    letters <= 200 && UNITS.iter().any(|unit| named(unit)) || short && text.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<Cell>> {
        let cell = |text: &&str| Cell { text: (*text).to_owned(), span: 1, ..Cell::default() };
        rows.iter().map(|row| row.iter().map(cell).collect()).collect()
    }

    fn completed(columns: &[&str], fields: &[Option<&'static str>], cells: &[&[&str]]) -> Vec<Option<&'static str>> {
        let columns: Vec<String> = columns.iter().map(|name| (*name).to_owned()).collect();
        let mut fields = fields.to_vec();
        complete(&columns, &mut fields, &rows(cells));
        fields
    }

    #[test]
    fn times_and_units_are_known_by_their_texts() {
        for text in [
            "Quý I/2027",
            "QII",
            "Tháng 6",
            "T5/2027",
            "30/6/2027",
            "31.3.2027",
            "2027 - 2028",
            "2027",
            "6 tháng cuối năm",
            "Trước ngày 30 tháng 9",
            "Thường xuyên",
            "Hằng năm",
        ] {
            assert!(is_time(text), "{text}");
        }
        for text in ["Tủ sách", "10", "1.500 lượt người", "Trong nước", "Năm bắt tình hình", "100% trả lời đúng hạn", ""]
        {
            assert!(!is_time(text), "{text}");
        }
        assert!(is_unit("Cục Viễn thông") && is_unit("Các đơn vị") && is_unit("A05") && is_unit("- Vụ A"));
        assert!(!is_unit("Cụm thi đua") && !is_unit("Xây dựng") && !is_unit("2027") && !is_unit(""));
    }

    #[test]
    fn cells_say_what_the_names_of_columns_leave_open() {
        let cells: &[&[&str]] = &[
            &["1", "Xây dựng kho dữ liệu dùng chung", "Cục A", "Vụ B", "Quý I/2027", "Hà Nội"],
            &["2", "Đào tạo cán bộ của các huyện", "Sở C", "", "31/12/2027", "Huế"],
        ];
        let names = ["STT", "Chi tiết", "Ai làm", "Phối hợp", "Bao giờ xong", "Địa điểm"];
        let whole = [Some("no"), Some("name"), Some("lead"), Some("coordinating"), Some("time"), None];
        let known = [Some("no"), Some("name"), None, Some("coordinating"), None, None];
        assert_eq!(completed(&names, &known, cells), whole);
        let known = [Some("no"), None, Some("lead"), Some("coordinating"), None, None];
        assert_eq!(completed(&names, &known, cells), whole);
        // too little is known: any table may have such columns
        let known = [Some("no"), None, None, Some("coordinating"), None, None];
        assert_eq!(completed(&names, &known, cells), known);
    }
}
