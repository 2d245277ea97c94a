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
mod task_gaps;
mod unicode;
mod years;

use crate::plan::{Finding, Plan};
use crate::reading::Reading;

/// Rules for a plan, in the order in which a planner would read it.
const PLAN_RULES: [fn(&Plan) -> Vec<Finding>; 10] = [
    profile_gaps::check,
    citations::check,
    empty_sections::check,
    labels::check,
    years::check,
    task_gaps::check,
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

/// What is wrong or doubtful in a paper: what reading itself was unsure of, then the rules.
pub fn check_reading(reading: &Reading) -> Vec<Finding> {
    let rules = READING_RULES.iter().flat_map(|rule| rule(reading));
    reading.findings.iter().cloned().chain(rules).collect()
}

#[cfg(test)]
mod sample;
