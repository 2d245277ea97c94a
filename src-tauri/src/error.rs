//! What a command that failed tells the window: a sentence for the planner, and a code where the window acts on it.

use serde::{Deserialize, Serialize};
use skh_core::drafting::UnknownUnit;
use skh_core::files::FileError;
use skh_core::plan::EditError;
use skh_core::store::StoreError;
use specta::Type;

/// A failure at the window's boundary. Content that is wrong is no failure but a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CommandError {
    /// What the window does about it.
    pub code: ErrorCode,
    /// Which file or thing, and what is wrong with it.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// Only codes that the window acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// No plan is open: the window goes to the start.
    NoPlan,
    /// The plan's file can't be changed: the window offers to save it elsewhere.
    ReadOnly,
    /// The file is a scan: the window offers to recognise its letters.
    Scan,
    /// Shown, nothing else.
    Failed,
}

impl CommandError {
    /// A failure to show.
    pub fn failed(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code: ErrorCode::Failed, message: sentence(&message.into()), hint: sentence(&hint.into()) }
    }

    /// Nothing is open.
    pub fn no_plan() -> Self {
        Self { code: ErrorCode::NoPlan, ..Self::failed("chưa mở kế hoạch nào", "mở hoặc lập một kế hoạch") }
    }

    /// A failure inside the program: what it was doing, and what went wrong.
    pub fn inside(doing: &str, error: impl std::fmt::Display) -> Self {
        Self::failed(format!("{doing}: {error}"), "làm lại; nếu vẫn vậy, gửi câu này cho người phụ trách phần mềm")
    }
}

/// Begins with a capital and ends with a stop, as a sentence does.
fn sentence(text: &str) -> String {
    let text = text.trim();
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let stop = if text.ends_with(['.', '?', '!', ':']) { "" } else { "." };
    format!("{}{}{stop}", first.to_uppercase(), letters.as_str())
}

impl From<FileError> for CommandError {
    fn from(error: FileError) -> Self {
        Self::failed(error.to_string(), error.hint())
    }
}

impl From<StoreError> for CommandError {
    fn from(error: StoreError) -> Self {
        let elsewhere = matches!(error, StoreError::ReadOnly(_) | StoreError::Gone(_));
        let code = if elsewhere { ErrorCode::ReadOnly } else { ErrorCode::Failed };
        Self { code, ..Self::failed(error.to_string(), error.hint()) }
    }
}

impl From<UnknownUnit> for CommandError {
    fn from(unknown: UnknownUnit) -> Self {
        let nearest = if unknown.nearest.is_empty() {
            "chọn một đơn vị trong danh sách".to_owned()
        } else {
            format!("có phải: {}?", unknown.nearest.join("; "))
        };
        Self::failed(format!("không có đơn vị “{}” trong danh mục", unknown.name), nearest)
    }
}

impl From<EditError> for CommandError {
    fn from(error: EditError) -> Self {
        let hint = match &error {
            EditError::Page(_) => "ghi giá trị trong khoảng mà Nghị định 30/2020/NĐ-CP cho phép",
            EditError::NamelessUnit => "ghi tên đơn vị như trên con dấu",
            _ => "mở lại mục này rồi sửa lại",
        };
        Self::failed(error.to_string(), hint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_a_sentence() {
        assert_eq!(sentence("đề mục trống"), "Đề mục trống.");
        assert_eq!(sentence("Chọn tệp khác."), "Chọn tệp khác.");
        assert_eq!(sentence(" "), "");
    }
}
