//! Which paragraphs stay with the next beyond what their style says.

use super::model::{Block, Document};

/// A paragraph that ends with ":" announces what follows and does not end a page.
pub(super) fn keep_openings(document: &mut Document) {
    for part in &mut document.parts {
        for at in 1..part.blocks.len() {
            let (above, below) = part.blocks.split_at_mut(at);
            if let (Some(Block::Paragraph(opening)), Some(Block::Paragraph(_) | Block::Table(_))) =
                (above.last_mut(), below.first())
            {
                opening.keep = opening.text().trim_end().ends_with(':');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::model::{AgencySigns, Document, Orientation, Paragraph, Part, Properties};
    use super::super::style::StyleName;
    use super::*;

    #[test]
    fn an_opening_stays_with_what_it_announces_and_the_last_paragraph_with_nothing() {
        let texts = ["Mục tiêu cụ thể:", "- Một;", "- Hai:"];
        let blocks = texts.map(|text| Block::Paragraph(Paragraph::plain(StyleName::Item, text))).into();
        let parts = vec![Part { orientation: Orientation::Portrait, blocks }];
        let mut document = Document { properties: Properties::default(), parts, agency: AgencySigns::No };
        keep_openings(&mut document);
        let keep = |block: &Block| matches!(block, Block::Paragraph(paragraph) if paragraph.keep);
        assert_eq!(document.parts[0].blocks.iter().map(keep).collect::<Vec<_>>(), [true, false, false]);
    }
}
