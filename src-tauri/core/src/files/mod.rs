//! This machine's disk: reads an input whole, finds a Times New Roman, writes outputs whole or not at
//! all; prints; runs tesseract.
//!
//! Shared by `skh` and the window so that both treat files alike. Understands no content.

mod error;
mod fonts;
mod ocr;
mod print;
mod read;
mod write;

pub use error::FileError;
pub use fonts::fonts;
pub use ocr::{OcrError, Tesseract};
pub use print::{MOST_COPIES, PageRanges, PrintError, PrintJob, Printer, Sides, print, printers};
pub use read::{Input, MOST_BYTES, read};
pub use write::{folder_of, write_set, write_whole};
