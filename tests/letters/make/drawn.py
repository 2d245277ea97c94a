"""Papers as PDF drawn line by line, so that pages cut where they will."""
from house import NATION, OUT, walk


class Pages:
    FONTS = {"": "LiberationSerif-Regular", "b": "LiberationSerif-Bold", "i": "LiberationSerif-Italic", "bi": "LiberationSerif-BoldItalic"}

    def __init__(self, name, size=(595, 842), margins=(57, 57, 71, 57), head=None, number="top", fonts="/usr/share/fonts/truetype/liberation2"):
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.pdfgen.canvas import Canvas
        for font in self.FONTS.values():
            pdfmetrics.registerFont(TTFont(font, f"{fonts}/{font}.ttf"))
        self.measure = pdfmetrics.stringWidth
        self.canvas = Canvas(str(OUT / f"{name}.pdf"), pagesize=size, pageCompression=1, invariant=1)
        self.size, (self.top, self.bottom, self.left, self.right) = size, margins
        self.head, self.number, self.page = head, number, 0
        self.turn()

    def turn(self, size=None):
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.size = size or self.size
        self.canvas.setPageSize(self.size)
        self.y = self.size[1] - self.top
        if self.page > 1:
            if self.number == "top":
                self.put(self.size[0] / 2, self.size[1] - 36, str(self.page), "", 13, "c")
            elif self.number == "bottom":
                self.put(self.size[0] / 2, 28, f"Trang {self.page}", "i", 10, "c")
            if self.head:
                self.put(self.left, self.size[1] - 36, self.head, "i", 9)

    def put(self, x, y, text, face="", size=13, align="l"):
        font = self.FONTS[face]
        wide = self.measure(text, font, size)
        x -= {"l": 0, "c": wide / 2, "r": wide}[align]
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def broken(self, text, width, face="", size=13, first=0):
        """Lines no wider than this; breaks after a hyphen or slash inside long words too."""
        font, lines, line, room = self.FONTS[face], [], "", width - first
        for word in text.split():
            trial = f"{line} {word}" if line else word
            if self.measure(trial, font, size) <= room:
                line = trial
                continue
            if line:
                lines.append(line)
                room = width
            line = word
            while self.measure(line, font, size) > room:
                cut = max((i for i in range(1, len(line)) if line[i - 1] in "/-" and self.measure(line[:i], font, size) <= room), default=0)
                cut = cut or next(i for i in range(len(line), 0, -1) if self.measure(line[:i], font, size) <= room)
                lines.append(line[:cut])
                line = line[cut:]
        return lines + [line]

    def text(self, text, face="", size=13, align="l", first=28, gap=4, lead=1.25):
        width = self.size[0] - self.left - self.right
        lines = self.broken(text, width - (80 if align == "c" else 0), face, size, 0 if align == "c" else first)
        for n, line in enumerate(lines):
            if self.y - size * lead < self.bottom:
                self.turn()
            self.y -= size * lead
            if align == "c":
                self.put(self.size[0] / 2, self.y, line, face, size, "c")
            else:
                self.put(self.left + (first if n == 0 else 0), self.y, line, face, size)
        self.y -= gap

    def columns(self, left, right, split=0.42, size=12):
        """Two centred columns side by side; lines (text, face)."""
        width = self.size[0] - self.left - self.right
        top = self.y
        low = top
        for lines, x in ((left, self.left + width * split / 2), (right, self.left + width * (1 + split) / 2)):
            self.y = top
            for text, face in lines:
                self.y -= size * 1.25
                self.put(x, self.y, text, face, size, "c")
            low = min(low, self.y)
        self.y = low - 10

    def table(self, columns, rows, widths, size=11, ruled=True, repeat=True, pad=3, keep_rows=False, gap=3):
        """rows: ("task", cells), ("group", [label, title]) or ("wide", [text]); a row may be cut by the page's end at any line."""
        xs = [self.left]
        for w in widths:
            xs.append(xs[-1] + w)
        step = size * 1.2

        def head():
            draw([self.broken(c, w - 2 * pad, "b", size) for c, w in zip(columns, widths)], ["b"] * len(columns), xs, True)

        def draw(cells, faces, edges, whole, heading=False):
            at = 0
            total = max(len(c) for c in cells)
            while at < total:
                room = int((self.y - gap - self.bottom) / step)
                if room < (total - at if whole else 1):
                    self.turn()
                    if repeat and not heading:
                        head()
                    continue
                part = [c[at:at + room] for c in cells]
                high = max(len(c) for c in part) * step + gap
                for n, lines in enumerate(part):
                    for k, line in enumerate(lines):
                        self.put(edges[n] + pad, self.y - step * (k + 1) + 2, line, faces[n], size)
                if ruled:
                    self.canvas.setLineWidth(0.5)
                    for x in edges:
                        self.canvas.line(x, self.y, x, self.y - high)
                    self.canvas.line(edges[0], self.y, edges[-1], self.y)
                    self.canvas.line(edges[0], self.y - high, edges[-1], self.y - high)
                self.y -= high
                at += room

        head()
        for what, cells in rows:
            if what == "wide":
                draw([self.broken(cells[0], xs[-1] - xs[0] - 2 * pad, "b", size)], ["b"], [xs[0], xs[-1]], True)
            elif what == "group":
                draw([[cells[0]], self.broken(cells[1], xs[-1] - xs[1] - 2 * pad, "b", size)], ["b", "b"], [xs[0], xs[1], xs[-1]], True)
            else:
                lines = [[l for part in c.split("¶") for l in self.broken(part.strip(), w - 2 * pad, "", size)] for c, w in zip(cells, widths)]
                draw(lines, [""] * len(widths), xs, keep_rows)
        self.y -= 8

    def save(self):
        self.canvas.save()


def pdf_letterhead(pages, issuer, number, where, vv=None, size=12, strong=1):
    left = [(line, "b" if n >= len(issuer) - strong else "") for n, line in enumerate(issuer)] + [("", ""), (number, "")]
    left += [(line, "") for line in pages.broken(f"V/v {vv}", 190, "", size)] if vv else []
    pages.columns(left, [(NATION[0], "b"), (NATION[1], "b"), ("", ""), (where, "i")], 0.4, size)
    pages.y -= 8


def pdf_closing(pages, recipients, signatory, gap=3, size=13):
    """Nơi nhận on the left, the signature on the right, not parted by a page."""
    lines = [*signatory[0], *[""] * gap, signatory[1]]
    if pages.y - 16 * max(len(lines), len(recipients) + 1) < pages.bottom:
        pages.turn()
    top = pages.y
    pages.y -= 14
    pages.put(pages.left, pages.y, "Nơi nhận:", "bi", 12)
    for r in recipients:
        pages.text("- " + r, "", 11, first=0, gap=0)
    low, pages.y = pages.y, top
    for line in lines:
        pages.y -= 16
        pages.put(pages.left + (pages.size[0] - pages.left - pages.right) * 0.74, pages.y, line, "b", size, "c")
    pages.y = min(low, pages.y) - 10


def pdf_titled(pages, *lines, issued=None, size=13):
    for line in lines:
        pages.text(line, "b", size, "c", gap=0)
    if issued:
        pages.text(issued, "i", size - 1, "c")
    pages.y -= 8


def pdf_front(pages, subject, authority, can_cu, articles, mark=". "):
    """A decision from its title to the last Điều."""
    pdf_titled(pages, "QUYẾT ĐỊNH", subject)
    pdf_titled(pages, authority)
    for line in can_cu:
        pages.text(line, "i")
    pdf_titled(pages, "QUYẾT ĐỊNH:")
    for no, texts in articles:
        for n, text in enumerate(texts):
            pages.text(f"Điều {no}{mark}{text}" if n == 0 else text)


def pdf_tree(pages, tree, table, size=13, first=28):
    for what, _, label, text in walk(tree):
        if what == "own":
            pages.text(label, "b", size, "c", gap=0)
            pages.text(text, "b", size, "c")
        elif what == "head":
            pages.text(f"{label} {text}", "b", size, first=first)
        elif what == "item":
            pages.text(f"{label} {text}", "", size, first=first)
        elif what == "text":
            pages.text(text, "", size, first=first)
        else:
            table(text)
