//! Where the parts of a paper stand: letterhead, body, closing, and the plan or framework behind it.

use std::ops::Range;

use super::marks::{Kind, Mark, is_caps, mark};
use super::meaning::{Attachment, DocumentKind};
use super::paragraphs::{Paragraph, is_issue};
use crate::text::fold;

/// Tên loại that a plan's or framework's title begins with, folded; longer ones first.
const TITLES: [&str; 17] = [
    "khung ke hoach",
    "du thao ke hoach",
    "de cuong ke hoach",
    "ke hoach",
    "chuong trinh",
    "chien luoc",
    "de cuong",
    "de an",
    "phuong an",
    "quy che",
    "quy trinh",
    "quy dinh",
    "danh muc",
    "huong dan",
    "bao cao",
    "khung",
    "mau",
];

/// The parts of a paper, as ranges of its paragraphs.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) kind: DocumentKind,
    /// From the top to the end of the letter or decision, closing included; of a plan, to its title.
    pub(super) front: Range<usize>,
    /// "Nơi nhận" and signature.
    pub(super) closing: Range<usize>,
    /// The outline and all that follows.
    pub(super) outline: Range<usize>,
    /// What the title says.
    pub(super) attachment: Option<Attachment>,
}

/// Finds the parts.
pub(super) fn parts(paragraphs: &[Paragraph]) -> Parts {
    let end = paragraphs.len();
    let issued = paragraphs.iter().enumerate().position(|(i, p)| is_issued_with(p) && !follows_annex(paragraphs, i));
    let issued = issued.filter(|at| !follows_own_plan(paragraphs, *at));
    let first = |from: usize, test: &dyn Fn(&Paragraph) -> bool| paragraphs.iter().skip(from).position(test).map(|at| at + from);
    let closing = first(0, &|p| p.folded().starts_with("noi nhan"));
    let limit = issued.or(closing).unwrap_or(end);
    let kind = kind(&paragraphs[..limit]);
    let title_from = match (kind, issued) {
        (_, Some(issued)) => title_above(paragraphs, issued),
        (DocumentKind::Plan, None) => first(0, &is_title).unwrap_or(0),
        (_, None) => {
            let from = closing.unwrap_or_else(|| first(0, &|p| p.folded().starts_with("tran trong")).unwrap_or(end));
            first(from, &|p| is_title(p) || opens_outline(p)).unwrap_or(end)
        }
    };
    let title_to = title_end(paragraphs, title_from, issued);
    let closing = match closing {
        Some(at) if at < title_from => at..title_from,
        Some(at) => at..closing_end(paragraphs, at),
        None => title_from..title_from,
    };
    let attachment = attachment(&paragraphs[title_from..title_to]);
    Parts { kind, front: 0..title_from, closing, outline: title_to..end, attachment }
}

fn kind(front: &[Paragraph]) -> DocumentKind {
    let decides = |p: &Paragraph| matches!(p.folded().as_str(), "quyet dinh" | "quyet dinh:");
    let addresses = |p: &Paragraph| p.folded().starts_with("kinh gui") || p.folded().starts_with("v/v");
    if front.iter().any(decides) {
        DocumentKind::Decision
    } else if front.iter().any(addresses) {
        DocumentKind::OfficialLetter
    } else {
        DocumentKind::Plan
    }
}

/// "(Kèm theo Quyết định số …)", "(Ban hành kèm theo …)".
pub(super) fn is_issued_with(paragraph: &Paragraph) -> bool {
    is_issue(&paragraph.text)
}

fn follows_annex(paragraphs: &[Paragraph], at: usize) -> bool {
    let above = &paragraphs[at.saturating_sub(5)..at];
    let plan = above.iter().any(is_title);
    let annex = |p: &Paragraph| {
        // a "PHỤ LỤC" alone over "KHUNG KẾ HOẠCH" is the framework itself, not one annex of several
        let of = |(m, rest): (Mark, &str)| m.kind == Kind::Annex && (rest.is_empty() || is_caps(rest)) && (m.last() > 0 || !plan);
        mark(&p.text).is_some_and(of)
    };
    above.iter().any(annex)
}

/// What is issued there is the annex of a plan that stands above with a title and an outline of its own.
fn follows_own_plan(paragraphs: &[Paragraph], at: usize) -> bool {
    let above = &paragraphs[..title_above(paragraphs, at)];
    let titled = above.iter().position(is_title);
    kind(above) == DocumentKind::Plan && titled.is_some_and(|title| above[title..].iter().any(|p| mark(&p.text).is_some()))
}

/// Bytes of the tên loại a title line begins with; it is set in capitals.
fn title_kind(text: &str) -> Option<usize> {
    if mark(text).is_some() {
        return None;
    }
    let mut best = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let head = &text[..at];
        if letter == ' ' && is_caps(head) && TITLES.contains(&fold(head).as_str()) {
            best = Some(at);
        }
        if at > 60 {
            break;
        }
    }
    best
}

fn is_title(paragraph: &Paragraph) -> bool {
    title_kind(&paragraph.text).is_some() && paragraph.text.chars().count() < 300
}

fn opens_outline(paragraph: &Paragraph) -> bool {
    mark(&paragraph.text).is_some_and(|(m, _)| matches!(m.kind, Kind::Part | Kind::Annex) && m.numbers[0] <= 1)
}

/// The title line above "(Kèm theo …)"; that line itself if there is none.
fn title_above(paragraphs: &[Paragraph], issued: usize) -> usize {
    let from = issued.saturating_sub(8);
    (from..issued).rev().find(|at| is_title(&paragraphs[*at])).unwrap_or(issued)
}

/// Behind the title: after "(Kèm theo …)", else after the lines that still look like one.
fn title_end(paragraphs: &[Paragraph], from: usize, issued: Option<usize>) -> usize {
    if let Some(issued) = issued.filter(|at| *at >= from) {
        return issued + 1;
    }
    let Some(first) = paragraphs.get(from).filter(|p| is_title(p)) else { return from };
    let goes_on = |p: &&Paragraph| {
        let folded = p.folded();
        let sentence = p.text.ends_with(['.', ';', ':']) || ["can cu", "thuc hien", "theo"].iter().any(|w| folded.starts_with(w));
        let plain = first.look.bold == Some(true) && p.look.bold == Some(false) && p.look.centred != Some(true);
        mark(&p.text).is_none() && !sentence && !plain && p.text.chars().count() < 300 && !p.behind_table
    };
    from + 1 + paragraphs[from + 1..].iter().take(3).take_while(goes_on).count()
}

/// Behind "Nơi nhận" in a plan: up to the first annex, else to the end.
fn closing_end(paragraphs: &[Paragraph], from: usize) -> usize {
    let annex = |p: &Paragraph| mark(&p.text).is_some_and(|(m, _)| m.kind == Kind::Annex);
    paragraphs[from..].iter().position(annex).map_or(paragraphs.len(), |at| from + at)
}

fn attachment(title: &[Paragraph]) -> Option<Attachment> {
    let issued = title.iter().find(|p| is_issued_with(p)).map(|p| p.text.clone());
    let first = title.first().filter(|p| is_title(p));
    let kind_end = first.and_then(|p| title_kind(&p.text)).unwrap_or(0);
    let kind = first.map(|p| sentence_case(&p.text[..kind_end]));
    let mut subject = first.map(|p| p.text[kind_end..].trim().to_owned()).unwrap_or_default();
    for line in title.iter().skip(1).filter(|p| !is_issued_with(p)) {
        if !subject.is_empty() {
            subject.push(' ');
        }
        subject.push_str(line.text.trim());
    }
    let attachment = Attachment { kind, subject: Some(subject).filter(|s| !s.is_empty()), issued_with: issued };
    (attachment != Attachment::default()).then_some(attachment)
}

/// "KHUNG KẾ HOẠCH" → "Khung kế hoạch".
pub(super) fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + &letters.as_str().to_lowercase()
}
