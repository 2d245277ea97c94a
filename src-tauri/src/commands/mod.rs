//! What the window can ask for: thin, one file a task. Whatever thinks is in the core, and `skh` reaches it too.

use std::path::PathBuf;

use tauri::{AppHandle, Manager, Wry};

use crate::error::CommandError;

pub mod citations;
pub mod coverage;
pub mod dropped;
pub mod export;
pub mod history;
pub mod memory;
pub mod new_plan;
pub mod pages;
pub mod papers;
pub mod plan;
pub mod print;
pub mod recent;
pub mod remedies;
pub mod scans;
pub mod settings;
pub mod shelf;

/// A folder of the app's own for one kind of thing; made if it is not there.
///
/// # Errors
/// If there is no such place or it can't be made.
pub fn app_folder(app: &AppHandle<Wry>, name: &str) -> Result<PathBuf, CommandError> {
    let inside = |error: &dyn std::fmt::Display| CommandError::inside("mở thư mục dữ liệu của chương trình", error);
    let folder = app.path().app_data_dir().map_err(|error| inside(&error))?.join(name);
    std::fs::create_dir_all(&folder).map_err(|error| inside(&error))?;
    Ok(folder)
}
