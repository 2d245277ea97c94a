//! Drop-down lists for unit, kind, time and funding, and the check on amounts.
//!
//! The words stand on a last, hidden sheet and are offered by defined names, so that a list may be longer than the 255
//! characters that fit into a rule. A list offers, it does not forbid: an annex names several units in one cell. Only a
//! kind that is neither new nor continued and an amount that is no number of đồng are refused.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, Workbook, Worksheet, XlsxError, column_number_to_name,
};

use super::annex::{Annex, FIRST_ROW};
use super::{column_number, look};
use crate::document::Pt;
use crate::plan::{Plan, Task};
use crate::text::{fold, roman, squeeze};

/// Name of the sheet that holds the words.
const SHEET: &str = "Danh mục";
/// Longest word that a list offers, in characters; what is longer is a sentence of one task.
const LONGEST: usize = 120;

/// Ministries' usual sources of money.
const FUNDING: [&str; 5] = [
    "Ngân sách nhà nước",
    "Ngân sách nhà nước (chi thường xuyên)",
    "Ngân sách nhà nước (chi đầu tư phát triển)",
    "Nguồn thu hợp pháp của đơn vị",
    "Nguồn hợp pháp khác",
];

/// Words to choose from.
pub(super) struct List {
    /// Fields whose cells offer it.
    fields: &'static [&'static str],
    /// Its defined name.
    name: &'static str,
    /// What stands above it.
    title: &'static str,
    words: Vec<String>,
    /// Whether nothing else may be typed.
    only: bool,
}

/// A plan's lists: its own words first, then what such plans usually say.
pub(super) fn lists(plan: &Plan) -> Vec<List> {
    let list = |fields, name, title, words: Vec<String>| List { fields, name, title, words, only: false };
    let times = (1..=4).map(|quarter| format!("Quý {}/{}", roman(quarter), plan.year));
    let months = (1..=12).map(|month| format!("Tháng {month}/{}", plan.year));
    let always = [format!("Năm {}", plan.year), "Hằng quý".to_owned(), "Thường xuyên".to_owned()];
    let units = [plan.unit.name.clone(), plan.unit.superior.clone()];
    let own = |field: fn(&Task) -> &str| plan.tasks.iter().map(move |task| field(task).to_owned());
    let parts = |field: fn(&Task) -> &str| {
        plan.tasks
            .iter()
            .flat_map(move |task| field(task).split([';', '\n']))
            .map(|part| part.trim_start_matches(['-', '+', ' ']).to_owned())
    };
    let units = parts(|task| &task.lead).chain(parts(|task| &task.coordinating)).chain(units);
    vec![
        list(&["lead", "coordinating"], "DanhMucDonVi", "Đơn vị", distinct(units)),
        List {
            only: true, ..list(&["kind"], "DanhMucLoai", "Loại nhiệm vụ", ["Mới", "Chuyển tiếp"].map(str::to_owned).into())
        },
        list(
            &["time"],
            "DanhMucThoiGian",
            "Thời gian",
            distinct(times.chain(months).chain(always).chain(own(|task| &task.time))),
        ),
        list(&["funding"], "DanhMucNguonVon", "Nguồn vốn", distinct(own(|task| &task.funding).chain(FUNDING.map(str::to_owned)))),
    ]
}

/// Each word once, in the order in which they come; dates and sentences are no words of a list.
fn distinct(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    let words = words.map(|word| squeeze(&word)).filter(|word| !word.is_empty() && word.chars().count() <= LONGEST);
    words.filter(|word| look::date(word).is_none() && seen.insert(fold(word))).collect()
}

/// Offers the lists in their columns of the annex.
pub(super) fn offer(lists: &[List], annex: &Annex, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let Some(last) = annex.last_row() else { return Ok(()) };
    for list in lists.iter().filter(|list| !list.words.is_empty()) {
        for column in list.fields.iter().filter_map(|field| annex.column(field)).map(column_number) {
            let offered = DataValidation::new().allow_list_formula(Formula::new(format!("={}", list.name)));
            let offered = if list.only {
                refusing(offered, "Chọn “Mới” hoặc “Chuyển tiếp”.")?
            } else {
                offered.show_error_message(false)
            };
            sheet.add_data_validation(FIRST_ROW, column, last, column, &offered)?;
        }
    }
    if let Some(column) = annex.column("budget").map(column_number) {
        let amounts = DataValidation::new().allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0));
        let amounts = refusing(amounts, "Nhập số đồng, không ghi chữ và đơn vị tính; ví dụ 1500000000.")?;
        sheet.add_data_validation(FIRST_ROW, column, last, column, &amounts)?;
    }
    Ok(())
}

fn refusing(rule: DataValidation, why: &str) -> Result<DataValidation, XlsxError> {
    rule.set_error_style(DataValidationErrorStyle::Stop).set_error_title("Chưa đúng")?.set_error_message(why)
}

/// Writes the words on their sheet and names them.
pub(super) fn write(lists: &[List], workbook: &mut Workbook) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(SHEET)?.set_hidden(true);
    for (column, list) in (0..).zip(lists) {
        sheet.write_string_with_format(0, column, list.title, &look::header(Pt(12.0)))?;
        sheet.set_column_width_pixels(column, 320)?;
        for (row, word) in (1..).zip(&list.words) {
            sheet.write_string_with_format(row, column, word, &look::plain(Pt(12.0)))?;
        }
    }
    for (column, list) in (0..).zip(lists).filter(|(_, list)| !list.words.is_empty()) {
        let letter = column_number_to_name(column);
        workbook.define_name(list.name, &format!("='{SHEET}'!${letter}$2:${letter}${}", list.words.len() + 1))?;
    }
    Ok(())
}
