//! Form + letter + ministry plan + last year → a unit's draft, each part knowing its source.
//!
//! The letter is the ministry's template: its outline becomes the plan's, the form only completes it. Units, forms and
//! abbreviations are data under `templates/`. Must not know files, windows or how a plan looks.

mod bases;
mod cell;
mod coverage;
mod draft;
mod form;
mod list;
mod outline;
mod paper;
mod prefill;
mod previous;
mod profile;
mod review;
mod roles;
mod rollup;
mod sample;
mod suggest;
mod take_back;
mod tasks;
mod units;
mod words;
mod years;

pub use cell::Named;
pub use draft::{DraftInput, draft};
pub use form::{ColumnSet, Form, FormError, FormSection, FormSummary, SectionRole, forms};
pub use paper::Paper;
pub use previous::{Carried, carried};
pub use profile::{ProfileError, ProfileFile, SignatoryFile};
pub use review::{Choice, Doubt, review};
pub use rollup::rollup;
pub use sample::{Sample, sample};
pub use suggest::{Suggestion, suggestions};
pub use take_back::{Change, ChangeKind, TakenBack, take_back};
pub use units::{Directory, DirectoryError, UnitEntry, UnknownUnit, head_title};
pub use years::year_of;

/// Where a TOML file is wrong: "dòng 12".
fn toml_place(text: &str, error: &toml::de::Error) -> String {
    let at = error.span().map_or(0, |span| span.start);
    let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
    format!("dòng {line}")
}
