//! PDF → blocks: words with their places → printed lines in reading order, tables by their rules, columns side by
//! side.
//!
//! A row that a page break cuts stays two rows here, a wrapped line two lines; `reading` joins them. Only text that is
//! in the file is read: pages that are pictures are told, not guessed.

mod columns;
mod content;
mod file;
mod fonts;
mod footnotes;
mod frame;
mod grid;
mod letters;
mod margins;
mod page;
mod plain;
mod rows;
mod scan;
mod stamps;
mod strokes;

use std::ops::Range;

use self::columns::Stretch;
use self::file::{damaged, opened};
use self::fonts::Fonts;
use self::frame::{Frame, Frames};
use self::grid::Grid;
use self::page::{Page, Word};
use self::plain::{Around, Columns};
use self::rows::Row;
use super::guard;
use super::limits::{MOST_STEPS, MOST_WORDS, counted, exceeded};
use super::{Block, Line, Look, Parsed, Place, Sheet as ShownSheet};
use crate::plan::Finding;
use hayro_syntax::Pdf;

use crate::reading::ReadError;
use crate::reading::scan::{Progress, Recognise, ScanError, Told};

/// Millimetres in a point.
const MM: f32 = 25.4 / 72.0;

/// Takes a PDF apart.
///
/// # Errors
/// [`ReadError`] if the file is damaged, locked with a password, or has no text.
pub(super) fn parsed(bytes: &[u8]) -> Result<Parsed, ReadError> {
    let pages = guard::guarded(damaged, || {
        let pages = read_pages(&opened(bytes)?)?;
        let has_text = pages.iter().any(|page| !page.words.is_empty() && !page.is_scan());
        if has_text { Ok(pages) } else { Err(without_text(&pages)) }
    })?;
    Ok(assembled(&pages))
}

/// Takes a PDF apart and has its scanned pages recognised, page after page.
///
/// # Errors
/// As [`parsed`], and what `recognise` gives.
pub(super) fn recognised(bytes: &[u8], recognise: &mut Recognise<'_>, progress: &mut Told<'_>) -> Result<Parsed, ScanError> {
    let pages = guard::guarded(damaged, || {
        let pdf = opened(bytes)?;
        let mut pages = read_pages(&pdf)?;
        let scans: Vec<usize> = (0..pages.len()).filter(|at| pages[*at].is_scan()).collect();
        let of = u32::try_from(scans.len()).unwrap_or(u32::MAX);
        for (done, at) in (0..).zip(scans) {
            let page = &mut pages[at];
            progress(Progress { done, of, page: page.number });
            let Some(drawn) = pdf.pages().get(at) else { continue };
            let found = scan::recognised(drawn, page.number, recognise)?;
            (page.words, page.across, page.down) = (found.words, found.across, found.down);
            page.ocr = Some(found.unsure);
            progress(Progress { done: done + 1, of, page: page.number });
        }
        Ok::<_, ScanError>(pages)
    })?;
    if pages.iter().all(|page| page.words.is_empty()) {
        return Err(without_text(&pages).into());
    }
    Ok(assembled(&pages))
}

/// Pages → blocks in reading order.
fn assembled(pages: &[Page]) -> Parsed {
    let sheets: Vec<Sheet> = pages.iter().map(Sheet::of).collect();
    let heights: Vec<(f32, &[Row])> = sheets.iter().map(|s| (s.page.height, s.loose.as_slice())).collect();
    let marks = margins::furniture(&heights);
    let frames = Frames::of(&sheets);
    let mut blocks = Vec::new();
    let mut carried = None;
    for (sheet, furniture) in sheets.iter().zip(&marks) {
        if !blocks.is_empty() {
            blocks.push(Block::PageBreak);
        }
        carried = sheet.blocks(frames.like(sheet.page), furniture, carried, &mut blocks);
    }
    let scans = pages.iter().filter(|page| page.is_scan()).map(|page| page.number).collect();
    let mut notes = Vec::new();
    for sheet in &sheets {
        let place = Place { page: Some(sheet.page.number), ..Place::default() };
        let texts = footnotes::texts(&sheet.notes).into_iter().filter(|text| text.len() > 5);
        notes.extend(texts.map(|text| Line { text, place: place.clone(), whole: true, ..Line::default() }));
    }
    let mut findings = doubts(pages);
    findings.extend(stamps::taken_out(&mut blocks));
    let shown = sheets.iter().map(Sheet::shown).collect();
    Parsed { blocks, notes, findings, scans, sheets: shown, tabs: Vec::new() }
}

fn read_pages(pdf: &Pdf) -> Result<Vec<Page>, ReadError> {
    let mut fonts = Fonts::new();
    let mut pages = Vec::new();
    let (mut steps, mut words) = (0_u64, 0);
    for (page, number) in pdf.pages().iter().zip(1..) {
        let page = Page::read(page, number, &mut fonts);
        steps += u64::from(page.steps);
        words += page.words.len();
        if words > MOST_WORDS {
            return Err(exceeded("chữ", &format!("trang {number}"), &format!("{} từ", counted(MOST_WORDS))));
        }
        if steps > MOST_STEPS {
            return Err(exceeded("nét vẽ", &format!("trang {number}"), &format!("{MOST_STEPS} lệnh vẽ")));
        }
        pages.push(page);
    }
    letters::settle(&mut pages);
    Ok(pages)
}

/// Why there is no text, and what to do.
fn without_text(pages: &[Page]) -> ReadError {
    let scan = pages.iter().any(|page| page.is_scan() || page.ocr.is_some());
    let unknown = pages.iter().any(|page| page.unknown > 0);
    let message = match (scan, unknown) {
        (true, _) => "Tệp PDF là bản quét (ảnh), không có chữ để đọc.",
        (_, true) => "Tệp PDF không ghi chữ của các phông, nên không đọc được chữ nào.",
        _ => "Tệp PDF không có chữ nào.",
    };
    let hint = "Dùng bản .docx hoặc bản PDF có chữ của văn bản này, hoặc nhận dạng chữ (OCR) bản quét rồi chọn lại.";
    ReadError { scan, ..ReadError::new(message, hint) }
}

/// What the pages could not give: pictures of text, letters without names, letters from before Unicode.
fn doubts(pages: &[Page]) -> Vec<Finding> {
    let mut found = Vec::new();
    for page in pages {
        let place = format!("trang {}", page.number);
        if page.is_scan() {
            found.push(Finding::warning(
                place,
                "Trang là ảnh, không có chữ nên không đọc được.",
                "Nhận dạng chữ (OCR) trang này, hoặc dùng bản có chữ của văn bản.",
            ));
            continue;
        }
        if let Some(unsure) = &page.ocr {
            found.extend(recognised_here(&place, unsure));
        }
        if !page.down.is_empty() && page.ocr.is_some() {
            let hint = "Đối chiếu từng hàng của bảng với ảnh của trang.";
            found.push(Finding::warning(&place, "Bảng được cắt từ ảnh; hàng, cột và số liệu có thể sai.", hint));
        }
        if page.unknown > 0 {
            let message = format!("Có {} ký tự mà tệp PDF không ghi là chữ gì; các ký tự này bị bỏ trống.", page.unknown);
            found.push(Finding::warning(&place, message, "Đối chiếu với bản gốc, hoặc dùng bản .docx của văn bản này."));
        }
        if page.recognised > 0 {
            found.push(Finding::warning(
                &place,
                "Trang là bản quét; chữ do phần mềm nhận dạng (OCR) ghi sẵn trong tệp, có thể sai.",
                "Đối chiếu tên, số liệu và thời hạn với ảnh của trang.",
            ));
        }
        if page.cut_short {
            found.push(Finding::warning(
                &place,
                "Trang có quá nhiều nét vẽ, chỉ đọc được một phần.",
                "Mở bằng trình đọc PDF rồi in lại thành PDF, sau đó chọn lại.",
            ));
        }
    }
    found.extend(letters::findings(pages));
    found
}

/// That a page's words were recognised, and which of them are doubtful.
fn recognised_here(place: &str, unsure: &[String]) -> Vec<Finding> {
    /// More than these are not named: the page is to be read anew.
    const MOST: usize = 8;
    let hint = "Đối chiếu tên, số liệu và thời hạn với ảnh của trang.";
    let mut found = vec![Finding::warning(place, "Chữ của trang do máy nhận dạng từ ảnh (OCR), có thể sai.", hint)];
    if !unsure.is_empty() {
        let named: Vec<String> = unsure.iter().take(MOST).map(|word| format!("“{word}”")).collect();
        let more = if unsure.len() > MOST { ", …" } else { "" };
        let message = format!("{} chữ nhận dạng không chắc: {}{more}.", unsure.len(), named.join(", "));
        found.push(Finding::warning(place, message, hint));
    }
    found
}

/// A page with its drawn tables and what stands outside of them.
struct Sheet<'a> {
    page: &'a Page,
    grids: Vec<Grid>,
    /// Baselines of all printed rows, for line numbers.
    lines: Vec<f32>,
    /// Their words and boxes.
    printed: Vec<(String, [f32; 4])>,
    /// Rows outside of drawn tables.
    loose: Vec<Row>,
    /// Rows of footnotes.
    notes: Vec<Row>,
}

impl<'a> Sheet<'a> {
    fn of(page: &'a Page) -> Self {
        let mut grids = grid::grids(page);
        grids.retain(|grid| page.words.iter().any(|word| grid.holds(word)));
        let loose: Vec<Word> = page.words.iter().filter(|w| !grids.iter().any(|g| g.holds(w))).cloned().collect();
        let mut loose = rows::rows(loose);
        let notes = footnotes::begin(page, &loose).map(|first| loose.split_off(first)).unwrap_or_default();
        let loose = if notes.is_empty() { loose } else { footnotes::without_marks(loose, &notes) };
        let all = rows::rows(page.words.clone());
        let printed = all.iter().map(|row| (row.text(), [row.left, row.top, row.right, row.bottom])).collect();
        Self { page, grids, lines: all.iter().map(|row| row.base).collect(), printed, loose, notes }
    }

    /// The page as a window needs it to mark places.
    fn shown(&self) -> ShownSheet {
        let strips = |grid: &Grid| -> Vec<[f32; 4]> {
            let (left, right) = (grid.columns.first().copied(), grid.columns.last().copied());
            let sides = left.zip(right);
            let pairs = grid.edges.windows(2);
            pairs.filter_map(|pair| sides.map(|(left, right)| [left, pair[0], right, pair[1]])).collect()
        };
        ShownSheet {
            page: self.page.number,
            turn: self.page.turn,
            width: self.page.width,
            height: self.page.height,
            lines: self.printed.clone(),
            rows: self.grids.iter().flat_map(strips).collect(),
        }
    }

    /// Line of the page on which a row stands, from 0.
    fn line_of(&self, row: &Row) -> usize {
        self.lines.iter().take_while(|base| **base < row.base - 1.0).count()
    }

    /// Adds the page's blocks. `carried` are the columns of the table without rules that the page before ended in, what
    /// is given back those of the one that this page ends in.
    fn blocks(&self, frame: &Frame, furniture: &[bool], carried: Option<Columns>, out: &mut Vec<Block>) -> Option<Columns> {
        let kept = self.loose.iter().zip(furniture).filter(|(_, f)| !**f).map(|(row, _)| row.clone());
        let mut tables = self.grids.iter().peekable();
        let mut pending: Vec<Row> = Vec::new();
        let mut open = carried;
        for row in kept {
            while let Some(grid) = tables.next_if(|grid| grid.top() < row.base) {
                self.flush(frame, &mut pending, open.take(), out);
                out.push(Block::Table(grid.table(self.page, &self.page.words, &self.lines)));
            }
            pending.push(row);
        }
        open = self.flush(frame, &mut pending, open, out);
        for grid in tables {
            open = None;
            out.push(Block::Table(grid.table(self.page, &self.page.words, &self.lines)));
        }
        open
    }

    fn flush(&self, frame: &Frame, rows: &mut Vec<Row>, carried: Option<Columns>, out: &mut Vec<Block>) -> Option<Columns> {
        let rows = std::mem::take(rows);
        let rules = &self.page.across;
        let place = |row: &Row| {
            let line = u32::try_from(self.line_of(row) + 1).ok();
            Place { page: Some(self.page.number), line, ..Place::default() }
        };
        let mut at = 0;
        let mut open = None;
        for table in plain::tables(&rows, &Around { frame, rules, carried: carried.as_ref() }) {
            self.text(frame, &rows, at..table.from, out);
            out.push(Block::Table(table.table(&rows[table.from..table.to], rules, frame, &place)));
            at = table.to;
            open = (at == rows.len()).then_some(table.columns);
        }
        self.text(frame, &rows, at..rows.len(), out);
        open
    }

    /// Rows outside of tables: lines, and blocks of two columns.
    fn text(&self, frame: &Frame, all: &[Row], range: Range<usize>, out: &mut Vec<Block>) {
        let rows = &all[range.clone()];
        for stretch in columns::stretches(rows, frame) {
            match stretch {
                Stretch::Row(index) => {
                    let above = (range.start + index).checked_sub(1).map(|at| &all[at]);
                    out.push(Block::Line(self.line(&rows[index], above, frame)));
                }
                Stretch::Columns { from, to, gutter } => {
                    let first = self.line_of(&rows[from]);
                    out.push(Block::Table(columns::table(self.page, &rows[from..to], first, gutter, frame)));
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
                ..Look::default()
            },
            whole: false,
            gap_above: above.is_some_and(|above| row.base - above.base > 2.2 * row.size),
        }
    }
}

#[cfg(test)]
mod tests;
