//! Ways through the document: bookmarks that match the headings, and the pages' names.

use pdf_writer::types::NumberingStyle;
use pdf_writer::writers::{Catalog, PageLabel};
use pdf_writer::{Name, Ref, TextStr};

use super::{File, Sheet, hundredths, number};
use crate::document::{Block, Document, Part, StyleName};
use crate::layout::{Layout, OutlineEntry};

/// Plan pages are named 1, 2, …; those of an annex PL-1, or PL.II-1 where there are several (rule P4).
pub(super) fn labels(catalog: &mut Catalog, document: &Document, layout: &Layout) {
    let mut tree = catalog.insert(Name(b"PageLabels")).dict();
    let mut ranges = tree.insert(Name(b"Nums")).array();
    for (first, part) in layout.parts.iter().zip(&document.parts) {
        ranges.item(number(*first));
        let mut label: PageLabel = ranges.push().start();
        label.style(NumberingStyle::Arabic);
        if let Some(prefix) = prefix(part) {
            label.prefix(TextStr(&prefix));
        }
    }
}

/// "PL.II-" for "Phụ lục II", "PL-" for an only one; none for a part that is no annex.
fn prefix(part: &Part) -> Option<String> {
    let label = part.blocks.iter().find_map(|block| match block {
        Block::Paragraph(paragraph) if paragraph.style == StyleName::AnnexLabel => Some(paragraph.text()),
        _ => None,
    })?;
    let numeral = label.split_whitespace().next_back().filter(|word| crate::text::from_roman(word).is_some());
    Some(numeral.map_or_else(|| "PL-".to_owned(), |numeral| format!("PL.{numeral}-")))
}

/// The tree of bookmarks; `None` if there is no heading.
pub(super) fn outline(file: &mut File, layout: &Layout, sheets: &[Sheet]) -> Option<Ref> {
    if layout.outline.is_empty() {
        return None;
    }
    let root = file.id();
    let (first, last, count) = branch(file, sheets, &layout.outline, root)?;
    file.pdf.outline(root).first(first).last(last).count(count);
    Some(root)
}

/// Writes entries below a parent: each takes those that follow it on a deeper level as its children. Gives back the
/// first, the last, and how many show while the panel is as it opens.
fn branch(file: &mut File, sheets: &[Sheet], entries: &[OutlineEntry], parent: Ref) -> Option<(Ref, Ref, i32)> {
    let mut siblings: Vec<(Ref, &OutlineEntry, &[OutlineEntry])> = Vec::new();
    let mut rest = entries;
    while let Some((entry, after)) = rest.split_first() {
        let below = after.iter().take_while(|other| other.level > entry.level).count();
        siblings.push((file.id(), entry, &after[..below]));
        rest = &after[below..];
    }
    let mut count = 0;
    for (at, (id, entry, below)) in siblings.iter().enumerate() {
        let children = branch(file, sheets, below, *id);
        // Closed below the second level, so that the panel shows the outline at a glance.
        let open = entry.level < 2;
        let mut out = file.pdf.outline_item(*id);
        out.title(TextStr(&entry.title)).parent(parent);
        if let Some(sheet) = sheets.get(entry.page) {
            out.dest().page(sheet.id).xyz(0.0, hundredths(sheet.height - entry.y), None);
        }
        if let Some((first, last, below)) = children {
            out.first(first).last(last).count(if open { below } else { -below });
            count += if open { below } else { 0 };
        }
        if let Some((before, ..)) = at.checked_sub(1).and_then(|at| siblings.get(at)) {
            out.prev(*before);
        }
        if let Some((after, ..)) = siblings.get(at + 1) {
            out.next(*after);
        }
        count += 1;
    }
    Some((siblings.first()?.0, siblings.last()?.0, count))
}
