//! `skh check`: findings about a plan or a paper; exit 1 if there are errors among them.

use serde_json::json;
use skh_core::checks;
use skh_core::plan::{Finding, Severity};

use crate::answer::{Answer, Exit, Failure};
use crate::args::Check;
use crate::inputs::{PLAN_ENDING, ends_in, open_plan, read_paper};
use crate::listing;

/// Checks the file by what it is.
pub fn run(args: &Check) -> Result<Answer, Failure> {
    let findings = if ends_in(&args.file, PLAN_ENDING) {
        let (_, plan) = open_plan(&args.file)?;
        checks::told(&plan)
    } else {
        checks::check_reading(&read_paper(&args.file, args.ocr)?.1)
    };
    let answer =
        if args.json { Answer::json(&json!({ "findings": findings }))? } else { Answer::done(listing::findings(&findings)) };
    let exit = if has_errors(&findings) { Exit::FoundErrors } else { Exit::Done };
    Ok(Answer { exit, ..answer.noting(format!("{}: {}\n", args.file.display(), listing::count(&findings))) })
}

fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}
