"""The marks of single values: columns, dots, and what tells that a value is not exact.

Horizontal places are percentages, vertical ones pixels: a drawing gets wider or narrower
while its letters and heights stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from stat_index.charts.ink import Ink
from stat_index.charts.model import Point
from stat_index.charts.scale import Axis

#: Open ends are drawn as stripes that get thinner: (distance from the value, thickness).
_STRIPES = ((3.5, 3.0), (8.0, 2.0), (12.0, 1.0))
OPEN_END = 13.5
"""Height of an open end."""
UPWARDS = frozenset({"over", "at_least"})
DOWNWARDS = frozenset({"under", "at_most"})


def percent(share: float) -> str:
    """`12.5%`, as short as two decimals allow."""
    return f"{round(share * 100, 2):g}%"


@dataclass(frozen=True, slots=True)
class Brush:
    """What every mark of one drawing needs."""

    axis: Axis
    ink: Ink
    id: str
    """Of the chart; ids of patterns begin with it."""

    @property
    def hatch(self) -> str:
        """Attribute that fills with the hatching of `defs`."""
        return f' fill="url(#{self.id}-k)"'

    @property
    def defs(self) -> str:
        """The hatching, for charts that need it."""
        return (
            f'<defs><pattern id="{self.id}-k" width="6" height="6" '
            'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            f'<line{self.ink["hatch"]} x1="1" x2="1" y2="6"/></pattern></defs>'
        )


def column(point: Point, brush: Brush, x: float, width: float) -> str:
    """A column from `x` on, `width` wide, both shares of the drawing."""
    axis, ink, place = brush.axis, brush.ink, (percent(x), percent(width))
    base, tip = axis.foot, axis.y(_far(point))
    fill = ink["bar-rival"] if point.disputed else ink["bar"]
    if point.ranged:
        near = axis.y(_near(point))
        return _block(place, base, near, fill) + _hatched(place, near, tip, brush)
    if point.qualifier == "about":
        return _hatched(place, base, tip, brush)
    away = -1 if tip <= base else 1
    if point.qualifier in UPWARDS:
        return _block(place, base, tip, fill) + _stripes(place, tip, away, ink)
    if point.qualifier in DOWNWARDS:
        inner = tip - away * min(OPEN_END + 2, abs(tip - base))
        return (
            _block(place, base, inner, fill)
            + (_stripes(place, inner, away, ink) if abs(inner - base) > 1 else "")
            + _stripe(place, tip, 1.5, ink)
        )
    return _block(place, base, tip, fill)


def dot(point: Point, brush: Brush, x: float) -> str:
    """A dot at `x`: full for an exact value, open for any other, a bar for a range."""
    axis, ink, place = brush.axis, brush.ink, percent(x)
    low, high = axis.y(point.low), axis.y(point.high)
    if point.ranged:
        return (
            f'<line{ink["whisker"]} x1="{place}" x2="{place}" y1="{low}" y2="{high}"/>'
            + _circle(place, low, ink["dot-open"])
            + _circle(place, high, ink["dot-open"])
        )
    ends = ""
    if point.qualifier in UPWARDS | DOWNWARDS:
        away = -1 if point.qualifier in UPWARDS else 1
        ends = "".join(
            f'<line{ink["whisker"]} x1="{place}" x2="{place}" y1="{low + away * start:g}" '
            f'y2="{low + away * end:g}"/>'
            for start, end in ((7, 11), (13.5, 15.5))
        )
    exact = point.qualifier == "exact" and not point.disputed
    heart = f'<circle{ink["dot"]} cx="{place}" cy="{low}" r="1.5"/>' if point.disputed else ""
    return ends + _circle(place, low, ink["dot" if exact else "dot-open"]) + heart


def _near(point: Point) -> Decimal:
    """The end of a range that lies nearer to nought."""
    return min(point.low, point.high, key=abs)


def _far(point: Point) -> Decimal:
    return max(point.low, point.high, key=abs)


def _circle(x: str, y: float, look: str) -> str:
    return f'<circle{look} cx="{x}" cy="{y}" r="4"/>'


def _block(place: tuple[str, str], base: float, tip: float, look: str) -> str:
    """Whatever its height, a value leaves a trace: nought is drawn as a thin line."""
    top, height = min(base, tip), max(abs(base - tip), 1)
    return f'<rect{look} x="{place[0]}" y="{top:g}" width="{place[1]}" height="{height:.4g}"/>'


def _hatched(place: tuple[str, str], base: float, tip: float, brush: Brush) -> str:
    return _block(place, base, tip, brush.hatch) + _block(place, base, tip, brush.ink["frame"])


def _stripes(place: tuple[str, str], start: float, away: int, ink: Ink) -> str:
    return "".join(_stripe(place, start + away * at, thick, ink) for at, thick in _STRIPES)


def _stripe(place: tuple[str, str], middle: float, thick: float, ink: Ink) -> str:
    x, width = place
    top = middle - thick / 2
    return f'<rect{ink["bar"]} x="{x}" y="{top:.4g}" width="{width}" height="{thick:g}"/>'
