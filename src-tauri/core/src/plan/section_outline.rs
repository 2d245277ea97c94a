//! Changes of the outline: sections of the unit's own, moved, taken out; those beside them are numbered anew.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{CoveredBy, EditError, Label, LabelKind, Plan, Section, SectionId};
use crate::text::squeeze;

/// Where a new section stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Behind another, on its level.
    Behind,
    /// Last of those below another.
    Below,
}

/// Which way a section moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Before the one above it on its level.
    Up,
    /// Behind the one below it on its level.
    Down,
}

impl Plan {
    pub(super) fn insert_section(&mut self, at: SectionId, place: Place, heading: &str) -> Result<(), EditError> {
        let id = SectionId(self.walk().iter().map(|(_, section)| section.id.0).max().unwrap_or(0).saturating_add(1));
        let kind = self.kind_for(at, place)?;
        let label = if kind == LabelKind::Dash { "-".to_owned() } else { String::new() };
        let section = Section { id, label, heading: squeeze(heading), ..Section::default() };
        let missing = EditError::NoSection(at.0);
        self.change_outline(|plan| match place {
            Place::Behind => {
                let (siblings, index, above) = beside(&mut plan.sections, at, "").ok_or(missing)?;
                siblings.insert(index + 1, section);
                number(siblings, &above, Some((id, kind)));
                Ok(())
            }
            Place::Below => {
                let parent = plan.section_mut(at).ok_or(missing)?;
                parent.children.push(section);
                number(&mut parent.children, &parent.label, Some((id, kind)));
                Ok(())
            }
        })
    }

    pub(super) fn remove_section(&mut self, id: SectionId) -> Result<(), EditError> {
        let section = self.section(id).ok_or(EditError::NoSection(id.0))?;
        if let Some(needed) = mandatory(section) {
            return Err(EditError::Mandatory(needed.heading.clone()));
        }
        self.change_outline(|plan| {
            let (siblings, index, above) = beside(&mut plan.sections, id, "").ok_or(EditError::NoSection(id.0))?;
            siblings.remove(index);
            number(siblings, &above, None);
            Ok(())
        })?;
        let left: Vec<SectionId> = self.walk().iter().map(|(_, section)| section.id).collect();
        for priority in &mut self.coverage {
            priority.covered_by.retain(|covered| !matches!(covered, CoveredBy::Section(id) if !left.contains(id)));
        }
        Ok(())
    }

    pub(super) fn move_section(&mut self, id: SectionId, direction: Direction) -> Result<(), EditError> {
        self.change_outline(|plan| {
            let (siblings, index, above) = beside(&mut plan.sections, id, "").ok_or(EditError::NoSection(id.0))?;
            let other = match direction {
                Direction::Up => index.checked_sub(1),
                Direction::Down => Some(index + 1).filter(|next| *next < siblings.len()),
            };
            // at the end of its level it stays where it is
            if let Some(other) = other {
                siblings.swap(index, other);
                number(siblings, &above, None);
            }
            Ok(())
        })
    }

    /// What a new section is counted with: as those on its level, else as elsewhere in the plan below such a label, else
    /// as the decree has it (rule B6).
    fn kind_for(&self, at: SectionId, place: Place) -> Result<LabelKind, EditError> {
        let kind = |section: &Section| Label::parse(&section.label).map(|label| label.kind);
        let section = self.section(at).ok_or(EditError::NoSection(at.0))?;
        if place == Place::Behind {
            return Ok(kind(section).unwrap_or(LabelKind::Dash));
        }
        let own = kind(section);
        let elsewhere = || self.walk().into_iter().filter(|(_, s)| kind(s) == own).find_map(|(_, s)| kind(s.children.first()?));
        if let Some(below) = section.children.last().and_then(kind).or_else(elsewhere) {
            return Ok(below);
        }
        match own {
            Some(LabelKind::Part | LabelKind::Chapter | LabelKind::Annex) => Ok(LabelKind::Roman),
            Some(LabelKind::Division | LabelKind::Article | LabelKind::Roman) | None => Ok(LabelKind::Arabic),
            Some(LabelKind::Arabic | LabelKind::Decimal) => Ok(LabelKind::Letter),
            Some(LabelKind::Letter) => Ok(LabelKind::Dash),
            Some(LabelKind::Dash) => Err(EditError::TooDeep),
        }
    }

    /// Changes the outline; findings follow the sections they name, or go with them.
    fn change_outline(&mut self, change: impl FnOnce(&mut Self) -> Result<(), EditError>) -> Result<(), EditError> {
        let paths = |plan: &Self| plan.walk().into_iter().map(|(path, s)| (s.id, path)).collect::<BTreeMap<_, _>>();
        let before = paths(self);
        change(self)?;
        let after = paths(self);
        self.findings.retain_mut(|finding| {
            let named = finding.place.trim_start_matches("đề mục ").trim_start_matches("mục ");
            let named = named.split([',', ';']).next().unwrap_or(named).trim().to_owned();
            let Some((id, _)) = before.iter().find(|(_, path)| **path == named) else { return true };
            match after.get(id) {
                Some(path) => {
                    finding.place = finding.place.replacen(&named, path, 1);
                    true
                }
                None => false,
            }
        });
        Ok(())
    }
}

/// The level a section stands on, its place there, and the label above.
fn beside<'a>(sections: &'a mut Vec<Section>, id: SectionId, above: &str) -> Option<(&'a mut Vec<Section>, usize, String)> {
    if let Some(index) = sections.iter().position(|section| section.id == id) {
        return Some((sections, index, above.to_owned()));
    }
    sections.iter_mut().find_map(|section| {
        let label = section.label.clone();
        beside(&mut section.children, id, &label)
    })
}

fn mandatory(section: &Section) -> Option<&Section> {
    if section.mandatory { Some(section) } else { section.children.iter().find_map(mandatory) }
}

/// Numbers the sections of a level one after another, each kind of label by itself; `new` is a section whose
/// label is still blank, and what it counts with. Articles go on from the first of them: they are counted through the paper.
fn number(sections: &mut [Section], above: &str, new: Option<(SectionId, LabelKind)>) {
    let mut last: BTreeMap<LabelKind, u32> = BTreeMap::new();
    for section in sections {
        let label = match new {
            Some((id, kind)) if id == section.id => Some(Label { kind, numbers: Vec::new() }),
            _ => Label::parse(&section.label),
        };
        let Some(label) = label.filter(|label| label.kind != LabelKind::Dash) else { continue };
        let first = if label.kind == LabelKind::Article { label.numbers.first().copied().unwrap_or(1).max(1) } else { 1 };
        let no = last.get(&label.kind).map_or(first, |before| before.saturating_add(1));
        last.insert(label.kind, no);
        let numbers = match (label.kind, Label::parse(above)) {
            (LabelKind::Decimal, Some(above)) if matches!(above.kind, LabelKind::Arabic | LabelKind::Decimal) => {
                above.numbers.iter().copied().chain([no]).collect()
            }
            (LabelKind::Decimal, _) => {
                label.numbers.split_last().map_or_else(Vec::new, |(_, before)| before.to_vec()).into_iter().chain([no]).collect()
            }
            _ => vec![no],
        };
        if numbers != label.numbers {
            section.label = stored(&Label { kind: label.kind, numbers });
            let own = section.label.clone();
            if section.children.iter().any(|child| Label::parse(&child.label).is_some_and(|l| l.kind == LabelKind::Decimal)) {
                number(&mut section.children, &own, None);
            }
        }
    }
}

/// As a section keeps it: without the closing sign.
fn stored(label: &Label) -> String {
    label.printed().trim_end_matches(['.', ')']).to_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::plan::sample::plan;
    use crate::plan::{Edit, Finding};

    fn labels(plan: &Plan) -> Vec<(String, u32)> {
        plan.walk().into_iter().map(|(path, section)| (path, section.id.0)).collect()
    }

    fn listed(expected: &[(&str, u32)]) -> Vec<(String, u32)> {
        expected.iter().map(|(path, id)| ((*path).to_owned(), *id)).collect()
    }

    #[test]
    fn sections_are_added_moved_and_taken_out_and_numbered_anew() {
        let mut p = plan();
        p.findings = vec![Finding::info("Phần I/II, đoạn 1", "x", "y"), Finding::info("đề mục Phần I/I", "x", "y")];
        let insert = |id, place| Edit::InsertSection { at: SectionId(id), place, heading: " Mục  mới ".into() };
        p.apply(insert(2, Place::Behind)).unwrap();
        assert_eq!(labels(&p), listed(&[("Phần I", 1), ("Phần I/I", 2), ("Phần I/II", 4), ("Phần I/III", 3)]));
        assert_eq!(p.section(SectionId(4)).unwrap().heading, "Mục mới");
        assert_eq!(p.findings[0].place, "Phần I/III, đoạn 1");
        p.apply(insert(3, Place::Below)).unwrap();
        p.apply(insert(5, Place::Below)).unwrap();
        p.apply(insert(6, Place::Behind)).unwrap();
        assert_eq!(labels(&p)[4..], listed(&[("Phần I/III/1", 5), ("Phần I/III/1/a", 6), ("Phần I/III/1/b", 7)]));
        p.apply(Edit::MoveSection { id: SectionId(3), direction: Direction::Up }).unwrap();
        assert_eq!(labels(&p)[2..5], listed(&[("Phần I/II", 3), ("Phần I/II/1", 5), ("Phần I/II/1/a", 6)]));
        let before = p.clone();
        p.apply(Edit::MoveSection { id: SectionId(2), direction: Direction::Up }).unwrap();
        assert_eq!(p, before, "the first of its level stays");
        p.apply(Edit::RemoveSection { id: SectionId(2) }).unwrap();
        assert_eq!(labels(&p)[1..3], listed(&[("Phần I/I", 3), ("Phần I/I/1", 5)]));
        let places: Vec<&str> = p.findings.iter().map(|finding| finding.place.as_str()).collect();
        assert_eq!(places, ["Phần I/I, đoạn 1"], "a finding goes with its section");
    }

    #[test]
    fn what_a_removed_section_covered_is_open_again_and_a_mandatory_one_stays() {
        let mut p = plan();
        p.sections[0].children[0].mandatory = true;
        let before = p.clone();
        for id in [1, 2] {
            let refused = p.apply(Edit::RemoveSection { id: SectionId(id) });
            assert_eq!(refused, Err(EditError::Mandatory("CĂN CỨ".into())));
            assert_eq!(p, before);
        }
        p.apply(Edit::RemoveSection { id: SectionId(3) }).unwrap();
        assert!(!p.coverage[0].covered_by.contains(&CoveredBy::Section(SectionId(3))));
    }

    #[test]
    fn lower_numbers_follow_the_one_above() {
        let mut p = plan();
        let label = |id: u32, label: &str| Section { id: SectionId(id), label: label.into(), ..Section::default() };
        p.sections = vec![
            Section { children: vec![label(2, "1.1"), label(3, "1.2")], ..label(1, "1") },
            Section { children: vec![label(5, "2.1")], ..label(4, "2") },
        ];
        p.apply(Edit::MoveSection { id: SectionId(4), direction: Direction::Up }).unwrap();
        assert_eq!(labels(&p), listed(&[("1", 4), ("1/1.1", 5), ("2", 1), ("2/2.1", 2), ("2/2.2", 3)]));
        p.apply(Edit::InsertSection { at: SectionId(5), place: Place::Behind, heading: "x".into() }).unwrap();
        assert_eq!(labels(&p)[2], ("1/1.2".to_owned(), 6));
    }
}
