//! The window: opens, hands its commands to the core's rooms, and keeps the one open plan.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod bindings;
mod changed;
mod checker;
mod commands;
mod dialogs;
mod error;
mod opener;
mod saver;
mod session;
mod typeface;

use std::path::PathBuf;
use std::sync::Arc;

use tauri::Manager;
use tauri_specta::Event;

/// `--sample` opens the window on the built-in sample plan; a path, on that plan file.
fn main() -> tauri::Result<()> {
    skh_core::reading::quiet_libraries();
    let window = bindings::builder();
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(session::Session::default())
        .manage(commands::scans::Scans::default())
        .manage(commands::pages::Preview::default())
        .manage(commands::export::Exports::default())
        .manage(typeface::Typeface::default())
        .manage(commands::shelf::Shelf::default())
        .invoke_handler(window.invoke_handler())
        .setup(move |app| {
            window.mount_events(app);
            let (saved, checked) = (app.handle().clone(), app.handle().clone());
            let session = app.state::<session::Session>();
            // A window that is gone needs no telling.
            session.report_to(session::Listeners {
                saved: Arc::new(move |told| drop(told.emit(&saved))),
                checked: Arc::new(move |told| drop(told.emit(&checked))),
            });
            let sample = std::env::args().any(|argument| argument == "--sample");
            // A plan file that is not there any more is told as such, not passed over.
            let named = |path: &PathBuf| path.is_file() || path.extension().is_some_and(|ending| ending == "kehoach");
            let file = std::env::args_os().skip(1).map(PathBuf::from).find(named);
            let opened = match file {
                _ if sample => commands::plan::open_sample(app.handle(), &session).map(drop),
                Some(path) => commands::plan::open(app.handle(), &session, &path).map(drop),
                None => Ok(()),
            };
            if let Err(error) = opened {
                session.failed_at_start(error);
            }
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        if let tauri::RunEvent::Exit = event {
            commands::plan::let_go(app, &app.state::<session::Session>());
        }
    });
    Ok(())
}
