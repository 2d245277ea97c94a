//! Papers of any length: a plan with its letterhead, sections, items and căn cứ, then an annex of tasks. The same content in
//! every format; half of the pages are text, half table.
#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

/// Paragraphs of a page of text, rows of a page of table.
const PARAGRAPHS: usize = 9;
const ROWS: usize = 8;

const FRONT: [&str; 7] = [
    "BỘ XÂY DỰNG",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 12/KH-BXD",
    "Hà Nội, ngày 05 tháng 01 năm 2026",
    "KẾ HOẠCH",
    "Chuyển đổi số năm 2026",
    "Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình chuyển đổi số;",
];
const HEADER: [&str; 5] = ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian", "Sản phẩm"];

/// The paragraphs of so many pages of text.
fn paragraphs(pages: usize) -> Vec<String> {
    let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let mut out: Vec<String> = FRONT.iter().map(|line| (*line).to_owned()).collect();
    let mut part = 0;
    for at in 0..pages * PARAGRAPHS {
        match at % 90 {
            0 => {
                part += 1;
                out.push(format!("Phần {}", roman[(part - 1) % 10]));
                out.push(format!("NỘI DUNG THỨ {part}"));
            }
            at if at % 9 == 1 => out.push(format!("{}. NHÓM NHIỆM VỤ SỐ {}", roman[at / 9 % 10], at / 9)),
            at => {
                let number = (at % 9).max(1);
                out.push(format!(
                    "{number}. Xây dựng, hoàn thiện nền tảng dùng chung thứ {at} theo Nghị quyết số {at}/NQ-CP ngày 15/3/2025 của Chính phủ, \
                     bảo đảm kết nối, chia sẻ dữ liệu giữa các đơn vị, hoàn thành trước ngày 30 tháng 6 năm 2026."
                ));
            }
        }
    }
    out
}

/// The rows of so many pages of table.
fn rows(pages: usize) -> Vec<[String; 5]> {
    let row = |at: usize| {
        [
            (at + 1).to_string(),
            format!("Xây dựng cơ sở dữ liệu chuyên ngành số {at} và kết nối với nền tảng chung"),
            format!("Vụ số {}", at % 30),
            format!("Quý {}/2026", at % 4 + 1),
            format!("Cơ sở dữ liệu số {at} đưa vào sử dụng"),
        ]
    };
    (0..pages * ROWS).map(row).collect()
}

fn halves(pages: usize) -> (usize, usize) {
    (pages - pages / 2, pages / 2)
}

pub fn txt(pages: usize) -> Vec<u8> {
    let (text, table) = halves(pages);
    let mut out = paragraphs(text).join("\n\n");
    out += "\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n";
    out += &HEADER.join("\t");
    for row in rows(table) {
        write!(out, "\n{}", row.join("\t")).unwrap();
    }
    out.into_bytes()
}

pub fn docx(pages: usize) -> Vec<u8> {
    let (text, table) = halves(pages);
    let paragraph = |text: &str| {
        format!("<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"28\"/></w:rPr><w:t>{text}</w:t></w:r></w:p>")
    };
    let mut body: String = paragraphs(text).iter().map(|text| paragraph(text)).collect();
    body += &paragraph("PHỤ LỤC");
    body += "<w:tbl><w:tblPr><w:tblBorders><w:top w:val=\"single\"/></w:tblBorders></w:tblPr>";
    let mut row = |cells: &mut dyn Iterator<Item = &str>| {
        let cells: String = cells.map(|cell| format!("<w:tc>{}</w:tc>", paragraph(cell))).collect();
        write!(body, "<w:tr>{cells}</w:tr>").unwrap();
    };
    row(&mut HEADER.into_iter());
    for cells in rows(table) {
        row(&mut cells.iter().map(String::as_str));
    }
    body += "</w:tbl>";
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    write!(zip, "<w:document xmlns:w=\"{word}\"><w:body>{body}</w:body></w:document>").unwrap();
    zip.finish().unwrap().into_inner()
}

pub fn xlsx(pages: usize) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "DANH MỤC NHIỆM VỤ NĂM 2026").unwrap();
    for (column, name) in (0..).zip(HEADER) {
        sheet.write(2, column, name).unwrap();
    }
    for (at, row) in (3..).zip(rows(pages)) {
        for (column, cell) in (0..).zip(&row) {
            sheet.write(at, column, cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// Text as a printer sets it, in lines of 80 letters, and ruled tables. A typeface of the standard has no Vietnamese
/// letters: they are written without their accents, which costs the reader the same.
pub fn pdf(pages: usize) -> Vec<u8> {
    let (text, table) = halves(pages);
    let mut contents: Vec<String> = Vec::new();
    let lines: Vec<String> = paragraphs(text).iter().flat_map(|text| wrapped(&plain(text))).collect();
    for page in lines.chunks(lines.len().div_ceil(text)) {
        let mut content = String::from("BT /F1 11 Tf 72 780 Td 14 TL\n");
        page.iter().for_each(|line| writeln!(content, "({line}) Tj T*").unwrap());
        contents.push(content + "ET");
    }
    let rows = rows(table);
    for page in rows.chunks(ROWS) {
        let mut content = String::new();
        for (at, row) in (0_u32..).zip(page) {
            let top = 780 - at * 60;
            writeln!(content, "40 {top} m 555 {top} l S 40 {} m 555 {} l S", top - 60, top - 60).unwrap();
            for (x, cell) in [40, 80, 260, 340, 400].into_iter().zip(row) {
                writeln!(content, "{x} {top} m {x} {} l S", top - 60).unwrap();
                for (line, part) in (1..).zip(plain(cell).split(' ').collect::<Vec<_>>().chunks(if x == 80 { 6 } else { 3 })) {
                    writeln!(content, "BT /F1 9 Tf {} {} Td ({}) Tj ET", x + 3, top - 12 * line, part.join(" ")).unwrap();
                }
            }
            writeln!(content, "555 {top} m 555 {} l S", top - 60).unwrap();
        }
        contents.push(content);
    }
    written(&contents)
}

fn written(contents: &[String]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    let mut object = |body: String| {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n{body}\nendobj\n", places.len()).bytes());
    };
    let kids: String = (0..contents.len()).map(|n| format!("{} 0 R ", 4 + 2 * n)).collect();
    object("<< /Type /Catalog /Pages 2 0 R >>".into());
    object(format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", contents.len()));
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".into());
    for (at, content) in contents.iter().enumerate() {
        object(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            5 + 2 * at
        ));
        object(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    let at = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).unwrap();
    for place in &places {
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    write!(out, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n", places.len() + 1).unwrap();
    out
}

fn plain(text: &str) -> String {
    skh_core::text::fold(text).replace(['(', ')', '\\'], "")
}

fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        if lines.last().is_some_and(|line| line.len() + word.len() > 80) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            *line += if line.is_empty() { "" } else { " " };
            *line += word;
        }
    }
    lines
}
