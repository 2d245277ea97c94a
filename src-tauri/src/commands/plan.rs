//! Drafting, opening, changing and keeping a plan.

use std::path::{Path, PathBuf};

use chrono::Local;
use serde::Deserialize;
use skh_core::drafting::{self, Directory, DraftInput, Form, Paper, ProfileFile};
use skh_core::plan::{Edit, Plan};
use skh_core::reading;
use specta::Type;
use tauri::{AppHandle, Manager, State, Wry};

use super::scans::Scans;
use super::{history, papers, recent, settings};
use crate::changed::{Changed, Moved, Opened};
use crate::dialogs::{self, Ask};
use crate::error::CommandError;
use crate::saver::PlanSaved;
use crate::session::{Held, Session};

/// The one form there is.
const FORM: &str = "khung-cds";

/// What a new plan is drafted from.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct NewPlan {
    /// Path of the framework letter.
    pub framework: Option<String>,
    /// Paths of the ministry's plan and its annexes.
    pub ministry: Vec<String>,
    /// The unit's full name.
    pub unit: String,
    /// The year planned for.
    pub year: i32,
}

/// Drafts a plan and opens it. It lies in the app's own folder until the planner chooses a place.
#[tauri::command(async)]
#[specta::specta]
pub fn draft_plan(
    app: AppHandle<Wry>,
    session: State<'_, Session>,
    scans: State<'_, Scans>,
    request: NewPlan,
) -> Result<Opened, CommandError> {
    let paper = |path: &str| papers::paper(Path::new(path), &scans);
    let framework = request.framework.as_deref().map(paper).transpose()?;
    let ministry = request.ministry.iter().map(|path| paper(path)).collect::<Result<Vec<Paper>, _>>()?;
    let directory = Directory::builtin();
    let unit = directory.find(&request.unit)?;
    let plan = drafting::draft(DraftInput {
        form: &form()?,
        directory: &directory,
        unit,
        year: request.year,
        framework: framework.as_ref(),
        ministry: &ministry,
        previous: None,
        profile: settings::of_unit(&app, &unit.unit())?.as_ref(),
    });
    open_new(&app, &session, plan)
}

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

fn form() -> Result<Form, CommandError> {
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

fn open_new(app: &AppHandle<Wry>, session: &Session, plan: Plan) -> Result<Opened, CommandError> {
    let path = own_folder(app)?.join(format!("{}.kehoach", Local::now().format("%Y%m%d-%H%M%S%3f")));
    let opened = session.replace(Held::create(&path, plan, false)?);
    recent::remember(app, session);
    Ok(opened)
}

/// The app's own folder for plans that have no place yet; made if it is not there.
fn own_folder(app: &AppHandle<Wry>) -> Result<PathBuf, CommandError> {
    let inside = |error: &dyn std::fmt::Display| CommandError::inside("mở thư mục dữ liệu của chương trình", error);
    let folder = app.path().app_data_dir().map_err(|error| inside(&error))?.join("drafts");
    std::fs::create_dir_all(&folder).map_err(|error| inside(&error))?;
    Ok(folder)
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
    let chosen = own_folder(app).is_ok_and(|own| path.parent() != Some(own.as_path()));
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
    let own = own_folder(&app)?;
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
