//! Letters from before Unicode: what a font's name tells of its codes, what a page's words tell where fonts tell nothing.
//!
//! TCVN3 is one byte a letter, and is converted where a code is read ([`Told::letter`]); VNI puts marks behind vowels, and
//! is converted once letters stand side by side in a word.

use hayro_syntax::object::{Dict, Name, Stream};

use super::super::legacy::{converted, guess, told, told_by_font};
use super::page::{Page, Word, runs};
use crate::plan::Finding;
use crate::text::legacy::{Legacy, reads_badly, restore_capitals};
use crate::text::normalise;

/// TCVN3's ư. WinAnsiEncoding names the code a hyphen; until it is known which it is, it stands in the private area.
pub(super) const HYPHEN_OR_U: char = '\u{f0ad}';

/// What a font's name tells of its letters.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Told {
    pub legacy: Legacy,
    /// A font of capitals (".VnTimeH").
    pub capitals: bool,
    /// Its name without the tag of a subset.
    pub font: String,
    /// Its codes are the bytes of the encoding: the file gives them no other meaning.
    bytes: bool,
}

impl Told {
    /// `name` without the tag of a subset. `None` for a font of Unicode, and where the file itself gives the font's letters
    /// in Unicode already.
    pub fn of(name: &str, font: &Dict<'_>, to_unicode: Option<&Stream<'_>>) -> Option<Self> {
        let (legacy, capitals) = Legacy::of_font(name)?;
        if to_unicode.is_some_and(is_vietnamese) {
            return None;
        }
        let encoding = font.get::<Dict<'_>>(b"Encoding");
        let named = font.get::<Name<'_>>(b"Encoding").or_else(|| encoding.as_ref()?.get::<Name<'_>>(b"BaseEncoding"));
        let western = named.is_none_or(|name| name.as_str() == "WinAnsiEncoding");
        let own = encoding.is_some_and(|encoding| encoding.contains_key(b"Differences"));
        let simple = !font.contains_key(b"DescendantFonts");
        Some(Self { legacy, capitals, font: name.to_owned(), bytes: simple && western && !own && to_unicode.is_none() })
    }

    /// What a code that the file says to be `said` is: Unicode for TCVN3, the Western letter for VNI.
    pub fn letter(&self, code: u32, said: Option<&str>) -> Option<String> {
        let byte = u8::try_from(code).ok().filter(|byte| self.bytes && *byte >= 0xa0).map(|byte| char::from(byte).to_string());
        let said = byte.or_else(|| said.map(|said| said.replace(HYPHEN_OR_U, "\u{ad}").replace('\u{3bc}', "\u{b5}")))?;
        if self.legacy == Legacy::Vni {
            let western = |c: char| if c.is_control() { self.legacy.to_unicode(&c.to_string()) } else { c.to_string() };
            return Some(said.chars().map(western).collect());
        }
        let text = self.legacy.to_unicode(&said);
        Some(if self.capitals { text.to_uppercase() } else { text })
    }
}

/// The table gives letters that only Unicode has: Ă, Đ, Ĩ, Ũ, Ơ, Ư and those with marks of U+1EA0 to U+1EF9.
fn is_vietnamese(to_unicode: &Stream<'_>) -> bool {
    let Ok(table) = to_unicode.decoded_data() else { return false };
    let table = String::from_utf8_lossy(&table).to_lowercase();
    let only_unicode =
        |code: u32| matches!(code, 0x102 | 0x103 | 0x110 | 0x111 | 0x1a0 | 0x1a1 | 0x1af | 0x1b0 | 0x1ea0..=0x1ef9);
    let targets = table.lines().filter_map(|line| line.rsplit_once('<')).filter_map(|(_, rest)| rest.get(..4));
    targets.filter_map(|digits| u32::from_str_radix(digits, 16).ok()).any(only_unicode)
}

/// Gives a printed line in TCVN3 the capitals that it cannot write. Words sorted from left to right; what stands apart, as
/// the halves of a letterhead do, says nothing of its neighbour.
pub(super) fn recapitalised(line: &mut [Word]) {
    each_part(line, restore_capitals);
}

/// Rewrites what stands together on a line, word by word; `rewritten` must keep the blanks.
fn each_part(line: &mut [Word], rewritten: impl Fn(&str) -> String) {
    let mut rest = line;
    while !rest.is_empty() {
        let apart = rest.windows(2).position(|pair| pair[1].left - pair[0].right > 1.2 * pair[0].size);
        let (part, behind) = rest.split_at_mut(apart.map_or(rest.len(), |at| at + 1));
        let text = rewritten(&joined(part));
        let words: Vec<&str> = text.split(' ').collect();
        if words.len() == part.len() {
            part.iter_mut().zip(words).for_each(|(word, text)| text.clone_into(&mut word.text));
        }
        rest = behind;
    }
}

fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Words as they are read on: lines that are no Vietnamese as they stand converted if their letters tell an encoding, all
/// normalised.
pub(super) fn settle(pages: &mut [Page]) {
    let lines = |page: &mut Page| -> Vec<Vec<Word>> {
        runs(std::mem::take(&mut page.words), |first, next| (first.base - next.base).abs() <= 1.0)
    };
    let mut all: Vec<Vec<Vec<Word>>> = pages.iter_mut().map(lines).collect();
    let texts: Vec<String> = all.iter().flatten().map(|line| joined(line)).collect();
    let found = guess(texts.iter().map(String::as_str));
    for (page, lines) in pages.iter_mut().zip(&mut all) {
        for line in lines.iter_mut() {
            if let Some(found) = found.filter(|_| reads_badly(&joined(line))) {
                each_part(line, |text| converted(found.legacy, text));
                page.guessed = Some(found);
            }
        }
        page.words = lines.drain(..).flatten().collect();
        for word in &mut page.words {
            word.text = normalise(&word.text.replace(HYPHEN_OR_U, "-"));
        }
        page.words.retain(|word| !word.text.trim().is_empty());
    }
}

/// Tells what was converted, each encoding where it is met first.
pub(super) fn findings(pages: &[Page]) -> Vec<Finding> {
    let mut fonts: Vec<Legacy> = Vec::new();
    let mut found = Vec::new();
    let place = |page: &Page| format!("trang {}", page.number);
    for page in pages {
        for (legacy, font) in &page.fonts {
            if !fonts.contains(legacy) {
                fonts.push(*legacy);
                found.push(told_by_font(*legacy, font, place(page)));
            }
        }
    }
    let first = pages.iter().find_map(|page| page.guessed.map(|guess| told(guess, place(page))));
    found.into_iter().chain(first).collect()
}
