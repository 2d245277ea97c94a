//! Layout by rule, on the machine's own Times or Liberation.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::document::fixture::{large, section, small};
use crate::document::{Mm, Orientation, compose};
use crate::plan::Plan;

/// The machine's faces; the project's set-up installs them.
pub(crate) fn fonts() -> Fonts {
    Fonts::new(&crate::files::fonts().expect("a Times New Roman or Liberation Serif 2")).expect("readable faces")
}

pub(crate) fn laid_out(plan: &Plan) -> Layout {
    distribute(&compose(plan), &StyleSheet::default(), &fonts()).expect("pages")
}

fn text(line: &TextLine) -> String {
    line.spans.iter().map(|s| s.text.as_str()).collect()
}

/// What a person sees of a layout: a line each, with its place in whole points.
fn dump(layout: &Layout) -> String {
    let mut out = String::new();
    for (at, page) in layout.pages.iter().enumerate() {
        out += &format!("trang {} ({:.0} × {:.0})\n", at + 1, page.width.0, page.height.0);
        for line in &page.lines {
            let (x, size) = line.spans.first().map_or((0.0, 0.0), |s| (s.x.0, s.size.0));
            out += &format!("{:4.0} {:4.0} {size:2.0} {}\n", line.baseline.0, x, text(line));
        }
    }
    out
}
