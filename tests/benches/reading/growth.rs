//! How reading grows with the pages: of each format time and memory of a page at 10, 100 and 1,000 pages, and the ratios.
//! Where they grow with the pages and no faster, the ratios are at most about one.

use std::hint::black_box;
use std::time::{Duration, Instant};

use skh_core::reading;

use crate::papers;

const PAGES: [usize; 3] = [10, 100, 1000];
/// Of so many readings the fastest counts: what else the machine does only slows one down.
const TURNS: usize = 5;

/// A maker of papers of so many pages.
type Make = fn(usize) -> Vec<u8>;

const FORMATS: [(&str, Make); 4] = [("txt", papers::txt), ("docx", papers::docx), ("xlsx", papers::xlsx), ("pdf", papers::pdf)];

/// Measures and prints; asserts nothing.
pub fn print() {
    // memory first: a child's largest begins at what the process that starts it holds
    let memory = FORMATS.map(|(ending, make)| PAGES.map(|pages| peak(ending, pages, make)));
    println!("\nĐọc theo số trang; bộ nhớ là của cả tiến trình `skh read --json`");
    println!("| định dạng | trang | ms mỗi trang | MiB | KiB thêm mỗi trang |");
    println!("|---|---|---|---|---|");
    for ((ending, make), peaks) in FORMATS.into_iter().zip(memory) {
        let times = PAGES.map(|pages| fastest(&make(pages), &format!("a.{ending}")).as_secs_f64() * 1e3 / small(pages));
        for (at, pages) in PAGES.into_iter().enumerate() {
            let shown = |value: Option<f64>, unit: f64| value.map_or("–".to_owned(), |value| format!("{:.1}", value / unit));
            let more = at.checked_sub(1).and_then(|before| {
                let (more, pages) = (peaks[at].zip(peaks[before])?, pages - PAGES[before]);
                Some((more.0 - more.1) / small(pages))
            });
            println!("| {ending} | {pages} | {:.3} | {} | {} |", times[at], shown(peaks[at], 1048576.0), shown(more, 1024.0));
        }
        let [few, some, many] = times;
        println!("| {ending} | 1.000 so với 10, so với 100 | gấp {:.2}, {:.2} lần | | |", many / few, many / some);
    }
}

fn small(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

fn fastest(bytes: &[u8], name: &str) -> Duration {
    let once = || {
        let began = Instant::now();
        match reading::read(black_box(bytes), name) {
            Ok(reading) => drop(black_box(reading)),
            Err(error) => unreachable!("{name}: {error}"),
        }
        began.elapsed()
    };
    (0..TURNS).map(|_| once()).min().unwrap_or_default()
}

/// Largest memory of one `skh read` in bytes, as the operating system tells it.
#[cfg(target_os = "linux")]
fn peak(ending: &str, pages: usize, make: Make) -> Option<f64> {
    use std::process::{Command, Stdio};
    use wait4::Wait4;
    let file = tempfile::Builder::new().suffix(&format!(".{ending}")).tempfile().ok()?;
    std::fs::write(file.path(), make(pages)).ok()?;
    // what was needed to make the file is forgotten (proc(5), clear_refs)
    std::fs::write("/proc/self/clear_refs", "5").ok()?;
    let mut command = Command::new(skh_tests::program::binary());
    command.arg("read").arg(file.path()).arg("--json").stdin(Stdio::null()).stdout(Stdio::null());
    let ended = command.spawn().ok()?.wait4().ok()?;
    let kib = u32::try_from(ended.rusage.maxrss >> 10).ok()?;
    ended.status.success().then_some(f64::from(kib) * 1024.0)
}

#[cfg(not(target_os = "linux"))]
fn peak(_: &str, _: usize, _: Make) -> Option<f64> {
    None
}
