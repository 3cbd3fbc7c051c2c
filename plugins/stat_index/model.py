"""What the index is made of: observations, series, cells. Plain values, no Pelican.

Terms follow SDMX: an *observation* is a figure at home in an article; a *series* holds
the observations of one organisation, indicator, level, unit, kind and frequency.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from figures.model import Direction, Kind, PeriodSource, Qualifier
from stat_index.corrections import Correction
from stat_index.periods import Period, frequency_label, parse_period

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


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whose figures they are."""

    id: str
    name: str
    short: str
    aliases: tuple[str, ...] = ()
    cluster: str = ""
    """Id of the cluster that it belongs to."""
    demonstration: bool = False
    """Its figures are invented and must say so wherever they are shown."""
    registered: bool = True


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
    def statement(self) -> tuple[Decimal, Decimal, str]:
        """What two observations must share to say the same."""
        return self.value_min, self.value_max, self.qualifier

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """Between which values the truth lies if the statement holds."""
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


@dataclass(frozen=True, slots=True)
class Change:
    """The step from the year before to a cell."""

    since: str
    """Period compared with."""
    absolute: Decimal
    """Signed."""
    percent: Decimal | None
    """Signed, one decimal; None when the earlier value is nought."""


@dataclass(frozen=True)
class Cell:
    """One series in one period."""

    period: Period
    statements: tuple[Statement, ...]
    """All of them, the newest article first; never empty."""
    change: Change | None = None
    no_change: str = ""
    """Vietnamese: why there is no change to show."""
    contradiction: str = ""
    """Vietnamese: a total that its parts contradict."""

    @cached_property
    def shown(self) -> tuple[Statement, ...]:
        """One statement for each different value that stands; more than one is a dispute.

        A hedged value that agrees with an exact one adds nothing and is left out.
        """
        standing = [s for s in self.statements if s.standing == "stands"]
        # An article may say one thing a thousand times.
        exact = {o.statement: o for o in (s.observation for s in standing) if o.exact}.values()
        first: dict[tuple[Decimal, Decimal, str], Statement] = {}
        for statement in standing:
            said = statement.observation
            if said.exact or not any(said.agrees(other) for other in exact):
                first.setdefault(said.statement, statement)
        return tuple(first.values())

    @property
    def disputed(self) -> bool:
        """Whether articles disagree and no editor has decided.

        Parts, rates and changes are several by nature: each has a whole or a base of its own.
        """
        key = self.statements[0].observation.series
        return key.kind in ("result", "target") and len(self.shown) > 1

    @property
    def corrected(self) -> bool:
        """Whether a correction stands behind what is shown."""
        return any(
            s.standing == "corrected" or s.observation.correction is not None
            for s in self.statements
        )

    @property
    def value(self) -> Observation | None:
        """The one undisputed observation, else None."""
        shown = self.shown
        return shown[0].observation if len(shown) == 1 else None

    def sources_of(self, statement: Statement) -> tuple[Statement, ...]:
        """All statements that say the same as `statement` or agree with it, itself included."""
        return tuple(
            s
            for s in self.statements
            if s.observation.statement == statement.observation.statement
            or (not s.observation.exact and s.observation.agrees(statement.observation))
        )


@dataclass(frozen=True, slots=True)
class Series:
    """One line of the index."""

    key: SeriesKey
    slug: str
    organisation: Organisation
    indicator: Indicator
    cells: tuple[Cell, ...]
    """Oldest first, one a period; gaps are not filled."""

    @property
    def address(self) -> str:
        """From the root of the site."""
        return f"so-lieu/{self.slug}/"

    @property
    def name(self) -> str:
        """Indicator, level and frequency: what tells it from its neighbours."""
        parts = [self.indicator.label, self.key.level, frequency_label(self.key.frequency)]
        return ", ".join(part for part in parts if part)

    @property
    def title(self) -> str:
        """With the organisation."""
        return f"{self.name} – {self.organisation.name}"

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every observation once, oldest period first."""
        return tuple(statement for cell in self.cells for statement in cell.statements)

    def cells_of(self, year: int) -> tuple[Cell, ...]:
        """What stands in the column of `year` (several only for days and months)."""
        return tuple(cell for cell in self.cells if cell.period.year == year)


@dataclass(frozen=True, slots=True)
class Group:
    """Series of one subject."""

    name: str
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All series of one organisation in one view."""

    organisation: Organisation
    years: tuple[int, ...]
    """Newest first."""
    groups: tuple[Group, ...]

    @property
    def rows(self) -> int:
        """Number of series."""
        return sum(len(group.series) for group in self.groups)


@dataclass(frozen=True, slots=True)
class CorrectionNote:
    """One entry of the corrections page."""

    correction: Correction
    statement: Statement
    """The corrected figure as it stands now."""
    series: Series

    @property
    def date(self) -> str:
        """ISO day; that of the article where the correction names none."""
        source = self.statement.source
        return self.correction.date or source.modified or source.date


@dataclass(frozen=True, slots=True)
class TextCorrection:
    """A correction of words, not of a figure."""

    correction: Correction
    source: Source

    @property
    def date(self) -> str:
        """ISO day; that of the article where the correction names none."""
        return self.correction.date or self.source.modified or self.source.date


@dataclass(frozen=True, slots=True)
class Index:
    """The yearbook."""

    series: tuple[Series, ...]
    """All, by organisation, group, indicator, level; downloads follow this order."""
    tables: tuple[Table, ...]
    """Results: one an organisation."""
    other: dict[SeriesKind, tuple[Table, ...]]
    """Targets, changes and ratios, each in a view of its own."""
    years: tuple[int, ...]
    """Newest first."""
    corrections: tuple[CorrectionNote, ...]
    """Newest first."""
    text_corrections: tuple[TextCorrection, ...]
    """Newest first."""
    questions: tuple[Statement, ...]
    """Not published: the editor is asked."""

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Those with at least one published figure."""
        return tuple(dict.fromkeys(series.organisation for series in self.series))


def period_of(observation: Observation) -> Period | None:
    """The parsed period; None when the text gave none."""
    return parse_period(observation.period) if observation.period else None
