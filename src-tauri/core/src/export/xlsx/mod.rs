//! The task annex as a workbook: what a planner filters, sums and hands on, and what prints as the annex does.
//!
//! Rows, their order and their words are those of `document`'s annex, so that the three files cannot differ; what is this
//! format's own is here: typed amounts and dates, sums that are formulas and follow the filter, drop-down lists, a sheet by
//! unit and one by quarter, heights of wrapped rows (a reader collapses rows whose height nobody set), panes and printing.
//! All formulas carry their result, so that a reader that computes nothing shows them too.

mod annex;
mod lists;
mod look;
mod page;
mod summary;

#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDateTime, TimeDelta, Timelike};
use rust_xlsxwriter::{ColNum, DocProperties, ExcelDateTime, Format, RowNum, Workbook, Worksheet, XlsxError};

use super::ExportError;
use crate::document::times::{self, Look};
use crate::document::{Align, Pt, Style, StyleSheet, annex_title};
use crate::plan::Plan;
use annex::Annex;

/// The tallest row the format knows; text that needs more is whole in its cell, and cut in print only.
const TALLEST: Pt = Pt(409.0);
/// A line of a cell in units of its type size, as Excel sets it.
const LINE: f64 = 1.3125;

/// The workbook of a plan's annex. `now` is Vietnamese wall time and goes into the properties only.
///
/// # Errors
/// [`ExportError::Xlsx`] where a limit of the format is hit, such as 32,767 characters in a cell.
pub fn xlsx(plan: &Plan, now: NaiveDateTime) -> Result<Vec<u8>, ExportError> {
    let styles = StyleSheet::of_plan(plan);
    let mut workbook = Workbook::new();
    // the parts are packed anew below, and deflated well there; 1 is the least that the library takes
    workbook.set_zip_compression_level(1);
    // widths of columns are counted in digits of this face: 8 pixels at 12 pt
    workbook.set_default_format(&look::plain(Pt(12.0)), 21, 72)?;
    workbook.set_properties(&properties(plan, now)?);
    let annex = Annex::new(plan, &styles);
    let lists = lists::lists(plan);
    let sheet = workbook.add_worksheet();
    annex.write(plan, &styles, sheet)?;
    lists::offer(&lists, &annex, sheet)?;
    annex.name_columns(&mut workbook)?;
    for summary in summary::summaries(plan, &annex) {
        summary.write(plan, &styles, workbook.add_worksheet())?;
    }
    lists::write(&lists, &mut workbook)?;
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

/// Text in one cell or, where it spans several, in one merged over them.
fn across(sheet: &mut Worksheet, row: RowNum, first: ColNum, last: ColNum, text: &str, format: &Format) -> Result<(), XlsxError> {
    if first < last {
        sheet.merge_range(row, first, row, last, text, format)?;
    } else if text.is_empty() {
        sheet.write_blank(row, first, format)?;
    } else {
        sheet.write_string_with_format(row, first, text, format)?;
    }
    Ok(())
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
