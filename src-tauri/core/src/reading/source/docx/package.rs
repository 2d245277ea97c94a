//! The ZIP package of a DOCX: its parts, with limits on what a paper can be.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::xml::Element;
use crate::reading::ReadError;
use crate::reading::source::limits::{LARGEST_PART, exceeded, mebibytes};

/// A DOCX's package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

/// The file cannot be a whole Word document.
pub(super) fn damaged() -> ReadError {
    ReadError::new("Tệp .docx bị hỏng hoặc tải về chưa hết.", "Lấy lại tệp gốc; nếu mở được bằng Word thì lưu lại rồi chọn lại.")
}

impl<'a> Package<'a> {
    /// Opens the package.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        ZipArchive::new(Cursor::new(bytes)).map(|archive| Self { archive }).map_err(|_| damaged())
    }

    /// A part as a tree; `None` if the package has none of that name.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Element>, ReadError> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let file = self.archive.by_index(index).map_err(|_| damaged())?;
        let mut text = Vec::new();
        file.take(LARGEST_PART + 1).read_to_end(&mut text).map_err(|_| damaged())?;
        if text.len() as u64 > LARGEST_PART {
            return Err(exceeded("chữ khi giải nén", name, &mebibytes(LARGEST_PART)));
        }
        let text = String::from_utf8(text).map_err(|_| damaged())?;
        Element::parse(&text, name).map(Some)
    }

    /// The main part: where the package says it is, else where Word puts it.
    pub(super) fn main(&mut self) -> Result<String, ReadError> {
        let relations = self.part("_rels/.rels")?;
        let target = relations.as_ref().and_then(|relations| {
            let is_main = |e: &&Element| e.attribute("Type").is_some_and(|t| t.ends_with("/officeDocument"));
            relations.elements().find(is_main)?.attribute("Target").map(|t| t.trim_start_matches('/').to_owned())
        });
        Ok(target.filter(|name| self.archive.index_for_name(name).is_some()).unwrap_or_else(|| "word/document.xml".to_owned()))
    }

    /// Names of the parts that begin so, in order, at most `most`.
    pub(super) fn names(&self, begin: &str, most: usize) -> Vec<String> {
        let mut names: Vec<String> = self
            .archive
            .file_names()
            .flatten()
            .filter(|name| name.starts_with(begin) && name.ends_with(".xml"))
            .map(|name| name.to_string())
            .collect();
        names.sort();
        names.truncate(most);
        names
    }
}
