"""Values as readers see them."""

from __future__ import annotations

from decimal import Decimal
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
    number = number_shown(measured.value_min)
    if measured.value_max != measured.value_min:
        number = f"{number}–{number_shown(measured.value_max)}"
    words = QUALIFIER_WORDS[measured.qualifier]
    return with_unit(f"{words} {number}" if words else number, unit)


def with_unit(text: str, unit: str) -> str:
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


def signed(value: Decimal) -> str:
    """`+14`, `−3,5` with a true minus, `0`."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{number_shown(abs(value))}"


def observation_text(observation: Observation, *, with_unit: bool = False) -> str:
    """`trên 40.000`, `tăng 5%`, `15/36`; the unit only where it is asked for or a sign."""
    unit = observation.series.unit if with_unit or observation.series.unit == "%" else ""
    direction = _DIRECTIONS.get(observation.direction or "", "")
    text = value_text(observation, "" if observation.denominator else unit)
    if observation.denominator is not None:
        text = f"{text}/{number_shown(observation.denominator)}"
        text = f"{text} {unit}" if unit and unit != "%" else text
    return direction + text
