//! What a composed plan says, by clause.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::NaiveDate;

use super::fixture::{large, section, small};
use super::*;
use crate::plan::{Holds, Money, ResultRow, Role, Way};

fn paragraphs(document: &Document, part: usize) -> Vec<(StyleName, String)> {
    let blocks = document.parts[part].blocks.iter();
    blocks.filter_map(|b| if let Block::Paragraph(p) = b { Some((p.style, p.text())) } else { None }).collect()
}

fn letterhead(document: &Document) -> &Letterhead {
    let Block::Letterhead(head) = &document.parts[0].blocks[0] else { panic!("no letterhead") };
    head
}

fn table(document: &Document) -> &Table {
    let table = document.parts[1].blocks.iter().find_map(|b| if let Block::Table(t) = b { Some(t) } else { None });
    table.expect("a table")
}

#[test]
fn the_letterhead_leaves_room_before_registration_and_is_filled_after() {
    let mut plan = small();
    let blank = compose(&plan);
    assert_eq!(letterhead(&blank).number, "Số:         /KH-TTCNTT");
    assert_eq!(letterhead(&blank).place_date, "Hà Nội, ngày      tháng      năm 2026");
    assert_eq!(letterhead(&blank).issuer, ["TRUNG TÂM", "CÔNG NGHỆ THÔNG TIN"]);
    plan.profile.number = Some(5);
    plan.profile.date = NaiveDate::from_ymd_opt(2026, 1, 5);
    let signed = compose(&plan);
    assert_eq!(letterhead(&signed).number, "Số: 05/KH-TTCNTT");
    assert_eq!(letterhead(&signed).place_date, "Hà Nội, ngày 05 tháng 01 năm 2026");
}

#[test]
fn the_body_follows_the_outline_and_ends_once() {
    use StyleName as N;
    let document = compose(&small());
    let said = paragraphs(&document, 0);
    let want = [
        (N::Kind, "KẾ HOẠCH"),
        (N::Subject, "Chuyển đổi số năm 2026 của Trung tâm Công nghệ thông tin"),
        (N::PartLabel, "Phần I"),
        (N::PartTitle, "NỘI DUNG KẾ HOẠCH"),
        (N::RomanHeading, "I. CĂN CỨ LẬP KẾ HOẠCH"),
        (
            N::Item,
            "- Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025;",
        ),
        (
            N::Item,
            "- Quyết định số 411/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chiến lược quốc gia phát triển kinh tế số.",
        ),
        (N::RomanHeading, "II. MỤC TIÊU"),
        (N::Item, "- 100% hồ sơ công việc được xử lý trên môi trường mạng;"),
        (N::RomanHeading, "III. NHIỆM VỤ"),
        (N::Body, "Danh mục nhiệm vụ, dự án năm 2026 được nêu tại Phụ lục kèm theo Kế hoạch này."),
        (N::ArabicHeading, "1. Nhận thức số"),
        (N::Body, "Tổ chức Ngày Chuyển đổi số; thực hiện 12 lớp tập huấn cho 350 người."),
        (N::RomanHeading, "IV. TỔ CHỨC THỰC HIỆN"),
        (N::Item, "a) Các phòng triển khai Kế hoạch."),
        (N::Item, "b) Văn thư theo dõi./."),
    ];
    assert_eq!(said.len(), want.len());
    for ((style, text), (want_style, want_text)) in said.iter().zip(want) {
        assert_eq!((style, text.as_str().replace('\n', " ").as_str()), (&want_style, want_text));
    }
}

#[test]
fn bases_without_a_section_stand_above_the_body_in_italics() {
    let mut plan = small();
    plan.sections = vec![section(1, "1", "", &["Một câu không có tiêu đề,"], vec![])];
    let said = paragraphs(&compose(&plan), 0);
    assert_eq!(said[2].0, StyleName::LegalBasis);
    assert!(said[2].1.starts_with("Căn cứ Quyết định số 749/QĐ-TTg") && said[2].1.ends_with(';'));
    assert!(said[3].1.ends_with("kinh tế số."));
    assert_eq!(said[4], (StyleName::Item, "1. Một câu không có tiêu đề,".to_owned()));
    // rule A1: the annex is mentioned though no section holds tasks
    assert!(said[5].1.ends_with("Phụ lục kèm theo Kế hoạch này./."), "{said:?}");
}

#[test]
fn the_annex_lists_what_there_is_and_sums_the_budget() {
    let document = compose(&small());
    let table = table(&document);
    let first: Vec<&str> = table.rows.iter().map(|r| r.cells.last().unwrap().text.as_str()).collect();
    let labels: Vec<&str> = table.rows.iter().map(|r| r.cells[0].text.as_str()).collect();
    assert_eq!(labels, ["A", "I", "1", "B", "I", "1", "TỔNG CỘNG"], "{first:?}");
    assert_eq!(table.rows[3].cells[1].text, "NHIỆM VỤ CHUNG CỦA CÁC ĐƠN VỊ THUỘC BỘ");
    let total = table.rows.last().unwrap();
    assert_eq!(total.cells[1].text, "1.234.567.000");
    for row in &table.rows {
        assert_eq!(row.cells.iter().map(|c| c.span).sum::<usize>(), table.columns.len());
    }
    assert_eq!(paragraphs(&document, 1)[1].1, "DANH MỤC NHIỆM VỤ, DỰ ÁN CHUYỂN ĐỔI SỐ NĂM 2026");
}

#[test]
fn headings_with_nothing_below_stand_apart() {
    let mut plan = small();
    let empty = |id, label, heading| section(id, label, heading, &[], vec![]);
    let filled = section(4, "1", "Có nội dung", &["Một câu."], vec![]);
    let roman = section(2, "I", "Kết quả", &[], vec![empty(3, "a", "Kết quả đạt được:"), empty(5, "b", "Tồn tại:"), filled]);
    plan.sections =
        vec![section(1, "Phần I", "Đánh giá", &[], vec![roman]), empty(6, "Phần II", "Nội dung"), empty(7, "Phần III", "Khác")];
    let document = compose(&plan);
    let apart: Vec<String> = document.parts[0]
        .blocks
        .iter()
        .filter_map(|b| if let Block::Paragraph(p) = b { p.apart.then(|| p.text()) } else { None })
        .collect();
    // "b) Tồn tại:" is followed by a heading of a higher level, the empty part by the next one.
    assert_eq!(apart, ["a) Kết quả đạt được:", "b) Tồn tại:", "NỘI DUNG"]);
}

#[test]
fn a_plan_without_tasks_has_no_annex_and_does_not_mention_one() {
    let mut plan = small();
    plan.tasks.clear();
    let document = compose(&plan);
    assert_eq!(document.parts.len(), 1);
    assert!(paragraphs(&document, 0).iter().all(|(_, text)| !text.contains("Phụ lục")));
}

/// A plan with every annex, issued by a decision, drafted by a part of the unit.
fn whole() -> crate::plan::Plan {
    let mut plan = small();
    plan.issuing.way = Way::Decision;
    plan.issuing.submission.drafter = "Phòng Kế hoạch - Tổng hợp".into();
    plan.tasks[0].budget = Some(Money(500_000_000));
    plan.tasks[0].effect = "Giảm thời gian xử lý".into();
    plan.results = vec![ResultRow { name: "Số hóa hồ sơ".into(), outcome: "Đạt 100%".into(), ..ResultRow::default() }];
    plan
}

fn texts(document: &Document, part: usize) -> Vec<String> {
    paragraphs(document, part).into_iter().map(|(_, text)| text.replace('\n', " ")).collect()
}

#[test]
fn a_decision_issues_the_plan_and_the_plan_follows_without_number_or_signature() {
    use StyleName as N;
    let mut plan = whole();
    plan.profile.number = Some(5);
    plan.profile.date = NaiveDate::from_ymd_opt(2026, 1, 5);
    let document = compose(&plan);
    assert_eq!(document.parts.len(), 5, "decision, plan, three annexes");
    assert_eq!(letterhead(&document).number, "Số: 05/QĐ-TTCNTT");
    let decision = paragraphs(&document, 0);
    let styles: Vec<N> = decision.iter().map(|(style, _)| *style).collect();
    let (a, b, d) = (N::Article, N::LegalBasis, N::Decides);
    assert_eq!(styles, [N::Kind, N::Subject, N::Decider, b, b, b, d, a, a, a, a]);
    let said = texts(&document, 0);
    assert_eq!(said[2], "GIÁM ĐỐC TRUNG TÂM CÔNG NGHỆ THÔNG TIN");
    assert!(said[3].starts_with("Căn cứ Quyết định số 749/QĐ-TTg") && said[3].ends_with(';'));
    assert_eq!(said[5], "Theo đề nghị của Trưởng phòng Kế hoạch - Tổng hợp.");
    assert!(said[7].starts_with("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số năm 2026"), "{said:?}");
    assert!(said[10].starts_with("Điều 4.") && said[10].ends_with("Quyết định này./."));
    let Some(Block::Signature(signature)) = document.parts[0].blocks.last() else { panic!("no signature") };
    assert_eq!(plain(&signature.recipients[0]), "Như Điều 4");

    let Block::Letterhead(head) = &document.parts[1].blocks[0] else { panic!("no letterhead") };
    assert!(head.number.is_empty() && head.place_date.is_empty());
    let plan_says = texts(&document, 1);
    let with = "(Kèm theo Quyết định số 05/QĐ-TTCNTT ngày 05 tháng 01 năm 2026 của Giám đốc Trung tâm Công nghệ thông tin)";
    assert_eq!((plan_says[0].as_str(), plan_says[2].as_str()), ("KẾ HOẠCH", with));
    assert!(plan_says.last().unwrap().ends_with("./."));
    assert!(!document.parts[1].blocks.iter().any(|block| matches!(block, Block::Signature(_))));
    assert_eq!(texts(&document, 3)[2], with, "annexes go with the decision too");
}

#[test]
fn every_annex_is_numbered_mentioned_and_linked() {
    let mut plan = whole();
    for (way, first) in [(Way::Own, 1), (Way::Decision, 2)] {
        plan.issuing.way = way;
        let document = compose(&plan);
        for (at, label) in ["Phụ lục I", "Phụ lục II", "Phụ lục III"].into_iter().enumerate() {
            assert_eq!(texts(&document, first + at)[0], label);
            let blocks = document.parts[first - 1].blocks.iter();
            let runs = blocks.filter_map(|b| if let Block::Paragraph(p) = b { Some(&p.runs) } else { None }).flatten();
            let links: Vec<&Run> = runs.filter(|run| run.link == Some(AnnexRef(first + at))).collect();
            assert_eq!(links.len(), 1, "{label}");
            assert_eq!(plain(&links[0].text), label);
        }
    }
    assert_eq!(texts(&compose(&plan), 2)[1], "KẾT QUẢ THỰC HIỆN KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2025");
}

#[test]
fn the_budget_list_says_of_each_project_what_a_letter_asks_and_sums_up() {
    let document = compose(&whole());
    let table = document.parts[4].blocks.iter().find_map(|b| if let Block::Table(t) = b { Some(t) } else { None }).unwrap();
    let cells = |row: usize| table.rows[row].cells.iter().map(|cell| plain(&cell.text)).collect::<Vec<_>>();
    let project = [
        "1",
        "Nâng cấp hạ tầng mạng",
        "Bảo đảm hạ tầng dùng chung",
        "500.000.000",
        "Ngân sách nhà nước",
        "Tháng 12/2026",
        "Giảm thời gian xử lý",
    ];
    assert_eq!(cells(0), project);
    assert_eq!(cells(1), ["TỔNG CỘNG", "500.000.000", ""]);
}

#[test]
fn files_of_their_own_are_each_whole_and_link_to_no_other() {
    let selection = Selection { papers: vec![Paper::Submission, Paper::Decision, Paper::Plan], annex_files: true };
    let set = compose_set(&whole(), &selection);
    let kinds: Vec<FileKind> = set.iter().map(|file| file.kind).collect();
    let annex = |no| FileKind::Annex(Some(no));
    assert_eq!(kinds, [FileKind::Submission, FileKind::Decision, FileKind::Plan, annex(1), annex(2), annex(3)]);
    assert!(set.iter().all(|file| file.document.parts.len() == 1 && file.listed.len() == 1));
    let blocks = set[2].document.parts[0].blocks.iter();
    let mut runs = blocks.filter_map(|b| if let Block::Paragraph(p) = b { Some(&p.runs) } else { None }).flatten();
    assert!(runs.all(|run| run.link.is_none()));
    let own = compose_set(&small(), &Selection::default());
    assert_eq!((own.len(), own[0].kind, own[0].document.parts.len()), (1, FileKind::Plan, 2));
    // the only annex is called as it is labelled: "Phụ lục", without a number
    let split = compose_set(&small(), &Selection { annex_files: true, ..Selection::default() });
    assert_eq!((split[1].kind, split[1].kind.stem("X-2026").as_str()), (FileKind::Annex(None), "KH-X-2026-Phu-luc"));
}

#[test]
fn a_file_that_goes_with_a_paper_says_number_and_day_where_the_agency_signs_alone() {
    let selection = Selection { papers: vec![Paper::Cover, Paper::Submission, Paper::Decision, Paper::Plan], annex_files: true };
    let registered = |mut plan: crate::plan::Plan| {
        plan.profile.number = Some(5);
        plan.profile.date = chrono::NaiveDate::from_ymd_opt(2026, 1, 5);
        plan
    };
    let said = |file: &SetFile| texts(&file.document, 0).iter().any(|text| text.contains("05/") && text.starts_with("(Kèm theo"));
    let set = compose_set(&registered(whole()), &selection);
    let signs: Vec<&AgencySigns> = set.iter().map(|file| &file.document.agency).collect();
    let enclosure = AgencySigns::Enclosure("Số: 05/QĐ-TTCNTT;".into());
    assert_eq!(signs, [&AgencySigns::No, &AgencySigns::Paper, &enclosure, &enclosure, &enclosure, &enclosure]);
    assert!(!set.iter().any(said), "forms 1.3 and 2.2 leave them blank");
    // one file is signed once, and says what it goes with
    let one = compose_set(&registered(whole()), &Selection::default());
    assert_eq!((one.len(), &one[0].document.agency), (1, &AgencySigns::Paper));
    assert!(texts(&one[0].document, 1).iter().any(|text| text.contains("số 05/QĐ-TTCNTT ngày 05 tháng 01 năm 2026")));
    let own = compose_set(&registered(small()), &selection);
    let annex = own.last().unwrap();
    assert_eq!(annex.document.agency, AgencySigns::Enclosure("Số: 05/KH-TTCNTT;".into()));
    assert!(!said(annex) && own.iter().any(|file| file.kind == FileKind::Plan && file.document.agency == AgencySigns::Paper));
}

#[test]
fn annexes_are_mentioned_in_the_order_of_their_numbers() {
    let document = compose(&whole());
    let body = texts(&document, 1).join(" ");
    let places = ["Phụ lục I ", "Phụ lục II ", "Phụ lục III "].map(|label| body.find(label).expect(label));
    assert!(places.is_sorted(), "{places:?}: {body}");
}

#[test]
fn the_submission_follows_from_the_plan() {
    let plan = whole();
    let set = compose_set(&plan, &Selection { papers: vec![Paper::Submission], annex_files: false });
    let Block::Letterhead(head) = &set[0].document.parts[0].blocks[0] else { panic!("no letterhead") };
    assert_eq!(head.issuer.join(" "), "PHÒNG KẾ HOẠCH - TỔNG HỢP");
    assert!(head.issuer.iter().all(|line| !line.ends_with('-') && !line.starts_with('-')), "{:?}", head.issuer);
    assert!(head.number.ends_with("/TTr-KHTH"));
    let said = texts(&set[0].document, 0);
    assert_eq!((said[0].as_str(), said[2].as_str()), ("TỜ TRÌNH", "Kính gửi: Giám đốc Trung tâm Công nghệ thông tin"));
    assert!(said.iter().any(|text| text.contains("tổng số 2 nhiệm vụ")), "{said:?}");
    assert!(said.iter().any(|text| text.contains("500.000.000 đồng cho 1 nhiệm vụ")));
    assert!(said.iter().any(|text| text.starts_with("- Phụ lục III: Danh mục dự án")));
    assert!(said.last().unwrap().ends_with("xem xét, quyết định./."));
    let mut several = plan;
    several.issuing.submission.addressees = vec!["Giám đốc".into(), "Phó Giám đốc".into()];
    let set = compose_set(&several, &Selection { papers: vec![Paper::Submission], annex_files: false });
    assert_eq!(texts(&set[0].document, 0)[2..5], ["Kính gửi:", "- Giám đốc;", "- Phó Giám đốc."]);
}

#[test]
fn the_cover_lists_the_papers_and_their_pages() {
    let listed = |title: &str, pages| Listed { title: title.into(), pages, note: String::new() };
    let cover = compose_cover(&whole(), &[listed("Tờ trình", 2), listed("Quyết định", 1)]);
    let table = cover.document.parts[0].blocks.iter().find_map(|b| if let Block::Table(t) = b { Some(t) } else { None }).unwrap();
    let pages: Vec<&str> = table.rows.iter().map(|row| row.cells[row.cells.len() - 2].text.as_str()).collect();
    assert_eq!(pages, ["2", "1", "3"]);
}

#[test]
fn a_steering_head_shows_the_post_at_home() {
    let mut plan = small();
    plan.profile.signatory.home_post = "Bộ trưởng Bộ Khoa học và Công nghệ".into();
    let document = compose(&plan);
    let Some(Block::Signature(signature)) = document.parts[0].blocks.last() else { panic!("no signature") };
    assert_eq!(signature.home_post, "BỘ TRƯỞNG BỘ KHOA HỌC VÀ CÔNG NGHỆ");
}

#[test]
fn an_empty_heading_at_the_end_takes_no_closing_sign() {
    let mut plan = small();
    plan.sections[0].children[3].text.clear();
    plan.tasks.clear();
    let shown = paragraphs(&compose(&plan), 0);
    assert_eq!(shown.last().map(|(_, text)| text.as_str()), Some("IV. TỔ CHỨC THỰC HIỆN"));
    let closed: Vec<&str> = shown.iter().map(|(_, text)| text.as_str()).filter(|text| text.ends_with("./.")).collect();
    assert_eq!(closed, ["Tổ chức Ngày Chuyển đổi số; thực hiện 12 lớp tập huấn cho 350 người./."]);
}

#[test]
fn every_task_stands_in_the_annex_once() {
    let plan = large();
    let document = compose(&plan);
    let tasks = table(&document).rows.iter().filter(|r| r.kind == RowKind::Body).count();
    assert_eq!(tasks, 71);
    assert_eq!(
        annex_lists(&plan).iter().map(|(l, _, r)| (l.as_str(), *r)).collect::<Vec<_>>(),
        [("A", Role::Lead), ("B", Role::Coordinating), ("C", Role::AllUnits)]
    );
    assert_eq!(plan.sections[0].children[0].holds, Holds::LegalBases);
}

#[test]
fn looks_references_and_indicators_reach_the_pages_and_comments_do_not() {
    use crate::plan::{Comment, Edit, Indicator, SectionId, TaskId, TextRun};
    let mut plan = small();
    let id = SectionId(5);
    let runs = vec![
        TextRun { bold: true, ..TextRun::plain("a) Nâng cấp ") },
        TextRun { italic: true, ..TextRun::plain("hạ tầng") },
        TextRun::plain(" theo "),
        TextRun { task: Some(TaskId(1)), ..TextRun::plain("?") },
        TextRun::plain(":"),
    ];
    plan.apply(Edit::SectionText { id, paragraphs: vec![runs] }).unwrap();
    let row = Indicator { name: "Hồ sơ trực tuyến".into(), unit: "%".into(), baseline: "60".into(), target: "80".into() };
    plan.apply(Edit::SectionIndicators { id, rows: vec![row] }).unwrap();
    let comment = Comment { author: "Hà".into(), text: "kín-đáo".into(), ..Comment::default() };
    plan.apply(Edit::SectionComment { id, index: 0, comment }).unwrap();
    let document = compose(&plan);
    let blocks = &document.parts[0].blocks;
    let at = blocks.iter().position(|b| matches!(b, Block::Table(_))).unwrap();
    let Block::Paragraph(above) = &blocks[at - 1] else { panic!("no paragraph above the table") };
    let looks: Vec<_> = above.runs.iter().map(|r| (plain(&r.text), r.bold, r.italic, r.link)).collect();
    let want: Vec<(String, _, _, _)> = vec![
        ("a) Nâng cấp ".into(), Some(true), None, None),
        ("hạ tầng".into(), None, Some(true), None),
        (" theo ".into(), None, None, None),
        ("nhiệm vụ A.I.1 Phụ lục".into(), None, None, Some(AnnexRef(1))),
        (":".into(), None, None, None),
    ];
    assert_eq!(looks, want);
    assert!(above.keep && above.below > Pt(0.0), "what announces the table stays with it, apart");
    let Block::Table(table) = &blocks[at] else { panic!("no table") };
    let titles: Vec<String> = table.columns.iter().map(|c| c.title.replace('\n', " ")).collect();
    assert_eq!(titles, ["Chỉ tiêu", "Đơn vị tính", "Năm 2025", "Năm 2026"]);
    assert_eq!(table.rows[0].cells.iter().map(|c| plain(&c.text)).collect::<Vec<_>>(), ["Hồ sơ trực tuyến", "%", "60", "80"]);
    assert!(!format!("{document:?}").contains("kín"), "comments are never printed");
}

#[test]
fn a_plan_that_ends_with_a_table_is_closed_below_it() {
    let mut plan = small();
    plan.sections[0].children[3].indicators = vec![crate::plan::Indicator { name: "x".into(), ..Default::default() }];
    let document = compose(&plan);
    let blocks = &document.parts[0].blocks;
    let at = blocks.iter().position(|b| matches!(b, Block::Table(_))).unwrap();
    let text = |at: usize| if let Block::Paragraph(p) = &blocks[at] { p.text() } else { String::new() };
    assert_eq!((text(at - 1).as_str(), text(at + 1).as_str()), ("b) Văn thư theo dõi.", "./."));
}
