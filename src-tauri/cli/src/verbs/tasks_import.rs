//! `skh tasks import`: an annex edited in Excel back into the plan.

use skh_core::drafting::{self, Change, ChangeKind, TakenBack};

use crate::answer::{Answer, Failure, not_saved};
use crate::args::Import;
use crate::inputs::{open_plan, read_paper};
use crate::listing;

/// Takes the annex back, saves, and says what changed.
pub fn run(args: &Import) -> Result<Answer, Failure> {
    let (_, annex) = read_paper(&args.annex, false)?;
    if annex.task_tables.iter().all(|table| table.tasks.is_empty()) {
        let message = format!("“{}” không có bảng nhiệm vụ nào", args.annex.display());
        return Err(Failure::input(message, "Chọn phụ lục XLSX do chương trình xuất ra và đã sửa."));
    }
    let (mut file, mut plan) = open_plan(&args.plan)?;
    let taken = drafting::take_back(&mut plan, &annex)
        .map_err(|error| Failure::input(format!("“{}”: {error}", args.plan.display()), "Kiểm tra lại kế hoạch: skh check."))?;
    if !taken.changes.is_empty() {
        file.save(&plan).map_err(|error| not_saved(&error))?;
    }
    if args.json { Answer::json(&taken) } else { Ok(Answer::done(changes(&taken)).noting(listing::findings(&taken.findings))) }
}

fn changes(taken: &TakenBack) -> String {
    let mut out: String = taken.changes.iter().map(change).collect();
    out.push_str(&match taken.changes.len() {
        0 => "Không có gì thay đổi.\n".to_owned(),
        count => format!("Đã nhận {count} thay đổi.\n"),
    });
    out
}

/// One change over two lines: where and of what, then what it was and is.
fn change(change: &Change) -> String {
    let Change { kind, place, task, column, before, after } = change;
    let of = if task.is_empty() { String::new() } else { format!(" · {task}") };
    let what = match kind {
        ChangeKind::Added => format!("thêm {column}: “{after}”"),
        ChangeKind::Changed => format!("{column}: “{before}” → “{after}”"),
        ChangeKind::Moved => format!("chuyển {column}: “{before}” → “{after}”"),
    };
    format!("{place}{of}\n    {what}\n")
}
