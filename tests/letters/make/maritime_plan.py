"""A department's decision and plan: groups A, B, C, a column “Đơn vị thực hiện” alone, units merged downwards. DOCX, TXT with tabs; its annex as XLSX."""
import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from house import NATION, OUT, Tasks, base, centred, outline, tree_lines, truth, two_columns, wrap
from word import body, closing, decision_front, fill, letterhead, new_docx, repack, repeat_rows, save_docx, titled, widen

NAME, BOOK = "maritime-plan", "maritime-annex"
SUBJECT = "Phê duyệt Kế hoạch ứng dụng công nghệ thông tin và chuyển đổi số năm 2026 của Cục Hàng hải và Đường thủy Việt Nam"
PLAN = "Ứng dụng công nghệ thông tin và chuyển đổi số năm 2026 của Cục Hàng hải và Đường thủy Việt Nam"
ISSUED = "(Kèm theo Quyết định số 97/QĐ-CHHĐTVN ngày 15/01/2026)"
CAN_CU = [
    "Căn cứ Quyết định số 153/QĐ-BXD ngày 01/3/2025 của Bộ trưởng Bộ Xây dựng quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Cục Hàng hải và Đường thủy Việt Nam;",
    "Căn cứ Quyết định 2292/QĐ-BXD ngày 31/12/2025 của Bộ Xây dựng về việc giao dự toán chi ngân sách nhà nước năm 2026;",
    "Căn cứ Thông tư số 08/2024/TT-BTTTT ngày 29/7/2024, Thông tư số 18/2024/TT-BTTTT ngày 30/12/2024 của Bộ trưởng Bộ Thông tin và Truyền thông;",
    "Xét Tờ trình số 12/TTr-KHCN ngày 12/01/2026 của Phòng Khoa học - Công nghệ và Chuyển đổi số.",
]
BASES = [
    base("Quyết định", "153/QĐ-BXD", "2025-03-01", "Bộ trưởng Bộ Xây dựng", "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Cục Hàng hải và Đường thủy Việt Nam"),
    base("Quyết định", "2292/QĐ-BXD", "2025-12-31", "Bộ Xây dựng", "về việc giao dự toán chi ngân sách nhà nước năm 2026"),
    base("Thông tư", "08/2024/TT-BTTTT", "2024-07-29", "Bộ trưởng Bộ Thông tin và Truyền thông", None),
    base("Thông tư", "18/2024/TT-BTTTT", "2024-12-30", "Bộ trưởng Bộ Thông tin và Truyền thông", None),
]
ARTICLES = [
    (1, ["Phê duyệt kèm theo Quyết định này Kế hoạch ứng dụng công nghệ thông tin và chuyển đổi số năm 2026 của Cục Hàng hải và Đường thủy Việt Nam."]),
    (2, ["Giao Phòng Khoa học - Công nghệ và Chuyển đổi số chủ trì theo dõi, tổng hợp; Phòng Tài chính hướng dẫn thanh, quyết toán."]),
    (3, ["Chánh Văn phòng Cục, các Trưởng phòng, Giám đốc các Cảng vụ và Thủ trưởng các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./."]),
]
RECIPIENTS = ["Như Điều 3;", "Bộ Xây dựng (để b/c);", "Cục trưởng (để b/c);", "Các Phó Cục trưởng;", "Website Cục;", "Lưu: VT, KHCN&CĐS."]
SIGNATORY = (["Q. CỤC TRƯỞNG"], "Lương Hải Đăng")
TREE = outline("""
I. |# MỤC TIÊU
  1. |: Tàu thuyền vào, rời cảng biển, cảng thủy nội địa làm thủ tục hoàn toàn qua mạng; thời gian cấp phép không quá 30 phút.
  2. |: Dữ liệu luồng, phao tiêu, báo hiệu được cập nhật trong ngày.
  3. |: 100% thuyền viên có hồ sơ điện tử, chứng chỉ số.
II. |# NỘI DUNG
  1. |# Hoàn thiện quy định
    a) |: Sửa đổi Quy chế cập nhật dữ liệu báo hiệu hàng hải;
    b) |: ban hành danh mục mã cảng, bến dùng chung.
  2. |# Hệ thống thông tin
    a) |: Nâng cấp Cổng thông tin một cửa cảng biển;
    b) |: kết nối VTS với hệ thống giám sát của Bộ Tư lệnh Cảnh sát biển;
    c) |: thay thế phần mềm đăng ký tàu biển xây dựng từ năm 2009.
  3. |# Bảo đảm an toàn thông tin
    = Thuê giám sát; sao lưu ngoại tuyến hằng tuần, kiểm tra khôi phục hằng quý.
III. |# KINH PHÍ
  = Từ dự toán được giao và phí bảo đảm hàng hải được để lại theo quy định.
IV. |# TỔ CHỨC THỰC HIỆN
  1. |: Các Cảng vụ báo cáo tiến độ trước ngày 05 của tháng đầu quý sau.
  2. |: Nội dung phát sinh do Cục trưởng quyết định.
Phụ lục |^ CHI TIẾT NHIỆM VỤ NĂM 2026
  % tasks
""")
CN, CV = "Phòng Khoa học - Công nghệ và Chuyển đổi số", "Các Cảng vụ Hàng hải"
TASKS = Tasks(
    ["STT", "Nội dung nhiệm vụ", "Đơn vị thực hiện", "Thời gian", "Kết quả"],
    ["no", "name", "lead", "time", "result"],
    f"""
* A | NHIỆM VỤ CHUYỂN TIẾP TỪ NĂM 2025
1 | Nâng cấp Cổng thông tin một cửa cảng biển, giai đoạn 2 | {CN} | Quý II | Nghiệm thu, đưa vào vận hành
2 | Số hóa 42.000 hồ sơ đăng ký tàu biển | {CN} | Quý III | Kho hồ sơ số
3 | Kết nối dữ liệu AIS bờ | {CN} | Trước 30/4 | 26 trạm kết nối
4 | Chuẩn hóa hồ sơ thuyền viên | Phòng Thuyền viên | Quý III | 58.000 hồ sơ điện tử
* B | NHIỆM VỤ MỞ MỚI
1 | Phần mềm đăng ký tàu biển, phương tiện thủy | Phòng Vận tải và Dịch vụ hàng hải | 2026 - 2027 | Phần mềm thay thế hệ thống năm 2009
2 | Hải đồ điện tử luồng Cái Mép - Thị Vải | Tổng công ty Bảo đảm an toàn hàng hải Việt Nam | Quý IV | 06 ô hải đồ
3 | Giám sát tập trung báo hiệu bằng IoT | Tổng công ty Bảo đảm an toàn hàng hải Việt Nam | Quý IV | 310 phao gắn thiết bị
4 | Cảnh báo sớm va trôi trên luồng thủy nội địa | Các Chi cục Đường thủy nội địa | Mùa lũ 2026 | Hệ thống cảnh báo tại 09 cầu
5 | Cấp phép tàu vào, rời cảng trên thiết bị di động | {CV} | Quý II | Ứng dụng di động
6 | Tích hợp thanh toán phí, lệ phí | {CV} | Quý II | 100% cảng vụ áp dụng
7 | Chứng chỉ chuyên môn số | Phòng Thuyền viên | Trước ngày 15/12 | Chứng chỉ có mã QR
* C | NHIỆM VỤ THƯỜNG XUYÊN
1 | Vận hành, bảo trì hệ thống VTS | {CV} | Thường xuyên | Hệ thống hoạt động 99,5% thời gian
2 | Giám sát an toàn thông tin | {CN} | Thường xuyên | Báo cáo tháng
3 | Sao lưu, khôi phục dữ liệu | {CN} | Hằng tuần | Nhật ký sao lưu
4 | Quản trị trang thông tin điện tử | Văn phòng Cục | Thường xuyên | Tin, bài
5 | Tập huấn kỹ năng số | Phòng Tổ chức cán bộ | Quý I, Quý III | 08 lớp
6 | Báo cáo định kỳ | {CN}; các đơn vị | Hằng quý | Báo cáo
""")


def table(doc):
    grid = doc.add_table(rows=1, cols=5)
    grid.style = "Table Grid"
    for cell, text in zip(grid.rows[0].cells, TASKS.columns):
        fill(cell, text, bold=True, align="c", size=12)
    repeat_rows(grid)
    above = None
    for what, cells in TASKS.rows:
        row = list(grid.add_row().cells)
        if what == "group":
            fill(row[0], cells[0], bold=True, align="c", size=12)
            fill(row[1].merge(row[4]), cells[1], bold=True, size=12)
            above = None
            continue
        for k, text in enumerate(cells):
            if k == 2 and above and above[1][k] == text:
                row[k] = above[0][k].merge(row[k])
            else:
                fill(row[k], text, size=12)
        above = (row, cells)
    widen(grid, [1.2, 5.8, 4, 2.4, 3.4])


def make_docx():
    doc = new_docx(size=13)
    letterhead(doc, ["BỘ XÂY DỰNG", "CỤC HÀNG HẢI VÀ ĐƯỜNG THỦY", "VIỆT NAM"], "Số: 97/QĐ-CHHĐTVN", "Hà Nội, ngày 15 tháng 01 năm 2026", widths=(7, 9.3), strong=2)
    decision_front(doc, SUBJECT, "CỤC TRƯỞNG CỤC HÀNG HẢI VÀ ĐƯỜNG THỦY VIỆT NAM", CAN_CU, ARTICLES, mark=": ")
    closing(doc, RECIPIENTS, SIGNATORY)
    titled(doc, "KẾ HOẠCH", PLAN, issued=ISSUED, page=True)
    body(doc, TREE, lambda _: table(doc), lambda label, text: titled(doc, label, text, issued=ISSUED, page=True))
    save_docx(doc, NAME)


def make_txt():
    lines = two_columns(["       BỘ XÂY DỰNG", "CỤC HÀNG HẢI VÀ ĐƯỜNG THỦY", "        VIỆT NAM", "  Số: 97/QĐ-CHHĐTVN"],
                        [NATION[0], "    " + NATION[1], "", "   Hà Nội, ngày 15 tháng 01 năm 2026"], 38)
    lines += ["", *centred("QUYẾT ĐỊNH"), *centred(SUBJECT), "", *centred("CỤC TRƯỞNG CỤC HÀNG HẢI VÀ ĐƯỜNG THỦY VIỆT NAM"), ""]
    for text in CAN_CU:
        lines += wrap(text, 78, "  ")
    lines += ["", *centred("QUYẾT ĐỊNH:"), ""]
    for no, (text,) in ARTICLES:
        lines += wrap(f"Điều {no}: {text}", 78, "  ")
    lines += ["", *two_columns(["Nơi nhận:", *("- " + r for r in RECIPIENTS)], ["    Q. CỤC TRƯỞNG", "", "", "", "    Lương Hải Đăng"], 48), "\f"]
    lines += [*centred("KẾ HOẠCH"), *centred(PLAN), *centred(ISSUED), ""]

    def rows(_):
        out = [*centred(ISSUED), "", "\t".join(TASKS.columns)]
        for what, cells in TASKS.rows:
            out.append("\t".join(cells if what == "task" else [cells[0], cells[1], "", "", ""]))
        return out
    lines += tree_lines(TREE, 78, 2, rows)
    (OUT / f"{NAME}.txt").write_text("\r\n".join(lines) + "\r\n", encoding="utf-8", newline="")


def make_xlsx():
    book = Workbook()
    cover = book.active
    cover.title = "Bìa"
    for n, text in enumerate(["CỤC HÀNG HẢI VÀ ĐƯỜNG THỦY VIỆT NAM", "HỒ SƠ TRÌNH KẾ HOẠCH NĂM 2026", "Người lập: P. KHCN&CĐS", "Bản 3, ngày 12/01/2026"], 2):
        cover.cell(n, 2, text)
    sheet = book.create_sheet("Chi tiet")
    wrapped = Alignment(wrap_text=True, vertical="top")

    def put(row, col, value, bold=False):
        cell = sheet.cell(row, col, value)
        cell.font, cell.alignment = Font(name="Times New Roman", size=12, bold=bold), wrapped
    put(1, 2, "CHI TIẾT NHIỆM VỤ NĂM 2026", True)
    put(2, 2, ISSUED)
    for col, text in enumerate(TASKS.columns, 2):  # the table begins in column B
        put(4, col, text, True)
    row, above, spans = 5, None, []
    for what, cells in TASKS.rows:
        for col, text in enumerate(cells, 2):
            if what == "task" and col == 4 and above and above[1] == text:
                continue
            put(row, col, int(text) if col == 2 and what == "task" else text, what == "group")
        if what == "group":
            sheet.merge_cells(start_row=row, start_column=3, end_row=row, end_column=6)
            above = None
        elif above and above[1] == cells[2]:
            above[2] = row
        else:
            above = [row, cells[2], row]
            spans.append(above)
        row += 1
    for first, _, last in spans:
        if last > first:
            sheet.merge_cells(start_row=first, start_column=4, end_row=last, end_column=4)
    put(row, 3, "Cộng: 17 nhiệm vụ", True)
    for col, width in zip("ABCDEF", [3, 6, 48, 34, 16, 34]):
        sheet.column_dimensions[col].width = width
    note = book.create_sheet("Ghi chú nội bộ")
    for n, line in enumerate([("STT", "Nội dung", "Ai làm", "Thời gian"), (1, "Hỏi lại P. Tài chính về dự toán", "Hằng", "13/01"), (2, "Xin ý kiến các Cảng vụ", "Tuấn", "14/01")], 1):
        for col, value in enumerate(line, 1):
            note.cell(n, col, value)
    book.properties.created = book.properties.modified = datetime.datetime(2025, 1, 1)
    book.properties.creator = ""
    book.save(OUT / f"{BOOK}.xlsx")
    repack(OUT / f"{BOOK}.xlsx")


def make():
    make_docx()
    make_txt()
    make_xlsx()
    truth(NAME, number="97/QĐ-CHHĐTVN", date="2026-01-15", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, articles=ARTICLES, bases=BASES, tasks=TASKS,
          reading={"kind": "decision", "place": "Hà Nội", "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Kế hoạch", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["“Đơn vị thực hiện” is the only column of units: the lead. Merged cells hold for every row they cover.",
                 "The third căn cứ cites two circulars, each with its date; the Tờ trình of “Xét …” is none. Q. CỤC TRƯỞNG: acting.",
                 "Điều 1: with a colon. The TXT has CR LF and tabs."])
    truth(BOOK, tasks=TASKS, notes=["Only the table is compared. The table begins in column B of the second sheet; “Cộng: 17 nhiệm vụ” is no task; the third sheet lists errands, no tasks of the plan."])


if __name__ == "__main__":
    make()
