//! Earlier states of a plan: those the planner named, and those kept by themselves, thinned out as they age.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::plan_file::{PlanFile, image, plan_of};
use super::{StoreError, tables};
use crate::plan::Plan;

/// Kept by themselves on one day at most …
const MOST_A_DAY: usize = 8;
/// … of earlier days only the last, for so many days.
const MOST_DAYS: usize = 30;

/// Identity of a version within its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(transparent)]
pub struct VersionId(pub i64);

/// Why a version was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum VersionKind {
    /// The planner named it; never thinned out.
    Named,
    /// As the file was opened.
    Opened,
    /// As it was exported.
    Exported,
    /// As it was before an earlier version was restored.
    Restored,
}

/// An earlier state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Version {
    /// Which.
    pub id: VersionId,
    /// When it was kept.
    pub at: NaiveDateTime,
    /// Why.
    pub kind: VersionKind,
    /// The planner's name for it; empty if it was kept by itself.
    pub name: String,
    /// What had changed since the version before: "sửa 3 mục, thêm 2 nhiệm vụ"; empty for the first.
    pub changes: String,
}

impl PlanFile {
    /// All versions, latest first.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] if they can't be read.
    pub fn versions(&self) -> Result<Vec<Version>, StoreError> {
        tables::version::list(self.connection()).map_err(|error| self.damaged(&error))
    }

    /// The plan as it was.
    ///
    /// # Errors
    /// [`StoreError::NoVersion`] if it is gone; [`StoreError::Damaged`] if it can't be read.
    pub fn version(&self, id: VersionId) -> Result<Plan, StoreError> {
        let found = tables::version::image(self.connection(), id).map_err(|error| self.damaged(&error))?;
        let found = found.ok_or_else(|| StoreError::NoVersion(self.path().to_owned()))?;
        plan_of(&found).map_err(|error| self.damaged(&error))
    }

    /// Keeps `plan` as a version, and thins out those kept by themselves. One that would be equal to the latest is not kept
    /// again: the latest takes the name, if there is one.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`] if the file can't be saved; others as the disk says.
    pub fn keep_version(&mut self, plan: &Plan, at: NaiveDateTime, kind: VersionKind, name: &str) -> Result<(), StoreError> {
        self.writable()?;
        let versions = self.versions()?;
        let mut changes = String::new();
        if let Some(last) = versions.first() {
            // One that can't be read any more is no reason to keep none.
            if let Ok(before) = self.version(last.id) {
                changes = crate::plan::compare(&before, plan).summary();
                if before == *plan && (kind != VersionKind::Named || last.kind != VersionKind::Named) {
                    return if kind == VersionKind::Named { self.rename_version(last.id, name) } else { Ok(()) };
                }
            }
        }
        let version = Version { id: VersionId(0), at, kind, name: name.trim().to_owned(), changes };
        let image = image(plan).map_err(|error| self.failed(&error))?;
        let gone = {
            let kept = std::iter::once(&version).chain(&versions).cloned().collect::<Vec<_>>();
            thinned(&kept, at.date())
        };
        let write = |connection: &mut rusqlite::Connection| {
            let transaction = connection.transaction()?;
            tables::version::put(&transaction, &version, &image)?;
            tables::version::remove(&transaction, &gone)?;
            transaction.commit()
        };
        write(self.connection_mut()).map_err(|error| self.failed(&error))
    }

    /// Gives a version a name; it then stays.
    ///
    /// # Errors
    /// As [`PlanFile::keep_version`].
    pub fn rename_version(&mut self, id: VersionId, name: &str) -> Result<(), StoreError> {
        self.writable()?;
        tables::version::rename(self.connection(), id, name.trim()).map_err(|error| self.failed(&error))
    }

    /// Drops a version.
    ///
    /// # Errors
    /// As [`PlanFile::keep_version`].
    pub fn remove_version(&mut self, id: VersionId) -> Result<(), StoreError> {
        self.writable()?;
        tables::version::remove(self.connection(), &[id]).map_err(|error| self.failed(&error))
    }

    /// Takes over the versions of the file that this one is a copy of.
    ///
    /// # Errors
    /// As [`PlanFile::keep_version`].
    pub fn take_versions_of(&mut self, other: &Self) -> Result<(), StoreError> {
        self.writable()?;
        let take = |to: &mut rusqlite::Connection| {
            let transaction = to.transaction()?;
            tables::version::take_over(&transaction, other.connection())?;
            transaction.commit()
        };
        take(self.connection_mut()).map_err(|error| self.failed(&error))
    }
}

/// Which of the versions, latest first, have had their time: kept by themselves, and too many of `today`, not the last of an
/// earlier day, or of a day too long ago.
fn thinned(versions: &[Version], today: NaiveDate) -> Vec<VersionId> {
    let mut days = BTreeSet::new();
    let mut of_today = 0;
    let mut gone = Vec::new();
    for version in versions.iter().filter(|version| version.kind != VersionKind::Named) {
        let day = version.at.date();
        let stays = if day >= today {
            of_today += 1;
            of_today <= MOST_A_DAY
        } else {
            days.insert(day) && days.len() <= MOST_DAYS
        };
        if !stays {
            gone.push(version.id);
        }
    }
    gone
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn versions_kept_by_themselves_grow_thin_and_named_ones_stay() {
        let day = |day: u32, hour: u32| NaiveDate::from_ymd_opt(2025, 12, day).unwrap().and_hms_opt(hour, 0, 0).unwrap();
        let version = |id: i64, at, kind| Version { id: VersionId(id), at, kind, name: String::new(), changes: String::new() };
        let mut versions: Vec<Version> = (0..10).map(|id| version(id, day(9, 20 - id as u32), VersionKind::Opened)).collect();
        versions.push(version(10, day(8, 9), VersionKind::Exported));
        versions.push(version(11, day(8, 8), VersionKind::Named));
        versions.push(version(12, day(8, 7), VersionKind::Opened));
        let gone: Vec<i64> = thinned(&versions, day(9, 0).date()).into_iter().map(|id| id.0).collect();
        assert_eq!(gone, [8, 9, 12]);
    }
}
