//! Texts that mean harm.

use super::{Case, bytes, made};

pub fn cases() -> Vec<Case> {
    vec![
        made("huge.txt", "2 GB, toàn số không", |file| file.set_len(2 << 30)),
        made("long-line.txt", "một dòng 100 MB", |file| {
            use std::io::Write;
            let chunk = "Kế hoạch năm ".repeat(65_536);
            (0..100).try_for_each(|_| file.write_all(chunk.as_bytes()))
        }),
        bytes("line.txt", "một dòng 12 MB", || "Kế hoạch năm ".repeat(800_000).into_bytes()),
        bytes("paragraph.txt", "một dòng 60.000 chữ, toàn viện dẫn", || {
            "Quyết định số 1/QĐ-B ngày 1/1/2024 về ".repeat(1300).into_bytes()
        }),
        bytes("zeros.txt", "một triệu byte 0", || vec![0; 1_000_000]),
        bytes("some-zeros.txt", "văn bản lẫn byte 0", || b"Ke hoach\0nam\0 2026\n".repeat(100)),
        bytes("many-lines.txt", "8 triệu dòng một chữ", || b"a\n".repeat(8_000_000)),
        bytes("blank-lines.txt", "15 triệu dòng trống rồi một chữ", || {
            let mut text = b"\n".repeat(15_000_000);
            text.extend(b"Ke hoach");
            text
        }),
        bytes("form-feeds.txt", "8 triệu trang trống", || b"\x0c".repeat(8_000_000)),
        bytes("tabs.txt", "một hàng một triệu cột, một triệu hàng ba cột", || {
            let mut text = b"a\t".repeat(1_000_000);
            text.push(b'\n');
            text.extend(b"a\tb\tc\n".repeat(1_000_000));
            text
        }),
        bytes("wide-and-long.txt", "một hàng 1.000 cột trên 100.000 hàng ba cột", || {
            let mut text = b"a\t".repeat(1000);
            text.push(b'\n');
            text.extend(b"a\tb\tc\n".repeat(100_000));
            text
        }),
        bytes("brackets.txt", "10 triệu dấu <", || b"<".repeat(10_000_000)),
        bytes("links.txt", "3 triệu lần ](", || b"[](".repeat(3_000_000)),
        bytes("stars.txt", "10 triệu dấu *", || b"*".repeat(10_000_000)),
        bytes("open-bracket.txt", "một ngoặc không đóng trước 100.000 dòng", || {
            let mut text = b"(Kem theo Quyet dinh\n".to_vec();
            text.extend("dòng nối tiếp không có dấu chấm\n".repeat(100_000).into_bytes());
            text
        }),
        bytes("one-paragraph.txt", "một đoạn nối từ 100.000 dòng", || {
            "dòng này dài gần bằng khổ giấy và còn nối tiếp sang dòng sau nữa vì không có dấu chấm\n".repeat(100_000).into_bytes()
        }),
        bytes("accents.txt", "một triệu dấu chồng lên một chữ", || {
            let mut text = String::from("Kế hoạch a");
            text.extend(std::iter::repeat_n(['\u{301}', '\u{323}'], 500_000).flatten());
            text.into_bytes()
        }),
        bytes("labels.txt", "100.000 mục lồng theo mọi kiểu đánh số", || {
            let mut text = String::new();
            for n in 0..10_000 {
                let n = n % 150 + 1;
                text += &format!(
                    "Phần I\nA. MỤC\nI. MỤC\n{n}. Việc\n{n}.1. Việc\n{n}.1.1. Việc\na) Việc\n{n}) Việc\n- Việc\n+ Việc\n"
                );
            }
            text.into_bytes()
        }),
        bytes("deep-decimal.txt", "số thứ tự 1.1.1… nghìn tầng", || {
            let mut text = String::new();
            for depth in 1..1000 {
                text += &format!("{}. Việc\n", vec!["1"; depth].join("."));
            }
            text.into_bytes()
        }),
        bytes("citations.txt", "20.000 căn cứ", || {
            let basis = |n: u32| {
                format!("Căn cứ Quyết định số {n}/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt việc {n};\n")
            };
            (0..20_000).map(basis).collect::<String>().into_bytes()
        }),
        bytes("half-utf16.txt", "UTF-16 lẻ byte, nửa ký tự ghép", || vec![0xff, 0xfe, 0x4b, 0x00, 0x00, 0xd8, 0x41]),
        bytes("random.txt", "byte ngẫu nhiên", || {
            let mut state = 7_u32;
            let mut next = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state.to_be_bytes()[0]
            };
            (0..100_000).map(|_| next()).collect()
        }),
    ]
}
