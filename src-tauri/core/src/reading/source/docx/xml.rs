//! An XML part as a small tree. Entities of the document's own are never expanded, nesting is limited.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::package::damaged;
use crate::reading::ReadError;
use crate::reading::source::limits::{MOST_NODES, counted, exceeded};

/// Deeper than this is no document: Word nests a table in a text box in a table at about 40.
const DEEPEST: usize = 400;

/// An element, its name with the prefix "w:" for WordprocessingML whatever prefix the file uses.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// "w:p".
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// In order.
    pub(super) children: Vec<Node>,
}

/// A child of an element.
#[derive(Debug)]
pub(super) enum Node {
    /// An element.
    Element(Element),
    /// Character data.
    Text(String),
}

impl Element {
    /// The tree of a part.
    ///
    /// # Errors
    /// [`ReadError`] if it is not well-formed, too deep, or of more nodes than any paper has.
    pub(super) fn parse(text: &str, part: &str) -> Result<Self, ReadError> {
        let mut nodes = 0;
        let tree = Self::tree(text, &mut nodes);
        if nodes > MOST_NODES {
            return Err(exceeded("phần tử XML", part, &format!("{} phần tử", counted(MOST_NODES))));
        }
        tree.ok_or_else(damaged)
    }

    /// Counts elements, attributes and texts in `nodes`; `None` once there are too many.
    fn tree(text: &str, nodes: &mut usize) -> Option<Self> {
        let mut reader = Reader::from_str(text);
        let mut open: Vec<Self> = vec![Self::default()];
        let mut prefix = "w:".to_owned();
        loop {
            *nodes += 1;
            (*nodes <= MOST_NODES).then_some(())?;
            match reader.read_event().ok()? {
                Event::Start(tag) => {
                    (open.len() < DEEPEST).then_some(())?;
                    open.push(Self::of(&tag, &mut prefix, nodes)?);
                }
                Event::Empty(tag) => {
                    let element = Self::of(&tag, &mut prefix, nodes)?;
                    open.last_mut()?.children.push(Node::Element(element));
                }
                Event::End(_) => {
                    let mut done = open.pop()?;
                    done.children.shrink_to_fit();
                    open.last_mut()?.children.push(Node::Element(done));
                }
                Event::Text(text) => open.last_mut()?.children.push(Node::Text(text.xml10_content().into_owned())),
                Event::CData(data) => open.last_mut()?.children.push(Node::Text(data.xml10_content().into_owned())),
                Event::GeneralRef(reference) => {
                    let letter = match reference.resolve_char_ref() {
                        Ok(Some(letter)) => Some(letter),
                        _ => match reference.xml10_content().as_ref() {
                            "amp" => Some('&'),
                            "lt" => Some('<'),
                            "gt" => Some('>'),
                            "quot" => Some('"'),
                            "apos" => Some('\''),
                            _ => None,
                        },
                    };
                    open.last_mut()?.children.extend(letter.map(|l| Node::Text(l.to_string())));
                }
                Event::Eof => break,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
        let root = open.pop()?;
        if !open.is_empty() {
            return None;
        }
        root.children.into_iter().find_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    fn of(tag: &BytesStart<'_>, prefix: &mut String, nodes: &mut usize) -> Option<Self> {
        let mut attributes = Vec::new();
        for attribute in tag.attributes().with_checks(false).flatten() {
            *nodes += 1;
            (*nodes <= MOST_NODES).then_some(())?;
            let key = attribute.key.as_ref().to_owned();
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
            let value = value.map(std::borrow::Cow::into_owned).unwrap_or_default();
            let word = value.ends_with("/wordprocessingml/2006/main") | value.ends_with("/ooxml/wordprocessingml/main");
            if word && let Some(own) = key.strip_prefix("xmlns:") {
                *prefix = format!("{own}:");
            } else if word && key == "xmlns" && !prefix.is_empty() {
                prefix.clear();
            }
            attributes.push((key, value));
        }
        let named = |name: &str| match name.strip_prefix(prefix.as_str()) {
            Some(bare) if !prefix.is_empty() || !bare.contains(':') && !bare.starts_with("xmlns") => format!("w:{bare}"),
            _ => name.to_owned(),
        };
        let mut attributes: Vec<_> = attributes.into_iter().map(|(key, value)| (named(&key), value)).collect();
        attributes.shrink_to_fit();
        Some(Self { name: named(tag.name().as_ref()), attributes, children: Vec::new() })
    }

    /// An attribute's value.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// `w:val`.
    pub(super) fn val(&self) -> Option<&str> {
        self.attribute("w:val")
    }

    /// Child elements.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first child of that name.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// The first element of that name at any depth.
    pub(super) fn find(&self, name: &str) -> Option<&Self> {
        self.elements().find_map(|element| if element.name == name { Some(element) } else { element.find(name) })
    }

    /// There is an element of that name at any depth.
    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Its own character data.
    pub(super) fn text(&self) -> String {
        let own = self.children.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Element(_) => None,
        });
        own.collect()
    }

    /// A child's `w:val` as a number.
    pub(super) fn number(&self, child: &str) -> Option<u32> {
        self.child(child)?.val()?.parse().ok()
    }

    /// A switch such as `w:b`: on if present and not "0", "false", "none"; `None` if absent.
    pub(super) fn switch(&self, child: &str) -> Option<bool> {
        let value = self.child(child)?.val();
        Some(!matches!(value, Some("0" | "false" | "off" | "none")))
    }
}
