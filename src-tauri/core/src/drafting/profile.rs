//! A unit's profile: defaults that follow from the directory, and the TOML file that overrides them.

use chrono::NaiveDate;
use serde::Deserialize;
use thiserror::Error;

use super::toml_place;
use super::units::UnitEntry;
use crate::plan::{Decision, Issuing, PageSettings, Profile, SETTINGS, Signatory, Submission, Unit, Way};
use crate::text::squeeze;

/// What a profile file may say; what it leaves out stays as the directory has it.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProfileFile {
    /// Địa danh.
    pub place: Option<String>,
    /// Number in the register.
    pub number: Option<u32>,
    /// Ký hiệu after the slash: "KH-TTCNTT".
    pub symbol: Option<String>,
    /// Day of signing, "2026-01-05".
    pub date: Option<NaiveDate>,
    /// Nơi nhận, one an entry, without dash and closing sign.
    pub recipients: Option<Vec<String>>,
    /// Who signs.
    pub signatory: SignatoryFile,
    /// How a plan goes out: "own" or "decision".
    pub way: Way,
    /// The decision that issues a plan.
    pub decision: DecisionFile,
    /// The submission that carries a plan to the signing official.
    pub submission: SubmissionFile,
    /// Sizes, margins and distances, each within its range ([`crate::plan::SETTINGS`]).
    pub page: PageSettings,
    /// What the directory has wrong or not yet about the unit.
    pub unit: UnitFile,
}

/// `[signatory]` of a profile file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SignatoryFile {
    /// Authority and post, one a line: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"].
    pub authority: Option<Vec<String>>,
    /// Post in the home organisation, for the head of a steering body (rule S4).
    pub home_post: Option<String>,
    /// Full name.
    pub name: Option<String>,
}

/// `[decision]` of a profile file; what it leaves out follows from the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DecisionFile {
    /// Ký hiệu: "QĐ-TTCNTT".
    pub symbol: String,
    /// Who decides.
    pub authority: String,
    /// Who proposes: "Trưởng phòng Kế hoạch".
    pub proposer: String,
    /// The articles, without "Điều 1.".
    pub articles: Vec<String>,
}

/// `[submission]` of a profile file; what it leaves out follows from the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SubmissionFile {
    /// The part of the unit that drafts: "Phòng Kế hoạch - Tổng hợp".
    pub drafter: String,
    /// Kính gửi.
    pub addressees: Vec<String>,
    /// Ký hiệu: "TTr-KHTH".
    pub symbol: String,
    /// Why the plan is submitted.
    pub reasons: Vec<String>,
    /// Its head's name.
    pub name: String,
    /// Its head's authority and post.
    pub authority: Vec<String>,
    /// Nơi nhận.
    pub recipients: Vec<String>,
}

/// `[unit]` of a profile file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct UnitFile {
    /// Full name.
    pub name: Option<String>,
    /// Abbreviation in symbols.
    pub abbreviation: Option<String>,
    /// Cơ quan chủ quản.
    pub superior: Option<String>,
    /// Post of its head.
    pub head_title: Option<String>,
}

/// Why a profile file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("hồ sơ đơn vị sai tại {place}: {reason}")]
pub struct ProfileError {
    /// "dòng 3".
    pub place: String,
    /// What is wrong there.
    pub reason: String,
    /// What to do.
    pub hint: String,
}

const KEYS: &str = "place, number, symbol, date, recipients, way, [signatory] authority, home_post, name, [decision] symbol, \
    authority, proposer, articles, [submission] drafter, addressees, symbol, reasons, name, authority, recipients, [page] …, \
    [unit] name, abbreviation, superior, head_title";

impl ProfileFile {
    /// Reads a profile file.
    ///
    /// # Errors
    /// [`ProfileError`] if the TOML is wrong or holds a key that there is not.
    pub fn parse(text: &str) -> Result<Self, ProfileError> {
        let text = crate::text::normalise(text);
        toml::from_str(&text).map_err(|error| {
            let place = toml_place(&text, &error);
            match error.message().strip_prefix("unknown field `").and_then(|rest| rest.split('`').next()) {
                Some(field) => {
                    ProfileError {
                        place, reason: format!("không có mục “{field}”"), hint: format!("Các mục dùng được: {KEYS}.")
                    }
                }
                None => ProfileError { place, reason: error.message().to_owned(), hint: hint(error.message()) },
            }
        })
    }

    /// How a plan goes out, as far as the file says.
    pub(super) fn issuing(&self) -> Issuing {
        let lines = |given: &[String]| given.iter().map(|line| squeeze(line)).filter(|line| !line.is_empty()).collect();
        let (decision, submission) = (&self.decision, &self.submission);
        Issuing {
            way: self.way,
            decision: Decision {
                symbol: squeeze(&decision.symbol),
                authority: squeeze(&decision.authority),
                proposer: squeeze(&decision.proposer),
                articles: lines(&decision.articles),
            },
            submission: Submission {
                drafter: squeeze(&submission.drafter),
                addressees: lines(&submission.addressees),
                symbol: squeeze(&submission.symbol),
                number: None,
                date: None,
                reasons: lines(&submission.reasons),
                signatory: Signatory {
                    authority: lines(&submission.authority),
                    home_post: String::new(),
                    name: squeeze(&submission.name),
                },
                recipients: lines(&submission.recipients),
            },
            page: self.page.clone(),
        }
    }

    /// The unit with what the file says of it.
    pub fn unit(&self, entry: &UnitEntry) -> Unit {
        let unit = entry.unit();
        let or = |given: &Option<String>, known: String| given.as_deref().map_or(known, squeeze);
        Unit {
            name: or(&self.unit.name, unit.name),
            abbreviation: or(&self.unit.abbreviation, unit.abbreviation),
            superior: or(&self.unit.superior, unit.superior),
            head_title: or(&self.unit.head_title, unit.head_title),
        }
    }

    /// The profile of `unit` with what the file says; `recipients` are the form's.
    pub(super) fn profile(&self, entry: &UnitEntry, unit: &Unit, recipients: Vec<String>) -> Profile {
        let lines = |given: &Option<Vec<String>>, known: Vec<String>| {
            given.as_ref().map_or(known, |l| l.iter().map(|line| squeeze(line)).filter(|line| !line.is_empty()).collect())
        };
        Profile {
            place: self.place.as_deref().map_or_else(|| entry.place.clone(), squeeze),
            number: self.number,
            symbol: self.symbol.as_deref().map_or_else(|| format!("KH-{}", unit.abbreviation), squeeze),
            date: self.date,
            signatory: Signatory {
                authority: lines(&self.signatory.authority, vec![unit.head_title.to_uppercase()]),
                home_post: self.signatory.home_post.as_deref().map_or_else(String::new, squeeze),
                name: self.signatory.name.as_deref().map_or_else(String::new, squeeze),
            },
            recipients: lines(&self.recipients, recipients),
        }
    }
}

/// What to do about a file that TOML or a setting's range refuses.
fn hint(message: &str) -> String {
    if message.contains("không nhận") {
        return "Ghi giá trị trong khoảng mà Nghị định 30/2020/NĐ-CP cho phép.".to_owned();
    }
    if message.contains("thiết lập trang") {
        let keys: Vec<&str> = SETTINGS.iter().map(|setting| setting.key).collect();
        return format!("Các mục của [page]: {}.", keys.join(", "));
    }
    "Sửa tệp theo cú pháp TOML: khóa = \"giá trị\"; ngày viết \"2026-01-05\".".to_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::drafting::Directory;

    #[test]
    fn defaults_follow_from_the_directory_and_the_file_overrides_them() {
        let directory = Directory::builtin();
        let entry = directory.find("VP").unwrap();
        let none = ProfileFile::default();
        let profile = none.profile(entry, &none.unit(entry), vec!["Lưu: VT, VP".into()]);
        assert_eq!((profile.symbol.as_str(), profile.place.as_str()), ("KH-VP", "Hà Nội"));
        assert_eq!(profile.signatory.authority, ["CHÁNH VĂN PHÒNG"]);
        let text = "number = 5\ndate = \"2026-01-05\"\n[signatory]\nauthority = [\"KT. CHÁNH VĂN PHÒNG\", \"PHÓ CHÁNH VĂN PHÒNG\"]\n[unit]\nabbreviation = \"VPB\"\n";
        let file = ProfileFile::parse(text).unwrap();
        let profile = file.profile(entry, &file.unit(entry), Vec::new());
        assert_eq!((profile.symbol.as_str(), profile.number), ("KH-VPB", Some(5)));
        assert_eq!(profile.signatory.authority.len(), 2);
        assert_eq!(profile.date, NaiveDate::from_ymd_opt(2026, 1, 5));
    }

    #[test]
    fn a_page_outside_the_decree_is_refused_with_its_rule() {
        let file = ProfileFile::parse("way = \"decision\"\n[page]\nmargin_left = 35\nbody = 13\n").unwrap();
        let issuing = file.issuing();
        assert_eq!((issuing.way, issuing.page.get("margin_left"), issuing.page.get("margin_top")), (Way::Decision, 35.0, 20.0));
        let error = ProfileFile::parse("[page]\nmargin_left = 25\n").unwrap_err();
        assert!(error.reason.contains("P2: lề trái 30–35 mm, không nhận 25 mm"), "{error}");
        assert!(error.hint.contains("Nghị định 30"));
        assert!(ProfileFile::parse("[page]\nmargin = 25\n").unwrap_err().hint.contains("margin_left"));
    }

    #[test]
    fn a_key_that_there_is_not_is_refused_with_its_line() {
        let error = ProfileFile::parse("place = \"Hà Nội\"\ncolour = 1\n").unwrap_err();
        assert_eq!(error.place, "dòng 2");
        assert!(error.reason.contains("colour") && error.hint.contains("symbol"));
        assert_eq!(ProfileFile::parse("number = \"năm\"").unwrap_err().place, "dòng 1");
    }
}
