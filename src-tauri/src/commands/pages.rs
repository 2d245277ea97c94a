//! The pages as they will be printed: a PDF for the window, and a map from what the plan holds to where it stands.
//!
//! Composing runs off the main thread, one at a time. Each request makes all earlier ones out of date: those still waiting
//! end at once, the one under way at its next step, with no pages. Pages that look as they did keep their `look`, so that the
//! window draws only the others.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use chrono::Local;
use serde::Serialize;
use skh_core::document::{self, Mm, Pt, StyleSheet};
use skh_core::export;
use skh_core::layout::{self, Layout, Mark, Page, Place};
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
    last: Mutex<Last>,
}

/// The pages laid out last.
#[derive(Default)]
struct Last {
    pdf: Vec<u8>,
    pages: Vec<Page>,
    /// Of each page its look.
    looks: Vec<u32>,
    /// The next look that no page has had.
    next: u32,
}

impl Last {
    /// Takes newer pages: those that look as the page in their place did keep its look.
    fn take(&mut self, pages: Vec<Page>) {
        let mut next = self.next;
        let look = |(at, page): (usize, &Page)| match (self.pages.get(at), self.looks.get(at)) {
            (Some(before), Some(look)) if look_alike(before, page) => *look,
            _ => {
                next += 1;
                next
            }
        };
        self.looks = pages.iter().enumerate().map(look).collect();
        (self.pages, self.next) = (pages, next);
    }
}

/// Whether two pages are drawn the same. What their lines belong to shows nowhere.
fn look_alike(one: &Page, other: &Page) -> bool {
    let lines = || one.lines.iter().zip(&other.lines);
    (one.width, one.height, one.number) == (other.width, other.height, other.number)
        && one.lines.len() == other.lines.len()
        && lines().all(|(a, b)| a.baseline == b.baseline && a.spans == b.spans)
        && one.strokes == other.strokes
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
    /// What it looks like: as a page in its place did before, if this is as it was then.
    pub look: u32,
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
    let mut last = preview.last.lock().unwrap_or_else(PoisonError::into_inner);
    if outdated() {
        return Ok(None);
    }
    let began = Instant::now();
    let plan = app.state::<Session>().with(|open| Ok(open.shared()))?;
    let fonts = app.state::<Typeface>().fonts()?;
    let document = document::compose(&plan);
    if outdated() {
        return Ok(None);
    }
    let mut layout = layout::distribute(&document, &StyleSheet::of_plan(&plan), &fonts)
        .map_err(|error| CommandError::inside("dàn trang", error))?;
    if outdated() {
        return Ok(None);
    }
    last.pdf = export::pdf(&document, &layout, &fonts, Local::now().naive_local())
        .map_err(|error| CommandError::inside("soạn tệp PDF", error))?;
    last.take(std::mem::take(&mut layout.pages));
    Ok(Some(laid_out(&last, &layout, plan.annexes().len(), began)))
}

/// What the window is told of the pages taken last; `layout` is what is left of their layout.
fn laid_out(last: &Last, layout: &Layout, annexes: usize, began: Instant) -> LaidOut {
    let first_annex = layout.parts.len().checked_sub(annexes).and_then(|at| layout.parts.get(at));
    let place = |mark: &Mark| PagePlace {
        of: mark.place.into(),
        page: mark.page + 1,
        top: tenths(mark.top),
        bottom: tenths(mark.bottom),
    };
    let shape = |(page, look): (&Page, &u32)| PageShape { width: tenths(page.width), height: tenths(page.height), look: *look };
    LaidOut {
        pages: last.pages.iter().zip(&last.looks).map(shape).collect(),
        body: first_annex.copied().unwrap_or(last.pages.len()),
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
    Pdf(preview.last.lock().unwrap_or_else(PoisonError::into_inner).pdf.clone())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use skh_core::files;
    use skh_core::layout::Fonts;
    use skh_core::plan::{Edit, Plan, TextRun};

    use super::*;
    use crate::commands::plan::sample;

    fn pages(plan: &Plan, fonts: &Fonts) -> Vec<Page> {
        layout::distribute(&document::compose(plan), &StyleSheet::of_plan(plan), fonts).unwrap().pages
    }

    #[test]
    fn a_word_in_one_paragraph_leaves_the_look_of_all_pages_but_its_own() {
        let Ok(files) = files::fonts() else {
            eprintln!("skipped: this machine has no fonts");
            return;
        };
        let fonts = Fonts::new(&files).unwrap();
        let mut plan = sample().unwrap();
        let section = plan.walk().into_iter().find(|(_, section)| !section.text.is_empty()).unwrap().1;
        let (id, mut paragraphs) = (section.id, section.runs());
        let mut last = Last::default();
        last.take(pages(&plan, &fonts));
        let before = last.looks.clone();
        assert!(before.len() > 3 && before.is_sorted_by(|a, b| a < b), "{before:?}");

        last.take(pages(&plan, &fonts));
        assert_eq!(last.looks, before);

        paragraphs[0].push(TextRun::plain(" x"));
        plan.apply(Edit::SectionText { id, paragraphs }).unwrap();
        last.take(pages(&plan, &fonts));
        let other: Vec<u32> = last.looks.iter().filter(|look| !before.contains(look)).copied().collect();
        assert_eq!(other.len(), 1, "one page is drawn anew: {before:?} to {:?}", last.looks);
        assert!(other[0] > *before.last().unwrap(), "a look that no page had");
    }
}
