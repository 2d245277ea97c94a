//! Tesseract, the program that recognises the letters of scans: found on this machine, run without files of its own.

use std::env;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use thiserror::Error;

/// Why letters could not be recognised. The message is for the planner; [`OcrError::hint`] says what to do.
#[derive(Debug, Error)]
pub enum OcrError {
    /// The program is not on this machine.
    #[error("máy chưa có Tesseract để nhận dạng chữ trên bản quét")]
    NoProgram,
    /// The program is there, its Vietnamese is not.
    #[error("Tesseract trên máy chưa có dữ liệu tiếng Việt (vie)")]
    NoVietnamese,
    /// The planner gave up.
    #[error("đã dừng nhận dạng")]
    Cancelled,
    /// It failed, with its last words.
    #[error("Tesseract không nhận dạng được: {0}")]
    Failed(String),
}

impl OcrError {
    /// What the planner can do about it, on this system.
    pub fn hint(&self) -> String {
        match self {
            Self::NoProgram | Self::NoVietnamese => install().into(),
            Self::Cancelled => "Chọn lại tệp để nhận dạng từ đầu.".into(),
            Self::Failed(_) => "Kiểm tra Tesseract bằng lệnh “tesseract --version”, rồi làm lại.".into(),
        }
    }
}

/// What to install on this system.
fn install() -> &'static str {
    if cfg!(windows) {
        "Cài Tesseract cho Windows (bản của UB Mannheim: https://github.com/UB-Mannheim/tesseract/wiki), \
         khi cài chọn thêm ngôn ngữ Vietnamese; rồi chọn lại tệp."
    } else if cfg!(target_os = "macos") {
        "Cài bằng Homebrew: brew install tesseract tesseract-lang; rồi chọn lại tệp."
    } else {
        "Cài gói của hệ điều hành, trên Debian/Ubuntu: sudo apt install tesseract-ocr tesseract-ocr-vie; rồi chọn lại tệp."
    }
}

/// Tesseract with its Vietnamese.
#[derive(Debug, Clone)]
pub struct Tesseract {
    program: PathBuf,
}

impl Tesseract {
    /// Finds the program: where `SKH_TESSERACT` says, on the path, or where its installers put it.
    ///
    /// # Errors
    /// [`OcrError::NoProgram`] or [`OcrError::NoVietnamese`].
    pub fn find() -> Result<Self, OcrError> {
        let mut without_vietnamese = false;
        for program in places() {
            let Ok(told) = quiet(&program).arg("--list-langs").stdin(Stdio::null()).output() else { continue };
            let languages = [told.stdout, told.stderr].concat();
            if String::from_utf8_lossy(&languages).lines().any(|line| line.trim() == "vie") {
                return Ok(Self { program });
            }
            without_vietnamese = true;
        }
        Err(if without_vietnamese { OcrError::NoVietnamese } else { OcrError::NoProgram })
    }

    /// Recognises a grey picture of `width` × `height` dots: its table of words (TSV). `one_column`: a block of text,
    /// not a page. Stops the program as soon as `cancelled` is set.
    ///
    /// # Errors
    /// [`OcrError::Cancelled`]; [`OcrError::Failed`] if the program can't be run or gives up.
    pub fn read(
        &self,
        (width, height): (u32, u32),
        grey: &[u8],
        resolution: u32,
        one_column: bool,
        cancelled: &AtomicBool,
    ) -> Result<String, OcrError> {
        let failed = |error: std::io::Error| OcrError::Failed(error.to_string());
        let mut child = quiet(&self.program)
            .args(["stdin", "stdout", "-l", "vie", "--dpi", &resolution.to_string()])
            .args(["--psm", if one_column { "6" } else { "3" }, "tsv"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let mut picture = format!("P5\n{width} {height}\n255\n").into_bytes();
        picture.extend_from_slice(grey);
        let (input, output, told) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let collect = |from: Option<Box<dyn Read + Send>>| {
            thread::spawn(move || {
                let mut bytes = Vec::new();
                let _ = from.map(|mut from| from.read_to_end(&mut bytes));
                bytes
            })
        };
        let output = collect(output.map(|o| Box::new(o) as Box<dyn Read + Send>));
        let told = collect(told.map(|o| Box::new(o) as Box<dyn Read + Send>));
        // a program that ends early closes its input: what it says then tells more than our broken pipe
        let fed = thread::spawn(move || {
            let _ = input.map(|mut input| input.write_all(&picture));
        });
        let ended = wait(&mut child, cancelled);
        let _ = fed.join();
        let (output, told) = (output.join().unwrap_or_default(), told.join().unwrap_or_default());
        match ended? {
            true => Ok(String::from_utf8_lossy(&output).into_owned()),
            false => {
                let told = String::from_utf8_lossy(&told);
                Err(OcrError::Failed(told.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("không rõ vì sao").into()))
            }
        }
    }
}

/// Waits for the program's end, whether it did its work; ends it when the planner gives up.
fn wait(child: &mut Child, cancelled: &AtomicBool) -> Result<bool, OcrError> {
    loop {
        if cancelled.load(Ordering::Relaxed) {
            let _ = child.kill();
            let _ = child.wait();
            return Err(OcrError::Cancelled);
        }
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status.success()),
            Ok(None) => thread::sleep(Duration::from_millis(20)),
            Err(error) => return Err(OcrError::Failed(error.to_string())),
        }
    }
}

/// The program without a console window of its own.
fn quiet(program: &Path) -> Command {
    #[cfg_attr(not(windows), allow(unused_mut))]
    let mut command = Command::new(program);
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        /// CREATE_NO_WINDOW
        const NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(NO_WINDOW);
    }
    command
}

fn places() -> Vec<PathBuf> {
    if let Some(own) = env::var_os("SKH_TESSERACT") {
        return vec![PathBuf::from(own)];
    }
    let name = if cfg!(windows) { "tesseract.exe" } else { "tesseract" };
    let mut folders: Vec<PathBuf> = env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default();
    if cfg!(windows) {
        for variable in ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"] {
            let Some(base) = env::var_os(variable).map(PathBuf::from) else { continue };
            folders.extend([base.join("Tesseract-OCR"), base.join(r"Programs\Tesseract-OCR")]);
        }
    } else {
        folders.extend(["/usr/local/bin", "/opt/homebrew/bin", "/opt/local/bin"].map(PathBuf::from));
    }
    folders.into_iter().map(|folder| folder.join(name)).filter(|program| program.is_file()).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_with_what_to_install() {
        for error in [OcrError::NoProgram, OcrError::NoVietnamese] {
            assert!(error.to_string().contains("Tesseract"));
            assert!(error.hint().contains("tesseract") || error.hint().contains("Tesseract"));
        }
    }

    #[test]
    fn a_recognition_given_up_ends_at_once() {
        let Ok(tesseract) = Tesseract::find() else {
            println!("no tesseract with Vietnamese here: skipped");
            return;
        };
        let error = tesseract.read((60, 40), &[255; 2400], 200, true, &AtomicBool::new(true)).unwrap_err();
        assert!(matches!(error, OcrError::Cancelled));
        let nothing = tesseract.read((60, 40), &[255; 2400], 200, true, &AtomicBool::new(false)).unwrap();
        assert!(nothing.starts_with("level\t"));
    }
}
