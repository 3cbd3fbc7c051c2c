"""What the engine read, with the editor's marks laid over it: a mark always wins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from figures import Block, Context, Figure, Reading, Refusal, read_blocks
from findings import Saying
from stat_index.blocks import Document, TextBlock
from stat_index.inline import InlineMark
from stat_index.marks import Mark
from stat_index.registry import normal_phrase

RULE = "mark"

_PERIOD = re.compile(r"\b(?:19|20)\d{2}\b|\b(?:tháng|quý|năm học|học kỳ|nhiệm kỳ)\b", re.I)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")


@dataclass(slots=True)
class Found:
    """A figure at its place in the document."""

    block: int
    figure: Figure
    parent: Found | None = None
    marked: bool = False
    """A mark in the line speaks of it."""
    organisation: str = ""
    """Set by a mark."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A mark that is wrong or fits nothing."""

    raw: str
    problem: str


@dataclass(frozen=True, slots=True)
class Marked:
    """Figures in reading order, refusals by block, and marks that fit nothing."""

    found: tuple[Found, ...]
    refusals: tuple[tuple[Refusal, ...], ...]
    misfits: tuple[Misfit, ...]


_NO_NUMBER = Saying(
    "trong ngoặc vuông trước dấu này không có con số",
    "there is no number in the brackets before this mark",
)
_NO_FIGURES = Saying("trong khối này không có số liệu nào", "there are no figures in this block")


def read_marked(document: Document, context: Context) -> Marked:
    """All figures of `document`, as the engine and then the editor say."""
    blocks = document.blocks
    readings = read_blocks([text.block for text in blocks], context)
    found = _joined(readings)
    misfits = [Misfit(fence.raw, fence.error) for fence in document.fences if fence.error]
    refusals = [list(reading.refusals) for reading in readings]
    for number, text in enumerate(blocks):
        fence = document.fences[text.fence] if text.fence is not None else None
        for item in found[number]:
            item.organisation = fence.mark.organisation if fence else ""
            item.figure = qualified(item.figure, text.block)
        for mark in text.marks:
            if mark.error:
                misfits.append(Misfit(mark.raw, mark.error))
            elif not _apply(mark, number, text, found[number], refusals[number], context):
                misfits.append(Misfit(mark.raw, _NO_NUMBER))
        found[number].sort(key=lambda item: item.figure.start)
    misfits += _empty_fences(document, found)
    return Marked(
        tuple(item for items in found for item in items),
        tuple(tuple(items) for items in refusals),
        tuple(misfits),
    )


def qualified(figure: Figure, block: Block) -> Figure:
    """A cell's figure with its row's name, where only its column was taken for the indicator.

    *Số lớp* in the row *Trung cấp* is *lớp trung cấp*, not one more value of *lớp*.
    """
    row = block.row_header or ""
    if block.kind != "table_cell" or block.total or not row or _PERIOD.search(row):
        return figure
    name = normal_phrase(figure.indicator)
    columns = [normal_phrase(header) for header in block.column_headers]
    said = normal_phrase(row)
    if (
        name not in columns
        or said in name
        or (figure.level and normal_phrase(figure.level) in said)
    ):
        return figure
    noun = f"{name} " if not said.startswith(name) else ""
    return replace(figure, indicator=f"{noun}{row[:1].lower()}{row[1:]}")


def _joined(readings: Sequence[Reading]) -> list[list[Found]]:
    """Figures by block, with parents as references (they count all readings joined)."""
    flat: list[Found] = []
    by_block: list[list[Found]] = []
    for number, reading in enumerate(readings):
        items = [Found(number, figure) for figure in reading.figures]
        flat += items
        by_block.append(items)
    for item in flat:
        parent = item.figure.parent
        if parent is not None and 0 <= parent < len(flat):
            item.parent = flat[parent]
    return by_block


def _empty_fences(document: Document, found: list[list[Found]]) -> list[Misfit]:
    filled = {text.fence for text, items in zip(document.blocks, found, strict=True) if items}
    return [
        Misfit(fence.raw, _NO_FIGURES)
        for number, fence in enumerate(document.fences)
        if number not in filled and not fence.error
    ]


def _apply(
    mark: InlineMark,
    number: int,
    text: TextBlock,
    items: list[Found],
    refusals: list[Refusal],
    context: Context,
) -> bool:
    """Lays one mark over the figures of its block; False when it fits nothing."""
    touched = [i for i in items if i.figure.start < mark.end and mark.start < i.figure.end]
    words = text.block.text[mark.start : mark.end]
    if mark.mark.denied:
        for item in touched:
            items.remove(item)
            refusals.append(
                Refusal(item.figure.start, item.figure.end, item.figure.as_written, RULE)
            )
        return bool(touched) or any(char.isdigit() for char in words) or _refused(mark, refusals)
    if not touched:
        figure = _read_alone(mark, text, context)
        if figure is None:
            return False
        touched = [Found(number, figure)]
        items += touched
        refusals[:] = [r for r in refusals if r.end <= figure.start or figure.end <= r.start]
    for item in touched:
        item.figure = _overridden(item.figure, mark.mark)
        item.marked = True
        item.organisation = mark.mark.organisation or item.organisation
    return True


def _refused(mark: InlineMark, refusals: list[Refusal]) -> bool:
    return any(r.start < mark.end and mark.start < r.end for r in refusals)


def _overridden(figure: Figure, mark: Mark) -> Figure:
    """`figure` as the editor says that it is."""
    changes: dict[str, object] = {}
    if mark.indicator:
        changes["indicator"] = mark.indicator
    if mark.level is not None:
        changes["level"] = mark.level or None
    if mark.period:
        changes.update(period=mark.period, period_source="stated")
    if mark.kind:
        changes["kind"] = mark.kind
    return replace(figure, confidence=1.0, **changes)  # type: ignore[arg-type]


def _read_alone(mark: InlineMark, text: TextBlock, context: Context) -> Figure | None:
    """The first number in the marked words, which the engine took for no figure."""
    words = text.block.text[mark.start : mark.end]
    alone = read_blocks([Block(words, period=text.block.period)], context)[0].figures
    if alone:
        return _moved(alone[0], mark.start)
    number = _NUMBER.search(words)
    if number is None:
        return None
    after = " ".join(words[number.end() :].split())
    value = Decimal(number[0].replace(".", "").replace(",", "."))
    year = str(context.date.year) if context.date else None
    return Figure(
        start=mark.start + number.start(),
        end=mark.start + number.end(),
        as_written=number[0],
        value_min=value,
        value_max=value,
        qualifier="exact",
        indicator=after or mark.mark.indicator or "số liệu",
        indicator_position="after",
        level=None,
        unit="%" if after.startswith("%") else None,
        period=text.block.period or context.period or year,
        period_source="stated" if text.block.period or context.period else "article_date",
        kind=text.block.kind_override or "result",
        direction=None,
        base=None,
        denominator=None,
        parent=None,
        ref=None,
        rule=RULE,
        confidence=1.0,
    )


def _moved(figure: Figure, by: int) -> Figure:
    return replace(
        figure, start=figure.start + by, end=figure.end + by, parent=None, ref=None, rule=RULE
    )
