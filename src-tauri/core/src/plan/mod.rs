//! The domain: a unit's annual plan and its parts. Pure data and the arithmetic on it; uses no room but `text`.
//!
//! Must not know where a plan came from (reading, drafting), where it is kept (store) or how it looks (document).

mod annexes;
mod compare;
mod deadline;
mod delta;
mod edit;
mod finding;
mod history;
mod issuing;
mod label;
mod legal_basis;
mod money;
mod page_settings;
mod profile;
mod references;
mod runs;
#[cfg(test)]
mod sample;
mod section;
mod section_edit;
mod section_outline;
mod shown;
mod source;
mod task;
mod task_edit;
mod unit;

use serde::{Deserialize, Serialize};

pub use annexes::AnnexKind;
pub use compare::{Comparison, Difference, Kept, Piece, Told, compare, words};
pub use deadline::Deadline;
pub use delta::{Spot, differing};
pub use edit::{Edit, EditError};
pub use finding::{Finding, KEPT_AS_IS, Severity};
pub use history::History;
pub use issuing::{Decision, Issuing, ResultRow, Submission, Way};
pub use label::{Label, LabelKind};
pub use legal_basis::{Citation, LegalBasis, order_bases};
pub use money::Money;
pub use page_settings::{Allowed, PageSettings, SETTINGS, Setting, SettingError};
pub use profile::{Profile, Signatory};
pub use references::REMOVED_TASK;
pub use runs::{Look, Span, TextRun, runs_of};
pub use section::{Comment, Holds, Indicator, Section, SectionId, Status};
pub use section_outline::{Direction, Place};
pub use shown::{ShownBasis, ShownCoverage, ShownPlan, ShownSection, ShownSource, ShownTask, ShownUnit};
pub use source::{PaperKind, Provenance, Source};
pub use task::{AnnexColumn, FIELDS, Role, Task, TaskGroup, TaskId, TaskKind};
pub use unit::Unit;

/// A unit's plan for one year: what a `.kehoach` file holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Id of the form it was drafted from, e.g. `khung-cds`.
    pub form: String,
    /// The year planned for.
    pub year: i32,
    /// Trích yếu, sentence case, without the kind: "Chuyển đổi số năm 2026 của Trung tâm Công nghệ thông tin".
    pub subject: String,
    /// The unit whose plan it is.
    pub unit: Unit,
    /// How the unit issues papers: place, symbol, signatory, recipients.
    pub profile: Profile,
    /// How it goes out: alone or by a decision, with what submission, on what pages.
    #[serde(default)]
    pub issuing: Issuing,
    /// The papers it was drafted from.
    pub sources: Vec<Source>,
    /// The outline, top level first.
    pub sections: Vec<Section>,
    /// Căn cứ, in the order they are printed.
    pub legal_bases: Vec<LegalBasis>,
    /// Groups of the annex in order; a group with no task is kept but not printed.
    pub groups: Vec<TaskGroup>,
    /// Tasks in the order of the annex: by role, then group, then as the planner ordered them.
    pub tasks: Vec<Task>,
    /// Columns of the task annex, in order.
    pub columns: Vec<AnnexColumn>,
    /// What became of last year's goals and tasks.
    #[serde(default)]
    pub results: Vec<ResultRow>,
    /// The framework letter's priority tasks, numbered as printed, and what of the plan covers each.
    pub coverage: Vec<PriorityTask>,
    /// What the drafting was unsure of, kept until the planner has dealt with it.
    pub findings: Vec<Finding>,
}

/// A numbered task of the framework letter and what covers it in this plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriorityTask {
    /// Its number in the letter.
    pub no: u32,
    /// Its text, one paragraph.
    pub text: String,
    /// Sections and tasks where it belongs; [`Plan::covered_by`] gives those that say something already.
    pub covered_by: Vec<CoveredBy>,
    /// Links that were proposed and that the planner does not want.
    #[serde(default)]
    pub refused: Vec<CoveredBy>,
}

/// A group of tasks as one list of the annex prints it.
#[derive(Debug, Clone, PartialEq)]
pub struct AnnexGroup<'a> {
    /// Roman numeral of the group within the list: "I".
    pub label: String,
    /// The group.
    pub group: &'a TaskGroup,
    /// Its tasks with their numbers, from 1.
    pub tasks: Vec<(u32, &'a Task)>,
}

/// Something of the plan that covers a priority task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum CoveredBy {
    /// A section.
    Section(SectionId),
    /// A task of the annex.
    Task(TaskId),
}

impl Plan {
    /// Every section, parents before children, with its path ("Phần II/III/1").
    pub fn walk(&self) -> Vec<(String, &Section)> {
        let mut out = Vec::new();
        walk_into(&self.sections, "", &mut out);
        out
    }

    /// The section with this id.
    pub fn section(&self, id: SectionId) -> Option<&Section> {
        find(&self.sections, id)
    }

    /// The section with this id, to change it.
    pub fn section_mut(&mut self, id: SectionId) -> Option<&mut Section> {
        find_mut(&mut self.sections, id)
    }

    /// What covers a priority task now: tasks the plan has, sections that are not blank.
    pub fn covered_by(&self, priority: &PriorityTask) -> Vec<CoveredBy> {
        let speaks = |covered: &&CoveredBy| match covered {
            CoveredBy::Section(id) => self.section(*id).is_some_and(|section| !section.is_blank()),
            CoveredBy::Task(id) => self.tasks.iter().any(|task| task.id == *id),
        };
        priority.covered_by.iter().filter(speaks).copied().collect()
    }

    /// The annex's lists that have tasks, in order, lettered as printed: a list without tasks takes no letter.
    pub fn annex_lists(&self) -> Vec<(String, Role)> {
        let lists = [Role::Lead, Role::Coordinating, Role::AllUnits];
        let present = lists.into_iter().filter(|list| self.tasks.iter().any(|task| task.role.list() == *list));
        present.enumerate().map(|(at, list)| (crate::text::letter_at(at).to_uppercase(), list)).collect()
    }

    /// Tasks of one list of the annex (own tasks stand with those the unit leads), grouped and numbered as printed:
    /// groups in Roman numerals without those that are empty here, tasks from 1 in each group.
    pub fn annex_list(&self, list: Role) -> Vec<AnnexGroup<'_>> {
        let mut out = Vec::new();
        for group in &self.groups {
            let tasks: Vec<(u32, &Task)> =
                (1..).zip(self.tasks.iter().filter(|t| t.group == group.id && t.role.list() == list)).collect();
            if !tasks.is_empty() {
                let label = crate::text::roman(u32::try_from(out.len() + 1).unwrap_or(u32::MAX));
                out.push(AnnexGroup { label, group, tasks });
            }
        }
        out
    }
}

fn walk_into<'a>(sections: &'a [Section], above: &str, out: &mut Vec<(String, &'a Section)>) {
    for section in sections {
        let path = section.path_below(above);
        out.push((path.clone(), section));
        walk_into(&section.children, &path, out);
    }
}

fn find(sections: &[Section], id: SectionId) -> Option<&Section> {
    sections.iter().find_map(|s| if s.id == id { Some(s) } else { find(&s.children, id) })
}

fn find_mut(sections: &mut [Section], id: SectionId) -> Option<&mut Section> {
    sections.iter_mut().find_map(|s| if s.id == id { Some(s) } else { find_mut(&mut s.children, id) })
}
