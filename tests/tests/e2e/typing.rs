//! Vietnamese typed through the real Unikey engine (Telex and VNI), streams of keys as Unikey for Windows sends them, and
//! composition events as other input methods give them, into every field there is (`skh_tests::fields`): no letter lost,
//! doubled or out of order.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use skh_tests::cups::Cups;
use skh_tests::fields::{Field, OF_A_PLAN, OF_PRINTING, OF_THE_START, OF_THE_STEPS, Step, Takes};
use skh_tests::keyboard::{Keyboard, Method, Unikey};
use skh_tests::webview::{Window, button};

use crate::desk::choose;

/// Telex and VNI as struck; what both give.
const TELEX: &str = "Chuyeenr ddooir soos, ddinhj huwowngs chieens luwowcj; nghieepj vuj thuwowngf xuyeen.";
const VNI: &str = "Chuye6n3 d9o6i3 so61, d9inh5 hu7o7ng1 chie6n1 lu7o7c5; nghie6p5 vu5 thu7o7ng2 xuye6n.";
const TYPED: &str = "Chuyển đổi số, định hướng chiến lược; nghiệp vụ thường xuyên.";

/// What the field with the focus holds.
const HELD: &str = "(document.activeElement.value ?? document.activeElement.innerText).normalize('NFC').trim()";

/// Types a text as an input method does that composes each word and sends keys meanwhile: letters first without their
/// marks, Enter to take the word.
const COMPOSE: &str = r"
    const text = arguments[0], done = arguments[arguments.length - 1];
    const field = document.activeElement, editable = field.isContentEditable;
    const tell = (kind, data) => field.dispatchEvent(new CompositionEvent(kind, { bubbles: true, data }));
    const key = (name) => {
        const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key: name, isComposing: true });
        Object.defineProperty(event, 'keyCode', { value: 229 });
        field.dispatchEvent(event);
    };
    let shown = '';
    const put = (words, composing) => {
        if (editable) {
            for (let at = 0; at < shown.length; at += 1) getSelection().modify('extend', 'backward', 'character');
            document.execCommand('insertText', false, words);
        } else {
            const end = field.selectionEnd;
            field.setRangeText(words, end - shown.length, end, 'end');
            const inputType = composing ? 'insertCompositionText' : 'insertText';
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType, data: words, isComposing: composing }));
        }
        shown = composing ? words : '';
    };
    const plain = (word) => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
    (async () => {
        for (const word of text.split(' ')) {
            tell('compositionstart', '');
            for (let end = 1; end <= word.length; end += 1) {
                for (const part of [word.slice(0, end - 1) + plain(word[end - 1]), word.slice(0, end)]) {
                    key('Process');
                    tell('compositionupdate', part);
                    put(part, true);
                    // the editor of a section takes what changed in the page a little later
                    if (editable) await new Promise(requestAnimationFrame);
                }
            }
            key('Enter');
            tell('compositionend', word);
            put(word, false);
            await new Promise(requestAnimationFrame);
            put(' ', false);
        }
        done(true);
    })().catch((error) => done(String(error)));";

/// How text comes into a field.
enum Way {
    /// Words struck, each at full speed, and what each gives. One is taken before the next is struck: the engine's own
    /// module for GTK drops keys when more than twenty wait for a busy machine.
    Engine(&'static str),
    /// Keys are struck at full speed; what they give.
    Keys(fn(&Keyboard), String),
    /// Composition events.
    Composing,
}

/// Types into fields one after another.
struct Typist<'w> {
    window: &'w Window,
    keyboard: Keyboard,
    way: Way,
}

impl Typist<'_> {
    fn of(window: &Window, way: Way) -> Typist<'_> {
        Typist { window, keyboard: Keyboard::of(window), way }
    }

    /// Types into each of the fields in the place of what it holds, and waits until it holds just that.
    fn fills(&self, fields: &[Field]) {
        for field in fields {
            self.go(field.way);
            self.window.click(field.what);
            if field.clicked {
                // Composing does not queue behind keys, and an empty field does not tell whether they came: a late BackSpace
                // would take a letter of it.
                if matches!((field.takes, &self.way), (Takes::Words, Way::Composing)) {
                    self.window.script("document.execCommand('selectAll'); document.execCommand('delete');");
                } else {
                    self.keyboard.press(&["ctrl+a", "BackSpace"]);
                }
                self.holds("");
            }
            let wanted = self.types(field.takes);
            self.holds(&wanted);
            self.go(field.leave);
        }
    }

    /// Waits until what has the focus holds just this.
    fn holds(&self, wanted: &str) {
        let held = Value::from(wanted);
        let fault = format!("the field that was clicked last does not hold “{wanted}”");
        self.window.until(&fault, &format!("return {HELD} === {held}"));
    }

    /// Types into what has the focus; what it should hold then.
    fn types(&self, takes: Takes) -> String {
        match (takes, &self.way) {
            (Takes::Figures(figures), _) => {
                // with a slip that is taken back; the engine keeps the last key to itself until another comes
                self.keyboard.strike(&format!("{figures}7"));
                self.keyboard.press(&["BackSpace", "space"]);
                figures.to_owned()
            }
            (Takes::Words, Way::Engine(struck)) => {
                let mut given = String::new();
                for (struck, word) in struck.split(' ').zip(TYPED.split(' ')) {
                    self.keyboard.strike(&format!("{struck} "));
                    given = format!("{given} {word}").trim().to_owned();
                    self.holds(&given);
                }
                given
            }
            (Takes::Words, Way::Keys(strike, wanted)) => {
                strike(&self.keyboard);
                wanted.clone()
            }
            (Takes::Words, Way::Composing) => {
                assert_eq!(self.window.answer_to(COMPOSE, &[json!(TYPED)]), json!(true));
                TYPED.to_owned()
            }
        }
    }

    fn go(&self, steps: &[Step]) {
        for step in steps {
            match step {
                Step::Click(what) => self.window.click(what),
                Step::Key(key) => self.keyboard.press(&[key]),
            }
        }
    }
}

fn telex() -> Way {
    Way::Engine(TELEX)
}

fn vni() -> Way {
    Way::Engine(VNI)
}

/// Unikey for Windows takes letters back with BackSpace and sends the accented one.
fn retyping() -> Way {
    let strike = |keyboard: &Keyboard| {
        let word = ["t", "a", "a", "BackSpace", "BackSpace", "acircumflex", "n", "space"];
        keyboard.press(&word.repeat(8));
        keyboard.press(&["x"]);
    };
    Way::Keys(strike, format!("{}x", "tân ".repeat(8)))
}

/// Every field of a plan's screens, of the steps of a new plan, and of the start screen.
fn every_field(names: [&'static str; 3], environment: &[(String, String)], way: fn() -> Way) {
    let window = Window::open_in(names[0], &["--sample"], environment);
    window.see("[data-testid='section-row']");
    Typist::of(&window, way()).fills(OF_A_PLAN);
    drop(window);

    let letters = Path::new(env!("CARGO_MANIFEST_DIR")).join("letters");
    let window = Window::open_in(names[1], &[], environment);
    window.click(&button("Lập kế hoạch mới"));
    window.click("//button[starts-with(@aria-label, 'Bước 2')]");
    choose(&window, "Chọn kế hoạch, phụ lục", &letters.join("annex-workbook.xlsx"));
    window.click("//button[starts-with(@aria-label, 'Bước 1')]");
    choose(&window, "Chọn công văn", &letters.join("reform-letter.pdf"));
    window.see("[data-testid='paper-page'][data-drawn='true']");
    Typist::of(&window, way()).fills(OF_THE_STEPS);
    drop(window);

    let home = tempfile::tempdir().unwrap();
    many_plans(home.path());
    let window = Window::at_home_in(names[2], &[], home.path(), environment);
    window.see(&button("Lập kế hoạch mới"));
    Typist::of(&window, way()).fills(OF_THE_START);
}

/// A list of plans lately worked on, long enough to be searched.
fn many_plans(home: &Path) {
    let plan = |number: u32| {
        json!({ "path": format!("/khong-co/{number}.kehoach"), "year": 2020 + number, "unit": "Trung tâm Công nghệ thông tin",
                "subject": "Kế hoạch chuyển đổi số", "done": number, "sections": 20, "changed": "2026-01-05T08:30:00" })
    };
    let folder = home.join("data/vn.soankehoach");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("recent.json"), Value::from_iter((1..9).map(plan)).to_string()).unwrap();
}

#[test]
fn every_field_takes_telex_through_the_engine() {
    let unikey = Unikey::start(Method::Telex);
    every_field(["telex", "telex-steps", "telex-start"], unikey.environment(), telex);
}

#[test]
fn every_field_takes_vni_through_the_engine() {
    let unikey = Unikey::start(Method::Vni);
    every_field(["vni", "vni-steps", "vni-start"], unikey.environment(), vni);
}

#[test]
fn every_field_takes_backspace_and_retype() {
    every_field(["retype", "retype-steps", "retype-start"], &[], retyping);
}

#[test]
fn every_field_takes_words_that_are_composed() {
    every_field(["compose", "compose-steps", "compose-start"], &[], || Way::Composing);
}

#[test]
fn the_print_panel_takes_figures() {
    let Some(cups) = Cups::start() else { return };
    cups.add_queue();
    let unikey = Unikey::start(Method::Telex);
    let mut environment = unikey.environment().to_vec();
    environment.push(("CUPS_SERVER".to_owned(), cups.socket().display().to_string()));
    let window = Window::open_in("typing-print", &["--sample"], &environment);
    window.see("[data-testid='section-row']");
    let typist = Typist::of(&window, telex());
    typist.keyboard.press(&["ctrl+p"]);
    window.see("#range");
    typist.fills(OF_PRINTING);
}
