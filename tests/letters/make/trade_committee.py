"""A steering committee's plan, not under a decision: number and date blank, members assigned, no groups, lists inside cells. DOCX, TXT in set columns."""
from house import NATION, OUT, Tasks, base, centred, outline, tree_lines, truth, two_columns, wrap
from word import body, closing, letterhead, new_docx, para, save_docx, section, tasks_table, titled

NAME = "trade-committee"
SUBJECT = "Hoạt động của Ban Chỉ đạo về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và Đề án 06 của Bộ Công Thương năm 2026"
PREAMBLE = [
    "Căn cứ Quyết định số 1088/QĐ-BCT ngày 18/4/2025 của Bộ trưởng Bộ Công Thương về việc kiện toàn Ban Chỉ đạo về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và Đề án 06;",
    "Căn cứ Quyết định 1799/QĐ-BCT ngày 25/6/2025 ban hành Quy chế hoạt động của Ban Chỉ đạo;",
    "Thực hiện Kế hoạch số 01-KH/BCĐTW ngày 02-6-2025 của Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số,",
    "Ban Chỉ đạo của Bộ Công Thương ban hành Kế hoạch hoạt động năm 2026 như sau:",
]
BASES = [
    base("Quyết định", "1088/QĐ-BCT", "2025-04-18", "Bộ trưởng Bộ Công Thương", "về việc kiện toàn Ban Chỉ đạo về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và Đề án 06"),
    base("Quyết định", "1799/QĐ-BCT", "2025-06-25", None, "ban hành Quy chế hoạt động của Ban Chỉ đạo"),
    base("Kế hoạch", "01-KH/BCĐTW", "2025-06-02", "Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số", None),
]
RECIPIENTS = ["Thành viên BCĐ của Bộ;", "Tổ giúp việc BCĐ;", "Các đơn vị thuộc Bộ;", "EVN, PVN, TKV, Petrolimex (để ph/h);", "Lưu: VT, TMĐT (2)."]
SIGNATORY = (["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "THỨ TRƯỞNG BỘ CÔNG THƯƠNG"], "Hà Sĩ Thăng")
TREE = outline("""
I. |# MỤC TIÊU
  1. |: Chỉ đạo thống nhất, không dàn trải; năm 2026 tập trung vào năng lượng, thương mại điện tử, xuất nhập khẩu.
  2. |: Hoàn thành 100% nhiệm vụ do Ban Chỉ đạo Trung ương và Chính phủ giao có thời hạn trong năm.
  3. |: Tháo gỡ tối thiểu 12 vướng mắc về thể chế do địa phương, doanh nghiệp phản ánh.
II. |# PHƯƠNG THỨC HOẠT ĐỘNG
  1. |# Họp Ban Chỉ đạo
    - |: Họp định kỳ mỗi quý một lần vào tuần thứ hai của tháng đầu quý sau; họp đột xuất khi Trưởng ban triệu tập.
    - |: Tài liệu gửi thành viên trước ít nhất 03 ngày làm việc, chỉ bằng bản điện tử.
  2. |# Kiểm tra
    - |: Kiểm tra tại 04 đơn vị thuộc Bộ, 02 tập đoàn, 03 Sở Công Thương.
    - |: Nội dung kiểm tra: (1) tiến độ; (2) giải ngân; (3) dữ liệu; (4) an toàn thông tin.
  3. |# Chế độ thông tin
    = Tổ giúp việc cập nhật bảng theo dõi trước 17 giờ thứ Sáu hằng tuần.
III. |# NỘI DUNG HOẠT ĐỘNG
  = Chi tiết tại Phụ lục kèm theo.
IV. |# TỔ CHỨC THỰC HIỆN
  1. |: Các thành viên chịu trách nhiệm trước Trưởng ban về lĩnh vực được phân công.
  2. |: Cục Thương mại điện tử và Kinh tế số là cơ quan thường trực.
  3. |: Văn phòng Bộ bảo đảm kinh phí, hậu cần.
PHỤ LỤC |^ NHIỆM VỤ CỦA BAN CHỈ ĐẠO NĂM 2026
  % tasks
""")
TMDT = "Cục Thương mại điện tử và Kinh tế số"
TASKS = Tasks(
    ["TT", "Nhiệm vụ/giải pháp", "Đơn vị chủ trì", "Đơn vị phối hợp", "Phân công thành viên Ban Chỉ đạo", "Nội dung/kết quả"],
    ["no", "name", "lead", "coordinating", "assigned_member", "result"],
    f"""
1 | Kiện toàn Ban Chỉ đạo, Tổ giúp việc | Vụ Tổ chức cán bộ | {TMDT} | Trưởng ban | Quyết định kiện toàn;¶Danh sách đầu mối của từng đơn vị.
2 | Ban hành chương trình kiểm tra năm 2026 | Văn phòng Bộ | Các đơn vị thuộc Bộ | Phó Trưởng ban Thường trực | a) Kế hoạch kiểm tra ban hành trong tháng 02;¶b) 09 biên bản kiểm tra;¶c) Báo cáo tổng hợp trước 15/12.
3 | Sửa Nghị định về thương mại điện tử | {TMDT} | Vụ Pháp chế¶Bộ Công an¶Bộ Tài chính | Đ/c Thứ trưởng phụ trách thương mại | - Tờ trình, dự thảo Nghị định;¶- Báo cáo đánh giá tác động.
4 | Cơ sở dữ liệu ngành điện: công tơ thông minh, phụ tải, nguồn năng lượng tái tạo | Cục Điện lực | EVN¶NSMO | Cục trưởng Cục Điện lực | Dữ liệu phụ tải 15 phút/lần của 63 công ty điện lực (cũ) được chuẩn hóa theo 34 tỉnh, thành phố.
5 | Hộ chiếu số cho hàng hóa xuất khẩu | Cục Xuất nhập khẩu | Hiệp hội Dệt May¶Hiệp hội Thủy sản | Cục trưởng Cục Xuất nhập khẩu | 1. Mô hình thí điểm 02 ngành hàng.¶2. Đề xuất nhân rộng năm 2027.
6 | Cấp C/O điện tử không dùng giấy | Cục Xuất nhập khẩu | {TMDT}¶Cục Hải quan | Cục trưởng Cục Xuất nhập khẩu | 100% C/O ưu đãi cấp trực tuyến từ quý III.
7 | Truy vết hàng giả trên sàn thương mại điện tử | Cục Quản lý và Phát triển thị trường trong nước | {TMDT}¶A05 - Bộ Công an | Cục trưởng Cục Quản lý và Phát triển thị trường trong nước | Công cụ quét tự động 05 sàn lớn; 200 vụ việc chuyển xử lý.
8 | Nghiên cứu vật liệu pin, lưu trữ năng lượng | Vụ Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công | Viện Năng lượng¶Viện Hóa học công nghiệp | Vụ trưởng Vụ Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công | 03 đề tài cấp Bộ được phê duyệt, trong đó có 01 đề tài đặt hàng với doanh nghiệp.
9 | Làm sạch dữ liệu cán bộ, doanh nghiệp theo Đề án 06 | Văn phòng Bộ | Vụ Tổ chức cán bộ | Chánh Văn phòng Bộ | 100% hồ sơ công chức khớp dữ liệu dân cư.
10 | Phòng, chống tấn công mạng vào hệ thống điều khiển công nghiệp | Cục Kỹ thuật an toàn và Môi trường công nghiệp | EVN¶PVN¶TKV | Đ/c Thứ trưởng phụ trách năng lượng | Diễn tập cấp Bộ tại 01 nhà máy điện;¶Bộ khuyến cáo kỹ thuật.
11 | Bồi dưỡng trí tuệ nhân tạo cho lãnh đạo cấp vụ, cấp phòng | Trường Đào tạo, bồi dưỡng cán bộ công thương Trung ương | Vụ Tổ chức cán bộ | Vụ trưởng Vụ Tổ chức cán bộ | 06 lớp, 240 người; bài kiểm tra cuối khóa.
12 | Đo lường chỉ số thương mại điện tử 34 tỉnh, thành phố | {TMDT} | VECOM¶Sở Công Thương | Cục trưởng {TMDT} | Sách trắng công bố tháng 8.
13 | Tổng kết năm, khen thưởng | {TMDT} | Vụ Tổ chức cán bộ¶Văn phòng Bộ | Phó Trưởng ban Thường trực | Hội nghị tổng kết;¶Danh sách khen thưởng;¶Dự thảo Kế hoạch năm 2027.
""")
ISSUED = "(Kèm theo Kế hoạch số      /KH-BCĐ ngày     tháng     năm 2026 của Ban Chỉ đạo)"
ISSUER = ["BỘ CÔNG THƯƠNG", "BAN CHỈ ĐẠO VỀ PHÁT TRIỂN KHCN,", "ĐMST, CHUYỂN ĐỔI SỐ VÀ ĐỀ ÁN 06"]


def make_docx():
    doc = new_docx(size=13)
    letterhead(doc, ISSUER, "Số:          /KH-BCĐ", "Hà Nội, ngày      tháng      năm 2026", widths=(7.3, 8.9), strong=2, size=11)
    titled(doc, "KẾ HOẠCH", SUBJECT)
    for text in PREAMBLE:
        para(doc, text, italic=text.startswith("Căn cứ"), align="j", indent=1)

    def own(label, text):
        closing(doc, RECIPIENTS, SIGNATORY)
        section(doc, True)
        titled(doc, label, text, issued=ISSUED)
    body(doc, TREE, lambda _: tasks_table(doc, TASKS, [1, 5.2, 3.8, 3.6, 4, 6.6], 11), own)
    save_docx(doc, NAME)


def set_columns(_):
    """Columns of fixed width with two blanks between them, cells wrapped, as a page's text is kept."""
    widths = [3, 24, 18, 17, 20, 30]
    lines = []

    def row(cells):
        parts = [[line for part in c.split("¶") for line in wrap(part.strip(), w)] for c, w in zip(cells, widths)]
        for n in range(max(len(p) for p in parts)):
            lines.append("  ".join((p[n] if n < len(p) else "").ljust(w) for p, w in zip(parts, widths)).rstrip())
        lines.append("")
    row(TASKS.columns)
    for _, cells in TASKS.rows:
        row(cells)
    return [*centred(ISSUED, 120), "", *lines]


def make_txt():
    lines = two_columns(["           BỘ CÔNG THƯƠNG", "  " + ISSUER[1], "  " + ISSUER[2], "       Số:        /KH-BCĐ"],
                        [NATION[0], "     " + NATION[1], "", " Hà Nội, ngày     tháng     năm 2026"], 46)
    lines += ["", *centred("KẾ HOẠCH"), *centred(SUBJECT), ""]
    for text in PREAMBLE:
        lines += wrap(text, 84, "     ")
    body_tree, annex = outline(""), outline("")
    body_tree.items, annex.items = TREE.items[:-1], TREE.items[-1:]
    lines += tree_lines(body_tree, 84, 5)
    lines += ["", *two_columns(["Nơi nhận:", *("- " + r for r in RECIPIENTS)],
                               ["       KT. TRƯỞNG BAN", "       PHÓ TRƯỞNG BAN", "  THỨ TRƯỞNG BỘ CÔNG THƯƠNG", "", "", "        Hà Sĩ Thăng"], 48)]
    lines += ["\f", *tree_lines(annex, 120, 0, set_columns)]
    (OUT / f"{NAME}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def make():
    make_docx()
    make_txt()
    truth(NAME, number="/KH-BCĐ", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=TASKS,
          reading={"kind": "plan", "place": "Hà Nội", "date": None, "title": {"kind": "Kế hoạch", "subject": SUBJECT},
                   "attachment": None, "addressees": [], "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["Number and date are blank: “/KH-BCĐ”, null. No groups: group is null. The cells of the last column hold lists of their own (a), -, 1.).",
                 "“Căn cứ …” and “Thực hiện …” both name căn cứ. The TXT keeps the table in columns of fixed width, two blanks apart, rows parted by an empty line."])


if __name__ == "__main__":
    make()
