//! `skh rollup`: the ministry's table from many units' plans.

use chrono::NaiveDateTime;
use skh_core::{drafting, export, files};

use super::show::roles;
use crate::answer::{Answer, Failure, not_written};
use crate::args::Rollup;
use crate::inputs::{must_end_in, open_plan};

/// Gathers the tasks that the units lead and writes the workbook.
pub fn run(args: &Rollup, now: NaiveDateTime) -> Result<Answer, Failure> {
    must_end_in(&args.out, "xlsx")?;
    let plans = args.plans.iter().map(|path| Ok(open_plan(path)?.1)).collect::<Result<Vec<_>, Failure>>()?;
    let all = drafting::rollup(&plans)
        .ok_or_else(|| Failure::call("các kế hoạch không cùng năm", "Chọn các tệp kế hoạch của cùng một năm."))?;
    let bytes = export::xlsx(&all, now).map_err(|error| Failure::output(error.to_string(), ""))?;
    files::write_whole(&args.out, &bytes).map_err(|error| not_written(&error))?;
    let told = format!("Đã tổng hợp {} đơn vị: {}\n", plans.len(), roles(&all));
    Ok(Answer::done(format!("{}\n", args.out.display())).noting(told))
}
