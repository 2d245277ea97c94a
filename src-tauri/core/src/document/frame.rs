//! What frames a paper's text: letterhead, title, signature block, recipients.

use chrono::NaiveDate;

use super::joins::plain;
use super::measure::Pt;
use super::model::{Block, Letterhead, Paragraph, Run, SignatureBlock};
use super::phrases::balanced;
use super::style::{StyleName, StyleSheet};
use crate::plan::{Plan, Signatory};
use crate::text::date_in_words;

/// Room for a number written in by hand after registration (rule H5): some 10 mm at 13 pt.
const BLANK_NUMBER: &str = "        ";
/// Room for a day or a month written in by hand at signing (rule H6): some 8 mm at 14 pt.
const BLANK_DATE: &str = "      ";

/// Who a paper is by, and when: number, symbol and date are blank before registration and signing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Registered<'a> {
    pub number: Option<u32>,
    pub symbol: &'a str,
    pub date: Option<NaiveDate>,
}

impl<'a> Registered<'a> {
    /// The paper that goes out: the plan, or the decision that issues it.
    pub fn issued(plan: &Plan, symbol: &'a str) -> Self {
        Self { number: plan.profile.number, symbol, date: plan.profile.date }
    }

    /// "05/KH-TTCNTT", with room for the number before registration.
    pub fn number(&self) -> String {
        match self.number {
            Some(number) => format!("{number:02}/{}", self.symbol),
            None => format!("{BLANK_NUMBER}/{}", self.symbol),
        }
    }

    /// "ngày 05 tháng 01 năm 2026", with room for day and month before signing.
    pub fn day(&self, year: i32) -> String {
        match self.date {
            Some(date) => date_in_words(date),
            None => format!("ngày{BLANK_DATE}tháng{BLANK_DATE}năm {year}"),
        }
    }
}

/// Rules H1 to H6; without number, place and date for a plan issued with a decision (T4).
pub(super) fn letterhead(plan: &Plan, names: [&str; 2], registered: Option<Registered>, sheet: &StyleSheet) -> Block {
    let room = sheet.letterhead_room(sheet.text_width());
    let broken = |name: &str, style: StyleName| {
        let style = sheet.style(style);
        balanced(&name.to_uppercase(), room, style.size, style.bold)
    };
    let [superior, issuer] = names;
    Block::Letterhead(Letterhead {
        superior: broken(superior, StyleName::Superior),
        issuer: broken(issuer, StyleName::Issuer),
        number: registered.map_or_else(String::new, |paper| format!("Số: {}", paper.number())),
        place_date: registered.map_or_else(String::new, |paper| format!("{}, {}", place(plan), paper.day(plan.year))),
    })
}

/// Tên loại and trích yếu (rules T1, T2).
pub(super) fn title(kind: &str, subject: &str, sheet: &StyleSheet) -> [Block; 2] {
    let subject = broken_title(subject, sheet.text_width(), StyleName::Subject, sheet);
    [
        Block::Paragraph(Paragraph::plain(StyleName::Kind, kind)),
        Block::Paragraph(Paragraph { rule: Some(sheet.title_rule()), ..Paragraph::plain(StyleName::Subject, subject) }),
    ]
}

/// A centred title in even lines, at most nine tenths of the text's width.
pub(super) fn broken_title(text: &str, width: Pt, style: StyleName, sheet: &StyleSheet) -> String {
    let style = sheet.style(style);
    balanced(text, width * 0.9, style.size, style.bold).join("\n")
}

/// Rules S1 to S4, N1, N2.
pub(super) fn signature(signatory: &Signatory, head: &str, recipients: &[String]) -> Block {
    let mut authority: Vec<String> =
        signatory.authority.iter().map(|line| line.trim().to_uppercase()).filter(|line| !line.is_empty()).collect();
    if authority.is_empty() {
        authority.push(head.to_uppercase());
    }
    let bare = |line: &String| line.trim().trim_start_matches('-').trim_end_matches([';', '.']).trim().to_owned();
    let mut recipients: Vec<String> = recipients.iter().map(bare).filter(|line| !line.is_empty()).collect();
    recipients.sort_by_key(|line| line.starts_with("Lưu"));
    Block::Signature(SignatureBlock {
        recipients,
        authority,
        home_post: signatory.home_post.trim().to_uppercase(),
        name: signatory.name.trim().to_owned(),
    })
}

fn place(plan: &Plan) -> &str {
    let place = plan.profile.place.trim();
    if place.is_empty() { "……………" } else { place }
}

impl Paragraph {
    /// A paragraph of one look.
    pub fn plain(style: StyleName, text: impl Into<String>) -> Self {
        Self {
            style,
            runs: vec![Run { text: text.into(), ..Run::default() }],
            rule: None,
            apart: false,
            keep: false,
            below: Pt(0.0),
            section: None,
        }
    }

    /// Its text without looks and joins.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| plain(&run.text)).collect()
    }
}
