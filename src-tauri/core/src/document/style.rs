//! The one style sheet: every size, weight, indent and distance of a page, by Decree 30/2020/NĐ-CP, Annex I.

use super::measure::{Mm, Pt};
use super::model::{Align, Orientation};

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
    /// Name in Word's list of styles, in Vietnamese; no comma, which parts aliases there.
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
    /// Page setup of portrait parts; landscape parts keep the same margins on the turned page.
    pub page: PageSetup,
    /// Type size of running text, 13 or 14 (rule B1).
    pub body: Pt,
    /// Line spacing of running text as a multiple of single, 1 to 1.5 (rule B1).
    pub leading: f64,
    /// Share of the text width that the letterhead's left column takes; the right one must hold Quốc hiệu in one line (H1).
    pub letterhead_left: f64,
    /// Share of the text width that the recipients' column takes beside the signature.
    pub signature_left: f64,
    /// Room between post and name, four to five lines (rule S2).
    pub signature_room: Pt,
    /// Room above the signature block.
    pub signature_before: Pt,
    /// Distance of a drawn rule from the text above it, and again from what follows.
    pub rule_gap: Pt,
    /// Thickness of a drawn rule.
    pub rule_weight: Pt,
    /// Thickness of a table's lines.
    pub border: Pt,
    /// Room left and right of a cell's text.
    pub cell_side: Pt,
    /// Room above and below a cell's text.
    pub cell_top: Pt,
}

impl Default for PageSetup {
    fn default() -> Self {
        Self { top: Mm(20.0), bottom: Mm(20.0), left: Mm(30.0), right: Mm(15.0), header: Mm(10.0) }
    }
}

impl Default for StyleSheet {
    fn default() -> Self {
        Self {
            page: PageSetup::default(),
            body: Pt(14.0),
            leading: 1.15,
            letterhead_left: 0.4,
            signature_left: 0.45,
            signature_room: Pt(72.0),
            signature_before: Pt(12.0),
            rule_gap: Pt(3.0),
            rule_weight: Pt(0.75),
            border: Pt(0.5),
            cell_side: Pt(4.0),
            cell_top: Pt(2.0),
        }
    }
}

/// First-line indent of running text (rule B1).
const INDENT: Mm = Mm(12.7);

impl StyleSheet {
    /// Width and height of a page's sheet (rule P1).
    pub fn sheet(&self, orientation: Orientation) -> (Pt, Pt) {
        let (short, long) = (Mm(210.0).into(), Mm(297.0).into());
        if orientation == Orientation::Portrait { (short, long) } else { (long, short) }
    }

    /// Width between the margins of a page lying so.
    pub fn text_width_of(&self, orientation: Orientation) -> Pt {
        self.sheet(orientation).0 - (self.page.left + self.page.right).into()
    }

    /// Width between the margins of a portrait page.
    pub fn text_width(&self) -> Pt {
        self.text_width_of(Orientation::Portrait)
    }

    /// The look of one kind of paragraph. Distances stand above a paragraph; only titles have some below, to be added.
    pub fn style(&self, name: StyleName) -> Style {
        match name {
            StyleName::Country => centred("Quốc hiệu", 13.0).bold(),
            StyleName::Motto => centred("Tiêu ngữ", 14.0).bold(),
            StyleName::Superior => centred("Cơ quan chủ quản", 13.0),
            StyleName::Issuer => centred("Cơ quan ban hành", 13.0).bold(),
            StyleName::Number => centred("Số và ký hiệu", 13.0).before(8.0),
            StyleName::PlaceDate => centred("Địa danh và thời gian", 14.0).italic().before(8.0),
            StyleName::Kind => centred("Tên loại văn bản", 14.0).bold().before(18.0).keep(),
            StyleName::Subject => centred("Trích yếu nội dung", 14.0).bold().keep().after(6.0),
            StyleName::Body => self.running("Nội dung"),
            StyleName::LegalBasis => self.running("Căn cứ ban hành").italic(),
            StyleName::Item => self.running("Khoản và điểm"),
            StyleName::PartLabel => self.heading("Phần", 1).centre().before(12.0),
            StyleName::PartTitle => Style { outline: None, ..self.heading("Tiêu đề phần", 1).centre().before(0.0) },
            StyleName::RomanHeading => self.heading("Mục La Mã", 2),
            StyleName::ArabicHeading => self.heading("Khoản có tiêu đề", 3),
            StyleName::DecimalHeading => self.heading("Tiểu khoản có tiêu đề", 4),
            StyleName::LetterHeading => Style { bold: false, ..self.heading("Điểm có tiêu đề", 5) },
            StyleName::Authority => centred("Quyền hạn và chức vụ", 14.0).bold(),
            StyleName::SignerName => centred("Họ tên người ký", 14.0).bold(),
            StyleName::RecipientsHead => plain("Nơi nhận", 12.0, Align::Left).bold().italic(),
            StyleName::Recipient => plain("Danh sách nơi nhận", 11.0, Align::Left),
            StyleName::AnnexLabel => Style { outline: Some(1), ..centred("Phụ lục", 14.0).bold().keep() },
            StyleName::AnnexTitle => centred("Tiêu đề phụ lục", 14.0).bold().keep(),
            StyleName::AnnexIssuedWith => centred("Kèm theo văn bản", 14.0).italic().keep().after(10.0),
            StyleName::TableHead => centred("Đầu bảng", TABLE_SIZE.0).bold(),
            StyleName::TableText => plain("Nội dung bảng", TABLE_SIZE.0, Align::Left),
            StyleName::PageNumber => centred("Số trang", 14.0),
        }
    }

    /// Running text: justified, first line indented, 6 pt above (rule B1).
    fn running(&self, title: &'static str) -> Style {
        let plain = plain(title, self.body.0, Align::Justify);
        Style { indent: INDENT, leading: self.leading, ..plain.before(6.0) }
    }

    /// A heading of the body, in its size.
    fn heading(&self, title: &'static str, level: u8) -> Style {
        Style { outline: Some(level), ..self.running(title).bold().keep() }
    }
}

/// Type size of tables (rule A4).
pub const TABLE_SIZE: Pt = Pt(12.0);

fn plain(title: &'static str, size: f64, align: Align) -> Style {
    Style {
        title,
        size: Pt(size),
        bold: false,
        italic: false,
        align,
        indent: Mm(0.0),
        before: Pt(0.0),
        after: Pt(0.0),
        leading: 1.0,
        keep_with_next: false,
        outline: None,
    }
}

fn centred(title: &'static str, size: f64) -> Style {
    plain(title, size, Align::Centre)
}

impl Style {
    fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    fn before(self, points: f64) -> Self {
        Self { before: Pt(points), ..self }
    }

    fn after(self, points: f64) -> Self {
        Self { after: Pt(points), ..self }
    }

    fn keep(self) -> Self {
        Self { keep_with_next: true, ..self }
    }

    fn centre(self) -> Self {
        Self { align: Align::Centre, indent: Mm(0.0), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_lies_in_the_range_of_the_decree() {
        use StyleName as N;
        let sheet = StyleSheet::default();
        for (names, low, high) in [
            (&[N::Country, N::Superior, N::Issuer][..], 12.0, 13.0),
            (&[N::Number], 13.0, 13.0),
            (
                &[N::Motto, N::PlaceDate, N::Kind, N::Subject, N::Body, N::LegalBasis, N::Item, N::PartLabel, N::PartTitle],
                13.0,
                14.0,
            ),
            (&[N::RomanHeading, N::ArabicHeading, N::DecimalHeading, N::LetterHeading, N::Authority, N::SignerName], 13.0, 14.0),
            (&[N::AnnexTitle, N::AnnexIssuedWith, N::PageNumber], 13.0, 14.0),
            (&[N::AnnexLabel], 14.0, 14.0),
            (&[N::RecipientsHead], 12.0, 12.0),
            (&[N::Recipient], 11.0, 11.0),
            (&[N::TableHead, N::TableText], 10.0, 13.0),
        ] {
            for &name in names {
                let size = sheet.style(name).size.0;
                assert!((low..=high).contains(&size), "{name:?}: {size}");
            }
        }
    }

    #[test]
    fn running_text_is_justified_indented_and_apart() {
        let body = StyleSheet::default().style(StyleName::Body);
        assert_eq!((body.align, body.indent, body.before), (Align::Justify, Mm(12.7), Pt(6.0)));
        assert!((1.0..=1.5).contains(&body.leading));
    }
}
