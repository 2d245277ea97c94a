//! `plan`: one row, what the file is about.

use rusqlite::{Connection, Transaction, named_params};

use crate::plan::{Issuing, Plan, Profile, Unit};
use crate::store::schema::Migration;

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    to: 1,
    sql: "CREATE TABLE plan (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        form TEXT NOT NULL,
        year INTEGER NOT NULL,
        subject TEXT NOT NULL,
        unit_name TEXT NOT NULL,
        unit_abbreviation TEXT NOT NULL,
        unit_superior TEXT NOT NULL,
        unit_head_title TEXT NOT NULL
    ) STRICT;",
}];

pub(super) fn write(transaction: &Transaction, plan: &Plan) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO plan VALUES (1, :form, :year, :subject, :name, :abbreviation, :superior, :head_title)",
        named_params! {
            ":form": plan.form,
            ":year": plan.year,
            ":subject": plan.subject,
            ":name": plan.unit.name,
            ":abbreviation": plan.unit.abbreviation,
            ":superior": plan.unit.superior,
            ":head_title": plan.unit.head_title,
        },
    )?;
    Ok(())
}

/// The plan with all its lists still empty.
pub(super) fn read(connection: &Connection) -> rusqlite::Result<Plan> {
    connection.query_row("SELECT * FROM plan", [], |row| {
        Ok(Plan {
            form: row.get("form")?,
            year: row.get("year")?,
            subject: row.get("subject")?,
            unit: Unit {
                name: row.get("unit_name")?,
                abbreviation: row.get("unit_abbreviation")?,
                superior: row.get("unit_superior")?,
                head_title: row.get("unit_head_title")?,
            },
            profile: Profile::default(),
            issuing: Issuing::default(),
            results: Vec::new(),
            sources: Vec::new(),
            sections: Vec::new(),
            legal_bases: Vec::new(),
            groups: Vec::new(),
            tasks: Vec::new(),
            columns: Vec::new(),
            coverage: Vec::new(),
            findings: Vec::new(),
        })
    })
}
