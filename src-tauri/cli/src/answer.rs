//! What a verb gives back: text for stdout, notes for stderr, an exit code; or why it could not.

use std::process::ExitCode;

use serde::Serialize;
use skh_core::files::FileError;
use skh_core::store::StoreError;

/// The exit codes of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// `check` found errors.
    FoundErrors = 1,
    /// The call is wrong.
    WrongCall = 2,
    /// An input can't be read.
    NotRead = 3,
    /// An output can't be written.
    NotWritten = 4,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// A verb's result.
#[derive(Debug)]
pub struct Answer {
    /// For stdout: with `--json` one document and nothing else.
    pub out: String,
    /// For stderr.
    pub notes: String,
    /// Done, or found errors.
    pub exit: Exit,
}

impl Answer {
    /// Done, with this on stdout.
    pub fn done(out: String) -> Self {
        Self { out, notes: String::new(), exit: Exit::Done }
    }

    /// Done, with one JSON document on stdout.
    pub fn json<T: Serialize>(value: &T) -> Result<Self, Failure> {
        let text = serde_json::to_string_pretty(value)
            .map_err(|error| Failure::output(format!("không tạo được JSON: {error}"), "Báo lỗi cho người phát triển."))?;
        Ok(Self::done(text + "\n"))
    }

    /// With these notes on stderr.
    pub fn noting(self, notes: String) -> Self {
        Self { notes, ..self }
    }
}

/// Why a verb could not do its work: what, and what to do.
#[derive(Debug)]
pub struct Failure {
    /// Which kind.
    pub exit: Exit,
    /// What is wrong, with the file's name where there is one.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Failure {
    /// The call is wrong.
    pub fn call(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { exit: Exit::WrongCall, message: message.into(), hint: hint.into() }
    }

    /// An input can't be read.
    pub fn input(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { exit: Exit::NotRead, message: message.into(), hint: hint.into() }
    }

    /// An output can't be written.
    pub fn output(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { exit: Exit::NotWritten, message: message.into(), hint: hint.into() }
    }

    /// Two lines for stderr.
    pub fn told(&self) -> String {
        let hint = if self.hint.is_empty() { String::new() } else { format!("  Cách xử lý: {}\n", self.hint) };
        format!("Lỗi: {}\n{hint}", self.message)
    }
}

/// A file that was to be read.
pub fn not_read(error: &FileError) -> Failure {
    Failure::input(error.to_string(), error.hint())
}

/// A file that was to be written.
pub fn not_written(error: &FileError) -> Failure {
    Failure::output(error.to_string(), error.hint())
}

/// A plan that was to be opened.
pub fn not_opened(error: &StoreError) -> Failure {
    Failure::input(error.to_string(), error.hint())
}

/// A plan that was to be saved.
pub fn not_saved(error: &StoreError) -> Failure {
    let hint = match error {
        StoreError::Exists(_) => "Chọn tên khác, hoặc thêm --overwrite để ghi đè.".into(),
        other => other.hint(),
    };
    Failure::output(error.to_string(), hint)
}
