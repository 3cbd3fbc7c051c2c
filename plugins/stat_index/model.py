"""What the index is made of: observations and their articles. Plain values, no Pelican.

Terms follow SDMX: an *observation* is a figure at home in an article; a *series* holds
the observations of one organisation, indicator, level, unit, kind and frequency.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from figures.model import Direction, Kind, PeriodSource, Qualifier
from stat_index.corrections import Correction
from stat_index.periods import Period, parse_period
from vntext.values import quickly_made

SeriesKind = Literal["result", "part", "target", "change", "ratio"]
Standing = Literal["stands", "corrected", "not_preferred"]

#: How far from the truth "khoảng" may lie.
_ABOUT_LOW, _ABOUT_HIGH = Decimal("0.9"), Decimal("1.1")

UNCLASSIFIED = "Chưa phân loại"

SERIES_KIND_LABELS: dict[str, str] = {
    "result": "Kết quả",
    "part": "Phần của tổng",
    "target": "Chỉ tiêu, kế hoạch",
    "change": "Mức tăng, giảm",
    "ratio": "Tỷ lệ",
}


def kind_words(kind: SeriesKind, name: str) -> str:
    """What a series of this kind holds, to stand behind `name`; empty for results, and where the
    name itself begins with it (*Tỷ lệ tốt nghiệp*).
    """
    words = "" if kind == "result" else SERIES_KIND_LABELS[kind].lower()
    return "" if name.lower().startswith(words) else words


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whose figures they are."""

    id: str
    name: str
    short: str
    aliases: tuple[str, ...] = ()
    cluster: str = ""
    """Id of the cluster that it belongs to, or of the organisation in whose tables it has a row."""
    demonstration: bool = False
    """Its figures are invented and must say so wherever they are shown."""
    registered: bool = True

    @property
    def named_by_row(self) -> bool:
        """Whether only rows of tables name it, those of the organisation that `cluster` says."""
        return bool(self.cluster) and not self.registered


@quickly_made
@dataclass(frozen=True, slots=True)
class Indicator:
    """What is counted or measured."""

    id: str
    label: str
    unit: str = ""
    group: str = UNCLASSIFIED
    definition: str = ""
    aliases: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    plausible: tuple[Decimal, Decimal] | None = None
    registered: bool = True
    beside: str = ""
    """Of an unregistered one: id of the entry that it stands beside; see `beside`."""


@quickly_made
@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """What must be equal before two values may stand on one line."""

    organisation: str
    """Id."""
    indicator: str
    """Id."""
    level: str
    """`cấp tỉnh`…, empty for none."""
    unit: str
    kind: SeriesKind
    frequency: str
    """See `periods.Period.frequency`."""
    base: str = ""
    """With what a ratio or a change is compared; see `bases`."""

    @property
    def against(self) -> str:
        """The same for readers: so với tháng trước."""
        return f"so với {self.base}" if self.base else ""


@quickly_made
@dataclass(frozen=True, slots=True)
class Observation:
    """One figure of one article, with all that is needed to show, find and cite it."""

    id: str
    """Permanent; also the anchor in the article's page."""
    article: str
    """Id of the article."""
    organisation: Organisation
    indicator: Indicator
    series: SeriesKey
    slug: str
    """Of the series: its page is `so-lieu/<slug>/`."""
    value_min: Decimal
    value_max: Decimal
    qualifier: Qualifier
    as_written: str
    phrase: str
    """The indicator as written."""
    level: str | None
    unit: str | None
    """As written."""
    period: str | None
    period_source: PeriodSource
    kind: Kind
    direction: Direction | None
    base: str | None
    denominator: Decimal | None
    parent: str | None
    """Id of the observation, in the same article, that this one is a part of."""
    rule: str
    confidence: float
    sentence: str
    mark_start: int
    mark_end: int
    """Half-open span of the number in `sentence`."""
    line: int
    """1-based line of the source file."""
    published: bool
    """Sure enough, or marked by the editor; the others are questions."""
    marked: bool
    """The editor set or confirmed something about it."""
    question: str = ""
    """Vietnamese: why it is not published."""
    correction: Correction | None = None
    """What the article says was wrong before."""
    preferred: bool = False
    """The article asks that this value be shown where articles disagree."""

    @property
    def exact(self) -> bool:
        """Whether it is one number without a hedge."""
        return self.qualifier == "exact" and self.value_min == self.value_max

    @property
    def span(self) -> tuple[Decimal, Decimal]:
        """The lowest and the highest value; those of a decrease are negative."""
        return self._signed(self.value_min, self.value_max)

    @property
    def statement(self) -> tuple[Decimal, Decimal, str]:
        """What two observations must share to say the same."""
        return *self.span, self.qualifier

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """Between which values the truth lies if the statement holds; see `span`."""
        return self._signed(*self._hedged())

    def _signed(self, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
        return (-high, -low) if self.direction == "down" else (low, high)

    def _hedged(self) -> tuple[Decimal, Decimal]:
        low, high = self.value_min, self.value_max
        if self.qualifier in ("over", "at_least"):
            return low, Decimal("Infinity")
        if self.qualifier in ("under", "at_most"):
            return Decimal(0), high
        if self.qualifier == "about":
            return low * _ABOUT_LOW, high * _ABOUT_HIGH
        return low, high

    def agrees(self, other: Observation) -> bool:
        """Whether both can be true: *hơn 430 lớp* agrees with *439 lớp*."""
        (low, high), (other_low, other_high) = self.bounds, other.bounds
        return low <= other_high and other_low <= high


@quickly_made
@dataclass(frozen=True, slots=True)
class Source:
    """An article that states figures."""

    id: str
    title: str
    address: str
    """From the root of the site, with a slash at its end: `2023/11/hoi-nghi/`."""
    date: str
    """ISO day of publication."""
    modified: str = ""
    """ISO day of the last change, empty for none."""
    path: str = ""
    """Of the source file, for findings."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Statement:
    """An observation beside its article, and whether it stands."""

    observation: Observation
    source: Source
    standing: Standing = "stands"

    @property
    def address(self) -> str:
        """Of the sentence, from the root of the site."""
        return f"{self.source.address}#{self.observation.id}"


def period_of(observation: Observation) -> Period | None:
    """The parsed period; None when the text gave none."""
    return parse_period(observation.period) if observation.period else None
