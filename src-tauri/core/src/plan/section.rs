//! A section of the plan's outline.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::{Provenance, Span};

/// Identity of a section within its plan; stays when the section is renamed or moved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(transparent)]
pub struct SectionId(pub u32);

/// How far a section is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Trống.
    #[default]
    Empty,
    /// Điền sẵn.
    Prefilled,
    /// Đã sửa.
    Edited,
    /// Xong.
    Done,
}

/// What stands in a section besides its paragraphs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// Paragraphs only.
    #[default]
    Text,
    /// The plan's căn cứ, printed after the paragraphs, one a dash item.
    LegalBases,
    /// A reference to the annex with the list of tasks.
    Tasks,
    /// A reference to the annex with the results of last year, if there is one; the section needs text of its own.
    Results,
    /// A reference to the annex with the list of projects that have a budget, if there is one; as for results.
    Budget,
}

/// A row of a section's table of indicators; figures as written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Indicator {
    /// Chỉ tiêu.
    pub name: String,
    /// Đơn vị tính.
    pub unit: String,
    /// Reached in the year before the plan's; empty if it is not known.
    pub baseline: String,
    /// To be reached in the plan's year.
    pub target: String,
}

/// What one colleague writes to another about a section; never printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Comment {
    /// Who.
    pub author: String,
    /// When it was written, local time.
    pub time: NaiveDateTime,
    /// The paragraph it is about, from 0; `None`: the whole section.
    pub paragraph: Option<u32>,
    /// What.
    pub text: String,
    /// Dealt with.
    pub done: bool,
}

/// A section: heading, text, children.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Identity within the plan.
    pub id: SectionId,
    /// As printed, without its closing `.` or `)`: "Phần II", "III", "1", "1.1", "a".
    pub label: String,
    /// Heading; empty for an item without a title.
    pub heading: String,
    /// Whether the plan may not leave it empty.
    pub mandatory: bool,
    /// How far it is.
    pub status: Status,
    /// What stands in it besides its paragraphs.
    pub holds: Holds,
    /// Where the section itself comes from: "framework:Phần II/III/1".
    pub source: Option<Provenance>,
    /// Where its pre-filled text comes from; `None` if there was none or the planner replaced it.
    pub text_source: Option<Provenance>,
    /// What the letter or the form wants here, paragraphs joined by line feeds; empty if nothing was said.
    pub guidance: String,
    /// Paragraphs, plain text, NFC. One that begins with "a) ", "1. " or "- " is an item of that level.
    pub text: Vec<String>,
    /// Looks of pieces of its paragraphs, sorted.
    #[serde(default)]
    pub spans: Vec<Span>,
    /// Where each paragraph comes from, once some of a pre-filled text was replaced; empty: all from `text_source`.
    #[serde(default)]
    pub paragraph_sources: Vec<Option<Provenance>>,
    /// Its table of indicators, printed after the text.
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    /// Comments, oldest first; never printed.
    #[serde(default)]
    pub comments: Vec<Comment>,
    /// Sections below.
    pub children: Vec<Section>,
}

impl Section {
    /// The section's path below the path of the section above ("" at the top): "Phần II/III/1".
    pub fn path_below(&self, above: &str) -> String {
        if above.is_empty() { self.label.clone() } else { format!("{above}/{}", self.label) }
    }

    /// Whether it has neither text nor indicators of its own.
    pub fn says_nothing(&self) -> bool {
        self.text.is_empty() && self.indicators.is_empty()
    }

    /// Where a paragraph comes from; `None` if the planner wrote it.
    pub fn source_of(&self, paragraph: usize) -> Option<&Provenance> {
        match self.paragraph_sources.get(paragraph) {
            Some(source) => source.as_ref(),
            None => self.text_source.as_ref(),
        }
    }

    /// Whether neither the section nor any below it says anything yet.
    pub fn is_blank(&self) -> bool {
        let held = matches!(self.holds, Holds::LegalBases | Holds::Tasks);
        self.says_nothing() && !held && self.children.iter().all(Self::is_blank)
    }
}
