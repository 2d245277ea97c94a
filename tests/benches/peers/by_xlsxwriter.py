"""The annex as XLSX by XlsxWriter: by_xlsxwriter.py DATA.json OUT.xlsx

The same sheets, formulas with their results, names, lists and formats as skh's. What it lacks: heights of rows and widths of columns found from the text, titles broken between phrases, dates
told from text.
"""
import sys

import xlsxwriter
from sheets import MEASURES, load, summaries, sums, words
from xlsxwriter.utility import xl_col_to_name as letter

plan, fields, rows = load(sys.argv[1])
book = xlsxwriter.Workbook(sys.argv[2])
base = {"font_name": "Times New Roman", "font_size": 12, "border": 1, "text_wrap": True, "valign": "top"}
body, strong = book.add_format(base), book.add_format({**base, "bold": True})
money, total = book.add_format({**base, "num_format": "#,##0"}), book.add_format({**base, "num_format": "#,##0", "bold": True})
sheet = book.add_worksheet("Phụ lục")
last = len(fields) - 1
budget = fields.index("budget")
for at, text in enumerate(["Phụ lục", f"DANH MỤC NHIỆM VỤ, DỰ ÁN NĂM {plan['year']}", "(Kèm theo Kế hoạch)"]):
    sheet.merge_range(at, 0, at, last, text)
for at, column in enumerate(plan["columns"]):
    sheet.write_string(3, at, column["title"], strong)
    sheet.set_column(at, at, 40 if column["field"] == "name" else 12)
covered = sums(rows, 5)
for at, row in enumerate(rows):
    r = 4 + at
    if row[0] != "task":
        sheet.write_string(r, 0, row[1], strong)
        sheet.merge_range(r, 1, r, budget - 1, row[2], strong)
        first, end, cost = covered[at]
        sheet.write_formula(r, budget, f"=SUBTOTAL(9,{letter(budget)}{first}:{letter(budget)}{end})", total, cost)
        sheet.merge_range(r, budget + 1, r, last, "", strong)
        continue
    for c, value in enumerate(row[1]):
        if value is None or value == "":
            sheet.write_blank(r, c, None, body)
        elif isinstance(value, int):
            sheet.write_number(r, c, value, money if c == budget else body)
        else:
            sheet.write_string(r, c, value, body)
    sheet.set_row(r, 48)
bottom = 4 + len(rows)
cost = sum(task["budget"] or 0 for task in plan["tasks"])
sheet.merge_range(bottom, 0, bottom, budget - 1, "TỔNG CỘNG", strong)
sheet.write_formula(bottom, budget, f"=SUBTOTAL(9,{letter(budget)}5:{letter(budget)}{bottom})", total, cost)
sheet.autofilter(3, 0, bottom - 1, last)
sheet.freeze_panes(4, 0)
sheet.repeat_rows(3)
sheet.print_area(0, 0, bottom, last)
sheet.set_paper(9)
sheet.set_landscape()
sheet.fit_to_pages(1, 0)
NAMES = [("SoThuTu", "no"), ("DonViChuTri", "lead"), ("ThoiGian", "time"), ("LoaiNhiemVu", "kind"), ("KinhPhi", "budget")]
for name, field in NAMES:
    c = letter(fields.index(field))
    book.define_name(name, f"='Phụ lục'!${c}$5:${c}${bottom}")
book.define_name("TongKinhPhi", f"='Phụ lục'!${letter(budget)}${bottom + 1}")
plain = book.add_format({"font_name": "Times New Roman", "font_size": 12})
title_format = book.add_format({"font_name": "Times New Roman", "font_size": 14, "bold": True, "align": "center", "text_wrap": True})
for name, title, header, rows in summaries(plan):
    other = book.add_worksheet(name)
    other.set_column(0, 0, 5)
    other.set_column(1, 1, 40)
    other.set_column(2, 5, 12)
    other.merge_range(0, 0, 0, 5, title, title_format)
    other.merge_range(1, 0, 1, 5, f"(Kế hoạch {plan['subject']})", title_format)
    for at, text in enumerate(["STT", header, *MEASURES]):
        other.write_string(2, at, text, strong)
    for at, (label, text, formulas, results, kind) in enumerate(rows, 3):
        look, number = (body, money) if kind == "row" else (strong, total)
        if kind == "total":
            other.merge_range(at, 0, at, 1, label, strong)
        else:
            other.write(at, 0, label, look)
            other.write_string(at, 1, text, look)
        for column, (formula, result) in enumerate(zip(formulas, results), 2):
            if formula is None:
                other.write_blank(at, column, None, number)
            else:
                other.write_formula(at, column, formula, number, result)
        other.set_row(at, 18)
    other.freeze_panes(3, 0)
    other.repeat_rows(2)
    other.print_area(0, 0, len(rows) + 2, 5)
    other.set_paper(9)
    other.fit_to_pages(1, 0)
lists = book.add_worksheet("Danh mục")
lists.hide()
for at, (offered, values) in enumerate(words(plan)):
    lists.write_column(1, at, values, plain)
    book.define_name(f"DanhMuc{at}", f"='Danh mục'!${letter(at)}$2:${letter(at)}${len(values) + 1}")
    for c in (fields.index(field) for field in offered if field in fields):
        sheet.data_validation(4, c, bottom - 1, c, {"validate": "list", "source": f"=DanhMuc{at}", "show_error": offered == ("kind",)})
sheet.data_validation(4, budget, bottom - 1, budget, {"validate": "integer", "criteria": ">=", "value": 0})
book.close()
