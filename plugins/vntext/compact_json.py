"""JSON for programs: on one line, without spaces, letters as they are."""

from __future__ import annotations

import json
from typing import Any

compact_json = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":")
).encode
"""A value as such text. Nothing that is kept holds itself, and to look for that takes time."""

#: In JSON that stands as a text within JSON each quotation mark would be escaped; with the other
#: kind of them in their place it is read in a third of the time.
_OTHER_QUOTES = str.maketrans({'"': "'", "'": '"'})


def inner_json(value: Any) -> str:
    """`value` as JSON that is to stand as a text within JSON; `read_inner` reads it."""
    return compact_json(value).translate(_OTHER_QUOTES)


def read_inner(text: str) -> Any:
    """What `inner_json` was given."""
    return json.loads(text.translate(_OTHER_QUOTES))
