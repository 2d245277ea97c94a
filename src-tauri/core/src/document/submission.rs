//! The submission (tờ trình) that carries a plan to the signing official: reasons, what the plan says in short, what is
//! enclosed. All of it follows from the plan.

use super::annexes::Annex;
use super::frame::{self, Registered};
use super::model::{Block, Orientation, Paragraph, Part};
use super::style::{StyleName, StyleSheet};
use crate::plan::{Holds, Issuing, Label, Money, Plan, Role, Section, TaskKind, Way};

/// Letterhead of the drafting part, title, addressees, body, signature of its head.
pub(super) fn submission(plan: &Plan, issued: &Issuing, annexes: &[Annex], sheet: &StyleSheet) -> Part {
    let submission = &issued.submission;
    let names = if submission.drafter.is_empty() {
        [plan.unit.superior.as_str(), plan.unit.name.as_str()]
    } else {
        [plan.unit.name.as_str(), submission.drafter.as_str()]
    };
    let registered = Registered { number: submission.number, symbol: &submission.symbol, date: submission.date };
    let mut blocks = vec![frame::letterhead(plan, names, Some(registered), sheet)];
    blocks.extend(frame::title("TỜ TRÌNH", &format!("Về việc ban hành {}", plan.named()), sheet));
    let mut body = addressees(&submission.addressees);
    body.extend(submission.reasons.iter().map(|reason| Paragraph::plain(StyleName::Body, reason.as_str())));
    body.push(Paragraph::plain(StyleName::ArabicHeading, "1. Nội dung chính của dự thảo Kế hoạch"));
    body.extend(summary(plan, annexes).into_iter().map(|line| Paragraph::plain(StyleName::Item, line)));
    body.push(Paragraph::plain(StyleName::ArabicHeading, "2. Hồ sơ trình kèm theo"));
    let enclosed = enclosed(plan, issued.way, annexes);
    let last = enclosed.len();
    body.extend((1..).zip(enclosed).map(|(no, title)| {
        let end = if no == last { "." } else { ";" };
        Paragraph::plain(StyleName::Item, format!("- {title}{end}"))
    }));
    let to = submission.addressees.join(", ");
    body.push(Paragraph::plain(StyleName::Body, format!("Kính trình {to} xem xét, quyết định./.")));
    blocks.extend(body.into_iter().map(Block::Paragraph));
    blocks.push(frame::signature(&submission.signatory, "", &submission.recipients));
    Part { orientation: Orientation::Portrait, blocks }
}

/// Rule N3: one on the line of "Kính gửi:", several one a line.
fn addressees(list: &[String]) -> Vec<Paragraph> {
    if let [one] = list {
        return vec![Paragraph::plain(StyleName::Addressee, format!("Kính gửi: {one}"))];
    }
    let last = list.len();
    let item = |(no, name): (usize, &String)| {
        Paragraph::plain(StyleName::AddresseeItem, format!("- {name}{}", if no == last { "." } else { ";" }))
    };
    let head = Paragraph::plain(StyleName::Addressee, "Kính gửi:");
    std::iter::once(head).chain((1..).zip(list).map(item)).collect()
}

/// What the plan holds, in numbers.
fn summary(plan: &Plan, annexes: &[Annex]) -> Vec<String> {
    let mut out = Vec::new();
    let parts: Vec<String> = outline(plan).into_iter().map(named).collect();
    if !parts.is_empty() {
        out.push(format!("Bố cục: {} phần, gồm {}.", parts.len(), parts.join("; ")));
    }
    if !plan.legal_bases.is_empty() {
        out.push(format!("Căn cứ: {} văn bản của cấp có thẩm quyền.", plan.legal_bases.len()));
    }
    out.extend(tasks(plan));
    let budgets: Vec<Money> = plan.budgeted().map(|(_, amount)| amount).collect();
    if !budgets.is_empty() {
        let total: Money = budgets.iter().copied().sum();
        out.push(format!("Kinh phí dự kiến: {total} đồng cho {} nhiệm vụ đơn vị chủ trì đã có dự toán.", budgets.len()));
    }
    if let [one] = annexes {
        out.push(format!("Kèm theo dự thảo Kế hoạch có 01 phụ lục: {}.", one.title));
    } else if !annexes.is_empty() {
        let labels: Vec<&str> = annexes.iter().map(|annex| annex.label.as_str()).collect();
        out.push(format!("Kèm theo dự thảo Kế hoạch có {} phụ lục: {}.", labels.len(), labels.join(", ")));
    }
    out.into_iter().enumerate().map(|(at, line)| format!("{}) {line}", crate::text::letter_at(at))).collect()
}

/// The sections that name what the plan is made of: its parts, or those of a plan without parts.
fn outline(plan: &Plan) -> Vec<&Section> {
    plan.sections.iter().filter(|section| !section.heading.trim().is_empty() && section.holds != Holds::LegalBases).collect()
}

/// "Phần I. ĐÁNH GIÁ KẾT QUẢ …".
fn named(section: &Section) -> String {
    let label = Label::parse(&section.label).map_or_else(|| section.label.clone(), |label| label.printed());
    let label = label.trim_end_matches(['.', ')', ':']);
    format!("{label}. {}", section.heading.trim())
}

fn tasks(plan: &Plan) -> Option<String> {
    let count = |list: Role| plan.tasks.iter().filter(|task| task.role.list() == list).count();
    let named: Vec<String> = [
        (count(Role::Lead), "do đơn vị chủ trì"),
        (count(Role::Coordinating), "do đơn vị phối hợp"),
        (count(Role::AllUnits), "chung của các đơn vị thuộc Bộ"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, what)| format!("{count} nhiệm vụ {what}"))
    .collect();
    let kind = |kind: TaskKind| plan.tasks.iter().filter(|task| task.kind == Some(kind)).count();
    let kinds: Vec<String> = [(kind(TaskKind::New), "mới"), (kind(TaskKind::Continued), "chuyển tiếp")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} nhiệm vụ {what}"))
        .collect();
    let of_them = if kinds.is_empty() { String::new() } else { format!(" (trong đó có {})", kinds.join(", ")) };
    (!named.is_empty()).then(|| format!("Nhiệm vụ: tổng số {} nhiệm vụ{of_them}, gồm {}.", plan.tasks.len(), named.join("; ")))
}

/// The papers enclosed, as the cover sheet lists them too.
pub(super) fn enclosed(plan: &Plan, way: Way, annexes: &[Annex]) -> Vec<String> {
    let named = plan.named();
    let mut out = Vec::new();
    if way == Way::Decision {
        out.push(format!("Dự thảo Quyết định ban hành {named}"));
    }
    out.push(format!("Dự thảo {named}"));
    out.extend(annexes.iter().map(|annex| format!("{}: {}", annex.label, annex.title)));
    out
}
