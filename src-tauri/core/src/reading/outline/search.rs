//! The cheapest reading of all marks of a paper: which are labels, and below what each stands.
//!
//! A Viterbi search whose states are the stacks of open nodes. Two ways of reading that leave the same stack differ no
//! more in what follows, so the cheaper is kept; if the other was nearly as cheap and differs in a label, that is a doubt.

use std::rc::Rc;

use super::super::marks::{Kind, Mark};
use super::cost::{Entry, Fit, Place, Sighting};

/// Readings followed side by side.
const BREADTH: usize = 24;
/// A reading that costs so much more than the cheapest never comes back.
const HOPELESS: f32 = 8.0;
/// Readings closer than this are a doubt.
const NEAR: f32 = 0.15;
/// Labels after which what was decided stays decided, so that memory does not grow with the paper.
const SETTLED: usize = 4096;
/// No paper nests deeper.
const DEEPEST: usize = 10;

/// A mark that is a label.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    /// Which paragraph.
    pub(super) at: usize,
    pub(super) mark: Mark,
    /// How many open nodes stay open above it.
    pub(super) depth: usize,
    pub(super) fit: Fit,
    /// Another place was nearly as likely.
    pub(super) doubtful: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Step {
    before: Option<usize>,
    entry: Entry,
    depth: usize,
    fit: Fit,
    /// The last step of a reading that was nearly as cheap.
    rival: Option<Option<usize>>,
}

#[derive(Debug, Clone, Default)]
struct State {
    cost: f32,
    stack: Vec<Entry>,
    /// Shared with the states it came from, until it changes.
    closed: Rc<Vec<Entry>>,
    turned: Rc<Vec<(usize, usize)>>,
    last: Option<usize>,
    /// As [`Step::rival`], where the last thing decided was a text.
    rival: Option<Option<usize>>,
}

/// What a sighting may be read as, in one of the states.
struct Way {
    /// Of the whole reading so far.
    cost: f32,
    /// Of two that cost the same the one found first goes first.
    order: usize,
    /// Which state.
    from: usize,
    /// As a label, below so many open nodes; `None`: as text.
    put: Option<(Entry, usize, Fit)>,
}

/// Reads the sightings.
pub(super) fn decode(seen: &[Option<Sighting<'_>>]) -> Vec<Placed> {
    run(seen).done
}

fn run<'s, 'a>(seen: &'s [Option<Sighting<'a>>]) -> Search<'s, 'a> {
    let mut search = Search { seen, steps: Vec::new(), states: vec![State::default()], done: Vec::new(), made: 0 };
    for at in (0..seen.len()).filter(|at| seen[*at].is_some()) {
        search.take(at);
        if search.steps.len() > SETTLED {
            search.settle();
        }
    }
    search.settle();
    search
}

/// How many states reading these sightings makes: its work, for the test of its growth.
#[cfg(test)]
pub(super) fn work(seen: &[Option<Sighting<'_>>]) -> usize {
    run(seen).made
}

struct Search<'s, 'a> {
    seen: &'s [Option<Sighting<'a>>],
    steps: Vec<Step>,
    /// Cheapest first.
    states: Vec<State>,
    done: Vec<Placed>,
    /// States made so far.
    made: usize,
}

impl Search<'_, '_> {
    fn take(&mut self, at: usize) {
        let Some(sighting) = &self.seen[at] else { return };
        let states = std::mem::take(&mut self.states);
        let mut ways: Vec<Way> = Vec::new();
        for (from, state) in states.iter().enumerate() {
            let place = Place { seen: self.seen, stack: &state.stack, closed: &state.closed, turned: &state.turned };
            for mark in 0..sighting.marks.len() {
                let entry = Entry { sighting: at, mark };
                for depth in 0..=state.stack.len().min(DEEPEST) {
                    let Some((cost, fit)) = place.cost(entry, depth) else { continue };
                    ways.push(Way { cost: state.cost + cost, order: ways.len(), from, put: Some((entry, depth, fit)) });
                }
            }
            ways.push(Way { cost: state.cost + sighting.as_text(), order: ways.len(), from, put: None });
        }
        let best = ways.iter().map(|way| way.cost).fold(f32::INFINITY, f32::min);
        ways.retain(|way| way.cost <= best + HOPELESS);
        ways.sort_unstable_by(|a, b| a.cost.total_cmp(&b.cost).then(a.order.cmp(&b.order)));
        for way in ways {
            // a state takes memory: it is made only where it may be kept, or be a rival of one that is
            let full = self.states.len() == BREADTH;
            if full && self.states.last().is_some_and(|dearest| way.cost - dearest.cost >= NEAR) {
                break;
            }
            let state = self.gone(&states[way.from], &way);
            self.keep(state);
        }
    }

    /// The state that a way leads to.
    fn gone(&mut self, from: &State, way: &Way) -> State {
        self.made += 1;
        let mut state = State { cost: way.cost, ..from.clone() };
        let Some((entry, depth, fit)) = way.put else { return state };
        let place = Place { seen: self.seen, stack: &from.stack, closed: &from.closed, turned: &from.turned };
        let turn = place.turns(entry, depth);
        for popped in state.stack.split_off(depth) {
            close(self.seen, &mut state.closed, popped);
        }
        state.stack.push(entry);
        if let Some(turn) = turn.filter(|turn| !state.turned.contains(turn)) {
            let turned = Rc::make_mut(&mut state.turned);
            turned.push(turn);
            turned.sort_unstable();
        }
        self.steps.push(Step { before: from.last, entry, depth, fit, rival: from.rival });
        state.last = Some(self.steps.len() - 1);
        state.rival = None;
        state
    }

    /// Keeps a state unless a cheaper one with the same stack is kept already.
    fn keep(&mut self, state: State) {
        let same = |kept: &&mut State| kept.stack == state.stack && kept.closed == state.closed && kept.turned == state.turned;
        if let Some(kept) = self.states.iter_mut().find(same) {
            if state.cost - kept.cost < NEAR && kept.rival.is_none() {
                kept.rival = Some(state.last);
            }
        } else if self.states.len() < BREADTH {
            self.states.push(state);
        }
    }

    /// Writes down the cheapest reading and goes on from it alone.
    fn settle(&mut self) {
        let mut states = std::mem::take(&mut self.states).into_iter();
        let Some(mut best) = states.next() else { return };
        if let Some(second) = states.next().filter(|s| s.cost - best.cost < NEAR) {
            best.rival = best.rival.or(Some(second.last));
        }
        let path = self.path(best.last);
        let mut doubtful: Vec<Entry> = Vec::new();
        let mut rivals: Vec<(usize, Option<usize>)> = Vec::new();
        rivals.extend(best.rival.map(|rival| (path.len(), rival)));
        rivals.extend(path.iter().enumerate().filter_map(|(at, step)| self.steps[*step].rival.map(|rival| (at, rival))));
        for (length, rival) in rivals {
            let other = self.path(rival);
            doubtful.extend(self.first_difference(&path[..length], &other));
        }
        for step in path.into_iter().map(|at| self.steps[at]) {
            let marks = self.seen[step.entry.sighting].as_ref().map(|s| s.marks.as_slice()).unwrap_or_default();
            let Some((mark, _)) = marks.get(step.entry.mark) else { continue };
            self.done.push(Placed {
                at: step.entry.sighting,
                mark: mark.clone(),
                depth: step.depth,
                fit: step.fit,
                doubtful: doubtful.contains(&step.entry),
            });
        }
        self.steps.clear();
        self.states = vec![State { cost: 0.0, last: None, rival: None, ..best }];
    }

    /// Steps from the first to `last`.
    fn path(&self, last: Option<usize>) -> Vec<usize> {
        let mut path: Vec<usize> = std::iter::successors(last, |at| self.steps[*at].before).collect();
        path.reverse();
        path
    }

    /// The first label of `path` that the other reading takes for text or puts elsewhere.
    fn first_difference(&self, path: &[usize], other: &[usize]) -> Option<Entry> {
        let told = |at: &usize| (self.steps[*at].entry, self.steps[*at].depth);
        let same = path.iter().zip(other).take_while(|(a, b)| told(a) == told(b)).count();
        path.get(same).map(|at| self.steps[*at].entry)
    }
}

/// Remembers the last label of runs that may count through what closes them.
fn close(seen: &[Option<Sighting<'_>>], closed: &mut Rc<Vec<Entry>>, popped: Entry) {
    let mark = |e: &Entry| seen[e.sighting].as_ref().and_then(|s| s.marks.get(e.mark)).map(|(mark, _)| mark);
    let Some(kind) = mark(&popped).map(|m| m.kind) else { return };
    if matches!(kind, Kind::Chapter | Kind::Division | Kind::Article | Kind::Roman | Kind::Arabic) {
        let closed = Rc::make_mut(closed);
        closed.retain(|e| mark(e).is_none_or(|m| m.kind != kind));
        closed.push(popped);
    }
}
