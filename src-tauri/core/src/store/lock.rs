//! Who may save: the first opener holds a locked file beside the plan for as long as it is open.
//!
//! The system lets go of the lock when a program ends, however it ends, so the file that a crash leaves behind
//! blocks nobody.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

/// The right to save a plan file; given back, and its file removed, when dropped.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    // Held for its lock.
    _file: File,
}

impl Lock {
    /// Takes the right to save `plan`; `None` if another opener has it or the folder cannot be written.
    pub(super) fn take(plan: &Path) -> Option<Self> {
        let name = plan.file_name()?.to_string_lossy();
        let path = plan.with_file_name(format!(".{name}.lock"));
        // Twice: an opener that is just closing may remove the file between our opening and our locking it.
        (0..2).find_map(|_| {
            let file = OpenOptions::new().create(true).truncate(false).write(true).read(true).open(&path).ok()?;
            file.try_lock().ok()?;
            is_still(&file, &path).then(|| Self { path: path.clone(), _file: file })
        })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// Whether `path` still names the file we hold.
#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    matches!((file.metadata(), fs::metadata(path)), (Ok(held), Ok(named)) if held.ino() == named.ino())
}

#[cfg(not(unix))]
fn is_still(_: &File, path: &Path) -> bool {
    path.exists()
}
