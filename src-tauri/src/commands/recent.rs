//! Plans lately worked on, for the start screen. Only a memory: a list that can't be read is an empty one.

use std::path::PathBuf;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use skh_core::plan::{Holds, ShownSection, Status};
use specta::Type;
use tauri::{AppHandle, Manager, Wry};

use crate::session::Opened;

const MOST: usize = 12;

/// A plan lately worked on, as it was then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RecentPlan {
    /// Its file.
    pub path: String,
    /// The year planned for.
    pub year: i32,
    /// The unit's name.
    pub unit: String,
    /// Trích yếu.
    pub subject: String,
    /// Sections marked done.
    pub done: usize,
    /// All sections one writes in.
    pub sections: usize,
    /// Last change.
    pub changed: NaiveDateTime,
    /// Whether the file is still there; worked out when the list is shown.
    #[serde(default)]
    pub missing: bool,
}

/// The list, latest first.
#[tauri::command(async)]
#[specta::specta]
pub fn recent_plans(app: AppHandle<Wry>) -> Vec<RecentPlan> {
    let mut plans = list(&app);
    for plan in &mut plans {
        plan.missing = !PathBuf::from(&plan.path).exists();
    }
    plans
}

/// Puts a plan at the head of the list. A plan without a chosen place is not remembered.
pub fn remember(app: &AppHandle<Wry>, opened: &Opened) {
    let Some(path) = opened.path.clone() else { return };
    let (done, sections) = progress(&opened.plan.sections);
    let plan = RecentPlan {
        path: path.clone(),
        year: opened.plan.year,
        unit: opened.plan.unit.name.clone(),
        subject: opened.plan.subject.clone(),
        done,
        sections,
        changed: opened.saved_at,
        missing: false,
    };
    let others = list(app).into_iter().filter(|other| other.path != path);
    let plans: Vec<RecentPlan> = std::iter::once(plan).chain(others).take(MOST).collect();
    if let (Some(file), Ok(text)) = (file(app), serde_json::to_vec_pretty(&plans)) {
        // Losing the list loses nothing of a plan.
        let _ = file.parent().map(std::fs::create_dir_all);
        let _ = skh_core::files::write_whole(&file, &text);
    }
}

fn file(app: &AppHandle<Wry>) -> Option<PathBuf> {
    Some(app.path().app_data_dir().ok()?.join("recent.json"))
}

fn list(app: &AppHandle<Wry>) -> Vec<RecentPlan> {
    file(app)
        .and_then(|file| skh_core::files::read(&file).ok())
        .and_then(|input| serde_json::from_slice(&input.bytes).ok())
        .unwrap_or_default()
}

/// Done and all of the sections one writes in: not those that are mere headings over others.
fn progress(sections: &[ShownSection]) -> (usize, usize) {
    sections.iter().fold((0, 0), |(done, all), section| {
        let (below_done, below) = progress(&section.children);
        let written = section.children.is_empty() || !section.text.is_empty() || section.holds != Holds::Text;
        let is_done = written && section.status == Status::Done;
        (done + below_done + usize::from(is_done), all + below + usize::from(written))
    })
}
