"""A ministry's decision whose whole annex lies in a layout table of one cell, the list of tasks a table inside it, and some cells hold a small table of their
own; “Biểu số 1”; labels by Word's styles (Heading with numbers I., 1., a)); footnote in the list; the header's words in capitals. DOCX, PDF."""
import copy

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from house import Tasks, base, outline, truth, walk
from word import closing, decision_front, fill, letterhead, new_docx, number_paragraph, numbering, para, save_docx, section, titled, to_pdf, widen

NAME = "nested-ministry"
SUBJECT = "Ban hành Kế hoạch kiểm soát thủ tục hành chính và chuyển đổi số năm 2027 của Bộ Khoa học và Công nghệ"
PLAN = "Kiểm soát thủ tục hành chính và chuyển đổi số năm 2027 của Bộ Khoa học và Công nghệ"
ISSUED = "(Kèm theo Quyết định số 3816/QĐ-BKHCN ngày 18/12/2026 của Bộ trưởng Bộ Khoa học và Công nghệ)"
CAN_CU = [
    "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục hành chính; các Nghị định sửa đổi, bổ sung số: 48/2013/NĐ-CP ngày 14/5/2013 và 92/2017/NĐ-CP ngày 07/8/2017;",
    "Căn cứ Nghị định số 55/2025/NĐ-CP ngày 02/3/2025 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Khoa học và Công nghệ;",
    "Căn cứ Nghị quyết số 66/NQ-CP ngày 26/3/2025 của Chính phủ về Chương trình cắt giảm, đơn giản hóa thủ tục hành chính liên quan đến hoạt động sản xuất, kinh doanh năm 2025 và 2026;",
    "Theo đề nghị của Chánh Văn phòng Bộ.",
]
BASES = [
    base("Nghị định", "63/2010/NĐ-CP", "2010-06-08", "Chính phủ", "về kiểm soát thủ tục hành chính"),
    base("Nghị định", "48/2013/NĐ-CP", "2013-05-14", None, None),
    base("Nghị định", "92/2017/NĐ-CP", "2017-08-07", None, None),
    base("Nghị định", "55/2025/NĐ-CP", "2025-03-02", "Chính phủ", "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Khoa học và Công nghệ"),
    base("Nghị quyết", "66/NQ-CP", "2025-03-26", "Chính phủ",
         "về Chương trình cắt giảm, đơn giản hóa thủ tục hành chính liên quan đến hoạt động sản xuất, kinh doanh năm 2025 và 2026"),
]
ARTICLES = [
    (1, ["Ban hành kèm theo Quyết định này Kế hoạch kiểm soát thủ tục hành chính và chuyển đổi số năm 2027 của Bộ Khoa học và Công nghệ."]),
    (2, ["Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành."]),
    (3, ["Chánh Văn phòng Bộ, Thủ trưởng các đơn vị thuộc Bộ và tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./."]),
]
RECIPIENTS = ["Như Điều 3;", "Bộ trưởng và các Thứ trưởng;", "Cục Kiểm soát TTHC, VPCP;", "Cổng TTĐT Bộ;", "Lưu: VT, VP(KSTT)."]
SIGNATORY = (["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"], "Lâm Quốc Bảo Khôi")
TREE = outline("""
I. |# MỤC TIÊU
  1. |# Mục tiêu chung
    = Thủ tục nào không còn cần thiết thì bãi bỏ; thủ tục còn lại làm trọn trên môi trường điện tử.
  2. |# Chỉ tiêu
    a) |: Bãi bỏ hoặc đơn giản hóa 30% thủ tục;
    b) |: 80% hồ sơ nộp trực tuyến toàn trình;
    c) |: 100% hồ sơ trễ hạn có thư xin lỗi.
II. |# NỘI DUNG
  1. |# Rà soát, đánh giá
    a) |: Lập danh mục thủ tục có dưới 10 hồ sơ một năm để đề xuất bãi bỏ;
    b) |: Tính chi phí tuân thủ trước và sau khi cắt giảm.
  2. |# Công bố, công khai
    = Công bố chậm nhất 20 ngày trước khi văn bản có hiệu lực.
III. |# TỔ CHỨC THỰC HIỆN
  1. |# Văn phòng Bộ
    = Kiểm tra ít nhất 08 đơn vị trong năm.
  2. |# Các đơn vị thuộc Bộ
    = Báo cáo quý trước ngày 16 của tháng cuối quý.
BIỂU SỐ 1 |^ NHIỆM VỤ KIỂM SOÁT THỦ TỤC HÀNH CHÍNH VÀ CHUYỂN ĐỔI SỐ
  % tasks
""")
TASKS = Tasks(["STT", "NỘI DUNG CÔNG VIỆC", "ĐƠN VỊ CHỦ TRÌ", "ĐƠN VỊ PHỐI HỢP", "THỜI GIAN HOÀN THÀNH", "SẢN PHẨM ĐẦU RA"],
              ["no", "name", "lead", "coordinating", "time", "product"], """
* I | RÀ SOÁT, CẮT GIẢM
1 | Lập danh mục thủ tục nội bộ cần cắt giảm | Văn phòng Bộ | Vụ Pháp chế | Tháng 02/2027 | Danh mục được phê duyệt
2 | Tính chi phí tuân thủ của 25 thủ tục | Các Cục quản lý chuyên ngành | Văn phòng Bộ, Viện Chiến lược | Quý II/2027 | 25 biểu tính
3 | Trình sửa đổi 04 thông tư | Vụ Pháp chế | Cục Viễn thông¶Cục Tần số vô tuyến điện | Trước ngày 15/10/2027 | 04 thông tư
* II | ĐIỆN TỬ HÓA
4 | Tái cấu trúc quy trình cấp giấy phép bưu chính | Vụ Bưu chính | Trung tâm Công nghệ thông tin | 30/6/2027 | Quy trình mới trên Cổng
5 | Kết nối kho dữ liệu tổ chức, cá nhân | Trung tâm Công nghệ thông tin | Văn phòng Bộ; C06 | Quý III/2027 | API hoạt động
6 | Ký số kết quả cấp phép tần số | Cục Tần số vô tuyến điện | Trung tâm Chứng thực điện tử quốc gia | Tháng 4/2027 | 100% giấy phép điện tử
* III | KIỂM TRA, TRUYỀN THÔNG
7 | Kiểm tra công vụ đột xuất | Văn phòng Bộ | Vụ Tổ chức cán bộ | Mỗi quý 02 đơn vị | 08 biên bản
8 | Phóng sự về cải cách thủ tục sở hữu trí tuệ | Báo VnExpress | Cục Sở hữu trí tuệ | Quý IV | 06 phóng sự
""")


def make():
    doc = new_docx(size=13)
    letterhead(doc, ["BỘ KHOA HỌC VÀ CÔNG NGHỆ"], "Số: 3816 /QĐ-BKHCN", "Hà Nội, ngày 18 tháng 12 năm 2026")
    decision_front(doc, SUBJECT, "BỘ TRƯỞNG BỘ KHOA HỌC VÀ CÔNG NGHỆ", CAN_CU, ARTICLES)
    closing(doc, RECIPIENTS, SIGNATORY)
    titled(doc, "KẾ HOẠCH", PLAN, issued=ISSUED, page=True)
    make_number = numbering(doc, [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")], 567, "space")
    num = make_number()
    for n, style in enumerate(("Heading 1", "Heading 2")):  # numbers come by the style
        ppr = doc.styles[style].element.get_or_add_pPr()
        ppr.insert(0, parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{n}"/><w:numId w:val="{num}"/></w:numPr>'))
        rpr = doc.styles[style].element.get_or_add_rPr()
        for child in list(rpr):
            rpr.remove(child)
        rpr.append(parse_xml(f'<w:b {nsdecls("w")}/>'))
    for what, depth, label, text in walk(TREE):
        if what == "own":
            break
        p = para(doc, text, align="j", indent=0 if label else 1)
        if label.endswith(")"):
            number_paragraph(p, num, 2)
        elif label:
            p.style = doc.styles[f"Heading {depth + 1}"]
            p.paragraph_format.keep_with_next = True
    section(doc, True)
    para(doc, "", size=2)
    frame = doc.add_table(rows=1, cols=1)
    widen(frame, [24.6])
    outer = frame.rows[0].cells[0]
    for n, (text, bold, italic) in enumerate([("BIỂU SỐ 1", True, False), ("NHIỆM VỤ KIỂM SOÁT THỦ TỤC HÀNH CHÍNH VÀ CHUYỂN ĐỔI SỐ", True, False), (ISSUED, False, True)]):
        p = outer.paragraphs[0] if n == 0 else outer.add_paragraph()
        p.alignment = 1
        run = p.add_run(text)
        run.bold, run.italic = bold, italic
    inner = outer.add_table(rows=1, cols=6)
    inner.style = "Table Grid"
    for cell, text in zip(inner.rows[0].cells, TASKS.columns):
        fill(cell, text, bold=True, align="c", size=11)
    for what, cells in TASKS.rows:
        row = inner.add_row().cells
        if what == "group":
            fill(row[0], cells[0], bold=True, align="c", size=11)
            fill(row[1].merge(row[5]), cells[1], bold=True, size=11)
            continue
        for n, (cell, text) in enumerate(zip(row, cells)):
            if "¶" in text:  # units of a cell in a small table of their own
                small = cell.add_table(rows=0, cols=1)
                for part in text.split("¶"):
                    fill(small.add_row().cells[0], part.strip(), size=11)
                cell._tc.remove(cell.paragraphs[0]._p)
                if cell._tc[-1].tag != qn("w:p"):
                    cell.add_paragraph()
            elif text:
                fill(cell, text, size=11)
    widen(inner, [1.4, 7.2, 4.4, 4.6, 3.1, 3.6])
    outer.add_paragraph()
    save_docx(doc, NAME)
    to_pdf(NAME)
    without = copy.copy(TREE)
    without.items = TREE.items[:-1]
    truth(NAME, number="3816/QĐ-BKHCN", date="2026-12-18", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, other_tree=without, articles=ARTICLES, bases=BASES, tasks=TASKS,
          reading={"kind": "decision", "issuer": ["BỘ KHOA HỌC VÀ CÔNG NGHỆ"], "place": "Hà Nội", "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Kế hoạch", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["The annex lies in a table of one cell, the list in a table inside it, the units of task 3 in a table inside that.",
                 "“BIỂU SỐ 1” may be a node of the outline or only the title of the list.",
                 "Numbers I., 1. come by the styles Heading 1 and 2, a) by the paragraph. Three decrees share the first Căn cứ."])


if __name__ == "__main__":
    make()
