//! What a change of the plan costs until its pages can be shown, step by step, for the sample and for plans of up to 300
//! tasks; and what each format costs at 1,000 and 10,000 tasks, told as tasks a second: the same number on both lines is
//! growth that is linear. Run by `cargo xtask bench`; measures, asserts nothing.

use std::sync::LazyLock;

use divan::Bencher;
use divan::counter::ItemsCount;
use skh_core::document::{self, StyleSheet};
use skh_core::layout::{self, Fonts};
use skh_core::plan::Plan;
use skh_core::{export, files};
use skh_tests::plans;

static FONTS: LazyLock<Option<Fonts>> = LazyLock::new(|| Fonts::new(&files::fonts().ok()?).ok());

fn main() {
    if FONTS.is_none() {
        eprintln!("Bỏ qua: máy này không có phông chữ.");
        return;
    }
    divan::main();
}

/// All of it.
#[divan::bench(args = [12, 33, 100, 300], sample_count = 10, sample_size = 1)]
fn refresh(bencher: Bencher<'_, '_>, tasks: u32) {
    let plan = plans::with_tasks(tasks);
    bencher.bench(|| written(divan::black_box(&plan)));
}

/// The content of the pages.
#[divan::bench(args = [33, 300], sample_count = 10, sample_size = 1)]
fn content(bencher: Bencher<'_, '_>, tasks: u32) {
    let plan = plans::with_tasks(tasks);
    bencher.bench(|| document::compose(divan::black_box(&plan)));
}

/// The content's pages.
#[divan::bench(args = [33, 300], sample_count = 10, sample_size = 1)]
fn pages(bencher: Bencher<'_, '_>, tasks: u32) {
    let Some(fonts) = FONTS.as_ref() else { return };
    let plan = plans::with_tasks(tasks);
    let (document, sheet) = (document::compose(&plan), StyleSheet::of_plan(&plan));
    bencher.bench(|| layout::distribute(divan::black_box(&document), &sheet, fonts));
}

#[divan::bench(args = [1_000, 10_000], sample_count = 3, sample_size = 1)]
fn pdf(bencher: Bencher<'_, '_>, tasks: u32) {
    let plan = plans::with_tasks(tasks);
    bencher.counter(ItemsCount::new(tasks)).bench(|| written(divan::black_box(&plan)));
}

#[divan::bench(args = [1_000, 10_000], sample_count = 3, sample_size = 1)]
fn docx(bencher: Bencher<'_, '_>, tasks: u32) {
    let plan = plans::with_tasks(tasks);
    let write = |plan: &Plan| export::docx(&document::compose(plan), &StyleSheet::of_plan(plan), moment());
    bencher.counter(ItemsCount::new(tasks)).bench(|| write(divan::black_box(&plan)));
}

#[divan::bench(args = [1_000, 10_000], sample_count = 3, sample_size = 1)]
fn xlsx(bencher: Bencher<'_, '_>, tasks: u32) {
    let plan = plans::with_tasks(tasks);
    bencher.counter(ItemsCount::new(tasks)).bench(|| export::xlsx(divan::black_box(&plan), moment()));
}

/// The plan's PDF, its pages drawn as they are laid out.
fn written(plan: &Plan) -> Option<Vec<u8>> {
    let fonts = FONTS.as_ref()?;
    let document = document::compose(plan);
    let mut writer = export::PdfWriter::signing(&document);
    let layout = layout::stream(&document, &StyleSheet::of_plan(plan), fonts, &mut |page| writer.page(&page)).ok()?;
    writer.finish(&document, &layout, fonts, moment()).ok()
}

fn moment() -> chrono::NaiveDateTime {
    chrono::NaiveDateTime::default()
}
