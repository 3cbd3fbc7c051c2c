"""Days on which something was done or said (guideline section 5)."""

from __future__ import annotations

import re
from dataclasses import replace

from figures.periods.place import Place
from figures.text.line import Line
from figures.text.mentions import Mention
from figures.text.tokens import CODE, NUMBER, WORD, Token


def is_event(place: Place) -> bool:
    mention = place.stated.mention
    return mention is not None and mention.form in ("event", "this_day")


def without_event(line: Line, found: list[Place]) -> list[Place]:
    """`found` without the day of an event where another time is told, or where somebody only speaks on it.

    Sáng 26/2, huyện tổ chức lễ giao quân năm 2021, tiễn 186 thanh niên; Ngày 5/9, Sở cho biết đã cấp ….
    """
    timed = any(
        isinstance(line.tokens[at].mention, Mention) for at in line.periods if at > found[0].at
    )
    if timed or not line.words.isdisjoint(_SPOKEN):
        return found[1:]
    first, mention = found[0], found[0].stated.mention
    told = next((t for t in line.tokens[first.at + 1 :] if t.kind == WORD), None)
    if mention is not None and mention.form == "event" and told and told.low.startswith(_HELD):
        # Ngày 01/4/2024, tổng đàn trâu là 2.105 con.
        day = f"{first.stated.period}-{mention.day:02d}"
        return [replace(first, stated=replace(first.stated, period=day)), *found[1:]]
    return found


def day_told(tokens: list[Token], at: int) -> Mention | None:
    """What a day says at the end of a sentence, or of what was counted: …, ngày | 12/2. Theo thống kê ngày | 4/2, ….

    What is done on a day is of its month; what was counted is of the day.
    """
    numbers = [int(number) for number in _PARTS.split(tokens[at].low) if number.isdigit()]
    if len(numbers) < 2 or not 1 <= numbers[1] <= 12 or not at or tokens[at - 1].low not in _ON:
        return None
    year = numbers[2] if len(numbers) > 2 and numbers[2] > _CENTURIES else None
    counted = [token.low for token in tokens[max(0, at - _NEAR) : at]]
    if not _STATISTICS.isdisjoint(counted) and _UP_TO.isdisjoint(counted):
        return Mention("as_of", year, first=numbers[1], day=numbers[0])
    if at + 1 < len(tokens) and tokens[at + 1].low not in (".", ";"):
        return None
    added = tokens[at - 1].low != "ngày" or (at > 1 and tokens[at - 2].low in _ADDS)
    named = at > 2 and tokens[at - 3].kind in (CODE, NUMBER)
    if not added or named:
        return None
    return Mention("event", year, first=numbers[1], day=numbers[0], relative="ago")


_PARTS = re.compile(r"\D+")
_CENTURIES = 1900
_NEAR = 9
_ON = frozenset({"ngày", "vào ngày", "sáng", "chiều", "tối", "sáng ngày", "chiều ngày"})
_ADDS = frozenset({",", "vào", "sáng", "chiều", "tối"})
_STATISTICS = frozenset({"theo thống kê", "theo số liệu", "theo số liệu thống kê", "thống kê", "số liệu thống kê"})  # fmt: skip

_UP_TO = frozenset({"đến", "tới", "đến hết", "giờ"})


_HELD = ("tổng đàn", "dân số", "dư nợ", "tổng dư nợ", "nguồn vốn", "tổng nguồn vốn", "tổng tài sản")
"""What there is on a day, not what is done on it."""
_SPOKEN = frozenset({"cho biết", "cho hay", "thông tin", "thông báo", "công bố", "theo báo cáo", "báo cáo"})  # fmt: skip
