"""Data Package 2: one catalogue of a dataset's files, with hashes, licence and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from stat_index.downloads.dataset import Dataset
from stat_index.downloads.editions import BY_KEY
from stat_index.downloads.json_text import Ready, document, listing
from stat_index.downloads.table import COLUMNS, Column

_PROFILE = "https://datapackage.org/profiles/2.0/"


class FileMark(NamedTuple):
    """What tells one file's content from another's."""

    size: int
    sha256: str


def data_package(dataset: Dataset, files: Iterable[tuple[str, str, FileMark]]) -> str:
    """The descriptor of `files`, each given by its edition's key, its name and its mark."""
    members = {
        "$schema": f"{_PROFILE}datapackage.json",
        "name": dataset.id,
        "title": dataset.title,
        "description": "\n\n".join(dataset.notes),
        **({"homepage": dataset.address} if dataset.site_url else {}),
        "version": dataset.updated.isoformat(),
        "licenses": [{"name": dataset.licence, "path": dataset.licence_url}],
        "contributors": [{"title": dataset.publisher, "roles": ["publisher"]}],
        "sources": [_source(dataset)],
        "resources": listing(_resource(*file) for file in files),
    }
    return document(members) + "\n"


def _source(dataset: Dataset) -> dict[str, str]:
    """Every row names its own article; the package names the site."""
    source = {"title": f"Các bài viết của {dataset.publisher} (cột OBS_URL)"}
    return source | ({"path": dataset.site_url + "/"} if dataset.site_url else {})


def _resource(key: str, name: str, mark: FileMark) -> Ready:
    edition = BY_KEY[key]
    base = name.removesuffix(edition.suffix)
    resource: dict[str, Any] = {
        "name": f"{base}-{key.replace('_', '-')}",
        "path": name,
        "title": edition.title,
        "description": edition.description,
        "format": name.rpartition(".")[2],
        "mediatype": edition.media_type,
        "encoding": "utf-8",
        "bytes": mark.size,
        "hash": f"sha256:{mark.sha256}",
    }
    if key in _TABLES:
        dialect, schema = _TABLES[key]
        resource |= {
            "$schema": f"{_PROFILE}dataresource.json",
            "type": "table",
            "dialect": {"$schema": f"{_PROFILE}tabledialect.json", **dialect},
            "schema": schema,
        }
    return document(resource)


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.codes:
        constraints["enum"] = list(column.codes)
    return {
        "name": column.name,
        "type": column.datatype,
        "title": column.title,
        "description": column.description,
        **({"constraints": constraints} if constraints else {}),
        **({"categories": _categories(column)} if column.codes else {}),
        **({"rdfType": column.concept} if column.concept else {}),
    }


def _categories(column: Column) -> list[dict[str, str]]:
    return [{"value": code, "label": label} for code, label in column.codes.items()]


def _titled_field(column: Column, forms: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """A column of the editions for people, named by its title; the CSV's schema explains it."""
    return {"name": column.title, "type": column.datatype, **forms.get(column.datatype, {})}


def _schema(fields: Iterable[dict[str, Any]], *key: str) -> Ready:
    return document(
        {
            "$schema": f"{_PROFILE}tableschema.json",
            "fields": listing(fields),
            "primaryKey": key,
            "missingValues": [""],
        }
    )


_TITLES = {column.name: column.title for column in COLUMNS}
_TITLED_KEY = (_TITLES["SERIES"], _TITLES["OBS_ID"])
_WORDS: dict[str, dict[str, Any]] = {"boolean": {"trueValues": ["có"], "falseValues": ["không"]}}
_EXCEL_FORMS: dict[str, dict[str, Any]] = {
    "number": {"decimalChar": ","},
    "date": {"format": "%d/%m/%Y"},
    **_WORDS,
}

#: Dialect and Table Schema of each edition that is a table.
_TABLES: dict[str, tuple[dict[str, Any], Ready]] = {
    "csv": (
        {"lineTerminator": "\r\n"},
        _schema((_field(column) for column in COLUMNS), "SERIES", "OBS_ID"),
    ),
    "excel_csv": (
        {"delimiter": ";", "lineTerminator": "\r\n"},
        _schema((_titled_field(column, _EXCEL_FORMS) for column in COLUMNS), *_TITLED_KEY),
    ),
    "xlsx": (
        {"sheetNumber": 1},
        _schema((_titled_field(column, _WORDS) for column in COLUMNS), *_TITLED_KEY),
    ),
}
