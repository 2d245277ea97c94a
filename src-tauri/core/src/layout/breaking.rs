//! Text → lines: as many words as fit, line by line, as office programs do it; breaks stand at spaces, after hyphens and
//! slashes between words, and where the document marks one, never where it marks a join.
//!
//! A text is taken apart once, into one string of letters and ranges of it: a plan has a hundred thousand words, and
//! each a string of its own would be most of what laying out costs.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::fonts::{Face, Fonts, LayoutError};
use crate::document::{Align, AnnexRef, BREAK, JOINED_HYPHEN, JOINED_SPACE, Pt};

/// Text of one look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub text: &'a str,
    pub face: Face,
    pub link: Option<AnnexRef>,
}

/// Letters of one look inside a word.
#[derive(Debug, Clone)]
struct Part {
    /// Where they stand in [`Broken::letters`].
    letters: Range<usize>,
    face: Face,
    link: Option<AnnexRef>,
    width: Pt,
}

/// A word and the spaces after it.
#[derive(Debug, Clone)]
struct Word {
    /// Usually one; several where the look changes inside the word. In [`Broken::parts`].
    parts: Range<usize>,
    width: Pt,
    spaces: usize,
    /// Width of one space after it.
    space: Pt,
    /// No line ends after it.
    glued: bool,
}

/// A line that has been broken off, not yet placed.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// In [`Broken::words`].
    words: Range<usize>,
    /// Its length without stretching.
    pub width: Pt,
    /// Ends its paragraph, or was broken by hand: not justified.
    pub last: bool,
}

/// Text broken into lines.
#[derive(Debug, Default)]
pub(super) struct Broken {
    /// Lines from top to bottom.
    pub lines: Vec<Line>,
    letters: String,
    parts: Vec<Part>,
    words: Vec<Word>,
}

/// Breaks text into lines: the first as long as `first`, the others `room`. `\n` breaks by hand. Text without a
/// word gives one empty line a row, so that blank names and cells keep their height.
pub(super) fn lines(pieces: &[Piece], size: Pt, first: Pt, room: Pt, fonts: &Fonts) -> Result<Broken, LayoutError> {
    let mut out = Broken::default();
    let (words, rows) = out.take_apart(pieces, size, fonts)?;
    out.words.reserve(words.len());
    for row in rows {
        let row = &words[row];
        let mut line = Filling::at(out.words.len(), if out.lines.is_empty() { first } else { room });
        let mut at = 0;
        while at < row.len() {
            let unit = &row[at..at + unit_length(&row[at..], room)];
            at += unit.len();
            // what sticks together but is longer than a line is set word by word
            let step = if width_of(unit) > room { 1 } else { unit.len() };
            for some in unit.chunks(step) {
                out.fill(&mut line, some, size, room, fonts);
            }
        }
        out.end(&mut line, room, true);
    }
    Ok(out)
}

/// How many words stick together from the first on.
fn unit_length(row: &[Word], room: Pt) -> usize {
    let mut end = 0;
    while let Some(word) = row.get(end) {
        let next = row.get(end + 1).filter(|next| word.glued && width_of(&row[..end]) + word.width + next.width < room);
        end += 1;
        if next.is_none() {
            break;
        }
    }
    end
}

/// Width of words with the spaces between them, without those at the end.
fn width_of(words: &[Word]) -> Pt {
    let Some((last, before)) = words.split_last() else { return Pt(0.0) };
    before.iter().map(|w| w.width + w.spaces_after()).sum::<Pt>() + last.width
}

/// The line being filled.
struct Filling {
    /// Its first word.
    first: usize,
    /// How long it may be.
    room: Pt,
    /// How long it is.
    width: Pt,
    /// Room of the spaces after its last word.
    gap: Pt,
}

impl Filling {
    fn at(first: usize, room: Pt) -> Self {
        Self { first, room, width: Pt(0.0), gap: Pt(0.0) }
    }
}

impl Word {
    fn spaces_after(&self) -> Pt {
        self.space * self.spaces as f64
    }
}

/// Whether a line may end after this sign inside a word: "kinh tế-|xã hội", "và/|hoặc".
fn ends_a_part(before: Option<char>, sign: char, after: Option<char>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    match sign {
        '-' => before.is_some_and(char::is_alphanumeric) && letter(after),
        '/' => letter(before) && letter(after),
        _ => false,
    }
}

impl Broken {
    /// Sets words that stay together into the line, or into the next where it has no room for them.
    fn fill(&mut self, line: &mut Filling, some: &[Word], size: Pt, room: Pt, fonts: &Fonts) {
        if line.first < self.words.len() && line.width + line.gap + width_of(some) > line.room {
            self.end(line, room, false);
        }
        let mut some = Cow::Borrowed(some);
        while let [word] = &*some
            && line.first == self.words.len()
            && word.width > line.room
        {
            let Some((head, tail)) = self.split(word, size, line.room, fonts) else { break };
            self.set(line, head);
            self.end(line, room, false);
            some = Cow::Owned(vec![tail]);
        }
        for word in some.iter() {
            self.set(line, word.clone());
        }
    }

    fn set(&mut self, line: &mut Filling, word: Word) {
        line.width = line.width + line.gap + word.width;
        line.gap = word.spaces_after();
        self.words.push(word);
    }

    /// Breaks the line off and begins the next, `room` long.
    fn end(&mut self, line: &mut Filling, room: Pt, last: bool) {
        let end = self.words.len();
        self.lines.push(Line { words: line.first..end, width: line.width, last });
        *line = Filling::at(end, room);
    }

    /// Cuts a word that is longer than a line; `None` if not even its first letter fits, or all do.
    fn split(&mut self, word: &Word, size: Pt, room: Pt, fonts: &Fonts) -> Option<(Word, Word)> {
        let mut width = Pt(0.0);
        let mut cut = None;
        'parts: for at in word.parts.clone() {
            let Part { letters, face, .. } = &self.parts[at];
            for (offset, c) in self.letters[letters.clone()].char_indices() {
                width += fonts.of_units(fonts.advance(c, *face).unwrap_or(0), *face, size);
                if width > room {
                    cut = Some((at, letters.start + offset));
                    break 'parts;
                }
            }
        }
        let (at, cut) = cut?;
        if at == word.parts.start && cut == self.parts[at].letters.start {
            return None;
        }
        let first = self.parts.len();
        let before: Vec<Part> = self.parts[word.parts.start..=at].to_vec();
        let after: Vec<Part> = self.parts[at..word.parts.end].to_vec();
        for (parts, cut) in [(before, 0..cut), (after, cut..usize::MAX)] {
            for part in parts {
                let letters = part.letters.start.max(cut.start)..part.letters.end.min(cut.end);
                if !letters.is_empty() {
                    let width = fonts.width(&self.letters[letters.clone()], part.face, size);
                    self.parts.push(Part { letters, width, ..part });
                }
            }
        }
        let middle = first + (at - word.parts.start) + usize::from(cut > self.parts[at].letters.start);
        let piece = |parts: Range<usize>, spaces, glued| {
            let width = self.parts[parts.clone()].iter().map(|part| part.width).sum();
            let face = self.parts[parts.end - 1].face;
            Word { parts, width, spaces, space: fonts.width(" ", face, size), glued }
        };
        let end = self.parts.len();
        Some((piece(first..middle, 0, false), piece(middle..end, word.spaces, word.glued)))
    }

    /// All words, and which of them stand in each row between breaks by hand.
    fn take_apart(&mut self, pieces: &[Piece], size: Pt, fonts: &Fonts) -> Result<(Vec<Word>, Vec<Range<usize>>), LayoutError> {
        self.letters.reserve(pieces.iter().map(|piece| piece.text.len()).sum());
        let mut words: Vec<Word> = Vec::new();
        let mut rows = Vec::new();
        let mut first = 0;
        // whether the next letter begins a new word
        let mut apart = true;
        let mut all_there = true;
        for piece in pieces {
            let composed: Cow<str> = match is_nfc_quick(piece.text.chars()) {
                IsNormalized::Yes => piece.text.into(),
                _ => piece.text.nfc().collect(),
            };
            let space = fonts.width(" ", piece.face, size);
            let blank = |parts: usize, spaces| Word { parts: parts..parts, width: Pt(0.0), spaces, space, glued: false };
            let mut signs = composed.chars().peekable();
            let mut before = None;
            // where the part being filled begins, and its length
            let mut begins = self.letters.len();
            let mut units = 0;
            let mut close = |broken: &mut Self, words: &mut [Word], units: &mut u32| {
                let letters = begins..broken.letters.len();
                begins = letters.end;
                if let Some(word) = words.last_mut().filter(|_| !letters.is_empty()) {
                    let width = fonts.of_units(std::mem::take(units), piece.face, size);
                    broken.parts.push(Part { letters, face: piece.face, link: piece.link, width });
                    word.parts.end = broken.parts.len();
                    word.width += width;
                    // the spaces after a word have the look of its end
                    word.space = space;
                }
            };
            while let Some(c) = signs.next() {
                if c == '\n' || c == BREAK || c.is_whitespace() {
                    apart = true;
                    close(self, &mut words, &mut units);
                }
                if c == '\n' {
                    rows.push(first..words.len());
                    first = words.len();
                    continue;
                }
                if c == BREAK {
                    continue;
                }
                if c.is_whitespace() {
                    match words[first..].last_mut() {
                        Some(word) => {
                            word.spaces += 1;
                            word.glued = c == JOINED_SPACE;
                        }
                        // spaces before the first word indent it
                        None => words.push(blank(self.parts.len(), 1)),
                    }
                    continue;
                }
                if apart {
                    close(self, &mut words, &mut units);
                    words.push(blank(self.parts.len(), 0));
                }
                let sign = if c == JOINED_HYPHEN { '-' } else { c };
                let advance = fonts.advance(sign, piece.face);
                all_there &= advance.is_some();
                self.letters.push(sign);
                units += advance.unwrap_or(0);
                apart = ends_a_part(before, c, signs.peek().copied());
                before = Some(c);
            }
            close(self, &mut words, &mut units);
        }
        rows.push(first..words.len());
        match if all_there { None } else { self.lacking(&words, &rows, fonts) } {
            Some(error) => Err(error),
            None => Ok((words, rows)),
        }
    }

    /// Characters the font lacks are told, not dropped.
    fn lacking(&self, words: &[Word], rows: &[Range<usize>], fonts: &Fonts) -> Option<LayoutError> {
        let text = |part: &Part| &self.letters[part.letters.clone()];
        rows.iter().map(|row| &words[row.clone()]).find_map(|row| {
            let mut parts = row.iter().flat_map(|word| &self.parts[word.parts.clone()]);
            let found =
                parts.find_map(|part| Some((part.face, fonts.missing(text(part), part.face))).filter(|f| !f.1.is_empty()));
            let (face, characters) = found?;
            let word = |word: &Word| self.parts[word.parts.clone()].iter().map(text).collect::<String>();
            let words: Vec<String> = row.iter().take(12).map(word).collect();
            Some(LayoutError::MissingCharacters { face, characters, place: words.join(" ") })
        })
    }

    /// Whether a line ends where a word ends, not inside one that had to be cut.
    pub fn ends_a_word(&self, line: &Line) -> bool {
        line.last || self.words[line.words.clone()].last().is_some_and(|word| word.spaces > 0)
    }

    /// A line's pieces in their places within `room`.
    pub fn place(&self, line: &Line, align: Align, room: Pt) -> Vec<Placed> {
        let words = &self.words[line.words.clone()];
        let slack = (room - line.width).max(Pt(0.0));
        let gaps: usize = words.split_last().map_or(0, |(_, before)| before.iter().map(|w| w.spaces).sum());
        let stretch = if align == Align::Justify && !line.last && gaps > 0 { slack * (1.0 / gaps as f64) } else { Pt(0.0) };
        let mut x = match align {
            Align::Left | Align::Justify => Pt(0.0),
            Align::Centre => slack * 0.5,
            Align::Right => slack,
        };
        let letters: usize = words.iter().flat_map(|word| &self.parts[word.parts.clone()]).map(|part| part.letters.len()).sum();
        let mut out: Vec<Placed> = Vec::with_capacity(1);
        for (at, word) in words.iter().enumerate() {
            let mut begins = x;
            for Part { letters: own, face, link, width } in &self.parts[word.parts.clone()] {
                match out.last_mut() {
                    Some(last) if last.face == *face && last.link == *link => last.width += *width,
                    _ => {
                        let text = String::with_capacity(if out.is_empty() { letters + gaps } else { 0 });
                        out.push(Placed { text, face: *face, link: *link, x: begins, width: *width, stretch });
                    }
                }
                if let Some(placed) = out.last_mut() {
                    placed.text.push_str(&self.letters[own.clone()]);
                }
                begins += *width;
            }
            x += word.width;
            if at + 1 < words.len() {
                let room = (word.space + stretch) * word.spaces as f64;
                if let Some(placed) = out.last_mut() {
                    placed.text.extend(std::iter::repeat_n(' ', word.spaces));
                    placed.width += room;
                }
                x += room;
            }
        }
        out
    }
}

/// A piece of a line in its place: x from the line's left edge.
#[derive(Debug)]
pub(super) struct Placed {
    pub text: String,
    pub face: Face,
    pub link: Option<AnnexRef>,
    pub x: Pt,
    pub width: Pt,
    /// Room added to each of its spaces.
    pub stretch: Pt,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::super::tests::fonts;
    use super::*;

    fn broken(text: &str, room: f64) -> Broken {
        let piece = Piece { text, face: Face::Regular, link: None };
        lines(&[piece], Pt(14.0), Pt(room), Pt(room), fonts()).expect("lines")
    }

    fn texts(text: &str, room: f64) -> Vec<String> {
        let broken = broken(text, room);
        let shown = |line| broken.place(line, Align::Left, Pt(room)).into_iter().map(|placed| placed.text).collect();
        broken.lines.iter().map(shown).collect()
    }

    #[test]
    fn no_line_ends_at_a_join_and_joins_are_ordinary_signs_on_the_page() {
        let text = "theo Điều\u{a0}2 Quyết định số 749/QĐ\u{2011}TTg ngày\u{a0}03 tháng\u{a0}6 năm\u{a0}2020";
        for room in 90..300 {
            let lines = texts(text, f64::from(room));
            assert_eq!(lines.join(" "), "theo Điều 2 Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020");
            for line in lines {
                let open = ["Điều", "ngày", "tháng", "năm", "-"].iter().any(|end| line.ends_with(end));
                assert!(!open, "{line}");
            }
        }
    }

    #[test]
    fn a_line_may_end_after_a_hyphen_or_slash_between_words_and_at_a_mark() {
        assert_eq!(texts("phát triển kinh tế-xã hội", 103.0), ["phát triển kinh tế-", "xã hội"]);
        assert_eq!(texts("trực tiếp và/hoặc", 75.0), ["trực tiếp và/", "hoặc"]);
        assert_eq!(texts("tendonvi.\u{200b}most.\u{200b}gov.\u{200b}vn", 60.0), ["tendonvi.", "most.gov.", "vn"]);
        assert_eq!(texts("gói 12/5 lần", 48.0), ["gói 12/5", "lần"]);
    }

    #[test]
    fn a_justified_line_reaches_both_edges_and_the_last_does_not() {
        let broken = broken(&"Triển khai nền tảng số dùng chung ".repeat(6), 300.0);
        let (last, before) = broken.lines.split_last().unwrap();
        for line in before {
            let placed = broken.place(line, Align::Justify, Pt(300.0));
            let end = placed.last().map(|p| p.x + p.width).unwrap();
            assert!((end.0 - 300.0).abs() < 1e-6 && placed[0].stretch > Pt(0.0));
        }
        assert_eq!(broken.place(last, Align::Justify, Pt(300.0))[0].stretch, Pt(0.0));
    }

    #[test]
    fn a_word_longer_than_its_line_is_cut_and_whole_spaces_stay() {
        let long = "https://example.gov.vn/".repeat(8);
        let lines = texts(&long, 120.0);
        assert!(lines.len() > 3);
        assert_eq!(lines.concat(), long);
        assert_eq!(texts("Số:        /KH", 300.0), ["Số:        /KH"]);
        assert_eq!(broken("a\n\nb", 300.0).lines.len(), 3);
        assert_eq!(broken("", 300.0).lines.len(), 1);
    }
}
