"""Figures that articles state against each other, or that jump from one year to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from desk.rule import Survey
from desk.site import Document
from findings import Finding, Saying, Severity
from stat_index.book import Series
from stat_index.cell import Cell
from stat_index.corrections import correction_of
from stat_index.index import ArticleRecord, build_index
from stat_index.model import Observation, Source, Statement
from stat_index.registry import Registry
from stat_index.values import value_text

#: A value so many times the year before's, or less than one so-many-th of it, is asked about.
JUMP = 3
_SMALL = 10


def figure_findings(
    read: Iterable[tuple[Document, Sequence[Observation]]], registry: Registry, survey: Survey
) -> list[Finding]:
    """Conflicts and jumps among the figures of all public articles."""
    articles = [
        ArticleRecord(
            Source(
                document.id,
                document.title,
                document.address,
                document.date.date().isoformat() if document.date else "",
                path=document.path,
            ),
            tuple(observations),
            tuple(correction_of(entry) for entry in document.corrections),
        )
        for document, observations in read
        if document.kind == "article" and survey.is_public(document)
    ]
    index = build_index(articles, registry)
    return [finding for series in index.series for finding in _of_series(series)]


def _of_series(series: Series) -> Iterator[Finding]:
    for cell in series.cells:
        if cell.disputed:
            yield _conflict(series, cell)
    cells = {cell.period.text: cell for cell in series.cells}
    for cell in series.cells:
        older = cells.get(cell.period.before or "")
        if older is not None:
            yield from _jump(older, cell)


def _conflict(series: Series, cell: Cell) -> Finding:
    """Told at the newest article that disagrees."""
    newest, *others = cell.shown
    value, period = value_text(newest.observation), newest.observation.period
    places = [
        (f"{other.source.path}:{other.observation.line}", value_text(other.observation))
        for other in others
    ]
    said = "; ".join(f"{place} viết {number}" for place, number in places)
    english = "; ".join(f"{place} says {number}" for place, number in places)
    return Finding(
        newest.source.path,
        newest.observation.line,
        1,
        "figure-conflict",
        Saying(
            f"{_named(newest)}, {cell.period.label}: bài này viết {value}, còn {said}",
            f"{_named(newest)}, {period}: this article says {value}, but {english}",
        ),
        Saying(
            "sửa bài sai và thêm Đính chính, hoặc ghi “Ưu tiên: [số đúng]” ở phần đầu bài đúng",
            "correct the article that is wrong and add Corrections, or write “Prefer: [the right"
            " number]” in the head of the right one",
        ),
        Severity.WARNING,
    )


def _jump(older: Cell, newer: Cell) -> Iterator[Finding]:
    before, after = older.value, newer.value
    if before is None or after is None or not (before.exact and after.exact):
        return
    if before.series.kind != "result" or min(before.value_min, after.value_min) <= 0:
        return
    ratio = after.value_min / before.value_min
    if max(before.value_min, after.value_min) < _SMALL or Decimal(1) / JUMP < ratio < JUMP:
        return
    statement, earlier = newer.shown[0], older.shown[0].source.path
    yield Finding(
        statement.source.path,
        after.line,
        1,
        "figure-jump",
        Saying(
            f"{_named(statement)}: {newer.period.label} {value_text(after)}, trong khi"
            f" {older.period.label} {value_text(before)} ({earlier})",
            f"{_named(statement)}: {value_text(after)} in {after.period}, but"
            f" {value_text(before)} in {before.period} ({earlier})",
        ),
        Saying(
            "xem lại hai con số; nếu đúng cả hai thì bỏ qua câu hỏi này",
            "look at both numbers again; if both are right, let this question be",
        ),
        Severity.QUESTION,
    )


def _named(statement: Statement) -> str:
    observation = statement.observation
    level = f" {observation.level}" if observation.level else ""
    return f"{observation.indicator.label}{level}"
