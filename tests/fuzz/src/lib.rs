//! What the fuzz targets do with an input. Each is a plain function, so that `tests/tests/corpus.rs` can replay every
//! kept input without a fuzzer.

use std::io::{Cursor, Write};

use skh_core::reading::{self, citation};
use zip::write::{SimpleFileOptions, ZipWriter};

/// Parts the parts of a package from each other; no XML holds it.
const BETWEEN: u8 = 0x1e;

/// The names of the targets.
pub const TARGETS: [&str; 6] = ["docx", "xlsx", "pdf", "txt", "outline", "citation"];

/// Lets a library give up on a foreign file, as `skh` does; a panic in our own code still ends the run, although on the
/// reading thread it would be told as a damaged file.
pub fn watch() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let ours = panic.location().is_none_or(|place| place.file().contains("src-tauri"));
        if ours || !reading::is_reading() {
            before(panic);
        }
    }));
}

/// Feeds one input to the target of that name.
///
/// # Panics
/// If the target finds a fault, or there is none of that name.
pub fn run(target: &str, input: &[u8]) {
    match target {
        "docx" => docx(input),
        "xlsx" => xlsx(input),
        "pdf" => pdf(input),
        "txt" => txt(input),
        "outline" => outline(input),
        "citation" => cited(input),
        other => panic!("no target {other}"),
    }
}

/// A DOCX of the parts in `input`, in this order, those left out that are empty; what is mutated is XML, never a checksum.
pub fn docx(input: &[u8]) {
    let names = [
        "word/document.xml",
        "word/numbering.xml",
        "word/styles.xml",
        "word/footnotes.xml",
        "_rels/.rels",
        "word/endnotes.xml",
        "word/header1.xml",
    ];
    let _ = reading::read(&package(input, &names, &[]), "a.docx");
}

/// An XLSX of the parts in `input`; a workbook of one sheet and its links stand in where the input has none.
pub fn xlsx(input: &[u8]) {
    let names = [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet2.xml",
    ];
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let related = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{relations}/{kind}\" Target=\"{target}\"/>")
    };
    let book = format!(
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{relations}\">\
         <sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let links = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}{}{}</Relationships>",
        related("r1", "worksheet", "worksheets/sheet1.xml"),
        related("r2", "sharedStrings", "sharedStrings.xml"),
        related("r3", "styles", "styles.xml")
    );
    let root = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}</Relationships>",
        related("r0", "officeDocument", "xl/workbook.xml")
    );
    let fixed = [("_rels/.rels", root), ("xl/workbook.xml", book), ("xl/_rels/workbook.xml.rels", links)];
    let _ = reading::read(&package(input, &names, &fixed), "a.xlsx");
}

/// A PDF as it stands.
pub fn pdf(input: &[u8]) {
    let _ = reading::read(input, "a.pdf");
}

/// A text as it stands: any bytes.
pub fn txt(input: &[u8]) {
    let _ = reading::read(input, "a.txt");
}

/// A paper of labels and words that the bytes choose: deeper into the outline than free text gets.
pub fn outline(input: &[u8]) {
    const PIECES: [&str; 32] = [
        "Phần I\n",
        "Phần II. ",
        "Chương 1\n",
        "Mục 2. ",
        "Điều 1. ",
        "Điều 2. ",
        "A. ",
        "B. ",
        "I. ",
        "II. ",
        "III. ",
        "1. ",
        "2. ",
        "3. ",
        "1.1. ",
        "1.2. ",
        "2.1.1. ",
        "a) ",
        "b) ",
        "đ) ",
        "e) ",
        "1) ",
        "- ",
        "+ ",
        "PHỤ LỤC 01\n",
        "Nơi nhận:\n",
        "Kính gửi: ",
        "KẾ HOẠCH\n",
        "(Kèm theo Quyết định số 1/QĐ-B ngày 1/1/2026)\n",
        "\n",
        "\n\n",
        "\t",
    ];
    const WORDS: [&str; 8] = [
        "MỤC TIÊU",
        "nhiệm vụ",
        "Xây dựng nền tảng số",
        ".",
        ";\n",
        ",",
        " của đơn vị",
        "căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024",
    ];
    let mut text = String::new();
    for byte in input.iter().take(4096) {
        match byte {
            0..=159 => text.push_str(PIECES[usize::from(*byte) % PIECES.len()]),
            160..=239 => text.push_str(WORDS[usize::from(*byte) % WORDS.len()]),
            _ => text.push('\n'),
        }
    }
    let _ = reading::read(text.as_bytes(), "a.txt");
}

/// Citations in any text.
pub fn cited(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let _ = citation::citations(&text);
    let _ = citation::every_citation(&text);
}

fn package(input: &[u8], names: &[&str], fixed: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let parts = names.iter().copied().zip(input.split(|byte| *byte == BETWEEN)).filter(|(_, data)| !data.is_empty());
    let parts: Vec<(&str, &[u8])> = parts.collect();
    let given = |name: &str| parts.iter().any(|(other, _)| *other == name);
    let fixed = fixed.iter().filter(|(name, _)| !given(name)).map(|(name, text)| (*name, text.as_bytes()));
    for (name, data) in fixed.chain(parts.iter().copied()) {
        zip.start_file(name, stored).expect("a name");
        zip.write_all(data).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}
