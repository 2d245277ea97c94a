//! Ruled lines in the picture of a scanned page: found, and wiped away so that they are not taken for letters.

use super::page::Rule;
use crate::reading::scan::Picture;

/// Dots darker than this are ink.
const INK: u8 = 140;
/// Ruled lines are longer than this share of an inch; strokes of letters are shorter.
const SHORTEST: f32 = 0.4;
/// And thinner than this share of an inch.
const THICKEST: f32 = 0.045;

/// Ruled lines of a picture in dots: those across, those down.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Ruled {
    pub across: Vec<Rule>,
    pub down: Vec<Rule>,
}

/// Finds the ruled lines and makes them white.
pub(super) fn take_rules(picture: &mut Picture) -> Ruled {
    let (width, height) = (dots(picture.width), dots(picture.height));
    if picture.grey.len() != width * height {
        return Ruled::default();
    }
    #[allow(clippy::cast_precision_loss)]
    let inch = picture.resolution as f32;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let (shortest, thickest) = ((SHORTEST * inch) as usize, (THICKEST * inch) as usize + 1);
    let ink: Vec<bool> = picture.grey.iter().map(|dot| *dot < INK).collect();
    let across = lines(height, width, shortest, thickest, |row, at| ink[row * width + at]);
    let down = lines(width, height, shortest, thickest, |column, at| ink[at * width + column]);
    for line in &across {
        for row in line.first..=line.last {
            picture.grey[row * width + line.from..=row * width + line.to].fill(255);
        }
    }
    for line in &down {
        for row in line.from..=line.to {
            picture.grey[row * width + line.first..=row * width + line.last].fill(255);
        }
    }
    Ruled { across: across.iter().map(Line::rule).collect(), down: down.iter().map(Line::rule).collect() }
}

/// A ruled line: the scan lines it takes up, and from where to where it runs on them.
struct Line {
    first: usize,
    last: usize,
    from: usize,
    to: usize,
}

impl Line {
    #[allow(clippy::cast_precision_loss)]
    fn rule(&self) -> Rule {
        Rule { at: (self.first + self.last) as f32 / 2.0, from: self.from as f32, to: self.to as f32 }
    }
}

/// Long runs of ink on neighbouring scan lines, no thicker than a rule. A scan is never quite straight nor quite black:
/// a run bears gaps of two dots, and may go on one scan line further.
fn lines(across: usize, along: usize, shortest: usize, thickest: usize, is_ink: impl Fn(usize, usize) -> bool) -> Vec<Line> {
    let mut open: Vec<Line> = Vec::new();
    let mut done = Vec::new();
    for scan in 0..across {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        let mut at = 0;
        while at < along {
            if !is_ink(scan, at) {
                at += 1;
                continue;
            }
            let from = at;
            let mut to = at;
            while at < along && at - to <= 3 {
                if is_ink(scan, at) {
                    to = at;
                }
                at += 1;
            }
            if to - from >= shortest {
                runs.push((from, to));
            }
        }
        for (from, to) in runs {
            match open.iter_mut().find(|line| line.from <= to + 4 && from <= line.to + 4) {
                Some(line) => {
                    (line.from, line.to, line.last) = (line.from.min(from), line.to.max(to), scan);
                }
                None => open.push(Line { first: scan, last: scan, from, to }),
            }
        }
        let (going, ended): (Vec<Line>, Vec<Line>) = open.into_iter().partition(|line| line.last + 2 > scan);
        open = going;
        done.extend(ended);
    }
    done.extend(open);
    done.retain(|line| line.last - line.first < thickest);
    done
}

fn dots(count: u32) -> usize {
    usize::try_from(count).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_found_and_wiped_and_letters_stay() {
        let (width, height) = (400_u32, 300_u32);
        let mut grey = vec![255; 120_000];
        let mut ink = |x0: usize, y0: usize, x1: usize, y1: usize| {
            for y in y0..y1 {
                grey[y * 400 + x0..y * 400 + x1].fill(10);
            }
        };
        ink(20, 50, 380, 53);
        ink(20, 200, 380, 203);
        ink(20, 50, 23, 203);
        ink(377, 50, 380, 203);
        ink(100, 100, 112, 118); // a letter
        let mut picture = Picture { width, height, grey, resolution: 200, one_column: false };
        let ruled = take_rules(&mut picture);
        assert_eq!((ruled.across.len(), ruled.down.len()), (2, 2));
        assert!((ruled.across[0].at - 51.0).abs() < 1.0 && ruled.across[0].to > 370.0);
        assert_eq!(picture.grey.iter().filter(|dot| **dot < 128).count(), 12 * 18);
    }
}
