//! Căn cứ above the outline: which paragraphs are some, whatever they open with, and what they cite.

use super::citation::citations;
use super::marks::{mark, starts_lower};
use super::meaning::LegalBasisRead;
use super::paragraphs::Paragraph;
use crate::plan::Citation;
use crate::text::fold;

/// Characters of a line that only announces a list of căn cứ.
const LONGEST_LEAD: usize = 60;

/// Takes the marks off căn cứ that are listed above the outline ("- Căn cứ …;", "1. Căn cứ …;", "Căn cứ:" over "- Luật …;"),
/// so that they open no node of it. Ends at the first label that counts anything else.
pub(super) fn unmark(paragraphs: &mut [Paragraph]) {
    let mut announced = false;
    let mut listing = false;
    for paragraph in paragraphs {
        let Some((label, rest)) = mark(&paragraph.text) else {
            let folded = paragraph.folded();
            announced = folded.starts_with("can cu") && folded.ends_with(':') && folded.chars().count() < LONGEST_LEAD;
            continue;
        };
        let cites = || citations(rest).iter().any(|cited| cited.number.is_some() || cited.date.is_some());
        let closed = rest.ends_with([';', ',']);
        let basis = fold(rest).starts_with("can cu ") && (!label.kind.counts() || closed || listing) && cites();
        if basis {
            paragraph.text = rest.to_owned();
            listing = true;
        } else if announced && !label.kind.is_named() && !starts_lower(rest) && (closed || listing) && cites() {
            paragraph.text = format!("Căn cứ {rest}");
            listing = true;
        } else if label.kind.counts() {
            return;
        }
    }
}

/// Căn cứ of the preamble: paragraphs that begin as one does.
pub(super) fn preamble<'a>(paragraphs: impl Iterator<Item = &'a Paragraph>) -> Vec<LegalBasisRead> {
    let opens = |p: &&Paragraph| {
        let text = p.text.trim_start_matches(['-', '–', ' ']);
        let folded = fold(text);
        let words = [
            "can cu",
            "thuc hien",
            "trien khai",
            "theo",
            "xet",
            "tiep theo",
            "tren co so",
            "nham ",
            "de thuc hien",
            "de trien khai",
            "de cu the hoa",
            "de to chuc",
        ];
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

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(texts: &[&str]) -> Vec<Paragraph> {
        texts.iter().map(|text| Paragraph { text: (*text).to_owned(), ..Paragraph::default() }).collect()
    }

    fn numbers(texts: &[&str]) -> Vec<String> {
        let mut paragraphs = lines(texts);
        unmark(&mut paragraphs);
        let above = paragraphs.iter().take_while(|p| mark(&p.text).is_none());
        preamble(above).into_iter().filter_map(|basis| basis.citation.number).collect()
    }

    #[test]
    fn listed_can_cu_above_the_outline_are_no_nodes_of_it() {
        let (first, second) =
            ("Kế hoạch số 1/KH-UBND ngày 2-3-2026 của UBND tỉnh", "Nghị quyết số 2/NQ-HĐND ngày 4-5-2026 của HĐND xã");
        for sign in ["- ", "+ ", "", "• "] {
            let (a, b) = (format!("{sign}Căn cứ {first};"), format!("{sign}Căn cứ {second},"));
            assert_eq!(numbers(&[&a, &b, "I. MỤC TIÊU"]), ["1/KH-UBND", "2/NQ-HĐND"], "{sign}");
        }
        let counted = [&format!("1. Căn cứ {first};")[..], &format!("2. Căn cứ {second}."), "I. MỤC TIÊU"];
        assert_eq!(numbers(&counted), ["1/KH-UBND", "2/NQ-HĐND"]);
        let announced = ["Căn cứ:", &format!("- {first};"), &format!("- {second}."), "I. MỤC TIÊU"];
        assert_eq!(numbers(&announced), ["1/KH-UBND", "2/NQ-HĐND"]);
    }

    #[test]
    fn what_an_outline_lists_keeps_its_marks() {
        for texts in [
            &["I. CĂN CỨ", "- Căn cứ Quyết định số 1/QĐ-TTg ngày 2/3/2026 của Thủ tướng Chính phủ;"][..],
            &["1. Căn cứ Quyết định số 1/QĐ-TTg ngày 2/3/2026, các đơn vị rà soát dữ liệu.", "2. Tổ chức tập huấn."],
            &["1. Căn cứ pháp lý", "- Quyết định số 1/QĐ-TTg ngày 2/3/2026;"],
        ] {
            let mut paragraphs = lines(texts);
            unmark(&mut paragraphs);
            assert!(paragraphs.iter().all(|p| mark(&p.text).is_some()), "{texts:?}");
        }
    }

    #[test]
    fn a_purpose_opens_a_preamble_too() {
        for lead in ["Nhằm thực hiện", "Để triển khai", "Để thực hiện nghiêm", "Thực hiện"] {
            let text = format!(
                "{lead} Chỉ thị số 32/CT-TTg ngày 19/9/2026 của Thủ tướng Chính phủ, Chủ tịch Ủy ban nhân dân tỉnh chỉ thị:"
            );
            assert_eq!(numbers(&[&text]), ["32/CT-TTg"], "{lead}");
        }
    }
}
