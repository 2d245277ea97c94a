//! Texts of cells that are set in several fonts, one of them from before Unicode: the workbook's reader gives the letters
//! of such a text, not their fonts.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, Event};
use zip::ZipArchive;

use super::hidden::attribute;
use super::is_unicode;
use crate::reading::source::legacy;
use crate::reading::source::limits::LARGEST_PART;
use crate::text::legacy::Legacy;

/// A stretch of a text in one font.
#[derive(Debug, Default, Clone, PartialEq)]
struct Run {
    /// `None`: the cell's own.
    font: Option<String>,
    text: String,
}

/// Shared texts in several fonts, by their letters without white space.
#[derive(Debug, Default)]
pub(super) struct Runs(BTreeMap<String, Vec<Run>>);

impl Runs {
    /// Those of a workbook; none if its shared texts cannot be looked through.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut found = Self::default();
        let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return found };
        let Ok(part) = archive.by_name("xl/sharedStrings.xml") else { return found };
        let mut reader = Reader::from_reader(BufReader::new(part.take(LARGEST_PART)));
        let (mut buffer, mut runs, mut in_text) = (Vec::new(), Vec::new(), false);
        loop {
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(tag) | Event::Empty(tag)) => match tag.local_name().as_ref() {
                    "si" => runs.clear(),
                    "r" => runs.push(Run::default()),
                    "rFont" => {
                        if let Some(run) = runs.last_mut() {
                            run.font = attribute(&tag, "val");
                        }
                    }
                    "t" => in_text = true,
                    _ => {}
                },
                Ok(Event::End(tag)) => match tag.local_name().as_ref() {
                    "t" => in_text = false,
                    "si" => found.keep(std::mem::take(&mut runs)),
                    _ => {}
                },
                Ok(Event::Text(text)) if in_text => push(&mut runs, &text.xml10_content()),
                Ok(Event::CData(text)) if in_text => push(&mut runs, &text.xml10_content()),
                Ok(Event::GeneralRef(reference)) if in_text => push(&mut runs, &resolved(&reference)),
                Ok(Event::Eof) | Err(_) => return found,
                Ok(_) => {}
            }
            buffer.clear();
        }
    }

    fn keep(&mut self, runs: Vec<Run>) {
        if runs.iter().any(|run| run.font.as_deref().and_then(Legacy::of_font).is_some()) {
            self.0.insert(key(runs.iter().map(|run| run.text.as_str())), runs);
        }
    }

    /// A cell's text with each run converted as its font says, the encoding and the font that it was converted from;
    /// `None` if the text is in no legacy font, or in one only.
    pub(super) fn converted(&self, text: &str, own: Option<&str>) -> Option<(String, Legacy, String)> {
        if self.0.is_empty() {
            return None;
        }
        let mut out = String::new();
        let mut first = None;
        for run in self.0.get(&key([text]))? {
            let font = run.font.as_deref().or(own).unwrap_or_default();
            match Legacy::of_font(font).filter(|_| !is_unicode(&run.text)) {
                Some((encoding, capitals)) => {
                    let text = legacy::converted(encoding, &run.text);
                    out += &if capitals { text.to_uppercase() } else { text };
                    first = first.or_else(|| Some((encoding, font.to_owned())));
                }
                None => out += &run.text,
            }
        }
        first.map(|(encoding, font)| (out, encoding, font))
    }
}

fn key<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    texts.into_iter().flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}

fn push(runs: &mut [Run], text: &str) {
    if let Some(run) = runs.last_mut() {
        run.text.push_str(text);
    }
}

/// "&amp;", "&#7897;".
fn resolved(reference: &BytesRef<'_>) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(letter)) => letter.to_string(),
        _ => resolve_xml_entity(&reference.xml10_content()).unwrap_or_default().to_owned(),
    }
}
