"""A page that is remembered must change its digest with everything that it shows."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal

import pytest

from stat_index.book import Series
from stat_index.cell import MOST_CITED, MOST_FIRST, Change
from stat_index.corrections import Correction
from stat_index.evidence import AtHand, Marks
from stat_index.index import arranged
from stat_index.keeping.shown import Shown
from stat_index.model import Observation
from stat_index.no_change import NoChange
from stat_index.registry import Registry
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


def marks_with(series: Series, place: int, **changes: object) -> Marks:
    """Those of `series` once the statement that is quoted `place`-th is changed."""
    cell = series.cells[0]
    statements = list(cell.statements)
    statements[place] = replace(statements[place], **changes)
    return AtHand().marks(replace(series, cells=(replace(cell, statements=tuple(statements)),)))


def marks_with_title(series: Series, place: int) -> Marks:
    """Those of `series` once the title of the article that is quoted `place`-th is another."""
    source = series.cells[0].statements[place].source
    return marks_with(series, place, source=replace(source, title="Khác"))


def test_titles_count_only_where_they_are_shown(registry: Registry) -> None:
    """Tables name no article; the page of a series of many figures names the first ones."""
    records = [record("Năm 2023 mở 45 lớp.", registry, id=name) for name in "abcde"]
    series = index_of(registry, *records).series[0]
    before = AtHand().marks(series)
    first, last = marks_with_title(series, 0), marks_with_title(series, MOST_FIRST)
    assert first.tables == last.tables == before.tables
    assert first.first != before.first == last.first
    assert len({str(marks.shown) for marks in (before, first, last)}) == 3


def test_the_articles_of_values_in_tables_are_named_on_pages(registry: Registry) -> None:
    """Also of those values that stand behind the articles that are quoted first."""
    records = [record(f"Năm 2023 mở {n} lớp.", registry, id=f"bai-{n}") for n in range(40, 46)]
    series = index_of(registry, *records).series[0]
    before = AtHand().marks(series)
    for place in range(len(records)):
        marks = marks_with_title(series, place)
        assert marks.tables == before.tables
        assert (marks.first != before.first) == (place < MOST_FIRST)
        assert marks.shown != before.shown


def test_the_page_of_a_year_names_the_newest_articles(registry: Registry) -> None:
    """Titles of others make no page of a year anew."""
    records = [record("Năm 2023 mở 45 lớp.", registry, id=name) for name in "abcdefgh"]
    series = index_of(registry, *records).series[0]
    before = AtHand().marks(series)
    for place in range(len(records)):
        assert (marks_with_title(series, place).cited != before.cited) == (place < MOST_CITED)


def test_sentences_count_only_where_they_are_quoted(registry: Registry) -> None:
    """A figure that changes takes others' sentence along, and no table, chart or page of a year."""
    records = [record(f"Năm 2023 mở {n} lớp.", registry, id=f"bai-{n}") for n in range(40, 46)]
    series = index_of(registry, *records).series[0]
    before = AtHand().marks(series)
    for place in range(len(records)):
        said = series.cells[0].statements[place].observation
        other = replace(said, sentence=f"Trường {said.sentence}", mark_start=said.mark_start + 7)
        marks = marks_with(series, place, observation=other)
        assert (marks.tables, marks.cited) == (before.tables, before.cited)
        assert (marks.first != before.first) == (place < MOST_FIRST)
        assert marks.shown != before.shown
