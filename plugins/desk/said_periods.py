"""Periods of figures in the head: as they are written here, and as they are said."""

from __future__ import annotations

import re

from desk.nodes import Refused, Text
from findings import Saying
from stat_index.periods import parse_period
from vntext.fold import fold


def period_of(found: Text, key: str) -> str | None:
    """The period that `found` names, None where it says nothing; `key` is the entry's.

    Raises Refused.
    """
    if not found.text or parse_period(found.text):
        return found.text or None
    better = _guess_period(found.text)
    raise Refused(
        found.line,
        found.column,
        Saying(
            f"{key} “{found.text}” không phải kỳ số liệu",
            f"“{key}: {found.text}” is no period of figures",
        ),
        Saying(f"viết {better}", f"write {better}")
        if better
        else Saying(
            "viết 2023 (cả năm), 2023-H1 (sáu tháng đầu năm), 2023-Q3, 2023-05, 2015-2020"
            " hoặc 2022-2023-HK1",
            "write 2023 (the whole year), 2023-H1 (its first half), 2023-Q3, 2023-05, 2015-2020"
            " or 2022-2023-HK1",
        ),
    )


#: Periods as they are said, folded, and as they are written here.
_SAID_PERIODS = tuple(
    (re.compile(said), written)
    for said, written in (
        (r"(?:ca )?nam (\d{4})", r"\1"),
        (r"(?:6|sau) thang dau nam (\d{4})", r"\1-H1"),
        (r"(?:6|sau) thang cuoi nam (\d{4})", r"\1-H2"),
        (r"qu[iy] ([1-4])[/, ]*(?:nam )?(\d{4})", r"\2-Q\1"),
        (r"thang 0?(\d)[/, ]*(?:nam )?(\d{4})", r"\2-0\1"),
        (r"thang (1[0-2])[/, ]*(?:nam )?(\d{4})", r"\2-\1"),
        (
            r"(?:giai doan|nhiem ky|tu nam|nam hoc)? ?(\d{4})\s*(?:[-–]|den(?: nam)?)\s*(\d{4})",
            r"\1-\2",
        ),
    )
)


def _guess_period(text: str) -> str | None:
    """The period that a reader would see in `text`, as it is written here."""
    said = fold(text).strip()
    for pattern, written in _SAID_PERIODS:
        match = pattern.fullmatch(said)
        if match and parse_period(period := match.expand(written)):
            return period
    return None
