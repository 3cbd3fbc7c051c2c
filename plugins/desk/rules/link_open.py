"""Links and marks that lack a bracket, and links by a name that nothing defines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.link_scan import INLINE
from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity
from vntext.signs import holds

RULE = Rule(
    title="Liên kết hoặc dấu thiếu ngoặc",
    english="A link or mark lacks a bracket",
    why="Liên kết cần đủ bốn ngoặc: [chữ](địa chỉ); dấu số liệu cũng vậy: [45 lớp]{số liệu}. Viết"
    " [chữ][tên] thì phải có một dòng “[tên]: địa chỉ”. Thiếu thì cả cụm in ra nguyên như gõ.",
    severity=Severity.WARNING,
    bad=(
        "Xem [tin](https://example.edu.vn/a rồi về.",
        "Xem [tin(https://example.edu.vn/a) rồi về.",
        "Xem tin](https://example.edu.vn/a) rồi về.",
        'Mở [45 lớp]{kỳ="2023" mới.',
        "Xem [tin trước][truoc].",
    ),
    good=(
        "Xem [tin](https://example.edu.vn/a), [số](https://example.edu.vn/a_(b)).",
        'Mở [45 lớp]{kỳ="2023"} mới.',
        "Xem [tin trước][truoc] và [tin][].\n\n[truoc]: https://example.edu.vn/\n"
        "[tin]: https://example.edu.vn/",
        "Theo [1][2], xem `[x](https://a.example/`.",
    ),
)

_ADDRESS = r"(?:https?://|www\.|/|\{(?:filename|static|so-lieu|index)\})"
_BEGUN = re.compile(rf"\]\({_ADDRESS}[^\s()]*")
_WITHOUT_MIDDLE = re.compile(rf"\[[^\[\]()\n]+\((?={_ADDRESS})[^()\s]*\)")
_WITHOUT_BEGIN = re.compile(rf"\]\({_ADDRESS}[^()\s]*\)")
_MARK_WITHOUT_END = re.compile(r"\]\{(?=[^{}]*(?:số liệu|chỉ tiêu|kỳ|cấp|đơn vị))[^{}]*$")
_BY_NAME = re.compile(r"\[(?P<text>[^\[\]\n]+)\]\[(?P<name>[^\[\]\n]*)\]")
_DEFINED = re.compile(r"^ {0,3}\[(?P<name>[^\]\n^][^\]\n]*)\]:", re.MULTILINE)

Found = tuple[int, Saying, Saying]
"""Column from 0, what is wrong, how to mend it."""


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each."""
    body = document.front.body
    if "[" not in body and not holds(body, "]("):
        return
    seen = survey.scan(document)
    defined = {_folded(m["name"]) for m in _DEFINED.finditer(body)} if holds(body, "]:") else set()
    for number, line in enumerate(seen.text_lines, seen.first_line):
        if "]" in line or "[" in line:
            for column, message, mend in (*_half(line), *_undefined(line, defined)):
                yield Remark(number, column + 1, message, mend)


def _half(line: str) -> Iterator[Found]:
    """What lacks a bracket on the line."""
    for match in _BEGUN.finditer(line):
        if not INLINE.match(line, match.start()):
            yield (match.start() + 1, *_lacks(match[0], ")", "cuối địa chỉ", "the address"))
    for match in _WITHOUT_MIDDLE.finditer(line):
        yield (match.start(), *_lacks(match[0], "]", "cuối phần chữ", "the words"))
    for match in _WITHOUT_BEGIN.finditer(line):
        before = line[: match.start() + 1]
        if before.count("[") < before.count("]"):
            mend = Saying("thêm [ ở đầu phần chữ", "add [ where the words begin")
            yield match.start(), _broken(match[0], "["), mend
    for match in _MARK_WITHOUT_END.finditer(line):
        yield (match.start() + 1, *_lacks(match[0][1:], "}", "cuối dấu", "the mark"))


def _lacks(shown: str, bracket: str, where: str, english: str) -> tuple[Saying, Saying]:
    mend = Saying(f"thêm {bracket} ở {where}", f"add {bracket} where {english} end")
    return _broken(shown, bracket), mend


def _broken(shown: str, bracket: str) -> Saying:
    shown = shown[:60]
    return Saying(
        f"Thiếu dấu {bracket} trong “{shown}” nên cụm này in ra như chữ thường",
        f"“{shown}” lacks its {bracket}, so it is printed as plain words",
    )


def _undefined(line: str, defined: set[str]) -> Iterator[Found]:
    """Links by a name without an address."""
    for match in _BY_NAME.finditer(line):
        name = match["name"] or match["text"]
        if _folded(name) not in defined and not name.isdigit() and not name.startswith("^"):
            yield (
                match.start(),
                Saying(
                    f"Không có dòng “[{name}]: địa chỉ” nên “{match[0][:60]}” in ra như chữ thường",
                    f"No line “[{name}]: address” is there, so “{match[0][:60]}” is printed as it is",
                ),
                Saying("viết [chữ](địa chỉ)", "write [words](address)"),
            )


def _folded(name: str) -> str:
    return " ".join(name.lower().split())
