//! Which rows and columns of a workbook's sheets are hidden, and how wide its columns are: what the workbook's reader does
//! not tell.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read};
use std::ops::RangeInclusive;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// The most of a sheet that is looked through.
const LARGEST_SHEET: u64 = 64 << 20;

/// Hidden rows and columns of a sheet, from 0.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    pub(super) rows: BTreeSet<u32>,
    pub(super) columns: Vec<RangeInclusive<u32>>,
    /// Columns that are not as wide as the others, in digits of the workbook's font.
    widths: Vec<(RangeInclusive<u32>, f32)>,
    /// Width of the others.
    width: Option<f32>,
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What is hidden, by sheet; a sheet that cannot be looked through hides nothing.
pub(super) fn of(bytes: &[u8]) -> BTreeMap<String, Hidden> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return BTreeMap::new() };
    let mut parts: BTreeMap<String, String> = BTreeMap::new();
    each(&mut archive, "xl/_rels/workbook.xml.rels", |tag| {
        if let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target")) {
            let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            parts.insert(id, path);
        }
    });
    let mut sheets: Vec<(String, String)> = Vec::new();
    each(&mut archive, "xl/workbook.xml", |tag| {
        if tag.local_name().as_ref() == "sheet"
            && let (Some(name), Some(part)) = (attribute(tag, "name"), attribute(tag, "id").and_then(|id| parts.get(&id)))
        {
            sheets.push((name, part.clone()));
        }
    });
    let mut found = BTreeMap::new();
    for (name, part) in sheets {
        let mut hidden = Hidden::default();
        each(&mut archive, &part, |tag| hidden.take(tag));
        found.insert(name, hidden);
    }
    found
}

impl Hidden {
    /// How wide a column is, in points, as Excel takes it to be where the sheet says nothing.
    pub(super) fn width(&self, column: u32) -> f32 {
        /// Of a column, in digits.
        const USUAL: f32 = 8.43;
        /// Of a digit of the usual font, and of a cell's padding.
        const POINTS: (f32, f32) = (5.25, 3.75);
        let own = self.widths.iter().find(|(columns, _)| columns.contains(&column)).map(|(_, width)| *width);
        let digits = own.or(self.width).filter(|width| (0.1..=255.0).contains(width)).unwrap_or(USUAL);
        digits * POINTS.0 + POINTS.1
    }

    fn take(&mut self, tag: &BytesStart<'_>) {
        let number = |name: &str| attribute(tag, name).and_then(|n| n.parse::<u32>().ok()).and_then(|n| n.checked_sub(1));
        let kind = tag.local_name();
        if kind.as_ref() == "sheetFormatPr" {
            self.width = attribute(tag, "defaultColWidth").and_then(|w| w.parse().ok());
        }
        if kind.as_ref() == "col"
            && let (Some(first), Some(last)) = (number("min"), number("max"))
            && let Some(width) = attribute(tag, "width").and_then(|w| w.parse().ok())
        {
            self.widths.push((first..=last, width));
        }
        if !matches!(kind.as_ref(), "row" | "col") || !matches!(attribute(tag, "hidden").as_deref(), Some("1" | "true")) {
            return;
        }
        if kind.as_ref() == "row" {
            self.rows.extend(number("r"));
        } else if let (Some(first), Some(last)) = (number("min"), number("max")) {
            self.columns.push(first..=last);
        }
    }
}

/// Visits the start of every element of a part.
fn each(archive: &mut Archive<'_>, part: &str, mut visit: impl FnMut(&BytesStart<'_>)) {
    let Ok(file) = archive.by_name(part) else { return };
    let mut reader = Reader::from_reader(BufReader::new(file.take(LARGEST_SHEET)));
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => visit(&tag),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
        buffer.clear();
    }
}

/// The value of an attribute, whatever its prefix.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}
