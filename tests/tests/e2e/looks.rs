//! Every screen, light and dark, on a small and a large display: as it was approved, and open to everybody.

use std::path::PathBuf;

use fantoccini::key::Key;
use skh_tests::pictures::Picture;
use skh_tests::program::root;
use skh_tests::webview::{Window, button, tab};

use crate::desk::{SECTION_ROWS, choose};

/// The display most planners have, and the one they would like.
const SIZES: [(u32, u32); 2] = [(1366, 768), (1920, 1080)];

/// Every page in view is drawn, if any is.
const DRAWN: &str = "
    return [...document.querySelectorAll('canvas[data-drawn]')].every((one) => {
        const box = one.getBoundingClientRect();
        return box.width === 0 || box.bottom < 0 || box.top > innerHeight || one.dataset.drawn === 'true';
    });";

/// Faults over all screens, told together.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    /// Looks at what shows now as `screen`: against the approved pictures, and with axe-core in both themes.
    fn look_at(&mut self, window: &Window, screen: &str) {
        for theme in ["light", "dark"] {
            window.script(&format!("document.documentElement.dataset.theme = '{theme}'"));
            for (width, height) in SIZES {
                window.resize(width, height);
                window.until("the pages in view are not drawn", DRAWN);
                let name = format!("{screen}-{width}-{theme}");
                window.picture(&name);
                self.compare(&name, &window.small_picture());
            }
            let mut faults = window.accessibility_faults();
            // Arrow keys scroll the grid from the field that lies over its active cell.
            faults.retain(|fault| !fault.ends_with(": .tabulator-tableholder"));
            self.0.extend(faults.iter().map(|fault| format!("{screen}, {theme}: {fault}")));
        }
    }

    /// Goes over what shows now with axe-core, in both themes: menus, lists and panels that are open.
    fn go_over(&mut self, window: &Window, what: &str) {
        window.calm();
        for theme in ["light", "dark"] {
            window.script(&format!("document.documentElement.dataset.theme = '{theme}'"));
            let mut faults = window.accessibility_faults();
            // What floats belongs to what opened it, and goes when one leaves it.
            faults.retain(|fault| !fault.ends_with(": .tabulator-tableholder") && !fault.starts_with("region:"));
            self.0.extend(faults.iter().map(|fault| format!("{what}, {theme}: {fault}")));
        }
        window.script("document.documentElement.dataset.theme = 'light'");
        window.picture(&what.replace(' ', "-"));
    }

    fn compare(&mut self, name: &str, seen: &Picture) {
        let approved = root().join("tests/golden/window").join(format!("{name}.png"));
        if std::env::var_os("SKH_BLESS").is_some() {
            seen.save(&approved);
        } else if !approved.exists() {
            self.0.push(format!("{name}: no approved picture; `cargo xtask bless` keeps one"));
        } else if !seen.shows(&Picture::load(&approved)) {
            let (share, difference) = seen.difference(&Picture::load(&approved));
            let path: PathBuf = root().join("target/e2e").join(format!("{name}-difference.png"));
            difference.save(&path);
            self.0.push(format!("{name}: {:.2} % differs from the approved picture: {}", share * 100.0, path.display()));
        }
    }
}

#[test]
fn every_screen_looks_as_approved_and_is_accessible() {
    let mut faults = Faults::default();
    let window = Window::open("looks", &[]);
    window.see(&button("Xem thử với dữ liệu mẫu"));
    faults.look_at(&window, "start");
    window.click(&button("Lập kế hoạch mới"));
    window.see(&button("Chọn công văn"));
    faults.look_at(&window, "new-plan");
    drop(window);

    let window = Window::open("looks", &["--sample"]);
    window.see("[data-testid='section-row']");
    faults.look_at(&window, "plan");
    for (name, screen) in [("Căn cứ", "bases"), ("Nhiệm vụ", "tasks"), ("Đối chiếu", "coverage")] {
        window.click(&tab(name));
        faults.look_at(&window, screen);
    }
    window.click(&tab("Trang in"));
    window.see("[data-testid='pdf-page']");
    faults.look_at(&window, "pages");
    window.click(&tab("Soạn thảo"));
    window.click("#history");
    window.see("[data-testid='history']");
    faults.look_at(&window, "history");
    window.click("#history");
    window.press(Key::F1);
    window.see("[data-testid='help']");
    faults.look_at(&window, "keys");
    window.press(Key::Escape);
    window.click(&button("Tệp"));
    window.click("//*[@role='menuitem'][contains(., 'Cài đặt')]");
    window.see("[data-testid='sample'] canvas");
    faults.look_at(&window, "settings");
    assert!(faults.0.is_empty(), "\n{}\n", faults.0.join("\n"));
}

/// The four steps of a new plan, each with its paper, a doubt of the ministry's plan open.
#[test]
fn the_steps_of_a_new_plan_look_as_approved_and_are_accessible() {
    let mut faults = Faults::default();
    let letters = root().join("tests/letters");
    let window = Window::open("looks-steps", &[]);
    window.click(&button("Lập kế hoạch mới"));
    choose(&window, "Chọn công văn", &letters.join("framework-letter.docx"));
    window.click("[data-testid='understood-heading']");
    window.see("[data-testid='paper-tint']");
    faults.look_at(&window, "step-letter");
    window.click("//summary[contains(., 'Thông tin văn bản')]");
    window.click("[data-item='head:number'] .place");
    faults.go_over(&window, "values of the head");

    window.click(&button("Tiếp tục: kế hoạch của Bộ"));
    choose(&window, "Chọn kế hoạch, phụ lục", &letters.join("annex-workbook.xlsx"));
    window.click("[data-testid='doubt'] .what");
    window.see("[data-testid='paper-tint']");
    faults.look_at(&window, "step-ministry");
    window.script("document.querySelectorAll(\".group[aria-expanded='false']\").forEach((one) => one.click()); return true;");
    window.click("[data-testid='understood-task']");
    window.see(".task textarea");
    faults.go_over(&window, "a task open");

    window.click("//button[starts-with(@aria-label, 'Bước 3')]");
    window.type_over("#unit", "trung tam cong nghe thong tin");
    window.press(Key::Enter);
    window.type_over("#year", "2026");
    window.see("[data-testid='unit-share']");
    faults.look_at(&window, "step-unit");
    window.type_over("#unit", "Vụ Vũ trụ");
    window.click(&button("Đơn vị không có trong danh mục"));
    window.type_over("#year", "26");
    faults.go_over(&window, "a unit of ones own");
    window.type_over("#year", "2026");
    window.click(&button("Chọn trong danh mục"));
    window.type_over("#unit", "trung tam cong nghe thong tin");
    window.press(Key::Enter);

    window.click("//button[starts-with(@aria-label, 'Bước 4')]");
    choose(&window, "Chọn kế hoạch năm trước", &letters.join("steering-plan.docx"));
    window.see("[data-testid='carried']");
    faults.look_at(&window, "step-previous");
    assert!(faults.0.is_empty(), "\n{}\n", faults.0.join("\n"));
}

/// A small display, and text twice as large.
#[test]
fn the_steps_of_a_new_plan_fit_a_small_display() {
    let mut faults = Faults::default();
    let letters = root().join("tests/letters");
    let window = Window::open("looks-small", &[]);
    window.resize(1280, 720);
    window.click(&button("Lập kế hoạch mới"));
    choose(&window, "Chọn công văn", &letters.join("framework-letter.docx"));
    window.click(&button("Tiếp tục: kế hoạch của Bộ"));
    choose(&window, "Chọn kế hoạch, phụ lục", &letters.join("annex-cut-by-pages.pdf"));
    for size in ["100%", "200%"] {
        window.script(&format!("document.documentElement.style.fontSize = '{size}'; return true;"));
        for step in 1..=4 {
            window.click(&format!("//button[starts-with(@aria-label, 'Bước {step}')]"));
            window.picture(&format!("{step}-{}", size.trim_end_matches('%')));
            let seen = window.accessibility_faults();
            faults.0.extend(seen.iter().map(|fault| format!("step {step} at {size}: {fault}")));
            let wide = window.script("return document.documentElement.scrollWidth - innerWidth");
            if wide.as_f64().is_none_or(|wide| wide > 0.0) {
                faults.0.push(format!("step {step} at {size}: the window is wider than its display: {wide}"));
            }
        }
    }
    assert!(faults.0.is_empty(), "\n{}\n", faults.0.join("\n"));
}

/// Menus, lists, panels and dialogs over the screens of a plan.
#[test]
fn what_opens_over_a_screen_is_accessible() {
    let mut faults = Faults::default();
    let window = Window::open("looks-open", &["--sample"]);
    window.resize(1366, 768);
    window.see(SECTION_ROWS);
    window.click("[data-testid='section-row'][data-path='Phần II/III/1']");
    window.click(&button("Tệp"));
    window.see("[role='menuitem']");
    faults.go_over(&window, "menu of files");
    window.press(Key::Escape);
    for words in ["Văn bản", "Nhiệm vụ"] {
        window.click(&format!("//*[@role='toolbar']//button[contains(., '{words}')]"));
        window.see(".picker input");
        faults.go_over(&window, &format!("list of {}", if words == "Văn bản" { "documents" } else { "tasks" }));
        window.press(Key::Escape);
        window.see_no_more(".picker input");
    }
    window.click("//*[@role='toolbar']//button[contains(., 'Chỉ tiêu')]");
    window.type_over("textarea[aria-label='Chỉ tiêu, dòng 1']", "Hồ sơ trực tuyến");
    window.type_over("textarea[aria-label='Ý kiến']", "Hỏi lại Vụ Kế hoạch");
    window.see("input[aria-label='Người ghi']");
    faults.go_over(&window, "indicator and comment");
    window.click("button[aria-label^='Thêm, chuyển']");
    window.see("[role='menuitem']");
    faults.go_over(&window, "menu of a section");
    window.press(Key::Escape);
    window.type_over("input[aria-label='Tìm trong kế hoạch']", "du lieu");
    faults.go_over(&window, "search");
    window.press(Key::Escape);

    window.click(&tab("Căn cứ"));
    window.click(&button("Dán danh sách"));
    window.type_over("#pasted-bases", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư");
    faults.go_over(&window, "pasting of can cu");

    window.click(&tab("Nhiệm vụ"));
    window.click("[data-testid='task-row'] [tabulator-field='product']");
    window.press(Key::F2);
    faults.go_over(&window, "a cell being written");
    window.press(Key::Escape);

    window.click(&tab("Đối chiếu"));
    window.click("//button[contains(., 'Chọn mục hoặc nhiệm vụ') or contains(., 'Thêm liên kết')]");
    window.see(".cover-box input");
    faults.go_over(&window, "what covers a task");
    window.press(Key::Escape);

    window.click(&tab("Trang in"));
    window.see("[data-testid='pdf-page'][data-drawn='true']");
    window.chord(&[Key::Control], "p");
    window.see("[data-testid='print-panel'] details[open]");
    faults.go_over(&window, "print panel");

    assert!(faults.0.is_empty(), "\n{}\n", faults.0.join("\n"));
}
