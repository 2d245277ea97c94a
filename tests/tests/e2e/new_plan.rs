//! A new plan: the paper beside what was understood of it, corrections that change the draft and are remembered, leaving and
//! resuming, the wrong step, scans; on the papers of `tests/letters`.

use std::path::{Path, PathBuf};

use fantoccini::key::Key;
use skh_core::files::Tesseract;
use skh_tests::webview::{Window, button, menu_item, saying};

use crate::desk::{Desk, SECTION_ROWS, choose};

const UNIT: &str = "trung tam cong nghe thong tin";
const TINT: &str = "[data-testid='paper-tint']";

fn letter(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("letters").join(name)
}

fn unit_and_draft(window: &Window) {
    window.type_over("#unit", UNIT);
    window.press(Key::Enter);
    window.see("[data-testid='unit-share']");
    window.click(&button("Soạn ngay"));
    window.see(SECTION_ROWS);
}

/// What is tinted in the paper lies within what shows of it.
const TINT_SHOWS: &str = "
    const tint = document.querySelector(\"[data-testid='paper-tint']\");
    if (!tint) return false;
    const box = tint.getBoundingClientRect(), desk = tint.closest('.desk').getBoundingClientRect();
    return box.height > 4 && box.bottom > desk.top && box.top < desk.bottom;";

/// Papers of three families and formats: a letter, the ministry's papers, a draft.
#[test]
fn papers_of_three_families_become_plans() {
    for (name, first, ministry) in [
        ("family-letter", "framework-letter.docx", &["digitisation-decision.docx", "annex-workbook.xlsx"][..]),
        ("family-reform", "reform-letter.pdf", &["steering-plan.pdf"]),
        ("family-old", "letter-tcvn3.docx", &["party-plan.docx", "province-plan.pdf"]),
    ] {
        let window = Window::open(name, &[]);
        window.click(&button("Lập kế hoạch mới"));
        choose(&window, "Chọn công văn", &letter(first));
        // a heading leads to its place in the paper
        window.click("[data-testid='understood-heading']");
        window.until("the paper does not show the heading's place", TINT_SHOWS);
        window.picture("1-letter");
        window.click(&button("Tiếp tục: kế hoạch của Bộ"));
        for (at, paper) in ministry.iter().enumerate() {
            choose(&window, if at == 0 { "Chọn kế hoạch, phụ lục" } else { "Thêm tệp" }, &letter(paper));
        }
        window.picture("2-ministry");
        window.click(&button("Tiếp tục: chọn đơn vị"));
        unit_and_draft(&window);
        window.picture("3-drafted");
    }
}

/// A row of a table and a finding lead to their places; a click in the paper leads back to the list.
#[test]
fn paper_and_list_lead_to_each_other() {
    let window = Window::open("both-ways", &[]);
    window.click(&button("Lập kế hoạch mới"));
    window.click(&button("Bỏ qua bước này"));
    choose(&window, "Chọn kế hoạch, phụ lục", &letter("long-plan.pdf"));
    window.until(
        "the first page is not drawn",
        "return document.querySelector(\"[data-testid='paper-page'][data-drawn='true']\") !== null;",
    );
    if window.count("[data-testid='understood-task']") == 0 {
        window.click(".group");
    }
    window.click("[data-testid='understood-task']");
    window.until("the paper does not show the task's row", TINT_SHOWS);
    window.picture("task");
    let row = window.script(
        "const t = document.querySelector(\"[data-testid='paper-tint']\").getBoundingClientRect(); return t.width > 200;",
    );
    assert_eq!(row, true, "a whole row of the table is tinted");
    // a click on the first heading of the paper selects it in the list
    window.script("document.querySelector('.desk').scrollTo(0, 0); return true;");
    window.script(
        "const page = document.querySelector(\"[data-page='1']\"), box = page.getBoundingClientRect();
         const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height * 0.9, bubbles: true };
         page.dispatchEvent(new MouseEvent('click', at)); return true;",
    );
    window.until(
        "nothing of the list is selected by the click in the paper",
        "return document.querySelector(\"[data-item].on\") !== null && !document.querySelector('.task.on');",
    );
    window.picture("from-paper");
}

#[test]
fn a_correction_changes_the_draft_is_remembered_and_can_be_refused() {
    let desk = Desk::new();
    let window = Window::open("correction", &[]);
    window.click(&button("Lập kế hoạch mới"));
    choose(&window, "Chọn công văn", &desk.letter());
    let heading = "//button[@data-testid='understood-heading'][contains(., 'Nhận thức số')]";
    window.click(heading);
    window.until("the paper does not show the heading's place", TINT_SHOWS);
    window.click(&button("Sửa tên"));
    window.type_over("input[aria-label='Tên đề mục']", "Nhận thức và kỹ năng số");
    window.press(Key::Enter);
    window.see("//*[@data-testid='correction'][contains(., 'Nhận thức và kỹ năng số')]");
    window.click(&button("Bắt buộc"));
    window.see("//*[@data-testid='correction'][contains(., 'Bắt buộc')]");
    window.picture("corrected");
    window.click(&button("Tiếp tục: kế hoạch của Bộ"));
    window.click(&button("Bỏ qua bước này"));
    unit_and_draft(&window);
    window.see(&saying("Nhận thức và kỹ năng số"));
    window.picture("drafted");

    // the next letter of the same sender: proposed, marked, refused
    window.click(&button("Tệp"));
    window.click(&menu_item("Về trang đầu"));
    window.click(&button("Lập kế hoạch mới"));
    choose(&window, "Chọn công văn", &desk.letter());
    window.see("//*[@data-testid='correction'][contains(., 'đã nhớ')][contains(., 'Nhận thức và kỹ năng số')]");
    window.picture("remembered");
    window.click("//*[@data-testid='correction'][contains(., 'Đề mục đổi tên')]//button");
    window.see_no_more("//*[@data-testid='correction'][contains(., 'Đề mục đổi tên')]");
    window.see(heading);
}

#[test]
fn a_plan_in_the_making_is_left_and_gone_on_with() {
    let desk = Desk::new();
    let window = Window::open("left", &[]);
    window.click(&button("Lập kế hoạch mới"));
    choose(&window, "Chọn công văn", &desk.letter());
    window.click("[data-testid='understood-heading']");
    window.click(&button("Bắt buộc"));
    window.see("[data-testid='correction']");
    window.click(&button("Tiếp tục: kế hoạch của Bộ"));
    choose(&window, "Chọn kế hoạch, phụ lục", &desk.ministry_plan());
    window.click(&button("Lưu lại, làm sau"));
    window.see("[data-testid='unfinished']");
    let row = window.text("[data-testid='unfinished']");
    assert!(row.contains("Bước 2") && row.contains(desk.sample.plan_name), "{row}");
    window.picture("start");
    window.click(&button("Làm tiếp"));
    window.see(&saying("Đã đọc được"));
    window.see(&format!("//*[@data-testid='paper-file'][contains(., '{}')]", desk.sample.plan_name));
    window.click("//button[starts-with(@aria-label, 'Bước 1')]");
    window.see("[data-testid='correction']");
    window.click("//button[starts-with(@aria-label, 'Bước 3')]");
    unit_and_draft(&window);
    window.click(&button("Tệp"));
    window.click(&menu_item("Về trang đầu"));
    window.see(&button("Lập kế hoạch mới"));
    assert_eq!(window.count("[data-testid='unfinished']"), 0, "a plan that was drafted is not in the making any more");
}

#[test]
fn a_plan_given_as_the_letter_is_noticed_and_moved() {
    let desk = Desk::new();
    let window = Window::open("wrong-step", &[]);
    window.click(&button("Lập kế hoạch mới"));
    choose(&window, "Chọn công văn", &desk.ministry_plan());
    window.see("[data-testid='wrong-step']");
    window.picture("noticed");
    window.click(&button("Chuyển sang bước 2"));
    window.see_no_more("[data-testid='wrong-step']");
    window.see("//button[@aria-current='step'][starts-with(@aria-label, 'Bước 2')]");
    window.see(&saying(desk.sample.plan_name));
}

#[test]
fn last_years_plan_and_a_unit_of_ones_own() {
    let desk = Desk::new();
    let window = Window::open("last-year", &[]);
    window.click(&button("Lập kế hoạch mới"));
    window.click(&button("Bỏ qua bước này"));
    choose(&window, "Chọn kế hoạch, phụ lục", &desk.ministry_plan());
    window.click(&button("Tiếp tục: chọn đơn vị"));
    window.type_over("#unit", UNIT);
    window.press(Key::Enter);
    window.see("[data-testid='share-lead']");
    assert_ne!(window.text("[data-testid='share-lead']"), "0");
    window.picture("unit");
    window.click(&button("Tiếp tục: kế hoạch năm trước"));
    choose(&window, "Chọn kế hoạch năm trước", &desk.ministry_plan());
    window.see("//*[@data-testid='carried']//li");
    window.picture("carried");
    window.click(&button("Quay lại"));
    window.type_over("#unit", "Vụ Vũ trụ");
    window.see(&saying("Không có đơn vị nào tên như vậy"));
    window.click(&button("Đơn vị không có trong danh mục"));
    window.type_over("#own-abbreviation", "VVT");
    window.press(Key::Tab);
    window.see("//*[@data-testid='unit-share'][contains(., 'Vụ Vũ trụ')]");
    window.picture("own-unit");
    window.click(&button("Soạn ngay"));
    window.see(SECTION_ROWS);
    window.click(&button("Tệp"));
    window.click(&menu_item("Về trang đầu"));
    window.see(&saying("Vụ Vũ trụ"));
}

#[test]
fn a_scan_offers_recognition() {
    let window = Window::open("scan", &[]);
    window.click(&button("Lập kế hoạch mới"));
    window.answer_dialog(&letter("scan.pdf"));
    window.click(&button("Chọn công văn"));
    window.see("[data-testid='scan']");
    window.picture("offered");
    if Tesseract::find().is_err() {
        return;
    }
    window.click("#recognise");
    window.see(&saying("Đã đọc được"));
    window.see(&saying("OCR"));
    window.picture("recognised");
}

/// Light and dark, at the size of a planner's screen.
#[test]
fn it_looks_well_in_light_and_dark() {
    let desk = Desk::new();
    let window = Window::open("new-plan-look", &[]);
    window.resize(1366, 688);
    window.click(&button("Lập kế hoạch mới"));
    window.picture("empty");
    choose(&window, "Chọn công văn", &desk.letter());
    window.click(&button("Tiếp tục: kế hoạch của Bộ"));
    choose(&window, "Chọn kế hoạch, phụ lục", &letter("annex-cut-by-pages.pdf"));
    window.click("[data-testid='doubt'] .what");
    window.until("the paper does not show the doubt's place", TINT_SHOWS);
    window.picture("light");
    assert_eq!(window.accessibility_faults(), Vec::<String>::new());
    window.script("document.documentElement.dataset.theme = 'dark'; return true;");
    window.picture("dark");
    assert_eq!(window.accessibility_faults(), Vec::<String>::new());
    window.script("document.documentElement.style.fontSize = '125%'; return true;");
    window.picture("large");
    assert!(window.count(TINT) > 0);
}
