//! `line`: lists of plain lines. A section's paragraphs name their section; the lists of profile and
//! issuing name none.

use rusqlite::{Connection, Transaction, named_params};

use crate::store::schema::Migration;
use crate::store::words::position;

pub(super) const MIGRATIONS: &[Migration] = &[
    Migration {
        to: 1,
        sql: "CREATE TABLE line (
        list TEXT NOT NULL CHECK (list IN ('paragraph', 'authority', 'recipient')),
        section INTEGER NOT NULL DEFAULT 0,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (list, section, position)
    ) STRICT;",
    },
    // More lists; SQLite changes no CHECK in place.
    Migration {
        to: 2,
        sql: "CREATE TABLE line_2 (
        list TEXT NOT NULL CHECK (list IN ('paragraph', 'authority', 'recipient', 'article', 'addressee', 'reason',
            'submitter', 'submission_recipient')),
        section INTEGER NOT NULL DEFAULT 0,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (list, section, position)
    ) STRICT;
    INSERT INTO line_2 SELECT list, section, position, text FROM line;
    DROP TABLE line;
    ALTER TABLE line_2 RENAME TO line;",
    },
];

pub(super) fn write(transaction: &Transaction, list: &str, section: u32, lines: &[String]) -> rusqlite::Result<()> {
    let mut insert = transaction.prepare_cached("INSERT INTO line VALUES (:list, :section, :position, :text)")?;
    for (index, text) in lines.iter().enumerate() {
        insert.execute(named_params! { ":list": list, ":section": section, ":position": position(index), ":text": text })?;
    }
    Ok(())
}

pub(super) fn read(connection: &Connection, list: &str, section: u32) -> rusqlite::Result<Vec<String>> {
    let mut select =
        connection.prepare_cached("SELECT text FROM line WHERE list = :list AND section = :section ORDER BY position")?;
    let lines = select.query_map(named_params! { ":list": list, ":section": section }, |row| row.get(0))?;
    lines.collect()
}
