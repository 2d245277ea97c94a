//! PDF → blocks: words with their places → printed lines in reading order, tables by their rules, columns side by
//! side.
//!
//! A row that a page break cuts stays two rows here, a wrapped line two lines; `reading` joins them. Only text that is
//! in the file is read: pages that are pictures are told, not guessed.

mod columns;
mod frame;
mod grid;
mod margins;
mod page;
mod rows;

use pdf_oxide::PdfDocument;

use self::columns::Stretch;
use self::frame::Frame;
use self::grid::Grid;
use self::page::{Page, Word};
use self::rows::Row;
use super::{Block, Line, Look, Place};
use crate::reading::ReadError;

/// Millimetres in a point.
const MM: f32 = 25.4 / 72.0;

/// Takes a PDF apart.
///
/// # Errors
/// [`ReadError`] if the file is damaged, locked with a password, or has no text.
pub(super) fn blocks(bytes: &[u8]) -> Result<Vec<Block>, ReadError> {
    let pages = guarded(|| read_pages(bytes))?;
    let sheets: Vec<Sheet> = pages.iter().map(Sheet::of).collect();
    let heights: Vec<(f32, &[Row])> = sheets.iter().map(|s| (s.page.height, s.loose.as_slice())).collect();
    let marks = margins::furniture(&heights);
    let frames: Vec<Frame> = pages.iter().map(|page| Frame::of(&sheets, page)).collect();
    let mut out = Vec::new();
    for ((sheet, frame), furniture) in sheets.iter().zip(&frames).zip(&marks) {
        if !out.is_empty() {
            out.push(Block::PageBreak);
        }
        sheet.blocks(frame, furniture, &mut out);
    }
    Ok(out)
}

/// Pages that show a picture and no text, counted from 1: scans among pages of text, which a reading must tell of.
/// Empty for a file that cannot be read.
pub(in crate::reading) fn scanned_pages(bytes: &[u8]) -> Vec<u32> {
    guarded(|| {
        let pdf = opened(bytes)?;
        let count = pdf.page_count().map_err(|_| damaged())?;
        let scanned = (0..count).filter(|index| page::is_picture(&pdf, *index));
        Ok(scanned.filter_map(|index| u32::try_from(index + 1).ok()).collect())
    })
    .unwrap_or_default()
}

/// The crate that takes PDF objects apart may give up on a damaged file by panicking.
fn guarded<T>(read: impl FnOnce() -> Result<T, ReadError> + std::panic::UnwindSafe) -> Result<T, ReadError> {
    std::panic::catch_unwind(read).unwrap_or_else(|_| Err(damaged()))
}

/// More than this behind the end mark is no rest of a mail or of a download, but a file cut off.
const LONGEST_TAIL: usize = 4096;

/// A file cut off can often be opened still, with some of its pages: what is missing would go unnoticed.
fn is_whole(bytes: &[u8]) -> bool {
    let end = bytes.windows(5).rposition(|five| five == b"%%EOF");
    end.is_some_and(|end| bytes.len() - end <= LONGEST_TAIL)
}

fn opened(bytes: &[u8]) -> Result<PdfDocument, ReadError> {
    if !is_whole(bytes) {
        return Err(damaged());
    }
    let pdf = PdfDocument::from_bytes(bytes.to_vec()).map_err(|_| damaged())?;
    if pdf.is_encrypted() && !pdf.is_authenticated() {
        return Err(ReadError::new(
            "Tệp PDF đã đặt mật khẩu.",
            "Mở bằng trình đọc PDF, nhập mật khẩu, lưu lại bản không có mật khẩu rồi chọn lại.",
        ));
    }
    Ok(pdf)
}

fn read_pages(bytes: &[u8]) -> Result<Vec<Page>, ReadError> {
    let pdf = opened(bytes)?;
    let count = pdf.page_count().map_err(|_| damaged())?;
    let pages: Vec<Page> = (0..count).map(|index| Page::read(&pdf, index)).collect();
    if pages.is_empty() {
        return Err(damaged());
    }
    if pages.iter().all(|page| page.words.is_empty()) {
        let pictured = (0..count).any(|index| page::is_picture(&pdf, index));
        let message = if pictured {
            "Tệp PDF là bản quét (ảnh), không có chữ để đọc."
        } else {
            "Tệp PDF không có chữ nào."
        };
        return Err(ReadError::new(
            message,
            "Dùng bản .docx hoặc bản PDF có chữ của văn bản này, hoặc nhận dạng chữ (OCR) bản quét rồi chọn lại.",
        ));
    }
    Ok(pages)
}

fn damaged() -> ReadError {
    ReadError::new(
        "Tệp PDF bị hỏng hoặc tải về chưa hết.",
        "Lấy lại tệp gốc; nếu mở được bằng trình đọc PDF thì in lại thành PDF rồi chọn lại.",
    )
}

/// A page with its drawn tables and what stands outside of them.
struct Sheet<'a> {
    page: &'a Page,
    grids: Vec<Grid>,
    /// All printed rows, for line numbers.
    lines: Vec<Row>,
    /// Rows outside of drawn tables.
    loose: Vec<Row>,
}

impl<'a> Sheet<'a> {
    fn of(page: &'a Page) -> Self {
        let mut grids = grid::grids(page);
        grids.retain(|grid| page.words.iter().any(|word| grid.holds(word)));
        let loose: Vec<Word> = page.words.iter().filter(|w| !grids.iter().any(|g| g.holds(w))).cloned().collect();
        Self { page, grids, lines: rows::rows(page.words.clone()), loose: rows::rows(loose) }
    }

    /// Line of the page on which a row stands, from 0.
    fn line_of(&self, row: &Row) -> usize {
        self.lines.iter().take_while(|line| line.base < row.base - 1.0).count()
    }

    fn blocks(&self, frame: &Frame, furniture: &[bool], out: &mut Vec<Block>) {
        let kept = self.loose.iter().zip(furniture).filter(|(_, f)| !**f).map(|(row, _)| row.clone());
        let mut tables = self.grids.iter().peekable();
        let mut pending: Vec<Row> = Vec::new();
        for row in kept {
            while let Some(grid) = tables.next_if(|grid| grid.top() < row.base) {
                self.flush(frame, &mut pending, out);
                out.push(Block::Table(grid.table(self.page, &self.page.words, &self.lines)));
            }
            pending.push(row);
        }
        self.flush(frame, &mut pending, out);
        for grid in tables {
            out.push(Block::Table(grid.table(self.page, &self.page.words, &self.lines)));
        }
    }

    fn flush(&self, frame: &Frame, rows: &mut Vec<Row>, out: &mut Vec<Block>) {
        let rows = std::mem::take(rows);
        for stretch in columns::stretches(&rows, frame) {
            match stretch {
                Stretch::Row(index) => {
                    let above = index.checked_sub(1).map(|i| &rows[i]);
                    out.push(Block::Line(self.line(&rows[index], above, frame)));
                }
                Stretch::Columns { from, to, gutters } => {
                    let first = self.line_of(&rows[from]);
                    out.push(Block::Table(columns::table(self.page, &rows[from..to], first, &gutters, frame)));
                }
            }
        }
    }

    fn line(&self, row: &Row, above: Option<&Row>, frame: &Frame) -> Line {
        let line = u32::try_from(self.line_of(row) + 1).ok();
        Line {
            text: row.text(),
            place: Place { page: Some(self.page.number), line, ..Place::default() },
            look: Look {
                bold: Some(row.is_bold()),
                italic: Some(row.is_italic()),
                centred: Some(frame.centres(row)),
                left: Some(row.left * MM),
                right: Some(row.right * MM),
                size: Some(row.size),
            },
            whole: false,
            gap_above: above.is_some_and(|above| row.base - above.base > 2.2 * row.size),
        }
    }
}

#[cfg(test)]
mod tests;
