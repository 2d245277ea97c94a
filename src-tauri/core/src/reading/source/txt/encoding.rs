//! Bytes of a text → Unicode: UTF-8 and UTF-16 with or without a mark, else TCVN3, VNI or Windows-1258 by evidence.

use super::super::legacy::{converted, guess, mended};
use crate::text::legacy::Guess;

/// The text, and the legacy encoding that it or some of its lines were in; `None` if it is no text.
pub(super) fn decoded(bytes: &[u8]) -> Option<(String, Option<Guess>)> {
    let unicode = match bytes {
        [0xff, 0xfe, rest @ ..] => Some(wide(rest, u16::from_le_bytes)?),
        [0xfe, 0xff, rest @ ..] => Some(wide(rest, u16::from_be_bytes)?),
        [0xef, 0xbb, 0xbf, rest @ ..] => Some(String::from_utf8(rest.to_vec()).ok()?),
        _ => match unmarked_wide(bytes) {
            Some(of) => Some(wide(bytes, of)?),
            None => String::from_utf8(bytes.to_vec()).ok(),
        },
    };
    let Some(text) = unicode else { return legacy_bytes(bytes) };
    if text.contains('\0') {
        return None;
    }
    // text of .VnTime or VNI fonts that was saved as if it were Unicode
    let Some(found) = guess(text.split('\n')) else { return Some((text, None)) };
    let lines: Vec<_> = text.split('\n').map(|line| mended(found, line)).collect();
    Some((lines.join("\n"), Some(found)))
}

fn wide(bytes: &[u8], of: fn([u8; 2]) -> u16) -> Option<String> {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| of([pair[0], pair[1]])).collect();
    // a lone half of a pair is damage, but costs one letter, not the paper
    let text = String::from_utf16_lossy(&units);
    let lost = text.chars().filter(|c| *c == '\u{fffd}').count();
    (lost * 100 <= units.len()).then_some(text)
}

/// UTF-16 without a mark: spaces and unaccented letters leave every other byte zero.
fn unmarked_wide(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = |at: usize| head.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let half = head.len() / 2;
    if second * 3 > half && first * 20 < half {
        return Some(u16::from_le_bytes);
    }
    (first * 3 > half && second * 20 < half).then_some(u16::from_be_bytes as fn([u8; 2]) -> u16)
}

fn legacy_bytes(bytes: &[u8]) -> Option<(String, Option<Guess>)> {
    let control = |byte: &&u8| matches!(**byte, 0 | 0x03 | 0x07 | 0x08 | 0x0e..=0x10 | 0x18..=0x1f);
    if bytes.iter().any(|byte| control(&byte)) {
        return None;
    }
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let found = guess(text.split('\n'))?;
    let lines: Vec<String> = text.split('\n').map(|line| converted(found.legacy, line)).collect();
    Some((lines.join("\n"), Some(found)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const TEXT: &str = "BỘ XÂY DỰNG\nKẾ HOẠCH năm 2026 về chuyển đổi số của Bộ";

    #[test]
    fn every_form_of_unicode_is_read() {
        let little: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [
            TEXT.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", TEXT.as_bytes()].concat(),
            little.clone(),
            big.clone(),
            [&[0xff, 0xfe][..], &little].concat(),
            [&[0xfe, 0xff][..], &big].concat(),
        ] {
            assert_eq!(decoded(&bytes), Some((TEXT.to_owned(), None)));
        }
    }

    #[test]
    fn legacy_bytes_are_read_and_told() {
        let latin = |text: &str| text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect::<Vec<u8>>();
        for (text, name) in [
            ("Bé X©y dùng\nKÕ ho¹ch chuyÓn ®æi sè cña Bé, nhiÖm vô", "TCVN3 (ABC)"),
            ("Boä Xaây döïng\nKeá hoaïch chuyeån ñoåi soá cuûa Boä, nhieäm vuï", "VNI"),
            ("Bôò Xây dýòng\nKêì hoaòch chuyêÒn ðôÒi sôì cuÒa Bôò, nhiêòm vuò", "Windows-1258"),
        ] {
            let (text, guess) = decoded(&latin(text)).unwrap();
            assert_eq!(text, "Bộ Xây dựng\nKế hoạch chuyển đổi số của Bộ, nhiệm vụ");
            assert_eq!(guess.unwrap().legacy.name(), name);
        }
        assert_eq!(decoded(b"\x80\x81\xfe"), None);
        assert_eq!(decoded(&[b"caf\xe9 au lait ".repeat(40), b"\x01".to_vec()].concat()), None);
    }

    #[test]
    fn legacy_letters_saved_as_unicode_are_mended() {
        let (text, guess) =
            decoded("KẾ HOẠCH\nBé Th«ng tin vµ TruyÒn th«ng b¸o c¸o kÕt qu¶ thùc hiÖn ch\u{ad}¬ng tr×nh".as_bytes()).unwrap();
        assert_eq!(text, "KẾ HOẠCH\nBộ Thông tin và Truyền thông báo cáo kết quả thực hiện chương trình");
        assert!(guess.is_some());
    }
}
