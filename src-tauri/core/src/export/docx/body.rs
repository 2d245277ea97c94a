//! `word/document.xml`: parts as sections, blocks in order, paragraphs with their runs, links and rules.

use std::io;

use super::package::{HEADER_ID, MARK_ID, R, W};
use super::rule::{self, Drawn};
use super::styles::{self, twips};
use super::xml::Xml;
use super::{frame, table};
use crate::document::times::{self, Look};
use crate::document::{
    AgencySigns, Block, Document, JOINED_HYPHEN, Mm, Orientation, PageSetup, Paragraph, Part, Pt, Run, StyleSheet,
};

/// Namespace of drawn shapes.
pub(super) const WPS: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

/// What a paragraph has besides its style.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Flow {
    /// Stays on the page of what follows, where its style does not say so.
    pub(super) keep_next: bool,
    /// A page may end after it though its style says otherwise.
    pub(super) apart: bool,
    /// Room above instead of the style's.
    pub(super) before: Option<Pt>,
    /// Room below instead of the style's.
    pub(super) after: Option<Pt>,
    /// The section that ends with it.
    pub(super) section: Option<Section>,
}

/// The pages of a part.
#[derive(Debug, Clone, Copy)]
pub(super) struct Section {
    page: PageSetup,
    orientation: Orientation,
    /// Width and height of the paper.
    paper: (Pt, Pt),
    /// Its first page has a header of its own, where the agency signs.
    marked: bool,
}

impl Section {
    fn new(part: &Part, marked: bool, sheet: &StyleSheet) -> Self {
        Self { page: sheet.page, orientation: part.orientation, paper: sheet.sheet(part.orientation), marked }
    }

    /// Width between the margins.
    pub(super) fn text_width(self) -> Pt {
        self.paper.0 - (self.page.left + self.page.right).into()
    }

    /// Height between the margins.
    pub(super) fn text_height(self) -> Pt {
        self.paper.1 - (self.page.top + self.page.bottom).into()
    }

    /// Its number starts at 1 and is not shown on its first page (rules P3, P4).
    fn write(self, xml: &mut Xml) -> io::Result<()> {
        let mm = |length: Mm| twips(length.into());
        xml.element("w:sectPr", &[], |xml| {
            xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", HEADER_ID)])?;
            if self.marked {
                xml.empty("w:headerReference", &[("w:type", "first"), ("r:id", MARK_ID)])?;
            }
            xml.val("w:type", "nextPage")?;
            let mut size = vec![("w:w", twips(self.paper.0)), ("w:h", twips(self.paper.1))];
            if self.orientation == Orientation::Landscape {
                size.push(("w:orient", "landscape".to_owned()));
            }
            let size: Vec<(&str, &str)> = size.iter().map(|(key, value)| (*key, value.as_str())).collect();
            xml.empty("w:pgSz", &size)?;
            let PageSetup { top, bottom, left, right, header } = self.page;
            let lengths = [mm(top), mm(right), mm(bottom), mm(left), mm(header), mm(header), "0".to_owned()];
            let names = ["w:top", "w:right", "w:bottom", "w:left", "w:header", "w:footer", "w:gutter"];
            let margins: Vec<(&str, &str)> = names.into_iter().zip(lengths.iter().map(String::as_str)).collect();
            xml.empty("w:pgMar", &margins)?;
            xml.empty("w:pgNumType", &[("w:start", "1")])?;
            xml.empty("w:titlePg", &[])
        })
    }
}

/// `word/document.xml`.
pub(super) fn document_xml(document: &Document, sheet: &StyleSheet) -> io::Result<Vec<u8>> {
    let spaces = [
        ("xmlns:w", W),
        ("xmlns:r", R),
        ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("xmlns:wps", WPS),
    ];
    let mut xml = Xml::new()?;
    xml.element("w:document", &spaces, |xml| {
        xml.element("w:body", &[], |xml| {
            for (index, part) in document.parts.iter().enumerate() {
                let marked = index == 0 && matches!(document.agency, AgencySigns::Enclosure(_));
                let section = Section::new(part, marked, sheet);
                write_part(xml, part, index, section, index + 1 == document.parts.len(), sheet)?;
            }
            Ok(())
        })
    })?;
    Ok(xml.into_bytes())
}

/// A part's blocks. Its section ends with its last paragraph, that of the last part with the document.
fn write_part(xml: &mut Xml, part: &Part, index: usize, section: Section, last: bool, sheet: &StyleSheet) -> io::Result<()> {
    if index > 0 {
        let number = index.to_string();
        xml.empty("w:bookmarkStart", &[("w:id", &number), ("w:name", &bookmark(index))])?;
        xml.empty("w:bookmarkEnd", &[("w:id", &number)])?;
    }
    let kept = kept_with_signature(&part.blocks, section, sheet);
    for (at, block) in part.blocks.iter().enumerate() {
        let ends = (at + 1 == part.blocks.len() && !last).then_some(section);
        match block {
            Block::Letterhead(head) => frame::letterhead(xml, head, section.text_width(), sheet)?,
            Block::Signature(signature) => frame::signature(xml, signature, section.text_width(), sheet)?,
            Block::Table(table) => table::table(xml, table, section, sheet)?,
            Block::Paragraph(paragraph) => {
                let keep_next =
                    kept.contains(&at) || (paragraph.keep && !paragraph.apart && !sheet.style(paragraph.style).keep_with_next);
                let flow = Flow { keep_next, apart: paragraph.apart, section: ends, ..Flow::default() };
                write_paragraph(xml, paragraph, flow, section.text_width(), sheet)?;
            }
        }
        let next = part.blocks.get(at + 1);
        if !matches!(block, Block::Paragraph(_)) && !matches!(next, Some(Block::Paragraph(_))) {
            // two tables in a row would become one, and a section ends with a paragraph
            paragraph(xml, styles::END_ID, Flow { section: ends, ..Flow::default() }, |_| Ok(()))?;
        }
    }
    if part.blocks.is_empty() && !last {
        paragraph(xml, styles::END_ID, Flow { section: Some(section), ..Flow::default() }, |_| Ok(()))?;
    }
    if last { section.write(xml) } else { Ok(()) }
}

/// The paragraphs that must stay with a signature block below them: as many as make two lines (rule K1).
fn kept_with_signature(blocks: &[Block], section: Section, sheet: &StyleSheet) -> Vec<usize> {
    let mut kept = Vec::new();
    for (at, _) in blocks.iter().enumerate().filter(|(_, block)| matches!(block, Block::Signature(_))) {
        let mut lines = 0;
        for above in (0..at).rev() {
            let Some(Block::Paragraph(paragraph)) = blocks.get(above) else { break };
            if lines >= 2 {
                break;
            }
            kept.push(above);
            let style = sheet.style(paragraph.style);
            let look = Look { bold: style.bold, italic: style.italic };
            lines += times::lines(&paragraph.text(), style.size, look, style.indent.into(), section.text_width()).len();
        }
    }
    kept
}

fn write_paragraph(xml: &mut Xml, content: &Paragraph, flow: Flow, room: Pt, sheet: &StyleSheet) -> io::Result<()> {
    let drawn = content.rule.and_then(|rule| Drawn::below(&content.text(), rule, sheet.style(content.style), room, sheet));
    // the line hangs in the room below its paragraph
    let own = sheet.style(content.style).after + content.below;
    let after = drawn.map(|_| own + rule::height(sheet)).or((content.below > Pt(0.0)).then_some(own));
    paragraph(xml, styles::id(content.style), Flow { after, ..flow }, |xml| {
        if let Some(drawn) = drawn {
            drawn.write(xml, sheet.rule_weight)?;
        }
        content.runs.iter().try_for_each(|run| write_run(xml, run))
    })
}

fn write_run(xml: &mut Xml, run: &Run) -> io::Result<()> {
    match run.link {
        Some(annex) => {
            let anchor = [("w:anchor", bookmark(annex.0)), ("w:history", "1".to_owned())];
            let anchor: Vec<(&str, &str)> = anchor.iter().map(|(key, value)| (*key, value.as_str())).collect();
            xml.element("w:hyperlink", &anchor, |xml| plain_run(xml, run))
        }
        None => plain_run(xml, run),
    }
}

/// The name under which the first page of a part is linked to.
fn bookmark(part: usize) -> String {
    format!("Phan_{}", part + 1)
}

fn plain_run(xml: &mut Xml, run: &Run) -> io::Result<()> {
    xml.element("w:r", &[], |xml| {
        if run.bold.is_some() || run.italic.is_some() {
            xml.element("w:rPr", &[], |xml| {
                for (on, names) in [(run.bold, ["w:b", "w:bCs"]), (run.italic, ["w:i", "w:iCs"])] {
                    if let Some(on) = on {
                        let on = if on { "1" } else { "0" };
                        names.iter().try_for_each(|name| xml.val(name, on))?;
                    }
                }
                Ok(())
            })?;
        }
        write_text(xml, &run.text)
    })
}

/// Text inside a run; line feeds are line breaks, joined hyphens Word's own, so that no line ends after them.
pub(super) fn write_text(xml: &mut Xml, text: &str) -> io::Result<()> {
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            xml.empty("w:br", &[])?;
        }
        for (at, piece) in line.split(JOINED_HYPHEN).enumerate() {
            if at > 0 {
                xml.empty("w:noBreakHyphen", &[])?;
            }
            if !piece.is_empty() {
                xml.leaf("w:t", &[("xml:space", "preserve")], piece)?;
            }
        }
    }
    Ok(())
}

/// A paragraph of one text in the look of its style.
pub(super) fn simple(xml: &mut Xml, style: &str, flow: Flow, text: &str) -> io::Result<()> {
    paragraph(xml, style, flow, |xml| if text.is_empty() { Ok(()) } else { xml.element("w:r", &[], |xml| write_text(xml, text)) })
}

/// A paragraph with whatever `inner` writes after its properties.
pub(super) fn paragraph(
    xml: &mut Xml,
    style: &str,
    flow: Flow,
    inner: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.val("w:pStyle", style)?;
            if flow.keep_next {
                xml.empty("w:keepNext", &[])?;
            } else if flow.apart {
                xml.val("w:keepNext", "0")?;
            }
            let (before, after) = (flow.before.map(twips), flow.after.map(twips));
            let mut spacing = Vec::new();
            spacing.extend(before.as_deref().map(|room| ("w:before", room)));
            spacing.extend(after.as_deref().map(|room| ("w:after", room)));
            if !spacing.is_empty() {
                xml.empty("w:spacing", &spacing)?;
            }
            flow.section.map_or(Ok(()), |section| section.write(xml))
        })?;
        inner(xml)
    })
}
