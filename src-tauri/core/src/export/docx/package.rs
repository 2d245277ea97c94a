//! The parts of the package that are the same for every document, and the packing: fixed order, fixed times.

use std::io::{self, Cursor, Write};

use chrono::{NaiveDateTime, TimeDelta};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::super::ExportError;
use super::xml::Xml;
use crate::document::{Properties, StyleName};

/// Main namespace of word processing.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Namespace of relations, in documents.
pub(super) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Relation of the document to the header with the page number.
pub(super) const HEADER_ID: &str = "rId4";
/// Relation of the document to the header of its first page, where the agency signs (rule E3).
pub(super) const MARK_ID: &str = "rId5";

const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A part: its name in the package and its bytes.
pub(super) type PackagePart = (&'static str, Vec<u8>);

/// Packs the parts in the order given.
pub(super) fn pack(parts: Vec<PackagePart>) -> Result<Vec<u8>, ExportError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // the clock stays out of the file: same document, same bytes
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::DEFAULT);
    for (name, bytes) in parts {
        let failed = |reason: String| ExportError::Docx { part: name.to_owned(), reason };
        zip.start_file(name, options).map_err(|error| failed(error.to_string()))?;
        zip.write_all(&bytes).map_err(|error| failed(error.to_string()))?;
    }
    let bytes = zip.finish().map_err(|error| ExportError::Docx { part: "*".into(), reason: error.to_string() })?;
    Ok(bytes.into_inner())
}

/// `[Content_Types].xml`.
pub(super) fn content_types(marked: bool) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)])?;
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")])?;
        for (part, kind) in [
            ("/word/document.xml", format!("{CONTENT}.document.main+xml")),
            ("/word/styles.xml", format!("{CONTENT}.styles+xml")),
            ("/word/settings.xml", format!("{CONTENT}.settings+xml")),
            ("/word/fontTable.xml", format!("{CONTENT}.fontTable+xml")),
            ("/word/header1.xml", format!("{CONTENT}.header+xml")),
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml".to_owned()),
            ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned()),
        ] {
            xml.empty("Override", &[("PartName", part), ("ContentType", &kind)])?;
        }
        if marked {
            let kind = format!("{CONTENT}.header+xml");
            xml.empty("Override", &[("PartName", "/word/header2.xml"), ("ContentType", &kind)])?;
        }
        Ok(())
    })?;
    Ok(xml.into_bytes())
}

/// `_rels/.rels`.
pub(super) fn package_relations() -> io::Result<Vec<u8>> {
    relations(&[
        ("rId1", format!("{R}/officeDocument"), "word/document.xml"),
        ("rId2", format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
        ("rId3", format!("{R}/extended-properties"), "docProps/app.xml"),
    ])
}

/// `word/_rels/document.xml.rels`.
pub(super) fn document_relations(marked: bool) -> io::Result<Vec<u8>> {
    let mut list = vec![
        ("rId1", format!("{R}/styles"), "styles.xml"),
        ("rId2", format!("{R}/settings"), "settings.xml"),
        ("rId3", format!("{R}/fontTable"), "fontTable.xml"),
        (HEADER_ID, format!("{R}/header"), "header1.xml"),
    ];
    list.extend(marked.then(|| (MARK_ID, format!("{R}/header"), "header2.xml")));
    relations(&list)
}

fn relations(list: &[(&str, String, &str)]) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], |xml| {
        list.iter()
            .try_for_each(|(id, kind, target)| xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]))
    })?;
    Ok(xml.into_bytes())
}

/// `docProps/core.xml`: title, author, times. `now` is Vietnamese wall time (UTC+7, no summer time); the file wants UTC.
pub(super) fn core_properties(properties: &Properties, now: NaiveDateTime) -> io::Result<Vec<u8>> {
    let time = (now - TimeDelta::hours(7)).format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let namespaces = [
        ("xmlns:cp", format!("{PACKAGE}/metadata/core-properties")),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/".to_owned()),
        ("xmlns:dcterms", "http://purl.org/dc/terms/".to_owned()),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance".to_owned()),
    ];
    let namespaces: Vec<(&str, &str)> = namespaces.iter().map(|(key, value)| (*key, value.as_str())).collect();
    let mut xml = Xml::new()?;
    xml.element("cp:coreProperties", &namespaces, |xml| {
        xml.leaf("dc:title", &[], &properties.title)?;
        xml.leaf("dc:subject", &[], &properties.subject)?;
        xml.leaf("dc:creator", &[], &properties.author)?;
        xml.leaf("cp:lastModifiedBy", &[], &properties.author)?;
        xml.leaf("dcterms:created", &[("xsi:type", "dcterms:W3CDTF")], &time)?;
        xml.leaf("dcterms:modified", &[("xsi:type", "dcterms:W3CDTF")], &time)?;
        xml.leaf("dc:language", &[], "vi-VN")
    })?;
    Ok(xml.into_bytes())
}

/// `docProps/app.xml`: the program and the unit.
pub(super) fn app_properties(properties: &Properties) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    // the format wants two digits, a point, four digits
    let version = format!("{:0>2}.{:0>4}", env!("CARGO_PKG_VERSION_MAJOR"), env!("CARGO_PKG_VERSION_MINOR"));
    xml.element("Properties", &[("xmlns", space)], |xml| {
        xml.leaf("Application", &[], "Soạn Kế Hoạch")?;
        xml.leaf("Company", &[], &properties.author)?;
        xml.leaf("AppVersion", &[], &version)
    })?;
    Ok(xml.into_bytes())
}

/// `word/settings.xml`: today's layout rules (compatibility mode 15), Vietnamese.
pub(super) fn settings() -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:settings", &[("xmlns:w", W)], |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")])?;
        xml.val("w:defaultTabStop", "720")?;
        xml.val("w:characterSpacingControl", "doNotCompress")?;
        xml.element("w:compat", &[], |xml| {
            // room below one paragraph and above the next add up, as they do in the PDF
            xml.empty("w:doNotUseHTMLParagraphAutoSpacing", &[])?;
            let uri = "http://schemas.microsoft.com/office/word";
            xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", uri), ("w:val", "15")])
        })?;
        xml.val("w:themeFontLang", "vi-VN")?;
        xml.val("w:decimalSymbol", ",")?;
        xml.val("w:listSeparator", ";")
    })?;
    Ok(xml.into_bytes())
}

/// `word/fontTable.xml`: what to look for where Times New Roman is missing.
pub(super) fn font_table() -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:fonts", &[("xmlns:w", W)], |xml| {
        xml.element("w:font", &[("w:name", super::styles::FONT)], |xml| {
            xml.val("w:altName", "Liberation Serif")?;
            xml.val("w:panose1", "02020603050405020304")?;
            xml.val("w:charset", "A3")?;
            xml.val("w:family", "roman")?;
            xml.val("w:pitch", "variable")
        })
    })?;
    Ok(xml.into_bytes())
}

/// `word/header1.xml`: the page number, centred in the top margin (rule P3).
pub(super) fn page_header() -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:hdr", &[("xmlns:w", W)], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| xml.val("w:pStyle", super::styles::id(StyleName::PageNumber)))?;
            let mark = |xml: &mut Xml, kind| xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]));
            mark(xml, "begin")?;
            xml.element("w:r", &[], |xml| xml.leaf("w:instrText", &[("xml:space", "preserve")], " PAGE "))?;
            mark(xml, "separate")?;
            // shown only until the reader counts pages; the first page carries no number
            xml.element("w:r", &[], |xml| xml.leaf("w:t", &[], "2"))?;
            mark(xml, "end")
        })
    })?;
    Ok(xml.into_bytes())
}

/// `word/header2.xml`: number and symbol where the agency signs a file that goes with a paper (rule E3).
pub(super) fn signing_header(number: &str) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:hdr", &[("xmlns:w", W)], |xml| {
        super::body::simple(xml, super::styles::id(StyleName::SigningMark), super::body::Flow::default(), number)
    })?;
    Ok(xml.into_bytes())
}
