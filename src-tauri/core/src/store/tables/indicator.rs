//! `indicator`: the rows of a section's table of indicators.

use rusqlite::{Connection, Transaction, named_params};

use crate::plan::Indicator;
use crate::store::schema::Migration;
use crate::store::words::position;

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    to: 3,
    sql: "CREATE TABLE indicator (
        section INTEGER NOT NULL REFERENCES section (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        unit TEXT NOT NULL,
        baseline TEXT NOT NULL,
        target TEXT NOT NULL,
        PRIMARY KEY (section, position)
    ) STRICT;",
}];

pub(super) fn write(transaction: &Transaction, section: u32, rows: &[Indicator]) -> rusqlite::Result<()> {
    let mut insert =
        transaction.prepare_cached("INSERT INTO indicator VALUES (:section, :position, :name, :unit, :baseline, :target)")?;
    for (index, row) in rows.iter().enumerate() {
        insert.execute(named_params! {
            ":section": section,
            ":position": position(index),
            ":name": row.name,
            ":unit": row.unit,
            ":baseline": row.baseline,
            ":target": row.target,
        })?;
    }
    Ok(())
}

pub(super) fn read(connection: &Connection, section: u32) -> rusqlite::Result<Vec<Indicator>> {
    let mut select = connection.prepare_cached("SELECT * FROM indicator WHERE section = :section ORDER BY position")?;
    let rows = select.query_map(named_params! { ":section": section }, |row| {
        Ok(Indicator {
            name: row.get("name")?,
            unit: row.get("unit")?,
            baseline: row.get("baseline")?,
            target: row.get("target")?,
        })
    })?;
    rows.collect()
}
