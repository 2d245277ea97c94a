//! The ministry's tables of tasks → the unit's three lists, in the ministry's groups.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::Named;
use super::paper::Paper;
use super::units::{Directory, UnitEntry};
use super::words::key;
use super::years::years_in;
use crate::plan::{Finding, Money, Provenance, Role, Task, TaskGroup, TaskId, TaskKind};
use crate::reading::{ReadTask, TaskTable};

/// What the tables give the unit.
#[derive(Default)]
pub(super) struct Collected {
    pub groups: Vec<TaskGroup>,
    /// Where each group stands: id → "ministry:II".
    pub group_sources: BTreeMap<u32, Provenance>,
    pub tasks: Vec<Task>,
    pub findings: Vec<Finding>,
}

/// What tasks are collected for.
pub(super) struct Collecting<'a> {
    pub directory: &'a Directory,
    pub unit: &'a UnitEntry,
    pub year: i32,
    /// Title of the group for tasks that stand in none.
    pub no_group: &'a str,
}

/// Doubts about names, each with the tasks it concerns ("V.4").
#[derive(Default)]
struct Doubts {
    unknown: BTreeMap<String, Vec<String>>,
    restricted: BTreeMap<String, Vec<String>>,
    unnamed: Vec<String>,
}

/// Every task of the papers in which the unit has a part, once.
pub(super) fn collect(collecting: &Collecting, ministry: &[(String, &Paper)]) -> Collected {
    let mut out = Collected::default();
    let mut seen = BTreeSet::new();
    let mut doubts = Doubts::default();
    for (id, paper) in ministry {
        for table in &paper.reading.task_tables {
            for (at, read) in table.tasks.iter().enumerate() {
                let (label, title) = group_of(table, read, collecting.no_group);
                let no = read.no.clone().unwrap_or_else(|| (at + 1).to_string());
                // An annex that comes both within the plan and as a file of its own is one.
                if read.cell("name").trim().is_empty() || !seen.insert((key(&title), key(read.cell("name")))) {
                    continue;
                }
                let group = out.group(&title, Provenance::new(id.as_str(), label.as_str()));
                let place = if label.is_empty() { no.clone() } else { format!("{label}/{no}") };
                if let Some(role) = role(collecting, read, &place.replace('/', "."), &mut doubts) {
                    let number = u32::try_from(out.tasks.len() + 1).unwrap_or(u32::MAX);
                    let source = Provenance::new(id.as_str(), place);
                    out.tasks.push(task(read, TaskId(number), group, role, source, collecting.year));
                }
            }
        }
    }
    // The annex's order; groups were numbered as they came.
    out.tasks.sort_by_key(|task| (task.role.list(), task.group));
    out.findings = doubts.findings(collecting.directory);
    out
}

impl Collected {
    fn group(&mut self, title: &str, source: Provenance) -> u32 {
        if let Some(group) = self.groups.iter().find(|group| key(&group.title) == key(title)) {
            return group.id;
        }
        let id = u32::try_from(self.groups.len() + 1).unwrap_or(u32::MAX);
        self.groups.push(TaskGroup { id, title: title.to_owned() });
        self.group_sources.insert(id, source);
        id
    }
}

fn group_of(table: &TaskTable, task: &ReadTask, no_group: &str) -> (String, String) {
    let label = task.group.clone().unwrap_or_default();
    let title = table.groups.iter().find(|group| group.label == label).map(|group| group.title.trim());
    (label, title.filter(|title| !title.is_empty()).unwrap_or(no_group).to_owned())
}

/// Lead if the unit is named as lead; else coordinating; else shared if either column names all units.
fn role(collecting: &Collecting, task: &ReadTask, place: &str, doubts: &mut Doubts) -> Option<Role> {
    let columns = [("lead", Role::Lead), ("coordinating", Role::Coordinating)];
    let mut named_as = None;
    let (mut shared, mut unnamed) = (false, false);
    let mut restrictions = Vec::new();
    for (field, role) in columns {
        for named in collecting.directory.split(task.cell(field)) {
            match named {
                Named::Unit(unit) if unit == collecting.unit => named_as = named_as.or(Some(role)),
                Named::Unit(_) => {}
                Named::AllUnits { restriction } if !collecting.excluded(restriction.as_deref()) => {
                    shared = true;
                    restrictions.extend(restriction);
                }
                Named::AllUnits { .. } => {}
                Named::Others(text) => unnamed |= key(&text).contains("lien quan"),
                Named::Unknown(name) => doubts.unknown.entry(name).or_default().push(place.to_owned()),
            }
        }
    }
    let role = named_as.or(shared.then_some(Role::AllUnits));
    match role {
        Some(Role::AllUnits) => {
            for restriction in restrictions {
                doubts.restricted.entry(restriction).or_default().push(place.to_owned());
            }
        }
        None if unnamed => doubts.unnamed.push(place.to_owned()),
        _ => {}
    }
    role
}

impl Collecting<'_> {
    /// "trừ Văn phòng Bộ, Vụ Pháp chế" names the unit itself.
    fn excluded(&self, restriction: Option<&str>) -> bool {
        let Some(restriction) = restriction else { return false };
        let words: Vec<&str> = restriction.trim_start_matches('(').split_whitespace().collect();
        let folded = key(&words.join(" "));
        let opening = ["khong bao gom ", "khong gom ", "ngoai tru ", "tru "].iter().find(|o| folded.starts_with(*o));
        let count = opening.map_or(0, |opening| opening.split_whitespace().count());
        let rest = words.get(count..).unwrap_or_default().join(" ");
        count > 0 && self.directory.split(rest.trim_end_matches(')')).contains(&Named::Unit(self.unit))
    }
}

fn task(read: &ReadTask, id: TaskId, group: u32, role: Role, source: Provenance, year: i32) -> Task {
    let cell = |field: &str| read.cell(field).trim().to_owned();
    let begins_before = years_in(read.cell("time")).first().is_some_and(|first| *first < year);
    let kind = match key(read.cell("kind")).as_str() {
        "moi" => Some(TaskKind::New),
        "chuien tiep" => Some(TaskKind::Continued),
        _ => begins_before.then_some(TaskKind::Continued),
    };
    Task {
        id,
        group,
        role,
        name: cell("name"),
        lead: cell("lead"),
        coordinating: cell("coordinating"),
        time: cell("time"),
        product: [cell("product"), cell("result")].into_iter().find(|text| !text.is_empty()).unwrap_or_default(),
        basis: cell("basis"),
        kind,
        goal: cell("goal"),
        budget: Money::parse(read.cell("budget")),
        funding: cell("funding"),
        assigned_member: cell("assigned_member"),
        note: cell("note"),
        effect: cell("effect"),
        source: Some(source),
    }
}

impl Doubts {
    fn findings(self, directory: &Directory) -> Vec<Finding> {
        let mut out = Vec::new();
        for (name, places) in self.unknown {
            let nearest = directory.find(&name).err().map(|unknown| unknown.nearest).unwrap_or_default();
            let hint = match nearest.first() {
                Some(near) => format!("Có thể là {near}; nếu đúng, thêm nhiệm vụ vào kế hoạch của đơn vị đó."),
                None => "Kiểm tra tên đơn vị trong bảng nhiệm vụ.".to_owned(),
            };
            out.push(Finding::warning(tasks_at(&places), format!("Không nhận ra đơn vị “{name}”."), hint));
        }
        for (restriction, places) in self.restricted {
            let message = format!("Nhiệm vụ chung chỉ giao cho một số đơn vị: “{restriction}”.");
            out.push(Finding::warning(
                tasks_at(&places),
                message,
                "Bỏ khỏi danh mục nhiệm vụ chung nếu đơn vị không thuộc diện này.",
            ));
        }
        if !self.unnamed.is_empty() {
            let message = "Không đưa vào kế hoạch nhiệm vụ chỉ ghi “các đơn vị liên quan”.";
            out.push(Finding::info(
                tasks_at(&self.unnamed),
                message,
                "Thêm vào danh mục nhiệm vụ phối hợp nếu đơn vị có liên quan.",
            ));
        }
        out
    }
}

fn tasks_at(places: &[String]) -> String {
    format!("nhiệm vụ {} của Kế hoạch Bộ", places.join(", "))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::drafting::sample::reading_of;

    fn table(rows: &[(&str, &str, &str, &str)]) -> Paper {
        let tasks: Vec<serde_json::Value> = (1..)
            .zip(rows)
            .map(|(no, (name, lead, coordinating, time))| {
                serde_json::json!({"group": "I", "no": no, "name": name, "lead": lead, "coordinating": coordinating, "time": time})
            })
            .collect();
        Paper::new(
            reading_of(&serde_json::json!({"task_tables": [{"groups": [{"label": "I", "title": "Nhóm"}], "tasks": tasks}]})),
            "a",
            b"",
        )
    }

    fn roles(unit: &str, rows: &[(&str, &str, &str, &str)]) -> (Vec<(String, Role)>, Vec<Finding>) {
        let directory = Directory::builtin();
        let collecting = Collecting { directory: &directory, unit: directory.find(unit).unwrap(), year: 2026, no_group: "Khác" };
        let paper = table(rows);
        let collected = collect(&collecting, &[("ministry".into(), &paper), ("ministry-2".into(), &paper)]);
        (collected.tasks.iter().map(|t| (t.name.clone(), t.role)).collect(), collected.findings)
    }

    #[test]
    fn a_unit_leads_coordinates_or_shares() {
        let rows = [
            ("a", "Trung tâm CNTT, Văn phòng Bộ", "", ""),
            ("b", "Văn phòng Bộ", "Trung tâm CNTT", ""),
            ("c", "Các đơn vị thuộc Bộ", "Trung tâm CNTT", ""),
            ("d", "Văn phòng Bộ", "Các đơn vị thuộc Bộ", ""),
            ("e", "Văn phòng Bộ", "Các đơn vị liên quan", ""),
            ("f", "Các đơn vị thuộc Bộ (trừ Trung tâm CNTT, Vụ Pháp chế)", "", ""),
            ("g", "Các đơn vị thuộc Bộ có HTTT", "", ""),
            ("h", "Trung tâm Công nghệ thông tn", "", ""),
        ];
        let (got, findings) = roles("TTCNTT", &rows);
        let want = [
            ("a", Role::Lead),
            ("b", Role::Coordinating),
            ("c", Role::Coordinating),
            ("d", Role::AllUnits),
            ("g", Role::AllUnits),
        ];
        assert_eq!(got, want.map(|(name, role)| (name.to_owned(), role)));
        assert!(findings.iter().any(|f| f.place.contains("I.8") && f.hint.contains("Trung tâm Công nghệ thông tin")));
        assert!(findings.iter().any(|f| f.place.contains("I.7") && f.message.contains("có HTTT")));
        assert!(findings.iter().any(|f| f.place.contains("I.5") && f.message.contains("liên quan")));
    }

    #[test]
    fn what_began_before_is_continued() {
        let rows = [("a", "TTCNTT", "", "2024-2026"), ("b", "TTCNTT", "", "Năm 2026"), ("c", "TTCNTT", "", "Hằng năm")];
        let directory = Directory::builtin();
        let collecting =
            Collecting { directory: &directory, unit: directory.find("TTCNTT").unwrap(), year: 2026, no_group: "Khác" };
        let paper = table(&rows);
        let kinds: Vec<Option<TaskKind>> =
            collect(&collecting, &[("ministry".into(), &paper)]).tasks.iter().map(|t| t.kind).collect();
        assert_eq!(kinds, [Some(TaskKind::Continued), None, None]);
    }
}
