"""Rows of tables that only head those below them: *I. Vụ đông xuân*, with no value of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from figures.tables.headers import names_time
from figures.tables.row_numbers import unnumbered


def sections_of(labels: Sequence[str], heads: Sequence[bool]) -> list[str]:
    """The section of each row that needs one, empty for the others.

    `heads` says which rows only head others. A row needs its section where its label comes again
    in another one (*Diện tích* of two seasons); where it does not, its label says all.
    """
    under = ""
    sections, within = [], defaultdict(set)
    for label, head in zip(labels, heads, strict=True):
        # A time is told as a time.
        under = ("" if names_time(label) else unnumbered(label)) if head else under
        sections.append("" if head else under)
        within[_alike(label)].add(sections[-1])
    return [
        section if section and len(within[_alike(label)]) > 1 else ""
        for label, section in zip(labels, sections, strict=True)
    ]


def _alike(label: str) -> str:
    return unnumbered(label).lower()
