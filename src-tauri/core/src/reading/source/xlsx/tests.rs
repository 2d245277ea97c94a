//! What is read of workbooks made here.

#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook};

use super::*;

fn book(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

fn blocks(bytes: &[u8]) -> Result<Vec<Block>, ReadError> {
    parsed(bytes).map(|parsed| parsed.blocks)
}

#[test]
fn titles_are_lines_and_cells_show_what_the_sheet_shows() {
    let bytes = book(|book| {
        let bold = Format::new().set_bold().set_align(FormatAlign::Center);
        let money = Format::new().set_num_format("#,##0");
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let month = Format::new().set_num_format("mm/yyyy");
        let sheet = book.add_worksheet().set_name("Danh mục").unwrap();
        sheet.write(0, 0, "VIỆN TÀI NGUYÊN").unwrap().write(0, 3, "CỘNG HÒA").unwrap();
        sheet.write(1, 3, "Độc lập").unwrap();
        sheet.merge_range(3, 0, 3, 4, "DANH MỤC  NHIỆM VỤ", &bold).unwrap();
        for (column, name) in (0_u16..).zip(["STT", "Nhiệm vụ", "Kinh phí", "Hạn", "Từ tháng"]) {
            sheet.write_with_format(5, column, name, &bold).unwrap();
        }
        sheet.merge_range(6, 1, 6, 4, "Hạ tầng", &bold).unwrap().write_with_format(6, 0, "I", &bold).unwrap();
        sheet.write(7, 0, 1).unwrap().write(7, 1, "- Máy chủ\n- Đường truyền").unwrap();
        sheet.write_with_format(7, 2, 1_250_000_000_u64, &money).unwrap();
        let date = |m, d| ExcelDateTime::from_ymd(2026, m, d).unwrap();
        sheet.write_with_format(7, 3, date(9, 2), &day).unwrap();
        sheet.write_with_format(7, 4, date(12, 1), &month).unwrap();
    });
    let blocks = blocks(&bytes).unwrap();
    let [Block::Table(head), Block::Line(title), Block::Table(table)] = &blocks[..] else { panic!("{blocks:?}") };
    assert!(head.bare && !table.bare);
    assert_eq!(head.rows[0][1].text, "CỘNG HÒA\nĐộc lập");
    assert_eq!((title.text.as_str(), title.look.bold), ("DANH MỤC NHIỆM VỤ", Some(true)));
    assert_eq!(title.look.centred, Some(true));
    assert_eq!((table.rows[1][1].span, table.rows[1][1].bold, table.rows[1][4].covered), (4, true, true));
    let texts: Vec<&str> = table.rows[2].iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(texts, ["1", "- Máy chủ\n- Đường truyền", "1.250.000.000", "02/09/2026", "12/2026"]);
    assert_eq!(table.rows[2][1].place.to_string(), "ô B8");
}

#[test]
fn other_sheets_come_too_and_places_name_them() {
    let bytes = book(|book| {
        let sheet = book.add_worksheet().set_name("Bảng").unwrap();
        for column in 0..3 {
            sheet.write(0, column, "a").unwrap();
        }
        book.add_worksheet().set_name("Ghi chú").unwrap().write(2, 27, "Đã rà soát").unwrap();
        book.add_worksheet().set_hidden(true).write(0, 0, "ẩn").unwrap();
        book.add_worksheet();
    });
    let blocks = blocks(&bytes).unwrap();
    assert_eq!(blocks.len(), 3);
    let Block::Line(line) = &blocks[2] else { panic!("{blocks:?}") };
    assert_eq!((line.text.as_str(), line.place.to_string().as_str()), ("Đã rà soát", "trang tính “Ghi chú”, ô AB3"));
}

#[test]
fn what_cannot_be_read_says_what_to_do() {
    let far = book(|book| {
        book.add_worksheet().write(1_048_575, 16_383, "xa").unwrap();
    });
    for (bytes, message) in [(&b"PK no workbook"[..], "hỏng"), (&far[..], "XFD1048576"), (&far[..far.len() / 2], "hỏng")] {
        let Err(error) = blocks(bytes) else { panic!("{message} was read") };
        assert!(error.message.contains(message) && !error.hint.is_empty(), "{}", error.message);
    }
}

#[test]
fn numbers_are_shown_as_their_format_says() {
    for (number, code, want) in [
        (3.0, "General", "3"),
        (1.1, "General", "1.1"),
        (1_234_567.5, "#,##0", "1.234.568"),
        (-1_234.5, "#,##0.00", "-1.234,50"),
        (0.125, "0.0%", "12,5%"),
        (0.1 + 0.2, "General", "0.3"),
        (62.0, "0.0", "62,0"),
    ] {
        assert_eq!(shown_number(number, code), want);
    }
}

#[test]
fn days_are_shown_as_their_format_says() {
    let day = NaiveDate::from_ymd_opt(2027, 6, 5).unwrap();
    for (code, want) in [("d/m/yyyy", "5/6/2027"), ("dd/mm/yyyy", "05/06/2027"), ("m/d/yy", "05/06/2027"), ("mm/yyyy", "06/2027")]
    {
        assert_eq!(shown_date(day, code), want);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Every text of a sheet is in its blocks, wherever it stands.
    #[test]
    fn no_cell_is_lost(cells in prop::collection::btree_map((0_u32..12, 0_u16..6), "[a-z]{2,8}", 0..30)) {
        let bytes = book(|book| {
            let sheet = book.add_worksheet();
            for ((row, column), text) in &cells {
                sheet.write(*row, *column, text.as_str()).unwrap();
            }
        });
        let mut kept: Vec<String> = Vec::new();
        for block in blocks(&bytes).unwrap() {
            match block {
                Block::Line(line) => kept.push(line.text),
                Block::Table(table) => {
                    kept.extend(table.rows.into_iter().flatten().flat_map(|c| c.text.split('\n').map(String::from).collect::<Vec<_>>()));
                }
                Block::PageBreak => {}
            }
        }
        kept.retain(|text| !text.is_empty());
        let mut given: Vec<String> = cells.into_values().collect();
        kept.sort();
        given.sort();
        prop_assert_eq!(kept, given);
    }
}

#[test]
fn hidden_rows_and_columns_are_left_out_and_told() {
    let bytes = book(|book| {
        let sheet = book.add_worksheet();
        for (row, text) in (0_u32..).zip(["STT", "1", "ẩn", "2"]) {
            for column in 0..4 {
                sheet.write(row, column, text).unwrap();
            }
        }
        sheet.set_row_hidden(2).unwrap().set_column_hidden(3).unwrap();
        book.add_worksheet().set_name("Tạm").unwrap().set_hidden(true).write(0, 0, "ẩn").unwrap();
    });
    let parsed = parsed(&bytes).unwrap();
    let [Block::Table(table)] = &parsed.blocks[..] else { panic!("{parsed:?}") };
    assert_eq!((table.rows.len(), table.rows[0].len()), (3, 3));
    let told: Vec<&str> = parsed.findings.iter().map(|f| f.place.as_str()).collect();
    assert_eq!(told, ["trang tính “Tạm”", "hàng 3", "cột D"]);
}

#[test]
fn legacy_fonts_become_unicode_and_say_so() {
    let bytes = book(|book| {
        let time = Format::new().set_font_name(".VnTime");
        let capitals = Format::new().set_font_name(".VnTimeH");
        let sheet = book.add_worksheet();
        sheet.write_with_format(0, 0, "nhiÖm vô träng t©m", &capitals).unwrap();
        sheet.write_with_format(1, 0, "ch\u{ad}¬ng tr×nh", &time).unwrap();
        sheet.write(2, 0, "năm 2026").unwrap();
    });
    let parsed = parsed(&bytes).unwrap();
    let texts: Vec<&str> = parsed.blocks.iter().map(|b| if let Block::Line(l) = b { l.text.as_str() } else { "" }).collect();
    assert_eq!(texts, ["NHIỆM VỤ TRỌNG TÂM", "chương trình", "năm 2026"]);
    assert_eq!(parsed.findings.len(), 1);
    assert!(parsed.findings[0].place == "ô A1" && parsed.findings[0].message.contains("TCVN3"), "{:?}", parsed.findings);
}

#[test]
fn a_text_in_several_fonts_is_converted_run_by_run() {
    let bytes = book(|book| {
        let (time, capitals) = (Format::new().set_font_name(".VnTime"), Format::new().set_font_name(".VnTimeH"));
        let plain = Format::new().set_font_name("Times New Roman");
        let runs = [(&capitals, "nhiÖm vô"), (&plain, " trọng tâm & "), (&time, "ch\u{ad}¬ng tr×nh")];
        book.add_worksheet().write_rich_string(0, 0, &runs).unwrap().write(1, 0, "năm 2026").unwrap();
    });
    let parsed = parsed(&bytes).unwrap();
    let Block::Line(line) = &parsed.blocks[0] else { panic!("{parsed:?}") };
    assert_eq!(line.text, "NHIỆM VỤ trọng tâm & chương trình");
    assert!(parsed.findings.len() == 1 && parsed.findings[0].message.contains(".VnTimeH"), "{:?}", parsed.findings);
}
