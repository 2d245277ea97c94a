//! Layout by rule, on the machine's own Times or Liberation (they measure alike).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::document::fixture::{large, section, small, task};
use crate::document::{Block, Mm, Orientation, Part, compose};
use crate::plan::{Plan, Role};

/// The machine's faces; the project's set-up installs them.
pub(crate) fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| {
        let files = crate::files::fonts().expect("a Times New Roman or Liberation Serif 2");
        Fonts::new(&files).expect("readable faces")
    })
}

fn laid_out(plan: &Plan) -> Layout {
    distribute(&compose(plan), &StyleSheet::of_plan(plan), fonts()).expect("pages")
}

fn text(line: &TextLine) -> String {
    line.spans.iter().map(|s| s.text.as_str()).collect()
}

/// A page's text lines without the page number.
fn body(page: &Page) -> Vec<String> {
    page.lines.iter().skip(usize::from(page.number > 1)).map(text).collect()
}

/// What a person sees of a layout: each line with its baseline, left edge, size and weight, in whole points.
fn dump(layout: &Layout) -> String {
    let mut out = String::new();
    for (at, page) in layout.pages.iter().enumerate() {
        out += &format!("trang {} ({:.0} × {:.0})\n", at + 1, page.width.0, page.height.0);
        for line in &page.lines {
            let Some(first) = line.spans.first() else { continue };
            let face = match first.face {
                Face::Regular => ' ',
                Face::Bold => 'đ',
                Face::Italic => 'n',
                Face::BoldItalic => 'Đ',
            };
            out += &format!("{:4.0} {:4.0} {:2.0}{face} {}\n", line.baseline.0, first.x.0, first.size.0, text(line));
        }
    }
    out
}

/// A layout as lines of text in tests/golden; SKH_BLESS=1 writes it anew, to be read before it is committed.
#[test]
fn a_small_plan_looks_as_it_was_approved() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden/small-plan.layout.txt");
    let now = dump(&laid_out(&small()));
    if std::env::var_os("SKH_BLESS").is_some() {
        std::fs::write(&path, &now).expect("written");
    }
    let approved = std::fs::read_to_string(&path).expect("approved layout").replace("\r\n", "\n");
    assert_eq!(now, approved);
}

#[test]
fn pages_lie_and_count_as_the_rules_say() {
    let layout = laid_out(&large());
    let [0, annex] = layout.parts[..] else { panic!("two parts: {:?}", layout.parts) };
    for (at, page) in layout.pages.iter().enumerate() {
        let landscape = at >= annex;
        assert_eq!(page.width > page.height, landscape, "page {at}");
        let number = if landscape { at - annex } else { at } + 1;
        assert_eq!(page.number as usize, number);
        let printed = page.lines.first().map(text).unwrap_or_default();
        assert_eq!(printed == number.to_string(), number > 1, "page {at} begins with {printed:?}");
    }
}

fn assert_inside_margins(layout: &Layout) {
    let setup = StyleSheet::default().page;
    let (left, right, top, bottom): (Pt, Pt, Pt, Pt) =
        (setup.left.into(), setup.right.into(), setup.top.into(), setup.bottom.into());
    let hair = Pt(0.6);
    for page in &layout.pages {
        for line in page.lines.iter().skip(usize::from(page.number > 1)) {
            assert!(line.baseline > top && line.baseline < page.height - bottom + hair, "{}", text(line));
            for span in &line.spans {
                assert!(span.x > left - hair && span.x + span.width < page.width - right + hair, "{}", text(line));
                let measured = fonts().width(&span.text, span.face, span.size);
                let spaces = span.text.matches(' ').count();
                assert!((measured + span.stretch * spaces as f64 - span.width).0.abs() < 0.01, "{}", span.text);
            }
        }
        for stroke in &page.strokes {
            for (x, y) in [stroke.from, stroke.to] {
                assert!(x > left - hair && x < page.width - right + hair && y > top - hair && y < page.height - bottom + hair);
            }
        }
    }
}

#[test]
fn nothing_stands_outside_the_margins() {
    assert_inside_margins(&laid_out(&small()));
    assert_inside_margins(&laid_out(&large()));
}

#[test]
fn headings_and_group_rows_never_end_a_page() {
    let layout = laid_out(&large());
    let headings: Vec<String> = layout.outline.iter().map(|entry| entry.title.clone()).collect();
    for page in &layout.pages {
        let last = body(page).pop().expect("no page is empty");
        assert!(!headings.contains(&last), "{last}");
        assert!(!last.starts_with("Nhóm nhiệm vụ") && !last.starts_with("NHIỆM VỤ "), "{last}");
    }
}

/// Measured in LibreOffice 7.4 over 25 lines of each size, in twentieths of a point.
#[test]
fn a_single_line_is_as_high_as_in_office_programs() {
    for (size, single) in [(10.5, 242), (11.0, 253), (11.5, 265), (12.0, 276), (12.5, 288), (13.0, 299), (13.5, 311), (14.0, 322)]
    {
        for face in Face::ALL {
            let height = fonts().line_height(face, Pt(size)).0 * 20.0;
            assert!((height - f64::from(single)).abs() < 1e-6, "{size} pt, {face:?}: {height}");
        }
    }
}

/// Above it the room below a paragraph and its wide line spacing, below it the room of its last rule: as LibreOffice does.
#[test]
fn a_table_between_texts_takes_the_room_it_takes_in_office_programs() {
    let mut plan = small();
    plan.sections[0].children[3].text = vec!["Trên bảng.".into()];
    plan.sections[0].children[3].indicators = vec![crate::plan::Indicator { name: "Trong bảng".into(), ..Default::default() }];
    let sheet = StyleSheet::of_plan(&plan);
    let document = compose(&plan);
    let layout = distribute(&document, &sheet, fonts()).unwrap();
    let page = layout.pages.iter().find(|page| body(page).iter().any(|line| line == "Trong bảng")).unwrap();
    let at = page.lines.iter().position(|line| text(line) == "Trên bảng.").unwrap();
    let above = page.lines[at].baseline + fonts().descent(Face::Regular, sheet.body);
    let rules = page.strokes.iter().filter(|stroke| stroke.from.1 == stroke.to.1 && stroke.from.1 > above).map(|s| s.from.1);
    let mut rules: Vec<f64> = rules.map(|y| y.0).collect();
    rules.sort_by(f64::total_cmp);
    let single = fonts().line_height(Face::Regular, sheet.body);
    let line = Pt((single.0 * sheet.leading * 20.0).floor() / 20.0);
    assert!((rules[0] - (above + sheet.paragraph_gap + line - single).0).abs() < 0.01, "{rules:?} below {above:?}");
    let next = page.lines.iter().find(|line| line.baseline.0 > rules[2]).unwrap();
    let top = next.baseline + fonts().descent(Face::Regular, sheet.body) - single;
    assert!((top - sheet.border - sheet.paragraph_gap).0 - rules[2] < 0.01, "{:?} below {rules:?}", text(next));
    assert!((top - sheet.border - sheet.paragraph_gap).0 - rules[2] > -0.01, "{:?} below {rules:?}", text(next));
}

#[test]
fn the_table_header_is_repeated_and_a_tall_row_goes_on_without_losing_a_line() {
    let layout = laid_out(&large());
    let annex = &layout.pages[layout.parts[1]..];
    for page in annex {
        assert_eq!(body(page).iter().filter(|line| *line == "STT").count(), 1);
    }
    let all: Vec<String> = annex.iter().flat_map(body).collect();
    let all = all.join(" ");
    for n in 1..=40 {
        assert!(all.contains(&format!("phần {n} ")), "{n}");
    }
}

#[test]
fn the_signature_is_never_alone() {
    for filler in 0..45 {
        let mut plan = small();
        plan.tasks.clear();
        let lines: Vec<String> = (0..filler).map(|n| format!("Dòng {n}.")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        plan.sections = vec![section(1, "I", "Nội dung", &lines, vec![]), section(2, "II", "Thực hiện", &["Một câu."], vec![])];
        let layout = laid_out(&plan);
        let field = layout.signature.expect("a place to sign");
        let page = body(&layout.pages[field.page]);
        let above = page.iter().position(|line| line == "Nơi nhận:").expect("recipients");
        assert!(above >= 2, "{filler} lines: {page:?}");
        let end = page[..above].iter().any(|line| line.ends_with("./."));
        assert!(end, "{filler} lines: {page:?}");
    }
}

#[test]
fn the_place_to_sign_is_empty_and_between_post_and_name() {
    let layout = laid_out(&small());
    let field = layout.signature.expect("a place to sign");
    let area = field.area;
    let page = &layout.pages[field.page];
    let baseline = |wanted: &str| page.lines.iter().find(|line| text(line) == wanted).expect(wanted).baseline;
    assert!(baseline("PHÓ GIÁM ĐỐC") < area.y && baseline("Nguyễn Văn An") > area.y + area.height);
    let in_field = |line: &&TextLine| {
        let beside = |s: &Span| s.x < area.x + area.width && s.x + s.width > area.x;
        line.baseline > area.y && line.baseline < area.y + area.height && line.spans.iter().any(beside)
    };
    assert_eq!(page.lines.iter().find(in_field).map(text), None);
}

#[test]
fn rules_are_as_long_as_their_clause_says() {
    let layout = laid_out(&small());
    let page = &layout.pages[0];
    let width = |wanted: &str| {
        let line = page.lines.iter().find(|line| text(line) == wanted).expect(wanted);
        line.spans.iter().map(|s| s.width.0).sum::<f64>()
    };
    let lengths: Vec<f64> = page.strokes.iter().map(|s| s.to.0.0 - s.from.0.0).collect();
    let [issuer, motto, subject] = lengths[..] else { panic!("three rules: {lengths:?}") };
    assert!((motto - width("Độc lập - Tự do - Hạnh phúc")).abs() < 0.01);
    for (rule, text) in [(issuer, width("CÔNG NGHỆ THÔNG TIN")), (subject, width(&small().subject))] {
        assert!((1.0 / 3.0..=0.5).contains(&(rule / text)), "{rule} of {text}");
    }
}

#[test]
fn navigation_leads_to_headings_sections_and_the_annex() {
    let plan = small();
    let layout = laid_out(&plan);
    let titles: Vec<(u8, &str)> = layout.outline.iter().map(|e| (e.level, e.title.as_str())).collect();
    assert_eq!(titles[0], (1, "Phần I. NỘI DUNG KẾ HOẠCH"));
    assert_eq!(titles[1], (2, "I. CĂN CỨ LẬP KẾ HOẠCH"));
    assert_eq!(titles.last(), Some(&(1, "Phụ lục. DANH MỤC NHIỆM VỤ, DỰ ÁN CHUYỂN ĐỔI SỐ NĂM 2026")));
    for (_, section) in plan.walk() {
        let stands = layout.marks.iter().any(|mark| mark.place == Place::Section(section.id) && mark.bottom > mark.top);
        assert!(stands, "{}", section.label);
    }
    let annex = layout.parts[1];
    for task in &plan.tasks {
        let mark = layout.marks.iter().find(|mark| mark.place == Place::Task(task.id)).expect("its row");
        assert!(mark.page >= annex && mark.bottom > mark.top, "{}", task.name);
    }
    assert_eq!(layout.marks[0].place, Place::Letterhead);
    let signed = layout.marks.iter().find(|mark| mark.place == Place::Signature).map(|mark| mark.page);
    assert_eq!(signed, layout.signature.map(|field| field.page));
    let link = layout.pages[0].lines.iter().flat_map(|line| &line.spans).find(|span| span.link.is_some());
    let link = link.expect("a link to the annex");
    assert_eq!((link.link, link.text.starts_with("Phụ lục")), (Some(1), true));
}

/// Text put together again from the lines each block owns.
#[test]
fn every_line_belongs_to_the_block_or_cell_it_is_a_line_of() {
    let (plan, document) = (small(), compose(&small()));
    let layout = laid_out(&plan);
    let part_of = |page: usize| layout.parts.iter().rposition(|first| *first <= page).expect("a part");
    let mut told: std::collections::BTreeMap<(usize, usize, usize, usize), String> = std::collections::BTreeMap::new();
    for (at, page) in layout.pages.iter().enumerate() {
        for line in &page.lines {
            let Some(owner) = line.owner else { continue };
            let told = told.entry((part_of(at), owner.block, owner.row, owner.cell)).or_default();
            told.push_str(&text(line));
            if line.goes_on {
                told.push(' ');
            }
        }
    }
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut compared = 0;
    for (p, part) in document.parts.iter().enumerate() {
        for (b, block) in part.blocks.iter().enumerate() {
            match block {
                crate::document::Block::Paragraph(paragraph) => {
                    let found = told.get(&(p, b, 0, 0)).map_or("", String::as_str);
                    assert_eq!(squeezed(found), squeezed(&paragraph.text()));
                    compared += 1;
                }
                crate::document::Block::Table(table) => {
                    for (r, row) in table.rows.iter().enumerate() {
                        for (c, cell) in row.cells.iter().enumerate() {
                            let found = told.get(&(p, b, r + 1, c)).map_or("", String::as_str);
                            assert_eq!(squeezed(found), squeezed(&cell.text));
                            compared += 1;
                        }
                    }
                }
                _ => {}
            }
        }
    }
    assert!(compared > 30, "{compared}");
}

#[test]
fn the_agency_signs_in_the_top_margin_of_the_first_page() {
    let layout = laid_out(&small());
    let field = layout.agency.expect("a place for the agency");
    let first = layout.pages[0].lines.iter().map(|line| line.baseline).fold(Pt(1000.0), Pt::min);
    let size = layout.pages[0].lines[0].spans[0].size;
    assert_eq!(field.page, 0);
    assert!(field.area.y > Pt(0.0) && field.area.y + field.area.height < first - size, "{field:?}");
    let right: Pt = StyleSheet::default().page.right.into();
    assert!((field.area.x + field.area.width + right - layout.pages[0].width).0.abs() < 0.01);
}

#[test]
fn a_character_without_a_glyph_is_told_with_its_place() {
    let mut plan = small();
    plan.sections[0].children[1].text = vec!["Đạt chuẩn \u{1F600} năm 2026".into()];
    let error = distribute(&compose(&plan), &StyleSheet::of_plan(&plan), fonts()).expect_err("no such glyph");
    let LayoutError::MissingCharacters { characters, place, .. } = &error else { panic!("{error}") };
    assert_eq!(characters, &['\u{1F600}']);
    assert!(place.starts_with("Đạt chuẩn"), "{place}");
    assert!(error.to_string().contains("U+1F600"));
}

#[test]
fn an_empty_plan_still_has_a_page() {
    let mut plan = small();
    plan.sections.clear();
    plan.legal_bases.clear();
    plan.tasks.clear();
    plan.profile = crate::plan::Profile::default();
    plan.unit = crate::plan::Unit::default();
    plan.subject.clear();
    assert_eq!(laid_out(&plan).pages.len(), 1);
}

#[test]
fn the_country_line_fits_its_column_in_every_allowed_size() {
    let sheet = StyleSheet::default();
    let country = fonts().width(crate::document::COUNTRY, Face::Bold, sheet.style(crate::document::StyleName::Country).size);
    assert!(country < sheet.letterhead_columns(sheet.text_width())[1]);
    assert_eq!(sheet.sheet(Orientation::Portrait).0, Mm(210.0).into());
}

fn bare(text: &str) -> String {
    crate::document::plain(text).split_whitespace().collect()
}

/// A part's paragraphs in one piece, without white space.
fn prose(part: &Part) -> String {
    part.blocks.iter().filter_map(|b| if let Block::Paragraph(p) = b { Some(bare(&p.text())) } else { None }).collect()
}

/// How often each letter stands in a text.
fn letters(text: &str) -> BTreeMap<char, usize> {
    text.chars().fold(BTreeMap::new(), |mut out, c| {
        *out.entry(c).or_default() += 1;
        out
    })
}

/// A part's pages in one piece, without white space and page numbers.
fn seen(layout: &Layout, part: usize) -> String {
    let end = layout.parts.get(part + 1).copied().unwrap_or(layout.pages.len());
    layout.pages[layout.parts[part]..end].iter().flat_map(body).map(|line| bare(&line)).collect()
}

/// What the annex's pages must hold: its paragraphs, its cells, and its header once a page.
fn annex_text(part: &Part, pages: usize) -> String {
    let mut out = prose(part);
    for block in &part.blocks {
        if let Block::Table(table) = block {
            out.extend(table.rows.iter().flat_map(|row| &row.cells).map(|cell| bare(&cell.text)));
            let header: String = table.columns.iter().map(|column| bare(&column.title)).collect();
            out += &header.repeat(pages);
        }
    }
    out
}

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-zđêươ]{1,8}",
        1 => "[0-9]{1,4}/QĐ-TTg",
        1 => Just("ngày".to_owned()),
        1 => "[0-9]{1,2}",
        1 => "[A-Z]{60,120}",
        1 => Just("triệu".to_owned()),
    ];
    prop::collection::vec(word, 1..60).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn every_letter_arrives_once_and_in_order(paragraphs in prop::collection::vec(words(), 1..30), cells in prop::collection::vec(words(), 1..12)) {
        let mut plan = small();
        let texts: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
        plan.sections = vec![section(1, "I", "Nội dung", &texts, vec![])];
        plan.tasks = (1..).zip(&cells).map(|(id, name)| task(id, 1, Role::Lead, name)).collect();
        let layout = laid_out(&plan);
        assert_inside_margins(&layout);
        let document = compose(&plan);
        prop_assert!(seen(&layout, 0).contains(&prose(&document.parts[0])));
        let annex = annex_text(&document.parts[1], layout.pages.len() - layout.parts[1]);
        prop_assert_eq!(letters(&seen(&layout, 1)), letters(&annex));
        prop_assert_eq!(&layout, &laid_out(&plan));
    }
}
