//! `span`: looks of pieces of a section's paragraphs.

use rusqlite::{Connection, Transaction, named_params};

use crate::plan::{Span, TaskId};
use crate::store::schema::Migration;
use crate::store::words::{from_word, position, word};

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    to: 3,
    sql: "CREATE TABLE span (
        section INTEGER NOT NULL REFERENCES section (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        paragraph INTEGER NOT NULL,
        first INTEGER NOT NULL,
        behind INTEGER NOT NULL,
        look TEXT NOT NULL,
        task INTEGER,
        PRIMARY KEY (section, position)
    ) STRICT;",
}];

pub(super) fn write(transaction: &Transaction, section: u32, spans: &[Span]) -> rusqlite::Result<()> {
    let mut insert =
        transaction.prepare_cached("INSERT INTO span VALUES (:section, :position, :paragraph, :first, :behind, :look, :task)")?;
    for (index, span) in spans.iter().enumerate() {
        insert.execute(named_params! {
            ":section": section,
            ":position": position(index),
            ":paragraph": span.paragraph,
            ":first": span.from,
            ":behind": span.to,
            ":look": word(&span.look)?,
            ":task": span.task.map(|task| task.0),
        })?;
    }
    Ok(())
}

pub(super) fn read(connection: &Connection, section: u32) -> rusqlite::Result<Vec<Span>> {
    let mut select = connection.prepare_cached("SELECT * FROM span WHERE section = :section ORDER BY position")?;
    let spans = select.query_map(named_params! { ":section": section }, |row| {
        let task: Option<u32> = row.get("task")?;
        Ok(Span {
            paragraph: row.get("paragraph")?,
            from: row.get("first")?,
            to: row.get("behind")?,
            look: from_word(row, "look")?,
            task: task.map(TaskId),
        })
    })?;
    spans.collect()
}
