"""Why a cell has no change since the year before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from stat_index.periods import parse_period
from vntext.values import quickly_made

Reason = Literal["no_before", "missing", "inexact", "disputed"]

#: What is wrong with a period: as a sentence for the page of a series, and in the few words
#: that a column of numbers has room for.
_SAID: dict[Reason, tuple[str, str]] = {
    "no_before": ("kỳ này không có năm trước để so sánh", "không có kỳ trước"),
    "missing": ("không có số liệu của {label}", "thiếu năm {years}"),
    "inexact": ("giá trị của {label} không phải số chính xác", "số {years} ước chừng"),
    "disputed": ("các bài nêu khác nhau về {label}", "{years} nêu khác nhau"),
}


@quickly_made
@dataclass(frozen=True, slots=True)
class NoChange:
    """One period that cannot be subtracted, or subtracted from."""

    reason: Reason
    period: str
    """As in `Period.text`."""

    @property
    def sentence(self) -> str:
        """`không có số liệu của năm 2022`."""
        return _said(self, 0)

    @property
    def words(self) -> str:
        """`thiếu năm 2022`."""
        return _said(self, 1)


#: Many cells lack the same.
@lru_cache(4096)
def _said(what: NoChange, form: int) -> str:
    period = parse_period(what.period)
    label = period.label if period else what.period
    years = period.years if period else what.period
    return _SAID[what.reason][form].format(
        label=f"năm {label}" if label.isdigit() else label, years=years
    )
