"""A plan full of what Word leaves in a file: text boxes, split runs, tracked changes, footnotes, merged cells, decomposed accents. DOCX."""
import random
import re
import unicodedata
from xml.sax.saxutils import escape

from docx.oxml import parse_xml

from house import Tasks, base, outline, truth, walk
from word import add_footnotes, new_docx, save_docx

NAME = "word-troubles"
SUBJECT = "Ứng dụng dữ liệu lớn trong quản lý thuế, hải quan và kho bạc năm 2026"
NS = " ".join(f'xmlns:{p}="{u}"' for p, u in {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main", "v": "urn:schemas-microsoft-com:vml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}.items())
WHO = 'w:id="{n}" w:author="Chuyên viên" w:date="2026-01-05T08:00:00Z"'
FOOTNOTES = {1: "Theo số liệu của Cục Thuế đến ngày 30/11/2025; chưa gồm thuế khoán.", 2: "Gồm 1. Tân Thanh; 2. Móng Cái; 3. Lao Bảo.",
             3: "Xem thêm Quyết định số 999/QĐ-BTC ngày 01/01/2020."}
dice = random.Random(30)
count = iter(range(100, 10_000))

# {+inserted+} {-deleted-} {>moved here>} {<moved away<} {fn1} {sh} soft hyphen {nb} no-break space {nh} no-break hyphen
# {br} line break {hid:hidden} {pm} a paragraph mark that was deleted {nfd} this paragraph in decomposed letters
CODES = re.compile(r"\{(\+.*?\+|-.*?-|>.*?>|<.*?<|fn\d|sh|nb|nh|br|hid:.*?|pm|nfd|tab)\}")


def clean(text):
    def said(code):
        c = code.group(1)
        if c[0] in "+>":
            return c[1:-1]
        return {"nb": " ", "nh": "-", "br": " ", "pm": "", "tab": " "}.get(c, "")
    return re.sub(r" +", " ", CODES.sub(said, text))


def runs(text, props=""):
    def run(t):
        return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{escape(t)}</w:t></w:r>'

    def split(t):
        out = ""
        while t:
            n = dice.choice([3, 7, 12, 30, 60])
            out += run(t[:n]) + dice.choice(["", "", '<w:proofErr w:type="spellStart"/>', f'<w:bookmarkStart w:id="{next(count)}" w:name="_m{next(count)}"/>'])
            t = t[n:]
        return out
    decomposed = "{nfd}" in text
    out, at = "", 0
    shape = (lambda t: unicodedata.normalize("NFD", t)) if decomposed else (lambda t: t)
    for code in CODES.finditer(text):
        out += split(shape(text[at:code.start()]))
        at, c = code.end(), code.group(1)
        who = WHO.format(n=next(count))
        if c[0] == "+":
            out += f"<w:ins {who}>{run(shape(c[1:-1]))}</w:ins>"
        elif c[0] == "-":
            out += f'<w:del {who}><w:r><w:delText xml:space="preserve">{escape(c[1:-1])}</w:delText></w:r></w:del>'
        elif c[0] == ">":
            out += f"<w:moveTo {who}>{run(c[1:-1])}</w:moveTo>"
        elif c[0] == "<":
            out += f"<w:moveFrom {who}>{run(c[1:-1])}</w:moveFrom>"
        elif c.startswith("fn"):
            out += f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{c[2:]}"/></w:r>'
        elif c.startswith("hid:"):
            out += f'<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve">{escape(c[4:])}</w:t></w:r>'
        else:
            out += {"sh": "<w:r><w:softHyphen/></w:r>", "nb": run("\u00a0"), "nh": "<w:r><w:noBreakHyphen/></w:r>", "br": "<w:r><w:br/></w:r>",
                    "tab": "<w:r><w:tab/></w:r>"}.get(c, "")
    return out + split(shape(text[at:]))


def p(text, bold=False, italic=False, align="both", indent=720):
    props = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    parts = text.split("{pm}")
    out = ""
    for n, part in enumerate(parts):
        mark = f"<w:rPr><w:del {WHO.format(n=next(count))}/></w:rPr>" if n < len(parts) - 1 else ""
        out += (f'<w:p><w:pPr><w:ind w:firstLine="{indent}"/><w:jc w:val="{align}"/>{mark}</w:pPr>'
                f'{runs(part + ("{nfd}" if "{nfd}" in text else ""), props)}</w:p>')
    return out


def box(lines, x, width):
    """A text box in both of Word's ways; a reader that takes both reads it twice."""
    inner = "".join(p(line, bold=True, align="center", indent=0) for line in lines)
    return (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
            f'relativeHeight="{next(count)}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            f'<wp:positionH relativeFrom="column"><wp:posOffset>{x}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="{width}" cy="1000000"/><wp:wrapTopAndBottom/><wp:docPr id="{next(count)}" name="Hộp"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="1000000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
            f'<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
            f'<mc:Fallback><w:pict><v:shape type="#_x0000_t202" style="width:200pt;height:80pt"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>'
            f'</mc:AlternateContent></w:r>')


OPENING = [
    "{nfd}Căn cứ Luật Quản lý thuế số 38/2019/QH14 ngày 13 tháng 6 năm 2019;",
    "Căn cứ Nghị{nb}định số{nb}29/2025/NĐ{nh}CP ngày 24{nb}tháng{nb}02{nb}năm{nb}2025 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Tài chính;",
    "Căn cứ Quyết định số {-411-}{+368+}/QĐ-TTg ngày {-31/3/2022-}{+17/3/2022+} của Thủ tướng Chính phủ phê duyệt Chiến lược tài chính đến năm 2030;",
    "Bộ Tài chính ban hành Kế hoạch ứng dụng dữ liệu lớn trong quản lý thuế, hải quan và kho bạc năm 2026, gồm các nội{sh} dung sau:",
]
BASES = [
    base("Luật", "38/2019/QH14", "2019-06-13", None, "Luật Quản lý thuế"),
    base("Nghị định", "29/2025/NĐ-CP", "2025-02-24", "Chính phủ", "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Tài chính"),
    base("Quyết định", "368/QĐ-TTg", "2022-03-17", "Thủ tướng Chính phủ", "phê duyệt Chiến lược tài chính đến năm 2030"),
]
RECIPIENTS = ["Thủ tướng Chính phủ (để b/c);", "Cục Thuế, Cục Hải quan, Kho bạc Nhà nước;", "Lưu: VT, CNTT (45b)."]
TREE = """
I. |# MỤC {-TIÊU-}{+ĐÍCH+}, YÊU CẦU
  1. |# Mục đích
    = {nfd}Phát hiện sớm rủi ro hóa đơn, nhất là hóa đơn không có hàng hóa kèm theo{fn1}, trước khi hoàn thuế.
    = Giảm thời gian thông quan tại các cửa khẩu trọng điểm{fn2} xuống dưới 30 phút{- cho luồng vàng-}.
  2. |# Yêu cầu
    a) |: Dữ liệu dùng để phân tích phải có nguồn gốc, được{sh} người chịu trách nhiệm xác nhận;
    b) |: không sao chép dữ liệu ra ngoài trung tâm dữ liệu của Bộ;{hid: (ghi chú nội bộ: hỏi lại Vụ Pháp chế)}
    c) |: {+mô hình phân tích được đánh giá lại mỗi 06 tháng;+}
    d) |: kết quả phân tích chỉ là căn cứ tham khảo, {pm}không thay thế quyết định của công chức.
II. |# NỘI DUNG
  1. |# Lĩnh vực thuế
    - |: {nfd}Chấm điểm rủi ro cho 100% tờ khai hoàn thuế giá trị gia tăng.
    - |: Đối chiếu {>dữ liệu ngân hàng, sàn thương mại điện tử>} với tờ khai{< dữ liệu ngân hàng, sàn thương mại điện tử<}.
  2. |# Lĩnh vực hải quan
    - |: Ghép ảnh soi chiếu với tờ khai bằng trí tuệ nhân tạo.
    - |: Trao đổi dữ liệu với hải quan Lào, Trung Quốc theo Quyết định 1254/QĐ{nh}TTg ngày 26/9/2018.
  3. |# Lĩnh vực kho bạc
    = Dự báo luồng tiền theo ngày; sai số cho phép{nb}±5%.
III. |# TỔ CHỨC THỰC HIỆN
  1. |: Cục Công nghệ thông tin và chuyển đổi số chủ trì, báo cáo Bộ trưởng trước ngày{nb}20 tháng cuối quý{fn3}.
  2. |: Các đơn vị cử{br}đầu mối trong 10 ngày.
PHỤ LỤC |^ PHÂN CÔNG NHIỆM VỤ
  % tasks
"""
CLEAN = outline("\n".join((lambda t: " " * (len(line) - len(line.lstrip())) + t.strip())(clean(line)) for line in TREE.splitlines()))
CUC = "Cục Công nghệ thông tin và chuyển đổi số"
TASKS = Tasks(
    ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian (bắt đầu - kết thúc)", "Sản phẩm"],
    ["no", "name", "lead", "coordinating", "time", "product"],
    f"""
* I | Lĩnh vực thuế
1 | Kho dữ liệu hóa đơn điện tử toàn quốc | Cục Thuế | {CUC} | Quý I - Quý II | Kho dữ liệu
2 | Mô hình chấm điểm rủi ro hoàn thuế | Cục Thuế | {CUC} | Quý II - Quý III | Mô hình được phê duyệt
3 | Bản đồ giao dịch của nhóm doanh nghiệp có quan hệ liên kết | Cục Thuế | Thanh tra Chính phủ | Quý IV | Công cụ tra cứu
4 | Kết nối sàn thương mại điện tử | Cục Thuế | Bộ Công Thương | Cả năm | 12 sàn kết nối
* II | Lĩnh vực hải quan
5 | Phân tích ảnh soi chiếu công-ten-nơ | Cục Hải quan | Học viện Kỹ thuật quân sự | Quý II - Quý IV | Phần mềm tại 05 cửa khẩu
6 | Hồ sơ rủi ro doanh nghiệp xuất nhập khẩu | Cục Hải quan | Cục Thuế | Quý III | Bộ chỉ số
7 | Trao đổi dữ liệu với hải quan nước láng giềng | Cục Hải quan | Bộ Ngoại giao | Quý IV | 02 thỏa thuận
* III | Lĩnh vực kho bạc
8 | Dự báo luồng tiền | Kho bạc Nhà nước | Vụ Ngân sách nhà nước | Quý II | Báo cáo dự báo hằng tuần
9 | Cảnh báo khoản chi bất thường | Kho bạc Nhà nước | Vụ Ngân sách nhà nước | Quý III | Hệ thống cảnh báo
10 | Đào tạo chuyên gia phân tích dữ liệu | Học viện Tài chính | {CUC} | Cả năm | 60 chuyên gia
""")
# what the cells hold in the file: vertical merges of equal neighbours, and these strings instead of the clean ones
RAW = {"Kho dữ liệu hóa đơn điện tử toàn quốc": "{nfd}Kho dữ liệu hóa đơn điện tử toàn{nb}quốc", "Mô hình được phê duyệt": "Mô hình {-thử nghiệm-}{+được phê duyệt+}",
       "Bộ chỉ số": "Bộ chỉ{sh} số", "60 chuyên gia": "{-40-}{+60+} chuyên gia", "Phần mềm tại 05 cửa khẩu": "Phần mềm tại 05{br}cửa khẩu"}
MERGED = {2, 3, 4}


def cell(text, span=1, merge="", bold=False):
    merge = {"": "", "start": '<w:vMerge w:val="restart"/>', "more": "<w:vMerge/>"}[merge]
    return (f'<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/><w:gridSpan w:val="{span}"/>{merge}</w:tcPr>'
            f'{p(RAW.get(text, text), bold=bold, align="left", indent=0)}</w:tc>')


def table():
    out = "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"9000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>" + '<w:gridCol w:w="1500"/>' * 6 + "</w:tblGrid>"
    head = "<w:trPr><w:tblHeader/></w:trPr>"
    out += (f'<w:tr>{head}{cell("STT", merge="start", bold=True)}{cell("Nhiệm vụ", merge="start", bold=True)}{cell("Phân công", 2, bold=True)}'
            f'{cell("Thời gian (bắt đầu - kết thúc)", merge="start", bold=True)}{cell("Sản phẩm", merge="start", bold=True)}</w:tr>')
    out += (f'<w:tr>{head}{cell("", merge="more")}{cell("", merge="more")}{cell("Đơn vị chủ trì", bold=True)}{cell("Đơn vị phối hợp", bold=True)}'
            f'{cell("", merge="more")}{cell("", merge="more")}</w:tr>')
    rows = TASKS.rows
    for n, (what, cells) in enumerate(rows):
        if what == "group":
            out += f"<w:tr>{cell(cells[0], bold=True)}{cell(cells[1], 5, bold=True)}</w:tr>"
            continue
        def same(k, step):
            other = rows[n + step] if 0 <= n + step < len(rows) else ("", [])
            return k in MERGED and other[0] == "task" and other[1][k] == cells[k] and cells[k] != ""
        new = f"<w:trPr><w:ins {WHO.format(n=next(count))}/></w:trPr>" if cells[0] == "4" else ""
        out += f"<w:tr>{new}" + "".join(
            cell("" if same(k, -1) else text, merge="more" if same(k, -1) else "start" if same(k, 1) else "") for k, text in enumerate(cells)) + "</w:tr>"
        if cells[0] == "6":  # a row struck out as a whole
            gone = "".join(cell("{-" + t + "-}") for t in ["7", "Nhiệm vụ đã bỏ", "Cục Hải quan", "Vụ Pháp chế", "Quý I", "Báo cáo"])
            out += f'<w:tr><w:trPr><w:del {WHO.format(n=next(count))}/></w:trPr>{gone}</w:tr>'
    return out + "</w:tbl>"


def make():
    doc = new_docx(size=14)
    body = doc.element.body
    last = body[-1]

    def add(xml):
        for element in parse_xml(f"<w:body {NS}>{xml}</w:body>"):
            last.addprevious(element)

    doc.sections[0].header.paragraphs[0].text = "Kế hoạch dữ liệu lớn - Bản trình ký"
    left = ["BỘ TÀI CHÍNH", "Số: 77/KH-BTC"]
    right = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hà Nội, ngày 12 tháng 01 năm 2026"]
    add(f"<w:p>{box(left, -300000, 2200000)}{box(right, 2300000, 3600000)}</w:p>")
    add(p("KẾ HOẠCH", bold=True, align="center", indent=0))
    add(p("Ứng dụng dữ liệu lớn trong quản lý thuế,{br}hải quan và kho bạc năm 2026", bold=True, align="center", indent=0))
    for text in OPENING:
        add(p(text, italic=text.startswith("Căn cứ")))
    raw = outline(TREE)
    for what, _, label, text in walk(raw):
        if what == "own":
            add(p("KT. BỘ TRƯỞNG", bold=True, align="center", indent=4500))
            add(p("THỨ TRƯỞNG", bold=True, align="center", indent=4500))
            add("<w:p/><w:p/>")
            add(p("Cao Thế Phong", bold=True, align="center", indent=4500))
            add('<w:sdt><w:sdtPr><w:alias w:val="Nơi nhận"/></w:sdtPr><w:sdtContent>' + p("Nơi nhận:", bold=True, indent=0)
                + "".join(p("- " + r, indent=0) for r in RECIPIENTS) + "</w:sdtContent></w:sdt>")
            add('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
            add(p(label, bold=True, align="center", indent=0))
            add(p(text, bold=True, align="center", indent=0))
        elif what == "table":
            add(table())
        else:
            add(p(f"{label}{{tab}}{text}" if label else text, bold=what == "head"))
    save_docx(doc, NAME)
    add_footnotes(NAME, FOOTNOTES)
    signatory = (["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"], "Cao Thế Phong")
    truth(NAME, number="77/KH-BTC", date="2026-01-12", signatory=signatory, recipients=RECIPIENTS, tree=CLEAN, bases=BASES, tasks=TASKS,
          reading={"kind": "plan", "issuer": ["BỘ TÀI CHÍNH"], "place": "Hà Nội", "title": {"kind": "Kế hoạch", "subject": SUBJECT},
                   "attachment": None, "addressees": [], "signatory": {"authority": signatory[0], "name": signatory[1]}},
          notes=["Cells merged down hold for every task they cover. Changes are read as accepted; footnotes and hidden text are no part of the text."])


if __name__ == "__main__":
    make()
