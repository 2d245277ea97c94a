//! A small plan without a fault, for the rules' tests to spoil.

use chrono::NaiveDate;

use crate::plan::{
    AnnexColumn, Citation, CoveredBy, Issuing, LegalBasis, Plan, PriorityTask, Profile, Role, Section, SectionId, Signatory,
    Status, Task, TaskGroup, TaskId, Unit,
};

pub(super) fn section(id: u32, label: &str, heading: &str, text: &[&str]) -> Section {
    Section {
        id: SectionId(id),
        label: label.into(),
        heading: heading.into(),
        mandatory: true,
        status: Status::Edited,
        text: text.iter().map(|&t| t.to_owned()).collect(),
        ..Section::default()
    }
}

pub(super) fn task(id: u32, role: Role) -> Task {
    Task {
        id: TaskId(id),
        group: 1,
        role,
        name: format!("Nhiệm vụ thứ {id}"),
        lead: "Trung tâm Công nghệ thông tin".into(),
        coordinating: String::new(),
        time: "Quý II".into(),
        product: "Báo cáo".into(),
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

pub(super) fn citation(number: &str) -> Citation {
    Citation {
        kind: Some("Quyết định".into()),
        number: Some(number.into()),
        date: NaiveDate::from_ymd_opt(2025, 2, 1),
        issuer: Some("Bộ trưởng".into()),
        subject: Some("phê duyệt chương trình".into()),
    }
}

pub(super) fn plan() -> Plan {
    let part = Section {
        children: vec![section(2, "I", "Mục tiêu", &["Đạt mục tiêu."])], ..section(1, "Phần I", "CHUNG", &[])
    };
    let columns = ["no", "name", "lead", "time", "product"];
    Plan {
        form: "khung-cds".into(),
        year: 2026,
        subject: "Chuyển đổi số năm 2026 của Trung tâm Công nghệ thông tin".into(),
        unit: Unit { name: "Trung tâm Công nghệ thông tin".into(), abbreviation: "TTCNTT".into(), ..Unit::default() },
        profile: Profile {
            place: "Hà Nội".into(),
            number: None,
            symbol: "KH-TTCNTT".into(),
            date: None,
            signatory: Signatory {
                authority: vec!["GIÁM ĐỐC".into()], home_post: String::new(), name: "Nguyễn Văn An".into()
            },
            recipients: vec!["Lưu: VT".into()],
        },
        issuing: Issuing::default(),
        results: Vec::new(),
        sources: Vec::new(),
        sections: vec![part],
        legal_bases: vec![LegalBasis { citation: citation("12/QĐ-BKHCN"), source: None }],
        groups: vec![TaskGroup { id: 1, title: "Phát triển dữ liệu số".into() }],
        tasks: vec![task(1, Role::Lead), task(2, Role::Coordinating)],
        columns: columns.iter().map(|&f| AnnexColumn { field: f.into(), title: f.into() }).collect(),
        coverage: vec![PriorityTask {
            no: 1,
            text: "Dữ liệu".into(),
            covered_by: vec![CoveredBy::Task(TaskId(1))],
            refused: vec![],
        }],
        findings: Vec::new(),
    }
}

#[test]
fn a_plan_without_fault_has_no_finding() {
    assert_eq!(super::check(&plan()), []);
}
