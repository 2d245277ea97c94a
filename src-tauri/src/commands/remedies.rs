//! What settles findings by one click.

use skh_core::checks::{self, Remedy};
use tauri::State;

use crate::error::CommandError;
use crate::session::Session;

/// Changes that settle findings of the plan as it is now, each with the finding's place and message.
#[tauri::command(async)]
#[specta::specta]
pub fn remedies(session: State<'_, Session>) -> Result<Vec<Remedy>, CommandError> {
    session.with(|plan| Ok(checks::remedies(plan.plan())))
}
