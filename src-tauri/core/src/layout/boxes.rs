//! Boxes: what stands between two places where a page may end, and the tools to fill one.

use super::breaking::{self, Piece};
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

/// Boxes of a part from top to bottom.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub boxes: Vec<Box>,
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
        next.before += std::mem::take(&mut self.after);
        next.stays |= std::mem::take(&mut self.keep);
        self.boxes.push(next);
    }

    /// Says of all boxes from `first` on what of the plan they show.
    pub fn place(&mut self, first: usize, place: Place) {
        self.boxes.iter_mut().skip(first).for_each(|next| next.place = Some(place));
    }

    /// Says of the lines of all boxes from `first` on that they belong to a block.
    pub fn own(&mut self, first: usize, block: usize) {
        for line in self.boxes.iter_mut().skip(first).flat_map(|b| &mut b.drawn.lines) {
            line.owner.get_or_insert_default().block = block;
        }
    }
}

impl Drawn {
    /// Moves everything and takes it into another drawing.
    pub fn draw_into(&self, other: &mut Self, dx: Pt, dy: Pt) {
        for line in &self.lines {
            let spans = line.spans.iter().map(|span| Span { x: span.x + dx, ..span.clone() }).collect();
            other.lines.push(TextLine { baseline: line.baseline + dy, spans, owner: line.owner, goes_on: line.goes_on });
        }
        other.strokes.extend(self.strokes.iter().map(|stroke| stroke.moved(dx, dy)));
        if let Some(area) = self.signature {
            other.signature = Some(area.moved(dx, dy));
        }
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
    pub drawn: Drawn,
}

impl<'a> Column<'a> {
    /// A column for a style, aligned as the style says.
    pub fn new(fonts: &'a Fonts, style: Style, x: Pt, room: Pt) -> Self {
        Self { fonts, style, align: style.align, x, room }
    }

    /// The style's own look for a text.
    pub fn plain(&self, text: &str) -> Vec<Piece> {
        vec![Piece { text: text.to_owned(), face: Face::of_style(&self.style), link: None }]
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
        let lines = broken.iter().enumerate().map(|(at, line)| {
            let indent = if at == 0 { indent } else { Pt(0.0) };
            let placed = line.place(self.align, self.room - indent);
            let mut drawn = Drawn::default();
            let mut spans = Vec::new();
            for piece in placed {
                let x = self.x + indent + piece.x;
                let (face, text, link) = (piece.piece.face, piece.piece.text, piece.piece.link.map(|link| link.0));
                spans.push(Span { x, width: piece.width, size, face, text, stretch: piece.stretch, link });
            }
            if !spans.is_empty() {
                let goes_on = at + 1 < broken.len() && line.ends_a_word();
                drawn.lines.push(TextLine { baseline, spans, owner: None, goes_on });
            }
            SetLine { height, spacing: height - single, width: line.width(), drawn }
        });
        Ok(lines.collect())
    }

    /// Sets text in its plain look below `y` and gives back where it ends and how long its last line is.
    pub fn draw(&self, text: &str, drawn: &mut Drawn, mut y: Pt) -> Result<(Pt, Pt), LayoutError> {
        let mut width = Pt(0.0);
        for line in self.set(&self.plain(text))? {
            line.drawn.draw_into(drawn, Pt(0.0), y);
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
