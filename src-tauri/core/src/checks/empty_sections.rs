//! Mandatory sections that say nothing.

use super::places;
use crate::plan::{Finding, Holds, Plan, Section};

pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    let empty = plan.walk().into_iter().filter(|(_, section)| section.mandatory && says_nothing(plan, section));
    // Where a mandatory section below is empty too, that is the one to fill.
    let lowest = empty.filter(|(_, section)| !section.children.iter().any(any_mandatory));
    let tell = |(path, section): (String, &Section)| {
        let message = format!("mục bắt buộc “{}” còn trống", section.heading);
        Finding::error(places::section(&path), message, "Viết nội dung cho mục này.")
    };
    lowest.map(tell).collect()
}

fn says_nothing(plan: &Plan, section: &Section) -> bool {
    let held = match section.holds {
        Holds::Text | Holds::Results | Holds::Budget => false,
        Holds::LegalBases => !plan.legal_bases.is_empty(),
        Holds::Tasks => !plan.tasks.is_empty(),
    };
    !held
        && section.indicators.is_empty()
        && section.text.iter().all(|text| text.trim().is_empty())
        && section.children.iter().all(|s| says_nothing(plan, s))
}

fn any_mandatory(section: &Section) -> bool {
    section.mandatory || section.children.iter().any(any_mandatory)
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_lowest_empty_mandatory_section_is_an_error() {
        let mut plan = sample::plan();
        plan.sections[0].children[0].text.clear();
        let found = check(&plan);
        assert_eq!(found.iter().map(|f| f.place.as_str()).collect::<Vec<_>>(), ["đề mục Phần I/I"]);
        plan.sections[0].children[0].mandatory = false;
        assert_eq!(check(&plan)[0].place, "đề mục Phần I");
        plan.sections[0].mandatory = false;
        assert_eq!(check(&plan), []);
    }

    #[test]
    fn what_a_section_holds_fills_it() {
        let mut plan = sample::plan();
        let section = &mut plan.sections[0].children[0];
        section.text.clear();
        section.holds = Holds::Tasks;
        assert_eq!(check(&plan), []);
        plan.tasks.clear();
        assert_eq!(check(&plan).len(), 1);
    }
}
