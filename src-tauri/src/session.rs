//! The plan that is open: kept in memory with what was done to it, written to its file by a thread of its own.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{Local, NaiveDateTime};
use skh_core::plan::{Edit, Finding, History, Plan, Spot};
use skh_core::store::PlanFile;

use crate::changed::{Changed, Moved, Opened, Shown};
use crate::checker::{self, Checker, Found, Rules, Told};
use crate::error::CommandError;
use crate::saver::{PlanSaved, Report, Saver};

/// What the window has open.
#[derive(Default)]
pub struct Session {
    open: Mutex<Option<OpenPlan>>,
    listeners: Mutex<Option<Listeners>>,
    openings: AtomicU32,
    failure: Mutex<Option<CommandError>>,
}

/// Who is told of what happens to the open plan by itself.
#[derive(Clone)]
pub struct Listeners {
    /// Of every save.
    pub saved: Report,
    /// Of other findings.
    pub checked: Told,
}

impl Default for Listeners {
    /// Nobody.
    fn default() -> Self {
        Self { saved: Arc::new(|_| {}), checked: Arc::new(|_| {}) }
    }
}

impl Session {
    /// Tells these, of plans opened from now on.
    pub fn report_to(&self, listeners: Listeners) {
        *self.listeners.lock().unwrap_or_else(PoisonError::into_inner) = Some(listeners);
    }

    /// Keeps why the file that the program was started with did not open, for the window to show.
    pub fn failed_at_start(&self, error: CommandError) {
        *self.failure.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
    }

    /// Why the file that the program was started with did not open; told once.
    pub fn take_failure(&self) -> Option<CommandError> {
        self.failure.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Works on the open plan.
    ///
    /// # Errors
    /// [`CommandError::no_plan`] if none is open; what `work` gives.
    pub fn with<T>(&self, work: impl FnOnce(&mut OpenPlan) -> Result<T, CommandError>) -> Result<T, CommandError> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        work(open.as_mut().ok_or_else(CommandError::no_plan)?)
    }

    /// Opens a plan in place of what was open, and shows it.
    pub fn replace(&self, held: Held) -> Opened {
        let listeners = self.listeners.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let opening = self.openings.fetch_add(1, Ordering::Relaxed);
        let plan = OpenPlan::new(held, opening, checker::all_rules, listeners.unwrap_or_default());
        let opened = plan.opened();
        let before = self.open.lock().unwrap_or_else(PoisonError::into_inner).replace(plan);
        // Writes what waits.
        drop(before);
        opened
    }

    /// Writes what waits and lets go of the open plan's file.
    pub fn close(&self) {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner).take();
        drop(open);
    }
}

/// A plan and the file that holds it.
pub struct Held {
    plan: Plan,
    file: PlanFile,
    path: PathBuf,
    /// The planner has chosen where it is kept; else it lies in the app's own folder.
    chosen: bool,
    saved_at: NaiveDateTime,
}

impl Held {
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
    pub fn open(path: &Path, chosen: bool) -> Result<Self, CommandError> {
        let file = PlanFile::open(path)?;
        let plan = file.plan()?;
        let changed = std::fs::metadata(path).and_then(|about| about.modified());
        let saved_at = changed.map_or_else(|_| Local::now(), Into::into).naive_local();
        Ok(Self { plan, file, path: path.to_owned(), chosen, saved_at })
    }
}

/// The open plan: its present state, its past, its file.
pub struct OpenPlan {
    plan: Arc<Plan>,
    history: History,
    /// What the window was last shown, to answer with what differs.
    shown: Shown,
    revision: u32,
    saver: Saver,
    checker: Checker,
    /// Which of the plans that this session has opened.
    opening: u32,
    path: PathBuf,
    chosen: bool,
    read_only: bool,
}

impl OpenPlan {
    fn new(held: Held, opening: u32, rules: Rules, listeners: Listeners) -> Self {
        let plan = Arc::new(held.plan);
        let checker = Checker::new(&plan, opening, rules, listeners.checked);
        let shown = Shown::of(&plan);
        let read_only = held.file.is_read_only();
        let saver = Saver::new(held.file, Arc::clone(&plan), held.saved_at, listeners.saved);
        let history = History::default();
        Self { plan, history, shown, revision: 0, saver, checker, opening, path: held.path, chosen: held.chosen, read_only }
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The plan, to be worked on without holding the session.
    pub fn shared(&self) -> Arc<Plan> {
        Arc::clone(&self.plan)
    }

    /// Where it is kept.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the planner keeps it.
    pub fn chosen_path(&self) -> Option<&Path> {
        self.chosen.then_some(self.path.as_path())
    }

    /// Who has its file.
    pub fn saver(&self) -> &Saver {
        &self.saver
    }

    /// What the checks find in the plan as it is now; waits for them.
    pub fn findings(&self) -> Arc<Vec<Finding>> {
        self.checker.settled().findings
    }

    /// Makes a change and hands it over for saving and checking; on failure nothing is changed.
    ///
    /// # Errors
    /// If the file can only be read, or the plan has no such thing.
    pub fn edit(&mut self, edit: Edit) -> Result<Changed, CommandError> {
        self.change(None, |plan| Ok(plan.apply(edit)?))
    }

    /// Puts another state in the place of the plan, as one step that can be undone.
    ///
    /// # Errors
    /// If the file can only be read.
    pub fn put(&mut self, name: &str, plan: Plan) -> Result<Changed, CommandError> {
        self.change(Some(name), |now| {
            *now = plan;
            Ok(())
        })
    }

    fn change(
        &mut self,
        name: Option<&str>,
        change: impl FnOnce(&mut Plan) -> Result<(), CommandError>,
    ) -> Result<Changed, CommandError> {
        self.writable()?;
        let before = Arc::clone(&self.plan);
        let mut after = (*before).clone();
        change(&mut after)?;
        if after != *before {
            self.history.record(&before, &after, Local::now().naive_local(), name);
            self.plan = Arc::new(after);
            self.hand_over();
        }
        Ok(self.changed())
    }

    /// Takes the last step back, or does it again; `None` if there is none.
    ///
    /// # Errors
    /// If the file can only be read.
    pub fn travel(&mut self, back: bool) -> Result<Option<Moved>, CommandError> {
        self.writable()?;
        let plan = Arc::make_mut(&mut self.plan);
        let place: Option<Spot> = if back { self.history.undo(plan) } else { self.history.redo(plan) };
        let Some(place) = place else { return Ok(None) };
        self.hand_over();
        Ok(Some(Moved { changed: self.changed(), place }))
    }

    /// Tries once more to write what could not be written.
    pub fn save_again(&mut self) {
        if self.saver.state().failure.is_some() {
            self.hand_over();
        }
    }

    /// Goes on in another file, with all versions.
    ///
    /// # Errors
    /// If it can't be written; the plan then stays where it is.
    pub fn move_to(&mut self, path: &Path) -> Result<(), CommandError> {
        let (plan, target) = (self.shared(), path.to_owned());
        let (file, report) = (
            self.saver.with(move |old| {
                let mut file = PlanFile::replace(&target, &plan)?;
                // The present goes first: versions that can't be read any more do not keep it from a safe place.
                let _ = file.take_versions_of(old);
                Ok(file)
            })?,
            self.saver.report(),
        );
        self.read_only = file.is_read_only();
        self.revision += 1;
        self.saver = Saver::new(file, self.shared(), Local::now().naive_local(), report);
        (self.path, self.chosen) = (path.to_owned(), true);
        Ok(())
    }

    fn writable(&self) -> Result<(), CommandError> {
        if self.read_only {
            return Err(skh_core::store::StoreError::ReadOnly(self.path.clone()).into());
        }
        Ok(())
    }

    fn hand_over(&mut self) {
        self.revision += 1;
        self.saver.save(self.revision, &self.plan);
        self.checker.check(&self.plan);
    }

    /// What differs from what the window was last shown.
    fn changed(&mut self) -> Changed {
        let mut now = Shown::of(&self.plan);
        let changed = now.since(&self.shown, self.revision, &self.history);
        self.shown = now;
        changed
    }

    /// All that the window shows.
    pub fn opened(&self) -> Opened {
        let PlanSaved { at, failure, .. } = self.saver.state();
        let Found { findings, turn } = self.checker.found();
        Opened {
            plan: self.shown.plan.clone(),
            findings: findings.to_vec(),
            opening: self.opening,
            checks: turn,
            path: self.chosen_path().map(|path| path.display().to_string()),
            file_name: format!("{}.kehoach", skh_core::export::file_stem(&self.plan)),
            saved_at: at,
            save_failure: failure,
            read_only: self.read_only,
            revision: self.revision,
            undoes: self.history.undoes().map(str::to_owned),
            redoes: self.history.redoes().map(str::to_owned),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::commands::plan::sample;

    /// Holds up every look but the first, while a test holds it.
    static GATE: Mutex<()> = Mutex::new(());

    fn slow(plan: &Plan) -> Vec<Finding> {
        let _open = GATE.lock().unwrap_or_else(PoisonError::into_inner);
        checker::all_rules(plan)
    }

    #[test]
    fn a_change_is_answered_before_it_is_checked() {
        let folder = tempfile::tempdir().unwrap();
        let held = Held::create(&folder.path().join("a.kehoach"), sample().unwrap(), true).unwrap();
        let (told, tellings) = std::sync::mpsc::channel();
        let listeners = Listeners { checked: Arc::new(move |one| told.send(one.turn).unwrap()), ..Listeners::default() };
        let mut open = OpenPlan::new(held, 0, slow, listeners);
        let before = open.opened().findings;

        let shut = GATE.lock().unwrap_or_else(PoisonError::into_inner);
        let changed = open.edit(Edit::Subject { subject: "Kế hoạch năm 2019".into() }).unwrap();
        assert_eq!((changed.revision, changed.plan.subject.as_str()), (1, "Kế hoạch năm 2019"));
        assert!(tellings.try_recv().is_err() && open.opened().findings == before);
        drop(shut);

        assert_eq!(*open.findings(), checker::all_rules(open.plan()));
        assert_ne!(*open.findings(), before, "another year in the subject is found");
        assert_eq!((tellings.recv().unwrap(), open.opened().checks), (1, 1));
    }
}
