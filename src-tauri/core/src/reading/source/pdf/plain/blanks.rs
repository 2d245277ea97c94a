//! Blanks that run down between columns: what each further row leaves of them.

use super::super::rows::Row;

/// Where a blank begins and ends, in points from the left.
pub(in super::super) type Gutter = (f32, f32);

/// The blanks between the columns of a first row, and what the rows below have left of each. A blank of the first row may
/// fall into several: a name centred in its header cell stands narrower than what is below it, and a column whose name is
/// set half a line higher has no word in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Blanks {
    /// Blank of the first row, where what is left of it begins and ends; from left to right.
    left: Vec<(usize, f32, f32)>,
    /// How many blanks there were.
    pub count: usize,
}

/// Narrower than this is the blank between two words.
pub(super) fn narrowest(size: f32) -> f32 {
    (0.36 * size).max(4.0)
}

impl Blanks {
    pub fn of(gutters: &[Gutter]) -> Self {
        Self { left: gutters.iter().enumerate().map(|(at, g)| (at, g.0, g.1)).collect(), count: gutters.len() }
    }

    /// What a row leaves, and which of the blanks it takes away whole.
    pub fn cut(&self, row: &Row) -> (Self, Vec<usize>) {
        let narrowest = narrowest(row.size);
        let mut left = Vec::with_capacity(self.left.len());
        let mut first = 0;
        for (of, begin, end) in &self.left {
            // words stand from left to right, and so do the blanks
            while row.words.get(first).is_some_and(|word| word.right <= *begin) {
                first += 1;
            }
            let mut at = *begin;
            for word in row.words[first..].iter().take_while(|word| word.left < *end) {
                if word.left - at >= narrowest {
                    left.push((*of, at, word.left));
                }
                at = at.max(word.right);
            }
            if end - at >= narrowest || at <= *begin {
                left.push((*of, at, *end));
            }
        }
        let mut lost = Vec::new();
        let mut before = None;
        for (of, ..) in &self.left {
            if before != Some(*of) && !left.iter().any(|(other, ..)| other == of) {
                lost.push(*of);
            }
            before = Some(*of);
        }
        (Self { left, count: self.count }, lost)
    }

    /// How many blanks of the first row are left.
    pub fn kept(&self) -> usize {
        let mut of: Vec<usize> = self.left.iter().map(|(of, ..)| *of).collect();
        of.dedup();
        of.len()
    }

    /// What is left, from left to right: all of it between columns, or the widest of each blank.
    pub fn gutters(&self, all: bool) -> Vec<Gutter> {
        if all {
            return self.left.iter().map(|(_, begin, end)| (*begin, *end)).collect();
        }
        let width = |piece: &(usize, f32, f32)| piece.2 - piece.1;
        let each = self.left.chunk_by(|a, b| a.0 == b.0);
        each.filter_map(|pieces| pieces.iter().max_by(|a, b| width(a).total_cmp(&width(b)))).map(|p| (p.1, p.2)).collect()
    }
}

/// The blanks that run down through all the rows, at least so wide.
pub(super) fn blanks<'a>(rows: impl Iterator<Item = &'a Row>, wide: f32) -> Vec<Gutter> {
    let mut words: Vec<(f32, f32)> = rows.flat_map(|row| &row.words).map(|word| (word.left, word.right)).collect();
    words.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut out = Vec::new();
    let mut reached = f32::INFINITY;
    for (left, right) in words {
        if left - reached >= wide {
            out.push((reached, left));
        }
        reached = if reached.is_finite() { reached.max(right) } else { right };
    }
    out
}
