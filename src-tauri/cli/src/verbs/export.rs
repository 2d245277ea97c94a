//! `skh export`: the files a unit sends; all that were asked for, or none.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use skh_core::document::{self, Document, StyleSheet};
use skh_core::export::{self, ExportError};
use skh_core::files::{self, FileError};
use skh_core::layout::{self, Fonts, Layout, LayoutError};
use skh_core::plan::Plan;

use crate::answer::{Answer, Failure, not_written};
use crate::args::Export;
use crate::inputs::open_plan;

/// Composes every file, then writes them; prints the paths written.
pub fn run(args: &Export, now: NaiveDateTime) -> Result<Answer, Failure> {
    let (_, plan) = open_plan(&args.plan)?;
    let stem = export::file_stem(&plan);
    let composed = compose(args, &plan, args.at.unwrap_or(now))?;
    let files: Vec<(PathBuf, Vec<u8>)> =
        composed.into_iter().map(|(ending, bytes)| (args.out.join(format!("{stem}{ending}")), bytes)).collect();
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

/// The bytes of each file asked for, by what follows the plan's name in its own.
fn compose(args: &Export, plan: &Plan, now: NaiveDateTime) -> Result<Vec<(&'static str, Vec<u8>)>, Failure> {
    let all = !(args.docx || args.pdf || args.xlsx || args.archive);
    let document = document::compose(plan);
    let sheet = StyleSheet::default();
    let mut out = Vec::new();
    if args.docx || all {
        out.push((".docx", export::docx(&document, &sheet, now).map_err(|error| not_made(&error))?));
    }
    if args.pdf || args.archive || all {
        let (layout, fonts) = lay_out(&document)?;
        if args.pdf || all {
            out.push((".pdf", export::pdf(&document, &layout, &fonts, now).map_err(|error| not_made(&error))?));
        }
        if args.archive {
            out.push(("-PDFA.pdf", export::pdf_archive(&document, &layout, &fonts, now).map_err(|error| not_made(&error))?));
        }
    }
    if args.xlsx || all {
        out.push((".xlsx", export::xlsx(plan, now).map_err(|error| not_made(&error))?));
    }
    Ok(out)
}

/// A document's pages, with this machine's fonts.
pub fn lay_out(document: &Document) -> Result<(Layout, Fonts), Failure> {
    let found = files::fonts().map_err(|error| Failure::output(error.to_string(), error.hint()))?;
    let fonts = Fonts::new(&found).map_err(|error| not_laid_out(&error))?;
    let layout = layout::distribute(document, &StyleSheet::default(), &fonts).map_err(|error| not_laid_out(&error))?;
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
