//! Nothing is lost: every word of a paper stands somewhere in its reading, once; an outline that is printed and read
//! again is the same outline; and no bytes make a reader panic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;

use proptest::prelude::*;
use skh_core::reading::{self, OutlineNode};

/// A plan's letterhead and title, as every plan has them.
const FRONT: &str = "BỘ XÂY DỰNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-BXD\tHà Nội, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\nChuyển đổi số năm 2026\n\n";
const CLOSING: &str = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nBỘ TRƯỞNG\n\nTrần A Bình\n";

/// What a paragraph of a paper may begin with.
const LABEL: &str = "(Phần I\n|PHẦN II\\. |Chương 1\\. |Mục 2\\. |Điều 1\\. |A\\. |I\\. |II\\. |IV\\. |1\\. |2\\. |3\\. |1\\.1\\. |2\\.1 |a\\) |b\\) |đ\\) |1\\) |- |\\+ |\\(1\\) ||||)";
/// Words of which no rule is fond.
const WORDS: &str = "(nâng cao năng lực|Xây dựng nền tảng|hoàn thành mục tiêu|BẢO ĐẢM AN TOÀN|các đơn vị phối hợp|2026|50%|trong đó|\"dẫn\"|\\(kể cả\\))";
const END: &str = "(\\.|;|:||,)\n{1,2}";

/// Paragraphs, each with a word of its own.
fn paragraphs() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec((LABEL, prop::collection::vec(WORDS, 1..6), END), 1..30).prop_map(|parts| {
        let one = |(index, (label, words, end)): (usize, (String, Vec<String>, String))| {
            format!("{label}{} chữ{index}riêng{end}", words.join(" "))
        };
        parts.into_iter().enumerate().map(one).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_word_of_a_plan_stands_in_its_reading_once(paragraphs in paragraphs(), closed in any::<bool>()) {
        let text = format!("{FRONT}I. QUY ĐỊNH CHUNG\n{}{}", paragraphs.concat(), if closed { CLOSING } else { "" });
        let read = reading::read(text.as_bytes(), "a.txt").unwrap();
        let shown = serde_json::to_string(&read).unwrap();
        for index in 0..paragraphs.len() {
            let found = shown.matches(&format!("chữ{index}riêng")).count();
            prop_assert_eq!(found, 1, "chữ{}riêng in {}\n{}", index, text, shown);
        }
    }

    #[test]
    fn every_cell_of_a_task_table_stands_in_its_reading_once(rows in 1..40_usize, groups in prop::collection::vec(any::<bool>(), 40)) {
        let mut text = format!("{FRONT}I. QUY ĐỊNH CHUNG\n1. Một câu.\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\nSTT\tNhiệm vụ\tĐơn vị chủ trì\tThời gian\n");
        for (row, grouped) in groups.iter().take(rows).enumerate() {
            if *grouped {
                writeln!(text, "\tNhóm nhóm{row}riêng\t\t").unwrap();
            }
            writeln!(text, "{}\tXây dựng việc{row}riêng\tVụ vụ{row}riêng\tQuý {}/2026", row + 1, row % 4 + 1).unwrap();
        }
        let read = reading::read(text.as_bytes(), "a.txt").unwrap();
        let shown = serde_json::to_string(&read).unwrap();
        for (row, grouped) in groups.iter().take(rows).enumerate() {
            for word in [format!("việc{row}riêng"), format!("vụ{row}riêng")] {
                prop_assert_eq!(shown.matches(&word).count(), 1, "{} in {}\n{}", word, text, shown);
            }
            prop_assert!(!grouped || shown.contains(&format!("nhóm{row}riêng")), "{}\n{}", text, shown);
        }
    }

    #[test]
    fn an_outline_printed_and_read_again_is_the_same(outline in outlines()) {
        let mut text = FRONT.to_owned();
        print(&outline, &mut text);
        let read = reading::read(text.as_bytes(), "a.txt").unwrap();
        prop_assert_eq!(bare(&read.outline), outline, "{}", text);
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), head in "(|%PDF-1\\.7\n|PK\u{3}\u{4}|\u{feff})", ending in "(docx|pdf|xlsx|txt)", tail in "(|\n%%EOF\n)") {
        let whole = [head.as_bytes(), &bytes, tail.as_bytes()].concat();
        let _ = reading::read(&whole, &format!("a.{ending}"));
    }

    #[test]
    fn a_paper_cut_or_spoilt_anywhere_is_read_or_refused(at in 0.0..1.0_f64, with in any::<u8>(), cut in any::<bool>(), paper in 0..3_usize) {
        const PAPERS: [(&str, &[u8]); 3] = [
            ("a.docx", include_bytes!("../letters/framework-letter.docx")),
            ("a.pdf", include_bytes!("../letters/letter-plain-table.pdf")),
            ("a.txt", include_bytes!("../letters/framework-letter.txt")),
        ];
        let (name, whole) = PAPERS[paper];
        let mut bytes = whole.to_vec();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let at = (at * bytes.len() as f64) as usize;
        if cut { bytes.truncate(at) } else { bytes[at] = with }
        if let Err(error) = reading::read(&bytes, name) {
            prop_assert!(!error.message.is_empty() && !error.hint.is_empty());
        }
    }
}

/// An outline without places.
fn bare(nodes: &[OutlineNode]) -> Vec<OutlineNode> {
    let node = |n: &OutlineNode| OutlineNode { at: String::new(), children: bare(&n.children), ..n.clone() };
    nodes.iter().map(node).collect()
}

/// Labels of one level: Phần I, I, 1, a, -.
fn label(level: usize, index: usize) -> String {
    const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];
    const LETTERS: [&str; 4] = ["a", "b", "c", "d"];
    match level {
        0 => format!("Phần {}", ROMAN[index]),
        1 => ROMAN[index].to_owned(),
        2 => (index + 1).to_string(),
        3 => LETTERS[index].to_owned(),
        _ => "-".to_owned(),
    }
}

/// Trees of a few nodes a level: parts and sections have a title and text, what is below is a sentence each.
fn outlines() -> BoxedStrategy<Vec<OutlineNode>> {
    nodes(0)
}

fn nodes(level: usize) -> BoxedStrategy<Vec<OutlineNode>> {
    if level > 4 {
        return Just(Vec::new()).boxed();
    }
    let texts = prop::collection::vec("[A-Z][a-z]{3,8}( [a-z]{2,8}){3,9}\\.", 0..3);
    let own = "[A-Z][a-z]{3,8}( [a-z]{2,8}){2,6}";
    let least = usize::from(level < 2);
    let made = move |(at, (own, texts, children)): (usize, (String, Vec<String>, Vec<OutlineNode>))| {
        let node = OutlineNode { label: label(level, at), children, ..OutlineNode::default() };
        match level {
            0 | 1 => OutlineNode { heading: Some(own.to_uppercase()), text: texts, ..node },
            2 | 3 => OutlineNode { text: vec![format!("{own}.")], ..node },
            _ => OutlineNode { text: vec![format!("{own};")], ..node },
        }
    };
    prop::collection::vec((own, texts, nodes(level + 1)), least..4)
        .prop_map(move |nodes| nodes.into_iter().enumerate().map(made).collect())
        .boxed()
}

fn print(nodes: &[OutlineNode], out: &mut String) {
    for node in nodes {
        let closing = match node.label.as_str() {
            label if label.starts_with("Phần") => "\n",
            "-" => " ",
            label if label.chars().all(|c| c.is_ascii_lowercase()) => ") ",
            _ => ". ",
        };
        write!(out, "{}{closing}", node.label).unwrap();
        for line in node.heading.iter().chain(&node.text) {
            writeln!(out, "{line}\n").unwrap();
        }
        print(&node.children, out);
    }
}
