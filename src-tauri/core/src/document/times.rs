//! Advance widths of Times, so that composing can judge how long a text is without any font's bytes.
//!
//! Times New Roman, Liberation Serif and Tinos share them. Laying out measures the real font instead; nothing here
//! may decide where a line of running text ends.

use unicode_normalization::UnicodeNormalization;

use super::measure::Pt;

/// U+0020 to U+007E upright, in thousandths of the type size.
const UPRIGHT: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500,
    500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722,
    667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278,
    500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/// U+0020 to U+007E bold, in thousandths of the type size.
const BOLD: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500,
    500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778,
    722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333,
    556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
];

/// Length of a text in one line.
pub(super) fn width(text: &str, size: Pt, bold: bool) -> Pt {
    let table = if bold { &BOLD } else { &UPRIGHT };
    let thousandths: u32 = text.nfd().map(|c| advance(c, table)).sum();
    size * (f64::from(thousandths) / 1000.0)
}

fn advance(c: char, table: &[u16; 95]) -> u32 {
    let base = match c {
        // the horn widens u and o
        '\u{031b}' => return 50,
        '\u{0300}'..='\u{036f}' => return 0,
        'đ' => 'd',
        'Đ' => 'D',
        '–' | '“' | '”' => return 500,
        '…' | '—' => return 1000,
        c => c,
    };
    let index = u32::from(base).checked_sub(0x20).and_then(|i| usize::try_from(i).ok());
    index.and_then(|i| table.get(i)).map_or(700, |&w| u32::from(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_line_is_as_long_as_the_real_face_makes_it() {
        // 271.20 pt in Liberation Serif Bold 13
        let length = width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Pt(13.0), true);
        assert!((length.0 - 271.2).abs() < 0.5, "{length:?}");
    }
}
