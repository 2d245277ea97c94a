//! The package of a workbook, held against the limits before calamine reads it: calamine has none, and believes what a
//! part says of its own size.

use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::damaged;
use crate::reading::ReadError;
use crate::reading::source::limits::{
    LARGEST_PART, MOST_CELL_FORMATS, MOST_MERGED, MOST_SHARED_TEXTS, MOST_SHEET_BYTES, MOST_UNPACKED, counted, exceeded,
    mebibytes,
};

/// What the parts of a workbook hold that takes memory.
#[derive(Default)]
struct Held {
    formats: usize,
    merged: usize,
    shared: usize,
    sheets: u64,
}

/// Unpacks every part and counts, keeping nothing.
///
/// # Errors
/// [`ReadError`] naming the limit that a part goes beyond.
pub(super) fn check(bytes: &[u8]) -> Result<(), ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let (mut unpacked, mut largest) = (0_u64, 0_u64);
    let mut sheets = 0;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|_| damaged())?;
        let name = file.name().map(std::borrow::Cow::into_owned).unwrap_or_default();
        let mut part = file.take(LARGEST_PART + 1);
        let held = counts(&mut part, &name)?;
        let size = LARGEST_PART + 1 - part.limit();
        unpacked += size;
        largest = largest.max(size);
        sheets = sheets.max(held.sheets);
        if size > LARGEST_PART {
            return Err(exceeded("chữ khi giải nén", &name, &mebibytes(LARGEST_PART)));
        }
        if unpacked > MOST_UNPACKED {
            return Err(exceeded("chữ khi giải nén", &name, &mebibytes(MOST_UNPACKED)));
        }
    }
    if sheets.saturating_mul(largest) > MOST_SHEET_BYTES {
        let most = format!("{} cho mọi trang tính", mebibytes(MOST_SHEET_BYTES));
        return Err(exceeded("trang tính", &format!("{sheets} trang"), &most));
    }
    Ok(())
}

/// Counts what one part holds. A part that is no XML (a picture) ends at its first fault, where calamine ends too.
fn counts(part: &mut impl Read, name: &str) -> Result<Held, ReadError> {
    let mut held = Held::default();
    let mut reader = Reader::from_reader(BufReader::new(part));
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => count(&tag, &mut held),
            Ok(Event::Eof) | Err(_) => return Ok(held),
            Ok(_) => continue,
        }
        for (has, most, what) in [
            (held.formats, MOST_CELL_FORMATS, "kiểu ô"),
            (held.merged, MOST_MERGED, "vùng gộp ô"),
            (held.shared, MOST_SHARED_TEXTS, "chữ dùng chung"),
        ] {
            if has > most {
                return Err(exceeded(what, name, &counted(most)));
            }
        }
    }
}

fn count(tag: &BytesStart<'_>, held: &mut Held) {
    match tag.local_name().as_ref() {
        "xf" => held.formats += 1,
        "mergeCell" => held.merged += 1,
        "si" => held.shared += 1,
        "sheet" => held.sheets += 1,
        // memory is set aside for as many as the part claims to have
        "sst" => {
            let mut claims = tag.attributes();
            let claims = claims.with_checks(false).flatten().filter(|a| a.key.as_ref().ends_with("ount"));
            let claimed = claims.filter_map(|a| a.value.trim().parse::<usize>().ok()).max();
            held.shared = held.shared.max(claimed.unwrap_or(0));
        }
        _ => {}
    }
}
