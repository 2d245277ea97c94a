//! Letterhead, title and addressees of a paper.

use chrono::NaiveDate;

use super::citation;
use super::marks::{Kind, is_caps, mark, starts_lower};
use super::meaning::{DocumentKind, HeadPlaces, Title};
use super::offices;
use super::paragraphs::Paragraph;
use super::titles::{decides, is_paper, paper_kind, sentence_case};
use crate::text::{fold, parse_date, squeeze};

/// What the letterhead says.
#[derive(Debug, Default)]
pub(super) struct Letterhead {
    pub(super) issuer: Vec<String>,
    pub(super) number: Option<String>,
    pub(super) place: Option<String>,
    pub(super) date: Option<NaiveDate>,
    /// "V/v …" of a letter.
    pub(super) about: Option<String>,
    /// Where issuer, number, place and date stand.
    pub(super) at: HeadPlaces,
}

/// Reads the lines above "Kính gửi", "QUYẾT ĐỊNH" or a plan's title.
pub(super) fn letterhead(front: &[Paragraph]) -> Letterhead {
    let mut read = Letterhead::default();
    let mut about: Vec<String> = Vec::new();
    let mut in_about = false;
    let body = |p: &&Paragraph| {
        let folded = p.folded();
        !folded.starts_with("kinh gui") && !is_paper(p) && !folded.starts_with("can cu")
    };
    for paragraph in front.iter().take_while(body).take(20) {
        let (left, right) = without_national(&paragraph.text);
        let at = || Some(paragraph.place.to_string());
        let dated = place_and_date(&paragraph.text);
        if let Some(dated) = &dated {
            if read.place.is_none() && dated.place.is_some() {
                (read.place, read.at.place) = (dated.place.clone(), at());
            }
            if read.date.is_none() && dated.date.is_some() {
                (read.date, read.at.date) = (dated.date, at());
            }
        }
        // what stands beside the date: the number, or a part of the "V/v"
        let beside = dated.as_ref().map(|d| format!("{} {}", &paragraph.text[..d.range.start], &paragraph.text[d.range.end..]));
        let beside = beside.map(|text| squeeze(&text));
        let left = beside.as_deref().filter(|text| !text.is_empty()).unwrap_or(left);
        // the rule typed below the nation's lines may stand beside a line of the "V/v"
        let left = left.trim_end_matches(['_', '—', ' ']);
        if offices::is_stamp(left) || ends_national(left) || left.is_empty() && dated.is_none() {
            continue;
        }
        if let Some(number) = number(left) {
            (read.number, read.at.number) = (Some(number), at());
            in_about = false;
        } else if fold(left).starts_with("v/v") || fold(left).starts_with("ve viec") {
            about.push(left.trim_start_matches(['V', '/', 'v']).trim_start_matches(':').trim().to_owned());
            read.at.subject = read.at.subject.take().or_else(at);
            in_about = true;
        } else if dated.is_some() && beside.as_deref().is_none_or(str::is_empty) || right {
        } else if in_about {
            about.push(left.to_owned());
        } else if read.number.is_none() && is_caps(left) {
            offices::push(&mut read.issuer, left);
            read.at.issuer = read.at.issuer.take().or_else(at);
        }
        if right && dated.is_none() && is_caps(left) && read.number.is_none() {
            offices::push(&mut read.issuer, left);
            read.at.issuer = read.at.issuer.take().or_else(at);
        }
    }
    read.at.issuer = read.at.issuer.take().filter(|_| !read.issuer.is_empty());
    read.about = Some(squeeze(&about.join(" "))).filter(|a| !a.is_empty());
    read
}

/// A line beside the nation's name is cut off it; the second is whether there was one.
fn without_national(text: &str) -> (&str, bool) {
    let cut = ["ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "Độc lập - Tự do", "Độc lập – Tự do"];
    let at = cut.iter().find_map(|words| text.find(words));
    at.map_or((text.trim(), false), |at| (text[..at].trim(), true))
}

/// The end of the nation's lines that a narrow column wrapped: "… CHỦ NGHĨA VIỆT | NAM".
fn ends_national(line: &str) -> bool {
    let lines = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"];
    !line.is_empty() && lines.iter().any(|whole| whole.strip_suffix(line).is_some_and(|rest| rest.ends_with(' ')))
}

/// "Số: 5406/BTTTT-CĐSQG", "Số:      /QĐ-BCĐCĐS".
fn number(line: &str) -> Option<String> {
    let after = line.trim().strip_prefix("Số")?.trim_start().trim_start_matches(':').trim_start();
    let blank = |c: char| matches!(c, '.' | '…' | '_' | ' ');
    let digits = after.trim_start_matches(blank);
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let sign = digits[end..].trim_start_matches(blank);
    // "2318 / CTK - DLTK": the clerk typed blanks round the signs
    let apart = sign.starts_with("/ ");
    let sign = if apart { sign.replacen("/ ", "/", 1).replace(" - ", "-") } else { sign.to_owned() };
    let word = sign.split(' ').next().filter(|w| w.starts_with(['/', '-']) && w.chars().count() > 1)?;
    Some(format!("{}{}", &digits[..end], word.trim_end_matches([',', ';', '.'])))
}

/// Place and date of the letterhead, and where in the line they stand.
struct Dated {
    place: Option<String>,
    /// `None` while the day is blank.
    date: Option<NaiveDate>,
    range: std::ops::Range<usize>,
}

/// "Hà Nội, ngày 03 tháng 11 năm 2022", alone on its line, behind the number, or between two halves of the "V/v" whose
/// column it stands beside.
fn place_and_date(text: &str) -> Option<Dated> {
    let at = text.find(", ngày")?;
    let before = text[..at].trim_end();
    // a name of a place has capitals only: "TP. Hồ Chí Minh", "Thừa Thiên - Huế"
    let named = |word: &str| word == "-" || word.starts_with(char::is_uppercase) && !word.contains(['/', ':']);
    let words = before.rsplit(' ').take_while(|w| named(w) && !w.chars().any(|c| c.is_ascii_digit())).count();
    let place: Vec<&str> = before.rsplit(' ').take(words).collect();
    let place = place.into_iter().rev().collect::<Vec<_>>().join(" ");
    let from = before.len() - place.len();
    let place = Some(place).filter(|p| !p.is_empty() && p.split(' ').count() <= 6);
    let tail = &text[at + 2..];
    match parse_date(tail) {
        Some((date, taken)) => {
            let behind = tail[taken..].trim();
            let whole = behind.is_empty() || place.is_some() && !behind.starts_with(['c', ',', ';', ')', '.']);
            whole.then_some(Dated { place, date: Some(date), range: from..at + 2 + taken })
        }
        None => {
            let short = place.is_some() && tail.len() < 60;
            short.then_some(Dated { place, date: None, range: from..text.len() })
        }
    }
}

/// Tên loại and trích yếu of the paper itself.
pub(super) fn title(kind: DocumentKind, front: &[Paragraph], letterhead: &Letterhead) -> Title {
    match kind {
        DocumentKind::OfficialLetter => Title { kind: Some("Công văn".to_owned()), subject: letterhead.about.clone() },
        DocumentKind::Plan => Title { kind: Some("Kế hoạch".to_owned()), subject: None },
        DocumentKind::Decision => {
            let at = front.iter().position(is_paper);
            let (head, lines) = at.map_or((None, &front[..0]), |at| (front.get(at), &front[at + 1..]));
            let end = head.and_then(|p| paper_kind(&p.text)).unwrap_or(0);
            let kind = head.map_or_else(|| "Quyết định".to_owned(), |p| sentence_case(&p.text[..end]));
            let ends = |p: &&Paragraph| !is_caps(&p.text) && !p.folded().starts_with("can cu") && !decides(&p.text);
            let mut subject: Vec<&str> = head.map(|p| p.text[end..].trim()).into_iter().collect();
            subject.extend(lines.iter().take(4).take_while(ends).map(|p| p.text.as_str()));
            let subject = Some(squeeze(&subject.join(" "))).filter(|s| !s.is_empty());
            Title { kind: Some(kind), subject }
        }
    }
}

/// Where the subject of the paper itself stands: its title, or a letter's "V/v …".
pub(super) fn subject_place(kind: DocumentKind, front: &[Paragraph], letterhead: &Letterhead) -> Option<String> {
    match kind {
        DocumentKind::Decision => front.iter().find(|p| is_paper(p)).map(|p| p.place.to_string()),
        DocumentKind::OfficialLetter | DocumentKind::Plan => letterhead.at.subject.clone(),
    }
}

/// Which paragraph says "Kính gửi".
pub(super) fn addressed(front: &[Paragraph]) -> Option<usize> {
    front.iter().position(|p| p.folded().starts_with("kinh gui"))
}

/// Kính gửi, and how many paragraphs the letter's head takes.
pub(super) fn addressees(front: &[Paragraph]) -> (Vec<String>, usize) {
    let Some(at) = addressed(front) else { return (Vec::new(), 0) };
    let clean = |text: &str| text.trim().trim_end_matches([';', '.', ',']).trim().to_owned();
    let text = &front[at].text;
    let after = text.char_indices().nth("Kính gửi".chars().count()).map_or("", |(i, _)| &text[i..]);
    let after = after.trim_start().trim_start_matches(':').trim();
    let mut found: Vec<String> = Vec::new();
    let mut end = at + 1;
    if !after.is_empty() {
        let items = after.split("; ").map(|a| clean(mark(a).map_or(a, |(_, rest)| rest)));
        found.extend(items);
    }
    for paragraph in &front[end..] {
        // the right half of the letterhead may be read behind "Kính gửi:"
        let beside = without_national(&paragraph.text).1 || place_and_date(&paragraph.text).is_some();
        if beside && found.is_empty() {
            end += 1;
            continue;
        }
        let item = mark(&paragraph.text).filter(|(m, _)| m.kind == Kind::Dash).map(|(_, rest)| clean(rest));
        let alone = found.is_empty() && (paragraph.beside || !paragraph.text.ends_with(['.', ':']));
        match (item, found.last_mut()) {
            (Some(item), _) => found.push(item),
            (None, Some(last)) if starts_lower(&paragraph.text) => {
                last.push(' ');
                last.push_str(&clean(&paragraph.text));
            }
            (None, None) if alone => found.push(clean(&paragraph.text)),
            _ => break,
        }
        end += 1;
    }
    (found.into_iter().filter(|a| !a.is_empty()).collect(), end)
}

/// Number and date that a "(Kèm theo Quyết định số …)" gives for the paper it came with.
pub(super) fn issued_with(text: &str) -> (Option<String>, Option<NaiveDate>) {
    let cited = citation::every_citation(text).into_iter().next();
    cited.map_or((None, None), |c| (c.number, c.date))
}
