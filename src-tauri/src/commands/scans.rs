//! Recognising the letters of scans: page after page off the main thread, with progress, until done or given up.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::{Deserialize, Serialize};
use skh_core::drafting::Paper;
use skh_core::files::{self, OcrError, Tesseract};
use skh_core::reading::{self, Picture, Progress, ReadError, ScanError};
use specta::Type;
use tauri::{AppHandle, State, Wry};
use tauri_specta::Event;

use super::papers::{UnderstoodPaper, proposed, understood};
use super::shelf::{Shelf, Shelved, remember_recognised, unreadable};
use crate::error::CommandError;

/// Whether the recognition under way was given up.
#[derive(Default)]
pub struct Scans {
    given_up: AtomicBool,
}

/// How far a recognition has come.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
pub struct ScanProgress {
    /// Pages done.
    pub done: u32,
    /// Scanned pages in all.
    pub of: u32,
    /// The page in hand, from 1.
    pub page: u32,
}

/// Recognises a scan and reads it; `None` if the planner gave up.
#[tauri::command(async)]
#[specta::specta]
pub fn recognise_paper(
    app: AppHandle<Wry>,
    scans: State<'_, Scans>,
    shelf: State<'_, Shelf>,
    path: String,
) -> Result<Option<UnderstoodPaper>, CommandError> {
    let path = PathBuf::from(path);
    let input = files::read(&path)?;
    scans.given_up.store(false, Ordering::Relaxed);
    let tesseract = Tesseract::find().map_err(|error| not_recognised(&error))?;
    let mut read = |picture: &Picture| {
        let size = (picture.width, picture.height);
        let table = tesseract.read(size, &picture.grey, picture.resolution, picture.one_column, &scans.given_up);
        table.map_err(|error| match error {
            OcrError::Cancelled => ScanError::Cancelled,
            other => ScanError::Failed(ReadError::new(other.to_string(), other.hint())),
        })
    };
    let mut tell = |progress: Progress| {
        let Progress { done, of, page } = progress;
        // a window that is closing hears nothing any more
        let _ = ScanProgress { done, of, page }.emit(&app);
    };
    match reading::read_scan_to_show(&input.bytes, &input.name, &mut read, &mut tell) {
        Ok((reading, view)) => {
            let corrections = proposed(&app, &reading);
            let paper = Paper::new(reading, &input.name, &input.bytes);
            let paper = shelf.put(&path, Shelved { paper, view, bytes: input.bytes, recognised: true });
            remember_recognised(&app, &paper);
            Ok(Some(understood(&app, &paper, path.display().to_string(), corrections, false)))
        }
        Err(ScanError::Cancelled) => Ok(None),
        Err(ScanError::Failed(error)) => Err(unreadable(&path, &error)),
    }
}

/// Gives up the recognition under way.
#[tauri::command]
#[specta::specta]
pub fn stop_recognising(scans: State<'_, Scans>) {
    scans.given_up.store(true, Ordering::Relaxed);
}

fn not_recognised(error: &OcrError) -> CommandError {
    CommandError::failed(error.to_string(), error.hint())
}
