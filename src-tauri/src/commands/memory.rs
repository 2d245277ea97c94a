//! What is remembered of the corrections to a sender's papers, in the app's own folder. Only a memory: a file that
//! can't be read is an empty one.

use std::collections::BTreeMap;
use std::path::PathBuf;

use skh_core::files;
use skh_core::reading::{Correction, Habit, Reading, habits};
use tauri::{AppHandle, Wry};

use super::app_folder;

type Memory = BTreeMap<String, Vec<Habit>>;

/// What is remembered of a sender.
pub fn of_sender(app: &AppHandle<Wry>, sender: &str) -> Vec<Habit> {
    memory(app).remove(sender).unwrap_or_default()
}

/// Learns from papers that were set right and drafted from.
pub fn learn<'p>(app: &AppHandle<Wry>, papers: impl Iterator<Item = (&'p Reading, &'p [Correction])>) {
    let before = memory(app);
    let mut after = before.clone();
    for (reading, corrections) in papers {
        let known = after.remove(&reading.sender()).unwrap_or_default();
        let habits = habits(&known, reading, corrections);
        if !habits.is_empty() {
            after.insert(reading.sender(), habits);
        }
    }
    if after == before {
        return;
    }
    if let (Some(file), Ok(text)) = (file(app), serde_json::to_vec_pretty(&after)) {
        // Losing the memory loses nothing of a plan.
        let _ = files::write_whole(&file, &text);
    }
}

fn file(app: &AppHandle<Wry>) -> Option<PathBuf> {
    Some(app_folder(app, "remembered").ok()?.join("senders.json"))
}

fn memory(app: &AppHandle<Wry>) -> Memory {
    let read = file(app).and_then(|file| files::read(&file).ok());
    read.and_then(|input| serde_json::from_slice(&input.bytes).ok()).unwrap_or_default()
}
