//! Normal form of text at entry, and the folded form used to match and to search.

use std::sync::LazyLock;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Unicode NFC, with spaces of every kind (no-break, ideographic, tab) made plain, soft hyphens and zero-width
/// marks dropped. Line feeds stay. All text enters the program through here.
pub fn normalise(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{00ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => None,
        '\n' => Some('\n'),
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    };
    // text that is NFC as it comes need not be taken apart
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        text.chars().filter_map(plain).collect()
    } else {
        text.nfc().filter_map(plain).collect()
    }
}

/// [`normalise`], then runs of white space (line feeds too) become one space; none at the ends.
pub fn squeeze(text: &str) -> String {
    let normal = normalise(text);
    let mut out = String::with_capacity(normal.len());
    for word in normal.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Folded for matching: lower case, no accents (đ becomes d), single-spaced. "Hoà", "hòa" and "HOÀ" fold alike.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_graphic() {
            out.push(letter.to_ascii_lowercase());
        } else if letter.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if let Some(bare) = folded_letter(letter) {
            out.push(bare);
        } else {
            return fold_any(text);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// [`fold`] of any text, decomposed or of any script.
fn fold_any(text: &str) -> String {
    let bare: String = text
        .nfd()
        .filter(|c| !('\u{0300}'..='\u{036f}').contains(c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect();
    squeeze(&bare)
}

/// What one letter or sign outside ASCII folds to, wherever it stands; `None` if that is more or less than one letter. All
/// that Vietnamese is written with is here: papers are folded often, and decomposing each letter anew costs most of it.
fn folded_letter(letter: char) -> Option<char> {
    const KNOWN: [(u32, u32); 3] = [(0xa1, 0x250), (0x1e00, 0x1f00), (0x2010, 0x2040)];
    static FOLDED: LazyLock<Vec<Option<char>>> = LazyLock::new(|| {
        let one = |code: u32| {
            let folded = fold_any(char::from_u32(code)?.encode_utf8(&mut [0; 4]));
            let mut letters = folded.chars();
            letters.next().filter(|_| letters.next().is_none())
        };
        KNOWN.iter().flat_map(|(from, to)| *from..*to).map(one).collect()
    });
    let code = u32::from(letter);
    let mut before = 0;
    for (from, to) in KNOWN {
        if (from..to).contains(&code) {
            return FOLDED[usize::try_from(before + code - from).ok()?];
        }
        before += to - from;
    }
    None
}

/// As inside a sentence: "Chuyển đổi số" → "chuyển đổi số"; an abbreviation stays as it is.
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_their_placement_fold_alike() {
        assert_eq!(fold("Văn phòng  HOÀ Bình"), "van phong hoa binh");
        assert_eq!(fold("hòa bình"), fold("Hoà\u{a0}Bình"));
        assert_eq!(fold("Đổi Đ"), "doi d");
    }

    #[test]
    fn letters_fold_one_by_one_as_they_do_in_any_text() {
        for code in 0..0x2_0000 {
            let Some(letter) = char::from_u32(code) else { continue };
            let text = format!("a{letter}{letter} B");
            assert_eq!(fold(&text), fold_any(&text), "{code:x}");
        }
        for text in ["", " ", " Đ\u{a0}\n", "e\u{301}Ế", "a\u{200b}b"] {
            assert_eq!(fold(text), fold_any(text));
        }
    }

    #[test]
    fn decomposed_text_enters_as_nfc() {
        assert_eq!(normalise("Ke\u{0302}\u{0301} hoa\u{0323}ch\u{200b}"), "Kế hoạch");
        assert_eq!(squeeze(" a\u{a0}\n b\t"), "a b");
    }
}
