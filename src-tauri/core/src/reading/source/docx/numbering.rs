//! The numbers that Word's lists make by themselves, written out as the paper shows them.
//!
//! Word counts a b c d e; Vietnamese papers count a b c d đ e, and that is what is written.

use std::collections::BTreeMap;

use super::xml::Element;
use crate::text::{letter_at, roman};

#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
    legal: bool,
}

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Levels of an abstract list.
    levels: BTreeMap<u32, BTreeMap<u32, Level>>,
    /// List → abstract list, and where its levels begin if it says so.
    lists: BTreeMap<u32, (u32, BTreeMap<u32, u32>)>,
    /// Counts of an abstract list by level.
    counts: BTreeMap<u32, BTreeMap<u32, u32>>,
    /// Lists whose own beginnings have been used.
    begun: Vec<(u32, u32)>,
}

impl Numbering {
    /// Reads `word/numbering.xml`.
    pub(super) fn of(part: &Element) -> Self {
        let mut numbering = Self::default();
        for list in part.elements().filter(|e| e.name == "w:abstractNum") {
            let Some(id) = list.attribute("w:abstractNumId").and_then(|id| id.parse().ok()) else { continue };
            numbering.levels.insert(id, list.elements().filter_map(level).collect());
        }
        for list in part.elements().filter(|e| e.name == "w:num") {
            let id = list.attribute("w:numId").and_then(|id| id.parse().ok());
            let (Some(id), Some(of)) = (id, list.number("w:abstractNumId")) else { continue };
            let begins = list
                .elements()
                .filter(|e| e.name == "w:lvlOverride")
                .filter_map(|change| Some((change.attribute("w:ilvl")?.parse().ok()?, change.number("w:startOverride")?)));
            numbering.lists.insert(id, (of, begins.collect()));
        }
        numbering
    }

    /// Counts one paragraph of a list and gives its number, "3.1." or "-"; `None` if the list shows none.
    pub(super) fn next(&mut self, list: u32, at: u32) -> Option<String> {
        let (of, begins) = self.lists.get(&list)?.clone();
        let levels = self.levels.get(&of)?;
        let level = levels.get(&at)?;
        let counts = self.counts.entry(of).or_default();
        counts.retain(|deeper, _| *deeper <= at);
        let begin = begins.get(&at).filter(|_| !self.begun.contains(&(list, at)));
        if begin.is_some() {
            self.begun.push((list, at));
        }
        let start = begins.get(&at).copied().unwrap_or(level.start);
        let count = match (begin, counts.get(&at)) {
            (Some(begin), _) => *begin,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => start,
        };
        counts.insert(at, count);
        shown(level, levels, counts)
    }
}

fn level(element: &Element) -> Option<(u32, Level)> {
    (element.name == "w:lvl").then_some(())?;
    let at = element.attribute("w:ilvl")?.parse().ok()?;
    let text = |child: &str| element.child(child).and_then(Element::val).unwrap_or_default().to_owned();
    let level = Level {
        start: element.number("w:start").unwrap_or(1),
        format: text("w:numFmt"),
        text: text("w:lvlText"),
        legal: element.switch("w:isLgl") == Some(true),
    };
    Some((at, level))
}

fn shown(level: &Level, levels: &BTreeMap<u32, Level>, counts: &BTreeMap<u32, u32>) -> Option<String> {
    match level.format.as_str() {
        "none" => return None,
        "bullet" => {
            // U+F02B is the plus of the Symbol font
            let plus = matches!(level.text.trim(), "+" | "\u{f02b}");
            return Some(if plus { "+" } else { "-" }.to_owned());
        }
        _ => {}
    }
    let mut out = String::new();
    let mut letters = level.text.chars().peekable();
    while let Some(letter) = letters.next() {
        let digit = letters.peek().and_then(|d| d.to_digit(10)).filter(|d| letter == '%' && *d > 0);
        let Some(digit) = digit else {
            out.push(letter);
            continue;
        };
        letters.next();
        let other = levels.get(&(digit - 1));
        let count = counts.get(&(digit - 1)).copied().or(other.map(|o| o.start)).unwrap_or(1);
        let format = other.map_or("decimal", |o| o.format.as_str());
        out.push_str(&numeral(count, if level.legal { "decimal" } else { format }));
    }
    Some(out.trim().to_owned()).filter(|shown| !shown.is_empty())
}

fn numeral(count: u32, format: &str) -> String {
    let letters = || letter_at(usize::try_from(count.saturating_sub(1)).unwrap_or(0).min(500));
    match format {
        "upperRoman" => roman(count.min(3999)),
        "lowerRoman" => roman(count.min(3999)).to_lowercase(),
        "lowerLetter" => letters(),
        "upperLetter" => letters().to_uppercase(),
        "decimalZero" => format!("{count:02}"),
        _ => count.to_string(),
    }
}
