"""Marks of bold letters or of code that have no second half."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Dấu in đậm hoặc dấu mã thiếu một nửa",
    english="A mark of bold letters or of code lacks its other half",
    why="Chữ in đậm nằm giữa hai dấu **, sát vào chữ: **như thế này**; chữ máy nằm giữa hai dấu `."
    " Thiếu một dấu, hoặc có dấu cách ở phía trong, thì trên trang hiện nguyên dấu ấy. Một cặp dấu"
    " không đi qua dòng trống.",
    severity=Severity.WARNING,
    bad=(
        "Năm 2023, **trường mở 45 lớp.",
        "**Mở đầu\n\nĐoạn sau**.",
        "Hội nghị ** tổng kết ** năm.",
        "Gõ `niengiam check rồi Enter.",
    ),
    good=(
        "Năm 2023, **trường mở 45 lớp**.",
        "**Hai dòng\nliền nhau** và ***cả hai***.",
        "Dấu \\** viết như chữ, `2 ** 3` là mã.",
        "***\n\nMột đoạn.\n\n* * *",
        "Gõ `niengiam check`.",
    ),
)

# Each begins with its sign and then looks back, so that all letters are passed at once.
_MARK = re.compile(r"\*(?<!\\\*)\*{1,2}(?!\*)|`(?<![\\`]`)`?(?!`)")
_LINE = re.compile(r" {0,3}(?:\*[ \t]*){3,}$")
#: Bold words and nothing else that is marked, as most such lines have it.
_PAIRED = re.compile(r"[^*`\\]*+(?:\*\*(?![\s*])[^*`\\]++(?<!\s)\*\*(?!\*)[^*`\\]*+)*")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on the first such mark of each paragraph."""
    if not _may_mark(document.front.body):
        return
    seen = survey.scan(document)
    lines = seen.text_lines
    open_: dict[str, tuple[int, int]] = {}
    told, last = False, 0
    for number in [number for number, line in enumerate(lines) if _may_mark(line)]:
        line = lines[number]
        if not all(map(str.strip, lines[last:number])):
            yield from () if told else _left(open_)
            open_, told = {}, False
        last = number
        if told or _LINE.match(line) or (not open_ and _PAIRED.fullmatch(line)):
            continue
        for match in _MARK.finditer(line):
            mark = "**" if match[0][0] == "*" else match[0]
            here = seen.first_line + number, match.start() + 1
            if _stands_alone(line, match):
                told = True
                yield _remark(mark, here, apart=True)
                break
            if open_.pop(mark, None) is None:
                open_[mark] = here
    yield from () if told else _left(open_)


def _may_mark(text: str) -> bool:
    return "`" in text or ("*" in text and "**" in text)


def _stands_alone(line: str, match: re.Match[str]) -> bool:
    """Whether the mark has a space at either side, and so marks nothing."""
    start, end = match.span()
    return (
        line[start] == "*"
        and (start == 0 or line[start - 1] == " ")
        and (end == len(line) or line[end] == " ")
    )


def _left(open_: dict[str, tuple[int, int]]) -> Iterator[Remark]:
    """What to say of the first mark that was opened and not closed."""
    for mark, place in sorted(open_.items(), key=lambda item: item[1])[:1]:
        yield _remark(mark, place)


def _remark(mark: str, place: tuple[int, int], *, apart: bool = False) -> Remark:
    if apart:
        message = Saying(
            f"Dấu {mark} đứng riêng giữa hai dấu cách nên hiện nguyên như chữ",
            f"The mark {mark} stands between spaces, so it is printed as it is",
        )
        mend = Saying(
            f"viết sát vào chữ: {mark}chữ đậm{mark}", f"write it beside the word: {mark}bold{mark}"
        )
        return Remark(*place, message, mend)
    message = Saying(
        f"Dấu {mark} mở mà không đóng trong cùng đoạn", f"The mark {mark} has no second half"
    )
    mend = Saying(
        f"thêm {mark} ở cuối phần cần đánh dấu, hoặc bỏ dấu này",
        f"add {mark} where the marked words end, or remove this one",
    )
    return Remark(*place, message, mend)
