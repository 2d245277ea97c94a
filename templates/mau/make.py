#!/usr/bin/env python3
"""Makes the built-in sample: the framework letter and the ministry's plan, as .docx.

    python3 -m venv V && V/bin/pip install python-docx && V/bin/python templates/mau/make.py

Both papers are invented, in our own words; numbers, dates and titles of the legal documents they cite are real.
The same input gives the same bytes: dates inside the files are fixed.
"""

import datetime
import io
import pathlib
import zipfile

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

HERE = pathlib.Path(__file__).parent
WHEN = datetime.datetime(2025, 1, 1)
MINISTRY = "BỘ KHOA HỌC VÀ CÔNG NGHỆ"


def paper(title):
    doc = Document()
    doc.core_properties.title = title
    doc.core_properties.comments = "Văn bản mẫu của phần mềm Soạn Kế Hoạch, không phải văn bản đã ban hành."
    doc.core_properties.author = "Soạn Kế Hoạch"
    doc.core_properties.created = doc.core_properties.modified = WHEN
    style = doc.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    style.paragraph_format.space_after = Pt(6)
    page(doc.sections[0])
    return doc


def page(section):
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)


def line(doc, text, bold=False, italic=False, centre=False, size=None):
    p = doc.add_paragraph()
    run = p.add_run(text)
    run.bold, run.italic = bold, italic
    if size:
        run.font.size = Pt(size)
    p.alignment = WD_ALIGN_PARAGRAPH.CENTER if centre else WD_ALIGN_PARAGRAPH.JUSTIFY
    if not centre:
        p.paragraph_format.first_line_indent = Mm(12.7)
    return p


def cell(cell, rows):
    for at, (text, bold, italic, size) in enumerate(rows):
        p = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        p.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = p.add_run(text)
        run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def letterhead(doc, number, place, subject=None):
    table = doc.add_table(rows=1, cols=2)
    left = [(MINISTRY, True, False, 13), ("Số: " + number, False, False, 13)]
    if subject:
        left.append(("V/v " + subject, False, False, 12))
    cell(table.cell(0, 0), left)
    cell(table.cell(0, 1), [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True, False, 13),
        ("Độc lập - Tự do - Hạnh phúc", True, False, 14),
        (place, False, True, 14),
    ])


def closing(doc, recipients, authority, name):
    table = doc.add_table(rows=1, cols=2)
    left = table.cell(0, 0)
    left.paragraphs[0].add_run("Nơi nhận:").bold = True
    for recipient in recipients:
        left.add_paragraph("- " + recipient)
    cell(table.cell(0, 1), [(text, True, False, 14) for text in authority + ["", "", "", name]])


def outline(doc, text):
    """One item a line: parts and their titles centred, headings bold, the rest as it is."""
    for item in text.strip().splitlines():
        item = item.strip()
        if not item:
            continue
        if item.startswith("# "):
            line(doc, item[2:], bold=True, centre=True)
        elif item.startswith("! "):
            line(doc, item[2:], bold=True)
        else:
            line(doc, item)


def new_page(doc):
    doc.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def save(doc, name):
    buffer = io.BytesIO()
    doc.save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(entry, date_time=(2025, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(entry))


def letter():
    doc = paper("Công văn và khung kế hoạch (mẫu)")
    letterhead(doc, "9901/BKHCN-TTCNTT", "Hà Nội, ngày 10 tháng 11 năm 2025",
               "xây dựng Kế hoạch chuyển đổi số năm 2026 của đơn vị")
    line(doc, "Kính gửi: Các đơn vị thuộc Bộ.", centre=True)
    outline(doc, LETTER)
    for number, task in enumerate(PRIORITIES, 1):
        line(doc, f"{number}. {task}")
    line(doc, "Đề nghị các đơn vị xây dựng Kế hoạch chuyển đổi số năm 2026 theo Khung kế hoạch gửi kèm, ban hành trước "
              "ngày 20/12/2025 và gửi một bản về Bộ (qua Trung tâm Công nghệ thông tin) để theo dõi.")
    line(doc, "Trân trọng./.")
    closing(doc, ["Như trên;", "Bộ trưởng (để b/c);", "Các Thứ trưởng;", "Lưu: VT, TTCNTT."],
            ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"], "Nguyễn Văn Mẫu")
    new_page(doc)
    line(doc, "KHUNG KẾ HOẠCH", bold=True, centre=True)
    line(doc, "CHUYỂN ĐỔI SỐ CỦA ĐƠN VỊ THUỘC BỘ NĂM 2026", bold=True, centre=True)
    line(doc, "(Kèm theo Công văn số 9901/BKHCN-TTCNTT ngày 10 tháng 11 năm 2025 của Bộ Khoa học và Công nghệ)",
         italic=True, centre=True)
    outline(doc, FRAMEWORK)
    save(doc, "cong-van-khung.docx")


def plan():
    doc = paper("Kế hoạch của Bộ (mẫu)")
    letterhead(doc, "9902/QĐ-BKHCN", "Hà Nội, ngày 15 tháng 12 năm 2025")
    line(doc, "QUYẾT ĐỊNH", bold=True, centre=True)
    line(doc, "Ban hành Kế hoạch chuyển đổi số và bảo đảm an toàn thông tin mạng của Bộ Khoa học và Công nghệ năm 2026",
         bold=True, centre=True)
    line(doc, "BỘ TRƯỞNG BỘ KHOA HỌC VÀ CÔNG NGHỆ", bold=True, centre=True)
    for basis in DECISION_BASES:
        line(doc, basis, italic=True)
    line(doc, "QUYẾT ĐỊNH:", bold=True, centre=True)
    outline(doc, ARTICLES)
    closing(doc, ["Như Điều 3;", "Bộ trưởng (để b/c);", "Cổng thông tin điện tử của Bộ;", "Lưu: VT, TTCNTT."],
            ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"], "Nguyễn Văn Mẫu")
    new_page(doc)
    line(doc, "KẾ HOẠCH", bold=True, centre=True)
    line(doc, "Chuyển đổi số và bảo đảm an toàn thông tin mạng của Bộ Khoa học và Công nghệ năm 2026",
         bold=True, centre=True)
    line(doc, "(Ban hành kèm theo Quyết định số 9902/QĐ-BKHCN ngày 15 tháng 12 năm 2025 của Bộ trưởng Bộ Khoa học và "
              "Công nghệ)", italic=True, centre=True)
    outline(doc, PLAN)
    section = doc.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    line(doc, "Phụ lục", bold=True, centre=True)
    line(doc, "DANH MỤC NHIỆM VỤ, DỰ ÁN CHUYỂN ĐỔI SỐ NĂM 2026", bold=True, centre=True)
    line(doc, "(Kèm theo Kế hoạch ban hành tại Quyết định số 9902/QĐ-BKHCN ngày 15 tháng 12 năm 2025 của Bộ trưởng Bộ "
              "Khoa học và Công nghệ)", italic=True, centre=True)
    annex(doc)
    save(doc, "ke-hoach-bo.docx")


def annex(doc):
    table = doc.add_table(rows=1, cols=7)
    table.style = "Table Grid"
    header = ["STT", "Tên nhiệm vụ, dự án", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện",
              "Sản phẩm dự kiến", "Căn cứ thực hiện"]
    for at, title in enumerate(header):
        cell(table.rows[0].cells[at], [(title, True, False, 12)])
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for label, title, tasks in TASKS:
        row = table.add_row().cells
        row[0].text = label
        joined = row[1].merge(row[6])
        joined.text = title
        joined.paragraphs[0].runs[0].bold = True
        for number, task in enumerate(tasks, 1):
            row = table.add_row().cells
            row[0].text = str(number)
            for at, text in enumerate(task, 1):
                row[at].text = text
    for row in table.rows:
        for c in row.cells:
            for p in c.paragraphs:
                for run in p.runs:
                    run.font.size = Pt(12)


LETTER = """
Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia; Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030;
Bộ Khoa học và Công nghệ đề nghị các đơn vị xây dựng kế hoạch chuyển đổi số năm 2026, lấy dữ liệu dùng chung làm trọng tâm, và ưu tiên các nhiệm vụ sau:
"""

PRIORITIES = [
    "Rà soát, chuẩn hóa dữ liệu do đơn vị quản lý và kết nối, chia sẻ dữ liệu qua nền tảng tích hợp của Bộ; không đề nghị người dân, doanh nghiệp nộp lại giấy tờ mà cơ quan nhà nước đã có.",
    "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính ngay khi tiếp nhận; nâng tỷ lệ hồ sơ nộp trực tuyến toàn trình.",
    "Bồi dưỡng kỹ năng số cho toàn thể công chức, viên chức; mỗi đơn vị có ít nhất một người được đào tạo chuyên sâu về phân tích dữ liệu.",
    "Hoàn thành việc phê duyệt cấp độ an toàn hệ thống thông tin đối với mọi hệ thống đang vận hành trong Quý II/2026.",
    "Triển khai chữ ký số cá nhân cho công chức, viên chức tham gia xử lý văn bản điện tử.",
    "Thử nghiệm trợ lý ảo hỗ trợ tra cứu văn bản và soạn thảo báo cáo, bảo đảm không đưa thông tin mật lên hệ thống bên ngoài.",
    "Rà soát, đưa vào dùng chung hạ tầng máy chủ; chuyển dần ứng dụng lên nền tảng điện toán đám mây của Bộ.",
    "Tổ chức các hoạt động thiết thực hưởng ứng Ngày Chuyển đổi số quốc gia năm 2026.",
]

FRAMEWORK = """
# Phần I
# ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NĂM 2025
Đơn vị đánh giá thẳng thắn kết quả năm 2025, nêu rõ việc đã xong, việc còn dở dang và nguyên nhân; số liệu phải đối chiếu được.
! I. TÌNH HÌNH THỰC HIỆN MỤC TIÊU NĂM 2025
So sánh từng mục tiêu đã đặt ra với mức đạt được; mục tiêu nào chưa đạt thì nêu hướng xử lý.
! II. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ NĂM 2025
! 1. Thể chế số
a) Kết quả đạt được:
b) Tồn tại, hạn chế:
! 2. Hạ tầng số
a) Kết quả đạt được:
b) Tồn tại, hạn chế:
! 3. Dữ liệu số
a) Kết quả đạt được:
b) Tồn tại, hạn chế:
! 4. An toàn thông tin mạng
a) Kết quả đạt được:
b) Tồn tại, hạn chế:
! 5. Kinh phí thực hiện
Nêu số kinh phí được giao, đã giải ngân và lý do nếu giải ngân chậm.
# Phần II
# NỘI DUNG KẾ HOẠCH
! I. CĂN CỨ LẬP KẾ HOẠCH
Đơn vị chọn những văn bản liên quan trực tiếp đến nhiệm vụ của mình, trong đó có:
- Luật Giao dịch điện tử số 20/2023/QH15 ngày 22 tháng 6 năm 2023;
- Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia;
- Nghị định số 85/2016/NĐ-CP ngày 01 tháng 7 năm 2016 của Chính phủ về bảo đảm an toàn hệ thống thông tin theo cấp độ;
- Nghị định số 47/2020/NĐ-CP ngày 09 tháng 4 năm 2020 của Chính phủ về quản lý, kết nối và chia sẻ dữ liệu số của cơ quan nhà nước;
- Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030;
- Quyết định số 505/QĐ-TTg ngày 22 tháng 4 năm 2022 của Thủ tướng Chính phủ về Ngày Chuyển đổi số quốc gia.
! II. MỤC TIÊU
Đặt mục tiêu đo được, gắn với chức năng của đơn vị và với mục tiêu của Bộ.
! III. NHIỆM VỤ
! 1. Nhận thức số
Nêu hoạt động tuyên truyền, phổ biến và việc hưởng ứng Ngày Chuyển đổi số quốc gia.
! 2. Thể chế số
Nêu văn bản, quy chế, quy trình đơn vị phải ban hành hoặc trình ban hành.
! 3. Hạ tầng số
Nêu nhu cầu về máy trạm, đường truyền, máy chủ; ưu tiên dùng hạ tầng chung của Bộ.
! 4. Dữ liệu số
Nêu cơ sở dữ liệu đơn vị xây dựng, chuẩn hóa, kết nối hoặc mở.
! 5. Nhân lực số
Nêu kế hoạch bồi dưỡng kỹ năng số và người phụ trách chuyển đổi số của đơn vị.
! 6. An toàn thông tin mạng
Nêu việc phê duyệt cấp độ, kiểm tra, diễn tập và khắc phục điểm yếu.
! 7. Chính phủ số
Nêu dịch vụ công trực tuyến, ứng dụng phục vụ chỉ đạo, điều hành.
! IV. GIẢI PHÁP
Nêu giải pháp về chỉ đạo, phối hợp, nguồn lực để thực hiện nhiệm vụ.
! V. KINH PHÍ THỰC HIỆN
Nêu tổng kinh phí dự kiến và nguồn.
! VI. TỔ CHỨC THỰC HIỆN
Nêu trách nhiệm của từng bộ phận trong đơn vị.
! VII. DANH MỤC NHIỆM VỤ, DỰ ÁN
Lập thành phụ lục; mỗi nhiệm vụ, dự án ghi rõ đơn vị chủ trì, mới hay chuyển tiếp, mục tiêu, thời gian, tổng mức đầu tư dự kiến và nguồn vốn./.
"""

DECISION_BASES = [
    "Căn cứ Luật Giao dịch điện tử số 20/2023/QH15 ngày 22 tháng 6 năm 2023;",
    "Căn cứ Luật An toàn thông tin mạng số 86/2015/QH13 ngày 19 tháng 11 năm 2015;",
    "Căn cứ Nghị định số 42/2022/NĐ-CP ngày 24 tháng 6 năm 2022 của Chính phủ quy định về việc cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước trên môi trường mạng;",
    "Căn cứ Quyết định số 942/QĐ-TTg ngày 15 tháng 6 năm 2021 của Thủ tướng Chính phủ phê duyệt Chiến lược phát triển Chính phủ điện tử hướng tới Chính phủ số giai đoạn 2021-2025, định hướng đến năm 2030;",
    "Theo đề nghị của Giám đốc Trung tâm Công nghệ thông tin.",
]

ARTICLES = """
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số và bảo đảm an toàn thông tin mạng của Bộ Khoa học và Công nghệ năm 2026.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Điều 3. Chánh Văn phòng Bộ, Giám đốc Trung tâm Công nghệ thông tin và Thủ trưởng các đơn vị thuộc Bộ chịu trách nhiệm thi hành Quyết định này./.
"""

PLAN = """
# Phần I
# ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NĂM 2025
Năm 2025, Bộ đã hoàn thành phần lớn nhiệm vụ đề ra. Việc chia sẻ dữ liệu giữa các đơn vị còn chậm; một số hệ thống thông tin chưa được phê duyệt cấp độ an toàn.
# Phần II
# NỘI DUNG KẾ HOẠCH
! I. CĂN CỨ LẬP KẾ HOẠCH
- Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia;
- Quyết định số 06/QĐ-TTg ngày 06 tháng 01 năm 2022 của Thủ tướng Chính phủ phê duyệt Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử phục vụ chuyển đổi số quốc gia giai đoạn 2022-2025, tầm nhìn đến năm 2030;
- Chỉ thị số 14/CT-TTg ngày 07 tháng 6 năm 2019 của Thủ tướng Chính phủ về việc tăng cường bảo đảm an toàn, an ninh mạng nhằm cải thiện chỉ số xếp hạng của Việt Nam.
! II. MỤC TIÊU
1. Ít nhất 85% hồ sơ thủ tục hành chính được nộp trực tuyến toàn trình.
2. 100% hệ thống thông tin đang vận hành được phê duyệt cấp độ an toàn trước ngày 30 tháng 6 năm 2026.
3. 100% cơ sở dữ liệu dùng chung của Bộ được kết nối qua nền tảng tích hợp, chia sẻ dữ liệu.
4. Ít nhất 90% công chức, viên chức được bồi dưỡng kỹ năng số trong năm.
! III. NHIỆM VỤ
! 1. Thể chế số
Rà soát, sửa đổi quy chế quản lý, khai thác các hệ thống thông tin dùng chung.
! 2. Hạ tầng số
Hợp nhất hạ tầng máy chủ của các đơn vị về trung tâm dữ liệu của Bộ.
! 3. Dữ liệu số
Hoàn thiện danh mục dữ liệu và công bố dữ liệu mở.
! 4. Nhân lực số
Bồi dưỡng theo vị trí việc làm.
! 5. An toàn thông tin mạng
Giám sát liên tục, diễn tập thực chiến hằng năm.
! IV. GIẢI PHÁP
1. Người đứng đầu đơn vị chịu trách nhiệm trực tiếp về kết quả chuyển đổi số của đơn vị.
2. Ưu tiên thuê dịch vụ; chỉ đầu tư mới khi nền tảng dùng chung không đáp ứng.
3. Công bố tiến độ của từng đơn vị hằng quý.
! V. KINH PHÍ THỰC HIỆN
Ngân sách nhà nước và các nguồn hợp pháp khác.
! VI. TỔ CHỨC THỰC HIỆN
! 1. Các đơn vị thuộc Bộ
a) Xây dựng kế hoạch của đơn vị trước ngày 20 tháng 12 năm 2025.
b) Báo cáo kết quả hằng quý về Trung tâm CNTT.
c) Cử người phụ trách chuyển đổi số và thông báo thay đổi trong vòng 05 ngày làm việc.
! 2. Trung tâm CNTT
a) Đôn đốc, tổng hợp tình hình thực hiện Kế hoạch, báo cáo Bộ trưởng hằng quý.
b) Vận hành các nền tảng dùng chung, hỗ trợ kỹ thuật cho các đơn vị.
c) Chủ trì kiểm tra việc tuân thủ quy định về an toàn thông tin.
! 3. Văn phòng Bộ
a) Đôn đốc việc cung cấp dịch vụ công trực tuyến.
b) Tổ chức tuyên truyền về chuyển đổi số trên Cổng thông tin điện tử của Bộ.
! 4. Vụ Kế hoạch - Tài chính
Cân đối, bố trí kinh phí; hướng dẫn lập dự toán và thanh quyết toán.
! VII. DANH MỤC NHIỆM VỤ, DỰ ÁN
Danh mục nhiệm vụ, dự án năm 2026 tại Phụ lục kèm theo.
"""

NQ57 = "Nghị quyết số 57-NQ/TW ngày 22/12/2024"
ND85 = "Nghị định số 85/2016/NĐ-CP ngày 01/7/2016"
ND47 = "Nghị định số 47/2020/NĐ-CP ngày 09/4/2020"
ND42 = "Nghị định số 42/2022/NĐ-CP ngày 24/6/2022"
ALL = "Các đơn vị thuộc Bộ"
IT = "Trung tâm CNTT"

TASKS = [
    ("I", "Thể chế số", [
        ("Sửa đổi Quy chế quản lý, vận hành và khai thác các hệ thống thông tin dùng chung của Bộ", IT, "Vụ Pháp chế", "Quý II/2026", "Quyết định của Bộ trưởng", NQ57),
        ("Trình Bộ trưởng ban hành Kế hoạch chuyển đổi số của Bộ năm 2027", IT, ALL, "Tháng 12/2026", "Dự thảo Kế hoạch", ""),
        ("Rà soát văn bản quy phạm pháp luật có quy định cản trở giao dịch điện tử", "Vụ Pháp chế", "Các đơn vị liên quan", "Hằng năm", "Báo cáo rà soát", "Luật Giao dịch điện tử số 20/2023/QH15"),
        ("Ban hành định mức chi cho hoạt động chuyển đổi số", "Vụ Kế hoạch - Tài chính", IT, "Năm 2026", "Văn bản hướng dẫn", ""),
        ("Rà soát, đơn giản hóa quy trình nội bộ trước khi đưa lên môi trường số", ALL, "", "Năm 2026", "Quy trình được phê duyệt", NQ57),
    ]),
    ("II", "Hạ tầng số", [
        ("Hợp nhất máy chủ của các đơn vị về trung tâm dữ liệu của Bộ", IT, ALL, "2025-2026", "Biên bản bàn giao, hệ thống vận hành ổn định", ""),
        ("Thuê đường truyền và dịch vụ điện toán đám mây dùng chung", IT, "", "Hằng năm", "Hợp đồng dịch vụ", ""),
        ("Thay thế máy trạm không còn được hỗ trợ cập nhật bản vá", "Các đơn vị thuộc Bộ (không bao gồm các đơn vị dùng chung trụ sở Bộ)", IT, "Năm 2026", "Máy trạm đạt yêu cầu", "Chỉ thị số 14/CT-TTg ngày 07/6/2019"),
        ("Bảo trì hệ thống hội nghị truyền hình tại trụ sở Bộ", IT, "Văn phòng Bộ", "Hằng năm", "Nhật ký bảo trì", ""),
    ]),
    ("III", "Phát triển dữ liệu số", [
        ("Hoàn thiện nền tảng tích hợp, chia sẻ dữ liệu cấp bộ và kết nối với nền tảng quốc gia", IT, ALL, "2025-2026", "Nền tảng được nâng cấp", ND47),
        ("Xây dựng danh mục dữ liệu dùng chung và danh mục dữ liệu mở của Bộ", IT, "Cục Thông tin KH&CN quốc gia", "Năm 2026", "Quyết định ban hành danh mục", ND47),
        ("Làm sạch, chuẩn hóa cơ sở dữ liệu quốc gia về khoa học và công nghệ", "Cục Thông tin KH&CN quốc gia", IT, "2024-2026", "Cơ sở dữ liệu đạt chuẩn", ND47),
        ("Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực", "Các đơn vị chủ trì cung cấp TTHC", "Văn phòng Bộ, Trung tâm CNTT", "Năm 2026", "Kho kết quả điện tử", ND42),
        ("Xây dựng kho học liệu và dữ liệu sáng chế phục vụ doanh nghiệp", "Cục Sở hữu trí tuệ", "", "Năm 2026", "Kho dữ liệu mở", ""),
    ]),
    ("IV", "Nhân lực số", [
        ("Bồi dưỡng kỹ năng phân tích dữ liệu cho công chức, viên chức", IT, "Vụ Tổ chức cán bộ", "Năm 2026", "Ít nhất 04 lớp", NQ57),
        ("Đưa tiêu chí kỹ năng số vào đánh giá, xếp loại hằng năm", "Vụ Tổ chức cán bộ", ALL, "Năm 2026", "Tiêu chí đánh giá", ""),
        ("Cử công chức, viên chức tham gia các khóa đào tạo về chuyển đổi số", ALL, "Vụ Tổ chức cán bộ", "Hằng năm", "Chứng nhận hoàn thành", ""),
    ]),
    ("V", "An toàn thông tin mạng", [
        ("Phê duyệt cấp độ an toàn hệ thống thông tin đối với các hệ thống đang vận hành", "Các đơn vị thuộc Bộ có hệ thống thông tin", IT, "Quý II/2026", "Quyết định phê duyệt cấp độ", ND85),
        ("Vận hành trung tâm giám sát an toàn thông tin của Bộ", IT, "", "Hằng năm", "Báo cáo giám sát hằng tháng", ND85),
        ("Tổ chức diễn tập thực chiến ứng cứu sự cố an toàn thông tin mạng", IT, ALL, "Quý III/2026", "Báo cáo kết quả diễn tập", ""),
        ("Kiểm tra việc tuân thủ quy định an toàn thông tin tại các đơn vị", IT, "Thanh tra Bộ, Văn phòng Bộ", "Hằng năm", "Báo cáo kết quả kiểm tra", ND85),
    ]),
    ("VI", "Chính phủ số", [
        ("Nâng cấp hệ thống thông tin giải quyết thủ tục hành chính của Bộ", IT, "Văn phòng Bộ", "2025-2026", "Hệ thống được nâng cấp", ND42),
        ("Tái cấu trúc quy trình, nâng tỷ lệ hồ sơ trực tuyến toàn trình", "Văn phòng Bộ; Trung tâm CNTT", "Các đơn vị chủ trì cung cấp TTHC", "Năm 2026", "Tỷ lệ đạt ít nhất 85%", ND42),
        ("Cấp và hướng dẫn sử dụng chữ ký số cá nhân cho công chức, viên chức", IT, ALL, "Năm 2026", "100% người xử lý văn bản có chữ ký số", ""),
        ("Thử nghiệm trợ lý ảo tra cứu văn bản và soạn thảo báo cáo", IT, "Văn phòng Bộ", "Năm 2026", "Báo cáo thử nghiệm", NQ57),
        ("Truyền thông về chuyển đổi số, hưởng ứng Ngày Chuyển đổi số quốc gia", "VnExpress; Tạp chí KH&CN Việt Nam", ALL, "Tháng 10/2026", "Tin, bài, sự kiện", "Quyết định số 505/QĐ-TTg ngày 22/4/2022"),
    ]),
]


if __name__ == "__main__":
    letter()
    plan()
