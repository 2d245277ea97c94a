"""The annex as XLSX by openpyxl: by_openpyxl.py DATA.json OUT.xlsx

Lacks what XlsxWriter's lacks, and the formulas' results: the library writes none.
"""
import sys

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter as letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from sheets import MEASURES, load, summaries, sums, words

plan, fields, rows = load(sys.argv[1])
book = Workbook()
sheet = book.active
sheet.title = "Phụ lục"
side = Side(style="thin")
border, wrap = Border(side, side, side, side), Alignment(wrap_text=True, vertical="top")
plain, bold = Font("Times New Roman", 12), Font("Times New Roman", 12, bold=True)
budget = fields.index("budget") + 1


def put(where, row, column, value, font=plain, code=None):
    cell = where.cell(row, column, value)
    cell.font, cell.border, cell.alignment = font, border, wrap
    if isinstance(value, str) and value.startswith("=") and font is plain:
        cell.data_type = "s"
    if code:
        cell.number_format = code


for at, text in enumerate(["Phụ lục", f"DANH MỤC NHIỆM VỤ, DỰ ÁN NĂM {plan['year']}", "(Kèm theo Kế hoạch)"], 1):
    sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=len(fields))
    sheet.cell(at, 1, text)
for at, column in enumerate(plan["columns"], 1):
    put(sheet, 4, at, column["title"], bold)
    sheet.column_dimensions[letter(at)].width = 40 if column["field"] == "name" else 12
covered = sums(rows, 5)
for at, row in enumerate(rows):
    r = 5 + at
    if row[0] != "task":
        put(sheet, r, 1, row[1], bold)
        put(sheet, r, 2, row[2], bold)
        sheet.merge_cells(start_row=r, end_row=r, start_column=2, end_column=budget - 1)
        first, end, _ = covered[at]
        put(sheet, r, budget, f"=SUBTOTAL(9,{letter(budget)}{first}:{letter(budget)}{end})", bold, "#,##0")
        continue
    for c, value in enumerate(row[1], 1):
        put(sheet, r, c, value, plain, "#,##0" if c == budget else None)
    sheet.row_dimensions[r].height = 48
bottom = 5 + len(rows)
put(sheet, bottom, 1, "TỔNG CỘNG", bold)
put(sheet, bottom, budget, f"=SUBTOTAL(9,{letter(budget)}5:{letter(budget)}{bottom - 1})", bold, "#,##0")
sheet.auto_filter.ref = f"A4:{letter(len(fields))}{bottom - 1}"
sheet.freeze_panes = "A5"
sheet.print_title_rows = "4:4"
sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
NAMES = [("SoThuTu", "no"), ("DonViChuTri", "lead"), ("ThoiGian", "time"), ("LoaiNhiemVu", "kind"), ("KinhPhi", "budget")]
for name, field in NAMES:
    c = letter(fields.index(field) + 1)
    book.defined_names[name] = DefinedName(name, attr_text=f"'Phụ lục'!${c}$5:${c}${bottom - 1}")
for name, title, header, rows in summaries(plan):
    other = book.create_sheet(name)
    for at, text in enumerate([title, f"(Kế hoạch {plan['subject']})"], 1):
        other.merge_cells(start_row=at, end_row=at, start_column=1, end_column=6)
        other.cell(at, 1, text)
    for at, text in enumerate(["STT", header, *MEASURES], 1):
        put(other, 3, at, text, bold)
    for at, (label, text, formulas, _, kind) in enumerate(rows, 4):
        look = plain if kind == "row" else bold
        put(other, at, 1, label, look)
        put(other, at, 2, text, look)
        for column, formula in enumerate(formulas, 3):
            put(other, at, column, formula, bold, "#,##0")
    other.freeze_panes = "A4"
    other.print_title_rows = "3:3"
lists = book.create_sheet("Danh mục")
lists.sheet_state = "hidden"
for at, (offered, values) in enumerate(words(plan), 1):
    for row, value in enumerate(values, 2):
        lists.cell(row, at, value)
    book.defined_names[f"DanhMuc{at}"] = DefinedName(f"DanhMuc{at}", attr_text=f"'Danh mục'!${letter(at)}$2:${letter(at)}${len(values) + 1}")
    rule = DataValidation("list", formula1=f"DanhMuc{at}")
    for c in (letter(fields.index(field) + 1) for field in offered if field in fields):
        rule.add(f"{c}5:{c}{bottom - 1}")
    sheet.add_data_validation(rule)
book.save(sys.argv[2])
