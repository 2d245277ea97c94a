//! Drafting, opening, changing and keeping a plan.

use std::path::Path;

use chrono::Local;
use skh_core::drafting::{self, Directory, DraftInput, Form, Paper, ProfileFile};
use skh_core::plan::{Edit, Plan};
use skh_core::reading;
use tauri::{AppHandle, State, Wry};

use super::{app_folder, history, recent};
use crate::changed::{Changed, Moved, Opened};
use crate::dialogs::{self, Ask};
use crate::error::CommandError;
use crate::saver::PlanSaved;
use crate::session::{Held, Session};

/// The one form there is.
const FORM: &str = "khung-cds";

/// Drafts the built-in sample and opens it.
#[tauri::command(async)]
#[specta::specta]
pub fn sample_plan(app: AppHandle<Wry>, session: State<'_, Session>) -> Result<Opened, CommandError> {
    open_sample(&app, &session)
}

/// Drafts the built-in sample and opens it; also for `--sample`.
pub fn open_sample(app: &AppHandle<Wry>, session: &Session) -> Result<Opened, CommandError> {
    open_new(app, session, sample()?)
}

/// The built-in sample, drafted.
pub fn sample() -> Result<Plan, CommandError> {
    let sample = drafting::sample();
    let paper = |name: &str, bytes: &[u8]| -> Result<Paper, CommandError> {
        let reading = reading::read(bytes, name).map_err(|error| CommandError::inside("đọc dữ liệu mẫu", error))?;
        Ok(Paper::new(reading, name, bytes))
    };
    let profile = ProfileFile::parse(sample.profile).map_err(|error| CommandError::inside("đọc thông tin đơn vị mẫu", error))?;
    let directory = Directory::builtin();
    Ok(drafting::draft(DraftInput {
        form: &form()?,
        directory: &directory,
        unit: directory.find(sample.unit)?,
        year: sample.year,
        framework: Some(&paper(sample.letter_name, sample.letter)?),
        ministry: &[paper(sample.plan_name, sample.plan)?],
        previous: None,
        profile: Some(&profile),
    }))
}

/// The form that plans are drafted by.
pub fn form() -> Result<Form, CommandError> {
    Form::builtin(FORM).map_err(|error| CommandError::inside("đọc mẫu kế hoạch", error))
}

/// The plan that is open already when the window comes up, if any.
///
/// # Errors
/// Why the file that the program was started with did not open.
#[tauri::command(async)]
#[specta::specta]
pub fn current_plan(session: State<'_, Session>) -> Result<Option<Opened>, CommandError> {
    session.take_failure().map_or_else(|| Ok(session.with(|plan| Ok(plan.opened())).ok()), Err)
}

/// Opens a new plan in the app's own folder.
pub fn open_new(app: &AppHandle<Wry>, session: &Session, plan: Plan) -> Result<Opened, CommandError> {
    let path = app_folder(app, "drafts")?.join(format!("{}.kehoach", Local::now().format("%Y%m%d-%H%M%S%3f")));
    let opened = session.replace(Held::create(&path, plan, false)?);
    recent::remember(app, session);
    Ok(opened)
}

/// Asks for a plan file and opens it; `None` if the planner gave up.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_plan(app: AppHandle<Wry>, session: State<'_, Session>) -> Result<Option<Opened>, CommandError> {
    dialogs::ask(&app, &Ask::Plan).map(|path| open(&app, &session, &path)).transpose()
}

/// Opens a plan file by its path.
#[tauri::command(async)]
#[specta::specta]
pub fn open_plan(app: AppHandle<Wry>, session: State<'_, Session>, path: String) -> Result<Opened, CommandError> {
    open(&app, &session, Path::new(&path))
}

/// Opens a plan file by its path.
pub fn open(app: &AppHandle<Wry>, session: &Session, path: &Path) -> Result<Opened, CommandError> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    // The same file may be open here already: let go of it first, or the second opener gets it read-only.
    let_go(app, session);
    let chosen = app_folder(app, "drafts").is_ok_and(|own| path.parent() != Some(own.as_path()));
    let opened = session.replace(Held::open(&path, chosen)?);
    recent::remember(app, session);
    history::keep_opened(session);
    Ok(opened)
}

/// Lets go of the open plan once all of it is written.
#[tauri::command(async)]
#[specta::specta]
pub fn close_plan(app: AppHandle<Wry>, session: State<'_, Session>) {
    let_go(&app, &session);
}

/// As [`close_plan`].
pub fn let_go(app: &AppHandle<Wry>, session: &Session) {
    recent::remember(app, session);
    session.close();
}

/// Makes one change; it is written soon after, which `PlanSaved` tells.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_plan(session: State<'_, Session>, edit: Edit) -> Result<Changed, CommandError> {
    session.with(|plan| plan.edit(edit))
}

/// Takes the last step back; `None` if there is none.
#[tauri::command(async)]
#[specta::specta]
pub fn undo_plan(session: State<'_, Session>) -> Result<Option<Moved>, CommandError> {
    session.with(|plan| plan.travel(true))
}

/// Does the last step undone again; `None` if there is none.
#[tauri::command(async)]
#[specta::specta]
pub fn redo_plan(session: State<'_, Session>) -> Result<Option<Moved>, CommandError> {
    session.with(|plan| plan.travel(false))
}

/// Once all changes are written, or the last try has failed; tries again what had failed.
#[tauri::command(async)]
#[specta::specta]
pub fn settle_plan(session: State<'_, Session>) -> Result<PlanSaved, CommandError> {
    session.with(|plan| {
        plan.save_again();
        plan.saver().with(|_| Ok(()))?;
        Ok(plan.saver().state())
    })
}

/// Asks where to keep the plan and goes on in that file, with its versions and all that can be undone; `None` if the
/// planner gave up.
#[tauri::command(async)]
#[specta::specta]
pub fn save_plan_as(app: AppHandle<Wry>, session: State<'_, Session>) -> Result<Option<Opened>, CommandError> {
    let name = session.with(|plan| Ok(plan.opened().file_name))?;
    let Some(path) = dialogs::ask(&app, &Ask::SavePlan(&name)) else { return Ok(None) };
    let path = if path.extension().is_some() { path } else { path.with_extension("kehoach") };
    let own = app_folder(&app, "drafts")?;
    let saved = session.with(|plan| {
        if plan.chosen_path() == Some(path.as_path()) {
            if plan.saver().state().failure.is_some() {
                return Err(CommandError::failed("chưa lưu được vào chính tệp này", "chọn tên khác hoặc thư mục khác"));
            }
        } else {
            let draft = (plan.path().parent() == Some(own.as_path())).then(|| plan.path().to_owned());
            plan.move_to(&path)?;
            // The draft in the app's own folder has a home now; one that stays behind is only clutter.
            if let Some(draft) = draft {
                recent::drop_draft(&app, &draft);
            }
        }
        Ok(plan.opened())
    })?;
    recent::remember(&app, &session);
    Ok(Some(saved))
}
