"""A letter of 2007 in TCVN3 (ABC): typed text, and a DOCX in .VnTime and .VnTimeH with one paragraph of Unicode added later. DOCX, TXT."""
from house import OUT, Tasks, base, centred, outline, truth, two_columns, walk, wrap
from legacy import tcvn3, tcvn3_capitals
from word import fill, new_docx, para, save_docx

NAME = "letter-tcvn3"
VV = "lập kế hoạch ứng dụng công nghệ thông tin năm 2008"
ISSUED = "(Kèm theo Công văn số 3315/BNN-KHCN ngày 19 tháng 9 năm 2007 của Bộ Nông nghiệp và Phát triển nông thôn)"
ADDRESSEES = ["Các Cục, Vụ, Viện, Trường trực thuộc Bộ", "Sở Nông nghiệp và Phát triển nông thôn các tỉnh, thành phố"]
OPENING = [
    "Căn cứ Luật Công nghệ thông tin số 67/2006/QH11 ngày 29 tháng 6 năm 2006; Nghị định số 64/2007/NĐ-CP ngày 10 tháng 4 năm 2007 của Chính phủ về ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước; Chỉ thị số 58-CT/TW ngày 17/10/2000 của Bộ Chính trị về đẩy mạnh ứng dụng và phát triển công nghệ thông tin phục vụ sự nghiệp công nghiệp hóa, hiện đại hóa;",
    "Bộ Nông nghiệp và Phát triển nông thôn yêu cầu các đơn vị lập kế hoạch ứng dụng công nghệ thông tin năm 2008, trong đó ưu tiên các việc sau đây:",
]
BASES = [
    base("Luật", "67/2006/QH11", "2006-06-29", None, "Luật Công nghệ thông tin"),
    base("Nghị định", "64/2007/NĐ-CP", "2007-04-10", "Chính phủ", "về ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước"),
    base("Chỉ thị", "58-CT/TW", "2000-10-17", "Bộ Chính trị", "về đẩy mạnh ứng dụng và phát triển công nghệ thông tin phục vụ sự nghiệp công nghiệp hóa, hiện đại hóa"),
]
PRIORITY = [
    "Nối mạng nội bộ tới từng phòng, ban; mỗi cán bộ, công chức có một hộp thư điện tử của ngành.",
    "Đưa lên trang tin điện tử các biểu mẫu thủ tục hành chính, lịch thời vụ, giá nông sản.",
    "Xây dựng cơ sở dữ liệu về giống cây trồng, vật nuôi và dịch bệnh.",
    "Tin học hóa công tác thống kê thủy lợi, đê điều; truyền số liệu mực nước hằng ngày về Ban Chỉ đạo phòng, chống lụt, bão.",
    "Mở lớp tin học văn phòng cho cán bộ khuyến nông cơ sở, mỗi huyện ít nhất 20 người.",
    "Dùng phần mềm có bản quyền hoặc phần mềm nguồn mở.",
]
ENDING = [
    "Kế hoạch gửi về Bộ (Vụ Khoa học công nghệ) trước ngày 15 tháng 11 năm 2007 để tổng hợp chung toàn ngành.",
    "Vướng mắc xin liên hệ theo số điện thoại 04.8459670./.",
]
RECIPIENTS = ["Như trên;", "Bộ trưởng (để b/c);", "Vụ Tài chính, Vụ Kế hoạch;", "Lưu: VT, KHCN."]
TREE = outline("""
I. |# HIỆN TRẠNG ỨNG DỤNG CÔNG NGHỆ THÔNG TIN
  1. |# Hạ tầng kỹ thuật
    a) |: Số máy tính, máy in, đường truyền;
    b) |: Tình trạng mạng nội bộ;
    c) |: Đơn vị chưa có mạng, lý do.
  2. |# Phần mềm, dữ liệu
    = Liệt kê phần mềm đang dùng và người quản lý.
  3. |# Nhân lực
    = Số cán bộ chuyên trách, trình độ.
II. |# MỤC TIÊU NĂM 2008
  - |: 60% văn bản trao đổi qua thư điện tử;
  - |: 100% đơn vị trực thuộc có trang tin.
III. |# NHIỆM VỤ
  1. |: Xây dựng mạng diện rộng của ngành.
  2. |: Mua sắm thiết bị theo định mức.
  3. |: Đào tạo, tập huấn.
IV. |# KINH PHÍ VÀ TỔ CHỨC THỰC HIỆN
  = Kinh phí lấy từ nguồn sự nghiệp khoa học và nguồn chi thường xuyên năm 2008.
  = Thủ trưởng đơn vị chịu trách nhiệm về tiến độ.
PHỤ LỤC |^ DANH MỤC DỰ ÁN ƯU TIÊN
  % tasks
""")
TASKS = Tasks(
    ["STT", "Tên dự án, nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Kinh phí (triệu đồng)"],
    ["no", "name", "lead", "coordinating", "time", "budget"],
    """
1 | Mạng diện rộng ngành nông nghiệp, giai đoạn 1 | Trung tâm Tin học và Thống kê | Văn phòng Bộ | 2007 - 2008 | 4.500
2 | Cơ sở dữ liệu giống cây trồng | Cục Trồng trọt | Viện Khoa học nông nghiệp Việt Nam | Quý II/2008 | 650
3 | Cơ sở dữ liệu dịch bệnh gia súc, gia cầm | Cục Thú y | Cục Chăn nuôi | Quý III/2008 | 820
4 | Hệ thống theo dõi mực nước, lượng mưa | Cục Thủy lợi | Cục Quản lý đê điều và phòng, chống lụt, bão | Trước mùa lũ năm 2008 | 1.300
5 | Bản đồ số rừng phòng hộ | Cục Kiểm lâm | Viện Điều tra, quy hoạch rừng | 2008 - 2009 | 2.100
6 | Trang tin thị trường nông sản | Trung tâm Tin học và Thống kê | Cục Chế biến nông lâm sản và nghề muối | Tháng 3/2008 | 300
7 | Phần mềm quản lý đề tài khoa học | Vụ Khoa học công nghệ | | Quý I/2008 | 180
8 | Đào tạo tin học cho cán bộ khuyến nông | Trung tâm Khuyến nông quốc gia | Sở Nông nghiệp và PTNT các tỉnh, thành phố | Cả năm 2008 | 960
9 | Thư viện điện tử | Trung tâm Tin học và Thống kê | Các Viện, Trường | Quý IV/2008 | 540
""")


def make_docx():
    doc = new_docx(".VnTime", 14)

    def old(where, text, capitals=False, **how):
        p = para(where, tcvn3_capitals(text) if capitals else tcvn3(text), **how)
        if capitals:
            for run in p.runs:
                run.font.name = ".VnTimeH"
        return p

    table = doc.add_table(rows=1, cols=2)
    for cell, lines in zip(table.rows[0].cells, (
            [("BỘ NÔNG NGHIỆP", True), ("VÀ PHÁT TRIỂN NÔNG THÔN", True), ("Số: 3315/BNN-KHCN", False), (f"V/v {VV}", False)],
            [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True), ("Độc lập - Tự do - Hạnh phúc", False), ("Hà Nội, ngày 19 tháng 9 năm 2007", False)])):
        for n, (text, capitals) in enumerate(lines):
            p = old(cell, text, capitals, bold=capitals, align="c", size=12)
        cell._tc.remove(cell.paragraphs[0]._p)
    p = old(doc, "Kính gửi:", indent=3)
    for a in ADDRESSEES:
        old(doc, f"- {a}{'.' if a == ADDRESSEES[-1] else ';'}", indent=4)
    for text in [*OPENING, *(f"{n}. {t}" for n, t in enumerate(PRIORITY, 1)), *ENDING]:
        old(doc, text, indent=1.27, align="j")
    cells = doc.add_table(rows=1, cols=2).rows[0].cells
    fill(cells[0], "Nơi nhận:¶" + "¶".join("- " + r for r in RECIPIENTS), size=11, write=tcvn3)
    for n, text in enumerate(["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "", "", ""]):
        old(cells[1], text, True, bold=True, align="c")
    old(cells[1], "Bùi Bá Sơn", bold=True, align="c")
    doc.add_page_break()
    old(doc, "ĐỀ CƯƠNG KẾ HOẠCH", True, bold=True, align="c")
    old(doc, "ỨNG DỤNG CÔNG NGHỆ THÔNG TIN NĂM 2008", True, bold=True, align="c")
    old(doc, ISSUED, italic=True, align="c")
    for what, _, label, text in walk(TREE):
        if what == "own":
            doc.add_page_break()
            old(doc, label, True, bold=True, align="c")
            old(doc, text, True, bold=True, align="c")
        elif what == "table":
            table = doc.add_table(rows=1, cols=len(TASKS.columns))
            table.style = "Table Grid"
            for cell, text in zip(table.rows[0].cells, TASKS.columns):
                fill(cell, text, bold=True, size=11, write=tcvn3)
            for _, cells in TASKS.rows:
                for cell, text in zip(table.add_row().cells, cells):
                    fill(cell, text, size=11, write=tcvn3)
        elif what == "head" and text == text.upper():
            old(doc, f"{label} {text}", True, bold=True, indent=1.27)
        elif text.startswith("Thủ trưởng"):  # typed years later, in another font
            p = para(doc, text, indent=1.27)
            p.runs[0].font.name = "Times New Roman"
        else:
            old(doc, f"{label} {text}".strip(), bold=what == "head", indent=1.27)
    save_docx(doc, NAME)


def make_txt():
    lines = two_columns(["  BỘ NÔNG NGHIỆP VÀ PTNT", "", "  Số: 3315/BNN-KHCN", "V/v lập kế hoạch ứng dụng công", "nghệ thông tin năm 2008"],
                        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "   Độc lập - Tự do - Hạnh phúc", "", "Hà Nội, ngày 19 tháng 9 năm 2007"], 42)
    lines += ["", "            Kính gửi:"]
    lines += [f"            - {a}{'.' if a == ADDRESSEES[-1] else ';'}" for a in ADDRESSEES]
    lines.append("")
    for text in [*OPENING, *(f"{n}. {t}" for n, t in enumerate(PRIORITY, 1)), *ENDING]:
        lines += wrap(text, 78, "     ")
    lines += ["", *two_columns(["Nơi nhận:", *("- " + r for r in RECIPIENTS)], ["     KT. BỘ TRƯỞNG", "      THỨ TRƯỞNG", "", "", "     Bùi Bá Sơn"], 46)]
    lines += ["", *centred("ĐỀ CƯƠNG KẾ HOẠCH"), *centred("ỨNG DỤNG CÔNG NGHỆ THÔNG TIN NĂM 2008"), *centred(ISSUED), ""]
    for what, _, label, text in walk(TREE):
        if what == "own":
            lines += ["", *centred(label), *centred(text), ""]
        elif what == "table":
            lines += ["\t".join(TASKS.columns), *("\t".join(cells) for _, cells in TASKS.rows)]
        else:
            lines += wrap(f"{label} {text}".strip(), 78, "     ")
    (OUT / f"{NAME}.txt").write_bytes(tcvn3("\r\n".join(lines) + "\r\n").encode("latin-1"))


def make():
    make_docx()
    make_txt()
    signatory = (["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"], "Bùi Bá Sơn")
    truth(NAME, number="3315/BNN-KHCN", date="2007-09-19", deadline="2007-11-15", signatory=signatory, recipients=RECIPIENTS, tree=TREE,
          priority=PRIORITY, bases=BASES, tasks=TASKS,
          reading={"kind": "official_letter", "place": "Hà Nội", "title": {"kind": "Công văn", "subject": VV},
                   "attachment": {"kind": "Đề cương kế hoạch", "subject": "ỨNG DỤNG CÔNG NGHỆ THÔNG TIN NĂM 2008", "issued_with": ISSUED},
                   "addressees": ADDRESSEES, "signatory": {"authority": signatory[0], "name": signatory[1]}},
          notes=["Capitals with tones are typed small in TCVN3 text; .VnTimeH shows them as capitals. Case is not compared.",
                 "The two formats print the issuer differently."])


if __name__ == "__main__":
    make()
