"""A state group's plan whose letterhead, number and date stand in drawn text boxes (as WPS Writer leaves them); one annex with two lists (“Biểu số 1”, “Biểu
số 2”) with “Lộ trình”, “Nguồn lực”; Phần, Mục, 1, a, dashes. DOCX; PDF drawn without any rule, its header repeated."""
from docx.oxml import parse_xml

from drawn import Pages, pdf_closing, pdf_letterhead, pdf_titled, pdf_tree
from house import NATION, Tasks, base, outline, truth, wide
from word import body, closing, new_docx, para, save_docx, section, tasks_table, titled

NAME = "gas-group"
SUBJECT = "Chuyển đổi số và bảo đảm an toàn thông tin năm 2027 của Tổng công ty Khí Việt Nam"
ISSUER = ["TẬP ĐOÀN CÔNG NGHIỆP - NĂNG LƯỢNG", "QUỐC GIA VIỆT NAM", "TỔNG CÔNG TY KHÍ VIỆT NAM - CTCP"]
PREAMBLE = [
    "Căn cứ Luật Doanh nghiệp số 59/2020/QH14 ngày 17 tháng 6 năm 2020;",
    "Căn cứ Luật An ninh mạng ngày 10 tháng 12 năm 2025;",
    "Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị; Nghị quyết số 3/NQ-CP ngày 09/01/2025 của Chính phủ;",
    "Căn cứ Nghị quyết số 1822/NQ-KVN ngày 30/10/2026 của Hội đồng quản trị về kế hoạch sản xuất kinh doanh năm 2027;",
    "Tổng công ty ban hành Kế hoạch với các nội dung chính như sau:",
]
BASES = [
    base("Luật", "59/2020/QH14", "2020-06-17", None, "Luật Doanh nghiệp"),
    base("Luật", None, "2025-12-10", None, "Luật An ninh mạng"),
    base("Nghị quyết", "57-NQ/TW", "2024-12-22", "Bộ Chính trị", None),
    base("Nghị quyết", "3/NQ-CP", "2025-01-09", "Chính phủ", None),
    base("Nghị quyết", "1822/NQ-KVN", "2026-10-30", "Hội đồng quản trị", "về kế hoạch sản xuất kinh doanh năm 2027"),
]
RECIPIENTS = ["HĐQT, BKS (để b/c);", "Tổng giám đốc, các Phó Tổng giám đốc;", "Các ban, chi nhánh, công ty con;", "Lưu: VT, CNTT-CĐS."]
SIGNATORY = (["KT. TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC"], "Mai Quốc Tuấn Kha")
TREE = outline("""
Phần thứ nhất. |# BỐI CẢNH VÀ KẾT QUẢ NĂM 2026
  I. |# Bối cảnh
    = Giá khí biến động, sản lượng khai thác các mỏ cũ giảm; yêu cầu tối ưu chi phí vận hành ngày càng cao.
  II. |# Kết quả
    1. |: Đã đưa vào vận hành bản sao số của Nhà máy xử lý khí Dinh Cố.
    2. |: Giảm 11% thời gian dừng thiết bị ngoài kế hoạch.
Phần thứ hai. |# KẾ HOẠCH NĂM 2027
  I. |# Mục tiêu
    1. |# Về vận hành
      a) |: 100% trạm phân phối khí được giám sát từ xa;
      b) |: thời gian phát hiện rò rỉ dưới 60 giây;
      c) |: sai số giao nhận khí không quá 0,3%.
    2. |# Về quản trị
      a) |: 95% quy trình nội bộ chạy trên nền tảng số;
      b) |: báo cáo tài chính tháng hoàn thành trong 03 ngày làm việc.
  II. |# Nhiệm vụ, giải pháp
    1. |# Tổ chức, con người
      - |: Mỗi đơn vị thành lập nhóm dữ liệu từ 03 đến 05 người.
      - |: Gắn kết quả chuyển đổi số với tiền lương của người đứng đầu.
    2. |# Công nghệ
      - |: Tách mạng điều khiển với mạng văn phòng.
      - |: Không mua phần mềm khi chưa có đánh giá của Ban CNTT-CĐS.
  III. |# Kinh phí
    = Tổng nhu cầu 268 tỷ đồng, chi tiết tại Phụ lục.
Phần thứ ba. |# TỔ CHỨC THỰC HIỆN
  I. |# Ban CNTT-CĐS
    = Đầu mối tổng hợp; trình sơ kết quý trong 10 ngày đầu của quý sau.
  II. |# Các chi nhánh, công ty con
    = Ban hành kế hoạch của đơn vị trong 30 ngày kể từ ngày ký Kế hoạch này.
Phụ lục 01 |^ DANH MỤC NHIỆM VỤ VÀ NGUỒN LỰC
  = Biểu số 1. Nhiệm vụ do cơ quan Tổng công ty thực hiện
  % first
  = Biểu số 2. Nhiệm vụ giao các đơn vị thành viên
  % second
""")
COLUMNS, FIELDS = ["STT", "Hạng mục công việc", "Đầu mối", "Phối hợp", "Lộ trình", "Kết quả cần đạt"], ["no", "name", "lead", "coordinating", "time", "result"]
FIRST = Tasks(COLUMNS, FIELDS, """
* I | Dữ liệu và nền tảng
1 | Kho dữ liệu vận hành tập trung | Ban CNTT-CĐS | Ban Vận hành, Ban Kỹ thuật | Quý I - Quý III/2027 | 24 nguồn dữ liệu
2 | Thay hệ thống quản lý bảo dưỡng | Ban Kỹ thuật | Ban CNTT-CĐS | Tháng 3 - 11/2027 | Áp dụng tại 05 nhà máy
3 | Chữ ký số cho hợp đồng mua bán khí | Ban Thương mại | Ban Pháp chế; Ban Kế toán | Quý II/2027 | 100% hợp đồng mới
* II | An toàn thông tin
4 | Tách mạng điều khiển tại Nhà máy Cà Mau | Ban An toàn | Công ty Khí Cà Mau | Trước 31/8/2027 | Biên bản nghiệm thu
5 | Giám sát mã độc 24/7 | Ban CNTT-CĐS | Đơn vị cung cấp dịch vụ | Cả năm | Báo cáo tháng
6 | Kiểm tra nhà thầu truy cập từ xa | Ban An toàn | Ban CNTT-CĐS và các chi nhánh | 02 đợt: tháng 4, tháng 10 | 02 báo cáo
""")
SECOND = Tasks(["STT", "Nhiệm vụ", "Đơn vị thực hiện", "Lộ trình", "Nguồn lực"], ["no", "name", "lead", "time", "funding"], """
1 | Cảm biến rò rỉ trên tuyến ống Phú Mỹ - Nhơn Trạch | Công ty Vận chuyển Khí Đông Nam Bộ | Quý I đến Quý IV | 41 tỷ đồng, 06 kỹ sư
2 | Cân tự động kho chứa LPG Thị Vải | Công ty Kho cảng Thị Vải | Hoàn thành 30/6/2027 | 7,5 tỷ đồng
3 | Đào tạo lại 120 công nhân vận hành | Trường Cao đẳng Dầu khí | Hai khóa, Quý II và Quý III | 2,1 tỷ đồng
4 | Ứng dụng gọi gas, đổi bình | Công ty Kinh doanh LPG | 9/2027 | Thuê ngoài
""")
NUMBER, WHERE = "Số: 2260/KH-KVN", "TP. Hồ Chí Minh, ngày 25 tháng 11 năm 2026"
BOX = ('<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
       'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
       'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" '
       'simplePos="0" relativeHeight="{n}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
       '<wp:posOffset>{x}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV><wp:extent cx="{cx}" cy="{cy}"/>'
       '<wp:wrapTopAndBottom/><wp:docPr id="{n}" name="Hộp {n}"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
       '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
       '<a:noFill/></wps:spPr><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>')


def box(doc, n, lines, x, y, cx, cy):
    inner = "".join(f'<w:p><w:pPr><w:spacing w:after="0"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="23"/></w:rPr><w:t>{text}</w:t></w:r></w:p>'
                    for text, bold in lines)
    doc.element.body.insert(n - 1, parse_xml(BOX.format(n=n, x=x, y=y, cx=cx, cy=cy, inner=inner)))


def make():
    doc = new_docx(size=13)
    box(doc, 1, [(ISSUER[0], False), (ISSUER[1], False), (ISSUER[2], True), (NUMBER, False)], -600000, 500000, 3000000, 1000000)
    box(doc, 2, [(NATION[0], True), (NATION[1], True), (WHERE, False)], 2450000, 500000, 3500000, 1000000)
    titled(doc, "KẾ HOẠCH", SUBJECT)
    for text in PREAMBLE:
        para(doc, text, align="j", indent=1)
    state = {"closed": False}

    def own(label, text):
        closing(doc, RECIPIENTS, SIGNATORY)
        section(doc, True)
        titled(doc, label, text, issued="(Kèm theo Kế hoạch số 2260/KH-KVN ngày 25/11/2026)")
        state["closed"] = True
    body(doc, TREE, lambda name: tasks_table(doc, FIRST, [1.3, 7.4, 4, 5, 3.4, 3.6], 12) if name == "first"
         else tasks_table(doc, SECOND, [1.3, 8.4, 6, 4.5, 4.5], 12), own)
    save_docx(doc, NAME)

    pages = Pages(NAME, number="bottom")
    pdf_letterhead(pages, ISSUER, NUMBER, WHERE, size=10)
    pdf_titled(pages, "KẾ HOẠCH", SUBJECT)
    for text in PREAMBLE:
        pages.text(text)
    import copy
    front, annex = copy.copy(TREE), copy.copy(TREE)
    front.items, annex.items = TREE.items[:-1], TREE.items[-1].items
    pdf_tree(pages, front, None)
    pdf_closing(pages, RECIPIENTS, SIGNATORY)
    pages.turn((842, 595))
    pdf_titled(pages, "Phụ lục 01", "DANH MỤC NHIỆM VỤ VÀ NGUỒN LỰC", issued="(Kèm theo Kế hoạch số 2260/KH-KVN ngày 25/11/2026)")
    pdf_tree(pages, annex, lambda name: pages.table(FIRST.columns, wide(FIRST).rows, [36, 205, 115, 135, 110, 110], 11, ruled=False, keep_rows=True, gap=7)
             if name == "first" else pages.table(SECOND.columns, SECOND.rows, [36, 230, 170, 140, 130], 11, ruled=False, keep_rows=True, gap=7))
    pages.save()
    truth(NAME, number="2260/KH-KVN", date="2026-11-25", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=[FIRST, SECOND],
          reading={"kind": "plan", "issuer": ["TẬP ĐOÀN CÔNG NGHIỆP - NĂNG LƯỢNG QUỐC GIA VIỆT NAM", "TỔNG CÔNG TY KHÍ VIỆT NAM - CTCP"], "place": "TP. Hồ Chí Minh",
                   "title": {"kind": "Kế hoạch", "subject": SUBJECT}, "attachment": None, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["In the DOCX the letterhead stands in two text boxes anchored before the title; the PDF has no rules at all.",
                 "One annex, two lists under “Biểu số 1.”, “Biểu số 2.”; “Nguồn lực” is read as what the task is paid from.",
                 "One law is cited by its date alone; “3/NQ-CP” has one digit."])


if __name__ == "__main__":
    make()
