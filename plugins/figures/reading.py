"""The door: one text or one document in, its figures and refusals out."""

from __future__ import annotations

from collections.abc import Sequence

from figures.document import DocumentReader
from figures.model import Block, Context, Reading


def read(text: str, context: Context | None = None) -> Reading:
    """The figures and refusals of `text`, in order; offsets are of `text` as given."""
    # What stands above the text is the caption of a table that it begins with.
    return read_blocks([Block(text, caption=context.lead if context else None)], context)[0]


def read_blocks(blocks: Sequence[Block], context: Context | None = None) -> list[Reading]:
    """One reading for each block, in order; offsets are of each block's own text.

    Periods are resolved over the whole document. `parent` and `ref` count the
    figures of all readings joined, so they may lead from an item to the line
    that introduces its list.
    """
    return DocumentReader(blocks, context or Context()).read()
