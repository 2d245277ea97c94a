//! Findings are settled where they are told: by one click, or kept as they are; and the pages lead to what they show.

use skh_core::plan::{Edit, Severity, TextRun};
use skh_core::store::PlanFile;
use skh_tests::plans;
use skh_tests::webview::{Window, button, saying, tab};

use crate::desk::Desk;

const FINDING: &str = "//aside//li[contains(., 'thời hạn khác bảng nhiệm vụ')]";
const TEXT: &str = "[data-testid='section-text']";

/// A plan whose text sets another time for a task than the annex; the section's path.
fn differing(desk: &Desk) -> String {
    let mut plan = plans::with_tasks(6);
    let task = plan.tasks[0].id;
    plan.tasks[0].time = "Quý IV/2026".into();
    let (path, id) = {
        let all = plan.walk();
        let (path, section) = all.into_iter().find(|(_, section)| section.text.len() > 2).unwrap();
        (path, section.id)
    };
    let runs = vec![
        TextRun::plain("Hoàn thành trong quý II/2026 theo "),
        TextRun { task: Some(task), ..TextRun::plain("?") },
        TextRun::plain("."),
    ];
    plan.apply(Edit::SectionText { id, paragraphs: vec![runs] }).unwrap();
    drop(PlanFile::create(&desk.plan(), &plan).unwrap());
    path
}

#[test]
fn a_finding_is_settled_by_one_click_or_kept_as_it_is() {
    let desk = Desk::new();
    let path = differing(&desk);
    let file = desk.plan();
    let window = Window::open("findings", &[file.to_str().unwrap()]);
    window.click(&format!("[data-testid='section-row'][data-path='{path}']"));
    window.see(FINDING);
    window.see(&button("Lấy theo bảng"));
    window.picture("told");
    window.click(&button("Lấy theo bảng"));
    window.see_no_more(FINDING);
    let says = |words: &str| {
        window.until(
            &format!("the text does not say {words}"),
            &format!("return document.querySelector(\"{TEXT}\").innerText.includes('{words}')"),
        );
    };
    says("trong quý IV/2026");
    window.click("#undo");
    window.see(FINDING);
    says("trong quý II/2026");

    window.click(&format!("{FINDING}//button[contains(., 'Giữ nguyên')]"));
    window.see_no_more(&format!("{FINDING}//button"));
    window.see(&saying("Đơn vị giữ nguyên"));
    window.picture("kept");
    window.close();
    drop(window);
    let plan = PlanFile::open(&file).unwrap().plan().unwrap();
    let kept = plan.findings.iter().find(|finding| finding.message.contains("thời hạn khác")).unwrap();
    assert_eq!(kept.severity, Severity::Info);
}

#[test]
fn the_letterhead_and_the_signature_lead_to_their_fields() {
    let window = Window::open("pages-fields", &["--sample"]);
    window.click(&tab("Trang in"));
    window.see("[data-testid='pdf-page'][data-drawn='true']");
    window.script(
        "const sheet = document.querySelector('[data-sheet=\"1\"]'), box = sheet.getBoundingClientRect();
         sheet.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: box.left + 0.3 * box.width, clientY: box.top + 0.08 * box.height }));",
    );
    window.see("[data-testid='settings']");
    window.until("one cannot type the unit's name", "return document.activeElement.getAttribute('aria-label') === 'Tên đơn vị'");
    window.picture("letterhead");
}
