//! Small grey pictures of pages: read from poppler, kept as PNG, compared with a tolerance.
#![allow(clippy::panic)]

use std::fs;
use std::path::Path;
use std::process::Command;

/// A grey picture, 0 black to 255 white, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// `width * height` values.
    pub grey: Vec<u8>,
}

/// Pixels to the inch of the kept pictures: lines of text can be told apart, letters cannot.
const RESOLUTION: &str = "45";
/// Pixels that differ by more than this, after both pictures are softened, are another picture; less is the renderer's doing.
const NOTICED: u8 = 48;
/// Share of a page that may differ so.
const TOLERATED: f64 = 0.002;

/// A page of a PDF, counted from 1.
///
/// # Panics
/// If poppler is missing or does not read the file.
pub fn page(pdf: &Path, page: usize) -> Picture {
    let page = page.to_string();
    let arguments = ["-gray", "-r", RESOLUTION, "-f", &page, "-l", &page];
    let output = Command::new("pdftoppm").args(arguments).arg(pdf).output();
    let output = output.unwrap_or_else(|error| panic!("pdftoppm did not start ({error}): `cargo xtask test` installs it"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    pgm(&output.stdout).unwrap_or_else(|| panic!("pdftoppm gave no grey picture of page {page}"))
}

/// The binary form of a portable greymap: "P5", width, height, 255, pixels.
fn pgm(bytes: &[u8]) -> Option<Picture> {
    let mut fields = bytes.splitn(4, |byte| byte.is_ascii_whitespace());
    let mut field = || fields.next().and_then(|field| std::str::from_utf8(field).ok());
    (field()? == "P5").then_some(())?;
    let (width, height) = (field()?.parse().ok()?, field()?.parse().ok()?);
    let grey = bytes.get(bytes.len().checked_sub(width * height)?..)?.to_vec();
    Some(Picture { width, height, grey })
}

impl Picture {
    /// A coloured PNG, made grey and `shrink` times smaller each way.
    ///
    /// # Panics
    /// If it is no PNG of eight bits a channel.
    pub fn of_screenshot(bytes: &[u8], shrink: usize) -> Self {
        let fault = |error: png::DecodingError| -> ! { panic!("the screenshot is no PNG: {error}") };
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
        let mut reader = decoder.read_info().unwrap_or_else(|error| fault(error));
        let mut pixels = vec![0; reader.output_buffer_size().unwrap_or_else(|| panic!("the screenshot is too large"))];
        let info = reader.next_frame(&mut pixels).unwrap_or_else(|error| fault(error));
        let channels = info.color_type.samples();
        let colours = channels.min(3);
        let (width, height) = (info.width as usize / shrink, info.height as usize / shrink);
        let line = info.width as usize * channels;
        let mean = |place: usize| {
            let (left, top) = (place % width * shrink, place / width * shrink);
            let block = (0..shrink * shrink).map(|at| (top + at / shrink) * line + (left + at % shrink) * channels);
            let sum: usize = block.flat_map(|at| &pixels[at..at + colours]).map(|value| usize::from(*value)).sum();
            u8::try_from(sum / (shrink * shrink * colours)).unwrap_or(u8::MAX)
        };
        Self { width, height, grey: (0..width * height).map(mean).collect() }
    }

    /// Reads a PNG that [`Self::save`] wrote.
    ///
    /// # Panics
    /// If there is none, or another kind of PNG.
    pub fn load(path: &Path) -> Self {
        let file = fs::File::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let fault = |error: png::DecodingError| -> ! { panic!("{}: {error}", path.display()) };
        let mut decoder = png::Decoder::new(std::io::BufReader::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap_or_else(|error| fault(error));
        let mut grey = vec![0; reader.output_buffer_size().unwrap_or_else(|| panic!("{} is too large", path.display()))];
        let info = reader.next_frame(&mut grey).unwrap_or_else(|error| fault(error));
        assert_eq!(info.color_type, png::ColorType::Grayscale, "{}", path.display());
        grey.truncate(info.buffer_size());
        Self { width: info.width as usize, height: info.height as usize, grey }
    }

    /// Writes it as a PNG of sixteen greys.
    ///
    /// # Panics
    /// If it cannot be written.
    pub fn save(&self, path: &Path) {
        let folder = path.parent().unwrap_or(path);
        fs::create_dir_all(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let file = fs::File::create(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let side = |pixels: usize| u32::try_from(pixels).unwrap_or(u32::MAX);
        let mut encoder = png::Encoder::new(std::io::BufWriter::new(file), side(self.width), side(self.height));
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Four);
        encoder.set_compression(png::Compression::High);
        let packed: Vec<u8> = self.grey.chunks(self.width).flat_map(|row| row.chunks(2).map(pair)).collect();
        let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&packed));
        written.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    /// What a person would notice: the share of pixels that differ, and a picture of them, black where they do.
    pub fn difference(&self, other: &Self) -> (f64, Self) {
        let (width, height) = (self.width.max(other.width), self.height.max(other.height));
        let (a, b) = (self.softened(), other.softened());
        let at = |picture: &Self, x: usize, y: usize| {
            if x < picture.width && y < picture.height { picture.grey[y * picture.width + x] } else { 0 }
        };
        let grey: Vec<u8> = (0..width * height)
            .map(|place| {
                let (x, y) = (place % width, place / width);
                if at(&a, x, y).abs_diff(at(&b, x, y)) > NOTICED { 0 } else { 255 }
            })
            .collect();
        let noticed = grey.iter().filter(|pixel| **pixel == 0).count();
        (noticed as f64 / grey.len().max(1) as f64, Self { width, height, grey })
    }

    /// Whether two pictures of a page show the same.
    pub fn shows(&self, other: &Self) -> bool {
        self.difference(other).0 <= TOLERATED
    }

    /// Each pixel the mean of itself and its neighbours.
    fn softened(&self) -> Self {
        let mean = |place: usize| {
            let (x, y) = (place % self.width, place / self.width);
            let (mut sum, mut count) = (0_u32, 0_u32);
            for row in y.saturating_sub(1)..(y + 2).min(self.height) {
                for column in x.saturating_sub(1)..(x + 2).min(self.width) {
                    sum += u32::from(self.grey[row * self.width + column]);
                    count += 1;
                }
            }
            u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX)
        };
        Self { grey: (0..self.grey.len()).map(mean).collect(), ..self.clone() }
    }
}

/// Two pixels of sixteen greys in one byte.
fn pair(pixels: &[u8]) -> u8 {
    let grey = |pixel: u8| ((u16::from(pixel) * 15 + 127) / 255) as u8;
    (grey(pixels[0]) << 4) | pixels.get(1).map_or(0, |pixel| grey(*pixel))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(top: usize) -> Picture {
        let dark = |place: &usize| (place / 100) % 12 == top && place % 100 > 10 && place % 100 < 90;
        Picture { width: 100, height: 120, grey: (0..12_000).map(|place| if dark(&place) { 60 } else { 255 }).collect() }
    }

    #[test]
    fn a_line_moved_is_noticed_a_shade_is_not_and_a_file_gives_the_picture_back() {
        let page = lines(3);
        assert!(!page.shows(&lines(5)));
        let paler = Picture { grey: page.grey.iter().map(|pixel| pixel.saturating_add(20)).collect(), ..page.clone() };
        assert!(page.shows(&paler));
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
        let path = folder.path().join("page.png");
        page.save(&path);
        assert!(page.shows(&Picture::load(&path)));
    }

    #[test]
    fn pages_of_another_size_differ() {
        let page = lines(3);
        let cut = Picture { height: 60, grey: page.grey[..6_000].to_vec(), ..page.clone() };
        assert!(!page.shows(&cut));
    }
}
