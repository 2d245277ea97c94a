//! The system's file dialogs. Builds with feature `e2e` answer from a file instead, because no test can drive a GTK
//! dialog reliably: each call takes the next line of the file that `SKH_DIALOGS` names; an empty line is “Hủy”.

use std::path::PathBuf;

use tauri::{AppHandle, Wry};
#[cfg(not(feature = "e2e"))]
use tauri_plugin_dialog::DialogExt;

/// What a dialog asks for.
pub enum Ask<'a> {
    /// A paper to read.
    Paper,
    /// Last year's plan: a paper or a plan file.
    Previous,
    /// A plan file to open.
    Plan,
    /// Where to keep the plan; the name proposed.
    #[cfg_attr(feature = "e2e", allow(dead_code))]
    SavePlan(&'a str),
    /// A folder to export to.
    Folder,
}

/// Opens the dialog and waits for the answer; `None` if the planner gave up. Never call it on the main thread.
#[cfg(not(feature = "e2e"))]
pub fn ask(app: &AppHandle<Wry>, ask: &Ask<'_>) -> Option<PathBuf> {
    let dialog = app.dialog().file();
    let chosen = match ask {
        Ask::Paper => dialog
            .set_title("Chọn văn bản")
            .add_filter("Văn bản (.docx, .pdf, .xlsx, .txt)", &["docx", "pdf", "xlsx", "txt"])
            .add_filter("Mọi tệp", &["*"])
            .blocking_pick_file(),
        Ask::Previous => dialog
            .set_title("Chọn kế hoạch năm trước")
            .add_filter("Kế hoạch (.kehoach, .docx, .pdf, .xlsx, .txt)", &["kehoach", "docx", "pdf", "xlsx", "txt"])
            .add_filter("Mọi tệp", &["*"])
            .blocking_pick_file(),
        Ask::Plan => {
            dialog.set_title("Mở kế hoạch").add_filter("Kế hoạch đang soạn (.kehoach)", &["kehoach"]).blocking_pick_file()
        }
        Ask::SavePlan(name) => dialog
            .set_title("Lưu kế hoạch")
            .add_filter("Kế hoạch đang soạn (.kehoach)", &["kehoach"])
            .set_file_name(*name)
            .blocking_save_file(),
        Ask::Folder => dialog.set_title("Chọn thư mục để xuất").blocking_pick_folder(),
    };
    chosen.and_then(|path| path.into_path().ok())
}

/// Takes the next line of the answers.
#[cfg(feature = "e2e")]
pub fn ask(_app: &AppHandle<Wry>, _ask: &Ask<'_>) -> Option<PathBuf> {
    let answers = std::env::var_os("SKH_DIALOGS")?;
    let text = std::fs::read_to_string(&answers).ok()?;
    let (next, rest) = text.split_once('\n').unwrap_or((&text, ""));
    std::fs::write(&answers, rest).ok()?;
    Some(PathBuf::from(next)).filter(|path| !path.as_os_str().is_empty())
}
