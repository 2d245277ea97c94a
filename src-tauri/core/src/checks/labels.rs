//! Numbering of an outline: no number missing, twice or below the wrong parent, none typed again into the heading
//! (rules B4 to B8).

use std::collections::BTreeMap;

use super::places;
use super::remedies::{self, Doubt};
use crate::plan::{Edit, Finding, Label, LabelKind, Plan, Section};

pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    remedies::findings(doubts(plan))
}

pub(super) fn doubts(plan: &Plan) -> Vec<Doubt> {
    let mut broken = Vec::new();
    siblings(&plan.sections, "", &mut broken);
    let mut found: Vec<Doubt> = broken.into_iter().map(|finding| (finding, None)).collect();
    for (path, section) in plan.walk() {
        if let Some(label) = typed_label(&section.heading) {
            let message = format!("đề mục “{}” tự ghi số “{label}” trong tên", section.heading);
            let heading = section.heading.trim_start().trim_start_matches(label).trim_start().to_owned();
            let remedy = ("Bỏ số trong tên".to_owned(), Edit::SectionHeading { id: section.id, heading });
            let hint = "Bỏ số trong tên; số được đánh tự động.";
            found.push((Finding::warning(places::section(&path), message, hint), Some(remedy)));
        }
    }
    found
}

/// Looks at the labels that stand side by side, then at those below each.
fn siblings(sections: &[Section], above: &str, found: &mut Vec<Finding>) {
    let mut last: BTreeMap<LabelKind, u32> = BTreeMap::new();
    for section in sections {
        let path = section.path_below(above);
        if let Some((kind, number)) = counted(&section.label) {
            let expected = last.get(&kind).map_or(1, |before| before.saturating_add(1));
            if number != expected {
                found.push(broken(&path, kind, number, expected));
            }
            // One slip is told once: behind 1, 1 comes 3, behind 1, 3 comes 4.
            last.insert(kind, number.max(expected));
        }
        siblings(&section.children, &path, found);
    }
}

/// What a label counts and how far; dashes count nothing.
fn counted(label: &str) -> Option<(LabelKind, u32)> {
    let label = Label::parse(label)?;
    Some((label.kind, *label.numbers.last()?))
}

fn broken(path: &str, kind: LabelKind, number: u32, expected: u32) -> Finding {
    let shown = |number| Label { kind, numbers: vec![number] }.printed();
    let message = format!("số mục không liên tục: đang là “{}”, đúng ra là “{}”", shown(number), shown(expected));
    Finding::warning(places::section(path), message, "Đánh lại số mục, hoặc bổ sung mục còn thiếu.")
}

/// A label that stands in front of a heading's words: "1.", "II.", "a)".
fn typed_label(heading: &str) -> Option<&str> {
    let (first, _) = heading.trim_start().split_once(' ')?;
    let bare = first.strip_suffix(['.', ')'])?;
    counted(bare).map(|_| first)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{self, section};
    use super::*;

    fn outline(labels: &[&str]) -> Plan {
        let sections = (1..).zip(labels).map(|(id, label)| section(id, label, "Mục", &["x"])).collect();
        Plan { sections, ..sample::plan() }
    }

    #[test]
    fn a_missing_or_repeated_number_is_told_where_it_is() {
        assert_eq!(check(&outline(&["I", "II", "III"])), []);
        assert_eq!(check(&outline(&["Phần I", "Phần II", "Phụ lục I", "-", "-"])), []);
        assert_eq!(check(&outline(&["c", "d"]))[0].place, "đề mục c");
        assert_eq!(check(&outline(&["a", "b", "c", "d", "đ", "e"])), []);
        assert_eq!(check(&outline(&["1", "3", "4"])).len(), 1);
        let found = check(&outline(&["1", "1", "3"]));
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("“1.”, đúng ra là “2.”"), "{}", found[0].message);
    }

    #[test]
    fn a_number_typed_into_a_heading_is_told() {
        let mut plan = outline(&["I"]);
        for heading in ["1. Mục tiêu", "I. Mục tiêu", "a) Mục tiêu"] {
            plan.sections[0].heading = heading.into();
            assert_eq!(check(&plan).len(), 1, "{heading}");
        }
        for heading in ["Mục tiêu", "TP. Hà Nội", "Nhận thức số"] {
            plan.sections[0].heading = heading.into();
            assert_eq!(check(&plan), [], "{heading}");
        }
    }
}
