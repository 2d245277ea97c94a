"""An action plan for a resolution: groups “Nhóm nhiệm vụ 1: …” over the whole width, one count through all groups, years. DOCX; PDF without rules."""
from drawn import Pages, pdf_closing, pdf_front, pdf_letterhead, pdf_titled, pdf_tree
from house import Tasks, base, outline, truth, wide
from word import body, closing, decision_front, letterhead, new_docx, para, save_docx, section, tasks_table, titled

NAME = "resolution-action"
SUBJECT = "Ban hành Kế hoạch hành động của Bộ Tư pháp thực hiện Nghị quyết số 140/NQ-CP ngày 17 tháng 5 năm 2025 của Chính phủ"
PLAN = "Thực hiện Nghị quyết số 140/NQ-CP ngày 17 tháng 5 năm 2025 của Chính phủ ban hành Chương trình hành động thực hiện Nghị quyết số 66-NQ/TW của Bộ Chính trị"
ISSUED = "(Ban hành kèm theo Quyết định số 1806/QĐ-BTP ngày 09 tháng 6 năm 2025 của Bộ trưởng Bộ Tư pháp)"
CAN_CU = [
    "Căn cứ Nghị quyết số 66-NQ/TW ngày 30 tháng 4 năm 2025 của Bộ Chính trị về đổi mới công tác xây dựng và thi hành pháp luật đáp ứng yêu cầu phát triển đất nước trong kỷ nguyên mới;",
    "Căn cứ Nghị quyết 197/2025/QH15 ngày 17/5/2025 của Quốc hội về một số cơ chế, chính sách đặc biệt tạo đột phá trong xây dựng và tổ chức thi hành pháp luật;",
    "Căn cứ Nghị quyết số 140/NQ-CP ngày 17/5/2025 của Chính phủ;",
    "Căn cứ Nghị định số 39/2025/NĐ-CP ngày 26 tháng 02 năm 2025 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Tư pháp;",
    "Theo đề nghị của Chánh Văn phòng Bộ.",
]
BASES = [
    base("Nghị quyết", "66-NQ/TW", "2025-04-30", "Bộ Chính trị", "về đổi mới công tác xây dựng và thi hành pháp luật đáp ứng yêu cầu phát triển đất nước trong kỷ nguyên mới"),
    base("Nghị quyết", "197/2025/QH15", "2025-05-17", "Quốc hội", "về một số cơ chế, chính sách đặc biệt tạo đột phá trong xây dựng và tổ chức thi hành pháp luật"),
    base("Nghị quyết", "140/NQ-CP", "2025-05-17", "Chính phủ", None),
    base("Nghị định", "39/2025/NĐ-CP", "2025-02-26", "Chính phủ", "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Tư pháp"),
]
ARTICLES = [
    (1, ["Ban hành kèm theo Quyết định này Kế hoạch hành động của Bộ Tư pháp thực hiện Nghị quyết số 140/NQ-CP ngày 17/5/2025 của Chính phủ."]),
    (2, ["Quyết định này có hiệu lực kể từ ngày ký."]),
    (3, ["Chánh Văn phòng Bộ, Cục trưởng Cục Kế hoạch - Tài chính, Thủ trưởng các đơn vị thuộc Bộ, Cục trưởng Cục Thi hành án dân sự, Giám đốc Sở Tư pháp các tỉnh, thành phố chịu trách nhiệm thi hành Quyết định này./."]),
]
RECIPIENTS = ["Như Điều 3 (để thực hiện);", "Ban Chỉ đạo TW về hoàn thiện thể chế, pháp luật (để báo cáo);", "Thủ tướng Chính phủ;", "Các Thứ trưởng (để biết, chỉ đạo);", "Đảng ủy, Công đoàn, ĐTN Bộ;", "Lưu: VT, VP (TH)."]
SIGNATORY = (["BỘ TRƯỞNG"], "Đoàn Thu Vân")
TREE = outline("""
I. |# MỤC ĐÍCH, YÊU CẦU
  1. |# Mục đích
    a) |: Tổ chức thực hiện đầy đủ 06 nhóm nhiệm vụ mà Nghị quyết số 140/NQ-CP giao cho Bộ Tư pháp;
    b) |: Xác định rõ việc, rõ đơn vị, rõ thời hạn, rõ sản phẩm, rõ trách nhiệm.
  2. |# Yêu cầu
    a) |: Bám sát tinh thần Nghị quyết số 66-NQ/TW: xây dựng pháp luật là “đột phá của đột phá”;
    b) |: Không để nhiệm vụ nào không có đơn vị chủ trì; nhiệm vụ liên quan nhiều đơn vị thì chỉ một đơn vị chủ trì;
    c) |: Lồng ghép với chương trình công tác hằng năm của Bộ, của ngành.
II. |# NHIỆM VỤ CHỦ YẾU
  1. |# Đổi mới tư duy xây dựng pháp luật
    = Chuyển từ quản lý sang phục vụ, từ bị động sang chủ động kiến tạo. Văn bản ngắn gọn, dễ hiểu, dễ thực hiện; đối với những vấn đề còn biến động thì chỉ quy định khung.
  2. |# Tổ chức thi hành pháp luật
    = Theo dõi sát việc thi hành các luật mới; giải thích, hướng dẫn áp dụng ngay khi có kiến nghị.
  3. |# Chuyển đổi số, ứng dụng trí tuệ nhân tạo
    = Xây dựng cơ sở dữ liệu lớn về pháp luật. Cổng Pháp luật quốc gia là nơi người dân, doanh nghiệp tra cứu và phản ánh vướng mắc.
  4. |# Nhân lực và tài chính
    = Áp dụng chế độ, chính sách theo Nghị quyết số 197/2025/QH15.
III. |# CHẾ ĐỘ BÁO CÁO
  1. |: Các đơn vị báo cáo định kỳ hằng quý trước ngày 20 của tháng cuối quý; quý IV báo cáo cùng báo cáo năm, trước ngày 30 tháng 11.
  2. |: Thời gian chốt số liệu: quý I từ ngày 15 tháng 12 năm trước đến ngày 14 tháng 3; quý II đến ngày 14 tháng 6; quý III đến ngày 14 tháng 9; quý IV đến ngày 14 tháng 12.
  3. |: Báo cáo gửi về Văn phòng Bộ để tổng hợp, trình Bộ trưởng trước ngày 25 của tháng cuối quý.
IV. |# TỔ CHỨC THỰC HIỆN
  1. |: Thủ trưởng các đơn vị trực tiếp chỉ đạo, chịu trách nhiệm trước Bộ trưởng.
  2. |: Cục Kế hoạch - Tài chính bố trí kinh phí, trong đó chi cho xây dựng pháp luật không thấp hơn 0,5% tổng chi ngân sách theo tinh thần Nghị quyết.
  3. |: Văn phòng Bộ làm đầu mối, đôn đốc và tham mưu sửa đổi, bổ sung Kế hoạch khi cần thiết.
PHỤ LỤC |^ DANH MỤC NHIỆM VỤ CỤ THỂ
  % tasks
""")
XD, VP = "Vụ Các vấn đề chung về xây dựng pháp luật", "Văn phòng Bộ"
TASKS = Tasks(
    ["STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành (năm)", "Sản phẩm dự kiến", "Ghi chú"],
    ["no", "name", "lead", "coordinating", "time", "product", "note"],
    f"""
* Nhóm nhiệm vụ 1 | Bảo đảm sự lãnh đạo toàn diện, trực tiếp của Đảng trong xây dựng và thi hành pháp luật
1 | Quán triệt, tuyên truyền nội dung Nghị quyết trong toàn ngành | {VP} | Đảng ủy Bộ; các đơn vị thuộc Bộ | 2025 | Hội nghị, bài viết, chuyên mục |
2 | Ban hành quy định về trách nhiệm của cấp ủy trong lãnh đạo xây dựng pháp luật | Vụ Tổ chức cán bộ | Đảng ủy Bộ | 2025 | Quy định |
3 | Kiểm tra việc kiểm soát quyền lực, phòng, chống tham nhũng trong xây dựng pháp luật | Thanh tra, kiểm tra nội bộ | Đảng ủy Bộ | Hằng năm | Báo cáo kiểm tra | Theo Quy định của Bộ Chính trị
* Nhóm nhiệm vụ 2 | Đổi mới tư duy, định hướng xây dựng pháp luật
4 | Xây dựng Chiến lược pháp luật đến năm 2035, tầm nhìn đến năm 2045 | {XD} | Viện Chiến lược và Khoa học pháp lý | 2026 | Đề án trình Bộ Chính trị |
5 | Định hướng Chương trình lập pháp nhiệm kỳ Quốc hội khóa XVI | {XD} | Các Bộ, ngành | 2025 | Đề án |
6 | Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật | {XD} | Văn phòng Chính phủ; các đơn vị xây dựng pháp luật | 2026-2027 | Dự án Luật |
7 | Hướng dẫn đánh giá tác động chính sách bằng mô hình định lượng | Viện Chiến lược và Khoa học pháp lý | {XD} | 2026 | Sổ tay |
8 | Rà soát, tháo gỡ “điểm nghẽn” do quy định của pháp luật | Cục Kiểm tra văn bản và Quản lý xử lý vi phạm hành chính | Các Bộ, ngành, địa phương | 2025 | Báo cáo Chính phủ | Cơ bản hoàn thành trong năm 2025
9 | Hoàn thiện pháp luật về tổ chức bộ máy theo mô hình chính quyền địa phương 2 cấp | Vụ Pháp luật hình sự - hành chính | Bộ Nội vụ | 2027 | Danh mục văn bản sửa đổi |
10 | Nghiên cứu pháp luật về tài sản số, trí tuệ nhân tạo | Vụ Pháp luật dân sự - kinh tế | Bộ Khoa học và Công nghệ | 2026-2030 | Báo cáo nghiên cứu hằng năm |
* Nhóm nhiệm vụ 3 | Tạo đột phá trong công tác thi hành pháp luật
11 | Nghị định về theo dõi, tổ chức thi hành pháp luật | Cục Kiểm tra văn bản và Quản lý xử lý vi phạm hành chính | Văn phòng Chính phủ | 2025 | Nghị định |
12 | Hệ thống tiếp nhận, xử lý phản ánh, kiến nghị về văn bản | Cục Công nghệ thông tin | {VP} | 2025 | Hệ thống vận hành trên Cổng Pháp luật quốc gia |
13 | Phổ biến, giáo dục pháp luật gắn với đặc thù từng đối tượng | Cục Phổ biến, giáo dục pháp luật và Trợ giúp pháp lý | Báo Pháp luật Việt Nam | Thường xuyên | Chương trình, tài liệu |
14 | Mở rộng đối tượng được trợ giúp pháp lý | Cục Phổ biến, giáo dục pháp luật và Trợ giúp pháp lý | Bộ Tài chính | 2026 | Luật sửa đổi |
15 | Chương trình hỗ trợ pháp lý liên ngành cho doanh nghiệp nhỏ và vừa | Vụ Pháp luật dân sự - kinh tế | VCCI; Hiệp hội doanh nghiệp | 2026-2030 | Quyết định của Thủ tướng Chính phủ |
16 | Xã hội hóa một số việc thi hành án dân sự, thừa phát lại | Cục Quản lý thi hành án dân sự | Cục Bổ trợ tư pháp | 2026 | Luật Thi hành án dân sự (sửa đổi) |
17 | Số hóa hồ sơ thi hành án | Cục Quản lý thi hành án dân sự | Cục Công nghệ thông tin | 2025-2027 | Kho hồ sơ điện tử |
* Nhóm nhiệm vụ 4 | Nâng cao hiệu quả hội nhập quốc tế và pháp luật quốc tế
18 | Đội ngũ chuyên gia giải quyết tranh chấp quốc tế | Vụ Pháp luật quốc tế | Vụ Tổ chức cán bộ; Bộ Ngoại giao | 2026-2030 | Danh sách 60 chuyên gia |
19 | Tham gia xây dựng quy tắc của UNCITRAL, Hội nghị La Hay | Vụ Hợp tác quốc tế | Vụ Pháp luật quốc tế | Thường xuyên | Báo cáo tham gia |
20 | Cơ sở dữ liệu điều ước, thỏa thuận quốc tế về tương trợ tư pháp | Vụ Pháp luật quốc tế | Cục Công nghệ thông tin | 2026 | Cơ sở dữ liệu |
* Nhóm nhiệm vụ 5 | Xây dựng nguồn nhân lực pháp luật chất lượng cao
21 | Đề án đào tạo nhân lực pháp luật đến năm 2030 | Vụ Tổ chức cán bộ | Trường Đại học Luật Hà Nội; Học viện Tư pháp | 2026 | Quyết định phê duyệt Đề án |
22 | Chính sách thu hút luật gia, luật sư giỏi vào khu vực nhà nước | Vụ Tổ chức cán bộ | Bộ Nội vụ; Liên đoàn Luật sư Việt Nam | 2025 | Nghị định |
23 | Bồi dưỡng kỹ năng soạn thảo cho cán bộ pháp chế | Học viện Tư pháp | Các Bộ, ngành, địa phương | Hằng năm | 30 lớp/năm |
24 | Chuẩn hóa chương trình đào tạo cử nhân luật | Trường Đại học Luật Hà Nội | Bộ Giáo dục và Đào tạo | 2027 | Chuẩn chương trình |
* Nhóm nhiệm vụ 6 | Chuyển đổi số, ứng dụng trí tuệ nhân tạo, dữ liệu lớn
25 | Cơ sở dữ liệu lớn về pháp luật | Cục Công nghệ thông tin | Bộ Công an; Văn phòng Quốc hội | 2027 | Cơ sở dữ liệu vận hành | Dự án đầu tư công
26 | Ứng dụng trí tuệ nhân tạo trong kiểm tra, rà soát văn bản | Cục Công nghệ thông tin | Cục Kiểm tra văn bản và Quản lý xử lý vi phạm hành chính | 2026 | Phần mềm |
27 | Trợ lý ảo pháp luật cho người dân | Cục Công nghệ thông tin | Cục Phổ biến, giáo dục pháp luật và Trợ giúp pháp lý | 2026 | Trợ lý ảo trên Cổng Pháp luật quốc gia |
28 | Hợp nhất cơ sở dữ liệu hộ tịch điện tử toàn quốc | Cục Hành chính tư pháp | Cục Công nghệ thông tin; C06 - Bộ Công an | 2025 | 100% dữ liệu hộ tịch được đồng bộ |
29 | Nâng cấp Cơ sở dữ liệu quốc gia về văn bản quy phạm pháp luật | Cục Công nghệ thông tin | {VP} | 2026 | Hệ thống mới |
30 | Đăng ký biện pháp bảo đảm trực tuyến toàn trình | Cục Đăng ký giao dịch bảo đảm và Bồi thường nhà nước | Ngân hàng Nhà nước Việt Nam | 2025 | 100% đăng ký trực tuyến |
* Nhóm nhiệm vụ 7 | Cơ chế tài chính đặc biệt
31 | Thông tư về khoán chi xây dựng văn bản | Cục Kế hoạch - Tài chính | Bộ Tài chính | 2025 | Thông tư |
32 | Quỹ hỗ trợ xây dựng chính sách, pháp luật | Cục Kế hoạch - Tài chính | Bộ Tài chính | 2026 | Nghị định thành lập Quỹ | Xin ý kiến cấp có thẩm quyền
33 | Sơ kết 02 năm thực hiện Kế hoạch | {VP} | Các đơn vị thuộc Bộ | 2027 | Báo cáo sơ kết |
""")


def make_docx():
    doc = new_docx(size=13)
    letterhead(doc, ["BỘ TƯ PHÁP"], "Số: 1806/QĐ-BTP", "Hà Nội, ngày 09 tháng 6 năm 2025")
    decision_front(doc, SUBJECT, "BỘ TRƯỞNG BỘ TƯ PHÁP", CAN_CU, ARTICLES)
    closing(doc, RECIPIENTS, SIGNATORY)
    titled(doc, "KẾ HOẠCH HÀNH ĐỘNG", PLAN, issued=ISSUED, page=True)

    def own(label, text):
        section(doc, True)
        titled(doc, label, text, issued=ISSUED)
    body(doc, TREE, lambda _: tasks_table(doc, wide(TASKS, ": "), [1.2, 7, 4, 4.2, 2.2, 3.6, 2.6], 11), own)
    para(doc, "Tổng số: 33 nhiệm vụ.", italic=True)
    save_docx(doc, NAME)


def make_pdf():
    pages = Pages(NAME, number="bottom")
    pdf_letterhead(pages, ["BỘ TƯ PHÁP"], "Số: 1806/QĐ-BTP", "Hà Nội, ngày 09 tháng 6 năm 2025")
    pdf_front(pages, SUBJECT, "BỘ TRƯỞNG BỘ TƯ PHÁP", CAN_CU, ARTICLES)
    pdf_closing(pages, RECIPIENTS, SIGNATORY)
    pages.turn()
    pdf_titled(pages, "KẾ HOẠCH HÀNH ĐỘNG", PLAN, issued=ISSUED)
    text, annex = outline(""), TREE.items[-1]
    text.items = TREE.items[:-1]
    pdf_tree(pages, text, None)
    pages.turn((842, 595))
    pdf_titled(pages, annex.label, annex.heading, issued=ISSUED)
    pages.table(TASKS.columns, wide(TASKS, ": ").rows, [36, 210, 124, 130, 64, 96, 64], size=11, ruled=False, pad=5, gap=5)
    pages.text("Tổng số: 33 nhiệm vụ.", "i", 12)
    pages.save()


def make():
    make_docx()
    make_pdf()
    truth(NAME, number="1806/QĐ-BTP", date="2025-06-09", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, articles=ARTICLES, bases=BASES, tasks=TASKS,
          reading={"kind": "decision", "issuer": ["BỘ TƯ PHÁP"], "place": "Hà Nội", "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Kế hoạch hành động", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["A group's label is printed “Nhóm nhiệm vụ 1”, its title follows the colon; tasks are counted through all groups.",
                 "The title of the decision and of the plan cite resolutions; they are no căn cứ of their own.",
                 "III gives reporting periods: dates that are nobody's deadline for a plan. “Tổng số: 33 nhiệm vụ.” after the table is no task."])


if __name__ == "__main__":
    make()
