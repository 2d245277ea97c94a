//! Vietnamese typed through the real Unikey engine, and streams of keys as Unikey for Windows sends them, into every
//! kind of field: no letter lost, doubled or out of order.

use skh_tests::keyboard::{Keyboard, Unikey};
use skh_tests::webview::{Window, tab};

/// Telex, as struck; what it gives.
const STRUCK: &str = "Chuyeenr ddooir soos, ddinhj huwowngs chieens luwowcj quoocs gia; nghieepj vuj thuwowngf xuyeen. ";
const TYPED: &str = "Chuyển đổi số, định hướng chiến lược quốc gia; nghiệp vụ thường xuyên.";

/// What the field with the focus holds.
const HELD: &str = "(document.activeElement.value ?? document.activeElement.innerText).normalize('NFC').trim()";

/// Types Telex through the engine into what has the focus, and waits until the field holds the words.
fn types(window: &Window, keyboard: &Keyboard, what: &str) {
    window.click(what);
    keyboard.press(&["ctrl+a", "BackSpace"]);
    keyboard.strike(STRUCK);
    holds(window, what, TYPED);
}

fn holds(window: &Window, what: &str, wanted: &str) {
    window.until(&format!("{what} does not hold “{wanted}”"), &format!("return {HELD} === '{wanted}'"));
}

#[test]
fn every_field_takes_telex_through_the_engine() {
    let unikey = Unikey::start();
    let window = Window::open_in("telex", &["--sample"], unikey.environment());
    window.see("[data-testid='section-row']");
    let keyboard = Keyboard::of(&window);
    window.click("[data-testid='section-row']:nth-child(4)");
    types(&window, &keyboard, "[data-testid='section-text']");
    window.click(&tab("Căn cứ"));
    types(&window, &keyboard, "[data-testid='basis-row']:nth-child(2) textarea[aria-label^='Trích yếu']");
}

/// Unikey for Windows takes letters back with BackSpace and sends the accented one.
#[test]
fn every_field_takes_backspace_and_retype() {
    let window = Window::open("retype", &["--sample"]);
    window.see("[data-testid='section-row']");
    let keyboard = Keyboard::of(&window);
    window.click("[data-testid='section-row']:nth-child(4)");
    retypes(&window, &keyboard, "[data-testid='section-text']");
}

fn retypes(window: &Window, keyboard: &Keyboard, what: &str) {
    window.click(what);
    keyboard.press(&["ctrl+a", "BackSpace"]);
    let word = ["t", "a", "a", "BackSpace", "BackSpace", "acircumflex", "n", "space"];
    keyboard.press(&word.repeat(20));
    keyboard.press(&["x"]);
    holds(window, what, &format!("{}x", "tân ".repeat(20)));
}
