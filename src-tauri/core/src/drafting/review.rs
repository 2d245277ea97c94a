//! What of a paper is to be looked into before drafting, each doubt with what can be done about it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::cell::Named;
use super::units::Directory;
use crate::plan::{Finding, Severity};
use crate::reading::citation::every_citation;
use crate::reading::{Corrected, Correction, ReadTask, two_dates_message};

/// A doubt about a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Doubt {
    /// What, where, and what to do.
    pub finding: Finding,
    /// A few words.
    pub title: String,
    /// One line why.
    pub line: String,
    /// Ways to settle it; one of them is to be chosen. Empty: it can only be looked into.
    pub choices: Vec<Choice>,
    /// A name for which a unit is to be chosen, as printed.
    pub unknown_unit: Option<String>,
}

/// A way to settle a doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Choice {
    /// In a few words: "06/10/2022", "Nối vào hàng trên".
    pub label: String,
    /// Where it is so: "trang 23".
    pub note: String,
    /// What then is set right.
    pub correction: Correction,
}

/// The doubts about a paper, what must be mended first. `findings` are what reading and checks told of it.
pub fn review(findings: &[Finding], paper: &Corrected, directory: &Directory) -> Vec<Doubt> {
    let conflicts = conflicts(paper);
    let mut doubts: Vec<Doubt> = findings.iter().map(|finding| doubt(finding, paper, &conflicts)).collect();
    doubts.extend(unknown_units(paper, directory));
    doubts.sort_by_key(|doubt| match doubt.finding.severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Info => 2,
    });
    doubts
}

fn doubt(finding: &Finding, paper: &Corrected, conflicts: &[Conflict]) -> Doubt {
    let plain = Doubt {
        title: finding.message.trim_end_matches('.').to_owned(),
        line: finding.hint.clone(),
        choices: Vec::new(),
        unknown_unit: None,
        finding: finding.clone(),
    };
    if let Some(conflict) = conflicts.iter().find(|conflict| conflict.is_told_by(finding)) {
        return Doubt {
            title: format!("Một văn bản, {} ngày ban hành", conflict.days.len()),
            line: format!("Văn bản số {} được dẫn với các ngày khác nhau. Ngày nào đúng?", conflict.number),
            choices: conflict.choices(),
            ..plain
        };
    }
    let (tasks, numbers) = (tasks(paper), &paper.tasks);
    let row = tasks.iter().position(|task| task.no.is_none() && task.at == finding.place && !task.at.is_empty());
    if let Some((row, number)) = row.and_then(|row| Some((row, *numbers.get(row)?))).filter(|(row, _)| *row > 0) {
        let above = &tasks[row - 1];
        let note = above.no.as_ref().map_or_else(String::new, |no| format!("nhiệm vụ {}", numbered(above, no)));
        let correction = Correction::MergeTask { task: number };
        return Doubt { choices: vec![Choice { label: "Nối vào hàng trên".to_owned(), note, correction }], ..plain };
    }
    plain
}

fn tasks(paper: &Corrected) -> Vec<&ReadTask> {
    paper.reading.task_tables.iter().flat_map(|table| &table.tasks).collect()
}

/// "II.9", "9".
fn numbered(task: &ReadTask, no: &str) -> String {
    match task.group.as_ref().filter(|group| group.chars().count() <= 8) {
        Some(group) => format!("{group}.{no}"),
        None => no.to_owned(),
    }
}

/// A document that the paper cites with several days.
struct Conflict {
    number: String,
    /// Each day, and where it stands.
    days: Vec<(NaiveDate, Vec<String>)>,
}

impl Conflict {
    fn is_told_by(&self, finding: &Finding) -> bool {
        let days = || self.days.iter().map(|(day, _)| *day);
        days().any(|one| days().any(|other| one != other && two_dates_message(&self.number, one, other) == finding.message))
    }

    fn choices(&self) -> Vec<Choice> {
        let choice = |(day, places): &(NaiveDate, Vec<String>)| Choice {
            label: day.format("%d/%m/%Y").to_string(),
            note: places.join("; "),
            correction: Correction::CitationDate { number: self.number.clone(), date: *day },
        };
        self.days.iter().map(choice).collect()
    }
}

fn conflicts(paper: &Corrected) -> Vec<Conflict> {
    /// More places than these are not named.
    const PLACES: usize = 3;
    let mut days: BTreeMap<String, Vec<(NaiveDate, Vec<String>)>> = BTreeMap::new();
    let mut note = |number: &str, date: NaiveDate, place: String| {
        let known = days.entry(number.to_owned()).or_default();
        let at = known.iter().position(|(day, _)| *day == date).unwrap_or_else(|| {
            known.push((date, Vec::new()));
            known.len() - 1
        });
        if known[at].1.len() < PLACES && !place.is_empty() && !known[at].1.contains(&place) {
            known[at].1.push(place);
        }
    };
    for basis in &paper.reading.legal_bases {
        if let (Some(number), Some(date)) = (&basis.citation.number, basis.citation.date) {
            note(number, date, basis.place.clone());
        }
    }
    for task in tasks(paper) {
        for (_, text) in &task.cells {
            for cited in every_citation(text) {
                let (Some(number), Some(date)) = (cited.number, cited.date) else { continue };
                let name = task.no.as_ref().map(|no| format!("nhiệm vụ {}", numbered(task, no)));
                let place: Vec<String> = name.into_iter().chain([task.at.clone()]).filter(|p| !p.is_empty()).collect();
                note(&number, date, place.join(", "));
            }
        }
    }
    let mut walk: Vec<_> = paper.reading.outline.iter().collect();
    while let Some(node) = walk.pop() {
        for cited in node.text.iter().chain(&node.heading).flat_map(|text| every_citation(text)) {
            if let (Some(number), Some(date)) = (cited.number, cited.date) {
                note(&number, date, node.at.clone());
            }
        }
        walk.extend(&node.children);
    }
    let several = days.into_iter().filter(|(_, days)| days.len() > 1);
    several.map(|(number, days)| Conflict { number, days }).collect()
}

/// Up to so many unknown names are asked for one by one.
const APART: usize = 6;
/// Of more, so many are named together.
const NAMED: usize = 5;

/// Names of units that the directory does not have, each once, at the first task that bears it.
fn unknown_units(paper: &Corrected, directory: &Directory) -> Vec<Doubt> {
    let mut found: Vec<(String, String, Vec<String>)> = Vec::new();
    for task in tasks(paper) {
        for named in ["lead", "coordinating"].into_iter().flat_map(|field| directory.split(task.cell(field))) {
            let Named::Unknown(name) = named else { continue };
            let task_name = task.no.as_ref().map(|no| numbered(task, no)).unwrap_or_default();
            match found.iter_mut().find(|(known, ..)| *known == name) {
                Some((.., tasks)) => tasks.push(task_name),
                None => found.push((name, task.at.clone(), vec![task_name])),
            }
        }
    }
    let doubt = |(name, at, tasks): (String, String, Vec<String>)| {
        let mut named: Vec<&str> = tasks.iter().map(String::as_str).filter(|task| !task.is_empty()).collect();
        named.dedup();
        let more = if named.len() > 4 { ", …" } else { "" };
        named.truncate(4);
        let of = if named.is_empty() { String::new() } else { format!(", nhiệm vụ {}{more}", named.join(", ")) };
        let nearest = directory.find(&name).err().map(|unknown| unknown.nearest).unwrap_or_default();
        let choice = |unit: &String| Choice {
            label: unit.clone(),
            note: String::new(),
            correction: Correction::Unit { name: name.clone(), unit: unit.clone() },
        };
        Doubt {
            finding: Finding::warning(
                at,
                format!("“{name}” chưa có trong danh mục đơn vị."),
                "Chọn đơn vị mà tên này chỉ; nếu là cơ quan ngoài Bộ thì giữ như bản gốc.",
            ),
            title: "Đơn vị chưa có trong danh mục".to_owned(),
            line: format!("“{name}”{of}"),
            choices: nearest.iter().take(1).map(choice).collect(),
            unknown_unit: Some(name),
        }
    };
    let doubts: Vec<Doubt> = found.into_iter().map(doubt).collect();
    if doubts.len() <= APART {
        return doubts;
    }
    // so many strangers: the paper speaks of another organisation; only names that are like a unit's are asked for
    let (like, strange): (Vec<Doubt>, Vec<Doubt>) = doubts.into_iter().partition(|doubt| !doubt.choices.is_empty());
    let names: Vec<String> = strange.iter().filter_map(|doubt| doubt.unknown_unit.as_ref()).map(|n| format!("“{n}”")).collect();
    let together = strange.first().map(|first| {
        let mut named = names.clone();
        named.truncate(NAMED);
        let more = if names.len() > NAMED { ", …" } else { "" };
        let message = format!("{} tên chưa có trong danh mục đơn vị: {}{more}.", names.len(), named.join(", "));
        let hint = "Sửa tên trong từng nhiệm vụ nếu là đơn vị thuộc Bộ; cơ quan ngoài Bộ thì giữ nguyên.";
        Doubt {
            title: format!("{} tên chưa có trong danh mục đơn vị", names.len()),
            line: format!("{}{more}", named.join(", ")),
            choices: Vec::new(),
            unknown_unit: None,
            finding: Finding::warning(first.finding.place.clone(), message, hint),
        }
    });
    like.into_iter().chain(together).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::drafting::sample::reading_of;

    #[test]
    fn many_strangers_are_one_doubt_and_a_name_like_a_units_stays_its_own() {
        let task = |at: usize, lead: &str| serde_json::json!({"no": at, "name": "a", "lead": lead, "at": format!("trang {at}")});
        let mut tasks: Vec<_> = (1..9).map(|at| task(at, &format!("Cục {}", "XYZWKQJF".repeat(at)))).collect();
        tasks.push(task(9, "Vụ Pháp chê 2"));
        let reading = reading_of(&serde_json::json!({"task_tables": [{"fields": [], "columns": [], "tasks": tasks}]}));
        let doubts = review(&[], &Corrected::of(&reading, &[]), &Directory::builtin());
        assert_eq!(doubts.len(), 2, "{doubts:#?}");
        assert_eq!(doubts[0].unknown_unit.as_deref(), Some("Vụ Pháp chê 2"));
        assert!(doubts[1].title.starts_with("8 tên") && doubts[1].finding.place == "trang 1");
    }

    #[test]
    fn doubts_bring_what_settles_them() {
        let tasks = serde_json::json!([
            {"no": 1, "name": "Số hóa", "lead": "Trung tâm Vũ trụ", "basis": "Nghị quyết số 131/NQ-CP ngày 06/10/2022", "at": "trang 2, dòng 3"},
            {"no": null, "name": "lưu trữ", "lead": "", "basis": "Nghị quyết số 131/NQ-CP ngày 06/10/2024", "at": "trang 3, dòng 1"}
        ]);
        let mut reading = reading_of(&serde_json::json!({"task_tables": [{"fields": [], "columns": [], "tasks": tasks}]}));
        let day = |year: i32| NaiveDate::from_ymd_opt(year, 10, 6).unwrap();
        reading.findings = vec![
            Finding::info("trang 1", "Biết.", ""),
            Finding::warning("trang 3, dòng 1", "Hàng không có số thứ tự.", ""),
            Finding::warning("trang 3, dòng 1", two_dates_message("131/NQ-CP", day(2022), day(2024)), ""),
        ];
        let directory = Directory::builtin();
        let paper = Corrected::of(&reading, &[]);
        let doubts = review(&reading.findings, &paper, &directory);
        assert_eq!(doubts.len(), 4);
        assert_eq!(doubts[0].choices[0].correction, Correction::MergeTask { task: 1 });
        let days: Vec<_> = doubts[1].choices.iter().map(|choice| choice.label.as_str()).collect();
        assert_eq!(days, ["06/10/2022", "06/10/2024"]);
        assert_eq!(doubts[1].choices[0].note, "nhiệm vụ 1, trang 2, dòng 3");
        assert_eq!(doubts[2].unknown_unit.as_deref(), Some("Trung tâm Vũ trụ"));
        assert_eq!(doubts[3].finding.severity, Severity::Info);

        let settled = [
            doubts[0].choices[0].correction.clone(),
            doubts[1].choices[0].correction.clone(),
            Correction::Unit { name: "Trung tâm Vũ trụ".into(), unit: "Vụ Pháp chế".into() },
        ];
        let paper = Corrected::of(&reading, &settled);
        assert_eq!(review(&paper.reading.findings, &paper, &directory).len(), 1, "the info is left");
    }
}
