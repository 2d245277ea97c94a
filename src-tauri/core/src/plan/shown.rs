//! The plan as `skh show --json` gives it and as the window shows it: paths and numbers worked out.
//! Fields may be added, not renamed (the command's contract).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    AnnexColumn, AnnexGroup, Citation, Comment, CoveredBy, Deadline, Finding, Holds, Indicator, Issuing, LegalBasis, Money, Plan,
    PriorityTask, Profile, Provenance, ResultRow, Role, Section, SectionId, Source, Span, Status, Task, TaskGroup, TaskId,
    TaskKind,
};

/// A plan with everything worked out that depends on order: paths, labels, numbers. `issued` is `issuing` with what
/// was left blank.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[allow(missing_docs)] // the names are the contract's own
pub struct ShownPlan {
    pub schema: u32,
    pub form: String,
    pub year: i32,
    pub subject: String,
    pub unit: ShownUnit,
    pub profile: Profile,
    pub issuing: Issuing,
    pub issued: Issuing,
    pub results: Vec<ResultRow>,
    pub columns: Vec<AnnexColumn>,
    pub sources: Vec<ShownSource>,
    pub sections: Vec<ShownSection>,
    pub legal_bases: Vec<ShownBasis>,
    pub groups: Vec<TaskGroup>,
    pub tasks: Vec<ShownTask>,
    pub coverage: Vec<ShownCoverage>,
    pub findings: Vec<Finding>,
}

/// The unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[allow(missing_docs)]
pub struct ShownUnit {
    pub name: String,
    pub abbreviation: String,
    pub superior: String,
    pub head_title: String,
}

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[allow(missing_docs)]
pub struct ShownSource {
    pub id: String,
    pub number: Option<String>,
    pub date: Option<NaiveDate>,
    pub file: String,
    pub sha256: String,
}

/// A section; `path` names it from the top ("Phần II/III/1").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[allow(missing_docs)]
pub struct ShownSection {
    pub id: SectionId,
    pub path: String,
    pub label: String,
    pub heading: String,
    pub mandatory: bool,
    pub status: Status,
    pub holds: Holds,
    pub source: Option<String>,
    pub text_source: Option<String>,
    pub guidance: String,
    pub text: Vec<String>,
    pub spans: Vec<Span>,
    pub paragraph_sources: Vec<Option<String>>,
    pub indicators: Vec<Indicator>,
    pub comments: Vec<Comment>,
    pub children: Vec<ShownSection>,
}

/// A căn cứ; `in_full` is how it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[allow(missing_docs)]
pub struct ShownBasis {
    #[serde(flatten)]
    pub citation: Citation,
    pub in_full: String,
    pub source: Option<String>,
}

/// A task; `list`, `group` and `no` as printed in the annex. `time_understood`: its time is blank or a [`Deadline`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[allow(missing_docs)]
pub struct ShownTask {
    pub id: TaskId,
    pub list: String,
    pub group: String,
    pub group_id: u32,
    pub group_title: String,
    pub no: u32,
    pub name: String,
    pub role: Role,
    pub lead: String,
    pub coordinating: String,
    pub time: String,
    pub time_understood: bool,
    pub product: String,
    pub basis: String,
    pub kind: Option<TaskKind>,
    pub goal: String,
    pub budget: Option<Money>,
    pub funding: String,
    pub assigned_member: String,
    pub note: String,
    pub effect: String,
    pub source: Option<String>,
    /// How a section's text refers to it.
    pub reference: String,
}

/// A priority task of the letter and what covers it: "section:Phần II/III/1", "task:I/2". A blank section covers nothing;
/// `linked` has it all the same, by identity, and `refused` what the planner does not want linked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[allow(missing_docs)]
pub struct ShownCoverage {
    pub task: u32,
    pub text: String,
    pub covered_by: Vec<String>,
    pub linked: Vec<CoveredBy>,
    pub refused: Vec<CoveredBy>,
}

impl ShownPlan {
    /// Version of this shape.
    pub const SCHEMA: u32 = 1;

    /// Works out what `plan` shows.
    pub fn of(plan: &Plan) -> Self {
        let tasks = shown_tasks(plan);
        Self {
            schema: Self::SCHEMA,
            form: plan.form.clone(),
            year: plan.year,
            subject: plan.subject.clone(),
            unit: ShownUnit {
                name: plan.unit.name.clone(),
                abbreviation: plan.unit.abbreviation.clone(),
                superior: plan.unit.superior.clone(),
                head_title: plan.unit.head_title.clone(),
            },
            profile: plan.profile.clone(),
            issuing: plan.issuing.clone(),
            issued: plan.issued(),
            results: plan.results.clone(),
            columns: plan.columns.clone(),
            sources: plan.sources.iter().map(shown_source).collect(),
            groups: plan.groups.clone(),
            sections: shown_sections(&plan.sections, ""),
            legal_bases: plan.legal_bases.iter().map(shown_basis).collect(),
            coverage: shown_coverage(plan, &tasks),
            tasks,
            findings: plan.findings.clone(),
        }
    }
}

fn shown_source(source: &Source) -> ShownSource {
    ShownSource {
        id: source.id.clone(),
        number: source.number.clone(),
        date: source.date,
        file: source.file.clone(),
        sha256: source.sha256.clone(),
    }
}

fn shown_sections(sections: &[Section], above: &str) -> Vec<ShownSection> {
    let shown = |section: &Section| {
        let path = section.path_below(above);
        ShownSection {
            id: section.id,
            label: section.label.clone(),
            heading: section.heading.clone(),
            mandatory: section.mandatory,
            status: section.status,
            holds: section.holds,
            source: section.source.as_ref().map(Provenance::to_string),
            text_source: section.text_source.as_ref().map(Provenance::to_string),
            guidance: section.guidance.clone(),
            text: section.text.clone(),
            spans: section.spans.clone(),
            paragraph_sources: (0..section.text.len()).map(|at| section.source_of(at).map(Provenance::to_string)).collect(),
            indicators: section.indicators.clone(),
            comments: section.comments.clone(),
            children: shown_sections(&section.children, &path),
            path,
        }
    };
    sections.iter().map(shown).collect()
}

fn shown_basis(basis: &LegalBasis) -> ShownBasis {
    ShownBasis {
        citation: basis.citation.clone(),
        in_full: basis.citation.in_full(),
        source: basis.source.as_ref().map(Provenance::to_string),
    }
}

/// Tasks as the annex prints them: its three lists one after the other.
fn shown_tasks(plan: &Plan) -> Vec<ShownTask> {
    let references = plan.task_references();
    let mut out = Vec::with_capacity(plan.tasks.len());
    for (letter, list) in plan.annex_lists() {
        for AnnexGroup { label, group, tasks } in plan.annex_list(list) {
            out.extend(tasks.into_iter().map(|(no, task)| ShownTask {
                reference: references.get(&task.id).cloned().unwrap_or_default(),
                ..shown_task(task, &letter, &label, group, no, plan.year)
            }));
        }
    }
    out
}

fn shown_task(task: &Task, list: &str, label: &str, group: &TaskGroup, no: u32, year: i32) -> ShownTask {
    ShownTask {
        id: task.id,
        list: list.to_owned(),
        group: label.to_owned(),
        group_id: group.id,
        group_title: group.title.clone(),
        no,
        name: task.name.clone(),
        role: task.role,
        lead: task.lead.clone(),
        coordinating: task.coordinating.clone(),
        time: task.time.clone(),
        time_understood: task.time.trim().is_empty() || Deadline::parse(&task.time, year).is_some(),
        product: task.product.clone(),
        basis: task.basis.clone(),
        kind: task.kind,
        goal: task.goal.clone(),
        budget: task.budget,
        funding: task.funding.clone(),
        assigned_member: task.assigned_member.clone(),
        note: task.note.clone(),
        effect: task.effect.clone(),
        source: task.source.as_ref().map(Provenance::to_string),
        reference: String::new(),
    }
}

fn shown_coverage(plan: &Plan, tasks: &[ShownTask]) -> Vec<ShownCoverage> {
    let paths: BTreeMap<SectionId, String> = plan.walk().into_iter().map(|(path, s)| (s.id, path)).collect();
    let numbers: BTreeMap<TaskId, String> = tasks.iter().map(|t| (t.id, task_reference(t))).collect();
    let name = |covered: &CoveredBy| match covered {
        CoveredBy::Section(id) => paths.get(id).map(|path| format!("section:{path}")),
        CoveredBy::Task(id) => numbers.get(id).cloned(),
    };
    let shown = |priority: &PriorityTask| ShownCoverage {
        task: priority.no,
        text: priority.text.clone(),
        covered_by: plan.covered_by(priority).iter().filter_map(name).collect(),
        linked: priority.covered_by.clone(),
        refused: priority.refused.clone(),
    };
    plan.coverage.iter().map(shown).collect()
}

/// "task:I/2" for a task the unit leads, "task:B/I/2" with the letter of its list for the others.
fn task_reference(task: &ShownTask) -> String {
    match task.role.list() {
        Role::Lead | Role::Own => format!("task:{}/{}", task.group, task.no),
        Role::Coordinating | Role::AllUnits => format!("task:{}/{}/{}", task.list, task.group, task.no),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::plan::sample::plan;

    #[test]
    fn paths_numbers_and_coverage_are_worked_out() {
        let shown = ShownPlan::of(&plan());
        assert_eq!(shown.sections[0].children[1].path, "Phần I/II");
        assert_eq!(shown.sections[0].children[1].text_source.as_deref(), Some("ministry:II"));
        let tasks: Vec<(String, u32, u32)> = shown.tasks.iter().map(|t| (t.group.clone(), t.no, t.id.0)).collect();
        assert_eq!(tasks, [("I".to_owned(), 1, 1), ("II".to_owned(), 1, 2), ("I".to_owned(), 1, 3)]);
        assert_eq!(shown.coverage[0].covered_by, ["section:Phần I/II", "task:I/1", "task:B/I/1"]);
    }

    #[test]
    fn the_json_has_the_contracts_names() {
        let json = serde_json::to_value(ShownPlan::of(&plan())).unwrap();
        assert_eq!(json["schema"], 1);
        assert_eq!(json["unit"]["abbreviation"], "TTCNTT");
        assert_eq!(json["sections"][0]["children"][1]["status"], "prefilled");
        assert_eq!(json["legal_bases"][0]["number"], "749/QĐ-TTg");
        assert_eq!(json["legal_bases"][0]["date"], "2020-06-03");
        assert_eq!(json["tasks"][0]["role"], "lead");
        assert_eq!(json["tasks"][0]["source"], "ministry:I/1");
        assert_eq!(json["tasks"][0]["budget"], serde_json::Value::Null);
        assert_eq!(json["coverage"][0]["task"], 1);
        let mut emptied = plan();
        emptied.apply(crate::plan::Edit::SectionText { id: SectionId(3), paragraphs: vec![] }).unwrap();
        assert_eq!(ShownPlan::of(&emptied).coverage[0].covered_by, ["task:I/1", "task:B/I/1"]);
        let back: ShownPlan = serde_json::from_value(json).unwrap();
        assert_eq!(back, ShownPlan::of(&plan()));
    }
}
