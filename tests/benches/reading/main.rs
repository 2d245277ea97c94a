//! Reading by format and size, from 10 to 1,000 pages: time, pages a second (the same at every size where time grows with
//! the pages) and memory. Run by `cargo xtask bench`; measures, asserts nothing. With `--growth` it prints the table of growth
//! instead.

mod growth;
mod papers;

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher};
use skh_core::reading;

/// Counts what is allocated: the greatest of each reading shows as "max alloc".
#[global_allocator]
static ALLOCATED: AllocProfiler = AllocProfiler::system();

const PAGES: [usize; 5] = [10, 33, 100, 330, 1000];

fn main() {
    if std::env::args().any(|argument| argument == "--growth") {
        growth::print();
    } else {
        divan::main();
    }
}

fn read(bencher: Bencher<'_, '_>, pages: usize, name: &str, bytes: &[u8]) {
    bencher.counter(ItemsCount::new(pages)).bench(|| match reading::read(divan::black_box(bytes), name) {
        Ok(reading) => reading,
        Err(error) => unreachable!("{name}, {pages} pages: {error}"),
    });
}

#[divan::bench(args = PAGES, sample_count = 5, sample_size = 1)]
fn txt(bencher: Bencher<'_, '_>, pages: usize) {
    read(bencher, pages, "a.txt", &papers::txt(pages));
}

#[divan::bench(args = PAGES, sample_count = 5, sample_size = 1)]
fn docx(bencher: Bencher<'_, '_>, pages: usize) {
    read(bencher, pages, "a.docx", &papers::docx(pages));
}

#[divan::bench(args = PAGES, sample_count = 5, sample_size = 1)]
fn pdf(bencher: Bencher<'_, '_>, pages: usize) {
    read(bencher, pages, "a.pdf", &papers::pdf(pages));
}

#[divan::bench(args = PAGES, sample_count = 5, sample_size = 1)]
fn xlsx(bencher: Bencher<'_, '_>, pages: usize) {
    read(bencher, pages, "a.xlsx", &papers::xlsx(pages));
}
