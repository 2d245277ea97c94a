//! `result`: what became of last year's goals and tasks.

use rusqlite::{Connection, Transaction, named_params};

use crate::plan::ResultRow;
use crate::store::schema::Migration;
use crate::store::words::position;

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    to: 2,
    sql: "CREATE TABLE result (
        position INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        target TEXT NOT NULL,
        outcome TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT;",
}];

pub(super) fn write(transaction: &Transaction, results: &[ResultRow]) -> rusqlite::Result<()> {
    let mut insert = transaction.prepare("INSERT INTO result VALUES (:position, :name, :target, :outcome, :note)")?;
    for (index, row) in results.iter().enumerate() {
        insert.execute(named_params! {
            ":position": position(index),
            ":name": row.name,
            ":target": row.target,
            ":outcome": row.outcome,
            ":note": row.note,
        })?;
    }
    Ok(())
}

pub(super) fn read(connection: &Connection) -> rusqlite::Result<Vec<ResultRow>> {
    let mut select = connection.prepare("SELECT * FROM result ORDER BY position")?;
    let results = select.query_map([], |row| {
        Ok(ResultRow { name: row.get("name")?, target: row.get("target")?, outcome: row.get("outcome")?, note: row.get("note")? })
    })?;
    results.collect()
}
