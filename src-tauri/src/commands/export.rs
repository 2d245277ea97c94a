//! The pages as they will be printed, and the files a unit sends.

use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDateTime};
use serde::{Deserialize, Serialize};
use skh_core::document::{self, StyleSheet};
use skh_core::layout::{self, Fonts};
use skh_core::plan::Plan;
use skh_core::{export, files};
use specta::Type;
use tauri::ipc::{InvokeResponseBody, IpcResponse};
use tauri::{AppHandle, State, Wry};

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
pub fn export_plan(session: State<'_, Session>, folder: String, formats: Formats) -> Result<Exported, CommandError> {
    let plan = session.with(|open| Ok(open.plan().clone()))?;
    let now = Local::now().naive_local();
    let set = compose(&plan, Path::new(&folder), formats, now)?;
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

fn compose(plan: &Plan, folder: &Path, formats: Formats, now: NaiveDateTime) -> Result<Set, CommandError> {
    let failed = |error: export::ExportError| CommandError::inside("soạn tệp để xuất", error);
    let stem = export::file_stem(plan);
    let mut set = Set::new();
    if formats.pdf {
        set.push((folder.join(format!("{stem}.pdf")), pdf(plan, now)?));
    }
    if formats.docx {
        let bytes = export::docx(&document::compose(plan), &StyleSheet::default(), now).map_err(failed)?;
        set.push((folder.join(format!("{stem}.docx")), bytes));
    }
    if formats.xlsx {
        set.push((folder.join(format!("{stem}.xlsx")), export::xlsx(plan, now).map_err(failed)?));
    }
    Ok(set)
}

fn pdf(plan: &Plan, now: NaiveDateTime) -> Result<Vec<u8>, CommandError> {
    let fonts = Fonts::new(&files::fonts()?).map_err(|error| CommandError::inside("mở phông chữ", error))?;
    let document = document::compose(plan);
    let pages = layout::distribute(&document, &StyleSheet::default(), &fonts)
        .map_err(|error| CommandError::inside("dàn trang", error))?;
    export::pdf(&document, &pages, &fonts, now).map_err(|error| CommandError::inside("soạn tệp PDF", error))
}
