"""Public validators accept what is published, and would refuse it if it were wrong."""

import hashlib
import json
from decimal import Decimal
from pathlib import Path

import pytest
from csvw.metadata import CSVW
from frictionless import Package

from stat_index.corrections import Correction
from stat_index.downloads import (
    EDITIONS,
    editions,
    index_downloads,
    series_downloads,
    write_downloads,
)
from tests.stat_index.downloads.sample import TestSite, index_of, sample_index, series_of, statement

FOLDERS = [("so-lieu", "so-lieu"), ("so-lieu/lop-truong-mau-a", "lop-truong-mau-a")]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_downloads(sample_index(), tmp_path, TestSite())
    return tmp_path


@pytest.mark.parametrize(("folder", "name"), FOLDERS)
def test_the_data_package_is_valid(site, folder, name):
    report = Package(str(site / folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])


@pytest.mark.parametrize(("folder", "name"), FOLDERS)
def test_the_csvw_metadata_is_valid_and_fits_its_csv(site, folder, name):
    assert CSVW(str(site / folder / f"{name}.csv-metadata.json"), validate=True).is_valid


def test_csvw_names_every_column_of_the_csv(site):
    metadata = json.loads((site / "so-lieu/so-lieu.csv-metadata.json").read_bytes())
    header = (site / "so-lieu/so-lieu.csv").read_text("utf-8").splitlines()[0].split(",")
    assert [column["name"] for column in metadata["tableSchema"]["columns"]] == header


@pytest.mark.parametrize(
    ("right", "wrong"),
    [(",normal,", ",unknown,"), (",40,,lớp", ",bốn mươi,,lớp"), ("2020-12-20", "20/12/2020")],
)
def test_validators_would_notice_a_wrong_value(site, right, wrong):
    """So that the two tests above mean something."""
    path = site / "so-lieu/so-lieu.csv"
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), "utf-8")
    assert not Package(str(site / "so-lieu/datapackage.json")).validate().valid
    assert not CSVW(str(site / "so-lieu/so-lieu.csv-metadata.json"), validate=True).is_valid


def test_the_package_names_every_other_file_with_its_hash(site):
    package = json.loads((site / "so-lieu/datapackage.json").read_bytes())
    assert len(package["resources"]) == len(EDITIONS) - 1
    for resource in package["resources"]:
        content = (site / "so-lieu" / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["bytes"] == len(content)


def test_the_package_says_licence_and_source(site):
    package = json.loads((site / "so-lieu/datapackage.json").read_bytes())
    assert package["licenses"] == [
        {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}
    ]
    assert package["sources"][0]["path"] == "https://bantin.example/"


def test_every_link_that_is_offered_leads_to_a_file(site):
    index = sample_index()
    for downloads in (index_downloads(index), *map(series_downloads, index.series)):
        for link in downloads.every:
            assert (site / link.address).is_file(), link.address


def test_divided_downloads_are_valid_too(tmp_path, monkeypatch):
    """A file of each kind for every year, all in one package and one group of tables."""
    monkeypatch.setattr(editions, "FIGURES_A_FILE", 3)
    write_downloads(sample_index(), tmp_path, TestSite())
    folder = tmp_path / "so-lieu"
    assert not (folder / "so-lieu.csv").exists()
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "fieldName", "type", "note"])
    assert {task.name for task in report.tasks} >= {"so-lieu-2019-csv", "so-lieu-2023-xlsx"}
    tables = CSVW(str(folder / "so-lieu.csv-metadata.json"), validate=True)
    assert tables.is_valid
    assert len(tables.tables) == 5
    text = (folder / "so-lieu-2020.csv").read_text("utf-8")
    (folder / "so-lieu-2020.csv").write_text(text.replace(",normal,", ",unknown,"), "utf-8")
    assert not Package(str(folder / "datapackage.json")).validate().valid
    assert not CSVW(str(folder / "so-lieu.csv-metadata.json"), validate=True).is_valid


def test_a_site_without_address_is_valid_too(tmp_path):
    """In development there is no absolute address."""
    write_downloads(sample_index(), tmp_path, TestSite(url=""))
    assert Package(str(tmp_path / "so-lieu/datapackage.json")).validate().valid
    assert CSVW(str(tmp_path / "so-lieu/so-lieu.csv-metadata.json"), validate=True).is_valid


def test_a_column_that_is_empty_for_long_is_valid_in_every_edition(tmp_path):
    """Validators must not have to guess what a column holds from its first rows."""
    correction = Correction(old="25", reason="gõ nhầm", date="2024-01-05")
    rows = [statement("40.5", "2020", article=f"a{number}") for number in range(150)]
    rows.append(statement("52", "2023", article="z", correction=correction, denominator=Decimal(9)))
    write_downloads(index_of(series_of(*rows)), tmp_path, TestSite())
    report = Package(str(tmp_path / "so-lieu/datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "fieldName", "type", "note"])
    checked = {task.name for task in report.tasks if task.type == "table"}
    assert checked == {"so-lieu-csv", "so-lieu-excel-csv", "so-lieu-xlsx"}
