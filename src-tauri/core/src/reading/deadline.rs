//! The day by which a letter asks for the plan: of all the days it names, the plan's; doubts about it are told.

use chrono::{Datelike, NaiveDate};

use super::citation::citations;
use super::paragraphs::Paragraph;
use crate::plan::Finding;
use crate::text::{date_in_words, fold, parse_date};

/// Paragraphs that a list of days takes at most.
const NEAR: usize = 3;

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
        let asking = paragraphs.iter().enumerate().rev().filter(|(_, p)| asks(p, plan) && own != passes_on(p));
        let mut found = asking.filter_map(|(at, p)| asked(&p.text).map(|asked| (at, *p, asked)));
        let last = found.next()?;
        // of a list of days that of the plan: "- Báo cáo …: trước ngày …;" may stand below it
        let near = |(at, _, asked): &(usize, &Paragraph, Asked)| last.0 - at <= NEAR && asked.of == Wanted::Plan;
        let other = if last.2.of == Wanted::Other { found.find(near) } else { None };
        Some(other.unwrap_or(last)).map(|(_, p, asked)| (p, asked))
    };
    let sent = |p: &Paragraph| p.folded().contains("gui");
    let planned = dated(true).filter(|(p, _)| closing || sent(p));
    let (paragraph, asked) = planned.or_else(|| dated(false).filter(|(p, _)| sent(p)))?;
    let at = paragraph.place.to_string();
    let doubt = asked.several.then(|| {
        Finding::warning(
            &at,
            "Đoạn này nêu nhiều thời hạn, chưa chắc ngày nào là hạn gửi kế hoạch.",
            "Đối chiếu với công văn gốc; sửa thời hạn nếu không đúng.",
        )
    });
    let (day, month, year) = match asked.day {
        Day::Whole(date) => return Some(Deadline { date: Some(date), finding: doubt, at }),
        Day::WithoutYear(day, month) => (day, month, issued.map(|date| date.year())),
    };
    let next = |year: i32| NaiveDate::from_ymd_opt(year, month, day).filter(|date| issued.is_some_and(|issued| *date >= issued));
    let date = year.and_then(|year| next(year).or_else(|| next(year + 1)));
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
    Some(Deadline { date, finding: doubt.or(Some(finding)), at })
}

/// A letter that asks for a plan by a time that is no day ("trong vòng 15 ngày kể từ ngày nhận được", "trong tháng 11"): told.
pub(super) fn without_day(paragraphs: &[&Paragraph]) -> Option<Deadline> {
    const TIMES: [&str; 7] =
        ["trong vong ", "trong thang ", "truoc thang ", "truoc ngay ", "vao ngay ", "cham nhat ", "thoi han gui"];
    let asks = |p: &&&Paragraph| {
        let folded = p.folded();
        let timed = TIMES.iter().filter_map(|time| folded.find(time).map(|at| &folded[at + time.len()..]));
        let told = timed.into_iter().any(|rest| rest.chars().take(12).any(|c| c.is_ascii_digit()));
        folded.contains("gui") && folded.contains("ke hoach") && told && !passes_on(p)
    };
    let paragraph = paragraphs.iter().rev().find(asks)?;
    let at = paragraph.place.to_string();
    let finding = Finding::warning(
        &at,
        "Công văn có nêu thời hạn gửi kế hoạch nhưng không thành một ngày rõ ràng.",
        "Xem đoạn này trong công văn gốc rồi nhập thời hạn.",
    );
    Some(Deadline { date: None, finding: Some(finding), at })
}

/// What a superior's paper asks of the sender ("Thực hiện Công văn số … giao Sở trình Kế hoạch trước ngày …"): a day there is
/// the sender's own, and what he asks for has another.
fn passes_on(paragraph: &Paragraph) -> bool {
    let folded = paragraph.folded();
    let opens =
        ["thuc hien ", "can cu ", "trien khai ", "tiep theo ", "phuc dap ", "tra loi "].iter().any(|w| folded.starts_with(w));
    opens && citations(&paragraph.text).iter().any(|cited| cited.number.is_some())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    Whole(NaiveDate),
    WithoutYear(u32, u32),
}

/// What is to be there by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Plan,
    /// A report, a draft, a list.
    Other,
    Unsaid,
}

/// The day a paragraph asks for the plan by.
#[derive(Debug, Clone, Copy)]
struct Asked {
    day: Day,
    of: Wanted,
    /// Others stand beside it, and the words do not tell which is the plan's.
    several: bool,
}

/// "trước ngày 10/12/2022", "chậm nhất đến hết ngày 10 tháng 12", "trước 15 giờ 00 ngày 10 tháng 12 năm 2022"; of several days
/// the one by which the plan is sent.
fn asked(text: &str) -> Option<Asked> {
    let mut found: Vec<(Day, Wanted, bool)> = Vec::new();
    let lower = text.to_lowercase();
    let mut from = 0;
    for (at, day) in days(&lower) {
        let clause = &lower[from..at];
        let clause = ["; ", ". "].iter().filter_map(|end| clause.rfind(end)).max().map_or(clause, |end| &clause[end + 1..]);
        let behind = lower[at..].split("; ").next().unwrap_or_default().split(". ").next().unwrap_or_default();
        let told = behind.find("đối với").map_or(Wanted::Unsaid, |for_what| wanted(&behind[for_what..]).0);
        let (said, sent) = wanted(clause);
        let of = match (told, said, found.last()) {
            (Wanted::Unsaid, Wanted::Unsaid, Some((_, before, _))) => *before,
            (Wanted::Unsaid, said, _) => said,
            (told, ..) => told,
        };
        found.push((day, of, sent));
        from = at;
    }
    let one = |days: Vec<&(Day, Wanted, bool)>| {
        let (first, others) = days.split_first()?;
        others.iter().all(|other| other.0 == first.0).then_some(**first)
    };
    let (first, of, _) = *found.first()?;
    let plans = || found.iter().filter(|(_, of, _)| *of == Wanted::Plan);
    let sure = one(found.iter().collect()).or_else(|| one(plans().collect())).or_else(|| one(plans().filter(|p| p.2).collect()));
    Some(sure.map_or(Asked { day: first, of, several: true }, |(day, of, _)| Asked { day, of, several: false }))
}

/// The days that words like "trước" lead to, each with where it begins.
fn days(lower: &str) -> Vec<(usize, Day)> {
    const BEFORE: [&str; 8] = ["trước", "chậm nhất", "muộn nhất", "đến hết", "hạn cuối", "thời hạn", "hạn chót", "không quá"];
    let words = BEFORE.iter().flat_map(|word| lower.match_indices(word).map(|(at, word)| at + word.len()));
    let near = |end: usize| {
        let after = &lower[end..];
        let starts = || after.char_indices().take(48).map(|(at, _)| at).filter(|at| after[..*at].ends_with(' '));
        let whole = starts().find_map(|at| parse_date(&after[at..]).map(|(date, _)| (end + at, Day::Whole(date))));
        whole.or_else(|| starts().find_map(|at| day_and_month(&after[at..]).map(|(d, m)| (end + at, Day::WithoutYear(d, m)))))
    };
    let mut found: Vec<(usize, Day)> = words.filter_map(near).collect();
    found.sort_unstable_by_key(|(at, _)| *at);
    // "ngày 10/12/2025" and its "10/12/2025" are one
    found.dedup_by(|next, before| next.1 == before.1 && next.0 - before.0 <= "ngày ".len());
    found
}

/// What a clause wants by its day, by the object of its last verb of sending, else by its first; and whether that is sent.
fn wanted(clause: &str) -> (Wanted, bool) {
    const VERBS: [(&str, bool); 8] = [
        ("gui", true),
        ("nop", true),
        ("trinh", true),
        ("ban hanh", false),
        ("phe duyet", false),
        ("hoan thanh", false),
        ("hoan thien", false),
        ("xay dung", false),
    ];
    const OTHERS: [&str; 9] = ["bao cao", "du thao", "de xuat", "dang ky", "danh muc", "so lieu", "gop y", "y kien", "bieu mau"];
    let folded = fold(clause);
    let object = |text: &str| {
        let own = |at: usize| !text[..at].ends_with("khung ") && !text[..at].ends_with("theo ");
        let plan = text.match_indices("ke hoach").map(|(at, _)| at).find(|at| own(*at)).map(|at| (at, Wanted::Plan));
        let others = OTHERS.iter().filter_map(|other| text.find(other).map(|at| (at, Wanted::Other)));
        others.chain(plan).min_by_key(|(at, _)| *at).map(|(_, wanted)| wanted)
    };
    let verbs = VERBS.iter().flat_map(|(verb, sends)| folded.match_indices(verb).map(|(at, verb)| (at + verb.len(), *sends)));
    let last = verbs.max_by_key(|(end, _)| *end);
    let near = last.map(|(end, _)| folded[end..].chars().take(40).collect::<String>());
    let wanted = near.as_deref().and_then(object).or_else(|| object(&folded)).unwrap_or(Wanted::Unsaid);
    (wanted, last.is_some_and(|(_, sends)| sends))
}

/// "ngày 10/12", "ngày 10 tháng 12" without a year.
fn day_and_month(text: &str) -> Option<(u32, u32)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let after = text.strip_prefix("ngày ")?.trim_start();
    let (day, rest) = after.split_at(digits(after));
    let rest = rest.trim_start();
    let rest = rest.strip_prefix("tháng ").or_else(|| rest.strip_prefix(['/', '-']))?.trim_start();
    let (month, rest) = rest.split_at(digits(rest));
    // "ngày 10 tháng 12 hằng năm" is no one day
    let said = rest.starts_with(['/', '-']) || ["năm", "hằng năm", "hàng năm"].iter().any(|w| rest.trim_start().starts_with(w));
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
    fn of_several_days_the_plans_is_the_deadline() {
        for (text, want, told) in [
            (
                "Báo cáo kết quả năm 2026 gửi trước ngày 01/11/2026; Kế hoạch năm 2027 gửi trước ngày 15/11/2026.",
                "2026-11-15",
                false,
            ),
            (
                "Các đơn vị gửi dự thảo Kế hoạch để lấy ý kiến trước ngày 30/10/2026, gửi Kế hoạch đã phê duyệt trước ngày 15/11/2026.",
                "2026-11-15",
                false,
            ),
            ("Kế hoạch gửi trước ngày 15/11/2026, báo cáo gửi trước ngày 01/12/2026.", "2026-11-15", false),
            ("Ban hành Kế hoạch trước ngày 01/12/2026 và gửi về Bộ trước ngày 10/12/2026.", "2026-12-10", false),
            ("Thời hạn gửi: trước ngày 01/11/2026 đối với báo cáo, trước ngày 15/11/2026 đối với Kế hoạch.", "2026-11-15", false),
            ("Gửi Kế hoạch bản giấy trước ngày 01/11/2026, gửi Kế hoạch bản điện tử trước ngày 03/11/2026.", "2026-11-01", true),
        ] {
            assert_eq!(asked_for(text, None), Some((Some(want.to_owned()), told)), "{text}");
        }
    }

    #[test]
    fn the_plans_day_is_found_in_a_list_of_days() {
        let texts = [
            "- Gửi Kế hoạch năm 2027: trước ngày 15/11/2026;",
            "- Gửi Báo cáo kết quả thực hiện Kế hoạch năm 2026: trước ngày 01/11/2026.",
        ];
        for order in [[0, 1], [1, 0]] {
            let lines = order.map(|at| Paragraph { text: texts[at].to_owned(), ..Paragraph::default() });
            let found = deadline(&[&lines[0], &lines[1]], None, true, true).unwrap();
            assert_eq!(found.date, NaiveDate::from_ymd_opt(2026, 11, 15));
        }
    }

    #[test]
    fn a_time_that_is_no_day_is_told() {
        for text in [
            "Đề nghị gửi Kế hoạch về Bộ trong vòng 15 ngày kể từ ngày nhận được Công văn này.",
            "Đề nghị gửi Kế hoạch về Bộ trong tháng 11 năm 2026.",
        ] {
            let paragraph = Paragraph { text: text.to_owned(), ..Paragraph::default() };
            assert_eq!(deadline(&[&paragraph], None, true, true), None);
            assert!(without_day(&[&paragraph]).is_some_and(|d| d.date.is_none() && d.finding.is_some()), "{text}");
        }
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
