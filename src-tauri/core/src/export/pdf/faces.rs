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

use super::{File, Packer};
use crate::export::ExportError;
use crate::layout::{Face, Fonts};

const CID: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
const UNICODE: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"UCS"), supplement: 0 };

/// The faces in use, growing as pages are drawn: a character takes its code where it first stands.
#[derive(Default)]
pub(super) struct Faces([Used; 4]);

/// What of a face is in use.
#[derive(Default)]
struct Used {
    /// Code of each character by its number; 0 for those not in use.
    codes: Vec<u16>,
    /// The characters in the order of their codes, from 1 on.
    characters: Vec<char>,
}

/// A face cut down.
struct Embedded {
    /// The characters in the order of their codes, from 1 on, each with its glyph in the cut font and its width in
    /// thousandths of the type size.
    characters: Vec<(char, u16, f32)>,
    /// The cut font, deflated, and its length before.
    program: Vec<u8>,
    length: usize,
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
    /// A character's code. There are fewer characters in a font than codes; 0 is the empty box.
    pub fn code(&mut self, face: Face, c: char) -> u16 {
        let Used { codes, characters } = &mut self.0[face as usize];
        let at = c as usize;
        if codes.len() <= at {
            codes.resize(at + 1, 0);
        }
        if codes[at] == 0
            && let Ok(code) = u16::try_from(characters.len() + 1)
        {
            characters.push(c);
            codes[at] = code;
        }
        codes[at]
    }

    /// Cuts every face in use and writes its objects.
    pub fn write(&self, file: &mut File, fonts: &Fonts) -> Result<Vec<(Face, Ref)>, ExportError> {
        let used = Face::ALL.into_iter().zip(&self.0).filter(|(_, used)| !used.characters.is_empty());
        // cutting is a good part of what a short paper costs, and the faces do not wait for each other
        let cut: Vec<(Face, Result<Embedded, ExportError>)> = std::thread::scope(|scope| {
            let cut = |(face, used): (Face, &'_ Used)| {
                let characters = used.characters.clone();
                (face, scope.spawn(move || Embedded::cut(face, &characters, fonts.bytes(face))))
            };
            let working: Vec<_> = used.map(cut).collect();
            let lost = |face: Face| ExportError::Pdf(format!("không nhúng được phông {}", face.title()));
            working.into_iter().map(|(face, work)| (face, work.join().unwrap_or_else(|_| Err(lost(face))))).collect()
        });
        cut.into_iter().map(|(face, cut)| Ok((face, cut?.write(file)?))).collect()
    }
}

impl Embedded {
    fn cut(face: Face, characters: &[char], bytes: &[u8]) -> Result<Self, ExportError> {
        let failed = |reason: String| ExportError::Pdf(format!("không nhúng được phông {}: {reason}", face.title()));
        let font = Ttf::parse(bytes, 0).map_err(|error| failed(error.to_string()))?;
        let thousandths = |units: f32| units * 1000.0 / f32::from(font.units_per_em());
        let glyphs: Vec<u16> = characters.iter().map(|c| font.glyph_index(*c).map_or(0, |glyph| glyph.0)).collect();
        let wanted: BTreeMap<u16, String> = glyphs.iter().zip(characters).map(|(glyph, c)| (*glyph, c.to_string())).collect();
        let mut warnings = Vec::new();
        let parsed = ParsedFont::from_bytes(bytes, 0, &mut warnings).ok_or_else(|| failed(format!("{warnings:?}")))?;
        let cut = printpdf::subset_font(&parsed, &wanted).map_err(failed)?;
        let mut placed = Vec::with_capacity(characters.len());
        for (c, glyph) in characters.iter().zip(&glyphs) {
            let width = font.glyph_hor_advance(ttf_parser::GlyphId(*glyph)).unwrap_or(0);
            let new = cut.glyph_mapping.get(glyph).map_or(0, |(new, _)| *new);
            placed.push((*c, new, (thousandths(f32::from(width)) * 100.0).round() / 100.0));
        }
        let look = Look::of(&font, &cut.bytes, face);
        let program = Packer::new().pack(&cut.bytes)?;
        Ok(Self { characters: placed, program, length: cut.bytes.len(), look })
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

        let mut out = file.pdf.stream(program, &self.program);
        out.filter(Filter::FlateDecode).pair(Name(b"Length1"), super::number(self.length));
        drop(out);

        let map: Vec<u8> =
            std::iter::once(0).chain(self.characters.iter().map(|(_, glyph, _)| *glyph)).flat_map(u16::to_be_bytes).collect();
        file.stream(glyphs, &map)?;

        let mut cmap = UnicodeCmap::<u16>::new(Name(b"Adobe-Identity-UCS"), UNICODE);
        for (code, (c, _, _)) in (1_u16..).zip(&self.characters) {
            cmap.pair(code, *c);
        }
        let packed_cmap = file.packer.pack(cmap.finish().as_slice())?;
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
