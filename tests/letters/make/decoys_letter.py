"""A letter and framework whose wrapped lines begin with what looks like a label: “2025.”, “II.”, “Điều 12.”, “a)”, “- 2030”. TXT, PDF."""
import re

from drawn import Pages
from house import OUT, base, centred, outline, truth, two_columns, walk, wrap

NAME = "decoys"
VV = "xây dựng kế hoạch chuyển đổi số năm 2027"
ISSUED = "(Kèm theo Công văn số 88/BNG-CYTT ngày 07 tháng 9 năm 2026 của Bộ Ngoại giao)"
ADDRESSEES = ["Các đơn vị trong Bộ", "Các Cơ quan đại diện Việt Nam ở nước ngoài", "Cơ quan ngoại vụ các tỉnh, thành phố"]
OPENING = [
    "Thực hiện Nghị quyết số 214/NQ-CP ngày 23/7/2025 của Chính phủ ban hành Kế hoạch hành động của Chính phủ về thúc đẩy tạo lập dữ liệu phục vụ chuyển đổi số toàn diện; Quyết định số 1562/QĐ-TTg ngày 17 tháng 7 năm 2025 của Thủ tướng Chính phủ và Luật Dữ liệu số 60/2024/QH15 ngày 30/11/2024, Bộ Ngoại giao đề nghị các đơn vị xây dựng kế hoạch chuyển đổi số năm 2027.",
    "Trong hai năm 2025 và 2026, nhiều việc nêu tại Mục II. của kế hoạch cũ chưa làm xong. Vì vậy, năm 2027 cần tập trung vào các nhiệm vụ sau:",
]
BASES = [
    base("Nghị quyết", "214/NQ-CP", "2025-07-23", "Chính phủ", "ban hành Kế hoạch hành động của Chính phủ về thúc đẩy tạo lập dữ liệu phục vụ chuyển đổi số toàn diện"),
    base("Quyết định", "1562/QĐ-TTg", "2025-07-17", "Thủ tướng Chính phủ", None),
    base("Luật", "60/2024/QH15", "2024-11-30", None, "Luật Dữ liệu"),
]
PRIORITY = [
    "Hoàn thành việc chuyển dữ liệu hộ chiếu, giấy thông hành và lãnh sự của giai đoạn 2011 - 2025. Kết quả từng quý được gửi về Cục Lãnh sự, kèm số liệu của 3 năm 2023, 2024, 2025. Dữ liệu cũ hơn thì làm sau, chậm nhất trong năm 2028. Mỗi Cơ quan đại diện tự kiểm tra lại theo Điều 12. Quy chế quản lý dữ liệu của Bộ.",
    "Thay toàn bộ hệ thống điện mật cũ bằng hệ thống đã được Ban Cơ yếu Chính phủ kiểm định; thực hiện đúng điểm a) khoản 2 và điểm b) khoản 3 Điều 7. Việc chuyển đổi tại địa bàn có xung đột do Bộ trưởng quyết định, không muộn hơn năm 2027. Riêng các địa bàn mới mở thì dùng ngay hệ thống mới.",
    "Đưa 1. hợp pháp hóa lãnh sự, 2. chứng nhận lãnh sự, 3. đăng ký công dân lên môi trường mạng toàn trình; phí, lệ phí nộp trực tuyến bằng tiền của nước sở tại. Thời gian xử lý một hồ sơ không quá 02 ngày làm việc kể từ khi nhận đủ hồ sơ.",
    "Xây dựng bản đồ người Việt Nam ở nước ngoài - một cơ sở dữ liệu dùng chung với Bộ Công an, Bộ Nội vụ, được nêu tại Phần II. Mục tiêu của Chiến lược ngoại giao số.",
    "Bồi dưỡng kỹ năng phân tích dữ liệu cho cán bộ biên chế và cán bộ sắp đi nhiệm kỳ; mỗi khóa không quá 25 người, học trong 5 ngày, có kiểm tra cuối khóa. I. e. không cấp chứng nhận cho người vắng quá 1 buổi.",
    "Quản lý tài sản số, tên miền, tài khoản mạng xã hội của Cơ quan đại diện; tài khoản không hoạt động từ năm 2024. phải đóng hoặc bàn giao.",
    "Diễn tập ứng phó tấn công mạng theo kịch bản a) mất kết nối; b) lộ dữ liệu; c) giả mạo trang thông tin, ít nhất mỗi châu lục một lần.",
    "Tổng kết việc thực hiện Chương trình giai đoạn 2021 - 2026. Đề xuất nội dung cho giai đoạn 2027 - 2030.",
]
ENDING = ["Kế hoạch của đơn vị đề nghị gửi về Bộ (Cục Cơ yếu - Công nghệ thông tin) chậm nhất vào ngày 30/10/2026. Quá thời hạn trên, đơn vị tự bố trí kinh phí trong phần chi thường xuyên của năm 2027. Xin trân trọng cảm ơn./."]
RECIPIENTS = ["Như trên;", "Bộ trưởng Lê Hoài Trung Kiên (để báo cáo);", "Các Thứ trưởng;", "Lưu: HC, CYTT."]
TREE = outline("""
Phần thứ nhất |^ ĐÁNH GIÁ NĂM 2026
  I. |# MỨC ĐỘ HOÀN THÀNH MỤC TIÊU
    1. |: Nêu từng mục tiêu, số liệu đầu năm và cuối năm 2026. Mục tiêu không đạt thì ghi rõ lý do, thuộc Phần I. hay Phần II. của kế hoạch năm 2026, ai chịu trách nhiệm và dự kiến xử lý trong quý nào của năm 2027. Không viết lại nhiệm vụ.
    2. |: Tự chấm điểm theo thang 100. Điểm dưới 50 thì kèm giải trình.
  II. |# KHÓ KHĂN, VƯỚNG MẮC
    - |: Về thể chế: nêu điều, khoản cụ thể, ví dụ khoản 4 Điều 9. Không nêu chung chung.
    - |: Về con người:
      + |: số lượng;
      + |: trình độ, tính đến 31/12/2026. Người nghỉ chế độ trong năm 2027 ghi riêng.
    - |: Về kinh phí.
Phần thứ hai |^ NỘI DUNG KẾ HOẠCH NĂM 2027
  I. |# MỤC TIÊU
    1. |# Mục tiêu chung
      = Ngoại giao số gắn với ngoại giao kinh tế; 1. lấy người dân và 2. lấy doanh nghiệp làm trung tâm.
    2. |# Mục tiêu cụ thể
      a) |: Tỷ lệ hồ sơ lãnh sự trực tuyến đạt 90%. Riêng châu Phi đạt 60%;
      b) |: 100% điện, văn bản đi được ký số;
      c) |: không có sự cố lộ, mất dữ liệu.
  II. |# NHIỆM VỤ
    1. |# Dữ liệu
      1.1. |: Dữ liệu lãnh sự;
      1.2. |: dữ liệu điều ước quốc tế, từ năm 1945 đến năm 2026. Bản gốc giấy giữ tại kho;
      1.3. |: dữ liệu địa bàn.
    2. |# Nền tảng
      2.1. |: Cổng dịch vụ lãnh sự;
      2.2. |: mạng họp trực tuyến với 98 Cơ quan đại diện.
    3. |# An toàn
      = Thực hiện phân loại cấp độ theo Nghị định số 85/2016/NĐ-CP ngày 01/7/2016. Hệ thống cấp độ 3 trở lên phải có giám sát.
  III. |# KINH PHÍ, TỔ CHỨC THỰC HIỆN
    - |: Nguồn chi: ngân sách nhà nước, viện trợ.
    - |: Phân công: thủ trưởng đơn vị.
""")
LOOKS = re.compile(r"\s*(\d+\.|[IVX]+\. |[a-z]\)|[-+] |Điều \d+\.|Phần [IVX]+\.|I\. e)")


def decoys(lines):
    return sum(1 for line in lines[1:] if LOOKS.match(line))


def ragged(text):
    """Lines as an extraction from proportional type gives them, a few letters longer or shorter: the cut with most decoys."""
    return max((wrap(text, width, "    ") for width in range(76, 87)), key=decoys)


def make_txt():
    width = 82
    lines = two_columns(["        BỘ NGOẠI GIAO", "", "    Số: 88/BNG-CYTT", "V/v xây dựng kế hoạch", "chuyển đổi số năm 2027"],
                        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "    Độc lập - Tự do - Hạnh phúc", "", "Hà Nội, ngày 07 tháng 9 năm 2026"], 38)
    lines += ["", "              Kính gửi:", *(f"              - {a}{'.' if a == ADDRESSEES[-1] else ';'}" for a in ADDRESSEES), ""]
    count = 0
    for text in [*OPENING, *(f"{n}. {t}" for n, t in enumerate(PRIORITY, 1)), *ENDING]:
        part = ragged(text)
        count += decoys(part)
        lines += part
    lines += ["", *two_columns(["Nơi nhận:", *("- " + r for r in RECIPIENTS)], ["   KT. BỘ TRƯỞNG", "     THỨ TRƯỞNG", "", "", "   Đặng Minh Hiếu"], 50)]
    lines += ["", "", *centred("KHUNG KẾ HOẠCH", width), *centred("CHUYỂN ĐỔI SỐ NĂM 2027", width), *centred(ISSUED, width), ""]
    for what, _, label, text in walk(TREE):
        if what == "own":
            lines += ["", *centred(label, width), *centred(text, width), ""]
        else:
            part = ragged(f"{label} {text}".strip())
            count += decoys(part)
            lines += part
    assert count >= 4, count
    (OUT / f"{NAME}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def make_pdf():
    def page(right):
        pages = Pages(NAME, margins=(57, 57, 85, right))
        texts = [*(f"{n}. {t}" for n, t in enumerate(PRIORITY, 1)), *(f"{label} {text}" for _, _, label, text in walk(TREE))]
        width = pages.size[0] - pages.left - pages.right
        return pages, sum(decoys(pages.broken(t, width, "", 13, 28)) for t in texts)
    right = max(range(40, 80, 2), key=lambda r: page(r)[1])
    pages, count = page(right)
    assert count >= 2, count
    pages.columns([("BỘ NGOẠI GIAO", "b"), ("", ""), ("Số: 88/BNG-CYTT", ""), ("V/v xây dựng kế hoạch", ""), ("chuyển đổi số năm 2027", "")],
                  [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b"), ("Độc lập - Tự do - Hạnh phúc", "b"), ("", ""), ("Hà Nội, ngày 07 tháng 9 năm 2026", "i")], 0.38)
    pages.text("Kính gửi:", first=120, gap=0)
    for a in ADDRESSEES:
        pages.text(f"- {a}{'.' if a == ADDRESSEES[-1] else ';'}", first=150, gap=0)
    pages.y -= 8
    for text in [*OPENING, *(f"{n}. {t}" for n, t in enumerate(PRIORITY, 1)), *ENDING]:
        pages.text(text)
    if pages.y < 200:
        pages.turn()
    top = pages.y
    pages.text("Nơi nhận:", "bi", 12, first=0, gap=0)
    for r in RECIPIENTS:
        pages.text("- " + r, "", 11, first=0, gap=0)
    pages.y = top
    for line in ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "", "", "", "Đặng Minh Hiếu"]:
        pages.y -= 17
        pages.put(430, pages.y, line, "b", 13, "c")
    pages.turn()
    pages.text("KHUNG KẾ HOẠCH", "b", 14, "c", gap=0)
    pages.text("CHUYỂN ĐỔI SỐ NĂM 2027", "b", 14, "c")
    pages.text(ISSUED, "i", 13, "c", gap=10)
    for what, _, label, text in walk(TREE):
        if what == "own":
            pages.text(label, "b", 13, "c", gap=0)
            pages.text(text, "b", 13, "c")
        else:
            pages.text(f"{label} {text}".strip(), "b" if what == "head" else "")
    pages.save()


def make():
    make_txt()
    make_pdf()
    signatory = (["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"], "Đặng Minh Hiếu")
    truth(NAME, number="88/BNG-CYTT", date="2026-09-07", deadline="2026-10-30", signatory=signatory, recipients=RECIPIENTS, tree=TREE,
          priority=PRIORITY, bases=BASES,
          reading={"kind": "official_letter", "issuer": ["BỘ NGOẠI GIAO"], "place": "Hà Nội", "title": {"kind": "Công văn", "subject": VV},
                   "attachment": {"kind": "Khung kế hoạch", "subject": "CHUYỂN ĐỔI SỐ NĂM 2027", "issued_with": ISSUED},
                   "addressees": ADDRESSEES, "signatory": {"authority": signatory[0], "name": signatory[1]}},
          notes=["Some sentences are odd on purpose: a number, a point and a capital stand where a line may begin."])


if __name__ == "__main__":
    make()
