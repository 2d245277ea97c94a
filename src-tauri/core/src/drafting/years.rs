//! The year a paper plans for, and headings moved from that year to the plan's.

use crate::reading::Reading;
use crate::text::fold;

/// The year that a letter or plan is for: the last one its subject names, else the attachment's.
pub fn year_of(reading: &Reading) -> Option<i32> {
    let attached = reading.attachment.as_ref().and_then(|attachment| attachment.subject.as_deref());
    let table = reading.task_tables.iter().find_map(|table| table.title.as_deref());
    [attached, reading.title.subject.as_deref(), table].into_iter().flatten().find_map(last_year_named)
}

fn last_year_named(text: &str) -> Option<i32> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut named = words.windows(2).filter(|pair| fold(pair[0]) == "nam").filter_map(|pair| year(pair[1]));
    named.next_back()
}

/// The year a word is, punctuation aside; `None` for "2021-2025".
fn year(word: &str) -> Option<i32> {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let digits = bare.len() == 4 && bare.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| bare.parse().ok()).flatten().filter(|year| (1990..2100).contains(year))
}

/// Every year named in a text, also inside "2024-2025" and "12/2025".
pub(super) fn years_in(text: &str) -> Vec<i32> {
    text.split(|c: char| !c.is_alphanumeric()).filter_map(year).collect()
}

/// A heading with "năm 2023" and "năm 2022" of a letter for 2023 moved to the plan's year and the one before;
/// periods ("giai đoạn 2021-2025", "đến năm 2025") stay.
pub(super) fn moved(heading: &str, from: i32, to: i32) -> String {
    let words: Vec<&str> = heading.split(' ').collect();
    let mut out = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).map(|at| fold(words[at])).unwrap_or_default();
        match year(word) {
            Some(y) if before(1) == "nam" && before(2) != "den" && (y == from || y == from - 1) => {
                out.push(word.replace(&y.to_string(), &(to + y - from).to_string()));
            }
            _ => out.push((*word).to_owned()),
        }
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_move_with_the_year_and_periods_stay() {
        for (heading, want) in [
            ("ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NĂM 2022", "ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NĂM 2025"),
            ("Hoạt động của Ban Chỉ đạo năm 2023.", "Hoạt động của Ban Chỉ đạo năm 2026."),
            ("Chiến lược đến năm 2023, giai đoạn 2021-2023", "Chiến lược đến năm 2023, giai đoạn 2021-2023"),
            ("Tổng kết năm 2019", "Tổng kết năm 2019"),
            ("Mục tiêu", "Mục tiêu"),
        ] {
            assert_eq!(moved(heading, 2023, 2026), want);
        }
    }

    #[test]
    fn years_are_found_wherever_they_stand() {
        assert_eq!(years_in("2024-2025"), [2024, 2025]);
        assert_eq!(years_in("Tháng 12/2025"), [2025]);
        assert_eq!(years_in("Hằng năm; QĐ 1034"), Vec::<i32>::new());
        assert_eq!(last_year_named("tại Bộ năm 2024 và phương hướng năm 2025"), Some(2025));
        assert_eq!(last_year_named("giai đoạn 2021-2025"), None);
    }
}
