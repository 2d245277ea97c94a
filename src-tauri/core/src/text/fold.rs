//! Normal form of text at entry, and the folded form used to match and to search.

use unicode_normalization::UnicodeNormalization;

/// Unicode NFC, with spaces of every kind (no-break, ideographic, tab) made plain, soft hyphens and zero-width
/// marks dropped. Line feeds stay. All text enters the program through here.
pub fn normalise(text: &str) -> String {
    text.nfc()
        .filter(|c| !matches!(c, '\u{00ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}'))
        .map(|c| match c {
            '\n' => '\n',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect()
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
    let bare: String = text
        .nfd()
        .filter(|c| !('\u{0300}'..='\u{036f}').contains(c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect();
    squeeze(&bare)
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
    fn decomposed_text_enters_as_nfc() {
        assert_eq!(normalise("Ke\u{0302}\u{0301} hoa\u{0323}ch\u{200b}"), "Kế hoạch");
        assert_eq!(squeeze(" a\u{a0}\n b\t"), "a b");
    }
}
