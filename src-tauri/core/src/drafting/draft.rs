//! The draft: outline, căn cứ, tasks, text, coverage, one step after the other.

use super::form::{Filling, Form, SectionRole};
use super::outline::{Building, Outline};
use super::paper::Paper;
use super::prefill::Filler;
use super::previous::carried;
use super::profile::ProfileFile;
use super::roles::Roles;
use super::tasks::{Collected, Collecting};
use super::units::{Directory, UnitEntry};
use super::years::year_of;
use super::{bases, coverage, tasks};
use crate::plan::{AnnexColumn, Finding, Holds, LegalBasis, PaperKind, Plan, Role, Section, Source, Unit};

/// What a plan is drafted from. Only form, unit and year are needed.
#[derive(Debug, Clone, Copy)]
pub struct DraftInput<'a> {
    /// The form that completes the letter's outline, or gives the outline where there is no letter.
    pub form: &'a Form,
    /// The units that tables and duties name.
    pub directory: &'a Directory,
    /// The unit whose plan it is, out of `directory`.
    pub unit: &'a UnitEntry,
    /// The year planned for.
    pub year: i32,
    /// The framework letter.
    pub framework: Option<&'a Paper>,
    /// The ministry's plan and its annexes.
    pub ministry: &'a [Paper],
    /// The unit's plan of last year.
    pub previous: Option<&'a Paper>,
    /// What the unit's profile file says.
    pub profile: Option<&'a ProfileFile>,
}

/// Drafts a unit's plan; what the drafting was unsure of stands among its findings.
pub fn draft(input: DraftInput) -> Plan {
    let profile_file = input.profile.cloned().unwrap_or_default();
    let unit = profile_file.unit(input.unit);
    let filling = Filling { unit: &unit.name, abbreviation: &unit.abbreviation, ministry: &unit.superior, year: input.year };
    let ministry = ministry_papers(input.ministry);
    let collecting = Collecting { directory: input.directory, unit: input.unit, year: input.year, no_group: &input.form.group };
    let collected = tasks::collect(&collecting, &ministry);
    let legal_bases = bases::collect(input.framework, &ministry);

    let mut outline = outline(&input, &filling, &legal_bases);
    let roles = Roles::of(input.form);
    Filler::new(input.form, &filling, input.directory, input.unit, &roles, &ministry).fill(&mut outline, &collected);
    let carried = carried(&input);
    recall_goals(&mut outline, &roles, &carried.goals);

    let priorities = input.framework.map_or(&[][..], |letter| &letter.reading.priority_tasks);
    let coverage = coverage::cover(priorities, &outline, &collected.tasks);
    let findings = findings(&input, &unit, &ministry, &collected);
    let recipients = input.form.recipients.iter().map(|pattern| filling.fill(pattern)).collect();
    Plan {
        form: input.form.id.clone(),
        year: input.year,
        subject: filling.fill(&input.form.subject),
        profile: profile_file.profile(input.unit, &unit, recipients),
        sources: sources(&input, &ministry),
        sections: outline.sections,
        legal_bases,
        groups: collected.groups,
        tasks: collected.tasks,
        columns: columns(input.form, &ministry),
        issuing: profile_file.issuing(),
        results: carried.results,
        coverage,
        findings,
        unit,
    }
}

/// The form's columns, or those of its sets that answer to what the ministry's tables have.
fn columns(form: &Form, ministry: &[(String, &Paper)]) -> Vec<AnnexColumn> {
    let has = |field: &str| {
        let mut tables = ministry.iter().flat_map(|(_, paper)| &paper.reading.task_tables);
        tables.any(|table| table.fields.iter().any(|known| known == field))
    };
    let set = form.column_sets.iter().find(|set| set.when.iter().all(|field| has(field)));
    set.map_or(&form.columns, |set| &set.columns).clone()
}

/// The ministry's papers with their ids: "ministry", "ministry-2", …
fn ministry_papers(papers: &[Paper]) -> Vec<(String, &Paper)> {
    let id = |number: usize| if number == 1 { "ministry".to_owned() } else { format!("ministry-{number}") };
    (1..).zip(papers).map(|(number, paper)| (id(number), paper)).collect()
}

fn sources(input: &DraftInput, ministry: &[(String, &Paper)]) -> Vec<Source> {
    let mut out = Vec::new();
    out.extend(input.framework.map(|paper| paper.source("framework", PaperKind::Framework)));
    out.extend(ministry.iter().map(|(id, paper)| paper.source(id, PaperKind::MinistryPlan)));
    out.extend(input.previous.map(|paper| paper.source("previous", PaperKind::Previous)));
    out
}

fn outline(input: &DraftInput, filling: &Filling, legal_bases: &[LegalBasis]) -> Outline {
    let roles = Roles::of(input.form);
    let letter_year = input.framework.and_then(|letter| year_of(&letter.reading));
    let building = Building { form: input.form, roles: &roles, filling, letter_year };
    match input.framework.filter(|letter| !letter.reading.outline.is_empty()) {
        Some(letter) => {
            let mut outline = Outline::of_letter(&building, &letter.reading.outline);
            drop_cited(&mut outline.sections, legal_bases);
            outline
        }
        None => Outline::of_form(&building),
    }
}

/// What the unit set itself last year stands as guidance where the results are to be told.
fn recall_goals(outline: &mut Outline, roles: &Roles, goals: &[String]) {
    let Some(results) = outline.section_mut(SectionRole::Results).filter(|_| !goals.is_empty()) else { return };
    let mut lines = vec!["Mục tiêu đã đặt ra trong kế hoạch năm trước:".to_owned()];
    lines.extend(goals.iter().cloned());
    let told_in = results.children.iter().position(|child| roles.told_of(&child.heading, SectionRole::Goals));
    let section = match told_in {
        Some(at) => &mut results.children[at],
        None => results,
    };
    if !section.guidance.is_empty() {
        lines.insert(0, std::mem::take(&mut section.guidance));
    }
    section.guidance = lines.join("\n");
}

/// Lines of guidance that only cite what became a căn cứ say nothing more.
fn drop_cited(sections: &mut [Section], bases: &[LegalBasis]) {
    for section in sections {
        if section.holds == Holds::LegalBases {
            let cited = |line: &str| {
                line.starts_with("- ") && bases.iter().filter_map(|b| b.citation.number.as_deref()).any(|n| line.contains(n))
            };
            let kept: Vec<&str> = section.guidance.split('\n').filter(|line| !cited(line)).collect();
            section.guidance = kept.join("\n");
        }
        drop_cited(&mut section.children, bases);
    }
}

fn findings(input: &DraftInput, unit: &Unit, ministry: &[(String, &Paper)], collected: &Collected) -> Vec<Finding> {
    let mut out = Vec::new();
    if let Some(letter) = input.framework {
        out.extend(letter_finding(letter, input.year));
    }
    for (_, paper) in ministry {
        out.extend(ministry_finding(paper, input.year));
    }
    let named = !ministry.is_empty() && !ministry.iter().any(|(_, paper)| has_number(paper));
    if named {
        let hint = "Bổ sung số, ngày của quyết định vào căn cứ khi có.";
        out.push(Finding::info("căn cứ", "Kế hoạch của Bộ chưa có số nên chưa đưa vào căn cứ.", hint));
    }
    let tables = ministry.iter().any(|(_, paper)| !paper.reading.task_tables.is_empty());
    if !ministry.is_empty() && !tables {
        let hint = "Chọn thêm tệp phụ lục danh mục nhiệm vụ của Bộ.";
        out.push(Finding::warning("phụ lục", "Không thấy bảng nhiệm vụ trong kế hoạch của Bộ.", hint));
    }
    if tables && !collected.tasks.iter().any(|task| task.role == Role::Lead) {
        let message = format!("Kế hoạch của Bộ không giao {} chủ trì nhiệm vụ nào.", unit.name);
        out.push(Finding::info("nhiệm vụ chủ trì", message, "Kiểm tra tên đơn vị; thêm nhiệm vụ của đơn vị nếu có."));
    }
    out.extend(collected.findings.iter().cloned());
    out
}

fn has_number(paper: &Paper) -> bool {
    paper.reading.number.as_deref().is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}

fn letter_finding(letter: &Paper, year: i32) -> Option<Finding> {
    if letter.reading.outline.is_empty() {
        let hint = "Kiểm tra tệp có kèm khung kế hoạch; nếu khung ở tệp khác, chọn tệp đó.";
        return Some(Finding::warning(
            "đề cương",
            "Công văn không kèm khung kế hoạch; đề cương lấy theo mẫu của chương trình.",
            hint,
        ));
    }
    let from = year_of(&letter.reading).filter(|from| *from != year)?;
    let message = format!("Khung kế hoạch dành cho năm {from}; tên đề mục đã chuyển sang năm {year}.");
    Some(Finding::info("đề cương", message, "Rà lại tên đề mục và các mốc thời gian trong hướng dẫn."))
}

fn ministry_finding(paper: &Paper, year: i32) -> Option<Finding> {
    let from = year_of(&paper.reading).filter(|from| *from != year)?;
    let message = format!("Kế hoạch của Bộ dành cho năm {from}, kế hoạch này cho năm {year}.");
    Some(Finding::warning(paper.file.clone(), message, "Rà lại thời gian từng nhiệm vụ, hoặc chọn kế hoạch đúng năm."))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::drafting::sample::reading_of;

    fn paper(fields: &[&str], task: &serde_json::Value) -> Paper {
        let table = serde_json::json!({"fields": fields, "columns": fields, "tasks": [task]});
        Paper::new(reading_of(&serde_json::json!({"task_tables": [table]})), "a", b"")
    }

    fn drafted(ministry: Vec<Paper>, previous: Option<Paper>) -> Plan {
        let (form, directory) = (Form::builtin("khung-cds").unwrap(), Directory::builtin());
        let unit = directory.find("TTCNTT").unwrap();
        let (ministry, previous) = (&ministry[..], previous.as_ref());
        draft(DraftInput {
            form: &form,
            directory: &directory,
            unit,
            year: 2026,
            framework: None,
            ministry,
            previous,
            profile: None,
        })
    }

    #[test]
    fn columns_follow_the_ministrys_tables() {
        let task = serde_json::json!({"no": 1, "name": "a", "lead": "TTCNTT", "assigned_member": "Ông A", "result": "Báo cáo", "note": "n"});
        let last = |fields: &[&str]| {
            let plan = drafted(vec![paper(fields, &task)], None);
            let columns: Vec<String> = plan.columns.iter().map(|column| column.title.clone()).collect();
            (columns, plan.tasks[0].clone())
        };
        let (columns, task_drafted) = last(&["no", "name", "lead", "assigned_member", "result"]);
        assert!(columns.contains(&"Phân công thành viên".to_owned()), "{columns:?}");
        assert_eq!((task_drafted.assigned_member.as_str(), task_drafted.product.as_str()), ("Ông A", "Báo cáo"));
        assert_eq!(last(&["no", "name", "lead", "note"]).0.last().map(String::as_str), Some("Ghi chú"));
        assert_eq!(last(&["no", "name", "lead"]).0.len(), 11);
    }

    #[test]
    fn what_the_unit_led_last_year_waits_for_its_results() {
        let led = serde_json::json!({"no": 1, "name": "Số hóa hồ sơ", "lead": "TTCNTT", "product": "10.000 hồ sơ"});
        let plan = drafted(Vec::new(), Some(paper(&["no", "name", "lead", "product"], &led)));
        let rows: Vec<_> =
            plan.results.iter().map(|row| (row.name.as_str(), row.target.as_str(), row.outcome.as_str())).collect();
        assert_eq!(rows, [("Số hóa hồ sơ", "10.000 hồ sơ", "")]);
        assert!(plan.annexes().is_empty(), "nothing is told yet");
    }
}
