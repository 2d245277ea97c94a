//! The numbers that Word's lists make by themselves, written out as the paper shows them.
//!
//! Word counts a b c d e; Vietnamese papers count a b c d đ e, and that is what is written.

use std::collections::{BTreeMap, BTreeSet};

use super::runs::of_font;
use super::styles::{Says, Styles};
use super::xml::Element;
use crate::reading::source::limits::LONGEST_NUMBER;
use crate::text::{letter_at, roman, squeeze};

#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
    legal: bool,
    /// Counts anew only behind a level above this one; 0 is never. `None`: behind any level above.
    restart: Option<u32>,
    /// The paragraph style that stands at this level.
    style: Option<String>,
}

/// A list: which abstract list it shows, and what it changes of it.
#[derive(Debug, Clone, Default)]
struct List {
    of: u32,
    /// Where levels begin anew.
    begins: BTreeMap<u32, u32>,
    levels: BTreeMap<u32, Level>,
}

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Levels of an abstract list.
    levels: BTreeMap<u32, BTreeMap<u32, Level>>,
    lists: BTreeMap<u32, List>,
    /// Counts of an abstract list by level.
    counts: BTreeMap<u32, BTreeMap<u32, u32>>,
    /// Lists whose own beginnings have been used.
    begun: BTreeSet<(u32, u32)>,
}

/// A number as the paper shows it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// "3.1.", "đ)", "-".
    pub(super) text: String,
    /// Word's own letter is another: it has no đ.
    pub(super) past_d: bool,
}

impl Numbering {
    /// Reads `word/numbering.xml`; lists may be defined by a style.
    pub(super) fn of(part: &Element, styles: &Styles) -> Self {
        let mut numbering = Self::default();
        let mut links: BTreeMap<u32, &str> = BTreeMap::new();
        for list in part.elements().filter(|e| e.name == "w:abstractNum") {
            let Some(id) = list.attribute("w:abstractNumId").and_then(|id| id.parse().ok()) else { continue };
            numbering.levels.insert(id, list.elements().filter_map(level).collect());
            links.extend(list.child("w:numStyleLink").and_then(Element::val).map(|style| (id, style)));
        }
        for list in part.elements().filter(|e| e.name == "w:num") {
            let id = list.attribute("w:numId").and_then(|id| id.parse().ok());
            let (Some(id), Some(of)) = (id, list.number("w:abstractNumId")) else { continue };
            let mut own = List { of, ..List::default() };
            for change in list.elements().filter(|e| e.name == "w:lvlOverride") {
                own.levels.extend(change.elements().filter_map(level));
                let begin = (change.attribute("w:ilvl").and_then(|l| l.parse().ok()), change.number("w:startOverride"));
                if let (Some(level), Some(begin)) = begin {
                    own.begins.insert(level, begin);
                }
            }
            numbering.lists.insert(id, own);
        }
        for (id, style) in links {
            let meant = styles.list(style).and_then(|list| numbering.lists.get(&list)).map(|list| list.of);
            for list in numbering.lists.values_mut().filter(|list| list.of == id) {
                list.of = meant.unwrap_or(id);
            }
        }
        numbering
    }

    /// The level at which paragraphs of a style stand in a list.
    pub(super) fn level_of(&self, list: u32, style: &str) -> Option<u32> {
        let levels = self.levels.get(&self.lists.get(&list)?.of)?;
        levels.iter().find(|(_, level)| level.style.as_deref() == Some(style)).map(|(at, _)| *at)
    }

    /// Counts one paragraph of a list and gives its number; `None` if the list shows none.
    pub(super) fn next(&mut self, list: u32, at: u32) -> Option<Number> {
        let own = self.lists.get(&list)?;
        let all = self.levels.get(&own.of)?;
        let level_at = |at: u32| own.levels.get(&at).or_else(|| all.get(&at));
        let level = level_at(at)?;
        let counts = self.counts.entry(own.of).or_default();
        let restarts = |deeper: u32| level_at(deeper).and_then(|l| l.restart).is_none_or(|above| at < above);
        counts.retain(|deeper, _| *deeper <= at || !restarts(*deeper));
        let begin = own.begins.get(&at).filter(|_| self.begun.insert((list, at)));
        let start = own.begins.get(&at).copied().unwrap_or(level.start);
        let count = match (begin, counts.get(&at)) {
            (Some(begin), _) => *begin,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => start,
        };
        counts.insert(at, count);
        shown(level, level_at, counts)
    }
}

fn level(element: &Element) -> Option<(u32, Level)> {
    (element.name == "w:lvl").then_some(())?;
    // a list has nine levels, by the format's own rule
    let at = element.attribute("w:ilvl")?.parse().ok().filter(|at| *at < 9)?;
    let text = |child: &str| element.child(child).and_then(Element::val).unwrap_or_default().to_owned();
    let font = element.child("w:rPr").map(Says::of_run).and_then(|says| says.font);
    // formats newer than Word 2007 stand beside one that it knows
    let format = || element.find("w:numFmt").and_then(Element::val).unwrap_or_default().to_owned();
    let level = Level {
        start: element.number("w:start").unwrap_or(1),
        format: Some(text("w:numFmt")).filter(|f| !f.is_empty()).unwrap_or_else(format),
        text: of_font(font.as_deref(), &text("w:lvlText")),
        legal: element.switch("w:isLgl") == Some(true),
        restart: element.number("w:lvlRestart"),
        style: element.child("w:pStyle").and_then(Element::val).map(str::to_owned),
    };
    // a pattern that long is no number of a list, and would be written out for every item
    (level.text.len() <= LONGEST_NUMBER).then_some((at, level))
}

fn shown<'a>(level: &Level, level_at: impl Fn(u32) -> Option<&'a Level>, counts: &BTreeMap<u32, u32>) -> Option<Number> {
    match level.format.as_str() {
        "none" if !level.text.contains(char::is_alphabetic) => return None,
        "bullet" => {
            // of the Symbol and Wingdings fonts: plus, dot, square; any other sign is told from these by a star
            let sign = match level.text.trim() {
                "+" | "\u{f02b}" => "+",
                "\u{f0b7}" | "•" | "·" | "●" => "•",
                "\u{f0a7}" | "▪" | "■" => "▪",
                "o" | "○" | "◦" | "*" | "\u{f0d8}" | "\u{f0fc}" => "*",
                _ => "-",
            };
            return Some(Number { text: sign.to_owned(), past_d: false });
        }
        _ => {}
    }
    let (mut out, mut past_d) = (String::new(), false);
    let mut letters = level.text.chars().peekable();
    while let Some(letter) = letters.next() {
        let digit = letters.peek().and_then(|d| d.to_digit(10)).filter(|d| letter == '%' && *d > 0);
        let Some(digit) = digit else {
            out.push(letter);
            continue;
        };
        letters.next();
        let other = level_at(digit - 1);
        let count = counts.get(&(digit - 1)).copied().or(other.map(|o| o.start)).unwrap_or(1);
        let format = if level.legal { "decimal" } else { other.map_or("decimal", |o| o.format.as_str()) };
        past_d |= count > 4 && matches!(format, "lowerLetter" | "upperLetter");
        out.push_str(&numeral(count, format));
    }
    Some(Number { text: squeeze(&out), past_d }).filter(|number| !number.text.is_empty())
}

fn numeral(count: u32, format: &str) -> String {
    let letters = || letter_at(usize::try_from(count.saturating_sub(1)).unwrap_or(0).min(500));
    match format {
        "upperRoman" => roman(count.min(3999)),
        "lowerRoman" => roman(count.min(3999)).to_lowercase(),
        "lowerLetter" => letters(),
        "upperLetter" => letters().to_uppercase(),
        "none" => String::new(),
        "decimalZero" => format!("{count:02}"),
        _ => count.to_string(),
    }
}
