//! A plan → the content of its pages, with no format yet: letterhead, headings, paragraphs, tables, signature block.
//!
//! DOCX and PDF both come from the [`Document`] made here and the one [`StyleSheet`], so they say the same with the
//! same sizes. Must not know fonts' bytes, lines or pages (layout) nor any file format (export).

mod annex;
mod body;
mod frame;
mod joins;
mod keeps;
mod measure;
mod model;
mod phrases;
mod style;
pub(crate) mod times;
mod widths;

pub use annex::{break_titles, heading as annex_heading, lists as annex_lists, table as annex_table, title as annex_title};
pub use joins::{BREAK, JOINED_HYPHEN, JOINED_SPACE, plain};
pub use measure::{Mm, Pt};
pub use model::{
    Align, AnnexRef, Block, CellAlign, Column, Document, Letterhead, Orientation, Paragraph, Part, Properties, Row, RowKind,
    Rule, RuleLength, Run, SignatureBlock, Table, TableCell,
};
pub use style::{PageSetup, Style, StyleName, StyleSheet, TABLE_SIZE};

use crate::plan::Plan;

/// Quốc hiệu (rule H1).
pub const COUNTRY: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Tiêu ngữ (rule H2).
pub const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";

/// Composes the whole set a unit issues: the plan, then its annex.
pub fn compose(plan: &Plan) -> Document {
    let mut blocks = vec![frame::letterhead(plan)];
    blocks.extend(frame::title(plan));
    blocks.extend(body::body(plan));
    blocks.push(frame::signature(plan));
    let mut parts = vec![Part { orientation: Orientation::Portrait, blocks }];
    parts.extend(annex::annex(plan));
    let properties =
        Properties {
            title: format!("Kế hoạch {}", plan.subject), author: plan.unit.name.clone(), subject: plan.subject.clone()
        };
    let mut document = Document { properties, parts };
    keeps::keep_openings(&mut document);
    joins::hold(&mut document, &StyleSheet::default());
    document
}

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;
