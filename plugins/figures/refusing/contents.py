"""Tables of contents: lines that end in page numbers, which never fall.

Guideline section 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_SIGNS = ("mục lục", "lời mở đầu", "lời nói đầu", "tài liệu tham khảo", "....", "……")
_CHAPTER = re.compile(r"chương (?:\d|[ivx]+\b)")
"""One of these is in every table of contents."""
_ENTRY = re.compile(r"\s*\S.*?\w.*?(?P<leader>[\s.…:_-]*)(?<![\d,%/])(?P<page>\d{1,3})\s*")
_LEADER = re.compile(r"\.{3}|…|(?:\. ){3}")
_HEADS = re.compile(r"(?:chương|phần|bài|mục|phụ lục)\s+[\divx]|[ivx]+\.|\d+(?:\.\d+)*[.)]?\s|lời (?:mở|nói) đầu|mục lục|tài liệu|kết luận")  # fmt: skip
_SHORTEST = 4
"""How many lines make a table of contents."""


class _Entry(NamedTuple):
    block: int
    start: int
    end: int
    page: int
    titled: bool
    """Whether it begins like a heading, or dots lead to its page."""


def contents(lows: list[str], numbered: list[int], whole: str) -> frozenset[tuple[int, int, int]]:
    """The lines of tables of contents: number of the block, start and end.

    `lows` are the blocks' texts in lower case, `numbered` tells which of them have numbers,
    `whole` is all of them, a line break between them.
    """
    lines = (line for index in numbered for line in lows[index].split("\n"))
    paged = [line for line in lines if line.rstrip()[-1:].isdecimal()]
    if len(paged) < _SHORTEST or 2 * sum(map(_may_be_titled, paged)) < _SHORTEST:
        return frozenset()
    chapters = "chương " in whole and _CHAPTER.search(whole)
    if not chapters and not any(map(whole.__contains__, _SIGNS)):
        return frozenset()
    return frozenset(
        (entry.block, entry.start, entry.end)
        for run in _runs(lows)
        if len(run) >= _SHORTEST and 2 * sum(entry.titled for entry in run) >= len(run)
        for entry in run
    )


def _may_be_titled(line: str) -> bool:
    """Whether a line begins like a heading, or has dots that may lead to its page."""
    return bool(_HEADS.match(line.lstrip()) or _LEADER.search(line))


def _runs(lows: list[str]) -> Iterator[list[_Entry]]:
    """Runs of lines that end in numbers which never fall."""
    run: list[_Entry] = []
    for block, low in enumerate(lows):
        start = 0
        for text in low.split("\n"):
            entry = _entry(text, block, start)
            falls = entry is not None and bool(run) and entry.page < run[-1].page
            if falls or (entry is None and text.strip()):
                yield run
                run = []
            if entry is not None:
                run.append(entry)
            start += len(text) + 1
    yield run


def _entry(text: str, block: int, start: int) -> _Entry | None:
    """The line `text`, which begins at `start`, if it ends in a page number."""
    found = _ENTRY.fullmatch(text) if text.rstrip()[-1:].isdigit() else None
    if found is None:
        return None
    titled = _HEADS.match(text.lstrip()) or _LEADER.search(found["leader"])
    return _Entry(block, start, start + len(text), int(found["page"]), bool(titled))
