"""Values as tables show them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from stat_index.pages.cell_html import row_html
from stat_index.pages.cell_view import cell_view
from stat_index.registry import Registry
from stat_index.values import short_number, signed
from tests.stat_index.making import index_of, record


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("11200000000", "đồng", "11,2 tỷ"),
        ("950000000", "đồng", "950 triệu"),
        ("1000000000", "đồng", "1 tỷ"),
        ("1000000", "đồng", "1 triệu"),
        ("999999", "đồng", "999.999"),
        ("1256500000", "đồng", "1.256.500.000"),
        ("12345678901", "đồng", "12.345.678.901"),
        ("750000", "đồng", "750.000"),
        ("1250000", "người", "1.250.000"),
    ],
)
def test_money_is_short_only_where_nothing_gets_lost(value: str, unit: str, shown: str) -> None:
    """At most three decimals say all of it; other things are counted in full."""
    assert short_number(Decimal(value), unit) == shown


def test_a_change_of_money_is_short_too() -> None:
    """With its sign."""
    assert signed(Decimal(-1_300_000_000), "đồng") == "−1,3 tỷ"


@pytest.mark.parametrize(("text", "long"), [("1.234.567", False), ("1.234.567.890", True)])
def test_a_cell_says_that_it_needs_more_room_than_a_column_has(
    registry: Registry, text: str, long: bool
) -> None:
    """Its number cannot be broken; the theme makes the columns of its table wider."""
    index = index_of(registry, record(f"Năm 2023 có {text} học viên.", registry))
    view = cell_view(index.series[0].cells[0])
    assert view.values[0].text == text
    assert ("sl-long" in row_html([[view]], "..")) == long
