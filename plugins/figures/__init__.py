"""Text in, figures and refusals out: the grammar of Vietnamese reports.

`read` reads one text, `read_blocks` a whole document.
"""

from figures.model import Block, Context, Figure, Reading, Refusal
from figures.reading import PUBLISH, read, read_blocks

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
