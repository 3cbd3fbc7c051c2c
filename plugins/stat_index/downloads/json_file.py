"""The JSON edition: what the columns mean, then one observation a line."""

from __future__ import annotations

from json.encoder import encode_basestring

from stat_index.downloads.dataset import Dataset
from stat_index.downloads.json_text import document
from stat_index.downloads.table import COLUMNS, Row, cells_of, plain_number, values

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
        key + write(value)
        for key, write, value in zip(_KEYS, _LITERALS, values(row), strict=True)
        if value is not None and value != ""
    ]
    return "{" + ",".join(cells) + "}"


_LITERALS = cells_of(
    {
        "string": encode_basestring,
        "integer": str,
        "number": plain_number,
        "date": lambda day: f'"{day.isoformat()}"',
        "boolean": lambda flag: "true" if flag else "false",
    },
    in_words=False,
)
