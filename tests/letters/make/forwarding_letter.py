"""A department's letter that passes a ministry's guidance on: two deadlines of which one is its own, TUQ., an outline in 1, 1.1 and -. DOCX, TXT in UTF-16 BE."""
from house import NATION, OUT, base, centred, outline, tree_lines, truth, two_columns, wrap
from word import body, closing, letterhead, new_docx, para, save_docx, titled, to_pdf

NAME = "forwarding-letter"
VV = "xây dựng Kế hoạch chuyển đổi số năm 2027 theo hướng dẫn của Bộ Khoa học và Công nghệ"
ISSUED = "(Gửi kèm theo Công văn số 2761/SKHCN-CĐS ngày 02 tháng 11 năm 2026 của Sở Khoa học và Công nghệ tỉnh Gia Lai)"
ADDRESSEES = ["Thủ trưởng các sở, ban, ngành, đơn vị sự nghiệp thuộc UBND tỉnh", "Chủ tịch UBND các xã, phường trong tỉnh"]
OPENING = [
    "Thực hiện Công văn số 3029/BKHCN-CĐSQG ngày 7/9/2026 của Bộ Khoa học và Công nghệ về việc hướng dẫn xây dựng Kế hoạch chuyển đổi số năm 2027 và ý kiến chỉ đạo của Chủ tịch UBND tỉnh tại Văn bản số 9914/UBND-KGVX ngày 26 tháng 10 năm 2026 giao Sở Khoa học và Công nghệ chủ trì, tổng hợp, trình UBND tỉnh ban hành Kế hoạch của tỉnh trước ngày 10/12/2026;",
    "Sở Khoa học và Công nghệ sao gửi Công văn nêu trên (có văn bản kèm theo trên trục liên thông) và đề nghị các đơn vị, địa phương:",
]
BASES = [
    base("Công văn", "3029/BKHCN-CĐSQG", "2026-09-07", "Bộ Khoa học và Công nghệ", "về việc hướng dẫn xây dựng Kế hoạch chuyển đổi số năm 2027"),
    base("Văn bản", "9914/UBND-KGVX", "2026-10-26", "Chủ tịch UBND tỉnh", None),
]
PRIORITY = [
    "Phân công một lãnh đạo phụ trách và một đầu mối (họ tên, số điện thoại, hộp thư công vụ); gửi danh sách trước ngày 06/11/2026.",
    "Tự đánh giá kết quả thực hiện năm 2026 theo mục 1 của Đề cương. Số liệu lấy từ hệ thống báo cáo của tỉnh; không lấy số ước tính. Trường hợp số liệu khác nhau thì ghi chú nguồn.",
    "Đăng ký nhiệm vụ năm 2027, mỗi đơn vị không quá 07 nhiệm vụ, xếp theo thứ tự ưu tiên, ghi rõ sản phẩm và nhu cầu kinh phí. Không đăng ký nhiệm vụ trùng với nền tảng dùng chung của tỉnh.",
    "UBND các xã, phường thuộc địa bàn biên giới (Ia Dom, Ia Púch, Ia Nan, Ia O, Ia Chia, Ia Pnôn, Ia Mơ) bổ sung nhu cầu phủ sóng, nguồn điện, thiết bị dùng pin mặt trời.",
    "Báo cáo và đăng ký gửi về Sở Khoa học và Công nghệ trước 16 giờ 30 phút ngày 20/11/2026 (thứ Sáu). Sau thời hạn trên, đơn vị không gửi xem như không có nhu cầu và chịu trách nhiệm trước Chủ tịch UBND tỉnh.",
]
ENDING = ["Đầu mối: Phòng Chuyển đổi số (đ/c Rơ Châm H’Lan, 0269.3.862.114).", "Rất mong nhận được sự phối hợp của các đơn vị, địa phương./."]
RECIPIENTS = ["Như trên (qua TDOffice);", "UBND tỉnh (b/c);", "Ban GĐ Sở;", "P. KHTC, TT CNTT&TT (t/h);", "Trang TTĐT Sở;", "Lưu: VT, CĐS(Lan)."]
SIGNATORY = (["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG CHUYỂN ĐỔI SỐ"], "Kpă Thuyên")
TREE = outline("""
1. |# ĐÁNH GIÁ NĂM 2026
  1.1. |# Công tác chỉ đạo
    - |: Văn bản đã ban hành (số, ngày, trích yếu).
    - |: Số cuộc họp do người đứng đầu chủ trì.
  1.2. |# Kết quả theo nhiệm vụ được giao
    = So với kế hoạch của đơn vị và Quyết định giao nhiệm vụ của UBND tỉnh.
    - |: Đã hoàn thành.
    - |: Đang thực hiện:
      + |: đúng hạn;
      + |: chậm, nguyên nhân.
  1.3. |# Kinh phí đã sử dụng
    = Chi tiết theo nguồn; tỷ lệ giải ngân đến 31/10/2026.
2. |# KẾ HOẠCH NĂM 2027
  2.1. |# Mục tiêu
    = Không quá 10 chỉ tiêu.
  2.2. |# Nhiệm vụ
    2.2.1. |# Nhiệm vụ chuyển tiếp
      = Chỉ ghi nhiệm vụ đã có quyết định phê duyệt.
    2.2.2. |# Nhiệm vụ mới
      = Mô tả ngắn, không quá 200 chữ một nhiệm vụ.
  2.3. |# Kinh phí
    - |: Chi thường xuyên.
    - |: Chi đầu tư.
3. |# KIẾN NGHỊ, ĐỀ XUẤT
  - |: Với UBND tỉnh.
  - |: Với Sở Khoa học và Công nghệ.
""")


def make_docx():
    doc = new_docx(size=13)
    letterhead(doc, ["UBND TỈNH GIA LAI", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"], "Số: 2761/SKHCN-CĐS", "Gia Lai, ngày 02 tháng 11 năm 2026", VV, widths=(7, 9.3))
    para(doc, "Kính gửi:", align="c")
    for a in ADDRESSEES:
        para(doc, f"- {a}{'.' if a == ADDRESSEES[-1] else ';'}", indent=3)
    for text in OPENING:
        para(doc, text, align="j", indent=1.27)
    for n, text in enumerate(PRIORITY, 1):
        para(doc, f"{n}. {text}", align="j", indent=1.27)
    for text in ENDING:
        para(doc, text, align="j", indent=1.27)
    closing(doc, RECIPIENTS, SIGNATORY)
    titled(doc, "ĐỀ CƯƠNG", "BÁO CÁO VÀ KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2027", issued=ISSUED, page=True)
    body(doc, TREE, indent=1.27)
    save_docx(doc, NAME)


def make_txt():
    lines = two_columns(["      UBND TỈNH GIA LAI", "  SỞ KHOA HỌC VÀ CÔNG NGHỆ", "", "    Số: 2761/SKHCN-CĐS", *wrap(f"V/v {VV}", 34)],
                        [NATION[0], "     " + NATION[1], "", "", "   Gia Lai, ngày 02 tháng 11 năm 2026"], 40)
    lines += ["", "                         Kính gửi:"]
    for a in ADDRESSEES:
        lines += wrap(f"- {a}{'.' if a == ADDRESSEES[-1] else ';'}", 78, " " * 12, " " * 12)
    lines.append("")
    for text in [*OPENING, *(f"{n}. {t}" for n, t in enumerate(PRIORITY, 1)), *ENDING]:
        lines += [*wrap(text, 78, "    "), ""]
    lines += [*two_columns(["Nơi nhận:", *("- " + r for r in RECIPIENTS)],
                           ["         TUQ. GIÁM ĐỐC", "  TRƯỞNG PHÒNG CHUYỂN ĐỔI SỐ", "", "", "", "          Kpă Thuyên"], 40), "", ""]
    lines += [*centred("ĐỀ CƯƠNG", 78), *centred("BÁO CÁO VÀ KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2027", 78), *centred(ISSUED, 78), ""]
    lines += tree_lines(TREE, 78, 4)
    (OUT / f"{NAME}.txt").write_bytes(b"\xfe\xff" + "\r\n".join(lines).encode("utf-16-be"))


def make():
    make_docx()
    to_pdf(NAME)
    make_txt()
    truth(NAME, number="2761/SKHCN-CĐS", date="2026-11-02", deadline="2026-11-20", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE,
          priority=PRIORITY, bases=BASES,
          reading={"kind": "official_letter", "issuer": ["UBND TỈNH GIA LAI", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"], "place": "Gia Lai",
                   "title": {"kind": "Công văn", "subject": VV},
                   "attachment": {"kind": "Đề cương", "subject": "BÁO CÁO VÀ KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2027", "issued_with": ISSUED},
                   "addressees": ADDRESSEES, "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["The letter asks for the plan by 20/11/2026 (“trước 16 giờ 30 phút ngày …”); 10/12/2026 is the province's own date in the opening, 06/11/2026 that of a contact list.",
                 "The outline begins with 1., not with a Roman number; 2.2.1. is a third level of points.",
                 "The letter's numbered requests are the priority tasks; the last of them holds the deadline."])


if __name__ == "__main__":
    make()
