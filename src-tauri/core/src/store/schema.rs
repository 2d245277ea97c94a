//! The version of the file's shape, and how a file gets to it.

use rusqlite::{Connection, Transaction};

use super::tables;

/// "skhp": tells a plan file from any other SQLite database.
pub(super) const APPLICATION_ID: i32 = 0x736b_6870;

/// The shape this program writes (`user_version`). Raised with every migration.
pub(super) const VERSION: u32 = 5;

/// A step of one table to a version.
pub(super) struct Migration {
    /// The version that it is part of.
    pub(super) to: u32,
    /// What it does.
    pub(super) sql: &'static str,
}

/// Marks an empty database as a plan file and brings it to [`VERSION`].
pub(super) fn found(transaction: &Transaction) -> rusqlite::Result<()> {
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrate(transaction)
}

/// Brings a file to [`VERSION`], each version's steps in the order of the tables; all of it or, by the transaction, nothing.
pub(super) fn migrate(transaction: &Transaction) -> rusqlite::Result<()> {
    let from = version(transaction)?;
    for next in from + 1..=VERSION {
        for step in tables::migrations().filter(|m| m.to == next) {
            transaction.execute_batch(step.sql)?;
        }
    }
    transaction.pragma_update(None, "user_version", VERSION)
}

/// The file's `user_version`.
pub(super) fn version(connection: &Connection) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// The file's `application_id`.
pub(super) fn application_id(connection: &Connection) -> rusqlite::Result<i32> {
    connection.pragma_query_value(None, "application_id", |row| row.get(0))
}
