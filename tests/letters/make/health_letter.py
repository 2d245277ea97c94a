"""A ministry's letter whose framework is its Phụ lục; every number from PHẦN I to 1.1 is Word's own; a blank form stands at the end. DOCX, PDF."""
from house import base, outline, truth, walk
from word import closing, fill, letterhead, new_docx, number_paragraph, numbering, para, repeat_rows, save_docx, titled, to_pdf

NAME = "health-letter"
VV = "hướng dẫn xây dựng Kế hoạch chuyển đổi số y tế năm 2027"
ISSUED = "(Kèm theo Công văn số 6842/BYT-K2ĐT ngày 21 tháng 10 năm 2026 của Bộ Y tế)"
ADDRESSEES = ["Sở Y tế các tỉnh, thành phố trực thuộc trung ương", "Các bệnh viện, viện nghiên cứu, trường đại học trực thuộc Bộ Y tế",
              "Cơ quan quản lý y tế của Bộ Công an, Bộ Quốc phòng, Bộ Xây dựng"]
OPENING = [
    "Căn cứ Luật Khám bệnh, chữa bệnh số 15/2023/QH15 ngày 09 tháng 01 năm 2023 và Luật Dữ liệu số 60/2024/QH15 ngày 30/11/2024;",
    "Thực hiện Nghị quyết số 72-NQ/TW ngày 09/9/2025 của Bộ Chính trị về một số giải pháp đột phá, tăng cường bảo vệ, chăm sóc và nâng cao sức khỏe nhân dân; Quyết định số 5316/QĐ-BYT ngày 22/12/2020 của Bộ trưởng Bộ Y tế phê duyệt Chương trình chuyển đổi số y tế đến năm 2025, định hướng đến năm 2030, Bộ Y tế hướng dẫn các cơ quan, đơn vị xây dựng Kế hoạch chuyển đổi số y tế năm 2027 (sau đây gọi tắt là Kế hoạch) với các nội dung như sau:",
    "Trong năm 2027, toàn ngành ưu tiên nguồn lực cho các nhiệm vụ trọng tâm:",
]
BASES = [
    base("Luật", "15/2023/QH15", "2023-01-09", None, "Luật Khám bệnh, chữa bệnh"),
    base("Luật", "60/2024/QH15", "2024-11-30", None, "Luật Dữ liệu"),
    base("Nghị quyết", "72-NQ/TW", "2025-09-09", "Bộ Chính trị", "về một số giải pháp đột phá, tăng cường bảo vệ, chăm sóc và nâng cao sức khỏe nhân dân"),
    base("Quyết định", "5316/QĐ-BYT", "2020-12-22", "Bộ trưởng Bộ Y tế", "phê duyệt Chương trình chuyển đổi số y tế đến năm 2025, định hướng đến năm 2030"),
]
PRIORITY = [
    "Hoàn thành bệnh án điện tử tại 100% bệnh viện hạng I trở lên; các bệnh viện còn lại có lộ trình cụ thể theo từng quý, không ghi chung chung “theo khả năng”. Bệnh án điện tử sau khi công bố phải thay được bệnh án giấy, không vận hành song song quá 03 tháng.",
    "Liên thông kết quả xét nghiệm, chẩn đoán hình ảnh giữa các cơ sở khám bệnh, chữa bệnh cùng mức chất lượng xét nghiệm; ưu tiên các vùng kinh tế trọng điểm.",
    "Cập nhật sổ sức khỏe điện tử trên VNeID cho toàn bộ người dân có thẻ bảo hiểm y tế; dữ liệu tiêm chủng của trẻ dưới 6 tuổi hoàn thành trước ngày 30 tháng 6 năm 2027.",
    "Thực hiện đơn thuốc điện tử theo Thông tư số 26/2025/TT-BYT ngày 30/6/2025; kiểm tra đột xuất các cơ sở không gửi đơn lên hệ thống quốc gia.",
    "Triển khai khám bệnh, chữa bệnh từ xa đến trạm y tế xã, đặc khu; mỗi bệnh viện tuyến cuối nhận hỗ trợ ít nhất 20 trạm.",
    "Chuẩn hóa danh mục dùng chung (thuốc, vật tư, dịch vụ kỹ thuật, bệnh tật); chỉ dùng mã do Bộ Y tế ban hành kể từ ngày 01/4/2027.",
    "Thanh toán không dùng tiền mặt đạt 90% số lượt khám; bỏ việc thu tạm ứng bằng tiền mặt tại các bệnh viện trực thuộc Bộ.",
    "Bảo đảm an toàn dữ liệu sức khỏe cá nhân: 1. phân loại dữ liệu; 2. mã hóa dữ liệu nhạy cảm; 3. ghi vết mọi lượt truy cập. Sự cố lộ dữ liệu phải báo cáo trong 24 giờ.",
    "Đào tạo nhân lực: mỗi bệnh viện có tối thiểu 01% biên chế làm công nghệ thông tin chuyên trách.",
]
ENDING = [
    "Đánh giá kết quả thực hiện năm 2026 được chốt số liệu đến ngày 30/11/2026. Đề nghị các cơ quan, đơn vị xây dựng, phê duyệt Kế hoạch theo khung tại Phụ lục và gửi về Bộ Y tế (qua Cục Khoa học công nghệ và Đào tạo) trước ngày 15/12/2026 để tổng hợp.",
    "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh qua đồng chí Trịnh Văn Khoát, điện thoại 024.6273.2273 (máy lẻ 1407), thư điện tử chuyendoiso@moh.gov.vn.",
    "Trân trọng cảm ơn./.",
]
RECIPIENTS = ["Như trên;", "Bộ trưởng (để báo cáo);", "Các Đ/c Thứ trưởng;", "Các Vụ, Cục, VPB, TTra Bộ;", "Bảo hiểm xã hội Việt Nam (để p/h);", "Lưu: VT, K2ĐT(05b)."]
SIGNATORY = (["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"], "Tạ Đình Phương")
PLAN_BASES = [
    base("Quyết định", "2628/QĐ-BYT", "2026-08-03", "Bộ Y tế", "về Bộ chỉ số đánh giá mức độ chuyển đổi số của cơ sở y tế", "PHẦN II/I"),
    base("Nghị định", "102/2025/NĐ-CP", "2025-05-13", "Chính phủ", "quy định quản lý dữ liệu y tế", "PHẦN II/I"),
]
TREE_TEXT = """
PHẦN I. |# ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NĂM 2026
  I. |# MỨC ĐỘ HOÀN THÀNH MỤC TIÊU
    = Lập bảng so sánh giữa mục tiêu được giao và kết quả đạt được; mục tiêu không đạt thì phân tích nguyên nhân.
  II. |# KẾT QUẢ THEO TỪNG LĨNH VỰC
    1. |# Hạ tầng
      1.1. |# Mạng nội bộ, máy trạm
        a) |: Số máy trạm trên số cán bộ y tế;
        b) |: tỷ lệ máy còn hỗ trợ kỹ thuật.
      1.2. |# Trung tâm dữ liệu, lưu trữ hình ảnh
        = Nêu rõ hình thức đầu tư hay thuê, dung lượng còn lại.
    2. |# Dữ liệu
      2.1. |# Dữ liệu người bệnh
        = Tỷ lệ hồ sơ có mã định danh cá nhân.
      2.2. |# Dữ liệu quản lý
        = Nhân lực, trang thiết bị, thuốc, tài chính.
    3. |# Ứng dụng
      3.1. |# Khám bệnh, chữa bệnh
        a) |: Bệnh án điện tử;
        b) |: đơn thuốc điện tử;
        c) |: khám từ xa.
      3.2. |# Y tế dự phòng
        = Giám sát bệnh truyền nhiễm, tiêm chủng, bệnh không lây nhiễm.
      3.3. |# Dược, thiết bị y tế
        = Quản lý nhà thuốc, truy xuất lô thuốc.
    4. |# An toàn thông tin
      = Số hệ thống đã phê duyệt cấp độ; sự cố và cách xử lý.
  III. |# KHÓ KHĂN, VƯỚNG MẮC
    - |: Về cơ chế chi trả chi phí công nghệ thông tin trong giá dịch vụ.
    - |: Về nhân lực, tiền lương.
    - |: Về nhà cung cấp phần mềm: nêu tên hệ thống, không nêu tên cá nhân.
PHẦN II. |# NỘI DUNG KẾ HOẠCH NĂM 2027
  I. |# CĂN CỨ
    - |: Quyết định số 2628/QĐ-BYT ngày 03 tháng 8 năm 2026 của Bộ Y tế về Bộ chỉ số đánh giá mức độ chuyển đổi số của cơ sở y tế;
    - |: Nghị định 102/2025/NĐ-CP ngày 13/5/2025 của Chính phủ quy định quản lý dữ liệu y tế;
    - |: Kế hoạch phát triển của đơn vị, nghị quyết của cấp ủy cùng cấp.
  II. |# MỤC TIÊU
    1. |# Mục tiêu tổng quát
      = Người bệnh là trung tâm; mọi chỉ tiêu gắn với thời gian chờ, chi phí và an toàn của người bệnh.
    2. |# Mục tiêu cụ thể
      2.1. |# Phục vụ người dân
        = Thời gian chờ khám trung bình giảm còn dưới 90 phút; 100% phản ánh được trả lời trong 03 ngày.
      2.2. |# Chuyên môn, quản lý
        = Nêu ít nhất 05 chỉ tiêu đo được.
  III. |# NHIỆM VỤ, GIẢI PHÁP
    1. |# Hoàn thiện quy chế, quy trình
      = Liệt kê văn bản cần ban hành, thời hạn trình.
    2. |# Phát triển hạ tầng, nền tảng
      = Ưu tiên thuê dịch vụ; không đầu tư trùng lặp với nền tảng dùng chung của Bộ.
    3. |# Phát triển dữ liệu
      = Kế hoạch làm sạch, chuẩn hóa; người chịu trách nhiệm từng loại dữ liệu.
    4. |# Bảo đảm an toàn thông tin
      = Theo Mục II. Phần I. của Khung này, chỉ ghi nhiệm vụ mới.
  IV. |# KINH PHÍ
    = Ghi theo nguồn: ngân sách nhà nước, quỹ phát triển hoạt động sự nghiệp, xã hội hóa.
  V. |# TỔ CHỨC THỰC HIỆN
    = Phân công lãnh đạo phụ trách, đơn vị đầu mối, chế độ báo cáo tháng, quý.
  VI. |# DANH MỤC NHIỆM VỤ
    = Danh mục nhiệm vụ, dự án lập theo mẫu dưới đây:
    % form
"""
TREE = outline(TREE_TEXT)
UNDER_ANNEX = outline("PHỤ LỤC |^ KHUNG KẾ HOẠCH CHUYỂN ĐỔI SỐ Y TẾ NĂM 2027\n" + "\n".join("  " + line for line in TREE_TEXT.strip("\n").splitlines()))
FORM = ["STT", "Tên nhiệm vụ, dự án", "Mới/ chuyển tiếp", "Mục tiêu", "Đơn vị chủ trì", "Kinh phí dự kiến", "Nguồn vốn", "Thời gian"]


def form(doc):
    table = doc.add_table(rows=1, cols=len(FORM))
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, FORM):
        fill(cell, text, bold=True, align="c", size=11)
    for no, name in [("I", "Nhiệm vụ chuyển tiếp"), ("1", ""), ("2", ""), ("...", ""), ("II", "Nhiệm vụ mở mới"), ("1", ""), ("...", "")]:
        row = table.add_row().cells
        fill(row[0], no, align="c", size=11)
        if name:
            fill(row[1], name, size=11)
    repeat_rows(table)


def make():
    doc = new_docx(size=14)
    letterhead(doc, ["BỘ Y TẾ"], "Số: 6842/BYT-K2ĐT", "Hà Nội, ngày 21 tháng 10 năm 2026", VV)
    para(doc, "Kính gửi:", align="c")
    for a in ADDRESSEES:
        para(doc, f"- {a}{'.' if a == ADDRESSEES[-1] else ';'}", indent=4)
    for text in OPENING:
        para(doc, text, align="j", indent=1.27)
    count = numbering(doc, [("decimal", "%1.")])()
    for text in PRIORITY:
        number_paragraph(para(doc, text, align="j"), count, 0)
    for text in ENDING:
        para(doc, text, align="j", indent=1.27)
    closing(doc, RECIPIENTS, SIGNATORY)
    titled(doc, "PHỤ LỤC", "KHUNG KẾ HOẠCH", "CHUYỂN ĐỔI SỐ Y TẾ NĂM 2027", issued=ISSUED, page=True)
    main = numbering(doc, [("upperRoman", "PHẦN %1."), ("upperRoman", "%2."), ("decimal", "%3."), ("decimal", "%3.%4.")], 567, "space")(False)
    letters = numbering(doc, [("lowerLetter", "%1)")], 567, "space")
    own = None
    for what, depth, label, text in walk(TREE):
        if what == "head":
            number_paragraph(para(doc, text, bold=True, align="j", keep=True), main, depth)
        elif what == "item" and label.endswith(")"):
            own = letters() if label == "a)" else own
            number_paragraph(para(doc, text, align="j"), own, 0)
        elif what == "table":
            form(doc)
        else:
            para(doc, f"{label} {text}".strip(), align="j", indent=1)
    save_docx(doc, NAME)
    to_pdf(NAME)
    truth(NAME, number="6842/BYT-K2ĐT", date="2026-10-21", deadline="2026-12-15", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE,
          other_tree=UNDER_ANNEX, priority=PRIORITY, bases=BASES, plan_bases=PLAN_BASES,
          reading={"kind": "official_letter", "issuer": ["BỘ Y TẾ"], "place": "Hà Nội", "title": {"kind": "Công văn", "subject": VV},
                   "attachment": {"kind": "Khung kế hoạch", "subject": "CHUYỂN ĐỔI SỐ Y TẾ NĂM 2027", "issued_with": ISSUED},
                   "addressees": ADDRESSEES, "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["All labels but the dashes are Word's own numbers. The deadline stands in a paragraph with another date (30/11/2026, cut-off of figures).",
                 "The Phụ lục is the framework itself: the outline may begin at PHẦN I or at a node PHỤ LỤC above it (outline_or).",
                 "The table at the end is a blank form: it holds no task, its rows I, 1, ... are no outline.",
                 "Two laws share one Căn cứ line; task 8 counts 1., 2., 3. within its sentence."])


if __name__ == "__main__":
    make()
