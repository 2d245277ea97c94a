//! Blanks of a form that nobody filled: "……", "số …/KH", "____"; references whose task is gone.

use super::places;
use crate::plan::{Finding, Plan, REMOVED_TASK};

pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    let blanks = places::texts(plan).into_iter().filter_map(|(place, text)| Some((place, blank(text)?)));
    let tell = |(place, blank): (String, String)| {
        Finding::warning(place, format!("còn chỗ trống chưa điền: “{blank}”"), "Điền nội dung hoặc bỏ chỗ trống.")
    };
    let removed = places::texts(plan).into_iter().filter(|(_, text)| text.contains(REMOVED_TASK));
    let tell_removed = |(place, _): (String, &str)| {
        let message = "còn nhắc đến một nhiệm vụ đã xóa khỏi danh mục";
        Finding::error(place, message, format!("Sửa lại chỗ ghi “{REMOVED_TASK}”."))
    };
    blanks.map(tell).chain(removed.map(tell_removed)).collect()
}

/// The first blank of a text with the word before it. Dots that close a list ("hạ tầng,…", "v.v...") are none.
fn blank(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = (0..words.len()).find(|&at| is_blank(words[at], at.checked_sub(1).map(|i| words[i])))?;
    Some(words[at.saturating_sub(1)..=at].join(" "))
}

fn is_blank(word: &str, before: Option<&str>) -> bool {
    let dots = |c: char| matches!(c, '.' | '…' | '_');
    let run = longest_run(word, dots);
    if run >= 4 {
        return true;
    }
    let begins = word.starts_with('…') || word.starts_with("...");
    let closes_a_list = before.is_some_and(|before| before.ends_with([',', ';']));
    begins && !closes_a_list
}

/// The most dots in a row; "…" counts three.
fn longest_run(word: &str, dots: impl Fn(char) -> bool) -> usize {
    let (mut longest, mut run) = (0, 0);
    for c in word.chars() {
        run = if dots(c) { run + if c == '…' { 3 } else { 1 } } else { 0 };
        longest = longest.max(run);
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn blanks_are_told_and_open_lists_are_not() {
        for text in ["đạt ……… %", "số …/KH-TTCNTT", "ngày ... tháng 5", "Người ký: ______", "......", "Số:……/KH"]
        {
            assert!(blank(text).is_some(), "{text}");
        }
        for text in ["hạ tầng, dữ liệu,…", "máy chủ, …", "v.v...", "Kết thúc.", "1.1. Mục", "(dữ liệu…)", ""]
        {
            assert_eq!(blank(text), None, "{text}");
        }
    }

    #[test]
    fn a_reference_whose_task_is_gone_is_an_error() {
        let mut plan = sample::plan();
        plan.sections[0].children[0].text.push(format!("Theo {REMOVED_TASK}."));
        let found = check(&plan);
        assert_eq!((found.len(), found[0].place.as_str()), (1, "đề mục Phần I/I"));
        assert_eq!(found[0].severity, crate::plan::Severity::Error);
    }

    #[test]
    fn a_blank_is_told_where_it_is() {
        let mut plan = sample::plan();
        plan.sections[0].children[0].text.push("Đạt ....... % hồ sơ.".into());
        let found = check(&plan);
        assert_eq!(found[0].place, "đề mục Phần I/I");
        assert!(found[0].message.contains("“Đạt .......”"));
    }
}
