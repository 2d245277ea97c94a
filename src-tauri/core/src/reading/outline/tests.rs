//! Labels read over whole papers: runs, levels turned upside down, gaps, doubts; and that no text is lost.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;

fn read(texts: &[&str]) -> Outline {
    let paragraphs: Vec<Paragraph> = texts.iter().map(|t| Paragraph { text: (*t).to_owned(), ..Paragraph::default() }).collect();
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

/// Reads the texts and shows the path of each label.
fn labels(texts: &[&str]) -> (String, usize) {
    let outline = read(texts);
    let mut paths = Vec::new();
    walk(&outline.nodes, "", &mut |_, path| paths.push(path.to_owned()));
    (paths.join(" "), outline.findings.len())
}

#[test]
fn the_whole_paper_explains_its_labels() {
    let mut wrong = String::new();
    for (texts, want, doubts) in [
        // numbers below letters: the letters that come back decide
        (
            &["1. Việc một.", "a) Gồm có:", "1. x.", "2. y.", "b) Khác.", "c) Nữa.", "2. Việc hai."][..],
            "1 1/a 1/a/1 1/a/2 1/b 1/c 2",
            0,
        ),
        // letters below dashes, again in the next dash
        (&["1. Một:", "- Đến 2025:", "a) x;", "b) y.", "- Đến 2030:", "a) x;", "b) y."], "1 1/- 1/-/a 1/-/b 1/- 1/-/a 1/-/b", 0),
        // letters behind dashes stand beside them
        (&["1. Một.", "- x;", "- y.", "a) Hai.", "b) Ba."], "1 1/- 1/- 1/a 1/b", 0),
        // another sign is another level, and closes when the first comes back
        (&["a) Một:", "- x:", "• p;", "• q;", "- y."], "a a/- a/-/- a/-/- a/-", 0),
        (&["a) Một:", "+ x;", "+ y.", "b) Hai:", "- x:", "+ p;", "- y."], "a a/+ a/+ b b/- b/-/+ b/-", 0),
        // articles count through the chapters
        (
            &[
                "Chương I",
                "CHUNG",
                "Điều 1. Phạm vi",
                "Điều 2. Đối tượng",
                "Chương II",
                "RIÊNG",
                "Điều 3. Việc",
                "1. Một.",
                "a) x.",
                "2. Hai.",
            ],
            "Chương I Chương I/Điều 1 Chương I/Điều 2 Chương II Chương II/Điều 3 Chương II/Điều 3/1 Chương II/Điều 3/1/a Chương II/Điều 3/2",
            0,
        ),
        // tasks count through the groups
        (&["I. MỘT", "1. x.", "2. y.", "II. HAI", "3. z.", "4. t."], "I I/1 I/2 II II/3 II/4", 0),
        // decimals below a Roman numeral, with no level between
        (&["I. MỘT", "1.1. x.", "1.2. y.", "II. HAI", "2.1. z.", "2.1.1. t."], "I I/1.1 I/1.2 II II/2.1 II/2.1/2.1.1", 0),
        // both alphabets, and Word's lists that know no đ
        (&["a) x", "b) x", "c) x", "d) x", "đ) x", "e) x", "g) x"], "a b c d đ e g", 0),
        (&["a) x", "b) x", "c) x", "d) x", "e) x", "f) x", "g) x"], "a b c d e f g", 0),
        // small Roman numerals below letters; i behind h is the letter
        (&["a) Một:", "i) x;", "ii) y;", "iii) z.", "b) Hai."], "a a/i a/ii a/iii b", 0),
        (&["a) x", "b) x", "c) x", "d) x", "đ) x", "e) x", "g) x", "h) x", "i) x", "k) x"], "a b c d đ e g h i k", 0),
        // I behind H is the letter, I at the top is not
        (&["A. MỘT", "I. HAI", "II. BA", "B. BỐN", "I. NĂM"], "A A/I A/II B B/I", 0),
        // a name, a year, a sentence: no labels
        (&["I. CHUNG", "C. Mác nói về điều này.", "II. RIÊNG"], "I II", 0),
        (
            &["1. Một.", "Bảo đảm hoàn thành trong giai đoạn và các năm tiếp theo của kế hoạch đến", "5. Trong đó có việc này."],
            "1",
            0,
        ),
        // counting begins anew below titles without labels
        (&["CÁC ĐƠN VỊ", "1. x.", "2. y.", "CÁC ĐỊA PHƯƠNG", "1. z.", "2. t."], "1 2 1 2", 0),
        (&["I. VIỆC", "Nhiệm vụ 1: Thể chế", "1. x.", "2. y.", "Nhiệm vụ 2: Thủ tục", "1. z.", "2. t."], "I I/1 I/2 I/1 I/2", 0),
        // brackets that belong to the label
        (&["1. Gồm:", "(1) x;", "(2) y.", "2. Hai."], "1 1/(1) 1/(2) 2", 0),
        // gaps and repetitions are told
        (&["I. MỘT", "II. HAI", "IV. BỐN"], "I II IV", 1),
        (&["a) x", "b) x", "d) x"], "a b d", 1),
        (
            &["1. Một", "a) x", "d) y", "đ) z", "2. Hai", "a) x", "b) x", "c) x", "d) x", "e) y"],
            "1 1/a 1/d 1/đ 2 2/a 2/b 2/c 2/d 2/e",
            2,
        ),
        (&["1. Một", "1.1. x", "2. Hai", "1.2. y"], "1 1/1.1 2 2/1.2", 1),
        // an annex begins anew
        (
            &["I. MỘT", "1. x.", "Phụ lục 01", "DANH MỤC", "I. MỘT", "1. y.", "Phụ lục 02", "BIỂU"],
            "I I/1 Phụ lục 01 Phụ lục 01/I Phụ lục 01/I/1 Phụ lục 02",
            0,
        ),
    ] {
        let (paths, found) = labels(texts);
        if paths != want || found != doubts {
            wrong.push_str(&format!("\n{texts:?}: {paths}, {:?}", read(texts).findings));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn two_readings_that_are_nearly_equal_are_a_doubt() {
    // the second 1, 2 may stand below a) or be the first run again
    let look = |left| crate::reading::source::Look { left: Some(left), ..Default::default() };
    let paragraph = |text: &str, left| Paragraph { text: text.to_owned(), look: look(left), ..Paragraph::default() };
    let texts = ["1. Một.", "a) x:", "b) y:", "1. z.", "2. t."];
    let paragraphs: Vec<Paragraph> = texts.iter().map(|t| paragraph(t, 30.0)).collect();
    let found = outline(paragraphs.iter()).findings;
    assert!(!found.is_empty(), "{found:?}");
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

/// Every label costs the same, however many stand above it: counted in states, not in seconds.
#[test]
fn the_search_grows_with_the_labels_and_no_faster() {
    let made = |times: usize| {
        let one = ["Phần I", "A. MỤC", "I. MỤC", "7. Việc", "7.1. Việc", "a) Việc", "7) Việc", "- Việc", "+ Việc"];
        let all: Vec<Paragraph> = one
            .iter()
            .cycle()
            .take(one.len() * times)
            .map(|t| Paragraph { text: (*t).to_owned(), ..Paragraph::default() })
            .collect();
        let seen = cost::sightings(&all.iter().collect::<Vec<_>>());
        (search::work(&seen), all.len())
    };
    let ((few, _), (many, labels)) = (made(40), made(400));
    assert!(many <= few * 11, "ten times the labels, {few} and {many} states");
    assert!(many <= labels * 100, "{many} states for {labels} labels");
}
