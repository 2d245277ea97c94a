"""A committee's plan whose annex centres its cells, numbers tasks 01, 02, names columns in another order and merges each group's row. DOCX, PDF."""
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.shared import Cm

from house import Tasks, base, outline, truth, walk
from word import decision_front, fill, letterhead_table, new_docx, para, save_docx, to_pdf

NAME = "centred-annex"
SUBJECT = "Ban hành Chương trình công tác năm 2026 của Ban Chỉ đạo cải cách hành chính và chuyển đổi số thành phố Cần Thơ"
PLAN = "Công tác năm 2026 của Ban Chỉ đạo cải cách hành chính và chuyển đổi số thành phố Cần Thơ"
ISSUED = "(Kèm theo Quyết định số: 07/QĐ-BCĐ ngày 06/02/2026 của Trưởng Ban Chỉ đạo)"
CAN_CU = [
    "Căn cứ Nghị quyết số 03/NQ-CP ngày 09/01/2025 của Chính phủ ban hành Chương trình hành động của Chính phủ thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;",
    "Căn cứ Kế hoạch số 91/KH-UBND ngày 25 tháng 12 năm 2025 của Ủy ban nhân dân thành phố về cải cách hành chính năm 2026;",
    "Căn cứ Quyết định số 2488/QĐ-UBND ngày 19 tháng 9 năm 2025 của Chủ tịch Ủy ban nhân dân thành phố thành lập Ban Chỉ đạo;",
    "Theo đề nghị của Giám đốc Sở Nội vụ - Phó Trưởng ban Thường trực.",
]
BASES = [
    base("Nghị quyết", "03/NQ-CP", "2025-01-09", "Chính phủ", "ban hành Chương trình hành động của Chính phủ thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị"),
    base("Kế hoạch", "91/KH-UBND", "2025-12-25", "Ủy ban nhân dân thành phố", "về cải cách hành chính năm 2026"),
    base("Quyết định", "2488/QĐ-UBND", "2025-09-19", "Chủ tịch Ủy ban nhân dân thành phố", "thành lập Ban Chỉ đạo"),
]
ARTICLES = [
    (1, ["Ban hành kèm theo Quyết định này Chương trình công tác năm 2026 của Ban Chỉ đạo cải cách hành chính và chuyển đổi số thành phố Cần Thơ."]),
    (2, ["Trách nhiệm thực hiện:",
         "1. Thành viên Ban Chỉ đạo thực hiện nhiệm vụ được phân công và báo cáo:",
         "a) Báo cáo quý trước ngày 20 tháng cuối quý;",
         "b) Báo cáo năm trước ngày 10 tháng 12 năm 2026.",
         "2. Sở Nội vụ tổng hợp, báo cáo Trưởng Ban Chỉ đạo."]),
    (3, ["Các thành viên Ban Chỉ đạo và các cơ quan liên quan chịu trách nhiệm thi hành Quyết định này, kể từ ngày ký./."]),
]
RECIPIENTS = ["Như Điều 3;", "Thường trực Thành ủy;", "Thành viên Ban Chỉ đạo;", "VP UBND TP (2, 3B);", "Lưu: VT."]
TREE = outline("""
I. |# MỤC TIÊU
  – |: Giữ chỉ số cải cách hành chính trong nhóm 10 địa phương dẫn đầu;
  – |: nâng mức độ hài lòng của người dân lên 92%;
  – |: hoàn thành 100% nhiệm vụ trong danh mục.
II. |# NHIỆM VỤ TRỌNG TÂM
  1. |# Về chỉ đạo, điều hành
    = Họp Ban Chỉ đạo hai tháng một lần, họp Tổ giúp việc mỗi tháng một lần.
  2. |# Về kiểm tra
    = Kiểm tra 30 xã, phường và 06 sở, ngành; tái kiểm tra nơi có kết luận năm 2025.
  3. |# Về thi đua
    = Phát động thi đua “Cần Thơ số - phục vụ nhanh”.
III. |# TỔ CHỨC THỰC HIỆN
  1. |# Sở Nội vụ
    • |: Làm cơ quan thường trực;
    • |: tham mưu khen thưởng, phê bình.
  2. |# Sở Khoa học và Công nghệ
    • |: Theo dõi các nhiệm vụ chuyển đổi số;
    • |: vận hành bảng điều khiển tiến độ.
Phụ lục |^ DANH MỤC NHIỆM VỤ NĂM 2026
  % tasks
""")
TASKS = Tasks(
    ["STT", "Nhiệm vụ", "Sản phẩm", "Thời gian hoàn thành", "Cơ quan chủ trì", "Cơ quan phối hợp"],
    ["no", "name", "product", "time", "lead", "coordinating"],
    """
* A | Chỉ đạo, điều hành
01 | Ban hành bộ tiêu chí đánh giá người đứng đầu | Quyết định của UBND thành phố | 28/02/2026 | Sở Nội vụ | Ban Tổ chức Thành ủy
02 | Bảng điều khiển tiến độ nhiệm vụ theo thời gian thực | Bảng điều khiển truy cập được trên điện thoại | Tháng 3 | Sở Khoa học và Công nghệ | Văn phòng UBND thành phố
03 | Họp Ban Chỉ đạo | Thông báo kết luận | Hai tháng/lần | Sở Nội vụ | Các thành viên
04 | Khen thưởng sáng kiến | Ít nhất 20 sáng kiến được công nhận | Quý IV | Sở Nội vụ | Hội đồng sáng kiến
* B | Thủ tục hành chính
05 | Cắt giảm hồ sơ giấy ở 40 thủ tục đất đai | Phương án cắt giảm được duyệt | Quý II | Sở Nông nghiệp và Môi trường | Sở Tư pháp
06 | Tiếp nhận hồ sơ tại nhà cho người cao tuổi, người khuyết tật ở Ninh Kiều, Cái Răng, Sóc Trăng, Vị Thanh, Ngã Bảy | 05 tổ lưu động | Từ 01/4/2026 | UBND các phường | Bưu điện thành phố
07 | Kiosk tự phục vụ | 60 kiosk | 2026 - 2027 | Sở Khoa học và Công nghệ | Các ngân hàng; Bưu điện thành phố
08 | Trả kết quả điện tử qua VNeID | 100% kết quả đủ điều kiện | 30/6/2026 | Văn phòng UBND thành phố | Công an thành phố
09 | Khảo sát hài lòng | Báo cáo khảo sát | Tháng 6 và tháng 11 | Ủy ban MTTQ Việt Nam thành phố | Sở Nội vụ
* C | Bộ máy, công vụ
10 | Rà soát vị trí việc làm của 103 xã, phường | Đề án được duyệt | Quý III | Sở Nội vụ | UBND các xã, phường
11 | Thi tuyển lãnh đạo cấp phòng | 04 vị trí | Quý III | Các sở được chọn | Sở Nội vụ
12 | Bồi dưỡng công chức cấp xã | 12 lớp | Cả năm | Trường Chính trị thành phố | Sở Nội vụ, Trường Đại học Cần Thơ
* D | Chuyển đổi số
13 | Hợp nhất ba hệ thống thông tin giải quyết thủ tục hành chính | 01 hệ thống dùng chung, dữ liệu cũ được chuyển đủ | 30/9/2026 | Sở Khoa học và Công nghệ | VNPT; Viettel
14 | Kho dữ liệu nông nghiệp vùng | Kho dữ liệu giai đoạn 1 | Quý IV | Sở Nông nghiệp và Môi trường | Trường Đại học Cần Thơ
15 | Phủ 5G đến trung tâm xã | 103/103 xã, phường | 31/12/2026 | Sở Khoa học và Công nghệ | Các doanh nghiệp viễn thông
16 | Sơ kết, tổng kết | Báo cáo | Tháng 7; tháng 12 | Sở Nội vụ |
""")


def make():
    doc = new_docx(size=14)
    letterhead_table(doc, [("UBND THÀNH PHỐ CẦN THƠ", False, False), ("BCĐ CẢI CÁCH HÀNH CHÍNH", True, False), ("VÀ CHUYỂN ĐỔI SỐ", True, False), ("Số: 07/QĐ-BCĐ", False, False)],
                     [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True, False), ("Độc lập - Tự do - Hạnh phúc", True, False), ("", False, False),
                      ("Cần Thơ, ngày 06 tháng 02 năm 2026", False, True)], (6.5, 9.5), 12)
    para(doc, "")
    decision_front(doc, SUBJECT, "TRƯỞNG BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH VÀ CHUYỂN ĐỔI SỐ THÀNH PHỐ CẦN THƠ", CAN_CU, ARTICLES, indent=1.27)
    cells = doc.add_table(rows=1, cols=2).rows[0].cells
    fill(cells[0], "Nơi nhận:¶" + "¶".join("- " + r for r in RECIPIENTS), size=11)
    fill(cells[1], "TRƯỞNG BAN¶¶¶¶CHỦ TỊCH UBND THÀNH PHỐ¶Trương Quốc Tuấn", bold=True, align="c")
    doc.add_page_break()
    para(doc, "CHƯƠNG TRÌNH", bold=True, align="c")
    para(doc, PLAN, bold=True, align="c")
    para(doc, ISSUED, italic=True, align="c")
    for what, _, label, text in walk(TREE):
        if what == "own":
            doc.add_page_break()
            para(doc, label, bold=True, align="c")
            para(doc, text, bold=True, align="c")
            para(doc, ISSUED, italic=True, align="c")
        elif what == "table":
            widths = [1.2, 4.6, 3.1, 2.3, 2.6, 2.6]
            table = doc.add_table(rows=1, cols=6)
            table.style = "Table Grid"
            table.autofit = False
            for cell, name in zip(table.rows[0].cells, TASKS.columns):
                fill(cell, name.upper(), bold=True, align="c", size=11)
            for kind, cells in TASKS.rows:
                row = table.add_row().cells
                if kind == "group":
                    fill(row[0].merge(row[5]), f"{cells[0]}. {cells[1]}", bold=True, size=12)
                else:
                    for cell, value in zip(row, cells):
                        fill(cell, value, align="c", size=12)
            for column, width in zip(table.columns, widths):
                column.width = Cm(width)
            for row in table.rows:
                for cell, width in zip(row.cells, widths):
                    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
                    if len(set(map(id, (c._tc for c in row.cells)))) == 6:
                        cell.width = Cm(width)
        else:
            para(doc, f"{label} {text}".strip(), bold=what == "head", align="j", indent=1.27)
    save_docx(doc, NAME)
    to_pdf(NAME)
    signatory = (["TRƯỞNG BAN", "CHỦ TỊCH UBND THÀNH PHỐ"], "Trương Quốc Tuấn")
    truth(NAME, number="07/QĐ-BCĐ", date="2026-02-06", signatory=signatory, recipients=RECIPIENTS, tree=TREE, articles=ARTICLES, bases=BASES, tasks=TASKS,
          reading={"kind": "decision", "place": "Cần Thơ", "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Chương trình", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": signatory[0], "name": signatory[1]}},
          notes=["01 is task 1. Headers are printed in capitals: columns compare without case.", "Dashes and dots (–, •) are bullets like “-”."])


if __name__ == "__main__":
    make()
