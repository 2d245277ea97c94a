//! Tables drawn with rules: rules that meet → a grid of cells → the words inside them.

use super::page::{Page, Rule, Word, runs};
use super::rows::{paragraphs, rows};
use crate::reading::source::{Cell, Place, Table};

/// How far rules may miss each other and still meet.
const NEAR: f32 = 3.0;

/// A drawn grid: its column edges from left to right and its row edges from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Grid {
    pub columns: Vec<f32>,
    pub edges: Vec<f32>,
    across: Vec<Rule>,
    down: Vec<Rule>,
}

impl Grid {
    pub fn top(&self) -> f32 {
        self.edges.first().copied().unwrap_or(0.0)
    }

    pub fn holds(&self, word: &Word) -> bool {
        self.cell_of(word).is_some()
    }

    /// Row and column in which a word's centre lies.
    fn cell_of(&self, word: &Word) -> Option<(usize, usize)> {
        let middle = f32::midpoint(word.top(), word.bottom());
        Some((between(&self.edges, middle)?, between(&self.columns, f32::midpoint(word.left, word.right))?))
    }

    fn ruled_right(&self, row: usize, column: usize) -> bool {
        let middle = f32::midpoint(self.edges[row], self.edges[row + 1]);
        let edge = self.columns[column + 1];
        self.down.iter().any(|r| (r.at - edge).abs() <= NEAR && r.from <= middle && r.to >= middle)
    }

    fn ruled_below(&self, row: usize, column: usize) -> bool {
        let middle = f32::midpoint(self.columns[column], self.columns[column + 1]);
        let edge = self.edges[row + 1];
        self.across.iter().any(|r| (r.at - edge).abs() <= NEAR && r.from <= middle && r.to >= middle)
    }

    /// Boxes of the cells, merged ones whole, row by row: left, top, right, bottom.
    pub fn cells(&self) -> Vec<[f32; 4]> {
        let owners = self.owners();
        let mut boxes: Vec<((usize, usize), [f32; 4])> = Vec::new();
        for (row, line) in owners.iter().enumerate() {
            for (column, owner) in line.iter().enumerate() {
                let (right, bottom) = (self.columns[column + 1], self.edges[row + 1]);
                match boxes.iter_mut().find(|(of, _)| of == owner) {
                    Some((_, held)) => (held[2], held[3]) = (held[2].max(right), held[3].max(bottom)),
                    None => boxes.push((*owner, [self.columns[column], self.edges[row], right, bottom])),
                }
            }
        }
        boxes.into_iter().map(|(_, held)| held).collect()
    }

    /// For each cell the top left one of the merged cell that it belongs to.
    fn owners(&self) -> Vec<Vec<(usize, usize)>> {
        let (height, width) = (self.edges.len() - 1, self.columns.len() - 1);
        let mut owners: Vec<Vec<(usize, usize)>> = (0..height).map(|r| (0..width).map(|c| (r, c)).collect()).collect();
        for row in 0..height {
            for column in 0..width {
                if column + 1 < width && !self.ruled_right(row, column) {
                    owners[row][column + 1] = owners[row][column];
                } else if row + 1 < height && !self.ruled_below(row, column) && owners[row][column].1 == column {
                    owners[row + 1][column] = owners[row][column];
                }
            }
        }
        owners
    }

    /// The table with its words; `lines` are the baselines of the page's rows, for the places.
    pub fn table(&self, page: &Page, words: &[Word], lines: &[f32]) -> Table {
        let owners = self.owners();
        let mut held: Vec<Vec<Vec<Word>>> = owners.iter().map(|row| vec![Vec::new(); row.len()]).collect();
        for word in words {
            if let Some((row, column)) = self.cell_of(word) {
                let (row, column) = owners[row][column];
                held[row][column].push(word.clone());
            }
        }
        let mut table_rows = Vec::new();
        for (row, cells) in held.into_iter().enumerate() {
            let place = self.place(row, page, lines);
            let row: Vec<Cell> =
                cells.into_iter().enumerate().map(|(c, words)| self.cell((row, c), &owners, words, &place)).collect();
            table_rows.push(row);
        }
        // a double rule makes a row of nothing
        table_rows.retain(|row| row.iter().any(|cell| !cell.text.is_empty()));
        let place = table_rows.first().and_then(|row| row.first()).map(|c| c.place.clone()).unwrap_or_default();
        Table { rows: table_rows, bare: false, place: Place { cell: None, ..place }, ..Table::default() }
    }

    fn place(&self, row: usize, page: &Page, lines: &[f32]) -> Place {
        let line = lines.iter().position(|base| *base > self.edges[row]).map(|i| i + 1);
        Place { page: Some(page.number), line: line.and_then(|l| u32::try_from(l).ok()), ..Place::default() }
    }

    fn cell(&self, at: (usize, usize), owners: &[Vec<(usize, usize)>], words: Vec<Word>, place: &Place) -> Cell {
        let (row, column) = at;
        let covered = owners[row][column] != at;
        let span = owners[row][column..].iter().take_while(|o| **o == at).count().max(1);
        let bold = !words.is_empty() && words.iter().all(|w| w.bold);
        let width = (self.columns[column], self.columns[column + span]);
        Cell {
            text: paragraphs(&rows(words), width).join("\n"),
            bold,
            span: u32::try_from(span).unwrap_or(1),
            covered,
            place: place.clone(),
            looks: Vec::new(),
        }
    }
}

fn between(edges: &[f32], at: f32) -> Option<usize> {
    let above = edges.iter().take_while(|e| **e <= at).count();
    (above > 0 && above < edges.len()).then(|| above - 1)
}

/// The grids of a page, from top to bottom. A lone frame or underline is none.
pub(super) fn grids(page: &Page) -> Vec<Grid> {
    let mut left: Vec<(bool, Rule)> = page.across.iter().map(|r| (true, *r)).collect();
    left.extend(page.down.iter().map(|r| (false, *r)));
    let mut out = Vec::new();
    while let Some(seed) = left.pop() {
        let mut met = vec![seed];
        let mut next = 0;
        while next < met.len() {
            let rule = met[next];
            let (touching, rest) = left.into_iter().partition(|other| meet(&rule, other));
            met.extend::<Vec<_>>(touching);
            left = rest;
            next += 1;
        }
        out.extend(grid(&met));
    }
    out.sort_by(|a, b| a.top().total_cmp(&b.top()));
    out
}

fn meet(a: &(bool, Rule), b: &(bool, Rule)) -> bool {
    let crosses = |x: &Rule, y: &Rule| x.at >= y.from - NEAR && x.at <= y.to + NEAR;
    a.0 != b.0 && crosses(&a.1, &b.1) && crosses(&b.1, &a.1)
}

fn grid(rules: &[(bool, Rule)]) -> Option<Grid> {
    let pick = |across: bool| rules.iter().filter(|r| r.0 == across).map(|r| r.1).collect::<Vec<_>>();
    let (across, down) = (pick(true), pick(false));
    let columns = edges(&down, &across);
    let edges = edges(&across, &down);
    // at least two columns and two rows, or one row of three cells
    (columns.len() >= 3 && edges.len() >= 2 && columns.len() + edges.len() >= 6).then_some(Grid { columns, edges, across, down })
}

/// Where rules lie, and where the rules across them end: an open side, or a row that a page break cuts, has no rule.
fn edges(rules: &[Rule], crossing: &[Rule]) -> Vec<f32> {
    let mut at: Vec<f32> = rules.iter().map(|r| r.at).collect();
    let first = crossing.iter().map(|r| r.from).reduce(f32::min);
    let last = crossing.iter().map(|r| r.to).reduce(f32::max);
    let (low, high) = (at.iter().copied().reduce(f32::min), at.iter().copied().reduce(f32::max));
    at.extend(first.filter(|f| low.is_some_and(|l| l - f > 2.0 * NEAR)));
    at.extend(last.filter(|l| high.is_some_and(|h| l - h > 2.0 * NEAR)));
    at.sort_by(f32::total_cmp);
    #[allow(clippy::cast_precision_loss)]
    let mean = |run: &Vec<f32>| run.iter().sum::<f32>() / run.len() as f32;
    runs(at, |first, next| next - first <= NEAR).iter().map(mean).collect()
}
