//! What stands in the body of a letter or decision: căn cứ, articles, priority tasks, the day asked for.

use chrono::NaiveDate;

use super::citation::citations;
use super::marks::{Kind, mark};
use super::meaning::{Article, LegalBasisRead, OutlineNode, PriorityTaskRead};
use super::outline::walk;
use super::paragraphs::Paragraph;
use crate::text::{fold, parse_date};

/// Căn cứ of the preamble: paragraphs that begin as one does.
pub(super) fn preamble<'a>(paragraphs: impl Iterator<Item = &'a Paragraph>) -> Vec<LegalBasisRead> {
    let opens = |p: &&Paragraph| {
        let text = p.text.trim_start_matches(['-', '–', ' ']);
        let folded = fold(text);
        let words = ["can cu", "thuc hien", "trien khai", "theo", "xet", "tiep theo", "tren co so"];
        words.iter().any(|w| folded.starts_with(w)) && !folded.starts_with("theo de nghi")
    };
    let basis = |citation| LegalBasisRead { citation, at: "preamble".to_owned() };
    paragraphs.filter(opens).flat_map(|p| citations(&p.text)).map(basis).collect()
}

/// Căn cứ listed in the outline, under a heading that says so; each with the path of the nearest heading above it.
pub(super) fn listed(outline: &[OutlineNode]) -> Vec<LegalBasisRead> {
    fn tells(node: &OutlineNode) -> bool {
        let heading = fold(node.heading.as_deref().unwrap_or_default());
        heading.len() < 100 && ["can cu", "co so phap ly"].iter().any(|words| heading.contains(words))
    }
    let mut found: Vec<LegalBasisRead> = Vec::new();
    // the open headings that list căn cứ: their paths
    let mut inside: Vec<String> = Vec::new();
    walk(outline, "", &mut |node, path| {
        inside.retain(|top| path.starts_with(top.as_str()) && path[top.len()..].starts_with('/'));
        let below = !inside.is_empty();
        // "CĂN CỨ VÀ MỤC TIÊU" over "1. Căn cứ", "2. Mục tiêu": only the first of them lists căn cứ
        let told = tells(node) && !node.children.iter().any(tells);
        if told || below && node.heading.is_some() && !node.children.is_empty() {
            inside.push(path.to_owned());
        }
        let Some(top) = inside.last() else { return };
        let basis = |citation| LegalBasisRead { citation, at: top.clone() };
        let own = inside.last().is_some_and(|top| top == path);
        let texts = node.heading.iter().filter(|_| below && !own).chain(&node.text);
        found.extend(texts.flat_map(|text| citations(text)).map(basis));
    });
    found
}

/// Điều, each with all that stands under it.
pub(super) fn articles(paragraphs: &[Paragraph]) -> Vec<Article> {
    let mut found: Vec<Article> = Vec::new();
    for paragraph in paragraphs {
        match (mark(&paragraph.text), found.last_mut()) {
            (Some((mark, rest)), last) if mark.kind == Kind::Article && last.as_ref().is_none_or(|l| l.no < mark.last()) => {
                let text = if rest.is_empty() { Vec::new() } else { vec![rest.to_owned()] };
                found.push(Article { no: mark.last(), text });
            }
            (_, Some(last)) => last.text.push(paragraph.text.clone()),
            _ => {}
        }
    }
    found
}

/// The longest run 1, 2, 3 … of the letter; what stands between two of its numbers belongs to the first.
/// Gives also which paragraphs it takes.
pub(super) fn priority_tasks(paragraphs: &[Paragraph]) -> (Vec<PriorityTaskRead>, std::ops::Range<usize>) {
    let number = |p: &Paragraph| {
        let (mark, _) = mark(&p.text)?;
        matches!(mark.kind, Kind::Arabic | Kind::Bracketed).then(|| mark.last())
    };
    let mut best: Vec<usize> = Vec::new();
    for start in (0..paragraphs.len()).filter(|i| number(&paragraphs[*i]) == Some(1)) {
        let mut run = vec![start];
        for (at, paragraph) in paragraphs.iter().enumerate().skip(start + 1) {
            match number(paragraph) {
                Some(1) => break,
                Some(n) if usize::try_from(n) == Ok(run.len() + 1) => run.push(at),
                _ => {}
            }
        }
        if run.len() > best.len() {
            best = run;
        }
    }
    let (Some(first), Some(last)) = (best.first(), best.last()) else { return (Vec::new(), 0..0) };
    if best.len() < 2 {
        return (Vec::new(), 0..0);
    }
    // points and dashes below the last task still belong to it
    let marked = |p: &&Paragraph| mark(&p.text).is_some_and(|(m, _)| m.kind > Kind::Arabic);
    let end = last + 1 + paragraphs[last + 1..].iter().take_while(marked).count();
    let task = |(index, from): (usize, &usize)| {
        let to = best.get(index + 1).copied().unwrap_or(end);
        let (own, below) = paragraphs[*from..to].split_first()?;
        let (mark, rest) = mark(&own.text)?;
        let texts: Vec<&str> = std::iter::once(rest).chain(below.iter().map(|p| p.text.as_str())).collect();
        Some(PriorityTaskRead { no: mark.last(), text: texts.join(" ") })
    };
    (best.iter().enumerate().filter_map(task).collect(), *first..end)
}

/// The day by which the letter asks for the plan: "trước ngày …" in a paragraph that speaks of a plan.
pub(super) fn deadline<'a>(paragraphs: impl DoubleEndedIterator<Item = &'a Paragraph>) -> Option<NaiveDate> {
    const BEFORE: [&str; 6] = ["trước", "chậm nhất", "muộn nhất", "đến hết", "hạn cuối", "thời hạn"];
    let asks = |p: &&Paragraph| {
        let folded = p.folded();
        folded.contains("ke hoach") && ["gui", "ban hanh", "xay dung", "bao cao", "hoan thanh"].iter().any(|w| folded.contains(w))
    };
    // "trước ngày 10/12/2022", "trước 15 giờ 00 ngày 10 tháng 12 năm 2022"
    let soon = |after: &str| {
        let starts = after.char_indices().take(40).filter(|(at, _)| after[..*at].ends_with(' '));
        starts.map(|(at, _)| parse_date(&after[at..])).find_map(|found| found.map(|(date, _)| date))
    };
    let date = |p: &Paragraph| {
        let lower = p.text.to_lowercase();
        let words = BEFORE.iter().flat_map(|word| lower.match_indices(word).map(|(at, word)| at + word.len()));
        words.filter_map(|end| soon(&lower[end..])).next()
    };
    // the closing paragraphs ask; earlier ones may speak of other days
    paragraphs.rev().filter(asks).find_map(date)
}
