//! What can go wrong with a plan file.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use thiserror::Error;

use crate::files::FileError;

/// Why a plan file could not be made, opened or saved. The message names the file; [`StoreError::hint`] says what to do.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The disk says no.
    #[error(transparent)]
    File(#[from] FileError),
    /// A file of that name is there already.
    #[error("đã có tệp “{}”", .0.display())]
    Exists(PathBuf),
    /// Not made by this program.
    #[error("tệp “{}” không phải là tệp kế hoạch", .0.display())]
    NotAPlan(PathBuf),
    /// A plan file that is cut off or changed by something else.
    #[error("tệp kế hoạch “{}” bị hỏng ({detail})", path.display())]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// What does not fit.
        detail: String,
    },
    /// Saved by a later program.
    #[error(
        "tệp kế hoạch “{}” do bản chương trình mới hơn lưu (dữ liệu phiên bản {version}, bản này đọc được đến {known})",
        path.display()
    )]
    Newer {
        /// Which file.
        path: PathBuf,
        /// Its schema.
        version: u32,
        /// The last schema this program knows.
        known: u32,
    },
    /// Someone else has it open, or it is read-only: it can be read, not saved.
    #[error("không lưu được “{}”: tệp đang mở ở nơi khác hoặc chỉ cho đọc", .0.display())]
    ReadOnly(PathBuf),
    /// It was there when it was opened: deleted, renamed, or its drive taken out.
    #[error("không còn thấy tệp kế hoạch “{}”: tệp đã bị xóa, đổi tên hoặc ổ đĩa đã tháo ra", .0.display())]
    Gone(PathBuf),
    /// An earlier version that is not there any more.
    #[error("không còn phiên bản này trong tệp “{}”", .0.display())]
    NoVersion(PathBuf),
    /// The plan contradicts itself, so the file refuses it.
    #[error("kế hoạch không nhất quán, chưa lưu vào “{}” ({detail})", path.display())]
    Inconsistent {
        /// Which file.
        path: PathBuf,
        /// What does not fit.
        detail: String,
    },
    /// Anything else that SQLite says.
    #[error("không mở được tệp kế hoạch “{}” ({detail})", path.display())]
    Database {
        /// Which file.
        path: PathBuf,
        /// What SQLite says.
        detail: String,
    },
}

impl StoreError {
    /// What the planner can do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::File(error) => return error.hint(),
            Self::Exists(_) => "Chọn tên khác, hoặc cho phép ghi đè.",
            Self::NotAPlan(_) => "Chọn tệp .kehoach do chương trình này lưu.",
            Self::Damaged { .. } => "Dùng bản sao lưu, hoặc xin lại tệp từ người gửi.",
            Self::Newer { .. } => "Cập nhật chương trình rồi mở lại.",
            Self::NoVersion(_) => "Chọn phiên bản khác trong danh sách.",
            Self::ReadOnly(_) => "Đóng kế hoạch ở nơi đang mở, hoặc lưu thành tệp khác.",
            Self::Gone(_) => "Trả tệp về chỗ cũ, hoặc lưu thành tệp khác; nội dung đang soạn vẫn còn trong cửa sổ.",
            Self::Inconsistent { .. } => "Lưu thành tệp khác và báo lỗi cho người phát triển.",
            Self::Database { .. } => "Kiểm tra ổ đĩa và quyền của thư mục chứa tệp.",
        }
        .into()
    }

    /// Tells what SQLite's error means for `path`.
    pub(super) fn of(path: &Path, error: &rusqlite::Error) -> Self {
        let (path, detail) = (path.to_owned(), error.to_string());
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotAPlan(path),
            Some(ErrorCode::DiskFull) => Self::File(FileError::DiskFull(path)),
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::SystemIoFailure) if !path.exists() => Self::Gone(path),
            Some(ErrorCode::ReadOnly | ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::ReadOnly(path),
            Some(ErrorCode::ConstraintViolation) => Self::Inconsistent { path, detail },
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path, detail },
            Some(_) => Self::Database { path, detail },
            // Not SQLite but the values: a missing table is of the first kind, a word that means nothing of this one.
            None => Self::Damaged { path, detail },
        }
    }
}
