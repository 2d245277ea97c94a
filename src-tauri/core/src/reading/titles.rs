//! Tên loại: what a paper, or a part of it, calls itself in capitals ("KẾ HOẠCH HÀNH ĐỘNG", "CHỈ THỊ", "DANH MỤC").

use super::marks::{Kind, is_caps, mark};
use super::paragraphs::{Paragraph, is_issue};
use crate::text::fold;

/// Tên loại a part behind a letter or decision may have, folded.
const PARTS: [&str; 24] = [
    "khung ke hoach",
    "du thao ke hoach",
    "de cuong ke hoach",
    "ke hoach hanh dong",
    "ke hoach",
    "chuong trinh hanh dong",
    "chuong trinh",
    "chien luoc",
    "de cuong",
    "de an",
    "du an",
    "phuong an",
    "quy che",
    "quy trinh",
    "quy dinh",
    "danh muc",
    "huong dan",
    "bao cao",
    "bo chi so",
    "bo tieu chi",
    "lo trinh",
    "noi quy",
    "khung",
    "mau",
];

/// Tên loại of a paper of its own besides those (Decree 30/2020/NĐ-CP, Article 7, and the Party's).
const PAPERS: [&str; 14] = [
    "nghi quyet",
    "quyet dinh",
    "chi thi",
    "thong bao",
    "thong cao",
    "ket luan",
    "to trinh",
    "cong dien",
    "thong tu",
    "nghi dinh",
    "bien ban",
    "phuong huong",
    "thong tri",
    "tuyen bo",
];

/// Longer only where nothing else stands on the line: "KẾ HOẠCH CÔNG TÁC", but "KẾ HOẠCH | CÔNG TÁC NĂM 2026".
const WHOLE: [&str; 5] =
    ["ke hoach hoat dong", "ke hoach cong tac", "chuong trinh cong tac", "ke hoach tong the", "ke hoach trien khai"];

/// What lists and forms in an annex begin with.
const ANNEXED: [&str; 5] = ["danh muc", "bang", "bieu", "mau", "phieu"];

/// Bytes of the tên loại a title line begins with, set in capitals; of parts only, or of papers too.
fn kind_end(text: &str, papers: bool) -> Option<usize> {
    if mark(text).is_some() {
        return None;
    }
    let trimmed = text.trim_end_matches([':', '.', ' ']);
    if is_caps(trimmed) && WHOLE.contains(&fold(trimmed).as_str()) {
        return Some(trimmed.len());
    }
    let known = |head: &str| PARTS.contains(&head) || papers && PAPERS.contains(&head);
    let ends = text.char_indices().take(60).filter(|(_, c)| matches!(c, ' ' | ':')).map(|(at, _)| at);
    ends.chain([text.len()]).filter(|at| is_caps(&text[..*at]) && known(&fold(&text[..*at]))).last()
}

/// Bytes of the tên loại of a part.
pub(super) fn part_kind(text: &str) -> Option<usize> {
    kind_end(text, false)
}

/// Bytes of the tên loại of a paper of its own.
pub(super) fn paper_kind(text: &str) -> Option<usize> {
    kind_end(text, true)
}

/// The title of a part.
pub(super) fn is_part(paragraph: &Paragraph) -> bool {
    part_kind(&paragraph.text).is_some() && paragraph.text.chars().count() < 300
}

/// The title of a paper.
pub(super) fn is_paper(paragraph: &Paragraph) -> bool {
    paper_kind(&paragraph.text).is_some() && paragraph.text.chars().count() < 300 && !decides(&paragraph.text)
}

/// "QUYẾT ĐỊNH:", "QUYẾT NGHỊ": what follows is decided.
pub(super) fn decides(text: &str) -> bool {
    let folded = fold(text);
    matches!(folded.trim_end_matches([':', ' ', '.']), "quyet nghi") || folded.trim_end() == "quyet dinh:"
}

/// A list or a form, as annexes hold them; not a plan.
pub(super) fn is_list(text: &str) -> bool {
    let folded = fold(text);
    ANNEXED.iter().any(|word| folded.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// A list or form begins here that names itself an annex by no word: "DANH MỤC …" in capitals with "(Kèm theo …)" or a
/// table right below. What stands below a "Phụ lục" is that one's title.
pub(super) fn opens_bare_annex<'a>(at: usize, paragraph: impl Fn(usize) -> Option<&'a Paragraph>) -> bool {
    let annexed = |p: &Paragraph| is_caps(&p.text) && is_list(&p.text);
    let labelled = |p: &Paragraph| mark(&p.text).is_some_and(|(m, _)| m.kind == Kind::Annex);
    let above = (1..=2).map_while(|back| paragraph(at.checked_sub(back)?)).take_while(|p| is_caps(&p.text) || labelled(p));
    if !paragraph(at).is_some_and(annexed) || above.into_iter().any(|p| labelled(p) || annexed(p)) {
        return false;
    }
    let below = (at + 1..at + 5).map_while(&paragraph).find(|p| !is_caps(&p.text) || p.behind_table);
    below.is_some_and(|p| is_issue(&p.text))
}

/// "KHUNG KẾ HOẠCH" → "Khung kế hoạch".
pub(super) fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + &letters.as_str().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_parted_into_its_kind_and_its_subject() {
        for (text, want) in [
            ("KẾ HOẠCH", Some("KẾ HOẠCH")),
            ("KẾ HOẠCH HÀNH ĐỘNG", Some("KẾ HOẠCH HÀNH ĐỘNG")),
            ("KẾ HOẠCH HÀNH ĐỘNG THỰC HIỆN NGHỊ QUYẾT", Some("KẾ HOẠCH HÀNH ĐỘNG")),
            ("KẾ HOẠCH HOẠT ĐỘNG", Some("KẾ HOẠCH HOẠT ĐỘNG")),
            ("KẾ HOẠCH HOẠT ĐỘNG CỦA BAN CHỈ ĐẠO", Some("KẾ HOẠCH")),
            ("KHUNG KẾ HOẠCH CHUYỂN ĐỔI SỐ", Some("KHUNG KẾ HOẠCH")),
            ("CHỈ THỊ", Some("CHỈ THỊ")),
            ("Kế hoạch", None),
            ("BÁO NHÂN DÂN", None),
            ("I. KẾ HOẠCH", None),
        ] {
            assert_eq!(paper_kind(text).map(|end| &text[..end]), want, "{text}");
        }
        assert_eq!(part_kind("CHỈ THỊ"), None);
        assert!(decides("QUYẾT NGHỊ:") && decides("Quyết định:") && !decides("QUYẾT ĐỊNH"));
    }
}
