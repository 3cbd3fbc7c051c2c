"""CSVW: the W3C's description of the CSV edition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from stat_index.downloads.dataset import Dataset
from stat_index.downloads.json_text import document, listing
from stat_index.downloads.table import COLUMNS, Column


def csvw_metadata(dataset: Dataset, tables: Sequence[str]) -> str:
    """The metadata document that lies beside the CSV and describes it.

    `tables` are its files: a group of tables where there are several.
    """
    each = [{"url": table, "dialect": _DIALECT, "tableSchema": _SCHEMA} for table in tables]
    what = each[0] if len(each) == 1 else {"tables": listing(document(table) for table in each)}
    members = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": dataset.lang}],
        "dc:title": dataset.title,
        "dc:description": " ".join(dataset.notes),
        "dc:publisher": dataset.publisher,
        "dc:license": {"@id": dataset.licence_url},
        "dc:modified": {"@value": dataset.updated.isoformat(), "@type": "xsd:date"},
        **what,
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
        **({"propertyUrl": column.concept} if column.concept else {}),
    }


def _datatype(column: Column) -> str | dict[str, str]:
    if column.codes:
        return {"base": "string", "format": "|".join(column.codes)}
    return {"number": "decimal"}.get(column.datatype, column.datatype)


_DIALECT = {"delimiter": ",", "encoding": "utf-8", "header": True}
_SCHEMA = document(
    {"columns": listing(_column(column) for column in COLUMNS), "primaryKey": ["SERIES", "OBS_ID"]}
)
