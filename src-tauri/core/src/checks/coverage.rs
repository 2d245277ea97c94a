//! Priority tasks of the letter that nothing in the plan covers.

use crate::plan::{Finding, Plan};

pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    let open = plan.coverage.iter().filter(|task| plan.covered_by(task).is_empty());
    let tell = |task: &crate::plan::PriorityTask| {
        let message = format!("chưa có mục hay nhiệm vụ nào đáp ứng: {}", short(&task.text));
        let hint = "Thêm nhiệm vụ hoặc nội dung, hoặc ghi rõ lý do đơn vị không thực hiện.";
        Finding::warning(format!("công văn, nhiệm vụ trọng tâm {}", task.no), message, hint)
    };
    open.map(tell).collect()
}

/// The beginning of a long text, cut between words.
fn short(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        if out.chars().count() + word.chars().count() > 90 {
            return out + "…";
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_priority_task_that_nothing_covers_is_told_shortly() {
        let mut plan = sample::plan();
        plan.coverage[0].covered_by.clear();
        plan.coverage[0].text = "dữ liệu ".repeat(40);
        let found = check(&plan);
        assert_eq!(found[0].place, "công văn, nhiệm vụ trọng tâm 1");
        assert!(found[0].message.ends_with('…') && found[0].message.chars().count() < 150);
    }
}
