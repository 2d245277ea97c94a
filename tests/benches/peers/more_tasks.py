"""An annex of more tasks than the one given, varied and of its tasks' usual length: more_tasks.py ANNEX.xlsx COUNT OUT.xlsx"""
import sys

from openpyxl import Workbook, load_workbook

TIMES = ["Quý I", "Quý II", "Tháng 9", "Tháng 12"]

given = load_workbook(sys.argv[1])["Phụ lục"]
rows = [[cell.value for cell in row] for row in given.iter_rows(min_row=4)]
header, above = rows[0], [row[:2] for row in rows[1:3]]
models = [row for row in rows if isinstance(row[0], (int, float))]
time = next(at for at, title in enumerate(header) if "hời" in str(title))
budget = next(at for at, title in enumerate(header) if "đồng" in str(title))
book = Workbook()
sheet = book.active
for row in [header, *above]:
    sheet.append(row)
for number in range(int(sys.argv[2])):
    row = list(models[number % len(models)])
    row[0], row[1] = number + 1, f"{row[1]} (đợt {number + 1})"
    row[time], row[budget] = f"{TIMES[number % 4]}/2026", (number % 7) * 150_000_000 or None
    sheet.append(row)
book.save(sys.argv[3])
