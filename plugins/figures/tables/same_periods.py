"""Columns that tell of the same period a year before, or of the one before: Cùng kỳ | 6 tháng năm 2023.

Guideline section 5: their period is known by the column beside them.
"""

from __future__ import annotations

import re
from collections import defaultdict

from figures.draft import Draft
from figures.model import Block
from figures.periods.meanings import last_year
from vntext.unicode import nfc, spaced

_SAME = re.compile(
    r"(?:thực hiện |th |số liệu |kết quả )?cùng kỳ(?: năm)?(?: trước| ngoái)?(?: (?P<year>20\d\d))?"
    r"(?: \([^()]*\))?"
)
_BEFORE = re.compile(r"(?:thực hiện |số liệu )?(?:kỳ|quý|tháng) trước(?: \([^()]*\))?")
_YEAR = re.compile(r"\d{4}")
_PART = re.compile(r"(?P<year>\d{4})-(?P<part>H|Q|)(?P<number>\d{1,2})")
_PARTS = {"H": 2, "Q": 4, "": 12}
"""How many halves, quarters and months a year has."""


def date_by_neighbours(cells: list[tuple[Block, Draft]]) -> None:
    """Gives such cells the period that those beside them in their row tell."""
    rows: dict[tuple[int | None, int], list[tuple[Block, Draft]]] = defaultdict(list)
    for block, draft in cells:
        rows[block.table, block.row].append((block, draft))
    for row in rows.values():
        looking_back = [(draft, found) for block, draft in row if (found := _looks_back(block))]
        if not looking_back:
            continue
        told = [draft for block, draft in row if not _looks_back(block) and _tells(draft)]
        told.sort(key=lambda draft: draft.period_source != "stated")
        for draft, found in looking_back:
            if told and (period := _before(told[0].period or "", found)):
                draft.period, draft.period_source = period, "carried"


def _looks_back(block: Block) -> re.Match[str] | None:
    """How the last header of a cell's column names a time before that of the columns beside it."""
    header = block.column_headers[-1] if block.column_headers else ""
    low = spaced(nfc(header)).strip(" *:").lower()
    return _SAME.fullmatch(low) or _BEFORE.fullmatch(low)


def _tells(draft: Draft) -> bool:
    return not (draft.share or draft.target or draft.kind == "change") and bool(draft.period)


def _before(period: str, found: re.Match[str]) -> str:
    """The same period a year before, or in the year that is named; else the one before it."""
    if found.re is _SAME:
        named = found["year"]
        back = last_year(period) - int(named) if named else 1
        return _YEAR.sub(lambda year: str(int(year[0]) - back), period)
    part = _PART.fullmatch(period)
    if part is None:
        return ""
    year, number, most = int(part["year"]), int(part["number"]) - 1, _PARTS[part["part"]]
    if not number:
        year, number = year - 1, most
    width = 1 if part["part"] else 2
    return f"{year}-{part['part']}{number:0{width}}"
