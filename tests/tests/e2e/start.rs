//! The start screen, and papers that cannot be read.

use std::fs;

use skh_tests::webview::{Window, button, saying};

use crate::desk::{Desk, SECTION_ROWS};

#[test]
fn a_paper_that_cannot_be_read_is_named_with_what_to_do_and_the_window_goes_on() {
    let desk = Desk::new();
    let broken = desk.folder.path().join("cong-van-tai-do.docx");
    fs::write(&broken, &desk.sample.letter[..desk.sample.letter.len() / 2]).unwrap();

    let window = Window::open("unreadable", &[]);
    window.click(&button("Lập kế hoạch mới"));
    window.answer_dialog(&broken);
    window.click(&button("Chọn công văn"));
    let failure = window.text("[data-testid='failure']");
    window.picture("failure-shown");
    assert!(failure.contains("cong-van-tai-do.docx"), "says which file: {failure}");
    assert!(failure.contains("hỏng"), "says what is wrong: {failure}");
    assert!(failure.contains("Lấy lại tệp gốc"), "says what to do: {failure}");

    window.answer_dialog(&desk.letter());
    window.click(&button("Chọn công văn"));
    window.see(&saying(desk.sample.letter_name));
    window.see_no_more("[data-testid='failure']");
    window.picture("goes-on");
}

#[test]
fn the_sample_opens_with_the_window() {
    let window = Window::open("sample", &["--sample"]);
    window.see(SECTION_ROWS);
    window.see(&saying("Bản nháp, chưa chọn nơi lưu"));
    window.picture("plan");
}
