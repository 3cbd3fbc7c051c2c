"""The key: only the signs that a chart uses, in words."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from figures.model import Qualifier
from stat_index.charts.ink import Ink
from stat_index.charts.marks import DOWNWARDS, UPWARDS, Brush, column, dot
from stat_index.charts.model import Chart, Point
from stat_index.charts.scale import Axis
from stat_index.values import QUALIFIER_WORDS

_SIGNS = {
    "over": "thực tế cao hơn",
    "under": "thực tế thấp hơn",
    "about": "con số ước chừng",
    "range": "từ … đến …",
    "disputed": "các bài viết nêu khác nhau",
}
#: Columns stand on the baseline of the words beside them, dots at half the height of letters.
_SAMPLE_AXES = {
    "bars": Axis((Decimal(0),), Decimal(10), 1, 25, Decimal(1), ""),
    "line": Axis((Decimal(0),), Decimal(10), 8, 32, Decimal(1), ""),
}


def key_of(chart: Chart) -> list[tuple[str, str]]:
    """Sign and meaning of what is not a plain exact value in `chart`."""
    words: dict[str, dict[str, None]] = {}
    for point in chart.points:
        for sign in _signs(point):
            words.setdefault(sign, {})[QUALIFIER_WORDS[point.qualifier]] = None
    return [
        (sign, _meaning(meaning, words[sign], hedged=sign in ("over", "under", "about")))
        for sign, meaning in _SIGNS.items()
        if sign in words
    ]


def _meaning(meaning: str, words: Iterable[str], *, hedged: bool) -> str:
    """`trên, ít nhất: thực tế cao hơn`."""
    return f"{', '.join(words)}: {meaning}" if hedged else meaning


def notes_of(chart: Chart, axis: Axis) -> list[str]:
    """Sentences that a reader needs beside the drawing."""
    notes = []
    if any(point.corrected for point in chart.points):
        notes.append("* Đã đính chính.")
    if not axis.from_zero:
        notes.append("Trục đứng không bắt đầu từ 0.")
    if chart.demonstration:
        notes.append("Số liệu minh họa, không phải số liệu thật.")
    return notes


def sample(sign: str, chart: Chart, ink: Ink) -> str:
    """What `sign` looks like in `chart`: content of a drawing of 16 by 26."""
    point = _SAMPLES[sign]
    brush = Brush(_SAMPLE_AXES[chart.form], ink, chart.id)
    if chart.form == "line":
        return dot(point, brush, 0.5)
    return column(point, brush, 0.1, 0.8)


def _point(low: int, high: int, qualifier: Qualifier, disputed: bool = False) -> Point:
    return Point(0, "", Decimal(low), Decimal(high), qualifier, disputed=disputed)


_SAMPLES = {
    "over": _point(4, 4, "over"),
    "under": _point(10, 10, "under"),
    "about": _point(7, 7, "about"),
    "range": _point(3, 9, "exact"),
    "disputed": _point(6, 6, "exact", disputed=True),
}


def _signs(point: Point) -> set[str]:
    signs = set()
    if point.ranged:
        signs.add("range")
    elif point.qualifier in UPWARDS:
        signs.add("over")
    elif point.qualifier in DOWNWARDS:
        signs.add("under")
    elif point.qualifier == "about":
        signs.add("about")
    if point.disputed:
        signs.add("disputed")
    return signs
