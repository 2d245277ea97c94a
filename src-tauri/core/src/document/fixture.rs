//! Plans for tests of `document`, `layout` and `export`: a small one, and one as large as a ministry's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::NaiveDate;

use crate::plan::{
    AnnexColumn, Citation, Holds, Issuing, LegalBasis, Money, Plan, Profile, Role, Section, SectionId, Signatory, Status, Task,
    TaskGroup, TaskId, TaskKind, Unit,
};

/// A section of the outline.
pub(crate) fn section(id: u32, label: &str, heading: &str, text: &[&str], children: Vec<Section>) -> Section {
    Section {
        id: SectionId(id),
        label: label.into(),
        heading: heading.into(),
        mandatory: true,
        status: Status::Edited,
        text: text.iter().map(|t| (*t).to_owned()).collect(),
        children,
        ..Section::default()
    }
}

/// A task of a group.
pub(crate) fn task(id: u32, group: u32, role: Role, name: &str) -> Task {
    Task {
        id: TaskId(id),
        group,
        role,
        name: name.into(),
        lead: "Trung tâm Công nghệ thông tin".into(),
        coordinating: "Các đơn vị thuộc Bộ".into(),
        time: "Tháng 12/2026".into(),
        product: "Quyết định ban hành".into(),
        basis: "Quyết định số 749/QĐ-TTg".into(),
        kind: Some(TaskKind::New),
        goal: "Bảo đảm hạ tầng dùng chung".into(),
        budget: None,
        funding: "Ngân sách nhà nước".into(),
        assigned_member: String::new(),
        note: String::new(),
        effect: String::new(),
        source: None,
    }
}

fn basis(number: &str, subject: &str) -> LegalBasis {
    let citation = Citation {
        kind: Some("Quyết định".into()),
        number: Some(number.into()),
        date: NaiveDate::from_ymd_opt(2020, 6, 3),
        issuer: Some("Thủ tướng Chính phủ".into()),
        subject: Some(subject.into()),
    };
    LegalBasis { citation, source: None }
}

/// Columns of an annex, field and title.
pub(crate) fn columns(fields: &[(&str, &str)]) -> Vec<AnnexColumn> {
    fields.iter().map(|(field, title)| AnnexColumn { field: (*field).into(), title: (*title).into() }).collect()
}

/// Columns as a framework letter demands them.
pub(crate) const ALL_COLUMNS: &[(&str, &str)] = &[
    ("no", "STT"),
    ("name", "Tên nhiệm vụ, dự án"),
    ("lead", "Đơn vị chủ trì"),
    ("coordinating", "Đơn vị phối hợp"),
    ("kind", "Nhiệm vụ mới/ chuyển tiếp"),
    ("goal", "Mục tiêu"),
    ("time", "Thời gian thực hiện"),
    ("product", "Sản phẩm dự kiến"),
    ("budget", "Kinh phí dự kiến (đồng)"),
    ("funding", "Nguồn vốn"),
];

/// One page of text and two tasks.
pub(crate) fn small() -> Plan {
    let mut bases = section(2, "I", "Căn cứ lập kế hoạch", &[], vec![]);
    bases.holds = Holds::LegalBases;
    let mut tasks = section(4, "III", "Nhiệm vụ", &[], vec![]);
    tasks.holds = Holds::Tasks;
    tasks.children =
        vec![section(5, "1", "Nhận thức số", &["Tổ chức Ngày Chuyển đổi số; thực hiện 12 lớp tập huấn cho 350 người."], vec![])];
    let last = section(6, "IV", "Tổ chức thực hiện", &["a) Các phòng triển khai Kế hoạch.", "b) Văn thư theo dõi./."], vec![]);
    Plan {
        form: "khung-cds".into(),
        year: 2026,
        subject: "Chuyển đổi số năm 2026 của Trung tâm Công nghệ thông tin".into(),
        unit: Unit {
            name: "Trung tâm Công nghệ thông tin".into(),
            abbreviation: "TTCNTT".into(),
            superior: "Bộ Khoa học và Công nghệ".into(),
            head_title: "Giám đốc".into(),
        },
        profile: Profile {
            place: "Hà Nội".into(),
            number: None,
            symbol: "KH-TTCNTT".into(),
            date: None,
            signatory: Signatory {
                authority: vec!["KT. GIÁM ĐỐC".into(), "PHÓ GIÁM ĐỐC".into()],
                home_post: String::new(),
                name: "Nguyễn Văn An".into(),
            },
            recipients: vec!["Bộ trưởng (để báo cáo)".into(), "Các phòng".into(), "Lưu: VT, KHTC".into()],
        },
        issuing: Issuing::default(),
        results: vec![],
        sources: vec![],
        sections: vec![section(
            1,
            "Phần I",
            "Nội dung kế hoạch",
            &[],
            vec![
                bases,
                section(3, "II", "Mục tiêu", &["- 100% hồ sơ công việc được xử lý trên môi trường mạng;"], vec![]),
                tasks,
                last,
            ],
        )],
        legal_bases: vec![
            basis("749/QĐ-TTg", "phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025"),
            basis("411/QĐ-TTg", "phê duyệt Chiến lược quốc gia phát triển kinh tế số;"),
        ],
        groups: vec![TaskGroup { id: 1, title: "Hạ tầng số".into() }, TaskGroup { id: 2, title: "Dữ liệu số".into() }],
        tasks: vec![
            task(1, 1, Role::Lead, "Nâng cấp hạ tầng mạng"),
            Task { budget: Some(Money(1_234_567_000)), ..task(2, 2, Role::AllUnits, "Xây dựng kho dữ liệu") },
        ],
        columns: columns(ALL_COLUMNS),
        coverage: vec![],
        findings: vec![],
    }
}

/// 71 tasks in ten groups, cells of up to 40 lines, a long name, some twenty pages of text.
pub(crate) fn large() -> Plan {
    let mut plan = small();
    plan.unit.name = "Văn phòng Đăng ký hoạt động khoa học và công nghệ".into();
    plan.subject = "Chuyển đổi số năm 2026 của Văn phòng Đăng ký hoạt động khoa học và công nghệ".into();
    let sentence = "Triển khai nền tảng số dùng chung theo Điều 2 Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020, bảo đảm an toàn thông tin. ";
    for (at, words) in (10..60).zip([1, 4, 9, 2, 7].into_iter().cycle()) {
        let text = sentence.repeat(words);
        let heading = format!("Nội dung thứ {at}");
        let label = (at - 9).to_string();
        plan.sections[0].children[2].children.push(section(at, &label, &heading, &[text.trim(), "- Rà soát hằng quý;"], vec![]));
    }
    plan.groups = (1..=10).map(|id| TaskGroup { id, title: format!("Nhóm nhiệm vụ {id}") }).collect();
    plan.tasks = (1..=71)
        .map(|id| {
            let role = [Role::Lead, Role::Lead, Role::Coordinating, Role::AllUnits, Role::Own][id as usize % 5];
            let mut task = task(id, id % 10 + 1, role, &sentence.repeat(id as usize % 4 + 1));
            task.product = (0..id % 6).map(|n| format!("- Sản phẩm {n}")).collect::<Vec<_>>().join("\n");
            if id == 40 {
                task.goal = (1..=40).map(|n| format!("Mục tiêu thành phần {n}")).collect::<Vec<_>>().join("\n");
            }
            task
        })
        .collect();
    plan
}
