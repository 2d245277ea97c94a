//! What each piece of text is: the tree of tags that screen readers, reflow and copying follow (ISO 32000-1, 14.8).
//!
//! Headings nest as the bookmarks do, so that no level is skipped; a label and its title ("Phụ lục I" and what it lists)
//! are one heading; neighbouring items are one list; tables have rows and cells even where a cell is empty. A header row
//! that a page repeats, page numbers and drawn lines are no content. Signature fields stand outside the tree: a validator
//! that reads strictly takes a field which the tree names for changed when a second one is signed.

use pdf_writer::types::{StructRole, TableHeaderScope};
use pdf_writer::{Finish, Ref};

use super::{File, LinkArea, Sheet, number};
use crate::document::{Block, Document, Part, Pt, StyleName, StyleSheet, Table};
use crate::layout::{Face, Owner, TextLine};

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Document,
    Part,
    /// Letterhead or signature block.
    Group,
    Paragraph,
    /// A heading of a level from 1.
    Heading(u8),
    List,
    Item,
    ItemBody,
    Table,
    TableHead,
    TableBody,
    Row,
    HeadCell,
    Cell,
    Link,
}

/// What an element holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kid {
    /// Another element.
    Element(u32),
    /// Marked content of a page, by its number there.
    Content {
        /// Index of the page.
        page: u32,
        /// Its number.
        id: i32,
    },
    /// An annotation.
    Object {
        /// Index of the page.
        page: u32,
        /// Its object.
        id: Ref,
    },
}

/// An element: a plan of ten thousand tasks has as many as it has cells, so they are small.
#[derive(Debug)]
struct Element {
    role: Role,
    /// Columns a cell takes.
    span: u16,
    parent: u32,
    /// The first and the last of what it holds, in [`Tree::kids`]; [`NONE`] where it holds nothing.
    kids: (u32, u32),
}

/// No place in [`Tree::kids`].
const NONE: u32 = u32::MAX;

/// Where a block's lines go.
#[derive(Debug)]
enum Place {
    Element(usize),
    /// The second half of a heading.
    Title(usize),
    /// Letterhead or signature block: a paragraph for lines that belong together.
    Frame(usize),
    /// The elements of the rows, the header row first; each is followed by those of its cells.
    Rows(Vec<u32>),
}

/// The last line taken into a frame.
#[derive(Debug)]
struct FrameLine {
    frame: usize,
    element: usize,
    baseline: Pt,
    face: Face,
    size: Pt,
}

/// The tree, growing as pages are drawn.
#[derive(Debug)]
pub(super) struct Tree {
    elements: Vec<Element>,
    /// What elements hold, each with the place of the next in the same element.
    kids: Vec<(Kid, u32)>,
    /// By part and block.
    places: Vec<Vec<Place>>,
    frame: Option<FrameLine>,
    /// Part and block of the last line.
    last: Option<(usize, usize)>,
}

/// The element a line belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub element: usize,
    /// It goes on a text that the layout ended in the line before.
    pub joined: bool,
}

impl Tree {
    /// The elements of a document, still without text.
    pub fn of(document: &Document) -> Self {
        let root = Element { role: Role::Document, parent: 0, kids: (NONE, NONE), span: 1 };
        let mut tree = Self { elements: vec![root], kids: Vec::new(), places: Vec::new(), frame: None, last: None };
        let sheet = StyleSheet::default();
        let mut above: Vec<u8> = Vec::new();
        for part in &document.parts {
            let places = tree.part(part, &sheet, &mut above);
            tree.places.push(places);
        }
        tree
    }

    fn part(&mut self, part: &Part, sheet: &StyleSheet, above: &mut Vec<u8>) -> Vec<Place> {
        let parent = self.grow(Role::Part, 0);
        let (mut heading, mut list) = (None, None);
        let mut places = Vec::with_capacity(part.blocks.len());
        for block in &part.blocks {
            let style = if let Block::Paragraph(paragraph) = block { Some(paragraph.style) } else { None };
            if style != Some(StyleName::Item) {
                list = None;
            }
            places.push(match (block, style) {
                (Block::Table(table), _) => Place::Rows(self.table(table, parent)),
                (Block::Paragraph(_), Some(StyleName::PartTitle | StyleName::AnnexTitle)) if heading.is_some() => {
                    Place::Title(heading.unwrap_or(parent))
                }
                (Block::Paragraph(_), Some(StyleName::Item)) => {
                    let list = *list.get_or_insert_with(|| self.grow(Role::List, parent));
                    let item = self.grow(Role::Item, list);
                    Place::Element(self.grow(Role::ItemBody, item))
                }
                (Block::Paragraph(paragraph), _) => {
                    let role = sheet.style(paragraph.style).outline.map_or(Role::Paragraph, |level| {
                        above.retain(|other| *other < level);
                        above.push(level);
                        Role::Heading(u8::try_from(above.len()).unwrap_or(u8::MAX))
                    });
                    let element = self.grow(role, parent);
                    heading = if role == Role::Paragraph { heading } else { Some(element) };
                    Place::Element(element)
                }
                (Block::Letterhead(_) | Block::Signature(_), _) => Place::Frame(self.grow(Role::Group, parent)),
            });
        }
        places
    }

    fn table(&mut self, table: &Table, parent: usize) -> Vec<u32> {
        let element = self.grow(Role::Table, parent);
        let head = self.grow(Role::TableHead, element);
        let mut rows = Vec::with_capacity(table.rows.len() + 1);
        rows.push(self.row(head, Role::HeadCell, table.columns.iter().map(|_| 1)));
        let body = self.grow(Role::TableBody, element);
        for row in &table.rows {
            rows.push(self.row(body, Role::Cell, row.cells.iter().map(|cell| cell.span)));
        }
        rows
    }

    fn row(&mut self, parent: usize, role: Role, spans: impl Iterator<Item = usize>) -> u32 {
        let row = self.grow(Role::Row, parent);
        for span in spans {
            let cell = self.grow(role, row);
            self.elements[cell].span = u16::try_from(span).unwrap_or(u16::MAX);
        }
        small(row)
    }

    fn grow(&mut self, role: Role, parent: usize) -> usize {
        let id = self.elements.len();
        self.elements.push(Element { role, parent: small(parent), kids: (NONE, NONE), span: 1 });
        self.add(parent, Kid::Element(small(id)));
        id
    }

    /// Whether there is a part of this index, so that a link can lead there.
    pub fn has_part(&self, part: usize) -> bool {
        part < self.places.len()
    }

    /// Gives an element more to hold.
    pub fn add(&mut self, element: usize, kid: Kid) {
        let at = small(self.kids.len());
        self.kids.push((kid, NONE));
        let (first, last) = &mut self.elements[element].kids;
        match self.kids.get_mut(*last as usize) {
            Some((_, next)) => *next = at,
            None => *first = at,
        }
        *last = at;
    }

    /// What an element holds, in order.
    fn held(&self, element: &Element) -> impl Iterator<Item = Kid> {
        let mut at = element.kids.0;
        std::iter::from_fn(move || {
            let (kid, next) = *self.kids.get(at as usize)?;
            at = next;
            Some(kid)
        })
    }

    /// An element's tag, as marked content names it.
    pub fn tag(&self, element: usize) -> &'static str {
        match self.elements[element].role {
            Role::Heading(level) => ["H1", "H2", "H3", "H4", "H5", "H6"][usize::from(level.clamp(1, 6)) - 1],
            Role::ItemBody => "LBody",
            Role::HeadCell => "TH",
            Role::Cell => "TD",
            Role::Link => "Link",
            _ => "P",
        }
    }

    /// A new link inside an element.
    pub fn link(&mut self, element: usize) -> usize {
        self.grow(Role::Link, element)
    }

    /// The element of a line. Lines of a page are asked for in their order.
    pub fn element_of(&mut self, part: usize, owner: Owner, line: &TextLine) -> Found {
        let first = self.last != Some((part, owner.block));
        self.last = Some((part, owner.block));
        let place = self.places.get(part).and_then(|places| places.get(owner.block));
        match place {
            Some(Place::Element(element)) => Found { element: *element, joined: false },
            Some(Place::Title(element)) => Found { element: *element, joined: first },
            Some(Place::Rows(rows)) => {
                let element = rows.get(owner.row).map_or(0, |row| *row as usize + 1 + owner.cell);
                Found { element, joined: false }
            }
            Some(Place::Frame(parent)) => {
                let parent = *parent;
                self.frame_line(parent, line)
            }
            None => Found { element: 0, joined: false },
        }
    }

    /// Lines of one look, one close below the other, are one paragraph: a long name, a post of two lines; not the
    /// recipients, each of which begins with its dash.
    fn frame_line(&mut self, frame: usize, line: &TextLine) -> Found {
        let Some(span) = line.spans.first() else { return Found { element: frame, joined: false } };
        let begins = span.text.starts_with("- ");
        let above = self.frame.take().filter(|above| {
            let step = line.baseline - above.baseline;
            let near = step > Pt(0.0) && step < span.size * 1.6;
            above.frame == frame && near && !begins && above.face == span.face && above.size == span.size
        });
        let joined = above.is_some();
        let element = above.map_or_else(|| self.grow(Role::Paragraph, frame), |above| above.element);
        self.frame = Some(FrameLine { frame, element, baseline: line.baseline, face: span.face, size: span.size });
        Found { element, joined }
    }

    /// Writes the tree, and the way back to it from pages and annotations. Gives back the root's number.
    pub fn write(&self, file: &mut File, sheets: &[Sheet], links: &[LinkArea]) -> Ref {
        let root = file.id();
        let first = file.next;
        for _ in &self.elements {
            file.id();
        }
        let id = |element: usize| Ref::new(first.get() + number(element));
        let mut owners: Vec<Vec<Ref>> = vec![Vec::new(); sheets.len()];
        for (at, element) in self.elements.iter().enumerate() {
            for kid in self.held(element) {
                if let Kid::Content { page, id: number } = kid {
                    let owners = &mut owners[page as usize];
                    let number = usize::try_from(number).unwrap_or_default();
                    owners.resize(owners.len().max(number + 1), root);
                    owners[number] = id(at);
                }
            }
            let parent = if at == 0 { root } else { id(element.parent as usize) };
            self.write_element(file, element, (id(at), parent), &id, sheets);
        }
        let lists: Vec<Ref> = owners
            .iter()
            .map(|owners| {
                let id = file.id();
                file.pdf.indirect(id).array().items(owners.iter().copied());
                id
            })
            .collect();
        let mut out = file.pdf.indirect(root).start::<pdf_writer::writers::StructTreeRoot>();
        out.child(id(0)).parent_tree_next_key(number(lists.len() + links.len()));
        let mut tree = out.parent_tree();
        let mut keys = tree.nums();
        let objects = links.iter().map(|link| id(link.element));
        for (key, id) in lists.into_iter().chain(objects).enumerate() {
            keys.insert(number(key), id);
        }
        root
    }

    fn write_element(
        &self,
        file: &mut File,
        element: &Element,
        (id, parent): (Ref, Ref),
        id_of: &dyn Fn(usize) -> Ref,
        sheets: &[Sheet],
    ) {
        let mut out = file.pdf.struct_element(id);
        out.kind(element.role.standard()).parent(parent);
        // The page most of it stands on is named once, others where they differ.
        let page = self.held(element).find_map(|kid| kid.page());
        if let Some(page) = page {
            out.page(sheets[page as usize].id);
        }
        if element.span > 1 {
            out.attributes().push().table().col_span(i32::from(element.span));
        }
        if element.role == Role::HeadCell {
            out.attributes().push().table().scope(TableHeaderScope::Column);
        }
        if element.kids.0 == NONE {
            return;
        }
        let mut kids = out.children();
        for kid in self.held(element) {
            match kid {
                Kid::Element(element) => {
                    kids.struct_element(id_of(element as usize));
                }
                Kid::Content { page: at, id } if Some(at) == page => {
                    kids.marked_content_id(id);
                }
                Kid::Content { page, id } => {
                    kids.marked_content_ref().page(sheets[page as usize].id).marked_content_id(id);
                }
                Kid::Object { page, id } => {
                    kids.object_ref().page(sheets[page as usize].id).object(id);
                }
            }
        }
        kids.finish();
        out.finish();
    }
}

impl Kid {
    fn page(&self) -> Option<u32> {
        match self {
            Self::Element(_) => None,
            Self::Content { page, .. } | Self::Object { page, .. } => Some(*page),
        }
    }
}

/// Indexes are 32-bit in the file, too.
pub(super) fn small(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

impl Role {
    fn standard(self) -> StructRole {
        match self {
            Self::Document => StructRole::Document,
            Self::Part => StructRole::Sect,
            Self::Group => StructRole::Div,
            Self::Paragraph => StructRole::P,
            Self::Heading(level) => {
                use StructRole::{H1, H2, H3, H4, H5, H6};
                [H1, H2, H3, H4, H5, H6][usize::from(level.clamp(1, 6)) - 1]
            }
            Self::List => StructRole::L,
            Self::Item => StructRole::LI,
            Self::ItemBody => StructRole::LBody,
            Self::Table => StructRole::Table,
            Self::TableHead => StructRole::THead,
            Self::TableBody => StructRole::TBody,
            Self::Row => StructRole::TR,
            Self::HeadCell => StructRole::TH,
            Self::Cell => StructRole::TD,
            Self::Link => StructRole::Link,
        }
    }
}
