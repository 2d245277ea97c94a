"""A workbook with one list to a sheet and a summary: numbers of tasks are formulas, some words of a cell are bold, a header far down, a list that
goes on after blank rows and a second header, the header of the other in capitals. XLSX."""
import datetime
import re

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font

from house import OUT, Tasks, truth
from word import repack

NAME = "sheets-workbook"
COLUMNS = ["Số TT", "Nội dung nhiệm vụ", "Cơ quan, đơn vị chủ trì", "Cơ quan, đơn vị phối hợp", "Thời hạn hoàn thành", "Dự kiến kết quả"]
FIELDS = ["no", "name", "lead", "coordinating", "time", "product"]
ONE = Tasks(COLUMNS, FIELDS, """
* I | Đường bộ
1 | Thu phí điện tử không dừng tại cảng hàng không, bến xe | Cục Đường bộ Việt Nam | Cục Hàng không Việt Nam; VETC; VDTC | 30/06/2026 | 22 cảng hàng không, 40 bến xe áp dụng
2 | Giám sát tải trọng xe tự động trên cao tốc | Cục Đường cao tốc Việt Nam | Cục Cảnh sát giao thông | Quý III/2026 | 85 điểm cân tự động
3 | Cơ sở dữ liệu kết cấu hạ tầng đường bộ | Cục Đường bộ Việt Nam | Sở Xây dựng các tỉnh, thành phố | 2026-2027 | Dữ liệu 25.000 km quốc lộ
4 | Giấy phép lái xe trên VNeID | Cục Cảnh sát giao thông | Cục Đường bộ Việt Nam | Thường xuyên | 100% giấy phép được tích hợp
* II | Đường sắt
5 | Bán vé điện tử liên vận | Tổng công ty Đường sắt Việt Nam | Cục Đường sắt Việt Nam | Trước 15/12 | Hệ thống bán vé chung
6 | Cảnh báo tự động tại đường ngang | Cục Đường sắt Việt Nam | UBND các tỉnh | Quý IV/2026 | 140 đường ngang
7 | Mô hình thông tin công trình cho đường sắt tốc độ cao | Ban Quản lý dự án Thăng Long | Viện Khoa học và Công nghệ giao thông | 2026-2030 | Mô hình BIM giai đoạn thiết kế
""")
TWO = Tasks(COLUMNS, FIELDS, """
* I | Quy hoạch, nhà ở
1 | Bản đồ quy hoạch trực tuyến | Cục Quy hoạch - Kiến trúc | Sở Xây dựng các tỉnh, thành phố | Quý II/2026 | 100% đồ án được công bố
2 | Hệ thống thông tin nhà ở, thị trường bất động sản | Cục Quản lý nhà và thị trường bất động sản | Bộ Tư pháp; Bộ Nông nghiệp và Môi trường | 31/12/2026 | Hệ thống kết nối 34 địa phương
3 | Mã định danh căn hộ chung cư | Cục Quản lý nhà và thị trường bất động sản | Bộ Công an | Quý IV/2026 | Quy định, thí điểm tại Hà Nội, TP. Hồ Chí Minh
* II | Hoạt động xây dựng
4 | Cấp phép xây dựng toàn trình | Cục Kinh tế - Quản lý đầu tư xây dựng | Sở Xây dựng các tỉnh, thành phố | Quý I/2026 | 100% hồ sơ cấp phép trực tuyến
5 | Đơn giá vật liệu công bố hằng tháng | Viện Kinh tế xây dựng | Sở Xây dựng các tỉnh, thành phố | Hằng tháng | Cổng giá vật liệu
6 | Áp dụng BIM cho công trình cấp I | Cục Kinh tế - Quản lý đầu tư xây dựng | Các Ban Quản lý dự án | Thường xuyên | Báo cáo áp dụng
7 | Số hóa hồ sơ năng lực nhà thầu | Cục Giám định Nhà nước về chất lượng công trình xây dựng | Hiệp hội Nhà thầu xây dựng Việt Nam | Quý III/2026 | 68.000 hồ sơ
8 | Quan trắc công trình ngầm đô thị | Cục Hạ tầng kỹ thuật | Ban Quản lý đường sắt đô thị | 2026-2028 | Dữ liệu thời gian thực
""")


def make():
    book = Workbook()
    values = {}
    for n, (name, tasks, top) in enumerate([("PL1 Giao thông", ONE, 9), ("PL2 Xây dựng", TWO, 5)]):
        sheet = book.active if n == 0 else book.create_sheet()
        sheet.title = name

        def put(row, col, value, bold=False, sheet=sheet):
            cell = sheet.cell(row, col, value)
            cell.font, cell.alignment = Font(name="Times New Roman", size=13, bold=bold), Alignment(wrap_text=True, vertical="top")
            return cell

        def head(row, put=put):
            for col, text in enumerate(COLUMNS, 1):
                put(row, col, text.upper() if n else text, True)
        put(1, 1, f"PHỤ LỤC {n + 1}", True)
        put(2, 1, "NHIỆM VỤ CHUYỂN ĐỔI SỐ LĨNH VỰC " + ("GIAO THÔNG" if n == 0 else "XÂY DỰNG") + " NĂM 2026", True)
        put(3, 1, "(Kèm theo Quyết định số 88/QĐ-BXD ngày 16/01/2026 của Bộ trưởng Bộ Xây dựng)")
        for row in (1, 2, 3):
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=6)
        head(top)
        row, last = top + 1, None
        for what, cells in tasks.rows:
            if what == "group":
                if n == 0 and cells[0] == "II":  # a page of paper ended here: blank rows and the header once more
                    row += 2
                    head(row)
                    row += 1
                put(row, 1, cells[0], True)
                put(row, 2, cells[1].upper(), True)
                row += 1
                continue
            if last is None:
                put(row, 1, int(cells[0]))
            else:
                put(row, 1, f"=A{last}+1")
                values[n, row] = cells[0]
            last = row
            for col, (field, text) in enumerate(zip(FIELDS, cells), 1):
                if field == "no":
                    continue
                if field == "time" and text.count("/") == 2:
                    day, month, year = map(int, text.split("/"))
                    put(row, col, datetime.date(year, month, day)).number_format = "dd/mm/yyyy"
                elif field == "name" and int(cells[0]) % 3 == 0:
                    first, _, rest = text.partition(" ")
                    put(row, col, CellRichText(TextBlock(InlineFont(rFont="Times New Roman", sz=13, b=True), first + " "),
                                               TextBlock(InlineFont(rFont="Times New Roman", sz=13), rest)))
                else:
                    put(row, col, text.replace("; ", ";\n"))
            row += 1
        for col, width in zip("ABCDEF", [7, 46, 32, 34, 17, 34]):
            sheet.column_dimensions[col].width = width
    summary = book.create_sheet("Tổng hợp")
    for row, cells in enumerate([("Lĩnh vực", "Số nhiệm vụ", "Trong đó: thường xuyên"), ("Giao thông", 7, 1), ("Xây dựng", 8, 1), ("Tổng", 15, 2)], 1):
        for col, value in enumerate(cells, 1):
            summary.cell(row, col, value)
    book.properties.created = datetime.datetime(2025, 1, 1)
    book.properties.creator = ""
    path = OUT / f"{NAME}.xlsx"
    book.save(path)

    def kept(parts):
        for (n, row), value in values.items():
            name = f"xl/worksheets/sheet{n + 1}.xml"
            text, done = re.subn(rf'(<c r="A{row}"[^>]*><f>[^<]*</f>)<v\s*/?>(</v>)?', rf"\g<1><v>{value}</v>", parts[name].decode())
            assert done == 1, (n, row)
            parts[name] = text.encode()
        stamp = rb"(<dcterms:modified[^>]*>)[^<]*"
        parts["docProps/core.xml"] = re.sub(stamp, rb"\g<1>2025-01-01T00:00:00Z", parts["docProps/core.xml"])
    repack(path, kept)
    truth(NAME, tasks=[ONE, TWO], notes=[
        "Two sheets, two task tables; “Tổng hợp” holds none. The number of a task is a formula with the value beside it (=A10+1), a date a number with a format.",
        "In the first sheet the header stands again after two blank rows: one list. Titles of groups are in capitals in the file: case is not compared.",
        "In the second sheet the header is in capitals."])


if __name__ == "__main__":
    make()
