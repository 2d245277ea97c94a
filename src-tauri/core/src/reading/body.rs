//! What stands in the body of a letter or decision: căn cứ, articles, priority tasks, the day asked for.

use chrono::{Datelike, NaiveDate};

use super::citation::citations;
use super::marks::{Kind, mark};
use super::meaning::{Article, LegalBasisRead, OutlineNode, PriorityTaskRead};
use super::outline::walk;
use super::paragraphs::Paragraph;
use crate::plan::{Citation, Finding};
use crate::text::{date_in_words, fold, parse_date};

/// Căn cứ of the preamble: paragraphs that begin as one does.
pub(super) fn preamble<'a>(paragraphs: impl Iterator<Item = &'a Paragraph>) -> Vec<LegalBasisRead> {
    let opens = |p: &&Paragraph| {
        let text = p.text.trim_start_matches(['-', '–', ' ']);
        let folded = fold(text);
        let words = ["can cu", "thuc hien", "trien khai", "theo", "xet", "tiep theo", "tren co so"];
        let proposes = ["theo de nghi", "xet de nghi"].iter().any(|w| folded.starts_with(w));
        words.iter().any(|w| folded.starts_with(w)) && !proposes
    };
    let of = |p: &'a Paragraph| {
        let place = p.place.to_string();
        let basis = move |citation| LegalBasisRead { citation, at: "preamble".to_owned(), place: place.clone() };
        citations(&p.text).into_iter().filter(|cited| !is_proposal(cited)).map(basis)
    };
    paragraphs.filter(opens).flat_map(of).collect()
}

/// "Xét Tờ trình số 12/TTr-KHCN của Phòng …": a unit's own proposal is no căn cứ; a committee's to its council is.
fn is_proposal(cited: &Citation) -> bool {
    const OWN: [&str; 7] = ["Phòng", "Vụ", "Văn phòng", "Chánh Văn phòng", "Trưởng", "Giám đốc", "Ban"];
    let of_unit = |issuer: &str| OWN.iter().any(|unit| issuer.strip_prefix(unit).is_some_and(|rest| rest.starts_with(' ')));
    cited.kind.as_deref() == Some("Tờ trình") && cited.issuer.as_deref().is_some_and(of_unit)
}

/// Căn cứ listed in the outline, under a heading that says so; each with the path of the nearest heading above it.
pub(super) fn listed(outline: &[OutlineNode]) -> Vec<LegalBasisRead> {
    fn tells(node: &OutlineNode) -> bool {
        let heading = fold(node.heading.as_deref().unwrap_or_default());
        heading.len() < 100 && ["can cu", "co so phap ly"].iter().any(|words| heading.contains(words))
    }
    let mut found: Vec<LegalBasisRead> = Vec::new();
    // the open headings that list căn cứ: their paths
    let mut inside: Vec<String> = Vec::new();
    walk(outline, "", &mut |node, path| {
        inside.retain(|top| path.starts_with(top.as_str()) && path[top.len()..].starts_with('/'));
        let below = !inside.is_empty();
        // "CĂN CỨ VÀ MỤC TIÊU" over "1. Căn cứ", "2. Mục tiêu": only the first of them lists căn cứ
        let told = tells(node) && !node.children.iter().any(tells);
        if told || below && node.heading.is_some() && !node.children.is_empty() {
            inside.push(path.to_owned());
        }
        let Some(top) = inside.last() else { return };
        let basis = |citation| LegalBasisRead { citation, at: top.clone(), place: node.at.clone() };
        let own = inside.last().is_some_and(|top| top == path);
        let texts = node.heading.iter().filter(|_| below && !own).chain(&node.text);
        found.extend(texts.flat_map(|text| citations(text)).map(basis));
    });
    found
}

/// Điều, each with all that stands under it.
pub(super) fn articles(paragraphs: &[Paragraph]) -> Vec<Article> {
    let mut found: Vec<Article> = Vec::new();
    for paragraph in paragraphs {
        match (mark(&paragraph.text), found.last_mut()) {
            (Some((mark, rest)), last) if mark.kind == Kind::Article && last.as_ref().is_none_or(|l| l.no < mark.last()) => {
                let text = if rest.is_empty() { Vec::new() } else { vec![rest.to_owned()] };
                found.push(Article { no: mark.last(), text, at: paragraph.place.to_string() });
            }
            (_, Some(last)) => last.text.push(paragraph.text.clone()),
            _ => {}
        }
    }
    found
}

/// The longest run 1, 2, 3 … of the letter; what stands between two of its numbers belongs to the first.
/// Gives also which paragraphs it takes.
pub(super) fn priority_tasks(paragraphs: &[Paragraph]) -> (Vec<PriorityTaskRead>, std::ops::Range<usize>) {
    let number = |p: &Paragraph, kind: Option<Kind>| {
        let (mark, _) = mark(&p.text)?;
        let counts = kind.map_or(matches!(mark.kind, Kind::Arabic | Kind::Bracketed), |kind| mark.kind == kind);
        counts.then(|| mark.last())
    };
    let mut best: Vec<usize> = Vec::new();
    for start in (0..paragraphs.len()).filter(|i| number(&paragraphs[*i], None) == Some(1)) {
        let mut run = vec![start];
        let kind = mark(&paragraphs[start].text).map(|(mark, _)| mark.kind);
        for (at, paragraph) in paragraphs.iter().enumerate().skip(start + 1) {
            match number(paragraph, kind) {
                Some(1) => break,
                Some(n) if usize::try_from(n) == Ok(run.len() + 1) => run.push(at),
                _ => {}
            }
        }
        if run.len() > best.len() {
            best = run;
        }
    }
    let (Some(first), Some(last)) = (best.first(), best.last()) else { return (Vec::new(), 0..0) };
    if best.len() < 2 {
        return (Vec::new(), 0..0);
    }
    // points and dashes below the last task still belong to it
    let marked = |p: &&Paragraph| mark(&p.text).is_some_and(|(m, _)| m.kind > Kind::Arabic);
    let end = last + 1 + paragraphs[last + 1..].iter().take_while(marked).count();
    let task = |(index, from): (usize, &usize)| {
        let to = best.get(index + 1).copied().unwrap_or(end);
        let (own, below) = paragraphs[*from..to].split_first()?;
        let (mark, rest) = mark(&own.text)?;
        let texts: Vec<&str> = std::iter::once(rest).chain(below.iter().map(|p| p.text.as_str())).collect();
        Some(PriorityTaskRead { no: mark.last(), text: texts.join(" "), at: own.place.to_string() })
    };
    (best.iter().enumerate().filter_map(task).collect(), *first..end)
}

/// The day by which a letter asks for the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Deadline {
    pub(super) date: Option<NaiveDate>,
    /// The year is not said: what it was taken from, or that it could not be known.
    pub(super) finding: Option<Finding>,
    /// The paragraph that asks.
    pub(super) at: String,
}

/// The day by which the letter asks for the plan: "trước ngày …" in a paragraph that speaks of a plan, else in one that
/// asks to send something. A day without its year is the next such day behind the letter's own date. Outside the
/// `closing` paragraphs, among the tasks, only what is to be sent counts.
///
/// `own`: what the letter itself asks; else what it passes on of another's asking ([`passes_on`]).
pub(super) fn deadline(paragraphs: &[&Paragraph], issued: Option<NaiveDate>, closing: bool, own: bool) -> Option<Deadline> {
    const ASKS: [&str; 7] = ["gui", "ban hanh", "xay dung", "bao cao", "hoan thanh", "phe duyet", "trinh"];
    let asks = |p: &Paragraph, plan: bool| {
        let folded = p.folded();
        (!plan || folded.contains("ke hoach")) && ASKS.iter().any(|w| folded.contains(w))
    };
    // the closing paragraphs ask; earlier ones may speak of other days
    let dated = |plan: bool| {
        let mut asking = paragraphs.iter().rev().filter(|p| asks(p, plan) && own != passes_on(p));
        asking.find_map(|p| asked(&p.text).map(|day| (*p, day)))
    };
    let sent = |p: &Paragraph| p.folded().contains("gui");
    let planned = dated(true).filter(|(p, _)| closing || sent(p));
    let (paragraph, day) = planned.or_else(|| dated(false).filter(|(p, _)| sent(p)))?;
    let (day, month, year) = match day {
        Day::Whole(date) => return Some(Deadline { date: Some(date), finding: None, at: paragraph.place.to_string() }),
        Day::WithoutYear(day, month) => (day, month, issued.map(|date| date.year())),
    };
    let next = |year: i32| NaiveDate::from_ymd_opt(year, month, day).filter(|date| issued.is_some_and(|issued| *date >= issued));
    let date = year.and_then(|year| next(year).or_else(|| next(year + 1)));
    let at = paragraph.place.to_string();
    let finding = match date {
        Some(date) => Finding::info(
            &at,
            format!("Thời hạn gửi kế hoạch không ghi năm, được hiểu là {}.", date_in_words(date)),
            "Đối chiếu với công văn gốc; sửa thời hạn nếu không đúng.",
        ),
        None => Finding::warning(
            &at,
            format!("Thời hạn gửi kế hoạch ghi ngày {day:02}/{month:02} mà không ghi năm, công văn không có ngày ban hành."),
            "Xem bản đã ký để biết năm, rồi nhập thời hạn.",
        ),
    };
    Some(Deadline { date, finding: Some(finding), at })
}

/// What a superior's paper asks of the sender ("Thực hiện Công văn số … giao Sở trình Kế hoạch trước ngày …"): a day there is
/// the sender's own, and what he asks for has another.
fn passes_on(paragraph: &Paragraph) -> bool {
    let folded = paragraph.folded();
    let opens =
        ["thuc hien ", "can cu ", "trien khai ", "tiep theo ", "phuc dap ", "tra loi "].iter().any(|w| folded.starts_with(w));
    opens && citations(&paragraph.text).iter().any(|cited| cited.number.is_some())
}

enum Day {
    Whole(NaiveDate),
    WithoutYear(u32, u32),
}

/// "trước ngày 10/12/2022", "chậm nhất đến hết ngày 10 tháng 12", "trước 15 giờ 00 ngày 10 tháng 12 năm 2022".
fn asked(text: &str) -> Option<Day> {
    const BEFORE: [&str; 8] = ["trước", "chậm nhất", "muộn nhất", "đến hết", "hạn cuối", "thời hạn", "hạn chót", "không quá"];
    let lower = text.to_lowercase();
    let words = BEFORE.iter().flat_map(|word| lower.match_indices(word).map(|(at, word)| at + word.len()));
    let mut ends: Vec<usize> = words.collect();
    ends.sort_unstable();
    let near = |end: &usize| {
        let after = &lower[*end..];
        let starts = || after.char_indices().take(48).filter(|(at, _)| after[..*at].ends_with(' '));
        let whole = starts().find_map(|(at, _)| parse_date(&after[at..])).map(|(date, _)| Day::Whole(date));
        whole.or_else(|| starts().find_map(|(at, _)| day_and_month(&after[at..])).map(|(d, m)| Day::WithoutYear(d, m)))
    };
    ends.iter().find_map(near)
}

/// "ngày 10/12", "ngày 10 tháng 12" without a year.
fn day_and_month(text: &str) -> Option<(u32, u32)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let after = text.strip_prefix("ngày ")?.trim_start();
    let (day, rest) = after.split_at(digits(after));
    let rest = rest.trim_start();
    let rest = rest.strip_prefix("tháng ").or_else(|| rest.strip_prefix(['/', '-']))?.trim_start();
    let (month, rest) = rest.split_at(digits(rest));
    let said = rest.starts_with(['/', '-']) || rest.trim_start().starts_with("năm");
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    // 2024 is a leap year: 29 February may be asked for
    (!said && NaiveDate::from_ymd_opt(2024, month, day).is_some()).then_some((day, month))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn asked_for(text: &str, issued: Option<(i32, u32, u32)>) -> Option<(Option<String>, bool)> {
        let paragraph = Paragraph { text: text.to_owned(), ..Paragraph::default() };
        let issued = issued.and_then(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d));
        deadline(&[&paragraph], issued, true, true).map(|d| (d.date.map(|d| d.to_string()), d.finding.is_some()))
    }

    #[test]
    fn deadlines_are_read_in_the_words_of_the_genre() {
        for (text, want) in [
            ("Đề nghị gửi Kế hoạch về Bộ trước ngày 10/12/2025.", "2025-12-10"),
            ("Kế hoạch gửi về Bộ chậm nhất ngày 10 tháng 12 năm 2025.", "2025-12-10"),
            ("Kế hoạch gửi về Bộ muộn nhất đến hết ngày 10/12/2025.", "2025-12-10"),
            ("Kế hoạch gửi về Bộ trước 17 giờ 00 phút ngày 10/12/2025.", "2025-12-10"),
            ("Thời hạn gửi Kế hoạch: ngày 10-12-2025.", "2025-12-10"),
            ("Đề nghị các đơn vị gửi về Văn phòng trước ngày 10/12/2025 để tổng hợp.", "2025-12-10"),
        ] {
            assert_eq!(asked_for(text, None), Some((Some(want.to_owned()), false)), "{text}");
        }
        assert_eq!(asked_for("Kế hoạch được xây dựng trong năm 2025.", None), None);
    }

    #[test]
    fn a_day_that_a_superior_set_is_not_the_letters_own() {
        let text =
            "Thực hiện Công văn số 12/UBND-KGVX ngày 01/10/2025 về việc trình Kế hoạch gửi Bộ trước ngày 10/12/2025, Sở đề nghị:";
        let paragraph = Paragraph { text: text.to_owned(), ..Paragraph::default() };
        assert_eq!(deadline(&[&paragraph], None, true, true), None);
        assert!(deadline(&[&paragraph], None, true, false).is_some_and(|d| d.date.is_some()));
    }

    #[test]
    fn a_day_without_its_year_is_the_next_one_and_told() {
        let text = "Đề nghị gửi Kế hoạch trước ngày 10/01.";
        assert_eq!(asked_for(text, Some((2025, 12, 20))), Some((Some("2026-01-10".to_owned()), true)));
        assert_eq!(asked_for(text, Some((2026, 1, 2))), Some((Some("2026-01-10".to_owned()), true)));
        assert_eq!(asked_for(text, None), Some((None, true)));
    }
}
