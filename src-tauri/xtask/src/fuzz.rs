//! `cargo xtask fuzz`: runs the fuzz targets of tests/fuzz, then keeps of each corpus what adds something.
//!
//! Needs cargo-fuzz (`cargo install cargo-fuzz`) and a C++ compiler; the toolchain is the project's own, the instruments of
//! which are unlocked by `RUSTC_BOOTSTRAP`.

use std::fs;
use std::process::Command;

use crate::run::{Failure, command, root, run, succeeds};

const TARGETS: [&str; 6] = ["docx", "xlsx", "pdf", "txt", "outline", "citation"];
/// How long each runs if nothing is said.
const MINUTES: u64 = 10;
/// Bytes of an input: longer ones find nothing more and run slower. The smallest page our own export makes has 20 KiB.
const LONGEST: &str = "-max_len=32768";

/// Runs one target or all, so many minutes each.
pub fn fuzz(target: Option<&str>, minutes: Option<&str>) -> Result<(), Failure> {
    if let Some(name) = target
        && !TARGETS.contains(&name)
    {
        return Err(Failure(format!("không có đích “{name}”; có: {}", TARGETS.join(", "))));
    }
    let minutes = minutes.map_or(Ok(MINUTES), str::parse).map_err(|_| Failure("số phút là một số nguyên".into()))?;
    if !succeeds("cargo", &["fuzz", "--version"]) {
        return Err(Failure("cần cargo-fuzz: cargo install cargo-fuzz".into()));
    }
    for name in TARGETS.into_iter().filter(|name| target.is_none_or(|wanted| wanted == *name)) {
        one(name, minutes)?;
    }
    Ok(())
}

fn one(target: &str, minutes: u64) -> Result<(), Failure> {
    println!("\n=== {target}, {minutes} phút");
    let dictionary = format!("tests/fuzz/dictionaries/{target}.dict");
    let mut fuzzer = cargo_fuzz("run", target);
    fuzzer.arg("--").arg(format!("-max_total_time={}", minutes.saturating_mul(60)));
    fuzzer.args([LONGEST, "-timeout=10", "-rss_limit_mb=700", "-malloc_limit_mb=300"]);
    if root().join(&dictionary).exists() {
        fuzzer.arg(format!("-dict={dictionary}"));
    }
    run(&mut fuzzer)?;
    run(&mut cargo_fuzz("cmin", target))?;
    let kept = fs::read_dir(root().join("tests/fuzz/corpus").join(target)).map_or(0, Iterator::count);
    println!("  còn giữ {kept} đầu vào");
    Ok(())
}

/// Without the address sanitizer: the readers hold no unsafe code, and run several times faster.
fn cargo_fuzz(verb: &str, target: &str) -> Command {
    let mut fuzz = command("cargo", "");
    fuzz.args(["fuzz", verb, "--fuzz-dir", "tests/fuzz", "--sanitizer", "none", target]).env("RUSTC_BOOTSTRAP", "1");
    fuzz
}
