"""Axes: where a value lies, which ticks are round, how a tick is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from stat_index.charts.model import Point
from stat_index.values import SCALES, number_shown

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_TICKS = 5
#: A line may leave nought out when its values lie close together far above it.
_CLOSE = Decimal("0.6")
#: Heights are floats, which take amounts that are closer to each other for one.
_APART = Decimal("1e-12")


@dataclass(frozen=True, slots=True)
class Axis:
    """The vertical axis, in pixels from the top of the drawing."""

    ticks: tuple[Decimal, ...]
    """From low to high."""
    high: Decimal
    """What lies at the top: the highest value, or the last tick."""
    top: float
    bottom: float
    scale: Decimal
    """What numbers are divided by before they are written."""
    scale_name: str
    """triệu, tỷ, or empty."""
    low: float = field(init=False)
    """What lies at the bottom."""
    span: float = field(init=False)
    """From bottom to top, in values."""
    foot: float = field(init=False)
    """Height of `base`."""

    def __post_init__(self) -> None:
        low = float(self.ticks[0])
        object.__setattr__(self, "low", low)
        object.__setattr__(self, "span", float(self.high) - low)
        object.__setattr__(self, "foot", self.y(self.base))

    @property
    def from_zero(self) -> bool:
        """Whether lengths may be compared."""
        return self.ticks[0] <= 0

    @property
    def base(self) -> Decimal:
        """Where columns stand."""
        return max(self.ticks[0], Decimal(0))

    def y(self, value: Decimal) -> float:
        """Height of `value`."""
        share = (float(value) - self.low) / self.span
        return round(self.bottom - share * (self.bottom - self.top), 1)

    def text(self, value: Decimal) -> str:
        """`value` as written on the axis and on the marks."""
        return _written(value, self.scale)


#: A number stands at its mark, in what is told of that, and on the axis.
@lru_cache(4096)
def _written(value: Decimal, scale: Decimal) -> str:
    scaled = value / scale
    text = number_shown(round(scaled, 2) if scale != 1 else scaled)
    return text.replace("-", "−")


def axis_for(points: Sequence[Point], *, from_zero: bool, top: float, bottom: float) -> Axis:
    """An axis with round ticks that holds all `points`."""
    low = min((point.low for point in points), default=Decimal(0))
    high = max((point.high for point in points), default=Decimal(1))
    if from_zero or low < high * _CLOSE:
        low = min(low, Decimal(0))
    high = max(high, Decimal(0))
    if high - low <= high * _APART:
        high = low + max(Decimal(1), high * _APART)
    ticks = _round_ticks(low, high)
    scale, name = next(
        ((s, name) for s, name in SCALES if max(abs(low), abs(high)) >= s), (Decimal(1), "")
    )
    return Axis(ticks, max(high, ticks[-1]), top, bottom, scale, name)


def _round_ticks(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    raw = (high - low) / _TICKS
    power = Decimal(10) ** raw.adjusted()
    step = next(power * factor for factor in _STEPS if power * factor >= raw)
    first = (low / step).to_integral_value("ROUND_FLOOR") * step
    count = int((high - first) / step)
    return tuple(first + step * number for number in range(count + 1))
