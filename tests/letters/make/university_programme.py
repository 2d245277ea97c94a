"""A university's decision and plan with a table of contents, headings by style, letterhead by tabs, fields, links, a content control, a stamp in a
text box, comments, line breaks inside titles; two task tables under headings of their own. DOCX, PDF."""
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from house import NATION, Tasks, base, outline, truth, walk
from word import closing, new_docx, para, save_docx, section, tasks_table, titled, to_pdf

NAME = "university-programme"
SUBJECT = "Về việc ban hành Chương trình chuyển đổi số của Trường Đại học Thủy sản Nha Trang giai đoạn 2026-2030"
PLAN = "Chuyển đổi số của Trường Đại học Thủy sản Nha Trang giai đoạn 2026-2030"
ISSUED = "(Ban hành kèm theo Quyết định số 1288/QĐ-ĐHTSNT ngày 30/10/2025 của Hiệu trưởng Trường Đại học Thủy sản Nha Trang)"
CAN_CU = [
    "Căn cứ Luật Giáo dục đại học ngày 18 tháng 6 năm 2012; Luật sửa đổi, bổ sung một số điều của Luật Giáo dục đại học số 34/2018/QH14 ngày 19 tháng 11 năm 2018;",
    "Căn cứ Nghị quyết số 71-NQ/TW ngày 22/8/2025 của Bộ Chính trị về đột phá phát triển giáo dục và đào tạo;",
    "Căn cứ Quyết định 131/QĐ-TTg ngày 25-01-2022 của Thủ tướng Chính phủ phê duyệt Đề án “Tăng cường ứng dụng công nghệ thông tin và chuyển đổi số trong giáo dục và đào tạo giai đoạn 2022 - 2025, định hướng đến năm 2030”;",
    "Căn cứ Nghị quyết số 27/NQ-HĐT ngày 17/10/2025 của Hội đồng Trường;",
    "Xét đề nghị của Giám đốc Trung tâm Công nghệ thông tin.",
]
BASES = [
    base("Luật", None, "2012-06-18", None, "Luật Giáo dục đại học"),
    base("Luật", "34/2018/QH14", "2018-11-19", None, "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục đại học"),
    base("Nghị quyết", "71-NQ/TW", "2025-08-22", "Bộ Chính trị", "về đột phá phát triển giáo dục và đào tạo"),
    base("Quyết định", "131/QĐ-TTg", "2022-01-25", "Thủ tướng Chính phủ", "phê duyệt Đề án “Tăng cường ứng dụng công nghệ thông tin và chuyển đổi số trong giáo dục và đào tạo giai đoạn 2022 - 2025, định hướng đến năm 2030”"),
    base("Nghị quyết", "27/NQ-HĐT", "2025-10-17", "Hội đồng Trường", None),
]
ARTICLES = [
    (1, ["Ban hành kèm theo Quyết định này Chương trình chuyển đổi số của Trường Đại học Thủy sản Nha Trang giai đoạn 2026-2030."]),
    (2, ["Quyết định có hiệu lực kể từ ngày ký. Các kế hoạch trước đây trái với Quyết định này đều bãi bỏ."]),
    (3, ["Trưởng các Khoa, Phòng, Viện, Trung tâm, toàn thể viên chức và người học chịu trách nhiệm thi hành Quyết định này./."]),
]
RECIPIENTS = ["Bộ GD&ĐT (b/c);", "Hội đồng Trường (b/c);", "Như Điều 3;", "Lưu: VT, TTCNTT."]
SIGNATORY = (["HIỆU TRƯỞNG"], "PGS.TS. Vũ Hữu Khiêm")
TREE = outline("""
PHẦN THỨ NHẤT |^ THỰC TRẠNG CHUYỂN ĐỔI SỐ CỦA TRƯỜNG
  I. |# HẠ TẦNG VÀ DỮ LIỆU
    1. |# Hạ tầng
      = Trường có 02 cơ sở, 148 phòng học, trong đó 61 phòng có thiết bị ghi hình. Băng thông dùng chung 3 Gbps, giờ cao điểm thường nghẽn.
    2. |# Dữ liệu
      = Dữ liệu người học nằm ở 05 phần mềm, mã sinh viên không thống nhất trước khóa 58.
  II. |# ĐÀO TẠO VÀ NGHIÊN CỨU
    1. |# Đào tạo trực tuyến
      = 214 học phần có bài giảng điện tử; 12 học phần dạy hoàn toàn trực tuyến.
    2. |# Nghiên cứu
      = Kho tri thức số có 9.300 tài liệu, phần lớn là luận văn.
  III. |# ĐÁNH GIÁ CHUNG
    - |: Điểm mạnh: đội ngũ trẻ, gắn với doanh nghiệp thủy sản.
    - |: Điểm yếu: dữ liệu phân tán, thiếu người làm dữ liệu.
PHẦN THỨ HAI |^ MỤC TIÊU, NHIỆM VỤ GIAI ĐOẠN 2026-2030
  I. |# MỤC TIÊU
    1. |# Mục tiêu chung
      = Đến năm 2030, Trường là đại học số trong lĩnh vực thủy sản, kinh tế biển.
    2. |# Mục tiêu cụ thể
      a) |: 100% học phần có học liệu số; 25% khối lượng chương trình dạy trực tuyến;
      b) |: một định danh cho mỗi người học, từ khi nhập học đến khi làm việc;
      c) |: 60% đề tài có dữ liệu mở;
      d) |: mức độ sẵn sàng chuyển đổi số đạt từ 80/100 điểm.
  II. |# NHIỆM VỤ
    1. |# Dạy và học số
      1.1. |# Học liệu
        = Xây dựng 300 học phần số; ưu tiên nuôi trồng, chế biến, khai thác.
      1.2. |# Mô phỏng
        = Phòng mô phỏng buồng lái tàu cá, trại nuôi tuần hoàn.
    2. |# Quản trị số
      = Hợp nhất 05 phần mềm thành một nền tảng; bỏ bảng điểm giấy từ năm học 2027-2028.
    3. |# Nghiên cứu số
      = Dữ liệu hải dương, nguồn lợi được chia sẻ với các viện.
PHẦN THỨ BA |^ TỔ CHỨC THỰC HIỆN
  I. |# NGUỒN LỰC
    = 68 tỷ đồng, từ nguồn thu sự nghiệp (40 tỷ đồng), dự án vốn vay (20 tỷ đồng) và tài trợ (08 tỷ đồng).
  II. |# PHÂN CÔNG
    1. |: Ban Chỉ đạo họp hai tháng một lần.
    2. |: Trung tâm Công nghệ thông tin là thường trực.
    3. |: Các Khoa báo cáo vào tuần cuối của học kỳ.
PHỤ LỤC |^ DANH MỤC NHIỆM VỤ
  A. |# NHIỆM VỤ NĂM 2026
    % first
  B. |# NHIỆM VỤ GIAI ĐOẠN 2027-2030
    % second
""")
COLUMNS = ["TT", "Nhiệm vụ", "Đơn vị đầu mối", "Đơn vị phối hợp", "Thời gian", "Sản phẩm"]
FIELDS = ["no", "name", "lead", "coordinating", "time", "product"]
IT = "Trung tâm Công nghệ thông tin"
FIRST = Tasks(COLUMNS, FIELDS, f"""
1 | Hợp nhất mã người học | {IT} | Phòng Đào tạo; Phòng Công tác sinh viên | Quý II/2026 | Một bộ mã duy nhất
2 | Nâng băng thông lên 10 Gbps | {IT} | Phòng Kế hoạch - Tài chính | Trước 15/8/2026 | Đường truyền mới tại 02 cơ sở
3 | Sản xuất 60 học phần số | Phòng Đào tạo | Các Khoa | Năm học 2026-2027 | 60 học phần được nghiệm thu
4 | Quy chế dạy học trực tuyến | Phòng Đào tạo | Phòng Thanh tra - Pháp chế | Quý I/2026 | Quyết định ban hành
5 | Chữ ký số cho 320 giảng viên | {IT} | Phòng Tổ chức - Hành chính | Quý I/2026 | 320 chứng thư
6 | Phòng mô phỏng buồng lái tàu cá | Viện Khoa học và Công nghệ khai thác thủy sản | Phòng Quản trị thiết bị | Quý IV/2026 | Phòng thực hành
7 | Kho dữ liệu hải dương | Viện Nghiên cứu biển | Thư viện | Quý IV/2026 | 12 bộ dữ liệu mở
8 | Bồi dưỡng kỹ năng AI cho giảng viên | Phòng Tổ chức - Hành chính | {IT} | Hè 2026 | 10 lớp
""")
SECOND = Tasks(COLUMNS, FIELDS, f"""
1 | Nền tảng quản trị đại học thống nhất | {IT} | Các Phòng | 2027-2028 | Thay thế 05 phần mềm
2 | 240 học phần số còn lại | Phòng Đào tạo | Các Khoa | 2027-2030 | 240 học phần
3 | Bảng điểm, văn bằng số | Phòng Đào tạo | {IT} | Từ năm học 2027-2028 | Bỏ bảng điểm giấy
4 | Trại nuôi tuần hoàn mô phỏng | Viện Nuôi trồng thủy sản | Doanh nghiệp tài trợ | 2028 | Mô hình số
5 | Thư viện số liên kết 07 trường | Thư viện | Các trường đối tác | 2027-2029 | Cổng tra cứu chung
6 | Tuyển, đào tạo 08 kỹ sư dữ liệu | Phòng Tổ chức - Hành chính | {IT} | Hằng năm | 02 người/năm
7 | Kiểm định mức độ chuyển đổi số | Phòng Đảm bảo chất lượng và Khảo thí | {IT} | 2028; 2030 | Báo cáo tự đánh giá
8 | Tổng kết Chương trình | {IT} | Các đơn vị | Quý IV/2030 | Báo cáo tổng kết
""")


def field(p, instruction, shown):
    """A field as Word keeps it: its instruction is no text, its last result is."""
    for kind in ("begin", None, "separate", "shown", "end"):
        run = p.add_run(shown if kind == "shown" else "")
        if kind is None:
            text = OxmlElement("w:instrText")
            text.set(qn("xml:space"), "preserve")
            text.text = f" {instruction} "
            run._r.append(text)
        elif kind != "shown":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def link(p, text, address):
    ident = p.part.relate_to(address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True)
    p._p.append(parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{ident}"><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:hyperlink>'))


def tab_line(doc, left, right, bold=False, italic=False):
    p = para(doc, "")
    p.paragraph_format.space_after = Pt(0)
    p.paragraph_format.tab_stops.add_tab_stop(Cm(3), WD_TAB_ALIGNMENT.CENTER)
    p.paragraph_format.tab_stops.add_tab_stop(Cm(11.3), WD_TAB_ALIGNMENT.CENTER)
    for text, face in ((f"\t{left}", bold), (f"\t{right}", bold and not italic)):
        run = p.add_run(text)
        run.bold, run.font.size = face or None, Pt(11.5)
        run.italic = (italic and text.endswith(right)) or None


def contents(doc):
    titled(doc, "MỤC LỤC", page=True)
    page = 3
    for n, (what, depth, label, text) in enumerate(walk(TREE)):
        if what not in ("own", "head") or depth > 1:
            continue
        p = para(doc, "", size=12)
        p.paragraph_format.left_indent = Cm(0.6 * depth)
        p.paragraph_format.tab_stops.add_tab_stop(Cm(15.8), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        p.add_run(f"{label} {text}\t")
        field(p, f"PAGEREF _Toc{n} \\h", str(page + n // 14))


def mark(p, runs, name):
    """A bookmark around these runs."""
    ident = 1 + len(p.part.element.findall(f".//{qn('w:bookmarkStart')}"))
    runs[0]._r.addprevious(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="{ident}" w:name="{name}"/>'))
    runs[-1]._r.addnext(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{ident}"/>'))


def headed(doc, text, level, name):
    p = doc.add_heading("", level)
    for n, part in enumerate(text.split("\n")):
        run = p.add_run(part)
        run.font.name, run.font.size, run.font.color.rgb, run.bold = "Times New Roman", Pt(13), RGBColor(0, 0, 0), True
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:asciiTheme"), "")
        del run._r.rPr.rFonts.attrib[qn("w:asciiTheme")]
        if n == 0 and "\n" in text:
            run.add_break()
    mark(p, p.runs, name)
    return p


def stamp(p):
    """“HỎA TỐC” in a text box, as Word's older drawings have it."""
    p._p.append(parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape type="#_x0000_t202" style="position:absolute;margin-left:330pt;margin-top:6pt;width:90pt;height:24pt">'
        '<v:textbox><w:txbxContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>HỎA TỐC</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>'))


def controlled(p):
    """Puts a paragraph into a content control."""
    control = parse_xml(f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="Căn cứ"/></w:sdtPr><w:sdtContent/></w:sdt>')
    p._p.addprevious(control)
    control[-1].append(p._p)


def make():
    doc = new_docx(size=13)
    head = doc.sections[0].header.paragraphs[0]
    head.text = "Chương trình chuyển đổi số 2026-2030 - trang "
    field(head, "PAGE", "1")
    tab_line(doc, "BỘ GIÁO DỤC VÀ ĐÀO TẠO", NATION[0])
    tab_line(doc, "TRƯỜNG ĐẠI HỌC THỦY SẢN", NATION[1], bold=True)
    tab_line(doc, "NHA TRANG", "", bold=True)
    tab_line(doc, "Số: 1288/QĐ-ĐHTSNT", "Khánh Hòa, ngày 30 tháng 10 năm 2025", italic=True)
    stamp(para(doc, ""))
    titled(doc, "QUYẾT ĐỊNH", SUBJECT)
    titled(doc, "HIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC THỦY SẢN NHA TRANG")
    for n, text in enumerate(CAN_CU):
        p = para(doc, text, italic=True, align="j", indent=1)
        if n == 1:
            controlled(p)
        if n == 3:
            doc.add_comment(p.runs, text="Kiểm tra lại số nghị quyết, bản trước ghi 25/NQ-HĐT.", author="P. TC-HC", initials="TC")
    titled(doc, "QUYẾT ĐỊNH:")
    for no, (text,) in ARTICLES:
        para(doc, f"Điều {no}. ", bold=True, align="j", indent=1).add_run(text).bold = False
    closing(doc, RECIPIENTS, SIGNATORY)
    contents(doc)
    titled(doc, "CHƯƠNG TRÌNH", page=True)
    title = para(doc, "", align="c")
    for part in ("Chuyển đổi số của Trường Đại học Thủy sản", "Nha Trang giai đoạn 2026-2030"):
        run = title.add_run(part)
        run.bold = True
        if part != "Nha Trang giai đoạn 2026-2030":
            run.add_break()
    para(doc, ISSUED, italic=True, align="c")
    for n, (what, depth, label, text) in enumerate(walk(TREE)):
        if what == "own":
            if label == "PHỤ LỤC":
                section(doc, True)
            headed(doc, f"{label}\n{text}", 1, f"_Toc{n}").alignment = 1
            if label == "PHỤ LỤC":
                para(doc, ISSUED, italic=True, align="c")
        elif what == "head":
            headed(doc, f"{label} {text}", min(depth + 1, 4), f"_Toc{n}")
        elif what == "table":
            tasks_table(doc, FIRST if text == "first" else SECOND, [1.2, 7, 5.4, 5, 3, 4], 11)
        elif "05 phần mềm" in text:  # the first is a bookmark, the second refers to it
            before, after = text.split("05 phần mềm")
            p = para(doc, before, align="j", indent=1)
            if before.startswith("Dữ liệu"):
                mark(p, [p.add_run("05 phần mềm")], "so_phan_mem")
            else:
                field(p, "REF so_phan_mem \\h", "05 phần mềm")
            p.add_run(after)
        elif text.startswith("Kho tri thức số"):
            p = para(doc, "", align="j", indent=1)
            link(p, "Kho tri thức số", "https://example.vn/kho")
            p.add_run(text.removeprefix("Kho tri thức số"))
        else:
            para(doc, f"{label} {text}".strip(), align="j", indent=1)
    save_docx(doc, NAME)
    to_pdf(NAME)
    truth(NAME, number="1288/QĐ-ĐHTSNT", date="2025-10-30", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, articles=ARTICLES, bases=BASES,
          tasks=[FIRST, SECOND],
          reading={"kind": "decision", "place": "Khánh Hòa", "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Chương trình", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["The table of contents repeats the headings with page numbers: it is no outline. “HỎA TỐC” is a stamp, the comment no text.",
                 "A law of 2012 is cited by its date only, the law that amends it by number: one numbered căn cứ. 131/QĐ-TTg has its date with hyphens.",
                 "Two task tables under A. and B. of the Phụ lục, each counted from 1, without groups. The title of the Chương trình is broken by a line feed."])


if __name__ == "__main__":
    make()
