"""A ministry's decision, its plan and three annexes: targets, a landscape list of nine columns, a road map with ticks in quarters. DOCX, PDF."""
from house import Tasks, base, outline, truth
from word import body, closing, decision_front, deep_table, fill, letterhead, new_docx, repeat_rows, save_docx, section, titled, to_pdf

NAME = "agri-decision"
SUBJECT = "Ban hành Kế hoạch chuyển đổi số ngành nông nghiệp và môi trường năm 2027"
PLAN = "Chuyển đổi số ngành nông nghiệp và môi trường năm 2027"
ISSUED = "(Kèm theo Quyết định số 3915/QĐ-BNNMT ngày 08/12/2026 của Bộ trưởng Bộ Nông nghiệp và Môi trường)"
CAN_CU = [
    "Căn cứ Nghị định số 35/2025/NĐ-CP ngày 25 tháng 02 năm 2025 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Nông nghiệp và Môi trường;",
    "Căn cứ Nghị quyết số 71/NQ-CP ngày 01 tháng 4 năm 2025 của Chính phủ sửa đổi, bổ sung cập nhật Chương trình hành động của Chính phủ thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị;",
    "Căn cứ Quyết định số 150/QĐ-TTg ngày 28/01/2022 và Quyết định số 1658/QĐ-TTg ngày 01/10/2021 của Thủ tướng Chính phủ;",
    "Xét đề nghị của Cục trưởng Cục Chuyển đổi số và Vụ trưởng Vụ Kế hoạch - Tài chính.",
]
BASES = [
    base("Nghị định", "35/2025/NĐ-CP", "2025-02-25", "Chính phủ", "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Nông nghiệp và Môi trường"),
    base("Nghị quyết", "71/NQ-CP", "2025-04-01", "Chính phủ", "sửa đổi, bổ sung cập nhật Chương trình hành động của Chính phủ thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị"),
    base("Quyết định", "150/QĐ-TTg", "2022-01-28", "Thủ tướng Chính phủ", None),
    base("Quyết định", "1658/QĐ-TTg", "2021-10-01", "Thủ tướng Chính phủ", None),
]
ARTICLES = [
    (1, ["Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số ngành nông nghiệp và môi trường năm 2027 cùng các Phụ lục I, II, III."]),
    (2, ["Tổ chức thực hiện", "1. Cục Chuyển đổi số theo dõi, đôn đốc, tổng hợp kết quả thực hiện.", "2. Vụ Kế hoạch - Tài chính bố trí kinh phí theo quy định của pháp luật về ngân sách nhà nước.",
         "3. Đơn vị chủ trì nhiệm vụ cập nhật tiến độ trên hệ thống theo dõi của Bộ trước ngày 25 hằng tháng."]),
    (3, ["Quyết định này có hiệu lực kể từ ngày 01 tháng 01 năm 2027 và thay thế Quyết định số 5340/QĐ-BNNMT ngày 16/12/2025."]),
    (4, ["Chánh Văn phòng Bộ, Thủ trưởng các đơn vị thuộc Bộ, Giám đốc Sở Nông nghiệp và Môi trường các tỉnh, thành phố và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./."]),
]
RECIPIENTS = ["Như Điều 4;", "Bộ trưởng (để b/cáo);", "Các Thứ trưởng;", "Bộ KH&CN;", "Sở NN&MT các tỉnh, TP trực thuộc TW;", "Cổng TTĐT Bộ;", "Lưu: VT, CĐS."]
SIGNATORY = (["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"], "Võ Thị Hải Yến")
PLAN_BASES = [
    base("Quyết định", "3444/QĐ-BNNMT", "2025-09-05", None, "phê duyệt Kiến trúc số ngành nông nghiệp và môi trường", "I/2"),
    base("Kết luận", "219-KL/TW", "2025-11-26", "Bộ Chính trị", "về tiếp tục thực hiện Nghị quyết về nông nghiệp, nông dân, nông thôn", "I/2"),
]
TREE = outline("""
I. |# QUAN ĐIỂM, CĂN CỨ
  1. |# Quan điểm
    = Dữ liệu đất đai, rừng, nước, khí tượng là nền tảng của ngành; mỗi dữ liệu có một chủ quản duy nhất.
    = Không xây dựng phần mềm riêng cho từng Cục khi đã có nền tảng dùng chung.
  2. |# Căn cứ lập kế hoạch
    - |: Quyết định số 3444/QĐ-BNNMT ngày 5/9/2025 phê duyệt Kiến trúc số ngành nông nghiệp và môi trường;
    - |: Kết luận số 219-KL/TW ngày 26/11/2025 của Bộ Chính trị về tiếp tục thực hiện Nghị quyết về nông nghiệp, nông dân, nông thôn;
    - |: Đề xuất của các đơn vị, kết quả khảo sát tháng 10 năm 2026.
II. |# MỤC TIÊU
  1. |# Mục tiêu chung
    = Kết nối thông suốt dữ liệu của ngành từ trung ương đến 3.321 xã, phường, đặc khu.
  2. |# Chỉ tiêu cụ thể
    = Chỉ tiêu chi tiết tại Phụ lục I, trong đó:
    a) |: Cơ sở dữ liệu đất đai của 100% đơn vị hành chính cấp xã đạt tiêu chí “đúng, đủ, sạch, sống”;
    b) |: 80% mã số vùng trồng, cơ sở đóng gói được quản lý trực tuyến;
    c) |: 100% trạm quan trắc tự động truyền dữ liệu theo thời gian thực;
    d) |: 60% lượng văn bản chỉ đạo về phòng, chống thiên tai phát hành trong 30 phút;
    đ) |: tỷ lệ hồ sơ trực tuyến toàn trình đạt 90%.
III. |# NHIỆM VỤ TRỌNG TÂM
  1. |# Hoàn thiện thể chế
    = Sửa đổi quy định về thu thập, khai thác dữ liệu đất đai, địa chất, khoáng sản, khí tượng thủy văn.
  2. |# Dữ liệu đất đai
    2.1. |# Làm giàu, làm sạch
      - |: Đối soát chủ sử dụng đất với cơ sở dữ liệu quốc gia về dân cư.
      - |: Bổ sung thửa đất chưa có tọa độ.
    2.2. |# Vận hành
      - |: Một phần mềm duy nhất từ ngày 01/7/2027; không cấp giấy chứng nhận ngoài hệ thống.
  3. |# Truy xuất nguồn gốc
    = Thực hiện đối với sầu riêng, thanh long, tôm, cá tra, cà phê. Thí điểm tem số tại 1. Đắk Lắk; 2. Lâm Đồng; 3. Cà Mau trước khi nhân rộng.
  4. |# Cảnh báo thiên tai
    a) |: Bản đồ lũ quét, sạt lở tỷ lệ 1/10.000 cho miền núi phía Bắc;
    b) |: nhắn tin tới thuê bao trong vùng nguy hiểm;
    c) |: diễn tập với ít nhất 06 tỉnh.
IV. |# KINH PHÍ
  = Tổng kinh phí 428.650 triệu đồng, gồm vốn đầu tư công 310.000 triệu đồng, chi thường xuyên 98.650 triệu đồng, vốn khác 20.000 triệu đồng.
V. |# TỔ CHỨC THỰC HIỆN
  1. |# Cục Chuyển đổi số
    = Đầu mối; báo cáo Bộ trưởng vào tuần cuối của quý.
  2. |# Các Cục, Vụ, Viện
    = Chịu trách nhiệm về dữ liệu do mình làm chủ quản.
  3. |# Sở Nông nghiệp và Môi trường
    = Căn cứ Kế hoạch này xây dựng nhiệm vụ của địa phương, tránh trùng lặp.
Phụ lục I |^ CHỈ TIÊU CHUYỂN ĐỔI SỐ NĂM 2027
  % targets
Phụ lục II |^ DANH MỤC NHIỆM VỤ, DỰ ÁN CHUYỂN ĐỔI SỐ NĂM 2027
  % tasks
Phụ lục III |^ LỘ TRÌNH TRIỂN KHAI CÁC NỀN TẢNG DÙNG CHUNG NĂM 2027
  % road
""")
TARGETS = [["TT", "Chỉ tiêu", "Đơn vị tính", "Ước thực hiện 2026", "Kế hoạch 2027", "Cơ quan theo dõi"],
           ["1", "Hồ sơ trực tuyến toàn trình", "%", "78", "90", "Văn phòng Bộ"], ["2", "Xã có dữ liệu đất đai đạt chuẩn", "%", "71", "100", "Cục Quản lý đất đai"],
           ["3", "Mã số vùng trồng quản lý trực tuyến", "%", "55", "80", "Cục Trồng trọt và BVTV"], ["4", "Trạm quan trắc truyền dữ liệu tự động", "Trạm", "1.846", "2.310", "Cục Môi trường"],
           ["5", "Tập dữ liệu mở", "Tập", "112", "200", "Cục Chuyển đổi số"], ["6", "Công chức có chữ ký số", "%", "96", "100", "Văn phòng Bộ"]]
CDS, QLDD, TTBV = "Cục Chuyển đổi số", "Cục Quản lý đất đai", "Cục Trồng trọt và Bảo vệ thực vật"
TASKS = Tasks(
    ["TT", "Nhiệm vụ, dự án", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện", "Tổng số", "Nguồn vốn", "Sản phẩm", "Ghi chú"],
    ["no", "name", "lead", "coordinating", "time", "budget", "funding", "product", "note"],
    f"""
* I | THỂ CHẾ, CHÍNH SÁCH
1 | Thông tư quy định chuẩn dữ liệu ngành nông nghiệp và môi trường | {CDS} | Vụ Pháp chế | Quý II/2027 | 350 | Chi thường xuyên | Thông tư |
2 | Quy chế quản lý, khai thác kho dữ liệu dùng chung | {CDS} | Các Cục, Vụ | Quý I/2027 | 120 | Chi thường xuyên | Quyết định của Bộ trưởng |
3 | Định mức kinh tế - kỹ thuật xây dựng cơ sở dữ liệu đất đai (sửa đổi) | {QLDD} | Vụ Kế hoạch - Tài chính; Vụ Pháp chế | 2026-2027 | 480 | Chi thường xuyên | Thông tư | Chuyển tiếp
4 | Tiêu chuẩn kỹ thuật về dữ liệu viễn thám | Cục Viễn thám quốc gia | Vụ Khoa học và Công nghệ | Trước 15/12 | 260 | Chi thường xuyên | 05 TCVN |
* II | DỮ LIỆU
1 | Hoàn thiện cơ sở dữ liệu quốc gia về đất đai | {QLDD} | Bộ Công an; UBND các tỉnh, thành phố | 2026-2030 | 185.000 | Đầu tư công | Cơ sở dữ liệu vận hành thống nhất | Dự án nhóm A
2 | Cơ sở dữ liệu địa chất, khoáng sản | Cục Địa chất và Khoáng sản Việt Nam | {CDS} | 2027-2028 | 42.000 | Đầu tư công | 1,2 triệu hồ sơ số hóa |
3 | Số hóa hồ sơ giao rừng, cho thuê rừng | Cục Lâm nghiệp và Kiểm lâm | Sở NN&MT 34 tỉnh, thành phố | Quý III/2027 | 18.500 | Đầu tư công | Bản đồ rừng số tỷ lệ 1/5.000 |
4 | Dữ liệu nguồn nước liên quốc gia | Cục Quản lý tài nguyên nước | Ủy ban sông Mê Công Việt Nam | Quý IV/2027 | 6.900 | Vốn khác | Bộ dữ liệu trao đổi | ODA không hoàn lại
5 | Dữ liệu giá nông sản theo ngày | Trung tâm Chuyển đổi số và Thống kê | Sở NN&MT các tỉnh, thành phố | Thường xuyên | 1.400 | Chi thường xuyên | Bản tin hằng ngày |
6 | Tạo lập dữ liệu mở | {CDS} | Các đơn vị thuộc Bộ | Cả năm 2027 | 900 | Chi thường xuyên | 88 tập dữ liệu mới |
* III | NỀN TẢNG SỐ
1 | Nền tảng truy xuất nguồn gốc nông sản | {TTBV} | Cục Chất lượng, Chế biến và Phát triển thị trường | Quý II/2027 | 24.000 | Đầu tư công | Nền tảng, 5.000 doanh nghiệp tham gia |
2 | Quản lý mã số vùng trồng, cơ sở đóng gói | {TTBV} | Hải quan; các hiệp hội ngành hàng | Quý III/2027 | 3.800 | Chi thường xuyên | Phần mềm kết nối với nước nhập khẩu |
3 | Nhật ký khai thác thủy sản điện tử | Cục Thủy sản và Kiểm ngư | Bộ đội Biên phòng; UBND 21 tỉnh ven biển | Trước 30/6/2027 | 12.600 | Chi thường xuyên | 100% tàu cá trên 15 m sử dụng | Gỡ thẻ vàng IUU
4 | Giám sát vận hành liên hồ chứa | Cục Quản lý và Xây dựng công trình thủy lợi | Tập đoàn Điện lực Việt Nam | Quý III/2027 | 9.200 | Chi thường xuyên | Bản đồ trực tuyến 11 lưu vực |
5 | Cảnh báo sớm lũ quét, sạt lở | Cục Khí tượng Thủy văn | Cục Quản lý đê điều và Phòng, chống thiên tai; doanh nghiệp viễn thông | Trước mùa mưa 2027 | 38.500 | Đầu tư công | Hệ thống nhắn tin theo vùng |
6 | Quan trắc môi trường tự động | Cục Môi trường | Sở NN&MT các tỉnh, thành phố | Quý IV/2027 | 28.000 | Đầu tư công | 464 trạm kết nối mới |
7 | Trợ lý ảo tra cứu pháp luật đất đai | {QLDD} | {CDS} | Quý IV/2027 | 2.500 | Chi thường xuyên | Trợ lý trả lời đúng trên 90% |
* IV | AN TOÀN THÔNG TIN
1 | Giám sát an toàn thông tin tập trung | {CDS} | Bộ Công an (A05) | Thường xuyên | 5.200 | Chi thường xuyên | Báo cáo tháng |
2 | Phê duyệt lại cấp độ sau hợp nhất hai Bộ | {CDS} | Các đơn vị thuộc Bộ | Quý I/2027 | 300 | Chi thường xuyên | 64 quyết định phê duyệt |
3 | Diễn tập thực chiến | {CDS} | Các Cục có hệ thống cấp độ 3, 4 | Tháng 5 và tháng 9/2027 | 640 | Chi thường xuyên | 02 báo cáo |
* V | NHÂN LỰC, TRUYỀN THÔNG
1 | Bồi dưỡng kỹ năng dữ liệu | Trường Cán bộ quản lý nông nghiệp và môi trường | Vụ Tổ chức cán bộ | Quý II-IV/2027 | 1.700 | Chi thường xuyên | 40 lớp, 1.600 học viên |
2 | Khuyến nông số | Trung tâm Khuyến nông quốc gia | Hội Nông dân Việt Nam | Hằng tháng | 3.300 | Vốn khác | 120 video hướng dẫn |
3 | Truyền thông về dữ liệu đất đai | Báo Nông nghiệp và Môi trường | {QLDD} | Cả năm 2027 | 1.000 | Chi thường xuyên | 48 chuyên đề |
4 | Hội nghị tổng kết năm 2027 | Văn phòng Bộ | {CDS} | Tháng 12/2027 | 0 | | Báo cáo tổng kết |
""")
ROAD = Tasks(
    ["TT", "Nền tảng, công việc", "Đơn vị thực hiện", "QI", "QII", "QIII", "QIV", "Ghi chú"],
    ["no", "name", "lead", "QI", "QII", "QIII", "QIV", "note"],
    f"""
1 | Nền tảng đất đai: chuyển dữ liệu 34 tỉnh, thành phố | {QLDD} | x | x | | |
2 | Nền tảng đất đai: vận hành thống nhất | {QLDD} | | | x | x | Từ 01/7/2027
3 | Nền tảng truy xuất nguồn gốc: đấu thầu | {TTBV} | x | | | |
4 | Nền tảng truy xuất nguồn gốc: thí điểm 03 tỉnh | {TTBV} | | x | x | |
5 | Nền tảng truy xuất nguồn gốc: nhân rộng | {TTBV} | | | | x |
6 | Nhật ký khai thác thủy sản điện tử | Cục Thủy sản và Kiểm ngư | x | x | | |
7 | Kho dữ liệu dùng chung: bổ sung phần cứng | {CDS} | | x | | | Thuê dịch vụ
8 | Kho dữ liệu dùng chung: kết nối NDXP | {CDS} | x | x | x | x |
9 | Nhắn tin cảnh báo thiên tai | Cục Khí tượng Thủy văn | | x | x | |
10 | Trợ lý ảo đất đai | {QLDD} | | | x | x |
11 | Trung tâm điều hành của Bộ | Văn phòng Bộ | | | x | |
12 | Đánh giá, nghiệm thu chung | {CDS} | | | | x | Trước 20/12
""")


def targets(doc):
    table = doc.add_table(rows=0, cols=6)
    table.style = "Table Grid"
    for n, cells in enumerate(TARGETS):
        for cell, text in zip(table.add_row().cells, cells):
            fill(cell, text, bold=n == 0, size=11)
    repeat_rows(table)


def make():
    doc = new_docx(size=13)
    letterhead(doc, ["BỘ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"], "Số: 3915/QĐ-BNNMT", "Hà Nội, ngày 08 tháng 12 năm 2026", strong=2)
    decision_front(doc, SUBJECT, "BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", CAN_CU, ARTICLES)
    closing(doc, RECIPIENTS, SIGNATORY)
    titled(doc, "KẾ HOẠCH", PLAN, issued=ISSUED, page=True)

    def own(label, text):
        section(doc, label == "Phụ lục II")
        titled(doc, label, text, issued=ISSUED)

    def table(name):
        if name == "targets":
            targets(doc)
        elif name == "tasks":
            deep_table(doc, TASKS, ["TT", "Nhiệm vụ, dự án", ("Phân công thực hiện", ["Đơn vị chủ trì", "Đơn vị phối hợp"]), "Thời gian thực hiện",
                                    ("Kinh phí (triệu đồng)", ["Tổng số", "Nguồn vốn"]), "Sản phẩm", "Ghi chú"],
                       [1, 5.2, 3.4, 3.8, 2.3, 1.8, 2, 3.4, 2], 10)
        else:
            deep_table(doc, ROAD, ["TT", "Nền tảng, công việc", "Đơn vị thực hiện", ("Lộ trình năm 2027", ["QI", "QII", "QIII", "QIV"]), "Ghi chú"],
                       [1, 4.8, 3, 1.1, 1.15, 1.25, 1.25, 2.2], 11, down={2})
    body(doc, TREE, table, own)
    save_docx(doc, NAME)
    to_pdf(NAME)
    truth(NAME, number="3915/QĐ-BNNMT", date="2026-12-08", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, articles=ARTICLES, bases=BASES,
          plan_bases=PLAN_BASES, tasks=[TASKS, ROAD],
          reading={"kind": "decision", "issuer": ["BỘ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"], "place": "Hà Nội", "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Kế hoạch", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["Phụ lục I holds targets, no tasks. Phụ lục II and III are two task tables (tables); the scorer takes the best reading of each.",
                 "“Tổng số” stands under “Kinh phí (triệu đồng)”: budget. QI to QIV keep their printed names, a tick is “x”; “Đơn vị thực hiện” alone is the lead.",
                 "In Phụ lục III equal units of neighbouring rows are one merged cell: it holds for each row.",
                 "Điều 2 has a title and three numbered clauses; they belong to the article, not to the outline.",
                 "One Căn cứ line cites two decisions each with its date; 57-NQ/TW stands inside a title."])


if __name__ == "__main__":
    make()
