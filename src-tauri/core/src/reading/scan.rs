//! What the room needs to read scans: a picture goes out to whoever can recognise letters, a table of words comes back.
//!
//! The room runs no program: a door hands it a [`Recognise`] (`files::Tesseract` in both).

use super::ReadError;

/// A page, or a part of one, as grey dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Dots in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Row by row from the top, 0 black to 255 white.
    pub grey: Vec<u8>,
    /// Dots to an inch.
    pub resolution: u32,
    /// It holds one column of text, not a page with parts of its own.
    pub one_column: bool,
}

/// Recognises the words of a picture: gives tesseract's table of words (its TSV output).
pub type Recognise<'a> = dyn FnMut(&Picture) -> Result<String, ScanError> + Send + 'a;

/// Hears how far the reading of scanned pages has come.
pub type Told<'a> = dyn FnMut(Progress) + Send + 'a;

/// How far the reading of scanned pages has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Scanned pages that are read.
    pub done: u32,
    /// Scanned pages in all.
    pub of: u32,
    /// The page being read, from 1 in the file; the last one when all are done.
    pub page: u32,
}

/// Why a scan was not read.
#[derive(Debug)]
pub enum ScanError {
    /// The planner gave up.
    Cancelled,
    /// The file or the recognition failed.
    Failed(ReadError),
}

impl From<ReadError> for ScanError {
    fn from(error: ReadError) -> Self {
        Self::Failed(error)
    }
}

/// A recognised word: its box in dots and how sure the recognition is, 0 to 100.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Seen {
    pub text: String,
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
    pub sure: f32,
    /// Block, paragraph and line: words of one line share it.
    pub line: (u32, u32, u32),
}

/// The words of tesseract's table; rows of its other levels and blank words are passed over.
pub(super) fn seen(table: &str) -> Vec<Seen> {
    let word = |row: &str| {
        let cells: Vec<&str> = row.splitn(12, '\t').collect();
        let number = |at: usize| cells.get(at).and_then(|cell| cell.parse::<f32>().ok()).filter(|n| n.is_finite());
        let count = |at: usize| cells.get(at).and_then(|cell| cell.parse::<u32>().ok());
        let text = crate::text::normalise(cells.get(11)?.trim());
        if cells.first() != Some(&"5") || text.is_empty() {
            return None;
        }
        let (left, top) = (number(6)?, number(7)?);
        Some(Seen {
            text,
            left,
            top,
            right: left + number(8)?,
            bottom: top + number(9)?,
            sure: number(10)?,
            line: (count(2)?, count(3)?, count(4)?),
        })
    };
    table.lines().filter_map(word).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_table_are_read_and_the_rest_is_not() {
        let table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
            1\t1\t0\t0\t0\t0\t0\t0\t1654\t2339\t-1\t\n\
            5\t1\t1\t1\t2\t1\t100\t200\t50\t20\t96.5\tKế\n\
            5\t1\t1\t1\t2\t2\t160\t200\t70\t24\t41\thoạch\n\
            5\t1\t1\t1\t2\t3\t160\t200\t70\t24\t95\t \n\
            5\t1\tx\n";
        let words = seen(table);
        assert_eq!(words.len(), 2);
        assert_eq!((words[0].text.as_str(), words[0].right, words[0].bottom), ("Kế", 150.0, 220.0));
        assert_eq!((words[1].line, words[1].sure), ((1, 1, 2), 41.0));
    }
}
