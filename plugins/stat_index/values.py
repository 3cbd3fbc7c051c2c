"""Values as readers see them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Protocol

from figures.model import Qualifier
from stat_index.model import Observation
from vntext.numbers import format_number

QUALIFIER_WORDS: dict[Qualifier, str] = {
    "exact": "",
    "over": "trên",
    "under": "gần",
    "about": "khoảng",
    "at_least": "ít nhất",
    "at_most": "nhiều nhất",
}
_DIRECTIONS = {"up": "tăng ", "down": "giảm "}
_SYMBOLS = {"%", "‰"}

number_shown = lru_cache(4096)(format_number)
"""`format_number` that remembers: a value stands on several pages, and many values are equal."""


_MONEY = "đồng"
SCALES = ((Decimal(10) ** 9, "tỷ"), (Decimal(10) ** 6, "triệu"))
"""What large amounts are counted in, the largest first."""
_DECIMALS = 3

_TENTH = Decimal("0.1")
#: What was a fraction may have become a number of many digits.
_WIDE = Context(prec=60)


def percentage(part: Decimal, whole: Decimal) -> Decimal:
    """`part` in hundredths of `whole`, which is not nought, to one decimal."""
    return (part / whole * 100).quantize(_TENTH, ROUND_HALF_UP, _WIDE)


def short_number(value: Decimal, unit: str) -> str:
    """`11,2 tỷ`, `950 triệu` where that is the whole of an amount of money, else all digits."""
    if unit == _MONEY:
        for scale, name in SCALES:
            if value >= scale:
                scaled = value / scale
                if scaled == round(scaled, _DECIMALS):
                    return f"{number_shown(scaled)} {name}"
                break
    return number_shown(value)


class Measured(Protocol):
    """Whatever has a value: a figure or an observation."""

    @property
    def value_min(self) -> Decimal: ...
    @property
    def value_max(self) -> Decimal: ...
    @property
    def qualifier(self) -> Qualifier: ...


def value_text(measured: Measured, unit: str = "") -> str:
    """`trên 40.000`, `90–100`, `98,5%`; `unit` is added where it is given."""
    return text_with_unit(_hedged(measured, number_shown), unit)


def _hedged(measured: Measured, written: Callable[[Decimal], str]) -> str:
    number = written(measured.value_min)
    if measured.value_max != measured.value_min:
        number = f"{number}–{written(measured.value_max)}"
    words = QUALIFIER_WORDS[measured.qualifier]
    return f"{words} {number}" if words else number


def text_with_unit(text: str, unit: str) -> str:
    """`45 lớp`, `98,5%`; `text` alone where there is no unit."""
    if not unit:
        return text
    return f"{text}{unit}" if unit in _SYMBOLS else f"{text} {unit}"


def plain_number(value: Decimal) -> str:
    """`11200000000`, `98.5`: as programs read it, without noughts at the end."""
    text = str(value)
    if text.isdigit():
        return text
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def signed(value: Decimal, unit: str = "") -> str:
    """`+14`, `−3,5` with a true minus, `0`; money in short where `unit` says that it is."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{short_number(abs(value), unit)}"


def table_text(observation: Observation) -> str:
    """`observation_text` for a column of numbers: without its unit, money in short."""
    unit = observation.series.unit
    if unit != _MONEY or observation.denominator is not None:
        return observation_text(observation)
    direction = _DIRECTIONS.get(observation.direction or "", "")
    return direction + _hedged(observation, lambda value: short_number(value, unit))


def observation_text(observation: Observation, *, with_unit: bool = False) -> str:
    """`trên 40.000`, `tăng 5%`, `15/36`; the unit only where it is asked for or a sign."""
    unit = observation.series.unit
    # A sign stands with its number; a fraction is a share as it is.
    shown = observation.denominator is None if unit == "%" else with_unit
    return text_with_unit(statement_text(observation), unit if shown else "")


def statement_text(observation: Observation) -> str:
    """All that is stated of the value, without its unit: `giảm trên 26`, `15/36`."""
    direction = _DIRECTIONS.get(observation.direction or "", "")
    text = f"{direction}{value_text(observation)}"
    if observation.denominator is None:
        return text
    return f"{text}/{number_shown(observation.denominator)}"
