//! A document → positioned lines on pages, in millimetres and points; knows fonts' metrics, no PDF.

/// The four faces of a family, as the bytes of their TrueType files.
#[derive(Clone, PartialEq, Eq)]
pub struct FontFiles {
    /// Upright.
    pub regular: Vec<u8>,
    /// Bold.
    pub bold: Vec<u8>,
    /// Italic.
    pub italic: Vec<u8>,
    /// Bold italic.
    pub bold_italic: Vec<u8>,
}
