//! Styles: what a paragraph has through its style and those it is based on.

use std::collections::BTreeMap;

use super::xml::Element;

/// What a paragraph or run says of itself; `None` where it says nothing.
#[derive(Debug, Clone, Default)]
pub(super) struct Says {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) centred: Option<bool>,
    /// Half points.
    pub(super) size: Option<u32>,
    /// List and level.
    pub(super) list: Option<(u32, u32)>,
}

impl Says {
    /// What a `w:rPr` says.
    pub(super) fn of_run(properties: &Element) -> Self {
        Self {
            bold: properties.switch("w:b"),
            italic: properties.switch("w:i"),
            size: properties.number("w:sz"),
            ..Self::default()
        }
    }

    /// What a `w:pPr` says; a list with no level stands at level 0.
    pub(super) fn of_paragraph(properties: &Element) -> Self {
        let list = properties.child("w:numPr");
        let id = list.and_then(|l| l.number("w:numId"));
        let level = list.and_then(|l| l.number("w:ilvl")).unwrap_or(0);
        Self {
            centred: properties.child("w:jc").map(|jc| jc.val() == Some("center")),
            list: id.map(|id| (id, level)),
            ..Self::default()
        }
    }

    /// This, and where it says nothing, `other`.
    pub(super) fn or(self, other: &Self) -> Self {
        Self {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            centred: self.centred.or(other.centred),
            size: self.size.or(other.size),
            list: self.list.or(other.list),
        }
    }
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    says: BTreeMap<String, Says>,
    /// Table styles with visible rules.
    ruled: Vec<String>,
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
            own.insert(id.to_owned(), (run.or(&paragraph), base, ruled));
        }
        for id in own.keys() {
            let (mut says, mut ruled) = (Says::default(), false);
            let mut next = Some(id.clone());
            // a chain longer than the styles there are goes round in a circle
            for _ in 0..=own.len() {
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

    /// A table of that style has visible rules.
    pub(super) fn is_ruled(&self, id: &str) -> bool {
        self.ruled.iter().any(|r| r == id)
    }
}

/// A `w:tblBorders` or `w:tcBorders` that draws anything.
pub(super) fn has_rules(borders: &Element) -> bool {
    borders.elements().any(|e| !matches!(e.val(), None | Some("nil" | "none")))
}
