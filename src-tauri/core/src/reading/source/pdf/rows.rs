//! Words → printed rows → paragraphs of a cell. Columns that stand side by side are found in [`super::columns`].

use super::page::Word;
use crate::reading::wrap;

/// Words printed on one line, from left to right.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Row {
    pub words: Vec<Word>,
    pub left: f32,
    pub right: f32,
    pub top: f32,
    pub bottom: f32,
    /// Baseline of its largest type.
    pub base: f32,
    /// Its largest type size.
    pub size: f32,
}

impl Row {
    /// The row of some words; they must be sorted from left to right.
    pub fn of(words: Vec<Word>) -> Self {
        let mut row = Self {
            left: f32::INFINITY,
            right: f32::NEG_INFINITY,
            top: f32::INFINITY,
            bottom: f32::NEG_INFINITY,
            ..Self::default()
        };
        for word in &words {
            row.left = row.left.min(word.left);
            row.right = row.right.max(word.right);
            row.top = row.top.min(word.top());
            row.bottom = row.bottom.max(word.bottom());
            if word.size > row.size {
                row.size = word.size;
                row.base = word.base;
            }
        }
        row.words = words;
        row
    }

    pub fn text(&self) -> String {
        self.words.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    pub fn is_bold(&self) -> bool {
        self.all(|w| w.bold)
    }

    pub fn is_italic(&self) -> bool {
        self.all(|w| w.italic)
    }

    /// Marks without letters or digits have no look of their own.
    fn all(&self, look: impl Fn(&Word) -> bool) -> bool {
        let mut lettered = self.words.iter().filter(|w| w.text.chars().any(char::is_alphanumeric)).peekable();
        lettered.peek().is_some() && lettered.all(look)
    }

    /// Cuts the row where the blank between two words is wider than a printer makes it.
    pub fn parts(&self) -> Vec<Row> {
        let blanks: Vec<f32> = self.words.windows(2).map(|pair| pair[1].left - pair[0].right).collect();
        let mut sorted = blanks.clone();
        sorted.sort_by(f32::total_cmp);
        let usual = sorted.get(sorted.len().saturating_sub(1) / 3).copied().unwrap_or(0.0).max(0.2 * self.size);
        // of a row in columns many blanks are wide, and a row of two words has no usual one
        let usual = if sorted.len() < 3 { 0.3 * self.size } else { usual };
        let wide = (1.2 * self.size).max(2.5 * usual);
        let mut parts: Vec<Vec<Word>> = Vec::new();
        for (index, word) in self.words.iter().enumerate() {
            let cut = index > 0 && blanks[index - 1] > wide && !parts.last().is_some_and(|p| is_label(p));
            match parts.last_mut() {
                Some(part) if !cut => part.push(word.clone()),
                _ => parts.push(vec![word.clone()]),
            }
        }
        parts.into_iter().map(Row::of).collect()
    }
}

/// "-", "1.", "a)", "Điều 2.": what a tab parts from its own text.
fn is_label(words: &[Word]) -> bool {
    let text: String = words.iter().map(|w| w.text.as_str()).collect();
    let mark = matches!(text.as_str(), "-" | "–" | "+" | "•" | "*" | "·" | "");
    let number = words.last().map_or("", |w| w.text.as_str()).trim_end_matches(['.', ')']);
    let counts = |part: &str| {
        let roman = part.chars().all(|c| "IVXLC".contains(c));
        let alone = part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
        !part.is_empty() && (roman || alone || part.chars().all(|c| c.is_ascii_digit()))
    };
    mark || (text.chars().count() <= 12 && text.ends_with(['.', ')']) && number.split('.').all(counts))
}

/// Gathers words into rows, from top to bottom. Raised and lowered small type belongs to the row it overlaps.
pub(super) fn rows(mut words: Vec<Word>) -> Vec<Row> {
    words.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
    let mut open: Vec<(f32, f32, Vec<Word>)> = Vec::new();
    for word in words {
        let (top, bottom) = (word.top(), word.bottom());
        let fits = |row: &(f32, f32, Vec<Word>)| {
            let shared = row.1.min(bottom) - row.0.max(top);
            shared >= 0.55 * (row.1 - row.0).min(bottom - top)
        };
        match open.iter_mut().rev().take(3).find(|row| fits(row)) {
            Some(row) => {
                if bottom - top > row.1 - row.0 {
                    (row.0, row.1) = (top, bottom);
                }
                row.2.push(word);
            }
            None => open.push((top, bottom, vec![word])),
        }
    }
    let sorted = |mut words: Vec<Word>| {
        words.sort_by(|a, b| a.left.total_cmp(&b.left));
        Row::of(words)
    };
    let mut rows: Vec<Row> = open.into_iter().map(|(_, _, words)| sorted(words)).collect();
    rows.sort_by(|a, b| a.base.total_cmp(&b.base));
    rows
}

/// A number or code wider than its cell is cut where the cell ends ("30/11/202" + "6"): it stands alone on its row,
/// fills it, and its rest follows without a blank.
fn cut_word(above: &Row, below: &Row, edges: (f32, f32)) -> bool {
    let ([cut], Some(rest)) = (above.words.as_slice(), below.words.first()) else { return false };
    let letters = cut.text.chars().count().max(1);
    #[allow(clippy::cast_precision_loss)]
    let letter = (cut.right - cut.left) / letters as f32;
    let inset = (cut.left - edges.0).clamp(0.0, 8.0);
    let full = cut.right + 1.2 * letter > edges.1 - inset;
    let coded = cut.text.chars().any(|c| c.is_ascii_digit()) && letters > 2;
    let goes_on = rest.text.starts_with(char::is_alphanumeric) && cut.text.ends_with(char::is_alphanumeric);
    full && coded && goes_on
}

/// Joins the rows of a cell that runs from `edges.0` to `edges.1`: a row that ended before its cell was full ends a
/// paragraph if the next begins like one (numbers kept together with their words leave blanks too), and so does a row
/// before an item of a list.
pub(super) fn paragraphs(rows: &[Row], edges: (f32, f32)) -> Vec<String> {
    let inset = rows.iter().map(|r| r.left).reduce(f32::min).map_or(0.0, |left| (left - edges.0).clamp(0.0, 12.0));
    let middle = f32::midpoint(edges.0, edges.1);
    let centred = rows.len() > 1
        && rows.iter().all(|r| (f32::midpoint(r.left, r.right) - middle).abs() < 2.5)
        && rows.iter().any(|r| r.left - edges.0 > inset + 2.5);
    let room = edges.1 - edges.0 - 2.0 * if centred { 5.4_f32.min(inset) } else { inset };
    let listed = rows.first().is_some_and(|r| wrap::is_item(&r.text()));
    let mut out: Vec<String> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let text = row.text();
        let Some(above) = index.checked_sub(1).map(|i| &rows[i]) else {
            out.push(text);
            continue;
        };
        let taken = if centred { above.right - above.left } else { above.right - edges.0 - inset };
        let first = row.words.first().map_or(0.0, |w| w.right - w.left);
        let would_fit = taken + 0.25 * row.size + first < room - 1.5;
        let begins = text.starts_with(|c: char| !c.is_lowercase() && !c.is_ascii_digit());
        let item = wrap::is_item(&text) && (listed || above.text().ends_with([';', '.', ':', ',']));
        match out.last_mut() {
            Some(last) if cut_word(above, row, edges) => last.push_str(&text),
            Some(last) if !(item || would_fit && begins) => *last = wrap::joined(last, &text),
            _ => out.push(text),
        }
    }
    out
}
