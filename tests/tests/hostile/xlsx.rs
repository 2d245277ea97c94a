//! Workbooks that mean harm.

use super::archive::{Entry, overlapping, package};
use super::{Case, bytes};

const SHEET: &str = "xl/worksheets/sheet1.xml";
const STRINGS: &str = "xl/sharedStrings.xml";
const STYLES: &str = "xl/styles.xml";
const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

/// What every workbook has, with so many sheets.
fn frame(sheets: usize) -> Vec<Entry> {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let listed: String = (1..=sheets).map(|n| format!("<sheet name=\"s{n}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>")).collect();
    let related: String = (1..=sheets)
        .map(|n| format!("<Relationship Id=\"rId{n}\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))
        .collect();
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let others = format!(
        "<Relationship Id=\"a\" Type=\"{relations}/sharedStrings\" Target=\"sharedStrings.xml\"/>\
         <Relationship Id=\"b\" Type=\"{relations}/styles\" Target=\"styles.xml\"/>"
    );
    let main = format!("<Relationship Id=\"r\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/>");
    vec![
        Entry::stored("_rels/.rels", format!("<Relationships xmlns=\"{package}\">{main}</Relationships>")),
        Entry::stored(
            "xl/workbook.xml",
            format!("<workbook {MAIN} xmlns:r=\"{relations}\"><sheets>{listed}</sheets></workbook>"),
        ),
        Entry::stored(
            "xl/_rels/workbook.xml.rels",
            format!("<Relationships xmlns=\"{package}\">{related}{others}</Relationships>"),
        ),
    ]
}

fn sheet(inside: &str) -> String {
    format!("<worksheet {MAIN}>{inside}</worksheet>")
}

fn book(parts: Vec<Entry>) -> Vec<u8> {
    let mut entries = frame(1);
    entries.extend(parts);
    package(&entries)
}

fn repeated(name: &str, open: &str, chunk: &str, times: usize, close: &str) -> Entry {
    Entry::bomb(name, open, &chunk.repeat(1000), times.div_ceil(1000), close)
}

fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// A small table that can be read.
fn table() -> String {
    let row = |n: u32, texts: [&str; 3]| {
        let cells: String = ["A", "B", "C"].iter().zip(texts).map(|(c, t)| cell(&format!("{c}{n}"), t)).collect();
        format!("<row r=\"{n}\">{cells}</row>")
    };
    row(1, ["STT", "Nhiệm vụ", "Chủ trì"]) + &row(2, ["1", "Soạn kế hoạch", "Văn phòng"])
}

pub fn cases() -> Vec<Case> {
    vec![
        bytes("bomb-strings.xlsx", "bảng chữ dùng chung giải nén ra 4 GiB", || {
            let open = format!("<sst {MAIN}>");
            book(vec![
                Entry::stored(SHEET, sheet(&format!("<sheetData>{}</sheetData>", table()))),
                repeated(STRINGS, &open, "<si><t>abcdefghijklmnopqrstuvwxyz</t></si>", 110_000_000, "</sst>"),
            ])
        }),
        bytes("many-strings.xlsx", "5 triệu chữ dùng chung rỗng", || {
            let open = format!("<sst {MAIN}>");
            book(vec![
                Entry::stored(SHEET, sheet(&format!("<sheetData>{}</sheetData>", table()))),
                repeated(STRINGS, &open, "<si><t/></si>", 5_000_000, "</sst>"),
            ])
        }),
        bytes("shared-string.xlsx", "một chữ 1 MiB dùng chung cho 20.000 ô", || {
            let rows: String = (1..=20_000).map(|n| format!("<row r=\"{n}\"><c r=\"A{n}\" t=\"s\"><v>0</v></c></row>")).collect();
            book(vec![
                Entry::stored(SHEET, sheet(&format!("<sheetData>{rows}</sheetData>"))),
                Entry::stored(STRINGS, format!("<sst {MAIN}><si><t>{}</t></si></sst>", "a".repeat(1 << 20))),
            ])
        }),
        bytes("bomb-sheet.xlsx", "trang tính giải nén ra 4 GiB hàng trống", || {
            let open = format!("<worksheet {MAIN}><sheetData>");
            book(vec![repeated(SHEET, &open, "<row/>                  ", 170_000_000, "</sheetData></worksheet>")])
        }),
        bytes("blank-rows.xlsx", "một triệu hàng trống", || {
            let open = format!("<worksheet {MAIN}><dimension ref=\"A1:XFD1048576\"/><sheetData>{}", table());
            book(vec![repeated(SHEET, &open, "<row><c/><c/></row>", 1_000_000, "</sheetData></worksheet>")])
        }),
        bytes("last-cell.xlsx", "một ô ở XFD1048576", || {
            let far = format!("<row r=\"1048576\">{}</row>", cell("XFD1048576", "xa"));
            book(vec![Entry::stored(SHEET, sheet(&format!("<sheetData>{}{far}</sheetData>", table())))])
        }),
        bytes("impossible-cell.xlsx", "một ô ở ZZZZZZZ99999999999", || {
            let far = format!("<row r=\"99999999999\">{}</row>", cell("ZZZZZZZ99999999999", "xa"));
            book(vec![Entry::stored(SHEET, sheet(&format!("<sheetData>{}{far}</sheetData>", table())))])
        }),
        bytes("corners.xlsx", "99.000 hàng, hàng cuối có ô ở cột thứ 250", || {
            let rows: String = (1..99_000)
                .map(|n| {
                    format!("<row r=\"{n}\"><c r=\"A{n}\"><v>1</v></c><c r=\"B{n}\"><v>2</v></c><c r=\"C{n}\"><v>3</v></c></row>")
                })
                .collect();
            let far = format!("<row r=\"99000\">{}</row>", cell("IP99000", "xa"));
            book(vec![Entry::stored(SHEET, sheet(&format!("<sheetData>{rows}{far}</sheetData>")))])
        }),
        bytes("many-cells.xlsx", "5 triệu ô có số", || {
            let open = format!("<worksheet {MAIN}><sheetData>");
            let row = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(50));
            book(vec![repeated(SHEET, &open, &row, 100_000, "</sheetData></worksheet>")])
        }),
        bytes("merged-all.xlsx", "vùng gộp A1:XFD1048576", || {
            let merged = "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>";
            book(vec![Entry::stored(SHEET, sheet(&format!("<sheetData>{}</sheetData>{merged}", table())))])
        }),
        bytes("merged-backwards.xlsx", "vùng gộp ngược và vô nghĩa", || {
            let merged = "<mergeCells><mergeCell ref=\"C9:A1\"/><mergeCell ref=\"A0:B0\"/><mergeCell ref=\"$A$1\"/></mergeCells>";
            book(vec![Entry::stored(SHEET, sheet(&format!("<sheetData>{}</sheetData>{merged}", table())))])
        }),
        bytes("many-merged.xlsx", "100.000 vùng gộp trên 3.000 hàng", || {
            let rows: String = (1..3000)
                .map(|n| {
                    format!("<row r=\"{n}\"><c r=\"A{n}\"><v>1</v></c><c r=\"B{n}\"><v>2</v></c><c r=\"C{n}\"><v>3</v></c></row>")
                })
                .collect();
            let merged: String = (1..=100_000).map(|n| format!("<mergeCell ref=\"E{n}:F{n}\"/>")).collect();
            let inside = format!("<sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells>");
            book(vec![Entry::stored(SHEET, sheet(&inside))])
        }),
        bytes("many-styles.xlsx", "2 triệu kiểu ô", || {
            let open = format!("<styleSheet {MAIN}><cellXfs>");
            book(vec![
                Entry::stored(SHEET, sheet(&format!("<sheetData>{}</sheetData>", table()))),
                repeated(STYLES, &open, "<xf/>", 2_000_000, "</cellXfs></styleSheet>"),
            ])
        }),
        bytes("long-format.xlsx", "định dạng số 200.000 chữ số lẻ", || {
            let format = format!("#,##0.{}", "0".repeat(200_000));
            let styles = format!(
                "<styleSheet {MAIN}><numFmts><numFmt numFmtId=\"200\" formatCode=\"{format}\"/></numFmts>\
                 <cellXfs><xf/><xf numFmtId=\"200\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            );
            let row = "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>1234.5</v></c></row>";
            book(vec![
                Entry::stored(SHEET, sheet(&format!("<sheetData>{}{row}</sheetData>", table()))),
                Entry::stored(STYLES, styles),
            ])
        }),
        bytes("many-sheets.xlsx", "20.000 trang tính cùng trỏ vào một khối nén", || {
            let open = format!("<worksheet {MAIN}><sheetData>{}", table());
            let shared = repeated("s", &open, "<row/>", 100_000, "</sheetData></worksheet>");
            overlapping(&frame(20_000), &shared, "xl/worksheets/sheet", ".xml", 20_001)
        }),
        bytes("entities.xlsx", "thực thể XML nhân lên trong trang tính", || {
            let mut types = String::from("<!ENTITY a0 \"lol\">");
            for level in 1..10 {
                types += &format!("<!ENTITY a{level} \"{}\">", format!("&a{};", level - 1).repeat(10));
            }
            let inside = sheet(&format!("<sheetData>{}<row r=\"3\">{}</row></sheetData>", table(), cell("A3", "&a9;")));
            book(vec![Entry::stored(SHEET, format!("<!DOCTYPE x [{types}]>{inside}"))])
        }),
        bytes("deep.xlsx", "trang tính lồng 100.000 tầng", || {
            let (open, close) = ("<x>".repeat(100_000), "</x>".repeat(100_000));
            book(vec![Entry::stored(SHEET, sheet(&format!("<sheetData>{}{open}{close}</sheetData>", table())))])
        }),
        bytes("sheet-outside.xlsx", "trang tính trỏ ra ngoài gói", || {
            let mut entries = frame(1);
            let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            entries[2] = Entry::stored(
                "xl/_rels/workbook.xml.rels",
                format!(
                    "<Relationships><Relationship Id=\"rId1\" Type=\"{relations}/worksheet\" Target=\"../../../../etc/passwd\"/></Relationships>"
                ),
            );
            package(&entries)
        }),
    ]
}
