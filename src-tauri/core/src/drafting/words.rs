//! Words of names and headings made comparable: folded, abbreviations spelt out, particles left out.
//!
//! For matching only; what a paper says is never rewritten by this.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::fold;

const ABBREVIATIONS: &str = include_str!("../../../../templates/viet-tat.toml");

#[derive(Deserialize)]
struct Table {
    #[serde(rename = "viet-tat")]
    entries: BTreeMap<String, String>,
}

/// Folded abbreviation → folded syllables. A test holds the file to its shape.
static TABLE: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| {
    let entries = toml::from_str::<Table>(ABBREVIATIONS).map(|table| table.entries).unwrap_or_default();
    entries.iter().map(|(short, long)| (fold(short), bare_syllables(&fold(long)))).collect()
});

/// Words that say nothing about what a heading or task is about: particles, and what every plan is about.
const STOP: &[&str] = &[
    "a", "bao", "cac", "cho", "co", "cua", "cung", "den", "de", "do", "duoc", "hang", "khi", "la", "mot", "nam", "nay", "nhu",
    "nhung", "o", "phuc", "qua", "so", "tai", "theo", "thuc", "hien", "tren", "trien", "khai", "trong", "tu", "va", "ve", "voi",
    "vu",
];

fn bare_syllables(folded: &str) -> Vec<String> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|s| !s.is_empty()).map(str::to_owned).collect()
}

/// Syllables in order, folded, with abbreviations spelt out: "Vụ KH-TC" gives vu, ke, hoach, tai, chinh.
pub(super) fn syllables(text: &str) -> Vec<String> {
    let folded = fold(text).replace(" & ", "&");
    let mut out = Vec::new();
    for word in folded.split(' ') {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if let Some(long) = TABLE.get(word) {
            out.extend(long.iter().cloned());
            continue;
        }
        for part in word.split(|c: char| !c.is_alphanumeric() && c != '&') {
            match TABLE.get(part) {
                Some(long) => out.extend(long.iter().cloned()),
                None => out.extend(bare_syllables(part)),
            }
        }
    }
    out
}

/// What two spellings of one name have in common: [`syllables`] without "và", with i for y ("kỹ thuật", "kĩ thuật").
pub(super) fn key(text: &str) -> String {
    let words: Vec<String> = syllables(text).into_iter().filter(|s| s != "va").map(|s| s.replace('y', "i")).collect();
    words.join(" ")
}

/// Pairs of neighbouring syllables, most Vietnamese words being of two, without those made of stop words.
pub(super) fn pairs(text: &str) -> BTreeSet<(String, String)> {
    let words = syllables(text);
    let stops = |word: &String| STOP.contains(&word.as_str()) || word.bytes().all(|b| b.is_ascii_digit());
    let together = words.windows(2).filter(|pair| !stops(&pair[0]) && !stops(&pair[1]));
    together.map(|pair| (pair[0].clone(), pair[1].clone())).filter(|pair| !is_topic(pair)).collect()
}

/// "chuyển đổi" stands in every line of such plans and tells none from another.
fn is_topic((first, second): &(String, String)) -> bool {
    first == "chuyen" && second == "doi"
}

/// Where `phrase` (as [`syllables`]) begins in `words`.
pub(super) fn position(words: &[String], phrase: &[String]) -> Option<usize> {
    (!phrase.is_empty()).then(|| words.windows(phrase.len()).position(|window| window == phrase)).flatten()
}

/// How well a group's title fits a heading, 0 to 1: the share of the heading's telling syllables that the title has,
/// less the later they come in it (a title names its main matter first).
pub(super) fn heading_fit(heading: &str, title: &str) -> f64 {
    let telling = |text: &str| -> Vec<String> {
        let generic = ["phat", "tang", "cuong", "nang", "cao", "day", "manh", "cong", "tac"];
        let kept = |s: &String| !STOP.contains(&s.as_str()) && !generic.contains(&s.as_str());
        syllables(text).into_iter().filter(kept).collect()
    };
    let (wanted, offered) = (telling(heading), telling(title));
    let found: Vec<usize> = wanted.iter().filter_map(|w| offered.iter().position(|o| o == w)).collect();
    let Some(first) = found.iter().min() else { return 0.0 };
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    (share(found.len(), wanted.len()) - 0.5 * share(*first, offered.len())).max(0.0)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_abbreviations_is_whole() {
        let table: Table = toml::from_str(ABBREVIATIONS).unwrap();
        assert!(table.entries.len() > 30);
        assert_eq!(TABLE.len(), table.entries.len(), "two abbreviations fold alike");
    }

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for (one, other) in [
            ("Trung tâm CNTT", "TRUNG  TÂM CÔNG NGHỆ THÔNG TIN"),
            ("Vụ KH-TC", "Vụ Kế hoạch – Tài chính"),
            ("Cục Thông tin KH & CN QG", "Cục Thông tin Khoa học và Công nghệ Quốc gia"),
            ("Uỷ ban Hoà Lạc", "Ủy ban Hòa Lạc"),
            ("kĩ thuật", "kỹ thuật"),
            ("trang/ cổng TTĐT", "Trang, cổng thông tin điện tử"),
        ] {
            assert_eq!(key(one), key(other));
        }
    }

    #[test]
    fn a_title_fits_the_heading_it_names_first() {
        let awareness = "Nâng cao nhận thức, tuyên truyền và các giải pháp khác đẩy mạnh CĐS, đảm bảo an toàn thông tin";
        assert!(heading_fit("Nhận thức số", awareness) > 0.6);
        assert!(heading_fit("An toàn thông tin mạng", awareness) < heading_fit("Nhận thức số", awareness));
        assert!(heading_fit("An toàn thông tin mạng", "ATANTT") > 0.6);
        assert!(heading_fit("An toàn thông tin mạng", "Kiểm tra, giám sát hoạt động chuyển đổi số và an toàn thông tin") < 0.6);
        assert!(heading_fit("Thể chế số", "Thể chế, chính sách số") > 0.9);
        assert!(heading_fit("Xã hội số", "Chuyển đổi số lĩnh vực báo chí") < 0.1);
    }
}
