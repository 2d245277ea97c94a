//! One page as it is printed: words with their boxes, and rules. Points from the top left, downwards.
//!
//! Knows glyphs and strokes only; what stands together is decided by the other files of this folder.

use pdf_oxide::PdfDocument;
use pdf_oxide::elements::{PathContent, PathOperation};
use pdf_oxide::layout::TextChar;

use crate::text::normalise;

/// A word: glyphs on one baseline with no space between.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    pub text: String,
    pub left: f32,
    pub right: f32,
    /// Baseline.
    pub base: f32,
    /// Type size.
    pub size: f32,
    pub bold: bool,
    pub italic: bool,
}

impl Word {
    pub fn top(&self) -> f32 {
        self.base - 0.75 * self.size
    }

    pub fn bottom(&self) -> f32 {
        self.base + 0.25 * self.size
    }
}

/// A straight rule: where it lies, and from where to where it runs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    pub at: f32,
    pub from: f32,
    pub to: f32,
}

/// A page.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Page {
    /// Counted from 1.
    pub number: u32,
    pub width: f32,
    pub height: f32,
    pub words: Vec<Word>,
    pub across: Vec<Rule>,
    pub down: Vec<Rule>,
}

/// Strokes thicker than this are areas, not rules.
const THICKEST: f32 = 3.0;
/// Strokes shorter than this are dots and dashes.
const SHORTEST: f32 = 4.0;

impl Page {
    /// Reads page `index` (from 0); a page that cannot be read comes empty.
    pub fn read(pdf: &PdfDocument, index: usize) -> Self {
        let chars = pdf.extract_chars(index).unwrap_or_default();
        let paths = pdf.extract_paths(index).unwrap_or_default();
        let (x0, y0, x1, y1) = pdf.get_page_media_box(index).unwrap_or((0.0, 0.0, 595.0, 842.0));
        let held = |direction: i32| {
            let (width, height) = ((x1 - x0).abs(), (y1 - y0).abs());
            let turned = Turned { left: x0.min(x1), top: y0.max(y1), direction, width, height };
            let sideways = direction % 180 == 90;
            let mut rules = Rules::default();
            paths.iter().for_each(|path| rules.add(path, &turned));
            Self {
                number: u32::try_from(index + 1).unwrap_or(u32::MAX),
                width: if sideways { height } else { width },
                height: if sideways { width } else { height },
                words: words(glyphs(&chars, &turned)),
                across: merged(rules.across),
                down: merged(rules.down),
            }
        };
        match direction(&chars) {
            // which side is up does not come out of every file rightly: words do not begin with small letters
            // and end with capitals
            90 | 270 => [held(90), held(270)].into_iter().max_by_key(Self::sense).unwrap_or_default(),
            direction => held(direction),
        }
    }

    /// How many words look as if read forwards, less those that look as if read backwards.
    fn sense(&self) -> i32 {
        let closes = |c: char| matches!(c, '.' | ',' | ';' | ':' | ')') || c.is_lowercase();
        let opens = |c: char| c == '(' || c.is_uppercase();
        let sense = |word: &Word| {
            let mut ends = word.text.chars();
            let (Some(first), Some(last)) = (ends.next(), ends.next_back()) else { return 0 };
            i32::from(opens(first) && closes(last)) - i32::from(opens(last) && closes(first))
        };
        self.words.iter().map(sense).sum()
    }
}

/// Page `index` (from 0) shows a picture and no text.
pub(super) fn is_picture(pdf: &PdfDocument, index: usize) -> bool {
    let pictured = pdf.page_image_handles(index).is_ok_and(|pictures| !pictures.is_empty());
    pictured && Page::read(pdf, index).words.is_empty()
}

/// How the file's coordinates (upwards) become the page as one holds it to read: a table set sideways is turned.
struct Turned {
    left: f32,
    top: f32,
    /// Degrees by which most of the text is turned to the left: 0, 90, 180 or 270.
    direction: i32,
    width: f32,
    height: f32,
}

impl Turned {
    fn point(&self, x: f32, y: f32) -> (f32, f32) {
        let (x, y) = (x - self.left, self.top - y);
        match self.direction {
            90 => (self.height - y, x),
            180 => (self.width - x, self.height - y),
            270 => (y, self.width - x),
            _ => (x, y),
        }
    }
}

/// Degrees by which a glyph is turned to the left, 0 to 360.
fn angle(glyph: &TextChar) -> f32 {
    glyph.matrix.map_or(glyph.rotation_degrees, |m| m[1].atan2(m[0]).to_degrees()).rem_euclid(360.0)
}

fn direction(chars: &[TextChar]) -> i32 {
    let along = |turn: f32| chars.iter().filter(|c| apart(angle(c), turn) < 3.0).count();
    let turns = [(0, along(0.0)), (90, along(90.0)), (180, along(180.0)), (270, along(270.0))];
    // of equals the first: text is upright unless most of it is not
    turns.iter().rev().max_by_key(|(_, count)| *count).map_or(0, |(turn, _)| *turn)
}

/// Degrees between two angles.
fn apart(a: f32, b: f32) -> f32 {
    let between = (a - b).rem_euclid(360.0);
    between.min(360.0 - between)
}

struct Glyph {
    sign: char,
    left: f32,
    right: f32,
    base: f32,
    size: f32,
    bold: bool,
    italic: bool,
}

/// Glyphs that stand upright on the printed page; watermarks across it and notes up its edge are left out.
fn glyphs(chars: &[TextChar], turned: &Turned) -> Vec<Glyph> {
    let sideways = turned.direction % 180 == 90;
    let upright = |c: &&TextChar| {
        let angle = angle(c);
        let along = |turn: f32| apart(angle, turn) < 3.0;
        match turned.direction {
            180 => along(180.0),
            _ if sideways => along(90.0) || along(270.0),
            _ => along(0.0),
        }
    };
    let glyph = |c: &TextChar| {
        let (left, base) = turned.point(c.origin_x, c.origin_y);
        let name = c.font_name.to_lowercase();
        Glyph {
            sign: c.char,
            left,
            right: left + c.advance_width.max(0.0),
            base,
            size: c.font_size.abs().max(1.0),
            bold: c.font_weight.is_bold() || name.contains("bold"),
            italic: c.is_italic || name.contains("italic") || name.contains("oblique"),
        }
    };
    let known = |g: &Glyph| g.left.is_finite() && g.right.is_finite() && g.base.is_finite() && g.size.is_finite();
    chars.iter().filter(upright).map(glyph).filter(known).collect()
}

/// Joins glyphs of one baseline where no space, printed or left blank, parts them.
fn words(mut glyphs: Vec<Glyph>) -> Vec<Word> {
    glyphs.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut out: Vec<Word> = Vec::new();
    for mut line in runs(glyphs, |first, next| next.base - first.base <= 1.0) {
        line.sort_by(|a, b| a.left.total_cmp(&b.left));
        widened(&mut line);
        let mut open: Option<Word> = None;
        let mut last: Option<(char, f32)> = None;
        for glyph in line {
            // fat letters made by printing twice
            if last.is_some_and(|(sign, left)| sign == glyph.sign && (glyph.left - left).abs() < 0.12 * glyph.size) {
                continue;
            }
            last = Some((glyph.sign, glyph.left));
            let blank = glyph.sign.is_whitespace() || glyph.sign.is_control();
            let apart = open.as_ref().is_some_and(|w| glyph.left - w.right > 0.17 * glyph.size);
            if blank || apart {
                out.extend(open.take());
            }
            if blank {
                continue;
            }
            match &mut open {
                Some(word) => {
                    word.text.push(glyph.sign);
                    word.right = word.right.max(glyph.right);
                    word.bold &= glyph.bold;
                    word.italic &= glyph.italic;
                }
                None => open = Some(begun(&glyph)),
            }
        }
        out.extend(open);
    }
    for word in &mut out {
        word.text = normalise(&word.text);
    }
    out.retain(|w| !w.text.trim().is_empty());
    out
}

/// Glyphs set sideways come without a width: each reaches to the next.
fn widened(line: &mut [Glyph]) {
    for index in 0..line.len() {
        let next = line.get(index + 1).map_or(f32::INFINITY, |glyph| glyph.left);
        let glyph = &mut line[index];
        if glyph.right <= glyph.left {
            glyph.right = next.min(glyph.left + 0.8 * glyph.size);
        }
    }
}

fn begun(glyph: &Glyph) -> Word {
    Word {
        text: glyph.sign.to_string(),
        left: glyph.left,
        right: glyph.right,
        base: glyph.base,
        size: glyph.size,
        bold: glyph.bold,
        italic: glyph.italic,
    }
}

/// Cuts a sorted list into runs: an item stays with the run's first as long as `with` says so.
pub(super) fn runs<T>(items: Vec<T>, with: impl Fn(&T, &T) -> bool) -> Vec<Vec<T>> {
    let mut out: Vec<Vec<T>> = Vec::new();
    for item in items {
        match out.last_mut() {
            Some(run) if run.first().is_some_and(|first| with(first, &item)) => run.push(item),
            _ => out.push(vec![item]),
        }
    }
    out
}

#[derive(Default)]
struct Rules {
    across: Vec<Rule>,
    down: Vec<Rule>,
}

impl Rules {
    fn add(&mut self, path: &PathContent, turned: &Turned) {
        let stroked = path.stroke_color.is_some();
        let mut pen = (0.0, 0.0);
        let mut begun = pen;
        for step in &path.operations {
            match *step {
                PathOperation::MoveTo(x, y) => {
                    pen = turned.point(x, y);
                    begun = pen;
                }
                PathOperation::LineTo(x, y) => {
                    let to = turned.point(x, y);
                    self.stroke(pen, to, stroked);
                    pen = to;
                }
                PathOperation::CurveTo(.., x, y) => pen = turned.point(x, y),
                PathOperation::ClosePath => {
                    self.stroke(pen, begun, stroked);
                    pen = begun;
                }
                PathOperation::Rectangle(x, y, w, h) => {
                    self.rectangle(turned.point(x, y), turned.point(x + w, y + h), stroked);
                }
            }
        }
        if !stroked {
            let b = &path.bbox;
            self.rectangle(turned.point(b.x, b.y), turned.point(b.x + b.width, b.y + b.height), false);
        }
    }

    fn rectangle(&mut self, a: (f32, f32), b: (f32, f32), stroked: bool) {
        let (left, right, top, bottom) = (a.0.min(b.0), a.0.max(b.0), a.1.min(b.1), a.1.max(b.1));
        if bottom - top <= THICKEST || right - left <= THICKEST {
            self.stroke((left, top), (right, bottom), true);
        } else if stroked {
            for (from, to) in [
                ((left, top), (right, top)),
                ((left, bottom), (right, bottom)),
                ((left, top), (left, bottom)),
                ((right, top), (right, bottom)),
            ] {
                self.stroke(from, to, true);
            }
        }
    }

    /// Outlines of filled areas are no rules of their own: their box is looked at as a whole.
    fn stroke(&mut self, a: (f32, f32), b: (f32, f32), stroked: bool) {
        let (width, height) = ((a.0 - b.0).abs(), (a.1 - b.1).abs());
        if !stroked || !(width + height).is_finite() {
            return;
        }
        if height <= THICKEST && width >= SHORTEST {
            self.across.push(Rule { at: f32::midpoint(a.1, b.1), from: a.0.min(b.0), to: a.0.max(b.0) });
        } else if width <= THICKEST && height >= SHORTEST {
            self.down.push(Rule { at: f32::midpoint(a.0, b.0), from: a.1.min(b.1), to: a.1.max(b.1) });
        }
    }
}

/// Rules on one line that touch become one.
fn merged(mut rules: Vec<Rule>) -> Vec<Rule> {
    rules.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut out = Vec::new();
    for mut line in runs(rules, |first, next| next.at - first.at <= 1.5) {
        line.sort_by(|a, b| a.from.total_cmp(&b.from));
        let mut joined: Vec<Rule> = Vec::new();
        for rule in line {
            match joined.last_mut() {
                Some(last) if rule.from <= last.to + 3.0 => last.to = last.to.max(rule.to),
                _ => joined.push(rule),
            }
        }
        out.extend(joined);
    }
    out
}
