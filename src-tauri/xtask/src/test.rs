//! `cargo xtask test`: every check there is, cheapest first; the first that fails ends it.

use crate::run::{Failure, command, root, run};
use crate::setup::{For, set_up};

type Stage = (&'static str, fn() -> Result<(), Failure>);

const STAGES: [Stage; 5] = [("fmt", format), ("ui", ui), ("clippy", clippy), ("rust", rust), ("e2e", end_to_end)];

/// Runs all stages, or the one named.
pub fn test(only: Option<&str>) -> Result<(), Failure> {
    if let Some(name) = only
        && !STAGES.iter().any(|(stage, _)| *stage == name)
    {
        let names: Vec<&str> = STAGES.iter().map(|(stage, _)| *stage).collect();
        return Err(Failure(format!("không có chặng “{name}”; có: {}", names.join(", "))));
    }
    set_up(For::Tests)?;
    for (name, stage) in STAGES {
        if only.is_none_or(|wanted| wanted == name) {
            println!("\n=== {name}");
            stage()?;
        }
    }
    println!("\nMọi phép thử đều đạt.");
    Ok(())
}

fn cargo() -> std::process::Command {
    command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()), "")
}

fn format() -> Result<(), Failure> {
    run(cargo().args(["fmt", "--all", "--check"]))?;
    run(command("npm", "ui").args(["run", "--silent", "format:check"]))
}

/// Builds the UI too: the window embeds `ui/dist` and does not compile without it.
fn ui() -> Result<(), Failure> {
    for script in ["check", "test", "build"] {
        run(command("npm", "ui").args(["run", "--silent", script]))?;
    }
    Ok(())
}

fn clippy() -> Result<(), Failure> {
    let mut clippy = cargo();
    clippy.args(["clippy", "--quiet", "--workspace", "--all-targets"]);
    if cfg!(target_os = "linux") {
        clippy.args(["--features", "skh-tests/e2e"]);
    }
    run(clippy.args(["--", "--deny", "warnings"]))
}

/// All Rust tests but the end-to-end ones. The scorer's table must show in the log, hence `--nocapture` for it.
/// Always the whole workspace, filtered by target: one package alone would compile the large crates anew, with
/// other features.
fn rust() -> Result<(), Failure> {
    run(cargo().args(["test", "--quiet", "--workspace"]))?;
    run(cargo().args(["test", "--quiet", "--workspace", "--test", "scorer", "--", "--nocapture"]))
}

/// The window with the tests' seam, driven in the real webview on a virtual screen: WebKitGTK's driver, Linux only.
fn end_to_end() -> Result<(), Failure> {
    if !cfg!(target_os = "linux") {
        println!("Bỏ qua: chặng này chỉ chạy trên Linux.");
        return Ok(());
    }
    if !root().join("ui/dist/index.html").exists() {
        ui()?;
    }
    run(&mut window_tests()?)
}

/// Builds the window; what runs its tests, on a virtual screen.
fn window_tests() -> Result<std::process::Command, Failure> {
    run(cargo().args(["build", "--quiet", "--workspace", "--bin", "soan-ke-hoach", "--features", "soan-ke-hoach/e2e"]))?;
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let screen = ["--auto-servernum", "--server-args=-screen 0 1920x1080x24", &cargo];
    let tests = ["test", "--workspace", "--features", "skh-tests/e2e", "--test", "e2e", "--", "--test-threads=1"];
    let mut all = command("xvfb-run", "");
    all.args(screen).args(tests);
    Ok(all)
}

/// Writes `ui/src/bindings` anew.
pub fn bindings() -> Result<(), Failure> {
    run(cargo().args(["test", "--quiet", "--package", "soan-ke-hoach", "bindings"]).env("UPDATE_BINDINGS", "1"))
}

/// Takes pages, files and screens as they are now for those approved: `tests/golden` is written anew.
pub fn bless() -> Result<(), Failure> {
    let pages = ["test", "--quiet", "--workspace", "--test", "pages", "approved"];
    run(cargo().args(pages).env("SKH_BLESS", "1"))?;
    run(cargo().args(["test", "--quiet", "--workspace", "--lib", "as_it_was_approved"]).env("SKH_BLESS", "1"))?;
    if cfg!(target_os = "linux") { run(window_tests()?.arg("looks").env("SKH_BLESS", "1")) } else { Ok(()) }
}
