//! Every screen fits: on the smallest display, and with text of one and a half and of twice its size. Nothing is cut off,
//! covered, spilled over or out of reach.

use skh_tests::webview::{Window, button, menu_item, tab};

use crate::desk::{Desk, choose};

/// Width, height, per cent of the text's size.
const SIZES: [(u32, u32, u32); 4] = [(1280, 720, 100), (1366, 768, 125), (1366, 768, 150), (1366, 768, 200)];

/// Faults of what shows now, as words.
const FITS: &str = include_str!("fits.js");

/// Faults over all screens, told together.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    /// Looks at what shows now in every size, by light and, where text is largest, in the dark.
    fn look_at(&mut self, window: &Window, screen: &str) {
        for (width, height, size) in SIZES {
            window.resize(width, height);
            text_size(window, size);
            let name = format!("{screen}-{width}-{size}");
            window.picture(&name);
            let faults = window.answer(FITS);
            let faults = faults.as_array().into_iter().flatten().filter_map(|fault| fault.as_str().map(str::to_owned));
            self.0.extend(faults.map(|fault| format!("{name}: {fault}")));
        }
        text_size(window, 100);
    }
}

/// By the buttons that a planner has for it, or the keys.
fn text_size(window: &Window, size: u32) {
    window.script(&format!(
        "const told = (bigger) => document.querySelector(`.status [aria-label='${{bigger ? 'Phóng to chữ' : 'Thu nhỏ chữ'}}']`);
         const key = (key) => window.dispatchEvent(new KeyboardEvent('keydown', {{ key, ctrlKey: true, cancelable: true }}));
         const press = (bigger) => told(bigger) ? told(bigger).click() : key(bigger ? '+' : '-');
         const now = () => parseFloat(document.documentElement.style.fontSize || '100');
         for (let tries = 0; tries < 9 && now() !== {size}; tries += 1) press(now() < {size});"
    ));
    window.until(
        &format!("text does not become {size} %"),
        &format!("return parseFloat(document.documentElement.style.fontSize || '100') === {size}"),
    );
}

#[test]
fn nothing_is_cut_off_on_the_smallest_display_or_with_the_largest_text() {
    let mut faults = Faults::default();
    let desk = Desk::new();
    let window = Window::open("fits", &[]);
    window.see(&button("Xem thử với dữ liệu mẫu"));
    faults.look_at(&window, "start");
    window.click(&button("Lập kế hoạch mới"));
    window.see(&button("Chọn công văn"));
    faults.look_at(&window, "new-empty");
    choose(&window, "Chọn công văn", &desk.letter());
    faults.look_at(&window, "new-letter");
    window.click(&button("Tiếp tục: kế hoạch của Bộ"));
    choose(&window, "Chọn kế hoạch, phụ lục", &desk.ministry_plan());
    faults.look_at(&window, "new-ministry");
    window.click(&button("Tiếp tục: chọn đơn vị"));
    window.see("#unit");
    faults.look_at(&window, "new-unit");
    drop(window);

    let window = Window::open("fits", &["--sample"]);
    window.click("[data-testid='section-row'][data-path='Phần II/III/1']");
    faults.look_at(&window, "plan");
    window.click("#show-pages");
    window.see("[data-testid='pdf-page']");
    faults.look_at(&window, "plan-pages");
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
    window.script("window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F1', cancelable: true }))");
    window.see("[data-testid='help']");
    faults.look_at(&window, "keys");
    window.click("button[aria-label='Đóng phím tắt']");
    window.click(&button("Tệp"));
    faults.look_at(&window, "menu");
    window.click(&menu_item("Cài đặt"));
    let pages = ["Thông tin đơn vị", "Ban hành", "Trang và", "Cột của phụ lục", "Kết quả năm trước", "Giao diện", "Mẫu kế hoạch"];
    for (at, name) in pages.iter().enumerate() {
        window.click(&format!("//nav[@aria-label='Cài đặt']//button[contains(., '{name}')]"));
        faults.look_at(&window, &format!("settings-{}", at + 1));
    }
    assert!(faults.0.is_empty(), "\n{}\n", faults.0.join("\n"));
}
