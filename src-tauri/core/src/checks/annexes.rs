//! Annexes that the text names and the plan does not have, and results that nobody has told yet.

use super::places;
use crate::plan::{Finding, Plan};
use crate::text::fold;

pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    let labels: Vec<String> = plan.annexes().into_iter().map(|(label, _)| fold(&label)).collect();
    let mut out = Vec::new();
    for (path, section) in plan.walk() {
        let missing = section.text.iter().flat_map(|text| cited(text)).find(|cited| !labels.contains(&fold(cited)));
        if let Some(cited) = missing {
            let have = if labels.is_empty() {
                "kế hoạch không có phụ lục"
            } else {
                "kế hoạch không có phụ lục này"
            };
            let hint = "Bỏ câu viện dẫn; câu dẫn tới phụ lục do chương trình ghi và đánh số.";
            out.push(Finding::warning(places::section(&path), format!("văn bản nhắc “{cited}” nhưng {have}"), hint));
        }
    }
    let untold = plan.results.iter().filter(|row| row.outcome.is_empty()).count();
    if untold > 0 {
        let message = format!("{untold}/{} nhiệm vụ năm trước chưa ghi kết quả", plan.results.len());
        out.push(Finding::warning("kết quả năm trước", message, "Ghi kết quả từng nhiệm vụ, hoặc xóa dòng không báo cáo."));
    }
    out
}

/// "Phụ lục", "Phụ lục II" as a text names the plan's own; an annex of another paper is left alone.
fn cited(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let mut out = Vec::new();
    for at in 0..words.len().saturating_sub(1) {
        if fold(&bare(words[at])) != "phu" || fold(&bare(words[at + 1])) != "luc" {
            continue;
        }
        let closed = words[at + 1].ends_with(|c: char| !c.is_alphanumeric());
        let number = words.get(at + 2).filter(|_| !closed).map(|word| bare(word)).filter(|word| is_number(word));
        let after = words.iter().skip(at + 2 + usize::from(number.is_some())).take(4).copied().collect::<Vec<_>>().join(" ");
        let others = ["kem theo quyet dinh", "kem theo nghi dinh", "kem theo thong tu", "kem theo cong van", "cua "];
        if !others.iter().any(|other| fold(&after).starts_with(other)) {
            out.push(number.map_or_else(|| "Phụ lục".to_owned(), |number| format!("Phụ lục {number}")));
        }
    }
    out
}

fn is_number(word: &str) -> bool {
    let roman = !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    roman || (!word.is_empty() && word.chars().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::plan::ResultRow;

    #[test]
    fn an_annex_that_is_not_there_is_told() {
        let mut plan = sample::plan();
        let at = |plan: &Plan| check(plan).into_iter().map(|finding| finding.message).collect::<Vec<_>>();
        plan.sections[0].children[0].text = vec!["Kinh phí ghi tại Phụ lục, theo quy định.".into()];
        assert!(at(&plan).is_empty(), "the plan has one annex");
        plan.sections[0].children[0].text = vec!["Kinh phí ghi tại Phụ lục II.".into()];
        assert!(at(&plan)[0].contains("“Phụ lục II”"));
        plan.sections[0].children[0].text = vec!["Theo Phụ lục II kèm theo Quyết định số 1/QĐ-TTg.".into()];
        assert!(at(&plan).is_empty(), "another paper's");
        plan.sections[0].children[0].text = vec!["Phân công tại Phụ lục.".into()];
        plan.tasks.clear();
        assert!(at(&plan)[0].contains("không có phụ lục"));
    }

    #[test]
    fn results_that_nobody_told_are_counted() {
        let mut plan = sample::plan();
        plan.results = vec![ResultRow { name: "Việc".into(), ..ResultRow::default() }];
        assert!(check(&plan)[0].message.starts_with("1/1"));
    }
}
