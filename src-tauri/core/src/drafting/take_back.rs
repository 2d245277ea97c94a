//! An annex that comes back from Excel: which task each row is, and what has changed in it.
//!
//! A row is known by its name; a renamed one by its group, its number and most of its words. Nothing is taken out of the
//! plan because a row is missing: that is told, and the planner's to do.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::plan::{Edit, EditError, FIELDS, Finding, Money, Plan, Role, Task, TaskId, TaskKind};
use crate::reading::{ReadTask, Reading, TaskTable};
use crate::text::{fold, squeeze};

/// What an annex changed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct TakenBack {
    /// Cells that changed and tasks that came in, in the annex's order.
    pub changes: Vec<Change>,
    /// Rows and cells that could not be taken, and tasks that the annex lacks.
    pub findings: Vec<Finding>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Name of the task as it was.
    pub task: String,
    /// Column as printed; "nhiệm vụ mới" for a task that came in.
    pub column: String,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

/// Takes an annex back into `plan`; all of it or, on an error, nothing.
///
/// # Errors
/// [`EditError`] if the plan itself refuses a task.
pub fn take_back(plan: &mut Plan, annex: &Reading) -> Result<TakenBack, EditError> {
    let rows: Vec<Row> = annex.task_tables.iter().flat_map(Row::of_table).collect();
    let known = recognise(plan, &rows);
    let mut taken = TakenBack::default();
    let mut edited = plan.clone();
    for (at, row) in rows.iter().enumerate() {
        match known.get(&at).and_then(|id| plan.tasks.iter().find(|task| task.id == *id)) {
            Some(task) => {
                let changed = row.laid_over(task, &mut taken);
                if changed != *task {
                    edited.apply(Edit::Task { task: Box::new(changed) })?;
                }
            }
            None => row.come_in(&mut edited, &mut taken)?,
        }
    }
    let there: BTreeSet<TaskId> = known.values().copied().collect();
    for task in plan.tasks.iter().filter(|task| !rows.is_empty() && !there.contains(&task.id)) {
        let message = "phụ lục gửi lại không có nhiệm vụ này; kế hoạch vẫn giữ";
        taken.findings.push(Finding::warning(format!("“{}”", task.name), message, "Xóa trong kế hoạch nếu không thực hiện nữa."));
    }
    *plan = edited;
    Ok(taken)
}

/// A row of the annex with its table.
struct Row<'a> {
    table: &'a TaskTable,
    task: &'a ReadTask,
}

impl<'a> Row<'a> {
    fn of_table(table: &'a TaskTable) -> impl Iterator<Item = Self> {
        table.tasks.iter().filter(|task| !task.cell("name").trim().is_empty()).map(move |task| Self { table, task })
    }

    fn name(&self) -> String {
        fold(self.task.cell("name"))
    }

    /// Title of its group, folded.
    fn group(&self) -> String {
        let label = self.task.group.as_deref();
        let group = self.table.groups.iter().find(|group| Some(group.label.as_str()) == label);
        group.map(|group| fold(&group.title)).unwrap_or_default()
    }

    fn column<'f>(&'f self, field: &'f str) -> &'f str {
        let at = self.table.fields.iter().position(|f| f == field);
        at.and_then(|at| self.table.columns.get(at)).map_or(field, String::as_str)
    }

    fn has(&self, field: &str) -> bool {
        self.table.fields.iter().any(|f| f == field)
    }

    /// `task` with what the row says; a column that the table lacks stays as it is.
    fn laid_over(&self, task: &Task, taken: &mut TakenBack) -> Task {
        let mut changed = task.clone();
        for field in fields().filter(|field| self.has(field)) {
            let (before, after) = (cell(task, field), self.task.cell(field));
            if squeeze(&before) == squeeze(after) {
                continue;
            }
            if set(&mut changed, field, after) {
                let after = cell(&changed, field);
                if before != after {
                    let column = squeeze(self.column(field));
                    taken.changes.push(Change { task: task.name.clone(), column, before, after });
                }
            } else {
                taken.findings.push(self.unreadable(field, after));
            }
        }
        changed
    }

    /// A row that is none of the plan's tasks: the unit's own, if its group is one of the plan's.
    fn come_in(&self, plan: &mut Plan, taken: &mut TakenBack) -> Result<(), EditError> {
        let group = self.group();
        let Some(group) = plan.groups.iter().find(|known| fold(&known.title) == group).map(|known| known.id) else {
            let message = format!("không biết nhóm của nhiệm vụ “{}”", self.task.cell("name"));
            let hint = "Đặt dòng này dưới tên một nhóm nhiệm vụ của kế hoạch.";
            taken.findings.push(Finding::warning(&self.task.at, message, hint));
            return Ok(());
        };
        let id = plan.tasks.iter().map(|task| task.id.0).max().map_or(1, |last| last.saturating_add(1));
        let mut task = blank(TaskId(id), group);
        for field in fields().filter(|field| self.has(field)) {
            let text = self.task.cell(field);
            if !set(&mut task, field, text) {
                taken.findings.push(self.unreadable(field, text));
            }
        }
        let (name, column) = (task.name.clone(), "nhiệm vụ mới".to_owned());
        taken.changes.push(Change { task: name.clone(), column, before: String::new(), after: name });
        plan.apply(Edit::Task { task: Box::new(task) })
    }

    fn unreadable(&self, field: &str, text: &str) -> Finding {
        let message = format!("không hiểu “{text}” ở cột “{}”; giữ giá trị cũ", squeeze(self.column(field)));
        let hint =
            if field == "budget" { "Ghi số đồng, ví dụ 1.500.000.000." } else { "Ghi Mới hoặc Chuyển tiếp." };
        Finding::warning(&self.task.at, message, hint)
    }
}

/// Which task each row is, by the row's place.
fn recognise(plan: &Plan, rows: &[Row]) -> BTreeMap<usize, TaskId> {
    let printed = printed_places(plan);
    let mut known = BTreeMap::new();
    let mut free: Vec<&Task> = plan.tasks.iter().collect();
    let mut claim = |at: usize, fits: &dyn Fn(&Task) -> bool, known: &mut BTreeMap<usize, TaskId>| {
        if let (false, Some(found)) = (known.contains_key(&at), free.iter().position(|task| fits(task))) {
            known.insert(at, free.remove(found).id);
        }
    };
    // Of two tasks of one name the one in the row's own place comes first.
    for (at, row) in rows.iter().enumerate() {
        let (name, place) = (row.name(), (row.group(), row.task.no.clone()));
        claim(at, &|task| fold(&task.name) == name && printed.get(&task.id) == Some(&place), &mut known);
    }
    for (at, row) in rows.iter().enumerate() {
        let name = row.name();
        claim(at, &|task| fold(&task.name) == name, &mut known);
    }
    for (at, row) in rows.iter().enumerate() {
        let (name, place) = (row.name(), (row.group(), row.task.no.clone()));
        claim(at, &|task| printed.get(&task.id) == Some(&place) && alike(&fold(&task.name), &name), &mut known);
    }
    known
}

/// Title of the group, folded, and number of each task as the annex prints it.
fn printed_places(plan: &Plan) -> BTreeMap<TaskId, (String, Option<String>)> {
    let lists = [Role::Lead, Role::Coordinating, Role::AllUnits].into_iter().flat_map(|list| plan.annex_list(list));
    let of_group = |group: crate::plan::AnnexGroup<'_>| {
        let title = fold(&group.group.title);
        group.tasks.into_iter().map(move |(no, task)| (task.id, (title.clone(), Some(no.to_string())))).collect::<Vec<_>>()
    };
    lists.flat_map(of_group).collect()
}

/// Whether two names share at least half of their words.
fn alike(one: &str, other: &str) -> bool {
    let (one, other): (BTreeSet<&str>, BTreeSet<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let shared = one.intersection(&other).count();
    shared * 2 >= one.union(&other).count()
}

/// The fields that an annex may change: all but the number, which the order of the tasks gives.
fn fields() -> impl Iterator<Item = &'static str> {
    FIELDS.into_iter().filter(|field| *field != "no")
}

/// What a field says, as the annex prints it.
fn cell(task: &Task, field: &str) -> String {
    match field {
        "kind" => match task.kind {
            Some(TaskKind::New) => "Mới".into(),
            Some(TaskKind::Continued) => "Chuyển tiếp".into(),
            None => String::new(),
        },
        "budget" => task.budget.map(|money| money.to_string()).unwrap_or_default(),
        "name" => task.name.clone(),
        "lead" => task.lead.clone(),
        "coordinating" => task.coordinating.clone(),
        "time" => task.time.clone(),
        "product" => task.product.clone(),
        "basis" => task.basis.clone(),
        "goal" => task.goal.clone(),
        "funding" => task.funding.clone(),
        "assigned_member" => task.assigned_member.clone(),
        "note" => task.note.clone(),
        "effect" => task.effect.clone(),
        _ => String::new(),
    }
}

/// Sets a field; `false`, with nothing changed, if it cannot mean `text`.
fn set(task: &mut Task, field: &str, text: &str) -> bool {
    let empty = text.trim().is_empty();
    match field {
        "kind" => match fold(text).as_str() {
            "" => task.kind = None,
            "moi" | "nhiem vu moi" => task.kind = Some(TaskKind::New),
            "chuyen tiep" | "nhiem vu chuyen tiep" => task.kind = Some(TaskKind::Continued),
            _ => return false,
        },
        "budget" => match Money::parse(text) {
            None if !empty => return false,
            money => task.budget = money,
        },
        "name" => task.name = text.to_owned(),
        "lead" => task.lead = text.to_owned(),
        "coordinating" => task.coordinating = text.to_owned(),
        "time" => task.time = text.to_owned(),
        "product" => task.product = text.to_owned(),
        "basis" => task.basis = text.to_owned(),
        "goal" => task.goal = text.to_owned(),
        "funding" => task.funding = text.to_owned(),
        "assigned_member" => task.assigned_member = text.to_owned(),
        "note" => task.note = text.to_owned(),
        "effect" => task.effect = text.to_owned(),
        _ => {}
    }
    true
}

fn blank(id: TaskId, group: u32) -> Task {
    Task {
        id,
        group,
        role: Role::Own,
        name: String::new(),
        lead: String::new(),
        coordinating: String::new(),
        time: String::new(),
        product: String::new(),
        basis: String::new(),
        kind: None,
        goal: String::new(),
        budget: None,
        funding: String::new(),
        assigned_member: String::new(),
        note: String::new(),
        effect: String::new(),
        source: None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::document::fixture;
    use crate::export;
    use crate::reading;

    /// The annex of `plan` as the program exports and reads it.
    fn annex(plan: &Plan) -> Reading {
        let now = chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap().and_hms_opt(0, 0, 0).unwrap();
        reading::read(&export::xlsx(plan, now).unwrap(), "annex.xlsx").unwrap()
    }

    fn row(reading: &mut Reading, at: usize) -> &mut ReadTask {
        &mut reading.task_tables[0].tasks[at]
    }

    fn write(task: &mut ReadTask, field: &str, text: &str) {
        task.cells.iter_mut().find(|(name, _)| name == field).unwrap().1 = text.to_owned();
    }

    #[test]
    fn an_annex_that_nobody_changed_changes_nothing() {
        let mut plan = fixture::small();
        let before = plan.clone();
        let taken = take_back(&mut plan, &annex(&before)).unwrap();
        assert_eq!((taken, plan), (TakenBack::default(), before));
    }

    #[test]
    fn changed_cells_are_taken_and_told() {
        let mut plan = fixture::small();
        let mut back = annex(&plan);
        write(row(&mut back, 0), "time", "Quý III/2026");
        write(row(&mut back, 0), "budget", "2.000.000");
        write(row(&mut back, 0), "kind", "chuyển tiếp");
        write(row(&mut back, 1), "name", "Xây dựng kho dữ liệu dùng chung");
        let taken = take_back(&mut plan, &back).unwrap();
        assert_eq!(taken.changes.len(), 4, "{taken:#?}");
        assert_eq!(taken.findings, []);
        let first = &plan.tasks[0];
        assert_eq!(
            (first.time.as_str(), first.budget, first.kind),
            ("Quý III/2026", Some(Money(2_000_000)), Some(TaskKind::Continued))
        );
        assert_eq!(plan.tasks[1].name, "Xây dựng kho dữ liệu dùng chung");
        assert_eq!(plan.tasks.len(), 2);
    }

    #[test]
    fn a_new_row_joins_its_group_as_the_units_own() {
        let mut plan = fixture::small();
        let mut back = annex(&plan);
        let mut new = back.task_tables[0].tasks[0].clone();
        write(&mut new, "name", "Đào tạo kỹ năng số");
        new.no = Some("2".into());
        back.task_tables[0].tasks.insert(1, new);
        let taken = take_back(&mut plan, &back).unwrap();
        assert_eq!(taken.changes.len(), 1);
        let task = plan.tasks.iter().find(|task| task.name == "Đào tạo kỹ năng số").unwrap();
        assert_eq!((task.role, task.group, task.id), (Role::Own, plan.tasks[0].group, TaskId(3)));
    }

    #[test]
    fn what_cannot_be_taken_is_told_and_nothing_is_lost() {
        let mut plan = fixture::small();
        let before = plan.clone();
        let mut back = annex(&plan);
        write(row(&mut back, 0), "budget", "khoảng 2 tỷ");
        back.task_tables[0].tasks.remove(1);
        let mut stray = back.task_tables[0].tasks[0].clone();
        write(&mut stray, "name", "Việc không thuộc nhóm nào");
        stray.group = None;
        back.task_tables[0].tasks.push(stray);
        let taken = take_back(&mut plan, &back).unwrap();
        assert_eq!((taken.changes.len(), taken.findings.len()), (0, 3), "{taken:#?}");
        assert_eq!(plan, before);
    }
}
