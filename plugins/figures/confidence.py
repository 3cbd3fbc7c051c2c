"""How sure a figure is, from the steps that led to it."""

from __future__ import annotations

from functools import lru_cache

from figures.draft import Draft

_BY_RULE = {
    "count": 0.98,
    "count-fraction": 0.95,
    "label-counter": 0.93,
    "label": 0.9,
    "level-only": 0.93,
    "inherited": 0.85,
    "measure-left": 0.95,
    "measure-verb": 0.9,
    "measure-right": 0.93,
    "share-left": 0.93,
    "share-right": 0.93,
    "share-base": 0.9,
    "rate": 0.93,
    "rate-about": 0.93,
    "paired": 0.9,
    "cell": 0.95,
}


def confidence(draft: Draft) -> float:
    """How sure a figure is: above all a rank.

    On passages that the grammar has learnt from it is about the share of figures with this evidence
    whose number and name are right; on pages that it has not, that share is lower (docs/figures.md).
    """
    return _sureness(draft.rule, draft.doubts, draft.period_source == "none")


@lru_cache(maxsize=1024)
def _sureness(rule: str, doubts: float, timeless: bool) -> float:
    """Rounding is dear, and few steps lead to many figures."""
    sure = _BY_RULE[rule] * doubts
    if timeless:
        sure *= 0.9
    return round(sure, 3)
