//! Where the parts of a paper stand: letterhead, body, closing, and the plan or framework behind it.

use std::ops::Range;

use super::closing;
use super::marks::{Kind, Mark, is_caps, mark};
use super::meaning::{Attachment, DocumentKind};
use super::paragraphs::{Paragraph, is_issue};
use super::titles::{self, is_paper, is_part};

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
    if let Some(title_to) = lone_annex(paragraphs) {
        let attachment = attachment(&paragraphs[..title_to]);
        return Parts { kind: DocumentKind::Plan, front: 0..0, closing: end..end, outline: 0..end, attachment };
    }
    let issued = paragraphs.iter().enumerate().position(|(i, p)| is_issued_with(p) && !is_of_annex(paragraphs, i));
    let issued = issued.filter(|at| !follows_own_plan(paragraphs, *at));
    let first = |from: usize, test: &dyn Fn(&Paragraph) -> bool| paragraphs.iter().skip(from).position(test).map(|at| at + from);
    let closing = closing::begins(paragraphs);
    let limit = issued.or(closing).unwrap_or(end);
    let kind = kind(&paragraphs[..limit]);
    let title_from = match (kind, issued) {
        (_, Some(issued)) => title_above(paragraphs, issued),
        (DocumentKind::Plan, None) => first(0, &is_paper).unwrap_or(0),
        (_, None) => {
            let from = closing.unwrap_or_else(|| first(0, &|p| p.folded().starts_with("tran trong")).unwrap_or(end));
            first(from, &|p| is_part(p) || opens_outline(p)).unwrap_or(end)
        }
    };
    if kind == DocumentKind::OfficialLetter && title_from == end {
        // no framework behind the letter: it may set the outline out itself
        let from = own_outline(&paragraphs[..closing.unwrap_or(end)]);
        let closing = closing.map_or(end..end, |at| closing::range(at, closing_end(paragraphs, at)));
        return Parts { kind, front: 0..end, closing, outline: from.unwrap_or(end)..end, attachment: None };
    }
    let title_to = title_end(paragraphs, title_from, issued);
    let closing = match closing {
        Some(at) if at < title_from => closing::range(at, title_from),
        Some(at) => closing::range(at, closing_end(paragraphs, at)),
        None => title_from..title_from,
    };
    let attachment = attachment(&paragraphs[title_from..title_to]);
    Parts { kind, front: 0..title_from, closing, outline: title_to..end, attachment }
}

/// The paper is an annex alone: it begins with one, without letterhead. Gives the end of its title.
fn lone_annex(paragraphs: &[Paragraph]) -> Option<usize> {
    let bare = |at| titles::opens_bare_annex(at, |at| paragraphs.get(at));
    if !paragraphs.first().is_some_and(is_annex) && !bare(0) {
        return None;
    }
    // a "PHỤ LỤC" alone over a framework is that framework
    let framework = paragraphs.iter().take(4).any(|p| is_part(p) && !titles::is_list(&p.text));
    let issued = paragraphs.iter().take(6).position(is_issued_with);
    let titled = || paragraphs.iter().take(4).take_while(|p| is_annex(p) || is_caps(&p.text)).count();
    (!framework).then(|| issued.map_or_else(titled, |at| at + 1))
}

fn is_annex(paragraph: &Paragraph) -> bool {
    mark(&paragraph.text).is_some_and(|(m, rest)| m.kind == Kind::Annex && (rest.is_empty() || is_caps(rest)))
}

fn kind(front: &[Paragraph]) -> DocumentKind {
    let head = front.iter().find(|p| is_paper(p)).map(|p| p.folded()).unwrap_or_default();
    let decides = |p: &Paragraph| p.folded() == "quyet dinh" || titles::decides(&p.text);
    let addresses = |p: &Paragraph| p.folded().starts_with("kinh gui") || p.folded().starts_with("v/v");
    if head.starts_with("quyet dinh") || front.iter().any(decides) {
        DocumentKind::Decision
    } else if front.iter().any(addresses) && !head.starts_with("to trinh") {
        DocumentKind::OfficialLetter
    } else {
        DocumentKind::Plan
    }
}

/// "(Kèm theo Quyết định số …)", "(Ban hành kèm theo …)".
pub(super) fn is_issued_with(paragraph: &Paragraph) -> bool {
    is_issue(&paragraph.text)
}

/// "(Kèm theo …)" of an annex, not of the plan or framework.
fn is_of_annex(paragraphs: &[Paragraph], at: usize) -> bool {
    let from = at.saturating_sub(5);
    let above = &paragraphs[from..at];
    let plan = above.iter().any(|p| is_part(p) && !titles::is_list(&p.text));
    let annex = |p: &Paragraph| {
        // a "PHỤ LỤC" alone over "KHUNG KẾ HOẠCH" is the framework itself, not one annex of several
        let of = |(m, rest): (Mark, &str)| m.kind == Kind::Annex && (rest.is_empty() || is_caps(rest)) && (m.last() > 0 || !plan);
        mark(&p.text).is_some_and(of)
    };
    above.iter().any(annex) || (from..at).any(|i| titles::opens_bare_annex(i, |i| paragraphs.get(i)))
}

/// What is issued there is the annex of a plan that stands above with a title and an outline of its own.
fn follows_own_plan(paragraphs: &[Paragraph], at: usize) -> bool {
    let above = &paragraphs[..title_above(paragraphs, at)];
    let titled = above.iter().position(is_paper);
    kind(above) == DocumentKind::Plan && titled.is_some_and(|title| above[title..].iter().any(|p| mark(&p.text).is_some()))
}

/// Where a letter's own outline begins: at an "I." or "Phần I" that a "II." follows.
fn own_outline(letter: &[Paragraph]) -> Option<usize> {
    let numbered =
        |p: &Paragraph, kind: Kind, number: u32| mark(&p.text).is_some_and(|(m, _)| m.kind == kind && m.last() == number);
    let begins = |kind: Kind| {
        let first = letter.iter().position(|p| numbered(p, kind, 1))?;
        letter[first..].iter().any(|p| numbered(p, kind, 2)).then_some(first)
    };
    begins(Kind::Part).or_else(|| begins(Kind::Roman))
}

fn opens_outline(paragraph: &Paragraph) -> bool {
    mark(&paragraph.text).is_some_and(|(m, _)| matches!(m.kind, Kind::Part | Kind::Annex) && m.numbers[0] <= 1)
}

/// The title line above "(Kèm theo …)"; that line itself if there is none.
fn title_above(paragraphs: &[Paragraph], issued: usize) -> usize {
    let from = issued.saturating_sub(8);
    let Some(title) = (from..issued).rev().find(|at| is_part(&paragraphs[*at])) else { return issued };
    // "ĐỀ CƯƠNG | KẾ HOẠCH KHẮC PHỤC …": the tên loại stands alone above what it is one of
    let alone = |p: &Paragraph| titles::part_kind(&p.text).is_some_and(|end| end == p.text.trim().len());
    title.checked_sub(1).filter(|above| *above >= from && alone(&paragraphs[*above])).unwrap_or(title)
}

/// Behind the title: after "(Kèm theo …)", else after the lines that still look like one.
fn title_end(paragraphs: &[Paragraph], from: usize, issued: Option<usize>) -> usize {
    if let Some(issued) = issued.filter(|at| *at >= from) {
        return issued + 1;
    }
    let Some(first) = paragraphs.get(from).filter(|p| is_paper(p)) else { return from };
    let named = titles::paper_kind(&first.text).is_some_and(|end| end < first.text.trim().len());
    let goes_on = |(index, p): &(usize, &Paragraph)| {
        let folded = p.folded();
        let ends = p.text.ends_with(['.', ';', ':']) || folded.starts_with("can cu");
        // "Thực hiện Nghị quyết …" right below "KẾ HOẠCH" is its subject, below a title that has one it is the first sentence
        let begins = (named || *index > 0) && ["thuc hien", "theo"].iter().any(|w| folded.starts_with(w));
        let plain = first.look.bold == Some(true) && p.look.bold == Some(false) && p.look.centred != Some(true);
        mark(&p.text).is_none() && !ends && !begins && !plain && p.text.chars().count() < 300 && !p.behind_table
    };
    from + 1 + paragraphs[from + 1..].iter().take(3).enumerate().take_while(goes_on).count()
}

/// Behind "Nơi nhận" in a plan: up to the first annex, else to the end.
fn closing_end(paragraphs: &[Paragraph], from: usize) -> usize {
    let annex = |p: &Paragraph| mark(&p.text).is_some_and(|(m, _)| m.kind == Kind::Annex);
    let opens = |at: &usize| annex(&paragraphs[*at]) || titles::opens_bare_annex(*at, |at| paragraphs.get(at));
    (from..paragraphs.len()).find(opens).unwrap_or(paragraphs.len())
}

fn attachment(title: &[Paragraph]) -> Option<Attachment> {
    let issued = title.iter().find(|p| is_issued_with(p)).map(|p| p.text.clone());
    let mut lines = title.iter().skip_while(|p| is_annex(p)).filter(|p| !is_issued_with(p)).peekable();
    let first = lines.next_if(|p| is_paper(p));
    let kind_end = first.and_then(|p| titles::paper_kind(&p.text)).unwrap_or(0);
    let kind = first.map(|p| titles::sentence_case(&p.text[..kind_end]));
    let mut subject = first.map(|p| p.text[kind_end..].trim_start_matches([':', ' ']).trim().to_owned()).unwrap_or_default();
    for line in lines {
        if !subject.is_empty() {
            subject.push(' ');
        }
        subject.push_str(line.text.trim());
    }
    let attachment = Attachment { kind, subject: Some(subject).filter(|s| !s.is_empty()), issued_with: issued };
    (attachment != Attachment::default()).then_some(attachment)
}
