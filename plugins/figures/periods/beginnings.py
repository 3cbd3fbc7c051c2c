"""Periods that only tell when something began, or what there was then (guideline section 5)."""

from __future__ import annotations

import re

from figures.text.mentions import Mention
from figures.text.tokens import WORD, Token

_BEGINS = ("đi vào hoạt động", "được thành lập", "thành lập", "ra đời", "khởi công", "được khởi công", "khánh thành", "đưa vào sử dụng", "được xây dựng", "đưa vào khai thác", "đưa vào vận hành")  # fmt: skip
"""When something began says nothing of what is told of it: đi vào hoạt động từ năm 2003, có 114 dự án."""


def tells_first(tokens: list[Token], at: int) -> bool:
    """Whether it is told what there was on the day something began: thành lập ngày | 12/3/2015 lúc đầu chỉ có 17 thành viên."""
    if tokens[at].form != "date" or not tokens[at].low[-4:].isdigit():
        return False
    end = at - (tokens[at - 1].low in ("ngày", "từ ngày", "vào ngày"))
    begun = end > 0 and tokens[end - 1].low.endswith(_BEGUN)
    said = " ".join([token.low for token in tokens[at + 1 :]])
    return begun and _AT_FIRST.search(said) is not None


_AT_FIRST = re.compile(r"\b(?:ban đầu|lúc đầu|khi đó|lúc đó|khi ấy|lúc bấy giờ)\b")
"""With these it is told what there was when something began."""
_BEGUN = tuple({phrase.split()[-1] for phrase in _BEGINS})


def tells_beginning(tokens: list[Token], at: int) -> bool:
    """Whether the period only tells when something began: đi vào hoạt động từ năm 2003."""
    end = at - (tokens[at - 1].low in ("từ", "vào", "trong"))
    if not end:
        return False
    if tokens[at - 1].low == "vào" and _tells_goal(tokens, at):
        return True
    if not tokens[end - 1].low.endswith(_BEGUN) or _counts_new(tokens, at, end):
        return False
    if _AT_FIRST.search(" ".join([token.low for token in tokens[at + 1 :]])):
        return False
    said = " ".join([token.low for token in tokens[max(0, end - 3) : end]])
    return said.endswith(_BEGINS)


def _counts_new(tokens: list[Token], at: int, end: int) -> bool:
    """Whether those that began are counted: số hợp tác xã mới thành lập | năm 2023, … thành lập | giai đoạn 2021-2025."""
    mention = tokens[at].mention
    ranged = isinstance(mention, Mention) and mention.form == "range"
    return ranged or any(
        token.low in ("mới", "mới được") for token in tokens[max(0, end - 3) : end]
    )


def _tells_goal(tokens: list[Token], at: int) -> bool:
    """Whether only what something is to become has that time: đầu tư để trở thành trường trọng điểm vào năm 2020."""
    for token in reversed(tokens[max(0, at - 9) : at]):
        if token.kind != WORD:
            return False
        if token.low == "trở thành":
            return True
    return False
