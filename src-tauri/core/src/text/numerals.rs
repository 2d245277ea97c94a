//! Roman numerals and the letters of điểm a), b), c), d), đ) …

/// Letters a document counts with: the Vietnamese alphabet without ă â ê ô ơ ư (rule B8).
pub const VIETNAMESE_LETTERS: [char; 23] =
    ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'y'];

/// The `index`-th letter (0 is a); past y the letters double: aa, bb, … as clerks do.
pub fn letter_at(index: usize) -> String {
    let letter = VIETNAMESE_LETTERS[index % VIETNAMESE_LETTERS.len()];
    std::iter::repeat_n(letter, index / VIETNAMESE_LETTERS.len() + 1).collect()
}

/// The place of a letter in the counting alphabet, from 0; `None` for f, j, w, z, ă, â, …
pub fn letter_index(letter: char) -> Option<usize> {
    VIETNAMESE_LETTERS.iter().position(|&l| l == letter)
}

const ROMAN: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// Upper-case Roman numeral; the empty string for 0.
pub fn roman(mut number: u32) -> String {
    let mut out = String::new();
    for (value, sign) in ROMAN {
        while number >= value {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}

/// The number of a well-formed upper-case Roman numeral up to 3999; `None` for IIII, VX, lower case and the empty string.
pub fn from_roman(sign: &str) -> Option<u32> {
    let mut rest = sign;
    let mut number = 0;
    for (value, part) in ROMAN {
        while let Some(after) = rest.strip_prefix(part) {
            number += value;
            rest = after;
        }
    }
    (rest.is_empty() && number > 0 && roman(number) == sign).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_run_through_the_vietnamese_alphabet() {
        let first: Vec<String> = (0..7).map(letter_at).collect();
        assert_eq!(first, ["a", "b", "c", "d", "đ", "e", "g"]);
        assert_eq!(letter_at(23), "aa");
        assert_eq!(letter_index('đ'), Some(4));
        assert_eq!(letter_index('f'), None);
    }

    #[test]
    fn roman_numerals_go_both_ways() {
        for n in 1..=3999 {
            assert_eq!(from_roman(&roman(n)), Some(n));
        }
        for bad in ["", "IIII", "VX", "iv", "Điều", "IC"] {
            assert_eq!(from_roman(bad), None, "{bad}");
        }
    }
}
