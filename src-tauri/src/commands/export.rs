//! The pages as they will be printed, and the files a unit sends.

use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDateTime};
use serde::{Deserialize, Serialize};
use skh_core::document::{self, Paper, Selection, StyleSheet};
use skh_core::export::{self, Wanted};
use skh_core::files;
use skh_core::layout::{self, Fonts};
use skh_core::plan::Plan;
use specta::Type;
use tauri::ipc::{InvokeResponseBody, IpcResponse};
use tauri::{AppHandle, State, Wry};

use super::history;
use crate::dialogs::{self, Ask};
use crate::error::CommandError;
use crate::session::Session;

/// Which files to write.
#[derive(Debug, Clone, Copy, Deserialize, Type)]
pub struct Formats {
    /// PDF with a signature field.
    pub pdf: bool,
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
}

/// Bytes of a PDF, sent to the window as they are.
pub struct Pages(Vec<u8>);

impl IpcResponse for Pages {
    fn body(self) -> tauri::Result<InvokeResponseBody> {
        Ok(InvokeResponseBody::Raw(self.0))
    }
}

impl Type for Pages {
    fn definition(_: &mut specta::Types) -> specta::datatype::DataType {
        specta::datatype::DataType::Reference(specta_typescript::define("ArrayBuffer"))
    }
}

/// The plan's pages as PDF, for looking at.
#[tauri::command(async)]
#[specta::specta]
pub fn plan_pages(session: State<'_, Session>) -> Result<Pages, CommandError> {
    let plan = session.with(|open| Ok(open.plan().clone()))?;
    pdf(&plan, Local::now().naive_local()).map(Pages)
}

/// Asks for the folder to export to; `None` if the planner gave up.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_folder(app: AppHandle<Wry>) -> Option<String> {
    dialogs::ask(&app, &Ask::Folder).map(|path| path.display().to_string())
}

/// Writes the files asked for, all or none.
#[tauri::command(async)]
#[specta::specta]
pub fn export_plan(
    session: State<'_, Session>,
    folder: String,
    formats: Formats,
    papers: Papers,
) -> Result<Exported, CommandError> {
    let plan = session.with(|open| Ok(open.plan().clone()))?;
    history::keep_exported(&session);
    let now = Local::now().naive_local();
    let set = compose(&plan, Path::new(&folder), formats, papers, now)?;
    let borrowed: Vec<(PathBuf, &[u8])> = set.iter().map(|(path, bytes)| (path.clone(), bytes.as_slice())).collect();
    files::write_set(&borrowed)?;
    let file = |(path, bytes): &(PathBuf, Vec<u8>)| ExportedFile {
        name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        path: path.display().to_string(),
        bytes: bytes.len(),
    };
    Ok(Exported { at: now, folder, files: set.iter().map(file).collect() })
}

type Set = Vec<(PathBuf, Vec<u8>)>;

fn compose(plan: &Plan, folder: &Path, formats: Formats, papers: Papers, now: NaiveDateTime) -> Result<Set, CommandError> {
    let asked = [(papers.cover, Paper::Cover), (papers.submission, Paper::Submission)];
    let mut selection = Selection { annex_files: papers.annex_files, ..Selection::default() };
    selection.papers.extend(asked.into_iter().filter(|(asked, _)| *asked).map(|(_, paper)| paper));
    let wanted = Wanted { selection, docx: formats.docx, pdf: formats.pdf, xlsx: formats.xlsx, archive: false };
    let fonts = if wanted.needs_fonts() { Some(fonts()?) } else { None };
    let files =
        export::set(plan, &wanted, fonts.as_ref(), now).map_err(|error| CommandError::inside("soạn tệp để xuất", error))?;
    Ok(files.into_iter().map(|(name, bytes)| (folder.join(name), bytes)).collect())
}

fn fonts() -> Result<Fonts, CommandError> {
    Fonts::new(&files::fonts()?).map_err(|error| CommandError::inside("mở phông chữ", error))
}

fn pdf(plan: &Plan, now: NaiveDateTime) -> Result<Vec<u8>, CommandError> {
    let fonts = fonts()?;
    let document = document::compose(plan);
    let pages = layout::distribute(&document, &StyleSheet::of_plan(plan), &fonts)
        .map_err(|error| CommandError::inside("dàn trang", error))?;
    export::pdf(&document, &pages, &fonts, now).map_err(|error| CommandError::inside("soạn tệp PDF", error))
}
