#!/usr/bin/env python3
"""Seeds for the fuzz targets, made from the papers in tests/letters: each part small, and open (not compressed) where the
format allows, so that what the fuzzer changes is a page's content and not a checksum.

usage: python3 tests/fuzz/seeds.py FOLDER    writes FOLDER/<target>/…; needs qpdf
`cargo xtask fuzz` reads tests/fuzz/corpus only: copy there what is to be kept, it is minimised after each run.
"""

import re
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LETTERS = ROOT / "tests/letters"
BETWEEN = b"\x1e"
# as tests/fuzz/src/lib.rs names them, in its order
DOCX = ["word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml", "_rels/.rels", "word/endnotes.xml", "word/header1.xml"]
XLSX = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet2.xml"]


def shortened(xml: bytes, item: str, most: int) -> bytes:
    """The part without most of the items it repeats."""
    found = list(re.finditer(rb"<%s[ >].*?</%s>" % (item.encode(), item.encode()), xml, re.S))
    if len(found) <= most or len(xml) < 6000:
        return xml
    half = most // 2
    return xml[: found[half - 1].end()] + xml[found[-half].start() :]


def package(path: Path, names: list[str], items: dict[str, tuple[str, int]]) -> bytes:
    with zipfile.ZipFile(path) as book:
        held = set(book.namelist())
        parts = []
        for name in names:
            xml = book.read(name) if name in held else b""
            xml = re.sub(rb"<w:latentStyles.*?</w:latentStyles>| xmlns:(?!w=|r=)\w+=\"[^\"]*\"| mc:Ignorable=\"[^\"]*\"", b"", xml, flags=re.S)
            item = items.get(name)
            parts.append(shortened(xml, *item) if item else xml)
    return BETWEEN.join(parts).rstrip(BETWEEN)


def without_fonts(text: bytes) -> bytes:
    """An open PDF without its font programs: what letters mean stands in /ToUnicode."""
    for number in set(re.findall(rb"/FontFile\d? (\d+) 0 R", text)):
        text = re.sub(rb"(\n%s 0 obj\n.*?stream\n).*?(endstream)" % number, rb"\1\2", text, count=1, flags=re.S)
    return re.sub(rb"%% Original object ID[^\n]*\n|%% Contents for page[^\n]*\n", b"", text)


def pdf_seeds(out: Path) -> None:
    small = {}
    for name in ["letter-plain-table", "annex-drawn-boxes", "letter-sideways", "steering-plan", "reform-letter", "province-plan"]:
        made = out / f"{name}.pdf"
        qpdf = ["qpdf", "--qdf", "--object-streams=disable", str(LETTERS / f"{name}.pdf"), "--pages", ".", "1", "--", str(made)]
        subprocess.run(qpdf, check=True)
        made.write_bytes(without_fonts(made.read_bytes()))
        # mends the places of the objects and the lengths of the streams
        mended = subprocess.run(["fix-qdf", str(made)], capture_output=True, check=True).stdout
        made.write_bytes(mended)
        small[name] = made
    first = small["letter-plain-table"]
    for kind, how in {
        "object-streams": ["--object-streams=generate", "--compress-streams=n"],
        "locked-128": ["--encrypt", "", "owner", "128", "--use-aes=y", "--"],
        "locked-256": ["--encrypt", "", "owner", "256", "--"],
        "linear": ["--linearize", "--compress-streams=n"],
    }.items():
        subprocess.run(["qpdf", *how, str(first), str(out / f"{kind}.pdf")], check=True)
    for at, (page, more) in enumerate(HAND_MADE):
        (out / f"hand-{at}.pdf").write_bytes(hand_made(page, more))


def stream(dictionary: str, data: bytes) -> bytes:
    return f"<< {dictionary} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


TEXT = b"BT /F1 12 Tf 72 760 Td 16 TL (KE HOACH) Tj T* (I. NHIEM VU) Tj T* [(1. V) -20 (iec)] TJ T* (S\\363) ' 1 2 (a) \" ET\n"
RULES = b"q 1 0 0 1 50 400 cm 0 0 m 400 0 l 400 200 l 0 200 l h S 100 0 m 100 200 l S 0 100 400 1 re f Q\n"
HAND_MADE = [
    # form in a form, rotated page
    ("/Rotate 90", {5: stream("", b"q 1 0 0 1 0 0 cm /X1 Do Q"), 6: stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842]", TEXT + b"/X2 Do"), 7: stream("/Subtype /Form /BBox [0 0 9 9] /Matrix [1 0 0 1 9 9]", RULES)}),
    # a picture in the content, marks, clips, text modes
    ("", {5: stream("", TEXT + b"BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI\n/P <</MCID 0>> BDC BT /F1 9 Tf 3 Tr (an) Tj 0 Tr 120 Tz 2 Tc 3 Tw 4 Ts (hien) Tj ET EMC\n0 0 9 9 re W n\n" + RULES)}),
    # differences, no widths
    ("", {5: stream("", TEXT), 4: b"<< /Type /Font /Subtype /TrueType /BaseFont /Arial /FirstChar 65 /LastChar 70 /Widths [500 500 500 500 500 500] /Encoding << /BaseEncoding /MacRomanEncoding /Differences [65 /Acircumflex /uni1EA4 75 /dcroat] >> >>"}),
    # a composite typeface: letters by /ToUnicode, widths in both forms
    ("", {5: stream("", b"BT /F1 12 Tf 1 0 0 1 72 700 Tm <00010002000300040001> Tj 0 -14 Td [<0002> 120 <0005>] TJ ET"),
          4: b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>",
          6: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [1 [500 600] 3 5 700] >>",
          8: stream("", b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <1EBF> <0002> <00660069> endbfchar 1 beginbfrange <0003> <0005> <0061> <0006> <0008> [<0062> <0063> <D83DDE00>] endbfrange endcmap")}),
    # Type 3
    ("", {5: stream("", TEXT), 4: b"<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 0 750 750] /FirstChar 65 /LastChar 66 /Widths [1000 1000] /CharProcs << /a 9 0 R >> /Encoding << /Differences [65 /a /b] >> >>", 9: stream("", b"1000 0 0 0 750 750 d1 0 0 750 750 re f")}),
    # filters one behind the other, contents in pieces, a broken name
    ("", {5: b"[6 0 R 7 0 R 8 0 R]", 6: stream("/Filter [/ASCIIHexDecode /FlateDecode]", zlib.compress(TEXT).hex().encode() + b">"), 7: stream("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>", zlib.compress(b"\x02" + RULES[:4] + b"\x02" + RULES[4:8])), 8: stream("/Filter /RunLengthDecode", bytes([len(TEXT[:100]) - 1]) + TEXT[:100] + b"\x80")}),
    # a scanned page
    ("", {5: stream("", b"q 595 0 0 842 0 0 cm /X1 Do Q"), 6: stream("/Type /XObject /Subtype /Image /Width 16 /Height 16 /BitsPerComponent 1 /ColorSpace /DeviceGray", b"\x0f\xf0" * 16)}),
]


def hand_made(page: str, more: dict[int, bytes]) -> bytes:
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
        3: f"<< /Type /Page /Parent 2 0 R {page} /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> /XObject << /X1 6 0 R /X2 7 0 R >> >> >>".encode(),
        4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        **more,
    }
    out, places = b"%PDF-1.7\n", {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n" + b"".join(b"%d 1\n%010d 00000 n \n" % one for one in sorted(places.items()))
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (max(places) + 1, at)


def main() -> None:
    out = Path(sys.argv[1])
    for target in ["docx", "xlsx", "pdf", "txt", "citation"]:
        (out / target).mkdir(parents=True, exist_ok=True)
    for path in sorted(LETTERS.glob("*.docx")):
        items = {"word/document.xml": ("w:p", 24), "word/styles.xml": ("w:style", 4), "word/numbering.xml": ("w:abstractNum", 2)}
        (out / "docx" / path.stem).write_bytes(package(path, DOCX, items))
    for path in sorted(LETTERS.glob("*.xlsx")):
        items = {"xl/worksheets/sheet1.xml": ("row", 10), "xl/worksheets/sheet2.xml": ("row", 6), "xl/sharedStrings.xml": ("si", 40), "xl/styles.xml": ("xf", 30)}
        (out / "xlsx" / path.stem).write_bytes(package(path, XLSX, items))
    for path in sorted(LETTERS.glob("*.txt")):
        text = path.read_bytes()
        (out / "txt" / path.stem).write_bytes(text[:6000] + b"\n" + text[-6000:] if len(text) > 12000 else text)
    for path in sorted(LETTERS.glob("*.txt")):
        cited = [line for line in path.read_bytes().splitlines() if b"/Q\xc4\x90-" in line or b"/NQ-" in line or b"/202" in line]
        (out / "citation" / path.stem).write_bytes(b"\n".join(cited)[:1500])
    pdf_seeds(out / "pdf")


if __name__ == "__main__":
    main()
