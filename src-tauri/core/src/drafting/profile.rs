//! A unit's profile: defaults that follow from the directory, and the TOML file that overrides them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::toml_place;
use super::units::UnitEntry;
use crate::plan::{Decision, Issuing, PageSettings, Plan, Profile, SETTINGS, Signatory, Submission, Unit, Way};
use crate::text::squeeze;

/// What a profile file may say; what it leaves out stays as the directory has it.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
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
    /// The unit's other officials, to choose who signs from; nothing follows from them.
    #[serde(rename = "official", skip_serializing_if = "Vec::is_empty")]
    pub officials: Vec<SignatoryFile>,
}

/// `[signatory]` of a profile file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
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

impl SignatoryFile {
    /// An official as a plan has them.
    pub fn of(signatory: &Signatory) -> Self {
        let Signatory { authority, home_post, name } = signatory.clone();
        Self { authority: Some(authority), home_post: Some(home_post), name: Some(name) }
    }

    /// An official as a plan takes them.
    pub fn signatory(&self) -> Signatory {
        let SignatoryFile { authority, home_post, name } = self.clone();
        let (authority, home_post, name) =
            (authority.unwrap_or_default(), home_post.unwrap_or_default(), name.unwrap_or_default());
        Signatory { authority, home_post, name }
    }
}

impl DecisionFile {
    fn of(decision: &Decision) -> Self {
        let Decision { symbol, authority, proposer, articles } = decision.clone();
        Self { symbol, authority, proposer, articles }
    }
}

impl SubmissionFile {
    fn of(submission: &Submission) -> Self {
        let Submission { drafter, addressees, symbol, reasons, signatory, recipients, .. } = submission.clone();
        Self { drafter, addressees, symbol, reasons, name: signatory.name, authority: signatory.authority, recipients }
    }
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
    [unit] name, abbreviation, superior, head_title, [[official]] authority, home_post, name";

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

    /// What of a plan is the unit's and holds for its next plan too: all but number, day of signing and what the
    /// submission and the decision say of this plan alone.
    pub fn of_plan(plan: &Plan) -> Self {
        let (profile, issuing, unit) = (&plan.profile, &plan.issuing, &plan.unit);
        Self {
            place: Some(profile.place.clone()),
            number: None,
            symbol: Some(profile.symbol.clone()),
            date: None,
            recipients: Some(profile.recipients.clone()),
            signatory: SignatoryFile::of(&profile.signatory),
            way: issuing.way,
            decision: DecisionFile { articles: Vec::new(), ..DecisionFile::of(&issuing.decision) },
            submission: SubmissionFile { reasons: Vec::new(), ..SubmissionFile::of(&issuing.submission) },
            page: issuing.page.clone(),
            unit: UnitFile {
                name: Some(unit.name.clone()),
                abbreviation: Some(unit.abbreviation.clone()),
                superior: Some(unit.superior.clone()),
                head_title: Some(unit.head_title.clone()),
            },
            officials: Vec::new(),
        }
    }

    /// The file's text.
    ///
    /// # Errors
    /// If something in it has no place in TOML; nothing that [`Self::parse`] or [`Self::of_plan`] gives has none.
    pub fn to_text(&self) -> Result<String, toml::ser::Error> {
        toml::to_string_pretty(self)
    }

    /// How a plan goes out, as far as the file says.
    pub fn issuing(&self) -> Issuing {
        let DecisionFile { symbol, authority, proposer, articles } = self.decision.clone();
        let decision = Decision { symbol, authority, proposer, articles };
        let SubmissionFile { drafter, addressees, symbol, reasons, name, authority, recipients } = self.submission.clone();
        let signatory = Signatory { authority, home_post: String::new(), name };
        let submission = Submission { drafter, addressees, symbol, number: None, date: None, reasons, signatory, recipients };
        Issuing { way: self.way, decision, submission, page: self.page.clone() }.cleaned()
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
    fn what_a_plan_says_of_its_unit_holds_for_the_next() {
        let directory = Directory::builtin();
        let entry = directory.find("VP").unwrap();
        let text = "number = 5\nplace = \"Huế\"\nway = \"decision\"\nrecipients = [\"Bộ trưởng (để b/c)\"]\n[page]\nbody = 13\n\
            [signatory]\nname = \"A\"\n[submission]\ndrafter = \"Phòng X\"\n[unit]\nsuperior = \"Bộ Y\"\n";
        let first = ProfileFile::parse(text).unwrap();
        let plan = |file: &ProfileFile| Plan {
            unit: file.unit(entry),
            profile: file.profile(entry, &file.unit(entry), Vec::new()),
            issuing: file.issuing(),
            ..crate::document::fixture::small()
        };
        let mut kept = ProfileFile::of_plan(&plan(&first));
        assert_eq!((kept.number, kept.date), (None, None), "of this plan alone");
        let deputy = Signatory { authority: vec!["KT. CHÁNH VĂN PHÒNG".into()], home_post: String::new(), name: "B".into() };
        kept.officials = vec![SignatoryFile::of(&deputy)];
        let again = ProfileFile::parse(&kept.to_text().unwrap()).unwrap();
        assert_eq!(again, kept);
        assert_eq!(again.officials[0].signatory(), deputy);
        let (was, is) = (plan(&first), plan(&again));
        assert_eq!((is.unit, is.issuing), (was.unit, was.issuing));
        assert_eq!(is.profile, Profile { number: None, ..was.profile });
    }

    #[test]
    fn a_key_that_there_is_not_is_refused_with_its_line() {
        let error = ProfileFile::parse("place = \"Hà Nội\"\ncolour = 1\n").unwrap_err();
        assert_eq!(error.place, "dòng 2");
        assert!(error.reason.contains("colour") && error.hint.contains("symbol"));
        assert_eq!(ProfileFile::parse("number = \"năm\"").unwrap_err().place, "dòng 1");
    }
}
