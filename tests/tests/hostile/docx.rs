//! DOCX packages that mean harm.

use super::archive::{Entry, overlapping, package};
use super::{Case, bytes};

const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const MAIN: &str = "word/document.xml";

fn document(body: &str) -> String {
    format!("<w:document {WORD}><w:body>{body}</w:body></w:document>")
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn with(body: &str, parts: &[(&str, String)]) -> Vec<u8> {
    let mut entries = vec![Entry::stored(MAIN, document(body))];
    entries.extend(parts.iter().map(|(name, text)| Entry::stored(name, text)));
    package(&entries)
}

/// A main part that opens, repeats a chunk and closes.
fn repeated(open: &str, chunk: &str, times: usize, close: &str) -> Vec<u8> {
    let head = format!("<w:document {WORD}><w:body>{open}");
    let tail = format!("{close}</w:body></w:document>");
    package(&[Entry::bomb(MAIN, &head, &chunk.repeat(1000), times.div_ceil(1000), &tail)])
}

pub fn cases() -> Vec<Case> {
    vec![
        bytes("bomb-spaces.docx", "bom nén: 4 GiB dấu cách trong một phần", || {
            let head = format!("<w:document {WORD}><w:body>");
            package(&[Entry::bomb(MAIN, &head, &" ".repeat(1 << 20), 4096, "</w:body></w:document>")])
        }),
        bytes("bomb-claims-little.docx", "đầu mục khai 10 byte, giải nén ra 4 GiB", || {
            package(&[Entry::bomb(MAIN, "<a>", &" ".repeat(1 << 20), 4096, "</a>").claiming(10)])
        }),
        bytes("bomb-claims-much.docx", "đầu mục khai 4 GiB, thật ra vài trăm byte", || {
            let entry = Entry::stored(MAIN, document(&paragraph("Kế hoạch"))).claiming(u32::MAX);
            package(&[entry])
        }),
        bytes("many-entries.docx", "300.000 tệp rỗng trong gói", || {
            let empty = (0..300_000).map(|n| Entry::stored(&format!("word/e{n}"), ""));
            let entries: Vec<Entry> = [Entry::stored(MAIN, document(&paragraph("Kế hoạch")))].into_iter().chain(empty).collect();
            package(&entries)
        }),
        bytes("overlapping.docx", "60.000 tên cùng trỏ vào một khối nén", || {
            let bomb = Entry::bomb("word/e0", "", &" ".repeat(1 << 20), 64, "");
            overlapping(&[Entry::stored(MAIN, document(&paragraph("Kế hoạch")))], &bomb, "word/e", "", 60_000)
        }),
        bytes("nested.docx", "gói nén lồng trong gói nén", || {
            let inner = with(&paragraph("Kế hoạch"), &[]);
            package(&[Entry::stored(MAIN, inner)])
        }),
        bytes("twice.docx", "phần chính có hai lần", || {
            let entry = |text| Entry::stored(MAIN, document(&paragraph(text)));
            package(&[entry("một"), entry("hai")])
        }),
        bytes("leaves-archive.docx", "đường dẫn ra ngoài gói", || {
            let main = Entry::stored(MAIN, document(&paragraph("Kế hoạch")));
            let out = ["../../../../tmp/skh-hostile", "/etc/skh-hostile", "..\\..\\skh-hostile", "C:\\skh-hostile"];
            let entries: Vec<Entry> = [main].into_iter().chain(out.map(|name| Entry::stored(name, "x"))).collect();
            package(&entries)
        }),
        bytes("entities.docx", "thực thể XML nhân lên một tỉ lần", || {
            let mut types = String::from("<!ENTITY a0 \"lol\">");
            for level in 1..10 {
                types += &format!("<!ENTITY a{level} \"{}\">", format!("&a{};", level - 1).repeat(10));
            }
            let main = format!("<!DOCTYPE x [{types}]>{}", document(&paragraph("Kế hoạch&a9;")));
            package(&[Entry::stored(MAIN, main)])
        }),
        bytes("external-entity.docx", "thực thể trỏ ra tệp của máy", || {
            let main = format!("<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>{}", document(&paragraph("Kế hoạch&f;")));
            package(&[Entry::stored(MAIN, main)])
        }),
        bytes("external-types.docx", "khai báo kiểu trỏ ra mạng", || {
            let main = format!("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">{}", document(&paragraph("Kế hoạch")));
            package(&[Entry::stored(MAIN, main)])
        }),
        bytes("deep.docx", "XML lồng 100.000 tầng", || {
            let (open, close) = ("<w:p>".repeat(100_000), "</w:p>".repeat(100_000));
            with(&format!("{open}{close}"), &[])
        }),
        bytes("deep-unclosed.docx", "XML mở 10 triệu tầng không đóng", || repeated("", "<w:p>", 10_000_000, "")),
        bytes("deep-tables.docx", "90 bảng lồng nhau", || {
            let (open, close) = ("<w:tbl><w:tr><w:tc>".repeat(90), "</w:tc></w:tr></w:tbl>".repeat(90));
            with(&format!("{open}{}{close}", paragraph("trong cùng")), &[])
        }),
        bytes("many-elements.docx", "10 triệu phần tử rỗng", || repeated("", "<w:p/>", 10_000_000, "")),
        bytes("many-paragraphs.docx", "2 triệu đoạn văn", || repeated("", &paragraph("a"), 2_000_000, "")),
        bytes("many-breaks.docx", "một đoạn 5 triệu lần xuống dòng", || {
            repeated("<w:p><w:r><w:t>a</w:t>", "<w:br/><w:t>a</w:t>", 2_500_000, "</w:r></w:p>")
        }),
        bytes("attributes.docx", "một phần tử có một triệu thuộc tính", || {
            let attributes: String = (0..1_000_000).map(|n| format!(" a{n}=\"\"")).collect();
            with(&format!("<w:p{attributes}/>{}", paragraph("Kế hoạch")), &[])
        }),
        bytes("long-text.docx", "một đoạn 60 MiB chữ", || {
            repeated("<w:p><w:r><w:t>", "Kế hoạch năm ", 60 * 65_000, "</w:t></w:r></w:p>")
        }),
        bytes("grid-span.docx", "ô gộp 1.000.000.000 cột", || {
            let cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"1000000000\"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>";
            with(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell.repeat(1000)), &[])
        }),
        bytes("grid-before.docx", "hàng bỏ trống 4 tỉ cột", || {
            let row = "<w:tr><w:trPr><w:gridBefore w:val=\"4294967295\"/></w:trPr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>";
            with(&format!("<w:tbl>{}</w:tbl>", row.repeat(50)), &[])
        }),
        bytes("wide-row.docx", "một hàng 100.000 ô trên 2.000 hàng một ô", || {
            let cell = "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>";
            let rows = format!("<w:tr>{cell}</w:tr>").repeat(2000);
            with(&format!("<w:tbl><w:tr>{}</w:tr>{rows}</w:tbl>", cell.repeat(100_000)), &[])
        }),
        bytes("long-table.docx", "bảng 200.000 hàng gộp dọc", || {
            let merged = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>";
            let row = format!("<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>{merged}</w:tr>");
            repeated("<w:tbl>", &row, 200_000, "</w:tbl>")
        }),
        bytes("list-circle.docx", "danh sách đánh số trỏ vòng tròn", || {
            let level = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"4294967295\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1%1%2%9\"/></w:lvl>";
            let numbering = format!(
                "<w:numbering {WORD}><w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"L\"/>{level}</w:abstractNum>\
                 <w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"L\"/><w:numStyleLink w:val=\"L\"/></w:abstractNum>\
                 <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"
            );
            let styles = format!(
                "<w:styles {WORD}><w:style w:type=\"numbering\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style></w:styles>"
            );
            let item = |list: u32| {
                format!(
                    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>việc</w:t></w:r></w:p>"
                )
            };
            with(&(item(1) + &item(2)).repeat(50), &[("word/numbering.xml", numbering), ("word/styles.xml", styles)])
        }),
        bytes("list-text.docx", "mẫu số thứ tự 1 MiB dùng cho 20.000 đoạn", || {
            let numbering = format!(
                "<w:numbering {WORD}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"{}\"/></w:lvl></w:abstractNum>\
                 <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>",
                "x".repeat(1 << 20)
            );
            let item = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>việc</w:t></w:r></w:p>";
            with(&item.repeat(20_000), &[("word/numbering.xml", numbering)])
        }),
        bytes("style-circle.docx", "kiểu dựa trên nhau vòng tròn, chuỗi dài 20.000", || {
            let style = |n: u32| {
                let base = (n + 1) % 20_000;
                format!("<w:style w:type=\"paragraph\" w:styleId=\"s{n}\"><w:basedOn w:val=\"s{base}\"/></w:style>")
            };
            let styles = format!("<w:styles {WORD}>{}</w:styles>", (0..20_000).map(style).collect::<String>());
            let body = "<w:p><w:pPr><w:pStyle w:val=\"s7\"/></w:pPr><w:r><w:t>Kế hoạch</w:t></w:r></w:p>";
            with(body, &[("word/styles.xml", styles)])
        }),
        bytes("footnotes.docx", "một chú thích 100 KiB được dẫn 50.000 lần", || {
            let note = format!(
                "<w:footnotes {WORD}>{}<w:footnote w:id=\"7\"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote></w:footnotes>",
                (100..2000).map(|n| format!("<w:footnote w:id=\"{n}\"/>")).collect::<String>(),
                "chú ".repeat(20_000)
            );
            let body = format!("<w:p><w:r><w:t>a</w:t>{}</w:r></w:p>", "<w:footnoteReference w:id=\"7\"/>".repeat(50_000));
            with(&body, &[("word/footnotes.xml", note)])
        }),
        bytes("text-boxes.docx", "khung chữ lồng nhau 80 tầng", || {
            let (open, close) = ("<w:p><w:r><w:txbxContent>".repeat(80), "</w:txbxContent></w:r></w:p>".repeat(80));
            with(&format!("{open}{}{close}", paragraph("trong cùng")), &[])
        }),
        bytes("not-xml.docx", "phần chính là số không", || package(&[Entry::stored(MAIN, vec![0; 1 << 20])])),
        bytes("not-utf8.docx", "phần chính không phải UTF-8", || {
            let mut main = document(&paragraph("Kế hoạch")).into_bytes();
            main.extend([0xff, 0xfe, 0x80]);
            package(&[Entry::stored(MAIN, main)])
        }),
    ]
}
