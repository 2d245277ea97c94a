//! Words of names and headings made comparable: folded, abbreviations spelt out, particles left out.
//!
//! For matching only; what a paper says is never rewritten by this.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::text::{fold, squeeze};

const ABBREVIATIONS: &str = include_str!("../../../../templates/viet-tat.toml");

#[derive(Deserialize)]
struct Table {
    #[serde(rename = "viet-tat")]
    entries: BTreeMap<String, String>,
}

/// Folded abbreviation → what it stands for. A test holds the file to its shape.
static TABLE: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let entries = toml::from_str::<Table>(ABBREVIATIONS).map(|table| table.entries).unwrap_or_default();
    entries.into_iter().map(|(short, long)| (fold(&short), long)).collect()
});

/// Words that say nothing about what a heading or task is about.
static STOP: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let words = "a bao các cho có của cùng đến để do được gồm hàng hằng khi là một năm này như những ở phục vụ qua tại theo \
                 thực hiện trên triển khai trong từ và về với";
    words.split_whitespace().map(toned).collect()
});

/// Words of two syllables that stand all over such papers and tell no line from another.
static COMMON: LazyLock<BTreeSet<(String, String)>> = LazyLock::new(|| {
    let words = [
        "chuyển đổi",
        "đổi số",
        "phủ số",
        "quyết số",
        "định số",
        "công nghệ",
        "hệ thống",
        "thống thông",
        "thông tin",
        "phần mềm",
        "cơ sở",
        "sở dữ",
        "cơ quan",
        "nhà nước",
        "đơn vị",
        "nghị định",
        "quyết định",
        "quy định",
        "chính phủ",
        "xây dựng",
        "nâng cấp",
        "cán bộ",
        "công chức",
        "chức viên",
        "viên chức",
    ];
    words.iter().filter_map(|word| word.split_once(' ')).map(|(one, other)| (toned(one), toned(other))).collect()
});

/// In lower case with its accents, the tone behind the syllable: "hoà" and "hòa" are spelt alike.
fn toned(syllable: &str) -> String {
    let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let letters: Vec<char> = syllable.nfd().flat_map(char::to_lowercase).collect();
    let (tone, bare): (Vec<char>, Vec<char>) = letters.iter().partition(|c| is_tone(c));
    bare.into_iter().chain(tone).collect()
}

/// Words with their abbreviations spelt out, each as printed.
fn spelt_out(text: &str) -> Vec<String> {
    let text = squeeze(text).replace(" & ", "&");
    let long = |word: &str| TABLE.get(&fold(word)).cloned();
    let mut out = Vec::new();
    for word in text.split(' ') {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        match long(word) {
            Some(long) => out.push(long),
            None => out.extend(
                word.split(|c: char| !c.is_alphanumeric() && c != '&').map(|part| long(part).unwrap_or_else(|| part.to_owned())),
            ),
        }
    }
    let parts = out.iter().flat_map(|word| word.split(|c: char| !c.is_alphanumeric()));
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Syllables in order, folded, with abbreviations spelt out: "Vụ KH-TC" gives vu, ke, hoach, tai, chinh.
pub(super) fn syllables(text: &str) -> Vec<String> {
    let folded = spelt_out(text).into_iter().map(|word| fold(&word));
    folded.filter(|word| !word.is_empty()).collect()
}

/// Like [`syllables`], with accents: for headings and sentences, where "nhân lực" is not "nhận thức".
pub(super) fn toned_syllables(text: &str) -> Vec<String> {
    spelt_out(text).iter().map(|word| toned(word)).collect()
}

/// What two spellings of one name have in common: [`syllables`] without "và", with i for y ("kỹ thuật", "kĩ thuật").
pub(super) fn key(text: &str) -> String {
    let words: Vec<String> = syllables(text).into_iter().filter(|s| s != "va").map(|s| s.replace('y', "i")).collect();
    words.join(" ")
}

/// Pairs of neighbouring syllables, most Vietnamese words being of two, without those that tell nothing.
pub(super) fn pairs(text: &str) -> BTreeSet<(String, String)> {
    let words = toned_syllables(text);
    let stops = |word: &String| STOP.contains(word) || word.bytes().all(|b| b.is_ascii_digit());
    let together = words.windows(2).filter(|pair| !stops(&pair[0]) && !stops(&pair[1]));
    together.map(|pair| (pair[0].clone(), pair[1].clone())).filter(|pair| !COMMON.contains(pair)).collect()
}

/// [`pairs`] with each as it is printed: "dữ liệu".
pub(super) fn printed_pairs(text: &str) -> BTreeMap<(String, String), String> {
    let kept = pairs(text);
    let words = spelt_out(text);
    let together = words.windows(2).map(|pair| ((toned(&pair[0]), toned(&pair[1])), pair.join(" ").to_lowercase()));
    together.filter(|(pair, _)| kept.contains(pair)).collect()
}

/// Where `phrase` (as [`syllables`]) begins in `words`.
pub(super) fn position(words: &[String], phrase: &[String]) -> Option<usize> {
    (!phrase.is_empty()).then(|| words.windows(phrase.len()).position(|window| window == phrase)).flatten()
}

/// How well a group's title fits a heading, 0 to 1: the share of the heading's telling syllables that the title has,
/// less the later they come in it (a title names its main matter first).
pub(super) fn heading_fit(heading: &str, title: &str) -> f64 {
    let generic: Vec<String> =
        ["số", "phát", "tăng", "cường", "nâng", "cao", "đẩy", "mạnh", "công", "tác"].into_iter().map(toned).collect();
    let kept = |word: &String| !STOP.contains(word) && !generic.contains(word);
    let telling = |text: &str| -> Vec<String> { toned_syllables(text).into_iter().filter(kept).collect() };
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
    fn pairs_keep_accents_wherever_they_are_put() {
        assert_eq!(pairs("số hoá hồ sơ TTHC"), pairs("Số hóa hồ sơ thủ tục hành chính"));
        assert!(pairs("nhân lực").is_disjoint(&pairs("nhận lực")));
        assert!(pairs("Nâng cấp hệ thống thông tin theo Nghị định số 42/2022/NĐ-CP của Chính phủ").len() <= 2);
    }

    #[test]
    fn a_title_fits_the_heading_it_names_first() {
        let awareness = "Nâng cao nhận thức, tuyên truyền và các giải pháp khác đẩy mạnh CĐS, đảm bảo an toàn thông tin";
        assert!(heading_fit("Nhận thức số", awareness) > 0.6);
        assert!(heading_fit("An toàn thông tin mạng", awareness) < heading_fit("Nhận thức số", awareness));
        assert!(heading_fit("An toàn thông tin mạng", "ATANTT") > 0.6);
        assert!(heading_fit("An toàn thông tin mạng", "Kiểm tra, giám sát hoạt động chuyển đổi số và an toàn thông tin") < 0.6);
        assert!(heading_fit("Thể chế số", "Thể chế, chính sách số") > 0.9);
        assert!(heading_fit("Nhận thức số", "Nhân lực số") < 0.6);
        assert!(heading_fit("Xã hội số", "Chuyển đổi số lĩnh vực báo chí") < 0.1);
    }
}
