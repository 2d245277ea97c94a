//! Căn cứ that cannot be found again (no number, date, issuer or subject) or stand twice (rules B2, B3).

use std::collections::BTreeMap;

use super::places;
use super::remedies::{self, Doubt};
use crate::plan::{Citation, Edit, Finding, Plan};
use crate::reading::Reading;
use crate::text::fold;

pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    remedies::findings(doubts(plan))
}

pub(super) fn doubts(plan: &Plan) -> Vec<Doubt> {
    if plan.legal_bases.is_empty() {
        let hint = "Thêm các văn bản làm căn cứ của kế hoạch.";
        return vec![(Finding::warning("căn cứ", "kế hoạch chưa có căn cứ nào", hint), None)];
    }
    let cited: Vec<(String, &Citation)> =
        plan.legal_bases.iter().enumerate().map(|(index, basis)| (places::basis(index), &basis.citation)).collect();
    let mut found: Vec<Doubt> = cited.iter().filter_map(|(place, citation)| Some((gaps(place, citation)?, None))).collect();
    found.extend(twice(&cited));
    found
}

/// The same for a paper; what a paper cites twice is its author's affair.
pub(super) fn check_reading(reading: &Reading) -> Vec<Finding> {
    let bases = reading.legal_bases.iter();
    bases.filter_map(|basis| gaps(&format!("{}, {}", basis.at, name(&basis.citation)), &basis.citation)).collect()
}

/// A Luật is named by kind and title only; anything else needs all it is found by.
fn gaps(place: &str, citation: &Citation) -> Option<Finding> {
    let law = citation.kind.as_deref().is_some_and(|kind| matches!(kind, "Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp"));
    let parts = [
        (citation.number.is_none() && !law, "số, ký hiệu"),
        (citation.date.is_none() && !law, "ngày ban hành"),
        (citation.issuer.is_none() && !law, "cơ quan ban hành"),
        (citation.subject.is_none(), "trích yếu"),
    ];
    let missing: Vec<&str> = parts.into_iter().filter(|(missing, _)| *missing).map(|(_, part)| part).collect();
    if missing.is_empty() {
        return None;
    }
    let message = format!("{} chưa có {}", name(citation), missing.join(", "));
    Some(Finding::warning(place, message, "Bổ sung cho đủ để viện dẫn đúng văn bản."))
}

fn twice(cited: &[(String, &Citation)]) -> Vec<Doubt> {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for (index, (place, citation)) in cited.iter().enumerate() {
        let Some(number) = &citation.number else { continue };
        if let Some(before) = first.get(&fold(number)) {
            let message = format!("văn bản số {number} đã có ở {before}");
            let remedy = ("Bỏ căn cứ này".to_owned(), Edit::RemoveLegalBasis { index });
            found.push((Finding::warning(place, message, "Bỏ một trong hai căn cứ."), Some(remedy)));
        } else {
            first.insert(fold(number), place);
        }
    }
    found
}

/// A short name: kind and number, else the beginning of its subject.
fn name(citation: &Citation) -> String {
    let kind = citation.kind.as_deref().unwrap_or("văn bản");
    match (&citation.number, &citation.subject) {
        (Some(number), _) => format!("{kind} số {number}"),
        (None, Some(subject)) => format!("{kind} “{}”", subject.chars().take(40).collect::<String>()),
        (None, None) => kind.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::plan::LegalBasis;

    fn bases(citations: Vec<Citation>) -> Plan {
        let legal_bases = citations.into_iter().map(|citation| LegalBasis { citation, source: None }).collect();
        Plan { legal_bases, ..sample::plan() }
    }

    #[test]
    fn a_basis_without_its_number_or_date_is_told_and_a_law_needs_none() {
        let bare = Citation { number: None, date: None, ..sample::citation("") };
        let law = Citation { kind: Some("Luật".into()), subject: Some("Luật Dữ liệu".into()), ..Citation::default() };
        let found = check(&bases(vec![law, bare]));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place, "căn cứ 2");
        assert!(found[0].message.contains("số, ký hiệu, ngày ban hành"), "{}", found[0].message);
    }

    #[test]
    fn a_document_cited_twice_is_told_and_so_is_none() {
        let found = check(&bases(vec![sample::citation("749/QĐ-TTg"), sample::citation("749/qđ-ttg")]));
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("đã có ở căn cứ 1"));
        assert_eq!(check(&bases(Vec::new())).len(), 1);
    }
}
