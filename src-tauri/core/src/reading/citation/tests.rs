//! Citations in every form the papers use, printed from their parts and read back; and that no text makes it panic.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;

type Short<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

fn shown(found: &[Citation]) -> Vec<[String; 5]> {
    let text = |t: &Option<String>| t.clone().unwrap_or_default();
    let date = |d: Option<NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
    found.iter().map(|c| [text(&c.kind), text(&c.number), date(c.date), text(&c.issuer), text(&c.subject)]).collect()
}

fn check(text: &str, want: &[Short<'_>]) {
    let want: Vec<[String; 5]> = want.iter().map(|(a, b, c, d, e)| [a, b, c, d, e].map(|s| (*s).to_owned())).collect();
    assert_eq!(shown(&citations(text)), want, "{text}");
}

#[test]
fn one_citation_in_its_many_forms() {
    let first = ("Quyết định", "749/QĐ-TTg", "2020-06-03", "Thủ tướng Chính phủ", "phê duyệt Chương trình A");
    for text in [
        "Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình A;",
        "Thực hiện Quyết định 749/QĐ-TTg, ngày 3/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình A.",
        "Quyết định số 749/QĐ- TTg ngày 03 tháng 6 tháng 2020 của Thủ tướng Chính phủ phê duyệt Chương trình A./.",
    ] {
        let text = text.replace("QĐ- TTg", "QĐ-TTg");
        check(&text, &[first]);
    }
    check("Quyết định số 3026/QĐ- BKHCN ngày 24-11-2021", &[("Quyết định", "3026/QĐ-BKHCN", "2021-11-24", "", "")]);
    check(
        "Nghị quyết số 52-NQ/TW ngày 27/09/2019 của Bộ Chính trị về một số chủ trương",
        &[("Nghị quyết", "52-NQ/TW", "2019-09-27", "Bộ Chính trị", "về một số chủ trương")],
    );
    check("Quyết định số /QĐ-BKH&CN ngày tháng năm 2024 của Bộ trưởng", &[("Quyết định", "/QĐ-BKH&CN", "", "Bộ trưởng", "")]);
    check(
        "Thực hiện Kế hoạch số 15/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh về A, B, Sở Khoa học ban hành Kế hoạch như sau:",
        &[("Kế hoạch", "15/KH-UBND", "2026-01-10", "Ủy ban nhân dân tỉnh", "về A, B")],
    );
    check("Chương trình/Kế hoạch chuyển đổi số giai đoạn 2021-2025 của bộ", &[]);
    check("theo đề nghị của Giám đốc; Quyết định này; Nghị quyết của Chính phủ", &[]);
}

#[test]
fn laws_are_named_by_their_titles() {
    check(
        "Căn cứ Luật Công nghệ thông tin số 67/2006/QH11 ngày 29 tháng 6 năm 2006;",
        &[("Luật", "67/2006/QH11", "2006-06-29", "", "Luật Công nghệ thông tin")],
    );
    check("Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;", &[("Luật", "", "2023-06-22", "", "Luật Giao dịch điện tử")]);
    check("Căn cứ Luật Dữ liệu;", &[("Luật", "", "", "", "Luật Dữ liệu")]);
}

#[test]
fn several_in_one_paragraph() {
    check(
        "Thực hiện Quyết định số 1/QĐ-TTg ngày 01/02/2020 của Thủ tướng Chính phủ về A, phiên bản 2.0; Kiến trúc B; Chỉ thị số 2/CT-TTg ngày 03/4/2021 của Thủ tướng Chính phủ về C;",
        &[
            ("Quyết định", "1/QĐ-TTg", "2020-02-01", "Thủ tướng Chính phủ", "về A, phiên bản 2.0; Kiến trúc B"),
            ("Chỉ thị", "2/CT-TTg", "2021-04-03", "Thủ tướng Chính phủ", "về C"),
        ],
    );
    check(
        "Căn cứ Luật Dữ liệu; Căn cứ Chỉ thị số 2/CT-TTg ngày 03/4/2021;",
        &[("Luật", "", "", "", "Luật Dữ liệu"), ("Chỉ thị", "2/CT-TTg", "2021-04-03", "", "")],
    );
    check(
        "Văn bản số 15/BTTTT-THH và số 70/BTTTT-ATTT ngày 20/03/2024 của Bộ Thông tin và Truyền thông",
        &[
            ("Văn bản", "15/BTTTT-THH", "2024-03-20", "Bộ Thông tin và Truyền thông", ""),
            ("Văn bản", "70/BTTTT-ATTT", "2024-03-20", "Bộ Thông tin và Truyền thông", ""),
        ],
    );
}

#[test]
fn a_decision_inside_a_title_is_not_one_of_its_own() {
    let text = "Quyết định số 94/QĐ-BKHCN ngày 26/01/2024 của Bộ trưởng Bộ KH&CN về việc ban hành “Kế hoạch thực hiện Quyết định số 06/QĐ-TTg ngày 06/01/2022”";
    assert_eq!(citations(text).len(), 1);
    assert_eq!(every_citation(text).iter().filter_map(|c| c.number.as_deref()).collect::<Vec<_>>(), ["94/QĐ-BKHCN", "06/QĐ-TTg"]);
    check(
        "Quyết định số 27/QĐ-UBQGCĐS ngày 15 tháng 6 năm 2022 của Chủ tịch Ủy ban quốc gia về Chuyển đổi số Ban hành Kế hoạch năm 2022",
        &[(
            "Quyết định",
            "27/QĐ-UBQGCĐS",
            "2022-06-15",
            "Chủ tịch Ủy ban quốc gia về Chuyển đổi số",
            "Ban hành Kế hoạch năm 2022",
        )],
    );
}

#[test]
fn the_forms_of_the_genre_are_read() {
    let q57 = ("Nghị quyết", "57-NQ/TW", "2024-12-22", "Bộ Chính trị", "");
    check(
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ sửa đổi Chương trình A, Bộ Khoa học và Công nghệ đề nghị các đơn vị:",
        &[q57, ("Nghị quyết", "71/NQ-CP", "2025-04-01", "Chính phủ", "sửa đổi Chương trình A")],
    );
    check(
        "Thực hiện Quyết định số 1/QĐ-TTg ngày 1/2/2020 của Thủ tướng Chính phủ phê duyệt A và Quyết định số 2/QĐ-TTg ngày 3/4/2021 của Thủ tướng Chính phủ phê duyệt B",
        &[
            ("Quyết định", "1/QĐ-TTg", "2020-02-01", "Thủ tướng Chính phủ", "phê duyệt A"),
            ("Quyết định", "2/QĐ-TTg", "2021-04-03", "Thủ tướng Chính phủ", "phê duyệt B"),
        ],
    );
    // documents that another's title names stay in it
    check(
        "Nghị định số 5/2025/NĐ-CP ngày 1/2/2025 của Chính phủ sửa đổi Nghị định số 1/2020/NĐ-CP ngày 1/1/2020 của Chính phủ về A và Nghị định số 2/2021/NĐ-CP ngày 2/2/2021 của Chính phủ về B",
        &[(
            "Nghị định",
            "5/2025/NĐ-CP",
            "2025-02-01",
            "Chính phủ",
            "sửa đổi Nghị định số 1/2020/NĐ-CP ngày 1/1/2020 của Chính phủ về A và Nghị định số 2/2021/NĐ-CP ngày 2/2/2021 của Chính phủ về B",
        )],
    );
    check(
        "Căn cứ các Quyết định của Thủ tướng Chính phủ: số 749/QĐ-TTg ngày 03/6/2020 phê duyệt A; số 942/QĐ-TTg ngày 15/6/2021 phê duyệt B;",
        &[
            ("Quyết định", "749/QĐ-TTg", "2020-06-03", "Thủ tướng Chính phủ", "phê duyệt A"),
            ("Quyết định", "942/QĐ-TTg", "2021-06-15", "Thủ tướng Chính phủ", "phê duyệt B"),
        ],
    );
    check(
        "Các Công văn số 1/VPCP-KSTT, số 2/VPCP-KSTT và số 3/VPCP-KSTT ngày 01/3/2025 của Văn phòng Chính phủ",
        &[
            ("Công văn", "1/VPCP-KSTT", "2025-03-01", "Văn phòng Chính phủ", ""),
            ("Công văn", "2/VPCP-KSTT", "2025-03-01", "Văn phòng Chính phủ", ""),
            ("Công văn", "3/VPCP-KSTT", "2025-03-01", "Văn phòng Chính phủ", ""),
        ],
    );
    check(
        "Kết luận 69-KL/TW của Bộ Chính trị ngày 11/01/2024 về A",
        &[("Kết luận", "69-KL/TW", "2024-01-11", "Bộ Chính trị", "về A")],
    );
    check(
        "Quyết định số 9/QĐ-TTg ngày 01/8/2018 và Quyết định 6/QĐ-TTg (Đề án 06) ngày 12/6/2025 của Thủ tướng Chính phủ",
        &[
            ("Quyết định", "9/QĐ-TTg", "2018-08-01", "Thủ tướng Chính phủ", ""),
            ("Quyết định", "6/QĐ-TTg", "2025-06-12", "Thủ tướng Chính phủ", "(Đề án 06)"),
        ],
    );
    check(
        "Quyết định số 749/QĐ-TTg do Thủ tướng Chính phủ ban hành ngày 03/6/2020 phê duyệt A",
        &[("Quyết định", "749/QĐ-TTg", "2020-06-03", "Thủ tướng Chính phủ", "phê duyệt A")],
    );
    check(
        "Văn bản hợp nhất số 10/VBHN-VPQH ngày 02/7/2024 của Văn phòng Quốc hội",
        &[("Văn bản hợp nhất", "10/VBHN-VPQH", "2024-07-02", "Văn phòng Quốc hội", "")],
    );
    check(
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư, được sửa đổi, bổ sung tại Nghị định khác;",
        &[("Nghị định", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ", "về công tác văn thư")],
    );
    check(
        "Căn cứ Luật Giao dịch điện tử (Luật số 20/2023/QH15) ngày 22/6/2023; Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công ngày 29/11/2024;",
        &[
            ("Luật", "20/2023/QH15", "2023-06-22", "", "Luật Giao dịch điện tử"),
            ("Luật", "", "2024-11-29", "", "Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công"),
        ],
    );
    check("Căn cứ Luật Ngân sách nhà nước năm 2015;", &[("Luật", "", "", "", "Luật Ngân sách nhà nước năm 2015")]);
    check(
        "Xét Tờ trình số 1/TTr-UBND ngày 1/12/2025 của Ủy ban nhân dân tỉnh về A; Báo cáo thẩm tra số 5/BC-HĐND ngày 5/12/2025 của Ban Kinh tế",
        &[
            ("Tờ trình", "1/TTr-UBND", "2025-12-01", "Ủy ban nhân dân tỉnh", "về A"),
            ("Báo cáo thẩm tra", "5/BC-HĐND", "2025-12-05", "Ban Kinh tế", ""),
        ],
    );
    check(
        "Kế hoạch số 1/KH-BCĐ ngày 2/3/2026 của Ban Chỉ đạo quốc gia về chuyển đổi số về A",
        &[("Kế hoạch", "1/KH-BCĐ", "2026-03-02", "Ban Chỉ đạo quốc gia về chuyển đổi số", "về A")],
    );
}

/// A citation in its parts, as the genre knows them.
fn any_citation() -> impl Strategy<Value = Citation> {
    let kinds = [
        ("Nghị quyết", "NQ-CP", "Chính phủ", "/"),
        ("Nghị quyết", "NQ/TW", "Bộ Chính trị", "-"),
        ("Chỉ thị", "CT/TW", "Ban Bí thư Trung ương Đảng", "-"),
        ("Kết luận", "KL/TW", "Bộ Chính trị", "-"),
        ("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ", "/"),
        ("Quyết định", "QĐ-BKHCN", "Bộ trưởng Bộ Khoa học và Công nghệ", "/"),
        ("Nghị định", "2025/NĐ-CP", "Chính phủ", "/"),
        ("Thông tư liên tịch", "2016/TTLT-BKHCN-BTC", "Bộ Khoa học và Công nghệ, Bộ Tài chính", "/"),
        ("Thông tư", "2024/TT-BXD", "Bộ trưởng Bộ Xây dựng", "/"),
        ("Công điện", "CĐ-TTg", "Thủ tướng Chính phủ", "/"),
        ("Công văn", "BKHCN-CĐS", "Bộ Khoa học và Công nghệ", "/"),
        ("Kế hoạch", "KH-UBND", "Ủy ban nhân dân tỉnh Lâm Đồng", "/"),
        ("Nghị quyết", "2024/QH15", "Quốc hội", "/"),
        ("Nghị quyết", "NQ-HĐND", "Hội đồng nhân dân tỉnh Bắc Ninh", "/"),
    ];
    let subjects = [
        "về đột phá phát triển khoa học, công nghệ",
        "phê duyệt Chương trình A đến năm 2030, định hướng đến năm 2045",
        "ban hành Kế hoạch thực hiện Nghị quyết số 9-NQ/TW ngày 01/02/2023 của Bộ Chính trị",
        "về việc giao dự toán",
        "quy định chi tiết một số điều của Luật Dữ liệu",
        "sửa đổi, bổ sung Quyết định số 5/QĐ-TTg",
    ];
    let day = (2000..2030_i32, 1..=12_u32, 1..=28_u32).prop_map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap());
    (1..9999_u32, prop::sample::select(kinds.to_vec()), day, prop::option::of(prop::sample::select(subjects.to_vec()))).prop_map(
        |(no, (kind, symbol, issuer, sign), date, subject)| Citation {
            kind: Some(kind.to_owned()),
            number: Some(format!("{no}{sign}{symbol}")),
            date: Some(date),
            issuer: Some(issuer.split(", ").next().unwrap().to_owned()),
            subject: subject.map(str::to_owned),
        },
    )
}

/// One of the ways the papers print it.
fn printed(c: &Citation, form: (u8, bool, bool, bool)) -> String {
    let (day, word, comma, turned) = form;
    let date = c.date.unwrap();
    let day = match day % 5 {
        0 => crate::text::date_in_words(date),
        1 => format!("ngày {}", date.format("%d/%m/%Y")),
        2 => format!("ngày {}", date.format("%-d/%-m/%Y")),
        3 => format!("ngày {}", date.format("%-d-%-m-%Y")),
        _ => format!("ngày {}", date.format("%d.%m.%Y")),
    };
    let text = |t: &Option<String>| t.clone().unwrap_or_default();
    let no = format!("{} {}{}", text(&c.kind), if word { "số " } else { "" }, text(&c.number));
    let by = format!("của {}", text(&c.issuer));
    let (first, second) = if turned { (by, day) } else { (day, by) };
    let comma = if comma && !turned { "," } else { "" };
    format!("{no}{comma} {first} {second} {}", text(&c.subject)).trim().to_owned()
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back(
        cited in prop::collection::vec((any_citation(), any::<(u8, bool, bool, bool)>()), 1..4),
        lead in prop::sample::select(vec!["", "Căn cứ ", "Thực hiện ", "- ", "Xét "]),
        end in prop::sample::select(vec!["", ";", ".", "./."]),
    ) {
        let text = cited.iter().map(|(c, form)| printed(c, *form)).collect::<Vec<_>>().join("; ");
        let want: Vec<Citation> = cited.into_iter().map(|(c, _)| c).collect();
        let text = format!("{lead}{text}{end}");
        prop_assert_eq!(shown(&citations(&text)), shown(&want), "{}", text);
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "(\\PC|Quyết định số |Luật |12/QĐ-TTg |ngày 1/2/2020 |của | và |;|“|”|- ){0,30}") {
        let _ = (citations(&text), every_citation(&text));
    }
}

#[test]
fn a_pasted_list_is_taken_apart_entry_by_entry() {
    let text = "Căn cứ Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006;\r\n\
        Căn cứ Nghị định số 47/2020/NĐ-CP ngày 09/4/2020 của Chính phủ về quản lý, kết nối và\r\n\
        chia sẻ dữ liệu số của cơ quan nhà nước;\r\n\r\n\
        - Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia\n\
        - Quyết định số 942/QĐ-TTg ngày 15/6/2021 của Thủ tướng Chính phủ.\n\
        Theo đề nghị của Chánh Văn phòng.";
    let found = pasted(text);
    let numbers: Vec<Option<&str>> =
        found.iter().map(|(_, cited)| cited.first().and_then(|c| c.number.as_deref().or(c.kind.as_deref()))).collect();
    assert_eq!(numbers, [Some("Luật"), Some("47/2020/NĐ-CP"), Some("749/QĐ-TTg"), Some("942/QĐ-TTg"), None]);
    assert!(found[1].1[0].subject.as_deref().unwrap().ends_with("chia sẻ dữ liệu số của cơ quan nhà nước"));
    assert_eq!(found[4].0, "Theo đề nghị của Chánh Văn phòng.");
}

#[test]
fn what_amends_a_decree_or_says_more_is_no_part_of_its_title() {
    let decree = ("Nghị định", "29/2025/NĐ-CP", "2025-02-24", "Chính phủ", "quy định chức năng của Bộ Tài chính");
    check(
        "Căn cứ Nghị định số 29/2025/NĐ-CP ngày 24/02/2025 của Chính phủ quy định chức năng của Bộ Tài chính và Nghị định số \
         166/2025/NĐ-CP ngày 30/6/2025 sửa đổi, bổ sung một số điều của Nghị định số 29/2025/NĐ-CP;",
        &[
            decree,
            ("Nghị định", "166/2025/NĐ-CP", "2025-06-30", "", "sửa đổi, bổ sung một số điều của Nghị định số 29/2025/NĐ-CP"),
        ],
    );
    check(
        "Căn cứ Nghị định số 29/2025/NĐ-CP ngày 24/02/2025 của Chính phủ quy định chức năng của Bộ Tài chính; các Nghị định sửa \
         đổi, bổ sung số: 48/2026/NĐ-CP ngày 14/5/2026 và 92/2026/NĐ-CP ngày 07/8/2026;",
        &[decree, ("Nghị định", "48/2026/NĐ-CP", "2026-05-14", "", ""), ("Nghị định", "92/2026/NĐ-CP", "2026-08-07", "", "")],
    );
    check(
        "Căn cứ Quyết định số 7/QĐ-A ngày 1/2/2026 của Bộ trưởng Bộ A ban hành Kế hoạch B; ý kiến của Thứ trưởng tại cuộc họp, \
         Văn phòng Bộ thông báo như sau:",
        &[("Quyết định", "7/QĐ-A", "2026-02-01", "Bộ trưởng Bộ A", "ban hành Kế hoạch B")],
    );
    check(
        "Quyết định số 7/QĐ-TTg ngày 1/2/2026 của Thủ tướng Chính phủ phê duyệt Đề án A; Chương trình phối hợp số 08/CTPH-HPN-BCA \
         ngày 15/5/2026 giữa Hội A và Bộ B, Đoàn Chủ tịch xây dựng kế hoạch như sau:",
        &[
            ("Quyết định", "7/QĐ-TTg", "2026-02-01", "Thủ tướng Chính phủ", "phê duyệt Đề án A"),
            ("Chương trình phối hợp", "08/CTPH-HPN-BCA", "2026-05-15", "", ""),
        ],
    );
    check("Công văn số: 4567 /BKHCN-CĐSQG ngày 1/2/2026", &[("Công văn", "4567/BKHCN-CĐSQG", "2026-02-01", "", "")]);
    check("Công văn số 2318 / CTK - DLTK ngày 1/2/2026", &[("Công văn", "2318/CTK-DLTK", "2026-02-01", "", "")]);
}

#[test]
fn what_stands_beside_or_in_brackets_is_cited_too() {
    let numbers = |text: &str| citations(text).into_iter().filter_map(|c| c.number).collect::<Vec<_>>();
    for (text, want) in [
        ("Luật Chuyển đổi số số 148/2025/QH15 ngày 11/12/2025;", &["148/2025/QH15"][..]),
        (
            "Căn cứ Chiến lược phát triển ngành (Quyết định số 538/QĐ-TTg ngày 01/4/2021 của Thủ tướng Chính phủ);",
            &["538/QĐ-TTg"],
        ),
        (
            "Căn cứ Chiến lược dữ liệu (ban hành kèm theo Quyết định số 142/QĐ-TTg ngày 02/02/2024 của Thủ tướng Chính phủ); Nghị \
             quyết số 214/NQ-CP ngày 23/7/2025;",
            &["142/QĐ-TTg", "214/NQ-CP"],
        ),
        (
            "Chỉ thị số 14/CT-BGDĐT ngày 20/8/2026 về nhiệm vụ năm học và Kế hoạch số 1010/KH-BGDĐT ngày 3/7/2026 về việc khác;",
            &["14/CT-BGDĐT", "1010/KH-BGDĐT"],
        ),
        (
            "Công văn số 3029/BKHCN-CĐSQG ngày 07/9/2026 của Bộ Khoa học và Công nghệ về việc hướng dẫn và ý kiến chỉ đạo của \
             Chủ tịch UBND tỉnh tại Văn bản số 9914/UBND-KGVX ngày 26/10/2026;",
            &["3029/BKHCN-CĐSQG", "9914/UBND-KGVX"],
        ),
    ] {
        assert_eq!(numbers(text), want, "{text}");
    }
}
