//! `legal_basis`: căn cứ in the order they are printed.

use rusqlite::{Connection, Transaction, named_params};

use crate::plan::{Citation, LegalBasis};
use crate::store::schema::Migration;
use crate::store::words::{date, from_date, from_provenance, position, provenance};

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    to: 1,
    sql: "CREATE TABLE legal_basis (
        position INTEGER PRIMARY KEY,
        kind TEXT,
        number TEXT,
        date TEXT,
        issuer TEXT,
        subject TEXT,
        source TEXT
    ) STRICT;",
}];

pub(super) fn write(transaction: &Transaction, bases: &[LegalBasis]) -> rusqlite::Result<()> {
    let mut insert =
        transaction.prepare("INSERT INTO legal_basis VALUES (:position, :kind, :number, :date, :issuer, :subject, :source)")?;
    for (index, LegalBasis { citation, source }) in bases.iter().enumerate() {
        insert.execute(named_params! {
            ":position": position(index),
            ":kind": citation.kind,
            ":number": citation.number,
            ":date": date(citation.date),
            ":issuer": citation.issuer,
            ":subject": citation.subject,
            ":source": provenance(source.as_ref()),
        })?;
    }
    Ok(())
}

pub(super) fn read(connection: &Connection) -> rusqlite::Result<Vec<LegalBasis>> {
    let mut select = connection.prepare("SELECT * FROM legal_basis ORDER BY position")?;
    let bases = select.query_map([], |row| {
        let citation = Citation {
            kind: row.get("kind")?,
            number: row.get("number")?,
            date: from_date(row, "date")?,
            issuer: row.get("issuer")?,
            subject: row.get("subject")?,
        };
        Ok(LegalBasis { citation, source: from_provenance(row, "source")? })
    })?;
    bases.collect()
}
