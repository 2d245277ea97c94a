"""A decision and plan with a clerk's slips planted in it, each of which a finding must tell: a number left out, one used twice, a date that is none, an
annex that names another decision, a task counted twice. DOCX, PDF."""
from house import Tasks, base, outline, truth
from word import body, closing, decision_front, letterhead, new_docx, save_docx, section, tasks_table, titled, to_pdf

NAME = "slips-plan"
SUBJECT = "Ban hành Kế hoạch phát triển dữ liệu và chuyển đổi số của Bộ Ngoại giao năm 2026"
PLAN = "Phát triển dữ liệu và chuyển đổi số của Bộ Ngoại giao năm 2026"
ISSUED = "(Ban hành kèm theo Quyết định số 266/QĐ-BNG ngày 30 tháng 01 năm 2026 của Bộ trưởng Bộ Ngoại giao)"
OTHER = "(Ban hành kèm theo Quyết định số 226/QĐ-BNG ngày 30 tháng 01 năm 2026 của Bộ trưởng Bộ Ngoại giao)"
CAN_CU = [
    "Căn cứ Luật Cơ quan đại diện nước Cộng hòa xã hội chủ nghĩa Việt Nam ở nước ngoài số 33/2009/QH12 ngày 18 tháng 6 năm 2009;",
    "Căn cứ Nghị định số 28/2025/NĐ-CP ngày 24 tháng 02 năm 2025 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Ngoại giao;",
    "Căn cứ Quyết định số 142/QĐ-TTg ngày 31/02/2024 của Thủ tướng Chính phủ phê duyệt Chiến lược dữ liệu quốc gia đến năm 2030;",
    "Theo đề nghị của Cục trưởng Cục Cơ yếu - Công nghệ thông tin.",
]
BASES = [
    base("Luật", "33/2009/QH12", "2009-06-18", None, "Luật Cơ quan đại diện nước Cộng hòa xã hội chủ nghĩa Việt Nam ở nước ngoài"),
    base("Nghị định", "28/2025/NĐ-CP", "2025-02-24", "Chính phủ", "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Ngoại giao"),
    base("Quyết định", "142/QĐ-TTg", None, "Thủ tướng Chính phủ", "phê duyệt Chiến lược dữ liệu quốc gia đến năm 2030"),
]
ARTICLES = [
    (1, ["Ban hành kèm theo Quyết định này Kế hoạch phát triển dữ liệu và chuyển đổi số của Bộ Ngoại giao năm 2026."]),
    (2, ["Quyết định này có hiệu lực từ ngày ký."]),
    (3, ["Chánh Văn phòng Bộ, Cục trưởng Cục Cơ yếu - Công nghệ thông tin và Thủ trưởng các đơn vị chịu trách nhiệm thi hành Quyết định này./."]),
]
RECIPIENTS = ["Như Điều 3;", "Bộ trưởng (để báo cáo);", "Các đ/c Thứ trưởng;", "Lưu: HC, CYTT."]
SIGNATORY = (["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG THƯỜNG TRỰC"], "Trần Vũ Hạ Uyên")
TREE = outline("""
I. |# MỤC TIÊU
  1. |: Hồ sơ lãnh sự được xử lý trên một nền tảng duy nhất tại 94 cơ quan đại diện.
  2. |: Dữ liệu công dân Việt Nam ở nước ngoài được cập nhật theo thời gian thực.
  3. |: Không để xảy ra sự cố lộ thông tin thị thực.
II. |# NHIỆM VỤ
  1. |# Dữ liệu
    a) |: Chuẩn hóa dữ liệu hộ chiếu;
    b) |: chuẩn hóa dữ liệu thị thực;
    d) |: chuẩn hóa dữ liệu hợp pháp hóa lãnh sự.
  2. |# Nền tảng
    = Nâng cấp hệ thống đặt lịch hẹn; giảm thời gian chờ tại các địa bàn đông người Việt.
  4. |# Nhân lực
    = Mỗi cơ quan đại diện có một đầu mối; tập huấn trực tuyến hai lần trong năm.
IV. |# KINH PHÍ
  = Từ ngân sách nhà nước và phí lãnh sự được để lại.
V. |# TỔ CHỨC THỰC HIỆN
  1. |: Cục Cơ yếu - Công nghệ thông tin đôn đốc.
  2. |: Cục Lãnh sự chịu trách nhiệm về nghiệp vụ.
  2. |: Các Cơ quan đại diện báo cáo trước ngày 10 tháng cuối quý.
Phụ lục |^ DANH MỤC NHIỆM VỤ NĂM 2026
  % tasks
""")
CY = "Cục Cơ yếu - Công nghệ thông tin"
TASKS = Tasks(
    ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Sản phẩm"],
    ["no", "name", "lead", "coordinating", "time", "product"],
    f"""
* I | Dữ liệu
1 | Chuẩn hóa dữ liệu hộ chiếu | Cục Lãnh sự | {CY} | Quý I | Bộ dữ liệu chuẩn
2 | Chuẩn hóa dữ liệu thị thực | Cục Lãnh sự | Bộ Công an | Quý II | Bộ dữ liệu chuẩn
3 | Số hóa hồ sơ hợp pháp hóa giai đoạn 2010 - 2020 | Cục Lãnh sự | Sở Ngoại vụ TP. Hồ Chí Minh | Quý III | 1,1 triệu hồ sơ
3 | Mở dữ liệu thống kê lãnh sự | Cục Lãnh sự | {CY} | Quý IV | 06 tập dữ liệu
* II | Nền tảng, nhân lực
5 | Nâng cấp hệ thống đặt lịch hẹn | {CY} | Các Cơ quan đại diện | Quý II | Hệ thống mới tại 40 địa bàn
6 | Ứng dụng bảo hộ công dân | Cục Lãnh sự | {CY} | Tháng 9 | Ứng dụng di động
8 | Tập huấn đầu mối | Vụ Tổ chức cán bộ | {CY} | Tháng 4, tháng 10 | 02 khóa
9 | Kiểm tra an toàn thông tin | {CY} | Ban Cơ yếu Chính phủ | 2026-2027 | 20 địa bàn
""")


def make():
    doc = new_docx(size=13)
    letterhead(doc, ["BỘ NGOẠI GIAO"], "Số: 266/QĐ-BNG", "Hà Nội, ngày 30 tháng 01 năm 2026")
    decision_front(doc, SUBJECT, "BỘ TRƯỞNG BỘ NGOẠI GIAO", CAN_CU, ARTICLES)
    closing(doc, RECIPIENTS, SIGNATORY)
    titled(doc, "KẾ HOẠCH", PLAN, issued=ISSUED, page=True)

    def own(label, text):
        section(doc, True)
        titled(doc, label, text, issued=OTHER)
    body(doc, TREE, lambda _: tasks_table(doc, TASKS, [1.4, 7.4, 4.6, 5, 3, 4.4], 12), own)
    save_docx(doc, NAME)
    to_pdf(NAME)
    truth(NAME, number="266/QĐ-BNG", date="2026-01-30", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, articles=ARTICLES, bases=BASES,
          doubts=[["226/QĐ-BNG"], ["31/02/2024"], ["III"]],
          tasks=TASKS,
          reading={"kind": "decision", "issuer": ["BỘ NGOẠI GIAO"], "place": "Hà Nội", "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Kế hoạch", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["Slips: III is left out; II/1 goes from b) to d); II goes from 2. to 4.; V has two items 2.; the Phụ lục names 226/QĐ-BNG; 31/02/2024 is no date;",
                 "task 3 stands twice, task 7 is left out. Everything stays as printed, the date that is none is null, each slip is told.",
                 "`doubts` holds those slips alone whose words cannot stand in a finding by chance; the others (d), 4., 2., task 3, task 7) are to be told too."])


if __name__ == "__main__":
    make()
