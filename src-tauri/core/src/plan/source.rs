//! The papers a plan was drafted from, and how a pre-filled thing names its place in one.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What a paper is to the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// The framework letter.
    Framework,
    /// The ministry's own plan, or one of its annexes.
    MinistryPlan,
    /// The unit's plan of last year.
    Previous,
}

/// A paper the plan was drafted from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Name within the plan: "framework", "ministry", "ministry-2", "previous".
    pub id: String,
    /// What it is to the plan.
    pub kind: PaperKind,
    /// Số, ký hiệu.
    pub number: Option<String>,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// File name, without its folder.
    pub file: String,
    /// SHA-256 of the file's bytes, lower-case hexadecimal.
    pub sha256: String,
}

/// Where a pre-filled thing comes from: a paper's id and a place in it, written "framework:Phần II/III/1".
/// The form and the unit's profile are named "form" and "profile".
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "bindings", derive(specta::Type), specta(type = String))]
pub struct Provenance {
    /// Id of a [`Source`], or "form", "profile".
    pub source: String,
    /// Outline path, "II/3" for a task, empty for the whole paper.
    pub place: String,
}

impl Provenance {
    /// A place in a paper.
    pub fn new(source: impl Into<String>, place: impl Into<String>) -> Self {
        Self { source: source.into(), place: place.into() }
    }

    /// Reads "source:place"; a text without a colon is a source's whole.
    pub fn parse(text: &str) -> Self {
        let (source, place) = text.split_once(':').unwrap_or((text, ""));
        Self::new(source, place)
    }
}

impl fmt::Display for Provenance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() { f.write_str(&self.source) } else { write!(f, "{}:{}", self.source, self.place) }
    }
}

impl Serialize for Provenance {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Provenance {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::parse(&text))
    }
}
