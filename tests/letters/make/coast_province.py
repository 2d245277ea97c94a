"""A province's plan with a slip in its numbers (two items 4), “PHẦN I.” on one line, ticks for new and continued tasks. DOCX; PDF with rules."""
from drawn import Pages, pdf_closing, pdf_letterhead, pdf_titled, pdf_tree
from house import Tasks, base, outline, truth, wide
from word import body, closing, letterhead, new_docx, para, save_docx, section, tasks_table, titled

NAME = "coast-province"
SUBJECT = "Chuyển đổi số tỉnh Quảng Ngãi năm 2027"
PREAMBLE = [
    "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025; Luật Chuyển đổi số số 148/2025/QH15 ngày 11/12/2025;",
    "Căn cứ Nghị quyết số 09-NQ/TU ngày 16 tháng 12 năm 2021 của Tỉnh ủy khóa XX; các Quyết định số 1162/QĐ-UBND và số 1163/QĐ-UBND ngày 24/10/2022 của Ủy ban nhân dân tỉnh;",
    "Thực hiện Công văn số 3029/BKHCN-CĐSQG ngày 7/9/2026 của Bộ Khoa học và Công nghệ hướng dẫn xây dựng Kế hoạch chuyển đổi số năm 2027; trên cơ sở đề nghị của Sở Khoa học và Công nghệ tại Tờ trình số 211/TTr-SKHCN ngày 02 tháng 12 năm 2026, Ủy ban nhân dân tỉnh ban hành Kế hoạch Chuyển đổi số tỉnh Quảng Ngãi năm 2027, cụ thể như sau:",
]
BASES = [
    base("Luật", "72/2025/QH15", "2025-06-16", None, "Luật Tổ chức chính quyền địa phương"),
    base("Luật", "148/2025/QH15", "2025-12-11", None, "Luật Chuyển đổi số"),
    base("Nghị quyết", "09-NQ/TU", "2021-12-16", "Tỉnh ủy khóa XX", None),
    base("Quyết định", "1162/QĐ-UBND", "2022-10-24", "Ủy ban nhân dân tỉnh", None),
    base("Quyết định", "1163/QĐ-UBND", "2022-10-24", "Ủy ban nhân dân tỉnh", None),
    base("Công văn", "3029/BKHCN-CĐSQG", "2026-09-07", "Bộ Khoa học và Công nghệ", "hướng dẫn xây dựng Kế hoạch chuyển đổi số năm 2027"),
]
RECIPIENTS = ["Bộ Khoa học và Công nghệ (b/c);", "TTTU, TTHĐND tỉnh (b/c);", "CT, các PCT UBND tỉnh;", "Ủy ban MTTQVN tỉnh và các tổ chức CT-XH;", "Các Sở, ban, ngành; UBND các xã, phường, đặc khu Lý Sơn;",
              "VPUB: CVP, PCVP, các Phòng N/cứu, CB-TH;", "Lưu: VT, KGVX.vvt(3)."]
SIGNATORY = (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Y Ngọc Hạnh Trâm")
PLAN_BASES = []
TREE = outline("""
PHẦN I. |# ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NĂM 2026
  I. |# KẾT QUẢ ĐẠT ĐƯỢC
    1. |# Về nhận thức số
      = Toàn tỉnh tổ chức 212 lớp phổ cập kỹ năng số với 18.400 lượt người; phong trào “Bình dân học vụ số” phủ 96 xã, phường và đặc khu Lý Sơn.
    2. |# Về hạ tầng số
      = Cáp quang biển ra đặc khu Lý Sơn được nâng lên 40 Gbps. Vùng phía tây còn 21 thôn lõm sóng.
    3. |# Về dữ liệu số
      - |: Kho dữ liệu dùng chung có 46 cơ sở dữ liệu, trong đó 29 cơ sở dữ liệu hợp nhất từ hai tỉnh Quảng Ngãi và Kon Tum (cũ).
      - |: Cổng dữ liệu mở có 205 tập dữ liệu.
    4. |# Về chính quyền số
      = Tỷ lệ hồ sơ trực tuyến toàn trình 81,4%; thanh toán trực tuyến 69%.
    5. |# Về kinh tế số, xã hội số
      = Tỷ trọng kinh tế số ước đạt 11,2% GRDP.
  II. |# TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN
    1. |# Tồn tại, hạn chế
      a) |: Dữ liệu hộ tịch, đất đai của 02 tỉnh trước sắp xếp còn sai lệch;
      b) |: công chức cấp xã kiêm nhiệm, nhiều nơi chưa có người chuyên trách;
      c) |: thiết bị tại Trung tâm Phục vụ hành chính công cấp xã đã cũ.
    2. |# Nguyên nhân
      a) |: Khách quan: địa bàn rộng, từ biển đảo đến biên giới; thiên tai liên tiếp trong quý IV;
      b) |: chủ quan: một số đơn vị chưa coi dữ liệu là việc của mình.
PHẦN II. |# NỘI DUNG KẾ HOẠCH NĂM 2027
  I. |# MỤC TIÊU
    1. |# Mục tiêu chung
      = Hoàn thành việc hợp nhất dữ liệu của chính quyền địa phương hai cấp; đưa dịch vụ số đến đồng bào vùng xa và ngư dân.
    2. |# Mục tiêu cụ thể
      2.1. |# Chính quyền số
        - |: 90% hồ sơ trực tuyến toàn trình.
        - |: 100% xã, phường, đặc khu có người chuyên trách chuyển đổi số.
      2.2. |# Kinh tế số
        - |: Kinh tế số chiếm 13% GRDP.
        - |: 60% doanh nghiệp nhỏ và vừa dùng nền tảng số.
      2.3. |# Xã hội số
        - |: 85% người dân trưởng thành có tài khoản định danh mức 2.
        - |: Xóa toàn bộ 21 thôn lõm sóng.
      2.4. |# An toàn thông tin
        - |: 100% hệ thống được phê duyệt cấp độ.
  II. |# NHIỆM VỤ TRỌNG TÂM
    1. |# Thể chế số
      = Trình Hội đồng nhân dân tỉnh nghị quyết về hỗ trợ người làm công tác chuyển đổi số trước kỳ họp giữa năm.
    2. |# Hạ tầng số
      = Phủ sóng 21 thôn lõm; nâng cấp mạng nội bộ của 40 xã.
    3. |# Dữ liệu số
      a) |: Hợp nhất dữ liệu hộ tịch, đất đai, lao động;
      b) |: làm giàu dữ liệu nghề cá: tàu, ngư dân, vùng biển được phép.
    4. |# Nền tảng số
      = Nền tảng giám sát, điều hành của tỉnh kết nối với 96 đơn vị cấp xã.
    4. |# Nhân lực số
      = Mỗi xã cử 02 người dự khóa 05 ngày; hỗ trợ 50% học phí cho học viên là người dân tộc thiểu số.
    5. |# An toàn thông tin mạng
      = Vận hành SOC 24/7; diễn tập 02 đợt.
    6. |# Kinh tế số và xã hội số
      a) |: Đưa tỏi Lý Sơn, quế Trà Bồng, sâm Ngọc Linh, cà phê Đắk Hà lên sàn;
      b) |: bản đồ du lịch số biển đảo - cao nguyên;
      c) |: học bạ số, bệnh án điện tử.
  III. |# KINH PHÍ THỰC HIỆN
    = Dự kiến 174.300 triệu đồng, gồm:
    - |: Ngân sách tỉnh: 122.800 triệu đồng.
    - |: Ngân sách trung ương: 36.500 triệu đồng.
    - |: Nguồn khác: 15.000 triệu đồng.
  IV. |# TỔ CHỨC THỰC HIỆN
    1. |# Sở Khoa học và Công nghệ
      = Chủ trì, hướng dẫn; tham mưu báo cáo quý trước ngày 18 tháng cuối quý.
    2. |# Sở Tài chính
      = Thẩm định, bố trí kinh phí.
    3. |# Công an tỉnh
      = Chủ trì nội dung Đề án 06, an ninh mạng.
    4. |# UBND các xã, phường, đặc khu
      = Ban hành kế hoạch của địa phương trước ngày 31/01/2027.
Phụ lục số 01 |^ NHIỆM VỤ, DỰ ÁN CHUYỂN ĐỔI SỐ NĂM 2027
  % tasks
""")
KHCN = "Sở Khoa học và Công nghệ"
TASKS = Tasks(
    ["STT", "Nhiệm vụ, dự án", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện", "Kinh phí (triệu đồng)", "Mới/ Chuyển tiếp"],
    ["no", "name", "lead", "coordinating", "time", "budget", "kind"],
    f"""
* A | THỂ CHẾ SỐ
1 | Nghị quyết hỗ trợ người làm công tác chuyển đổi số | {KHCN} | Sở Nội vụ, Sở Tài chính | Quý II | 60 | Mới
2 | Quy chế vận hành Trung tâm giám sát, điều hành thông minh | Văn phòng UBND tỉnh | {KHCN} | Quý I | 40 | Mới
3 | Danh mục dữ liệu dùng chung (cập nhật) | {KHCN} | Các sở, ban, ngành | Trước ngày 15/12 | 30 | Chuyển tiếp
* B | HẠ TẦNG SỐ
1 | Phủ sóng 21 thôn lõm | {KHCN} | Viettel, VNPT, MobiFone Quảng Ngãi; Công ty Điện lực Quảng Ngãi | 2026-2027 | 31.500 | Chuyển tiếp
2 | Nâng cấp mạng nội bộ 40 xã | UBND các xã | {KHCN} | Quý II - Quý III | 12.000 | Mới
3 | Thuê hạ tầng máy chủ dự phòng tại Măng Đen | {KHCN} | Sở Tài chính | 2026-2030 | 8.400 | Chuyển tiếp
4 | Trang bị ki-ốt tra cứu tại cảng cá Sa Huỳnh, Tịnh Kỳ, Lý Sơn | Sở Nông nghiệp và Môi trường | Bộ Chỉ huy Bộ đội Biên phòng tỉnh | Quý III | 2.250 | Mới
* C | DỮ LIỆU SỐ
1 | Hợp nhất dữ liệu hộ tịch hai tỉnh | Sở Tư pháp | Công an tỉnh | Trước 30/6 | 4.600 | Chuyển tiếp
2 | Hợp nhất, làm sạch dữ liệu đất đai | Sở Nông nghiệp và Môi trường | UBND các xã, phường, đặc khu | 2026-2027 | 42.000 | Chuyển tiếp
3 | Cơ sở dữ liệu nghề cá | Sở Nông nghiệp và Môi trường | Bộ Chỉ huy Bộ đội Biên phòng tỉnh; hội nghề cá | Quý III | 5.100 | Mới
4 | Cơ sở dữ liệu di sản, lễ hội các dân tộc | Sở Văn hóa, Thể thao và Du lịch | Sở Dân tộc và Tôn giáo | Quý IV | 1.850 | Mới
5 | Số hóa tài liệu lưu trữ tỉnh Kon Tum (cũ) | Sở Nội vụ | Văn phòng UBND tỉnh | Cả năm | 6.300 | Chuyển tiếp
6 | Mở 100 tập dữ liệu | {KHCN} | Các sở, ban, ngành | Tháng 10 | 150 | Mới
* D | NỀN TẢNG, CHÍNH QUYỀN SỐ
1 | Mở rộng Hệ thống giải quyết thủ tục hành chính | Văn phòng UBND tỉnh | {KHCN} | Quý II | 7.900 | Chuyển tiếp
2 | Trung tâm giám sát, điều hành thông minh, giai đoạn 2 | {KHCN} | Văn phòng UBND tỉnh; Công an tỉnh | 2026-2028 | 23.000 | Chuyển tiếp
3 | Trợ lý ảo song ngữ Việt - Xơ Đăng, Việt - Hrê | {KHCN} | Sở Dân tộc và Tôn giáo | Quý IV | 2.700 | Mới
4 | Phòng họp không giấy cấp xã | UBND các xã, phường, đặc khu | Sở Nội vụ | Quý III | 1.900 | Mới
5 | Ký số cá nhân cho 5.000 công chức, viên chức | {KHCN} | Các cơ quan, đơn vị | Thường xuyên | 750 | Chuyển tiếp
* Đ | NHÂN LỰC SỐ, AN TOÀN THÔNG TIN
1 | Bồi dưỡng người chuyên trách cấp xã | Sở Nội vụ | Trường Chính trị tỉnh | Quý II | 980 | Mới
2 | Giám sát an toàn thông tin 24/7 | Công an tỉnh | {KHCN} | Thường xuyên | 4.200 | Chuyển tiếp
3 | Diễn tập ứng cứu sự cố | Công an tỉnh | Bộ Chỉ huy quân sự tỉnh; {KHCN} | Tháng 4, tháng 9 | 640 | Chuyển tiếp
4 | Kiểm tra, đánh giá hệ thống cấp độ 3 | Công an tỉnh | Các đơn vị chủ quản | Quý III | 1.150 | Chuyển tiếp
* E | KINH TẾ SỐ, XÃ HỘI SỐ
1 | Gian hàng số nông sản, dược liệu | Sở Công Thương | Hội Nông dân, Hội Liên hiệp Phụ nữ tỉnh | Cả năm | 2.100 | Chuyển tiếp
2 | Bản đồ du lịch số biển đảo - cao nguyên | Sở Văn hóa, Thể thao và Du lịch | Hiệp hội Du lịch | Quý II | 1.640 | Mới
3 | Học bạ số cấp trung học phổ thông | Sở Giáo dục và Đào tạo | UBND các xã, phường, đặc khu | Năm học 2027-2028 | 3.300 | Chuyển tiếp
4 | Bệnh án điện tử Trung tâm Y tế quân dân y đặc khu Lý Sơn | Sở Y tế | UBND đặc khu Lý Sơn | Quý IV | 2.800 | Mới
5 | Tổ công nghệ số cộng đồng lưu động trên tàu cá | Tỉnh đoàn | Bộ Chỉ huy Bộ đội Biên phòng tỉnh | Thường xuyên | 420 | Mới
6 | Thanh toán không tiền mặt tại chợ, bến cá | Ngân hàng Nhà nước Khu vực 9 | Sở Công Thương | Quý III | 0 | Mới
""")
ISSUED = "(Kèm theo Kế hoạch số 402/KH-UBND ngày 18 tháng 12 năm 2026 của Ủy ban nhân dân tỉnh Quảng Ngãi)"
END = "Trong quá trình triển khai, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Sở Khoa học và Công nghệ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh xem xét, điều chỉnh./."


def make_docx():
    doc = new_docx(size=14)
    letterhead(doc, ["ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI"], "Số: 402/KH-UBND", "Quảng Ngãi, ngày 18 tháng 12 năm 2026", strong=2)
    titled(doc, "KẾ HOẠCH", SUBJECT)
    for text in PREAMBLE:
        para(doc, text, align="j", indent=1.27)

    def own(label, text):
        para(doc, END, align="j", indent=1.27)
        closing(doc, RECIPIENTS, SIGNATORY)
        section(doc, True)
        titled(doc, label, text, issued=ISSUED)
    body(doc, TREE, lambda _: tasks_table(doc, TASKS, [1.2, 7.6, 4.4, 5.2, 2.6, 2.2, 2], 11), own, indent=1.27)
    save_docx(doc, NAME)


def make_pdf():
    pages = Pages(NAME, margins=(60, 57, 85, 57))
    pdf_letterhead(pages, ["ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI"], "Số: 402/KH-UBND", "Quảng Ngãi, ngày 18 tháng 12 năm 2026", size=11, strong=2)
    pdf_titled(pages, "KẾ HOẠCH", SUBJECT, size=14)
    for text in PREAMBLE:
        pages.text(text)
    text, annex = outline(""), TREE.items[-1]
    text.items = TREE.items[:-1]
    pdf_tree(pages, text, None)
    pages.text(END, gap=12)
    pdf_closing(pages, RECIPIENTS, SIGNATORY)
    pages.turn()
    pdf_titled(pages, annex.label, annex.heading, issued=ISSUED)
    pages.table(TASKS.columns, wide(TASKS).rows, [28, 140, 80, 88, 46, 38, 38], size=9)
    pages.save()


def make():
    make_docx()
    make_pdf()
    truth(NAME, number="402/KH-UBND", date="2026-12-18", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=TASKS,
          reading={"kind": "plan", "issuer": ["ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI"], "place": "Quảng Ngãi", "title": {"kind": "Kế hoạch", "subject": SUBJECT},
                   "attachment": None, "addressees": [], "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          doubts=[["4"]],
          notes=["PHẦN II/II has two items 4. (Nền tảng số, Nhân lực số) and goes on with 5.: both stay as printed, a finding says so.",
                 "Groups are A, B, C, D, Đ, E; in the PDF label and title share one cell over the whole width.",
                 "A law named “Luật Chuyển đổi số” is followed by “số 148/…”. One căn cứ has two numbers and one date. The Tờ trình is no căn cứ.",
                 "The closing sentence is not compared."])


if __name__ == "__main__":
    make()
