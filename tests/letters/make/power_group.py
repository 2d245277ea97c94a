"""A state group's plan: A., I., 1., 1.1.; tasks counted 1.1, 1.2 under groups 1, 2; only lines between rows; a row of column numbers; words cut at a
page's end. PDF drawn, DOCX."""
from drawn import Pages, pdf_closing, pdf_letterhead, pdf_titled, pdf_tree
from house import Tasks, base, outline, truth
from word import body, closing, letterhead, new_docx, para, save_docx, section, tasks_table, titled

NAME = "power-group"
SUBJECT = "Chuyển đổi số năm 2026 của Tập đoàn Điện lực Việt Nam"
PREAMBLE = [
    "Căn cứ Luật Quản lý và đầu tư vốn nhà nước tại doanh nghiệp số 68/2025/QH15 ngày 14/6/2025 của Quốc hội;",
    "Căn cứ Nghị quyết số 70-NQ/TW ngày 20/8/2025 của Bộ Chính trị về bảo đảm an ninh năng lượng quốc gia đến năm 2030, tầm nhìn đến năm 2045;",
    "Căn cứ Chiến lược phát triển Tập đoàn (Quyết định số 538/QĐ-TTg ngày 01/4/2021 của Thủ tướng Chính phủ);",
    "Căn cứ Nghị quyết số 611/NQ-HĐTV ngày 24/12/2025 của Hội đồng thành viên Tập đoàn về kế hoạch sản xuất kinh doanh năm 2026;",
    "Tập đoàn Điện lực Việt Nam ban hành Kế hoạch chuyển đổi số năm 2026 với những nội dung sau:",
]
BASES = [
    base("Luật", "68/2025/QH15", "2025-06-14", "Quốc hội", "Luật Quản lý và đầu tư vốn nhà nước tại doanh nghiệp"),
    base("Nghị quyết", "70-NQ/TW", "2025-08-20", "Bộ Chính trị", "về bảo đảm an ninh năng lượng quốc gia đến năm 2030, tầm nhìn đến năm 2045"),
    base("Quyết định", "538/QĐ-TTg", "2021-04-01", "Thủ tướng Chính phủ", None),
    base("Nghị quyết", "611/NQ-HĐTV", "2025-12-24", "Hội đồng thành viên Tập đoàn", "về kế hoạch sản xuất kinh doanh năm 2026"),
]
RECIPIENTS = ["Bộ Tài chính, Bộ Công Thương (b/c);", "HĐTV, TGĐ;", "Các Tổng công ty, công ty con;", "NSMO (ph/h);", "Lưu: VP, VTCNTT."]
SIGNATORY = (["TM. HỘI ĐỒNG THÀNH VIÊN", "CHỦ TỊCH"], "Đặng Hoàng Giang Sơn")
TREE = outline("""
A. |# KẾT QUẢ NĂM 2025
  I. |# CÁC CHỈ TIÊU
    1. |# Chỉ tiêu đạt
      = Công tơ điện tử đạt 91,8%; dịch vụ điện trực tuyến 99,6%; thanh toán không tiền mặt 97%.
    2. |# Chỉ tiêu chưa đạt
      = Trạm biến áp không người trực 110 kV đạt 94,5% (kế hoạch 96%), do chậm mua sắm.
  II. |# BÀI HỌC
    - |: Làm dữ liệu trước, phần mềm sau.
    - |: Một chủ sở hữu cho mỗi dữ liệu; người nhập chịu trách nhiệm.
B. |# KẾ HOẠCH NĂM 2026
  I. |# MỤC TIÊU
    1. |# Mục tiêu chung
      = Điều hành theo dữ liệu thời gian thực ở mọi khâu: nguồn, truyền tải, phân phối, kinh doanh.
    2. |# Mục tiêu theo khâu
      2.1. |# Nguồn điện
        a) |: 100% tổ máy có hệ thống giám sát tình trạng;
        b) |: giảm 5% sự cố nhờ bảo dưỡng theo dự báo.
      2.2. |# Truyền tải
        a) |: bay kiểm tra bằng thiết bị không người lái với 80% chiều dài đường dây 500 kV;
        b) |: nhận dạng khiếm khuyết tự động.
      2.3. |# Phân phối, kinh doanh
        a) |: công tơ điện tử 100% tại thành phố;
        b) |: thời gian cấp điện hạ áp không quá 02 ngày.
  II. |# NHIỆM VỤ
    1. |# Dữ liệu
      = Thực hiện điểm 2 Mục I. Phần A. của kế hoạch năm 2025 còn lại; hoàn thành kho dữ liệu dùng chung trong quý III.
    2. |# Nền tảng
      = Không phát triển mới phần mềm quản lý kỹ thuật riêng tại các tổng công ty.
    3. |# An toàn
      = Tách mạng điều khiển với mạng văn phòng; kiểm tra độc lập mỗi năm một lần.
  III. |# VỐN VÀ TỔ CHỨC THỰC HIỆN
    1. |# Vốn
      = 2.184 tỷ đồng, trong đó vốn khấu hao 1.500 tỷ đồng, vốn vay 684 tỷ đồng.
    2. |# Phân công
      - |: Ban Viễn thông và Công nghệ thông tin là đầu mối.
      - |: Người đứng đầu đơn vị chịu trách nhiệm về chỉ tiêu của đơn vị.
    3. |# Báo cáo
      = Ngày 05 hằng tháng trên hệ thống; quý vào ngày 10 tháng đầu quý sau.
Phụ lục |^ NHIỆM VỤ TRỌNG TÂM CHUYỂN ĐỔI SỐ NĂM 2026
  % tasks
""")
VT = "Ban Viễn thông và Công nghệ thông tin"
TASKS = Tasks(
    ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Hoàn thành", "Sản phẩm"],
    ["no", "name", "lead", "coordinating", "time", "product"],
    f"""
* 1 | Khâu nguồn điện
1.1 | Giám sát tình trạng tổ máy thủy điện Sơn La, Lai Châu | Công ty Thủy điện Sơn La | Ban Kỹ thuật - Sản xuất | Quý II | 12 tổ máy được giám sát trực tuyến
1.2 | Dự báo thủy văn bằng học máy | Công ty Thủy điện Hòa Bình | Cục Khí tượng Thủy văn | Trước mùa lũ | Mô hình sai số dưới 8%
1.3 | Bảo dưỡng theo tình trạng tại Vĩnh Tân 4, Duyên Hải 1 | Tổng công ty Phát điện 1 | Ban Kỹ thuật - Sản xuất | Quý IV | Quy trình, phần mềm
* 2 | Khâu truyền tải
2.1 | Bay kiểm tra 7.200 km đường dây 500 kV | Tổng công ty Truyền tải điện Quốc gia | Bộ Quốc phòng | Quý III | Dữ liệu ảnh, mô hình 3D
2.2 | Nhận dạng khiếm khuyết sứ, dây bằng hình ảnh | Tổng công ty Truyền tải điện Quốc gia | Đại học Bách khoa Hà Nội | Quý IV | Phần mềm đạt độ chính xác 92%
2.3 | Trạm 220 kV số hóa theo IEC 61850 | Tổng công ty Truyền tải điện Quốc gia | Ban Kỹ thuật - Sản xuất | 2026-2027 | 04 trạm
* 3 | Khâu phân phối, kinh doanh
3.1 | Thay công tơ cơ khí còn lại tại đô thị | Các Tổng công ty Điện lực | Ban Kinh doanh | 15/12/2026 | 2,1 triệu công tơ
3.2 | Hóa đơn, hợp đồng điện tử | Các Tổng công ty Điện lực | Ban Kinh doanh; Cục Thuế | Thường xuyên | 100% hợp đồng mới
3.3 | Trợ lý trả lời khách hàng 24/7 | Trung tâm Chăm sóc khách hàng | {VT} | Quý II | Trả lời đúng 95%
3.4 | Ứng dụng quản lý điện mặt trời mái nhà | Ban Kinh doanh | NSMO | Quý III | Ứng dụng, 100.000 hộ
3.5 | Tự động khôi phục lưới trung áp | Tổng công ty Điện lực TP. Hồ Chí Minh | Các Tổng công ty Điện lực | Quý IV | 60% xuất tuyến
* 4 | Dùng chung
4.1 | Kho dữ liệu dùng chung | {VT} | Các đơn vị | Quý III | Kho dữ liệu, 240 bảng chuẩn
4.2 | Quản lý kỹ thuật trên bản đồ số | Ban Kỹ thuật - Sản xuất | {VT} | 2025-2026 | Bản đồ lưới điện toàn quốc
4.3 | Văn phòng số, họp không giấy | Văn phòng | Các Ban | Quý I | Bỏ 100% giấy trình ký
4.4 | Tách mạng OT/IT | {VT} | A05; các đơn vị | Quý II | Biên bản kiểm tra tại 63 đơn vị
4.5 | Diễn tập tấn công mạng lưới điện | {VT} | Bộ Tư lệnh 86 | Tháng 8 | 02 kịch bản
4.6 | Đào tạo 1.000 kỹ sư dữ liệu | Trường Cao đẳng Điện lực | Ban Tổ chức và Nhân sự | 2026-2030 | 200 kỹ sư/năm
""")
ISSUED = "(Kèm theo Kế hoạch số 118/KH-EVN ngày 09/01/2026)"
ISSUER, NUMBER, WHERE = ["TẬP ĐOÀN", "ĐIỆN LỰC VIỆT NAM"], "Số: 118/KH-EVN", "Hà Nội, ngày 09 tháng 01 năm 2026"
COUNTED = ("task", ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"])


class Lined(Pages):
    """Draws a table with a thin line under each row and none between columns."""

    def table(self, columns, rows, widths, size=10.5, pad=4):
        xs = [self.left + sum(widths[:n]) for n in range(len(widths) + 1)]
        step = size * 1.22

        def under(thick=0.4):
            self.canvas.setLineWidth(thick)
            self.canvas.line(xs[0], self.y, xs[-1], self.y)

        def head():
            lines = [self.broken(c, w - 2 * pad, "b", size) for c, w in zip(columns, widths)]
            under(0.8)
            high = max(map(len, lines))
            for n, cell in enumerate(lines):
                for k, line in enumerate(cell):  # set in the middle of the row's height
                    self.put((xs[n] + xs[n + 1]) / 2, self.y - step * (k + 1 + (high - len(cell)) / 2) + 2, line, "b", size, "c")
            self.y -= step * high + 3
            under(0.8)
        head()
        for what, cells in rows:
            face = "b" if what == "group" else ""
            cells = [cells[0], cells[1]] if what == "group" else cells
            edges = [xs[0], xs[1], xs[-1]] if what == "group" else xs
            left = [self.broken(c, edges[n + 1] - edges[n] - 2 * pad, face, size) for n, c in enumerate(cells)]
            while any(left):
                room = int((self.y - self.bottom) / step)
                if room < 1 or (what == "group" and room < 3):
                    self.turn()
                    head()
                    continue
                part, left = [c[:room] for c in left], [c[room:] for c in left]
                for n, cell in enumerate(part):
                    for k, line in enumerate(cell):
                        self.put(edges[n] + pad, self.y - step * (k + 1) + 2, line, face, size)
                self.y -= step * max(map(len, part)) + 2
            under()


def make_pdf():
    pages = Lined(NAME, head="Tập đoàn Điện lực Việt Nam - Kế hoạch chuyển đổi số 2026", number="bottom")
    pdf_letterhead(pages, ISSUER, NUMBER, WHERE, size=11.5, strong=2)
    pdf_titled(pages, "KẾ HOẠCH", SUBJECT, size=14)
    for text in PREAMBLE:
        pages.text(text, "i" if text.startswith("Căn cứ") else "")
    text, annex = outline(""), TREE.items[-1]
    text.items = TREE.items[:-1]
    pdf_tree(pages, text, None)
    pdf_closing(pages, RECIPIENTS, SIGNATORY)
    pages.turn()
    pdf_titled(pages, annex.label, annex.heading, issued=ISSUED)
    pages.table(TASKS.columns, [COUNTED, *TASKS.rows], [32, 142, 92, 92, 54, 66])
    pages.save()


def make_docx():
    doc = new_docx(size=13)
    letterhead(doc, ISSUER, NUMBER, WHERE, strong=2)
    titled(doc, "KẾ HOẠCH", SUBJECT)
    for text in PREAMBLE:
        para(doc, text, italic=text.startswith("Căn cứ"), align="j", indent=1)

    def own(label, text):
        closing(doc, RECIPIENTS, SIGNATORY)
        section(doc, True)
        titled(doc, label, text, issued=ISSUED)
    body(doc, TREE, lambda _: tasks_table(doc, TASKS, [1.4, 8, 5.4, 4.6, 2.6, 4], 11), own)
    save_docx(doc, NAME)


def make():
    make_docx()
    make_pdf()
    truth(NAME, number="118/KH-EVN", date="2026-01-09", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=TASKS,
          reading={"kind": "plan", "issuer": ISSUER, "place": "Hà Nội", "title": {"kind": "Kế hoạch", "subject": SUBJECT},
                   "attachment": None, "addressees": [], "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["Groups are 1, 2, 3, 4, their tasks 1.1, 1.2, …: the number of a task is what is printed.",
                 "In the PDF only lines under the rows are drawn; the row “(1) … (6)” is no task. “điểm 2 Mục I. Phần A.” stands within a sentence.",
                 "The third Căn cứ names a strategy and gives its decision in brackets."])


if __name__ == "__main__":
    make()
