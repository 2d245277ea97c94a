//! Reading an input whole.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::FileError;

/// The largest input read: 100 MB. A framework letter is below one, a scanned plan below 50; the file is held in memory
/// while it is read, some formats twice.
pub const MOST_BYTES: u64 = 100 << 20;

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Its name without folders.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// Reads a file whole. An empty file is read like any other; whether it means something is for `reading` to say.
///
/// # Errors
/// [`FileError`] if it is missing, no regular file, forbidden, held by another program or above [`MOST_BYTES`].
pub fn read(path: &Path) -> Result<Input, FileError> {
    let failed = |source| FileError::of(path, source);
    let about = std::fs::metadata(path).map_err(failed)?;
    // A folder has no bytes, and a pipe or device may never end.
    if !about.is_file() {
        return Err(FileError::NotAFile(path.to_owned()));
    }
    let too_large = |bytes: u64| FileError::TooLarge { path: path.to_owned(), megabytes: bytes.div_ceil(1 << 20) };
    if about.len() > MOST_BYTES {
        return Err(too_large(about.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
    let file = File::open(path).map_err(failed)?;
    // The size is taken again: a file may grow while it is read.
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(too_large(bytes.len() as u64));
    }
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Input { name, bytes })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_whole_under_its_own_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Công văn.txt");
        std::fs::write(&path, "Kính gửi").unwrap();
        let input = read(&path).unwrap();
        assert_eq!((input.name.as_str(), input.bytes.as_slice()), ("Công văn.txt", "Kính gửi".as_bytes()));
    }

    #[test]
    fn what_is_no_readable_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(read(&folder.path().join("a.docx")), Err(FileError::Missing(p)) if p.ends_with("a.docx")));
        assert!(matches!(read(folder.path()), Err(FileError::NotAFile(_))));
        let large = folder.path().join("large.pdf");
        File::create(&large).unwrap().set_len(MOST_BYTES + 1).unwrap();
        assert!(matches!(read(&large), Err(FileError::TooLarge { megabytes: 101, .. })));
        let plain = folder.path().join("plain");
        std::fs::write(&plain, "x").unwrap();
        assert!(matches!(read(&plain.join("a.docx")), Err(FileError::NotAFolder(p)) if p == plain));
    }
}
