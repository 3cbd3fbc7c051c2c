"""Groups of words as bits, so that one AND tells whether a sentence has a word of a group.

A rule that needs one of its words in the sentence makes a mark of them when it
is loaded, and asks `line.marks & MARK`: most sentences have none of them.
"""

from __future__ import annotations

from collections.abc import Iterable

_marks: dict[str, int] = {}
"""The groups of each word; complete once the grammar is loaded."""
_marked: set[str] = set()
_groups = 0


def mark(*groups: Iterable[str]) -> int:
    """The bit of a group of words: all that stand in one of `groups`."""
    global _groups
    bit = 1 << _groups
    _groups += 1
    for group in groups:
        for word in group:
            _marks[word] = _marks.get(word, 0) | bit
            _marked.add(word)
    return bit


def marks(words: set[str]) -> int:
    """The bits of all groups that have one of `words`."""
    found = 0
    for word in words & _marked:
        found |= _marks[word]
    return found
