"""Which rows at the top of a table are headers, where its source does not say so of all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from figures.text import lexicon as lx
from figures.text.mentions import YEAR
from figures.text.period_forms import STARTERS, mention, period_at
from vntext.unicode import nfc

_MOST = 2
"""As many rows of words alone may head a table whose source marks none."""
_NUMBERED = re.compile(r"(?<!\w)\d")
"""A number; not the power in m2 and m3."""
_UNIT = re.compile(r"\s*\([^()\d]*\)\s*$")
"""A unit in brackets at the end: 9 tháng năm 2023 (triệu USD)."""
_DONE = frozenset({"th", "ước th"})
"""How headers shorten "thực hiện"."""
_WORD = re.compile(r"\w+")
_YEAR = re.compile(rf"(?<!\w){YEAR}")
_ONLY_YEAR = re.compile(
    r"(?:năm\s*)?(?:19|20)\d{2}|(?:năm|tháng|quý)\s*(?:19|20)?\d{2}", re.IGNORECASE
)
_DATE = re.compile(r"(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d", re.IGNORECASE)
_ENDS_NUMBERED = re.compile(r"[^\W\d][^\d]* \d{1,2}")
_KINDS = frozenset({"plan", "target", "done", "base"})

Row = Sequence[tuple[str, bool]]
"""The texts of a row, each with whether the source marks it as a header."""


def header_rows(rows: Sequence[Row]) -> int:
    """How many rows at the top are headers."""
    count = 0
    for row in rows:
        told = [header for text, header in row if text]
        if told and not all(told):
            break
        count += 1
    if count:
        return min(count + _goes_on(rows, count), len(rows))
    while count < min(_MOST, len(rows) - 1) and not any(_is_value(t) for t, _ in rows[count][1:]):
        count += 1
    if not count and len(rows) > 1 and all(_ONLY_YEAR.fullmatch(nfc(t)) for t, _ in rows[0][1:]):
        return 1
    return count


def _goes_on(rows: Sequence[Row], count: int) -> bool:
    """Whether the first row below the headers goes on with them, as Markdown has but one row of them.

    *Hộ nghèo | (nothing)* above *Số hộ | Tỷ lệ %*: no value, and words where the header has none.
    """
    if count != 1 or len(rows) < 3:
        return False
    above, below = [text for text, _ in rows[0]], [text for text, _ in rows[1]]
    under_none = any(text and not over for over, text in zip(above, below, strict=False))
    return under_none and not below[0] and not any(map(_is_value, below))


def planned_year(heads: Sequence[tuple[str, ...]], stub_head: str) -> str:
    """The only year that columns name beside their kinds, for all, as *năm 2023*: kế hoạch năm 2023 | thực hiện."""
    cells = [nfc(text).lower() for texts in heads for text in texts]
    dated = [cell for cell in cells if _NUMBERED.search(cell)]
    if not dated or nfc(stub_head).lower() in dated or not all(map(_dates_kind, dated)):
        return ""
    years = {year for cell in dated for year in _YEAR.findall(cell)}
    return f"năm {years.pop()}" if len(years) == 1 else ""


def _is_value(text: str) -> bool:
    """Whether a cell has a number that is no time, nor of a header's."""
    words = nfc(text).lower()
    if _NUMBERED.search(words) is None or _ONLY_YEAR.fullmatch(words) or _DATE.fullmatch(words):
        return False
    words = _UNIT.sub("", words).strip()
    if words[:1].isalpha() and _NUMBERED.search(_without_times(words)) is None:
        # Lũy kế 11 tháng.
        return False
    if _ENDS_NUMBERED.fullmatch(words):
        # Điểm vòng 1.
        return False
    return mention(words) is None and not _dates_kind(words)


def _dates_kind(words: str) -> bool:
    """Whether a cell only names a time and what its column tells of it: kế hoạch năm 2023."""
    return _names_kind(words.split()[:3]) and _NUMBERED.search(_without_times(words)) is None


def _names_kind(said: list[str]) -> bool:
    """Whether a header begins with what its column tells: a plan, what was done, a change, an amount."""
    phrases = (" ".join(said[:length]) for length in range(len(said), 0, -1))
    first = next(filter(None, map(lx.entries().get, phrases)), None)
    if first is None:
        return bool(said) and said[0] in _DONE
    told = first.tags & (lx.CHANGE | lx.AMOUNTS | lx.HEDGE)
    return bool(told) or not _KINDS.isdisjoint(first.cues)


def _without_times(words: str) -> str:
    """The words of a header without the periods and years that have digits."""
    kept, at = [], 0
    for word in _WORD.finditer(words):
        starter = "0" if word[0].isdecimal() else word[0]
        if word.start() < at or (starter != "0" and starter not in STARTERS):
            continue
        found = period_at(starter, words, word.start(), len(words))
        if found is not None and any(map(str.isdecimal, found[0])):
            kept.append(words[at : found.start()])
            at = found.end()
    return _YEAR.sub("", "".join([*kept, words[at:]]))
