//! Bytes of a letter, decision, plan or annex → lines and tables ([`source`]) → meaning, with findings.
//!
//! Works on bytes, never on paths. Gives a value plus findings, never all or nothing; what the paper does not say
//! is `None` or empty, never guessed. Knows the genre's rules, never a particular paper.

mod body;
pub mod citation;
mod closing;
mod corrections;
mod deadline;
mod doubts;
mod front;
mod marks;
mod meaning;
mod names;
mod offices;
mod outline;
mod paragraphs;
mod parts;
mod preamble;
mod scan;
pub mod source;
mod tables;
mod titles;
mod view;
mod wrap;

use thiserror::Error;

use self::paragraphs::Paragraph;
use self::parts::Parts;

pub use source::guard::{is_reading, quiet_libraries};

pub use corrections::{Corrected, Correction, Habit, habits, suggestions};
pub use doubts::two_dates_message;
pub use meaning::{
    Article, Attachment, DocumentKind, HeadPlaces, LegalBasisRead, Note, OutlineNode, PriorityTaskRead, ReadSignatory, ReadTask,
    Reading, TableGroup, TaskTable, Title,
};
pub use names::issuer_in_running_text;
pub use scan::{Picture, Progress, Recognise, ScanError, Told};
pub use view::{PaperView, ViewBlock, ViewCell, ViewLine, ViewLook, ViewPage};

/// Why a file cannot be read at all. Messages are for the planner; the caller adds which file.
#[derive(Debug, Error)]
#[error("{message}")]
pub struct ReadError {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// The file is a scan: its letters can be recognised ([`read_scan`]).
    pub scan: bool,
}

impl ReadError {
    /// A failure and what to do about it.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into(), scan: false }
    }
}

/// Reads a paper. `file_name` is used for its ending only (`.docx`, `.pdf`, `.xlsx`, `.txt`); the bytes decide.
///
/// # Errors
/// [`ReadError`] if the bytes are no such document: empty, damaged, of another format, a scan without text.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Reading, ReadError> {
    Ok(understood(source::parsed(bytes, file_name)?))
}

/// Reads a paper to look it over: what was understood, and the paper to show beside it.
///
/// # Errors
/// As [`read`].
pub fn read_to_show(bytes: &[u8], file_name: &str) -> Result<(Reading, PaperView), ReadError> {
    let parsed = source::parsed(bytes, file_name)?;
    let view = PaperView::of(&parsed);
    Ok((understood(parsed), view))
}

/// Reads a paper whose pages, or some of them, are pictures: `recognise` gives the words of each, `progress` hears of
/// every page before and after.
///
/// # Errors
/// [`ScanError::Cancelled`] if `recognise` was stopped; else as [`read`].
pub fn read_scan(
    bytes: &[u8],
    file_name: &str,
    recognise: &mut Recognise<'_>,
    progress: &mut Told<'_>,
) -> Result<Reading, ScanError> {
    Ok(read_scan_to_show(bytes, file_name, recognise, progress)?.0)
}

/// As [`read_scan`], with the paper to show beside what was understood.
///
/// # Errors
/// As [`read_scan`].
pub fn read_scan_to_show(
    bytes: &[u8],
    file_name: &str,
    recognise: &mut Recognise<'_>,
    progress: &mut Told<'_>,
) -> Result<(Reading, PaperView), ScanError> {
    let parsed = source::recognised(bytes, file_name, recognise, progress)?;
    let view = PaperView::of(&parsed);
    Ok((understood(parsed), view))
}

fn understood(parsed: source::Parsed) -> Reading {
    let source::Parsed { blocks, notes, findings: doubtful, scans, .. } = parsed;
    let mut paragraphs = paragraphs::paragraphs(&blocks);
    preamble::unmark(&mut paragraphs);
    let (task_tables, mut findings) = tables::task_tables(&blocks);
    let mut parts = parts::parts(&paragraphs);
    let behind = paragraphs.iter().enumerate().skip(parts.outline.start);
    let outline = outline::outline(behind.filter(|(at, _)| !parts.closing.contains(at)).map(|(_, p)| p));
    findings.extend(outline.findings);

    let mut reading = front_of(&paragraphs, &parts);
    // a letter that sets the outline out itself has no title of another part
    let titles = paragraphs.get(parts.front.end..parts.outline.start).unwrap_or_default();
    let titled = titles.iter().find(|p| !parts::is_issued_with(p));
    if let Some(title) = titled.filter(|_| parts.attachment.as_ref().is_some_and(|behind| behind.subject.is_some())) {
        reading.at.subject = Some(title.place.to_string());
    }
    name(&mut reading, parts.attachment.take());
    // căn cứ of a plan stand between its title and its first label
    let preface = paragraphs[parts.outline.clone()].iter().take(outline.preface.len());
    reading.legal_bases.extend(preamble::preamble(preface));
    reading.legal_bases.extend(body::listed(&outline.nodes));
    reading.outline = outline.nodes;
    reading.task_tables = task_tables;
    reading.findings.extend(findings);
    let doubts = doubts::doubts(&reading, &paragraphs);
    reading.findings.extend(doubtful);
    reading.findings.extend(doubts);
    reading.scanned_pages = scans;
    reading.notes = notes.into_iter().map(|note| Note { at: note.place.to_string(), text: note.text }).collect();
    reading
}

/// Letterhead, body and closing of the letter or decision; of a plan, what stands above its title.
fn front_of(paragraphs: &[Paragraph], parts: &Parts) -> Reading {
    let front = &paragraphs[parts.front.clone()];
    let letterhead = front::letterhead(front);
    let (addressees, head) = front::addressees(front);
    let closing = closing::closing(&paragraphs[parts.closing.clone()]);
    let end = parts.closing.start.min(front.len());
    let body = &front[head.min(end)..end];
    let is_letter = parts.kind == DocumentKind::OfficialLetter;
    let (priority_tasks, taken) = if is_letter { body::priority_tasks(body) } else { (Vec::new(), 0..0) };
    let first_task = if priority_tasks.is_empty() { body.len() } else { taken.start };
    let preamble = body.iter().take(first_task).take_while(|p| !p.folded().starts_with("dieu 1."));
    let others: Vec<&Paragraph> = body.iter().enumerate().filter(|(at, _)| !taken.contains(at)).map(|(_, p)| p).collect();
    // a paper without its letterhead is known by what its parts say they came with
    let came_with = paragraphs.iter().find(|p| parts::is_issued_with(p));
    let (number, date) = came_with.map(|p| front::issued_with(&p.text)).unwrap_or_default();
    let behind = |said: bool| came_with.filter(|_| said).map(|p| p.place.to_string());
    let date = letterhead.date.or(date);
    let all: Vec<&Paragraph> = body.iter().collect();
    let deadline = || {
        let where_asked = [(&others, true, true), (&all, false, true), (&others, true, false), (&all, false, false)];
        let day = where_asked.into_iter().find_map(|(among, closing, own)| deadline::deadline(among, date, closing, own));
        day.or_else(|| deadline::without_day(&all))
    };
    let deadline = if is_letter { deadline() } else { None };
    let at = HeadPlaces {
        number: letterhead.at.number.clone().or_else(|| behind(number.is_some())),
        date: letterhead.at.date.clone().or_else(|| behind(letterhead.date.is_none() && date.is_some())),
        addressees: addressees.first().and_then(|_| front::addressed(front)).map(|at| front[at].place.to_string()),
        recipients: closing.recipients_at,
        signatory: closing.signatory_at,
        deadline: deadline.as_ref().filter(|d| d.date.is_some()).map(|d| d.at.clone()),
        subject: front::subject_place(parts.kind, front, &letterhead),
        ..letterhead.at.clone()
    };
    Reading {
        kind: parts.kind,
        title: front::title(parts.kind, front, &letterhead),
        attachment: None,
        issuer: letterhead.issuer,
        number: letterhead.number.or(number),
        place: letterhead.place,
        date,
        addressees,
        recipients: closing.recipients,
        signatory: closing.signatory,
        deadline: deadline.as_ref().and_then(|d| d.date),
        legal_bases: preamble::preamble(preamble),
        articles: if parts.kind == DocumentKind::Decision { body::articles(body) } else { Vec::new() },
        priority_tasks,
        outline: Vec::new(),
        task_tables: Vec::new(),
        notes: Vec::new(),
        findings: deadline.into_iter().filter_map(|d| d.finding).collect(),
        at,
        scanned_pages: Vec::new(),
    }
}

/// A plan with no decision before it bears the title itself; one that says what it came with keeps both.
fn name(reading: &mut Reading, mut title: Option<Attachment>) {
    if reading.kind == DocumentKind::Plan
        && let Some(own) = title.clone()
    {
        reading.title = Title { kind: own.kind.or(reading.title.kind.take()), subject: own.subject };
        title = title.filter(|t| t.issued_with.is_some());
    }
    reading.attachment = title;
}

#[cfg(test)]
mod tests;
