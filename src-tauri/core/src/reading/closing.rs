//! The end of a paper: recipients and signature, in whichever order they stand.

use std::ops::Range;

use super::marks::{Kind, is_caps, mark, starts_lower};
use super::meaning::ReadSignatory;
use super::paragraphs::Paragraph;
use crate::text::fold;

/// Lines a signature block takes at most: authority, post, "(Đã ký)", name.
const LONGEST_BLOCK: usize = 8;

/// Where the closing of a paper begins: with the signature lines right above "Nơi nhận", at "Nơi nhận", or, where no
/// recipients are named, at a post with a name below it.
pub(super) fn begins(paragraphs: &[Paragraph]) -> Option<usize> {
    let Some(listed) = paragraphs.iter().position(|p| p.folded().starts_with("noi nhan")) else {
        return (0..paragraphs.len()).find(|at| signs(&paragraphs[*at..]));
    };
    let from = (listed.saturating_sub(LONGEST_BLOCK)..listed).find(|at| signs(&paragraphs[*at..listed]));
    Some(from.unwrap_or(listed))
}

/// A block of signature lines begins here: a post in capitals, nothing but such lines, and a name.
fn signs(lines: &[Paragraph]) -> bool {
    let mut lines = lines.iter().take(LONGEST_BLOCK);
    let post = lines.next().is_some_and(|p| is_authority(&p.text) && mark(&p.text).is_none());
    let goes_on = |p: &Paragraph| is_caps(&p.text) && mark(&p.text).is_none() && !is_name(&p.text);
    let rest = lines.find(|p| !(is_authority(&p.text) || is_signed(&p.text) || goes_on(p)));
    post && rest.is_some_and(|p| is_name(&p.text))
}

/// What the closing says, and where.
#[derive(Debug, Default)]
pub(super) struct Closing {
    /// Nơi nhận, without the dashes.
    pub(super) recipients: Vec<String>,
    pub(super) signatory: Option<ReadSignatory>,
    pub(super) recipients_at: Option<String>,
    pub(super) signatory_at: Option<String>,
}

/// Nơi nhận and who signed.
pub(super) fn closing(lines: &[Paragraph]) -> Closing {
    let mut recipients_at: Option<String> = None;
    let mut signatory_at: Option<String> = None;
    let mut recipients: Vec<String> = Vec::new();
    let mut signed = ReadSignatory::default();
    let mut listing = false;
    for (at, line) in lines.iter().enumerate() {
        let (text, folded) = (line.text.trim(), line.folded());
        if folded.starts_with("cong hoa xa hoi") || folded.starts_with("doc lap") {
            break;
        }
        let named_below = || lines[at + 1..].iter().take(LONGEST_BLOCK).any(|p| is_name(&p.text) && !is_caps(&p.text));
        let unsigned = signed.name.is_none();
        if let Some(after) = folded.starts_with("noi nhan").then(|| text.split_once(':').map_or("", |(_, a)| a.trim())) {
            listing = true;
            recipients.extend(after.split("; - ").filter_map(|a| mark(a).map(|(_, rest)| rest.to_owned())));
            // a signature beside it on one line
            if is_authority(after) {
                signed.authority.push(after.to_owned());
            }
        } else if let Some((_, rest)) = mark(text).filter(|(m, _)| m.kind == Kind::Dash && listing) {
            let (recipient, beside) = parted(rest);
            recipients.push(recipient.to_owned());
            sign(&mut signed, beside);
        } else if unsigned && is_post_with_name(text) {
            sign(&mut signed, text);
        } else if unsigned && (is_authority(text) || folded == "kiem" && !signed.authority.is_empty()) {
            // "PHÓ BÍ THƯ | kiêm | TRƯỞNG BAN"
            signed.authority.push(text.to_owned());
        } else if unsigned && !signed.authority.is_empty() && is_caps(text) && mark(text).is_none() && named_below() {
            // the name of the body goes on below the post
            signed.authority.push(text.to_owned());
        } else if unsigned && is_name(text) && !signed.authority.is_empty() {
            signed.name = Some(text.to_owned());
        } else if listing
            && !is_signed(text)
            && starts_lower(text)
            && let Some(last) = recipients.last_mut()
        {
            last.push(' ');
            last.push_str(text);
        }
        if listing && recipients_at.is_none() {
            recipients_at = Some(line.place.to_string());
        }
        if signatory_at.is_none() && signed != ReadSignatory::default() {
            signatory_at = Some(line.place.to_string());
        }
    }
    let signatory = Some(signed).filter(|signed| *signed != ReadSignatory::default());
    let recipients_at = recipients_at.filter(|_| !recipients.is_empty());
    Closing { recipients, signatory, recipients_at, signatory_at }
}

/// The last recipient and what the signature's column has beside it: "Lưu: VT. | GIÁM ĐỐC Lê Thị Bình".
fn parted(text: &str) -> (&str, &str) {
    let last = fold(text).starts_with("luu");
    let post = |rest: &str| is_authority(rest.split_once(' ').map_or(rest, |_| capitals(rest)));
    let beside = |sign: &str, rest: &str| post(rest) || sign == ". " && is_name(rest);
    let ends = text.match_indices(". ").filter(|_| last).chain(text.match_indices("; "));
    let mut parts = ends.map(|(at, sign)| (sign, &text[..=at], text[at + 1..].trim()));
    parts.find(|(sign, _, rest)| beside(sign, rest)).map_or((text, ""), |(_, own, rest)| (own, rest))
}

/// The words in capitals a text begins with.
fn capitals(text: &str) -> &str {
    let small = text.split_inclusive(' ').take_while(|word| !word.chars().any(char::is_lowercase)).map(str::len).sum();
    text[..small].trim()
}

/// Takes in what stood beside a recipient.
fn sign(signed: &mut ReadSignatory, beside: &str) {
    let post = capitals(beside);
    if is_authority(post) && signed.name.is_none() {
        signed.authority.push(post.to_owned());
    }
    let name = if is_authority(post) { beside[post.len()..].trim() } else { beside };
    if is_name(name) && !signed.authority.is_empty() && signed.name.is_none() {
        signed.name = Some(name.to_owned());
    }
}

/// "GIÁM ĐỐC Lê Thị Bình": two lines of the signature that came as one.
fn is_post_with_name(text: &str) -> bool {
    let post = capitals(text);
    let name = text[post.len()..].trim();
    // "KT. Bộ TRƯỞNG", where an encoding has no capital for the tone, is all post
    let shouts = |word: &str| word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
    is_authority(post) && is_name(name) && !name.split(' ').any(shouts)
}

/// "KT. BỘ TRƯỞNG", "GIÁM ĐỐC": a post, in capitals.
fn is_authority(text: &str) -> bool {
    const POSTS: [&str; 36] = [
        "kt.",
        "tm.",
        "tl.",
        "tuq.",
        "q.",
        "k/t",
        "t/m",
        "t/l",
        "bo truong",
        "thu truong",
        "chu tich",
        "pho",
        "giam doc",
        "cuc truong",
        "vu truong",
        "chanh",
        "truong ban",
        "vien truong",
        "tong cuc truong",
        "tong giam doc",
        "tong kiem toan",
        "hieu truong",
        "thu tuong",
        "chi cuc truong",
        "tong bien tap",
        "truong phong",
        "truong doan",
        "chu nhiem",
        "tong thu ky",
        "tong bi thu",
        "thong doc",
        "bi thu",
        "to truong",
        "quyen ",
        "uy vien",
        "thuong truc",
    ];
    let folded = fold(text);
    is_caps(text) && POSTS.iter().any(|post| folded.starts_with(post))
}

/// "(Đã ký)", "Đã ký", "[Chữ ký]".
fn is_signed(text: &str) -> bool {
    let folded = fold(text);
    let bare = folded.trim_matches(['(', ')', '[', ']', ' ']);
    matches!(bare, "da ky" | "chu ky" | "ky ten" | "ky so" | "ky, dong dau" | "da ky so")
}

/// A full name: two to seven words, each with a capital first, with the apostrophes and hyphens of the Central Highlands'
/// ("H’Lim Êban", "K’ Mák Ha Brôi"); degrees and ranks before it are kept.
fn is_name(text: &str) -> bool {
    let bare = without_degrees(text);
    let words: Vec<&str> = bare.split(' ').collect();
    let letters = bare.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '‘' | 'ʼ' | '`'));
    // "K’Mák" is a whole name
    let fewest = if bare.contains(['\'', '’', 'ʼ']) && bare.chars().count() > 3 { 1 } else { 2 };
    (fewest..=7).contains(&words.len())
        && letters
        && words.iter().all(|w| w.starts_with(char::is_uppercase))
        && !is_authority(text)
}

/// A name without what stands before it: "PGS, TS ", "GS.TS. ", "ThS. ", "Thiếu tướng ".
fn without_degrees(text: &str) -> &str {
    const RANKS: [&str; 9] =
        ["Đại tướng", "Thượng tướng", "Trung tướng", "Thiếu tướng", "Đại tá", "Thượng tá", "Trung tá", "Thiếu tá", "Tiến sĩ"];
    const DEGREES: [&str; 15] =
        ["PGS", "GS", "TSKH", "TS", "ThS", "Ths", "BSCKII", "BSCKI", "BS", "CKII", "CKI", "DS", "LS", "NGND", "NGƯT"];
    let mut bare = text.trim();
    loop {
        let sign = |rest: &&str| rest.starts_with(['.', ',', ' ']);
        let degree = DEGREES.iter().find_map(|degree| bare.strip_prefix(degree).filter(sign));
        let Some(rest) = degree.or_else(|| RANKS.iter().find_map(|rank| bare.strip_prefix(rank).filter(sign))) else {
            return bare;
        };
        bare = rest.trim_start_matches(['.', ',', ' ']);
    }
}

/// The range from `begins` to `end`.
pub(super) fn range(begins: usize, end: usize) -> Range<usize> {
    begins.min(end)..end
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn lines(texts: &[&str]) -> Vec<Paragraph> {
        texts.iter().map(|t| Paragraph { text: (*t).to_owned(), ..Paragraph::default() }).collect()
    }

    #[test]
    fn a_signature_is_found_before_recipients_behind_them_or_alone() {
        for texts in [
            &["Xong./.", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "(Đã ký)", "Lê Thị Bình", "Nơi nhận:", "- Như trên;"][..],
            &["Xong./.", "Nơi nhận:", "- Như trên;", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "Lê Thị Bình"],
            &["Xong./.", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "Lê Thị Bình"],
        ] {
            let lines = lines(texts);
            assert_eq!(begins(&lines), Some(1), "{texts:?}");
            let Closing { recipients, signatory, .. } = closing(&lines[1..]);
            let signed = signatory.unwrap();
            assert_eq!(signed.authority, ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]);
            assert_eq!(signed.name.as_deref(), Some("Lê Thị Bình"));
            assert_eq!(recipients.len(), texts.iter().filter(|t| t.starts_with('-')).count());
        }
    }

    #[test]
    fn what_stands_beside_the_last_recipient_is_no_part_of_it() {
        for (last, authority) in [("- Lưu: VT. CHỦ TỊCH UBND TỈNH Lê Thị Bình", 2), ("- Lưu: VT, TH (3b). Lê Thị Bình", 1)]
        {
            let Closing { recipients, signatory, .. } = closing(&lines(&["Nơi nhận:", "- Như trên;", "TRƯỞNG BAN", last]));
            let signed = signatory.unwrap();
            assert!(recipients[1].starts_with("Lưu: VT") && recipients[1].ends_with('.'), "{recipients:?}");
            assert_eq!((signed.authority.len(), signed.name.as_deref()), (authority, Some("Lê Thị Bình")), "{last}");
        }
        // the same lines run together below the recipients
        let run_together = &["Nơi nhận:", "TRƯỞNG BAN", "- Lưu: VT.", "CHỦ TỊCH UBND TỈNH Lê Thị Bình"];
        let signed = closing(&lines(run_together)).signatory.unwrap();
        assert_eq!(signed.authority, ["TRƯỞNG BAN", "CHỦ TỊCH UBND TỈNH"]);
        assert_eq!(signed.name.as_deref(), Some("Lê Thị Bình"));
        let closed = closing(&lines(&["Nơi nhận:", "- Lưu: VT, Q. Bình (2b)."]));
        assert_eq!(closed.recipients, ["Lưu: VT, Q. Bình (2b)."]);
    }

    #[test]
    fn names_of_every_people_are_names() {
        for name in [
            "K’ Mák Ha Brôi",
            "H'Hen Niê",
            "H’Lim Êban",
            "Siu Hương-Kpă Thuyên",
            "K'Mák",
            "Y Thông",
            "Nguyễn Phúc Bảo Ngọc Khánh Linh Đan",
            "PGS, TS Kiều Thu Nguyệt",
            "PGS.TS. Trần Văn An",
            "BS.CKII Lê Thị Bình",
            "Thiếu tướng, TS Lê Văn Cường",
        ] {
            let signed = closing(&lines(&["Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", name])).signatory.unwrap();
            assert_eq!(signed.name.as_deref(), Some(name));
        }
        for text in ["GIÁM ĐỐC", "Căn cứ Luật A;", "TS", "Hà Nội - Huế", "Lưu: VT"] {
            assert!(!is_name(text), "{text}");
        }
    }

    #[test]
    fn a_post_beside_a_recipient_is_the_signatures() {
        let texts = &[
            "Nơi nhận:",
            "- Như trên;",
            "TL. CHỦ TỊCH",
            "- CT, các PCT UBND tỉnh; CHÁNH VĂN PHÒNG",
            "- Lưu: VT.",
            "Lê Thị Bình",
        ];
        let Closing { recipients, signatory, .. } = closing(&lines(texts));
        assert_eq!(recipients, ["Như trên;", "CT, các PCT UBND tỉnh;", "Lưu: VT."]);
        assert_eq!(signatory.unwrap().authority, ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]);
    }

    #[test]
    fn bodies_go_on_below_posts_and_ranks_stay_with_names() {
        let signing = &["Nơi nhận:", "- Lưu: VT.", "BỘ TRƯỞNG", "BỘ CÔNG AN", "Đại tướng Lê Văn Cường"];
        let signed = closing(&lines(signing)).signatory.unwrap();
        assert_eq!((signed.authority.len(), signed.name.as_deref()), (2, Some("Đại tướng Lê Văn Cường")));
        let heading = lines(&["GIÁM ĐỐC", "Căn cứ Luật A;", "Nơi nhận:"]);
        assert_eq!(begins(&heading), Some(2));
    }
}
