//! Writing outputs whole or not at all: into a new file beside the old one, then in its place.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempPath};

use super::FileError;

/// Writes a file whole. The old one stays as it is until the new one is complete on the disk, and whenever this fails.
///
/// # Errors
/// [`FileError`] if the folder is missing or full, or the old file is read-only or open in another program.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    write_set(&[(path.to_owned(), bytes)])
}

/// Writes several files that belong together. None is put in place before all are complete on the disk, and if one cannot
/// be put in place those before it are taken back, so that a full disk or an open file leaves the whole old set.
///
/// # Errors
/// As [`write_whole`], for the first file that fails; [`FileError::Mixed`] if then even taking back fails.
pub fn write_set<B: AsRef<[u8]>>(files: &[(PathBuf, B)]) -> Result<(), FileError> {
    let targets = files.iter().map(|(path, _)| target(path)).collect::<Result<Vec<_>, _>>()?;
    let mut ready = Vec::with_capacity(files.len());
    for (target, (_, bytes)) in targets.into_iter().zip(files) {
        let whole = beside(&target, bytes.as_ref())?;
        ready.push((whole, target));
    }
    put_in_place(ready, |whole, target| whole.persist(target).map_err(|failure| failure.error))
}

/// A file that was put in place, and what stood there before.
struct Placed {
    target: PathBuf,
    /// The old file under a passing name; none where there was no file.
    old: Option<TempPath>,
}

/// Puts complete files in place one by one; `place` renames one.
fn put_in_place(
    ready: Vec<(TempPath, PathBuf)>,
    place: impl Fn(TempPath, &Path) -> std::io::Result<()>,
) -> Result<(), FileError> {
    // One file replaces its old one in a single step; of several, the old ones are kept until the last is in place.
    let several = ready.len() > 1;
    let mut placed: Vec<Placed> = Vec::with_capacity(ready.len());
    for (whole, target) in ready {
        let step = if several { keep(&target) } else { Ok(None) };
        let step = step.and_then(|old| match place(whole, &target) {
            Ok(()) => Ok(old),
            Err(source) => Err(FileError::of(&target, source)),
        });
        match step {
            Ok(old) => placed.push(Placed { target, old }),
            Err(error) => return Err(take_back(placed, error)),
        }
    }
    for folder in placed.iter().map(|one| folder_of(&one.target)) {
        settle(folder);
    }
    Ok(())
}

/// A second name for the old file, so that it can be put back; a copy where the disk knows no second names.
fn keep(target: &Path) -> Result<Option<TempPath>, FileError> {
    if !target.exists() {
        return Ok(None);
    }
    let failed = |error| FileError::of(target, error);
    let passing = tempfile::Builder::new().prefix(".skh-").suffix(".old").tempfile_in(folder_of(target));
    let passing = passing.map_err(failed)?.into_temp_path();
    fs::remove_file(&passing).map_err(failed)?;
    fs::hard_link(target, &passing).or_else(|_| fs::copy(target, &passing).map(|_| ())).map_err(failed)?;
    Ok(Some(passing))
}

/// Puts the old files back, the last first.
fn take_back(placed: Vec<Placed>, error: FileError) -> FileError {
    let mut stuck = Vec::new();
    for Placed { target, old } in placed.into_iter().rev() {
        let back = match old {
            Some(old) => old.persist(&target).map_err(|failure| {
                // the old content stays under its passing name rather than be lost
                let _ = failure.path.keep();
            }),
            None => fs::remove_file(&target).map_err(|_| ()),
        };
        match back {
            Ok(()) => settle(folder_of(&target)),
            Err(()) => stuck.push(target),
        }
    }
    if stuck.is_empty() { error } else { FileError::Mixed { cause: Box::new(error), new: stuck } }
}

/// The folder a path lies in; "." for a bare name.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Where a link leads, once it is sure that it may be written.
fn target(path: &Path) -> Result<PathBuf, FileError> {
    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let folder = folder_of(path);
            return match fs::metadata(folder) {
                Ok(about) if about.is_dir() => Ok(path.to_owned()),
                Ok(_) => Err(FileError::NotAFolder(folder.to_owned())),
                Err(_) => Err(FileError::NoFolder(folder.to_owned())),
            };
        }
        Err(error) => return Err(FileError::of(path, error)),
    };
    // Renaming over a device would replace the device.
    if !about.is_file() {
        return Err(FileError::NotAFile(path.to_owned()));
    }
    if about.permissions().readonly() {
        return Err(FileError::ReadOnly(path.to_owned()));
    }
    let real = fs::canonicalize(path).map_err(|error| FileError::of(path, error))?;
    if let Some(mark) = office_marks(&real).into_iter().find(|m| m.exists()) {
        return Err(FileError::Locked { path: path.to_owned(), mark: Some(mark) });
    }
    // On Windows this is what fails while Word or Excel holds the file.
    OpenOptions::new().write(true).open(&real).map_err(|error| FileError::of(path, error))?;
    Ok(real)
}

/// The marks that office programs leave beside a file they hold open: LibreOffice's `.~lock.a.docx#`, Excel's and
/// Word's `~$a.docx` (Word puts it over the first two letters of a long name).
fn office_marks(path: &Path) -> Vec<PathBuf> {
    let Some(name) = path.file_name().and_then(|n| n.to_str()) else { return Vec::new() };
    let folder = folder_of(path);
    let mut marks = vec![folder.join(format!(".~lock.{name}#")), folder.join(format!("~${name}"))];
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).chars().count();
    let hidden = stem.saturating_sub(6).min(2);
    if hidden > 0 {
        let rest: String = name.chars().skip(hidden).collect();
        marks.push(folder.join(format!("~${rest}")));
    }
    marks
}

/// The new content, complete on the disk, under a passing name in the target's folder; gone if it is dropped.
fn beside(target: &Path, bytes: &[u8]) -> Result<TempPath, FileError> {
    let failed = |source: std::io::Error| match source.kind() {
        ErrorKind::NotFound => FileError::NoFolder(folder_of(target).to_owned()),
        _ => FileError::of(target, source),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".skh-").suffix(".tmp");
    let permissions = permissions_for(target);
    if let Some(permissions) = &permissions {
        builder.permissions(permissions.clone());
    }
    let mut file: NamedTempFile = builder.tempfile_in(folder_of(target)).map_err(failed)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    Ok(file.into_temp_path())
}

/// The old file's permissions, else what the system gives any new file: a passing file's own would hide it from others.
#[cfg(unix)]
fn permissions_for(target: &Path) -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(fs::metadata(target).map_or_else(|_| Permissions::from_mode(0o666), |about| about.permissions()))
}

#[cfg(not(unix))]
fn permissions_for(_: &Path) -> Option<Permissions> {
    None
}

/// Makes the new name itself last; not every system lets a folder be synced, and the bytes are safe already.
fn settle(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    fn listing(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_written_and_replaced_with_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.docx");
        write_whole(&path, b"one").unwrap();
        write_whole(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(listing(folder.path()), ["a.docx"]);
    }

    #[test]
    fn a_set_is_written_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let (first, second) = (folder.path().join("a.docx"), folder.path().join("none").join("b.pdf"));
        fs::write(&first, "old").unwrap();
        let failure = write_set(&[(first.clone(), b"new"), (second, b"new")]).unwrap_err();
        assert!(matches!(failure, FileError::NoFolder(p) if p.ends_with("none")));
        assert_eq!(fs::read(&first).unwrap(), b"old");
        assert_eq!(listing(folder.path()), ["a.docx"]);
    }

    /// Three files, two of which had an older one.
    fn three(folder: &Path) -> Vec<(TempPath, PathBuf)> {
        let names = ["a.docx", "b.pdf", "c.xlsx"];
        for name in ["a.docx", "c.xlsx"] {
            fs::write(folder.join(name), "old").unwrap();
        }
        names.iter().map(|name| folder.join(name)).map(|target| (beside(&target, b"new").unwrap(), target)).collect()
    }

    #[test]
    fn a_set_that_fails_midway_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let ready = three(folder.path());
        let failure = put_in_place(ready, |whole, target| {
            if target.ends_with("c.xlsx") {
                return Err(ErrorKind::PermissionDenied.into());
            }
            whole.persist(target).map_err(|failure| failure.error)
        });
        assert!(matches!(failure, Err(FileError::Forbidden(p)) if p.ends_with("c.xlsx")));
        assert_eq!(listing(folder.path()), ["a.docx", "c.xlsx"]);
        for name in ["a.docx", "c.xlsx"] {
            assert_eq!(fs::read(folder.path().join(name)).unwrap(), b"old");
        }
    }

    #[test]
    fn a_set_replaces_old_files_and_leaves_none_of_them() {
        let folder = tempfile::tempdir().unwrap();
        put_in_place(three(folder.path()), |whole, target| whole.persist(target).map_err(|failure| failure.error)).unwrap();
        assert_eq!(listing(folder.path()), ["a.docx", "b.pdf", "c.xlsx"]);
        assert_eq!(fs::read(folder.path().join("a.docx")).unwrap(), b"new");
    }

    #[test]
    fn where_a_set_cannot_be_taken_back_the_files_that_are_new_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let ready = three(folder.path());
        let failure = put_in_place(ready, |whole, target| {
            if target.ends_with("c.xlsx") {
                // what was put in place vanishes under us
                fs::remove_file(folder.path().join("b.pdf")).unwrap();
                return Err(ErrorKind::PermissionDenied.into());
            }
            whole.persist(target).map_err(|failure| failure.error)
        });
        let Err(FileError::Mixed { cause, new }) = failure else { panic!("{failure:?}") };
        assert!(matches!(*cause, FileError::Forbidden(_)));
        assert_eq!(new, [folder.path().join("b.pdf")]);
        assert_eq!(fs::read(folder.path().join("a.docx")).unwrap(), b"old");
    }

    #[test]
    fn a_file_that_an_office_program_holds_is_left_alone() {
        for mark in [".~lock.KH-TTCNTT-2026.docx#", "~$-TTCNTT-2026.docx", "~$KH-TTCNTT-2026.docx"] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("KH-TTCNTT-2026.docx");
            fs::write(&path, "old").unwrap();
            fs::write(folder.path().join(mark), "").unwrap();
            assert!(matches!(write_whole(&path, b"new"), Err(FileError::Locked { .. })), "{mark}");
            assert_eq!(fs::read(&path).unwrap(), b"old");
        }
    }

    #[test]
    fn folders_read_only_files_and_paths_below_files_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        assert!(matches!(write_whole(folder.path(), b""), Err(FileError::NotAFile(_))));
        fs::write(&path, "old").unwrap();
        assert!(matches!(write_whole(&path.join("b.pdf"), b""), Err(FileError::NotAFolder(p)) if p == path));
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert!(matches!(write_whole(&path, b"new"), Err(FileError::ReadOnly(_))));
        assert_eq!(fs::read(&path).unwrap(), b"old");
    }
}
