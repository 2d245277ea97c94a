//! What frames a plan's text: letterhead, title, signature block, recipients.

use super::joins::plain;
use super::measure::Pt;
use super::model::{Block, Letterhead, Paragraph, Rule, RuleLength, Run, SignatureBlock};
use super::phrases::balanced;
use super::style::{StyleName, StyleSheet};
use crate::plan::{Plan, Profile};
use crate::text::date_in_words;

/// Share of a line's length that the rule under issuer and title takes, 1/3 to 1/2 (rules H4, T2).
pub(super) const SHORT_RULE: Rule = Rule { length: RuleLength::Share(0.4) };

/// Room for a number written in by hand after registration (rule H5).
const BLANK_NUMBER: &str = "        ";
/// Room for a day or a month written in by hand at signing (rule H6).
const BLANK_DATE: &str = "      ";

/// Rules H1 to H6.
pub(super) fn letterhead(plan: &Plan) -> Block {
    let sheet = StyleSheet::default();
    // A little less than the column, so that the two columns never seem to run into one.
    let room = sheet.text_width() * sheet.letterhead_left - Pt(4.0);
    let broken = |name: &str, style: StyleName| {
        let style = sheet.style(style);
        balanced(&name.to_uppercase(), room, style.size, style.bold)
    };
    Block::Letterhead(Letterhead {
        superior: broken(&plan.unit.superior, StyleName::Superior),
        issuer: broken(&plan.unit.name, StyleName::Issuer),
        number: format!("Số: {}", number(&plan.profile)),
        place_date: format!("{}, {}", place(&plan.profile), date(plan)),
    })
}

/// Tên loại and trích yếu (rules T1, T2).
pub(super) fn title(plan: &Plan) -> [Block; 2] {
    let sheet = StyleSheet::default();
    let subject = broken_title(&plan.subject, sheet.text_width(), StyleName::Subject);
    [
        Block::Paragraph(Paragraph::plain(StyleName::Kind, "KẾ HOẠCH")),
        Block::Paragraph(Paragraph { rule: Some(SHORT_RULE), ..Paragraph::plain(StyleName::Subject, subject) }),
    ]
}

/// A centred title in even lines, at most nine tenths of the text's width.
pub(super) fn broken_title(text: &str, width: Pt, style: StyleName) -> String {
    let style = StyleSheet::default().style(style);
    balanced(text, width * 0.9, style.size, style.bold).join("\n")
}

/// Rules S1 to S3, N1, N2.
pub(super) fn signature(plan: &Plan) -> Block {
    let signatory = &plan.profile.signatory;
    let mut authority: Vec<String> =
        signatory.authority.iter().map(|line| line.trim().to_uppercase()).filter(|line| !line.is_empty()).collect();
    if authority.is_empty() {
        authority.push(plan.unit.head_title.to_uppercase());
    }
    let bare = |line: &String| line.trim().trim_start_matches('-').trim_end_matches([';', '.']).trim().to_owned();
    let mut recipients: Vec<String> = plan.profile.recipients.iter().map(bare).filter(|line| !line.is_empty()).collect();
    recipients.sort_by_key(|line| line.starts_with("Lưu"));
    Block::Signature(SignatureBlock { recipients, authority, name: signatory.name.trim().to_owned() })
}

/// "05/KH-TTCNTT", with room for the number before registration.
pub(super) fn number(profile: &Profile) -> String {
    match profile.number {
        Some(number) => format!("{number:02}/{}", profile.symbol),
        None => format!("{BLANK_NUMBER}/{}", profile.symbol),
    }
}

/// "ngày 05 tháng 01 năm 2026", with room for day and month before signing.
pub(super) fn date(plan: &Plan) -> String {
    match plan.profile.date {
        Some(date) => date_in_words(date),
        None => format!("ngày{BLANK_DATE}tháng{BLANK_DATE}năm {}", plan.year),
    }
}

fn place(profile: &Profile) -> &str {
    if profile.place.trim().is_empty() { "……………" } else { profile.place.trim() }
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
            section: None,
        }
    }

    /// Its text without looks and joins.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| plain(&run.text)).collect()
    }
}
