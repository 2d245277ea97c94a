//! A plan → the content of its pages, with no format yet: letterhead, headings, paragraphs, tables, signature block.
//!
//! DOCX and PDF both come from the [`Document`] made here and the one [`StyleSheet`], so they say the same with the
//! same sizes. Must not know fonts' bytes, lines or pages (layout) nor any file format (export).

mod measure;
mod model;
mod style;

pub use measure::{Mm, Pt};
pub use model::{
    Align, AnnexRef, Block, CellAlign, Column, Document, Letterhead, Orientation, Paragraph, Part, Properties, Row, RowKind,
    Rule, RuleLength, Run, SignatureBlock, Table, TableCell,
};
pub use style::{PageSetup, Style, StyleName, StyleSheet, TABLE_SIZE};

use crate::plan::Plan;

/// Composes the whole set a unit issues: the plan, then its annex.
pub fn compose(plan: &Plan) -> Document {
    let _ = plan;
    unimplemented!("document owner writes this")
}
