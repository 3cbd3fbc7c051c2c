"""Figures that a noun alone names, by what was done: 73 vụ of *xử lý 73 vụ* are *xử lý (vụ)*.

Reports count the same cases at each step, and people by what befell some of them. On one line they
would disagree within an article, and years of different deeds would be compared.
"""

from __future__ import annotations

from figures import Figure
from stat_index.registry import Registry, sentence_case
from vntext.values import changed


def named_by_deed(figure: Figure, registry: Registry) -> Figure:
    """`figure`, called by its deed where its noun leaves open who is meant.

    An entry of the registry for the noun itself wins.
    """
    if (
        not figure.deed
        or registry.indicator(figure.indicator, figure.level, figure.unit).registered
    ):
        return figure
    # Whoever was admitted is new.
    noun = sentence_case(figure.indicator).removesuffix(" mới")
    return changed(figure, indicator=f"{figure.deed} ({noun})")
