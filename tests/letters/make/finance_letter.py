"""A ministry's letter with the outline of the plan in its own body, no attachment; odd căn cứ; a footnote. DOCX, PDF, TXT with BOM."""
from house import NATION, OUT, Node, base, outline, tree_lines, truth, two_columns, walk, wrap
from word import add_footnotes, closing, letterhead, new_docx, para, save_docx, to_pdf

NAME = "finance-letter"
VV = "xây dựng kế hoạch phát triển kinh tế - xã hội và kế hoạch thực hành tiết kiệm, chống lãng phí năm 2027"
ADDRESSEES = ["Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ", "Kiểm toán nhà nước", "Cơ quan trung ương của các tổ chức chính trị - xã hội", "UBND các tỉnh, thành phố trực thuộc trung ương"]
OPENING = [
    "Thực hiện Luật Thực hành tiết kiệm, chống lãng phí số 44/2013/QH13, Nghị định 84/2014/NĐ-CP ngày 08/9/2014 của Chính phủ quy định chi tiết một số điều của Luật Thực hành tiết kiệm, chống lãng phí; Chỉ thị số 27-CT/TW ngày 25-12-2023 của Bộ Chính trị; Chỉ thị 22/CT-TTg ngày 5/6/2026 của Thủ tướng Chính phủ về xây dựng kế hoạch phát triển kinh tế - xã hội năm 2027, Bộ Tài chính đề nghị các cơ quan xây dựng kế hoạch năm 2027 theo các nội dung chủ yếu dưới đây:",
]
BASES = [
    base("Luật", "44/2013/QH13", None, None, "Luật Thực hành tiết kiệm, chống lãng phí"),
    base("Nghị định", "84/2014/NĐ-CP", "2014-09-08", "Chính phủ", "quy định chi tiết một số điều của Luật Thực hành tiết kiệm, chống lãng phí"),
    base("Chỉ thị", "27-CT/TW", "2023-12-25", "Bộ Chính trị", None),
    base("Chỉ thị", "22/CT-TTg", "2026-06-05", "Thủ tướng Chính phủ", "về xây dựng kế hoạch phát triển kinh tế - xã hội năm 2027"),
]
TREE = outline("""
I. |# VỀ ĐÁNH GIÁ TÌNH HÌNH THỰC HIỆN NĂM 2026
  1. |# Yêu cầu đánh giá
    a) |: Số liệu 06 tháng đầu năm là số thực hiện, số liệu cả năm là số ước thực hiện;
    b) |: so sánh với cùng kỳ năm 2025, với mục tiêu Quốc hội giao và với mục tiêu do cơ quan tự phấn đấu;
    c) |: nêu rõ trách nhiệm của người đứng đầu đối với nhiệm vụ chậm.
  2. |# Nội dung đánh giá
    2.1. |# Tình hình thực hiện các chỉ tiêu chủ yếu
      = Gồm tăng trưởng, đầu tư, thu ngân sách, xuất khẩu, lao động, việc làm. Địa phương đánh giá thêm chỉ số giá tiêu dùng trên địa bàn.
    2.2. |# Giải ngân vốn đầu tư công
      - |: Tỷ lệ giải ngân đến ngày 30 tháng 9 và ước đến ngày 31/01/2027{fn1}.
      - |: Danh sách dự án giải ngân dưới 50%, nguyên nhân theo từng nhóm:
        + |: giải phóng mặt bằng;
        + |: vật liệu xây dựng;
        + |: năng lực nhà thầu, ban quản lý dự án.
    2.3. |# Thực hành tiết kiệm, chống lãng phí
      a) |: Trong quản lý, sử dụng ngân sách nhà nước;
      b) |: trong quản lý, sử dụng trụ sở, tài sản công sau sắp xếp;
      c) |: trong quản lý tài nguyên, nhất là đất đai, khoáng sản;
      d) |: trong quản lý vốn nhà nước tại doanh nghiệp;
      đ) |: trong sản xuất và tiêu dùng của Nhân dân.
II. |# VỀ KẾ HOẠCH NĂM 2027
  = Năm 2027 là năm thứ hai thực hiện Kế hoạch 5 năm 2026 - 2030. Kế hoạch của từng cơ quan bám sát Kế hoạch 5 năm đã được phê duyệt, không đặt lại mục tiêu.
  1. |# Bối cảnh
    = Phân tích thuận lợi, khó khăn; dự báo theo hai phương án.
  2. |# Mục tiêu, chỉ tiêu
    = Mỗi chỉ tiêu có đơn vị đo, nguồn số liệu, cơ quan chịu trách nhiệm. Không xây dựng chỉ tiêu chỉ để tuyên truyền.
  3. |# Nhiệm vụ, giải pháp
    3.1. |# Nhiệm vụ về thể chế
      = Danh mục luật, nghị định, thông tư trình trong năm.
    3.2. |# Nhiệm vụ về đầu tư
      = Bố trí vốn tập trung; số dự án khởi công mới không quá 60% số dự án hoàn thành năm 2026.
    3.3. |# Nhiệm vụ về tiết kiệm
      a) |: Tiết kiệm thêm 10% chi thường xuyên ngoài tiết kiệm đã giao;
      b) |: xử lý dứt điểm trụ sở dôi dư, trong đó ít nhất 70% phải có phương án được duyệt trong quý II;
      c) |: không mua xe ô tô mới, trừ xe chuyên dùng;
      d) |: cắt giảm tối thiểu 30% hội nghị trực tiếp.
  4. |# Danh mục nhiệm vụ trọng tâm
    = Mỗi cơ quan chọn không quá 15 nhiệm vụ, nêu rõ cơ quan chủ trì, thời hạn, sản phẩm.
III. |# TIẾN ĐỘ VÀ TỔ CHỨC THỰC HIỆN
  1. |: Các cơ quan báo cáo nhu cầu vốn đầu tư công trước ngày 31 tháng 7 năm 2026 trên hệ thống thông tin quốc gia về đầu tư công.
  2. |: Kế hoạch năm 2027 (cả phần tiết kiệm) được người đứng đầu cơ quan phê duyệt và gửi Bộ Tài chính trước ngày 05 tháng 8 năm 2026; bản điện tử gửi theo địa chỉ kinhtexahoi@mof.gov.vn.
  3. |: Bộ Tài chính tổ chức làm việc với từng cơ quan từ ngày 15/8 đến ngày 10/9/2026.
""")
ENDING = ["Đề nghị các cơ quan quan tâm, thực hiện./."]
RECIPIENTS = ["Như trên;", "Thủ tướng CP, các PTTg (để b/c);", "VP: TW Đảng, CTN, QH, CP;", "Ủy ban KTTC của Quốc hội;", "Bộ trưởng, các Thứ trưởng;", "Các Sở TC tỉnh, TP;", "Lưu: VT, TH, NSNN (180b)."]
SIGNATORY = (["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"], "Nguyễn Trí Dũng Lâm")
NOTE = "Thời hạn giải ngân theo Luật Đầu tư công; không tính vốn được phép kéo dài."


def clean(node):
    out = Node(node.label, node.heading, node.style)
    out.items = [clean(i) if isinstance(i, Node) else i.replace("{fn1}", "") for i in node.items]
    return out


CLEAN = clean(TREE)


def reference(p):
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    p._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'))


def make_docx():
    doc = new_docx(size=13)
    letterhead(doc, ["BỘ TÀI CHÍNH"], "Số: 8817/BTC-TH", "Hà Nội, ngày 19 tháng 6 năm 2026", VV)
    for n, a in enumerate(ADDRESSEES):  # "Kính gửi" and the first addressee share a line
        para(doc, f"{'Kính gửi: ' if n == 0 else ''}- {a}{'.' if a == ADDRESSEES[-1] else ';'}", indent=2 if n == 0 else 3.9)
    for text in OPENING:
        para(doc, text, align="j", indent=1.27)
    for what, _, label, text in walk(TREE):
        before, _, after = text.partition("{fn1}")
        p = para(doc, f"{label} {before}".strip(), bold=what == "head", align="j", indent=1.27)
        if after:
            reference(p)
            p.add_run(after)
    for text in ENDING:
        para(doc, text, align="j", indent=1.27)
    closing(doc, RECIPIENTS, SIGNATORY)
    save_docx(doc, NAME)
    add_footnotes(NAME, {1: NOTE})


def make_txt():
    lines = two_columns(["            BỘ TÀI CHÍNH", "", "       Số: 8817/BTC-TH", *wrap(f"V/v {VV}", 40, " ", " ")],
                        [NATION[0], "    " + NATION[1], "", "    Hà Nội, ngày 19 tháng 6 năm 2026"], 46)
    lines += ["", "      Kính gửi:  - " + ADDRESSEES[0] + ";"]
    for a in ADDRESSEES[1:]:
        lines += wrap(f"- {a}{'.' if a == ADDRESSEES[-1] else ';'}", 84, " " * 17, " " * 19)
    lines.append("")
    for text in OPENING:
        lines += wrap(text, 88, "      ")
    lines += tree_lines(CLEAN, 88, 6)
    for text in ENDING:
        lines += wrap(text, 88, "      ")
    left = ["Nơi nhận:", *("- " + r for r in RECIPIENTS)]
    lines += ["", *two_columns(left, ["     KT. BỘ TRƯỞNG", "      THỨ TRƯỞNG", "", "", "", "  Nguyễn Trí Dũng Lâm"], 50)]
    (OUT / f"{NAME}.txt").write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode() + b"\r\n")


def make():
    make_docx()
    to_pdf(NAME)
    make_txt()
    truth(NAME, number="8817/BTC-TH", date="2026-06-19", deadline="2026-08-05", signatory=SIGNATORY, recipients=RECIPIENTS, tree=CLEAN, bases=BASES,
          reading={"kind": "official_letter", "issuer": ["BỘ TÀI CHÍNH"], "place": "Hà Nội", "title": {"kind": "Công văn", "subject": VV},
                   "attachment": None, "addressees": ADDRESSEES, "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["The outline stands in the letter: no attachment, no priority tasks (the numbers stand under I, II, III).",
                 "The plan is asked for by 05/8/2026; 31/7/2026 is the date of another report, 15/8 to 10/9/2026 are meetings.",
                 "44/2013/QH13 is cited without a date; 27-CT/TW has its date with hyphens, as the Party writes it; 84/2014/NĐ-CP without “số”.",
                 "“Đề nghị các cơ quan …” after III/3 is the letter's end: it may stand under III/3 or nowhere."])


if __name__ == "__main__":
    make()
