//! The quarter by whose end something is due, from a deadline as papers word it.

use std::ops::RangeInclusive;

use super::{fold, from_roman, parse_date};

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Due {
    /// A quarter, 1 to 4, of the year given, or of the plan's own where none is.
    Quarter(Option<i32>, u32),
    /// A year as a whole, or always: "Năm 2026", "Thường xuyên".
    Year(Option<i32>),
}

/// Years that papers speak of; other numbers of four digits are none.
const YEARS: RangeInclusive<u32> = 1990..=2100;

/// Reads a deadline: "Quý III/2026", "Tháng 12/2026", "15/6/2026", "6 tháng đầu năm", "Hằng năm". Of a span its end
/// counts. `None` if it names no time.
pub fn due(text: &str) -> Option<Due> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let year = words.iter().rev().filter_map(|word| word.parse().ok()).find(|n| YEARS.contains(n));
    let year = year.and_then(|year| i32::try_from(year).ok());
    if let Some((date, _)) = text.char_indices().rev().find_map(|(at, _)| parse_whole(text, at)) {
        return Some(Due::Quarter(Some(chrono::Datelike::year(&date)), of_month(chrono::Datelike::month(&date))));
    }
    if let Some(quarter) = last_counted(&words, "quy", 4) {
        return Some(Due::Quarter(year, quarter));
    }
    let has = |phrase: &str| folded.contains(phrase);
    if has("thang dau nam") || has("giua nam") {
        return Some(Due::Quarter(year, if has("9 thang") || has("chin thang") { 3 } else { 2 }));
    }
    if has("thang cuoi nam") || has("cuoi nam") || has("het nam") {
        return Some(Due::Quarter(year, 4));
    }
    if has("dau nam") {
        return Some(Due::Quarter(year, 1));
    }
    if let Some(month) = last_counted(&words, "thang", 12).or_else(|| month_of_year(&words)) {
        return Some(Due::Quarter(year, of_month(month)));
    }
    let always = ["thuong xuyen", "hang nam", "hang quy", "hang thang", "ca nam", "trong nam", "dinh ky", "lien tuc"];
    (year.is_some() || always.iter().any(|phrase| has(phrase))).then_some(Due::Year(year))
}

/// A date that begins here and is not the rest of a longer number.
fn parse_whole(text: &str, at: usize) -> Option<(chrono::NaiveDate, usize)> {
    let begins = !text[..at].ends_with(|c: char| c.is_ascii_digit() || c == '/');
    begins.then(|| parse_date(&text[at..])).flatten()
}

fn of_month(month: u32) -> u32 {
    month.div_ceil(3)
}

/// The last number from 1 to `most` that a word counts, in digits or Roman: "Quý III - IV" → 4.
fn last_counted(words: &[&str], word: &str, most: u32) -> Option<u32> {
    let number = |word: &str| {
        let number = word.parse().ok().or_else(|| from_roman(&word.to_uppercase()))?;
        (1..=most).contains(&number).then_some(number)
    };
    let at = words.iter().rposition(|w| *w == word)?;
    words[at + 1..].iter().map_while(|word| number(word)).last()
}

/// "12/2026", and nothing else.
fn month_of_year(words: &[&str]) -> Option<u32> {
    let [month, year] = words else { return None };
    year.parse().ok().filter(|n: &u32| YEARS.contains(n))?;
    month.parse().ok().filter(|n| (1..=12).contains(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_are_understood_as_papers_word_them() {
        let quarter = |year, quarter| Some(Due::Quarter(year, quarter));
        for (text, want) in [
            ("Quý III/2026", quarter(Some(2026), 3)),
            ("Quý 2 năm 2026", quarter(Some(2026), 2)),
            ("Quý III - IV/2026", quarter(Some(2026), 4)),
            ("Quý I, quý II", quarter(None, 2)),
            ("Tháng 12/2026", quarter(Some(2026), 4)),
            ("03/2026", quarter(Some(2026), 1)),
            ("trước ngày 15 tháng 6 năm 2026", quarter(Some(2026), 2)),
            ("15/10/2026", quarter(Some(2026), 4)),
            ("Từ 01/01/2026 đến 30/9/2026", quarter(Some(2026), 3)),
            ("6 tháng đầu năm", quarter(None, 2)),
            ("Cuối năm 2026", quarter(Some(2026), 4)),
            ("Năm 2026", Some(Due::Year(Some(2026)))),
            ("2025-2027", Some(Due::Year(Some(2027)))),
            ("Hằng năm", Some(Due::Year(None))),
            ("Thường xuyên", Some(Due::Year(None))),
            ("Hằng quý", Some(Due::Year(None))),
            ("Theo tiến độ", None),
            ("", None),
        ] {
            assert_eq!(due(text), want, "{text}");
        }
    }
}
