//! `word/styles.xml`: one paragraph style for each [`StyleName`], under its Vietnamese name, so that a clerk who changes
//! a style in Word changes every paragraph of that kind, and Word's navigation pane shows the outline.

use std::io;

use super::package::W;
use super::xml::Xml;
use crate::document::{Align, CellAlign, Pt, Style, StyleName, StyleSheet};

/// The face of all text.
pub(super) const FONT: &str = "Times New Roman";
/// Style of the tiny paragraph that the format demands after a table.
pub(super) const END_ID: &str = "SauBang";
/// Style of the task table.
pub(super) const TABLE_ID: &str = "BangNhiemVu";
/// Style of the frameless tables of letterhead and signature block.
pub(super) const FRAME_ID: &str = "KhungKhongVien";

const EVERY: [StyleName; 35] = [
    StyleName::Country,
    StyleName::Motto,
    StyleName::Superior,
    StyleName::Issuer,
    StyleName::Number,
    StyleName::PlaceDate,
    StyleName::Kind,
    StyleName::Subject,
    StyleName::EnclosedWith,
    StyleName::Decider,
    StyleName::Decides,
    StyleName::Article,
    StyleName::Addressee,
    StyleName::AddresseeItem,
    StyleName::Body,
    StyleName::LegalBasis,
    StyleName::PartLabel,
    StyleName::PartTitle,
    StyleName::RomanHeading,
    StyleName::ArabicHeading,
    StyleName::DecimalHeading,
    StyleName::LetterHeading,
    StyleName::Item,
    StyleName::Authority,
    StyleName::HomePost,
    StyleName::SignerName,
    StyleName::RecipientsHead,
    StyleName::Recipient,
    StyleName::AnnexLabel,
    StyleName::AnnexTitle,
    StyleName::AnnexIssuedWith,
    StyleName::TableHead,
    StyleName::TableText,
    StyleName::PageNumber,
    StyleName::SigningMark,
];

/// The identifier of a style inside the file.
pub(super) fn id(name: StyleName) -> &'static str {
    match name {
        StyleName::Country => "QuocHieu",
        StyleName::Motto => "TieuNgu",
        StyleName::Superior => "CoQuanChuQuan",
        StyleName::Issuer => "CoQuanBanHanh",
        StyleName::Number => "SoKyHieu",
        StyleName::PlaceDate => "DiaDanhThoiGian",
        StyleName::Kind => "TenLoai",
        StyleName::Subject => "TrichYeu",
        StyleName::EnclosedWith => "KemTheoQuyetDinh",
        StyleName::Decider => "ThamQuyenBanHanh",
        StyleName::Decides => "ChuQuyetDinh",
        StyleName::Article => "Dieu",
        StyleName::Addressee => "KinhGui",
        StyleName::AddresseeItem => "NoiKinhGui",
        StyleName::Body => "NoiDung",
        StyleName::LegalBasis => "CanCu",
        StyleName::PartLabel => "Phan",
        StyleName::PartTitle => "TieuDePhan",
        StyleName::RomanHeading => "MucLaMa",
        StyleName::ArabicHeading => "KhoanCoTieuDe",
        StyleName::DecimalHeading => "TieuKhoan",
        StyleName::LetterHeading => "DiemCoTieuDe",
        StyleName::Item => "KhoanDiem",
        StyleName::Authority => "QuyenHanChucVu",
        StyleName::HomePost => "ChucVuCongTac",
        StyleName::SignerName => "HoTenNguoiKy",
        StyleName::RecipientsHead => "NoiNhan",
        StyleName::Recipient => "DanhSachNoiNhan",
        StyleName::AnnexLabel => "PhuLuc",
        StyleName::AnnexTitle => "TieuDePhuLuc",
        StyleName::AnnexIssuedWith => "KemTheo",
        StyleName::TableHead => "DauBang",
        StyleName::TableText => "ChuBang",
        StyleName::PageNumber => "SoTrang",
        StyleName::SigningMark => "ThongTinKySo",
    }
}

/// The style of a table's body cell: how it stands, and strong for groups and totals.
pub(super) fn cell_id(align: CellAlign, strong: bool) -> &'static str {
    match (strong, align) {
        (false, CellAlign::Left) => id(StyleName::TableText),
        (false, CellAlign::Centre) => "ChuBangGiua",
        (false, CellAlign::Right) => "ChuBangPhai",
        (true, CellAlign::Left) => "ChuBangDam",
        (true, CellAlign::Centre) => "ChuBangDamGiua",
        (true, CellAlign::Right) => "ChuBangDamPhai",
    }
}

/// Styles derived from that of a table's text, with what sets them apart.
const CELLS: [(&str, CellAlign, bool); 5] = [
    ("Nội dung bảng giữa", CellAlign::Centre, false),
    ("Nội dung bảng phải", CellAlign::Right, false),
    ("Nội dung bảng đậm", CellAlign::Left, true),
    ("Nội dung bảng đậm giữa", CellAlign::Centre, true),
    ("Nội dung bảng đậm phải", CellAlign::Right, true),
];

/// `word/styles.xml`.
pub(super) fn styles(sheet: &StyleSheet) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:styles", &[("xmlns:w", W)], |xml| {
        defaults(xml, sheet)?;
        built_in(xml)?;
        for name in EVERY {
            paragraph_style(xml, sheet, name)?;
        }
        for (title, align, strong) in CELLS {
            cell_style(xml, title, align, strong)?;
        }
        end_style(xml)?;
        table_style(xml, FRAME_ID, "Khung không viền", None, Pt(0.0), Pt(0.0))?;
        table_style(xml, TABLE_ID, "Bảng nhiệm vụ", Some(sheet.border), sheet.cell_side, sheet.cell_top)
    })?;
    Ok(xml.into_bytes())
}

fn defaults(xml: &mut Xml, sheet: &StyleSheet) -> io::Result<()> {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                fonts(xml)?;
                size(xml, sheet.body)?;
                xml.empty("w:lang", &[("w:val", "vi-VN"), ("w:eastAsia", "vi-VN"), ("w:bidi", "vi-VN")])
            })
        })?;
        xml.element("w:pPrDefault", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:widowControl", &[])?;
                xml.empty("w:spacing", &[("w:before", "0"), ("w:after", "0"), ("w:line", "240"), ("w:lineRule", "auto")])
            })
        })
    })
}

/// The styles that Word expects under its own names.
fn built_in(xml: &mut Xml) -> io::Result<()> {
    xml.element("w:style", &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")], |xml| {
        xml.val("w:name", "Normal")?;
        xml.empty("w:qFormat", &[])
    })?;
    xml.element("w:style", &[("w:type", "character"), ("w:default", "1"), ("w:styleId", "DefaultParagraphFont")], |xml| {
        xml.val("w:name", "Default Paragraph Font")?;
        xml.empty("w:semiHidden", &[])
    })?;
    xml.element("w:style", &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")], |xml| {
        xml.val("w:name", "Normal Table")?;
        xml.empty("w:semiHidden", &[])?;
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")])?;
            cell_margins(xml, Pt(0.0), Pt(5.4))
        })
    })
}

fn paragraph_style(xml: &mut Xml, sheet: &StyleSheet, name: StyleName) -> io::Result<()> {
    let style = sheet.style(name);
    let before = if name == StyleName::SignerName { style.before.max(sheet.signature_room) } else { style.before };
    let next = if style.outline.is_some() || style.keep_with_next { id(follower(name)) } else { id(name) };
    xml.element("w:style", &[("w:type", "paragraph"), ("w:customStyle", "1"), ("w:styleId", id(name))], |xml| {
        xml.val("w:name", style.title)?;
        xml.val("w:basedOn", "Normal")?;
        xml.val("w:next", next)?;
        xml.empty("w:qFormat", &[])?;
        xml.element("w:pPr", &[], |xml| {
            if style.keep_with_next {
                xml.empty("w:keepNext", &[])?;
                xml.empty("w:keepLines", &[])?;
            }
            xml.empty("w:widowControl", &[])?;
            let line = twips(Pt(12.0 * style.leading));
            xml.empty(
                "w:spacing",
                &[("w:before", &twips(before)), ("w:after", &twips(style.after)), ("w:line", &line), ("w:lineRule", "auto")],
            )?;
            let (first, right) = (twips(style.indent.into()), twips(style.right));
            let mut indents = Vec::new();
            indents.extend((style.right.0 > 0.0).then_some(("w:right", right.as_str())));
            indents.extend((style.indent.0 > 0.0).then_some(("w:firstLine", first.as_str())));
            if !indents.is_empty() {
                xml.empty("w:ind", &indents)?;
            }
            xml.val("w:jc", justification(style.align))?;
            match style.outline {
                Some(level) => xml.val("w:outlineLvl", &level.saturating_sub(1).min(8).to_string()),
                None => Ok(()),
            }
        })?;
        run_properties(xml, style)
    })
}

/// What Word offers for the paragraph after a heading.
fn follower(name: StyleName) -> StyleName {
    match name {
        StyleName::Kind => StyleName::Subject,
        StyleName::PartLabel => StyleName::PartTitle,
        StyleName::AnnexLabel => StyleName::AnnexTitle,
        StyleName::AnnexTitle => StyleName::AnnexIssuedWith,
        _ => StyleName::Body,
    }
}

fn run_properties(xml: &mut Xml, style: Style) -> io::Result<()> {
    xml.element("w:rPr", &[], |xml| {
        fonts(xml)?;
        for (on, names) in [(style.bold, ["w:b", "w:bCs"]), (style.italic, ["w:i", "w:iCs"])] {
            if on {
                names.iter().try_for_each(|name| xml.empty(name, &[]))?;
            }
        }
        size(xml, style.size)
    })
}

fn cell_style(xml: &mut Xml, title: &str, align: CellAlign, strong: bool) -> io::Result<()> {
    let style_id = cell_id(align, strong);
    xml.element("w:style", &[("w:type", "paragraph"), ("w:customStyle", "1"), ("w:styleId", style_id)], |xml| {
        xml.val("w:name", title)?;
        xml.val("w:basedOn", id(StyleName::TableText))?;
        xml.empty("w:qFormat", &[])?;
        xml.element("w:pPr", &[], |xml| {
            xml.val(
                "w:jc",
                match align {
                    CellAlign::Left => "left",
                    CellAlign::Centre => "center",
                    CellAlign::Right => "right",
                },
            )
        })?;
        if strong {
            xml.element("w:rPr", &[], |xml| {
                fonts(xml)?;
                xml.empty("w:b", &[])?;
                xml.empty("w:bCs", &[])
            })?;
        }
        Ok(())
    })
}

/// One point high: the paragraph that must follow a table takes no room.
fn end_style(xml: &mut Xml) -> io::Result<()> {
    xml.element("w:style", &[("w:type", "paragraph"), ("w:customStyle", "1"), ("w:styleId", END_ID)], |xml| {
        xml.val("w:name", "Sau bảng")?;
        xml.val("w:basedOn", "Normal")?;
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:spacing", &[("w:before", "0"), ("w:after", "0"), ("w:line", "20"), ("w:lineRule", "exact")])
        })?;
        xml.element("w:rPr", &[], |xml| {
            fonts(xml)?;
            size(xml, Pt(1.0))
        })
    })
}

fn table_style(xml: &mut Xml, id: &str, title: &str, border: Option<Pt>, side: Pt, top: Pt) -> io::Result<()> {
    xml.element("w:style", &[("w:type", "table"), ("w:customStyle", "1"), ("w:styleId", id)], |xml| {
        xml.val("w:name", title)?;
        xml.val("w:basedOn", "TableNormal")?;
        xml.element("w:tblPr", &[], |xml| {
            if let Some(weight) = border {
                let weight = whole(weight.0 * 8.0);
                xml.element("w:tblBorders", &[], |xml| {
                    ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"].iter().try_for_each(|side| {
                        xml.empty(side, &[("w:val", "single"), ("w:sz", &weight), ("w:space", "0"), ("w:color", "000000")])
                    })
                })?;
            }
            cell_margins(xml, top, side)
        })
    })
}

fn cell_margins(xml: &mut Xml, top: Pt, side: Pt) -> io::Result<()> {
    xml.element("w:tblCellMar", &[], |xml| {
        [("w:top", top), ("w:left", side), ("w:bottom", top), ("w:right", side)]
            .iter()
            .try_for_each(|(name, room)| xml.empty(name, &[("w:w", &twips(*room)), ("w:type", "dxa")]))
    })
}

/// Every slot by name: where one is missing, Word takes a theme's font for accented letters.
fn fonts(xml: &mut Xml) -> io::Result<()> {
    xml.empty("w:rFonts", &[("w:ascii", FONT), ("w:eastAsia", FONT), ("w:hAnsi", FONT), ("w:cs", FONT)])
}

/// Type size, in half points, for both scripts.
pub(super) fn size(xml: &mut Xml, size: Pt) -> io::Result<()> {
    let half_points = whole(size.0 * 2.0);
    xml.val("w:sz", &half_points)?;
    xml.val("w:szCs", &half_points)
}

fn justification(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
        Align::Justify => "both",
    }
}

/// Twentieths of a point, Word's unit of length.
pub(super) fn twips(length: Pt) -> String {
    whole(length.0 * 20.0)
}

/// The nearest whole number, as the format writes it.
pub(super) fn whole(value: f64) -> String {
    // lengths on a page: far inside the range
    (value.round() as i64).to_string()
}
