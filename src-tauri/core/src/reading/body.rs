//! What stands in the body of a letter or decision, or in an outline: listed căn cứ, articles, priority tasks.

use super::citation::citations;
use super::marks::{Kind, mark};
use super::meaning::{Article, LegalBasisRead, OutlineNode, PriorityTaskRead};
use super::outline::walk;
use super::paragraphs::Paragraph;
use crate::text::fold;

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
        let basis = |citation| LegalBasisRead { citation, at: top.clone(), place: node.at.clone() };
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
                found.push(Article { no: mark.last(), text, at: paragraph.place.to_string() });
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
    let number = |p: &Paragraph, kind: Option<Kind>| {
        let (mark, _) = mark(&p.text)?;
        let counts = kind.map_or(matches!(mark.kind, Kind::Arabic | Kind::Bracketed), |kind| mark.kind == kind);
        counts.then(|| mark.last())
    };
    let mut best: Vec<usize> = Vec::new();
    for start in (0..paragraphs.len()).filter(|i| number(&paragraphs[*i], None) == Some(1)) {
        let mut run = vec![start];
        let kind = mark(&paragraphs[start].text).map(|(mark, _)| mark.kind);
        for (at, paragraph) in paragraphs.iter().enumerate().skip(start + 1) {
            match number(paragraph, kind) {
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
        Some(PriorityTaskRead { no: mark.last(), text: texts.join(" "), at: own.place.to_string() })
    };
    (best.iter().enumerate().filter_map(task).collect(), *first..end)
}
