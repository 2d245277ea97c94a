//! The drawing commands of a page → glyphs and strokes with their places, as the page is held to be looked at
//! (`/Rotate` applied): points from the top left, downwards.
//!
//! Follows ISO 32000-1, 8 (graphics) and 9 (text), as far as places go; colours matter only in that white strokes do
//! not show. Text that the file itself marks as running header, footer or page number (14.8.2.2) is left out, and so
//! are annotations: stamps, comments and the signatures' pictures; what is filled into a form is read.

use std::borrow::Cow;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Do;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream, String as Bytes};
use hayro_syntax::page::{Page, Resources};

use super::file::is_bounded;
use super::fonts::{Fonts, Said};

/// A matrix of PDF: (x, y) becomes (a·x + c·y + e, b·x + d·y + f).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub [f32; 6]);

impl Matrix {
    const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    fn of(numbers: [Number; 6]) -> Self {
        Self(numbers.map(|n| n.as_f32()))
    }

    pub fn point(&self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// First this, then `outer`.
    fn then(&self, outer: &Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let [oa, ob, oc, od, _, _] = outer.0;
        let (x, y) = outer.point(e, f);
        Self([a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od, x, y])
    }
}

/// A letter where it stands: from the origin of its baseline to where the next begins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub sign: char,
    pub from: (f32, f32),
    pub to: (f32, f32),
    pub size: f32,
    /// Number of its font.
    pub font: usize,
}

/// What a page shows.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub glyphs: Vec<Glyph>,
    /// Straight strokes, and the edges of thin filled areas: from, to.
    pub strokes: Vec<((f32, f32), (f32, f32))>,
    /// Share of the page that its pictures cover, at most 1 for each.
    pub pictured: f32,
    /// Letters of which the file does not say what they are.
    pub unknown: usize,
    /// Letters laid invisibly over a picture: someone's text recognition.
    pub invisible: usize,
    /// The page draws more than a paper does, and was read in part.
    pub cut_short: bool,
    /// Work it took.
    pub steps: u32,
}

/// Strokes thicker than this are areas, not rules.
pub(super) const THICKEST: f32 = 3.0;
/// Forms drawn inside forms.
const DEEPEST: u32 = 12;
/// A dense page of a paper takes some ten thousand steps.
const MOST_STEPS: u32 = 2_000_000;
const MOST_GLYPHS: usize = 200_000;
/// Bytes of content that count as one step: commands are shorter, so that only content of blanks is charged by its length.
const BYTES_A_STEP: usize = 256;
/// Bytes of a page's content, all its parts together. Behind it the page is read no further.
const LONGEST_CONTENT: usize = 64 << 20;

#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<usize>,
    size: f32,
    spacing: f32,
    word_spacing: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
    unseen: bool,
    white_fill: bool,
    white_stroke: bool,
}

/// Reads a page.
pub(super) fn shown<'a>(page: &Page<'a>, fonts: &mut Fonts<'a>) -> Shown {
    #[allow(clippy::cast_possible_truncation)]
    let matrix = Matrix(page.initial_transform(true).as_coeffs().map(|n| n as f32));
    let (width, height) = page.render_dimensions();
    let mut reader = Reader { fonts, out: Shown::default(), area: (width * height).max(1.0), steps: 0 };
    let content = content(page);
    reader.charge(content.len());
    reader.run(&content, page.resources(), &State::at(matrix), 0);
    reader.fields(page, matrix);
    Shown { steps: reader.steps, ..reader.out }
}

/// The page's own content, unpacked for the time it is read.
fn content(page: &Page<'_>) -> Vec<u8> {
    if let Some(stream) = page.raw().get::<Stream<'_>>(b"Contents") {
        return unpacked(&stream).map(Cow::into_owned).unwrap_or_default();
    }
    let mut joined = Vec::new();
    for stream in page.raw().get::<Array<'_>>(b"Contents").into_iter().flat_map(|parts| parts.iter::<Stream<'_>>()) {
        // parts that are each within bounds may be named again and again
        if joined.len() > LONGEST_CONTENT {
            break;
        }
        if let Some(data) = unpacked(&stream) {
            joined.extend_from_slice(&data);
            joined.push(b'\n');
        }
    }
    joined
}

fn unpacked<'a>(stream: &Stream<'a>) -> Option<Cow<'a, [u8]>> {
    is_bounded(stream).then(|| stream.decoded_data().ok()).flatten()
}

impl State {
    fn at(matrix: Matrix) -> Self {
        Self {
            matrix,
            font: None,
            size: 1.0,
            spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            unseen: false,
            white_fill: false,
            white_stroke: false,
        }
    }
}

struct Reader<'f, 'a> {
    fonts: &'f mut Fonts<'a>,
    out: Shown,
    area: f32,
    steps: u32,
}

/// Content between marks: what the marks say of it.
struct Marked {
    /// Of the printer, not of the paper.
    artifact: bool,
    /// What the glyphs from here on really say.
    actual: Option<(String, usize)>,
}

/// The lines of a path under way.
#[derive(Default)]
struct Path {
    pen: (f32, f32),
    begun: (f32, f32),
    lines: Vec<((f32, f32), (f32, f32))>,
    /// Boxes of subpaths that are done: left, top, right, bottom.
    boxes: Vec<[f32; 4]>,
    open: Option<[f32; 4]>,
}

impl Path {
    fn to(&mut self, point: (f32, f32)) {
        self.pen = point;
        let held = self.open.get_or_insert([point.0, point.1, point.0, point.1]);
        *held = [held[0].min(point.0), held[1].min(point.1), held[2].max(point.0), held[3].max(point.1)];
    }

    fn begin(&mut self, point: (f32, f32)) {
        self.boxes.extend(self.open.take());
        self.to(point);
        self.begun = point;
    }

    fn line(&mut self, point: (f32, f32)) {
        self.lines.push((self.pen, point));
        self.to(point);
    }

    fn close(&mut self) {
        let begun = self.begun;
        if self.pen != begun {
            self.line(begun);
        }
    }
}

impl<'a> Reader<'_, 'a> {
    /// Counts the work of looking through so many bytes.
    fn charge(&mut self, bytes: usize) {
        self.steps = self.steps.saturating_add(u32::try_from(bytes / BYTES_A_STEP).unwrap_or(u32::MAX));
        self.out.cut_short |= bytes > LONGEST_CONTENT;
    }

    fn run(&mut self, content: &[u8], resources: &Resources<'a>, from: &State, depth: u32) {
        let mut now = from.clone();
        let mut kept: Vec<State> = Vec::new();
        let mut marks: Vec<Marked> = Vec::new();
        let mut path = Path::default();
        let (mut text, mut line) = (Matrix::SAME, Matrix::SAME);
        // fonts are named anew at every change: looking the name up each time would cost more than the text
        let mut known: Vec<(Vec<u8>, Option<usize>)> = Vec::new();
        let mut steps = TypedIter::new(content);
        while let Some(step) = steps.next() {
            self.steps += 1;
            if self.steps > MOST_STEPS || self.out.glyphs.len() > MOST_GLYPHS {
                self.out.cut_short = true;
                return;
            }
            let hidden = marks.iter().any(|m| m.artifact);
            match step {
                Do::SaveState(_) if kept.len() < 512 => kept.push(now.clone()),
                Do::RestoreState(_) => now = kept.pop().unwrap_or(now),
                Do::Transform(m) => now.matrix = Matrix::of([m.0, m.1, m.2, m.3, m.4, m.5]).then(&now.matrix),
                Do::NonStrokeColorDeviceGray(gray) => now.white_fill = is_white(&[gray.0]),
                Do::NonStrokeColorDeviceRgb(rgb) => now.white_fill = is_white(&[rgb.0, rgb.1, rgb.2]),
                Do::NonStrokeColor(tones) => now.white_fill = tones.0.len() != 4 && is_white(&tones.0),
                Do::NonStrokeColorNamed(tones) => now.white_fill = tones.0.len() == 3 && is_white(&tones.0),
                Do::NonStrokeColorCmyk(ink) => now.white_fill = [ink.0, ink.1, ink.2, ink.3].iter().all(|n| n.as_f32() < 0.02),
                Do::StrokeColorDeviceGray(gray) => now.white_stroke = is_white(&[gray.0]),
                Do::StrokeColorDeviceRgb(rgb) => now.white_stroke = is_white(&[rgb.0, rgb.1, rgb.2]),
                Do::StrokeColor(tones) => now.white_stroke = tones.0.len() != 4 && is_white(&tones.0),
                Do::StrokeColorNamed(tones) => now.white_stroke = tones.0.len() == 3 && is_white(&tones.0),
                Do::StrokeColorCmyk(ink) => now.white_stroke = [ink.0, ink.1, ink.2, ink.3].iter().all(|n| n.as_f32() < 0.02),

                Do::MoveTo(p) => path.begin(now.matrix.point(p.0.as_f32(), p.1.as_f32())),
                Do::LineTo(p) => path.line(now.matrix.point(p.0.as_f32(), p.1.as_f32())),
                Do::CubicTo(c) => path.to(now.matrix.point(c.4.as_f32(), c.5.as_f32())),
                Do::CubicStartTo(c) => path.to(now.matrix.point(c.2.as_f32(), c.3.as_f32())),
                Do::CubicEndTo(c) => path.to(now.matrix.point(c.2.as_f32(), c.3.as_f32())),
                Do::ClosePath(_) => path.close(),
                Do::RectPath(r) => {
                    let (x, y, w, h) = (r.0.as_f32(), r.1.as_f32(), r.2.as_f32(), r.3.as_f32());
                    path.begin(now.matrix.point(x, y));
                    for (x, y) in [(x + w, y), (x + w, y + h), (x, y + h)] {
                        path.line(now.matrix.point(x, y));
                    }
                    path.close();
                }
                Do::StrokePath(_) => self.stroke(&mut path, &now),
                Do::CloseAndStrokePath(_) => {
                    path.close();
                    self.stroke(&mut path, &now);
                }
                Do::FillPathNonZero(_) | Do::FillPathNonZeroCompatibility(_) | Do::FillPathEvenOdd(_) => {
                    self.fill(&mut path, &now)
                }
                Do::FillAndStrokeNonZero(_) | Do::FillAndStrokeEvenOdd(_) => self.stroke(&mut path, &now),
                Do::CloseFillAndStrokeNonZero(_) | Do::CloseFillAndStrokeEvenOdd(_) => {
                    path.close();
                    self.stroke(&mut path, &now);
                }
                Do::EndPath(_) => path = Path::default(),

                Do::BeginText(_) => (text, line) = (Matrix::SAME, Matrix::SAME),
                Do::CharacterSpacing(n) => now.spacing = n.0.as_f32(),
                Do::WordSpacing(n) => now.word_spacing = n.0.as_f32(),
                Do::HorizontalScaling(n) => now.stretch = n.0.as_f32() / 100.0,
                Do::TextLeading(n) => now.leading = n.0.as_f32(),
                Do::TextRise(n) => now.rise = n.0.as_f32(),
                Do::TextRenderingMode(n) => now.unseen = matches!(n.0.as_i64(), 3 | 7),
                Do::TextFont(f) => {
                    let found = known.iter().find(|(name, _)| name.as_slice() == f.0.as_ref()).map(|(_, font)| *font);
                    now.font = found.unwrap_or_else(|| {
                        let font = resources.get_font(f.0).map(|font| self.fonts.number(&font));
                        known.push((f.0.as_ref().to_vec(), font));
                        font
                    });
                    now.size = f.1.as_f32();
                }
                Do::SetGraphicsState(name) => self.graphics_state(resources.get_ext_g_state(name.0), &mut now),
                Do::SetTextMatrix(m) => {
                    line = Matrix::of([m.0, m.1, m.2, m.3, m.4, m.5]);
                    text = line;
                }
                Do::NextLine(by) => text = moved(&mut line, by.0.as_f32(), by.1.as_f32()),
                Do::NextLineAndSetLeading(by) => {
                    now.leading = -by.1.as_f32();
                    text = moved(&mut line, by.0.as_f32(), by.1.as_f32());
                }
                Do::NextLineUsingLeading(_) => text = moved(&mut line, 0.0, -now.leading),
                Do::ShowText(shown) => self.show(shown.0, &now, &mut text, hidden),
                Do::NextLineAndShowText(shown) => {
                    text = moved(&mut line, 0.0, -now.leading);
                    self.show(shown.0, &now, &mut text, hidden);
                }
                Do::ShowTextWithParameters(shown) => {
                    (now.word_spacing, now.spacing) = (shown.0.as_f32(), shown.1.as_f32());
                    text = moved(&mut line, 0.0, -now.leading);
                    self.show(shown.2, &now, &mut text, hidden);
                }
                Do::ShowTexts(parts) => {
                    for part in parts.0.iter::<Object<'_>>() {
                        match part {
                            Object::Number(back) => {
                                along(&mut text, -back.as_f32() / 1000.0 * now.size * now.stretch);
                            }
                            Object::String(shown) => self.show(&shown, &now, &mut text, hidden),
                            _ => {}
                        }
                    }
                }

                Do::BeginMarkedContent(mark) => marks.push(self.marked(mark.0, None)),
                Do::BeginMarkedContentWithProperties(mark) => {
                    let listed = match mark.1 {
                        Object::Dict(dict) => Some(dict.clone()),
                        Object::Name(name) => resources.properties.get::<Dict<'_>>(name),
                        _ => None,
                    };
                    marks.push(self.marked(mark.0, listed.as_ref()));
                }
                Do::EndMarkedContent(_) => {
                    if let Some((actual, from)) = marks.pop().and_then(|mark| mark.actual) {
                        self.say(&actual, from);
                    }
                }
                Do::XObject(name) => {
                    if let Some(drawn) = resources.get_x_object(name.0) {
                        self.object(&drawn, resources, &now, depth, hidden);
                    }
                }
                Do::InlineImage(_) => self.picture(&now.matrix),
                _ => {}
            }
        }
    }

    fn graphics_state(&mut self, dict: Option<Dict<'a>>, now: &mut State) {
        let Some(parts) = dict.and_then(|dict| dict.get::<Array<'_>>(b"Font")) else { return };
        let mut parts = parts.flex_iter();
        if let (Some(font), Some(size)) = (parts.next::<Dict<'_>>(), parts.next::<Number>()) {
            now.font = Some(self.fonts.number(&font));
            now.size = size.as_f32();
        }
    }

    fn marked(&self, tag: &Name<'_>, properties: Option<&Dict<'_>>) -> Marked {
        let says = |key: &[u8], wanted: &[&str]| {
            let name = properties.and_then(|p| p.get::<Name<'_>>(key));
            name.is_some_and(|name| wanted.contains(&name.as_str()))
        };
        let running = says(b"Type", &["Pagination"]) || says(b"Subtype", &["Header", "Footer", "Watermark", "PageNum"]);
        let actual = properties
            .and_then(|p| p.get::<Bytes<'_>>(b"ActualText"))
            .map(|text| (in_letters(text.as_bytes()), self.out.glyphs.len()));
        Marked { artifact: tag.as_str() == "Artifact" && running, actual }
    }

    /// Puts what the file says the glyphs from `from` on mean in their place.
    fn say(&mut self, actual: &str, from: usize) {
        let Some((first, last)) = self.out.glyphs.get(from..).and_then(|span| Some((*span.first()?, *span.last()?))) else {
            return;
        };
        if (first.from.1 - last.from.1).abs() > 0.5 && (first.from.0 - last.from.0).abs() > 0.5 {
            return;
        }
        self.out.glyphs.truncate(from);
        self.spread(actual.chars(), first.from, last.to, first);
    }

    /// Letters that share a place, side by side; marks stand at the end of what they belong to.
    fn spread(&mut self, letters: impl Iterator<Item = char> + Clone, from: (f32, f32), to: (f32, f32), like: Glyph) {
        let is_mark = |c: &char| matches!(c, '\u{300}'..='\u{36f}');
        #[allow(clippy::cast_precision_loss)]
        let count = letters.clone().filter(|c| !is_mark(c)).count().max(1) as f32;
        let at = |share: f32| (from.0 + (to.0 - from.0) * share / count, from.1 + (to.1 - from.1) * share / count);
        let mut done = 0.0;
        for sign in letters {
            let start = at(done);
            done += if is_mark(&sign) { 0.0 } else { 1.0 };
            self.out.glyphs.push(Glyph { sign, from: start, to: at(done), ..like });
        }
    }

    fn show(&mut self, shown: &Bytes<'_>, now: &State, text: &mut Matrix, hidden: bool) {
        let Some(number) = now.font else { return };
        let bytes = shown.as_bytes();
        let whole = text.then(&now.matrix);
        let up = (whole.0[2] * now.size, whole.0[3] * now.size);
        let size = up.0.hypot(up.1);
        let mut x = 0.0;
        let mut at = 0;
        while at < bytes.len() {
            let face = self.fonts.face(number);
            let (code, taken) = face.next(bytes, at);
            at += taken;
            let code_is_space = taken == 1 && code == 32;
            let read = face.code(code);
            let word = if code_is_space { now.word_spacing } else { 0.0 };
            let width = read.advance * now.size * now.stretch;
            let step = width + (now.spacing + word) * now.stretch;
            let (from, to) = (whole.point(x, now.rise), whole.point(x + width, now.rise));
            x += step;
            if hidden {
                continue;
            }
            let glyph = Glyph { sign: ' ', from, to, size, font: number };
            match &read.said {
                Said::Letter(sign) => self.out.glyphs.push(Glyph { sign: *sign, ..glyph }),
                Said::Letters(letters) => {
                    let letters = letters.clone();
                    self.spread(letters.chars(), from, to, glyph);
                }
                Said::Unknown => self.out.unknown += 1,
            }
            self.out.invisible += usize::from(now.unseen);
        }
        along(text, x);
    }

    fn stroke(&mut self, path: &mut Path, now: &State) {
        if !now.white_stroke {
            self.out.strokes.append(&mut path.lines);
        }
        *path = Path::default();
    }

    /// Of filled areas only thin ones are rules.
    fn fill(&mut self, path: &mut Path, now: &State) {
        path.boxes.extend(path.open.take());
        if !now.white_fill {
            let thin = path.boxes.iter().filter(|b| b[2] - b[0] <= THICKEST || b[3] - b[1] <= THICKEST);
            self.out.strokes.extend(thin.map(|b| ((b[0], b[1]), (b[2], b[3]))));
        }
        *path = Path::default();
    }

    fn picture(&mut self, matrix: &Matrix) {
        let [a, b, c, d, _, _] = matrix.0;
        let share = ((a * d - b * c) / self.area).abs();
        self.out.pictured += if share.is_finite() { share.min(1.0) } else { 0.0 };
    }

    fn object(&mut self, drawn: &Stream<'a>, resources: &Resources<'a>, now: &State, depth: u32, hidden: bool) {
        match drawn.dict().get::<Name<'_>>(b"Subtype").as_ref().map(Name::as_str) {
            Some("Image") => self.picture(&now.matrix),
            Some("Form") if depth < DEEPEST && !hidden => self.form(drawn, Some(resources), now, depth),
            _ => {}
        }
    }

    fn form(&mut self, form: &Stream<'a>, outer: Option<&Resources<'a>>, now: &State, depth: u32) {
        let Some(content) = unpacked(form) else { return };
        self.charge(content.len());
        let own = form.dict().get::<Dict<'a>>(b"Resources").map(Resources::new);
        let Some(resources) = own.as_ref().or(outer) else { return };
        let mut state = now.clone();
        if let Some(matrix) = form.dict().get::<[f32; 6]>(b"Matrix") {
            state.matrix = Matrix(matrix).then(&now.matrix);
        }
        self.run(&content, resources, &state, depth + 1);
    }

    /// What is filled into the page's form fields, as it is shown.
    fn fields(&mut self, page: &Page<'a>, matrix: Matrix) {
        let Some(notes) = page.raw().get::<Array<'_>>(b"Annots") else { return };
        for note in notes.iter::<Dict<'_>>() {
            let named = |dict: &Dict<'_>, key: &[u8]| dict.get::<Name<'_>>(key).map(|name| name.as_str().to_owned());
            let kind = named(&note, b"FT").or_else(|| named(&note.get::<Dict<'_>>(b"Parent")?, b"FT"));
            // 2: hidden, 32: not viewed
            let seen = note.get::<u32>(b"F").unwrap_or(0) & 34 == 0;
            let is_field = named(&note, b"Subtype").as_deref() == Some("Widget") && matches!(kind.as_deref(), Some("Tx" | "Ch"));
            if !seen || !is_field {
                continue;
            }
            let shown = note.get::<Dict<'_>>(b"AP").and_then(|looks| looks.get::<Stream<'a>>(b"N"));
            let (Some(form), Some([x0, y0, x1, y1])) = (shown, note.get::<[f32; 4]>(b"Rect")) else { continue };
            let [bx0, by0, bx1, by1] = form.dict().get::<[f32; 4]>(b"BBox").unwrap_or([0.0, 0.0, x1 - x0, y1 - y0]);
            let scale = |to: f32, from: f32| if from.abs() < f32::EPSILON { 1.0 } else { to / from };
            let (sx, sy) = (scale((x1 - x0).abs(), (bx1 - bx0).abs()), scale((y1 - y0).abs(), (by1 - by0).abs()));
            let placed = Matrix([sx, 0.0, 0.0, sy, x0.min(x1) - bx0.min(bx1) * sx, y0.min(y1) - by0.min(by1) * sy]);
            self.form(&form, None, &State::at(placed.then(&matrix)), 0);
        }
    }
}

fn is_white(tones: &[Number]) -> bool {
    !tones.is_empty() && tones.iter().all(|n| n.as_f32() > 0.98)
}

/// Moves the text on along its line.
fn along(text: &mut Matrix, by: f32) {
    let [a, b, c, d, ..] = text.0;
    let (x, y) = text.point(by, 0.0);
    text.0 = [a, b, c, d, x, y];
}

/// Begins a line at an offset from the last one's beginning.
fn moved(line: &mut Matrix, x: f32, y: f32) -> Matrix {
    let (e, f) = line.point(x, y);
    let [a, b, c, d, ..] = line.0;
    line.0 = [a, b, c, d, e, f];
    *line
}

/// A text string of a PDF: UTF-16 or UTF-8 with their marks, else close enough to Latin-1.
fn in_letters(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}
