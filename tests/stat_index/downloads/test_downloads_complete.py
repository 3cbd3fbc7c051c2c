"""No figure of the index is missing from a download, none is there twice."""

import csv
import io
import json
from collections import Counter
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stat_index.downloads import COLUMNS, Catalogue, download_sets, rows_from_index
from stat_index.downloads.csv_files import harmless
from stat_index.downloads.package import FileMark
from stat_index.downloads.rows import sdmx_frequency, sdmx_period
from stat_index.periods import parse_period
from tests.busy import examples
from tests.stat_index.downloads.sample import (
    TestSite,
    index_of,
    sample_index,
    series_of,
    statement,
)

NAMES = [column.name for column in COLUMNS]

wild_text = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "=1+1",
            "+84 240",
            "-cmd|' /C calc'!A0",
            "@SUM(A1)",
            'Hội nghị nói: "50 đề tài";=HYPERLINK("x")',
            "một\ndòng\r\nhai\tcột",
            "_x0041_",
            "\x00\x1f\ufffe",
            "</script>&<b>",
            "x" * 40_000,
        ]
    ),
)
amounts = st.decimals(0, 10**12, places=2, allow_nan=False)


@st.composite
def indexes(draw: st.DrawFn):
    """Series of a few years, with several articles for a year and any words around."""
    series = []
    for number in range(draw(st.integers(1, 3))):
        stated = []
        for year in draw(st.lists(st.integers(2000, 2024), min_size=1, max_size=4, unique=True)):
            for copy in range(draw(st.integers(1, 2))):
                low = draw(amounts)
                stated.append(
                    statement(
                        str(low),
                        str(year),
                        high=str(low + draw(st.sampled_from([Decimal(0), Decimal("0.5")]))),
                        article=f"a{number}-{copy}",
                        sentence=draw(wild_text),
                        as_written=draw(wild_text.filter(lambda text: bool(text.strip()))),
                        qualifier=draw(st.sampled_from(["exact", "over", "about"])),
                    )
                )
        series.append(series_of(*stated))
    return index_of(*series)


def files_of(index) -> dict[str, bytes]:
    """The files of all figures."""
    found = {}
    for one in download_sets(index, TestSite()):
        if one.folder == "so-lieu/" and isinstance(one, Catalogue):
            mark = {name: FileMark(len(data), "") for name, data in found.items()}
            found[one.name] = one.content(mark.__getitem__)
        elif one.folder == "so-lieu/":
            found |= one.files()
    return found


def records(rows: list[list[object]]) -> list[dict[str, object]]:
    return [dict(zip(NAMES, row, strict=True)) for row in rows]


def read_csv(content: bytes, delimiter: str = ",") -> list[dict[str, object]]:
    text = content.decode("utf-8-sig")
    return records(list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))[1:])


def read_xlsx(content: bytes) -> list[dict[str, object]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return records([list(row) for row in sheet.iter_rows(min_row=2, values_only=True)])


READERS = {
    "so-lieu.csv": read_csv,
    "so-lieu-excel.csv": lambda content: read_csv(content, ";"),
    "so-lieu.json": lambda content: json.loads(content)["observations"],
    "so-lieu.xlsx": read_xlsx,
}


@settings(max_examples=examples(40), deadline=None)
@given(indexes())
def test_every_published_figure_stands_once_in_every_download(index):
    expected = Counter(
        f"https://bantin.example/{one.address}" for s in index.series for one in s.statements
    )
    files = files_of(index)
    for name, read in READERS.items():
        found = Counter(str(row["OBS_URL"]) for row in read(files[name]))
        assert found == expected, name


@settings(max_examples=examples(40), deadline=None)
@given(indexes())
def test_json_gives_back_every_value_exactly(index):
    rows = list(rows_from_index(index, TestSite().url))
    found = json.loads(files_of(index)["so-lieu.json"], parse_float=Decimal, parse_int=Decimal)
    for row, record in zip(rows, found["observations"], strict=True):
        for name, value in zip(NAMES, row, strict=True):
            shown = value.isoformat() if isinstance(value, date) else value
            assert record.get(name) == (None if shown == "" else shown), name


@settings(max_examples=examples(40), deadline=None)
@given(indexes())
def test_csv_gives_back_every_value_and_only_disarms_text(index):
    rows = list(rows_from_index(index, TestSite().url))
    for row, record in zip(rows, read_csv(files_of(index)["so-lieu.csv"]), strict=True):
        assert Decimal(str(record["OBS_VALUE"])) == row.obs_value
        assert record["SENTENCE"] == harmless(row.sentence)
        assert record["AS_WRITTEN"] == harmless(row.as_written)
        assert record["QUALIFIER"] == row.qualifier


def test_excel_csv_speaks_vietnamese():
    """Decimal comma, day-first dates, words for codes, a byte-order mark, semicolons."""
    index = index_of(series_of(statement("98.5", "2023", qualifier="about")))
    content = files_of(index)["so-lieu-excel.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    (record,) = read_csv(content, ";")
    assert record["OBS_VALUE"] == "98,5"
    assert record["SOURCE_DATE"] == "20/12/2023"
    assert record["QUALIFIER"] == "khoảng"
    assert record["DEMONSTRATION"] == "có"


def test_xlsx_keeps_numbers_as_numbers_and_days_as_days():
    index = index_of(series_of(statement("98.5", "2023")), series_of(statement("40", "2022")))
    first, second = read_xlsx(files_of(index)["so-lieu.xlsx"])
    assert first["OBS_VALUE"] == 98.5
    assert second["OBS_VALUE"] == 40
    assert first["SOURCE_DATE"] == datetime(2023, 12, 20)
    assert first["DEMONSTRATION"] == "có"


def test_xlsx_is_made_to_be_looked_at_and_printed():
    """Its head stays in view and stands on every sheet of paper; no text lies over the next."""
    book = openpyxl.load_workbook(io.BytesIO(files_of(sample_index())["so-lieu.xlsx"]))
    figures, notes = book.worksheets
    assert figures.freeze_panes == "A2"
    assert figures.print_title_rows == "$1:$1"
    assert figures.print_area == f"'Số liệu'!$A$1:$N${figures.max_row}"
    for sheet in book.worksheets:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    long = [cell for cell in notes["C"] if len(str(cell.value or "")) > 90]
    assert long
    for cell in long:
        assert notes.row_dimensions[cell.row].height >= 15 * len(cell.value) / 90


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("2022/12/a22/", "disputed"),
        ("2022/12/b22/", "disputed"),
        ("2021/12/a21/", "normal"),
        ("2023/12/a23/", "corrected"),
    ],
)
def test_the_status_tells_corrected_and_disputed_values(url, status):
    rows = read_csv(files_of(sample_index())["so-lieu.csv"])
    (row,) = [row for row in rows if url in str(row["OBS_URL"])]
    assert row["OBS_STATUS"] == status


@pytest.mark.parametrize(
    ("period", "frequency", "time"),
    [
        ("2023", "A", "2023"),
        ("2023-H1", "S", "2023-S1"),
        ("2023-Q3", "Q", "2023-Q3"),
        ("2023-05", "M", "2023-05"),
        ("2022-06-30", "D", "2022-06-30"),
        ("2013-01..08", "_O", "2013-01-01/P8M"),
        ("2013-04..04", "_O", "2013-04-01/P1M"),
        ("2015-2020", "_O", "2015-2020"),
        ("2022-2023", "A", "2022-2023"),
        ("2022-2023-HK1", "S", "2022-2023-HK1"),
    ],
)
def test_periods_are_written_as_the_columns_say(period, frequency, time):
    parsed = parse_period(period)
    assert (sdmx_frequency(parsed.frequency), sdmx_period(parsed)) == (frequency, time)


@pytest.mark.parametrize("name", READERS)
def test_demonstration_figures_say_so_in_every_download(name):
    rows = READERS[name](files_of(sample_index())[name])
    marked = {str(row["REF_AREA"]): row["DEMONSTRATION"] for row in rows}
    assert marked["truong-mau"] in ("có", True, "true")
    assert marked["cum"] in (False, "false", "không")


def test_the_files_that_describe_say_that_figures_are_demonstrations():
    files = files_of(sample_index())
    for name in ("datapackage.json", "so-lieu.csv-metadata.json", "so-lieu.json"):
        assert "số liệu minh họa" in files[name].decode(), name
    notes = openpyxl.load_workbook(io.BytesIO(files["so-lieu.xlsx"])).worksheets[1]
    assert any("số liệu minh họa" in str(cell.value) for cell in notes["A"])
