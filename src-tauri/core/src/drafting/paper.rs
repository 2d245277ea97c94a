//! A paper that a plan is drafted from: what was read of it, and which file it was.

use sha2::{Digest, Sha256};

use crate::plan::{PaperKind, Source};
use crate::reading::Reading;

/// A paper handed to the drafting.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// What was understood of it.
    pub reading: Reading,
    /// File name, without its folder.
    pub file: String,
    /// SHA-256 of the file's bytes, lower-case hexadecimal.
    pub sha256: String,
}

impl Paper {
    /// A reading with the name and bytes of the file it was read from.
    pub fn new(reading: Reading, file_name: &str, bytes: &[u8]) -> Self {
        let file = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name).to_owned();
        Self { reading, file, sha256: Self::sha256(bytes) }
    }

    /// SHA-256 of bytes, lower-case hexadecimal.
    pub fn sha256(bytes: &[u8]) -> String {
        Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The paper as the plan lists it.
    pub(super) fn source(&self, id: &str, kind: PaperKind) -> Source {
        Source {
            id: id.to_owned(),
            kind,
            number: self.reading.number.clone(),
            date: self.reading.date,
            file: self.file.clone(),
            sha256: self.sha256.clone(),
        }
    }
}
