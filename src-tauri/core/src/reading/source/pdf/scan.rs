//! A scanned page → its picture → words and rules where they stand, as if the file had had them.
//!
//! Tables are cut into their columns along the ruled lines before the letters are recognised: read across, the lines
//! of neighbouring cells would run together.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};

use super::grid::{self, Grid};
use super::page::{Page, Rule, Word};
use super::strokes;
use crate::reading::scan::{Picture, Recognise, ScanError, Seen, seen};

/// Dots to an inch: what tesseract reads well (300 is hardly better, and takes twice the time).
const RESOLUTION: u32 = 200;
/// A page of more dots is drawn coarser; an A3 page has 8 million.
const MOST_DOTS: f32 = 24e6;
/// Below this the recognition says that it is guessing.
pub(super) const UNSURE: f32 = 55.0;

/// What was recognised on a page.
pub(super) struct Recognised {
    pub words: Vec<Word>,
    pub across: Vec<Rule>,
    pub down: Vec<Rule>,
    /// Words of which the recognition is unsure.
    pub unsure: Vec<String>,
}

/// Draws a page and has its letters recognised.
///
/// # Errors
/// What `recognise` gives.
pub(super) fn recognised(
    page: &hayro_syntax::page::Page<'_>,
    number: u32,
    recognise: &mut Recognise<'_>,
) -> Result<Recognised, ScanError> {
    let mut picture = drawn(page);
    #[allow(clippy::cast_precision_loss)]
    let point = 72.0 / picture.resolution as f32;
    let ruled = strokes::take_rules(&mut picture);
    let scaled = |rules: Vec<Rule>| -> Vec<Rule> {
        rules.iter().map(|r| Rule { at: r.at * point, from: r.from * point, to: r.to * point }).collect()
    };
    let (across, down) = (scaled(ruled.across), scaled(ruled.down));
    let (width, height) = page.render_dimensions();
    let blank = Page { number, width, height, across: across.clone(), down: down.clone(), ..Page::default() };
    let mut words: Vec<(Seen, (f32, f32))> = Vec::new();
    for grid in grid::grids(&blank) {
        for strip in strips(&grid) {
            let [left, top, right, bottom] = strip.map(|edge| edge / point);
            let Some((part, at)) = picture.cut(left + 2.0, top + 2.0, right - 2.0, bottom - 2.0) else { continue };
            let found = seen(&recognise(&part)?);
            words.extend(found.into_iter().map(|word| (word, at)));
        }
    }
    if picture.has_ink() {
        words.extend(seen(&recognise(&picture)?).into_iter().map(|word| (word, (0.0, 0.0))));
    }
    let unsure = words.iter().filter(|(w, _)| w.sure < UNSURE && w.text.chars().any(char::is_alphanumeric));
    let unsure = unsure.map(|(word, _)| word.text.clone()).collect();
    Ok(Recognised { words: placed(&words, point), across, down, unsure })
}

fn drawn(page: &hayro_syntax::page::Page<'_>) -> Picture {
    let (width, height) = page.render_dimensions();
    #[allow(clippy::cast_precision_loss)]
    let wanted = RESOLUTION as f32 / 72.0;
    let scale = wanted.min((MOST_DOTS / (width * height).max(1.0)).sqrt()).min(60_000.0 / width.max(height).max(1.0));
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let pixmap = hayro::render(page, &RenderCache::new(), &InterpreterSettings::default(), &RenderSettings::default(), &settings);
    let dots = pixmap.data_as_u8_slice().chunks_exact(4);
    let tone = |dot: &[u8]| {
        let [red, green, blue] = [dot[0], dot[1], dot[2]].map(u32::from);
        u8::try_from((red * 299 + green * 587 + blue * 114) / 1000).unwrap_or(255)
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let resolution = (scale * 72.0).round().max(1.0) as u32;
    Picture {
        width: u32::from(pixmap.width()),
        height: u32::from(pixmap.height()),
        grey: dots.map(tone).collect(),
        resolution,
        one_column: false,
    }
}

impl Picture {
    /// Takes a part out, leaving white behind, and says where its top left was; `None` if it is blank.
    fn cut(&mut self, left: f32, top: f32, right: f32, bottom: f32) -> Option<(Self, (f32, f32))> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let at = |edge: f32, most: u32| (edge.max(0.0) as u32).min(most);
        let (left, right) = (at(left, self.width), at(right, self.width));
        let (top, bottom) = (at(top, self.height), at(bottom, self.height));
        if right <= left || bottom <= top {
            return None;
        }
        /// White around the letters: tesseract loses what touches the edge.
        const MARGIN: u32 = 12;
        let (width, height) = (right - left + 2 * MARGIN, bottom - top + 2 * MARGIN);
        let size = |count: u32| usize::try_from(count).unwrap_or(0);
        let mut grey = vec![255; size(width) * size(height)];
        for row in top..bottom {
            let from = size(row) * size(self.width) + size(left);
            let source = self.grey.get_mut(from..from + size(right - left))?;
            let to = size(row - top + MARGIN) * size(width) + size(MARGIN);
            grey[to..to + source.len()].copy_from_slice(source);
            source.fill(255);
        }
        let part = Self { width, height, grey, resolution: self.resolution, one_column: true };
        #[allow(clippy::cast_precision_loss)]
        let corner = (left as f32 - MARGIN as f32, top as f32 - MARGIN as f32);
        part.has_ink().then_some((part, corner))
    }

    /// More than specks of dirt.
    fn has_ink(&self) -> bool {
        self.grey.iter().filter(|dot| **dot < 120).count() > 25
    }
}

/// The cells of a grid, those of one column that stand on each other joined; merged ones by themselves.
fn strips(grid: &Grid) -> Vec<[f32; 4]> {
    let mut strips: Vec<[f32; 4]> = Vec::new();
    for cell in grid.cells() {
        let on = |strip: &&mut [f32; 4]| {
            (strip[0] - cell[0]).abs() < 1.0 && (strip[2] - cell[2]).abs() < 1.0 && (strip[3] - cell[1]).abs() < 1.0
        };
        match strips.iter_mut().find(on) {
            Some(strip) => strip[3] = cell[3],
            None => strips.push(cell),
        }
    }
    strips
}

/// Words as of a page: lines get a baseline and a type size from the letters that stand on them.
fn placed(words: &[(Seen, (f32, f32))], point: f32) -> Vec<Word> {
    let lines: Vec<&[(Seen, (f32, f32))]> = words.chunk_by(|a, b| a.0.line == b.0.line && a.1 == b.1).collect();
    let measured: Vec<(f32, f32)> = lines.iter().map(|line| measure(line)).collect();
    let mut sizes: Vec<f32> = measured.iter().map(|(_, size)| size * point).collect();
    sizes.sort_by(f32::total_cmp);
    let usual = sizes.get(sizes.len() / 2).copied().unwrap_or(12.0);
    let mut out = Vec::new();
    for (line, (base, size)) in lines.iter().zip(measured) {
        let size = size * point;
        // measured from dots, sizes scatter: what is near the usual one is of that size
        let size = if (size / usual - 1.0).abs() < 0.2 { usual } else { size };
        for (word, (x, y)) in *line {
            out.push(Word {
                text: word.text.clone(),
                left: (word.left + x) * point,
                right: (word.right + x) * point,
                base: (base + y) * point,
                size,
                bold: false,
                italic: false,
            });
        }
    }
    out
}

/// Baseline and type size of a line in dots.
fn measure(line: &[(Seen, (f32, f32))]) -> (f32, f32) {
    let middle = |mut values: Vec<f32>| {
        values.sort_by(f32::total_cmp);
        values.get(values.len() / 2).copied()
    };
    let plain = |text: &str| crate::text::fold(text);
    let hangs = |text: &str| {
        let below = |c: char| "ạặậẹệịọộợụựỵẠẶẬẸỆỊỌỘỢỤỰỴgpqyjQ,;()[]|/".contains(c) || plain(&c.to_string()) == "y";
        text.chars().any(below)
    };
    let bottoms: Vec<f32> = line.iter().filter(|(w, _)| !hangs(&w.text)).map(|(w, _)| w.bottom).collect();
    let lowest = line.iter().map(|(w, _)| w.bottom).fold(0.0, f32::max);
    let highest = line.iter().map(|(w, _)| w.top).fold(f32::INFINITY, f32::min);
    let base = middle(bottoms).unwrap_or(lowest - 0.2 * (lowest - highest));
    let size = |(word, _): &(Seen, (f32, f32))| {
        let above = (base - word.top).max(1.0);
        let share = |c: char| match () {
            () if c.is_uppercase() && !c.is_ascii() && c != 'Đ' => 0.88,
            () if c.is_uppercase() || c.is_ascii_digit() || "bdfhklđt".contains(c) => 0.67,
            () if c.is_lowercase() && !c.is_ascii() => 0.66,
            () if c.is_lowercase() => 0.46,
            () => 0.0,
        };
        let tallest = word.text.chars().map(share).fold(0.0, f32::max);
        (tallest > 0.0).then(|| above / tallest)
    };
    let size = middle(line.iter().filter_map(size).collect()).unwrap_or(lowest - highest);
    (base, size)
}
