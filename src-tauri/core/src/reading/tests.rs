//! Whole papers of the families, as text: what each part is read as; and that no text or bytes make it panic.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;

fn of(text: &str) -> Reading {
    read(text.as_bytes(), "a.txt").unwrap()
}

#[test]
fn a_plan_of_its_own_is_no_attachment() {
    let plan = of(
        "BỘ XÂY DỰNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-BXD\tHà Nội, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\nChuyển đổi số năm 2026\n\nCăn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về khoa học, công nghệ;\n\nI. MỤC TIÊU\n1. Một câu.\n2. Hai câu.\n\nNơi nhận:\n- Như trên;\n\nBỘ TRƯỞNG\n\nTrần A Bình\n",
    );
    assert_eq!(plan.kind, DocumentKind::Plan);
    assert_eq!(plan.title.subject.as_deref(), Some("Chuyển đổi số năm 2026"));
    assert_eq!((plan.number.as_deref(), plan.attachment), (Some("12/KH-BXD"), None));
    assert_eq!(plan.legal_bases.len(), 1);
    assert_eq!(plan.outline[0].children.len(), 2);
    assert_eq!(plan.recipients, ["Như trên;"]);
    assert_eq!(plan.signatory.unwrap().name.as_deref(), Some("Trần A Bình"));
    assert!(plan.findings.is_empty());
}

#[test]
fn a_plan_with_an_annex_behind_it_keeps_its_own_title_and_outline() {
    let plan = of(
        "BỘ XÂY DỰNG\nVỤ PHÁP CHẾ\nSố: 12/KH-PC\nHà Nội, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\nCông tác năm 2026\n\nI. MỤC TIÊU\n1. Một câu.\n\nII. NHIỆM VỤ\nDanh mục tại Phụ lục kèm theo./.\n\nNơi nhận:\n- Như trên;\n\nVỤ TRƯỞNG\n\nTrần A Bình\n\nPhụ lục\n\nDANH MỤC NHIỆM VỤ NĂM 2026\n\n(Kèm theo Kế hoạch số 12/KH-PC ngày 05 tháng 01 năm 2026 của Vụ Pháp chế)\n\nTT\tNhiệm vụ\tChủ trì\n1\tSoạn thông tư\tVụ Pháp chế\n",
    );
    assert_eq!(plan.title.kind.as_deref(), Some("Kế hoạch"));
    assert_eq!(plan.title.subject.as_deref(), Some("Công tác năm 2026"));
    assert_eq!(plan.number.as_deref(), Some("12/KH-PC"));
    let labels: Vec<&str> = plan.outline.iter().map(|n| n.label.as_str()).collect();
    assert_eq!(labels, ["I", "II", "Phụ lục"]);
    assert_eq!(plan.signatory.unwrap().name.as_deref(), Some("Trần A Bình"));
    assert_eq!(plan.task_tables[0].tasks.len(), 1);
}

#[test]
fn hyphens_at_a_lines_end_bind_what_they_bound() {
    let letter = of(
        "Kính gửi: Các đơn vị thuộc Bộ.\n\nThực hiện Quyết định số 350/QĐ-\nBTTTT ngày 24/02/2022 về giai đoạn 2021-\n2025, nâng cao năng suất, phát triển kinh tế\n- xã hội của các đơn vị.\n",
    );
    assert_eq!(letter.legal_bases[0].citation.number.as_deref(), Some("350/QĐ-BTTTT"));
    let subject = letter.legal_bases[0].citation.subject.clone().unwrap();
    assert_eq!(subject, "về giai đoạn 2021-2025, nâng cao năng suất, phát triển kinh tế - xã hội của các đơn vị");
}

#[test]
fn parts_that_name_another_decision_are_found() {
    let text = "Số: 3/QĐ-BXD\nHà Nội, ngày 05 tháng 01 năm 2026\n\nQUYẾT ĐỊNH\n\nĐiều 1. Ban hành kèm theo Kế hoạch.\n\nNơi nhận:\n- Như trên;\n\nKẾ HOẠCH\n(Kèm theo Quyết định số 3/QĐ-BXD ngày 05/01/2026)\n\nI. CHUNG\n\nPhụ lục 01\nBIỂU MẪU\n(Kèm theo Quyết định số 5/QĐ-BXD ngày 05/01/2026)\n";
    let mut findings = of(text).findings;
    findings.retain(|finding| finding.message.contains("kèm theo"));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0].message.contains("5/QĐ-BXD") && findings[0].place == "dòng 18");
}

const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n";

fn labels(reading: &Reading) -> String {
    let mut paths = Vec::new();
    outline::walk(&reading.outline, "", &mut |_, path| paths.push(path.to_owned()));
    paths.join(" ")
}

#[test]
fn a_directive_bears_its_own_kind() {
    let paper = of(&format!(
        "THỦ TƯỚNG CHÍNH PHỦ\nSố: 18/CT-TTg\n\n{NATION}Hà Nội, ngày 09 tháng 5 năm 2026\n\nCHỈ THỊ\nVề đẩy mạnh chuyển đổi số\n\nThủ tướng Chính phủ yêu cầu:\n\n1. Các bộ:\na) Rà soát;\nb) Bố trí.\n2. Các tỉnh thực hiện./.\n\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\n(Đã ký)\nLê Thị Bình\n\nNơi nhận:\n- Các bộ;\n- Lưu: VT.\n"
    ));
    assert_eq!(
        (paper.title.kind.as_deref(), paper.title.subject.as_deref()),
        (Some("Chỉ thị"), Some("Về đẩy mạnh chuyển đổi số"))
    );
    assert_eq!((paper.number.as_deref(), labels(&paper).as_str()), (Some("18/CT-TTg"), "1 1/a 1/b 2"));
    assert_eq!(paper.signatory.unwrap().name.as_deref(), Some("Lê Thị Bình"));
    assert_eq!(paper.recipients, ["Các bộ;", "Lưu: VT."]);
}

#[test]
fn a_resolution_has_articles_as_a_decision_has() {
    let paper = of(&format!(
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH LÂM ĐỒNG\nSố: 45/NQ-HĐND\n\n{NATION}Lâm Đồng, ngày 10 tháng 12 năm 2025\n\nNGHỊ QUYẾT\nVề nhiệm vụ năm 2026\n\nHỘI ĐỒNG NHÂN DÂN TỈNH LÂM ĐỒNG\n\nCăn cứ Luật Dữ liệu số 60/2024/QH15;\nXét Tờ trình số 1/TTr-UBND ngày 01/12/2025 của Ủy ban nhân dân tỉnh.\n\nQUYẾT NGHỊ:\n\nĐiều 1. Mục tiêu\nPhát triển nhanh.\nĐiều 2. Thi hành\nGiao Ủy ban nhân dân tỉnh./.\n\nCHỦ TỊCH\n\nLê Thị Bình\n"
    ));
    assert_eq!((paper.kind, paper.title.kind.as_deref()), (DocumentKind::Decision, Some("Nghị quyết")));
    assert_eq!((paper.articles.len(), paper.legal_bases.len()), (2, 2));
    assert_eq!(paper.signatory.unwrap().name.as_deref(), Some("Lê Thị Bình"));
}

#[test]
fn a_programme_of_the_party_is_read_with_its_own_signs() {
    let paper = of(
        "TỈNH ỦY THANH HÓA\n*\nSố 12-CTr/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nThanh Hóa, ngày 15 tháng 3 năm 2026\n\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết số 57-NQ/TW về khoa học, công nghệ\n-----\n\nI- MỤC ĐÍCH, YÊU CẦU\n1- Mục đích\nQuán triệt.\n2- Yêu cầu\nKhả thi.\nII- NHIỆM VỤ\n1- Nhận thức\n1.1- Tuyên truyền.\n1.2- Thi đua.\n\nNơi nhận:\n- Ban Bí thư (báo cáo),\n- Lưu Văn phòng.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nLê Văn Cường\n",
    );
    assert_eq!(paper.issuer, ["TỈNH ỦY THANH HÓA"]);
    assert_eq!((paper.number.as_deref(), paper.title.kind.as_deref()), (Some("12-CTr/TU"), Some("Chương trình hành động")));
    assert_eq!(labels(&paper), "I I/1 I/2 II II/1 II/1/1.1 II/1/1.2");
    assert_eq!(paper.signatory.unwrap().authority, ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"]);
}

#[test]
fn an_annex_alone_is_no_letterhead() {
    let paper = of(
        "PHỤ LỤC\nDANH MỤC NHIỆM VỤ NĂM 2026\n(Kèm theo Kế hoạch số 15/KH-SKHCN ngày 10 tháng 01 năm 2026 của Sở Khoa học)\n\nTT\tNhiệm vụ\tChủ trì\n1\tThuê kênh\tVăn phòng\n",
    );
    assert!(paper.issuer.is_empty());
    assert_eq!((paper.number.as_deref(), paper.outline.len()), (Some("15/KH-SKHCN"), 1));
    assert_eq!(paper.outline[0].heading.as_deref(), Some("DANH MỤC NHIỆM VỤ NĂM 2026"));
    assert_eq!(paper.task_tables[0].tasks.len(), 1);
}

#[test]
fn a_list_behind_a_plan_is_its_annex_even_without_the_word() {
    let paper = of(&format!(
        "SỞ KHOA HỌC\nSố: 15/KH-SKHCN\n\n{NATION}Bắc Ninh, ngày 10 tháng 01 năm 2026\n\nKẾ HOẠCH HÀNH ĐỘNG\nThực hiện Nghị quyết số 57-NQ/TW trên địa bàn tỉnh\n\nI. MỤC TIÊU\n1. Một.\nII. NHIỆM VỤ\nTheo danh mục kèm theo./.\n\nNơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nLê Thị Bình\n\nDANH MỤC NHIỆM VỤ NĂM 2026\n(Kèm theo Kế hoạch số 15/KH-SKHCN ngày 10/01/2026)\n\nTT\tNhiệm vụ\tChủ trì\n1\tThuê kênh\tVăn phòng\n"
    ));
    assert_eq!(paper.title.kind.as_deref(), Some("Kế hoạch hành động"));
    assert_eq!(paper.outline.len(), 3);
    assert_eq!(paper.outline[2].heading.as_deref(), Some("DANH MỤC NHIỆM VỤ NĂM 2026"));
    assert!(paper.findings.is_empty(), "{:?}", paper.findings);
}

#[test]
fn the_place_and_date_beside_a_long_subject_are_taken_out_of_it() {
    let letter = of(&format!(
        "BỘ NỘI VỤ\nSố: 12/BNV-CCHC\n{NATION}V/v xây dựng kế hoạch cải cách Hà Nội, ngày 03 tháng 11 năm 2025 hành chính năm 2026\n\nKính gửi: Các Bộ; Ủy ban nhân dân các tỉnh.\n\nĐề nghị gửi Kế hoạch về Bộ trước ngày 15/12.\n"
    ));
    assert_eq!(letter.place.as_deref(), Some("Hà Nội"));
    assert_eq!(letter.title.subject.as_deref(), Some("xây dựng kế hoạch cải cách hành chính năm 2026"));
    assert_eq!(letter.addressees, ["Các Bộ", "Ủy ban nhân dân các tỉnh"]);
    assert_eq!(letter.deadline.map(|d| d.to_string()).as_deref(), Some("2025-12-15"));
}

const PIECES: &str = "(Phần I\n|I\\. |1\\. |1\\.1\\. |a\\) |- |Kính gửi: |Nơi nhận:\n|KẾ HOẠCH\n|QUYẾT ĐỊNH\n|Điều 1\\. |\\(Kèm theo |Số: |, ngày |trước ngày |1/2/2026|\t|\n|\n\n|\x0c|     |PHỤ LỤC|\\*\\*|</?b>|\\]\\(|[A-Za-zĐđ ;.]{1,12}|\\PC)";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_makes_it_panic(text in prop::collection::vec(PIECES, 0..60)) {
        let _ = read(text.concat().as_bytes(), "a.txt");
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), ending in "(docx|txt|xlsx|bin)") {
        let _ = read(&bytes, &format!("a.{ending}"));
    }
}
