//! A task's fields as the annex prints them, and set from what stands there.

use crate::plan::{Money, Role, Task, TaskId, TaskKind};
use crate::text::{fold, parse_date, squeeze};

/// What a field says, as the annex prints it.
pub(super) fn cell(task: &Task, field: &str) -> String {
    match field {
        "kind" => match task.kind {
            Some(TaskKind::New) => "Mới".into(),
            Some(TaskKind::Continued) => "Chuyển tiếp".into(),
            None => String::new(),
        },
        "budget" => task.budget.map(|money| money.to_string()).unwrap_or_default(),
        "name" => task.name.clone(),
        "lead" => task.lead.clone(),
        "coordinating" => task.coordinating.clone(),
        "time" => task.time.clone(),
        "product" => task.product.clone(),
        "basis" => task.basis.clone(),
        "goal" => task.goal.clone(),
        "funding" => task.funding.clone(),
        "assigned_member" => task.assigned_member.clone(),
        "note" => task.note.clone(),
        "effect" => task.effect.clone(),
        _ => String::new(),
    }
}

/// Sets a field; `false`, with nothing changed, if it cannot mean `text`.
pub(super) fn set(task: &mut Task, field: &str, text: &str) -> bool {
    let empty = text.trim().is_empty();
    match field {
        "kind" => match fold(text).as_str() {
            "" => task.kind = None,
            "moi" | "nhiem vu moi" => task.kind = Some(TaskKind::New),
            "chuyen tiep" | "nhiem vu chuyen tiep" => task.kind = Some(TaskKind::Continued),
            _ => return false,
        },
        "budget" => match Money::parse(text) {
            None if !empty => return false,
            money => task.budget = money,
        },
        "name" => task.name = text.to_owned(),
        "lead" => task.lead = text.to_owned(),
        "coordinating" => task.coordinating = text.to_owned(),
        "time" => task.time = text.to_owned(),
        "product" => task.product = text.to_owned(),
        "basis" => task.basis = text.to_owned(),
        "goal" => task.goal = text.to_owned(),
        "funding" => task.funding = text.to_owned(),
        "assigned_member" => task.assigned_member = text.to_owned(),
        "note" => task.note = text.to_owned(),
        "effect" => task.effect = text.to_owned(),
        _ => {}
    }
    true
}

/// A task of which nothing is known yet.
pub(super) fn blank(id: TaskId, group: u32) -> Task {
    Task {
        id,
        group,
        role: Role::Own,
        name: String::new(),
        lead: String::new(),
        coordinating: String::new(),
        time: String::new(),
        product: String::new(),
        basis: String::new(),
        kind: None,
        goal: String::new(),
        budget: None,
        funding: String::new(),
        assigned_member: String::new(),
        note: String::new(),
        effect: String::new(),
        source: None,
    }
}

/// Whether two texts of a cell say the same: line by line, whatever the spaces; a date however many digits it has.
pub(super) fn same(one: &str, other: &str) -> bool {
    let lines = |text: &str| -> Vec<String> { text.split('\n').map(squeeze).filter(|line| !line.is_empty()).collect() };
    let date = |text: &str| parse_date(text).filter(|(_, taken)| *taken == text.trim_end().len()).map(|(date, _)| date);
    lines(one) == lines(other) || date(one).is_some_and(|day| date(other) == Some(day))
}
