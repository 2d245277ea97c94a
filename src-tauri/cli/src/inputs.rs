//! Opening what a call names: papers and plans.

use std::io::{Write, stderr};
use std::path::Path;
use std::sync::atomic::AtomicBool;

use skh_core::files::{self, Input, OcrError, Tesseract};
use skh_core::plan::Plan;
use skh_core::reading::{self, Picture, Progress, ReadError, Reading, ScanError};
use skh_core::store::PlanFile;

use crate::answer::{Failure, not_opened, not_read};

/// The ending of plan files.
pub const PLAN_ENDING: &str = "kehoach";

/// Reads a paper whole and understands it; with `ocr` the letters of scanned pages are recognised.
pub fn read_paper(path: &Path, ocr: bool) -> Result<(Input, Reading), Failure> {
    let input = files::read(path).map_err(|error| not_read(&error))?;
    let named = path.display().to_string();
    let reading = match understood(&input) {
        Ok(reading) if ocr && !reading.scanned_pages.is_empty() => recognised(&input, &named)?,
        Err(error) if ocr && error.scan => recognised(&input, &named)?,
        Err(error) if error.scan => return Err(scan_not_read(&named, error)),
        read => read.map_err(|error| unreadable(&named, error))?,
    };
    Ok((input, reading))
}

/// Understands a paper; `named` is what the planner calls it.
pub fn understand(paper: &Input, named: &str) -> Result<Reading, Failure> {
    understood(paper).map_err(|error| unreadable(named, error))
}

fn understood(paper: &Input) -> Result<Reading, ReadError> {
    reading::read(&paper.bytes, &paper.name)
}

fn unreadable(named: &str, error: ReadError) -> Failure {
    Failure::input(format!("không đọc được “{named}”: {}", error.message), error.hint)
}

/// A scan without `--ocr`: how to have it recognised on this machine.
fn scan_not_read(named: &str, error: ReadError) -> Failure {
    let hint = match Tesseract::find() {
        Ok(_) => "Thêm --ocr để nhận dạng chữ bằng Tesseract có trên máy này, hoặc dùng bản có chữ của văn bản.".to_owned(),
        Err(missing) => format!("{} {}", error.hint, missing.hint()),
    };
    unreadable(named, ReadError { hint, ..error })
}

/// Reads a scan, telling of each page on stderr.
fn recognised(paper: &Input, named: &str) -> Result<Reading, Failure> {
    let not_recognised = |error: &OcrError| Failure::input(format!("không đọc được “{named}”: {error}"), error.hint());
    let tesseract = Tesseract::find().map_err(|error| not_recognised(&error))?;
    let going_on = AtomicBool::new(false);
    let mut read = |picture: &Picture| {
        let size = (picture.width, picture.height);
        let table = tesseract.read(size, &picture.grey, picture.resolution, picture.one_column, &going_on);
        table.map_err(|error| ScanError::Failed(ReadError::new(error.to_string(), error.hint())))
    };
    let mut told = |progress: Progress| {
        if progress.done < progress.of {
            let line = format!("Nhận dạng trang {} ({}/{})…\n", progress.page, progress.done + 1, progress.of);
            let _ = stderr().lock().write_all(line.as_bytes());
        }
    };
    reading::read_scan(&paper.bytes, &paper.name, &mut read, &mut told).map_err(|error| match error {
        ScanError::Cancelled => not_recognised(&OcrError::Cancelled),
        ScanError::Failed(error) => unreadable(named, error),
    })
}

/// Opens a plan file and reads the plan in it.
pub fn open_plan(path: &Path) -> Result<(PlanFile, Plan), Failure> {
    let file = PlanFile::open(path).map_err(|error| not_opened(&error))?;
    let plan = file.plan().map_err(|error| not_opened(&error))?;
    Ok((file, plan))
}

/// Whether a path ends as given, whatever the case.
pub fn ends_in(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

/// That an output is named for what it is: whoever opens it later knows by its ending.
pub fn must_end_in(path: &Path, ending: &str) -> Result<(), Failure> {
    if ends_in(path, ending) {
        return Ok(());
    }
    let message = format!("tên tệp ra “{}” không có đuôi .{ending}", path.display());
    Err(Failure::call(message, format!("Đặt tên tệp ra kết thúc bằng .{ending}.")))
}
