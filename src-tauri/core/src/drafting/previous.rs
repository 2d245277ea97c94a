//! Last year's plan: what the draft takes from it, and a plan file in the shape of a paper that was read.

use super::draft::DraftInput;
use super::form::SectionRole;
use super::outline::items;
use super::paper::Paper;
use super::roles::Roles;
use super::tasks::{self, Collecting};
use crate::plan::{Plan, ResultRow, Role, Section, Task};
use crate::reading::{DocumentKind, HeadPlaces, OutlineNode, ReadTask, Reading, TableGroup, TaskTable, Title};

/// What a draft takes from last year's plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Carried {
    /// What the unit led, for the planner to say what became of it.
    pub results: Vec<ResultRow>,
    /// What it set itself, one a line.
    pub goals: Vec<String>,
}

/// What the draft takes from last year's plan; nothing without one.
pub fn carried(input: &DraftInput) -> Carried {
    let Some(previous) = input.previous else { return Carried::default() };
    let collecting =
        Collecting { directory: input.directory, unit: input.unit, year: input.year - 1, no_group: &input.form.group };
    let led = tasks::collect(&collecting, &[("previous".to_owned(), previous)]).tasks;
    let led = led.into_iter().filter(|task| task.role.list() == Role::Lead);
    let results = led.map(|task| ResultRow { name: task.name, target: task.product, ..ResultRow::default() }).collect();
    let found = Roles::of(input.form).find(&previous.reading.outline);
    let goals = found.into_iter().find(|(role, ..)| *role == SectionRole::Goals);
    let lines = |node: &OutlineNode| node.text.iter().cloned().chain(items(&node.children)).collect();
    Carried { results, goals: goals.map_or_else(Vec::new, |(_, _, node)| lines(node)) }
}

impl Paper {
    /// A plan file as a paper: last year's plan may have been written with this program.
    pub fn of_plan(plan: &Plan, file_name: &str, bytes: &[u8]) -> Self {
        let number = plan.profile.number.map(|number| format!("{number}/{}", plan.profile.symbol));
        let reading = Reading {
            kind: DocumentKind::Plan,
            issuer: [&plan.unit.superior, &plan.unit.name].into_iter().filter(|line| !line.is_empty()).cloned().collect(),
            number,
            place: Some(plan.profile.place.clone()).filter(|place| !place.is_empty()),
            date: plan.profile.date,
            title: Title { kind: Some("Kế hoạch".to_owned()), subject: Some(plan.subject.clone()) },
            attachment: None,
            addressees: Vec::new(),
            recipients: plan.profile.recipients.clone(),
            signatory: None,
            deadline: None,
            legal_bases: Vec::new(),
            articles: Vec::new(),
            priority_tasks: Vec::new(),
            outline: plan.sections.iter().map(node).collect(),
            task_tables: table(plan).into_iter().collect(),
            notes: Vec::new(),
            findings: Vec::new(),
            at: HeadPlaces::default(),
            scanned_pages: Vec::new(),
        };
        Self::new(reading, file_name, bytes)
    }
}

fn node(section: &Section) -> OutlineNode {
    OutlineNode {
        label: section.label.clone(),
        heading: Some(section.heading.clone()).filter(|heading| !heading.is_empty()),
        text: section.text.clone(),
        children: section.children.iter().map(node).collect(),
        ..OutlineNode::default()
    }
}

/// Its tasks in the ministry's groups; a task of the unit's own is one it leads.
fn table(plan: &Plan) -> Option<TaskTable> {
    const FIELDS: [&str; 8] = ["no", "name", "lead", "coordinating", "time", "product", "basis", "goal"];
    let label = |id: u32| {
        plan.groups.iter().position(|group| group.id == id).map(|at| crate::text::roman(u32::try_from(at + 1).unwrap_or(1)))
    };
    let read = |(at, task): (usize, &Task)| {
        let lead = if task.role.list() == Role::Lead { &plan.unit.name } else { &task.lead };
        let cells = [
            ("name", &task.name),
            ("lead", lead),
            ("coordinating", &task.coordinating),
            ("time", &task.time),
            ("product", &task.product),
            ("basis", &task.basis),
            ("goal", &task.goal),
        ];
        let cells = cells.into_iter().map(|(field, text)| (field.to_owned(), text.clone())).collect();
        ReadTask { group: label(task.group), no: Some((at + 1).to_string()), cells, at: format!("nhiệm vụ {}", at + 1) }
    };
    let groups = plan
        .groups
        .iter()
        .filter_map(|group| Some(TableGroup { label: label(group.id)?, title: group.title.clone(), at: String::new() }));
    (!plan.tasks.is_empty()).then(|| TaskTable {
        title: None,
        columns: FIELDS.map(str::to_owned).to_vec(),
        fields: FIELDS.map(str::to_owned).to_vec(),
        groups: groups.collect(),
        tasks: plan.tasks.iter().enumerate().map(read).collect(),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::drafting::{Directory, Form, draft};
    use crate::reading;

    #[test]
    fn a_plan_of_this_program_serves_as_last_years() {
        let sample = crate::drafting::sample();
        let read = |name: &str, bytes: &[u8]| Paper::new(reading::read(bytes, name).unwrap(), name, bytes);
        let (form, directory) = (Form::builtin("khung-cds").unwrap(), Directory::builtin());
        let (letter, ministry) = (read(sample.letter_name, sample.letter), [read(sample.plan_name, sample.plan)]);
        let input = DraftInput {
            form: &form,
            directory: &directory,
            unit: directory.find(sample.unit).unwrap(),
            year: sample.year,
            framework: Some(&letter),
            ministry: &ministry,
            previous: None,
            profile: None,
        };
        let plan = draft(input);
        let before = Paper::of_plan(&plan, "nam-truoc.kehoach", b"");
        let next = DraftInput { year: sample.year + 1, previous: Some(&before), ..input };
        let taken = carried(&next);
        let led = plan.tasks.iter().filter(|task| task.role.list() == Role::Lead).count();
        assert!(led > 0 && taken.results.len() == led, "{} of {led}", taken.results.len());
        assert_eq!(draft(next).results, taken.results);
    }
}
