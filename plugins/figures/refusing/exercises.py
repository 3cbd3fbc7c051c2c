"""Exercises of arithmetic: what is given stands before the question, in whole paragraphs.

Guideline section 1.
"""

from __future__ import annotations

import re

_ASKS = re.compile(
    r"(?:^|[.?!;:,\n)])\s*hỏi(?!\s*:)\s[^.?!;:\n]{0,160}\b(?:bao nhiêu|mấy)\b"
    r"|\bđáp số\s*:|(?:^|\n)\s*(?:bài giải|lời giải|bài làm)\s*:?\s*(?:$|\n)"
    r"|(?:^|\n)\s*(?:đáp án|tình huống \d{1,2})\s*:"
)
_ASKING = ("bao nhiêu", "mấy")
_HINTS = (
    ("đáp ", ("đáp số", "đáp án")),
    ("i giải", ("bài giải", "lời giải")),
    ("bài làm", ("bài làm",)),
    ("tình huống ", ("tình huống ",)),
)
"""Without one of these, by what they share, or "hỏi" with one of the first, no exercise asks."""


def exercises(lows: list[str], numbered: list[int]) -> frozenset[int]:
    """Those of the blocks with numbers that belong to exercises; `lows` are the texts of all
    blocks in lower case, `numbered` tells which of them have numbers.

    Bad: *Một kho có 4.720 kg muối, chuyển đi 2.000 kg. Hỏi trong kho còn bao nhiêu?*
    Good: *Hỏi: Huyện còn bao nhiêu hộ nghèo? Trả lời: Còn 215 hộ.*
    """
    near = {at for index in numbered for at in _beside(index) if 0 <= at < len(lows)}
    if not _may_ask("\n".join([lows[at] for at in near])):
        return frozenset()
    asking = {at for at in near if _may_ask(lows[at]) and _ASKS.search(lows[at])}
    return frozenset(index for index in numbered if not asking.isdisjoint(_beside(index)))


def _beside(index: int) -> tuple[int, int, int]:
    """A block and those next to it."""
    return index - 1, index, index + 1


def _may_ask(low: str) -> bool:
    """Whether a text has the words of an exercise."""
    if "hỏi " in low and any(map(low.__contains__, _ASKING)):
        return True
    return any(root in low and any(map(low.__contains__, hints)) for root, hints in _HINTS)
