//! Keeps the open plan's file: a thread of its own writes the latest state, so that no change waits for the disk.
//!
//! What is handed over while a save is under way replaces what waits: only the latest is written. A save that failed is
//! tried again with the next change, or when asked.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use chrono::{Local, NaiveDateTime};
use serde::{Deserialize, Serialize};
use skh_core::plan::Plan;
use skh_core::store::PlanFile;
use specta::Type;
use tauri_specta::Event;

use crate::error::CommandError;

/// How far the file is; told to the window after every save.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
pub struct PlanSaved {
    /// The last change that was tried.
    pub revision: u32,
    /// When the file was last written.
    pub at: NaiveDateTime,
    /// Why the last try failed; the file is then as it was at `at`.
    pub failure: Option<CommandError>,
}

/// Told after every save.
pub type Report = Arc<dyn Fn(&PlanSaved) + Send + Sync>;

type Work = Box<dyn FnOnce(&mut PlanFile) + Send>;

enum Job {
    Save(u32, Arc<Plan>),
    Do(Work),
}

/// The thread that has the file. Dropped, it writes what waits and lets go of the file.
pub struct Saver {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    state: Arc<Mutex<PlanSaved>>,
    report: Report,
}

impl Saver {
    /// Begins to keep `file`, which holds `plan` since `at`.
    pub fn new(file: PlanFile, plan: Arc<Plan>, at: NaiveDateTime, report: Report) -> Self {
        let state = Arc::new(Mutex::new(PlanSaved { revision: 0, at, failure: None }));
        let (jobs, waiting) = mpsc::channel();
        let (told, teller) = (Arc::clone(&state), Arc::clone(&report));
        let thread = std::thread::spawn(move || keep(file, plan, &waiting, &told, &teller));
        Self { jobs: Some(jobs), thread: Some(thread), state, report }
    }

    /// Hands the latest state over.
    pub fn save(&self, revision: u32, plan: &Arc<Plan>) {
        self.send(Job::Save(revision, Arc::clone(plan)));
    }

    /// Does something with the file, after all that was handed over is written; waits for it.
    ///
    /// # Errors
    /// If the thread is gone; what `work` gives.
    pub fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut PlanFile) -> Result<T, CommandError> + Send + 'static,
    ) -> Result<T, CommandError> {
        let (answer, answered) = mpsc::sync_channel(1);
        self.send(Job::Do(Box::new(move |file| {
            let _ = answer.send(work(file));
        })));
        let gone = |error: mpsc::RecvError| CommandError::inside("lưu kế hoạch", error);
        answered.recv().map_err(gone)?
    }

    /// As [`Saver::with`], without waiting and without an answer.
    pub fn later(&self, work: impl FnOnce(&mut PlanFile) + Send + 'static) {
        self.send(Job::Do(Box::new(work)));
    }

    /// Who is told.
    pub fn report(&self) -> Report {
        Arc::clone(&self.report)
    }

    /// How far it is.
    pub fn state(&self) -> PlanSaved {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn send(&self, job: Job) {
        // A thread that is gone has panicked: `with` and `state` tell.
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(job);
        }
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Until no one can hand over any more: writes the latest of what waits, then does what else was asked.
fn keep(mut file: PlanFile, plan: Arc<Plan>, jobs: &Receiver<Job>, state: &Mutex<PlanSaved>, report: &Report) {
    // What the file holds for certain; after a failure that is not known.
    let mut held = Some(plan);
    while let Ok(first) = jobs.recv() {
        let (mut latest, mut work) = (None, Vec::new());
        for job in std::iter::once(first).chain(jobs.try_iter()) {
            match job {
                Job::Save(revision, plan) => latest = Some((revision, plan)),
                Job::Do(one) => work.push(one),
            }
        }
        if let Some((revision, plan)) = latest {
            let saved = file.save_after(held.as_deref(), &plan);
            let told = {
                let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
                state.revision = revision;
                match saved {
                    Ok(()) => {
                        held = Some(plan);
                        (state.at, state.failure) = (Local::now().naive_local(), None);
                    }
                    Err(error) => {
                        held = None;
                        state.failure = Some(error.into());
                    }
                }
                state.clone()
            };
            report(&told);
        }
        for one in work {
            one(&mut file);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use skh_core::plan::Edit;

    use super::*;
    use crate::commands::plan::sample;

    #[test]
    fn the_latest_state_is_in_the_file_when_the_saver_ends() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.kehoach");
        let mut plan = Arc::new(sample().unwrap());
        let reports = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&reports);
        let report: Report = Arc::new(move |saved| told.lock().unwrap().push(saved.revision));
        let file = PlanFile::create(&path, &plan).unwrap();
        let saver = Saver::new(file, Arc::clone(&plan), Local::now().naive_local(), report);
        for revision in 1..=40 {
            Arc::make_mut(&mut plan).apply(Edit::Subject { subject: format!("Lần {revision}") }).unwrap();
            saver.save(revision, &plan);
        }
        drop(saver);
        assert_eq!(PlanFile::open(&path).unwrap().plan().unwrap(), *plan);
        let reports = reports.lock().unwrap();
        assert_eq!(reports.last(), Some(&40));
        assert!(reports.is_sorted() && reports.len() <= 40, "{reports:?}");
    }

    #[test]
    fn a_save_that_fails_is_told_and_made_up_for_by_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.kehoach");
        let good = Arc::new(sample().unwrap());
        let mut bad = sample().unwrap();
        bad.groups.clear();
        let file = PlanFile::create(&path, &good).unwrap();
        let saver = Saver::new(file, Arc::clone(&good), Local::now().naive_local(), Arc::new(|_| {}));
        saver.save(1, &Arc::new(bad));
        saver.with(|_| Ok(())).unwrap();
        assert!(saver.state().failure.is_some());
        saver.save(2, &good);
        let held = saver.with(|file| Ok(file.plan()?)).unwrap();
        assert!((saver.state().failure.is_none(), held == *good) == (true, true));
    }
}
