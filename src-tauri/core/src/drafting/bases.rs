//! Căn cứ of the plan: those of the letter, the letter itself, the ministry plan's decision.

use std::collections::BTreeMap;

use super::paper::Paper;
use crate::plan::{Citation, LegalBasis, Provenance, order_bases};
use crate::reading::{DocumentKind, Reading, issuer_in_running_text};
use crate::text::{fold, squeeze};

/// Every real citation once, by rank, then date.
pub(super) fn collect(letter: Option<&Paper>, ministry: &[(String, &Paper)]) -> Vec<LegalBasis> {
    let mut all = Vec::new();
    if let Some(letter) = letter {
        let read = &letter.reading.legal_bases;
        // The list of căn cứ that the letter gives is fuller than the sentence it opens with.
        let (preamble, listed): (Vec<_>, Vec<_>) = read.iter().partition(|basis| basis.at == "preamble");
        for basis in listed.into_iter().chain(preamble) {
            all.push((basis.citation.clone(), Provenance::new("framework", basis.at.as_str())));
        }
        all.extend(citation_of(&letter.reading).map(|citation| (citation, Provenance::new("framework", ""))));
    }
    for (id, paper) in ministry {
        all.extend(citation_of(&paper.reading).map(|citation| (citation, Provenance::new(id.as_str(), ""))));
    }
    let mut bases = joined(all);
    for basis in &mut bases {
        basis.citation.subject = basis.citation.subject.take().map(|subject| going_on(&subject));
    }
    order_bases(&mut bases);
    bases
}

/// Citations of one number made one: the first's words, what it leaves out from the others.
fn joined(all: Vec<(Citation, Provenance)>) -> Vec<LegalBasis> {
    let mut at: BTreeMap<String, usize> = BTreeMap::new();
    let mut out: Vec<LegalBasis> = Vec::new();
    for (citation, source) in all {
        let Some(number) = citation.number.as_deref().filter(|number| is_real(number)) else { continue };
        let key: String = fold(number).split_whitespace().collect();
        match at.get(&key).and_then(|at| out.get_mut(*at)) {
            Some(known) => known.citation.fill(citation),
            None => {
                at.insert(key, out.len());
                out.push(LegalBasis { citation, source: Some(source) });
            }
        }
    }
    out
}

/// "749/QĐ-TTg", not "/QĐ-BKHCN" of a paper without a number yet.
fn is_real(number: &str) -> bool {
    number.starts_with(|c: char| c.is_ascii_digit())
}

/// How a paper is cited; `None` while it has no number.
fn citation_of(reading: &Reading) -> Option<Citation> {
    let number = reading.number.clone().filter(|number| is_real(number))?;
    let kind = match reading.kind {
        DocumentKind::OfficialLetter => "Công văn".to_owned(),
        DocumentKind::Decision => "Quyết định".to_owned(),
        DocumentKind::Plan => reading.title.kind.clone().unwrap_or_else(|| "Kế hoạch".to_owned()),
    };
    Some(Citation {
        kind: Some(kind),
        number: Some(number),
        date: reading.date,
        issuer: issuer(reading),
        subject: subject(reading),
    })
}

/// "… của Bộ trưởng Bộ Khoa học và Công nghệ)" behind the attachment, else the letterhead.
fn issuer(reading: &Reading) -> Option<String> {
    let issued_with = reading.attachment.as_ref().and_then(|attachment| attachment.issued_with.as_deref());
    let named = issued_with
        .and_then(|text| text.rsplit_once(" của "))
        .map(|(_, issuer)| squeeze(issuer.trim_end_matches([')', '.', ' '])));
    named.filter(|issuer| !issuer.is_empty()).or_else(|| {
        let head = issuer_in_running_text(reading).join(" ");
        if head.is_empty() {
            return None;
        }
        let decides = reading.kind == DocumentKind::Decision && head.starts_with("Bộ ");
        Some(if decides { format!("Bộ trưởng {head}") } else { head })
    })
}

/// What the paper is about, as a citation goes on after the issuer.
fn subject(reading: &Reading) -> Option<String> {
    if let Some(subject) = reading.title.subject.as_deref().map(squeeze).filter(|s| !s.is_empty()) {
        let bare = ["V/v ", "v/v ", "Về việc ", "về việc "].iter().find_map(|opening| subject.strip_prefix(opening));
        return Some(match (reading.kind, bare) {
            (_, Some(bare)) => format!("về việc {bare}"),
            (DocumentKind::OfficialLetter, None) => format!("về việc {}", opening_small(&subject)),
            (_, None) => opening_small(&subject),
        });
    }
    let attachment = reading.attachment.as_ref()?;
    let what = squeeze(&format!("{} {}", attachment.kind.as_deref()?, attachment.subject.as_deref().map(unshouted)?));
    let verb = if reading.kind == DocumentKind::OfficialLetter { "gửi kèm" } else { "ban hành" };
    Some(format!("{verb} {what}"))
}

/// "Phê duyệt …" behind an issuer goes on in small letters; titles of laws and programmes stay.
fn going_on(subject: &str) -> String {
    let verbs = ["phê duyệt", "ban hành", "về", "quy định", "sửa đổi", "công bố", "thành lập", "hướng dẫn", "tăng cường"];
    let lower = subject.to_lowercase();
    let verb = verbs.iter().any(|verb| lower.strip_prefix(verb).is_some_and(|rest| rest.starts_with(' ')));
    if verb { opening_small(subject) } else { subject.to_owned() }
}

/// An upper-case title in small letters; others as they are but for their first letter.
fn unshouted(text: &str) -> String {
    if text.chars().any(char::is_lowercase) { opening_small(text) } else { text.to_lowercase() }
}

fn opening_small(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    // "CNTT …" stays
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    fn citation(kind: &str, number: &str, date: &str) -> Citation {
        Citation {
            kind: Some(kind.into()),
            number: Some(number.into()),
            date: crate::text::parse_date(date).map(|(date, _)| date),
            ..Citation::default()
        }
    }

    #[test]
    fn duplicates_join_and_numberless_ones_go() {
        let place = || Provenance::new("framework", "Phần II/I");
        let short = Citation { date: None, ..citation("Quyết định", "749/QĐ-TTg", "") };
        let bases = joined(vec![
            (short, place()),
            (citation("Quyết định", "749/QĐ-TTG", "03/6/2020"), Provenance::new("framework", "preamble")),
            (citation("Quyết định", "/QĐ-BKHCN", "03/6/2020"), place()),
            (Citation::default(), place()),
        ]);
        assert_eq!(bases.len(), 1);
        assert_eq!((bases[0].citation.date.is_some(), bases[0].source.clone()), (true, Some(place())));
    }

    #[test]
    fn kinds_have_their_rank() {
        let kinds = ["Luật", "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Công văn", "Bài báo"];
        let ranks: Vec<usize> = kinds.iter().map(|kind| citation(kind, "1/A", "").rank()).collect();
        assert!(ranks.windows(2).all(|pair| pair[0] < pair[1]), "{ranks:?}");
    }

    #[test]
    fn a_subject_goes_on_behind_its_issuer() {
        assert_eq!(opening_small("Ban hành Kế hoạch"), "ban hành Kế hoạch");
        assert_eq!(going_on("Phê duyệt Chiến lược"), "phê duyệt Chiến lược");
        assert_eq!(going_on("Luật Công nghệ thông tin"), "Luật Công nghệ thông tin");
        assert_eq!(opening_small("CNTT năm 2025"), "CNTT năm 2025");
    }
}
