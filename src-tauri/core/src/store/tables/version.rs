//! `version`: earlier states of the plan, each a whole plan file of its own (deflated), so that it is brought to the newest
//! shape by the same migrations as any other.

use std::io::{Read, Write};

use chrono::NaiveDateTime;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::store::schema::Migration;
use crate::store::versions::{Version, VersionId};
use crate::store::words::{broken, from_word, word};

/// A state larger than this was not made by this program.
const MOST: u64 = 512 * 1024 * 1024;

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    to: 4,
    sql: "CREATE TABLE version (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        changes TEXT NOT NULL,
        image BLOB NOT NULL
    ) STRICT;",
}];

pub(in crate::store) fn put(connection: &Connection, version: &Version, image: &[u8]) -> rusqlite::Result<VersionId> {
    let failed = |error: std::io::Error| rusqlite::Error::ToSqlConversionFailure(error.into());
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(image).map_err(failed)?;
    let image = encoder.finish().map_err(failed)?;
    connection.execute(
        "INSERT INTO version (at, kind, name, changes, image) VALUES (:at, :kind, :name, :changes, :image)",
        named_params! {
            ":at": version.at.format("%Y-%m-%dT%H:%M:%S%.3f").to_string(),
            ":kind": word(&version.kind)?,
            ":name": version.name,
            ":changes": version.changes,
            ":image": image,
        },
    )?;
    Ok(VersionId(connection.last_insert_rowid()))
}

/// All, latest first.
pub(in crate::store) fn list(connection: &Connection) -> rusqlite::Result<Vec<Version>> {
    let mut select = connection.prepare("SELECT id, at, kind, name, changes FROM version ORDER BY id DESC")?;
    let versions = select.query_map([], |row| {
        let at: String = row.get("at")?;
        Ok(Version {
            id: VersionId(row.get("id")?),
            at: at.parse::<NaiveDateTime>().map_err(|error| broken("at", error))?,
            kind: from_word(row, "kind")?,
            name: row.get("name")?,
            changes: row.get("changes")?,
        })
    })?;
    versions.collect()
}

/// The plan file that a version is.
pub(in crate::store) fn image(connection: &Connection, id: VersionId) -> rusqlite::Result<Option<Vec<u8>>> {
    let select = "SELECT image FROM version WHERE id = :id";
    let deflated: Option<Vec<u8>> = connection.query_row(select, named_params! { ":id": id.0 }, |row| row.get(0)).optional()?;
    let inflate = |deflated: Vec<u8>| {
        let mut image = Vec::new();
        let inflated = DeflateDecoder::new(&deflated[..]).take(MOST).read_to_end(&mut image);
        inflated.map(|_| image).map_err(|error| broken("image", error))
    };
    deflated.map(inflate).transpose()
}

pub(in crate::store) fn rename(connection: &Connection, id: VersionId, name: &str) -> rusqlite::Result<()> {
    let rename = "UPDATE version SET name = :name, kind = 'named' WHERE id = :id";
    connection.execute(rename, named_params! { ":id": id.0, ":name": name })?;
    Ok(())
}

pub(in crate::store) fn remove(connection: &Connection, ids: &[VersionId]) -> rusqlite::Result<()> {
    for id in ids {
        connection.execute("DELETE FROM version WHERE id = :id", named_params! { ":id": id.0 })?;
    }
    Ok(())
}

/// Takes over all versions of another plan file.
pub(in crate::store) fn take_over(connection: &Connection, from: &Connection) -> rusqlite::Result<()> {
    let mut select = from.prepare("SELECT at, kind, name, changes, image FROM version ORDER BY id")?;
    let mut insert = connection.prepare("INSERT INTO version (at, kind, name, changes, image) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let text = |column: usize| row.get::<_, String>(column);
        insert.execute((text(0)?, text(1)?, text(2)?, text(3)?, row.get::<_, Vec<u8>>(4)?))?;
    }
    Ok(())
}
