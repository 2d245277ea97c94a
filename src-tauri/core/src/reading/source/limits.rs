//! How large a paper may be: every limit of the readers in one place, each with its reason, and what is said when a
//! file goes beyond one.
//!
//! A file beyond a limit is refused whole; nothing is cut off in silence. Together the limits keep a reading below
//! 300 MiB, whatever the file (`tests/tests/hostile/main.rs`).

use crate::reading::ReadError;

/// Bytes of a text file. A plan of 1,000 pages of text has about 3 MiB.
const LARGEST_TEXT: usize = 16 << 20;
/// Bytes between two line ends. A paragraph of ten pages has 30 KiB; what is longer was never written by hand, and
/// some rules of reading look at a paragraph's letters more than once.
const LONGEST_LINE: usize = 64 << 10;
/// Lines or paragraphs. 1,000 pages have about 45,000.
pub(super) const MOST_LINES: usize = 200_000;
/// Lines of a text file, the empty ones too: each takes memory before it is known to be empty.
const MOST_ROWS_OF_TEXT: usize = 5 * MOST_LINES;
/// Cells of all tables together, those that merged cells cover included. The largest annexes have about 10,000.
pub(super) const MOST_CELLS: usize = 500_000;
/// Columns of a table. The widest annexes have about 20; Excel's sheets go to 16,384 and are mostly empty there.
pub(super) const MOST_COLUMNS: usize = 256;
/// Bytes of all that was read, once text that is used many times has been written out each time.
pub(super) const MOST_TEXT: usize = 32 << 20;
/// Files in an Office package. A letter has about 15, one with hundreds of pictures some hundreds.
const MOST_ENTRIES: usize = 4_000;
/// Bytes one part of a package unpacks to. The main part of a plan of 33 pages has 0.3 MiB.
pub(super) const LARGEST_PART: u64 = 32 << 20;
/// Bytes the XML parts of a workbook unpack to together: calamine reads as many as there are.
pub(super) const MOST_UNPACKED: u64 = 64 << 20;
/// Bytes of a workbook's sheets if each of them were as large as its largest part: several sheets may point to one part.
pub(super) const MOST_SHEET_BYTES: u64 = 256 << 20;
/// Cell formats of a workbook: Excel's own limit.
pub(super) const MOST_CELL_FORMATS: usize = 65_490;
/// Shared texts of a workbook; each takes memory even if it is empty.
pub(super) const MOST_SHARED_TEXTS: usize = 500_000;
/// Merged ranges of a sheet.
pub(super) const MOST_MERGED: usize = 50_000;
/// Elements, attributes and texts of an XML part. A page has 300 to 900.
pub(super) const MOST_NODES: usize = 1_000_000;
/// Tables within tables. Word's own letterheads nest two.
pub(super) const DEEPEST_TABLE: usize = 16;
/// Styles based on one another. Word's own templates go to about 6; longer chains run in circles.
pub(super) const LONGEST_STYLE_CHAIN: usize = 64;
/// Words of all pages of a PDF. 1,000 dense pages have 500,000.
pub(super) const MOST_WORDS: usize = 600_000;
/// Drawing commands of all pages of a PDF. 1,000 dense pages take 20 million.
pub(super) const MOST_STEPS: u64 = 30_000_000;
/// Letters in the pattern of a list's number: "Điều %1." has 8.
pub(super) const LONGEST_NUMBER: usize = 200;

/// That a file goes beyond a limit: what there is too much of, where, and how much is read at most.
pub(super) fn exceeded(what: &str, place: &str, most: &str) -> ReadError {
    let place = if place.is_empty() { String::new() } else { format!(" ({place})") };
    ReadError::new(
        format!("Tệp có quá nhiều {what}{place}: vượt giới hạn {most}, không giống một văn bản hành chính."),
        "Kiểm tra lại tệp; nếu đúng là văn bản này, chép phần cần đọc sang một tệp mới rồi chọn lại.",
    )
}

/// "16 MiB".
pub(super) fn mebibytes(bytes: u64) -> String {
    format!("{} MiB", bytes >> 20)
}

/// "200.000".
pub(super) fn counted(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// What has been read so far, held against the limits while a file is taken apart.
#[derive(Debug, Default)]
pub(super) struct Tally {
    lines: usize,
    cells: usize,
    text: usize,
}

impl Tally {
    /// Counts a line or paragraph of so many bytes.
    pub(super) fn line(&mut self, bytes: usize, place: &str) -> Result<(), ReadError> {
        self.lines += 1;
        if self.lines > MOST_LINES {
            return Err(exceeded("đoạn văn", place, &format!("{} đoạn", counted(MOST_LINES))));
        }
        self.text(bytes, place)
    }

    /// Counts cells.
    pub(super) fn cells(&mut self, count: usize, place: &str) -> Result<(), ReadError> {
        self.cells = self.cells.saturating_add(count);
        if self.cells > MOST_CELLS {
            return Err(exceeded("ô trong bảng", place, &format!("{} ô", counted(MOST_CELLS))));
        }
        Ok(())
    }

    /// Counts text that stands in no line of its own.
    pub(super) fn text(&mut self, bytes: usize, place: &str) -> Result<(), ReadError> {
        self.text = self.text.saturating_add(bytes);
        if bytes > LONGEST_LINE {
            return Err(too_long(place));
        }
        if self.text > MOST_TEXT {
            return Err(exceeded("chữ", place, &mebibytes(MOST_TEXT as u64)));
        }
        Ok(())
    }
}

fn too_long(place: &str) -> ReadError {
    exceeded("chữ trong một đoạn", place, &format!("{} KiB một đoạn", LONGEST_LINE >> 10))
}

/// Columns beyond [`MOST_COLUMNS`].
pub(super) fn too_wide(place: &str) -> ReadError {
    exceeded("cột trong một bảng", place, &format!("{} cột", counted(MOST_COLUMNS)))
}

/// Holds a text file against the limits before anything is made of it.
pub(super) fn check_text(bytes: &[u8]) -> Result<(), ReadError> {
    if bytes.len() > LARGEST_TEXT {
        return Err(exceeded("chữ", "", &format!("{} của tệp .txt", mebibytes(LARGEST_TEXT as u64))));
    }
    let (mut lines, mut pages, mut rows, mut widest) = (0_usize, 0_usize, 0_usize, 0_usize);
    for (index, line) in bytes.split(|b| matches!(b, b'\n' | b'\r')).enumerate() {
        let place = || format!("dòng {}", counted(index + 1));
        if line.len() > LONGEST_LINE {
            return Err(too_long(&place()));
        }
        let (mut tabs, mut bars, mut pieces, mut blanks) = (0, 0, usize::from(!line.is_empty()), 0);
        for byte in line {
            blanks = if *byte == b' ' { blanks + 1 } else { 0 };
            // a wide gap sets columns, `****` and `<br>` end lines: each makes a line of its own
            pieces += usize::from(blanks == 5);
            match byte {
                b'\t' => tabs += 1,
                b'|' => bars += 1,
                b'<' => pieces += 1,
                b'\x0c' => pages += 1,
                _ => {}
            }
        }
        pieces += line.windows(4).filter(|four| *four == b"****").count() / 4;
        lines += pieces;
        let columns = tabs.max(bars) + 1;
        if columns > 1 {
            rows += 1;
            widest = widest.max(columns);
        }
        if columns > MOST_COLUMNS {
            return Err(too_wide(&place()));
        }
        if lines > MOST_LINES || pages > MOST_LINES || index >= MOST_ROWS_OF_TEXT {
            return Err(exceeded("dòng", &place(), &format!("{} dòng", counted(MOST_LINES))));
        }
        if rows * widest > MOST_CELLS {
            return Err(exceeded("ô trong bảng", &place(), &format!("{} ô", counted(MOST_CELLS))));
        }
    }
    Ok(())
}

/// Holds a ZIP package against the number of its entries, before its directory is read into memory.
pub(super) fn check_entries(bytes: &[u8]) -> Result<(), ReadError> {
    // every entry has its mark in the directory, whatever the headers claim
    let marks = bytes.windows(4).filter(|four| *four == b"PK\x01\x02").take(MOST_ENTRIES + 1).count();
    if marks > MOST_ENTRIES {
        return Err(exceeded("tệp con trong gói", "", &format!("{} tệp", counted(MOST_ENTRIES))));
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_large_plan_is_within_the_limits_and_what_is_beyond_is_named() {
        let page = "Một dòng của một văn bản dài, viết đến hết khổ giấy rồi sang dòng sau.\n".repeat(45);
        assert!(check_text(page.repeat(1000).as_bytes()).is_ok());
        let row = "1\tviệc\tđơn vị\n".repeat(100);
        assert!(check_text(row.as_bytes()).is_ok());
        for (text, named) in [
            ("a".repeat(LONGEST_LINE + 1), "dòng 1"),
            ("a\n".repeat(MOST_LINES + 1), "200.000 dòng"),
            (format!("a\n{}", "a\t".repeat(MOST_COLUMNS)), "256 cột"),
            (format!("{}\n{}", "a\t".repeat(200), "a\tb\n".repeat(3000)), "500.000 ô"),
            ("a<br>".repeat(12_000) + "\n" + &"a<br>\n".repeat(100_000), "200.000 dòng"),
            ("\n".repeat(MOST_ROWS_OF_TEXT + 1), "dòng 1.000.001"),
            (" ".repeat(LARGEST_TEXT + 1), "16 MiB"),
        ] {
            let error = check_text(text.as_bytes()).unwrap_err();
            assert!(error.message.contains(named), "{}", error.message);
        }
    }

    #[test]
    fn a_tally_ends_where_its_limits_are() {
        let mut tally = Tally::default();
        assert!(tally.cells(MOST_CELLS, "").is_ok());
        assert!(tally.cells(1, "bảng 2").unwrap_err().message.contains("bảng 2"));
        assert!((0..MOST_LINES).all(|_| tally.line(1, "").is_ok()));
        assert!(tally.line(1, "đoạn 9").unwrap_err().message.contains("đoạn 9"));
        let mut tally = Tally::default();
        let filled = (0..).take_while(|_| tally.text(LONGEST_LINE, "").is_ok()).count();
        assert_eq!(filled, MOST_TEXT / LONGEST_LINE);
    }

    #[test]
    fn entries_are_counted_by_their_marks() {
        assert!(check_entries(&b"PK\x01\x02".repeat(MOST_ENTRIES)).is_ok());
        assert!(check_entries(&b"PK\x01\x02".repeat(MOST_ENTRIES + 1)).unwrap_err().message.contains("4.000"));
    }
}
