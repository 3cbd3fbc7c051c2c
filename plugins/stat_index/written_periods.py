"""Periods as people say them."""

from __future__ import annotations

import re

from stat_index.periods import parse_period
from vntext.fold import fold

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


def written_period(text: str) -> str | None:
    """The period that `text` says in words, as heads and marks write it: `2023-H1`."""
    said = fold(text).strip()
    for pattern, written in _SAID_PERIODS:
        match = pattern.fullmatch(said)
        if match and parse_period(period := match.expand(written)):
            return period
    return None
