"""Where an article ends, and where it goes on behind a box in its middle."""

from __future__ import annotations

import re

from bs4 import Tag

from legacy_import.page.blocks import Block
from legacy_import.page.judging import is_link_list, is_prose
from legacy_import.page.wording import ends_article

WHOLE_PAGE = ("html", "body", "[document]")


def outer(block: Block) -> Tag:
    """The element whose children the paragraph and its neighbours are."""
    holder = block.holder
    return (
        holder.parent
        if holder.name in ("p", "div", "li", "td") and holder.parent is not None
        else holder
    )


class Ending:
    """What the article has been ended by so far, and where it goes on again."""

    def __init__(self, core: Tag | None) -> None:
        self._core = core
        self._state = ""
        self._cage: Tag | None = None
        self._parents: set[int] = set()
        self._held: set[int] = set()

    def take(self, block: Block) -> None:
        """Count `block` among the article's own."""
        self._held.update(map(id, block.chain))

    def after(self, block: Block) -> str:
        """`related`, `box`, `comments` or `foot` if `block` is none of the article's; else empty."""
        if self._state in ("related", "box") and self._goes_on(block):
            self._state, self._cage = "", None
        if not self._state:
            self._state = _ending_of(block)
            self._cage = self._box(block) if self._state in ("related", "box") else None
        if not self._state and is_prose(block):
            self._parents.add(id(outer(block)))
        return self._state

    def _goes_on(self, block: Block) -> bool:
        in_core = block.within(self._core)
        known = id(outer(block)) in self._parents
        if self._cage is not None:
            beside = self._state == "box" and block.within(self._cage.parent)
            return not block.within(self._cage) and (
                in_core or known or (beside and not is_link_list(block))
            )
        again = is_prose(block) and known and block.link_density < 0.2
        return again and (in_core or self._state == "box")

    def _box(self, block: Block) -> Tag | None:
        """The box that opens with `block`: the largest element around it without taken text."""
        free = [t for t in block.chain if id(t) not in self._held and t.name not in WHOLE_PAGE]
        if not free or len(" ".join(free[-1].get_text().split())) <= len(block.text) + 2:
            return None
        return free[-1]


def _ending_of(block: Block) -> str:
    found = ends_article(block.text)
    if found == "foot" and not _is_short_foot(block):
        return ""
    if found == "box" and block.link_density == 0 and not block.text.rstrip().endswith(":"):
        return ""
    return found


def _is_short_foot(block: Block) -> bool:
    """Whether a line that begins like a site's foot is not a sentence of the article."""
    return len(block.text) < 80 and not re.search(r"[,;]\s.*[.]$", block.text)
