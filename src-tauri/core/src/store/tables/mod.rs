//! The tables, in the order in which they may refer to each other.
//!
//! A save empties them and fills them anew inside one transaction: what is saved is then exactly the plan, with nothing left
//! over from an earlier one. Only tasks, of which there can be thousands, are compared with what was saved before.

mod annex_column;
mod comment;
mod finding;
mod indicator;
mod issuing;
mod legal_basis;
mod line;
mod paragraph_source;
mod plan;
mod priority_task;
mod profile;
mod result;
mod section;
mod source;
mod span;
mod task;
pub(super) mod version;

use rusqlite::{Connection, Transaction};

use super::schema::Migration;
use crate::plan::Plan;

/// Every table's steps, tables in order.
pub(super) fn migrations() -> impl Iterator<Item = &'static Migration> {
    let all: [&'static [Migration]; 17] = [
        plan::MIGRATIONS,
        profile::MIGRATIONS,
        line::MIGRATIONS,
        issuing::MIGRATIONS,
        result::MIGRATIONS,
        source::MIGRATIONS,
        section::MIGRATIONS,
        span::MIGRATIONS,
        paragraph_source::MIGRATIONS,
        indicator::MIGRATIONS,
        comment::MIGRATIONS,
        legal_basis::MIGRATIONS,
        task::MIGRATIONS,
        annex_column::MIGRATIONS,
        priority_task::MIGRATIONS,
        finding::MIGRATIONS,
        version::MIGRATIONS,
    ];
    all.into_iter().flatten()
}

/// Puts `plan` in the place of what the tables hold: `before`, if that is known. Tasks, which can be thousands, are then
/// written only where they changed.
pub(super) fn write(transaction: &Transaction, plan: &Plan, before: Option<&Plan>) -> rusqlite::Result<()> {
    // What refers to others goes first and comes last.
    for table in [
        "finding",
        "result",
        "page_setting",
        "issuing",
        "coverage",
        "priority_task",
        "annex_column",
        "legal_basis",
        "line",
        "span",
        "paragraph_source",
        "indicator",
        "comment",
        "section",
        "source",
        "profile",
        "plan",
    ] {
        transaction.execute(&format!("DELETE FROM {table}"), [])?;
    }
    match before {
        Some(before) => task::write_changes(transaction, before, plan)?,
        None => task::write(transaction, &plan.groups, &plan.tasks)?,
    }
    plan::write(transaction, plan)?;
    profile::write(transaction, &plan.profile)?;
    issuing::write(transaction, &plan.issuing)?;
    result::write(transaction, &plan.results)?;
    source::write(transaction, &plan.sources)?;
    section::write(transaction, &plan.sections)?;
    legal_basis::write(transaction, &plan.legal_bases)?;
    annex_column::write(transaction, &plan.columns)?;
    priority_task::write(transaction, &plan.coverage)?;
    finding::write(transaction, &plan.findings)
}

/// The plan that the tables hold.
pub(super) fn read(connection: &Connection) -> rusqlite::Result<Plan> {
    let mut plan = plan::read(connection)?;
    plan.profile = profile::read(connection)?;
    plan.issuing = issuing::read(connection)?;
    plan.results = result::read(connection)?;
    plan.sources = source::read(connection)?;
    plan.sections = section::read(connection)?;
    plan.legal_bases = legal_basis::read(connection)?;
    (plan.groups, plan.tasks) = task::read(connection)?;
    plan.columns = annex_column::read(connection)?;
    plan.coverage = priority_task::read(connection)?;
    plan.findings = finding::read(connection)?;
    Ok(plan)
}
