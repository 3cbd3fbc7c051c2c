"""What the engine read, with the editor's marks laid over it: a mark always wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from figures import Context, Figure, Reading, Refusal, read_blocks
from findings import Saying
from stat_index.html.blocks import Document, TextBlock
from stat_index.html.inline import InlineMark
from stat_index.marking.marked_number import read_alone
from stat_index.marking.marks import Mark
from stat_index.periods import Period
from stat_index.reading.row_names import name_as_sort, owned
from stat_index.reading.said_periods import other_periods
from stat_index.registry import Registry
from vntext.values import changed


@dataclass(slots=True)
class Found:
    """A figure at its place in the document."""

    block: int
    figure: Figure
    parent: Found | None = None
    marked: bool = False
    """A mark in the line speaks of it."""
    organisation: str = ""
    """Set by a mark; empty for the article's own."""
    row: str = ""
    """The place or body whose its row of a table is; empty for none."""
    said: Period | None = None
    """What its own words say, where the period of the article's head lies elsewhere."""
    called: str = ""
    """How its own words call it, where the index has another name; its permanent id keeps that."""
    named: bool = False
    """A mark says how it is called."""
    doubt: str = ""
    """Why only the editor can say what it is; empty for nothing."""

    def rename(self, name: str) -> None:
        """Calls the figure as the index does."""
        self.called = self.called or self.figure.indicator
        self.figure = changed(self.figure, indicator=name)


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


_DENIED = "denied"
"""Why a number that the editor calls none is refused."""
_NO_NUMBER = Saying(
    "trong ngoặc vuông trước dấu này không có con số",
    "there is no number in the brackets before this mark",
)
_NO_FIGURES = Saying("trong khối này không có số liệu nào", "there are no figures in this block")


def read_marked(document: Document, context: Context, registry: Registry) -> Marked:
    """All figures of `document`, as the engine and then the editor say."""
    blocks = document.blocks
    plain = [text.block for text in blocks]
    readings = read_blocks(plain, context)
    said = other_periods(plain, context)
    found = _joined(readings)
    misfits = [Misfit(fence.raw, fence.error) for fence in document.fences if fence.error]
    refusals = [list(reading.refusals) for reading in readings]
    for number, text in enumerate(blocks):
        fence = document.fences[text.fence] if text.fence is not None else None
        for item in found[number]:
            item.said = said.get((number, item.figure.start))
            whole = plain[item.parent.block] if item.parent is not None else None
            item.figure, item.row = owned(item.figure, text.block, whole, registry)
            if name := name_as_sort(item.figure, text.block):
                item.rename(name)
            item.organisation = fence.mark.organisation if fence else ""
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
                Refusal(item.figure.start, item.figure.end, item.figure.as_written, _DENIED)
            )
        return bool(touched) or any(char.isdigit() for char in words) or _refused(mark, refusals)
    if not touched:
        figure = read_alone(mark, text, context)
        if figure is None:
            return False
        touched = [Found(number, figure)]
        items += touched
        refusals[:] = [r for r in refusals if r.end <= figure.start or figure.end <= r.start]
    for item in touched:
        item.figure = _overridden(item.figure, mark.mark)
        item.marked, item.said = True, None
        if mark.mark.indicator:
            item.named, item.called = True, ""
        item.organisation = mark.mark.organisation or item.organisation
    return True


def _refused(mark: InlineMark, refusals: list[Refusal]) -> bool:
    return any(r.start < mark.end and mark.start < r.end for r in refusals)


def _overridden(figure: Figure, mark: Mark) -> Figure:
    """`figure` as the editor says that it is."""
    changes: dict[str, object] = {}
    if mark.indicator:
        changes.update(indicator=mark.indicator, deed="")
    if mark.level is not None:
        changes["level"] = mark.level or None
    if mark.period:
        changes.update(period=mark.period, period_source="stated")
    if mark.kind:
        changes["kind"] = mark.kind
    return replace(figure, confidence=1.0, **changes)  # type: ignore[arg-type]
