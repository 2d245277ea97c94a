//! What is read of the sample PDFs of tests/letters, and of damaged ones.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::reading::source::Table;
use crate::text::legacy::Legacy;

fn blocks(bytes: &[u8]) -> Result<Vec<Block>, ReadError> {
    parsed(bytes).map(|parsed| parsed.blocks)
}

/// A sample of tests/letters.
fn sample(name: &str) -> Vec<u8> {
    macro_rules! samples {
        ($($file:literal)*) => {
            match name {
                $($file => include_bytes!(concat!("../../../../../../tests/letters/", $file)).to_vec(),)*
                _ => panic!("no sample {name}"),
            }
        };
    }
    samples!("annex-cut-by-pages.pdf" "annex-drawn-boxes.pdf" "letter-plain-table.pdf" "letter-sideways.pdf"
        "letter-and-scan.pdf" "scan.pdf" "locked.pdf")
}

fn tables(blocks: &[Block]) -> Vec<&Table> {
    let mut out = Vec::new();
    for block in blocks {
        if let Block::Table(table) = block {
            out.push(table);
        }
    }
    out
}

fn texts(row: &[crate::reading::source::Cell]) -> Vec<&str> {
    row.iter().map(|cell| cell.text.as_str()).collect()
}

#[test]
fn letterhead_prose_plain_table_and_signature_come_in_order() {
    let blocks = blocks(&sample("letter-plain-table.pdf")).unwrap();
    let tables = tables(&blocks);
    assert_eq!(tables.len(), 3);
    assert!(tables.iter().all(|table| table.bare));
    assert_eq!(
        texts(&tables[0].rows[0]),
        [
            "VIỆN QUẢN LÝ TÀI NGUYÊN\nTRUNG TÂM DỮ LIỆU\nSố: 12/TTDL-KT",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐà Lạt, ngày 04 tháng 3 năm 2026",
        ]
    );
    assert_eq!(texts(&tables[1].rows[0]), ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"]);
    assert_eq!(
        texts(&tables[1].rows[2]),
        ["2", "Lập danh mục phần mềm đang dùng, ghi rõ hạn bản quyền và người quản lý", "Phòng Kỹ thuật", "Tháng 5/2026"]
    );
    assert_eq!(
        texts(&tables[2].rows[0]),
        ["Nơi nhận:\n- Như trên;\n- Lưu: VT, KT.", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Thị Bình An"]
    );
    let Block::Line(line) = &blocks[1] else { panic!("a line follows the letterhead") };
    assert_eq!(line.text, "Kính gửi: Các phòng thuộc Viện");
    assert_eq!((line.place.page, line.place.line), (Some(1), Some(5)));
}

#[test]
fn a_page_set_sideways_is_turned() {
    let text = |name: &str| {
        let mut page = read_pages(&opened(&sample(name)).unwrap()).unwrap().remove(0);
        page.words.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
        (page.width > page.height, rows::rows(page.words).iter().map(Row::text).collect::<Vec<_>>())
    };
    let upright = text("letter-plain-table.pdf");
    assert!(upright.1[4].starts_with("Kính gửi: Các phòng"));
    assert_eq!(text("letter-sideways.pdf"), upright);
}

/// Two programs draw the same table: one with strokes and rows cut by pages, one with filled boxes.
#[test]
fn ruled_tables_have_their_cells_whoever_drew_them() {
    for name in ["annex-cut-by-pages.pdf", "annex-drawn-boxes.pdf"] {
        let blocks = blocks(&sample(name)).unwrap();
        let first = tables(&blocks)[0];
        assert!(!first.bare, "{name}");
        let header = &first.rows[0];
        assert_eq!(header[2].text, "Đơn vị thực hiện");
        assert_eq!((header[2].span, header[3].covered, first.rows[1][0].covered), (2, true, true), "{name}");
        assert_eq!((first.rows[2][1].span, first.rows[2][1].bold), (6, true), "{name}");
        assert_eq!(
            texts(&first.rows[3]),
            [
                "1",
                "Nâng cấp đường truyền nội bộ của trụ sở và sáu cơ sở trực thuộc, thay thiết bị chuyển mạch đã hết hạn bảo hành",
                "Trung tâm Dữ liệu",
                "Văn phòng Viện; Phòng Tài chính",
                "Quý II/2026",
                "- Biên bản nghiệm thu\n- Hồ sơ hoàn công\n- Sơ đồ mạng sau nâng cấp",
                "1.250"
            ],
            "{name}"
        );
        // page numbers are left out
        assert!(blocks.iter().all(|block| !matches!(block, Block::Line(line) if line.text.len() < 3)), "{name}");
    }
}

#[test]
fn no_word_of_a_page_is_lost() {
    for name in ["annex-cut-by-pages.pdf", "annex-drawn-boxes.pdf", "letter-plain-table.pdf"] {
        let bytes = sample(name);
        let printed: usize = read_pages(&opened(&bytes).unwrap()).unwrap().iter().map(|page| page.words.len()).sum();
        let count = |text: &str| text.split_whitespace().count();
        let kept: usize = blocks(&bytes)
            .unwrap()
            .iter()
            .map(|block| match block {
                Block::Line(line) => count(&line.text),
                Block::Table(table) => table.rows.iter().flatten().map(|cell| count(&cell.text)).sum(),
                Block::PageBreak => 0,
            })
            .sum();
        // codes broken by a line's end close up; page numbers go
        assert!(printed >= kept && printed - kept <= 12, "{name}: {printed} printed, {kept} kept");
    }
}

#[test]
fn what_cannot_be_read_says_what_to_do() {
    for (bytes, message, hint) in [
        (sample("scan.pdf"), "bản quét", "OCR"),
        (sample("locked.pdf"), "mật khẩu", "không có mật khẩu"),
        (sample("annex-cut-by-pages.pdf")[..40_000].to_vec(), "hỏng", "tệp gốc"),
        (b"%PDF-1.7\n%%EOF".to_vec(), "hỏng", "tệp gốc"),
    ] {
        let error = blocks(&bytes).expect_err(message);
        assert!(error.message.contains(message) && error.hint.contains(hint), "{} / {}", error.message, error.hint);
    }
}

#[test]
fn a_scanned_page_among_pages_of_text_is_told() {
    let told = |name: &str| parsed(&sample(name)).unwrap().findings;
    let findings = told("letter-and-scan.pdf");
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].place, "trang 2");
    assert!(findings[0].message.contains("là ảnh"));
    assert_eq!(told("letter-plain-table.pdf"), []);
}

fn row_at(base: f32, words: &[(&str, f32, f32)]) -> Row {
    let word = |(text, left, right): &(&str, f32, f32)| Word {
        text: (*text).to_owned(),
        left: *left,
        right: *right,
        base,
        size: 13.0,
        bold: false,
        italic: false,
    };
    Row::of(words.iter().map(word).collect())
}

#[test]
fn page_numbers_and_running_headers_go_and_years_stay() {
    let pages: Vec<Vec<Row>> = (1..=3)
        .map(|n: u8| {
            vec![
                row_at(30.0, &[("KH-2026", 80.0, 140.0)]),
                row_at(50.0, &[(if n == 2 { "2025" } else { "chữ" }, 80.0, 110.0)]),
                row_at(820.0, &[(["1", "2", "3"][usize::from(n) - 1], 290.0, 300.0)]),
            ]
        })
        .collect();
    let given: Vec<(f32, &[Row])> = pages.iter().map(|rows| (842.0, rows.as_slice())).collect();
    assert_eq!(margins::furniture(&given), vec![vec![true, false, true]; 3]);
}

#[test]
fn a_running_header_of_two_pages_stands_above_where_the_first_begins() {
    let page = |head: f32, text: &'static str| vec![row_at(head, &[(text, 80.0, 180.0)]), row_at(90.0, &[("chữ", 80.0, 110.0)])];
    let marks = |pages: &[Vec<Row>]| {
        let given: Vec<(f32, &[Row])> = pages.iter().map(|rows| (842.0, rows.as_slice())).collect();
        margins::furniture(&given).iter().map(|marks| marks[0]).collect::<Vec<_>>()
    };
    assert_eq!(marks(&[page(75.0, "BỘ"), page(35.0, "KH-2027"), page(35.0, "KH-2027")]), [false, true, true]);
    // a letterhead again, and two annexes
    assert_eq!(marks(&[page(75.0, "BỘ"), page(75.0, "CỤC"), page(75.0, "CỤC")]), [false; 3]);
    assert_eq!(marks(&[page(75.0, "BỘ"), page(35.0, "PHỤ LỤC 1"), page(35.0, "PHỤ LỤC 2")]), [false; 3]);
}

#[test]
fn a_tab_behind_a_label_makes_no_column() {
    let row = row_at(100.0, &[("a)", 80.0, 90.0), ("Rà", 120.0, 135.0), ("soát", 139.0, 165.0)]);
    assert_eq!(row.parts().len(), 1);
    // the last recipient, beside what the signatory signs as
    let row = row_at(100.0, &[("-", 80.0, 84.0), ("Lưu:", 88.0, 110.0), ("VT.", 114.0, 130.0), ("CHỦ", 318.0, 349.0)]);
    assert_eq!(row.parts().len(), 2);
    let row = row_at(100.0, &[("Số:", 80.0, 95.0), ("12/KH", 99.0, 130.0), ("Huế,", 300.0, 330.0), ("ngày", 334.0, 360.0)]);
    assert_eq!(row.parts().len(), 2);
}

#[test]
fn letters_set_apart_become_words_and_cut_codes_are_joined() {
    let mut left = 100.0;
    let mut words: Vec<(&str, f32, f32)> = Vec::new();
    for sign in ["K", "Ế", " ", "H", "O", "Ạ", "C", "H"] {
        if sign == " " {
            left += 12.0;
        } else {
            words.push((sign, left, left + 9.0));
            left += 13.0;
        }
    }
    let spaced = page::unspaced(row_at(80.0, &words).words);
    assert_eq!(spaced.iter().map(|word| word.text.as_str()).collect::<Vec<_>>(), ["KẾ", "HOẠCH"]);
    let cell = [row_at(100.0, &[("30/11/202", 402.0, 456.0)]), row_at(115.0, &[("6", 402.0, 408.0)])];
    assert_eq!(rows::paragraphs(&cell, (400.0, 459.0)), ["30/11/2026"]);
    let cell = [row_at(100.0, &[("30/11/2026", 402.0, 456.0)]), row_at(115.0, &[("6", 402.0, 408.0)])];
    assert_eq!(rows::paragraphs(&cell, (400.0, 520.0)), ["30/11/2026 6"]);
}

#[test]
fn a_footnote_leaves_the_text_and_its_mark_too() {
    let mut body: Vec<Row> =
        (0..20_u8).map(|line| row_at(80.0 + 18.0 * f32::from(line), &[("Hệ", 80.0, 96.0), ("thống", 100.0, 140.0)])).collect();
    let mut mark = row_at(90.0, &[("1", 141.0, 144.0)]).words.remove(0);
    (mark.size, mark.base) = (8.0, 416.0);
    body[19].words.push(mark);
    let mut note = row_at(700.0, &[("1", 80.0, 84.0), ("Gồm", 88.0, 110.0), ("hai", 114.0, 130.0)]);
    note.words.iter_mut().for_each(|word| word.size = 10.0);
    body.push(Row::of(note.words));
    let rule = page::Rule { at: 685.0, from: 80.0, to: 230.0 };
    let page = Page { number: 1, width: 595.0, height: 842.0, across: vec![rule], ..Page::default() };
    assert_eq!(footnotes::begin(&page, &body), Some(20));
    let notes = body.split_off(20);
    assert_eq!(footnotes::texts(&notes), ["1 Gồm hai"]);
    assert_eq!(footnotes::without_marks(body, &notes)[19].text(), "Hệ thống");
}

/// A page in fonts that are not embedded: of each line its font and its bytes.
fn set_in(fonts: &[&str], lines: &[(usize, Vec<u8>)]) -> Vec<u8> {
    use lopdf::{Dictionary, Document, Object, Stream, dictionary};
    let mut file = Document::with_version("1.4");
    let mut named = Dictionary::new();
    for (index, font) in fonts.iter().enumerate() {
        let widths: Vec<Object> = (0..=255).map(|_| 500.into()).collect();
        let font = file.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "TrueType", "BaseFont" => *font, "Encoding" => "WinAnsiEncoding",
            "FirstChar" => 0, "LastChar" => 255, "Widths" => widths,
        });
        named.set(format!("F{index}"), font);
    }
    let mut drawn = String::from("BT 60 800 Td\n");
    for (font, bytes) in lines {
        let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        drawn += &format!("/F{font} 12 Tf 0 -20 Td <{digits}> Tj\n");
    }
    let content = file.add_object(Stream::new(dictionary! {}, (drawn + "ET").into_bytes()));
    let pages = file.new_object_id();
    let page = file.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Resources" => dictionary! { "Font" => named },
    });
    file.objects.insert(pages, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into());
    let root = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    file.trailer.set("Root", root);
    let mut out = Vec::new();
    file.save_to(&mut out).unwrap();
    out
}

/// The bytes that say `text` in an encoding; toned capitals of TCVN3 as the small letters that stand for them.
fn bytes_of(legacy: Legacy, text: &str) -> Vec<u8> {
    let says =
        |bytes: &[u8], wanted: &str| legacy.to_unicode(&bytes.iter().map(|byte| char::from(*byte)).collect::<String>()) == wanted;
    let mut out = Vec::new();
    for letter in text.chars() {
        let (as_is, small) = (letter.to_string(), letter.to_lowercase().to_string());
        let high = || 0xa1..=0xff_u8;
        let pairs = || (b'A'..=b'z').chain([0xd4, 0xd6, 0xf4, 0xf6]).flat_map(|base| high().map(move |mark| vec![base, mark]));
        let mut ways =
            (letter.is_ascii().then(|| vec![letter as u8])).into_iter().chain(pairs()).chain(high().map(|byte| vec![byte]));
        let found = ways.clone().find(|way| says(way, &as_is)).or_else(|| ways.find(|way| says(way, &small)));
        out.extend(found.unwrap_or_else(|| panic!("no {letter} in {legacy:?}")));
    }
    out
}

fn lines_of(parsed: &Parsed) -> Vec<String> {
    let text = |block: &'_ Block| match block {
        Block::Line(line) => Some(line.text.clone()),
        _ => None,
    };
    parsed.blocks.iter().filter_map(text).collect()
}

const LEGACY_LINES: [&str; 4] = [
    "KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2027",
    "Căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư;",
    "Người đứng đầu đơn vị chịu trách nhiệm, kết quả được báo cáo trước ngày 15/12;",
    "Những nhiệm vụ đã giao mà chưa hoàn thành thì chuyển sang quý sau.",
];

#[test]
fn fonts_from_before_unicode_are_converted_and_told() {
    for (legacy, font, name) in [
        (Legacy::Tcvn3, "ABCDEF+.VnTime", ".VnTime"),
        (Legacy::Vni, "VNI-Times", "VNI-Times"),
        (Legacy::Vni, "ABCDEF+VNI-Times,Bold", "VNI-Times,Bold"),
    ] {
        let lines: Vec<_> = LEGACY_LINES.iter().map(|line| (0, bytes_of(legacy, line))).collect();
        let read = parsed(&set_in(&[font], &lines)).unwrap();
        assert_eq!(lines_of(&read), LEGACY_LINES, "{font}");
        assert_eq!(read.findings.len(), 1, "{font}: {:?}", read.findings);
        assert_eq!(read.findings[0].place, "trang 1");
        let message = &read.findings[0].message;
        assert!(message.contains(&format!("phông {name} ")) && message.contains(legacy.name()), "{message}");
    }
}

#[test]
fn a_font_of_capitals_gives_capitals_and_one_of_unicode_stays() {
    let small = bytes_of(Legacy::Tcvn3, "về chuyển đổi số");
    // Windows-1252: "Số" has no code there, "café" and "à" have
    let western = b"caf\xe9 \xe0 la carte \x96 T\xc0I QU\xddT\xad2".to_vec();
    let read = parsed(&set_in(&[".VnTimeH", "TimesNewRoman"], &[(0, small), (1, western)])).unwrap();
    assert_eq!(lines_of(&read), ["VỀ CHUYỂN ĐỔI SỐ", "café à la carte – TÀI QUÝT-2"]);
}

#[test]
fn letters_tell_their_encoding_where_the_font_does_not() {
    for legacy in [Legacy::Tcvn3, Legacy::Vni] {
        let lines: Vec<_> = LEGACY_LINES.iter().map(|line| (0, bytes_of(legacy, line))).collect();
        let read = parsed(&set_in(&["TT12A0o00"], &lines)).unwrap();
        assert_eq!(lines_of(&read), LEGACY_LINES, "{legacy:?}");
        assert_eq!(read.findings.len(), 1);
        assert_eq!(read.findings[0].place, "trang 1");
        assert!(read.findings[0].message.contains(legacy.name()), "{}", read.findings[0].message);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Bytes damaged anywhere give a reading or an error, never a panic.
    #[test]
    fn damaged_files_never_panic(at in 0_usize..20_000, byte: u8, cut in 0_usize..20_000) {
        let mut bytes = sample("letter-plain-table.pdf");
        let index = at % bytes.len();
        bytes[index] = byte;
        let _ = blocks(&bytes);
        bytes.truncate(cut);
        let _ = blocks(&bytes);
    }

    /// Rows of words, wherever they stand, all come out once.
    #[test]
    fn columns_keep_every_row(rows in prop::collection::vec((0.0_f32..500.0, 5.0_f32..300.0, 5.0_f32..40.0), 0..30)) {
        let mut base = 50.0;
        let rows: Vec<Row> = rows.iter().map(|(left, width, step)| {
            base += step;
            row_at(base, &[("chữ", *left, left + width)])
        }).collect();
        let frame = Frame::between(85.0, 553.0);
        let mut next = 0;
        for stretch in columns::stretches(&rows, &frame) {
            match stretch {
                Stretch::Row(at) => { prop_assert_eq!(at, next); next += 1; }
                Stretch::Columns { from, to, .. } => { prop_assert_eq!(from, next); prop_assert!(to > from); next = to; }
            }
        }
        prop_assert_eq!(next, rows.len());
    }
}
