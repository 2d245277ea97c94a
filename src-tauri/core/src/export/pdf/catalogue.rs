//! What makes pages a document: its properties, language, bookmarks, links, page labels and the signature field.
//! Written object by object, because the page writer below has no or wrong means for them.

use chrono::NaiveDateTime;
use lopdf::{Dictionary, Document as File, Object, ObjectId, StringFormat, dictionary, text_string};
use sha2::{Digest, Sha256};

use super::ExportError;
use crate::document::{Document, Pt};
use crate::layout::{Area, Layout, OutlineEntry};

/// Name of the signature field: "chữ ký người ký".
const FIELD: &str = "ChuKyNguoiKy";
/// Who made the file, as its properties tell.
const MAKER: &str = "Soạn Kế Hoạch";

/// Completes a file of bare pages.
pub(super) fn complete(file: &mut File, document: &Document, layout: &Layout, now: NaiveDateTime) -> Result<(), ExportError> {
    file.version = "1.7".to_owned();
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    if pages.len() != layout.pages.len() {
        return Err(ExportError::Pdf(format!("có {} trang thay vì {}", pages.len(), layout.pages.len())));
    }
    let places = Places { pages, layout };
    properties(file, document, layout, now);
    links(file, &places)?;
    let field = signature(file, &places)?;
    let outline = outline(file, &places);
    let labels = page_labels(layout);
    let catalog = file.catalog_mut().map_err(broken)?;
    catalog.set("Lang", Object::string_literal("vi-VN"));
    catalog.set("PageLayout", "OneColumn");
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("PageLabels", labels);
    catalog.set("PageMode", if outline.is_some() { "UseOutlines" } else { "UseNone" });
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    if let Some(field) = field {
        catalog.set("AcroForm", dictionary! { "Fields" => vec![field.into()] });
    }
    Ok(())
}

/// The file's pages beside those of the layout.
struct Places<'a> {
    pages: Vec<ObjectId>,
    layout: &'a Layout,
}

impl Places<'_> {
    /// A place to jump to: a height on a page.
    fn destination(&self, page: usize, y: Pt) -> Option<Object> {
        let (id, sheet) = (self.pages.get(page)?, self.layout.pages.get(page)?);
        Some(Object::Array(vec![(*id).into(), "XYZ".into(), Object::Null, number(sheet.height - y), Object::Null]))
    }

    /// An area in the file's coordinates.
    fn rectangle(&self, page: usize, area: Area) -> Option<Object> {
        let height = self.layout.pages.get(page)?.height;
        let corners = [area.x, height - area.y - area.height, area.x + area.width, height - area.y];
        Some(Object::Array(corners.into_iter().map(number).collect()))
    }
}

fn number(length: Pt) -> Object {
    // hundredths of a point are finer than any printer; whole numbers keep the file readable
    Object::Real(((length.0 * 100.0).round() / 100.0) as f32)
}

fn broken(error: lopdf::Error) -> ExportError {
    ExportError::Pdf(error.to_string())
}

fn properties(file: &mut File, document: &Document, layout: &Layout, now: NaiveDateTime) {
    let moment = now.format("D:%Y%m%d%H%M%S+07'00'").to_string();
    let info = dictionary! {
        "Title" => text_string(&document.properties.title),
        "Author" => text_string(&document.properties.author),
        "Subject" => text_string(&document.properties.subject),
        "Creator" => text_string(MAKER),
        "Producer" => text_string(MAKER),
        "CreationDate" => Object::string_literal(moment.clone()),
        "ModDate" => Object::string_literal(moment),
    };
    let old = file.trailer.get(b"Info").and_then(Object::as_reference).ok();
    match old {
        Some(id) => file.set_object(id, info),
        None => {
            let id = file.add_object(info);
            file.trailer.set("Info", id);
        }
    }
    let name = Object::String(identity(layout, now), StringFormat::Hexadecimal);
    file.trailer.set("ID", Object::Array(vec![name.clone(), name]));
}

/// The file's identity, from what it says and when: the page writer would draw one by lot.
fn identity(layout: &Layout, now: NaiveDateTime) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(now.to_string());
    for span in layout.pages.iter().flat_map(|p| &p.lines).flat_map(|line| &line.spans) {
        hash.update(&span.text);
    }
    hash.finalize().iter().take(16).copied().collect()
}

fn annotate(file: &mut File, page: ObjectId, annotation: Object) -> Result<(), ExportError> {
    let page = file.get_object_mut(page).and_then(Object::as_dict_mut).map_err(broken)?;
    match page.get_mut(b"Annots").and_then(Object::as_array_mut) {
        Ok(annotations) => annotations.push(annotation),
        Err(_) => page.set("Annots", vec![annotation]),
    }
    Ok(())
}

/// Links to the annexes.
fn links(file: &mut File, places: &Places) -> Result<(), ExportError> {
    for (at, page) in places.layout.pages.iter().enumerate() {
        for link in &page.links {
            let target = places.layout.parts.get(link.part).and_then(|first| places.destination(*first, Pt(0.0)));
            let (Some(target), Some(area)) = (target, places.rectangle(at, link.area)) else { continue };
            let link = file.add_object(dictionary! {
                "Type" => "Annot", "Subtype" => "Link", "Rect" => area, "Dest" => target, "F" => 4,
                "Border" => vec![0.into(), 0.into(), 0.into()],
            });
            annotate(file, places.pages[at], link.into())?;
        }
    }
    Ok(())
}

/// An empty signature field between post and name (rule E2).
fn signature(file: &mut File, places: &Places) -> Result<Option<ObjectId>, ExportError> {
    let Some(field) = places.layout.signature else { return Ok(None) };
    let (Some(page), Some(area)) = (places.pages.get(field.page), places.rectangle(field.page, field.area)) else {
        return Ok(None);
    };
    let widget = file.add_object(dictionary! {
        "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "Rect" => area, "P" => *page, "F" => 4,
        "T" => text_string(FIELD), "TU" => text_string("Chữ ký của người có thẩm quyền"),
    });
    annotate(file, *page, widget.into())?;
    Ok(Some(widget))
}

/// Pages of the plan are named 1, 2, …; those of an annex PL-1, PL-2, … (rule P4).
fn page_labels(layout: &Layout) -> Object {
    let mut ranges: Vec<Object> = Vec::new();
    for (part, first) in layout.parts.iter().enumerate() {
        let mut label = dictionary! { "S" => "D" };
        if part > 0 {
            let prefix = if layout.parts.len() > 2 { format!("PL{part}-") } else { "PL-".to_owned() };
            label.set("P", Object::string_literal(prefix));
        }
        ranges.push(Object::Integer(i64::try_from(*first).unwrap_or_default()));
        ranges.push(label.into());
    }
    dictionary! { "Nums" => ranges }.into()
}

/// The tree of bookmarks; `None` if there is no heading.
fn outline(file: &mut File, places: &Places) -> Option<ObjectId> {
    let entries = &places.layout.outline;
    if entries.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let (first, last, count) = branch(file, places, entries, root)?;
    let dict = dictionary! { "Type" => "Outlines", "First" => first, "Last" => last, "Count" => count };
    file.set_object(root, dict);
    Some(root)
}

/// Writes entries below a parent: each takes those that follow it on a deeper level as its children. Gives back the
/// first, the last, and how many there are with all their descendants.
fn branch(file: &mut File, places: &Places, entries: &[OutlineEntry], parent: ObjectId) -> Option<(ObjectId, ObjectId, i64)> {
    let mut siblings: Vec<(ObjectId, Dictionary)> = Vec::new();
    let mut count = 0;
    let mut rest = entries;
    while let Some((entry, after)) = rest.split_first() {
        let below = after.iter().take_while(|other| other.level > entry.level).count();
        let id = file.new_object_id();
        let mut dict = dictionary! { "Title" => text_string(&entry.title), "Parent" => parent };
        if let Some(target) = places.destination(entry.page, entry.y) {
            dict.set("Dest", target);
        }
        count += 1;
        if let Some((first, last, below)) = branch(file, places, &after[..below], id) {
            dict.set("First", first);
            dict.set("Last", last);
            // Closed below the second level, so that the panel shows the outline at a glance.
            let open = entry.level < 2;
            dict.set("Count", if open { below } else { -below });
            count += if open { below } else { 0 };
        }
        siblings.push((id, dict));
        rest = &after[below..];
    }
    let (first, last) = (siblings.first()?.0, siblings.last()?.0);
    let ids: Vec<ObjectId> = siblings.iter().map(|(id, _)| *id).collect();
    for (at, (id, mut dict)) in siblings.into_iter().enumerate() {
        if at > 0 {
            dict.set("Prev", ids[at - 1]);
        }
        if let Some(next) = ids.get(at + 1) {
            dict.set("Next", *next);
        }
        file.set_object(id, dict);
    }
    Some((first, last, count))
}
