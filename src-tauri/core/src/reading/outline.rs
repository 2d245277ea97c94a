//! Paragraphs → outline: Phần, Chương, Mục, Phụ lục, I., 1., 1.1., a), -, + as a tree.
//!
//! A mark is a label only if it goes on counting or begins to; a label has a heading if typography, or the run of
//! its siblings, says that it is a title and not a sentence. No text is lost: what carries no label stays under the
//! nearest label above that is no dash.

use super::marks::{Kind, Mark, is_caps, mark, starts_lower};
use super::meaning::OutlineNode;
use super::paragraphs::Paragraph;
use super::wrap::joined;
use crate::plan::Finding;

/// A title longer than this is a sentence.
const LONGEST_TITLE: usize = 160;

/// An outline.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) nodes: Vec<OutlineNode>,
    /// Paragraphs before the first label.
    pub(super) preface: Vec<String>,
    pub(super) findings: Vec<Finding>,
}

/// Reads the outline of these paragraphs.
pub(super) fn outline<'a>(paragraphs: impl Iterator<Item = &'a Paragraph>) -> Outline {
    let mut growing = Growing::default();
    for paragraph in paragraphs {
        growing.take(paragraph);
    }
    growing.finish()
}

/// A node while the tree grows; `children` are places in [`Growing::drafts`].
struct Draft {
    mark: Mark,
    title: String,
    bold: Option<bool>,
    italic: Option<bool>,
    text: Vec<String>,
    children: Vec<usize>,
    at: String,
    /// Its heading may still go on in the next paragraph.
    untitled: bool,
}

#[derive(Default)]
struct Growing {
    drafts: Vec<Draft>,
    roots: Vec<usize>,
    /// The open nodes, top level first.
    stack: Vec<usize>,
    preface: Vec<String>,
    findings: Vec<Finding>,
}

/// How a mark stands to those before it.
enum Run {
    /// Begins or goes on counting.
    Fits,
    /// Counts, but not well: repeats or leaves out numbers.
    Breaks(String),
    /// No label at all.
    Alien,
}

impl Growing {
    fn take(&mut self, paragraph: &Paragraph) {
        let Some((mark, rest)) = mark(&paragraph.text) else {
            self.text(paragraph);
            return;
        };
        let depth = self.parents_of(&mark);
        match self.run(&mark, depth, paragraph, rest) {
            Run::Alien => return self.text(paragraph),
            Run::Breaks(message) => self.findings.push(Finding::warning(
                paragraph.place.to_string(),
                message,
                "Đối chiếu với bản gốc xem có thiếu mục hay đánh số nhầm không.",
            )),
            Run::Fits => {}
        }
        self.stack.truncate(depth);
        self.push(mark, rest, paragraph);
    }

    fn push(&mut self, mark: Mark, rest: &str, paragraph: &Paragraph) {
        let index = self.drafts.len();
        let untitled = mark.kind.is_named() && mark.kind != Kind::Article && (rest.is_empty() || is_caps(rest));
        self.drafts.push(Draft {
            mark,
            title: rest.to_owned(),
            bold: paragraph.look.bold,
            italic: paragraph.look.italic,
            text: Vec::new(),
            children: Vec::new(),
            at: paragraph.place.to_string(),
            untitled,
        });
        match self.stack.last() {
            Some(parent) => self.drafts[*parent].children.push(index),
            None => self.roots.push(index),
        }
        self.stack.push(index);
    }

    fn kind(&self, index: usize) -> Kind {
        self.drafts[index].mark.kind
    }

    /// How many of the open nodes stay open above a mark.
    fn parents_of(&self, mark: &Mark) -> usize {
        // what goes on counting stands beside what it counts on from, whatever lies between
        let before = self.stack.iter().rposition(|index| {
            let open = &self.drafts[*index].mark;
            open.kind == mark.kind && open.numbers.len() == mark.numbers.len() && open.last() + 1 == mark.last()
        });
        if let Some(at) = before.filter(|_| mark.kind.counts()) {
            return at;
        }
        let begins = mark.last() == 1 && !self.stack.iter().any(|i| self.kind(*i) == mark.kind);
        let rank = |m: &Mark| (m.kind, if m.kind == Kind::Decimal { m.numbers.len() } else { 0 });
        self.stack
            .iter()
            .rposition(|index| {
                let open = &self.drafts[*index].mark;
                // 1) a) b) 2): a paper may number its points with brackets and letter what is below
                let below_bracket = open.kind == Kind::Bracketed && mark.kind == Kind::Letter;
                let still_open = self.stack.iter().any(|i| self.kind(*i) == Kind::Letter);
                rank(open) < rank(mark) || below_bracket && (begins || still_open) && open.kind.counts()
            })
            .map_or(0, |at| at + 1)
    }

    fn run(&self, mark: &Mark, depth: usize, paragraph: &Paragraph, rest: &str) -> Run {
        if mark.kind == Kind::Annex && !self.is_annex_title(paragraph, rest) {
            return Run::Alien;
        }
        if !mark.kind.counts() || mark.kind == Kind::Annex {
            return Run::Fits;
        }
        let siblings = depth.checked_sub(1).map_or(&self.roots, |at| &self.drafts[self.stack[at]].children);
        let before = siblings.iter().rev().find(|i| self.kind(**i) == mark.kind).map(|i| &self.drafts[*i].mark);
        let last = before.map_or(0, Mark::last);
        let number = mark.last();
        let strong = mark.kind.is_named() || paragraph.look.bold == Some(true) || is_caps(rest);
        // the Latin alphabet has no đ, the Vietnamese no f, j, w
        let skips = matches!(mark.kind, Kind::Capital | Kind::Letter) && number == last + 2;
        let skipped = skips && last >= 4 && mark.label.eq_ignore_ascii_case("e");
        if number == last + 1 && mark.kind == Kind::Capital && last == 0 && !strong {
            Run::Alien
        } else if number == last + 1 || skipped {
            Run::Fits
        } else if strong && mark.kind != Kind::Capital || number >= last.saturating_sub(1) && number <= last + 3 {
            Run::Breaks(broken(mark, before))
        } else {
            Run::Alien
        }
    }

    /// "Phụ lục 01" alone, or with its title behind it; not "Phụ lục" that a sentence happens to begin with.
    fn is_annex_title(&self, paragraph: &Paragraph, rest: &str) -> bool {
        let last = self.drafts.last().map_or("", |d| d.text.last().map_or(d.title.as_str(), String::as_str));
        let mid_sentence = !last.is_empty() && last.ends_with([',', '-']) && !paragraph.look.centred.unwrap_or(false);
        !mid_sentence && (rest.is_empty() || is_caps(rest) || !ends_sentence(rest) && rest.chars().count() < LONGEST_TITLE)
    }

    fn text(&mut self, paragraph: &Paragraph) {
        let text = paragraph.text.clone();
        let Some(last) = self.drafts.last_mut() else {
            self.preface.push(text);
            return;
        };
        if last.untitled {
            if goes_on_with_title(last, paragraph) {
                if last.title.is_empty() {
                    last.title = text
                } else {
                    last.title = joined(&last.title, &text)
                }
                return;
            }
            last.untitled = false;
        }
        let cut = last.text.is_empty() && !last.mark.kind.counts() && !ends_sentence(&last.title) && starts_lower(&text);
        if cut {
            return last.title = joined(&last.title, &text);
        }
        let at = self.stack.iter().rev().find(|i| self.kind(**i).counts()).copied();
        match at.or_else(|| self.stack.last().copied()) {
            Some(at) => self.drafts[at].text.push(text),
            None => self.preface.push(text),
        }
    }

    fn finish(self) -> Outline {
        let nodes = self.grown(&self.roots);
        Outline { nodes, preface: self.preface, findings: self.findings }
    }

    fn grown(&self, indices: &[usize]) -> Vec<OutlineNode> {
        let titled = self.titled(indices);
        let node = |(index, titled): (&usize, bool)| {
            let draft = &self.drafts[*index];
            let mut text = draft.text.clone();
            let heading = Some(draft.title.clone()).filter(|t| titled && !t.is_empty());
            if heading.is_none() && !draft.title.is_empty() {
                text.insert(0, draft.title.clone());
            }
            let children = self.grown(&draft.children);
            OutlineNode { label: draft.mark.label.clone(), heading, text, children, at: draft.at.clone() }
        };
        indices.iter().zip(titled).map(node).collect()
    }

    /// Which of these siblings have a title: by their own look, else as most of their run do.
    fn titled(&self, indices: &[usize]) -> Vec<bool> {
        let drafts: Vec<&Draft> = indices.iter().map(|i| &self.drafts[*i]).collect();
        let sentences = drafts.iter().filter(|d| d.mark.kind.counts() && is_sentence(&d.title)).count();
        let counted = drafts.iter().filter(|d| d.mark.kind.counts()).count();
        let one = |draft: &&Draft| {
            let kind = draft.mark.kind;
            if !kind.counts() || kind == Kind::Article && is_sentence(&draft.title) {
                return false;
            }
            let set_off = draft.bold == Some(true) || draft.italic == Some(true) && !is_sentence(&draft.title);
            kind.is_named() || set_off || is_caps(&draft.title) || !is_sentence(&draft.title) && sentences * 2 < counted
        };
        drafts.iter().map(one).collect()
    }
}

fn broken(mark: &Mark, before: Option<&Mark>) -> String {
    match before {
        Some(before) if before.last() == mark.last() => format!("Mục “{}” đánh số hai lần.", mark.label),
        Some(before) => format!("Mục “{}” đứng sau mục “{}”: số thứ tự không liền.", mark.label, before.label),
        None => format!("Mục “{}” không có mục đứng trước.", mark.label),
    }
}

/// A title that stands on lines of its own below "Phần I" or "Phụ lục 01".
fn goes_on_with_title(draft: &Draft, paragraph: &Paragraph) -> bool {
    let text = &paragraph.text;
    if text.starts_with('(') || paragraph.behind_table {
        return false;
    }
    let styled = paragraph.look.centred == Some(true) || paragraph.look.bold == Some(true);
    if draft.title.is_empty() {
        return styled || is_caps(text) || text.chars().count() < LONGEST_TITLE && !ends_sentence(text);
    }
    is_caps(&draft.title) == is_caps(text) && (is_caps(text) || styled && !ends_sentence(text))
}

fn is_sentence(title: &str) -> bool {
    title.chars().count() > LONGEST_TITLE || title.ends_with(['.', ';', ','])
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['”', '"', ')']).ends_with(['.', ';', ':', '!', '?', '…'])
}

/// Every node with its path ("Phần II/III/1"), in order.
pub(super) fn walk<'a>(nodes: &'a [OutlineNode], path: &str, visit: &mut dyn FnMut(&'a OutlineNode, &str)) {
    for node in nodes {
        let path = if path.is_empty() { node.label.clone() } else { format!("{path}/{}", node.label) };
        visit(node, &path);
        walk(&node.children, &path, visit);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(texts: &[&str]) -> Outline {
        let paragraphs: Vec<Paragraph> =
            texts.iter().map(|t| Paragraph { text: (*t).to_owned(), ..Paragraph::default() }).collect();
        outline(paragraphs.iter())
    }

    fn paths(outline: &Outline) -> Vec<String> {
        let mut paths = Vec::new();
        walk(&outline.nodes, "", &mut |node, path| {
            let text = node.heading.as_deref().or(node.text.first().map(String::as_str)).unwrap_or("");
            paths.push(format!("{path} {text}"));
        });
        paths
    }

    #[test]
    fn levels_nest_and_titles_are_told_from_sentences() {
        let outline = read(&[
            "Mở đầu.",
            "Phần I",
            "ĐÁNH GIÁ",
            "Nhận xét chung.",
            "I. MỤC TIÊU",
            "1. Câu thứ nhất.",
            "2. Gồm có:",
            "- một;",
            "3. Câu thứ ba.",
            "II. NHIỆM VỤ",
            "1. Hạ tầng",
            "1.1. Mạng",
            "a) Một điểm.",
            "b) Hai điểm.",
            "Lời thêm.",
            "1.2. Máy chủ",
            "Phần II",
            "NỘI DUNG",
            "Phụ lục 01",
            "KẾT QUẢ",
            "I. CHUNG",
        ]);
        assert_eq!(outline.preface, ["Mở đầu."]);
        assert_eq!(
            paths(&outline),
            [
                "Phần I ĐÁNH GIÁ",
                "Phần I/I MỤC TIÊU",
                "Phần I/I/1 Câu thứ nhất.",
                "Phần I/I/2 Gồm có:",
                "Phần I/I/2/- một;",
                "Phần I/I/3 Câu thứ ba.",
                "Phần I/II NHIỆM VỤ",
                "Phần I/II/1 Hạ tầng",
                "Phần I/II/1/1.1 Mạng",
                "Phần I/II/1/1.1/a Một điểm.",
                "Phần I/II/1/1.1/b Hai điểm.",
                "Phần I/II/1/1.2 Máy chủ",
                "Phần II NỘI DUNG",
                "Phụ lục 01 KẾT QUẢ",
                "Phụ lục 01/I CHUNG",
            ]
        );
        let first = &outline.nodes[0].children[0].children[0];
        assert_eq!((first.heading.as_deref(), first.text.len()), (None, 1));
        assert!(outline.findings.is_empty());
    }

    #[test]
    fn brackets_go_on_counting_over_their_letters() {
        let outline = read(&["1) Một:", "a) x;", "b) y.", "2) Hai:", "a) z."]);
        assert_eq!(paths(&outline), ["1 Một:", "1/a x;", "1/b y.", "2 Hai:", "2/a z."]);
        assert!(outline.findings.is_empty());
    }

    #[test]
    fn numbering_that_breaks_is_found_and_kept() {
        let outline = read(&["1. Một", "a. x.", "b. y.", "b. z.", "đ. t.", "3. Ba", "17. Mười bảy chuyện khác nhau."]);
        let paths = paths(&outline);
        assert_eq!(paths.len(), 6, "{paths:?}");
        assert_eq!(outline.findings.len(), 3);
        assert_eq!(outline.nodes[1].text, ["17. Mười bảy chuyện khác nhau."]);
    }

    proptest! {
        #[test]
        fn no_text_is_lost(texts in prop::collection::vec("(Phần I|Phụ lục 01|I\\. |II\\. |1\\. |2\\. |1\\.1\\. |a\\) |b\\) |- |\\+ )?[A-ZĐa-z0-9 .;:()]{0,40}", 0..40)) {
            let texts: Vec<String> = texts.iter().map(|t| t.trim().to_owned()).filter(|t| !t.is_empty()).collect();
            let outline = read(&texts.iter().map(String::as_str).collect::<Vec<_>>());
            let mut kept: usize = outline.preface.iter().map(|t| letters(t)).sum();
            walk(&outline.nodes, "", &mut |node, _| {
                kept += letters(&node.label) + node.heading.as_deref().map_or(0, letters);
                kept += node.text.iter().map(|t| letters(t)).sum::<usize>();
            });
            prop_assert_eq!(kept, texts.iter().map(|t| letters(t)).sum::<usize>());
        }
    }

    fn letters(text: &str) -> usize {
        text.chars().filter(|c| c.is_alphanumeric()).count()
    }
}
