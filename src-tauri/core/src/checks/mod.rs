//! One rule a file; a plan or a read document → findings.
//!
//! A rule looks and tells; it changes nothing and asks nothing of the disk. What it tells is for the planner: where it
//! is, what is wrong, what to do. A new rule is a file with a function and a line in [`PLAN_RULES`] or [`READING_RULES`].

mod annexes;
mod citations;
mod coverage;
mod empty_sections;
mod labels;
mod paper_gaps;
mod placeholders;
mod places;
mod profile_gaps;
mod remedies;
mod task_gaps;
mod times;
mod unicode;
mod years;

use crate::plan::{Finding, KEPT_AS_IS, Plan};
use crate::reading::Reading;

pub use remedies::{Remedy, remedies};

/// Rules for a plan, in the order in which a planner would read it.
const PLAN_RULES: [fn(&Plan) -> Vec<Finding>; 11] = [
    profile_gaps::check,
    citations::check,
    empty_sections::check,
    labels::check,
    years::check,
    task_gaps::check,
    times::check,
    coverage::check,
    annexes::check,
    placeholders::check,
    unicode::check,
];

/// Rules for a paper that was read; its numbering is looked at while it is read.
const READING_RULES: [fn(&Reading) -> Vec<Finding>; 2] = [paper_gaps::check, citations::check_reading];

/// What is wrong or doubtful in a plan.
pub fn check(plan: &Plan) -> Vec<Finding> {
    PLAN_RULES.iter().flat_map(|rule| rule(plan)).collect()
}

/// All that is told of a plan: what the drafting was unsure of, then what the rules find. What the planner keeps as it is
/// is told in the place of the finding it settles, for as long as that is found.
pub fn told(plan: &Plan) -> Vec<Finding> {
    let mut found = check(plan);
    let same = |a: &Finding, b: &Finding| a.place == b.place && a.message == b.message;
    let (kept, drafted): (Vec<&Finding>, Vec<&Finding>) = plan.findings.iter().partition(|one| one.hint == KEPT_AS_IS);
    for finding in &mut found {
        if let Some(&kept) = kept.iter().find(|kept| same(kept, finding)) {
            finding.clone_from(kept);
        }
    }
    drafted.into_iter().cloned().chain(found).collect()
}

/// What is wrong or doubtful in a paper: what reading itself was unsure of, then the rules.
pub fn check_reading(reading: &Reading) -> Vec<Finding> {
    let rules = READING_RULES.iter().flat_map(|rule| rule(reading));
    reading.findings.iter().cloned().chain(rules).collect()
}

#[cfg(test)]
mod sample;
