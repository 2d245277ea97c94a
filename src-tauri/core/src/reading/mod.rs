//! Bytes of a letter, decision, plan or annex → lines and tables ([`source`]) → meaning, with findings.
//!
//! Works on bytes, never on paths. Gives a value plus findings, never all or nothing; what the paper does not say
//! is `None` or empty, never guessed. Knows the genre's rules, never a particular paper.

mod meaning;
pub mod source;
mod tables;
mod wrap;

use thiserror::Error;

pub use meaning::{
    Article, Attachment, DocumentKind, LegalBasisRead, OutlineNode, PriorityTaskRead, ReadSignatory, ReadTask, Reading,
    TableGroup, TaskTable, Title,
};

/// Why a file cannot be read at all. Messages are for the planner; the caller adds which file.
#[derive(Debug, Error)]
#[error("{message}")]
pub struct ReadError {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// Reads a paper. `file_name` is used for its ending only (`.docx`, `.pdf`, `.xlsx`, `.txt`); the bytes decide.
///
/// # Errors
/// [`ReadError`] if the bytes are no such document: empty, damaged, of another format, a scan without text.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Reading, ReadError> {
    let blocks = source::blocks(bytes, file_name)?;
    let _ = blocks;
    unimplemented!("reading owner writes this")
}
