//! Six plans on which pages are judged: a long agency name, three tasks, three hundred, cells of forty lines, one with
//! every kind of paragraph, and one issued by a decision with every annex. Invented; drafted from no paper, so that nothing but pages changes what is seen here.
#![allow(clippy::panic)]

use serde_json::{Value, json};
use skh_core::drafting::{self, Directory, DraftInput, Form};
use skh_core::plan::{Edit, Indicator, Plan, ResultRow, SectionId, TaskId, TextRun, Way};

/// A plan and the name its pictures go by.
pub struct SamplePlan {
    /// ASCII, fit for a file's name.
    pub name: &'static str,
    /// The plan.
    pub plan: Plan,
}

/// The six.
///
/// # Panics
/// If the built-in form or the plans below do not read.
pub fn sample_plans() -> Vec<SamplePlan> {
    let plan = |name, plan| SamplePlan { name, plan };
    vec![
        plan("long-name", long_name()),
        plan("three-tasks", with(3, |_| {})),
        plan("three-hundred-tasks", with(300, |_| {})),
        plan("forty-line-cells", forty_lines()),
        plan("everything", everything()),
        plan("by-decision", by_decision()),
    ]
}

/// Sentences of different length, with what lines must not part.
const SENTENCES: [&str; 6] = [
    "Rà soát, cập nhật Kiến trúc số của đơn vị theo khoản 2 Điều 5 Nghị định số 82/2024/NĐ-CP ngày 10 tháng 7 năm 2024; hoàn thành trong Quý II/2026.",
    "Bảo đảm 100% hồ sơ công việc được xử lý trên môi trường mạng.",
    "Thuê dịch vụ máy chủ, lưu trữ và đường truyền với mức chi không quá 1.250 triệu đồng, thời gian 12 tháng, dung lượng tối thiểu 20 TB; báo cáo hiệu quả trước ngày 15 tháng 12 năm 2026.",
    "Tổ chức 04 lớp tập huấn kỹ năng số cho công chức, viên chức; tài liệu đăng tại https://hoctap.donvi.example.vn/tap-huan/ky-nang-so-2026 và gửi qua thư điện tử.",
    "Phối hợp với các đơn vị rà soát danh mục dữ liệu dùng chung, thống nhất đầu mối cung cấp, cập nhật và chia sẻ; xử lý dứt điểm dữ liệu trùng lặp giữa các hệ thống đang vận hành trong giai đoạn 2021-2025 và chuẩn bị cho giai đoạn 2026-2030.",
    "Duy trì cổng thông tin, tiếp nhận phản ánh tại dia-chi-tiep-nhan@donvi.example.vn.",
];

fn sentence(at: u32) -> &'static str {
    SENTENCES[at as usize % SENTENCES.len()]
}

/// Numbers the sections of one plan.
struct Ids(u32);

impl Ids {
    fn section(&mut self, label: &str, heading: &str, holds: &str, text: &[String], children: &[Value]) -> Value {
        self.0 += 1;
        json!({
            "id": self.0, "label": label, "heading": heading, "mandatory": true, "status": "edited", "holds": holds,
            "source": null, "text_source": null, "guidance": "", "text": text, "children": children,
        })
    }
}

fn outline(chapters: u32) -> Value {
    let mut ids = Ids(0);
    let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let mut parts = vec![ids.section("I", "Căn cứ lập kế hoạch", "legal_bases", &[], &[])];
    let goals = ["Mục tiêu chung:".to_owned(), sentence(4).to_owned(), "Mục tiêu cụ thể:".to_owned()];
    let goals: Vec<String> = goals.into_iter().chain((0..4).map(|at| format!("- {}", sentence(at)))).collect();
    parts.push(ids.section("II", "Mục tiêu", "text", &goals, &[]));
    for chapter in 0..chapters {
        let items: Vec<Value> = (0..5)
            .map(|item| {
                let text: Vec<String> = (0..=item % 3)
                    .map(|at| {
                        (0..=(chapter + item + at) % 3).map(|n| sentence(chapter + item + at + n)).collect::<Vec<_>>().join(" ")
                    })
                    .chain([format!("a) {}", sentence(item)), format!("b) {}", sentence(item + 2))])
                    .collect();
                ids.section(&(item + 1).to_string(), &format!("Nội dung thứ {}", item + 1), "text", &text, &[])
            })
            .collect();
        let label = roman[2 + chapter as usize % 8];
        parts.push(ids.section(label, &format!("Nhóm giải pháp {}", chapter + 1), "text", &[], &items));
    }
    let last = roman[2 + chapters as usize % 8];
    let end = [sentence(1), sentence(4)].map(str::to_owned);
    parts.push(ids.section(last, "Tổ chức thực hiện", "tasks", &end, &[]));
    Value::Array(vec![ids.section("Phần I", "Nội dung kế hoạch", "text", &[], &parts)])
}

fn task(id: u32) -> Value {
    let name: Vec<&str> = (0..=id % 3).map(|n| sentence(id + n)).collect();
    let role = ["lead", "lead", "own", "coordinating", "all_units"][id as usize % 5];
    let time = ["Quý I/2026", "Tháng 12/2026", "Hằng năm"][id as usize % 3];
    let budget = id.is_multiple_of(4).then(|| 1_250_000_000_u64 + u64::from(id) * 1_000_000);
    json!({
        "id": id, "group": 1 + id % 6, "role": role, "name": name.join(" "), "lead": "Trung tâm Công nghệ thông tin",
        "coordinating": "Các đơn vị thuộc Bộ", "time": time, "product": "- Báo cáo\n- Quyết định phê duyệt",
        "basis": "Quyết định số 749/QĐ-TTg ngày 03/6/2020", "kind": "new", "goal": "", "funding": "Ngân sách nhà nước",
        "budget": budget, "source": null,
    })
}

fn base() -> Plan {
    let directory = Directory::builtin();
    let form = Form::builtin("khung-cds").unwrap_or_else(|error| panic!("the built-in form: {error}"));
    let unit = directory.find(drafting::sample().unit).unwrap_or_else(|error| panic!("the sample's unit: {error}"));
    drafting::draft(DraftInput {
        form: &form,
        directory: &directory,
        unit,
        year: 2026,
        framework: None,
        ministry: &[],
        previous: None,
        profile: None,
    })
}

fn read<T: serde::de::DeserializeOwned>(json: Value) -> T {
    serde_json::from_value(json).unwrap_or_else(|error| panic!("a sample plan: {error}"))
}

/// A plan with so many tasks.
pub fn with_tasks(tasks: u32) -> Plan {
    with(tasks, |_| {})
}

/// Heading of the section that [`with_long_section`] fills.
pub const LONG_SECTION: &str = "Nội dung thứ 1";

/// A plan of twelve tasks, one section of which has so many paragraphs: five hundred are some fifty pages.
///
/// # Panics
/// If the plan has no such section.
pub fn with_long_section(paragraphs: u32) -> Plan {
    with(12, |plan| {
        let found = plan.walk().into_iter().find(|(_, section)| section.heading == LONG_SECTION).map(|(_, section)| section.id);
        let id = found.unwrap_or_else(|| panic!("no section “{LONG_SECTION}”"));
        let paragraph = |at: u32| {
            let label = ["", "a) ", "b) ", "- "][at as usize % 4];
            vec![TextRun::plain(format!("{label}{} {} {}", sentence(at), sentence(at + 2), sentence(at + 4)))]
        };
        let text = Edit::SectionText { id, paragraphs: (0..paragraphs).map(paragraph).collect() };
        plan.apply(text).unwrap_or_else(|error| panic!("a sample plan: {error}"));
    })
}

fn with(tasks: u32, change: impl FnOnce(&mut Plan)) -> Plan {
    let mut plan = base();
    plan.findings.clear();
    plan.coverage.clear();
    plan.sources.clear();
    plan.subject = "Chuyển đổi số năm 2026 của Trung tâm Công nghệ thông tin".into();
    plan.sections = read(outline(if tasks < 10 { 2 } else { 4 }));
    let basis = |number: &str, subject: &str| {
        json!({ "kind": "Quyết định", "number": number, "date": "2020-06-03",
        "issuer": "Thủ tướng Chính phủ", "subject": subject, "source": null })
    };
    plan.legal_bases = read(json!([
        basis("749/QĐ-TTg", "phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030"),
        basis("411/QĐ-TTg", "phê duyệt Chiến lược quốc gia phát triển kinh tế số và xã hội số"),
    ]));
    let groups = ["Nhận thức số", "Thể chế số", "Hạ tầng số", "Dữ liệu số", "Nền tảng số", "An toàn thông tin mạng"];
    let groups: Vec<Value> = groups.iter().zip(1..).map(|(title, id)| json!({ "id": id, "title": title })).collect();
    plan.groups = read(Value::Array(groups));
    plan.tasks = read(Value::Array((1..=tasks).map(task).collect()));
    plan.profile.place = "Hà Nội".into();
    plan.profile.symbol = "KH-TTCNTT".into();
    plan.profile.signatory = read(json!({ "authority": ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "name": "Trần Văn Ước" }));
    plan.profile.recipients = ["Bộ trưởng (để báo cáo)", "Các phòng thuộc Trung tâm", "Lưu: VT, KHTC"].map(str::to_owned).into();
    change(&mut plan);
    plan
}

fn long_name() -> Plan {
    with(12, |plan| {
        plan.unit.name = "Trung tâm Nghiên cứu ứng dụng và Đào tạo bồi dưỡng về công nghệ thông tin và truyền thông khu vực miền Trung - Tây Nguyên".into();
        plan.unit.superior = "Cục Sở hữu trí tuệ và Phát triển thị trường khoa học và công nghệ".into();
        plan.subject = format!("Chuyển đổi số năm 2026 của {}", plan.unit.name);
        plan.profile.symbol = "KH-TTNCUDĐT".into();
    })
}

fn forty_lines() -> Plan {
    with(14, |plan| {
        for (at, task) in plan.tasks.iter_mut().enumerate().filter(|(at, _)| at % 3 == 1) {
            let lines = if at == 4 { 90 } else { 40 };
            task.product = (1..=lines).map(|n| format!("- Sản phẩm {n}")).collect::<Vec<_>>().join("\n");
            task.basis = "https://vanban.donvi.example.vn/quyet-dinh/2026/thang-12/chi-tiet?so=749".into();
        }
    })
}

fn everything() -> Plan {
    with(40, |plan| {
        plan.profile.number = Some(5);
        plan.profile.date = read(json!("2026-01-05"));
        plan.unit.superior = "Bộ Khoa học và Công nghệ".into();
        with_looks(plan);
    })
}

/// Issued by a decision, before registration, with the annexes of results, tasks and budgets; drafted and submitted by a
/// part of the unit.
fn by_decision() -> Plan {
    with(12, |plan| {
        plan.unit.superior = "Bộ Khoa học và Công nghệ".into();
        plan.issuing.way = Way::Decision;
        plan.issuing.submission.drafter = "Phòng Kế hoạch - Tổng hợp".into();
        plan.issuing.submission.signatory.name = "Lê Thị Hằng".into();
        let result = |(at, outcome): (u32, &str)| ResultRow {
            name: sentence(at).into(),
            target: ["100%", "04 lớp", "Quý IV/2025"][at as usize % 3].into(),
            outcome: outcome.into(),
            note: if at % 2 == 0 { String::new() } else { "Chuyển tiếp sang năm 2026".into() },
        };
        let outcomes =
            ["Đạt 100%", "Đạt 96,5%", "Hoàn thành, đưa vào sử dụng từ ngày 15 tháng 11 năm 2025", "Chưa hoàn thành", ""];
        plan.results = (0..).zip(outcomes).map(result).collect();
        for (at, task) in plan.tasks.iter_mut().enumerate() {
            task.goal = sentence(u32::try_from(at).unwrap_or(0) + 4).into();
        }
    })
}

/// Bold, italic, a reference to a task, a citation; tables of indicators between texts, one with long names.
fn with_looks(plan: &mut Plan) {
    let sections: Vec<SectionId> = plan.walk().into_iter().filter(|(_, s)| s.text.len() > 2).map(|(_, s)| s.id).collect();
    for (at, id) in (0_u32..).zip(sections.into_iter().take(6)) {
        let mut paragraphs = plan.section(id).map(|section| section.runs()).unwrap_or_default();
        let (bold, italic) = (at % 2 == 0, at % 3 == 0);
        paragraphs.push(vec![
            TextRun { bold, italic, ..TextRun::plain("Yêu cầu: ") },
            TextRun::plain(format!("{} Theo ", sentence(at))),
            TextRun { task: Some(TaskId(at + 1)), ..TextRun::plain("?") },
            TextRun { italic: true, ..TextRun::plain(format!(", {}", sentence(at + 3))) },
            TextRun { bold: true, ..TextRun::plain(" Điều ") },
            TextRun { citation: true, ..TextRun::plain("2 Quyết định số 749/QĐ") },
            TextRun { bold: true, ..TextRun::plain("-TTg; các chỉ tiêu:") },
        ]);
        let rows = (0..=at).map(|row| Indicator {
            name: sentence(at + row).to_owned(),
            unit: ["%", "hồ sơ", "lớp"][row as usize % 3].into(),
            baseline: format!("{},5", 60 + row),
            target: (80 + row).to_string(),
        });
        let rows = rows.collect();
        for edit in [Edit::SectionText { id, paragraphs }, Edit::SectionIndicators { id, rows }] {
            plan.apply(edit).unwrap_or_else(|error| panic!("a sample plan: {error}"));
        }
    }
}
