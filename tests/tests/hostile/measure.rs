//! One run of `skh read` as a process of its own: exit code, what it said, its largest memory and its work.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::MutexGuard;

use skh_tests::program::binary;
use wait4::Wait4;

/// Seconds of work after which a run counts as hanging. Far above what any file needs even in an unoptimised build:
/// work is not measured here, only that it ends.
const HANGS: u64 = 150;

/// Address space in KiB beyond which the system says no, so that a fault here does not take the machine down.
const MOST_ADDRESSES: u64 = 3 << 20;

/// What a run came to.
pub struct Run {
    /// `None` if a signal ended it.
    pub code: Option<i32>,
    /// What it printed; empty unless it succeeded.
    pub out: String,
    pub err: String,
    /// Largest resident memory in MiB.
    pub peak: u64,
    /// Seconds of processor time.
    pub work: f64,
}

/// Reads a file through the binary. A child's largest memory begins at that of the process that started it: `quiet` is
/// held while files are made, and given up once the child stands on its own.
pub fn read(file: &Path, quiet: MutexGuard<'_, ()>) -> Run {
    let answer = file.with_extension("answer.json");
    let said = file.with_extension("said.txt");
    let mut command = Command::new("sh");
    command
        .arg("-c")
        .arg(format!("ulimit -t {HANGS}; ulimit -v {MOST_ADDRESSES}; exec \"$0\" read \"$1\" --json"))
        .args([binary(), file])
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(File::create(&answer).unwrap())
        .stderr(File::create(&said).unwrap());
    // what was needed to make the file is forgotten (proc(5), clear_refs)
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
    let child = command.spawn().unwrap();
    drop(quiet);
    let ended = child.wait4().unwrap();
    let code = ended.status.code();
    let work = ended.rusage.utime + ended.rusage.stime;
    Run {
        code,
        out: if code == Some(0) { std::fs::read_to_string(&answer).unwrap() } else { String::new() },
        err: std::fs::read_to_string(&said).unwrap(),
        peak: ended.rusage.maxrss >> 20,
        work: work.as_secs_f64(),
    }
}
