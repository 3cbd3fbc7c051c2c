"""The JSON edition: what the columns mean, then one observation a line."""

from __future__ import annotations

from json.encoder import encode_basestring

from stat_index.downloads.dataset import Dataset
from stat_index.downloads.json_text import document
from stat_index.downloads.lines import Form
from stat_index.downloads.table import COLUMNS, cells_of
from stat_index.values import plain_number

_KEYS = tuple(f'"{column.name}":' for column in COLUMNS)
#: No text within a file holds a line break as it stands.
_START, _TAIL = b'"observations": [\n', b"\n]\n}\n"
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


def json_file(dataset: Dataset, rows: bytes) -> bytes:
    """The whole file."""
    return b"".join((_head(dataset).encode(), rows, _TAIL))


def rows_in(content: bytes) -> bytes:
    """The rows of a file."""
    return content.partition(_START)[2].removesuffix(_TAIL)


def _head(dataset: Dataset) -> str:
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
    return document(about).removesuffix("\n}") + f",\n{_START.decode()}"


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


#: One object a row, without a comma after it; the first column is never empty.
JSON = Form(
    tuple(("," if place else "{") + key for place, key in enumerate(_KEYS)),
    _LITERALS,
    "}",
    ",\n",
    leaves_out=True,
)
