//! The mark a paragraph of an outline opens with: "Phần II", "III.", "1.2.", "đ)", "-".
//!
//! Says only what a text may open with; whether it is a label is decided over the whole document, in `outline`.

use crate::text::from_roman;

/// Letters papers count with, in order. The Vietnamese alphabet has no f, j, w, z and the Latin no đ, so a paper may leave
/// out any of these five.
const LETTERS: [char; 27] = [
    'a', 'b', 'c', 'd', 'đ', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x',
    'y', 'z',
];

/// What a mark counts with, from the highest level to the lowest as papers usually nest them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Phụ lục 01.
    Annex,
    /// Phần I.
    Part,
    /// Chương I.
    Chapter,
    /// Mục 1.
    Division,
    /// Điều 1.
    Article,
    /// A.
    Capital,
    /// I.
    Roman,
    /// 1.
    Arabic,
    /// 1.1. and deeper.
    Decimal,
    /// a)
    Letter,
    /// 1) below a letter.
    Bracketed,
    /// i)
    SmallRoman,
    /// -
    Dash,
    /// +
    Plus,
}

impl Kind {
    /// Dashes and pluses do not count.
    pub(super) fn counts(self) -> bool {
        !matches!(self, Self::Dash | Self::Plus)
    }

    /// Named by a word: "Phần", "Phụ lục", …
    pub(super) fn is_named(self) -> bool {
        self <= Self::Article
    }
}

/// A mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) kind: Kind,
    /// `[3]` for III, `[7, 3]` for 7.3, the letter's place from 1; empty for a dash, `[0]` for a "Phụ lục" alone.
    pub(super) numbers: Vec<u32>,
    /// As printed, without its closing sign.
    pub(super) label: String,
    /// The sign it is set with: '.', ')', '/', '(' for "(1)", the kind of bullet; ' ' for none.
    pub(super) sign: char,
}

impl Mark {
    fn new(kind: Kind, number: u32, label: &str) -> Self {
        Self { kind, numbers: vec![number], label: label.to_owned(), sign: ' ' }
    }

    fn signed(self, sign: Option<char>) -> Self {
        Self { sign: sign.unwrap_or(' '), ..self }
    }

    /// How many labels are missing between `before` and this one of the same run; `None` if it does not come after it.
    pub(super) fn missing_after(&self, before: u32) -> Option<u32> {
        let between = (before + 1)..self.last();
        if self.last() <= before {
            return None;
        }
        let letters = matches!(self.kind, Kind::Capital | Kind::Letter);
        let needed = between.filter(|place| !letters || !may_be_left_out(*place)).count();
        u32::try_from(needed).ok()
    }

    /// The last of its numbers; 1 for a dash.
    pub(super) fn last(&self) -> u32 {
        self.numbers.last().copied().unwrap_or(1)
    }
}

/// The place, from 1, of a letter that one of the two alphabets lacks: đ, f, j, w, z.
fn may_be_left_out(place: u32) -> bool {
    let length = u32::try_from(LETTERS.len()).unwrap_or(u32::MAX);
    let letter = usize::try_from(place.saturating_sub(1) % length).ok().and_then(|at| LETTERS.get(at));
    letter.is_some_and(|letter| matches!(letter, 'đ' | 'f' | 'j' | 'w' | 'z'))
}

/// The mark `text` opens with and what follows it; `None` if it opens with none.
pub(super) fn mark(text: &str) -> Option<(Mark, &str)> {
    named(text).or_else(|| dash(text)).or_else(|| counted(text)).or_else(|| enclosed(text))
}

/// All that the mark may be: "I." may be the Roman one or the letter behind H, "i)" the letter or the small Roman one.
pub(super) fn marks(text: &str) -> Vec<(Mark, &str)> {
    let Some((first, rest)) = mark(text) else { return Vec::new() };
    let mut letters = first.label.chars().filter(|c| !matches!(c, '(' | ')'));
    let single = letters.next().filter(|_| letters.next().is_none());
    let place = single.and_then(|l| LETTERS.iter().position(|known| l.to_lowercase().eq([*known])));
    let place = place.and_then(|at| u32::try_from(at).ok()).map(|at| at + 1);
    let of = |kind, number| Mark { kind, numbers: vec![number], ..first.clone() };
    let other = match first.kind {
        Kind::Roman => place.map(|place| of(Kind::Capital, place)),
        Kind::SmallRoman => place.map(|place| of(Kind::Letter, place)),
        _ => None,
    };
    std::iter::once(first).chain(other).map(|mark| (mark, rest)).collect()
}

const WORDS: [(&str, Kind); 5] =
    [("phần", Kind::Part), ("chương", Kind::Chapter), ("mục", Kind::Division), ("phụ lục", Kind::Annex), ("điều", Kind::Article)];

const ORDINALS: [&str; 9] = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín"];

fn named(text: &str) -> Option<(Mark, &str)> {
    if let Some(found) = form(text) {
        return Some(found);
    }
    let (after, kind) = WORDS.iter().find_map(|(word, kind)| strip_word(text, word).map(|after| (after, *kind)))?;
    let body = after.trim_start();
    // "PHỤ LỤC", "Phụ lục kèm theo" on a line of its own
    let alone = matches!(body.trim_matches(['.', ':', '(', ')']).to_lowercase().as_str(), "" | "kèm theo" | "đính kèm");
    if alone && kind == Kind::Annex {
        return Some((Mark::new(kind, 0, text[..text.len() - after.len()].trim()), ""));
    }
    if after.len() == body.len() {
        return None;
    }
    let body = strip_word(body, "số").map_or(body, str::trim_start);
    let (number, rest) = if kind == Kind::Annex { annex_number(body) } else { numeral(body) }?;
    let label = text[..text.len() - rest.len()].trim();
    let closed = rest.trim_start().starts_with(['.', ':', '-', '–', '—']);
    let rest = rest.trim_start().trim_start_matches(['.', ':', '-', '–', '—', ')']).trim_start();
    let stands = rest.is_empty()
        || match kind {
            Kind::Article => closed,
            _ => closed && starts_upper(rest) || is_caps(rest),
        };
    stands.then(|| (Mark::new(kind, number, label), rest))
}

/// Forms and lists that are annexes by another word: "Biểu số 1", "BIỂU MẪU SỐ 01", "Mẫu 01", "Phụ biểu số 1", "PHẦN PHỤ LỤC";
/// on a line of their own, or before a title in capitals.
fn form(text: &str) -> Option<(Mark, &str)> {
    const FORMS: [(&str, char); 5] = [("phụ biểu", 'p'), ("biểu mẫu", 'b'), ("biểu", 'b'), ("mẫu biểu", 'm'), ("mẫu", 'm')];
    if let Some(rest) = strip_word(text, "phần phụ lục").filter(|rest| rest.trim_matches(['.', ':', ' ']).is_empty()) {
        return Some((Mark::new(Kind::Annex, 0, text[..text.len() - rest.len()].trim()), ""));
    }
    let (after, sign) = FORMS.iter().find_map(|(word, sign)| strip_word(text, word).map(|after| (after, *sign)))?;
    let body = after.trim_start();
    let named = strip_word(body, "số").map(str::trim_start);
    let (number, rest) = annex_number(named.unwrap_or(body))?;
    let label = text[..text.len() - rest.len()].trim();
    let closed = rest.trim_start().starts_with(['.', ':', '-', '–', '—']);
    let rest = rest.trim_start().trim_start_matches(['.', ':', '-', '–', '—', ')']).trim_start();
    let stands = rest.is_empty() || is_caps(rest) || closed && is_caps(label) && starts_upper(rest);
    stands.then(|| (Mark { sign, ..Mark::new(Kind::Annex, number, label) }, rest))
}

/// The number of an annex: "II", "2", "A", also "1A" and "I.1", which count beside others (0).
fn annex_number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '.').unwrap_or(text.len());
    let token = text[..end].trim_end_matches('.');
    let rest = &text[token.len()..];
    let digits = token.bytes().take_while(u8::is_ascii_digit).count();
    let (first, behind) = token.split_at(digits);
    let mut letters = behind.chars();
    let small = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    match (first, letters.next(), letters.as_str()) {
        // "1A", "02b"
        (first, Some(letter), "") if small(first) && letter.is_ascii_alphabetic() => return Some((0, rest)),
        // "I.1", "2.1"
        _ if token.split_once('.').is_some_and(|(a, b)| small(b) && (small(a) || from_roman(a).is_some())) => {
            return Some((0, rest));
        }
        _ => {}
    }
    let counted = numeral(text).filter(|(_, rest)| !rest.starts_with(char::is_alphanumeric));
    let mut own = token.chars();
    let letter = own.next().filter(|c| c.is_ascii_uppercase() && own.next().is_none());
    counted.or_else(|| letter.map(|c| (u32::from(c) - u32::from('A') + 1, rest)))
}

/// "II", "2", "thứ hai" and what follows.
fn numeral(text: &str) -> Option<(u32, &str)> {
    if let Some(after) = strip_word(text, "thứ") {
        let (index, rest) =
            ORDINALS.iter().enumerate().find_map(|(i, word)| strip_word(after.trim_start(), word).map(|r| (i, r)))?;
        return Some((u32::try_from(index).ok()? + 1, rest));
    }
    let end = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    let word = &text[..end];
    let plain = (word.len() <= 3).then(|| word.parse().ok()).flatten();
    Some((from_roman(&word.to_uppercase()).filter(|n| *n < 50).or(plain)?, &text[end..]))
}

/// `text` without a word it begins with, whatever its case.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let end = text.char_indices().nth(word.chars().count()).map_or(text.len(), |(i, _)| i);
    let rest = &text[end..];
    let whole = !rest.starts_with(char::is_alphanumeric);
    (whole && text[..end].to_lowercase() == word).then_some(rest)
}

fn dash(text: &str) -> Option<(Mark, &str)> {
    let sign = text.chars().next()?;
    let kind = match sign {
        '-' | '–' | '—' | '•' | '·' | '●' | '▪' | '■' | '*' | '\u{f0b7}' | '\u{f02d}' => Kind::Dash,
        '+' | '\u{f02b}' => Kind::Plus,
        _ => return None,
    };
    let rest = &text[sign.len_utf8()..];
    let body = rest.trim_start();
    let stands = rest.len() > body.len() || starts_upper(body) || body.starts_with(['“', '…', '.']);
    let label = if kind == Kind::Plus { "+" } else { "-" };
    // what one hand types for a dash differs in length only; other bullets are levels of their own
    let sign = match sign {
        '-' | '–' | '—' | '\u{f02d}' => '-',
        '•' | '·' | '●' | '\u{f0b7}' => '•',
        '+' | '\u{f02b}' => '+',
        other => other,
    };
    stands.then(|| (Mark { kind, numbers: Vec::new(), label: label.to_owned(), sign }, body))
}

fn counted(text: &str) -> Option<(Mark, &str)> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '.').unwrap_or(text.len());
    let token = &text[..end];
    let rest = &text[end..];
    // "I.CĂN CỨ", "1.Mục tiêu": the clerk left out the space
    let (token, rest) = match token.char_indices().find(|(i, c)| c.is_uppercase() && token[..*i].ends_with('.')) {
        Some((at, _)) => (&token[..at], &text[at..]),
        None => (token, rest),
    };
    let bare = token.trim_end_matches('.');
    let closing = if bare.len() < token.len() { token[bare.len()..].chars().next() } else { rest.chars().next() };
    let closing = closing.filter(|c| matches!(c, '.' | ')' | '/'));
    if let Some(found) = dashed(bare, rest).filter(|_| closing.is_none()) {
        return Some(found);
    }
    let after = if bare.len() < token.len() { rest } else { rest.strip_prefix([')', '/']).unwrap_or(rest) };
    if token.len() - bare.len() > 1 || bare.is_empty() {
        return None;
    }
    let body = after.trim_start();
    let spaced = body.is_empty() || body.len() < after.len() || starts_upper(body);
    if !spaced {
        return None;
    }
    let mark = of_token(bare, closing, body)?;
    Some((mark, body))
}

/// "I- MỤC ĐÍCH", "1- Yêu cầu", "1.1- Tuyên truyền", as the Party's papers number.
fn dashed<'a>(bare: &str, rest: &'a str) -> Option<(Mark, &'a str)> {
    let body = rest.strip_prefix(['-', '–'])?;
    let numbers = bare.chars().all(|c| c.is_ascii_digit() || c == '.') || from_roman(bare).is_some();
    if !numbers || !body.starts_with(' ') || !starts_upper(body.trim_start()) {
        return None;
    }
    let mark = of_token(bare, Some('.'), body.trim_start())?;
    Some((Mark { sign: '-', ..mark }, body.trim_start()))
}

/// "(1)", "(i)", "(a)": both brackets belong to the label.
fn enclosed(text: &str) -> Option<(Mark, &str)> {
    let (inside, after) = text.strip_prefix('(')?.split_once(')')?;
    let body = after.trim_start();
    let short = (1..=4).contains(&inside.len()) && inside.chars().all(char::is_alphanumeric);
    if !short || body.len() == after.len() || !body.starts_with(char::is_alphabetic) && !starts_upper(body) {
        return None;
    }
    let mark = of_token(inside, Some(')'), body)?;
    Some((Mark { label: format!("({inside})"), sign: '(', ..mark }, body))
}

fn of_token(bare: &str, closing: Option<char>, body: &str) -> Option<Mark> {
    if let Some(numbers) = decimal(bare) {
        // "3.1 Hạ tầng" is a label, "1.5 triệu" is not
        let stands = closing.is_some() || starts_upper(body);
        let mark = Mark { kind: Kind::Decimal, numbers, label: bare.to_owned(), sign: closing.unwrap_or(' ') };
        return stands.then_some(mark);
    }
    if bare.len() <= 3 && bare.bytes().all(|b| b.is_ascii_digit()) {
        let number = bare.parse().ok().filter(|n| (1..=199).contains(n))?;
        let kind = if closing? == ')' { Kind::Bracketed } else { Kind::Arabic };
        return Some(Mark::new(kind, number, bare).signed(closing));
    }
    if let Some(number) = from_roman(bare).filter(|n| *n < 50) {
        let dashed = body.starts_with(['-', '–']);
        return (closing.is_some() || dashed).then(|| Mark::new(Kind::Roman, number, bare).signed(closing));
    }
    closing?;
    let small = bare.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    if let Some(number) = from_roman(&bare.to_uppercase()).filter(|n| small && *n < 40) {
        return Some(Mark::new(Kind::SmallRoman, number, bare).signed(closing));
    }
    let mut letters = bare.chars();
    let (letter, others) = (letters.next()?, letters.as_str());
    let at = LETTERS.iter().position(|&l| l == letter.to_lowercase().next().unwrap_or(letter));
    let at = u32::try_from(at?).ok()? + 1;
    if letter.is_uppercase() {
        return others.is_empty().then(|| Mark::new(Kind::Capital, at, bare).signed(closing));
    }
    // past the last letter they double: aa, bb
    let doubled = others.chars().count() == 1 && others.starts_with(letter);
    let length = u32::try_from(LETTERS.len()).ok()?;
    let place = if doubled { at + length } else { at };
    (others.is_empty() || doubled).then(|| Mark::new(Kind::Letter, place, bare).signed(closing))
}

/// "7.3" → [7, 3]; each part at most two digits, so that amounts and dates are none.
fn decimal(bare: &str) -> Option<Vec<u32>> {
    let numbers: Option<Vec<u32>> = bare
        .split('.')
        .map(|n| if n.len() <= 2 && n.bytes().all(|b| b.is_ascii_digit()) { n.parse().ok() } else { None })
        .collect();
    // deeper than Word's lists go is no number of a paper
    numbers.filter(|n| (2..=9).contains(&n.len()) && !n.contains(&0))
}

/// The first letter is a capital or a quotation of one.
pub(super) fn starts_upper(text: &str) -> bool {
    text.trim_start_matches(['“', '"', '(', '‘', '\'']).starts_with(char::is_uppercase)
}

/// The first letter is a small one.
pub(super) fn starts_lower(text: &str) -> bool {
    text.trim_start_matches(['“', '"', '(', '‘', '\'']).starts_with(char::is_lowercase)
}

/// Has letters, and all of them are capitals.
pub(super) fn is_caps(text: &str) -> bool {
    // most texts show at their first letters that they are none: only those in capitals are looked through
    let mut letters = text.chars().take_while(|c| !c.is_lowercase()).filter(|c| c.is_alphabetic());
    letters.nth(1).is_some() && !text.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_every_kind_are_found() {
        for (text, kind, label, rest) in [
            ("Phần I", Kind::Part, "Phần I", ""),
            ("PHẦN THỨ HAI", Kind::Part, "PHẦN THỨ HAI", ""),
            ("Phụ lục 01", Kind::Annex, "Phụ lục 01", ""),
            ("PHỤ LỤC", Kind::Annex, "PHỤ LỤC", ""),
            ("Phụ lục kèm theo", Kind::Annex, "Phụ lục", ""),
            ("PHỤ LỤC A", Kind::Annex, "PHỤ LỤC A", ""),
            ("Phụ lục 1A", Kind::Annex, "Phụ lục 1A", ""),
            ("Phụ lục I.1", Kind::Annex, "Phụ lục I.1", ""),
            ("PHẦN PHỤ LỤC", Kind::Annex, "PHẦN PHỤ LỤC", ""),
            ("Biểu số 1", Kind::Annex, "Biểu số 1", ""),
            ("BIỂU SỐ 01", Kind::Annex, "BIỂU SỐ 01", ""),
            ("Biểu mẫu số 01", Kind::Annex, "Biểu mẫu số 01", ""),
            ("Phụ biểu số 1", Kind::Annex, "Phụ biểu số 1", ""),
            ("Mẫu 01. BÁO CÁO QUÝ", Kind::Annex, "Mẫu 01", "BÁO CÁO QUÝ"),
            ("Phụ lục II: Danh mục", Kind::Annex, "Phụ lục II", "Danh mục"),
            ("Chương 2. QUY ĐỊNH", Kind::Chapter, "Chương 2", "QUY ĐỊNH"),
            ("Điều 4. Giám đốc", Kind::Article, "Điều 4", "Giám đốc"),
            ("II. MỤC TIÊU", Kind::Roman, "II", "MỤC TIÊU"),
            ("I.CĂN CỨ", Kind::Roman, "I", "CĂN CỨ"),
            ("A. ĐÁNH GIÁ", Kind::Capital, "A", "ĐÁNH GIÁ"),
            ("12. Triển khai", Kind::Arabic, "12", "Triển khai"),
            ("1) một", Kind::Bracketed, "1", "một"),
            ("(1) một", Kind::Bracketed, "(1)", "một"),
            ("ii) hai", Kind::SmallRoman, "ii", "hai"),
            ("f) hai", Kind::Letter, "f", "hai"),
            ("I- MỤC ĐÍCH", Kind::Roman, "I", "MỤC ĐÍCH"),
            ("1.1- Tuyên truyền", Kind::Decimal, "1.1", "Tuyên truyền"),
            ("7.3. Trang", Kind::Decimal, "7.3", "Trang"),
            ("3.1 Hạ tầng", Kind::Decimal, "3.1", "Hạ tầng"),
            ("đ) Hoàn thiện", Kind::Letter, "đ", "Hoàn thiện"),
            ("e. Bảo đảm", Kind::Letter, "e", "Bảo đảm"),
            ("- …", Kind::Dash, "-", "…"),
            ("-Nghị quyết", Kind::Dash, "-", "Nghị quyết"),
            ("+ ngày", Kind::Plus, "+", "ngày"),
        ] {
            let found = mark(text);
            assert_eq!(found.as_ref().map(|(m, r)| (m.kind, m.label.as_str(), *r)), Some((kind, label, rest)), "{text}");
        }
        for text in [
            "",
            "2030; Quyết định",
            "2024. Một",
            "1.5 triệu đồng",
            "100% TTHC",
            "-2025",
            "Phần mềm kế toán",
            "Phụ lục 02 kèm theo",
            "Mẫu 01: Phiếu điều tra",
            "Biểu đồ 1",
            "Mẫu số này",
            "PHỤ LỤC CỦA KẾ HOẠCH",
            "Điều 4 Luật này",
            "50% TTHC",
            "3.",
            "ă) x",
            "C. Mác",
            "29/11/2022 (đợt",
            "2.0; Kiến trúc",
            "(1) (2)",
            "2021- 2025",
        ] {
            let found = mark(text).filter(|(m, _)| !matches!(m.kind, Kind::Capital) && text != "3.");
            assert_eq!(found, None, "{text}");
        }
    }
}
