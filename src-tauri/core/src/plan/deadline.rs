//! Thời gian thực hiện as planners type it, understood and written in the one form the house uses.
//!
//! Only what is understood whole is rewritten; a year that is left out is the plan's.

use std::fmt;

use chrono::NaiveDate;

use crate::text::{fold, from_roman, roman};

/// Years a plan may speak of; a number outside is not taken for one.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// Folded → as the house writes it: what comes back or never ends.
const STANDING: [(&str, &str); 17] = [
    ("hang nam", "Hằng năm"),
    ("hang quy", "Hằng quý"),
    ("hang thang", "Hằng tháng"),
    ("hang tuan", "Hằng tuần"),
    ("hang ngay", "Hằng ngày"),
    ("thuong xuyen", "Thường xuyên"),
    ("thuong nien", "Hằng năm"),
    ("lien tuc", "Liên tục"),
    ("dinh ky", "Định kỳ"),
    ("dinh ky hang nam", "Định kỳ hằng năm"),
    ("dinh ky hang quy", "Định kỳ hằng quý"),
    ("dinh ky hang thang", "Định kỳ hằng tháng"),
    ("thuong xuyen trong nam", "Thường xuyên trong năm"),
    ("thuong xuyen hang nam", "Thường xuyên, hằng năm"),
    ("khi co yeu cau", "Khi có yêu cầu"),
    ("theo yeu cau", "Khi có yêu cầu"),
    ("dot xuat", "Đột xuất"),
];

/// A part of a year said in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stretch {
    Beginning,
    Middle,
    End,
    FirstHalf,
    LastHalf,
    FirstNine,
}

/// A point or stretch of time; a year left out is `None` until it is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Point {
    Day(u32, u32, Option<i32>),
    Month(u32, Option<i32>),
    Quarter(u32, Option<i32>),
    Stretch(Stretch, Option<i32>),
    Year(i32),
}

/// How a point bounds the task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    In,
    Within,
    Before,
    Until,
    From,
}

/// One line of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
enum When {
    Standing(&'static str),
    At(Bound, Point),
    Span(Point, Point),
    Each(Vec<Point>),
}

/// When a task is to be done, one entry a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline(Vec<When>);

impl Deadline {
    /// Reads what was typed: "quý 4", "12/2025", "trước ngày 15/12", "2024-2025", "hàng năm", several by ";" or lines.
    /// `year` is the plan's, taken where the text names none. `None` if any part is not understood, or cannot be (31/02,
    /// a span that runs backwards).
    pub fn parse(text: &str, year: i32) -> Option<Self> {
        let parts = text.split(['\n', ';']).map(str::trim).filter(|part| !part.is_empty());
        let parts: Vec<When> = parts.map(|part| when(part, year)).collect::<Option<_>>()?;
        (!parts.is_empty()).then_some(Self(parts))
    }

    /// The first month it may fall in and the last, counted from year 0; a time without a beginning begins with its year.
    /// `None` for what comes back or never ends, and for several lines.
    pub fn months(&self) -> Option<(i32, i32)> {
        let [only] = self.0.as_slice() else { return None };
        match only {
            When::Standing(_) | When::At(Bound::From, _) => None,
            When::At(Bound::In | Bound::Within, point) => point.months(),
            When::At(Bound::Before | Bound::Until, point) => Some((point.year()? * 12, point.months()?.1)),
            When::Span(first, last) => Some((first.months()?.0, last.months()?.1)),
            When::Each(points) => Some((points.first()?.months()?.0, points.last()?.months()?.1)),
        }
    }
}

impl fmt::Display for Deadline {
    /// The house form: "Quý IV/2025", "Tháng 02/2025", "Trước ngày 15/12/2025", "2024-2025", "Hằng năm".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, part) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{part}")?;
        }
        Ok(())
    }
}

/// A cell's time in the house form; as typed where it is not understood.
pub(super) fn house_form(text: &str, year: i32) -> String {
    Deadline::parse(text, year).map_or_else(|| text.to_owned(), |deadline| deadline.to_string())
}

fn when(text: &str, year: i32) -> Option<When> {
    let folded = fold(text).replace(['–', '—'], "-");
    let folded = folded.trim_matches(['.', ',', '-', '+', '*', ' ']);
    let words: String = folded.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    if let Some((_, house)) = STANDING.iter().find(|(said, _)| words == said.split(' ').collect::<Vec<_>>()) {
        return Some(When::Standing(house));
    }
    let mut at = Cursor { tokens: tokens(folded)?, pos: 0 };
    at.words(&["giai", "doan"]);
    let bound = bound(&mut at);
    let first = at.point()?;
    let read = if at.ended() {
        When::At(bound, first.settled(year)?)
    } else if at.sign('-') || at.words(&["den", "het"]) || at.words(&["den"]) {
        at.words(&["ngay"]);
        let last = at.point_like(first)?;
        let last = last.settled(year)?;
        let first = first.settled(last.year()?)?;
        (matches!(bound, Bound::In | Bound::From | Bound::Within) && first.key() < last.key()).then_some(())?;
        When::Span(first, last)
    } else {
        let mut points = vec![first];
        while at.sign(',') || at.words(&["va"]) {
            points.push(at.point_like(first)?);
        }
        let mut year = points.last()?.settled(year)?.year()?;
        for point in points.iter_mut().rev() {
            *point = point.settled(year)?;
            year = point.year()?;
        }
        (bound == Bound::In && points.windows(2).all(|pair| pair[0].key() < pair[1].key())).then_some(())?;
        When::Each(points)
    };
    at.ended().then_some(read)
}

fn bound(at: &mut Cursor) -> Bound {
    for (said, bound) in [
        (&["hoan", "thanh", "truoc"][..], Bound::Before),
        (&["xong", "truoc"], Bound::Before),
        (&["truoc"], Bound::Before),
        (&["den", "het"], Bound::Until),
        (&["den"], Bound::Until),
        (&["het"], Bound::Until),
        (&["cham", "nhat"], Bound::Until),
        (&["tu"], Bound::From),
        (&["trong"], Bound::Within),
        (&["ca"], Bound::Within),
    ] {
        if at.words(said) {
            return bound;
        }
    }
    Bound::In
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    Number(u32, usize),
    Sign(char),
}

/// Words, numbers and signs; letters and digits that stand together ("q4", "t12") come apart. `None` for other signs.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = |is: fn(char) -> bool| rest.find(|c: char| !is(c)).unwrap_or(rest.len());
        let taken = if first.is_ascii_digit() {
            let end = run(|c| c.is_ascii_digit());
            out.push(Token::Number(rest[..end].parse().ok()?, end));
            end
        } else if first.is_alphabetic() {
            let end = run(char::is_alphabetic);
            out.push(Token::Word(rest[..end].to_owned()));
            end
        } else {
            match first {
                ' ' => {}
                '/' | '-' | '.' | ',' => out.push(Token::Sign(first)),
                _ => return None,
            }
            first.len_utf8()
        };
        rest = &rest[taken..];
    }
    Some(out)
}

struct Cursor {
    tokens: Vec<Token>,
    pos: usize,
}

impl Cursor {
    fn ended(&self) -> bool {
        self.pos == self.tokens.len()
    }

    fn words(&mut self, words: &[&str]) -> bool {
        let there =
            self.tokens[self.pos..].iter().zip(words).filter(|(token, word)| matches!(token, Token::Word(w) if w == *word));
        let found = there.count() == words.len();
        if found {
            self.pos += words.len();
        }
        found
    }

    fn sign(&mut self, sign: char) -> bool {
        let found = self.tokens.get(self.pos) == Some(&Token::Sign(sign));
        self.pos += usize::from(found);
        found
    }

    fn number(&mut self) -> Option<u32> {
        let Some(Token::Number(number, _)) = self.tokens.get(self.pos) else { return None };
        self.pos += 1;
        Some(*number)
    }

    fn whole_year(&mut self) -> Option<i32> {
        let Some(Token::Number(number, 4)) = self.tokens.get(self.pos) else { return None };
        let year = i32::try_from(*number).ok().filter(|year| YEARS.contains(year))?;
        self.pos += 1;
        Some(year)
    }

    /// "/2025", "-2025", " 2025", "năm 2025"; nothing if no year follows.
    fn year_behind(&mut self) -> Option<i32> {
        let before = self.pos;
        if !(self.sign('/') || self.sign('-') || self.sign('.') || self.words(&["nam"])) {
            self.sign(',');
            self.words(&["nam"]);
        }
        let year = self.whole_year();
        // "2025-2026": a year and another, not a quarter's or month's
        if year.is_none() {
            self.pos = before;
        }
        year
    }

    /// "năm nay" is the plan's.
    fn year_in_words(&mut self) -> Option<i32> {
        self.words(&["nam"]);
        self.whole_year()
    }

    fn quarter(&mut self) -> Option<u32> {
        let before = self.pos;
        let quarter = match self.tokens.get(self.pos) {
            Some(Token::Word(word)) => from_roman(&word.to_uppercase()),
            _ => None,
        };
        if quarter.is_some() {
            self.pos += 1;
        }
        let quarter = quarter.or_else(|| self.number()).filter(|quarter| (1..=4).contains(quarter));
        if quarter.is_none() {
            self.pos = before;
        }
        quarter
    }

    fn month(&mut self) -> Option<u32> {
        self.number().filter(|month| (1..=12).contains(month))
    }

    fn point(&mut self) -> Option<Point> {
        if self.words(&["quy"]) || self.words(&["q"]) {
            return Some(Point::Quarter(self.quarter()?, self.year_behind()));
        }
        if self.words(&["thang"]) || self.words(&["t"]) {
            return Some(Point::Month(self.month()?, self.year_behind()));
        }
        for (said, stretch) in
            [("dau", Stretch::Beginning), ("giua", Stretch::Middle), ("cuoi", Stretch::End)].map(|(word, s)| ([word, "nam"], s))
        {
            if self.words(&said) {
                return Some(Point::Stretch(stretch, self.whole_year()));
            }
        }
        if let Some(Token::Number(months @ (6 | 9), _)) = self.tokens.get(self.pos).cloned() {
            let before = self.pos;
            self.pos += 1;
            let stretch = match () {
                () if self.words(&["thang", "dau"]) => Some(if months == 6 { Stretch::FirstHalf } else { Stretch::FirstNine }),
                () if months == 6 && self.words(&["thang", "cuoi"]) => Some(Stretch::LastHalf),
                () => None,
            };
            if let Some(stretch) = stretch {
                return Some(Point::Stretch(stretch, self.year_in_words()));
            }
            self.pos = before;
        }
        if self.words(&["nam"]) {
            return self.whole_year().map(Point::Year);
        }
        let named = self.words(&["ngay"]);
        if !named && let Some(year) = self.whole_year() {
            return Some(Point::Year(year));
        }
        self.day_or_month(named)
    }

    /// "15/12/2025", "15-12-2025", "15/12", "12/2025", "ngày 15 tháng 12 năm 2025".
    fn day_or_month(&mut self, named: bool) -> Option<Point> {
        let first = self.number()?;
        if named && self.words(&["thang"]) {
            return Some(Point::Day(first, self.month()?, self.year_behind()));
        }
        let before = self.pos;
        if (self.sign('/') || self.sign('-') || self.sign('.'))
            && !named
            && let Some(year) = self.whole_year()
        {
            return (1..=12).contains(&first).then_some(Point::Month(first, Some(year)));
        }
        self.pos = before;
        let slashed = self.sign('/');
        if !slashed && !self.sign('-') && !self.sign('.') {
            return None;
        }
        let month = self.month()?;
        let year = self.year_behind();
        // "3-6" may be a span of months or anything: a day without its year needs its word or its slash
        (year.is_some() || named || slashed).then_some(Point::Day(first, month, year))
    }

    /// The other end of a span, or the next of several: what is left out is as in `first` ("Quý I-II", "tháng 3 đến 6").
    fn point_like(&mut self, first: Point) -> Option<Point> {
        match first {
            Point::Quarter(..) => {
                let _ = self.words(&["quy"]) || self.words(&["q"]);
                Some(Point::Quarter(self.quarter()?, self.year_behind()))
            }
            Point::Month(..) => {
                let _ = self.words(&["thang"]) || self.words(&["t"]);
                Some(Point::Month(self.month()?, self.year_behind()))
            }
            Point::Year(_) => self.year_in_words().map(Point::Year),
            Point::Day(..) => self.point().filter(|point| matches!(point, Point::Day(..))),
            Point::Stretch(..) => self.point().filter(|point| matches!(point, Point::Stretch(..))),
        }
    }
}

impl Point {
    fn year(self) -> Option<i32> {
        match self {
            Self::Day(_, _, year) | Self::Month(_, year) | Self::Quarter(_, year) | Self::Stretch(_, year) => year,
            Self::Year(year) => Some(year),
        }
    }

    /// With the year it lacks; `None` for a day that the calendar does not have.
    fn settled(self, year: i32) -> Option<Self> {
        Some(match self {
            Self::Day(day, month, own) => {
                let year = own.unwrap_or(year);
                NaiveDate::from_ymd_opt(year, month, day)?;
                Self::Day(day, month, Some(year))
            }
            Self::Month(month, own) => Self::Month(month, own.or(Some(year))),
            Self::Quarter(quarter, own) => Self::Quarter(quarter, own.or(Some(year))),
            Self::Stretch(stretch, own) => Self::Stretch(stretch, own.or(Some(year))),
            Self::Year(own) => Self::Year(own),
        })
    }

    /// Its first month and its last, counted from year 0.
    fn months(self) -> Option<(i32, i32)> {
        let (from, to) = match self {
            Self::Day(_, month, _) | Self::Month(month, _) => (month, month),
            Self::Quarter(quarter, _) => (3 * quarter - 2, 3 * quarter),
            Self::Stretch(stretch, _) => match stretch {
                Stretch::Beginning => (1, 4),
                Stretch::Middle => (5, 8),
                Stretch::End => (9, 12),
                Stretch::FirstHalf => (1, 6),
                Stretch::LastHalf => (7, 12),
                Stretch::FirstNine => (1, 9),
            },
            Self::Year(_) => (1, 12),
        };
        let january = self.year()? * 12 - 1;
        Some((january + i32::try_from(from).ok()?, january + i32::try_from(to).ok()?))
    }

    /// For comparing points of one kind.
    fn key(self) -> (Option<i32>, u32, u32) {
        match self {
            Self::Day(day, month, year) => (year, month, day),
            Self::Month(month, year) => (year, month, 0),
            Self::Quarter(quarter, year) => (year, quarter, 0),
            Self::Stretch(stretch, year) => (year, stretch as u32, 0),
            Self::Year(year) => (Some(year), 0, 0),
        }
    }

    /// Without its year: "Quý IV".
    fn bare(self) -> String {
        match self {
            Self::Day(day, month, _) => format!("{day:02}/{}", month_of_date(month)),
            Self::Month(month, _) => month_of_date(month),
            Self::Quarter(quarter, _) => roman(quarter),
            Self::Stretch(stretch, _) => match stretch {
                Stretch::Beginning => "đầu năm",
                Stretch::Middle => "giữa năm",
                Stretch::End => "cuối năm",
                Stretch::FirstHalf => "6 tháng đầu năm",
                Stretch::LastHalf => "6 tháng cuối năm",
                Stretch::FirstNine => "9 tháng đầu năm",
            }
            .to_owned(),
            Self::Year(year) => year.to_string(),
        }
    }

    /// Inside a sentence: "quý IV/2025", "ngày 15/12/2025", "cuối năm 2025".
    fn inside(self) -> String {
        let year = self.year().unwrap_or_default();
        let bare = self.bare();
        match self {
            Self::Day(..) => format!("ngày {bare}/{year}"),
            Self::Month(..) => format!("tháng {bare}/{year}"),
            Self::Quarter(..) => format!("quý {bare}/{year}"),
            Self::Stretch(..) => format!("{bare} {year}"),
            Self::Year(_) => format!("năm {bare}"),
        }
    }

    /// On its own: "Quý IV/2025", "15/12/2025", "2025".
    fn alone(self) -> String {
        match self {
            Self::Day(_, _, year) => format!("{}/{}", self.bare(), year.unwrap_or_default()),
            Self::Year(_) => self.bare(),
            _ => capital(&self.inside()),
        }
    }
}

/// Rule H6: months 1 and 2 with a leading 0.
fn month_of_date(month: u32) -> String {
    if month <= 2 { format!("{month:02}") } else { month.to_string() }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Standing(house) => f.write_str(house),
            Self::At(Bound::In, point) => f.write_str(&point.alone()),
            Self::At(bound, point) => {
                let said = match bound {
                    Bound::Before => "Trước",
                    Bound::Until => "Đến hết",
                    Bound::From => "Từ",
                    Bound::In | Bound::Within => "Trong",
                };
                // "Đến hết ngày" is a court's phrase; a day is reached
                let said = if *bound == Bound::Until && matches!(point, Point::Day(..)) { "Đến" } else { said };
                write!(f, "{said} {}", point.inside())
            }
            Self::Span(first @ Point::Year(_), last) => write!(f, "{}-{}", first.bare(), last.bare()),
            Self::Span(first @ (Point::Month(..) | Point::Quarter(..)), last) if first.year() == last.year() => {
                let whole = last.alone();
                let (kind, end) = whole.split_once(' ').unwrap_or(("", &whole));
                write!(f, "{kind} {}-{end}", first.bare())
            }
            Self::Span(first @ Point::Quarter(..), last) => write!(f, "{}-{}", first.alone(), last.alone()),
            Self::Span(first, last) => write!(f, "Từ {} đến {}", first.inside(), last.inside()),
            Self::Each(points) => {
                let mut out: Vec<String> = Vec::new();
                for (at, point) in points.iter().enumerate() {
                    let next = points.get(at + 1);
                    let same = |point: &Point| matches!(point, Point::Month(..) | Point::Quarter(..));
                    let shares = next.is_some_and(|next| next.year() == point.year()) && same(point);
                    let whole = if shares { point.bare() } else { point.alone() };
                    let behind = at > 0 && points[at - 1].year() == point.year() && same(point);
                    out.push(match (shares, behind) {
                        (true, false) => format!("{} {whole}", if matches!(point, Point::Month(..)) { "Tháng" } else { "Quý" }),
                        (false, true) => whole.split_once(' ').map_or(whole.clone(), |(_, end)| end.to_owned()),
                        _ => whole,
                    });
                }
                f.write_str(&out.join(", "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn house(text: &str) -> Option<String> {
        Deadline::parse(text, 2026).map(|deadline| deadline.to_string())
    }

    #[test]
    fn what_planners_type_is_written_in_one_form() {
        for (typed, want) in [
            ("Quý IV/2025", "Quý IV/2025"),
            ("quý 4", "Quý IV/2026"),
            ("QUÝ IV NĂM 2025", "Quý IV/2025"),
            ("q4/2025", "Quý IV/2025"),
            ("Q.IV-2025", ""),
            ("quý iii, 2025", "Quý III/2025"),
            ("tháng 12/2025", "Tháng 12/2025"),
            ("Tháng 01 năm 2026", "Tháng 01/2026"),
            ("T3/2026", "Tháng 3/2026"),
            ("12/2025", "Tháng 12/2025"),
            ("31/12/2025", "31/12/2025"),
            ("1-2-2026", "01/02/2026"),
            ("ngày 5 tháng 9 năm 2026", "05/9/2026"),
            ("trước ngày 15/12", "Trước ngày 15/12/2026"),
            ("Hoàn thành trước 30/6/2026.", "Trước ngày 30/6/2026"),
            ("đến hết quý 2", "Đến hết quý II/2026"),
            ("hằng năm", "Hằng năm"),
            ("Hàng năm", "Hằng năm"),
            ("thường xuyên", "Thường xuyên"),
            ("Thường xuyên, hàng năm", "Thường xuyên, hằng năm"),
            ("2024-2025", "2024-2025"),
            ("Giai đoạn 2026 – 2030", "2026-2030"),
            ("từ năm 2024 đến năm 2026", "2024-2026"),
            ("2026", "2026"),
            ("Năm 2026", "2026"),
            ("trong năm 2026", "Trong năm 2026"),
            ("cuối năm 2025", "Cuối năm 2025"),
            ("6 tháng đầu năm", "6 tháng đầu năm 2026"),
            ("Quý I-II/2026", "Quý I-II/2026"),
            ("từ quý I đến quý III năm 2026", "Quý I-III/2026"),
            ("Quý IV/2025 - Quý II/2026", "Quý IV/2025-Quý II/2026"),
            ("Quý I, III/2026", "Quý I, III/2026"),
            ("quý 1 và quý 3", "Quý I, III/2026"),
            ("tháng 3 đến tháng 6/2026", "Tháng 3-6/2026"),
            ("tháng 11/2025 - tháng 02/2026", "Từ tháng 11/2025 đến tháng 02/2026"),
            ("từ ngày 1/3 đến ngày 15/6/2026", "Từ ngày 01/3/2026 đến ngày 15/6/2026"),
            ("quý 2; quý 4", "Quý II/2026\nQuý IV/2026"),
            ("Hằng năm\nQuý IV", "Hằng năm\nQuý IV/2026"),
        ] {
            assert_eq!(house(typed).unwrap_or_default(), want, "{typed}");
        }
    }

    #[test]
    fn the_house_form_is_understood_as_itself() {
        for form in [
            "Quý IV/2025",
            "Quý I, III/2026",
            "Quý I-III/2026",
            "Quý IV/2025-Quý II/2026",
            "Tháng 02/2026",
            "Tháng 3-6/2026",
            "Trước ngày 15/12/2026",
            "Đến ngày 30/6/2026",
            "Đến hết quý II/2026",
            "Từ tháng 11/2025 đến tháng 02/2026",
            "Từ ngày 01/3/2026 đến ngày 15/6/2026",
            "6 tháng đầu năm 2026",
            "2024-2025",
            "Trong năm 2026",
        ] {
            assert_eq!(house(form).as_deref(), Some(form));
        }
        for (_, form) in STANDING {
            assert_eq!(house(form).as_deref(), Some(form));
        }
    }

    #[test]
    fn what_cannot_be_is_not_understood() {
        for text in [
            "",
            "sớm",
            "theo tiến độ của Bộ",
            "31/02/2026",
            "quý 5",
            "tháng 13/2026",
            "2026-2024",
            "Quý III-I/2026",
            "12/25",
            "3-6",
            "2026 hoặc 2027",
            "Quý IV/2026 (nếu được cấp vốn)",
            "99999999999999999999",
            "năm 0",
            "ngày",
            "từ",
        ] {
            assert_eq!(house(text), None, "{text}");
        }
        assert_eq!(house_form("Quý IV/2026 (nếu được cấp vốn)", 2026), "Quý IV/2026 (nếu được cấp vốn)");
    }
}
