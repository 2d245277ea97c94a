//! How a text goes on after the end of a line, a cell or a page.

/// Joins a text with what follows it on the next line. A code broken behind its hyphen or slash
/// ("3026/QĐ-" + "BKHCN", "131/" + "NQ-CP") closes up; anything else gets a space.
pub(super) fn joined(above: &str, below: &str) -> String {
    let (above, below) = (above.trim_end(), below.trim_start());
    if above.is_empty() || below.is_empty() {
        return format!("{above}{below}");
    }
    let space = if closes_up(above, below) { "" } else { " " };
    format!("{above}{space}{below}")
}

fn closes_up(above: &str, below: &str) -> bool {
    let last = above.rsplit(' ').next().unwrap_or(above);
    let begins = below.chars().next();
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
