//! A printing service of a test's own: a real CUPS with a CUPS-PDF queue, on a socket nobody else knows.
//!
//! It must be started by root; elsewhere, or where CUPS is not installed, whoever asks for it is told so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::missing_panics_doc)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// The queue of [`Cups::add_queue`].
pub const QUEUE: &str = "KiemThu";

/// A printing service of our own; ended and its files removed when dropped.
pub struct Cups {
    folder: tempfile::TempDir,
    service: Child,
}

impl Drop for Cups {
    fn drop(&mut self) {
        let _ = self.service.kill();
        let _ = self.service.wait();
    }
}

impl Cups {
    /// `None`, with a word why, where it cannot be had.
    pub fn start() -> Option<Self> {
        let root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
        let backend = Path::new("/usr/lib/cups/backend/cups-pdf").exists();
        let service = ["/usr/sbin/cupsd", "/usr/bin/cupsd"].into_iter().find(|path| Path::new(path).exists());
        let (true, true, Some(service)) = (root, backend, service) else {
            eprintln!("BỎ QUA: thử in cần quyền root và các gói cups, printer-driver-cups-pdf (`cargo xtask test` cài)");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        // Filters and backends run as other users.
        Command::new("chmod").args(["755"]).arg(folder.path()).status().unwrap();
        for name in ["root", "spool", "cache", "state", "log"] {
            fs::create_dir(at(name)).unwrap();
        }
        let (socket, shown) = (at("cups.sock"), |name: &str| at(name).display().to_string());
        let rules = format!(
            "Listen {}\nBrowsing Off\nWebInterface No\nDefaultAuthType None\n<Location />\nAllow all\n</Location>\n\
             <Location /admin>\nAllow all\n</Location>\n<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n",
            socket.display()
        );
        let places = format!(
            "ServerRoot {}\nRequestRoot {}\nTempDir {}\nCacheDir {}\nStateDir {}\nAccessLog {}\nErrorLog {}\nPageLog {}\n",
            shown("root"),
            shown("spool"),
            shown("spool"),
            shown("cache"),
            shown("state"),
            shown("log/access"),
            shown("log/error"),
            shown("log/page"),
        );
        fs::write(at("root/cupsd.conf"), rules).unwrap();
        fs::write(at("root/cups-files.conf"), places).unwrap();
        let mut command = Command::new(service);
        command.args(["-f", "-c"]).arg(at("root/cupsd.conf")).arg("-s").arg(at("root/cups-files.conf"));
        let service = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let cups = Self { folder, service };
        // lpstat ends well when nothing answers, too
        let up = until(20, || String::from_utf8_lossy(&cups.ask("lpstat", &["-r"]).stdout).contains("is running").then_some(()));
        up.expect("the printing service starts");
        Some(cups)
    }

    /// Where it listens: the value of `CUPS_SERVER`.
    pub fn socket(&self) -> PathBuf {
        self.folder.path().join("cups.sock")
    }

    /// Runs one of CUPS' own programs against it.
    pub fn ask(&self, program: &str, arguments: &[&str]) -> Output {
        Command::new(program).args(arguments).env("CUPS_SERVER", self.socket()).env("LC_ALL", "C").output().unwrap()
    }

    /// The latest job as the service keeps it, in the coding of IPP.
    pub fn last_job(&self) -> Vec<u8> {
        // "c00001" holds what job 1 asks for, "d00001-001" its file
        let last = || {
            let files = fs::read_dir(self.folder.path().join("spool")).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
            files.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('c'))).max()
        };
        fs::read(until(20, last).expect("a job")).unwrap()
    }

    /// Adds the queue [`QUEUE`], which prints into files.
    pub fn add_queue(&self) {
        let added = self.ask("lpadmin", &["-p", QUEUE, "-E", "-v", "cups-pdf:/", "-m", "lsb/usr/cups-pdf/CUPS-PDF_opt.ppd"]);
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    }
}

/// Asks again until there is an answer, at most this many seconds.
pub fn until<T>(seconds: u64, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    for _ in 0..seconds * 5 {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        sleep(Duration::from_millis(200));
    }
    None
}

/// Where CUPS-PDF puts the jobs of the user it runs for.
pub fn printed(title: &str) -> Option<PathBuf> {
    let home = Command::new("sh").args(["-c", "getent passwd root | cut -d: -f6"]).output().unwrap();
    let folder = Path::new(String::from_utf8(home.stdout).unwrap().trim()).join("PDF");
    let entries = fs::read_dir(folder).ok()?;
    let found = entries.filter_map(Result::ok).find(|entry| entry.file_name().to_string_lossy().contains(title))?;
    // it is whole once it can be read
    let whole = Command::new("pdfinfo").arg(found.path()).output().unwrap().status.success();
    whole.then(|| found.path())
}
