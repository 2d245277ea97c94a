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
