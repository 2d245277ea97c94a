//! Boxes → pages: as many as fit, ending only where a page may end.

use super::boxes::{Box, Column, Drawn, Flow};
use super::fonts::{Fonts, LayoutError};
use super::{Layout, Mark, OutlineEntry, Page, SignatureField};
use crate::document::{Orientation, Pt, StyleName, StyleSheet};

/// A part on its way to its pages.
pub(super) struct Dealing<'a> {
    pub flow: &'a Flow,
    pub orientation: Orientation,
    pub sheet: &'a StyleSheet,
    pub fonts: &'a Fonts,
}

impl Dealing<'_> {
    /// Deals the part's boxes out to new pages; a part without any still has one.
    pub fn deal(&self, layout: &mut Layout) -> Result<(), LayoutError> {
        layout.parts.push(layout.pages.len());
        let mut first = 0;
        for number in 1.. {
            let end = self.page_end(first);
            self.fill(first, end, number, layout)?;
            first = end;
            if first >= self.flow.boxes.len() {
                break;
            }
        }
        Ok(())
    }

    /// What is repeated at the top of a page that begins with this box.
    fn header(&self, first: usize) -> Option<&Box> {
        let at = self.flow.boxes.get(first)?.header?;
        self.flow.headers.get(at)
    }

    /// The box before which a page that begins with `first` ends.
    fn page_end(&self, first: usize) -> usize {
        let boxes = &self.flow.boxes;
        let margins: Pt = (self.sheet.page.top + self.sheet.page.bottom).into();
        // a hair's breadth more, for sums of fractions
        let room = self.sheet.sheet(self.orientation).1 - margins + Pt(0.01);
        let mut used = self.header(first).map_or(Pt(0.0), |h| h.height);
        let mut end = first;
        for (at, next) in boxes.iter().enumerate().skip(first) {
            used += if at == first { next.opening_room() + next.height - next.spacing } else { next.before + next.height };
            if used + next.closing_room() > room && at > first {
                break;
            }
            end = at + 1;
        }
        if end == boxes.len() {
            return end;
        }
        // Step back to where a page may end; where there is no such place, the page is simply full.
        (first + 1..=end).rev().find(|at| boxes.get(*at).is_some_and(|b| !b.stays)).unwrap_or(end)
    }

    fn fill(&self, first: usize, end: usize, number: u32, layout: &mut Layout) -> Result<(), LayoutError> {
        let (width, height) = self.sheet.sheet(self.orientation);
        let page = layout.pages.len();
        let x: Pt = self.sheet.page.left.into();
        let mut y: Pt = self.sheet.page.top.into();
        let mut drawn = Drawn::default();
        if number > 1 {
            self.number_page(number, &mut drawn)?;
        }
        if let Some(header) = self.header(first) {
            let repeated = drawn.lines.len();
            header.drawn.draw_into(&mut drawn, x, y);
            for line in &mut drawn.lines[repeated..] {
                line.owner = None;
            }
            y += header.height;
        }
        for (at, next) in self.flow.boxes.iter().enumerate().take(end).skip(first) {
            // a page begins with letters: neither room above nor wide line spacing
            if at > first {
                y += next.before;
            } else {
                y += next.opening_room() - next.spacing;
                drawn.strokes.extend(next.opening.iter().map(|stroke| stroke.moved(x, y)));
            }
            next.drawn.draw_into(&mut drawn, x, y);
            if at + 1 == end {
                drawn.strokes.extend(next.closing.iter().map(|stroke| stroke.moved(x, y)));
            }
            if let Some((title, level)) = &next.heading {
                layout.outline.push(OutlineEntry { title: title.clone(), level: *level, page, y });
            }
            mark(next, page, y, layout);
            y += next.height;
        }
        if let Some(area) = drawn.signature {
            layout.signature = Some(SignatureField { page, area });
        }
        layout.pages.push(Page { width, height, number, lines: drawn.lines, strokes: drawn.strokes });
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
