"""A ministry's action plan for a government resolution: Word's own numbering, tasks counted through all groups. DOCX, PDF."""
import copy

from house import Tasks, base, outline, truth, walk
from word import decision_front, fill, letterhead_table, new_docx, number_paragraph, numbering, para, save_docx, tasks_table, to_pdf

NAME = "action-plan"
ISSUED = "(Kèm theo Quyết định số 2718/QĐ-BYT ngày 28 tháng 8 năm 2025 của Bộ trưởng Bộ Y tế)"
SUBJECT = "Ban hành Kế hoạch hành động của Bộ Y tế thực hiện Nghị quyết số 71/NQ-CP của Chính phủ về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia"
PLAN = "Thực hiện Nghị quyết số 71/NQ-CP ngày 01 tháng 4 năm 2025 của Chính phủ"

CAN_CU = [
    "Căn cứ Nghị định số 42/2025/NĐ-CP ngày 27 tháng 02 năm 2025 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Y tế;",
    "Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia;",
    "Căn cứ Nghị quyết số 71/NQ-CP ngày 01 tháng 4 năm 2025 của Chính phủ sửa đổi, bổ sung cập nhật Chương trình hành động của Chính phủ thực hiện Nghị quyết số 57-NQ/TW;",
    "Theo đề nghị của Giám đốc Trung tâm Thông tin y tế Quốc gia.",
]
BASES = [
    base("Nghị định", "42/2025/NĐ-CP", "2025-02-27", "Chính phủ", "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Y tế"),
    base("Nghị quyết", "57-NQ/TW", "2024-12-22", "Bộ Chính trị", "về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia"),
    base("Nghị quyết", "71/NQ-CP", "2025-04-01", "Chính phủ", "sửa đổi, bổ sung cập nhật Chương trình hành động của Chính phủ thực hiện Nghị quyết số 57-NQ/TW"),
]
ARTICLES = [
    (1, ["Ban hành kèm theo Quyết định này Kế hoạch hành động của Bộ Y tế thực hiện Nghị quyết số 71/NQ-CP ngày 01 tháng 4 năm 2025 của Chính phủ."]),
    (2, ["Quyết định này có hiệu lực kể từ ngày ký, ban hành. Bãi bỏ Quyết định số 1150/QĐ-BYT ngày 02 tháng 4 năm 2025 của Bộ trưởng Bộ Y tế."]),
    (3, ["Chánh Văn phòng Bộ, Giám đốc Trung tâm Thông tin y tế Quốc gia, các Vụ trưởng, Cục trưởng và thủ trưởng đơn vị trực thuộc Bộ chịu trách nhiệm thi hành Quyết định này./."]),
]
RECIPIENTS = ["Như Điều 3;", "Phó Thủ tướng Chính phủ (để b/c);", "Bộ trưởng (để b/c);", "Các Thứ trưởng;", "Sở Y tế các tỉnh, thành phố;", "Lưu: VT, TTYQG (05b)."]

TREE = """
I. |# MỤC ĐÍCH, YÊU CẦU
  1. |# Mục đích
    a) |: Cụ thể hóa các việc Chính phủ giao cho ngành y tế, gắn mỗi việc với một đơn vị và một sản phẩm kiểm đếm được.
    b) |: Tạo chuyển biến rõ rệt trong quản lý khám bệnh, chữa bệnh dựa trên dữ liệu, giảm giấy tờ cho người bệnh.
  2. |# Yêu cầu
    a) |: Bám sát nội dung, mốc thời gian nêu tại Nghị quyết; không lặp lại việc đã giao ở kế hoạch khác.
    b) |: Đơn vị được giao chủ trì chịu trách nhiệm đến cùng về kết quả, kể cả phần việc do đơn vị phối hợp làm.
    c) |: Việc nào cần kinh phí mới thì phải lập dự toán trước ngày 15 tháng 7 của năm liền trước.
    d) |: Dữ liệu cá nhân của người bệnh được bảo vệ theo pháp luật trong mọi khâu thu thập, chia sẻ, lưu trữ.
    đ) |: Ưu tiên thuê dịch vụ và dùng chung nền tảng sẵn có, chỉ xây mới khi không còn cách nào khác.
    e) |: Lấy mức độ hài lòng của người dân làm thước đo khi đánh giá cuối năm.
II. |# NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU
  = Các đơn vị tập trung vào năm nhóm việc sau đây, danh mục chi tiết tại Phụ lục ban hành kèm theo Kế hoạch này.
  1. |# Hoàn thiện thể chế
    = Rà soát toàn bộ quy định về bệnh án điện tử, đơn thuốc điện tử và thanh toán chi phí; nơi nào còn đòi bản giấy thì sửa trong năm 2026. Riêng các nội dung nêu tại điểm đ khoản 2 mục I phải được thể hiện ngay trong dự thảo văn bản.
  2. |# Hạ tầng và an toàn thông tin
    a) |: Nâng đường truyền của bệnh viện hạng I và hạng đặc biệt lên tối thiểu 1 Gbps, có đường dự phòng của nhà mạng khác.
    b) |: Phê duyệt cấp độ cho mọi hệ thống đang chạy; hệ thống chưa có hồ sơ cấp độ thì dừng kết nối với bên ngoài.
    c) |: Diễn tập thực chiến mỗi năm một lần, mời đơn vị ngoài ngành làm bên tấn công.
  3. |# Dữ liệu
    a) |: Lập kho dữ liệu dùng chung của Bộ, gồm:
      - |: danh mục cơ sở khám bệnh, chữa bệnh;
      - |: danh mục thuốc, trang thiết bị y tế;
      - |: dữ liệu người hành nghề.
    b) |: Liên thông sổ sức khỏe điện tử với ứng dụng định danh quốc gia; tỷ lệ người dân có sổ đạt 90%.
  4. |# Nhân lực
    = Mỗi bệnh viện từ hạng II trở lên có ít nhất 01 kỹ sư dữ liệu hoặc hợp đồng thuê chuyên gia tương đương.
  5. |# Đổi mới sáng tạo
    = Chọn tối thiểu 05 bài toán lớn của ngành để đặt hàng nghiên cứu, công bố trên cổng thông tin của Bộ.
III. |# CHẾ ĐỘ BÁO CÁO
  = Đơn vị báo cáo kết quả theo quý, chốt số liệu như sau:
  a) |: Báo cáo quý I: tính từ ngày 15 tháng 12 năm trước đến ngày 14 tháng 3, gửi trước ngày 20 tháng 3.
  b) |: Báo cáo quý II (đồng thời là báo cáo 6 tháng): tính từ ngày 15 tháng 3 đến ngày 14 tháng 6, gửi trước ngày 20 tháng 6.
  c) |: Báo cáo quý III: tính từ ngày 15 tháng 6 đến ngày 14 tháng 9, gửi trước ngày 20 tháng 9.
  d) |: Báo cáo quý IV (đồng thời là báo cáo năm): tính từ ngày 15 tháng 9 đến ngày 14 tháng 12, gửi trước ngày 20 tháng 12.
  đ) |: Báo cáo đột xuất: theo yêu cầu của Lãnh đạo Bộ, trong 03 ngày làm việc.
  e) |: Nơi nhận báo cáo là Trung tâm Thông tin y tế Quốc gia, qua hệ thống quản lý văn bản và điều hành.
IV. |# TỔ CHỨC THỰC HIỆN
  1. |: Thủ trưởng các đơn vị xây dựng kế hoạch cụ thể trong vòng 20 ngày kể từ ngày Quyết định được ký.
  2. |: Trung tâm Thông tin y tế Quốc gia làm đầu mối theo dõi, đôn đốc; hằng quý tổng hợp trình Bộ trưởng.
  3. |: Vụ Kế hoạch - Tài chính cân đối kinh phí trong dự toán được giao hằng năm.
PHỤ LỤC |^ DANH MỤC NHIỆM VỤ THỰC HIỆN NGHỊ QUYẾT SỐ 71/NQ-CP CỦA BỘ Y TẾ
  % tasks
"""

TASKS = Tasks(
    ["STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành (năm)", "Sản phẩm dự kiến", "Ghi chú"],
    ["no", "name", "lead", "coordinating", "time", "product", "note"],
    """
* I | Hoàn thiện thể chế
1 | Sửa quy định về bệnh án điện tử theo hướng bỏ yêu cầu in bản giấy | Cục Quản lý Khám, chữa bệnh | Vụ Pháp chế; TTYQG | 2025 | Thông tư thay thế |
2 | Ban hành quy chế quản lý, chia sẻ dữ liệu y tế dùng chung | TTYQG | Vụ Pháp chế | 2025 | Quyết định của Bộ trưởng | Chuyển tiếp từ năm 2024
3 | Xây dựng định mức kinh tế - kỹ thuật cho dịch vụ công nghệ thông tin y tế | Vụ Kế hoạch - Tài chính | TTYQG; Vụ Bảo hiểm y tế | 2026 | Thông tư |
4 | Rà soát thủ tục hành chính lĩnh vực dược đủ điều kiện làm toàn trình | Cục Quản lý Dược | Văn phòng Bộ | 2025 | Danh mục thủ tục được công bố |
5 | Nghiên cứu cơ chế chi trả cho khám bệnh từ xa | Vụ Bảo hiểm y tế | Cục Quản lý Khám, chữa bệnh; Bảo hiểm xã hội Việt Nam | 2026 - 2027 | Báo cáo trình Chính phủ | Theo nhiệm vụ Chính phủ giao
* II | Hạ tầng và an toàn thông tin
6 | Thuê đường truyền dự phòng cho trung tâm dữ liệu của Bộ | TTYQG | Vụ Kế hoạch - Tài chính | 2025 | Hợp đồng thuê dịch vụ |
7 | Nâng đường truyền tại 34 bệnh viện trực thuộc Bộ | Các bệnh viện trực thuộc Bộ | TTYQG | 2026 | 34/34 bệnh viện đạt tối thiểu 1 Gbps |
8 | Phê duyệt cấp độ an toàn cho hệ thống thông tin đang vận hành | Các đơn vị chủ quản hệ thống thông tin | TTYQG | 2025 | 100% hồ sơ được phê duyệt | Báo cáo theo tháng
9 | Diễn tập thực chiến hằng năm | TTYQG | Cục A05 - Bộ Công an; các bệnh viện trực thuộc Bộ | Hằng năm | Báo cáo diễn tập và danh sách lỗ hổng đã vá |
10 | Lập trung tâm giám sát an toàn thông tin của ngành | TTYQG | | 2027 | Trung tâm hoạt động 24/7 | Thuê dịch vụ
* III | Dữ liệu
11 | Xây dựng kho dữ liệu dùng chung của Bộ Y tế | TTYQG | Các Vụ, Cục thuộc Bộ | 2026 | Kho dữ liệu vận hành |
12 | Chuẩn hóa danh mục thuốc và trang thiết bị y tế | Cục Quản lý Dược | Cục Hạ tầng và Thiết bị y tế | 2025 | Bộ mã dùng chung | Áp dụng từ 01/01/2026
13 | Làm sạch dữ liệu người hành nghề của 34 tỉnh, thành phố | Cục Quản lý Khám, chữa bệnh | Sở Y tế các tỉnh, thành phố | 2026 | Tỷ lệ dữ liệu đúng, đủ đạt 98% |
14 | Liên thông sổ sức khỏe điện tử với ứng dụng định danh quốc gia | TTYQG | Bộ Công an; Bảo hiểm xã hội Việt Nam | 2026 | 90% người dân có sổ sức khỏe điện tử |
15 | Mở dữ liệu về năng lực khám bệnh, giá dịch vụ | Vụ Kế hoạch - Tài chính | Các bệnh viện trực thuộc Bộ | 2026 | Tối thiểu 12 tập dữ liệu mở |
16 | Kết nối hệ thống giám sát bệnh truyền nhiễm với 3.200 trạm y tế | Cục Phòng bệnh | Sở Y tế các tỉnh, thành phố; Viện Vệ sinh dịch tễ Trung ương | 2025 - 2026 | Hệ thống kết nối đến cấp xã |
* IV | Nhân lực
17 | Mở lớp phân tích dữ liệu y tế cho cán bộ quản lý bệnh viện | Vụ Tổ chức cán bộ | Trường Đại học Y tế công cộng | 2025 | 04 lớp, 240 học viên |
18 | Đưa học phần y tế số vào chương trình đào tạo bác sĩ | Cục Khoa học công nghệ và Đào tạo | Các trường đại học y, dược | 2027 | Chương trình khung được phê duyệt |
19 | Xây dựng vị trí việc làm kỹ sư dữ liệu tại bệnh viện | Vụ Tổ chức cán bộ | Vụ Pháp chế; các bệnh viện trực thuộc Bộ | 2026 | Thông tư hướng dẫn |
* V | Đổi mới sáng tạo
20 | Công bố danh mục bài toán lớn của ngành y tế | Cục Khoa học công nghệ và Đào tạo | Các đơn vị thuộc Bộ | 2025 | Tối thiểu 05 bài toán được đặt hàng | Công bố trước 30/11/2025
21 | Thử nghiệm trợ lý ảo hỗ trợ tra cứu phác đồ | Bệnh viện Bạch Mai | TTYQG; doanh nghiệp công nghệ | 2026 | Báo cáo thử nghiệm tại 03 khoa |
22 | Ứng dụng trí tuệ nhân tạo đọc phim X-quang phổi | Bệnh viện Phổi Trung ương | Bệnh viện Chợ Rẫy; Bệnh viện Trung ương Huế | 2026 - 2028 | Phần mềm được cấp phép |
23 | Tổ chức ngày hội sáng tạo y tế số | Văn phòng Bộ | Báo Sức khỏe và Đời sống | Hằng năm | 01 sự kiện mỗi năm |
24 | Đánh giá giữa kỳ và cuối kỳ Kế hoạch | TTYQG | Các đơn vị thuộc Bộ | 2027, 2030 | Báo cáo đánh giá | Thuê tư vấn độc lập
""")


def make():
    doc = new_docx()
    letterhead_table(doc, [("BỘ Y TẾ", True, False), ("_______", False, False), ("Số: 2718/QĐ-BYT", False, False)],
                     [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True, False), ("Độc lập - Tự do - Hạnh phúc", True, False),
                      ("____________________", False, False), ("Hà Nội, ngày 28 tháng 8 năm 2025", False, True)])
    para(doc, "")
    decision_front(doc, SUBJECT, "BỘ TRƯỞNG BỘ Y TẾ", CAN_CU, ARTICLES, indent=1.27)
    sign = doc.add_table(rows=1, cols=2).rows[0].cells
    fill(sign[0], "Nơi nhận:¶" + "¶".join("- " + r for r in RECIPIENTS), size=11)
    fill(sign[1], "KT. BỘ TRƯỞNG¶THỨ TRƯỞNG¶¶¶¶Đỗ Quang Huy", bold=True, align="c")
    doc.add_page_break()
    para(doc, "KẾ HOẠCH HÀNH ĐỘNG", bold=True, align="c")
    para(doc, PLAN, bold=True, align="c")
    para(doc, ISSUED, italic=True, align="c")

    levels = numbering(doc, [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")])
    letters = numbering(doc, [("lowerLetter", "%1)")])
    main = levels()
    typed_letters = False  # the first list of letters is typed, with đ); the others are Word's, which count e)
    loose = None
    tree = outline(TREE)
    tasks = TASKS
    for what, depth, label, text in walk(tree):
        if what == "own":
            doc.add_page_break()
            para(doc, label, bold=True, align="c")
            para(doc, text, bold=True, align="c")
            para(doc, ISSUED, italic=True, align="c")
        elif what == "head":
            number_paragraph(para(doc, text, bold=True, align="j", keep=True), main, depth)
            typed_letters = text == "Yêu cầu"
            loose = None
        elif what == "item" and label == "-":
            para(doc, f"- {text}", align="j", indent=1.27)
        elif what == "item" and label.endswith(")"):
            if typed_letters:
                para(doc, f"{label} {text}", align="j", indent=1.27)
            elif depth == 1:  # letters straight under a roman numeral: a list of their own
                loose = loose or letters()
                number_paragraph(para(doc, text, align="j"), loose, 0)
            else:
                number_paragraph(para(doc, text, align="j"), main, 2)
        elif what == "item":
            number_paragraph(para(doc, text, align="j"), main, 1)
        elif what == "text":
            para(doc, text, align="j", indent=1.27)
        else:
            bare = copy.deepcopy(tasks)
            for kind, cells in bare.rows:
                if kind == "task":
                    cells[0] = ""
            table = tasks_table(doc, bare, [1.2, 4.0, 2.4, 2.5, 1.6, 2.3, 2.0], size=10)
            count = numbering(doc, [("decimal", "%1")], 0, "nothing")()  # the numbers of the tasks are a list of Word's too
            for row, (kind, _) in zip(table.rows[1:], bare.rows):
                if kind == "task":
                    number_paragraph(row.cells[0].paragraphs[0], count, 0)
    save_docx(doc, NAME)

    reading = {
        "kind": "decision", "issuer": ["BỘ Y TẾ"], "place": "Hà Nội", "title": {"kind": "Quyết định", "subject": SUBJECT},
        "attachment": {"kind": "Kế hoạch hành động", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
        "signatory": {"authority": ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"], "name": "Đỗ Quang Huy"},
    }
    common = dict(number="2718/QĐ-BYT", date="2025-08-28", signatory=(["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"], "Đỗ Quang Huy"),
                  recipients=RECIPIENTS, articles=ARTICLES, bases=BASES, tasks=TASKS, reading=reading)
    truth(NAME, tree=tree, **common, notes=[
        "Word counts the letters under III as a to f and its lists show e), f); the paper types đ) under I/2 and cites “điểm đ khoản 2”: its letters are Vietnamese."])
    # printed by LibreOffice the list under III shows e) and f): a paper of its own, whose labels are what stands on the page
    to_pdf(NAME)
    printed = TREE.split("III. |#")
    third = printed[1].replace("  e) |:", "  f) |:").replace("  đ) |:", "  e) |:")
    truth(NAME + ".pdf", tree=outline(printed[0] + "III. |#" + third), **common)


if __name__ == "__main__":
    make()
