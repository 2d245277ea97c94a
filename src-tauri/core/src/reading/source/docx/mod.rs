//! DOCX → blocks: paragraphs with the numbers that Word's lists make, tables with their merged cells, page breaks.
//!
//! Tracked changes are read as accepted, text boxes stand beside the paragraph that holds them, footnotes apart; hidden
//! text, headers and tables of contents are left out. Reads; never writes a ministry's file.

mod body;
mod numbering;
mod package;
mod runs;
mod styles;
mod tables;
#[cfg(test)]
mod tests;
mod xml;

use super::{Block, Parsed, legacy};
use crate::reading::ReadError;
use crate::text::fold;

/// Headers that are looked into for a letterhead: first page, even pages, others.
const HEADERS: usize = 6;

/// Takes a DOCX apart.
///
/// # Errors
/// [`ReadError`] if the package is damaged, too large to be a paper, or its main part is not a Word document.
pub(super) fn parsed(bytes: &[u8]) -> Result<Parsed, ReadError> {
    let mut package = package::Package::open(bytes)?;
    let main = package.main()?;
    let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let document = package.part(&main)?.ok_or_else(package::damaged)?;
    let styles = package.part(&format!("{folder}styles.xml"))?.map(|part| styles::Styles::of(&part)).unwrap_or_default();
    let numbering = package.part(&format!("{folder}numbering.xml"))?;
    let numbering = numbering.map(|part| numbering::Numbering::of(&part, &styles)).unwrap_or_default();
    let footnotes = package.part(&format!("{folder}footnotes.xml"))?;
    let endnotes = package.part(&format!("{folder}endnotes.xml"))?;
    let body = document.child("w:body").ok_or_else(package::damaged)?;
    let mut plain = vec![String::new()];
    runs::gather(body, &mut plain);
    let guess = legacy::guess(plain.iter().map(String::as_str));
    let mut walk = body::Walk::new(styles, numbering, [footnotes.as_ref(), endnotes.as_ref()], guess);
    let letterhead = if is_headed(&plain) { Vec::new() } else { letterhead(&mut package, &folder, &mut walk)? };
    let mut parsed = walk.parsed(body)?;
    parsed.blocks.splice(0..0, letterhead);
    Ok(parsed)
}

/// The nation's name stands in the text: the letterhead is there.
fn is_headed(texts: &[String]) -> bool {
    texts.iter().any(|text| fold(text).contains("cong hoa xa hoi chu nghia"))
}

/// Headers repeat and are left out, but some clerks set the letterhead in the header of the first page.
fn letterhead(package: &mut package::Package<'_>, folder: &str, walk: &mut body::Walk<'_>) -> Result<Vec<Block>, ReadError> {
    for name in package.names(&format!("{folder}header"), HEADERS) {
        let Some(part) = package.part(&name)? else { continue };
        let mut texts = vec![String::new()];
        runs::gather(&part, &mut texts);
        if is_headed(&texts) {
            return Ok(walk.header(&part));
        }
    }
    Ok(Vec::new())
}
