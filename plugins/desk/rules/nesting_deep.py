"""Quotes in quotes and lists in lists without end: no reader can follow, no parser either."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying

_DEEPEST = 20
_QUOTES = re.compile(rf"(?:[ \t]{{0,3}}>){{{_DEEPEST + 1}}}")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]")
_TAB = 4
#: Half of the least indentation that is too deep.
_INDENT = " " * (2 * _DEEPEST)

RULE = Rule(
    title="Danh sách hoặc trích dẫn lồng quá sâu",
    english="A list or quotation is nested too deeply",
    why=f"Không ai đọc được danh sách lồng quá {_DEEPEST} bậc. Thường đây là dấu > hoặc khoảng trắng"
    " đầu dòng bị lặp khi chép từ nơi khác; xóa bớt cho còn vài bậc.",
    bad=(
        ">" * 30 + " Trích dẫn của trích dẫn.",
        "\n".join(f"{'    ' * depth}- bậc {depth}" for depth in range(30)),
    ),
    good=(
        "> Lời trích.\n>\n> > Lời trích trong lời trích.",
        "- bậc một\n    - bậc hai\n        - bậc ba",
        "```\n" + " " * 200 + "- trong khối mã\n```",
    ),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on the first line that goes too deep."""
    seen = survey.scan(document)
    if not _may_go_deep(seen.text):
        return
    for number, line in seen.numbered_prose():
        if _goes_deep(line):
            message = Saying(
                f"Dòng này nằm sâu hơn {_DEEPEST} bậc trong danh sách hoặc trích dẫn",
                f"This line lies deeper than {_DEEPEST} levels of lists or quotations",
            )
            mend = Saying(
                "xóa bớt dấu > hoặc khoảng trắng ở đầu dòng",
                "remove > signs or spaces from its beginning",
            )
            yield Remark(number, 1, message, mend)
            return


def too_deep(body: str) -> bool:
    """Whether a line of `body` nests deeper than can be read; lines of code are taken for text."""
    return _may_go_deep(body) and any(map(_goes_deep, body.split("\n")))


def _may_go_deep(text: str) -> bool:
    """False where `text` has not the signs that deep nesting takes."""
    return "\t" in text or _INDENT in text or text.count(">") > _DEEPEST


def _goes_deep(line: str) -> bool:
    if line[:1] not in " \t>":
        return False
    item = _ITEM.match(line)
    depth = len(item["indent"].expandtabs(_TAB)) // 2 if item else 0
    return depth > 2 * _DEEPEST or _QUOTES.match(line) is not None
