"""A department's workbook: ticks in four quarters, sums under each group, numbers kept as text, a header of three rows, a hidden column, formulas; a
second list on another sheet. XLSX."""
import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from house import OUT, Tasks, truth
from word import repack

NAME = "quarter-workbook"
TASKS = Tasks(
    ["STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Quý I", "Quý II", "Quý III", "Quý IV", "Dự toán (triệu đồng)", "Sản phẩm, kết quả", "Ghi chú"],
    ["no", "name", "lead", "coordinating", "Quý I", "Quý II", "Quý III", "Quý IV", "budget", "product", "note"],
    """
* I | HOÀN THIỆN CƠ CHẾ, CHÍNH SÁCH
1 | Quyết định ban hành Danh mục dữ liệu y tế dùng chung của thành phố | Sở Y tế | Sở Khoa học và Công nghệ | x | | | | 45 | Quyết định của UBND thành phố |
2 | Quy chế phối hợp cấp cứu 115 liên thông với Công an, Cứu hỏa | Trung tâm Cấp cứu 115 | Công an thành phố | | x | | | 60 | Quy chế |
3 | Mức chi thuê phần mềm bệnh án điện tử | Phòng Kế hoạch - Tài chính | Sở Tài chính; Bảo hiểm xã hội thành phố | | x | x | | 30 | Nghị quyết HĐND |
* II | HẠ TẦNG, THIẾT BỊ
4 | Nâng cấp máy chủ Bệnh viện Đà Nẵng | Bệnh viện Đà Nẵng | Sở Y tế | x | x | | | 18500 | 12 máy chủ | Quỹ PTHĐSN
5 | Đường truyền riêng cho 93 trạm y tế | Trung tâm Thông tin y tế | VNPT; Viettel | | x | x | | 2790 | 93 điểm kết nối |
6 | Máy đọc mã, ki-ốt lấy số | Các bệnh viện công lập | Nhà cung cấp | | | x | | 6450 | 215 thiết bị |
7 | Thiết bị khám từ xa cho trạm y tế miền núi | Trung tâm Y tế khu vực Nam Giang | Bệnh viện Phụ sản - Nhi | | | x | x | 3120 | 26 bộ | Vùng biên giới
* III | DỮ LIỆU, ỨNG DỤNG
8 | Hồ sơ sức khỏe điện tử toàn dân | Sở Y tế | Công an thành phố; UBND các xã, phường, đặc khu | x | x | x | x | 4200 | 2,9 triệu hồ sơ | Theo Đề án 06
9 | Bệnh án điện tử tại 14 bệnh viện | Các bệnh viện công lập | Trung tâm Thông tin y tế | x | x | | | 22400 | 14 bệnh viện công bố |
10 | Liên thông kết quả xét nghiệm | Trung tâm Kiểm soát bệnh tật | Các bệnh viện | | | x | x | 1850 | 60 chỉ số liên thông |
11 | Bản đồ dịch sốt xuất huyết | Trung tâm Kiểm soát bệnh tật | Sở Nông nghiệp và Môi trường | | x | x | | 640 | Bản đồ cập nhật hằng ngày |
12 | Quản lý nhà thuốc, đơn thuốc | Phòng Nghiệp vụ Dược | Hội Dược học thành phố | x | | | x | 380 | 100% nhà thuốc kết nối |
13 | Đặt lịch khám qua ứng dụng của thành phố | Trung tâm Thông tin y tế | Sở Khoa học và Công nghệ | | | | x | 950 | 35% lượt khám đặt trước |
* IV | NHÂN LỰC, AN TOÀN
14 | Đào tạo 300 điều dưỡng dùng bệnh án điện tử | Trường Đại học Kỹ thuật Y - Dược Đà Nẵng | Các bệnh viện | x | x | | | 540 | 10 lớp |
15 | Phê duyệt cấp độ 3 cho 06 hệ thống | Trung tâm Thông tin y tế | Công an thành phố | x | | | | 120 | 06 quyết định |
16 | Diễn tập ứng phó mã độc tống tiền | Bệnh viện C Đà Nẵng | A05 | | | x | | 210 | Báo cáo diễn tập |
17 | Sao lưu ngoại tuyến | Các đơn vị | Trung tâm Thông tin y tế | x | x | x | x | 0 | Biên bản kiểm tra quý |
""")


def make():
    book = Workbook()
    sheet = book.active
    sheet.title = "KH 2027"
    side = Side(style="thin")
    edge, wrapped = Border(side, side, side, side), Alignment(wrap_text=True, vertical="center")

    def put(row, col, value, bold=False):
        cell = sheet.cell(row, col, value)
        cell.font, cell.alignment = Font(name="Times New Roman", size=12, bold=bold), wrapped
        return cell

    put(1, 1, "UBND THÀNH PHỐ ĐÀ NẴNG\nSỞ Y TẾ", True)
    sheet.merge_cells("A1:C1")
    put(1, 8, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", True)
    sheet.merge_cells("H1:L1")
    put(3, 1, "BIỂU 02: TIẾN ĐỘ CHUYỂN ĐỔI SỐ Y TẾ NĂM 2027", True)
    sheet.merge_cells("A3:L3")
    put(4, 1, "(Kèm theo Kế hoạch số 7125/KH-SYT ngày 27/11/2026 của Sở Y tế thành phố Đà Nẵng)")
    sheet.merge_cells("A4:L4")
    put(5, 11, "ĐVT: triệu đồng")
    # the header: rows 6 to 8; column J is hidden and holds a code of the accounts
    places = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12]
    for col, text in zip(places, TASKS.columns):
        if col in (3, 4):
            put(7, col, text, True)
            sheet.merge_cells(start_row=7, start_column=col, end_row=8, end_column=col)
        elif 5 <= col <= 8:
            put(8, col, text, True)
        else:
            put(6, col, text.replace(" (", "\n("), True)
            sheet.merge_cells(start_row=6, start_column=col, end_row=8, end_column=col)
    put(6, 3, "Phân công", True)
    sheet.merge_cells("C6:D6")
    put(6, 5, "Tiến độ thực hiện", True)
    sheet.merge_cells("E6:H6")
    put(7, 5, "6 tháng đầu năm", True)
    sheet.merge_cells("E7:F7")
    put(7, 7, "6 tháng cuối năm", True)
    sheet.merge_cells("G7:H7")
    put(6, 10, "Mã NDKT", True)
    sheet.merge_cells("J6:J8")
    sheet.column_dimensions["J"].hidden = True
    row, first, sums, open_group = 9, 0, [], None

    def close():
        nonlocal row
        put(row, 2, f"Cộng nhóm {open_group}", True)
        put(row, 9, f"=SUM(I{first}:I{row - 1})", True)
        sums.append(row)
        row += 1
    for what, cells in TASKS.rows:
        if what == "group":
            if open_group:
                close()
            open_group = cells[0]
            put(row, 1, cells[0], True)
            put(row, 2, cells[1], True)
            for col in range(1, 13):
                sheet.cell(row, col).fill = PatternFill("solid", fgColor="DDEBF7")
            first = row + 1
        else:
            for col, field, text in zip(places, TASKS.fields, cells):
                if field == "budget":
                    put(row, col, int(text))
                elif text:
                    put(row, col, text.replace("; ", ";\n"))  # the number of a task is kept as text
            put(row, 10, 6900 + row)
        row += 1
    close()
    put(row, 1, "TỔNG CỘNG (I+II+III+IV)", True)
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=8)
    put(row, 9, "=" + "+".join(f"I{n}" for n in sums), True).number_format = "#,##0"
    last = row
    for cells in sheet.iter_rows(min_row=6, max_row=last, max_col=12):
        for cell in cells:
            cell.border = edge
    put(last + 1, 2, "* Dự toán chưa gồm vốn của các bệnh viện tự chủ.")
    put(last + 3, 2, "NGƯỜI LẬP BIỂU", True)
    put(last + 3, 9, "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", True)
    put(last + 7, 2, "Trương Thị Hoài Thu")
    put(last + 7, 9, "Ngô Đức Thịnh", True)
    for col, width in zip("ABCDEFGHIJKL", [6, 44, 24, 28, 7, 7, 7, 7, 13, 9, 26, 16]):
        sheet.column_dimensions[col].width = width
    sheet.freeze_panes = "C9"
    contacts = book.create_sheet("Đầu mối")
    for n, cells in enumerate([("STT", "Đơn vị", "Họ và tên", "Điện thoại"), (1, "Bệnh viện Đà Nẵng", "BS. Lê Quý Đôn Hậu", "0236.3821.118"),
                               (2, "CDC", "ThS. Hồ Bích Trâm", "0236.3890.407"), (3, "TT Cấp cứu 115", "Phan Văn Kính", "115")], 1):
        for col, value in enumerate(cells, 1):
            contacts.cell(n, col, value)
    hidden = book.create_sheet("KH 2026 (cũ)")
    hidden.sheet_state = "hidden"
    for n, cells in enumerate([("STT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian"), (1, "Việc của năm trước", "Sở Y tế", "2026")], 1):
        for col, value in enumerate(cells, 1):
            hidden.cell(n, col, value)
    book.properties.created = book.properties.modified = datetime.datetime(2025, 1, 1)
    book.properties.creator = ""
    path = OUT / f"{NAME}.xlsx"
    book.save(path)
    values = {n: sum(sheet.cell(r, 9).value for r in range((sums[k - 1] + 2) if k else 10, n)) for k, n in enumerate(sums)}
    values[last] = sum(values.values())

    def kept(parts):  # the sums that a program which calculates keeps beside its formulas
        import re
        name = "xl/worksheets/sheet1.xml"
        text = parts[name].decode()
        for n, value in values.items():
            text, done = re.subn(rf'(<c r="I{n}"[^>]*><f>[^<]*</f>)<v\s*/?>(</v>)?', rf"\g<1><v>{value}</v>", text)
            assert done == 1, n
        parts[name] = text.encode()
    repack(path, kept)
    truth(NAME, tasks=TASKS, notes=[
        "Only the table is compared. “Cộng nhóm I” and “TỔNG CỘNG” are no tasks. Numbers of tasks are text in the file; the budget is a number (18500).",
        "The header has three rows: Tiến độ thực hiện / 6 tháng đầu năm / Quý I. The quarters keep their printed names; a tick is “x”.",
        "Column J is hidden and no part of the list; a hidden sheet holds a list of the year before; “Đầu mối” holds contacts."])


if __name__ == "__main__":
    make()
