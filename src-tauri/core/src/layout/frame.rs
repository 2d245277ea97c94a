//! Letterhead and signature block → one box each.

use super::boxes::{Box, Column, Drawn, Flow};
use super::fonts::{Face, Fonts, LayoutError};
use super::{Area, Place};
use crate::document::{AgencySigns, COUNTRY, Letterhead, MOTTO, Pt, SignatureBlock, StyleName, StyleSheet};

/// Width of the signature field; a signature's image is about twice as wide as high.
const FIELD_WIDTH: Pt = Pt(150.0);

/// Room for the agency's signature with its seal: three lines of 10 pt.
const AGENCY: (Pt, Pt) = (Pt(150.0), Pt(36.0));

/// Where the agency signs on a page `width` wide: in the top margin of the first page, flush with the text's right edge
/// (rules E2, E3). A file that goes with a paper carries that paper's number and symbol before it, on one line with the time
/// of signing; they come with their places on the page.
pub(super) fn agency(
    signs: &AgencySigns,
    sheet: &StyleSheet,
    fonts: &Fonts,
    width: Pt,
) -> Result<(Option<Area>, Drawn), LayoutError> {
    let (left, right): (Pt, Pt) = (sheet.page.left.into(), sheet.page.right.into());
    let mut drawn = Drawn::default();
    let area = match signs {
        AgencySigns::No => None,
        AgencySigns::Paper => {
            let (top, (wide, height)): (Pt, _) = (sheet.page.top.into(), AGENCY);
            Some(Area { x: width - right - wide, y: (top - height) * 0.5, width: wide, height })
        }
        AgencySigns::Enclosure(number) => {
            let (style, y) = (sheet.style(StyleName::SigningMark), sheet.page.header.into());
            let room = width - left - right - style.right;
            let (end, _) = Column::new(fonts, style, left, room).draw(number, &mut drawn, y)?;
            // a space stands between number and time
            let space = fonts.width(" ", Face::Regular, style.size);
            Some(Area { x: left + room + space, y, width: style.right - space, height: end - y })
        }
    };
    Ok((area, drawn))
}

/// Rules H1 to H6.
pub(super) fn letterhead(
    head: &Letterhead,
    sheet: &StyleSheet,
    fonts: &Fonts,
    room: Pt,
    flow: &mut Flow,
) -> Result<(), LayoutError> {
    let [left, right] = sheet.letterhead_columns(room);
    let at_left = |name| Column::new(fonts, sheet.style(name), Pt(0.0), left);
    let at_right = |name| Column::new(fonts, sheet.style(name), left, right);
    let mut drawn = Drawn::default();

    let mut y = Pt(0.0);
    for line in &head.superior {
        y = at_left(StyleName::Superior).draw(line, &mut drawn, y)?.0;
    }
    let mut width = Pt(0.0);
    for line in &head.issuer {
        (y, width) = at_left(StyleName::Issuer).draw(line, &mut drawn, y)?;
    }
    let left_end = at_left(StyleName::Issuer).rule(width * sheet.issuer_rule, sheet, &mut drawn, y);

    let (y, _) = at_right(StyleName::Country).draw(COUNTRY, &mut drawn, Pt(0.0))?;
    let (y, width) = at_right(StyleName::Motto).draw(MOTTO, &mut drawn, y)?;
    let right_end = at_right(StyleName::Motto).rule(width, sheet, &mut drawn, y);

    if head.number.is_empty() && head.place_date.is_empty() {
        let height = left_end.max(right_end);
        flow.push(Box { height, drawn, place: Some(Place::Letterhead), ..Box::default() });
        flow.keep = true;
        return Ok(());
    }
    // Number and date share a line, their baselines level (rule H6).
    let (number, date) = (at_left(StyleName::Number), at_right(StyleName::PlaceDate));
    let y = left_end.max(right_end) + number.style.before.max(date.style.before);
    let mut height = Pt(0.0);
    let mut on_line: Vec<(Drawn, Pt)> = Vec::new();
    for (column, text) in [(&number, &head.number), (&date, &head.place_date)] {
        let mut piece = Drawn::default();
        let (end, _) = column.draw(text, &mut piece, Pt(0.0))?;
        height = height.max(end);
        let baseline = piece.lines.first().map_or(Pt(0.0), |line| line.baseline);
        on_line.push((piece, baseline));
    }
    let baseline = on_line.iter().map(|(_, baseline)| *baseline).fold(Pt(0.0), Pt::max);
    for (piece, own) in on_line {
        drawn.add(piece, Pt(0.0), y + baseline - own);
    }
    flow.push(Box { height: y + height, drawn, place: Some(Place::Letterhead), ..Box::default() });
    flow.keep = true;
    Ok(())
}

/// Rules S1 to S3, N1, N2, K1.
pub(super) fn signature(
    block: &SignatureBlock,
    sheet: &StyleSheet,
    fonts: &Fonts,
    room: Pt,
    flow: &mut Flow,
) -> Result<(), LayoutError> {
    let left = room * sheet.signature_left;
    let mut drawn = Drawn::default();
    let recipients = |name| Column::new(fonts, sheet.style(name), Pt(0.0), left - Pt(8.0));
    let (mut left_end, _) = recipients(StyleName::RecipientsHead).draw("Nơi nhận:", &mut drawn, Pt(0.0))?;
    for (at, recipient) in block.recipients.iter().enumerate() {
        let sign = if at + 1 == block.recipients.len() { "." } else { ";" };
        let column = recipients(StyleName::Recipient);
        left_end = column.draw(&format!("- {recipient}{sign}"), &mut drawn, left_end)?.0;
    }

    let signer = |name| Column::new(fonts, sheet.style(name), left, room - left);
    let mut y = Pt(0.0);
    for line in &block.authority {
        y = signer(StyleName::Authority).draw(line, &mut drawn, y)?.0;
    }
    let x = left + (room - left - FIELD_WIDTH) * 0.5;
    drawn.signature = Some(Area { x, y, width: FIELD_WIDTH, height: sheet.signature_room });
    y += sheet.signature_room;
    if !block.home_post.is_empty() {
        y = signer(StyleName::HomePost).draw(&block.home_post, &mut drawn, y)?.0;
    }
    let (right_end, _) = signer(StyleName::SignerName).draw(&block.name, &mut drawn, y)?;

    keep_two_lines(flow);
    let height = left_end.max(right_end);
    let place = Some(Place::Signature);
    flow.push(Box { before: sheet.signature_before, height, drawn, stays: true, place, ..Box::default() });
    Ok(())
}

/// Rule K1: at least two lines of running text share the signature's page. Whole paragraphs, as many as make two lines:
/// office programs move a paragraph that stays with the next whole.
fn keep_two_lines(flow: &mut Flow) {
    let mut lines = 0;
    for next in flow.boxes.iter_mut().rev().take_while(|b| b.running) {
        lines += 1;
        if next.opens && lines >= 2 {
            break;
        }
        next.stays = true;
    }
}
