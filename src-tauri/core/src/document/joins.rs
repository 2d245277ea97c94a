//! What no line parts, and where a long address may be parted: decided once, for DOCX and PDF alike.
//!
//! The joins stand in a document's text as signs of their own: U+00A0 for a space, U+2011 for a hyphen, at which no line
//! ends; U+200B marks a place where a line may end inside a word that is wider than its column. [`plain`] takes them out
//! again. DOCX writes a joined hyphen as Word's own non-breaking hyphen: a plain one lets Word end a line after it, a word
//! joiner beside it is unknown to Word's line breaking, and U+2011 itself is looked for in other fonts. In the PDF the
//! joined signs are ordinary spaces and hyphens, so that what is copied from it is what was written.

use super::measure::Pt;
use super::model::{Align, Block, Document, Paragraph, Run, SignatureBlock, Table};
use super::style::{StyleName, StyleSheet};
use super::times::{self, Look};
use super::widths;
use crate::text::from_roman;

/// A space at which no line ends.
pub const JOINED_SPACE: char = '\u{a0}';
/// A hyphen after which no line ends.
pub const JOINED_HYPHEN: char = '\u{2011}';
/// A place of no width where a line may end.
pub const BREAK: char = '\u{200b}';

/// Words no line parts from the number after them.
const COUNTED: &[&str] = &[
    "ngày", "tháng", "năm", "quý", "điều", "khoản", "điểm", "mục", "phần", "chương", "lần", "thứ", "lục", "bảng", "biểu", "mẫu",
    "hình", "tuần", "cấp", "độ", "mức", "trang", "khóa", "đợt", "bước", "nhóm", "bản", "hạng",
];

/// Units no line parts from the number before them.
const UNITS: &[&str] = &[
    "%", "triệu", "tỷ", "tỉ", "nghìn", "đồng", "vnđ", "vnd", "usd", "m", "mm", "cm", "km", "m2", "m²", "km2", "km²", "ha", "kg",
    "tấn", "kb", "mb", "gb", "tb", "mbps", "gbps", "kw", "mw", "kwh", "giờ", "phút", "giây",
];

/// Units of time. Only where no number follows: in "ngày 03 tháng 6 năm 2020" they open the next part of the date, and a
/// date as one word would tear lines open.
const TIMES: &[&str] = &["ngày", "tháng", "năm", "tuần", "quý"];

/// From this share of its line on, an address is parted.
const LONG_ADDRESS: f64 = 0.15;

/// Signs after which an address may be parted.
const SEAMS: &[char] = &['.', '/', '-', '@', '_', '?', '&', '=', ',', ';', ':', '+'];

/// Marks every join of a document's running text, table cells and recipients. What would not fit its column in one line
/// stays apart: held together there it would be cut inside a word.
pub(super) fn hold(document: &mut Document, sheet: &StyleSheet) {
    for part in &mut document.parts {
        let width = sheet.text_width_of(part.orientation);
        for block in &mut part.blocks {
            match block {
                Block::Paragraph(paragraph) => hold_paragraph(paragraph, width, sheet),
                Block::Table(table) => hold_table(table, width),
                Block::Signature(signature) => hold_recipients(signature, width, sheet),
                Block::Letterhead(_) => {}
            }
        }
    }
}

fn hold_paragraph(paragraph: &mut Paragraph, width: Pt, sheet: &StyleSheet) {
    let style = sheet.style(paragraph.style);
    let room = width - Pt::from(style.indent);
    // what is bold takes the most room
    let any = |own: bool, look: fn(&Run) -> Option<bool>| paragraph.runs.iter().any(|run| look(run).unwrap_or(own));
    let look = Look { bold: any(style.bold, |run| run.bold), italic: any(style.italic, |run| run.italic) };
    let pieces: Vec<String> = paragraph.runs.iter().map(|run| plain(&run.text)).collect();
    let whole = held(&pieces.concat(), &Line { room, size: style.size, look, stretched: style.align == Align::Justify });
    // a join holds across a change of look: "**Điều** 2"
    let mut signs = whole.chars().peekable();
    for (run, piece) in paragraph.runs.iter_mut().zip(&pieces) {
        run.text.clear();
        for _ in piece.chars() {
            run.text.extend(signs.next());
            while let Some(mark) = signs.next_if_eq(&BREAK) {
                run.text.push(mark);
            }
        }
    }
}

fn hold_table(table: &mut Table, width: Pt) {
    for row in &mut table.rows {
        let look = Look { bold: row.kind != super::RowKind::Body, italic: false };
        let mut at = 0;
        for cell in &mut row.cells {
            let span: f64 = table.columns.iter().skip(at).take(cell.span).map(|column| column.width).sum();
            let room = width * span - widths::sides();
            cell.text = held(&cell.text, &Line { room, size: table.size, look, stretched: false });
            at += cell.span;
        }
    }
}

fn hold_recipients(signature: &mut SignatureBlock, width: Pt, sheet: &StyleSheet) {
    let style = sheet.style(StyleName::Recipient);
    // beside the dash and the closing sign of each, and the gap between the columns
    let room = width * sheet.signature_left - Pt(24.0);
    let look = Look { bold: style.bold, italic: style.italic };
    let line = Line { room, size: style.size, look, stretched: false };
    for recipient in &mut signature.recipients {
        *recipient = held(recipient, &line);
    }
}

/// A text as it was written: joins are ordinary spaces and hyphens again.
pub fn plain(text: &str) -> String {
    let sign = |c| match c {
        JOINED_SPACE => Some(' '),
        JOINED_HYPHEN => Some('-'),
        BREAK => None,
        c => Some(c),
    };
    text.chars().filter_map(sign).collect()
}

/// The line that must hold what is joined.
struct Line {
    room: Pt,
    size: Pt,
    look: Look,
    /// Its words are moved apart to reach both edges.
    stretched: bool,
}

impl Line {
    fn holds(&self, text: &str) -> bool {
        times::width(text, self.size, self.look) <= self.room
    }
}

/// The text with its joins marked; marks it brought along are worked out anew.
fn held(text: &str, line: &Line) -> String {
    let text = plain(text);
    let mut out = String::with_capacity(text.len() + 16);
    for (at, row) in text.split('\n').enumerate() {
        if at > 0 {
            out.push('\n');
        }
        hold_row(row, line, &mut out);
    }
    out
}

fn hold_row(row: &str, line: &Line, out: &mut String) {
    let words: Vec<&str> = row.split(' ').collect();
    // where in the row what has been joined so far begins: at the last place where a line may end
    let (mut chain, mut end) = (0, 0);
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            let begins = end + 1;
            end = begins + word.len();
            if sticks(&words, at) && line.holds(&row[chain..end]) {
                out.push(JOINED_SPACE);
            } else {
                out.push(' ');
                chain = begins;
            }
        } else {
            end = word.len();
        }
        hold_word(word, line, out);
    }
}

/// A word with its hyphens joined, or, if it is wider than its line or a long address, with places to part it: an address
/// that moves to the next line whole leaves gaps between the words of the line it would not fit.
fn hold_word(word: &str, line: &Line, out: &mut String) {
    let long = || times::width(word, line.size, line.look) > line.room * LONG_ADDRESS;
    if !line.holds(word) || (line.stretched && widths::is_address(word) && long()) {
        let mut signs = word.chars().peekable();
        while let Some(c) = signs.next() {
            out.push(c);
            if SEAMS.contains(&c) && signs.peek().is_some_and(|next| next.is_alphanumeric()) {
                out.push(BREAK);
            }
        }
    } else if holds_its_hyphens(word) {
        out.extend(word.chars().map(|c| if c == '-' { JOINED_HYPHEN } else { c }));
    } else {
        out.push_str(word);
    }
}

/// "749/QĐ-TTg", "57-NQ/TW", "/KH-TTCNTT" before registration, "2021-2025", "COVID-19"; not "kinh tế-xã hội", nor an address.
fn holds_its_hyphens(word: &str) -> bool {
    let word = bare(word);
    if word.contains("://") || word.contains('@') {
        return false;
    }
    let number = (word.contains('/') || word.starts_with(|c: char| c.is_ascii_digit()))
        && word.split('-').skip(1).all(|after| after.starts_with(char::is_uppercase));
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let beside_digits = word.match_indices('-').all(|(at, _)| digit(word[at + 1..].chars().next()));
    word.contains('-') && (number || beside_digits)
}

fn bare(word: &str) -> &str {
    word.trim_start_matches(['(', '“', '"']).trim_end_matches([')', '”', '"', ',', '.', ';', ':'])
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether no line ends before the word at `at`.
fn sticks(words: &[&str], at: usize) -> bool {
    let (before, after) = (words[at - 1], words[at]);
    if before.is_empty() || after.is_empty() {
        return false;
    }
    // most words decide by their first sign; lower case is asked for only where it can matter
    let word = || before.trim_start_matches(['(', '“', '"']).to_lowercase();
    let next = bare(after);
    let amount = |text: &str| is_number(text) && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '-'));
    let dash = |text: &str| matches!(text, "-" | "–");
    // a dash never opens a line; between numbers it does not close one either: "20 - 25 mm"
    if dash(after) || (dash(before) && at >= 2 && is_number(words[at - 2]) && is_number(after)) {
        return true;
    }
    let roman = || next.split('/').next().is_some_and(|sign| from_roman(sign).is_some());
    if (is_number(next) || roman()) && COUNTED.contains(&word().as_str()) {
        return true;
    }
    // "Phụ lục III" as a whole
    if next.starts_with(['l', 'L']) && next.to_lowercase() == "lục" && word() == "phụ" {
        return words.get(at + 1).is_some_and(|label| is_number(bare(label)) || from_roman(bare(label)).is_some());
    }
    // "điểm a", "điểm đ"
    if next.trim_end_matches(')').chars().count() == 1 && word() == "điểm" {
        return true;
    }
    if amount(before) {
        let lower = next.to_lowercase();
        if UNITS.contains(&lower.as_str()) {
            return true;
        }
        if TIMES.contains(&lower.as_str()) {
            let in_date = at >= 2 && TIMES.contains(&words[at - 2].trim_start_matches('(').to_lowercase().as_str());
            let goes_on = lower == after.to_lowercase() && words.get(at + 1).is_some_and(|following| is_number(following));
            return !in_date && !goes_on;
        }
    }
    next.starts_with(['đ', 'Đ']) && next.to_lowercase() == "đồng" && matches!(word().as_str(), "triệu" | "tỷ" | "tỉ" | "nghìn")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str) -> String {
        within(text, 400.0)
    }

    fn within(text: &str, room: f64) -> String {
        held(text, &Line { room: Pt(room), size: Pt(14.0), look: Look::default(), stretched: false })
            .replace(JOINED_SPACE, "~")
            .replace(JOINED_HYPHEN, "=")
    }

    #[test]
    fn numbers_stay_with_what_they_count() {
        for (text, held) in [
            ("theo Điều 2 và khoản 1, điểm đ", "theo Điều~2 và khoản~1, điểm~đ"),
            ("ngày 03 tháng 6 năm 2020", "ngày~03 tháng~6 năm~2020"),
            ("Quý IV/2026, Phụ lục I, năm 2025", "Quý~IV/2026, Phụ~lục~I, năm~2025"),
            ("Phụ lục kèm theo, Phụ lục", "Phụ lục kèm theo, Phụ lục"),
            ("lề 20 - 25 mm, 15 triệu đồng", "lề 20~-~25~mm, 15~triệu~đồng"),
            ("trong 12 tháng, 05 năm qua", "trong 12~tháng, 05~năm qua"),
            ("Kế hoạch - Tài chính", "Kế hoạch~- Tài chính"),
            // as one piece it would tear lines open
            ("giai đoạn 2026-2030", "giai đoạn 2026=2030"),
            ("số và kế hoạch", "số và kế hoạch"),
            ("Số:        /KH", "Số:        /KH"),
        ] {
            assert_eq!(wide(text), held);
        }
    }

    #[test]
    fn a_join_holds_across_looks() {
        let bold = |text: &str| Run { text: text.into(), bold: Some(true), ..Run::default() };
        let run = |text: &str| Run { text: text.into(), ..Run::default() };
        let runs = vec![run("theo "), bold("Điều "), run("2; số 749/QĐ"), bold("-TTg")];
        let mut paragraph = Paragraph { runs, ..Paragraph::plain(StyleName::Body, "") };
        hold_paragraph(&mut paragraph, Pt(400.0), &StyleSheet::default());
        let shown: Vec<String> =
            paragraph.runs.iter().map(|r| r.text.replace(JOINED_SPACE, "~").replace(JOINED_HYPHEN, "=")).collect();
        assert_eq!(shown, ["theo ", "Điều~", "2; số 749/QĐ", "=TTg"]);
    }

    #[test]
    fn no_line_ends_inside_a_number_and_other_hyphens_stay() {
        assert_eq!(wide("749/QĐ-TTg; (57-NQ/TW), 2021-2025"), "749/QĐ=TTg; (57=NQ/TW), 2021=2025");
        assert_eq!(wide("5406/BTTTT-CĐSQG /KH-TTCNTT COVID-19"), "5406/BTTTT=CĐSQG /KH=TTCNTT COVID=19");
        for text in ["kinh tế-xã hội", "https://a-b.vn/c-D", "a-b@c-d.vn", "- Quyết định"] {
            assert_eq!(wide(text), text);
        }
    }

    #[test]
    fn what_does_not_fit_is_not_held_and_a_long_address_is_parted_at_its_signs() {
        assert_eq!(within("ngày 10/7/2024", 40.0).replace(BREAK, "|"), "ngày 10/|7/|2024");
        assert_eq!(within("tendonvi.most.gov.vn", 60.0).replace(BREAK, "|"), "tendonvi.|most.|gov.|vn");
        assert_eq!(within("vanthu@mst.gov.vn", 400.0), "vanthu@mst.gov.vn");
        let line = Line { room: Pt(400.0), size: Pt(14.0), look: Look::default(), stretched: true };
        let stretched = |text: &str| held(text, &line).replace(BREAK, "|");
        assert_eq!(stretched("tại vanthu@mst.gov.vn."), "tại vanthu@|mst.|gov.|vn.", "words would stand far apart");
        assert_eq!(stretched("tại mst.vn"), "tại mst.vn");
    }

    #[test]
    fn taking_the_joins_out_gives_the_text_back() {
        for text in ["749/QĐ-TTg ngày 03 tháng 6 năm 2020\n20 - 25 mm", "tendonvi.most.gov.vn", "  a  b "] {
            for room in [30.0, 80.0, 400.0] {
                let line = Line { room: Pt(room), size: Pt(14.0), look: Look::default(), stretched: true };
                assert_eq!(plain(&held(text, &line)), text);
                assert_eq!(held(&held(text, &line), &line), held(text, &line));
            }
        }
    }
}
