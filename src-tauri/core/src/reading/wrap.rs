//! How a text goes on after the end of a line, a cell or a page.

/// Joins a text with what follows it on the next line. A code broken behind its hyphen or slash
/// ("3026/QĐ-" + "BKHCN", "131/" + "NQ-CP") closes up; anything else gets a space.
pub(super) fn joined(above: &str, below: &str) -> String {
    let mut text = above.to_owned();
    join(&mut text, below);
    text
}

/// The same, onto a text that goes on for many lines: costs as much as what is added.
pub(super) fn join(text: &mut String, below: &str) {
    text.truncate(text.trim_end().len());
    let below = below.trim_start();
    if !text.is_empty() && !below.is_empty() && !closes_up(text, below) {
        text.push(' ');
    }
    text.push_str(below);
}

fn closes_up(above: &str, below: &str) -> bool {
    let last = above.rsplit(' ').next().unwrap_or(above);
    let begins = below.chars().next();
    if is_cut_date(last, below) {
        return true;
    }
    let coded = last.chars().any(|c| c.is_ascii_digit()) || begins.is_some_and(|c| c.is_ascii_digit());
    match last.strip_suffix('-').or_else(|| last.strip_suffix('–')) {
        Some(stem) => {
            stem.ends_with(char::is_alphanumeric)
                && begins.is_some_and(char::is_alphanumeric)
                && (coded || stem.chars().all(|c| !c.is_lowercase()))
        }
        None => last.ends_with('/') && last.len() > 1 && coded && begins.is_some_and(char::is_alphanumeric),
    }
}

/// "28/02/202" + "6": a narrow cell cut the year.
fn is_cut_date(last: &str, below: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut parts = last.rsplit(['/', '-']);
    let (year, month, day) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let numbers = [year, month, day].iter().all(|part| !part.is_empty() && digits(part) == part.len());
    numbers && parts.next().is_none() && month.len() <= 2 && day.len() <= 2 && year.len() < 4 && year.len() + digits(below) == 4
}

/// The text begins with the mark of a list: "- ", "+ ", "a) ", "1) ".
pub(super) fn is_item(text: &str) -> bool {
    let Some((mark, _)) = text.trim_start().split_once(' ') else { return false };
    match mark {
        "-" | "–" | "+" | "•" | "*" => true,
        _ => mark.strip_suffix(')').is_some_and(|m| (1..=2).contains(&m.chars().count()) && m.chars().all(char::is_alphanumeric)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_close_up_and_words_do_not() {
        for (above, below, want) in [
            ("số 3026/QĐ-", "BKHCN ngày", "số 3026/QĐ-BKHCN ngày"),
            ("số 131/", "NQ-CP", "số 131/NQ-CP"),
            ("3109/BTTTT-", "CĐSQG", "3109/BTTTT-CĐSQG"),
            ("giai đoạn 2021-", "2025", "giai đoạn 2021-2025"),
            ("kinh tế -", "xã hội", "kinh tế - xã hội"),
            ("trước 28/02/202", "6", "trước 28/02/2026"),
            ("ngày 28/02/2", "026;", "ngày 28/02/2026;"),
            ("từ 28/02", "2026", "từ 28/02 2026"),
            ("tỷ lệ 1/2/3", "4", "tỷ lệ 1/2/3 4"),
            ("trang/", "cổng", "trang/ cổng"),
            ("cung-", "cầu", "cung- cầu"),
            ("đồng bộ", "dữ liệu", "đồng bộ dữ liệu"),
            ("", "a", "a"),
        ] {
            assert_eq!(joined(above, below), want);
        }
    }

    #[test]
    fn list_marks_are_seen() {
        assert!(is_item("- Báo cáo") && is_item("a) Báo cáo") && is_item("1) Báo cáo"));
        assert!(!is_item("Báo cáo") && !is_item("-") && !is_item("(a) Báo cáo") && !is_item("2025 Báo"));
    }
}
