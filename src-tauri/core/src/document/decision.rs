//! The decision that issues a plan (form 1.3, rules D1, D2, B2, B7), and the head of the plan it issues (T4).

use super::annexes::{Filed, issued_with};
use super::frame::{self, Registered};
use super::model::{Block, Orientation, Paragraph, Part, Run};
use super::style::{StyleName, StyleSheet};
use crate::plan::{Issuing, Plan};

/// Letterhead, title, authority, căn cứ, articles, signature.
pub(super) fn decision(plan: &Plan, issued: &Issuing, sheet: &StyleSheet) -> Part {
    let decision = &issued.decision;
    let registered = Registered::issued(plan, &decision.symbol);
    let mut blocks = vec![frame::letterhead(plan, [&plan.unit.superior, &plan.unit.name], Some(registered), sheet)];
    blocks.extend(frame::title("QUYẾT ĐỊNH", &format!("Ban hành {}", plan.named()), sheet));
    let authority = frame::broken_title(&decision.authority.to_uppercase(), sheet.text_width(), StyleName::Decider, sheet);
    blocks.push(Block::Paragraph(Paragraph::plain(StyleName::Decider, authority)));
    blocks.extend(bases(plan, &decision.proposer).into_iter().map(Block::Paragraph));
    blocks.push(Block::Paragraph(Paragraph::plain(StyleName::Decides, "QUYẾT ĐỊNH:")));
    blocks.extend(articles(&decision.articles).into_iter().map(Block::Paragraph));
    let mut recipients = vec![format!("Như Điều {}", decision.articles.len())];
    recipients.extend(plan.profile.recipients.iter().filter(|line| !line.starts_with("Như ")).cloned());
    blocks.push(frame::signature(&plan.profile.signatory, &plan.unit.head_title, &recipients));
    Part { orientation: Orientation::Portrait, blocks }
}

/// Each closed with ";", the proposal last with "." (rules B2, D1).
fn bases(plan: &Plan, proposer: &str) -> Vec<Paragraph> {
    let cited = plan.legal_bases.iter().map(|basis| {
        let cited = basis.citation.in_full();
        format!("Căn cứ {};", cited.trim_end_matches(['.', ';', ',', ' ']))
    });
    let proposal = format!("Theo đề nghị của {}.", proposer.trim_end_matches(['.', ';']));
    cited.chain([proposal]).map(|text| Paragraph::plain(StyleName::LegalBasis, text)).collect()
}

/// "Điều 1. …", the last closed with "./." (rules B7, D2, B9).
fn articles(articles: &[String]) -> Vec<Paragraph> {
    let last = articles.len();
    (1..)
        .zip(articles)
        .map(|(no, text)| {
            let bare = text.trim_end_matches(['.', '/', ';', ' ']);
            let end = if no == last { "./." } else { "." };
            let label = Run { text: format!("Điều {no}."), bold: Some(true), ..Run::default() };
            let text = Run { text: format!(" {bare}{end}"), ..Run::default() };
            Paragraph { runs: vec![label, text], ..Paragraph::plain(StyleName::Article, "") }
        })
        .collect()
}

/// The head of the plan issued with a decision: names and Quốc hiệu alone, title, "(Kèm theo Quyết định …)" (rule T4).
pub(super) fn enclosed_head(plan: &Plan, filed: Filed, sheet: &StyleSheet) -> Vec<Block> {
    let mut blocks = vec![frame::letterhead(plan, [&plan.unit.superior, &plan.unit.name], None, sheet)];
    let [kind, subject] = frame::title("KẾ HOẠCH", &plan.subject, sheet);
    blocks.push(kind);
    // the rule of T2 stands below what it goes with
    if let Block::Paragraph(subject) = subject {
        blocks.push(Block::Paragraph(Paragraph { rule: None, ..subject }));
    }
    let with = frame::broken_title(&issued_with(plan, filed), sheet.text_width(), StyleName::EnclosedWith, sheet);
    let with = Paragraph { rule: Some(sheet.title_rule()), ..Paragraph::plain(StyleName::EnclosedWith, with) };
    blocks.push(Block::Paragraph(with));
    blocks
}
