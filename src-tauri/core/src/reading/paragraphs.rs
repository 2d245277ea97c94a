//! Blocks → paragraphs: wrapped lines joined, hyphenation undone, page numbers and running headers left out,
//! letterhead and signature tables laid out as lines.
//!
//! Joins by typography, and by whether a label goes on counting; what a paragraph means is decided later.

use std::collections::BTreeMap;

use super::marks::{Kind, Mark, is_caps, mark, marks, starts_lower};
use super::offices;
use super::source::{Block, Line, Look, Place, Table};
use super::wrap::join;
use crate::text::fold;

/// Bytes of the longest "(Kèm theo …)" that may go over several lines.
const LONGEST_ASIDE: usize = 800;

/// Bytes after which a paragraph is no longer joined with what follows: lines that never end a sentence are a table or a
/// list, and some rules look at a paragraph's letters more than once.
const LONGEST_PARAGRAPH: usize = 32 << 10;

/// Paragraphs a letterhead takes before its number.
const LETTERHEAD: usize = 5;

/// A paragraph, where it begins and how it looks.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) place: Place,
    pub(super) look: Look,
    /// It stood in a cell of a table without rules (letterhead, signature), or beside another column.
    pub(super) beside: bool,
    /// A table of data, or the first paragraph behind one.
    pub(super) behind_table: bool,
}

impl Paragraph {
    /// Folded for matching.
    pub(super) fn folded(&self) -> String {
        fold(&self.text)
    }
}

/// Paragraphs in reading order.
pub(super) fn paragraphs(blocks: &[Block]) -> Vec<Paragraph> {
    let page = Page::of(blocks);
    let dropped = furniture(blocks);
    let mut joining = Joining { page, done: Vec::new(), last: None, counted: Vec::new(), behind_table: false };
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Line(line) if dropped.binary_search(&index).is_err() => joining.line(line),
            Block::Table(table) if is_layout(table) => joining.layout(table),
            Block::Table(_) => {
                joining.last = None;
                joining.behind_table = true;
            }
            Block::Line(_) => {}
            Block::PageBreak => joining.page_break(),
        }
    }
    joining.done
}

/// A table that only lays out a letterhead, an address or a signature.
fn is_layout(table: &Table) -> bool {
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    let telling = ["cong hoa xa hoi chu nghia viet nam", "noi nhan", "kinh gui"];
    let tells = table.rows.iter().flatten().map(|c| fold(&c.text)).any(|text| telling.iter().any(|t| text.contains(t)));
    columns <= 3 && (table.bare || tells)
}

/// Indices of page numbers, and of lines that stand at the edge of most pages, in order.
fn furniture(blocks: &[Block]) -> Vec<usize> {
    let pages: Vec<&[Block]> = blocks.split(|b| *b == Block::PageBreak).collect();
    let mut edges: Vec<(usize, String)> = Vec::new();
    let mut start = 0;
    for page in &pages {
        let lines: Vec<usize> = (0..page.len()).filter(|i| matches!(page[*i], Block::Line(_))).collect();
        let ends = [lines.first(), lines.get(1), lines.last(), lines.len().checked_sub(2).and_then(|i| lines.get(i))];
        let mut ends: Vec<usize> = ends.into_iter().flatten().copied().collect();
        ends.sort_unstable();
        ends.dedup();
        for at in ends {
            if let Block::Line(line) = &page[at] {
                edges.push((start + at, line.text.trim().to_owned()));
            }
        }
        start += page.len() + 1;
    }
    if pages.len() == 1 {
        return lone_numbers(blocks);
    }
    let shape = |text: &str| text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect::<String>();
    let shapes: Vec<String> = edges.iter().map(|(_, text)| shape(text)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for shape in &shapes {
        *counts.entry(shape).or_default() += 1;
    }
    let repeated = |shape: &str| counts.get(shape).is_some_and(|same| *same >= 3 && same * 2 > pages.len());
    let running = edges.iter().zip(&shapes).filter(|((_, text), shape)| is_page_number(text) || repeated(shape));
    running.map(|((index, _), _)| *index).collect()
}

/// Page numbers of a text that lost its page breaks: lines of a number alone that count on.
fn lone_numbers(blocks: &[Block]) -> Vec<usize> {
    let number = |block: &Block| match block {
        Block::Line(line) if is_page_number(&line.text) => {
            line.text.trim_matches(|c: char| !c.is_ascii_digit()).parse::<u32>().ok()
        }
        _ => None,
    };
    let found: Vec<(usize, u32)> = blocks.iter().enumerate().filter_map(|(at, b)| Some((at, number(b)?))).collect();
    let counts = found.len() > 1 && found[0].1 <= 2 && found.windows(2).all(|pair| pair[1].1 == pair[0].1 + 1);
    if counts { found.into_iter().map(|(at, _)| at).collect() } else { Vec::new() }
}

/// "12", "- 12 -", "Trang 2/10".
fn is_page_number(text: &str) -> bool {
    let text = text.trim().trim_start_matches("Trang").trim();
    let bare = text.trim_matches(|c: char| matches!(c, '-' | '–' | '|' | ' '));
    let digits = |t: &str| !t.is_empty() && t.len() <= 3 && t.bytes().all(|b| b.is_ascii_digit());
    digits(bare) || bare.split_once('/').is_some_and(|(a, b)| digits(a.trim()) && digits(b.trim()))
}

/// What the lines of a document measure.
struct Page {
    /// Right edge of full lines in millimetres.
    right: Option<f32>,
    /// Left edge of body lines that are not the first of a paragraph.
    left: Option<f32>,
    /// A converter left empty lines inside sentences: a gap behind the first line of a paragraph says nothing.
    gaps_lie: bool,
    /// Characters of a full line; `None` if lines are not wrapped.
    width: Option<usize>,
}

impl Page {
    fn of(blocks: &[Block]) -> Self {
        let all = blocks.iter().filter_map(|b| match b {
            Block::Line(line) => Some(line),
            _ => None,
        });
        let (whole, lines): (Vec<&Line>, Vec<&Line>) = all.partition(|l| l.whole);
        let paragraphs = whole.len() * 2 > lines.len();
        let mut rights: Vec<f32> = lines.iter().filter_map(|l| l.look.right).collect();
        rights.sort_by(f32::total_cmp);
        let mut lengths: Vec<usize> = lines.iter().map(|l| l.text.chars().count()).collect();
        lengths.sort_unstable();
        let ninth = |len: usize| len.saturating_mul(9) / 10;
        // the outermost left edge that a twentieth of the lines share is where wrapped lines begin
        let mut lefts: Vec<i64> = lines.iter().filter_map(|l| l.look.left).filter_map(whole_millimetres).collect();
        lefts.sort_unstable();
        let margin = lefts.chunk_by(|a, b| a == b).find(|chunk| chunk.len() * 20 >= lefts.len()).map(|chunk| chunk[0]);
        let gaps = lines.iter().filter(|l| l.gap_above).count();
        let inside = |pair: &&[&Line]| pair[1].gap_above && !ends_sentence(&pair[0].text) && starts_lower(&pair[1].text);
        let lies = lines.windows(2).filter(inside).count();
        Self {
            gaps_lie: lies * 5 > gaps,
            right: rights.get(ninth(rights.len())).copied(),
            left: margin.and_then(|m| i16::try_from(m).ok()).map(f32::from),
            // where lines are whole paragraphs, those left open are titles and measure nothing
            width: lengths.get(ninth(lengths.len())).copied().filter(|w| !paragraphs && (40..=130).contains(w)),
        }
    }

    /// The line goes to the right edge: the next word of the paragraph would not have fitted.
    fn is_full(&self, line: &Line, next: &str) -> Option<bool> {
        let word = next.split(' ').next().unwrap_or("").chars().count();
        let length = line.text.chars().count();
        if let (Some(edge), Some(left), Some(right)) = (self.right, line.look.left, line.look.right) {
            let letter = (right - left) / f32::from(u16::try_from(length.max(1)).unwrap_or(u16::MAX));
            let word = f32::from(u16::try_from(word + 1).unwrap_or(u16::MAX)) * letter;
            return Some(right + word > edge - 1.5);
        }
        // first lines are indented and letters differ in width: a fifth of the line is left open
        self.width.map(|width| (length + word + 1) * 100 >= width * 84)
    }

    /// The line stands as far in as a paragraph's first line does; `None` where nothing is known of edges.
    fn is_indented(&self, last: &Line, paragraph: &Paragraph, line: &Line) -> Option<bool> {
        let (left, before, margin) = (line.look.left?, last.look.left?, self.left?);
        let deeper = left > before + 4.0;
        if paragraph.text.len() > last.text.len() {
            return Some(deeper);
        }
        // behind a first line the text falls back to the margin, or hangs below its item
        let hangs = mark(&paragraph.text).is_some() && (left - before).abs() >= 2.0;
        Some(left > margin + 4.0 && !hangs)
    }
}

fn whole_millimetres(left: f32) -> Option<i64> {
    (left.is_finite() && (0.0..1000.0).contains(&left)).then(|| format!("{left:.0}").parse().ok()).flatten()
}

struct Joining {
    page: Page,
    done: Vec<Paragraph>,
    /// The last line put into `done.last()`.
    last: Option<Line>,
    /// Last number of each kind of label that was met.
    counted: Vec<(Kind, Vec<u32>)>,
    behind_table: bool,
}

impl Joining {
    fn page_break(&mut self) {
        // a gap at the edge of a page says nothing: the next line is compared with the last as if it followed it
        if let Some(last) = &mut self.last {
            last.gap_above = false;
        }
    }

    fn line(&mut self, line: &Line) {
        if is_rule(&line.text) {
            return;
        }
        let label = mark(&line.text).map(|(m, _)| m);
        let goes_on = match (&self.last, self.done.last()) {
            (Some(last), Some(paragraph)) => self.goes_on(last, paragraph, line, label.as_ref()),
            _ => false,
        };
        match self.done.last_mut() {
            Some(paragraph) if goes_on => {
                join(&mut paragraph.text, &line.text);
                let same = |a: Option<bool>, b: Option<bool>| if a == b { a } else { a.and(b).map(|_| false) };
                paragraph.look.bold = same(paragraph.look.bold, line.look.bold);
                paragraph.look.italic = same(paragraph.look.italic, line.look.italic);
            }
            _ => self.begin(line, false),
        }
        if let Some(label) = label.filter(|l| !goes_on && l.kind.counts()) {
            self.counted.retain(|(kind, _)| *kind != label.kind);
            self.counted.push((label.kind, label.numbers));
        }
        self.last = Some(line.clone());
    }

    fn begin(&mut self, line: &Line, beside: bool) {
        self.done.push(Paragraph {
            text: line.text.trim().to_owned(),
            place: line.place.clone(),
            look: line.look,
            beside,
            behind_table: std::mem::take(&mut self.behind_table),
        });
    }

    fn layout(&mut self, table: &Table) {
        for cell in table.rows.iter().flatten().filter(|c| !c.covered) {
            for text in cell.text.split('\n').filter(|t| !t.trim().is_empty() && !is_rule(t)) {
                let look = Look { bold: Some(cell.bold), ..Look::default() };
                let line = Line { text: text.trim().to_owned(), place: cell.place.clone(), look, ..Line::default() };
                self.begin(&line, true);
            }
        }
        self.last = None;
    }

    fn goes_on(&self, last: &Line, paragraph: &Paragraph, line: &Line, label: Option<&Mark>) -> bool {
        if last.whole || paragraph.text.len() > LONGEST_PARAGRAPH {
            return false;
        }
        let short = paragraph.text.len() < LONGEST_ASIDE;
        let open_bracket = short && paragraph.text.starts_with('(') && !closes(&paragraph.text);
        if open_bracket {
            return true;
        }
        if is_national(&last.text) || is_national(&line.text) || is_issue(&line.text) {
            return false;
        }
        let one_paragraph = last.place.paragraph.is_some() && last.place.paragraph == line.place.paragraph;
        let full = self.page.is_full(last, &line.text);
        let ended = ends_sentence(&last.text);
        if let Some(label) = label {
            return full == Some(true) && !ended && !self.is_next(label, &line.text);
        }
        if mark(&paragraph.text).is_some_and(|(m, rest)| m.kind.is_named() && rest.is_empty()) {
            return false;
        }
        if one_paragraph {
            return true;
        }
        // a letterhead in lines: the office below its superior
        if self.done.len() <= LETTERHEAD && is_caps(&last.text) && is_caps(&line.text) && offices::parts(&last.text, &line.text) {
            return false;
        }
        if looks_differ(&last.look, &line.look) || ended && opens_basis(&line.text) {
            return false;
        }
        if last.text.ends_with(['-', '/']) || dangles(&last.text, &line.text) {
            return true;
        }
        if starts_lower(&line.text) {
            return !ended || !line.gap_above || full == Some(true);
        }
        match (full, self.page.is_indented(last, paragraph, line)) {
            (Some(true), Some(indented)) => !indented && !centred(line),
            (Some(true), None) if is_caps(&last.text) != is_caps(&line.text) && is_caps(last_letters(paragraph)) => false,
            (Some(true), None) => {
                let first = paragraph.text.len() <= last.text.len();
                !line.gap_above || self.page.gaps_lie && (!ended || first)
            }
            _ => false,
        }
    }

    /// A mark behind a full line that ends no sentence counts only if it begins or goes on counting, and opens a
    /// phrase: "kinh tế | - xã hội", "đạt mức | 3. Trong đó" do neither.
    fn is_next(&self, label: &Mark, text: &str) -> bool {
        let opens = mark(text).is_some_and(|(_, rest)| !starts_lower(rest) && !rest.starts_with(|c: char| c.is_ascii_digit()));
        if !label.kind.counts() || label.kind.is_named() {
            return opens;
        }
        let follows = marks(text).iter().any(|(mark, _)| {
            let before = self.counted.iter().find(|(kind, _)| *kind == mark.kind).and_then(|(_, numbers)| numbers.last());
            before.is_some_and(|n| mark.missing_after(*n) == Some(0))
        });
        opens && (label.last() == 1 || follows)
    }
}

/// Each căn cứ is a paragraph of its own.
fn opens_basis(text: &str) -> bool {
    let folded = fold(text);
    ["can cu ", "xet ", "theo de nghi "].iter().any(|words| folded.starts_with(words))
}

/// Nothing, or a rule typed below a letterhead or a title: "-----", "*", "* * *".
fn is_rule(text: &str) -> bool {
    let text = text.trim();
    text.chars().all(|c| matches!(c, '-' | '–' | '—' | '_' | '*' | '=' | '~' | ' ')) && !matches!(text, "-" | "–")
}

fn last_letters(paragraph: &Paragraph) -> &str {
    mark(&paragraph.text).map_or(paragraph.text.as_str(), |(_, rest)| rest)
}

fn centred(line: &Line) -> bool {
    line.look.centred == Some(true)
}

fn is_national(text: &str) -> bool {
    let folded = fold(text);
    folded.starts_with("cong hoa xa hoi") || folded.starts_with("doc lap - tu do") || folded.starts_with("noi nhan")
}

/// "(Kèm theo …", "(Ban hành kèm theo …": always a paragraph of its own.
pub(super) fn is_issue(text: &str) -> bool {
    let head: String = text.chars().take(40).collect();
    let folded = fold(&head);
    let bare = folded.strip_prefix('(').unwrap_or("");
    ["kem theo", "ban hanh kem theo", "gui kem", "dinh kem", "ban hanh theo"].iter().any(|w| bare.starts_with(w))
}

fn closes(text: &str) -> bool {
    text.matches(')').count() >= text.matches('(').count()
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['”', '"', ')']).ends_with(['.', ';', ':', '!', '?', '…'])
}

/// The last word asks for another: no paragraph ends in "của", none ends in "năm" before a number.
fn dangles(text: &str, next: &str) -> bool {
    const OPEN: [&str; 11] = ["và", "của", "về", "các", "những", "tại", "theo", "cho", "với", "để", "hoặc"];
    const COUNTING: [&str; 6] = ["năm", "tháng", "ngày", "số", "Điều", "khoản"];
    let Some((before, word)) = text.rsplit_once(' ') else { return false };
    // "Tồn tại", "hiện tại": whole words
    if word == "tại" && ["tồn", "hiện", "sở", "thực"].iter().any(|half| fold(before).ends_with(&fold(half))) {
        return false;
    }
    OPEN.contains(&word) || COUNTING.contains(&word) && next.starts_with(|c: char| c.is_ascii_digit())
}

fn looks_differ(a: &Look, b: &Look) -> bool {
    let other = |x: Option<bool>, y: Option<bool>| matches!((x, y), (Some(x), Some(y)) if x != y);
    let size = matches!((a.size, b.size), (Some(x), Some(y)) if (x - y).abs() > 0.9);
    size || other(a.centred, b.centred) || other(a.bold, b.bold) && a.bold == Some(true)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn joined_lines(lines: &[&str], page_breaks: &[usize]) -> Vec<String> {
        let mut blocks = Vec::new();
        for (at, text) in lines.iter().enumerate() {
            if page_breaks.contains(&at) {
                blocks.push(Block::PageBreak);
            }
            blocks.push(Block::Line(Line { text: (*text).to_owned(), ..Line::default() }));
        }
        paragraphs(&blocks).into_iter().map(|p| p.text).collect()
    }

    #[test]
    fn lines_join_over_pages_and_labels_begin_anew() {
        let lines = [
            "Đoạn thứ nhất của văn bản này dài đến hết dòng và còn tiếp tục",
            "sang dòng sau, rồi dừng ở đây.",
            "1. Một việc phải làm trong năm nay, viết dài cho hết cả dòng và",
            "2",
            "tiếp tục ở trang sau.",
            "2. Việc khác.",
            "- Việc nhỏ.",
        ];
        let want = [
            "Đoạn thứ nhất của văn bản này dài đến hết dòng và còn tiếp tục sang dòng sau, rồi dừng ở đây.",
            "1. Một việc phải làm trong năm nay, viết dài cho hết cả dòng và tiếp tục ở trang sau.",
            "2. Việc khác.",
            "- Việc nhỏ.",
        ];
        assert_eq!(joined_lines(&lines, &[3]), want);
    }

    #[test]
    fn running_headers_and_page_numbers_are_left_out() {
        let page = |n: u32| {
            [format!("Kế hoạch của Bộ - trang {n}"), format!("Câu của trang, khác nhau: {}.", n * n), format!("- {n} -")]
        };
        let lines: Vec<String> = (1..=4).flat_map(page).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let texts = joined_lines(&lines, &[3, 6, 9]);
        assert!(texts.iter().all(|t| !t.contains("Kế hoạch của Bộ") && !t.contains("- ")), "{texts:?}");
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(lines in prop::collection::vec("(- |1\\. |a\\) |\\()?[A-Za-zĐđ ,.;:-]{1,90}", 0..30)) {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
            let texts: Vec<&str> = lines.iter().map(String::as_str).collect();
            let kept: usize = joined_lines(&texts, &[]).iter().map(|t| letters(t)).sum();
            prop_assert_eq!(kept, texts.iter().map(|t| letters(t)).sum::<usize>());
        }
    }
}
