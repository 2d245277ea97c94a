//! A plan in the making: its steps kept until it is drafted, what the draft would hold, and the draft.

use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDateTime};
use serde::{Deserialize, Serialize};
use skh_core::drafting::{self, Directory, DraftInput, Paper, ProfileFile, UnitEntry, carried, head_title};
use skh_core::files;
use skh_core::plan::{Plan, Role};
use specta::Type;
use tauri::{AppHandle, State, Wry};

use super::plan::{form, open_new};
use super::shelf::{ChosenPaper, Shelf};
use super::{app_folder, memory, settings};
use crate::changed::Opened;
use crate::error::CommandError;
use crate::session::Session;

/// What a new plan is drafted from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NewPlan {
    /// The framework letter.
    pub framework: Option<ChosenPaper>,
    /// The ministry's plan and its annexes.
    pub ministry: Vec<ChosenPaper>,
    /// Last year's plan.
    pub previous: Option<ChosenPaper>,
    /// The unit.
    pub unit: ChosenUnit,
    /// The year planned for.
    pub year: i32,
}

/// A unit of the directory by its name, or one that it does not have.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ChosenUnit {
    /// Full name; empty while none is chosen.
    pub name: String,
    /// Abbreviation in symbols; for a unit of the directory its own.
    pub abbreviation: String,
    /// Cơ quan chủ quản.
    pub superior: String,
}

/// A unit one can draft for.
#[derive(Debug, Clone, Serialize, Type)]
pub struct UnitChoice {
    /// Full name.
    pub name: String,
    /// Abbreviation used in symbols.
    pub abbreviation: String,
    /// Cơ quan chủ quản.
    pub superior: String,
    /// Post of its head.
    pub head_title: String,
    /// Other names that papers give it.
    pub aliases: Vec<String>,
}

/// What a draft would hold.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PlanPreview {
    /// Tasks the unit leads.
    pub lead: usize,
    /// Tasks it coordinates in.
    pub coordinating: usize,
    /// Tasks of all units.
    pub all_units: usize,
    /// Sections of the outline.
    pub sections: usize,
    /// Căn cứ.
    pub legal_bases: usize,
    /// Tasks it led last year, whose results are to be told.
    pub results: Vec<String>,
    /// What it set itself last year.
    pub goals: Vec<String>,
}

/// A plan in the making, as it was left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Unfinished {
    /// Its own; empty until it is first kept.
    pub id: String,
    /// When it was kept; the window need not say.
    pub changed: NaiveDateTime,
    /// The step it was left at, from 1.
    pub step: u32,
    /// Steps that were passed over, from 1.
    pub skipped: Vec<u32>,
    /// All that was chosen.
    pub plan: NewPlan,
}

/// A plan in the making, for the start screen.
#[derive(Debug, Clone, Serialize, Type)]
pub struct UnfinishedPlan {
    /// For resuming and forgetting it.
    pub id: String,
    /// When it was kept.
    pub changed: NaiveDateTime,
    /// The step it was left at, from 1.
    pub step: u32,
    /// The unit's name; empty while none is chosen.
    pub unit: String,
    /// The year planned for.
    pub year: i32,
    /// Names of the papers chosen.
    pub files: Vec<String>,
    /// Those of them that are no longer there.
    pub missing: Vec<String>,
}

/// All units one can draft for.
#[tauri::command(async)]
#[specta::specta]
pub fn units() -> Vec<UnitChoice> {
    let unit = |entry: &UnitEntry| UnitChoice {
        name: entry.name.clone(),
        abbreviation: entry.abbreviation.clone(),
        superior: entry.superior.clone(),
        head_title: entry.head_title.clone(),
        aliases: entry.aliases.clone(),
    };
    Directory::builtin().units().iter().map(unit).collect()
}

/// Drafts a plan and opens it; learns from what was set right, and forgets the plan in the making.
/// It lies in the app's own folder until the planner chooses a place.
#[tauri::command(async)]
#[specta::specta]
pub fn draft_plan(
    app: AppHandle<Wry>,
    session: State<'_, Session>,
    shelf: State<'_, Shelf>,
    request: NewPlan,
    unfinished: Option<String>,
) -> Result<Opened, CommandError> {
    let drafted = Drafting::of(&app, &shelf, &request)?.with(|input| Ok(drafting::draft(input)))?;
    let opened = open_new(&app, &session, drafted)?;
    let papers: Vec<_> = request
        .framework
        .iter()
        .chain(&request.ministry)
        .filter_map(|chosen| Some((shelf.known(Path::new(&chosen.path))?, chosen.corrections.as_slice())))
        .collect();
    memory::learn(&app, papers.iter().map(|(shelved, corrections)| (&shelved.paper.reading, *corrections)));
    if let Some(id) = unfinished {
        // What is drafted need not be resumed; that it still shows harms nothing.
        let _ = forget(&app, &id);
    }
    Ok(opened)
}

/// What a draft would hold, without drafting it for good.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_plan(app: AppHandle<Wry>, shelf: State<'_, Shelf>, request: NewPlan) -> Result<PlanPreview, CommandError> {
    Drafting::of(&app, &shelf, &request)?.with(|input| {
        let plan: Plan = drafting::draft(input);
        let carried = carried(&input);
        let count = |role: Role| plan.tasks.iter().filter(|task| task.role.list() == role).count();
        Ok(PlanPreview {
            lead: count(Role::Lead),
            coordinating: count(Role::Coordinating),
            all_units: count(Role::AllUnits),
            sections: plan.walk().len(),
            legal_bases: plan.legal_bases.len(),
            results: carried.results.into_iter().map(|row| row.name).collect(),
            goals: carried.goals,
        })
    })
}

/// Everything that a draft borrows.
struct Drafting {
    framework: Option<Paper>,
    ministry: Vec<Paper>,
    previous: Option<Paper>,
    directory: Directory,
    unit: String,
    year: i32,
    profile: Option<ProfileFile>,
}

impl Drafting {
    fn of(app: &AppHandle<Wry>, shelf: &Shelf, request: &NewPlan) -> Result<Self, CommandError> {
        let paper = |chosen: &ChosenPaper| shelf.corrected(app, chosen);
        let directory = directory(&request.unit)?;
        let profile = settings::of_unit(app, &directory.find(&request.unit.name)?.unit())?;
        Ok(Self {
            framework: request.framework.as_ref().map(paper).transpose()?,
            ministry: request.ministry.iter().map(paper).collect::<Result<Vec<Paper>, _>>()?,
            previous: request.previous.as_ref().map(paper).transpose()?,
            directory,
            unit: request.unit.name.clone(),
            year: request.year,
            profile,
        })
    }

    fn with<T>(&self, work: impl FnOnce(DraftInput) -> Result<T, CommandError>) -> Result<T, CommandError> {
        let form = form()?;
        work(DraftInput {
            form: &form,
            directory: &self.directory,
            unit: self.directory.find(&self.unit)?,
            year: self.year,
            framework: self.framework.as_ref(),
            ministry: &self.ministry,
            previous: self.previous.as_ref(),
            profile: self.profile.as_ref(),
        })
    }
}

/// The directory, with the unit that was typed if it does not have it.
fn directory(unit: &ChosenUnit) -> Result<Directory, CommandError> {
    let known = Directory::builtin();
    if known.find(&unit.name).is_ok() || unit.abbreviation.trim().is_empty() {
        return Ok(known);
    }
    let text = |text: &str| skh_core::text::squeeze(text);
    let place = known.units().first().map(|unit| unit.place.clone()).unwrap_or_default();
    let entry = UnitEntry {
        name: text(&unit.name),
        abbreviation: text(&unit.abbreviation),
        aliases: Vec::new(),
        superior: text(&unit.superior),
        head_title: head_title(&unit.name).to_owned(),
        place,
        source: "người lập kế hoạch nhập".to_owned(),
    };
    known
        .with(entry)
        .map_err(|error| CommandError::failed(error.to_string(), "dùng tên viết tắt khác, hoặc chọn đơn vị có trong danh mục"))
}

/// Keeps a plan in the making; gives its id.
#[tauri::command(async)]
#[specta::specta]
pub fn keep_unfinished(app: AppHandle<Wry>, unfinished: Unfinished) -> Result<String, CommandError> {
    let now = Local::now().naive_local();
    let id = if is_id(&unfinished.id) { unfinished.id.clone() } else { now.format("%Y%m%d-%H%M%S%3f").to_string() };
    let kept = Unfinished { id: id.clone(), changed: now, ..unfinished };
    let text = serde_json::to_vec_pretty(&kept).map_err(|error| CommandError::inside("lưu các bước đã làm", error))?;
    // names are the planner's own words: composed as all text is
    let text = String::from_utf8_lossy(&text);
    files::write_whole(&file(&app, &id)?, skh_core::text::normalise(&text).as_bytes())?;
    Ok(id)
}

/// The plans in the making, latest first.
#[tauri::command(async)]
#[specta::specta]
pub fn unfinished_plans(app: AppHandle<Wry>) -> Vec<UnfinishedPlan> {
    let entries = app_folder(&app, FOLDER).ok().and_then(|folder| std::fs::read_dir(folder).ok());
    let ids = entries.into_iter().flatten().flatten().filter_map(|entry| {
        let path = entry.path();
        path.file_stem().and_then(|stem| stem.to_str()).filter(|id| is_id(id)).map(str::to_owned)
    });
    let mut plans: Vec<UnfinishedPlan> = ids.filter_map(|id| kept(&app, &id).ok()).map(shown).collect();
    plans.sort_by_key(|plan| std::cmp::Reverse(plan.changed));
    plans
}

/// A plan in the making, as it was left.
#[tauri::command(async)]
#[specta::specta]
pub fn resume_plan(app: AppHandle<Wry>, id: String) -> Result<Unfinished, CommandError> {
    kept(&app, &id)
}

/// Forgets a plan in the making; its papers stay where they are.
#[tauri::command(async)]
#[specta::specta]
pub fn forget_unfinished(app: AppHandle<Wry>, id: String) -> Result<(), CommandError> {
    forget(&app, &id)
}

const FOLDER: &str = "unfinished";

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= 32 && id.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

fn file(app: &AppHandle<Wry>, id: &str) -> Result<PathBuf, CommandError> {
    if !is_id(id) {
        return Err(CommandError::inside("tìm bản đang lập dở", "mã không hợp lệ"));
    }
    Ok(app_folder(app, FOLDER)?.join(format!("{id}.json")))
}

fn kept(app: &AppHandle<Wry>, id: &str) -> Result<Unfinished, CommandError> {
    let input = files::read(&file(app, id)?)?;
    serde_json::from_slice(&input.bytes)
        .map_err(|error| CommandError::failed(format!("không mở lại được bản đang lập dở: {error}"), "lập lại kế hoạch từ đầu"))
}

fn forget(app: &AppHandle<Wry>, id: &str) -> Result<(), CommandError> {
    match std::fs::remove_file(file(app, id)?) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(CommandError::inside("xóa bản đang lập dở", error)),
        _ => Ok(()),
    }
}

fn shown(unfinished: Unfinished) -> UnfinishedPlan {
    let Unfinished { id, changed, step, plan, .. } = unfinished;
    let paths: Vec<&str> =
        plan.framework.iter().chain(&plan.ministry).chain(&plan.previous).map(|chosen| chosen.path.as_str()).collect();
    let name = |path: &&str| Path::new(path).file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    UnfinishedPlan {
        id,
        changed,
        step,
        files: paths.iter().map(name).collect(),
        missing: paths.iter().filter(|path| !Path::new(path).exists()).map(name).collect(),
        unit: plan.unit.name,
        year: plan.year,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_no_path() {
        assert!(is_id("20261121-153349001"));
        for bad in ["", "..", "../a", "a", "1/2", "1\\2", "111111111111111111111111111111111"] {
            assert!(!is_id(bad), "{bad}");
        }
    }

    #[test]
    fn a_unit_that_the_directory_lacks_is_added_with_its_head() {
        let unit = ChosenUnit { name: "Vụ  Vũ trụ".into(), abbreviation: "VVT".into(), superior: "Bộ A".into() };
        let directory = directory(&unit).unwrap_or_default();
        assert_eq!(directory.find("Vụ Vũ trụ").map(|unit| unit.head_title.clone()), Ok("Vụ trưởng".to_owned()));
        let taken = ChosenUnit { abbreviation: "TTCNTT".into(), ..unit };
        assert!(super::directory(&taken).is_err());
    }
}
