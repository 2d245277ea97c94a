//! Choosing a paper, and what was understood of it, set right as the planner says.

use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;
use skh_core::checks;
use skh_core::drafting::{Directory, Doubt, review, year_of};
use skh_core::reading::{
    Corrected, Correction, DocumentKind, HeadPlaces, OutlineNode, PaperView, Reading, issuer_in_running_text, suggestions,
};
use specta::Type;
use tauri::ipc::{InvokeResponseBody, IpcResponse};
use tauri::{AppHandle, State, Wry};

use super::memory;
use super::shelf::{ChosenPaper, Shelf, Shelved};
use crate::dialogs::{self, Ask};
use crate::error::CommandError;

/// What was understood of a paper, with what the planner set right in it.
#[derive(Debug, Clone, Serialize, Type)]
pub struct UnderstoodPaper {
    /// Where it is, and what is set right in it: what was remembered, until the planner has said something.
    pub chosen: ChosenPaper,
    /// Its name without folders.
    pub file: String,
    /// What is remembered of its sender's papers; where it is in force, it was so proposed.
    pub remembered: Vec<Correction>,
    /// The file is another one than what the corrections were made in; they were put away.
    pub changed: bool,
    /// Family.
    pub kind: DocumentKind,
    /// Which step it belongs to, by what is in it; `None` if that is not sure.
    pub belongs: Option<Step>,
    /// Tên loại as printed: "Quyết định".
    pub title: Option<String>,
    /// Trích yếu, of the plan or framework behind it if it has one.
    pub subject: Option<String>,
    /// The letterhead's names, as running text writes them.
    pub issuer: Vec<String>,
    /// Số, ký hiệu.
    pub number: Option<String>,
    /// Địa danh.
    pub place: Option<String>,
    /// Kính gửi.
    pub addressees: Vec<String>,
    /// Nơi nhận.
    pub recipients: Vec<String>,
    /// Authority and post of who signed, one a line.
    pub authority: Vec<String>,
    /// Who signed.
    pub signatory: Option<String>,
    /// Where these stand.
    pub at: HeadPlaces,
    /// Date of the paper.
    pub date: Option<NaiveDate>,
    /// The year it plans for, as its titles say.
    pub year: Option<i32>,
    /// When a letter asks for the plan.
    pub deadline: Option<NaiveDate>,
    /// Its căn cứ.
    pub legal_bases: Vec<UnderstoodLine>,
    /// The numbered tasks of a letter.
    pub priority_tasks: Vec<UnderstoodLine>,
    /// Its outline.
    pub outline: Vec<UnderstoodNode>,
    /// Tasks by group.
    pub groups: Vec<UnderstoodGroup>,
    /// What is to be looked into, what must be mended first.
    pub doubts: Vec<Doubt>,
    /// Pages that are pictures without text, from 1: their letters can be recognised.
    pub scanned_pages: Vec<u32>,
    /// Its letters were recognised by this program.
    pub recognised: bool,
    /// Pages; `None` for a file without pages.
    pub pages: Option<usize>,
}

/// A step of a new plan that takes a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The framework letter.
    Letter,
    /// The ministry's plan and its annexes.
    Ministry,
}

/// A line of a paper with a number of its own.
#[derive(Debug, Clone, Serialize, Type)]
pub struct UnderstoodLine {
    /// Its number in the reading, or as printed.
    pub id: u32,
    /// Its words.
    pub text: String,
    /// Where it stands.
    pub at: String,
}

/// A heading or an item of the outline.
#[derive(Debug, Clone, Serialize, Type)]
pub struct UnderstoodNode {
    /// Its number in the reading.
    pub id: u32,
    /// As printed.
    pub label: String,
    /// Its title; `None` for an item that is a sentence.
    pub heading: Option<String>,
    /// The beginning of what stands under it.
    pub text: String,
    /// Where it stands.
    pub at: String,
    /// Whether the planner said that a plan must have it.
    pub mandatory: Option<bool>,
    /// Nodes below.
    pub children: Vec<UnderstoodNode>,
}

/// A group of a task table.
#[derive(Debug, Clone, Serialize, Type)]
pub struct UnderstoodGroup {
    /// "I".
    pub label: String,
    /// Its title.
    pub title: String,
    /// Where its row stands; empty for a table's tasks without a group.
    pub at: String,
    /// Its tasks.
    pub tasks: Vec<UnderstoodTask>,
}

/// A row of a task table.
#[derive(Debug, Clone, Serialize, Type)]
pub struct UnderstoodTask {
    /// Its number in the reading.
    pub id: u32,
    /// STT as printed.
    pub no: String,
    /// Its cells in the table's order.
    pub cells: Vec<UnderstoodCell>,
    /// Where it stands in the paper.
    pub at: String,
    /// It can be joined with the row above it.
    pub follows: bool,
}

/// A cell of a task.
#[derive(Debug, Clone, Serialize, Type)]
pub struct UnderstoodCell {
    /// Field.
    pub field: String,
    /// Its column's header, as printed.
    pub column: String,
    /// Its words.
    pub text: String,
}

/// Bytes of a paper, sent to the window as they are.
pub struct PaperFile(Vec<u8>);

impl IpcResponse for PaperFile {
    fn body(self) -> tauri::Result<InvokeResponseBody> {
        Ok(InvokeResponseBody::Raw(self.0))
    }
}

impl Type for PaperFile {
    fn definition(_: &mut specta::Types) -> specta::datatype::DataType {
        specta::datatype::DataType::Reference(specta_typescript::define("ArrayBuffer"))
    }
}

/// Asks for a paper; `None` if the planner gave up. `previous`: last year's plan, which may be a plan file.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_paper(app: AppHandle<Wry>, previous: bool) -> Option<String> {
    let ask = if previous { Ask::Previous } else { Ask::Paper };
    dialogs::ask(&app, &ask).map(|path| path.display().to_string())
}

/// Reads a paper and proposes what is remembered of its sender.
#[tauri::command(async)]
#[specta::specta]
pub fn read_paper(app: AppHandle<Wry>, shelf: State<'_, Shelf>, path: String) -> Result<UnderstoodPaper, CommandError> {
    let paper = shelf.read(&app, Path::new(&path))?;
    let corrections = proposed(&app, &paper.paper.reading);
    Ok(understood(&app, &paper, path, corrections, false))
}

/// A paper with these corrections. If the file is another one by now, they are put away and the window is told.
#[tauri::command(async)]
#[specta::specta]
pub fn correct_paper(app: AppHandle<Wry>, shelf: State<'_, Shelf>, chosen: ChosenPaper) -> Result<UnderstoodPaper, CommandError> {
    let paper = shelf.read(&app, Path::new(&chosen.path))?;
    let same = chosen.sha256.is_empty() || chosen.sha256 == paper.paper.sha256;
    let corrections = if same { chosen.corrections } else { proposed(&app, &paper.paper.reading) };
    Ok(understood(&app, &paper, chosen.path, corrections, !same))
}

/// The paper to show beside what was understood of it.
#[tauri::command(async)]
#[specta::specta]
pub fn paper_view(app: AppHandle<Wry>, shelf: State<'_, Shelf>, path: String) -> Result<PaperView, CommandError> {
    Ok(shelf.read(&app, Path::new(&path))?.view.clone())
}

/// The bytes of a PDF among the papers, to be drawn; also of one whose letters could not be read.
#[tauri::command(async)]
#[specta::specta]
pub fn paper_file(path: String) -> Result<PaperFile, CommandError> {
    Ok(PaperFile(skh_core::files::read(Path::new(&path))?.bytes))
}

/// What is remembered of the sender of a paper, as corrections to it.
pub fn proposed(app: &AppHandle<Wry>, reading: &Reading) -> Vec<Correction> {
    suggestions(reading, &memory::of_sender(app, &reading.sender()))
}

/// What the window shows of a paper.
pub fn understood(
    app: &AppHandle<Wry>,
    shelved: &Shelved,
    path: String,
    corrections: Vec<Correction>,
    changed: bool,
) -> UnderstoodPaper {
    let corrected = Corrected::of(&shelved.paper.reading, &corrections);
    let reviewed = |place: &str, message: &str| {
        let is = |c: &Correction| matches!(c, Correction::Reviewed { place: p, message: m } if p == place && m == message);
        corrections.iter().any(is)
    };
    let doubts = review(&checks::check_reading(&corrected.reading), &corrected, &Directory::builtin());
    let doubts = doubts.into_iter().filter(|d| !reviewed(&d.finding.place, &d.finding.message)).collect();
    let groups = groups(&corrected);
    let Corrected { reading, nodes, legal_bases, .. } = corrected;
    let signatory = reading.signatory.clone().unwrap_or_default();
    let behind = reading.attachment.as_ref().and_then(|attachment| attachment.subject.clone());
    let bases = legal_bases.into_iter().zip(&reading.legal_bases);
    UnderstoodPaper {
        chosen: ChosenPaper { path, sha256: shelved.paper.sha256.clone(), corrections },
        file: shelved.paper.file.clone(),
        remembered: proposed(app, &shelved.paper.reading),
        changed,
        kind: reading.kind,
        belongs: belongs(&shelved.paper.reading),
        title: reading.title.kind.clone(),
        subject: behind.or_else(|| reading.title.subject.clone()),
        issuer: issuer(&reading),
        number: reading.number.clone(),
        place: reading.place.clone(),
        addressees: reading.addressees.clone(),
        recipients: reading.recipients.clone(),
        authority: signatory.authority,
        signatory: signatory.name,
        at: reading.at.clone(),
        date: reading.date,
        year: year_of(&reading),
        deadline: reading.deadline,
        legal_bases: bases.map(|(id, b)| UnderstoodLine { id, text: b.citation.in_full(), at: b.place.clone() }).collect(),
        priority_tasks: reading
            .priority_tasks
            .iter()
            .map(|task| UnderstoodLine { id: task.no, text: task.text.clone(), at: task.at.clone() })
            .collect(),
        outline: outline(&reading.outline, &mut nodes.into_iter()),
        groups,
        doubts,
        scanned_pages: reading.scanned_pages.clone(),
        recognised: shelved.recognised,
        pages: (!shelved.view.pages.is_empty()).then_some(shelved.view.pages.len()),
    }
}

/// The directory's own names where it has them.
fn issuer(reading: &Reading) -> Vec<String> {
    let directory = Directory::builtin();
    let known = |name: String| directory.find(&name).map_or(name.clone(), |unit| unit.name.clone());
    issuer_in_running_text(reading).into_iter().map(known).collect()
}

/// A letter asks for plans; what has tables of tasks or articles gives them.
fn belongs(reading: &Reading) -> Option<Step> {
    match reading.kind {
        DocumentKind::OfficialLetter => Some(Step::Letter),
        DocumentKind::Decision => Some(Step::Ministry),
        DocumentKind::Plan => (!reading.task_tables.is_empty()).then_some(Step::Ministry),
    }
}

fn outline(nodes: &[OutlineNode], ids: &mut impl Iterator<Item = u32>) -> Vec<UnderstoodNode> {
    /// So much of the text under a heading tells which one it is.
    const LETTERS: usize = 160;
    let mut out = Vec::with_capacity(nodes.len());
    for node in nodes {
        let id = ids.next().unwrap_or(u32::MAX);
        out.push(UnderstoodNode {
            id,
            label: node.label.clone(),
            heading: node.heading.clone(),
            text: node.text.first().map(|text| text.chars().take(LETTERS).collect()).unwrap_or_default(),
            at: node.at.clone(),
            mandatory: node.mandatory,
            children: outline(&node.children, ids),
        });
    }
    out
}

/// The tables' tasks by their groups in order; rows of a table without groups stand in one without a label.
fn groups(paper: &Corrected) -> Vec<UnderstoodGroup> {
    let mut ids = paper.tasks.iter().copied();
    let mut out = Vec::new();
    for table in &paper.reading.task_tables {
        let column = |field: &str| {
            let at = table.fields.iter().position(|known| known == field);
            at.and_then(|at| table.columns.get(at)).filter(|c| !c.is_empty()).cloned().unwrap_or_else(|| field.to_owned())
        };
        let first = out.len();
        let alone = UnderstoodGroup {
            label: String::new(),
            title: table.title.clone().unwrap_or_default(),
            at: String::new(),
            tasks: Vec::new(),
        };
        out.push(alone);
        out.extend(table.groups.iter().map(|group| UnderstoodGroup {
            label: group.label.clone(),
            title: group.title.clone(),
            at: group.at.clone(),
            tasks: Vec::new(),
        }));
        for (row, task) in table.tasks.iter().enumerate() {
            let cell = |(field, text): &(String, String)| UnderstoodCell {
                field: field.clone(),
                column: column(field),
                text: text.clone(),
            };
            let shown = UnderstoodTask {
                id: ids.next().unwrap_or(u32::MAX),
                no: task.no.clone().unwrap_or_default(),
                cells: task.cells.iter().map(cell).collect(),
                at: task.at.clone(),
                follows: row > 0,
            };
            let group = task.group.as_deref().and_then(|label| table.groups.iter().position(|g| g.label == label));
            out[group.map_or(first, |group| first + 1 + group)].tasks.push(shown);
        }
        if out[first].tasks.is_empty() {
            out.remove(first);
        }
    }
    out
}
