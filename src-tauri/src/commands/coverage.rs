//! What might cover the letter's priority tasks.

use skh_core::drafting::{self, Suggestion};
use tauri::State;

use crate::error::CommandError;
use crate::session::Session;

/// Links worth a look, the best first; worked out of the plan as it is now.
#[tauri::command(async)]
#[specta::specta]
pub fn coverage_suggestions(session: State<'_, Session>) -> Result<Vec<Suggestion>, CommandError> {
    session.with(|plan| Ok(drafting::suggestions(plan.plan())))
}
