//! Rules drawn below a line of text (H2, H4, T2): a real line, as long as the decree says, hung from its paragraph.
//!
//! A paragraph's own border cannot be shorter than its text, and a row of dashes or an underline is what the decree
//! forbids; so the line is a drawing, centred by the reader under its column, and only its length is computed here.

use std::io;

use super::styles::whole;
use super::xml::Xml;
use crate::document::times::{self, Look};
use crate::document::{Pt, Rule, Style, StyleSheet};

/// Room that a drawn rule takes with its distances.
pub(super) fn height(sheet: &StyleSheet) -> Pt {
    sheet.rule_gap * 2.0 + sheet.rule_weight
}

/// A line to draw: how long, and how far below the top of its paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Drawn {
    /// Length.
    pub(super) length: Pt,
    /// Distance from the paragraph's top edge.
    pub(super) down: Pt,
}

impl Drawn {
    /// Works out the rule below `text`, set in `style` in a column `room` wide. `None` where there is nothing to rule off.
    pub(super) fn below(text: &str, rule: Rule, style: Style, room: Pt, sheet: &StyleSheet) -> Option<Self> {
        let look = Look { bold: style.bold, italic: style.italic };
        let lines = times::lines(text, style.size, look, style.indent.into(), room);
        let length = rule.of(lines.last().copied().unwrap_or_default());
        let count: f64 = lines.iter().map(|_| 1.0).sum();
        let down = style.size * (times::LINE * style.leading * count) + sheet.rule_gap;
        (length.0 > 0.0).then_some(Self { length, down })
    }

    /// Writes the run that carries the line.
    pub(super) fn write(self, xml: &mut Xml, weight: Pt) -> io::Result<()> {
        let number = xml.next_number().to_string();
        xml.element("w:r", &[], |xml| {
            xml.element("mc:AlternateContent", &[], |xml| {
                xml.element("mc:Choice", &[("Requires", "wps")], |xml| {
                    xml.element("w:drawing", &[], |xml| self.anchor(xml, weight, &number))
                })
            })
        })
    }

    fn anchor(self, xml: &mut Xml, weight: Pt, number: &str) -> io::Result<()> {
        let anchor = [
            ("distT", "0"),
            ("distB", "0"),
            ("distL", "0"),
            ("distR", "0"),
            ("simplePos", "0"),
            ("relativeHeight", number),
            ("behindDoc", "0"),
            ("locked", "0"),
            ("layoutInCell", "1"),
            ("allowOverlap", "1"),
        ];
        let long = emu(self.length);
        xml.element("wp:anchor", &anchor, |xml| {
            xml.empty("wp:simplePos", &[("x", "0"), ("y", "0")])?;
            xml.element("wp:positionH", &[("relativeFrom", "column")], |xml| xml.leaf("wp:align", &[], "center"))?;
            xml.element("wp:positionV", &[("relativeFrom", "paragraph")], |xml| xml.leaf("wp:posOffset", &[], &emu(self.down)))?;
            xml.empty("wp:extent", &[("cx", &long), ("cy", "0")])?;
            xml.empty("wp:effectExtent", &[("l", "0"), ("t", "0"), ("r", "0"), ("b", "0")])?;
            xml.empty("wp:wrapNone", &[])?;
            xml.empty("wp:docPr", &[("id", number), ("name", &format!("Đường kẻ {number}"))])?;
            xml.empty("wp:cNvGraphicFramePr", &[])?;
            shape(xml, &long, &emu(weight))
        })
    }
}

fn shape(xml: &mut Xml, long: &str, weight: &str) -> io::Result<()> {
    xml.element("a:graphic", &[], |xml| {
        xml.element("a:graphicData", &[("uri", super::body::WPS)], |xml| {
            xml.element("wps:wsp", &[], |xml| {
                xml.empty("wps:cNvCnPr", &[])?;
                xml.element("wps:spPr", &[], |xml| {
                    xml.element("a:xfrm", &[], |xml| {
                        xml.empty("a:off", &[("x", "0"), ("y", "0")])?;
                        xml.empty("a:ext", &[("cx", long), ("cy", "0")])
                    })?;
                    xml.element("a:prstGeom", &[("prst", "line")], |xml| xml.empty("a:avLst", &[]))?;
                    xml.element("a:ln", &[("w", weight)], |xml| {
                        xml.element("a:solidFill", &[], |xml| xml.empty("a:srgbClr", &[("val", "000000")]))
                    })
                })?;
                xml.empty("wps:bodyPr", &[])
            })
        })
    })
}

/// English metric units, 12,700 to the point.
fn emu(length: Pt) -> String {
    whole(length.0 * 12_700.0)
}
