"""A ministry's decision and programme: tasks I.1, I.2, II.1 under groups I, II in a landscape list of many pages with a header of two rows that repeats, lead
units over several rows, rows cut by the page's end; Chương I with 1., 1.1.. PDF printed from HTML, DOCX."""
from html import escape

import web
from house import Tasks, base, outline, truth
from word import body, closing, decision_front, deep_table, letterhead, new_docx, save_docx, section, titled

NAME = "energy-programme"
SUBJECT = "Phê duyệt Chương trình số hóa lưới điện, quản lý nhu cầu điện giai đoạn 2027 - 2030"
PLAN = "Số hóa lưới điện, quản lý nhu cầu điện giai đoạn 2027 - 2030"
ISSUED = "(Kèm theo Quyết định số 3655/QĐ-BCT ngày 15 tháng 12 năm 2026 của Bộ trưởng Bộ Công Thương)"
CAN_CU = [
    "Căn cứ Luật Điện lực số 61/2024/QH15 ngày 30 tháng 11 năm 2024;",
    "Căn cứ Quyết định số 768/QĐ-TTg ngày 15/4/2025 của Thủ tướng Chính phủ phê duyệt điều chỉnh Quy hoạch phát triển điện lực quốc gia thời kỳ 2021 - 2030, tầm nhìn đến năm 2050;",
    "Căn cứ Chỉ thị số 20/CT-TTg ngày 08 tháng 6 năm 2023 của Thủ tướng Chính phủ về việc tăng cường tiết kiệm điện giai đoạn 2023 - 2025 và các năm tiếp theo;",
    "Xét đề nghị của Cục trưởng Cục Điện lực.",
]
BASES = [
    base("Luật", "61/2024/QH15", "2024-11-30", None, "Luật Điện lực"),
    base("Quyết định", "768/QĐ-TTg", "2025-04-15", "Thủ tướng Chính phủ",
         "phê duyệt điều chỉnh Quy hoạch phát triển điện lực quốc gia thời kỳ 2021 - 2030, tầm nhìn đến năm 2050"),
    base("Chỉ thị", "20/CT-TTg", "2023-06-08", "Thủ tướng Chính phủ", "về việc tăng cường tiết kiệm điện giai đoạn 2023 - 2025 và các năm tiếp theo"),
]
ARTICLES = [
    (1, ["Phê duyệt Chương trình số hóa lưới điện, quản lý nhu cầu điện giai đoạn 2027 - 2030 (sau đây gọi là Chương trình) với các nội dung tại Phụ lục kèm theo."]),
    (2, ["Cục Điện lực chủ trì, đôn đốc; định kỳ tháng 12 hằng năm báo cáo Bộ trưởng.", "Tập đoàn Điện lực Việt Nam bố trí vốn của doanh nghiệp để thực hiện."]),
    (3, ["Quyết định này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2027. Thủ trưởng các đơn vị liên quan chịu trách nhiệm thi hành./."]),
]
RECIPIENTS = ["Như Điều 3;", "Thủ tướng Chính phủ, các PTTg;", "UBND các tỉnh, TP trực thuộc TW;", "EVN, NSMO;", "Lưu: VT, ĐL(2)."]
SIGNATORY = (["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"], "Phùng Đại Nghĩa")
TREE = outline("""
Chương I |^ MỤC TIÊU
  1. |# Mục tiêu chung
    = Lưới điện tự phát hiện, cô lập sự cố; khách hàng biết mức dùng điện từng giờ.
  2. |# Mục tiêu cụ thể
    2.1. |: Đến năm 2028: 100% trạm 110 kV không người trực.
    2.2. |: Đến năm 2030: giảm 3.000 MW công suất đỉnh.
Chương II |^ GIẢI PHÁP
  1. |# Cơ chế, chính sách
    1.1. |: Giá điện hai thành phần cho khách hàng lớn.
    1.2. |: Khuyến khích pin lưu trữ sau công tơ.
  2. |# Công nghệ
    2.1. |: Chuẩn dữ liệu lưới điện thống nhất.
    2.2. |: An ninh mạng hệ thống điều độ.
Phụ lục |^ NHIỆM VỤ CỦA CHƯƠNG TRÌNH
  % tasks
""")
TASKS = Tasks(["STT", "Nhiệm vụ", "Phân công: Cơ quan chủ trì", "Phân công: Cơ quan phối hợp", "Tiến độ", "Sản phẩm", "Ghi chú"],
              ["no", "name", "lead", "coordinating", "time", "product", "note"], """
* I | CƠ CHẾ, CHÍNH SÁCH
I.1 | Thông tư về giá điện hai thành phần, có thí điểm với khách hàng sử dụng trên 200.000 kWh/tháng | Cục Điện lực | EVN; Hiệp hội Năng lượng Việt Nam | Quý II/2027 | Thông tư | Đã có đề cương
I.2 | Cơ chế khuyến khích lắp pin lưu trữ sau công tơ | Cục Điện lực | Bộ Tài chính | Quý IV/2027 | Quyết định của Thủ tướng |
I.3 | Quy định chia sẻ dữ liệu công tơ | Vụ Pháp chế | Bộ Công an và Bộ Khoa học và Công nghệ | 2028 | Thông tư | Bảo vệ dữ liệu cá nhân
* II | LƯỚI ĐIỆN
II.1 | Không người trực tại 100% trạm 110 kV, gồm cả các trạm của khách hàng | EVN | Các tổng công ty điện lực | 31/12/2028 | 1.250 trạm |
II.2 | Tự động hóa mạch vòng trung áp | EVN | Các công ty điện lực tỉnh | 2027 - 2030 | 9.000 mạch vòng | Vốn vay
II.3 | Công tơ điện tử đo xa cho các xã đảo, biên giới | EVN | UBND các tỉnh | Trước 30/6/2029 | 800.000 công tơ |
II.4 | Đội bay kiểm tra đường dây 500 kV | Tổng công ty Truyền tải điện quốc gia | Bộ Quốc phòng | Quý III/2027 | 40 thiết bị bay |
II.5 | Kho dữ liệu lưới điện | NSMO | EVN; các đơn vị phát điện | 2028 | Kho dữ liệu |
* III | PHÍA NGƯỜI DÙNG ĐIỆN
III.1 | Ứng dụng xem điện theo giờ | EVN | | Quý I/2028 | 20 triệu tài khoản |
III.2 | Điều chỉnh phụ tải tự nguyện tại khu công nghiệp | Cục Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công | Ban quản lý các khu công nghiệp | Hằng năm | 3.000 MW năm 2030 | Có hợp đồng mẫu
III.3 | Dán nhãn năng lượng điện tử | Cục Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công | Cục Quản lý thị trường | 01/7/2028 | Mã QR trên 12 nhóm hàng |
III.4 | Kiểm toán năng lượng từ xa cho 500 tòa nhà | Sở Công Thương các tỉnh | Trường Đại học Điện lực | 2029 | 500 báo cáo |
""")
STYLE = """.list td, .list th { padding: 9pt 4pt } .list { font-size: 12pt } .list tr { break-inside: auto }"""


def listed(tasks):
    """Two header rows, neighbours with the same lead under one cell."""
    out = ["<thead><tr><th rowspan=2>STT</th><th rowspan=2>Nhiệm vụ</th><th colspan=2>Phân công</th><th rowspan=2>Tiến độ</th><th rowspan=2>Sản phẩm</th>"
           "<th rowspan=2>Ghi chú</th></tr><tr><th>Cơ quan chủ trì</th><th>Cơ quan phối hợp</th></tr></thead>"]
    rows = tasks.rows
    for n, (what, cells) in enumerate(rows):
        if what == "group":
            out.append(f"<tr><td><b>{cells[0]}</b></td><td colspan=6><b>{cells[1]}</b></td></tr>")
            continue
        same = lambda k: 0 <= k < len(rows) and rows[k][0] == "task" and rows[k][1][2] == cells[2]
        span = 0
        if not same(n - 1):
            span = 1
            while same(n + span):
                span += 1
        tds = [f"<td{f' rowspan={span}' if k == 2 else ''}>{escape(c)}</td>" for k, c in enumerate(cells) if k != 2 or span]
        out.append(f"<tr>{''.join(tds)}</tr>")
    cols = "".join(f'<col style="width:{w}%">' for w in (6, 28, 16, 18, 11, 12, 9))
    return f'<table class="list">{cols}{"".join(out)}</table>'


def make():
    doc = new_docx(size=13)
    letterhead(doc, ["BỘ CÔNG THƯƠNG"], "Số: 3655/QĐ-BCT", "Hà Nội, ngày 15 tháng 12 năm 2026")
    decision_front(doc, SUBJECT, "BỘ TRƯỞNG BỘ CÔNG THƯƠNG", CAN_CU, ARTICLES)
    closing(doc, RECIPIENTS, SIGNATORY)
    titled(doc, "CHƯƠNG TRÌNH", PLAN, issued=ISSUED, page=True)

    def own(label, text):
        if label == "Phụ lục":
            section(doc, True)
        titled(doc, label, text)
    heads = ["STT", "Nhiệm vụ", ("Phân công", ["Cơ quan chủ trì", "Cơ quan phối hợp"]), "Tiến độ", "Sản phẩm", "Ghi chú"]
    body(doc, TREE, lambda _: deep_table(doc, TASKS, heads, [1.5, 7.4, 4.2, 4.6, 2.8, 2.8, 2], 11, down=(2,)), own)
    save_docx(doc, NAME)
    inside = web.tree(TREE, lambda _: listed(TASKS))
    head, tail = inside.split('<p class="c b">Phụ lục</p>')
    web.save(NAME, [web.letterhead(["BỘ CÔNG THƯƠNG"], "Số: 3655/QĐ-BCT", "Hà Nội, ngày 15 tháng 12 năm 2026"), web.titled("QUYẾT ĐỊNH", SUBJECT),
                    web.titled("BỘ TRƯỞNG BỘ CÔNG THƯƠNG"), *[web.p(t, "i") for t in CAN_CU], web.titled("QUYẾT ĐỊNH:"),
                    *[web.p(f"Điều {n}. {t}" if k == 0 else t) for n, ts in ARTICLES for k, t in enumerate(ts)], web.closing(RECIPIENTS, SIGNATORY),
                    '<div class="new"></div>', web.titled("CHƯƠNG TRÌNH", PLAN, issued=ISSUED), head,
                    '<div class="wide"><p class="c b">Phụ lục</p>', tail, "</div>"], STYLE)
    truth(NAME, number="3655/QĐ-BCT", date="2026-12-15", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, articles=ARTICLES, bases=BASES, tasks=TASKS,
          reading={"kind": "decision", "issuer": ["BỘ CÔNG THƯƠNG"], "place": "Hà Nội", "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Chương trình", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["Tasks are I.1, II.1 as printed, under groups I to III. Leads over several rows hold for each of them, over a page's end too.",
                 "Điều 2 has two paragraphs."])


if __name__ == "__main__":
    make()
