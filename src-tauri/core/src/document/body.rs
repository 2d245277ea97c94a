//! The plan's outline → headings, paragraphs, căn cứ, and the mention of the annexes.

use super::annexes::{self, Annex};
use super::model::{AnnexRef, Block, Paragraph, Run};
use super::style::{StyleName, StyleSheet};
use super::{annex, lists};
use crate::plan::{AnnexKind, Holds, Label, LabelKind, Plan, Section, Span, TextRun, Way, runs_of};

/// The annexes a body mentions.
pub(super) struct Cited<'a> {
    /// All of the plan's.
    pub annexes: &'a [Annex],
    /// The part in which the first of them stands; `None` if they are files of their own, to which nothing can link.
    pub first_part: Option<usize>,
}

/// Everything between title and signature, closed with "./." (rule B9).
pub(super) fn body(plan: &Plan, cited: &Cited, sheet: &StyleSheet) -> Vec<Block> {
    let mut out = Vec::new();
    let sections = plan.walk();
    // a plan issued by a decision has its căn cứ there
    if plan.issuing.way == Way::Own && !sections.iter().any(|(_, s)| s.holds == Holds::LegalBases) {
        out.extend(legal_bases(plan, StyleName::LegalBasis, "Căn cứ ").into_iter().map(Block::Paragraph));
    }
    // Rule A1: the body mentions each annex, whatever the outline, and in the order of their numbers: one that no section
    // refers to is mentioned where the next is, or at the end.
    let referred: Vec<Option<AnnexKind>> = sections.iter().map(|(_, section)| held(section)).collect();
    let mut free: Vec<usize> = (0..cited.annexes.len()).filter(|at| !referred.contains(&Some(cited.annexes[*at].kind))).collect();
    for (_, section) in &sections {
        let here = cited.annexes.iter().position(|annex| held(section) == Some(annex.kind));
        let (before, after) = free.into_iter().partition(|at| here.is_some_and(|here| *at < here));
        free = after;
        let mentioned: Vec<usize> = Vec::into_iter(before).chain(here).collect();
        out.extend(compose_section(plan, section, cited, &mentioned).into_iter().map(Block::Paragraph));
        let table = indicators(plan, section, &mut out, sheet);
        out.extend(table);
    }
    part_empty_headings(&mut out);
    out.extend(free.into_iter().map(|at| Block::Paragraph(cited.mention(plan, at))));
    close(&mut out);
    out
}

impl Cited<'_> {
    fn mention(&self, plan: &Plan, at: usize) -> Paragraph {
        annexes::mention(plan, &self.annexes[at], self.first_part.map(|first| first + at))
    }

    /// The annex of tasks, for what refers to one of them.
    fn tasks(&self) -> Option<AnnexRef> {
        let at = self.annexes.iter().position(|annex| annex.kind == AnnexKind::Tasks)?;
        self.first_part.map(|first| AnnexRef(first + at))
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

/// A section's heading and paragraphs, and the mentions of these annexes.
fn compose_section(plan: &Plan, section: &Section, cited: &Cited, mentioned: &[usize]) -> Vec<Paragraph> {
    let mut out = Vec::new();
    let mut text = (0..section.text.len()).map(|at| (at, runs(section, at, cited)));
    let heading = section.heading.trim();
    if heading.is_empty() {
        // An item without a title: its label opens its first paragraph (rule B6).
        if let Some((_, mut runs)) = text.next() {
            let label = printed(section);
            if !label.is_empty() {
                runs.insert(0, Run { text: format!("{label} "), ..Run::default() });
            }
            out.push(Paragraph { runs, ..Paragraph::plain(StyleName::Item, "") });
        }
    } else {
        out.extend(compose_heading(section, heading));
    }
    for (at, runs) in text {
        let style = if begins_with_label(&section.text[at]) { StyleName::Item } else { StyleName::Body };
        out.push(Paragraph { runs, ..Paragraph::plain(style, "") });
    }
    if section.holds == Holds::LegalBases {
        out.extend(legal_bases(plan, StyleName::Item, "- "));
    }
    out.extend(mentioned.iter().map(|at| cited.mention(plan, *at)));
    for paragraph in &mut out {
        paragraph.section = Some(section.id);
    }
    out
}

/// A paragraph's runs; a reference to a task leads to the annex. What differs in nothing that is printed is one run.
fn runs(section: &Section, at: usize, cited: &Cited) -> Vec<Run> {
    let own: Vec<Span> = section.spans.iter().filter(|span| span.paragraph as usize == at).copied().collect();
    let mut out: Vec<Run> = Vec::new();
    for TextRun { text, bold, italic, task, .. } in runs_of(&section.text[at], at, &own) {
        let run =
            Run { text, bold: bold.then_some(true), italic: italic.then_some(true), link: task.and_then(|_| cited.tasks()) };
        match out.last_mut() {
            Some(last) if (last.bold, last.italic, last.link) == (run.bold, run.italic, run.link) => {
                last.text.push_str(&run.text)
            }
            _ => out.push(run),
        }
    }
    out
}

/// A section's table of indicators, below its text and apart from it.
fn indicators(plan: &Plan, section: &Section, above: &mut [Block], sheet: &StyleSheet) -> Option<Block> {
    if section.indicators.is_empty() {
        return None;
    }
    if let Some(Block::Paragraph(last)) = above.last_mut() {
        last.below = sheet.paragraph_gap;
    }
    let width = sheet.text_width();
    let mut table = lists::indicators(plan.year, &section.indicators, width, sheet);
    annex::break_titles(&mut table, width);
    Some(Block::Table(table))
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
fn part_empty_headings(out: &mut [Block]) {
    let sheet = StyleSheet::default();
    let level = |block: &Block| match block {
        Block::Paragraph(paragraph) => sheet.style(paragraph.style).outline,
        _ => None,
    };
    let is_title = |block: &Block| matches!(block, Block::Paragraph(paragraph) if paragraph.style == StyleName::PartTitle);
    // the title of a part counts as its label
    let mut above = None;
    for at in 1..out.len() {
        let below = level(&out[at]);
        let before = level(&out[at - 1]).or(if is_title(&out[at - 1]) { above } else { None });
        if let Block::Paragraph(paragraph) = &mut out[at - 1] {
            paragraph.apart = matches!((before, below), (Some(before), Some(below)) if below <= before);
        }
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

/// "./." once, at the very end (rule B9): taken from wherever a pre-filled text brought one along; behind a table it
/// stands alone.
fn close(body: &mut Vec<Block>) {
    for block in body.iter_mut() {
        if let Block::Paragraph(paragraph) = block
            && let Some(run) = paragraph.runs.last_mut()
            && let Some(bare) = run.text.trim_end().strip_suffix("./.")
        {
            run.text = format!("{bare}.");
        }
    }
    // an outline whose last headings are still empty ends with the last text above them: a heading takes no sign
    let sheet = StyleSheet::default();
    let is_text = |block: &Block| match block {
        Block::Paragraph(paragraph) => paragraph.style != StyleName::PartTitle && sheet.style(paragraph.style).outline.is_none(),
        _ => true,
    };
    let Some(last) = body.iter().rposition(is_text) else { return };
    match &mut body[last] {
        Block::Paragraph(paragraph) => {
            if let Some(run) = paragraph.runs.last_mut() {
                let bare = run.text.trim_end_matches(['.', ';', ',', ':', ' ']);
                run.text = format!("{bare}./.");
            }
        }
        _ => body.insert(last + 1, Block::Paragraph(Paragraph::plain(StyleName::Body, "./."))),
    }
}
