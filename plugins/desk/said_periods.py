"""Periods of figures in the head."""

from __future__ import annotations

from desk.nodes import Refused, Text
from findings import Saying
from stat_index.periods import parse_period
from stat_index.written_periods import written_period


def period_of(found: Text, key: str) -> str | None:
    """The period that `found` names, None where it says nothing; `key` is the entry's.

    Raises Refused.
    """
    if not found.text or parse_period(found.text):
        return found.text or None
    better = written_period(found.text)
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
