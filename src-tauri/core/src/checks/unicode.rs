//! Text that is not Unicode NFC: it searches badly, and its accents stand apart on paper.

use unicode_normalization::is_nfc;

use super::places;
use crate::plan::{Finding, Plan};

pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    let bad = places::texts(plan).into_iter().filter(|(_, text)| !is_nfc(text));
    let tell = |(place, _)| {
        Finding::warning(place, "chữ có dấu không ở dạng Unicode dựng sẵn", "Gõ lại đoạn này, hoặc dán lại qua chương trình.")
    };
    bad.map(tell).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn decomposed_text_is_told() {
        let mut plan = sample::plan();
        plan.tasks[0].name = "Ke\u{302}\u{301} hoa\u{323}ch".into();
        assert_eq!(check(&plan)[0].place, "nhiệm vụ A.I.1");
    }
}
