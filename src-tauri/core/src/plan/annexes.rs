//! Which annexes a plan has, and how they are numbered (rule A1).

use super::{Money, Plan, Role, Task};

/// What an annex is about, in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnnexKind {
    /// Results of last year.
    Results,
    /// The list of tasks.
    Tasks,
    /// Projects with a budget.
    Budget,
}

impl Plan {
    /// The annexes that the plan has something for, each with its label: "Phụ lục", or "Phụ lục I" where there are two
    /// or more. Results count once one of them is told.
    pub fn annexes(&self) -> Vec<(String, AnnexKind)> {
        let there = |kind: &AnnexKind| match kind {
            AnnexKind::Results => self.results.iter().any(|row| !row.outcome.is_empty()),
            AnnexKind::Tasks => !self.tasks.is_empty(),
            AnnexKind::Budget => self.budgeted().next().is_some(),
        };
        let kinds = [AnnexKind::Results, AnnexKind::Tasks, AnnexKind::Budget];
        let kinds: Vec<AnnexKind> = kinds.into_iter().filter(there).collect();
        let alone = kinds.len() < 2;
        let label = |no| if alone { "Phụ lục".to_owned() } else { format!("Phụ lục {}", crate::text::roman(no)) };
        (1..).zip(kinds).map(|(no, kind)| (label(no), kind)).collect()
    }

    /// The tasks that the unit leads and that have a budget, in the annex's order.
    pub fn budgeted(&self) -> impl Iterator<Item = (&Task, Money)> {
        self.tasks.iter().filter(|task| task.role.list() == Role::Lead).filter_map(|task| Some((task, task.budget?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::ResultRow;
    use crate::plan::sample::plan;

    #[test]
    fn annexes_are_numbered_where_there_are_two_or_more() {
        let labels = |plan: &Plan| plan.annexes().into_iter().map(|(label, _)| label).collect::<Vec<_>>();
        let mut p = plan();
        assert_eq!(labels(&p), ["Phụ lục"]);
        p.results = vec![ResultRow { name: "x".into(), ..ResultRow::default() }];
        assert_eq!(p.annexes().len(), 1, "no result is told yet");
        p.results[0].outcome = "Đạt".into();
        p.tasks[0].budget = Some(Money(1));
        assert_eq!(labels(&p), ["Phụ lục I", "Phụ lục II", "Phụ lục III"]);
        assert_eq!(p.annexes()[1].1, AnnexKind::Tasks);
        p.tasks.clear();
        assert_eq!(labels(&p), ["Phụ lục"]);
    }
}
