//! Labels of an outline: "Phần II", "I", "1", "1.1", "a", "-".

use crate::text::{VIETNAMESE_LETTERS, from_roman, roman};

/// What a label counts with; from the highest level of an outline to the lowest (rules B4 to B8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelKind {
    /// Phần I.
    Part,
    /// Chương I.
    Chapter,
    /// Mục 1.
    Division,
    /// Phụ lục I.
    Annex,
    /// Điều 1.
    Article,
    /// I.
    Roman,
    /// 1.
    Arabic,
    /// 1.1. and deeper.
    Decimal,
    /// a)
    Letter,
    /// -, +
    Dash,
}

/// A label as printed, without its closing `.` or `)`, and what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What it counts with.
    pub kind: LabelKind,
    /// Its numbers: `[3]` for III, `[7, 3]` for 7.3, the letter's place from 1 for a letter, empty for a dash.
    pub numbers: Vec<u32>,
}

impl Label {
    /// Reads a label that stands alone ("Phần II", "7.3", "đ"); `None` if it is none.
    ///
    /// A lone "I", "V" or "X" is Roman; lower-case letters are points.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches(['.', ')', ':']);
        for (word, kind) in [
            ("phần", LabelKind::Part),
            ("chương", LabelKind::Chapter),
            ("mục", LabelKind::Division),
            ("phụ lục", LabelKind::Annex),
            ("điều", LabelKind::Article),
        ] {
            let lower = text.to_lowercase();
            if let Some(rest) = lower.strip_prefix(word) {
                let number = rest.trim().trim_start_matches("số ").trim();
                let number = from_roman(&number.to_uppercase()).or_else(|| number.parse().ok())?;
                return Some(Self { kind, numbers: vec![number] });
            }
        }
        if matches!(text, "-" | "–" | "+" | "•" | "*") {
            return Some(Self { kind: LabelKind::Dash, numbers: Vec::new() });
        }
        if let Some(number) = from_roman(text) {
            return Some(Self { kind: LabelKind::Roman, numbers: vec![number] });
        }
        let mut letters = text.chars();
        if let (Some(letter), None) = (letters.next(), letters.next())
            && let Some(at) = VIETNAMESE_LETTERS.iter().position(|&l| l == letter)
        {
            return Some(Self { kind: LabelKind::Letter, numbers: vec![u32::try_from(at).ok()? + 1] });
        }
        let numbers: Option<Vec<u32>> = text
            .split('.')
            .map(|n| if n.len() <= 3 && n.bytes().all(|b| b.is_ascii_digit()) { n.parse().ok() } else { None })
            .collect();
        let numbers = numbers?;
        let kind = if numbers.len() == 1 { LabelKind::Arabic } else { LabelKind::Decimal };
        Some(Self { kind, numbers })
    }

    /// The label with its closing sign as a plan prints it: "Phần II", "I.", "1.", "1.1.", "a)", "-".
    pub fn printed(&self) -> String {
        let first = self.numbers.first().copied().unwrap_or(0);
        match self.kind {
            LabelKind::Part => format!("Phần {}", roman(first)),
            LabelKind::Chapter => format!("Chương {}", roman(first)),
            LabelKind::Division => format!("Mục {first}"),
            LabelKind::Annex => format!("Phụ lục {}", roman(first)),
            LabelKind::Article => format!("Điều {first}."),
            LabelKind::Roman => format!("{}.", roman(first)),
            LabelKind::Arabic => format!("{first}."),
            LabelKind::Decimal => {
                let parts: Vec<String> = self.numbers.iter().map(u32::to_string).collect();
                format!("{}.", parts.join("."))
            }
            LabelKind::Letter => {
                let index = usize::try_from(first.saturating_sub(1)).unwrap_or(0);
                format!("{})", crate::text::letter_at(index))
            }
            LabelKind::Dash => "-".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_and_printed_back() {
        for (text, kind, printed) in [
            ("Phần II", LabelKind::Part, "Phần II"),
            ("PHẦN I.", LabelKind::Part, "Phần I"),
            ("Phụ lục 02", LabelKind::Annex, "Phụ lục II"),
            ("III.", LabelKind::Roman, "III."),
            ("7.3.", LabelKind::Decimal, "7.3."),
            ("12", LabelKind::Arabic, "12."),
            ("đ)", LabelKind::Letter, "đ)"),
            ("–", LabelKind::Dash, "-"),
            ("Điều 4.", LabelKind::Article, "Điều 4."),
        ] {
            let label = Label::parse(text);
            assert_eq!(label.as_ref().map(|l| l.kind), Some(kind), "{text}");
            assert_eq!(label.map(|l| l.printed()).as_deref(), Some(printed), "{text}");
        }
        for text in ["", "ă", "2024-2025", "Phần", "f", "1..2", "2023", "Mục tiêu"] {
            assert_eq!(Label::parse(text), None, "{text}");
        }
    }
}
