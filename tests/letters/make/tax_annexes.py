"""A tax department's decision with “Phụ lục 01” (targets), “Phụ lục 02” (tasks), “Phụ lục 03” (reports): decomposed accents, tabs, quotes in three shapes. TXT;
PDF drawn with glyphs of one weight, place and date in one line across the page, “Nơi nhận” beside a long signature."""
import unicodedata

from drawn import Pages, pdf_closing, pdf_titled, pdf_tree
from house import NATION, OUT, Tasks, base, centred, outline, tree_lines, truth, two_columns, wrap

NAME = "tax-decomposed"
SUBJECT = "Về việc ban hành Kế hoạch chuyển đổi số của Cục Thuế giai đoạn 2027 - 2028"
PLAN = "Chuyển đổi số của Cục Thuế giai đoạn 2027 - 2028"
ISSUED = "(Ban hành kèm theo Quyết định số 4417/QĐ-CT ngày 09 tháng 12 năm 2026 của Cục trưởng Cục Thuế)"
CAN_CU = [
    "Căn cứ Luật Quản lý thuế số 108/2025/QH15 ngày 10 tháng 12 năm 2025;",
    "Căn cứ Nghị định số 29/2025/NĐ-CP ngày 24 tháng 02 năm 2025 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Tài chính và Nghị định số 166/2025/NĐ-CP ngày 30 tháng 6 năm 2025 sửa đổi, bổ sung một số điều của Nghị định số 29/2025/NĐ-CP;",
    "Căn cứ Quyết định 381/QĐ-BTC ngày 26 tháng 02 năm 2025 của Bộ trưởng Bộ Tài chính quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Cục Thuế;",
    "Xét đề nghị của Trưởng ban Ban Công nghệ, chuyển đổi số và tự động hóa.",
]
BASES = [
    base("Luật", "108/2025/QH15", "2025-12-10", None, "Luật Quản lý thuế"),
    base("Nghị định", "29/2025/NĐ-CP", "2025-02-24", "Chính phủ", "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Tài chính"),
    base("Nghị định", "166/2025/NĐ-CP", "2025-06-30", None, "sửa đổi, bổ sung một số điều của Nghị định số 29/2025/NĐ-CP"),
    base("Quyết định", "381/QĐ-BTC", "2025-02-26", "Bộ trưởng Bộ Tài chính", "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Cục Thuế"),
]
ARTICLES = [
    (1, ["Ban hành kèm theo Quyết định này “Kế hoạch chuyển đổi số của Cục Thuế giai đoạn 2027 - 2028”."]),
    (2, ["Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 2230/QĐ-CT ngày 18 tháng 8 năm 2025."]),
    (3, ["Chánh Văn phòng, Trưởng các Ban, Trưởng Thuế tỉnh, thành phố chịu trách nhiệm thi hành Quyết định này./."]),
]
RECIPIENTS = ["Như Điều 3;", "Bộ Tài chính (để b/c);", "Lãnh đạo Cục;", "Website Cục Thuế;", "Lưu: VT, CNTT (2b)."]
SIGNATORY = (["KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG"], "Đặng Ngọc Bảo Trân")
TASKS = Tasks(["STT", "Nhóm việc / công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Kết quả đầu ra"], ["no", "name", "lead", "coordinating", "time", "result"], """
* A | NGƯỜI NỘP THUẾ
1 | Tờ khai điền sẵn cho cá nhân kinh doanh | Ban Nghiệp vụ thuế | Ban Công nghệ | Quý II/2027 | 4 triệu tờ khai
2 | Trợ lý ảo trả lời chính sách thuế | Ban Hỗ trợ người nộp thuế | Ban Pháp chế; Ban Công nghệ | 30/9/2027 | “Trợ lý thuế” trên eTax Mobile
3 | Hoàn thuế tự động | Ban Kiểm tra | Kho bạc Nhà nước | 2028 | 70% hồ sơ hoàn trước
* B | QUẢN LÝ RỦI RO
4 | Mô hình phát hiện hóa đơn bất thường | Ban Quản lý rủi ro | Ban Công nghệ, C03 | Quý IV/2027 | Mô hình vận hành
5 | Đối chiếu dữ liệu sàn thương mại điện tử | Chi cục Thuế thương mại điện tử | Ngân hàng Nhà nước và các sàn | Hằng tháng | Báo cáo đối chiếu
* C | HẠ TẦNG
6 | Di chuyển 46 ứng dụng lên nền tảng đám mây | Ban Công nghệ | Trung tâm dữ liệu Bộ Tài chính | Tháng 12/2028 | 46 ứng dụng
7 | Hủy dữ liệu hết thời hạn lưu trữ | Văn phòng | Ban Công nghệ | Hằng năm | Biên bản tiêu hủy
""")
TREE = outline("""
I. |# QUAN ĐIỂM
  1. |: Lấy "dữ liệu" làm nền, lấy người nộp thuế làm gốc.
  2. |: Không yêu cầu cung cấp lại thông tin cơ quan thuế đã có.
II. |# MỤC TIÊU
  1. |# Đến hết năm 2027
    a) |: 98% hồ sơ khai thuế được xử lý tự động;
    b) |: giảm 30% số lần người nộp thuế phải giải trình.
  2. |# Đến hết năm 2028
    a) |: Toàn bộ hóa đơn được phân tích rủi ro trong ngày;
    b) |: mọi ứng dụng dùng chung một tài khoản.
III. |# TỔ CHỨC THỰC HIỆN
  1. |: Ban Công nghệ, chuyển đổi số và tự động hóa là đầu mối, báo cáo Cục trưởng trước ngày 25 hằng tháng.
  2. |: Thuế tỉnh, thành phố cụ thể hóa trong kế hoạch năm của mình.
Phụ lục 01 |^ CHỈ TIÊU
  1. |: Số tài khoản eTax Mobile: 12 triệu (2027), 15 triệu (2028).
  2. |: Tỷ lệ hộ kinh doanh dùng hóa đơn từ máy tính tiền: 90% (2027), 100% (2028).
Phụ lục 02 |^ DANH MỤC CÔNG VIỆC
  % tasks
Phụ lục 03 |^ CHẾ ĐỘ BÁO CÁO
  1. |: Báo cáo tháng: gửi trước ngày 20.
  2. |: Báo cáo năm: gửi trước ngày 10 tháng 12.
""")


def make():
    lines = two_columns(["BỘ TÀI CHÍNH", "CỤC THUẾ", "", "Số:\u00a04417/QĐ-CT"], [*NATION, "", "Hà Nội, ngày 09 tháng 12 năm 2026"], 42)
    lines += ["", *centred("QUYẾT ĐỊNH"), *centred(SUBJECT), "", *centred("CỤC TRƯỞNG CỤC THUẾ"), ""]
    for text in CAN_CU:
        lines += wrap(text, 78, "\t")
    lines += ["", *centred("QUYẾT ĐỊNH:"), ""]
    for no, texts in ARTICLES:
        lines += wrap(f"Điều {no}. {texts[0]}", 78, "\t")
    lines += ["", *two_columns(["Nơi nhận:", *["- " + r for r in RECIPIENTS]], [*SIGNATORY[0], "", "", SIGNATORY[1]], 46), ""]
    lines += [*centred("KẾ HOẠCH"), *centred(PLAN), *centred(ISSUED), ""]
    lines += tree_lines(TREE, 78, 4, lambda _: ["\t".join(TASKS.columns), *["\t".join(cells) for _, cells in TASKS.rows], ""])
    (OUT / f"{NAME}.txt").write_text(unicodedata.normalize("NFD", "\n".join(lines) + "\n"), encoding="utf-8")

    pages = Pages(NAME, number="bottom")
    Pages.FONTS, faces = {k: "LiberationSerif-Regular" for k in Pages.FONTS}, Pages.FONTS  # a printer without bold
    pages.columns([("BỘ TÀI CHÍNH", ""), ("CỤC THUẾ", "")], [(n, "") for n in NATION])
    top = pages.y
    pages.text("Số: 4417/QĐ-CT", first=40)
    pages.y = top
    pages.y -= 16.25
    pages.put(pages.size[0] - pages.right, pages.y, "Hà Nội, ngày 09 tháng 12 năm 2026", "", 13, "r")
    pages.y -= 14
    pdf_titled(pages, "QUYẾT ĐỊNH", SUBJECT)
    pdf_titled(pages, "CỤC TRƯỞNG CỤC THUẾ")
    for text in CAN_CU:
        pages.text(text)
    pdf_titled(pages, "QUYẾT ĐỊNH:")
    for no, texts in ARTICLES:
        pages.text(f"Điều {no}. {texts[0]}")
    pdf_closing(pages, RECIPIENTS, SIGNATORY)
    pages.turn()
    pdf_titled(pages, "KẾ HOẠCH", PLAN, issued=ISSUED)
    pdf_tree(pages, TREE, lambda _: pages.table(TASKS.columns, TASKS.rows, [30, 130, 85, 85, 62, 75], 10))
    pages.save()
    Pages.FONTS = faces
    truth(NAME, number="4417/QĐ-CT", date="2026-12-09", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, articles=ARTICLES, bases=BASES, tasks=TASKS,
          reading={"kind": "decision", "issuer": ["BỘ TÀI CHÍNH", "CỤC THUẾ"], "place": "Hà Nội", "title": {"kind": "Quyết định", "subject": SUBJECT},
                   "attachment": {"kind": "Kế hoạch", "subject": PLAN, "issued_with": ISSUED}, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["The TXT has its accents taken apart, tabs for indents and between cells. The PDF has one weight of type: no bold, no italics.",
                 "Three annexes, the list in the second. One Căn cứ cites a decree and, after “và”, the one that amends it; 2230/QĐ-CT in Điều 2 is replaced, no căn cứ.",
                 "“Xét đề nghị của …” ends with a full stop and cites nothing."])


if __name__ == "__main__":
    make()
