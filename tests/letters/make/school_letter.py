"""A department's letter: tasks (1) to (6), a deadline with its hour, “Kính gửi” with one addressee a line; the framework has Phần, Mục, 1, a), +; a list of who
does what in its Phụ lục 2. DOCX with soft line breaks for paragraphs; TXT whose list is drawn with box characters."""
import textwrap

from docx.oxml.ns import qn

from house import NATION, OUT, Tasks, base, centred, outline, tree_lines, truth, two_columns, wrap
from word import body, closing, letterhead, new_docx, para, save_docx, section, tasks_table, titled

NAME = "school-letter"
VV = "lập kế hoạch chuyển đổi số, thống kê giáo dục năm 2027"
ISSUED = "(Kèm theo Công văn số 4105/SGDĐT-VP ngày 02/11/2026 của Sở Giáo dục và Đào tạo tỉnh Cà Mau)"
ADDRESSEES = ["Ủy ban nhân dân các xã, phường", "Hiệu trưởng các trường trung học phổ thông", "Giám đốc các trung tâm giáo dục thường xuyên"]
OPENING = [
    "Căn cứ Quyết định số 131/QĐ-TTg ngày 25 tháng 01 năm 2022 của Thủ tướng Chính phủ phê duyệt Đề án “Tăng cường ứng dụng công nghệ thông tin và chuyển đổi số trong giáo dục và đào tạo giai đoạn 2022 - 2025, định hướng đến năm 2030”;",
    "Căn cứ Luật Nhà giáo số 73/2025/QH15 ngày 16/6/2025,",
    "Sở Giáo dục và Đào tạo đề nghị các đơn vị tập trung sáu nhiệm vụ sau trong năm 2027:",
]
BASES = [
    base("Quyết định", "131/QĐ-TTg", "2022-01-25", "Thủ tướng Chính phủ",
         "phê duyệt Đề án “Tăng cường ứng dụng công nghệ thông tin và chuyển đổi số trong giáo dục và đào tạo giai đoạn 2022 - 2025, định hướng đến năm 2030”"),
    base("Luật", "73/2025/QH15", "2025-06-16", None, "Luật Nhà giáo"),
]
PRIORITY = [
    "Hoàn thành học bạ số cấp trung học cơ sở trong học kỳ I; trường nào chưa có chữ ký số cho giáo viên chủ nhiệm phải báo cáo lý do.",
    "Dùng chung một phần mềm quản lý trường học trong toàn tỉnh kể từ ngày 01 tháng 8 năm 2027, không mua thêm phần mềm trùng chức năng.",
    "Chuẩn hóa mã định danh của học sinh, đối chiếu với cơ sở dữ liệu dân cư mỗi năm hai lần (tháng 9 và tháng 3).",
    "Tổ chức kiểm tra trực tuyến đối với môn Tin học, Tiếng Anh lớp 12 tại 30% số trường; rút kinh nghiệm trước khi mở rộng.",
    "Bồi dưỡng giáo viên về trí tuệ nhân tạo: (a) hiểu đúng; (b) dùng đúng; (c) dạy đúng. Mỗi trường có ít nhất 02 giáo viên cốt cán.",
    "Giữ an toàn tài khoản: bật xác thực hai bước cho 100% tài khoản quản trị.",
]
ENDING = [
    "Các đơn vị lập kế hoạch theo Phụ lục 1, cử người theo Phụ lục 2 và gửi về Sở (qua Văn phòng) trước 17 giờ 00 ngày 25 tháng 11 năm 2026. Đơn vị nộp sau ngày 30/11/2026 không được xét thi đua./.",
]
RECIPIENTS = ["Như trên;", "UBND tỉnh (b/c);", "Giám đốc, các PGĐ Sở;", "Các phòng thuộc Sở;", "Lưu: VT, VP."]
SIGNATORY = (["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Danh Thị Sà Rây")
TREE = outline("""
Phụ lục 1 |^ KHUNG KẾ HOẠCH CHUYỂN ĐỔI SỐ, THỐNG KÊ GIÁO DỤC NĂM 2027
  Phần I |# TÌNH HÌNH NĂM 2026
    Mục 1. |# Cơ sở vật chất
      + |: Số máy tính dùng được trên số học sinh.
      + |: Tốc độ đường truyền đo thực tế.
    Mục 2. |# Con người
      + |: Số giáo viên đạt chuẩn kỹ năng số.
  Phần II |# KẾ HOẠCH NĂM 2027
    Mục 1. |# Mục tiêu
      a) |: Mục tiêu bắt buộc của tỉnh;
      b) |: mục tiêu riêng của trường.
    Mục 2. |# Nhiệm vụ
      a) |: Chép đủ sáu nhiệm vụ nêu trong Công văn;
      b) |: thêm nhiệm vụ riêng, không quá mười việc.
    Mục 3. |# Dự toán
      + |: Nguồn ngân sách; nguồn thu hợp pháp; nguồn tài trợ.
Phụ lục 2 |^ PHÂN CÔNG CỦA SỞ
  % tasks
""")
TASKS = Tasks(["TT", "Nội dung hỗ trợ", "Phòng phụ trách", "Phòng phối hợp", "Hạn cuối", "Ghi chú"], ["no", "name", "lead", "coordinating", "time", "note"], """
1 | Cấp chữ ký số cho giáo viên chủ nhiệm | Văn phòng Sở | Phòng Tổ chức cán bộ | 31/01/2027 | 3.400 chữ ký số
2 | Chuyển dữ liệu sang phần mềm dùng chung | Phòng Giáo dục phổ thông | Văn phòng Sở; nhà cung cấp | 30/7/2027 |
3 | Tập huấn giáo viên cốt cán | Phòng Tổ chức cán bộ | Trường Cao đẳng Cộng đồng | Hết tháng 3 | 10 lớp
4 | Ngân hàng đề kiểm tra trực tuyến | Phòng Quản lý chất lượng | Phòng Giáo dục phổ thông và các trường chuyên | 15/4/2027 | 4.000 câu hỏi
5 | Kiểm tra an toàn tài khoản | Văn phòng Sở | Công an tỉnh | Quý II | Đột xuất
""")


def boxed(tasks, widths):
    """The list with rules of box characters, lines of a cell one below the other."""
    def rule(a, b, c):
        return a + b.join("─" * w for w in widths) + c

    def row(cells):
        cut = [textwrap.wrap(c, w - 2) or [""] for c, w in zip(cells, widths)]
        return ["│" + "│".join(f" {(c[n] if n < len(c) else ''):<{w - 1}}" for c, w in zip(cut, widths)) + "│" for n in range(max(map(len, cut)))]
    lines = [rule("┌", "┬", "┐"), *row(tasks.columns)]
    for _, cells in tasks.rows:
        lines += [rule("├", "┼", "┤"), *row(cells)]
    return [*lines, rule("└", "┴", "┘")]


def make():
    doc = new_docx(size=14)
    letterhead(doc, ["UBND TỈNH CÀ MAU", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"], "Số: 4105/SGDĐT-VP", "Cà Mau, ngày 02 tháng 11 năm 2026", VV)
    p = para(doc, "Kính gửi:", align="c")
    for a in ADDRESSEES:
        p.add_run().add_break()
        p.add_run(f"- {a}{'.' if a == ADDRESSEES[-1] else ';'}")
    for text in OPENING:
        para(doc, text, align="j", indent=1.27)
    p = para(doc, "", align="j", indent=1.27)  # the tasks are one paragraph with soft breaks
    for n, text in enumerate(PRIORITY, 1):
        if n > 1:
            p.add_run().add_break()
        p.add_run(f"({n}) {text}")
    for text in ENDING:
        para(doc, text, align="j", indent=1.27)
    closing(doc, RECIPIENTS, SIGNATORY)

    def own(label, text):
        section(doc, label.endswith("2"))
        titled(doc, label, text, issued=ISSUED)
    body(doc, TREE, lambda _: tasks_table(doc, TASKS, [1.2, 7.4, 4.6, 5, 2.8, 3.6], 12), own)
    for t in doc.element.body.iter(qn("w:t")):
        t.text = t.text.replace("+ ", "+\u00a0") if t.text and t.text.startswith("+ ") else t.text
    save_docx(doc, NAME)

    left = ["UBND TỈNH CÀ MAU", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 4105/SGDĐT-VP", "V/v lập kế hoạch chuyển đổi số,", "thống kê giáo dục năm 2027"]
    lines = two_columns(left, [NATION[0], "     " + NATION[1], "  Cà Mau, ngày 02 tháng 11 năm 2026"], 42)
    lines += ["", "            Kính gửi:", *[f"               - {a}{'.' if a == ADDRESSEES[-1] else ';'}" for a in ADDRESSEES], ""]
    for text in OPENING:
        lines += wrap(text, 84, "      ")
    for n, text in enumerate(PRIORITY, 1):
        lines += wrap(f"({n}) {text}", 84, "      ")
    for text in ENDING:
        lines += wrap(text, 84, "      ")
    lines += ["", *two_columns(["Nơi nhận:", *["- " + r for r in RECIPIENTS]], [*SIGNATORY[0], "", "", SIGNATORY[1]], 52)]
    tree = tree_lines(TREE, 84, 6, lambda _: ["", *boxed(TASKS, [5, 24, 18, 20, 13, 16])])
    for text in ("Phụ lục 1", "Phụ lục 2"):
        at = next(n for n, l in enumerate(tree) if l.strip() == text)
        end = next(n for n in range(at, len(tree)) if not tree[n].strip())
        tree[end:end] = centred(ISSUED, 84)
    (OUT / f"{NAME}.txt").write_text("\n".join(lines + tree) + "\n", encoding="utf-8")
    truth(NAME, number="4105/SGDĐT-VP", date="2026-11-02", deadline="2026-11-25", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, priority=PRIORITY,
          bases=BASES, tasks=TASKS,
          reading={"kind": "official_letter", "issuer": ["UBND TỈNH CÀ MAU", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"], "place": "Cà Mau", "title": {"kind": "Công văn", "subject": VV},
                   "addressees": ADDRESSEES, "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["The six tasks are one paragraph with soft breaks in the DOCX; (a), (b), (c) stand within the fifth.",
                 "Plans are due “trước 17 giờ 00 ngày 25 tháng 11 năm 2026”; after 30/11/2026 nobody is praised: no deadline.",
                 "Two annexes: the framework and the department's own list, drawn with box characters in the TXT."])


if __name__ == "__main__":
    make()
