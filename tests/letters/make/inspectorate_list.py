"""A decision whose plan is a list alone, with no outline: a first column “Lĩnh vực” merged downwards, cells of many lines, rows cut by pages. DOCX, PDF."""
from house import Tasks, base, outline, truth
from word import closing, decision_front, fill, letterhead, new_docx, para, repeat_rows, save_docx, section, titled, to_pdf, widen

NAME = "inspectorate-list"
SUBJECT = "Phê duyệt Kế hoạch chuyển đổi số của Thanh tra Chính phủ năm 2026"
PLAN = "Chuyển đổi số của Thanh tra Chính phủ năm 2026"
ISSUED = "(Kèm theo Quyết định số 41/QĐ-TTCP ngày 22 tháng 01 năm 2026 của Tổng Thanh tra Chính phủ)"
CAN_CU = [
    "Căn cứ Luật Thanh tra số 84/2025/QH15 ngày 25 tháng 6 năm 2025;",
    "Căn cứ Nghị định số 109/2025/NĐ-CP ngày 20 tháng 5 năm 2025 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Thanh tra Chính phủ;",
    "Căn cứ Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử phục vụ chuyển đổi số quốc gia giai đoạn 2022 - 2025, tầm nhìn đến năm 2030;",
    "Theo đề nghị của Giám đốc Trung tâm Thông tin.",
]
BASES = [
    base("Luật", "84/2025/QH15", "2025-06-25", None, "Luật Thanh tra"),
    base("Nghị định", "109/2025/NĐ-CP", "2025-05-20", "Chính phủ", "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Thanh tra Chính phủ"),
    base("Quyết định", "06/QĐ-TTg", "2022-01-06", "Thủ tướng Chính phủ", "phê duyệt Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử phục vụ chuyển đổi số quốc gia giai đoạn 2022 - 2025, tầm nhìn đến năm 2030"),
]
ARTICLES = [
    (1, ["Phê duyệt Kế hoạch chuyển đổi số của Thanh tra Chính phủ năm 2026 (danh mục nhiệm vụ kèm theo)."]),
    (2, ["Trung tâm Thông tin chủ trì theo dõi; các đơn vị báo cáo kết quả trước ngày 20 tháng 6 và ngày 20 tháng 12 năm 2026."]),
    (3, ["Chánh Văn phòng, Vụ trưởng Vụ Kế hoạch - Tổng hợp, Thủ trưởng các cục, vụ, đơn vị thuộc Thanh tra Chính phủ chịu trách nhiệm thi hành Quyết định này./."]),
]
RECIPIENTS = ["Như Điều 3;", "Tổng Thanh tra CP (để b/c);", "Các Phó Tổng TTCP;", "Thanh tra các tỉnh, thành phố;", "Lưu: VT, TTTT."]
SIGNATORY = (["KT. TỔNG THANH TRA", "PHÓ TỔNG THANH TRA"], "Quách Đình Lập")
TT = "Trung tâm Thông tin"
ROWS = [
    ("Thể chế", f"""
Quy chế quản lý, khai thác cơ sở dữ liệu quốc gia về công tác tiếp công dân, xử lý đơn | Ban Tiếp công dân trung ương | {TT}; Vụ Pháp chế | Quý I | Quyết định của Tổng Thanh tra
Quy định hồ sơ thanh tra điện tử | Vụ Pháp chế | {TT} | Quý II | Thông tư
Quy trình kiểm soát tài sản, thu nhập trên môi trường số | Cục Phòng, chống tham nhũng, tiêu cực | Vụ Pháp chế | Quý III | Quy trình nội bộ
Mã số vụ việc khiếu nại, tố cáo dùng chung | Ban Tiếp công dân trung ương | Tòa án nhân dân tối cao;¶Viện kiểm sát nhân dân tối cao | Quý II | Bộ mã, hướng dẫn"""),
    ("Dữ liệu", f"""
Cơ sở dữ liệu quốc gia về kiểm soát tài sản, thu nhập | Cục Phòng, chống tham nhũng, tiêu cực | Bộ Công an;¶Bộ Tài chính;¶Ngân hàng Nhà nước Việt Nam | 2025-2027 | Hệ thống vận hành thử nghiệm tại 10 cơ quan
Số hóa kết luận thanh tra giai đoạn 2011 - 2025 | Văn phòng | {TT} | Quý IV | 6.800 kết luận
Đối soát đơn trùng giữa các cấp | Ban Tiếp công dân trung ương | Thanh tra các tỉnh, thành phố | Thường xuyên | Tỷ lệ đơn trùng giảm 50%
Chuẩn hóa dữ liệu người có nghĩa vụ kê khai | Cục Phòng, chống tham nhũng, tiêu cực | Vụ Tổ chức cán bộ | Trước ngày 15/12 | 540.000 hồ sơ khớp mã định danh"""),
    ("Ứng dụng", f"""
Phần mềm nhật ký đoàn thanh tra | {TT} | Các cục, vụ nghiệp vụ | Quý II | Phần mềm, 100% đoàn của Thanh tra Chính phủ sử dụng
Theo dõi thực hiện kết luận thanh tra | Cục Giám sát, thẩm định và xử lý sau thanh tra | {TT} | Quý III | Bảng theo dõi trực tuyến
Nhận dạng, tóm tắt đơn thư bằng trí tuệ nhân tạo | {TT} | Ban Tiếp công dân trung ương | Quý IV | Công cụ thử nghiệm, độ chính xác từ 85%
Họp tiếp công dân trực tuyến với địa phương | Ban Tiếp công dân trung ương | Ban Tiếp công dân các tỉnh, thành phố | Hằng tháng | Phòng tiếp trực tuyến tại 34 tỉnh, thành phố
Nâng cấp Cổng thông tin điện tử | {TT} | Báo Thanh tra | Quý I | Cổng đạt chuẩn IPv6"""),
    ("An toàn, nhân lực", f"""
Phê duyệt cấp độ 4 cho cơ sở dữ liệu kiểm soát tài sản | {TT} | Bộ Công an (A05);¶Ban Cơ yếu Chính phủ | Quý II | Quyết định phê duyệt
Mã hóa đường truyền với thanh tra địa phương | {TT} | Ban Cơ yếu Chính phủ | Quý III | 34 điểm kết nối
Kiểm tra nhật ký truy cập | Vụ Tổ chức cán bộ | {TT} | Hằng quý | Biên bản kiểm tra
Bồi dưỡng phân tích dữ liệu cho thanh tra viên | Trường Cán bộ Thanh tra | Học viện Kỹ thuật mật mã | Tháng 4, tháng 9 | 08 lớp, 320 học viên"""),
]


def tasks():
    lines, no = [], 0
    for field, rows in ROWS:
        for row in rows.strip("\n").splitlines():
            no += 1
            lines.append(f"{field} | {no} | {row}")
    return Tasks(["Lĩnh vực", "STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Sản phẩm"],
                 ["Lĩnh vực", "no", "name", "lead", "coordinating", "time", "product"], "\n".join(lines))


TASKS = tasks()


def make():
    doc = new_docx(size=13)
    letterhead(doc, ["THANH TRA CHÍNH PHỦ"], "Số: 41/QĐ-TTCP", "Hà Nội, ngày 22 tháng 01 năm 2026")
    decision_front(doc, SUBJECT, "TỔNG THANH TRA CHÍNH PHỦ", CAN_CU, ARTICLES)
    closing(doc, RECIPIENTS, SIGNATORY)
    section(doc, True)
    titled(doc, "KẾ HOẠCH", PLAN, issued=ISSUED)
    table = doc.add_table(rows=1, cols=7)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, TASKS.columns):
        fill(cell, text, bold=True, align="c", size=12)
    repeat_rows(table)
    above = None
    for _, cells in TASKS.rows:
        row = list(table.add_row().cells)
        if above and above[1] == cells[0]:
            row[0] = above[0].merge(row[0])
        else:
            fill(row[0], cells[0], bold=True, size=12)
        for cell, text in zip(row[1:], cells[1:]):
            fill(cell, text, size=12)
        above = (row[0], cells[0])
    widen(table, [2.2, 1.2, 7.2, 4.6, 4.8, 2.4, 3.6])
    para(doc, "Ghi chú: Nhiệm vụ số 5 và số 8 thực hiện theo lộ trình của Đề án riêng.", italic=True, size=12)
    save_docx(doc, NAME)
    to_pdf(NAME)
    truth(NAME, number="41/QĐ-TTCP", date="2026-01-22", signatory=SIGNATORY, recipients=RECIPIENTS, articles=ARTICLES, bases=BASES, tasks=TASKS,
          tree=outline(""),
          reading={"kind": "decision", "issuer": ["THANH TRA CHÍNH PHỦ"], "place": "Hà Nội", "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Kế hoạch", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["The plan has no outline. “Lĩnh vực” is a column whose cells are merged downwards: a field of its printed name, for each row; no groups.",
                 "The note under the table is no task."])


if __name__ == "__main__":
    make()
