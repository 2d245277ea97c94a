//! What the columns of a table of tasks mean, by the words of their names.
//!
//! A name is read as the clerk wrote it, its first noun before the rest: a noun for units is told apart by the verb
//! behind it ("Đơn vị" + "chủ trì", "phối hợp", "theo dõi"), a noun for times, products or tasks by itself. What the words
//! leave open, [`super::evidence`] asks of the cells.

use std::collections::BTreeSet;

use crate::text::{fold, from_roman};

/// What the columns mean; the first column of a meaning has it, a later one keeps its printed name. A name comes with what
/// stands above it in a header of several rows.
pub(super) fn fields(names: &mut [(String, String)]) -> Vec<Option<&'static str>> {
    let mut taken = BTreeSet::new();
    let mut out: Vec<Option<&'static str>> = Vec::new();
    for (above, name) in names.iter_mut() {
        let field = match (field_of(&fold(name)), field_of(&fold(above))) {
            // columns of quarters or months are ticked: each keeps its own name, none of them says when
            (_, Some("time")) if is_period(&fold(name)) => {
                above.clear();
                None
            }
            // "Thời gian: Bắt đầu": the day to know is the one it is done by
            _ if is_start(&fold(name)) => None,
            (own, over) => own.or(over),
        };
        out.push(field.filter(|field| taken.insert(*field)));
    }
    let missing: [(&str, MayMean); 2] = [("name", may_name), ("lead", may_lead)];
    for (field, fits) in missing {
        let at = names.iter().zip(&out).position(|((_, name), meant)| fits(&fold(name), *meant));
        if let Some(at) = at.filter(|_| taken.insert(field)) {
            out[at] = Some(field);
        }
    }
    out
}

/// Whether a column of this name, taken for that, may mean something else where nothing else does.
type MayMean = fn(&str, Option<&str>) -> bool;

/// "Nội dung, kết quả", where nothing else names the task.
fn may_name(name: &str, meant: Option<&str>) -> bool {
    matches!(meant, Some("result" | "goal" | "kind" | "time")) && names_task(name)
}

/// "Phân công thực hiện", where nothing else says who leads.
fn may_lead(name: &str, meant: Option<&str>) -> bool {
    meant == Some("assigned_member") && !PERSONS.iter().any(|word| name.contains(word))
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

/// "bat dau", "ngay khoi cong", without the day it ends.
fn is_start(name: &str) -> bool {
    let begins = ["bat dau", "khoi cong", "khoi dong"].iter().any(|word| name.contains(word));
    begins && !["ket thuc", "hoan thanh", "den"].iter().any(|word| place(name, word).is_some())
}

/// Where a word stands in a text, whole.
fn place(text: &str, word: &str) -> Option<usize> {
    let whole =
        |at: usize| !text[..at].ends_with(char::is_alphanumeric) && !text[at + word.len()..].starts_with(char::is_alphanumeric);
    text.match_indices(word).map(|(at, _)| at).find(|at| whole(*at))
}

/// The text behind a word that it begins with.
fn behind<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.strip_prefix(word).filter(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Who is meant as a person.
const PERSONS: [&str; 9] =
    ["thanh vien", "lanh dao", "nguoi", "dong chi", "uy vien", "can bo", "chuyen vien", "ca nhan", "pho chu tich"];

/// Nouns for units. Those of the second list mean something else too without their signs ("sở", "số"): the verb must follow
/// at once.
const UNITS: [&str; 9] = ["don vi", "co quan", "cq", "dv", "bo phan", "to chuc", "dia phuong", "trach nhiem", "bo, nganh"];
const SHORT_UNITS: [&str; 8] = ["so", "phong", "ban", "vu", "cuc", "khoa", "to", "chi nhanh"];

/// What a unit does for a task; of several verbs the first counts.
const DOES: [(&str, &[&str]); 2] =
    [("lead", &["chu tri", "chiu trach nhiem", "dau moi"]), ("coordinating", &["phoi hop", "phoi ket hop", "cung thuc hien"])];

/// The same where none of those stands; with "" for a unit that looks after, signs or receives.
const MAY_DO: [(&str, &[&str]); 3] = [
    (
        "lead",
        &["thuc hien", "trien khai", "tham muu", "soan thao", "chuan bi", "duoc giao", "duoc phan cong", "phu trach", "xay dung"],
    ),
    ("coordinating", &["lien quan", "tham gia", "ho tro"]),
    ("", &["theo doi", "giam sat", "kiem tra", "don doc", "ban hanh", "phe duyet", "tham dinh", "trinh", "de xuat", "tiep nhan"]),
];

/// "lead", "coordinating", or "" for a unit that does neither; `None` if the name speaks of no unit and its doing.
fn unit(name: &str) -> Option<&'static str> {
    fn first(text: &str, does: &[(&'static str, &[&str])]) -> Option<(usize, &'static str)> {
        let verbs = does.iter().flat_map(|(field, verbs)| verbs.iter().map(|verb| (*field, *verb)));
        verbs.filter_map(|(field, verb)| Some((place(text, verb)?, field))).min_by_key(|(at, _)| *at)
    }
    let does = |text: &str| first(text, &DOES).or_else(|| first(text, &MAY_DO));
    let name = ["cac ", "ten ", "du kien "].iter().fold(name, |name, word| name.trim_start_matches(word));
    if matches!(name, "trach nhiem" | "trach nhiem chinh") {
        return Some("lead");
    }
    if let Some(rest) = UNITS.iter().find_map(|noun| behind(name, noun)) {
        return does(rest).map(|(_, field)| field);
    }
    let rest = SHORT_UNITS.iter().find_map(|noun| behind(name, noun))?.trim_start();
    does(rest).filter(|(at, _)| *at == 0).map(|(_, field)| field)
}

/// What a folded column name means.
pub(super) fn field_of(name: &str) -> Option<&'static str> {
    const NUMBERS: [&str; 9] = ["stt", "tt", "so tt", "so thu tu", "s.t.t", "so", "no", "no.", "#"];
    let name = name.trim_matches([' ', '.', ':', '*']);
    if NUMBERS.contains(&name) {
        return Some("no");
    }
    if let Some(field) = unit(name) {
        return Some(field).filter(|field| !field.is_empty());
    }
    if is_deadline(name) {
        return Some("time");
    }
    if let Some(rest) = name.strip_prefix("ten ") {
        return if rest.starts_with("san pham") { Some("product") } else { Some("name") };
    }
    // in this order: "nguồn kinh phí" is no budget, "chủ trì nhiệm vụ" no name
    const MEANINGS: [(&str, &[&str]); 14] = [
        ("note", &["ghi chu"]),
        ("assigned_member", &["phan cong", "thanh vien", "nguoi phu trach", "nguoi chi dao"]),
        ("lead", &["chu tri", "chiu trach nhiem", "dau moi"]),
        ("coordinating", &["phoi hop", "phoi ket hop"]),
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
        ("lead", &["nguoi thuc hien", "chu dau tu", "tham muu", "soan thao", "don vi thuc hien", "co quan thuc hien"]),
        ("product", &["dau ra"]),
    ];
    if PERSONS.iter().any(|word| behind(name, word).is_some()) && ["phu trach", "chi dao"].iter().any(|verb| name.contains(verb))
    {
        return Some("assigned_member");
    }
    let meant = MEANINGS.iter().find(|(_, words)| words.iter().any(|word| name.contains(word))).map(|(field, _)| *field);
    let named = || names_task(name).then_some("name");
    let rest = || if name.contains("phu trach") { Some("lead") } else { name.contains("nguon").then_some("funding") };
    meant.or_else(named).or_else(rest)
}

/// "Nhiệm vụ", "Việc cần làm", "Mô tả công việc".
fn names_task(name: &str) -> bool {
    const NAMES: [&str; 12] = [
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
        "viec",
    ];
    let mut begun = name;
    while let Some(rest) = ["cac ", "nhom ", "mo ta ", "chi tiet ", "dau muc "].iter().find_map(|word| begun.strip_prefix(word)) {
        begun = rest;
    }
    // "Nền tảng, công việc", "Hệ thống/nhiệm vụ": one of the names is enough
    let mut parts = begun.split([',', '/']).map(str::trim);
    parts.any(|part| NAMES.iter().any(|word| behind(part, word).is_some()))
}

/// "Hạn cuối", "Kỳ hạn", "Hoàn thành trước ngày", "Dự kiến hoàn thành", "Giai đoạn thực hiện": by when a task is done. A cell
/// that tells what is completed ("Hoàn thành việc chuyển đổi") goes on otherwise.
fn is_deadline(name: &str) -> bool {
    if name.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let begun = name.trim_start_matches("du kien ");
    if let Some(rest) = behind(begun, "hoan thanh").map(str::trim_start) {
        let on = ["truoc", "trong", "vao", "thang", "quy", "ngay", "nam", "(thang", "(quy", "(ngay", "(nam"];
        return rest.is_empty() || rest.chars().count() <= 24 && on.iter().any(|word| behind(rest, word).is_some());
    }
    if let Some(rest) = behind(begun, "han").map(str::trim_start) {
        // "hạn chế", "hạn mức", "hạn ngạch"
        return !["che", "muc", "ngach", "han"].iter().any(|word| behind(rest, word).is_some());
    }
    ["ky han", "deadline", "giai doan"].iter().any(|word| behind(begun, word).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(names: &[&str]) -> Vec<Option<&'static str>> {
        let mut names: Vec<(String, String)> = names
            .iter()
            .map(|name| match name.split_once(": ") {
                Some((above, name)) => (above.to_owned(), name.to_owned()),
                None => (String::new(), (*name).to_owned()),
            })
            .collect();
        fields(&mut names)
    }

    #[test]
    fn the_day_a_task_is_done_by_is_its_time_and_not_the_day_it_begins() {
        let names = ["Nhiệm vụ", "Thời gian: Bắt đầu", "Thời gian: Hoàn thành"];
        assert_eq!(meant(&names), [Some("name"), None, Some("time")]);
        assert_eq!(meant(&["Việc", "Ngày bắt đầu", "Thời gian kết thúc"]), [Some("name"), None, Some("time")]);
        assert_eq!(meant(&["Việc", "Thời gian (bắt đầu - kết thúc)"]), [Some("name"), Some("time")]);
    }

    #[test]
    fn a_name_of_two_meanings_takes_the_one_that_is_wanted() {
        assert_eq!(meant(&["Nội dung/kết quả", "Nhiệm vụ"]), [Some("result"), Some("name")]);
        assert_eq!(meant(&["Nội dung, kết quả", "Đơn vị chủ trì"]), [Some("name"), Some("lead")]);
        assert_eq!(meant(&["Nhiệm vụ", "Phân công thực hiện"]), [Some("name"), Some("lead")]);
        assert_eq!(meant(&["Nhiệm vụ", "Phân công thành viên"]), [Some("name"), Some("assigned_member")]);
        assert_eq!(meant(&["Chủ trì", "Phân công thực hiện"]), [Some("lead"), Some("assigned_member")]);
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
            ("Đơn vị cùng thực hiện", "coordinating"),
            ("Các đơn vị liên quan", "coordinating"),
            ("Đơn vị hỗ trợ", "coordinating"),
            ("Cơ quan chịu trách nhiệm", "lead"),
            ("Trách nhiệm chính", "lead"),
            ("Bộ phận tham mưu", "lead"),
            ("Đơn vị được phân công", "lead"),
            ("Sở thực hiện", "lead"),
            ("Lãnh đạo Bộ phụ trách", "assigned_member"),
            ("Hoàn thành trước ngày", "time"),
            ("Hạn cuối", "time"),
            ("Kỳ hạn", "time"),
            ("Dự kiến hoàn thành", "time"),
            ("Việc cần làm", "name"),
            ("Mô tả nhiệm vụ", "name"),
            ("Đầu ra", "product"),
            ("Sản phẩm hoàn thành", "product"),
            ("Mốc hoàn thành", "time"),
            ("Giải pháp", "name"),
            ("Nền tảng, công việc", "name"),
            ("Dự kiến kết quả", "product"),
            ("Kết quả đầu ra", "result"),
        ] {
            assert_eq!(field_of(&fold(name)), Some(want), "{name}");
        }
        for name in [
            "Địa điểm",
            "Đơn vị của Bộ theo dõi",
            "Cơ quan ban hành",
            "Hạn chế",
            "Hoàn thành 100% hồ sơ",
            "Số lượng thực hiện",
            "Đơn vị tính",
        ] {
            assert_eq!(field_of(&fold(name)), None, "{name}");
        }
    }
}
