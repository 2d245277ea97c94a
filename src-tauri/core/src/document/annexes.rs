//! Which annexes a plan has, how they are numbered and cited, and what stands above each (rules A1 to A3).

use super::frame::{self, Registered};
use super::measure::Pt;
use super::model::{AnnexRef, Block, Orientation, Paragraph, Part, Run, Table};
use super::style::{StyleName, StyleSheet};
use super::{annex, lists};
use crate::plan::{AnnexKind, Plan, Way};
use crate::text::lower_first;

/// An annex of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annex {
    /// What it is about.
    pub kind: AnnexKind,
    /// "Phụ lục"; "Phụ lục I" where there are two or more (A1).
    pub label: String,
    /// Sentence case: "Danh mục nhiệm vụ, dự án chuyển đổi số năm 2026".
    pub title: String,
}

/// A plan's annexes, in order.
pub fn annexes(plan: &Plan) -> Vec<Annex> {
    plan.annexes().into_iter().map(|(label, kind)| Annex { kind, label, title: title(plan, kind) }).collect()
}

/// An annex's title, sentence case.
fn title(plan: &Plan, kind: AnnexKind) -> String {
    let year = format!("năm {}", plan.year);
    // What the plan is about stands in its subject before the year.
    let about = plan.subject.split_once(&year).map_or("", |(before, _)| before.trim());
    let (name, year) = match kind {
        AnnexKind::Results => ("Kết quả thực hiện kế hoạch", format!("năm {}", plan.year - 1)),
        AnnexKind::Tasks => (annex::LIST_NAME, year),
        AnnexKind::Budget => ("Danh mục dự án, nhiệm vụ sử dụng kinh phí", year),
    };
    if about.is_empty() { format!("{name} {year}") } else { format!("{name} {} {year}", lower_first(about)) }
}

/// The title of the annex of tasks, upper case: "DANH MỤC NHIỆM VỤ, DỰ ÁN CHUYỂN ĐỔI SỐ NĂM 2026".
pub fn task_title(plan: &Plan) -> String {
    title(plan, AnnexKind::Tasks).to_uppercase()
}

/// What stands above the table of tasks: its label, title, and the paper it goes with.
pub fn task_heading(plan: &Plan, width: Pt) -> [Paragraph; 3] {
    let label = annexes(plan).into_iter().find(|annex| annex.kind == AnnexKind::Tasks).map(|annex| annex.label);
    let annex = Annex {
        kind: AnnexKind::Tasks,
        label: label.unwrap_or_else(|| "Phụ lục".to_owned()),
        title: title(plan, AnnexKind::Tasks),
    };
    heading(plan, &annex, Filed::Together, width, &StyleSheet::of_plan(plan))
}

fn heading(plan: &Plan, annex: &Annex, filed: Filed, width: Pt, sheet: &StyleSheet) -> [Paragraph; 3] {
    let title = frame::broken_title(&annex.title.to_uppercase(), width, StyleName::AnnexTitle, sheet);
    let with = frame::broken_title(&issued_with(plan, filed), width, StyleName::AnnexIssuedWith, sheet);
    [
        Paragraph::plain(StyleName::AnnexLabel, annex.label.as_str()),
        Paragraph::plain(StyleName::AnnexTitle, title),
        Paragraph { rule: Some(sheet.title_rule()), ..Paragraph::plain(StyleName::AnnexIssuedWith, with) },
    ]
}

/// Whether what goes with a paper is one file with it (rule E3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Filed {
    /// One file.
    Together,
    /// A file of its own, which the agency signs: that says number and day, which stay blank in the text (forms 1.3, 2.2).
    Apart,
}

/// "(Kèm theo Kế hoạch số …/KH-… ngày … tháng … năm … của …)", or the decision that issues the plan (rules A3, T4).
pub(super) fn issued_with(plan: &Plan, filed: Filed) -> String {
    let issued = plan.issued();
    let (kind, symbol, by) = match issued.way {
        Way::Own => ("Kế hoạch", &plan.profile.symbol, &plan.unit.name),
        Way::Decision => ("Quyết định", &issued.decision.symbol, &issued.decision.authority),
    };
    let registered = Registered::issued(plan, symbol);
    let paper = match filed {
        Filed::Together => registered,
        Filed::Apart => Registered { number: None, date: None, ..registered },
    };
    format!("(Kèm theo {kind} số {} {} của {by})", paper.number(), paper.day(plan.year))
}

/// An annex as a part of its own, with its own page numbers (P4).
pub(super) fn part(plan: &Plan, annex: &Annex, filed: Filed, sheet: &StyleSheet) -> Part {
    let orientation = if annex.kind == AnnexKind::Results { Orientation::Portrait } else { Orientation::Landscape };
    let width = sheet.text_width_of(orientation);
    let mut table: Table = match annex.kind {
        AnnexKind::Results => lists::results(plan, width, sheet),
        AnnexKind::Tasks => annex::table(plan, width),
        AnnexKind::Budget => lists::budget(plan, width, sheet),
    };
    annex::break_titles(&mut table, width);
    let mut blocks: Vec<Block> = heading(plan, annex, filed, width, sheet).into_iter().map(Block::Paragraph).collect();
    blocks.push(Block::Table(table));
    Part { orientation, blocks }
}

/// The sentence that mentions an annex, linked to the part it stands in, if it is in the same file (rule A1).
pub(super) fn mention(plan: &Plan, annex: &Annex, part: Option<usize>) -> Paragraph {
    let what = match annex.kind {
        AnnexKind::Results => format!("Chi tiết kết quả thực hiện năm {}", plan.year - 1),
        AnnexKind::Tasks => format!("{} năm {}", annex::LIST_NAME, plan.year),
        AnnexKind::Budget => format!("Danh mục dự án, nhiệm vụ sử dụng kinh phí năm {}", plan.year),
    };
    let run = |text: String, link| Run { text, link, ..Run::default() };
    Paragraph {
        runs: vec![
            run(format!("{what} được nêu tại "), None),
            run(annex.label.clone(), part.map(AnnexRef)),
            run(" kèm theo Kế hoạch này.".to_owned(), None),
        ],
        ..Paragraph::plain(StyleName::Body, "")
    }
}
