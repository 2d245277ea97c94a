//! A form as data: sections, mandatory marks, guidance, default sentences, annex columns.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::toml_place;
use crate::plan::{AnnexColumn, FIELDS, Label};

/// The forms that come with the program: id and text of the data file.
const BUILTIN: &[(&str, &str, &str)] =
    &[("khung-cds", "templates/khung-cds/form.toml", include_str!("../../../../templates/khung-cds/form.toml"))];

const PLACEHOLDERS: [&str; 5] = ["unit", "abbreviation", "ministry", "year", "last_year"];

/// What a section is for, whatever its heading says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionRole {
    /// Nothing in particular.
    #[default]
    Text,
    /// Holds the sections of the plan proper ("Phần II. Nội dung kế hoạch").
    Content,
    /// Results of last year.
    Results,
    /// Căn cứ.
    Bases,
    /// Mục tiêu.
    Goals,
    /// Nhiệm vụ.
    Tasks,
    /// Giải pháp.
    Solutions,
    /// Kinh phí.
    Funding,
    /// Tổ chức thực hiện.
    Organisation,
    /// What the ministry's plan charges the unit with, below [`Self::Organisation`].
    Duties,
    /// Danh mục nhiệm vụ, dự án: points to the annex.
    TaskList,
}

/// A form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Id: "khung-cds".
    pub id: String,
    /// What it is for.
    pub name: String,
    /// Tên loại: "Kế hoạch".
    pub kind: String,
    /// Pattern of the plan's subject.
    pub subject: String,
    /// Title of the group for tasks that stand in none.
    pub group: String,
    /// Patterns of nơi nhận.
    pub recipients: Vec<String>,
    /// Sections, top level first.
    #[serde(rename = "section")]
    pub sections: Vec<FormSection>,
    /// Columns of the annex.
    #[serde(rename = "column")]
    pub columns: Vec<AnnexColumn>,
    /// Other sets of columns, for plans that answer to tables of another kind.
    #[serde(rename = "column_set", default)]
    pub column_sets: Vec<ColumnSet>,
}

/// A set of columns for one kind of table.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnSet {
    /// Id: "ban-chi-dao".
    pub id: String,
    /// What it is for.
    pub name: String,
    /// Fields that the ministry's tables have where this set is taken.
    pub when: Vec<String>,
    /// Its columns.
    #[serde(rename = "column")]
    pub columns: Vec<AnnexColumn>,
}

/// A section of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FormSection {
    /// "Phần I", "I", "1".
    pub label: String,
    /// Pattern of its heading.
    pub heading: String,
    /// What it is for.
    pub role: SectionRole,
    /// Whether a plan may not leave it empty.
    pub mandatory: bool,
    /// Whether a letter's outline that lacks it gets it.
    pub complete: bool,
    /// Phrases by which a letter's heading shows this role.
    #[serde(rename = "match")]
    pub matches: Vec<String>,
    /// Pattern of what to write here.
    pub guidance: String,
    /// Patterns of default sentences.
    pub text: Vec<String>,
    /// Sections below.
    #[serde(rename = "section")]
    pub sections: Vec<FormSection>,
}

/// A form in the list of forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormSummary {
    /// Id.
    pub id: String,
    /// What it is for.
    pub name: String,
    /// Where it comes from.
    pub source: String,
}

/// Why a form cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FormError {
    /// No form has this id.
    #[error("không có mẫu kế hoạch “{id}”; các mẫu hiện có: {}", known.join(", "))]
    Unknown {
        /// As it was asked for.
        id: String,
        /// The ids there are.
        known: Vec<String>,
    },
    /// The TOML is wrong or names a field that there is not.
    #[error("mẫu kế hoạch sai tại {place}: {reason}")]
    Syntax {
        /// "dòng 12".
        place: String,
        /// What the parser says.
        reason: String,
    },
    /// The TOML is right but says something that a form can't.
    #[error("mẫu kế hoạch sai tại {place}: {reason}. {hint}")]
    Content {
        /// "đề mục Phần II/III", "cột 3".
        place: String,
        /// What is wrong.
        reason: String,
        /// What to do.
        hint: String,
    },
}

/// The forms that come with the program.
pub fn forms() -> Vec<FormSummary> {
    let summary = |(id, file, text): &(&str, &str, &str)| FormSummary {
        id: (*id).to_owned(),
        name: Form::parse(text).map(|form| form.name).unwrap_or_default(),
        source: (*file).to_owned(),
    };
    BUILTIN.iter().map(summary).collect()
}

impl Form {
    /// The built-in form with this id.
    ///
    /// # Errors
    /// [`FormError::Unknown`] if there is none.
    pub fn builtin(id: &str) -> Result<Self, FormError> {
        match BUILTIN.iter().find(|(known, ..)| *known == id) {
            Some((_, _, text)) => Self::parse(text),
            None => {
                let known = BUILTIN.iter().map(|(known, ..)| (*known).to_owned()).collect();
                Err(FormError::Unknown { id: id.to_owned(), known })
            }
        }
    }

    /// Reads a form.
    ///
    /// # Errors
    /// [`FormError`] with its place if the TOML is wrong, or a label, a column or a placeholder is none.
    pub fn parse(text: &str) -> Result<Self, FormError> {
        let form: Self = toml::from_str(text)
            .map_err(|error| FormError::Syntax { place: toml_place(text, &error), reason: error.message().to_owned() })?;
        for pattern in std::iter::once(&form.subject).chain(&form.recipients) {
            check_pattern(pattern, "đầu mẫu")?;
        }
        check_sections(&form.sections, "")?;
        check_columns(&form.columns)?;
        form.column_sets.iter().try_for_each(|set| check_columns(&set.columns))?;
        Ok(form)
    }

    /// Every section, parents first.
    pub fn walk(&self) -> Vec<&FormSection> {
        fn into<'f>(sections: &'f [FormSection], out: &mut Vec<&'f FormSection>) {
            for section in sections {
                out.push(section);
                into(&section.sections, out);
            }
        }
        let mut out = Vec::new();
        into(&self.sections, &mut out);
        out
    }

    /// The section of a role.
    pub fn section(&self, role: SectionRole) -> Option<&FormSection> {
        self.walk().into_iter().find(|section| section.role == role)
    }
}

fn content(place: &str, reason: impl Into<String>, hint: impl Into<String>) -> FormError {
    FormError::Content { place: place.to_owned(), reason: reason.into(), hint: hint.into() }
}

fn check_sections(sections: &[FormSection], above: &str) -> Result<(), FormError> {
    for section in sections {
        let path = if above.is_empty() { section.label.clone() } else { format!("{above}/{}", section.label) };
        let place = format!("đề mục {path}");
        if Label::parse(&section.label).is_none() {
            let hint = "Ký hiệu đề mục có dạng “Phần I”, “II”, “1”, “1.1”, “a”.";
            return Err(content(&place, format!("ký hiệu “{}” không đọc được", section.label), hint));
        }
        if section.heading.trim().is_empty() {
            return Err(content(&place, "đề mục chưa có tên", "Thêm heading."));
        }
        for pattern in [&section.heading, &section.guidance].into_iter().chain(&section.text) {
            check_pattern(pattern, &place)?;
        }
        check_sections(&section.sections, &path)?;
    }
    Ok(())
}

fn check_columns(columns: &[AnnexColumn]) -> Result<(), FormError> {
    for (at, column) in columns.iter().enumerate() {
        let place = format!("cột {}", at + 1);
        if !FIELDS.contains(&column.field.as_str()) {
            let reason = format!("không có trường “{}”", column.field);
            return Err(content(&place, reason, format!("Các trường dùng được: {}.", FIELDS.join(", "))));
        }
        if columns[..at].iter().any(|other| other.field == column.field) {
            return Err(content(&place, format!("trường “{}” đã có cột", column.field), "Bỏ một trong hai cột."));
        }
    }
    let missing = ["no", "name"].into_iter().find(|field| !columns.iter().any(|column| column.field == *field));
    missing.map_or(Ok(()), |field| Err(content("phụ lục", format!("thiếu cột “{field}”"), "Thêm cột.")))
}

fn check_pattern(pattern: &str, place: &str) -> Result<(), FormError> {
    for piece in pattern.split('{').skip(1) {
        let name = piece.split('}').next().unwrap_or_default();
        if !piece.contains('}') || !PLACEHOLDERS.contains(&name) {
            let known = PLACEHOLDERS.map(|name| format!("{{{name}}}")).join(", ");
            let hint = format!("Các chỗ điền dùng được: {known}.");
            return Err(content(place, format!("không có chỗ điền “{{{name}}}”"), hint));
        }
    }
    Ok(())
}

/// What the placeholders of a form stand for.
#[derive(Debug, Clone)]
pub(super) struct Filling<'a> {
    pub unit: &'a str,
    pub abbreviation: &'a str,
    pub ministry: &'a str,
    pub year: i32,
}

impl Filling<'_> {
    /// A pattern with its placeholders filled.
    pub fn fill(&self, pattern: &str) -> String {
        pattern
            .replace("{unit}", self.unit)
            .replace("{abbreviation}", self.abbreviation)
            .replace("{ministry}", self.ministry)
            .replace("{year}", &self.year.to_string())
            .replace("{last_year}", &(self.year - 1).to_string())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    const MINIMAL: &str = "id = \"x\"\nname = \"X\"\nkind = \"Kế hoạch\"\nsubject = \"S {year}\"\ngroup = \"G\"\nrecipients = []\n\
        section = []\n[[column]]\nfield = \"no\"\ntitle = \"STT\"\n[[column]]\nfield = \"name\"\ntitle = \"Tên\"\n";

    #[test]
    fn the_built_in_forms_are_whole() {
        for summary in forms() {
            let form = Form::builtin(&summary.id).unwrap();
            assert_eq!(form.id, summary.id);
            for role in [SectionRole::Results, SectionRole::Bases, SectionRole::Goals, SectionRole::Tasks, SectionRole::TaskList]
            {
                assert!(form.section(role).is_some_and(|s| s.mandatory && !s.matches.is_empty()), "{role:?}");
            }
            for field in ["lead", "kind", "goal", "time", "budget", "funding"] {
                assert!(form.columns.iter().any(|c| c.field == field), "{field}");
            }
        }
    }

    #[test]
    fn a_malformed_form_says_where() {
        Form::parse(MINIMAL).unwrap();
        let error = |text: String| Form::parse(&text).unwrap_err().to_string();
        assert!(error(MINIMAL.replace("S {year}", "S {yaer}")).contains("{yaer}"));
        assert!(error(MINIMAL.replace("field = \"name\"", "field = \"nmae\"")).contains("cột 2"));
        assert!(error(MINIMAL.replace("field = \"name\"", "field = \"goal\"")).contains("thiếu cột"));
        assert!(error(MINIMAL.replace("group", "gruop")).contains("dòng 5"));
        let section = MINIMAL.replace("section = []\n", "") + "[[section]]\nlabel = \"ăn\"\nheading = \"H\"\n";
        assert!(error(section).contains("đề mục ăn"));
        assert!(matches!(Form::builtin("không có"), Err(FormError::Unknown { known, .. }) if known == ["khung-cds"]));
    }
}
