"""A decision and plan as some converter left it: byte order mark, wrapped lines, **bold**, <b>, #, tab-separated rows cut by pages. TXT."""
from house import OUT, Tasks, base, outline, truth, walk, wrap

NAME = "leftovers"
SUBJECT = "Ban hành Kế hoạch số hóa di sản văn hóa của Bộ Văn hóa, Thể thao và Du lịch năm 2026"
PLAN = "Số hóa di sản văn hóa của Bộ Văn hóa, Thể thao và Du lịch năm 2026"
ISSUED = "(Ban hành kèm theo Quyết định số 4127/QĐ-BVHTTDL ngày 18 tháng 11 năm 2025 của Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch)"
CAN_CU = [
    "Căn cứ Luật Di sản văn hóa số 45/2024/QH15 ngày 23 tháng 11 năm 2024;",
    "Căn cứ Nghị định số 43/2025/NĐ-CP ngày 28 tháng 02 năm 2025 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Văn hóa, Thể thao và Du lịch;",
    "Căn cứ Quyết định số 2026/QĐ-TTg ngày 02 tháng 12 năm 2021 của Thủ tướng Chính phủ phê duyệt Chương trình số hóa di sản văn hóa Việt Nam giai đoạn 2021 - 2030;",
    "Theo đề nghị của Cục trưởng Cục Di sản văn hóa.",
]
BASES = [
    base("Luật", "45/2024/QH15", "2024-11-23", None, "Luật Di sản văn hóa"),
    base("Nghị định", "43/2025/NĐ-CP", "2025-02-28", "Chính phủ", "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Văn hóa, Thể thao và Du lịch"),
    base("Quyết định", "2026/QĐ-TTg", "2021-12-02", "Thủ tướng Chính phủ", "phê duyệt Chương trình số hóa di sản văn hóa Việt Nam giai đoạn 2021 - 2030"),
]
ARTICLES = [
    (1, ["Ban hành kèm theo Quyết định này Kế hoạch số hóa di sản văn hóa của Bộ Văn hóa, Thể thao và Du lịch năm 2026."]),
    (2, ["Cục Di sản văn hóa chủ trì hướng dẫn, kiểm tra việc thực hiện; các bảo tàng, ban quản lý di tích bố trí người và hiện vật theo tiến độ."]),
    (3, ["Chánh Văn phòng Bộ, Cục trưởng Cục Di sản văn hóa và thủ trưởng các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này kể từ ngày ký./."]),
]
RECIPIENTS = ["Như Điều 3;", "Bộ trưởng (để b/c);", "Các Sở VHTTDL, Sở VHTT;", "Lưu: VT, DSVH (12)."]
PLAN_BASES = [
    base("Nghị quyết", "33-NQ/TW", "2014-06-09", "Ban Chấp hành Trung ương", "về xây dựng và phát triển văn hóa, con người Việt Nam", "Phần I/1"),
    base("Quyết định", "1909/QĐ-TTg", "2021-11-12", "Thủ tướng Chính phủ", "phê duyệt Chiến lược phát triển văn hóa đến năm 2030", "Phần I/1"),
]
TREE = outline("""
Phần I |^ CƠ SỞ VÀ MỤC TIÊU
  1. |# Căn cứ xây dựng Kế hoạch
    - |: Nghị quyết số 33-NQ/TW ngày 09/6/2014 của Ban Chấp hành Trung ương về xây dựng và phát triển văn hóa, con người Việt Nam;
    - |: Quyết định số 1909/QĐ-TTg ngày 12/11/2021 của Thủ tướng Chính phủ phê duyệt Chiến lược phát triển văn hóa đến năm 2030.
  2. |# Mục tiêu
    2.1. |: Số hóa 100% bảo vật quốc gia được công nhận đến hết năm 2025.
    2.2. |: Lập bản sao số ba chiều của 30 di tích quốc gia đặc biệt, ưu tiên nơi có nguy cơ xuống cấp do mưa bão, sạt lở.
    2.3. |: Mỗi bảo tàng hạng I có ít nhất một không gian trưng bày trực tuyến.
  3. |# Phạm vi
    = Di tích, bảo vật, di sản tư liệu và di sản văn hóa phi vật thể trong danh mục quốc gia.
Phần II |^ NHIỆM VỤ VÀ GIẢI PHÁP
  1. |# Chuẩn hóa
    a) |: Ban hành bộ tiêu chuẩn quét ba chiều, chụp ảnh, ghi âm;
    b) |: cấp mã định danh cho từng di sản;
    c) |: quy định quyền khai thác bản sao số.
  2. |# Thực hiện số hóa
    = Làm theo từng đợt, đợt nào xong thì nghiệm thu và đưa lên cổng ngay.
    - |: Đợt 1: các di tích tại Thăng Long, Huế, Mỹ Sơn, Óc Eo.
    - |: Đợt 2: các di tích còn lại.
  3. |# Khai thác
    a) |: Mở miễn phí cho học sinh, sinh viên;
    b) |: thu phí đối với mục đích thương mại.
Phần III |^ TỔ CHỨC THỰC HIỆN
  1. |: Cục Di sản văn hóa là đầu mối, tổng hợp báo cáo 6 tháng và cả năm.
  2. |: Vụ Kế hoạch, Tài chính bố trí kinh phí.
  3. |: Các bảo tàng chịu trách nhiệm về an toàn hiện vật khi quét, chụp.
PHỤ LỤC |^ DANH MỤC NHIỆM VỤ
  % tasks
""")
TASKS = Tasks(
    ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian", "Kết quả", "Căn cứ"],
    ["no", "name", "lead", "coordinating", "time", "result", "basis"],
    """
* I | Chuẩn hóa dữ liệu
1 | Xây dựng bộ tiêu chuẩn số hóa di tích, bảo vật quốc gia | Cục Di sản văn hóa | Viện Bảo tồn di tích; Vụ Pháp chế | Quý I/2026 | Thông tư ban hành bộ tiêu chuẩn | Quyết định số 2026/QĐ-TTg ngày 02/12/2021
2 | Cấp mã định danh cho 3.653 di tích quốc gia | Cục Di sản văn hóa | Sở VHTTDL các tỉnh, thành phố | Tháng 6/2026 | Danh mục mã định danh | Luật Di sản văn hóa số 45/2024/QH15
3 | Quy định quyền khai thác bản sao số | Cục Bản quyền tác giả | Vụ Pháp chế | Quý III/2026 | Thông tư |
* II | Thực hiện số hóa
1 | Quét ba chiều Hoàng thành Thăng Long, Thánh địa Mỹ Sơn, quần thể di tích Cố đô Huế và khu di tích Óc Eo - Ba Thê | Viện Bảo tồn di tích | Trung tâm Bảo tồn di sản Thăng Long - Hà Nội; Trung tâm Bảo tồn di tích Cố đô Huế | 2025 - 2026 | Bản sao số ba chiều độ chính xác 5 mm | Quyết định số 2026/QĐ-TTg
2 | Số hóa bảo vật quốc gia tại Bảo tàng Lịch sử quốc gia | Bảo tàng Lịch sử quốc gia | Cục Di sản văn hóa | Tháng 9/2026 | 100% bảo vật có hồ sơ số | Quyết định số 2026/QĐ-TTg
3 | Ghi hình, ghi âm nghệ nhân hát Then, hát Xoan, đờn ca tài tử trên 80 tuổi | Viện Văn hóa, Nghệ thuật, Thể thao và Du lịch Việt Nam | Sở VHTTDL các tỉnh có di sản | Thường xuyên | 200 giờ tư liệu |
4 | Số hóa mộc bản, châu bản, bia Văn Miếu | Cục Di sản văn hóa | Cục Văn thư và Lưu trữ nhà nước | Quý II - IV/2026 | Kho tư liệu số |
* III | Khai thác, quảng bá
1 | Cổng di sản số quốc gia | Trung tâm Chuyển đổi số văn hóa, thể thao và du lịch | Các bảo tàng | 31/12/2026 | Cổng hoạt động bằng 03 thứ tiếng |
2 | Không gian trưng bày trực tuyến của bảo tàng hạng I | Các bảo tàng hạng I | Cục Di sản văn hóa | Quý IV/2026 | 07 không gian |
3 | Đưa di sản số vào bài giảng phổ thông | Vụ Đào tạo | Bộ Giáo dục và Đào tạo | Năm học 2026 - 2027 | 50 học liệu |
4 | Hội nghị đánh giá | Cục Di sản văn hóa | Văn phòng Bộ | Tháng 12/2026 | Báo cáo năm |
""")


def rows(_):
    """Rows with tabs; pages cut three of them, and the header comes again after each cut."""
    header = "\t".join(TASKS.columns)
    cuts = {("I", "1"): {1: "Xây dựng bộ tiêu chuẩn số hóa", 6: "Quyết định số 2026/QĐ-"},
            ("II", "1"): {1: "Quét ba chiều Hoàng thành Thăng Long, Thánh địa Mỹ Sơn, quần thể", 3: "Trung tâm Bảo tồn di sản Thăng Long - Hà Nội;", 5: "Bản sao số ba chiều"},
            ("II", "3"): {1: "Ghi hình, ghi âm nghệ nhân hát Then,", 2: "Viện Văn hóa, Nghệ thuật, Thể thao và"}}
    lines, group = [header], None
    for what, cells in TASKS.rows:
        if what == "group":
            group = cells[0]
            lines.append(f"<b>{cells[0]}</b>\t<b>{cells[1]}</b>" + "\t" * 5)
            continue
        cut = cuts.get((group, cells[0]))
        if not cut:
            lines.append("\t".join(cells))
            continue
        lines.append("\t".join(cut.get(n, c) for n, c in enumerate(cells)))
        lines += ["", "", header, "\t".join(cells[n][len(cut[n]):].strip() if n in cut else "" for n in range(len(cells)))]
    return lines


def make():
    lines = ["**BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH**", "", "Số: 4127/QĐ-BVHTTDL", "", "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**", "**Độc lập - Tự do - Hạnh phúc**", "",
             "*Hà Nội, ngày 18 tháng 11 năm 2025*", "", "# QUYẾT ĐỊNH", "", f"**{SUBJECT}**", "", "**BỘ TRƯỞNG BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH**", ""]
    for text in CAN_CU:
        lines += [*wrap(f"*{text}*", 90), ""]
    lines += ["**QUYẾT ĐỊNH:**", ""]
    for no, (text,) in ARTICLES:
        lines += [*wrap(f"**Điều {no}.** {text}", 90), ""]
    lines += ["***Nơi nhận:***", "", *("- " + r for r in RECIPIENTS), "", "<b>KT. BỘ TRƯỞNG</b>", "<b>THỨ TRƯỞNG</b>", "", "<b>Lê Thị Diệu Hương</b>", "", "", "",
              "# KẾ HOẠCH", "", f"**{PLAN}**", "", *wrap(f"*{ISSUED}*", 90), ""]
    for what, depth, label, text in walk(TREE):
        if what == "own":
            lines += [f"## {label}", "", f"## **{text}**", ""]
        elif what == "table":
            lines += rows(text)
        elif what == "head":
            lines += [*wrap(f"{'###' if depth == 1 else '####'} **{label} {text}**", 90), ""]
        else:
            lines += [*wrap(f"{label} {text}".strip(), 90), ""]
    (OUT / f"{NAME}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    signatory = (["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"], "Lê Thị Diệu Hương")
    truth(NAME, number="4127/QĐ-BVHTTDL", date="2025-11-18", signatory=signatory, recipients=RECIPIENTS, tree=TREE, articles=ARTICLES, bases=BASES,
          plan_bases=PLAN_BASES, tasks=TASKS,
          reading={"kind": "decision", "issuer": ["BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH"], "place": "Hà Nội", "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Kế hoạch", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": signatory[0], "name": signatory[1]}},
          notes=["“2026/QĐ-” cut by a page joins to “2026/QĐ-TTg” without a blank."])


if __name__ == "__main__":
    make()
