//! PDF from the layout (rules E1 to E3): embedded fonts, Unicode text that copies as it reads, tags, bookmarks, links,
//! and either empty signature fields (to be signed) or PDF/A-2b without any field (to be archived).
//!
//! Tagged, because a screen reader, a phone that reflows and whoever copies a table all need to know what is a heading,
//! a paragraph or a cell, and the layout says so of every line. Must not move or break anything: where every word stands
//! was decided by `layout`. The same layout and the same `now` give the same bytes.

mod archive;
mod faces;
mod ink;
mod metadata;
mod navigation;
mod tags;

use std::io::Write;

use chrono::NaiveDateTime;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::{AnnotationFlags, AnnotationType, FieldType, PageLayout, PageMode, SigFlags, TabOrder};
use pdf_writer::writers::{Destination, Resources};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, TextStr};

use self::faces::Faces;
use self::tags::{Kid, Tree};
use super::ExportError;
use crate::document::{Document, Pt};
use crate::layout::{Area, Face, Fonts, Layout};

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To be signed: PDF 1.7 with empty signature fields.
    Signing,
    /// To be kept: PDF/A-2b, which allows no form field.
    Archive,
}

/// Names of the signature fields: "người ký" and "cơ quan", without accents, as signing programs show them.
const SIGNER: (&str, &str) = ("NguoiKy", "Chữ ký số của người có thẩm quyền");
const AGENCY: (&str, &str) = ("CoQuan", "Chữ ký số của cơ quan, tổ chức");

/// Writes a document whose pages have been laid out, to be signed: PDF 1.7 with an empty signature field for the official
/// (rule S2) and one for the agency (rules E2, E3).
pub fn pdf(document: &Document, layout: &Layout, fonts: &Fonts, now: NaiveDateTime) -> Result<Vec<u8>, ExportError> {
    write(document, layout, fonts, Purpose::Signing, now)
}

/// Writes the same pages to be archived: PDF/A-2b, without signature fields.
pub fn pdf_archive(document: &Document, layout: &Layout, fonts: &Fonts, now: NaiveDateTime) -> Result<Vec<u8>, ExportError> {
    write(document, layout, fonts, Purpose::Archive, now)
}

/// The file being written: its objects and the next free number.
struct File {
    pdf: Pdf,
    next: Ref,
}

impl File {
    fn id(&mut self) -> Ref {
        self.next.bump()
    }

    /// Adds a compressed stream.
    fn stream(&mut self, id: Ref, bytes: &[u8]) -> Result<(), ExportError> {
        let packed = packed(bytes)?;
        self.pdf.stream(id, &packed).filter(Filter::FlateDecode);
        Ok(())
    }
}

/// A page on its way into the file.
struct Sheet {
    id: Ref,
    contents: Ref,
    annotations: Vec<Ref>,
}

/// An area to click, with its place in the tree of tags.
struct LinkArea {
    id: Ref,
    page: usize,
    rect: Rect,
    /// Index of the page it leads to.
    target: usize,
    element: usize,
}

/// An empty signature field.
struct Field {
    id: Ref,
    page: usize,
    rect: Rect,
    name: &'static str,
    title: &'static str,
}

fn write(
    document: &Document,
    layout: &Layout,
    fonts: &Fonts,
    purpose: Purpose,
    now: NaiveDateTime,
) -> Result<Vec<u8>, ExportError> {
    if layout.pages.is_empty() {
        return Err(ExportError::Empty);
    }
    let mut file = File { pdf: Pdf::new(), next: Ref::new(1) };
    let (catalog, pages, info) = (file.id(), file.id(), file.id());
    let faces = Faces::of(layout, fonts)?;
    let mut tree = Tree::of(document);
    let mut sheets = Vec::with_capacity(layout.pages.len());
    let mut links = Vec::new();
    for at in 0..layout.pages.len() {
        sheets.push(Sheet { id: file.id(), contents: file.id(), annotations: Vec::new() });
        let drawn = ink::page(at, layout, &faces, &mut tree);
        file.stream(sheets[at].contents, &drawn.content)?;
        for link in drawn.links {
            let (id, rect) = (file.id(), rectangle(layout, at, link.area));
            sheets[at].annotations.push(id);
            tree.add(link.element, Kid::Object { page: at, id });
            links.push(LinkArea { id, page: at, rect, target: link.target, element: link.element });
        }
    }
    let fields = if purpose == Purpose::Signing { fields(&mut file, layout) } else { Vec::new() };
    for field in &fields {
        sheets[field.page].annotations.push(field.id);
    }
    write_links(&mut file, &links, layout, &sheets);
    write_fields(&mut file, &fields, &sheets);
    let fonts_used = faces.write(&mut file)?;
    write_pages(&mut file, pages, layout, &sheets, &fonts_used);
    let root = tree.write(&mut file, &sheets, &links);
    let outline = navigation::outline(&mut file, layout, &sheets);
    let metadata = metadata::write(&mut file, info, document, layout, purpose, now);
    let profile = if purpose == Purpose::Archive { Some(archive::profile(&mut file)?) } else { None };

    let mut out = file.pdf.catalog(catalog);
    out.pages(pages);
    out.lang(TextStr("vi-VN"));
    out.metadata(metadata);
    out.page_layout(PageLayout::OneColumn);
    out.page_mode(if outline.is_some() { PageMode::UseOutlines } else { PageMode::UseNone });
    out.viewer_preferences().display_doc_title(true);
    out.mark_info().marked(true);
    out.pair(Name(b"StructTreeRoot"), root);
    if let Some(outline) = outline {
        out.outlines(outline);
    }
    if let Some(profile) = profile {
        archive::intent(&mut out, profile);
    }
    if !fields.is_empty() {
        // The signing program sets the flags that say a signature exists; an unsigned file must not.
        out.form().fields(fields.iter().map(|field| field.id)).sig_flags(SigFlags::empty());
    }
    navigation::labels(&mut out, document, layout);
    out.finish();
    Ok(file.pdf.finish())
}

fn write_pages(file: &mut File, pages: Ref, layout: &Layout, sheets: &[Sheet], fonts: &[(Face, Ref)]) {
    // Every page names the resources itself: PDF/A takes none that are inherited.
    let resources = file.id();
    let mut out = file.pdf.indirect(resources).start::<Resources>();
    let mut dictionary = out.fonts();
    for (face, id) in fonts {
        dictionary.pair(Name(faces::resource(*face).as_bytes()), *id);
    }
    dictionary.finish();
    out.finish();
    for (at, (sheet, page)) in sheets.iter().zip(&layout.pages).enumerate() {
        let mut out = file.pdf.page(sheet.id);
        out.parent(pages).media_box(Rect::new(0.0, 0.0, hundredths(page.width), hundredths(page.height)));
        out.pair(Name(b"Resources"), resources);
        out.contents(sheet.contents).struct_parents(number(at)).tab_order(TabOrder::StructureOrder);
        if !sheet.annotations.is_empty() {
            out.annotations(sheet.annotations.iter().copied());
        }
    }
    file.pdf.pages(pages).kids(sheets.iter().map(|sheet| sheet.id)).count(number(sheets.len()));
}

/// The fields of the agency and of the official, where the layout has room for them.
fn fields(file: &mut File, layout: &Layout) -> Vec<Field> {
    let places = [(layout.agency, AGENCY), (layout.signature, SIGNER)];
    let places = places.into_iter().filter_map(|(place, names)| place.map(|place| (place, names)));
    let places = places.filter(|(place, _)| place.page < layout.pages.len());
    places
        .map(|(place, (name, title))| Field {
            id: file.id(),
            page: place.page,
            rect: rectangle(layout, place.page, place.area),
            name,
            title,
        })
        .collect()
}

fn write_links(file: &mut File, links: &[LinkArea], layout: &Layout, sheets: &[Sheet]) {
    for (at, link) in links.iter().enumerate() {
        let mut out = file.pdf.annotation(link.id);
        out.subtype(AnnotationType::Link).rect(link.rect).flags(AnnotationFlags::PRINT).border(0.0, 0.0, 0.0, None);
        out.page(sheets[link.page].id).struct_parent(number(layout.pages.len() + at)).contents(TextStr("Đến phụ lục"));
        if let (Some(sheet), Some(page)) = (sheets.get(link.target), layout.pages.get(link.target)) {
            out.insert(Name(b"Dest")).start::<Destination>().page(sheet.id).xyz(0.0, hundredths(page.height), None);
        }
    }
}

fn write_fields(file: &mut File, fields: &[Field], sheets: &[Sheet]) {
    for field in fields {
        let mut out = file.pdf.form_field(field.id);
        out.field_type(FieldType::Signature).partial_name(TextStr(field.name)).alternate_name(TextStr(field.title));
        out.into_annotation().rect(field.rect).flags(AnnotationFlags::PRINT).page(sheets[field.page].id);
    }
}

/// An area of a page in the file's coordinates, whose origin is the lower left corner.
fn rectangle(layout: &Layout, page: usize, area: Area) -> Rect {
    let height = layout.pages.get(page).map_or(Pt(0.0), |page| page.height);
    let [left, lower, right, upper] =
        [area.x, height - area.y - area.height, area.x + area.width, height - area.y].map(hundredths);
    Rect::new(left, lower, right, upper)
}

/// Hundredths of a point are finer than any printer.
fn hundredths(length: Pt) -> f32 {
    ((length.0 * 100.0).round() / 100.0) as f32
}

/// Counts and keys of the file are 32-bit; no plan comes near.
fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

fn packed(bytes: &[u8]) -> Result<Vec<u8>, ExportError> {
    let failed = |error: std::io::Error| ExportError::Pdf(error.to_string());
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 3 + 64), Compression::new(6));
    encoder.write_all(bytes).map_err(failed)?;
    encoder.finish().map_err(failed)
}

#[cfg(test)]
mod tests;
