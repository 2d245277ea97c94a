//! The PDF as other programs see it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::{NaiveDate, NaiveDateTime};
use lopdf::{Dictionary, Document as File, Object, ObjectId};

use super::pdf;
use crate::document::fixture::small;
use crate::document::{StyleSheet, compose};
use crate::layout::{distribute, tests::fonts};
use crate::plan::Plan;

fn noon() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 1, 5).and_then(|day| day.and_hms_opt(12, 0, 0)).unwrap()
}

fn written(plan: &Plan) -> Vec<u8> {
    let document = compose(plan);
    let fonts = fonts();
    let layout = distribute(&document, &StyleSheet::default(), fonts).unwrap();
    pdf(&document, &layout, fonts, noon()).unwrap()
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let plan = small();
    assert!(written(&plan) == written(&plan));
}

fn dictionary(file: &File, id: ObjectId) -> &Dictionary {
    file.get_object(id).and_then(Object::as_dict).unwrap()
}

/// Titles of bookmarks, each with its depth, walked as a reader does; their links backward must agree.
fn bookmarks(file: &File, parent: ObjectId, depth: usize, out: &mut Vec<(usize, String)>) {
    let mut next = dictionary(file, parent).get(b"First").and_then(Object::as_reference).ok();
    let mut before = None;
    while let Some(id) = next {
        let entry = dictionary(file, id);
        assert_eq!(entry.get(b"Parent").and_then(Object::as_reference).unwrap(), parent);
        assert_eq!(entry.get(b"Prev").and_then(Object::as_reference).ok(), before);
        out.push((depth, lopdf::decode_text_string(entry.get(b"Title").unwrap()).unwrap()));
        bookmarks(file, id, depth + 1, out);
        before = next;
        next = entry.get(b"Next").and_then(Object::as_reference).ok();
    }
    assert_eq!(dictionary(file, parent).get(b"Last").and_then(Object::as_reference).ok(), before);
}

#[test]
fn bookmarks_are_a_tree_of_the_headings() {
    let file = File::load_mem(&written(&small())).unwrap();
    let catalog = file.catalog().unwrap();
    assert_eq!(catalog.get(b"PageMode").unwrap(), &Object::Name(b"UseOutlines".to_vec()));
    let root = catalog.get(b"Outlines").and_then(Object::as_reference).unwrap();
    let mut seen = Vec::new();
    bookmarks(&file, root, 1, &mut seen);
    let headings: Vec<(usize, &str)> = seen.iter().map(|(depth, title)| (*depth, title.as_str())).collect();
    assert_eq!(
        headings,
        [
            (1, "Phần I. NỘI DUNG KẾ HOẠCH"),
            (2, "I. CĂN CỨ LẬP KẾ HOẠCH"),
            (2, "II. MỤC TIÊU"),
            (2, "III. NHIỆM VỤ"),
            (3, "1. Nhận thức số"),
            (2, "IV. TỔ CHỨC THỰC HIỆN"),
            (1, "Phụ lục. DANH MỤC NHIỆM VỤ, DỰ ÁN CHUYỂN ĐỔI SỐ NĂM 2026"),
        ]
    );
}

#[test]
fn the_file_knows_its_language_its_moment_and_where_to_sign() {
    let file = File::load_mem(&written(&small())).unwrap();
    let catalog = file.catalog().unwrap();
    assert_eq!(file.version, "1.7");
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).unwrap(), b"vi-VN");
    let info = file.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
    let made = dictionary(&file, info).get(b"CreationDate").and_then(Object::as_str).unwrap();
    assert_eq!(made, b"D:20260105120000+07'00");
    let form = catalog.get(b"AcroForm").and_then(Object::as_dict).unwrap();
    let fields: Vec<ObjectId> =
        form.get(b"Fields").and_then(Object::as_array).unwrap().iter().map(|id| id.as_reference().unwrap()).collect();
    let names: Vec<String> =
        fields.iter().map(|id| lopdf::decode_text_string(dictionary(&file, *id).get(b"T").unwrap()).unwrap()).collect();
    assert_eq!(names, ["CoQuan", "NguoiKy"]);
    for id in fields {
        let field = dictionary(&file, id);
        assert_eq!(field.get(b"FT").and_then(Object::as_name).unwrap(), b"Sig");
        assert!(field.get(b"V").is_err(), "the field is empty");
        let page = dictionary(&file, field.get(b"P").and_then(Object::as_reference).unwrap());
        assert!(page.get(b"Annots").and_then(Object::as_array).unwrap().contains(&id.into()));
    }
}

/// The tags below an element, each with its depth, and the marked content they name by page.
fn tags(file: &File, id: ObjectId, depth: usize, out: &mut Vec<(usize, String)>, content: &mut Vec<(ObjectId, i64)>) {
    let element = dictionary(file, id);
    let role = element.get(b"S").and_then(Object::as_name).unwrap();
    out.push((depth, String::from_utf8(role.to_vec()).unwrap()));
    let page = element.get(b"Pg").and_then(Object::as_reference).ok();
    let Ok(kids) = element.get(b"K").and_then(Object::as_array) else { return };
    for kid in kids {
        match kid {
            Object::Reference(kid) => {
                assert_eq!(dictionary(file, *kid).get(b"P").and_then(Object::as_reference).unwrap(), id);
                tags(file, *kid, depth + 1, out, content);
            }
            Object::Integer(number) => content.push((page.unwrap(), *number)),
            Object::Dictionary(kid) if kid.get(b"MCID").is_ok() => {
                let page = kid.get(b"Pg").and_then(Object::as_reference).unwrap();
                content.push((page, kid.get(b"MCID").and_then(Object::as_i64).unwrap()));
            }
            Object::Dictionary(kid) => assert!(kid.get(b"Obj").is_ok()),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn every_piece_of_text_has_its_tag_and_headings_nest_as_the_bookmarks_do() {
    let plan = small();
    let file = File::load_mem(&written(&plan)).unwrap();
    let catalog = file.catalog().unwrap();
    assert_eq!(catalog.get(b"MarkInfo").and_then(Object::as_dict).unwrap().get(b"Marked").unwrap(), &Object::Boolean(true));
    let root = dictionary(&file, catalog.get(b"StructTreeRoot").and_then(Object::as_reference).unwrap());
    let top = root.get(b"K").and_then(Object::as_reference).unwrap();
    let (mut seen, mut content) = (Vec::new(), Vec::new());
    tags(&file, top, 0, &mut seen, &mut content);

    let headings: Vec<usize> = seen.iter().filter_map(|(_, role)| role.strip_prefix('H')?.parse().ok()).collect();
    let mut marks = Vec::new();
    bookmarks(&file, catalog.get(b"Outlines").and_then(Object::as_reference).unwrap(), 1, &mut marks);
    assert_eq!(headings, marks.iter().map(|(depth, _)| *depth).collect::<Vec<_>>());

    let count = |wanted: &str| seen.iter().filter(|(_, role)| role == wanted).count();
    let document = compose(&plan);
    let tables: Vec<_> = document.parts.iter().flat_map(|part| &part.blocks).collect();
    let tables: Vec<_> =
        tables.iter().filter_map(|b| if let crate::document::Block::Table(t) = b { Some(t) } else { None }).collect();
    assert_eq!(count("Table"), tables.len());
    assert_eq!(count("TH"), tables.iter().map(|t| t.columns.len()).sum::<usize>());
    assert_eq!(count("TD"), tables.iter().flat_map(|t| &t.rows).map(|row| row.cells.len()).sum::<usize>());
    assert_eq!(count("Link"), 1);

    // what the pages mark is what the tree holds: nothing twice, nothing left out
    let mut marked = Vec::new();
    for page in file.get_pages().into_values() {
        let stream = file.get_page_content(page);
        for operation in lopdf::content::Content::decode(&stream).unwrap().operations {
            let Some(Object::Dictionary(properties)) = operation.operands.get(1) else { continue };
            if let Ok(number) = properties.get(b"MCID").and_then(Object::as_i64) {
                marked.push((page, number));
            }
        }
    }
    content.sort_unstable();
    marked.sort_unstable();
    assert!(marked.len() > 40);
    assert_eq!(content, marked);
}

#[test]
fn the_archival_copy_has_no_field_and_says_what_it_is() {
    let (document, fonts) = (compose(&small()), fonts());
    let layout = distribute(&document, &StyleSheet::default(), fonts).unwrap();
    let bytes = super::pdf_archive(&document, &layout, fonts, noon()).unwrap();
    assert!(bytes == super::pdf_archive(&document, &layout, fonts, noon()).unwrap());
    let file = File::load_mem(&bytes).unwrap();
    let catalog = file.catalog().unwrap();
    assert!(catalog.get(b"AcroForm").is_err());
    assert!(catalog.get(b"OutputIntents").is_ok());
    let metadata = catalog.get(b"Metadata").and_then(Object::as_reference).unwrap();
    let xmp = file.get_object(metadata).and_then(Object::as_stream).unwrap();
    let xmp = String::from_utf8(xmp.content.clone()).unwrap();
    assert!(xmp.contains("<pdfaid:part>2</pdfaid:part>") && xmp.contains("2026-01-05T12:00:00+07:00"), "{xmp}");
}
