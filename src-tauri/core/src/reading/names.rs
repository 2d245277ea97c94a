//! The name of a body, set in capitals in a letterhead, as running text writes it: "BỘ GIÁO DỤC VÀ ĐÀO TẠO" → "Bộ Giáo dục
//! và Đào tạo" (Decree 30/2020/NĐ-CP, Annex II, IV).

use super::marks::is_caps;
use super::meaning::{OutlineNode, Reading};
use crate::text::{is_syllable, squeeze};

/// What a body calls itself, longest first: each opens large, as does what follows it.
const TYPES: [&str; 38] = [
    "ủy ban mặt trận tổ quốc",
    "ủy ban nhân dân",
    "uỷ ban nhân dân",
    "hội đồng nhân dân",
    "văn phòng đại diện",
    "tổng công ty",
    "hội đồng",
    "học viện",
    "trung tâm",
    "văn phòng",
    "tổng cục",
    "chi cục",
    "đại học",
    "phân viện",
    "bệnh viện",
    "thư viện",
    "bảo tàng",
    "tạp chí",
    "ngân hàng",
    "tập đoàn",
    "công ty",
    "thanh tra",
    "tổ công tác",
    "kho bạc",
    "tòa án",
    "viện kiểm sát",
    "trường",
    "ủy ban",
    "uỷ ban",
    "viện",
    "cục",
    "vụ",
    "sở",
    "bộ",
    "ban",
    "phòng",
    "đài",
    "báo",
];

/// Bodies whose every field opens large: "Bộ Văn hóa, Thể thao và Du lịch"; of others only the first does.
const OF_FIELDS: [&str; 4] = ["bộ", "sở", "phòng", "tổng cục"];

/// What stands before the name of a place.
const PLACES: [&str; 12] =
    ["thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh ủy", "thành ủy", "huyện ủy", "tỉnh", "huyện", "quận", "phường", "xã"];

/// The letterhead's names as running text writes them, top to bottom: as the paper itself does where it does, else by the
/// rules.
pub fn issuer_in_running_text(reading: &Reading) -> Vec<String> {
    let texts = texts(reading);
    reading.issuer.iter().map(|name| written(name, &texts).unwrap_or_else(|| by_the_rules(name))).collect()
}

/// All running text of a paper.
fn texts(reading: &Reading) -> Vec<&str> {
    fn below<'a>(nodes: &'a [OutlineNode], out: &mut Vec<&'a str>) {
        for node in nodes {
            out.extend(node.heading.as_deref().into_iter().chain(node.text.iter().map(String::as_str)));
            below(&node.children, out);
        }
    }
    let behind = reading.attachment.iter().filter_map(|attachment| attachment.issued_with.as_deref());
    let mut out: Vec<&str> = behind.collect();
    let bases = reading.legal_bases.iter().map(|basis| &basis.citation);
    out.extend(bases.flat_map(|basis| basis.subject.iter().chain(&basis.issuer)).map(String::as_str));
    out.extend(reading.articles.iter().flat_map(|article| &article.text).map(String::as_str));
    out.extend(reading.addressees.iter().chain(&reading.recipients).map(String::as_str));
    out.extend(reading.priority_tasks.iter().map(|task| task.text.as_str()));
    below(&reading.outline, &mut out);
    out
}

/// The name where running text has it, opening large and not all in capitals.
fn written(name: &str, texts: &[&str]) -> Option<String> {
    let name = squeeze(&name.to_lowercase());
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    texts.iter().find_map(|text| {
        let lower = text.to_lowercase();
        // places in the one are places in the other
        (!name.is_empty() && lower.len() == text.len()).then_some(())?;
        lower.match_indices(&name).find_map(|(at, found)| {
            let own = text.get(at..at + found.len())?;
            let apart = !letter(text[..at].chars().next_back()) && !letter(text[at + found.len()..].chars().next());
            (apart && own.starts_with(char::is_uppercase) && !is_caps(own)).then(|| own.to_owned())
        })
    })
}

/// A name by the rules: the type and the field open large, after the word for a kind of place every word does.
fn by_the_rules(name: &str) -> String {
    if !is_caps(name) {
        return squeeze(name);
    }
    let lower = squeeze(&name.to_lowercase());
    let follows = |rest: &str, word: &str| rest.strip_prefix(word).is_some_and(|r| r.is_empty() || r.starts_with(' '));
    let kind = TYPES.iter().find(|kind| follows(&lower, kind));
    let of_fields = kind.is_some_and(|kind| OF_FIELDS.contains(kind));
    let mut out: Vec<String> = Vec::new();
    let (mut rest, mut opens, mut in_place) = (lower.as_str(), true, false);
    if let Some(kind) = kind {
        out.push(capitalised(kind));
        rest = rest[kind.len()..].trim_start();
    }
    while !rest.is_empty() {
        let place = PLACES.iter().find(|place| follows(rest, place) && rest.len() > place.len());
        if let Some(place) = place.filter(|_| !in_place) {
            out.push(if out.is_empty() { capitalised(place) } else { (*place).to_owned() });
            (rest, in_place) = (rest[place.len()..].trim_start(), true);
            continue;
        }
        let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
        rest = after;
        let joins = word == "và" || word == "-" || word == "–";
        out.push(if !in_place && is_abbreviation(word) {
            word.to_uppercase()
        } else if !joins && (opens || in_place) {
            capitalised(word)
        } else {
            word.to_owned()
        });
        opens = joins && of_fields || word == "-" || word == "–" || of_fields && word.ends_with(',');
    }
    out.join(" ")
}

/// What cannot be a syllable: "UBND", "CNTT", "KH&CN".
fn is_abbreviation(word: &str) -> bool {
    let letters = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&');
    letters.chars().any(char::is_alphabetic) && !is_syllable(letters)
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_capitals_are_written_by_the_rules() {
        for (name, want) in [
            ("BỘ THÔNG TIN VÀ TRUYỀN THÔNG", "Bộ Thông tin và Truyền thông"),
            ("BỘ GIÁO DỤC VÀ ĐÀO TẠO", "Bộ Giáo dục và Đào tạo"),
            ("BỘ Y TẾ", "Bộ Y tế"),
            ("BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch"),
            ("TRUNG TÂM CÔNG NGHỆ THÔNG TIN", "Trung tâm Công nghệ thông tin"),
            ("VỤ KẾ HOẠCH - TÀI CHÍNH", "Vụ Kế hoạch - Tài chính"),
            ("ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG", "Ủy ban nhân dân tỉnh Lâm Đồng"),
            ("UBND THÀNH PHỐ ĐÀ NẴNG", "UBND thành phố Đà Nẵng"),
            ("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", "Ban Chỉ đạo chuyển đổi số"),
            ("TỈNH ỦY BẮC NINH", "Tỉnh ủy Bắc Ninh"),
            ("UBND TỈNH ĐẮK LẮK", "UBND tỉnh Đắk Lắk"),
            ("TRUNG TÂM CNTT", "Trung tâm CNTT"),
            ("CHÍNH PHỦ", "Chính phủ"),
            ("Cục Viễn thông", "Cục Viễn thông"),
        ] {
            assert_eq!(by_the_rules(name), want);
        }
    }

    #[test]
    fn what_the_paper_writes_itself_goes_before_the_rules() {
        let texts = ["Kính gửi: bộ khoa học và công nghệ", "Bộ KHOA HỌC", "của Cục Thông tin Khoa học quốc gia."];
        let name = "CỤC THÔNG TIN KHOA HỌC QUỐC GIA";
        assert_eq!(written(name, &texts).as_deref(), Some("Cục Thông tin Khoa học quốc gia"));
        assert_eq!(written("BỘ KHOA HỌC VÀ CÔNG NGHỆ", &texts), None);
        assert_eq!(written("", &texts), None);
    }
}
