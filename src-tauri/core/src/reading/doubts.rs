//! Doubts about a paper as a whole: a date that is missing, parts that name their decision differently, one document
//! cited with two dates. Each says where and what to do.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Reading;
use super::citation::{citations, every_citation};
use super::paragraphs::Paragraph;
use super::parts::is_issued_with;
use crate::plan::Finding;
use crate::text::{date_in_words, impossible_dates};

/// What is doubtful in a reading.
pub(super) fn doubts(reading: &Reading, paragraphs: &[Paragraph]) -> Vec<Finding> {
    let mut found = Vec::new();
    // a lone annex has neither letterhead nor date of its own
    let has_front = reading.number.is_some() || !reading.issuer.is_empty() || !reading.outline.is_empty();
    if has_front && reading.date.is_none() {
        found.push(Finding::warning(
            "đầu văn bản",
            "Không thấy ngày, tháng ban hành.",
            "Dùng bản đã ký, hoặc điền ngày khi văn bản được ban hành.",
        ));
    }
    found.extend(unread_edges(reading));
    found.extend(paragraphs.iter().filter(|p| is_issued_with(p)).filter_map(|p| other_decision(reading, p)));
    found.extend(two_dates(paragraphs));
    found.extend(dates_that_are_none(reading, paragraphs));
    found
}

/// A letterhead or a signature that is not there as text: it may be a picture, or a name in letters nobody foresaw.
fn unread_edges(reading: &Reading) -> Vec<Finding> {
    let mut found = Vec::new();
    // a part sent without its letter has neither
    let whole = !reading.recipients.is_empty() || !reading.addressees.is_empty();
    if whole && reading.issuer.is_empty() {
        found.push(Finding::warning(
            "đầu văn bản",
            "Không thấy tên cơ quan ban hành ở đầu văn bản; phần này có thể là ảnh.",
            "Đối chiếu với bản gốc; số, ngày và cơ quan ban hành nếu thiếu thì nhập tay.",
        ));
    }
    match &reading.signatory {
        None if !reading.recipients.is_empty() => found.push(Finding::warning(
            "cuối văn bản",
            "Không thấy chức vụ và họ tên người ký; phần ký có thể là ảnh.",
            "Đối chiếu với bản gốc.",
        )),
        Some(signed) if signed.name.is_none() && !signed.authority.is_empty() => found.push(Finding::warning(
            reading.at.signatory.clone().unwrap_or_else(|| "cuối văn bản".to_owned()),
            "Có phần ký nhưng không đọc được họ tên người ký.",
            "Đối chiếu với bản gốc; bản dự thảo chưa ký thì bỏ qua.",
        )),
        _ => {}
    }
    found
}

/// "(Ban hành kèm theo Quyết định số …)" of a part names another number or day than the paper has.
fn other_decision(reading: &Reading, part: &Paragraph) -> Option<Finding> {
    let cited = every_citation(&part.text).into_iter().next()?;
    let place = part.place.to_string();
    let hint = "Đối chiếu với bản đã ký; khi trích dẫn, dùng số và ngày ở đầu văn bản.";
    let number = reading.number.as_deref().filter(|n| !n.starts_with('/'))?;
    let said = cited.number.as_deref().unwrap_or_default();
    if said.starts_with('/') || said.is_empty() {
        return Some(Finding::warning(place, format!("Phần kèm theo để trống số văn bản, đầu văn bản ghi {number}."), hint));
    }
    if said != number {
        let message = format!("Phần kèm theo ghi số {said}, đầu văn bản ghi {number}.");
        return Some(Finding::warning(place, message, hint));
    }
    let (own, other) = (reading.date?, cited.date?);
    (own != other).then(|| {
        let message = format!("Phần kèm theo ghi {}, đầu văn bản ghi {}.", date_in_words(other), date_in_words(own));
        Finding::warning(part.place.to_string(), message, hint)
    })
}

/// What is said of a document that is cited with two dates.
pub fn two_dates_message(number: &str, first: NaiveDate, other: NaiveDate) -> String {
    format!("Văn bản số {number} được dẫn với hai ngày: {} và {}.", date_in_words(first), date_in_words(other))
}

/// One document cited with two dates: one of them is a slip.
fn two_dates(paragraphs: &[Paragraph]) -> Vec<Finding> {
    let mut first: BTreeMap<String, NaiveDate> = BTreeMap::new();
    let mut found = Vec::new();
    for paragraph in paragraphs {
        for cited in citations(&paragraph.text) {
            let (Some(number), Some(date)) = (cited.number, cited.date) else { continue };
            let known = *first.entry(number.clone()).or_insert(date);
            if known != date {
                found.push(Finding::warning(
                    paragraph.place.to_string(),
                    two_dates_message(&number, known, date),
                    "Tra văn bản gốc và sửa ngày sai.",
                ));
            }
        }
    }
    found
}

/// Days that no month has, in the text and in the tables.
fn dates_that_are_none(reading: &Reading, paragraphs: &[Paragraph]) -> Vec<Finding> {
    let cells = reading.task_tables.iter().flat_map(|table| &table.tasks);
    let cells = cells.flat_map(|task| task.cells.iter().map(|(_, text)| (text.as_str(), task.at.clone())));
    let texts = paragraphs.iter().map(|paragraph| (paragraph.text.as_str(), paragraph.place.to_string())).chain(cells);
    let told = |(date, place): (&str, String)| {
        Finding::warning(place, format!("Ngày “{date}” không có trong lịch."), "Tra văn bản gốc và sửa ngày sai.")
    };
    texts.flat_map(|(text, place)| impossible_dates(text).into_iter().map(move |date| (date, place.clone()))).map(told).collect()
}
