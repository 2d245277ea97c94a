//! `section`: the outline, each section naming the one above it; paragraphs stand in `line`, what goes with them in `span`,
//! `paragraph_source`, `indicator`, `comment`.

use std::collections::BTreeMap;

use rusqlite::{Connection, Statement, Transaction, named_params};

use super::{comment, indicator, line, paragraph_source, span};
use crate::plan::{Section, SectionId};
use crate::store::schema::Migration;
use crate::store::words::{from_provenance, from_word, position, provenance, word};

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    to: 1,
    sql: "CREATE TABLE section (
        id INTEGER PRIMARY KEY,
        parent INTEGER REFERENCES section (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        label TEXT NOT NULL,
        heading TEXT NOT NULL,
        mandatory INTEGER NOT NULL CHECK (mandatory IN (0, 1)),
        status TEXT NOT NULL,
        holds TEXT NOT NULL,
        source TEXT,
        text_source TEXT,
        guidance TEXT NOT NULL
    ) STRICT;
    CREATE INDEX section_parent ON section (parent);",
}];

pub(super) fn write(transaction: &Transaction, sections: &[Section]) -> rusqlite::Result<()> {
    let mut insert = transaction.prepare(
        "INSERT INTO section VALUES (:id, :parent, :position, :label, :heading, :mandatory, :status, :holds, :source,
         :text_source, :guidance)",
    )?;
    write_below(transaction, &mut insert, None, sections)
}

fn write_below(
    transaction: &Transaction,
    insert: &mut Statement,
    parent: Option<SectionId>,
    sections: &[Section],
) -> rusqlite::Result<()> {
    for (index, section) in sections.iter().enumerate() {
        insert.execute(named_params! {
            ":id": section.id.0,
            ":parent": parent.map(|id| id.0),
            ":position": position(index),
            ":label": section.label,
            ":heading": section.heading,
            ":mandatory": section.mandatory,
            ":status": word(&section.status)?,
            ":holds": word(&section.holds)?,
            ":source": provenance(section.source.as_ref()),
            ":text_source": provenance(section.text_source.as_ref()),
            ":guidance": section.guidance,
        })?;
        line::write(transaction, "paragraph", section.id.0, &section.text)?;
        span::write(transaction, section.id.0, &section.spans)?;
        paragraph_source::write(transaction, section.id.0, &section.paragraph_sources)?;
        indicator::write(transaction, section.id.0, &section.indicators)?;
        comment::write(transaction, section.id.0, &section.comments)?;
        write_below(transaction, insert, Some(section.id), &section.children)?;
    }
    Ok(())
}

pub(super) fn read(connection: &Connection) -> rusqlite::Result<Vec<Section>> {
    let mut select = connection.prepare("SELECT * FROM section ORDER BY position")?;
    let mut rows = select.query([])?;
    let mut below: BTreeMap<Option<u32>, Vec<Section>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let id: u32 = row.get("id")?;
        let section = Section {
            id: SectionId(id),
            label: row.get("label")?,
            heading: row.get("heading")?,
            mandatory: row.get("mandatory")?,
            status: from_word(row, "status")?,
            holds: from_word(row, "holds")?,
            source: from_provenance(row, "source")?,
            text_source: from_provenance(row, "text_source")?,
            guidance: row.get("guidance")?,
            text: line::read(connection, "paragraph", id)?,
            spans: span::read(connection, id)?,
            paragraph_sources: paragraph_source::read(connection, id)?,
            indicators: indicator::read(connection, id)?,
            comments: comment::read(connection, id)?,
            children: Vec::new(),
        };
        below.entry(row.get("parent")?).or_default().push(section);
    }
    Ok(gather(None, &mut below))
}

/// The sections below `parent`, each with its own; every row is taken once, so a ring of parents ends.
fn gather(parent: Option<u32>, below: &mut BTreeMap<Option<u32>, Vec<Section>>) -> Vec<Section> {
    let mut sections = below.remove(&parent).unwrap_or_default();
    for section in &mut sections {
        section.children = gather(Some(section.id.0), below);
    }
    sections
}
