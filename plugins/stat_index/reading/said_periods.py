"""What an article itself says of periods, where the one of its head says otherwise.

`Kỳ số liệu` in the head is laid over every figure of the article. Of a report that also
tells the year before and the plan of the next one it would make figures of one year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from figures import Block, Context, read_blocks
from stat_index.periods import Period, parse_period

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

Said = dict[tuple[int, int], Period]
"""By the block in which a figure stands and its beginning there."""


def other_periods(blocks: Sequence[Block], context: Context) -> Said:
    """The periods of figures whose own words, heading or header name one that lies outside the head's.

    Its own title does not speak against the head: the head is there to mend it. Neither does
    what is only guessed from the day of the article, nor a shorter or longer time around it.
    """
    head = parse_period(context.period or "")
    if head is None or not any(_names_other(block, head) for block in blocks):
        return {}
    alone = replace(context, lead=None, period=None)
    said: Said = {}
    for number, reading in enumerate(read_blocks(blocks, alone)):
        for figure in reading.figures:
            period = parse_period(figure.period or "")
            named = figure.period_source in ("stated", "carried") and not blocks[number].period
            if named and period and not period.meets(head):
                said[number, figure.start] = period
    return said


def _names_other(block: Block, head: Period) -> bool:
    """Whether a year outside `head` is named in the block or above it: reading twice takes time."""
    years = {match[0] for text in _texts(block) for match in _YEAR.finditer(text)}
    return any(not head.text[:4] <= year <= str(head.year) for year in years)


def _texts(block: Block) -> Iterator[str]:
    yield block.text
    yield from block.column_headers
    yield from filter(None, (block.heading, block.row_header, block.caption))
