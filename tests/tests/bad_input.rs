//! Bad input at every door: the exit code of the contract, a message that names the file, what is wrong and what to do,
//! and nothing half-written.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use skh_tests::program::{Run, letter, listing, skh};
use tempfile::TempDir;

/// A folder to spoil things in, with a good plan at hand.
struct Desk {
    folder: TempDir,
    plan: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("tốt.kehoach");
        let made = skh(["new", "--unit", "TTCNTT", "--year", "2026", "--out", plan.to_str().unwrap()]);
        assert_eq!(made.code, Some(0), "{}", made.err);
        Self { folder, plan }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn plan(&self) -> &str {
        self.plan.to_str().unwrap()
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.path().join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Runs a call that must fail so, naming `named`, and leave the folder as it was.
    fn refused(&self, arguments: &[&str], code: i32, named: &str) -> Run {
        let before = contents(self.path());
        let run = skh(arguments);
        assert_eq!(run.code, Some(code), "{arguments:?}: {}", run.err);
        assert_eq!(run.out, "", "{arguments:?}: nothing on stdout");
        assert!(run.err.contains(named), "{arguments:?} must name {named}: {}", run.err);
        assert!(run.err.starts_with("Lỗi: ") && run.err.contains("\n  Cách xử lý: "), "{arguments:?}: {}", run.err);
        assert!(!run.err.contains("panicked"), "{}", run.err);
        assert_eq!(contents(self.path()), before, "{arguments:?}: the folder is as it was");
        run
    }
}

fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let read = |name: String| {
        let path = folder.join(&name);
        let bytes = if path.is_dir() { listing(&path).join("\n").into_bytes() } else { fs::read(path).unwrap() };
        (name, bytes)
    };
    listing(folder).into_iter().map(read).collect()
}

/// An old Word file's first bytes under the new ending.
fn old_word() -> Vec<u8> {
    let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    bytes.resize(4096, 0);
    bytes
}

#[test]
fn papers_that_cannot_be_read_are_refused_by_every_verb_that_reads() {
    let desk = Desk::new();
    let whole = fs::read(letter("framework-letter.docx")).unwrap();
    let bad = [
        (desk.path().join("không-có.docx").to_str().unwrap().to_owned(), "không có tệp"),
        (desk.path().to_str().unwrap().to_owned(), "không phải là một tệp"),
        (desk.file("rỗng.docx", b""), ""),
        (desk.file("rỗng.pdf", b""), ""),
        (desk.file("rỗng.txt", b""), ""),
        (desk.file("rỗng.xlsx", b""), ""),
        (desk.file("đổi đuôi.docx", &old_word()), ".doc"),
        (desk.file("cụt.docx", &whole[..whole.len() / 2]), ""),
        (desk.file("cụt.xlsx", &whole[..whole.len() / 2]), ""),
        (desk.file("ảnh.pdf", &fs::read(letter("scan.pdf")).unwrap()), ""),
        (desk.file("nhị phân.docx", &(0..=255).collect::<Vec<u8>>().repeat(8)), ""),
    ];
    let out = desk.path().join("mới.kehoach");
    for (path, reason) in &bad {
        let name = Path::new(path).file_name().unwrap().to_str().unwrap();
        let run = desk.refused(&["read", path, "--json"], 3, name);
        assert!(run.err.contains(reason), "{}", run.err);
        desk.refused(&["check", path], 3, name);
        for option in ["--framework", "--ministry-plan", "--previous"] {
            let new = ["new", "--unit", "TTCNTT", "--year", "2026", option, path, "--out", out.to_str().unwrap()];
            desk.refused(&new, 3, name);
        }
        desk.refused(&["tasks", "import", desk.plan(), path], 3, name);
    }
}

#[test]
fn a_profile_that_is_wrong_is_told_with_its_line() {
    let desk = Desk::new();
    let out = desk.path().join("mới.kehoach");
    let profile = desk.file("hồ sơ.toml", "place = \"Hà Nội\"\nmau_sac = 1\n".as_bytes());
    let new = ["new", "--unit", "TTCNTT", "--year", "2026", "--profile", &profile, "--out", out.to_str().unwrap()];
    let run = desk.refused(&new, 3, "hồ sơ.toml");
    assert!(run.err.contains("dòng 2") && run.err.contains("mau_sac"), "{}", run.err);
    let not_text = desk.file("nhị phân.toml", &[0xff, 0xfe, 0x00]);
    let new = ["new", "--unit", "TTCNTT", "--year", "2026", "--profile", &not_text, "--out", out.to_str().unwrap()];
    desk.refused(&new, 3, "nhị phân.toml");
}

#[test]
fn plans_that_cannot_be_opened_are_refused_by_every_verb_that_opens_one() {
    let desk = Desk::new();
    let whole = fs::read(&desk.plan).unwrap();
    let patched = |at: usize, with: [u8; 4]| {
        let mut bytes = whole.clone();
        bytes[at..at + 4].copy_from_slice(&with);
        bytes
    };
    let bad = [
        (desk.path().join("không-có.kehoach").to_str().unwrap().to_owned(), "không có tệp"),
        (desk.file("rỗng.kehoach", b""), "không phải là tệp kế hoạch"),
        (desk.file("văn bản.kehoach", b"day la van ban, khong phai ke hoach"), "không phải là tệp kế hoạch"),
        (desk.file("khác.kehoach", &patched(68, [0; 4])), "không phải là tệp kế hoạch"),
        (desk.file("cụt.kehoach", &whole[..whole.len() / 2]), "bị hỏng"),
        // the number of the shape, in the database's header
        (desk.file("mới hơn.kehoach", &patched(60, [0, 0, 0, 99])), "bản chương trình mới hơn"),
    ];
    let folder = desk.path().join("ra").to_str().unwrap().to_owned();
    let table = desk.path().join("tổng hợp.xlsx").to_str().unwrap().to_owned();
    for (path, reason) in &bad {
        let name = Path::new(path).file_name().unwrap().to_str().unwrap();
        for call in [
            vec!["show", path, "--json"],
            vec!["check", path],
            vec!["export", path, "--out", &folder],
            vec!["rollup", desk.plan(), path, "--out", &table],
        ] {
            let run = desk.refused(&call, 3, name);
            assert!(run.err.contains(reason), "{}", run.err);
        }
    }
}

#[test]
fn wrong_calls_are_told_in_vietnamese() {
    let desk = Desk::new();
    let out = desk.path().join("mới.kehoach").to_str().unwrap().to_owned();
    let run = desk.refused(&["new", "--unit", "Trung tâm Công nghệ thôn tin", "--year", "2026", "--out", &out], 2, "thôn tin");
    assert!(run.err.contains("Có phải: Trung tâm Công nghệ thông tin"), "{}", run.err);
    for (arguments, named) in [
        (vec![], "chưa nói làm gì"),
        (vec!["raed", "x"], "Có phải “read”"),
        (vec!["read"], "TỆP"),
        (vec!["read", "--jsn", "x"], "--json"),
        (vec!["new", "--unit", "TTCNTT", "--year", "hai mươi", "--out", &out], "năm là một số"),
        (vec!["new", "--unit", "TTCNTT", "--year", "2026", "--out", "ke-hoach.docx"], ".kehoach"),
        (vec!["new", "--unit", "TTCNTT", "--year", "2026", "--form", "khong-co", "--out", &out], "khong-co"),
        (vec!["export", desk.plan(), "--out", "x", "--at", "5/1/2026"], "2026-01-05"),
        (vec!["rollup", desk.plan(), "--out", "x.pdf"], ".xlsx"),
    ] {
        let run = desk.refused(&arguments, 2, named);
        for english in ["error:", "Usage", "required", "unexpected", "invalid"] {
            assert!(!run.err.contains(english), "{}", run.err);
        }
    }
}

#[test]
fn outputs_that_cannot_be_written_leave_nothing_behind() {
    let desk = Desk::new();
    let plain = desk.file("tệp thường", b"x");
    let below_a_file = Path::new(&plain).join("con").to_str().unwrap().to_owned();
    let below_nothing = desk.path().join("không").join("có").to_str().unwrap().to_owned();
    desk.refused(&["export", desk.plan(), "--out", &plain], 4, "tệp thường");
    desk.refused(&["export", desk.plan(), "--out", &below_a_file], 4, "tệp thường");
    desk.refused(&["export", desk.plan(), "--out", &below_nothing], 4, "không");
    for folder in [&below_a_file, &below_nothing] {
        let plan = format!("{folder}/a.kehoach");
        desk.refused(&["new", "--unit", "TTCNTT", "--year", "2026", "--out", &plan], 4, "thư mục");
        let table = format!("{folder}/a.xlsx");
        desk.refused(&["rollup", desk.plan(), "--out", &table], 4, "thư mục");
    }
    let existing = ["new", "--unit", "VP", "--year", "2026", "--out", desk.plan()];
    let run = desk.refused(&existing, 4, "tốt.kehoach");
    assert!(run.err.contains("--overwrite"), "{}", run.err);
}

#[test]
fn one_file_held_by_another_program_keeps_the_whole_export_back() {
    let desk = Desk::new();
    let out = desk.path().join("ra");
    let export = ["export", desk.plan(), "--out", out.to_str().unwrap()];
    assert_eq!(skh(export).code, Some(0));
    fs::write(out.join(".~lock.KH-TTCNTT-2026.xlsx#"), "").unwrap();
    let before = contents(&out);
    let run = desk.refused(&export, 4, "KH-TTCNTT-2026.xlsx");
    assert!(run.err.contains("đang mở trong chương trình khác"), "{}", run.err);
    assert_eq!(contents(&out), before);
    fs::remove_file(out.join(".~lock.KH-TTCNTT-2026.xlsx#")).unwrap();
    let again = skh(export);
    assert_eq!(again.code, Some(0));
    assert_eq!(again.err.matches("Đã thay tệp cũ: ").count(), 3, "{}", again.err);
}

/// A device that takes nothing: what a full disk says.
#[cfg(target_os = "linux")]
#[test]
fn output_that_nobody_can_take_is_told() {
    let desk = Desk::new();
    let plan = "/dev/full/a.kehoach";
    desk.refused(&["new", "--unit", "TTCNTT", "--year", "2026", "--out", plan], 4, "/dev/full");
    desk.refused(&["export", desk.plan(), "--out", "/proc"], 4, "/proc");
    assert!(Path::new("/dev/full").exists());
}
