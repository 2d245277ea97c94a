//! What can go wrong with a file: which one, what, and what to do about it.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Why a file could not be read or written. The message names the file; [`FileError::hint`] says what to do.
#[derive(Debug, Error)]
pub enum FileError {
    /// Nothing there.
    #[error("không có tệp “{}”", .0.display())]
    Missing(PathBuf),
    /// The folder that should hold it is not there.
    #[error("không có thư mục “{}”", .0.display())]
    NoFolder(PathBuf),
    /// A part of its path that should be a folder is none.
    #[error("“{}” không phải là thư mục", .0.display())]
    NotAFolder(PathBuf),
    /// A folder or device where a file should be.
    #[error("“{}” không phải là một tệp", .0.display())]
    NotAFile(PathBuf),
    /// The system does not let us.
    #[error("không có quyền mở “{}”", .0.display())]
    Forbidden(PathBuf),
    /// Larger than any paper.
    #[error("tệp “{}” quá lớn: {megabytes} MB", path.display())]
    TooLarge {
        /// Which file.
        path: PathBuf,
        /// Its size in megabytes.
        megabytes: u64,
    },
    /// No room left.
    #[error("ổ đĩa đã đầy, không ghi được “{}”", .0.display())]
    DiskFull(PathBuf),
    /// The system lets this user write no file so large.
    #[error("hệ thống giới hạn cỡ tệp, không ghi được “{}”", .0.display())]
    OverLimit(PathBuf),
    /// Another program holds it open.
    #[error("tệp “{}” đang mở trong chương trình khác", path.display())]
    Locked {
        /// Which file.
        path: PathBuf,
        /// The mark the other program left beside it, if that is how we know.
        mark: Option<PathBuf>,
    },
    /// It is marked read-only.
    #[error("tệp “{}” được đặt là chỉ đọc", .0.display())]
    ReadOnly(PathBuf),
    /// A set of files could not be written, nor those before it be taken back.
    #[error("{cause}; các tệp sau đã là bản mới: {}", listed(new))]
    Mixed {
        /// Why the set could not be written.
        cause: Box<FileError>,
        /// The files that are new already.
        new: Vec<PathBuf>,
    },
    /// No typeface with all Vietnamese letters.
    #[error("không tìm thấy phông chữ Times New Roman, Liberation Serif 2 hay Tinos có đủ chữ tiếng Việt")]
    NoFont,
    /// Anything else the system says.
    #[error("không mở được “{}”: {source}", path.display())]
    Other {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: Error,
    },
}

impl FileError {
    /// What the planner can do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::Missing(_) => "Kiểm tra lại tên tệp và thư mục.".into(),
            Self::NoFolder(_) => "Tạo thư mục này hoặc chọn thư mục khác.".into(),
            Self::NotAFolder(_) => "Chọn một thư mục khác.".into(),
            Self::NotAFile(_) => "Chọn một tệp, không chọn thư mục hay thiết bị.".into(),
            Self::Forbidden(_) => "Chọn nơi khác, hoặc nhờ quản trị máy cấp quyền.".into(),
            Self::TooLarge { .. } => format!("Chỉ đọc được tệp đến {} MB; tách tệp hoặc giảm cỡ ảnh.", super::MOST_BYTES >> 20),
            Self::DiskFull(_) => "Xóa bớt tệp hoặc chọn ổ đĩa khác.".into(),
            Self::OverLimit(_) => "Nhờ quản trị máy nâng giới hạn cỡ tệp, hoặc chọn ổ đĩa khác.".into(),
            Self::Locked { mark: None, .. } => "Đóng tệp trong chương trình kia rồi làm lại.".into(),
            Self::Locked { mark: Some(mark), .. } => {
                format!("Đóng tệp trong chương trình kia rồi làm lại; nếu không còn mở ở đâu thì xóa “{}”.", mark.display())
            }
            Self::ReadOnly(_) => "Bỏ thuộc tính chỉ đọc của tệp hoặc chọn tên khác.".into(),
            Self::Mixed { cause, .. } => format!("{} Sau đó xuất lại để cả bộ tệp cùng một bản.", cause.hint()),
            Self::NoFont => "Cài Times New Roman hoặc gói fonts-liberation2, \
                 hoặc đặt biến SKH_FONT_DIR là thư mục chứa phông."
                .into(),
            Self::Other { .. } => "Kiểm tra ổ đĩa hoặc chọn tệp khác.".into(),
        }
    }

    /// Tells what the system's error means for `path`.
    pub fn of(path: &Path, source: Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            ErrorKind::NotFound => Self::Missing(path),
            ErrorKind::PermissionDenied => Self::Forbidden(path),
            ErrorKind::IsADirectory => Self::NotAFile(path),
            ErrorKind::NotADirectory => Self::NotAFolder(path.parent().map(Path::to_owned).unwrap_or(path)),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull(path),
            ErrorKind::FileTooLarge => Self::OverLimit(path),
            ErrorKind::ReadOnlyFilesystem => Self::Forbidden(path),
            ErrorKind::ExecutableFileBusy | ErrorKind::ResourceBusy => Self::Locked { path, mark: None },
            _ if held_by_another(&source) => Self::Locked { path, mark: None },
            _ => Self::Other { path, source },
        }
    }
}

fn listed(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| format!("“{}”", path.display())).collect::<Vec<_>>().join(", ")
}

/// ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION: how Windows says that Word holds a file open.
fn held_by_another(error: &Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}
