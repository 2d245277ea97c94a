//! `comment`: what colleagues write to each other about a section.

use rusqlite::{Connection, Transaction, named_params};

use crate::plan::Comment;
use crate::store::schema::Migration;
use crate::store::words::{from_time, position, time};

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    to: 3,
    sql: "CREATE TABLE comment (
        section INTEGER NOT NULL REFERENCES section (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        author TEXT NOT NULL,
        time TEXT NOT NULL,
        paragraph INTEGER,
        text TEXT NOT NULL,
        done INTEGER NOT NULL CHECK (done IN (0, 1)),
        PRIMARY KEY (section, position)
    ) STRICT;",
}];

pub(super) fn write(transaction: &Transaction, section: u32, comments: &[Comment]) -> rusqlite::Result<()> {
    let mut insert = transaction
        .prepare_cached("INSERT INTO comment VALUES (:section, :position, :author, :time, :paragraph, :text, :done)")?;
    for (index, comment) in comments.iter().enumerate() {
        insert.execute(named_params! {
            ":section": section,
            ":position": position(index),
            ":author": comment.author,
            ":time": time(comment.time),
            ":paragraph": comment.paragraph,
            ":text": comment.text,
            ":done": comment.done,
        })?;
    }
    Ok(())
}

pub(super) fn read(connection: &Connection, section: u32) -> rusqlite::Result<Vec<Comment>> {
    let mut select = connection.prepare_cached("SELECT * FROM comment WHERE section = :section ORDER BY position")?;
    let comments = select.query_map(named_params! { ":section": section }, |row| {
        Ok(Comment {
            author: row.get("author")?,
            time: from_time(row, "time")?,
            paragraph: row.get("paragraph")?,
            text: row.get("text")?,
            done: row.get("done")?,
        })
    })?;
    comments.collect()
}
