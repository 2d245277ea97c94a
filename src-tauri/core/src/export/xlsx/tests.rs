//! The workbook read back, and what its XML must say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};
use chrono::{NaiveDate, NaiveDateTime};

use super::xlsx;
use crate::document::fixture;
use crate::plan::{AnnexColumn, Money, Plan};
use crate::text::squeeze;

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap().and_hms_opt(9, 30, 0).unwrap()
}

fn read(bytes: &[u8]) -> Range<Data> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    book.worksheet_range("Phụ lục").unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// A plan whose every column is there, and two amounts.
fn plan() -> Plan {
    let mut plan = fixture::large();
    plan.tasks[0].budget = Some(Money(1_250_000_000));
    plan.tasks[1].budget = Some(Money(750_000));
    plan.tasks[0].product = "= danh mục\n- Báo cáo".into();
    plan
}

fn is_task(range: &Range<Data>, row: usize) -> bool {
    matches!(range.get((row, 0)), Some(Data::Float(_)))
}

fn budget_column(range: &Range<Data>) -> usize {
    (0..range.width()).find(|&c| range.get((3, c)).unwrap().to_string().contains("đồng")).unwrap()
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    assert_eq!(xlsx(&plan(), now()).unwrap(), xlsx(&plan(), now()).unwrap());
}

#[test]
fn amounts_are_numbers_and_their_sum_a_formula_with_its_result() {
    let plan = plan();
    let bytes = xlsx(&plan, now()).unwrap();
    let range = read(&bytes);
    let column = budget_column(&range);
    let amounts: Vec<f64> = (4..range.height() - 1)
        .filter(|&row| is_task(&range, row))
        .filter_map(|row| if let Data::Float(n) = range.get((row, column))? { Some(*n) } else { None })
        .collect();
    let sum: Money = plan.tasks.iter().filter_map(|task| task.budget).sum();
    assert_eq!(amounts.iter().sum::<f64>(), super::as_number(sum.0));
    let last = range.height() - 1;
    assert_eq!(range.get((last, 0)), Some(&Data::String("TỔNG CỘNG".into())));
    assert_eq!(range.get((last, column)), Some(&Data::Float(super::as_number(sum.0))));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    let name = rust_xlsxwriter::column_number_to_name(u16::try_from(column).unwrap());
    assert!(sheet.contains(&format!("<f>SUBTOTAL(9,{name}5:{name}{last})</f>")), "rows of tasks only");
}

#[test]
fn text_that_begins_like_a_formula_stays_text() {
    let bytes = xlsx(&plan(), now()).unwrap();
    let range = read(&bytes);
    assert!(range.used_cells().any(|(_, _, cell)| *cell == Data::String("= danh mục\n- Báo cáo".into())));
    assert!(part(&bytes, "xl/styles.xml").contains("quotePrefix=\"1\""));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert_eq!(sheet.matches("<f>").count(), sheet.matches("<f>SUBTOTAL(9,").count(), "sums are the only formulas");
}

#[test]
fn every_list_and_group_has_the_sum_of_its_own_tasks() {
    let plan = plan();
    let range = read(&xlsx(&plan, now()).unwrap());
    let column = budget_column(&range);
    let amount = |row: usize| if let Some(Data::Float(n)) = range.get((row, column)) { *n } else { 0.0 };
    // a list's letter stands right above its first group
    let title = |row: usize| !is_task(&range, row);
    let (mut lists, mut groups) = (0, 0);
    for row in 4..range.height() - 1 {
        let ends: fn(&Range<Data>, usize) -> bool = match (title(row), title(row + 1)) {
            (true, true) => |range, at| !is_task(range, at) && !is_task(range, at + 1),
            (true, false) => |range, at| !is_task(range, at),
            _ => continue,
        };
        let end = (row + 2..range.height() - 1).find(|&at| ends(&range, at)).unwrap_or(range.height() - 1);
        let sum: f64 = (row + 1..end).filter(|&at| is_task(&range, at)).map(amount).sum();
        assert_eq!(amount(row), sum, "row {}", row + 1);
        if title(row + 1) { lists += 1 } else { groups += 1 }
    }
    assert_eq!(lists, 3);
    assert!(groups > 3, "{groups}");
}

#[test]
fn dates_are_dates_and_show_the_digits_they_were_written_with() {
    let mut plan = plan();
    plan.tasks[0].time = "5/01/2026".into();
    plan.tasks[1].time = "31/12/2026".into();
    plan.tasks[2].time = "trước 31/12/2026".into();
    plan.tasks[3].time = "31/02/2026".into();
    let bytes = xlsx(&plan, now()).unwrap();
    let range = read(&bytes);
    let dates = range.used_cells().filter(|(_, _, cell)| matches!(cell, Data::DateTime(_))).count();
    assert_eq!(dates, 2);
    for text in ["trước 31/12/2026", "31/02/2026"] {
        assert!(range.used_cells().any(|(_, _, cell)| *cell == Data::String(text.into())), "{text}");
    }
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("formatCode=\"d/mm/yyyy\"") && styles.contains("formatCode=\"dd/mm/yyyy\""), "{styles}");
}

#[test]
fn unit_kind_time_and_funding_are_offered_and_amounts_checked() {
    let mut plan = plan();
    plan.tasks[0].lead = "Văn phòng Bộ; Vụ Pháp chế".into();
    let bytes = xlsx(&plan, now()).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for name in ["DanhMucDonVi", "DanhMucLoai", "DanhMucThoiGian", "DanhMucNguonVon"] {
        assert!(sheet.contains(&format!("<formula1>{name}</formula1>")), "{name}");
    }
    assert!(sheet.contains("type=\"whole\"") && sheet.contains("greaterThanOrEqual"));
    let book = part(&bytes, "xl/workbook.xml");
    assert!(book.contains("state=\"hidden\"") && book.contains("name=\"TongKinhPhi\""), "{book}");
    let mut read: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
    let words = read.worksheet_range("Danh mục").unwrap();
    let has = |word: &str| words.used_cells().any(|(_, _, cell)| *cell == Data::String(word.into()));
    for word in ["Văn phòng Bộ", "Vụ Pháp chế", "Quý IV/2026", "Chuyển tiếp", "Ngân sách nhà nước"] {
        assert!(has(word), "{word}");
    }
}

/// A sheet's rows as label, then numbers.
fn summary(bytes: &[u8], name: &str) -> Vec<(String, Vec<f64>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range(name).unwrap();
    let number = |cell: &Data| if let Data::Float(n) = cell { Some(*n) } else { None };
    let rows = range.rows().skip(3);
    rows.map(|row| (row[1].to_string(), row[2..].iter().filter_map(number).collect())).collect()
}

#[test]
fn the_sheets_by_unit_and_by_quarter_count_every_task_once() {
    let mut plan = plan();
    plan.tasks[0].time = "Quý I/2026".into();
    plan.tasks[1].time = "15/6/2026".into();
    plan.tasks[2].time = "Quý II/2027".into();
    plan.tasks[3].time = String::new();
    plan.tasks[4].lead = String::new();
    let sum: f64 = plan.tasks.iter().filter_map(|task| task.budget).map(|money| super::as_number(money.0)).sum();
    let bytes = xlsx(&plan, now()).unwrap();
    for name in ["Theo đơn vị", "Theo quý"] {
        let rows = summary(&bytes, name);
        let (_, total) = rows.last().unwrap();
        assert_eq!((total[0], total[3]), (plan.tasks.len() as f64, sum), "{name}");
        let (other, numbers) = &rows[rows.len() - 2];
        assert!(other.contains("mới nhập") && numbers.iter().all(|n| *n == 0.0), "{other} {numbers:?}");
    }
    let units = summary(&bytes, "Theo đơn vị");
    let counted: f64 = units[..units.len() - 2].iter().map(|(_, numbers)| numbers[0]).sum();
    assert_eq!(counted, plan.tasks.len() as f64);
    assert!(units.iter().any(|(unit, numbers)| unit == "(chưa ghi)" && numbers[0] == 1.0), "{units:?}");
    let quarters = summary(&bytes, "Theo quý");
    let of = |title: &str| quarters.iter().find(|(label, _)| label == title).map(|(_, numbers)| numbers.clone());
    assert_eq!(of("Quý I/2026").unwrap()[3], 1_250_000_000.0);
    assert_eq!(of("Quý II/2026").unwrap()[3], 750_000.0);
    assert_eq!((of("Quý III/2026").unwrap().len(), of("Quý II/2027").unwrap()[0]), (0, 1.0));
    assert_eq!(of("Chưa xác định quý").unwrap()[0], 1.0);
}

#[test]
fn pages_have_the_plans_own_margins() {
    let mut plan = plan();
    plan.issuing.page.set("margin_left", 35.0).unwrap();
    plan.issuing.page.set("margin_top", 25.0).unwrap();
    let bytes = xlsx(&plan, now()).unwrap();
    for sheet in ["sheet1", "sheet2", "sheet3"] {
        let xml = part(&bytes, &format!("xl/worksheets/{sheet}.xml"));
        let margins = xml.split("<pageMargins ").nth(1).unwrap().split('>').next().unwrap();
        assert!(margins.contains("left=\"1.377") && margins.contains("top=\"0.984"), "{sheet}: {margins}");
    }
}

#[test]
fn the_columns_of_a_steering_committee_and_of_an_action_plan_are_there() {
    for (field, title) in [("assigned_member", "Phân công thành viên"), ("note", "Ghi chú")] {
        let mut plan = plan();
        plan.columns.retain(|column| !matches!(column.field.as_str(), "kind" | "budget" | "funding" | "goal"));
        plan.columns.push(AnnexColumn { field: field.into(), title: title.into() });
        plan.tasks[0].assigned_member = "Bà Nguyễn Thị A".into();
        plan.tasks[0].note = "Theo công văn".into();
        let bytes = xlsx(&plan, now()).unwrap();
        let range = read(&bytes);
        let header: Vec<String> = range.rows().nth(3).unwrap().iter().map(|cell| squeeze(&cell.to_string())).collect();
        assert_eq!(header.last().map(String::as_str), Some(title));
        let cells: Vec<String> = range.rows().filter_map(|row| row.last()).map(ToString::to_string).collect();
        assert!(cells.iter().any(|cell| cell == "Bà Nguyễn Thị A" || cell == "Theo công văn"), "{cells:?}");
        // without a column of amounts nothing is summed
        assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("<f>"));
        assert_eq!(summary(&bytes, "Theo quý").last().unwrap().1, [plan.tasks.len() as f64]);
    }
}

#[test]
fn an_amount_still_to_be_typed_has_room() {
    let mut plan = plan();
    plan.tasks.iter_mut().for_each(|task| task.budget = None);
    let sheet = part(&xlsx(&plan, now()).unwrap(), "xl/worksheets/sheet1.xml");
    let at = plan.columns.iter().position(|column| column.field == "budget").unwrap();
    let attribute = |element: &str, name: &str| -> f64 {
        element.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    let mut widths: Vec<f64> = Vec::new();
    for element in sheet.split("<col ").skip(1) {
        // neighbours of one width share an element
        while widths.len() < attribute(element, "max") as usize {
            widths.push(attribute(element, "width"));
        }
    }
    // in digits of 12 pt: eleven of them and three points
    assert!(widths[at] > 11.0, "{widths:?}");
    let pixels: f64 = widths.iter().map(|width| width * 8.0).sum();
    assert!(pixels <= 952.0, "the page is 952 pixels wide: {pixels}");
}

#[test]
fn every_task_and_group_of_the_three_lists_is_there_once() {
    let plan = plan();
    let range = read(&xlsx(&plan, now()).unwrap());
    let names: Vec<String> = range.used_cells().map(|(_, _, cell)| cell.to_string()).collect();
    for task in &plan.tasks {
        assert!(names.contains(&task.name), "{}", task.name);
    }
    let numbers = (4..range.height()).filter(|&row| is_task(&range, row)).count();
    assert_eq!(numbers, plan.tasks.len());
    for letter in ["A", "B", "C"] {
        assert!(names.iter().any(|name| name == letter), "list {letter}");
    }
}

#[test]
fn it_prints_on_a4_landscape_one_page_wide_with_its_header_on_every_page() {
    let bytes = xlsx(&plan(), now()).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for wanted in [
        "<pageSetUpPr fitToPage=\"1\"/>",
        "paperSize=\"9\"",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "differentFirst=\"1\"",
        "<autoFilter ref=\"A4:",
        "topLeftCell=\"A5\"",
        "state=\"frozen\"",
    ] {
        assert!(sheet.contains(wanted), "{wanted}");
    }
    let book = part(&bytes, "xl/workbook.xml");
    assert!(book.contains("_xlnm.Print_Titles") && book.contains("'Phụ lục'!$4:$4"), "{book}");
    assert!(book.contains("_xlnm.Print_Area"));
}

#[test]
fn header_words_that_belong_together_share_a_line() {
    let range = read(&xlsx(&plan(), now()).unwrap());
    let titles: Vec<String> = range.rows().nth(3).unwrap().iter().map(ToString::to_string).collect();
    assert!(titles.iter().any(|title| title == "Đơn vị\nchủ trì"), "{titles:?}");
}

#[test]
fn every_row_has_a_height_and_every_font_is_the_decrees() {
    let bytes = xlsx(&plan(), now()).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for row in sheet.split("<row ").skip(1) {
        assert!(row.split('>').next().unwrap().contains("customHeight=\"1\""), "{row:.80}");
    }
    let styles = part(&bytes, "xl/styles.xml");
    let fonts = styles.split("<fonts").nth(1).unwrap().split("</fonts>").next().unwrap();
    for font in fonts.split("<font>").skip(1) {
        assert!(font.contains("<name val=\"Times New Roman\"/>"), "{font}");
    }
}

#[test]
fn a_plan_without_tasks_still_gives_the_header() {
    let mut plan = plan();
    plan.tasks.clear();
    let range = read(&xlsx(&plan, now()).unwrap());
    assert_eq!(range.height(), 4);
}

#[test]
fn long_rows_take_a_smaller_type_before_they_are_cut() {
    let mut plan = plan();
    plan.tasks[0].name = "nhiệm vụ trọng tâm ".repeat(120);
    let sheet = part(&xlsx(&plan, now()).unwrap(), "xl/worksheets/sheet1.xml");
    let tallest =
        sheet.split(" ht=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse::<f64>().unwrap()).fold(0.0, f64::max);
    assert!(tallest <= 409.0 && tallest > 100.0, "{tallest}");
}

#[test]
fn properties_carry_the_time_given() {
    let core = part(&xlsx(&plan(), now()).unwrap(), "docProps/core.xml");
    assert!(core.contains("2026-01-05T02:30:00Z") && core.contains("<dc:creator>"), "{core}");
}
