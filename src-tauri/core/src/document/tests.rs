//! What a composed plan says, by clause.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::NaiveDate;

use super::fixture::{large, section, small};
use super::*;
use crate::plan::{Holds, Role};

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
