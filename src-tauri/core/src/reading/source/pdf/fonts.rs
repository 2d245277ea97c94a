//! Fonts of a PDF: what each code of a text means in letters, how far it moves on, how it looks.
//!
//! A code is believed where the file says what it means (ToUnicode, the names of an encoding, the font's own table of
//! letters). Where nothing says so its letter is unknown, and is counted rather than guessed.

use std::collections::HashMap;
use std::sync::Arc;

use hayro_font::hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use super::file::is_bounded;
use super::letters::{HYPHEN_OR_U, Told};

/// What a code says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Said {
    /// One letter.
    Letter(char),
    /// A ligature, or a letter with its marks.
    Letters(Box<str>),
    /// The file does not say.
    Unknown,
}

/// A code of a font.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Code {
    pub said: Said,
    /// How far the next code stands behind it, in type sizes.
    pub advance: f32,
}

/// A font as it looks, with the codes met so far.
pub(super) struct Face<'a> {
    font: Option<Font<'a>>,
    codes: HashMap<u32, Code>,
    /// Letters by glyph, from the embedded font's own table; looked up only where the PDF says nothing.
    own_table: Option<HashMap<u16, char>>,
    /// The file's own word is to be believed for codes without ToUnicode.
    named: bool,
    mapped: bool,
    dingbats: Option<Dingbats>,
    /// Its letters are from before Unicode.
    pub legacy: Option<Told>,
    /// Each byte is a code.
    simple: bool,
    pub bold: bool,
    pub italic: bool,
}

/// Fonts of signs, whose codes stand for bullets.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Dingbats {
    Symbol,
    Wingdings,
}

/// The fonts of a file, each taken apart once.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    faces: HashMap<(usize, usize), usize>,
    all: Vec<Face<'a>>,
    substitutes: FontResolverFn,
    tables: CMapResolverFn,
}

impl<'a> Fonts<'a> {
    pub fn new() -> Self {
        Self {
            cache: FontCache::new(),
            faces: HashMap::new(),
            all: Vec::new(),
            substitutes: Arc::new(|query| match query {
                FontQuery::Standard(font) => Some(font.get_font_data()),
                FontQuery::Fallback(wanted) => Some(wanted.pick_standard_font().get_font_data()),
            }),
            tables: Arc::new(hayro_font::hayro_cmap::load_embedded),
        }
    }

    /// The number of a font under which [`Fonts::face`] has it.
    pub fn number(&mut self, dict: &Dict<'a>) -> usize {
        let key = (dict.data().as_ptr() as usize, dict.data().len());
        if let Some(number) = self.faces.get(&key) {
            return *number;
        }
        let face = Face::new(dict, self);
        self.all.push(face);
        self.faces.insert(key, self.all.len() - 1);
        self.all.len() - 1
    }

    pub fn face(&mut self, number: usize) -> &mut Face<'a> {
        &mut self.all[number]
    }

    pub fn named(&self, number: usize) -> &Face<'a> {
        &self.all[number]
    }
}

/// A font says the widths of its glyphs in ranges ("0 65535 500"), and the parser writes every glyph of a range out: a few
/// ranges without end would take all memory there is. Large fonts have some 30,000 glyphs.
fn widths_are_bounded(font: &Dict<'_>) -> bool {
    const MOST: f32 = 500_000.0;
    [(&b"W"[..], 3), (b"W2", 5)].into_iter().all(|(key, length)| {
        let Some(widths) = font.get::<Array<'_>>(key) else { return true };
        let mut range: Vec<f32> = Vec::new();
        let mut all = 0.0;
        for part in widths.iter::<Object<'_>>() {
            let Object::Number(number) = part else {
                range.clear();
                continue;
            };
            range.push(number.as_f32());
            if range.len() == length {
                all += (range[1] - range[0]).max(0.0);
                range.clear();
            }
        }
        all <= MOST
    })
}

impl<'a> Face<'a> {
    fn new(dict: &Dict<'a>, fonts: &Fonts<'a>) -> Self {
        let below = dict.get::<Array<'_>>(b"DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let own = below.as_ref().unwrap_or(dict);
        let descriptor = own.get::<Dict<'_>>(b"FontDescriptor").unwrap_or_default();
        let files: [&[u8]; 3] = [b"FontFile", b"FontFile2", b"FontFile3"];
        let embedded: Vec<Stream<'_>> = files.iter().filter_map(|key| descriptor.get::<Stream<'_>>(key)).collect();
        let to_unicode = dict.get::<Stream<'_>>(b"ToUnicode");
        let mapped = to_unicode.is_some();
        let bounded = embedded.iter().chain(&to_unicode).all(is_bounded) && widths_are_bounded(own);
        let font = bounded.then(|| fonts.cache.font(dict, &fonts.substitutes, &fonts.tables)).flatten();

        let printed = dict.get::<Name<'_>>(b"BaseFont").map(|name| name.as_str().to_owned()).unwrap_or_default();
        let name = printed.split_once('+').filter(|(prefix, _)| prefix.len() == 6).map_or(printed.as_str(), |(_, n)| n);
        let lower = name.to_lowercase();
        let legacy = bounded.then(|| Told::of(name, dict, to_unicode.as_ref())).flatten();
        let flags = descriptor.get::<u32>(b"Flags").unwrap_or(0);
        let weight = descriptor.get::<f32>(b"FontWeight").unwrap_or(0.0);
        let program = font.as_ref().and_then(|font| match font.glyph(font.map_code(1), 1) {
            FontGlyph::Outline(glyph) => glyph.font_data(),
            FontGlyph::Type3(_) => None,
        });
        let heavy = program.as_ref().and_then(|p| p.weight).is_some_and(|weight| weight >= 600);
        let slanted = program.as_ref().is_some_and(|p| p.is_italic);
        // a symbolic subset without an encoding counts its glyphs: its codes are no letters
        let encoded = dict.get::<Object<'_>>(b"Encoding").is_some();
        let named = below.is_none() && (encoded || embedded.is_empty() || flags & 32 != 0);
        Self {
            named: named || (below.is_some() && embedded.is_empty() && !is_identity(dict)),
            own_table: None,
            mapped,
            legacy,
            simple: below.is_none(),
            dingbats: match () {
                () if lower.contains("wingdings") => Some(Dingbats::Wingdings),
                () if lower.starts_with("symbol") => Some(Dingbats::Symbol),
                () => None,
            },
            bold: lower.contains("bold") || lower.contains("black") || lower.contains("heavy") || weight >= 600.0 || heavy,
            italic: lower.contains("italic") || lower.contains("oblique") || flags & 64 != 0 || slanted,
            codes: HashMap::new(),
            font,
        }
    }

    /// The code that begins at `at`, and how many bytes it takes.
    pub fn next(&self, bytes: &[u8], at: usize) -> (u32, usize) {
        match &self.font {
            Some(font) => {
                let (code, taken) = font.read_code(bytes, at);
                (code, taken.max(1))
            }
            None => (u32::from(bytes[at]), 1),
        }
    }

    pub fn code(&mut self, code: u32) -> &Code {
        if !self.codes.contains_key(&code) {
            let read = self.read(code);
            self.codes.insert(code, read);
        }
        &self.codes[&code]
    }

    fn read(&mut self, code: u32) -> Code {
        let Some(font) = &self.font else { return Code { said: Said::Unknown, advance: 0.5 } };
        let advance = font.code_advance(code);
        #[allow(clippy::cast_possible_truncation)]
        let advance = (advance.x as f32 / 1000.0).clamp(-10.0, 10.0);
        let glyph = font.glyph(font.map_code(code), code);
        let said = match &glyph {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        let said = said.filter(|_| self.mapped || self.named).map_or(Said::Unknown, |said| match said {
            BfString::Char(letter) => Said::Letter(letter),
            BfString::String(letters) => Said::Letters(letters.into()),
        });
        let said = match said {
            Said::Letter('\0' | '\u{fffd}') => Said::Unknown,
            other => other,
        };
        let said = match (said, &glyph) {
            (Said::Unknown, FontGlyph::Outline(glyph)) => {
                let table = self.own_table.get_or_insert_with(|| glyph.font_data().map(|f| letters(&f)).unwrap_or_default());
                let id = u16::try_from(glyph.glyph_id().to_u32()).unwrap_or(0);
                table.get(&id).map_or(Said::Unknown, |letter| Said::Letter(*letter))
            }
            (said, _) => said,
        };
        let said = match said {
            // named as their likenesses: TCVN3 has ư and à there
            Said::Letter('-' | '\u{ad}') if self.simple && !self.mapped && code == 0xad => Said::Letter(HYPHEN_OR_U),
            Said::Letter('\u{3bc}') if self.simple && code == 0xb5 => Said::Letter('\u{b5}'),
            other => other,
        };
        if let Some(told) = &self.legacy {
            return Code { said: converted(told, code, said), advance };
        }
        let said = match (said, self.dingbats) {
            (Said::Letter(letter), Some(font)) => {
                bullet(font, u32::from(letter) & 0xff).map_or(Said::Letter(letter), Said::Letter)
            }
            (Said::Unknown, Some(font)) => bullet(font, code).map_or(Said::Unknown, Said::Letter),
            // the private letters of a font of signs under another name
            (Said::Letter(HYPHEN_OR_U), None) if self.simple && code == 0xad => Said::Letter(HYPHEN_OR_U),
            (Said::Letter(letter @ '\u{f000}'..='\u{f0ff}'), None) => {
                let sign = bullet(Dingbats::Symbol, u32::from(letter) & 0xff);
                sign.map_or(Said::Unknown, Said::Letter)
            }
            (Said::Letter('\u{e000}'..='\u{f8ff}'), None) => Said::Unknown,
            (said, _) => said,
        };
        Code { said, advance }
    }
}

/// A code of a font from before Unicode.
fn converted(told: &Told, code: u32, said: Said) -> Said {
    let text = match said {
        Said::Letter(letter) => told.letter(code, Some(letter.encode_utf8(&mut [0; 4]))),
        Said::Letters(letters) => told.letter(code, Some(&letters)),
        Said::Unknown => told.letter(code, None),
    };
    let Some(text) = text else { return Said::Unknown };
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Said::Letter(letter),
        _ => Said::Letters(text.into()),
    }
}

/// The composite font's codes are glyph numbers.
fn is_identity(dict: &Dict<'_>) -> bool {
    dict.get::<Name<'_>>(b"Encoding").is_none_or(|name| name.as_str().starts_with("Identity"))
}

/// Letters by glyph, where the embedded font kept its table.
fn letters(font: &hayro_font::OutlineFontData) -> HashMap<u16, char> {
    let mut found = HashMap::new();
    let bytes: &[u8] = (*font.data).as_ref();
    let Ok(face) = ttf_parser::Face::parse(bytes, 0) else { return found };
    let Some(tables) = face.tables().cmap else { return found };
    for table in tables.subtables.into_iter().filter(ttf_parser::cmap::Subtable::is_unicode) {
        table.codepoints(|code| {
            let letter = char::from_u32(code).filter(|c| !c.is_control());
            if let (Some(letter), Some(glyph)) = (letter, table.glyph_index(code)) {
                // of a letter's codes the lowest is the plain one
                found.entry(glyph.0).and_modify(|known: &mut char| *known = letter.min(*known)).or_insert(letter);
            }
        });
    }
    found
}

/// What the bullets of Word's lists stand for: codes of Symbol and Wingdings (Microsoft's charts of both fonts).
fn bullet(font: Dingbats, code: u32) -> Option<char> {
    let sign = match (font, code & 0xff) {
        (_, 0x20) => ' ',
        (Dingbats::Symbol, 0xb7) => '•',
        (Dingbats::Symbol, 0x2d | 0xbe) => '-',
        (Dingbats::Symbol, 0x2b) => '+',
        (Dingbats::Symbol, 0x2a) => '*',
        (Dingbats::Symbol, 0xa8) => '♦',
        (Dingbats::Symbol, 0xde) => '⇒',
        (Dingbats::Symbol, 0xae) => '→',
        (Dingbats::Symbol, code @ 0x21..=0x3f) => char::from_u32(code)?,
        (Dingbats::Wingdings, 0x6c | 0x9f) => '•',
        (Dingbats::Wingdings, 0x6e | 0xa7) => '▪',
        (Dingbats::Wingdings, 0x71 | 0x72 | 0x6f | 0xa8) => '□',
        (Dingbats::Wingdings, 0x76) => '❖',
        (Dingbats::Wingdings, 0xd8) => '➢',
        (Dingbats::Wingdings, 0xe0) => '→',
        (Dingbats::Wingdings, 0xfc) => '✓',
        (Dingbats::Wingdings, 0xfe) => '☑',
        _ => return None,
    };
    Some(sign)
}
