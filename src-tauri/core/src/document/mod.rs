//! A plan → the content of its pages, with no format yet: letterhead, headings, paragraphs, tables, signature block.
//!
//! DOCX and PDF both come from the [`Document`] made here and the one [`StyleSheet`], so they say the same with the
//! same sizes. Must not know fonts' bytes, lines or pages (layout) nor any file format (export).

mod annex;
mod annexes;
mod body;
mod cover;
mod decision;
mod frame;
mod joins;
mod keeps;
mod lists;
mod measure;
mod model;
mod phrases;
mod set;
mod style;
mod submission;
pub(crate) mod times;
mod widths;

pub use annex::{break_titles, lists as annex_lists, table as annex_table};
pub use annexes::{task_heading as annex_heading, task_title as annex_title};
pub use cover::Listed;
pub use joins::{BREAK, JOINED_HYPHEN, JOINED_SPACE, plain};
pub use measure::{Mm, Pt};
pub use model::{
    AgencySigns, Align, AnnexRef, Block, CellAlign, Column, Document, Letterhead, Orientation, Paragraph, Part, Properties, Row,
    RowKind, Rule, RuleLength, Run, SignatureBlock, Table, TableCell,
};
pub use set::{FileKind, Paper, Selection, SetFile, compose, compose_cover, compose_set, set_kinds};
pub use style::{PageSetup, Sizes, Style, StyleName, StyleSheet};

/// Quốc hiệu (rule H1).
pub const COUNTRY: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Tiêu ngữ (rule H2).
pub const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;
