//! Bytes of a letter, decision, plan or annex → lines and tables ([`source`]) → meaning, with findings.
//!
//! Works on bytes, never on paths. Gives a value plus findings, never all or nothing; what the paper does not say
//! is `None` or empty, never guessed. Knows the genre's rules, never a particular paper.

mod body;
pub mod citation;
mod doubts;
mod front;
mod marks;
mod meaning;
mod outline;
mod paragraphs;
mod parts;
pub mod source;
mod tables;
mod wrap;

use thiserror::Error;

pub use meaning::{
    Article, Attachment, DocumentKind, LegalBasisRead, OutlineNode, PriorityTaskRead, ReadSignatory, ReadTask, Reading,
    TableGroup, TaskTable, Title,
};

/// Why a file cannot be read at all. Messages are for the planner; the caller adds which file.
#[derive(Debug, Error)]
#[error("{message}")]
pub struct ReadError {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl ReadError {
    /// A failure and what to do about it.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into() }
    }
}

/// Reads a paper. `file_name` is used for its ending only (`.docx`, `.pdf`, `.xlsx`, `.txt`); the bytes decide.
///
/// # Errors
/// [`ReadError`] if the bytes are no such document: empty, damaged, of another format, a scan without text.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Reading, ReadError> {
    let blocks = source::blocks(bytes, file_name)?;
    let (task_tables, mut findings) = tables::task_tables(&blocks);
    let paragraphs = paragraphs::paragraphs(&blocks);
    let parts = parts::parts(&paragraphs);
    let front = &paragraphs[parts.front.clone()];
    let letterhead = front::letterhead(front);
    let (addressees, head) = front::addressees(front);
    let (recipients, signatory) = front::closing(&paragraphs[parts.closing.clone()]);
    let body_end = parts.closing.start.min(parts.front.end).max(head.min(parts.front.end));
    let body = &paragraphs[head.min(body_end)..body_end];
    let is_letter = parts.kind == DocumentKind::OfficialLetter;
    let (priority_tasks, taken) = if is_letter { body::priority_tasks(body) } else { (Vec::new(), 0..0) };
    let articles = if parts.kind == DocumentKind::Decision { body::articles(body) } else { Vec::new() };
    let before = body.iter().take(if priority_tasks.is_empty() { body.len() } else { taken.start });
    let before = before.take_while(|p| !p.folded().starts_with("dieu 1."));
    let beyond = body.iter().enumerate().filter(|(at, _)| !taken.contains(at)).map(|(_, p)| p);
    let deadline = if is_letter { body::deadline(beyond) } else { None };

    let behind = paragraphs.iter().enumerate().skip(parts.outline.start);
    let outline = outline::outline(behind.filter(|(at, _)| !parts.closing.contains(at)).map(|(_, p)| p));
    let mut legal_bases = body::preamble(before);
    let own = paragraphs[parts.outline.clone()].iter().take(outline.preface.len());
    legal_bases.extend(body::preamble(own));
    legal_bases.extend(body::listed(&outline.nodes));

    // a paper without its letterhead is known by what its parts say they came with
    let came_with = paragraphs.iter().find(|p| parts::is_issued_with(p)).map(|p| front::issued_with(&p.text));
    let (with_number, with_date) = came_with.unwrap_or_default();
    let mut title = front::title(parts.kind, front, &letterhead);
    let mut attachment = parts.attachment;
    if parts.kind == DocumentKind::Plan {
        let own = attachment.take_if(|a| a.issued_with.is_none()).unwrap_or_default();
        let named = attachment.as_ref().unwrap_or(&own);
        title = Title { kind: named.kind.clone().or(title.kind), subject: named.subject.clone() };
    }
    findings.extend(outline.findings);
    let mut reading = Reading {
        kind: parts.kind,
        issuer: letterhead.issuer,
        number: letterhead.number.or(with_number),
        place: letterhead.place,
        date: letterhead.date.or(with_date),
        title,
        attachment,
        addressees,
        recipients,
        signatory,
        deadline,
        legal_bases,
        articles,
        priority_tasks,
        outline: outline.nodes,
        task_tables,
        findings,
    };
    let doubts = doubts::doubts(&reading, &paragraphs, bytes);
    reading.findings.extend(doubts);
    Ok(reading)
}
