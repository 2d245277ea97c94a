//! One page as it is read: words with their boxes, and rules. Points from the top left, downwards.
//!
//! Knows glyphs and strokes only; what stands together is decided by the other files of this folder.

use super::content::{self, Shown, THICKEST};
use super::fonts::Fonts;
use super::letters;
use crate::text::legacy::{Guess, Legacy};

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
    /// Degrees by which it is turned to the right to be read.
    pub turn: u32,
    pub width: f32,
    pub height: f32,
    pub words: Vec<Word>,
    pub across: Vec<Rule>,
    pub down: Vec<Rule>,
    /// Share of the page that pictures cover.
    pub pictured: f32,
    /// Letters the file does not name.
    pub unknown: usize,
    /// Letters that someone's text recognition laid behind a picture.
    pub recognised: usize,
    /// The words were recognised by this program: those it is unsure of.
    pub ocr: Option<Vec<String>>,
    /// The page draws more than a paper does; it was read in part.
    pub cut_short: bool,
    /// Work it took.
    pub steps: u32,
    /// Fonts from before Unicode whose letters were converted.
    pub fonts: Vec<(Legacy, String)>,
    /// Letters were converted because they tell an encoding.
    pub guessed: Option<Guess>,
}

/// Strokes shorter than this are dots and dashes.
const SHORTEST: f32 = 4.0;

impl Page {
    /// Reads a page; `number` counts from 1. What cannot be read of it is missing. Words are as the file says them until
    /// [`letters::settle`] has seen all pages.
    pub fn read<'a>(page: &hayro_syntax::page::Page<'a>, number: u32, fonts: &mut Fonts<'a>) -> Self {
        let shown = content::shown(page, fonts);
        let (width, height) = page.render_dimensions();
        let turned = Turned { direction: direction(&shown), width, height };
        let sideways = turned.direction % 180 == 90;
        let mut rules = Rules::default();
        for (from, to) in &shown.strokes {
            rules.stroke(turned.point(*from), turned.point(*to));
        }
        Self {
            number,
            turn: u32::try_from(turned.direction.rem_euclid(360)).unwrap_or(0),
            width: if sideways { height } else { width },
            height: if sideways { width } else { height },
            words: words(glyphs(&shown, &turned, fonts)),
            across: merged(rules.across),
            down: merged(rules.down),
            pictured: shown.pictured,
            unknown: shown.unknown,
            recognised: if shown.pictured > 0.5 { shown.invisible } else { 0 },
            cut_short: shown.cut_short,
            steps: shown.steps,
            ocr: None,
            fonts: legacy_fonts(&shown, fonts),
            guessed: None,
        }
    }

    /// The page shows a picture and no text beside a page number or a stamp.
    pub fn is_scan(&self) -> bool {
        let few = if self.pictured > 0.5 { 12 } else { 0 };
        self.ocr.is_none() && self.pictured > 0.02 && self.words.len() <= few
    }
}

/// How the page as it is printed becomes the page as one holds it to read: a table set sideways is turned.
struct Turned {
    /// Degrees by which most of the text is turned to the left: 0, 90, 180 or 270.
    direction: i32,
    width: f32,
    height: f32,
}

impl Turned {
    fn point(&self, (x, y): (f32, f32)) -> (f32, f32) {
        match self.direction {
            90 => (self.height - y, x),
            180 => (self.width - x, self.height - y),
            270 => (y, self.width - x),
            _ => (x, y),
        }
    }
}

/// Where a glyph's line runs: 0, 90 (up the page), 180 or 270; `None` for lines across.
fn runs_to(glyph: &content::Glyph) -> Option<i32> {
    let (x, y) = (glyph.to.0 - glyph.from.0, glyph.to.1 - glyph.from.1);
    match () {
        () if x.abs() < 0.01 && y.abs() < 0.01 => None,
        () if y.abs() <= 0.06 * x.abs() => Some(if x > 0.0 { 0 } else { 180 }),
        () if x.abs() <= 0.06 * y.abs() => Some(if y < 0.0 { 90 } else { 270 }),
        () => None,
    }
}

fn direction(shown: &Shown) -> i32 {
    let mut counts = [(0, 0_usize), (90, 0), (180, 0), (270, 0)];
    for turn in shown.glyphs.iter().filter(|g| !g.sign.is_whitespace()).filter_map(runs_to) {
        counts.iter_mut().filter(|(angle, _)| *angle == turn).for_each(|(_, count)| *count += 1);
    }
    // of equals the first: text is upright unless most of it is not
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(0, |(turn, _)| *turn)
}

struct Glyph {
    sign: char,
    /// Its font's encoding, if that is from before Unicode.
    legacy: Option<Legacy>,
    left: f32,
    right: f32,
    base: f32,
    size: f32,
    bold: bool,
    italic: bool,
}

/// Glyphs that stand upright on the page as it is read; watermarks across it and notes up its edge are left out.
fn glyphs(shown: &Shown, turned: &Turned, fonts: &Fonts<'_>) -> Vec<Glyph> {
    let mut last = turned.direction;
    let mut out = Vec::with_capacity(shown.glyphs.len());
    for glyph in &shown.glyphs {
        // a mark without a width belongs to the letter before it
        let still = glyph.from == glyph.to;
        let runs = if still { last } else { runs_to(glyph).unwrap_or(-1) };
        last = runs;
        let (from, to) = (turned.point(glyph.from), turned.point(glyph.to));
        let known = [from.0, from.1, to.0, glyph.size].iter().all(|n| n.is_finite() && n.abs() < 20_000.0);
        if runs != turned.direction || !known {
            continue;
        }
        let face = fonts.named(glyph.font);
        out.push(Glyph {
            sign: glyph.sign,
            legacy: face.legacy.as_ref().map(|told| told.legacy),
            left: from.0,
            right: to.0.max(from.0),
            base: from.1,
            size: glyph.size.clamp(1.0, 400.0),
            bold: face.bold,
            italic: face.italic,
        });
    }
    out
}

/// The fonts from before Unicode that more than plain letters are set in.
fn legacy_fonts(shown: &Shown, fonts: &Fonts<'_>) -> Vec<(Legacy, String)> {
    let mut found: Vec<(Legacy, String)> = Vec::new();
    for glyph in shown.glyphs.iter().filter(|glyph| !glyph.sign.is_ascii()) {
        if let Some(told) = &fonts.named(glyph.font).legacy
            && !found.iter().any(|(legacy, _)| *legacy == told.legacy)
        {
            found.push((told.legacy, told.font.clone()));
        }
    }
    found
}

/// Joins glyphs of one baseline where no space, printed or left blank, parts them.
fn words(mut glyphs: Vec<Glyph>) -> Vec<Word> {
    glyphs.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut out: Vec<Word> = Vec::new();
    for mut line in runs(glyphs, |first, next| next.base - first.base <= 1.0) {
        line.sort_by(|a, b| a.left.total_cmp(&b.left));
        let mut line_words: Vec<Word> = Vec::new();
        let mut open: Option<Word> = None;
        let mut last: Option<(char, f32)> = None;
        let tcvn3 = line.iter().any(|glyph| glyph.legacy == Some(Legacy::Tcvn3));
        // where in the open word letters of VNI begin
        let mut vni: Option<usize> = None;
        for glyph in line {
            // fat letters made by printing twice
            if last.is_some_and(|(sign, left)| sign == glyph.sign && (glyph.left - left).abs() < 0.12 * glyph.size) {
                continue;
            }
            last = Some((glyph.sign, glyph.left));
            let blank = glyph.sign.is_whitespace() || glyph.sign.is_control();
            let apart = open.as_ref().is_some_and(|w| glyph.left - w.right > 0.17 * glyph.size);
            if blank || apart {
                end_vni(&mut open, &mut vni);
                line_words.extend(open.take());
            }
            if blank {
                continue;
            }
            if glyph.legacy != Some(Legacy::Vni) {
                end_vni(&mut open, &mut vni);
            } else if vni.is_none() {
                vni = Some(open.as_ref().map_or(0, |word| word.text.len()));
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
        end_vni(&mut open, &mut vni);
        line_words.extend(open);
        let mut line_words = unspaced(line_words);
        if tcvn3 {
            letters::recapitalised(&mut line_words);
        }
        out.extend(line_words);
    }
    out
}

/// Converts the letters of VNI that a word ends with.
fn end_vni(open: &mut Option<Word>, from: &mut Option<usize>) {
    if let (Some(word), Some(from)) = (open, from.take()) {
        let text = Legacy::Vni.to_unicode(&word.text[from..]);
        word.text.replace_range(from.., &text);
    }
}

/// Titles set with blanks between their letters ("K Ế   H O Ạ C H") become words again: letters alone, four or more in
/// a row, the blanks between words wider than those between letters.
pub(super) fn unspaced(words: Vec<Word>) -> Vec<Word> {
    let alone = |w: &Word| w.text.chars().count() == 1 && w.text.chars().all(char::is_alphabetic);
    let mut out: Vec<Word> = Vec::new();
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        let spaced = rest.iter().take_while(|w| alone(w)).count();
        if spaced < 4 {
            let (taken, left) = rest.split_at(spaced.max(1));
            out.extend_from_slice(taken);
            rest = left;
            continue;
        }
        let (letters, left) = rest.split_at(spaced);
        rest = left;
        let mut blanks: Vec<f32> = letters.windows(2).map(|pair| pair[1].left - pair[0].right).collect();
        let each = blanks.clone();
        blanks.sort_by(f32::total_cmp);
        let narrow = blanks.get(blanks.len() / 4).copied().unwrap_or(0.0).max(0.05 * letters[0].size);
        let mut at = out.len();
        for (index, letter) in letters.iter().enumerate() {
            let parted = index == 0 || each[index - 1] > 1.6 * narrow;
            match out.get_mut(at).filter(|_| !parted) {
                Some(word) => {
                    word.text.push_str(&letter.text);
                    word.right = letter.right;
                    word.bold &= letter.bold;
                    word.italic &= letter.italic;
                }
                None => {
                    at = out.len();
                    out.push(letter.clone());
                }
            }
        }
    }
    out
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
    /// A stroke, or the thin area between two corners.
    fn stroke(&mut self, a: (f32, f32), b: (f32, f32)) {
        let (width, height) = ((a.0 - b.0).abs(), (a.1 - b.1).abs());
        if !(width + height).is_finite() {
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
