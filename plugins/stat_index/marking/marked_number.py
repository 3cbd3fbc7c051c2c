"""A number that only a mark makes a figure."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from figures import Block, Context, Figure, read_blocks
from stat_index.html.blocks import TextBlock
from stat_index.html.inline import InlineMark

RULE = "mark"

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
#: A longer number is a code, whoever marks it: sums and charts are exact to some more digits.
_MOST_DIGITS = 24


def read_alone(mark: InlineMark, text: TextBlock, context: Context) -> Figure | None:
    """The first number in the marked words, which the engine took for no figure."""
    words = text.block.text[mark.start : mark.end]
    alone = read_blocks([Block(words, period=text.block.period)], context)[0].figures
    if alone:
        return _moved(alone[0], mark.start)
    number = _NUMBER.search(words)
    if number is None or sum(map(str.isdigit, number[0])) > _MOST_DIGITS:
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
