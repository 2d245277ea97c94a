//! Text → lines: breaks at spaces only, never inside what belongs together.

use unicode_normalization::UnicodeNormalization;

use super::fonts::{Face, Fonts, LayoutError};
use crate::document::{Align, AnnexRef, Pt};

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

/// Words no line parts from the number after them.
const COUNTED: &[&str] = &[
    "ngày", "tháng", "năm", "quý", "điều", "khoản", "điểm", "mục", "phần", "chương", "lần", "thứ", "lục", "bảng", "tuần", "cấp",
    "mức", "trang", "giai",
];

/// Units no line parts from the number before them. Not "tháng" and "năm": in "ngày 03 tháng 6 năm 2020" they open
/// the next part of the date, and a date as one word would tear lines open.
const UNITS: &[&str] = &[
    "%", "triệu", "tỷ", "tỉ", "nghìn", "đồng", "usd", "m", "km", "m2", "km2", "ha", "kg", "mb", "gb", "tb", "mbps", "gbps",
    "giờ", "phút", "giây",
];

/// Whether a line must not end between two neighbouring words: "ngày 03", "Điều 2", "15 triệu", "triệu đồng", "- ".
pub fn stick_together(before: &str, after: &str) -> bool {
    let word = before.trim_start_matches(['(', '“', '"']).to_lowercase();
    let next = after.trim_end_matches([',', '.', ';', ':', ')', '”']).to_lowercase();
    let number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let roman = || crate::text::from_roman(after.trim_end_matches([',', '.', ';', ':', ')', '”'])).is_some();
    if matches!(after, "-" | "–") {
        return true;
    }
    if COUNTED.contains(&word.as_str()) && (number(after) || roman()) {
        return true;
    }
    let counts = number(before) && before.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%'));
    (counts && UNITS.contains(&next.as_str())) || (matches!(word.as_str(), "triệu" | "tỷ" | "tỉ" | "nghìn") && next == "đồng")
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
    // An address is best cut after one of its signs.
    let fitting = letters_that_fit(word, size, room, fonts);
    let is_sign = |c: &char| matches!(c, '.' | '/' | '-' | '@' | '_' | '?' | '&' | '=' | ',');
    let letters: Vec<char> = word.text().chars().take(fitting).collect();
    let cut = letters.iter().rposition(is_sign).map_or(fitting, |at| at + 1);
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
        for c in text.chars() {
            if c == '\n' {
                out.push(Vec::new());
                apart = true;
                continue;
            }
            let Some(row) = out.last_mut() else { continue };
            if c.is_whitespace() && c != '\u{a0}' {
                apart = true;
                match row.last_mut() {
                    Some(word) => word.spaces += 1,
                    // spaces before the first word indent it
                    None => row.push(Word::empty(piece, size, fonts, 1)),
                }
                continue;
            }
            if apart {
                row.push(Word::empty(piece, size, fonts, 0));
                apart = false;
            }
            if let Some(word) = row.last_mut() {
                word.push(c, piece, size, fonts);
            }
        }
    }
    for row in &mut out {
        check(row, fonts)?;
        glue(row);
    }
    Ok(out)
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

fn glue(row: &mut [Word]) {
    for at in 1..row.len() {
        row[at - 1].glued = stick_together(&row[at - 1].text(), &row[at].text());
    }
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
        broken(text, room).iter().map(|line| line.words.iter().map(Word::text).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn what_belongs_together_is_not_parted() {
        for (before, after) in
            [("ngày", "03"), ("Điều", "2"), ("Quý", "IV"), ("15", "triệu"), ("triệu", "đồng"), ("(khoản", "1,"), ("KẾ", "-")]
        {
            assert!(stick_together(before, after), "{before} {after}");
        }
        for (before, after) in [("03", "tháng"), ("kế", "hoạch"), ("số", "và"), ("-", "Quyết"), ("2020,", "bảo")] {
            assert!(!stick_together(before, after), "{before} {after}");
        }
        for room in 60..300 {
            for line in texts("theo Điều 2 Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020", f64::from(room)) {
                assert!(!line.ends_with("Điều") && !line.ends_with("ngày") && !line.contains("TTg-"), "{line}");
            }
        }
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
