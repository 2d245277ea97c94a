"""What both Python writers put into the workbook: rows with their kinds, sums, words to choose from."""
import json, re


def load(path):
    plan = json.load(open(path, encoding="utf-8"))
    fields = [column["field"] for column in plan["columns"]]
    kinds = {"new": "Mới", "continued": "Chuyển tiếp", None: ""}
    rows, group, listed = [], None, None
    for task in plan["tasks"]:
        if task["list"] != listed:
            listed = task["list"]
            rows.append(("list", listed, ""))
        if (task["list"], task["group"]) != group:
            group = (task["list"], task["group"])
            rows.append(("group", task["group"], task["group_title"]))
        cells = [kinds[task["kind"]] if field == "kind" else task[field] for field in fields]
        rows.append(("task", cells, task))
    return plan, fields, rows


def sums(rows, first):
    """First and last row of what each title's sum covers, and the sum."""
    out = {}
    for at, row in enumerate(rows):
        if row[0] == "task":
            continue
        end = at + 1
        while end < len(rows) and not (rows[end][0] == row[0] or rows[end][0] == "list"):
            end += 1
        amounts = (r[2]["budget"] or 0 for r in rows[at + 1:end] if r[0] == "task")
        out[at] = (first + at + 1, first + end - 1, sum(amounts))
    return out


def words(plan):
    """Words to choose from: fields that offer them, and the words."""
    distinct = lambda *texts: list(dict.fromkeys(text for text in texts if text and len(text) <= 120))
    of = lambda field: [task[field] for task in plan["tasks"]]
    year = plan["year"]
    units = [part.strip(" -+") for text in of("lead") + of("coordinating") for part in re.split("[;\n]", text)]
    times = [f"Quý {n}/{year}" for n in ROMAN] + [f"Tháng {n}/{year}" for n in range(1, 13)] + [f"Năm {year}", "Hằng quý", "Thường xuyên"]
    return [
        (("lead", "coordinating"), distinct(*units, plan["unit"]["name"], plan["unit"]["superior"])),
        (("kind",), ["Mới", "Chuyển tiếp"]),
        (("time",), distinct(*times, *of("time"))),
        (("funding",), distinct(*of("funding"), "Ngân sách nhà nước", "Nguồn thu hợp pháp của đơn vị", "Nguồn hợp pháp khác")),
    ]


ROMAN = ["I", "II", "III", "IV"]
MEASURES = ["Số lượng", "Mới", "Chuyển tiếp", "Kinh phí (đồng)"]


def measured(tasks):
    kind = lambda kind: sum(task["kind"] == kind for task in tasks)
    return [len(tasks), kind("new"), kind("continued"), sum(task["budget"] or 0 for task in tasks)]


def quarter(text):
    """0 to 3 for a quarter or a month's, 4 for what names neither."""
    found = re.search(r"Quý (IV|I{1,3})", text)
    if found:
        return ROMAN.index(found[1])
    found = re.search(r"(?:Tháng |\d/)(\d{1,2})/", text)
    return (int(found[1]) - 1) // 3 if found else 4


def summaries(plan):
    """The sheets that sum the annex up, row by row: name, title, header of what is told apart, and rows of label, text, one
    formula and its result for each measure, and what kind of row it is. Formulas are those of skh's own workbook."""
    for name, title, header, by, field in [
        ("Theo đơn vị", "TỔNG HỢP NHIỆM VỤ THEO ĐƠN VỊ CHỦ TRÌ", "Đơn vị chủ trì", "DonViChuTri", "lead"),
        ("Theo quý", "TỔNG HỢP NHIỆM VỤ THEO QUÝ", "Thời gian thực hiện", "ThoiGian", "time"),
    ]:
        alike = {}
        for task in plan["tasks"]:
            alike.setdefault(task[field], []).append(task)
        groups = {None: alike}
        if field == "time":
            groups = {n: {} for n in range(5)}
            for text, tasks in alike.items():
                groups[quarter(text)][text] = tasks
        rows, at = [], 4
        sums = lambda first, last: [f"=SUBTOTAL(9,{letter}{first}:{letter}{last})" for letter in "CDEF"]
        for number, (group, some) in enumerate(groups.items()):
            if group is not None:
                told = f"Quý {ROMAN[group]}/{plan['year']}" if group < 4 else "Chưa xác định quý"
                covered = [task for tasks in some.values() for task in tasks]
                rows.append((str(number + 1), told, sums(at + 1, at + len(some)) if some else [None] * 4, measured(covered), "group"))
                at += 1
            for place, (text, tasks) in enumerate(some.items(), 1):
                same = f"EXACT({by},$B{at})" if text else f'({by}="")'
                rows.append((place, text or "(chưa ghi)", formulas(f"ISNUMBER(SoThuTu)*{same}"), measured(tasks), "row"))
                at += 1
        above = [f"-SUBTOTAL(9,{letter}4:{letter}{at - 1})" for letter in "CDEF"]
        others = [formula + less for formula, less in zip(formulas("ISNUMBER(SoThuTu)"), above)]
        rows.append((None, "Giá trị khác, mới nhập ở Phụ lục", others, [0] * 4, "row"))
        rows.append(("TỔNG CỘNG", None, sums(4, at), measured(plan["tasks"]), "total"))
        yield name, title, header, rows


def formulas(condition):
    kind = lambda kind: f'=SUMPRODUCT({condition}*(LoaiNhiemVu="{kind}"))'
    return [f"=SUMPRODUCT({condition}*1)", kind("Mới"), kind("Chuyển tiếp"), f"=SUMPRODUCT({condition}*1,KinhPhi)"]
