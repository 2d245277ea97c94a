//! The names of offices in a letterhead: where a new one begins, where one goes on in the next line, and the marks that clerks
//! set above them (urgency, secrecy, drafts).

use crate::text::fold;

/// What an office's name begins with. With their accents: "SỞ" begins one, the "SỐ" of "CHUYỂN ĐỔI | SỐ" does not.
const OFFICES: [&str; 65] = [
    "bộ",
    "cục",
    "vụ",
    "văn phòng",
    "trung tâm",
    "ủy ban",
    "ubnd",
    "hđnd",
    "sở",
    "phòng",
    "tổng cục",
    "chi cục",
    "viện",
    "phân viện",
    "học viện",
    "trường",
    "ban",
    "thanh tra",
    "quốc hội",
    "chính phủ",
    "thủ tướng",
    "hội đồng",
    "tạp chí",
    "báo",
    "kho bạc",
    "đài",
    "đại học",
    "tổng công ty",
    "công ty",
    "tập đoàn",
    "ngân hàng",
    "bảo hiểm xã hội",
    "thành ủy",
    "tỉnh ủy",
    "huyện ủy",
    "quận ủy",
    "đảng ủy",
    "đảng bộ",
    "chi bộ",
    "liên hiệp",
    "liên đoàn",
    "tổng liên đoàn",
    "mặt trận",
    "hội liên hiệp",
    "hội nông dân",
    "hội cựu chiến binh",
    "đoàn chủ tịch",
    "ban thường trực",
    "tổ công tác",
    "chi nhánh",
    "bệnh viện",
    "bảo tàng",
    "thư viện",
    "công an",
    "tòa án",
    "viện kiểm sát",
    "cơ quan",
    "kiểm toán",
    "quân khu",
    "quân chủng",
    "đồn biên phòng",
    "trạm",
    "bcđ",
    "bch",
    "btl",
];

/// No name is one of these alone: "TRƯỜNG | ĐẠI HỌC …" and "ĐẢNG BỘ | BỘ …" are one each.
const OPEN_NAMES: [&str; 8] = ["trường", "đảng bộ", "đảng ủy", "đoàn", "công đoàn", "hội", "văn", "ủy"];

/// No name ends in these.
const OPEN_ENDS: [&str; 13] =
    ["và", "của", "về", "thuộc", "xã", "phường", "quận", "huyện", "tỉnh", "thành phố", "liên hiệp", "các", "cấp"];

fn lower(text: &str) -> String {
    text.trim().to_lowercase().replace("uỷ", "ủy").replace("toà", "tòa")
}

/// `line` names an office of its own below `above`, rather than going on with its name.
pub(super) fn parts(above: &str, line: &str) -> bool {
    let follows = |text: &str, word: &str| text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let ends = |text: &str, word: &str| text.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
    let (above, own) = (lower(above), lower(line));
    let open =
        OPEN_NAMES.contains(&above.as_str()) || OPEN_ENDS.iter().any(|word| ends(&above, word)) || above.ends_with([',', '-']);
    !open && OFFICES.iter().any(|office| follows(&own, office))
}

/// A name that a line's end cut in two goes on; a new office begins with its own word.
pub(super) fn push(issuer: &mut Vec<String>, line: &str) {
    match issuer.last_mut() {
        Some(last) if !parts(last, line) => {
            last.push(' ');
            last.push_str(line);
        }
        _ if !line.is_empty() => issuer.push(line.to_owned()),
        _ => {}
    }
}

/// "HỎA TỐC", "MẬT", "DỰ THẢO 2", "LƯU HÀNH NỘI BỘ": set on a paper, no part of what it says.
pub(super) fn is_stamp(line: &str) -> bool {
    const STAMPS: [&str; 11] = [
        "hoa toc",
        "thuong khan",
        "khan",
        "tuyet mat",
        "toi mat",
        "mat",
        "du thao",
        "ban thao",
        "luu hanh noi bo",
        "cong van den",
        "cong van di",
    ];
    let folded = fold(line);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    // "DỰ THẢO LẦN 2", "DỰ THẢO NGÀY 12/10", "HỎA TỐC HẸN GIỜ"
    let counted = |rest: &str| {
        let rest = rest.trim_start_matches([' ', ':', '-', '(', '_']);
        let words = ["lan", "ngay", "so", "hen gio", "v"];
        rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit()) || words.iter().any(|word| rest.starts_with(word))
    };
    bare.chars().count() < 40 && STAMPS.iter().any(|stamp| bare.strip_prefix(stamp).is_some_and(counted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_on_two_lines_is_one_and_an_office_below_another_is_its_own() {
        for (lines, want) in [
            (&["BỘ KHOA HỌC", "VÀ CÔNG NGHỆ", "CỤC VIỄN THÔNG"][..], &["BỘ KHOA HỌC VÀ CÔNG NGHỆ", "CỤC VIỄN THÔNG"][..]),
            (&["ỦY BAN QUỐC GIA VỀ CHUYỂN ĐỔI", "SỐ"], &["ỦY BAN QUỐC GIA VỀ CHUYỂN ĐỔI SỐ"]),
            (&["UBND TỈNH A", "SỞ VĂN HÓA"], &["UBND TỈNH A", "SỞ VĂN HÓA"]),
            (&["BỘ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG", "ĐẠI HỌC B"], &["BỘ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG ĐẠI HỌC B"]),
            (&["ĐẢNG BỘ", "BỘ XÂY DỰNG"], &["ĐẢNG BỘ BỘ XÂY DỰNG"]),
            (&["BỘ CÔNG THƯƠNG", "TẬP ĐOÀN C"], &["BỘ CÔNG THƯƠNG", "TẬP ĐOÀN C"]),
            (&["UỶ BAN NHÂN DÂN", "TỈNH D"], &["UỶ BAN NHÂN DÂN TỈNH D"]),
            (
                &["TÒA ÁN NHÂN DÂN TỐI CAO", "TÒA ÁN NHÂN DÂN", "THÀNH PHỐ E"],
                &["TÒA ÁN NHÂN DÂN TỐI CAO", "TÒA ÁN NHÂN DÂN THÀNH PHỐ E"],
            ),
            (&["HỘI LIÊN HIỆP", "PHỤ NỮ VIỆT NAM", "ĐOÀN CHỦ TỊCH"], &["HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM", "ĐOÀN CHỦ TỊCH"]),
            (&["UBND THÀNH PHỐ H", "BCĐ CHUYỂN ĐỔI SỐ"], &["UBND THÀNH PHỐ H", "BCĐ CHUYỂN ĐỔI SỐ"]),
            (&["UBND TỈNH G", "UBND XÃ", "VĂN PHÒNG"], &["UBND TỈNH G", "UBND XÃ VĂN PHÒNG"]),
        ] {
            let mut issuer = Vec::new();
            lines.iter().for_each(|line| push(&mut issuer, line));
            assert_eq!(issuer, want);
        }
    }

    #[test]
    fn stamps_are_told_from_names() {
        for stamp in
            ["HỎA TỐC", "KHẨN", "MẬT", "DỰ THẢO", "DỰ THẢO 2", "(DỰ THẢO LẦN 3)", "Dự thảo ngày 12/10/2026", "CÔNG VĂN ĐẾN"]
        {
            assert!(is_stamp(stamp), "{stamp}");
        }
        for name in ["MẶT TRẬN TỔ QUỐC", "DỰ THẢO KẾ HOẠCH", "MẬT MÃ", "KHÁNH HÒA", "BAN CƠ YẾU"] {
            assert!(!is_stamp(name), "{name}");
        }
    }
}
