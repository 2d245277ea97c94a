//! Drafting on whole papers: the built-in sample everywhere, the real papers where they stand beside the repository.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};

use skh_core::drafting::{Directory, DraftInput, Form, Paper, ProfileFile, draft, sample};
use skh_core::plan::{Holds, Plan, Role, Section, Severity, ShownPlan, Status};
use skh_core::reading::{OutlineNode, read};

/// The folder of the real papers; `None`, said aloud, where it is absent.
fn real_papers() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/documents");
    if !folder.is_dir() {
        println!("bỏ qua: không có {}", folder.display());
        return None;
    }
    Some(folder)
}

fn real_paper(folder: &Path, name: &str) -> Paper {
    paper(name, &std::fs::read(folder.join(name)).unwrap())
}

fn paper(name: &str, bytes: &[u8]) -> Paper {
    Paper::new(read(bytes, name).unwrap(), name, bytes)
}

fn draft_for(unit: &str, year: i32, framework: Option<&Paper>, ministry: &[Paper]) -> Plan {
    let directory = Directory::builtin();
    let form = Form::builtin("khung-cds").unwrap();
    let unit = directory.find(unit).unwrap();
    draft(DraftInput { form: &form, directory: &directory, unit, year, framework, ministry, previous: None, profile: None })
}

/// Lead, coordinating, all units.
fn counts(plan: &Plan) -> [usize; 3] {
    [Role::Lead, Role::Coordinating, Role::AllUnits].map(|role| plan.tasks.iter().filter(|task| task.role == role).count())
}

fn find<'p>(plan: &'p Plan, heading: &str) -> &'p Section {
    let heading = heading.to_uppercase();
    plan.walk().into_iter().find(|(path, s)| path.starts_with("Phần II") && s.heading.to_uppercase() == heading).unwrap().1
}

/// What holds of every draft, whatever it was made from.
fn assert_whole(plan: &Plan) {
    let sections = plan.walk();
    let mut ids: Vec<u32> = sections.iter().map(|(_, section)| section.id.0).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), sections.len(), "every section has its own id");
    for (path, section) in &sections {
        assert_eq!(section.text.is_empty(), section.status == Status::Empty, "{path}");
        assert_eq!(section.text.is_empty(), section.text_source.is_none(), "{path}: pre-filled text knows its source");
        assert!(section.source.is_some(), "{path}");
    }
    assert!(plan.tasks.iter().all(|task| task.source.is_some() && task.budget.is_none()));
    assert!(plan.tasks.iter().all(|task| plan.groups.iter().any(|group| group.id == task.group)));
    assert!(plan.legal_bases.iter().all(|basis| basis.source.is_some() && basis.citation.number.is_some()));
    let shown = ShownPlan::of(plan);
    assert_eq!(shown.tasks.len(), plan.tasks.len());
    let json = serde_json::to_string(&shown).unwrap();
    assert_eq!(serde_json::from_str::<ShownPlan>(&json).unwrap(), shown);
}

#[test]
fn the_sample_makes_a_whole_plan() {
    let sample = sample();
    let (letter, ministry) = (paper(sample.letter_name, sample.letter), [paper(sample.plan_name, sample.plan)]);
    let directory = Directory::builtin();
    let form = Form::builtin("khung-cds").unwrap();
    let profile = ProfileFile::parse(sample.profile).unwrap();
    let input = DraftInput {
        form: &form,
        directory: &directory,
        unit: directory.find(sample.unit).unwrap(),
        year: sample.year,
        framework: Some(&letter),
        ministry: &ministry,
        previous: None,
        profile: Some(&profile),
    };
    let plan = draft(input);
    assert_eq!(plan, draft(input), "the same papers give the same plan");
    assert_whole(&plan);
    assert_eq!(counts(&plan), [15, 5, 4]);
    assert_eq!(plan.profile.signatory.name, "Trần Thị Ví Dụ");
    let covered: Vec<Vec<String>> = ShownPlan::of(&plan).coverage.into_iter().map(|priority| priority.covered_by).collect();
    let want: [&[&str]; 8] = [
        &["task:III/1"],
        &["task:VI/1", "task:VI/2", "task:B/III/2"],
        &["task:IV/1"],
        &["task:B/IV/1"],
        &["task:VI/3"],
        &["task:VI/4"],
        &["task:II/2"],
        &["task:C/III/1"],
    ];
    assert_eq!(covered, want);
    let numbers: Vec<&str> = plan.legal_bases.iter().filter_map(|basis| basis.citation.number.as_deref()).collect();
    assert_eq!(
        numbers,
        [
            "20/2023/QH15",
            "57-NQ/TW",
            "85/2016/NĐ-CP",
            "47/2020/NĐ-CP",
            "749/QĐ-TTg",
            "505/QĐ-TTg",
            "9902/QĐ-BKHCN",
            "9901/BKHCN-TTCNTT"
        ]
    );
    assert_eq!(find(&plan, "Căn cứ lập kế hoạch").holds, Holds::LegalBases);
    assert_eq!(find(&plan, "Dữ liệu số").text.len(), 2);
    assert_eq!(find(&plan, "Mục tiêu").text_source.as_ref().unwrap().to_string(), "ministry:Phần II/II");
    assert!(find(&plan, "Tổ chức thực hiện").children[0].text[0].starts_with("a) Đôn đốc"));
    assert!(plan.findings.iter().all(|finding| finding.severity != Severity::Error));
}

#[test]
fn any_paper_may_be_missing() {
    let sample = sample();
    let (letter, ministry) = (paper(sample.letter_name, sample.letter), [paper(sample.plan_name, sample.plan)]);
    for (framework, ministry, tasks) in [(None, &ministry[..], true), (Some(&letter), &[], false), (None, &[], false)] {
        let plan = draft_for("Vụ Pháp chế", 2026, framework, ministry);
        assert_whole(&plan);
        assert_eq!(!plan.tasks.is_empty(), tasks);
        for holds in [Holds::LegalBases, Holds::Tasks] {
            assert!(plan.walk().iter().any(|(_, section)| section.holds == holds));
        }
        assert!(plan.walk().iter().any(|(_, section)| section.mandatory));
    }
}

#[test]
fn last_years_goals_stand_where_results_are_told() {
    let sample = sample();
    let (letter, previous) = (paper(sample.letter_name, sample.letter), paper(sample.plan_name, sample.plan));
    let directory = Directory::builtin();
    let form = Form::builtin("khung-cds").unwrap();
    let plan = draft(DraftInput {
        form: &form,
        directory: &directory,
        unit: directory.find("VP").unwrap(),
        year: 2027,
        framework: Some(&letter),
        ministry: &[],
        previous: Some(&previous),
        profile: None,
    });
    assert_whole(&plan);
    let told = &plan.sections[0].children[0];
    assert!(told.guidance.contains("kế hoạch năm trước:\n1. Ít nhất 85%"), "{}", told.guidance);
    assert!(told.text.is_empty() && plan.sources.iter().any(|source| source.id == "previous"));
}

#[test]
fn a_letter_with_another_outline_makes_a_plan_with_that_outline() {
    let sample = sample();
    let mut letter = paper(sample.letter_name, sample.letter);
    let node = |label: &str, heading: &str, children: Vec<OutlineNode>| OutlineNode {
        label: label.into(),
        heading: Some(heading.into()),
        text: vec![format!("Hướng dẫn cho {heading}.")],
        children,
        ..OutlineNode::default()
    };
    letter.reading.outline = vec![
        node("I", "MỤC ĐÍCH, YÊU CẦU", vec![]),
        node("II", "MỤC TIÊU CỤ THỂ NĂM 2026", vec![]),
        node(
            "III",
            "NHIỆM VỤ TRỌNG TÂM",
            vec![node("1", "Bảo đảm an toàn thông tin", vec![]), node("2", "Phát triển hạ tầng", vec![])],
        ),
        node("IV", "TỔ CHỨC THỰC HIỆN", vec![]),
    ];
    let ministry = [paper(sample.plan_name, sample.plan)];
    let plan = draft_for("TTCNTT", 2027, Some(&letter), &ministry);
    assert_whole(&plan);
    let top: Vec<(&str, &str)> = plan.sections.iter().map(|s| (s.label.as_str(), s.heading.as_str())).collect();
    let want = [
        ("I", "MỤC ĐÍCH, YÊU CẦU"),
        ("II", "MỤC TIÊU CỤ THỂ NĂM 2027"),
        ("III", "NHIỆM VỤ TRỌNG TÂM"),
        ("IV", "TỔ CHỨC THỰC HIỆN"),
        ("V", "KINH PHÍ THỰC HIỆN"),
    ];
    assert_eq!(top, want, "the letter's outline, then what no plan does without");
    assert_eq!(plan.sections[0].guidance, "Hướng dẫn cho MỤC ĐÍCH, YÊU CẦU.");
    assert!(plan.sections[1].mandatory && !plan.sections[1].text.is_empty());
    let tasks = &plan.sections[2].children;
    assert_eq!(tasks[0].text_source.as_ref().unwrap().to_string(), "ministry:V");
    assert_eq!(tasks[1].text_source.as_ref().unwrap().to_string(), "ministry:II");
    let led: usize = tasks.iter().map(|section| section.text.len()).sum();
    assert_eq!(led, counts(&plan)[0], "no task that the unit leads is lost");
    assert!(plan.findings.iter().any(|f| f.message.contains("năm 2026") && f.severity == Severity::Warning));
}

#[test]
fn the_real_papers_give_the_centre_its_33_tasks() {
    let Some(folder) = real_papers() else { return };
    for ending in ["docx", "pdf", "txt"] {
        let letter = real_paper(&folder, &format!("framework-letter-2023.{ending}"));
        let mut ministry = vec![real_paper(&folder, &format!("ministry-plan-2025.{ending}"))];
        let plan = draft_for("Trung tâm Công nghệ thông tin", 2025, Some(&letter), &ministry);
        assert_whole(&plan);
        assert_eq!(counts(&plan), [33, 7, 15], "{ending}");
        assert_eq!(plan.coverage.len(), 23);
        assert!(plan.legal_bases.iter().any(|basis| basis.citation.number.as_deref() == Some("3404/QĐ-BKHCN")));
        // The annex as a file of its own beside the plan brings no task twice.
        ministry.push(real_paper(&folder, "ministry-plan-2025-annex.xlsx"));
        assert_eq!(counts(&draft_for("TTCNTT", 2025, Some(&letter), &ministry)), [33, 7, 15], "{ending} + xlsx");
        assert_eq!(counts(&draft_for("TTCNTT", 2025, None, &ministry[1..])), [33, 7, 15], "xlsx");
    }
}

#[test]
fn the_real_papers_serve_any_unit() {
    let Some(folder) = real_papers() else { return };
    let letter = real_paper(&folder, "framework-letter-2023.docx");
    let ministry = [real_paper(&folder, "ministry-plan-2025.docx")];
    for (unit, want) in [("Văn phòng Bộ", [3, 6, 28]), ("Tạp chí KH&CN Việt Nam", [3, 0, 28]), ("Vụ Công nghệ cao", [3, 0, 30])]
    {
        let plan = draft_for(unit, 2026, Some(&letter), &ministry);
        assert_whole(&plan);
        assert_eq!(counts(&plan), want, "{unit}");
        assert_eq!(plan.sections[0].heading, "ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NĂM 2025");
        assert!(!plan.findings.iter().any(|f| f.message.contains("Không nhận ra đơn vị")), "{:?}", plan.findings);
    }
}
