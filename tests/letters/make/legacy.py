"""Vietnamese in the encodings of old fonts: TCVN3 (ABC) and VNI, as the Latin-1 letters that stand for it."""
import unicodedata

_TCVN3 = {
    "à": 0xB5, "ả": 0xB6, "ã": 0xB7, "á": 0xB8, "ạ": 0xB9, "ă": 0xA8, "ằ": 0xBB, "ẳ": 0xBC, "ẵ": 0xBD, "ắ": 0xBE, "ặ": 0xC6,
    "â": 0xA9, "ầ": 0xC7, "ẩ": 0xC8, "ẫ": 0xC9, "ấ": 0xCA, "ậ": 0xCB, "đ": 0xAE, "è": 0xCC, "ẻ": 0xCE, "ẽ": 0xCF, "é": 0xD0, "ẹ": 0xD1,
    "ê": 0xAA, "ề": 0xD2, "ể": 0xD3, "ễ": 0xD4, "ế": 0xD5, "ệ": 0xD6, "ì": 0xD7, "ỉ": 0xD8, "ĩ": 0xDC, "í": 0xDD, "ị": 0xDE,
    "ò": 0xDF, "ỏ": 0xE1, "õ": 0xE2, "ó": 0xE3, "ọ": 0xE4, "ô": 0xAB, "ồ": 0xE5, "ổ": 0xE6, "ỗ": 0xE7, "ố": 0xE8, "ộ": 0xE9,
    "ơ": 0xAC, "ờ": 0xEA, "ở": 0xEB, "ỡ": 0xEC, "ớ": 0xED, "ợ": 0xEE, "ù": 0xEF, "ủ": 0xF1, "ũ": 0xF2, "ú": 0xF3, "ụ": 0xF4,
    "ư": 0xAD, "ừ": 0xF5, "ử": 0xF6, "ữ": 0xF7, "ứ": 0xF8, "ự": 0xF9, "ỳ": 0xFA, "ỷ": 0xFB, "ỹ": 0xFC, "ý": 0xFD, "ỵ": 0xFE,
}
_TCVN3_UPPER = {"Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5, "Ư": 0xA6, "Đ": 0xA7}


def tcvn3(text):
    """Capitals with tones have no place of their own: they are written small, as typists did."""
    def letter(c):
        code = _TCVN3_UPPER.get(c) or _TCVN3.get(c) or _TCVN3.get(c.lower())
        return chr(code) if code else c
    out = "".join(letter(c) for c in unicodedata.normalize("NFC", text))
    out.encode("latin-1")
    return out


def tcvn3_capitals(text):
    """What is typed in .VnTimeH, whose small letters look like capitals."""
    out = "".join(chr(_TCVN3[c]) if c in _TCVN3 else c for c in unicodedata.normalize("NFC", text).lower())
    out.encode("latin-1")
    return out


_TONE = {"\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_HAT = {"": "â", "\u0300": "à", "\u0301": "á", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
_BREVE = {"": "ê", "\u0300": "è", "\u0301": "é", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
_I = {"": "i", "\u0300": "ì", "\u0301": "í", "\u0309": "æ", "\u0303": "ó", "\u0323": "ò"}


def vni(text):
    def letter(c):
        low = c.lower()
        if low == "đ":
            out = "ñ"
        else:
            marks = unicodedata.normalize("NFD", low)
            stem, tone = marks[0], "".join(m for m in marks[1:] if m in _TONE)
            rest = [m for m in marks[1:] if m not in _TONE]
            if stem not in "aeiouy" or len(marks) == 1:
                return c
            if stem == "i":
                out = _I[tone]
            elif stem == "y" and tone == "\u0323":
                out = "î"
            elif "\u0302" in rest:
                out = stem + _HAT[tone]
            elif "\u0306" in rest:
                out = stem + _BREVE[tone]
            else:
                stem = {"o": "ô", "u": "ö"}[stem] if "\u031b" in rest else stem
                out = stem + (_TONE[tone] if tone else "")
        return out.upper() if c != low else out
    out = "".join(letter(c) for c in unicodedata.normalize("NFC", text))
    out.encode("latin-1")
    return out


def in_old_font(doc, write, font):
    """Turns a finished document into one typed in such a font: every text by `write`, every font name to `font`."""
    from docx.oxml.ns import qn
    for part in [doc.element.body, doc.styles.element]:
        for fonts in part.iter(qn("w:rFonts")):
            for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
                fonts.set(qn(name), font)
    for text in doc.element.body.iter(qn("w:t")):
        text.text = write(text.text or "")
