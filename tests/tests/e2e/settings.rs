//! The settings: whose they are, what the decree refuses, what undoing gives back, and what the unit's next plan begins with.

use fantoccini::key::Key;
use skh_tests::webview::{Window, button};

use crate::desk::SECTION_ROWS;

fn open(window: &Window) {
    window.see(SECTION_ROWS);
    window.click(&button("Tệp"));
    window.click("//*[@role='menuitem'][contains(., 'Cài đặt')]");
    window.see("[data-testid='settings']");
}

#[test]
fn the_decree_refuses_a_margin_of_ten_millimetres_by_its_rule() {
    let window = Window::open("settings", &["--sample"]);
    open(&window);
    assert!(window.text("[data-testid='whose']").contains("Của đơn vị"));
    window.see("[data-testid='sample'] [data-drawn='true']");
    window.picture("unit");
    window.click(&button("Trang và cỡ chữ"));
    window.type_over("[data-testid='rule-margin_left']", "10");
    window.press(Key::Enter);
    let fault = window.text("[data-testid='rule-fault']");
    assert!(fault.contains("P2: lề trái 30–35 mm, không nhận 10 mm"), "{fault}");
    window.picture("refused");
    window.type_over("[data-testid='rule-margin_left']", "35");
    window.press(Key::Enter);
    window.see_no_more("[data-testid='rule-fault']");
    window.see("[aria-label^='Lấy lại mặc định 30 mm']");
    window.click("[aria-label^='Lấy lại mặc định 30 mm']");
    window.until("the default is back", "return document.querySelector(\"[data-testid='rule-margin_left']\").value === '30';");
    for (name, picture) in [
        ("Ban hành, tờ trình", "issuing"),
        ("Cột của phụ lục", "columns"),
        ("Kết quả năm trước", "results"),
        ("Mẫu kế hoạch", "forms"),
        ("Giao diện", "look"),
    ] {
        window.click(&button(name));
        window.picture(picture);
    }
    window.click(&button("Cột của phụ lục"));
    assert!(window.text("[data-testid='whose']").contains("Của kế hoạch này"));
    window.chord(&[], &char::from(Key::Escape).to_string());
    window.see(SECTION_ROWS);
}

#[test]
fn the_units_next_plan_begins_with_what_was_kept() {
    let window = Window::open("kept", &["--sample"]);
    open(&window);
    window.type_over("[data-testid='signer']", "Lê Thị Ước");
    window.press(Key::Tab);
    window.see("[data-testid='sample'] [data-drawn='true']");
    window.until("it is kept", "return !document.querySelector(\"[data-testid='differs']\");");
    let next = window.answer(
        "const done = arguments[arguments.length - 1];
         const unit = { name: 'Trung tâm Công nghệ thông tin', abbreviation: '', superior: '' };
         const request = { framework: null, ministry: [], previous: null, unit, year: 2027 };
         window.__TAURI_INTERNALS__.invoke('draft_plan', { request })
            .then((opened) => done(opened.plan.profile.signatory.name), (error) => done(JSON.stringify(error)));",
    );
    assert_eq!(next.as_str(), Some("Lê Thị Ước"), "who signed before signs again");
}
