//! Plans lately worked on, for the start screen. Only a memory: a list that can't be read is an empty one.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use skh_core::plan::{Holds, Severity, ShownSection, Status};
use specta::Type;
use tauri::{AppHandle, Manager, Wry};

use crate::session::Session;

const MOST: usize = 60;

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
    /// What the checks found that must be mended or looked into.
    #[serde(default)]
    pub doubts: usize,
    /// The first section not yet done: "III.4. Dữ liệu số".
    #[serde(default)]
    pub next: Option<String>,
    /// It lies in the app's own folder: the planner has not chosen a place.
    #[serde(default)]
    pub draft: bool,
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

/// Takes a plan off the list; its file stays where it is.
#[tauri::command(async)]
#[specta::specta]
pub fn forget_recent(app: AppHandle<Wry>, path: String) -> Vec<RecentPlan> {
    write(&app, &list(&app).into_iter().filter(|plan| plan.path != path).collect::<Vec<_>>());
    recent_plans(app)
}

/// Puts the open plan at the head of the list.
pub fn remember(app: &AppHandle<Wry>, session: &Session) {
    let plan = session.with(|open| {
        let opened = open.opened();
        let (done, sections) = progress(&opened.plan.sections);
        Ok(RecentPlan {
            path: open.path().display().to_string(),
            year: opened.plan.year,
            unit: opened.plan.unit.name.clone(),
            subject: opened.plan.subject.clone(),
            done,
            sections,
            doubts: open.findings().iter().filter(|finding| finding.severity != Severity::Info).count(),
            next: next(&opened.plan.sections),
            draft: opened.path.is_none(),
            changed: opened.saved_at,
            missing: false,
        })
    });
    let Ok(plan) = plan else { return };
    let others = list(app).into_iter().filter(|other| other.path != plan.path);
    write(app, &std::iter::once(plan.clone()).chain(others).take(MOST).collect::<Vec<_>>());
}

/// Takes a draft off the list that was saved elsewhere, and its file away: all of it is in the other.
pub fn drop_draft(app: &AppHandle<Wry>, draft: &Path) {
    write(app, &list(app).into_iter().filter(|plan| Path::new(&plan.path) != draft).collect::<Vec<_>>());
    let _ = std::fs::remove_file(draft);
}

fn write(app: &AppHandle<Wry>, plans: &[RecentPlan]) {
    if let (Some(file), Ok(text)) = (file(app), serde_json::to_vec_pretty(plans)) {
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

/// The first section one writes in that is not done: "III.4. Dữ liệu số".
fn next(sections: &[ShownSection]) -> Option<String> {
    sections.iter().find_map(|section| {
        let written = section.children.is_empty() && section.holds == Holds::Text;
        if written && section.status != Status::Done {
            let numbers: Vec<&str> =
                section.path.split('/').filter(|label| *label != "-" && !label.starts_with("Phần")).collect();
            let number = if numbers.is_empty() { String::new() } else { format!("{}. ", numbers.join(".")) };
            return Some(format!("{number}{}", section.heading));
        }
        next(&section.children)
    })
}
