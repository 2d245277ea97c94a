//! `skh new`: a unit's plan from the letter, the ministry's plan and what the unit says of itself.

use std::path::Path;

use skh_core::checks;
use skh_core::drafting::{self, Directory, DraftInput, Form, Paper, ProfileFile, UnknownUnit};
use skh_core::files;
use skh_core::plan::{Plan, Section};
use skh_core::store::PlanFile;

use super::show::roles;
use crate::answer::{Answer, Failure, not_read, not_saved};
use crate::args::New;
use crate::inputs::{PLAN_ENDING, must_end_in, read_paper};
use crate::listing;

/// Drafts, saves, and says what was drafted.
pub fn run(args: &New) -> Result<Answer, Failure> {
    must_end_in(&args.out, PLAN_ENDING)?;
    let plan = if args.sample { sample()? } else { drafted(args)? };
    let saved = if args.overwrite { PlanFile::replace(&args.out, &plan) } else { PlanFile::create(&args.out, &plan) };
    saved.map_err(|error| not_saved(&error))?;
    Ok(Answer::done(format!("{}\n", args.out.display())).noting(told(&plan)))
}

fn drafted(args: &New) -> Result<Plan, Failure> {
    let directory = Directory::builtin();
    let form = Form::builtin(&args.form).map_err(|error| Failure::call(error.to_string(), "Xem các mẫu: skh forms."))?;
    // clap has seen to it that both are there.
    let (name, year) = (args.unit.as_deref().unwrap_or_default(), args.year.unwrap_or_default());
    let unit = directory.find(name).map_err(|error| unknown(&error))?;
    let profile = args.profile.as_deref().map(profile).transpose()?;
    let framework = args.framework.as_deref().map(paper).transpose()?;
    let ministry = args.ministry_plan.iter().map(|path| paper(path)).collect::<Result<Vec<_>, _>>()?;
    let previous = args.previous.as_deref().map(paper).transpose()?;
    Ok(drafting::draft(DraftInput {
        form: &form,
        directory: &directory,
        unit,
        year,
        framework: framework.as_ref(),
        ministry: &ministry,
        previous: previous.as_ref(),
        profile: profile.as_ref(),
    }))
}

fn sample() -> Result<Plan, Failure> {
    Err(Failure::call("chưa có dữ liệu mẫu", ""))
}

fn unknown(error: &UnknownUnit) -> Failure {
    let hint = match error.nearest.as_slice() {
        [] => "Xem các đơn vị: skh units.".to_owned(),
        nearest => format!("Có phải: {}? Xem các đơn vị: skh units.", nearest.join("; ")),
    };
    Failure::call(error.to_string(), hint)
}

fn paper(path: &Path) -> Result<Paper, Failure> {
    let (input, reading) = read_paper(path)?;
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
    let findings: Vec<_> = plan.findings.iter().cloned().chain(checks::check(plan)).collect();
    format!(
        "Đã soạn: {} – {}\n  Nhiệm vụ: {}\n  Đề mục: {}, điền sẵn {prefilled}\n  Căn cứ: {}\n  Rà soát: {} (xem: skh check)\n{}",
        plan.subject,
        plan.unit.name,
        roles(plan),
        sections.len(),
        plan.legal_bases.len(),
        listing::count(&findings),
        listing::findings(&plan.findings),
    )
}
