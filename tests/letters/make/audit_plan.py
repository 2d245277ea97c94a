"""An audit office's decision and plan: the PDF has no blanks at all (each word is set apart by its place, some words letter by letter), page numbers as “2/3”, a
running title, its list has rules only between columns and repeats its header. DOCX, PDF drawn."""
from drawn import Pages, pdf_closing, pdf_front, pdf_letterhead, pdf_titled, pdf_tree
from house import Tasks, base, outline, truth
from word import body, closing, decision_front, letterhead, new_docx, save_docx, section, tasks_table, titled

NAME = "audit-plan"
SUBJECT = "Ban hành Kế hoạch ứng dụng công nghệ số trong hoạt động kiểm toán năm 2027"
PLAN = "Ứng dụng công nghệ số trong hoạt động kiểm toán năm 2027"
ISSUED = "(Ban hành kèm theo Quyết định số 1904/QĐ-KTNN ngày 01 tháng 12 năm 2026 của Tổng Kiểm toán nhà nước)"
CAN_CU = [
    "Căn cứ Luật Kiểm toán nhà nước số 81/2015/QH13 ngày 24/6/2015; Luật sửa đổi, bổ sung một số điều của Luật Kiểm toán nhà nước số 55/2019/QH14 ngày 26/11/2019;",
    "Căn cứ Nghị quyết số 999/2020/UBTVQH14 ngày 16 tháng 9 năm 2020 của Ủy ban Thường vụ Quốc hội về Chiến lược phát triển Kiểm toán nhà nước đến năm 2030;",
    "Căn cứ Quyết định số 1226/QĐ-KTNN ngày 30-8-2024 của Tổng Kiểm toán nhà nước;",
    "Theo đề nghị của Cục trưởng Cục Công nghệ thông tin.",
]
BASES = [
    base("Luật", "81/2015/QH13", "2015-06-24", None, "Luật Kiểm toán nhà nước"),
    base("Luật", "55/2019/QH14", "2019-11-26", None, "Luật sửa đổi, bổ sung một số điều của Luật Kiểm toán nhà nước"),
    base("Nghị quyết", "999/2020/UBTVQH14", "2020-09-16", "Ủy ban Thường vụ Quốc hội", "về Chiến lược phát triển Kiểm toán nhà nước đến năm 2030"),
    base("Quyết định", "1226/QĐ-KTNN", "2024-08-30", "Tổng Kiểm toán nhà nước", None),
]
ARTICLES = [
    (1, ["Ban hành kèm theo Quyết định này Kế hoạch ứng dụng công nghệ số trong hoạt động kiểm toán năm 2027."]),
    (2, ["Quyết định này có hiệu lực từ ngày ký."]),
    (3, ["Thủ trưởng các đơn vị trực thuộc Kiểm toán nhà nước chịu trách nhiệm thi hành Quyết định này./."]),
]
RECIPIENTS = ["Lãnh đạo KTNN;", "Như Điều 3;", "VP Đảng ủy KTNN;", "Lưu: VT, CNTT (02)."]
SIGNATORY = (["TỔNG KIỂM TOÁN NHÀ NƯỚC"], "Chử Minh Toàn")
TREE = outline("""
I. |# MỤC TIÊU
  1. |: Kiểm toán từ xa đối với 30% cuộc kiểm toán ngân sách địa phương.
  2. |: Rút ngắn 20% thời gian thu thập, đối chiếu số liệu.
II. |# NHIỆM VỤ
  1. |# Dữ liệu
    a) |: Nhận dữ liệu từ Kho bạc, Thuế, Hải quan theo lịch cố định;
    b) |: lập từ điển dữ liệu kiểm toán.
  2. |# Con người
    a) |: Thành lập tổ phân tích dữ liệu tại mỗi Kiểm toán nhà nước khu vực;
    b) |: thi chứng chỉ nội bộ hai lần một năm.
III. |# THỰC HIỆN
  1. |: Cục Công nghệ thông tin báo cáo tháng trước ngày 05 tháng sau.
  2. |: Vướng mắc gửi về Cục Công nghệ thông tin để giải quyết.
PHỤ LỤC |^ DANH MỤC NHIỆM VỤ
  % tasks
""")
TASKS = Tasks(["TT", "Tên nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm"], ["no", "name", "lead", "coordinating", "time", "product"], """
01 | Kho dữ liệu kiểm toán ngân sách | Cục CNTT | Kiểm toán nhà nước chuyên ngành II | Quý I - IV | Kho dữ liệu 34 địa phương
02 | Phần mềm chọn mẫu kiểm toán | Cục CNTT | Vụ Chế độ và Kiểm soát chất lượng | Tháng 6 | Phần mềm
03 | Từ điển dữ liệu | Vụ Tổng hợp | Cục CNTT; các khu vực | 31/3/2027 | Từ điển 2.000 mục
04 | Tổ phân tích dữ liệu khu vực | Vụ Tổ chức cán bộ | Các Kiểm toán nhà nước khu vực | Quý II | 12 quyết định
05 | Thi chứng chỉ phân tích dữ liệu | Trường Đào tạo và Bồi dưỡng nghiệp vụ kiểm toán | Vụ Tổ chức cán bộ | Tháng 5, tháng 11 | 400 chứng chỉ
06 | Kiểm toán thử nghiệm từ xa tại 04 tỉnh | Kiểm toán nhà nước khu vực I | Cục CNTT và khu vực IV | Quý III | 04 báo cáo kiểm toán
07 | Bảo mật thiết bị của kiểm toán viên | Cục CNTT | Văn phòng | Thường xuyên | 1.900 máy
08 | Trợ lý đọc hợp đồng, hóa đơn | Cục CNTT | Kiểm toán nhà nước chuyên ngành V | Quý IV | Bản thử nghiệm
""")


class Apart(Pages):
    """Each word is shown by itself and no blank is ever shown; words of the heavy face letter by letter."""

    def put(self, x, y, text, face="", size=13, align="l"):
        font = self.FONTS[face]
        x -= {"l": 0, "c": self.measure(text, font, size) / 2, "r": self.measure(text, font, size)}[align]
        self.canvas.setFont(font, size)
        for word in text.split(" "):
            if face == "b":
                at = x
                for letter in word:
                    self.canvas.drawString(at, y, letter)
                    at += self.measure(letter, font, size)
            elif word:
                self.canvas.drawString(x, y, word)
            x += self.measure(word + " ", font, size)


def make():
    doc = new_docx(size=13)
    letterhead(doc, ["KIỂM TOÁN NHÀ NƯỚC"], "Số: 1904/QĐ-KTNN", "Hà Nội, ngày 01 tháng 12 năm 2026")
    decision_front(doc, SUBJECT, "TỔNG KIỂM TOÁN NHÀ NƯỚC", CAN_CU, ARTICLES)
    closing(doc, RECIPIENTS, SIGNATORY)
    titled(doc, "KẾ HOẠCH", PLAN, issued=ISSUED, page=True)

    def own(label, text):
        section(doc, True)
        titled(doc, label, text)
    body(doc, TREE, lambda _: tasks_table(doc, TASKS, [1.8, 7, 5, 5, 2.8, 3], 12), own)
    save_docx(doc, NAME)

    pages = Apart(NAME, number="none", head="Kế hoạch ứng dụng công nghệ số trong hoạt động kiểm toán năm 2027")
    numbered = pages.turn

    def turn(size=None):
        numbered(size)
        pages.put(pages.size[0] - 57, 28, f"{pages.page}/3", "", 10, "r")
    pages.turn = turn
    pdf_letterhead(pages, ["KIỂM TOÁN NHÀ NƯỚC"], "Số: 1904/QĐ-KTNN", "Hà Nội, ngày 01 tháng 12 năm 2026")
    pdf_front(pages, SUBJECT, "TỔNG KIỂM TOÁN NHÀ NƯỚC", CAN_CU, ARTICLES)
    pdf_closing(pages, RECIPIENTS, SIGNATORY)
    pages.turn()
    pdf_titled(pages, "KẾ HOẠCH", PLAN, issued=ISSUED)
    pages.y -= 160
    pdf_tree(pages, TREE, lambda _: columns_ruled(pages, TASKS, [28, 140, 95, 95, 60, 55]))
    pages.save()
    truth(NAME, number="1904/QĐ-KTNN", date="2026-12-01", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, articles=ARTICLES, bases=BASES, tasks=TASKS,
          reading={"kind": "decision", "issuer": ["KIỂM TOÁN NHÀ NƯỚC"], "place": "Hà Nội", "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Kế hoạch", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["Tasks are counted 01 to 08, without groups.",
                 "The PDF shows no blank: words are apart by place alone, words in bold letter by letter; only upright rules in the list; “2/3” and the running title are no text."])


def columns_ruled(pages, tasks, widths, size=10):
    """Upright rules alone, from the header to the page's end or the list's."""
    step, xs = size * 1.2, [pages.left]
    for w in widths:
        xs.append(xs[-1] + w)

    def row(cells, face):
        lines = [pages.broken(c, w - 6, face, size) for c, w in zip(cells, widths)]
        high = max(map(len, lines)) * step + 5
        if pages.y - high < pages.bottom:
            pages.turn()
            row(tasks.columns, "b")
        for n, part in enumerate(lines):
            for k, line in enumerate(part):
                pages.put(xs[n] + 3, pages.y - step * (k + 1), line, face, size)
        for x in xs:
            pages.canvas.line(x, pages.y, x, pages.y - high)
        pages.y -= high
    row(tasks.columns, "b")
    for _, cells in tasks.rows:
        row(cells, "")
    pages.y -= 8


if __name__ == "__main__":
    make()
