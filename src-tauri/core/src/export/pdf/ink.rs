//! A laid-out page → its content stream. Points from the lower left corner, y upwards.
//!
//! Text stands in marked content: what belongs to an element of the tree by its number on the page, the rest (page
//! numbers, repeated header rows, drawn lines) as artifacts that a screen reader passes over.

use std::io::Write;

use super::faces::{Faces, resource};
use super::tags::{Kid, Tree, small};
use crate::document::Pt;
use crate::layout::{Area, Face, Page, Span, TextLine};

/// A page's content, and the areas on it that lead elsewhere.
pub(super) struct Drawn {
    pub content: Vec<u8>,
    pub links: Vec<DrawnLink>,
}

/// An area that leads to a part.
pub(super) struct DrawnLink {
    pub area: Area,
    /// Element of the tree that holds its text.
    pub element: usize,
    /// Index of the part it leads to.
    pub target: usize,
}

/// What stands between BDC and EMC.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marked {
    Element(usize),
    Furniture,
}

/// Draws the page of index `at`; elements of the tree take their content as it is drawn.
pub(super) fn page(at: usize, page: &Page, faces: &mut Faces, tree: &mut Tree) -> Drawn {
    let mut pen = Pen { out: Vec::with_capacity(16 << 10), height: page.height, at: (0, 0), font: None, marked: None };
    pen.strokes(page);
    if !page.lines.is_empty() {
        pen.out.extend_from_slice(b"BT\n");
    }
    let mut links = Vec::new();
    let mut count = 0;
    let owners: Vec<_> = page.lines.iter().map(|line| line.owner.map(|owner| tree.element_of(page.part, owner, line))).collect();
    for (index, line) in page.lines.iter().enumerate() {
        // A title's second line goes on where the first ended, though the layout knows them as two.
        let joined = owners.get(index + 1).copied().flatten().is_some_and(|next| next.joined);
        for (which, span) in line.spans.iter().enumerate() {
            let owner = owners[index].map(|found| found.element);
            let marked = match (owner, span.link.filter(|part| tree.has_part(*part))) {
                (Some(element), Some(target)) => {
                    let element = tree.link(element);
                    links.push(DrawnLink { area: area(line, span), element, target });
                    Marked::Element(element)
                }
                (Some(element), None) => Marked::Element(element),
                (None, _) => Marked::Furniture,
            };
            pen.mark(marked, at, &mut count, tree);
            let last = which + 1 == line.spans.len();
            pen.span(span, line, faces, last && (line.goes_on || joined));
        }
    }
    pen.unmark();
    if !page.lines.is_empty() {
        pen.out.extend_from_slice(b"ET\n");
    }
    Drawn { content: pen.out, links }
}

/// Where a span can be clicked.
fn area(line: &TextLine, span: &Span) -> Area {
    Area { x: span.x, y: line.baseline - span.size, width: span.width, height: span.size * 1.25 }
}

struct Pen {
    out: Vec<u8>,
    height: Pt,
    /// Where the last text began, in hundredths of a point: moves are told from there.
    at: (i64, i64),
    font: Option<(Face, Pt)>,
    marked: Option<Marked>,
}

impl Pen {
    /// Lines and rules, all artifacts.
    fn strokes(&mut self, page: &Page) {
        if page.strokes.is_empty() {
            return;
        }
        self.out.extend_from_slice(b"/Artifact BMC\n");
        let mut weight = None;
        for stroke in &page.strokes {
            if weight != Some(stroke.weight) {
                self.numbers(&[centi(stroke.weight)], b"w\n");
                weight = Some(stroke.weight);
            }
            let point = |(x, y): (Pt, Pt)| [centi(x), centi(self.height - y)];
            let (from, to) = (point(stroke.from), point(stroke.to));
            self.numbers(&from, b"m ");
            self.numbers(&to, b"l S\n");
        }
        self.out.extend_from_slice(b"EMC\n");
    }

    /// Opens the marked content that text is to stand in, unless it is open.
    fn mark(&mut self, marked: Marked, page: usize, count: &mut i32, tree: &mut Tree) {
        if self.marked == Some(marked) {
            return;
        }
        self.unmark();
        match marked {
            Marked::Element(element) => {
                let tag = tree.tag(element);
                self.print(format_args!("/{tag} <</MCID {count}>> BDC\n"));
                tree.add(element, Kid::Content { page: small(page), id: *count });
                *count += 1;
            }
            Marked::Furniture => self.out.extend_from_slice(b"/Artifact <</Type /Pagination>> BDC\n"),
        }
        self.marked = Some(marked);
    }

    fn unmark(&mut self) {
        if self.marked.take().is_some() {
            self.out.extend_from_slice(b"EMC\n");
        }
    }

    fn span(&mut self, span: &Span, line: &TextLine, faces: &mut Faces, space: bool) {
        if self.font != Some((span.face, span.size)) {
            self.print(format_args!("/{} ", resource(span.face)));
            self.numbers(&[centi(span.size)], b"Tf\n");
            self.font = Some((span.face, span.size));
        }
        let (x, y) = (centi(span.x), centi(self.height - line.baseline));
        self.numbers(&[x - self.at.0, y - self.at.1], b"Td\n");
        self.at = (x, y);
        if span.stretch.0 == 0.0 {
            self.string(&span.text, space, span.face, faces);
            self.out.extend_from_slice(b" Tj\n");
            return;
        }
        // Spaces are widened one by one, in thousandths of the type size to the left: word spacing does nothing on
        // fonts of two-byte codes.
        let mut widen = Vec::new();
        decimal((-span.stretch.0 * 100_000.0 / span.size.0).round() as i64, &mut widen);
        self.out.push(b'[');
        let mut words = span.text.split_inclusive(' ').peekable();
        while let Some(word) = words.next() {
            self.string(word, space && words.peek().is_none(), span.face, faces);
            if word.ends_with(' ') {
                self.out.extend_from_slice(&widen);
            }
        }
        self.out.extend_from_slice(b"] TJ\n");
    }

    /// A literal string of two-byte codes.
    fn string(&mut self, text: &str, space: bool, face: Face, faces: &mut Faces) {
        self.out.push(b'(');
        for c in text.chars().chain(space.then_some(' ')) {
            for byte in faces.code(face, c).to_be_bytes() {
                match byte {
                    b'(' | b')' | b'\\' => self.out.extend_from_slice(&[b'\\', byte]),
                    // a bare carriage return in a string reads as a line feed
                    b'\r' => self.out.extend_from_slice(b"\\r"),
                    _ => self.out.push(byte),
                }
            }
        }
        self.out.push(b')');
    }

    /// Numbers in hundredths, and what they are for.
    fn numbers(&mut self, hundredths: &[i64], operator: &[u8]) {
        for number in hundredths {
            decimal(*number, &mut self.out);
            self.out.push(b' ');
        }
        self.out.extend_from_slice(operator);
    }

    /// Writing to memory cannot fail.
    fn print(&mut self, text: std::fmt::Arguments) {
        let _ = self.out.write_fmt(text);
    }
}

/// Writes hundredths as a decimal number without needless digits: 1450 is "14.5". A page has thousands of them.
fn decimal(hundredths: i64, out: &mut Vec<u8>) {
    if hundredths < 0 {
        out.push(b'-');
    }
    let (mut whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let digit = |number: u64| b'0' + (number % 10) as u8;
    let first = out.len();
    loop {
        out.push(digit(whole));
        whole /= 10;
        if whole == 0 {
            break;
        }
    }
    out[first..].reverse();
    if part > 0 {
        out.extend_from_slice(&[b'.', digit(part / 10)]);
    }
    if part % 10 > 0 {
        out.push(digit(part));
    }
}

fn centi(length: Pt) -> i64 {
    (length.0 * 100.0).round() as i64
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn numbers_are_written_short_and_exact() {
        let shown = [0, 5, 1450, 1405, -7, -1200].map(|n| {
            let mut out = Vec::new();
            decimal(n, &mut out);
            String::from_utf8(out).unwrap_or_default()
        });
        assert_eq!(shown, ["0", "0.05", "14.5", "14.05", "-0.07", "-12"]);
    }
}
