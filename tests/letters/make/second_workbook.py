"""A workbook whose first sheet is chatter: the table begins at C4, with a hidden row and column, rich text, and formulas that give words. XLSX."""
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font

from house import OUT, Tasks, truth
from word import repack

NAME = "second-workbook"
TASKS = Tasks(
    ["STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành (năm)", "Sản phẩm dự kiến", "Ghi chú"],
    ["no", "name", "lead", "coordinating", "time", "product", "note"],
    """
* I | Thể chế
1 | Xây dựng Nghị định về định danh điện tử tổ chức | Bộ Công an | Bộ Tư pháp; Bộ Tài chính | 2026 | Nghị định |
2 | Sửa đổi quy định về chữ ký số chuyên dùng | Ban Cơ yếu Chính phủ | Bộ Khoa học và Công nghệ | 2026 | Nghị định thay thế |
3 | Hướng dẫn lưu trữ dữ liệu điện tử | Bộ Nội vụ | Các bộ, ngành | 2027 | Thông tư | Chuyển tiếp
* II | Hạ tầng
4 | Trung tâm dữ liệu quốc gia số 2 | Bộ Công an | Bộ Xây dựng; UBND tỉnh Lâm Đồng | 2026 - 2028 | Công trình nghiệm thu |
5 | Mạng truyền dẫn dự phòng Bắc - Nam | Bộ Quốc phòng | Các doanh nghiệp viễn thông | 2027 | Tuyến cáp 2.000 km |
6 | Phủ sóng biển, đảo | Bộ Khoa học và Công nghệ | Bộ Quốc phòng;¶UBND các tỉnh ven biển | 2030 | 100% đảo có dân | Giai đoạn 1 xong năm 2027
* III | Dữ liệu
7 | Cơ sở dữ liệu quốc gia về cán bộ, công chức | Bộ Nội vụ | Ban Tổ chức Trung ương | 2025 | Dữ liệu đúng, đủ, sạch, sống |
8 | Cơ sở dữ liệu đất đai toàn quốc | Bộ Nông nghiệp và Môi trường | UBND các tỉnh, thành phố | 2026 | Kết nối 34/34 địa phương |
9 | Sàn dữ liệu | Bộ Công an | Hiệp hội Dữ liệu quốc gia | 2026 | Sàn vận hành thử nghiệm |
* IV | Nhân lực
10 | Đào tạo 1.000 chuyên gia dữ liệu | Bộ Giáo dục và Đào tạo | Các trường đại học | 2030 | 1.000 chuyên gia | Theo lộ trình hằng năm
11 | Phổ cập kỹ năng số toàn dân | Bộ Khoa học và Công nghệ | Trung ương Đoàn TNCS Hồ Chí Minh | 2026 | 80% người trưởng thành |
""")


def make():
    book = Workbook()
    cover = book.active
    cover.title = "Trao đổi"
    for n, text in enumerate(["Anh Dũng cho ý kiến trước 16h thứ Sáu", "STT | việc cần hỏi", "1. Nhiệm vụ 4 giao Bộ Công an hay Bộ Xây dựng?", "2. Cột ghi chú giữ hay bỏ?"], 1):
        cover.cell(n, 2, text)
    sheet = book.create_sheet("Danh mục")
    wrap = Alignment(wrap_text=True, vertical="center")
    top = 4
    sheet.cell(2, 3, "DANH MỤC NHIỆM VỤ KÈM THEO CHƯƠNG TRÌNH HÀNH ĐỘNG").font = Font(bold=True)
    sheet.merge_cells("C2:I2")
    columns = list("CDEFGHI")
    for col, text in zip(columns, TASKS.columns):
        sheet[f"{col}{top}"] = text
        sheet[f"{col}{top}"].alignment = wrap
    for n, col in enumerate(columns):
        sheet[f"{col}{top + 1}"] = f"({n + 1})"
    row, formulas = top + 2, {}
    for what, cells in TASKS.rows:
        if what == "group":
            sheet[f"C{row}"], sheet[f"D{row}"] = cells[0], cells[1]
            sheet[f"C{row}"].font = sheet[f"D{row}"].font = Font(bold=True)
        else:
            for col, field, text in zip(columns, TASKS.fields, cells):
                c = sheet[f"{col}{row}"]
                c.alignment = wrap
                if not text:
                    continue
                if field == "no":
                    if int(text) > 1:  # counted by a formula, its result kept beside it
                        formulas[f"C{row}"] = (f"MAX(C${top + 2}:C{row - 1})+1", text, False)
                        c.value = "=" + formulas[f"C{row}"][0]
                    else:
                        c.value = 1
                elif field == "time" and text.isdigit():
                    c.value = int(text)
                elif field == "lead" and text == "Bộ Công an" and cells[0] != "1":
                    formulas[f"{col}{row}"] = ("E$7", "Bộ Công an", True)
                    c.value = "=E$7"
                elif field == "product" and " " in text:
                    first, rest = text.split(" ", 1)
                    c.value = CellRichText(TextBlock(InlineFont(b=True), first), " " + rest)
                else:
                    c.value = text.replace("¶", "\n")
        row += 1
        if what == "task" and cells[0] == "5":  # hidden: a task struck from the list
            for col, text in zip(columns, ["", "Nhiệm vụ đã rút", "Bộ Công Thương", "", "2026", "Báo cáo", "ẩn"]):
                sheet[f"{col}{row}"] = text or None
            sheet.row_dimensions[row].hidden = True
            row += 1
    assert sheet["E7"].value == "Bộ Công an"
    sheet[f"D{row + 1}"] = "Người lập biểu"
    sheet[f"H{row + 1}"] = "Thủ trưởng đơn vị"
    sheet["K4"], sheet["K7"] = "Ghi chú nội bộ", "hỏi lại"
    sheet.column_dimensions["K"].hidden = True
    sheet.freeze_panes = "C6"
    path = OUT / f"{NAME}.xlsx"
    book.save(path)

    def keep(parts):
        name = "xl/worksheets/sheet2.xml"
        xml = parts[name].decode()
        for at, (formula, value, words) in formulas.items():
            start = xml.index(f'<c r="{at}"')
            end = xml.index("</c>", start)
            cell = xml[start:end].replace("<v></v>", "").replace("<v/>", "").replace("<v />", "")
            cell += f"<v>{value}</v>"
            if words:
                cell = cell.replace(f'<c r="{at}"', f'<c r="{at}" t="str"', 1) if ' t="' not in cell.split(">", 1)[0] else cell
            xml = xml[:start] + cell + xml[end:]
        parts[name] = xml.encode()
    repack(path, keep)
    truth(NAME, tasks=TASKS, notes=["A hidden row is no task; a reading that takes it must say so. Only the table is compared."])


if __name__ == "__main__":
    make()
