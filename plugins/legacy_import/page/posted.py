"""The day on which an article was posted, among all the dates of its page."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from bs4 import Tag

from legacy_import.lexicon import plain, word_set
from legacy_import.page.authors import DATELINE, signed_line
from legacy_import.page.blocks import Block
from legacy_import.page.days import Day, days
from legacy_import.page.judging import Judge, line_of, prose_bounds
from legacy_import.page.metadata import Metadata
from legacy_import.page.naming import said
from legacy_import.page.wording import label_before

_SHORT_DAY = re.compile(r"(?<![\d/.,])(\d{1,2})[/-](\d{1,2})(?![\d/-])")


@dataclass(frozen=True, slots=True)
class Posted:
    """When an article was posted, and how sure that is."""

    date: datetime.date | None
    time: str = ""
    place: str = ""
    doubt: str = ""
    """Code of a note: the date was read out of the text, or its order is open."""
    line: Block | None = None
    """The block that states it, if it says nothing else."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    day: Day
    block: Block
    place: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the article stands on the page."""

    title: Block | None
    region: Tag
    taken: frozenset[int]
    """Indexes of its blocks."""
    first: int
    last: int
    """Indexes of its first and last paragraph."""


def find_posted(
    blocks: list[Block],
    taken: list[Block],
    title: Block | None,
    region: Tag,
    meta: Metadata,
    judge: Judge,
    text: str,
) -> Posted:
    """The posting date: stated for programs, on a line of its own, at the end, else in the text."""
    place = _Place(title, region, frozenset(b.index for b in taken), *prose_bounds(taken))
    befores = ["", *(b.text for b in blocks)]
    candidates = [
        c for b, t in zip(blocks, befores, strict=False) for c in _candidates(b, place, judge, t)
    ]
    best = max(candidates, key=lambda c: (c.score, -c.block.index), default=None)
    if meta.date and (best is None or best.score < 8 or abs((best.day.date - meta.date).days) > 0):
        agreeing = next((c for c in candidates if meta.date in (c.day.date, c.day.other)), None)
        line = agreeing.block if agreeing else None
        if agreeing or best is None or best.score < 6:
            return Posted(meta.date, meta.time, line=line)
    if best is not None and best.score >= 0.5:
        date, doubt = _ordered(best, blocks, meta, text)
        doubt = doubt or ("date-unsure" if best.score < 3 else "")
        return Posted(date, best.day.time, best.place, doubt, best.block)
    return Posted(meta.date) if meta.date else _from_text(taken)


def _candidates(block: Block, place: _Place, judge: Judge, before: str = "") -> list[_Candidate]:
    """The dates of a line that says little else, each with how likely it is the posting date."""
    title = place.title
    if (
        block.index not in place.taken
        and len(block.text) > 60
        and (told := _told(block)) is not None
    ):
        return [_Candidate(4.0, told, block)]
    if block.kind not in ("text", "heading", "list") or len(block.text) > 200:
        return []
    line = line_of(block)
    dateline = DATELINE.match(block.text)
    if not line.days or not (line.is_furniture or dateline or signed_line(block)):
        return _within_title(block, title)
    found = []
    for day in line.days:
        label = label_before(block.text, day) or _label_of(before)
        score = {"posted": 5.0, "changed": 2.5, "event": -6.0, "": 3.0}[label]
        score += _near(block, place)
        score += 1.0 if any(said(t, "date") for t in block.chain[:2]) else 0.0
        score += 0.5 if day.time else 0.0
        score -= 6.0 if judge.is_junk(block) and not _is_beside(block, title) else 0.0
        score -= 3.0 if block.link_density > 0.4 or _is_beside_link(block) else 0.0
        name = _place_of(dateline["place"]) if dateline and dateline["place"] else ""
        found.append(_Candidate(score, day, block, name))
    return found


def _label_of(text: str) -> str:
    """What a cell of a form calls the date in the cell behind it."""
    label = plain(text).strip(" :")
    kinds = ("posted", "changed", "event") if len(label) < 40 else ()
    return next((kind for kind in kinds if label in word_set("labels", kind)), "")


def _told(block: Block) -> Day | None:
    """The date in a sentence of the page about itself: `This entry was posted on …`."""
    found = days(block.text[:400]) if block.kind == "text" else []
    return (
        found[0]
        if found
        and re.match(r"\W*(?:this (?:entry|post)|bài (?:viết )?này|entry)\b", block.text, re.I)
        else None
    )


def _within_title(block: Block, title: Block | None) -> list[_Candidate]:
    """A date in brackets behind the title itself."""
    if block is not title:
        return []
    found = days(block.text)
    ends = [
        d
        for d in found
        if d.end >= len(block.text) - 12
        and block.text[: d.start].rstrip().endswith(("(", "[", "(Ngày", "(ngày"))
    ]
    return [_Candidate(5.0, d, block) for d in ends]


def _place_of(text: str) -> str:
    return text.strip() if text[:1].isupper() else ""


def _is_beside(block: Block, title: Block | None) -> bool:
    return title is not None and abs(block.index - title.index) <= 2


def _is_beside_link(block: Block) -> bool:
    """Whether the line stands in the item of a list whose other part is a link."""
    item = next((t for t in block.chain[:4] if t.name in ("li", "tr", "p", "dd")), None)
    return (
        item is not None
        and item.find("a", href=True) is not None
        and item.get_text().strip().endswith(block.text[-8:])
        and len(item.get_text()) > len(block.text) + 20
        and item.find("h1") is None
    )


def _near(block: Block, place: _Place) -> float:
    """Nearness to the title, to the head of the text, or to its end."""
    inside = block.within(place.region)
    score = 2.0 if inside else -2.0
    if place.title is not None:
        distance = block.index - place.title.index
        if 0 < distance <= 6 and block.index <= place.first:
            return score + 3.0 - 0.2 * distance
        if -3 <= distance <= 0:
            return score + (2.5 if inside else 4.0)
        if -8 <= distance < -3:
            return score + 0.5
    elif 0 < place.first - block.index <= 4:
        return score + 3.0
    if block.index > place.last >= 0:
        return score + (1.0 if block.index in place.taken else -1.5)
    return score - 1.0


def _ordered(
    best: _Candidate, blocks: list[Block], meta: Metadata, text: str
) -> tuple[datetime.date, str]:
    """The reading that is meant where day and month could change places."""
    day = best.day
    if day.other is None:
        return day.date, ""
    others = [d for b in blocks if len(b.text) < 300 for d in days(b.text) if d.order]
    us = sum(d.order == "month" for d in others)
    vn = sum(d.order == "day" and not d.is_us for d in others)
    same_style = [d for d in others if d.is_us == day.is_us]
    if same_style and day.is_us:
        us, vn = (
            sum(d.order == "month" for d in same_style),
            sum(d.order == "day" for d in same_style),
        )
    events = _events(text, day.date.year)
    gaps = [_gap(reading, events) for reading in (day.date, day.other)]
    if gaps[0] is not None and gaps[1] is not None and gaps[0] != gaps[1]:
        meant = day.date if gaps[0] < gaps[1] else day.other
        return meant, "" if meant == day.date or us else "date-order"
    if us > vn:
        return day.other, ""
    if day.is_us and meta.lang.lower().startswith("en") and not vn:
        return day.other, "date-order"
    return day.date, ""


def _events(text: str, year: int) -> list[datetime.date]:
    """Days that the text itself speaks of, day first, as people write them."""
    found = [d.date for d in days(text)]
    for match in _SHORT_DAY.finditer(text):
        try:
            found.append(datetime.date(year, int(match[2]), int(match[1])))
        except ValueError:
            continue
    return found


def _gap(reading: datetime.date, events: list[datetime.date]) -> int | None:
    """Days from the nearest event on or before `reading`; many if all lie behind it."""
    if not events:
        return None
    before = [(reading - e).days for e in events if 0 <= (reading - e).days <= 60]
    return min(before, default=999)


def _from_text(taken: list[Block]) -> Posted:
    """The first full date that the text mentions: an event, so a guess."""
    for block in taken:
        if block.kind in ("text", "quote", "heading"):
            found = [d for d in days(block.text) if 1980 <= d.date.year <= 2100]
            if found:
                return Posted(found[0].date, doubt="date-from-text")
    return Posted(None)
