//! Nothing is lost: killed while typing, closed with changes pending, opened again, files let fall on the window.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use skh_core::plan::{Plan, Status};
use skh_core::store::PlanFile;
use skh_tests::webview::{Window, button, saying};

use crate::desk::{Desk, SECTION_ROWS};

const SECTION_TEXT: &str = "[data-testid='section-text']";
const SECTION: &str = "[data-testid='section-row'][data-path='Phần II/III/1']";
const TYPED: &str = "Mở ba lớp bồi dưỡng kỹ năng số.";

/// The sample in a plan file at the desk, open in a window.
fn saved_at(desk: &Desk, name: &'static str) -> Window {
    let window = Window::open(name, &["--sample"]);
    window.answer_dialog(&desk.plan());
    window.click(&button("Lưu kế hoạch"));
    window.see(&saying("ke-hoach-cua-toi.kehoach"));
    window.click(SECTION);
    window
}

fn text_of(plan: &Plan) -> String {
    let found = plan.walk().into_iter().find(|(path, _)| path == "Phần II/III/1");
    found.map(|(_, section)| section.text.join("\n")).unwrap_or_default()
}

#[test]
fn killed_while_typing_loses_at_most_what_came_after_the_last_pause() {
    let desk = Desk::new();
    let window = saved_at(&desk, "killed");
    window.type_over(SECTION_TEXT, TYPED);
    window.see("[data-testid='saved']");
    window.until(
        "it is not saved",
        "return document.querySelector('#undo')?.getAttribute('aria-label')?.includes('sửa mục')
             && document.querySelector(\"[data-testid='saved']\").textContent.includes('Đã lưu lúc');",
    );
    window.kill();
    drop(window);
    assert_eq!(text_of(&PlanFile::open(&desk.plan()).unwrap().plan().unwrap()), TYPED);

    // What the killed window left beside the file blocks nobody: it opens to be written in.
    let path = desk.plan();
    let again = Window::open("killed-again", &[path.to_str().unwrap()]);
    again.see(SECTION_ROWS);
    again.see(&saying("Đã lưu lúc"));
    again.click(SECTION);
    again.until(
        "the text is not there",
        &format!(
            "const field = document.querySelector(\"{SECTION_TEXT}\");
             return (field?.value ?? field?.textContent ?? '').includes('{TYPED}');"
        ),
    );
}

#[test]
fn closed_with_changes_pending_it_writes_them_first() {
    let desk = Desk::new();
    let window = saved_at(&desk, "closed");
    window.type_over(SECTION_TEXT, TYPED);
    // At once: no pause after the last key.
    window.close();
    drop(window);
    assert_eq!(text_of(&PlanFile::open(&desk.plan()).unwrap().plan().unwrap()), TYPED);
}

#[test]
fn a_save_that_fails_is_told_and_the_window_stays_until_the_plan_is_kept_elsewhere() {
    let desk = Desk::new();
    let window = saved_at(&desk, "unsaved");
    // As if the stick it lies on were pulled out.
    fs::remove_file(desk.plan()).unwrap();
    window.click(&button("Xong mục này"));
    window.see("//*[@data-testid='saved'][contains(., 'Chưa lưu được')]");
    window.see("//*[@data-testid='saved'][contains(., 'hông còn thấy tệp kế hoạch')]");
    window.ask_to_close();
    window.see(&saying("Thay đổi sau cùng chưa được lưu"));
    window.picture("stuck");
    let elsewhere = desk.exports().join("noi-khac.kehoach");
    window.answer_dialog(&elsewhere);
    window.click(&button("Lưu thành tệp khác"));
    window.see_no_more(&saying("Thay đổi sau cùng chưa được lưu"));
    window.see(&saying("noi-khac.kehoach"));
    window.see("//*[@data-testid='saved'][contains(., 'Đã lưu lúc')]");
    window.close();
    drop(window);
    let plan = PlanFile::open(&elsewhere).unwrap().plan().unwrap();
    let done = plan.walk().into_iter().find(|(path, _)| path == "Phần II/III/1").unwrap().1.status;
    assert_eq!(done, Status::Done);
}

#[test]
fn a_second_window_of_the_same_file_reads_and_says_so() {
    let desk = Desk::new();
    let first = saved_at(&desk, "first");
    let path = desk.plan();
    let second = Window::open("second", &[path.to_str().unwrap()]);
    second.see("//*[@data-testid='read-only'][contains(., 'đang mở ở cửa sổ khác')]");
    second.picture("read-only");
    let own = desk.exports().join("ban-rieng.kehoach");
    second.answer_dialog(&own);
    second.click(&button("Lưu thành tệp khác để sửa"));
    second.see_no_more("[data-testid='read-only']");
    second.see(&saying("ban-rieng.kehoach"));
    first.type_over(SECTION_TEXT, TYPED);
    first.close();
    drop((first, second));
    assert_eq!(text_of(&PlanFile::open(&path).unwrap().plan().unwrap()), TYPED, "the first window kept its file");
    assert_ne!(text_of(&PlanFile::open(&own).unwrap().plan().unwrap()), TYPED);
}

#[test]
fn a_file_that_is_gone_is_told_at_the_start() {
    let desk = Desk::new();
    let window = Window::open("gone", &[desk.plan().to_str().unwrap()]);
    let told = window.text("[data-testid='failure']");
    assert!(told.contains("ke-hoach-cua-toi.kehoach") && !told.contains("mở ở nơi khác"), "{told}");
    window.see(&button("Lập kế hoạch mới"));
}

#[test]
fn a_draft_without_a_place_is_found_again_at_the_start() {
    let home = tempfile::tempdir().unwrap();
    let window = Window::at_home("draft", &["--sample"], home.path());
    window.see(SECTION_ROWS);
    window.kill();
    drop(window);
    sleep(Duration::from_millis(200));
    let window = Window::at_home("draft-again", &[], home.path());
    window.see(&saying("Bản nháp"));
    window.picture("start");
    window.click(&button("Soạn tiếp"));
    window.see(SECTION_ROWS);
}

#[test]
fn files_let_fall_on_the_window_go_where_they_belong() {
    let desk = Desk::new();
    let window = saved_at(&desk, "dropped");
    drop(window);
    let window = Window::open("dropped-again", &[]);
    window.see(&button("Lập kế hoạch mới"));
    let broken = desk.exports().join("khong-phai-van-ban.docx");
    fs::write(&broken, b"khong phai").unwrap();
    window.drop_files(&[&broken]);
    assert!(window.text("[data-testid='failure']").contains("khong-phai-van-ban.docx"));
    window.drop_files(&[&desk.plan()]);
    window.see(SECTION_ROWS);
    window.see(&saying("ke-hoach-cua-toi.kehoach"));
}
