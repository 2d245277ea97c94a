//! The body of a document → blocks.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Block, Line, Look, Parsed, Place, legacy};
use super::numbering::Numbering;
use super::runs::{Fields, Shown, Text, is_contents, symbol};
use super::styles::{Says, Set, Styles};
use super::xml::Element;
use crate::plan::Finding;
use crate::reading::ReadError;
use crate::reading::source::limits::Tally;
use crate::text::legacy::{Guess, Legacy};
use crate::text::squeeze;

/// A twip is a twentieth of a point.
const TWIPS_A_MILLIMETRE: f32 = 1440.0 / 25.4;

/// Walks through a body in reading order.
pub(super) struct Walk<'a> {
    pub(super) styles: Styles,
    numbering: Numbering,
    /// `w:footnotes` and `w:endnotes`.
    note_parts: [Option<&'a Element>; 2],
    /// The encoding of text whose fonts do not tell.
    guess: Option<Guess>,
    pub(super) blocks: Vec<Block>,
    notes: Vec<Line>,
    pub(super) paragraphs: u32,
    /// Tables with rules so far.
    pub(super) tables: u32,
    pub(super) gap: bool,
    /// How many cells, and how many notes, stand around.
    cells: u32,
    in_note: bool,
    fields: Fields,
    /// Text of a paragraph whose mark was deleted: it goes on in the next.
    open: Option<Open>,
    /// Fonts that were converted, and where first.
    converted: BTreeMap<Legacy, (String, String)>,
    /// Where text was first converted on the evidence of its letters.
    guessed: Option<String>,
    /// Where a list first counted past d.
    lettered: Option<String>,
    /// Notes already written out: each stands once, whatever refers to it.
    noted: BTreeSet<(usize, String)>,
    pub(super) tally: Tally,
    /// A limit that the file went beyond: what is left of it is not read.
    pub(super) beyond: Option<ReadError>,
}

/// A paragraph while its runs are gathered.
#[derive(Default)]
struct Open {
    text: Text,
    /// Text boxes that stand above and behind it.
    above: Vec<Block>,
    behind: Vec<Block>,
    breaks: bool,
}

impl<'a> Walk<'a> {
    /// A walk through a document with these lists and styles.
    pub(super) fn new(styles: Styles, numbering: Numbering, note_parts: [Option<&'a Element>; 2], guess: Option<Guess>) -> Self {
        Self {
            styles,
            numbering,
            note_parts,
            guess,
            blocks: Vec::new(),
            notes: Vec::new(),
            paragraphs: 0,
            tables: 0,
            gap: false,
            cells: 0,
            in_note: false,
            fields: Fields::default(),
            open: None,
            converted: BTreeMap::new(),
            guessed: None,
            lettered: None,
            noted: BTreeSet::new(),
            tally: Tally::default(),
            beyond: None,
        }
    }

    /// The blocks of a header, apart from those of the body.
    pub(super) fn header(&mut self, part: &Element) -> Vec<Block> {
        let before = std::mem::take(&mut self.blocks);
        self.children(part);
        self.end_open();
        std::mem::replace(&mut self.blocks, before)
    }

    /// The blocks of `w:body`, its notes, and what was converted.
    ///
    /// # Errors
    /// [`ReadError`] if there is more in it than in any paper.
    pub(super) fn parsed(mut self, body: &Element) -> Result<Parsed, ReadError> {
        self.children(body);
        self.end_open();
        if let Some(beyond) = self.beyond {
            return Err(beyond);
        }
        let fonts = self.converted.iter().map(|(legacy, (font, place))| legacy::told_by_font(*legacy, font, place.clone()));
        let mut findings: Vec<Finding> = fonts.collect();
        findings.extend(self.guess.zip(self.guessed).map(|(guess, place)| legacy::told(guess, place)));
        findings.extend(self.lettered.map(|place| {
            Finding::info(
                place,
                "Danh sách do Word tự đánh số (a, b, c, d, e…) được đọc theo thứ tự chữ tiếng Việt (a, b, c, d, đ, e…).",
                "Khi viện dẫn điểm, đối chiếu chữ của điểm với bản đã ký.",
            )
        }));
        Ok(Parsed { blocks: self.blocks, notes: self.notes, findings, ..Parsed::default() })
    }

    /// Remembers the first limit the file goes beyond.
    pub(super) fn held(&mut self, within: Result<(), ReadError>) {
        self.beyond = self.beyond.take().or(within.err());
    }

    /// "đoạn 14".
    pub(super) fn here(&self) -> String {
        format!("đoạn {}", self.paragraphs)
    }

    /// How many cells stand around.
    pub(super) fn depth(&self) -> u32 {
        self.cells
    }

    pub(super) fn children(&mut self, parent: &Element) {
        for element in parent.elements() {
            if self.beyond.is_some() {
                return;
            }
            match element.name.as_str() {
                "w:p" => self.paragraph(element),
                "w:tbl" => self.table(element),
                "w:del" | "w:moveFrom" | "mc:Fallback" | "w:sectPr" => {}
                "mc:AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.children(chosen);
                    }
                }
                "w:sdt" if is_placeholder(element) => {}
                // content controls, tracked blocks, custom XML: what they hold counts
                _ => self.children(element),
            }
        }
    }

    fn paragraph(&mut self, element: &Element) {
        self.paragraphs += 1;
        let properties = element.child("w:pPr");
        let style = properties.and_then(|p| p.child("w:pStyle")).and_then(Element::val);
        let inherited = self.styles.paragraph(style);
        let own = properties.map(Says::of_paragraph).unwrap_or_default();
        let mut says = own.or(&inherited);
        if says.level.is_none() {
            says.level = says.list.and_then(|list| self.numbering.level_of(list, style?));
        }
        let mut open = self.open.take().unwrap_or_default();
        if properties.is_some_and(|p| p.switch("w:pageBreakBefore") == Some(true)) {
            self.page_break();
        }
        self.runs(element, &says, &mut open);
        let mark = properties.and_then(|p| p.child("w:rPr"));
        if mark.is_some_and(|r| r.child("w:del").is_some() || r.child("w:moveFrom").is_some()) {
            self.open = Some(open);
            return;
        }
        if self.styles.is_contents(style) {
            return;
        }
        let breaks = open.breaks;
        self.push(open, &says);
        if breaks || properties.and_then(|p| p.child("w:sectPr")).is_some_and(starts_a_page) {
            self.page_break();
        }
    }

    /// Text whose paragraph mark was deleted, with no paragraph behind it to go on in.
    pub(super) fn end_open(&mut self) {
        if let Some(open) = self.open.take() {
            self.push(open, &Says::default());
        }
    }

    fn push(&mut self, mut open: Open, says: &Says) {
        self.blocks.append(&mut open.above);
        self.push_lines(&open, says);
        self.blocks.append(&mut open.behind);
    }

    fn page_break(&mut self) {
        if !matches!(self.blocks.last(), None | Some(Block::PageBreak)) {
            self.blocks.push(Block::PageBreak);
        }
        self.gap = false;
    }

    /// One line, or one for each manual break: only a paragraph without breaks is surely whole.
    fn push_lines(&mut self, open: &Open, says: &Says) {
        let place = Place { paragraph: Some(self.paragraphs), ..Place::default() };
        let Shown { text, fonts, is_guessed } = open.text.shown(self.guess);
        for (legacy, font) in fonts {
            self.converted.entry(legacy).or_insert_with(|| (font, place.to_string()));
        }
        if is_guessed && self.guessed.is_none() {
            self.guessed = Some(place.to_string());
        }
        let number = self.number(says, &place);
        let mut parts: Vec<String> = text.split('\n').flat_map(columns).collect();
        if parts.is_empty() {
            self.gap = true;
            // a number alone is what a cell of an STT column shows
            if self.cells == 0 || number.is_none() {
                return;
            }
            parts.push(String::new());
        }
        let all = |of: fn(&Says) -> Option<bool>| open.text.says().all(|r| of(r) == Some(true));
        let size = open.text.says().next().and_then(|r| r.size).and_then(|s| u16::try_from(s).ok());
        let look = Look {
            bold: Some(all(|r| r.bold)),
            italic: Some(all(|r| r.italic)),
            centred: Some(says.set == Some(Set::Centred)),
            flush_right: says.set == Some(Set::Right),
            justified: says.set == Some(Set::Justified),
            indent: says.indent.and_then(|twips| i16::try_from(twips).ok()).map(|twips| f32::from(twips) / TWIPS_A_MILLIMETRE),
            size: size.map(|s| f32::from(s) / 2.0),
            ..Look::default()
        };
        let whole = parts.len() == 1 || !text.contains('\n');
        for (index, text) in parts.into_iter().enumerate() {
            let text = match &number {
                Some(number) if index == 0 => format!("{number} {text}").trim_end().to_owned(),
                _ => text,
            };
            let within = self.tally.line(text.len(), &self.here());
            self.held(within);
            self.blocks.push(Block::Line(Line { text, place: place.clone(), look, whole, gap_above: self.gap }));
            self.gap = false;
        }
    }

    /// The number that the paragraph's list gives it.
    fn number(&mut self, says: &Says, place: &Place) -> Option<String> {
        let list = says.list.filter(|id| *id != 0)?;
        let number = self.numbering.next(list, says.level.unwrap_or(0))?;
        if number.past_d && self.lettered.is_none() {
            self.lettered = Some(place.to_string());
        }
        // other bullets tell levels of an outline; in a cell any is a dash
        let bullet = matches!(number.text.as_str(), "•" | "▪" | "*");
        Some(if bullet && self.in_cell() { "-".to_owned() } else { number.text })
    }

    /// Gathers the runs of a paragraph, of its links, fields, insertions and content controls.
    fn runs(&mut self, parent: &Element, says: &Says, open: &mut Open) {
        for element in parent.elements() {
            match element.name.as_str() {
                "w:r" => self.run(element, says, open),
                "w:pPr" | "w:del" | "w:moveFrom" | "mc:Fallback" => {}
                "w:fldSimple" if element.attribute("w:instr").is_some_and(is_contents) => {}
                "mc:AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.runs(chosen, says, open);
                    }
                }
                "w:sdt" if is_placeholder(element) => {}
                "m:t" => open.text.push(&element.text(), says),
                _ => self.runs(element, says, open),
            }
        }
    }

    fn run(&mut self, run: &Element, says: &Says, open: &mut Open) {
        let properties = run.child("w:rPr");
        let style = properties.and_then(|p| p.child("w:rStyle")).and_then(Element::val);
        let own = properties.map(Says::of_run).unwrap_or_default();
        let says = own.or(&self.styles.run(style)).or(says);
        self.run_content(run, &says, open);
    }

    fn run_content(&mut self, parent: &Element, says: &Says, open: &mut Open) {
        for element in parent.elements() {
            let text = match element.name.as_str() {
                "w:t" | "m:t" => element.text(),
                "w:tab" | "w:ptab" => "\t".to_owned(),
                "w:noBreakHyphen" => "-".to_owned(),
                // the code of ư in .VnTime is that of the soft hyphen
                "w:softHyphen" => "\u{ad}".to_owned(),
                "w:cr" => "\n".to_owned(),
                "w:br" if element.attribute("w:type") == Some("page") => {
                    open.breaks |= says.hidden != Some(true);
                    continue;
                }
                "w:br" => "\n".to_owned(),
                "w:sym" => symbol(element).unwrap_or_default(),
                "w:fldChar" => {
                    self.fields.mark(element);
                    continue;
                }
                "w:instrText" => {
                    self.fields.code(&element.text());
                    continue;
                }
                "w:footnoteReference" => {
                    self.note(0, element);
                    continue;
                }
                "w:endnoteReference" => {
                    self.note(1, element);
                    continue;
                }
                "w:txbxContent" => {
                    self.text_box(element, open);
                    continue;
                }
                "mc:AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.floating(chosen, says, open);
                    }
                    continue;
                }
                "w:drawing" | "w:pict" | "w:object" => {
                    self.floating(element, says, open);
                    continue;
                }
                "w:rPr" | "mc:Fallback" | "w:delText" | "w:delInstrText" => continue,
                _ => {
                    self.run_content(element, says, open);
                    continue;
                }
            };
            if says.hidden != Some(true) && !self.fields.hides() {
                open.text.push(&text, says);
            }
        }
    }

    /// A drawing: a text box that is set to the page, or lifted above its paragraph, stands above it.
    fn floating(&mut self, element: &Element, says: &Says, open: &mut Open) {
        let behind = std::mem::take(&mut open.behind);
        self.run_content(element, says, open);
        let boxes = std::mem::replace(&mut open.behind, behind);
        if stands_above(element) { open.above.extend(boxes) } else { open.behind.extend(boxes) }
    }

    /// What stands in a text box, as blocks of their own.
    fn text_box(&mut self, content: &Element, open: &mut Open) {
        open.behind.extend(self.apart(content));
    }

    /// The blocks of a part of the document that has its own flow.
    fn apart(&mut self, content: &Element) -> Vec<Block> {
        let (blocks, gap, kept) = (std::mem::take(&mut self.blocks), self.gap, self.open.take());
        let fields = std::mem::take(&mut self.fields);
        self.children(content);
        self.end_open();
        (self.gap, self.open, self.fields) = (gap, kept, fields);
        std::mem::replace(&mut self.blocks, blocks)
    }

    /// The blocks of a cell.
    pub(super) fn inside_cell(&mut self, cell: &Element) -> Vec<Block> {
        self.cells += 1;
        let inside = self.apart(cell);
        self.cells -= 1;
        inside
    }

    pub(super) fn in_cell(&self) -> bool {
        self.cells > 0
    }

    pub(super) fn place_of_table(&self, numbered: bool) -> Place {
        let paragraph = Some(self.paragraphs.saturating_add(1)).filter(|_| !numbered);
        Place { paragraph, cell: numbered.then(|| format!("bảng {}", self.tables)), ..Place::default() }
    }

    /// A footnote or endnote: out of the running text, at the place that refers to it.
    fn note(&mut self, part: usize, reference: &Element) {
        let Some(notes) = self.note_parts[part].filter(|_| !self.in_note) else { return };
        let id = reference.attribute("w:id");
        if !self.noted.insert((part, id.unwrap_or_default().to_owned())) {
            return;
        }
        let Some(note) = notes.elements().find(|n| n.name.ends_with("note") && n.attribute("w:id") == id) else { return };
        let paragraphs = self.paragraphs;
        self.in_note = true;
        let inside = self.apart(note);
        self.in_note = false;
        self.paragraphs = paragraphs;
        let lines = inside.iter().filter_map(|block| match block {
            Block::Line(line) => Some(line.text.as_str()),
            _ => None,
        });
        let text = squeeze(&lines.collect::<Vec<_>>().join(" "));
        if !text.is_empty() {
            let place = Place { paragraph: Some(paragraphs), ..Place::default() };
            self.notes.push(Line { text, place, whole: true, ..Line::default() });
        }
    }
}

/// The half of an `mc:AlternateContent` to read: the first choice that says anything, else the fallback; never both.
fn chosen(element: &Element) -> Option<&Element> {
    let choice = element.elements().find(|e| e.name == "mc:Choice" && e.has("w:t"));
    choice.or_else(|| element.child("mc:Fallback")).or_else(|| element.child("mc:Choice"))
}

/// A content control that still shows its prompt.
fn is_placeholder(control: &Element) -> bool {
    control.child("w:sdtPr").is_some_and(|p| p.switch("w:showingPlcHdr") == Some(true))
}

/// A drawing that is set against the page or its margin, or higher than the paragraph that holds it.
fn stands_above(drawing: &Element) -> bool {
    let anchored = drawing.find("wp:positionV").is_some_and(|position| {
        let page = matches!(position.attribute("relativeFrom"), Some("page" | "margin" | "topMargin"));
        let lifted = position.child("wp:posOffset").is_some_and(|offset| offset.text().trim().starts_with('-'));
        page || lifted
    });
    let styled = drawing.find("v:shape").and_then(|shape| shape.attribute("style")).is_some_and(|style| {
        let style = style.replace(' ', "");
        ["margin-top:-", "vertical-relative:page", "vertical-relative:margin"].iter().any(|word| style.contains(word))
    });
    anchored || styled
}

/// A section ends here and the next begins on a new page.
fn starts_a_page(section: &Element) -> bool {
    section.child("w:type").and_then(Element::val) != Some("continuous")
}

/// The texts of a line that a tab sets side by side, as in a letterhead or a signature block; else the line as one.
fn columns(line: &str) -> Vec<String> {
    let parts: Vec<String> = line.split('\t').map(squeeze).filter(|part| !part.is_empty()).collect();
    let beside = |pair: &[String]| {
        let (left, right) = (&pair[0], &pair[1]);
        let national = right.starts_with("CỘNG H") || right.starts_with("Độc lập");
        let dated = right.contains(", ngày") && !left.ends_with(',');
        let capitals = right.chars().filter(|c| c.is_alphabetic()).count() > 5 && !right.chars().any(char::is_lowercase);
        let opens = left.ends_with([':', '.', ')']) && !left.starts_with("Nơi nhận") || left.chars().count() < 9;
        national || dated || capitals && !opens
    };
    if parts.len() == 2 && beside(&parts) {
        return parts;
    }
    Some(parts.join(" ")).filter(|text| !text.is_empty()).into_iter().collect()
}
