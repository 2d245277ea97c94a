"""A workbook: titles above a header of two rows, merged group rows, line feeds in cells, real numbers and dates, a totals row, other sheets. XLSX."""
import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

from house import OUT, Tasks, truth
from word import repack

NAME = "annex-workbook"
D = datetime.date
TASKS = Tasks(
    ["TT", "Tên nhiệm vụ, dự án", "Mới/chuyển tiếp", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành", "Kinh phí (triệu đồng)", "Nguồn vốn", "Sản phẩm", "Ghi chú"],
    ["no", "name", "kind", "lead", "coordinating", "time", "budget", "funding", "product", "note"],
    """
* I | THỂ CHẾ SỐ
1 | Quy chế quản lý dữ liệu mở của ngành giáo dục | Mới | Cục Khoa học, Công nghệ và Thông tin | Vụ Pháp chế | 31/03/2026 | 120 | Ngân sách nhà nước | Quyết định ban hành |
2 | Tiêu chuẩn học liệu số phổ thông | Chuyển tiếp | Vụ Giáo dục Phổ thông | Cục Khoa học, Công nghệ và Thông tin;¶Nhà xuất bản Giáo dục Việt Nam | 30/06/2026 | 450 | Ngân sách nhà nước | Thông tư | Từ năm 2025
3 | Sửa đổi điều lệ trường học về hồ sơ điện tử | Mới | Vụ Pháp chế | Các vụ bậc học | Quý IV/2026 | 90 | Ngân sách nhà nước | Dự thảo thông tư |
* II | HẠ TẦNG SỐ
1 | Mạng nghiên cứu và đào tạo kết nối 60 trường đại học | Chuyển tiếp | Cục Khoa học, Công nghệ và Thông tin | Các trường đại học | 31/12/2026 | 12500.5 | Vốn vay ODA | Mạng hoạt động ổn định, băng thông 10 Gbps |
2 | Phòng học thông minh tại trường dân tộc nội trú | Mới | Vụ Giáo dục Dân tộc | Sở GD&ĐT 14 tỉnh | 2026 - 2027 | 28000 | Vốn đầu tư công | 140 phòng học | Ưu tiên vùng biên giới
3 | Thuê dịch vụ máy chủ ảo | Chuyển tiếp | Văn phòng Bộ | | Hằng năm | 3600 | Chi thường xuyên | Dịch vụ đáp ứng 99,9% |
* III | DỮ LIỆU SỐ
1 | Cơ sở dữ liệu quốc gia về giáo dục, giai đoạn 3 | Chuyển tiếp | Cục Khoa học, Công nghệ và Thông tin | Bộ Công an;¶Sở GD&ĐT các tỉnh, thành phố | 30/09/2026 | 18200 | Ngân sách nhà nước | Dữ liệu 24 triệu học sinh, sinh viên được đối soát |
2 | Học bạ số, văn bằng số | Mới | Cục Quản lý chất lượng | Các cơ sở đào tạo | 31/08/2026 | 5400 | Ngân sách nhà nước | 100% văn bằng cấp từ 01/9/2026 có bản số |
3 | Kho đề thi dùng chung | Mới | Cục Quản lý chất lượng | Vụ Giáo dục Phổ thông | Quý III/2026 | 2750 | Chi thường xuyên | 50.000 câu hỏi chuẩn hóa |
4 | Công bố dữ liệu tuyển sinh | Mới | Vụ Giáo dục Đại học | Các trường đại học | 15/05/2026 | 0 | | Trang dữ liệu mở |
* IV | NHÂN LỰC SỐ
1 | Bồi dưỡng giáo viên tin học | Chuyển tiếp | Cục Nhà giáo và Cán bộ quản lý giáo dục | Trường Đại học Sư phạm Hà Nội;¶Trường Đại học Sư phạm TP. Hồ Chí Minh | Hè 2026 | 6300 | Ngân sách nhà nước | 20.000 giáo viên |
2 | Khung năng lực số cho người học | Mới | Vụ Giáo dục Đại học | Viện Khoa học Giáo dục Việt Nam | 30/11/2026 | 380 | Chi thường xuyên | Khung năng lực |
* V | AN TOÀN THÔNG TIN
1 | Kiểm tra an toàn thông tin kỳ thi tốt nghiệp | Mới | Cục Quản lý chất lượng | Bộ Công an (A05) | 10/06/2026 | 760 | Chi thường xuyên | Biên bản kiểm tra | Trước kỳ thi 15 ngày
2 | Diễn tập ứng cứu sự cố | Mới | Cục Khoa học, Công nghệ và Thông tin | Các đơn vị thuộc Bộ | Tháng 10/2026 | 240 | Chi thường xuyên | Báo cáo diễn tập |
""")
WIDTHS = [5, 42, 12, 24, 26, 14, 14, 18, 30, 18]


def make():
    book = Workbook()
    sheet = book.active
    sheet.title = "Phụ lục 2"
    thin = Side(style="thin")
    line, wrap = Border(thin, thin, thin, thin), Alignment(wrap_text=True, vertical="top")

    def put(row, col, value, bold=False):
        c = sheet.cell(row, col, value)
        c.font = Font(name="Times New Roman", size=12, bold=bold)
        c.alignment = wrap
        return c

    for row, text in enumerate(["BỘ GIÁO DỤC VÀ ĐÀO TẠO", "Phụ lục 2", "DANH MỤC NHIỆM VỤ, DỰ ÁN CHUYỂN ĐỔI SỐ NĂM 2026",
                                "(Kèm theo Kế hoạch số 55/KH-BGDĐT ngày 09/01/2026 của Bộ Giáo dục và Đào tạo)"], 1):
        put(row, 1, text, row != 4)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=10)
    put(5, 10, "Đơn vị tính: triệu đồng")
    top, low = 7, 8
    for col, text in enumerate(TASKS.columns, 1):
        if col in (4, 5):
            put(top, 4, "Phân công thực hiện", True)
            put(low, col, text, True)
        elif col in (7, 8):
            put(top, 7, "Kinh phí", True)
            put(low, col, {7: "Tổng mức\n(triệu đồng)", 8: "Nguồn vốn"}[col], True)
        else:
            put(top, col, text, True)
            sheet.merge_cells(start_row=top, start_column=col, end_row=low, end_column=col)
    sheet.merge_cells(start_row=top, start_column=4, end_row=top, end_column=5)
    sheet.merge_cells(start_row=top, start_column=7, end_row=top, end_column=8)
    row, total = low + 1, 0
    for what, cells in TASKS.rows:
        if what == "group":
            put(row, 1, f"{cells[0]}. {cells[1]}", True)
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=10)
        else:
            for col, (field, text) in enumerate(zip(TASKS.fields, cells), 1):
                if text == "":
                    continue
                if field == "no":
                    put(row, col, int(text))
                elif field == "budget":
                    value = float(text)
                    total += value
                    put(row, col, int(value) if value.is_integer() else value)
                elif field == "time" and text.count("/") == 2:
                    day, month, year = map(int, text.split("/"))
                    put(row, col, D(year, month, day)).number_format = "dd/mm/yyyy"
                else:
                    put(row, col, text.replace("¶", "\n"))
        row += 1
    put(row, 1, "Tổng cộng", True)
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=6)
    put(row, 7, f"=SUM(G9:G{row - 1})", True)
    for cells in sheet.iter_rows(min_row=top, max_row=row, max_col=10):
        for c in cells:
            c.border = line
    put(row + 2, 2, "Ghi chú: kinh phí năm 2027 được bố trí theo kế hoạch trung hạn.")
    for k, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions["ABCDEFGHIJ"[k - 1]].width = width
    notes = book.create_sheet("Ý kiến")
    for n, line_ in enumerate([("Ngày", "Người góp ý", "Nội dung"), (D(2025, 12, 24), "Vụ Kế hoạch - Tài chính", "Đề nghị giảm nhiệm vụ II.2 xuống 120 phòng"),
                               (D(2025, 12, 26), "Văn phòng Bộ", "Thống nhất; bổ sung nhiệm vụ về thư viện số vào năm 2027"), (D(2025, 12, 30), "Chị Hằng", "Đã sửa, xem lại cột H")], 1):
        for k, value in enumerate(line_, 1):
            notes.cell(n, k, value)
    units = book.create_sheet("DM đơn vị")
    for n, unit in enumerate(["STT", "1", "2", "3"]):
        units.cell(n + 1, 1, unit)
        units.cell(n + 1, 2, ["Tên đơn vị", "Văn phòng Bộ", "Vụ Pháp chế", "Thanh tra"][n])
    when = datetime.datetime(2025, 1, 1)
    book.properties.created = book.properties.modified = when
    book.properties.creator = ""
    path = OUT / f"{NAME}.xlsx"
    book.save(path)

    def keep_sum(parts):  # what a program that calculates would have kept beside the formula
        formula = f"<f>SUM(G9:G{row - 1})</f>".encode()
        name = "xl/worksheets/sheet1.xml"
        found = [formula + empty for empty in (b"<v></v>", b"<v />", b"<v/>") if formula + empty in parts[name]]
        assert len(found) == 1
        parts[name] = parts[name].replace(found[0], formula + f"<v>{total}</v>".encode())
    repack(path, keep_sum)
    truth(NAME, tasks=TASKS, notes=["Only the table is compared. 12500.5 is a number in the file; a reading may print it with a comma."])


if __name__ == "__main__":
    make()
