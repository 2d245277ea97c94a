//! Text → lines: as many words as fit, line by line, as office programs do it; breaks stand at spaces, after hyphens and
//! slashes between words, and where the document marks one, never where it marks a join.

use unicode_normalization::UnicodeNormalization;

use super::fonts::{Face, Fonts, LayoutError};
use crate::document::{Align, AnnexRef, BREAK, JOINED_HYPHEN, JOINED_SPACE, Pt};

/// Text of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub text: String,
    pub face: Face,
    pub link: Option<AnnexRef>,
}

/// A word and the spaces after it.
#[derive(Debug, Clone)]
struct Word {
    /// Usually one; several where the look changes inside the word.
    pieces: Vec<(Piece, Pt)>,
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
    words: Vec<Word>,
    /// Ends its paragraph, or was broken by hand: not justified.
    pub last: bool,
}

/// Breaks text into lines: the first as long as `first`, the others `room`. `\n` breaks by hand. Text without a
/// word gives one empty line a row, so that blank names and cells keep their height.
pub(super) fn lines(pieces: &[Piece], size: Pt, first: Pt, room: Pt, fonts: &Fonts) -> Result<Vec<Line>, LayoutError> {
    let mut out: Vec<Line> = Vec::new();
    for row in rows(pieces, size, fonts)? {
        let mut row = row.into_iter().peekable();
        let mut line: Vec<Word> = Vec::new();
        let mut room_now = if out.is_empty() { first } else { room };
        while row.peek().is_some() {
            let unit = next_unit(&mut row, room);
            for mut word in unit_or_words(unit, room) {
                if !line.is_empty() && width_of(&line) + spaces_of(&line) + width_of(&word) > room_now {
                    out.push(Line { words: std::mem::take(&mut line), last: false });
                    room_now = room;
                }
                while line.is_empty() && word.len() == 1 && word[0].width > room_now {
                    let (head, tail) = split(&word[0], size, room_now, fonts);
                    let Some(head) = head else { break };
                    out.push(Line { words: vec![head], last: false });
                    word = vec![tail];
                    room_now = room;
                }
                line.append(&mut word);
            }
        }
        out.push(Line { words: line, last: true });
    }
    Ok(out)
}

/// The next words that stick together.
fn next_unit(row: &mut std::iter::Peekable<std::vec::IntoIter<Word>>, room: Pt) -> Vec<Word> {
    let mut unit = Vec::new();
    while let Some(word) = row.next() {
        let glued = word.glued && row.peek().is_some_and(|next| width_of(&unit) + word.width + next.width < room);
        unit.push(word);
        if !glued {
            break;
        }
    }
    unit
}

/// What sticks together but is longer than a line is set word by word.
fn unit_or_words(unit: Vec<Word>, room: Pt) -> Vec<Vec<Word>> {
    if width_of(&unit) > room { unit.into_iter().map(|word| vec![word]).collect() } else { vec![unit] }
}

/// Width of words with the spaces between them, without those at the end.
fn width_of(words: &[Word]) -> Pt {
    let Some((last, before)) = words.split_last() else { return Pt(0.0) };
    before.iter().map(|w| w.width + w.space * w.spaces as f64).sum::<Pt>() + last.width
}

fn spaces_of(words: &[Word]) -> Pt {
    words.last().map_or(Pt(0.0), |w| w.space * w.spaces as f64)
}

/// Cuts a word that is longer than a line; `None` for the head if not even its first letter fits.
fn split(word: &Word, size: Pt, room: Pt, fonts: &Fonts) -> (Option<Word>, Word) {
    let bare = Word { pieces: Vec::new(), width: Pt(0.0), ..word.clone() };
    let cut = letters_that_fit(word, size, room, fonts);
    let mut taken = 0;
    let mut head = Word { spaces: 0, glued: false, ..bare.clone() };
    let mut tail = bare;
    for (piece, _) in &word.pieces {
        for c in piece.text.chars() {
            if taken < cut { &mut head } else { &mut tail }.push(c, piece, size, fonts);
            taken += 1;
        }
    }
    if head.pieces.is_empty() || tail.pieces.is_empty() { (None, word.clone()) } else { (Some(head), tail) }
}

/// How many of a word's letters fit in a line.
fn letters_that_fit(word: &Word, size: Pt, room: Pt, fonts: &Fonts) -> usize {
    let mut width = Pt(0.0);
    let letters = word.pieces.iter().flat_map(|(piece, _)| piece.text.chars().map(|c| (c, piece.face)));
    letters
        .take_while(|(c, face)| {
            width += fonts.width(c.encode_utf8(&mut [0; 4]), *face, size);
            width <= room
        })
        .count()
}

/// Words of each row between breaks by hand.
fn rows(pieces: &[Piece], size: Pt, fonts: &Fonts) -> Result<Vec<Vec<Word>>, LayoutError> {
    let mut out: Vec<Vec<Word>> = vec![Vec::new()];
    // whether the next letter begins a new word
    let mut apart = true;
    for piece in pieces {
        let text: String = piece.text.nfc().collect();
        let mut signs = text.chars().peekable();
        let mut before = None;
        while let Some(c) = signs.next() {
            if c == '\n' {
                out.push(Vec::new());
                apart = true;
                continue;
            }
            let Some(row) = out.last_mut() else { continue };
            if c == BREAK {
                apart = true;
                continue;
            }
            if c.is_whitespace() {
                apart = true;
                match row.last_mut() {
                    Some(word) => {
                        word.spaces += 1;
                        word.glued = c == JOINED_SPACE;
                    }
                    // spaces before the first word indent it
                    None => row.push(Word::empty(piece, size, fonts, 1)),
                }
                continue;
            }
            if apart {
                row.push(Word::empty(piece, size, fonts, 0));
            }
            if let Some(word) = row.last_mut() {
                word.push(if c == JOINED_HYPHEN { '-' } else { c }, piece, size, fonts);
            }
            apart = ends_a_part(before, c, signs.peek().copied());
            before = Some(c);
        }
    }
    for row in &out {
        check(row, fonts)?;
    }
    Ok(out)
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

/// Characters the font lacks are told, not dropped.
fn check(row: &[Word], fonts: &Fonts) -> Result<(), LayoutError> {
    for (piece, _) in row.iter().flat_map(|word| &word.pieces) {
        let characters = fonts.missing(&piece.text, piece.face);
        if !characters.is_empty() {
            let words: Vec<String> = row.iter().take(12).map(Word::text).collect();
            return Err(LayoutError::MissingCharacters { face: piece.face, characters, place: words.join(" ") });
        }
    }
    Ok(())
}

impl Word {
    fn empty(piece: &Piece, size: Pt, fonts: &Fonts, spaces: usize) -> Self {
        Self { pieces: Vec::new(), width: Pt(0.0), spaces, space: fonts.width(" ", piece.face, size), glued: false }
    }

    fn push(&mut self, c: char, piece: &Piece, size: Pt, fonts: &Fonts) {
        let wide = fonts.width(c.encode_utf8(&mut [0; 4]), piece.face, size);
        self.width += wide;
        match self.pieces.last_mut() {
            Some((last, width)) if last.same_look(piece) => {
                last.text.push(c);
                *width += wide;
            }
            _ => self.pieces.push((Piece { text: c.to_string(), ..piece.clone() }, wide)),
        }
        // the spaces after a word have the look of its end
        self.space = fonts.width(" ", piece.face, size);
    }

    fn text(&self) -> String {
        self.pieces.iter().map(|(p, _)| p.text.as_str()).collect()
    }
}

impl Piece {
    fn same_look(&self, other: &Self) -> bool {
        self.face == other.face && self.link == other.link
    }
}

/// A piece of a line in its place: x from the line's left edge.
pub(super) struct Placed {
    pub piece: Piece,
    pub x: Pt,
    pub width: Pt,
    /// Room added to each of its spaces.
    pub stretch: Pt,
}

impl Line {
    /// Whether it ends where a word ends, not inside one that had to be cut.
    pub fn ends_a_word(&self) -> bool {
        self.last || self.words.last().is_some_and(|word| word.spaces > 0)
    }

    /// Its length without stretching.
    pub fn width(&self) -> Pt {
        width_of(&self.words)
    }

    /// Its pieces in their places within `room`.
    pub fn place(&self, align: Align, room: Pt) -> Vec<Placed> {
        let slack = (room - self.width()).max(Pt(0.0));
        let gaps: usize = self.words.split_last().map_or(0, |(_, before)| before.iter().map(|w| w.spaces).sum());
        let stretch = if align == Align::Justify && !self.last && gaps > 0 { slack * (1.0 / gaps as f64) } else { Pt(0.0) };
        let mut x = match align {
            Align::Left | Align::Justify => Pt(0.0),
            Align::Centre => slack * 0.5,
            Align::Right => slack,
        };
        let mut out: Vec<Placed> = Vec::new();
        for (at, word) in self.words.iter().enumerate() {
            let last = at + 1 == self.words.len();
            place_word(word, &mut out, x, stretch);
            x += word.width;
            if !last {
                let room = (word.space + stretch) * word.spaces as f64;
                if let Some(placed) = out.last_mut() {
                    placed.piece.text.extend(std::iter::repeat_n(' ', word.spaces));
                    placed.width += room;
                }
                x += room;
            }
        }
        out
    }
}

fn place_word(word: &Word, out: &mut Vec<Placed>, mut x: Pt, stretch: Pt) {
    for (piece, width) in &word.pieces {
        match out.last_mut() {
            Some(last) if last.piece.same_look(piece) => {
                last.piece.text.push_str(&piece.text);
                last.width += *width;
            }
            _ => out.push(Placed { piece: piece.clone(), x, width: *width, stretch }),
        }
        x += *width;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::super::tests::fonts;
    use super::*;

    fn broken(text: &str, room: f64) -> Vec<Line> {
        let piece = Piece { text: text.to_owned(), face: Face::Regular, link: None };
        lines(&[piece], Pt(14.0), Pt(room), Pt(room), fonts()).expect("lines")
    }

    fn texts(text: &str, room: f64) -> Vec<String> {
        let shown = |line: &Line| line.place(Align::Left, Pt(room)).iter().map(|placed| placed.piece.text.clone()).collect();
        broken(text, room).iter().map(shown).collect()
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
        let lines = broken(&"Triển khai nền tảng số dùng chung ".repeat(6), 300.0);
        let (last, before) = lines.split_last().unwrap();
        for line in before {
            let placed = line.place(Align::Justify, Pt(300.0));
            let end = placed.last().map(|p| p.x + p.width).unwrap();
            assert!((end.0 - 300.0).abs() < 1e-6 && placed[0].stretch > Pt(0.0));
        }
        assert_eq!(last.place(Align::Justify, Pt(300.0))[0].stretch, Pt(0.0));
    }

    #[test]
    fn a_word_longer_than_its_line_is_cut_and_whole_spaces_stay() {
        let long = "https://example.gov.vn/".repeat(8);
        let lines = texts(&long, 120.0);
        assert!(lines.len() > 3);
        assert_eq!(lines.concat(), long);
        assert_eq!(broken("Số:        /KH", 300.0)[0].place(Align::Left, Pt(300.0))[0].piece.text, "Số:        /KH");
        assert_eq!(broken("a\n\nb", 300.0).len(), 3);
        assert_eq!(broken("", 300.0).len(), 1);
    }
}
