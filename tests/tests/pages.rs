//! The pages of six plans, as pictures and as XML, against what was approved; and DOCX, laid out by LibreOffice, against
//! the PDF. `cargo xtask bless` approves what is there now, to be looked at before it is committed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use skh_core::document::{self, Document, StyleSheet};
use skh_core::layout::{self, Fonts, Layout};
use skh_core::{export, files};
use skh_tests::pictures::{self, Picture};
use skh_tests::plans::sample_plans;
use skh_tests::program::root;

/// How much farther apart, in points, any two words of a page may stand in DOCX than in PDF. Reading boxes of letters of
/// several sizes already makes half a point; a line of 14 pt takes 18.5.
const DRIFT: f64 = 1.2;

/// Share of pages on which DOCX and PDF must agree: begin alike plan by plan, be filled and stand alike over all plans.
/// LibreOffice gives each joined space in italics a twelfth of the line's height more, and a line that fits a cell to the
/// hair may fit or not; Word does neither.
const AGREED: f64 = 0.95;

struct Made {
    name: &'static str,
    pages: Layout,
    docx: Vec<u8>,
    pdf: Vec<u8>,
    xlsx: Vec<u8>,
}

fn fonts() -> Fonts {
    Fonts::new(&files::fonts().unwrap()).unwrap()
}

fn made(fonts: &Fonts) -> Vec<Made> {
    let now = "2026-01-05T09:30:00".parse().unwrap();
    let plans = sample_plans().into_iter();
    plans
        .map(|sample| {
            let document: Document = document::compose(&sample.plan);
            let sheet = StyleSheet::of_plan(&sample.plan);
            let pages = layout::distribute(&document, &sheet, fonts).unwrap();
            let docx = export::docx(&document, &sheet, now).unwrap();
            let pdf = export::pdf(&document, &pages, fonts, now).unwrap();
            let xlsx = export::xlsx(&sample.plan, now).unwrap();
            Made { name: sample.name, pages, docx, pdf, xlsx }
        })
        .collect()
}

fn golden() -> PathBuf {
    root().join("tests/golden")
}

fn blessing() -> bool {
    std::env::var_os("SKH_BLESS").is_some()
}

/// A print of the font that the pictures were made with; another font draws other letters.
fn print_of(fonts: &Fonts) -> String {
    let hash = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    let faces = layout::Face::ALL.iter().flat_map(|face| fonts.bytes(*face));
    format!("{:016x}\n", faces.fold(0xcbf2_9ce4_8422_2325, hash))
}

/// The pages whose pictures are kept: how each part begins and ends.
fn kept(pages: &Layout) -> Vec<usize> {
    let ends = pages.parts.iter().skip(1).copied().chain([pages.pages.len()]);
    let mut kept: Vec<usize> = pages.parts.iter().zip(ends).flat_map(|(first, end)| [*first, *first + 1, end - 1]).collect();
    kept.retain(|page| *page < pages.pages.len());
    kept.sort_unstable();
    kept.dedup();
    kept
}

#[test]
fn pages_look_as_they_were_approved() {
    let fonts = fonts();
    let print = golden().join("pages/font.txt");
    if blessing() {
        fs::create_dir_all(print.parent().unwrap()).unwrap();
        fs::write(&print, print_of(&fonts)).unwrap();
    } else if fs::read_to_string(&print).unwrap().trim() != print_of(&fonts).trim() {
        println!("SKIPPED: the pictures in tests/golden/pages were made with another Liberation Serif than this machine's");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let out = root().join("target/golden");
    let mut faults = Vec::new();
    let pictures = fs::read_dir(print.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut gone: BTreeSet<String> = pictures.filter(|name| name.ends_with(".png")).collect();
    for made in made(&fonts) {
        let pdf = folder.path().join(format!("{}.pdf", made.name));
        fs::write(&pdf, &made.pdf).unwrap();
        for page in kept(&made.pages) {
            let name = format!("{}-{}", made.name, page + 1);
            let approved = golden().join(format!("pages/{name}.png"));
            gone.remove(&format!("{name}.png"));
            let now = pictures::page(&pdf, page + 1);
            if blessing() {
                // an unchanged page keeps its bytes, so that a diff names the changed ones only
                if !approved.exists() || !Picture::load(&approved).shows(&now) {
                    now.save(&approved);
                }
                continue;
            }
            let before =
                if approved.exists() { Picture::load(&approved) } else { Picture { width: 1, height: 1, grey: vec![0] } };
            let (share, difference) = before.difference(&now);
            if !before.shows(&now) {
                now.save(&out.join(format!("{name}.now.png")));
                before.save(&out.join(format!("{name}.approved.png")));
                difference.save(&out.join(format!("{name}.difference.png")));
                faults.push(format!("{name}: {:.1} % of the page", share * 100.0));
            }
        }
    }
    if blessing() {
        gone.iter().for_each(|name| fs::remove_file(golden().join("pages").join(name)).unwrap());
    } else {
        faults.extend(gone.iter().map(|name| format!("{name}: was approved, is not there")));
    }
    assert!(faults.is_empty(), "see {}; `cargo xtask bless` approves:\n{}", out.display(), faults.join("\n"));
}

/// The XML parts of a package, an element a line.
fn xml_of(package: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut out = BTreeMap::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        out.insert(part.name().unwrap().replace(['/', '[', ']'], "_"), text.replace("><", ">\n<") + "\n");
    }
    out
}

#[test]
fn docx_and_xlsx_are_written_as_they_were_approved() {
    let all = made(&fonts());
    let made = |name: &str| all.iter().find(|made| made.name == name).unwrap();
    let mut faults = compared("docx", &made("three-tasks").docx);
    faults.extend(compared("docx-by-decision", &made("by-decision").docx));
    faults.extend(compared("xlsx", &made("three-tasks").xlsx));
    assert!(faults.is_empty(), "`cargo xtask bless` approves:\n{}", faults.join("\n"));
}

/// Where the parts of a package differ from the approved ones in a folder of the golden files.
fn compared(folder: &str, package: &[u8]) -> Vec<String> {
    let folder = golden().join(folder);
    let mut faults = Vec::new();
    let parts = xml_of(package);
    if blessing() {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
    } else {
        let gone = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        faults.extend(gone.filter(|name| !parts.contains_key(name)).map(|name| format!("{name}: was approved, is not there")));
    }
    for (name, now) in parts {
        let approved = folder.join(&name);
        if blessing() {
            fs::write(&approved, &now).unwrap();
            continue;
        }
        let before = fs::read_to_string(&approved).unwrap_or_default().replace("\r\n", "\n");
        if let Some(line) = (0..).zip(before.lines().chain([""]).zip(now.lines().chain([""]))).find(|(_, (a, b))| a != b) {
            let (at, (before, now)) = line;
            faults.push(format!("{name}, line {}:\n- {before}\n+ {now}", at + 1));
        } else if before != now {
            faults.push(format!("{name}: {} lines were approved, {} are there", before.lines().count(), now.lines().count()));
        }
    }
    faults
}

/// Share of justified lines whose words may stand more than twice as far apart as their font has it (the samples repeat
/// few sentences, and so their widest lines); none may stand more than two and a half times as far.
const WIDE: f64 = 0.12;

#[test]
fn justified_text_has_no_rivers() {
    let fonts = fonts();
    for made in made(&fonts) {
        let lines = made.pages.pages.iter().flat_map(|page| &page.lines);
        let stretched = lines.filter_map(|line| {
            let span = line.spans.iter().find(|span| span.stretch.0 > 0.0)?;
            let times = 1.0 + span.stretch.0 / fonts.width(" ", span.face, span.size).0;
            Some((times, line.spans.iter().map(|span| span.text.as_str()).collect::<String>()))
        });
        let stretched: Vec<(f64, String)> = stretched.collect();
        let wide: Vec<&(f64, String)> = stretched.iter().filter(|(times, _)| *times > 2.0).collect();
        println!("{:20} {:4} justified lines, {:2} wider than twice: {wide:.1?}", made.name, stretched.len(), wide.len());
        assert!(stretched.len() > 50, "{}", made.name);
        assert!(wide.iter().all(|(times, _)| *times <= 2.5), "{}: {wide:?}", made.name);
        assert!(wide.len() as f64 <= WIDE * stretched.len() as f64, "{}: {wide:?}", made.name);
    }
}

/// Text of a PDF page by page, each page as its lines of words; joins undone, the page number left out.
fn text_of(pdf: &Path) -> Vec<Vec<String>> {
    let output = Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(pdf).arg("-").output();
    let output = output.unwrap_or_else(|error| panic!("pdftotext did not start ({error}): `cargo xtask test` installs it"));
    let text = document::plain(&String::from_utf8(output.stdout).unwrap());
    let lines = |page: &str| -> Vec<String> {
        let words = page.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let lines: Vec<String> = words.filter(|line| !line.is_empty()).collect();
        let number = lines.first().is_some_and(|line| line.chars().all(|c| c.is_ascii_digit()));
        lines[usize::from(number)..].to_vec()
    };
    let mut pages: Vec<Vec<String>> = text.split('\u{c}').map(lines).collect();
    pages.pop();
    pages
}

/// Page by page, how far down its words reach, in points from the page's top, each word's places from the top down.
fn heights_of(pdf: &Path) -> Vec<BTreeMap<String, Vec<f64>>> {
    let output = Command::new("pdftotext").args(["-bbox", "-enc", "UTF-8"]).arg(pdf).arg("-").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let word = |line: &str| -> Option<(String, f64)> {
        let (_, rest) = line.split_once("yMax=\"")?;
        let (height, rest) = rest.split_once("\">")?;
        Some((document::plain(rest.strip_suffix("</word>")?), height.parse().ok()?))
    };
    let page = |page: &str| {
        let mut words: BTreeMap<String, Vec<f64>> = BTreeMap::new();
        for (text, height) in page.lines().filter_map(word) {
            words.entry(text).or_default().push(height);
        }
        words.values_mut().for_each(|heights| heights.sort_by(f64::total_cmp));
        words
    };
    text.split("<page ").skip(1).map(page).collect()
}

/// Page by page, how much farther apart words stand in one file than in the other, in points; words that one page has
/// more often are left out, and without bound is what hardly shares a word.
fn drifts(a: &Path, b: &Path) -> Vec<f64> {
    heights_of(a)
        .into_iter()
        .zip(heights_of(b))
        .map(|(a, b)| {
            let both = a.iter().filter_map(|(text, here)| Some((here, b.get(text)?))).filter(|(a, b)| a.len() == b.len());
            let apart: Vec<f64> = both.flat_map(|(a, b)| a.iter().zip(b).map(|(a, b)| a - b)).collect();
            let (least, most) = apart.iter().fold((f64::MAX, f64::MIN), |(least, most), d| (least.min(*d), most.max(*d)));
            if apart.len() < 10 { f64::INFINITY } else { most - least }
        })
        .collect()
}

/// Lays DOCX files out by LibreOffice, all in one start.
fn laid_out_by_libreoffice(folder: &Path, names: &[&str]) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let inputs = names.iter().map(|name| folder.join(format!("{name}.docx")));
    let mut soffice = Command::new("soffice");
    soffice.args([&profile, "--headless", "--convert-to", "pdf", "--outdir"]).arg(folder.join("office")).args(inputs);
    let output =
        soffice.output().unwrap_or_else(|error| panic!("soffice did not start ({error}): `cargo xtask test` installs it"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn docx_and_pdf_have_the_same_pages() {
    // stays there, to be looked at
    let folder = root().join("target/golden/pages");
    fs::create_dir_all(&folder).unwrap();
    let all = made(&fonts());
    for made in &all {
        fs::write(folder.join(format!("{}.docx", made.name)), &made.docx).unwrap();
        fs::write(folder.join(format!("{}.pdf", made.name)), &made.pdf).unwrap();
        fs::write(folder.join(format!("{}.xlsx", made.name)), &made.xlsx).unwrap();
    }
    laid_out_by_libreoffice(&folder, &all.iter().map(|made| made.name).collect::<Vec<_>>());
    let mut faults = Vec::new();
    let (mut total, mut filled, mut standing) = (0, 0, 0);
    let low = |same: usize, pages: usize| (same as f64) < AGREED * pages as f64;
    for made in &all {
        let files = ["", "office/"].map(|by| folder.join(format!("{by}{}.pdf", made.name)));
        let [pdf, docx] = files.each_ref().map(|file| text_of(file));
        let pages = pdf.len().max(docx.len());
        let words = |page: &[String]| {
            let mut words: Vec<String> = page.iter().flat_map(|line| line.split(' ')).map(str::to_owned).collect();
            words.sort();
            words
        };
        let first = pdf.iter().zip(&docx).filter(|(a, b)| a.first() == b.first()).count();
        // a table's pages all begin with its header: whether they hold the same is told by all their words
        let whole = pdf.iter().zip(&docx).filter(|(a, b)| words(a) == words(b)).count();
        println!(
            "{:20} {:3} pages in PDF, {:3} in DOCX; {first} begin alike, {whole} hold the same",
            made.name,
            pdf.len(),
            docx.len()
        );
        if let Some(at) = pdf.iter().zip(&docx).position(|(a, b)| words(a) != words(b)) {
            println!("    page {} begins with {:?} and {:?}", at + 1, pdf[at].first(), docx[at].first());
        }
        let drifts = drifts(&files[0], &files[1]);
        let near = drifts.iter().filter(|drift| **drift <= DRIFT).count();
        let far = (1..).zip(&drifts).max_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(page, drift): (usize, _)| (page, drift));
        println!("    {near} keep their distances; farthest apart, page and points: {far:?}");
        if pdf.len() != docx.len() || low(first, pages) {
            faults.push(made.name);
        }
        (total, filled, standing) = (total + pages, filled + whole, standing + near);
    }
    println!("of {total} pages {filled} hold the same and {standing} keep their distances");
    assert!(!low(filled, total) && !low(standing, total), "{filled} and {standing} of {total}");
    assert!(faults.is_empty(), "DOCX and PDF part company in {faults:?}; run with --nocapture to see where");
}
