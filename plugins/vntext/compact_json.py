"""JSON for programs: on one line, without spaces, letters as they are."""

from __future__ import annotations

import json

compact_json = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":")
).encode
"""A value as such text. Nothing that is kept holds itself, and to look for that takes time."""
