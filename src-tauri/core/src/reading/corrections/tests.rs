//! Corrections: each does what it says, none harms what it does not speak of, and what is learned comes back.
#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::plan::Finding;
use crate::reading::meaning::OutlineNode;

fn node(label: &str, heading: &str, children: Vec<OutlineNode>) -> OutlineNode {
    OutlineNode { label: label.into(), heading: Some(heading.into()), children, ..OutlineNode::default() }
}

/// 0 I (1 a, 2 b, 3 c), 4 II; three tasks in one table; two căn cứ.
fn reading() -> Reading {
    let tasks = serde_json::json!([
        {"group": "I", "no": 1, "name": "Số hóa hồ sơ", "lead": "TT\nTin học", "basis": "Nghị quyết số 131/NQ-CP ngày 06/10/2022", "at": "trang 2, dòng 3"},
        {"group": "I", "no": null, "name": "lưu trữ", "lead": "", "basis": "", "at": "trang 3, dòng 1"},
        {"group": "I", "no": 2, "name": "Đào tạo", "lead": "- TT Tin học; VP", "basis": "Nghị quyết số 131/NQ-CP ngày 06 tháng 10 năm 2024", "at": "trang 3, dòng 4"}
    ]);
    let basis = |number: &str| serde_json::json!({"kind": "Quyết định", "number": number, "date": null, "issuer": null, "subject": null, "where": "preamble"});
    let mut reading: Reading = serde_json::from_value(serde_json::json!({
        "kind": "decision", "issuer": ["BỘ A"], "number": "1/QĐ-A", "place": null, "date": null,
        "title": {"kind": null, "subject": null}, "attachment": null, "addressees": [], "recipients": [],
        "signatory": null, "deadline": null, "legal_bases": [basis("1/QĐ"), basis("2/QĐ")], "articles": [],
        "priority_tasks": [], "outline": [], "findings": [],
        "task_tables": [{"title": null, "columns": [], "fields": [], "groups": [], "tasks": tasks}]
    }))
    .unwrap();
    let below = vec![node("a", "A", vec![]), node("b", "B", vec![]), node("c", "C", vec![])];
    reading.outline = vec![node("I", "Một", below), node("II", "Hai", vec![])];
    reading.findings = vec![Finding::warning("trang 3, dòng 1", "Hàng không có số thứ tự.", "")];
    reading
}

/// "I(a b c) II", with "!" behind what must be there.
fn shape(nodes: &[OutlineNode]) -> String {
    let one = |node: &OutlineNode| {
        let mark = if node.mandatory == Some(true) { "!" } else { "" };
        let below = if node.children.is_empty() { String::new() } else { format!("({})", shape(&node.children)) };
        format!("{}{mark}{below}", node.heading.clone().unwrap_or_default())
    };
    nodes.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn headings_are_renamed_moved_marked_and_dropped_and_keep_their_numbers() {
    let after = |corrections: &[Correction]| {
        let corrected = Corrected::of(&reading(), corrections);
        (shape(&corrected.reading.outline), corrected.nodes)
    };
    let raise = Correction::HeadingLevel { node: 2, deeper: false };
    assert_eq!(after(std::slice::from_ref(&raise)), ("Một(A) B(C) Hai".to_owned(), vec![0, 1, 2, 3, 4]));
    let lower = Correction::HeadingLevel { node: 4, deeper: true };
    assert_eq!(after(&[lower]).0, "Một(A B C Hai)");
    assert_eq!(after(&[Correction::HeadingLevel { node: 0, deeper: true }]).0, "Một(A B C) Hai", "nothing stands before it");
    let rename = Correction::RenameHeading { node: 3, heading: " Ba\nbốn ".into() };
    let drop = Correction::DropHeading { node: 1 };
    let must = Correction::Mandatory { node: 3, mandatory: true };
    assert_eq!(after(&[drop, raise, rename, must]), ("Một B(Ba bốn!) Hai".to_owned(), vec![0, 2, 3, 4]));
}

#[test]
fn rows_are_merged_dropped_and_their_cells_written() {
    let corrected = Corrected::of(
        &reading(),
        &[
            Correction::MergeTask { task: 1 },
            Correction::TaskCell { task: 2, field: "product".into(), text: "Báo cáo".into() },
            Correction::TaskCell { task: 2, field: "no".into(), text: "9".into() },
            Correction::DropBasis { basis: 0 },
        ],
    );
    let tasks = &corrected.reading.task_tables[0].tasks;
    assert_eq!((corrected.tasks, corrected.legal_bases), (vec![0, 2], vec![1]));
    assert_eq!(
        (tasks[0].cell("name"), tasks[1].cell("product"), tasks[1].no.as_deref()),
        ("Số hóa hồ sơ lưu trữ", "Báo cáo", Some("9"))
    );
    assert!(corrected.reading.task_tables[0].fields.contains(&"product".to_owned()));
    assert!(corrected.reading.findings.is_empty(), "the doubt about the merged row is settled");
    let first = Corrected::of(&reading(), &[Correction::MergeTask { task: 0 }]);
    assert_eq!(first.tasks, [0, 1, 2], "above the first row of a table stands none");
}

#[test]
fn a_name_means_a_unit_and_a_citation_has_one_day() {
    let day = NaiveDate::from_ymd_opt(2022, 10, 6).unwrap();
    let unit = Correction::Unit { name: "TT Tin học".into(), unit: "Trung tâm Công nghệ thông tin".into() };
    let date = Correction::CitationDate { number: "131/NQ-CP".into(), date: day };
    let corrected = Corrected::of(&reading(), &[unit, date]);
    let cells: Vec<&str> = corrected.reading.task_tables[0].tasks.iter().map(|task| task.cell("lead")).collect();
    assert_eq!(cells, ["Trung tâm Công nghệ thông tin", "", "- Trung tâm Công nghệ thông tin; VP"]);
    let bases: Vec<&str> = corrected.reading.task_tables[0].tasks.iter().map(|task| task.cell("basis")).collect();
    assert_eq!(bases[0], "Nghị quyết số 131/NQ-CP ngày 06/10/2022");
    assert_eq!(bases[2], "Nghị quyết số 131/NQ-CP ngày 06 tháng 10 năm 2022");
    assert_eq!(renamed("Vụ A1, Vụ A", "Vụ A", "Vụ B").as_deref(), Some("Vụ A1, Vụ B"));
    assert_eq!(renamed("Vụ An toàn", "Vụ A", "Vụ B"), None);
}

#[test]
fn header_values_are_set_and_doubts_put_away() {
    let corrected = Corrected::of(
        &reading(),
        &[
            Correction::Number { number: " 2/QĐ-A ".into() },
            Correction::Date { date: NaiveDate::from_ymd_opt(2025, 1, 2) },
            Correction::Subject { subject: "phê duyệt".into() },
            Correction::Reviewed { place: "trang 3, dòng 1".into(), message: "Hàng không có số thứ tự.".into() },
        ],
    )
    .reading;
    assert_eq!(corrected.number.as_deref(), Some("2/QĐ-A"));
    assert_eq!(corrected.date, NaiveDate::from_ymd_opt(2025, 1, 2));
    assert_eq!(corrected.title.subject.as_deref(), Some("phê duyệt"));
    assert!(corrected.findings.is_empty());
}

#[test]
fn what_is_learned_is_proposed_for_the_next_paper_and_forgotten_when_refused() {
    let unit = Correction::Unit { name: "TT Tin học".into(), unit: "Trung tâm Công nghệ thông tin".into() };
    let rename = Correction::RenameHeading { node: 1, heading: "A mới".into() };
    let must = Correction::Mandatory { node: 4, mandatory: true };
    let known = habits(&[], &reading(), &[unit.clone(), rename.clone(), Correction::DropTask { task: 1 }, must.clone()]);
    assert_eq!(known.len(), 3, "a dropped row is this paper's alone");
    let mut next = reading();
    next.outline.insert(0, node("0", "Mới", vec![]));
    let moved = |correction: Correction| match correction {
        Correction::RenameHeading { node, heading } => Correction::RenameHeading { node: node + 1, heading },
        Correction::Mandatory { node, mandatory } => Correction::Mandatory { node: node + 1, mandatory },
        other => other,
    };
    assert_eq!(suggestions(&next, &known), [unit.clone(), moved(rename), moved(must.clone())]);
    // the rename is refused; what does not occur in the paper stays known
    let refused = habits(&known, &next, &[unit, moved(must)]);
    assert_eq!(refused.len(), 2);
    let mut bare = reading();
    (bare.outline, bare.task_tables) = (Vec::new(), Vec::new());
    assert_eq!(habits(&refused, &bare, &[]), refused);
    assert_eq!(reading().sender(), "bo a: quyết định");
}

fn any_correction() -> impl Strategy<Value = Correction> {
    let number = 0_u32..8;
    let text = "[ \\PC\n]{0,12}";
    prop_oneof![
        (number.clone(), text).prop_map(|(node, heading)| Correction::RenameHeading { node, heading }),
        (number.clone(), any::<bool>()).prop_map(|(node, deeper)| Correction::HeadingLevel { node, deeper }),
        (number.clone(), any::<bool>()).prop_map(|(node, mandatory)| Correction::Mandatory { node, mandatory }),
        number.clone().prop_map(|node| Correction::DropHeading { node }),
        number.clone().prop_map(|task| Correction::DropTask { task }),
        number.clone().prop_map(|task| Correction::MergeTask { task }),
        (number.clone(), text, text).prop_map(|(task, field, text)| Correction::TaskCell { task, field, text }),
        number.prop_map(|basis| Correction::DropBasis { basis }),
        (text, -9000_i32..9000).prop_map(|(number, day)| Correction::CitationDate {
            number,
            date: NaiveDate::from_num_days_from_ce_opt(738_000 + day).unwrap_or_default()
        }),
        (text, text).prop_map(|(name, unit)| Correction::Unit { name, unit }),
        text.prop_map(|number| Correction::Number { number }),
        text.prop_map(|subject| Correction::Subject { subject }),
    ]
}

proptest! {
    /// Whatever is corrected in whatever order: no panic, every number once, and none that was not there.
    #[test]
    fn corrections_in_any_order_keep_the_reading_whole(corrections in proptest::collection::vec(any_correction(), 0..24)) {
        let corrected = Corrected::of(&reading(), &corrections);
        let mut nodes = corrected.nodes.clone();
        nodes.sort_unstable();
        nodes.dedup();
        prop_assert_eq!(nodes.len(), corrected.nodes.len());
        prop_assert!(nodes.iter().all(|node| *node < 5));
        let tasks: usize = corrected.reading.task_tables.iter().map(|table| table.tasks.len()).sum();
        prop_assert_eq!(tasks, corrected.tasks.len());
        prop_assert_eq!(corrected.reading.legal_bases.len(), corrected.legal_bases.len());
        let known = habits(&[], &reading(), &corrections);
        let _ = suggestions(&reading(), &known);
    }

    #[test]
    fn any_text_is_renamed_and_redated_without_harm(text in "\\PC{0,60}", name in "\\PC{0,12}") {
        let day = NaiveDate::from_ymd_opt(2022, 10, 6).unwrap();
        let _ = (renamed(&text, &name, "Vụ B"), redated(&text, &name, day));
    }
}
