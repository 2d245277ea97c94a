//! `skh print`: the pages on paper; `skh printers`: where to.

use chrono::NaiveDateTime;
use serde_json::json;
use skh_core::document::{self, StyleSheet};
use skh_core::export;
use skh_core::files::{self, PageRanges, PrintError, PrintJob};

use super::export::{lay_out, not_made};
use crate::answer::{Answer, Failure};
use crate::args::{List, Print};
use crate::inputs::open_plan;

/// Prints the plan and its annexes; says which printer took them.
pub fn run(args: &Print, now: NaiveDateTime) -> Result<Answer, Failure> {
    let (_, plan) = open_plan(&args.plan)?;
    let document = document::compose(&plan);
    let (layout, fonts) = lay_out(&document, &StyleSheet::of_plan(&plan))?;
    let count = u32::try_from(layout.pages.len()).unwrap_or(u32::MAX);
    let pages = args.pages.as_deref().map(|text| PageRanges::read(text, count)).transpose();
    let job = PrintJob {
        printer: args.printer.clone(),
        pages: pages.map_err(|error| wrong_call(&error))?,
        copies: args.copies,
        sides: args.sides,
        title: export::file_stem(&plan),
    };
    let pdf = export::pdf(&document, &layout, &fonts, now).map_err(|error| not_made(&error))?;
    let printer = files::print(&pdf, &job).map_err(|error| not_printed(&error))?;
    Ok(Answer::done(format!("Đã gửi đến máy in {printer}: {} ({count} trang)\n", job.title)))
}

/// Lists the printers.
pub fn list(args: &List) -> Result<Answer, Failure> {
    let printers = files::printers().map_err(|error| not_printed(&error))?;
    if args.json {
        let all: Vec<_> = printers.iter().map(|one| json!({ "name": one.name, "default": one.is_default })).collect();
        return Answer::json(&json!({ "printers": all }));
    }
    let line = |one: &files::Printer| format!("{}{}\n", one.name, if one.is_default { "  (mặc định)" } else { "" });
    Ok(Answer::done(printers.iter().map(line).collect()))
}

fn wrong_call(error: &PrintError) -> Failure {
    Failure::call(error.to_string(), error.hint())
}

fn not_printed(error: &PrintError) -> Failure {
    match error {
        PrintError::Unknown { .. } | PrintError::Pages { .. } | PrintError::Copies(_) => wrong_call(error),
        _ => Failure::output(error.to_string(), error.hint()),
    }
}
