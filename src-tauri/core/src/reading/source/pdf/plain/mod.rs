//! Tables of three columns or more without rules between the columns: blanks run down between these, over rows and pages;
//! lines may be drawn under the rows, or nothing at all.
//!
//! A table begins with a row of three texts or more side by side and goes on as long as no row lies across its blanks, but
//! for titles of groups. Where its rows begin is told by lines drawn across, by numbers in the first column, or by space.

mod begins;
mod blanks;
mod cells;

pub(super) use self::blanks::Gutter;
use self::blanks::{Blanks, blanks};
use super::frame::Frame;
use super::page::Rule;
use super::rows::Row;
use crate::text::{fold, from_roman};

/// Rows further apart than this many type sizes belong to no one table; where a line is drawn between them they may.
const FARTHEST: f32 = 3.0;
const FARTHEST_RULED: f32 = 10.0;
/// Lines of one paragraph stand closer than this many type sizes.
const LOOSE: f32 = 1.4;
/// Fewer rows are no table, and fewer texts side by side no row that begins one.
const FEWEST: usize = 3;
/// More columns are none.
const MOST_COLUMNS: usize = 40;
/// Lines that the title of a group takes at most.
const LONGEST_TITLE: usize = 3;

/// The columns of a table that a page's end may cut.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Columns {
    pub gutters: Vec<Gutter>,
    /// Numbers in the first column tell where rows begin.
    pub numbered: bool,
}

/// A table among the rows of a page: rows `from..to`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plain {
    pub from: usize,
    pub to: usize,
    pub columns: Columns,
    /// For each of its rows, whether it is one text over several columns.
    titles: Vec<bool>,
}

/// What the rows of a stretch of a page stand among.
pub(super) struct Around<'a> {
    pub frame: &'a Frame,
    /// Lines drawn across the page.
    pub rules: &'a [Rule],
    /// Columns of the table that the page before ended in.
    pub carried: Option<&'a Columns>,
}

/// The tables among some rows, from top to bottom.
pub(super) fn tables(rows: &[Row], around: &Around<'_>) -> Vec<Plain> {
    let parts: Vec<usize> = rows.iter().map(|row| row.parts().len()).collect();
    let search = Search { rows, parts: &parts, around };
    let mut out: Vec<Plain> = search.carried().into_iter().collect();
    let mut at = out.first().map_or(0, |table| table.to);
    while at < rows.len() {
        match search.begun(at, out.last().map_or(0, |table| table.to)) {
            Some(table) => {
                at = table.to;
                out.push(table);
            }
            None => at += 1,
        }
    }
    out
}

struct Search<'a> {
    rows: &'a [Row],
    /// Into how many texts each row falls.
    parts: &'a [usize],
    around: &'a Around<'a>,
}

/// Rows that keep the blanks between them.
struct Stretch {
    to: usize,
    blanks: Blanks,
    /// Rows of three texts or more.
    wide: usize,
    titles: Vec<usize>,
}

impl Search<'_> {
    /// The table that begins at row `seed` or shortly above it, not above `free`.
    fn begun(&self, seed: usize, free: usize) -> Option<Plain> {
        if self.parts[seed] < FEWEST {
            return None;
        }
        let gutters: Vec<Gutter> = self.rows[seed].parts().windows(2).map(|pair| (pair[0].right, pair[1].left)).collect();
        if gutters.len() >= MOST_COLUMNS {
            return None;
        }
        let stretch = self.stretch(seed, Blanks::of(&gutters));
        if stretch.wide < 2 || stretch.blanks.kept() < 2 {
            return None;
        }
        let mut from = seed;
        let mut blanks = stretch.blanks.clone();
        while from > free {
            let Some(left) = self.heads(from, seed, &blanks) else { break };
            (blanks, from) = (left, from - 1);
        }
        if stretch.to - from < FEWEST {
            return None;
        }
        let gutters = self.settled(from, seed, &stretch, &blanks);
        Some(self.plain(from, &stretch, gutters, None))
    }

    /// The table of the page before, if it goes on at the top of this one.
    fn carried(&self) -> Option<Plain> {
        let columns = self.around.carried?;
        let (left, lost) = Blanks::of(&columns.gutters).cut(self.rows.first()?);
        if !lost.is_empty() {
            return None;
        }
        let stretch = self.stretch(0, left);
        let numbers = (0..stretch.to).any(|at| self.parts[at] > 1 && begins_with_number(&self.rows[at], &columns.gutters));
        // the end of a cell alone: it begins where a column does, in the middle of a sentence
        let first = &self.rows[0];
        let begins = columns.gutters.iter().any(|gutter| (first.left - gutter.1).abs() < 3.0);
        let rest = stretch.to <= FEWEST && begins && first.text().starts_with(char::is_lowercase);
        if stretch.wide == 0 && !numbers && !rest {
            return None;
        }
        let gutters = stretch.blanks.gutters(false);
        Some(self.plain(0, &stretch, gutters, Some(columns)))
    }

    fn plain(&self, from: usize, stretch: &Stretch, gutters: Vec<Gutter>, carried: Option<&Columns>) -> Plain {
        let titles: Vec<bool> = (from..stretch.to).map(|at| stretch.titles.contains(&at)).collect();
        let rows = &self.rows[from..stretch.to];
        let numbered = is_numbered(rows, &titles, &gutters).unwrap_or(carried.is_some_and(|columns| columns.numbered));
        Plain { from, to: stretch.to, columns: Columns { gutters, numbered }, titles }
    }

    /// The rows from `from` on that keep the blanks.
    fn stretch(&self, from: usize, blanks: Blanks) -> Stretch {
        let mut found = Stretch { to: from + 1, blanks, wide: usize::from(self.parts[from] >= FEWEST), titles: Vec::new() };
        let mut left = self.rows[from].left;
        for at in from + 1..self.rows.len() {
            let (row, above) = (&self.rows[at], &self.rows[at - 1]);
            let ruled = self.ruled(above, row);
            let farthest = if ruled { FARTHEST_RULED } else { FARTHEST };
            if row.base - above.base > farthest * row.size || fold(&row.text()).starts_with("noi nhan") {
                break;
            }
            let (blanks, lost) = found.blanks.cut(row);
            let wide = self.parts[at] >= FEWEST;
            // the first rows may show that a blank was none
            let settling = wide && found.wide <= 2 && blanks.kept() >= 2;
            if lost.is_empty() || settling {
                found.blanks = blanks;
                found.to = at + 1;
                found.wide += usize::from(wide);
                left = left.min(row.left);
                continue;
            }
            if !self.is_title(at, left, &found) {
                break;
            }
            found.titles.push(at);
        }
        while found.to > from + 1 && self.is_below(found.to - 1, &found.blanks) {
            found.to -= 1;
        }
        found.titles.retain(|at| *at < found.to);
        found
    }

    /// The last row is a paragraph below the table: a text alone that keeps its distance.
    fn is_below(&self, at: usize, blanks: &Blanks) -> bool {
        let (row, above) = (&self.rows[at], &self.rows[at - 1]);
        let apart = row.base - above.base > LOOSE * row.size && !self.ruled(above, row);
        apart && self.parts[at] == 1 && !row.is_bold() && !begins_with_number(row, &blanks.gutters(false))
    }

    /// One text over several columns that heads the rows below.
    fn is_title(&self, at: usize, left: f32, found: &Stretch) -> bool {
        let (row, above) = (&self.rows[at], &self.rows[at - 1]);
        let step = row.base - above.base;
        let before = found.titles.iter().rev().zip((0..at).rev()).take_while(|(title, row)| **title == *row).count();
        if before >= LONGEST_TITLE {
            return false;
        }
        let gutters = found.blanks.gutters(false);
        let edge = gutters[0];
        let labelled = begins_with_number(row, &gutters);
        let begins = (row.left - left).abs() < 0.6 * row.size || (row.left - edge.1).abs() < 0.6 * row.size;
        let centred = self.around.frame.centres(row) && step < 2.0 * row.size;
        let goes_on = before > 0 && step < LOOSE * row.size;
        let one = self.parts[at] == 1 || (labelled && self.parts[at] == 2);
        let fits = |row: &Row| found.blanks.cut(row).1.is_empty();
        let ahead = (at + 1..self.rows.len()).take(LONGEST_TITLE + 1);
        let mut below = ahead.filter(|next| fits(&self.rows[*next]));
        let headed = below.any(|next| self.parts[next] >= FEWEST || begins_with_number(&self.rows[next], &gutters));
        one && (begins || labelled || centred || goes_on) && headed
    }

    /// The row above `from` belongs to the header that the seed is part of: a name of more lines than the others, set to
    /// the middle or the foot of its cell. Gives what it leaves of the blanks.
    fn heads(&self, from: usize, seed: usize, blanks: &Blanks) -> Option<Blanks> {
        let (row, below) = (self.rows.get(from.checked_sub(1)?)?, &self.rows[from]);
        let step = below.base - row.base;
        let (left, lost) = blanks.cut(row);
        let half = step < 0.9 * row.size;
        let text = row.text();
        let name = text.chars().count() <= 60 && !text.starts_with('(') && !self.around.frame.centres(row);
        let inside = row.left > self.rows[seed].left - 0.5 * row.size;
        let like = row.is_bold() == self.rows[seed].is_bold() && row.is_italic() == self.rows[seed].is_italic();
        (lost.is_empty() && like && inside && !self.ruled(row, below) && (half || (step < 1.3 * row.size && name)))
            .then_some(left)
    }

    /// The blanks between the columns once all rows are known: those that run down through all of them, and those that
    /// only a name over two columns crosses.
    fn settled(&self, from: usize, seed: usize, stretch: &Stretch, blanks_left: &Blanks) -> Vec<Gutter> {
        let size = self.rows[seed].size;
        let own = |at: &usize| !stretch.titles.contains(at);
        let many = stretch.to - from > FEWEST;
        let sure = blanks_left.gutters(false);
        let wide = |gutter: &Gutter| gutter.1 - gutter.0 >= 0.6 * size;
        let mut gutters: Vec<Gutter> =
            blanks_left.gutters(true).into_iter().filter(|gutter| sure.contains(gutter) || (many && wide(gutter))).collect();
        let first = begins::header(
            &self.rows[from..stretch.to],
            &|at| stretch.titles.contains(&(from + at)),
            &gutters,
            self.around.rules,
        );
        let body: Vec<usize> = (from + first..stretch.to).filter(own).collect();
        if body.len() >= FEWEST {
            let apart = blanks(body.iter().map(|at| &self.rows[*at]), 0.6 * size);
            let new = |gutter: &Gutter| !gutters.iter().any(|known| known.0 < gutter.1 && gutter.0 < known.1);
            let found: Vec<Gutter> = apart.into_iter().filter(new).collect();
            // names may stand closer to each other than what is below them
            let between_names = |gutter: Gutter| {
                let mut left = Blanks::of(&[gutter]);
                for row in &self.rows[from..from + first] {
                    left = left.cut(row).0;
                }
                left.gutters(false).first().copied().unwrap_or(gutter)
            };
            gutters.extend(found.into_iter().map(between_names));
            gutters.sort_by(|a, b| a.0.total_cmp(&b.0));
        }
        gutters
    }

    /// A line is drawn between two rows, over most of the wider of them.
    fn ruled(&self, above: &Row, below: &Row) -> bool {
        ruled_between(self.around.rules, above, below, (above.left.min(below.left), above.right.max(below.right)))
    }
}

/// A line across lies between two rows and over most of what reaches from `edges.0` to `edges.1`.
fn ruled_between(rules: &[Rule], above: &Row, below: &Row, edges: (f32, f32)) -> bool {
    let between = |rule: &&Rule| rule.at > above.base - 0.2 * above.size && rule.at < below.base - 0.4 * below.size;
    let over = |rule: &Rule| (rule.to.min(edges.1) - rule.from.max(edges.0)).max(0.0);
    rules.iter().filter(between).map(over).sum::<f32>() >= 0.7 * (edges.1 - edges.0)
}

/// What stands left of the first blank, if it is a number: "1", "2.", "1.1", "(3)", "IV", "B", "a".
fn begins_with_number(row: &Row, gutters: &[Gutter]) -> bool {
    let Some(edge) = gutters.first() else { return false };
    let mut words = row.words.iter().take_while(|word| word.right < edge.0 + 1.0);
    match (words.next(), words.next()) {
        (Some(word), None) => is_number(&word.text),
        _ => false,
    }
}

fn is_number(text: &str) -> bool {
    let text = text.trim_matches(['(', ')', '[', ']', '.', '-']);
    let one = |part: &str| {
        let single = part.chars().count() == 1 && part.chars().all(char::is_alphanumeric);
        !part.is_empty() && part.len() <= 5 && (single || part.bytes().all(|b| b.is_ascii_digit()) || from_roman(part).is_some())
    };
    !text.is_empty() && text.split('.').all(one)
}

/// Most of what stands in the first column are numbers; `None` if nothing stands there.
fn is_numbered(rows: &[Row], titles: &[bool], gutters: &[Gutter]) -> Option<bool> {
    let edge = gutters.first()?.0 + 1.0;
    let filled: Vec<&Row> =
        rows.iter().zip(titles).filter(|(row, title)| !**title && row.left < edge).map(|(row, _)| row).collect();
    let numbers = filled.iter().filter(|row| begins_with_number(row, gutters)).count();
    // names of the header stand there too
    (!filled.is_empty()).then(|| numbers > 0 && numbers + 3 >= filled.len() && numbers * 2 >= filled.len().saturating_sub(1))
}

#[cfg(test)]
mod tests;
