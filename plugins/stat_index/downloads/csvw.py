"""CSVW: the W3C's description of the CSV edition."""

from __future__ import annotations

from typing import Any

from stat_index.downloads.dataset import Dataset
from stat_index.downloads.editions import BY_KEY
from stat_index.downloads.json_text import document, listing
from stat_index.downloads.table import COLUMNS, Column


def csvw_metadata(dataset: Dataset) -> str:
    """The metadata document that lies beside the CSV and describes it."""
    members = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": dataset.lang}],
        "url": BY_KEY["csv"].file(dataset.id),
        "dc:title": dataset.title,
        "dc:description": " ".join(dataset.notes),
        "dc:publisher": dataset.publisher,
        "dc:license": {"@id": dataset.licence_url},
        "dc:modified": {"@value": dataset.updated.isoformat(), "@type": "xsd:date"},
        "dialect": {"delimiter": ",", "encoding": "utf-8", "header": True},
        "tableSchema": _SCHEMA,
    }
    return document(members) + "\n"


def _column(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "titles": [column.name],
        "dc:title": column.title,
        "dc:description": column.description,
        "datatype": _datatype(column),
        "required": column.required,
    }


def _datatype(column: Column) -> str | dict[str, str]:
    if column.codes:
        return {"base": "string", "format": "|".join(column.codes)}
    return {"number": "decimal"}.get(column.datatype, column.datatype)


_SCHEMA = document(
    {"columns": listing(_column(column) for column in COLUMNS), "primaryKey": ["SERIES", "OBS_ID"]}
)
