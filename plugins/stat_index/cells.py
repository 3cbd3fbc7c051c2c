"""The cells of a series: what stands, what was corrected, what changed since the year before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from stat_index.cell import Cell, Change
from stat_index.corrections import Correction
from stat_index.model import Observation, SeriesKey, Source, Statement, period_of
from stat_index.no_change import NoChange
from stat_index.periods import Period
from stat_index.registry import normal_phrase
from stat_index.values import percentage
from vntext.numbers import format_number

Children = Mapping[tuple[str, str], list[Observation]]


def make_cells(
    key: SeriesKey, statements: Iterable[Statement], children: Children
) -> tuple[Cell, ...]:
    """The cells of one series, oldest first; `statements` come newest article first."""
    return with_changes(key, cells_alone(statements, children))


def cells_alone(statements: Iterable[Statement], children: Children) -> tuple[Cell, ...]:
    """The cells of some periods of one series, each made of what is said of it alone."""
    by_period: dict[str | None, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_period[statement.observation.period].append(statement)
    periods = [(_period_of(said[0].observation), said) for said in by_period.values()]
    return tuple(
        Cell(period, _with_standing(said), contradiction=_contradiction(said, children))
        for period, said in sorted(periods, key=lambda entry: entry[0].sort_key)
    )


def _period_of(observation: Observation) -> Period:
    period = period_of(observation)
    assert period is not None, "only figures with a period are published"
    return period


def with_changes(key: SeriesKey, cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """All `cells` of a series, each with its change since the year before."""
    if key.kind not in ("result", "target"):
        return tuple(cells)
    by_period = {cell.period.text: cell for cell in cells}
    return tuple(_with_change(cell, by_period, key.unit) for cell in cells)


def _with_standing(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Corrections first, then preferences, decide what stands."""
    correcting = [s for s in statements if s.observation.correction is not None]
    preferred = {s.observation.statement for s in statements if s.observation.preferred}
    if not correcting and not preferred:
        return tuple(statements)
    judged = []
    for statement in statements:
        if any(_corrects(one, statement) for one in correcting):
            judged.append(replace(statement, standing="corrected"))
        elif preferred and statement.observation.statement not in preferred:
            judged.append(replace(statement, standing="not_preferred"))
        else:
            judged.append(statement)
    return tuple(judged)


def _corrects(statement: Statement, other: Statement) -> bool:
    """Whether `statement` says that the value of `other` was wrong."""
    correction = statement.observation.correction
    if correction is None or statement.observation.statement == other.observation.statement:
        return False
    return any(_is_meant(other, one, statement.source) for one in correction.every)


def _is_meant(other: Statement, correction: Correction, source: Source) -> bool:
    """Whether `correction`, in the article `source`, speaks of the value of `other`."""
    if correction.article:
        return other.source.id == correction.article
    old = normal_phrase(correction.old)
    written = {
        normal_phrase(other.observation.as_written),
        format_number(other.observation.value_min),
    }
    older = (other.source.date, other.source.id) <= (source.date, source.id)
    return older and old in written


def _with_change(cell: Cell, cells: Mapping[str, Cell], unit: str) -> Cell:
    """`cell` with the change since the same period a year before, or why there is none."""
    before = cell.period.before
    if before is None:
        return cell.changed(None, NoChange("no_before", cell.period.text))
    earlier = cells.get(before)
    if earlier is None:
        return cell.changed(None, NoChange("missing", before))
    for one in (cell, earlier):
        if reason := _not_comparable(one):
            return cell.changed(None, reason)
    now, then = cell.value, earlier.value
    assert now is not None
    assert then is not None
    step = now.value_min - then.value_min
    percent = None
    if then.value_min and unit != "%":
        percent = percentage(step, then.value_min)
    return cell.changed(Change(before, step, percent), None)


def _not_comparable(cell: Cell) -> NoChange | None:
    """Why the value of a cell cannot be subtracted; None when it can."""
    if cell.value is None:
        return NoChange("disputed", cell.period.text)
    if not cell.value.exact:
        return NoChange("inexact", cell.period.text)
    return None


def _contradiction(statements: Iterable[Statement], children: Children) -> str:
    """What the parts say against their total; empty when they agree or cannot tell."""
    for statement in statements:
        total = statement.observation
        parts = children.get((total.article, total.id))
        if not parts:
            continue
        if total.qualifier not in ("exact", "under", "at_most"):
            continue
        if note := _against(total, [part for part in parts if _adds_up(part, total)]):
            return note
    return ""


def _adds_up(part: Observation, total: Observation) -> bool:
    """Whether a part counts the same things as its total."""
    return part.series.unit == total.series.unit and part.kind == "breakdown"


def _against(total: Observation, parts: Sequence[Observation]) -> str:
    for part in parts:
        if part.qualifier in ("exact", "over", "at_least") and part.value_min > total.value_max:
            return (
                f"một phần ({part.phrase}: {format_number(part.value_min)}) lớn hơn tổng"
                f" {format_number(total.value_max)}"
            )
    # Only parts by level exclude each other for certain; women and party members do not.
    levels = {part.level for part in parts}
    phrases = {normal_phrase(part.phrase) for part in parts}
    if len(parts) < 2 or None in levels or len(levels) != len(parts) or len(phrases) != 1:
        return ""
    added = sum((part.value_min for part in parts), Decimal(0))
    if added <= total.value_max:
        return ""
    return (
        f"các phần cộng lại là {format_number(added)}, lớn hơn tổng"
        f" {format_number(total.value_max)}"
    )
