"""A department's urgent letter: “HỎA TỐC” above the letterhead, “Kính gửi” and one addressee on a line, tasks as dashes under bold words, Nơi nhận in two columns;
an outline of 1., 1.1. DOCX, PDF, TXT with a rule of underscores."""
from house import NATION, OUT, Tasks, base, centred, outline, tree_lines, truth, two_columns, wrap
from word import body, fill, letterhead_table, new_docx, para, save_docx, section, tasks_table, titled, to_pdf

NAME = "urgent-letter"
VV = "khẩn trương xây dựng kế hoạch khắc phục hậu quả bão và bảo đảm hạ tầng số năm 2027"
ISSUED = "(Kèm theo Công văn số 9902/UBND-KTN ngày 14 tháng 10 năm 2026)"
ADDRESSEES = ["Giám đốc các Sở: Xây dựng, Khoa học và Công nghệ, Nông nghiệp và Môi trường", "Chủ tịch UBND các xã, phường"]
ADDRESSEE = "; ".join(ADDRESSEES)
OPENING = [
    "Thực hiện Công điện số 190/CĐ-TTg ngày 12 tháng 10 năm 2026 của Thủ tướng Chính phủ về khắc phục hậu quả bão số 11; Luật Phòng thủ dân sự số 18/2023/QH15, Chủ tịch UBND tỉnh yêu cầu các sở, địa phương tập trung:",
]
DASHES = [
    "Về thông tin liên lạc: khôi phục 100% trạm thu phát sóng trước ngày 20/10/2026; dùng xe phát sóng lưu động cho các xã bị cô lập.",
    "Về dữ liệu: kiểm đếm thiệt hại bằng ảnh vệ tinh, bay không người lái; không báo cáo bằng giấy.",
    "Về dân sinh: chi trả hỗ trợ qua tài khoản, công khai danh sách tại thôn.",
]
ENDING = [
    "Các sở, địa phương lập Kế hoạch năm 2027 theo Đề cương gửi kèm, gửi Sở Tài chính tổng hợp trước 30/10/2026. Sở Tài chính trình UBND tỉnh trong ngày 10/11/2026./.",
]
BASES = [
    base("Công điện", "190/CĐ-TTg", "2026-10-12", "Thủ tướng Chính phủ", "về khắc phục hậu quả bão số 11"),
    base("Luật", "18/2023/QH15", None, None, "Luật Phòng thủ dân sự"),
]
RECIPIENTS = ["Như trên;", "Ban Chỉ đạo PTDS quốc gia;", "TT Tỉnh ủy, HĐND tỉnh;", "CT, các PCT UBND tỉnh;", "VNPT, Viettel tỉnh;", "Lưu: VT, KTN3."]
SIGNATORY = (["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"], "Triệu Tài Vượng")
TREE = outline("""
1. |# Đánh giá thiệt hại
  1.1. |: Hạ tầng viễn thông, điện lực.
  1.2. |: Trung tâm dữ liệu, hệ thống thông tin.
2. |# Mục tiêu phục hồi
  2.1. |: Trong 30 ngày.
  2.2. |: Trong năm 2027.
3. |# Nhiệm vụ và phân công
  = Liệt kê theo mẫu tại Phụ lục, mỗi nhiệm vụ một người chịu trách nhiệm.
4. |# Nguồn lực
  4.1. |: Dự phòng ngân sách.
  4.2. |: Vận động, tài trợ.
5. |# Kiến nghị
  = Nêu rõ cấp giải quyết.
PHỤ LỤC |^ NHIỆM VỤ UBND TỈNH GIAO NGAY
  % tasks
""")
TASKS = Tasks(["TT", "Nội dung", "Cơ quan đầu mối", "Cơ quan phối hợp", "Hạn hoàn thành", "Yêu cầu về kết quả"],
              ["no", "name", "lead", "coordinating", "time", "result"], """
* I | Khôi phục ngay
1 | Nối lại tuyến cáp quang Quốc lộ 4G | Sở Khoa học và Công nghệ | VNPT; Viettel | 18/10/2026 | Thông tuyến
2 | Cấp điện cho 46 trạm bơm, trạm sóng | Sở Công Thương | Công ty Điện lực | 20h00 ngày 16/10/2026 | 46/46 trạm có điện
3 | Lập bản đồ sạt lở | Sở Nông nghiệp và Môi trường | Trường Đại học Tây Bắc | 25/10/2026 | Bản đồ tỷ lệ 1/10.000
* II | Lâu dài
4 | Di dời trung tâm dữ liệu khỏi vùng ngập | Sở Khoa học và Công nghệ | Sở Xây dựng và Ban QLDA | Tháng 6/2027 | Trung tâm mới hoạt động
5 | Lắp 120 trạm đo mưa tự động | Sở Nông nghiệp và Môi trường | Đài Khí tượng Thủy văn | Trước mùa mưa 2027 | Dữ liệu 10 phút/lần
6 | Nhắn tin cảnh báo theo vùng | Sở Khoa học và Công nghệ | Các nhà mạng | 01/5/2027 | Phủ 100% xã
""")


def make():
    doc = new_docx(size=14)
    para(doc, "HỎA TỐC", bold=True, size=16)
    left = [("ỦY BAN NHÂN DÂN", True, False), ("TỈNH SƠN LA", True, False), ("_______", False, False), ("Số: 9902/UBND-KTN", False, False), (f"V/v {VV}", False, False)]
    right = [(NATION[0], True, False), (NATION[1], True, False), ("________________", False, False), ("Sơn La, ngày 14 tháng 10 năm 2026", False, True)]
    letterhead_table(doc, left, right, (6.8, 9.2), 12)
    para(doc, "")
    para(doc, f"Kính gửi: {ADDRESSEE}.", align="c")
    for text in OPENING:
        para(doc, text, align="j", indent=1.27)
    for text in DASHES:
        head, rest = text.split(":", 1)
        para(doc, f"- {head}:", bold=True, align="j", indent=1.27).add_run(rest).bold = False
    for text in ENDING:
        para(doc, text, align="j", indent=1.27)
    row = doc.add_table(rows=1, cols=3).rows[0].cells  # the recipients in two columns
    fill(row[0], "Nơi nhận:¶" + "¶".join("- " + r for r in RECIPIENTS[:3]), size=11)
    fill(row[1], "¶" + "¶".join("- " + r for r in RECIPIENTS[3:]), size=11)
    fill(row[2], "¶".join([*SIGNATORY[0], "", "", "", SIGNATORY[1]]), bold=True, align="c", size=13)
    titled(doc, "ĐỀ CƯƠNG", "KẾ HOẠCH KHẮC PHỤC HẬU QUẢ BÃO VÀ BẢO ĐẢM HẠ TẦNG SỐ NĂM 2027", issued=ISSUED, page=True)

    def own(label, text):
        section(doc, True)
        titled(doc, label, text, issued=ISSUED)
    body(doc, TREE, lambda _: tasks_table(doc, TASKS, [1.2, 7.4, 4.6, 5, 3, 3.6], 12), own)
    save_docx(doc, NAME)
    to_pdf(NAME)

    lines = ["HỎA TỐC", ""] + two_columns([t for t, *_ in left[:4]] + wrap(f"V/v {VV}", 36), [t for t, *_ in right], 42)
    lines += ["", *wrap(f"Kính gửi: {ADDRESSEE}.", 80, "        "), ""]
    for text in [*OPENING, *("- " + d for d in DASHES), *ENDING]:
        lines += wrap(text, 80, "    ")
    lines += ["", *two_columns(["Nơi nhận:", *["- " + r for r in RECIPIENTS]], [*SIGNATORY[0], "", "", SIGNATORY[1]], 46), "", "_" * 60, ""]
    lines += [*centred("ĐỀ CƯƠNG"), *centred("KẾ HOẠCH KHẮC PHỤC HẬU QUẢ BÃO VÀ BẢO ĐẢM HẠ TẦNG SỐ NĂM 2027"), *centred(ISSUED), ""]
    tree = tree_lines(TREE, 80, 4, lambda _: [*centred(ISSUED), "", "\t".join(TASKS.columns), *["\t".join(cells) for _, cells in TASKS.rows]])
    (OUT / f"{NAME}.txt").write_text("\n".join(lines + tree) + "\n", encoding="utf-8")
    truth(NAME, number="9902/UBND-KTN", date="2026-10-14", deadline="2026-10-30", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=TASKS,
          reading={"kind": "official_letter", "place": "Sơn La", "title": {"kind": "Công văn", "subject": VV},
                   "attachment": {"kind": "Đề cương", "subject": "KẾ HOẠCH KHẮC PHỤC HẬU QUẢ BÃO VÀ BẢO ĐẢM HẠ TẦNG SỐ NĂM 2027", "issued_with": ISSUED},
                   "addressees": ADDRESSEES, "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["The letter's tasks are dashes without numbers: priority_tasks is left open. “trước 30/10/2026” is the plan's deadline; the others belong to tasks or to the tổng hợp.",
                 "“HỎA TỐC” is no issuer. In the DOCX and PDF the recipients stand in two columns; they are read down the first, then the second.",
                 "The law has a number and no date. The attachment's first line is ĐỀ CƯƠNG."])


if __name__ == "__main__":
    make()
