"""A letter of a province's department in VNI: typed text and a DOCX in VNI-Times. DOCX, TXT."""
from house import OUT, base, outline, truth, walk, wrap
from legacy import vni
from word import fill, new_docx, para, save_docx

NAME = "letter-vni"
VV = "hướng dẫn xây dựng kế hoạch cải cách hành chính và tin học hóa năm 2007"
ISSUED = "(Ban hành kèm theo Công văn số 642/SBCVT-CNTT ngày 04 tháng 10 năm 2006 của Sở Bưu chính, Viễn thông tỉnh An Giang)"
ADDRESSEES = ["Các sở, ban, ngành tỉnh", "Ủy ban nhân dân các huyện, thị xã Châu Đốc và thành phố Long Xuyên"]
OPENING = [
    "Thực hiện Quyết định số 246/2005/QĐ-TTg ngày 06 tháng 10 năm 2005 của Thủ tướng Chính phủ phê duyệt Chiến lược phát triển công nghệ thông tin và truyền thông Việt Nam đến năm 2010 và định hướng đến năm 2020; Chỉ thị 10/2006/CT-TTg ngày 23/3/2006 của Thủ tướng Chính phủ về việc giảm văn bản, giấy tờ hành chính trong hoạt động của các cơ quan hành chính nhà nước; Quyết định số 1733/QĐ-UBND ngày 05/9/2006 của Ủy ban nhân dân tỉnh An Giang;",
    "Sở Bưu chính, Viễn thông đề nghị các cơ quan, đơn vị xây dựng kế hoạch năm 2007 theo các yêu cầu sau:",
]
BASES = [
    base("Quyết định", "246/2005/QĐ-TTg", "2005-10-06", "Thủ tướng Chính phủ", "phê duyệt Chiến lược phát triển công nghệ thông tin và truyền thông Việt Nam đến năm 2010 và định hướng đến năm 2020"),
    base("Chỉ thị", "10/2006/CT-TTg", "2006-03-23", "Thủ tướng Chính phủ", "về việc giảm văn bản, giấy tờ hành chính trong hoạt động của các cơ quan hành chính nhà nước"),
    base("Quyết định", "1733/QĐ-UBND", "2006-09-05", "Ủy ban nhân dân tỉnh An Giang", None),
]
PRIORITY = [
    "Áp dụng phần mềm quản lý văn bản tại văn phòng; giảm ít nhất 20% lượng giấy in so với năm 2006.",
    "Kết nối Internet tốc độ cao đến trụ sở ủy ban nhân dân cấp huyện, ưu tiên Tri Tôn, Tịnh Biên, An Phú.",
    "Niêm yết thủ tục hành chính trên trang thông tin điện tử của tỉnh.",
    "Lập dữ liệu hộ nghèo, hộ đồng bào dân tộc Khmer, Chăm bằng phần mềm dùng chung.",
    "Giải quyết hồ sơ đất đai theo cơ chế một cửa, mỗi bước có biên nhận in từ máy tính.",
    "Cử ít nhất 01 cán bộ chuyên trách công nghệ thông tin; không kiêm nhiệm quá 02 việc.",
    "Sao lưu dữ liệu hằng tuần, cất giữ tại nơi khác trụ sở.",
]
ENDING = ["Kế hoạch của đơn vị gửi về Sở Bưu chính, Viễn thông trước 17 giờ ngày 10/11/2006 (kèm tập tin qua thư điện tử sobcvt@angiang.gov.vn).",
          "Rất mong sự hợp tác của Quý cơ quan./."]
RECIPIENTS = ["Như trên;", "TT. UBND tỉnh (báo cáo);", "Lưu: VT, P.CNTT."]
TREE = outline("""
I. |# ĐÁNH GIÁ NĂM 2006
  1. |# Kết quả
    a. |: Về trang thiết bị;
    b. |: Về phần mềm;
    c. |: Về con người.
  2. |# Hạn chế
    = Ghi ngắn, nêu đúng nguyên nhân.
II. |# NỘI DUNG KẾ HOẠCH NĂM 2007
  1. |# Mục tiêu
    - |: Mục tiêu tổng quát;
    - |: Mục tiêu cụ thể, gồm:
      + |: số máy tính trên đầu người;
      + |: số thủ tục được tin học hóa.
  2. |# Nhiệm vụ
    a. |: Mạng máy tính;
    b. |: Phần mềm dùng chung;
    c. |: Cơ sở dữ liệu;
    d. |: Đào tạo;
    đ. |: An toàn dữ liệu;
    e. |: Trang thông tin điện tử.
  3. |# Kinh phí
    = Tách riêng vốn đầu tư và vốn sự nghiệp.
III. |# TỔ CHỨC THỰC HIỆN
  = Nêu người chịu trách nhiệm và thời hạn từng việc.
""")


def make_docx():
    doc = new_docx("VNI-Times", 13)

    def old(where, text, **how):
        return para(where, vni(text), **how)

    for cell, lines in zip(doc.add_table(rows=1, cols=2).rows[0].cells, (
            ["UBND TỈNH AN GIANG", "SỞ BƯU CHÍNH, VIỄN THÔNG", "Số: 642/SBCVT-CNTT", f"V/v {VV}"],
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Long Xuyên, ngày 04 tháng 10 năm 2006"])):
        for text in lines:
            old(cell, text, align="c", size=11)
        cell._tc.remove(cell.paragraphs[0]._p)
    old(doc, "Kính gửi:", indent=3)
    for a in ADDRESSEES:
        old(doc, f"- {a}{'.' if a == ADDRESSEES[-1] else ';'}", indent=4)
    for text in [*OPENING, *(f"{n}. {t}" for n, t in enumerate(PRIORITY, 1)), *ENDING]:
        old(doc, text, indent=1, align="j")
    cells = doc.add_table(rows=1, cols=2).rows[0].cells
    fill(cells[0], vni("Nơi nhận:¶").replace(vni("¶"), "¶") + "¶".join(vni("- " + r) for r in RECIPIENTS), size=11)
    fill(cells[1], "¶".join(vni(t) for t in ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "", "Huỳnh Ngọc Thạnh"]), bold=True, align="c")
    doc.add_page_break()
    old(doc, "ĐỀ CƯƠNG", bold=True, align="c")
    old(doc, "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH VÀ TIN HỌC HÓA NĂM 2007", bold=True, align="c")
    old(doc, ISSUED, italic=True, align="c")
    for what, _, label, text in walk(TREE):
        old(doc, f"{label} {text}".strip(), bold=what == "head", indent=1)
    save_docx(doc, NAME)


def make_txt():
    lines = ["UBND TỈNH AN GIANG", "SỞ BƯU CHÍNH, VIỄN THÔNG", "Số: 642/SBCVT-CNTT", f"V/v {VV}", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
             "Độc lập - Tự do - Hạnh phúc", "", "Long Xuyên, ngày 04 tháng 10 năm 2006", "", "Kính gửi:"]
    lines += [f"- {a}{'.' if a == ADDRESSEES[-1] else ';'}" for a in ADDRESSEES]
    lines.append("")
    for text in [*OPENING, *(f"{n}. {t}" for n, t in enumerate(PRIORITY, 1)), *ENDING]:
        lines += [*wrap(text, 72), ""]
    lines += ["Nơi nhận:", *("- " + r for r in RECIPIENTS), "", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "", "Huỳnh Ngọc Thạnh", "", "",
              "ĐỀ CƯƠNG", "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH VÀ TIN HỌC HÓA NĂM 2007", *wrap(ISSUED, 72), ""]
    for what, _, label, text in walk(TREE):
        lines += wrap(f"{label} {text}".strip(), 72)
    (OUT / f"{NAME}.txt").write_bytes("\r\n".join(vni(line) for line in lines).encode("latin-1") + b"\r\n")


def make():
    make_docx()
    make_txt()
    signatory = (["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Huỳnh Ngọc Thạnh")
    truth(NAME, number="642/SBCVT-CNTT", date="2006-10-04", deadline="2006-11-10", signatory=signatory, recipients=RECIPIENTS, tree=TREE,
          priority=PRIORITY, bases=BASES,
          reading={"kind": "official_letter", "issuer": ["UBND TỈNH AN GIANG", "SỞ BƯU CHÍNH, VIỄN THÔNG"], "place": "Long Xuyên",
                   "title": {"kind": "Công văn", "subject": VV},
                   "attachment": {"kind": "Đề cương", "subject": "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH VÀ TIN HỌC HÓA NĂM 2007", "issued_with": ISSUED},
                   "addressees": ADDRESSEES, "signatory": {"authority": signatory[0], "name": signatory[1]}})


if __name__ == "__main__":
    make()
