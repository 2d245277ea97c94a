"""A province's long plan: a stamp of the electronic signature, footnotes under the pages, a row of column numbers, sixty tasks. DOCX, PDF."""
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from house import Tasks, base, outline, truth, walk
from word import add_footnotes, fill, letterhead_table, new_docx, para, save_docx, to_pdf

NAME = "long-plan"
SUBJECT = "Thực hiện nhiệm vụ phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh Đồng Tháp năm 2026"
PREAMBLE = [
    "Căn cứ Kế hoạch số 27-KH/TU ngày 15/8/2025 của Ban Thường vụ Tỉnh ủy Đồng Tháp về thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;",
    "Căn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ;",
    "Căn cứ Nghị quyết số 41/NQ-HĐND ngày 10/12/2025 của Hội đồng nhân dân tỉnh về kế hoạch phát triển kinh tế - xã hội năm 2026;",
    "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số 402/TTr-SKHCN ngày 15/12/2025, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
]
BASES = [
    base("Kế hoạch", "27-KH/TU", "2025-08-15", "Ban Thường vụ Tỉnh ủy Đồng Tháp", "về thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị"),
    base("Nghị quyết", "71/NQ-CP", "2025-04-01", "Chính phủ", None),
    base("Nghị quyết", "41/NQ-HĐND", "2025-12-10", "Hội đồng nhân dân tỉnh", "về kế hoạch phát triển kinh tế - xã hội năm 2026"),
]
RECIPIENTS = ["Bộ Khoa học và Công nghệ;", "TT.TU, TT.HĐND tỉnh;", "CT, các PCT.UBND tỉnh;", "Các sở, ban, ngành tỉnh;", "UBND các xã, phường;", "Lưu: VT, NC/KGVX (nphuc)."]
FOOTNOTES = {
    1: "Gồm 102 xã, phường sau sắp xếp.", 2: "1. Cái Bè; 2. Chợ Gạo; 3. Lấp Vò; 4. Tháp Mười.",
    3: "Theo Quyết định số 1912/QĐ-UBND ngày 30/6/2025 của Ủy ban nhân dân tỉnh.", 4: "- Vốn sự nghiệp: 42.300 triệu đồng; - Vốn đầu tư: 128.900 triệu đồng.",
}
TREE_RAW = """
I. |# ĐÁNH GIÁ TÌNH HÌNH NĂM 2025
  1. |# Kết quả nổi bật
    1.1. |# Về khoa học và công nghệ
      = Toàn tỉnh có 46 nhiệm vụ khoa học và công nghệ đang thực hiện, trong đó 18 nhiệm vụ thuộc lĩnh vực nông nghiệp, chủ yếu về lúa chất lượng cao, xoài, sen, cá tra và hoa kiểng Sa Đéc. Tỷ lệ nhiệm vụ được ứng dụng sau nghiệm thu đạt 83%, tăng 6 điểm phần trăm so với năm trước. Một số kết quả đã chuyển giao cho hợp tác xã, tạo sản phẩm có chỉ dẫn địa lý.
    1.2. |# Về đổi mới sáng tạo
      = Hệ sinh thái khởi nghiệp của tỉnh có 214 dự án, 09 không gian làm việc chung. Ngày hội khởi nghiệp thu hút 61 gian hàng của thanh niên, phụ nữ và cựu chiến binh.
    1.3. |# Về chuyển đổi số
      a) |: Hạ tầng: 100% ấp, khóm có cáp quang; trạm 5G phủ 38% dân số.
      b) |: Chính quyền số: 102/102 xã, phường{fn1} sử dụng chung một hệ thống thông tin giải quyết thủ tục hành chính.
      c) |: Kinh tế số: 72% hợp tác xã nông nghiệp có gian hàng trực tuyến; doanh thu bán hàng qua mạng của nông dân tại một số địa bàn{fn2} tăng gấp đôi.
      d) |: Xã hội số: 91% người từ 15 tuổi trở lên có tài khoản ngân hàng.
      đ) |: An toàn thông tin: 62/65 hệ thống được phê duyệt cấp độ.
  2. |# Tồn tại, nguyên nhân
    2.1. |# Tồn tại
      - |: Dữ liệu của hai tỉnh trước sắp xếp chưa thống nhất; nhiều cơ sở dữ liệu phải nhập lại.
      - |: Nhân lực tại xã mỏng, một người kiêm nhiều việc.
      - |: Doanh nghiệp công nghệ trên địa bàn có quy mô nhỏ.
    2.2. |# Nguyên nhân
      - |: Nguyên nhân khách quan:
        + |: khối lượng công việc lớn sau khi tổ chức lại chính quyền hai cấp;
        + |: hệ thống phần mềm của trung ương thay đổi nhiều lần trong năm.
      - |: Nguyên nhân chủ quan: một số người đứng đầu chưa sâu sát.
II. |# QUAN ĐIỂM, MỤC TIÊU NĂM 2026
  1. |# Quan điểm
    = Lấy nông nghiệp, nông dân, nông thôn làm nơi ứng dụng đầu tiên; việc gì người dân cần thì ưu tiên làm trước.
  2. |# Mục tiêu
    a) |: Tổng chi cho khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số đạt tối thiểu 3% chi ngân sách.
    b) |: Năng suất các nhân tố tổng hợp đóng góp trên 47% tăng trưởng.
    c) |: Hồ sơ trực tuyến toàn trình đạt 85%.
    d) |: 30% doanh nghiệp có hoạt động đổi mới sáng tạo.
    đ) |: Hoàn thành 100% việc hợp nhất dữ liệu của hai tỉnh trước sắp xếp.
    e) |: Có 02 doanh nghiệp khoa học và công nghệ mới.
    g) |: Chỉ số chuyển đổi số cấp tỉnh thuộc nhóm 15 tỉnh dẫn đầu.
III. |# NHIỆM VỤ VÀ GIẢI PHÁP
  1. |# Nâng cao nhận thức, trách nhiệm
    = Đưa kết quả thực hiện vào tiêu chí đánh giá cán bộ; 6 tháng một lần công khai danh sách nhiệm vụ chậm. Tổ chức hội thi kỹ năng số cho công chức cấp xã.
  2. |# Hoàn thiện cơ chế, chính sách
    = Trình Hội đồng nhân dân tỉnh ban hành chính sách hỗ trợ doanh nghiệp đổi mới công nghệ, mức hỗ trợ tối đa 500 triệu đồng/dự án, thay cho mức cũ{fn3}.
  3. |# Đầu tư hạ tầng
    = Xây dựng trung tâm đổi mới sáng tạo tại phường Mỹ Tho; nâng cấp trung tâm dữ liệu tại phường Cao Lãnh thành trung tâm chính, trung tâm cũ làm dự phòng.
  4. |# Phát triển nhân lực
    = Liên kết với các trường đại học đào tạo 60 kỹ sư dữ liệu; thu hút ít nhất 05 chuyên gia về làm việc theo dự án.
  5. |# Phát triển dữ liệu và nền tảng số
    a) |: Hợp nhất dữ liệu đất đai, hộ tịch, cán bộ, công chức;
    b) |: mở dữ liệu vùng trồng, vùng nuôi;
    c) |: phát triển bản đồ số nông nghiệp.
  6. |# Bảo đảm an toàn, an ninh mạng
    = Giám sát tập trung 24/7; không để xảy ra sự cố nghiêm trọng.
IV. |# KINH PHÍ
  = Tổng nhu cầu kinh phí năm 2026 là 171.200 triệu đồng{fn4}, từ ngân sách tỉnh và nguồn huy động hợp pháp.
V. |# TỔ CHỨC THỰC HIỆN
  1. |# Sở Khoa học và Công nghệ
    - |: Là cơ quan đầu mối, hướng dẫn và đôn đốc thực hiện.
    - |: Báo cáo Ủy ban nhân dân tỉnh trước ngày 20 hằng tháng.
  2. |# Sở Tài chính
    = Tham mưu bố trí đủ kinh phí theo tiến độ.
  3. |# Công an tỉnh
    = Chủ trì bảo đảm an ninh mạng, an toàn dữ liệu.
  4. |# Ủy ban nhân dân các xã, phường
    = Ban hành kế hoạch của địa phương trong tháng 01 năm 2026.
Phụ lục I |^ CÁC CHỈ TIÊU CHỦ YẾU NĂM 2026
  % targets
Phụ lục II |^ DANH MỤC NHIỆM VỤ NĂM 2026
  % tasks
"""
TREE = outline("\n".join(line for line in TREE_RAW.replace("{fn1}", "").replace("{fn2}", "").replace("{fn3}", "").replace("{fn4}", "").splitlines()))
TARGETS = [("1", "Tỷ lệ hồ sơ trực tuyến toàn trình", "%", "78", "85", "Văn phòng UBND tỉnh"), ("2", "Tỷ lệ doanh nghiệp đổi mới sáng tạo", "%", "21", "30", "Sở Khoa học và Công nghệ"),
           ("3", "Số trạm 5G", "trạm", "412", "900", "Sở Khoa học và Công nghệ"), ("4", "Tỷ lệ xã có tổ công nghệ số hoạt động hiệu quả", "%", "84", "100", "UBND các xã, phường")]
HEAD = """
* I | NHẬN THỨC, TRÁCH NHIỆM
1 | Hội nghị triển khai Kế hoạch đến cấp xã, kết hợp ký giao ước thi đua giữa các cụm | Sở KH&CN | Sở Nội vụ; UBND các xã, phường | Tháng 01/2026 | Hội nghị, bản giao ước | 80
2 | Hội thi kỹ năng số cho công chức cấp xã | Sở Nội vụ | Sở KH&CN, Tỉnh đoàn | Quý III/2026 | 102 đội tham gia | 250
3 | Chuyên mục “Đất Sen hồng chuyển đổi số” trên báo, đài | Báo và Phát thanh, Truyền hình Đồng Tháp | Các sở, ngành | Hằng tuần | 52 kỳ phát sóng | 600
4 | Công khai nhiệm vụ chậm tiến độ trên Cổng thông tin điện tử tỉnh | Văn phòng UBND tỉnh | Sở KH&CN | 6 tháng/lần | Danh sách công khai | 0
* II | CƠ CHẾ, CHÍNH SÁCH
5 | Nghị quyết của HĐND tỉnh về hỗ trợ doanh nghiệp đổi mới công nghệ | Sở KH&CN | Sở Tài chính, Sở Tư pháp, Thuế tỉnh | Kỳ họp giữa năm 2026 | Nghị quyết được thông qua | 60
6 | Quy chế quản lý, khai thác dữ liệu dùng chung | Sở KH&CN | Công an tỉnh | Quý I/2026 | Quyết định của UBND tỉnh |
7 | Định mức chi cho chuyển đổi số cấp xã | Sở Tài chính | Sở KH&CN | Quý I/2026 | Văn bản hướng dẫn |
8 | Cơ chế thuê chuyên gia theo dự án | Sở Nội vụ | Sở Tài chính | Quý II/2026 | Quyết định của UBND tỉnh |
* III | HẠ TẦNG
9 | Trung tâm đổi mới sáng tạo tỉnh tại phường Mỹ Tho | Ban Quản lý dự án đầu tư xây dựng tỉnh | Sở KH&CN, Trường Đại học Tiền Giang, Trường Đại học Đồng Tháp, các doanh nghiệp, hiệp hội ngành hàng trên địa bàn | 2026 - 2028 | Công trình đưa vào sử dụng | 85.000
10 | Nâng cấp trung tâm dữ liệu tại phường Cao Lãnh thành trung tâm chính, chuyển đổi trung tâm dữ liệu tại phường Mỹ Tho thành trung tâm dự phòng, bảo đảm chuyển đổi dự phòng trong 30 phút khi có sự cố | Sở KH&CN | Công an tỉnh, VNPT Đồng Tháp, Viettel Đồng Tháp | Quý II/2026 | Trung tâm dữ liệu đạt tiêu chuẩn cấp độ 3, có biên bản diễn tập chuyển đổi dự phòng | 22.500
11 | Phủ sóng 5G tại khu công nghiệp, khu du lịch | Sở KH&CN | Các doanh nghiệp viễn thông | Cả năm 2026 | 488 trạm mới | Xã hội hóa
12 | Mạng cảm biến đo mặn, đo triều cường | Sở Nông nghiệp và Môi trường | Đài Khí tượng thủy văn | Trước 28/02/2026 | 24 trạm đo tự động | 7.800
* IV | NHÂN LỰC
13 | Đào tạo kỹ sư dữ liệu | Trường Đại học Đồng Tháp | Sở Nội vụ | 2026 - 2029 | 60 kỹ sư | 3.600
14 | Tập huấn cho tổ công nghệ số cộng đồng | Sở KH&CN | Tỉnh đoàn, Hội LHPN tỉnh | Quý II - III/2026 | 4.100 lượt người | 820
15 | Bồi dưỡng kỹ năng số cho nông dân | Hội Nông dân tỉnh | Sở Nông nghiệp và Môi trường | Cả năm 2026 | 300 lớp | 900
* V | DỮ LIỆU, NỀN TẢNG SỐ
16 | Hợp nhất cơ sở dữ liệu đất đai | Sở Nông nghiệp và Môi trường | Công an tỉnh, UBND các xã, phường | 30/9/2026 | 100% thửa đất có mã định danh | 14.200
17 | Hợp nhất dữ liệu hộ tịch | Sở Tư pháp | Công an tỉnh | 30/6/2026 | Dữ liệu được đối soát | 1.900
18 | Hợp nhất dữ liệu cán bộ, công chức | Sở Nội vụ | Các cơ quan, đơn vị | 31/3/2026 | Dữ liệu đồng bộ với trung ương | 400
19 | Bản đồ số nông nghiệp: lúa, xoài, sầu riêng, thanh long, cá tra | Sở Nông nghiệp và Môi trường | Hiệp hội ngành hàng | Quý IV/2026 | Bản đồ số phủ 102 xã, phường | 5.300
20 | Mở dữ liệu vùng trồng, vùng nuôi | Sở Nông nghiệp và Môi trường | Sở KH&CN | Quý III/2026 | 15 tập dữ liệu mở | 120
21 | Truy xuất nguồn gốc xoài Cao Lãnh, vú sữa Lò Rèn, nhãn Châu Thành | Sở KH&CN | Sở Công Thương; các hợp tác xã | Cả năm 2026 | 03 sản phẩm có mã truy xuất | 750
* VI | AN TOÀN, AN NINH MẠNG
22 | Giám sát tập trung 24/7 | Công an tỉnh | Sở KH&CN | Thường xuyên | Báo cáo tháng | 2.100
23 | Phê duyệt cấp độ cho 03 hệ thống còn lại | Sở KH&CN | Chủ quản hệ thống | Quý I/2026 | 65/65 hệ thống |
24 | Diễn tập ứng cứu sự cố | Công an tỉnh | Bộ Chỉ huy quân sự tỉnh | Tháng 9/2026 | Báo cáo diễn tập | 350
* VII | NHIỆM VỤ CỦA CẤP XÃ
"""
PLACES = ["Mỹ Tho", "Đạo Thạnh", "Trung An", "Gò Công", "Long Thuận", "Sơn Qui", "Cai Lậy", "Nhị Quý", "Cao Lãnh", "Mỹ Ngãi", "Mỹ Trà", "Sa Đéc", "An Bình", "Hồng Ngự", "Thường Lạc",
          "Tân Hồng", "Tam Nông", "Tràm Chim", "Tháp Mười", "Đốc Binh Kiều", "Thanh Bình", "Lấp Vò", "Lai Vung", "Châu Thành", "Cái Bè", "Hậu Mỹ", "Mỹ Thuận", "Chợ Gạo", "Vĩnh Kim", "Tân Phú Đông",
          "Gò Công Đông", "Vàm Láng", "Tân Điền", "Mỹ Tịnh An", "Bình Ninh", "Tân Hương"]
WORK = [("Lắp điểm truy cập Internet miễn phí tại nhà văn hóa {}", "Điểm truy cập hoạt động", "Quý I/2026", "15"),
        ("Số hóa hồ sơ, tài liệu lưu trữ của {}", "Hồ sơ số nộp vào kho của tỉnh", "31/10/2026", "120"),
        ("Mô hình chợ không dùng tiền mặt tại {}", "01 chợ, tối thiểu 60% hộ kinh doanh tham gia", "Quý III/2026", "40"),
        ("Mô hình ấp thông minh tại {}", "01 ấp đạt chuẩn", "Tháng 11/2026", "200")]
TASKS = Tasks(
    ["Số TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì thực hiện", "Đơn vị phối hợp thực hiện", "Thời gian thực hiện", "Sản phẩm dự kiến", "Kinh phí (triệu đồng)"],
    ["no", "name", "lead", "coordinating", "time", "product", "budget"],
    HEAD + "\n".join(
        f"{25 + n} | {WORK[n % 4][0].format(('phường ' if n in (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14) else 'xã ') + place)} | UBND {'phường' if n < 15 else 'xã'} {place} | "
        f"{['Sở KH&CN', 'Sở Nội vụ', 'Sở Công Thương; ngân hàng trên địa bàn', 'Tỉnh đoàn'][n % 4]} | {WORK[n % 4][2]} | {WORK[n % 4][1]} | {WORK[n % 4][3]}"
        for n, place in enumerate(PLACES)))


def noted(p):
    """Puts footnote references where the text has {fnN}."""
    run = p.runs[-1]
    text = run.text
    if "{fn" not in text:
        return
    before, rest = text.split("{fn", 1)
    number, after = rest.split("}", 1)
    run.text = before
    mark = parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>')
    run._r.addnext(mark)
    more = parse_xml(f'<w:r {nsdecls("w")}><w:t xml:space="preserve">{after}</w:t></w:r>')
    mark.addnext(more)


def page_number(section):
    p = section.header.paragraphs[0]
    p.alignment = 1
    p._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'))


def make():
    doc = new_docx(size=14)
    doc.sections[0].different_first_page_header_footer = True
    page_number(doc.sections[0])
    para(doc, "Người ký: ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", align="r", size=8)
    para(doc, "Cơ quan: TỈNH ĐỒNG THÁP", align="r", size=8)
    para(doc, "Thời gian ký: 22/12/2025 16:40:21 +07:00", align="r", size=8)
    letterhead_table(doc, [("ỦY BAN NHÂN DÂN", True, False), ("TỈNH ĐỒNG THÁP", True, False), ("Số: 512/KH-UBND", False, False)],
                     [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True, False), ("Độc lập - Tự do - Hạnh phúc", True, False),
                      ("Đồng Tháp, ngày 22 tháng 12 năm 2025", False, True)])
    para(doc, "")
    para(doc, "KẾ HOẠCH", bold=True, align="c")
    para(doc, SUBJECT, bold=True, align="c")
    for text in PREAMBLE:
        para(doc, text, align="j", indent=1.27)
    for what, _, label, text in walk(outline(TREE_RAW)):
        if what == "own" and label == "Phụ lục I":
            para(doc, "Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện Kế hoạch này; có khó khăn thì phản ánh về Sở Khoa học và Công nghệ để tổng hợp, trình Ủy ban nhân dân tỉnh xem xét./.", align="j", indent=1.27)
            cells = doc.add_table(rows=1, cols=2).rows[0].cells
            fill(cells[0], "Nơi nhận:¶" + "¶".join("- " + r for r in RECIPIENTS), size=11)
            fill(cells[1], "TM. ỦY BAN NHÂN DÂN¶KT. CHỦ TỊCH¶PHÓ CHỦ TỊCH¶¶¶¶Lý Thành Nhơn", bold=True, align="c")
        if what == "own":
            if label == "Phụ lục I":
                section = doc.add_section(WD_SECTION.NEW_PAGE)
                section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
            else:
                doc.add_page_break()
            para(doc, label, bold=True, align="c")
            para(doc, text, bold=True, align="c")
            para(doc, "(Kèm theo Kế hoạch số 512/KH-UBND ngày 22 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Đồng Tháp)", italic=True, align="c")
        elif what == "table" and text == "targets":
            table = doc.add_table(rows=1, cols=6)
            table.style = "Table Grid"
            for cell, name in zip(table.rows[0].cells, ["STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2025", "Kế hoạch năm 2026", "Cơ quan theo dõi"]):
                fill(cell, name, bold=True, align="c", size=12)
            for line in TARGETS:
                for cell, value in zip(table.add_row().cells, line):
                    fill(cell, value, size=12)
        elif what == "table":
            widths = [1.3, 7.2, 3.6, 4, 2.8, 3.6, 2.2]
            table = doc.add_table(rows=2, cols=7)
            table.style = "Table Grid"
            table.autofit = False
            for n, name in enumerate(TASKS.columns):
                fill(table.rows[0].cells[n], name, bold=True, align="c", size=12)
                fill(table.rows[1].cells[n], f"({n + 1})", italic=True, align="c", size=10)
            for row in table.rows:
                row._tr.get_or_add_trPr().append(parse_xml(f'<w:tblHeader {nsdecls("w")}/>'))
            for kind, cells in TASKS.rows:
                row = table.add_row().cells
                if kind == "group":
                    fill(row[0], cells[0], bold=True, align="c", size=12)
                    fill(row[1], cells[1], bold=True, size=12)
                else:
                    for cell, value in zip(row, cells):
                        fill(cell, value, size=12)
            for column, width in zip(table.columns, widths):
                column.width = Cm(width)
                for cell in column.cells:
                    cell.width = Cm(width)
        else:
            noted(para(doc, f"{label} {text}".strip(), bold=what == "head", align="j", indent=1.27))
    save_docx(doc, NAME)
    add_footnotes(NAME, FOOTNOTES)
    to_pdf(NAME)
    signatory = (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Lý Thành Nhơn")
    truth(NAME, number="512/KH-UBND", date="2025-12-22", signatory=signatory, recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=TASKS,
          reading={"kind": "plan", "issuer": ["ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG THÁP"], "place": "Đồng Tháp", "title": {"kind": "Kế hoạch", "subject": SUBJECT},
                   "attachment": None, "addressees": [], "signatory": {"authority": signatory[0], "name": signatory[1]}},
          notes=["Phụ lục I is a table of targets, not of tasks. The row “(1) … (7)” under the header is no task.",
                 "27-KH/TU cites 57-NQ/TW inside its title: one entry."])


if __name__ == "__main__":
    make()
