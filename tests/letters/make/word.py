"""Papers as DOCX: paragraphs, letterhead, front and closing, outline, task tables, Word's lists and footnotes; NAME.docx to PDF."""
import re

from house import NATION, OUT, walk


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
