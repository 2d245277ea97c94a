//! The window: opens, hands its commands to the core's rooms, and keeps the one open plan.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod bindings;
mod commands;
mod dialogs;
mod error;
mod session;

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(session::Session::default())
        .invoke_handler(bindings::builder().invoke_handler())
        .run(tauri::generate_context!())
}
