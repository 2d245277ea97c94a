//! Files made to break a reader, each through the real `skh read`: refused with a message that says what, where and
//! what to do, or read within limits that a finding names; never more than 300 MiB, never a crash or a hang.
//!
//! What came of each stands in `tests/golden/hostile.txt` for people to read (`UPDATE_GOLDEN=1` writes it anew). The
//! files are made here and never kept. Memory is measured by the operating system, hence Linux only.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod archive;
mod docx;
mod measure;
mod pdf;
mod txt;
mod xlsx;

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Write as _};
use std::sync::Mutex;

use serde_json::Value;
use skh_tests::program::root;

use measure::Run;

/// The most a reading may take, in MiB: the issue's own figure.
const MOST_MEMORY: u64 = 300;

type Make = Box<dyn Fn(&mut File) -> io::Result<()> + Send + Sync>;

/// A hostile file.
pub struct Case {
    name: &'static str,
    about: &'static str,
    make: Make,
}

/// A file of these bytes.
fn bytes(name: &'static str, about: &'static str, of: fn() -> Vec<u8>) -> Case {
    made(name, about, move |file| file.write_all(&of()))
}

/// A file written piece by piece.
fn made(name: &'static str, about: &'static str, make: impl Fn(&mut File) -> io::Result<()> + Send + Sync + 'static) -> Case {
    Case { name, about, make: Box::new(make) }
}

/// What a run says in one line, without the folder it ran in.
fn told(case: &Case, run: &Run, folder: &str) -> String {
    let outcome = match run.code {
        Some(0) => {
            let reading: Value = serde_json::from_str(&run.out).unwrap_or_else(|e| panic!("{}: no JSON: {e}", case.name));
            let first = reading["findings"].as_array().and_then(|found| {
                let limited = |f: &&Value| f["message"].as_str().is_some_and(|m| m.contains("giới hạn"));
                found.iter().find(limited).or(found.first()).cloned()
            });
            first.map_or("đọc được".to_owned(), |f| {
                format!("đọc được; {}: {} {}", f["place"], f["message"], f["hint"]).replace('"', "")
            })
        }
        Some(code) => {
            let said = run.err.replace(folder, "");
            let said = said.trim().replace("\n  Cách xử lý:", " →");
            format!("từ chối ({code}): {}", said.trim_start_matches("Lỗi: "))
        }
        None => "bị hệ điều hành dừng".to_owned(),
    };
    format!("{:<24} {}\n{:24} {outcome}\n", case.name, case.about, "")
}

/// Faults of a run; a message must name the file, and a refusal must come with advice.
fn faults(case: &Case, run: &Run) -> Vec<String> {
    let mut faults = Vec::new();
    match run.code {
        Some(0) => {}
        Some(3) => {
            for word in ["Lỗi: ", case.name, "\n  Cách xử lý: "] {
                if !run.err.contains(word) {
                    faults.push(format!("the message lacks “{}”: {}", word.trim(), run.err));
                }
            }
            if run.err.contains("panicked") {
                faults.push(format!("a panic shows: {}", run.err));
            }
        }
        code => faults.push(format!("ended with {code:?}: {}", run.err)),
    }
    if run.peak > MOST_MEMORY {
        faults.push(format!("took {} MiB", run.peak));
    }
    faults
}

#[test]
fn hostile_files_are_refused_or_read_within_limits() {
    let only = std::env::var("SKH_HOSTILE").unwrap_or_default();
    let cases: Vec<Case> = [docx::cases(), xlsx::cases(), pdf::cases(), txt::cases()].into_iter().flatten().collect();
    let cases: Vec<&Case> = cases.iter().filter(|case| case.name.contains(&only)).collect();
    let folder = tempfile::tempdir().unwrap();
    let making = Mutex::new(());
    let next = Mutex::new(cases.iter().enumerate());
    let runs: Mutex<Vec<(usize, Run)>> = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let Some((index, case)) = next.lock().unwrap().next() else { break };
                    let path = folder.path().join(case.name);
                    let quiet = making.lock().unwrap();
                    (case.make)(&mut File::create(&path).unwrap()).unwrap();
                    let run = measure::read(&path, quiet);
                    println!("{:<24} {:>5} MiB {:>7.2} s  {:?}", case.name, run.peak, run.work, run.code);
                    std::fs::remove_file(&path).unwrap();
                    runs.lock().unwrap().push((index, run));
                }
            });
        }
    });
    let mut runs = runs.into_inner().unwrap();
    runs.sort_by_key(|(index, _)| *index);
    let inside = format!("{}/", folder.path().display());
    let mut table = String::from(
        "Tệp cố ý làm hỏng và kết quả của `skh read`. Mỗi tệp không quá 300 MiB bộ nhớ.\n\
         UPDATE_GOLDEN=1 cargo test --workspace --test hostile sinh lại bảng này.\n\n",
    );
    let mut wrong = String::new();
    for (index, run) in &runs {
        let case = cases[*index];
        table += &told(case, run, &inside);
        for fault in faults(case, run) {
            writeln!(wrong, "{}: {fault}", case.name).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}\n{table}");
    let golden = root().join("tests/golden/hostile.txt");
    if only.is_empty() {
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&golden, &table).unwrap();
        }
        let kept = std::fs::read_to_string(&golden).unwrap();
        assert_eq!(table, kept, "what came of a file has changed; UPDATE_GOLDEN=1 writes the table anew");
    }
}
