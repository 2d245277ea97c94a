//! Tables put together again: pages, groups, sums, doubts; and that no text is lost.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::plan::Severity;
use crate::reading::source::{Cell, Look, Place, blocks};

const HEADER: [&str; 5] = ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Sản phẩm"];

fn table(rows: &[&[&str]]) -> Block {
    let cell = |(row, text): (usize, &&str)| Cell {
        text: (*text).to_owned(),
        span: 1,
        place: Place { line: u32::try_from(row + 1).ok(), ..Place::default() },
        ..Cell::default()
    };
    let row = |(at, row): (usize, &&[&str])| row.iter().map(|text| cell((at, text))).collect();
    Block::Table(Table { rows: rows.iter().enumerate().map(row).collect(), bare: false, ..Table::default() })
}

fn line(text: &str, centred: bool) -> Block {
    let look = Look { centred: Some(centred), ..Look::default() };
    Block::Line(Line { text: text.to_owned(), look, whole: true, ..Line::default() })
}

fn one(blocks: &[Block]) -> (TaskTable, Vec<Finding>) {
    let (mut tables, findings) = task_tables(blocks);
    assert_eq!(tables.len(), 1);
    (tables.remove(0), findings)
}

fn numbers(table: &TaskTable) -> Vec<String> {
    let no = |task: &crate::reading::ReadTask| {
        format!("{}{}", task.group.as_ref().map(|g| format!("{g}.")).unwrap_or_default(), task.no.clone().unwrap_or_default())
    };
    table.tasks.iter().map(no).collect()
}

#[test]
fn rows_cut_by_pages_are_one_task_again() {
    let (table, findings) = one(&[
        table(&[
            &HEADER,
            &["I", "Hạ tầng số và nền tảng", "", "", ""],
            &["1", "Thuê đường truyền theo Quyết định số 12/QĐ-", "Văn phòng", "2026", "- Hợp đồng"],
        ]),
        Block::PageBreak,
        table(&[&HEADER, &["", "VPB", "", "", "- Biên bản"], &["2", "Mua máy chủ", "Văn phòng", "2026", ""]]),
        Block::PageBreak,
        table(&[&["II", "Nhân lực, đào tạo", "", "", ""]]),
        Block::PageBreak,
        table(&[&HEADER, &["", "và bồi dưỡng", "", "", ""], &["1", "Mở lớp", "Vụ Tổ chức", "", ""]]),
    ]);
    assert_eq!(numbers(&table), ["I.1", "I.2", "II.1"]);
    assert_eq!(table.tasks[0].cell("name"), "Thuê đường truyền theo Quyết định số 12/QĐ-VPB");
    assert_eq!(table.tasks[0].cell("product"), "- Hợp đồng\n- Biên bản");
    assert_eq!(table.groups[1].title, "Nhân lực, đào tạo và bồi dưỡng");
    assert!(findings.iter().all(|f| f.severity == Severity::Info) && findings.len() == 1, "{findings:?}");
    assert!(findings[0].message.contains("I.1") && findings[0].place == "dòng 2");
}

#[test]
fn totals_are_no_tasks_and_doubts_are_told() {
    let (table, findings) = one(&[table(&[
        &HEADER,
        &["(1)", "(2)", "(3)", "(4)", "(5)"],
        &["1.", "Việc đầu", "Phòng A", "", ""],
        &["3", "Việc ba", "Phòng B", "", ""],
        &["", "Việc không số", "Phòng C", "Quý I", ""],
        &["", "", "", "", "Sản phẩm thêm"],
        &["", "Tổng cộng", "", "", "5"],
    ])]);
    assert_eq!(numbers(&table), ["1", "3", ""]);
    assert_eq!(table.tasks[2].cell("product"), "Sản phẩm thêm");
    let doubts: Vec<&str> = findings.iter().map(|f| f.place.as_str()).collect();
    assert_eq!(doubts, ["dòng 4", "dòng 5"]);
    assert!(findings[0].message.contains("đến 2") && findings[0].message.contains("ghi 3"));
}

#[test]
fn groups_may_be_letters_merged_or_numbered() {
    let mut merged = table(&[&HEADER, &["B. Dữ liệu mở", "", "", "", ""], &["1", "Công bố", "", "", ""]]);
    if let Block::Table(table) = &mut merged {
        table.rows[1][0].span = 5;
        table.rows[1][1..].iter_mut().for_each(|cell| cell.covered = true);
    }
    let (read, _) = one(&[merged]);
    assert_eq!((read.groups[0].label.as_str(), read.groups[0].title.as_str()), ("B", "Dữ liệu mở"));

    let (nested, _) = one(&[table(&[
        &HEADER,
        &["A", "Nhiệm vụ chủ trì", "", "", ""],
        &["I", "Thể chế", "", "", ""],
        &["1", "Quy chế", "", "", ""],
        &["B", "Nhiệm vụ phối hợp", "", "", ""],
        &["I", "Thể chế", "", "", ""],
        &["1", "Góp ý", "", "", ""],
    ])]);
    assert_eq!(numbers(&nested), ["A.I.1", "B.I.1"]);

    let (numbered, _) = one(&[table(&[
        &HEADER,
        &["1", "Hạ tầng", "", "", ""],
        &["1.1", "Máy chủ", "Phòng A", "", ""],
        &["2", "Dữ liệu", "", "", ""],
        &["2.1", "Kho dữ liệu", "Phòng A", "", ""],
    ])]);
    assert_eq!(numbers(&numbered), ["1.1.1", "2.2.1"]);
    assert_eq!(numbered.groups[1].title, "Dữ liệu");
}

#[test]
fn columns_stand_in_any_order_and_groups_in_any_column() {
    let (read, findings) = one(&[table(&[
        &["Số TT", "Cơ quan chủ trì", "Nội dung công việc", "Sản phẩm", "Đơn vị phối hợp"],
        &["A", "NHIỆM VỤ CHUNG", "", "", ""],
        &["I", "Thể chế", "", "", ""],
        &["1", "Vụ Pháp chế", "Soạn thông tư", "Thông tư", "Các đơn vị"],
        &["II", "Hạ tầng", "", "", ""],
        &["2", "Trung tâm", "Mua máy", "Máy", "Văn phòng"],
        &["B", "NHIỆM VỤ RIÊNG", "", "", ""],
        &["3", "Văn phòng", "Số hóa", "Hồ sơ", "Trung tâm"],
        &["Tổng số: 3 nhiệm vụ", "", "", "", ""],
    ])]);
    assert_eq!(numbers(&read), ["A.I.1", "A.II.2", "B.3"]);
    assert_eq!(read.tasks[2].cell("lead"), "Văn phòng");
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn lettered_groups_stand_within_the_others() {
    let (read, _) = one(&[table(&[
        &HEADER,
        &["I", "Hạ tầng", "", "", ""],
        &["a", "Máy chủ", "", "", ""],
        &["1", "Mua máy", "Phòng A", "", ""],
        &["b", "Đường truyền", "", "", ""],
        &["1", "Thuê kênh", "Phòng A", "", ""],
        &["II", "Dữ liệu", "", "", ""],
        &["1", "Số hóa:", "", "", ""],
        &["a", "Hồ sơ đất", "Phòng A", "", ""],
    ])]);
    assert_eq!(numbers(&read), ["I.a.1", "I.b.1", "1.a"]);
}

/// Plain text loses the merging of cells: a name with empty cells behind it spans them.
#[test]
fn a_header_of_two_rows_is_read_without_its_merged_cells() {
    let (read, _) = one(&[table(&[
        &["STT", "Tên dự án", "Chủ đầu tư", "Kinh phí (triệu đồng)", ""],
        &["", "", "", "Tổng số", "Năm 2026"],
        &["(1)", "(2)", "(3)", "(4)", "(5)"],
        &["I", "Dự án mới", "", "2.000", "700"],
        &["1", "Dự án B", "Cục B", "2.000", "700"],
        &["", "TỔNG CỘNG", "", "2.000", "700"],
    ])]);
    assert_eq!(read.columns[3..], ["Kinh phí (triệu đồng): Tổng số", "Kinh phí (triệu đồng): Năm 2026"]);
    assert_eq!((numbers(&read), read.tasks[0].cell("budget")), (vec!["I.1".to_owned()], "2.000"));
}

#[test]
fn cells_merged_downwards_hold_for_each_task_and_second_lines_join() {
    let mut merged = table(&[
        &HEADER,
        &["1", "Việc một", "Phòng A", "Quý I", "x"],
        &["2", "Việc hai", "", "Quý II", "y"],
        &["", "(giai đoạn 2)", "", "", "z"],
    ]);
    if let Block::Table(table) = &mut merged {
        table.rows[2][2].covered = true;
    }
    let (read, findings) = one(&[merged]);
    assert_eq!((read.tasks.len(), read.tasks[1].cell("lead")), (2, "Phòng A"));
    assert_eq!((read.tasks[1].cell("name"), read.tasks[1].cell("product")), ("Việc hai\n(giai đoạn 2)", "y\nz"));
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn a_table_has_the_title_above_it_and_text_between_parts_tables() {
    let tasks = || table(&[&HEADER, &["1", "Việc", "Phòng A", "", ""]]);
    let (tables, _) = task_tables(&[
        line("Các nhiệm vụ được giao như sau, thực hiện trong năm.", false),
        line("Phụ lục 02", true),
        line("DANH MỤC NHIỆM VỤ", true),
        line("TRỌNG TÂM NĂM 2026", true),
        line("(Kèm theo Kế hoạch số 5/KH-VP)", true),
        tasks(),
        line("Danh mục nhiệm vụ phối hợp", false),
        line("Đơn vị tính: triệu đồng", false),
        tasks(),
        line("Đoạn văn kết thúc.", false),
        tasks(),
        table(&[&["Chỉ tiêu", "Số lượng"], &["Máy", "2"]]),
    ]);
    let titles: Vec<Option<&str>> = tables.iter().map(|table| table.title.as_deref()).collect();
    assert_eq!(titles, [Some("DANH MỤC NHIỆM VỤ TRỌNG TÂM NĂM 2026"), Some("Danh mục nhiệm vụ phối hợp"), None]);
}

/// The table with these cells (row, column) covered by what stands above them.
fn covered(rows: &[&[&str]], cells: &[(usize, usize)]) -> Block {
    let mut block = table(rows);
    if let Block::Table(table) = &mut block {
        cells.iter().for_each(|(row, column)| table.rows[*row][*column].covered = true);
    }
    block
}

#[test]
fn in_a_list_without_numbers_merged_cells_hold_and_its_letters_and_sums_are_no_tasks() {
    let (read, findings) = one(&[covered(
        &[
            &["Thời gian", "Nhiệm vụ", "Chủ trì", "Sản phẩm"],
            &["(A)", "(B)", "(C)", "(D)"],
            &["Quý I", "Việc một", "Cục A", "x"],
            &["", "Việc hai", "", "y"],
            &["Quý II", "Việc ba", "Vụ B", "z"],
            &["Cộng: 03 việc, trong đó 02 việc trong quý I và 01 việc trong quý II", "", "", ""],
        ],
        &[(3, 0), (3, 2)],
    )]);
    let cells = |field: &str| read.tasks.iter().map(|task| task.cell(field)).collect::<Vec<_>>();
    assert_eq!(cells("time"), ["Quý I", "Quý I", "Quý II"]);
    assert_eq!(cells("lead"), ["Cục A", "Cục A", "Vụ B"]);
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn a_title_between_two_lists_of_one_sheet_begins_the_second() {
    for second in [&["TT", "Nội dung đào tạo", "Đơn vị chủ trì", "Kết quả", ""][..], &HEADER[..]] {
        let (tables, _) = task_tables(&[table(&[
            &HEADER,
            &["1", "Việc một", "Phòng A", "Quý I", "x"],
            &["Biểu số 2: Đào tạo", "", "", "", ""],
            second,
            &["1", "Lớp một", "Phòng B", "", ""],
        ])]);
        assert_eq!(tables.len(), 2, "{tables:?}");
        assert_eq!((tables[0].tasks.len(), tables[1].tasks.len()), (1, 1));
        assert_eq!(tables[1].title.as_deref(), Some("Biểu số 2: Đào tạo"));
        let named = second.iter().filter(|name| !name.is_empty()).count();
        assert_eq!((tables[1].columns.len(), tables[1].fields.len(), tables[1].tasks[0].cells.len()), (named, named, named - 1));
    }
}

#[test]
fn cells_tell_what_a_column_means_on_every_page_and_it_is_told() {
    let header = ["STT", "Những gì phải làm", "Đơn vị chủ trì", "Phối hợp", "Bao giờ xong"];
    let (read, findings) = one(&[
        table(&[
            &header,
            &["1", "Xây dựng kho dữ liệu dùng chung", "Cục A", "Vụ B", "Quý I/2027"],
            &["2", "Đào tạo cán bộ của các huyện", "Sở C", "", "31/12/2027"],
        ]),
        Block::PageBreak,
        line("2", true),
        table(&[&header, &["3", "Máy", "Sở C", "", ""]]),
    ]);
    assert_eq!(read.fields, ["no", "name", "lead", "coordinating", "time"]);
    assert_eq!(numbers(&read), ["1", "2", "3"]);
    let told: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
    assert!(told.len() == 2 && told[0].contains("Bao giờ xong") && told[1].contains("Những gì phải làm"), "{told:?}");
}

#[test]
fn a_task_of_a_list_without_numbers_is_no_header() {
    let (read, _) = one(&[table(&[
        &["Nhiệm vụ", "Chủ trì", "Phối hợp", "Hạn cuối", "Sản phẩm"],
        &["Nội dung số", "Phòng A", "Các đơn vị liên quan", "Hoàn thành trước 30/6/2027", "Báo cáo kết quả"],
        &["Hoạt động hè", "Phòng A", "Các đơn vị liên quan", "Quý II", "Báo cáo kết quả"],
    ])]);
    assert_eq!(read.tasks.len(), 2);
}

/// Drawn by two programs, cut differently by their pages: the same tasks.
#[test]
fn the_sample_annexes_read_alike() {
    let read = |bytes: &[u8]| {
        let mut table = one(&blocks(bytes, "annex.pdf").unwrap()).0;
        let at = |text: &str| text.starts_with("trang ") && text.contains(", dòng ");
        assert!(table.tasks.iter().all(|task| at(&task.at)) && table.groups.iter().all(|group| at(&group.at)));
        table.tasks.iter_mut().for_each(|task| task.at.clear());
        table.groups.iter_mut().for_each(|group| group.at.clear());
        table
    };
    let table = read(include_bytes!("../../../../../tests/letters/annex-cut-by-pages.pdf"));
    assert_eq!(table, read(include_bytes!("../../../../../tests/letters/annex-drawn-boxes.pdf")));
    assert_eq!(table.fields, ["no", "name", "lead", "coordinating", "time", "product", "budget"]);
    assert_eq!((table.groups.len(), table.tasks.len()), (3, 13));
    assert_eq!(numbers(&table)[10..], ["II.8", "II.9", "III.1"]);
    for (index, task) in table.tasks[3..12].iter().enumerate() {
        let name = format!("Chuẩn hóa bộ dữ liệu quan trắc số {} theo khung", index + 1);
        assert!(task.cell("name").starts_with(&name) && task.cell("name").ends_with("nền tảng tích hợp"));
        assert!(task.cell("product").ends_with("cập nhật định kỳ hằng quý"), "{}", task.cell("product"));
        assert_eq!(task.cell("coordinating"), "Trung tâm Dữ liệu, các trạm khu vực miền núi");
    }
}

proptest! {
    /// Whatever stands in the rows: no panic, and every text is found again in a group or a task, unless it is a
    /// header again, a sum, or the numbers of the columns.
    #[test]
    fn no_text_is_lost(rows in prop::collection::vec(prop::collection::vec("(|[0-9]{1,2}|I{1,3}|A|[a-z]{1,9}( [a-z]{1,5})?|- [a-z]{3})", 5), 0..12)) {
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let mut given: Vec<&[&str]> = vec![&HEADER];
        given.extend(rows.iter().map(Vec::as_slice));
        let (tables, _) = task_tables(&[table(&given[..given.len() / 2 + 1]), Block::PageBreak, table(&given[given.len() / 2 + 1..])]);
        let mut kept = String::new();
        for table in &tables {
            for group in &table.groups {
                kept.push_str(&format!("\n{} {}", group.label, group.title));
            }
            for task in &table.tasks {
                kept.push_str(&format!("\n{}", task.no.clone().unwrap_or_default()));
                task.cells.iter().for_each(|(_, text)| kept.push_str(&format!("\n{text}")));
            }
        }
        for text in rows.iter().flatten().filter(|text| text.len() > 3) {
            let sum = fold(text).starts_with("tong") || fold(text).starts_with("cong");
            prop_assert!(sum || kept.contains(text.trim()), "{} is lost of {:?}", text, rows);
        }
    }
}
