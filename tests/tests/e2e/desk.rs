//! What every screen's tests begin with: a folder with the two papers of the sample, and names of what shows.

use std::fs;
use std::path::{Path, PathBuf};

use skh_core::drafting::{self, Sample};
use skh_tests::webview::{Window, button, saying};
use tempfile::TempDir;

/// Rows of the outline: the plan is open.
pub const SECTION_ROWS: &str = "[data-testid='section-row']";

/// A planner's folder with the sample's two papers in it.
pub struct Desk {
    pub folder: TempDir,
    pub sample: Sample,
}

impl Desk {
    pub fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap(), sample: drafting::sample() };
        fs::write(desk.letter(), desk.sample.letter).unwrap();
        fs::write(desk.ministry_plan(), desk.sample.plan).unwrap();
        fs::create_dir(desk.exports()).unwrap();
        desk
    }

    pub fn letter(&self) -> PathBuf {
        self.folder.path().join(self.sample.letter_name)
    }

    pub fn ministry_plan(&self) -> PathBuf {
        self.folder.path().join(self.sample.plan_name)
    }

    pub fn plan(&self) -> PathBuf {
        self.folder.path().join("ke-hoach-cua-toi.kehoach")
    }

    pub fn exports(&self) -> PathBuf {
        self.folder.path().join("xuat")
    }
}

/// Chooses a paper by the button that says `words`, and waits until it is read and shown.
pub fn choose(window: &Window, words: &str, paper: &Path) {
    window.answer_dialog(paper);
    window.click(&button(words));
    let name = paper.file_name().unwrap().to_string_lossy().into_owned();
    window.see(&format!("//*[@data-testid='paper-file'][contains(., '{name}')]"));
    window.see(&saying("Đã đọc được"));
}
