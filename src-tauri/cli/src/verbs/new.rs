//! `skh new`: a unit's plan from the letter, the ministry's plan and what the unit says of itself.

use std::path::Path;

use skh_core::checks;
use skh_core::drafting::{self, Directory, DraftInput, Form, Paper, ProfileFile, UnknownUnit};
use skh_core::files::{self, Input};
use skh_core::plan::{Plan, Section};
use skh_core::store::PlanFile;

use super::show::roles;
use crate::answer::{Answer, Failure, not_read, not_saved};
use crate::args::New;
use crate::inputs::{PLAN_ENDING, must_end_in, read_paper, understand};
use crate::listing;

/// Drafts, saves, and says what was drafted.
pub fn run(args: &New) -> Result<Answer, Failure> {
    must_end_in(&args.out, PLAN_ENDING)?;
    let directory = Directory::builtin();
    let form = Form::builtin(&args.form).map_err(|error| Failure::call(error.to_string(), "Xem các mẫu: skh forms."))?;
    let unit = directory.find(unit_name(args)).map_err(|error| unknown(&error))?;
    let papers = if args.sample { Papers::sample()? } else { Papers::named(args)? };
    let plan = drafting::draft(DraftInput {
        form: &form,
        directory: &directory,
        unit,
        year: args.year.unwrap_or(drafting::sample().year),
        framework: papers.framework.as_ref(),
        ministry: &papers.ministry,
        previous: papers.previous.as_ref(),
        profile: papers.profile.as_ref(),
    });
    let saved = if args.overwrite { PlanFile::replace(&args.out, &plan) } else { PlanFile::create(&args.out, &plan) };
    saved.map_err(|error| not_saved(&error))?;
    Ok(Answer::done(format!("{}\n", args.out.display())).noting(told(&plan)))
}

/// The unit asked for; only a call for the sample may leave it out (and the year).
fn unit_name(args: &New) -> &str {
    args.unit.as_deref().unwrap_or(drafting::sample().unit)
}

/// What a plan is drafted from, read and understood.
struct Papers {
    framework: Option<Paper>,
    ministry: Vec<Paper>,
    previous: Option<Paper>,
    profile: Option<ProfileFile>,
}

impl Papers {
    /// Those that the call names.
    fn named(args: &New) -> Result<Self, Failure> {
        let read = |path: &Path| paper(path, args.ocr);
        Ok(Self {
            framework: args.framework.as_deref().map(read).transpose()?,
            ministry: args.ministry_plan.iter().map(|path| read(path)).collect::<Result<_, _>>()?,
            previous: args.previous.as_deref().map(read).transpose()?,
            profile: args.profile.as_deref().map(profile).transpose()?,
        })
    }

    /// Those that come with the program.
    fn sample() -> Result<Self, Failure> {
        let sample = drafting::sample();
        let paper = |name: &str, bytes: &[u8]| {
            let input = Input { name: name.to_owned(), bytes: bytes.to_vec() };
            Ok(Paper::new(understand(&input, name)?, name, bytes))
        };
        let profile = ProfileFile::parse(sample.profile).map_err(|error| Failure::input(error.to_string(), error.hint))?;
        Ok(Self {
            framework: Some(paper(sample.letter_name, sample.letter)?),
            ministry: vec![paper(sample.plan_name, sample.plan)?],
            previous: None,
            profile: Some(profile),
        })
    }
}

fn unknown(error: &UnknownUnit) -> Failure {
    let hint = match error.nearest.as_slice() {
        [] => "Xem các đơn vị: skh units.".to_owned(),
        nearest => format!("Có phải: {}? Xem các đơn vị: skh units.", nearest.join("; ")),
    };
    Failure::call(error.to_string(), hint)
}

fn paper(path: &Path, ocr: bool) -> Result<Paper, Failure> {
    let (input, reading) = read_paper(path, ocr)?;
    Ok(Paper::new(reading, &input.name, &input.bytes))
}

fn profile(path: &Path) -> Result<ProfileFile, Failure> {
    let input = files::read(path).map_err(|error| not_read(&error))?;
    let named = |reason: &str| format!("không đọc được “{}”: {reason}", path.display());
    let text = String::from_utf8(input.bytes)
        .map_err(|_| Failure::input(named("không phải tệp văn bản UTF-8"), "Lưu lại tệp theo mã UTF-8."))?;
    ProfileFile::parse(&text).map_err(|error| Failure::input(named(&error.to_string()), error.hint))
}

/// What was drafted: tasks, sections, căn cứ, and what to look into.
fn told(plan: &Plan) -> String {
    let sections = plan.walk();
    let written = |section: &Section| !section.text.is_empty();
    let prefilled = sections.iter().filter(|(_, section)| written(section)).count();
    let findings = checks::told(plan);
    format!(
        "Đã soạn: {}\n  Nhiệm vụ: {}\n  Đề mục: {}, điền sẵn {prefilled}\n  Căn cứ: {}\n  Rà soát: {} (xem: skh check)\n{}",
        plan.subject,
        roles(plan),
        sections.len(),
        plan.legal_bases.len(),
        listing::count(&findings),
        listing::findings(&plan.findings),
    )
}
