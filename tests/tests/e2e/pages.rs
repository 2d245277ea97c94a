//! The pages: refreshed at the place being edited, leading back to it, exported over older files, opened, printed.

use std::fs;
use std::path::Path;
use std::process::Command;

use fantoccini::key::Key;
use skh_core::store::PlanFile;
use skh_tests::cups::{Cups, QUEUE, printed, until};
use skh_tests::plans;
use skh_tests::webview::{Window, button, saying, tab};

use crate::desk::{Desk, SECTION_ROWS};

const PAGE: &str = "[data-testid='pdf-page']";
const DRAWN: &str = "[data-testid='pdf-page'][data-drawn='true']";
const FILES: &str = "[data-testid='exported-path']";

/// Types a letter at the end of the section's text and answers with the milliseconds from the key to the page that shows it,
/// drawn: the pause after which typing is told to the plan is part of them.
const KEY_TO_PAGE: &str = "
    const done = arguments[arguments.length - 1];
    const desk = document.querySelector(\"[data-testid='pages-pane'] .desk\");
    const before = Number(desk.dataset.version);
    const field = document.querySelector(\"textarea[data-testid='section-text']\") ?? document.querySelector(\"[contenteditable='true']\");
    field.focus();
    const began = performance.now();
    document.execCommand('insertText', false, 'x');
    const look = () => {
        const shown = Number(desk.dataset.version);
        const drawn = Number(desk.dataset.drawn);
        if (shown > before && drawn === shown) done(performance.now() - began);
        else if (performance.now() - began > 20000) done(-1);
        else requestAnimationFrame(look);
    };
    look();";

/// Prints what it took in this build, and how much of it was composing; a slow machine is no fault.
fn key_to_page(window: &Window, what: &str) {
    let mut times: Vec<f64> = (0..5).filter_map(|_| window.answer(KEY_TO_PAGE).as_f64()).collect();
    times.sort_by(f64::total_cmp);
    assert!(times.len() == 5 && times.iter().all(|time| *time > 0.0), "the page shows what was typed: {times:?}");
    let took = window.script("return document.querySelector('.desk').dataset.took");
    println!("{what}: key to refreshed page {times:.0?} ms, composing {} ms of them", took.as_str().unwrap_or_default());
}

#[test]
fn what_is_typed_shows_on_its_page_and_a_click_on_the_page_leads_to_its_section() {
    let window = Window::open("pages", &["--sample"]);
    window.click("//*[@data-testid='section-row'][contains(., 'Nhận thức số')]");
    window.click("#show-pages");
    window.see(DRAWN);
    key_to_page(&window, "sample");
    // the section being edited is marked, and in view
    window.until(
        "the place being edited is in view",
        "const desk = document.querySelector(\"[data-testid='pages-pane'] .desk\").getBoundingClientRect();
         const marks = [...document.querySelectorAll('.mark:not(.over)')].map((mark) => mark.getBoundingClientRect());
         return marks.some((mark) => mark.bottom > desk.top && mark.top < desk.bottom);",
    );
    window.picture("beside");

    window.click(&tab("Trang in"));
    window.see("[data-testid='pdf-thumb'][data-drawn='true']");
    window.picture("pages");
    // far from where one was: the first section of the first page
    window.until(
        "the first page is shown",
        "const thumb = document.querySelector('[data-thumb=\"1\"]');
         thumb.click();
         return document.querySelector(\"[data-testid='page-number']\").value === '1';",
    );
    window.until(
        "a click on the page leads to the editor",
        "const sheet = document.querySelector('[data-sheet=\"1\"]');
         const box = sheet.getBoundingClientRect();
         sheet.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: box.left + 200, clientY: box.top + box.height * 0.75 }));
         return true;",
    );
    window.see(SECTION_ROWS);
    window.see("[data-testid='section-row'][aria-current='true'], [data-testid='section-row'].on, [data-testid='section-row'][aria-selected='true']");
}

#[test]
fn three_hundred_tasks_are_refreshed_and_exported_without_blocking() {
    let desk = Desk::new();
    drop(PlanFile::create(&desk.plan(), &plans::with_tasks(300)).unwrap());
    let window = Window::open("pages300", &[]);
    window.answer_dialog(&desk.plan());
    window.click(&button("Mở tệp kế hoạch"));
    window.see(SECTION_ROWS);
    window.click("#show-pages");
    window.see(DRAWN);
    window.script(
        "window.drawings = 0;
         const draw = CanvasRenderingContext2D.prototype.drawImage;
         CanvasRenderingContext2D.prototype.drawImage = function (...what) {
             if (this.canvas.dataset.testid === 'pdf-page') window.drawings += 1;
             return draw.apply(this, what);
         };",
    );
    key_to_page(&window, "300 tasks");
    let drawings = window.script("return window.drawings").as_u64().unwrap();
    assert!((5..=10).contains(&drawings), "five keys draw the page they change, not all in view: {drawings} drawings");

    window.click(&tab("Trang in"));
    window.see(PAGE);
    window.answer_dialog(&desk.exports());
    // stopped as soon as it can be
    window.script(
        "const stop = () => {
             const button = document.querySelector('.running progress') && document.querySelector('.running button');
             if (button) button.click(); else setTimeout(stop, 5);
         };
         document.querySelector('#export').click();
         stop();",
    );
    window.see(&saying("Đã dừng, chưa ghi tệp nào."));
    assert_eq!(fs::read_dir(desk.exports()).unwrap().count(), 0, "what is stopped writes nothing");
    // the longest time for which the window did nothing else, while the files are made
    let longest = "
        const done = arguments[arguments.length - 1];
        let last = performance.now(), longest = 0;
        document.querySelector('#export').click();
        const look = () => {
            const now = performance.now();
            longest = Math.max(longest, now - last);
            last = now;
            if (document.querySelector(\"[data-testid='exported-path']\")) done(longest);
            else setTimeout(look, 5);
        };
        look();";
    let blocked = window.answer(longest).as_f64().unwrap();
    println!("300 tasks: exporting, the window's longest pause {blocked:.0} ms");
    assert_eq!(window.count(FILES), 3);
}

#[test]
fn older_files_are_replaced_only_when_that_is_said_and_the_folder_opens() {
    let desk = Desk::new();
    let window = Window::open("export", &["--sample"]);
    window.click(&tab("Trang in"));
    window.see(DRAWN);
    window.answer_dialog(&desk.exports());
    window.click(&button("Xuất 3 tệp"));
    window.see(FILES);
    let docx = fs::read_dir(desk.exports()).unwrap().map(|entry| entry.unwrap().path());
    let docx = docx.into_iter().find(|path| path.extension().is_some_and(|e| e == "docx")).unwrap();
    fs::write(&docx, "cũ").unwrap();

    window.click("#export");
    window.see("[data-testid='overwrite']");
    window.picture("overwrite");
    assert!(window.text("[data-testid='overwrite']").contains("3 tệp cùng tên"));
    window.click(&button("Giữ tệp cũ"));
    assert_eq!(fs::read(&docx).unwrap(), "cũ".as_bytes(), "nothing is replaced unasked");
    window.click("#export");
    window.click("#replace");
    window.see(&saying("thay tệp cũ"));
    assert!(fs::read(&docx).unwrap().len() > 1000);

    window.click(&button("Mở thư mục"));
    window.click(&format!("{FILES} button"));
    let opened = until(10, || Some(window.handed_over()).filter(|opened| opened.len() == 2)).expect("folder and file open");
    assert_eq!(opened[0], desk.exports());
    assert!(opened[1].starts_with(desk.exports()) && opened[1].exists(), "{opened:?}");
    window.picture("exported");
}

#[test]
fn pages_go_to_a_printer_of_the_system() {
    let Some(cups) = Cups::start() else { return };
    let socket = ("CUPS_SERVER".to_owned(), cups.socket().display().to_string());
    let window = Window::open_in("print", &["--sample"], &[socket]);
    window.click(&tab("Trang in"));
    window.see(DRAWN);
    window.chord(&[Key::Control], "p");
    window.see("[data-testid='print-fault']");
    assert!(window.text("[data-testid='print-fault']").contains("chưa có máy in"));
    cups.add_queue();
    window.click(&button("Tìm lại máy in"));
    window.until("the printer is listed", &format!("return document.querySelector('#printer')?.value === '{QUEUE}';"));
    window.type_over("#range", "900");
    window.click("#print");
    window.see(&saying("Không in được các trang"));
    window.type_over("#range", "1-2");
    window.click("#print");
    window.see(&saying("Đã gửi đến máy in"));
    window.picture("printed");
    let file = until(90, || printed("KH_TTCNTT").or_else(|| printed("KH-TTCNTT"))).expect("the printer's file");
    assert_eq!(pages(&file), 2);
    fs::remove_file(&file).unwrap();
}

fn pages(pdf: &Path) -> u32 {
    let told = Command::new("pdfinfo").arg(pdf).output().unwrap();
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let line = told.lines().find(|line| line.starts_with("Pages:")).unwrap();
    line.trim_start_matches("Pages:").trim().parse().unwrap()
}

#[test]
fn pages_and_panel_at_other_sizes_in_the_dark_and_with_large_text() {
    let window = Window::open("pages-look", &["--sample"]);
    window.click(&tab("Trang in"));
    window.see(DRAWN);
    for (width, height) in [(1366, 688), (1920, 1080)] {
        window.resize(width, height);
        window.see(DRAWN);
        window.picture(&format!("light-{width}"));
        window.answer("document.documentElement.dataset.theme = 'dark'; arguments[arguments.length - 1](true);");
        window.picture(&format!("dark-{width}"));
        window.answer("document.documentElement.dataset.theme = 'light'; arguments[arguments.length - 1](true);");
    }
    window.resize(1366, 688);
    window.answer("document.documentElement.style.fontSize = '150%'; arguments[arguments.length - 1](true);");
    window.see(DRAWN);
    window.picture("large");
    window.until(
        "nothing is wider than the window",
        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth;",
    );
}
