//! The one style sheet: every size, weight, indent and distance of a page, by Decree 30/2020/NĐ-CP, Annex I.

use super::COUNTRY;
use super::measure::{Mm, Pt};
use super::model::{Align, Orientation, Rule, RuleLength};
use super::times;
use crate::plan::{PageSettings, Plan};

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
    /// T4 "(Kèm theo Quyết định …)".
    EnclosedWith,
    /// D1 the authority that decides.
    Decider,
    /// D1 "QUYẾT ĐỊNH:".
    Decides,
    /// B7, D2 "Điều 1. …".
    Article,
    /// N3 "Kính gửi: …".
    Addressee,
    /// N3 one of several addressees.
    AddresseeItem,
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
    /// S4 post in the home organisation.
    HomePost,
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
    /// E3 number and symbol beside the agency's signature on a file that goes with another.
    SigningMark,
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
    /// Room kept free at the right.
    pub right: Pt,
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
    /// First-line indent of running text, 10 or 12.7 mm (rule B1).
    pub indent: Mm,
    /// Room between paragraphs of running text, at least 6 pt (rule B1).
    pub paragraph_gap: Pt,
    /// Sizes of what is no running text.
    pub sizes: Sizes,
    /// Share of the last line above it that the rule under the issuer takes, 1/3 to 1/2 (H4).
    pub issuer_rule: f64,
    /// The same for the rule under titles (T2).
    pub subject_rule: f64,
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

/// Type sizes that have a range of their own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    /// H1.
    pub country: Pt,
    /// H2.
    pub motto: Pt,
    /// H3.
    pub superior: Pt,
    /// H4.
    pub issuer: Pt,
    /// H6.
    pub place_date: Pt,
    /// T1.
    pub kind: Pt,
    /// T2.
    pub subject: Pt,
    /// T4.
    pub enclosed_with: Pt,
    /// S1, S4.
    pub authority: Pt,
    /// S3.
    pub signer: Pt,
    /// N3.
    pub addressee: Pt,
    /// A2, A3.
    pub annex_title: Pt,
    /// A4.
    pub table: Pt,
    /// P3.
    pub page_number: Pt,
}

impl Default for StyleSheet {
    fn default() -> Self {
        Self::of(&PageSettings::default())
    }
}

/// Room between the letterhead's columns, so that they never seem to run into one.
const BETWEEN: Pt = Pt(16.0);
/// Room for the time of signing beside its number and symbol (rule E3): "2026-01-05T08:30:00+07:00" at 10 pt and a little.
const SIGNED_AT: Pt = Pt(126.0);
/// Height of a line of signature room (rule S2 counts it in lines).
const SIGNATURE_LINE: Pt = Pt(16.0);

impl StyleSheet {
    /// With what the unit settled.
    pub fn of(settings: &PageSettings) -> Self {
        let (mm, pt) = (|key| Mm(settings.get(key)), |key| Pt(settings.get(key)));
        Self {
            page: PageSetup {
                top: mm("margin_top"),
                bottom: mm("margin_bottom"),
                left: mm("margin_left"),
                right: mm("margin_right"),
                header: Mm(10.0),
            },
            body: pt("body"),
            leading: settings.get("line_spacing"),
            indent: mm("indent"),
            paragraph_gap: pt("paragraph_gap"),
            sizes: Sizes {
                country: pt("country"),
                motto: pt("motto"),
                superior: pt("superior"),
                issuer: pt("issuer"),
                place_date: pt("place_date"),
                kind: pt("kind"),
                subject: pt("subject"),
                enclosed_with: pt("enclosed_with"),
                authority: pt("authority"),
                signer: pt("signer"),
                addressee: pt("addressee"),
                annex_title: pt("annex_title"),
                table: pt("table"),
                page_number: pt("page_number"),
            },
            issuer_rule: settings.get("issuer_rule"),
            subject_rule: settings.get("subject_rule"),
            signature_left: 0.45,
            signature_room: SIGNATURE_LINE * settings.get("signature_room"),
            signature_before: Pt(12.0),
            rule_gap: Pt(3.0),
            rule_weight: Pt(0.75),
            border: Pt(0.5),
            cell_side: Pt(4.0),
            cell_top: Pt(2.0),
        }
    }

    /// Of a plan's papers.
    pub fn of_plan(plan: &Plan) -> Self {
        Self::of(&plan.issuing.page).fitted(&plan.unit.superior, &plan.issuing.page)
    }

    /// With the size at which this superior's name stands in one line, where rule H3's range has one and the unit did
    /// not settle it.
    pub(super) fn fitted(mut self, superior: &str, settings: &PageSettings) -> Self {
        let settled = settings.settled().any(|(key, _)| key == "superior");
        let room = self.letterhead_room(self.text_width());
        let fits = |size: &Pt| times::width(&superior.to_uppercase(), *size, false) <= room;
        if !settled && let Some(size) = [Pt(13.0), Pt(12.5), Pt(12.0)].into_iter().find(fits) {
            self.sizes.superior = size;
        }
        self
    }

    /// Widths of the letterhead's columns: the right one holds Quốc hiệu in one line (H1), the left one has the rest.
    pub fn letterhead_columns(&self, width: Pt) -> [Pt; 2] {
        let right = times::width(COUNTRY, self.sizes.country, true) + BETWEEN * 0.5;
        [width - right, right]
    }

    /// Room for the names in the letterhead's left column.
    pub(super) fn letterhead_room(&self, width: Pt) -> Pt {
        self.letterhead_columns(width)[0] - BETWEEN * 0.5
    }

    /// The rule under a title (T2, A3).
    pub(super) fn title_rule(&self) -> Rule {
        Rule { length: RuleLength::Share(self.subject_rule) }
    }

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
            StyleName::Country => centred("Quốc hiệu", self.sizes.country).bold(),
            StyleName::Motto => centred("Tiêu ngữ", self.sizes.motto).bold(),
            StyleName::Superior => centred("Cơ quan chủ quản", self.sizes.superior),
            StyleName::Issuer => centred("Cơ quan ban hành", self.sizes.issuer).bold(),
            StyleName::Number => centred("Số và ký hiệu", Pt(13.0)).before(8.0),
            StyleName::PlaceDate => centred("Địa danh và thời gian", self.sizes.place_date).italic().before(8.0),
            StyleName::Kind => centred("Tên loại văn bản", self.sizes.kind).bold().before(18.0).keep(),
            StyleName::Subject => centred("Trích yếu nội dung", self.sizes.subject).bold().keep().after(6.0),
            StyleName::EnclosedWith => centred("Kèm theo quyết định", self.sizes.enclosed_with).italic().keep().after(6.0),
            StyleName::Decider => centred("Thẩm quyền ban hành", self.sizes.kind).bold().keep().before(12.0),
            StyleName::Decides => centred("Quyết định", self.sizes.kind).bold().keep().before(12.0),
            StyleName::Article => self.running("Điều"),
            StyleName::Addressee => centred("Kính gửi", self.sizes.addressee).keep().before(12.0).after(6.0),
            StyleName::AddresseeItem => {
                Style { indent: Mm(55.0), ..plain("Nơi kính gửi", self.sizes.addressee, Align::Left).keep() }
            }
            StyleName::Body => self.running("Nội dung"),
            StyleName::LegalBasis => self.running("Căn cứ ban hành").italic(),
            StyleName::Item => self.running("Khoản và điểm"),
            StyleName::PartLabel => self.heading("Phần", 1).centre().before(12.0),
            StyleName::PartTitle => Style { outline: None, ..self.heading("Tiêu đề phần", 1).centre().before(0.0) },
            StyleName::RomanHeading => self.heading("Mục La Mã", 2),
            StyleName::ArabicHeading => self.heading("Khoản có tiêu đề", 3),
            StyleName::DecimalHeading => self.heading("Tiểu khoản có tiêu đề", 4),
            StyleName::LetterHeading => Style { bold: false, ..self.heading("Điểm có tiêu đề", 5) },
            StyleName::Authority => centred("Quyền hạn và chức vụ", self.sizes.authority).bold(),
            StyleName::HomePost => centred("Chức vụ tại cơ quan công tác", self.sizes.authority).bold(),
            StyleName::SignerName => centred("Họ tên người ký", self.sizes.signer).bold(),
            StyleName::RecipientsHead => plain("Nơi nhận", Pt(12.0), Align::Left).bold().italic(),
            StyleName::Recipient => plain("Danh sách nơi nhận", Pt(11.0), Align::Left),
            StyleName::AnnexLabel => Style { outline: Some(1), ..centred("Phụ lục", Pt(14.0)).bold().keep() },
            StyleName::AnnexTitle => centred("Tiêu đề phụ lục", self.sizes.annex_title).bold().keep(),
            StyleName::AnnexIssuedWith => centred("Kèm theo văn bản", self.sizes.annex_title).italic().keep().after(10.0),
            StyleName::TableHead => centred("Đầu bảng", self.sizes.table).bold(),
            StyleName::TableText => plain("Nội dung bảng", self.sizes.table, Align::Left),
            StyleName::PageNumber => centred("Số trang", self.sizes.page_number),
            StyleName::SigningMark => Style { right: SIGNED_AT, ..plain("Thông tin ký số", Pt(10.0), Align::Right) },
        }
    }

    /// Running text: justified, first line indented, apart (rule B1).
    fn running(&self, title: &'static str) -> Style {
        let plain = plain(title, self.body, Align::Justify);
        Style { indent: self.indent, leading: self.leading, before: self.paragraph_gap, ..plain }
    }

    /// A heading of the body, in its size.
    fn heading(&self, title: &'static str, level: u8) -> Style {
        Style { outline: Some(level), ..self.running(title).bold().keep() }
    }
}

fn plain(title: &'static str, size: Pt, align: Align) -> Style {
    Style {
        title,
        size,
        bold: false,
        italic: false,
        align,
        indent: Mm(0.0),
        right: Pt(0.0),
        before: Pt(0.0),
        after: Pt(0.0),
        leading: 1.0,
        keep_with_next: false,
        outline: None,
    }
}

fn centred(title: &'static str, size: Pt) -> Style {
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
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::plan::{Allowed, SETTINGS};

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
            (&[N::AnnexTitle, N::AnnexIssuedWith, N::PageNumber, N::EnclosedWith, N::Decider, N::Decides], 13.0, 14.0),
            (&[N::Article, N::Addressee, N::AddresseeItem, N::HomePost], 13.0, 14.0),
            (&[N::AnnexLabel], 14.0, 14.0),
            (&[N::SigningMark], 10.0, 10.0),
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
    fn every_setting_reaches_its_style() {
        use StyleName as N;
        let mut settings = PageSettings::default();
        let other = |setting: &crate::plan::Setting| match setting.allowed {
            Allowed::Between(low, high) => {
                if setting.default > low {
                    low
                } else {
                    high
                }
            }
            Allowed::AtLeast(low) => low + 2.0,
            Allowed::OneOf(values) => values[0],
        };
        for setting in SETTINGS {
            settings.set(setting.key, other(&setting)).unwrap();
        }
        let (was, is) = (StyleSheet::default(), StyleSheet::of(&settings));
        assert!(was.page.top < is.page.top && was.page.bottom < is.page.bottom);
        assert!(was.page.left < is.page.left && was.page.right < is.page.right);
        for name in [
            N::Country,
            N::Motto,
            N::Superior,
            N::Issuer,
            N::PlaceDate,
            N::Kind,
            N::Subject,
            N::EnclosedWith,
            N::Body,
            N::Authority,
            N::SignerName,
            N::Addressee,
            N::AnnexTitle,
            N::AnnexIssuedWith,
            N::TableText,
            N::TableHead,
            N::PageNumber,
        ] {
            assert!(is.style(name).size < was.style(name).size, "{name:?}");
        }
        assert!(is.issuer_rule < was.issuer_rule && is.subject_rule < was.subject_rule);
        assert!(is.signature_room < was.signature_room);
        let (was, is) = (was.style(N::Body), is.style(N::Body));
        assert!(is.indent < was.indent && is.before > was.before && is.leading < was.leading);
    }

    #[test]
    fn a_superior_stands_in_one_line_where_its_range_allows() {
        let fitted = |name: &str, settings: &PageSettings| StyleSheet::of(settings).fitted(name, settings).sizes.superior;
        let mut settings = PageSettings::default();
        assert_eq!(fitted("Bộ Khoa học và Công nghệ", &settings), Pt(12.0));
        assert_eq!(fitted("Bộ Nội vụ", &settings), Pt(13.0));
        assert_eq!(fitted("Bộ Khoa học và Công nghệ và một tên rất dài", &settings), Pt(13.0), "two lines anyway");
        settings.set("superior", 13.0).unwrap();
        assert_eq!(fitted("Bộ Khoa học và Công nghệ", &settings), Pt(13.0), "settled");
    }

    #[test]
    fn running_text_is_justified_indented_and_apart() {
        let body = StyleSheet::default().style(StyleName::Body);
        assert_eq!((body.align, body.indent, body.before), (Align::Justify, Mm(12.7), Pt(6.0)));
        assert!((1.0..=1.5).contains(&body.leading));
    }
}
