//! Runs the real `skh`, as a script would.
#![allow(clippy::panic)]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// What a run of `skh` left behind.
#[derive(Debug)]
pub struct Run {
    /// Exit code.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Runs `skh` with a fixed clock.
///
/// # Panics
/// If it cannot be built or started.
pub fn skh<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(arguments: I) -> Run {
    skh_with(arguments, &[])
}

/// As [`skh`], with variables of the environment.
///
/// # Panics
/// If it cannot be built or started.
pub fn skh_with<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(arguments: I, environment: &[(&str, &OsStr)]) -> Run {
    let mut command = Command::new(binary());
    command.args(arguments).env("SKH_NOW", "2026-01-05T08:30:00").envs(environment.iter().copied()).stdin(Stdio::null());
    let output = command.output().unwrap_or_else(|error| panic!("skh did not start: {error}"));
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_else(|error| panic!("skh printed no UTF-8: {error}"));
    Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// The binary beside this test's own, built if need be: cargo gives its path only to tests of its own package.
///
/// # Panics
/// If it cannot be built.
pub fn binary() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let test = std::env::current_exe().unwrap_or_else(|error| panic!("this test's own path: {error}"));
        let folder = test.ancestors().nth(2).unwrap_or_else(|| panic!("{} is in no target folder", test.display()));
        let mut build = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        // The whole workspace's features, so that nothing is compiled a second time with others.
        build.args(["build", "--quiet", "--workspace", "--bin", "skh"]).current_dir(root());
        if folder.ends_with("release") {
            build.arg("--release");
        }
        assert!(build.status().is_ok_and(|status| status.success()), "skh could not be built");
        folder.join(format!("skh{}", std::env::consts::EXE_SUFFIX))
    })
}

/// The repository's root.
///
/// # Panics
/// Never: this package lies in it.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or_else(|| panic!("no root")).to_path_buf()
}

/// A paper of the tests' own.
pub fn letter(name: &str) -> String {
    root().join("tests/letters").join(name).to_string_lossy().into_owned()
}

/// Names in a folder, sorted.
///
/// # Panics
/// If there is no such folder.
pub fn listing(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut names: Vec<String> =
        entries.filter_map(Result::ok).map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
