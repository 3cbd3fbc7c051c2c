"""Figures that a noun alone names, by what was done: 73 vụ of *xử lý 73 vụ* are *vụ xử lý*.

Reports count the same cases at each step, and people by what befell some of them. On one line they
would disagree within an article, and years of different deeds would be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures import Figure
from figures.relations.deeds import said_of
from stat_index.model import Indicator
from stat_index.registry import Registry, continued, normal_phrase, sentence_case
from vntext.values import changed


def named_by_deed(figure: Figure, registry: Registry) -> Figure:
    """`figure`, called by its deed where its noun leaves open who is meant.

    An entry of the registry for both wins: *lớp bế giảng* for 11 lớp of *bế giảng 11 lớp*. One for
    the noun itself holds the figure only if the deed is its own: the registry or its label says so.
    What was opened at one time (*khai giảng*) is some of what is counted over the year.
    """
    deed = figure.deed
    if not deed:
        return _without_idle_deed(figure, registry)
    noun = _noun(figure)
    for name in _names(noun, deed):
        if registry.indicator(name, figure.level, figure.unit).registered:
            return changed(figure, indicator=name)
    entry = registry.indicator(figure.indicator, figure.level, figure.unit)
    own = entry.registered and (deed in registry.deeds.get(entry.id, ()) or _tells(entry, deed))
    if own:
        return changed(figure, deed="")
    return changed(figure, indicator=next(_names(noun, deed)))


_IDLE = re.compile(
    r"(?P<noun>.+?) (?:đã được |đã |được )?(?:phối hợp )?(?:mở|tổ chức|triển khai|thực hiện|giảng dạy)",
    re.IGNORECASE,
)
"""A noun with the deed by which its things are counted anyway: số lớp đã mở."""


def _without_idle_deed(figure: Figure, registry: Registry) -> Figure:
    """`figure`, called by its noun where its name only adds such a deed to what the registry knows."""
    match = _IDLE.fullmatch(normal_phrase(figure.indicator))
    if not match or registry.indicator(figure.indicator, figure.level, figure.unit).registered:
        return figure
    known = registry.indicator(match["noun"], figure.level, figure.unit).registered
    return changed(figure, indicator=match["noun"]) if known else figure


def lasting_name(figure: Figure, registry: Registry) -> str:
    """By what a figure is told from others for good, whatever the index calls it.

    Its noun where the registry knows that, else with its deed, too: the same noun comes again.
    """
    if (
        not figure.deed
        or registry.indicator(figure.indicator, figure.level, figure.unit).registered
    ):
        return figure.indicator
    return f"{figure.deed} ({_noun(figure)})"


def _noun(figure: Figure) -> str:
    # Whoever was admitted is new.
    return sentence_case(figure.indicator).removesuffix(" mới")


def _names(noun: str, deed: str) -> Iterator[str]:
    """How both are called, the index's own name first."""
    yield f"{noun} {said_of(noun, deed)}"
    yield f"{noun} {deed}"
    yield f"{noun} được {deed}"
    yield f"{noun} mới {deed}"
    yield f"{deed} {continued(noun)}"
    yield f"{deed} ({noun})"


def _tells(entry: Indicator, deed: str) -> bool:
    """Whether the name of an entry tells the deed: bổ sung of *Bản sách bổ sung*."""
    return f" {normal_phrase(deed)} " in f" {normal_phrase(entry.label)} "
