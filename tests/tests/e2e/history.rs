//! Undo across screens, and versions: kept, compared, restored.

use fantoccini::key::Key;
use skh_tests::webview::{Window, button, menu_item, saying, tab};

use crate::desk::SECTION_ROWS;

const SECTION_TEXT: &str = "[data-testid='section-text']";
const SECTION: &str = "Phần II/III/1";
const TOAST: &str = "[data-testid='toast']";

fn section(path: &str) -> String {
    format!("{SECTION_ROWS}[data-path='{path}']")
}

fn undo(window: &Window) {
    window.chord(&[Key::Control], "z");
}

#[test]
fn undo_and_redo_go_across_screens_to_what_changed() {
    let window = Window::open("undo", &["--sample"]);
    window.see(SECTION_ROWS);
    window.see("#undo[aria-disabled='true']");
    window.click(&section(SECTION));
    window.click(&button("Xong mục này"));
    window.see(&button("Soạn lại"));
    window.see("#undo[aria-label*='đánh dấu mục III.1']");

    window.click(&tab("Trang in"));
    window.see(SECTION_ROWS.replace("section-row", "pdf-page").as_str());
    window.click(&tab("Căn cứ"));
    window.see("[data-testid='basis-row']");
    undo(&window);
    window.see(&button("Xong mục này"));
    window.see("#tab-text[aria-selected='true']");
    assert!(window.text(TOAST).contains("Đã hoàn tác: đánh dấu mục III.1"));
    window.picture("undone");

    window.click("#redo");
    window.see(&button("Soạn lại"));
    window.see("#redo[aria-disabled='true']");
    window.click("#file");
    window.see(&menu_item("Hoàn tác: đánh dấu mục III.1"));
    window.picture("menu");
    window.press(Key::Escape);

    window.press(Key::F1);
    window.see("[data-testid='help']");
    window.see(&saying("Tìm trong kế hoạch"));
    window.picture("help");
    window.press(Key::Escape);
    window.see_no_more("[data-testid='help']");

    window.press(Key::F6);
    window.until("F6 goes to a pane", "return document.activeElement.closest('aside, main, nav, .status, .top') !== null;");

    window.type_over("#search", "nhan thuc so");
    window.see("[role='option'][aria-selected='true']");
    window.picture("search");
    window.press(Key::Enter);
    window.see("#tab-text[aria-selected='true']");
}

#[test]
fn a_version_is_named_compared_word_by_word_and_restored_without_losing_the_present() {
    let window = Window::open("versions", &["--sample"]);
    window.see(SECTION_ROWS);
    window.click("#history");
    window.see(&saying("Chưa có phiên bản nào"));
    window.type_over("#version-name", "Trình lần 1");
    window.click(&button("Lưu phiên bản"));
    window.see("[data-testid='version']");
    window.click("[aria-label='Đóng lịch sử']");

    window.click(&section(SECTION));
    window.type_over(SECTION_TEXT, "Mở ba lớp bồi dưỡng kỹ năng số.");
    window.click("#history");
    window.click("[data-testid='version']");
    window.see("[data-testid='difference']");
    window.see("//*[@data-testid='difference']//ins[contains(., 'lớp bồi dưỡng')]");
    window.see("//*[@data-testid='difference']//del");
    window.picture("compared");

    window.click(&button("Đổi tên"));
    window.type_over("input[aria-label='Tên mới của phiên bản']", "Trình lãnh đạo lần 1");
    window.press(Key::Enter);
    window.see("//h2[contains(., 'Trình lãnh đạo lần 1')]");
    window.click(&button("Khôi phục phiên bản này"));
    window.see(&saying("Trước khi khôi phục"));
    window.until("the text is that of the version", &says(false));
    assert_eq!(window.count("[data-testid='version']"), 2, "the present is a version now");
    window.picture("restored");
    window.click("//*[@data-testid='version'][contains(., 'Trình lãnh đạo lần 1')]");
    window.click(&button("Xóa"));
    window.click(&button("Giữ lại"));
    window.click(&button("Xóa"));
    window.click(&button("Xóa hẳn phiên bản"));
    window.until("the version stays", "return document.querySelectorAll(\"[data-testid='version']\").length === 1");
    window.click("[aria-label='Đóng lịch sử']");
    window.see("#undo[aria-label*='khôi phục']");
    window.click("#undo");
    window.until("the text is that before", &says(true));
}

/// A script: whether the section shown has the words typed.
fn says(typed: bool) -> String {
    format!(
        "const field = document.querySelector(\"{SECTION_TEXT}\");
         return (field?.value ?? field?.textContent ?? '').includes('Mở ba lớp bồi dưỡng') === {typed};"
    )
}
