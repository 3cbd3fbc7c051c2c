"""A page that is remembered must change its digest with everything that it shows."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal

import pytest

from stat_index.book import Series
from stat_index.cell import Change
from stat_index.corrections import Correction
from stat_index.evidence import AtHand
from stat_index.index import arranged
from stat_index.model import Observation
from stat_index.no_change import NoChange
from stat_index.registry import Registry
from stat_index.shown import Shown
from tests.stat_index.making import index_of, record


@pytest.fixture
def series(registry: Registry) -> Series:
    """A line of one value."""
    return index_of(registry, record("Năm 2023 mở 45 lớp.", registry)).series[0]


def with_observation(series: Series, **changes: object) -> Series:
    """`series` with another observation in its only cell."""
    cell = series.cells[0]
    statement = cell.statements[0]
    changed = replace(statement, observation=replace(statement.observation, **changes))
    return replace(series, cells=(replace(cell, statements=(changed,)),))


OTHER = {
    bool: lambda value: not value,
    int: lambda value: value + 1,
    float: lambda value: value / 2,
    str: lambda value: f"{value}x",
}


def series_digest(series: Series) -> str:
    """What a page of the series hangs on."""
    return Shown(arranged([series], Registry()), AtHand()).series(series)


def other_value(value: object) -> object:
    """Something that differs from `value`."""
    for kind, change in OTHER.items():
        if type(value) is kind:
            return change(value)
    return value + 1 if hasattr(value, "is_finite") else "x"  # type: ignore[operator]


@pytest.mark.parametrize(
    "name",
    [
        f.name
        for f in fields(Observation)
        if f.name not in ("organisation", "indicator", "series", "line")
    ],
)
def test_every_field_of_an_observation_counts(series: Series, name: str) -> None:
    """None can change unseen but the line of the source, which no page shows."""
    value = getattr(series.cells[0].statements[0].observation, name)
    others = {
        "correction": Correction("45 lớp", "54"),
        "qualifier": "about",
        "denominator": Decimal(50),
    }
    changed = others.get(name) or other_value(value)
    assert series_digest(with_observation(series, **{name: changed})) != series_digest(series)


def test_the_same_series_has_the_same_digest(series: Series) -> None:
    """Also when it was read again."""
    assert series_digest(with_observation(series)) == series_digest(series)


def test_names_definitions_changes_and_sources_count(series: Series) -> None:
    """What stands around the values."""
    cell = series.cells[0]
    statement = cell.statements[0]
    renamed = replace(statement, source=replace(statement.source, title="Khác"))
    fallen = replace(statement, standing="corrected")
    others = [
        replace(series, indicator=replace(series.indicator, definition="Khác")),
        replace(series, organisation=replace(series.organisation, name="Khác")),
        replace(series, cells=(replace(cell, change=Change("2022", cell_value(series), None)),)),
        replace(series, cells=(replace(cell, no_change=NoChange("missing", "2020")),)),
        replace(series, cells=(replace(cell, contradiction="khác"),)),
        replace(series, cells=(replace(cell, statements=(renamed,)),)),
        replace(series, cells=(replace(cell, statements=(fallen,)),)),
    ]
    assert len({series_digest(one) for one in [series, *others]}) == len(others) + 1


def cell_value(series: Series):
    """The only value."""
    return series.cells[0].statements[0].observation.value_min
