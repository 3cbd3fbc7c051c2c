"""The JSON edition: what the columns mean, then one observation a line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring

from stat_index.downloads.dataset import Dataset
from stat_index.downloads.json_text import document
from stat_index.downloads.table import COLUMNS, Row, Value, plain_number, values

_KEYS = tuple(f'"{column.name}":' for column in COLUMNS)
TAIL = "\n]\n}\n"
_COLUMNS = document(
    {
        column.name: {
            "title": column.title,
            "description": column.description,
            **({"codes": dict(column.codes)} if column.codes else {}),
        }
        for column in COLUMNS
    }
)


def json_head(dataset: Dataset) -> str:
    """Everything before the first observation."""
    about = {
        "title": dataset.title,
        "notes": dataset.notes,
        "publisher": dataset.publisher,
        "url": dataset.address,
        "licence": {"name": dataset.licence, "url": dataset.licence_url},
        "updated": dataset.updated.isoformat(),
        "demonstration": dataset.demonstration,
        "columns": _COLUMNS,
    }
    return document(about).removesuffix("\n}") + ',\n"observations": [\n'


def json_line(row: Row) -> str:
    """`row` as one object, without a comma after it. Empty values are left out."""
    cells = [
        key + _literal(value)
        for key, value in zip(_KEYS, values(row), strict=True)
        if value is not None and value != ""
    ]
    return "{" + ",".join(cells) + "}"


def _literal(value: Value) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal | int):
        return plain_number(value)
    assert isinstance(value, date)
    return f'"{value.isoformat()}"'
