//! Earlier versions in a plan file: kept with what changed, read back, thinned out, carried along; saves that write only
//! what changed leave the same file as those that write all.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use skh_core::plan::{Edit, Plan, Task, TaskId};
use skh_core::store::{PlanFile, StoreError, VersionId, VersionKind};
use skh_tests::plans::sample_plans;

/// The one of three tasks.
fn a_plan() -> Plan {
    sample_plans().into_iter().find(|plan| plan.name == "three-tasks").unwrap().plan
}

fn at(hour: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2025, 12, 6).unwrap().and_hms_opt(hour, 0, 0).unwrap()
}

fn kept(plan: &Plan) -> (tempfile::TempDir, PathBuf, PlanFile) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.kehoach");
    let file = PlanFile::create(&path, plan).unwrap();
    (folder, path, file)
}

fn with_subject(plan: &Plan, subject: &str) -> Plan {
    let mut other = plan.clone();
    other.apply(Edit::Subject { subject: subject.into() }).unwrap();
    other
}

#[test]
fn versions_come_back_whole_with_what_changed() {
    let first = a_plan();
    let (_folder, path, mut file) = kept(&first);
    let second = with_subject(&first, "Khác");
    file.keep_version(&first, at(8), VersionKind::Opened, "").unwrap();
    file.keep_version(&first, at(9), VersionKind::Exported, "").unwrap();
    file.save(&second).unwrap();
    file.keep_version(&second, at(10), VersionKind::Named, " Trình lần 1 ").unwrap();
    drop(file);

    let mut file = PlanFile::open(&path).unwrap();
    let versions = file.versions().unwrap();
    let told: Vec<(&str, &str)> = versions.iter().map(|v| (v.name.as_str(), v.changes.as_str())).collect();
    assert_eq!(told, [("Trình lần 1", "sửa trích yếu"), ("", "")], "equal ones are kept once");
    assert_eq!(file.version(versions[1].id).unwrap(), first);
    assert_eq!(file.version(versions[0].id).unwrap(), second);
    assert_eq!(file.plan().unwrap(), second, "versions do not touch the plan");
    assert!(matches!(file.version(VersionId(99)), Err(StoreError::NoVersion(_))));

    file.rename_version(versions[1].id, "Bản đầu").unwrap();
    assert_eq!(file.versions().unwrap()[1].kind, VersionKind::Named);
    file.remove_version(versions[0].id).unwrap();
    assert_eq!(file.versions().unwrap().len(), 1);

    let elsewhere = path.with_file_name("b.kehoach");
    let mut copy = PlanFile::create(&elsewhere, &second).unwrap();
    copy.take_versions_of(&file).unwrap();
    let carried = copy.versions().unwrap();
    assert_eq!((carried.len(), carried[0].name.as_str()), (1, "Bản đầu"));
    assert_eq!(copy.version(carried[0].id).unwrap(), first);
}

#[test]
fn a_file_that_may_only_be_read_keeps_no_versions() {
    let plan = a_plan();
    let (_folder, path, first) = kept(&plan);
    let mut second = PlanFile::open(&path).unwrap();
    let refused = second.keep_version(&plan, at(8), VersionKind::Named, "x");
    assert!(matches!(refused, Err(StoreError::ReadOnly(_))), "{refused:?}");
    assert!(first.versions().unwrap().is_empty());
}

#[test]
fn a_save_of_what_changed_leaves_the_plan_as_a_whole_save_does() {
    let first = a_plan();
    let (_folder, path, mut file) = kept(&first);
    let mut states = vec![first.clone()];
    let task = Task { id: TaskId(9001), name: "Nhiệm vụ mới".into(), ..first.tasks[0].clone() };
    let changed = Task { product: "Báo cáo".into(), ..first.tasks[1].clone() };
    let edits = [
        Edit::Task { task: Box::new(task) },
        Edit::Task { task: Box::new(changed) },
        Edit::RemoveTask { id: first.tasks[0].id },
        Edit::Subject { subject: "Khác".into() },
    ];
    for edit in edits {
        let before = states.last().unwrap().clone();
        let mut after = before.clone();
        after.apply(edit).unwrap();
        file.save_after(Some(&before), &after).unwrap();
        assert_eq!(file.plan().unwrap(), after);
        states.push(after);
    }
    // Groups and the order of tasks change too, and all of it goes back at once.
    let mut turned = states.last().unwrap().clone();
    turned.tasks.reverse();
    turned.groups.reverse();
    file.save_after(states.last(), &turned).unwrap();
    assert_eq!(file.plan().unwrap(), turned);
    file.save_after(Some(&turned), &first).unwrap();
    drop(file);
    assert_eq!(PlanFile::open(&path).unwrap().plan().unwrap(), first);
}
