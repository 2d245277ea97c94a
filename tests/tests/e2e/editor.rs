//! The section editor: items that number themselves, looks, pasting from Word, what can be put in, comments, the outline.

use std::path::Path;

use fantoccini::key::Key;
use serde_json::Value;
use skh_core::plan::{Edit, SectionId, TextRun};
use skh_core::store::PlanFile;
use skh_tests::webview::{Window, button, tab};

use crate::desk::{Desk, SECTION_ROWS};

const TEXT: &str = "[data-testid='section-text']";
const SECTION: &str = "Phần II/III/1";

fn row(path: &str) -> String {
    format!("{SECTION_ROWS}[data-path='{path}']")
}

fn menu(words: &str) -> String {
    format!("//*[@role='menuitem'][contains(., '{words}')]")
}

/// The sample, with a section to write in and nothing in it.
fn writing(name: &'static str) -> Window {
    let window = Window::open(name, &["--sample"]);
    window.see(SECTION_ROWS);
    window.click(&row(SECTION));
    window.see(&format!("{SECTION_ROWS}[data-path='{SECTION}'][aria-selected='true']"));
    window.type_over(TEXT, "x");
    window.chord(&[Key::Control], "a");
    window.press(Key::Backspace);
    window
}

/// What the paragraphs show: label and text.
fn said(window: &Window) -> Vec<String> {
    let shown = window.script(&format!(
        "return [...document.querySelectorAll(\"{TEXT} p\")].map((p) => ((p.dataset.label ?? '') + ' ' + p.innerText).trim())"
    ));
    shown.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// Goes to another section and back: what shows then comes from the plan.
fn reopened(window: &Window) {
    window.click(&row("Phần II/III/2"));
    window.see(&format!("{SECTION_ROWS}[data-path='Phần II/III/2'][aria-selected='true']"));
    window.click(&row(SECTION));
    window.see(&format!("{SECTION_ROWS}[data-path='{SECTION}'][aria-selected='true']"));
}

fn paste(window: &Window, what: &str, html: &str, text: &str) {
    let (html, text) = (Value::from(html), Value::from(text));
    window.script(&format!(
        "const field = document.querySelector(\"{what}\"); field.focus();
         const data = {{ 'text/html': {html}, 'text/plain': {text} }};
         const event = new Event('paste', {{ bubbles: true, cancelable: true }});
         Object.defineProperty(event, 'clipboardData', {{ value: {{ getData: (type) => data[type] ?? '', types: Object.keys(data), files: [], items: [] }} }});
         field.dispatchEvent(event);"
    ));
}

#[test]
fn items_number_themselves_and_change_their_level_by_keys() {
    let window = writing("items");
    window.chord(&[], "Cụ thể:");
    let keys = |keys: &str| window.chord(&[], keys);
    let enter = char::from(Key::Enter);
    keys(&format!("{enter}a) Một{enter}Hai{enter}Ba"));
    assert_eq!(said(&window), ["Cụ thể:", "a) Một", "b) Hai", "c) Ba"]);
    window.press(Key::Tab);
    assert_eq!(said(&window)[3], "- Ba");
    window.chord(&[Key::Shift], &char::from(Key::Tab).to_string());
    keys(&format!("{enter}{enter}Hết."));
    assert_eq!(said(&window), ["Cụ thể:", "a) Một", "b) Hai", "c) Ba", "Hết."]);
    // the items below count anew when one above goes
    window.script(&format!("getSelection().collapse(document.querySelectorAll(\"{TEXT} p\")[1], 0)"));
    window.press(Key::Backspace);
    window.until("the rest does not count anew", "return document.querySelectorAll('p.item')[0].dataset.label === 'a)'");
    assert_eq!(said(&window), ["Cụ thể:", "Một", "a) Hai", "b) Ba", "Hết."]);
    window.chord(&[Key::Control], "a");
    window.chord(&[Key::Control], "b");
    reopened(&window);
    assert_eq!(said(&window), ["Cụ thể:", "Một", "a) Hai", "b) Ba", "Hết."]);
    window.until("bold is lost", &format!("return document.querySelectorAll(\"{TEXT} strong\").length === 5"));
    window.picture("items");
}

#[test]
fn what_is_pasted_from_word_is_kept_clean() {
    let window = writing("pasting");
    let item = |label: &str, text: &str| {
        format!(
            "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>{label}\
             <span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>{text}<o:p></o:p></p>"
        )
    };
    let html = format!(
        "<html><head><style>p {{ color: red }}</style></head><body><p class=MsoNormal style='color:red'><b>Phát triển</b>&nbsp;dữ liệu:</p>{}{}</body></html>",
        item("a)", "Kết nối <i>nền tảng</i>;"),
        item("b)", "Chia sẻ dữ liệu.")
    );
    paste(&window, TEXT, &html, "");
    reopened(&window);
    assert_eq!(said(&window), ["Phát triển dữ liệu:", "a) Kết nối nền tảng;", "b) Chia sẻ dữ liệu."]);
    let looks = window.script(&format!(
        "return [...document.querySelectorAll(\"{TEXT} :is(strong, em, [style])\")].map((one) => one.tagName + one.innerText).join()"
    ));
    assert_eq!(looks, "STRONGPhát triển,EMnền tảng");
}

#[test]
fn references_indicators_and_comments_are_put_in() {
    let window = writing("inserting");
    window.chord(&[], "Thực hiện theo ");
    window.click("button[aria-label^='Chữ đậm']");
    window.click("//*[@role='toolbar']//button[contains(., 'Nhiệm vụ')]");
    window.see("[role='option']");
    window.until("the list is not ready to be searched", "return document.activeElement.getAttribute('role') === 'combobox'");
    window.chord(&[], "nen tang");
    window.picture("task-list");
    window.press(Key::Enter);
    window
        .until("no reference", &format!("return /nhiệm vụ .*Phụ lục/.test(document.querySelector(\"{TEXT} .task\")?.innerText)"));
    window.click(&button("Chỉ tiêu"));
    window.type_over("textarea[aria-label='Chỉ tiêu, dòng 1']", "Hồ sơ trực tuyến");
    window.type_over("textarea[aria-label='Đơn vị tính, dòng 1']", "%");
    window.type_over("textarea[aria-label^='Năm'][aria-label$='dòng 1']", "60");
    window.type_over("textarea[aria-label='Ý kiến']", "Hỏi lại Vụ Kế hoạch");
    window.click(&button("Thêm ý kiến"));
    window.see("[data-testid='comment']");
    reopened(&window);
    assert_eq!(window.count("[data-testid='indicator-row']"), 1);
    assert_eq!(window.count("[data-testid='comment']"), 1);
    window.see(&format!("{TEXT} .task"));
    window.picture("inserted");
    assert_eq!(window.accessibility_faults(), Vec::<String>::new());
    window.script("document.documentElement.dataset.theme = 'dark'");
    window.picture("dark");
    assert_eq!(window.accessibility_faults(), Vec::<String>::new());
}

#[test]
fn sections_of_the_units_own_are_added_moved_and_taken_out() {
    let window = writing("own-sections");
    let before = window.count(SECTION_ROWS);
    window.click("button[aria-label^='Thêm, chuyển']");
    window.click(&menu("Thêm mục cùng cấp"));
    window.see(&row("Phần II/III/2"));
    window.until("no new section", &format!("return document.querySelectorAll(\"{SECTION_ROWS}\").length === {}", before + 1));
    window.type_over("textarea[aria-label='Tên đề mục']", "Việc riêng của đơn vị");
    window.press(Key::Enter);
    window.until(
        "the new section has no name",
        &format!("return document.querySelector(\"{}\").innerText.includes('Việc riêng')", row("Phần II/III/2")),
    );
    window.click("button[aria-label^='Thêm, chuyển']");
    window.click(&menu("Chuyển lên"));
    window.until(
        "it does not move up",
        &format!("return document.querySelector(\"{}\").innerText.includes('Việc riêng')", row(SECTION)),
    );
    window.picture("own-section");
    window.click("button[aria-label^='Thêm, chuyển']");
    window.click(&menu("Bỏ mục này"));
    window.until("it is not taken out", &format!("return document.querySelectorAll(\"{SECTION_ROWS}\").length === {before}"));
    window.click("button[aria-label='Lọc đề mục']");
    window.click("//*[@role='menuitemradio'][contains(., 'Chưa xong')]");
    window.picture("filtered");
}

#[test]
fn bases_are_pasted_previewed_and_ordered() {
    let window = Window::open("bases", &["--sample"]);
    window.click(&tab("Căn cứ"));
    window.see("[data-testid='basis-row']");
    let before = window.count("[data-testid='basis-row']");
    window.click(&button("Dán danh sách"));
    let text = "Căn cứ Luật Dữ liệu ngày 30 tháng 11 năm 2024;\nCăn cứ Nghị định số 13/2023/NĐ-CP ngày 17/4/2023 của Chính phủ về bảo vệ dữ liệu cá nhân;\nTheo đề nghị của Chánh Văn phòng.";
    window.script(&format!(
        "const field = document.querySelector('#pasted-bases'); field.focus(); document.execCommand('insertText', false, {});",
        Value::from(text)
    ));
    window.see(&button("Thêm 2 căn cứ"));
    window.picture("preview");
    window.click(&button("Thêm 2 căn cứ"));
    window.until(
        "two are not added",
        &format!("return document.querySelectorAll(\"[data-testid='basis-row']\").length === {}", before + 2),
    );
    window.click(&button("Sắp xếp"));
    window.until(
        "the law does not stand first",
        "return document.querySelector(\"[data-testid='basis-row'] textarea[aria-label^='Loại']\").value === 'Luật'",
    );
    window.picture("ordered");
    assert_eq!(window.accessibility_faults(), Vec::<String>::new());
}

/// Fifty pages in one section: how long a key takes until it is painted. Printed, not judged: machines differ.
#[test]
fn a_section_of_fifty_pages_is_typed_into() {
    let desk = Desk::new();
    let first = Window::open("fifty-pages-made", &["--sample"]);
    first.see(SECTION_ROWS);
    first.answer_dialog(&desk.plan());
    first.click(&button("Lưu kế hoạch"));
    first.see_no_more(&button("Lưu kế hoạch"));
    drop(first);
    let paragraphs = lengthen(&desk.plan());

    let window = Window::open("fifty-pages", &[]);
    window.answer_dialog(&desk.plan());
    window.click("#open");
    window.see(SECTION_ROWS);
    window.click(&row(SECTION));
    window.until("not all paragraphs show", &format!("return document.querySelectorAll(\"{TEXT} p\").length === {paragraphs}"));
    let script = format!(
        "return (async () => {{
            const field = document.querySelector(\"{TEXT}\"), at = field.querySelectorAll('p')[{}];
            field.focus(); getSelection().collapse(at, 0);
            const times = [], direct = [];
            for (const sign of 'phát triển dữ liệu số của đơn vị') {{
                const begin = performance.now();
                document.execCommand('insertText', false, sign);
                direct.push(performance.now() - begin);
                await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
                times.push(performance.now() - begin);
            }}
            times.sort((a, b) => a - b);
            return [times[Math.floor(times.length / 2)], times[times.length - 3], at.innerText.slice(0, 12), direct.sort((a, b) => a - b)[Math.floor(direct.length / 2)]];
        }})()",
        paragraphs / 2
    );
    let measured = window.script(&script);
    println!(
        "fifty pages, {paragraphs} paragraphs: a key is painted after {} ms (median), {} ms (95 %)",
        measured[0], measured[1]
    );
    assert_eq!(measured[2], "phát triển d", "what was typed stands there");
    window.picture("typed");
}

/// Puts some fifty pages into the section; how many paragraphs they are.
fn lengthen(path: &Path) -> usize {
    // the window that held it may still be going down
    let end = std::time::Instant::now() + std::time::Duration::from_secs(20);
    let mut file = loop {
        let file = PlanFile::open(path).unwrap();
        if !file.is_read_only() || std::time::Instant::now() > end {
            break file;
        }
        drop(file);
        std::thread::sleep(std::time::Duration::from_millis(100));
    };
    let mut plan = file.plan().unwrap();
    let id: SectionId = plan.walk().into_iter().find(|(path, _)| path == SECTION).unwrap().1.id;
    let sentence = "Rà soát, cập nhật danh mục cơ sở dữ liệu, dữ liệu mở và dữ liệu chia sẻ; báo cáo hiện trạng trước ngày 25 tháng 12 hằng năm. ";
    let paragraph = |at: usize| {
        let label = ["", "a) ", "b) ", "- "][at % 4];
        vec![TextRun::plain(format!("{label}{}", sentence.repeat(2 + at % 2)))]
    };
    let paragraphs: Vec<Vec<TextRun>> = (0..500).map(paragraph).collect();
    let count = paragraphs.len();
    plan.apply(Edit::SectionText { id, paragraphs }).unwrap();
    file.save(&plan).unwrap();
    count
}
