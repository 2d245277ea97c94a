"""A committee's plan of activities month by month: the first column “Thời gian” is merged downwards, no numbers; a second table of members has no tasks; the
committee's letterhead in lines, number blank. DOCX; PDF drawn, cells of the first column centred over their rows, rows cut by pages."""
from drawn import Pages, pdf_closing, pdf_titled, pdf_tree
from house import NATION, Tasks, base, outline, truth
from word import body, closing, deep_table, fill, new_docx, para, save_docx, titled, widen

NAME = "monthly-board"
SUBJECT = "Hoạt động năm 2027 của Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số thành phố Huế"
PREAMBLE = [
    "Căn cứ Quyết định số 2018/QĐ-UBND ngày 25/7/2025 của Ủy ban nhân dân thành phố về việc thành lập Ban Chỉ đạo;",
    "Căn cứ Quyết định số 05/QĐ-BCĐ ngày 01/8/2025 của Trưởng Ban Chỉ đạo ban hành Quy chế hoạt động của Ban Chỉ đạo,",
    "Ban Chỉ đạo ban hành Kế hoạch hoạt động năm 2027 như sau:",
]
BASES = [
    base("Quyết định", "2018/QĐ-UBND", "2025-07-25", "Ủy ban nhân dân thành phố", "về việc thành lập Ban Chỉ đạo"),
    base("Quyết định", "05/QĐ-BCĐ", "2025-08-01", "Trưởng Ban Chỉ đạo", "ban hành Quy chế hoạt động của Ban Chỉ đạo"),
]
RECIPIENTS = ["Thường trực Thành ủy;", "Thành viên Ban Chỉ đạo;", "Các sở, UBND các phường, xã;", "VP: LĐ và CV: CNTT;", "Lưu: VT, KCN."]
SIGNATORY = (["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC"], "Công Tằng Tôn Nữ Hạnh Nhi")
TREE = outline("""
1. |# Mục đích
  a) |: Duy trì chế độ họp, kiểm tra, đôn đốc của Ban Chỉ đạo.
  b) |: Tháo gỡ kịp thời vướng mắc của các phường, xã sau sắp xếp.
2. |# Yêu cầu
  a) |: Nội dung họp phải có tài liệu gửi trước 03 ngày.
  b) |: Kết luận sau họp ban hành trong 02 ngày.
3. |# Lịch hoạt động
  % tasks
4. |# Phân công theo dõi địa bàn
  % members
5. |# Kinh phí
  = Từ nguồn chi thường xuyên của Sở Khoa học và Công nghệ, cơ quan thường trực.
6. |# Tổ chức thực hiện
  a) |: Sở Khoa học và Công nghệ đôn đốc, tổng hợp, báo cáo Trưởng Ban.
  b) |: Thành viên vắng mặt hai kỳ họp liên tiếp phải báo cáo bằng văn bản.
""")
TASKS = Tasks(["Thời gian", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm"], ["time", "name", "lead", "coordinating", "product"], """
Tháng 01 | Họp phiên thứ nhất, thông qua chương trình năm | Sở Khoa học và Công nghệ | Văn phòng UBND thành phố | Thông báo kết luận
Tháng 01 | Ban hành bộ chỉ số đánh giá phường, xã | Sở Khoa học và Công nghệ | Sở Nội vụ | Quyết định
Tháng 3 | Kiểm tra dữ liệu hộ tịch tại 10 phường | Sở Tư pháp | Công an thành phố | Báo cáo kiểm tra
Tháng 4 | Họp phiên thứ hai: chuyên đề đô thị di sản thông minh | Trung tâm Bảo tồn Di tích Cố đô Huế | Sở Du lịch; Sở Xây dựng | Thông báo kết luận
Tháng 4 | Phát động cuộc thi sáng kiến số trong thanh niên | Thành đoàn Huế | Đại học Huế | Thể lệ cuộc thi
Tháng 4 | Khai trương điểm thanh toán số chợ Đông Ba | Sở Công Thương | Các ngân hàng thương mại | 1.800 tiểu thương dùng mã QR
Tháng 7 | Sơ kết 6 tháng | Sở Khoa học và Công nghệ | Các sở, ngành | Báo cáo sơ kết
Tháng 10 | Ngày hội chuyển đổi số 10/10 | Sở Khoa học và Công nghệ | Sở Văn hóa và Thể thao, VNPT, Viettel | 40 gian trưng bày
Tháng 10 | Diễn tập ứng cứu mùa mưa lũ khi mất kết nối | Bộ Chỉ huy Quân sự thành phố | Sở Khoa học và Công nghệ | Kịch bản, báo cáo diễn tập
Tháng 12 | Họp phiên thứ tư, tổng kết năm | Sở Khoa học và Công nghệ | Văn phòng UBND thành phố | Báo cáo tổng kết
""")
MEMBERS = [["TT", "Thành viên", "Chức vụ", "Địa bàn theo dõi"], ["1", "Ông Hoàng Phủ Tân", "Giám đốc Sở Khoa học và Công nghệ", "Các phường phía Nam sông Hương"],
           ["2", "Bà Võ Diệu Liên", "Giám đốc Sở Nội vụ", "Các phường phía Bắc sông Hương"], ["3", "Ông Blúp Dung", "Phó Giám đốc Công an thành phố", "Các xã vùng A Lưới, Nam Đông"]]


def make():
    doc = new_docx(size=13)
    para(doc, "ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=11)
    para(doc, "BCĐ PHÁT TRIỂN KH, CN, ĐMST VÀ CĐS\t\t        Độc lập - Tự do - Hạnh phúc", bold=True, size=11)
    para(doc, "Số:        /KH-BCĐ\t\t\t\t\tHuế, ngày      tháng 01 năm 2027", size=11)
    titled(doc, "KẾ HOẠCH", SUBJECT)
    for text in PREAMBLE:
        para(doc, text, align="j", indent=1)

    def table(name):
        if name == "tasks":
            deep = deep_table(doc, TASKS, TASKS.columns, [2, 5.5, 3.3, 3.3, 2.8], 11, down=(0,))
            deep.rows[1]._tr.getparent().remove(deep.rows[1]._tr)  # a header of one row
            return
        t = doc.add_table(rows=0, cols=4)
        t.style = "Table Grid"
        for n, cells in enumerate(MEMBERS):
            for cell, text in zip(t.add_row().cells, cells):
                fill(cell, text, bold=n == 0, size=11)
        widen(t, [1, 4.5, 5.5, 5.5])
    body(doc, TREE, table)
    closing(doc, RECIPIENTS, SIGNATORY)
    save_docx(doc, NAME)

    pages = Pages(NAME, number="top")
    pages.columns([("ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ", ""), ("BCĐ PHÁT TRIỂN KH, CN, ĐMST VÀ CĐS", "b"), ("", ""), ("Số:        /KH-BCĐ", "")],
                  [(NATION[0], "b"), (NATION[1], "b"), ("", ""), ("Huế, ngày      tháng 01 năm 2027", "i")], size=10.5)
    pdf_titled(pages, "KẾ HOẠCH", SUBJECT)
    for text in PREAMBLE:
        pages.text(text)

    def drawn(name):
        if name == "members":
            return pages.table(MEMBERS[0], [("task", cells) for cells in MEMBERS[1:]], [30, 130, 155, 150], 11)
        merged_table(pages, TASKS, [62, 160, 95, 95, 55])
    pdf_tree(pages, TREE, drawn)
    pdf_closing(pages, RECIPIENTS, SIGNATORY)
    pages.save()
    truth(NAME, number="/KH-BCĐ", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=TASKS,
          reading={"kind": "plan", "date": None, "place": "Huế", "title": {"kind": "Kế hoạch", "subject": SUBJECT}, "attachment": None, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["Number and day are blank. The list has no numbers; “Thời gian” is its first column, merged downwards: it holds for every row it covers.",
                 "The second table says who watches which places: no tasks. If it is given as a table of tasks nothing is lost in the figures.",
                 "In the PDF a merged cell is drawn as one box; a box that goes over the page's end is closed there and its month printed again."])


def merged_table(pages, tasks, widths, size=10, pad=3):
    """Rules around each cell, the first column's around its rows together; the month in the middle of its box."""
    step = size * 1.2
    xs = [pages.left]
    for w in widths:
        xs.append(xs[-1] + w)
    rows = [(cells, [pages.broken(c, w - 2 * pad, "", size) for c, w in zip(cells, widths)]) for _, cells in tasks.rows]

    def box(x1, y1, x2, y2):
        pages.canvas.setLineWidth(0.5)
        pages.canvas.rect(x1, y2, x2 - x1, y1 - y2)

    head = [pages.broken(c, w - 2 * pad, "b", size) for c, w in zip(tasks.columns, widths)]
    high = max(map(len, head)) * step + 4
    for n, lines in enumerate(head):
        box(xs[n], pages.y, xs[n + 1], pages.y - high)
        for k, line in enumerate(lines):
            pages.put(xs[n] + pad, pages.y - step * (k + 1) + 1, line, "b", size)
    pages.y -= high
    begin, month = pages.y, rows[0][0][0]

    def close():
        box(xs[0], begin, xs[1], pages.y)
        pages.put((xs[0] + xs[1]) / 2, (begin + pages.y) / 2 - size / 3, month, "", size, "c")

    for cells, lines in rows:
        high = max(len(l) for l in lines[1:]) * step + 4
        if cells[0] != month or pages.y - high < pages.bottom:
            close()
            if pages.y - high < pages.bottom:
                pages.turn()
            begin, month = pages.y, cells[0]
        for n, part in list(enumerate(lines))[1:]:
            box(xs[n], pages.y, xs[n + 1], pages.y - high)
            for k, line in enumerate(part):
                pages.put(xs[n] + pad, pages.y - step * (k + 1) + 1, line, "", size)
        pages.y -= high
    close()
    pages.y -= 8


if __name__ == "__main__":
    make()
