//! Something wrong or doubtful in content, told to a person: never a failure of the program.

use serde::{Deserialize, Serialize};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Cần rà soát.
    Warning,
    /// Phải sửa.
    Error,
}

/// The hint of a finding that the planner keeps as it is: told, and no longer in doubt.
pub const KEPT_AS_IS: &str = "Đơn vị giữ nguyên.";

/// What is wrong, where, and what to do; all three in Vietnamese.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// Where: "trang 3, dòng 12", "Phần II/III/1", "nhiệm vụ V.4".
    pub place: String,
    /// What, in one sentence.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

impl Finding {
    /// A finding worth knowing.
    pub fn info(place: impl Into<String>, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { severity: Severity::Info, place: place.into(), message: message.into(), hint: hint.into() }
    }

    /// A finding to look into.
    pub fn warning(place: impl Into<String>, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::info(place, message, hint) }
    }

    /// A finding that must be mended before the plan is signed.
    pub fn error(place: impl Into<String>, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { severity: Severity::Error, ..Self::info(place, message, hint) }
    }
}
