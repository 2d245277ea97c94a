//! `task_group` and `task`: the annex.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, Statement, Transaction, named_params};

use crate::plan::{Plan, Task, TaskGroup, TaskId};
use crate::store::schema::Migration;
use crate::store::words::{from_money, from_provenance, from_word, from_word_or_null, money, position, provenance, word};

pub(super) const MIGRATIONS: &[Migration] = &[
    Migration {
        to: 1,
        sql: "CREATE TABLE task_group (
        id INTEGER PRIMARY KEY,
        position INTEGER NOT NULL,
        title TEXT NOT NULL
    ) STRICT;
    CREATE TABLE task (
        id INTEGER PRIMARY KEY,
        position INTEGER NOT NULL,
        group_id INTEGER NOT NULL REFERENCES task_group (id),
        role TEXT NOT NULL,
        name TEXT NOT NULL,
        lead TEXT NOT NULL,
        coordinating TEXT NOT NULL,
        time TEXT NOT NULL,
        product TEXT NOT NULL,
        basis TEXT NOT NULL,
        kind TEXT,
        goal TEXT NOT NULL,
        budget INTEGER CHECK (budget >= 0),
        funding TEXT NOT NULL,
        source TEXT
    ) STRICT;
    CREATE INDEX task_group_id ON task (group_id);",
    },
    Migration {
        to: 2,
        sql: "ALTER TABLE task ADD COLUMN assigned_member TEXT NOT NULL DEFAULT '';
    ALTER TABLE task ADD COLUMN note TEXT NOT NULL DEFAULT '';
    ALTER TABLE task ADD COLUMN effect TEXT NOT NULL DEFAULT '';",
    },
];

/// Puts all groups and tasks in the place of what is there.
pub(super) fn write(transaction: &Transaction, groups: &[TaskGroup], tasks: &[Task]) -> rusqlite::Result<()> {
    transaction.execute("DELETE FROM task", [])?;
    transaction.execute("DELETE FROM task_group", [])?;
    put_groups(transaction, groups)?;
    let mut put = transaction.prepare(PUT)?;
    (0..).zip(tasks).try_for_each(|(index, task)| put_task(&mut put, index, task))
}

/// As [`write`], where the tables hold those of `before`.
pub(super) fn write_changes(transaction: &Transaction, before: &Plan, plan: &Plan) -> rusqlite::Result<()> {
    put_groups(transaction, &plan.groups)?;
    let mut old: BTreeMap<TaskId, (usize, &Task)> = (0..).zip(&before.tasks).map(|(at, task)| (task.id, (at, task))).collect();
    let mut put = transaction.prepare(PUT)?;
    for (index, task) in plan.tasks.iter().enumerate() {
        if old.remove(&task.id) != Some((index, task)) {
            put_task(&mut put, index, task)?;
        }
    }
    let mut remove = transaction.prepare("DELETE FROM task WHERE id = :id")?;
    for id in old.keys() {
        remove.execute(named_params! { ":id": id.0 })?;
    }
    let mut remove = transaction.prepare("DELETE FROM task_group WHERE id = :id")?;
    for group in before.groups.iter().filter(|old| plan.groups.iter().all(|group| group.id != old.id)) {
        remove.execute(named_params! { ":id": group.id })?;
    }
    Ok(())
}

fn put_groups(transaction: &Transaction, groups: &[TaskGroup]) -> rusqlite::Result<()> {
    let mut put = transaction.prepare("INSERT OR REPLACE INTO task_group VALUES (:id, :position, :title)")?;
    for (index, group) in groups.iter().enumerate() {
        put.execute(named_params! { ":id": group.id, ":position": position(index), ":title": group.title })?;
    }
    Ok(())
}

const PUT: &str = "INSERT OR REPLACE INTO task VALUES (:id, :position, :group_id, :role, :name, :lead, :coordinating, :time,
    :product, :basis, :kind, :goal, :budget, :funding, :source, :assigned_member, :note, :effect)";

fn put_task(put: &mut Statement, index: usize, task: &Task) -> rusqlite::Result<()> {
    put.execute(named_params! {
        ":id": task.id.0,
        ":position": position(index),
        ":group_id": task.group,
        ":role": word(&task.role)?,
        ":name": task.name,
        ":lead": task.lead,
        ":coordinating": task.coordinating,
        ":time": task.time,
        ":product": task.product,
        ":basis": task.basis,
        ":kind": task.kind.map(|kind| word(&kind)).transpose()?,
        ":goal": task.goal,
        ":budget": money(task.budget)?,
        ":funding": task.funding,
        ":source": provenance(task.source.as_ref()),
        ":assigned_member": task.assigned_member,
        ":note": task.note,
        ":effect": task.effect,
    })?;
    Ok(())
}

pub(super) fn read(connection: &Connection) -> rusqlite::Result<(Vec<TaskGroup>, Vec<Task>)> {
    let mut select = connection.prepare("SELECT * FROM task_group ORDER BY position")?;
    let groups = select.query_map([], |row| Ok(TaskGroup { id: row.get("id")?, title: row.get("title")? }))?;
    let groups = groups.collect::<rusqlite::Result<_>>()?;
    let mut select = connection.prepare("SELECT * FROM task ORDER BY position")?;
    let tasks = select.query_map([], task)?.collect::<rusqlite::Result<_>>()?;
    Ok((groups, tasks))
}

fn task(row: &Row) -> rusqlite::Result<Task> {
    Ok(Task {
        id: TaskId(row.get("id")?),
        group: row.get("group_id")?,
        role: from_word(row, "role")?,
        name: row.get("name")?,
        lead: row.get("lead")?,
        coordinating: row.get("coordinating")?,
        time: row.get("time")?,
        product: row.get("product")?,
        basis: row.get("basis")?,
        kind: from_word_or_null(row, "kind")?,
        goal: row.get("goal")?,
        budget: from_money(row, "budget")?,
        funding: row.get("funding")?,
        assigned_member: row.get("assigned_member")?,
        note: row.get("note")?,
        effect: row.get("effect")?,
        source: from_provenance(row, "source")?,
    })
}
