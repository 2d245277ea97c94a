//! Exports where the output cannot be written: a clear message, exit code 4, and the old files as they were.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use skh_tests::program::{Run, binary, listing, skh};

/// A folder with the sample plan and an old PDF and DOCX of it.
fn prepared() -> (tempfile::TempDir, String, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("mau.kehoach").display().to_string();
    assert_eq!(skh(["new", "--sample", "--out", &plan]).code, Some(0));
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    (folder, plan, out)
}

fn export(plan: &str, out: &Path) -> Run {
    skh(["export", plan, "--out", &out.display().to_string(), "--pdf", "--docx"])
}

/// Puts old files where the export will write; gives back their names.
fn old_files(plan: &str, out: &Path) -> Vec<String> {
    assert_eq!(export(plan, out).code, Some(0));
    let names = listing(out);
    assert_eq!(names.len(), 2);
    for name in &names {
        fs::write(out.join(name), "old").unwrap();
    }
    names
}

fn untouched(out: &Path, names: &[String]) {
    for name in names {
        assert_eq!(fs::read(out.join(name)).unwrap(), b"old", "{name}");
    }
}

#[test]
fn a_file_that_is_write_protected_or_open_stops_the_whole_export() {
    let (_folder, plan, out) = prepared();
    let names = old_files(&plan, &out);
    for name in &names {
        let path = out.join(name);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let run = export(&plan, &out);
        assert_eq!(run.code, Some(4), "{}", run.err);
        assert!(run.err.contains(name.as_str()) && run.err.contains("chỉ đọc") && run.err.contains("Cách xử lý"), "{}", run.err);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        let mark = out.join(format!(".~lock.{name}#"));
        fs::write(&mark, "").unwrap();
        let run = export(&plan, &out);
        assert_eq!(run.code, Some(4), "{}", run.err);
        assert!(run.err.contains(name.as_str()) && run.err.contains("đang mở"), "{}", run.err);
        fs::remove_file(&mark).unwrap();
        untouched(&out, &names);
        assert_eq!(listing(&out), names);
    }
}

#[test]
fn a_folder_that_is_gone_is_named() {
    let (folder, plan, out) = prepared();
    let gone = out.join("khong/co");
    let run = export(&plan, &gone);
    assert_eq!(run.code, Some(4));
    assert!(run.err.contains("không có thư mục") && run.err.contains("khong"), "{}", run.err);
    assert_eq!(listing(&out), Vec::<String>::new());
    drop(folder);
}

/// A disk of 300 KB holding the old files: the new ones do not fit beside them.
#[test]
fn a_full_disk_keeps_the_old_files_and_leaves_nothing_half_written() {
    let (_folder, plan, out) = prepared();
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=300k", "tmpfs"]).arg(&out).output();
    if !mounted.is_ok_and(|output| output.status.success()) {
        eprintln!("BỎ QUA: thử ổ đĩa đầy cần quyền gắn tmpfs");
        return;
    }
    let disk = Mounted(out.clone());
    let names = old_files(&plan, &out);
    fs::write(out.join("filler"), vec![1; 250 << 10]).unwrap();
    let run = export(&plan, &out);
    assert_eq!(run.code, Some(4), "{}", run.err);
    assert!(run.err.contains("ổ đĩa đã đầy"), "{}", run.err);
    untouched(&out, &names);
    let mut left = names.clone();
    left.push("filler".into());
    left.sort();
    assert_eq!(listing(&out), left);
    drop(disk);
}

/// A write that the system cuts short, as a full disk does, on every machine: no file may be larger than 4 KB.
#[test]
fn a_write_that_is_cut_short_keeps_the_old_files_and_leaves_nothing_half_written() {
    let (_folder, plan, out) = prepared();
    let names = old_files(&plan, &out);
    // the limit's signal would end the program before it hears of the failed write
    let limited = "trap '' XFSZ; ulimit -f 8; exec \"$@\"";
    for format in ["--docx", "--pdf", "--xlsx"] {
        let mut command = Command::new("sh");
        command.args(["-c", limited, "sh"]).arg(binary()).args(["export", &plan, format, "--out"]).arg(&out);
        let run = command.output().unwrap();
        let said = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(4), "{format}: {said}");
        assert!(said.contains("giới hạn cỡ tệp") && said.contains("Cách xử lý"), "{format}: {said}");
        untouched(&out, &names);
        assert_eq!(listing(&out), names, "{format}");
    }
}

/// The folder goes away between two exports: it is made again only if nothing else of its path is gone.
#[test]
fn a_folder_that_vanished_is_made_again_and_a_file_in_its_place_is_named() {
    let (_folder, plan, out) = prepared();
    let names = old_files(&plan, &out);
    fs::remove_dir_all(&out).unwrap();
    assert_eq!(export(&plan, &out).code, Some(0));
    assert_eq!(listing(&out), names);
    fs::remove_dir_all(&out).unwrap();
    fs::write(&out, "old").unwrap();
    let run = export(&plan, &out);
    assert_eq!(run.code, Some(4));
    assert!(run.err.contains("không phải là thư mục"), "{}", run.err);
    assert_eq!(fs::read(&out).unwrap(), b"old");
}

/// A disk that is taken away again.
struct Mounted(PathBuf);

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}
