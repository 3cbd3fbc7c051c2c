"""Text in, figures and refusals out: the grammar of Vietnamese reports.

`read` reads one text, `read_blocks` a whole document. The grammar is loaded
when one of them is first asked for: a rebuild that reads nothing goes without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from figures.model import PUBLISH, Block, Context, Figure, Reading, Refusal

if TYPE_CHECKING:
    from figures.reading import read, read_blocks

__all__ = [
    "PUBLISH",
    "Block",
    "Context",
    "Figure",
    "Reading",
    "Refusal",
    "read",
    "read_blocks",
]


def __getattr__(name: str) -> Any:
    if name in ("read", "read_blocks"):
        from figures import reading

        return getattr(reading, name)
    raise AttributeError(name)
