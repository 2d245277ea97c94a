//! Boxes → pages: as many as fit, ending only where a page may end.

use super::boxes::{Box, Column, Drawn, Flow};
use super::fonts::{Fonts, LayoutError};
use super::{Layout, Mark, OutlineEntry, Page, SignatureField};
use crate::document::{Orientation, Pt, StyleName, StyleSheet};

/// A part on its way to its pages.
pub(super) struct Dealing<'a> {
    pub flow: Flow,
    /// What stands above the text of its first page, in its place on the page.
    pub above: Drawn,
    pub orientation: Orientation,
    pub sheet: &'a StyleSheet,
    pub fonts: &'a Fonts,
    /// What is known of the pages dealt so far.
    pub layout: &'a mut Layout,
    /// How many there are, of all parts and of this one.
    pub count: &'a mut usize,
    pub number: u32,
    /// Takes each page as soon as it is full.
    pub take: &'a mut dyn FnMut(Page),
}

impl Dealing<'_> {
    /// Deals what is left of the part out to its last pages; a part without any box still has one.
    pub fn deal(&mut self) -> Result<(), LayoutError> {
        self.deal_full()?;
        loop {
            let (end, _) = self.page_end();
            self.fill(end)?;
            if self.flow.boxes.is_empty() {
                return Ok(());
            }
        }
    }

    /// Deals out the pages that nothing can be added to. For tables only: paragraphs are still joined to what follows.
    pub fn deal_full(&mut self) -> Result<(), LayoutError> {
        while let (end, true) = self.page_end() {
            self.fill(end)?;
        }
        Ok(())
    }

    /// What is repeated at the top of the next page.
    fn header(&self) -> Option<&Box> {
        let at = self.flow.boxes.first()?.header?;
        self.flow.headers.get(at)
    }

    /// The box before which the next page ends, and whether it is full.
    fn page_end(&self) -> (usize, bool) {
        let boxes = &self.flow.boxes;
        let margins: Pt = (self.sheet.page.top + self.sheet.page.bottom).into();
        // a hair's breadth more, for sums of fractions
        let room = self.sheet.sheet(self.orientation).1 - margins + Pt(0.01);
        let mut used = self.header().map_or(Pt(0.0), |h| h.height);
        let mut end = 0;
        for (at, next) in boxes.iter().enumerate() {
            used += if at == 0 { next.opening_room() + next.height - next.spacing } else { next.before + next.height };
            if used + next.closing_room() > room && at > 0 {
                break;
            }
            end = at + 1;
        }
        if end == boxes.len() {
            return (end, false);
        }
        // Step back to where a page may end; where there is no such place, the page is simply full.
        ((1..=end).rev().find(|at| boxes.get(*at).is_some_and(|b| !b.stays)).unwrap_or(end), true)
    }

    /// Fills the next page with the boxes before `end` and hands it on.
    fn fill(&mut self, end: usize) -> Result<(), LayoutError> {
        let (width, height) = self.sheet.sheet(self.orientation);
        let page = *self.count;
        *self.count += 1;
        self.number += 1;
        let x: Pt = self.sheet.page.left.into();
        let mut y: Pt = self.sheet.page.top.into();
        let mut drawn = std::mem::take(&mut self.above);
        if self.number > 1 {
            self.number_page(self.number, &mut drawn)?;
        }
        if let Some(header) = self.header() {
            let repeated = drawn.lines.len();
            drawn.add(header.drawn.clone(), x, y);
            for line in &mut drawn.lines[repeated..] {
                line.owner = None;
            }
            y += header.height;
        }
        for (at, mut next) in self.flow.boxes.drain(..end).enumerate() {
            // a page begins with letters: neither room above nor wide line spacing
            if at > 0 {
                y += next.before;
            } else {
                y += next.opening_room() - next.spacing;
                drawn.strokes.extend(next.opening.iter().map(|stroke| stroke.moved(x, y)));
            }
            drawn.add(std::mem::take(&mut next.drawn), x, y);
            if at + 1 == end {
                drawn.strokes.extend(next.closing.iter().map(|stroke| stroke.moved(x, y)));
            }
            if let Some((title, level)) = next.heading.take() {
                self.layout.outline.push(OutlineEntry { title, level, page, y });
            }
            mark(&next, page, y, self.layout);
            y += next.height;
        }
        if let Some(area) = drawn.signature {
            self.layout.signature = Some(SignatureField { page, area });
        }
        let part = self.layout.parts.len() - 1;
        (self.take)(Page { width, height, part, number: self.number, lines: drawn.lines, strokes: drawn.strokes });
        Ok(())
    }

    /// Rule P3: centred in the top margin, not on a part's first page.
    fn number_page(&self, number: u32, drawn: &mut Drawn) -> Result<(), LayoutError> {
        let style = self.sheet.style(StyleName::PageNumber);
        let room = self.sheet.text_width_of(self.orientation);
        let column = Column::new(self.fonts, style, self.sheet.page.left.into(), room);
        column.draw(&number.to_string(), drawn, self.sheet.page.header.into())?;
        Ok(())
    }
}

/// Notes where something of the plan stands, joining neighbours on the same page.
fn mark(next: &Box, page: usize, y: Pt, layout: &mut Layout) {
    let Some(place) = next.place else { return };
    let bottom = y + next.height;
    match layout.marks.last_mut() {
        Some(last) if last.place == place && last.page == page => last.bottom = bottom,
        _ => layout.marks.push(Mark { place, page, top: y, bottom }),
    }
}
