"""Words that run into each other where a space was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity
from vntext.fold import fold

RULE = Rule(
    title="Thiếu dấu cách",
    english="A space is missing",
    why="Sau dấu phẩy, dấu chấm và giữa số với chữ phải có dấu cách: viết liền thì dòng không ngắt"
    " được, tìm kiếm không thấy từ, và số liệu dễ bị đọc sai. `niengiam check --fix` thêm giúp.",
    severity=Severity.WARNING,
    bad=(
        "Trong năm,trường mở 45 lớp.",
        "Kết quả tốt.Trường mở 45 lớp.",
        "Trường mở 45lớp, có 3.120học viên.",
        "Gồm ba phần:đào tạo,bồi dưỡng;nghiên cứu",
        "Mở 12 lớp ,với 9 học viên",
    ),
    good=(
        "Trong năm, trường mở 45 lớp.",
        "PGS.TS Nguyễn Văn An, TP.Hồ Chí Minh, tp.Vinh, ThS.Lê Bình",
        "Xem truongmau.example.vn, thu@truongmau.example và https://a.vn/x,y",
        "Lúc 8h30, 5kWh, 20kg, K45, 4G, 100.000đ, 35-NQ/TW",
        '`a,b` và [x](tep,b.pdf) và [45 lớp]{kỳ="2023",cấp="x"}',
        "    ma,lenh",
    ),
)

_WORD = r"[^\W\d_]"
_BEHIND_SIGN = re.compile(rf"(?:(?<={_WORD}{{2}})|(?<={_WORD}{{2}} ))[,;:](?={_WORD}{{2}})")
_BEHIND_STOP = re.compile(
    rf"(?<![\w.@/])(?P<word>{_WORD}{{2,}})\.(?=(?P<next>{_WORD}{{2,}})[\s,;.])"
)
_BEHIND_NUMBER = re.compile(rf"(?<![\w/.,-])\d[\d.,]*(?=(?P<word>{_WORD}{{2,}}))")
#: In small letters before a name: *tp.Vinh*, *ths.Lê Bình*.
_SHORT = frozenset(("tp", "tx", "tt", "ths", "ts", "pgs", "gs", "bs", "cn", "ks", "đ", "đc"))
#: What all of them have; signs come first, since there are fewer of them than letters.
_ANY = re.compile(rf"[,;:.\d](?={_WORD})")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """One remark a line."""
    seen = survey.scan(document)
    if not _ANY.search(seen.text):
        return
    for number, line in seen.numbered_prose():
        at = next(_places(line), None)
        if at is not None:
            shown = line[max(0, at - 12) : at + 13].strip()
            message = Saying(f"Thiếu dấu cách: “{shown}”", f"A space is missing: “{shown}”")
            yield Remark(number, at + 1, message, Saying("thêm dấu cách", "put one in"))


def _places(line: str) -> Iterator[int]:
    """Where in `line` a space is to be put in, in no order."""
    if line.startswith(("    ", "\t", ":::")) or not _ANY.search(line):
        return
    in_marks = [match.span() for match in re.finditer(r"\{[^{}]*\}|\S*@\S*", line)]
    for at in _spaces(line):
        if not any(start <= at <= end for start, end in in_marks):
            yield at


def _spaces(line: str) -> Iterator[int]:
    for match in _BEHIND_SIGN.finditer(line):
        yield match.end()
    for match in _BEHIND_STOP.finditer(line):
        word, following = match["word"], match["next"]
        if word.islower() and word not in _SHORT and following.istitle():
            yield match.end()
    for match in _BEHIND_NUMBER.finditer(line):
        if _is_vietnamese(match["word"]):
            yield match.end()


def _is_vietnamese(word: str) -> bool:
    """Whether it has letters that no sign of a unit has (*45lớp*, not *20kg*, *5kWh*)."""
    return not word.isascii() and fold(word).isascii()


def fix(text: str, document: Document, survey: Survey) -> str:
    """The same text with them."""
    seen = survey.scan(document)
    lines = text.split("\n")
    for number, line in seen.numbered_prose():
        for at in sorted(_places(line), reverse=True):
            whole = lines[number - 1]
            lines[number - 1] = f"{whole[:at]} {whole[at:]}"
    return "\n".join(lines)
