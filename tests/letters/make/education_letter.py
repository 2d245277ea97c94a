"""A ministry's letter with two annexes, an outline and a list. The PDF is drawn as some printers do: tables column by column, each word by itself, the
annexes' names with letters set apart, the page number as “- 2 -”. PDF, DOCX."""
from drawn import Pages, pdf_closing, pdf_letterhead, pdf_tree
from house import Tasks, base, outline, truth, wide
from word import body, closing, letterhead, new_docx, para, save_docx, section, tasks_table, titled

NAME = "education-letter"
VV = "hướng dẫn thực hiện nhiệm vụ chuyển đổi số và thống kê giáo dục năm học 2026-2027"
ISSUED = "(Kèm theo Công văn số 5790/BGDĐT-KHCNTT ngày 31 tháng 8 năm 2026 của Bộ Giáo dục và Đào tạo)"
ADDRESSEES = ["Các Sở Giáo dục và Đào tạo"]
OPENING = [
    "Thực hiện Quyết định số 2269/QĐ-BGDĐT ngày 10/8/2026 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Khung kế hoạch thời gian năm học 2026-2027; Chỉ thị số 14/CT-BGDĐT ngày 20 tháng 8 năm 2026 về nhiệm vụ trọng tâm năm học và Kế hoạch số 1010/KH-BGDĐT ngày 3/7/2026 triển khai Nghị quyết số 71-NQ/TW, Bộ Giáo dục và Đào tạo hướng dẫn các Sở thực hiện các nhiệm vụ:",
]
BASES = [
    base("Quyết định", "2269/QĐ-BGDĐT", "2026-08-10", "Bộ trưởng Bộ Giáo dục và Đào tạo", "ban hành Khung kế hoạch thời gian năm học 2026-2027"),
    base("Chỉ thị", "14/CT-BGDĐT", "2026-08-20", None, "về nhiệm vụ trọng tâm năm học"),
    base("Kế hoạch", "1010/KH-BGDĐT", "2026-07-03", None, "triển khai Nghị quyết số 71-NQ/TW"),
]
PRIORITY = [
    "Học bạ số: triển khai ở cả ba cấp học; ký số bằng chứng thư của nhà trường và của giáo viên chủ nhiệm, không in bản giấy để lưu song song.",
    "Dữ liệu ngành: mỗi học sinh một mã định danh cá nhân; hoàn thành cập nhật đầu năm học trước ngày 30/9/2026, giữa năm học trước ngày 31/01/2027.",
    "Tuyển sinh đầu cấp trực tuyến; phụ huynh không phải nộp giấy tờ đã có trong cơ sở dữ liệu quốc gia về dân cư.",
    "Dạy học trực tuyến: ban hành quy chế, ghi rõ tỷ lệ tiết học. Trường ở vùng thường xuyên lũ, bão có phương án dạy trực tuyến khi nghỉ quá 03 ngày.",
    "Trí tuệ nhân tạo trong nhà trường: dạy thử ở lớp 6 và lớp 10; giáo viên được tập huấn trước, dữ liệu của học sinh không đưa lên công cụ chưa được đánh giá.",
    "Chi trả không dùng tiền mặt các khoản thu; công khai trên hệ thống, phụ huynh tra cứu được.",
    "Thư viện số dùng chung cấp tỉnh, tối thiểu 1.500 học liệu có giấy phép mở.",
    "Thống kê giáo dục đúng kỳ: 1) đầu năm; 2) cuối học kỳ I; 3) cuối năm. Không yêu cầu nhà trường làm báo cáo giấy ngoài hệ thống.",
]
ENDING = [
    "Căn cứ hướng dẫn này, đề nghị các Sở xây dựng kế hoạch của địa phương theo Đề cương tại Phụ lục I, gửi về Bộ Giáo dục và Đào tạo (qua Cục Khoa học, Công nghệ và Thông tin) trước 25/9/2026; phân công thực hiện danh mục tại Phụ lục II.",
    "Đầu mối liên hệ: ThS. Hoàng Thị Mỹ Lệ, điện thoại 024.3869.5712 - máy lẻ 22./.",
]
RECIPIENTS = ["Như trên;", "Bộ trưởng (để b/c);", "Các Thứ trưởng;", "Các đơn vị thuộc Bộ;", "Lưu: VT, Cục KHCNTT (Lệ)."]
SIGNATORY = (["TUQ. BỘ TRƯỞNG", "CỤC TRƯỞNG CỤC KHOA HỌC,", "CÔNG NGHỆ VÀ THÔNG TIN"], "Tôn Thất Nhật Minh")
TREE = outline("""
Phụ lục I |^ ĐỀ CƯƠNG KẾ HOẠCH
  I. |# ĐẶC ĐIỂM TÌNH HÌNH
    1. |# Quy mô trường, lớp, học sinh
      = Lấy từ cơ sở dữ liệu ngành, thời điểm 31/5/2026.
    2. |# Hạ tầng
      - |: Số phòng máy, tỷ lệ học sinh trên máy tính.
      - |: Số trường chưa có Internet ổn định.
  II. |# MỤC TIÊU
    a) |: Học bạ số: 100%;
    b) |: tuyển sinh trực tuyến: 100% ở đô thị, 80% ở miền núi;
    c) |: giáo viên đạt chuẩn năng lực số: 70%;
    d) |: thu không dùng tiền mặt: 90%.
  III. |# NHIỆM VỤ
    1. |# Dữ liệu
      1.1. |# Dữ liệu học sinh
        = Rà soát trùng, thiếu mã định danh.
      1.2. |# Dữ liệu nhà giáo
        = Kết nối với cơ sở dữ liệu cán bộ, công chức, viên chức.
    2. |# Dạy học
      = Nêu số trường, số lớp, môn học thí điểm.
    3. |# Quản trị
      = Phần mềm dùng chung, thay thế phần mềm cũ.
  IV. |# TỔ CHỨC THỰC HIỆN
    1. |: Phân công phòng chuyên môn.
    2. |: Kinh phí, tiến độ.
Phụ lục II |^ DANH MỤC NHIỆM VỤ GIAO CÁC SỞ
  % tasks
""")
CNTT = "Cục Khoa học, Công nghệ và Thông tin"
TASKS = Tasks(
    ["TT", "Nhiệm vụ", "Sở thực hiện", "Đơn vị của Bộ theo dõi", "Thời hạn", "Kết quả"],
    ["no", "name", "lead", "Đơn vị của Bộ theo dõi", "time", "result"],
    f"""
* I | Dữ liệu
1 | Cập nhật mã định danh học sinh đầu năm học | Tất cả các Sở | {CNTT} | 30/9/2026 | 100% học sinh có mã
2 | Đối soát dữ liệu nhà giáo | Tất cả các Sở | Cục Nhà giáo và Cán bộ quản lý giáo dục | Trước 15/12 | Dữ liệu khớp 100%
3 | Thí điểm chia sẻ dữ liệu với y tế học đường | Hà Nội, Huế, Đồng Tháp | Vụ Học sinh, sinh viên | Quý II/2027 | Báo cáo thí điểm
4 | Bản đồ trường học | Lào Cai, Điện Biên, Sơn La | Vụ Kế hoạch - Tài chính | Quý IV/2026 | Bản đồ 100% điểm trường
* II | Học bạ số, tuyển sinh
5 | Học bạ số cấp trung học phổ thông | Tất cả các Sở | Vụ Giáo dục Phổ thông | 31/5/2027 | 100% trường
6 | Chuyển học bạ số khi chuyển trường | Tất cả các Sở | {CNTT} | Thường xuyên | Không dùng giấy
7 | Tuyển sinh lớp 10 trực tuyến | Tất cả các Sở | Cục Quản lý chất lượng | Tháng 6/2027 | 100% hồ sơ
8 | Cấp bản số chứng chỉ tin học, ngoại ngữ | TP. Hồ Chí Minh, Đà Nẵng | Cục Quản lý chất lượng | Quý I/2027 | Quy trình, phần mềm
* III | Dạy và học
9 | Dạy thử trí tuệ nhân tạo lớp 6, lớp 10 | TP. Hồ Chí Minh, Hải Phòng, Nghệ An | Vụ Giáo dục Phổ thông | Học kỳ II | 120 trường
10 | Phương án dạy trực tuyến khi bão, lũ | Quảng Trị, Hà Tĩnh, Đắk Lắk | Vụ Giáo dục Phổ thông | 15/10/2026 | Phương án được phê duyệt
11 | Thư viện số dùng chung | Cần Thơ, Thái Nguyên | {CNTT} | 2026-2027 | 1.500 học liệu
12 | Bồi dưỡng năng lực số cho giáo viên | Tất cả các Sở | Cục Nhà giáo và Cán bộ quản lý giáo dục | Hè 2027 | 70% đạt chuẩn
* IV | Quản trị
13 | Thu không dùng tiền mặt | Tất cả các Sở | Vụ Kế hoạch - Tài chính | Cả năm học | 90% khoản thu
14 | Kiểm tra an toàn thông tin kỳ thi | Tất cả các Sở | Cục Quản lý chất lượng | Tháng 5/2027 | Biên bản
""")


class ByColumns(Pages):
    """Draws every word by itself, and a table column after column, the rules last."""

    def turn(self, size=None):
        number, self.number = self.number, None
        super().turn(size)
        self.number = number
        if self.page > 1:
            self.put(self.size[0] / 2, self.size[1] - 36, f"- {self.page} -", "", 12, "c")

    def put(self, x, y, text, face="", size=13, align="l"):
        font = self.FONTS[face]
        x -= {"l": 0, "c": 0.5, "r": 1}[align] * self.measure(text, font, size)
        self.canvas.setFont(font, size)
        for word in text.split(" "):
            if word:
                self.canvas.drawString(x, y, word)
            x += self.measure(word + " ", font, size)

    def spaced(self, text, size=13, apart=2.0):
        """A centred line whose letters are set apart by the font's setting, not by blanks."""
        wide = self.measure(text, self.FONTS["b"], size) + apart * len(text)
        self.y -= size * 1.3
        line = self.canvas.beginText(self.size[0] / 2 - wide / 2, self.y)
        line.setFont(self.FONTS["b"], size)
        line.setCharSpace(apart)
        line.textOut(text)
        line.setCharSpace(0)
        self.canvas.drawText(line)

    def table(self, columns, rows, widths, size=10.5, pad=4):
        xs = [self.left + sum(widths[:n]) for n in range(len(widths) + 1)]
        step = size * 1.2
        head = (None, [self.broken(c, w - 2 * pad, "b", size) for c, w in zip(columns, widths)])
        laid = []
        for what, cells in rows:
            if what == "wide":
                laid.append((what, [self.broken(cells[0], xs[-1] - xs[0] - 2 * pad, "b", size)]))
            else:
                laid.append((what, [self.broken(c, w - 2 * pad, "", size) for c, w in zip(cells, widths)]))
        while laid:
            page, room = [head], self.y - self.bottom - step * max(map(len, head[1])) - 4
            while laid and room >= step * max(map(len, laid[0][1])) + 4:
                room -= step * max(map(len, laid[0][1])) + 4
                page.append(laid.pop(0))
            tops, y = [], self.y
            for _, cells in page:
                tops.append(y)
                y -= step * max(map(len, cells)) + 4
            for n in range(len(columns)):
                for top, (what, cells) in zip(tops, page):
                    for k, line in enumerate(cells[n] if n < len(cells) else []):
                        self.put(xs[n] + pad, top - step * (k + 1), line, "" if what == "task" else "b", size)
            self.canvas.setLineWidth(0.5)
            for top, (what, _) in zip([*tops, y], [*page, ("", [])]):
                self.canvas.line(xs[0], top, xs[-1], top)
            for (what, _), top, low in zip(page, tops, [*tops[1:], y]):
                for x in (xs[0], xs[-1]) if what == "wide" else xs:
                    self.canvas.line(x, top, x, low)
            self.y = y
            if laid:
                self.turn()
        self.y -= 8


def make_pdf():
    pages = ByColumns(NAME)
    pdf_letterhead(pages, ["BỘ GIÁO DỤC VÀ ĐÀO TẠO"], "Số: 5790/BGDĐT-KHCNTT", "Hà Nội, ngày 31 tháng 8 năm 2026", VV, size=11.5)
    pages.text(f"Kính gửi: {ADDRESSEES[0]}", "", 13, "c", gap=8)
    for text in [*OPENING, *(f"{n}. {t}" for n, t in enumerate(PRIORITY, 1)), *ENDING]:
        pages.text(text)
    pdf_closing(pages, RECIPIENTS, SIGNATORY, size=12)
    for annex in TREE.items:
        pages.turn()
        pages.spaced(annex.label)
        pages.spaced(annex.heading)
        pages.text(ISSUED, "i", 12, "c", gap=8)
        if annex is TREE.items[-1]:
            pages.table(TASKS.columns, wide(TASKS).rows, [28, 132, 94, 106, 58, 64])
        else:
            inner = outline("")
            inner.items = annex.items
            pdf_tree(pages, inner, None)
    pages.save()


def make_docx():
    doc = new_docx(size=13)
    letterhead(doc, ["BỘ GIÁO DỤC VÀ ĐÀO TẠO"], "Số: 5790/BGDĐT-KHCNTT", "Hà Nội, ngày 31 tháng 8 năm 2026", VV)
    para(doc, f"Kính gửi: {ADDRESSEES[0]}", align="c")
    for text in [*OPENING, *(f"{n}. {t}" for n, t in enumerate(PRIORITY, 1)), *ENDING]:
        para(doc, text, align="j", indent=1)
    closing(doc, RECIPIENTS, SIGNATORY)

    def own(label, text):
        section(doc, label == "Phụ lục II")
        titled(doc, label, text, issued=ISSUED)
    body(doc, TREE, lambda _: tasks_table(doc, wide(TASKS), [1.2, 7.4, 5.4, 5.4, 3, 3.6], 12), own)
    save_docx(doc, NAME)


def make():
    make_docx()
    make_pdf()
    truth(NAME, number="5790/BGDĐT-KHCNTT", date="2026-08-31", deadline="2026-09-25", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE,
          priority=PRIORITY, bases=BASES, tasks=TASKS,
          reading={"kind": "official_letter", "issuer": ["BỘ GIÁO DỤC VÀ ĐÀO TẠO"], "place": "Hà Nội", "title": {"kind": "Công văn", "subject": VV},
                   "addressees": ADDRESSEES, "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["Two annexes, so both are nodes of the outline; the plan is asked for “trước 25/9/2026”, without the word “ngày”; 30/9/2026 and 31/01/2027 are dates of data.",
                 "“Sở thực hiện” is who does the task (lead); “Đơn vị của Bộ theo dõi” has no field and keeps its printed name.",
                 "In the PDF the annexes' names have their letters set apart: the words are read without the gaps. “Kính gửi” and the addressee share a line.",
                 "1010/KH-BGDĐT cites 71-NQ/TW in its title: one căn cứ."])


if __name__ == "__main__":
    make()
