"""A steering committee's plan of activities: number and date still blank, tasks without groups, many paragraphs in a cell. DOCX, PDF, TXT."""
from house import OUT, Tasks, base, centred, outline, tree_lines, truth, two_columns, walk, wrap
from word import decision_front, fill, letterhead_table, new_docx, para, save_docx, tasks_table, to_pdf

NAME = "steering-plan"
ISSUED = "(Ban hành kèm theo Quyết định số /QĐ-BCĐCĐS ngày tháng năm 2026 của Trưởng Ban Chỉ đạo)"
SUBJECT = "Ban hành Kế hoạch hoạt động năm 2026 của Ban Chỉ đạo về chuyển đổi số và Đề án 06 của Bộ Xây dựng"
PLAN = "Hoạt động năm 2026 của Ban Chỉ đạo về chuyển đổi số và Đề án 06 của Bộ Xây dựng"
CAN_CU = [
    "Căn cứ Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử phục vụ chuyển đổi số quốc gia giai đoạn 2022 - 2025, tầm nhìn đến năm 2030;",
    "Căn cứ Quyết định 412/QĐ-BXD ngày 14/4/2025 của Bộ trưởng Bộ Xây dựng về việc kiện toàn Ban Chỉ đạo về chuyển đổi số và Đề án 06 của Bộ;",
    "Căn cứ Quyết định số 23/QĐ-BCĐCĐS ngày 29 tháng 5 năm 2025 của Trưởng Ban Chỉ đạo ban hành Quy chế hoạt động của Ban Chỉ đạo;",
    "Xét đề nghị của Cơ quan thường trực Ban Chỉ đạo.",
]
BASES = [
    base("Quyết định", "06/QĐ-TTg", "2022-01-06", "Thủ tướng Chính phủ", "phê duyệt Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử phục vụ chuyển đổi số quốc gia giai đoạn 2022 - 2025, tầm nhìn đến năm 2030"),
    base("Quyết định", "412/QĐ-BXD", "2025-04-14", "Bộ trưởng Bộ Xây dựng", "về việc kiện toàn Ban Chỉ đạo về chuyển đổi số và Đề án 06 của Bộ"),
    base("Quyết định", "23/QĐ-BCĐCĐS", "2025-05-29", "Trưởng Ban Chỉ đạo", "ban hành Quy chế hoạt động của Ban Chỉ đạo"),
]
ARTICLES = [
    (1, ["Ban hành kèm theo Quyết định này Kế hoạch hoạt động năm 2026 của Ban Chỉ đạo về chuyển đổi số và Đề án 06 của Bộ Xây dựng (sau đây gọi là Ban Chỉ đạo)."]),
    (2, ["Các thành viên Ban Chỉ đạo, Tổ công tác giúp việc và thủ trưởng đơn vị liên quan có trách nhiệm:",
         "1. Thực hiện nhiệm vụ được phân công tại Phụ lục;",
         "2. Báo cáo Cơ quan thường trực trước ngày 25 của tháng cuối quý."]),
    (3, ["Quyết định này có hiệu lực thi hành kể từ ngày ký./."]),
]
RECIPIENTS = ["Như Điều 2;", "Ủy ban Quốc gia về chuyển đổi số (để b/c);", "Các thành viên Ban Chỉ đạo;", "Lưu: VT, BCĐCĐS."]
TREE = outline("""
I. |# MỤC TIÊU, YÊU CẦU
  1. |# Mục tiêu
    - |: Giữ vai trò điều phối chung, tháo gỡ vướng mắc giữa các đơn vị trong năm 2026.
    - |: Bảo đảm 100% nhiệm vụ được giao có người theo dõi và có kết quả cụ thể.
  2. |# Yêu cầu
    - |: Phân công rõ người, rõ việc, rõ thời hạn, rõ sản phẩm.
    - |: Không tổ chức họp khi có thể xử lý bằng văn bản điện tử.
II. |# NỘI DUNG HOẠT ĐỘNG
  1. |# Họp Ban Chỉ đạo
    = Họp định kỳ mỗi quý một phiên, do Trưởng ban hoặc Phó Trưởng ban thường trực chủ trì; họp chuyên đề khi có yêu cầu.
  2. |# Kiểm tra, đôn đốc
    = Kiểm tra tối thiểu 06 đơn vị, ưu tiên nơi chậm tiến độ hai quý liên tiếp.
    = Kết quả kiểm tra được công khai trên cổng thông tin nội bộ.
  3. |# Truyền thông
    = Phát hành bản tin hằng tháng; hưởng ứng Ngày Chuyển đổi số quốc gia 10/10.
III. |# TỔ CHỨC THỰC HIỆN
  1. |# Cơ quan thường trực Ban Chỉ đạo
    = Chuẩn bị nội dung họp, theo dõi thực hiện kết luận.
  2. |# Thành viên Ban Chỉ đạo
    = Chỉ đạo đơn vị mình phụ trách theo phân công tại Phụ lục, chịu trách nhiệm trước Trưởng ban.
  3. |# Kinh phí
    = Bố trí trong dự toán chi thường xuyên của Văn phòng Bộ.
Phụ lục |^ NHIỆM VỤ TRỌNG TÂM NĂM 2026 CỦA BAN CHỈ ĐẠO
  % tasks
""")
TASKS = Tasks(
    ["TT", "Nhiệm vụ/giải pháp", "Đơn vị chủ trì", "Đơn vị phối hợp", "Phân công thành viên Ban Chỉ đạo", "Nội dung/kết quả"],
    ["no", "name", "lead", "coordinating", "assigned_member", "result"],
    """
1 | Tổ chức các phiên họp định kỳ của Ban Chỉ đạo | Văn phòng Bộ | Cục Kinh tế - Quản lý đầu tư xây dựng¶Trung tâm Công nghệ thông tin | Phó Trưởng ban thường trực | - Lịch họp được duyệt trong tháng 01;¶- Thông báo kết luận sau mỗi phiên, chậm nhất 03 ngày làm việc.
2 | Hoàn thiện cơ sở dữ liệu quốc gia về hoạt động xây dựng¶(giai đoạn 2) | Trung tâm Công nghệ thông tin | Các Cục, Vụ quản lý chuyên ngành | Đ/c Giám đốc Trung tâm Công nghệ thông tin | - Quý II: hoàn thành tích hợp dữ liệu dự án;¶- Quý IV: nghiệm thu, đưa vào sử dụng.
3 | Kết nối cơ sở dữ liệu về nhà ở và thị trường bất động sản với cơ sở dữ liệu quốc gia về dân cư | Cục Quản lý nhà và thị trường bất động sản | Bộ Công an (C06)¶Sở Xây dựng các địa phương | Đ/c Cục trưởng Cục Quản lý nhà và thị trường bất động sản | Kết nối chính thức trước ngày 30/6/2026.
4 | Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực | Văn phòng Bộ | | Đ/c Chánh Văn phòng | Đạt tỷ lệ 100%.¶Báo cáo số liệu hằng tháng.
5 | Rà soát, phê duyệt cấp độ an toàn hệ thống thông tin | Trung tâm Công nghệ thông tin | Các đơn vị chủ quản hệ thống | Đ/c Giám đốc Trung tâm Công nghệ thông tin | Hồ sơ cấp độ của 27 hệ thống được phê duyệt:¶- 19 hệ thống cấp độ 2;¶- 08 hệ thống cấp độ 3.
6 | Thí điểm mô hình thông tin công trình (BIM) trong thẩm định dự án | Cục Giám định Nhà nước về chất lượng công trình xây dựng | Viện Kinh tế xây dựng¶Ban Quản lý dự án Thăng Long | Đ/c Viện trưởng Viện Kinh tế xây dựng | 03 dự án thí điểm; báo cáo đánh giá tháng 11/2026.
7 | Kiểm tra tiến độ tại các đơn vị | Cơ quan thường trực Ban Chỉ đạo | Vụ Tổ chức cán bộ¶Thanh tra¶Văn phòng Bộ | Phó Trưởng ban thường trực;¶Thành viên phụ trách lĩnh vực | Kế hoạch kiểm tra: tháng 3.¶Báo cáo kiểm tra: tháng 9.
8 | Bồi dưỡng kỹ năng số cho công chức | Vụ Tổ chức cán bộ | Học viện Chiến lược, bồi dưỡng cán bộ xây dựng | Đ/c Vụ trưởng Vụ Tổ chức cán bộ | 12 lớp, mỗi lớp 40 người.
9 | Hưởng ứng Ngày Chuyển đổi số quốc gia | Văn phòng Bộ | Báo Xây dựng¶Tạp chí Xây dựng | Đ/c Chánh Văn phòng | Chuỗi sự kiện trong tháng 10/2026.
10 | Đánh giá, xếp hạng chuyển đổi số các đơn vị thuộc Bộ | Trung tâm Công nghệ thông tin | | Đ/c Giám đốc Trung tâm Công nghệ thông tin | - Bộ chỉ số sửa đổi;¶- Bảng xếp hạng công bố tháng 12.
11 | Tổng kết hoạt động năm 2026, xây dựng Kế hoạch năm 2027 | Cơ quan thường trực Ban Chỉ đạo | Các thành viên Ban Chỉ đạo | Trưởng ban | Báo cáo tổng kết và dự thảo Kế hoạch trình trước ngày 20/12/2026.
""")


def make_docx():
    doc = new_docx(size=13)
    letterhead_table(doc, [("BỘ XÂY DỰNG", False, False), ("BAN CHỈ ĐẠO VỀ CHUYỂN ĐỔI SỐ", True, False), ("VÀ ĐỀ ÁN 06", True, False),
                           ("Số:        /QĐ-BCĐCĐS", False, False)],
                     [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True, False), ("Độc lập - Tự do - Hạnh phúc", True, False), ("", False, False),
                      ("Hà Nội, ngày       tháng       năm 2026", False, True)], (6.5, 9.5), 12)
    para(doc, "DỰ THẢO", italic=True)
    decision_front(doc, SUBJECT, "TRƯỞNG BAN CHỈ ĐẠO", CAN_CU, ARTICLES)
    cells = doc.add_table(rows=1, cols=2).rows[0].cells
    fill(cells[0], "Nơi nhận:¶" + "¶".join("- " + r for r in RECIPIENTS), size=11)
    fill(cells[1], "TRƯỞNG BAN¶¶¶¶BỘ TRƯỞNG¶Trần Minh Hà", bold=True, align="c")
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
            tasks_table(doc, TASKS, [1, 4, 2.6, 2.8, 2.8, 3.3], size=11, repeat=False)
        else:
            para(doc, f"{label} {text}".strip(), bold=what == "head", align="j", indent=1)
    save_docx(doc, NAME)


def rows(_):
    """Tabs between the cells; the second and further paragraphs of a row's cells on lines of their own."""
    lines = ["\t".join(TASKS.columns)]
    for _, cells in TASKS.rows:
        parts = [[p.strip() for p in c.split("¶")] for c in cells]
        for n in range(max(len(p) for p in parts)):
            lines.append("\t".join(p[n] if n < len(p) else "" for p in parts))
    return [*centred(ISSUED), "", *lines]


def make_txt():
    lines = two_columns(["         BỘ XÂY DỰNG", " BAN CHỈ ĐẠO VỀ CHUYỂN ĐỔI SỐ", "        VÀ ĐỀ ÁN 06", "    Số:        /QĐ-BCĐCĐS"],
                        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "    Độc lập - Tự do - Hạnh phúc", "", "Hà Nội, ngày      tháng      năm 2026"], 40)
    lines += ["", *centred("QUYẾT ĐỊNH"), *centred(SUBJECT), "", *centred("TRƯỞNG BAN CHỈ ĐẠO"), ""]
    for line in CAN_CU:
        lines += wrap(line, 80, "    ")
    lines += ["", *centred("QUYẾT ĐỊNH:")]
    for no, texts in ARTICLES:
        for n, text in enumerate(texts):
            lines += wrap(f"Điều {no}. {text}" if n == 0 else text, 80, "    ")
    lines += ["", *two_columns(["Nơi nhận:", *("- " + r for r in RECIPIENTS)], ["      TRƯỞNG BAN", "", "", "       BỘ TRƯỞNG", "      Trần Minh Hà"], 52)]
    lines += ["", "", *centred("KẾ HOẠCH"), *centred(PLAN), *centred(ISSUED), "", *tree_lines(TREE, 80, 4, rows)]
    (OUT / f"{NAME}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def make():
    make_docx()
    to_pdf(NAME)
    make_txt()
    signatory = (["TRƯỞNG BAN", "BỘ TRƯỞNG"], "Trần Minh Hà")
    truth(NAME, number="/QĐ-BCĐCĐS", signatory=signatory, recipients=RECIPIENTS, tree=TREE, articles=ARTICLES, bases=BASES, tasks=TASKS,
          reading={"kind": "decision", "issuer": ["BỘ XÂY DỰNG", "BAN CHỈ ĐẠO VỀ CHUYỂN ĐỔI SỐ VÀ ĐỀ ÁN 06"], "place": "Hà Nội",
                   "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Kế hoạch", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": signatory[0], "name": signatory[1]}},
          notes=["Letterhead lines wrapped over two lines of the page may be given as one line or as two."])


if __name__ == "__main__":
    make()
