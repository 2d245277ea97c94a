//! Facts of the file that a clerk or Word would miss first.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{Cursor, Read};

use chrono::{NaiveDate, NaiveDateTime};

use super::docx;
use crate::document::{
    AgencySigns, AnnexRef, Block, CellAlign, Column, Document, Letterhead, Orientation, Paragraph, Part, Properties, Pt, Row,
    RowKind, Rule, RuleLength, Run, SignatureBlock, StyleName, StyleSheet, Table, TableCell,
};

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap().and_hms_opt(9, 30, 0).unwrap()
}

fn paragraph(style: StyleName, text: &str) -> Block {
    let runs = vec![Run { text: text.into(), ..Run::default() }];
    Block::Paragraph(Paragraph { style, runs, rule: None, apart: false, keep: false, below: Pt(0.0), section: None })
}

fn ruled(style: StyleName, text: &str) -> Block {
    let Block::Paragraph(plain) = paragraph(style, text) else { unreachable!() };
    Block::Paragraph(Paragraph { rule: Some(Rule { length: RuleLength::Share(0.4) }), ..plain })
}

fn cell(text: &str, span: usize) -> TableCell {
    TableCell { text: text.into(), span }
}

fn annex_table() -> Table {
    let column = |title: &str, width, align| Column { title: title.into(), width, align };
    Table {
        columns: vec![
            column("STT", 0.1, CellAlign::Centre),
            column("Tên nhiệm vụ", 0.6, CellAlign::Left),
            column("Kinh phí", 0.3, CellAlign::Right),
        ],
        rows: vec![
            Row { kind: RowKind::Group, task: None, cells: vec![cell("A. Nhiệm vụ do đơn vị chủ trì", 3)] },
            Row { kind: RowKind::Group, task: None, cells: vec![cell("I", 1), cell("Hạ tầng số", 2)] },
            Row {
                kind: RowKind::Body, task: None, cells: vec![cell("1", 1), cell("Nâng cấp mạng\nvà máy chủ", 1), cell("", 1)]
            },
            Row { kind: RowKind::Total, task: None, cells: vec![cell("Tổng cộng", 2), cell("1.000", 1)] },
        ],
        size: Pt(12.0),
    }
}

fn sample() -> Document {
    let link = Run { text: "Phụ lục".into(), link: Some(AnnexRef(1)), ..Run::default() };
    let mut cites = vec![Run { text: "Danh mục tại ".into(), ..Run::default() }, link];
    cites.push(Run { text: " kèm theo./.".into(), ..Run::default() });
    let plan = Part {
        orientation: Orientation::Portrait,
        blocks: vec![
            Block::Letterhead(Letterhead {
                superior: vec!["BỘ KHOA HỌC VÀ CÔNG NGHỆ".into()],
                issuer: vec!["TRUNG TÂM".into(), "CÔNG NGHỆ THÔNG TIN".into()],
                number: "Số:       /KH-TTCNTT".into(),
                place_date: "Hà Nội, ngày     tháng     năm 2026".into(),
            }),
            paragraph(StyleName::Kind, "KẾ HOẠCH"),
            ruled(StyleName::Subject, "Chuyển đổi số năm 2026 của Trung tâm Công nghệ thông tin"),
            paragraph(StyleName::RomanHeading, "I. MỤC TIÊU"),
            paragraph(StyleName::Body, "Một < hai & “ba”\u{1}."),
            Block::Paragraph(Paragraph {
                style: StyleName::Body,
                runs: cites,
                rule: None,
                apart: false,
                keep: false,
                below: Pt(0.0),
                section: None,
            }),
            Block::Signature(SignatureBlock {
                recipients: vec!["Bộ trưởng (để b/c)".into(), "Lưu: VT, TTCNTT".into()],
                authority: vec!["KT. GIÁM ĐỐC".into(), "PHÓ GIÁM ĐỐC".into()],
                home_post: String::new(),
                name: "Trần Văn A".into(),
            }),
        ],
    };
    let annex = Part {
        orientation: Orientation::Landscape,
        blocks: vec![
            paragraph(StyleName::AnnexLabel, "Phụ lục"),
            ruled(StyleName::AnnexIssuedWith, "(Kèm theo Kế hoạch)"),
            Block::Table(annex_table()),
        ],
    };
    let properties =
        Properties { title: "Kế hoạch".into(), author: "Trung tâm".into(), subject: "Chuyển đổi số".into() };
    Document { properties, parts: vec![plan, annex], agency: AgencySigns::Paper }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn written(document: &Document) -> Vec<u8> {
    docx(document, &StyleSheet::default(), now()).unwrap()
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(written(&sample()), written(&sample()));
}

#[test]
fn a_document_without_content_is_refused() {
    let empty = Document { parts: Vec::new(), ..sample() };
    assert!(matches!(docx(&empty, &StyleSheet::default(), now()), Err(super::super::ExportError::Empty)));
}

#[test]
fn each_part_is_a_section_that_counts_its_own_pages_from_the_second_on() {
    let xml = part(&written(&sample()), "word/document.xml");
    let sections: Vec<&str> = xml.split("<w:sectPr>").skip(1).map(|rest| rest.split("</w:sectPr>").next().unwrap()).collect();
    assert_eq!(sections.len(), 2);
    for section in &sections {
        for wanted in ["<w:titlePg/>", r#"<w:pgNumType w:start="1"/>"#, r#"w:type="default""#] {
            assert!(section.contains(wanted), "{wanted} in {section}");
        }
    }
    assert!(sections[0].contains(r#"w:w="11906" w:h="16838""#) && !sections[0].contains("landscape"));
    assert!(sections[1].contains(r#"w:w="16838" w:h="11906" w:orient="landscape""#));
    assert!(part(&written(&sample()), "word/header1.xml").contains(" PAGE "));
}

#[test]
fn every_font_slot_is_named_and_no_theme_is_asked() {
    let bytes = written(&sample());
    for name in ["word/styles.xml", "word/document.xml"] {
        let xml = part(&bytes, name);
        assert!(!xml.contains("heme=\""), "{name}");
        for fonts in xml.split("<w:rFonts ").skip(1) {
            for slot in ["w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"] {
                assert!(fonts.split('>').next().unwrap().contains(&format!("{slot}=\"Times New Roman\"")), "{slot}: {fonts}");
            }
        }
    }
}

#[test]
fn every_style_used_is_defined_and_headings_carry_outline_levels() {
    let bytes = written(&sample());
    let styles = part(&bytes, "word/styles.xml");
    for used in part(&bytes, "word/document.xml").split("Style w:val=\"").skip(1) {
        let id = used.split('"').next().unwrap();
        assert!(styles.contains(&format!("w:styleId=\"{id}\"")), "{id}");
    }
    let roman = styles.split(r#"w:styleId="MucLaMa""#).nth(1).unwrap().split("</w:style>").next().unwrap();
    assert!(roman.contains(r#"<w:outlineLvl w:val="1"/>"#) && roman.contains("<w:keepNext/>"));
}

#[test]
fn no_empty_paragraph_makes_room() {
    let xml = part(&written(&sample()), "word/document.xml");
    for paragraph in xml.split("<w:p>").skip(1).map(|rest| rest.split("</w:p>").next().unwrap()) {
        let only_after_table = paragraph.contains(r#""SauBang""#);
        let empty_cell = paragraph.contains(r#""ChuBangPhai""#);
        assert!(paragraph.contains("<w:t") || only_after_table || empty_cell, "{paragraph}");
    }
}

#[test]
fn the_header_row_repeats_and_rows_hold_together() {
    let xml = part(&written(&sample()), "word/document.xml");
    let table = xml.split(r#""BangNhiemVu""#).nth(1).unwrap();
    let rows: Vec<&str> = table.split("<w:tr>").skip(1).collect();
    assert_eq!(rows.len(), 5);
    assert!(rows[0].contains("<w:tblHeader/>"));
    assert!(rows.iter().all(|row| row.contains("<w:cantSplit/>")));
    assert!(rows[1].contains(r#"<w:gridSpan w:val="3"/>"#) && rows[1].contains("<w:keepNext/>"));
    assert!(!rows[3].contains("<w:keepNext/>"));
    let grid: Vec<u32> =
        table.split("<w:gridCol w:w=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect();
    assert_eq!(grid.iter().sum::<u32>(), 14_287, "252 mm in twips");
}

#[test]
fn a_row_taller_than_a_page_may_break() {
    let mut document = sample();
    let Block::Table(table) = &mut document.parts[1].blocks[2] else { panic!() };
    table.rows[2].cells[1].text = "nhiệm vụ dài ".repeat(2_000);
    let xml = part(&written(&document), "word/document.xml");
    let rows: Vec<&str> = xml.split(r#""BangNhiemVu""#).nth(1).unwrap().split("<w:tr>").skip(1).collect();
    assert!(!rows[3].contains("<w:cantSplit/>") && rows[2].contains("<w:cantSplit/>"));
}

#[test]
fn two_lines_of_body_stay_with_the_signature() {
    let xml = part(&written(&sample()), "word/document.xml");
    let before: Vec<&str> = xml.split("Nơi nhận").next().unwrap().split("<w:p>").collect();
    // the last two body paragraphs have one line each
    let bodies: Vec<&&str> = before.iter().filter(|p| p.contains(r#""NoiDung""#)).collect();
    assert!(bodies.iter().all(|p| p.contains("<w:keepNext/>")), "{bodies:?}");
}

#[test]
fn rules_are_lines_as_long_as_the_decree_wants() {
    let xml = part(&written(&sample()), "word/document.xml");
    let lengths: Vec<f64> = xml
        .split("<wp:extent cx=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().parse::<f64>().unwrap() / 12_700.0)
        .collect();
    assert_eq!(lengths.len(), 4, "under H4, H2, T2, A3");
    // Tiêu ngữ at 14 pt bold is 171.4 pt long in Times New Roman
    assert!((lengths[1] - 171.4).abs() < 0.5, "{lengths:?}");
    assert!((50.0..75.0).contains(&lengths[0]), "{lengths:?}");
}

#[test]
fn an_annex_is_linked_to() {
    let xml = part(&written(&sample()), "word/document.xml");
    assert!(xml.contains(r#"<w:hyperlink w:anchor="Phan_2""#) && xml.contains(r#"w:name="Phan_2""#));
}

#[test]
fn joins_are_words_own_and_other_hyphens_stay() {
    let text = "Quyết định số 749/QĐ\u{2011}TTg ngày\u{a0}03 của Vụ Kế hoạch - Tài chính, tại https://a-b.vn/c-d";
    let document = Document {
        properties: Properties::default(),
        agency: AgencySigns::Paper,
        parts: vec![Part { orientation: Orientation::Portrait, blocks: vec![paragraph(StyleName::Body, text)] }],
    };
    let xml = part(&written(&document), "word/document.xml");
    let firm = "<w:noBreakHyphen/>";
    assert_eq!(xml.matches(firm).count(), 1);
    assert!(xml.contains(&format!("749/QĐ</w:t>{firm}<w:t")) && !xml.contains('\u{2011}'));
    assert!(xml.contains("ngày\u{a0}03 của Vụ Kế hoạch - Tài chính, tại https://a-b.vn/c-d</w:t>"));
    let read = crate::reading::source::blocks(&written(&document), "a.docx");
    assert!(format!("{read:?}").contains("749/QĐ-TTg ngày 03"), "our own reader gives hyphens and spaces back");
}

#[test]
fn signs_of_xml_are_escaped_and_control_characters_left_out() {
    let xml = part(&written(&sample()), "word/document.xml");
    assert!(xml.contains("Một &lt; hai &amp; “ba”."));
}

#[test]
fn properties_carry_the_time_given() {
    let core = part(&written(&sample()), "docProps/core.xml");
    assert!(core.contains("2026-01-05T02:30:00Z") && core.contains("<dc:creator>Trung tâm</dc:creator>"));
}

#[test]
fn styles_have_vietnamese_names_and_hold_all_looks() {
    let bytes = written(&sample());
    let styles = part(&bytes, "word/styles.xml");
    assert!(styles.contains(r#"<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/>"#));
    assert!(part(&bytes, "docProps/core.xml").contains("<dc:language>vi-VN</dc:language>"));
    for own in styles.split(r#"w:customStyle="1""#).skip(1) {
        let name = own.split(r#"<w:name w:val=""#).nth(1).unwrap().split('"').next().unwrap();
        assert!(!name.is_ascii(), "{name} is no Vietnamese name");
    }
    // a text's look comes from its style: no run carries its own, no paragraph its own alignment or indent
    let document = part(&bytes, "word/document.xml");
    for direct in ["<w:rPr>", "<w:rFonts", "<w:sz ", "<w:b/>", "<w:jc ", "<w:ind "] {
        assert!(!document.contains(direct), "{direct}");
    }
    let heading = styles.split(r#"w:styleId="MucLaMa""#).nth(1).unwrap().split("</w:style>").next().unwrap();
    assert!(heading.contains("<w:keepNext/><w:keepLines/>"));
}

#[test]
fn a_file_that_goes_with_a_paper_has_number_and_symbol_above_its_first_page_alone() {
    let plain = written(&sample());
    assert!(!part(&plain, "word/document.xml").contains(r#"w:type="first""#));
    let enclosed = written(&Document { agency: AgencySigns::Enclosure("Số: 05/KH-TTCNTT;".into()), ..sample() });
    let header = part(&enclosed, "word/header2.xml");
    assert!(header.contains(r#"<w:pStyle w:val="ThongTinKySo"/>"#) && header.contains("Số: 05/KH-TTCNTT;"), "{header}");
    let body = part(&enclosed, "word/document.xml");
    let first = r#"<w:headerReference w:type="first" r:id="rId5"/>"#;
    assert_eq!(body.matches(first).count(), 1);
    assert!(body.find(first) < body.find("</w:sectPr>"), "of the first section");
    for (name, wanted) in [("[Content_Types].xml", "/word/header2.xml"), ("word/_rels/document.xml.rels", "header2.xml")] {
        assert!(part(&enclosed, name).contains(wanted) && !part(&plain, name).contains(wanted), "{name}");
    }
    let styles = part(&enclosed, "word/styles.xml");
    let (_, style) = styles.split_once(r#"w:styleId="ThongTinKySo""#).unwrap();
    let (style, _) = style.split_once("</w:style>").unwrap();
    assert!(style.contains(r#"<w:sz w:val="20"/>"#) && style.contains(r#"<w:jc w:val="right"/>"#), "{style}");
}
