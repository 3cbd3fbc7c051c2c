"""Quotes, lists, brackets, blocks within each other without end: no reader can follow, no parser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying
from vntext.signs import holds

_DEEPEST = 20
_QUOTES = re.compile(rf"(?:[ \t]{{0,3}}>){{{_DEEPEST + 1}}}")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]")
_TAB = 4
_BRACKET = re.compile(r"\]\(|[\[\])]")
_FENCE = re.compile(r"^:::+(?P<rest>[^\n]*)$", re.MULTILINE)
#: So many brackets of one paragraph may be open at a time; Markdown looks for the end of each.
_OPEN = 50
#: So many HTML tags may lie in each other.
_TAGS = 100
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)(?![\w-])[^<>]*>")
_VOID = frozenset(
    ["br", "hr", "img", "wbr", "col", "source", "track", "p", "li", "td", "th", "tr", "dt", "dd"]
)
#: Marks of figures in one paragraph.
_MARKS = 1000
#: Half of the least indentation that is too deep.
_INDENT = " " * (2 * _DEEPEST)

RULE = Rule(
    title="Danh sách, trích dẫn hoặc ngoặc lồng quá sâu",
    english="Lists, quotations or brackets are nested too deeply",
    why=f"Không ai đọc được danh sách lồng quá {_DEEPEST} bậc. Thường đây là dấu >, [ hoặc khoảng"
    " trắng đầu dòng bị lặp khi chép từ nơi khác; xóa bớt cho còn vài bậc. Khối ::: mở mà không"
    " đóng, ngoặc mở mà không đóng cũng vậy.",
    bad=(
        ">" * 30 + " Trích dẫn của trích dẫn.",
        "\n".join(f"{'    ' * depth}- bậc {depth}" for depth in range(30)),
        "[" * 100 + "x" + "]" * 100,
        "[a](" * 100,
        "[1 lớp]{số liệu} " * 1001,
        "::: số liệu\n" * 30 + "439 lớp\n" + ":::\n" * 30,
        "<div>" * 200 + "x" + "</div>" * 200,
    ),
    good=(
        "> Lời trích.\n>\n> > Lời trích trong lời trích.",
        "- bậc một\n    - bậc hai\n        - bậc ba",
        "```\n" + " " * 200 + "- trong khối mã\n```",
        "[1][a] [2](b.pdf) [3]{số liệu}\n" * 400 + "\n[a]: https://example.edu.vn/",
        "::: số liệu\n439 lớp\n:::\n\n" * 30,
        "Một <b>dòng</b><br>\n" * 200,
        "<" * 1000 + " <a <b <c" * 200,
    ),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on the first line that goes too deep."""
    seen = survey.scan(document)
    if _may_go_deep(seen.text):
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
    at = _tangle(document.front.body)
    if at is not None:
        message = Saying(
            "Từ đây, ngoặc vuông, dấu số liệu, thẻ HTML hoặc khối ::: lồng vào nhau hay để mở quá"
            " nhiều",
            "From here, too many brackets, marks, tags or blocks ::: lie in each other or stay open",
        )
        mend = Saying(
            "đóng hoặc bỏ bớt ngoặc, chia đoạn", "close or remove some, cut the paragraph"
        )
        first = seen.first_line + document.front.body.count("\n", 0, at)
        yield Remark(first, 1, message, mend)


def too_deep(body: str) -> bool:
    """Whether something in `body` nests deeper than can be read; code is taken for text."""
    if _may_go_deep(body) and any(map(_goes_deep, body.split("\n"))):
        return True
    return _tangle(body) is not None


def _tangle(body: str) -> int | None:
    """Where a paragraph begins whose brackets, or a row of blocks that, no parser could follow."""
    if body.count("[") > _OPEN:
        start = 0
        for paragraph in body.split("\n\n"):
            if paragraph.count("[") > _OPEN and _is_tangled(paragraph):
                return start
            start += len(paragraph) + 2
    if body.count("<") > _TAGS:
        depth = 0
        for tag in _TAG.finditer(body):
            depth += -1 if tag["close"] else tag["name"].lower() not in _VOID
            if depth > _TAGS:
                return tag.start()
    if holds(body, ":::") and body.count(":::") > 2 * _DEEPEST:
        depth = 0
        for fence in _FENCE.finditer(body):
            depth = depth + 1 if fence["rest"].strip() else max(0, depth - 1)
            if depth > _DEEPEST:
                return fence.start()
    return None


def _is_tangled(paragraph: str) -> bool:
    if paragraph.count("]{") > _MARKS:
        return True
    brackets = links = 0
    for token in _BRACKET.findall(paragraph):
        if token == "[":
            brackets += 1
        elif token == ")":
            links = max(0, links - 1)
        else:
            brackets = max(0, brackets - 1)
            links += token == "]("
        if brackets > _OPEN or links > _OPEN:
            return True
    return False


def _may_go_deep(text: str) -> bool:
    """False where `text` has not the signs that deep nesting takes."""
    return "\t" in text or _INDENT in text or text.count(">") > _DEEPEST


def _goes_deep(line: str) -> bool:
    if line[:1] not in " \t>":
        return False
    item = _ITEM.match(line)
    depth = len(item["indent"].expandtabs(_TAB)) // 2 if item else 0
    return depth > 2 * _DEEPEST or _QUOTES.match(line) is not None
