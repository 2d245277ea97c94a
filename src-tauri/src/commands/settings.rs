//! What one settles: the decree's ranges for pages, the forms there are, and what is kept of a unit for its next plan.
//!
//! A unit's kept data is a profile file as `skh new --profile` takes it, one a unit, in the app's own folder.

use std::path::PathBuf;

use serde::Serialize;
use skh_core::drafting::{self, Directory, Form, FormSection, ProfileFile, SignatoryFile};
use skh_core::files;
use skh_core::plan::{AnnexColumn, Edit, Issuing, Plan, Profile, SETTINGS, Setting, Signatory, Unit};
use specta::Type;
use tauri::{AppHandle, Manager, State, Wry};

use crate::error::CommandError;
use crate::session::Session;

/// A size, margin or distance that a unit may settle.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PageRule {
    /// Its key.
    pub key: String,
    /// The rule that gives its range: "P2".
    pub rule: String,
    /// "lề trái".
    pub name: String,
    /// "mm", "pt", "dòng"; empty for a share or a multiple.
    pub unit: String,
    /// "30–35 mm".
    pub range: String,
    /// What it is unless settled otherwise.
    pub default: f64,
}

/// Every setting, in the order of the rules.
#[tauri::command]
#[specta::specta]
pub fn page_rules() -> Vec<PageRule> {
    let rule = |setting: &Setting| PageRule {
        key: setting.key.to_owned(),
        rule: setting.rule.to_owned(),
        name: setting.name.to_owned(),
        unit: setting.unit.to_owned(),
        range: setting.range(),
        default: setting.default,
    };
    SETTINGS.iter().map(rule).collect()
}

/// A form, for looking at.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ShownForm {
    /// Its id.
    pub id: String,
    /// What it is for.
    pub name: String,
    /// Where it comes from.
    pub source: String,
    /// Its sections, parents before children.
    pub sections: Vec<ShownFormSection>,
    /// Sets of columns for the annex of tasks, the form's own first.
    pub columns: Vec<ShownColumns>,
}

/// A section of a form.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ShownFormSection {
    /// From 0.
    pub level: usize,
    /// "Phần I".
    pub label: String,
    /// Its heading; places to fill stand in braces.
    pub heading: String,
    /// Whether a plan may not leave it empty.
    pub mandatory: bool,
    /// What to write there.
    pub guidance: String,
}

/// A set of columns.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ShownColumns {
    /// What it is for.
    pub name: String,
    /// Its columns.
    pub columns: Vec<AnnexColumn>,
}

/// The forms there are.
#[tauri::command(async)]
#[specta::specta]
pub fn forms() -> Result<Vec<ShownForm>, CommandError> {
    drafting::forms()
        .into_iter()
        .map(|summary| {
            let form = Form::builtin(&summary.id).map_err(|error| CommandError::inside("đọc mẫu kế hoạch", error))?;
            let mut sections = Vec::new();
            flatten(&form.sections, 0, &mut sections);
            let own = ShownColumns { name: form.name, columns: form.columns };
            let others = form.column_sets.into_iter().map(|set| ShownColumns { name: set.name, columns: set.columns });
            let columns = std::iter::once(own).chain(others).collect();
            Ok(ShownForm { id: summary.id, name: summary.name, source: summary.source, sections, columns })
        })
        .collect()
}

fn flatten(sections: &[FormSection], level: usize, out: &mut Vec<ShownFormSection>) {
    for section in sections {
        out.push(ShownFormSection {
            level,
            label: section.label.clone(),
            heading: section.heading.clone(),
            mandatory: section.mandatory,
            guidance: section.guidance.clone(),
        });
        flatten(&section.sections, level + 1, out);
    }
}

/// What is kept of the open plan's unit.
#[derive(Debug, Clone, Serialize, Type)]
pub struct KeptUnit {
    /// Whether anything is kept.
    pub kept: bool,
    /// What the plan has otherwise, as the screen names it: "ký hiệu".
    pub differs: Vec<String>,
    /// Officials who have signed for the unit.
    pub officials: Vec<Signatory>,
}

/// What is kept of the open plan's unit, and what the plan has otherwise.
#[tauri::command(async)]
#[specta::specta]
pub fn kept_unit(app: AppHandle<Wry>, session: State<'_, Session>) -> Result<KeptUnit, CommandError> {
    let plan = session.with(|open| Ok(open.plan().clone()))?;
    let Some(file) = of_unit(&app, &plan.unit)? else {
        return Ok(KeptUnit { kept: false, differs: Vec::new(), officials: Vec::new() });
    };
    let differs = differences(&file, &ProfileFile::of_plan(&plan));
    Ok(KeptUnit { kept: true, differs, officials: file.officials.iter().map(SignatoryFile::signatory).collect() })
}

fn differences(kept: &ProfileFile, now: &ProfileFile) -> Vec<String> {
    let parts = [
        ("tên đơn vị", kept.unit != now.unit),
        ("ký hiệu", kept.symbol != now.symbol),
        ("địa danh", kept.place != now.place),
        ("người ký", kept.signatory != now.signatory),
        ("nơi nhận", kept.recipients != now.recipients),
        ("cách ban hành", kept.way != now.way || kept.decision != now.decision),
        ("tờ trình", kept.submission != now.submission),
        ("trang", kept.page != now.page),
    ];
    parts.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name.to_owned()).collect()
}

/// Keeps what the open plan says of its unit for the unit's next plan. Who signs joins the unit's officials.
#[tauri::command(async)]
#[specta::specta]
pub fn keep_unit(app: AppHandle<Wry>, session: State<'_, Session>) -> Result<(), CommandError> {
    let plan = session.with(|open| Ok(open.plan().clone()))?;
    let mut officials = of_unit(&app, &plan.unit)?.map(|file| file.officials).unwrap_or_default();
    let signs = SignatoryFile::of(&plan.profile.signatory);
    if !plan.profile.signatory.name.is_empty() {
        officials.retain(|official| official.name != signs.name);
        officials.push(signs);
    }
    write(&app, &plan.unit, &ProfileFile { officials, ..ProfileFile::of_plan(&plan) })
}

/// Strikes an official off the unit's list.
#[tauri::command(async)]
#[specta::specta]
pub fn forget_official(app: AppHandle<Wry>, session: State<'_, Session>, name: String) -> Result<(), CommandError> {
    let unit = session.with(|open| Ok(open.plan().unit.clone()))?;
    let Some(mut file) = of_unit(&app, &unit)? else { return Ok(()) };
    file.officials.retain(|official| official.name.as_deref() != Some(name.as_str()));
    write(&app, &unit, &file)
}

/// The changes that give the open plan what is kept of its unit; none if nothing is.
#[tauri::command(async)]
#[specta::specta]
pub fn edits_to_kept_unit(app: AppHandle<Wry>, session: State<'_, Session>) -> Result<Vec<Edit>, CommandError> {
    let plan = session.with(|open| Ok(open.plan().clone()))?;
    Ok(of_unit(&app, &plan.unit)?.map(|file| edits(&file, plan)).unwrap_or_default())
}

/// Number, day and what decision and submission say of this plan alone stay the plan's.
fn edits(kept: &ProfileFile, plan: Plan) -> Vec<Edit> {
    let given = |text: &Option<String>, own: String| text.clone().unwrap_or(own);
    let unit = Unit {
        name: given(&kept.unit.name, plan.unit.name),
        abbreviation: given(&kept.unit.abbreviation, plan.unit.abbreviation),
        superior: given(&kept.unit.superior, plan.unit.superior),
        head_title: given(&kept.unit.head_title, plan.unit.head_title),
    };
    let profile = Profile {
        place: given(&kept.place, plan.profile.place),
        symbol: given(&kept.symbol, plan.profile.symbol),
        signatory: kept.signatory.signatory(),
        recipients: kept.recipients.clone().unwrap_or(plan.profile.recipients),
        ..plan.profile
    };
    let mut issuing: Issuing = kept.issuing();
    issuing.decision.articles = plan.issuing.decision.articles;
    let own = plan.issuing.submission;
    issuing.submission.reasons = own.reasons;
    (issuing.submission.number, issuing.submission.date) = (own.number, own.date);
    vec![Edit::Unit { unit }, Edit::Profile { profile: Box::new(profile) }, Edit::Issuing { issuing: Box::new(issuing) }]
}

/// What is kept of a unit.
///
/// # Errors
/// If its file is damaged.
pub fn of_unit(app: &AppHandle<Wry>, unit: &Unit) -> Result<Option<ProfileFile>, CommandError> {
    let path = path(app, unit)?;
    if !path.exists() {
        return Ok(None);
    }
    let input = files::read(&path)?;
    let text = String::from_utf8_lossy(&input.bytes);
    let damaged = |error: drafting::ProfileError| {
        CommandError::failed(format!("{error} ({})", path.display()), format!("{} Hoặc xóa tệp này", error.hint))
    };
    ProfileFile::parse(&text).map(Some).map_err(damaged)
}

fn write(app: &AppHandle<Wry>, unit: &Unit, file: &ProfileFile) -> Result<(), CommandError> {
    let path = path(app, unit)?;
    let doing = "ghi thông tin đơn vị";
    let text = file.to_text().map_err(|error| CommandError::inside(doing, error))?;
    let folder = path.parent().unwrap_or(&path);
    std::fs::create_dir_all(folder).map_err(|error| CommandError::inside(doing, error))?;
    Ok(files::write_whole(&path, text.as_bytes())?)
}

/// Named by what the directory calls the unit, which stays when its letterhead is changed.
fn path(app: &AppHandle<Wry>, unit: &Unit) -> Result<PathBuf, CommandError> {
    let inside = |error| CommandError::inside("mở thư mục dữ liệu của chương trình", error);
    let directory = Directory::builtin();
    let known = directory.find(&unit.name).or_else(|_| directory.find(&unit.abbreviation));
    let name = known.map_or_else(|_| unit.name.clone(), |entry| entry.name.clone());
    let folded = skh_core::text::fold(&name).replace(|c: char| !c.is_alphanumeric(), "-");
    Ok(app.path().app_data_dir().map_err(inside)?.join("units").join(format!("{folded}.toml")))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn plan() -> Plan {
        let directory = Directory::builtin();
        drafting::draft(drafting::DraftInput {
            form: &Form::builtin("khung-cds").unwrap(),
            directory: &directory,
            unit: directory.find("VP").unwrap(),
            year: 2026,
            framework: None,
            ministry: &[],
            previous: None,
            profile: None,
        })
    }

    #[test]
    fn the_next_plan_takes_what_was_kept_and_keeps_its_own_number() {
        let mut first = plan();
        first.profile.place = "Huế".into();
        first.profile.number = Some(7);
        first.profile.signatory.name = "Trần Văn Ước".into();
        first.issuing.page.set("margin_left", 35.0).unwrap();
        let kept = ProfileFile::of_plan(&first);
        let mut next = plan();
        next.profile.number = Some(9);
        assert_eq!(differences(&kept, &ProfileFile::of_plan(&next)), ["địa danh", "người ký", "trang"]);
        for edit in edits(&kept, next.clone()) {
            next.apply(edit).unwrap();
        }
        assert!(differences(&kept, &ProfileFile::of_plan(&next)).is_empty());
        assert_eq!((next.profile.number, next.profile.place.as_str()), (Some(9), "Huế"));
    }

    #[test]
    fn forms_are_shown_with_their_mandatory_sections_and_sets_of_columns() {
        let forms = forms().unwrap();
        assert!(forms[0].sections.iter().any(|section| section.mandatory && section.level > 0));
        assert!(forms[0].columns.len() >= 2);
    }
}
