//! Whether a word can be a Vietnamese syllable: the evidence by which a wrong encoding is told from a right one.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Longer ones first, so that the longest that fits is taken off.
const ONSETS: [&str; 27] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p",
    "r", "s", "t", "v", "x",
];

/// Rhymes without tone, by what they open with. Behind "qu" and "gi" the u and i belong to the onset.
const RHYMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu \
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot \
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyp uyu \
    ư ưa ưc ưi ươc ươi ươm ươn ương ươp ươt ươu ưm ưn ưng ưt ưu \
    y yêm yên yêng yêt yêu ynh yt ych";

static KNOWN: LazyLock<BTreeSet<&str>> = LazyLock::new(|| RHYMES.split_whitespace().collect());

/// The word, whatever its case, is spelt as a Vietnamese syllable can be: an onset, a rhyme, at most one tone, and
/// before p, t, c and ch no tone but sắc and nặng.
pub fn is_syllable(word: &str) -> bool {
    let (mut bare, mut tone) = (String::new(), None);
    for letter in word.to_lowercase().nfd() {
        match letter {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => {
                if tone.replace(letter).is_some() {
                    return false;
                }
            }
            other => bare.push(other),
        }
    }
    let bare: String = bare.nfc().collect();
    let stopped = ["p", "t", "c", "ch"].iter().any(|end| bare.ends_with(end));
    if stopped && matches!(tone, Some('\u{300}' | '\u{303}' | '\u{309}')) {
        return false;
    }
    let fits = |rhyme: &str| KNOWN.contains(rhyme);
    fits(&bare) || bare == "gi" || ONSETS.iter().filter_map(|onset| bare.strip_prefix(onset)).any(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_words_are_syllables_and_garbage_is_none() {
        let words = "Bộ Thông tin và Truyền thông chuyển đổi số nghị quyết của Thủ tướng giữ gìn quốc gia nguyễn khuyến giếng \
            quyển quy hoạch phường được ưu tiên ý kiến yêu cầu ước tính khoẻ khỏe hoà HÒA thuở xoong nghiêng giặc rượu";
        for word in words.split_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["truyòn", "thng", "bé́", "tìt", "ñoåi", "quyeát", "vµ", "Th«ng", "résumé", "", "w", "café-au", "ngò́"]
        {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
