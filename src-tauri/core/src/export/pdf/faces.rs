//! The faces a document uses, cut down to the characters it uses, embedded with their widths and their Unicode.
//!
//! Each character has a code of its own, so that text copies exactly even where the font draws two characters with one
//! glyph (a space and a no-break space). printpdf cuts the fonts; its own writer rounds widths down, which moves the right
//! edge of a justified line by up to a point, so the dictionaries are written here.

use std::collections::BTreeMap;

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Name, Rect, Ref, Str};
use printpdf::ParsedFont;
use sha2::{Digest, Sha256};
use ttf_parser::{Face as Ttf, name_id};

use super::{File, packed};
use crate::export::ExportError;
use crate::layout::{Face, Fonts, Layout};

const CID: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
const UNICODE: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"UCS"), supplement: 0 };

/// The faces in use.
pub(super) struct Faces(Vec<Embedded>);

struct Embedded {
    face: Face,
    /// Code of each character by its number; 0 for those not in use.
    codes: Vec<u16>,
    /// The characters in the order of their codes, from 1 on, each with its glyph in the cut font and its width in
    /// thousandths of the type size.
    characters: Vec<(char, u16, f32)>,
    program: Vec<u8>,
    look: Look,
}

/// What the font's dictionary says of its look, in thousandths of the type size.
struct Look {
    name: String,
    italic: bool,
    bounds: Rect,
    angle: f32,
    ascent: f32,
    descent: f32,
    capitals: f32,
    stem: f32,
}

/// A face's name in the page resources.
pub(super) fn resource(face: Face) -> &'static str {
    match face {
        Face::Regular => "R",
        Face::Bold => "B",
        Face::Italic => "I",
        Face::BoldItalic => "BI",
    }
}

impl Faces {
    /// Cuts every face that the pages use.
    pub fn of(layout: &Layout, fonts: &Fonts) -> Result<Self, ExportError> {
        let mut used: [Vec<bool>; 4] = Default::default();
        for span in layout.pages.iter().flat_map(|page| &page.lines).flat_map(|line| &line.spans) {
            let used = &mut used[span.face as usize];
            // the space that parts a line from the next
            for c in span.text.chars().chain([' ']) {
                let at = c as usize;
                if used.len() <= at {
                    used.resize(at + 1, false);
                }
                used[at] = true;
            }
        }
        let used = Face::ALL.into_iter().zip(&used).filter(|(_, used)| !used.is_empty());
        used.map(|(face, used)| Embedded::cut(face, used, fonts.bytes(face))).collect::<Result<_, _>>().map(Self)
    }

    /// A character's code; 0, the empty box, for one the layout has not let through.
    pub fn code(&self, face: Face, c: char) -> u16 {
        self.0.iter().find(|f| f.face == face).and_then(|f| f.codes.get(c as usize)).copied().unwrap_or(0)
    }

    /// Writes the fonts' objects.
    pub fn write(&self, file: &mut File) -> Result<Vec<(Face, Ref)>, ExportError> {
        self.0.iter().map(|face| Ok((face.face, face.write(file)?))).collect()
    }
}

impl Embedded {
    fn cut(face: Face, used: &[bool], bytes: &[u8]) -> Result<Self, ExportError> {
        let failed = |reason: String| ExportError::Pdf(format!("không nhúng được phông {}: {reason}", face.title()));
        let font = Ttf::parse(bytes, 0).map_err(|error| failed(error.to_string()))?;
        let thousandths = |units: f32| units * 1000.0 / f32::from(font.units_per_em());
        let characters: Vec<char> =
            (0_u32..).zip(used).filter(|(_, used)| **used).filter_map(|(c, _)| char::from_u32(c)).collect();
        let glyphs: Vec<u16> = characters.iter().map(|c| font.glyph_index(*c).map_or(0, |glyph| glyph.0)).collect();
        let wanted: BTreeMap<u16, String> = glyphs.iter().zip(&characters).map(|(glyph, c)| (*glyph, c.to_string())).collect();
        let mut warnings = Vec::new();
        let parsed = ParsedFont::from_bytes(bytes, 0, &mut warnings).ok_or_else(|| failed(format!("{warnings:?}")))?;
        let cut = printpdf::subset_font(&parsed, &wanted).map_err(failed)?;
        let mut codes = vec![0; used.len()];
        let mut placed = Vec::with_capacity(characters.len());
        for (code, (c, glyph)) in (1_u16..).zip(characters.iter().zip(&glyphs)) {
            codes[*c as usize] = code;
            let width = font.glyph_hor_advance(ttf_parser::GlyphId(*glyph)).unwrap_or(0);
            let new = cut.glyph_mapping.get(glyph).map_or(0, |(new, _)| *new);
            placed.push((*c, new, (thousandths(f32::from(width)) * 100.0).round() / 100.0));
        }
        let look = Look::of(&font, &cut.bytes, face);
        Ok(Self { face, codes, characters: placed, program: cut.bytes, look })
    }

    fn write(&self, file: &mut File) -> Result<Ref, ExportError> {
        let [font, descendant, descriptor, program, glyphs, unicode] = [(); 6].map(|()| file.id());
        let name = Name(self.look.name.as_bytes());

        let mut out = file.pdf.type0_font(font);
        out.base_font(name).encoding_predefined(Name(b"Identity-H")).descendant_font(descendant).to_unicode(unicode);
        drop(out);

        let mut out = file.pdf.cid_font(descendant);
        out.subtype(CidFontType::Type2).base_font(name).system_info(CID).font_descriptor(descriptor).default_width(0.0);
        out.cid_to_gid_map_stream(glyphs).widths().consecutive(1, self.characters.iter().map(|(_, _, width)| *width));
        drop(out);

        let look = &self.look;
        let mut flags = FontFlags::SERIF | FontFlags::SYMBOLIC;
        flags.set(FontFlags::ITALIC, look.italic);
        let mut out = file.pdf.font_descriptor(descriptor);
        out.name(name).flags(flags).bbox(look.bounds).italic_angle(look.angle).ascent(look.ascent);
        out.descent(look.descent).cap_height(look.capitals).stem_v(look.stem).font_file2(program);
        drop(out);

        let packed_program = packed(&self.program)?;
        let mut out = file.pdf.stream(program, &packed_program);
        out.filter(Filter::FlateDecode).pair(Name(b"Length1"), super::number(self.program.len()));
        drop(out);

        let map: Vec<u8> =
            std::iter::once(0).chain(self.characters.iter().map(|(_, glyph, _)| *glyph)).flat_map(u16::to_be_bytes).collect();
        file.stream(glyphs, &map)?;

        let mut cmap = UnicodeCmap::<u16>::new(Name(b"Adobe-Identity-UCS"), UNICODE);
        for (code, (c, _, _)) in (1_u16..).zip(&self.characters) {
            cmap.pair(code, *c);
        }
        let packed_cmap = packed(cmap.finish().as_slice())?;
        file.pdf.cmap(unicode, &packed_cmap).filter(Filter::FlateDecode);
        Ok(font)
    }
}

impl Look {
    fn of(font: &Ttf, program: &[u8], face: Face) -> Self {
        let thousandths = |units: i16| f32::from(units) * 1000.0 / f32::from(font.units_per_em());
        let bounds = font.global_bounding_box();
        Self {
            name: format!("{}+{}", tag(program), font_name(font, face)),
            italic: font.is_italic(),
            bounds: Rect::new(
                thousandths(bounds.x_min),
                thousandths(bounds.y_min),
                thousandths(bounds.x_max),
                thousandths(bounds.y_max),
            ),
            angle: font.italic_angle(),
            ascent: thousandths(font.ascender()),
            descent: thousandths(font.descender()),
            capitals: thousandths(font.capital_height().unwrap_or(font.ascender())),
            // the usual estimate from the weight, 400 to 900
            stem: 10.0 + 220.0 * (f32::from(font.weight().to_number()) - 50.0) / 900.0,
        }
    }
}

/// The font's PostScript name: ASCII without signs that a PDF name would escape.
fn font_name(font: &Ttf, face: Face) -> String {
    let names = font.names().into_iter().filter(|name| name.name_id == name_id::POST_SCRIPT_NAME);
    let name: String = names.filter_map(|name| name.to_string()).next().unwrap_or_default();
    let plain: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if plain.is_empty() { format!("Serif-{}", resource(face)) } else { plain }
}

/// Six capitals that tell this cut from any other of the font.
fn tag(program: &[u8]) -> String {
    Sha256::digest(program).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
