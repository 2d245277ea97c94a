//! `cargo xtask package`: the installer for this system, a .deb on Linux and a setup program on Windows.

use crate::run::{Failure, command, root, run};
use crate::setup::{For, set_up};

/// Sets up, builds and packs; prints where the installer is. `tauri build` builds the interface first.
pub fn package() -> Result<(), Failure> {
    set_up(For::App)?;
    let kind = match std::env::consts::OS {
        "linux" => "deb",
        "windows" => "nsis",
        other => return Err(Failure(format!("chưa đóng gói được cho {other}: chỉ có Linux (.deb) và Windows (nsis)"))),
    };
    run(command("npx", "src-tauri").args(["--prefix", "../ui", "tauri", "build", "--bundles", kind]))?;
    println!("\nBộ cài đặt: {}", root().join("target/release/bundle").join(kind).display());
    Ok(())
}
