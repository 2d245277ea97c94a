//! Evidence of a legacy encoding: which words read as Vietnamese, as they stand and decoded; and the capitals that TCVN3
//! cannot write.

use super::{Legacy, has_tone};
use crate::text::from_roman;
use crate::text::syllable::is_syllable;

/// Which encoding a text is in, and whether the evidence leaves no doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guess {
    /// The encoding.
    pub legacy: Legacy,
    /// Nearly every word reads as Vietnamese in it, and in no other.
    pub sure: bool,
}

/// How a text reads: words with accented letters that are Vietnamese syllables, and those that are not.
#[derive(Debug, Clone, Copy, Default)]
struct Reads {
    well: usize,
    badly: usize,
}

impl Reads {
    fn of(text: &str) -> Self {
        let mut reads = Self::default();
        let cuts = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || c.is_ascii_digit() || "“”‘’–—…•".contains(c);
        for word in text.split(cuts).filter(|word| !word.is_ascii()) {
            // "QĐ", "CĐS": letters of a code, no word
            let code = word.chars().all(|c| c.is_uppercase() && !"AEIOUYĂÂÊÔƠƯ".contains(c)) && word.chars().count() < 6;
            if is_syllable(word) {
                reads.well += 1;
            } else if !code {
                reads.badly += 1;
            }
        }
        reads
    }

    /// A word that cannot be Vietnamese speaks louder than one that happens to be.
    fn net(self) -> i64 {
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX / 4);
        count(self.well) - 2 * count(self.badly)
    }
}

/// The text holds words that are no Vietnamese as they stand: more of them than words that are.
pub fn reads_badly(text: &str) -> bool {
    // letters that only Unicode has: all but a few lines of Vietnamese hold one, and need no weighing
    let western = |c: char| ('\u{80}'..='\u{ff}').contains(&c);
    let unicode = |c: char| matches!(c, '\u{102}'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}' | '\u{300}'..='\u{323}');
    text.contains(western) && !text.contains(unicode) && Reads::of(text).net() < 0
}

/// The legacy encoding that a text of one character a byte is in; `None` if it reads well as it stands or in none of them.
pub fn legacy_of(text: &str) -> Option<Guess> {
    if !reads_badly(text) {
        return None;
    }
    let all = [Legacy::Tcvn3, Legacy::Tcvn5712, Legacy::Vni, Legacy::Windows1258];
    let mut tried: Vec<(i64, Legacy, Reads)> = Vec::new();
    for legacy in all {
        let reads = Reads::of(&legacy.to_unicode(text));
        tried.push((reads.net(), legacy, reads));
    }
    tried.sort_by_key(|(net, ..)| std::cmp::Reverse(*net));
    let (net, legacy, reads) = *tried.first()?;
    let total = reads.well + reads.badly;
    if reads.well < 3 || reads.well * 10 < total * 6 {
        return None;
    }
    let family = |one: Legacy| if one == Legacy::Tcvn5712 { Legacy::Tcvn3 } else { one };
    let rival = tried.iter().skip(1).find(|(_, other, _)| family(*other) != family(legacy)).map_or(0, |(net, ..)| *net);
    let sure = reads.well >= 8 && reads.well * 20 >= total * 17 && rival * 2 < net;
    Some(Guess { legacy, sure })
}

/// TCVN3 has no toned capitals, so that "BỘ THÔNG TIN VÀ" comes out as "Bộ THÔNG TIN Và". Gives the capitals back to
/// words whose other letters are capitals; a word of one capital ("Bộ") follows its neighbours on the line.
pub fn restore_capitals(text: &str) -> String {
    text.split('\n').map(capitals_of_line).collect::<Vec<_>>().join("\n")
}

#[derive(Clone, Copy, PartialEq)]
enum Case {
    Capitals,
    Small,
    /// One capital at most, and toned letters that could be either.
    Open,
    /// Says nothing: numbers, codes, single letters.
    Silent,
}

fn case_of(word: &str) -> Case {
    let soft = |c: char| c.is_lowercase() && has_tone(c);
    if word.chars().any(|c| c.is_lowercase() && !soft(c)) {
        return Case::Small;
    }
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let softs = word.chars().filter(|c| soft(*c)).count();
    match (capitals, softs) {
        (2.., _) if is_syllable(word) && from_roman(word).is_none() => Case::Capitals,
        (2.., 1..) => Case::Capitals,
        (_, 1..) => Case::Open,
        _ => Case::Silent,
    }
}

fn capitals_of_line(line: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    let mut from = 0;
    let mut inside = false;
    for (at, letter) in line.char_indices() {
        if letter.is_alphabetic() != inside {
            words.push(&line[from..at]);
            (from, inside) = (at, !inside);
        }
    }
    words.push(&line[from..]);
    let cases: Vec<Case> = words.iter().map(|word| case_of(word)).collect();
    let tells = |case: &&Case| matches!(**case, Case::Capitals | Case::Small);
    let capital = |at: usize| match cases[at] {
        Case::Capitals => true,
        Case::Open => {
            let (left, right) = (cases[..at].iter().rev().find(tells), cases[at + 1..].iter().find(tells));
            let both = [left, right];
            both.iter().flatten().all(|case| **case == Case::Capitals) && both.iter().any(Option::is_some)
        }
        Case::Small | Case::Silent => false,
    };
    words.iter().enumerate().map(|(at, word)| if capital(at) { word.to_uppercase() } else { (*word).to_owned() }).collect()
}
