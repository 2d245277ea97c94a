//! Paragraphs → outline: Phần, Chương, Mục, Phụ lục, I., 1., 1.1., a), -, + as a tree.
//!
//! Which marks are labels and below what they stand is decided over the whole paper (`search`, with the costs of `cost`).
//! A label has a heading if typography, or the run of its siblings, says that it is a title and not a sentence. No text is
//! lost: what carries no label stays under the nearest label above that is no dash.

mod cost;
mod search;

use self::cost::{Fit, Sighting};
use self::search::Placed;
use super::marks::{Kind, Mark, is_caps, starts_lower};
use super::meaning::OutlineNode;
use super::paragraphs::{Paragraph, is_issue};
use super::wrap::joined;
use crate::plan::Finding;
use crate::text::{from_roman, roman};

/// A title longer than this is a sentence.
const LONGEST_TITLE: usize = 160;

/// An outline.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) nodes: Vec<OutlineNode>,
    /// Paragraphs before the first label.
    pub(super) preface: Vec<String>,
    pub(super) findings: Vec<Finding>,
}

/// Reads the outline of these paragraphs.
pub(super) fn outline<'a>(paragraphs: impl Iterator<Item = &'a Paragraph>) -> Outline {
    let paragraphs: Vec<&Paragraph> = paragraphs.collect();
    let seen = cost::sightings(&paragraphs);
    let placed = search::decode(&seen);
    let mut growing = Growing { findings: doubts(&placed, &seen, &paragraphs), ..Growing::default() };
    let mut labels = placed.into_iter().peekable();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        match labels.next_if(|label| label.at == at) {
            Some(label) => growing.label(label, paragraph, &seen),
            None => growing.text(paragraph),
        }
    }
    growing.finish()
}

/// What is doubtful in the labels: gaps, repetitions, places that might be others.
fn doubts(placed: &[Placed], seen: &[Option<Sighting<'_>>], paragraphs: &[&Paragraph]) -> Vec<Finding> {
    let counts_d = placed.iter().any(|p| p.mark.kind == Kind::Letter && p.mark.label == "đ");
    let before = |entry: cost::Entry| seen[entry.sighting].as_ref().and_then(|s| s.marks.get(entry.mark)).map(|(mark, _)| mark);
    let mut found = Vec::new();
    let mut last_letter: Option<(&str, usize)> = None;
    for label in placed {
        let name = &label.mark.label;
        let place = paragraphs[label.at].place.to_string();
        let message = match label.fit {
            Fit::Breaks(Some(entry)) => before(entry).map(|mark| broken(&label.mark, mark)),
            // an annex sent alone, or a sheet that begins with its label
            Fit::Breaks(None) if label.mark.kind == Kind::Annex && placed.first().is_some_and(|first| first.at == label.at) => {
                None
            }
            Fit::Breaks(None) => Some(format!("Mục “{name}” không có mục đứng trước.")),
            Fit::Strays => Some(format!("Mục “{name}” đứng dưới một mục có số khác.")),
            Fit::Fits => None,
        };
        if let Some(message) = message {
            let hint = "Đối chiếu với bản gốc xem có thiếu mục hay đánh số nhầm không.";
            found.push(Finding::warning(place.clone(), message, hint));
        }
        if label.doubtful && label.fit == Fit::Fits {
            let message = format!("Chưa chắc mục “{name}” thuộc cấp nào: hai cách hiểu số thứ tự gần như nhau.");
            found.push(Finding::warning(place.clone(), message, "Đối chiếu với bản gốc mục này nằm dưới mục nào."));
        }
        // a paper that counts đ elsewhere left it out here
        if label.mark.kind == Kind::Letter {
            if counts_d && name == "e" && last_letter == Some(("d", label.depth)) {
                let hint = "Đối chiếu với bản gốc xem có thiếu mục “đ” không.";
                found.push(Finding::info(place, "Mục “e” đứng ngay sau mục “d”, không có mục “đ”.", hint));
            }
            last_letter = Some((name, label.depth));
        } else if last_letter.is_some_and(|(_, depth)| label.depth <= depth) {
            last_letter = None;
        }
    }
    found
}

/// A node while the tree grows; `children` are places in [`Growing::drafts`].
struct Draft {
    mark: Mark,
    title: String,
    bold: Option<bool>,
    italic: Option<bool>,
    text: Vec<String>,
    children: Vec<usize>,
    at: String,
    /// Its heading may still go on in the next paragraph.
    untitled: bool,
}

#[derive(Default)]
struct Growing {
    drafts: Vec<Draft>,
    roots: Vec<usize>,
    /// The open nodes, top level first.
    stack: Vec<usize>,
    preface: Vec<String>,
    findings: Vec<Finding>,
}

impl Growing {
    fn label(&mut self, label: Placed, paragraph: &Paragraph, seen: &[Option<Sighting<'_>>]) {
        let marks = seen[label.at].as_ref().map(|s| s.marks.as_slice()).unwrap_or_default();
        let rest = marks.first().map_or("", |(_, rest)| rest);
        self.stack.truncate(label.depth);
        self.push(label.mark, rest, paragraph);
    }

    fn push(&mut self, mark: Mark, rest: &str, paragraph: &Paragraph) {
        let index = self.drafts.len();
        let untitled = mark.kind.is_named() && mark.kind != Kind::Article && (rest.is_empty() || is_caps(rest));
        self.drafts.push(Draft {
            mark,
            title: rest.to_owned(),
            bold: paragraph.look.bold,
            italic: paragraph.look.italic,
            text: Vec::new(),
            children: Vec::new(),
            at: paragraph.place.to_string(),
            untitled,
        });
        match self.stack.last() {
            Some(parent) => self.drafts[*parent].children.push(index),
            None => self.roots.push(index),
        }
        self.stack.push(index);
    }

    fn kind(&self, index: usize) -> Kind {
        self.drafts[index].mark.kind
    }

    fn text(&mut self, paragraph: &Paragraph) {
        let text = paragraph.text.clone();
        let annexed = |draft: &Draft| draft.mark.kind == Kind::Annex && draft.text.is_empty();
        if is_issue(&text) && self.drafts.last().is_some_and(annexed) {
            // what the annex came with is no text of it
            return;
        }
        let Some(last) = self.drafts.last_mut() else {
            self.preface.push(text);
            return;
        };
        if last.untitled {
            if goes_on_with_title(last, paragraph) {
                if last.title.is_empty() {
                    last.title = text
                } else {
                    last.title = joined(&last.title, &text)
                }
                return;
            }
            last.untitled = false;
        }
        let cut = last.text.is_empty() && !last.mark.kind.counts() && !ends_sentence(&last.title) && starts_lower(&text);
        if cut {
            return last.title = joined(&last.title, &text);
        }
        let at = self.stack.iter().rev().find(|i| self.kind(**i).counts()).copied();
        match at.or_else(|| self.stack.last().copied()) {
            Some(at) => self.drafts[at].text.push(text),
            None => self.preface.push(text),
        }
    }

    fn finish(self) -> Outline {
        let nodes = self.grown(&self.roots);
        Outline { nodes, preface: self.preface, findings: self.findings }
    }

    fn grown(&self, indices: &[usize]) -> Vec<OutlineNode> {
        let titled = self.titled(indices);
        let node = |(index, titled): (&usize, bool)| {
            let draft = &self.drafts[*index];
            let mut text = draft.text.clone();
            let heading = Some(draft.title.clone()).filter(|t| titled && !t.is_empty());
            if heading.is_none() && !draft.title.is_empty() {
                text.insert(0, draft.title.clone());
            }
            let children = self.grown(&draft.children);
            OutlineNode { label: draft.mark.label.clone(), heading, text, children, at: draft.at.clone(), mandatory: None }
        };
        indices.iter().zip(titled).map(node).collect()
    }

    /// Which of these siblings have a title: by their own look, else as most of their run do.
    fn titled(&self, indices: &[usize]) -> Vec<bool> {
        let drafts: Vec<&Draft> = indices.iter().map(|i| &self.drafts[*i]).collect();
        let sentences = drafts.iter().filter(|d| d.mark.kind.counts() && is_sentence(&d.title)).count();
        let counted = drafts.iter().filter(|d| d.mark.kind.counts()).count();
        let one = |draft: &&Draft| {
            let kind = draft.mark.kind;
            if !kind.counts() || kind == Kind::Article && is_sentence(&draft.title) {
                return false;
            }
            let set_off = draft.bold == Some(true) || draft.italic == Some(true) && !is_sentence(&draft.title);
            kind.is_named() || set_off || is_caps(&draft.title) || !is_sentence(&draft.title) && sentences * 2 < counted
        };
        drafts.iter().map(one).collect()
    }
}

fn broken(mark: &Mark, before: &Mark) -> String {
    if before.last() == mark.last() {
        return format!("Mục “{}” đánh số hai lần.", mark.label);
    }
    let missing = missing(mark, before).map(|label| format!(", thiếu mục “{label}”")).unwrap_or_default();
    format!("Mục “{}” đứng sau mục “{}”: số thứ tự không liền{missing}.", mark.label, before.label)
}

/// The one label that is left out between two.
fn missing(mark: &Mark, before: &Mark) -> Option<String> {
    let number = before.last() + 1;
    if mark.kind != before.kind || mark.last() != number + 1 {
        return None;
    }
    let stem = before.label.trim_end_matches(char::is_alphanumeric);
    let count = &before.label[stem.len()..];
    let count = match from_roman(count) {
        _ if count.bytes().all(|b| b.is_ascii_digit()) => number.to_string(),
        Some(known) if known == before.last() => roman(number),
        _ => return None,
    };
    Some(format!("{stem}{count}"))
}

/// A title that stands on lines of its own below "Phần I" or "Phụ lục 01".
fn goes_on_with_title(draft: &Draft, paragraph: &Paragraph) -> bool {
    let text = &paragraph.text;
    if text.starts_with('(') || paragraph.behind_table {
        return false;
    }
    let styled = paragraph.look.centred == Some(true) || paragraph.look.bold == Some(true);
    if draft.title.is_empty() {
        return styled || is_caps(text) || text.chars().count() < LONGEST_TITLE && !ends_sentence(text);
    }
    is_caps(&draft.title) == is_caps(text) && (is_caps(text) || styled && !ends_sentence(text))
}

fn is_sentence(title: &str) -> bool {
    title.chars().count() > LONGEST_TITLE || title.ends_with(['.', ';', ','])
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['”', '"', ')']).ends_with(['.', ';', ':', '!', '?', '…'])
}

/// Every node with its path ("Phần II/III/1"), in order.
pub(super) fn walk<'a>(nodes: &'a [OutlineNode], path: &str, visit: &mut dyn FnMut(&'a OutlineNode, &str)) {
    for node in nodes {
        let path = if path.is_empty() { node.label.clone() } else { format!("{path}/{}", node.label) };
        visit(node, &path);
        walk(&node.children, &path, visit);
    }
}

#[cfg(test)]
mod tests;
