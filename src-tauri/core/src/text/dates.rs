//! Dates as papers write them.

use chrono::{Datelike, NaiveDate};

/// "03 tháng 6 năm 2020" as rule H6 wants it: days below 10 and months 1 and 2 with a leading 0.
pub fn date_in_words(date: NaiveDate) -> String {
    let month = date.month();
    let month = if month <= 2 { format!("{month:02}") } else { month.to_string() };
    format!("ngày {:02} tháng {month} năm {}", date.day(), date.year())
}

/// Reads one date that starts at the beginning of `text`: "ngày 03 tháng 6 năm 2020", "03/6/2020", "ngày 7-6-2019".
/// Returns the date and how many bytes it took. Impossible dates (31/02) give `None`.
pub fn parse_date(text: &str) -> Option<(NaiveDate, usize)> {
    let (day, month, year, length) = parts(text)?;
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some((date, length))
}

/// The dates in a text that no calendar has, as written: "31/02/2024", "30 tháng 02 năm 2025".
pub fn impossible_dates(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let begins = letter.is_ascii_digit() && !before.is_alphanumeric() && !matches!(before, '/' | '.' | ',' | '-');
        before = letter;
        let Some((day, month, year, length)) = begins.then(|| parts(&text[at..])).flatten() else { continue };
        let (said, rest) = text[at..].split_at(length);
        let one_sign = ['/', '-', '.'].iter().filter(|sign| said.contains(**sign)).count() < 2;
        let none = i32::try_from(year).is_ok_and(|year| NaiveDate::from_ymd_opt(year, month, day).is_none());
        // "12/34/2024/TT" is a number, "3.14.2015" one of something else
        let dated = one_sign && !said.contains('.') && !rest.starts_with(['/', '-']);
        if none && dated && (1900..2200).contains(&year) && !rest.starts_with(char::is_alphanumeric) {
            found.push(said);
        }
    }
    found
}

/// Day, month and year as written at the beginning of `text`, and how many bytes they took.
fn parts(text: &str) -> Option<(u32, u32, u32, usize)> {
    let mut at = Cursor { text, pos: 0 };
    at.word("ngày");
    let day = at.number(2)?;
    let slashed = at.sign();
    if !slashed {
        at.word("tháng").then_some(())?;
    }
    let month = at.number(2).or_else(|| if slashed { None } else { at.month() })?;
    if slashed {
        at.sign().then_some(())?;
    } else {
        // "tháng 3 tháng 2022" is a common slip for "năm"
        (at.word("năm") || at.word("tháng")).then_some(())?;
    }
    let year = at.number(4).filter(|y| *y >= 1000)?;
    Some((day, month, year, at.pos))
}

struct Cursor<'a> {
    text: &'a str,
    pos: usize,
}

impl Cursor<'_> {
    fn rest(&self) -> &str {
        &self.text[self.pos..]
    }

    fn spaces(&mut self) {
        let rest = self.rest();
        self.pos += rest.len() - rest.trim_start().len();
    }

    fn word(&mut self, word: &str) -> bool {
        self.spaces();
        let rest = self.rest();
        let taken = rest.char_indices().nth(word.chars().count()).map_or(rest.len(), |(i, _)| i);
        let found = rest[..taken].to_lowercase() == word;
        if found {
            self.pos += taken;
        }
        found
    }

    fn number(&mut self, most: usize) -> Option<u32> {
        self.spaces();
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        (1..=most).contains(&digits).then_some(())?;
        let value = self.rest()[..digits].parse().ok()?;
        self.pos += digits;
        Some(value)
    }

    /// "Giêng", "Mười một": a month in words.
    fn month(&mut self) -> Option<u32> {
        const MONTHS: [(&str, u32); 14] = [
            ("giêng", 1),
            ("một", 1),
            ("hai", 2),
            ("ba", 3),
            ("tư", 4),
            ("năm", 5),
            ("sáu", 6),
            ("bảy", 7),
            ("tám", 8),
            ("chín", 9),
            ("mười một", 11),
            ("mười hai", 12),
            ("mười", 10),
            ("chạp", 12),
        ];
        MONTHS.iter().find(|(word, _)| self.word(word)).map(|(_, month)| *month)
    }

    fn sign(&mut self) -> bool {
        let before = self.pos;
        self.spaces();
        if self.rest().starts_with(['/', '-', '.']) {
            self.pos += 1;
            return true;
        }
        self.pos = before;
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap_or_default()
    }

    #[test]
    fn every_form_of_the_papers_is_read() {
        for (text, want) in [
            ("ngày 03 tháng 6 năm 2020", day(2020, 6, 3)),
            ("03/06/2020 của", day(2020, 6, 3)),
            ("ngày 7/6/2019", day(2019, 6, 7)),
            ("Ngày 20-5-2024", day(2024, 5, 20)),
            ("ngày 31 tháng 3 tháng 2022", day(2022, 3, 31)),
            ("ngày 15 tháng Mười một năm 2026", day(2026, 11, 15)),
        ] {
            assert_eq!(parse_date(text).map(|(d, _)| d), Some(want), "{text}");
        }
        for text in ["31/02/2024", "ngày tháng năm 2024", "ngày 5", "2024-2025", "10/12", ""] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn dates_that_no_calendar_has_are_found() {
        let text = "Quyết định ngày 31/02/2024; ngày 30 tháng 02 năm 2025. Từ 28/02/2025 đến 15/13/2026.";
        assert_eq!(impossible_dates(text), ["31/02/2024", "30 tháng 02 năm 2025", "15/13/2026"]);
        for text in ["số 12/34/2024/TT-BTC", "bản 3.14.2015", "0,5/99/2020", "40-45/2024", "ngày 29/02/2024", "31/02/20245"]
        {
            assert!(impossible_dates(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn words_follow_rule_h6() {
        assert_eq!(date_in_words(day(2026, 1, 5)), "ngày 05 tháng 01 năm 2026");
        assert_eq!(date_in_words(day(2022, 11, 30)), "ngày 30 tháng 11 năm 2022");
    }
}
