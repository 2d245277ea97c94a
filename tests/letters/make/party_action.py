"""A ministry's Party committee and its programme of action: “Số 27-CTr/ĐU”, no nation's lines but the Party's, I., 1., 1.1., dashes; the annex “Phụ lục” merges
units downwards. DOCX (the list as a table), TXT with tabs, CR LF."""
from docx.oxml.ns import qn

from house import OUT, Tasks, base, centred, outline, tree_lines, truth, two_columns, wrap
from word import body, closing, deep_table, letterhead_table, new_docx, para, save_docx, section, titled

NAME = "party-action"
SUBJECT = "thực hiện Nghị quyết số 59-NQ/TW của Bộ Chính trị về hội nhập quốc tế trong tình hình mới"
LEFT = [("ĐẢNG BỘ CHÍNH PHỦ", False, False), ("ĐẢNG ỦY BỘ XÂY DỰNG", True, False), ("*", False, False), ("Số 27-CTr/ĐU", False, False)]
RIGHT = [("ĐẢNG CỘNG SẢN VIỆT NAM", True, False), ("", False, False), ("Hà Nội, ngày 06 tháng 5 năm 2026", False, True)]
PREAMBLE = [
    "Thực hiện Nghị quyết số 59-NQ/TW, ngày 24/01/2025 của Bộ Chính trị về hội nhập quốc tế trong tình hình mới và Kế hoạch số 11-KH/ĐU, ngày 03-4-2026 của Đảng ủy Chính phủ, Ban Thường vụ Đảng ủy Bộ Xây dựng ban hành Chương trình hành động như sau:",
]
BASES = [
    base("Nghị quyết", "59-NQ/TW", "2025-01-24", "Bộ Chính trị", "về hội nhập quốc tế trong tình hình mới"),
    base("Kế hoạch", "11-KH/ĐU", "2026-04-03", "Đảng ủy Chính phủ", None),
]
RECIPIENTS = ["Đảng ủy Chính phủ (để báo cáo),", "Các đồng chí Ủy viên Ban Chấp hành,", "Các đảng ủy, chi bộ trực thuộc,", "Lưu Văn phòng Đảng ủy."]
SIGNATORY = (["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC"], "Lục Văn Khuyến")
TREE = outline("""
I. |# MỤC TIÊU, YÊU CẦU
  1. |# Mục tiêu
    1.1. |: Quán triệt sâu sắc quan điểm hội nhập quốc tế là động lực phát triển ngành.
    1.2. |: Tiếp nhận, làm chủ công nghệ đường sắt tốc độ cao.
  2. |# Yêu cầu
    - |: Rõ việc, rõ người, rõ thời gian.
    - |: Không tổ chức đoàn ra khi chưa có đối tác xác nhận chương trình.
II. |# NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU
  1. |# Nâng cao nhận thức
    1.1. |: Học tập Nghị quyết tại hội nghị của từng chi bộ trong tháng 6/2026.
    1.2. |: Mở chuyên mục trên trang thông tin của Đảng bộ.
  2. |# Hoàn thiện thể chế
    2.1. |: Nội luật hóa các công ước hàng hải, hàng không mà Việt Nam là thành viên.
    2.2. |: Hài hòa tiêu chuẩn xây dựng với khu vực ASEAN.
  3. |# Đào tạo cán bộ
    = Mỗi năm cử ít nhất 30 kỹ sư trẻ đi học dài hạn về đường sắt, cảng biển.
III. |# TỔ CHỨC THỰC HIỆN
  1. |: Các đảng ủy, chi bộ trực thuộc xây dựng kế hoạch, gửi Đảng ủy Bộ trước ngày 30/6/2026.
  2. |: Ban Tổ chức Đảng ủy đưa kết quả thực hiện vào tiêu chí xếp loại cuối năm.
PHỤ LỤC |^ PHÂN CÔNG NHIỆM VỤ
  % tasks
""")
TASKS = Tasks(["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm"], ["no", "name", "lead", "coordinating", "time", "product"], """
* I | Tuyên truyền, quán triệt
1 | Hội nghị học tập Nghị quyết toàn Đảng bộ | Ban Tuyên giáo và Dân vận | Văn phòng Đảng ủy | 5/2026 | Hội nghị trực tuyến 120 điểm cầu
2 | Chuyên mục “Hội nhập” trên trang thông tin | Ban Tuyên giáo và Dân vận | Báo Xây dựng | Từ 6/2026 | 02 bài/tuần
3 | Cuộc thi tìm hiểu luật quốc tế trong đoàn viên | Đoàn Thanh niên Bộ | Vụ Pháp chế; Vụ Hợp tác quốc tế | 9/2026 | 2.000 bài dự thi
* II | Thể chế, tiêu chuẩn
4 | Rà soát 12 công ước hàng hải | Đảng ủy Cục Hàng hải và Đường thủy | Vụ Pháp chế | Quý III/2026 | Báo cáo rà soát
5 | Bộ tiêu chuẩn hài hòa về bê tông, thép | Đảng ủy Viện Khoa học công nghệ xây dựng | Vụ Khoa học công nghệ, môi trường và vật liệu xây dựng | 2026 - 2028 | 64 tiêu chuẩn
6 | Đàm phán thừa nhận chứng chỉ kỹ sư ASEAN | Chi bộ Vụ Hợp tác quốc tế | Cục Kinh tế - Quản lý đầu tư xây dựng | Quý IV hằng năm | Danh sách kỹ sư được thừa nhận
* III | Nguồn nhân lực
7 | Cử kỹ sư học đường sắt tốc độ cao | Ban Tổ chức Đảng ủy | Vụ Tổ chức cán bộ | Hằng năm | 30 kỹ sư/năm
8 | Lớp ngoại ngữ chuyên ngành cho cấp ủy viên | Ban Tổ chức Đảng ủy | Học viện Chiến lược, bồi dưỡng cán bộ xây dựng | Quý II/2026 | 02 lớp
""")


def make():
    doc = new_docx(size=14)
    letterhead_table(doc, LEFT, RIGHT)
    para(doc, "")
    titled(doc, "CHƯƠNG TRÌNH HÀNH ĐỘNG", SUBJECT)
    para(doc, "-----", align="c")
    for text in PREAMBLE:
        para(doc, text, align="j", indent=1)

    def own(label, text):
        closing(doc, RECIPIENTS, SIGNATORY)
        section(doc, True)
        titled(doc, label, text, issued="(Kèm theo Chương trình hành động số 27-CTr/ĐU, ngày 06/5/2026 của Đảng ủy Bộ)")
    heads = ["TT", "Nhiệm vụ", ("Phân công", ["Chủ trì", "Phối hợp"]), "Thời gian", "Sản phẩm"]
    body(doc, TREE, lambda _: deep_table(doc, TASKS, heads, [1.2, 7.5, 4.6, 5, 2.8, 4.2], 12, down=(2,)), own)
    for p in doc.element.body.iter(qn("w:p")):  # the Party's typists set a tab after a label
        for t in p.iter(qn("w:t")):
            t.text = t.text.replace("- ", "-  ") if t.text and t.text.startswith("- ") else t.text
    save_docx(doc, NAME)

    lines = two_columns([l for l, *_ in LEFT], [l for l, *_ in RIGHT], 44)
    lines += ["", *centred("CHƯƠNG TRÌNH HÀNH ĐỘNG"), *centred(SUBJECT), *centred("-----"), ""]
    for text in PREAMBLE:
        lines += wrap(text, 80, "    ")

    def table(_):
        rows = ["\t".join(TASKS.columns)]
        rows += ["\t".join(c.replace("¶", " ") for c in cells) for _, cells in TASKS.rows]
        return ["(Kèm theo Chương trình hành động số 27-CTr/ĐU, ngày 06/5/2026 của Đảng ủy Bộ)", "", *rows]
    whole = tree_lines(TREE, table=table)
    cut = next(n for n, l in enumerate(whole) if l.strip() == "PHỤ LỤC")
    lines += whole[:cut] + [""] + two_columns(["Nơi nhận:", *["- " + r for r in RECIPIENTS]], [*SIGNATORY[0], "", "", SIGNATORY[1]], 46) + [""] + whole[cut:]
    (OUT / f"{NAME}.txt").write_bytes(("\r\n".join(lines) + "\r\n").encode())
    truth(NAME, number="27-CTr/ĐU", date="2026-05-06", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=TASKS,
          reading={"issuer": ["ĐẢNG BỘ CHÍNH PHỦ", "ĐẢNG ỦY BỘ XÂY DỰNG"], "place": "Hà Nội", "title": {"kind": "Chương trình hành động", "subject": SUBJECT},
                   "attachment": None, "addressees": [], "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["Units merged downwards hold for every row they cover. The rule of dashes under the title is no bullet.",
                 "The subject cites 59-NQ/TW as does the preamble: one căn cứ. Plans are asked for by 30/6/2026 in III.1: the deadline may be given."])


if __name__ == "__main__":
    make()
