//! Letterhead, title, addressees and closing of a paper.

use chrono::NaiveDate;

use super::citation;
use super::marks::{Kind, is_caps, mark, starts_lower};
use super::meaning::{DocumentKind, ReadSignatory, Title};
use super::paragraphs::Paragraph;
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
}

/// Reads the lines above "Kính gửi", "QUYẾT ĐỊNH" or a plan's title.
pub(super) fn letterhead(front: &[Paragraph]) -> Letterhead {
    let mut read = Letterhead::default();
    let mut about: Vec<String> = Vec::new();
    let mut in_about = false;
    let body = |p: &&Paragraph| {
        let folded = p.folded();
        !folded.starts_with("kinh gui") && !folded.starts_with("quyet dinh") && !folded.starts_with("can cu")
    };
    for paragraph in front.iter().take_while(body).take(20) {
        let (left, right) = without_national(&paragraph.text);
        let dated = place_and_date(&paragraph.text);
        if let Some((place, date)) = &dated {
            read.place = read.place.take().or_else(|| place.clone());
            read.date = read.date.or(*date);
        }
        if let Some(number) = number(left) {
            read.number = Some(number);
            in_about = false;
        } else if fold(left).starts_with("v/v") || fold(left).starts_with("ve viec") {
            about.push(left.trim_start_matches(['V', '/', 'v']).trim_start_matches(':').trim().to_owned());
            in_about = true;
        } else if dated.is_some() || right {
        } else if in_about {
            about.push(left.to_owned());
        } else if read.number.is_none() && is_caps(left) {
            push_issuer(&mut read.issuer, left);
        }
        if right && dated.is_none() && is_caps(left) && read.number.is_none() {
            push_issuer(&mut read.issuer, left);
        }
    }
    read.about = Some(squeeze(&about.join(" "))).filter(|a| !a.is_empty());
    read
}

/// A line beside the nation's name is cut off it; the second is whether there was one.
fn without_national(text: &str) -> (&str, bool) {
    let cut = ["CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "Độc lập - Tự do", "Độc lập – Tự do"];
    let at = cut.iter().find_map(|words| text.find(words));
    at.map_or((text.trim(), false), |at| (text[..at].trim(), true))
}

/// A name that a line's end cut in two goes on; a new body begins with its own word.
fn push_issuer(issuer: &mut Vec<String>, line: &str) {
    const BODIES: [&str; 22] = [
        "bo",
        "cuc",
        "vu",
        "van phong",
        "trung tam",
        "uy ban",
        "so",
        "tong cuc",
        "chi cuc",
        "vien",
        "hoc vien",
        "truong",
        "ban",
        "thanh tra",
        "quoc hoi",
        "chinh phu",
        "thu tuong",
        "hoi dong",
        "tap chi",
        "bao",
        "kho bac",
        "dai",
    ];
    let folded = fold(line);
    let begins = BODIES.iter().any(|b| folded.strip_prefix(b).is_some_and(|r| r.is_empty() || r.starts_with(' ')));
    match issuer.last_mut() {
        Some(last) if !begins => {
            last.push(' ');
            last.push_str(line);
        }
        _ if !line.is_empty() => issuer.push(line.to_owned()),
        _ => {}
    }
}

/// "Số: 5406/BTTTT-CĐSQG", "Số:      /QĐ-BCĐCĐS".
fn number(line: &str) -> Option<String> {
    let after = line.trim().strip_prefix("Số")?.trim_start().trim_start_matches(':').trim_start();
    let blank = |c: char| matches!(c, '.' | '…' | '_' | ' ');
    let digits = after.trim_start_matches(blank);
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let sign = digits[end..].trim_start_matches(blank);
    let word = sign.split(' ').next().filter(|w| w.starts_with(['/', '-']) && w.chars().count() > 1)?;
    Some(format!("{}{}", &digits[..end], word.trim_end_matches([',', ';', '.'])))
}

/// "Hà Nội, ngày 03 tháng 11 năm 2022"; the date is `None` while the day is blank.
fn place_and_date(text: &str) -> Option<(Option<String>, Option<NaiveDate>)> {
    let at = text.find(", ngày")?;
    let before = &text[..at];
    // behind the number on one line: "Số: 12/QĐ-BKHCN Hà Nội, ngày …"
    let words: Vec<&str> = before.split(' ').collect();
    let from = words.iter().rposition(|w| w.contains(['/', ':']) || w.chars().any(|c| c.is_ascii_digit())).map_or(0, |i| i + 1);
    let place = words[from..].join(" ");
    let place = Some(place).filter(|p| !p.is_empty() && p.split(' ').count() <= 5 && p.starts_with(char::is_uppercase));
    let tail = text[at + 2..].trim();
    let date = parse_date(tail);
    let whole = date.is_some_and(|(_, taken)| tail[taken..].trim().is_empty());
    (whole || date.is_none() && place.is_some() && tail.len() < 60).then_some((place, date.map(|(d, _)| d)))
}

/// Tên loại and trích yếu of the paper itself.
pub(super) fn title(kind: DocumentKind, front: &[Paragraph], letterhead: &Letterhead) -> Title {
    match kind {
        DocumentKind::OfficialLetter => Title { kind: Some("Công văn".to_owned()), subject: letterhead.about.clone() },
        DocumentKind::Plan => Title { kind: Some("Kế hoạch".to_owned()), subject: None },
        DocumentKind::Decision => {
            let at = front.iter().position(|p| p.folded().starts_with("quyet dinh"));
            let lines = at.map_or(&front[..0], |at| &front[at + 1..]);
            let ends =
                |p: &&Paragraph| !is_caps(&p.text) && !p.folded().starts_with("can cu") && !p.folded().starts_with("quyet dinh:");
            let subject: Vec<&str> = lines.iter().take(4).take_while(ends).map(|p| p.text.as_str()).collect();
            let subject = Some(squeeze(&subject.join(" "))).filter(|s| !s.is_empty());
            Title { kind: Some("Quyết định".to_owned()), subject }
        }
    }
}

/// Kính gửi, and how many paragraphs the letter's head takes.
pub(super) fn addressees(front: &[Paragraph]) -> (Vec<String>, usize) {
    let Some(at) = front.iter().position(|p| p.folded().starts_with("kinh gui")) else { return (Vec::new(), 0) };
    let clean = |text: &str| text.trim().trim_end_matches([';', '.', ',']).trim().to_owned();
    let text = &front[at].text;
    let after = text.char_indices().nth("Kính gửi".chars().count()).map_or("", |(i, _)| &text[i..]);
    let after = after.trim_start().trim_start_matches(':').trim();
    let mut found: Vec<String> = Vec::new();
    let mut end = at + 1;
    if !after.is_empty() {
        found.extend(after.split("; - ").map(|a| clean(mark(a).map_or(a, |(_, rest)| rest))));
    }
    for paragraph in &front[end..] {
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

/// Nơi nhận and who signed.
pub(super) fn closing(lines: &[Paragraph]) -> (Vec<String>, Option<ReadSignatory>) {
    let mut recipients: Vec<String> = Vec::new();
    let mut signed = ReadSignatory::default();
    let mut listing = false;
    for line in lines {
        let (text, folded) = (line.text.trim(), line.folded());
        if folded.starts_with("cong hoa xa hoi") || folded.starts_with("doc lap") {
            break;
        }
        if let Some(after) = folded.starts_with("noi nhan").then(|| text.split_once(':').map_or("", |(_, a)| a.trim())) {
            listing = true;
            recipients.extend(after.split("; - ").filter_map(|a| mark(a).map(|(_, rest)| rest.to_owned())));
            // a signature beside it on one line
            push_authority(&mut signed, after);
        } else if let Some((mark, rest)) = mark(text).filter(|(m, _)| m.kind == Kind::Dash && listing) {
            let _ = mark;
            recipients.push(rest.to_owned());
        } else if is_authority(&folded, text) && signed.name.is_none() {
            push_authority(&mut signed, text);
        } else if signed.name.is_none() && is_name(text) && !signed.authority.is_empty() {
            signed.name = Some(text.to_owned());
        } else if listing
            && starts_lower(text)
            && let Some(last) = recipients.last_mut()
        {
            last.push(' ');
            last.push_str(text);
        }
    }
    let signed = (!signed.authority.is_empty() || signed.name.is_some()).then_some(signed);
    (recipients, signed)
}

fn push_authority(signed: &mut ReadSignatory, text: &str) {
    if is_authority(&fold(text), text) {
        signed.authority.push(text.trim().to_owned());
    }
}

/// "KT. BỘ TRƯỞNG", "GIÁM ĐỐC": a post, in capitals.
fn is_authority(folded: &str, text: &str) -> bool {
    const POSTS: [&str; 25] = [
        "kt.",
        "tm.",
        "tl.",
        "tuq.",
        "q.",
        "bo truong",
        "thu truong",
        "chu tich",
        "pho",
        "giam doc",
        "cuc truong",
        "vu truong",
        "chanh",
        "truong ban",
        "vien truong",
        "tong cuc truong",
        "tong giam doc",
        "hieu truong",
        "thu tuong",
        "chi cuc truong",
        "tong bien tap",
        "truong phong",
        "chu nhiem",
        "tong thu ky",
        "quyen",
    ];
    is_caps(text) && POSTS.iter().any(|post| folded.starts_with(post))
}

/// A full name: two to six words, each with a capital first; degrees before it are kept.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let letters = text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.'));
    (2..=6).contains(&words.len()) && letters && words.iter().all(|w| w.starts_with(char::is_uppercase))
}

/// Number and date that a "(Kèm theo Quyết định số …)" gives for the paper it came with.
pub(super) fn issued_with(text: &str) -> (Option<String>, Option<NaiveDate>) {
    let cited = citation::every_citation(text).into_iter().next();
    cited.map_or((None, None), |c| (c.number, c.date))
}
