//! What it costs to read a mark as a label in some place of the tree, or as plain text.
//!
//! A cost says how unusual a thing is in the papers of the genre: a run that counts on costs nothing, one that begins a
//! little, a gap, a repetition or a level turned upside down more. `search` adds them up over the whole paper.

use super::super::marks::{Kind, Mark, is_caps, marks, starts_lower};
use super::super::paragraphs::Paragraph;
use super::super::titles::opens_bare_annex;
use super::{LONGEST_TITLE, ends_sentence};

/// A paragraph that may be a label, and what tells for or against it.
#[derive(Debug)]
pub(super) struct Sighting<'a> {
    /// What its mark may be, with the text behind it.
    pub(super) marks: Vec<(Mark, &'a str)>,
    bold: Option<bool>,
    left: Option<f32>,
    /// Capitals or bold, or a word ("Phần") names it.
    strong: bool,
    /// The paragraph above is a sentence that goes on here.
    cut: bool,
    /// The paragraph above ends in a colon.
    announced: bool,
    /// A title without a label stands above: counting may begin anew.
    title_above: bool,
}

/// An open node: which sighting, and which of its marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) sighting: usize,
    pub(super) mark: usize,
}

/// How a label stands to those before it in its run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// Begins or goes on counting.
    Fits,
    /// Counts, but leaves out, repeats or goes back; the sighting it should follow.
    Breaks(Option<Entry>),
    /// Its first numbers are not those of what it stands under.
    Strays,
}

/// Sightings of the paragraphs, `None` for those without a mark.
pub(super) fn sightings<'a>(paragraphs: &[&'a Paragraph]) -> Vec<Option<Sighting<'a>>> {
    (0..paragraphs.len()).map(|at| sighting(paragraphs, at)).collect()
}

fn sighting<'a>(paragraphs: &[&'a Paragraph], at: usize) -> Option<Sighting<'a>> {
    let own = paragraphs[at];
    let above = at.checked_sub(1).map(|at| paragraphs[at]);
    let mut found = marks(&own.text);
    if found.is_empty() && opens_bare_annex(at, |at| paragraphs.get(at).copied()) {
        let mark = Mark { kind: Kind::Annex, numbers: vec![0], label: String::new(), sign: ' ' };
        found.push((mark, &own.text));
    }
    let centred = own.look.centred == Some(true);
    let open = above.is_some_and(|p| p.text.ends_with([',', '-', '–']));
    found.retain(|(mark, rest)| mark.kind != Kind::Annex || is_annex_title(rest) && (centred || !open));
    let (mark, rest) = found.first()?;
    let plain_above = above.filter(|p| marks(&p.text).is_empty());
    let strong = mark.kind.is_named() || own.look.bold == Some(true) || is_caps(rest);
    let cut = !strong && plain_above.is_some_and(|p| p.text.chars().count() > 60 && !ends_sentence(&p.text));
    let title = |p: &Paragraph| {
        let set_off = p.look.bold == Some(true) || p.look.centred == Some(true) || is_caps(&p.text) || p.behind_table;
        let short = p.text.chars().count() < if set_off { LONGEST_TITLE } else { LONGEST_TITLE / 2 };
        short && !ends_sentence(&p.text) && !p.text.ends_with(',') && !starts_lower(&p.text)
    };
    Some(Sighting {
        bold: own.look.bold,
        left: own.look.left,
        strong,
        cut: cut || starts_lower(rest) && plain_above.is_some_and(|p| !ends_sentence(&p.text)),
        announced: above.is_some_and(|p| p.text.ends_with(':')),
        title_above: plain_above.is_some_and(title) || own.behind_table,
        marks: found,
    })
}

/// "Phụ lục 01" alone, or with its title behind it; not "Phụ lục" that a sentence happens to begin with.
fn is_annex_title(rest: &str) -> bool {
    rest.is_empty() || is_caps(rest) || !ends_sentence(rest) && rest.chars().count() < LONGEST_TITLE
}

impl Sighting<'_> {
    /// The cost of reading it as text.
    pub(super) fn as_text(&self) -> f32 {
        let Some((mark, _)) = self.marks.first() else { return 0.0 };
        match mark.kind {
            kind if kind.is_named() => 5.0,
            // "C. Mác", "A. Nguyễn": a name as soon as a title
            Kind::Capital if !self.strong => 1.2,
            _ if self.strong => 4.0,
            _ if self.cut => 0.8,
            kind if !kind.counts() => 3.0,
            _ => 2.0,
        }
    }
}

/// How high a kind stands as papers usually nest them.
fn level(mark: &Mark) -> usize {
    match mark.kind {
        Kind::Annex => 0,
        Kind::Part => 1,
        Kind::Chapter => 2,
        Kind::Division => 3,
        Kind::Article | Kind::Capital => 4,
        Kind::Roman => 5,
        Kind::Arabic => 6,
        Kind::Decimal => 5 + mark.numbers.len(),
        Kind::Letter => 16,
        Kind::Bracketed => 17,
        Kind::SmallRoman => 18,
        Kind::Dash => 19,
        Kind::Plus => 20,
    }
}

/// The paper as read so far, for asking what a place would cost.
pub(super) struct Place<'s, 'a> {
    pub(super) seen: &'s [Option<Sighting<'a>>],
    /// The open nodes, top level first.
    pub(super) stack: &'s [Entry],
    /// The last label of each run that was closed, latest last.
    pub(super) closed: &'s [Entry],
    /// Which kinds were met below which against the usual order.
    pub(super) turned: &'s [(usize, usize)],
}

impl<'s, 'a> Place<'s, 'a> {
    pub(super) fn mark(&self, entry: Entry) -> Option<&'s Mark> {
        self.sighting(entry).and_then(|s| s.marks.get(entry.mark)).map(|(mark, _)| mark)
    }

    fn sighting(&self, entry: Entry) -> Option<&'s Sighting<'a>> {
        self.seen.get(entry.sighting).and_then(Option::as_ref)
    }

    /// The pair of levels that would stand against the usual order at `depth`.
    pub(super) fn turns(&self, new: Entry, depth: usize) -> Option<(usize, usize)> {
        let parent = self.stack.get(depth.checked_sub(1)?)?;
        let (above, below) = (level(self.mark(*parent)?), level(self.mark(new)?));
        (above >= below).then_some((above, below))
    }

    /// The cost of `new` as a child of the `depth`-th open node (0: of none); `None` where it cannot stand.
    pub(super) fn cost(&self, new: Entry, depth: usize) -> Option<(f32, Fit)> {
        let mark = self.mark(new)?;
        let sibling = self.stack.get(depth).copied();
        let parent = depth.checked_sub(1).and_then(|at| self.stack.get(at)).copied();
        if mark.kind == Kind::Annex && depth > 0 {
            return None;
        }
        let nesting = self.nesting(new, parent, depth)?;
        let same = sibling.filter(|s| self.mark(*s).is_some_and(|m| same_run(m, mark)));
        if !mark.kind.counts() {
            return Some((nesting + self.bullet(new, same, sibling, depth)?, Fit::Fits));
        }
        let (cost, fit) = match same {
            Some(before) => self.counting_on(new, before),
            None => {
                let (begins, fit) = self.beginning(new, parent)?;
                let elsewhere = depth < self.stack.len() && self.sighting(new).is_some_and(|s| s.announced);
                let elsewhere = if elsewhere { 0.5 } else { 0.0 };
                (begins + elsewhere + sibling.map_or(0.0, |s| self.beside(mark, s)), fit)
            }
        };
        let goes_on = same.is_some() && fit == Fit::Fits;
        // a run that goes on need not be asked again whether it may stand there
        Some((cost + if goes_on { 0.0 } else { nesting }, fit))
    }

    fn nesting(&self, new: Entry, parent: Option<Entry>, depth: usize) -> Option<f32> {
        let Some(parent) = parent else { return Some(0.0) };
        let (above, below) = (self.mark(parent)?, self.mark(new)?);
        let Some(turn) = self.turns(new, depth) else { return Some(0.0) };
        if self.turned.contains(&turn) {
            return Some(0.2);
        }
        let announced = depth == self.stack.len() && self.sighting(new).is_some_and(|s| s.announced);
        let usual: f32 = match (above.kind, below.kind) {
            (Kind::Bracketed, Kind::Letter) => 0.6,
            (kind, below) if !kind.counts() && below.counts() => 1.6,
            (above, below) if above == below && !below.counts() => 0.5,
            (above, below) if above == below => 3.0,
            _ => 2.2,
        };
        Some((usual - if announced { 0.9 } else { 0.0 }).max(0.0))
    }

    /// A bullet goes on with the open list of its sign, or begins one below the last node or beside other bullets.
    fn bullet(&self, new: Entry, same: Option<Entry>, sibling: Option<Entry>, depth: usize) -> Option<f32> {
        let mark = self.mark(new)?;
        let listed = self.stack.iter().rposition(|e| self.mark(*e).is_some_and(|m| !m.kind.counts() && m.sign == mark.sign));
        let announced = self.sighting(new).is_some_and(|s| s.announced);
        match (same, sibling) {
            (Some(_), _) => Some(if listed == Some(depth) { 0.2 } else { 3.0 }),
            // a list of its own signs is open: it goes on rather than a second one beginning in it
            (None, None) => {
                let inside =
                    listed.is_some_and(|at| self.stack[at..].iter().all(|e| self.mark(*e).is_some_and(|m| !m.kind.counts())));
                let begins = if inside {
                    3.0
                } else if listed.is_some() {
                    0.6
                } else {
                    0.3
                };
                Some(begins - if announced { 0.3 } else { 0.0 })
            }
            (None, Some(other)) => {
                let other = self.mark(other)?;
                // behind "+" a "-" closes its list, behind "•" it begins one
                let closes = !other.kind.counts() && level(other) > level(mark);
                Some(if closes { 0.3 } else { 1.5 })
            }
        }
    }

    fn counting_on(&self, new: Entry, before: Entry) -> (f32, Fit) {
        let (Some(mark), Some(last)) = (self.mark(new), self.mark(before)) else { return (9.0, Fit::Fits) };
        let mut cost = self.unlike(new, before);
        let broken = Fit::Breaks(Some(before));
        if mark.kind == Kind::Annex && (mark.last() == 0 || last.last() == 0 || mark.sign != last.sign) {
            return (0.0, Fit::Fits);
        }
        if mark.kind == Kind::Decimal && mark.numbers[..mark.numbers.len() - 1] != last.numbers[..last.numbers.len() - 1] {
            return (cost + 3.0, Fit::Strays);
        }
        let fit = match mark.missing_after(last.last()) {
            Some(0) => Fit::Fits,
            Some(missing) => {
                cost += 0.9 + 0.4 * count(missing);
                broken
            }
            None if mark.last() == 1 && self.sighting(new).is_some_and(|s| s.title_above) => {
                cost += 0.8;
                Fit::Fits
            }
            None if mark.last() == 1 => {
                cost += 1.8;
                broken
            }
            None if mark.last() == last.last() => {
                cost += 1.5;
                broken
            }
            None => {
                cost += 1.6 + 0.4 * count(last.last() - mark.last());
                broken
            }
        };
        (cost, fit)
    }

    fn beginning(&self, new: Entry, parent: Option<Entry>) -> Option<(f32, Fit)> {
        let mark = self.mark(new)?;
        let last = mark.last();
        let weak = if mark.kind == Kind::Capital && !self.sighting(new)?.strong { 1.0 } else { 0.0 };
        if mark.kind == Kind::Decimal {
            let prefix = &mark.numbers[..mark.numbers.len() - 1];
            let above = parent.and_then(|p| self.mark(p)).map(|m| m.numbers.as_slice());
            let orphan = if last == 1 { (0.3, Fit::Fits) } else { (1.2 + 0.4 * count(last - 1), Fit::Breaks(None)) };
            return Some(match above {
                Some(above) if above == prefix => orphan,
                // "1.1" below nothing that counts to one: the paper may well leave the first level out
                _ if prefix.iter().all(|n| *n == 1) && last == 1 => (1.0, Fit::Fits),
                _ => (1.6 + 0.4 * count(last - 1), Fit::Strays),
            });
        }
        if last <= 1 {
            return Some((0.5 + weak, Fit::Fits));
        }
        let before = self.closed.iter().rev().find(|e| self.mark(**e).is_some_and(|m| same_run(m, mark)));
        let through = before.and_then(|e| self.mark(*e)).is_some_and(|m| mark.missing_after(m.last()) == Some(0));
        Some(if through {
            // Điều count through the chapters, tasks often through the groups
            (if mark.kind == Kind::Article { 0.0 } else { 0.9 }, Fit::Fits)
        } else {
            (2.2 + weak + 0.4 * count(last - 2), Fit::Breaks(before.copied()))
        })
    }

    /// A label of one kind begins where its neighbour above is of another.
    fn beside(&self, mark: &Mark, sibling: Entry) -> f32 {
        match self.mark(sibling) {
            // where letters have stood below dashes they do so again
            Some(other) if !other.kind.counts() && self.turned.contains(&(level(other), level(mark))) => 0.8,
            Some(other) if !other.kind.counts() => 0.0,
            Some(_) if mark.kind == Kind::Annex => 0.0,
            // what usually stands below its neighbour belongs below it
            Some(other) if level(other) < level(mark) => 2.0,
            Some(_) if mark.kind.is_named() => 0.7,
            Some(_) => 1.5,
            None => 0.0,
        }
    }

    /// Labels of one run look alike.
    fn unlike(&self, new: Entry, before: Entry) -> f32 {
        let (Some(a), Some(b)) = (self.sighting(new), self.sighting(before)) else { return 0.0 };
        let bold = matches!((a.bold, b.bold), (Some(x), Some(y)) if x != y);
        let left = matches!((a.left, b.left), (Some(x), Some(y)) if (x - y).abs() > 5.0);
        let sign = self.mark(new).map(|m| m.sign) != self.mark(before).map(|m| m.sign);
        let cost = |tells: bool, cost: f32| if tells { cost } else { 0.0 };
        cost(bold, 0.5) + cost(left, 0.4) + cost(sign, 0.3)
    }
}

fn same_run(a: &Mark, b: &Mark) -> bool {
    let bullets = a.kind.counts() || a.sign == b.sign;
    a.kind == b.kind && a.numbers.len() == b.numbers.len() && bullets
}

/// A count of labels as a weight; beyond ten it makes no difference.
fn count(labels: u32) -> f32 {
    f32::from(u8::try_from(labels.min(10)).unwrap_or(10))
}
