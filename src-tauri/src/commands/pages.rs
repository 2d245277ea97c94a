//! The pages as they will be printed: a PDF for the window, and a map from what the plan holds to where it stands.
//!
//! Composing runs off the main thread, one at a time. Each request makes all earlier ones out of date: those still waiting
//! end at once, the one under way at its next step, with no pages.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use chrono::Local;
use serde::Serialize;
use skh_core::document::{self, Mm, Pt, StyleSheet};
use skh_core::export;
use skh_core::layout::{self, Layout, Mark, Place};
use skh_core::plan::{SectionId, TaskId};
use specta::Type;
use tauri::ipc::{InvokeResponseBody, IpcResponse};
use tauri::{AppHandle, Manager, State, Wry};

use crate::error::CommandError;
use crate::session::Session;
use crate::typeface::Typeface;

/// What was laid out last.
#[derive(Default)]
pub struct Preview {
    latest: AtomicU32,
    pdf: Mutex<Vec<u8>>,
}

/// Pages and what stands where on them. Lengths are whole tenths of a millimetre from a page's top left corner.
#[derive(Debug, Clone, Serialize, Type)]
pub struct LaidOut {
    /// Pages in order.
    pub pages: Vec<PageShape>,
    /// How many of them come before the first annex.
    pub body: usize,
    /// Where things of the plan stand, from the first page on.
    pub places: Vec<PagePlace>,
    /// Milliseconds that composing took.
    pub took: u32,
}

/// A page's size.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PageShape {
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// Where something stands on one page.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PagePlace {
    /// What.
    pub of: PlaceOf,
    /// Number of the page, from 1.
    pub page: usize,
    /// Its upper edge.
    pub top: u32,
    /// Its lower edge.
    pub bottom: u32,
}

/// Something of the plan that stands on a page.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PlaceOf {
    /// A section.
    Section {
        /// Which.
        id: SectionId,
    },
    /// A task's row.
    Task {
        /// Which.
        id: TaskId,
    },
    /// Căn cứ that stand in no section.
    LegalBases,
    /// Names, number, place and date.
    Letterhead,
    /// Who signs, and who receives it.
    Signature,
}

impl From<Place> for PlaceOf {
    fn from(place: Place) -> Self {
        match place {
            Place::Section(id) => Self::Section { id },
            Place::Task(id) => Self::Task { id },
            Place::LegalBases => Self::LegalBases,
            Place::Letterhead => Self::Letterhead,
            Place::Signature => Self::Signature,
        }
    }
}

/// Bytes of a PDF, sent to the window as they are.
pub struct Pdf(Vec<u8>);

impl IpcResponse for Pdf {
    fn body(self) -> tauri::Result<InvokeResponseBody> {
        Ok(InvokeResponseBody::Raw(self.0))
    }
}

impl Type for Pdf {
    fn definition(_: &mut specta::Types) -> specta::datatype::DataType {
        specta::datatype::DataType::Reference(specta_typescript::define("ArrayBuffer"))
    }
}

/// Lays the plan out as it is signed, with its annexes; `None` if a newer request has come meanwhile. The pages' PDF is then
/// fetched by [`pages_pdf`].
#[tauri::command]
#[specta::specta]
pub async fn lay_out_pages(app: AppHandle<Wry>) -> Result<Option<LaidOut>, CommandError> {
    let mine = app.state::<Preview>().latest.fetch_add(1, Ordering::SeqCst) + 1;
    let work = move || lay_out(&app, mine);
    let done = tauri::async_runtime::spawn_blocking(work).await;
    done.map_err(|error| CommandError::inside("dàn trang", error))?
}

fn lay_out(app: &AppHandle<Wry>, mine: u32) -> Result<Option<LaidOut>, CommandError> {
    let preview = app.state::<Preview>();
    let outdated = || preview.latest.load(Ordering::SeqCst) != mine;
    let mut pdf = preview.pdf.lock().unwrap_or_else(PoisonError::into_inner);
    if outdated() {
        return Ok(None);
    }
    let began = Instant::now();
    let plan = app.state::<Session>().with(|open| Ok(open.plan().clone()))?;
    let fonts = app.state::<Typeface>().fonts()?;
    let document = document::compose(&plan);
    if outdated() {
        return Ok(None);
    }
    let layout = layout::distribute(&document, &StyleSheet::of_plan(&plan), &fonts)
        .map_err(|error| CommandError::inside("dàn trang", error))?;
    if outdated() {
        return Ok(None);
    }
    *pdf = export::pdf(&document, &layout, &fonts, Local::now().naive_local())
        .map_err(|error| CommandError::inside("soạn tệp PDF", error))?;
    let annexes = plan.annexes().len();
    Ok(Some(laid_out(&layout, annexes, began)))
}

fn laid_out(layout: &Layout, annexes: usize, began: Instant) -> LaidOut {
    let first_annex = layout.parts.len().checked_sub(annexes).and_then(|at| layout.parts.get(at));
    let place = |mark: &Mark| PagePlace {
        of: mark.place.into(),
        page: mark.page + 1,
        top: tenths(mark.top),
        bottom: tenths(mark.bottom),
    };
    LaidOut {
        pages: layout.pages.iter().map(|page| PageShape { width: tenths(page.width), height: tenths(page.height) }).collect(),
        body: first_annex.copied().unwrap_or(layout.pages.len()),
        places: layout.marks.iter().map(place).collect(),
        took: u32::try_from(began.elapsed().as_millis()).unwrap_or(u32::MAX),
    }
}

/// Lengths on a page are positive and far below 2^32.
fn tenths(length: Pt) -> u32 {
    (Mm::from(length).0 * 10.0).round() as u32
}

/// The PDF of the pages laid out last.
#[tauri::command(async)]
#[specta::specta]
pub fn pages_pdf(preview: State<'_, Preview>) -> Pdf {
    Pdf(preview.pdf.lock().unwrap_or_else(PoisonError::into_inner).clone())
}
