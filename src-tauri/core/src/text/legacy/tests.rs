//! Tables go there and back over every letter; guesses are made from evidence.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;

const VOWELS: &str = "aăâeêioôơuưy";
const TONES: [&str; 6] = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];

/// The 134 letters of Vietnamese that ASCII does not have.
fn letters() -> Vec<char> {
    let toned = VOWELS.chars().flat_map(|v| TONES.iter().map(move |tone| format!("{v}{tone}").nfc().collect::<String>()));
    let small: Vec<char> = toned.chain(["đ".to_owned()]).flat_map(|s| s.chars().collect::<Vec<_>>()).collect();
    let small: Vec<char> = small.into_iter().filter(|c| !c.is_ascii()).collect();
    small.iter().copied().chain(small.iter().flat_map(|c| c.to_uppercase())).collect()
}

/// What each encoding writes for a letter.
fn table(legacy: Legacy) -> &'static BTreeMap<String, String> {
    static TABLES: LazyLock<[BTreeMap<String, String>; 4]> = LazyLock::new(|| {
        [Legacy::Tcvn3, Legacy::Tcvn5712, Legacy::Vni, Legacy::Windows1258].map(|legacy| {
            let latin: Vec<char> = (0x01_u32..=0xff).filter_map(char::from_u32).collect();
            let bases = latin.iter().filter(|c| c.is_alphabetic());
            let marks = || latin.iter().filter(|c| !c.is_ascii());
            let pairs = bases.flat_map(|base| marks().map(move |mark| format!("{base}{mark}")));
            let all: Vec<String> = pairs.chain(latin.iter().map(char::to_string)).collect();
            // later ones win: a letter of one character is written with one
            all.into_iter().map(|bytes| (legacy.to_unicode(&bytes), bytes)).collect()
        })
    });
    let at = [Legacy::Tcvn3, Legacy::Tcvn5712, Legacy::Vni, Legacy::Windows1258].iter().position(|l| *l == legacy);
    &TABLES[at.unwrap()]
}

fn written(legacy: Legacy, letter: char) -> Option<String> {
    table(legacy).get(&letter.to_string()).cloned()
}

fn encoded(legacy: Legacy, text: &str) -> String {
    text.chars().map(|c| if c.is_ascii() { c.to_string() } else { written(legacy, c).unwrap_or_default() }).collect()
}

#[test]
fn every_letter_goes_there_and_back() {
    let letters = letters();
    assert_eq!(letters.len(), 134);
    for legacy in [Legacy::Tcvn5712, Legacy::Vni, Legacy::Windows1258] {
        for letter in &letters {
            let Some(bytes) = written(legacy, *letter) else { unreachable!("{legacy:?} cannot write {letter}") };
            assert_eq!(legacy.to_unicode(&bytes), letter.to_string());
        }
    }
    for letter in letters.iter().filter(|c| c.is_lowercase() || !has_tone(**c)) {
        assert!(written(Legacy::Tcvn3, *letter).is_some(), "{letter}");
    }
}

#[test]
fn known_words_of_each_encoding_are_read() {
    for (legacy, text, want) in [
        (Legacy::Tcvn3, "Bé Th«ng tin vµ TruyÒn th«ng", "Bộ Thông tin và Truyền thông"),
        (Legacy::Tcvn3, "QuyÕt ®Þnh sè 749/Q§-TTg – ngµy", "Quyết định số 749/QĐ-TTg – ngày"),
        (Legacy::Tcvn3, "ch\u{ad}¬ng tr×nh n¨m 2026 \u{93}a\u{94}", "chương trình năm 2026 “a”"),
        (Legacy::Tcvn3, "\u{f0ae}\u{f0d2}", "đề"),
        (Legacy::Tcvn5712, "B\u{97} TH¤NG TIN V\u{80} TRUY\u{c5}N TH¤NG", "BỘ THÔNG TIN VÀ TRUYỀN THÔNG"),
        (Legacy::Vni, "Boä Thoâng tin vaø Truyeàn thoâng", "Bộ Thông tin và Truyền thông"),
        (Legacy::Vni, "QUYEÁT ÑÒNH soá 5/QÑ, chöông trình kyõ thuaät ñöôïc", "QUYẾT ĐỊNH số 5/QĐ, chương trình kỹ thuật được"),
        (Legacy::Vni, "thò tröôøng, nghæ, mó, quyù, lyù, kî", "thị trường, nghỉ, mĩ, quý, lý, kỵ"),
        (Legacy::Windows1258, "Quyêìt ðiònh sôì, chýõng triÌnh", "Quyết định số, chương trình"),
    ] {
        assert_eq!(legacy.to_unicode(text), want);
    }
}

#[test]
fn fonts_tell_their_encoding() {
    for (name, want) in [
        (".VnTime", Some((Legacy::Tcvn3, false))),
        (".VnTimeH", Some((Legacy::Tcvn3, true))),
        ("ABCDEF+.VnArialH,Bold", Some((Legacy::Tcvn3, true))),
        (".VnTimeH-BoldItalic", Some((Legacy::Tcvn3, true))),
        (".VnCentury SchoolbookH", Some((Legacy::Tcvn3, true))),
        ("VnArial", Some((Legacy::Tcvn3, false))),
        ("VNI-Times", Some((Legacy::Vni, false))),
        ("XYZABC+VNI-Helve-Bold", Some((Legacy::Vni, false))),
        ("Times New Roman", None),
        ("Vni", None),
        ("UVN Ban Tay", None),
        ("", None),
    ] {
        assert_eq!(Legacy::of_font(name), want, "{name}");
    }
}

#[test]
fn evidence_decides_and_unicode_is_left_alone() {
    let guess = |text: &str| legacy_of(text).map(|g| g.legacy);
    assert_eq!(guess("Bé Th«ng tin vµ TruyÒn th«ng b¸o c¸o kÕt qu¶ thùc hiÖn"), Some(Legacy::Tcvn3));
    assert_eq!(guess("Boä Thoâng tin vaø Truyeàn thoâng baùo caùo keát quaû thöïc hieän"), Some(Legacy::Vni));
    assert_eq!(guess("B\u{97} TH¤NG TIN V\u{80} TRUY\u{c5}N TH¤NG, CHÝNH PH\u{9e}, T\u{97}NG K\u{da}T"), Some(Legacy::Tcvn5712));
    for text in ["Bộ Thông tin và Truyền thông", "Hà Nội", "là và có", "résumé à São Paulo, café", "", "plain", "\u{93}\u{94}"]
    {
        assert_eq!(guess(text), None, "{text}");
    }
    assert!(legacy_of("Bé Th«ng tin vµ TruyÒn th«ng b¸o c¸o kÕt qu¶ thùc hiÖn kÕ ho¹ch").is_some_and(|g| g.sure));
    assert!(legacy_of("kÕ ho¹ch vµ").is_none_or(|g| !g.sure));
}

#[test]
fn capitals_come_back_where_neighbours_say_so() {
    for (text, want) in [
        ("Bộ THÔNG TIN Và TRUYềN THÔNG", "BỘ THÔNG TIN VÀ TRUYỀN THÔNG"),
        ("Kế HOạCH", "KẾ HOẠCH"),
        ("Bộ Thông tin và Truyền thông", "Bộ Thông tin và Truyền thông"),
        ("Vụ CNTT", "Vụ CNTT"),
        ("Số: 12/QĐ-BKHCN", "Số: 12/QĐ-BKHCN"),
        ("PHầN II\nVề việc ý kiến", "PHẦN II\nVề việc ý kiến"),
        ("", ""),
    ] {
        assert_eq!(restore_capitals(text), want);
    }
}

proptest! {
    #[test]
    fn words_of_vietnamese_go_there_and_back(words in prop::collection::vec("(Bộ|kế hoạch|ĐIỀU|nhiệm vụ|được|QUỐC GIA|nghĩa|Ưu tiên|kỹ|thuở|12/QĐ-TTg|Ỷ|ỵ)", 1..12)) {
        let text = words.join(" ");
        for legacy in [Legacy::Tcvn5712, Legacy::Vni, Legacy::Windows1258] {
            prop_assert_eq!(legacy.to_unicode(&encoded(legacy, &text)), text.clone());
        }
        let small = text.to_lowercase();
        prop_assert_eq!(Legacy::Tcvn3.to_unicode(&encoded(Legacy::Tcvn3, &small)), small);
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,80}") {
        for legacy in [Legacy::Tcvn3, Legacy::Tcvn5712, Legacy::Vni, Legacy::Windows1258] {
            let _ = restore_capitals(&legacy.to_unicode(&text));
        }
        let _ = (legacy_of(&text), Legacy::of_font(&text));
    }
}
