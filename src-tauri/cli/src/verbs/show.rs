//! `skh show`: a plan as it stands.

use skh_core::plan::{Plan, Role, ShownPlan, ShownSection, Status};

use crate::answer::{Answer, Failure};
use crate::args::Show;
use crate::inputs::open_plan;
use crate::listing::{self, field};

/// Shows the plan; JSON by the contract, or a summary for people.
pub fn run(args: &Show) -> Result<Answer, Failure> {
    let (_, plan) = open_plan(&args.plan)?;
    let shown = ShownPlan::of(&plan);
    if args.json { Answer::json(&shown) } else { Ok(Answer::done(summary(&plan, &shown))) }
}

/// The plan in a page.
pub fn summary(plan: &Plan, shown: &ShownPlan) -> String {
    let mut out = String::new();
    field(&mut out, "Kế hoạch", &shown.subject);
    field(&mut out, "Đơn vị", &format!("{} ({})", shown.unit.name, shown.unit.abbreviation));
    field(&mut out, "Năm", &shown.year.to_string());
    field(&mut out, "Mẫu", &shown.form);
    let profile = &shown.profile;
    field(&mut out, "Ký hiệu", &profile.symbol);
    field(&mut out, "Địa danh", &profile.place);
    field(&mut out, "Người ký", &format!("{} {}", profile.signatory.authority.join(" "), profile.signatory.name));
    for source in &shown.sources {
        field(&mut out, "Nguồn", &format!("{} – {} {}", source.id, source.file, source.number.as_deref().unwrap_or_default()));
    }
    field(&mut out, "Căn cứ", &shown.legal_bases.len().to_string());
    field(&mut out, "Nhiệm vụ", &roles(plan));
    let covered = shown.coverage.iter().filter(|task| !task.covered_by.is_empty()).count();
    if !shown.coverage.is_empty() {
        field(&mut out, "Đáp ứng nhiệm vụ trọng tâm của công văn", &format!("{covered}/{}", shown.coverage.len()));
    }
    out.push_str("\nĐề mục (· trống, + điền sẵn, ~ đã sửa, ✓ xong; * bắt buộc):\n");
    sections(&shown.sections, 1, &mut out);
    if !shown.findings.is_empty() {
        out.push_str("\nLưu ý khi soạn:\n");
        out.push_str(&listing::findings(&shown.findings));
    }
    out
}

/// "33 chủ trì, 4 phối hợp, 5 chung các đơn vị".
pub fn roles(plan: &Plan) -> String {
    let of = |role: Role| plan.tasks.iter().filter(|task| task.role == role).count();
    let all = [
        (Role::Lead, "chủ trì"),
        (Role::Coordinating, "phối hợp"),
        (Role::AllUnits, "chung các đơn vị"),
        (Role::Own, "đơn vị đề xuất"),
    ];
    let parts: Vec<String> = all
        .into_iter()
        .map(|(role, name)| (of(role), name))
        .filter(|(n, _)| *n > 0)
        .map(|(n, name)| format!("{n} {name}"))
        .collect();
    if parts.is_empty() { "0".into() } else { parts.join(", ") }
}

fn sections(below: &[ShownSection], depth: usize, out: &mut String) {
    for section in below {
        let mark = match section.status {
            Status::Empty => '·',
            Status::Prefilled => '+',
            Status::Edited => '~',
            Status::Done => '✓',
        };
        let star = if section.mandatory { "*" } else { "" };
        out.push_str(&format!("{}{mark} {}  {}{star}\n", "  ".repeat(depth), section.label, section.heading));
        sections(&section.children, depth + 1, out);
    }
}
