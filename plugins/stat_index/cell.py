"""The cell of a series: what all its statements come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from stat_index.model import Observation, Statement
from stat_index.no_change import NoChange
from stat_index.periods import Period
from vntext.values import quickly_made

#: A cell shows so many different values at most, and quotes so many statements: thousands of
#: articles may speak of one thing. Downloads hold all of them.
MOST_SHOWN = 8
MOST_QUOTED = 10
#: A page of many figures quotes no more of each cell.
MOST_FIRST = 3
#: The page of a year names so many articles of a cell.
MOST_CITED = 6
#: A table shows fewer values than a chart.
MOST_IN_TABLES = 3
#: Of so many more, a page has the anchors that their articles link to.
MOST_ANCHORS = 1_000

_Said = tuple[Decimal, Decimal, str]
"""What statements have in common that say the same."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Change:
    """The step from the year before to a cell."""

    since: str
    """Period compared with."""
    absolute: Decimal
    """Signed."""
    percent: Decimal | None
    """Signed, one decimal; None when the earlier value is nought."""


@quickly_made
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
    no_change: NoChange | None = None
    """Why there is no change to show."""
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
        if self.known and len(self.statements) <= MOST_QUOTED:
            return self
        return Cell(
            self.period,
            tuple(self.statements[:MOST_QUOTED]),
            self.change,
            self.no_change,
            self.contradiction,
            self.summary,
        )

    def changed(self, change: Change | None, no_change: NoChange | None) -> Cell:
        """The same cell with another step, or none, from the year before."""
        return Cell(self.period, self.statements, change, no_change, self.contradiction, self.known)

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
    said: dict[_Said, list[Statement]] = defaultdict(list)
    standing: dict[_Said, Statement] = {}
    for statement in statements:
        what = statement.observation.statement
        said[what].append(statement)
        if statement.standing == "stands":
            standing.setdefault(what, statement)
    exact = {what: s.observation for what, s in standing.items() if s.observation.exact}
    hedged = {
        what: some[0].observation for what, some in said.items() if not some[0].observation.exact
    }
    # A hedged value that agrees with an exact one adds nothing and is left out.
    first = [
        (what, statement)
        for what, statement in standing.items()
        if what in exact or not any(map(statement.observation.agrees, exact.values()))
    ]
    spans = [s.observation.span for _, s in first]
    corrections = [c for s in statements if (c := s.observation.correction) is not None]
    return Summary(
        len(statements),
        tuple([s for _, s in first[:MOST_SHOWN]]),
        len(first),
        tuple([_agreeing(what, s.observation, said, hedged) for what, s in first[:MOST_SHOWN]]),
        min([low for low, _ in spans], default=Decimal(0)),
        max([high for _, high in spans], default=Decimal(0)),
        bool(corrections) or any(s.standing == "corrected" for s in statements),
        max([*(s.source.date for s in statements), *(c.date for c in corrections)]),
        tuple([s.observation.id for s in statements[MOST_QUOTED : MOST_QUOTED + MOST_ANCHORS]]),
    )


def _agreeing(
    own: _Said,
    observation: Observation,
    said: Mapping[_Said, Sequence[Statement]],
    hedged: Mapping[_Said, Observation],
) -> int:
    """How many statements say the same as `observation`, or hedge and agree with it."""
    agreeing = (key for key, o in hedged.items() if key != own and o.agrees(observation))
    return len(said[own]) + sum(len(said[key]) for key in agreeing)
