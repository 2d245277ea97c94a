//! Embeds the window's configuration, icons and built pages (`ui/dist`, which must be there).

fn main() {
    tauri_build::build();
}
