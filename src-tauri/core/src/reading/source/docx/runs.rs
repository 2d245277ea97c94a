//! The runs of a paragraph → its text: fields without their codes, hidden text left out, symbols named, letters of
//! .VnTime and VNI fonts in Unicode.

use super::super::legacy::{converted, mended};
use super::styles::Says;
use super::xml::Element;
use crate::text::legacy::{Guess, Legacy, restore_capitals};

/// A stretch of a paragraph's text that looks alike.
struct Piece {
    text: String,
    says: Says,
}

/// A paragraph's text as it is printed.
pub(super) struct Shown {
    pub(super) text: String,
    /// Legacy fonts it was converted from.
    pub(super) fonts: Vec<(Legacy, String)>,
    /// It was converted on the evidence of its letters.
    pub(super) is_guessed: bool,
}

/// A paragraph's text while its runs are gathered.
#[derive(Default)]
pub(super) struct Text {
    pieces: Vec<Piece>,
}

impl Text {
    /// Adds text of a run.
    pub(super) fn push(&mut self, text: &str, says: &Says) {
        match self.pieces.last_mut().filter(|last| last.says == *says) {
            Some(last) => last.text.push_str(text),
            None => self.pieces.push(Piece { text: text.to_owned(), says: says.clone() }),
        }
    }

    /// What its runs that show anything say.
    pub(super) fn says(&self) -> impl Iterator<Item = &Says> {
        self.pieces.iter().filter(|piece| !piece.text.trim().is_empty()).map(|piece| &piece.says)
    }

    /// The text as it is printed, in Unicode. `guess` is the encoding of text whose font does not tell.
    pub(super) fn shown(&self, guess: Option<Guess>) -> Shown {
        // Word shows Unicode letters in a .VnTime style with another font: such a paragraph is Unicode already
        let unicode = |c: char| matches!(c, '\u{102}'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}');
        let is_unicode = self.pieces.iter().any(|piece| legacy(&piece.says).is_some() && piece.text.contains(unicode));
        let (mut out, mut fonts) = (String::new(), Vec::new());
        for Piece { text, says } in &self.pieces {
            let found = legacy(says).filter(|_| !is_unicode);
            let mut text = match found {
                Some((legacy, _)) => legacy.to_unicode(text),
                None => text.clone(),
            };
            if let Some((legacy, capitals)) = found {
                if !text.trim().is_empty() {
                    fonts.push((legacy, says.font.clone().unwrap_or_default()));
                }
                if capitals {
                    text = text.to_uppercase();
                }
            }
            out.push_str(&if says.caps == Some(true) { text.to_uppercase() } else { text });
        }
        if fonts.iter().any(|(legacy, _)| *legacy == Legacy::Tcvn3) {
            out = restore_capitals(&out);
        }
        let guessed = guess.filter(|_| fonts.is_empty()).map(|guess| mended(guess, &out).into_owned()).filter(|m| *m != out);
        let is_guessed = guessed.is_some();
        Shown { text: guessed.unwrap_or(out), fonts, is_guessed }
    }
}

/// The encoding that a run's font tells, and whether it is a font of capitals.
fn legacy(says: &Says) -> Option<(Legacy, bool)> {
    Legacy::of_font(says.font.as_deref()?)
}

/// The plain text of a paragraph whose fonts tell nothing, for guessing.
pub(super) fn gather(element: &Element, out: &mut Vec<String>) {
    for child in element.elements() {
        match child.name.as_str() {
            "w:p" => {
                out.push(String::new());
                gather(child, out);
                out.push(String::new());
            }
            "w:t" => {
                if let Some(last) = out.last_mut() {
                    last.push_str(&child.text());
                }
            }
            _ => gather(child, out),
        }
    }
}

/// Converts text that stands outside of runs, as the numbers of lists do.
pub(super) fn of_font(font: Option<&str>, text: &str) -> String {
    match font.and_then(Legacy::of_font) {
        Some((legacy, capitals)) => {
            let text = converted(legacy, text);
            if capitals { text.to_uppercase() } else { text }
        }
        None => text.to_owned(),
    }
}

/// `w:sym`: a character of a symbol font. Bullets, signs and arrows have their likeness in Unicode; ornaments have none.
pub(super) fn symbol(element: &Element) -> Option<String> {
    let code = u32::from_str_radix(element.attribute("w:char")?, 16).ok()?;
    let font = element.attribute("w:font").unwrap_or_default();
    let low = code & 0xff;
    if Legacy::of_font(font).is_some() {
        return char::from_u32(low).map(|letter| of_font(Some(font), &letter.to_string()));
    }
    let known = match font {
        "Symbol" => match low {
            0x2b => '+',
            0x2d => '-',
            0xa3 => '≤',
            0xae => '→',
            0xb1 => '±',
            0xb3 => '≥',
            0xb4 => '×',
            0xb7 => '•',
            _ => return None,
        },
        _ if font.starts_with("Wingdings") => match low {
            0x6c | 0x9f => '•',
            0x6e | 0xa7 => '▪',
            0x6f | 0xa8 => '□',
            0xe0 | 0xd8 => '→',
            0xfc => '✓',
            0xfe => '☑',
            _ => return None,
        },
        _ => char::from_u32(code)?,
    };
    Some(known.to_string())
}

/// Complex fields that are open: their codes are no text, a table of contents repeats the headings.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<(String, bool)>,
}

impl Fields {
    /// `w:fldChar`.
    pub(super) fn mark(&mut self, element: &Element) {
        match element.attribute("w:fldCharType") {
            Some("begin") => self.open.push((String::new(), false)),
            Some("separate") => {
                if let Some((_, result)) = self.open.last_mut() {
                    *result = true;
                }
            }
            Some("end") => {
                self.open.pop();
            }
            _ => {}
        }
    }

    /// `w:instrText`.
    pub(super) fn code(&mut self, text: &str) {
        if let Some((code, _)) = self.open.last_mut() {
            code.push_str(text);
        }
    }

    /// What stands here is not printed, or repeats what is printed elsewhere.
    pub(super) fn hides(&self) -> bool {
        self.open.iter().any(|(code, result)| !result || is_contents(code))
    }
}

/// The code of a table of contents.
pub(super) fn is_contents(code: &str) -> bool {
    code.split_whitespace().next() == Some("TOC")
}
