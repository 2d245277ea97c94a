//! `source`: the papers the plan was drafted from.

use rusqlite::{Connection, Transaction, named_params};

use crate::plan::Source;
use crate::store::schema::Migration;
use crate::store::words::{date, from_date, from_word, position, word};

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    to: 1,
    sql: "CREATE TABLE source (
        id TEXT PRIMARY KEY,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        number TEXT,
        date TEXT,
        file TEXT NOT NULL,
        sha256 TEXT NOT NULL
    ) STRICT;",
}];

pub(super) fn write(transaction: &Transaction, sources: &[Source]) -> rusqlite::Result<()> {
    let mut insert = transaction.prepare("INSERT INTO source VALUES (:id, :position, :kind, :number, :date, :file, :sha256)")?;
    for (index, source) in sources.iter().enumerate() {
        insert.execute(named_params! {
            ":id": source.id,
            ":position": position(index),
            ":kind": word(&source.kind)?,
            ":number": source.number,
            ":date": date(source.date),
            ":file": source.file,
            ":sha256": source.sha256,
        })?;
    }
    Ok(())
}

pub(super) fn read(connection: &Connection) -> rusqlite::Result<Vec<Source>> {
    let mut select = connection.prepare("SELECT * FROM source ORDER BY position")?;
    let sources = select.query_map([], |row| {
        Ok(Source {
            id: row.get("id")?,
            kind: from_word(row, "kind")?,
            number: row.get("number")?,
            date: from_date(row, "date")?,
            file: row.get("file")?,
            sha256: row.get("sha256")?,
        })
    })?;
    sources.collect()
}
