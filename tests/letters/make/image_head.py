"""A border guard command's plan saved from a scan of its first lines: letterhead, number and date are a picture, the rest is text; number and date stand in
“(Kèm theo …)” of the annex alone; the signature's side is a picture too. PDF set in flowing paragraphs and tables."""
import io

from drawn import Pages
from house import NATION, OUT, Tasks, base, outline, truth, walk

NAME = "image-head"
SUBJECT = "Ứng dụng công nghệ số trong quản lý cửa khẩu và tuần tra biên giới năm 2027"
ISSUED = "(Kèm theo Kế hoạch số 733/KH-BCHBP ngày 19 tháng 11 năm 2026 của Bộ Chỉ huy Bộ đội Biên phòng tỉnh Lạng Sơn)"
PREAMBLE = [
    "Căn cứ Luật Biên phòng Việt Nam số 66/2020/QH14 ngày 11/11/2020;",
    "Căn cứ Chỉ thị số 77/CT-BTL ngày 05/10/2026 của Tư lệnh Bộ đội Biên phòng về đẩy mạnh chuyển đổi số năm 2027;",
    "Bộ Chỉ huy xây dựng Kế hoạch như sau:",
]
BASES = [
    base("Luật", "66/2020/QH14", "2020-11-11", None, "Luật Biên phòng Việt Nam"),
    base("Chỉ thị", "77/CT-BTL", "2026-10-05", "Tư lệnh Bộ đội Biên phòng", "về đẩy mạnh chuyển đổi số năm 2027"),
]
RECIPIENTS = ["Bộ Tư lệnh BĐBP (báo cáo);", "Các đồn biên phòng;", "Phòng Tham mưu, Chính trị, Hậu cần - Kỹ thuật;", "Lưu: VT, TM. K12."]
TREE = outline("""
I. |# MỤC TIÊU
  1. |: Thời gian làm thủ tục cho phương tiện không quá 03 phút.
  2. |: 100% mốc giới có tọa độ, ảnh chụp mới trong năm.
II. |# NHIỆM VỤ
  1. |# Tại cửa khẩu
    a) |: Cổng tự động tại Hữu Nghị, Chi Ma;
    b) |: nhận diện biển số hai chiều.
  2. |# Trên tuyến biên giới
    a) |: Nhật ký tuần tra điện tử;
    b) |: trạm quan sát dùng năng lượng mặt trời.
III. |# BẢO ĐẢM
  1. |: Kinh phí 14,2 tỷ đồng từ ngân sách quốc phòng.
  2. |: Mỗi đồn có 02 cán bộ kỹ thuật.
Phụ lục |^ PHÂN CÔNG THỰC HIỆN
  % tasks
""")
TASKS = Tasks(["TT", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Kết quả"], ["no", "name", "lead", "coordinating", "time", "result"], """
1 | Cổng tự động cửa khẩu Hữu Nghị | Đồn Biên phòng cửa khẩu Hữu Nghị | Chi cục Hải quan khu vực VI | Quý II/2027 | 06 làn
2 | Cổng tự động cửa khẩu Chi Ma | Đồn Biên phòng Chi Ma | Ban Quản lý Khu kinh tế cửa khẩu | Quý IV/2027 | 02 làn
3 | Nhật ký tuần tra điện tử | Phòng Tham mưu | Các đồn | Từ 01/4/2027 | 100% chuyến tuần tra
4 | Chụp ảnh, đo lại mốc giới | Phòng Tham mưu | Sở Ngoại vụ và Sở Nông nghiệp và Môi trường | Tháng 9 - 12/2027 | 474 mốc
5 | Trạm quan sát năng lượng mặt trời | Phòng Hậu cần - Kỹ thuật | Viettel Lạng Sơn | Trước mùa mưa | 15 trạm
""")


def picture(lines, width, height):
    """A bitmap of centred lines: (text, x, y, size, bold)."""
    from PIL import Image, ImageDraw, ImageFont
    image = Image.new("L", (width * 2, height * 2), 255)
    draw = ImageDraw.Draw(image)
    for text, x, y, size, bold in lines:
        font = ImageFont.truetype(f"/usr/share/fonts/truetype/liberation2/LiberationSerif-{'Bold' if bold else 'Regular'}.ttf", size * 2)
        draw.text((x * 2, y * 2), text, 0, font, anchor="ma")
    out = io.BytesIO()
    image.point(lambda v: 255 if v > 150 else 0).convert("1").save(out, "PNG")
    return out


def make():
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.platypus import BaseDocTemplate, Frame, Image, NextPageTemplate, PageBreak, PageTemplate, Paragraph, Spacer, Table
    Pages(NAME)  # makes the fonts known
    plain = ParagraphStyle("p", fontName="LiberationSerif-Regular", fontSize=13, leading=17, firstLineIndent=28, alignment=4, spaceAfter=3)
    bold = ParagraphStyle("b", plain, fontName="LiberationSerif-Bold")
    mid = ParagraphStyle("c", bold, firstLineIndent=0, alignment=1)
    small = ParagraphStyle("s", plain, fontSize=11, leading=13, firstLineIndent=0, alignment=0, spaceAfter=0)
    head = ParagraphStyle("h", small, fontName="LiberationSerif-Bold", alignment=1)
    top = picture([("BỘ ĐỘI BIÊN PHÒNG", 110, 2, 12, False), ("BỘ CHỈ HUY BĐBP TỈNH LẠNG SƠN", 110, 18, 12, True), ("Số: 733/KH-BCHBP", 110, 44, 12, False),
                   (NATION[0], 350, 2, 12, True), (NATION[1], 350, 18, 12, True), ("Lạng Sơn, ngày 19 tháng 11 năm 2026", 350, 44, 12, False)], 480, 66)
    sign = picture([("KT. CHỈ HUY TRƯỞNG", 110, 2, 13, True), ("PHÓ CHỈ HUY TRƯỞNG", 110, 20, 13, True), ("Đại tá Vi Hồng Quang", 110, 84, 13, True)], 220, 104)
    story = [Image(top, 480, 66), Spacer(1, 12), Paragraph("KẾ HOẠCH", mid), Paragraph(SUBJECT, mid), Spacer(1, 6), *[Paragraph(t, plain) for t in PREAMBLE]]
    for what, _, label, text in walk(TREE):
        if what == "own":
            closing = Table([[[Paragraph("Nơi nhận:", small), *[Paragraph(f"- {r}", small) for r in RECIPIENTS]],
                              Image(sign, 220, 104)]], colWidths=[230, 240])
            story += [Spacer(1, 8), closing, NextPageTemplate("wide"), PageBreak(), Paragraph(label, mid), Paragraph(text, mid), Paragraph(ISSUED, mid), Spacer(1, 8)]
        elif what == "table":
            rows = [[Paragraph(c, head) for c in TASKS.columns]] + [[Paragraph(c, small) for c in cells] for _, cells in TASKS.rows]
            story.append(Table(rows, colWidths=[30, 200, 150, 160, 100, 100], repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
        else:
            story.append(Paragraph(f"{label} {text}", bold if what == "head" else plain))
    page, wide = A4, landscape(A4)
    doc = BaseDocTemplate(str(OUT / f"{NAME}.pdf"), pagesize=page, invariant=1, title="", author="", pageTemplates=[
        PageTemplate("tall", [Frame(25 * mm, 18 * mm, page[0] - 43 * mm, page[1] - 36 * mm)], pagesize=page),
        PageTemplate("wide", [Frame(15 * mm, 15 * mm, wide[0] - 30 * mm, wide[1] - 30 * mm)], pagesize=wide)])
    doc.build(story)
    truth(NAME, number="733/KH-BCHBP", date="2026-11-19", recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=TASKS,
          reading={"kind": "plan", "place": None, "title": {"kind": "Kế hoạch", "subject": SUBJECT}, "attachment": None, "addressees": [], "signatory": None},
          doubts=[["ảnh"]],
          notes=["Letterhead and signature are pictures: place, issuer and signatory cannot be known; number and date are told by the annex.",
                 "A finding must tell that part of a page is a picture that was not read (`doubts`)."])


if __name__ == "__main__":
    make()
