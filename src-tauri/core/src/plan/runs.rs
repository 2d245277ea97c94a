//! Looks within a section's paragraphs: text comes in as runs of one look, is kept as plain paragraphs with spans beside
//! them, and goes out to the pages as runs again.

use serde::{Deserialize, Serialize};

use super::TaskId;
use crate::text::normalise;

/// What a span of a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// A reference to a task, whose number it always shows.
    Task,
    /// A citation of a legal document.
    Citation,
}

/// A piece of a paragraph with a look of its own. Spans of different looks may overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Span {
    /// Which paragraph, from 0.
    pub paragraph: u32,
    /// First character (Unicode scalar value), from 0.
    pub from: u32,
    /// The character behind its last one.
    pub to: u32,
    /// What it is.
    pub look: Look,
    /// The task, where it is a reference to one.
    pub task: Option<TaskId>,
}

/// Text of one look, as it is typed or printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct TextRun {
    /// Its text.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Part of a citation.
    pub citation: bool,
    /// A reference to this task.
    pub task: Option<TaskId>,
}

impl TextRun {
    /// Text without a look.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    fn has(&self, look: Look) -> bool {
        match look {
            Look::Bold => self.bold,
            Look::Italic => self.italic,
            Look::Citation => self.citation,
            Look::Task => self.task.is_some(),
        }
    }
}

/// Paragraphs and spans of what was typed: NFC, single-spaced, trimmed; a line feed begins another paragraph, empty ones
/// are dropped. A character keeps the look of the run it came in.
pub(super) fn taken_in(paragraphs: &[Vec<TextRun>]) -> (Vec<String>, Vec<Span>) {
    let mut text = Vec::new();
    let mut spans = Vec::new();
    for runs in paragraphs {
        let runs = whole_letters(runs);
        for line in lines(&runs) {
            let line = squeezed(line);
            if line.is_empty() {
                continue;
            }
            let paragraph = u32::try_from(text.len()).unwrap_or(u32::MAX);
            for look in [Look::Bold, Look::Italic, Look::Task, Look::Citation] {
                spans_of(&line, &runs, look, paragraph, &mut spans);
            }
            text.push(line.into_iter().map(|(sign, _)| sign).collect());
        }
    }
    spans.sort_unstable();
    (text, spans)
}

/// The paragraph at `index` as runs; spans that reach beyond it count as far as it goes.
pub fn runs_of(text: &str, index: usize, spans: &[Span]) -> Vec<TextRun> {
    let signs: Vec<char> = text.chars().collect();
    let length = u32::try_from(signs.len()).unwrap_or(u32::MAX);
    let own: Vec<&Span> = spans.iter().filter(|s| s.paragraph as usize == index && s.from < s.to).collect();
    let mut cuts: Vec<u32> = own.iter().flat_map(|s| [s.from, s.to]).filter(|at| *at < length).chain([0, length]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let run = |ends: &[u32]| {
        let over = |look: Look| own.iter().find(|s| s.look == look && s.from <= ends[0] && ends[1] <= s.to.min(length));
        TextRun {
            text: signs[ends[0] as usize..ends[1] as usize].iter().collect(),
            bold: over(Look::Bold).is_some(),
            italic: over(Look::Italic).is_some(),
            citation: over(Look::Citation).is_some(),
            task: over(Look::Task).and_then(|s| s.task),
        }
    };
    cuts.windows(2).map(run).collect()
}

/// NFC, with accents that open a run moved to the letter that they belong to.
fn whole_letters(runs: &[TextRun]) -> Vec<TextRun> {
    let mut out: Vec<TextRun> = Vec::with_capacity(runs.len());
    for run in runs {
        let accents: usize = run.text.chars().take_while(|c| ('\u{0300}'..='\u{036f}').contains(c)).map(char::len_utf8).sum();
        let (accents, rest) = run.text.split_at(accents);
        match out.last_mut() {
            Some(last) if !accents.is_empty() => {
                last.text.push_str(accents);
                out.push(TextRun { text: rest.to_owned(), ..run.clone() });
            }
            _ => out.push(run.clone()),
        }
    }
    for run in &mut out {
        run.text = normalise(&run.text);
    }
    out
}

/// A paragraph's characters, each with the run it is of.
type Line = Vec<(char, usize)>;

fn lines(runs: &[TextRun]) -> Vec<Line> {
    let mut out = vec![Line::new()];
    for (at, run) in runs.iter().enumerate() {
        for sign in run.text.chars() {
            match out.last_mut() {
                Some(line) if sign != '\n' => line.push((sign, at)),
                _ => out.push(Line::new()),
            }
        }
    }
    out
}

fn squeezed(line: Line) -> Line {
    let mut out = Line::with_capacity(line.len());
    for (sign, run) in line {
        let space = sign == ' ';
        if !(space && out.last().is_none_or(|(before, _)| *before == ' ')) {
            out.push((sign, run));
        }
    }
    if out.last().is_some_and(|(sign, _)| *sign == ' ') {
        out.pop();
    }
    out
}

fn spans_of(line: &Line, runs: &[TextRun], look: Look, paragraph: u32, out: &mut Vec<Span>) {
    let mut open: Option<(Span, usize)> = None;
    let has = |run: usize| runs.get(run).is_some_and(|run| run.has(look));
    for (at, (_, run)) in (0..).zip(line) {
        // two references side by side stay two
        let goes_on = open.as_ref().is_some_and(|(_, from)| has(*run) && (look != Look::Task || from == run));
        if goes_on {
            if let Some((span, _)) = &mut open {
                span.to = at + 1;
            }
            continue;
        }
        out.extend(open.take().map(|(span, _)| span));
        if has(*run) {
            let task = runs.get(*run).and_then(|run| run.task).filter(|_| look == Look::Task);
            open = Some((Span { paragraph, from: at, to: at + 1, look, task }, *run));
        }
    }
    out.extend(open.map(|(span, _)| span));
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bold(text: &str) -> TextRun {
        TextRun { bold: true, ..TextRun::plain(text) }
    }

    #[test]
    fn looks_stay_on_their_words_however_the_text_is_cleaned() {
        let runs = vec![
            TextRun::plain("  Xây  "),
            bold(" dựng nê\u{300}n"),
            TextRun::plain(" tảng\n\n"),
            TextRun { italic: true, ..bold("số ") },
            TextRun::plain(" \u{ad}"),
        ];
        let (text, spans) = taken_in(&[runs, vec![TextRun::plain(" ")]]);
        assert_eq!(text, ["Xây dựng nền tảng", "số"]);
        let span = |paragraph, from, to, look| Span { paragraph, from, to, look, task: None };
        assert_eq!(spans, [span(0, 4, 12, Look::Bold), span(1, 0, 2, Look::Bold), span(1, 0, 2, Look::Italic)]);
        assert_eq!(runs_of(&text[0], 0, &spans)[1], bold("dựng nền"));
    }

    #[test]
    fn an_accent_that_opens_a_run_stays_on_its_letter() {
        let (text, spans) = taken_in(&[vec![TextRun::plain("ke\u{302}"), bold("\u{301} hoạch")]]);
        assert_eq!(text, ["kế hoạch"]);
        assert_eq!((spans[0].from, spans[0].to), (2, 8));
    }

    #[test]
    fn two_references_side_by_side_stay_two() {
        let task = |id, text: &str| TextRun { task: Some(TaskId(id)), ..TextRun::plain(text) };
        let (_, spans) = taken_in(&[vec![task(1, "I.1"), task(1, "I.1"), task(2, "I.2")]]);
        let ends: Vec<_> = spans.iter().map(|s| (s.from, s.to, s.task.map(|t| t.0))).collect();
        assert_eq!(ends, [(0, 3, Some(1)), (3, 6, Some(1)), (6, 9, Some(2))]);
    }

    fn run() -> impl Strategy<Value = TextRun> {
        ("[a-cếộ ]{0,6}", any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(text, bold, italic, citation)| TextRun {
            text,
            bold,
            italic,
            citation,
            task: None,
        })
    }

    proptest! {
        #[test]
        fn what_is_taken_in_goes_out_and_comes_in_the_same(
            paragraphs in prop::collection::vec(prop::collection::vec(run(), 0..5), 0..5)
        ) {
            let (text, spans) = taken_in(&paragraphs);
            let out: Vec<Vec<TextRun>> = text.iter().enumerate().map(|(at, text)| runs_of(text, at, &spans)).collect();
            for (runs, text) in out.iter().zip(&text) {
                prop_assert_eq!(&runs.iter().map(|run| run.text.as_str()).collect::<String>(), text);
            }
            prop_assert_eq!(taken_in(&out), (text, spans));
        }

        #[test]
        fn spans_out_of_place_hurt_nobody(text in "[aế ]{0,6}", ends in prop::collection::vec((any::<u32>(), any::<u32>()), 0..4)) {
            let spans: Vec<Span> =
                ends.into_iter().map(|(from, to)| Span { paragraph: 0, from: from % 9, to, look: Look::Bold, task: None }).collect();
            prop_assert_eq!(runs_of(&text, 0, &spans).into_iter().map(|run| run.text).collect::<String>(), text);
        }
    }
}
