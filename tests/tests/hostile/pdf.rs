//! PDF files that mean harm.

use super::archive::deflated;
use super::{Case, bytes};

/// A PDF written object by object.
#[derive(Default)]
struct Pdf {
    out: Vec<u8>,
    places: Vec<(u32, usize)>,
}

impl Pdf {
    fn new() -> Self {
        Self { out: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(), places: Vec::new() }
    }

    fn object(mut self, number: u32, body: impl AsRef<[u8]>) -> Self {
        self.places.push((number, self.out.len()));
        self.out.extend(format!("{number} 0 obj\n").bytes());
        self.out.extend_from_slice(body.as_ref());
        self.out.extend(b"\nendobj\n");
        self
    }

    fn stream(self, number: u32, dictionary: &str, data: &[u8]) -> Self {
        let mut body = format!("<< {dictionary} /Length {} >>\nstream\n", data.len()).into_bytes();
        body.extend_from_slice(data);
        body.extend(b"\nendstream");
        self.object(number, body)
    }

    /// With a catalogue in 1, a page tree in 2, one page in 3 and a typeface in 4; the page's content is in 5.
    fn paper() -> Self {
        Self::new()
            .object(1, "<< /Type /Catalog /Pages 2 0 R >>")
            .object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
            .object(3, page("5 0 R"))
            .object(4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    }

    /// One page that says what a paper says.
    fn plain() -> Self {
        Self::paper().stream(5, "", TEXT)
    }

    fn finished(self) -> Vec<u8> {
        self.with_trailer("")
    }

    fn with_trailer(mut self, more: &str) -> Vec<u8> {
        let at = self.out.len();
        let most = self.places.iter().map(|(number, _)| *number).max().unwrap_or(0) + 1;
        self.places.sort_unstable();
        self.places.dedup_by_key(|place| place.0);
        self.out.extend(b"xref\n0 1\n0000000000 65535 f \n");
        for (number, at) in &self.places {
            self.out.extend(format!("{number} 1\n{at:010} 00000 n \n").bytes());
        }
        self.out.extend(format!("trailer\n<< /Size {most} /Root 1 0 R {more} >>\nstartxref\n{at}\n%%EOF\n").bytes());
        self.out
    }
}

const TEXT: &[u8] = b"BT /F1 12 Tf 72 720 Td (I. MUC TIEU) Tj 0 -20 Td (Ke hoach nam 2026 cua don vi.) Tj ET";

fn page(content: &str) -> String {
    format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents {content} >>")
}

/// A zlib stream; its checksum is not right, which is found only at its end.
fn zlib(chunk: &str, times: usize) -> Vec<u8> {
    let mut out = vec![0x78, 0x9c];
    out.extend(deflated("", chunk, times, ""));
    out.extend([0; 4]);
    out
}

/// A zlib stream of bytes that are text.
fn zlib_of(data: &str) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut encoder, data.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

/// So many pages, their numbers from 10, in one flat tree; content and typeface shared.
fn pages(count: u32) -> Vec<u8> {
    let kids: String = (0..count).map(|n| format!("{} 0 R ", n + 10)).collect();
    let mut pdf = Pdf::new()
        .object(1, "<< /Type /Catalog /Pages 2 0 R >>")
        .object(2, format!("<< /Type /Pages /Kids [{kids}] /Count {count} >>"))
        .object(4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        .stream(5, "", TEXT);
    for n in 0..count {
        pdf = pdf.object(n + 10, page("5 0 R"));
    }
    pdf.finished()
}

pub fn cases() -> Vec<Case> {
    vec![
        bytes("plain.pdf", "tệp lành để so", || Pdf::plain().finished()),
        bytes("pages.pdf", "10.000 trang", || pages(10_000)),
        bytes("many-pages.pdf", "300.000 trang", || pages(300_000)),
        bytes("tree-circle.pdf", "cây trang vòng tròn", || {
            Pdf::plain()
                .object(2, "<< /Type /Pages /Kids [3 0 R 2 0 R 6 0 R] /Count 3 >>")
                .object(6, "<< /Type /Pages /Kids [2 0 R 6 0 R] /Count 9 >>")
                .places_last()
        }),
        bytes("tree-doubling.pdf", "cây trang 40 tầng, mỗi tầng gấp đôi", || {
            let mut pdf = Pdf::new()
                .object(1, "<< /Type /Catalog /Pages 10 0 R >>")
                .object(3, page("5 0 R"))
                .object(4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
                .stream(5, "", TEXT);
            for level in 0..40 {
                let below = level + 11;
                pdf = pdf.object(10 + level, format!("<< /Type /Pages /Kids [{below} 0 R {below} 0 R] /Count 1099511627776 >>"));
            }
            pdf.object(50, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>").finished()
        }),
        bytes("tree-chain.pdf", "cây trang sâu 50.000 tầng", || {
            let mut pdf = Pdf::new()
                .object(1, "<< /Type /Catalog /Pages 10 0 R >>")
                .object(4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
                .stream(5, "", TEXT);
            for level in 0..50_000 {
                pdf = pdf.object(10 + level, format!("<< /Type /Pages /Kids [{} 0 R] /Count 1 >>", level + 11));
            }
            pdf.object(50_010, page("5 0 R")).finished()
        }),
        bytes("same-page.pdf", "một trang được kể một triệu lần", || {
            let kids = "3 0 R ".repeat(1_000_000);
            Pdf::plain().object(2, format!("<< /Type /Pages /Kids [{kids}] /Count 1000000 >>")).places_last()
        }),
        bytes("count-lies.pdf", "khai 2 tỉ trang, có một trang", || {
            Pdf::plain().object(2, "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>").places_last()
        }),
        bytes("deep-array.pdf", "mảng lồng 5 triệu tầng", || {
            Pdf::plain()
                .object(3, page("5 0 R").replace("/Contents", &format!("/X {} /Contents", "[".repeat(5_000_000))))
                .places_last()
        }),
        bytes("deep-hidden.pdf", "mảng lồng 2 triệu tầng, chuỗi chữ giả ngoặc đóng", || {
            Pdf::plain()
                .object(3, page("5 0 R").replace("/Contents", &format!("/X {} /Contents", "[(])".repeat(2_000_000))))
                .places_last()
        }),
        bytes("deep-dictionary.pdf", "từ điển lồng 1 triệu tầng", || {
            Pdf::plain()
                .object(3, page("5 0 R").replace("/Contents", &format!("/X {} /Contents", "<</a".repeat(1_000_000))))
                .places_last()
        }),
        bytes("deep-trailer.pdf", "mảng lồng 1 triệu tầng ở cuối tệp", || {
            Pdf::plain().with_trailer(&format!("/X {}", "[".repeat(1_000_000)))
        }),
        bytes("deep-content.pdf", "mảng lồng 5 triệu tầng trong nội dung trang", || {
            Pdf::paper().stream(5, "", &[TEXT, &b"[".repeat(5_000_000)].concat()).finished()
        }),
        bytes("deep-packed.pdf", "mảng lồng 5 triệu tầng trong luồng đối tượng nén", || {
            let packed = zlib_of(&format!("3 0 {}", "[".repeat(5_000_000)));
            packed_page(&packed, "/N 1 /First 4")
        }),
        bytes("bomb-content.pdf", "nội dung trang giải nén ra 2 GiB", || {
            Pdf::paper().stream(5, "/Filter /FlateDecode", &zlib(&" ".repeat(1 << 20), 2048)).finished()
        }),
        bytes("bomb-text.pdf", "nội dung trang giải nén ra 200 MiB chữ", || {
            let chunk = "BT /F1 12 Tf 72 720 Td (aaaaaaaa) Tj ET\n".repeat(26_000);
            Pdf::paper().stream(5, "/Filter /FlateDecode", &zlib(&chunk, 200)).finished()
        }),
        bytes("bomb-twice.pdf", "nén hai lần, giải ra hàng trăm GiB", || {
            let inner = zlib(&" ".repeat(1 << 20), 100_000);
            let outer = zlib_bytes(&inner);
            Pdf::paper().stream(5, "/Filter [/FlateDecode /FlateDecode]", &outer).finished()
        }),
        bytes("bomb-many.pdf", "400 nội dung, mỗi cái giải nén ra 30 MiB", || {
            let bomb = zlib(&" ".repeat(1 << 20), 30);
            let mut pdf = Pdf::new()
                .object(1, "<< /Type /Catalog /Pages 2 0 R >>")
                .object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                .object(4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
            let contents: String = (0..400).map(|n| format!("{} 0 R ", n + 10)).collect();
            pdf = pdf.object(3, page(&format!("[{contents}]")));
            for n in 0..400 {
                pdf = pdf.stream(n + 10, "/Filter /FlateDecode", &bomb);
            }
            pdf.finished()
        }),
        bytes("bomb-indirect.pdf", "bom nén, tên bộ lọc để ở đối tượng khác", || {
            Pdf::paper().stream(5, "/Filter 6 0 R", &zlib(&" ".repeat(1 << 20), 2048)).object(6, "[/Fl]").finished()
        }),
        bytes("bomb-lzw.pdf", "bom nén LZW", || Pdf::paper().stream(5, "/Filter /LZWDecode", &lzw(2_000_000)).finished()),
        bytes("bomb-run-length.pdf", "bom nén RunLength 600 MiB", || {
            Pdf::paper().stream(5, "/Filter /RunLengthDecode", &[0x81, b' '].repeat(5_000_000)).finished()
        }),
        bytes("bomb-image.pdf", "ảnh 100.000 × 100.000 điểm, giải nén ra 4 GiB", || {
            let image = "/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode";
            Pdf::paper()
                .object(3, page("5 0 R").replace("/Font", "/XObject << /I 6 0 R >> /Font"))
                .stream(5, "", &[TEXT, b" q 595 0 0 842 0 0 cm /I Do Q"].concat())
                .stream(6, image, &zlib(&" ".repeat(1 << 20), 4096))
                .places_last()
        }),
        bytes("bomb-scan.pdf", "bản quét một ảnh 4 GiB", || {
            let image = "/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode";
            Pdf::paper()
                .object(3, page("5 0 R").replace("/Font", "/XObject << /I 6 0 R >> /Font"))
                .stream(5, "", b"q 595 0 0 842 0 0 cm /I Do Q")
                .stream(6, image, &zlib(&" ".repeat(1 << 20), 4096))
                .places_last()
        }),
        bytes("bomb-packed.pdf", "luồng đối tượng giải nén ra 2 GiB", || {
            let mut data = vec![0x78, 0x9c];
            data.extend(deflated("3 0 ", &" ".repeat(1 << 20), 2048, "null"));
            data.extend([0; 4]);
            packed_page(&data, "/N 1 /First 4")
        }),
        bytes("bomb-font.pdf", "bảng mã phông giải nén ra 2 GiB", || {
            let font =
                "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [7 0 R] >>";
            Pdf::plain()
                .object(4, font)
                .stream(6, "/Filter /FlateDecode", &zlib(&"<0001> <0041>\n".repeat(70_000), 2048))
                .object(7, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>")
                .places_last()
        }),
        bytes("predictor.pdf", "bộ đoán với 2 tỉ cột", || {
            let data = zlib_of("Ke hoach");
            Pdf::paper()
                .stream(
                    5,
                    "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 /Colors 32 /BitsPerComponent 16 >>",
                    &data,
                )
                .finished()
        }),
        bytes("packed-itself.pdf", "luồng đối tượng nằm trong chính nó", || {
            let packed = zlib_of("3 0 6 6 << /Type /ObjStm >> null");
            packed_page(&packed, "/N 2 /First 8 /Extends 6 0 R")
        }),
        bytes("packed-count.pdf", "luồng đối tượng khai một tỉ đối tượng", || {
            packed_page(&zlib_of("3 0 null"), "/N 1000000000 /First 4")
        }),
        bytes("table-circle.pdf", "bảng vị trí trỏ vòng về chính nó", || {
            let plain = Pdf::plain();
            let at = plain.out.len();
            plain.with_trailer(&format!("/Prev {at}"))
        }),
        bytes("table-count.pdf", "bảng vị trí khai một tỉ mục", || {
            let text = String::from_utf8_lossy(&Pdf::plain().finished()).into_owned();
            text.replace("xref\n0 1\n", "xref\n0 1000000000\n").into_bytes()
        }),
        bytes("stream-table.pdf", "bảng vị trí nén khai 10^18 mục rộng 10^9 byte", || {
            let mut pdf = Pdf::plain();
            let at = pdf.out.len();
            pdf = pdf.stream(9, "/Type /XRef /Size 2147483647 /W [1 1000000000 1000000000] /Index [0 1000000000000000000] /Root 1 0 R /Filter /FlateDecode", &zlib_of("0"));
            let mut out = pdf.out;
            out.extend(format!("startxref\n{at}\n%%EOF\n").bytes());
            out
        }),
        bytes("length-circle.pdf", "độ dài luồng trỏ về chính luồng", || {
            let body = [b"<< /Length 5 0 R >>\nstream\n", TEXT, b"\nendstream"].concat();
            Pdf::paper().object(5, body).finished()
        }),
        bytes("reference-circle.pdf", "tham chiếu vòng tròn", || {
            Pdf::plain().object(3, "6 0 R").object(6, "7 0 R").object(7, "3 0 R").places_last()
        }),
        bytes("parent-circle.pdf", "trang thừa kế vòng tròn", || {
            Pdf::new()
                .object(1, "<< /Type /Catalog /Pages 2 0 R >>")
                .object(2, "<< /Type /Pages /Parent 2 0 R /Kids [3 0 R] /Count 1 >>")
                .object(3, "<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>")
                .object(4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
                .stream(5, "", TEXT)
                .finished()
        }),
        bytes("form-circle.pdf", "mẫu vẽ gọi chính nó", || {
            let form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /A 6 0 R >> /Font << /F1 4 0 R >> >>";
            Pdf::paper()
                .object(3, page("5 0 R").replace("/Font", "/XObject << /A 6 0 R >> /Font"))
                .stream(5, "", &[TEXT, b" /A Do"].concat())
                .stream(6, form, b"1 0 0 1 1 1 cm /A Do /A Do /A Do")
                .places_last()
        }),
        bytes("form-doubling.pdf", "mẫu vẽ 12 tầng, mỗi tầng gọi tầng dưới 10 lần", || {
            let mut pdf = Pdf::paper().object(3, page("5 0 R").replace("/Font", "/XObject << /A 10 0 R >> /Font")).stream(
                5,
                "",
                &[TEXT, b" /A Do"].concat(),
            );
            for level in 0..12 {
                let below = level + 11;
                let form = format!(
                    "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /A {below} 0 R >> /Font << /F1 4 0 R >> >>"
                );
                pdf = pdf.stream(10 + level, &form, "1 0 0 1 1 1 cm /A Do ".repeat(10).as_bytes());
            }
            pdf.stream(22, "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >>", TEXT)
                .places_last()
        }),
        bytes("form-text.pdf", "một mẫu vẽ 1 MiB chữ được gọi 5.000 lần", || {
            let calls = (0..5000).map(|n| format!("q 1 0 0 1 {n} 1 cm /A Do Q ")).collect::<String>();
            let text = "BT /F1 1 Tf 1 1 Td (aaaaaaaaaaaaaaaa) Tj ET\n".repeat(20_000);
            Pdf::paper()
                .object(3, page("5 0 R").replace("/Font", "/XObject << /A 6 0 R >> /Font"))
                .stream(5, "", calls.as_bytes())
                .stream(6, "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Filter /FlateDecode", &zlib_of(&text))
                .places_last()
        }),
        bytes("saves.pdf", "20 triệu lần q không đóng", || {
            Pdf::paper().stream(5, "", &[&b"q ".repeat(20_000_000), TEXT].concat()).finished()
        }),
        bytes("operands.pdf", "10 triệu số không có lệnh", || {
            Pdf::paper().stream(5, "", &[&b"1 ".repeat(10_000_000), TEXT].concat()).finished()
        }),
        bytes("lines.pdf", "300.000 đoạn kẻ cắt nhau", || {
            let lines: String =
                (0..150_000).map(|n| format!("{0} 0 m {0} 842 l S 0 {0} m 595 {0} l S\n", f64::from(n) / 250.0)).collect();
            Pdf::paper().stream(5, "", &[TEXT, b"\n", lines.as_bytes()].concat()).finished()
        }),
        bytes("apart-lines.pdf", "40.000 nét kẻ ngắn rời nhau", || {
            let lines: String = (0..40_000)
                .map(|n| format!("{} {} m {} {} l S\n", n % 200 * 3, n / 200 * 4, n % 200 * 3, n / 200 * 4 + 5))
                .collect();
            Pdf::paper().stream(5, "", &[TEXT, b"\n", lines.as_bytes()].concat()).finished()
        }),
        bytes("letters.pdf", "một trang 2 triệu chữ", || {
            let text: String = (0..20_000)
                .map(|n| format!("BT /F1 1 Tf {} {} Td ({}) Tj ET\n", n % 10 * 60, n / 10 % 842, "abcd efgh ".repeat(10)))
                .collect();
            Pdf::paper().stream(5, "/Filter /FlateDecode", &zlib_of(&text)).finished()
        }),
        bytes("ranges.pdf", "bảng mã phông trải 4 tỉ chữ", || {
            let map = "begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap";
            let font =
                "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [7 0 R] >>";
            Pdf::plain()
                .object(4, font)
                .stream(6, "", map.as_bytes())
                .object(7, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /W [0 2000000000 500 0 4294967295 1] /DW 1000 >>")
                .places_last()
        }),
        bytes("widths.pdf", "phông khai bề rộng cho 2 tỉ chữ", || {
            Pdf::plain()
                .object(
                    4,
                    "<< /Type /Font /Subtype /TrueType /BaseFont /X /FirstChar -2000000000 /LastChar 2000000000 /Widths [500] >>",
                )
                .places_last()
        }),
        bytes("huge-box.pdf", "khổ giấy vô cực", || {
            Pdf::plain().object(3, page("5 0 R").replace("[0 0 595 842]", "[-1e38 -1e38 1e38 1e38]")).places_last()
        }),
        bytes("far-text.pdf", "chữ đặt ở tọa độ vô cực", || {
            Pdf::paper().stream(5, "", b"BT /F1 1e38 Tf 1e38 1e38 Td (xa) Tj 1e38 0 0 1e38 1e38 1e38 Tm (xa) Tj ET").finished()
        }),
        bytes("encrypted.pdf", "khai mã hóa với số vòng vô nghĩa", || {
            Pdf::plain().with_trailer(
                "/Encrypt << /Filter /Standard /V 5 /R 6 /Length 2147483647 /O (x) /U (y) /P -1 /OE (z) /UE (t) >> /ID [(a) (b)]",
            )
        }),
        bytes("no-objects.pdf", "đầu và cuối là PDF, ở giữa 20 MiB rác", || {
            [b"%PDF-1.4\n".to_vec(), b"1 0 obj << >> ".repeat(1_500_000), b"\n%%EOF\n".to_vec()].concat()
        }),
        bytes("names.pdf", "50.000 tham chiếu tới đối tượng không có", || {
            let missing: String = (0..50_000).map(|n| format!("{} 0 R ", n + 100)).collect();
            Pdf::plain().object(3, page(&format!("[{missing} 5 0 R]"))).places_last()
        }),
    ]
}

impl Pdf {
    /// Of objects written twice the last counts.
    fn places_last(mut self) -> Vec<u8> {
        self.places.reverse();
        self.places.sort_by_key(|place| place.0);
        self.places.dedup_by_key(|place| place.0);
        self.finished()
    }
}

fn zlib_bytes(data: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut encoder, data).unwrap();
    encoder.finish().unwrap()
}

/// A paper whose page lies in an object stream (number 6) of this data.
fn packed_page(data: &[u8], more: &str) -> Vec<u8> {
    let mut pdf = Pdf::new()
        .object(1, "<< /Type /Catalog /Pages 2 0 R >>")
        .object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        .object(4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        .stream(5, "", TEXT)
        .stream(6, &format!("/Type /ObjStm /Filter /FlateDecode {more}"), data);
    let at = pdf.out.len();
    // type, place, index: the page is the first object of stream 6
    let mut table = vec![[0_u8, 0, 0, 0, 0, 0]];
    for number in 1..=6_u32 {
        let place = pdf.places.iter().find(|p| p.0 == number).map(|p| u32::try_from(p.1).unwrap());
        let [a, b, c, d] = place.unwrap_or(6).to_be_bytes();
        table.push([if place.is_some() { 1 } else { 2 }, a, b, c, d, 0]);
    }
    pdf = pdf.stream(7, "/Type /XRef /Size 7 /W [1 4 1] /Root 1 0 R", &table.concat());
    let mut out = pdf.out;
    out.extend(format!("startxref\n{at}\n%%EOF\n").bytes());
    out
}

/// LZW codes that each add a letter to the last: the longest text so few bytes can make.
fn lzw(codes: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let (mut held, mut bits) = (0_u64, 0_u32);
    let mut put = |code: u32, width: u32, out: &mut Vec<u8>| {
        held = held << width | u64::from(code);
        bits += width;
        while bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(held >> bits & 0xff).unwrap());
        }
        held &= (1 << bits) - 1;
    };
    let mut done = 0;
    while done < codes {
        put(256, 9, &mut out);
        put(32, 9, &mut out);
        let mut next = 258;
        // early change: the width grows one code before the table needs it
        while next < 4095 {
            let width = if next + 1 < 512 {
                9
            } else if next + 1 < 1024 {
                10
            } else if next + 1 < 2048 {
                11
            } else {
                12
            };
            put(next, width, &mut out);
            next += 1;
        }
        done += 3800;
        // the table is full: begin anew
        put(256, 12, &mut out);
    }
    put(257, 9, &mut out);
    out.extend([0, 0]);
    out
}
