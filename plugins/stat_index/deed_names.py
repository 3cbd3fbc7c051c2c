"""Figures that only a counter names, by what was done: 73 vụ of *xử lý 73 vụ* are *xử lý (vụ)*.

Reports count the same cases at each step; on one line they would disagree within an article, and
years of different steps would be compared.
"""

from __future__ import annotations

from figures import Figure
from stat_index.registry import Registry
from vntext.values import changed


def named_by_deed(figure: Figure, registry: Registry) -> Figure:
    """`figure`, called by its deed where it is called by no more than a counter.

    An entry of the registry for the counter itself wins.
    """
    if (
        not figure.deed
        or registry.indicator(figure.indicator, figure.level, figure.unit).registered
    ):
        return figure
    return changed(figure, indicator=f"{figure.deed} ({figure.indicator.lower()})")
