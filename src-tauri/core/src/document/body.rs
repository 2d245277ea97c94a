//! The plan's outline → headings, paragraphs, căn cứ, and the mention of the annexes.

use super::annexes::{self, Annex};
use super::model::{Block, Paragraph};
use super::style::{StyleName, StyleSheet};
use crate::plan::{AnnexKind, Holds, Label, LabelKind, Plan, Section, Way};

/// The annexes a body mentions.
pub(super) struct Cited<'a> {
    /// All of the plan's.
    pub annexes: &'a [Annex],
    /// The part in which the first of them stands; `None` if they are files of their own, to which nothing can link.
    pub first_part: Option<usize>,
}

/// Everything between title and signature, closed with "./." (rule B9).
pub(super) fn body(plan: &Plan, cited: &Cited) -> Vec<Block> {
    let mut out = Vec::new();
    let sections = plan.walk();
    // a plan issued by a decision has its căn cứ there
    if plan.issuing.way == Way::Own && !sections.iter().any(|(_, s)| s.holds == Holds::LegalBases) {
        out.extend(legal_bases(plan, StyleName::LegalBasis, "Căn cứ "));
    }
    for (_, section) in &sections {
        compose_section(plan, section, cited, &mut out);
    }
    part_empty_headings(&mut out);
    // Rule A1: the body mentions each annex, whatever the outline.
    for (at, annex) in cited.annexes.iter().enumerate() {
        if !sections.iter().any(|(_, section)| held(section) == Some(annex.kind)) {
            out.push(cited.mention(plan, at, annex));
        }
    }
    close(&mut out);
    out.into_iter().map(Block::Paragraph).collect()
}

impl Cited<'_> {
    fn mention(&self, plan: &Plan, at: usize, annex: &Annex) -> Paragraph {
        annexes::mention(plan, annex, self.first_part.map(|first| first + at))
    }
}

/// The annex that a section refers to.
fn held(section: &Section) -> Option<AnnexKind> {
    match section.holds {
        Holds::Tasks => Some(AnnexKind::Tasks),
        Holds::Results => Some(AnnexKind::Results),
        Holds::Budget => Some(AnnexKind::Budget),
        Holds::LegalBases | Holds::Text => None,
    }
}

fn compose_section(plan: &Plan, section: &Section, cited: &Cited, out: &mut Vec<Paragraph>) {
    let first = out.len();
    let mut text = section.text.iter().map(String::as_str);
    let heading = section.heading.trim();
    if heading.is_empty() {
        // An item without a title: its label opens its first paragraph (rule B6).
        if let Some(sentence) = text.next() {
            out.push(Paragraph::plain(StyleName::Item, join(&printed(section), sentence)));
        }
    } else {
        out.extend(compose_heading(section, heading));
    }
    for paragraph in text {
        let style = if begins_with_label(paragraph) { StyleName::Item } else { StyleName::Body };
        out.push(Paragraph::plain(style, paragraph));
    }
    if section.holds == Holds::LegalBases {
        out.extend(legal_bases(plan, StyleName::Item, "- "));
    }
    let mentioned = cited.annexes.iter().enumerate().filter(|(_, annex)| held(section) == Some(annex.kind));
    out.extend(mentioned.map(|(at, annex)| cited.mention(plan, at, annex)));
    for paragraph in &mut out[first..] {
        paragraph.section = Some(section.id);
    }
}

/// Rules B4 to B7.
fn compose_heading(section: &Section, heading: &str) -> Vec<Paragraph> {
    let label = printed(section);
    let (style, heading) = match Label::parse(&section.label).map(|l| l.kind) {
        Some(LabelKind::Part | LabelKind::Chapter | LabelKind::Division | LabelKind::Annex) => {
            return vec![
                Paragraph::plain(StyleName::PartLabel, label),
                Paragraph::plain(StyleName::PartTitle, heading.to_uppercase()),
            ];
        }
        Some(LabelKind::Roman) => (StyleName::RomanHeading, heading.to_uppercase()),
        Some(LabelKind::Decimal) => (StyleName::DecimalHeading, heading.to_owned()),
        Some(LabelKind::Letter) => (StyleName::LetterHeading, heading.to_owned()),
        Some(LabelKind::Dash) => (StyleName::Item, heading.to_owned()),
        Some(LabelKind::Arabic | LabelKind::Article) | None => (StyleName::ArabicHeading, heading.to_owned()),
    };
    vec![Paragraph::plain(style, join(&label, &heading))]
}

/// A heading with no text and no lower heading below it need not stay with the next one.
fn part_empty_headings(out: &mut [Paragraph]) {
    let sheet = StyleSheet::default();
    let level = |paragraph: &Paragraph| sheet.style(paragraph.style).outline;
    // the title of a part counts as its label
    let mut above = None;
    for at in 1..out.len() {
        let below = level(&out[at]);
        let before = level(&out[at - 1]).or(if out[at - 1].style == StyleName::PartTitle { above } else { None });
        out[at - 1].apart = matches!((before, below), (Some(before), Some(below)) if below <= before);
        above = level(&out[at]).or(above);
    }
}

/// A section's label with its closing sign; one that is no known label stays as it is.
fn printed(section: &Section) -> String {
    Label::parse(&section.label).map_or_else(|| section.label.clone(), |label| label.printed())
}

fn join(label: &str, text: &str) -> String {
    if label.is_empty() { text.to_owned() } else { format!("{label} {text}") }
}

/// Whether a paragraph opens with a label: "a) ", "1. ", "1.1. ", "- ", "+ ".
fn begins_with_label(text: &str) -> bool {
    let Some((word, _)) = text.split_once(' ') else { return false };
    let dash = matches!(word, "-" | "–" | "+" | "•");
    dash || (word.ends_with(['.', ')']) && Label::parse(word).is_some())
}

/// One a paragraph, closed with ";", the last with "." (rule B2).
fn legal_bases(plan: &Plan, style: StyleName, opening: &str) -> Vec<Paragraph> {
    let last = plan.legal_bases.len();
    (1..)
        .zip(&plan.legal_bases)
        .map(|(at, basis)| {
            let cited = basis.citation.in_full();
            let cited = cited.trim_end_matches(['.', ';', ',', ' ']);
            Paragraph::plain(style, format!("{opening}{cited}{}", if at == last { "." } else { ";" }))
        })
        .collect()
}

/// "./." once, at the very end (rule B9): taken from wherever a pre-filled text brought one along.
fn close(body: &mut [Paragraph]) {
    for paragraph in body.iter_mut() {
        if let Some(run) = paragraph.runs.last_mut()
            && let Some(bare) = run.text.trim_end().strip_suffix("./.")
        {
            run.text = format!("{bare}.");
        }
    }
    // an outline whose last headings are still empty ends with the last text above them: a heading takes no sign
    let sheet = StyleSheet::default();
    let text = |p: &&mut Paragraph| p.style != StyleName::PartTitle && sheet.style(p.style).outline.is_none();
    if let Some(run) = body.iter_mut().rfind(text).and_then(|paragraph| paragraph.runs.last_mut()) {
        let bare = run.text.trim_end_matches(['.', ';', ',', ':', ' ']);
        run.text = format!("{bare}./.");
    }
}
