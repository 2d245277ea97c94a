"""A hospital's plan: the stamp of an electronic signature above its name, “KT. GIÁM ĐỐC”; tasks 1.1, 1.2 under groups I, II; a header of two rows; Word's own
legal numbering (1., 1.1.) under typed Roman numbers; soft hyphens and smart tags in the text. DOCX, PDF."""
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from house import Tasks, base, outline, truth, walk
from word import closing, deep_table, letterhead, new_docx, number_paragraph, numbering, para, save_docx, section, titled, to_pdf

NAME = "hospital-plan"
SUBJECT = "Chuyển đổi số, cải tiến chất lượng của Bệnh viện Đa khoa khu vực Long Khánh năm 2027"
PREAMBLE = [
    "Căn cứ Luật Khám bệnh, chữa bệnh ngày 09/01/2023; Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 ngày 26/6/2025;",
    "Căn cứ Thông tư số 13/2025/TT-BYT ngày 06 tháng 6 năm 2025 của Bộ trưởng Bộ Y tế hướng dẫn triển khai hồ sơ bệnh án điện tử;",
    "Theo Công văn số 7714/SYT-NVY ngày 30/10/2026 của Sở Y tế thành phố Đồng Nai về việc xây dựng kế hoạch chuyển đổi số năm 2027,",
    "Bệnh viện xây dựng Kế hoạch chuyển đổi số, cải tiến chất lượng năm 2027 như sau:",
]
BASES = [
    base("Luật", None, "2023-01-09", None, "Luật Khám bệnh, chữa bệnh"),
    base("Luật", "91/2025/QH15", "2025-06-26", None, "Luật Bảo vệ dữ liệu cá nhân"),
    base("Thông tư", "13/2025/TT-BYT", "2025-06-06", "Bộ trưởng Bộ Y tế", "hướng dẫn triển khai hồ sơ bệnh án điện tử"),
    base("Công văn", "7714/SYT-NVY", "2026-10-30", "Sở Y tế thành phố Đồng Nai", "về việc xây dựng kế hoạch chuyển đổi số năm 2027"),
]
RECIPIENTS = ["Sở Y tế (báo cáo);", "Ban Giám đốc;", "Các khoa, phòng (thực hiện);", "Website bệnh viện;", "Lưu: VT, CNTT, QLCL."]
SIGNATORY = (["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC PHỤ TRÁCH"], "BS.CKII. Hứa Quốc Thái")
TREE = outline("""
I. |# THỰC TRẠNG
  1. |# Nhân lực
    = Bệnh viện có 612 viên chức, trong đó 07 người làm công nghệ thông tin.
  2. |# Hạ tầng
    2.1. |: Mạng nội bộ cáp quang giữa 05 khối nhà, tốc độ 10 Gb/s.
    2.2. |: Hai máy chủ mua năm 2018 đã hết bảo hành.
    2.3. |: Chưa có nơi lưu trữ hình ảnh riêng.
  3. |# Phần mềm
    = Đang thuê phần mềm quản lý bệnh viện; bệnh án điện tử chạy thử tại 04 khoa.
II. |# MỤC TIÊU NĂM 2027
  1. |# Mục tiêu chung
    = Người bệnh không phải xuất trình giấy tờ đã có trên VNeID; nhân viên không ghi một số liệu hai lần.
  2. |# Mục tiêu cụ thể
    2.1. |: Bỏ hoàn toàn bệnh án giấy từ ngày 01/10/2027.
    2.2. |: 85% lượt thanh toán không dùng tiền mặt.
    2.3. |: Điểm kiểm tra chất lượng bệnh viện đạt từ 4,0 trở lên.
III. |# NHIỆM VỤ
  1. |: Danh mục nhiệm vụ, người chịu trách nhiệm, thời hạn ghi tại Phụ lục.
  2. |: Việc phát sinh trong năm do Tổ chuyển đổi số đề xuất, Giám đốc quyết định.
IV. |# TỔ CHỨC THỰC HIỆN
  1. |# Phòng Công nghệ thông tin
    = Đầu mối; họp giao ban Tổ chuyển đổi số chiều thứ Sáu tuần cuối của tháng.
  2. |# Phòng Tài chính - Kế toán
    = Bố trí kinh phí từ Quỹ phát triển hoạt động sự nghiệp.
  3. |# Các khoa, phòng
    = Mỗi khoa có 01 điều dưỡng làm hạt nhân.
""")
ANNEX = outline("PHỤ LỤC |^ BẢNG PHÂN CÔNG NHIỆM VỤ\n  % tasks").items[0]
TREE.items.append(ANNEX)
TASKS = Tasks(["TT", "Nội dung", "Phụ trách: Đầu mối", "Phụ trách: Phối hợp", "Thời gian: Bắt đầu", "Thời gian: Hoàn thành", "Sản phẩm"],
              ["no", "name", "lead", "coordinating", "Thời gian: Bắt đầu", "time", "product"], """
* I | HẠ TẦNG
1.1 | Thay 02 máy chủ, thêm tủ đĩa lưu trữ hình ảnh (PACS) | P. CNTT | P. VTTBYT | 01/2027 | 4/2027 | Biên bản nghiệm thu
1.2 | Phủ sóng Wi-Fi khu khám bệnh, khoa Sản | P. CNTT | P. HCQT | 02/2027 | 3/2027 | 42 điểm phát
1.3 | Kiểm tra nguồn điện dự phòng phòng máy chủ | P. HCQT | P. CNTT | 01/2027 | 01/2027 | Biên bản
* II | BỆNH ÁN ĐIỆN TỬ
2.1 | Ban hành quy chế bệnh án điện tử | P. KHTH | P. QLCL;¶P. ĐD | 01/2027 | 2/2027 | Quyết định
2.2 | Cấp chữ ký số cho 100% bác sĩ, điều dưỡng | P. TCCB | P. CNTT và các khoa | 01/2027 | 3/2027 | 480 chữ ký số
2.3 | Triển khai tại các khoa còn lại | Các khoa lâm sàng | P. CNTT; P. ĐD | 3/2027 | 8/2027 | 19 khoa
2.4 | Công bố sử dụng bệnh án điện tử | Ban Giám đốc | P. KHTH | 9/2027 | 9/2027 | Văn bản công bố
* III | PHỤC VỤ NGƯỜI BỆNH
3.1 | Ki-ốt nhận diện bằng căn cước gắn chíp | K. Khám bệnh | P. CNTT | 4/2027 | 6/2027 | 08 ki-ốt
3.2 | Trả kết quả xét nghiệm qua ứng dụng | K. Xét nghiệm | P. CTXH | 5/2027 | 7/2027 | 70% kết quả
3.3 | Khảo sát hài lòng bằng mã QR | P. QLCL | P. CTXH | Hằng tháng | 12/2027 | Báo cáo tháng
* IV | AN TOÀN DỮ LIỆU
4.1 | Phê duyệt hồ sơ cấp độ 2 | P. CNTT | | 02/2027 | 5/2027 | Quyết định phê duyệt
4.2 | Diễn tập khôi phục dữ liệu | P. CNTT | Các khoa, phòng | 11/2027 | 11/2027 | Báo cáo diễn tập
""")


def make():
    doc = new_docx(size=13)
    letterhead(doc, ["SỞ Y TẾ THÀNH PHỐ ĐỒNG NAI", "BỆNH VIỆN ĐA KHOA", "KHU VỰC LONG KHÁNH"], "Số:  1188 /KH-BVĐKKVLK", "Long Khánh, ngày 17 tháng 11 năm 2026", strong=2)
    titled(doc, "KẾ HOẠCH", SUBJECT)
    for text in PREAMBLE:
        para(doc, text.replace("điện tử", "điện\u00ad tử").replace("chuyển", "chuyển\u00ad"), align="j", indent=1)
    count = None
    legal = numbering(doc, [("decimal", "%1."), ("decimal", "%1.%2.")], 567, "space")
    for what, depth, label, text in walk(TREE):
        if what == "own":
            break
        if depth == 0 and label:
            count = legal()
            para(doc, f"{label} {text}", bold=True, align="j", indent=1)
        elif label:
            number_paragraph(para(doc, text, bold=what == "head", align="j"), count, label.count(".") - 1)
        else:
            para(doc, text, align="j", indent=1)
    for p in doc.element.body.findall(qn("w:p"))[6:12]:  # an old Word's smart tags around the runs
        for run in p.findall(qn("w:r")):
            tag = parse_xml(f'<w:smartTag {nsdecls("w")} w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place"/>')
            run.addprevious(tag)
            tag.append(run)
    stamp = ["", "Người ký: BỆNH VIỆN ĐA KHOA KHU VỰC LONG KHÁNH", "Email: bvdkkvlongkhanh@dongnai.gov.vn", "Thời gian ký: 17/11/2026 16:42:09 +07:00", ""]
    closing(doc, RECIPIENTS, ([*SIGNATORY[0], *stamp], SIGNATORY[1]), gap=0)
    section(doc, True)
    titled(doc, "PHỤ LỤC", "BẢNG PHÂN CÔNG NHIỆM VỤ", issued="(Ban hành kèm theo Kế hoạch số 1188/KH-BVĐKKVLK ngày 17/11/2026)")
    deep_table(doc, TASKS, ["TT", "Nội dung", ("Phụ trách", ["Đầu mối", "Phối hợp"]), ("Thời gian", ["Bắt đầu", "Hoàn thành"]), "Sản phẩm"],
               [1.3, 8.4, 3.6, 3.6, 2.3, 2.5, 3.6])
    save_docx(doc, NAME)
    to_pdf(NAME)
    truth(NAME, number="1188/KH-BVĐKKVLK", date="2026-11-17", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=TASKS,
          reading={"kind": "plan", "issuer": ["SỞ Y TẾ THÀNH PHỐ ĐỒNG NAI", "BỆNH VIỆN ĐA KHOA KHU VỰC LONG KHÁNH"], "place": "Long Khánh",
                   "title": {"kind": "Kế hoạch", "subject": SUBJECT}, "attachment": None, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["The stamp (Người ký, Email, Thời gian ký) stands between authority and name and is part of neither.",
                 "A group's tasks are 1.1, 1.2 under I; the number of a task is what is printed. Soft hyphens are no letters.",
                 "The first law has a date and no number."])


if __name__ == "__main__":
    make()
