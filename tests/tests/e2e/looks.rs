//! Every screen, light and dark, on a small and a large display: as it was approved, and open to everybody.

use std::path::PathBuf;

use fantoccini::key::Key;
use skh_tests::pictures::Picture;
use skh_tests::program::root;
use skh_tests::webview::{Window, button, tab};

/// The display most planners have, and the one they would like.
const SIZES: [(u32, u32); 2] = [(1366, 768), (1920, 1080)];

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
