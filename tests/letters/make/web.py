"""Papers as PDF printed from HTML: NAME.pdf by WeasyPrint."""
from html import escape

from house import NATION, OUT, walk

PAGE = """@page { size: A4; margin: 20mm 18mm 20mm 28mm; @top-center { content: counter(page); font: 12pt 'Liberation Serif' } }
@page :first { @top-center { content: none } }
@page wide { size: A4 landscape; margin: 18mm 15mm }
body { font: 13pt/1.3 'Liberation Serif'; text-align: justify } p { margin: 0 0 4pt; text-indent: 10mm }
.c { text-align: center; text-indent: 0 } .b { font-weight: bold } .i { font-style: italic }
.two { width: 100%; border-collapse: collapse } .two td { width: 50%; vertical-align: top; text-align: center; font-size: 12pt; text-indent: 0 }
.list { width: 100%; border-collapse: collapse; font-size: 11pt } .list td, .list th { border: 0.5pt solid #000; padding: 2pt 3pt; text-align: left; vertical-align: top }
.wide { page: wide } .new { break-before: page }"""


def p(text, face=""):
    return f'<p class="{face}">{escape(text)}</p>'


def two(left, right):
    """Two columns of centred lines; a line may be (text, face)."""
    cell = lambda lines: "".join(f'<div class="{l[1] if isinstance(l, tuple) else ""}">{escape(l[0] if isinstance(l, tuple) else l) or "&nbsp;"}</div>' for l in lines)
    return f'<table class="two"><tr><td>{cell(left)}</td><td>{cell(right)}</td></tr></table>'


def letterhead(issuer, number, where, vv=None):
    left = [(line, "b" if n == len(issuer) - 1 else "") for n, line in enumerate(issuer)] + ["", number] + ([f"V/v {vv}"] if vv else [])
    return two(left, [(NATION[0], "b"), (NATION[1], "b"), "", (where, "i")]) + p("")


def closing(recipients, signatory):
    left = "<b><i>Nơi nhận:</i></b>" + "".join(f"<div>- {escape(r)}</div>" for r in recipients)
    right = "".join(f"<div><b>{escape(l) or '&nbsp;'}</b></div>" for l in [*signatory[0], "", "", signatory[1]])
    return f'<table class="two"><tr><td style="text-align:left;font-size:11pt">{left}</td><td>{right}</td></tr></table>'


def titled(*lines, issued=None):
    return "".join(p(line, "c b") for line in lines) + (p(issued, "c i") if issued else "")


def table(tasks, widths=None, face="list", head=True):
    cols = "".join(f'<col style="width:{w}%">' for w in widths or [])
    rows = ["<tr>" + "".join(f"<th>{escape(c)}</th>" for c in tasks.columns) + "</tr>"]
    body = []
    for what, cells in tasks.rows:
        br = [escape(c).replace("¶", "<br>") for c in cells]
        if what == "wide":
            body.append(f'<tr><td colspan="{len(tasks.columns)}"><b>{br[0]}</b></td></tr>')
        elif what == "group":
            body.append(f'<tr><td><b>{br[0]}</b></td><td colspan="{len(tasks.columns) - 1}"><b>{br[1]}</b></td></tr>')
        else:
            body.append("<tr>" + "".join(f"<td>{c}</td>" for c in br) + "</tr>")
    top = f"<thead>{rows[0]}</thead>" if head else rows[0]
    return f'<table class="{face}">{cols}{top}{"".join(body)}</table>'


def tree(node, tables):
    out = []
    for what, _, label, text in walk(node):
        if what == "own":
            out.append(titled(label, text))
        elif what == "table":
            out.append(tables(text))
        else:
            out.append(p(f"{label} {text}".strip(), "b" if what == "head" and not label.endswith(")") else ""))
    return "".join(out)


def save(name, parts, style=""):
    import weasyprint
    html = f"<html lang='vi'><head><style>{PAGE}{style}</style></head><body>{''.join(parts)}</body></html>"
    weasyprint.HTML(string=html).write_pdf(OUT / f"{name}.pdf")
