"""What to say of figures that articles state against each other, or that jump within a year."""

from __future__ import annotations

from collections.abc import Sequence

from desk.site import Document
from findings import Finding, Saying, Severity
from stat_index.doubts import Doubt
from stat_index.html.locate import figure_column
from stat_index.model import Observation, period_of
from stat_index.values import value_text

Stated = tuple[Document, Observation]
"""A figure and its article."""


def doubt_finding(doubt: Doubt, stated: Sequence[Stated]) -> Finding:
    """What to say of `doubt` about the figures `stated`, at the first of them."""
    say = _conflict if doubt.kind == "conflict" else _jump
    message, mend = say(doubt, stated)
    document, observation = stated[0]
    line, front = observation.line, document.front
    column = figure_column(observation, front.body, line - front.body_line)
    rule = f"figure-{doubt.kind}"
    return Finding(document.path, line, column, rule, message, mend, Severity.WARNING)


def _conflict(doubt: Doubt, stated: Sequence[Stated]) -> tuple[Saying, Saying]:
    (_, newest), *others = stated
    places = [(f"{document.path}:{other.line}", value_text(other)) for document, other in others]
    said = "; ".join(f"{place} viết {number}" for place, number in places)
    english = "; ".join(f"{place} says {number}" for place, number in places)
    if more := doubt.values - len(stated):
        said, english = f"{said}; và {more} số khác nữa", f"{english}; and {more} more values"
    return (
        Saying(
            f"{_named(newest)}, {_period(newest)}: bài này viết {value_text(newest)}, còn {said}",
            f"{_named(newest)}, {newest.period}: this article says {value_text(newest)}, but"
            f" {english}",
        ),
        Saying(
            "sửa bài sai và thêm Đính chính, hoặc ghi “Ưu tiên: [số đúng]” ở phần đầu bài đúng",
            "correct the article that is wrong and add Corrections, or write “Prefer: [the right"
            " number]” in the head of the right one",
        ),
    )


def _jump(doubt: Doubt, stated: Sequence[Stated]) -> tuple[Saying, Saying]:
    (_, after), (document, before) = stated
    number, place = after.as_written, f"{document.path}:{before.line}"
    return (
        Saying(
            f"{_named(after)}, {_period(after)}: {value_text(after)}, trong khi {_period(before)}"
            f" là {value_text(before)} ({place})",
            f"{_named(after)}, {after.period}: {value_text(after)}, but it was"
            f" {value_text(before)} in {before.period} ({place})",
        ),
        Saying(
            f"xem lại hai con số; nếu đúng cả hai thì xác nhận: [{number}]{{số liệu}}",
            f"look at both numbers again; if both are right, confirm it: [{number}]{{figure}}",
        ),
    )


def _period(observation: Observation) -> str:
    period = period_of(observation)
    return period.label if period else ""


def _named(observation: Observation) -> str:
    level = f" {observation.level}" if observation.level else ""
    return f"{observation.indicator.label}{level}"
