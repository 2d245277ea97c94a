//! DOCX straight from the document, with a real style for each kind of paragraph: what Word users mend, they mend once.
//!
//! Our own writer on `zip` and `quick-xml`: a document of ours needs some forty elements of the format, each stood
//! in the order its schema wants. Must not choose sizes or words: those are `document`'s.

mod body;
mod frame;
mod package;
mod rule;
mod styles;
mod table;
mod xml;

#[cfg(test)]
mod tests;

use std::io;

use chrono::NaiveDateTime;

use super::ExportError;
use crate::document::{AgencySigns, Document, StyleSheet};

/// The DOCX file of a document. `now` is Vietnamese wall time and goes into the properties; nothing else of it matters,
/// so the same document and `now` give the same bytes.
pub fn docx(document: &Document, sheet: &StyleSheet, now: NaiveDateTime) -> Result<Vec<u8>, ExportError> {
    if document.parts.iter().all(|part| part.blocks.is_empty()) {
        return Err(ExportError::Empty);
    }
    let properties = &document.properties;
    let mark = if let AgencySigns::Enclosure(number) = &document.agency { Some(number) } else { None };
    let mut written: Vec<(&'static str, io::Result<Vec<u8>>)> = vec![
        ("[Content_Types].xml", package::content_types(mark.is_some())),
        ("_rels/.rels", package::package_relations()),
        ("docProps/core.xml", package::core_properties(properties, now)),
        ("docProps/app.xml", package::app_properties(properties)),
        ("word/document.xml", body::document_xml(document, sheet)),
        ("word/_rels/document.xml.rels", package::document_relations(mark.is_some())),
        ("word/styles.xml", styles::styles(sheet)),
        ("word/settings.xml", package::settings()),
        ("word/fontTable.xml", package::font_table()),
        ("word/header1.xml", package::page_header()),
    ];
    written.extend(mark.map(|number| ("word/header2.xml", package::signing_header(number))));
    let mut parts = Vec::new();
    for (name, bytes) in written {
        let bytes = bytes.map_err(|error| ExportError::Docx { part: name.to_owned(), reason: error.to_string() })?;
        parts.push((name, bytes));
    }
    package::pack(parts)
}
