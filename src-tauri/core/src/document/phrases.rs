//! Breaks a long name or title into even lines between phrases: "VĂN PHÒNG ĐĂNG KÝ / HOẠT ĐỘNG KHOA HỌC / VÀ CÔNG NGHỆ".

use std::collections::HashSet;
use std::sync::LazyLock;

use super::measure::Pt;
use super::times;

/// Words that belong together; a line does not end inside one (rule H4).
const TOGETHER: &[&str] = &[
    "an ninh mạng",
    "an toàn",
    "an toàn thông tin",
    "ban hành",
    "báo chí",
    "bưu chính",
    "bưu điện",
    "bảo đảm",
    "bồi dưỡng",
    "bộ trưởng",
    "bức xạ",
    "chiến lược",
    "chuyển tiếp",
    "chuyển đổi số",
    "chính phủ",
    "chính quyền",
    "chính sách",
    "chất lượng",
    "chủ trì",
    "chứng thực",
    "cán bộ",
    "công nghiệp",
    "công nghệ",
    "công nghệ cao",
    "công nghệ số",
    "căn cứ",
    "cơ quan",
    "cơ sở",
    "danh mục",
    "doanh nghiệp",
    "dân tộc",
    "dữ liệu",
    "dữ liệu số",
    "dự kiến",
    "dự án",
    "ghi chú",
    "giám định",
    "hiệu quả",
    "hoạt động",
    "hành chính",
    "hòa lạc",
    "hạ tầng",
    "hạ tầng số",
    "hạt nhân",
    "hệ thống",
    "học viện",
    "hợp tác quốc tế",
    "internet",
    "khen thưởng",
    "khoa học",
    "khởi nghiệp",
    "khu vực",
    "kinh phí",
    "kinh tế",
    "kinh tế số",
    "kế hoạch",
    "kết quả",
    "kỹ thuật",
    "lao động",
    "miền bắc",
    "miền nam",
    "miền trung",
    "mục tiêu",
    "nghiên cứu",
    "nguyên tử",
    "nguồn vốn",
    "nhiệm vụ",
    "nhà nước",
    "nhà xuất bản",
    "năng lượng",
    "nội dung",
    "pháp chế",
    "phát thanh",
    "phát triển",
    "phối hợp",
    "quy hoạch",
    "quản lý",
    "quản trị",
    "quốc gia",
    "quốc tế",
    "sản phẩm",
    "sở hữu trí tuệ",
    "thanh tra",
    "thi đua",
    "thành phố",
    "thông tin",
    "thông tin mạng",
    "thị trường",
    "thống kê",
    "thời gian",
    "thực hiện",
    "tiêu chuẩn",
    "triển khai",
    "trung tâm",
    "trung ương",
    "truyền hình",
    "truyền thông",
    "tài chính",
    "tây nguyên",
    "tài nguyên",
    "tên nhiệm vụ",
    "tạp chí",
    "tần số",
    "tổ chức",
    "tổng hợp",
    "tổng mức",
    "viễn thông",
    "việt nam",
    "vô tuyến điện",
    "văn hóa",
    "văn phòng",
    "xây dựng",
    "xã hội",
    "xã hội số",
    "điện tử",
    "đo lường",
    "đào tạo",
    "đăng ký",
    "đơn vị",
    "đảm bảo",
    "đầu tư",
    "đề án",
    "đổi mới sáng tạo",
    "ủy ban",
    "ứng dụng",
];

/// Neighbours within the phrases above.
static NEIGHBOURS: LazyLock<HashSet<(&str, &str)>> = LazyLock::new(|| {
    let words = |phrase: &&'static str| phrase.split(' ').collect::<Vec<&'static str>>();
    TOGETHER.iter().map(words).flat_map(|words| words.windows(2).map(|two| (two[0], two[1])).collect::<Vec<_>>()).collect()
});

/// Every two neighbouring words that belong together.
pub(super) fn pairs(words: &[&str]) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let lower: Vec<String> = words.iter().map(|word| bare(word)).collect();
    let together = |at: &usize| NEIGHBOURS.contains(&(lower[*at].as_str(), lower[at + 1].as_str()));
    (0..words.len().saturating_sub(1)).filter(together).map(|at| format!("{} {}", words[at], words[at + 1])).collect()
}

/// Words no line ends with: they lean on what follows.
const LEANING: &[&str] =
    &["và", "của", "về", "cho", "với", "tại", "các", "bộ", "cục", "vụ", "viện", "sở", "ban", "báo", "quỹ", "theo", "trong"];

/// Words that open a phrase, with how good a place for a new line is before them.
const OPENING: &[(&str, f64)] = &[("của", 40.0), ("và", 10.0), ("về", 10.0), ("năm", 10.0), ("giai", 10.0), ("thuộc", 10.0)];

/// A break inside what belongs together, against one line's unevenness (at most about 100).
const TORN: f64 = 10_000.0;

/// Breaks `text` into the fewest lines of at most `room`, as even as phrases allow. A single word longer than
/// `room` stands on a line of its own.
pub(super) fn balanced(text: &str, room: Pt, size: Pt, bold: bool) -> Vec<String> {
    // Split at every single space, so that room left for a number stays as wide as it is.
    let words: Vec<&str> = if text.is_empty() { Vec::new() } else { text.split(' ').collect() };
    let length = times::width(text, size, bold);
    // Fewer lines than the whole length fills cannot hold it.
    let filled = (1..words.len()).find(|lines| room * *lines as f64 >= length).unwrap_or(words.len());
    let fewest = (filled..=words.len()).find_map(|lines| {
        let target = length * (1.0 / f64::from(u32::try_from(lines).ok()?));
        let whole = best(&words, lines, room, target, size, bold)?;
        Some((lines, target, whole))
    });
    // One line more is better than a torn phrase.
    let Some((lines, _, (cost, found))) = fewest else { return words.iter().map(|w| (*w).to_owned()).collect() };
    if cost < TORN {
        return found;
    }
    let target = length * (1.0 / (lines as f64 + 1.0));
    match best(&words, lines + 1, room, target, size, bold) {
        Some((other, kinder)) if other < TORN => kinder,
        _ => found,
    }
}

/// The cheapest way to set `words` in exactly `lines` lines; `None` if they do not fit.
fn best(words: &[&str], lines: usize, room: Pt, target: Pt, size: Pt, bold: bool) -> Option<(f64, Vec<String>)> {
    let penalties = penalties(words);
    // cheapest[i]: cost of the first i words in the lines so far, and where its last line begins
    let mut cheapest: Vec<Vec<Option<(f64, usize)>>> = vec![vec![None; words.len() + 1]; lines + 1];
    cheapest[0][0] = Some((0.0, 0));
    for line in 1..=lines {
        for end in 1..=words.len() {
            for start in (0..end).rev() {
                let width = times::width(&words[start..end].join(" "), size, bold);
                if width > room && end - start > 1 {
                    break;
                }
                let Some((before, _)) = cheapest[line - 1][start] else { continue };
                let uneven = 100.0 * ((width - target).0 / target.0).powi(2);
                let cost = before + uneven + penalties[end];
                if cheapest[line][end].is_none_or(|(other, _)| cost < other) {
                    cheapest[line][end] = Some((cost, start));
                }
            }
        }
    }
    let cost = cheapest[lines][words.len()]?.0;
    let mut out = Vec::new();
    let mut end = words.len();
    for line in (1..=lines).rev() {
        let (_, start) = cheapest[line][end]?;
        out.push(words[start..end].join(" "));
        end = start;
    }
    out.reverse();
    Some((cost, out))
}

/// What a break before each word costs; the ends cost nothing.
fn penalties(words: &[&str]) -> Vec<f64> {
    let lower: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
    let mut out = vec![0.0; words.len() + 1];
    for at in 1..lower.len() {
        let before = lower[at - 1].as_str();
        let opens = OPENING.iter().find(|(word, _)| *word == lower[at]);
        out[at] = -opens.map_or(0.0, |(_, good)| *good);
        if before.ends_with([',', ';']) {
            out[at] = -5.0;
        }
        let blank = before.is_empty() || lower[at].is_empty();
        let counted = lower[at].starts_with(|c: char| c.is_ascii_digit());
        // a dash between two names stands within a line
        let dashed = lower[at].starts_with(['-', '–']) || matches!(before, "-" | "–");
        if blank || counted || LEANING.contains(&before) || dashed {
            out[at] = TORN;
        }
    }
    for phrase in TOGETHER {
        let parts: Vec<&str> = phrase.split(' ').collect();
        for start in 0..lower.len() {
            let here = lower.get(start..start + parts.len());
            if here.is_some_and(|here| here.iter().zip(&parts).all(|(w, p)| w.trim_end_matches([',', ';']) == *p)) {
                out[start + 1..start + parts.len()].fill(TORN);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(name: &str) -> Vec<String> {
        balanced(name, Pt(182.0), Pt(13.0), true)
    }

    #[test]
    fn long_names_break_between_phrases() {
        assert_eq!(
            lines("VĂN PHÒNG ĐĂNG KÝ HOẠT ĐỘNG KHOA HỌC VÀ CÔNG NGHỆ"),
            ["VĂN PHÒNG ĐĂNG KÝ", "HOẠT ĐỘNG KHOA HỌC", "VÀ CÔNG NGHỆ"]
        );
        assert_eq!(lines("TRUNG TÂM CÔNG NGHỆ THÔNG TIN"), ["TRUNG TÂM", "CÔNG NGHỆ THÔNG TIN"]);
        assert_eq!(lines("BỘ KHOA HỌC VÀ CÔNG NGHỆ"), ["BỘ KHOA HỌC", "VÀ CÔNG NGHỆ"]);
        assert_eq!(lines("VĂN PHÒNG BỘ"), ["VĂN PHÒNG BỘ"]);
        assert_eq!(lines("VỤ KẾ HOẠCH - TÀI CHÍNH"), ["VỤ KẾ HOẠCH - TÀI CHÍNH"]);
    }

    #[test]
    fn titles_break_into_even_lines_that_begin_a_phrase() {
        let title = "DANH MỤC NHIỆM VỤ, DỰ ÁN CHUYỂN ĐỔI SỐ VÀ BẢO ĐẢM AN TOÀN THÔNG TIN MẠNG NĂM 2026";
        let lines = balanced(title, Pt(640.0), Pt(14.0), true);
        assert_eq!(lines, ["DANH MỤC NHIỆM VỤ, DỰ ÁN CHUYỂN ĐỔI SỐ", "VÀ BẢO ĐẢM AN TOÀN THÔNG TIN MẠNG NĂM 2026"]);
        let subject = "Chuyển đổi số năm 2026 của Văn phòng Đăng ký hoạt động khoa học và công nghệ";
        let lines = balanced(subject, Pt(420.0), Pt(14.0), true);
        assert_eq!(lines, ["Chuyển đổi số năm 2026", "của Văn phòng Đăng ký hoạt động khoa học và công nghệ"]);
    }

    #[test]
    fn room_for_a_number_is_kept_and_not_parted() {
        let text = "(Kèm theo Kế hoạch số         /KH-TTCNTT ngày      tháng      năm 2026 của Trung tâm Công nghệ thông tin)";
        assert_eq!(balanced(text, Pt(700.0), Pt(14.0), false), [text]);
        let two = balanced(text, Pt(400.0), Pt(14.0), false);
        assert_eq!(two.len(), 2);
        assert_eq!(two.join(" "), text);
    }

    #[test]
    fn nothing_is_lost_even_where_nothing_fits() {
        for text in ["", "CỤC", "NGHIÊNGNGHIÊNGNGHIÊNGNGHIÊNG VÀ CỤC", "a b c d e f g h i j k l m n o p q r s t u v x y"]
        {
            assert_eq!(balanced(text, Pt(40.0), Pt(13.0), true).join(" "), text);
        }
    }
}
