//! The whole journey: from the two papers to the three files, and what a planner sees on the way.

use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader as _, Xlsx};
use fantoccini::key::Key;
use skh_core::plan::{Plan, Section};
use skh_core::store::PlanFile;
use skh_tests::keyboard::Keyboard;
use skh_tests::program::listing;
use skh_tests::webview::{Window, button, menu_item, saying, tab};

use crate::desk::{Desk, SECTION_ROWS, choose};

const SECTION: &str = "Phần II/III/1";
const SECTION_TEXT: &str = "[data-testid='section-text']";
const TEXT: &str = "Mở ba lớp bồi dưỡng kỹ năng số; kết thúc trong quý III.\nTuyên truyền trên Cổng thông tin điện tử.";

const BASIS: &str = "[data-testid='basis-row']:nth-child(2) textarea[aria-label^='Trích yếu']";
const BASIS_SUBJECT: &str = "sửa đổi Quy chế quản lý, khai thác dữ liệu dùng chung của Bộ";

const TASK: &str = "[data-testid='task-row']";
const TASK_NAME: &str = "Nâng cấp hệ thống quản lý văn bản và điều hành, kết nối liên thông với các đơn vị";
const TASK_BUDGET: (&str, u64) = ("1.250.000.000", 1_250_000_000);

#[test]
fn from_the_two_papers_to_the_three_files() {
    let desk = Desk::new();
    let window = Window::open("journey", &[]);
    draft(&window, &desk);
    let rows = window.count(SECTION_ROWS);
    edit_section(&window);
    edit_basis(&window);
    edit_task(&window);
    save(&window, &desk);
    export(&window, &desk);
    remembered_at_the_start(&window, &desk);
    drop(window);

    let plan = PlanFile::open(&desk.plan()).unwrap().plan().unwrap();
    assert_eq!(sections(&plan.sections).len(), rows, "the outline shows every section");
    holds_the_edits(&plan);
    let files = listing(&desk.exports());
    let ending = |wanted: &str| {
        let name = files.iter().find(|name| name.ends_with(wanted));
        desk.exports().join(name.unwrap_or_else(|| panic!("no {wanted} among {files:?}")))
    };
    assert_eq!(files.len(), 3, "{files:?}");
    docx_holds_the_edits(&ending(".docx"));
    pdf_holds_the_edits(&ending(".pdf"));
    xlsx_holds_the_task(&ending(".xlsx"));
}

/// A planner who has never seen the window: the two papers, the unit's name typed, the three files. Clicks on file dialogs
/// are the system's and not counted.
#[test]
fn a_new_planner_exports_a_plan_in_under_ten_clicks() {
    let desk = Desk::new();
    let window = Window::open("clicks", &[]);
    window.click(&button("Lập kế hoạch mới"));
    choose(&window, "Chọn công văn", &desk.letter());
    window.click(&button("Tiếp tục: kế hoạch của Bộ"));
    choose(&window, "Chọn kế hoạch, phụ lục", &desk.ministry_plan());
    window.click(&button("Tiếp tục: chọn đơn vị"));
    window.until("one cannot type the unit at once", "return document.activeElement.id === 'unit'");
    window.chord(&[], "trung tam cong nghe thong tin");
    window.press(Key::Enter);
    window.see("[data-testid='unit-share']");
    window.click(&button("Soạn ngay"));
    window.see(SECTION_ROWS);
    window.click(&button("Xuất văn bản"));
    window.answer_dialog(&desk.exports());
    window.click(&button("Xuất 3 tệp"));
    window.see("[data-testid='exported-path']");
    let clicks = window.clicks();
    println!("from the start to the three files: {clicks} clicks");
    assert!(clicks < 10, "{clicks} clicks");
    assert_eq!(listing(&desk.exports()).len(), 3);
}

fn draft(window: &Window, desk: &Desk) {
    window.see(&button("Xem thử với dữ liệu mẫu"));
    window.picture("1-start");
    window.click(&button("Lập kế hoạch mới"));

    choose(window, "Chọn công văn", &desk.letter());
    window.picture("2-letter");
    window.click(&button("Tiếp tục: kế hoạch của Bộ"));
    choose(window, "Chọn kế hoạch, phụ lục", &desk.ministry_plan());
    window.picture("2-new-plan");
    window.click(&button("Tiếp tục: chọn đơn vị"));

    window.type_over("#unit", "trung tam cong nghe thong tin");
    window.press(Key::Enter);
    window.see(&format!("//*[@role='option'][@aria-selected='true'][contains(., '{}')]", desk.sample.unit));
    window.type_over("#year", &desk.sample.year.to_string());
    window.see("[data-testid='unit-share']");
    window.picture("2-unit");
    window.click(&button("Soạn ngay"));
    window.see(SECTION_ROWS);
    window.picture("3-plan");
}

fn edit_section(window: &Window) {
    window.click(&format!("{SECTION_ROWS}[data-path='{SECTION}']"));
    window.see(&saying("Nhận thức số"));
    window.type_over(SECTION_TEXT, TEXT);
    window.picture("3-section");
}

fn edit_basis(window: &Window) {
    window.click(&tab("Căn cứ"));
    window.type_over(BASIS, BASIS_SUBJECT);
    window.picture("3-bases");
}

fn edit_task(window: &Window) {
    window.click(&tab("Nhiệm vụ"));
    let keyboard = Keyboard::of(window);
    for (field, text) in [("name", TASK_NAME), ("budget", TASK_BUDGET.0)] {
        window.click(&format!("{TASK} [tabulator-field='{field}']"));
        window.script(&format!("document.execCommand('insertText', false, '{text}')"));
        keyboard.press(&["Return"]);
    }
    window.until(
        "the cell does not hold the name",
        &format!("return document.querySelector(\"{TASK} [tabulator-field='name']\").innerText === '{TASK_NAME}'"),
    );
    window.picture("4-tasks");
}

fn save(window: &Window, desk: &Desk) {
    window.answer_dialog(Path::new(""));
    window.click(&button("Lưu kế hoạch"));
    window.answer_dialog(&desk.plan());
    window.click(&button("Lưu kế hoạch"));
    window.see(&saying("ke-hoach-cua-toi.kehoach"));
    window.see_no_more(&button("Lưu kế hoạch"));
}

/// The pages show, drawn, in both orientations; then the three files go to the folder.
fn export(window: &Window, desk: &Desk) {
    window.click(&button("Xuất văn bản"));
    window.see("[data-testid='pdf-page']");
    window.until("the first page is not drawn", &drawn("[0]"));
    window.picture("5-pages");
    window.until("the last page is not drawn", &drawn(".at(-1)"));
    window.picture("5-annex");

    window.answer_dialog(&desk.exports());
    window.click(&button("Xuất 3 tệp"));
    window.see("[data-testid='exported-path']");
    assert_eq!(window.count("[data-testid='exported-path']"), 3);
    window.picture("6-exported");
    let shown = window.text("[data-testid='exported-path']");
    assert!(shown.contains("KH-TTCNTT-2026"), "the window says where the file went: {shown}");
    assert_eq!(window.count("[data-testid='failure']"), 0);
}

/// A script that scrolls to a page of the preview and tells whether it has ink on it.
fn drawn(which: &str) -> String {
    format!(
        "const pages = [...document.querySelectorAll(\"[data-testid='pdf-page']\")];
         const page = pages{which};
         page.scrollIntoView();
         const canvas = page.matches('canvas') ? page : page.querySelector('canvas');
         if (!canvas || canvas.width === 0) return false;
         const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
         let ink = 0;
         for (let at = 0; at < pixels.length; at += 4) if (pixels[at + 3] > 0 && pixels[at] < 96) ink += 1;
         return ink > 500;"
    )
}

fn remembered_at_the_start(window: &Window, desk: &Desk) {
    window.click(&button("Tệp"));
    window.picture("7-menu");
    window.click(&menu_item("Về trang đầu"));
    window.see(&saying(desk.sample.unit));
    window.picture("7-start");
}

fn sections(of: &[Section]) -> Vec<&Section> {
    of.iter().flat_map(|section| [vec![section], sections(&section.children)].concat()).collect()
}

fn holds_the_edits(plan: &Plan) {
    let section = |list: &'_ [Section], label: &str| list.iter().find(|s| s.label == label).cloned().unwrap();
    let part = section(&plan.sections, "Phần II");
    let edited = section(&section(&part.children, "III").children, "1");
    assert_eq!(edited.text.join("\n"), TEXT);
    assert_eq!(plan.legal_bases[1].citation.subject.as_deref(), Some(BASIS_SUBJECT));
    let task = plan.tasks.iter().find(|task| task.name == TASK_NAME).expect("the edited task");
    assert_eq!(task.budget.map(|money| money.0), Some(TASK_BUDGET.1));
}

/// Without any space: lines break where they must.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

fn holds_all(what: &str, text: &str, wanted: &[&str]) {
    let text = bare(text);
    for words in wanted {
        assert!(text.contains(&bare(words)), "{what} does not say “{words}”");
    }
}

fn docx_holds_the_edits(path: &Path) {
    let mut archive = zip::ZipArchive::new(Cursor::new(fs::read(path).unwrap())).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let text: String = xml.split('<').filter_map(|tag| tag.split_once('>').map(|(_, text)| text)).collect();
    holds_all("the DOCX", &text, &[TEXT, BASIS_SUBJECT, TASK_NAME]);
}

fn pdf_holds_the_edits(path: &Path) {
    let output = Command::new("pdftotext").arg("-raw").arg(path).arg("-").output().unwrap();
    assert!(output.status.success(), "pdftotext: {}", String::from_utf8_lossy(&output.stderr));
    holds_all("the PDF", &String::from_utf8(output.stdout).unwrap(), &[TEXT, BASIS_SUBJECT, TASK_NAME]);
}

/// The task's name, and in its row the budget as a number.
fn xlsx_holds_the_task(path: &Path) {
    let mut book: Xlsx<_> = calamine::open_workbook(path).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let row = sheet.rows().find(|row| row.iter().any(|cell| *cell == TASK_NAME)).expect("the task's row");
    let amounts: Vec<f64> =
        row.iter().filter_map(|cell| if let Data::Float(amount) = cell { Some(*amount) } else { None }).collect();
    assert!(amounts.iter().any(|amount| bare(&amount.to_string()) == TASK_BUDGET.1.to_string()), "{row:?}");
}
