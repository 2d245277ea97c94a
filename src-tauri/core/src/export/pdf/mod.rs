//! PDF from the layout (rules E1, E2): embedded fonts, selectable Unicode text, bookmarks, links, an empty signature
//! field over the place of the signature.
//!
//! Must not move or break anything: where every word stands was decided by `layout`. The same layout and the same
//! `now` give the same bytes.

mod catalogue;
mod ink;

use chrono::NaiveDateTime;
use printpdf::{FontId, ParsedFont, PdfDocument, PdfFont, PdfParseErrorSeverity, PdfSaveOptions};

use super::ExportError;
use crate::document::Document;
use crate::layout::{Face, Fonts, Layout};

/// Writes a document whose pages have been laid out.
pub fn pdf(document: &Document, layout: &Layout, fonts: &Fonts, now: NaiveDateTime) -> Result<Vec<u8>, ExportError> {
    if layout.pages.is_empty() {
        return Err(ExportError::Empty);
    }
    let mut pdf = PdfDocument::new(&document.properties.title);
    for face in Face::ALL {
        let mut warnings = Vec::new();
        let parsed = ParsedFont::from_bytes(fonts.bytes(face), 0, &mut warnings)
            .ok_or_else(|| ExportError::Pdf(format!("không nhúng được phông {}", face.title())))?;
        pdf.resources.fonts.map.insert(font_id(face), PdfFont::new(parsed));
    }
    pdf.with_pages(layout.pages.iter().map(ink::page).collect());
    let mut warnings = Vec::new();
    let mut file = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if let Some(warning) = warnings.iter().find(|w| w.severity == PdfParseErrorSeverity::Error) {
        return Err(ExportError::Pdf(warning.msg.clone()));
    }
    catalogue::complete(&mut file, document, layout, now)?;
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|e| ExportError::Pdf(e.to_string()))?;
    Ok(bytes)
}

/// A face's name in the file. Its first six letters become the tag of the embedded subset, so they are six capitals.
fn font_id(face: Face) -> FontId {
    let name = match face {
        Face::Regular => "UPRGHT",
        Face::Bold => "BOLDUP",
        Face::Italic => "ITALIC",
        Face::BoldItalic => "BOLDIT",
    };
    FontId(name.to_owned())
}

#[cfg(test)]
mod tests;
