//! Citations of legal documents in running text: "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ
//! phê duyệt …", laws by their titles, two numbers with one date, a document cited inside another's title.
//!
//! What a citation leaves out stays `None`. Knows nothing of outlines or of where a citation stands.

mod words;

use self::words::{is_law, issuer_end, kind_of, request};
use super::marks::starts_upper;
use crate::plan::{Citation, Label};
use crate::text::{fold, parse_date, squeeze};

/// Bytes of a citation that are looked at: no title is longer.
const LONGEST: usize = 1600;

/// The documents a text cites one after another, those inside another's title left out.
///
/// Text between two citations belongs to the subject of the first ("…, phiên bản 2.0; Kiến trúc Chính phủ điện tử").
pub fn citations(text: &str) -> Vec<Citation> {
    let text = squeeze(text);
    let starts = starts(&text);
    let mut found: Vec<Citation> = Vec::new();
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).map_or(text.len(), |next| next.at);
        // "các Quyết định của Thủ tướng Chính phủ: số 749/QĐ-TTg …": what is common to all stands above
        let common = if start.kind.is_none() && found.is_empty() { common(&text[..start.at]) } else { None };
        read(&text[start.at..end], start, &mut found);
        // "Quyết định số 1 ngày … và Quyết định số 2 ngày … của …": one issuer for both
        if let [.., before, last] = found.as_mut_slice()
            && before.kind == last.kind
            && before.subject.is_none()
            && !text[..start.at].trim_end().ends_with(';')
        {
            before.issuer = before.issuer.take().or_else(|| last.issuer.clone());
        }
        if let (Some(common), Some(first)) = (common, found.last_mut()) {
            first.kind = common.kind;
            first.issuer = first.issuer.take().or(common.issuer);
        }
    }
    found
}

/// What a pasted list cites: each entry with the documents it names. An entry begins where the one before is closed with
/// ";" or ".", or where a line opens with "Căn cứ", a dash or a number; lines that a page broke are joined.
pub fn pasted(text: &str) -> Vec<(String, Vec<Citation>)> {
    let mut entries: Vec<String> = Vec::new();
    for line in text.lines().map(squeeze).filter(|line| !line.is_empty()) {
        let closed = entries.last().is_none_or(|last| last.ends_with([';', '.']));
        let bare = entry(&line);
        match entries.last_mut() {
            Some(last) if !closed && bare.len() == line.len() && start_at(&line, 0).is_none() => {
                last.push(' ');
                last.push_str(&line);
            }
            _ => entries.push(bare.to_owned()),
        }
    }
    let read = |entry: String| {
        let cited = citations(entry.trim_end_matches([';', '.', ',']));
        (entry, cited)
    };
    entries.into_iter().map(read).collect()
}

/// An entry of a list without what opens it: "- Căn cứ ", "2. ", "b) ".
fn entry(line: &str) -> &str {
    let mut bare = line;
    if let Some((word, rest)) = bare.split_once(' ') {
        let label = Label::parse(word).is_some() && (word.ends_with(['.', ')']) || matches!(word, "-" | "–" | "+" | "•" | "*"));
        if label {
            bare = rest;
        }
    }
    ["Căn cứ vào ", "Căn cứ ", "căn cứ "].iter().find_map(|lead| bare.strip_prefix(lead)).unwrap_or(bare)
}

/// Kind and issuer that a list of numbers has above it.
fn common(above: &str) -> Option<Citation> {
    let above = above.trim_end().strip_suffix("số").unwrap_or(above).trim_end().strip_suffix(':')?;
    let from = above.char_indices().map(|(at, _)| at).rfind(|at| kind_of(&above[*at..]).is_some())?;
    let kind = kind_of(&above[from..])?;
    let issuer = above[from + kind.len()..].trim().strip_prefix("của ").map(str::to_owned);
    Some(Citation { kind: Some(kind.to_owned()), issuer, ..Citation::default() })
}

/// Every document a text names by number, those inside titles too, in order.
pub fn every_citation(text: &str) -> Vec<Citation> {
    let text = squeeze(text);
    let mut found = Vec::new();
    for start in all_starts(&text) {
        read(head(&text[start.at..]), &start, &mut found);
    }
    found
}

/// Where a citation begins.
struct Start {
    at: usize,
    /// None for a second number: "… và 708/BTTTT-CATTT ngày 20/03/2024".
    kind: Option<&'static str>,
}

/// May a citation begin at the next word?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fresh {
    No,
    /// At the beginning, behind ";", or behind "," or "và" that follow a citation without a subject.
    Yes,
    /// Behind "," or "và" inside a subject: only a citation with number, date and issuer is one beside the first.
    Whole,
}

/// Citations that begin a text or follow a ";", or "và", "," behind a whole citation; never inside quotes or brackets.
fn starts(text: &str) -> Vec<Start> {
    let mut found: Vec<Start> = Vec::new();
    let mut depth = 0_i32;
    let mut quoted = false;
    let balanced = text.matches('"').count().is_multiple_of(2);
    let mut fresh = Fresh::Yes;
    // a document is cited since the last ";"
    let mut cited = false;
    let mut skip_to = 0;
    for (at, letter) in text.char_indices() {
        if at < skip_to {
            continue;
        }
        if letter == '('
            && depth == 0
            && !quoted
            && !cited
            && at > 0
            && let Some(start) = in_brackets(text, at + 1)
        {
            skip_to = start.at + start.kind.map_or(1, str::len);
            depth += 1;
            cited = true;
            fresh = Fresh::No;
            found.push(start);
            continue;
        }
        match letter {
            '“' | '(' => depth += 1,
            '”' | ')' => depth = (depth - 1).max(0),
            '"' if balanced => quoted = !quoted,
            _ => {}
        }
        if depth == 0
            && !quoted
            && fresh != Fresh::No
            && let Some(start) = start_at(text, at)
            && (fresh == Fresh::Yes || found.last().is_none_or(|first| is_beside(text, first, &start)))
        {
            // jump over the word, so that "Luật …" inside "Bộ luật" does not count again
            skip_to = at + start.kind.map_or(1, str::len);
            found.push(start);
            cited = true;
            fresh = Fresh::No;
            continue;
        }
        // "… và ý kiến chỉ đạo của Chủ tịch tại Văn bản số 9914/UBND-KGVX ngày …": said beside the first, not in its subject
        if fresh == Fresh::No
            && depth == 0
            && text[at..].starts_with(" tại ")
            && let Some(first) = found.last()
            && is_word_of_superior(&text[first.at..at])
        {
            fresh = Fresh::Yes;
            continue;
        }
        let in_gap = letter == ' ' || letter == ';';
        let opens_word = !in_gap && text[..at].ends_with([' ', ';']);
        if letter == ';' {
            fresh = Fresh::Yes;
            cited &= depth > 0;
        } else if in_gap && fresh == Fresh::No {
            fresh = joins(&text[..at], found.last());
        } else if fresh != Fresh::No && !found.is_empty() && opens_word && !is_lead(&text[at..]) {
            fresh = Fresh::No;
        }
    }
    found
}

/// What the "và" or "," a text ends in lets follow, behind the citation that began at `from`.
fn joins(before: &str, from: Option<&Start>) -> Fresh {
    let Some(from) = from else { return Fresh::Yes };
    let cited = &before[from.at..];
    let cut = [" và số", " và", ","].iter().find_map(|sign| cited.strip_suffix(sign));
    let Some(head) = cut.map(|head| head.trim_end_matches([',', ' '])).filter(|head| head.len() <= LONGEST) else {
        return Fresh::No;
    };
    if head.ends_with(|c: char| c.is_ascii_digit()) || ends_with_number(head) {
        return Fresh::Yes;
    }
    let mut read_so_far = Vec::new();
    read(head, from, &mut read_so_far);
    let bare = |c: &Citation| c.subject.is_none() && c.issuer.is_some();
    if read_so_far.last().is_some_and(bare) { Fresh::Yes } else { Fresh::Whole }
}

/// A citation behind "," or "và" in the subject of another stands beside it: it has all its parts, and that subject
/// names no document of its own ("sửa đổi Quyết định số 1/QĐ-TTg và Quyết định số 2/QĐ-TTg").
fn is_beside(text: &str, first: &Start, next: &Start) -> bool {
    let between = &text[first.at..next.at];
    let inner = all_starts(between).len() > 1;
    let of = |from: usize, start: &Start| {
        let mut found = Vec::new();
        read(head(&text[from..]), start, &mut found);
        found.pop()
    };
    // where the first says no issuer, the one beside it need not either
    let unsaid = of(first.at, first).is_some_and(|c| c.number.is_some() && c.date.is_some() && c.issuer.is_none());
    // "… và Nghị định số 2 sửa đổi Nghị định số 1": what amends the first comes from the same hand
    let own = of(first.at, first).and_then(|c| c.number);
    let amends = |c: &Citation| {
        let subject = c.subject.as_deref().filter(|s| s.starts_with("sửa đổi") || s.starts_with("bổ sung")).unwrap_or_default();
        own.as_deref().is_some_and(|number| subject.contains(number))
    };
    let whole = |c: Citation| c.number.is_some() && c.date.is_some() && (c.issuer.is_some() || unsaid || amends(&c));
    next.kind.is_some() && !inner && of(next.at, next).is_some_and(whole)
}

/// A citation goes on with what a superior said elsewhere: "… và ý kiến chỉ đạo của Chủ tịch UBND tỉnh".
fn is_word_of_superior(cited: &str) -> bool {
    const SAID: [&str; 6] = ["ý kiến", "chỉ đạo", "kết luận", "yêu cầu", "đề nghị", "chỉ thị"];
    let behind = cited.rfind(" và ").map(|at| &cited[at + " và ".len()..]);
    behind.is_some_and(|behind| behind.len() < 200 && SAID.iter().any(|word| behind.starts_with(word)))
}

/// The beginning of a text, cut at a letter's edge.
fn head(text: &str) -> &str {
    let end = (0..=LONGEST.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    &text[..end]
}

fn ends_with_number(text: &str) -> bool {
    text.rsplit(' ').next().is_some_and(|word| number(word).is_some_and(|(_, taken)| taken == word.len()))
}

/// Words that may stand before a citation: "Căn cứ", "Thực hiện", "số", "và", "- ".
fn is_lead(text: &str) -> bool {
    let word = text.split([' ', ';']).next().unwrap_or("");
    const LEADS: [&str; 20] = [
        "can", "cu", "thuc", "hien", "so", "va", "-", "tai", "theo", "cac", "trien", "khai", "xet", "tiep", "tuc", "cung", "voi",
        "dong", "thoi", "quan",
    ];
    LEADS.contains(&fold(word).trim_end_matches(':'))
}

/// "Chiến lược phát triển Tập đoàn (Quyết định số 538/QĐ-TTg ngày …)", "Đề án … (ban hành kèm theo Quyết định số …)": what is
/// named has its number in brackets.
fn in_brackets(text: &str, at: usize) -> Option<Start> {
    const LEADS: [&str; 10] = [
        "được ban hành kèm theo ",
        "ban hành kèm theo ",
        "được ban hành theo ",
        "ban hành theo ",
        "kèm theo ",
        "được phê duyệt tại ",
        "được phê duyệt theo ",
        "phê duyệt tại ",
        "theo ",
        "tại ",
    ];
    let inside = &text[at..];
    let head: String = inside.chars().take(30).flat_map(char::to_lowercase).collect();
    let lead = LEADS.iter().find(|lead| head.starts_with(**lead)).map_or(0, |lead| lead.len());
    let start = inside.is_char_boundary(lead).then(|| start_at(text, at + lead)).flatten()?;
    let kind = start.kind?;
    let behind = strip_number_word(text[start.at + kind.len()..].trim_start());
    number(behind).is_some().then_some(start)
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
    let after = rest[kind.len()..].trim_start_matches([' ', ':']);
    let after = strip_number_word(&after[qualifier(kind, after)..]);
    let numbered = number(after).is_some() || blank_number(after).is_some();
    let named = is_law(kind) && (starts_upper(after) || after.starts_with("sửa đổi"));
    // "Nghị quyết của Quốc hội", "Quyết định này" name nothing
    let dated = parse_date(after).is_some();
    (numbered || named || dated).then_some(Start { at, kind: Some(kind) })
}

/// Bytes between a tên loại and the "số" that its number follows: "Chương trình | phối hợp | số 08/…", "Nghị định | sửa đổi, bổ
/// sung | số: 48/…". Small words only; none of them leads to another document.
fn qualifier(kind: &str, after: &str) -> usize {
    const LEADS: [&str; 8] = ["của", "này", "và", "tại", "theo", "trên", "nêu", "kèm"];
    if is_law(kind) {
        return 0;
    }
    let head = after.char_indices().nth(40).map_or(after, |(end, _)| &after[..end]);
    let Some(at) = head.find(" số").filter(|at| number(strip_number_word(after[*at..].trim_start())).is_some()) else {
        return 0;
    };
    let words = &after[..at];
    let small = words.split(' ').all(|word| word.starts_with(char::is_lowercase) && !LEADS.contains(&word.trim_matches(',')));
    if small && words.split(' ').count() <= 5 { at + 1 } else { 0 }
}

fn strip_number_word(text: &str) -> &str {
    ["số:", "số", "Số"].iter().find_map(|word| text.strip_prefix(word)).map_or(text, str::trim_start)
}

/// A số, ký hiệu at the beginning of `text`: "749/QĐ-TTg", "52-NQ/TW", "67/2006/QH11"; spaces that a line's end left
/// behind its hyphens are dropped. Returns it and the bytes it took.
fn number(text: &str) -> Option<(String, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    // "4567 /BKHCN-CĐSQG", "2318 / CTK - DLTK": the clerk typed blanks round the signs
    let rest = &text[digits..];
    let stroke = rest.trim_start_matches(' ').strip_prefix('/').filter(|_| rest.starts_with([' ', '/']));
    let apart = stroke.is_some_and(|sign| rest.starts_with(' ') && sign.trim_start().starts_with(char::is_uppercase));
    let sign = if apart { '/' } else { rest.chars().next()? };
    if !(1..=6).contains(&digits) || !matches!(sign, '/' | '-') {
        return None;
    }
    let mut out = text[..digits].to_owned();
    let mut at = digits;
    if apart {
        out.push('/');
        at = text.len() - stroke.unwrap_or_default().trim_start().len();
    }
    let mut signs = false;
    while let Some(letter) = text[at..].chars().next() {
        let next = text[at + letter.len_utf8()..].chars().next();
        let spaced = text[at..].strip_prefix(" - ").filter(|behind| apart && behind.starts_with(char::is_uppercase));
        if let Some(behind) = spaced {
            out.push('-');
            at = text.len() - behind.len();
            continue;
        }
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
    let rest = text[kind.len()..].trim_start_matches([' ', ':']);
    let (between, rest) = rest.split_at(qualifier(kind, rest));
    let amending = between.starts_with("sửa đổi") || between.starts_with("bổ sung");
    let named = if between.is_empty() || amending { kind.to_owned() } else { format!("{kind} {}", between.trim_end()) };
    let mut citation = Citation { kind: Some(named), ..Citation::default() };
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
    if let Some(first) = found.last() {
        citation.kind.clone_from(&first.kind);
        if citation.issuer.is_none() {
            citation.issuer.clone_from(&first.issuer);
        }
    }
    // "số 1/A và số 2/A ngày … của …": what is said once is said of all that lack it
    let bare = |c: &&mut Citation| c.kind == citation.kind && (c.date.is_none() || c.issuer.is_none()) && c.subject.is_none();
    for first in found.iter_mut().rev().take_while(bare) {
        first.date = first.date.or(citation.date);
        first.issuer = first.issuer.take().or_else(|| citation.issuer.clone());
    }
    found.push(citation);
}

/// "Luật Công nghệ thông tin số 67/2006/QH11 ngày …": the title stands before the number, either may be missing.
fn read_law(text: &str, kind: &str, citation: &mut Citation) {
    let bracket = text.find('(').unwrap_or(text.len());
    // another document's number is not the law's
    let own = &text[kind.len()..];
    let other = own.char_indices().filter(|(at, _)| *at > 1 && own[..*at].ends_with(' ')).map(|(at, _)| at);
    let other = other.filter(|at| kind_of(&own[*at..]).is_some_and(|k| !is_law(k))).map(|at| at + kind.len()).next();
    let end = other.unwrap_or(text.len());
    // "Luật Chuyển đổi số số 148/2025/QH15": the last "số" before the number is the one that tells it
    let numbered = text[..end].match_indices("số ").filter(|(at, _)| text[..*at].ends_with(' ')).find_map(|(at, word)| {
        let (number, taken) = number(&text[at + word.len()..end])?;
        Some((at - 1, number, at + word.len() + taken))
    });
    let dated = text[..end].match_indices(" ngày ").find(|(at, _)| parse_date(&text[*at..end]).is_some()).map(|(at, _)| at);
    let (title_end, tail) = match (numbered, dated) {
        (Some((at, number, end)), _) => {
            citation.number = Some(number);
            (at, end)
        }
        (None, Some(at)) => (at, at),
        (None, None) => (text[..end].find(';').unwrap_or(end), text.len()),
    };
    read_tail(text[tail..].trim_start_matches(')'), citation);
    let title = trimmed(&text[..title_end.min(bracket)]);
    let title = title.split(", được sửa đổi").next().unwrap_or_default().to_owned();
    citation.subject = Some(title).filter(|title| title.len() > kind.len());
}

/// "ngày … của … phê duyệt …", "của … ngày …", "do … ban hành ngày …"
fn read_tail(text: &str, citation: &mut Citation) {
    let aside = short_name(text.trim_start()).map(|(name, _)| format!("({name})"));
    let mut rest = dated(text.trim_start(), citation);
    rest = rest.trim_start_matches(',').trim_start();
    if let Some(after) = rest.strip_prefix("của ") {
        let end = issuer_end(after);
        citation.issuer = Some(trimmed(&after[..end])).filter(|issuer| !issuer.is_empty());
        rest = &after[end..];
    } else if let Some((issuer, after)) = rest.strip_prefix("do ").and_then(|after| after.split_once(" ban hành"))
        && issuer.len() < 200
        && starts_upper(issuer)
    {
        citation.issuer = Some(trimmed(issuer));
        rest = after;
    }
    if citation.date.is_none() {
        rest = dated(rest.trim_start(), citation);
    }
    if let Some(parties) = rest.trim_start().strip_prefix("giữa ") {
        // a paper of two bodies has no one issuer
        let end = issuer_end(parties);
        rest = &parties[end..];
    }
    let subject = trimmed(rest[..request(rest).unwrap_or(rest.len())].trim_start_matches([',', ' ']));
    let nothing = |s: &String| s.is_empty() || s.starts_with(['(', ')']) || matches!(s.as_str(), "số" | "Số");
    citation.subject = Some(subject).filter(|s| !nothing(s)).or(aside);
}

/// "Quyết định 06/QĐ-TTg (Đề án 06) ngày …": a short name in brackets before the date, and the date.
fn short_name(text: &str) -> Option<(&str, &str)> {
    let found = text.strip_prefix('(').and_then(|rest| rest.split_once(") "));
    found.filter(|(name, rest)| name.len() < 60 && parse_date(rest).is_some())
}

/// Reads the date at the beginning of `text`, and gives what follows it.
fn dated<'a>(text: &'a str, citation: &mut Citation) -> &'a str {
    let behind = short_name(text).map(|(_, rest)| rest);
    let bare = behind.unwrap_or(text).trim_start_matches([',', '(']).trim_start();
    let bare = ["được ban hành", "ban hành", "ký", "được ký"]
        .iter()
        .find_map(|word| bare.strip_prefix(word).filter(|rest| rest.starts_with(" ngày ")))
        .map_or(bare, str::trim_start);
    if let Some((date, taken)) = parse_date(bare) {
        citation.date = Some(date);
        return bare[taken..].trim_start().trim_start_matches(')').trim_start();
    }
    blank_date(bare).unwrap_or(text)
}

/// "ngày tháng năm 2024", "ngày … tháng … năm 2024" before the day is known.
fn blank_date(text: &str) -> Option<&str> {
    let after = text.strip_prefix("ngày")?;
    let head = after.get(..after.len().min(60)).unwrap_or(after);
    let year = head.find("năm ")? + "năm ".len();
    let digits = after[year..].bytes().take_while(u8::is_ascii_digit).count();
    Some(after[year + digits..].trim_start())
}

fn trimmed(text: &str) -> String {
    let text = text.trim();
    // what leads to the next number is not of this one
    let leads = ["; số", "; Số", ", số", "và số", "và các", "; các", ", các", "và"];
    let text = leads.iter().find_map(|lead| text.strip_suffix(lead)).unwrap_or(text).trim();
    let text = text.trim_end_matches("./.").trim_end_matches([';', '.', ',', ' ', ':']);
    let unopened = text.matches(')').count() > text.matches('(').count();
    if unopened { text.trim_end_matches([')', ';', '.', ',', ' ']) } else { text }.to_owned()
}

#[cfg(test)]
mod tests;
