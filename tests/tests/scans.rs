//! Scans: pages turned into pictures, read back through tesseract; skipped, and said so, where it is not installed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::AtomicBool;

use skh_core::files::Tesseract;
use skh_core::reading::{self, Picture, Progress, ReadError, Reading, ScanError};

/// Pages of a sample as a scanner gives them: one grey JPEG a page, no text.
fn scanned(sample: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("letters").join(sample);
    let drawn = Command::new("pdftoppm")
        .args(["-jpeg", "-gray", "-r", "200"])
        .arg(&source)
        .arg(folder.path().join("page"))
        .status()
        .expect("pdftoppm is installed by `cargo xtask test`");
    assert!(drawn.success());
    let mut pages: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let mut at = Vec::new();
    let mut object = |pdf: &mut Vec<u8>, number: usize, text: &str, data: Option<&[u8]>| {
        at.push((number, pdf.len()));
        pdf.extend(format!("{number} 0 obj\n{text}\n").as_bytes());
        if let Some(data) = data {
            pdf.extend(b"stream\n");
            pdf.extend(data);
            pdf.extend(b"\nendstream\n");
        }
        pdf.extend(b"endobj\n");
    };
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 3 + 3 * page)).collect();
    object(&mut pdf, 1, "<</Type/Catalog/Pages 2 0 R>>", None);
    object(&mut pdf, 2, &format!("<</Type/Pages/Count {}/Kids[{}]>>", kids.len(), kids.join(" ")), None);
    for (index, page) in pages.iter().enumerate() {
        let (jpeg, first) = (std::fs::read(page).unwrap(), 3 + 3 * index);
        let (width, height, space) = size(&jpeg);
        let (w, h) = (width * 72 / 200, height * 72 / 200);
        let content = format!("q {w} 0 0 {h} 0 0 cm /P Do Q");
        let (drawing, picture) = (first + 1, first + 2);
        let page = format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {w} {h}]/Contents {drawing} 0 R/Resources<</XObject<</P {picture} 0 R>>>>>>"
        );
        object(&mut pdf, first, &page, None);
        object(&mut pdf, drawing, &format!("<</Length {}>>", content.len()), Some(content.as_bytes()));
        let about = format!(
            "<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace{space}/BitsPerComponent 8/Filter/DCTDecode/Length {}>>",
            jpeg.len()
        );
        object(&mut pdf, picture, &about, Some(&jpeg));
    }
    let start = pdf.len();
    pdf.extend(format!("xref\n0 {}\n0000000000 65535 f \n", at.len() + 1).as_bytes());
    for (_, offset) in &at {
        pdf.extend(format!("{offset:010} 00000 n \n").as_bytes());
    }
    pdf.extend(format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", at.len() + 1).as_bytes());
    pdf
}

/// Width, height and colours in a JPEG's frame header.
fn size(jpeg: &[u8]) -> (usize, usize, &'static str) {
    let at = jpeg.windows(2).position(|two| two == [0xff, 0xc0]).expect("a plain JPEG");
    let number = |at: usize| usize::from(jpeg[at]) << 8 | usize::from(jpeg[at + 1]);
    (number(at + 7), number(at + 5), if jpeg[at + 9] == 1 { "/DeviceGray" } else { "/DeviceRGB" })
}

fn recognised(pdf: &[u8], told: &mut Vec<Progress>) -> Option<Result<Reading, ScanError>> {
    let Ok(tesseract) = Tesseract::find() else {
        std::io::stderr().write_all(b"no tesseract with Vietnamese here: reading scans is skipped\n").unwrap();
        return None;
    };
    let never = AtomicBool::new(false);
    let mut read = |picture: &Picture| {
        let size = (picture.width, picture.height);
        let table = tesseract.read(size, &picture.grey, picture.resolution, picture.one_column, &never);
        table.map_err(|error| ScanError::Failed(ReadError::new(error.to_string(), error.hint())))
    };
    Some(reading::read_scan(pdf, "a.pdf", &mut read, &mut |progress| told.push(progress)))
}

#[test]
fn a_scan_is_told_as_one_and_its_letters_can_be_recognised() {
    let pdf = scanned("letter-plain-table.pdf");
    let error = reading::read(&pdf, "a.pdf").unwrap_err();
    assert!(error.scan && error.message.contains("bản quét"));
    let mut told = Vec::new();
    let Some(reading) = recognised(&pdf, &mut told) else { return };
    let reading = reading.unwrap();
    assert_eq!(reading.date.map(|date| date.to_string()).as_deref(), Some("2026-03-04"));
    let tasks: Vec<_> = reading.task_tables.iter().flat_map(|table| &table.tasks).collect();
    assert_eq!(tasks.len(), 3);
    assert!(reading.findings.iter().any(|finding| finding.message.contains("OCR") && finding.place == "trang 1"));
    assert!(reading.scanned_pages.is_empty());
    assert_eq!(
        told.iter().map(|progress| (progress.done, progress.of, progress.page)).collect::<Vec<_>>(),
        [(0, 1, 1), (1, 1, 1)]
    );
}

#[test]
fn a_ruled_table_of_a_scan_keeps_its_cells() {
    let pdf = scanned("annex-drawn-boxes.pdf");
    let mut told = Vec::new();
    let Some(reading) = recognised(&pdf, &mut told) else { return };
    let reading = reading.unwrap();
    let tasks: Vec<_> = reading.task_tables.iter().flat_map(|table| &table.tasks).collect();
    let named = |task: &&&skh_core::reading::ReadTask| task.cell("name").starts_with("Nâng cấp đường truyền nội bộ của trụ sở");
    let first = tasks.iter().find(named).expect("the first task");
    assert_eq!(first.cell("product"), "- Biên bản nghiệm thu\n- Hồ sơ hoàn công\n- Sơ đồ mạng sau nâng cấp");
    assert_eq!(first.cell("lead"), "Trung tâm Dữ liệu");
    assert!(reading.findings.iter().any(|finding| finding.message.contains("Bảng được cắt từ ảnh")));
}

#[test]
fn a_recognition_given_up_is_no_reading() {
    let pdf = scanned("letter-plain-table.pdf");
    let mut stop = |_: &Picture| Err(ScanError::Cancelled);
    let read = reading::read_scan(&pdf, "a.pdf", &mut stop, &mut |_| ());
    assert!(matches!(read, Err(ScanError::Cancelled)));
}
