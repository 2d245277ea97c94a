//! What PDF/A-2b asks for besides: an output intent, so that black and grey mean the same everywhere.
//!
//! The sRGB profile is made here from the numbers of IEC 61966-2-1 and ICC.1:2004-10 (version 4.2): no file of others is
//! shipped.

use pdf_writer::types::OutputIntentSubtype;
use pdf_writer::writers::Catalog;
use pdf_writer::{Filter, Ref, TextStr};

use super::File;
use crate::export::ExportError;

const SRGB: &str = "sRGB IEC61966-2.1";

/// Writes the profile.
pub(super) fn profile(file: &mut File) -> Result<Ref, ExportError> {
    let id = file.id();
    let bytes = file.packer.pack(&srgb())?;
    file.pdf.icc_profile(id, &bytes).n(3).filter(Filter::FlateDecode);
    Ok(id)
}

/// Names it in the catalogue.
pub(super) fn intent(catalog: &mut Catalog, profile: Ref) {
    let mut intents = catalog.output_intents();
    let mut intent = intents.push();
    intent.subtype(OutputIntentSubtype::PDFA).output_condition_identifier(TextStr(SRGB)).info(TextStr(SRGB));
    intent.dest_output_profile(profile);
}

/// A number of 16 bits before and 16 after the point.
fn fixed(value: f64) -> [u8; 4] {
    ((value * 65536.0).round() as i32).to_be_bytes()
}

fn tag(kind: &[u8; 4], content: impl IntoIterator<Item = u8>) -> Vec<u8> {
    kind.iter().copied().chain([0; 4]).chain(content).collect()
}

fn numbers(kind: &[u8; 4], values: &[f64]) -> Vec<u8> {
    tag(kind, values.iter().flat_map(|value| fixed(*value)))
}

/// One text, in English as the standard names its colour space.
fn text(value: &str) -> Vec<u8> {
    let units: Vec<u8> = value.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let length = u32::try_from(units.len()).unwrap_or_default();
    let head = [1_u32.to_be_bytes(), 12_u32.to_be_bytes(), *b"enUS", length.to_be_bytes(), 28_u32.to_be_bytes()];
    tag(b"mluc", head.into_iter().flatten().chain(units))
}

/// A display profile of three primaries and one curve.
fn srgb() -> Vec<u8> {
    // Primaries and white of sRGB, adapted to the profile connection space's D50 by the matrix in `chad` (Bradford).
    let curve = tag(
        b"para",
        [0, 3, 0, 0].into_iter().chain([2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045].into_iter().flat_map(fixed)),
    );
    let chad = [1.047_882, 0.022_918, -0.050_217, 0.029_587, 0.990_478, -0.017_059, -0.009_247, 0.015_075, 0.751_678];
    let tags: [(&[u8; 4], Vec<u8>); 10] = [
        (b"desc", text(SRGB)),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", numbers(b"XYZ ", &[0.9642, 1.0, 0.8249])),
        (b"chad", numbers(b"sf32", &chad)),
        (b"rXYZ", numbers(b"XYZ ", &[0.436_066, 0.222_488, 0.013_916])),
        (b"gXYZ", numbers(b"XYZ ", &[0.385_147, 0.716_873, 0.097_076])),
        (b"bXYZ", numbers(b"XYZ ", &[0.143_066, 0.060_608, 0.714_096])),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let count = u32::try_from(tags.len()).unwrap_or_default();
    let mut table = count.to_be_bytes().to_vec();
    let mut data = Vec::new();
    let start = 128 + 4 + tags.len() * 12;
    for (name, content) in &tags {
        table.extend_from_slice(*name);
        for number in [start + data.len(), content.len()] {
            table.extend_from_slice(&u32::try_from(number).unwrap_or_default().to_be_bytes());
        }
        data.extend_from_slice(content);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut head = Vec::with_capacity(start + data.len());
    head.extend_from_slice(&u32::try_from(start + data.len()).unwrap_or_default().to_be_bytes());
    head.extend_from_slice(&[0; 4]);
    head.extend_from_slice(&[4, 0x20, 0, 0]);
    head.extend_from_slice(b"mntrRGB XYZ ");
    // The day of the standard the numbers come from: a profile is made once, whenever it is written.
    for number in [1999_u16, 10, 18, 0, 0, 0] {
        head.extend_from_slice(&number.to_be_bytes());
    }
    head.extend_from_slice(b"acsp");
    head.resize(68, 0);
    for value in [0.9642, 1.0, 0.8249] {
        head.extend_from_slice(&fixed(value));
    }
    head.resize(128, 0);
    head.extend(table);
    head.extend(data);
    head
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_profile_is_as_long_as_it_says_and_its_primaries_make_white() {
        let profile = super::srgb();
        let number = |at: usize| profile[at..at + 4].iter().fold(0_u32, |n, byte| n << 8 | u32::from(*byte));
        assert_eq!(number(0) as usize, profile.len());
        assert_eq!(&profile[36..40], b"acsp");
        let mut sum = [0.0; 3];
        for tag in 0..number(128) as usize {
            let entry = 132 + tag * 12;
            let (at, length) = (number(entry + 4) as usize, number(entry + 8) as usize);
            assert!(at % 4 == 0 && at + length <= profile.len());
            if matches!(&profile[entry..entry + 4], b"rXYZ" | b"gXYZ" | b"bXYZ") {
                for (axis, sum) in sum.iter_mut().enumerate() {
                    *sum += f64::from(number(at + 8 + axis * 4)) / 65536.0;
                }
            }
        }
        for (sum, white) in sum.iter().zip([0.9642, 1.0, 0.8249]) {
            assert!((sum - white).abs() < 0.001, "{sum} {white}");
        }
    }
}
