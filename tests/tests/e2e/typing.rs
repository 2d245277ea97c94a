//! Vietnamese typed through the real Unikey engine, and streams of keys as Unikey for Windows sends them, into every
//! kind of field: no letter lost, doubled or out of order.

use skh_tests::keyboard::{Keyboard, Unikey};
use skh_tests::webview::{Window, tab};

/// Telex, as struck; what it gives.
const STRUCK: &str = "Chuyeenr ddooir soos, ddinhj huwowngs chieens luwowcj quoocs gia; nghieepj vuj thuwowngf xuyeen. ";
const TYPED: &str = "Chuyển đổi số, định hướng chiến lược quốc gia; nghiệp vụ thường xuyên.";

/// What the field with the focus holds.
const HELD: &str = "(document.activeElement.value ?? document.activeElement.innerText).normalize('NFC').trim()";

/// A way of typing, and what it is to give.
struct Typist<'w> {
    window: &'w Window,
    keyboard: Keyboard,
    strike: fn(&Keyboard),
    wanted: String,
}

impl Typist<'_> {
    /// Types in the place of what a field holds, and waits until it holds just the words.
    fn fills(&self, what: &str) {
        self.window.click(what);
        self.keyboard.press(&["ctrl+a", "BackSpace"]);
        self.types(what);
    }

    /// Types into what has the focus.
    fn types(&self, what: &str) {
        (self.strike)(&self.keyboard);
        let wanted = &self.wanted;
        self.window.until(&format!("{what} does not hold “{wanted}”"), &format!("return {HELD} === '{wanted}'"));
    }

    /// Every kind of field there is in a plan's window.
    fn fills_every_field(&self) {
        let window = self.window;
        window.click("[data-testid='section-row']:nth-child(4)");
        self.fills("[data-testid='section-text']");
        self.fills("textarea[placeholder^='Ghi ý kiến']");
        self.fills("input[aria-label='Tìm trong kế hoạch']");
        self.keyboard.press(&["Escape"]);

        window.click(&tab("Căn cứ"));
        self.fills("[data-testid='basis-row']:nth-child(2) textarea[aria-label^='Trích yếu']");

        window.click(&tab("Nhiệm vụ"));
        self.fills("input[placeholder='Tìm nhiệm vụ']");
        self.keyboard.press(&["Escape", "Escape"]);
        // The first key begins the cell anew: it must not be lost on the way to the field.
        window.click("[data-testid='task-row'] [tabulator-field='product']");
        self.types("a cell of the grid");
        self.keyboard.press(&["Return"]);

        self.keyboard.press(&["ctrl+comma"]);
        self.fills("[data-testid='signer']");
    }
}

#[test]
fn every_field_takes_telex_through_the_engine() {
    let unikey = Unikey::start();
    let window = Window::open_in("telex", &["--sample"], unikey.environment());
    window.see("[data-testid='section-row']");
    let keyboard = Keyboard::of(&window);
    let strike = |keyboard: &Keyboard| keyboard.strike(STRUCK);
    Typist { window: &window, keyboard, strike, wanted: TYPED.to_owned() }.fills_every_field();
}

/// Unikey for Windows takes letters back with BackSpace and sends the accented one.
#[test]
fn every_field_takes_backspace_and_retype() {
    let window = Window::open("retype", &["--sample"]);
    window.see("[data-testid='section-row']");
    let keyboard = Keyboard::of(&window);
    let strike = |keyboard: &Keyboard| {
        let word = ["t", "a", "a", "BackSpace", "BackSpace", "acircumflex", "n", "space"];
        keyboard.press(&word.repeat(20));
        keyboard.press(&["x"]);
    };
    let wanted = format!("{}x", "tân ".repeat(20));
    Typist { window: &window, keyboard, strike, wanted }.fills_every_field();
}
