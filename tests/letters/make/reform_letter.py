"""A ministry's letter with fifteen tasks and a framework in A, I, 1, 1.1, a), - and +. DOCX, PDF, TXT in UTF-16."""
from house import OUT, base, centred, outline, tree_lines, truth, two_columns, walk, wrap
from word import fill, letterhead_table, new_docx, para, save_docx, to_pdf

NAME = "reform-letter"
VV = "hướng dẫn xây dựng Kế hoạch cải cách hành chính năm 2026"
ISSUED = "(Gửi kèm Công văn số 9135/BNV-CCHC ngày 03 tháng 11 năm 2025 của Bộ Nội vụ)"
ADDRESSEES = ["Các Bộ, cơ quan ngang Bộ", "Bảo hiểm xã hội Việt Nam, Ngân hàng Chính sách xã hội", "Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương"]
OPENING = [
    "Triển khai Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030; Quyết định số 1149/QĐ-TTg ngày 30/10/2024 của Thủ tướng Chính phủ ban hành Kế hoạch cải cách hành chính nhà nước năm 2025; Nghị định số 25/2025/NĐ-CP ngày 21/02/2025 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Nội vụ;",
    "Để việc xây dựng và tổ chức thực hiện kế hoạch cải cách hành chính năm 2026 của các Bộ, ngành, địa phương đi vào thực chất, Bộ Nội vụ đề nghị Quý cơ quan chú trọng các nhiệm vụ sau:",
]
BASES = [
    base("Nghị quyết", "76/NQ-CP", "2021-07-15", "Chính phủ", "ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030"),
    base("Quyết định", "1149/QĐ-TTg", "2024-10-30", "Thủ tướng Chính phủ", "ban hành Kế hoạch cải cách hành chính nhà nước năm 2025"),
    base("Nghị định", "25/2025/NĐ-CP", "2025-02-21", "Chính phủ", "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Nội vụ"),
]
PRIORITY = [
    "Người đứng đầu trực tiếp phụ trách cải cách hành chính; mỗi quý chủ trì ít nhất một cuộc họp chuyên đề và có thông báo kết luận.",
    "Rà soát, cắt giảm tối thiểu 30% thời gian giải quyết, 30% chi phí tuân thủ thủ tục hành chính so với năm 2024; phần còn lại hoàn thành trước ngày 31 tháng 12 năm 2026.",
    "Công bố thủ tục hành chính sau sắp xếp bộ máy trong 05 ngày làm việc; không để thủ tục nào không có nơi tiếp nhận.",
    "Thực hiện việc tiếp nhận hồ sơ không phụ thuộc địa giới hành chính trong phạm vi cấp tỉnh. Riêng các thành phố trực thuộc trung ương mở rộng sang lĩnh vực đất đai từ ngày 01/7/2026.",
    "Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực, tái sử dụng dữ liệu đã số hóa theo Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ.",
    "Hoàn thành phê duyệt vị trí việc làm và cơ cấu ngạch công chức trước ngày 01 tháng 4 năm 2026.",
    "Tinh giản đầu mối bên trong các sở, ngành; giảm ít nhất 15% đơn vị sự nghiệp công lập chưa tự bảo đảm chi thường xuyên.",
    "Tổ chức thi tuyển lãnh đạo cấp phòng tại ít nhất 02 đơn vị.",
    "Đánh giá cán bộ, công chức hằng tháng bằng sản phẩm cụ thể (KPI), gắn kết quả với thu nhập tăng thêm.",
    "Nâng tỷ lệ hồ sơ thanh toán trực tuyến lên 70%; hồ sơ trực tuyến toàn trình đạt 80%.",
    "Kiểm tra công vụ đột xuất tại tối thiểu 20% số xã, phường, đặc khu.",
    "Xử lý dứt điểm phản ánh, kiến nghị tồn quá hạn của các năm 2023, 2024, 2025.",
    "Đo lường sự hài lòng của người dân bằng khảo sát điện tử thay cho phiếu giấy.",
    "Bố trí kinh phí cho cải cách hành chính thành một dòng riêng trong dự toán.",
    "Nhân rộng sáng kiến: mỗi Bộ, tỉnh đăng ký ít nhất 03 sáng kiến mới; gửi Bộ Nội vụ thẩm định theo quý.",
]
ENDING = [
    "Đề nghị Quý cơ quan ban hành Kế hoạch cải cách hành chính năm 2026 và gửi về Bộ Nội vụ (qua Vụ Cải cách hành chính) chậm nhất là ngày 25 tháng 12 năm 2025 để tổng hợp, báo cáo Ban Chỉ đạo cải cách hành chính của Chính phủ.",
    "Báo cáo định kỳ thực hiện theo Thông tư số 01/2021/TT-VPCP; thời điểm chốt số liệu là ngày 14 của tháng cuối kỳ báo cáo.",
    "Bộ Nội vụ trân trọng cảm ơn sự phối hợp của Quý cơ quan./.",
]
RECIPIENTS = ["Như trên;", "Thủ tướng Chính phủ (để báo cáo);", "Ban Chỉ đạo CCHC của Chính phủ;", "Bộ trưởng, các Thứ trưởng;", "Sở Nội vụ các tỉnh, thành phố;", "Lưu: VT, CCHC."]
PLAN_BASES = [
    base("Nghị quyết", "76/NQ-CP", "2021-07-15", "Chính phủ", None, "B/I"),
    base("Nghị quyết", "66-NQ/TW", "2025-04-30", "Bộ Chính trị", "về đổi mới công tác xây dựng và thi hành pháp luật", "B/I"),
    base("Quyết định", "876/QĐ-BNV", None, None, "phê duyệt Bộ chỉ số cải cách hành chính", "B/I"),
]
TREE = outline("""
A. |# ĐÁNH GIÁ CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2025
  I. |# CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH
    1. |# Xây dựng và thực hiện kế hoạch
      = So sánh số nhiệm vụ hoàn thành với số nhiệm vụ đề ra; nêu rõ nhiệm vụ quá hạn.
    2. |# Kiểm tra, tuyên truyền
      - |: Số đơn vị được kiểm tra, số vấn đề phát hiện và đã xử lý.
      - |: Các hình thức tuyên truyền:
        + |: trên báo, đài;
        + |: qua hội thi, sân khấu hóa;
        + |: trên mạng xã hội.
  II. |# KẾT QUẢ THEO LĨNH VỰC
    1. |# Cải cách thể chế
      1.1. |# Xây dựng văn bản
        a) |# Số văn bản ban hành đúng tiến độ
        b) |# Số văn bản chậm, lý do
      1.2. |# Rà soát văn bản
        a) |# Kết quả
        b) |# Hạn chế
    2. |# Cải cách thủ tục hành chính
      2.1. |# Cắt giảm, đơn giản hóa
        = Thống kê theo từng ngành, lĩnh vực, đối chiếu với phương án đã được Thủ tướng Chính phủ phê duyệt.
      2.2. |# Giải quyết hồ sơ
        = Tỷ lệ đúng hạn; số lần xin lỗi.
    3. |# Cải cách tổ chức bộ máy
      = Trước và sau sắp xếp.
    4. |# Cải cách chế độ công vụ
      = Thi tuyển, đánh giá, kỷ luật, khen thưởng.
    5. |# Cải cách tài chính công
      = Mức độ tự chủ của đơn vị sự nghiệp.
  III. |# ĐÁNH GIÁ CHUNG
    = Ưu điểm, hạn chế và nguyên nhân, nhất là nguyên nhân chủ quan.
B. |# NỘI DUNG KẾ HOẠCH NĂM 2026
  I. |# CĂN CỨ
    - |: Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;
    - |: Nghị quyết số 66-NQ/TW ngày 30 tháng 4 năm 2025 của Bộ Chính trị về đổi mới công tác xây dựng và thi hành pháp luật;
    - |: Quyết định số 876/QĐ-BNV phê duyệt Bộ chỉ số cải cách hành chính;
    - |: Chương trình công tác năm của cơ quan, địa phương.
  II. |# MỤC TIÊU
    = Mỗi mục tiêu có chỉ số đo, số liệu nền và thời hạn.
    1. |# Mục tiêu chung
    2. |# Mục tiêu cụ thể
      2.1. |# Về thể chế
      2.2. |# Về thủ tục hành chính
      2.3. |# Về bộ máy, công vụ
  III. |# NHIỆM VỤ
    1. |# Cải cách thể chế
      - |: Lập danh mục văn bản cần sửa, phân công đơn vị soạn thảo.
      - |: Theo dõi thi hành pháp luật.
    2. |# Cải cách thủ tục hành chính
      a) |: Phương án cắt giảm cho từng thủ tục;
      b) |: lộ trình mở rộng tiếp nhận phi địa giới;
      c) |: phương án bố trí nhân lực tại Trung tâm Phục vụ hành chính công.
    3. |# Chính quyền số
      = Nêu các nhiệm vụ giao thoa với kế hoạch chuyển đổi số, tránh trùng lặp.
  IV. |# GIẢI PHÁP
    = Nêu giải pháp về chỉ đạo, nhân lực, tài chính, truyền thông.
  V. |# KINH PHÍ
    = Nguồn và mức bố trí.
  VI. |# TỔ CHỨC THỰC HIỆN
    1. |: Phân công cơ quan chủ trì, phối hợp cho từng nhiệm vụ.
    2. |: Quy định chế độ báo cáo, kiểm tra.
""")


def make_docx():
    doc = new_docx(size=14)
    letterhead_table(doc, [("BỘ NỘI VỤ", True, False), ("", False, False), ("Số: 9135/BNV-CCHC", False, False), (f"V/v {VV}", False, False)],
                     [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True, False), ("Độc lập - Tự do - Hạnh phúc", True, False), ("", False, False),
                      ("Hà Nội, ngày 03 tháng 11 năm 2025", False, True)])
    para(doc, "Kính gửi:", align="c")
    for a in ADDRESSEES:
        para(doc, f"- {a}{'.' if a == ADDRESSEES[-1] else ';'}", indent=5)
    for text in OPENING:
        para(doc, text, align="j", indent=1.27)
    for n, text in enumerate(PRIORITY, 1):
        p = para(doc, f"{n}. ", bold=True, align="j", indent=1.27)
        p.add_run(text)
    for text in ENDING:
        para(doc, text, align="j", indent=1.27)
    cells = doc.add_table(rows=1, cols=2).rows[0].cells
    fill(cells[0], "Nơi nhận:¶" + "¶".join("- " + r for r in RECIPIENTS), size=11)
    fill(cells[1], "KT. BỘ TRƯỞNG¶THỨ TRƯỞNG¶¶¶¶Vũ Thị Thanh Bình", bold=True, align="c")
    doc.add_page_break()
    para(doc, "KHUNG KẾ HOẠCH", bold=True, align="c")
    para(doc, "CẢI CÁCH HÀNH CHÍNH NĂM 2026 CỦA BỘ, NGÀNH, ĐỊA PHƯƠNG", bold=True, align="c")
    para(doc, ISSUED, italic=True, align="c")
    for what, _, label, text in walk(TREE):
        para(doc, f"{label} {text}".strip(), bold=what == "head" and not label.endswith(")"), italic=what == "head" and label.endswith(")"),
             align="j", indent=1.27)
    save_docx(doc, NAME)


def make_txt():
    lines = two_columns(["              BỘ NỘI VỤ", "", "       Số: 9135/BNV-CCHC", "V/v hướng dẫn xây dựng Kế hoạch cải cách", "      hành chính năm 2026"],
                        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "   Độc lập - Tự do - Hạnh phúc", "", "Hà Nội, ngày 03 tháng 11 năm 2025"], 44)
    lines += ["", "                    Kính gửi:"]
    for a in ADDRESSEES:
        lines += wrap(f"- {a}{'.' if a == ADDRESSEES[-1] else ';'}", 76, " " * 20, " " * 20)
    lines.append("")
    for text in [*OPENING, *(f"{n}. {t}" for n, t in enumerate(PRIORITY, 1)), *ENDING]:
        lines += wrap(text, 84, "\t")
    lines += ["", *two_columns(["Nơi nhận:", *("- " + r for r in RECIPIENTS)], ["      KT. BỘ TRƯỞNG", "       THỨ TRƯỞNG", "", "", "", "   Vũ Thị Thanh Bình"], 50)]
    lines += ["\f", *centred("KHUNG KẾ HOẠCH", 84), *centred("CẢI CÁCH HÀNH CHÍNH NĂM 2026 CỦA BỘ, NGÀNH, ĐỊA PHƯƠNG", 84), *centred(ISSUED, 84), ""]
    for line in tree_lines(TREE, 84, 0):
        lines.append(line)
    (OUT / f"{NAME}.txt").write_bytes(b"\xff\xfe" + "\r\n".join(lines).encode("utf-16-le"))


def make():
    make_docx()
    to_pdf(NAME)
    make_txt()
    signatory = (["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"], "Vũ Thị Thanh Bình")
    truth(NAME, number="9135/BNV-CCHC", date="2025-11-03", deadline="2025-12-25", signatory=signatory, recipients=RECIPIENTS, tree=TREE,
          priority=PRIORITY, bases=BASES, plan_bases=PLAN_BASES,
          reading={"kind": "official_letter", "issuer": ["BỘ NỘI VỤ"], "place": "Hà Nội", "title": {"kind": "Công văn", "subject": VV},
                   "attachment": {"kind": "Khung kế hoạch", "subject": "CẢI CÁCH HÀNH CHÍNH NĂM 2026 CỦA BỘ, NGÀNH, ĐỊA PHƯƠNG", "issued_with": ISSUED},
                   "addressees": ADDRESSEES, "signatory": {"authority": signatory[0], "name": signatory[1]}},
          notes=["Tasks 2, 4 and 6 name other dates; the plan itself is asked for by 25 December 2025."])


if __name__ == "__main__":
    make()
