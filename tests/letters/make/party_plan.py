"""A plan of a Party committee's steering board: its own letterhead, “Số 15-KH/BCĐ”, labels “I-” and “1-”, T/M. DOCX; TXT in UTF-16BE, decomposed."""
import unicodedata

from house import OUT, Tasks, base, centred, outline, truth, two_columns, walk, wrap
from word import fill, letterhead_table, new_docx, para, save_docx, tasks_table

NAME = "party-plan"
SUBJECT = "thực hiện Nghị quyết số 57-NQ/TW trên địa bàn tỉnh Nghệ An năm 2026"
PREAMBLE = [
    "Căn cứ Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia; Kế hoạch số 01-KH/BCĐTW, ngày 02/6/2025 của Ban Chỉ đạo Trung ương; Quyết định số 204-QĐ/TW, ngày 29/11/2024 của Ban Bí thư phê duyệt Đề án Chuyển đổi số trong các cơ quan đảng,",
    "Ban Chỉ đạo 57 Tỉnh ủy Nghệ An ban hành Kế hoạch thực hiện năm 2026 như sau:",
]
BASES = [
    base("Nghị quyết", "57-NQ/TW", "2024-12-22", "Bộ Chính trị", "về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia"),
    base("Kế hoạch", "01-KH/BCĐTW", "2025-06-02", "Ban Chỉ đạo Trung ương", None),
    base("Quyết định", "204-QĐ/TW", "2024-11-29", "Ban Bí thư", "phê duyệt Đề án Chuyển đổi số trong các cơ quan đảng"),
]
RECIPIENTS = ["Ban Chỉ đạo 57 Trung ương (để báo cáo),", "Thường trực Tỉnh ủy (để báo cáo),", "Đảng ủy các xã, phường,", "Thành viên Ban Chỉ đạo 57,", "Lưu Văn phòng Tỉnh ủy."]
TREE = outline("""
I- |# MỤC ĐÍCH, YÊU CẦU
  1- |# Mục đích
    = Đưa việc thực hiện Nghị quyết thành nền nếp ở từng chi bộ.
  2- |# Yêu cầu
    a) |: Cấp ủy viên gương mẫu sử dụng văn bản điện tử;
    b) |: không giao việc chung chung, không rõ thời hạn.
II- |# NHIỆM VỤ, GIẢI PHÁP
  1- |# Lãnh đạo, chỉ đạo
    - |: Họp Ban Chỉ đạo mỗi quý một lần.
    - |: Kiểm tra 12 đảng ủy trực thuộc.
  2- |# Chuyển đổi số trong cơ quan đảng
    - |: Dùng chung 100% phần mềm do Văn phòng Trung ương Đảng triển khai.
    - |: Số hóa hồ sơ đảng viên.
  3- |# Khoa học, công nghệ phục vụ phát triển
    = Ưu tiên dược liệu Pù Mát, chè Thanh Chương, du lịch Kim Liên - Cửa Lò.
III- |# TỔ CHỨC THỰC HIỆN
  1- |: Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo cụ thể hóa thành kế hoạch của chính quyền.
  2- |: Ban Tuyên giáo và Dân vận Tỉnh ủy hướng dẫn tuyên truyền.
  3- |: Văn phòng Tỉnh ủy theo dõi, báo cáo Ban Chỉ đạo trước ngày 25 hằng tháng.
PHỤ LỤC |^ NHIỆM VỤ NĂM 2026
  % tasks
""")
TASKS = Tasks(
    ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian hoàn thành", "Ghi chú"],
    ["no", "name", "lead", "coordinating", "time", "note"],
    """
1 | Ban hành quy chế làm việc của Ban Chỉ đạo | Văn phòng Tỉnh ủy | Ban Tổ chức Tỉnh ủy | Tháng 3/2026 |
2 | Số hóa hồ sơ của 210.000 đảng viên | Ban Tổ chức Tỉnh ủy | Công an tỉnh | Quý IV/2026 | Đã làm 60%
3 | Nối mạng thông tin diện rộng của Đảng đến 130 xã, phường | Văn phòng Tỉnh ủy | Viettel Nghệ An | Quý II/2026 |
4 | Cuộc thi tìm hiểu Nghị quyết | Ban Tuyên giáo và Dân vận Tỉnh ủy | Tỉnh đoàn | Tháng 8/2026 |
5 | Kiểm tra việc thực hiện tại 12 đảng ủy | Ủy ban Kiểm tra Tỉnh ủy | Các ban đảng | Quý III/2026 |
6 | Đặt hàng 05 nhiệm vụ khoa học về dược liệu | Đảng ủy Sở Khoa học và Công nghệ | Trường Đại học Vinh | 2026 - 2028 | Nguồn sự nghiệp
7 | Bồi dưỡng kỹ năng số cho bí thư chi bộ | Trường Chính trị tỉnh | Ban Tổ chức Tỉnh ủy | Cả năm | 40 lớp
8 | Sơ kết một năm | Văn phòng Tỉnh ủy | Các thành viên | Tháng 12/2026 |
""")


def make_docx():
    doc = new_docx(size=14)
    letterhead_table(doc, [("TỈNH ỦY NGHỆ AN", False, False), ("BAN CHỈ ĐẠO 57", True, False), ("*", False, False), ("Số 15-KH/BCĐ", False, False)],
                     [("ĐẢNG CỘNG SẢN VIỆT NAM", True, False), ("", False, False), ("", False, False), ("Nghệ An, ngày 09 tháng 3 năm 2026", False, True)])
    para(doc, "")
    para(doc, "KẾ HOẠCH", bold=True, align="c")
    para(doc, SUBJECT, bold=True, align="c")
    para(doc, "-----", align="c")
    for text in PREAMBLE:
        para(doc, text, align="j", indent=1.27)
    for what, _, label, text in walk(TREE):
        if what == "own":
            cells = doc.add_table(rows=1, cols=2).rows[0].cells
            fill(cells[0], "Nơi nhận:¶" + "¶".join("- " + r for r in RECIPIENTS), size=12)
            fill(cells[1], "T/M BAN CHỈ ĐẠO¶PHÓ BÍ THƯ THƯỜNG TRỰC¶kiêm¶PHÓ TRƯỞNG BAN¶¶¶Hồ Sỹ Thành", bold=True, align="c")
            doc.add_page_break()
            para(doc, label, bold=True, align="c")
            para(doc, text, bold=True, align="c")
            para(doc, "(kèm theo Kế hoạch số 15-KH/BCĐ, ngày 09/3/2026 của Ban Chỉ đạo 57)", italic=True, align="c")
        elif what == "table":
            tasks_table(doc, TASKS, [1.1, 5.5, 3, 3, 2, 1.9], size=12)
        else:
            para(doc, f"{label} {text}".strip(), bold=what == "head", align="j", indent=1.27)
    save_docx(doc, NAME)


def make_txt():
    lines = two_columns(["  TỈNH ỦY NGHỆ AN", "   BAN CHỈ ĐẠO 57", "         *", "   Số 15-KH/BCĐ"], ["    ĐẢNG CỘNG SẢN VIỆT NAM", "", "", "Nghệ An, ngày 09 tháng 3 năm 2026"], 38)
    lines += ["", *centred("KẾ HOẠCH"), *centred(SUBJECT), *centred("-----"), ""]
    for text in PREAMBLE:
        lines += wrap(text, 78, "    ")
    for what, _, label, text in walk(TREE):
        if what == "own":
            lines += ["", *two_columns(["Nơi nhận:", *("- " + r for r in RECIPIENTS)], ["   T/M BAN CHỈ ĐẠO", "PHÓ BÍ THƯ THƯỜNG TRỰC", "       kiêm", "   PHÓ TRƯỞNG BAN", "", "", "    Hồ Sỹ Thành"], 48)]
            lines += ["", "", *centred(label), *centred(text), *centred("(kèm theo Kế hoạch số 15-KH/BCĐ, ngày 09/3/2026 của Ban Chỉ đạo 57)"), ""]
        elif what == "table":
            lines += ["\t".join(TASKS.columns), *("\t".join(cells) for _, cells in TASKS.rows)]
        else:
            lines += wrap(f"{label} {text}".strip(), 78, "    ")
    (OUT / f"{NAME}.txt").write_bytes(b"\xfe\xff" + unicodedata.normalize("NFD", "\n".join(lines) + "\n").encode("utf-16-be"))


def make():
    make_docx()
    make_txt()
    signatory = (["T/M BAN CHỈ ĐẠO", "PHÓ BÍ THƯ THƯỜNG TRỰC", "kiêm", "PHÓ TRƯỞNG BAN"], "Hồ Sỹ Thành")
    truth(NAME, number="15-KH/BCĐ", date="2026-03-09", signatory=signatory, recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=TASKS,
          reading={"kind": "plan", "issuer": ["TỈNH ỦY NGHỆ AN", "BAN CHỈ ĐẠO 57"], "place": "Nghệ An", "title": {"kind": "Kế hoạch", "subject": SUBJECT},
                   "attachment": None, "addressees": [], "signatory": {"authority": signatory[0], "name": signatory[1]}},
          notes=["A label “I-” may be given as “I” or “I-”."])


if __name__ == "__main__":
    make()
