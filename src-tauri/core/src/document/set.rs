//! The set of papers in which a plan goes out: which files there are and what stands in each. Everything comes from the
//! plan, nothing is typed twice.

use super::annexes::{self, Annex, Filed};
use super::body::{self, Cited};
use super::cover::{self, Listed};
use super::frame::{self, Registered};
use super::model::{AgencySigns, Document, Orientation, Part, Properties};
use super::style::StyleSheet;
use super::{decision, joins, keeps, submission};
use crate::plan::{Issuing, Plan, Way};
use crate::text::roman;

/// A paper of the set, as it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paper {
    /// What is in the set.
    Cover,
    /// Tờ trình.
    Submission,
    /// The decision that issues the plan; nothing for a plan that goes out on its own.
    Decision,
    /// The plan with its annexes.
    Plan,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// Which papers.
    pub papers: Vec<Paper>,
    /// Each annex, and a plan issued by a decision, as a file of its own (rule E3); else one file with all of them.
    pub annex_files: bool,
}

/// What a file of the set is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// The cover sheet.
    Cover,
    /// The submission.
    Submission,
    /// The decision, with plan and annexes where they are one file.
    Decision,
    /// The plan, with its annexes where they are one file.
    Plan,
    /// An annex alone, by its number; the only one of a plan has none, as its label has none.
    Annex(Option<u32>),
}

/// A file of the set.
#[derive(Debug, Clone, PartialEq)]
pub struct SetFile {
    /// What it is.
    pub kind: FileKind,
    /// Its pages' content.
    pub document: Document,
    /// Its pages' look.
    pub sheet: StyleSheet,
    /// What the cover sheet says of each part: its title, and what it goes with.
    pub listed: Vec<(String, String)>,
}

impl Default for Selection {
    /// What is signed: the decision, if there is one, and the plan, in one file.
    fn default() -> Self {
        Self { papers: vec![Paper::Decision, Paper::Plan], annex_files: false }
    }
}

impl FileKind {
    /// The file's name without ending, ASCII, from the stem of the unit and the year ("TTCNTT-2026").
    pub fn stem(self, unit_year: &str) -> String {
        match self {
            Self::Cover => format!("Bia-ho-so-{unit_year}"),
            Self::Submission => format!("TTr-{unit_year}"),
            Self::Decision => format!("QD-{unit_year}"),
            Self::Plan => format!("KH-{unit_year}"),
            Self::Annex(Some(no)) => format!("KH-{unit_year}-Phu-luc-{}", roman(no)),
            Self::Annex(None) => format!("KH-{unit_year}-Phu-luc"),
        }
    }
}

/// Composes what is signed as one file: the plan with its annexes, behind its decision if it goes out by one.
pub fn compose(plan: &Plan) -> Document {
    let set = Set::new(plan);
    let (parts, listed) = if set.issued.way == Way::Decision { set.with_decision(true) } else { set.alone(true) };
    set.document(parts, &listed, AgencySigns::Paper)
}

/// The files that a selection gives, in the order in which they lie before the signing official.
pub fn set_kinds(plan: &Plan, selection: &Selection) -> Vec<FileKind> {
    let wants = |paper: Paper| selection.papers.contains(&paper);
    let together = !selection.annex_files;
    let decided = plan.issuing.way == Way::Decision && wants(Paper::Decision);
    let mut out = Vec::new();
    out.extend(wants(Paper::Cover).then_some(FileKind::Cover));
    out.extend(wants(Paper::Submission).then_some(FileKind::Submission));
    out.extend(decided.then_some(FileKind::Decision));
    out.extend((wants(Paper::Plan) && !(decided && together)).then_some(FileKind::Plan));
    if wants(Paper::Plan) && !together {
        let annexes = u32::try_from(plan.annexes().len()).unwrap_or(u32::MAX);
        out.extend((1..=annexes).map(|no| FileKind::Annex((annexes > 1).then_some(no))));
    }
    out
}

/// Composes the files asked for in the order of [`set_kinds`]; the cover sheet is made last, by [`compose_cover`],
/// because it counts their pages.
pub fn compose_set(plan: &Plan, selection: &Selection) -> Vec<SetFile> {
    let set = Set::new(plan);
    let together = !selection.annex_files;
    set_kinds(plan, selection).into_iter().filter_map(|kind| set.compose(kind, selection, together)).collect()
}

/// The cover sheet of papers whose pages have been counted.
pub fn compose_cover(plan: &Plan, papers: &[Listed]) -> SetFile {
    let set = Set::new(plan);
    let part = cover::cover(plan, papers, &set.sheet);
    let listed = vec![(format!("Hồ sơ trình ký {}", plan.named()), String::new())];
    set.file(FileKind::Cover, vec![part], listed, AgencySigns::No)
}

/// Parts and what the cover sheet says of each.
type Parts = (Vec<Part>, Vec<(String, String)>);

/// What all papers of the set share.
struct Set<'a> {
    plan: &'a Plan,
    issued: Issuing,
    annexes: Vec<Annex>,
    sheet: StyleSheet,
}

impl<'a> Set<'a> {
    fn new(plan: &'a Plan) -> Self {
        Self { plan, issued: plan.issued(), annexes: annexes::annexes(plan), sheet: StyleSheet::of_plan(plan) }
    }

    /// A file of the set; `None` for the cover sheet.
    fn compose(&self, kind: FileKind, selection: &Selection, together: bool) -> Option<SetFile> {
        match kind {
            FileKind::Cover => None,
            FileKind::Submission => Some(self.submission()),
            FileKind::Decision => {
                let (parts, listed) = self.with_decision(together && selection.papers.contains(&Paper::Plan));
                Some(self.file(kind, parts, listed, AgencySigns::Paper))
            }
            FileKind::Plan => {
                let (parts, listed) = self.alone(together);
                let signs = if self.issued.way == Way::Decision { self.enclosure() } else { AgencySigns::Paper };
                Some(self.file(kind, parts, listed, signs))
            }
            FileKind::Annex(no) => {
                let annex = self.annexes.get(usize::try_from(no.unwrap_or(1)).ok()?.checked_sub(1)?)?;
                let part = annexes::part(self.plan, annex, Filed::Apart, &self.sheet);
                Some(self.file(kind, vec![part], vec![self.listed(annex)], self.enclosure()))
            }
        }
    }

    fn submission(&self) -> SetFile {
        let (plan, page) = (self.plan, &self.plan.issuing.page);
        let superior = if self.issued.submission.drafter.is_empty() { &plan.unit.superior } else { &plan.unit.name };
        let sheet = StyleSheet::of(page).fitted(superior, page);
        let part = submission::submission(plan, &self.issued, &self.annexes, &sheet);
        let title = format!("Tờ trình về việc ban hành {}", plan.named());
        // a part of the unit submits within it, without the agency's seal
        let signs = if self.issued.submission.drafter.is_empty() { AgencySigns::Paper } else { AgencySigns::No };
        let file = self.file(FileKind::Submission, vec![part], vec![(title, String::new())], signs);
        SetFile { sheet, ..file }
    }

    /// How the agency signs a file that goes with the paper that is issued (rule E3).
    fn enclosure(&self) -> AgencySigns {
        let symbol = match self.issued.way {
            Way::Own => &self.plan.profile.symbol,
            Way::Decision => &self.issued.decision.symbol,
        };
        AgencySigns::Enclosure(format!("Số: {};", Registered::issued(self.plan, symbol).number()))
    }

    /// The decision, and behind it the plan and its annexes.
    fn with_decision(&self, plan: bool) -> Parts {
        let mut parts = vec![decision::decision(self.plan, &self.issued, &self.sheet)];
        let mut listed = vec![(format!("Quyết định ban hành {}", self.plan.named()), String::new())];
        if plan {
            let (more, also) = self.plan_from(1, true);
            parts.extend(more);
            listed.extend(also);
        }
        (parts, listed)
    }

    /// The plan, and its annexes behind it.
    fn alone(&self, annexes: bool) -> Parts {
        self.plan_from(0, annexes)
    }

    fn plan_from(&self, first: usize, annexes: bool) -> Parts {
        let apart = self.issued.way == Way::Decision && first == 0;
        let filed = if apart { Filed::Apart } else { Filed::Together };
        let mut parts = vec![self.plan_part(annexes.then_some(first + 1), filed)];
        let with = if self.issued.way == Way::Decision { "Kèm theo Quyết định" } else { "" };
        let mut listed = vec![(self.plan.named(), with.to_owned())];
        if annexes {
            parts.extend(self.annexes.iter().map(|annex| annexes::part(self.plan, annex, filed, &self.sheet)));
            listed.extend(self.annexes.iter().map(|annex| self.listed(annex)));
        }
        (parts, listed)
    }

    /// The plan itself: signed where it goes out on its own, headed by the decision it goes with where not (T4).
    fn plan_part(&self, first_part: Option<usize>, filed: Filed) -> Part {
        let plan = self.plan;
        let cited = Cited { annexes: &self.annexes, first_part };
        let mut blocks = Vec::new();
        if self.issued.way == Way::Decision {
            blocks.extend(decision::enclosed_head(plan, filed, &self.sheet));
            blocks.extend(body::body(plan, &cited, &self.sheet));
        } else {
            let registered = Registered::issued(plan, &plan.profile.symbol);
            let names = [plan.unit.superior.as_str(), plan.unit.name.as_str()];
            blocks.push(frame::letterhead(plan, names, Some(registered), &self.sheet));
            blocks.extend(frame::title("KẾ HOẠCH", &plan.subject, &self.sheet));
            blocks.extend(body::body(plan, &cited, &self.sheet));
            blocks.push(frame::signature(&plan.profile.signatory, &plan.unit.head_title, &plan.profile.recipients));
        }
        Part { orientation: Orientation::Portrait, blocks }
    }

    fn listed(&self, annex: &Annex) -> (String, String) {
        (format!("{}: {}", annex.label, annex.title), "Kèm theo Kế hoạch".to_owned())
    }

    fn file(&self, kind: FileKind, parts: Vec<Part>, listed: Vec<(String, String)>, agency: AgencySigns) -> SetFile {
        SetFile { kind, document: self.document(parts, &listed, agency), sheet: self.sheet.clone(), listed }
    }

    /// Parts as a document, named after the first of them.
    fn document(&self, parts: Vec<Part>, listed: &[(String, String)], agency: AgencySigns) -> Document {
        let plan = self.plan;
        let own = format!("Kế hoạch {}", plan.subject);
        let title = listed.first().map_or(own.clone(), |(title, _)| if *title == plan.named() { own } else { title.clone() });
        let properties = Properties { title, author: plan.unit.name.clone(), subject: plan.subject.clone() };
        let mut document = Document { properties, parts, agency };
        keeps::keep_openings(&mut document);
        joins::hold(&mut document, &self.sheet);
        document
    }
}
