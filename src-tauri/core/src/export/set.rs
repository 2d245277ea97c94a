//! The files of a set of papers, in the formats asked for: what both doors write.

use chrono::NaiveDateTime;

use super::{ExportError, docx, pdf, pdf_archive, unit_year, xlsx};
use crate::document::{FileKind, Listed, Paper, Selection, SetFile, compose_cover, compose_set};
use crate::layout::{Fonts, Layout, distribute};
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
        self.pdf || self.archive || self.selection.papers.contains(&Paper::Cover)
    }
}

/// Names and bytes of all files, the cover sheet first.
///
/// # Errors
/// [`ExportError`] if one of them can't be made; nothing is returned then.
pub fn set(
    plan: &Plan,
    wanted: &Wanted,
    fonts: Option<&Fonts>,
    now: NaiveDateTime,
) -> Result<Vec<(String, Vec<u8>)>, ExportError> {
    let mut files = Vec::new();
    for file in compose_set(plan, &wanted.selection) {
        let layout = if wanted.needs_fonts() { Some(laid_out(&file, fonts)?) } else { None };
        files.push((file, layout));
    }
    if wanted.selection.papers.contains(&Paper::Cover) {
        let listed: Vec<Listed> =
            files.iter().filter_map(|(file, layout)| Some(counted(file, layout.as_ref()?))).flatten().collect();
        let cover = compose_cover(plan, &listed);
        let layout = laid_out(&cover, fonts)?;
        files.insert(0, (cover, Some(layout)));
    }
    let unit_year = unit_year(plan);
    let mut out = Vec::new();
    for (file, layout) in &files {
        let stem = file.kind.stem(&unit_year);
        if wanted.docx {
            out.push((format!("{stem}.docx"), docx(&file.document, &file.sheet, now)?));
        }
        if wanted.pdf
            && let (Some(layout), Some(fonts)) = (layout, fonts)
        {
            out.push((format!("{stem}.pdf"), pdf(&file.document, layout, fonts, now)?));
        }
        if wanted.archive
            && let (Some(layout), Some(fonts)) = (layout, fonts)
        {
            out.push((format!("{stem}-PDFA.pdf"), pdf_archive(&file.document, layout, fonts, now)?));
        }
    }
    if wanted.xlsx {
        out.push((format!("{}.xlsx", FileKind::Plan.stem(&unit_year)), xlsx(plan, now)?));
    }
    Ok(out)
}

fn laid_out(file: &SetFile, fonts: Option<&Fonts>) -> Result<Layout, ExportError> {
    Ok(distribute(&file.document, &file.sheet, fonts.ok_or(ExportError::NoFonts)?)?)
}

/// What the cover sheet says of a file's parts, with their pages.
fn counted(file: &SetFile, layout: &Layout) -> Vec<Listed> {
    let ends = layout.parts.iter().skip(1).copied().chain([layout.pages.len()]);
    let pages = layout.parts.iter().zip(ends).map(|(first, end)| end - first);
    let listed = file.listed.iter().zip(pages);
    listed.map(|((title, note), pages)| Listed { title: title.clone(), pages, note: note.clone() }).collect()
}
