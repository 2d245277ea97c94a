//! `paragraph_source`: where each paragraph of a section comes from, once some of a pre-filled text was replaced.

use rusqlite::{Connection, Transaction, named_params};

use crate::plan::Provenance;
use crate::store::schema::Migration;
use crate::store::words::{from_provenance, position, provenance};

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    to: 3,
    sql: "CREATE TABLE paragraph_source (
        section INTEGER NOT NULL REFERENCES section (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        source TEXT,
        PRIMARY KEY (section, position)
    ) STRICT;",
}];

pub(super) fn write(transaction: &Transaction, section: u32, sources: &[Option<Provenance>]) -> rusqlite::Result<()> {
    let mut insert = transaction.prepare_cached("INSERT INTO paragraph_source VALUES (:section, :position, :source)")?;
    for (index, source) in sources.iter().enumerate() {
        insert.execute(named_params! {
            ":section": section,
            ":position": position(index),
            ":source": provenance(source.as_ref()),
        })?;
    }
    Ok(())
}

pub(super) fn read(connection: &Connection, section: u32) -> rusqlite::Result<Vec<Option<Provenance>>> {
    let mut select =
        connection.prepare_cached("SELECT source FROM paragraph_source WHERE section = :section ORDER BY position")?;
    let sources = select.query_map(named_params! { ":section": section }, |row| from_provenance(row, "source"))?;
    sources.collect()
}
