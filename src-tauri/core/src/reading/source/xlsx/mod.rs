//! XLSX → blocks: what stands above a table as lines, the rest as tables of cells that know their place ("ô B12").
//!
//! Sheets that say nothing of tasks come too; what a table means is decided in `reading`. Numbers come as the sheet
//! shows them, dates as dates, formulas as their last result.

mod hidden;
mod package;
mod runs;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{DataRef, Dimensions, HorizontalAlignment, Reader, SheetVisible, Style, Xlsx, open_workbook_from_rs};
use chrono::{Datelike, NaiveDate};

use self::hidden::Hidden;
use self::runs::Runs;
use super::guard::guarded;
use super::limits::{MOST_CELLS, MOST_COLUMNS, Tally, counted, exceeded};
use super::{Block, Cell, Line, Look, Parsed, Place, Table, legacy};
use crate::plan::Finding;
use crate::reading::ReadError;
use crate::text::legacy::{Guess, Legacy};
use crate::text::{normalise, squeeze};

/// More rows than any annex has.
const MOST_ROWS: u32 = 100_000;
/// A row with so many filled cells belongs to a table.
const TABULAR: usize = 3;

/// Takes a workbook apart.
///
/// # Errors
/// [`ReadError`] if the file is damaged, or a sheet is larger than any annex.
pub(super) fn parsed(bytes: &[u8]) -> Result<Parsed, ReadError> {
    package::check(bytes)?;
    guarded(damaged, || read(bytes))
}

fn read(bytes: &[u8]) -> Result<Parsed, ReadError> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| damaged())?;
    let mut hidden = hidden::of(bytes);
    let mut findings = Vec::new();
    let mut sheets = Vec::new();
    let mut tally = Tally::default();
    for sheet in book.sheets_metadata().to_vec() {
        let name = sheet.name;
        if sheet.visible != SheetVisible::Visible {
            findings.push(Finding::info(
                format!("trang tính “{}”", squeeze(&name)),
                "Trang tính đang ẩn nên không đọc.",
                "Bỏ ẩn trong Excel, lưu lại rồi đọc lại nếu cần nội dung của trang này.",
            ));
            continue;
        }
        let sheet = Sheet::read(&mut book, &name, hidden.remove(&name).unwrap_or_default(), &mut tally)?;
        if !sheet.cells.is_empty() {
            sheets.push((name, sheet));
        }
    }
    let several = sheets.len() > 1;
    let texts = sheets.iter().flat_map(|(_, sheet)| sheet.cells.values().filter(|cell| cell.font.is_none()));
    let guess = legacy::guess(texts.map(|cell| cell.text.as_str()));
    let runs = Runs::of(bytes);
    let (mut out, mut tabs) = (Vec::new(), Vec::new());
    for (name, mut sheet) in sheets {
        if !out.is_empty() {
            out.push(Block::PageBreak);
        }
        tabs.push(squeeze(&name));
        sheet.name = several.then(|| squeeze(&name));
        findings.extend(sheet.convert(guess, &runs));
        findings.extend(sheet.left_out());
        findings.extend(sheet.columns_left_out());
        sheet.blocks(&mut out);
    }
    Ok(Parsed { blocks: out, findings, tabs, ..Parsed::default() })
}

fn damaged() -> ReadError {
    ReadError::new(
        "Tệp Excel bị hỏng hoặc tải về chưa hết.",
        "Lấy lại tệp gốc; nếu mở được bằng Excel thì lưu lại thành .xlsx rồi chọn lại.",
    )
}

/// A filled cell.
struct Filled {
    /// As the file holds it; normalised when it is converted.
    text: String,
    /// Its legacy font.
    font: Option<String>,
    bold: bool,
    italic: bool,
    centred: bool,
}

/// A sheet's filled cells by row and column, from 0.
#[derive(Default)]
struct Sheet {
    /// Told in places if the workbook has several sheets.
    name: Option<String>,
    cells: BTreeMap<(u32, u32), Filled>,
    /// Sorted by where they begin.
    merged: Vec<Dimensions>,
    /// Which of them lie over a row.
    over: BTreeMap<u32, Vec<usize>>,
    /// Hidden rows that hold something.
    left_out: BTreeSet<u32>,
    /// Hidden columns that hold something.
    columns_left_out: BTreeSet<u32>,
    /// What is hidden, and how wide the columns are.
    hidden: Hidden,
}

/// Which merged ranges lie over each of these rows; `None` if more do than a row has columns, which is possible only if
/// they lie over each other.
fn over(merged: &[Dimensions], rows: &BTreeSet<u32>) -> Option<BTreeMap<u32, Vec<usize>>> {
    let mut out = BTreeMap::new();
    let (mut next, mut open) = (0, Vec::new());
    for row in rows {
        open.retain(|index: &usize| merged[*index].end.0 >= *row);
        while merged.get(next).is_some_and(|m| m.start.0 <= *row) {
            if merged[next].end.0 >= *row {
                open.push(next);
            }
            next += 1;
        }
        // one that covers columns far to the right counts too, hence twice as many
        (open.len() <= 2 * MOST_COLUMNS).then_some(())?;
        if !open.is_empty() {
            out.insert(*row, open.clone());
        }
    }
    Some(out)
}

impl Filled {
    fn look(&self) -> Look {
        Look { bold: Some(self.bold), italic: Some(self.italic), centred: Some(self.centred), ..Look::default() }
    }

    /// Every line of a cell looks as the cell does.
    fn looks(&self) -> impl Iterator<Item = Look> {
        self.text.split('\n').map(|_| self.look())
    }
}

impl Sheet {
    fn read(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, hidden: Hidden, tally: &mut Tally) -> Result<Self, ReadError> {
        let mut merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
        // a sheet that is a chart has no cells
        let Ok(mut reader) = book.worksheet_cells_reader(name) else { return Ok(Self::default()) };
        let styles = reader.styles().to_vec();
        let (mut cells, mut left_out, mut columns_left_out) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| damaged())? {
            let style = styles.get(style);
            let text = shown(cell.get_value(), style);
            if text.is_empty() {
                continue;
            }
            let (row, column) = cell.get_position();
            if row >= MOST_ROWS || usize::try_from(column).is_ok_and(|column| column >= MOST_COLUMNS) {
                return Err(ReadError::new(
                    format!("Trang tính “{name}” có ô {} nằm quá xa, không phải một phụ lục.", place(row, column)),
                    "Xóa các hàng, cột thừa hoặc chép bảng nhiệm vụ sang tệp mới rồi chọn lại.",
                ));
            }
            tally.text(text.len(), &place(row, column))?;
            if cells.len() == MOST_CELLS {
                return Err(exceeded("ô trong bảng", &place(row, column), &format!("{} ô", counted(MOST_CELLS))));
            }
            if hidden.columns.iter().any(|columns| columns.contains(&column)) {
                columns_left_out.insert(column);
                continue;
            }
            if hidden.rows.contains(&row) {
                left_out.insert(row);
                continue;
            }
            let font = style.and_then(|s| s.font.as_ref());
            let (bold, italic) = (font.is_some_and(|f| f.is_bold()), font.is_some_and(|f| f.is_italic()));
            let aligned = style.and_then(|s| s.alignment.as_ref()).map(|a| a.horizontal);
            let centred = matches!(aligned, Some(HorizontalAlignment::Center | HorizontalAlignment::CenterContinuous));
            let font = font.and_then(|f| f.name.as_ref()).map(ToString::to_string).filter(|f| Legacy::of_font(f).is_some());
            cells.insert((row, column), Filled { text, font, bold, italic, centred });
        }
        // every row gets as many cells as the widest has
        let rows: BTreeSet<u32> = cells.keys().map(|(row, _)| *row).collect();
        let columns = cells.keys().map(|(_, column)| *column).max().map_or(0, |last| last + 1);
        let columns = usize::try_from(columns).unwrap_or(usize::MAX);
        tally.cells(rows.len().saturating_mul(columns), &format!("trang tính “{name}”"))?;
        merged.retain(|m| m.start.0 <= m.end.0 && m.start.1 <= m.end.1);
        merged.sort_by_key(|m| m.start);
        let over = over(&merged, &rows).ok_or_else(damaged)?;
        Ok(Self { name: None, cells, merged, over, left_out, columns_left_out, hidden })
    }

    /// Texts in Unicode, what their fonts say first, then what their letters do; tells what was converted.
    fn convert(&mut self, guess: Option<Guess>, runs: &Runs) -> Vec<Finding> {
        let mut first: BTreeMap<Option<Legacy>, ((u32, u32), String)> = BTreeMap::new();
        for (at, cell) in &mut self.cells {
            if let Some((text, legacy, font)) = runs.converted(&cell.text, cell.font.as_deref()) {
                first.entry(Some(legacy)).or_insert((*at, font));
                cell.text = paragraphs(&text);
                continue;
            }
            let by_font = cell.font.as_deref().and_then(Legacy::of_font).filter(|_| !is_unicode(&cell.text));
            let text = match (by_font, guess) {
                (Some((legacy, capitals)), _) => {
                    let text = legacy::converted(legacy, &cell.text);
                    if capitals { text.to_uppercase() } else { text }
                }
                (None, Some(guess)) => legacy::mended(guess, &cell.text).into_owned(),
                (None, None) => cell.text.clone(),
            };
            if text != cell.text {
                let font = cell.font.clone().unwrap_or_default();
                first.entry(by_font.map(|(legacy, _)| legacy)).or_insert((*at, font));
            }
            cell.text = paragraphs(&text);
        }
        self.cells.retain(|_, cell| !cell.text.is_empty());
        let told = |(legacy, ((row, column), font)): (Option<Legacy>, ((u32, u32), String))| {
            let place = self.place(row, column).to_string();
            match legacy {
                Some(legacy) => Some(legacy::told_by_font(legacy, &font, place)),
                None => guess.map(|guess| legacy::told(guess, place)),
            }
        };
        first.into_iter().filter_map(told).collect()
    }

    /// Tells which rows were left out because they are hidden.
    fn left_out(&self) -> Option<Finding> {
        let (first, last) = (self.left_out.first()? + 1, self.left_out.last()? + 1);
        let rows = if first == last { format!("hàng {first}") } else { format!("hàng {first} đến hàng {last}") };
        let place = self.name.as_ref().map_or_else(|| rows.clone(), |name| format!("trang tính “{name}”, {rows}"));
        Some(Finding::warning(
            place,
            format!("Có {} hàng đang ẩn nên không đọc.", self.left_out.len()),
            "Bỏ ẩn (hoặc bỏ lọc) trong Excel, lưu lại rồi đọc lại nếu các hàng này vẫn còn hiệu lực.",
        ))
    }

    /// Tells which columns were left out because they are hidden.
    fn columns_left_out(&self) -> Option<Finding> {
        let letters: Vec<String> = self.columns_left_out.iter().map(|column| letters(*column)).collect();
        let columns = format!("cột {}", letters.split_first().map(|(first, _)| first)?);
        let place = self.name.as_ref().map_or_else(|| columns.clone(), |name| format!("trang tính “{name}”, {columns}"));
        Some(Finding::warning(
            place,
            format!("Có {} cột đang ẩn nên không đọc: {}.", letters.len(), letters.join(", ")),
            "Bỏ ẩn trong Excel, lưu lại rồi đọc lại nếu các cột này vẫn còn hiệu lực.",
        ))
    }

    fn place(&self, row: u32, column: u32) -> Place {
        let cell = match &self.name {
            Some(name) => format!("trang tính “{name}”, ô {}", place(row, column)),
            None => format!("ô {}", place(row, column)),
        };
        Place { cell: Some(cell), ..Place::default() }
    }

    /// Runs of rows with something in them, cut by empty rows; rows inside a merged cell count as filled.
    fn stretches(&self) -> Vec<Vec<u32>> {
        let mut out: Vec<Vec<u32>> = Vec::new();
        let mut rows: Vec<u32> = self.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        // hidden rows between two others part nothing
        let hidden = |from: u32, to: u32| self.left_out.range(from..to).count() == usize::try_from(to - from).unwrap_or(0);
        for row in rows {
            match out.last_mut() {
                Some(run)
                    if run.last().is_some_and(|last| {
                        let next = self.reach(*last) + 1;
                        next >= row || hidden(next, row)
                    }) =>
                {
                    run.push(row)
                }
                _ => out.push(vec![row]),
            }
        }
        out
    }

    /// The last row that a cell of this row covers.
    fn reach(&self, row: u32) -> u32 {
        let first = self.merged.partition_point(|m| m.start.0 < row);
        let begun = self.merged[first..].iter().take_while(|m| m.start.0 == row);
        let from_here = begun.filter(|m| self.cells.contains_key(&m.start));
        from_here.map(|m| m.end.0).max().unwrap_or(row).max(row).min(MOST_ROWS)
    }

    fn filled(&self, row: u32) -> Vec<(u32, &Filled)> {
        self.cells.range((row, 0)..=(row, u32::MAX)).map(|((_, column), cell)| (*column, cell)).collect()
    }

    fn blocks(&self, out: &mut Vec<Block>) {
        let first = self.cells.keys().map(|(_, column)| *column).min().unwrap_or(0);
        let last = self.cells.keys().map(|(_, column)| *column).max().unwrap_or(0);
        let width = first..=last;
        let mut under_header = false;
        for stretch in self.stretches() {
            let tabular = stretch.iter().position(|row| self.filled(*row).len() >= TABULAR);
            let Some(begin) = tabular else {
                self.loose(&stretch, out);
                continue;
            };
            let begin = if under_header { 0 } else { begin };
            under_header = true;
            self.loose(&stretch[..begin], out);
            out.push(Block::Table(self.table(&stretch[begin..], width.clone())));
        }
    }

    /// Rows outside of a table: each a line, or two columns side by side as one row of two cells.
    fn loose(&self, rows: &[u32], out: &mut Vec<Block>) {
        let mut at = 0;
        while at < rows.len() {
            let columns: Vec<u32> = self.filled(rows[at]).iter().map(|(column, _)| *column).collect();
            if let [left, right] = columns[..] {
                let inside = |row: &&u32| self.filled(**row).iter().all(|(c, _)| *c == left || *c == right);
                let count = rows[at..].iter().take_while(inside).count();
                out.push(Block::Table(self.pair(&rows[at..at + count], left, right)));
                at += count;
                continue;
            }
            out.extend(self.filled(rows[at]).into_iter().map(|(column, cell)| self.line(rows[at], column, cell)));
            at += 1;
        }
    }

    fn line(&self, row: u32, column: u32, cell: &Filled) -> Block {
        Block::Line(Line {
            text: squeeze(&cell.text),
            place: self.place(row, column),
            look: cell.look(),
            whole: true,
            gap_above: false,
        })
    }

    fn pair(&self, rows: &[u32], left: u32, right: u32) -> Table {
        let column = |column: u32| {
            let held: Vec<(&u32, &Filled)> =
                rows.iter().filter_map(|row| Some((row, self.cells.get(&(*row, column))?))).collect();
            Cell {
                text: held.iter().map(|(_, cell)| cell.text.as_str()).collect::<Vec<_>>().join("\n"),
                bold: !held.is_empty() && held.iter().all(|(_, cell)| cell.bold),
                span: 1,
                covered: false,
                place: held.first().map(|(row, _)| self.place(**row, column)).unwrap_or_default(),
                looks: held.iter().flat_map(|(_, cell)| cell.looks()).collect(),
            }
        };
        let cells = vec![column(left), column(right)];
        let place = cells[0].place.clone();
        Table { rows: vec![cells], bare: true, place, ..Table::default() }
    }

    fn table(&self, rows: &[u32], width: std::ops::RangeInclusive<u32>) -> Table {
        let place = rows.first().map(|row| self.place(*row, *width.start())).unwrap_or_default();
        let shown: Vec<u32> = width.clone().filter(|column| !self.is_hidden(*column)).collect();
        let widths = shown.iter().map(|column| self.hidden.width(*column)).collect();
        let rows = rows.iter().map(|row| shown.iter().map(|column| self.cell(*row, *column, *width.end())).collect()).collect();
        Table { rows, bare: false, place, widths }
    }

    fn is_hidden(&self, column: u32) -> bool {
        self.columns_left_out.contains(&column)
    }

    fn cell(&self, row: u32, column: u32, last: u32) -> Cell {
        let over = self.over.get(&row).map_or(&[][..], Vec::as_slice);
        let merged = over.iter().map(|index| &self.merged[*index]).find(|m| m.contains(row, column));
        let filled = self.cells.get(&(row, column));
        Cell {
            text: filled.map(|cell| cell.text.clone()).unwrap_or_default(),
            bold: filled.is_some_and(|cell| cell.bold),
            span: merged.filter(|m| m.start == (row, column)).map_or(1, |m| {
                let reach = m.start.1..=m.end.1.min(last).max(m.start.1);
                u32::try_from(reach.filter(|column| !self.is_hidden(*column)).count()).unwrap_or(1).max(1)
            }),
            covered: merged.is_some_and(|m| m.start != (row, column)),
            place: self.place(row, column),
            looks: filled.map(|cell| cell.looks().collect()).unwrap_or_default(),
        }
    }
}

/// "B12".
fn place(row: u32, column: u32) -> String {
    format!("{}{}", letters(column), row.saturating_add(1))
}

/// "B", "AA".
fn letters(column: u32) -> String {
    let mut letters = String::new();
    let mut left = column.saturating_add(1);
    while left > 0 {
        let letter = char::from(b'A' + u8::try_from((left - 1) % 26).unwrap_or(0));
        letters.insert(0, letter);
        left = (left - 1) / 26;
    }
    letters
}

/// What a cell shows. Line feeds stay.
fn shown(value: &DataRef, style: Option<&Style>) -> String {
    let code = style.and_then(|s| s.number_format.as_ref()).map_or("General", |f| f.format_code.as_str());
    match value {
        DataRef::Int(number) => shown_number(*number as f64, code),
        DataRef::Float(number) => shown_number(*number, code),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => if *yes { "có" } else { "không" }.into(),
        DataRef::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
                .map_or_else(|| plain(date.as_f64()), |date| shown_date(date, code))
        }
        DataRef::DateTimeIso(text) => {
            let date = text.get(..10).and_then(|d| d.parse().ok());
            date.map_or_else(|| text.clone(), |date| shown_date(date, code))
        }
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// Excel shows Unicode letters in a cell of .VnTime with another font.
fn is_unicode(text: &str) -> bool {
    text.contains(|c: char| matches!(c, '\u{102}'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}'))
}

fn paragraphs(text: &str) -> String {
    let text = normalise(&text.replace("\r\n", "\n").replace('\r', "\n"));
    text.split('\n').map(squeeze).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A date with a day as "26/12/2024"; Excel makes "12/2025" the first of December and shows month and year.
fn shown_date(date: NaiveDate, code: &str) -> String {
    let code = code.to_lowercase();
    let code = code.rsplit(']').next().unwrap_or(&code);
    if code.starts_with('d') {
        // "d/m/yyyy" shows no zeros in front
        let width = |letter: char| code.matches(letter).count().min(2);
        let (day, month) = (width('d'), width('m'));
        return format!("{:0day$}/{:0month$}/{}", date.day(), date.month(), date.year());
    }
    if code.contains('d') || !code.contains('y') {
        return format!("{:02}/{:02}/{}", date.day(), date.month(), date.year());
    }
    if code.contains('m') { format!("{:02}/{}", date.month(), date.year()) } else { date.year().to_string() }
}

fn shown_number(number: f64, code: &str) -> String {
    let code = code.split(';').next().unwrap_or(code);
    if code.contains('%') {
        return format!("{}%", plain(number * 100.0).replace('.', ","));
    }
    let fixed = code.split_once('.').is_some_and(|(whole, places)| whole == "0" && places.bytes().all(|b| b == b'0'));
    if fixed {
        let places = code.len() - 2;
        return format!("{number:.places$}").replace('.', ",");
    }
    if !code.contains("#,##") {
        return plain(number);
    }
    let places = code.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(|c| matches!(c, '0' | '#')).take(15).count());
    let fixed = format!("{:.places$}", number.abs());
    let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
    let mut out = String::from(if number < 0.0 { "-" } else { "" });
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(',');
        out.push_str(fraction);
    }
    out
}

/// The shortest digits that mean the number as Excel keeps it (15 digits).
fn plain(number: f64) -> String {
    let short = format!("{number:.10}");
    short.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests;
