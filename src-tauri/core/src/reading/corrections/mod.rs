//! What the planner sets right in a reading: data of its own, applied to the reading each time it is used, so that the
//! paper stays what it is and a correction can be taken back.
//!
//! A correction names its thing by the number it has in the reading as it was read (headings, tasks and căn cứ, each
//! counted from 0 through the whole paper); so the order in which corrections were made matters only where two speak of
//! one thing. One that speaks of nothing there is without effect.

mod habits;
mod headings;
mod rows;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use self::habits::{Habit, habits, suggestions};
use self::headings::Tree;
use super::citation::every_citation;
use super::meaning::Reading;
use crate::text::{date_in_words, parse_date, squeeze};

/// One thing set right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Correction {
    /// A heading reads so.
    RenameHeading {
        /// Number of the heading.
        node: u32,
        /// Its words.
        heading: String,
    },
    /// A heading stands one level lower, below the one before it; or one level higher, what follows it below it.
    HeadingLevel {
        /// Number of the heading.
        node: u32,
        /// Lower, else higher.
        deeper: bool,
    },
    /// A plan must have this section, or need not.
    Mandatory {
        /// Number of the heading.
        node: u32,
        /// Must.
        mandatory: bool,
    },
    /// A heading with all below it is none of the outline.
    DropHeading {
        /// Number of the heading.
        node: u32,
    },
    /// A row is no task.
    DropTask {
        /// Number of the task.
        task: u32,
    },
    /// A row is the rest of the task above it.
    MergeTask {
        /// Number of the lower one.
        task: u32,
    },
    /// A cell of a task reads so.
    TaskCell {
        /// Number of the task.
        task: u32,
        /// Field, as in the reading; "no" is its STT.
        field: String,
        /// Its words; line feeds kept.
        text: String,
    },
    /// A citation is no căn cứ.
    DropBasis {
        /// Number of the căn cứ.
        basis: u32,
    },
    /// A document that the paper cites was issued on this day.
    CitationDate {
        /// Số, ký hiệu.
        number: String,
        /// Its day.
        date: NaiveDate,
    },
    /// A name that tables give a unit means this unit.
    Unit {
        /// As printed.
        name: String,
        /// The unit's full name.
        unit: String,
    },
    /// Số, ký hiệu of the paper.
    Number {
        /// Empty: it has none.
        number: String,
    },
    /// Day of the paper.
    Date {
        /// `None`: it has none.
        date: Option<NaiveDate>,
    },
    /// Day by which the letter asks for the plan.
    Deadline {
        /// `None`: it does not say.
        date: Option<NaiveDate>,
    },
    /// Trích yếu: of what stands behind the paper if there is such a thing, else its own.
    Subject {
        /// Its words.
        subject: String,
    },
    /// A doubt was looked into: it stays as it was read.
    Reviewed {
        /// The finding's place.
        place: String,
        /// The finding's message.
        message: String,
    },
}

/// A reading set right, and the numbers that its things had when it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Corrected {
    /// The reading.
    pub reading: Reading,
    /// Numbers of the outline's nodes, parents before their children.
    pub nodes: Vec<u32>,
    /// Numbers of the tasks, table after table.
    pub tasks: Vec<u32>,
    /// Numbers of the căn cứ.
    pub legal_bases: Vec<u32>,
}

impl Corrected {
    /// Sets a reading right.
    pub fn of(reading: &Reading, corrections: &[Correction]) -> Self {
        let mut reading = reading.clone();
        let mut tree = Tree::of(std::mem::take(&mut reading.outline));
        let mut tasks = rows::Rows::of(std::mem::take(&mut reading.task_tables));
        let mut bases: BTreeMap<u32, _> = (0..).zip(std::mem::take(&mut reading.legal_bases)).collect();
        for correction in corrections {
            match correction {
                Correction::RenameHeading { node, heading } => tree.rename(*node, heading),
                Correction::HeadingLevel { node, deeper } => tree.shift(*node, *deeper),
                Correction::Mandatory { node, mandatory } => tree.mandatory(*node, *mandatory),
                Correction::DropHeading { node } => tree.drop(*node),
                Correction::DropTask { task } => settle(&mut reading, tasks.drop(*task)),
                Correction::MergeTask { task } => settle(&mut reading, tasks.merge(*task)),
                Correction::TaskCell { task, field, text } => tasks.cell(*task, field, text),
                Correction::DropBasis { basis } => {
                    bases.remove(basis);
                }
                Correction::CitationDate { number, date } => {
                    bases.values_mut().for_each(|basis| {
                        if basis.citation.number.as_deref() == Some(number.as_str()) {
                            basis.citation.date = Some(*date);
                        }
                    });
                    tasks.each_cell(|text| redated(text, number, *date));
                    tree.each_text(|text| redated(text, number, *date));
                    let about = format!("Văn bản số {number} được dẫn với hai ngày");
                    reading.findings.retain(|finding| !finding.message.starts_with(&about));
                }
                Correction::Unit { name, unit } => tasks.each_duty(|text| renamed(text, name, unit)),
                Correction::Number { number } => reading.number = Some(squeeze(number)).filter(|n| !n.is_empty()),
                Correction::Date { date } => reading.date = *date,
                Correction::Deadline { date } => reading.deadline = *date,
                Correction::Subject { subject } => {
                    let subject = Some(squeeze(subject)).filter(|s| !s.is_empty());
                    match reading.attachment.as_mut() {
                        Some(behind) => behind.subject = subject,
                        None => reading.title.subject = subject,
                    }
                }
                Correction::Reviewed { place, message } => {
                    reading.findings.retain(|finding| finding.place != *place || finding.message != *message);
                }
            }
        }
        let (outline, nodes) = tree.finish();
        let (task_tables, tasks) = tasks.finish();
        let (legal_bases, kept): (Vec<u32>, Vec<_>) = bases.into_iter().unzip();
        reading.outline = outline;
        reading.task_tables = task_tables;
        reading.legal_bases = kept;
        Self { reading, nodes, tasks, legal_bases }
    }
}

/// Doubts about a row that is dropped or merged are settled with it.
fn settle(reading: &mut Reading, place: Option<String>) {
    if let Some(place) = place.filter(|place| !place.is_empty()) {
        reading.findings.retain(|finding| finding.place != place);
    }
}

/// The days that `text` gives the document `number`, made the one day.
fn redated(text: &str, number: &str, date: NaiveDate) -> Option<String> {
    let cited = every_citation(text);
    let wrong = cited.iter().any(|c| c.number.as_deref() == Some(number) && c.date.is_some_and(|day| day != date));
    if !wrong || number.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(found) = rest.find(number) {
        let behind = found + number.len();
        out.push_str(&rest[..behind]);
        rest = &rest[behind..];
        // the day stands close behind the number
        let near = rest.char_indices().take_while(|(at, _)| *at <= 24).filter(|(_, c)| !c.is_whitespace()).map(|(at, _)| at);
        let day = near.filter_map(|at| parse_date(&rest[at..]).map(|(day, taken)| (at, day, taken))).next();
        if let Some((at, _, taken)) = day.filter(|(_, day, _)| *day != date) {
            out.push_str(&rest[..at]);
            out.push_str(&written_like(&rest[at..at + taken], date));
            rest = &rest[at + taken..];
        }
    }
    out.push_str(rest);
    Some(out)
}

/// A date in the manner in which another is written: in words, or in figures with the same sign.
fn written_like(sample: &str, date: NaiveDate) -> String {
    let lead = if sample.to_lowercase().starts_with("ngày") { "ngày " } else { "" };
    match sample.chars().find(|c| matches!(c, '/' | '-' | '.')) {
        Some(sign) => format!("{lead}{}", date.format(&format!("%d{sign}%m{sign}%Y"))),
        None => format!("{lead}{}", date_in_words(date).trim_start_matches("ngày ")),
    }
}

/// `name` in a cell, whatever the blanks and line feeds in it, made `unit`; punctuation around it stays.
fn renamed(text: &str, name: &str, unit: &str) -> Option<String> {
    let names: Vec<&str> = name.split_whitespace().collect();
    let pieces: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    if names.is_empty() || name == unit {
        return None;
    }
    let mut out = String::new();
    let mut at = 0;
    let mut changed = false;
    while at < pieces.len() {
        match span_of(&pieces[at..], &names) {
            Some((taken, before, after)) => {
                out.push_str(before);
                out.push_str(unit);
                out.push_str(after);
                at += taken;
                changed = true;
            }
            None => {
                out.push_str(pieces[at]);
                at += 1;
            }
        }
    }
    changed.then_some(out)
}

/// If `pieces` begin with these words: how many pieces they take, and what stands before and behind them in those.
fn span_of<'t>(pieces: &[&'t str], names: &[&str]) -> Option<(usize, &'t str, &'t str)> {
    let mut word = 0;
    let mut before = "";
    for (taken, piece) in pieces.iter().enumerate() {
        let bare = piece.trim_end();
        // blanks alone, from two in a row
        if bare.is_empty() && word > 0 {
            continue;
        }
        let name = names.get(word)?;
        let from = if word == 0 { bare.find(name)? } else { 0 };
        let (lead, rest) = bare.split_at(from);
        let tail = rest.strip_prefix(name)?;
        let outside = |c: char| !c.is_alphanumeric();
        if !lead.chars().all(outside) || (word + 1 < names.len() && !tail.is_empty()) || !tail.chars().next().is_none_or(outside)
        {
            return None;
        }
        if word == 0 {
            before = lead;
        }
        word += 1;
        if word == names.len() {
            return Some((taken + 1, before, &piece[lead.len() + name.len()..]));
        }
    }
    None
}

#[cfg(test)]
mod tests;
