//! The files a unit sends: what they are called, which of them would replace others, writing them, and opening them after.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use chrono::{Local, NaiveDateTime};
use serde::{Deserialize, Serialize};
use skh_core::document::{Paper, Selection};
use skh_core::export::{self, ExportError, Wanted};
use skh_core::files;
use specta::Type;
use tauri::{AppHandle, Manager, State, Wry};
use tauri_specta::Event;

use super::history;
use crate::dialogs::{self, Ask};
use crate::error::CommandError;
use crate::opener;
use crate::session::Session;
use crate::typeface::Typeface;

/// Exports of this session.
#[derive(Default)]
pub struct Exports {
    stopped: AtomicBool,
    /// Files and folders that were written to: only these are opened.
    written: Mutex<HashSet<PathBuf>>,
}

/// Which files to write.
#[derive(Debug, Clone, Copy, Deserialize, Type)]
pub struct Formats {
    /// PDF with a signature field.
    pub pdf: bool,
    /// PDF/A for the archive.
    pub archive: bool,
    /// Word.
    pub docx: bool,
    /// Excel, the annex.
    pub xlsx: bool,
}

/// Which papers to write beside what is signed: the plan, and the decision that issues it.
#[derive(Debug, Clone, Copy, Deserialize, Type)]
pub struct Papers {
    /// The submission.
    pub submission: bool,
    /// The cover sheet.
    pub cover: bool,
    /// Each annex as a file of its own.
    pub annex_files: bool,
}

/// A file that would be written.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PlannedFile {
    /// Its name.
    pub name: String,
    /// Last change of the file that it would replace.
    pub replaces: Option<NaiveDateTime>,
}

/// What became of an export.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum ExportOutcome {
    /// All files are written.
    Written {
        /// Which, and where.
        exported: Exported,
    },
    /// These are there already and were not to be replaced; nothing was written.
    Exists {
        /// Their names.
        names: Vec<String>,
    },
    /// The planner stopped it; nothing was written.
    Stopped,
}

/// What was written.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Exported {
    /// When.
    pub at: NaiveDateTime,
    /// Where.
    pub folder: String,
    /// Which files.
    pub files: Vec<ExportedFile>,
}

/// A file that was written.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ExportedFile {
    /// Its name.
    pub name: String,
    /// Its whole path.
    pub path: String,
    /// Its size.
    pub bytes: usize,
    /// Whether an older file was replaced.
    pub replaced: bool,
}

/// How far an export has come.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
pub struct ExportProgress {
    /// Steps done.
    pub done: usize,
    /// All of them.
    pub of: usize,
    /// The file in hand.
    pub name: String,
}

fn wanted(formats: Formats, papers: Papers) -> Wanted {
    let asked = [(papers.cover, Paper::Cover), (papers.submission, Paper::Submission)];
    let mut selection = Selection { annex_files: papers.annex_files, ..Selection::default() };
    selection.papers.extend(asked.into_iter().filter(|(asked, _)| *asked).map(|(_, paper)| paper));
    Wanted { selection, docx: formats.docx, pdf: formats.pdf, xlsx: formats.xlsx, archive: formats.archive }
}

/// Asks for the folder to export to; `None` if the planner gave up.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_folder(app: AppHandle<Wry>) -> Option<String> {
    dialogs::ask(&app, &Ask::Folder).map(|path| path.display().to_string())
}

/// The files that an export would write, and what they would replace in the folder; `None` if the folder is gone.
#[tauri::command(async)]
#[specta::specta]
pub fn planned_files(
    session: State<'_, Session>,
    folder: Option<String>,
    formats: Formats,
    papers: Papers,
) -> Result<Option<Vec<PlannedFile>>, CommandError> {
    let names = session.with(|open| Ok(export::names(open.plan(), &wanted(formats, papers))))?;
    let folder = folder.map(PathBuf::from);
    if folder.as_ref().is_some_and(|folder| !folder.is_dir()) {
        return Ok(None);
    }
    let file = |name: String| {
        let there = folder.as_ref().and_then(|folder| std::fs::metadata(folder.join(&name)).ok());
        let changed = there.and_then(|about| about.modified().ok());
        PlannedFile { name, replaces: changed.map(|time| chrono::DateTime::<Local>::from(time).naive_local()) }
    };
    Ok(Some(names.into_iter().map(file).collect()))
}

/// Writes the files asked for, all or none. Files of the same names are replaced only if `replace` names them.
#[tauri::command]
#[specta::specta]
pub async fn export_plan(
    app: AppHandle<Wry>,
    folder: String,
    formats: Formats,
    papers: Papers,
    replace: Vec<String>,
) -> Result<ExportOutcome, CommandError> {
    app.state::<Exports>().stopped.store(false, Ordering::SeqCst);
    let work = move || write(&app, Path::new(&folder), &wanted(formats, papers), &replace);
    let done = tauri::async_runtime::spawn_blocking(work).await;
    done.map_err(|error| CommandError::inside("xuất văn bản", error))?
}

/// Ends the export under way before its next step; nothing is written then.
#[tauri::command]
#[specta::specta]
pub fn stop_exporting(exports: State<'_, Exports>) {
    exports.stopped.store(true, Ordering::SeqCst);
}

fn write(app: &AppHandle<Wry>, folder: &Path, wanted: &Wanted, replace: &[String]) -> Result<ExportOutcome, CommandError> {
    let exports = app.state::<Exports>();
    let plan = app.state::<Session>().with(|open| Ok(open.shared()))?;
    let old: Vec<String> = export::names(&plan, wanted).into_iter().filter(|name| folder.join(name).exists()).collect();
    let names: Vec<String> = old.iter().filter(|name| !replace.contains(name)).cloned().collect();
    if !names.is_empty() {
        return Ok(ExportOutcome::Exists { names });
    }
    history::keep_exported(&app.state::<Session>());
    let fonts = if wanted.needs_fonts() { Some(app.state::<Typeface>().fonts()?) } else { None };
    let now = Local::now().naive_local();
    let stopped = || exports.stopped.load(Ordering::SeqCst);
    let mut tell = |step: export::Step| {
        // a window that is closing hears nothing any more
        let _ = ExportProgress { done: step.done, of: step.of, name: step.name }.emit(app);
        if stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let set = match export::set(&plan, wanted, fonts.as_deref(), now, &mut tell) {
        Err(ExportError::Stopped) => return Ok(ExportOutcome::Stopped),
        set => set.map_err(|error| CommandError::inside("soạn tệp để xuất", error))?,
    };
    if stopped() {
        return Ok(ExportOutcome::Stopped);
    }
    let set: Vec<(PathBuf, Vec<u8>)> = set.into_iter().map(|(name, bytes)| (folder.join(name), bytes)).collect();
    files::write_set(&set)?;
    let mut written = exports.written.lock().unwrap_or_else(PoisonError::into_inner);
    written.insert(folder.to_owned());
    written.extend(set.iter().map(|(path, _)| path.clone()));
    let file = |(path, bytes): &(PathBuf, Vec<u8>)| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        ExportedFile { replaced: old.contains(&name), name, path: path.display().to_string(), bytes: bytes.len() }
    };
    let exported = Exported { at: now, folder: folder.display().to_string(), files: set.iter().map(file).collect() };
    Ok(ExportOutcome::Written { exported })
}

/// Opens a file that was exported, or the folder it lies in, in the system's own program.
#[tauri::command(async)]
#[specta::specta]
pub fn open_exported(exports: State<'_, Exports>, path: String) -> Result<(), CommandError> {
    let path = PathBuf::from(path);
    if !exports.written.lock().unwrap_or_else(PoisonError::into_inner).contains(&path) {
        return Err(CommandError::failed(format!("“{}” không phải tệp vừa xuất", path.display()), "xuất lại rồi mở"));
    }
    opener::open(&path)
}
