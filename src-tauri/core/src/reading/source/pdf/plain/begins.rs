//! Where the rows of a table without columns' rules begin.

use super::super::page::Rule;
use super::super::rows::Row;
use super::blanks::Gutter;
use super::{LOOSE, Plain, begins_with_number, ruled_between};

/// How many rows the header at the top takes; none where a row of tasks stands there.
pub(super) fn header(rows: &[Row], is_title: &dyn Fn(usize) -> bool, gutters: &[Gutter], rules: &[Rule]) -> usize {
    let Some(first) = rows.first().filter(|row| !begins_with_number(row, gutters)) else { return 0 };
    let edges = edges(rows);
    let ends = |at: &usize| {
        let (row, above) = (&rows[*at], &rows[*at - 1]);
        is_title(*at)
            || begins_with_number(row, gutters)
            || row.base - above.base > LOOSE * row.size
            || (first.is_bold() && !row.is_bold())
            || ruled_between(rules, above, row, edges)
    };
    (1..rows.len()).find(ends).unwrap_or(rows.len())
}

fn edges(rows: &[Row]) -> (f32, f32) {
    let left = rows.iter().map(|row| row.left).fold(f32::INFINITY, f32::min);
    (left, rows.iter().map(|row| row.right).fold(f32::NEG_INFINITY, f32::max))
}

/// The rows of a page that belong to one table, with what tells where the table's own rows begin.
pub(super) struct Rows<'a> {
    pub table: &'a Plain,
    pub rows: &'a [Row],
    pub rules: &'a [Rule],
    /// Rows of the header.
    pub header: usize,
}

impl Rows<'_> {
    /// The first row of each of the table's rows.
    pub fn begins(&self) -> Vec<usize> {
        let mut cuts: Vec<usize> = vec![0];
        cuts.extend((1..self.rows.len()).filter(|at| *at == self.header || self.parts_here(*at)));
        cuts.push(self.rows.len());
        let ruled = self.ruled_rows(&cuts);
        let mut out = Vec::new();
        for cut in cuts.windows(2) {
            out.push(cut[0]);
            if !ruled && cut[0] >= self.header && !self.title(cut[0]) {
                out.extend(self.within(cut[0], cut[1]));
            }
        }
        out
    }

    fn title(&self, at: usize) -> bool {
        self.table.titles.get(at).copied().unwrap_or(false)
    }

    fn number(&self, at: usize) -> bool {
        !self.title(at) && begins_with_number(&self.rows[at], &self.table.columns.gutters)
    }

    fn step(&self, at: usize) -> f32 {
        self.rows[at].base - self.rows[at - 1].base
    }

    /// A line drawn across, or the title of a group, parts a row from the one above.
    fn parts_here(&self, at: usize) -> bool {
        let close = self.step(at) < LOOSE * self.rows[at].size;
        let title_goes_on = close && self.title(at - 1) && !self.number(at) && {
            let alike = self.rows[at].is_bold() == self.rows[at - 1].is_bold();
            // the end of a title may be short enough to cross no blank
            self.title(at) || (alike && self.rows[at].is_bold() && self.rows[at].parts().len() == 1)
        };
        let ruled = ruled_between(self.rules, &self.rows[at - 1], &self.rows[at], edges(self.rows));
        ruled || ((self.title(at) || self.title(at - 1)) && !title_goes_on)
    }

    /// Lines are drawn under the rows: hardly a strip between two of them holds two numbers.
    fn ruled_rows(&self, cuts: &[usize]) -> bool {
        let all = edges(self.rows);
        let lines = (1..self.rows.len())
            .filter(|at| ruled_between(self.rules, &self.rows[at - 1], &self.rows[*at], all))
            .filter(|at| *at > self.header);
        let lines = lines.count();
        let numbers = |cut: &&[usize]| (cut[0]..cut[1]).filter(|at| self.number(*at)).count() > 1;
        let crowded = cuts.windows(2).filter(numbers).count();
        lines >= 1 && crowded * 5 <= lines
    }

    /// Rows that begin between `from` and `to`, where no line tells.
    fn within(&self, from: usize, to: usize) -> Vec<usize> {
        if !self.table.columns.numbered {
            return (from + 1..to).filter(|at| self.begins_without_number(*at)).collect();
        }
        let numbers: Vec<usize> = (from..to).filter(|at| self.number(*at)).collect();
        if self.is_centred() {
            for rest in from..=numbers.first().copied().unwrap_or(from) {
                if let Some(found) = self.centred(rest, to, &numbers) {
                    return found.into_iter().filter(|at| *at > from).collect();
                }
            }
        }
        let spaced = |at: &usize| self.spaced_like_numbers(*at, &numbers);
        (from + 1..to).filter(|at| numbers.contains(at) || spaced(at)).collect()
    }

    /// Cells are set to the middle of their row's height: lines stand half a line off each other.
    fn is_centred(&self) -> bool {
        let half = |at: &usize| (0.25..0.85).contains(&(self.step(*at) / self.rows[*at].size));
        let halves = (self.header.max(1)..self.rows.len()).filter(half).count();
        let numbers = (0..self.rows.len()).filter(|at| self.number(*at)).count();
        halves > 0 && halves * 5 >= numbers
    }

    /// A number in the middle of its row is as far from the row's first line as from its last. `None` if that does not come
    /// out for all rows between `from` and `to`.
    fn centred(&self, from: usize, to: usize, numbers: &[usize]) -> Option<Vec<usize>> {
        let mut out = Vec::new();
        let mut first = from;
        for number in numbers {
            if first > *number || first >= to {
                return None;
            }
            out.push(first);
            let last = 2.0 * self.rows[*number].base - self.rows[first].base;
            let slack = 0.35 * self.rows[*number].size;
            let end = (*number..to).take_while(|at| self.rows[*at].base <= last + slack).last()?;
            if (self.rows[end].base - last).abs() > slack {
                return None;
            }
            first = end + 1;
        }
        (first == to).then_some(out)
    }

    /// A row of several texts, without a number, set apart as the numbered ones are.
    fn spaced_like_numbers(&self, at: usize, numbers: &[usize]) -> bool {
        let apart = |at: usize| at > 0 && self.step(at) > LOOSE * self.rows[at].size;
        let all = numbers.iter().filter(|at| **at > self.header).all(|at| apart(*at) || self.title(*at - 1));
        apart(at) && all && !numbers.is_empty() && self.filled(at) * 2 > self.table.columns.gutters.len()
    }

    /// Columns in which a row has text.
    fn filled(&self, at: usize) -> usize {
        let row = &self.rows[at];
        let column = |left: f32| self.table.columns.gutters.iter().filter(|gutter| gutter.0 < left).count();
        let mut columns: Vec<usize> = row.words.iter().map(|word| column(word.left)).collect();
        columns.dedup();
        columns.len()
    }

    /// Without numbers a blank above tells, or a row that fills most columns below one that does not.
    fn begins_without_number(&self, at: usize) -> bool {
        let all = self.table.columns.gutters.len() + 1;
        let fills = |at: usize| self.filled(at) * 3 > all * 2;
        let named = self.rows[at].left < self.table.columns.gutters.first().map_or(0.0, |gutter| gutter.0);
        let step = self.step(at);
        step > LOOSE * self.rows[at].size || (named && step > 0.9 * self.rows[at].size && fills(at) && !fills(at - 1))
    }
}
