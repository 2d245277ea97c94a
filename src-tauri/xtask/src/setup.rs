//! What a fresh machine lacks: Debian packages, npm packages, a Python environment for the tests' second opinions.
//!
//! Says what is installed and why before it does so. On Windows and macOS it names what the README asks for instead.

use std::fs;
use std::path::Path;

use crate::run::{Failure, command, root, run, succeeds};

/// What a set-up is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// Building and opening the window.
    App,
    /// All of that, and every test.
    Tests,
}

/// Debian packages with the reason they are needed.
const BUILD: [(&str, &str); 4] = [
    ("build-essential", "trình biên dịch C cho SQLite"),
    ("pkg-config", "tìm các thư viện hệ thống"),
    ("libwebkit2gtk-4.1-dev", "cửa sổ của chương trình (WebKitGTK)"),
    ("fonts-liberation2", "phông cùng số đo với Times New Roman, đủ dấu tiếng Việt"),
];
const TEST: [(&str, &str); 16] = [
    ("webkit2gtk-driver", "điều khiển cửa sổ thật khi thử đầu-cuối"),
    ("xvfb", "màn hình ảo cho thử đầu-cuối"),
    ("xauth", "xvfb-run cần đến"),
    ("dbus-daemon", "đường nối bộ gõ với cửa sổ"),
    ("ibus", "bộ gõ: thử gõ tiếng Việt như trên máy người soạn"),
    ("ibus-unikey", "bộ gõ Unikey"),
    ("ibus-gtk3", "nối bộ gõ với cửa sổ"),
    ("xdotool", "gõ phím thật trên màn hình ảo"),
    ("x11-xserver-utils", "đặt chữ có dấu lên phím của màn hình ảo"),
    ("poppler-utils", "đọc lại PDF đã xuất (pdftotext, pdffonts)"),
    ("libreoffice-writer-nogui", "dàn trang DOCX đã xuất để so với PDF"),
    ("qpdf", "kiểm tra cấu trúc PDF đã xuất"),
    ("tesseract-ocr", "nhận dạng chữ trên bản quét"),
    ("tesseract-ocr-vie", "tiếng Việt cho tesseract"),
    ("cups", "dịch vụ in cho phép thử in"),
    ("printer-driver-cups-pdf", "máy in ảo cho phép thử in"),
];

/// Installs what is missing for `purpose`.
pub fn set_up(purpose: For) -> Result<(), Failure> {
    system_packages(purpose)?;
    if !succeeds(if cfg!(windows) { "npm.cmd" } else { "npm" }, &["--version"]) {
        return Err(Failure("không tìm thấy npm: cài Node.js 20 trở lên (https://nodejs.org) rồi chạy lại".into()));
    }
    npm("ui", "giao diện")?;
    if purpose == For::Tests {
        npm("tests/tools", "các bộ kiểm tra DOCX, XLSX và khả năng tiếp cận")?;
        python()?;
    }
    Ok(())
}

fn system_packages(purpose: For) -> Result<(), Failure> {
    if !cfg!(target_os = "linux") {
        println!("Hệ điều hành này không cài gói tự động; README, mục “Windows và macOS”, nêu những gì cần có.");
        return Ok(());
    }
    if !succeeds("dpkg-query", &["--version"]) {
        println!("Không phải Debian/Ubuntu: cần có sẵn WebKitGTK 4.1, trình biên dịch C, pkg-config, Liberation Serif 2.");
        return Ok(());
    }
    let tests: &[(&str, &str)] = if purpose == For::Tests { &TEST } else { &[] };
    let mut missing: Vec<(&str, &str)> = BUILD.iter().chain(tests).copied().filter(|(name, _)| !installed(name)).collect();
    if purpose == For::Tests && !succeeds("python3", &["-c", "import ensurepip, venv"]) {
        missing.push(("python3-venv", "môi trường Python cho các bộ kiểm tra PDF"));
    }
    if missing.is_empty() {
        return Ok(());
    }
    println!("Cài các gói còn thiếu:");
    for (name, why) in &missing {
        println!("  {name}: {why}");
    }
    apt(&["update", "--quiet"])?;
    let mut arguments = vec!["install", "--yes", "--quiet", "--no-install-recommends"];
    arguments.extend(missing.iter().map(|(name, _)| *name));
    apt(&arguments)
}

fn installed(package: &str) -> bool {
    std::process::Command::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status}", package])
        .output()
        .is_ok_and(|output| output.stdout == b"installed")
}

fn apt(arguments: &[&str]) -> Result<(), Failure> {
    let root_user = std::process::Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout.trim_ascii() == b"0");
    let mut install = if root_user {
        command("apt-get", "")
    } else {
        let mut sudo = command("sudo", "");
        sudo.arg("apt-get");
        sudo
    };
    run(install.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// `npm ci` where the installed packages are not those of the lock file.
fn npm(folder: &str, what: &str) -> Result<(), Failure> {
    let folder_path = root().join(folder);
    if newer(&folder_path.join("node_modules/.package-lock.json"), &folder_path.join("package-lock.json")) {
        return Ok(());
    }
    println!("Cài các gói npm của {what} ({folder}).");
    run(command("npm", folder).args(["ci", "--no-audit", "--no-fund"]))
}

fn python() -> Result<(), Failure> {
    let wanted = "tests/tools/requirements.txt";
    if !newer(&root().join("target/venv/installed"), &root().join(wanted)) {
        println!("Cài pyHanko, pikepdf, pdfua vào target/venv: ký thử, kiểm PDF/A và thẻ cấu trúc của PDF đã xuất.");
    }
    virtual_environment("target/venv", wanted).map(|_| ())
}

/// A Python environment in `folder` with what the list `wanted` pins; gives its interpreter.
pub fn virtual_environment(folder: &str, wanted: &str) -> Result<String, Failure> {
    let inside = root().join(folder);
    let python = inside.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" }).to_string_lossy().into_owned();
    let stamp = inside.join("installed");
    if newer(&stamp, &root().join(wanted)) {
        return Ok(python);
    }
    run(command(if cfg!(windows) { "python" } else { "python3" }, "").args(["-m", "venv", folder]))?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", wanted];
    run(command(&python, "").args(pip))?;
    fs::write(&stamp, "").map_err(|e| Failure(format!("không ghi được {}: {e}", stamp.display())))?;
    Ok(python)
}

fn newer(made: &Path, from: &Path) -> bool {
    let time = |path: &Path| fs::metadata(path).and_then(|m| m.modified()).ok();
    matches!((time(made), time(from)), (Some(made), Some(from)) if made >= from)
}
