//! Prints through a real CUPS with a CUPS-PDF queue, started for this test alone on a socket of its own.
//!
//! The printing service must be started by root; elsewhere, or where CUPS is not installed, this says so and passes.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::process::Command;

use skh_tests::cups::{Cups, QUEUE, printed, until};
use skh_tests::program::{Run, skh_with};

fn skh(cups: &Cups, arguments: &[&str]) -> Run {
    skh_with(arguments, &[("CUPS_SERVER", cups.socket().as_os_str())])
}

#[test]
fn pages_come_out_of_the_printer_upright_ones_upright_and_wide_ones_turned() {
    let Some(cups) = Cups::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("mau.kehoach").display().to_string();
    assert_eq!(skh(&cups, &["new", "--sample", "--out", &plan]).code, Some(0));

    let none = skh(&cups, &["printers"]);
    assert_eq!(none.code, Some(4));
    assert!(none.err.contains("chưa có máy in"), "{}", none.err);

    cups.add_queue();
    let listed = skh(&cups, &["printers", "--json"]);
    assert!(listed.out.contains(&format!("\"name\": \"{QUEUE}\"")), "{}{}", listed.out, listed.err);

    let undecided = skh(&cups, &["print", &plan]);
    assert_eq!(undecided.code, Some(4));
    assert!(undecided.err.contains("mặc định"), "{}", undecided.err);
    let unknown = skh(&cups, &["print", &plan, "--printer", "KhongCo"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.err.contains("KhongCo") && unknown.err.contains(QUEUE), "{}", unknown.err);
    assert_eq!(skh(&cups, &["print", &plan, "--printer", QUEUE, "--pages", "900"]).code, Some(2));

    // the body's last page and two of the annex, which lie
    let out = folder.path().display().to_string();
    let exported = skh(&cups, &["export", &plan, "--out", &out, "--pdf"]);
    let pdf = exported.out.trim().to_owned();
    let sizes = sizes(Path::new(&pdf));
    let annex = sizes.iter().position(|(width, height)| width > height).expect("a page that lies") + 1;
    let pages = format!("{}-{}", annex - 1, annex + 1);
    let asked = ["print", &plan, "--printer", QUEUE, "--pages", &pages, "--copies", "2", "--sides", "long"];
    let done = skh(&cups, &asked);
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(done.out.contains(QUEUE), "{}", done.out);

    // what the queue was asked for
    let job = cups.last_job();
    assert_eq!(attribute(&job, "sides"), b"two-sided-long-edge");
    assert_eq!(attribute(&job, "copies"), 2_i32.to_be_bytes());
    let range = [annex - 1, annex + 1].map(|page| i32::try_from(page).unwrap().to_be_bytes());
    assert_eq!(attribute(&job, "page-ranges"), range.concat());
    assert_eq!(attribute(&job, "media"), b"A4");

    let stem = Path::new(&pdf).file_stem().unwrap().to_string_lossy().replace('-', "_");
    let file = until(90, || printed(&stem).or_else(|| printed(&stem.replace('_', "-")))).expect("the printer's file");
    let paper = self::sizes(&file);
    let turned = ink_height(&file, 2);
    fs::remove_file(&file).unwrap();
    assert_eq!(paper.len(), 3);
    assert!(paper.iter().all(|(width, height)| (width - 595.0).abs() < 2.0 && (height - 842.0).abs() < 2.0), "{paper:?}");
    // the annex is as wide as 252 of the sheet's 297 mm: along the paper's height at full size, neither cut nor shrunk
    assert!((0.8..0.9).contains(&turned), "{turned}");

    let rejected = cups.ask("cupsreject", &["-r", "het giay", QUEUE]);
    assert!(rejected.status.success());
    let refused = skh(&cups, &["print", &plan, "--printer", QUEUE]);
    assert_eq!(refused.code, Some(4));
    assert!(refused.err.contains("không nhận lệnh in"), "{}", refused.err);
}

/// Value of an attribute in a job as CUPS keeps it: its name, the value's length in two bytes, the value.
fn attribute<'a>(job: &'a [u8], name: &str) -> &'a [u8] {
    let length = u16::try_from(name.len()).unwrap().to_be_bytes();
    let opening = [&length[..], name.as_bytes()].concat();
    let at = job.windows(opening.len()).position(|bytes| bytes == opening).unwrap_or_else(|| panic!("no {name}"));
    let value = &job[at + opening.len()..];
    &value[2..2 + usize::from(u16::from_be_bytes([value[0], value[1]]))]
}

/// Each page's width and height in points.
fn sizes(pdf: &Path) -> Vec<(f64, f64)> {
    let told = Command::new("pdfinfo").args(["-f", "1", "-l", "99"]).arg(pdf).output().unwrap();
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let numbers = |line: &str| {
        let numbers: Vec<f64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        (numbers[numbers.len() - 2], numbers[numbers.len() - 1])
    };
    told.lines().filter(|line| line.starts_with("Page ") && line.contains("size:")).map(numbers).collect()
}

/// How much of the paper's height a page's ink spans.
fn ink_height(pdf: &Path, page: usize) -> f64 {
    let page = page.to_string();
    let drawn = Command::new("pdftoppm").args(["-r", "40", "-gray", "-f", &page, "-l", &page]).arg(pdf).output().unwrap();
    let image = drawn.stdout;
    let mut words = image.split(u8::is_ascii_whitespace).skip(1);
    let mut number = || std::str::from_utf8(words.next().unwrap()).unwrap().parse::<usize>().unwrap();
    let (width, height) = (number(), number());
    let ink = &image[image.len() - width * height..];
    let inked: Vec<usize> =
        ink.chunks(width).enumerate().filter(|(_, row)| row.iter().any(|dot| *dot < 128)).map(|(y, _)| y).collect();
    (inked[inked.len() - 1] - inked[0]) as f64 / height as f64
}
