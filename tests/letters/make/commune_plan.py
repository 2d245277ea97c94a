"""A commune's plan without any table: each task tells its unit, time and product in lines of its own; letterhead in lines with a row of dashes;
Nơi nhận below the signature. DOCX, TXT; PDF drawn."""
from drawn import Pages, pdf_titled, pdf_tree
from house import NATION, OUT, base, centred, outline, tree_lines, truth, wrap
from word import body, new_docx, para, save_docx, titled

NAME = "commune-plan"
SUBJECT = "Chuyển đổi số và cải cách hành chính của phường Sa Pa năm 2026"
PREAMBLE = [
    "Thực hiện Kế hoạch số 28/KH-UBND ngày 14/01/2026 của UBND tỉnh Lào Cai về chuyển đổi số tỉnh Lào Cai năm 2026; Nghị quyết số 07-NQ/ĐU ngày 05-01-2026 của Đảng ủy phường và Kế hoạch 30/KH-UBND ngày 15 tháng 01 năm 2026 của UBND tỉnh về cải cách hành chính;",
    "Ủy ban nhân dân phường Sa Pa xây dựng Kế hoạch chuyển đổi số và cải cách hành chính năm 2026 như sau:",
]
BASES = [
    base("Kế hoạch", "28/KH-UBND", "2026-01-14", "UBND tỉnh Lào Cai", "về chuyển đổi số tỉnh Lào Cai năm 2026"),
    base("Nghị quyết", "07-NQ/ĐU", "2026-01-05", "Đảng ủy phường", None),
    base("Kế hoạch", "30/KH-UBND", "2026-01-15", "UBND tỉnh", "về cải cách hành chính"),
]
RECIPIENTS = ["UBND tỉnh;", "Sở KH&CN, Sở Nội vụ;", "TT Đảng ủy, HĐND phường;", "Chủ tịch, các PCT UBND phường;", "Các phòng, TT PVHCC;", "21 tổ dân phố;", "Lưu: VT, VHXH."]
SIGNATORY = (["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"], "Má A Lềnh")
TREE = outline("""
I. |# MỤC ĐÍCH, YÊU CẦU
  1. |# Mục đích
    = Người dân, khách du lịch làm thủ tục nhanh, không phải đi lại nhiều lần.
  2. |# Yêu cầu
    = Việc làm sát tình hình phường vùng cao, có đồng bào Mông, Dao, Giáy; không sao chép kế hoạch của tỉnh.
II. |# CHỈ TIÊU
  1. |: 95% hồ sơ giải quyết đúng và trước hạn.
  2. |: 75% hồ sơ nộp trực tuyến.
  3. |: 100% cơ sở lưu trú khai báo khách qua mạng.
  4. |: 21/21 tổ dân phố có Tổ công nghệ số hoạt động.
III. |# NHIỆM VỤ CỤ THỂ
  1. |# Về thủ tục hành chính
    1.1. |# Niêm yết, công khai thủ tục bằng hình ảnh và mã QR
      - |: Đơn vị chủ trì: Trung tâm Phục vụ hành chính công phường.
      - |: Thời gian: Hoàn thành trước ngày 28/02/2026.
      - |: Sản phẩm: 01 bảng niêm yết điện tử, 21 bảng tại tổ dân phố.
    1.2. |# Tiếp nhận hồ sơ lưu động tại Tả Van, Hầu Thào, Sa Pả
      - |: Đơn vị chủ trì: Văn phòng HĐND và UBND phường.
      - |: Đơn vị phối hợp: Công an phường; Bưu điện Sa Pa.
      - |: Thời gian: Thứ Bảy hằng tuần.
  2. |# Về dữ liệu
    2.1. |# Làm sạch dữ liệu hộ tịch, hộ kinh doanh
      - |: Đơn vị chủ trì: Phòng Kinh tế, Hạ tầng và Đô thị.
      - |: Thời gian: Quý II năm 2026.
      - |: Sản phẩm: 100% dữ liệu khớp với cơ sở dữ liệu quốc gia về dân cư.
    2.2. |# Bản đồ số cơ sở lưu trú, điểm nguy hiểm khi mưa lũ
      - |: Đơn vị chủ trì: Phòng Văn hóa - Xã hội.
      - |: Thời gian: Trước mùa mưa năm 2026.
      - |: Sản phẩm: Bản đồ cập nhật 02 tuần một lần.
  3. |# Về kỹ năng số
    3.1. |# Lớp học buổi tối cho người bán hàng, chủ nhà nghỉ
      - |: Đơn vị chủ trì: Đoàn Thanh niên phường.
      - |: Thời gian: Thường xuyên.
    3.2. |# Hướng dẫn bằng tiếng Mông, tiếng Dao
      - |: Đơn vị chủ trì: Hội Liên hiệp Phụ nữ phường.
      - |: Thời gian: 2026 - 2030.
      - |: Sản phẩm: 10 đoạn phim ngắn/năm.
IV. |# KINH PHÍ
  = 640 triệu đồng từ ngân sách phường; phần còn lại do doanh nghiệp viễn thông, du lịch hỗ trợ.
V. |# TỔ CHỨC THỰC HIỆN
  1. |# Phòng Văn hóa - Xã hội
    = Tham mưu, theo dõi, báo cáo ngày 20 hằng tháng.
  2. |# Công an phường
    = Chủ trì nội dung Đề án 06.
  3. |# Các tổ dân phố
    = Vận động, hướng dẫn Nhân dân; kịp thời phản ánh vướng mắc.
""")
END = "Yêu cầu các đơn vị, tổ dân phố nghiêm túc thực hiện./."
NUMBER, WHERE = "Số: 06/KH-UBND", "Sa Pa, ngày 22 tháng 01 năm 2026"
LINES = ["UBND TỈNH LÀO CAI", "ỦY BAN NHÂN DÂN PHƯỜNG SA PA", "--------"]


def make_docx():
    doc = new_docx(size=14)
    for text in [*LINES, NUMBER]:
        para(doc, text, bold=text == LINES[1])
    for text in [*NATION, "---------------"]:
        para(doc, text, bold=True, align="c")
    para(doc, WHERE, italic=True, align="r")
    titled(doc, "KẾ HOẠCH", SUBJECT, "-----")
    for text in PREAMBLE:
        para(doc, text, align="j", indent=1)
    body(doc, TREE)
    para(doc, END, align="j", indent=1)
    for text in [*SIGNATORY[0], "", "", SIGNATORY[1]]:
        para(doc, text, bold=True, align="r")
    para(doc, "Nơi nhận:", bold=True, italic=True, size=12)
    for r in RECIPIENTS:
        para(doc, "- " + r, size=11)
    save_docx(doc, NAME)


def make_txt():
    lines = [*LINES, NUMBER, "", *centred(NATION[0], 70), *centred(NATION[1], 70), *centred("---------------", 70), "", f"{WHERE:>70}", "",
             *centred("KẾ HOẠCH", 70), *centred(SUBJECT, 70), *centred("-----", 70), ""]
    for text in PREAMBLE:
        lines += [*wrap(text, 70), ""]
    lines += tree_lines(TREE, 70, 0)
    lines += ["", *wrap(END, 70), ""]
    lines += [f"{text:>66}" for text in SIGNATORY[0]] + ["", "", f"{SIGNATORY[1]:>60}", "", "Nơi nhận:", *("- " + r for r in RECIPIENTS)]
    (OUT / f"{NAME}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def make_pdf():
    pages = Pages(NAME, margins=(64, 64, 85, 57), number="top")
    for text in [*LINES, NUMBER]:
        pages.text(text, "b" if text == LINES[1] else "", 12, first=0, gap=1)
    for text in [*NATION, "---------------"]:
        pages.text(text, "b", 12, "c", gap=1)
    pages.y -= 18
    pages.put(pages.size[0] - pages.right, pages.y, WHERE, "i", 13, "r")
    pages.y -= 10
    pdf_titled(pages, "KẾ HOẠCH", SUBJECT, "-----", size=14)
    for text in [*PREAMBLE]:
        pages.text(text)
    pdf_tree(pages, TREE, None, first=36)
    pages.text(END)
    for text in [*SIGNATORY[0], "", "", SIGNATORY[1]]:
        pages.y -= 17
        pages.put(400, pages.y, text, "b", 13, "c")
    pages.y -= 12
    pages.text("Nơi nhận:", "bi", 12, first=0, gap=0)
    for r in RECIPIENTS:
        pages.text("- " + r, "", 11, first=0, gap=0)
    pages.save()


def make():
    make_docx()
    make_txt()
    make_pdf()
    truth(NAME, number="06/KH-UBND", date="2026-01-22", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, bases=BASES,
          reading={"kind": "plan", "issuer": LINES[:2], "place": "Sa Pa", "title": {"kind": "Kế hoạch", "subject": SUBJECT},
                   "attachment": None, "addressees": [], "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["No table: unit, time and product of a task are dashes under it, and stay nodes of the outline.",
                 "Rows of dashes under letterhead and title are rules, no bullets. Nơi nhận stands below the signature, at the left margin.",
                 "The closing sentence is not compared; 28/02/2026 is the time of a task."])


if __name__ == "__main__":
    make()
