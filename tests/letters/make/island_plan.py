"""A special zone's plan: date and number on one line, three lines of authority; list without column rules (only
zebra shading) over two pages, groups A. to C. in capitals at the left. DOCX; PDF printed from HTML."""
import web
from house import NATION, Tasks, base, outline, truth, wide
from word import body, closing, letterhead, new_docx, para, save_docx, section, tasks_table, titled

NAME = "island-plan"
SUBJECT = "Triển khai Nghị quyết số 57-NQ/TW trên địa bàn đặc khu Phú Quý năm 2027"
PREAMBLE = [
    "Căn cứ Kế hoạch số 512/KH-UBND ngày 17 tháng 12 năm 2026 của Ủy ban nhân dân tỉnh Lâm Đồng về triển khai Nghị quyết số 57-NQ/TW năm 2027;",
    "Căn cứ Chương trình số 04-CTr/ĐU ngày 09/9/2025 của Đảng ủy đặc khu;",
    "Thực hiện Thông báo kết luận số 88-TB/ĐU ngày 20.12.2026 của Thường trực Đảng ủy, UBND đặc khu Phú Quý xây dựng Kế hoạch với những nội dung chủ yếu sau:",
]
BASES = [
    base("Kế hoạch", "512/KH-UBND", "2026-12-17", "Ủy ban nhân dân tỉnh Lâm Đồng", "về triển khai Nghị quyết số 57-NQ/TW năm 2027"),
    base("Chương trình", "04-CTr/ĐU", "2025-09-09", "Đảng ủy đặc khu", None),
    base("Thông báo kết luận", "88-TB/ĐU", "2026-12-20", "Thường trực Đảng ủy", None),
]
RECIPIENTS = ["UBND tỉnh;", "Sở Khoa học và Công nghệ;", "TT ĐU, HĐND đặc khu;", "CT, PCT UBND đặc khu;", "Các phòng, đơn vị;", "Lưu: VT, VHXH."]
SIGNATORY = (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Ngô Tấn Đảo")
TREE = outline("""
A. |# MỤC TIÊU
  - |: Phủ sóng 5G tại 03 khu dân cư đông nhất.
  - |: 75% ngư dân có thiết bị giám sát hành trình dùng ứng dụng báo bão.
  - |: 100% hồ sơ khám chữa bệnh được liên thông với bệnh viện tuyến tỉnh.
B. |# NHIỆM VỤ
  I. |# Hạ tầng
    1. |: Kéo thêm một tuyến cáp quang dự phòng từ đất liền.
    2. |: Lắp 12 trạm phát sóng dùng điện mặt trời.
  II. |# Kinh tế số
    1. |: Truy xuất nguồn gốc hải sản; bán vé tàu trực tuyến.
    2. |: Quản lý lưu trú, rác thải du lịch bằng ứng dụng.
  III. |# An ninh, an toàn
    1. |: Tuyên truyền phòng, chống lừa đảo tới từng chủ tàu.
C. |# KINH PHÍ
  = Ngân sách đặc khu 6,8 tỷ đồng; doanh nghiệp viễn thông đầu tư trạm phát sóng.
D. |# TỔ CHỨC THỰC HIỆN
  1. |: Phòng Văn hóa - Xã hội là cơ quan thường trực.
  2. |: Các đơn vị báo cáo trước ngày 10 tháng cuối quý qua trục liên thông văn bản.
Phụ lục số 01 |^ NHIỆM VỤ CỤ THỂ NĂM 2027
  % tasks
""")
TASKS = Tasks(["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Hoàn thành", "Kết quả", "Kinh phí (triệu đồng)"],
              ["no", "name", "lead", "coordinating", "time", "result", "budget"], """
* A | HẠ TẦNG
1 | Khảo sát tuyến cáp quang dự phòng | Phòng Kinh tế, Hạ tầng và Đô thị | VNPT Lâm Đồng | 28/02/2027 | Báo cáo khảo sát | 150
2 | Xin cấp đất đặt 12 trạm phát sóng | Phòng Kinh tế, Hạ tầng và Đô thị | Viettel, MobiFone | Quý I | 12 vị trí | 0
3 | Điện mặt trời cho Trung tâm Phục vụ hành chính công | Văn phòng HĐND và UBND | Điện lực Phú Quý | 30/4/2027 | Hệ thống 20 kWp | 420
4 | Nâng cấp đài truyền thanh thông minh | Phòng Văn hóa - Xã hội | Các thôn | Quý II | 31 cụm loa | 960
* B | KINH TẾ SỐ
5 | Bán vé tàu cao tốc bằng căn cước điện tử | Ban Quản lý cảng | Các hãng tàu; Đồn Biên phòng Phú Quý | Trước dịp 30/4 | 100% vé điện tử | 300
6 | Nhật ký khai thác điện tử cho tàu trên 15 m | Phòng Kinh tế, Hạ tầng và Đô thị | Chi cục Thủy sản | Cả năm | 240 tàu | 480
7 | Mã QR truy xuất cá mú, tôm hùm | Hội Nông dân | Hợp tác xã nuôi biển | 15/9/2027 | 35 lồng bè | 180
8 | Thu phí rác qua tài khoản | Phòng Văn hóa - Xã hội | Ngân hàng Nông nghiệp | Từ tháng 3 | 70% hộ | 40
9 | Bản đồ du lịch số | Phòng Văn hóa - Xã hội | Đoàn Thanh niên và các cơ sở lưu trú | Quý III | 60 điểm | 210
* C | Y TẾ, GIÁO DỤC, AN TOÀN
10 | Khám bệnh từ xa với Bệnh viện đa khoa tỉnh | Trung tâm Quân dân y | Sở Y tế | Hằng tuần | 50 ca/tháng | 350
11 | Phòng học tương tác cho trường trung học | Trường THPT Ngô Quyền | Sở Giáo dục và Đào tạo | Trước năm học mới | 06 phòng | 1.800
12 | Sao lưu dữ liệu hành chính về đất liền | Văn phòng HĐND và UBND | Trung tâm Dữ liệu tỉnh | Hằng ngày | Nhật ký sao lưu | 120
13 | Tập huấn phòng, chống lừa đảo cho chủ tàu | Công an đặc khu | Đồn Biên phòng Phú Quý | 6 lớp/năm | 600 lượt người | 90
""")
STYLE = """.zebra { width: 100%; border-collapse: collapse; font-size: 10.5pt } .zebra td, .zebra th { padding: 3pt 5pt; text-align: left; vertical-align: top }
.zebra tr:nth-child(even) { background: #e8e8e8 }"""


def make():
    doc = new_docx(size=14)
    letterhead(doc, ["ỦY BAN NHÂN DÂN", "ĐẶC KHU PHÚ QUÝ"], "Số: 06/KH-UBND", "Phú Quý, ngày 06 tháng 01 năm 2027", strong=2)
    titled(doc, "KẾ HOẠCH", SUBJECT)
    for text in PREAMBLE:
        para(doc, text, align="j", indent=1)

    def own(label, text):
        closing(doc, RECIPIENTS, SIGNATORY)
        section(doc, True)
        titled(doc, label, text, issued="(Kèm theo Kế hoạch số 06/KH-UBND ngày 06 tháng 01 năm 2027 của UBND đặc khu Phú Quý)")
    body(doc, TREE, lambda _: tasks_table(doc, wide(TASKS), [1.2, 7, 4.6, 4.6, 2.6, 2.9, 2], 11), own)
    save_docx(doc, NAME)
    front = [web.two([("ỦY BAN NHÂN DÂN", "b"), ("ĐẶC KHU PHÚ QUÝ", "b"), "_______"], [(NATION[0], "b"), (NATION[1], "b"), "___________________"]),
             web.two(["Số: 06/KH-UBND"], [("Phú Quý, ngày 06 tháng 01 năm 2027", "i")]), web.p(""), web.titled("KẾ HOẠCH", SUBJECT), *[web.p(t) for t in PREAMBLE]]
    inside = web.tree(TREE, lambda _: web.table(wide(TASKS), [5, 26, 19, 19, 11, 12, 8], "zebra"))
    head, tail = inside.split('<p class="c b">Phụ lục số 01</p>')
    issued = web.p("(Kèm theo Kế hoạch số 06/KH-UBND ngày 06 tháng 01 năm 2027 của UBND đặc khu Phú Quý)", "c i")
    tail = tail.replace("</p>", "</p>" + issued, 1)
    web.save(NAME, [*front, head, web.closing(RECIPIENTS, SIGNATORY), '<div class="wide"><p class="c b">Phụ lục số 01</p>', tail, "</div>"], STYLE)
    truth(NAME, number="06/KH-UBND", date="2027-01-06", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=TASKS,
          reading={"kind": "plan", "place": "Phú Quý", "title": {"kind": "Kế hoạch", "subject": SUBJECT}, "attachment": None, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["In the PDF the list has no rules, its rows are shaded in turn; number and date share a line below the letterhead.",
                 "A programme and a notice of the Party are căn cứ; 57-NQ/TW is named in titles only."])


if __name__ == "__main__":
    make()
