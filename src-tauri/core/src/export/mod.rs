//! The three files a unit sends: DOCX from the document, PDF from the layout, XLSX from the plan. Bytes, not paths.
//!
//! Must not read a clock (callers pass `now`, Vietnamese wall time), touch the disk, or decide what a paper says:
//! wording and order come from `document`, sizes from its style sheet.

mod docx;
mod pdf;
mod set;
mod xlsx;

use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

pub use docx::docx;
pub use pdf::{PdfWriter, pdf, pdf_archive};
pub use set::{Step, Wanted, names, set};
pub use xlsx::xlsx;

use crate::plan::Plan;

/// Why a file could not be made; nothing half-made is returned.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The document has no part, so there is nothing to print.
    #[error("kế hoạch không có nội dung để xuất; hãy thêm đề mục hoặc nhiệm vụ rồi xuất lại")]
    Empty,
    /// The parts of a DOCX could not be packed.
    #[error("không đóng gói được tệp DOCX (phần {part}): {reason}")]
    Docx {
        /// Name of the part inside the package.
        part: String,
        /// What the packer says.
        reason: String,
    },
    /// The workbook could not be written.
    #[error("không ghi được bảng tính XLSX: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The PDF could not be written.
    #[error("không ghi được tệp PDF: {0}")]
    Pdf(String),
    /// The pages could not be laid out.
    #[error(transparent)]
    Layout(#[from] crate::layout::LayoutError),
    /// Whoever asked for the files no longer wants them.
    #[error("đã dừng xuất")]
    Stopped,
    /// Pages had to be laid out and no fonts were given.
    #[error("chưa có phông chữ để dàn trang")]
    NoFonts,
}

/// Name of the plan's files without folder and extension, ASCII only: "KH-TTCNTT-2026".
/// Signs that file systems or mail programs dislike become one hyphen.
pub fn file_stem(plan: &Plan) -> String {
    format!("KH-{}", unit_year(plan))
}

/// Who and when, as names of files say it: "TTCNTT-2026".
fn unit_year(plan: &Plan) -> String {
    let symbol = plan.profile.symbol.trim();
    let issuer = symbol.strip_prefix("KH-").unwrap_or(symbol);
    let issuer = if issuer.is_empty() { plan.unit.abbreviation.as_str() } else { issuer };
    let letters = format!("{issuer}-{}", plan.year);
    let mut stem = String::new();
    // decomposed, accents are signs of their own and drop out; đ has no decomposition
    for c in letters.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)) {
        let c = match c {
            'đ' => 'd',
            'Đ' => 'D',
            c => c,
        };
        if c.is_ascii_alphanumeric() {
            stem.push(c);
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
    }
    stem.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::file_stem;
    use crate::document::fixture;

    #[test]
    fn file_names_are_ascii_and_hold_together() {
        let mut plan = fixture::small();
        plan.year = 2026;
        plan.profile.symbol = "KH-TTCNTT".into();
        assert_eq!(file_stem(&plan), "KH-TTCNTT-2026");
        plan.profile.symbol.clear();
        plan.unit.abbreviation = "Cục TTKH&CN QG Đ/Ở".into();
        assert_eq!(file_stem(&plan), "KH-Cuc-TTKH-CN-QG-D-O-2026");
    }
}
