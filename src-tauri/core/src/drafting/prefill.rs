//! Text for the plan's sections out of the ministry's plan and the form, each knowing its source.

use super::cell::Named;
use super::form::{Filling, Form, SectionRole};
use super::list::{closed, lettered};
use super::outline::{Outline, items, next_label};
use super::paper::Paper;
use super::roles::{self, Roles, path_below};
use super::tasks::Collected;
use super::units::{Directory, UnitEntry};
use super::words::heading_fit;
use crate::plan::{LabelKind, Provenance, Role, Section, Status, Task};
use crate::reading::OutlineNode;

/// Below this a heading is no like one (see [`heading_fit`]).
const LIKE: f64 = 0.6;

/// What sections are filled from.
pub(super) struct Filler<'a> {
    pub form: &'a Form,
    pub filling: &'a Filling<'a>,
    pub directory: &'a Directory,
    pub unit: &'a UnitEntry,
    /// Sections of the ministry's plans that have a role, with the paper's id and their path.
    ministry: Vec<(SectionRole, Provenance, &'a OutlineNode)>,
}

impl<'a> Filler<'a> {
    /// Looks through the ministry's papers for sections with a role.
    pub fn new(
        form: &'a Form,
        filling: &'a Filling<'a>,
        directory: &'a Directory,
        unit: &'a UnitEntry,
        roles: &Roles,
        papers: &[(String, &'a Paper)],
    ) -> Self {
        let mut ministry = Vec::new();
        for (id, paper) in papers {
            for (role, path, node) in roles.find(&paper.reading.outline) {
                ministry.push((role, Provenance::new(id.as_str(), path), node));
            }
        }
        Self { form, filling, directory, unit, ministry }
    }

    /// Fills the outline. Results of last year stay empty: nobody but the unit knows them.
    pub fn fill(&self, outline: &mut Outline, collected: &Collected) {
        for role in [SectionRole::Goals, SectionRole::Solutions] {
            if let (Some(section), Some((_, place, node))) = (outline.section_mut(role), self.of_role(role)) {
                fill_alike(section, node, place);
            }
        }
        self.fill_tasks(outline, collected);
        self.fill_organisation(outline);
        for role in [SectionRole::Solutions, SectionRole::Funding] {
            self.fill_from_form(outline, role);
        }
    }

    fn of_role(&self, role: SectionRole) -> Option<&(SectionRole, Provenance, &'a OutlineNode)> {
        self.ministry.iter().find(|(known, ..)| *known == role)
    }

    /// Tasks the unit leads, as items under the heading that their group fits; a group that fits none gets a
    /// section of its own behind the others, so that none is lost.
    fn fill_tasks(&self, outline: &mut Outline, collected: &Collected) {
        for group in &collected.groups {
            let led = collected.tasks.iter().filter(|task| task.group == group.id && task.role == Role::Lead);
            let led: Vec<&Task> = led.collect();
            let Some(source) = collected.group_sources.get(&group.id).filter(|_| !led.is_empty()) else { continue };
            let Some(section) = outline.section_mut(SectionRole::Tasks) else { return };
            let fit = |child: &Section| heading_fit(&child.heading, &group.title);
            let best = (0..section.children.len())
                .max_by(|a, b| fit(&section.children[*a]).total_cmp(&fit(&section.children[*b])).then(b.cmp(a)));
            match best.filter(|at| fit(&section.children[*at]) >= LIKE) {
                Some(at) => add_items(&mut section.children[at], &led, source),
                None => {
                    let label = next_label(&section.children, LabelKind::Arabic);
                    let mut child = outline.new_section(SectionRole::Tasks, label, group.title.clone(), source.clone());
                    add_items(&mut child, &led, source);
                    if let Some(section) = outline.section_mut(SectionRole::Tasks) {
                        section.children.push(child);
                    }
                }
            }
        }
    }

    /// Duties the ministry's plan gives the unit, or else all units; then how the form shares the work out.
    fn fill_organisation(&self, outline: &mut Outline) {
        self.add_organisation(outline);
        let duties = self.duties();
        let Some(section) = outline.section_mut(SectionRole::Organisation) else { return };
        let at = section.children.iter().position(|child| {
            child.source.as_ref().is_some_and(|source| source.source == "form") && self.is_duties(&child.heading)
        });
        let Some(at) = at else { return };
        match duties {
            Some((text, source)) => prefill(&mut section.children[at], text, source),
            // A form's place for duties that nobody gave.
            None => {
                section.children.remove(at);
            }
        }
        renumber(&mut section.children);
    }

    fn is_duties(&self, heading: &str) -> bool {
        self.form.section(SectionRole::Duties).is_some_and(|duties| self.filling.fill(&duties.heading) == heading)
    }

    /// The form's sections below "Tổ chức thực hiện", where the letter has none.
    fn add_organisation(&self, outline: &mut Outline) {
        let Some(known) = self.form.section(SectionRole::Organisation) else { return };
        if outline.section_mut(SectionRole::Organisation).is_none_or(|section| !section.children.is_empty()) {
            return;
        }
        for from in &known.sections {
            let source = Provenance::new("form", format!("{}/{}", known.label, from.label));
            let heading = self.filling.fill(&from.heading);
            let mut child = outline.new_section(SectionRole::Organisation, from.label.clone(), heading, source.clone());
            prefill(&mut child, from.text.iter().map(|text| self.filling.fill(text)).collect(), source);
            if let Some(section) = outline.section_mut(SectionRole::Organisation) {
                section.children.push(child);
            }
        }
    }

    fn duties(&self) -> Option<(Vec<String>, Provenance)> {
        let (_, place, node) = self.of_role(SectionRole::Organisation)?;
        let charged = |child: &OutlineNode| self.directory.split(roles::heading(child));
        let own = node.children.iter().find(|child| charged(child).contains(&Named::Unit(self.unit)));
        let shared = || node.children.iter().find(|child| charged(child).contains(&Named::AllUnits { restriction: None }));
        let child = own.or_else(shared)?;
        let mut text = roles::text(child).to_vec();
        text.extend(items(&child.children));
        Some((closed(text), Provenance::new(place.source.as_str(), path_below(&place.place, child))))
            .filter(|(text, _)| !text.is_empty())
    }

    fn fill_from_form(&self, outline: &mut Outline, role: SectionRole) {
        let Some(known) = self.form.section(role) else { return };
        if let Some(section) = outline.section_mut(role)
            && section.text.is_empty()
            && section.children.is_empty()
        {
            let text = known.text.iter().map(|text| self.filling.fill(text)).collect();
            prefill(section, text, Provenance::new("form", known.label.as_str()));
        }
    }
}

/// Text of the ministry's section of the same role: whole where the plan's has no sections below, else heading by heading.
fn fill_alike(section: &mut Section, node: &OutlineNode, place: &Provenance) {
    if section.children.is_empty() {
        let mut text = roles::text(node).to_vec();
        text.extend(items(&node.children));
        prefill(section, closed(text), place.clone());
        return;
    }
    for child in &mut section.children {
        let fit = |other: &OutlineNode| heading_fit(&child.heading, roles::heading(other));
        let best = node.children.iter().max_by(|a, b| fit(a).total_cmp(&fit(b))).filter(|other| fit(other) >= LIKE);
        if let Some(other) = best {
            let place = Provenance::new(place.source.as_str(), path_below(&place.place, other));
            fill_alike(child, other, &place);
        }
    }
}

fn prefill(section: &mut Section, text: Vec<String>, source: Provenance) {
    if !text.is_empty() {
        section.text = text;
        section.status = Status::Prefilled;
        section.text_source = Some(source);
    }
}

/// Adds tasks as items of the section's list.
fn add_items(section: &mut Section, tasks: &[&Task], source: &Provenance) {
    let text = lettered(std::mem::take(&mut section.text), tasks.iter().map(|task| task.name.as_str()));
    let source = section.text_source.clone().unwrap_or_else(|| source.clone());
    prefill(section, text, source);
}

fn renumber(sections: &mut [Section]) {
    for (number, section) in (1..).zip(sections) {
        section.label = i32::to_string(&number);
    }
}
