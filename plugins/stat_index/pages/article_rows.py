"""The list *Số liệu trong bài*: what an article states, each with its row and its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stat_index.model import Observation, kind_words, period_of
from stat_index.values import observation_text
from vntext.values import quickly_made


@quickly_made
@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One figure of an article."""

    id: str
    """Anchor of its sentence in the same page."""
    name: str
    detail: str
    """Its level, and whose it is where that is not the article's organisation."""
    kind: str
    """Empty for results."""
    period: str
    value: str
    row: str
    """Address of its row, from the root of the site."""


def article_rows(observations: Iterable[Observation], own: str) -> tuple[ArticleRow, ...]:
    """The published figures in reading order; what is said twice stands once.

    `own` is the id of the article's organisation, which is not told each time.
    """
    rows: dict[object, ArticleRow] = {}
    for observation in observations:
        if observation.published:
            said = (observation.slug, observation.period, observation.statement)
            rows.setdefault(said, _row(observation, own))
    return tuple(rows.values())


def _row(observation: Observation, own: str) -> ArticleRow:
    period = period_of(observation)
    owner = observation.organisation
    key = observation.series
    told = (key.level, "" if owner.id == own else owner.short)
    return ArticleRow(
        observation.id,
        observation.indicator.label,
        ", ".join(filter(None, told)),
        " ".join(filter(None, (kind_words(key.kind, observation.indicator.label), key.against))),
        period.label if period else "",
        observation_text(observation, with_unit=True),
        f"so-lieu/{observation.slug}/#{observation.id}",
    )
