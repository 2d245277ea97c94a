//! A plan file that is open.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::lock::Lock;
use super::{StoreError, schema, tables};
use crate::files::{self, FileError};
use crate::plan::Plan;

/// An open plan file. The first to open it may save; others read. Closed when dropped.
#[derive(Debug)]
pub struct PlanFile {
    path: PathBuf,
    // Before the lock: the connection closes first.
    connection: Connection,
    lock: Option<Lock>,
}

impl PlanFile {
    /// Makes a plan file and opens it. The file is there whole or not at all.
    ///
    /// # Errors
    /// [`StoreError::Exists`] if something of that name is there; others as the disk says.
    pub fn create(path: &Path, plan: &Plan) -> Result<Self, StoreError> {
        if fs::symlink_metadata(path).is_ok() {
            return Err(StoreError::Exists(path.to_owned()));
        }
        Self::put(path, plan)
    }

    /// As [`PlanFile::create`], in the place of a file that is there: for callers who have asked. The old file stays
    /// whenever this fails.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`] if that file is a plan open elsewhere; others as the disk says.
    pub fn replace(path: &Path, plan: &Plan) -> Result<Self, StoreError> {
        Self::put(path, plan)
    }

    fn put(path: &Path, plan: &Plan) -> Result<Self, StoreError> {
        let failed = |error: rusqlite::Error| StoreError::of(path, &error);
        let bytes = image(plan).map_err(failed)?;
        let folder = files::folder_of(path);
        if !folder.is_dir() {
            let error = if folder.exists() { FileError::NotAFolder } else { FileError::NoFolder };
            return Err(error(folder.to_owned()).into());
        }
        let lock = Lock::take(path);
        if lock.is_none() && path.exists() {
            return Err(StoreError::ReadOnly(path.to_owned()));
        }
        settle_journal(path);
        files::write_whole(path, &bytes)?;
        let connection = connect(path, lock.is_some()).map_err(failed)?;
        Ok(Self { path: path.to_owned(), connection, lock })
    }

    /// Opens a plan file, to save if no one else has it open and the disk allows, else to read.
    ///
    /// # Errors
    /// [`StoreError`] if it is missing, no plan file, damaged, or saved by a later program.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let readable = begins_like_a_database(path)?;
        if !readable {
            return Err(StoreError::NotAPlan(path.to_owned()));
        }
        let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let read_only = fs::metadata(&real).is_ok_and(|about| about.permissions().readonly());
        let lock = if read_only { None } else { Lock::take(&real) };
        let failed = |error: rusqlite::Error| StoreError::of(path, &error);
        let mut connection = connect(&real, lock.is_some()).map_err(failed)?;
        let older = admit(path, &mut connection, lock.is_some())?;
        if older {
            connection = migrated_copy(&mut connection).map_err(failed)?;
        }
        let lock = lock.filter(|_| !older && connection.is_readonly("main").is_ok_and(|read_only| !read_only));
        Ok(Self { path: path.to_owned(), connection, lock })
    }

    /// Where it lies, as it was named when opened.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether [`PlanFile::save`] would be refused.
    pub fn is_read_only(&self) -> bool {
        self.lock.is_none()
    }

    /// The plan as last saved.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] if a table is missing or a value means nothing.
    pub fn plan(&self) -> Result<Plan, StoreError> {
        // One snapshot, even while the one who may save does so.
        let read = || {
            let transaction = self.connection.unchecked_transaction()?;
            tables::read(&transaction)
        };
        read().map_err(|error| self.damaged(&error))
    }

    /// Saves the plan: all of it on the disk when this returns, or the file as it was.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`] if it is open elsewhere; [`StoreError::Inconsistent`] if parts of the plan
    /// refer to parts that are not there; others as the disk says.
    pub fn save(&mut self, plan: &Plan) -> Result<(), StoreError> {
        self.save_after(None, plan)
    }

    /// As [`PlanFile::save`], writing less: `before` is what the file holds, if the caller knows.
    ///
    /// # Errors
    /// As [`PlanFile::save`].
    pub fn save_after(&mut self, before: Option<&Plan>, plan: &Plan) -> Result<(), StoreError> {
        self.writable()?;
        write(&mut self.connection, plan, before).map_err(|error| self.failed(&error))
    }

    pub(super) fn writable(&self) -> Result<(), StoreError> {
        if self.is_read_only() { Err(StoreError::ReadOnly(self.path.clone())) } else { Ok(()) }
    }

    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(super) fn connection_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }

    pub(super) fn failed(&self, error: &rusqlite::Error) -> StoreError {
        StoreError::of(&self.path, error)
    }

    /// As [`PlanFile::failed`], while reading: a value that means nothing is damage.
    pub(super) fn damaged(&self, error: &rusqlite::Error) -> StoreError {
        match self.failed(error) {
            StoreError::Database { path, detail } => StoreError::Damaged { path, detail },
            other => other,
        }
    }
}

fn write(connection: &mut Connection, plan: &Plan, before: Option<&Plan>) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    tables::write(&transaction, plan, before)?;
    transaction.commit()
}

/// The plan that the bytes of a plan file hold, whatever known shape they have.
pub(super) fn plan_of(image: &[u8]) -> rusqlite::Result<Plan> {
    let mut connection = Connection::open_in_memory()?;
    connection.deserialize_read_exact("main", image, image.len(), false)?;
    prepare(&connection)?;
    let transaction = connection.transaction()?;
    schema::migrate(&transaction)?;
    tables::read(&transaction)
}

/// The bytes of a new plan file.
pub(super) fn image(plan: &Plan) -> rusqlite::Result<Vec<u8>> {
    let mut connection = Connection::open_in_memory()?;
    prepare(&connection)?;
    let transaction = connection.transaction()?;
    schema::found(&transaction)?;
    tables::write(&transaction, plan, None)?;
    transaction.commit()?;
    Ok(connection.serialize("main")?.to_vec())
}

fn connect(path: &Path, to_save: bool) -> rusqlite::Result<Connection> {
    let access = if to_save { OpenFlags::SQLITE_OPEN_READ_WRITE } else { OpenFlags::SQLITE_OPEN_READ_ONLY };
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    prepare(&connection)?;
    Ok(connection)
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // Plans arrive by mail: nothing that a file's schema says may run.
    connection.pragma_update(None, "trusted_schema", false)
}

/// Lets a database in only if it is a whole plan file of a shape we know, and brings one that may be saved to the
/// newest; says whether it is still of an older shape.
fn admit(path: &Path, connection: &mut Connection, to_save: bool) -> Result<bool, StoreError> {
    let failed = |error: rusqlite::Error| StoreError::of(path, &error);
    if schema::application_id(connection).map_err(failed)? != schema::APPLICATION_ID {
        return Err(StoreError::NotAPlan(path.to_owned()));
    }
    let version = schema::version(connection).map_err(failed)?;
    if version > schema::VERSION {
        return Err(StoreError::Newer { path: path.to_owned(), version, known: schema::VERSION });
    }
    let sound: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(failed)?;
    if sound != "ok" {
        return Err(StoreError::Damaged { path: path.to_owned(), detail: sound });
    }
    if version < schema::VERSION && to_save {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        schema::migrate(&transaction).and_then(|()| transaction.commit()).map_err(failed)?;
    }
    if to_save {
        // A file that another tool turned to WAL would be two files until it is closed.
        connection.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(())).map_err(failed)?;
    }
    Ok(version < schema::VERSION && !to_save)
}

/// A file of an older shape that may only be read, brought to the newest in memory.
fn migrated_copy(file: &mut Connection) -> rusqlite::Result<Connection> {
    let mut copy = Connection::open_in_memory()?;
    let image = file.serialize("main")?;
    copy.deserialize_read_exact("main", &image[..], image.len(), false)?;
    prepare(&copy)?;
    let transaction = copy.transaction()?;
    schema::migrate(&transaction)?;
    transaction.commit()?;
    Ok(copy)
}

/// Whether a file opens with SQLite's sixteen letters; SQLite itself would take an empty file for a new database.
fn begins_like_a_database(path: &Path) -> Result<bool, FileError> {
    let about = fs::metadata(path).map_err(|error| FileError::of(path, error))?;
    if !about.is_file() {
        return Err(FileError::NotAFile(path.to_owned()));
    }
    let file = fs::File::open(path).map_err(|error| FileError::of(path, error))?;
    let mut begin = Vec::new();
    file.take(16).read_to_end(&mut begin).map_err(|error| FileError::of(path, error))?;
    Ok(begin == b"SQLite format 3\0")
}

/// Sees to a journal that a crash left beside a file about to be replaced: SQLite would roll the old pages
/// back into the new file.
fn settle_journal(path: &Path) {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    let journal = PathBuf::from(journal);
    if !journal.exists() {
        return;
    }
    if let Ok(old) = connect(path, true) {
        let _ = schema::version(&old);
    }
    let _ = fs::remove_file(journal);
}
