//! How wide text is in Times New Roman, without a font file.
//!
//! The advances are those of the metric-compatible Liberation Serif 2.1, so they are Times New Roman's own; there is no
//! kerning, as Word does none unless told to. Good for what must be judged before there is a font, or what a format leaves
//! to its reader: where a title breaks, the length of a drawn rule, the height of a wrapped row. Laying out pages measures
//! the real font instead.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::measure::Pt;

/// A single-spaced line of Times New Roman in units of its size: ascent, descent and line gap.
pub(crate) const LINE: f64 = 1.15;

/// How far below a single-spaced line's top its letters stand, in units of its size: all but the descent.
pub(crate) const RISE: f64 = LINE - 0.2163;

/// Units to the em of the advances below.
const EM: f64 = 2048.0;

/// Signs beyond ASCII and the Vietnamese letters, in the order of [`Face::signs`].
const SIGNS: [char; 10] = ['–', '—', '‘', '’', '“', '”', '…', '§', '°', '•'];

/// Advances of one face.
struct Face {
    /// U+0020 to U+007E.
    ascii: [u16; 95],
    /// ơ Ơ ư Ư, which are wider than their bare letters.
    horned: [u16; 4],
    /// đ Đ.
    d_bar: [u16; 2],
    /// As [`SIGNS`].
    signs: [u16; 10],
}

/// Regular, bold, italic, bold italic.
#[rustfmt::skip]
const FACES: [Face; 4] = [
    Face {
        ascii: [
            512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682, 569, 682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024, 1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108
        ],
        horned: [1083, 1479, 1110, 1589],
        d_bar: [1024, 1479],
        signs: [1024, 2048, 682, 682, 909, 909, 2048, 1024, 819, 717],
    },
    Face {
        ascii: [
            512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905, 1479, 1366, 1479, 1479, 1366, 1251, 1593, 1593, 797, 1024, 1593, 1366, 1933, 1479, 1593, 1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479, 1366, 682, 569, 682, 1190, 1024, 682, 1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139, 569, 1706, 1139, 1024, 1139, 1139, 909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451, 807, 1065
        ],
        horned: [1134, 1593, 1229, 1630],
        d_bar: [1139, 1479],
        signs: [1024, 2048, 682, 682, 1024, 1024, 2048, 1024, 819, 717],
    },
    Face {
        ascii: [
            512, 682, 860, 1024, 1024, 1706, 1593, 438, 682, 682, 1024, 1382, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1382, 1382, 1382, 1024, 1884, 1251, 1251, 1366, 1479, 1251, 1251, 1479, 1479, 682, 909, 1366, 1139, 1706, 1366, 1479, 1251, 1479, 1251, 1024, 1139, 1479, 1251, 1706, 1251, 1139, 1139, 797, 569, 797, 864, 1024, 682, 1024, 1024, 909, 1024, 909, 569, 1024, 1024, 569, 569, 909, 569, 1479, 1024, 1024, 1024, 1024, 797, 797, 569, 1024, 909, 1366, 909, 909, 797, 819, 563, 819, 1108
        ],
        horned: [1093, 1479, 1117, 1544],
        d_bar: [1024, 1479],
        signs: [1024, 1821, 682, 682, 1139, 1139, 1821, 1024, 819, 717],
    },
    Face {
        ascii: [
            512, 797, 1137, 1024, 1024, 1706, 1593, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1704, 1366, 1366, 1366, 1479, 1366, 1366, 1479, 1593, 797, 1024, 1366, 1251, 1821, 1479, 1479, 1251, 1479, 1366, 1139, 1251, 1479, 1366, 1821, 1366, 1251, 1251, 682, 569, 682, 1167, 1024, 682, 1024, 1024, 909, 1024, 909, 682, 1024, 1139, 569, 569, 1024, 569, 1593, 1139, 1024, 1024, 1024, 797, 797, 569, 1139, 909, 1366, 1024, 909, 797, 713, 451, 713, 1167
        ],
        horned: [1099, 1479, 1227, 1587],
        d_bar: [1024, 1479],
        signs: [1024, 2048, 682, 682, 1024, 1024, 2048, 1024, 819, 717],
    },
];

/// Weight and slant of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Look {
    /// Bold.
    pub(crate) bold: bool,
    /// Italic.
    pub(crate) italic: bool,
}

impl From<bool> for Look {
    /// Upright, bold or not.
    fn from(bold: bool) -> Self {
        Self { bold, italic: false }
    }
}

/// Width of a text on one line.
pub(crate) fn width(text: &str, size: Pt, look: impl Into<Look>) -> Pt {
    of_units(units(text, look.into()), size)
}

/// Length of so many [`units`] at a size.
pub(crate) fn of_units(units: u32, size: Pt) -> Pt {
    size * (f64::from(units) / EM)
}

/// Width in units of the em, the same for every size.
pub(crate) fn units(text: &str, look: Look) -> u32 {
    let at = usize::from(look.bold) + 2 * usize::from(look.italic);
    let usual = &USUAL[at];
    let known = |c: char| usual.get(c as usize).copied().filter(|advance| *advance != STRANGE).map(u32::from);
    // all of them known, the text is composed already
    let quick: Option<u32> = text.chars().map(known).sum();
    quick.unwrap_or_else(|| text.nfc().map(|c| u32::from(advance(&FACES[at], c))).sum())
}

/// Characters that papers are written in: composed letters and signs, no marks that combine.
const WRITTEN: [std::ops::RangeInclusive<u32>; 3] = [0x20..=0x1b0, 0x1ea0..=0x1ef9, 0x200b..=0x2026];
/// In [`USUAL`]: not one of them.
const STRANGE: u16 = u16::MAX;

/// Their advances by number, a table for each face: taking letters apart for every word is most of what measuring costs.
static USUAL: [LazyLock<Vec<u16>>; 4] =
    [LazyLock::new(|| usual(0)), LazyLock::new(|| usual(1)), LazyLock::new(|| usual(2)), LazyLock::new(|| usual(3))];

fn usual(face: usize) -> Vec<u16> {
    let mut out = vec![STRANGE; 0x2027];
    for c in WRITTEN.into_iter().flatten().filter_map(char::from_u32) {
        out[c as usize] = advance(&FACES[face], c);
    }
    out
}

fn advance(face: &Face, c: char) -> u16 {
    let c = match c {
        super::joins::JOINED_SPACE => ' ',
        super::joins::JOINED_HYPHEN => '-',
        c => c,
    };
    let mut parts = c.nfd();
    let base = parts.next().unwrap_or(c);
    if parts.any(|mark| mark == '\u{31b}') {
        return face.horned[usize::from(matches!(base, 'u' | 'U')) * 2 + usize::from(base.is_uppercase())];
    }
    match base {
        'đ' => face.d_bar[0],
        'Đ' => face.d_bar[1],
        super::joins::BREAK => 0,
        ' '..='~' => face.ascii[base as usize - ' ' as usize],
        _ => SIGNS.iter().position(|&sign| sign == base).map_or(face.ascii[usize::from(b'n' - b' ')], |at| face.signs[at]),
    }
}

/// Breaks a text into lines no wider than `room` (the first is `indent` shorter) and gives the lines' widths; line feeds
/// break too. Breaks stand at spaces only; a word wider than `room` takes as many lines as it needs. Never empty.
pub(crate) fn lines(text: &str, size: Pt, look: Look, indent: Pt, room: Pt) -> Vec<Pt> {
    let space = width(" ", size, look);
    let mut out = Vec::new();
    for piece in text.split('\n') {
        let mut line = if out.is_empty() { indent } else { Pt(0.0) };
        // room left blank for a number or a day is several spaces, and takes its width
        let mut spaces = Pt(0.0);
        let mut bare = true;
        for word in piece.split(' ') {
            let word_width = width(word, size, look);
            if !word.is_empty() {
                if !bare && (line + spaces + word_width) > room {
                    out.push(line);
                    line = Pt(0.0);
                    spaces = Pt(0.0);
                }
                line = line + spaces + word_width;
                while room.0 > 0.0 && line > room {
                    out.push(room);
                    line -= room;
                }
                (spaces, bare) = (Pt(0.0), false);
            }
            spaces += space;
        }
        out.push(line);
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_say_what_the_letters_taken_apart_say_and_hold_composed_ones_only() {
        for c in WRITTEN.into_iter().flatten().filter_map(char::from_u32) {
            assert!(std::iter::once(c).nfc().eq([c]), "{c:?}");
            for (face, usual) in FACES.iter().zip(&USUAL) {
                assert_eq!(usual[c as usize], advance(face, c), "{c:?}");
            }
        }
        let look = Look::default();
        assert_eq!(units("Kế hoạch\u{e000}", look), units("Kế hoạch", look) + u32::from(advance(&FACES[0], '\u{e000}')));
    }

    #[test]
    fn accents_take_no_width_but_the_horn_does() {
        let regular = Look::default();
        assert_eq!(width("ế", Pt(14.0), regular), width("e", Pt(14.0), regular));
        assert_eq!(width("e\u{302}\u{301}", Pt(14.0), regular), width("ế", Pt(14.0), regular));
        assert!(width("ử", Pt(14.0), regular).0 > width("u", Pt(14.0), regular).0);
        assert_eq!(width("n", Pt(2048.0), regular), Pt(1024.0));
    }

    #[test]
    fn the_name_of_the_country_fits_the_letterhead_and_is_as_wide_as_in_word() {
        let country = width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Pt(13.0), true);
        assert!((country.0 - 271.2).abs() < 0.5, "{country:?}");
    }

    #[test]
    fn text_is_broken_at_spaces_and_long_words_take_several_lines() {
        let look = Look::default();
        let word = width("nhiệm", Pt(12.0), look).0;
        assert_eq!(lines("nhiệm nhiệm nhiệm", Pt(12.0), look, Pt(0.0), Pt(word * 2.2 + 3.0)).len(), 2);
        assert_eq!(lines("nhiệm", Pt(12.0), look, Pt(0.0), Pt(word / 2.5)).len(), 3);
        assert_eq!(lines("a\nb", Pt(12.0), look, Pt(0.0), Pt(100.0)).len(), 2);
        assert_eq!(lines("", Pt(12.0), look, Pt(0.0), Pt(100.0)).len(), 1);
        let blank = "số        /KH";
        let [one] = lines(blank, Pt(12.0), look, Pt(0.0), Pt(1e3))[..] else { panic!() };
        assert!((one.0 - width(blank, Pt(12.0), look).0).abs() < 1e-6, "the blank has its width");
    }
}
