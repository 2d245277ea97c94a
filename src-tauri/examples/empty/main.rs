//! A Tauri window with one word in it: what starting costs before there is a program (`cargo xtask bench --window`).

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("examples/empty/tauri.conf.json"))
}
