//! Four faces of one family: what they can show and how wide it is.

use thiserror::Error;
use ttf_parser::Face as Ttf;

use crate::document::{Pt, Style};

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

/// A face of the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Upright.
    Regular,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// Bold italic.
    BoldItalic,
}

impl Face {
    /// Every face.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic];

    /// The face for a weight and a slope.
    pub fn of(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }

    /// The face of a style.
    pub fn of_style(style: &Style) -> Self {
        Self::of(style.bold, style.italic)
    }

    /// As a message names it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Regular => "chữ đứng",
            Self::Bold => "chữ đậm",
            Self::Italic => "chữ nghiêng",
            Self::BoldItalic => "chữ đậm nghiêng",
        }
    }
}

/// Why pages could not be laid out.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LayoutError {
    /// A font file is none, or lacks what measuring needs.
    #[error("không đọc được tệp phông {}: {reason}. Hãy cài lại phông Times New Roman hoặc Liberation Serif 2", .face.title())]
    Font {
        /// Which of the four.
        face: Face,
        /// What is wrong with it.
        reason: String,
    },
    /// The text has characters that the font can't show; dropping them would change the document.
    #[error("phông {} không có ký tự {} (ở đoạn “{place}”). Hãy thay bằng ký tự khác", .face.title(), shown(.characters))]
    MissingCharacters {
        /// The face that lacks them.
        face: Face,
        /// The characters, in the order met.
        characters: Vec<char>,
        /// The beginning of the text they stand in.
        place: String,
    },
}

fn shown(characters: &[char]) -> String {
    let one = |c: &char| format!("“{c}” (U+{:04X})", u32::from(*c));
    characters.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Advance widths and line heights of the four faces, with their bytes for embedding.
pub struct Fonts {
    files: FontFiles,
    metrics: [Metrics; 4],
}

struct Metrics {
    /// Font units to the em.
    units: f64,
    ascent: f64,
    descent: f64,
    gap: f64,
    /// By a character's number its advance and one, 0 for those the face lacks: every letter of every page is looked up
    /// here. As long as the last character needs; what no character touches takes no memory.
    advances: Vec<u32>,
}

impl Fonts {
    /// Reads the four faces.
    pub fn new(files: &FontFiles) -> Result<Self, LayoutError> {
        let metrics = |face: Face| Metrics::read(files.bytes(face)).map_err(|reason| LayoutError::Font { face, reason });
        let metrics = [metrics(Face::Regular)?, metrics(Face::Bold)?, metrics(Face::Italic)?, metrics(Face::BoldItalic)?];
        Ok(Self { files: files.clone(), metrics })
    }

    /// A face's TrueType file.
    pub fn bytes(&self, face: Face) -> &[u8] {
        self.files.bytes(face)
    }

    /// Length of a text in one line, without kerning, as the PDF shows it. Characters the face lacks count nothing:
    /// [`Self::missing`] tells of them first.
    pub fn width(&self, text: &str, face: Face, size: Pt) -> Pt {
        let metrics = self.metrics(face);
        let units: u32 = text.chars().filter_map(|c| metrics.advance(c)).sum();
        size * (f64::from(units) / metrics.units)
    }

    /// A character's advance in units of which [`Self::of_units`] knows the length; `None` if the face lacks it.
    pub(super) fn advance(&self, c: char, face: Face) -> Option<u32> {
        self.metrics(face).advance(c)
    }

    /// Length of as many units.
    pub(super) fn of_units(&self, units: u32, face: Face, size: Pt) -> Pt {
        size * (f64::from(units) / self.metrics(face).units)
    }

    /// Height of a single-spaced line: what Word and LibreOffice call "single" for this font. The font's three distances
    /// together, in twentieths of a point, one begun counted whole: so LibreOffice sets Liberation Serif in every half
    /// size from 10.5 to 14 pt; at 10 pt, where its own rounding differs, it takes one twentieth more.
    pub fn line_height(&self, face: Face, size: Pt) -> Pt {
        let metrics = self.metrics(face);
        let share = metrics.ascent + metrics.descent + metrics.gap;
        let more = if size.0 == 10.0 { 1.0 } else { 0.0 };
        Pt(((size.0 * share * 20.0 - 1e-6).ceil() + more) / 20.0)
    }

    /// How far the deepest letters reach below the baseline.
    pub fn descent(&self, face: Face, size: Pt) -> Pt {
        size * self.metrics(face).descent
    }

    /// The characters of `text` that the face can't show, each once, in order.
    pub fn missing(&self, text: &str, face: Face) -> Vec<char> {
        let metrics = self.metrics(face);
        let mut out = Vec::new();
        for c in text.chars() {
            if metrics.advance(c).is_none() && !out.contains(&c) {
                out.push(c);
            }
        }
        out
    }

    fn metrics(&self, face: Face) -> &Metrics {
        let [regular, bold, italic, bold_italic] = &self.metrics;
        match face {
            Face::Regular => regular,
            Face::Bold => bold,
            Face::Italic => italic,
            Face::BoldItalic => bold_italic,
        }
    }
}

impl FontFiles {
    fn bytes(&self, face: Face) -> &[u8] {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
            Face::Italic => &self.italic,
            Face::BoldItalic => &self.bold_italic,
        }
    }
}

impl Metrics {
    /// In font units; `None` for a character the face lacks.
    fn advance(&self, c: char) -> Option<u32> {
        self.advances.get(c as usize)?.checked_sub(1)
    }

    fn read(bytes: &[u8]) -> Result<Self, String> {
        let face = Ttf::parse(bytes, 0).map_err(|e| e.to_string())?;
        let units = f64::from(face.units_per_em());
        let mut known = Vec::new();
        for subtable in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables).filter(|s| s.is_unicode()) {
            subtable.codepoints(|code| known.extend(char::from_u32(code)));
        }
        known.sort_unstable();
        known.dedup();
        let mut advances = vec![0; known.last().map_or(0, |last| *last as usize + 1)];
        known.retain(|c| {
            let advance = face.glyph_index(*c).and_then(|glyph| face.glyph_hor_advance(glyph));
            advances[*c as usize] = advance.map_or(0, |advance| u32::from(advance) + 1);
            advance.is_some()
        });
        if known.is_empty() {
            return Err("phông không có bảng mã Unicode".to_owned());
        }
        Ok(Self {
            units,
            ascent: f64::from(face.ascender()) / units,
            descent: -f64::from(face.descender()) / units,
            gap: f64::from(face.line_gap()) / units,
            advances,
        })
    }
}
