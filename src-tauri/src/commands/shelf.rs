//! The papers of a plan in the making: each is read once while the window is open, and set right as often as one likes.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use skh_core::drafting::Paper;
use skh_core::files::{self, Input};
use skh_core::reading::{self, Corrected, Correction, PaperView, ReadError, Reading};
use skh_core::store::PlanFile;
use specta::Type;
use tauri::{AppHandle, Wry};

use super::app_folder;
use crate::error::{CommandError, ErrorCode};

/// A paper and what the planner set right in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ChosenPaper {
    /// Where it is.
    pub path: String,
    /// SHA-256 of its bytes when the corrections were made; empty: not known.
    pub sha256: String,
    /// What was set right.
    pub corrections: Vec<Correction>,
}

/// A paper as it was read.
#[derive(Debug)]
pub struct Shelved {
    /// What was understood, its file and its bytes' SHA-256.
    pub paper: Paper,
    /// The paper to show.
    pub view: PaperView,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its letters were recognised by this program.
    pub recognised: bool,
}

/// What was read while the window is open.
#[derive(Default)]
pub struct Shelf(Mutex<HashMap<PathBuf, Arc<Shelved>>>);

impl Shelf {
    /// The paper, read anew only if the file has changed.
    ///
    /// # Errors
    /// If the file is missing or no paper; a scan has its own code.
    pub fn read(&self, app: &AppHandle<Wry>, path: &Path) -> Result<Arc<Shelved>, CommandError> {
        let input = files::read(path)?;
        if let Some(known) = self.known(path).filter(|known| known.bytes == input.bytes) {
            return Ok(known);
        }
        Ok(self.put(path, shelved(app, path, input)?))
    }

    /// What was read of a path, if anything.
    pub fn known(&self, path: &Path) -> Option<Arc<Shelved>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(path).cloned()
    }

    /// Keeps a paper.
    pub fn put(&self, path: &Path, paper: Shelved) -> Arc<Shelved> {
        let paper = Arc::new(paper);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), Arc::clone(&paper));
        paper
    }

    /// The paper set right, for drafting.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn corrected(&self, app: &AppHandle<Wry>, chosen: &ChosenPaper) -> Result<Paper, CommandError> {
        let shelved = self.read(app, Path::new(&chosen.path))?;
        let reading = Corrected::of(&shelved.paper.reading, &chosen.corrections).reading;
        Ok(Paper { reading, ..shelved.paper.clone() })
    }
}

fn shelved(app: &AppHandle<Wry>, path: &Path, input: Input) -> Result<Shelved, CommandError> {
    let Input { name, bytes } = input;
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("kehoach")) {
        let plan = PlanFile::open(path)?.plan()?;
        let paper = Paper::of_plan(&plan, &name, &bytes);
        return Ok(Shelved { paper, view: PaperView::default(), bytes, recognised: false });
    }
    match reading::read_to_show(&bytes, &name) {
        Ok((reading, view)) if reading.scanned_pages.is_empty() => {
            Ok(Shelved { paper: Paper::new(reading, &name, &bytes), view, bytes, recognised: false })
        }
        Ok((reading, view)) => {
            let paper = Paper::new(reading, &name, &bytes);
            Ok(match recalled(app, &paper.sha256) {
                Some((reading, view)) => Shelved { paper: Paper { reading, ..paper }, view, bytes, recognised: true },
                None => Shelved { paper, view, bytes, recognised: false },
            })
        }
        Err(error) if error.scan => {
            let known = Paper::sha256(&bytes);
            let (reading, view) = recalled(app, &known).ok_or_else(|| unreadable(path, &error))?;
            Ok(Shelved { paper: Paper::new(reading, &name, &bytes), view, bytes, recognised: true })
        }
        Err(error) => Err(unreadable(path, &error)),
    }
}

/// A paper that can't be read; a scan says so, for the window to offer recognition.
pub fn unreadable(path: &Path, error: &ReadError) -> CommandError {
    let failed = CommandError::failed(format!("không đọc được tệp “{}”: {}", path.display(), error.message), error.hint.clone());
    if error.scan { CommandError { code: ErrorCode::Scan, ..failed } } else { failed }
}

/// So many recognised scans are kept: those of a few years' plans.
const MOST_RECOGNISED: usize = 24;

/// Keeps what was recognised of a scan: minutes of work, done once. The oldest make room.
pub fn remember_recognised(app: &AppHandle<Wry>, paper: &Shelved) {
    let kept = (&paper.paper.reading, &paper.view);
    if let (Ok(folder), Ok(text)) = (app_folder(app, "recognised"), serde_json::to_vec(&kept)) {
        // Only a memory: without it the scan is recognised again.
        let _ = files::write_whole(&folder.join(format!("{}.json", paper.paper.sha256)), &text);
        forget_oldest(&folder, MOST_RECOGNISED);
    }
}

/// Leaves the `most` files of a folder that were written last.
fn forget_oldest(folder: &Path, most: usize) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut kept: Vec<_> = entries
        .filter(|entry| entry.path().extension().is_some_and(|ending| ending == "json"))
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
        .collect();
    kept.sort();
    for (_, path) in kept.iter().rev().skip(most) {
        // one that cannot be deleted now is so the next time
        let _ = std::fs::remove_file(path);
    }
}

fn recalled(app: &AppHandle<Wry>, sha256: &str) -> Option<(Reading, PaperView)> {
    let file = app_folder(app, "recognised").ok()?.join(format!("{sha256}.json"));
    serde_json::from_slice(&files::read(&file).ok()?.bytes).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::fs::{File, read_dir, write};
    use std::time::{Duration, SystemTime};

    use super::*;

    #[test]
    fn the_oldest_recognised_scans_make_room() {
        let folder = tempfile::tempdir().unwrap();
        for (age, name) in [(50, "a.json"), (10, "b.json"), (40, "c.json"), (99, "note.txt"), (20, "d.json")] {
            let path = folder.path().join(name);
            write(&path, "{}").unwrap();
            File::options().write(true).open(&path).unwrap().set_modified(SystemTime::now() - Duration::from_secs(age)).unwrap();
        }
        forget_oldest(folder.path(), 2);
        let mut left: Vec<_> = read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["b.json", "d.json", "note.txt"]);
    }
}
