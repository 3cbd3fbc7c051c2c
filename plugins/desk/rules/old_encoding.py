"""Text in a font code of the last century, or UTF-8 read as something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity
from vntext.unicode import utf8

RULE = Rule(
    title="Chữ ở mã cũ (TCVN3, VNI) hoặc vỡ dấu",
    english="Text in an old font code, or garbled",
    why="Chữ gõ bằng phông .VnTime hay VNI-Times chỉ đọc được với đúng phông ấy; trên trang nó ra"
    " “Häc viÖn”. Chuyển sang Unicode (UniKey: Ctrl+Shift+F6) rồi chép lại.",
    severity=Severity.WARNING,
    bad=(
        "S¸ng nay, Häc viÖn tæ chøc héi nghÞ tæng kÕt.",
        "Hoïc vieän toå chöùc hoäi nghò toång keát.",
        "Há»™i nghá»‹ tá»•ng káº¿t",
    ),
    good=("Sáng nay, Học viện tổ chức hội nghị.", "Chuyên gia Günter Grass, São Paulo, naïve."),
)

# Letters that those codes use and Vietnamese in Unicode does not.
_SIGNS = "¸µ¶·¹¨»¾¼½Æ©ÇËÊÈ®ÐÑÖÕ×ØÝÞßäåæçëîïñöøûüÿ§¬ªº«"
_SIGN = re.compile(f"[{_SIGNS}]")
#: The same in UTF-8, where a lead byte is found far sooner than one of many letters.
_BYTES = tuple(
    re.compile(lead + b"[" + bytes(s.encode()[1] for s in _SIGNS if s.encode()[:1] == lead) + b"]")
    for lead in (b"\xc2", b"\xc3")
)
_STRANGE = re.compile(rf"[a-zA-Z][{_SIGNS}]|áº|á»")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 3


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """One remark at the first such line, when such words are many."""
    body = utf8(document.front.body)
    if not (any(signs.search(body) for signs in _BYTES) or _is_odd(document.title)):
        return
    seen = survey.scan(document)
    if not (_is_odd(seen.text) or _is_odd(document.title)):
        return
    lines = [(document.front.lines.get("title", 1), document.title), *seen.numbered_prose()]
    found, total, first = 0, 0, 0
    for number, line in lines:
        if line.isascii():
            total += len(_WORD.findall(line)) if found else 0
            continue
        strange = sum(1 for word in line.split() if _STRANGE.search(word))
        first = first or (number if strange else 0)
        found, total = found + strange, total + len(_WORD.findall(line))
    if found >= _ENOUGH and found * 5 > total:
        message = Saying(
            "Chữ có vẻ ở mã cũ (TCVN3, VNI) hoặc vỡ dấu",
            "The text seems to be in an old font code (TCVN3, VNI), or garbled",
        )
        mend = Saying("chuyển sang Unicode rồi chép lại", "convert it to Unicode and copy it again")
        yield Remark(first, 1, message, mend)


def _is_odd(text: str) -> bool:
    """Whether one of the signs stands behind a letter; *Ý kiến* has one, but not so."""
    return any(text[sign.start() - 1].isalpha() for sign in _SIGN.finditer(text))
