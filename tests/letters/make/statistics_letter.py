"""A department's draft letter: “DỰ THẢO” above the letterhead, blanks around the strokes of its number, căn cứ in brackets; one sentence asks for a report by one day
and for the plan by another; a signatory with “PGS, TS”; the list has groups but counts anew in each, and its last column is a tick. DOCX, TXT; PDF from HTML."""
import web
from house import NATION, OUT, Tasks, base, centred, outline, tree_lines, truth, two_columns, wrap
from word import body, closing, letterhead, new_docx, para, save_docx, section, tasks_table, titled

NAME = "statistics-letter"
VV = "báo cáo kết quả năm 2026 và xây dựng Kế hoạch dữ liệu thống kê năm 2027"
ISSUED = "(Gửi kèm Công văn số 2318/CTK-DLTK ngày 20 tháng 10 năm 2026 của Cục Thống kê)"
ADDRESSEES = ["Các đơn vị thuộc Cục Thống kê", "Thống kê các tỉnh, thành phố trực thuộc trung ương"]
OPENING = [
    "Căn cứ Luật Thống kê số 89/2015/QH13 ngày 23 tháng 11 năm 2015, sửa đổi năm 2021;",
    "Căn cứ Chiến lược dữ liệu quốc gia đến năm 2030 (ban hành kèm theo Quyết định số 142/QĐ-TTg ngày 02/02/2024 của Thủ tướng Chính phủ);",
    "Nhằm thực hiện Nghị quyết số 214/NQ-CP ngày 23/7/2025 của Chính phủ, Cục Thống kê đề nghị các đơn vị làm tốt các việc sau:",
]
BASES = [
    base("Luật", "89/2015/QH13", "2015-11-23", None, "Luật Thống kê"),
    base("Quyết định", "142/QĐ-TTg", "2024-02-02", "Thủ tướng Chính phủ", None),
    base("Nghị quyết", "214/NQ-CP", "2025-07-23", "Chính phủ", None),
]
PRIORITY = [
    "Thu thập dữ liệu giá qua máy tính tiền thay cho phiếu hỏi tại ít nhất 12 tỉnh; bảo đảm so sánh được với chuỗi số liệu cũ.",
    "Khai thác dữ liệu thuế, bảo hiểm xã hội để bỏ bớt phiếu điều tra doanh nghiệp; mỗi chỉ tiêu bỏ phiếu phải có báo cáo đối chiếu hai kỳ liên tiếp.",
    "Công bố dữ liệu mở theo lịch, đúng giờ; sai lịch quá 24 giờ phải giải trình trên Cổng.",
    "Huấn luyện điều tra viên sử dụng thiết bị cá nhân an toàn, xóa dữ liệu sau khi nộp.",
]
ENDING = [
    "Báo cáo kết quả năm 2026 gửi trước ngày 10/11/2026; Kế hoạch năm 2027 (lập theo Khung gửi kèm) gửi về Cục Thống kê trước ngày 05/12/2026 để tổng hợp, báo cáo Bộ Tài chính./.",
]
RECIPIENTS = ["Như trên;", "Bộ Tài chính (để b/c);", "Lãnh đạo Cục;", "Lưu: VT, DLTK."]
SIGNATORY = (["KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG"], "PGS, TS Kiều Thu Nguyệt")
TREE = outline("""
Phần I. |# KẾT QUẢ NĂM 2026
  1. |# Kết quả theo chỉ tiêu
    - |: Số chỉ tiêu đã bỏ phiếu hỏi.
    - |: Số bộ dữ liệu mở.
  2. |# Tồn tại
    = Nêu rõ nguyên nhân chủ quan.
Phần II. |# KẾ HOẠCH NĂM 2027
  1. |# Mục tiêu
    = Ghi bằng số.
  2. |# Nhiệm vụ
    2.1. |: Nhiệm vụ chung toàn ngành (Phụ lục).
    2.2. |: Nhiệm vụ riêng của đơn vị.
  3. |# Kinh phí, nhân lực
    = Theo định mức.
PHỤ LỤC |^ NHIỆM VỤ CHUNG TOÀN NGÀNH
  % tasks
""")
TASKS = Tasks(["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Sản phẩm", "Chuyển tiếp"],
              ["no", "name", "lead", "coordinating", "time", "product", "kind"], """
* I | Nguồn dữ liệu
1 | Kết nối dữ liệu máy tính tiền | Ban Thống kê Dịch vụ và Giá | Cục Thuế | 30/4/2027 | 12 tỉnh kết nối | x
2 | Kết nối dữ liệu bảo hiểm xã hội | Ban Thống kê Dân số và Lao động | Bảo hiểm xã hội Việt Nam | Quý III | Quy chế chia sẻ |
* II | Phổ biến
1 | Lịch phổ biến thông tin năm 2027 | Văn phòng Cục | Các ban | 25/12/2026 | Lịch trên Cổng |
2 | 80 bộ dữ liệu mở | Trung tâm Dữ liệu thống kê | Các ban; Thống kê tỉnh | 31/10/2027 | 80 bộ dữ liệu | x
3 | Bản tin hình ảnh hằng tháng | Trung tâm Dữ liệu thống kê | Nhà xuất bản Thống kê và báo chí | Ngày 06 hằng tháng | 12 bản tin |
* III | Con người
1 | Thi nghiệp vụ điều tra viên | Trường Cao đẳng Thống kê | Thống kê tỉnh | Tháng 8 | 9.000 người thi |
""")
NUMBER = "Số : 2318 / CTK - DLTK"


def make():
    doc = new_docx(size=14)
    para(doc, "DỰ THẢO", bold=True, size=12)
    letterhead(doc, ["BỘ TÀI CHÍNH", "CỤC THỐNG KÊ"], NUMBER, "Hà Nội, ngày 20 tháng 10 năm 2026", VV)
    para(doc, "Kính gửi:", align="c")
    for a in ADDRESSEES:
        para(doc, f"- {a}{'.' if a == ADDRESSEES[-1] else ';'}", indent=4)
    for text in OPENING:
        para(doc, text, align="j", indent=1.27)
    for n, text in enumerate(PRIORITY, 1):
        para(doc, f"{n}. {text}", align="j", indent=1.27)
    for text in ENDING:
        para(doc, text, align="j", indent=1.27)
    closing(doc, RECIPIENTS, SIGNATORY)
    titled(doc, "KHUNG KẾ HOẠCH", "DỮ LIỆU THỐNG KÊ NĂM 2027", issued=ISSUED, page=True)

    def own(label, text):
        section(doc, True)
        titled(doc, label, text, issued=ISSUED)
    body(doc, TREE, lambda _: tasks_table(doc, TASKS, [1.2, 7, 4.6, 4.8, 3, 3, 1.8], 11), own)
    save_docx(doc, NAME)

    lines = ["DỰ THẢO", "", *two_columns(["BỘ TÀI CHÍNH", "CỤC THỐNG KÊ", NUMBER, *wrap("V/v " + VV, 34)], [*NATION, "Hà Nội, ngày 20 tháng 10 năm 2026"], 44)]
    lines += ["", "        Kính gửi:", *[f"          - {a}{'.' if a == ADDRESSEES[-1] else ';'}" for a in ADDRESSEES], ""]
    for text in [*OPENING, *(f"{n}. {t}" for n, t in enumerate(PRIORITY, 1)), *ENDING]:
        lines += wrap(text, 82, "    ")
    lines += ["", *two_columns(["Nơi nhận:", *["- " + r for r in RECIPIENTS]], [*SIGNATORY[0], "", "", SIGNATORY[1]], 46), ""]
    lines += [*centred("KHUNG KẾ HOẠCH"), *centred("DỮ LIỆU THỐNG KÊ NĂM 2027"), *centred(ISSUED), ""]
    tree = tree_lines(TREE, 82, 4, lambda _: [*centred(ISSUED), "", "\t".join(TASKS.columns), *["\t".join(cells) for _, cells in TASKS.rows]])
    (OUT / f"{NAME}.txt").write_text("\n".join(lines + tree) + "\n", encoding="utf-8")

    inside = web.tree(TREE, lambda _: web.table(TASKS, [6, 26, 18, 19, 12, 12, 7]))
    head, tail = inside.split('<p class="c b">PHỤ LỤC</p>')
    tail = tail.replace("</p>", "</p>" + web.p(ISSUED, "c i"), 1)
    web.save(NAME, [web.p("DỰ THẢO", "b"), web.letterhead(["BỘ TÀI CHÍNH", "CỤC THỐNG KÊ"], NUMBER, "Hà Nội, ngày 20 tháng 10 năm 2026", VV), web.p("Kính gửi:", "c"),
                    *[f'<div style="padding-left:45mm">- {a}{"." if a == ADDRESSEES[-1] else ";"}</div>' for a in ADDRESSEES],
                    *[web.p(t) for t in [*OPENING, *(f"{n}. {t}" for n, t in enumerate(PRIORITY, 1)), *ENDING]], web.closing(RECIPIENTS, SIGNATORY),
                    '<div class="new"></div>', web.titled("KHUNG KẾ HOẠCH", "DỮ LIỆU THỐNG KÊ NĂM 2027", issued=ISSUED), head,
                    '<div class="wide"><p class="c b">PHỤ LỤC</p>', tail, "</div>"])
    truth(NAME, number="2318/CTK-DLTK", date="2026-10-20", deadline="2026-12-05", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, priority=PRIORITY, bases=BASES,
          tasks=TASKS,
          reading={"kind": "official_letter", "issuer": ["BỘ TÀI CHÍNH", "CỤC THỐNG KÊ"], "place": "Hà Nội", "title": {"kind": "Công văn", "subject": VV},
                   "attachment": {"kind": "Khung kế hoạch", "subject": "DỮ LIỆU THỐNG KÊ NĂM 2027", "issued_with": ISSUED}, "addressees": ADDRESSEES,
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["One sentence has two dates: 10/11/2026 is the report's, 05/12/2026 the plan's. “DỰ THẢO” is no issuer; blanks around strokes are none of the number.",
                 "A strategy is named with its decision in brackets; “Nhằm thực hiện …” names a căn cứ. Tasks are counted anew in each group; a tick under “Chuyển tiếp” is the kind."])


if __name__ == "__main__":
    make()
