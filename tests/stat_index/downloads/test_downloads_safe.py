"""What a spreadsheet opens from here, it does not run; and it is the same every time."""

import csv
import io
import json
import os
import time
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stat_index.downloads import write_downloads
from stat_index.downloads.csv_files import CSV, EXCEL_CSV, harmless
from stat_index.downloads.lines import Lines
from stat_index.downloads.rows import runs_of
from tests.stat_index.downloads.sample import (
    TestSite,
    index_of,
    sample_index,
    series_of,
    statement,
)

SIGNS = "=+-@＝＋－＠"
ATTACKS = [
    "=1+1",
    "  =1+1",
    "\t=1+1",
    "'=1+1",
    '"=1+1',
    "@SUM(1)",
    "+84",
    "-1+cmd|' /C calc'!A0",
    "＝1+1",
    "lớp;=1+1",
    "lớp,=1+1",
    'lớp;"=1+1',
    "lớp|@x",
]


def cells_in_any_program(line: str) -> list[str]:
    """The cells of `line` as programs see them that expect any of the usual separators,
    those included that take a quotation mark in mid-line for a letter."""
    found = []
    for separator in ",;\t|":
        found += next(csv.reader(io.StringIO(line, newline=""), delimiter=separator))
        found += line.strip("\r\n").split(separator)
    return found


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("form", [CSV, EXCEL_CSV])
def test_no_cell_begins_a_formula_under_any_separator(attack, form):
    series = series_of(statement("40", "2023", sentence=attack, base=attack, as_written=attack))
    (line,) = Lines([form]).of(runs_of(series, series.cells))
    for cell in cells_in_any_program(line.decode()):
        assert not cell.lstrip(" \t\"'").startswith(tuple(SIGNS)) or cell.lstrip(' \t"').startswith(
            "'"
        ), cell


@given(st.text(alphabet="=+-@;,|\"' \tab＝", max_size=12))
def test_disarmed_text_loses_no_letter(text):
    """Only apostrophes are put in: whoever takes them out has the text again."""
    assert harmless(text).replace("'", "") == text.replace("'", "")


@given(st.text(alphabet="=+-@;,|\"' \tab＝", max_size=12))
def test_disarmed_text_begins_no_formula(text):
    assert not harmless(text).lstrip(' \t"').startswith(tuple(SIGNS))


def test_ordinary_prose_is_left_alone():
    prose = "Năm 2023, trường mở 439 lớp – tăng 5 % so với 2022; Nghị quyết 35-NQ/TW."
    assert harmless(prose) == prose


def test_xlsx_holds_formulas_as_text(tmp_path):
    index = index_of(series_of(statement("40", "2023", sentence="=1+1", base="_x003D_1")))
    write_downloads(index, tmp_path, TestSite())
    content = (tmp_path / "so-lieu/so-lieu.xlsx").read_bytes()
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    kinds = {cell.value: cell.data_type for row in sheet.iter_rows() for cell in row if cell.value}
    assert kinds["=1+1"] != "f"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_the_same_index_gives_the_same_bytes_at_any_time_and_place(tmp_path, monkeypatch):
    write_downloads(sample_index(), tmp_path / "a", TestSite())
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    time.tzset()
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
    previous = os.umask(0o077)
    written = write_downloads(sample_index(), tmp_path / "b", TestSite())
    os.umask(previous)
    assert len(written) == 29
    for address in written:
        assert (tmp_path / "a" / address).read_bytes() == (tmp_path / "b" / address).read_bytes()


def test_no_file_tells_when_it_was_made(tmp_path):
    """Dates in the book's properties are those of the newest article or correction."""
    write_downloads(sample_index(), tmp_path, TestSite())
    book = openpyxl.load_workbook(tmp_path / "so-lieu/so-lieu.xlsx")
    assert book.properties.modified.isoformat() == "2024-01-05T00:00:00"
    assert book.properties.created == book.properties.modified
    package = json.loads((tmp_path / "so-lieu/datapackage.json").read_bytes())
    assert package["version"] == "2024-01-05"
