//! Paragraphs → boxes, one a line, with what must stay together.

use super::Place;
use super::boxes::{Box, Column, Drawn, Flow, rule_height};
use super::breaking::Piece;
use super::fonts::{Face, Fonts, LayoutError};
use crate::document::{Paragraph, Pt, RuleLength, StyleName, StyleSheet};

/// Adds a paragraph's lines. No page ends after its first line nor before its last (widows and orphans), and none inside
/// one that stays with the next: office programs move such a paragraph whole.
pub(super) fn paragraph(
    paragraph: &Paragraph,
    sheet: &StyleSheet,
    fonts: &Fonts,
    room: Pt,
    flow: &mut Flow,
) -> Result<(), LayoutError> {
    let style = sheet.style(paragraph.style);
    let keeps = style.keep_with_next || paragraph.keep;
    let column = Column::new(fonts, style, Pt(0.0), room);
    let pieces: Vec<Piece> = paragraph
        .runs
        .iter()
        .map(|run| Piece {
            text: &run.text,
            face: Face::of(run.bold.unwrap_or(style.bold), run.italic.unwrap_or(style.italic)),
            link: run.link,
        })
        .collect();
    let lines = column.set(&pieces)?;
    let count = lines.len();
    let basis = (paragraph.style == StyleName::LegalBasis).then_some(Place::LegalBases);
    let place = paragraph.section.map(Place::Section).or(basis);
    let spacing = lines.last().map_or(Pt(0.0), |line| line.spacing);
    for (at, line) in lines.into_iter().enumerate() {
        let (first, last) = (at == 0, at + 1 == count);
        let mut next = Box {
            // wide line spacing stands below a paragraph's lines as far as the next paragraph is concerned
            before: if first { style.before - line.spacing } else { Pt(0.0) },
            height: line.height,
            spacing: line.spacing,
            drawn: Drawn { lines: line.text.into_iter().collect(), ..Drawn::default() },
            stays: !first && (at == 1 || last || keeps),
            running: true,
            opens: first,
            place,
            heading: if first { style.outline.map(|level| (one_line(paragraph), level)) } else { None },
            ..Box::default()
        };
        if last && let Some(rule) = paragraph.rule {
            let length = match rule.length {
                RuleLength::WholeText => line.width,
                RuleLength::Share(share) => line.width * share,
            };
            column.rule(length, sheet, &mut next.drawn, line.height);
            next.height += rule_height(sheet);
        }
        flow.push(next);
    }
    join_title(paragraph, flow, count);
    flow.keep = keeps && !paragraph.apart;
    flow.after = style.after + paragraph.below + spacing;
    Ok(())
}

/// The title below "Phần I" or "Phụ lục" belongs to the same entry of the outline.
fn join_title(paragraph: &Paragraph, flow: &mut Flow, lines: usize) {
    if !matches!(paragraph.style, StyleName::PartTitle | StyleName::AnnexTitle) {
        return;
    }
    let above = flow.boxes.len().saturating_sub(lines);
    if let Some((title, _)) = flow.boxes[..above].iter_mut().rev().find_map(|b| b.heading.as_mut()) {
        *title = format!("{title}. {}", one_line(paragraph));
    }
}

fn one_line(paragraph: &Paragraph) -> String {
    crate::text::squeeze(&paragraph.text())
}
