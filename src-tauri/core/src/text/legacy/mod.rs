//! Vietnamese text from before Unicode: TCVN3 (ABC, fonts .VnTime …), TCVN 5712 with its capitals, VNI Windows (fonts
//! VNI-Times …) and Windows-1258.
//!
//! Such text reaches the program as one character a byte: bytes of a file as U+0000 to U+00FF, letters of Word, Excel and
//! PDF as the Western characters that share their codes. Tables after TCVN 5712:1993 (VN1, VN3) and VNI for Windows.

mod guess;

use unicode_normalization::UnicodeNormalization;

pub use guess::{Guess, legacy_of, reads_badly, restore_capitals};

/// An encoding of eight bits a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Legacy {
    /// TCVN3 (ABC): the small letters of TCVN 5712; toned capitals are small letters in a font of capitals.
    Tcvn3,
    /// TCVN 5712 (VN1) whole, toned capitals on codes of their own.
    Tcvn5712,
    /// VNI for Windows: the tone is a character behind its vowel.
    Vni,
    /// Windows-1258: the tone is a combining character.
    Windows1258,
}

/// 0x80 to 0xFF of TCVN 5712 (VN1).
const TCVN: &str = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u{a0}ĂÂÊÔƠƯĐăâêôơưđẰ\u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲằẳẵắẴ\
ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

/// Toned capitals that VN1 puts on control codes.
const TCVN_CONTROLS: [(u8, char); 12] = [
    (0x01, 'Ú'),
    (0x02, 'Ụ'),
    (0x04, 'Ừ'),
    (0x05, 'Ử'),
    (0x06, 'Ữ'),
    (0x11, 'Ứ'),
    (0x12, 'Ự'),
    (0x13, 'Ỳ'),
    (0x14, 'Ỷ'),
    (0x15, 'Ỹ'),
    (0x16, 'Ý'),
    (0x17, 'Ỵ'),
];

/// 0x80 to 0x9F of Windows-1252, which the legacy fonts keep; U+FFFD where it has none.
const WESTERN: &str = "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ";

/// Characters of VNI that are letters by themselves.
const VNI_LETTERS: [(char, char); 16] = [
    ('ñ', 'đ'),
    ('í', 'í'),
    ('ì', 'ì'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('î', 'ỵ'),
    ('Ñ', 'Đ'),
    ('Æ', 'Ỉ'),
    ('Ó', 'Ĩ'),
    ('Ò', 'Ị'),
    ('Ô', 'Ơ'),
    ('Ö', 'Ư'),
    ('Î', 'Ỵ'),
];

/// Marks of VNI that stand behind a vowel, and what they put on it.
const VNI_MARKS: [(char, &str); 17] = [
    ('ù', "\u{301}"),
    ('ø', "\u{300}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];

impl Legacy {
    /// What a planner calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Tcvn5712 => "TCVN 5712 (ABC)",
            Self::Vni => "VNI",
            Self::Windows1258 => "Windows-1258",
        }
    }

    /// The encoding that a font's name tells, and whether it is a font of capitals (".VnTimeH"). Takes the names of Word
    /// and of PDF ("ABCDEF+.VnTimeH,Bold"); `None` for a font of Unicode.
    pub fn of_font(name: &str) -> Option<(Self, bool)> {
        let bare = name.split_once('+').filter(|(tag, _)| tag.len() == 6).map_or(name, |(_, rest)| rest).trim();
        let lower = bare.to_lowercase();
        if ["vni-", "vni ", "vni_"].iter().any(|begin| lower.starts_with(begin)) {
            return Some((Self::Vni, false));
        }
        let dotted = lower.starts_with(".vn");
        let plain = bare.strip_prefix("Vn").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase() || c == '3'));
        if !dotted && !plain {
            return None;
        }
        let family = bare.split([',', '-']).next().unwrap_or(bare).trim();
        let family = ["BoldItalic", "Bold", "Italic", "Regular"].iter().fold(family, |f, style| f.trim_end_matches(style).trim());
        Some((Self::Tcvn3, family.ends_with('H')))
    }

    /// The text in Unicode (NFC). What the encoding does not know stays.
    pub fn to_unicode(self, text: &str) -> String {
        let letters = text.chars().map(|c| match u32::from(c) {
            // Word keeps the letters of symbol fonts in a private area
            code @ 0xf020..=0xf0ff => char::from(u8::try_from(code - 0xf000).unwrap_or(b' ')),
            _ => c,
        });
        match self {
            Self::Tcvn3 => letters.map(|c| if is_c1(c) { western(c) } else { tcvn(c, false) }).nfc().collect(),
            Self::Tcvn5712 => letters.map(|c| tcvn(c, true)).nfc().collect(),
            Self::Vni => vni(letters.map(|c| if is_c1(c) { western(c) } else { c })).nfc().collect(),
            Self::Windows1258 => letters.map(windows_1258).nfc().collect(),
        }
    }
}

fn is_c1(letter: char) -> bool {
    ('\u{80}'..='\u{9f}').contains(&letter)
}

fn western(letter: char) -> char {
    usize::try_from(u32::from(letter)).ok().and_then(|code| WESTERN.chars().nth(code.checked_sub(0x80)?)).unwrap_or(letter)
}

fn tcvn(letter: char, whole: bool) -> char {
    let Ok(byte) = u8::try_from(u32::from(letter)) else { return letter };
    let control = || TCVN_CONTROLS.iter().find(|(code, _)| *code == byte).map_or(letter, |(_, capital)| *capital);
    match byte {
        0x80.. => {
            let found = TCVN.chars().nth(usize::from(byte - 0x80)).unwrap_or(letter);
            // VN3 has no toned capitals: their codes hold signs of the Western page
            if !whole && has_tone(found) && found.is_uppercase() { letter } else { found }
        }
        0x01..0x20 if whole => control(),
        _ => letter,
    }
}

fn has_tone(letter: char) -> bool {
    std::iter::once(letter).nfd().any(|c| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'))
}

fn vni(letters: impl Iterator<Item = char>) -> std::vec::IntoIter<char> {
    let mut out: Vec<char> = Vec::new();
    let mut vowel = false;
    for letter in letters {
        let lower = letter.to_lowercase().next().unwrap_or(letter);
        let mark = VNI_MARKS.iter().find(|(sign, _)| *sign == lower).filter(|_| vowel);
        if let Some((_, marks)) = mark {
            out.extend(marks.chars());
            vowel = false;
            continue;
        }
        out.push(VNI_LETTERS.iter().find(|(sign, _)| *sign == letter).map_or(letter, |(_, found)| *found));
        vowel = matches!(lower, 'a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö');
    }
    out.into_iter()
}

fn windows_1258(letter: char) -> char {
    match letter {
        'Ã' => 'Ă',
        'ã' => 'ă',
        'Ì' => '\u{300}',
        'Ð' => 'Đ',
        'ð' => 'đ',
        'Ò' => '\u{309}',
        'Õ' => 'Ơ',
        'õ' => 'ơ',
        'Ý' => 'Ư',
        'ý' => 'ư',
        'Þ' => '\u{303}',
        'ì' => '\u{301}',
        'ò' => '\u{323}',
        'þ' => '₫',
        other if is_c1(other) => western(other),
        other => other,
    }
}

#[cfg(test)]
mod tests;
