//! What a change of the plan costs until its pages can be shown: content, layout and PDF, for the sample and for plans of
//! up to 300 tasks. Run by `cargo xtask bench`; measures, asserts nothing.

use std::sync::LazyLock;

use divan::Bencher;
use skh_core::document::{self, StyleSheet};
use skh_core::layout::{self, Fonts};
use skh_core::{export, files};
use skh_tests::plans;

static FONTS: LazyLock<Option<Fonts>> = LazyLock::new(|| Fonts::new(&files::fonts().ok()?).ok());

fn main() {
    divan::main();
}

/// Tasks of the plan.
#[divan::bench(args = [12, 33, 100, 300], sample_count = 10, sample_size = 1)]
fn refresh(bencher: Bencher<'_, '_>, tasks: u32) {
    let Some(fonts) = FONTS.as_ref() else {
        eprintln!("Bỏ qua: máy này không có phông chữ.");
        return;
    };
    let plan = plans::with_tasks(tasks);
    bencher.bench(|| {
        let document = document::compose(divan::black_box(&plan));
        let layout = layout::distribute(&document, &StyleSheet::of_plan(&plan), fonts);
        layout.map(|layout| export::pdf(&document, &layout, fonts, chrono::NaiveDateTime::default()))
    });
}
