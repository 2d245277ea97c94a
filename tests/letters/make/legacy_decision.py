"""A city's decision of 2008 with a list of tasks, typed in old encodings: the DOCX in VNI-Times, the TXT in TCVN3."""
from house import NATION, OUT, Tasks, base, centred, outline, tree_lines, truth, two_columns, wrap
from legacy import in_old_font, tcvn3, vni
from word import body, closing, decision_front, letterhead, new_docx, save_docx, tasks_table, titled

NAME = "legacy-decision"
SUBJECT = "Ban hành Kế hoạch ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước thành phố Cần Thơ năm 2009"
PLAN = "Ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước thành phố Cần Thơ năm 2009"
ISSUED = "(Ban hành kèm theo Quyết định số 3047/QĐ-UBND ngày 18 tháng 12 năm 2008 của Chủ tịch Ủy ban nhân dân thành phố Cần Thơ)"
CAN_CU = [
    "Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26 tháng 11 năm 2003;",
    "Căn cứ Nghị định số 64/2007/NĐ-CP ngày 10 tháng 4 năm 2007 của Chính phủ về ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước;",
    "Căn cứ Quyết định số 43/2008/QĐ-TTg ngày 24 tháng 3 năm 2008 của Thủ tướng Chính phủ phê duyệt Kế hoạch ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước năm 2008;",
    "Căn cứ Chỉ thị số 34/2008/CT-TTg ngày 03/12/2008 của Thủ tướng Chính phủ về việc tăng cường sử dụng hệ thống thư điện tử trong hoạt động của cơ quan nhà nước;",
    "Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông tại Tờ trình số 612/TTr-STTTT ngày 05 tháng 12 năm 2008,",
]
BASES = [
    base("Luật", None, "2003-11-26", None, "Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân"),
    base("Nghị định", "64/2007/NĐ-CP", "2007-04-10", "Chính phủ", "về ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước"),
    base("Quyết định", "43/2008/QĐ-TTg", "2008-03-24", "Thủ tướng Chính phủ", "phê duyệt Kế hoạch ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước năm 2008"),
    base("Chỉ thị", "34/2008/CT-TTg", "2008-12-03", "Thủ tướng Chính phủ", "về việc tăng cường sử dụng hệ thống thư điện tử trong hoạt động của cơ quan nhà nước"),
]
ARTICLES = [
    (1, ["Ban hành kèm theo Quyết định này Kế hoạch ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước thành phố Cần Thơ năm 2009."]),
    (2, ["Quyết định này có hiệu lực thi hành kể từ ngày ký."]),
    (3, ["Chánh Văn phòng Ủy ban nhân dân thành phố, Giám đốc Sở Thông tin và Truyền thông, Giám đốc các Sở, Thủ trưởng cơ quan ban, ngành thành phố, Chủ tịch Ủy ban nhân dân quận, huyện chịu trách nhiệm thi hành Quyết định này./."]),
]
RECIPIENTS = ["Như Điều 3;", "Bộ Thông tin và Truyền thông;", "TT. TU, TT. HĐND TP;", "Đài PT-TH, Báo Cần Thơ;", "Lưu: VT, NCKSTTHC."]
SIGNATORY = (["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Huỳnh Tấn Khoa")
TREE = outline("""
I. |# HIỆN TRẠNG
  1. |# Hạ tầng
    = Toàn thành phố có 41 mạng nội bộ, 1.870 máy tính; 8/8 quận, huyện có đường truyền cáp quang.
  2. |# Ứng dụng
    - |: Phần mềm quản lý văn bản dùng tại 17 cơ quan.
    - |: Trang thông tin điện tử của thành phố có 63 thủ tục được niêm yết.
  3. |# Nhân lực
    = Mỗi cơ quan có từ 01 đến 02 cán bộ phụ trách, phần lớn kiêm nhiệm.
II. |# MỤC TIÊU NĂM 2009
  a) |: 60% cán bộ, công chức có hộp thư điện tử và dùng thường xuyên;
  b) |: 100% giấy mời họp gửi qua mạng;
  c) |: 10 thủ tục hành chính được cung cấp trực tuyến ở mức độ 2, 02 thủ tục ở mức độ 3;
  d) |: mỗi quận, huyện có ít nhất 01 bộ phận một cửa dùng máy tính;
  đ) |: đào tạo 600 lượt cán bộ.
III. |# NỘI DUNG
  1. |# Nâng cấp mạng diện rộng
    = Mở rộng đến 76 xã, phường, thị trấn; ưu tiên Phong Điền, Cờ Đỏ, Vĩnh Thạnh.
  2. |# Ứng dụng trong nội bộ
    a) |: Hệ thống thư điện tử thành phố;
    b) |: phần mềm một cửa điện tử;
    c) |: hội nghị truyền hình giữa thành phố và quận, huyện.
  3. |# Phục vụ người dân và doanh nghiệp
    = Tra cứu quy hoạch, tình trạng hồ sơ đất đai qua trang thông tin điện tử và tin nhắn.
IV. |# GIẢI PHÁP
  1. |: Gắn ứng dụng công nghệ thông tin với cải cách hành chính, với hệ thống quản lý chất lượng ISO 9001:2000.
  2. |: Bố trí kinh phí từ đầu năm; giải ngân trước ngày 31 tháng 12.
V. |# TỔ CHỨC THỰC HIỆN
  1. |: Sở Thông tin và Truyền thông hướng dẫn, kiểm tra.
  2. |: Sở Tài chính, Sở Kế hoạch và Đầu tư cân đối vốn.
PHỤ LỤC |^ DANH MỤC DỰ ÁN, NHIỆM VỤ NĂM 2009
  % tasks
""")
TTTT = "Sở Thông tin và Truyền thông"
TASKS = Tasks(
    ["STT", "Tên dự án, nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện", "Kinh phí (triệu đồng)"],
    ["no", "name", "lead", "coordinating", "time", "budget"],
    f"""
* I | Dự án chuyển tiếp
1 | Mạng diện rộng thành phố, giai đoạn 2 | {TTTT} | UBND quận, huyện | 2008 - 2010 | 12.400
2 | Phần mềm một cửa điện tử quận Ninh Kiều | UBND quận Ninh Kiều | {TTTT} | Quý II | 950
3 | Cơ sở dữ liệu đất đai quận Cái Răng | Sở Tài nguyên và Môi trường | UBND quận Cái Răng | 2008 - 2009 | 3.200
* II | Dự án mới
4 | Hệ thống thư điện tử thành phố | {TTTT} | Bưu điện thành phố | Quý I | 1.800
5 | Hội nghị truyền hình | Văn phòng UBND thành phố | Viễn thông Cần Thơ | Quý III | 4.600
6 | Cổng thông tin điện tử thành phố | Văn phòng UBND thành phố | {TTTT} | Quý IV | 2.150
7 | Quản lý hộ tịch bằng máy tính | Sở Tư pháp | UBND xã, phường | Quý III | 780
8 | Phần mềm quản lý khám bệnh tại bệnh viện đa khoa | Sở Y tế | | Cả năm | 1.250
* III | Đào tạo, nhiệm vụ khác
9 | Đào tạo 600 lượt cán bộ | {TTTT} | Sở Nội vụ; Trường Đại học Cần Thơ | Cả năm | 420
10 | Kiểm tra an toàn mạng | {TTTT} | Công an thành phố | Tháng 6, tháng 11 | 90
""")


def make_docx():
    doc = new_docx("Times New Roman", 13)
    letterhead(doc, ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ"], "Số: 3047/QĐ-UBND", "Cần Thơ, ngày 18 tháng 12 năm 2008", strong=2)
    decision_front(doc, SUBJECT, "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ", CAN_CU, ARTICLES)
    closing(doc, RECIPIENTS, SIGNATORY)
    titled(doc, "KẾ HOẠCH", PLAN, issued=ISSUED, page=True)
    body(doc, TREE, lambda _: tasks_table(doc, TASKS, [1.1, 5.2, 3.4, 3.4, 2, 1.8], 11), lambda label, text: titled(doc, label, text, page=True))
    in_old_font(doc, vni, "VNI-Times")
    save_docx(doc, NAME)


def make_txt():
    lines = two_columns(["   ỦY BAN NHÂN DÂN", "  THÀNH PHỐ CẦN THƠ", "", " Số: 3047/QĐ-UBND"], [NATION[0], "     " + NATION[1], "", "  Cần Thơ, ngày 18 tháng 12 năm 2008"], 34)
    lines += ["", *centred("QUYẾT ĐỊNH"), *centred(SUBJECT), "", *centred("CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ"), ""]
    for text in CAN_CU:
        lines += wrap(text, 76, "   ")
    lines += ["", *centred("QUYẾT ĐỊNH:"), ""]
    for no, (text,) in ARTICLES:
        lines += wrap(f"Điều {no}. {text}", 76, "   ")
    lines += ["", *two_columns(["Nơi nhận:", *("- " + r for r in RECIPIENTS)], ["    KT. CHỦ TỊCH", "    PHÓ CHỦ TỊCH", "", "", "   Huỳnh Tấn Khoa"], 44), "", ""]
    lines += [*centred("KẾ HOẠCH"), *centred(PLAN), *centred(ISSUED), ""]

    def rows(_):
        out = ["\t".join(TASKS.columns)]
        return out + ["\t".join(cells) for _, cells in TASKS.rows]
    lines += tree_lines(TREE, 76, 3, rows)
    (OUT / f"{NAME}.txt").write_bytes(tcvn3("\r\n".join(lines) + "\r\n").encode("latin-1"))


def make():
    make_docx()
    make_txt()
    truth(NAME, number="3047/QĐ-UBND", date="2008-12-18", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, articles=ARTICLES, bases=BASES, tasks=TASKS,
          reading={"kind": "decision", "issuer": ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ"], "place": "Cần Thơ", "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Kế hoạch", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["A law of 2003 is cited by its date only: its number is null. The Tờ trình is no căn cứ.",
                 "In TCVN3 capitals with tones are typed small: case is not compared. Each reading must say from which encoding it converted."])


if __name__ == "__main__":
    make()
