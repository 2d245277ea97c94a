"""A decision and plan whose citations take every form papers use. DOCX, PDF."""
from house import Tasks, base, outline, truth, walk
from word import decision_front, fill, letterhead_table, new_docx, para, save_docx, tasks_table, to_pdf

NAME = "citations"
SUBJECT = "Ban hành Kế hoạch chuyển đổi số của Ngân hàng Nhà nước Việt Nam năm 2026"
PLAN = "Chuyển đổi số của Ngân hàng Nhà nước Việt Nam năm 2026"
ISSUED = "(Ban hành kèm theo Quyết định số 2025/QĐ-NHNN ngày 14/11/2025 của Thống đốc Ngân hàng Nhà nước Việt Nam)"
CAN_CU = [
    "Căn cứ Luật Ngân hàng Nhà nước Việt Nam số 46/2010/QH12 ngày 16/6/2010;",
    "Căn cứ Luật Các tổ chức tín dụng ngày 18 tháng 01 năm 2024;",
    "Căn cứ Nghị định 26/2025/NĐ-CP ngày 24/02/2025 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Ngân hàng Nhà nước Việt Nam;",
    "Căn cứ Nghị quyết 52-NQ/TW ngày 27/9/2019 của Bộ Chính trị về một số chủ trương, chính sách chủ động tham gia cuộc Cách mạng công nghiệp lần thứ tư;",
    "Căn cứ các Quyết định số 1813/QĐ-TTg và số 1814/QĐ-TTg ngày 28 tháng 10 năm 2021 của Thủ tướng Chính phủ;",
    "Căn cứ Chỉ thị số 14/CT-TTg ngày 7/6/2019 của Thủ tướng Chính phủ về việc tăng cường bảo đảm an toàn, an ninh mạng;",
    "Căn cứ Quyết định số 1310/QĐ-NHNN ngày 02/7/2025 của Thống đốc Ngân hàng Nhà nước sửa đổi Quyết định số 810/QĐ-NHNN ngày 11/5/2021 phê duyệt Kế hoạch chuyển đổi số ngành Ngân hàng đến năm 2025, định hướng đến năm 2030;",
    "Căn cứ Thông tư liên tịch số 05/2024/TTLT-NHNN-BCA ngày 03 tháng 9 năm 2024;",
    "Theo đề nghị của Cục trưởng Cục Công nghệ thông tin.",
]
BASES = [
    base("Luật", "46/2010/QH12", "2010-06-16", None, "Luật Ngân hàng Nhà nước Việt Nam"),
    base("Luật", None, "2024-01-18", None, "Luật Các tổ chức tín dụng"),
    base("Nghị định", "26/2025/NĐ-CP", "2025-02-24", "Chính phủ", "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Ngân hàng Nhà nước Việt Nam"),
    base("Nghị quyết", "52-NQ/TW", "2019-09-27", "Bộ Chính trị", "về một số chủ trương, chính sách chủ động tham gia cuộc Cách mạng công nghiệp lần thứ tư"),
    base("Quyết định", "1813/QĐ-TTg", "2021-10-28", "Thủ tướng Chính phủ", None),
    base("Quyết định", "1814/QĐ-TTg", "2021-10-28", "Thủ tướng Chính phủ", None),
    base("Chỉ thị", "14/CT-TTg", "2019-06-07", "Thủ tướng Chính phủ", "về việc tăng cường bảo đảm an toàn, an ninh mạng"),
    base("Quyết định", "1310/QĐ-NHNN", "2025-07-02", "Thống đốc Ngân hàng Nhà nước", "sửa đổi Quyết định số 810/QĐ-NHNN ngày 11/5/2021 phê duyệt Kế hoạch chuyển đổi số ngành Ngân hàng đến năm 2025, định hướng đến năm 2030"),
    base("Thông tư liên tịch", "05/2024/TTLT-NHNN-BCA", "2024-09-03", None, None),
]
PLAN_BASES = [
    base("Nghị quyết", "193/2025/QH15", "2025-02-19", "Quốc hội", "về thí điểm một số cơ chế, chính sách đặc biệt", "I/1"),
    base("Luật", "24/2018/QH14", None, None, "Luật An ninh mạng", "I/1"),
    base("Thông báo", "48/TB-VPCP", "2024-02-08", "Văn phòng Chính phủ", None, "I/1"),
    base("Công điện", "139/CĐ-TTg", "2024-12-23", "Thủ tướng Chính phủ", None, "I/1"),
    base("Kế hoạch", "02-KH/BCĐTW", "2025-06-19", "Ban Chỉ đạo Trung ương", "về thúc đẩy chuyển đổi số liên thông, đồng bộ, nhanh, hiệu quả", "I/1"),
    base("Quyết định", "06/QĐ-TTg", "2022-01-06", "Thủ tướng Chính phủ", "(Đề án 06)", "I/1"),
    base("Thông tư", "09/2020/TT-NHNN", "2020-10-21", "Thống đốc Ngân hàng Nhà nước", "quy định về an toàn hệ thống thông tin trong hoạt động ngân hàng", "I/1"),
    base("Quyết định", "2345/QĐ-NHNN", "2023-12-18", None, "về triển khai các giải pháp an toàn, bảo mật trong thanh toán trực tuyến", "I/1"),
]
ARTICLES = [
    (1, ["Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số của Ngân hàng Nhà nước Việt Nam năm 2026."]),
    (2, ["Quyết định này thay thế Quyết định số 2655/QĐ-NHNN ngày 26/12/2019 và Quyết định 1887/QĐ-NHNN ngày 08/10/2024. Các dẫn chiếu đến hai Quyết định này được hiểu là dẫn chiếu đến Quyết định số 2025/QĐ-NHNN."]),
    (3, ["Cục trưởng Cục Công nghệ thông tin, Chánh Văn phòng, Giám đốc Ngân hàng Nhà nước các Khu vực chịu trách nhiệm thi hành./."]),
]
RECIPIENTS = ["Như Điều 3;", "Ban Lãnh đạo NHNN;", "Các tổ chức tín dụng, TTKDTM;", "Lưu: VP, CNTT3."]
TREE = outline("""
I. |# CĂN CỨ VÀ MỤC TIÊU
  1. |# Căn cứ xây dựng
    - |: Nghị quyết số 193/2025/QH15 của Quốc hội ngày 19 tháng 02 năm 2025 về thí điểm một số cơ chế, chính sách đặc biệt;
    - |: Luật An ninh mạng số 24/2018/QH14;
    - |: Thông báo số 48/TB-VPCP ngày 08/02/2024 của Văn phòng Chính phủ;
    - |: Công điện 139/CĐ-TTg ngày 23/12/2024 của Thủ tướng Chính phủ;
    - |: Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025 của Ban Chỉ đạo Trung ương về thúc đẩy chuyển đổi số liên thông, đồng bộ, nhanh, hiệu quả;
    - |: Quyết định 06/QĐ-TTg (Đề án 06) ngày 06 tháng 01 năm 2022 của Thủ tướng Chính phủ;
    - |: Thông tư số 09/2020/TT-NHNN ngày 21/10/2020 của Thống đốc Ngân hàng Nhà nước quy định về an toàn hệ thống thông tin trong hoạt động ngân hàng;
    - |: Quyết định số 2345/QĐ-NHNN ngày 18/12/2023 về triển khai các giải pháp an toàn, bảo mật trong thanh toán trực tuyến.
  2. |# Mục tiêu
    = Năm 2026 đạt các mục tiêu nêu tại Quyết định số 810/QĐ-NHNN ngày 11/5/2021, cụ thể:
    a) |: 70% nghiệp vụ thực hiện hoàn toàn trên môi trường số;
    b) |: thời gian gián đoạn của hệ thống thanh toán liên ngân hàng không quá 04 giờ/năm;
    c) |: tỷ lệ giao dịch không dùng tiền mặt tăng 20% so với năm 2025.
II. |# NHIỆM VỤ
  1. |# Thể chế
    = Sửa đổi Thông tư 17/2024/TT-NHNN ngày 28/6/2024 và các văn bản liên quan trước ngày 30/6/2026.
  2. |# Dữ liệu
    - |: Đối chiếu sinh trắc học tài khoản theo Quyết định số 2345/QĐ-NHNN.
    - |: Chuẩn hóa danh mục báo cáo thống kê.
  3. |# An toàn
    = Thực hiện Chỉ thị 09/CT-TTg ngày 23/02/2024; 100% hệ thống cấp độ 4 được kiểm tra hai lần trong năm.
III. |# TỔ CHỨC THỰC HIỆN
  1. |: Cục Công nghệ thông tin theo dõi chung.
  2. |: Các đơn vị báo cáo trước ngày 15 của tháng cuối quý.
PHỤ LỤC 1 |^ DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2026
  % tasks
PHỤ LỤC 2 |^ ĐẦU MỐI LIÊN HỆ
  = Cục Công nghệ thông tin, số 64 Nguyễn Chí Thanh, Hà Nội.
""")
TASKS = Tasks(
    ["STT", "Tên nhiệm vụ", "Đơn vị đầu mối chủ trì", "Đơn vị phối hợp", "Thời hạn", "Kết quả đầu ra", "Căn cứ (văn bản giao nhiệm vụ)"],
    ["no", "name", "lead", "coordinating", "time", "result", "basis"],
    """
1 | Sửa đổi Thông tư 17/2024/TT-NHNN ngày 28/6/2024 về mở và sử dụng tài khoản thanh toán | Vụ Thanh toán | Vụ Pháp chế | 30/6/2026 | Thông tư | Quyết định số 1813/QĐ-TTg ngày 28/10/2021
2 | Cơ chế thử nghiệm có kiểm soát (Nghị định 94/2025/NĐ-CP ngày 29/4/2025) | Vụ Thanh toán | Cục CNTT, Bộ Công an | Quý II/2026 | Báo cáo thử nghiệm | Nghị quyết 193/2025/QH15
3 | Nâng cấp hệ thống thanh toán điện tử liên ngân hàng | Cục CNTT | Sở Giao dịch | 2025-2027 | Hệ thống mới | 1310/QĐ-NHNN
4 | Kho dữ liệu giám sát | Cơ quan Thanh tra, giám sát ngân hàng | Cục CNTT; CIC | Tháng 10/2026 | Kho dữ liệu | 48/TB-VPCP ngày 08/02/2024
5 | Làm sạch dữ liệu khách hàng vay với cơ sở dữ liệu quốc gia về dân cư | Trung tâm Thông tin tín dụng quốc gia (CIC) | C06 - Bộ Công an | Hằng quý | 100% bản ghi được đối chiếu | 06/QĐ-TTg
6 | Trợ lý ảo tra cứu văn bản | Văn phòng | Cục CNTT | Quý III/2026 | Công cụ tra cứu |
7 | Kiểm tra hệ thống cấp độ 4 | Cục CNTT | A05 | Tháng 4 và tháng 9/2026 | Biên bản | Chỉ thị số 14/CT-TTg ngày 7/6/2019; Chỉ thị 09/CT-TTg ngày 23/02/2024
8 | Truyền thông về phòng ngừa lừa đảo trực tuyến | Vụ Truyền thông | Các tổ chức tín dụng | Thường xuyên | 12 chuyên đề | 139/CĐ-TTg
9 | Đào tạo kỹ năng số | Học viện Ngân hàng | Vụ Tổ chức cán bộ | 11/2026 | 15 lớp | 02-KH/BCĐTW
10 | Chia sẻ thông tin tài khoản nghi ngờ gian lận (SIMO) | Vụ Thanh toán | Các tổ chức tín dụng; NAPAS | Trước 31/3/2026 | Hệ thống kết nối 100% ngân hàng | 2345/QĐ-NHNN ngày 18/12/2023
11 | Số hóa tài liệu lưu trữ | Văn phòng | NHNN các Khu vực 1 - 15 | Cả năm | 2 triệu trang |
12 | Xây dựng Kế hoạch năm 2027 | Cục CNTT | Các đơn vị | 30/11/2026 | Dự thảo Kế hoạch |
""")


def make():
    doc = new_docx(size=13)
    letterhead_table(doc, [("NGÂN HÀNG NHÀ NƯỚC", True, False), ("VIỆT NAM", True, False), ("Số:2025/QĐ-NHNN", False, False)],
                     [("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", True, False), ("Độc lập – Tự do – Hạnh phúc", True, False), ("Hà Nội, ngày 14 tháng 11 năm 2025", False, True)])
    para(doc, "")
    decision_front(doc, SUBJECT, "THỐNG ĐỐC NGÂN HÀNG NHÀ NƯỚC VIỆT NAM", CAN_CU, ARTICLES, mark=": ")
    cells = doc.add_table(rows=1, cols=2).rows[0].cells
    fill(cells[0], "Nơi nhận:¶" + "¶".join("- " + r for r in RECIPIENTS), size=11)
    fill(cells[1], "KT. THỐNG ĐỐC¶PHÓ THỐNG ĐỐC¶(đã ký)¶¶¶Nguyễn Phạm An Khê", bold=True, align="c")
    doc.add_page_break()
    para(doc, "KẾ HOẠCH", bold=True, align="c")
    para(doc, PLAN, bold=True, align="c")
    para(doc, ISSUED, italic=True, align="c")
    for what, _, label, text in walk(TREE):
        if what == "own":
            doc.add_page_break()
            para(doc, label, bold=True, align="c")
            para(doc, text, bold=True, align="c")
            para(doc, ISSUED, italic=True, align="c")
        elif what == "table":
            tasks_table(doc, TASKS, [1.1, 4.2, 2.3, 2.4, 1.9, 2.0, 2.4], size=10)
        else:
            para(doc, f"{label} {text}".strip(), bold=what == "head", align="j", indent=1)
    save_docx(doc, NAME)
    to_pdf(NAME)
    signatory = (["KT. THỐNG ĐỐC", "PHÓ THỐNG ĐỐC"], "Nguyễn Phạm An Khê")
    truth(NAME, number="2025/QĐ-NHNN", date="2025-11-14", signatory=signatory, recipients=RECIPIENTS, tree=TREE, articles=ARTICLES, bases=BASES,
          plan_bases=PLAN_BASES, tasks=TASKS,
          reading={"kind": "decision", "issuer": ["NGÂN HÀNG NHÀ NƯỚC", "VIỆT NAM"], "place": "Hà Nội", "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Kế hoạch", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": signatory[0], "name": signatory[1]}},
          notes=["Two numbers with one date are two entries of that date. A paper cited inside another's title is no entry of its own.",
                 "Decisions that are replaced (Điều 2), or named in tasks and aims, are no căn cứ."])


if __name__ == "__main__":
    make()
