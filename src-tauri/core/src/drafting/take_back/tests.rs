//! Annexes edited as people edit them, taken back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::document::fixture;
use crate::export;
use crate::plan::{Money, TaskKind};
use crate::reading::{self, ReadTask};

/// The annex of `plan` as the program exports and reads it.
fn annex(plan: &Plan) -> Reading {
    let now = chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap().and_hms_opt(0, 0, 0).unwrap();
    reading::read(&export::xlsx(plan, now).unwrap(), "annex.xlsx").unwrap()
}

fn row(reading: &mut Reading, at: usize) -> &mut ReadTask {
    &mut reading.task_tables[0].tasks[at]
}

fn write(task: &mut ReadTask, field: &str, text: &str) {
    task.cells.iter_mut().find(|(name, _)| name == field).unwrap().1 = text.to_owned();
}

#[test]
fn an_annex_that_nobody_changed_changes_nothing() {
    let mut plan = fixture::small();
    let before = plan.clone();
    let taken = take_back(&mut plan, &annex(&before)).unwrap();
    assert_eq!((taken, plan), (TakenBack::default(), before));
}

#[test]
fn changed_cells_are_taken_and_told() {
    let mut plan = fixture::small();
    let mut back = annex(&plan);
    write(row(&mut back, 0), "time", "Quý III/2026");
    write(row(&mut back, 0), "budget", "2.000.000");
    write(row(&mut back, 0), "kind", "chuyển tiếp");
    write(row(&mut back, 1), "name", "Xây dựng kho dữ liệu dùng chung");
    let taken = take_back(&mut plan, &back).unwrap();
    assert_eq!(taken.changes.len(), 4, "{taken:#?}");
    assert_eq!(taken.findings, []);
    let first = &plan.tasks[0];
    assert_eq!(
        (first.time.as_str(), first.budget, first.kind),
        ("Quý III/2026", Some(Money(2_000_000)), Some(TaskKind::Continued))
    );
    assert_eq!(plan.tasks[1].name, "Xây dựng kho dữ liệu dùng chung");
    assert_eq!(plan.tasks.len(), 2);
}

#[test]
fn a_new_row_joins_its_group_as_the_units_own() {
    let mut plan = fixture::small();
    let mut back = annex(&plan);
    let mut new = back.task_tables[0].tasks[0].clone();
    write(&mut new, "name", "Đào tạo kỹ năng số");
    new.no = Some("2".into());
    back.task_tables[0].tasks.insert(1, new);
    let taken = take_back(&mut plan, &back).unwrap();
    assert_eq!(taken.changes.len(), 1);
    let task = plan.tasks.iter().find(|task| task.name == "Đào tạo kỹ năng số").unwrap();
    assert_eq!((task.role, task.group, task.id), (Role::Own, plan.tasks[0].group, TaskId(3)));
}

#[test]
fn what_cannot_be_taken_is_told_and_nothing_is_lost() {
    let mut plan = fixture::small();
    let before = plan.clone();
    let mut back = annex(&plan);
    write(row(&mut back, 0), "budget", "khoảng 2 tỷ");
    back.task_tables[0].tasks.remove(1);
    let mut stray = back.task_tables[0].tasks[0].clone();
    write(&mut stray, "name", "Việc không thuộc nhóm nào");
    stray.group = None;
    back.task_tables[0].tasks.push(stray);
    let taken = take_back(&mut plan, &back).unwrap();
    assert_eq!((taken.changes.len(), taken.findings.len()), (0, 3), "{taken:#?}");
    assert_eq!(plan, before);
}

/// Rows of the only table, by name.
fn names(reading: &Reading) -> Vec<String> {
    reading.task_tables[0].tasks.iter().map(|task| task.cell("name").to_owned()).collect()
}

fn kinds(taken: &TakenBack) -> Vec<(ChangeKind, &str)> {
    taken.changes.iter().map(|change| (change.kind, change.column.as_str())).collect()
}

#[test]
fn a_workbook_with_its_other_sheets_reads_as_one_table() {
    let plan = fixture::large();
    let read = annex(&plan);
    assert_eq!(read.task_tables.len(), 1);
    assert_eq!(names(&read).len(), plan.tasks.len());
}

#[test]
fn a_change_says_its_cell() {
    let mut plan = fixture::small();
    let mut back = annex(&plan);
    let at = plan.columns.iter().position(|column| column.field == "time").unwrap();
    write(row(&mut back, 0), "time", "Quý III/2026");
    let letter = char::from(b'A' + u8::try_from(at).unwrap());
    let line = back.task_tables[0].tasks[0].at.rsplit_once('B').unwrap().1.to_owned();
    let taken = take_back(&mut plan, &back).unwrap();
    assert!(taken.changes[0].place.ends_with(&format!("ô {letter}{line}")), "{:?}", taken.changes);
    assert_eq!(taken.changes[0].kind, ChangeKind::Changed);
}

#[test]
fn a_row_put_under_another_group_or_list_moves_there() {
    let mut plan = fixture::large();
    let read = annex(&plan);
    let groups = &read.task_tables[0].groups;
    let from = read.task_tables[0].tasks[0].clone();
    let other = groups.iter().find(|g| g.label.starts_with("B.")).unwrap().label.clone();
    let mut back = read.clone();
    let moved = ReadTask { group: Some(other.clone()), ..from.clone() };
    back.task_tables[0].tasks.remove(0);
    let behind = back.task_tables[0].tasks.iter().rposition(|task| task.group.as_ref() == Some(&other)).unwrap();
    back.task_tables[0].tasks.insert(behind + 1, moved);
    let taken = take_back(&mut plan, &back).unwrap();
    assert!(kinds(&taken).contains(&(ChangeKind::Moved, "danh sách")), "{:?}", taken.changes);
    assert_eq!(taken.findings, []);
    let task = plan.tasks.iter().find(|task| task.name == from.cell("name")).unwrap();
    assert_eq!(task.role, Role::Coordinating);
}

#[test]
fn a_row_moved_within_its_group_is_the_only_one_told() {
    let mut plan = fixture::large();
    let mut back = annex(&plan);
    let tasks = &mut back.task_tables[0].tasks;
    let group = tasks[0].group.clone();
    let size = tasks.iter().take_while(|task| task.group == group).count();
    assert!(size > 2, "{size}");
    let first = tasks.remove(0);
    tasks.insert(size - 1, first.clone());
    let taken = take_back(&mut plan, &back).unwrap();
    assert_eq!(kinds(&taken), [(ChangeKind::Moved, "thứ tự")], "{:?}", taken.changes);
    assert_eq!((taken.changes[0].before.as_str(), taken.changes[0].after.clone()), ("A.I.1", format!("A.I.{size}")));
    assert_eq!(plan.annex_list(Role::Lead)[0].tasks[size - 1].1.name.trim(), first.cell("name"));
}

#[test]
fn groups_are_renamed_and_added() {
    let mut plan = fixture::small();
    let mut back = annex(&plan);
    let table = &mut back.task_tables[0];
    let label = table.tasks[0].group.clone().unwrap();
    let group = table.groups.iter_mut().find(|group| group.label == label).unwrap();
    group.title = "Nhận thức và kỹ năng số".into();
    let mut new = table.tasks[0].clone();
    write(&mut new, "name", "Thử nghiệm trợ lý ảo");
    new.group = Some("A.IX".into());
    table.groups.push(reading::TableGroup { label: "A.IX".into(), title: "Công nghệ mới".into(), at: String::new() });
    table.tasks.push(new);
    let taken = take_back(&mut plan, &back).unwrap();
    let told = [(ChangeKind::Changed, "tên nhóm"), (ChangeKind::Added, "nhóm mới"), (ChangeKind::Added, "nhiệm vụ mới")];
    assert_eq!(kinds(&taken), told, "{:?}", taken.changes);
    assert!(plan.groups.iter().any(|group| group.title == "Nhận thức và kỹ năng số"));
    let new = plan.groups.iter().find(|group| group.title == "Công nghệ mới").unwrap().id;
    assert!(plan.tasks.iter().any(|task| task.group == new && task.name == "Thử nghiệm trợ lý ảo"));
}

#[test]
fn columns_that_are_renamed_new_or_unknown_are_told() {
    let mut plan = fixture::small();
    let before = plan.clone();
    let mut back = annex(&plan);
    let table = &mut back.task_tables[0];
    let at = table.fields.iter().position(|field| field == "funding").unwrap();
    (table.fields[at], table.columns[at]) = ("Ai trả".into(), "Ai trả".into());
    for task in &mut table.tasks {
        task.cells.iter_mut().filter(|(field, _)| field == "funding").for_each(|(field, _)| *field = "Ai trả".into());
        task.cells.push(("note".into(), "Gấp".into()));
    }
    table.fields.push("note".into());
    table.columns.push("Ghi chú".into());
    let taken = take_back(&mut plan, &back).unwrap();
    assert_eq!(taken.findings.len(), 2, "the column that is missing, and the one unknown: {:#?}", taken.findings);
    assert_eq!(plan.tasks[0].funding, before.tasks[0].funding);
    assert_eq!((plan.tasks[0].note.as_str(), plan.columns.last().unwrap().field.as_str()), ("Gấp", "note"));
    assert!(kinds(&taken).contains(&(ChangeKind::Added, "cột mới")), "{:?}", taken.changes);
}

#[test]
fn rows_without_a_name_and_hidden_rows_are_told() {
    let mut plan = fixture::small();
    let before = plan.clone();
    let mut back = annex(&plan);
    write(row(&mut back, 1), "name", "");
    back.findings.push(Finding::warning("hàng 6", "Có 1 hàng đang ẩn nên không đọc.", "Bỏ ẩn."));
    let taken = take_back(&mut plan, &back).unwrap();
    assert_eq!((taken.changes.len(), taken.findings.len()), (0, 3), "{taken:#?}");
    assert_eq!(plan, before);
}

#[test]
fn texts_are_the_same_line_by_line_and_dates_by_their_day() {
    assert!(same("5/1/2026", "05/01/2026") && same("a  b\n\nc", "a b\nc") && same("", "  "));
    assert!(!same("a\nb", "a b") && !same("5/1/2026", "5/2/2026") && !same("", "0"));
}

/// What stands in cells, and what spoils naive round trips.
fn text() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "",
        "= 1 + 1",
        "-",
        "@a",
        "+84 24 3943",
        "I",
        "A",
        "1",
        "1.1",
        "Tổng cộng",
        "Cộng",
        "TỔNG CỘNG",
        "STT",
        "12/2026",
        "5/1/2026",
        "31/12/2026",
        "31/02/2026",
        "50%",
        "1.000.000",
        "0",
        "true",
        "#N/A",
        "(1)",
        "Mới",
        "- một\n- hai",
        "một\n\nhai",
        "a\tb",
        "Quý III/2026",
        "Đơn vị chủ trì",
        "Nội dung công việc",
        "d) Điểm",
        "<b>&amp;",
        "_x0041_",
        "'nháy",
        "\u{1f600}",
        "I. Nhóm khác",
    ]);
    prop_oneof![3 => odd.prop_map(str::to_owned), 1 => "[ -~ạ-ỹđĐơư\n]{0,60}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Export and import change nothing, whatever stands in the cells.
    #[test]
    fn what_was_exported_comes_back_unchanged(
        tasks in prop::collection::vec((prop::collection::vec(text(), 10), 0_usize..4, 0_usize..3, prop::option::of(0_u64..10_000_000_000_000)), 1..9),
        titles in prop::collection::vec("[A-Za-zạ-ỹ]{2,9}( [a-zạ-ỹ]{1,9}){1,3}", 3),
        every_column in any::<bool>(),
    ) {
        let mut plan = fixture::small();
        if every_column {
            plan.columns = fixture::columns(&[fixture::ALL_COLUMNS, &[("note", "Ghi chú"), ("assigned_member", "Phân công thành viên")]].concat());
        }
        plan.groups = (1..).zip(&titles).map(|(id, title)| crate::plan::TaskGroup { id, title: squeeze(title) }).collect();
        plan.tasks.clear();
        for (id, (texts, role, group, budget)) in (1..).zip(tasks) {
            let mut task = fixture::task(id, 1 + u32::try_from(group).unwrap(), [Role::Lead, Role::Own, Role::Coordinating, Role::AllUnits][role], "");
            task.name = format!("{} {id}", texts[0]);
            (task.lead, task.coordinating, task.time, task.product) = (texts[1].clone(), texts[2].clone(), texts[3].clone(), texts[4].clone());
            (task.goal, task.funding, task.note, task.assigned_member) = (texts[5].clone(), texts[6].clone(), texts[7].clone(), texts[8].clone());
            task.budget = budget.map(Money);
            plan.apply(Edit::Task { task: Box::new(task) }).unwrap();
        }
        let before = plan.clone();
        let read = annex(&before);
        let taken = take_back(&mut plan, &read).unwrap();
        prop_assert_eq!(&taken.changes, &[]);
        prop_assert_eq!(plan, before);
        // a day that no calendar has is told of any annex, and of nothing else here
        let others: Vec<_> = taken.findings.iter().filter(|finding| !finding.message.contains("“31/02/2026” không có trong lịch")).collect();
        prop_assert!(others.is_empty(), "{:?}", others);
    }
}
