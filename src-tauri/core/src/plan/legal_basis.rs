//! Căn cứ pháp lý: a citation of a document and its place among the plan's bases.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Provenance;

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
}
