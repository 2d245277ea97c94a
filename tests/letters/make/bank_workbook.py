"""A state bank's workbook: “Biểu số 1” and “Biểu số 2” on one sheet, one below the other, each with its own header; deadlines as dates, years and words;
groups in rows merged from the second column; sums above the groups; names cut by line feeds. XLSX."""
import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

from house import OUT, Tasks, truth
from word import repack

NAME = "bank-workbook"
FIRST = Tasks(["STT", "Tên nhiệm vụ", "Đơn vị thực hiện", "Đơn vị phối hợp", "Hoàn thành trước ngày", "Sản phẩm bàn giao", "Tổng mức đầu tư (triệu đồng)"],
              ["no", "name", "lead", "coordinating", "time", "product", "budget"], """
* A | DỰ ÁN CHUYỂN TIẾP
1 | Nâng cấp hệ thống ngân hàng lõi giai đoạn 2 | Ban Công nghệ | Ban Vận hành, Ban Kế toán | 30/6/2027 | Phiên bản 8.2 vận hành chính thức | 185500
2 | Kho dữ liệu quản trị rủi ro | Ban Quản lý rủi ro | Ban Công nghệ | 31/3/2027 | 46 báo cáo tự động | 62000
3 | Trung tâm giám sát an ninh 24/7 | Trung tâm An ninh mạng | Ban Công nghệ; Chi nhánh Hà Nội | 31/12/2027 | Trung tâm hoạt động | 48200
* B | DỰ ÁN MỞ MỚI
4 | Cho vay trực tuyến đối với hộ nghèo | Ban Tín dụng người nghèo | Ban Công nghệ | 30/9/2027 | 100% chi nhánh áp dụng | 21000
5 | Ví điện tử cho điểm giao dịch xã | Ban Thanh toán | Các chi nhánh tỉnh, thành phố | 15/11/2027 | 10.400 điểm giao dịch | 37400
6 | Thay thế máy in sổ | Ban Quản trị | Ban Tài chính | 31/5/2027 | 1.200 máy | 9600
""")
SECOND = Tasks(["TT", "Nội dung đào tạo", "Đơn vị chủ trì", "Thời gian", "Kết quả", "Ghi chú"], ["no", "name", "lead", "time", "result", "note"], """
1 | Kỹ năng nhận diện lừa đảo qua mạng | Trung tâm Đào tạo | Tháng 3/2027 | 63 lớp |
2 | Phân tích dữ liệu cho cán bộ tín dụng | Trung tâm Đào tạo | Quý II | 8 lớp, 320 người | Trực tuyến
3 | Quản trị dự án công nghệ | Ban Tổ chức cán bộ | 2 tuần, tháng 7/2027 | 25 chứng chỉ | Thuê giảng viên
4 | Diễn tập ứng cứu sự cố | Trung tâm An ninh mạng | 6 tháng/lần | 02 cuộc |
""")


def make():
    book = Workbook()
    sheet = book.active
    sheet.title = "KH2027"
    side = Side(style="thin")
    edge = Border(side, side, side, side)

    def put(row, col, value, bold=False, ruled=False):
        cell = sheet.cell(row, col, value)
        cell.font, cell.alignment = Font(name="Times New Roman", size=12, bold=bold), Alignment(wrap_text=True, vertical="top")
        if ruled:
            cell.border = edge
        return cell

    put(1, 1, "NGÂN HÀNG CHÍNH SÁCH XÃ HỘI", True)
    put(2, 1, "PHỤ LỤC KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2027", True)
    put(3, 1, "(Ban hành kèm theo Quyết định số 9450/QĐ-NHCS ngày 24 tháng 11 năm 2026 của Tổng Giám đốc)")
    for row in (1, 2, 3):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=7)
    put(5, 1, "Biểu số 1: Danh mục dự án, nhiệm vụ", True)
    row = 6
    for col, text in enumerate(FIRST.columns, 1):
        put(row, col, text.replace(" (", "\n("), True, True)
    row += 1
    put(row, 2, "TỔNG CỘNG", True, True)
    put(row, 7, "=SUM(G9:G14)", True, True)
    for what, cells in FIRST.rows:
        row += 1
        if what == "group":
            put(row, 1, cells[0], True, True)
            put(row, 2, cells[1], True, True)
            sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=6)
            continue
        for col, text in enumerate(cells, 1):
            value = text
            if col == 1:
                value = int(text)
            elif col == 5:
                d, m, y = map(int, text.split("/"))
                value = datetime.date(y, m, d)
            elif col == 7:
                value = int(text)
            elif col == 2 and len(text) > 30:
                cut = text.rfind(" ", 0, 24)
                value = text[:cut] + "\n" + text[cut + 1:]
            cell = put(row, col, value, ruled=True)
            if col == 5:
                cell.number_format = "d/m/yyyy"
    put(row + 2, 1, "Biểu số 2: Đào tạo, diễn tập", True)
    row += 3
    for col, text in enumerate(SECOND.columns, 1):
        put(row, col, text, True, True)
    for _, cells in SECOND.rows:
        row += 1
        for col, text in enumerate(cells, 1):
            put(row, col, int(text) if col == 1 else text or None, ruled=True)
    put(row + 2, 5, "NGƯỜI LẬP BIỂU", True)
    put(row + 5, 5, "Chu Thị Hoài An")
    for col, width in enumerate((6, 42, 24, 26, 16, 30, 14), 1):
        sheet.column_dimensions["ABCDEFG"[col - 1]].width = width
    note = book.create_sheet("Ghi chú")
    note["A1"] = "Số liệu lấy từ báo cáo tháng 10; chị An kiểm tra lại cột G trước khi trình."
    path = OUT / f"{NAME}.xlsx"
    book.properties.creator = ""
    book.properties.created = book.properties.modified = datetime.datetime(2025, 1, 1)
    book.save(path)
    repack(path)
    truth(NAME, number="9450/QĐ-NHCS", date="2026-11-24", tasks=[FIRST, SECOND],
          notes=["The sheet shows dates as d/m/yyyy; “Biểu số 2: …” between the lists is a title, no task.",
                 "“TỔNG CỘNG” stands above the first group and is no task, nor are the lines of who made the list."])


if __name__ == "__main__":
    make()
