//! The plan that is open: kept in memory, written to its file after every change.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use chrono::{Local, NaiveDateTime};
use serde::Serialize;
use skh_core::checks;
use skh_core::plan::{Edit, Finding, Plan, ShownPlan};
use skh_core::store::PlanFile;
use specta::Type;

use crate::error::CommandError;

/// What the window has open.
#[derive(Default)]
pub struct Session(Mutex<Option<OpenPlan>>);

impl Session {
    /// Works on the open plan.
    ///
    /// # Errors
    /// [`CommandError::no_plan`] if none is open; what `work` gives.
    pub fn with<T>(&self, work: impl FnOnce(&mut OpenPlan) -> Result<T, CommandError>) -> Result<T, CommandError> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        work(open.as_mut().ok_or_else(CommandError::no_plan)?)
    }

    /// Opens `plan` in place of what was open, and shows it.
    pub fn replace(&self, plan: OpenPlan) -> Opened {
        let opened = plan.shown();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(plan);
        opened
    }

    /// Lets go of the open plan's file.
    pub fn close(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// A plan and the file that holds it.
pub struct OpenPlan {
    plan: Plan,
    file: PlanFile,
    path: PathBuf,
    /// The planner has chosen where it is kept; else it lies in the app's own folder.
    chosen: bool,
    saved_at: NaiveDateTime,
}

/// What the window shows of the open plan.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Opened {
    /// The plan with its paths and numbers worked out.
    pub plan: ShownPlan,
    /// What the checks find, and what the drafting was unsure of.
    pub findings: Vec<Finding>,
    /// The file the planner has chosen; `None` while it lies in the app's own folder.
    pub path: Option<String>,
    /// Name proposed for its file.
    pub file_name: String,
    /// When it was last written to its file.
    pub saved_at: NaiveDateTime,
    /// Whether the file can only be read.
    pub read_only: bool,
}

impl OpenPlan {
    /// Keeps a plan in a file of its own, in the place of one that is there: the dialog has asked.
    /// `chosen`: the planner chose the place.
    ///
    /// # Errors
    /// If the file can't be written.
    pub fn create(path: &Path, plan: Plan, chosen: bool) -> Result<Self, CommandError> {
        let file = PlanFile::replace(path, &plan)?;
        Ok(Self { plan, file, path: path.to_owned(), chosen, saved_at: Local::now().naive_local() })
    }

    /// Opens a plan file.
    ///
    /// # Errors
    /// If it is missing, damaged, newer than the program, or no plan.
    pub fn open(path: &Path) -> Result<Self, CommandError> {
        let file = PlanFile::open(path)?;
        let plan = file.plan()?;
        let changed = std::fs::metadata(path).and_then(|about| about.modified());
        let saved_at = changed.map_or_else(|_| Local::now(), Into::into).naive_local();
        Ok(Self { plan, file, path: path.to_owned(), chosen: true, saved_at })
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Where the planner keeps it.
    pub fn chosen_path(&self) -> Option<&Path> {
        self.chosen.then_some(self.path.as_path())
    }

    /// Makes a change and writes it to the file; on failure neither is changed.
    ///
    /// # Errors
    /// If the plan has no such thing, or the file can't be written.
    pub fn edit(&mut self, edit: Edit) -> Result<(), CommandError> {
        let mut changed = self.plan.clone();
        changed.apply(edit)?;
        self.file.save(&changed)?;
        self.plan = changed;
        self.saved_at = Local::now().naive_local();
        Ok(())
    }

    /// What the window shows.
    pub fn shown(&self) -> Opened {
        Opened {
            plan: ShownPlan::of(&self.plan),
            findings: self.plan.findings.iter().cloned().chain(checks::check(&self.plan)).collect(),
            path: self.chosen_path().map(|path| path.display().to_string()),
            file_name: format!("{}.kehoach", skh_core::export::file_stem(&self.plan)),
            saved_at: self.saved_at,
            read_only: self.file.is_read_only(),
        }
    }
}
