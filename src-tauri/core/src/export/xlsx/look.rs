//! Looks of the workbook's cells: sizes and weights of the style sheet, in Excel's terms.

use chrono::Datelike;
use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, FormatBorder};

use crate::document::{CellAlign, Pt, Style};
use crate::text::parse_date;

/// The face of all text.
pub(super) const FONT: &str = "Times New Roman";

/// Signs that make Excel take a text for a formula once it is edited.
const FORMULA_SIGNS: [char; 4] = ['=', '+', '-', '@'];

/// Text of a size, upright.
pub(super) fn plain(size: Pt) -> Format {
    // family 1 is roman: what a reader without the face looks for
    Format::new().set_font_name(FONT).set_font_size(size.0).set_font_family(1).set_font_color(Color::Black)
}

fn in_table(size: Pt) -> Format {
    plain(size).set_border(FormatBorder::Thin).set_text_wrap()
}

/// A line of the title block.
pub(super) fn title_format(style: Style) -> Format {
    let format = plain(style.size).set_align(FormatAlign::Center).set_align(FormatAlign::Top).set_text_wrap();
    let format = if style.bold { format.set_bold() } else { format };
    if style.italic { format.set_italic() } else { format }
}

/// A header cell (rule A4).
pub(super) fn header(size: Pt) -> Format {
    in_table(size).set_bold().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter)
}

/// A cell of text; `text` stays text even when it begins like a formula.
pub(super) fn cell_format(size: Pt, strong: bool, align: CellAlign, text: &str) -> Format {
    let format = in_table(size).set_align(FormatAlign::Top).set_align(match align {
        CellAlign::Left => FormatAlign::Left,
        CellAlign::Centre => FormatAlign::Center,
        CellAlign::Right => FormatAlign::Right,
    });
    let format = if strong { format.set_bold() } else { format };
    if text.starts_with(FORMULA_SIGNS) { format.set_quote_prefix() } else { format }
}

/// [`cell_format`] made once for many cells: a format is a large value, and an annex has one a cell.
pub(super) struct CellFormats {
    /// By how the cell stands.
    plain: [Format; 3],
    /// As `plain`, for text that begins like a formula.
    quoted: [Format; 3],
}

impl CellFormats {
    pub(super) fn new(size: Pt, strong: bool) -> Self {
        let of =
            |text| [CellAlign::Left, CellAlign::Centre, CellAlign::Right].map(|align| cell_format(size, strong, align, text));
        Self { plain: of(""), quoted: of("=") }
    }

    pub(super) fn of(&self, align: CellAlign, text: &str) -> &Format {
        let formats = if text.starts_with(FORMULA_SIGNS) { &self.quoted } else { &self.plain };
        &formats[align as usize]
    }
}

/// An amount in đồng, its groups parted as the reader's country does.
pub(super) fn amount(size: Pt) -> Format {
    number(size, "#,##0")
}

/// The sum of a group: blank while there is nothing to sum.
pub(super) fn subtotal(size: Pt) -> Format {
    number(size, "#,##0;-#,##0;").set_bold()
}

/// The sum of all.
pub(super) fn total(size: Pt) -> Format {
    number(size, "#,##0").set_bold()
}

fn number(size: Pt, code: &str) -> Format {
    in_table(size).set_align(FormatAlign::Top).set_align(FormatAlign::Right).set_num_format(code)
}

/// A date as Excel keeps it, for a text that is one and nothing else ("5/01/2026"), and the code that shows it with the
/// text's own digits. A "31/12/2026" that stands in a sentence stays text.
pub(super) fn date(text: &str) -> Option<(ExcelDateTime, String)> {
    let (date, taken) = parse_date(text)?;
    let parts: Vec<&str> = text.split('/').collect();
    let [day, month, year] = parts[..] else { return None };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if taken != text.len() || !(digits(day) && digits(month) && digits(year)) {
        return None;
    }
    let part = |number: u32| u8::try_from(number).ok();
    let excel = ExcelDateTime::from_ymd(u16::try_from(date.year()).ok()?, part(date.month())?, part(date.day())?).ok()?;
    Some((excel, format!("{}/{}/yyyy", "d".repeat(day.len()), "m".repeat(month.len()))))
}

/// A cell of text as one of dates.
pub(super) fn date_format(cell: &Format, code: &str) -> Format {
    cell.clone().set_num_format(code)
}
