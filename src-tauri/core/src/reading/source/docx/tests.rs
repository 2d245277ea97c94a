//! What is read of documents made here.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::Write;

use super::super::Block;
use super::parsed;
use crate::reading::ReadError;

/// A DOCX with this body and these lists.
fn docx(body: &str, numbering: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    for (name, text) in [
        ("word/document.xml", format!("<w:document {word}><w:body>{body}</w:body></w:document>")),
        ("word/numbering.xml", format!("<w:numbering {word}>{numbering}</w:numbering>")),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn blocks(bytes: &[u8]) -> Result<Vec<Block>, ReadError> {
    parsed(bytes).map(|parsed| parsed.blocks)
}

fn lines(bytes: &[u8]) -> Vec<String> {
    let text = |block| match block {
        Block::Line(line) => Some(line.text),
        _ => None,
    };
    blocks(bytes).unwrap().into_iter().filter_map(text).collect()
}

#[test]
fn runs_are_joined_and_changes_accepted() {
    let body = "<w:p><w:r><w:t>Kế </w:t></w:r><w:ins><w:r><w:t>hoạch</w:t></w:r></w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>\
        <w:p><w:r><w:t>a &amp; b &#7879;</w:t></w:r></w:p>";
    assert_eq!(lines(&docx(body, "")), ["Kế hoạch", "a & b ệ"]);
}

#[test]
fn lists_are_numbered_as_vietnamese_papers_count() {
    let numbering = "<w:abstractNum w:abstractNumId=\"0\">\
        <w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
        <w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2.\"/></w:lvl>\
        <w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%3)\"/></w:lvl>\
        <w:lvl w:ilvl=\"3\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\u{f0b7}\"/></w:lvl></w:abstractNum>\
        <w:num w:numId=\"7\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let item = |level: u32| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
        )
    };
    let body: String = [0, 1, 1, 2, 2, 2, 2, 2, 2, 3, 0, 1].map(item).concat();
    let want = ["3. x", "3.1. x", "3.2. x", "a) x", "b) x", "c) x", "d) x", "đ) x", "e) x", "• x", "4. x", "4.1. x"];
    assert_eq!(lines(&docx(&body, numbering)), want);
}

#[test]
fn merged_cells_keep_their_text_once() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let body = format!(
        "<w:tbl><w:tblPr><w:tblBorders><w:top w:val=\"single\"/></w:tblBorders></w:tblPr><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>",
        cell("<w:vMerge w:val=\"restart\"/>", "STT"),
        cell("<w:gridSpan w:val=\"2\"/>", "Tên"),
        cell("<w:vMerge/>", ""),
        cell("", "a"),
        cell("", "b"),
    );
    let blocks = blocks(&docx(&body, "")).unwrap();
    let Block::Table(table) = &blocks[0] else { panic!("no table") };
    let shown: Vec<Vec<(&str, bool)>> =
        table.rows.iter().map(|r| r.iter().map(|c| (c.text.as_str(), c.covered)).collect()).collect();
    assert_eq!(shown, [vec![("STT", false), ("Tên", false), ("", true)], vec![("", true), ("a", false), ("b", false)]]);
    assert!(!table.bare);
}

#[test]
fn a_bomb_and_a_broken_part_are_refused() {
    let deep = "<w:p>".repeat(5000);
    assert!(blocks(&docx(&deep, "")).is_err());
    let entity = docx("<w:p><w:r><w:t>a&bomb;</w:t></w:r></w:p>", "");
    assert_eq!(lines(&entity), ["a"], "an unknown entity is nothing, never expanded");
}

/// A package of these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.replacen('>', &format!(" {word}>"), 1).as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn item(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn legacy_fonts_become_unicode_and_say_so() {
    let run = |font: &str, text: &str| {
        format!("<w:r><w:rPr><w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\"/></w:rPr><w:t>{text}</w:t></w:r>")
    };
    let body = [
        format!("<w:p>{}</w:p>", run(".VnTimeH", "céng hßa x· héi")),
        format!("<w:p>{}{}</w:p>", run(".VnTime", "ch\u{ad}¬ng tr×nh "), run("Times New Roman", "năm 2026")),
        format!("<w:p>{}</w:p>", run(".VnTime", "Bé TH¤NG TIN")),
        format!("<w:p>{}</w:p>", run("VNI-Times", "Keá hoaïch")),
        // a style of .VnTime over letters that are Unicode already
        format!("<w:p>{}</w:p>", run(".VnTime", "Bộ và các đơn vị")),
    ];
    let parsed = parsed(&docx(&body.concat(), "")).unwrap();
    let texts: Vec<&str> =
        parsed.blocks.iter().map(|b| if let Block::Line(line) = b { line.text.as_str() } else { "" }).collect();
    assert_eq!(texts, ["CỘNG HÒA XÃ HỘI", "chương trình năm 2026", "BỘ THÔNG TIN", "Kế hoạch", "Bộ và các đơn vị"]);
    let told: Vec<&str> = parsed.findings.iter().map(|f| f.place.as_str()).collect();
    assert_eq!(told, ["đoạn 1", "đoạn 4"]);
    assert!(parsed.findings[0].message.contains(".VnTimeH") && parsed.findings[0].message.contains("TCVN3"));
}

#[test]
fn fonts_come_from_styles_and_text_without_them_is_judged_by_its_letters() {
    let styles = "<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr></w:rPrDefault></w:docDefaults>\
        <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"/><w:style w:type=\"paragraph\" w:styleId=\"H\"><w:basedOn w:val=\"N\"/><w:rPr><w:rFonts w:ascii=\".VnTimeH\" w:hAnsi=\".VnTimeH\"/></w:rPr></w:style></w:styles>";
    let body =
        format!("<w:document><w:body>{}{}</w:body></w:document>", item("<w:pStyle w:val=\"H\"/>", "kÕ ho¹ch"), p("nhiÖm vô"));
    assert_eq!(lines(&package(&[("word/document.xml", &body), ("word/styles.xml", styles)])), ["KẾ HOẠCH", "nhiệm vụ"]);
    let bare = p("Bé Th«ng tin vµ TruyÒn th«ng b¸o c¸o kÕt qu¶ thùc hiÖn kÕ ho¹ch") + &p("Bộ Thông tin");
    let guessed = parsed(&docx(&bare, "")).unwrap();
    let Block::Line(line) = &guessed.blocks[0] else { panic!("{guessed:?}") };
    assert_eq!(line.text, "Bộ Thông tin và Truyền thông báo cáo kết quả thực hiện kế hoạch");
    assert_eq!(guessed.findings.len(), 1);
}

#[test]
fn text_boxes_are_read_once_and_stand_where_they_are_seen() {
    let in_box = |kind: &str, text: &str| {
        format!(
            "<mc:{kind}><w:drawing><wp:positionV relativeFrom=\"page\"/><w:txbxContent>{}</w:txbxContent></w:drawing></mc:{kind}>",
            p(text)
        )
    };
    let both = |text: &str| {
        format!("<w:r><mc:AlternateContent>{}{}</mc:AlternateContent></w:r>", in_box("Choice", text), in_box("Fallback", text))
    };
    let body = format!(
        "<w:p><w:r><w:t>Kính gửi</w:t></w:r>{}{}</w:p><w:p><w:r><mc:AlternateContent><mc:Choice/>{}</mc:AlternateContent></w:r></w:p>",
        both("BỘ XÂY DỰNG"),
        both("CỘNG HÒA"),
        in_box("Fallback", "chỉ có bản cũ"),
    );
    assert_eq!(lines(&docx(&body, "")), ["BỘ XÂY DỰNG", "CỘNG HÒA", "Kính gửi", "chỉ có bản cũ"]);
}

#[test]
fn changes_are_accepted_whole() {
    let body = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Kế </w:t></w:r></w:p><w:p><w:moveFrom><w:r><w:t>đi</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>hoạch</w:t></w:r></w:moveTo></w:p>\
        <w:tbl><w:tblPr><w:tblBorders><w:top w:val=\"single\"/></w:tblBorders></w:tblPr>\
        <w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>\
        <w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>cuối</w:t></w:r></w:p>";
    let bytes = docx(body, "");
    assert_eq!(lines(&bytes), ["Kế hoạch", "cuối"]);
    let Block::Table(table) = &blocks(&bytes).unwrap()[1] else { panic!("no table") };
    assert_eq!(table.rows.len(), 1);
    assert_eq!(table.rows[0].iter().map(|c| c.text.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(table.rows[0][1].place.to_string(), "bảng 1, hàng 1, cột 2");
}

#[test]
fn notes_stand_apart_and_contents_and_prompts_are_left_out() {
    let field = |code: &str, result: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>{code}</w:instrText><w:t>mã</w:t><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let body = format!(
        "<w:document><w:body><w:p>{}</w:p><w:p>{}</w:p>{}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>\
         <w:p><w:r><w:t>Câu</w:t><w:footnoteReference w:id=\"2\"/><w:noBreakHyphen/><w:t>x</w:t></w:r><w:hyperlink><w:r><w:t> y</w:t></w:r></w:hyperlink><w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:rPr><w:caps/></w:rPr><w:t>z</w:t></w:r></w:p></w:body></w:document>",
        field(" TOC \\o", "I. MỤC TIÊU 3"),
        field(" DATE ", "01/02/2026"),
        item("<w:pStyle w:val=\"ML\"/>", "I. MỤC TIÊU 3"),
        p("Bấm vào đây"),
    );
    let styles = "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"ML\"><w:name w:val=\"toc 1\"/></w:style></w:styles>";
    let notes = format!("<w:footnotes><w:footnote w:id=\"2\">{}</w:footnote></w:footnotes>", p("Theo báo cáo năm 2025."));
    let parsed =
        parsed(&package(&[("word/document.xml", &body), ("word/styles.xml", styles), ("word/footnotes.xml", &notes)])).unwrap();
    let texts: Vec<String> =
        parsed.blocks.iter().map(|b| if let Block::Line(l) = b { l.text.clone() } else { String::new() }).collect();
    assert_eq!(texts, ["01/02/2026", "Câu-x y≥Z"]);
    assert_eq!((parsed.notes[0].text.as_str(), parsed.notes[0].place.to_string().as_str()), ("Theo báo cáo năm 2025.", "đoạn 4"));
}

#[test]
fn lists_follow_styles_links_overrides_and_restarts() {
    let level = |at: u32, extra: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>{extra}<w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering><w:abstractNum w:abstractNumId=\"0\">{}{}</w:abstractNum><w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"L\"/></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>\
         <w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"Phần %1\"/></w:lvl></w:lvlOverride></w:num></w:numbering>",
        level(0, "", "%1."),
        level(1, "<w:lvlRestart w:val=\"0\"/><w:pStyle w:val=\"H2\"/>", "%1.%2."),
    );
    let styles = "<w:styles><w:style w:type=\"numbering\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>";
    let of = |list: u32| item(&format!("<w:numPr><w:numId w:val=\"{list}\"/></w:numPr>"), "x");
    let second = item("<w:pStyle w:val=\"H2\"/>", "y");
    let body = format!("<w:document><w:body>{}{second}{}{second}{}</w:body></w:document>", of(1), of(2), of(3));
    let bytes = package(&[("word/document.xml", &body), ("word/styles.xml", styles), ("word/numbering.xml", &numbering)]);
    assert_eq!(lines(&bytes), ["1. x", "1.1. y", "2. x", "2.2. y", "Phần V x"]);
}

#[test]
fn an_automatic_number_fills_an_empty_cell() {
    let numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let row = "<w:tr><w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p></w:tc><w:tc><w:p><w:r><w:t>Việc</w:t></w:r></w:p></w:tc></w:tr>";
    let blocks = blocks(&docx(&format!("<w:tbl>{row}{row}</w:tbl>"), numbering)).unwrap();
    let Block::Table(table) = &blocks[0] else { panic!("no table") };
    let numbers: Vec<&str> = table.rows.iter().map(|row| row[0].text.as_str()).collect();
    assert_eq!(numbers, ["1", "2"]);
}

#[test]
fn a_letterhead_in_the_header_and_one_set_by_tabs_are_found() {
    let body = "<w:document><w:body><w:p><w:r><w:t>Số: 5/KH-BYT</w:t><w:tab/><w:t>Hà Nội, ngày 5 tháng 6 năm 2026</w:t></w:r></w:p><w:p><w:r><w:t>1.</w:t><w:tab/><w:t>MỤC TIÊU</w:t></w:r></w:p></w:body></w:document>";
    let header = format!("<w:hdr>{}</w:hdr>", p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
    let bytes = package(&[("word/document.xml", body), ("word/header1.xml", &header)]);
    let want = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 5/KH-BYT", "Hà Nội, ngày 5 tháng 6 năm 2026", "1. MỤC TIÊU"];
    assert_eq!(lines(&bytes), want);
}

#[test]
fn strict_documents_and_other_main_parts_are_read() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let rels = "<Relationships><Relationship Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>";
    let strict = "<document xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><body><p><r><t>Nghiêm ngặt</t></r></p></body></document>";
    for (name, text) in [("_rels/.rels", rels), ("word/document2.xml", strict)] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert_eq!(lines(&bytes), ["Nghiêm ngặt"]);
    assert!(super::super::parsed(&bytes, "a.docm").is_ok());
}
