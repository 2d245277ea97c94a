//! The workbook read back, and what its XML must say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};
use chrono::{NaiveDate, NaiveDateTime};

use super::xlsx;
use crate::document::fixture;
use crate::plan::{Money, Plan};

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
        .filter_map(|row| if let Data::Float(n) = range.get((row, column))? { Some(*n) } else { None })
        .collect();
    let sum: Money = plan.tasks.iter().filter_map(|task| task.budget).sum();
    assert_eq!(amounts.iter().sum::<f64>(), super::as_number(sum.0));
    let last = range.height() - 1;
    assert_eq!(range.get((last, 0)), Some(&Data::String("TỔNG CỘNG".into())));
    assert_eq!(range.get((last, column)), Some(&Data::Float(super::as_number(sum.0))));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    let name = rust_xlsxwriter::column_number_to_name(u16::try_from(column).unwrap());
    assert!(sheet.contains(&format!("<f>SUM({name}5:{name}{last})</f>")), "rows of tasks only");
}

#[test]
fn text_that_begins_like_a_formula_stays_text() {
    let bytes = xlsx(&plan(), now()).unwrap();
    let range = read(&bytes);
    assert!(range.used_cells().any(|(_, _, cell)| *cell == Data::String("= danh mục\n- Báo cáo".into())));
    assert!(part(&bytes, "xl/styles.xml").contains("quotePrefix=\"1\""));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert_eq!(sheet.matches("<f>").count(), 1, "the sum is the only formula");
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
    let numbers = (4..range.height()).filter(|&row| matches!(range.get((row, 0)), Some(Data::Float(_)))).count();
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
