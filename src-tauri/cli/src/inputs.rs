//! Opening what a call names: papers and plans.

use std::path::Path;

use skh_core::files::{self, Input};
use skh_core::plan::Plan;
use skh_core::reading::{self, Reading};
use skh_core::store::PlanFile;

use crate::answer::{Failure, not_opened, not_read};

/// The ending of plan files.
pub const PLAN_ENDING: &str = "kehoach";

/// Reads a paper whole and understands it.
pub fn read_paper(path: &Path) -> Result<(Input, Reading), Failure> {
    let input = files::read(path).map_err(|error| not_read(&error))?;
    let reading = understand(&input, &path.display().to_string())?;
    Ok((input, reading))
}

/// Understands a paper; `named` is what the planner calls it.
pub fn understand(paper: &Input, named: &str) -> Result<Reading, Failure> {
    reading::read(&paper.bytes, &paper.name)
        .map_err(|error| Failure::input(format!("không đọc được “{named}”: {}", error.message), error.hint))
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
