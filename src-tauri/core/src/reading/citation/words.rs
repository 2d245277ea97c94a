//! The words citations are made of: tên loại, what a subject begins with, what a body's name goes on with.

use crate::text::fold;

/// Commas of a subject that are looked at.
const MOST_SIGNS: usize = 60;
/// Characters of the name of a body and the verb behind it.
const LONGEST_BODY: usize = 160;

/// Tên loại of documents that are cited, longer ones before those they begin with.
const KINDS: [&str; 36] = [
    "Hiến pháp",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Nghị quyết liên tịch",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư liên tịch",
    "Thông tư",
    "Chỉ thị",
    "Công văn",
    "Công điện",
    "Công thư",
    "Văn bản hợp nhất",
    "Văn bản",
    "Thông báo kết luận",
    "Thông báo",
    "Thông tri",
    "Kết luận",
    "Kế hoạch hành động",
    "Kế hoạch",
    "Chương trình hành động",
    "Chương trình",
    "Chiến lược",
    "Hướng dẫn",
    "Quy định",
    "Quy chế",
    "Tờ trình",
    "Báo cáo thẩm tra",
    "Báo cáo",
    "Biên bản",
    "Phương án",
    "Đề án",
    "Lệnh",
    "Giấy mời",
];

/// Words a trích yếu begins with, where no "của …" or after it.
const SUBJECTS: [&str; 30] = [
    "về",
    "phê duyệt",
    "ban hành",
    "quy định",
    "hướng dẫn",
    "sửa đổi",
    "công bố",
    "thực hiện",
    "triển khai",
    "tăng cường",
    "đẩy mạnh",
    "thành lập",
    "giao",
    "kiện toàn",
    "bổ sung",
    "điều chỉnh",
    "bãi bỏ",
    "thay thế",
    "hợp nhất",
    "thông qua",
    "đề nghị",
    "yêu cầu",
    "phát động",
    "phân công",
    "tổ chức",
    "xây dựng",
    "công nhận",
    "kết luận",
    "tiếp tục",
    "chấn chỉnh",
];

/// Words in small letters that no name of a body goes on with.
const BEYOND: [&str; 12] =
    ["trên địa bàn", "giai đoạn", "được", "nhằm", "kèm theo", "cập nhật", "thí điểm", "nâng cao", "tại", "năm", "gửi", "ngày"];

/// The tên loại `text` begins with.
pub(super) fn kind_of(text: &str) -> Option<&'static str> {
    if !text.starts_with(char::is_uppercase) {
        return None;
    }
    KINDS.into_iter().find(|kind| text.strip_prefix(kind).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

/// Named by a title rather than by a number.
pub(super) fn is_law(kind: &str) -> bool {
    matches!(kind, "Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp")
}

/// Where the subject of a citation ends: at ", được sửa đổi, bổ sung …", or where the sentence goes on behind its căn cứ: "…, Sở Khoa học và Công nghệ ban hành Kế hoạch như sau".
pub(super) fn request(text: &str) -> Option<usize> {
    const BODIES: [&str; 14] = [
        "Bộ ",
        "Sở ",
        "Cục ",
        "Vụ ",
        "Viện ",
        "Ủy ban ",
        "UBND ",
        "Trung tâm ",
        "Tổng cục ",
        "Văn phòng ",
        "Chi cục ",
        "Ban ",
        "Chủ tịch ",
        "Thủ tướng ",
    ];
    const ASKS: [&str; 8] =
        [" ban hành ", " đề nghị ", " trân trọng ", " xây dựng ", " hướng dẫn ", " yêu cầu ", " thông báo ", " chỉ thị"];
    const SAID: [&str; 6] = ["ý kiến ", "chỉ đạo của ", "kết luận của ", "đề nghị của ", "theo đề nghị ", "trên cơ sở "];
    let asks = |rest: &str| {
        let head: String = rest.chars().take(LONGEST_BODY).collect();
        BODIES.iter().any(|b| rest.starts_with(b)) && ASKS.iter().any(|a| head.contains(a))
    };
    let issues = |rest: &str| {
        let rest = rest.trim_end_matches([':', '.', ' ']);
        rest.starts_with(char::is_uppercase)
            && rest.ends_with("như sau")
            && !rest.contains([',', ';'])
            && rest.len() < 2 * LONGEST_BODY
    };
    let signs = text.match_indices([',', ';']).map(|(at, sign)| (at, text[at + sign.len()..].trim_start()));
    let amended = |rest: &str| rest.starts_with("được sửa đổi") || rest.starts_with("đã được sửa đổi") || rest.starts_with("để ");
    // "…; ý kiến của Thứ trưởng …": what somebody said besides is no part of a title
    let said = |at: usize, rest: &str| text[at..].starts_with(';') && SAID.iter().any(|words| rest.starts_with(words));
    let mut signs = signs.take(MOST_SIGNS);
    signs.find(|(at, rest)| asks(rest) || issues(rest) || amended(rest) || said(*at, rest)).map(|(at, _)| at)
}

/// Where the name of an issuer ends: before the first word of a subject, a bracket, a comma or the end.
pub(super) fn issuer_end(text: &str) -> usize {
    for (at, letter) in text.char_indices() {
        if matches!(letter, ',' | ';' | '(' | ')') {
            return at;
        }
        if letter != ' ' {
            continue;
        }
        let word = &text[at + 1..];
        let begins = |subject: &&str| {
            let mut letters = word.chars();
            let same = |small: char| letters.next().is_some_and(|letter| letter.to_lowercase().eq([small]));
            subject.chars().all(same) && !letters.next().is_some_and(char::is_alphanumeric)
        };
        let whole = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        if BEYOND.iter().any(|beyond| word.strip_prefix(beyond).is_some_and(whole)) {
            return at;
        }
        let Some(subject) = SUBJECTS.iter().find(|s| begins(s)) else { continue };
        // "Ủy ban Quốc gia về chuyển đổi số", "Bộ Xây dựng": the word is part of the name
        let before = fold(&text[..at]);
        let about = *subject == "về" && has_topic(&before, word);
        let named = word.starts_with(char::is_uppercase) && before.ends_with("bo");
        if !about && !named {
            return at;
        }
    }
    text.len()
}

/// "Ban Chỉ đạo quốc gia | về chuyển đổi số": bodies that are named by their topic.
fn has_topic(before: &str, about: &str) -> bool {
    const BODIES: [&str; 5] = ["uy ban", "ban chi dao", "hoi dong", "to cong tac", "ban dieu hanh"];
    const TOPICS: [&str; 8] = ["chuyen doi so", "cai cach", "phat trien", "an toan", "hoi nhap", "bien doi", "phong", "giao duc"];
    let wide = ["quoc gia", "trung uong", "cap tinh", "tinh", "cua bo", "cua chinh phu"];
    let bare = wide.iter().find_map(|of| before.strip_suffix(of)).unwrap_or(before).trim_end();
    let head: String = about.chars().take(40).collect();
    let topic = fold(&head);
    let topic = topic.strip_prefix("ve ").unwrap_or(&topic);
    BODIES.iter().any(|body| bare.ends_with(body)) && TOPICS.iter().any(|t| topic.starts_with(t))
}
