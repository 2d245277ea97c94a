"""A ministry's office gives out tasks after a meeting: a notice (Thông báo), its tasks counted 01 to 11 without groups; coordinating units parted by line
feeds, “và”, “;”; deadlines in every form; a header that stands again after a page's end as rows of the table. DOCX; TXT as a PDF's layout gives it."""
import textwrap

from house import NATION, OUT, Tasks, base, outline, truth, two_columns, walk, wrap
from word import body, closing, fill, letterhead, new_docx, para, save_docx, tasks_table, titled, widen

NAME = "task-notice"
SUBJECT = "Phân công nhiệm vụ thực hiện Kế hoạch dữ liệu và chuyển đổi số năm 2027 của Bộ Dân tộc và Tôn giáo"
OPENING = [
    "Thực hiện Quyết định số 731/QĐ-BDTTG ngày 11 tháng 12 năm 2026 của Bộ trưởng Bộ Dân tộc và Tôn giáo ban hành Kế hoạch dữ liệu và chuyển đổi số năm 2027; ý kiến của Thứ trưởng Thường trực tại cuộc họp ngày 08/01/2027, Văn phòng Bộ thông báo phân công như sau:",
]
BASES = [base("Quyết định", "731/QĐ-BDTTG", "2026-12-11", "Bộ trưởng Bộ Dân tộc và Tôn giáo", "ban hành Kế hoạch dữ liệu và chuyển đổi số năm 2027")]
RECIPIENTS = ["Bộ trưởng (để b/c);", "Các Thứ trưởng;", "Các vụ, đơn vị thuộc Bộ;", "Lưu: VT, VP (03)."]
SIGNATORY = (["TL. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG"], "Đàng Thị Mỹ Lệ")
TREE = outline("""
I. |# NGUYÊN TẮC PHÂN CÔNG
  1. |: Một việc chỉ giao một đơn vị chịu trách nhiệm chính.
  2. |: Đơn vị phối hợp trả lời trong 05 ngày làm việc; quá hạn coi như đồng ý.
II. |# NHIỆM VỤ CỤ THỂ
  % tasks
III. |# CHẾ ĐỘ BÁO CÁO
  1. |: Báo cáo tuần gửi qua phần mềm theo dõi nhiệm vụ, trước 15 giờ thứ Năm.
  2. |: Báo cáo sơ kết 6 tháng gửi trước ngày 20/6/2027; báo cáo năm gửi trước ngày 05/12/2027.
""")
TASKS = Tasks(["TT", "Nhiệm vụ được giao", "Đơn vị thực hiện", "Đơn vị phối hợp", "Thời hạn hoàn thành", "Sản phẩm phải đạt"],
              ["no", "name", "lead", "coordinating", "time", "product"], """
01 | Xây dựng danh mục dữ liệu chủ về xã, thôn vùng đồng bào dân tộc thiểu số | Vụ Kế hoạch - Tài chính | Trung tâm Chuyển đổi số; Cục Thống kê | Quý I/2027 | Quyết định ban hành danh mục
02 | Chuyển 14 báo cáo định kỳ sang nhập liệu trực tuyến | Văn phòng Bộ | Các vụ, đơn vị | 31.3.2027 | 14 biểu mẫu điện tử
03 | Liên thông dữ liệu cơ sở tôn giáo với bản đồ số | Ban Tôn giáo Chính phủ | Trung tâm Chuyển đổi số và Cục Đo đạc, Bản đồ và Thông tin địa lý Việt Nam | Trước ngày 30 tháng 9 năm 2027 | 28.000 cơ sở có tọa độ
04 | Biên tập bộ học liệu kỹ năng số bằng 05 tiếng dân tộc | Vụ Tuyên truyền | Học viện Dân tộc¶Đài Tiếng nói Việt Nam (VOV4) | 6 tháng cuối năm | 60 bài, mỗi bài 5 phút
05 | Trả lời phản ánh, kiến nghị của người có uy tín | Vụ Chính sách | | Thường xuyên | 100% trả lời đúng hạn
06 | Đánh giá an toàn hệ thống quản lý Chương trình mục tiêu quốc gia | Trung tâm Chuyển đổi số | A05, Bộ Công an | T5/2027 | Báo cáo đánh giá
07 | Rà soát, bãi bỏ chế độ báo cáo trùng lặp | Vụ Pháp chế | Văn phòng Bộ | Trong tháng 02 | Thông tư bãi bỏ
08 | Số hóa hồ sơ công nhận tổ chức tôn giáo | Ban Tôn giáo Chính phủ | Trung tâm Lưu trữ quốc gia III | 2027 - 2028 | 43 bộ hồ sơ
09 | Tập huấn cán bộ cấp xã của 22 tỉnh | Học viện Dân tộc | Sở Dân tộc và Tôn giáo các tỉnh | Đợt 1: tháng 4; đợt 2: tháng 10 | 1.500 lượt người
10 | Thuê dịch vụ đường truyền dự phòng | Văn phòng Bộ | Trung tâm Chuyển đổi số | Ngay sau khi được giao dự toán | Hợp đồng
11 | Tổng kết, đề xuất khen thưởng | Vụ Tổ chức cán bộ | Các vụ, đơn vị | 15/12/2027 | Tờ trình
""")


def layout(rows, widths):
    """Rows in columns of fixed width, lines of a row one below the other."""
    lines = []
    for cells in rows:
        cut = [[l for part in c.split("¶") for l in (textwrap.wrap(part.strip(), w - 3, break_long_words=False) or [""])] for c, w in zip(cells, widths)]
        for n in range(max(map(len, cut))):
            lines.append("".join((c[n] if n < len(c) else "").ljust(w) for c, w in zip(cut, widths)).rstrip())
        lines.append("")
    return lines


def make():
    doc = new_docx(size=13)
    letterhead(doc, ["BỘ DÂN TỘC VÀ TÔN GIÁO", "VĂN PHÒNG"], "Số: 57/TB-VP", "Hà Nội, ngày 12 tháng 01 năm 2027")
    titled(doc, "THÔNG BÁO", SUBJECT)
    for text in OPENING:
        para(doc, text, align="j", indent=1)

    def table(_):
        t = tasks_table(doc, TASKS, size=11, repeat=False)
        again = t.add_row()  # the clerk copied the header by hand where the page ended
        for cell, text in zip(again.cells, TASKS.columns):
            fill(cell, text, bold=True, align="c", size=11)
        t.rows[6]._tr.addnext(again._tr)
        widen(t, [1, 5, 2.8, 3.1, 2.4, 2.6])
    body(doc, TREE, table)
    closing(doc, RECIPIENTS, SIGNATORY)
    save_docx(doc, NAME)

    lines = two_columns(["BỘ DÂN TỘC VÀ TÔN GIÁO", "       VĂN PHÒNG", "", "     Số: 57/TB-VP"], [*NATION, "", "Hà Nội, ngày 12 tháng 01 năm 2027"], 50)
    lines += ["", "THÔNG BÁO".center(100).rstrip(), *[l.center(100).rstrip() for l in wrap(SUBJECT, 70)], ""]
    for text in OPENING:
        lines += wrap(text, 100, "      ")
    widths = [6, 28, 20, 23, 18, 22]
    head = layout([TASKS.columns], widths)
    for what, _, label, text in walk(TREE):
        if what == "table":
            rows = [cells for _, cells in TASKS.rows]
            lines += ["", *head, *layout(rows[:5], widths), "\f" + " " * 50 + "2", "", *head, *layout(rows[5:], widths)]
        else:
            lines += wrap(f"{label} {text}".strip(), 100, "      ")
    lines += ["", *two_columns(["Nơi nhận:", *["- " + r for r in RECIPIENTS]], [*["     " + l for l in SIGNATORY[0]], "", "", "", "     " + SIGNATORY[1]], 56)]
    (OUT / f"{NAME}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    truth(NAME, number="57/TB-VP", date="2027-01-12", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=TASKS,
          reading={"issuer": ["BỘ DÂN TỘC VÀ TÔN GIÁO", "VĂN PHÒNG"], "place": "Hà Nội", "title": {"kind": "Thông báo", "subject": SUBJECT}, "attachment": None,
                   "addressees": [], "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["A notice: its kind is left open. 01 to 11 may be given as numbers (1) or as printed. The second header in the table is no task.",
                 "The TXT is what a PDF's layout gives: columns by position, a page's end in the table with number and header again."])


if __name__ == "__main__":
    make()
