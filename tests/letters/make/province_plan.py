"""A province's plan: letterhead in lines, “PHẦN I. …” on one line; the PDF's annex has no rules, only room between its columns. DOCX, PDF."""
from drawn import Pages, pdf_tree
from house import Tasks, base, outline, truth, walk
from word import new_docx, para, save_docx, tasks_table

NAME = "province-plan"
SUBJECT = "Chuyển đổi số và bảo đảm an toàn thông tin mạng tỉnh Tuyên Quang năm 2026"
PREAMBLE = [
    "Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt “Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030”; Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia; Chỉ thị số 07/CT-TTg ngày 14/3/2025 của Thủ tướng Chính phủ về việc đẩy mạnh triển khai Đề án 06;",
    "Thực hiện Công văn số 5127/BKHCN-CĐSQG ngày 20/10/2025 của Bộ Khoa học và Công nghệ về việc hướng dẫn xây dựng Kế hoạch chuyển đổi số năm 2026, Ủy ban nhân dân tỉnh Tuyên Quang ban hành Kế hoạch chuyển đổi số và bảo đảm an toàn thông tin mạng năm 2026 với các nội dung sau:",
]
BASES = [
    base("Quyết định", "749/QĐ-TTg", "2020-06-03", "Thủ tướng Chính phủ", "phê duyệt “Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030”"),
    base("Nghị quyết", "57-NQ/TW", "2024-12-22", "Bộ Chính trị", "về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia"),
    base("Chỉ thị", "07/CT-TTg", "2025-03-14", "Thủ tướng Chính phủ", "về việc đẩy mạnh triển khai Đề án 06"),
    base("Công văn", "5127/BKHCN-CĐSQG", "2025-10-20", "Bộ Khoa học và Công nghệ", "về việc hướng dẫn xây dựng Kế hoạch chuyển đổi số năm 2026"),
]
PLAN_BASES = [
    base("Luật", "20/2023/QH15", "2023-06-22", None, "Luật Giao dịch điện tử", "PHẦN II/I"),
    base("Nghị định", "13/2023/NĐ-CP", "2023-04-17", "Chính phủ", "về bảo vệ dữ liệu cá nhân", "PHẦN II/I"),
    base("Quyết định", "1446/QĐ-UBND", "2025-10-30", "Chủ tịch Ủy ban nhân dân tỉnh", "giao dự toán ngân sách năm 2026", "PHẦN II/I"),
]
RECIPIENTS = ["Bộ Khoa học và Công nghệ;", "Thường trực Tỉnh ủy, HĐND tỉnh;", "Chủ tịch, các PCT UBND tỉnh;", "Các sở, ban, ngành tỉnh;", "UBND các xã, phường;", "Lưu: VT, KGVX (Hg)."]
TREE = outline("""
PHẦN I. |# KẾT QUẢ THỰC HIỆN NĂM 2025
  I. |# TÌNH HÌNH THỰC HIỆN MỤC TIÊU
    = Đến hết tháng 11 năm 2025, toàn tỉnh hoàn thành 41/52 mục tiêu đề ra, đạt 78,8%; 09 mục tiêu đang thực hiện và 02 mục tiêu phải chuyển sang năm sau do thay đổi mô hình chính quyền hai cấp.
  II. |# TÌNH HÌNH THỰC HIỆN NHIỆM VỤ
    1. |# Nhận thức số
      a) |# Kết quả đạt được
        - |: Tổ chức 124 buổi tuyên truyền tại xã, phường với trên 9.600 lượt người dự.
        - |: Duy trì 1.735 Tổ công nghệ số cộng đồng ở thôn, tổ dân phố.
      b) |# Tồn tại, hạn chế
        = Nội dung tuyên truyền chưa có bản tiếng dân tộc thiểu số; một số nơi làm theo phong trào.
    2. |# Hạ tầng số
      a) |# Kết quả đạt được
        = Tỷ lệ thôn, bản có cáp quang đạt 96,2%. Mạng truyền số liệu chuyên dùng đã đến 124/124 xã, phường.
      b) |# Tồn tại, hạn chế
        = Còn 37 thôn chưa có điện lưới quốc gia nên chưa phủ sóng được.
    3. |# Dữ liệu số
      a) |# Kết quả đạt được
        - |: Kho dữ liệu dùng chung của tỉnh có 58 tập dữ liệu, trong đó:
          + |: 31 tập đã mở cho người dân, doanh nghiệp;
          + |: 27 tập chỉ chia sẻ trong cơ quan nhà nước.
        - |: Số hóa 1.240.000 trang hồ sơ đất đai.
      b) |# Tồn tại, hạn chế
        = Dữ liệu hộ tịch của hai tỉnh trước sắp xếp còn trùng lặp, chưa đồng nhất mã.
PHẦN II. |# KẾ HOẠCH NĂM 2026
  I. |# CĂN CỨ LẬP KẾ HOẠCH
    - |: Luật Giao dịch điện tử số 20/2023/QH15 ngày 22/6/2023;
    - |: Nghị định số 13/2023/NĐ-CP ngày 17/4/2023 của Chính phủ về bảo vệ dữ liệu cá nhân;
    - |: Quyết định số 1446/QĐ-UBND ngày 30/10/2025 của Chủ tịch Ủy ban nhân dân tỉnh giao dự toán ngân sách năm 2026;
    - |: Tình hình thực tế của địa phương.
  II. |# MỤC TIÊU
    1. |# Mục tiêu chung
      = Đưa dữ liệu thành tài sản dùng chung của các cấp chính quyền; người dân ở vùng xa làm thủ tục không phải đi quá 5 km.
    2. |# Mục tiêu cụ thể
      2.1. |# Chính quyền số
        - |: Tỷ lệ hồ sơ trực tuyến toàn trình đạt từ 85% trở lên.
        - |: 100% văn bản đi được ký số, trừ văn bản mật.
      2.2. |# Kinh tế số và xã hội số
        - |: Tỷ trọng kinh tế số trong GRDP đạt tối thiểu 12%.
        - |: 80% người trưởng thành có tài khoản thanh toán điện tử.
      2.3. |# An toàn thông tin mạng
        = Mọi hệ thống từ cấp độ 3 trở lên được kiểm tra ít nhất 01 lần trong năm.
  III. |# NHIỆM VỤ
    1. |: Ban hành bộ chỉ số đánh giá chuyển đổi số cấp xã, áp dụng ngay từ quý II năm 2026.
    2. |: Phủ sóng di động băng rộng tại các thôn chưa có sóng theo hình thức hỗ trợ doanh nghiệp viễn thông.
    3. |: Hợp nhất dữ liệu hộ tịch, đất đai, an sinh xã hội; hoàn thành trước khi kết thúc quý III.
    4. |: Bồi dưỡng kỹ năng cho cán bộ Trung tâm Phục vụ hành chính công cấp xã, mỗi người ít nhất 40 giờ.
  IV. |# GIẢI PHÁP
    = Các giải pháp chủ yếu gồm:
    a) |: gắn kết quả chuyển đổi số với xếp loại thi đua của người đứng đầu;
    b) |: thuê chuyên gia theo từng nhiệm vụ, không tăng biên chế;
    c) |: lồng ghép nguồn vốn các chương trình mục tiêu quốc gia.
  V. |# KINH PHÍ THỰC HIỆN
    = Tổng kinh phí dự kiến 186.450 triệu đồng, gồm ngân sách trung ương, ngân sách tỉnh và nguồn xã hội hóa.
  VI. |# TỔ CHỨC THỰC HIỆN
    1. |# Sở Khoa học và Công nghệ
      = Chủ trì theo dõi, đôn đốc; báo cáo Ủy ban nhân dân tỉnh định kỳ hằng quý và đột xuất.
    2. |# Sở Tài chính
      = Tham mưu cân đối, bố trí kinh phí theo khả năng ngân sách.
    3. |# Ủy ban nhân dân các xã, phường
      = Xây dựng kế hoạch của địa phương, ban hành trước ngày 15 tháng 02 năm 2026.
PHỤ LỤC |^ DANH MỤC NHIỆM VỤ, DỰ ÁN CHUYỂN ĐỔI SỐ TỈNH TUYÊN QUANG NĂM 2026
  % tasks
""")
TASKS = Tasks(
    ["STT", "Tên nhiệm vụ, dự án", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Kinh phí (triệu đồng)", "Nguồn vốn"],
    ["no", "name", "lead", "coordinating", "time", "budget", "funding"],
    """
* I | NHẬN THỨC SỐ
1 | Tuyên truyền chuyển đổi số bằng tiếng Tày, Mông, Dao trên sóng phát thanh | Báo và phát thanh, truyền hình tỉnh | Sở Dân tộc và Tôn giáo | Cả năm 2026 | 850 | Ngân sách tỉnh
2 | Tập huấn Tổ công nghệ số cộng đồng | Sở Khoa học và Công nghệ | UBND các xã, phường | Quý II, III/2026 | 1.200 | Ngân sách tỉnh
3 | Tổ chức Ngày Chuyển đổi số của tỉnh | Sở Khoa học và Công nghệ | Tỉnh đoàn; Hội Liên hiệp Phụ nữ tỉnh | 10/10/2026 | 300 | Xã hội hóa
* II | HẠ TẦNG SỐ
1 | Hỗ trợ phủ sóng di động 37 thôn vùng lõm | Sở Khoa học và Công nghệ | Các doanh nghiệp viễn thông; Công ty Điện lực Tuyên Quang | 2026 - 2027 | 46.000 | Ngân sách trung ương
2 | Nâng cấp Mạng truyền số liệu chuyên dùng cấp xã | Văn phòng UBND tỉnh | VNPT Tuyên Quang | Quý I/2026 | 7.400 | Ngân sách tỉnh
3 | Thuê trung tâm dữ liệu dự phòng | Sở Khoa học và Công nghệ | Sở Tài chính | 2026 - 2030 | 12.500 | Ngân sách tỉnh
4 | Trang bị máy quét cho Trung tâm Phục vụ hành chính công cấp xã | UBND các xã, phường | Văn phòng UBND tỉnh | Quý II/2026 | 9.920 | Ngân sách cấp xã
* III | DỮ LIỆU SỐ
1 | Hợp nhất cơ sở dữ liệu hộ tịch của hai tỉnh trước sắp xếp | Sở Tư pháp | Công an tỉnh; UBND các xã, phường | Hoàn thành trước 30/9/2026 | 5.300 | Ngân sách tỉnh
2 | Làm sạch dữ liệu đất đai, kết nối với cơ sở dữ liệu quốc gia về dân cư | Sở Nông nghiệp và Môi trường | Công an tỉnh | 2025 - 2026 | 38.000 | Ngân sách trung ương
3 | Mở rộng kho dữ liệu dùng chung của tỉnh | Sở Khoa học và Công nghệ | Các sở, ban, ngành | Quý III/2026 | 6.700 | Ngân sách tỉnh
4 | Số hóa tài liệu lưu trữ lịch sử phông UBND tỉnh giai đoạn 1976 - 1991 | Sở Nội vụ | Văn phòng UBND tỉnh | Cả năm 2026 | 4.150 | Ngân sách tỉnh
5 | Công bố danh mục dữ liệu mở | Sở Khoa học và Công nghệ | | Tháng 3/2026 | 0 |
* IV | CHÍNH QUYỀN SỐ
1 | Tái cấu trúc quy trình 120 thủ tục hành chính | Văn phòng UBND tỉnh | Các sở, ban, ngành | Quý I, II/2026 | 600 | Ngân sách tỉnh
2 | Nâng cấp Hệ thống thông tin giải quyết thủ tục hành chính | Văn phòng UBND tỉnh | Sở Khoa học và Công nghệ; VNPT Tuyên Quang | Quý II/2026 | 8.800 | Ngân sách tỉnh
3 | Triển khai trợ lý ảo hỗ trợ công chức cấp xã | Sở Khoa học và Công nghệ | Sở Nội vụ | Quý IV/2026 | 2.450 | Ngân sách tỉnh
4 | Khảo sát mức độ hài lòng của người dân trên môi trường điện tử | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | Văn phòng UBND tỉnh | Tháng 11/2026 | 180 | Ngân sách tỉnh
* V | KINH TẾ SỐ, XÃ HỘI SỐ
1 | Đưa cam sành, chè Shan tuyết lên sàn thương mại điện tử | Sở Công Thương | Hội Nông dân tỉnh; Bưu điện tỉnh | Cả năm 2026 | 1.500 | Ngân sách tỉnh
2 | Bệnh án điện tử tại bệnh viện đa khoa khu vực | Sở Y tế | Bảo hiểm xã hội tỉnh | Quý III/2026 | 21.600 | Quỹ phát triển hoạt động sự nghiệp
3 | Học bạ số cấp tiểu học, trung học cơ sở | Sở Giáo dục và Đào tạo | UBND các xã, phường | Năm học 2026 - 2027 | 3.400 | Ngân sách tỉnh
* VI | AN TOÀN THÔNG TIN MẠNG
1 | Kiểm tra, đánh giá hệ thống thông tin cấp độ 3 | Công an tỉnh | Sở Khoa học và Công nghệ | Tháng 4 - 6/2026 | 2.900 | Ngân sách tỉnh
2 | Diễn tập thực chiến bảo đảm an toàn thông tin mạng | Sở Khoa học và Công nghệ | Công an tỉnh; Bộ Chỉ huy quân sự tỉnh | Tháng 8/2026 | 1.100 | Ngân sách tỉnh
""")


def make_docx():
    doc = new_docx("Times New Roman", 14)
    for text, bold, align in [("ỦY BAN NHÂN DÂN", True, None), ("TỈNH TUYÊN QUANG", True, None), ("Số: 18/KH-UBND", False, None),
                              ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True, "c"), ("Độc lập - Tự do - Hạnh phúc", True, "c")]:
        para(doc, text, bold=bold, align=align)
    para(doc, "Tuyên Quang, ngày 16 tháng 01 năm 2026", italic=True, align="r")
    para(doc, "KẾ HOẠCH", bold=True, align="c")
    para(doc, SUBJECT, bold=True, align="c")
    for text in PREAMBLE:
        para(doc, text, align="j", indent=1.27)
    done = False
    for what, _, label, text in walk(TREE):
        if what == "own":
            done = True
            para(doc, "Trên đây là Kế hoạch chuyển đổi số và bảo đảm an toàn thông tin mạng tỉnh Tuyên Quang năm 2026./.", align="j", indent=1.27)
            for k, (line, bold) in enumerate([("TM. ỦY BAN NHÂN DÂN", True), ("KT. CHỦ TỊCH", True), ("PHÓ CHỦ TỊCH", True), ("", False), ("Hoàng Gia Lâm", True)]):
                para(doc, line, bold=bold, align="r")
            para(doc, "Nơi nhận:", bold=True, italic=True, size=12)
            for r in RECIPIENTS:
                para(doc, "- " + r, size=11)
            doc.add_page_break()
            para(doc, label, bold=True, align="c")
            para(doc, text, bold=True, align="c")
            para(doc, "(Kèm theo Kế hoạch số 18/KH-UBND ngày 16/01/2026 của Ủy ban nhân dân tỉnh)", italic=True, align="c")
        elif what == "table":
            tasks_table(doc, TASKS, [1, 4.2, 2.5, 2.7, 1.9, 1.7, 2.2], size=10)
        elif what == "head" and label.startswith("PHẦN"):
            para(doc, f"{label} {text}", bold=True, align="c")
        else:
            para(doc, f"{label} {text}".strip(), bold=what == "head", italic=what == "head" and label in ("a)", "b)"), align="j", indent=1.27)
    assert done
    save_docx(doc, NAME)


def make_pdf():
    pages = Pages(NAME, head="Kế hoạch chuyển đổi số tỉnh Tuyên Quang năm 2026", number="bottom")
    pages.text("ỦY BAN NHÂN DÂN TỈNH TUYÊN QUANG", "b", 12, first=0)
    pages.text("Số: 18/KH-UBND", "", 12, first=0)
    pages.text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b", 12, "c", gap=0)
    pages.text("Độc lập - Tự do - Hạnh phúc", "b", 12, "c")
    pages.text("Tuyên Quang, ngày 16 tháng 01 năm 2026", "i", 12, "c", gap=12)
    pages.text("KẾ HOẠCH", "b", 14, "c", gap=0)
    pages.text(SUBJECT, "b", 14, "c", gap=10)
    for text in PREAMBLE:
        pages.text(text)
    body = outline("")
    body.items = TREE.items[:2]
    pdf_tree(pages, body, None)
    pages.text("Trên đây là Kế hoạch chuyển đổi số và bảo đảm an toàn thông tin mạng tỉnh Tuyên Quang năm 2026./.", gap=12)
    top = pages.y
    pages.text("Nơi nhận:", "bi", 11, first=0, gap=0)
    for r in RECIPIENTS:
        pages.text("- " + r, "", 10, first=0, gap=0)
    pages.y = top
    for line in ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "Hoàng Gia Lâm"]:
        pages.y -= 16
        pages.put(420, pages.y, line, "b", 13, "c")
    pages.turn((842, 595))
    annex = TREE.items[2]
    pages.text(annex.label, "b", 13, "c", gap=0)
    pages.text(annex.heading, "b", 13, "c", gap=0)
    pages.text("(Kèm theo Kế hoạch số 18/KH-UBND ngày 16/01/2026 của Ủy ban nhân dân tỉnh)", "i", 12, "c", gap=10)
    pages.table(TASKS.columns, TASKS.rows, [34, 200, 126, 136, 80, 62, 76], size=11, ruled=False, pad=5)
    pages.save()


def make():
    make_docx()
    make_pdf()
    signatory = (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Hoàng Gia Lâm")
    truth(NAME, number="18/KH-UBND", date="2026-01-16", signatory=signatory, recipients=RECIPIENTS, tree=TREE, bases=BASES,
          plan_bases=PLAN_BASES, tasks=TASKS,
          reading={"kind": "plan", "place": "Tuyên Quang", "title": {"kind": "Kế hoạch", "subject": SUBJECT}, "attachment": None,
                   "addressees": [], "signatory": {"authority": signatory[0], "name": signatory[1]}},
          notes=["The closing sentence (“Trên đây là …”) may stand under PHẦN II/VI/3 or nowhere: it is not compared.",
                 "The DOCX gives the issuer in two lines, the PDF in one."])


if __name__ == "__main__":
    make()
