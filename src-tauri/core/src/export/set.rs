//! The files of a set of papers, in the formats asked for: what both doors write.

use std::ops::ControlFlow;

use chrono::NaiveDateTime;

use super::{ExportError, PdfWriter, docx, unit_year, xlsx};
use crate::document::{FileKind, Listed, Paper, Selection, SetFile, compose_cover, compose_set, set_kinds};
use crate::layout::{Fonts, Layout, stream};
use crate::plan::Plan;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Which papers.
    pub selection: Selection,
    /// DOCX of each file.
    pub docx: bool,
    /// PDF of each file.
    pub pdf: bool,
    /// The workbook of the tasks.
    pub xlsx: bool,
    /// PDF/A-2b of each file.
    pub archive: bool,
}

impl Wanted {
    /// Whether pages must be laid out, which takes fonts: for PDF, and to count pages for the cover sheet.
    pub fn needs_fonts(&self) -> bool {
        self.pdf || self.archive || (self.docx && self.selection.papers.contains(&Paper::Cover))
    }

    /// The papers to compose: none for the workbook alone, which is made from the plan.
    fn kinds(&self, plan: &Plan) -> Vec<FileKind> {
        if self.docx || self.pdf || self.archive { set_kinds(plan, &self.selection) } else { Vec::new() }
    }
}

/// How far the composing of a set has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Steps done: laying a paper out is one, so is writing a file.
    pub done: usize,
    /// All of them.
    pub of: usize,
    /// The file in hand.
    pub name: String,
}

/// Names of all files that [`set`] gives for the same, in the same order.
pub fn names(plan: &Plan, wanted: &Wanted) -> Vec<String> {
    let unit_year = unit_year(plan);
    let papers = wanted.kinds(plan).into_iter().flat_map(|kind| kind_names(kind, wanted, &unit_year));
    papers.chain(wanted.xlsx.then(|| workbook_name(&unit_year))).collect()
}

fn workbook_name(unit_year: &str) -> String {
    format!("{}.xlsx", FileKind::Plan.stem(unit_year))
}

fn kind_names(kind: FileKind, wanted: &Wanted, unit_year: &str) -> Vec<String> {
    let stem = kind.stem(unit_year);
    let formats = [(wanted.docx, ".docx"), (wanted.pdf, ".pdf"), (wanted.archive, "-PDFA.pdf")];
    formats.into_iter().filter(|(wanted, _)| *wanted).map(|(_, ending)| format!("{stem}{ending}")).collect()
}

/// Names and bytes of all files, the cover sheet first. `tell` hears of each step before it is taken, and may end it all.
///
/// # Errors
/// [`ExportError`] if one of them can't be made, or `tell` wants no more; nothing is returned then.
pub fn set(
    plan: &Plan,
    wanted: &Wanted,
    fonts: Option<&Fonts>,
    now: NaiveDateTime,
    tell: &mut dyn FnMut(Step) -> ControlFlow<()>,
) -> Result<Vec<(String, Vec<u8>)>, ExportError> {
    let unit_year = unit_year(plan);
    let kinds = wanted.kinds(plan);
    let laid = if wanted.needs_fonts() { kinds.len() } else { 0 };
    let of = laid + names(plan, wanted).len();
    let mut done = 0;
    let mut step = |name: String| {
        let going = tell(Step { done, of, name });
        done += 1;
        if going.is_break() { Err(ExportError::Stopped) } else { Ok(()) }
    };
    let mut files = Vec::new();
    let papers = if kinds.is_empty() { Vec::new() } else { compose_set(plan, &wanted.selection) };
    for file in papers {
        let laid = if wanted.needs_fonts() {
            step(file.kind.stem(&unit_year))?;
            Some(Laid::out(&file, wanted, fonts)?)
        } else {
            None
        };
        files.push((file, laid));
    }
    if kinds.contains(&FileKind::Cover) {
        step(FileKind::Cover.stem(&unit_year))?;
        let listed: Vec<Listed> = files.iter().filter_map(|(file, laid)| Some(counted(file, laid.as_ref()?))).flatten().collect();
        let cover = compose_cover(plan, &listed);
        let laid = Laid::out(&cover, wanted, fonts)?;
        files.insert(0, (cover, Some(laid)));
    }
    let mut out = Vec::new();
    for (file, mut laid) in files {
        for name in kind_names(file.kind, wanted, &unit_year) {
            step(name.clone())?;
            let bytes = if name.ends_with(".docx") {
                docx(&file.document, &file.sheet, now)?
            } else {
                let (laid, fonts) = laid.as_mut().zip(fonts).ok_or(ExportError::NoFonts)?;
                let writer = if name.ends_with("-PDFA.pdf") { &mut laid.archive } else { &mut laid.pdf };
                writer.take().ok_or(ExportError::NoFonts)?.finish(&file.document, &laid.layout, fonts, now)?
            };
            out.push((name, bytes));
        }
    }
    if wanted.xlsx {
        let name = workbook_name(&unit_year);
        step(name.clone())?;
        out.push((name, xlsx(plan, now)?));
    }
    Ok(out)
}

/// A file of the set whose pages have been laid out and drawn.
struct Laid {
    /// Without its pages.
    layout: Layout,
    count: usize,
    pdf: Option<PdfWriter>,
    archive: Option<PdfWriter>,
}

impl Laid {
    /// Lays a file out; each page is drawn as soon as it is full, into the PDFs that are wanted.
    fn out(file: &SetFile, wanted: &Wanted, fonts: Option<&Fonts>) -> Result<Self, ExportError> {
        let mut pdf = wanted.pdf.then(|| PdfWriter::signing(&file.document));
        let mut archive = wanted.archive.then(|| PdfWriter::archive(&file.document));
        let mut count = 0;
        let layout = stream(&file.document, &file.sheet, fonts.ok_or(ExportError::NoFonts)?, &mut |page| {
            count += 1;
            pdf.iter_mut().chain(&mut archive).for_each(|writer| writer.page(&page));
        })?;
        Ok(Self { layout, count, pdf, archive })
    }
}

/// What the cover sheet says of a file's parts, with their pages.
fn counted(file: &SetFile, laid: &Laid) -> Vec<Listed> {
    let ends = laid.layout.parts.iter().skip(1).copied().chain([laid.count]);
    let pages = laid.layout.parts.iter().zip(ends).map(|(first, end)| end - first);
    let listed = file.listed.iter().zip(pages);
    listed.map(|((title, note), pages)| Listed { title: title.clone(), pages, note: note.clone() }).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::document::fixture;

    fn all() -> Wanted {
        let papers = vec![Paper::Cover, Paper::Submission, Paper::Plan];
        Wanted { selection: Selection { papers, annex_files: true }, docx: true, pdf: true, xlsx: true, archive: true }
    }

    #[test]
    fn files_are_named_before_they_are_made_and_each_step_is_told() {
        let plan = fixture::small();
        let now = NaiveDateTime::default();
        let mut steps = Vec::new();
        let fonts = crate::layout::tests::fonts();
        let files = set(&plan, &all(), Some(fonts), now, &mut |step| {
            steps.push(step);
            ControlFlow::Continue(())
        });
        let made: Vec<String> = files.unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(made, names(&plan, &all()));
        assert_eq!(steps.len(), steps[0].of, "{steps:?}");
        assert!(steps.iter().enumerate().all(|(at, step)| step.done == at && step.of == steps[0].of));
        assert_eq!(steps.last().map(|step| step.name.as_str()), made.last().map(String::as_str));
    }

    #[test]
    fn a_set_that_is_no_longer_wanted_is_not_made() {
        let mut told = 0;
        let files = set(&fixture::small(), &all(), Some(crate::layout::tests::fonts()), NaiveDateTime::default(), &mut |step| {
            told += 1;
            if step.done == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(matches!(files, Err(ExportError::Stopped)));
        assert_eq!(told, 3);
    }
}
