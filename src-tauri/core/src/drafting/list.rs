//! How the paragraphs of a list open and close: letters in order (rule B8), a sign at every end.
//!
//! Words are never changed, only what stands before the first and behind the last of them.

use crate::plan::{Label, LabelKind};
use crate::text::letter_at;

/// Signs a paragraph may end with.
const SIGNS: [char; 7] = ['.', ';', ':', ',', '…', '!', '?'];

/// Gives every paragraph that a paper left open the sign its place asks for: ":" above the items it opens, the sign of
/// its neighbours within a list, "." at a list's end.
pub(super) fn closed(mut text: Vec<String>) -> Vec<String> {
    for at in 0..text.len() {
        let bare = text[at].trim_end();
        if bare.trim_end_matches(['”', '"']).ends_with(SIGNS) {
            continue;
        }
        let sign = sign(&text, at);
        text[at] = format!("{bare}{sign}");
    }
    if let Some(last) = text.last_mut().filter(|last| last.trim_end().ends_with([';', ','])) {
        *last = ended(last, '.');
    }
    text
}

/// The sign that the paragraph at this place lacks.
fn sign(text: &[String], at: usize) -> char {
    let own = depth(&text[at]);
    let Some(next) = text.get(at + 1) else { return '.' };
    if depth(next) > own {
        return ':';
    }
    // a neighbour that opens items of its own says nothing about how its list parts them
    let parts = |other: &String| depth(other) == own && other.trim_end().ends_with(';');
    let goes_on = depth(next) == own;
    if goes_on && (parts(next) || at > 0 && parts(&text[at - 1])) { ';' } else { '.' }
}

/// How deep in a list a paragraph stands by its label; 0 without one.
fn depth(paragraph: &str) -> u8 {
    let Some((word, _)) = paragraph.split_once(' ') else { return 0 };
    match (word, Label::parse(word).map(|label| label.kind)) {
        ("-" | "–" | "•", _) => 5,
        ("+", _) => 6,
        _ if !word.ends_with(['.', ')']) => 0,
        (_, Some(LabelKind::Roman)) => 1,
        (_, Some(LabelKind::Arabic)) => 2,
        (_, Some(LabelKind::Decimal)) => 3,
        (_, Some(LabelKind::Letter)) => 4,
        _ => 0,
    }
}

/// Adds `names` to a list made here before: a), b), c) …, each closed with ";", the last with "."; one alone is a
/// paragraph without a letter.
pub(super) fn lettered<'a>(mut text: Vec<String>, names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    if let [alone] = &mut text[..] {
        *alone = format!("{}) {alone}", letter_at(0));
    }
    for name in names {
        text.push(format!("{}) {}", letter_at(text.len()), crate::text::squeeze(name)));
    }
    if let [alone] = &mut text[..]
        && let Some((_, name)) = alone.split_once(' ')
    {
        *alone = name.to_owned();
    }
    let last = text.len().saturating_sub(1);
    text.iter().enumerate().map(|(at, item)| ended(item, if at == last { '.' } else { ';' })).collect()
}

/// The paragraph with this sign instead of the one that parts or ends an item; what trails off ("...") stays.
fn ended(paragraph: &str, sign: char) -> String {
    let bare = paragraph.trim_end();
    if bare.ends_with("..") || bare.ends_with([':', '…', '!', '?']) {
        return bare.to_owned();
    }
    format!("{}{sign}", bare.trim_end_matches(['.', ';', ',', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(text: &[&str]) -> Vec<String> {
        text.iter().map(|t| (*t).to_owned()).collect()
    }

    #[test]
    fn what_a_paper_left_open_is_closed_as_its_place_asks() {
        let open = [
            "1. Mục tiêu chung",
            "Nội dung mục tiêu",
            "a) Bảo đảm an toàn",
            "- Một;",
            "- Hai",
            "- Ba",
            "b) Bốn “năm.”",
            "c) Sáu (nếu có);",
        ];
        let want = [
            "1. Mục tiêu chung.",
            "Nội dung mục tiêu:",
            "a) Bảo đảm an toàn:",
            "- Một;",
            "- Hai;",
            "- Ba.",
            "b) Bốn “năm.”",
            "c) Sáu (nếu có).",
        ];
        assert_eq!(closed(strings(&open)), strings(&want));
        assert_eq!(closed(strings(&["a) Một.", "b) Hai", "c) Ba..."])), strings(&["a) Một.", "b) Hai.", "c) Ba..."]));
        assert_eq!(closed(strings(&["Một “hai.”"])), ["Một “hai.”"]);
        assert_eq!(closed(Vec::new()), Vec::<String>::new());
    }

    #[test]
    fn items_are_lettered_and_one_alone_is_not() {
        let one = lettered(Vec::new(), ["Thuê  đường truyền;"]);
        assert_eq!(one, ["Thuê đường truyền."]);
        let more = lettered(one, ["Hai", "Ba.", "Bốn,", "Năm"]);
        assert_eq!(more, ["a) Thuê đường truyền;", "b) Hai;", "c) Ba;", "d) Bốn;", "đ) Năm."]);
    }
}
