//! Căn cứ pháp lý: a citation of a document and its place among the plan's bases.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Provenance;
use crate::text::fold;

/// A citation of a legal document; what a paper leaves out is `None`, never guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Citation {
    /// Tên loại: "Quyết định", "Luật", "Công văn" (also "Văn bản", as printed).
    pub kind: Option<String>,
    /// Số, ký hiệu: "749/QĐ-TTg", "52-NQ/TW", "67/2006/QH11".
    pub number: Option<String>,
    /// The day it was signed.
    pub date: Option<NaiveDate>,
    /// Who issued it: "Thủ tướng Chính phủ".
    pub issuer: Option<String>,
    /// Trích yếu, as printed: "phê duyệt Chương trình …"; for a law its title, "Luật Công nghệ thông tin".
    pub subject: Option<String>,
}

/// One căn cứ of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LegalBasis {
    /// The document cited.
    #[serde(flatten)]
    pub citation: Citation,
    /// Where it came from; `None` once typed in by the planner.
    pub source: Option<Provenance>,
}

impl Citation {
    /// Where it stands among căn cứ by the rules of drafting: the Constitution, laws, ordinances, resolutions (the
    /// Party's before others), decrees, decisions, directives, circulars, plans and the like, letters; what has no
    /// known kind last.
    pub fn rank(&self) -> usize {
        const RANKS: &[&[&str]] = &[
            &["hien phap"],
            &["luat", "bo luat"],
            &["phap lenh"],
            &["nghi quyet", "nghi quyet lien tich"],
            &["nghi dinh"],
            &["quyet dinh"],
            &["chi thi"],
            &["thong tu", "thong tu lien tich"],
            &["chuong trinh", "de an", "ke hoach", "ket luan", "thong bao"],
            &["cong van", "van ban", "cong dien"],
        ];
        let kind = fold(self.kind.as_deref().unwrap_or_default());
        RANKS.iter().position(|kinds| kinds.contains(&kind.as_str())).unwrap_or(RANKS.len())
    }

    /// Whether it is a paper of the Party's ("52-NQ/TW").
    pub fn is_of_the_party(&self) -> bool {
        self.number.as_deref().is_some_and(|number| fold(number).trim_end().ends_with("/tw"))
    }

    /// Whether both cite one document: by number without case, accents and spaces; a law also by its title, where one of
    /// the two leaves the number out and their dates do not differ.
    pub fn is_same_as(&self, other: &Self) -> bool {
        let bare = |text: &str| fold(text).split_whitespace().collect::<String>();
        if let (Some(one), Some(two)) = (&self.number, &other.number) {
            return bare(one) == bare(two);
        }
        let dates_fit = self.date.is_none() || other.date.is_none() || self.date == other.date;
        let named = |citation: &Self| (citation.rank() <= 2 && citation.subject.is_some()).then(|| bare(&citation.in_full()));
        dates_fit && named(self).is_some_and(|name| named(other) == Some(name))
    }

    /// Takes over what it leaves out from another citation of the same document.
    pub fn fill(&mut self, other: Self) {
        self.kind = self.kind.take().or(other.kind);
        self.date = self.date.or(other.date);
        self.issuer = self.issuer.take().or(other.issuer);
        self.subject = self.subject.take().or(other.subject);
    }

    /// First citation in full (rule B3): kind, number, date, issuer, subject. A Luật or Pháp lệnh is named by
    /// kind and title only (rule B2).
    pub fn in_full(&self) -> String {
        if let (Some(kind), Some(subject)) = (&self.kind, &self.subject)
            && matches!(kind.as_str(), "Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp")
        {
            return if subject.starts_with(kind.as_str()) { subject.clone() } else { format!("{kind} {subject}") };
        }
        let mut out = self.kind.clone().unwrap_or_default();
        let mut push = |piece: String| {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&piece);
        };
        if let Some(number) = &self.number {
            push(format!("số {number}"));
        }
        if let Some(date) = self.date {
            push(crate::text::date_in_words(date));
        }
        if let Some(issuer) = &self.issuer {
            push(format!("của {issuer}"));
        }
        if let Some(subject) = &self.subject {
            push(subject.clone());
        }
        out
    }
}

/// Orders căn cứ by rank, then date, then number; those without a date stand behind the others of their rank.
pub fn order_bases(bases: &mut [LegalBasis]) {
    bases.sort_by_cached_key(|basis| {
        let citation = &basis.citation;
        let number: String = citation.number.as_deref().unwrap_or_default().chars().take_while(char::is_ascii_digit).collect();
        let party = !citation.is_of_the_party();
        (citation.rank(), party, citation.date.is_none(), citation.date, number.parse::<u32>().ok(), citation.number.clone())
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_is_cited_in_full_and_a_law_by_its_title() {
        let decision = Citation {
            kind: Some("Quyết định".into()),
            number: Some("749/QĐ-TTg".into()),
            date: NaiveDate::from_ymd_opt(2020, 6, 3),
            issuer: Some("Thủ tướng Chính phủ".into()),
            subject: Some("phê duyệt Chương trình Chuyển đổi số quốc gia".into()),
        };
        assert_eq!(
            decision.in_full(),
            "Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia"
        );
        let law = Citation {
            kind: Some("Luật".into()),
            number: Some("67/2006/QH11".into()),
            subject: Some("Luật Công nghệ thông tin".into()),
            ..Citation::default()
        };
        assert_eq!(law.in_full(), "Luật Công nghệ thông tin");
    }

    #[test]
    fn bases_stand_by_rank_then_date() {
        let basis = |kind: &str, number: &str, year: i32| LegalBasis {
            citation: Citation {
                kind: Some(kind.into()),
                number: Some(number.into()).filter(|n: &String| !n.is_empty()),
                date: NaiveDate::from_ymd_opt(year, 6, 3),
                subject: Some(format!("{kind} về {number}")),
                ..Citation::default()
            },
            source: None,
        };
        let mut bases = vec![
            basis("Công văn", "3816/BKHCN-CĐS", 2025),
            basis("Thông tư", "18/2020/TT-BTTTT", 2020),
            basis("Quyết định", "942/QĐ-TTg", 2021),
            basis("Quyết định", "749/QĐ-TTg", 2020),
            basis("Quyết định", "50/QĐ-BKHCN", 0),
            basis("Chỉ thị", "04/CT-TTg", 2024),
            basis("Nghị định", "47/2020/NĐ-CP", 2020),
            basis("Nghị quyết", "17/NQ-CP", 2019),
            basis("Nghị quyết", "57-NQ/TW", 2024),
            basis("Luật", "", 2005),
            basis("Giấy mời", "1/GM", 2001),
        ];
        bases[4].citation.date = None;
        order_bases(&mut bases);
        let kinds: Vec<&str> = bases.iter().map(|b| b.citation.number.as_deref().unwrap_or("luật")).collect();
        assert_eq!(
            kinds,
            [
                "luật",
                "57-NQ/TW",
                "17/NQ-CP",
                "47/2020/NĐ-CP",
                "749/QĐ-TTg",
                "942/QĐ-TTg",
                "50/QĐ-BKHCN",
                "04/CT-TTg",
                "18/2020/TT-BTTTT",
                "3816/BKHCN-CĐS",
                "1/GM"
            ]
        );
    }

    #[test]
    fn a_document_is_known_again_by_its_number_or_as_a_law_by_its_title() {
        let citation = |kind: &str, number: Option<&str>, subject: &str| Citation {
            kind: Some(kind.into()),
            number: number.map(str::to_owned),
            subject: Some(subject.into()),
            ..Citation::default()
        };
        let decision = citation("Quyết định", Some("749/QĐ-TTg"), "a");
        assert!(decision.is_same_as(&citation("Văn bản", Some("749 /qđ-ttg"), "b")));
        assert!(!decision.is_same_as(&citation("Quyết định", None, "a")));
        let law = citation("Luật", None, "Luật Dữ liệu");
        assert!(law.is_same_as(&citation("Luật", Some("60/2024/QH15"), "Dữ liệu")));
        let dated = |year| Citation { date: NaiveDate::from_ymd_opt(year, 1, 1), ..law.clone() };
        assert!(!dated(2006).is_same_as(&dated(2023)));
        let plan = citation("Quyết định", None, "về kế hoạch");
        assert!(!plan.is_same_as(&plan));
    }
}
