//! How the sheets print: A4 with the plan's own margins, one page wide, header rows repeated, pages numbered from the
//! second.

use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::{ColNum, RowNum, Worksheet, XlsxError};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::super::ExportError;
use crate::document::{Mm, Orientation, StyleName, StyleSheet};

/// Excel's number for A4.
const A4: u8 = 9;

/// Page, panes and print area of a sheet; `header` is the row that repeats, `last` row and column of the last cell.
pub(super) fn set_up(
    sheet: &mut Worksheet,
    styles: &StyleSheet,
    orientation: Orientation,
    header: RowNum,
    last: (RowNum, ColNum),
) -> Result<(), XlsxError> {
    let inches = |mm: Mm| mm.0 / 25.4;
    let page = styles.page;
    let number = styles.style(StyleName::PageNumber);
    match orientation {
        Orientation::Landscape => sheet.set_landscape(),
        Orientation::Portrait => sheet.set_portrait(),
    };
    sheet
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_print_first_page_number(1)
        .set_margins(
            inches(page.left),
            inches(page.right),
            inches(page.top),
            inches(page.bottom),
            inches(page.header),
            inches(page.header),
        )
        .set_header(format!("&C&\"{},Regular\"&{:.0}&P", super::look::FONT, number.size.0));
    sheet.set_repeat_rows(header, header)?;
    sheet.set_print_area(0, 0, last.0, last.1)?;
    sheet.set_freeze_panes(header + 1, 0)?;
    Ok(())
}

/// Rule P3: the first page shows no number. The library has no switch for it, so the sheet gets the attribute here;
/// packing anew also fixes order and times of the package's parts.
pub(super) fn without_number_on_first_page(workbook: &[u8]) -> Result<Vec<u8>, ExportError> {
    repacked(workbook).map_err(|error| ExportError::Xlsx(XlsxError::IoError(error)))
}

fn repacked(workbook: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut from = ZipArchive::new(Cursor::new(workbook))?;
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::DEFAULT);
    for index in 0..from.len() {
        let mut part = from.by_index(index)?;
        let name = part.name()?.into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes)?;
        if name.starts_with("xl/worksheets/sheet") {
            let xml = String::from_utf8_lossy(&bytes);
            bytes = xml.replacen("<headerFooter>", "<headerFooter differentFirst=\"1\">", 1).into_bytes();
        }
        to.start_file(name, options)?;
        to.write_all(&bytes)?;
    }
    Ok(to.finish()?.into_inner())
}
