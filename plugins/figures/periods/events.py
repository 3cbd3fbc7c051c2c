"""Days on which something was done or said (guideline section 5)."""

from __future__ import annotations

from dataclasses import replace

from figures.periods.place import Place
from figures.text.line import Line
from figures.text.mentions import Mention
from figures.text.tokens import WORD


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


_HELD = ("tổng đàn", "dân số", "dư nợ", "tổng dư nợ", "nguồn vốn", "tổng nguồn vốn", "tổng tài sản")
"""What there is on a day, not what is done on it."""
_SPOKEN = frozenset({"cho biết", "cho hay", "thông tin", "thông báo", "công bố", "theo báo cáo", "báo cáo"})  # fmt: skip
