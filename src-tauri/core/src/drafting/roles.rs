//! What each section of an outline is for, told by its heading.

use super::form::{Form, SectionRole};
use super::words::{position, syllables};
use crate::plan::{Label, LabelKind};
use crate::reading::OutlineNode;

/// The phrases of a form that tell a section's role.
pub(super) struct Roles {
    phrases: Vec<(SectionRole, Vec<String>)>,
}

impl Roles {
    /// Of a form.
    pub fn of(form: &Form) -> Self {
        let phrases =
            form.walk().into_iter().flat_map(|section| section.matches.iter().map(|phrase| (section.role, syllables(phrase))));
        Self { phrases: phrases.collect() }
    }

    /// The role a heading shows: that of the phrase that comes first in it, the longest of those.
    pub fn of_heading(&self, heading: &str) -> SectionRole {
        let words = syllables(heading);
        let found = self.phrases.iter().filter_map(|(role, phrase)| Some((position(&words, phrase)?, phrase.len(), *role)));
        found.min_by_key(|(at, length, _)| (*at, std::cmp::Reverse(*length))).map_or(SectionRole::Text, |(_, _, role)| role)
    }

    /// Whether a heading speaks of a role anywhere in it ("Tình hình thực hiện mục tiêu").
    pub fn told_of(&self, heading: &str, role: SectionRole) -> bool {
        let words = syllables(heading);
        self.phrases.iter().any(|(known, phrase)| *known == role && position(&words, phrase).is_some())
    }

    /// The role of a node of an outline. One whose children have several roles of their own only holds them
    /// ("Phần II. Mục tiêu, nhiệm vụ, giải pháp"); results of last year are never looked into.
    pub fn of_node(&self, node: &OutlineNode) -> SectionRole {
        let role = self.of_heading(heading(node));
        if matches!(role, SectionRole::Results | SectionRole::Text) {
            return role;
        }
        let mut below: Vec<SectionRole> = node.children.iter().map(|child| self.of_heading(heading(child))).collect();
        below.retain(|child| !matches!(child, SectionRole::Text | SectionRole::Content | SectionRole::Results));
        below.sort_unstable();
        below.dedup();
        if below.len() > 1 { SectionRole::Content } else { role }
    }

    /// The sections of an outline that have a role, each with its path; annexes left out, nothing below one looked at.
    pub fn find<'n>(&self, outline: &'n [OutlineNode]) -> Vec<(SectionRole, String, &'n OutlineNode)> {
        let mut out = Vec::new();
        self.find_into(outline, "", &mut out);
        out
    }

    fn find_into<'n>(&self, nodes: &'n [OutlineNode], above: &str, out: &mut Vec<(SectionRole, String, &'n OutlineNode)>) {
        for node in nodes.iter().filter(|node| !is_annex(node)) {
            let path = path_below(above, node);
            match self.of_node(node) {
                SectionRole::Text | SectionRole::Content => self.find_into(&node.children, &path, out),
                role => out.push((role, path, node)),
            }
        }
    }
}

/// Whether a node is a "Phụ lục".
pub(super) fn is_annex(node: &OutlineNode) -> bool {
    Label::parse(&node.label).is_some_and(|label| label.kind == LabelKind::Annex)
}

/// A node's path below the path of the node above ("" at the top).
pub(super) fn path_below(above: &str, node: &OutlineNode) -> String {
    if above.is_empty() { node.label.clone() } else { format!("{above}/{}", node.label) }
}

/// A node's heading; of an item that only announces something ("Kết quả đạt được:") that line.
pub(super) fn heading(node: &OutlineNode) -> &str {
    match (&node.heading, node.text.as_slice()) {
        (Some(heading), _) => heading,
        (None, [line]) if line.ends_with(':') && line.chars().count() <= 80 => line,
        _ => "",
    }
}

/// A node's text; empty where its only line is its heading.
pub(super) fn text(node: &OutlineNode) -> &[String] {
    if node.heading.is_none() && !heading(node).is_empty() { &[] } else { &node.text }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn headings_tell_their_role_in_any_wording() {
        let roles = Roles::of(&Form::builtin("khung-cds").unwrap());
        for (heading, role) in [
            ("ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NĂM 2022", SectionRole::Results),
            ("TÌNH HÌNH THỰC HIỆN MỤC TIÊU", SectionRole::Results),
            ("CĂN CỨ LẬP KẾ HOẠCH", SectionRole::Bases),
            ("Căn cứ pháp lý", SectionRole::Bases),
            ("MỤC TIÊU, CHỈ TIÊU", SectionRole::Goals),
            ("NHIỆM VỤ VÀ GIẢI PHÁP", SectionRole::Tasks),
            ("GIẢI PHÁP THỰC HIỆN NHIỆM VỤ", SectionRole::Solutions),
            ("DANH MỤC NHIỆM VỤ, DỰ ÁN", SectionRole::TaskList),
            ("NỘI DUNG KẾ HOẠCH", SectionRole::Content),
            ("TỔ CHỨC THỰC HIỆN", SectionRole::Organisation),
            ("KINH PHÍ THỰC HIỆN", SectionRole::Funding),
            ("MỤC ĐÍCH, YÊU CẦU", SectionRole::Text),
        ] {
            assert_eq!(roles.of_heading(heading), role, "{heading}");
        }
    }

    #[test]
    fn a_node_of_several_roles_only_holds_them() {
        let roles = Roles::of(&Form::builtin("khung-cds").unwrap());
        let node = |heading: &str, children: Vec<OutlineNode>| OutlineNode {
            label: "I".into(),
            heading: Some(heading.into()),
            children,
            ..OutlineNode::default()
        };
        let both = node("NHIỆM VỤ, GIẢI PHÁP", vec![node("Nhiệm vụ", vec![]), node("Giải pháp", vec![])]);
        assert_eq!(roles.of_node(&both), SectionRole::Content);
        let found: Vec<SectionRole> = roles.find(&[both]).into_iter().map(|(role, ..)| role).collect();
        assert_eq!(found, [SectionRole::Tasks, SectionRole::Solutions]);
    }
}
