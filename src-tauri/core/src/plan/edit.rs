//! Changes a planner makes: one value a change, applied whole or not at all.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{LegalBasis, Plan, Profile, SectionId, Status, Task, TaskId};

/// A change to a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Edit {
    /// Replaces a section's paragraphs; its status becomes `Edited`, or `Empty` if nothing is left.
    SectionText {
        /// Which section.
        id: SectionId,
        /// Its new paragraphs; empty ones are dropped.
        text: Vec<String>,
    },
    /// Renames a section.
    SectionHeading {
        /// Which section.
        id: SectionId,
        /// Its new heading.
        heading: String,
    },
    /// Marks a section done, or takes the mark back.
    SectionStatus {
        /// Which section.
        id: SectionId,
        /// Its new status.
        status: Status,
    },
    /// Replaces the basis at `index`, or adds one where `index` is the number of bases.
    LegalBasis {
        /// Place among the bases, from 0.
        index: usize,
        /// The basis to stand there.
        basis: LegalBasis,
    },
    /// Takes a basis out.
    RemoveLegalBasis {
        /// Place among the bases, from 0.
        index: usize,
    },
    /// Replaces the task of the same id, or adds it where there is none.
    Task {
        /// The task.
        task: Box<Task>,
    },
    /// Takes a task out.
    RemoveTask {
        /// Which task.
        id: TaskId,
    },
    /// Replaces the profile.
    Profile {
        /// The new profile.
        profile: Box<Profile>,
    },
    /// Replaces trích yếu.
    Subject {
        /// The new subject.
        subject: String,
    },
}

/// Why a change could not be made; the plan is as it was.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EditError {
    /// No such section.
    #[error("không có đề mục số {0} trong kế hoạch")]
    NoSection(u32),
    /// No basis at that place.
    #[error("không có căn cứ thứ {0} trong kế hoạch")]
    NoLegalBasis(usize),
    /// No such task.
    #[error("không có nhiệm vụ số {0} trong kế hoạch")]
    NoTask(u32),
    /// The task names a group that the plan does not have.
    #[error("không có nhóm nhiệm vụ số {0} trong kế hoạch")]
    NoGroup(u32),
}
