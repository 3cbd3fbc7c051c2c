"""The list *Số liệu trong bài*: what an article states, each with its row and its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stat_index.model import SERIES_KIND_LABELS, Observation, period_of
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
    kind: str
    """Empty for results."""
    period: str
    value: str
    row: str
    """Address of its row, from the root of the site."""


def article_rows(observations: Iterable[Observation]) -> tuple[ArticleRow, ...]:
    """The published figures in reading order; what is said twice stands once."""
    rows: dict[object, ArticleRow] = {}
    for observation in observations:
        if observation.published:
            said = (observation.slug, observation.period, observation.statement)
            rows.setdefault(said, _row(observation))
    return tuple(rows.values())


def _row(observation: Observation) -> ArticleRow:
    period = period_of(observation)
    kind = observation.series.kind
    return ArticleRow(
        observation.id,
        observation.indicator.label,
        observation.series.level,
        "" if kind == "result" else SERIES_KIND_LABELS[kind].lower(),
        period.label if period else "",
        observation_text(observation, with_unit=True),
        f"so-lieu/{observation.slug}/#{observation.id}",
    )
