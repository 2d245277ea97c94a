//! Earlier versions of the open plan: kept, compared, restored.

use chrono::Local;
use serde::{Deserialize, Serialize};
use skh_core::plan::{Comparison, compare};
use skh_core::store::{Version, VersionId, VersionKind};
use specta::Type;
use tauri::State;

use crate::changed::Changed;
use crate::error::CommandError;
use crate::session::Session;

/// Two states put side by side.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
pub struct Compared {
    /// The version before.
    pub before: VersionId,
    /// The version after; `None` is the plan as it is now.
    pub after: Option<VersionId>,
}

/// All versions, latest first.
#[tauri::command(async)]
#[specta::specta]
pub fn plan_versions(session: State<'_, Session>) -> Result<Vec<Version>, CommandError> {
    session.with(|plan| plan.saver().with(|file| Ok(file.versions()?)))
}

/// Keeps the plan as it is now under a name.
#[tauri::command(async)]
#[specta::specta]
pub fn keep_version(session: State<'_, Session>, name: String) -> Result<Vec<Version>, CommandError> {
    keep(&session, VersionKind::Named, name)
}

/// Gives a version a name.
#[tauri::command(async)]
#[specta::specta]
pub fn rename_version(session: State<'_, Session>, id: VersionId, name: String) -> Result<Vec<Version>, CommandError> {
    session.with(|plan| {
        plan.saver().with(move |file| {
            file.rename_version(id, &name)?;
            Ok(file.versions()?)
        })
    })
}

/// Drops a version.
#[tauri::command(async)]
#[specta::specta]
pub fn remove_version(session: State<'_, Session>, id: VersionId) -> Result<Vec<Version>, CommandError> {
    session.with(|plan| {
        plan.saver().with(move |file| {
            file.remove_version(id)?;
            Ok(file.versions()?)
        })
    })
}

/// What differs between two versions, or a version and the present, word by word.
#[tauri::command(async)]
#[specta::specta]
pub fn compare_versions(session: State<'_, Session>, of: Compared) -> Result<Comparison, CommandError> {
    let now = session.with(|plan| Ok(plan.shared()))?;
    session.with(|plan| {
        plan.saver().with(move |file| {
            let before = file.version(of.before)?;
            Ok(match of.after {
                Some(id) => compare(&before, &file.version(id)?),
                None => compare(&before, &now),
            })
        })
    })
}

/// Puts a version in the place of the plan, which is kept as a version before; it can be undone like any change.
#[tauri::command(async)]
#[specta::specta]
pub fn restore_version(session: State<'_, Session>, id: VersionId) -> Result<Changed, CommandError> {
    keep(&session, VersionKind::Restored, String::new())?;
    session.with(|plan| {
        let version = plan.saver().with(move |file| Ok(file.version(id)?))?;
        plan.put("khôi phục phiên bản", version)
    })
}

/// Keeps the plan as it was opened.
pub fn keep_opened(session: &Session) {
    keep_later(session, VersionKind::Opened);
}

/// Keeps the plan as it is exported.
pub fn keep_exported(session: &Session) {
    keep_later(session, VersionKind::Exported);
}

/// Nobody waits for it, and nothing fails for want of it: a file that can only be read keeps no versions.
fn keep_later(session: &Session, kind: VersionKind) {
    let kept = session.with(|open| {
        let plan = open.shared();
        open.saver().later(move |file| {
            let _ = file.keep_version(&plan, Local::now().naive_local(), kind, "");
        });
        Ok(())
    });
    // Nothing is open: nothing to keep.
    kept.unwrap_or_default();
}

fn keep(session: &Session, kind: VersionKind, name: String) -> Result<Vec<Version>, CommandError> {
    session.with(|open| {
        let plan = open.shared();
        open.saver().with(move |file| {
            file.keep_version(&plan, Local::now().naive_local(), kind, &name)?;
            Ok(file.versions()?)
        })
    })
}
