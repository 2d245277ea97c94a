//! A laid-out page → the drawing operations of a PDF page. Points from the lower left corner, y upwards.

use printpdf::{Line, LinePoint, Mm, Op, PdfFontHandle, PdfPage, Point, Pt as InkPt, TextItem};

use super::font_id;
use crate::document::{Mm as Millimetres, Pt};
use crate::layout::{Page, Span, Stroke};

/// Draws a page.
pub(super) fn page(page: &Page) -> PdfPage {
    let mut ops = Vec::new();
    for stroke in &page.strokes {
        draw_stroke(stroke, page.height, &mut ops);
    }
    for line in &page.lines {
        for span in &line.spans {
            draw_span(span, line.baseline, page.height, &mut ops);
        }
    }
    let mm = |length: Pt| Mm(Millimetres::from(length).0 as f32);
    PdfPage::new(mm(page.width), mm(page.height), ops)
}

fn draw_stroke(stroke: &Stroke, height: Pt, ops: &mut Vec<Op>) {
    let point = |(x, y): (Pt, Pt)| LinePoint { p: at(x, height - y), bezier: false };
    ops.push(Op::SetOutlineThickness { pt: ink(stroke.weight) });
    ops.push(Op::DrawLine { line: Line { points: vec![point(stroke.from), point(stroke.to)], is_closed: false } });
}

fn draw_span(span: &Span, baseline: Pt, height: Pt, ops: &mut Vec<Op>) {
    ops.push(Op::StartTextSection);
    ops.push(Op::SetFont { font: PdfFontHandle::External(font_id(span.face)), size: ink(span.size) });
    ops.push(Op::SetTextCursor { pos: at(span.x, height - baseline) });
    ops.push(Op::ShowText { items: items(span) });
    ops.push(Op::EndTextSection);
}

/// A span's text with its spaces widened one by one: word spacing does nothing on embedded fonts.
fn items(span: &Span) -> Vec<TextItem> {
    if span.stretch.0 == 0.0 {
        return vec![TextItem::Text(span.text.clone())];
    }
    // thousandths of the type size, to the left
    let widen = -(span.stretch.0 * 1000.0 / span.size.0) as f32;
    let mut out = Vec::new();
    for word in span.text.split_inclusive(' ') {
        out.push(TextItem::Text(word.to_owned()));
        if word.ends_with(' ') {
            out.push(TextItem::Offset(widen));
        }
    }
    out
}

fn at(x: Pt, y: Pt) -> Point {
    Point { x: ink(x), y: ink(y) }
}

fn ink(length: Pt) -> InkPt {
    InkPt(length.0 as f32)
}
