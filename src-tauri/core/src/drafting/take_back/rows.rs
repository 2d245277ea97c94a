//! Rows of an annex: what their columns are, which task each is, and which list and group it stands in.

use std::collections::{BTreeMap, BTreeSet};

use super::{Change, ChangeKind, TakenBack};
use crate::plan::{FIELDS, Plan, Role, TaskGroup, TaskId};
use crate::reading::{ReadTask, TaskTable};
use crate::text::{fold, squeeze};

/// What a list is called.
pub(super) fn list_name(list: Role) -> &'static str {
    match list {
        Role::Lead | Role::Own => "Chủ trì",
        Role::Coordinating => "Phối hợp",
        Role::AllUnits => "Nhiệm vụ chung",
    }
}

/// A row of the annex with its table.
pub(super) struct Row<'a> {
    table: &'a TaskTable,
    pub(super) task: &'a ReadTask,
    /// Place of each field's column in the table; unlike `table.fields` by the plan's own titles where they stand.
    columns: BTreeMap<&'static str, usize>,
}

impl<'a> Row<'a> {
    pub(super) fn of_table(plan: &Plan, table: &'a TaskTable) -> Vec<Self> {
        let columns = columns(plan, table);
        table.tasks.iter().map(|task| Self { table, task, columns: columns.clone() }).collect()
    }

    /// The fields that an annex may change: all but the number, which the order of the tasks gives.
    pub(super) fn fields(&self) -> impl Iterator<Item = &'static str> {
        FIELDS.into_iter().filter(|field| *field != "no" && self.columns.contains_key(field))
    }

    pub(super) fn column(&self, field: &str) -> Option<usize> {
        self.columns.get(field).copied()
    }

    pub(super) fn text(&self, field: &str) -> &'a str {
        let name = self.column(field).and_then(|at| self.table.fields.get(at));
        name.map_or("", |name| self.task.cell(name))
    }

    /// A column's title as printed.
    pub(super) fn title<'f>(&'f self, field: &'f str) -> &'f str {
        self.column(field).and_then(|at| self.table.columns.get(at)).map_or(field, String::as_str)
    }

    /// Titles of the columns that are none of a task's, where something stands in this row.
    pub(super) fn unknown(&self) -> Vec<&'a str> {
        let taken: BTreeSet<usize> = self.columns.values().copied().collect();
        let own = |(at, field): &(usize, &String)| !taken.contains(at) && !self.task.cell(field).trim().is_empty();
        let titles = self.table.fields.iter().enumerate().filter(own);
        titles.map(|(at, field)| self.table.columns.get(at).filter(|title| !title.is_empty()).unwrap_or(field).as_str()).collect()
    }

    /// The cell of a field: the row's place is that of its name.
    pub(super) fn cell_at(&self, field: &str) -> String {
        let at = &self.task.at;
        let moved = || {
            let (before, cell) = at.rsplit_once(' ').map_or(("", at.as_str()), |(before, cell)| (before, cell));
            let digits = cell.find(|c: char| c.is_ascii_digit())?;
            let (letters, row) = cell.split_at(digits);
            let name = column_of(letters)?;
            let column = (name + self.column(field)?).checked_sub(self.column("name")?)?;
            Some(format!("{before} {}{row}", letters_of(column)).trim().to_owned())
        };
        moved().unwrap_or_else(|| at.clone())
    }

    fn name(&self) -> String {
        fold(self.text("name"))
    }

    /// Title of its group as printed, empty for none and for that of a list.
    fn group_title(&self, plan: &Plan) -> &'a str {
        let Some(label) = &self.task.group else { return "" };
        if is_list(plan, label) {
            return "";
        }
        let group = self.table.groups.iter().find(|group| group.label == *label);
        group.map_or("", |group| group.title.as_str())
    }

    /// The list whose letter stands above it.
    pub(super) fn list(&self, plan: &Plan) -> Option<Role> {
        let letter = self.task.group.as_deref()?.split('.').next()?;
        plan.annex_lists().into_iter().find(|(known, _)| known == letter).map(|(_, list)| list)
    }
}

/// Whether a label is a list's letter, with no group below it.
fn is_list(plan: &Plan, label: &str) -> bool {
    plan.annex_lists().iter().any(|(letter, _)| letter == label)
}

/// "C" → 2, "AA" → 26.
fn column_of(letters: &str) -> Option<usize> {
    let digit = |c: char| c.is_ascii_uppercase().then_some(c as usize - 'A' as usize + 1);
    let number = letters.chars().try_fold(0_usize, |sum, c| sum.checked_mul(26)?.checked_add(digit(c)?))?;
    number.checked_sub(1)
}

fn letters_of(mut column: usize) -> String {
    let mut out = Vec::new();
    loop {
        out.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or(0)));
        column = match (column / 26).checked_sub(1) {
            Some(rest) => rest,
            None => return out.into_iter().rev().collect(),
        };
    }
}

/// Where each field stands: under the plan's own title for it, else where the reading says.
fn columns(plan: &Plan, table: &TaskTable) -> BTreeMap<&'static str, usize> {
    let key = |title: &str| fold(&squeeze(title)).trim_end_matches("(dong)").trim_end().to_owned();
    let mut out = BTreeMap::new();
    let own = |field: &str| plan.columns.iter().find(|column| column.field == field);
    for field in FIELDS {
        let titled = own(field).and_then(|own| table.columns.iter().position(|title| key(title) == key(&own.title)));
        if let Some(at) = titled {
            out.insert(field, at);
        }
    }
    for field in FIELDS {
        let meant = table.fields.iter().position(|known| known == field).filter(|at| !out.values().any(|taken| taken == at));
        if let (false, Some(at)) = (out.contains_key(field), meant) {
            out.insert(field, at);
        }
    }
    out
}

/// Which task each row is, by the row's place.
pub(super) fn recognise(plan: &Plan, rows: &[Row]) -> BTreeMap<usize, TaskId> {
    let printed = printed_places(plan);
    let names: BTreeMap<TaskId, String> = plan.tasks.iter().map(|task| (task.id, fold(&task.name))).collect();
    let mut named: BTreeMap<&str, Vec<TaskId>> = BTreeMap::new();
    for task in &plan.tasks {
        named.entry(names.get(&task.id).map_or("", String::as_str)).or_default().push(task.id);
    }
    let read: Vec<(String, Place)> = rows
        .iter()
        .map(|row| (row.name(), (row.list(plan), fold(row.group_title(plan)), row.task.no.clone().unwrap_or_default())))
        .collect();
    let mut known = BTreeMap::new();
    let mut free: BTreeSet<TaskId> = names.keys().copied().collect();
    // Of two tasks of one name the one in the row's own place comes first.
    for (at, (name, place)) in read.iter().enumerate() {
        if let Some(id) = printed.get(place).filter(|id| names.get(id) == Some(name) && free.contains(id)) {
            free.remove(id);
            known.insert(at, *id);
        }
    }
    for (at, (name, _)) in read.iter().enumerate().filter(|(_, (name, _))| !name.is_empty()) {
        let first = || named.get(name.as_str())?.iter().find(|id| free.contains(id)).copied();
        if let (false, Some(id)) = (known.contains_key(&at), first()) {
            free.remove(&id);
            known.insert(at, id);
        }
    }
    for (at, (name, place)) in read.iter().enumerate() {
        let there = printed.get(place).filter(|id| free.contains(id) && names.get(id).is_some_and(|own| alike(own, name)));
        if let (false, Some(id)) = (known.contains_key(&at), there) {
            free.remove(id);
            known.insert(at, *id);
        }
    }
    known
}

/// List, folded title of the group, and number.
type Place = (Option<Role>, String, String);

/// The task in each place of the annex as printed.
fn printed_places(plan: &Plan) -> BTreeMap<Place, TaskId> {
    let mut out = BTreeMap::new();
    for (_, list) in plan.annex_lists() {
        for group in plan.annex_list(list) {
            let title = fold(&group.group.title);
            out.extend(group.tasks.into_iter().map(|(no, task)| ((Some(list), title.clone(), no.to_string()), task.id)));
        }
    }
    out
}

/// Whether two names share at least half of their words.
fn alike(one: &str, other: &str) -> bool {
    let (one, other): (BTreeSet<&str>, BTreeSet<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let shared = one.intersection(&other).count();
    shared * 2 >= one.union(&other).count()
}

/// Groups of the plan by the titles that the annex gives them.
pub(super) struct Groups {
    /// Folded title → group.
    ids: BTreeMap<String, u32>,
    lists: BTreeSet<String>,
}

impl Groups {
    /// Finds each group; a title that the plan does not have renames the one group whose tasks all stand below it, or is
    /// a new group.
    pub(super) fn of(plan: &mut Plan, rows: &[Row], known: &BTreeMap<usize, TaskId>, taken: &mut TakenBack) -> Self {
        let mut ids: BTreeMap<String, u32> = BTreeMap::new();
        for group in plan.groups.iter().rev() {
            ids.insert(fold(&group.title), group.id);
        }
        let lists = plan.annex_lists().into_iter().map(|(letter, _)| letter).collect();
        let titles: BTreeSet<String> = rows.iter().map(|row| fold(row.group_title(plan))).collect();
        let mut before: Option<u32> = None;
        for row in rows {
            let title = squeeze(row.group_title(plan));
            let key = fold(&title);
            if key.is_empty() {
                continue;
            }
            if let Some(id) = ids.get(&key) {
                before = Some(*id);
                continue;
            }
            let below = rows.iter().enumerate().filter(|(_, other)| fold(other.group_title(plan)) == key);
            let own: BTreeSet<u32> = below
                .filter_map(|(at, _)| known.get(&at))
                .filter_map(|id| plan.tasks.iter().find(|task| task.id == *id))
                .map(|task| task.group)
                .collect();
            let renamed = plan
                .groups
                .iter_mut()
                .find(|group| own.len() == 1 && own.contains(&group.id) && !titles.contains(&fold(&group.title)));
            let (kind, old, id) = if let Some(group) = renamed {
                (ChangeKind::Changed, std::mem::replace(&mut group.title, title.clone()), group.id)
            } else {
                let id = plan.groups.iter().map(|group| group.id).max().map_or(1, |last| last.saturating_add(1));
                let behind = before.and_then(|id| plan.groups.iter().position(|group| group.id == id)).map_or(0, |at| at + 1);
                plan.groups.insert(behind, TaskGroup { id, title: title.clone() });
                (ChangeKind::Added, String::new(), id)
            };
            taken.changes.push(Change {
                kind,
                place: row.task.at.clone(),
                task: if old.is_empty() { title.clone() } else { old.clone() },
                column: if kind == ChangeKind::Added { "nhóm mới" } else { "tên nhóm" }.into(),
                before: old,
                after: title,
            });
            ids.insert(key, id);
            before = Some(id);
        }
        Self { ids, lists }
    }

    /// The group of a row; `None` if none stands above it.
    pub(super) fn of_row(&self, row: &Row) -> Option<u32> {
        let label = row.task.group.as_ref().filter(|label| !self.lists.contains(*label))?;
        let group = row.table.groups.iter().find(|group| group.label == *label)?;
        self.ids.get(&fold(&squeeze(&group.title))).copied()
    }
}
