//! Letterhead and signature block: two columns side by side, as tables without visible frame.

use std::io;

use super::body::{Flow, paragraph, simple, write_text};
use super::rule::{self, Drawn};
use super::styles::{FRAME_ID, id, twips};
use super::xml::Xml;
use crate::document::times;
use crate::document::{COUNTRY, Letterhead, MOTTO, Pt, Rule, RuleLength, SignatureBlock, StyleName, StyleSheet};

/// The letterhead (rules H1 to H6): names and Quốc hiệu in the first row, number and date on one line in the second.
pub(super) fn letterhead(xml: &mut Xml, head: &Letterhead, width: Pt, sheet: &StyleSheet) -> io::Result<()> {
    let columns = sheet.letterhead_columns(width);
    frame(xml, columns, |xml| {
        row(xml, columns, |xml, left| if left { names(xml, head, columns[0], sheet) } else { motto(xml, columns[1], sheet) })?;
        if head.number.is_empty() && head.place_date.is_empty() {
            return Ok(());
        }
        row(xml, columns, |xml, left| {
            let (style, text) = if left { (StyleName::Number, &head.number) } else { (StyleName::PlaceDate, &head.place_date) };
            // the lines under H2 and H4 hang in the room above this row; on it, the smaller size stands lower, so that
            // number and date have one baseline (rule H6)
            let size = sheet.style(style).size;
            let larger = sheet.style(StyleName::Number).size.max(sheet.style(StyleName::PlaceDate).size);
            let before = sheet.style(style).before + rule::height(sheet) + (larger - size) * times::RISE;
            simple(xml, id(style), Flow { before: Some(before), ..Flow::default() }, text)
        })
    })
}

fn names(xml: &mut Xml, head: &Letterhead, width: Pt, sheet: &StyleSheet) -> io::Result<()> {
    for line in &head.superior {
        simple(xml, id(StyleName::Superior), Flow::default(), line)?;
    }
    let Some((last, above)) = head.issuer.split_last() else {
        return if head.superior.is_empty() { simple(xml, id(StyleName::Issuer), Flow::default(), "") } else { Ok(()) };
    };
    for line in above {
        simple(xml, id(StyleName::Issuer), Flow::default(), line)?;
    }
    let rule = Rule { length: RuleLength::Share(sheet.issuer_rule) };
    ruled(xml, StyleName::Issuer, last, rule, width, sheet)
}

fn motto(xml: &mut Xml, width: Pt, sheet: &StyleSheet) -> io::Result<()> {
    simple(xml, id(StyleName::Country), Flow::default(), COUNTRY)?;
    ruled(xml, StyleName::Motto, MOTTO, Rule { length: RuleLength::WholeText }, width, sheet)
}

fn ruled(xml: &mut Xml, name: StyleName, text: &str, rule: Rule, width: Pt, sheet: &StyleSheet) -> io::Result<()> {
    paragraph(xml, id(name), Flow::default(), |xml| {
        if let Some(drawn) = Drawn::below(text, rule, sheet.style(name), width, sheet) {
            drawn.write(xml, sheet.rule_weight)?;
        }
        xml.element("w:r", &[], |xml| write_text(xml, text))
    })
}

/// Recipients and signature (rules S1 to N2), in one row that does not break.
pub(super) fn signature(xml: &mut Xml, block: &SignatureBlock, width: Pt, sheet: &StyleSheet) -> io::Result<()> {
    let left = width * sheet.signature_left;
    let columns = [left, width - left];
    frame(xml, columns, |xml| {
        row(xml, columns, |xml, left| if left { recipients(xml, &block.recipients, sheet) } else { signer(xml, block, sheet) })
    })
}

fn recipients(xml: &mut Xml, list: &[String], sheet: &StyleSheet) -> io::Result<()> {
    let first = Flow { before: Some(sheet.signature_before), ..Flow::default() };
    simple(xml, id(StyleName::RecipientsHead), first, "Nơi nhận:")?;
    for (at, recipient) in list.iter().enumerate() {
        let end = if at + 1 == list.len() { '.' } else { ';' };
        simple(xml, id(StyleName::Recipient), Flow::default(), &format!("- {recipient}{end}"))?;
    }
    Ok(())
}

fn signer(xml: &mut Xml, block: &SignatureBlock, sheet: &StyleSheet) -> io::Result<()> {
    let last = block.authority.len().saturating_sub(1);
    let name = block.name.trim();
    for (at, line) in block.authority.iter().enumerate() {
        let before = (at == 0).then_some(sheet.signature_before);
        // with no name yet, the room to sign and write it stays below the post
        let after = (at == last && name.is_empty()).then_some(sheet.signature_room * 1.25);
        simple(xml, id(StyleName::Authority), Flow { before, after, ..Flow::default() }, line)?;
    }
    if name.is_empty() && !block.authority.is_empty() {
        return Ok(());
    }
    if block.home_post.is_empty() {
        return simple(xml, id(StyleName::SignerName), Flow::default(), name);
    }
    // the room to sign stands above the first of the two
    simple(xml, id(StyleName::HomePost), Flow { before: Some(sheet.signature_room), ..Flow::default() }, &block.home_post)?;
    simple(xml, id(StyleName::SignerName), Flow { before: Some(Pt(0.0)), ..Flow::default() }, name)
}

fn frame(xml: &mut Xml, columns: [Pt; 2], rows: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.val("w:tblStyle", FRAME_ID)?;
            xml.empty("w:tblW", &[("w:w", &twips(columns[0] + columns[1])), ("w:type", "dxa")])?;
            xml.empty("w:tblLayout", &[("w:type", "fixed")])
        })?;
        xml.element("w:tblGrid", &[], |xml| {
            columns.iter().try_for_each(|width| xml.empty("w:gridCol", &[("w:w", &twips(*width))]))
        })?;
        rows(xml)
    })
}

/// A row of two cells; `cell` writes the left one when its flag is true.
fn row(xml: &mut Xml, columns: [Pt; 2], cell: impl Fn(&mut Xml, bool) -> io::Result<()>) -> io::Result<()> {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]))?;
        [true, false].into_iter().zip(columns).try_for_each(|(left, width)| {
            xml.element("w:tc", &[], |xml| {
                xml.element("w:tcPr", &[], |xml| xml.empty("w:tcW", &[("w:w", &twips(width)), ("w:type", "dxa")]))?;
                cell(xml, left)
            })
        })
    })
}
