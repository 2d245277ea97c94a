//! DOCX → blocks: paragraphs with the numbers that Word's lists make, tables with their merged cells, page breaks.
//!
//! Tracked changes are read as accepted, text boxes stand behind the paragraph that holds them, hidden text and
//! headers are left out. Reads; never writes a ministry's file.

mod body;
mod numbering;
mod package;
mod styles;
mod xml;

use super::Block;
use crate::reading::ReadError;

/// Takes a DOCX apart.
///
/// # Errors
/// [`ReadError`] if the package is damaged, too large to be a paper, or its main part is not a Word document.
pub(super) fn blocks(bytes: &[u8]) -> Result<Vec<Block>, ReadError> {
    let mut package = package::Package::open(bytes)?;
    let document = package.part("word/document.xml")?.ok_or_else(package::damaged)?;
    let styles = package.part("word/styles.xml")?.map(|part| styles::Styles::of(&part)).unwrap_or_default();
    let numbering = package.part("word/numbering.xml")?.map(|part| numbering::Numbering::of(&part)).unwrap_or_default();
    let footnotes = package.part("word/footnotes.xml")?;
    let body = document.child("w:body").ok_or_else(package::damaged)?;
    Ok(body::Walk::new(styles, numbering, footnotes.as_ref()).blocks(body))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use std::io::Write;

    use super::super::{Block, blocks};

    /// A DOCX with this body and these lists.
    fn docx(body: &str, numbering: &str) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        for (name, text) in [
            ("word/document.xml", format!("<w:document {word}><w:body>{body}</w:body></w:document>")),
            ("word/numbering.xml", format!("<w:numbering {word}>{numbering}</w:numbering>")),
        ] {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn lines(bytes: &[u8]) -> Vec<String> {
        let text = |block| match block {
            Block::Line(line) => Some(line.text),
            _ => None,
        };
        blocks(bytes, "a.docx").unwrap().into_iter().filter_map(text).collect()
    }

    #[test]
    fn runs_are_joined_and_changes_accepted() {
        let body = "<w:p><w:r><w:t>Kế </w:t></w:r><w:ins><w:r><w:t>hoạch</w:t></w:r></w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>\
            <w:p><w:r><w:t>a &amp; b &#7879;</w:t></w:r></w:p>";
        assert_eq!(lines(&docx(body, "")), ["Kế hoạch", "a & b ệ"]);
    }

    #[test]
    fn lists_are_numbered_as_vietnamese_papers_count() {
        let numbering = "<w:abstractNum w:abstractNumId=\"0\">\
            <w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
            <w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2.\"/></w:lvl>\
            <w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%3)\"/></w:lvl>\
            <w:lvl w:ilvl=\"3\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\u{f0b7}\"/></w:lvl></w:abstractNum>\
            <w:num w:numId=\"7\"><w:abstractNumId w:val=\"0\"/></w:num>";
        let item = |level: u32| {
            format!(
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
            )
        };
        let body: String = [0, 1, 1, 2, 2, 2, 2, 2, 2, 3, 0, 1].map(item).concat();
        let want = ["3. x", "3.1. x", "3.2. x", "a) x", "b) x", "c) x", "d) x", "đ) x", "e) x", "- x", "4. x", "4.1. x"];
        assert_eq!(lines(&docx(&body, numbering)), want);
    }

    #[test]
    fn merged_cells_keep_their_text_once() {
        let cell = |properties: &str, text: &str| {
            format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
        };
        let body = format!(
            "<w:tbl><w:tblPr><w:tblBorders><w:top w:val=\"single\"/></w:tblBorders></w:tblPr><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>",
            cell("<w:vMerge w:val=\"restart\"/>", "STT"),
            cell("<w:gridSpan w:val=\"2\"/>", "Tên"),
            cell("<w:vMerge/>", ""),
            cell("", "a"),
            cell("", "b"),
        );
        let blocks = blocks(&docx(&body, ""), "a.docx").unwrap();
        let Block::Table(table) = &blocks[0] else { panic!("no table") };
        let shown: Vec<Vec<(&str, bool)>> =
            table.rows.iter().map(|r| r.iter().map(|c| (c.text.as_str(), c.covered)).collect()).collect();
        assert_eq!(shown, [vec![("STT", false), ("Tên", false), ("", true)], vec![("", true), ("a", false), ("b", false)]]);
        assert!(!table.bare);
    }

    #[test]
    fn a_bomb_and_a_broken_part_are_refused() {
        let deep = "<w:p>".repeat(5000);
        assert!(blocks(&docx(&deep, ""), "a.docx").is_err());
        let entity = docx("<w:p><w:r><w:t>a&bomb;</w:t></w:r></w:p>", "");
        assert_eq!(lines(&entity), ["a"], "an unknown entity is nothing, never expanded");
    }
}
