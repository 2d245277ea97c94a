//! What was understood of a paper: the shape that `skh read --json` prints.
//! The names are the contract's own; fields may be added, not renamed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::plan::{Citation, Finding};

/// Which family a paper belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Công văn, with or without a framework behind it.
    OfficialLetter,
    /// Quyết định, with or without a plan behind it.
    Decision,
    /// Kế hoạch with no decision before it; also a lone annex.
    Plan,
}

/// What was understood of a paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// Family.
    pub kind: DocumentKind,
    /// Letterhead lines of the issuer, top to bottom.
    pub issuer: Vec<String>,
    /// Số, ký hiệu; "/QĐ-BCĐCĐS" while the number is still blank.
    pub number: Option<String>,
    /// Địa danh.
    pub place: Option<String>,
    /// `None` while day or month is blank.
    pub date: Option<NaiveDate>,
    /// Tên loại and trích yếu.
    pub title: Title,
    /// The plan or framework behind a letter or decision.
    pub attachment: Option<Attachment>,
    /// Kính gửi.
    pub addressees: Vec<String>,
    /// Nơi nhận, without the dashes.
    pub recipients: Vec<String>,
    /// Who signed.
    pub signatory: Option<ReadSignatory>,
    /// When the letter asks for the plan.
    pub deadline: Option<NaiveDate>,
    /// Căn cứ of the document and those listed in its outline.
    pub legal_bases: Vec<LegalBasisRead>,
    /// Điều.
    pub articles: Vec<Article>,
    /// The numbered tasks of a framework letter.
    pub priority_tasks: Vec<PriorityTaskRead>,
    /// The outline of the plan or framework, annexes of text included ("Phụ lục 01").
    pub outline: Vec<OutlineNode>,
    /// Tables of tasks.
    pub task_tables: Vec<TaskTable>,
    /// Footnotes and endnotes, which stand out of the running text.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// Doubts, each with its place and what to do.
    pub findings: Vec<Finding>,
    /// Where the values of its head and its closing stand.
    #[serde(default)]
    pub at: HeadPlaces,
    /// Pages that are pictures without text, counted from 1; they can be recognised ([`super::read_scan`]).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scanned_pages: Vec<u32>,
}

/// Where what a paper says of itself stands ("trang 1, dòng 2"), each named as its value in [`Reading`]; `None` for what it
/// does not say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct HeadPlaces {
    /// Its first line.
    pub issuer: Option<String>,
    /// Số, ký hiệu; of a paper without its letterhead, where a part says what it came with.
    pub number: Option<String>,
    /// Địa danh.
    pub place: Option<String>,
    /// Trích yếu: the first line of the title it belongs to; of what stands behind the paper if there is such a thing.
    pub subject: Option<String>,
    /// Date of the paper, as [`HeadPlaces::number`].
    pub date: Option<String>,
    /// Kính gửi.
    pub addressees: Option<String>,
    /// Nơi nhận.
    pub recipients: Option<String>,
    /// The first line of the signature.
    pub signatory: Option<String>,
    /// The paragraph that asks for the plan.
    pub deadline: Option<String>,
}

/// A footnote or endnote.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Where it is referred to: "đoạn 12".
    pub at: String,
    /// One paragraph.
    pub text: String,
}

/// Tên loại, trích yếu.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// "Công văn", "Quyết định", "Kế hoạch".
    pub kind: Option<String>,
    /// Trích yếu, one line.
    pub subject: Option<String>,
}

/// What stands behind a letter or a decision.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// "Kế hoạch", "Khung kế hoạch".
    pub kind: Option<String>,
    /// Its subject, one line.
    pub subject: Option<String>,
    /// "(Kèm theo Quyết định số …)", as printed.
    pub issued_with: Option<String>,
}

/// Who signed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadSignatory {
    /// Authority and post, one a line.
    pub authority: Vec<String>,
    /// Full name.
    pub name: Option<String>,
}

/// A căn cứ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalBasisRead {
    /// The document cited.
    #[serde(flatten)]
    pub citation: Citation,
    /// "preamble", or the outline path, e.g. "Phần II/I".
    #[serde(rename = "where")]
    pub at: String,
    /// Where it is cited: "trang 1, dòng 12"; of one listed in the outline, where its node begins.
    #[serde(rename = "at", default)]
    pub place: String,
}

/// An article of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Điều.
    pub no: u32,
    /// Its paragraphs, without "Điều 1.".
    pub text: Vec<String>,
    /// Where it begins.
    #[serde(default)]
    pub at: String,
}

/// A priority task of a framework letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriorityTaskRead {
    /// As numbered.
    pub no: u32,
    /// One paragraph.
    pub text: String,
    /// Where it begins.
    #[serde(default)]
    pub at: String,
}

/// A node of an outline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct OutlineNode {
    /// As printed, without its closing `.` or `)`: "Phần I", "I", "1", "1.1", "a", "-".
    pub label: String,
    /// Its title; `None` for an item that is a sentence.
    pub heading: Option<String>,
    /// What stands under it before the next label; of an item without a title, the item itself.
    pub text: Vec<String>,
    /// Nodes below.
    pub children: Vec<OutlineNode>,
    /// Where it begins: "trang 3, dòng 12".
    #[serde(default)]
    pub at: String,
    /// Whether a plan must have it, where the planner has said so; papers do not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandatory: Option<bool>,
}

/// A table of tasks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskTable {
    /// What stands above it.
    pub title: Option<String>,
    /// Header cells as printed.
    pub columns: Vec<String>,
    /// What each column means (reading contract); an unknown one keeps its printed name.
    pub fields: Vec<String>,
    /// Groups in order.
    pub groups: Vec<TableGroup>,
    /// Rows in order.
    pub tasks: Vec<ReadTask>,
}

/// A group row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableGroup {
    /// "I", "A", …
    pub label: String,
    /// Its title.
    pub title: String,
    /// Where its row begins: "trang 28, dòng 3", "ô B12".
    #[serde(default)]
    pub at: String,
}

/// A row: its group and one text a field. Serialises as `{"group": "I", "no": 1, "name": "…", …}`;
/// `no` is a number where it is one, empty cells are `null`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadTask {
    /// Label of its group; `None` in a table without groups.
    pub group: Option<String>,
    /// STT as printed.
    pub no: Option<String>,
    /// The other fields with what stands in them, in the table's order; line feeds kept.
    pub cells: Vec<(String, String)>,
    /// Where its row begins: "trang 28, dòng 3", "ô B12".
    pub at: String,
}

impl ReadTask {
    /// What stands in a field; empty if nothing does.
    pub fn cell(&self, field: &str) -> &str {
        self.cells.iter().find(|(name, _)| name == field).map_or("", |(_, text)| text.as_str())
    }
}

impl Serialize for ReadTask {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("group", &self.group)?;
        match self.no.as_deref().map(str::parse::<u32>) {
            Some(Ok(number)) => map.serialize_entry("no", &number)?,
            _ => map.serialize_entry("no", &self.no)?,
        }
        for (field, text) in &self.cells {
            let text = Some(text).filter(|t| !t.is_empty());
            map.serialize_entry(field, &text)?;
        }
        map.serialize_entry("at", &self.at)?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for ReadTask {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let map = serde_json::Map::deserialize(deserializer)?;
        let text = |value: serde_json::Value| match value {
            serde_json::Value::String(text) => text,
            serde_json::Value::Null => String::new(),
            other => other.to_string(),
        };
        let mut task = Self::default();
        for (key, value) in map {
            let value = text(value);
            match key.as_str() {
                "group" => task.group = Some(value).filter(|v| !v.is_empty()),
                "no" => task.no = Some(value).filter(|v| !v.is_empty()),
                "at" => task.at = value,
                _ => task.cells.push((key, value)),
            }
        }
        Ok(task)
    }
}
