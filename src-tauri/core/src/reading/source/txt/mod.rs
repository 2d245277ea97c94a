//! Plain text → blocks: pages cut by form feeds, tables by tabs; what encoding it is in, [`encoding`] finds.
//!
//! Text often comes out of a converter: leftovers of Markdown and HTML (`**bold**`, `#`, `<b>`, `[text](url)`) are
//! taken off and kept as look. Nothing is understood here of what a line means.

mod aligned;
mod boxes;
mod encoding;
mod table;

use super::{Block, Cell, Line, Look, Parsed, Place, Table, legacy};
use crate::reading::ReadError;
use crate::text::{fold, normalise, squeeze};

/// Lines longer than this are paragraphs of their own: nobody wraps text so wide.
const WIDEST_WRAP: usize = 130;

/// Millimetres a column takes at a typewriter's ten to the inch: all that can be said of where text stands.
const COLUMN: f32 = 2.54;

/// Takes a text apart.
///
/// # Errors
/// [`ReadError`] if the bytes are no text, or text in an encoding that is not known.
pub(super) fn parsed(bytes: &[u8]) -> Result<Parsed, ReadError> {
    let (text, guess) = encoding::decoded(bytes).ok_or_else(|| {
        ReadError::new(
            "Tệp không phải văn bản, hoặc dùng bảng mã không nhận ra được (đã thử UTF-8, UTF-16, TCVN3, VNI, Windows-1258).",
            "Mở bằng chương trình đã tạo ra nó và lưu lại thành .docx, hoặc thành .txt với bảng mã UTF-8.",
        )
    })?;
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}'], "\n");
    let mut taken = Taken::new(&text);
    let lines: Vec<&str> = text.split('\n').collect();
    let boxed = boxes::rows(&lines);
    let lines: Vec<&str> = boxed.iter().map(|(_, line)| line.as_ref()).collect();
    let aligned = aligned::rows(&lines);
    let lines: Vec<&str> = aligned.iter().map(|(_, line)| line.as_ref()).collect();
    for (number, raw) in table::rejoined(&lines) {
        let printed = aligned.get(number - 1).and_then(|(at, _)| boxed.get(*at)).map_or(number, |(at, _)| at + 1);
        taken.line(&raw, u32::try_from(printed).unwrap_or(u32::MAX));
    }
    taken.end_table();
    let findings = guess.map(|guess| legacy::told(guess, "toàn văn bản".to_owned())).into_iter().collect();
    Ok(Parsed { blocks: taken.blocks, findings, ..Parsed::default() })
}

/// What was opened on a line above and is not closed yet.
#[derive(Default)]
struct Running {
    /// `**`
    bold: bool,
    /// `*`
    italic: bool,
}

struct Taken {
    blocks: Vec<Block>,
    /// Rows of the table being read, and where it began.
    rows: Vec<Vec<Cell>>,
    began: u32,
    gap: bool,
    /// The text knows bold at all; else nothing is said of it.
    marked: bool,
    running: Running,
    /// Lines are whole paragraphs.
    unwrapped: bool,
    /// First lines of paragraphs stand further in than others.
    indented: bool,
}

impl Taken {
    fn new(text: &str) -> Self {
        let mut lengths: Vec<usize> =
            text.split('\n').filter(|l| !l.contains('\t')).map(|l| l.chars().count()).filter(|n| *n > 0).collect();
        lengths.sort_unstable();
        let printed = text.split('\n').filter(|l| !l.trim().is_empty()).count();
        let deep = text.split('\n').filter(|l| !l.trim().is_empty() && indent(l) >= 2).count();
        let ninth = lengths.get(lengths.len().saturating_mul(9) / 10).copied().unwrap_or(0);
        Self {
            blocks: Vec::new(),
            rows: Vec::new(),
            began: 0,
            gap: false,
            marked: text.contains("**") || text.contains("<b>") || text.contains("\n#"),
            running: Running::default(),
            unwrapped: ninth > WIDEST_WRAP,
            indented: deep * 10 > printed && deep * 10 < printed * 9,
        }
    }

    fn line(&mut self, raw: &str, number: u32) {
        let mut pages = raw.split('\u{c}').peekable();
        while let Some(part) = pages.next() {
            self.part(part, number);
            if pages.peek().is_some() {
                self.end_table();
                self.blocks.push(Block::PageBreak);
            }
        }
    }

    fn part(&mut self, raw: &str, number: u32) {
        // a tab that only indents makes no row, unless rows stand above
        let tabbed = raw.trim().contains('\t') || !self.rows.is_empty() || raw.trim().starts_with('|');
        if let Some(cells) = row(raw, number).filter(|_| tabbed) {
            if self.rows.is_empty() {
                self.began = number;
            }
            self.rows.push(cells);
            return;
        }
        self.end_table();
        if raw.trim().is_empty() {
            self.gap = true;
            self.running = Running::default();
            return;
        }
        // "**Phần I****HEADING**": two bold lines that a converter ran together
        for piece in raw.split("****").flat_map(|piece| piece.split("<br>")) {
            let columns = columns(piece);
            let left = columns.len() == 1 && self.indented;
            let left = left.then(|| indent(piece)).and_then(|n| u16::try_from(n).ok()).map(|n| f32::from(n) * COLUMN);
            for column in &columns {
                self.push_line(column, number, columns.len() > 1, left);
            }
        }
    }

    fn push_line(&mut self, raw: &str, number: u32, beside: bool, left: Option<f32>) {
        let cleaned = Cleaned::of(raw, &mut self.running);
        if cleaned.text.is_empty() {
            return;
        }
        // a paragraph cut by a page is left open, so that it can be joined again
        let ended = cleaned.text.ends_with(['.', ';', ':', '!', '?', '”', '"', ')']);
        let bold = self.marked.then_some(cleaned.bold);
        let italic = self.marked.then_some(cleaned.italic);
        let look = Look { bold, italic, left, ..Look::default() };
        let place = Place { line: Some(number), ..Place::default() };
        let whole = self.unwrapped && ended || beside;
        self.blocks.push(Block::Line(Line { text: cleaned.text, place, look, whole, gap_above: self.gap }));
        self.gap = false;
    }

    /// A lone row of two columns is a line with a tab in it; anything more is a table.
    fn end_table(&mut self) {
        let mut rows = std::mem::take(&mut self.rows);
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        if rows.is_empty() {
            return;
        }
        if columns < 3 {
            for cell in rows.into_iter().flatten() {
                let line = cell.place.line.unwrap_or(self.began);
                for text in cell.text.split('\n') {
                    self.push_line(text, line, true, None);
                }
            }
            return;
        }
        for row in &mut rows {
            row.resize_with(columns, || Cell { span: 1, ..Cell::default() });
            merge_lone(row);
        }
        let place = Place { line: Some(self.began), ..Place::default() };
        self.blocks.push(Block::Table(Table { rows, bare: false, place, ..Table::default() }));
        self.gap = false;
    }
}

/// A text alone in the first column, too long for a number, reaches over the whole row: a group's title.
fn merge_lone(row: &mut [Cell]) {
    let alone = row.iter().skip(1).all(|cell| cell.text.is_empty());
    let Some((first, rest)) = row.split_first_mut().filter(|(first, _)| alone && first.text.chars().count() > 6) else { return };
    first.span = u32::try_from(rest.len() + 1).unwrap_or(1);
    rest.iter_mut().for_each(|cell| cell.covered = true);
}

/// Columns left open before the first letter; a tab goes to the next multiple of eight.
fn indent(line: &str) -> usize {
    let blank = line.chars().take_while(|c| c.is_whitespace());
    blank.fold(0, |at, c| if c == '\t' { (at / 8 + 1) * 8 } else { at + 1 })
}

/// Columns that a wide gap sets side by side, as in a letterhead or a signature block. A gap left open for a number
/// or a day ("Số:      /KH-BXD", "ngày      tháng") sets none.
fn columns(line: &str) -> Vec<String> {
    const GAP: &str = "     ";
    let mut found: Vec<String> = Vec::new();
    let parts = line.trim().split(GAP).map(str::trim).flat_map(close_columns);
    for part in parts.filter(|part| !part.is_empty()) {
        let open = |last: &String| {
            let word = last.rsplit(' ').next().unwrap_or(last).to_lowercase();
            let blank = part.starts_with(['/', '-']) || part.starts_with("tháng") || part.starts_with("năm");
            blank && matches!(word.as_str(), "số:" | "số" | "ngày" | "tháng")
        };
        match found.last_mut() {
            Some(last) if open(last) => {
                last.push(' ');
                last.push_str(part);
            }
            _ => found.push(part.to_owned()),
        }
    }
    found
}

/// Columns set side by side with little room between them: two spaces are enough where what stands on both sides can only
/// be the two halves of a letterhead or of a closing.
fn close_columns(part: &str) -> Vec<&str> {
    let halves = |(at, _): (usize, &str)| {
        let (left, right) = (part[..at].trim_end(), part[at..].trim_start());
        let (head, behind) = (fold(left), fold(right));
        let nation =
            ["cong hoa xa hoi", "doc lap - tu do", "dang cong san viet nam"].iter().any(|words| behind.starts_with(words));
        let dated = head.starts_with("so") && right.starts_with(char::is_uppercase) && right.contains(", ngày");
        let listed = head.starts_with("noi nhan") || left.starts_with(['-', '–']) && left.ends_with([';', '.']);
        (nation || dated || listed && right.starts_with(char::is_uppercase)).then_some((left, right))
    };
    match part.match_indices("  ").find_map(halves) {
        Some((left, right)) => vec![left, right],
        None => vec![part],
    }
}

/// The cells of a row cut by tabs, or by the bars of a Markdown table (whose rule of dashes is a row of none).
fn row(raw: &str, number: u32) -> Option<Vec<Cell>> {
    let trimmed = raw.trim();
    let parts: Vec<&str> = if raw.contains('\t') {
        raw.trim_end_matches(['\r', '\n']).split('\t').collect()
    } else {
        let inner = trimmed.strip_prefix('|')?.strip_suffix('|')?;
        if inner.chars().all(|c| matches!(c, '-' | ':' | '|' | ' ')) {
            return Some(Vec::new());
        }
        inner.split('|').collect()
    };
    if trimmed.is_empty() {
        return None;
    }
    let cell = |(column, raw): (usize, &&str)| {
        let items = raw
            .replace(table::BREAK, "\n")
            .replace("<br>", "\n")
            .replace("<br/>", "\n")
            .replace("<li>", "\n- ")
            .replace("</ul>", "\n");
        let mut open = Running::default();
        let lines: Vec<Cleaned> = items.split('\n').map(|l| Cleaned::of(l, &mut open)).collect();
        let lines: Vec<Cleaned> = lines.into_iter().filter(|l| !l.text.is_empty()).collect();
        Cell {
            bold: !lines.is_empty() && lines.iter().all(|l| l.bold),
            text: lines.into_iter().map(|l| l.text).collect::<Vec<_>>().join("\n"),
            span: 1,
            covered: false,
            place: Place { line: Some(number), cell: Some(format!("cột {}", column + 1)), ..Place::default() },
            looks: Vec::new(),
        }
    };
    Some(parts.iter().enumerate().map(cell).collect())
}

/// A line without its leftovers, and what they said of its look.
struct Cleaned {
    text: String,
    bold: bool,
    italic: bool,
}

impl Cleaned {
    fn of(raw: &str, running: &mut Running) -> Self {
        let mut line = normalise(raw.trim().trim_end_matches('\\')).trim().to_owned();
        let hashes = line.bytes().take_while(|b| *b == b'#').count();
        let heading = (1..=6).contains(&hashes) && line[hashes..].starts_with(' ');
        if heading {
            line = line[hashes..].trim().to_owned();
        }
        let line = without_tags(&line);
        let (line, bold) = without_stars(&line, &mut running.bold);
        let (line, slanted) = without_running_star(line, &mut running.italic);
        let italic = slanted || is_wrapped(&line, '*') || is_wrapped(&line, '_');
        let text = if italic { line.trim_matches(['*', '_']).to_owned() } else { without_single_stars(&line) };
        let text = squeeze(&without_entities(&without_escapes(&without_links(&text))));
        Self { bold: (bold || heading) && !text.is_empty(), italic, text }
    }
}

/// `&amp;` and the few others that converters leave.
fn without_entities(line: &str) -> String {
    if !line.contains('&') {
        return line.to_owned();
    }
    let named = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    named.iter().fold(line.to_owned(), |line, (entity, sign)| line.replace(entity, sign))
}

fn is_wrapped(line: &str, sign: char) -> bool {
    let inner = line.strip_prefix(sign).and_then(|l| l.strip_suffix(sign));
    inner.is_some_and(|i| !i.is_empty() && !i.contains(sign) && !i.starts_with(' '))
}

/// `<b>` becomes `**`; other known tags go; `<https://…>` keeps its address.
fn without_tags(line: &str) -> String {
    const KNOWN: [&str; 14] = ["b", "strong", "i", "em", "u", "br", "ul", "ol", "li", "p", "span", "sup", "sub", "div"];
    let mut out = String::new();
    let mut rest = line;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let after = &rest[open + 1..];
        let Some(close) = after.find('>') else {
            out.push('<');
            rest = after;
            continue;
        };
        let inside = &after[..close];
        let name = inside.trim_matches('/').split([' ', '/']).next().unwrap_or("").to_lowercase();
        if inside.starts_with("http") || inside.starts_with("mailto") {
            out.push_str(inside);
        } else if matches!(name.as_str(), "b" | "strong") {
            out.push_str("**");
        } else if !KNOWN.contains(&name.as_str()) {
            out.push('<');
            rest = after;
            continue;
        }
        rest = &after[close + 1..];
    }
    out.push_str(rest);
    out
}

/// Takes `**` off; the line is bold if all of its words stood between them.
fn without_stars(line: &str, open: &mut bool) -> (String, bool) {
    if !line.contains("**") {
        return (line.to_owned(), *open);
    }
    let mut text = String::new();
    let mut plain = false;
    for (index, part) in line.split("**").enumerate() {
        if index > 0 {
            *open = !*open;
        }
        plain |= !*open && !part.trim().is_empty();
        text.push_str(part);
    }
    (text.trim().to_owned(), !plain)
}

/// An italic paragraph that is wrapped has its stars on its first and its last line.
fn without_running_star(line: String, open: &mut bool) -> (String, bool) {
    let stars = line.matches('*').count();
    if *open {
        *open = stars == 0;
        let closed = line.strip_suffix('*').filter(|_| stars == 1).map(str::to_owned);
        return (closed.unwrap_or(line), true);
    }
    match line
        .strip_prefix('*')
        .filter(|rest| stars == 1 && rest.starts_with(|c: char| c.is_alphanumeric() || "(“\"".contains(c)))
    {
        Some(rest) => {
            *open = true;
            (rest.to_owned(), true)
        }
        None => (line, false),
    }
}

/// `*word*` inside a sentence loses its stars; a star that opens the line is a bullet.
fn without_single_stars(line: &str) -> String {
    let (bullet, body) = match line.strip_prefix("* ") {
        Some(body) => ("* ", body),
        None => ("", line),
    };
    if body.matches('*').count() < 2 { line.to_owned() } else { format!("{bullet}{}", body.replace('*', "")) }
}

/// `[text](address)` keeps its text.
fn without_links(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(middle) = rest.find("](") {
        let (Some(open), Some(close)) = (rest[..middle].rfind('['), rest[middle..].find(')')) else { break };
        out.push_str(&rest[..open]);
        out.push_str(&rest[open + 1..middle]);
        rest = &rest[middle + close + 1..];
    }
    out.push_str(rest);
    out
}

fn without_escapes(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let escapes = letter == '\\' && letters.peek().is_some_and(|n| n.is_ascii_punctuation());
        if !escapes {
            out.push(letter);
        } else if let Some(next) = letters.next() {
            out.push(next);
        }
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    fn blocks(bytes: &[u8]) -> Vec<Block> {
        parsed(bytes).unwrap().blocks
    }

    fn lines(text: &str) -> Vec<(String, Option<bool>)> {
        let line = |block| match block {
            Block::Line(line) => Some((line.text, line.look.bold)),
            _ => None,
        };
        blocks(text.as_bytes()).into_iter().filter_map(line).collect()
    }

    #[test]
    fn halves_of_a_letterhead_may_stand_close_together() {
        for (line, want) in [
            ("BỘ XÂY DỰNG   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", &["BỘ XÂY DỰNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"][..]),
            ("CỤC A  Độc lập - Tự do - Hạnh phúc", &["CỤC A", "Độc lập - Tự do - Hạnh phúc"]),
            ("Số: 12/KH-A   Hà Nội, ngày 05 tháng 01 năm 2026", &["Số: 12/KH-A", "Hà Nội, ngày 05 tháng 01 năm 2026"]),
            ("Nơi nhận:    KT. CỤC TRƯỞNG", &["Nơi nhận:", "KT. CỤC TRƯỞNG"]),
            ("- Lưu: VT.   Lê Thị Bình", &["- Lưu: VT.", "Lê Thị Bình"]),
            ("- Xây dựng  nền tảng;  rà soát", &["- Xây dựng nền tảng; rà soát"]),
            ("Theo  Quyết định số 5, Hà Nội, ngày 3", &["Theo Quyết định số 5, Hà Nội, ngày 3"]),
        ] {
            let got: Vec<String> = lines(line).into_iter().map(|(text, _)| text).collect();
            assert_eq!(got, want);
        }
    }

    #[test]
    fn leftovers_of_markdown_become_look() {
        let got = lines(
            "**Phần I****ĐÁNH GIÁ**\n\n## II. MỤC TIÊU\n\n*a. Ý nghiêng* và <b>đậm</b>\n\n**Điều 1.** Ban hành [x](http://y)\\\n\n**HAI\nDÒNG**\n1\\. Một <https://a.vn>",
        );
        let want = [
            ("Phần I", true),
            ("ĐÁNH GIÁ", true),
            ("II. MỤC TIÊU", true),
            ("a. Ý nghiêng và đậm", false),
            ("Điều 1. Ban hành x", false),
            ("HAI", true),
            ("DÒNG", true),
            ("1. Một https://a.vn", false),
        ];
        let want: Vec<_> = want.iter().map(|(t, b)| ((*t).to_owned(), Some(*b))).collect();
        assert_eq!(got, want);
        assert_eq!(lines("một\nhai")[0].1, None);
    }

    #[test]
    fn an_italic_paragraph_keeps_its_look_over_its_lines() {
        let got = parsed(
            "**Đậm**\n\n*Căn cứ Nghị định số 43\nquy định chức\nnăng;*\n\n* gạch đầu dòng\n*(Kèm theo\nQuyết định)*\nThường"
                .as_bytes(),
        )
        .unwrap();
        let line =
            |block: &Block| if let Block::Line(l) = block { (l.text.clone(), l.look.italic == Some(true)) } else { panic!() };
        let got: Vec<(String, bool)> = got.blocks.iter().map(line).collect();
        let want = [
            ("Đậm", false),
            ("Căn cứ Nghị định số 43", true),
            ("quy định chức", true),
            ("năng;", true),
            ("* gạch đầu dòng", false),
            ("(Kèm theo", true),
            ("Quyết định)", true),
            ("Thường", false),
        ];
        assert_eq!(got, want.map(|(text, italic)| (text.to_owned(), italic)));
    }

    #[test]
    fn tabs_make_a_table_and_its_cells_keep_their_lists() {
        let blocks = blocks(
            "Bảng\nSTT\tTên\tSản phẩm\n<b>I</b>\t<b>Nhóm</b>\t\n1\tViệc\t<ul><li>một</li><li>hai</li></ul>\n\nSau".as_bytes(),
        );
        let Block::Table(table) = &blocks[1] else { panic!("no table") };
        assert_eq!(table.rows.len(), 3);
        assert!(table.rows[1][1].bold && table.rows[1].len() == 3);
        assert_eq!(table.rows[2][2].text, "- một\n- hai");
        assert!(matches!(&blocks[2], Block::Line(line) if line.text == "Sau" && line.gap_above));
    }

    #[test]
    fn a_wide_gap_or_a_tab_sets_columns_side_by_side() {
        let got = lines("  BỘ XÂY DỰNG          CỘNG HÒA XÃ HỘI\nSố: 12/KH-BXD\tHà Nội, ngày 5 tháng 6 năm 2025");
        let blank = lines("Số:         /KH-BXD            Hà Nội, ngày       tháng       năm 2025");
        assert_eq!((blank[0].0.as_str(), blank[1].0.as_str()), ("Số: /KH-BXD", "Hà Nội, ngày tháng năm 2025"));
        let got: Vec<&str> = got.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(got, ["BỘ XÂY DỰNG", "CỘNG HÒA XÃ HỘI", "Số: 12/KH-BXD", "Hà Nội, ngày 5 tháng 6 năm 2025"]);
    }

    #[test]
    fn utf16_and_form_feeds_are_read() {
        let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain("Số\u{c}hai".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let blocks = blocks(&wide);
        assert!(matches!(&blocks[0], Block::Line(line) if line.text == "Số"));
        assert_eq!(blocks[1], Block::PageBreak);
    }
}
