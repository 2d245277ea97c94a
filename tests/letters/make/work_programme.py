"""A province's decision with a programme of work: two annexes “PHỤ LỤC SỐ 1”, “PHỤ LỤC SỐ 2”, each with a list; groups are quarters or councils in merged
rows with a label of their own; columns name who drafts, who appraises and when it is laid. DOCX; PDF printed from HTML with rows cut by pages."""
import web
from house import Tasks, base, outline, truth
from word import body, closing, decision_front, letterhead, new_docx, save_docx, section, tasks_table, titled

NAME = "work-programme"
SUBJECT = "Ban hành Chương trình công tác năm 2027 của Ủy ban nhân dân tỉnh Lâm Đồng"
PLAN = "Công tác năm 2027 của Ủy ban nhân dân tỉnh Lâm Đồng"
ISSUED = "(Ban hành kèm theo Quyết định số 2974/QĐ-UBND ngày 30/12/2026 của Ủy ban nhân dân tỉnh Lâm Đồng)"
CAN_CU = [
    "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;",
    "Căn cứ Quyết định số 41/2025/QĐ-UBND ngày 08 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh ban hành Quy chế làm việc của Ủy ban nhân dân tỉnh Lâm Đồng nhiệm kỳ 2021 - 2026;",
    "Căn cứ Nghị quyết 36/NQ-HĐND ngày 10/12/2026 của Hội đồng nhân dân tỉnh về kế hoạch phát triển kinh tế - xã hội năm 2027;",
    "Theo đề nghị của Chánh Văn phòng Ủy ban nhân dân tỉnh tại Tờ trình số 1206/TTr-VPUB ngày 28 tháng 12 năm 2026.",
]
BASES = [
    base("Luật", "72/2025/QH15", "2025-06-16", None, "Luật Tổ chức chính quyền địa phương"),
    base("Quyết định", "41/2025/QĐ-UBND", "2025-08-08", "Ủy ban nhân dân tỉnh", "ban hành Quy chế làm việc của Ủy ban nhân dân tỉnh Lâm Đồng nhiệm kỳ 2021 - 2026"),
    base("Nghị quyết", "36/NQ-HĐND", "2026-12-10", "Hội đồng nhân dân tỉnh", "về kế hoạch phát triển kinh tế - xã hội năm 2027"),
]
ARTICLES = [
    (1, ["Ban hành kèm theo Quyết định này Chương trình công tác năm 2027 của Ủy ban nhân dân tỉnh Lâm Đồng."]),
    (2, ["Cơ quan được giao chủ trì chịu trách nhiệm về tiến độ, chất lượng; đề án xin lùi thời hạn phải có văn bản giải trình trước ít nhất 10 ngày làm việc."]),
    (3, ["Quyết định có hiệu lực từ ngày 01 tháng 01 năm 2027."]),
    (4, ["Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở, Chủ tịch UBND các xã, phường, đặc khu và các cá nhân có liên quan chịu trách nhiệm thi hành./."]),
]
RECIPIENTS = ["Văn phòng Chính phủ;", "Thường trực Tỉnh ủy;", "Thường trực HĐND tỉnh;", "Như Điều 4;", "Trung tâm Công báo - Tin học;", "Lưu: VT, TH1."]
SIGNATORY = (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "K’ Mák Ha Brôi")
COLUMNS = ["Số TT", "Tên đề án, báo cáo", "CQ chủ trì soạn thảo", "CQ phối hợp", "Thời gian trình", "Lãnh đạo UBND tỉnh phụ trách"]
FIELDS = ["no", "name", "lead", "coordinating", "time", "assigned_member"]
FIRST = Tasks(COLUMNS, FIELDS, """
* I | QUÝ I
1 | Nghị quyết về mức hỗ trợ người dân lắp điện mặt trời mái nhà | Sở Công Thương | Sở Tài chính | Tháng 01 | Đ/c Phó Chủ tịch phụ trách kinh tế
2 | Đề án sắp xếp trường, điểm trường vùng sâu | Sở Giáo dục và Đào tạo | Sở Nội vụ; UBND cấp xã | Tháng 02 | Đ/c Phó Chủ tịch phụ trách văn xã
3 | Báo cáo kết quả Tết trồng cây | Sở Nông nghiệp và Môi trường | | Tháng 3 | Đ/c Chủ tịch
* II | QUÝ II
4 | Quy hoạch chi tiết Khu du lịch Mũi Né mở rộng | Sở Xây dựng | Sở Văn hóa, Thể thao và Du lịch | Tháng 4 | Đ/c Chủ tịch
5 | Kế hoạch ứng phó hạn hán, xâm nhập mặn ven biển | Sở Nông nghiệp và Môi trường | Bộ Chỉ huy Quân sự tỉnh và Đài Khí tượng Thủy văn tỉnh | Trước 15/5 | Đ/c Phó Chủ tịch phụ trách nông nghiệp
6 | Quy định giá nước sạch sinh hoạt nông thôn | Sở Tài chính | Sở Nông nghiệp và Môi trường | Tháng 6 | Đ/c Phó Chủ tịch phụ trách kinh tế
* III | QUÝ III
7 | Đề án làng nghề thổ cẩm gắn với du lịch cộng đồng | Sở Văn hóa, Thể thao và Du lịch | Sở Dân tộc và Tôn giáo | Tháng 7 | Đ/c Phó Chủ tịch phụ trách văn xã
8 | Bảng giá đất áp dụng từ năm 2028 | Sở Nông nghiệp và Môi trường | Thuế tỉnh Lâm Đồng | Tháng 9 | Đ/c Chủ tịch
* IV | QUÝ IV
9 | Dự toán ngân sách địa phương năm 2028 | Sở Tài chính | Các sở, ngành | Tháng 11 | Đ/c Chủ tịch
10 | Báo cáo kiểm điểm chỉ đạo, điều hành năm 2027 | Văn phòng UBND tỉnh | Các sở, ngành | Tháng 12 | Đ/c Chủ tịch
""")
SECOND = Tasks(["TT", "Nội dung", "Cơ quan thực hiện", "Kỳ hạn", "Ghi chú"], ["no", "name", "lead", "time", "note"], """
1 | Báo cáo kinh tế - xã hội | Sở Tài chính | Ngày 18 hằng tháng | Gửi Bộ Tài chính
2 | Báo cáo tiến độ chuyển đổi số | Sở Khoa học và Công nghệ | Ngày 20 tháng cuối quý |
3 | Báo cáo phòng, chống tham nhũng | Thanh tra tỉnh | 02 lần/năm: 15/6 và 15/12 | Theo mẫu của Thanh tra Chính phủ
4 | Báo cáo tai nạn giao thông | Công an tỉnh | Hằng tuần |
""")
TREE = outline("""
I. |# YÊU CẦU
  1. |: Chỉ đưa vào Chương trình những đề án thuộc thẩm quyền của Ủy ban nhân dân tỉnh hoặc Chủ tịch Ủy ban nhân dân tỉnh.
  2. |: Mỗi đề án có một cơ quan chủ trì, một đồng chí lãnh đạo phụ trách.
II. |# CÁC NỘI DUNG TRÌNH
  = Gồm 10 đề án, báo cáo tại Phụ lục số 1 và 04 báo cáo định kỳ tại Phụ lục số 2.
III. |# THỰC HIỆN
  1. |: Văn phòng Ủy ban nhân dân tỉnh nhắc việc trước hạn 15 ngày.
  2. |: Cơ quan chậm hạn hai lần liên tiếp phải kiểm điểm.
PHỤ LỤC SỐ 1 |^ DANH MỤC ĐỀ ÁN, BÁO CÁO TRÌNH NĂM 2027
  % first
PHỤ LỤC SỐ 2 |^ DANH MỤC BÁO CÁO ĐỊNH KỲ
  % second
""")


def make():
    doc = new_docx(size=14)
    letterhead(doc, ["ỦY BAN NHÂN DÂN", "TỈNH LÂM ĐỒNG"], "Số: 2974/QĐ-UBND", "Lâm Đồng, ngày 30 tháng 12 năm 2026", strong=2)
    decision_front(doc, SUBJECT, "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG", CAN_CU, ARTICLES)
    closing(doc, RECIPIENTS, SIGNATORY)
    titled(doc, "CHƯƠNG TRÌNH", PLAN, issued=ISSUED, page=True)

    def own(label, text):
        section(doc, True)
        titled(doc, label, text, issued=ISSUED)
    body(doc, TREE, lambda name: tasks_table(doc, FIRST, [1.3, 7.4, 4.4, 4.4, 2.6, 4.6], 12) if name == "first"
         else tasks_table(doc, SECOND, [1.3, 9, 5, 4.4, 5], 12), own)
    save_docx(doc, NAME)
    parts = [web.letterhead(["ỦY BAN NHÂN DÂN", "TỈNH LÂM ĐỒNG"], "Số: 2974/QĐ-UBND", "Lâm Đồng, ngày 30 tháng 12 năm 2026"),
             web.titled("QUYẾT ĐỊNH", SUBJECT), web.titled("ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG"), *[web.p(t, "i") for t in CAN_CU], web.titled("QUYẾT ĐỊNH:"),
             *[web.p(f"Điều {n}. {t[0]}") for n, t in ARTICLES], web.closing(RECIPIENTS, SIGNATORY), '<div class="new"></div>',
             web.titled("CHƯƠNG TRÌNH", PLAN, issued=ISSUED)]
    inside = web.tree(TREE, lambda name: f'{web.p(ISSUED, "c i")}{web.table(FIRST if name == "first" else SECOND)}')
    parts.append(inside.replace('<p class="c b">PHỤ LỤC', '<div style="height:40mm"></div><p class="c b">PHỤ LỤC'))
    web.save(NAME, parts, "tr { break-inside: auto }")
    truth(NAME, number="2974/QĐ-UBND", date="2026-12-30", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, articles=ARTICLES, bases=BASES,
          tasks=[FIRST, SECOND],
          reading={"kind": "decision", "place": "Lâm Đồng", "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Chương trình", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["Two annexes with one list each; “Lãnh đạo UBND tỉnh phụ trách” is the member assigned. “CQ chủ trì soạn thảo” and “Cơ quan thực hiện” are the lead.",
                 "The Tờ trình of “Theo đề nghị của …” is no căn cứ; its line ends with a full stop."])


if __name__ == "__main__":
    make()
