//! The PDF as a file: opened, checked to be whole, within limits.

use std::io::Read as _;
use std::sync::Arc;

use flate2::read::ZlibDecoder;
use hayro_syntax::object::Stream;
use hayro_syntax::{DecryptionError, Filter, LoadPdfError, Pdf};

use crate::reading::ReadError;

/// A paper has fewer pages than this; a file with more is no paper, or made to hurt.
const MOST_PAGES: usize = 3_000;
/// No stream of a paper is longer than this when unpacked.
const LONGEST_STREAM: u64 = 64 << 20;
/// Deflate packs no tighter than this.
const TIGHTEST: u64 = 1_032;
/// LZW: a full table of codes, 12 bits each, every one a letter longer than the last.
const TIGHTEST_LZW: u64 = 1_366;
/// Two bytes for up to 128.
const TIGHTEST_RUNS: u64 = 64;
/// More than this behind the end mark is no rest of a mail or of a download, but a file cut off.
const LONGEST_TAIL: usize = 4_096;

/// Opens a PDF.
///
/// # Errors
/// [`ReadError`] if the file is damaged, locked with a password, or beyond the limits above.
pub(super) fn opened(bytes: &[u8]) -> Result<Pdf, ReadError> {
    if !is_whole(bytes) {
        return Err(damaged());
    }
    if !packed_within_bounds(bytes) {
        return Err(ReadError::new(
            format!("Tệp PDF có phần nén bung ra quá lớn (trên {} MB).", LONGEST_STREAM >> 20),
            "Lấy lại tệp từ nơi gửi; nếu là tệp thật thì in lại thành PDF rồi chọn lại.",
        ));
    }
    if has_too_many_pages(bytes) {
        return Err(too_many_pages(&format!("hơn {}", 2 * MOST_PAGES)));
    }
    let pdf = Pdf::new(Arc::new(bytes.to_vec())).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ReadError::new(
            "Tệp PDF đã đặt mật khẩu.",
            "Mở bằng trình đọc PDF, nhập mật khẩu, lưu lại bản không có mật khẩu rồi chọn lại.",
        ),
        LoadPdfError::Decryption(_) => ReadError::new(
            "Tệp PDF được mã hóa theo cách chương trình không mở được.",
            "Mở bằng trình đọc PDF rồi in lại thành PDF không mã hóa, hoặc dùng bản .docx.",
        ),
        LoadPdfError::Invalid => damaged(),
    })?;
    let count = pdf.pages().len();
    if count == 0 {
        return Err(damaged());
    }
    if count > MOST_PAGES {
        return Err(too_many_pages(&count.to_string()));
    }
    Ok(pdf)
}

fn too_many_pages(count: &str) -> ReadError {
    ReadError::new(
        format!("Tệp PDF có {count} trang; chương trình đọc tối đa {MOST_PAGES} trang."),
        "Tách lấy phần văn bản cần đọc thành tệp riêng rồi chọn lại.",
    )
}

pub(super) fn damaged() -> ReadError {
    ReadError::new(
        "Tệp PDF bị hỏng hoặc tải về chưa hết.",
        "Lấy lại tệp gốc; nếu mở được bằng trình đọc PDF thì in lại thành PDF rồi chọn lại.",
    )
}

/// A file cut off can often be opened still, with some of its pages: what is missing would go unnoticed.
fn is_whole(bytes: &[u8]) -> bool {
    let end = bytes.windows(5).rposition(|five| five == b"%%EOF");
    end.is_some_and(|end| bytes.len() - end <= LONGEST_TAIL)
}

/// Looks at the packed streams before anything unpacks them: those long enough to hurt are unpacked into nothing and
/// counted.
fn packed_within_bounds(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = find(rest, b"stream") {
        let is_end = rest[..at].ends_with(b"end");
        rest = &rest[at + 6..];
        if is_end {
            continue;
        }
        let told = dictionary(&bytes[..bytes.len() - rest.len() - 6]);
        let data = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        let end = find(data, b"endstream").unwrap_or(data.len());
        let objects = [&b"ObjStm"[..], b"XRef"].iter().any(|kind| find(told, kind).is_some());
        if !unpacks_within_bounds(&data[..end]) || objects && !is_plainly_packed(told) {
            return false;
        }
        rest = &data[end..];
    }
    true
}

/// What stands between the last "obj" and a stream's beginning: its dictionary.
fn dictionary(before: &[u8]) -> &[u8] {
    /// No dictionary of a stream is longer.
    const LONGEST: usize = 16 << 10;
    let near = &before[before.len().saturating_sub(LONGEST)..];
    let begin = near.windows(3).rposition(|three| three == b"obj").map_or(0, |at| at + 3);
    &near[begin..]
}

/// Streams of objects and tables of places are unpacked when the file is opened, before [`is_bounded`] can look at them:
/// they may be packed once, with what was looked at here.
fn is_plainly_packed(dictionary: &[u8]) -> bool {
    let has = |word: &[u8]| find(dictionary, word).is_some();
    let packed = dictionary.windows(6).filter(|six| six == b"Decode").count();
    let settings = dictionary.windows(11).filter(|word| word == b"DecodeParms").count();
    !has(b"Filter") || has(b"FlateDecode") && packed - settings == 1
}

/// More pages than [`MOST_PAGES`], seen before any of them is read: the parser keeps all of them.
fn has_too_many_pages(bytes: &[u8]) -> bool {
    let mut left = 2 * MOST_PAGES;
    let mut rest = bytes;
    while let Some(at) = find(rest, b"/Page") {
        rest = &rest[at + 5..];
        if !rest.first().is_some_and(u8::is_ascii_alphanumeric) {
            left -= 1;
        }
        if left == 0 {
            return true;
        }
    }
    false
}

/// Where `needle` begins.
fn find(text: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut from = 0;
    while let Some(at) = text[from..].iter().position(|byte| *byte == first) {
        if text[from + at..].starts_with(needle) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

fn unpacks_within_bounds(data: &[u8]) -> bool {
    let length = u64::try_from(data.len()).unwrap_or(u64::MAX);
    // the first byte of deflated data, as every writer makes it
    if length.saturating_mul(TIGHTEST) <= LONGEST_STREAM || data.first().is_none_or(|byte| byte & 0x0f != 8) {
        return true;
    }
    let mut unpacked = ZlibDecoder::new(data).take(LONGEST_STREAM + 1);
    std::io::copy(&mut unpacked, &mut std::io::sink()).is_ok_and(|length| length <= LONGEST_STREAM) || unpacked.limit() > 0
}

/// The stream can be unpacked without harm: packed once (written out in ASCII at most beside that), within bounds.
pub(super) fn is_bounded(stream: &Stream<'_>) -> bool {
    match stream.filters().as_slice() {
        [] => true,
        [Filter::LzwDecode] => packs_within_bounds(stream, TIGHTEST_LZW),
        [Filter::RunLengthDecode] => packs_within_bounds(stream, TIGHTEST_RUNS),
        [_] => unpacks_within_bounds(&stream.raw_data()),
        [Filter::AsciiHexDecode | Filter::Ascii85Decode, _] => packs_within_bounds(stream, TIGHTEST_LZW),
        _ => false,
    }
}

/// Even packed as tightly as can be the stream is within bounds.
fn packs_within_bounds(stream: &Stream<'_>, tightest: u64) -> bool {
    u64::try_from(stream.raw_data().len()).is_ok_and(|length| length.saturating_mul(tightest) <= LONGEST_STREAM)
}
