//! What settles a finding by one click: the change that its own words ask for, where there is only one such change.

use serde::Serialize;

use super::{citations, labels, times, years};
use crate::plan::{Edit, Finding, Plan};

/// A change that settles a finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Remedy {
    /// The finding's place.
    pub place: String,
    /// The finding's message.
    pub message: String,
    /// What the change does, as a button says it: "Lấy theo bảng".
    pub name: String,
    /// The change.
    pub edit: Edit,
}

/// A finding and, where one change settles it, what that is called and the change.
pub(super) type Doubt = (Finding, Option<(String, Edit)>);

/// The findings alone.
pub(super) fn findings(doubts: Vec<Doubt>) -> Vec<Finding> {
    doubts.into_iter().map(|(finding, _)| finding).collect()
}

/// Rules whose findings one change may settle.
const RULES: [fn(&Plan) -> Vec<Doubt>; 4] = [citations::doubts, labels::doubts, years::doubts, times::doubts];

/// What settles the plan's findings.
pub fn remedies(plan: &Plan) -> Vec<Remedy> {
    let settled = RULES.iter().flat_map(|rule| rule(plan)).filter_map(|(finding, remedy)| Some((finding, remedy?)));
    settled.map(|(Finding { place, message, .. }, (name, edit))| Remedy { place, message, name, edit }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{sample, told};
    use super::*;
    use crate::plan::{LegalBasis, Severity};

    /// Every remedy can be made, and what it is for is then no longer found.
    #[test]
    fn a_remedy_settles_its_finding() {
        let mut plan = sample::plan();
        plan.sections[0].children[0].heading = "1. Mục tiêu năm 2021".into();
        for number in ["749/QĐ-TTg", "411/QĐ-TTg", "749/QĐ-TTg"] {
            plan.legal_bases.push(LegalBasis { citation: sample::citation(number), source: None });
        }
        let found = remedies(&plan);
        let names: Vec<&str> = found.iter().map(|remedy| remedy.name.as_str()).collect();
        let year = format!("Đổi thành năm {}", plan.year);
        assert!(["Bỏ căn cứ này", "Bỏ số trong tên", &year].iter().all(|name| names.contains(name)), "{names:?}");
        for remedy in found {
            let mut mended = plan.clone();
            assert!(told(&plan).iter().any(|f| f.place == remedy.place && f.message == remedy.message), "{remedy:?}");
            assert_eq!(mended.apply(remedy.edit.clone()), Ok(()), "{remedy:?}");
            assert!(!told(&mended).iter().any(|f| f.place == remedy.place && f.message == remedy.message), "{remedy:?}");
        }
    }

    #[test]
    fn what_is_to_stay_as_it_is_is_told_as_such_until_it_is_gone() {
        let mut plan = sample::plan();
        plan.sections[0].children[0].heading = "Mục tiêu năm 2021".into();
        let doubt = told(&plan).into_iter().find(|finding| finding.message.contains("2021")).unwrap_or_else(|| unreachable!());
        assert_eq!(doubt.severity, Severity::Warning);
        let keep = Edit::KeepAsIs { place: doubt.place.clone(), message: doubt.message.clone() };
        assert_eq!(plan.apply(keep.clone()), Ok(()));
        assert_eq!(plan.apply(keep), Ok(()));
        let now: Vec<_> = told(&plan).into_iter().filter(|f| f.message == doubt.message).collect();
        assert_eq!(now.len(), 1, "told once");
        assert_eq!(now[0].severity, Severity::Info);
        plan.sections[0].children[0].heading = "Mục tiêu".into();
        assert!(!told(&plan).iter().any(|f| f.message == doubt.message), "no longer found, no longer told");
    }
}
