//! A paragraph that refers to one task and sets another time for it than the annex does.
//!
//! Only a time that the text itself introduces ("hoàn thành trong …", "trước …") is compared, and only where the paragraph
//! names one task and one time: elsewhere it may speak of something else. A text that is less exact than the annex agrees
//! with it.

use super::places;
use super::remedies::{self, Doubt};
use crate::plan::{Deadline, Edit, Finding, Plan, Section, Task, TextRun};
use crate::text::fold;

/// What comes before a time that a text sets, folded; longer ones first.
const OPENERS: [&[&str]; 8] = [
    &["hoan", "thanh", "trong"],
    &["hoan", "thanh", "vao"],
    &["hoan", "thanh"],
    &["ket", "thuc", "trong"],
    &["thuc", "hien", "trong"],
    &["thuc", "hien", "tu"],
    &["trong"],
    &["xong"],
];
/// Words of the longest time that is looked for: "trước ngày 15 tháng 12 năm 2025".
const LONGEST: usize = 7;

pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    remedies::findings(doubts(plan))
}

pub(super) fn doubts(plan: &Plan) -> Vec<Doubt> {
    let tasks = places::tasks(plan);
    let mut found = Vec::new();
    for (path, section) in plan.walk() {
        let paragraphs = section.runs();
        for (index, runs) in paragraphs.iter().enumerate() {
            let Some((number, task)) = only_task(runs, &tasks) else { continue };
            let Some((said, there)) = differing(runs, task, plan.year) else { continue };
            let message =
                format!("thời hạn khác bảng nhiệm vụ: văn bản ghi “{said}”, nhiệm vụ {number} ghi “{}”", task.time.trim());
            let hint = "Lấy theo bảng; giữ nguyên nếu văn bản nói về việc khác.";
            let finding = Finding::warning(places::section(&path), message, hint);
            found.push((finding, remedy(section, &paragraphs, index, &said, &there)));
        }
    }
    found
}

/// The one task that a paragraph refers to.
fn only_task<'a>(runs: &[TextRun], tasks: &'a [(String, &Task)]) -> Option<(&'a str, &'a Task)> {
    let mut named: Vec<_> = runs.iter().filter_map(|run| run.task).collect();
    named.dedup();
    let [id] = named.as_slice() else { return None };
    tasks.iter().find(|(_, task)| task.id == *id).map(|(number, task)| (number.as_str(), *task))
}

/// The time that the paragraph sets, as written, if it differs from the task's; and the task's.
fn differing(runs: &[TextRun], task: &Task, year: i32) -> Option<(String, Deadline)> {
    let there = Deadline::parse(&task.time, year)?;
    let (from, to) = there.months()?;
    let written = runs.iter().filter(|run| run.task.is_none() && !run.citation).flat_map(|run| times(&run.text, year));
    let set: Vec<(String, Deadline)> = written.collect();
    let [(said, here)] = set.as_slice() else { return None };
    let (first, last) = here.months()?;
    (!(first <= from && to <= last)).then(|| (said.clone(), there.clone()))
}

/// Times that a text sets, as written, without what introduces them.
fn times(text: &str, year: i32) -> Vec<(String, Deadline)> {
    let words: Vec<(usize, &str)> =
        text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word)).collect();
    let bare: Vec<String> = words.iter().map(|(_, word)| fold(word.trim_matches(|c: char| !c.is_alphanumeric()))).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(opener) = OPENERS.iter().find(|opener| bare[at..].starts_with(&opener.map_owned())) else {
            at += 1;
            continue;
        };
        let begin = at + opener.len();
        let found = (1..=LONGEST.min(words.len() - begin)).rev().find_map(|count| {
            let (last, word) = words[begin + count - 1];
            let said = text[words[begin].0..last + word.len()].trim_end_matches(|c: char| !c.is_alphanumeric());
            let deadline = Deadline::parse(said, year).filter(|deadline| deadline.months().is_some())?;
            // "trong 12 tháng" is how long, "trong 2025 hồ sơ" how many: a time has its word or its sign.
            let named = said.contains('/') || said.split_whitespace().count() > 1;
            named.then(|| (said.to_owned(), deadline, count))
        });
        at = begin;
        if let Some((said, deadline, count)) = found {
            out.push((said, deadline));
            at += count;
        }
    }
    out
}

trait Owned {
    fn map_owned(&self) -> Vec<String>;
}

impl Owned for &[&str] {
    fn map_owned(&self) -> Vec<String> {
        self.iter().map(|&word| word.to_owned()).collect()
    }
}

/// The task's time put into the text; `None` where that takes more than the words themselves.
fn remedy(section: &Section, paragraphs: &[Vec<TextRun>], index: usize, said: &str, there: &Deadline) -> Option<(String, Edit)> {
    let mut paragraphs = paragraphs.to_vec();
    let run = paragraphs.get_mut(index)?.iter_mut().find(|run| run.task.is_none() && run.text.contains(said))?;
    run.text = run.text.replacen(said, &inside(there)?, 1);
    Some(("Lấy theo bảng".to_owned(), Edit::SectionText { id: section.id, paragraphs }))
}

/// A time as it stands within a sentence: "quý IV/2025", "năm 2025", "giai đoạn 2024-2025".
fn inside(time: &Deadline) -> Option<String> {
    let house = time.to_string();
    let first = house.chars().next()?;
    if !first.is_ascii_digit() {
        let rest: String = house.chars().skip(1).collect();
        return Some(first.to_lowercase().chain(rest.chars()).collect());
    }
    match (house.matches('-').count(), house.matches('/').count(), house.len()) {
        (0, 0, 4) => Some(format!("năm {house}")),
        (1, 0, _) => Some(format!("giai đoạn {house}")),
        (0, 2, _) => Some(format!("ngày {house}")),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::plan::{Role, SectionId};

    /// The sample with a paragraph that refers to its first task, whose time is set.
    fn plan(text: &str, time: &str) -> Plan {
        let mut plan = sample::plan();
        plan.year = 2025;
        let id = plan.tasks.iter().find(|task| task.role == Role::Lead).unwrap().id;
        plan.tasks.iter_mut().find(|task| task.id == id).unwrap().time = time.into();
        let runs = vec![TextRun::plain(text), TextRun { task: Some(id), ..TextRun::plain("?") }];
        plan.apply(Edit::SectionText { id: SectionId(2), paragraphs: vec![runs] }).unwrap();
        plan
    }

    #[test]
    fn another_time_than_the_annex_sets_is_told_and_taken_from_it() {
        for (text, time, then) in [
            ("Xây dựng nền tảng, hoàn thành trong năm 2025. Theo ", "2024-2026", "hoàn thành trong giai đoạn 2024-2026. Theo"),
            ("Hoàn thành trong Quý III/2025 theo ", "Quý IV/2025", "Hoàn thành trong quý IV/2025 theo"),
            ("Thực hiện trong tháng 6 năm 2025; xem ", "Tháng 9/2025", "Thực hiện trong tháng 9/2025; xem"),
        ] {
            let mut plan = plan(text, time);
            let found = doubts(&plan);
            assert_eq!(found.len(), 1, "{text}");
            let (finding, remedy) = found.into_iter().next().unwrap();
            assert_eq!(finding.place, "đề mục Phần I/I");
            assert!(finding.message.contains(&format!("“{time}”")), "{}", finding.message);
            let (name, edit) = remedy.unwrap();
            assert_eq!(name, "Lấy theo bảng");
            plan.apply(edit).unwrap();
            assert!(plan.walk()[1].1.text[0].contains(then), "{:?}", plan.walk()[1].1.text);
            assert_eq!(doubts(&plan), Vec::new());
        }
    }

    #[test]
    fn what_agrees_is_less_exact_or_speaks_of_something_else_is_left_alone() {
        for (text, time) in [
            ("Hoàn thành trong năm 2025 theo ", "Quý IV/2025"),
            ("Hoàn thành trong Quý IV năm 2025 theo ", "Quý IV/2025"),
            ("Thực hiện Nghị định số 47/2020/NĐ-CP ngày 09 tháng 4 năm 2020 theo ", "2025"),
            ("Thuê dịch vụ trong 12 tháng theo ", "2024-2025"),
            ("Hoàn thành trong năm 2025, tổng kết trong quý I/2026 theo ", "2024-2025"),
            ("Hoàn thành trong năm 2025 theo ", "Hằng năm"),
        ] {
            assert_eq!(doubts(&plan(text, time)), Vec::new(), "{text}");
        }
    }
}
