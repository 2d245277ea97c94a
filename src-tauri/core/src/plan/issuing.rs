//! How a plan goes out: on its own or issued by a decision, with what submission. What the planner leaves blank follows
//! from the rest of the plan ([`Plan::issued`]), so that nothing is typed twice.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::edit::{clean_signatory, paragraphs};
use super::{PageSettings, Plan, Signatory};
use crate::text::{date_in_words, lower_first, squeeze};

/// The two ways in which a plan goes out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// A document of its own: Số …/KH-….
    #[default]
    Own,
    /// Issued by a decision (form 1.3), which carries number, date and signature.
    Decision,
}

/// How a plan goes out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Issuing {
    /// On its own or by a decision.
    pub way: Way,
    /// The decision that issues it.
    pub decision: Decision,
    /// The submission that carries it to the signing official.
    pub submission: Submission,
    /// Sizes, margins and distances the unit settled.
    pub page: PageSettings,
}

/// What a decision says besides what the plan says already (rules D1, D2). Number, date and signatory are the profile's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Decision {
    /// Ký hiệu after the slash: "QĐ-TTCNTT".
    pub symbol: String,
    /// Who decides: "Giám đốc Trung tâm Công nghệ thông tin".
    pub authority: String,
    /// Who proposed it: "Trưởng phòng Kế hoạch"; closes the căn cứ.
    pub proposer: String,
    /// The articles' text in order, without "Điều 1.".
    pub articles: Vec<String>,
}

/// What a submission (tờ trình) says besides what the plan says already.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Submission {
    /// The part of the unit that drafted the plan: "Phòng Kế hoạch - Tổng hợp"; empty if the unit submits itself.
    pub drafter: String,
    /// Kính gửi (rule N3), one an entry.
    pub addressees: Vec<String>,
    /// Ký hiệu after the slash: "TTr-KHTH".
    pub symbol: String,
    /// Its number; `None` before registration.
    pub number: Option<u32>,
    /// Its date; `None` before signing.
    pub date: Option<NaiveDate>,
    /// Why the plan is submitted, paragraphs.
    pub reasons: Vec<String>,
    /// Head of the drafting part.
    pub signatory: Signatory,
    /// Nơi nhận.
    pub recipients: Vec<String>,
}

/// Result of last year: a row of the annex of results.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ResultRow {
    /// The goal or task.
    pub name: String,
    /// What was to be reached.
    pub target: String,
    /// What was reached; empty while the planner has not said.
    pub outcome: String,
    /// Why not, or whatever else is to be said.
    pub note: String,
}

/// Where something stands that is not known yet.
const UNKNOWN: &str = "……………";

impl Issuing {
    /// With its texts as a plan keeps them: spaces single, a paragraph an entry, none empty. Whatever comes in goes this way.
    #[must_use]
    pub fn cleaned(self) -> Self {
        let Self { way, decision, submission, page } = self;
        let decision = Decision {
            symbol: squeeze(&decision.symbol),
            authority: squeeze(&decision.authority),
            proposer: squeeze(&decision.proposer),
            articles: paragraphs(&decision.articles),
        };
        let submission = Submission {
            drafter: squeeze(&submission.drafter),
            addressees: paragraphs(&submission.addressees),
            symbol: squeeze(&submission.symbol),
            reasons: paragraphs(&submission.reasons),
            signatory: clean_signatory(&submission.signatory),
            recipients: paragraphs(&submission.recipients),
            ..submission
        };
        Self { way, decision, submission, page }
    }
}

impl Plan {
    /// How the plan goes out with everything filled in that the planner left blank.
    pub fn issued(&self) -> Issuing {
        let given = &self.issuing;
        let drafter = given.submission.drafter.clone();
        let post = head_of(&drafter);
        let or = |given: &str, known: String| if given.is_empty() { known } else { given.to_owned() };
        let lines = |given: &[String], known: Vec<String>| if given.is_empty() { known } else { given.to_vec() };
        let head = joined(&self.unit.head_title, &self.unit.name);
        let decision = Decision {
            symbol: or(&given.decision.symbol, self.symbol_of("QĐ")),
            authority: or(&given.decision.authority, head.clone()),
            proposer: or(&given.decision.proposer, if drafter.is_empty() { UNKNOWN.into() } else { post.1 }),
            articles: lines(&given.decision.articles, self.articles()),
        };
        let addressees = lines(&given.submission.addressees, vec![head]);
        let submission = Submission {
            symbol: or(&given.submission.symbol, self.submission_symbol()),
            reasons: lines(&given.submission.reasons, self.reasons(&addressees)),
            signatory: Signatory {
                authority: lines(&given.submission.signatory.authority, vec![post.0.to_uppercase()]),
                ..given.submission.signatory.clone()
            },
            recipients: lines(&given.submission.recipients, self.submission_recipients()),
            addressees,
            drafter,
            number: given.submission.number,
            date: given.submission.date,
        };
        Issuing { way: given.way, decision, submission, page: given.page.clone() }
    }

    /// The plan named in a sentence: "Kế hoạch chuyển đổi số năm 2026 của …".
    pub fn named(&self) -> String {
        format!("Kế hoạch {}", lower_first(&self.subject))
    }

    /// The symbol of a paper of this kind by the unit: the plan's own with its kind replaced.
    fn symbol_of(&self, kind: &str) -> String {
        match self.profile.symbol.strip_prefix("KH-") {
            Some(issuer) => format!("{kind}-{issuer}"),
            None => format!("{kind}-{}", self.unit.abbreviation),
        }
    }

    fn articles(&self) -> Vec<String> {
        let mut out = vec![format!("Ban hành kèm theo Quyết định này {}.", self.named())];
        let drafter = &self.issuing.submission.drafter;
        if !drafter.is_empty() {
            out.push(format!(
                "Giao {drafter} chủ trì theo dõi, đôn đốc, tổng hợp và báo cáo {} tình hình thực hiện Kế hoạch.",
                self.unit.head_title
            ));
        }
        out.push("Quyết định này có hiệu lực kể từ ngày ký.".to_owned());
        out.push(format!(
            "Thủ trưởng các phòng, bộ phận thuộc {} và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.",
            self.unit.name
        ));
        out
    }

    /// What the plan answers to: the papers it was drafted from, in full where they are căn cứ.
    fn reasons(&self, addressees: &[String]) -> Vec<String> {
        let cited: Vec<String> =
            self.sources.iter().filter_map(|source| self.cited(source.number.as_deref()?, source.date)).collect();
        let why = if cited.is_empty() {
            format!("Để có cơ sở tổ chức thực hiện nhiệm vụ năm {}", self.year)
        } else {
            format!("Thực hiện {}", cited.join(" và "))
        };
        let drafter = &self.issuing.submission.drafter;
        let drafter = if drafter.is_empty() { &self.unit.name } else { drafter };
        vec![format!(
            "{why}, {drafter} đã xây dựng dự thảo {}, kính trình {} xem xét, ký ban hành.",
            self.named(),
            addressees.join(", ")
        )]
    }

    fn cited(&self, number: &str, date: Option<NaiveDate>) -> Option<String> {
        let basis = self.legal_bases.iter().find(|basis| basis.citation.number.as_deref() == Some(number));
        if let Some(basis) = basis {
            return Some(basis.citation.in_full().trim_end_matches(['.', ';', ',', ' ']).to_owned());
        }
        // a letter's symbol names no kind: issuer, "-", drafting unit
        number.starts_with(|c: char| c.is_ascii_digit()).then(|| {
            let day = date.map(|date| format!(" {}", date_in_words(date))).unwrap_or_default();
            let kind = if number.contains("/QĐ-") {
                "Quyết định"
            } else if number.contains("/KH-") {
                "Kế hoạch"
            } else {
                "Công văn"
            };
            format!("{kind} số {number}{day}")
        })
    }

    fn submission_symbol(&self) -> String {
        let drafter = initials(&self.issuing.submission.drafter);
        if drafter.is_empty() { self.symbol_of("TTr") } else { format!("TTr-{drafter}") }
    }

    fn submission_recipients(&self) -> Vec<String> {
        let drafter = initials(&self.issuing.submission.drafter);
        let filed = if drafter.is_empty() { self.unit.abbreviation.clone() } else { drafter };
        vec!["Như trên".to_owned(), format!("Lưu: VT, {filed}")]
    }
}

/// Post of the head of a part of a unit, alone and with the part's name: ("Trưởng phòng", "Trưởng phòng Kế hoạch").
fn head_of(part: &str) -> (String, String) {
    let kinds =
        [("Phòng ", "Trưởng phòng"), ("Ban ", "Trưởng ban"), ("Văn phòng", "Chánh Văn phòng"), ("Trung tâm ", "Giám đốc")];
    match kinds.iter().find_map(|(kind, post)| Some((kind, post, part.strip_prefix(kind)?))) {
        Some((kind, post, _)) if matches!(*kind, "Trung tâm ") => ((*post).to_owned(), format!("{post} {part}")),
        Some((_, post, name)) => ((*post).to_owned(), joined(post, name)),
        None if part.is_empty() => (UNKNOWN.to_owned(), UNKNOWN.to_owned()),
        None => ("Phụ trách".to_owned(), format!("phụ trách {part}")),
    }
}

/// "Phòng Kế hoạch - Tổng hợp" → "KHTH"; the word for the kind of part is left out, unless it is the whole name.
fn initials(part: &str) -> String {
    let bare = part.strip_prefix("Phòng ").or_else(|| part.strip_prefix("Ban ")).unwrap_or(part);
    let words = bare.split(|c: char| !c.is_alphanumeric()).filter(|word| !matches!(*word, "" | "và"));
    // decomposed, a letter stands before its accents; đ has none
    words.filter_map(|word| word.nfd().next()).flat_map(char::to_uppercase).collect()
}

fn joined(first: &str, second: &str) -> String {
    format!("{} {}", first.trim(), second.trim()).trim().to_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::plan::sample::plan;

    #[test]
    fn what_is_left_blank_follows_from_the_plan() {
        let mut p = plan();
        p.unit.name = "Trung tâm Công nghệ thông tin".into();
        p.unit.head_title = "Giám đốc".into();
        p.issuing.submission.drafter = "Phòng Kế hoạch - Tổng hợp".into();
        let issued = p.issued();
        assert_eq!(issued.decision.symbol, "QĐ-TTCNTT");
        assert_eq!(issued.decision.authority, "Giám đốc Trung tâm Công nghệ thông tin");
        assert_eq!(issued.decision.proposer, "Trưởng phòng Kế hoạch - Tổng hợp");
        assert_eq!(issued.decision.articles.len(), 4);
        assert!(issued.decision.articles[0].ends_with("này Kế hoạch chuyển đổi số năm 2026."), "{:?}", issued.decision.articles);
        assert_eq!((issued.submission.symbol.as_str(), issued.submission.recipients[1].as_str()), ("TTr-KHTH", "Lưu: VT, KHTH"));
        assert_eq!(issued.submission.signatory.authority, ["TRƯỞNG PHÒNG"]);
        assert_eq!(issued.submission.addressees, ["Giám đốc Trung tâm Công nghệ thông tin"]);
        p.issuing.decision.articles = vec!["Một.".into()];
        assert_eq!(p.issued().decision.articles, ["Một."]);
    }

    #[test]
    fn heads_and_initials_of_parts() {
        for (part, post, head, short) in [
            ("Văn phòng", "Chánh Văn phòng", "Chánh Văn phòng", "VP"),
            ("Ban Quản lý dự án", "Trưởng ban", "Trưởng ban Quản lý dự án", "QLDA"),
            ("Trung tâm Dữ liệu", "Giám đốc", "Giám đốc Trung tâm Dữ liệu", "TTDL"),
            ("Tổ Thư ký", "Phụ trách", "phụ trách Tổ Thư ký", "TTK"),
        ] {
            assert_eq!(head_of(part), (post.to_owned(), head.to_owned()));
            assert_eq!(initials(part), short);
        }
    }
}
