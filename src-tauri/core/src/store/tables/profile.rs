//! `profile`: one row, how the unit issues the plan; its lists stand in `line`.

use rusqlite::{Connection, Transaction, named_params};

use super::line;
use crate::plan::{Profile, Signatory};
use crate::store::schema::Migration;
use crate::store::words::{date, from_date};

pub(super) const MIGRATIONS: &[Migration] = &[
    Migration { to: 2, sql: "ALTER TABLE profile ADD COLUMN home_post TEXT NOT NULL DEFAULT '';" },
    Migration {
        to: 1,
        sql: "CREATE TABLE profile (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        place TEXT NOT NULL,
        number INTEGER,
        symbol TEXT NOT NULL,
        date TEXT,
        signer TEXT NOT NULL
    ) STRICT;",
    },
];

pub(super) fn write(transaction: &Transaction, profile: &Profile) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO profile VALUES (1, :place, :number, :symbol, :date, :signer, :home_post)",
        named_params! {
            ":place": profile.place,
            ":number": profile.number,
            ":symbol": profile.symbol,
            ":date": date(profile.date),
            ":signer": profile.signatory.name,
            ":home_post": profile.signatory.home_post,
        },
    )?;
    line::write(transaction, "authority", 0, &profile.signatory.authority)?;
    line::write(transaction, "recipient", 0, &profile.recipients)
}

pub(super) fn read(connection: &Connection) -> rusqlite::Result<Profile> {
    let mut profile = connection.query_row("SELECT * FROM profile", [], |row| {
        Ok(Profile {
            place: row.get("place")?,
            number: row.get("number")?,
            symbol: row.get("symbol")?,
            date: from_date(row, "date")?,
            signatory: Signatory { authority: Vec::new(), home_post: row.get("home_post")?, name: row.get("signer")? },
            recipients: Vec::new(),
        })
    })?;
    profile.signatory.authority = line::read(connection, "authority", 0)?;
    profile.recipients = line::read(connection, "recipient", 0)?;
    Ok(profile)
}
