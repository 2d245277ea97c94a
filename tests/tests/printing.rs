//! Prints through a real CUPS with a CUPS-PDF queue, started for this test alone on a socket of its own.
//!
//! The printing service must be started by root; elsewhere, or where CUPS is not installed, this says so and passes.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

use skh_tests::program::{Run, skh_with};

const QUEUE: &str = "KiemThu";

/// A printing service of our own; ended and its files removed when dropped.
struct Cups {
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
    fn start() -> Option<Self> {
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
        let up = until(20, || cups.ask("lpstat", &["-r"]).status.success().then_some(()));
        up.expect("the printing service starts");
        Some(cups)
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("cups.sock")
    }

    fn ask(&self, program: &str, arguments: &[&str]) -> Output {
        Command::new(program).args(arguments).env("CUPS_SERVER", self.socket()).env("LC_ALL", "C").output().unwrap()
    }

    fn skh(&self, arguments: &[&str]) -> Run {
        skh_with(arguments, &[("CUPS_SERVER", self.socket().as_os_str())])
    }
}

/// Asks again until there is an answer, at most this many seconds.
fn until<T>(seconds: u64, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    for _ in 0..seconds * 5 {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        sleep(Duration::from_millis(200));
    }
    None
}

/// Where CUPS-PDF puts the jobs of the user it runs for.
fn printed(title: &str) -> Option<PathBuf> {
    let home = Command::new("sh").args(["-c", "getent passwd root | cut -d: -f6"]).output().unwrap();
    let folder = Path::new(String::from_utf8(home.stdout).unwrap().trim()).join("PDF");
    let entries = fs::read_dir(folder).ok()?;
    let found = entries.filter_map(Result::ok).find(|entry| entry.file_name().to_string_lossy().contains(title))?;
    // it is whole once it can be read
    let whole = Command::new("pdfinfo").arg(found.path()).output().unwrap().status.success();
    whole.then(|| found.path())
}

#[test]
fn pages_come_out_of_the_printer_upright_ones_upright_and_wide_ones_turned() {
    let Some(cups) = Cups::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("mau.kehoach").display().to_string();
    assert_eq!(cups.skh(&["new", "--sample", "--out", &plan]).code, Some(0));

    let none = cups.skh(&["printers"]);
    assert_eq!(none.code, Some(4));
    assert!(none.err.contains("chưa có máy in"), "{}", none.err);

    let added = cups.ask("lpadmin", &["-p", QUEUE, "-E", "-v", "cups-pdf:/", "-m", "lsb/usr/cups-pdf/CUPS-PDF_opt.ppd"]);
    assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    let listed = cups.skh(&["printers", "--json"]);
    assert!(listed.out.contains(&format!("\"name\": \"{QUEUE}\"")), "{}{}", listed.out, listed.err);

    let undecided = cups.skh(&["print", &plan]);
    assert_eq!(undecided.code, Some(4));
    assert!(undecided.err.contains("mặc định"), "{}", undecided.err);
    let unknown = cups.skh(&["print", &plan, "--printer", "KhongCo"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.err.contains("KhongCo") && unknown.err.contains(QUEUE), "{}", unknown.err);
    assert_eq!(cups.skh(&["print", &plan, "--printer", QUEUE, "--pages", "900"]).code, Some(2));

    // the body's last page and two of the annex, which lie
    let out = folder.path().display().to_string();
    let exported = cups.skh(&["export", &plan, "--out", &out, "--pdf"]);
    let pdf = exported.out.trim().to_owned();
    let sizes = sizes(Path::new(&pdf));
    let annex = sizes.iter().position(|(width, height)| width > height).expect("a page that lies") + 1;
    let pages = format!("{}-{}", annex - 1, annex + 1);
    let asked = ["print", &plan, "--printer", QUEUE, "--pages", &pages, "--copies", "1", "--sides", "long"];
    let done = cups.skh(&asked);
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(done.out.contains(QUEUE), "{}", done.out);

    let stem = Path::new(&pdf).file_stem().unwrap().to_string_lossy().replace('-', "_");
    let file = until(90, || printed(&stem).or_else(|| printed(&stem.replace('_', "-")))).expect("the printer's file");
    let paper = self::sizes(&file);
    let turned = ink_height(&file, 2);
    fs::remove_file(&file).unwrap();
    assert_eq!(paper.len(), 3);
    assert!(paper.iter().all(|(width, height)| (width - 595.0).abs() < 2.0 && (height - 842.0).abs() < 2.0), "{paper:?}");
    // the annex is as wide as 252 of the sheet's 297 mm: along the paper's height at full size, neither cut nor shrunk
    assert!((0.8..0.9).contains(&turned), "{turned}");

    let rejected = cups.ask("cupsreject", &["-r", "het giay", QUEUE]);
    assert!(rejected.status.success());
    let refused = cups.skh(&["print", &plan, "--printer", QUEUE]);
    assert_eq!(refused.code, Some(4));
    assert!(refused.err.contains("không nhận lệnh in"), "{}", refused.err);
}

/// Each page's width and height in points.
fn sizes(pdf: &Path) -> Vec<(f64, f64)> {
    let told = Command::new("pdfinfo").args(["-f", "1", "-l", "99"]).arg(pdf).output().unwrap();
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let numbers = |line: &str| {
        let numbers: Vec<f64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        (numbers[numbers.len() - 2], numbers[numbers.len() - 1])
    };
    told.lines().filter(|line| line.starts_with("Page ") && line.contains("size:")).map(numbers).collect()
}

/// How much of the paper's height a page's ink spans.
fn ink_height(pdf: &Path, page: usize) -> f64 {
    let page = page.to_string();
    let drawn = Command::new("pdftoppm").args(["-r", "40", "-gray", "-f", &page, "-l", &page]).arg(pdf).output().unwrap();
    let image = drawn.stdout;
    let mut words = image.split(u8::is_ascii_whitespace).skip(1);
    let mut number = || std::str::from_utf8(words.next().unwrap()).unwrap().parse::<usize>().unwrap();
    let (width, height) = (number(), number());
    let ink = &image[image.len() - width * height..];
    let inked: Vec<usize> =
        ink.chunks(width).enumerate().filter(|(_, row)| row.iter().any(|dot| *dot < 128)).map(|(y, _)| y).collect();
    (inked[inked.len() - 1] - inked[0]) as f64 / height as f64
}
