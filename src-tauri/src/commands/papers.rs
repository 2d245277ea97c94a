//! Choosing a paper, and what was understood of it.

use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;
use skh_core::drafting::{Directory, Paper};
use skh_core::plan::Finding;
use skh_core::reading::{DocumentKind, OutlineNode, Reading, TaskTable};
use skh_core::{checks, files, reading};
use specta::Type;
use tauri::{AppHandle, Wry};

use super::scans::Scans;
use crate::dialogs::{self, Ask};
use crate::error::{CommandError, ErrorCode};

/// What was understood of a paper, as far as one looks it over before drafting.
#[derive(Debug, Clone, Serialize, Type)]
pub struct UnderstoodPaper {
    /// Where it is.
    pub path: String,
    /// Its name without folders.
    pub file: String,
    /// Family.
    pub kind: DocumentKind,
    /// Tên loại as printed: "Quyết định".
    pub title: Option<String>,
    /// Trích yếu, of the plan or framework behind it if it has one.
    pub subject: Option<String>,
    /// Letterhead lines.
    pub issuer: Vec<String>,
    /// Số, ký hiệu.
    pub number: Option<String>,
    /// Date of the paper.
    pub date: Option<NaiveDate>,
    /// When a letter asks for the plan.
    pub deadline: Option<NaiveDate>,
    /// How many căn cứ it has.
    pub legal_bases: usize,
    /// How many numbered tasks a letter has.
    pub priority_tasks: usize,
    /// Its outline.
    pub outline: Vec<OutlineNode>,
    /// Tasks by group.
    pub groups: Vec<UnderstoodGroup>,
    /// What the reading was unsure of.
    pub findings: Vec<Finding>,
    /// Pages that are pictures without text, from 1: their letters can be recognised.
    pub scanned_pages: Vec<u32>,
}

/// A group of a task table.
#[derive(Debug, Clone, Serialize, Type)]
pub struct UnderstoodGroup {
    /// "I".
    pub label: String,
    /// Its title.
    pub title: String,
    /// Its tasks.
    pub tasks: Vec<UnderstoodTask>,
}

/// A row of a task table.
#[derive(Debug, Clone, Serialize, Type)]
pub struct UnderstoodTask {
    /// STT as printed.
    pub no: String,
    /// Tên nhiệm vụ.
    pub name: String,
    /// Đơn vị chủ trì.
    pub lead: String,
    /// Where it stands in the paper.
    pub at: String,
}

/// A unit one can draft for.
#[derive(Debug, Clone, Serialize, Type)]
pub struct UnitChoice {
    /// Full name.
    pub name: String,
    /// Abbreviation used in symbols.
    pub abbreviation: String,
}

/// Asks for a paper; `None` if the planner gave up.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_paper(app: AppHandle<Wry>) -> Option<String> {
    dialogs::ask(&app, &Ask::Paper).map(|path| path.display().to_string())
}

/// Reads a paper.
#[tauri::command(async)]
#[specta::specta]
pub fn read_paper(path: String) -> Result<UnderstoodPaper, CommandError> {
    let path = Path::new(&path);
    let (reading, file) = read(path)?;
    Ok(understood(&reading, file, path))
}

/// All units one can draft for.
#[tauri::command(async)]
#[specta::specta]
pub fn units() -> Vec<UnitChoice> {
    let directory = Directory::builtin();
    let unit =
        |entry: &skh_core::drafting::UnitEntry| UnitChoice { name: entry.name.clone(), abbreviation: entry.abbreviation.clone() };
    directory.units().iter().map(unit).collect()
}

/// Reads a paper for drafting; a scan as it was recognised.
pub fn paper(path: &Path, scans: &Scans) -> Result<Paper, CommandError> {
    let input = files::read(path)?;
    let reading = match scans.of(path, &input) {
        Some(recognised) => recognised,
        None => reading::read(&input.bytes, &input.name).map_err(|error| unreadable(path, &error))?,
    };
    Ok(Paper::new(reading, &input.name, &input.bytes))
}

fn read(path: &Path) -> Result<(Reading, String), CommandError> {
    let input = files::read(path)?;
    let reading = reading::read(&input.bytes, &input.name).map_err(|error| unreadable(path, &error))?;
    Ok((reading, input.name))
}

/// A paper that can't be read; a scan says so, for the window to offer recognition.
pub fn unreadable(path: &Path, error: &reading::ReadError) -> CommandError {
    let failed = CommandError::failed(format!("không đọc được tệp “{}”: {}", path.display(), error.message), error.hint.clone());
    if error.scan { CommandError { code: ErrorCode::Scan, ..failed } } else { failed }
}

/// What the window shows of a reading.
pub fn understood(reading: &Reading, file: String, path: &Path) -> UnderstoodPaper {
    let behind = reading.attachment.as_ref().and_then(|attachment| attachment.subject.clone());
    UnderstoodPaper {
        path: path.display().to_string(),
        file,
        kind: reading.kind,
        title: reading.title.kind.clone(),
        subject: behind.or_else(|| reading.title.subject.clone()),
        issuer: reading.issuer.clone(),
        number: reading.number.clone(),
        date: reading.date,
        deadline: reading.deadline,
        legal_bases: reading.legal_bases.len(),
        priority_tasks: reading.priority_tasks.len(),
        outline: reading.outline.clone(),
        groups: reading.task_tables.iter().flat_map(groups).collect(),
        findings: checks::check_reading(reading),
        scanned_pages: reading.scanned_pages.clone(),
    }
}

/// A table's tasks by its groups; rows of a table without groups stand in one without a label.
fn groups(table: &TaskTable) -> Vec<UnderstoodGroup> {
    let tasks_of = |label: Option<&str>| -> Vec<UnderstoodTask> {
        let rows = table.tasks.iter().filter(|task| task.group.as_deref() == label);
        rows.map(|task| UnderstoodTask {
            no: task.no.clone().unwrap_or_default(),
            name: task.cell("name").to_owned(),
            lead: task.cell("lead").to_owned(),
            at: task.at.clone(),
        })
        .collect()
    };
    let alone = tasks_of(None);
    let without_group = (!alone.is_empty()).then(|| UnderstoodGroup {
        label: String::new(),
        title: table.title.clone().unwrap_or_default(),
        tasks: alone,
    });
    let grouped = table.groups.iter().map(|group| UnderstoodGroup {
        label: group.label.clone(),
        title: group.title.clone(),
        tasks: tasks_of(Some(&group.label)),
    });
    without_group.into_iter().chain(grouped).collect()
}
