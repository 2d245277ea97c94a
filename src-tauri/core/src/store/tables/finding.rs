//! `finding`: what the drafting was unsure of.

use rusqlite::{Connection, Transaction, named_params};

use crate::plan::Finding;
use crate::store::schema::Migration;
use crate::store::words::{from_word, position, word};

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    to: 1,
    sql: "CREATE TABLE finding (
        position INTEGER PRIMARY KEY,
        severity TEXT NOT NULL,
        place TEXT NOT NULL,
        message TEXT NOT NULL,
        hint TEXT NOT NULL
    ) STRICT;",
}];

pub(super) fn write(transaction: &Transaction, findings: &[Finding]) -> rusqlite::Result<()> {
    let mut insert = transaction.prepare("INSERT INTO finding VALUES (:position, :severity, :place, :message, :hint)")?;
    for (index, finding) in findings.iter().enumerate() {
        insert.execute(named_params! {
            ":position": position(index),
            ":severity": word(&finding.severity)?,
            ":place": finding.place,
            ":message": finding.message,
            ":hint": finding.hint,
        })?;
    }
    Ok(())
}

pub(super) fn read(connection: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let mut select = connection.prepare("SELECT * FROM finding ORDER BY position")?;
    let findings = select.query_map([], |row| {
        Ok(Finding {
            severity: from_word(row, "severity")?,
            place: row.get("place")?,
            message: row.get("message")?,
            hint: row.get("hint")?,
        })
    })?;
    findings.collect()
}
