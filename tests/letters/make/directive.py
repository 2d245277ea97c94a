"""A directive (Chỉ thị) of a province's chairman: its numbered duties name the units (“1. Sở … chủ trì:” with a), b)); no căn cứ by name but “Thực hiện …”; the
paper ends “Nơi nhận” on a page of its own; its annex is a list in landscape with “Người chịu trách nhiệm” and dates in words. DOCX, PDF from HTML."""
import web
from house import Tasks, base, outline, truth
from word import body, closing, letterhead, new_docx, para, save_docx, section, tasks_table, titled

NAME = "directive"
SUBJECT = "Về việc tăng cường chuyển đổi số, bảo vệ dữ liệu cá nhân trong các cơ quan nhà nước trên địa bàn tỉnh Tây Ninh"
OPENING = [
    "Thời gian qua, việc bảo vệ dữ liệu cá nhân tại một số cơ quan còn lỏng lẻo; có nơi đăng công khai danh sách hộ nghèo kèm số căn cước.",
    "Để thực hiện nghiêm Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 ngày 26 tháng 6 năm 2025 và Chỉ thị số 32/CT-TTg ngày 19/9/2026 của Thủ tướng Chính phủ về bảo đảm an ninh dữ liệu, Chủ tịch Ủy ban nhân dân tỉnh chỉ thị:",
]
BASES = [
    base("Luật", "91/2025/QH15", "2025-06-26", None, "Luật Bảo vệ dữ liệu cá nhân"),
    base("Chỉ thị", "32/CT-TTg", "2026-09-19", "Thủ tướng Chính phủ", "về bảo đảm an ninh dữ liệu"),
]
RECIPIENTS = ["Thủ tướng Chính phủ (để báo cáo);", "Cục A05, Bộ Công an;", "TT.TU, TT.HĐND tỉnh;", "Các sở, ban, ngành tỉnh;", "UBND các xã, phường;", "Lưu: VT, VP UBND tỉnh."]
SIGNATORY = (["CHỦ TỊCH"], "Dương Chí Thành Tâm")
TREE = outline("""
1. |# Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường
  a) |: Rà soát toàn bộ trang thông tin điện tử, gỡ ngay dữ liệu cá nhân đăng trái quy định, hoàn thành trước ngày 31/12/2026.
  b) |: Chỉ định người phụ trách bảo vệ dữ liệu; gửi danh sách về Công an tỉnh.
  c) |: Không dùng hộp thư cá nhân, mạng xã hội để gửi danh sách công dân.
2. |# Công an tỉnh
  a) |: Chủ trì kiểm tra ít nhất 20 cơ quan trong năm 2027.
  b) |: Hướng dẫn lập hồ sơ đánh giá tác động xử lý dữ liệu cá nhân.
3. |# Sở Khoa học và Công nghệ
  a) |: Triển khai công cụ tự động dò quét dữ liệu cá nhân trên các trang thông tin.
  b) |: Bổ sung tiêu chí bảo vệ dữ liệu vào bộ chỉ số chuyển đổi số của tỉnh.
4. |# Sở Tài chính
  = Bố trí kinh phí năm 2027 trên cơ sở dự toán của các cơ quan.
5. |# Báo và Phát thanh, Truyền hình Tây Ninh
  = Mở chuyên mục hằng tuần về quyền của người dân đối với dữ liệu cá nhân.
6. |: Chỉ thị này có hiệu lực kể từ ngày ký. Giao Văn phòng Ủy ban nhân dân tỉnh đôn đốc, báo cáo Chủ tịch Ủy ban nhân dân tỉnh trước ngày 15 của tháng cuối quý.
Phụ lục |^ DANH MỤC VIỆC CẦN LÀM NGAY
  % tasks
""")
TASKS = Tasks(["STT", "Việc cần làm", "Cơ quan chịu trách nhiệm", "Cơ quan phối hợp", "Thời điểm hoàn thành", "Sản phẩm"],
              ["no", "name", "lead", "coordinating", "time", "product"], """
1 | Gỡ dữ liệu cá nhân đăng trái quy định | Các sở, ban, ngành; UBND cấp xã | Công an tỉnh | Ngày 31 tháng 12 năm 2026 | Báo cáo kết quả
2 | Lập danh sách người phụ trách bảo vệ dữ liệu | Công an tỉnh | Sở Nội vụ | Ngày 15 tháng 01 năm 2027 | Danh sách 124 người
3 | Tập huấn lập hồ sơ đánh giá tác động | Công an tỉnh | Trường Chính trị tỉnh và Sở Tư pháp | Tháng ba năm 2027 | 04 lớp
4 | Mua sắm công cụ dò quét | Sở Khoa học và Công nghệ | Sở Tài chính | Hết quý I năm 2027 | Công cụ hoạt động
5 | Kiểm tra 20 cơ quan | Công an tỉnh | Thanh tra tỉnh | Từ tháng tư đến tháng mười | 20 kết luận
6 | Sửa tiêu chí chuyển đổi số | Sở Khoa học và Công nghệ | Văn phòng UBND tỉnh | Ngày 30 tháng 6 năm 2027 | Quyết định
""")
ISSUED = "(Kèm theo Chỉ thị số 21/CT-UBND ngày 26 tháng 11 năm 2026 của Chủ tịch Ủy ban nhân dân tỉnh)"


def make():
    doc = new_docx(size=14)
    letterhead(doc, ["ỦY BAN NHÂN DÂN", "TỈNH TÂY NINH"], "Số: 21/CT-UBND", "Tây Ninh, ngày 26 tháng 11 năm 2026", strong=2)
    titled(doc, "CHỈ THỊ", SUBJECT)
    for text in OPENING:
        para(doc, text, align="j", indent=1.27)

    def own(label, text):
        closing(doc, RECIPIENTS, SIGNATORY)
        section(doc, True)
        titled(doc, label, text, issued=ISSUED)
    body(doc, TREE, lambda _: tasks_table(doc, TASKS, [1.2, 7.4, 5, 4.6, 3.4, 3.2], 12), own)
    save_docx(doc, NAME)
    inside = web.tree(TREE, lambda _: web.table(TASKS, [6, 29, 21, 18, 14, 12]))
    head, tail = inside.split('<p class="c b">Phụ lục</p>')
    tail = tail.replace("</p>", "</p>" + web.p(ISSUED, "c i"), 1)
    web.save(NAME, [web.letterhead(["ỦY BAN NHÂN DÂN", "TỈNH TÂY NINH"], "Số: 21/CT-UBND", "Tây Ninh, ngày 26 tháng 11 năm 2026"), web.titled("CHỈ THỊ", SUBJECT),
                    *[web.p(t) for t in OPENING], head, '<div class="new"></div>', web.closing(RECIPIENTS, SIGNATORY),
                    '<div class="wide"><p class="c b">Phụ lục</p>', tail, "</div>"])
    truth(NAME, number="21/CT-UBND", date="2026-11-26", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=TASKS,
          reading={"place": "Tây Ninh", "title": {"kind": "Chỉ thị", "subject": SUBJECT}, "attachment": None, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["A directive: its kind is left open. Its căn cứ stand in “Để thực hiện nghiêm …” within the opening.",
                 "In the PDF Nơi nhận and signature stand alone on a page. Deadlines are written in words."])


if __name__ == "__main__":
    make()
