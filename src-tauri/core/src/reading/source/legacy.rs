//! Text that a file holds in an encoding from before Unicode: found by evidence line by line, converted, and told.

use std::borrow::Cow;

use crate::plan::Finding;
use crate::text::legacy::{Guess, Legacy, legacy_of, reads_badly, restore_capitals};

/// Characters that a guess is made from: more would say nothing new.
const ENOUGH: usize = 100_000;

/// The encoding of the lines of a text that are no Vietnamese as they stand; `None` if there is none, or none that fits.
pub(super) fn guess<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Guess> {
    let mut bad = String::new();
    for line in lines.filter(|line| reads_badly(line)) {
        bad.push_str(line);
        bad.push('\n');
        if bad.len() > ENOUGH {
            break;
        }
    }
    legacy_of(&bad)
}

/// A line that reads badly as it stands, converted; any other as it is.
pub(super) fn mended(guess: Guess, line: &str) -> Cow<'_, str> {
    if reads_badly(line) { Cow::Owned(converted(guess.legacy, line)) } else { Cow::Borrowed(line) }
}

/// A whole text converted; capitals that the encoding cannot write are given back.
pub(super) fn converted(legacy: Legacy, text: &str) -> String {
    let text = legacy.to_unicode(text);
    if legacy == Legacy::Tcvn3 { restore_capitals(&text) } else { text }
}

/// Tells what was converted on the evidence of its letters.
pub(super) fn told(guess: Guess, place: String) -> Finding {
    let name = guess.legacy.name();
    if guess.sure {
        let message = format!("Văn bản dùng bảng mã {name}, đã được chuyển sang Unicode.");
        return Finding::info(place, message, "Đối chiếu với bản gốc nếu thấy chữ lạ.");
    }
    Finding::warning(
        place,
        format!("Có chữ không phải Unicode, được đoán là bảng mã {name} và đã chuyển sang Unicode."),
        "Đối chiếu với bản gốc; nếu sai chữ, mở bằng chương trình đã tạo ra tệp và lưu lại với phông Unicode.",
    )
}

/// Tells what was converted because its font says so.
pub(super) fn told_by_font(legacy: Legacy, font: &str, place: String) -> Finding {
    let message = format!("Chữ đặt phông {font} (bảng mã {}) đã được chuyển sang Unicode.", legacy.name());
    Finding::info(place, message, "Đối chiếu với bản gốc nếu thấy chữ lạ.")
}
