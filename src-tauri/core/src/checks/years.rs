//! Titles that name another year than the plan's: left over from the letter of an earlier year.

use super::places;
use super::remedies::{self, Doubt};
use crate::plan::{Edit, Finding, Plan};

pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    remedies::findings(doubts(plan))
}

pub(super) fn doubts(plan: &Plan) -> Vec<Doubt> {
    let subject = std::iter::once(("trích yếu".to_owned(), plan.subject.as_str(), None));
    let headings = plan.walk().into_iter().map(|(path, section)| (places::section(&path), &*section.heading, Some(section.id)));
    let mut found = Vec::new();
    for (place, title, id) in subject.chain(headings) {
        // Last year's results belong into a plan.
        for year in planned_years(title).into_iter().filter(|&year| year != plan.year && year.saturating_add(1) != plan.year) {
            let message = format!("tiêu đề ghi năm {year}, kế hoạch là của năm {}", plan.year);
            let remedy = id.map(|id| {
                let heading = title.replace(&year.to_string(), &plan.year.to_string());
                (format!("Đổi thành năm {}", plan.year), Edit::SectionHeading { id, heading })
            });
            found.push((Finding::warning(&place, message, "Kiểm tra lại năm trong tiêu đề."), remedy));
        }
    }
    found
}

/// Years named by "năm 2026"; not "đến năm 2030", "từ năm 2021" nor a period ("năm 2021-2025").
fn planned_years(title: &str) -> Vec<i32> {
    let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
    let mut years = Vec::new();
    for (at, pair) in words.windows(2).enumerate() {
        let before = at.checked_sub(1).map_or("", |i| words[i].as_str());
        let year = pair[1].trim_end_matches([',', ';', '.', ':', ')']);
        let of_a_period = matches!(before, "đến" | "từ" | "trước" | "sau" | "hết");
        if pair[0] == "năm" && !of_a_period && year.len() == 4 {
            years.extend(year.parse::<i32>().ok());
        }
    }
    years
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_heading_of_another_year_is_told() {
        let mut plan = sample::plan();
        plan.sections[0].heading = "KẾ HOẠCH NĂM 2023".into();
        assert_eq!(check(&plan)[0].place, "đề mục Phần I");
        plan.sections[0].heading = "Kết quả năm 2025, tầm nhìn đến năm 2030, giai đoạn 2021-2025".into();
        assert_eq!(check(&plan), []);
        plan.subject = "Chuyển đổi số năm 2024".into();
        assert_eq!(check(&plan)[0].place, "trích yếu");
    }

    #[test]
    fn a_year_at_the_ends_of_the_calendar_is_no_trouble() {
        let plan = Plan { year: i32::MIN, ..sample::plan() };
        assert_eq!(check(&plan).len(), 1);
    }
}
