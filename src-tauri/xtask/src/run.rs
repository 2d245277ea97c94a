//! Starting other programs from the workspace's root, saying what runs and how long it took.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Why a stage did not pass, in one sentence.
#[derive(Debug)]
pub struct Failure(pub String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The workspace's root: two folders above this crate.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// A command to run in a folder given from the root; npm and npx are scripts with other names on Windows.
pub fn command(program: &str, folder: &str) -> Command {
    let script = cfg!(windows) && matches!(program, "npm" | "npx");
    let mut command = Command::new(if script { format!("{program}.cmd") } else { program.to_owned() });
    command.current_dir(root().join(folder));
    command
}

/// Runs a command to its end; its output goes where ours goes.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let shown = show(command);
    println!("\n\u{25b8} {shown}");
    let began = Instant::now();
    let status = command.status().map_err(|e| Failure(format!("không chạy được `{shown}`: {e}")))?;
    println!("  {:.1} s", began.elapsed().as_secs_f64());
    if status.success() { Ok(()) } else { Err(Failure(format!("`{shown}` không đạt ({status})"))) }
}

/// Whether a command runs and ends well, unheard.
pub fn succeeds(program: &str, arguments: &[&str]) -> bool {
    Command::new(program).args(arguments).output().is_ok_and(|output| output.status.success())
}

/// The program by its name alone, then its arguments.
fn show(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words: Vec<String> =
        std::iter::once(program).chain(command.get_args()).map(|w| w.to_string_lossy().into_owned()).collect();
    words.join(" ")
}
