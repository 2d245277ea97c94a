//! The annex as a workbook: what a planner filters, sums and hands on, and what prints as the annex does.
//!
//! Rows, their order and their words are those of `document`'s annex, so that the three files cannot differ; what is this
//! format's own is here: amounts as numbers, a sum that is a formula, heights of wrapped rows (a reader collapses rows
//! whose height nobody set), panes, filter and printing.

mod look;
mod page;

#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDateTime, TimeDelta, Timelike};
use rust_xlsxwriter::{ColNum, DocProperties, ExcelDateTime, Format, Formula, RowNum, Workbook, Worksheet, XlsxError};

use super::ExportError;
use crate::document::times::{self, Look};
use crate::document::{
    Align, CellAlign, Column, Orientation, Pt, Row, RowKind, Style, StyleSheet, Table, annex_heading, annex_table, annex_title,
    break_titles,
};
use crate::plan::{Money, Plan};
use look::{amount, cell_format, title_format};

/// The title block, one line a row: "Phụ lục", its title, what it goes with; the table's header stands below.
const HEADER_ROW: RowNum = 3;
/// The tallest row the format knows; text that needs more is whole in its cell, and cut in print only.
const TALLEST: Pt = Pt(409.0);
/// A line of a cell in units of its type size, as Excel sets it.
const LINE: f64 = 1.3125;
/// Sizes a table may have (rule A4), tried in turn until every row fits.
const SIZES: [Pt; 3] = [Pt(12.0), Pt(11.0), Pt(10.0)];

/// The workbook of a plan's annex. `now` is Vietnamese wall time and goes into the properties only.
///
/// # Errors
/// [`ExportError::Xlsx`] where a limit of the format is hit, such as 32,767 characters in a cell.
pub fn xlsx(plan: &Plan, now: NaiveDateTime) -> Result<Vec<u8>, ExportError> {
    let sheet = StyleSheet::of_plan(plan);
    let width = sheet.text_width_of(Orientation::Landscape);
    let table = annex_table(plan, width);
    let mut workbook = Workbook::new();
    // widths of columns are counted in digits of this face: 8 pixels at 12 pt
    workbook.set_default_format(&look::plain(Pt(12.0)), 21, 72)?;
    workbook.set_properties(&properties(plan, now)?);
    let mut annex = Annex::new(plan, table, width);
    annex.write(plan, workbook.add_worksheet())?;
    page::without_number_on_first_page(&workbook.save_to_buffer()?)
}

fn properties(plan: &Plan, now: NaiveDateTime) -> Result<DocProperties, XlsxError> {
    let utc = now - TimeDelta::hours(7);
    let year = u16::try_from(utc.year()).map_err(|_| XlsxError::DateTimeRangeError(utc.to_string()))?;
    let part = |number: u32| u8::try_from(number).unwrap_or(0);
    let time = ExcelDateTime::from_ymd(year, part(utc.month()), part(utc.day()))?;
    let time = time.and_hms(u16::try_from(utc.hour()).unwrap_or(0), part(utc.minute()), f64::from(utc.second()))?;
    Ok(DocProperties::new()
        .set_title(annex_title(plan))
        .set_subject(&plan.subject)
        .set_author(&plan.unit.name)
        .set_company(&plan.unit.name)
        .set_creation_datetime(&time))
}

/// The annex being written.
struct Annex {
    table: Table,
    /// Width of the whole table.
    width: Pt,
    /// Column of the amounts.
    budget: Option<usize>,
    /// Column of the numbers.
    number: Option<usize>,
    size: Pt,
}

impl Annex {
    fn new(plan: &Plan, mut table: Table, width: Pt) -> Self {
        let column = |field: &str| plan.columns.iter().position(|column| column.field == field);
        let (budget, number) = (column("budget"), column("no"));
        // the sum is this file's own: a formula, there even while no amount is known
        table.rows.retain(|row| row.kind != RowKind::Total);
        if let Some(column) = budget.and_then(|at| table.columns.get_mut(at))
            && !column.title.to_lowercase().contains("đồng")
        {
            column.title.push_str(" (đồng)");
        }
        if let Some(at) = budget {
            widen(&mut table.columns, at, amount_room(&table.rows, at, table.size).0 / width.0);
        }
        let mut annex = Self { size: table.size, table, width, budget, number };
        let fits = |annex: &Self| annex.table.rows.iter().all(|row| annex.height(row).0 <= TALLEST.0);
        for size in SIZES {
            if size.0 < annex.size.0 && !fits(&annex) {
                annex.size = size;
            }
        }
        break_titles(&mut annex.table, width);
        annex
    }

    fn write(&mut self, plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name("Phụ lục")?;
        for (at, column) in (0..).zip(&self.table.columns) {
            sheet.set_column_width_pixels(at, pixels(self.width * column.width))?;
        }
        self.titles(plan, sheet)?;
        self.header(sheet)?;
        let mut at = HEADER_ROW + 1;
        for row in &self.table.rows {
            self.row(sheet, at, row)?;
            at += 1;
        }
        let last = at.saturating_sub(1).max(HEADER_ROW);
        sheet.autofilter(HEADER_ROW, 0, last, self.last_column())?;
        let bottom = if self.total(sheet, at)? { at } else { last };
        page::set_up(sheet, HEADER_ROW, bottom, self.last_column())?;
        Ok(())
    }

    fn last_column(&self) -> ColNum {
        ColNum::try_from(self.table.columns.len().saturating_sub(1)).unwrap_or(ColNum::MAX)
    }

    /// Rules A2 and A3.
    fn titles(&self, plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let styles = StyleSheet::of_plan(plan);
        for (at, paragraph) in (0..).zip(annex_heading(plan, self.width)) {
            let (style, text) = (styles.style(paragraph.style), paragraph.text());
            self.across(sheet, at, 0, self.last_column(), &text, &title_format(style))?;
            let mut height = title_height(&text, style, self.width);
            if at + 1 == HEADER_ROW {
                // where the printed annex has its short line; a workbook can draw none that keeps its length
                height += Pt(8.0);
            }
            sheet.set_row_height(at, height.0)?;
        }
        Ok(())
    }

    fn header(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let look = Look { bold: true, italic: false };
        let mut most = 1;
        for (at, (column, number)) in self.table.columns.iter().zip(0..).enumerate() {
            sheet.write_string_with_format(HEADER_ROW, number, &column.title, &look::header(self.size))?;
            // the filter's button takes its corner
            let room = room(column, self.width) - Pt(if at == 0 { 0.0 } else { 4.0 });
            most = most.max(times::lines(&column.title, self.size, look, Pt(0.0), room).len());
        }
        sheet.set_row_height(HEADER_ROW, (lines_height(most, self.size) + Pt(6.0)).0)?;
        Ok(())
    }

    fn row(&self, sheet: &mut Worksheet, at: RowNum, row: &Row) -> Result<(), XlsxError> {
        let strong = row.kind != RowKind::Body;
        let mut from = 0;
        for (place, cell) in row.cells.iter().enumerate() {
            let to = from + cell.span.max(1) - 1;
            let align = self.table.align_of(row, place);
            let (first, last) = (column_number(from), column_number(to));
            let money = Money::parse(&cell.text).filter(|_| !strong && self.budget == Some(from));
            let number = cell.text.parse::<u32>().ok().filter(|_| !strong && self.number == Some(from));
            let format = cell_format(self.size, strong, align, &cell.text);
            match (money, number) {
                (Some(Money(sum)), _) => {
                    sheet.write_number_with_format(at, first, as_number(sum), &amount(self.size, false))?;
                }
                (None, Some(number)) => {
                    sheet.write_number_with_format(at, first, number, &format)?;
                }
                (None, None) => self.across(sheet, at, first, last, &cell.text, &format)?,
            }
            from = to + 1;
        }
        sheet.set_row_height(at, self.height(row).min(TALLEST).0)?;
        Ok(())
    }

    /// The sum of the budgets below the table; false where there is no column for it.
    fn total(&self, sheet: &mut Worksheet, at: RowNum) -> Result<bool, XlsxError> {
        let Some(budget) = self.budget.filter(|_| !self.table.rows.is_empty()) else { return Ok(false) };
        let sum: Money = self.amounts(budget).sum();
        let column = column_number(budget);
        let words = cell_format(self.size, true, CellAlign::Centre, "");
        if budget > 0 {
            self.across(sheet, at, 0, column - 1, "TỔNG CỘNG", &words)?;
        }
        let (first, last) = (HEADER_ROW + 2, at.max(HEADER_ROW + 2));
        let name = rust_xlsxwriter::column_number_to_name(column);
        let formula = Formula::new(format!("=SUM({name}{first}:{name}{last})")).set_result(sum.0.to_string());
        sheet.write_formula_with_format(at, column, formula, &amount(self.size, true))?;
        if column < self.last_column() {
            self.across(sheet, at, column + 1, self.last_column(), "", &words)?;
        }
        sheet.set_row_height(at, (lines_height(1, self.size) + Pt(4.0)).0)?;
        Ok(true)
    }

    fn amounts(&self, budget: usize) -> impl Iterator<Item = Money> {
        let cells = self.table.rows.iter().filter(|row| row.kind == RowKind::Body).filter_map(move |row| row.cells.get(budget));
        cells.filter_map(|cell| Money::parse(&cell.text))
    }

    /// Text in one cell or, where it spans several, in one merged over them.
    fn across(
        &self,
        sheet: &mut Worksheet,
        row: RowNum,
        first: ColNum,
        last: ColNum,
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        if first < last {
            sheet.merge_range(row, first, row, last, text, format)?;
        } else if text.is_empty() {
            sheet.write_blank(row, first, format)?;
        } else {
            sheet.write_string_with_format(row, first, text, format)?;
        }
        Ok(())
    }

    /// Height that shows all of a row's text.
    fn height(&self, row: &Row) -> Pt {
        let look = Look { bold: row.kind != RowKind::Body, italic: false };
        let mut from = 0;
        let mut most = 1;
        for cell in &row.cells {
            let columns = self.table.columns.iter().skip(from).take(cell.span.max(1));
            let room: Pt = columns.map(|column| room(column, self.width)).sum();
            most = most.max(times::lines(&cell.text, self.size, look, Pt(0.0), room).len());
            from += cell.span.max(1);
        }
        lines_height(most, self.size) + Pt(2.0)
    }
}

/// What amounts need: those that are there, and those that a planner will type (99 tỷ đồng), in bold as their sum.
fn amount_room(rows: &[Row], budget: usize, size: Pt) -> Pt {
    let cells = rows.iter().filter(|row| row.kind == RowKind::Body).filter_map(|row| row.cells.get(budget));
    let sum: Money = cells.filter_map(|cell| Money::parse(&cell.text)).sum();
    times::width(&sum.max(Money(99_999_999_999)).to_string(), size, true) + Pt(8.0)
}

/// Makes a column at least `share` wide, at the cost of those wider than the average: in one too narrow for its number
/// Excel shows only "####".
fn widen(columns: &mut [Column], at: usize, share: f64) {
    let average = 1.0 / f64::from(u32::try_from(columns.len()).unwrap_or(u32::MAX).max(1));
    let missing = columns.get(at).map_or(0.0, |column| share - column.width);
    let spare = |(place, column): (usize, &Column)| if place == at { 0.0 } else { (column.width - average).max(0.0) };
    let all: f64 = columns.iter().enumerate().map(spare).sum();
    if missing <= 0.0 || all <= missing {
        return;
    }
    for (place, column) in columns.iter_mut().enumerate() {
        column.width += if place == at { missing } else { -missing * spare((place, column)) / all };
    }
}

/// Room for text in a column, without what readers keep for themselves at its edges.
fn room(column: &Column, width: Pt) -> Pt {
    width * column.width - Pt(4.0)
}

fn lines_height(lines: usize, size: Pt) -> Pt {
    size * (LINE * f64::from(u32::try_from(lines).unwrap_or(u32::MAX)))
}

fn title_height(text: &str, style: Style, width: Pt) -> Pt {
    debug_assert_eq!(style.align, Align::Centre);
    let look = Look { bold: style.bold, italic: style.italic };
    lines_height(times::lines(text, style.size, look, Pt(0.0), width * 0.97).len(), style.size)
}

/// Pixels of 1/96 inch, a little less than the share, so that the columns together never pass the page.
fn pixels(width: Pt) -> u32 {
    // an A4 page is some thousand pixels wide: no column leaves the range
    (width.0 / 0.75 * 0.995).floor().clamp(1.0, 2_000.0) as u32
}

fn column_number(at: usize) -> ColNum {
    ColNum::try_from(at).unwrap_or(ColNum::MAX)
}

/// Excel's numbers have 15 digits; amounts in đồng have fewer.
fn as_number(sum: u64) -> f64 {
    sum as f64
}
