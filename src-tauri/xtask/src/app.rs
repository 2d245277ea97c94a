//! `cargo xtask app`: from a fresh clone to the window with the sample plan; without a display, to three files.

use std::process::Command;

use crate::run::{Failure, command, root, run};
use crate::setup::{For, set_up};

/// Sets up, builds, opens the window; without a display drafts and exports the sample instead.
pub fn app() -> Result<(), Failure> {
    set_up(For::App)?;
    run(command("npm", "ui").args(["run", "--silent", "build"]))?;
    run(cargo().args(["build", "--release", "--package", "soan-ke-hoach", "--package", "skh-cli"]))?;
    let window = binary("soan-ke-hoach");
    if display() {
        println!("\nMở cửa sổ với kế hoạch mẫu.");
        return run(command(&window, "").arg("--sample"));
    }
    println!("\nMáy này không có màn hình: soạn và xuất kế hoạch mẫu bằng dòng lệnh.");
    let out = root().join("target/sample");
    std::fs::create_dir_all(&out).map_err(|e| Failure(format!("không tạo được {}: {e}", out.display())))?;
    let plan = out.join("mau.kehoach");
    let skh = binary("skh");
    run(command(&skh, "").args(["new", "--sample", "--overwrite", "--out"]).arg(&plan))?;
    run(command(&skh, "").arg("export").arg(&plan).arg("--out").arg(&out))
}

fn cargo() -> Command {
    command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()), "")
}

fn binary(name: &str) -> String {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    root().join("target/release").join(file).to_string_lossy().into_owned()
}

fn display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|v| !v.is_empty()))
}
