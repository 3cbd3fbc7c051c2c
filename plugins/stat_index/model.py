"""What the index is made of: observations, series, cells. Plain values, no Pelican.

Terms follow SDMX: an *observation* is a figure at home in an article; a *series* holds
the observations of one organisation, indicator, level, unit, kind and frequency.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Literal, TypeVar, overload

from figures.model import Direction, Kind, PeriodSource, Qualifier
from stat_index.corrections import Correction
from stat_index.periods import Period, frequency_label, parse_period

SeriesKind = Literal["result", "part", "target", "change", "ratio"]
Standing = Literal["stands", "corrected", "not_preferred"]

#: How far from the truth "khoảng" may lie.
_ABOUT_LOW, _ABOUT_HIGH = Decimal("0.9"), Decimal("1.1")

UNCLASSIFIED = "Chưa phân loại"

#: A cell shows so many different values at most, and quotes so many statements: thousands of
#: articles may speak of one thing. Downloads hold all of them.
MOST_SHOWN = 8
MOST_QUOTED = 10
#: Of so many more, a page has the anchors that their articles link to.
MOST_ANCHORS = 1_000

SERIES_KIND_LABELS: dict[str, str] = {
    "result": "Kết quả",
    "part": "Phần của tổng",
    "target": "Chỉ tiêu, kế hoạch",
    "change": "Mức tăng, giảm",
    "ratio": "Tỷ lệ",
}


Item = TypeVar("Item")


class Late(Sequence[Item]):
    """Items that are made when somebody looks at one."""

    def __init__(self, make: Callable[[], tuple[Item, ...]]) -> None:
        self._make = make

    @cached_property
    def _items(self) -> tuple[Item, ...]:
        return self._make()

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, place: int | slice) -> Item | tuple[Item, ...]:
        return self._items[place]


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


@dataclass(frozen=True, slots=True)
class Summary:
    """What all statements of a cell come to, however many they are."""

    count: int
    """How many statements there are."""
    shown: tuple[Statement, ...]
    """One for each different value that stands, the newest first: the first `MOST_SHOWN`."""
    values: int
    """How many different values stand."""
    sources: tuple[int, ...]
    """For each of `shown`, how many statements say the same or agree with it."""
    low: Decimal
    high: Decimal
    """The span of all that stand; decreases are negative."""
    corrected: bool
    """Whether a correction stands behind what is shown."""
    day: str
    """ISO day of the newest article or correction."""
    unquoted: tuple[str, ...] = ()
    """Ids of the statements after the first `MOST_QUOTED`: the first `MOST_ANCHORS`."""


@dataclass(frozen=True)
class Cell:
    """One series in one period."""

    period: Period
    statements: Sequence[Statement]
    """All of them, the newest article first; only the first of them where `known` tells of all."""
    change: Change | None = None
    no_change: str = ""
    """Vietnamese: why there is no change to show."""
    contradiction: str = ""
    """Vietnamese: a total that its parts contradict."""
    known: Summary | None = None
    """Of all statements, where `statements` are not all."""

    @cached_property
    def summary(self) -> Summary:
        """Of all statements."""
        return self.known or summary_of(self.statements)

    def bounded(self) -> Cell:
        """The same cell with no more statements than a page shows."""
        return replace(self, statements=tuple(self.statements[:MOST_QUOTED]), known=self.summary)

    @property
    def shown(self) -> tuple[Statement, ...]:
        """One statement for each different value that stands; more than one is a dispute."""
        return self.summary.shown

    @property
    def disputed(self) -> bool:
        """Whether articles disagree and no editor has decided.

        Parts, rates and changes are several by nature: each has a whole or a base of its own.
        """
        key = (self.shown or self.statements)[0].observation.series
        return key.kind in ("result", "target") and self.summary.values > 1

    @property
    def corrected(self) -> bool:
        """Whether a correction stands behind what is shown."""
        return self.summary.corrected

    @property
    def value(self) -> Observation | None:
        """The one undisputed observation, else None."""
        summary = self.summary
        return summary.shown[0].observation if summary.values == 1 else None


def summary_of(statements: Sequence[Statement]) -> Summary:
    """What `statements` of one cell come to: linear in them, however often one thing is said."""
    standing = [s for s in statements if s.standing == "stands"]
    exact = {o.statement: o for o in (s.observation for s in standing) if o.exact}.values()
    first: dict[tuple[Decimal, Decimal, str], Statement] = {}
    said = Counter(s.observation.statement for s in statements)
    hedged = {o.statement: o for o in (s.observation for s in statements) if not o.exact}
    for statement in standing:
        observation = statement.observation
        # A hedged value that agrees with an exact one adds nothing and is left out.
        if observation.exact or not any(observation.agrees(other) for other in exact):
            first.setdefault(observation.statement, statement)
    shown = tuple(first.values())[:MOST_SHOWN]
    spans = [_signed_span(s.observation) for s in first.values()]
    return Summary(
        len(statements),
        shown,
        len(first),
        tuple(_agreeing(s.observation, said, hedged) for s in shown),
        min((low for low, _ in spans), default=Decimal(0)),
        max((high for _, high in spans), default=Decimal(0)),
        any(s.standing == "corrected" or s.observation.correction is not None for s in statements),
        max(day for s in statements for day in _days(s)),
        tuple(s.observation.id for s in statements[MOST_QUOTED : MOST_QUOTED + MOST_ANCHORS]),
    )


def _agreeing(
    observation: Observation,
    said: Mapping[tuple[Decimal, Decimal, str], int],
    hedged: Mapping[tuple[Decimal, Decimal, str], Observation],
) -> int:
    """How many statements say the same as `observation`, or hedge and agree with it."""
    own = observation.statement
    agreeing = (key for key, o in hedged.items() if key != own and o.agrees(observation))
    return said[own] + sum(said[key] for key in agreeing)


def _signed_span(observation: Observation) -> tuple[Decimal, Decimal]:
    low, high = observation.value_min, observation.value_max
    return (-high, -low) if observation.direction == "down" else (low, high)


def _days(statement: Statement) -> Iterator[str]:
    """ISO days on which something was said."""
    yield statement.source.date
    if statement.observation.correction:
        yield statement.observation.correction.date


@dataclass(frozen=True, slots=True)
class SeriesFacts:
    """What lists need of a series without looking into its cells."""

    years: tuple[int, ...]
    """Those with a value, oldest first."""
    cells: int
    figures: int
    """Published observations."""
    day: str
    """ISO day of the newest article or correction."""
    corrected: tuple[Statement, ...]
    """Statements with a correction."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line of the index."""

    key: SeriesKey
    slug: str
    organisation: Organisation
    indicator: Indicator
    cells: Sequence[Cell]
    """Oldest first, one a period; gaps are not filled."""
    known: SeriesFacts | None = None
    """Where the cells lie in a store and are not to be read for it."""

    @property
    def facts(self) -> SeriesFacts:
        """In short."""
        return self.known or facts_of(self.cells)

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
        """The observations that its cells hold, oldest period first."""
        return tuple(statement for cell in self.cells for statement in cell.statements)

    @property
    def newest(self) -> Cell:
        """The cell of the last period."""
        return self.cells.newest if isinstance(self.cells, KeptCells) else self.cells[-1]

    def cells_of(self, year: int) -> tuple[Cell, ...]:
        """What stands in the column of `year` (several only for days and months)."""
        if isinstance(self.cells, KeptCells):
            return self.cells.of_year(year)
        return tuple(cell for cell in self.cells if cell.period.year == year)


def facts_of(cells: Sequence[Cell]) -> SeriesFacts:
    """The facts of a series that has these cells, all their statements among them."""
    return SeriesFacts(
        tuple(sorted({cell.period.year for cell in cells})),
        len(cells),
        sum(cell.summary.count for cell in cells),
        max((cell.summary.day for cell in cells), default=""),
        tuple(s for c in cells for s in c.statements if s.observation.correction is not None),
    )


class KeptCells(Late[Cell]):
    """Cells that are read year by year, when somebody looks."""

    def __init__(self, years: Sequence[int], read: Callable[[int], tuple[Cell, ...]]) -> None:
        super().__init__(lambda: tuple(cell for year in years for cell in self.of_year(year)))
        self._years = years
        self._read = read
        self._known: dict[int, tuple[Cell, ...]] = {}

    def of_year(self, year: int) -> tuple[Cell, ...]:
        """Those of one year; none where there are none."""
        if year not in self._known:
            self._known[year] = self._read(year) if year in self._years else ()
        return self._known[year]

    @property
    def newest(self) -> Cell:
        """The last one, without reading the others."""
        return self.of_year(self._years[-1])[-1]


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
