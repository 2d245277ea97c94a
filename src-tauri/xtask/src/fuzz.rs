//! `cargo xtask fuzz`: runs the fuzz targets of tests/fuzz, then keeps of each corpus what adds something.
//!
//! Needs cargo-fuzz (`cargo install cargo-fuzz`) and a C++ compiler; the toolchain is the project's own, the instruments of
//! which are unlocked by `RUSTC_BOOTSTRAP`.

use std::fs::{self, File};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;

use crate::run::{Failure, command, root, run, succeeds};

const TARGETS: [&str; 6] = ["docx", "xlsx", "pdf", "txt", "outline", "citation"];
/// How long each runs if nothing is said.
const MINUTES: u64 = 10;
/// Bytes of an input: longer ones find nothing more and run slower. The smallest page our own export makes has 20 KiB.
const LONGEST: &str = "-max_len=32768";

/// What `cargo xtask fuzz` was asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Wanted {
    target: Option<&'static str>,
    minutes: u64,
    /// Targets that run at a time.
    jobs: usize,
}

impl Wanted {
    /// From `[ĐÍCH] [PHÚT] [--jobs N]`.
    pub fn of(words: &[&str]) -> Result<Self, Failure> {
        let mut wanted = Self { target: None, minutes: MINUTES, jobs: 1 };
        let mut plain = Vec::new();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            if *word == "--jobs" {
                let count = words.next().and_then(|count| count.parse().ok()).filter(|count| *count > 0);
                wanted.jobs = count.ok_or_else(|| Failure("sau --jobs là số đích chạy cùng lúc".into()))?;
            } else {
                plain.push(*word);
            }
        }
        let mut plain = plain.into_iter().peekable();
        if let Some(name) = plain.next_if(|word| word.parse::<u64>().is_err()) {
            let known = TARGETS.into_iter().find(|known| *known == name);
            let none = || Failure(format!("không có đích “{name}”; có: {}", TARGETS.join(", ")));
            wanted.target = Some(known.ok_or_else(none)?);
        }
        if let Some(minutes) = plain.next() {
            wanted.minutes = minutes.parse().map_err(|_| Failure("số phút là một số nguyên".into()))?;
        }
        plain.next().map_or(Ok(wanted), |word| Err(Failure(format!("không hiểu “{word}”"))))
    }
}

/// Runs one target or all, so many minutes each. What a target prints goes into `target/fuzz`.
pub fn fuzz(wanted: &Wanted) -> Result<(), Failure> {
    if !succeeds("cargo", &["fuzz", "--version"]) {
        return Err(Failure("cần cargo-fuzz: cargo install cargo-fuzz".into()));
    }
    let logs = root().join("target/fuzz");
    fs::create_dir_all(&logs).map_err(|e| Failure(format!("không tạo được {}: {e}", logs.display())))?;
    // once for all targets, so that none waits for another's build
    let mut build = cargo_fuzz("build");
    run(build.args(wanted.target))?;
    let left = Mutex::new(TARGETS.into_iter().filter(|name| wanted.target.is_none_or(|one| one == *name)));
    let failed = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..wanted.jobs.min(TARGETS.len()) {
            scope.spawn(|| {
                while let Some(name) = left.lock().ok().and_then(|mut left| left.next()) {
                    if let (Err(failure), Ok(mut failed)) = (one(name, wanted.minutes), failed.lock()) {
                        failed.push(failure.0);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap_or_default();
    if failed.is_empty() { Ok(()) } else { Err(Failure(failed.join("\n"))) }
}

fn one(target: &str, minutes: u64) -> Result<(), Failure> {
    println!("▸ {target}, {minutes} phút");
    let dictionary = format!("tests/fuzz/dictionaries/{target}.dict");
    let mut fuzzer = cargo_fuzz("run");
    fuzzer.args([target, "--"]).arg(format!("-max_total_time={}", minutes.saturating_mul(60)));
    fuzzer.args([LONGEST, "-timeout=10", "-rss_limit_mb=700", "-malloc_limit_mb=300", "-print_final_stats=1"]);
    if root().join(&dictionary).exists() {
        fuzzer.arg(format!("-dict={dictionary}"));
    }
    let log = format!("target/fuzz/{target}.log");
    let said = logged(&mut fuzzer, &log)?;
    let runs = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:")).unwrap_or("?").trim();
    logged(cargo_fuzz("cmin").arg(target), &format!("target/fuzz/{target}-cmin.log"))?;
    let kept = fs::read_dir(root().join("tests/fuzz/corpus").join(target)).map_or(0, Iterator::count);
    println!("  {target}: {runs} lượt, không lỗi nào; còn giữ {kept} đầu vào");
    Ok(())
}

/// Runs a command with all it prints in a file, and gives that back.
fn logged(command: &mut Command, log: &str) -> Result<String, Failure> {
    let failed = |e: std::io::Error| Failure(format!("{log}: {e}"));
    let path = root().join(log);
    let file = File::create(&path).map_err(failed)?;
    command.stdin(Stdio::null()).stdout(file.try_clone().map_err(failed)?).stderr(file);
    let status = command.status().map_err(failed)?;
    let said = String::from_utf8_lossy(&fs::read(&path).map_err(failed)?).into_owned();
    if status.success() {
        return Ok(said);
    }
    let last: Vec<&str> = said.lines().rev().take(12).collect();
    Err(Failure(format!("{log}: không đạt ({status})\n{}", last.into_iter().rev().collect::<Vec<_>>().join("\n"))))
}

/// Without the address sanitizer: the readers hold no unsafe code, and run several times faster.
fn cargo_fuzz(verb: &str) -> Command {
    let mut fuzz = command("cargo", "");
    fuzz.args(["fuzz", verb, "--fuzz-dir", "tests/fuzz", "--sanitizer", "none"]).env("RUSTC_BOOTSTRAP", "1");
    fuzz.env_remove("RUSTC_WRAPPER");
    fuzz
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn target_minutes_and_jobs_are_read_in_any_order() {
        let wanted = |words: &[&str]| Wanted::of(words).ok();
        let all = Wanted { target: None, minutes: MINUTES, jobs: 1 };
        assert_eq!(wanted(&[]), Some(all));
        assert_eq!(wanted(&["pdf", "2", "--jobs", "3"]), Some(Wanted { target: Some("pdf"), minutes: 2, jobs: 3 }));
        assert_eq!(wanted(&["--jobs", "6", "1"]), Some(Wanted { target: None, minutes: 1, jobs: 6 }));
        for words in [&["zip"][..], &["pdf", "x"], &["--jobs"], &["--jobs", "0"], &["pdf", "1", "2"]] {
            assert_eq!(wanted(words), None, "{words:?}");
        }
    }
}
