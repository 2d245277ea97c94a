//! Paper: which printers the system has, and sending them the plan's pages.

use chrono::Local;
use serde::{Deserialize, Serialize};
use skh_core::document::{self, StyleSheet};
use skh_core::files::{self, PageRanges, PrintError, PrintJob, Sides};
use skh_core::{export, layout};
use specta::Type;
use tauri::{AppHandle, Manager, Wry};

use crate::error::CommandError;
use crate::session::Session;
use crate::typeface::Typeface;

/// How one prints on this machine.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Printing {
    /// The system's printers; empty where its own dialog asks for all of that.
    pub printers: Vec<PrinterChoice>,
    /// Whether printer, pages, copies and sides are chosen in the system's dialog (Windows).
    pub by_dialog: bool,
}

/// A printer.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PrinterChoice {
    /// Its queue's name.
    pub name: String,
    /// The one the system takes when none is named.
    pub is_default: bool,
}

/// One side of a sheet or both.
#[derive(Debug, Clone, Copy, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SidesChoice {
    /// One.
    One,
    /// Both, turned like a book.
    Long,
    /// Both, turned like a pad.
    Short,
}

/// What to print.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct PrintRequest {
    /// Queue; none for the system's default.
    pub printer: Option<String>,
    /// "1-3,5"; none for all pages.
    pub pages: Option<String>,
    /// How many copies.
    pub copies: u32,
    /// One side or both.
    pub sides: SidesChoice,
}

/// What was sent.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Printed {
    /// To which printer.
    pub printer: String,
    /// Pages of the whole file.
    pub pages: u32,
}

/// The system's printers.
#[tauri::command(async)]
#[specta::specta]
pub fn printers() -> Result<Printing, CommandError> {
    match files::printers() {
        Ok(found) => {
            let choice = |printer: files::Printer| PrinterChoice { name: printer.name, is_default: printer.is_default };
            Ok(Printing { printers: found.into_iter().map(choice).collect(), by_dialog: false })
        }
        Err(PrintError::AskDialog) => Ok(Printing { printers: Vec::new(), by_dialog: true }),
        Err(error) => Err(failed(&error)),
    }
}

/// Prints the plan with its annexes.
#[tauri::command]
#[specta::specta]
pub async fn print_plan(app: AppHandle<Wry>, request: PrintRequest) -> Result<Printed, CommandError> {
    let done = tauri::async_runtime::spawn_blocking(move || print(&app, request)).await;
    done.map_err(|error| CommandError::inside("in", error))?
}

fn print(app: &AppHandle<Wry>, request: PrintRequest) -> Result<Printed, CommandError> {
    let plan = app.state::<Session>().with(|open| Ok(open.plan().clone()))?;
    let fonts = app.state::<Typeface>().fonts()?;
    let document = document::compose(&plan);
    let layout = layout::distribute(&document, &StyleSheet::of_plan(&plan), &fonts)
        .map_err(|error| CommandError::inside("dàn trang", error))?;
    let count = u32::try_from(layout.pages.len()).unwrap_or(u32::MAX);
    let pages = request.pages.as_deref().map(|text| PageRanges::read(text, count)).transpose();
    let sides = match request.sides {
        SidesChoice::One => Sides::One,
        SidesChoice::Long => Sides::LongEdge,
        SidesChoice::Short => Sides::ShortEdge,
    };
    let job = PrintJob {
        printer: request.printer,
        pages: pages.map_err(|error| failed(&error))?,
        copies: request.copies,
        sides,
        title: export::file_stem(&plan),
    };
    let pdf = export::pdf(&document, &layout, &fonts, Local::now().naive_local())
        .map_err(|error| CommandError::inside("soạn tệp PDF", error))?;
    let printer = files::print(&pdf, &job).map_err(|error| failed(&error))?;
    Ok(Printed { printer, pages: count })
}

fn failed(error: &PrintError) -> CommandError {
    CommandError::failed(error.to_string(), error.hint())
}
