//! An annex that comes back from Excel: which task each row is, and what has changed in it.
//!
//! A row is known by its name; a renamed one by its group, its number and most of its words. Rows may be changed, added,
//! put elsewhere, put under another or a new group; each of these is told. Nothing is taken out of the plan because a row
//! is missing, and what cannot be understood stays as it was: both are told, and the planner's to do.

mod fields;
mod order;
mod rows;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use self::fields::{blank, cell, same, set};
use self::rows::{Groups, Row, recognise};
use crate::plan::{Edit, EditError, FIELDS, Finding, Plan, Role, Severity, Task, TaskId};
use crate::reading::Reading;
use crate::text::squeeze;

/// What an annex changed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct TakenBack {
    /// What changed, in the annex's order.
    pub changes: Vec<Change>,
    /// Rows and cells that could not be taken, and tasks that the annex lacks.
    pub findings: Vec<Finding>,
}

/// How something changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// A task, a group or a column that was not there.
    Added,
    /// A cell, or the title of a group.
    Changed,
    /// A task in another place: list, group or order.
    Moved,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// How.
    pub kind: ChangeKind,
    /// Where in the workbook: "ô D12".
    pub place: String,
    /// Name of the task as it was; title of the group; empty for a column.
    pub task: String,
    /// Column as printed; "nhiệm vụ mới", "nhóm", "danh sách", "thứ tự" for what is no cell.
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
    let rows: Vec<Row> = annex.task_tables.iter().flat_map(|table| Row::of_table(plan, table)).collect();
    let known = recognise(plan, &rows);
    let mut taken = TakenBack::default();
    let mut edited = plan.clone();
    let groups = Groups::of(&mut edited, &rows, &known, &mut taken);
    let mut standing: Vec<TaskId> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let place = (groups.of_row(row), row.list(plan));
        match known.get(&at).and_then(|id| plan.tasks.iter().find(|task| task.id == *id)) {
            Some(task) => {
                let mut changed = row.laid_over(task, &mut taken);
                row.put(&mut changed, place, &edited, &mut taken);
                if changed != *task {
                    edited.apply(Edit::Task { task: Box::new(changed) })?;
                }
                standing.push(task.id);
            }
            None => standing.extend(row.come_in(&mut edited, place, &mut taken)?),
        }
    }
    order::put(plan, &mut edited, &standing, &rows, &known, &mut taken);
    new_columns(&mut edited, &rows, &mut taken)?;
    taken.findings.extend(missing(plan, &rows, &known));
    taken.findings.extend(annex.findings.iter().filter(|finding| is_of_rows(finding)).cloned());
    *plan = edited;
    Ok(taken)
}

/// Whether the reading doubts rows or cells, such as hidden ones; what it misses of a whole paper says nothing here.
fn is_of_rows(finding: &Finding) -> bool {
    finding.severity >= Severity::Warning && ["ô ", "hàng ", "trang tính "].iter().any(|place| finding.place.starts_with(place))
}

/// Tasks that the annex lacks, and columns.
fn missing(plan: &Plan, rows: &[Row], known: &BTreeMap<usize, TaskId>) -> Vec<Finding> {
    let there: BTreeSet<TaskId> = known.values().copied().collect();
    let gone = plan.tasks.iter().filter(|task| !rows.is_empty() && !there.contains(&task.id));
    let task = |task: &Task| {
        let message = "phụ lục gửi lại không có nhiệm vụ này; kế hoạch vẫn giữ";
        Finding::warning(format!("“{}”", task.name), message, "Xóa trong kế hoạch nếu không thực hiện nữa.")
    };
    let lacks = |field: &str| field != "no" && rows.first().is_some_and(|row| row.column(field).is_none());
    let columns = plan.columns.iter().filter(|column| lacks(&column.field)).map(|column| {
        let message = "phụ lục gửi lại không có cột này; kế hoạch vẫn giữ nội dung của cột";
        Finding::warning(
            format!("cột “{}”", squeeze(&column.title)),
            message,
            "Đặt lại tên cột như bản đã xuất nếu cột bị đổi tên.",
        )
    });
    let mut unknown: BTreeMap<&str, &Row> = BTreeMap::new();
    for (row, title) in rows.iter().flat_map(|row| row.unknown().into_iter().map(move |title| (row, title))) {
        unknown.entry(title).or_insert(row);
    }
    let unknown = unknown.into_iter().map(|(title, row)| {
        let message = format!("cột “{}” không phải cột của phụ lục nên chưa nhận nội dung", squeeze(title));
        Finding::warning(&row.task.at, message, "Chuyển nội dung sang cột đã có, ví dụ “Ghi chú”.")
    });
    gone.map(task).chain(columns).chain(unknown).collect()
}

/// Columns that a task can have and the plan's annex did not print: they come in if something stands in them.
fn new_columns(plan: &mut Plan, rows: &[Row], taken: &mut TakenBack) -> Result<(), EditError> {
    for field in FIELDS.into_iter().filter(|field| *field != "no") {
        let own = plan.columns.iter().any(|column| column.field == field);
        let Some(row) = rows.iter().find(|row| !own && !row.text(field).is_empty()) else { continue };
        let title = squeeze(row.title(field));
        let mut columns = plan.columns.clone();
        columns.push(crate::plan::AnnexColumn { field: field.to_owned(), title: title.clone() });
        plan.apply(Edit::Columns { columns })?;
        taken.changes.push(Change {
            kind: ChangeKind::Added,
            place: row.cell_at(field),
            task: String::new(),
            column: "cột mới".into(),
            before: String::new(),
            after: title,
        });
    }
    Ok(())
}

impl Row<'_> {
    /// `task` with what the row says; a column that the table lacks stays as it is.
    fn laid_over(&self, task: &Task, taken: &mut TakenBack) -> Task {
        let mut changed = task.clone();
        for field in self.fields() {
            let (before, after) = (cell(task, field), self.text(field));
            if same(&before, after) {
                continue;
            }
            if set(&mut changed, field, after) {
                let after = cell(&changed, field);
                if before != after {
                    taken.changes.push(self.changed(ChangeKind::Changed, field, task, before, after));
                }
            } else {
                taken.findings.push(self.unreadable(field, after));
            }
        }
        changed
    }

    /// `task` in the list and the group of its row.
    fn put(&self, task: &mut Task, (group, list): (Option<u32>, Option<Role>), plan: &Plan, taken: &mut TakenBack) {
        let from = task.clone();
        let mut moved = |column: &str, before: String, after: String| {
            let change = self.changed(ChangeKind::Moved, "name", &from, before, after);
            taken.changes.push(Change { column: column.to_owned(), ..change });
        };
        if let Some(group) = group.filter(|group| *group != task.group) {
            let title =
                |id: u32| plan.groups.iter().find(|group| group.id == id).map(|group| group.title.clone()).unwrap_or_default();
            moved("nhóm", title(task.group), title(group));
            task.group = group;
        }
        if let Some(list) = list.filter(|list| *list != task.role.list()) {
            moved("danh sách", rows::list_name(task.role.list()).to_owned(), rows::list_name(list).to_owned());
            task.role = list;
        }
    }

    /// A row that is none of the plan's tasks, if its group is known: the unit's own, in a list of its own tasks.
    fn come_in(
        &self,
        plan: &mut Plan,
        (group, list): (Option<u32>, Option<Role>),
        taken: &mut TakenBack,
    ) -> Result<Option<TaskId>, EditError> {
        let (place, name) = (&self.task.at, self.text("name"));
        if name.trim().is_empty() {
            if self.fields().any(|field| !self.text(field).trim().is_empty()) {
                let hint = "Ghi tên nhiệm vụ vào hàng này rồi nhận lại, hoặc xóa hàng.";
                taken.findings.push(Finding::warning(place, "hàng không có tên nhiệm vụ nên chưa nhận", hint));
            }
            return Ok(None);
        }
        let Some(group) = group else {
            let message = format!("không biết nhóm của nhiệm vụ “{name}”");
            let hint = "Đặt dòng này dưới tên một nhóm nhiệm vụ của kế hoạch.";
            taken.findings.push(Finding::warning(place, message, hint));
            return Ok(None);
        };
        let id = TaskId(plan.tasks.iter().map(|task| task.id.0).max().map_or(1, |last| last.saturating_add(1)));
        let mut task = blank(id, group);
        if let Some(list) = list.filter(|list| *list != Role::Lead) {
            task.role = list;
        }
        for field in self.fields() {
            let text = self.text(field);
            if !set(&mut task, field, text) {
                taken.findings.push(self.unreadable(field, text));
            }
        }
        let change = self.changed(ChangeKind::Added, "name", &task, String::new(), task.name.clone());
        taken.changes.push(Change { column: "nhiệm vụ mới".into(), ..change });
        plan.apply(Edit::Task { task: Box::new(task) })?;
        Ok(Some(id))
    }

    fn changed(&self, kind: ChangeKind, field: &str, task: &Task, before: String, after: String) -> Change {
        Change { kind, place: self.cell_at(field), task: task.name.clone(), column: squeeze(self.title(field)), before, after }
    }

    fn unreadable(&self, field: &str, text: &str) -> Finding {
        let message = format!("không hiểu “{text}” ở cột “{}”; giữ giá trị cũ", squeeze(self.title(field)));
        let hint =
            if field == "budget" { "Ghi số đồng, ví dụ 1.500.000.000." } else { "Ghi Mới hoặc Chuyển tiếp." };
        Finding::warning(self.cell_at(field), message, hint)
    }
}
