//! A small plan for this room's tests.

use chrono::NaiveDate;

use super::*;

fn section(id: u32, label: &str, heading: &str) -> Section {
    Section { id: SectionId(id), label: label.into(), heading: heading.into(), ..Section::default() }
}

fn task(id: u32, group: u32, role: Role) -> Task {
    Task {
        id: TaskId(id),
        group,
        role,
        name: format!("Nhiệm vụ {id}"),
        lead: "Trung tâm CNTT".into(),
        coordinating: String::new(),
        time: "2026".into(),
        product: String::new(),
        basis: String::new(),
        kind: None,
        goal: String::new(),
        budget: None,
        funding: String::new(),
        assigned_member: String::new(),
        note: String::new(),
        effect: String::new(),
        source: Some(Provenance::new("ministry", format!("I/{id}"))),
    }
}

/// One part with two sections, one basis, three tasks in two groups and two lists, one priority task.
pub(super) fn plan() -> Plan {
    let prefilled = Section {
        status: Status::Prefilled,
        text: vec!["Đoạn".into()],
        text_source: Some(Provenance::new("ministry", "II")),
        ..section(3, "II", "MỤC TIÊU")
    };
    let part =
        Section { children: vec![section(2, "I", "CĂN CỨ"), prefilled], ..section(1, "Phần I", "NỘI DUNG KẾ HOẠCH") };
    let citation = Citation {
        kind: Some("Quyết định".into()),
        number: Some("749/QĐ-TTg".into()),
        date: NaiveDate::from_ymd_opt(2020, 6, 3),
        issuer: None,
        subject: None,
    };
    Plan {
        form: "khung-cds".into(),
        year: 2026,
        subject: "Chuyển đổi số năm 2026".into(),
        unit: Unit { abbreviation: "TTCNTT".into(), ..Unit::default() },
        profile: Profile::default(),
        issuing: Issuing::default(),
        results: Vec::new(),
        sources: Vec::new(),
        sections: vec![part],
        legal_bases: vec![LegalBasis { citation, source: Some(Provenance::new("framework", "Phần II/I")) }],
        groups: vec![TaskGroup { id: 1, title: "Thể chế số".into() }, TaskGroup { id: 2, title: "Dữ liệu số".into() }],
        tasks: vec![task(1, 1, Role::Lead), task(2, 2, Role::Lead), task(3, 2, Role::Coordinating)],
        columns: Vec::new(),
        coverage: vec![PriorityTask {
            no: 1,
            text: "Nhiệm vụ".into(),
            covered_by: vec![CoveredBy::Section(SectionId(3)), CoveredBy::Task(TaskId(1)), CoveredBy::Task(TaskId(3))],
            refused: Vec::new(),
        }],
        findings: Vec::new(),
    }
}
