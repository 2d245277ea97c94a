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
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).unwrap(), b"vi-VN");
    let info = file.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
    let made = dictionary(&file, info).get(b"CreationDate").and_then(Object::as_str).unwrap();
    assert_eq!(made, b"D:20260105120000+07'00'");
    let form = catalog.get(b"AcroForm").and_then(Object::as_dict).unwrap();
    let field = form.get(b"Fields").and_then(Object::as_array).unwrap()[0].as_reference().unwrap();
    let field = dictionary(&file, field);
    assert_eq!(field.get(b"FT").and_then(Object::as_name).unwrap(), b"Sig");
    assert!(field.get(b"V").is_err(), "the field is empty");
    let page = dictionary(&file, field.get(b"P").and_then(Object::as_reference).unwrap());
    // the link to the annex and the field
    assert_eq!(page.get(b"Annots").and_then(Object::as_array).unwrap().len(), 2);
}
