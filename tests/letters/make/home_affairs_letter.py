"""A province's letter whose tasks stand in a table of the letter itself; place and date share a line of the right column with a tab; the framework
counts A., I., 1., a). DOCX; PDF printed from HTML, the table's rows without a repeated header."""
import web
from house import Tasks, base, outline, truth
from word import body, closing, letterhead, new_docx, para, save_docx, tasks_table, titled

NAME = "home-affairs"
VV = "xây dựng Kế hoạch cải cách hành chính, chuyển đổi số năm 2027"
ISSUED = "(Kèm theo Công văn số 8215/UBND-KSTTHC ngày 28 tháng 10 năm 2026 của UBND tỉnh Phú Thọ)"
ADDRESSEES = ["Các sở, ban, ngành thuộc UBND tỉnh", "UBND các xã, phường"]
OPENING = [
    "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030; Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia,",
    "Xét đề nghị của Sở Nội vụ tại Văn bản số 3307/SNV-CCHC ngày 22/10/2026, Chủ tịch UBND tỉnh yêu cầu các cơ quan, địa phương khi lập kế hoạch năm 2027 phải đưa vào các việc được giao tại bảng sau:",
]
AFTER = [
    "Kế hoạch của từng cơ quan lập theo Khung gửi kèm, do người đứng đầu ký ban hành chậm nhất ngày 20 tháng 12 năm 2026 và gửi Sở Nội vụ (bản điện tử). Số liệu năm 2026 tính đến hết ngày 15/11/2026.",
    "Giao Sở Nội vụ chủ trì, phối hợp Sở Khoa học và Công nghệ theo dõi, đôn đốc; báo cáo Chủ tịch UBND tỉnh cơ quan nộp chậm./.",
]
RECIPIENTS = ["Như trên;", "TTTU, TT HĐND tỉnh (b/c);", "CT, các PCT UBND tỉnh;", "CVP, các PCVP;", "Cổng TTĐT tỉnh;", "Lưu: VT, KSTTHC (H.20b)."]
SIGNATORY = (["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Phan Trọng Khải")
BASES = [
    base("Nghị quyết", "76/NQ-CP", "2021-07-15", "Chính phủ", "ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030"),
    base("Nghị định", "118/2025/NĐ-CP", "2025-06-09", "Chính phủ", "về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia"),
]
TASKS = Tasks(["STT", "Nhiệm vụ phải đưa vào kế hoạch", "CQ chủ trì", "CQ phối hợp", "Hoàn thành trước ngày"], ["no", "name", "lead", "coordinating", "time"], """
1 | Rà soát, cắt giảm tối thiểu 20% thời gian giải quyết thủ tục hành chính so với quy định | Các sở, ban, ngành | Văn phòng UBND tỉnh | 31/3/2027
2 | Bố trí người trực hỗ trợ nộp hồ sơ trực tuyến tại 100% điểm phục vụ hành chính công cấp xã | UBND cấp xã | Tỉnh đoàn; Bưu điện tỉnh | 28/02/2027
3 | Số hóa kết quả giải quyết còn hiệu lực của lĩnh vực đất đai, hộ tịch | Sở Nông nghiệp và Môi trường; Sở Tư pháp | UBND cấp xã | 30/9/2027
4 | Thay chữ ký số đã hết hạn cho lãnh đạo, kế toán các đơn vị | Sở Khoa học và Công nghệ | Cục Chứng thực số và Bảo mật thông tin | 15/01/2027
5 | Đo lường mức độ hài lòng của người dân theo từng lượt giao dịch | Sở Nội vụ | Ủy ban MTTQ Việt Nam tỉnh và Hội Cựu chiến binh tỉnh | 31/10/2027
6 | Chấm dứt yêu cầu nộp bản sao giấy đối với dữ liệu đã có trên hệ thống | Các sở, ban, ngành; UBND cấp xã | | 01/7/2027
7 | Công khai tiến độ giải ngân vốn chuyển đổi số hằng tháng | Sở Tài chính | Kho bạc Nhà nước Khu vực VIII | 05/02/2027
""")
TREE = outline("""
A. |# KẾT QUẢ NĂM 2026
  I. |# CÔNG TÁC CHỈ ĐẠO
    1. |# Văn bản đã ban hành
      = Thống kê số văn bản theo từng loại, kèm tỷ lệ hoàn thành.
    2. |# Kiểm tra, tuyên truyền
      a) |: Số cuộc kiểm tra, số kiến nghị đã xử lý;
      b) |: Hình thức tuyên truyền có hiệu quả nhất.
  II. |# KẾT QUẢ TỪNG LĨNH VỰC
    1. |# Cải cách thể chế
      = Số quy định trái thẩm quyền được bãi bỏ.
    2. |# Cải cách thủ tục hành chính
      a) |: Tỷ lệ hồ sơ đúng hạn;
      b) |: tỷ lệ hồ sơ trực tuyến toàn trình;
      c) |: tỷ lệ tái sử dụng dữ liệu.
    3. |# Xây dựng chính quyền số
      = Nêu nền tảng đang dùng, đơn vị vận hành, chi phí một năm.
B. |# KẾ HOẠCH NĂM 2027
  I. |# MỤC TIÊU
    = Xác định rõ thứ hạng phấn đấu về PAR Index, SIPAS, DTI.
  II. |# NHIỆM VỤ
    1. |# Nhiệm vụ do UBND tỉnh giao
      = Chép đủ bảng trong Công văn này, bổ sung sản phẩm và người chịu trách nhiệm.
    2. |# Nhiệm vụ tự đề xuất
      = Mỗi cơ quan đề xuất ít nhất 02 sáng kiến.
  III. |# KINH PHÍ
    = Nguồn chi thường xuyên; nguồn đầu tư công; nguồn hợp pháp khác.
C. |# TỔ CHỨC THỰC HIỆN
  = Phân công người đứng đầu trực tiếp phụ trách; chế độ báo cáo trước ngày 15 của tháng cuối quý.
""")


def make():
    doc = new_docx(size=14)
    letterhead(doc, ["ỦY BAN NHÂN DÂN", "TỈNH PHÚ THỌ"], "Số:\t8215/UBND-KSTTHC", "Phú Thọ, ngày  28  tháng  10  năm 2026", VV, strong=2)
    para(doc, "Kính gửi:", align="c")
    for a in ADDRESSEES:
        para(doc, f"- {a}{'.' if a == ADDRESSEES[-1] else ';'}", indent=5)
    for text in OPENING:
        para(doc, text, align="j", indent=1.27)
    tasks_table(doc, TASKS, [1, 6.5, 3.2, 3, 2.4], 12, repeat=False)
    for text in AFTER:
        para(doc, text, align="j", indent=1.27)
    closing(doc, RECIPIENTS, SIGNATORY)
    titled(doc, "KHUNG KẾ HOẠCH", "CẢI CÁCH HÀNH CHÍNH, CHUYỂN ĐỔI SỐ NĂM 2027", issued=ISSUED, page=True)
    body(doc, TREE)
    save_docx(doc, NAME)
    web.save(NAME, [
        web.letterhead(["ỦY BAN NHÂN DÂN", "TỈNH PHÚ THỌ"], "Số: 8215/UBND-KSTTHC", "Phú Thọ, ngày 28 tháng 10 năm 2026", VV),
        web.p("Kính gửi:", "c"), *[f'<div style="padding-left:50mm">- {a}{"." if a == ADDRESSEES[-1] else ";"}</div>' for a in ADDRESSEES],
        *[web.p(t) for t in OPENING], web.table(TASKS, [6, 38, 21, 20, 15], head=False), web.p(""), *[web.p(t) for t in AFTER],
        web.closing(RECIPIENTS, SIGNATORY), '<div class="new"></div>',
        web.titled("KHUNG KẾ HOẠCH", "CẢI CÁCH HÀNH CHÍNH, CHUYỂN ĐỔI SỐ NĂM 2027", issued=ISSUED), web.tree(TREE, None)])
    truth(NAME, number="8215/UBND-KSTTHC", date="2026-10-28", deadline="2026-12-20", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, bases=BASES,
          tasks=TASKS,
          reading={"kind": "official_letter", "issuer": ["ỦY BAN NHÂN DÂN", "TỈNH PHÚ THỌ"], "place": "Phú Thọ", "title": {"kind": "Công văn", "subject": VV},
                   "attachment": {"kind": "Khung kế hoạch", "subject": "CẢI CÁCH HÀNH CHÍNH, CHUYỂN ĐỔI SỐ NĂM 2027", "issued_with": ISSUED},
                   "addressees": ADDRESSEES, "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["The tasks stand in a table in the letter. 15/11/2026 is the cut-off of figures, the Văn bản of “Xét đề nghị” is no căn cứ.",
                 "“chậm nhất ngày” gives the deadline; the dates of the table are the tasks' own."])


if __name__ == "__main__":
    make()
