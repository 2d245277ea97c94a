//! The window as a planner feels it, in the real webview and in release builds: how long it takes to come up beside a
//! window with nothing in it, from a key to its paint, for the pages to follow, to scroll five thousand tasks; what it
//! blocks and holds. Run by `cargo xtask bench --window`, which builds both windows; prints, asserts nothing.

#![allow(clippy::panic)]

mod probe;

use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use fantoccini::key::Key;
use skh_core::plan::Plan;
use skh_core::store::PlanFile;
use skh_tests::keyboard::Keyboard;
use skh_tests::plans;
use skh_tests::program::root;
use skh_tests::webview::{Window, button, saying, tab};
use tempfile::TempDir;

use probe::{answers, first_paint, forget, install, keys, longest, memory, numbers, quantile};

/// Starts of each window, in turns, so that what else the machine does falls on both.
const STARTS: usize = 7;
const ROWS: &str = "[data-testid='section-row']";
const TEXT: &str = "[data-testid='section-text']";
const DRAWN: &str = "[data-testid='pdf-page'][data-drawn='true']";
const SENTENCE: &str = "ra soat du lieu so cua don vi";

/// Types one letter; milliseconds from it to the page that shows it, drawn.
const KEY_TO_PAGE: &str = "
    const done = arguments[arguments.length - 1];
    const desk = document.querySelector(\"[data-testid='pages-pane'] .desk\");
    const before = Number(desk.dataset.version);
    document.querySelector(\"[data-testid='section-text']\").focus();
    const began = performance.now();
    document.execCommand('insertText', false, 'x');
    const look = () => {
        const shown = Number(desk.dataset.version);
        if (shown > before && Number(desk.dataset.drawn) === shown) done(performance.now() - began);
        else if (performance.now() - began > 20000) done(-1);
        else requestAnimationFrame(look);
    };
    look();";

/// Scrolls the grid frame by frame; milliseconds of idle frames, then of those that scroll.
const SCROLL: &str = "
    const done = arguments[arguments.length - 1];
    const holder = document.querySelector('.tabulator-tableholder'), idle = [], times = [];
    let last = performance.now();
    const next = () => {
        const now = performance.now();
        (idle.length < 30 ? idle : times).push(now - last);
        last = now;
        if (idle.length >= 30) holder.scrollTop += 100;
        if (times.length < 120) requestAnimationFrame(next);
        else done([idle, times]);
    };
    requestAnimationFrame(next);";

/// Clicks “Xuất”; milliseconds until the first step is told, and until the files are named.
const EXPORT: &str = "
    const done = arguments[arguments.length - 1];
    const began = performance.now();
    let first = -1;
    document.querySelector('#export').click();
    const look = () => {
        const now = performance.now() - began;
        if (first < 0 && document.querySelector('[role=progressbar], progress')) first = now;
        if (document.querySelector(\"[data-testid='exported-path']\")) done([first, now]);
        else if (now > 60000) done([first, -1]);
        else setTimeout(look, 5);
    };
    look();";

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let measures: [(&str, fn()); 5] = [("start", start), ("text", text), ("pages", pages), ("tasks", tasks), ("export", export)];
    for (name, measure) in measures {
        if wanted.is_empty() || wanted.iter().any(|one| one == name) {
            measure();
        }
    }
}

fn binary() -> PathBuf {
    root().join("target/release/soan-ke-hoach")
}

fn open(name: &'static str, arguments: &[&str]) -> Window {
    Window::of_program(&binary(), name, arguments, &[])
}

/// A window with this plan open.
fn with_plan(name: &'static str, plan: &Plan) -> (Window, TempDir) {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no folder: {error}"));
    let path = folder.path().join("ke-hoach.kehoach");
    drop(PlanFile::create(&path, plan).unwrap_or_else(|error| panic!("{}: {error}", path.display())));
    let window = open(name, &[&path.to_string_lossy()]);
    window.see(ROWS);
    install(&window);
    (window, folder)
}

fn say(what: &str, figures: &str) {
    println!("{what:<46} {figures}");
}

fn start() {
    let one = |binary: &Path| {
        let window = Window::of_program(binary, "bench-start", &[], &[]);
        (first_paint(&window).unwrap_or(f64::NAN), memory(&window))
    };
    let (mut ours, mut empty) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        empty.push(one(&root().join("target/release/examples/empty")));
        ours.push(one(&binary()));
    }
    let of = |all: &[(f64, f64)]| {
        let median = |part: fn(&(f64, f64)) -> f64| quantile(all.iter().map(part).collect(), 0.5);
        (median(|one| one.0), median(|one| one.1))
    };
    let ((ours, held), (empty, held_empty)) = (of(&ours), of(&empty));
    say("Khởi động đến hình đầu tiên", &format!("{ours:.0} ms; cửa sổ trống {empty:.0} ms; hơn {:.0} ms", ours - empty));
    say("Bộ nhớ ở màn hình bắt đầu", &format!("{held:.0} MiB; cửa sổ trống {held_empty:.0} MiB"));
}

/// Strikes a sentence at the pace of a fast typist, pauses, and says what was measured.
fn typed(window: &Window, keyboard: &Keyboard, what: &str) {
    forget(window);
    for _ in 0..2 {
        keyboard.strike_at(SENTENCE, 60);
        sleep(Duration::from_millis(1500));
    }
    let all = keys(window);
    let edits = answers(window, "edit_plan");
    let (took, bytes) =
        (quantile(edits.iter().map(|one| one.took).collect(), 0.5), quantile(edits.iter().map(|one| one.bytes).collect(), 0.5));
    say(
        &format!("{what}: phím đến hình"),
        &format!("{:.0} ms, 95 %: {:.0} ms ({} phím)", quantile(all.clone(), 0.5), quantile(all.clone(), 0.95), all.len()),
    );
    say(&format!("{what}: một lần ghi nhận"), &format!("{took:.0} ms, {:.1} kB ({} lần)", bytes / 1e3, edits.len()));
    say(&format!("{what}: bận lâu nhất"), &format!("{:.0} ms", longest(window)));
}

fn into_section(window: &Window, heading: &str) {
    window.click(&format!("//*[@data-testid='section-row'][contains(., '{heading}')]"));
    window.see(TEXT);
}

fn text() {
    let plan = plans::with_long_section(500);
    let (window, _folder) = with_plan("bench-text", &plan);
    into_section(&window, plans::LONG_SECTION);
    window.until("500 paragraphs show", &format!("return document.querySelectorAll(\"{TEXT} p\").length >= 500"));
    let keyboard = Keyboard::of(&window);
    let caret = format!(
        "const field = document.querySelector(\"{TEXT}\"), at = field.querySelectorAll('p')[250];
         at.scrollIntoView(); field.focus(); getSelection().collapse(at, 0);"
    );
    window.script(&caret);
    typed(&window, &keyboard, "Mục 500 đoạn");
    window.click("#show-pages");
    window.see(DRAWN);
    window.script(&caret);
    typed(&window, &keyboard, "Mục 500 đoạn, cạnh trang in");
    say("Mục 500 đoạn: bộ nhớ", &format!("{:.0} MiB", memory(&window)));
}

fn pages() {
    let (window, keyboard) = (open("bench-pages", &["--sample"]), ());
    let () = keyboard;
    window.see(ROWS);
    install(&window);
    into_section(&window, "Nhận thức số");
    refreshed(&window, "Kế hoạch mẫu");
    drop(window);
    let (window, _folder) = with_plan("bench-pages300", &plans::with_tasks(300));
    into_section(&window, "Nội dung thứ 1");
    refreshed(&window, "300 nhiệm vụ");
    say("300 nhiệm vụ, xem trang in: bộ nhớ", &format!("{:.0} MiB", memory(&window)));
}

fn refreshed(window: &Window, what: &str) {
    window.click("#show-pages");
    window.see(DRAWN);
    sleep(Duration::from_millis(1500));
    forget(window);
    let times: Vec<f64> = (0..7)
        .filter_map(|_| {
            let time = window.answer(KEY_TO_PAGE).as_f64();
            sleep(Duration::from_millis(700));
            time
        })
        .collect();
    let all = |command: &str| answers(window, command);
    let (laid, pdf) = (all("lay_out_pages"), all("pages_pdf"));
    let median = |part: Vec<f64>| quantile(part, 0.5);
    say(
        &format!("{what}: phím đến trang mới"),
        &format!("{:.0} ms, lâu nhất {:.0} ms", median(times.clone()), quantile(times, 1.0)),
    );
    say(
        &format!("{what}: soạn và dàn trang"),
        &format!(
            "{:.0} ms ({:.1} kB), PDF {:.0} ms ({:.1} kB)",
            median(laid.iter().map(|one| one.took).collect()),
            median(laid.iter().map(|one| one.bytes).collect()) / 1e3,
            median(pdf.iter().map(|one| one.took).collect()),
            median(pdf.iter().map(|one| one.bytes).collect()) / 1e3
        ),
    );
    say(&format!("{what}: bận lâu nhất"), &format!("{:.0} ms", longest(window)));
}

fn tasks() {
    let (window, _folder) = with_plan("bench-tasks", &plans::with_tasks(5_000));
    window.click(&tab("Nhiệm vụ"));
    window.see("[data-testid='task-row']");
    window.script("document.querySelectorAll('[role=radiogroup] [role=radio]')[4].click()");
    window.see(&saying("Đang hiện 5.000/5.000 nhiệm vụ"));
    sleep(Duration::from_millis(500));
    forget(&window);
    let frames = window.answer(SCROLL);
    let (idle, moving) = (numbers(&frames[0]), numbers(&frames[1]));
    say(
        "5.000 nhiệm vụ: một khung hình khi cuộn",
        &format!(
            "{:.0} ms, 95 %: {:.0} ms, lâu nhất {:.0} ms; khi nghỉ {:.0} ms",
            quantile(moving.clone(), 0.5),
            quantile(moving.clone(), 0.95),
            quantile(moving, 1.0),
            quantile(idle, 0.5)
        ),
    );
    window.script("document.querySelector('.tabulator-tableholder').scrollTop = 0");
    window.until("the first rows come back", "return document.querySelector('.tabulator-row').dataset.kind === 'list'");
    let keyboard = Keyboard::of(&window);
    window.script(
        "const cell = document.querySelector('[data-testid=task-row] [tabulator-field=product]'), at = cell.getBoundingClientRect();
         for (const name of ['pointerdown', 'pointerup']) cell.dispatchEvent(new PointerEvent(name, { bubbles: true,
            cancelable: true, button: 0, clientX: at.x + 8, clientY: at.y + 8 }));",
    );
    forget(&window);
    for _ in 0..5 {
        keyboard.strike_at("kho du lieu", 60);
        keyboard.press(&["Return"]);
        sleep(Duration::from_millis(1200));
    }
    let all = keys(&window);
    say("5.000 nhiệm vụ: phím đến hình", &format!("{:.0} ms, 95 %: {:.0} ms", quantile(all.clone(), 0.5), quantile(all, 0.95)));
    let edits = answers(&window, "edit_plan");
    say(
        "5.000 nhiệm vụ: một lần ghi nhận",
        &format!(
            "{:.0} ms, {:.1} kB ({} lần)",
            quantile(edits.iter().map(|one| one.took).collect(), 0.5),
            quantile(edits.iter().map(|one| one.bytes).collect(), 0.5) / 1e3,
            edits.len()
        ),
    );
    say("5.000 nhiệm vụ: bận lâu nhất khi gõ", &format!("{:.0} ms", longest(&window)));
    say("5.000 nhiệm vụ: bộ nhớ", &format!("{:.0} MiB", memory(&window)));
    window.press(Key::Escape);
}

fn export() {
    let (window, folder) = with_plan("bench-export", &plans::with_tasks(300));
    let target = folder.path().join("xuat");
    std::fs::create_dir(&target).unwrap_or_else(|error| panic!("{}: {error}", target.display()));
    window.click(&tab("Trang in"));
    window.see(DRAWN);
    window.see(&button("Xuất"));
    window.answer_dialog(&target);
    sleep(Duration::from_millis(1500));
    forget(&window);
    let times = numbers(&window.answer(EXPORT));
    say(
        "300 nhiệm vụ: xuất",
        &format!(
            "{:.0} ms, báo tiến độ sau {:.0} ms, bận lâu nhất {:.0} ms",
            times.get(1).copied().unwrap_or(f64::NAN),
            times.first().copied().unwrap_or(f64::NAN),
            longest(&window)
        ),
    );
}
