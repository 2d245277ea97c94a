//! The first sheet: the annex's table, with a sum for each list and group and one for all.

use std::ops::Range;

use rust_xlsxwriter::{ColNum, Format, Formula, RowNum, Workbook, Worksheet, XlsxError, column_number_to_name};

use super::look::{self, CellFormats, amount, cell_format, date_format, subtotal, title_format};
use super::{TALLEST, across, as_number, column_number, lines_height, page, pixels, title_height};
use crate::document::times::{self, Look};
use crate::document::{
    CellAlign, Column, Orientation, Pt, Row, RowKind, StyleSheet, Table, annex_heading, annex_table, break_titles,
};
use crate::plan::{Money, Plan};

/// Name of the sheet.
pub(super) const SHEET: &str = "Phụ lục";
/// The title block, one line a row: "Phụ lục", its title, what it goes with; the table's header stands below.
const HEADER_ROW: RowNum = 3;
/// First row of the table's own rows.
pub(super) const FIRST_ROW: RowNum = HEADER_ROW + 1;
/// Sizes a table may have (rule A4), tried in turn until every row fits.
const SIZES: [Pt; 3] = [Pt(12.0), Pt(11.0), Pt(10.0)];

/// Names of the columns that formulas speak of, by field.
const NAMES: [(&str, &str); 5] =
    [("no", "SoThuTu"), ("lead", "DonViChuTri"), ("time", "ThoiGian"), ("kind", "LoaiNhiemVu"), ("budget", "KinhPhi")];
/// Name of the cell with the sum of all amounts.
const TOTAL_NAME: &str = "TongKinhPhi";

/// The annex to be written.
pub(super) struct Annex {
    /// Fields of the columns.
    fields: Vec<String>,
    table: Table,
    /// Width of the whole table.
    width: Pt,
    size: Pt,
}

impl Annex {
    pub(super) fn new(plan: &Plan, styles: &StyleSheet) -> Self {
        let width = styles.text_width_of(Orientation::Landscape);
        let mut table = annex_table(plan, width);
        let fields: Vec<String> = plan.columns.iter().map(|column| column.field.clone()).collect();
        // the sum is this file's own: a formula, there even while no amount is known
        table.rows.retain(|row| row.kind != RowKind::Total);
        let mut annex = Self { fields, size: table.size, table, width };
        if let Some(at) = annex.column("budget") {
            annex.room_for_amounts(at);
        }
        let fits = |annex: &Self| annex.table.rows.iter().all(|row| annex.height(row).0 <= TALLEST.0);
        for size in SIZES {
            if size.0 < annex.size.0 && !fits(&annex) {
                annex.size = size;
            }
        }
        break_titles(&mut annex.table, width);
        annex
    }

    /// The place of a field's column.
    pub(super) fn column(&self, field: &str) -> Option<usize> {
        self.fields.iter().position(|known| known == field)
    }

    /// The last of the table's rows; `None` if it has its header only.
    pub(super) fn last_row(&self) -> Option<RowNum> {
        self.row_number(self.table.rows.len().checked_sub(1)?)
    }

    fn row_number(&self, at: usize) -> Option<RowNum> {
        RowNum::try_from(at).ok().map(|at| FIRST_ROW + at)
    }

    fn last_column(&self) -> ColNum {
        column_number(self.table.columns.len().saturating_sub(1))
    }

    /// The header says that amounts are đồng, and the column takes those that a planner will type.
    fn room_for_amounts(&mut self, at: usize) {
        let room = amount_room(&self.table.rows, at, self.table.size);
        if let Some(column) = self.table.columns.get_mut(at)
            && !column.title.to_lowercase().contains("đồng")
        {
            column.title.push_str(" (đồng)");
        }
        widen(&mut self.table.columns, at, room.0 / self.width.0);
    }

    pub(super) fn write(&self, plan: &Plan, styles: &StyleSheet, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(SHEET)?;
        for (at, column) in (0..).zip(&self.table.columns) {
            sheet.set_column_width_pixels(at, pixels(self.width * column.width))?;
        }
        self.titles(plan, styles, sheet)?;
        self.header(sheet)?;
        let (formats, amounts) = (CellFormats::new(self.size, false), amount(self.size));
        for (place, row) in self.table.rows.iter().enumerate() {
            let Some(at) = self.row_number(place) else { break };
            match row.kind {
                RowKind::Group => self.group(sheet, at, place)?,
                RowKind::Body | RowKind::Total => self.task(sheet, at, row, (&formats, &amounts))?,
            }
            sheet.set_row_height(at, self.height(row).min(TALLEST).0)?;
        }
        let last = self.last_row().unwrap_or(HEADER_ROW);
        sheet.autofilter(HEADER_ROW, 0, last, self.last_column())?;
        let bottom = if self.total(sheet)? { last + 1 } else { last };
        page::set_up(sheet, styles, Orientation::Landscape, HEADER_ROW, (bottom, self.last_column()))?;
        Ok(())
    }

    /// Rules A2 and A3.
    fn titles(&self, plan: &Plan, styles: &StyleSheet, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (at, paragraph) in (0..).zip(annex_heading(plan, self.width)) {
            let (style, text) = (styles.style(paragraph.style), paragraph.text());
            across(sheet, at, 0, self.last_column(), &text, &title_format(style))?;
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

    fn task(
        &self,
        sheet: &mut Worksheet,
        at: RowNum,
        row: &Row,
        (formats, amounts): (&CellFormats, &Format),
    ) -> Result<(), XlsxError> {
        for (place, cell) in row.cells.iter().enumerate() {
            let column = column_number(place);
            let field = self.fields.get(place).map_or("", String::as_str);
            let align = self.table.align_of(row, place);
            let format = formats.of(align, &cell.text);
            match field {
                "budget" if let Some(Money(sum)) = Money::parse(&cell.text) => {
                    sheet.write_number_with_format(at, column, as_number(sum), amounts)?;
                }
                "no" if let Ok(number) = cell.text.parse::<u32>() => {
                    sheet.write_number_with_format(at, column, number, format)?;
                }
                "time" if let Some((date, code)) = look::date(&cell.text) => {
                    sheet.write_datetime_with_format(at, column, &date, &date_format(format, &code))?;
                }
                _ => across(sheet, at, column, column, &cell.text, format)?,
            }
        }
        Ok(())
    }

    /// A list's or group's title, and what its tasks cost together: only of those that the filter shows, as SUBTOTAL does.
    fn group(&self, sheet: &mut Worksheet, at: RowNum, place: usize) -> Result<(), XlsxError> {
        let Some(row) = self.table.rows.get(place) else { return Ok(()) };
        let last = self.last_column();
        let mut from = 0;
        for (index, cell) in row.cells.iter().enumerate() {
            let to = from + cell.span.max(1) - 1;
            let format = cell_format(self.size, true, self.table.align_of(row, index), &cell.text);
            // the title ends before its sum
            let sum = self.column("budget").filter(|budget| (from + 1..=to).contains(budget)).map(column_number);
            let end = sum.map_or(column_number(to), |sum| sum - 1);
            across(sheet, at, column_number(from), end, &cell.text, &format)?;
            if let Some(sum) = sum {
                let formula = self.sum_of(place + 1..self.end_of(place), column_number_to_name(sum));
                sheet.write_formula_with_format(at, sum, formula, &subtotal(self.size))?;
                if sum < last {
                    across(sheet, at, sum + 1, last, "", &format)?;
                }
            }
            from = to + 1;
        }
        Ok(())
    }

    /// Where the rows of a list or a group end: before the next of its own rank. A list is a title right above another.
    fn end_of(&self, place: usize) -> usize {
        let is = |at: usize, kind: RowKind| self.table.rows.get(at).is_some_and(|row| row.kind == kind);
        let list = |at: usize| is(at, RowKind::Group) && is(at + 1, RowKind::Group);
        let own = list(place);
        let ends = |at: &usize| if own { list(*at) } else { is(*at, RowKind::Group) };
        (place + 1..self.table.rows.len()).find(ends).unwrap_or(self.table.rows.len())
    }

    /// The sum of the amounts of some rows, without the sums among them.
    fn sum_of(&self, rows: Range<usize>, column: String) -> Formula {
        let budget = self.column("budget").unwrap_or(usize::MAX);
        let body = self.table.rows.get(rows.clone()).unwrap_or_default().iter().filter(|row| row.kind == RowKind::Body);
        let sum: Money = body.filter_map(|row| Money::parse(&row.cells.get(budget)?.text)).sum();
        let first = RowNum::try_from(rows.start).unwrap_or(RowNum::MAX).saturating_add(FIRST_ROW + 1);
        let last = RowNum::try_from(rows.end).unwrap_or(RowNum::MAX).saturating_add(FIRST_ROW).max(first);
        Formula::new(format!("=SUBTOTAL(9,{column}{first}:{column}{last})")).set_result(sum.0.to_string())
    }

    /// The sum of the budgets below the table; false where there is no column for it.
    fn total(&self, sheet: &mut Worksheet) -> Result<bool, XlsxError> {
        let (Some(budget), Some(last)) = (self.column("budget"), self.last_row()) else { return Ok(false) };
        let (at, column) = (last + 1, column_number(budget));
        let words = cell_format(self.size, true, CellAlign::Centre, "");
        if budget > 0 {
            across(sheet, at, 0, column - 1, "TỔNG CỘNG", &words)?;
        }
        let formula = self.sum_of(0..self.table.rows.len(), column_number_to_name(column));
        sheet.write_formula_with_format(at, column, formula, &look::total(self.size))?;
        if column < self.last_column() {
            across(sheet, at, column + 1, self.last_column(), "", &words)?;
        }
        sheet.set_row_height(at, (lines_height(1, self.size) + Pt(4.0)).0)?;
        Ok(true)
    }

    /// Names for the columns and the sum, so that formulas say what they are about.
    pub(super) fn name_columns(&self, workbook: &mut Workbook) -> Result<(), XlsxError> {
        let Some(last) = self.last_row() else { return Ok(()) };
        for (field, name) in NAMES {
            let Some(at) = self.column(field) else { continue };
            let letter = column_number_to_name(column_number(at));
            workbook.define_name(name, &format!("='{SHEET}'!${letter}${}:${letter}${}", FIRST_ROW + 1, last + 1))?;
        }
        if let Some(at) = self.column("budget") {
            let letter = column_number_to_name(column_number(at));
            workbook.define_name(TOTAL_NAME, &format!("='{SHEET}'!${letter}${}", last + 2))?;
        }
        Ok(())
    }

    /// Height that shows all of a row's text.
    fn height(&self, row: &Row) -> Pt {
        let look = Look { bold: row.kind != RowKind::Body, italic: false };
        let mut from = 0;
        let mut most = 1;
        for cell in &row.cells {
            let columns = self.table.columns.iter().enumerate().skip(from).take(cell.span.max(1));
            // a title ends before its group's sum
            let until = self.column("budget").filter(|at| cell.span > 1 && *at > from).unwrap_or(usize::MAX);
            let room: Pt = columns.filter(|(at, _)| *at < until).map(|(_, column)| room(column, self.width)).sum();
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
