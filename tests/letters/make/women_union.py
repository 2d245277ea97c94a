"""A mass organisation's plan: “Số: 112/KH-ĐCT”, tasks in two depths in one list (1 with its own lead, then 1.1, 1.2 with theirs), “Thời gian, địa điểm”, a total
row, a name with an apostrophe; headings underlined, dashes long (–). DOCX, PDF."""
from docx.oxml.ns import qn

from house import Tasks, base, outline, truth
from word import body, closing, fill, letterhead, new_docx, para, save_docx, section, tasks_table, titled, to_pdf, widen

NAME = "women-union"
SUBJECT = "Phụ nữ khởi nghiệp trên môi trường số và phòng ngừa lừa đảo trực tuyến năm 2027"
PREAMBLE = [
    "Thực hiện Nghị quyết Đại hội đại biểu Phụ nữ toàn quốc lần thứ XIV, nhiệm kỳ 2026 – 2031; Quyết định số 2415/QĐ-TTg ngày 31/10/2025 của Thủ tướng Chính phủ phê duyệt Đề án hỗ trợ phụ nữ khởi nghiệp; Chương trình phối hợp số 08/CTPH-HPN-BCA ngày 15/5/2026 giữa Trung ương Hội và Bộ Công an, Đoàn Chủ tịch Trung ương Hội xây dựng kế hoạch như sau:",
]
BASES = [
    base("Quyết định", "2415/QĐ-TTg", "2025-10-31", "Thủ tướng Chính phủ", "phê duyệt Đề án hỗ trợ phụ nữ khởi nghiệp"),
    base("Chương trình phối hợp", "08/CTPH-HPN-BCA", "2026-05-15", None, None),
]
RECIPIENTS = ["Ủy ban TW MTTQ Việt Nam (để b/c);", "Đoàn Chủ tịch;", "Hội LHPN các tỉnh, thành phố;", "Các ban, đơn vị TW Hội;", "Lưu: VT, GĐXH."]
SIGNATORY = (["TM. ĐOÀN CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"], "H’Lim Êban")
TREE = outline("""
I. |# MỤC ĐÍCH, YÊU CẦU
  – |: Giúp hội viên bán hàng trên mạng đúng pháp luật.
  – |: Mỗi chi hội có người biết nhận diện, báo tin lừa đảo.
II. |# CHỈ TIÊU
  1. |: 20.000 phụ nữ được tập huấn kinh doanh số.
  2. |: 3.000 sản phẩm có gian hàng điện tử.
  3. |: 100% xã có tổ phụ nữ an toàn số.
III. |# NỘI DUNG HOẠT ĐỘNG
  1. |# Hỗ trợ khởi nghiệp
    a) |: Cuộc thi ý tưởng, vòng tỉnh và vòng toàn quốc.
    b) |: Kết nối vốn vay, người hướng dẫn.
  2. |# An toàn trực tuyến
    a) |: Cẩm nang bằng tranh, phát qua nhóm Zalo chi hội.
    b) |: Đường dây tư vấn cho người bị lừa.
IV. |# TỔ CHỨC THỰC HIỆN
  1. |: Ban Gia đình – Xã hội là thường trực.
  2. |: Hội LHPN tỉnh gửi báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 01/12.
Phụ lục |^ LỊCH HOẠT ĐỘNG
  % tasks
""")
TASKS = Tasks(["TT", "Hoạt động", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian, địa điểm", "Kết quả dự kiến", "Nguồn kinh phí"],
              ["no", "name", "lead", "coordinating", "time", "product", "funding"], """
1 | Cuộc thi Phụ nữ khởi nghiệp số | Ban Hỗ trợ phụ nữ phát triển kinh tế | Các ban TW Hội | Tháng 4 – 10/2027 | 01 cuộc thi | Xã hội hóa
1.1 | Vòng tỉnh | Hội LHPN tỉnh, thành phố | Sở Công Thương | Tháng 4 – 6, tại các tỉnh | 340 ý tưởng | Ngân sách tỉnh
1.2 | Vòng toàn quốc | Ban Hỗ trợ phụ nữ phát triển kinh tế | Báo Phụ nữ Việt Nam | 10/2027, Hà Nội | 12 giải | Xã hội hóa
2 | Tập huấn kinh doanh trên sàn thương mại điện tử | Học viện Phụ nữ Việt Nam | Các sàn thương mại điện tử | Cả năm | 400 lớp | Đề án
2.1 | Biên soạn tài liệu | Học viện Phụ nữ Việt Nam | Cục Thương mại điện tử | Quý I, Hà Nội | 01 bộ tài liệu | Đề án
2.2 | Mở lớp cho giảng viên nguồn | Học viện Phụ nữ Việt Nam | Hội LHPN các tỉnh | Quý II; Hà Nội, TP. Hồ Chí Minh | 04 lớp | Đề án
3 | Tổ phụ nữ an toàn số | Ban Gia đình – Xã hội | Cục A05; Liên minh Niềm tin số | Từ tháng 3, 3.321 xã | 3.321 tổ | Chi thường xuyên
4 | Đường dây tư vấn người bị lừa đảo | Trung tâm Phụ nữ và Phát triển | Cục A05¶Đoàn Luật sư Hà Nội | Từ 08/3/2027 | 12.000 cuộc gọi | Tài trợ
""")


def make():
    doc = new_docx(size=14)
    letterhead(doc, ["HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM", "ĐOÀN CHỦ TỊCH"], "Số: 112/KH-ĐCT", "Hà Nội, ngày 03 tháng 12 năm 2026")
    titled(doc, "KẾ HOẠCH", SUBJECT)
    for text in PREAMBLE:
        para(doc, text, align="j", indent=1)

    def own(label, text):
        closing(doc, RECIPIENTS, SIGNATORY)
        section(doc, True)
        titled(doc, label, text, issued="(Kèm theo Kế hoạch số 112/KH-ĐCT ngày 03/12/2026 của Đoàn Chủ tịch Trung ương Hội)")

    def table(_):
        t = tasks_table(doc, TASKS, size=11)
        last = t.add_row().cells
        fill(last[0].merge(last[4]), "Cộng: 04 hoạt động lớn, 04 hoạt động thành phần", bold=True, size=11)
        widen(t, [1.2, 6, 4.4, 4.2, 3.6, 2.8, 2.4])
    body(doc, TREE, table, own)
    for p in doc.element.body.findall(qn("w:p")):  # the headings are underlined
        for run in p.findall(qn("w:r")):
            rpr = run.find(qn("w:rPr"))
            if rpr is not None and rpr.find(qn("w:b")) is not None and p.find(f"{qn('w:pPr')}/{qn('w:jc')}").get(qn("w:val")) == "both":
                rpr.append(rpr.makeelement(qn("w:u"), {qn("w:val"): "single"}))
    save_docx(doc, NAME)
    to_pdf(NAME)
    truth(NAME, number="112/KH-ĐCT", date="2026-12-03", signatory=SIGNATORY, recipients=RECIPIENTS, tree=TREE, bases=BASES, tasks=TASKS,
          reading={"kind": "plan", "issuer": ["HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM", "ĐOÀN CHỦ TỊCH"], "place": "Hà Nội", "title": {"kind": "Kế hoạch", "subject": SUBJECT},
                   "attachment": None, "addressees": [], "signatory": {"authority": SIGNATORY[0], "name": SIGNATORY[1]}},
          notes=["Rows 1 and 2 have units, time and result of their own, so they are tasks as 1.1, 1.2 are; no groups.",
                 "“Nghị quyết Đại hội … lần thứ XIV” has neither number nor date. “Cộng: …” is no task. “Thời gian, địa điểm” is the time.",
                 "Dashes are long; the signatory's name has an apostrophe."])


if __name__ == "__main__":
    make()
