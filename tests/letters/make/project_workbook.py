"""A ministry's workbook without numbers: the label of a group stands in the name's column (“I. …”), units merged downwards, dates,
an empty first column, notes of cells, a row of column letters. XLSX."""
import datetime

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, Side

from house import OUT, Tasks, truth
from word import repack

NAME = "project-workbook"
TASKS = Tasks(["Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Sản phẩm", "Nguồn vốn", "Ghi chú"],
              ["name", "lead", "coordinating", "time", "product", "funding", "note"], """
* I | CƠ SỞ DỮ LIỆU
Cơ sở dữ liệu quốc gia về lao động | Cục Việc làm | Cục Công nghệ thông tin; C06 | 30/06/2027 | 54 triệu hồ sơ | Đầu tư công |
Cơ sở dữ liệu người có công | Cục Người có công | Sở Nội vụ các tỉnh | 30/09/2027 | 9,2 triệu hồ sơ | Đầu tư công | Số hóa từ 2024
Đồng bộ dữ liệu cán bộ, công chức | Vụ Công chức - Viên chức | Ban Tổ chức Trung ương | 31/12/2027 | Báo cáo đồng bộ hằng quý | Chi thường xuyên |
* II | DỊCH VỤ
Cấp giấy phép lao động trực tuyến | Cục Việc làm | Bộ Công an¶Bộ Ngoại giao | 01/04/2027 | Dịch vụ công toàn trình | Chi thường xuyên |
Sàn giao dịch việc làm quốc gia | Cục Việc làm | Trung tâm dịch vụ việc làm các tỉnh | 01/07/2027 | Sàn vận hành | Xã hội hóa | Thuê dịch vụ
Chi trả trợ cấp qua tài khoản | Cục Bảo trợ xã hội | Kho bạc Nhà nước, các ngân hàng | 31/12/2027 | 95% đối tượng | Không cần kinh phí |
* III | AN TOÀN
Mã hóa hồ sơ người có công | Cục Công nghệ thông tin | Ban Cơ yếu Chính phủ | 31/08/2027 | 100% hồ sơ nhạy cảm | Chi thường xuyên |
Kiểm thử xâm nhập 05 hệ thống | Cục Công nghệ thông tin | | 15/05/2027 | 05 báo cáo | Chi thường xuyên | Bên thứ ba
""")


def make():
    book = Workbook()
    sheet = book.active
    sheet.title = "Phụ lục"
    side = Side(style="hair")
    edge = Border(side, side, side, side)

    def put(row, col, value, bold=False, ruled=True):
        cell = sheet.cell(row, col, value)
        cell.font, cell.alignment = Font(name="Times New Roman", size=11, bold=bold), Alignment(wrap_text=True, vertical="center")
        if ruled:
            cell.border = edge
        return cell

    put(2, 2, "BỘ NỘI VỤ", True, False)
    put(2, 5, "PHỤ LỤC II", True, False)
    put(3, 2, "DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2027 CỦA BỘ NỘI VỤ", True, False)
    sheet.merge_cells("B3:H3")
    put(4, 2, "(Kèm theo Quyết định số 1377/QĐ-BNV ngày 04/12/2026 của Bộ trưởng Bộ Nội vụ)", ruled=False)
    sheet.merge_cells("B4:H4")
    for col, text in enumerate(TASKS.columns, 2):
        put(6, col, text.upper(), True)
    for col, text in enumerate("ABCDEFG", 2):
        put(7, col, f"({text})")
    row, begin = 7, {}
    lead = None
    for what, cells in TASKS.rows:
        row += 1
        if what == "group":
            put(row, 2, f"{cells[0]}. {cells[1]}", True)
            sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=8)
            lead = None
            continue
        for col, text in enumerate(cells, 2):
            value = text.replace("¶", "\n") or None
            if col == 3 and text == lead:
                begin[max(begin)] = row
                value = None
            elif col == 3:
                begin[row], lead = row, text
            if col == 5:
                d, m, y = map(int, text.split("/"))
                value = datetime.datetime(y, m, d)
            cell = put(row, col, value)
            if col == 5:
                cell.number_format = "dd/mm/yyyy"
    for top, low in begin.items():
        if low > top:
            sheet.merge_cells(start_row=top, start_column=3, end_row=low, end_column=3)
    sheet["F9"].comment = Comment("Kiểm tra lại số hồ sơ với Cục Việc làm", "Người soạn")
    put(row + 1, 2, "Tổng số: 08 nhiệm vụ", True, False)
    sheet.freeze_panes = "C8"
    for letter, width in zip("ABCDEFGH", (2, 40, 22, 30, 14, 28, 18, 16)):
        sheet.column_dimensions[letter].width = width
    path = OUT / f"{NAME}.xlsx"
    book.properties.creator = ""
    book.properties.created = book.properties.modified = datetime.datetime(2025, 1, 1)
    book.save(path)
    repack(path)
    truth(NAME, number="1377/QĐ-BNV", date="2026-12-04", tasks=TASKS,
          notes=["No column of numbers: no is null, tasks are compared in their order within a group.",
                 "Cells of units merged downwards hold for each row. “(A) … (G)” and “Tổng số: 08 nhiệm vụ” are no tasks; the header is in capitals.",
                 "Dates are shown as dd/mm/yyyy."])


if __name__ == "__main__":
    make()
