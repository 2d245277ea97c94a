//! The window: opens, hands its commands to the core's rooms, and keeps the one open plan.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod bindings;
mod commands;
mod dialogs;
mod error;
mod session;

use tauri::Manager;

/// `--sample` opens the window on the built-in sample plan.
fn main() -> tauri::Result<()> {
    let window = bindings::builder();
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(session::Session::default())
        .manage(commands::scans::Scans::default())
        .invoke_handler(window.invoke_handler())
        .setup(move |app| {
            window.mount_events(app);
            if std::env::args().any(|argument| argument == "--sample") {
                let opened = commands::plan::open_sample(app.handle(), &app.state::<session::Session>());
                opened.map_err(|error| format!("{} {}", error.message, error.hint))?;
            }
            Ok(())
        })
        .run(tauri::generate_context!())
}
