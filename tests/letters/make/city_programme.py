"""A city's decision with a programme in Chương, Mục and Điều; a ruled landscape annex over many pages, its rows cut where a page ends. PDF."""
from drawn import Pages, pdf_tree
from house import Tasks, base, outline, truth

NAME = "city-programme"
SUBJECT = "Ban hành Chương trình phát triển đô thị thông minh thành phố Hải Phòng giai đoạn 2026 - 2030"
PLAN = "PHÁT TRIỂN ĐÔ THỊ THÔNG MINH THÀNH PHỐ HẢI PHÒNG GIAI ĐOẠN 2026 - 2030"
ISSUED = "(Ban hành kèm theo Quyết định số 4086/QĐ-UBND ngày 05 tháng 12 năm 2025 của Ủy ban nhân dân thành phố Hải Phòng)"
CAN_CU = [
    "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025;",
    "Căn cứ Nghị định số 269/2025/NĐ-CP ngày 14/10/2025 của Chính phủ về phát triển đô thị thông minh;",
    "Căn cứ Quyết định số 950/QĐ-TTg ngày 01/8/2018 và Quyết định số 1131/QĐ-TTg ngày 12/6/2025 của Thủ tướng Chính phủ;",
    "Căn cứ Nghị quyết số 45-NQ/TW ngày 24/01/2019 của Bộ Chính trị về xây dựng và phát triển thành phố Hải Phòng đến năm 2030, tầm nhìn đến năm 2045;",
    "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số 312/TTr-SKHCN ngày 21/11/2025.",
]
BASES = [
    base("Luật", "72/2025/QH15", "2025-06-16", None, "Luật Tổ chức chính quyền địa phương"),
    base("Nghị định", "269/2025/NĐ-CP", "2025-10-14", "Chính phủ", "về phát triển đô thị thông minh"),
    base("Quyết định", "950/QĐ-TTg", "2018-08-01", "Thủ tướng Chính phủ", None),
    base("Quyết định", "1131/QĐ-TTg", "2025-06-12", "Thủ tướng Chính phủ", None),
    base("Nghị quyết", "45-NQ/TW", "2019-01-24", "Bộ Chính trị", "về xây dựng và phát triển thành phố Hải Phòng đến năm 2030, tầm nhìn đến năm 2045"),
]
ARTICLES = [
    (1, ["Ban hành kèm theo Quyết định này Chương trình phát triển đô thị thông minh thành phố Hải Phòng giai đoạn 2026 - 2030."]),
    (2, ["Giao Sở Khoa học và Công nghệ chủ trì, phối hợp với các sở, ban, ngành, Ủy ban nhân dân các xã, phường, đặc khu tổ chức thực hiện; định kỳ 6 tháng báo cáo Ủy ban nhân dân thành phố."]),
    (3, ["Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 2216/QĐ-UBND ngày 18/7/2022.",
         "Chánh Văn phòng Ủy ban nhân dân thành phố, Giám đốc các sở, ngành, Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu và tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./."]),
]
RECIPIENTS = ["Như Điều 3;", "Bộ Xây dựng (để báo cáo);", "TTTU, TT HĐND TP;", "CT, các PCT UBND TP;", "Cổng TTĐT thành phố;", "Lưu: VT, XD2."]
TREE = outline("""
Chương I |^ QUY ĐỊNH CHUNG
  Điều 1. |# Quan điểm
    1. |: Đô thị thông minh lấy người dân làm trung tâm, lấy dữ liệu làm nền tảng, lấy an toàn làm điều kiện.
    2. |: Làm từng bước, nơi nào đủ điều kiện thì làm trước; mỗi dịch vụ đưa ra phải dùng được ngay.
  Điều 2. |# Mục tiêu đến năm 2030
    1. |: Về quản lý đô thị:
      a) |: 100% phường có bản đồ số hạ tầng kỹ thuật ngầm;
      b) |: 70% nút giao chính được điều khiển đèn tín hiệu thích ứng;
      c) |: lượng nước thất thoát dưới 8%.
    2. |: Về dịch vụ cho người dân: mỗi người dân có một tài khoản duy nhất trên ứng dụng công dân số của thành phố.
    3. |: Về kinh tế: khu vực cảng biển giảm 30% thời gian làm thủ tục cho một chuyến tàu so với năm 2025.
Chương II |^ NHIỆM VỤ VÀ GIẢI PHÁP
  Mục 1 |^ HẠ TẦNG, DỮ LIỆU
    Điều 3. |# Hạ tầng số đô thị
      1. |: Sở Xây dựng chủ trì lập quy hoạch cột ăng ten, tuyến cáp ngầm dùng chung.
      2. |: Doanh nghiệp viễn thông được sử dụng hạ tầng công cộng theo giá do thành phố quy định tại Quyết định số 1875/QĐ-UBND ngày 30/5/2025.
    Điều 4. |# Dữ liệu đô thị
      = Thành phố có một kho dữ liệu đô thị dùng chung; cơ quan nào tạo ra dữ liệu thì chịu trách nhiệm về chất lượng của dữ liệu đó.
      = Dữ liệu về quy hoạch, giao thông, môi trường được mở theo mặc định.
  Mục 2 |^ CÁC LĨNH VỰC ƯU TIÊN
    Điều 5. |# Giao thông và cảng biển
      1. |: Xây dựng trung tâm điều hành giao thông liên thông với trung tâm điều hành cảng.
      2. |: Thí điểm thu phí không dừng tại bến xe, bãi đỗ trong khu trung tâm.
    Điều 6. |# Môi trường và phòng, chống thiên tai
      1. |: Lắp trạm quan trắc nước biển dâng tại Đồ Sơn, Cát Hải, Bạch Long Vĩ.
      2. |: Cảnh báo ngập đến điện thoại của người dân trong bán kính 500 m trước ít nhất 60 phút.
    Điều 7. |# Y tế, giáo dục, du lịch
      a) |: liên thông hồ sơ sức khỏe giữa bệnh viện và trạm y tế phường;
      b) |: học bạ số cho mọi cấp học;
      c) |: bản đồ du lịch số quần đảo Cát Bà.
Chương III |^ TỔ CHỨC THỰC HIỆN
  Điều 8. |# Trách nhiệm của các sở, ngành
    1. |: Sở Khoa học và Công nghệ là cơ quan thường trực của Chương trình.
    2. |: Sở Tài chính bố trí vốn đầu tư công trung hạn 2026 - 2030.
  Điều 9. |# Trách nhiệm của Ủy ban nhân dân cấp xã
    = Cử công chức làm đầu mối; huy động tổ công nghệ số cộng đồng tham gia thu thập dữ liệu.
  Điều 10. |# Kinh phí
    = Ngân sách thành phố, vốn doanh nghiệp và các nguồn hợp pháp khác.
PHỤ LỤC |^ DANH MỤC NHIỆM VỤ CỦA CHƯƠNG TRÌNH
  % tasks
""")
TASKS = Tasks(
    ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan, đơn vị phối hợp", "Thời hạn hoàn thành", "Sản phẩm đầu ra", "Căn cứ thực hiện"],
    ["no", "name", "lead", "coordinating", "time", "product", "basis"],
    """
* A | NỀN TẢNG CHUNG
1 | Xây dựng kiến trúc công nghệ thông tin và truyền thông phát triển đô thị thông minh của thành phố, gồm mô hình tham chiếu về dữ liệu, ứng dụng, an toàn thông tin và quy tắc kết nối giữa các hệ thống | Sở KH&CN | Sở Xây dựng; Viện Quy hoạch thành phố | Quý II/2026 | Bộ tài liệu kiến trúc được phê duyệt | Điều 4
2 | Lập kho dữ liệu đô thị dùng chung | Sở KH&CN | Các sở, ban, ngành | 31/12/2026 | Kho dữ liệu vận hành chính thức | Quyết định số 142/QĐ-TTg ngày 02/02/2024
3 | Ban hành danh mục dữ liệu đô thị mở | Sở KH&CN | Sở Xây dựng, Sở NN&MT | Quý I/2026 | Quyết định của Chủ tịch UBND thành phố | Điều 4
4 | Ứng dụng công dân số “Hải Phòng của tôi” | Văn phòng UBND thành phố | Sở KH&CN; Công an thành phố | Quý III/2026 | Ứng dụng có tối thiểu 300.000 tài khoản hoạt động | Điều 2
5 | Trung tâm điều hành đô thị thông minh (IOC) giai đoạn 2 | Sở KH&CN | Văn phòng UBND thành phố; Công an thành phố; Cảng vụ hàng hải | 2026 - 2027 | Trung tâm kết nối đủ 12 lĩnh vực | Nghị quyết số 45-NQ/TW ngày 24/01/2019
6 | Mạng cảm biến dùng chung trên cột chiếu sáng | Sở Xây dựng | Công ty Điện chiếu sáng | 2027 | 2.000 điểm cảm biến |
7 | Đào tạo cán bộ quản lý dữ liệu đô thị | Sở Nội vụ | Trường Đại học Hải Phòng, Trường Đại học Hàng hải Việt Nam | Hằng năm | 200 lượt người/năm |
* B | QUY HOẠCH, XÂY DỰNG
8 | Bản đồ số hạ tầng kỹ thuật ngầm các phường Hồng Bàng, Ngô Quyền, Lê Chân, Gia Viên, Hải An | Sở Xây dựng | UBND các phường; các công ty cấp nước, thoát nước, điện lực, viễn thông có công trình ngầm trên địa bàn | 30/6/2027 | Bản đồ số tỷ lệ 1/500, độ chính xác 20 cm, cập nhật trong 05 ngày làm việc kể từ khi công trình thay đổi | Điều 2, Điều 3
9 | Công bố trực tuyến toàn bộ đồ án quy hoạch đã duyệt | Sở Xây dựng | Viện Quy hoạch thành phố | Quý II/2026 | 100% đồ án | Luật Quy hoạch đô thị và nông thôn
10 | Cấp phép xây dựng trên mô hình thông tin công trình | Sở Xây dựng | Ban Quản lý Khu kinh tế Hải Phòng | Quý IV/2028 | 50% công trình cấp I trở lên | Quyết định số 258/QĐ-TTg ngày 17/3/2023
11 | Quản lý chung cư cũ trên bản đồ số | Sở Xây dựng | UBND các phường | 2026 | Dữ liệu của 178 chung cư |
12 | Số hóa hồ sơ công trình công cộng | Sở Xây dựng | Trung tâm Lưu trữ lịch sử | 2026 - 2028 | 12.000 hồ sơ |
* C | GIAO THÔNG, CẢNG BIỂN
13 | Trung tâm điều hành giao thông thông minh | Công an thành phố | Sở Xây dựng | 2027 | Trung tâm hoạt động 24/7 | Điều 5
14 | Đèn tín hiệu thích ứng tại 120 nút giao | Công an thành phố | Sở Xây dựng; UBND các phường | 2026: 40 nút; 2027: 40 nút; 2028: 40 nút | 120 nút giao | Điều 2
15 | Thẻ vé điện tử liên thông xe buýt, phà, tàu cao tốc Cát Bà | Sở Xây dựng | Các doanh nghiệp vận tải | Quý III/2026 | Hệ thống vé liên thông |
16 | Cổng dữ liệu logistics cảng Lạch Huyện, liên thông hải quan, biên phòng, cảng vụ để chủ hàng theo dõi được trạng thái của từng công-ten-nơ từ khi tàu cập bến đến khi ra khỏi cổng cảng | Ban Quản lý Khu kinh tế Hải Phòng | Chi cục Hải quan khu vực III; Cảng vụ hàng hải Hải Phòng; Bộ đội Biên phòng thành phố; các doanh nghiệp cảng | 2026 - 2028 | Cổng dữ liệu có 80% doanh nghiệp cảng tham gia | Nghị quyết số 45-NQ/TW
17 | Thu phí đỗ xe không dừng | Sở Xây dựng | Công an thành phố | Quý IV/2026 | 30 bãi đỗ | Điều 5
18 | Giám sát tải trọng xe bằng cân tự động | Sở Xây dựng | Công an thành phố | 2027 | 08 trạm cân |
19 | Cầu, hầm có cảm biến theo dõi biến dạng | Sở Xây dựng | Trường Đại học Hàng hải Việt Nam | 2028 | 15 cầu, 01 hầm |
* D | MÔI TRƯỜNG, THIÊN TAI
20 | Lắp trạm quan trắc nước biển dâng | Sở NN&MT | Đài Khí tượng thủy văn khu vực | 31/3/2027 | 06 trạm | Điều 6
21 | Bản đồ ngập thời gian thực | Sở NN&MT | Công ty Thoát nước Hải Phòng | Trước mùa mưa bão 2027 | Bản đồ trên ứng dụng công dân số | Điều 6
22 | Cảnh báo thiên tai theo vị trí thuê bao | Ban Chỉ huy PTDS thành phố | Các doanh nghiệp viễn thông | Quý II/2026 | Hệ thống cảnh báo |
23 | Quan trắc bụi, ồn tại công trường | Sở NN&MT | Sở Xây dựng | Thường xuyên | 100% công trường trên 10.000 m2 |
24 | Thu gom rác theo lịch số | UBND các phường | Công ty Môi trường đô thị | 2026 | Ứng dụng cho 30 phường |
25 | Giám sát xả thải tại các khu công nghiệp Nomura, Tràng Duệ, VSIP, Nam Đình Vũ và khu công nghiệp trên địa bàn tỉnh Hải Dương trước sắp xếp | Ban Quản lý Khu kinh tế Hải Phòng | Sở NN&MT | Quý IV/2026 | 100% khu công nghiệp truyền dữ liệu tự động về Sở | Luật Bảo vệ môi trường số 72/2020/QH14 ngày 17/11/2020
* Đ | XÃ HỘI
26 | Liên thông hồ sơ sức khỏe điện tử | Sở Y tế | Bảo hiểm xã hội thành phố | 2026 | 95% người dân có hồ sơ | Điều 7
27 | Khám, tư vấn từ xa cho đặc khu Bạch Long Vĩ, Cát Hải | Sở Y tế | Bệnh viện Hữu nghị Việt Tiệp; Viện Y học biển | Quý III/2026 | 02 điểm khám từ xa |
28 | Học bạ số mọi cấp học | Sở GD&ĐT | UBND các xã, phường, đặc khu | Năm học 2026 - 2027 | 100% trường |
29 | Trường học thông minh thí điểm | Sở GD&ĐT | Sở Tài chính | 2027 - 2029 | 10 trường |
30 | Bản đồ du lịch số Cát Bà - Đồ Sơn - Côn Sơn Kiếp Bạc | Sở VHTT&DL | Ban Quản lý Vịnh và Vườn quốc gia Cát Bà | Quý I/2027 | Bản đồ 3 thứ tiếng | Điều 7
31 | Vé tham quan điện tử | Sở VHTT&DL | Các đơn vị quản lý di tích | 2026 | 24 điểm di tích |
32 | Thẻ an sinh điện tử chi trả trợ cấp | Sở Nội vụ | Sở Y tế; các ngân hàng | Quý II/2026 | 90% đối tượng nhận qua tài khoản |
33 | Camera an ninh khu dân cư kết nối về Công an phường | Công an thành phố | UBND các xã, phường, đặc khu | 2026 - 2027 | 15.000 camera | Nghị định số 13/2023/NĐ-CP ngày 17/4/2023
34 | Nhà văn hóa số tại tổ dân phố | UBND các phường | Sở KH&CN | 2028 | 300 nhà văn hóa |
* E | AN TOÀN THÔNG TIN
35 | Giám sát an toàn thông tin cho thiết bị đô thị (IoT) | Công an thành phố | Sở KH&CN | Quý IV/2026 | Trung tâm giám sát | Luật An ninh mạng
36 | Quy chế lắp đặt, khai thác camera công cộng | Công an thành phố | Sở Tư pháp | Quý II/2026 | Quy chế được ban hành |
37 | Kiểm tra định kỳ các hệ thống của Chương trình | Công an thành phố | Bộ Tư lệnh Hải quân (Vùng 1) | 6 tháng một lần | Biên bản kiểm tra |
38 | Sơ kết, tổng kết Chương trình | Sở KH&CN | Các sở, ban, ngành | 2028; 2030 | Báo cáo sơ kết; báo cáo tổng kết |
""")


def make():
    pages = Pages(NAME, margins=(62, 57, 85, 50))
    pages.columns([("ỦY BAN NHÂN DÂN", "b"), ("THÀNH PHỐ HẢI PHÒNG", "b"), ("________", ""), ("Số: 4086/QĐ-UBND", "")],
                  [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b"), ("Độc lập - Tự do - Hạnh phúc", "b"), ("_______________________", ""),
                   ("Hải Phòng, ngày 05 tháng 12 năm 2025", "i")], 0.38)
    pages.text("QUYẾT ĐỊNH", "b", 14, "c", gap=0)
    pages.text(SUBJECT, "b", 14, "c", gap=10)
    pages.text("ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", "b", 13, "c")
    for line in CAN_CU:
        pages.text(line, "i", 13)
    pages.text("QUYẾT ĐỊNH:", "b", 13, "c")
    for no, texts in ARTICLES:
        pages.text(f"Điều {no}. {texts[0]}")
        for text in texts[1:]:
            pages.text(text)
    if pages.y < 220:
        pages.turn()
    top = pages.y
    pages.text("Nơi nhận:", "bi", 12, first=0, gap=0)
    for r in RECIPIENTS:
        pages.text("- " + r, "", 11, first=0, gap=0)
    pages.y = top
    for line in ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "", "Phạm Đức Toàn"]:
        pages.y -= 17
        pages.put(420, pages.y, line, "b", 13, "c")
    pages.turn()
    pages.columns([("ỦY BAN NHÂN DÂN", "b"), ("THÀNH PHỐ HẢI PHÒNG", "b")],
                  [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b"), ("Độc lập - Tự do - Hạnh phúc", "b")], 0.38)
    pages.text("CHƯƠNG TRÌNH", "b", 14, "c", gap=0)
    pages.text(PLAN, "b", 13, "c")
    pages.text(ISSUED, "i", 13, "c", gap=10)
    body = outline("")
    body.items = TREE.items[:3]
    pdf_tree(pages, body, None)
    pages.left = pages.right = 50
    pages.turn((842, 595))
    annex = TREE.items[3]
    pages.text(annex.label, "b", 13, "c", gap=0)
    pages.text(annex.heading, "b", 13, "c", gap=0)
    pages.text(ISSUED, "i", 12, "c", gap=10)
    pages.table(TASKS.columns, TASKS.rows, [34, 208, 100, 128, 84, 104, 84], size=12)
    pages.save()
    signatory = (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Phạm Đức Toàn")
    truth(NAME, number="4086/QĐ-UBND", date="2025-12-05", signatory=signatory, recipients=RECIPIENTS, tree=TREE, articles=ARTICLES,
          bases=BASES, tasks=TASKS,
          reading={"kind": "decision", "issuer": ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"], "place": "Hải Phòng",
                   "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Chương trình", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": signatory[0], "name": signatory[1]}},
          notes=["The Tờ trình of “Theo đề nghị …” is no căn cứ. Điều 1 to 10 of the programme belong to the outline; the decision has three articles.",
                 "Two decisions of one căn cứ, each with its own date, are two entries."])


if __name__ == "__main__":
    make()
