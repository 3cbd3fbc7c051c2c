"""Documents that part thousands with commas, the English way: read as if written the Vietnamese way.

Guideline section 2 has dots part thousands and a comma decimals, so `136,905` alone is
a decimal. Balance sheets and news of the stock market often have it the other way
round; what tells so is a number with two commas (1,831,745) or decimals with a point
beside commas before three digits, and no number written the Vietnamese way.

Bad (left as it is): *Thu ngân sách đạt 310,120 tỷ đồng, tăng 4,5%.*
Good: *Doanh thu thuần 1,831,745 triệu đồng, lợi nhuận 136,905 triệu đồng, tăng 4.5%.*
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_GROUP = re.compile(r",\d{3}(?!\d)")
"""Begins with its comma, by which it is found fast; most documents have none."""
_ENGLISH = re.compile(
    r"(?<![\d.,/-])\d{1,3}(?:,\d{3}){2,}(?![\d,])|(?<![\d.,])\d{1,3}\.\d{1,2}\s?(?:%|tỷ|tỉ|triệu)"
)
_VIETNAMESE = re.compile(
    r"(?<![\d.,])(?:(?!1(?:\.000)+(?!\d))\d{1,3}(?:\.\d{3})+(?![\d.])|\d+,(?:\d{1,2}|\d{4,})(?![\d,])|0,\d)"
)
"""Also of these: 1.000 đồng, the unit of a table, tells nothing."""
_NUMERAL = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![.,]?\d)")
_CELL = re.compile(r"(?<![\d.,])\d{1,3},\d{3}(?=\s*(?:\||$))", re.MULTILINE)
_CELLS = 4
"""So many numbers that end a line or a cell are no decimals: no report has that many thousandths."""
_SWAPPED = str.maketrans(",.", ".,")


def parts_thousands_with_commas(texts: Sequence[str]) -> bool:
    """Whether the texts of one document part thousands the English way, as far as they show."""
    return (
        any(map(_GROUP.search, texts))
        and (
            any(map(_ENGLISH.search, texts))
            or sum(len(_CELL.findall(text)) for text in texts) >= _CELLS
        )
        and not any(map(_VIETNAMESE.search, texts))
    )


def with_dots(text: str) -> str:
    """`text` with the commas that part thousands made points, every offset kept."""
    return _NUMERAL.sub(lambda numeral: numeral[0].translate(_SWAPPED), text)
