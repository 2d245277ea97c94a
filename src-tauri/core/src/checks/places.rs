//! Names of places in a plan, and every text that stands in it.

use crate::plan::{AnnexGroup, Plan, Task};

/// "đề mục Phần II/III/1".
pub(super) fn section(path: &str) -> String {
    format!("đề mục {path}")
}

/// "căn cứ 3", counted from 1.
pub(super) fn basis(index: usize) -> String {
    format!("căn cứ {}", index + 1)
}

/// Every printed task with its number, "A.V.4": list, group, task.
pub(super) fn tasks(plan: &Plan) -> Vec<(String, &Task)> {
    let mut out = Vec::new();
    for (letter, list) in plan.annex_lists() {
        for AnnexGroup { label, tasks, .. } in plan.annex_list(list) {
            out.extend(tasks.into_iter().map(|(no, task)| (format!("{letter}.{label}.{no}"), task)));
        }
    }
    out
}

/// Every text that a page may show, each with its place.
pub(super) fn texts(plan: &Plan) -> Vec<(String, &str)> {
    let mut out: Vec<(String, &str)> = vec![("trích yếu".into(), &plan.subject)];
    let profile = &plan.profile;
    let fixed = [&profile.place, &profile.symbol, &profile.signatory.name];
    let lines = profile.signatory.authority.iter().chain(&profile.recipients);
    out.extend(fixed.into_iter().chain(lines).map(|text| ("thông tin đơn vị".to_owned(), text.as_str())));
    for (index, one) in plan.legal_bases.iter().enumerate() {
        let cited = &one.citation;
        let parts = [&cited.kind, &cited.number, &cited.issuer, &cited.subject];
        out.extend(parts.into_iter().flatten().map(|text| (basis(index), text.as_str())));
    }
    for (path, one) in plan.walk() {
        out.extend(std::iter::once(&one.heading).chain(&one.text).map(|text| (section(&path), text.as_str())));
    }
    for (path, one) in plan.walk() {
        let cells = one.indicators.iter().flat_map(|row| [&row.name, &row.unit, &row.baseline, &row.target]);
        out.extend(cells.map(|text| (section(&path), text.as_str())));
    }
    for (number, task) in tasks(plan) {
        let place = format!("nhiệm vụ {number}");
        let cells =
            [&task.name, &task.lead, &task.coordinating, &task.time, &task.product, &task.basis, &task.goal, &task.funding];
        out.extend(cells.into_iter().map(|text| (place.clone(), text.as_str())));
    }
    out
}
