"""An annex sent without its decision: number and date stand in “(Kèm theo …)” alone; two task tables, each counted from 1 through groups; a running foot.
DOCX, PDF."""
from docx.oxml.ns import qn

from house import Tasks, outline, truth
from word import new_docx, para, save_docx, section, tasks_table, titled, to_pdf

NAME = "annex-alone"
ISSUED = "(Kèm theo Quyết định số 1190/QĐ-BKHCN ngày 27 tháng 5 năm 2026 của Bộ trưởng Bộ Khoa học và Công nghệ)"
COLUMNS = ["STT", "Nhiệm vụ, giải pháp", "Đơn vị đầu mối", "Đơn vị phối hợp", "Thời gian hoàn thành", "Sản phẩm", "Căn cứ"]
FIELDS = ["no", "name", "lead", "coordinating", "time", "product", "basis"]
CDS, SHTT, TDC, CV = "Cục Chuyển đổi số quốc gia", "Cục Sở hữu trí tuệ", "Ủy ban Tiêu chuẩn Đo lường Chất lượng Quốc gia", "Cục Viễn thông"
ONE = Tasks(COLUMNS, FIELDS, f"""
* I | Thể chế
1 | Nghị định hướng dẫn Luật Chuyển đổi số | {CDS} | Vụ Pháp chế | Tháng 6/2026 | Nghị định | 148/2025/QH15
2 | Nghị định về trí tuệ nhân tạo | Viện Công nghệ số và Chuyển đổi số quốc gia | Vụ Pháp chế; Bộ Công an | Tháng 6/2026 | Nghị định | 134/2025/QH15
3 | Thông tư về kiến trúc số | {CDS} | Các bộ, ngành | Quý III | Thông tư | Quyết định số 2439/QĐ-TTg ngày 04/11/2025
4 | Sửa đổi quy định về thuê dịch vụ công nghệ số | {CDS} | Bộ Tài chính | Quý IV | Nghị định sửa đổi |
5 | Cơ chế thử nghiệm tần số 6 GHz | Cục Tần số vô tuyến điện | {CV} | Quý III | Thông tư | 57-NQ/TW
6 | Hướng dẫn định giá dữ liệu | Vụ Kinh tế và Xã hội số | Bộ Công an | Quý IV | Văn bản hướng dẫn | 60/2024/QH15
* II | Hạ tầng
7 | Phủ sóng 5G tại 99% dân số | {CV} | VIETTEL; VNPT; MOBIFONE | 2026-2030 | Báo cáo vùng phủ | 57-NQ/TW
8 | Cáp quang biển mới hướng Singapore | {CV} | Bộ Ngoại giao | 2026-2027 | 01 tuyến cáp |
9 | Trung tâm dữ liệu dùng chung của Bộ | Trung tâm Công nghệ thông tin | {CDS} | Quý IV | Trung tâm dữ liệu đạt mức 3 | 71/NQ-CP
10 | Hạ tầng khóa công khai cho cán bộ, công chức | Trung tâm Chứng thực điện tử quốc gia | Ban Cơ yếu Chính phủ | Thường xuyên | Dịch vụ ký số từ xa | 23/2025/NĐ-CP
11 | Chuyển đổi toàn bộ sang IPv6 | Trung tâm Internet Việt Nam | {CV} | Trước 15/12 | 95% người dùng | Quyết định số 1132/QĐ-TTg ngày 09/10/2024
12 | Tắt sóng 2G còn lại | {CV} | Doanh nghiệp viễn thông | 15/9/2026 | Thông báo hoàn thành |
* III | Dữ liệu
13 | Cơ sở dữ liệu quốc gia về khoa học, công nghệ | Cục Thông tin, Thống kê | Các viện, trường | Quý III | Cơ sở dữ liệu | 93/2025/QH15
14 | Dữ liệu sáng chế mở | {SHTT} | {CDS} | Quý II | 480.000 bản mô tả |
15 | Dữ liệu tiêu chuẩn quốc gia | {TDC} | {CDS} | Quý III | 14.000 tiêu chuẩn dạng số |
16 | Làm sạch danh mục doanh nghiệp công nghệ số | Cục Công nghiệp công nghệ thông tin | Cục Thuế | Quý II | Danh mục | 71/2025/QH15
17 | Kết nối dữ liệu quan trắc bức xạ | Cục An toàn bức xạ và hạt nhân | Viện Năng lượng nguyên tử Việt Nam | Thường xuyên | 18 trạm |
""")
TWO = Tasks(COLUMNS, FIELDS, f"""
* I | Nhân lực
1 | Chương trình 1.000 tiến sĩ công nghệ chiến lược | Vụ Tổ chức cán bộ | Bộ Giáo dục và Đào tạo | 2026-2030 | Quyết định của Thủ tướng Chính phủ | 57-NQ/TW
2 | Bồi dưỡng Tổ công nghệ số cộng đồng | {CDS} | Trung ương Đoàn | Thường xuyên | 93.000 tổ |
3 | Mạng lưới chuyên gia người Việt ở nước ngoài | Vụ Hợp tác quốc tế | Bộ Ngoại giao | Quý IV | Mạng lưới 2.000 người |
4 | Bình dân học vụ số | {CDS} | Các bộ, ngành, địa phương | Thường xuyên | Nền tảng, 20 triệu lượt học | 01-KH/BCĐTW
* II | Doanh nghiệp, đổi mới sáng tạo
5 | Quỹ đầu tư mạo hiểm quốc gia | Cục Khởi nghiệp và Doanh nghiệp công nghệ | Bộ Tài chính | Quý III | Quỹ được cấp phép | 264/2025/NĐ-CP
6 | Sàn giao dịch tài sản trí tuệ | {SHTT} | Cục Khởi nghiệp và Doanh nghiệp công nghệ | Quý IV | Sàn vận hành |
7 | Hỗ trợ 5.000 doanh nghiệp nhỏ dùng nền tảng số | Vụ Kinh tế và Xã hội số | Hiệp hội Doanh nghiệp nhỏ và vừa Việt Nam | Quý II, III, IV | 5.000 doanh nghiệp |
8 | Danh mục sản phẩm công nghệ chiến lược (cập nhật) | Vụ Khoa học kỹ thuật và công nghệ | Bộ Công Thương; Bộ Quốc phòng | Trước ngày 30/9 | Quyết định sửa đổi | Quyết định số 1131/QĐ-TTg ngày 12/6/2025
9 | Phòng thí nghiệm bán dẫn dùng chung | Viện Hàn lâm Khoa học và Công nghệ Việt Nam | Đại học Quốc gia Hà Nội; Đại học Quốc gia TP. Hồ Chí Minh | 2026-2028 | 02 phòng thí nghiệm | Quyết định số 1018/QĐ-TTg ngày 21/9/2024
* III | An toàn, tuyên truyền
10 | Kiểm định thiết bị IoT | {TDC} | Bộ Công an | Quý III | Quy chuẩn, 05 phòng thử nghiệm |
11 | Ngày Chuyển đổi số quốc gia | {CDS} | Các bộ, ngành, địa phương | 10/10/2026 | Chuỗi sự kiện | Quyết định số 505/QĐ-TTg ngày 22/4/2022
12 | Xếp hạng chuyển đổi số bộ, tỉnh | {CDS} | Các bộ, tỉnh | Tháng 7 | Báo cáo DTI |
13 | Truyền thông trên VnExpress, VTV, VOV | Trung tâm Truyền thông khoa học và công nghệ | Các cơ quan báo chí | Hằng tuần | 52 chuyên mục |
""")
TREE = outline("""
Phụ lục I |^ NHIỆM VỤ VỀ THỂ CHẾ, HẠ TẦNG, DỮ LIỆU
  % one
Phụ lục II |^ NHIỆM VỤ VỀ NHÂN LỰC, DOANH NGHIỆP, TRUYỀN THÔNG
  % two
""")


def make():
    doc = new_docx(size=12)
    for n, (annex, tasks) in enumerate(zip(TREE.items, (ONE, TWO))):
        part = section(doc, True)
        if n == 0:  # no page stands before the annex
            body = doc.element.body
            first = body.find(qn("w:p"))
            body.remove(first)
            part.footer.is_linked_to_previous = False
            foot = part.footer.paragraphs[0]
            foot.text = "Phụ lục Quyết định 1190/QĐ-BKHCN"
        titled(doc, annex.label, annex.heading, issued=ISSUED)
        tasks_table(doc, tasks, [1.2, 6.6, 4.2, 4.2, 2.6, 3.4, 3.4], 11)
        if n == 1:
            para(doc, "Ghi chú: các nhiệm vụ “thường xuyên” báo cáo hằng quý./.", italic=True)
    save_docx(doc, NAME)
    to_pdf(NAME)
    truth(NAME, number="1190/QĐ-BKHCN", date="2026-05-27", tree=TREE, tasks=[ONE, TWO],
          reading={"addressees": [], "signatory": None},
          notes=["There is no decision in the file: number and date come from “(Kèm theo …)”. No căn cứ, no signature.",
                 "Two task tables, each counted from 1 through its own groups I to III.", "The foot of each page repeats the number of the decision."])


if __name__ == "__main__":
    make()
