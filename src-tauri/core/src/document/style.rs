//! The one style sheet: every size, weight, indent and distance of a page, by Decree 30/2020/NĐ-CP, Annex I.

use super::measure::{Mm, Pt};
use super::model::Align;

/// Margins of a page (rule P2) and where its number stands (P3).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageSetup {
    /// 20–25 mm.
    pub top: Mm,
    /// 20–25 mm.
    pub bottom: Mm,
    /// 30–35 mm.
    pub left: Mm,
    /// 15–20 mm.
    pub right: Mm,
    /// Distance of the page number's line from the top edge.
    pub header: Mm,
}

/// Every kind of paragraph there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StyleName {
    /// H1 Quốc hiệu.
    Country,
    /// H2 Tiêu ngữ.
    Motto,
    /// H3 cơ quan chủ quản.
    Superior,
    /// H4 cơ quan ban hành.
    Issuer,
    /// H5 số, ký hiệu.
    Number,
    /// H6 địa danh, thời gian.
    PlaceDate,
    /// T1 tên loại.
    Kind,
    /// T2 trích yếu.
    Subject,
    /// B1 running text.
    Body,
    /// B2 căn cứ above the body.
    LegalBasis,
    /// B4 "Phần I".
    PartLabel,
    /// B4 title of a part.
    PartTitle,
    /// B6 "I. TITLE".
    RomanHeading,
    /// B6 "1. Title".
    ArabicHeading,
    /// B6 "1.1. Title".
    DecimalHeading,
    /// B6 "a) Title" as a heading.
    LetterHeading,
    /// B6 "1. sentence" without a title, "a) text", "- text".
    Item,
    /// S1 authority and post.
    Authority,
    /// S3 name.
    SignerName,
    /// N1 "Nơi nhận:".
    RecipientsHead,
    /// N2 a recipient.
    Recipient,
    /// A2 "Phụ lục I".
    AnnexLabel,
    /// A2 title of an annex.
    AnnexTitle,
    /// A3 "(Kèm theo …)".
    AnnexIssuedWith,
    /// A4 header cell.
    TableHead,
    /// A4 body cell.
    TableText,
    /// P3 page number.
    PageNumber,
}

/// The look of one kind of paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Name in Word's list of styles, in Vietnamese.
    pub title: &'static str,
    /// Type size.
    pub size: Pt,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// How its lines stand.
    pub align: Align,
    /// First-line indent.
    pub indent: Mm,
    /// Room above.
    pub before: Pt,
    /// Room below.
    pub after: Pt,
    /// Line spacing as a multiple of single.
    pub leading: f64,
    /// Stays on the page of the next paragraph.
    pub keep_with_next: bool,
    /// Outline level, from 1, for navigation and bookmarks.
    pub outline: Option<u8>,
}

/// Page setup and styles together.
#[derive(Debug, Clone, PartialEq)]
pub struct StyleSheet {
    /// Page setup of portrait parts; landscape parts turn it.
    pub page: PageSetup,
    /// Type size of running text, 13 or 14 (rule B1).
    pub body: Pt,
}
