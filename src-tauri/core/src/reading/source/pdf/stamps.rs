//! The stamp that a digital signature draws on a page ("Người ký: …", "Thời gian ký: …"): of the file, not of the paper.

use super::super::{Block, Line, Place};
use crate::plan::Finding;
use crate::text::fold;

/// Fields that only such a stamp has, folded.
const SIGNS: [&str; 8] = [
    "nguoi ky:",
    "ky boi:",
    "duoc ky boi",
    "ky so boi",
    "thoi gian ky:",
    "ngay gio ky:",
    "digitally signed by",
    "signature not verified",
];
/// Fields that stand beside them.
const BESIDE: [&str; 9] =
    ["email:", "e-mail:", "co quan:", "to chuc:", "ngay ky:", "chuc danh:", "date:", "reason:", "location:"];
/// Lines of a stamp between two of its fields: a long name goes over more than one.
const LONGEST_FIELD: usize = 2;

/// Takes stamps out of the blocks and tells of each page that has one. Two fields make a stamp; a single line that happens
/// to begin like one stays.
pub(super) fn taken_out(blocks: &mut Vec<Block>) -> Vec<Finding> {
    let mut found: Vec<(u32, String)> = Vec::new();
    let texts: Vec<Vec<&str>> = blocks.iter().map(lines_of).collect();
    let fields: Vec<usize> = (0..texts.len()).filter(|at| texts[*at].iter().any(|text| is_field(text))).collect();
    let mut stamped = vec![false; blocks.len()];
    for near in fields.chunk_by(|a, b| b - a <= LONGEST_FIELD) {
        let (first, last) = (near[0], near[near.len() - 1]);
        let all = || texts[first..=last].iter().flatten();
        let kinds: Vec<&str> = SIGNS.iter().chain(&BESIDE).copied().filter(|sign| all().any(|text| has(text, sign))).collect();
        if kinds.len() < 2 || !kinds.iter().any(|kind| SIGNS.contains(kind)) {
            continue;
        }
        near.iter().for_each(|at| stamped[*at] = true);
        let said = all().find_map(|text| SIGNS.iter().find_map(|sign| Some(text[place_of(text, sign)?..].to_owned())));
        found.extend(page_of(&blocks[first]).zip(said));
    }
    for (block, _) in blocks.iter_mut().zip(&stamped).filter(|(_, stamped)| **stamped) {
        strip(block);
    }
    blocks.retain(|block| !matches!(block, Block::Line(line) if line.text.is_empty()));
    found.dedup_by_key(|(page, _)| *page);
    let told = |(page, said): (u32, String)| {
        let place = Place { page: Some(page), ..Place::default() };
        let message = format!("Trang có khung chữ ký số (“{said}”), không tính là nội dung văn bản.");
        Finding::info(place.to_string(), message, "Kiểm tra chữ ký số bằng phần mềm đọc PDF nếu cần xác thực văn bản.")
    };
    found.into_iter().map(told).collect()
}

fn lines_of(block: &Block) -> Vec<&str> {
    match block {
        Block::Line(line) => vec![line.text.as_str()],
        Block::Table(table) if table.bare => table.rows.iter().flatten().flat_map(|cell| cell.text.split('\n')).collect(),
        Block::Table(_) | Block::PageBreak => Vec::new(),
    }
}

fn page_of(block: &Block) -> Option<u32> {
    match block {
        Block::Line(Line { place, .. }) => place.page,
        Block::Table(table) => table.place.page,
        Block::PageBreak => None,
    }
}

fn is_field(text: &str) -> bool {
    let folded = fold(text);
    SIGNS.iter().any(|sign| folded.contains(sign)) || BESIDE.iter().any(|sign| folded.starts_with(sign))
}

fn has(text: &str, sign: &str) -> bool {
    place_of(text, sign).is_some()
}

/// Where a field begins: at the beginning, or, of those that only a stamp has, behind what stands beside the stamp.
fn place_of(text: &str, sign: &str) -> Option<usize> {
    let folded = fold(text);
    if folded.starts_with(sign) {
        return Some(0);
    }
    if !SIGNS.contains(&sign) || !folded.contains(sign) {
        return None;
    }
    text.match_indices(' ').map(|(at, _)| at + 1).find(|at| fold(&text[*at..]).starts_with(sign))
}

/// Takes the fields off a line or off the lines of its cells; what stands before them stays.
fn strip(block: &mut Block) {
    let rest = |text: &str| {
        let at = SIGNS.iter().chain(&BESIDE).filter_map(|sign| place_of(text, sign)).min();
        at.map_or(text, |at| text[..at].trim_end()).to_owned()
    };
    match block {
        Block::Line(line) => line.text = rest(&line.text),
        Block::Table(table) => {
            for cell in table.rows.iter_mut().flatten() {
                let lines = cell.text.split('\n').map(rest).filter(|line| !line.is_empty());
                cell.text = lines.collect::<Vec<_>>().join("\n");
            }
        }
        Block::PageBreak => {}
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn blocks(texts: &[&str]) -> Vec<Block> {
        let line = |text: &&str| {
            let place = Place { page: Some(1), ..Place::default() };
            Block::Line(Line { text: (*text).to_owned(), place, ..Line::default() })
        };
        texts.iter().map(line).collect()
    }

    fn kept(texts: &[&str]) -> (Vec<String>, usize) {
        let mut blocks = blocks(texts);
        let found = taken_out(&mut blocks);
        (blocks.iter().flat_map(lines_of).map(str::to_owned).collect(), found.len())
    }

    #[test]
    fn a_stamp_is_no_text_and_is_told() {
        let texts =
            ["Người ký: CỔNG THÔNG TIN", "Email: thongtin@bo.gov.vn", "Cơ quan: BỘ A", "Thời gian ký: 03.11.2025 15:02", "BỘ A"];
        assert_eq!(kept(&texts), (vec!["BỘ A".to_owned()], 1));
        let beside = ["BỘ XÂY DỰNG Ký bởi: Bộ Xây dựng", "Số: 1/QĐ-BXD Thời gian ký: 05/01/2026 08:00:00"];
        assert_eq!(kept(&beside), (vec!["BỘ XÂY DỰNG".to_owned(), "Số: 1/QĐ-BXD".to_owned()], 1));
    }

    #[test]
    fn what_only_begins_like_a_stamp_stays() {
        for texts in [&["Cơ quan: Sở Xây dựng", "Email: so@tinh.gov.vn"][..], &["Người ký: theo phân công của Bộ trưởng."]]
        {
            assert_eq!(kept(texts), (texts.iter().map(|t| (*t).to_owned()).collect(), 0));
        }
    }
}
