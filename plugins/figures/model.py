"""Figures, refusals and the text they are read from. Terms follow SDMX."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Qualifier = Literal["exact", "over", "under", "about", "at_least", "at_most"]
Kind = Literal["result", "target", "change", "ratio", "breakdown"]
PeriodSource = Literal["stated", "carried", "article_date", "none"]
IndicatorPosition = Literal["after", "elsewhere", "inherited"]
Direction = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity that a text states (an SDMX observation)."""

    start: int
    end: int
    """Half-open span of the number, in code points of the text as given."""
    as_written: str
    value_min: Decimal
    value_max: Decimal
    """Absolute and unsigned (40 nghìn is 40000); equal unless a range."""
    qualifier: Qualifier
    indicator: str
    """Noun phrase as written, without level, time and place."""
    indicator_position: IndicatorPosition
    level: str | None
    """`cấp tỉnh`, `cấp trường`…, as written."""
    unit: str | None
    """%, đồng, ha…, or the counting noun."""
    period: str | None
    """2023, 2023-H1, 2023-Q3, 2023-05, 2013-01..08, 2015-2020, 2022-2023-HK1, 2022-06-30."""
    period_source: PeriodSource
    kind: Kind
    direction: Direction | None
    """Of a change."""
    base: str | None
    """What a change or ratio is measured against, as written."""
    denominator: Decimal | None
    """Of a fraction such as 15/36."""
    parent: int | None
    """Index, in the same reading, of the total that this figure is a part of."""
    ref: int | None
    """Index of the figure that a change or ratio talks about."""
    rule: str
    """Name of the rule that found it."""
    confidence: float
    """Between 0 and 1: share of figures with this evidence that are right."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number that is no figure, and why."""

    start: int
    end: int
    text: str
    reason: str
    """Name of the rule that refused it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about a text beside its words."""

    date: datetime.date | None = None
    """Of publication."""
    lead: str | None = None
    """Title or earlier sentences: they may tell the period, they hold no figures."""
    institution: str | None = None
    period: str | None = None
    """Set by the editor for the whole text; wins over what is read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All figures and refusals of one text, both in order of their place."""

    figures: tuple[Figure, ...]
    refusals: tuple[Refusal, ...]
