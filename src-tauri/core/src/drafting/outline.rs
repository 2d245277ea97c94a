//! The letter's outline, or the form's where there is none → the plan's sections, still without text.

use std::collections::BTreeMap;

use super::form::{Filling, Form, FormSection, SectionRole};
use super::roles::{self, Roles, is_annex, path_below};
use super::years::moved;
use crate::plan::{Holds, Label, LabelKind, Provenance, Section, SectionId, Status};
use crate::reading::OutlineNode;
use crate::text::squeeze;

/// The plan's sections and what each is for; sections below one with a role have that role too.
pub(super) struct Outline {
    pub sections: Vec<Section>,
    roles: BTreeMap<SectionId, SectionRole>,
    next: u32,
}

/// What an outline is built with.
pub(super) struct Building<'a> {
    pub form: &'a Form,
    pub roles: &'a Roles,
    pub filling: &'a Filling<'a>,
    /// The letter's year, if it is known.
    pub letter_year: Option<i32>,
}

impl Outline {
    /// The form's own outline.
    pub fn of_form(building: &Building) -> Self {
        let mut outline = Self { sections: Vec::new(), roles: BTreeMap::new(), next: 1 };
        outline.sections = outline.form_sections(building, &building.form.sections, "", SectionRole::Text);
        outline
    }

    /// The letter's outline, completed by the form.
    pub fn of_letter(building: &Building, nodes: &[OutlineNode]) -> Self {
        let mut outline = Self { sections: Vec::new(), roles: BTreeMap::new(), next: 1 };
        let nodes = nodes.iter().filter(|node| !is_annex(node) && is_section(node));
        outline.sections = nodes.map(|node| outline.letter_section(building, node, "", SectionRole::Text)).collect();
        outline.complete(building);
        outline
    }

    /// What a section is for.
    pub fn role(&self, id: SectionId) -> SectionRole {
        self.roles.get(&id).copied().unwrap_or_default()
    }

    /// The uppermost section of a role, to change it.
    pub fn section_mut(&mut self, role: SectionRole) -> Option<&mut Section> {
        fn find(sections: &mut [Section], id: SectionId) -> Option<&mut Section> {
            sections.iter_mut().find_map(|s| if s.id == id { Some(s) } else { find(&mut s.children, id) })
        }
        let id = self.top(role)?;
        find(&mut self.sections, id)
    }

    /// A new section of a role, without text.
    pub fn new_section(&mut self, role: SectionRole, label: String, heading: String, source: Provenance) -> Section {
        let id = SectionId(self.next);
        self.next += 1;
        self.roles.insert(id, role);
        Section { id, label, heading, source: Some(source), ..Section::default() }
    }

    /// The uppermost section of a role: ids are given parents first.
    fn top(&self, role: SectionRole) -> Option<SectionId> {
        self.roles.iter().find(|(_, r)| **r == role).map(|(id, _)| *id)
    }

    fn letter_section(&mut self, b: &Building, node: &OutlineNode, above: &str, inherited: SectionRole) -> Section {
        let path = path_below(above, node);
        let begins = matches!(inherited, SectionRole::Text | SectionRole::Content);
        let role = if begins { b.roles.of_node(node) } else { inherited };
        let heading = squeeze(roles::heading(node));
        let heading = b.letter_year.map_or_else(|| heading.clone(), |year| moved(&heading, year, b.filling.year));
        let mut section = self.new_section(role, node.label.clone(), heading, Provenance::new("framework", path.as_str()));
        section.guidance = guidance(node).join("\n");
        if let (true, Some(known)) = (begins, form_section(b.form, role)) {
            section.mandatory = known.mandatory;
            section.holds = holds(role);
            if section.guidance.is_empty() {
                section.guidance = b.filling.fill(&known.guidance);
            }
        }
        section.mandatory = node.mandatory.unwrap_or(section.mandatory);
        let below = node.children.iter().filter(|child| is_section(child));
        section.children = below.map(|child| self.letter_section(b, child, &path, role)).collect();
        section
    }

    fn form_sections(&mut self, b: &Building, from: &[FormSection], above: &str, inherited: SectionRole) -> Vec<Section> {
        from.iter().map(|section| self.form_section(b, section, above, inherited)).collect()
    }

    fn form_section(&mut self, b: &Building, from: &FormSection, above: &str, inherited: SectionRole) -> Section {
        let role = if from.role == SectionRole::Text && inherited != SectionRole::Content { inherited } else { from.role };
        let path = if above.is_empty() { from.label.clone() } else { format!("{above}/{}", from.label) };
        let source = Provenance::new("form", path.as_str());
        let mut section = self.new_section(role, from.label.clone(), b.filling.fill(&from.heading), source);
        section.mandatory = from.mandatory;
        section.holds = holds(from.role);
        section.guidance = b.filling.fill(&from.guidance);
        section.text = from.text.iter().map(|text| b.filling.fill(text)).collect();
        if !section.text.is_empty() {
            section.status = Status::Prefilled;
            section.text_source = section.source.clone();
        }
        section.children = self.form_sections(b, &from.sections, &path, role);
        section
    }

    /// Adds the sections that the form says no plan does without, behind the last of the plan's own.
    fn complete(&mut self, b: &Building) {
        for from in b.form.walk().into_iter().filter(|section| section.complete) {
            if self.top(from.role).is_none() {
                let mut section = self.form_section(b, from, "", SectionRole::Content);
                let siblings = self.own_sections();
                section.label = next_label(siblings, LabelKind::Roman);
                siblings.push(section);
            }
        }
    }

    /// The level on which the plan's own sections (not last year's results) stand.
    fn own_sections(&mut self) -> &mut Vec<Section> {
        let own = |role: &SectionRole| {
            !matches!(role, SectionRole::Text | SectionRole::Content | SectionRole::Results | SectionRole::Duties)
        };
        let content = self.top(SectionRole::Content);
        let last = self.sections.iter().rposition(|section| {
            Some(section.id) == content || section.children.iter().any(|child| self.roles.get(&child.id).is_some_and(own))
        });
        let flat = self.sections.iter().any(|section| self.roles.get(&section.id).is_some_and(own));
        match last {
            Some(at) if !flat => &mut self.sections[at].children,
            _ => &mut self.sections,
        }
    }
}

fn form_section(form: &Form, role: SectionRole) -> Option<&FormSection> {
    if role == SectionRole::Text { None } else { form.section(role) }
}

fn holds(role: SectionRole) -> Holds {
    match role {
        SectionRole::Bases => Holds::LegalBases,
        SectionRole::TaskList => Holds::Tasks,
        SectionRole::Results => Holds::Results,
        SectionRole::Funding => Holds::Budget,
        _ => Holds::Text,
    }
}

/// A node with a title, or one that holds such nodes; sentences are guidance.
fn is_section(node: &OutlineNode) -> bool {
    !roles::heading(node).is_empty() || node.children.iter().any(is_section)
}

/// What a letter says under a heading: its paragraphs and the items that are sentences.
fn guidance(node: &OutlineNode) -> Vec<String> {
    let mut out = roles::text(node).to_vec();
    for child in node.children.iter().filter(|child| !is_section(child)) {
        out.extend(item(child, None));
    }
    out
}

/// An item and what stands below it, one paragraph each, each opening with its label; `letter` replaces a letter
/// that the paper may have counted wrongly.
pub(super) fn item(node: &OutlineNode, letter: Option<usize>) -> Vec<String> {
    let label = match (letter, Label::parse(&node.label)) {
        (Some(at), _) => format!("{})", crate::text::letter_at(at)),
        (None, Some(label)) => label.printed(),
        (None, None) => node.label.clone(),
    };
    let mut lines = Vec::new();
    let heading = roles::heading(node);
    if !heading.is_empty() {
        lines.push(heading.to_owned());
    }
    lines.extend(roles::text(node).iter().cloned());
    if let Some(first) = lines.first_mut() {
        *first = format!("{label} {first}").trim_start().to_owned();
    }
    lines.extend(items(&node.children));
    lines
}

/// Items one below the other, letters counted afresh.
pub(super) fn items(nodes: &[OutlineNode]) -> Vec<String> {
    let mut letters = 0;
    let mut out = Vec::new();
    for node in nodes {
        let lettered = Label::parse(&node.label).is_some_and(|label| label.kind == LabelKind::Letter);
        out.extend(item(node, lettered.then_some(letters)));
        letters += usize::from(lettered);
    }
    out
}

/// The label that follows the last of `siblings`; the first of `kind` if there are none.
pub(super) fn next_label(siblings: &[Section], kind: LabelKind) -> String {
    let mut label = siblings.last().and_then(|last| Label::parse(&last.label)).unwrap_or(Label { kind, numbers: vec![0] });
    if let Some(last) = label.numbers.last_mut() {
        *last += 1;
    }
    label.printed().trim_end_matches(['.', ')']).to_owned()
}
