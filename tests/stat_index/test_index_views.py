"""What pages are given to show: gaps, neighbours, rows that stand beside each other."""

from __future__ import annotations

import pytest

from stat_index.corrections import Correction
from stat_index.index import ArticleRecord
from stat_index.pages.comparison import compared_years, comparison
from stat_index.pages.corrections_page import corrections_page
from stat_index.pages.front_band import front_band
from stat_index.pages.series_page import series_page
from stat_index.pages.views import CELLS_A_PART, FEWEST_ROWS, parted
from stat_index.pages.year_page import year_page
from stat_index.registry import Registry
from tests.stat_index.downloads.sample import sample_index
from tests.stat_index.making import index_of, record


def stated(registry: Registry, *said: tuple[str, str]) -> list[ArticleRecord]:
    """An article for each body, of that organisation."""
    return [
        record(body, registry, id=f"b{n}", organisation=owner)
        for n, (body, owner) in enumerate(said)
    ]


def test_a_comparison_has_only_what_two_organisations_state(registry: Registry) -> None:
    """One that stands alone is compared with nothing."""
    both = "Năm 2023 mở {} lớp."
    alone = "Năm 2023 mở 45 lớp, có 300 học viên."
    index = index_of(
        registry,
        *stated(
            registry,
            (alone, "truong-a"),
            (both.format(50), "truong-mau"),
            ("Năm 2022 mở 9 lớp.", "truong-a"),
        ),
    )
    assert compared_years(index) == [2023]
    (row,) = comparison(index, 2023).rows
    assert [cell and cell.number for cell in row.cells] == ["45", "50"]


def test_the_front_page_prefers_enough_figures_then_real_ones_then_the_newest(
    registry: Registry,
) -> None:
    """A few real figures do not outdo a band of those that are marked as invented."""
    many = "Năm {} mở 45 lớp, 9 lớp trung cấp, có 300 học viên, 5 tọa đàm, 7 đề tài khoa học."
    few = ("Năm 2024 mở 50 lớp.", "truong-a")
    shown = front_band(
        index_of(registry, *stated(registry, (many.format(2023), "truong-mau"), few))
    )
    assert shown is not None
    assert shown.demonstration
    real = (many.format(2021), "truong-a"), (many.format(2022), "truong-a")
    every = stated(registry, (many.format(2023), "truong-mau"), few, *real)
    shown = front_band(index_of(registry, *every))
    assert shown is not None
    assert (shown.title, shown.demonstration) == ("Số liệu năm 2022", False)
    assert len(shown.figures) == 5


@pytest.mark.parametrize(("rows", "columns", "parts"), [(12, 100, 1), (13, 100, 2), (50, 4, 1)])
def test_a_table_is_parted_by_its_cells_but_never_into_single_rows(
    rows: int, columns: int, parts: int
) -> None:
    """Parts are of about one length, and none is lost."""
    assert (FEWEST_ROWS, CELLS_A_PART) == (12, 200)
    every = list(range(rows))
    found = parted(every, columns)  # type: ignore[arg-type]
    assert len(found) == parts
    assert [row for part in found for row in part] == every
    assert max(map(len, found)) - min(map(len, found)) <= 1


def test_the_page_of_a_series_names_each_year_without_a_value(registry: Registry) -> None:
    """From the first year to the last, both of which have one."""
    said = [(f"Năm {year} mở {year - 1990} lớp.", "truong-a") for year in (2015, 2018, 2020)]
    (series,) = index_of(registry, *stated(registry, *said)).series
    assert series_page(series, "", [], None)["gaps"] == (2016, 2017, 2019)  # type: ignore[arg-type]


def test_the_page_of_a_year_leads_to_both_neighbours_and_counts_its_sources(
    registry: Registry,
) -> None:
    """Six are named; years without a value are no neighbours."""
    said = [(f"Năm {year} mở 45 lớp.", "truong-a") for year in (2018, 2020, 2021)]
    said += [("Năm 2020 mở 45 lớp.", "truong-a")] * 7
    index = index_of(registry, *stated(registry, *said))
    ends = [(p["newer"], p["older"]) for p in (year_page(index, y) for y in index.years)]
    assert ends == [(None, 2020), (2021, 2018), (2020, None)]
    page = year_page(index, 2020)
    (row,) = page["chapters"][0].groups[0].rows
    assert (row.notes, row.more, len(page["notes"])) == ((1, 2, 3, 4, 5, 6), 2, 6)


def test_a_name_that_stands_in_the_row_above_need_not_be_read_twice(registry: Registry) -> None:
    """Levels of one indicator follow one another."""
    said = "Năm 2023 có 50 đề tài khoa học cấp tỉnh, 9 đề tài khoa học cấp trường, 5 tọa đàm."
    (chapter,) = year_page(index_of(registry, record(said, registry)), 2023)["chapters"]
    (group,) = chapter.groups
    assert [(row.detail, row.same) for row in group.rows] == [
        ("cấp tỉnh", False),
        ("cấp trường", True),
        ("", False),
    ]


def test_corrections_of_figures_and_words_stand_newest_first(registry: Registry) -> None:
    """Whichever article they are in, by their own day or, without one, the article's."""
    notes = [
        Correction(text="Tên", date="2024-03-01"),
        Correction("45 lớp", "54", date="2024-01-05"),
        Correction(text="Ảnh", date="2024-01-07"),
    ]
    first = record("Năm 2023 mở 45 lớp.", registry, id="b0", corrections=notes)
    words = [Correction(text="Chữ", date="2024-02-01"), Correction(text="Dấu")]
    other = record("Không có số.", registry, id="b1", day="2024-01-06", corrections=words)
    entries = corrections_page(index_of(registry, first, other))["entries"]
    assert [(e.text or e.old) for e in entries] == ["Tên", "Chữ", "Ảnh", "Dấu", "54"]  # type: ignore[attr-defined]
    notes_of_words = index_of(registry, first, other).text_corrections
    assert [n.correction.text for n in notes_of_words] == ["Tên", "Chữ", "Ảnh", "Dấu"]


def test_the_sample_of_downloads_says_when_it_is_a_demonstration() -> None:
    """In a year's page, too."""
    index = sample_index()
    assert any(year_page(index, year)["demonstration"] for year in index.years)
