"""What the papers of this folder share: the outline's shorthand, task lists, truth files, and lines of plain text."""
import copy
import json
import pathlib
import re
import unicodedata

OUT = pathlib.Path(__file__).resolve().parent.parent
NATION = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]


# ---- the outline, written with two spaces a level -------------------------------------------------------------
#   I. |# HEADING        label and heading on one line
#   Phần I |^ HEADING    heading on a line of its own
#   a) |: text           an item without heading
#   = text               one more paragraph of the item above it by depth
#   % name               the table of this name stands here
class Node:
    def __init__(self, label, heading, style):
        self.label, self.heading, self.style, self.items = label, heading, style, []

    def truth(self):
        return {
            "label": self.label.rstrip(".)/") or self.label,
            "heading": self.heading,
            "text": [i for i in self.items if isinstance(i, str) and not i.startswith("%")],
            "children": [i.truth() for i in self.items if isinstance(i, Node)],
        }


def outline(text):
    top = Node("", None, "")
    path = [top]
    for line in text.strip("\n").splitlines():
        if not line.strip():
            continue
        depth = (len(line) - len(line.lstrip())) // 2
        line = line.strip()
        assert depth < len(path), line
        del path[depth + 1:]
        if line[0] == "=":
            path[-1].items.append(line[1:].strip())
        elif line[0] == "%":
            path[-1].items.append("%" + line[1:].strip())
        else:
            label, style, rest = re.fullmatch(r"(.*?)\s*\|([#^:])\s*(.*)", line).groups()
            node = Node(label, rest if style in "#^" else None, style)
            if style == ":":
                node.items.append(rest)
            path[-1].items.append(node)
            path.append(node)
    return top


def walk(node, depth=0):
    """(what, depth, label, text) in reading order; what: head, own (heading on its own line), item, text, table."""
    for item in node.items:
        if isinstance(item, Node):
            if item.style == ":":
                yield "item", depth, item.label, item.items[0]
                rest = Node("", None, "")
                rest.items = item.items[1:]
                yield from walk(rest, depth + 1)
            else:
                yield ("own" if item.style == "^" else "head"), depth, item.label, item.heading
                yield from walk(item, depth + 1)
        elif item.startswith("%"):
            yield "table", depth, "", item[1:]
        else:
            yield "text", depth, "", item


# ---- task lists: "* I | group", "1 | cell | cell"; ¶ parts paragraphs of a cell -------------------------------
class Tasks:
    def __init__(self, columns, fields, rows):
        self.columns, self.fields, self.rows = columns, fields, []
        group, self.groups, self.tasks = None, [], []
        for line in rows.strip("\n").splitlines():
            cells = [c.strip() for c in line.split("|")]
            if line.startswith("*"):
                group = cells[0][1:].strip()
                self.groups.append({"label": group, "title": cells[1]})
                self.rows.append(("group", [group, cells[1]]))
                continue
            assert len(cells) == len(fields), line
            self.rows.append(("task", cells))
            task = {"group": group}
            for field, cell in zip(fields, cells):
                flat = " ".join(cell.replace("¶", " ").split())
                task[field] = int(flat) if field == "no" and flat.isdigit() else flat
            self.tasks.append(task)

    def truth(self):
        return {"columns": self.columns, "column_fields": self.fields, "groups": self.groups, "tasks": self.tasks}


def wide(tasks, join=". "):
    """The same list with the label and title of each group in one cell over the whole width."""
    out = copy.copy(tasks)
    out.rows = [("wide", [cells[0] + join + cells[1]]) if what == "group" else (what, cells) for what, cells in tasks.rows]
    return out


def base(kind, number, date, issuer, subject, where="preamble"):
    return {"kind": kind, "number": number, "date": date, "issuer": issuer, "subject": subject, "where": where}


def truth(name, *, number=None, date=None, deadline=None, signatory=None, recipients=None, tree=None, articles=None,
          priority=None, bases=(), plan_bases=(), tasks=None, reading=None, notes=(), other_tree=None, doubts=()):
    """Writes NAME.truth.json. `tasks`: one list or several; `other_tree`: a second reading of the outline that is as right;
    `doubts`: what findings must speak of, each a list of words that the message of one finding holds."""
    out = {"document": {"number_symbol": number, "date": date, "deadline": deadline}}
    if signatory:
        out["document"]["signatory"] = {"title_lines": signatory[0], "name": signatory[1]}
    if recipients:
        out["document"]["recipients"] = recipients
    if tree:
        out["outline"] = tree.truth()["children"]
    if articles:
        out["articles"] = [{"no": n, "text": t} for n, t in articles]
    if priority:
        out["priority_tasks"] = [{"no": n, "text": t} for n, t in enumerate(priority, 1)]
    if bases:
        out["can_cu"] = list(bases)
    if plan_bases:
        out["can_cu_plan"] = list(plan_bases)
    if other_tree:
        out["outline_or"] = other_tree.truth()["children"]
    if isinstance(tasks, (list, tuple)):
        out["tables"] = [t.truth() for t in tasks]
        tasks = tasks[0]
    if tasks:
        out["table"] = tasks.truth()
    if doubts:
        out["doubts"] = list(doubts)
    if reading:
        out["reading"] = reading
    if notes:
        out["notes"] = list(notes)
    text = unicodedata.normalize("NFC", json.dumps(out, ensure_ascii=False, indent=1))
    (OUT / f"{name}.truth.json").write_text(text + "\n", encoding="utf-8")


# ---- TXT ------------------------------------------------------------------------------------------------------
def wrap(text, width, first="", rest=""):
    lines, line = [], first
    for word in text.split():
        if len(line) + len(word) + (not line.endswith(" ") and line != "") > width and line.strip():
            lines.append(line.rstrip())
            line = rest
        line += ("" if line == "" or line.endswith(" ") else " ") + word
    return lines + [line.rstrip()]


def centred(text, width=80):
    return [line.center(width).rstrip() for line in wrap(text, width - 16)]


def two_columns(left, right, at=46):
    rows = max(len(left), len(right))
    left, right = left + [""] * (rows - len(left)), right + [""] * (rows - len(right))
    return [f"{a:<{at}}{b}".rstrip() for a, b in zip(left, right)]


def tree_lines(tree, width=80, indent=6, table=None):
    lines = []
    for what, _, label, text in walk(tree):
        if what == "own":
            lines += ["", *centred(label, width), *centred(text, width), ""]
        elif what in ("head", "item"):
            lines += wrap(f"{label} {text}", width, " " * indent)
        elif what == "text":
            lines += wrap(text, width, " " * indent)
        else:
            lines += table(text)
    return lines
