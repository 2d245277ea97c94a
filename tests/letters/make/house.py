"""What the papers of this folder share: the outline's shorthand, task lists, truth files, and writers for DOCX, TXT and PDF."""
import copy
import json
import pathlib
import re
import unicodedata

OUT = pathlib.Path(__file__).resolve().parent.parent


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
            "label": self.label.rstrip(".)") or self.label,
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


# ---- DOCX -----------------------------------------------------------------------------------------------------
def new_docx(font="Times New Roman", size=14):
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt
    doc = docx.Document()
    style = doc.styles["Normal"]
    style.font.name, style.font.size = font, Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    style.paragraph_format.space_after = Pt(4)
    page = doc.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(3), Cm(2), Cm(2), Cm(2)
    return doc


def para(where, text, bold=False, italic=False, align=None, indent=0.0, size=None, first=None, keep=False):
    """A paragraph; `first` is set before the text and takes the same type, "¶" nothing special."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as A
    from docx.shared import Cm, Pt
    p = where.add_paragraph()
    if align:
        p.alignment = {"c": A.CENTER, "j": A.JUSTIFY, "r": A.RIGHT}[align]
    if indent:
        p.paragraph_format.first_line_indent = Cm(indent)
    p.paragraph_format.keep_with_next = keep or None
    run = p.add_run((first or "") + text)
    run.bold, run.italic = bold or None, italic or None
    if size:
        run.font.size = Pt(size)
    return p


def fill(cell, text, bold=False, italic=False, align=None, size=None, write=str):
    """Replaces a cell's empty paragraph by the text, ¶ a new paragraph; `write` gives the letters their codes, of which one
    may be ¶ itself."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as A
    from docx.shared import Pt
    for n, part in enumerate(text.split("¶")):
        p = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
        p.paragraph_format.space_after = 0
        if align == "c":
            p.alignment = A.CENTER
        run = p.add_run(write(part.strip()))
        run.bold, run.italic = bold or None, italic or None
        if size:
            run.font.size = Pt(size)


def letterhead_table(doc, left, right, widths=(6, 10), size=13):
    """The two columns as a table without rules; lines: (text, bold, italic)."""
    from docx.shared import Cm, Pt
    table = doc.add_table(rows=1, cols=2)
    table.autofit = False
    for column, width in zip(table.columns, widths):
        column.width = Cm(width)
    for cell, lines, width in zip(table.rows[0].cells, (left, right), widths):
        cell.width = Cm(width)
        for n, (text, bold, italic) in enumerate(lines):
            p = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
            p.alignment = 1
            p.paragraph_format.space_after = 0
            run = p.add_run(text)
            run.bold, run.italic, run.font.size = bold or None, italic or None, Pt(size)
    return table


def tasks_table(doc, tasks, widths=None, size=11, group_span=True, header_bold=True, ruled=True, repeat=True):
    table = doc.add_table(rows=1, cols=len(tasks.columns))
    if ruled:
        table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, tasks.columns):
        fill(cell, text, bold=header_bold, align="c", size=size)
    if repeat:
        repeat_rows(table)
    for what, cells in tasks.rows:
        row = table.add_row().cells
        if what == "wide":
            fill(row[0].merge(row[-1]), cells[0], bold=True, size=size)
        elif what == "group":
            fill(row[0], cells[0], bold=True, align="c", size=size)
            rest = row[1].merge(row[-1]) if group_span else row[1]
            fill(rest, cells[1], bold=True, size=size)
        else:
            for cell, text in zip(row, cells):
                if text:
                    fill(cell, text, size=size)
    if widths:
        widen(table, widths)
    return table


def deep_table(doc, tasks, heads, widths, size=11, down=()):
    """A task table under a header of two rows: heads are texts, or (text, [texts below it]). Cells of the columns `down` are
    merged downwards where neighbours say the same."""
    table = doc.add_table(rows=2, cols=len(tasks.columns))
    table.style = "Table Grid"
    at = 0
    for head in heads:
        text, below = head if isinstance(head, tuple) else (head, [])
        if below:
            fill(table.cell(0, at).merge(table.cell(0, at + len(below) - 1)), text, bold=True, align="c", size=size)
            for n, part in enumerate(below):
                fill(table.cell(1, at + n), part, bold=True, align="c", size=size)
        else:
            fill(table.cell(0, at).merge(table.cell(1, at)), text, bold=True, align="c", size=size)
        at += len(below) or 1
    assert at == len(tasks.columns)
    repeat_rows(table, 2)
    above = None
    for what, cells in tasks.rows:
        row = list(table.add_row().cells)
        if what == "wide":
            fill(row[0].merge(row[-1]), cells[0], bold=True, size=size)
        elif what == "group":
            fill(row[0], cells[0], bold=True, align="c", size=size)
            fill(row[1].merge(row[-1]), cells[1], bold=True, size=size)
        else:
            for k, text in enumerate(cells):
                if k in down and above and above[1][k] == text and text:
                    row[k] = above[0][k].merge(row[k])
                elif text:
                    fill(row[k], text, size=size, align="c" if len(text) < 3 else None)
        above = (row, cells) if what == "task" else None
    widen(table, widths)
    return table


def numbering(doc, levels, first_line=720, suff="tab"):
    """A Word list of these levels [(format, text)]; returns its numId maker: each call restarts the list."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn
    part = doc.part.numbering_part.element
    ident = 1 + max([int(a.get(qn("w:abstractNumId"))) for a in part.findall(qn("w:abstractNum"))], default=0)
    body = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:suff w:val="{suff}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="{first_line}"/></w:pPr></w:lvl>' for n, (fmt, text) in enumerate(levels))
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{ident}"><w:multiLevelType w:val="multilevel"/>{body}</w:abstractNum>')
    first = part.find(qn("w:num"))
    first.addprevious(abstract) if first is not None else part.append(abstract)

    def make(restart=True):
        num = 1 + max([int(a.get(qn("w:numId"))) for a in part.findall(qn("w:num"))], default=0)
        over = "".join(f'<w:lvlOverride w:ilvl="{n}"><w:startOverride w:val="1"/></w:lvlOverride>' for n in range(len(levels))) if restart else ""
        part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{num}"><w:abstractNumId w:val="{ident}"/>{over}</w:num>'))
        return num
    return make


def number_paragraph(p, num, level):
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    p._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'))


def save_docx(doc, name):
    import datetime

    from docx.oxml.ns import qn
    when = datetime.datetime(2025, 1, 1)
    core = doc.core_properties
    core.author, core.title, core.comments, core.created, core.modified = "", "", "", when, when
    styles = doc.styles.element
    for style in styles.findall(qn("w:style")):  # the template brings a hundred styles of tables
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in ("TableNormal", "TableGrid"):
            styles.remove(style)
    path = OUT / f"{name}.docx"
    doc.save(path)
    repack(path, lean)


def lean(parts):
    """Takes out what the template brings and nothing shows: a picture of a page, styles for another program."""
    for part in ("docProps/thumbnail.jpeg", "word/stylesWithEffects.xml"):
        if parts.pop(part, None) is None:
            continue
        name = part.rpartition("/")[2].encode()
        for holder in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"):
            parts[holder] = re.sub(rb"<(?:Override|Relationship)\b[^>]*" + name + rb"[^>]*/>", b"", parts[holder])


def repack(path, change=lambda parts: None):
    """Writes an archive anew, after a change of its parts, with one date for all of them: the same bytes each time."""
    import zipfile
    with zipfile.ZipFile(path) as z:
        parts = {n: z.read(n) for n in z.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for part, data in parts.items():
            z.writestr(zipfile.ZipInfo(part, (2025, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def add_footnotes(name, notes_by_id):
    """Adds the part that Word's footnote references point at."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = "".join(f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {t}</w:t></w:r></w:p></w:footnote>'
                    for n, t in notes_by_id.items())
    mark = '<w:footnote w:type="{0}" w:id="{1}"><w:p><w:r><w:{0}/></w:r></w:p></w:footnote>'
    notes = mark.format("separator", -1) + mark.format("continuationSeparator", 0) + notes
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"

    def change(parts):
        parts["word/footnotes.xml"] = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {space}>{notes}</w:footnotes>'.encode()
        for part, end, more in (("[Content_Types].xml", b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/>'),
                                ("word/_rels/document.xml.rels", b"</Relationships>", f'<Relationship Id="rIdFoot" Type="{link}" Target="footnotes.xml"/>')):
            parts[part] = parts[part].replace(end, more.encode() + end)
    repack(OUT / f"{name}.docx", change)


def to_pdf(name):
    """NAME.docx to NAME.pdf by LibreOffice, with a profile of its own."""
    import subprocess
    import tempfile
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir", str(OUT),
                        str(OUT / f"{name}.docx")], check=True, capture_output=True)


# ---- the parts of an office paper, as DOCX ---------------------------------------------------------------------
NATION = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]


def letterhead(doc, issuer, number, where, vv=None, widths=(6.5, 9.5), size=12, strong=1):
    """Issuer's lines, of them the last `strong` in bold, number and V/v on the left, the nation's two lines, place and date on the right."""
    left = [(line, n >= len(issuer) - strong, False) for n, line in enumerate(issuer)] + [("", False, False), (number, False, False)]
    if vv:
        left.append((f"V/v {vv}", False, False))
    letterhead_table(doc, left, [*((line, True, False) for line in NATION), ("", False, False), (where, False, True)], widths, size)
    para(doc, "")


def titled(doc, *lines, issued=None, page=False):
    """Centred lines in bold, `issued` in italics below; on a new page if asked."""
    for n, line in enumerate(lines):
        para(doc, line, bold=True, align="c").paragraph_format.page_break_before = (page and n == 0) or None
    if issued:
        para(doc, issued, italic=True, align="c")


def closing(doc, recipients, signatory, gap=3):
    """Nơi nhận and the signature side by side; signatory: (lines, name)."""
    from docx.oxml import OxmlElement
    row = doc.add_table(rows=1, cols=2).rows[0]
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    fill(row.cells[0], "Nơi nhận:¶" + "¶".join("- " + r for r in recipients), size=11)
    fill(row.cells[1], "¶".join([*signatory[0], *[""] * gap, signatory[1]]), bold=True, align="c", size=13)


def decision_front(doc, subject, authority, can_cu, articles, mark=". ", indent=1.0):
    """From the word QUYẾT ĐỊNH to the last Điều."""
    titled(doc, "QUYẾT ĐỊNH", subject, authority)
    for line in can_cu:
        para(doc, line, italic=True, align="j", indent=indent)
    para(doc, "QUYẾT ĐỊNH:", bold=True, align="c")
    for no, texts in articles:
        para(doc, f"Điều {no}{mark}", bold=True, align="j", indent=indent).add_run(texts[0]).bold = False
        for text in texts[1:]:
            para(doc, text, align="j", indent=indent)


def body(doc, tree, table=None, own=None, indent=1.0):
    """The outline with typed labels; `table(name)` puts a table, `own(label, heading)` a heading that has lines of its own."""
    for what, _, label, text in walk(tree):
        if what == "own":
            own(label, text)
        elif what == "table":
            table(text)
        else:
            para(doc, f"{label} {text}".strip(), bold=what == "head" and not label.endswith(")"), italic=what == "head" and label.endswith(")"),
                 align="j", indent=indent)


def section(doc, landscape):
    """A new page, of the other way round if asked."""
    from docx.enum.section import WD_ORIENT, WD_SECTION
    from docx.shared import Cm
    part = doc.add_section(WD_SECTION.NEW_PAGE)
    part.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    part.page_width, part.page_height = (Cm(29.7), Cm(21)) if landscape else (Cm(21), Cm(29.7))
    return part


def widen(table, widths):
    from docx.shared import Cm
    table.autofit = False
    for column, width in zip(table.columns, widths):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths):
            cell.width = Cm(width)


def repeat_rows(table, count=1):
    """The first rows again on each page."""
    from docx.oxml import OxmlElement
    for row in table.rows[:count]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


# ---- PDF, drawn line by line so that pages cut where they will ------------------------------------------------
class Pages:
    FONTS = {"": "LiberationSerif-Regular", "b": "LiberationSerif-Bold", "i": "LiberationSerif-Italic", "bi": "LiberationSerif-BoldItalic"}

    def __init__(self, name, size=(595, 842), margins=(57, 57, 71, 57), head=None, number="top", fonts="/usr/share/fonts/truetype/liberation2"):
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.pdfgen.canvas import Canvas
        for font in self.FONTS.values():
            pdfmetrics.registerFont(TTFont(font, f"{fonts}/{font}.ttf"))
        self.measure = pdfmetrics.stringWidth
        self.canvas = Canvas(str(OUT / f"{name}.pdf"), pagesize=size, pageCompression=1, invariant=1)
        self.size, (self.top, self.bottom, self.left, self.right) = size, margins
        self.head, self.number, self.page = head, number, 0
        self.turn()

    def turn(self, size=None):
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.size = size or self.size
        self.canvas.setPageSize(self.size)
        self.y = self.size[1] - self.top
        if self.page > 1:
            if self.number == "top":
                self.put(self.size[0] / 2, self.size[1] - 36, str(self.page), "", 13, "c")
            elif self.number == "bottom":
                self.put(self.size[0] / 2, 28, f"Trang {self.page}", "i", 10, "c")
            if self.head:
                self.put(self.left, self.size[1] - 36, self.head, "i", 9)

    def put(self, x, y, text, face="", size=13, align="l"):
        font = self.FONTS[face]
        wide = self.measure(text, font, size)
        x -= {"l": 0, "c": wide / 2, "r": wide}[align]
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def broken(self, text, width, face="", size=13, first=0):
        """Lines no wider than this; breaks after a hyphen or slash inside long words too."""
        font, lines, line, room = self.FONTS[face], [], "", width - first
        for word in text.split():
            trial = f"{line} {word}" if line else word
            if self.measure(trial, font, size) <= room:
                line = trial
                continue
            if line:
                lines.append(line)
                room = width
            line = word
            while self.measure(line, font, size) > room:
                cut = max((i for i in range(1, len(line)) if line[i - 1] in "/-" and self.measure(line[:i], font, size) <= room), default=0)
                cut = cut or next(i for i in range(len(line), 0, -1) if self.measure(line[:i], font, size) <= room)
                lines.append(line[:cut])
                line = line[cut:]
        return lines + [line]

    def text(self, text, face="", size=13, align="l", first=28, gap=4, lead=1.25):
        width = self.size[0] - self.left - self.right
        lines = self.broken(text, width - (80 if align == "c" else 0), face, size, 0 if align == "c" else first)
        for n, line in enumerate(lines):
            if self.y - size * lead < self.bottom:
                self.turn()
            self.y -= size * lead
            if align == "c":
                self.put(self.size[0] / 2, self.y, line, face, size, "c")
            else:
                self.put(self.left + (first if n == 0 else 0), self.y, line, face, size)
        self.y -= gap

    def columns(self, left, right, split=0.42, size=12):
        """Two centred columns side by side; lines (text, face)."""
        width = self.size[0] - self.left - self.right
        top = self.y
        low = top
        for lines, x in ((left, self.left + width * split / 2), (right, self.left + width * (1 + split) / 2)):
            self.y = top
            for text, face in lines:
                self.y -= size * 1.25
                self.put(x, self.y, text, face, size, "c")
            low = min(low, self.y)
        self.y = low - 10

    def table(self, columns, rows, widths, size=11, ruled=True, repeat=True, pad=3, keep_rows=False, gap=3):
        """rows: ("task", cells), ("group", [label, title]) or ("wide", [text]); a row may be cut by the page's end at any line."""
        xs = [self.left]
        for w in widths:
            xs.append(xs[-1] + w)
        step = size * 1.2

        def head():
            draw([self.broken(c, w - 2 * pad, "b", size) for c, w in zip(columns, widths)], ["b"] * len(columns), xs, True)

        def draw(cells, faces, edges, whole, heading=False):
            at = 0
            total = max(len(c) for c in cells)
            while at < total:
                room = int((self.y - gap - self.bottom) / step)
                if room < (total - at if whole else 1):
                    self.turn()
                    if repeat and not heading:
                        head()
                    continue
                part = [c[at:at + room] for c in cells]
                high = max(len(c) for c in part) * step + gap
                for n, lines in enumerate(part):
                    for k, line in enumerate(lines):
                        self.put(edges[n] + pad, self.y - step * (k + 1) + 2, line, faces[n], size)
                if ruled:
                    self.canvas.setLineWidth(0.5)
                    for x in edges:
                        self.canvas.line(x, self.y, x, self.y - high)
                    self.canvas.line(edges[0], self.y, edges[-1], self.y)
                    self.canvas.line(edges[0], self.y - high, edges[-1], self.y - high)
                self.y -= high
                at += room

        head()
        for what, cells in rows:
            if what == "wide":
                draw([self.broken(cells[0], xs[-1] - xs[0] - 2 * pad, "b", size)], ["b"], [xs[0], xs[-1]], True)
            elif what == "group":
                draw([[cells[0]], self.broken(cells[1], xs[-1] - xs[1] - 2 * pad, "b", size)], ["b", "b"], [xs[0], xs[1], xs[-1]], True)
            else:
                lines = [[l for part in c.split("¶") for l in self.broken(part.strip(), w - 2 * pad, "", size)] for c, w in zip(cells, widths)]
                draw(lines, [""] * len(widths), xs, keep_rows)
        self.y -= 8

    def save(self):
        self.canvas.save()


def pdf_letterhead(pages, issuer, number, where, vv=None, size=12, strong=1):
    left = [(line, "b" if n >= len(issuer) - strong else "") for n, line in enumerate(issuer)] + [("", ""), (number, "")]
    left += [(line, "") for line in pages.broken(f"V/v {vv}", 190, "", size)] if vv else []
    pages.columns(left, [(NATION[0], "b"), (NATION[1], "b"), ("", ""), (where, "i")], 0.4, size)
    pages.y -= 8


def pdf_closing(pages, recipients, signatory, gap=3, size=13):
    """Nơi nhận on the left, the signature on the right, not parted by a page."""
    lines = [*signatory[0], *[""] * gap, signatory[1]]
    if pages.y - 16 * max(len(lines), len(recipients) + 1) < pages.bottom:
        pages.turn()
    top = pages.y
    pages.y -= 14
    pages.put(pages.left, pages.y, "Nơi nhận:", "bi", 12)
    for r in recipients:
        pages.text("- " + r, "", 11, first=0, gap=0)
    low, pages.y = pages.y, top
    for line in lines:
        pages.y -= 16
        pages.put(pages.left + (pages.size[0] - pages.left - pages.right) * 0.74, pages.y, line, "b", size, "c")
    pages.y = min(low, pages.y) - 10


def pdf_titled(pages, *lines, issued=None, size=13):
    for line in lines:
        pages.text(line, "b", size, "c", gap=0)
    if issued:
        pages.text(issued, "i", size - 1, "c")
    pages.y -= 8


def pdf_front(pages, subject, authority, can_cu, articles, mark=". "):
    """A decision from its title to the last Điều."""
    pdf_titled(pages, "QUYẾT ĐỊNH", subject)
    pdf_titled(pages, authority)
    for line in can_cu:
        pages.text(line, "i")
    pdf_titled(pages, "QUYẾT ĐỊNH:")
    for no, texts in articles:
        for n, text in enumerate(texts):
            pages.text(f"Điều {no}{mark}{text}" if n == 0 else text)


def pdf_tree(pages, tree, table, size=13, first=28):
    for what, _, label, text in walk(tree):
        if what == "own":
            pages.text(label, "b", size, "c", gap=0)
            pages.text(text, "b", size, "c")
        elif what == "head":
            pages.text(f"{label} {text}", "b", size, first=first)
        elif what == "item":
            pages.text(f"{label} {text}", "", size, first=first)
        elif what == "text":
            pages.text(text, "", size, first=first)
        else:
            table(text)
