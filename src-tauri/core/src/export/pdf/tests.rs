//! The PDF as other programs see it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::{NaiveDate, NaiveDateTime};

use super::pdf;
use crate::document::fixture::{large, small};
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

#[test]
#[ignore = "for looking at: writes target/small.pdf and target/large.pdf"]
fn write_for_looking_at() {
    let target = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target");
    std::fs::write(target.join("small.pdf"), written(&small())).unwrap();
    std::fs::write(target.join("large.pdf"), written(&large())).unwrap();
}
