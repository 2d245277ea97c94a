//! Boxes: what stands between two places where a page may end, and the tools to fill one.

use super::breaking::{self, Piece, Placed};
use super::fonts::{Face, Fonts, LayoutError};
use super::{Area, Place, Span, Stroke, TextLine};
use crate::document::{Align, Pt, Style, StyleSheet};

/// What is drawn, from the box's top left corner.
#[derive(Debug, Clone, Default)]
pub(super) struct Drawn {
    pub lines: Vec<TextLine>,
    pub strokes: Vec<Stroke>,
    /// Where the official signs.
    pub signature: Option<Area>,
}

/// A box: never parted.
#[derive(Debug, Clone, Default)]
pub(super) struct Box {
    /// Room above; falls away at the top of a page.
    pub before: Pt,
    /// Its own height.
    pub height: Pt,
    /// What of its height is line spacing above the letters; falls away there too.
    pub spacing: Pt,
    pub drawn: Drawn,
    /// A page may not begin with it.
    pub stays: bool,
    /// A line of running text, as rule K1 counts them.
    pub running: bool,
    /// Begins a paragraph.
    pub opens: bool,
    /// Index in [`Flow::headers`] of what is repeated above it at the top of a page.
    pub header: Option<usize>,
    /// Drawn in addition where a page ends after it: the lower edge of a row that goes on.
    pub closing: Vec<Stroke>,
    /// Drawn in addition, above it, where a page begins with it: the sides of a row that goes on.
    pub opening: Vec<Stroke>,
    /// Room that `closing` takes below it, and `opening` above.
    pub margin: Pt,
    /// What of the plan it shows.
    pub place: Option<Place>,
    /// Title and level, where a heading begins.
    pub heading: Option<(String, u8)>,
}

/// Boxes of a part from top to bottom, those that stand on no page yet.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub boxes: Vec<Box>,
    /// Index of the block in hand.
    pub block: usize,
    /// Header rows of its tables.
    pub headers: Vec<Box>,
    /// The last box wants the next one on its page.
    pub keep: bool,
    /// Room below the last box.
    pub after: Pt,
}

impl Box {
    /// Room above it where a page begins with it.
    pub fn opening_room(&self) -> Pt {
        if self.opening.is_empty() { Pt(0.0) } else { self.margin }
    }

    /// Room below it where a page ends after it.
    pub fn closing_room(&self) -> Pt {
        if self.closing.is_empty() { Pt(0.0) } else { self.margin }
    }
}

impl Flow {
    /// Adds a box below the others.
    pub fn push(&mut self, mut next: Box) {
        for line in &mut next.drawn.lines {
            line.owner.get_or_insert_default().block = self.block;
        }
        next.before += std::mem::take(&mut self.after);
        next.stays |= std::mem::take(&mut self.keep);
        self.boxes.push(next);
    }
}

impl Drawn {
    /// Takes another drawing in, moved.
    pub fn add(&mut self, other: Self, dx: Pt, dy: Pt) {
        for mut line in other.lines {
            line.baseline += dy;
            line.spans.iter_mut().for_each(|span| span.x += dx);
            self.lines.push(line);
        }
        self.strokes.extend(other.strokes.iter().map(|stroke| stroke.moved(dx, dy)));
        if let Some(area) = other.signature {
            self.signature = Some(area.moved(dx, dy));
        }
    }
}

impl TextLine {
    pub(super) fn lowered(self, dy: Pt) -> Self {
        Self { baseline: self.baseline + dy, ..self }
    }
}

impl Stroke {
    pub(super) fn moved(&self, dx: Pt, dy: Pt) -> Self {
        let by = |(x, y): (Pt, Pt)| (x + dx, y + dy);
        Self { from: by(self.from), to: by(self.to), weight: self.weight }
    }

    pub(super) fn level(x: Pt, y: Pt, length: Pt, weight: Pt) -> Self {
        Self { from: (x, y), to: (x + length, y), weight }
    }

    pub(super) fn upright(x: Pt, y: Pt, length: Pt, weight: Pt) -> Self {
        Self { from: (x, y), to: (x, y + length), weight }
    }
}

impl Area {
    pub(super) fn moved(&self, dx: Pt, dy: Pt) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..*self }
    }
}

/// Lines of one style set in a column.
pub(super) struct Column<'a> {
    pub fonts: &'a Fonts,
    pub style: Style,
    pub align: Align,
    /// Left edge.
    pub x: Pt,
    /// Width.
    pub room: Pt,
}

/// A line set in a column, from its own top.
pub(super) struct SetLine {
    pub height: Pt,
    /// What of it is spacing above single.
    pub spacing: Pt,
    /// Length of its text.
    pub width: Pt,
    /// Its text; none where it is blank.
    pub text: Option<TextLine>,
}

impl<'a> Column<'a> {
    /// A column for a style, aligned as the style says.
    pub fn new(fonts: &'a Fonts, style: Style, x: Pt, room: Pt) -> Self {
        Self { fonts, style, align: style.align, x, room }
    }

    /// Breaks and places text in the style's own look.
    pub fn set_plain(&self, text: &str) -> Result<Vec<SetLine>, LayoutError> {
        self.set(&[Piece { text, face: Face::of_style(&self.style), link: None }])
    }

    /// Breaks and places text.
    pub fn set(&self, pieces: &[Piece]) -> Result<Vec<SetLine>, LayoutError> {
        let size = self.style.size;
        let indent: Pt = self.style.indent.into();
        let broken = breaking::lines(pieces, size, self.room - indent, self.room, self.fonts)?;
        let face = Face::of_style(&self.style);
        let single = self.fonts.line_height(face, size);
        let height = whole_twips(single * self.style.leading);
        // What a wider spacing adds stands above the letters, as office programs do it.
        let baseline = height - self.fonts.descent(face, size);
        let lines = broken.lines.iter().enumerate().map(|(at, line)| {
            let indent = if at == 0 { indent } else { Pt(0.0) };
            let span = |Placed { text, face, link, x, width, stretch }| {
                let x = self.x + indent + x;
                Span { x, width, size, face, text, stretch, link: link.map(|link| link.0) }
            };
            let spans: Vec<Span> = broken.place(line, self.align, self.room - indent).into_iter().map(span).collect();
            let goes_on = at + 1 < broken.lines.len() && broken.ends_a_word(line);
            let text = (!spans.is_empty()).then_some(TextLine { baseline, spans, owner: None, goes_on });
            SetLine { height, spacing: height - single, width: line.width, text }
        });
        Ok(lines.collect())
    }

    /// Sets text in its plain look below `y` and gives back where it ends and how long its last line is.
    pub fn draw(&self, text: &str, drawn: &mut Drawn, mut y: Pt) -> Result<(Pt, Pt), LayoutError> {
        let mut width = Pt(0.0);
        for line in self.set_plain(text)? {
            drawn.lines.extend(line.text.map(|text| text.lowered(y)));
            y += line.height;
            width = line.width;
        }
        Ok((y, width))
    }

    /// Draws a rule `length` long, centred in the column below `y`; gives back where it ends.
    pub fn rule(&self, length: Pt, sheet: &StyleSheet, drawn: &mut Drawn, y: Pt) -> Pt {
        let x = self.x + (self.room - length) * 0.5;
        drawn.strokes.push(Stroke::level(x, y + sheet.rule_gap, length, sheet.rule_weight));
        y + rule_height(sheet)
    }
}

/// Office programs count heights in whole twentieths of a point and drop the rest; pages that are to end where theirs do
/// must add up the same.
fn whole_twips(height: Pt) -> Pt {
    Pt((height.0 * 20.0 + 1e-6).floor() / 20.0)
}

/// Height a drawn rule takes with its distances.
pub(super) fn rule_height(sheet: &StyleSheet) -> Pt {
    sheet.rule_gap * 2.0 + sheet.rule_weight
}
