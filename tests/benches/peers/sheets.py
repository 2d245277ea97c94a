"""What both Python writers put into the workbook: rows with their kinds, sums, words to choose from."""
import json


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
    distinct = lambda field: list(dict.fromkeys(task[field] for task in plan["tasks"] if task[field]))
    return {"lead": distinct("lead"), "kind": ["Mới", "Chuyển tiếp"], "time": distinct("time"), "funding": distinct("funding")}


def summary(plan, field):
    out = {}
    for task in plan["tasks"]:
        count, cost = out.get(task[field], (0, 0))
        out[task[field]] = (count + 1, cost + (task["budget"] or 0))
    return out
