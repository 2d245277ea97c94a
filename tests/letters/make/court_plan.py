"""A high court's plan as an editor on the web writes it: paragraphs and tables inside content controls, one run a word, no styles, blanks doubled, blanks
that do not break; its task table has no column of numbers. DOCX, PDF."""
import copy

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from house import Tasks, base, outline, truth
from word import body, closing, letterhead, new_docx, para, save_docx, section, tasks_table, titled, to_pdf

NAME = "court-plan"
SUBJECT = "Xây dựng Tòa án điện tử năm 2027 của Tòa án nhân dân thành phố Đồng Nai"
PREAMBLE = [
    "Căn cứ Luật Tổ chức Tòa án nhân dân số 34/2024/QH15 ngày 24/6/2024 (được sửa đổi, bổ sung năm 2025);",
    "Căn cứ Nghị quyết số 33/2021/QH15 ngày 12 tháng 11 năm 2021 của Quốc hội về tổ chức phiên tòa trực tuyến;",
    "Thực hiện Kế hoạch số 214/KH-TANDTC ngày 18-9-2026 của Tòa án nhân dân tối cao về chuyển đổi số Tòa án nhân dân năm 2027;",
    "Tòa án nhân dân thành phố Đồng Nai xây dựng kế hoạch với các nội dung sau đây:",
]
BASES = [
    base("Luật", "34/2024/QH15", "2024-06-24", None, "Luật Tổ chức Tòa án nhân dân"),
    base("Nghị quyết", "33/2021/QH15", "2021-11-12", "Quốc hội", "về tổ chức phiên tòa trực tuyến"),
    base("Kế hoạch", "214/KH-TANDTC", "2026-09-18", "Tòa án nhân dân tối cao", "về chuyển đổi số Tòa án nhân dân năm 2027"),
]
RECIPIENTS = ["Tòa án nhân dân tối cao (để báo cáo);", "Chánh án, các Phó Chánh án;", "Các Tòa chuyên trách, Phòng, TAND khu vực;", "Lưu: VP, TCCB."]
SIGNATORY = (["CHÁNH ÁN"], "Vi Thị Hồng Ngân")
TREE = outline("""
I. |# MỤC ĐÍCH, YÊU CẦU
  1. |# Mục đích
    - |: Rút ngắn thời gian giải quyết, xét xử; giảm chi phí đi lại của đương sự.
    - |: Bảo đảm mọi bản án, quyết định được công bố đúng hạn.
  2. |# Yêu cầu
    - |: Việc gì phần mềm làm được thì không lập sổ giấy song song.
    - |: Kết quả phải đo được bằng số liệu trích từ hệ thống.
II. |# CHỈ TIÊU
  1. |: Tối thiểu 60% đơn khởi kiện, đơn yêu cầu được tiếp nhận trực tuyến.
  2. |: 100% hồ sơ vụ án thụ lý mới được số hóa ngay khi thụ lý.
  3. |: Tổ chức ít nhất 250 phiên tòa trực tuyến.
III. |# NHIỆM VỤ CỤ THỂ
  = Danh mục nhiệm vụ tại Phụ lục kèm theo Kế hoạch này.
IV. |# KINH PHÍ
  = Sử dụng dự toán chi thường xuyên được giao và kinh phí của Đề án xây dựng Tòa án điện tử.
V. |# TỔ CHỨC THỰC HIỆN
  1. |# Văn phòng
    = Là đầu mối theo dõi; báo cáo Chánh án trước ngày 20 tháng cuối quý.
  2. |# Tòa án nhân dân khu vực
    = Cử một Thẩm phán và một Thư ký làm đầu mối; gửi danh sách trước ngày 10/01/2027.
""")
TASKS = Tasks(["Nội dung công việc", "Đầu mối", "Đơn vị cùng thực hiện", "Kết quả đầu ra", "Tiến độ"], ["name", "lead", "coordinating", "result", "time"], """
Ban hành quy trình tiếp nhận đơn khởi kiện trực tuyến | Văn phòng | Tòa Dân sự; Tòa Kinh tế | Quyết định của Chánh án | Tháng 02/2027
Lắp đặt thiết bị cho 06 phòng xử án trực tuyến | Phòng Tổ chức - Hậu cần | TAND khu vực 1, 3 và 5 | 06 phòng xử án | Quý II/2027
Số hóa hồ sơ lưu trữ các năm 2015 - 2019 | Phòng Lưu trữ | TAND khu vực | 41.000 hồ sơ | Quý I đến Quý IV
Sử dụng trợ lý ảo Thẩm phán khi soạn dự thảo bản án | Tòa Hình sự | Tòa Dân sự¶Tòa Hành chính | 100% Thẩm phán sử dụng | Thường xuyên
Kết nối hệ thống quản lý án với cơ quan điều tra, viện kiểm sát | Văn phòng | Công an thành phố, VKSND thành phố | Biên bản kết nối | Trước 30/9/2027
Bồi dưỡng kỹ năng thu thập, đánh giá chứng cứ điện tử | Phòng Tổ chức - Hậu cần | Học viện Tòa án | 02 lớp, 160 người | Tháng 4 và tháng 8/2027
Kiểm tra việc công bố bản án trên Cổng thông tin | Phòng Giám đốc, kiểm tra | | Báo cáo kiểm tra | Hằng quý
Thay thế máy trạm quá 07 năm sử dụng | Phòng Tổ chức - Hậu cần | Văn phòng | 85 máy tính | Quý III/2027
Thí điểm biên bản phiên tòa bằng giọng nói | TAND khu vực 1 | Văn phòng | Báo cáo đánh giá | Quý IV/2027
""")


def by_words(p):
    """One run a word, as some editors save; the blank is a run of its own."""
    for run in list(p.findall(qn("w:r"))):
        text = run.find(qn("w:t"))
        if text is None or not text.text or run.find(qn("w:tab")) is not None:
            continue
        last = run
        for n, word in enumerate(text.text.split(" ")):
            for piece in ([" ", word] if n else [word]):
                new = copy.deepcopy(run)
                new.find(qn("w:t")).text = piece
                new.find(qn("w:t")).set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                last.addnext(new)
                last = new
        p.remove(run)


def wrap_sdt(element, n):
    sdt = parse_xml(f'<w:sdt {nsdecls("w")}><w:sdtPr><w:id w:val="{7000 + n}"/><w:tag w:val="goog_rdk_{n}"/></w:sdtPr><w:sdtContent/></w:sdt>')
    element.addprevious(sdt)
    sdt.find(qn("w:sdtContent")).append(element)


def make():
    doc = new_docx(size=13)
    letterhead(doc, ["TÒA ÁN NHÂN DÂN TỐI CAO", "TÒA ÁN NHÂN DÂN", "THÀNH PHỐ ĐỒNG NAI"], "Số: 19/KH-TA", "Đồng Nai, ngày 05 tháng 11 năm 2026", strong=2)
    titled(doc, "KẾ HOẠCH", SUBJECT)
    for text in PREAMBLE:
        para(doc, text.replace("ngày 24/6", "ngày\u00a024/6").replace("tháng 11", " tháng\u00a011"), align="j", indent=1)
    body(doc, TREE)
    closing(doc, RECIPIENTS, SIGNATORY)
    section(doc, True)
    titled(doc, "PHỤ LỤC", "DANH MỤC NHIỆM VỤ", issued="(Kèm theo Kế hoạch số 19/KH-TA ngày 05 tháng 11 năm 2026)")
    tasks_table(doc, TASKS, [8, 4.5, 4.5, 4, 3.7], 12)
    top = doc.element.body
    for n, element in enumerate(list(top)):
        if element.tag == qn("w:p"):
            by_words(element)
        if element.tag in (qn("w:p"), qn("w:tbl")) and n % 3 == 1 and element.find(f".//{qn('w:sectPr')}") is None:
            wrap_sdt(element, n)
    save_docx(doc, NAME)
    to_pdf(NAME)
    annex = outline("PHỤ LỤC |^ DANH MỤC NHIỆM VỤ").items[0]
    other = copy.copy(TREE)
    TREE.items.append(annex)
    other.items = TREE.items[:-1]
    truth(NAME, number="19/KH-TA", date="2026-11-05", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, other_tree=other, bases=BASES, tasks=TASKS,
          reading={"kind": "plan", "issuer": ["TÒA ÁN NHÂN DÂN TỐI CAO", "TÒA ÁN NHÂN DÂN", "THÀNH PHỐ ĐỒNG NAI"], "place": "Đồng Nai",
                   "title": {"kind": "Kế hoạch", "subject": SUBJECT}, "attachment": None, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["The table has no column of numbers: a task's no is null, tasks are compared in their order.",
                 "Content controls hold every third paragraph and table. 10/01/2027 belongs to a duty, the plan has no deadline."])


if __name__ == "__main__":
    make()
