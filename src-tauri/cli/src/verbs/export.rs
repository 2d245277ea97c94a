//! `skh export`: the files a unit sends; all that were asked for, or none.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use skh_core::document::{Document, Paper, Selection, StyleSheet};
use skh_core::export::{self, ExportError, Wanted};
use skh_core::files::{self, FileError};
use skh_core::layout::{self, Fonts, Layout, LayoutError};
use skh_core::plan::{Plan, Way};

use crate::answer::{Answer, Failure, not_written};
use crate::args::{Export, PaperWord, WayWord};
use crate::inputs::open_plan;

/// Composes every file, then writes them; prints the paths written.
pub fn run(args: &Export, now: NaiveDateTime) -> Result<Answer, Failure> {
    let (_, plan) = open_plan(&args.plan)?;
    let plan = as_asked(args, plan);
    let composed = compose(args, &plan, args.at.unwrap_or(now))?;
    let files: Vec<(PathBuf, Vec<u8>)> = composed.into_iter().map(|(name, bytes)| (args.out.join(name), bytes)).collect();
    let replaced: String =
        files.iter().filter(|(path, _)| path.exists()).map(|(path, _)| format!("Đã thay tệp cũ: {}\n", path.display())).collect();
    let made = make_folder(&args.out)?;
    if let Err(error) = files::write_set(&files) {
        if made {
            let _ = fs::remove_dir(&args.out);
        }
        return Err(not_written(&error));
    }
    let paths: String = files.iter().map(|(path, _)| format!("{}\n", path.display())).collect();
    Ok(Answer::done(paths).noting(replaced))
}

/// The plan with the number, date and way of this call; the plan file stays as it is.
fn as_asked(args: &Export, mut plan: Plan) -> Plan {
    plan.profile.number = args.number.or(plan.profile.number);
    plan.profile.date = args.date.or(plan.profile.date);
    match args.way {
        Some(WayWord::Own) => plan.issuing.way = Way::Own,
        Some(WayWord::Decision) => plan.issuing.way = Way::Decision,
        None => {}
    }
    plan
}

/// Names and bytes of the files asked for.
fn compose(args: &Export, plan: &Plan, now: NaiveDateTime) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let all = !(args.docx || args.pdf || args.xlsx || args.archive);
    let paper = |word: &PaperWord| match word {
        PaperWord::Cover => Paper::Cover,
        PaperWord::Submission => Paper::Submission,
        PaperWord::Decision => Paper::Decision,
        PaperWord::Plan => Paper::Plan,
    };
    let papers: Vec<Paper> = args.set.iter().map(paper).collect();
    if papers.contains(&Paper::Decision) && plan.issuing.way == Way::Own {
        return Err(Failure::call(
            "kế hoạch này ban hành như một văn bản riêng nên không có quyết định kèm theo",
            "Thêm --way decision, hoặc bỏ decision khỏi --set.",
        ));
    }
    let papers = if papers.is_empty() { Selection::default().papers } else { papers };
    let selection = Selection { papers, annex_files: args.annex_files };
    let wanted =
        Wanted { selection, docx: args.docx || all, pdf: args.pdf || all, xlsx: args.xlsx || all, archive: args.archive };
    let fonts = if wanted.needs_fonts() {
        let found = files::fonts().map_err(|error| Failure::output(error.to_string(), error.hint()))?;
        Some(Fonts::new(&found).map_err(|error| Failure::output(error.to_string(), ""))?)
    } else {
        None
    };
    export::set(plan, &wanted, fonts.as_ref(), now, &mut |_| ControlFlow::Continue(()))
        .map_err(|error| Failure::output(error.to_string(), ""))
}

/// A document's pages, with this machine's fonts.
pub fn lay_out(document: &Document, sheet: &StyleSheet) -> Result<(Layout, Fonts), Failure> {
    let found = files::fonts().map_err(|error| Failure::output(error.to_string(), error.hint()))?;
    let fonts = Fonts::new(&found).map_err(|error| not_laid_out(&error))?;
    let layout = layout::distribute(document, sheet, &fonts).map_err(|error| not_laid_out(&error))?;
    Ok((layout, fonts))
}

/// Makes the folder if only it is missing; says whether it did.
fn make_folder(folder: &Path) -> Result<bool, Failure> {
    if folder.is_dir() {
        return Ok(false);
    }
    let above = files::folder_of(folder);
    let error = if folder.exists() {
        FileError::NotAFolder(folder.to_owned())
    } else if above.is_dir() {
        match fs::create_dir(folder) {
            Ok(()) => return Ok(true),
            Err(source) => FileError::of(folder, source),
        }
    } else if above.exists() {
        FileError::NotAFolder(above.to_owned())
    } else {
        FileError::NoFolder(above.to_owned())
    };
    Err(not_written(&error))
}

pub fn not_made(error: &ExportError) -> Failure {
    Failure::output(error.to_string(), "")
}

fn not_laid_out(error: &LayoutError) -> Failure {
    Failure::output(error.to_string(), "")
}
