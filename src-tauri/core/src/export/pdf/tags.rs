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
    Heading(usize),
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
    Element(usize),
    /// Marked content of a page, by its number there.
    Content {
        /// Index of the page.
        page: usize,
        /// Its number.
        id: i32,
    },
    /// An annotation.
    Object {
        /// Index of the page.
        page: usize,
        /// Its object.
        id: Ref,
    },
}

#[derive(Debug)]
struct Element {
    role: Role,
    parent: usize,
    kids: Vec<Kid>,
    /// Columns a cell takes.
    span: usize,
}

/// Where a block's lines go.
#[derive(Debug)]
enum Place {
    Element(usize),
    /// The second half of a heading.
    Title(usize),
    /// Letterhead or signature block: a paragraph for lines that belong together.
    Frame(usize),
    /// The elements of the cells, the header row first.
    Cells(Vec<Vec<usize>>),
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
        let root = Element { role: Role::Document, parent: 0, kids: Vec::new(), span: 1 };
        let mut tree = Self { elements: vec![root], places: Vec::new(), frame: None, last: None };
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
                (Block::Table(table), _) => Place::Cells(self.table(table, parent)),
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
                        Role::Heading(above.len())
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

    fn table(&mut self, table: &Table, parent: usize) -> Vec<Vec<usize>> {
        let element = self.grow(Role::Table, parent);
        let head = self.grow(Role::TableHead, element);
        let row = self.grow(Role::Row, head);
        let mut rows = vec![table.columns.iter().map(|_| self.grow(Role::HeadCell, row)).collect()];
        let body = self.grow(Role::TableBody, element);
        for one in &table.rows {
            let row = self.grow(Role::Row, body);
            let cells = one.cells.iter().map(|cell| {
                let element = self.grow(Role::Cell, row);
                self.elements[element].span = cell.span;
                element
            });
            rows.push(cells.collect());
        }
        rows
    }

    fn grow(&mut self, role: Role, parent: usize) -> usize {
        let id = self.elements.len();
        self.elements.push(Element { role, parent, kids: Vec::new(), span: 1 });
        self.elements[parent].kids.push(Kid::Element(id));
        id
    }

    /// Gives an element more to hold.
    pub fn add(&mut self, element: usize, kid: Kid) {
        self.elements[element].kids.push(kid);
    }

    /// An element's tag, as marked content names it.
    pub fn tag(&self, element: usize) -> &'static str {
        match self.elements[element].role {
            Role::Heading(level) => ["H1", "H2", "H3", "H4", "H5", "H6"][level.clamp(1, 6) - 1],
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
            Some(Place::Cells(rows)) => {
                let cell = rows.get(owner.row).and_then(|row| row.get(owner.cell)).copied();
                Found { element: cell.unwrap_or(0), joined: false }
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
        let ids: Vec<Ref> = self.elements.iter().map(|_| file.id()).collect();
        let mut owners: Vec<Vec<Ref>> = vec![Vec::new(); sheets.len()];
        for (element, id) in self.elements.iter().zip(&ids) {
            for kid in &element.kids {
                if let Kid::Content { page, id: at } = kid {
                    let owners = &mut owners[*page];
                    let at = usize::try_from(*at).unwrap_or_default();
                    owners.resize(owners.len().max(at + 1), root);
                    owners[at] = *id;
                }
            }
        }
        for (at, (element, id)) in self.elements.iter().zip(&ids).enumerate() {
            let parent = if at == 0 { root } else { ids[element.parent] };
            element.write(file, *id, parent, &ids, sheets);
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
        out.child(ids[0]).parent_tree_next_key(number(lists.len() + links.len()));
        let mut tree = out.parent_tree();
        let mut keys = tree.nums();
        let objects = links.iter().map(|link| ids[link.element]);
        for (key, id) in lists.into_iter().chain(objects).enumerate() {
            keys.insert(number(key), id);
        }
        root
    }
}

impl Kid {
    fn page(&self) -> Option<usize> {
        match self {
            Self::Element(_) => None,
            Self::Content { page, .. } | Self::Object { page, .. } => Some(*page),
        }
    }
}

impl Element {
    fn write(&self, file: &mut File, id: Ref, parent: Ref, ids: &[Ref], sheets: &[Sheet]) {
        let mut out = file.pdf.struct_element(id);
        out.kind(self.role.standard()).parent(parent);
        // The page most of it stands on is named once, others where they differ.
        let page = self.kids.iter().find_map(Kid::page);
        if let Some(page) = page {
            out.page(sheets[page].id);
        }
        if self.span > 1 {
            out.attributes().push().table().col_span(number(self.span));
        }
        if self.role == Role::HeadCell {
            out.attributes().push().table().scope(TableHeaderScope::Column);
        }
        if self.kids.is_empty() {
            return;
        }
        let mut kids = out.children();
        for kid in &self.kids {
            match *kid {
                Kid::Element(element) => {
                    kids.struct_element(ids[element]);
                }
                Kid::Content { page: at, id } if Some(at) == page => {
                    kids.marked_content_id(id);
                }
                Kid::Content { page, id } => {
                    kids.marked_content_ref().page(sheets[page].id).marked_content_id(id);
                }
                Kid::Object { page, id } => {
                    kids.object_ref().page(sheets[page].id).object(id);
                }
            }
        }
        kids.finish();
        out.finish();
    }
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
                [H1, H2, H3, H4, H5, H6][level.clamp(1, 6) - 1]
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
