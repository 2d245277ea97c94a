"""A southern ward's plan with labels “I/”, “1/”, “a/” and stars, căn cứ with hyphened dates; its list names “Bộ phận tham mưu” and “Bộ phận
phối hợp”, and parts units by “+”; DOCX in Arial, TXT in UTF-16 LE; PDF printed from HTML."""
import web
from house import NATION, OUT, Tasks, base, centred, outline, tree_lines, truth, two_columns, wrap
from word import body, closing, letterhead, new_docx, para, save_docx, section, tasks_table, titled

NAME = "southern-ward"
SUBJECT = "Nâng cao chất lượng phục vụ hành chính công và chuyển đổi số phường Ninh Kiều năm 2027"
PREAMBLE = [
    "- Căn cứ Kế hoạch số 301/KH-UBND ngày 22-12-2026 của UBND thành phố Cần Thơ về chuyển đổi số năm 2027;",
    "- Căn cứ Nghị quyết số 15/NQ-HĐND ngày 30-12-2026 của HĐND phường về nhiệm vụ kinh tế - xã hội năm 2027,",
    "UBND phường Ninh Kiều xây dựng kế hoạch cụ thể như sau:",
]
BASES = [
    base("Kế hoạch", "301/KH-UBND", "2026-12-22", "UBND thành phố Cần Thơ", "về chuyển đổi số năm 2027"),
    base("Nghị quyết", "15/NQ-HĐND", "2026-12-30", "HĐND phường", "về nhiệm vụ kinh tế - xã hội năm 2027"),
]
RECIPIENTS = ["UBND TP. Cần Thơ;", "TT. ĐU, HĐND phường;", "Thành viên UBND phường;", "Các khu vực;", "Lưu: VT."]
SIGNATORY = (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Thạch Sa Rinh")
TREE = outline("""
I/ |# MỤC ĐÍCH - YÊU CẦU
  1/ |# Mục đích
    a/ |: Giảm thời gian chờ của người dân còn dưới 15 phút.
    b/ |: Người cao tuổi, người khuyết tật được phục vụ tại nhà.
  2/ |# Yêu cầu
    a/ |: Công khai, minh bạch, không phát sinh giấy tờ.
    b/ |: Có người chịu trách nhiệm từng việc.
II/ |# CHỈ TIÊU
  1/ |: 100% hồ sơ đúng hạn.
  2/ |: 90% hồ sơ trực tuyến.
  3/ |: 85% người dân hài lòng trở lên.
III/ |# NHIỆM VỤ
  1/ |# Tại Trung tâm Phục vụ hành chính công
    * |: Bố trí bàn hướng dẫn, máy quét, máy in miễn phí.
    * |: Nhắn tin báo tiến độ cho người nộp hồ sơ.
  2/ |# Tại khu vực
    * |: Mỗi khu vực có tổ công nghệ số cộng đồng từ 05 người.
    * |: Chiều thứ Bảy hướng dẫn cài VNeID tại nhà sinh hoạt cộng đồng.
IV/ |# TỔ CHỨC THỰC HIỆN
  1/ |: Văn phòng HĐND và UBND phường theo dõi, nhắc việc hằng tuần.
  2/ |: Các bộ phận báo cáo ngày 20 hằng tháng.
PHỤ LỤC |^ PHÂN CÔNG CÔNG VIỆC
  % tasks
""")
TASKS = Tasks(["Stt", "Công việc", "Bộ phận tham mưu", "Bộ phận phối hợp", "Thời gian thực hiện", "Kết quả"], ["no", "name", "lead", "coordinating", "time", "result"], """
1 | Sơ đồ hóa 40 thủ tục thường gặp | Trung tâm PVHCC | Phòng Kinh tế + Phòng VH-XH | Tháng 1-2/2027 | 40 sơ đồ dán tại quầy
2 | Lắp máy lấy số, bảng gọi số | Văn phòng | Trung tâm PVHCC | Quý 1 | 01 hệ thống
3 | Tổ trả kết quả tại nhà | Trung tâm PVHCC | Đoàn Thanh niên + Hội Phụ nữ | Từ 01/3/2027 | 300 lượt/năm
4 | Số hóa hộ tịch còn lại | Phòng VH-XH | Công an phường | Trước 30/6/2027 | 6.500 trang
5 | Diễn tập lộ lọt dữ liệu | Công an phường | Văn phòng | Quý 3 | Biên bản
6 | Khảo sát hài lòng | UBMTTQ phường | Các khu vực | Tháng 6 & tháng 12 | 02 báo cáo
""")
ISSUED = "(Đính kèm Kế hoạch số 09/KH-UBND ngày 08-01-2027 của UBND phường Ninh Kiều)"


def make():
    doc = new_docx("Arial", 12)
    letterhead(doc, ["ỦY BAN NHÂN DÂN", "PHƯỜNG NINH KIỀU"], "Số: 09/KH-UBND", "Ninh Kiều, ngày 08 tháng 01 năm 2027", strong=2, size=11)
    titled(doc, "KẾ HOẠCH", SUBJECT)
    for text in PREAMBLE:
        para(doc, text, align="j", indent=1)

    def own(label, text):
        closing(doc, RECIPIENTS, SIGNATORY)
        section(doc, True)
        titled(doc, label, text, issued=ISSUED)
    body(doc, TREE, lambda _: tasks_table(doc, TASKS, [1.2, 7.4, 4.6, 5, 3.4, 3.6], 11), own)
    save_docx(doc, NAME)

    lines = two_columns(["ỦY BAN NHÂN DÂN", "PHƯỜNG NINH KIỀU", "", "Số: 09/KH-UBND"], [*NATION, "", "Ninh Kiều, ngày 08 tháng 01 năm 2027"], 40)
    lines += ["", *centred("KẾ HOẠCH"), *centred(SUBJECT), ""]
    for text in PREAMBLE:
        lines += wrap(text, 80, "   ")
    tree = tree_lines(TREE, 80, 3, lambda _: [*centred(ISSUED), "", "\t".join(TASKS.columns), *["\t".join(cells) for _, cells in TASKS.rows]])
    at = next(n for n, l in enumerate(tree) if l.strip() == "PHỤ LỤC")
    lines += tree[:at] + two_columns(["Nơi nhận:", *["- " + r for r in RECIPIENTS]], [*SIGNATORY[0], "", "", SIGNATORY[1]], 44) + [""] + tree[at:]
    (OUT / f"{NAME}.txt").write_bytes(b"\xff\xfe" + ("\r\n".join(lines) + "\r\n").encode("utf-16-le"))

    inside = web.tree(TREE, lambda _: web.table(TASKS, [6, 27, 17, 20, 15, 15]))
    head, tail = inside.split('<p class="c b">PHỤ LỤC</p>')
    tail = tail.replace("</p>", "</p>" + web.p(ISSUED, "c i"), 1)
    web.save(NAME, [web.letterhead(["ỦY BAN NHÂN DÂN", "PHƯỜNG NINH KIỀU"], "Số: 09/KH-UBND", "Ninh Kiều, ngày 08 tháng 01 năm 2027"), web.titled("KẾ HOẠCH", SUBJECT),
                    *[web.p(t) for t in PREAMBLE], head, web.closing(RECIPIENTS, SIGNATORY), '<div class="new"></div><p class="c b">PHỤ LỤC</p>', tail],
             "body { font-family: 'Liberation Sans' }")
    truth(NAME, number="09/KH-UBND", date="2027-01-08", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=TASKS,
          reading={"kind": "plan", "place": "Ninh Kiều", "title": {"kind": "Kế hoạch", "subject": SUBJECT}, "attachment": None, "addressees": [],
                   "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["Labels “I/”, “1/”, “a/” are given without the stroke; stars are bullets. The căn cứ are dashes before the outline and no node of it.",
                 "“Bộ phận tham mưu” prepares and is the lead. “(Đính kèm Kế hoạch …)” is the annex's reference."])


if __name__ == "__main__":
    make()
