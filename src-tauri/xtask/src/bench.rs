//! `cargo xtask bench`: reading by format and size and how it grows with the pages, hostile files, then `skh read` beside
//! `pdftotext -layout` on the longest PDF at hand, as processes in turns.
//! `cargo xtask bench --window`: the window in the real webview, beside a Tauri window with nothing in it.
//! `cargo xtask bench --peers`: the export of one plan beside typst, LibreOffice, docxtpl, XlsxWriter and openpyxl.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::run::{Failure, command, root, run, succeeds};
use crate::setup::virtual_environment;

/// Runs of each program, one after the other in turn, so that what else the machine does falls on both.
const TURNS: usize = 21;

/// Measures and prints; asserts nothing.
pub fn bench() -> Result<(), Failure> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    run(command(&cargo, "").args(["bench", "--quiet", "--workspace", "--bench", "reading"]))?;
    run(command(&cargo, "").args(["bench", "--quiet", "--workspace", "--bench", "reading", "--", "--growth"]))?;
    if cfg!(target_os = "linux") {
        let hostile = ["test", "--quiet", "--release", "--workspace", "--test", "hostile", "--", "--nocapture"];
        run(command(&cargo, "").args(hostile))?;
    }
    run(command(&cargo, "").args(["bench", "--quiet", "--workspace", "--bench", "pages"]))?;
    if !succeeds("pdftotext", &["-v"]) {
        println!("Bỏ qua so với pdftotext: máy này không có poppler-utils.");
        return Ok(());
    }
    run(command(&cargo, "").args(["build", "--quiet", "--release", "--workspace", "--bin", "skh"]))?;
    let skh = root().join("target/release").join(format!("skh{}", std::env::consts::EXE_SUFFIX));
    for paper in papers() {
        let name = paper.to_string_lossy().into_owned();
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..TURNS {
            ours.push(timed(&skh.to_string_lossy(), &["read", &name, "--json"])?);
            theirs.push(timed("pdftotext", &["-layout", &name, "-"])?);
        }
        let (ours, theirs) = (median(ours), median(theirs));
        let shown = paper.file_name().unwrap_or_default().to_string_lossy();
        println!(
            "{shown}: skh read {:.1} ms, pdftotext -layout {:.1} ms, gấp {:.2} lần (trung vị của {TURNS} lượt)",
            ours.as_secs_f64() * 1e3,
            theirs.as_secs_f64() * 1e3,
            ours.as_secs_f64() / theirs.as_secs_f64().max(f64::EPSILON)
        );
    }
    Ok(())
}

/// Exports beside the peers' (tests/benches/peers/run.py); prints, asserts nothing.
pub fn peers() -> Result<(), Failure> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    run(command(&cargo, "").args(["build", "--quiet", "--release", "--package", "skh-cli"]))?;
    let python = virtual_environment("target/peers", "tests/benches/peers/requirements.txt")?;
    let skh = format!("target/release/skh{}", std::env::consts::EXE_SUFFIX);
    run(command(&python, "").args(["tests/benches/peers/run.py", &skh]))
}

/// Measures the window (tests/benches/window), or that part of it that is named; prints, asserts nothing. Linux only: it
/// is driven on a virtual screen.
pub fn window(part: Option<&str>) -> Result<(), Failure> {
    if !cfg!(target_os = "linux") {
        return Err(Failure("phép đo cửa sổ chỉ chạy trên Linux (WebKitWebDriver, Xvfb)".into()));
    }
    run(command("npm", "ui").args(["run", "--silent", "build"]))?;
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let window = ["build", "--quiet", "--release", "--package", "soan-ke-hoach", "--features", "e2e"];
    run(command(&cargo, "").args(window).args(["--bin", "soan-ke-hoach", "--example", "empty"]))?;
    let screen = ["--auto-servernum", "--server-args=-screen 0 1920x1080x24", &cargo];
    // What drives the windows needs no release build.
    let bench = ["bench", "--quiet", "--profile", "dev", "--workspace", "--features", "skh-tests/e2e", "--bench", "window"];
    run(command("xvfb-run", "").args(screen).args(bench).arg("--").args(part))
}

/// The PDF named by `SKH_BENCH_PDF`, else the largest of the ministry's papers beside the repository or, without those, of the tests.
fn papers() -> Vec<PathBuf> {
    if let Some(named) = std::env::var_os("SKH_BENCH_PDF") {
        return vec![named.into()];
    }
    let pdfs = |folder: &str| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(root().join(folder)).into_iter().flatten().flatten().map(|entry| entry.path());
        entries.filter(|path| path.extension().is_some_and(|e| e == "pdf")).collect()
    };
    let size = |path: &PathBuf| std::fs::metadata(path).map_or(0, |data| data.len());
    let known = ["../shared/documents", "tests/letters"].map(pdfs);
    known.into_iter().find_map(|found| found.into_iter().max_by_key(size)).into_iter().collect()
}

fn timed(program: &str, arguments: &[&str]) -> Result<Duration, Failure> {
    let mut command = command(program, "");
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let began = Instant::now();
    command.status().map_err(|e| Failure(format!("không chạy được {program}: {e}")))?;
    Ok(began.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
