//! What the checks find in the open plan: a thread of its own looks at the latest state, so that no change waits for them.
//!
//! What is handed over while a look is under way replaces what waits: only the latest is looked at.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use serde::{Deserialize, Serialize};
use skh_core::checks;
use skh_core::plan::{Finding, Plan};
use specta::Type;
use tauri_specta::Event;

use crate::changed::Stretch;

/// The findings are others than those told before.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
pub struct PlanChecked {
    /// Which of the plans that the window has opened.
    pub opening: u32,
    /// Counts what is told of it; the findings of its opening are 0. Each follows the one before.
    pub turn: u32,
    /// The stretch of the findings that differs.
    pub findings: Stretch<Finding>,
}

/// What a plan is looked at by: gives all its findings, in order.
pub type Rules = fn(&Plan) -> Vec<Finding>;

/// Told whenever the findings have become others.
pub type Told = Arc<dyn Fn(&PlanChecked) + Send + Sync>;

/// What the drafting was unsure of, then what the checks find.
pub fn all_rules(plan: &Plan) -> Vec<Finding> {
    checks::told(plan)
}

/// What was found last.
#[derive(Clone)]
pub struct Found {
    /// All findings.
    pub findings: Arc<Vec<Finding>>,
    /// As in [`PlanChecked`].
    pub turn: u32,
}

enum Job {
    Check(Arc<Plan>),
    /// Answers once all that was handed over before has been looked at.
    Answer(mpsc::SyncSender<()>),
}

/// The thread that looks. Dropped, it ends with the look that is under way.
pub struct Checker {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    found: Arc<Mutex<Found>>,
}

impl Checker {
    /// Looks at a plan that has just been opened, then at each state handed over.
    pub fn new(plan: &Plan, opening: u32, rules: Rules, told: Told) -> Self {
        let found = Arc::new(Mutex::new(Found { findings: Arc::new(rules(plan)), turn: 0 }));
        let (jobs, waiting) = mpsc::channel();
        let shared = Arc::clone(&found);
        let thread = std::thread::spawn(move || look(opening, rules, &waiting, &shared, &told));
        Self { jobs: Some(jobs), thread: Some(thread), found }
    }

    /// Hands the latest state over.
    pub fn check(&self, plan: &Arc<Plan>) {
        self.send(Job::Check(Arc::clone(plan)));
    }

    /// What was found last; what was handed over since may still wait.
    pub fn found(&self) -> Found {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What is found in all that was handed over; waits for it.
    pub fn settled(&self) -> Found {
        let (answer, answered) = mpsc::sync_channel(1);
        self.send(Job::Answer(answer));
        // A thread that is gone found what it found.
        let _ = answered.recv();
        self.found()
    }

    fn send(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(job);
        }
    }
}

impl Drop for Checker {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Until no one can hand over any more.
fn look(opening: u32, rules: Rules, jobs: &Receiver<Job>, found: &Mutex<Found>, told: &Told) {
    while let Ok(first) = jobs.recv() {
        let (mut latest, mut asked) = (None, Vec::new());
        for job in std::iter::once(first).chain(jobs.try_iter()) {
            match job {
                Job::Check(plan) => latest = Some(plan),
                Job::Answer(answer) => asked.push(answer),
            }
        }
        if let Some(plan) = latest {
            let now = rules(&plan);
            let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(findings) = Stretch::of(&found.findings, &now) {
                *found = Found { findings: Arc::new(now), turn: found.turn + 1 };
                // Under the lock: whoever asks for all findings is not told of them again later.
                told(&PlanChecked { opening, turn: found.turn, findings });
            }
        }
        for answer in asked {
            let _ = answer.send(());
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
    fn each_telling_makes_the_findings_before_it_those_of_the_latest_state() {
        let mut plan = Arc::new(sample().unwrap());
        let tellings = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&tellings);
        let checker = Checker::new(&plan, 3, all_rules, Arc::new(move |told| kept.lock().unwrap().push(told.clone())));
        let mut shown = checker.found().findings.to_vec();
        for (at, id) in plan.tasks.iter().map(|task| task.id).take(6).collect::<Vec<_>>().into_iter().enumerate() {
            Arc::make_mut(&mut plan).apply(Edit::RemoveTask { id }).unwrap();
            Arc::make_mut(&mut plan).apply(Edit::Subject { subject: format!("Năm {}", 2010 + at) }).unwrap();
            checker.check(&plan);
        }
        assert_eq!(*checker.settled().findings, all_rules(&plan));
        let tellings = tellings.lock().unwrap();
        assert!(!tellings.is_empty() && tellings.len() <= 6);
        for (told, turn) in tellings.iter().zip(1..) {
            assert_eq!((told.opening, told.turn), (3, turn));
            let Stretch { at, removed, put } = told.findings.clone();
            shown.splice(at..at + removed, put);
        }
        assert_eq!(shown, all_rules(&plan));
    }

    #[test]
    fn what_changes_no_finding_is_not_told() {
        let plan = Arc::new(sample().unwrap());
        let checker = Checker::new(&plan, 0, all_rules, Arc::new(|_| {}));
        checker.check(&plan);
        assert_eq!(checker.settled().turn, 0);
    }
}
