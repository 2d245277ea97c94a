"""A plan as a converter to Markdown leaves it: tables in pipes, `<br>`, escaped points, `**`, `&amp;`, page marks, accents taken apart. TXT."""
import unicodedata

from house import NATION, OUT, Tasks, base, outline, truth, walk

NAME = "markdown-decomposed"
SUBJECT = "Chuyển đổi số trong công tác dân tộc và tôn giáo năm 2026"
PREAMBLE = [
    "Căn cứ Nghị định số 41/2025/NĐ-CP ngày 25/02/2025 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Dân tộc và Tôn giáo;",
    "Căn cứ Quyết định số 1719/QĐ-TTg ngày 14 tháng 10 năm 2021 của Thủ tướng Chính phủ phê duyệt Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số & miền núi giai đoạn 2021-2030;",
    "Căn cứ Công văn 2871/BKHCN-CĐSQG ngày 8/10/2025 của Bộ Khoa học và Công nghệ;",
    "Bộ Dân tộc và Tôn giáo ban hành Kế hoạch chuyển đổi số trong công tác dân tộc và tôn giáo năm 2026 như sau:",
]
BASES = [
    base("Nghị định", "41/2025/NĐ-CP", "2025-02-25", "Chính phủ", "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Dân tộc và Tôn giáo"),
    base("Quyết định", "1719/QĐ-TTg", "2021-10-14", "Thủ tướng Chính phủ", "phê duyệt Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số & miền núi giai đoạn 2021-2030"),
    base("Công văn", "2871/BKHCN-CĐSQG", "2025-10-08", "Bộ Khoa học và Công nghệ", None),
]
RECIPIENTS = ["Thủ tướng Chính phủ (để báo cáo);", "Bộ KH&CN;", "Bộ trưởng, các Thứ trưởng;", "Sở Dân tộc và Tôn giáo các tỉnh, TP;", "Lưu: VT, TTCĐS (3b)."]
SIGNATORY = (["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"], "Lò Thị Mai Phương")
TREE = outline("""
I. |# MỤC ĐÍCH, YÊU CẦU
  1. |# Mục đích
    = Đưa dữ liệu về người có uy tín, chức sắc, cơ sở thờ tự, chính sách dân tộc về một nơi, cập nhật từ xã.
  2. |# Yêu cầu
    a) |: Tôn trọng phong tục, ngôn ngữ; giao diện có tiếng Mông, Khmer, Chăm, Gia Rai;
    b) |: dữ liệu tôn giáo là dữ liệu cá nhân nhạy cảm, chỉ người được phân quyền mới xem được;
    c) |: không yêu cầu già làng, trưởng bản nhập liệu thay công chức.
II. |# MỤC TIÊU
  - |: 100% xã vùng đồng bào dân tộc thiểu số báo cáo bằng hệ thống trực tuyến.
  - |: 80% thủ tục hành chính về tín ngưỡng, tôn giáo thực hiện toàn trình.
  - |: Tối thiểu 30.000 người có uy tín được cấp thông tin qua ứng dụng di động.
III. |# NHIỆM VỤ, GIẢI PHÁP
  1. |# Cơ sở dữ liệu
    1.1. |# Cơ sở dữ liệu về công tác dân tộc
      = Kết nối với điều tra 53 dân tộc thiểu số; mã dân tộc theo danh mục thống kê.
    1.2. |# Cơ sở dữ liệu về tín ngưỡng, tôn giáo
      = Gồm tổ chức, chức sắc, cơ sở thờ tự, lễ hội.
  2. |# Dịch vụ công
    = Cắt giảm 40% thành phần hồ sơ. Mẫu đơn điện tử dùng lại dữ liệu đã có.
  3. |# Truyền thông
    - |: Bản tin song ngữ hằng tuần.
    - |: Phát lại trên loa truyền thanh thông minh của xã.
  4. |# An toàn thông tin
    = Hệ thống về tôn giáo đạt cấp độ 3 trở lên.
IV. |# KINH PHÍ
  = 46.200 triệu đồng, trong đó Dự án 10 thuộc Chương trình mục tiêu quốc gia là 31.000 triệu đồng.
V. |# TỔ CHỨC THỰC HIỆN
  1. |: Trung tâm Chuyển đổi số làm đầu mối, báo cáo trước ngày 22 của tháng cuối quý.
  2. |: Ban Tôn giáo Chính phủ, các Vụ địa phương chịu trách nhiệm về dữ liệu.
  3. |: Sở Dân tộc và Tôn giáo bố trí người nhập liệu.
PHỤ LỤC |^ PHÂN CÔNG NHIỆM VỤ NĂM 2026
  % tasks
""")
TT, TG = "Trung tâm Chuyển đổi số", "Ban Tôn giáo Chính phủ"
TASKS = Tasks(
    ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm"],
    ["no", "name", "lead", "coordinating", "time", "product"],
    f"""
* I | Cơ sở dữ liệu
1 | Cơ sở dữ liệu người có uy tín | Vụ Chính sách dân tộc | {TT} | Quý II/2026 | Dữ liệu 30.000 người
2 | Cơ sở dữ liệu cơ sở thờ tự | {TG} | Công an các tỉnh | Quý III/2026 | Bản đồ 29.000 cơ sở
3 | Chuẩn hóa mã dân tộc, mã tôn giáo | {TT} | Cục Thống kê | Trước 15/3/2026 | Danh mục mã
4 | Số hóa kết quả điều tra 53 dân tộc thiểu số năm 2024 | {TT} | Cục Thống kê | 2026-2027 | Kho dữ liệu mở
5 | Dữ liệu học sinh cử tuyển, dự bị đại học | Vụ Tổng hợp | Bộ Giáo dục & Đào tạo | Quý IV/2026 | Cơ sở dữ liệu
* II | Dịch vụ công
6 | Tái cấu trúc 35 thủ tục về tín ngưỡng, tôn giáo | {TG} | Vụ Pháp chế | Quý II/2026 | Quyết định công bố
7 | Biểu mẫu điện tử song ngữ | {TT} | Các Vụ địa phương | Quý III/2026 | 12 biểu mẫu;¶hướng dẫn bằng hình
8 | Trả lời tự động bằng tiếng Mông, Khmer | {TT} | Đài Tiếng nói Việt Nam | Quý IV/2026 | Trợ lý ảo thử nghiệm
* III | Truyền thông, nhân lực
9 | Bản tin song ngữ | Báo Dân tộc và Phát triển | VOV4¶VTV5 | Hằng tuần | 52 số
10 | Tập huấn công chức xã | Học viện Dân tộc | Sở Dân tộc và Tôn giáo các tỉnh | Tháng 5 - 8/2026 | 2.400 học viên
11 | Tập huấn chức sắc, chức việc về an toàn trên mạng | {TG} | Cục A05 | Tháng 9/2026 | 10 lớp
* IV | An toàn thông tin
12 | Phê duyệt cấp độ 3 cho hệ thống tôn giáo | {TT} | {TG} | Quý I/2026 | Quyết định phê duyệt
13 | Kiểm tra việc phân quyền | Thanh tra nội bộ | {TT} | Thường xuyên | Biên bản
14 | Giám sát, sao lưu | {TT} | | Thường xuyên | Báo cáo tháng
""")


def row(cells):
    return "| " + " | ".join(c.replace("¶", "<br>").replace(" & ", " &amp; ") for c in cells) + " |"


def escaped(label):
    """“1.” at the head of a line would make a list: the converter writes “1\\.”."""
    return label[:-1] + "\\" + label[-1] if label[:-1].replace(".", "").isdigit() else label


def make():
    lines = [row(["**BỘ DÂN TỘC VÀ TÔN GIÁO**<br><br>Số: 155/KH-BDTTG", f"**{NATION[0]}**<br>**{NATION[1]}**<br><br>*Hà Nội, ngày 20 tháng 01 năm 2026*"]),
             "|:---:|:---:|", "", "# KẾ HOẠCH", "", f"**{SUBJECT}**", ""]
    for text in PREAMBLE:
        lines += [f"*{text}*" if text.startswith("Căn cứ") else text, ""]
    lines = [line.replace(" & ", " &amp; ") for line in lines]
    for n, (what, depth, label, text) in enumerate(walk(TREE)):
        if what == "own":
            lines += ["Bộ Dân tộc và Tôn giáo yêu cầu các đơn vị nghiêm túc thực hiện./.", "",
                      row(["***Nơi nhận:***<br>" + "<br>".join("- " + r for r in RECIPIENTS), "**KT. BỘ TRƯỞNG**<br>**THỨ TRƯỞNG**<br><br><br>**Lò Thị Mai Phương**"]).replace("KH&CN", "KH&amp;CN"),
                      "|---|:---:|", "", "---", "", f"## {label}", "", f"## {text}", ""]
        elif what == "table":
            lines += [row([f"**{c}**" for c in TASKS.columns]), "|" + "---|" * 6]
            for kind, cells in TASKS.rows:
                lines.append(row(cells) if kind == "task" else row([f"**{cells[0]}**", f"**{cells[1]}**", "", "", "", ""]))
        elif what == "head" and depth == 0:
            lines += [f"## {label} {text}", ""]
        elif what == "head":
            lines += [f"**{escaped(label)} {text}**" if n % 2 else f"{'#' * (depth + 2)} {escaped(label)} {text}", ""]
        elif label == "-":
            lines += [f"\\- {text}" if n % 3 else f"- {text}", ""]
        else:
            lines += [f"{escaped(label)} {text}".strip(), ""]
        if n == 14:
            lines += ["<!-- PageBreak -->", "", "<!-- PageNumber=\"2\" -->", ""]
    text = unicodedata.normalize("NFD", "\n".join(lines) + "\n")
    (OUT / f"{NAME}.txt").write_text(text, encoding="utf-8", newline="")
    truth(NAME, number="155/KH-BDTTG", date="2026-01-20", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=TASKS,
          reading={"kind": "plan", "issuer": ["BỘ DÂN TỘC VÀ TÔN GIÁO"], "place": "Hà Nội", "title": {"kind": "Kế hoạch", "subject": SUBJECT},
                   "attachment": None, "addressees": [], "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["Letterhead and signature are tables in pipes, lines parted by <br>. Marks of the converter (#, **, \\., <br>, &amp;, <!-- -->, |---|) are no part of the text.",
                 "All accents are decomposed in the file; a reading is NFC."])


if __name__ == "__main__":
    make()
