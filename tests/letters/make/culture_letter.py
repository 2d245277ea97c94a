"""A ministry's letter whose căn cứ take odd forms (“ký ngày”, a comma, “số:”, one date for two, none at all); its framework has Phần, Mục and Word's
bullets. DOCX, PDF."""
from docx.oxml.ns import qn

from house import base, outline, truth, walk
from word import closing, letterhead, new_docx, number_paragraph, numbering, para, save_docx, titled, to_pdf

NAME = "culture-letter"
VV = "hướng dẫn lập Kế hoạch số hóa di sản và phát triển công nghiệp văn hóa số năm 2027"
ISSUED = "(Ban hành kèm theo Công văn số 4406/BVHTTDL-CĐS ngày 05/10/2026 của Bộ Văn hóa, Thể thao và Du lịch)"
ADDRESSEES = ["Sở Văn hóa, Thể thao và Du lịch, Sở Văn hóa và Thể thao các tỉnh, thành phố", "Các Cục: Di sản văn hóa, Nghệ thuật biểu diễn, Điện ảnh, Bản quyền tác giả",
              "Các bảo tàng, thư viện trực thuộc Bộ"]
OPENING = [
    "Căn cứ Luật Di sản văn hóa ngày 23 tháng 11 năm 2024; Luật Thư viện số 46/2019/QH14, ký ngày 21/11/2019;",
    "Căn cứ Nghị quyết số 80-NQ/TW, ngày 07/01/2026 của Bộ Chính trị về phát triển văn hóa Việt Nam; các Nghị quyết số 57-NQ/TW, số 59-NQ/TW của Bộ Chính trị;",
    "Căn cứ các Nghị định: số 208/2025/NĐ-CP ngày 17/7/2025, số 215/2025/NĐ-CP ngày 04/8/2025 của Chính phủ; Quyết định số: 2026/QĐ-TTg ngày 02 tháng 12 năm 2021 của Thủ tướng Chính phủ phê duyệt Chương trình số hóa Di sản văn hóa Việt Nam giai đoạn 2021 - 2030;",
    "Căn cứ Công điện 31/CĐ-TTg, ngày 9/4/2026 của Thủ tướng Chính phủ và Thông báo kết luận số 118/TB-VPCP ngày 17-4-2026 của Văn phòng Chính phủ,",
    "Bộ Văn hóa, Thể thao và Du lịch hướng dẫn các cơ quan, đơn vị lập Kế hoạch số hóa di sản và phát triển công nghiệp văn hóa số năm 2027; trong đó, tập trung vào các nhiệm vụ sau đây:",
]
BASES = [
    base("Luật", None, "2024-11-23", None, "Luật Di sản văn hóa"),
    base("Luật", "46/2019/QH14", "2019-11-21", None, "Luật Thư viện"),
    base("Nghị quyết", "80-NQ/TW", "2026-01-07", "Bộ Chính trị", "về phát triển văn hóa Việt Nam"),
    base("Nghị quyết", "57-NQ/TW", None, "Bộ Chính trị", None),
    base("Nghị quyết", "59-NQ/TW", None, "Bộ Chính trị", None),
    base("Nghị định", "208/2025/NĐ-CP", "2025-07-17", "Chính phủ", None),
    base("Nghị định", "215/2025/NĐ-CP", "2025-08-04", "Chính phủ", None),
    base("Quyết định", "2026/QĐ-TTg", "2021-12-02", "Thủ tướng Chính phủ", "phê duyệt Chương trình số hóa Di sản văn hóa Việt Nam giai đoạn 2021 - 2030"),
    base("Công điện", "31/CĐ-TTg", "2026-04-09", "Thủ tướng Chính phủ", None),
    base("Thông báo kết luận", "118/TB-VPCP", "2026-04-17", "Văn phòng Chính phủ", None),
]
PRIORITY = [
    "Hoàn thành kiểm kê, gắn mã định danh cho di tích quốc gia đặc biệt, bảo vật quốc gia; mỗi hiện vật một mã, không cấp lại khi chuyển bảo tàng.",
    "Số hóa 3D ít nhất 30% bảo vật quốc gia đang lưu giữ. Dữ liệu gốc giữ tại hai nơi, một nơi cách trụ sở trên 30 km.",
    "Ghi hình, ghi âm nghệ nhân từ 70 tuổi trở lên (hát xoan, ca trù, then, hát bài chòi) trước ngày 30/9/2027; có văn bản đồng ý của nghệ nhân.",
    "Mở dữ liệu thư mục của thư viện cấp tỉnh theo Điều 21. của Quy chế liên thông thư viện, không kể tài liệu hạn chế.",
    "Phối hợp với doanh nghiệp phát triển trò chơi, phim hoạt hình, bản đồ du lịch trên nền di sản; tỷ lệ chia doanh thu thực hiện theo hợp đồng.",
    "Ngăn chặn vi phạm bản quyền trên mạng theo hai bước, gồm bước I. nhắc nhở người dùng và bước II. xử lý nền tảng cố ý vi phạm.",
    "Bố trí tối thiểu 2% chi sự nghiệp văn hóa cho số hóa.",
]
ENDING = [
    "Kế hoạch đề nghị gửi về Bộ (qua Cục Chuyển đổi số) muộn nhất ngày 15 tháng 11 năm 2026, đồng thời cập nhật lên hệ thống kehoach.bvhttdl.gov.vn. Kế hoạch gửi sau ngày 30/11/2026 không được xem xét hỗ trợ kinh phí năm 2027.",
    "Trân trọng./.",
]
RECIPIENTS = ["Như trên;", "Phó Thủ tướng Mai Văn Chính Trực (để b/c);", "Bộ trưởng (để b/c);", "Hội đồng Di sản văn hóa QG;", "Báo VH, TC VHNT;", "Lưu: VT, CĐS, NVT.(120)"]
SIGNATORY = (["TL. BỘ TRƯỞNG", "KT. CỤC TRƯỞNG CỤC CHUYỂN ĐỔI SỐ", "PHÓ CỤC TRƯỞNG"], "Nguyễn Lam Thanh Hòa")
TREE = outline("""
Phần 1. |# TÌNH HÌNH NĂM 2026
  Mục I. |# KẾT QUẢ
    1. |# Kiểm kê
      - |: Số di tích, hiện vật đã kiểm kê.
      - |: Số mã định danh đã cấp.
    2. |# Số hóa
      - |: Theo loại hình:
        + |: hiện vật;
        + |: tư liệu giấy, phim, băng từ;
        + |: di sản phi vật thể.
      - |: Theo chất lượng: độ phân giải, có hay không có siêu dữ liệu.
    3. |# Khai thác
      = Doanh thu, lượt truy cập, sản phẩm công nghiệp văn hóa.
  Mục II. |# HẠN CHẾ
    1. |: Về kinh phí.
    2. |: Về bản quyền.
    3. |: Về nhân lực.
Phần 2. |# KẾ HOẠCH NĂM 2027
  Mục I. |# MỤC TIÊU
    = Nêu không quá 06 mục tiêu, có số liệu nền.
  Mục II. |# NHIỆM VỤ
    1. |# Bảo tàng
      a) |: Số hóa hiện vật;
      b) |: trưng bày trực tuyến;
      c) |: bảo quản dữ liệu.
    2. |# Thư viện
      a) |: Số hóa tài liệu quý hiếm;
      b) |: liên thông thư mục.
    3. |# Nghệ thuật biểu diễn, điện ảnh
      = Phục chế 20 phim truyện giai đoạn 1959 - 1985; số hóa kịch bản.
    4. |# Công nghiệp văn hóa
      - |: Danh mục sản phẩm.
      - |: Đối tác, hình thức hợp tác.
  Mục III. |# TỔ CHỨC THỰC HIỆN
    1. |: Phân công, thời hạn.
    2. |: Kinh phí.
    3. |: Báo cáo sáu tháng và cả năm.
""")


def make():
    doc = new_docx(size=13)
    letterhead(doc, ["BỘ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"], "Số: 4406/BVHTTDL-CĐS", "Hà Nội, ngày 05 tháng 10 năm 2026", VV, strong=2)
    para(doc, "Kính gửi:", align="c")
    for a in ADDRESSEES:
        para(doc, f"- {a}{'.' if a == ADDRESSEES[-1] else ';'}", indent=2.5)
    for text in OPENING:
        para(doc, text, align="j", indent=1)
    for n, text in enumerate(PRIORITY, 1):
        para(doc, f"{n}. {text}", align="j", indent=1)
    for text in ENDING:
        para(doc, text, align="j", indent=1)
    closing(doc, RECIPIENTS, SIGNATORY)
    titled(doc, "KHUNG KẾ HOẠCH", "SỐ HÓA DI SẢN VÀ PHÁT TRIỂN CÔNG NGHIỆP VĂN HÓA SỐ NĂM 2027", issued=ISSUED, page=True)
    bullets = numbering(doc, [("bullet", "-"), ("bullet", "\uf0b7")], 567)()
    levels = doc.part.numbering_part.element.findall(qn("w:abstractNum"))[-1]
    symbol = levels.findall(qn("w:lvl"))[1]  # the second level is Word's round bullet, a sign of the Symbol font
    fonts = symbol.makeelement(qn("w:rPr"), {})
    fonts.append(fonts.makeelement(qn("w:rFonts"), {qn("w:ascii"): "Symbol", qn("w:hAnsi"): "Symbol", qn("w:hint"): "default"}))
    symbol.append(fonts)
    for what, _, label, text in walk(TREE):
        if label in ("-", "+"):
            number_paragraph(para(doc, text, align="j"), bullets, 0 if label == "-" else 1)
        else:
            p = para(doc, f"{label} {text}".strip(), bold=what == "head", align="c" if label.startswith("Phần") else "j", indent=0 if label.startswith("Phần") else 1)
            p.paragraph_format.keep_with_next = what == "head" or None
    save_docx(doc, NAME)
    to_pdf(NAME)
    truth(NAME, number="4406/BVHTTDL-CĐS", date="2026-10-05", deadline="2026-11-15", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE,
          priority=PRIORITY, bases=BASES,
          reading={"kind": "official_letter", "issuer": ["BỘ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"], "place": "Hà Nội", "title": {"kind": "Công văn", "subject": VV},
                   "attachment": {"kind": "Khung kế hoạch", "subject": "SỐ HÓA DI SẢN VÀ PHÁT TRIỂN CÔNG NGHIỆP VĂN HÓA SỐ NĂM 2027", "issued_with": ISSUED},
                   "addressees": ADDRESSEES, "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["Decision 2026/QĐ-TTg is of 2021: the number looks like a year. Two resolutions have no date, one law no number; “ký ngày”, “số:”, commas before “ngày”, hyphens in dates.",
                 "“các Nghị định: số …, số …”: two decrees, each with its date. A label “Mục I.” may be given as “Mục I” only; the bullets + are Word's round bullet in the paper.",
                 "The plan is asked for by 15/11/2026; 30/11/2026 is the day after which no money is given, 30/9/2027 belongs to task 3.",
                 "The signature has three lines of authority (TL. and KT.)."])


if __name__ == "__main__":
    make()
