//! Tables without rules, row by row.

#![allow(clippy::unwrap_used)]

use super::super::page::Word;
use super::*;
use crate::reading::source::{Place, Table};

const SIZE: f32 = 10.0;

/// Texts at their left edges on one baseline; five points a letter, two and a half a blank.
fn row(base: f32, texts: &[(f32, &str)]) -> Row {
    let mut words = Vec::new();
    for (left, text) in texts {
        let mut at = *left;
        let bold = text.starts_with('*');
        for word in text.trim_start_matches('*').split(' ') {
            let letters = f32::from(u16::try_from(word.chars().count()).unwrap());
            let right = at + 5.0 * letters;
            words.push(Word { text: word.to_owned(), left: at, right, base, size: SIZE, bold, italic: false });
            at = right + 2.5;
        }
    }
    Row::of(words)
}

fn read(rows: &[Row], rules: &[Rule], carried: Option<&Columns>) -> Vec<(Table, Columns)> {
    let frame = Frame::between(50.0, 550.0);
    let found = tables(rows, &Around { frame: &frame, rules, carried });
    let table = |plain: Plain| {
        let table = plain.table(&rows[plain.from..plain.to], rules, &frame, &|_| Place::default());
        (table, plain.columns)
    };
    found.into_iter().map(table).collect()
}

fn texts(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

#[test]
fn numbers_tell_where_rows_begin_and_a_title_over_columns_is_a_row() {
    let rows = [
        row(100.0, &[(60.0, "*STT"), (100.0, "*Nhiệm vụ"), (300.0, "*Đơn vị chủ trì"), (430.0, "*Thời gian")]),
        row(112.0, &[(430.0, "*hoàn thành")]),
        row(130.0, &[(60.0, "*Nhóm 1: Thể chế và một tên dài nằm ngang qua nhiều cột của bảng")]),
        row(148.0, &[(60.0, "1"), (100.0, "Rà soát các văn bản về"), (300.0, "Vụ Pháp chế"), (430.0, "Quý I")]),
        row(160.0, &[(100.0, "chuyển đổi số")]),
        row(172.0, &[(60.0, "2"), (100.0, "Ban hành kế hoạch"), (300.0, "Văn phòng"), (430.0, "Quý II")]),
        row(200.0, &[(60.0, "Tổng số: 02 nhiệm vụ.")]),
    ];
    let found = read(&rows, &[], None);
    assert_eq!(found.len(), 1);
    let (table, columns) = &found[0];
    assert!(columns.numbered && table.bare);
    assert_eq!(
        texts(table),
        [
            ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian hoàn thành"],
            ["Nhóm 1: Thể chế và một tên dài nằm ngang qua nhiều cột của bảng", "", "", ""],
            ["1", "Rà soát các văn bản về chuyển đổi số", "Vụ Pháp chế", "Quý I"],
            ["2", "Ban hành kế hoạch", "Văn phòng", "Quý II"],
        ]
    );
    assert_eq!(table.rows[1][0].span, 4);
}

#[test]
fn cells_in_the_middle_of_their_rows_come_together() {
    let rows = [
        row(94.0, &[(430.0, "*Thời")]),
        row(100.0, &[(60.0, "*TT"), (100.0, "*Nhiệm vụ"), (300.0, "*Chủ trì")]),
        row(106.0, &[(430.0, "*hạn")]),
        row(120.0, &[(100.0, "Số hóa hồ sơ"), (430.0, "Quý I")]),
        row(126.0, &[(60.0, "1"), (300.0, "Cục A")]),
        row(132.0, &[(100.0, "lưu trữ"), (430.0, "năm 2026")]),
        row(144.0, &[(300.0, "Cục B")]),
        row(156.0, &[(60.0, "2"), (100.0, "Kết nối dữ liệu"), (300.0, "và Vụ C"), (430.0, "Quý II")]),
        row(168.0, &[(300.0, "cùng Vụ D")]),
    ];
    let found = read(&rows, &[], None);
    assert_eq!(
        texts(&found[0].0),
        [
            ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
            ["1", "Số hóa hồ sơ lưu trữ", "Cục A", "Quý I năm 2026"],
            ["2", "Kết nối dữ liệu", "Cục B và Vụ C cùng Vụ D", "Quý II"],
        ]
    );
}

#[test]
fn lines_under_rows_tell_where_they_begin() {
    let rows = [
        row(100.0, &[(60.0, "*Nhiệm vụ"), (300.0, "*Chủ trì"), (430.0, "*Thời hạn")]),
        row(118.0, &[(60.0, "Số hóa hồ sơ"), (300.0, "Cục A"), (430.0, "Quý I")]),
        row(130.0, &[(60.0, "lưu trữ của Bộ"), (300.0, "và Cục B")]),
        row(148.0, &[(60.0, "Kết nối dữ liệu"), (300.0, "Vụ C"), (430.0, "Quý II")]),
    ];
    let rule = |at: f32| Rule { at, from: 55.0, to: 500.0 };
    let found = read(&rows, &[rule(88.0), rule(104.0), rule(134.0), rule(152.0)], None);
    assert_eq!(
        texts(&found[0].0),
        [
            ["Nhiệm vụ", "Chủ trì", "Thời hạn"],
            ["Số hóa hồ sơ lưu trữ của Bộ", "Cục A và Cục B", "Quý I"],
            ["Kết nối dữ liệu", "Vụ C", "Quý II"],
        ]
    );
}

#[test]
fn a_name_over_two_columns_stands_over_both() {
    let rows = [
        row(100.0, &[(60.0, "*TT"), (100.0, "*Nhiệm vụ"), (310.0, "*Thời gian thực hiện")]),
        row(112.0, &[(300.0, "*Bắt đầu"), (400.0, "*Kết thúc")]),
        row(130.0, &[(60.0, "1"), (100.0, "Số hóa hồ sơ"), (300.0, "01/2026"), (400.0, "06/2026")]),
        row(148.0, &[(60.0, "2"), (100.0, "Kết nối"), (300.0, "02/2026"), (400.0, "07/2026")]),
        row(166.0, &[(60.0, "3"), (100.0, "Vận hành"), (300.0, "03/2026"), (400.0, "08/2026")]),
    ];
    let table = &read(&rows, &[], None)[0].0;
    assert_eq!(
        texts(table)[..3],
        [
            ["TT", "Nhiệm vụ", "Thời gian thực hiện", ""],
            ["", "", "Bắt đầu", "Kết thúc"],
            ["1", "Số hóa hồ sơ", "01/2026", "06/2026"]
        ]
    );
    assert_eq!(table.rows[0][2].span, 2);
}

#[test]
fn a_table_goes_on_overleaf_in_its_columns() {
    let columns = Columns { gutters: vec![(70.0, 100.0), (250.0, 300.0), (380.0, 430.0)], numbered: true };
    let overleaf = [
        row(60.0, &[(100.0, "và chia sẻ dữ liệu")]),
        row(72.0, &[(60.0, "7"), (100.0, "Vận hành"), (430.0, "Quý IV")]),
        row(84.0, &[(100.0, "hệ thống")]),
        row(110.0, &[(50.0, "Một câu văn dài đi qua mọi cột của bảng ở trang trước và không thuộc bảng.")]),
    ];
    let found = read(&overleaf, &[], Some(&columns));
    assert_eq!(texts(&found[0].0), [["", "và chia sẻ dữ liệu", "", ""], ["7", "Vận hành hệ thống", "", "Quý IV"]]);
    let prose = [row(60.0, &[(50.0, "Một câu văn dài đi qua mọi cột của bảng ở trang trước và không thuộc bảng.")])];
    assert!(read(&prose, &[], Some(&columns)).is_empty());
    let title = [row(60.0, &[(120.0, "*Phụ lục II")]), prose[0].clone()];
    assert!(read(&title, &[], Some(&columns)).is_empty());
}

#[test]
fn prose_and_letterheads_are_no_tables() {
    let rows = [
        row(60.0, &[(60.0, "*BỘ XÂY DỰNG"), (300.0, "*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]),
        row(74.0, &[(60.0, "Số: 12/QĐ-BXD"), (320.0, "Hà Nội, ngày 05 tháng 01 năm 2026")]),
        row(110.0, &[(78.0, "Căn cứ Nghị định số 33/2025/NĐ-CP của Chính phủ;")]),
        row(122.0, &[(78.0, "Điều 1."), (130.0, "Ban hành kèm theo Quyết định này Kế hoạch")]),
    ];
    assert!(read(&rows, &[], None).is_empty());
}
