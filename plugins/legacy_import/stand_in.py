"""How a picture that stands in for a missing one is told: by a mark inside the file."""

from __future__ import annotations

MARK = "niengiam: anh the cho"
"""Among what the file says of itself; it is not shown, and never published."""

MOST_BYTES = 20_000
"""No stand-in is larger."""
