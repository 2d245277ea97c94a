"""The plan as DOCX by docxtpl: by_docxtpl.py TEMPLATE.docx DATA.json OUT.docx

With --template it makes the template instead (not measured). What the result lacks beside skh's: columns' widths, styles by
the decree, rows kept together, links, page numbers apart for the annex, the lines under names.
"""
import json, sys


def flat(sections, out):
    for section in sections:
        out.append({"heading": f"{section['label']}. {section['heading']}", "lines": section["text"],
                    "bases": section["holds"] == "legal_bases"})
        flat(section["children"], out)
    return out


def template(path):
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    doc = Document()
    doc.styles["Normal"].font.name = "Times New Roman"
    doc.styles["Normal"].font.size = Pt(14)
    page = doc.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Mm(30), Mm(15), Mm(20), Mm(20)
    head = doc.add_table(3, 2)
    for at, texts in enumerate([("{{ unit.superior }}", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                                ("{{ unit.name }}", "Độc lập - Tự do - Hạnh phúc"),
                                ("Số:      /{{ profile.symbol }}", "{{ profile.place }}, ngày    tháng    năm {{ year }}")]):
        for cell, text in zip(head.rows[at].cells, texts):
            cell.text = text
    doc.add_paragraph("KẾ HOẠCH\n{{ subject }}")
    for text in ["{%p for s in flat %}", "{{ s.heading }}", "{%p if s.bases %}", "{%p for b in legal_bases %}", "Căn cứ {{ b.in_full }};",
                 "{%p endfor %}", "{%p endif %}", "{%p for line in s.lines %}", "{{ line }}", "{%p endfor %}", "{%p endfor %}",
                 "Nơi nhận:", "{%p for r in profile.recipients %}", "- {{ r }};", "{%p endfor %}", "{{ profile.signatory.name }}"]:
        doc.add_paragraph(text)
    annex = doc.add_section()
    annex.orientation = WD_ORIENT.LANDSCAPE
    annex.page_width, annex.page_height = Mm(297), Mm(210)
    doc.add_paragraph("Phụ lục\nDANH MỤC NHIỆM VỤ, DỰ ÁN NĂM {{ year }}")
    fields = sys.argv[3].split(",")
    table = doc.add_table(4, len(fields), style="Table Grid")
    for at, field in enumerate(fields):
        table.rows[0].cells[at].text = "{{ columns[%d].title }}" % at
        table.rows[2].cells[at].text = "{{ t.%s or '' }}" % field
    table.rows[1].cells[0].text = "{%tr for t in tasks %}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    doc.save(path)


if sys.argv[1] == "--template":
    template(sys.argv[2])
else:
    from docxtpl import DocxTemplate

    plan = json.load(open(sys.argv[2], encoding="utf-8"))
    plan["flat"] = flat(plan["sections"], [])
    doc = DocxTemplate(sys.argv[1])
    doc.render(plan, autoescape=True)
    doc.save(sys.argv[3])
