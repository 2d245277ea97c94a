//! `annex_column`: which columns the annex prints, in order.

use rusqlite::{Connection, Transaction, named_params};

use crate::plan::AnnexColumn;
use crate::store::schema::Migration;
use crate::store::words::position;

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    to: 1,
    sql: "CREATE TABLE annex_column (
        position INTEGER PRIMARY KEY,
        field TEXT NOT NULL,
        title TEXT NOT NULL
    ) STRICT;",
}];

pub(super) fn write(transaction: &Transaction, columns: &[AnnexColumn]) -> rusqlite::Result<()> {
    let mut insert = transaction.prepare("INSERT INTO annex_column VALUES (:position, :field, :title)")?;
    for (index, column) in columns.iter().enumerate() {
        insert.execute(named_params! { ":position": position(index), ":field": column.field, ":title": column.title })?;
    }
    Ok(())
}

pub(super) fn read(connection: &Connection) -> rusqlite::Result<Vec<AnnexColumn>> {
    let mut select = connection.prepare("SELECT * FROM annex_column ORDER BY position")?;
    let columns = select.query_map([], |row| Ok(AnnexColumn { field: row.get("field")?, title: row.get("title")? }))?;
    columns.collect()
}
