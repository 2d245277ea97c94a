//! The steps of a new plan in depth: every value leads to its place in the paper, every correction is made, taken back and
//! remembered, a long reading is given up, and papers let fall on the window go to their step.

use std::fs;
use std::path::{Path, PathBuf};

use fantoccini::key::Key;
use serde_json::Value;
use skh_core::files::Tesseract;
use skh_core::store::PlanFile;
use skh_tests::plans;
use skh_tests::webview::{Window, button, menu_item, saying};

use crate::desk::{Desk, SECTION_ROWS, choose};

fn letter(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("letters").join(name)
}

fn made(words: &str) -> String {
    format!("//*[@data-testid='correction'][contains(., '{words}')]")
}

/// Begins a new plan and goes to the ministry's step with this paper.
fn with_ministry(window: &Window, paper: &str) {
    window.click(&button("Lập kế hoạch mới"));
    window.click(&button("Bỏ qua bước này"));
    choose(window, "Chọn kế hoạch, phụ lục", &letter(paper));
}

/// Points at a thing of the list; waits until its place is tinted and shows, and says what is tinted.
fn pointed(window: &Window, what: &str, item: &str) -> String {
    window.click(what);
    window.until(
        &format!("{what} does not lead to its place in the paper"),
        &format!(
            "if (!document.querySelector(\"[data-item='{item}'].on\")) return false;
             const tint = document.querySelector(\"[data-testid='paper-tint']\");
             if (!tint) return false;
             const box = tint.getBoundingClientRect(), desk = tint.closest('.desk').getBoundingClientRect();
             return box.height > 4 && box.bottom > desk.top && box.top < desk.bottom;"
        ),
    );
    let tinted = "return [...document.querySelectorAll(\"[data-testid='paper-tint']\")].map((one) => one.innerText).join(' ')";
    window.script(tinted).as_str().unwrap_or_default().replace('\n', " ")
}

/// Opens all that is folded in the list.
fn unfold(window: &Window) {
    window.script("document.querySelectorAll('aside details').forEach((one) => { one.open = true; }); return true;");
}

#[test]
fn every_value_of_a_word_file_leads_to_its_place() {
    let window = Window::open("places-docx", &[]);
    window.resize(1366, 688);
    window.click(&button("Lập kế hoạch mới"));
    choose(&window, "Chọn công văn", &letter("framework-letter.docx"));
    unfold(&window);
    let truth: Value = serde_json::from_slice(&fs::read(letter("framework-letter.truth.json")).unwrap()).unwrap();
    let said = |room: &str, key: &str| truth[room][key].as_str().unwrap().to_owned();
    assert!(pointed(&window, "#paper-number", "head:number").contains(&said("document", "number_symbol")));
    let year = &said("document", "date")[..4];
    assert!(pointed(&window, "#paper-date", "head:date").contains(year));
    window.picture("date");
    pointed(&window, "#paper-subject", "head:subject");
    window.picture("subject");
    pointed(&window, "#paper-deadline", "head:deadline");
    for (name, words) in [
        ("issuer", truth["reading"]["issuer"][0].as_str().unwrap()),
        ("addressees", "Kính gửi"),
        ("place", &said("reading", "place")),
        ("recipients", "Nơi nhận"),
        ("signatory", truth["reading"]["signatory"]["authority"][0].as_str().unwrap()),
    ] {
        let tinted = pointed(&window, &format!("[data-item='head:{name}'] .place"), &format!("head:{name}"));
        assert!(tinted.to_lowercase().contains(&words.to_lowercase()), "{name}: “{tinted}” is not “{words}”");
    }
    window.picture("signatory");
    for part in ["priority", "basis", "node"] {
        let row = format!("details[data-part='{part}'] [data-item]");
        if window.count(&row) > 0 {
            let item = window.script(&format!("return document.querySelector(\"{row}\").dataset.item"));
            pointed(&window, &format!("{row} button"), item.as_str().unwrap());
        }
    }
    // a click on the letterhead leads back to the list
    window.script("document.querySelector('.desk').scrollTo(0, 0); return true;");
    window.click("//*[@data-testid='paper-sheet']//td[contains(., 'Số:')]");
    window.see("[data-item^='head:'].on");
}

#[test]
fn every_value_of_a_pdf_leads_to_its_place() {
    let window = Window::open("places-pdf", &[]);
    window.resize(1366, 688);
    window.click(&button("Lập kế hoạch mới"));
    choose(&window, "Chọn công văn", &letter("reform-letter.pdf"));
    window.see("[data-testid='paper-page'][data-drawn='true']");
    unfold(&window);
    for name in ["number", "date", "subject"] {
        pointed(&window, &format!("#paper-{name}"), &format!("head:{name}"));
        window.picture(name);
    }
    for item in ["issuer", "addressees", "signatory", "recipients"] {
        pointed(&window, &format!("[data-item='head:{item}'] .place"), &format!("head:{item}"));
    }
    window.picture("recipients");
}

#[test]
fn a_workbook_shows_its_sheets() {
    let window = Window::open("sheets", &[]);
    window.resize(1366, 688);
    with_ministry(&window, "sheets-workbook.xlsx");
    let tabs = "nav[aria-label='Trang tính'] button";
    window.see(tabs);
    window.picture("first");
    let count = window.count(tabs);
    assert!(count > 1);
    unfold(&window);
    if window.count("[data-testid='understood-task']") == 0 {
        window.click(".group");
    }
    // the last task of the list stands on a later sheet than the first: its sheet is turned to
    let rows = "[data-testid='understood-task']";
    window.script("document.querySelectorAll(\".group[aria-expanded='false']\").forEach((one) => one.click()); return true;");
    let sheets = format!(
        "const rows = [...document.querySelectorAll(\"{rows}\")];
         for (const row of [rows[0], rows.at(-1)]) {{
             row.click();
             await new Promise((done) => setTimeout(done, 400));
             seen.push(document.querySelector(\"{tabs}[aria-current='true']\").textContent,
                       document.querySelector(\"[data-testid='paper-tint']\") !== null);
         }}"
    );
    let seen = window.answer(&format!(
        "const done = arguments[arguments.length - 1]; const seen = [];
         (async () => {{ {sheets} }})().then(() => done(seen), (error) => done(String(error)));"
    ));
    let seen = seen.as_array().cloned().unwrap_or_default();
    assert!(seen.len() == 4 && seen[1] == true && seen[3] == true, "{seen:?}");
    window.picture("last");
}

#[test]
fn rows_are_set_right_and_each_correction_is_taken_back() {
    let window = Window::open("rows", &[]);
    window.resize(1366, 688);
    with_ministry(&window, "annex-workbook.xlsx");
    let tasks = |window: &Window| window.text(".figures");
    let before = tasks(&window);
    window.script("document.querySelectorAll(\".group[aria-expanded='false']\").forEach((one) => one.click()); return true;");
    window.click("[data-item='task:1'] .row");
    window.picture("open");
    window.click(&button("Nối vào hàng trên"));
    window.see(&made("Nối một hàng"));
    assert_ne!(tasks(&window), before);
    window.click(&format!("{}//button", made("Nối một hàng")));
    window.see_no_more(&made("Nối một hàng"));
    assert_eq!(tasks(&window), before);

    window.click("[data-item='task:1'] .row");
    window.click(&button("Bỏ hàng này"));
    window.see(&made("Bỏ một hàng"));
    assert_ne!(tasks(&window), before);
    window.click(&format!("{}//button", made("Bỏ một hàng")));
    window.see_no_more(&made("Bỏ một hàng"));

    window.click("[data-item='task:0'] .row");
    window.type_over(".task textarea", "Rà soát, chuẩn hóa dữ liệu");
    window.press(Key::Tab);
    window.see(&made("Rà soát, chuẩn hóa dữ liệu"));
    window.see("//*[@data-testid='understood-task'][contains(., 'Rà soát, chuẩn hóa dữ liệu')]");
    window.picture("corrected");
    window.click(&format!("{}//button", made("Sửa ô")));
    window.see_no_more("[data-testid='correction']");
}

#[test]
fn headings_change_their_level_and_go() {
    let window = Window::open("headings", &[]);
    window.resize(1366, 688);
    window.click(&button("Lập kế hoạch mới"));
    choose(&window, "Chọn công văn", &letter("framework-letter.docx"));
    let inset = "return parseFloat(getComputedStyle(document.querySelector('.row.on')).paddingLeft)";
    window.click("//button[@data-testid='understood-heading'][contains(., 'Hạ tầng và nền tảng')]");
    let before = window.script(inset).as_f64().unwrap();
    window.click("[aria-label^='Lên một cấp']");
    window.see(&made("Lên một cấp"));
    window.until("it stands no higher", &format!("return (() => {{ {inset} }})() < {before}"));
    window.picture("higher");
    window.click(&format!("{}//button", made("Lên một cấp")));
    window.see_no_more(&made("Lên một cấp"));
    let headings = window.count("[data-testid='understood-heading']");
    window.click("//button[@data-testid='understood-heading'][contains(., 'Hạ tầng và nền tảng')]");
    window.click("//*[contains(@class, 'row') and contains(@class, 'on')]//button[contains(., 'Bỏ')]");
    window.see(&made("Bỏ một đề mục"));
    assert!(window.count("[data-testid='understood-heading']") < headings);
    window.click(&format!("{}//button", made("Bỏ một đề mục")));
    window.see("//button[@data-testid='understood-heading'][contains(., 'Hạ tầng và nền tảng')]");

    // number, day and deadline of the letter
    unfold(&window);
    window.type_over("#paper-date", "31/02/2026");
    window.press(Key::Tab);
    window.see("#paper-date-fault");
    window.picture("no-such-day");
    window.type_over("#paper-date", "3/11/2025");
    window.press(Key::Tab);
    window.see(&made("Ngày ban hành: 03/11/2025"));
    window.type_over("#paper-number", "12/ABC-DEF");
    window.press(Key::Tab);
    window.see(&made("Số, ký hiệu: 12/ABC-DEF"));
    window.see("//h2[contains(., '12/ABC-DEF') and contains(., '03/11/2025')]");
}

/// A name that tables give a unit and the directory does not have: a unit is chosen for it, and for the sender's next paper
/// it is proposed.
#[test]
fn a_unit_is_chosen_for_an_unknown_name_and_remembered() {
    let window = Window::open("unknown-unit", &[]);
    window.resize(1366, 688);
    with_ministry(&window, "annex-workbook.xlsx");
    let doubt = "//li[@data-testid='doubt'][.//button[contains(@aria-label, 'Chọn')]]";
    window.see(doubt);
    window.click(&format!("{doubt}//button[contains(@class, 'what')]"));
    window.see("#unit-of-name");
    window.picture("open");
    assert_eq!(window.accessibility_faults(), Vec::<String>::new());
    window.type_over("#unit-of-name", "trung tam cong nghe thong tin");
    window.press(Key::Enter);
    window.see(&made("là Trung tâm Công nghệ thông tin"));
    window.picture("chosen");
    window.click(&button("Tiếp tục: chọn đơn vị"));
    window.type_over("#unit", "trung tam cong nghe thong tin");
    window.press(Key::Enter);
    window.see("[data-testid='unit-share']");
    window.click(&button("Soạn ngay"));
    window.see(SECTION_ROWS);
    window.click(&button("Tệp"));
    window.click(&menu_item("Về trang đầu"));
    with_ministry(&window, "annex-workbook.xlsx");
    window.see("//*[@data-testid='correction'][contains(., 'đã nhớ')][contains(., 'là Trung tâm Công nghệ thông tin')]");
}

#[test]
fn the_reading_of_a_scan_is_given_up() {
    if Tesseract::find().is_err() {
        return;
    }
    let window = Window::open("scan-stopped", &[]);
    window.click(&button("Lập kế hoạch mới"));
    window.answer_dialog(&letter("scan.pdf"));
    window.click(&button("Chọn công văn"));
    window.click("#recognise");
    window.see("#scan-progress");
    window.see(&saying("Đang nhận dạng trang"));
    window.picture("under-way");
    window.click(&button("Dừng"));
    window.see("#recognise");
    assert_eq!(window.count("[data-testid='failure']"), 0);
    window.see(&button("Chọn công văn"));
}

/// A letter, a plan, an annex and a plan file of last year, let fall at once and one by one; an unreadable one is told.
#[test]
fn papers_let_fall_go_to_their_steps() {
    let desk = Desk::new();
    let window = Window::open("drops", &[]);
    window.see(&button("Lập kế hoạch mới"));
    let annex = letter("annex-workbook.xlsx");
    window.drop_files(&[&desk.letter(), &desk.ministry_plan(), &annex]);
    window.see("//button[@aria-current='step'][starts-with(@aria-label, 'Bước 2')]");
    window.see("//button[starts-with(@aria-label, 'Bước 1')][contains(@aria-label, 'xong')]");
    let files = "nav[aria-label='Các tệp của bước này'] button";
    window.until("both papers of the ministry are there", &format!("return document.querySelectorAll(\"{files}\").length === 2"));
    window.picture("several");

    // a scan goes to the step one is at, and offers to be read
    window.drop_files(&[&letter("scan.pdf")]);
    window.see("[data-testid='scan']");

    let broken = desk.exports().join("hong.docx");
    fs::write(&broken, b"khong phai van ban").unwrap();
    window.drop_files(&[&broken]);
    assert!(window.text("[data-testid='failure']").contains("hong.docx"));
    window.picture("unreadable");

    // at the last step a plan file is last year's plan, at another it is opened
    window.click("//button[starts-with(@aria-label, 'Bước 4')]");
    let old = desk.plan();
    drop(PlanFile::create(&old, &plans::with_tasks(12)).unwrap());
    window.drop_files(&[&old]);
    window.see("//*[@data-testid='paper-file'][contains(., 'ke-hoach-cua-toi.kehoach')]");
    window.picture("last-year");

    // one paper at a time goes where it belongs, too
    window.drop_files(&[&letter("reform-letter.pdf")]);
    window.see("//*[@data-testid='paper-file'][contains(., 'reform-letter.pdf')]");
    window.see("//button[@aria-current='step'][starts-with(@aria-label, 'Bước 1')]");
    window.drop_files(&[&old]);
    window.see(SECTION_ROWS);
    window.see(&saying("ke-hoach-cua-toi.kehoach"));
}
