//! Bytes of one format → blocks in reading order: lines of text and tables of cells, each knowing its place.
//!
//! The one shape all formats meet in. What a block means is decided above, in `reading`; here nothing is
//! understood beyond what the format itself says (bold, centred, list numbers, table grids, page breaks).

mod docx;
pub mod guard;
mod legacy;
mod limits;
mod pdf;
mod txt;
mod xlsx;

use std::fmt;

use serde::{Deserialize, Serialize};

use super::ReadError;
use super::scan::{Recognise, ScanError, Told};
use crate::plan::Finding;

/// A file taken apart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parsed {
    /// Its pieces in reading order.
    pub blocks: Vec<Block>,
    /// Footnotes and endnotes, out of the running text.
    pub notes: Vec<Line>,
    /// What the format could not give, or gave in a way a reader must know of (pages that are pictures, letters
    /// without names, text converted to Unicode).
    pub findings: Vec<Finding>,
    /// Pages that are pictures without text, counted from 1.
    pub scans: Vec<u32>,
    /// Where the printed rows of each page stand, for whoever shows the pages; of a PDF only.
    pub sheets: Vec<Sheet>,
    /// Names of a workbook's sheets, one for each stretch of blocks between page breaks; of a workbook only.
    pub tabs: Vec<String>,
}

/// A page and where its rows stand on it: left, top, right, bottom, in points from the top left of the page as one
/// holds it to read.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// Counted from 1.
    pub page: u32,
    /// Degrees by which the page is turned to the right to be read: 0, 90, 180 or 270.
    pub turn: u32,
    /// Width in points, turned.
    pub width: f32,
    /// Height in points, turned.
    pub height: f32,
    /// Its printed lines in order; the place “dòng 3” is the third.
    pub lines: Vec<(String, [f32; 4])>,
    /// Rows of its drawn tables.
    pub rows: Vec<[f32; 4]>,
}

impl From<Vec<Block>> for Parsed {
    fn from(blocks: Vec<Block>) -> Self {
        Self { blocks, ..Self::default() }
    }
}

/// A piece of a paper, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A printed line (PDF, wrapped text) or a whole paragraph (DOCX, unwrapped text).
    Line(Line),
    /// A table with a grid.
    Table(Table),
    /// A page break that the format shows; tables and paragraphs may go on behind it.
    PageBreak,
}

/// A line or paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// NFC, single-spaced. A number that Word's list makes by itself is written out in front ("a) …").
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// What the format says of its look; plain text says bold if it has marks for it, and how far it is indented.
    pub look: Look,
    /// The line is a whole paragraph: never joined with the next.
    pub whole: bool,
    /// An empty line or more stands above it.
    pub gap_above: bool,
}

/// What a format says of a line's look.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Look {
    /// The whole text is bold (a label and its heading count, a run inside a sentence does not).
    pub bold: Option<bool>,
    /// The whole text is italic.
    pub italic: Option<bool>,
    /// Centred over the page or its column.
    pub centred: Option<bool>,
    /// Left edge of the text in millimetres from the page's left edge (first-line indent included).
    pub left: Option<f32>,
    /// Right edge of the text in millimetres from the page's left edge.
    pub right: Option<f32>,
    /// Type size in points.
    pub size: Option<f32>,
    /// Set to the right edge of the page or its column. For whoever shows the paper, as the next two.
    pub flush_right: bool,
    /// Set to both edges.
    pub justified: bool,
    /// How far its first line stands in from where its paragraph may begin, in millimetres.
    pub indent: Option<f32>,
}

/// Where a block stands in its file; what a format does not have is `None`. Counted from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Page (PDF).
    pub page: Option<u32>,
    /// Line of the page (PDF) or of the file (text).
    pub line: Option<u32>,
    /// Paragraph of the body (DOCX).
    pub paragraph: Option<u32>,
    /// Cell of a sheet ("B12") or row and column of a table ("hàng 3, cột 2").
    pub cell: Option<String>,
}

/// A table: rows of cells, one text a cell; merged cells hold their text once, at their top left.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Rows of the same length each.
    pub rows: Vec<Vec<Cell>>,
    /// The table has no visible rules (letterheads, signature blocks are often such).
    pub bare: bool,
    /// Where it begins.
    pub place: Place,
    /// How wide each column is, in points; empty where the format does not say.
    pub widths: Vec<f32>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Paragraphs joined by line feeds; NFC.
    pub text: String,
    /// All of it is bold.
    pub bold: bool,
    /// Columns it spans, at least 1; the cells it covers follow, empty, with `covered`.
    pub span: u32,
    /// It is covered by a merged cell to its left or above.
    pub covered: bool,
    /// Where it stands.
    pub place: Place,
    /// The looks of its lines, one a line; empty where the format does not say.
    pub looks: Vec<Look>,
}

impl fmt::Display for Place {
    /// "trang 3, dòng 12", "đoạn 14", "ô B12"; empty where nothing is known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbered = [("trang", self.page), ("đoạn", self.paragraph), ("dòng", self.line)];
        let mut parts: Vec<String> = numbered.iter().filter_map(|(word, n)| n.map(|n| format!("{word} {n}"))).collect();
        parts.extend(self.cell.clone());
        f.write_str(&parts.join(", "))
    }
}

/// What the first bytes say a file is.
enum Format {
    Pdf,
    Zip,
    /// The container of Word 97 and Excel 97, and of files locked with a password.
    Ole2,
    Rtf,
    Image,
    /// A page of the web, or Word's own XML: often named .doc.
    Markup,
    Text,
}

fn format_of(bytes: &[u8]) -> Format {
    let head = &bytes[..bytes.len().min(1024)];
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        Format::Zip
    } else if head.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        Format::Ole2
    } else if head.starts_with(b"{\\rtf") {
        Format::Rtf
    } else if [&b"\x89PNG"[..], b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF8"].iter().any(|m| head.starts_with(m)) {
        Format::Image
    } else if head.windows(5).any(|w| w == b"%PDF-") {
        Format::Pdf
    } else if is_markup(head) {
        Format::Markup
    } else {
        Format::Text
    }
}

fn is_markup(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head).trim_start_matches('\u{feff}').trim_start().to_lowercase();
    ["<!doctype", "<html", "<?xml", "<?mso", "mime-version:"].iter().any(|begin| text.starts_with(begin))
}

/// Takes a file apart into blocks. The bytes decide what it is; the ending of its name only words the message.
///
/// # Errors
/// [`ReadError`] as [`super::read`].
pub fn parsed(bytes: &[u8], file_name: &str) -> Result<Parsed, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::new("Tệp rỗng (0 byte).", "Lấy lại tệp gốc rồi chọn lại."));
    }
    let ending = file_name.rsplit_once('.').map(|(_, e)| e.to_lowercase()).unwrap_or_default();
    let parsed = match format_of(bytes) {
        Format::Pdf => pdf::parsed(bytes)?,
        Format::Zip => zipped(bytes)?,
        Format::Ole2 => return Err(old_office(&ending)),
        Format::Rtf => {
            return Err(ReadError::new("Tệp là văn bản RTF.", "Mở bằng Word, lưu lại thành .docx rồi chọn lại."));
        }
        Format::Image => {
            return Err(ReadError::new(
                "Tệp là ảnh, không có chữ để đọc.",
                "Dùng bản .docx hoặc bản PDF có chữ của văn bản này.",
            ));
        }
        Format::Markup => {
            return Err(ReadError::new(
                "Tệp là trang web hoặc XML, không phải văn bản Word.",
                "Mở bằng Word, lưu lại thành .docx rồi chọn lại.",
            ));
        }
        Format::Text => match ending.as_str() {
            "docx" | "pdf" | "xlsx" => {
                return Err(ReadError::new(
                    format!("Tệp có đuôi .{ending} nhưng nội dung không phải định dạng này, hoặc đã hỏng."),
                    "Lấy lại tệp gốc, hoặc mở bằng chương trình đã tạo ra nó và lưu lại.",
                ));
            }
            _ => {
                limits::check_text(bytes)?;
                txt::parsed(bytes)?
            }
        },
    };
    if parsed.blocks.iter().all(is_blank) {
        return Err(ReadError::new("Tệp không có chữ nào.", "Kiểm tra lại tệp; nếu là bản quét, dùng bản có chữ."));
    }
    Ok(parsed)
}

/// The pieces alone.
#[cfg(test)]
pub(crate) fn blocks(bytes: &[u8], file_name: &str) -> Result<Vec<Block>, ReadError> {
    parsed(bytes, file_name).map(|parsed| parsed.blocks)
}

/// Takes a scanned file apart, its letters recognised by `recognise`; a file of another kind than PDF as ever.
///
/// # Errors
/// As [`parsed`], and what `recognise` gives.
pub(super) fn recognised(
    bytes: &[u8],
    file_name: &str,
    recognise: &mut Recognise<'_>,
    progress: &mut Told<'_>,
) -> Result<Parsed, ScanError> {
    match format_of(bytes) {
        Format::Pdf => pdf::recognised(bytes, recognise, progress),
        _ => Ok(parsed(bytes, file_name)?),
    }
}

fn is_blank(block: &Block) -> bool {
    match block {
        Block::Line(line) => line.text.trim().is_empty(),
        Block::Table(table) => table.rows.iter().flatten().all(|cell| cell.text.trim().is_empty()),
        Block::PageBreak => true,
    }
}

fn zipped(bytes: &[u8]) -> Result<Parsed, ReadError> {
    limits::check_entries(bytes)?;
    let Ok(archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
        return Err(ReadError::new(
            "Tệp bị hỏng hoặc tải về chưa hết.",
            "Lấy lại tệp gốc; nếu mở được bằng Word hoặc Excel thì lưu lại rồi chọn lại.",
        ));
    };
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("xl/workbook.xml") {
        xlsx::parsed(bytes)
    } else if has("xl/workbook.bin") {
        Err(ReadError::new("Tệp ở định dạng Excel nhị phân (.xlsb).", "Mở bằng Excel, lưu lại thành .xlsx rồi chọn lại."))
    } else if archive.file_names().flatten().any(|name| name.starts_with("word/document") && name.ends_with(".xml")) {
        docx::parsed(bytes)
    } else if has("content.xml") && has("mimetype") {
        Err(ReadError::new(
            "Tệp ở định dạng OpenDocument (.odt, .ods).",
            "Mở bằng LibreOffice hoặc Word, lưu lại thành .docx hoặc .xlsx rồi chọn lại.",
        ))
    } else {
        Err(ReadError::new(
            "Tệp nén này không phải văn bản Word (.docx) hay bảng tính Excel (.xlsx).",
            "Giải nén rồi chọn đúng tệp văn bản bên trong.",
        ))
    }
}

fn old_office(ending: &str) -> ReadError {
    let (program, new) = if ending.starts_with("xls") { ("Excel", "xlsx") } else { ("Word", "docx") };
    let message = if ending == new {
        format!("Tệp có đuôi .{new} nhưng bên trong là định dạng {program} cũ hoặc đã đặt mật khẩu.")
    } else {
        format!("Tệp ở định dạng {program} cũ hoặc đã đặt mật khẩu.")
    };
    ReadError::new(message, format!("Mở bằng {program}, bỏ mật khẩu nếu có, lưu lại thành .{new} rồi chọn lại."))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_says_what_to_do() {
        let ole2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0];
        for (bytes, name, hint) in [
            (&b""[..], "a.docx", "tệp gốc"),
            (&ole2[..], "a.docx", "lưu lại thành .docx"),
            (&ole2[..], "a.xls", "lưu lại thành .xlsx"),
            (&b"PK\x03\x04\x14\0\0\0cut off"[..], "a.docx", "Lấy lại tệp gốc"),
            (&b"{\\rtf1 abc}"[..], "a.doc", ".docx"),
            (&b"plain words"[..], "a.docx", "Lấy lại tệp gốc"),
            (&b"\x89PNG\r\n"[..], "a.pdf", "PDF có chữ"),
            (&b" \n \n"[..], "a.txt", "có chữ"),
            (&b"\x80\x81\xfe"[..], "a.bin", ".docx"),
            (&b"\xef\xbb\xbf<html><body>a</body>"[..], "a.doc", ".docx"),
        ] {
            let Err(error) = parsed(bytes, name) else { panic!("{name} was read") };
            assert!(error.hint.contains(hint), "{name}: {} / {}", error.message, error.hint);
        }
    }
}
