//! Căn cứ pasted as text.

use serde::Serialize;
use skh_core::plan::Citation;
use skh_core::reading::citation;
use specta::Type;

use crate::error::CommandError;
use crate::session::Session;

/// A document that a pasted text cites.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Cited {
    /// The words it was understood from.
    pub text: String,
    /// What was understood; `None` if the words cite no document.
    pub citation: Option<Citation>,
    /// Its place among the plan's căn cứ, from 0, if it is one already.
    pub known: Option<usize>,
}

/// What a pasted text cites, line by line.
#[tauri::command(async)]
#[specta::specta]
pub fn read_citations(session: tauri::State<'_, Session>, text: String) -> Result<Vec<Cited>, CommandError> {
    session.with(|open| {
        let bases = &open.plan().legal_bases;
        let cited = |text: &str, citation: Option<Citation>| {
            let is_known = |known: &Citation| citation.as_ref().is_some_and(|citation| known.is_same_as(citation));
            let known = bases.iter().position(|basis| is_known(&basis.citation));
            Cited { text: text.to_owned(), citation, known }
        };
        let mut out = Vec::new();
        for (text, citations) in citation::pasted(&text) {
            if citations.is_empty() {
                out.push(cited(&text, None));
            }
            out.extend(citations.into_iter().map(|citation| cited(&text, Some(citation))));
        }
        Ok(out)
    })
}
