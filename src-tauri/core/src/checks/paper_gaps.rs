//! What a letter, decision or plan should say of itself and does not.

use crate::plan::Finding;
use crate::reading::{DocumentKind, Reading};

pub(super) fn check(reading: &Reading) -> Vec<Finding> {
    let bare_plan = reading.kind == DocumentKind::Plan;
    let gaps = [
        (
            reading.number.is_none() && !bare_plan,
            "văn bản không có số, ký hiệu",
            "Kiểm tra trang đầu; căn cứ viện dẫn văn bản này sẽ thiếu số.",
        ),
        (reading.date.is_none() && !bare_plan, "văn bản không có ngày ban hành", "Kiểm tra trang đầu; có thể là bản chưa ký."),
        (
            reading.outline.is_empty() && reading.task_tables.is_empty() && reading.articles.is_empty(),
            "không tìm thấy đề mục, điều hay bảng nhiệm vụ nào",
            "Kiểm tra xem có đúng là công văn, quyết định, kế hoạch hay phụ lục không.",
        ),
    ];
    let found = gaps.into_iter().filter(|(missing, ..)| *missing);
    found.map(|(_, message, hint)| Finding::warning("văn bản", message, hint)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Title;

    fn reading(kind: DocumentKind) -> Reading {
        Reading {
            kind,
            issuer: Vec::new(),
            number: None,
            place: None,
            date: None,
            title: Title::default(),
            attachment: None,
            addressees: Vec::new(),
            recipients: Vec::new(),
            signatory: None,
            deadline: None,
            legal_bases: Vec::new(),
            articles: Vec::new(),
            priority_tasks: Vec::new(),
            outline: Vec::new(),
            task_tables: Vec::new(),
            notes: Vec::new(),
            findings: Vec::new(),
            at: crate::reading::HeadPlaces::default(),
            scanned_pages: Vec::new(),
        }
    }

    #[test]
    fn a_letter_needs_number_and_date_and_a_lone_annex_does_not() {
        assert_eq!(check(&reading(DocumentKind::OfficialLetter)).len(), 3);
        assert_eq!(check(&reading(DocumentKind::Plan)).len(), 1);
    }

    #[test]
    fn what_reading_was_unsure_of_comes_first() {
        let unsure = Finding::info("trang 1", "a", "b");
        let read = Reading { findings: vec![unsure.clone()], ..reading(DocumentKind::Plan) };
        assert_eq!(super::super::check_reading(&read)[0], unsure);
    }
}
