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

use chrono::NaiveDateTime;
use flate2::{Compress, Compression, FlushCompress, Status};
use pdf_writer::types::{AnnotationFlags, AnnotationType, FieldType, PageLayout, PageMode, SigFlags, TabOrder};
use pdf_writer::writers::{Destination, Resources};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, TextStr};

use self::faces::Faces;
use self::tags::{Kid, Tree};
use super::ExportError;
use crate::document::{Document, Pt};
use crate::layout::{Area, Face, Fonts, Layout, Page, SignatureField};

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
    whole(PdfWriter::signing(document), document, layout, fonts, now)
}

/// Writes the same pages to be archived: PDF/A-2b, without signature fields.
pub fn pdf_archive(document: &Document, layout: &Layout, fonts: &Fonts, now: NaiveDateTime) -> Result<Vec<u8>, ExportError> {
    whole(PdfWriter::archive(document), document, layout, fonts, now)
}

fn whole(
    mut writer: PdfWriter,
    document: &Document,
    layout: &Layout,
    fonts: &Fonts,
    now: NaiveDateTime,
) -> Result<Vec<u8>, ExportError> {
    layout.pages.iter().for_each(|page| writer.page(page));
    writer.finish(document, layout, fonts, now)
}

/// The file being written: its objects and the next free number.
struct File {
    pdf: Pdf,
    next: Ref,
    packer: Packer,
}

impl File {
    fn id(&mut self) -> Ref {
        self.next.bump()
    }

    /// Adds a compressed stream.
    fn stream(&mut self, id: Ref, bytes: &[u8]) -> Result<(), ExportError> {
        let packed = self.packer.pack(bytes)?;
        self.pdf.stream(id, &packed).filter(Filter::FlateDecode);
        Ok(())
    }
}

/// A page on its way into the file.
struct Sheet {
    id: Ref,
    width: Pt,
    height: Pt,
    contents: Ref,
    annotations: Vec<Ref>,
}

/// An area to click, with its place in the tree of tags.
struct LinkArea {
    id: Ref,
    page: usize,
    rect: Rect,
    /// Index of the part it leads to.
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

/// A PDF that takes pages one by one, as `layout::stream` hands them on.
pub struct PdfWriter {
    file: File,
    purpose: Purpose,
    catalog: Ref,
    pages: Ref,
    info: Ref,
    faces: Faces,
    tree: Tree,
    identity: metadata::Identity,
    sheets: Vec<Sheet>,
    links: Vec<LinkArea>,
    /// What went wrong with a page.
    failed: Option<ExportError>,
}

impl PdfWriter {
    /// A document to be signed, as [`pdf`] writes it.
    pub fn signing(document: &Document) -> Self {
        Self::new(document, Purpose::Signing)
    }

    /// A document to be archived, as [`pdf_archive`] writes it.
    pub fn archive(document: &Document) -> Self {
        Self::new(document, Purpose::Archive)
    }

    fn new(document: &Document, purpose: Purpose) -> Self {
        let mut file = File { pdf: Pdf::new(), next: Ref::new(1), packer: Packer::new() };
        let (catalog, pages, info) = (file.id(), file.id(), file.id());
        let (faces, tree, identity) = (Faces::default(), Tree::of(document), metadata::Identity::new());
        Self { file, purpose, catalog, pages, info, faces, tree, identity, sheets: Vec::new(), links: Vec::new(), failed: None }
    }

    /// Adds a page; [`Self::finish`] tells whether that went well.
    pub fn page(&mut self, page: &Page) {
        let at = self.sheets.len();
        let (id, contents) = (self.file.id(), self.file.id());
        let drawn = ink::page(at, page, &mut self.faces, &mut self.tree);
        self.identity.add(page);
        if let Err(error) = self.file.stream(contents, &drawn.content) {
            self.failed.get_or_insert(error);
        }
        let mut annotations = Vec::new();
        for link in drawn.links {
            let (id, rect) = (self.file.id(), rectangle(page.height, link.area));
            annotations.push(id);
            self.tree.add(link.element, Kid::Object { page: tags::small(at), id });
            self.links.push(LinkArea { id, page: at, rect, target: link.target, element: link.element });
        }
        self.sheets.push(Sheet { id, width: page.width, height: page.height, contents, annotations });
    }

    /// The file's bytes. `layout` says where parts begin, what is in the outline and where to sign; its own pages are not
    /// looked at.
    ///
    /// # Errors
    /// [`ExportError`] if there was no page, or a font can't be embedded.
    pub fn finish(self, document: &Document, layout: &Layout, fonts: &Fonts, now: NaiveDateTime) -> Result<Vec<u8>, ExportError> {
        let Self { mut file, purpose, catalog, pages, info, faces, tree, identity, mut sheets, links, failed } = self;
        if let Some(error) = failed {
            return Err(error);
        }
        if sheets.is_empty() {
            return Err(ExportError::Empty);
        }
        let fields = if purpose == Purpose::Signing { fields(&mut file, layout, &sheets) } else { Vec::new() };
        for field in &fields {
            sheets[field.page].annotations.push(field.id);
        }
        write_links(&mut file, &links, layout, &sheets);
        write_fields(&mut file, &fields, &sheets);
        let fonts_used = faces.write(&mut file, fonts)?;
        write_pages(&mut file, pages, &sheets, &fonts_used);
        let root = tree.write(&mut file, &sheets, &links);
        let outline = navigation::outline(&mut file, layout, &sheets);
        let metadata = metadata::write(&mut file, info, document, identity, purpose, now);
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
}

fn write_pages(file: &mut File, pages: Ref, sheets: &[Sheet], fonts: &[(Face, Ref)]) {
    // Every page names the resources itself: PDF/A takes none that are inherited.
    let resources = file.id();
    let mut out = file.pdf.indirect(resources).start::<Resources>();
    let mut dictionary = out.fonts();
    for (face, id) in fonts {
        dictionary.pair(Name(faces::resource(*face).as_bytes()), *id);
    }
    dictionary.finish();
    out.finish();
    for (at, sheet) in sheets.iter().enumerate() {
        let mut out = file.pdf.page(sheet.id);
        out.parent(pages).media_box(Rect::new(0.0, 0.0, hundredths(sheet.width), hundredths(sheet.height)));
        out.pair(Name(b"Resources"), resources);
        out.contents(sheet.contents).struct_parents(number(at)).tab_order(TabOrder::StructureOrder);
        if !sheet.annotations.is_empty() {
            out.annotations(sheet.annotations.iter().copied());
        }
    }
    file.pdf.pages(pages).kids(sheets.iter().map(|sheet| sheet.id)).count(number(sheets.len()));
}

/// The fields of the agency and of the official, where the layout has room for them.
fn fields(file: &mut File, layout: &Layout, sheets: &[Sheet]) -> Vec<Field> {
    let places = [(layout.agency, AGENCY), (layout.signature, SIGNER)];
    let places = places.into_iter().filter_map(|(place, names)| place.map(|place| (place, names)));
    let field = |(place, (name, title)): (SignatureField, _)| {
        let rect = rectangle(sheets.get(place.page)?.height, place.area);
        Some(Field { id: file.id(), page: place.page, rect, name, title })
    };
    places.filter_map(field).collect()
}

fn write_links(file: &mut File, links: &[LinkArea], layout: &Layout, sheets: &[Sheet]) {
    for (at, link) in links.iter().enumerate() {
        let mut out = file.pdf.annotation(link.id);
        out.subtype(AnnotationType::Link).rect(link.rect).flags(AnnotationFlags::PRINT).border(0.0, 0.0, 0.0, None);
        out.page(sheets[link.page].id).struct_parent(number(sheets.len() + at)).contents(TextStr("Đến phụ lục"));
        if let Some(sheet) = layout.parts.get(link.target).and_then(|first| sheets.get(*first)) {
            out.insert(Name(b"Dest")).start::<Destination>().page(sheet.id).xyz(0.0, hundredths(sheet.height), None);
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

/// An area of a page of this height in the file's coordinates, whose origin is the lower left corner.
fn rectangle(height: Pt, area: Area) -> Rect {
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

/// Deflates streams one after the other with the same tables, which take longer to set up than a page to deflate.
struct Packer(Compress);

impl Packer {
    fn new() -> Self {
        Self(Compress::new(Compression::new(6), true))
    }

    fn pack(&mut self, bytes: &[u8]) -> Result<Vec<u8>, ExportError> {
        self.0.reset();
        let mut out = Vec::with_capacity(bytes.len() / 2 + 64);
        loop {
            let taken = usize::try_from(self.0.total_in()).unwrap_or(usize::MAX).min(bytes.len());
            let status = self.0.compress_vec(&bytes[taken..], &mut out, FlushCompress::Finish);
            match status.map_err(|error| ExportError::Pdf(error.to_string()))? {
                Status::StreamEnd => return Ok(out),
                Status::Ok | Status::BufError => out.reserve(out.capacity().max(64)),
            }
        }
    }
}

#[cfg(test)]
mod tests;
