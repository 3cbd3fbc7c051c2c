"""On which lines of the source numbers stand: those that are figures, and those that are none."""

from __future__ import annotations

from dataclasses import dataclass

from stat_index.html.blocks import Document
from stat_index.html.locate import Locator
from stat_index.marking.marked import Marked


@dataclass(frozen=True, slots=True)
class Lines:
    """1-based lines of the source file."""

    figures: tuple[int, ...]
    """Of `Marked.found`."""
    refusals: tuple[int, ...]
    """Of `Marked.refusals`, one block's after the other's."""


def lines_of(marked: Marked, document: Document, locator: Locator) -> Lines:
    """Where the numbers of `marked` stand.

    They are looked for together, in reading order: the 12 of a date is not taken for that of
    *12 lớp* further below.
    """
    figures = [(f.block, f.figure.start, f.figure.end, f.figure.as_written) for f in marked.found]
    refusals = [
        (block, refusal.start, refusal.end, refusal.text)
        for block, refused in enumerate(marked.refusals)
        for refusal in refused
    ]
    every = [*figures, *refusals]
    lines = [0] * len(every)
    for at in sorted(range(len(every)), key=lambda at: every[at][:3]):
        block, start, end, words = every[at]
        text = document.blocks[block].block.text
        before, after = text[max(start - _BESIDE, 0) : start], text[end : end + _BESIDE]
        lines[at] = locator.number(words, before, after)
    return Lines(tuple(lines[: len(figures)]), tuple(lines[len(figures) :]))


_BESIDE = 12
"""So much of the text beside a number tells it from others."""
