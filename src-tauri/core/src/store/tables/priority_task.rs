//! `priority_task`, the letter's numbered tasks, and `coverage`, what of the plan covers each.

use rusqlite::{Connection, Transaction, named_params};

use crate::plan::{CoveredBy, PriorityTask, SectionId, TaskId};
use crate::store::schema::Migration;
use crate::store::words::position;

pub(super) const MIGRATIONS: &[Migration] = &[
    Migration { to: 1, sql: ONE },
    Migration { to: 5, sql: "ALTER TABLE coverage ADD COLUMN refused INTEGER NOT NULL DEFAULT 0" },
];

const ONE: &str = "CREATE TABLE priority_task (
        position INTEGER PRIMARY KEY,
        no INTEGER NOT NULL,
        text TEXT NOT NULL
    ) STRICT;
    CREATE TABLE coverage (
        priority_task INTEGER NOT NULL REFERENCES priority_task (position),
        position INTEGER NOT NULL,
        section INTEGER REFERENCES section (id),
        task INTEGER REFERENCES task (id),
        PRIMARY KEY (priority_task, position),
        CHECK ((section IS NULL) <> (task IS NULL))
    ) STRICT;";

pub(super) fn write(transaction: &Transaction, tasks: &[PriorityTask]) -> rusqlite::Result<()> {
    let mut insert = transaction.prepare("INSERT INTO priority_task VALUES (:position, :no, :text)")?;
    let mut cover = transaction.prepare("INSERT INTO coverage VALUES (:priority_task, :position, :section, :task, :refused)")?;
    for (index, task) in tasks.iter().enumerate() {
        insert.execute(named_params! { ":position": position(index), ":no": task.no, ":text": task.text })?;
        let links = task.covered_by.iter().map(|link| (link, false)).chain(task.refused.iter().map(|link| (link, true)));
        for (place, (covered_by, refused)) in links.enumerate() {
            let (section, task) = match covered_by {
                CoveredBy::Section(SectionId(id)) => (Some(*id), None),
                CoveredBy::Task(TaskId(id)) => (None, Some(*id)),
            };
            cover.execute(named_params! {
                ":priority_task": position(index),
                ":position": position(place),
                ":section": section,
                ":task": task,
                ":refused": refused,
            })?;
        }
    }
    Ok(())
}

pub(super) fn read(connection: &Connection) -> rusqlite::Result<Vec<PriorityTask>> {
    let mut select = connection.prepare("SELECT * FROM priority_task ORDER BY position")?;
    let mut cover = connection.prepare("SELECT * FROM coverage WHERE priority_task = :position ORDER BY position")?;
    let mut rows = select.query([])?;
    let mut tasks = Vec::new();
    while let Some(row) = rows.next()? {
        let position: i64 = row.get("position")?;
        let links = cover.query_map(named_params! { ":position": position }, |row| {
            let section: Option<u32> = row.get("section")?;
            let link = match section {
                Some(id) => CoveredBy::Section(SectionId(id)),
                None => CoveredBy::Task(TaskId(row.get("task")?)),
            };
            Ok((link, row.get("refused")?))
        })?;
        let mut refused = Vec::new();
        let mut covered_by = Vec::new();
        for link in links {
            let (link, is_refused) = link?;
            if is_refused { refused.push(link) } else { covered_by.push(link) }
        }
        tasks.push(PriorityTask { no: row.get("no")?, text: row.get("text")?, covered_by, refused });
    }
    Ok(tasks)
}
