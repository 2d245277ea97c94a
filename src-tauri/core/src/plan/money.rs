//! Kinh phí: whole đồng.

use std::fmt;
use std::iter::Sum;

use serde::{Deserialize, Serialize};

/// An amount in đồng, never negative, never a fraction.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(transparent)]
pub struct Money(pub u64);

impl Money {
    /// Reads an amount in đồng as a planner types it: "1.234.567", "1234567", "1,234,567 đồng".
    /// `None` for anything else, fractions included.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_suffix("đồng").or_else(|| text.strip_suffix('đ')).unwrap_or(text).trim_end();
        let groups: Vec<&str> = text.split(['.', ',', ' ']).collect();
        let (first, rest) = groups.split_first()?;
        let digits = |g: &str| !g.is_empty() && g.bytes().all(|b| b.is_ascii_digit());
        let grouped = rest.iter().all(|g| g.len() == 3 && digits(g)) && (rest.is_empty() || first.len() <= 3);
        (digits(first) && grouped).then_some(())?;
        groups.concat().parse().ok().map(Self)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.fold(0, |sum, Money(amount)| sum.saturating_add(amount)))
    }
}

impl fmt::Display for Money {
    /// Grouped as Vietnamese papers do: 1.234.567.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_typed_and_shown_grouped() {
        assert_eq!(Money::parse("1.234.567"), Some(Money(1_234_567)));
        assert_eq!(Money::parse(" 500000 đồng"), Some(Money(500_000)));
        for bad in ["", "1.5", "-3", "12.34.567", "một triệu", "1.234,5"] {
            assert_eq!(Money::parse(bad), None, "{bad}");
        }
        assert_eq!(Money(1_234_567).to_string(), "1.234.567");
        assert_eq!(Money(12).to_string(), "12");
    }
}
