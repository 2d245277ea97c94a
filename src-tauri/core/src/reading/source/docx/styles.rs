//! Styles: what a paragraph has through its style and those it is based on.

use std::collections::BTreeMap;

use super::xml::Element;
use crate::reading::source::limits::LONGEST_STYLE_CHAIN;

/// Which edges a paragraph's lines are set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Set {
    Left,
    Centred,
    Right,
    Justified,
}

/// What a paragraph or run says of itself; `None` where it says nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Says {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    /// `w:jc`.
    pub(super) set: Option<Set>,
    /// How far the first line stands in, in twentieths of a point.
    pub(super) indent: Option<i32>,
    /// Half points.
    pub(super) size: Option<u32>,
    /// The font of letters beyond ASCII.
    pub(super) font: Option<String>,
    /// Set in capitals, whatever was typed.
    pub(super) caps: Option<bool>,
    pub(super) hidden: Option<bool>,
    /// List; 0 takes the paragraph out of its style's list.
    pub(super) list: Option<u32>,
    /// Level of the list, from 0.
    pub(super) level: Option<u32>,
}

impl Says {
    /// What a `w:rPr` says.
    pub(super) fn of_run(properties: &Element) -> Self {
        Self {
            bold: properties.switch("w:b"),
            italic: properties.switch("w:i"),
            size: properties.number("w:sz"),
            font: properties.child("w:rFonts").and_then(font),
            caps: properties.switch("w:caps"),
            hidden: properties.switch("w:vanish"),
            ..Self::default()
        }
    }

    /// What a `w:pPr` says.
    pub(super) fn of_paragraph(properties: &Element) -> Self {
        let list = properties.child("w:numPr");
        Self {
            set: properties.child("w:jc").map(|jc| match jc.val() {
                Some("center") => Set::Centred,
                Some("right" | "end") => Set::Right,
                Some("both" | "distribute") => Set::Justified,
                _ => Set::Left,
            }),
            indent: properties.child("w:ind").map(first_indent),
            list: list.and_then(|l| l.number("w:numId")),
            level: list.and_then(|l| l.number("w:ilvl")),
            ..Self::default()
        }
    }

    /// This, and where it says nothing, `other`.
    pub(super) fn or(self, other: &Self) -> Self {
        Self {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            set: self.set.or(other.set),
            indent: self.indent.or(other.indent),
            size: self.size.or(other.size),
            font: self.font.or_else(|| other.font.clone()),
            caps: self.caps.or(other.caps),
            hidden: self.hidden.or(other.hidden),
            list: self.list.or(other.list),
            level: self.level.or(other.level),
        }
    }
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    says: BTreeMap<String, Says>,
    /// Table styles with visible rules.
    ruled: Vec<String>,
    /// Styles of a table of contents.
    contents: Vec<String>,
    default: Says,
    default_paragraph: Option<String>,
}

impl Styles {
    /// Reads `word/styles.xml`.
    pub(super) fn of(part: &Element) -> Self {
        let mut own: BTreeMap<String, (Says, Option<String>, bool)> = BTreeMap::new();
        let mut styles = Self::default();
        let defaults = part.child("w:docDefaults").and_then(|d| d.child("w:rPrDefault")).and_then(|d| d.child("w:rPr"));
        styles.default = defaults.map(Says::of_run).unwrap_or_default();
        for style in part.elements().filter(|e| e.name == "w:style") {
            let Some(id) = style.attribute("w:styleId") else { continue };
            let run = style.child("w:rPr").map(Says::of_run).unwrap_or_default();
            let paragraph = style.child("w:pPr").map(Says::of_paragraph).unwrap_or_default();
            let base = style.child("w:basedOn").and_then(Element::val).map(str::to_owned);
            let ruled = style.child("w:tblPr").and_then(|p| p.child("w:tblBorders")).is_some_and(has_rules);
            if style.attribute("w:default") == Some("1") && style.attribute("w:type") == Some("paragraph") {
                styles.default_paragraph = Some(id.to_owned());
            }
            let name = style.child("w:name").and_then(Element::val).unwrap_or(id).to_lowercase();
            if name.strip_prefix("toc").is_some_and(|rest| rest.trim().starts_with(|c: char| c.is_ascii_digit())) {
                styles.contents.push(id.to_owned());
            }
            own.insert(id.to_owned(), (run.or(&paragraph), base, ruled));
        }
        for id in own.keys() {
            let (mut says, mut ruled) = (Says::default(), false);
            let mut next = Some(id.clone());
            for _ in 0..LONGEST_STYLE_CHAIN {
                let Some((these, base, rules)) = next.as_ref().and_then(|id| own.get(id)) else { break };
                says = says.or(these);
                ruled |= rules;
                next = base.clone();
            }
            if ruled {
                styles.ruled.push(id.clone());
            }
            styles.says.insert(id.clone(), says);
        }
        styles
    }

    /// What a paragraph of that style has, the document's defaults included.
    pub(super) fn paragraph(&self, id: Option<&str>) -> Says {
        let id = id.or(self.default_paragraph.as_deref());
        id.and_then(|id| self.says.get(id)).cloned().unwrap_or_default().or(&self.default)
    }

    /// What a character style says.
    pub(super) fn run(&self, id: Option<&str>) -> Says {
        id.and_then(|id| self.says.get(id)).cloned().unwrap_or_default()
    }

    /// The list that a style belongs to.
    pub(super) fn list(&self, id: &str) -> Option<u32> {
        self.says.get(id).and_then(|says| says.list)
    }

    /// A paragraph of that style stands in a table of contents, which repeats the headings.
    pub(super) fn is_contents(&self, id: Option<&str>) -> bool {
        id.is_some_and(|id| self.contents.iter().any(|c| c == id))
    }

    /// A table of that style has visible rules.
    pub(super) fn is_ruled(&self, id: &str) -> bool {
        self.ruled.iter().any(|r| r == id)
    }
}

/// The font of letters beyond ASCII: Word draws them with `w:hAnsi`; files that name one font only mean it for all.
fn font(fonts: &Element) -> Option<String> {
    let named = ["w:hAnsi", "w:ascii", "w:cs", "w:eastAsia"];
    let theme = ["w:hAnsiTheme", "w:asciiTheme"].iter().find_map(|name| fonts.attribute(name));
    // a theme's font beats a named one, and no theme has a legacy font
    theme.or_else(|| named.iter().find_map(|name| fonts.attribute(name))).map(str::to_owned)
}

/// Where the first line begins: the paragraph's own left edge, and what its first line stands in or out.
fn first_indent(indent: &Element) -> i32 {
    let number = |name: &str| indent.attribute(name).and_then(|n| n.parse::<i32>().ok());
    let left = number("w:left").or_else(|| number("w:start")).unwrap_or(0);
    let first = number("w:firstLine").or_else(|| number("w:hanging").map(|n| n.saturating_neg())).unwrap_or(0);
    left.saturating_add(first)
}

/// A `w:tblBorders` or `w:tcBorders` that draws anything.
pub(super) fn has_rules(borders: &Element) -> bool {
    borders.elements().any(|e| !matches!(e.val(), None | Some("nil" | "none")))
}
