//! Vietnamese text: normal form, folding for search and matching, alphabet, numerals, dates in words, and the encodings
//! from before Unicode.
//!
//! Pure functions on strings. Must not know what a plan or a document is.

mod dates;
mod fold;
pub mod legacy;
mod numerals;
mod quarter;
mod syllable;

pub use dates::{date_in_words, impossible_dates, parse_date};
pub use fold::{fold, lower_first, normalise, squeeze};
pub use numerals::{VIETNAMESE_LETTERS, from_roman, letter_at, letter_index, roman};
pub use quarter::{Due, due};
pub use syllable::is_syllable;
