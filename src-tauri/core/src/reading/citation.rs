//! Citations of legal documents in running text: "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ
//! phê duyệt …", laws by their titles, two numbers with one date, a document cited inside another's title.
//!
//! What a citation leaves out stays `None`. Knows nothing of outlines or of where a citation stands.

use super::marks::starts_upper;
use crate::plan::Citation;
use crate::text::{fold, parse_date, squeeze};

/// Tên loại of documents that are cited, longer ones before those they begin with.
const KINDS: [&str; 26] = [
    "Hiến pháp",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Nghị quyết liên tịch",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư liên tịch",
    "Thông tư",
    "Chỉ thị",
    "Công văn",
    "Công điện",
    "Văn bản",
    "Thông báo",
    "Kết luận",
    "Kế hoạch",
    "Chương trình",
    "Hướng dẫn",
    "Quy định",
    "Quy chế",
    "Tờ trình",
    "Báo cáo",
    "Đề án",
    "Lệnh",
    "Giấy mời",
];

/// Words a trích yếu begins with, where no "của …" or after it.
const SUBJECTS: [&str; 30] = [
    "về",
    "phê duyệt",
    "ban hành",
    "quy định",
    "hướng dẫn",
    "sửa đổi",
    "công bố",
    "thực hiện",
    "triển khai",
    "tăng cường",
    "đẩy mạnh",
    "thành lập",
    "giao",
    "kiện toàn",
    "bổ sung",
    "điều chỉnh",
    "bãi bỏ",
    "thay thế",
    "hợp nhất",
    "thông qua",
    "đề nghị",
    "yêu cầu",
    "phát động",
    "phân công",
    "tổ chức",
    "xây dựng",
    "công nhận",
    "kết luận",
    "tiếp tục",
    "chấn chỉnh",
];

/// The documents a text cites one after another, those inside another's title left out.
///
/// Text between two citations belongs to the subject of the first ("…, phiên bản 2.0; Kiến trúc Chính phủ điện tử").
pub fn citations(text: &str) -> Vec<Citation> {
    let text = squeeze(text);
    let starts = starts(&text);
    let mut found: Vec<Citation> = Vec::new();
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).map_or(text.len(), |next| next.at);
        read(&text[start.at..end], start, &mut found);
    }
    found
}

/// Every document a text names by number, those inside titles too, in order.
pub fn every_citation(text: &str) -> Vec<Citation> {
    let text = squeeze(text);
    let mut found = Vec::new();
    for start in all_starts(&text) {
        read(&text[start.at..], &start, &mut found);
    }
    found
}

/// Where a citation begins.
struct Start {
    at: usize,
    /// None for a second number: "… và 708/BTTTT-CATTT ngày 20/03/2024".
    kind: Option<&'static str>,
}

/// Citations that begin a text or follow a ";", or "và", "," behind a whole citation; never inside quotes or brackets.
fn starts(text: &str) -> Vec<Start> {
    let mut found: Vec<Start> = Vec::new();
    let mut depth = 0_i32;
    let mut fresh = true;
    let mut skip_to = 0;
    for (at, letter) in text.char_indices() {
        if at < skip_to {
            continue;
        }
        match letter {
            '“' | '(' => depth += 1,
            '”' | ')' => depth = (depth - 1).max(0),
            _ => {}
        }
        if depth == 0
            && fresh
            && let Some(start) = start_at(text, at)
        {
            // jump over the word, so that "Luật …" inside "Bộ luật" does not count again
            skip_to = at + start.kind.map_or(1, str::len);
            found.push(start);
            fresh = false;
            continue;
        }
        let in_gap = letter == ' ' || letter == ';';
        let opens_word = !in_gap && text[..at].ends_with([' ', ';']);
        if letter == ';' {
            fresh = true;
        } else if in_gap && !fresh {
            fresh = joins(&text[..at], found.last().map(|s| s.at));
        } else if fresh && !found.is_empty() && opens_word && !is_lead(&text[at..]) {
            fresh = false;
        }
    }
    found
}

/// The text before ends in "và" or "," right behind a number or a date of the citation that began at `from`.
fn joins(before: &str, from: Option<usize>) -> bool {
    let Some(from) = from else { return true };
    let cited = &before[from..];
    let head = cited.strip_suffix(" và").or_else(|| cited.strip_suffix(" và số")).or_else(|| cited.strip_suffix(','));
    head.is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()) || ends_with_number(head))
}

fn ends_with_number(text: &str) -> bool {
    text.rsplit(' ').next().is_some_and(|word| number(word).is_some_and(|(_, taken)| taken == word.len()))
}

/// Words that may stand before a citation: "Căn cứ", "Thực hiện", "số", "và", "- ".
fn is_lead(text: &str) -> bool {
    let word = text.split([' ', ';']).next().unwrap_or("");
    matches!(fold(word).as_str(), "can" | "cu" | "thuc" | "hien" | "so" | "va" | "-" | "tai" | "theo" | "cac" | "trien" | "khai")
}

fn all_starts(text: &str) -> Vec<Start> {
    let mut found = Vec::new();
    let mut skip_to = 0;
    let mut fresh = true;
    for (at, letter) in text.char_indices() {
        if at >= skip_to
            && fresh
            && let Some(start) = start_at(text, at)
            && start.kind.is_some()
        {
            skip_to = at + start.kind.map_or(1, str::len);
            found.push(start);
        }
        fresh = !letter.is_alphanumeric();
    }
    found
}

/// A citation begins at `at`: a kind with its number, a law with its title, or a number that goes on counting.
fn start_at(text: &str, at: usize) -> Option<Start> {
    let rest = &text[at..];
    if number(rest).is_some_and(|(number, _)| number.contains('/')) && parse_date(rest).is_none() {
        return Some(Start { at, kind: None });
    }
    let kind = kind_of(rest)?;
    let after = rest[kind.len()..].trim_start();
    let after = strip_number_word(after);
    let numbered = number(after).is_some() || blank_number(after).is_some();
    let named = is_law(kind) && starts_upper(after);
    // "Nghị quyết của Quốc hội", "Quyết định này" name nothing
    let dated = parse_date(after).is_some();
    (numbered || named || dated).then_some(Start { at, kind: Some(kind) })
}

fn kind_of(text: &str) -> Option<&'static str> {
    KINDS.into_iter().find(|kind| {
        let rest = text.get(..kind.len()).filter(|t| t == kind).map(|_| &text[kind.len()..]);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

fn is_law(kind: &str) -> bool {
    matches!(kind, "Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp")
}

fn strip_number_word(text: &str) -> &str {
    ["số:", "số", "Số"].iter().find_map(|word| text.strip_prefix(word)).map_or(text, str::trim_start)
}

/// A số, ký hiệu at the beginning of `text`: "749/QĐ-TTg", "52-NQ/TW", "67/2006/QH11"; spaces that a line's end left
/// behind its hyphens are dropped. Returns it and the bytes it took.
fn number(text: &str) -> Option<(String, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let sign = text[digits..].chars().next()?;
    if !(1..=6).contains(&digits) || !matches!(sign, '/' | '-') {
        return None;
    }
    let mut out = text[..digits].to_owned();
    let mut at = digits;
    let mut signs = false;
    while let Some(letter) = text[at..].chars().next() {
        let next = text[at + letter.len_utf8()..].chars().next();
        let bound = matches!(letter, '/' | '-' | '&' | '.') && next.is_some_and(char::is_alphanumeric);
        // "3026/QĐ- BKHCN": the line ended behind the hyphen
        let split = letter == '-' && next == Some(' ') && {
            let word = text[at + 2..].split([' ', ',', ';']).next().unwrap_or("");
            word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '&' | '/'))
        };
        if !letter.is_alphanumeric() && !bound && !split {
            break;
        }
        signs |= letter.is_uppercase();
        out.push(letter);
        at += letter.len_utf8() + usize::from(split);
    }
    signs.then_some((out, at))
}

/// A number not yet given: "/QĐ-BKHCN", "…/QĐ-BKHCN".
fn blank_number(text: &str) -> Option<(String, usize)> {
    let after = text.trim_start_matches(['.', '…', ' ', '_']);
    let rest = after.strip_prefix('/')?;
    let end = rest.find([' ', ',', ';', ')']).unwrap_or(rest.len());
    let sign = &rest[..end];
    // "/QĐ-BKHCN" is one, "Chương trình/Kế hoạch" is two words
    let stands = sign.contains('-') && sign.chars().take_while(|c| *c != '-').all(char::is_uppercase);
    stands.then(|| (format!("/{sign}"), text.len() - rest.len() + end))
}

/// Reads the citation that `text` begins with; a second number takes kind and issuer from the one before, and
/// gives back date, issuer and subject where that has none.
fn read(text: &str, start: &Start, found: &mut Vec<Citation>) {
    let Some(kind) = start.kind else {
        return read_second(text, found);
    };
    let rest = text[kind.len()..].trim_start();
    let mut citation = Citation { kind: Some(kind.to_owned()), ..Citation::default() };
    if is_law(kind) && number(strip_number_word(rest)).is_none() {
        read_law(text, kind, &mut citation);
    } else {
        let rest = strip_number_word(rest);
        let (number, taken) = number(rest).or_else(|| blank_number(rest)).unzip();
        citation.number = number;
        read_tail(&rest[taken.unwrap_or(0)..], &mut citation);
    }
    found.push(citation);
}

fn read_second(text: &str, found: &mut Vec<Citation>) {
    let Some((number, taken)) = number(text) else { return };
    let mut citation = Citation { number: Some(number), ..Citation::default() };
    read_tail(&text[taken..], &mut citation);
    if let Some(first) = found.last_mut() {
        citation.kind.clone_from(&first.kind);
        first.date = first.date.or(citation.date);
        first.issuer = first.issuer.take().or_else(|| citation.issuer.clone());
    }
    found.push(citation);
}

/// "Luật Công nghệ thông tin số 67/2006/QH11 ngày …": the title stands before the number, either may be missing.
fn read_law(text: &str, kind: &str, citation: &mut Citation) {
    let numbered = text.match_indices(" số ").find_map(|(at, word)| {
        let (number, taken) = number(&text[at + word.len()..])?;
        Some((at, number, at + word.len() + taken))
    });
    let dated = text.match_indices(" ngày ").find(|(at, _)| parse_date(&text[*at..]).is_some()).map(|(at, _)| at);
    let (title_end, tail) = match (numbered, dated) {
        (Some((at, number, end)), _) => {
            citation.number = Some(number);
            (at, end)
        }
        (None, Some(at)) => (at, at),
        (None, None) => (text.find([';', '(']).unwrap_or(text.len()), text.len()),
    };
    read_tail(&text[tail..], citation);
    let title = trimmed(&text[..title_end]);
    citation.subject = Some(title).filter(|title| title.len() > kind.len());
}

/// "ngày … của … phê duyệt …"
fn read_tail(text: &str, citation: &mut Citation) {
    let mut rest = text.trim_start().trim_start_matches(',').trim_start();
    if let Some((date, taken)) = parse_date(rest) {
        citation.date = Some(date);
        rest = rest[taken..].trim_start();
    } else if let Some(blank) = blank_date(rest) {
        rest = blank;
    }
    rest = rest.trim_start_matches(',').trim_start();
    if let Some(after) = rest.strip_prefix("của ") {
        let end = issuer_end(after);
        citation.issuer = Some(trimmed(&after[..end])).filter(|issuer| !issuer.is_empty());
        rest = &after[end..];
    }
    let subject = trimmed(&rest[..request(rest).unwrap_or(rest.len())]);
    citation.subject = Some(subject).filter(|s| !s.is_empty() && !s.starts_with(['(', ')']));
}

/// Where the sentence goes on behind its căn cứ: "…, Sở Khoa học và Công nghệ ban hành Kế hoạch như sau".
fn request(text: &str) -> Option<usize> {
    const BODIES: [&str; 12] =
        ["Bộ ", "Sở ", "Cục ", "Vụ ", "Viện ", "Ủy ban ", "UBND ", "Trung tâm ", "Tổng cục ", "Văn phòng ", "Chi cục ", "Ban "];
    const ASKS: [&str; 6] = [" ban hành ", " đề nghị ", " trân trọng ", " xây dựng ", " hướng dẫn ", " yêu cầu "];
    let asks = |rest: &str| BODIES.iter().any(|b| rest.starts_with(b)) && ASKS.iter().any(|a| rest.contains(a));
    text.match_indices(", ").map(|(at, sign)| (at, &text[at + sign.len()..])).find(|(_, rest)| asks(rest)).map(|(at, _)| at)
}

/// "ngày tháng năm 2024", "ngày … tháng … năm 2024" before the day is known.
fn blank_date(text: &str) -> Option<&str> {
    let after = text.strip_prefix("ngày")?;
    let head = after.get(..after.len().min(60)).unwrap_or(after);
    let year = head.find("năm ")? + "năm ".len();
    let digits = after[year..].bytes().take_while(u8::is_ascii_digit).count();
    Some(after[year + digits..].trim_start())
}

/// Where the name of an issuer ends: before the first word of a subject, a bracket, a comma or the end.
fn issuer_end(text: &str) -> usize {
    for (at, letter) in text.char_indices() {
        if matches!(letter, ',' | ';' | '(' | ')') {
            return at;
        }
        if letter != ' ' {
            continue;
        }
        let word = &text[at + 1..];
        let begins = |subject: &&str| {
            let head: String = word.chars().take(subject.chars().count()).flat_map(char::to_lowercase).collect();
            let rest = word.chars().nth(subject.chars().count());
            head == **subject && !rest.is_some_and(char::is_alphanumeric)
        };
        let Some(subject) = SUBJECTS.iter().find(|s| begins(s)) else { continue };
        // "Ủy ban Quốc gia về chuyển đổi số", "Bộ Xây dựng": the word is part of the name
        let before = fold(&text[..at]);
        let about = *subject == "về"
            && ["uy ban quoc gia", "ban chi dao", "ban chi dao quoc gia", "hoi dong quoc gia"]
                .iter()
                .any(|b| before.ends_with(b));
        let named = word.starts_with(char::is_uppercase) && before.ends_with("bo");
        if !about && !named {
            return at;
        }
    }
    text.len()
}

fn trimmed(text: &str) -> String {
    let text = text.trim();
    let text = text.strip_suffix("và số").or_else(|| text.strip_suffix("và")).unwrap_or(text).trim();
    let text = text.trim_end_matches("./.").trim_end_matches([';', '.', ',', ' ', ':']);
    let unopened = text.matches(')').count() > text.matches('(').count();
    if unopened { text.trim_end_matches([')', ';', '.', ',', ' ']) } else { text }.to_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::*;

    type Short<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

    fn shown(found: &[Citation]) -> Vec<[String; 5]> {
        let text = |t: &Option<String>| t.clone().unwrap_or_default();
        let date = |d: Option<NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
        found.iter().map(|c| [text(&c.kind), text(&c.number), date(c.date), text(&c.issuer), text(&c.subject)]).collect()
    }

    fn check(text: &str, want: &[Short<'_>]) {
        let want: Vec<[String; 5]> = want.iter().map(|(a, b, c, d, e)| [a, b, c, d, e].map(|s| (*s).to_owned())).collect();
        assert_eq!(shown(&citations(text)), want, "{text}");
    }

    #[test]
    fn one_citation_in_its_many_forms() {
        let first = ("Quyết định", "749/QĐ-TTg", "2020-06-03", "Thủ tướng Chính phủ", "phê duyệt Chương trình A");
        for text in [
            "Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình A;",
            "Thực hiện Quyết định 749/QĐ-TTg, ngày 3/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình A.",
            "Quyết định số 749/QĐ- TTg ngày 03 tháng 6 tháng 2020 của Thủ tướng Chính phủ phê duyệt Chương trình A./.",
        ] {
            let text = text.replace("QĐ- TTg", "QĐ-TTg");
            check(&text, &[first]);
        }
        check("Quyết định số 3026/QĐ- BKHCN ngày 24-11-2021", &[("Quyết định", "3026/QĐ-BKHCN", "2021-11-24", "", "")]);
        check(
            "Nghị quyết số 52-NQ/TW ngày 27/09/2019 của Bộ Chính trị về một số chủ trương",
            &[("Nghị quyết", "52-NQ/TW", "2019-09-27", "Bộ Chính trị", "về một số chủ trương")],
        );
        check("Quyết định số /QĐ-BKH&CN ngày tháng năm 2024 của Bộ trưởng", &[("Quyết định", "/QĐ-BKH&CN", "", "Bộ trưởng", "")]);
        check(
            "Thực hiện Kế hoạch số 15/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh về A, B, Sở Khoa học ban hành Kế hoạch như sau:",
            &[("Kế hoạch", "15/KH-UBND", "2026-01-10", "Ủy ban nhân dân tỉnh", "về A, B")],
        );
        check("Chương trình/Kế hoạch chuyển đổi số giai đoạn 2021-2025 của bộ", &[]);
        check("theo đề nghị của Giám đốc; Quyết định này; Nghị quyết của Chính phủ", &[]);
    }

    #[test]
    fn laws_are_named_by_their_titles() {
        check(
            "Căn cứ Luật Công nghệ thông tin số 67/2006/QH11 ngày 29 tháng 6 năm 2006;",
            &[("Luật", "67/2006/QH11", "2006-06-29", "", "Luật Công nghệ thông tin")],
        );
        check(
            "Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;",
            &[("Luật", "", "2023-06-22", "", "Luật Giao dịch điện tử")],
        );
        check("Căn cứ Luật Dữ liệu;", &[("Luật", "", "", "", "Luật Dữ liệu")]);
    }

    #[test]
    fn several_in_one_paragraph() {
        check(
            "Thực hiện Quyết định số 1/QĐ-TTg ngày 01/02/2020 của Thủ tướng Chính phủ về A, phiên bản 2.0; Kiến trúc B; Chỉ thị số 2/CT-TTg ngày 03/4/2021 của Thủ tướng Chính phủ về C;",
            &[
                ("Quyết định", "1/QĐ-TTg", "2020-02-01", "Thủ tướng Chính phủ", "về A, phiên bản 2.0; Kiến trúc B"),
                ("Chỉ thị", "2/CT-TTg", "2021-04-03", "Thủ tướng Chính phủ", "về C"),
            ],
        );
        check(
            "Căn cứ Luật Dữ liệu; Căn cứ Chỉ thị số 2/CT-TTg ngày 03/4/2021;",
            &[("Luật", "", "", "", "Luật Dữ liệu"), ("Chỉ thị", "2/CT-TTg", "2021-04-03", "", "")],
        );
        check(
            "Văn bản số 15/BTTTT-THH và số 70/BTTTT-ATTT ngày 20/03/2024 của Bộ Thông tin và Truyền thông",
            &[
                ("Văn bản", "15/BTTTT-THH", "2024-03-20", "Bộ Thông tin và Truyền thông", ""),
                ("Văn bản", "70/BTTTT-ATTT", "2024-03-20", "Bộ Thông tin và Truyền thông", ""),
            ],
        );
    }

    #[test]
    fn a_decision_inside_a_title_is_not_one_of_its_own() {
        let text = "Quyết định số 94/QĐ-BKHCN ngày 26/01/2024 của Bộ trưởng Bộ KH&CN về việc ban hành “Kế hoạch thực hiện Quyết định số 06/QĐ-TTg ngày 06/01/2022”";
        assert_eq!(citations(text).len(), 1);
        assert_eq!(
            every_citation(text).iter().filter_map(|c| c.number.as_deref()).collect::<Vec<_>>(),
            ["94/QĐ-BKHCN", "06/QĐ-TTg"]
        );
        check(
            "Quyết định số 27/QĐ-UBQGCĐS ngày 15 tháng 6 năm 2022 của Chủ tịch Ủy ban quốc gia về Chuyển đổi số Ban hành Kế hoạch năm 2022",
            &[(
                "Quyết định",
                "27/QĐ-UBQGCĐS",
                "2022-06-15",
                "Chủ tịch Ủy ban quốc gia về Chuyển đổi số",
                "Ban hành Kế hoạch năm 2022",
            )],
        );
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "(\\PC|Quyết định số |Luật |12/QĐ-TTg |ngày 1/2/2020 |của | và |;|“|”|- ){0,30}") {
            let _ = (citations(&text), every_citation(&text));
        }
    }
}
